//! What a workspace of many records costs: importing, opening, editing, turning pages.
//!
//! `cargo bench --bench workspace -- 1000000` prints times, sizes and memory; the number is that of the records. It
//! also measures the way of opening that was weighed and left: a narrow table of integers beside the documents.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::format_collect,
    reason = "a program that prints what it measured"
)]

use std::path::Path;
use std::time::Instant;

use rusqlite::Connection;
use uuid::Uuid;
use vigie::frame::batch::{Batch, Column, Field, RowSink, Values};
use vigie::frame::cell::{CountCell, DateCell, DateState};
use vigie::frame::{RecordId, Snapshot};
use vigie::model::affected::{Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::dataset::{Dataset, Mechanism};
use vigie::model::event::EventKind;
use vigie::model::organisation::Role;
use vigie::workspace::Workspace;
use vigie::workspace::edit::{Change, EditBatch, Moment};
use vigie::workspace::importer::{ImportCounts, ImportPlan, OnDuplicate};

const BATCH: u64 = 4_096;
const EVENTS: [EventKind; 4] =
    [EventKind::IntrusionBegan, EventKind::Detected, EventKind::RegulatorNotified, EventKind::MadePublic];
const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

fn main() {
    let rows = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    let keep = std::env::var_os("VIGIE_BENCH_FOLDER").map(std::path::PathBuf::from);
    let folder = tempfile::tempdir().expect("a folder");
    let folder = keep.as_deref().unwrap_or_else(|| folder.path());
    let path = folder.join("bench.vigie");
    println!("{rows} records in {}", folder.display());
    if std::env::args().any(|arg| arg == "open") {
        open(&path);
        return;
    }

    let start = Instant::now();
    each_batch(rows, |_| {});
    let generating = start.elapsed();
    let mut workspace = Workspace::create(&path).expect("made");
    let start = Instant::now();
    let mut importer = workspace.importer(plan()).expect("begun");
    each_batch(rows, |batch| importer.push(batch).expect("written"));
    let written = start.elapsed();
    let imported = importer.finish(ImportCounts { read: rows, ..ImportCounts::default() }).expect("finished");
    workspace.adopt(imported).expect("adopted");
    println!(
        "import: {:.2} s, of which making the rows {generating:.2?}, committing {:.2?}",
        start.elapsed().as_secs_f64(),
        start.elapsed().saturating_sub(written)
    );
    let start = Instant::now();
    workspace.close().expect("closed");
    println!("close: {:.2?}; file {} MB; peak memory {}", start.elapsed(), size(&path), memory("VmHWM"));

    if std::env::args().any(|arg| arg == "import") {
        return;
    }
    open(&path);
    narrow(&path);
    edits(&path);
}

/// Opens the workspace, as a fresh process would.
fn open(path: &Path) {
    let start = Instant::now();
    let workspace = Workspace::open(path).expect("opened");
    let snapshot = workspace.snapshot();
    println!(
        "open from chunks: {:.0?}; frame {} MB, {} bytes a record; memory {}, peak {}",
        start.elapsed(),
        snapshot.bytes() >> 20,
        snapshot.bytes() / snapshot.len().max(1),
        memory("VmRSS"),
        memory("VmHWM")
    );
    let start = Instant::now();
    workspace.close().expect("closed");
    println!("close without an edit: {:.0?}", start.elapsed());
    let stored =
        |sql| Connection::open(path).expect("opened").query_row(sql, [], |row| row.get::<_, i64>(0)).expect("asked");
    println!(
        "chunks {} MB, words {} MB, documents {} MB",
        stored("SELECT sum(length(bytes)) FROM chunk") >> 20,
        stored("SELECT sum(length(bytes)) FROM word") >> 20,
        stored("SELECT sum(length(document)) FROM record") >> 20
    );
}

/// The other candidate: one row of integers a record, and the folded title, read into columns.
fn narrow(path: &Path) {
    let workspace = Workspace::open(path).expect("opened");
    let snapshot = workspace.snapshot();
    workspace.close().expect("closed");
    let other = path.with_extension("narrow");
    let mut connection = Connection::open(&other).expect("opened");
    let dates: String =
        (0..EVENTS.len()).map(|at| format!(", lo{at} INTEGER, hi{at} INTEGER, state{at} INTEGER")).collect();
    let words: String = (0..snapshot.fields().count()).map(|at| format!(", word{at} INTEGER")).collect();
    let sql = format!(
        "CREATE TABLE narrow (id INTEGER PRIMARY KEY, title TEXT, least INTEGER, most INTEGER{dates}{words}, classes BLOB)"
    );
    connection.execute_batch(&sql).expect("made");
    fill(&mut connection, &snapshot);
    let columns = 4 + 3 * EVENTS.len() + snapshot.fields().count();
    let start = Instant::now();
    let mut numbers: Vec<Vec<i64>> = vec![Vec::new(); columns];
    let mut titles = String::new();
    let mut statement = connection.prepare("SELECT * FROM narrow ORDER BY id").expect("prepared");
    let mut rows = statement.query([]).expect("asked");
    let mut many = Vec::new();
    while let Some(row) = rows.next().expect("read") {
        for (at, column) in numbers.iter_mut().enumerate() {
            match row.get_ref(at).expect("there") {
                rusqlite::types::ValueRef::Integer(number) => column.push(number),
                rusqlite::types::ValueRef::Text(text) => titles.push_str(std::str::from_utf8(text).expect("text")),
                _ => column.push(0),
            }
        }
        if let rusqlite::types::ValueRef::Blob(bytes) = row.get_ref(columns).expect("there") {
            many.extend_from_slice(bytes);
        }
    }
    println!(
        "open from a narrow table: {:.2?}, its words and dictionaries not counted; {} MB; {} numbers read",
        start.elapsed(),
        size(&other),
        numbers.iter().map(Vec::len).sum::<usize>()
    );
    std::fs::remove_file(&other).expect("removed");
}

fn fill(connection: &mut Connection, snapshot: &Snapshot) {
    let transaction = connection.transaction().expect("begun");
    let fields: Vec<Field> = snapshot.fields().cloned().collect();
    let columns = 4 + 3 * EVENTS.len() + fields.len() + 1;
    let marks = vec!["?"; columns].join(",");
    let mut statement = transaction.prepare(&format!("INSERT INTO narrow VALUES ({marks})")).expect("prepared");
    for (row, id) in snapshot.ids().enumerate() {
        use rusqlite::types::Value;
        let values = snapshot.values_at(row).expect("there");
        let people = values.counts.get(&PEOPLE).copied().unwrap_or_default();
        let mut cells = vec![
            Value::Integer(id.0 as i64),
            Value::Text(values.title),
            Value::Integer(people.lo as i64),
            Value::Integer(people.hi as i64),
        ];
        for kind in EVENTS {
            let date = values.dates.get(&kind).copied().unwrap_or_default();
            cells.extend([date.lo.into(), date.hi.into(), (date.state as i32).into()].map(Value::Integer));
        }
        let mut many = Vec::new();
        for field in &fields {
            let words = values.words.get(field).cloned().unwrap_or_default();
            let codes = words.iter().filter_map(|word| snapshot.dictionary(field)?.code(word));
            let codes: Vec<u32> = codes.collect();
            cells.push(Value::Integer(codes.first().copied().unwrap_or(0).into()));
            many.extend(codes.iter().skip(1).map(|code| *code as u8));
        }
        cells.push(Value::Blob(many));
        statement.execute(rusqlite::params_from_iter(cells)).expect("written");
    }
    drop(statement);
    transaction.commit().expect("committed");
}

/// Edits, undo, pages.
fn edits(path: &Path) {
    let mut workspace = Workspace::open(path).expect("opened");
    let count = workspace.snapshot().len() as u64;
    let mut times = Vec::new();
    let mut copied = Vec::new();
    for step in 0..200_u64 {
        let id = RecordId(step * 7_919 % count + 1);
        let mut incident = workspace.incident(id).expect("there");
        incident.title = format!("Edited {step}");
        incident.place.city = format!("Town {step}");
        let before = workspace.snapshot();
        let start = Instant::now();
        let changes = vec![Change::ReplaceRecord(id, Box::new(incident))];
        workspace.apply(&EditBatch { label: "Edit".to_owned(), changes }, Moment(0)).expect("applied");
        times.push(start.elapsed());
        copied.push(workspace.snapshot().bytes_beyond(&before));
    }
    times.sort();
    copied.sort_unstable();
    println!(
        "edit, on disk and shown: median {:.2?}, slowest {:.2?}; bytes copied: median {}, most {}",
        times[100], times[199], copied[100], copied[199]
    );
    let start = Instant::now();
    workspace.undo().expect("undone");
    println!("undo of an edit: {:.2?}", start.elapsed());
    let ids: Vec<RecordId> = (0..50).map(|at| RecordId(at * 104_729 % count + 1)).collect();
    let start = Instant::now();
    for _ in 0..20 {
        assert_eq!(workspace.page(&ids).expect("read").len(), 50);
    }
    println!("page of 50 records from anywhere: {:.2?}", start.elapsed() / 20);
    let start = Instant::now();
    workspace.close().expect("closed");
    println!("close after edits in up to 123 chunks: {:.2?}", start.elapsed());
    let mut workspace = Workspace::open(path).expect("opened");
    let start = Instant::now();
    while workspace.undo_label() != Some("Import") {
        workspace.undo().expect("undone");
    }
    println!("undo of 199 edits: {:.2?}", start.elapsed());
    let start = Instant::now();
    workspace.undo().expect("undone");
    let undone = start.elapsed();
    let start = Instant::now();
    workspace.redo().expect("redone");
    println!(
        "undo of the import: {undone:.2?}; doing it again: {:.2?}; {} records",
        start.elapsed(),
        workspace.snapshot().len()
    );
    let target = path.with_extension("copy");
    let start = Instant::now();
    workspace.copy_without_history(&target).expect("copied");
    println!("copy without history: {:.2?}, {} MB", start.elapsed(), size(&target));
    let start = Instant::now();
    workspace.save_as(&target).expect("saved");
    println!("save as: {:.2?}; peak memory {}", start.elapsed(), memory("VmHWM"));
}

fn plan() -> ImportPlan {
    let empty = String::new;
    let dataset = Dataset {
        id: Uuid::from_u128(1),
        name: "Made up".to_owned(),
        publisher: empty(),
        address: empty(),
        file_name: empty(),
        file_hash: empty(),
        read_on: None,
        licence: empty(),
        mechanism: Mechanism::DisclosureList,
        coverage_start: None,
        as_of: Day(20_454),
        as_of_unknown: false,
        offset_minutes: None,
        fiscal_start: None,
        listing_event: None,
        floor: None,
        annotations: Vec::new(),
        denominator: None,
        words: vigie::model::count::Conventions::default(),
        note: empty(),
    };
    ImportPlan {
        label: "Import".to_owned(),
        dataset: Some(dataset),
        also: Vec::new(),
        identity: Uuid::from_u128(0x1234_5678_9abc_def0 << 64),
        on_duplicate: OnDuplicate::Keep,
        recipe: String::new(),
        now: Moment(0),
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
}

/// Made-up rows of 15 columns, about 230 bytes each.
fn each_batch(rows: u64, mut take: impl FnMut(&Batch<'_>)) {
    let mut dice = Dice(88_172_645_463_325_252);
    let mut first = 0;
    while first < rows {
        let last = (first + BATCH).min(rows);
        let numbers: Vec<u64> = (first + 1..=last).collect();
        let texts = |make: &mut dyn FnMut(u64) -> String| numbers.iter().map(|row| make(*row)).collect::<Vec<_>>();
        let keys = texts(&mut |row| row.to_string());
        let titles = texts(&mut |row| format!("Incident {row} at site {}", row % 9_973));
        let organisations = texts(&mut |_| format!("Organisation {}", dice.below(rows / 3 + 1)));
        let addresses = texts(&mut |row| format!("https://example.org/n/{row}"));
        let summaries = texts(&mut |_| {
            let words =
                ["service", "portal", "account", "data", "file", "access", "staff", "client", "system", "report"];
            (0..8).map(|_| dice.one_of(&words)).collect::<Vec<_>>().join(" ")
        });
        let mut word = |words: &[&'static str]| numbers.iter().map(|_| dice.one_of(words)).collect::<Vec<&str>>();
        let countries =
            word(&["France", "Germany", "Spain", "Italy", "Belgium", "Canada", "Japan", "Brazil", "Poland"]);
        let sectors = word(&["Education", "Health care", "Finance", "Retail", "Energy", "Transport", "Media"]);
        let kinds = word(&["Data breach", "Ransomware", "Denial of service", "Defacement", "Phishing", "Insider"]);
        let actors = word(&["Unknown", "Unknown", "Unknown", "Group 1", "Group 2", "Group 3"]);
        let classes: Vec<&str> = word(&["Names", "Email addresses", "Passwords", "Bank details", "Health records"]);
        let starts: Vec<u32> = (0..=numbers.len() as u32).collect();
        let days: Vec<Vec<DateCell>> = EVENTS
            .iter()
            .enumerate()
            .map(|(at, _)| {
                let mut day = |_| {
                    let blank = at > 1 && dice.below(5) == 0;
                    if blank {
                        DateCell::default()
                    } else {
                        DateCell::day(16_436 + at as i32 * 30 + dice.below(3_900) as i32)
                    }
                };
                numbers.iter().map(&mut day).collect()
            })
            .collect();
        let written: Vec<Vec<String>> = days.iter().map(|cells| cells.iter().map(date_text).collect()).collect();
        let people: Vec<CountCell> = numbers
            .iter()
            .map(|_| if dice.below(7) == 0 { CountCell::default() } else { CountCell::exact(dice.below(1 << 20)) })
            .collect();
        let counts: Vec<String> = people.iter().map(|cell| cell.lo.to_string()).collect();
        let events: Vec<Field> = EVENTS.into_iter().map(Field::Event).collect();
        let affected = Field::Affected(PEOPLE.0, PEOPLE.1);
        let victim = Field::Organisation(Role::Victim);
        let mut columns = vec![
            Column { field: &Field::Key, values: Values::Texts(refs(&keys)) },
            Column { field: &Field::Title, values: Values::Texts(refs(&titles)) },
            Column { field: &victim, values: Values::Texts(refs(&organisations)) },
            Column { field: &Field::Country, values: Values::Texts(countries) },
            Column { field: &Field::Sector, values: Values::Texts(sectors) },
            Column { field: &Field::Kind, values: Values::Texts(kinds) },
            Column { field: &Field::DataClass, values: Values::Lists { items: classes, starts } },
            Column { field: &Field::Actor, values: Values::Texts(actors) },
            Column { field: &Field::SourceAddress, values: Values::Texts(refs(&addresses)) },
            Column { field: &Field::Summary, values: Values::Texts(refs(&summaries)) },
            Column { field: &affected, values: Values::Counts { cells: people, texts: refs(&counts) } },
        ];
        for ((field, cells), texts) in events.iter().zip(days).zip(&written) {
            columns.push(Column { field, values: Values::Dates { cells, texts: refs(texts) } });
        }
        take(&Batch { rows: &numbers, columns, problems: Vec::new() });
        first = last;
    }
}

fn date_text(cell: &DateCell) -> String {
    if cell.state != DateState::Date {
        return String::new();
    }
    let (year, month, day) = Day(cell.lo).ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

fn refs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |found| found.len() >> 20)
}

/// A line of the process's own figures, where the system gives them.
fn memory(line: &str) -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find(|found| found.starts_with(line)).and_then(|found| found.split_whitespace().nth(1));
    found
        .and_then(|kib| kib.parse::<u64>().ok())
        .map_or_else(|| "unknown".to_owned(), |kib| format!("{} MB", kib >> 10))
}
