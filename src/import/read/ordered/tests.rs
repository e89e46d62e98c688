use std::fmt::Write as _;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::frame::batch::Field;
use crate::import::bytes::sniff::{Extent, sniff};
use crate::import::propose::propose;
use crate::import::propose::survey::survey;
use crate::import::read::assemble::incident_from_row;
use crate::import::read::read;
use crate::import::recipe::{Blank, ColumnRule, DateOrder, DateReading, OnBad, Target, Thousands};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::incident::Incident;
use crate::model::organisation::Role;
use crate::model::problem::{Problem, ProblemKind};

/// Records and the problems that came with them, as the general reader pushes them.
#[derive(Default)]
struct Keeping {
    records: Vec<Incident>,
    problems: Vec<Problem>,
}

fn records(batch: &Batch<'_>) -> Vec<Incident> {
    (0..batch.rows.len()).map(|row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil())).collect()
}

impl RowSink for Keeping {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        self.records.extend(records(batch));
        self.problems.extend(batch.problems.iter().cloned());
        Ok(())
    }
}

/// Makes records on all threads.
#[derive(Default)]
struct Making {
    problems: Vec<Problem>,
}

impl Stages for Making {
    type Ticket = ();
    type Part = Vec<Incident>;

    fn number(&mut self, batch: &Batch<'_>) -> Result<(), ImportError> {
        self.problems.extend(batch.problems.iter().cloned());
        Ok(())
    }

    fn make((): (), batch: &Batch<'_>) -> Vec<Incident> {
        records(batch)
    }
}

fn recipe() -> Recipe {
    let date = |event, blank| Target::Date {
        event,
        order: DateOrder::DayMonthYear,
        blank,
        reading: DateReading::default(),
        parts: None,
    };
    let people = Field::Affected(Unit::People, Effect::DataExposed);
    let count =
        Target::Count { field: people, thousands: Thousands::Comma, placeholders: Vec::new(), unit_column: None };
    let columns = [
        ("id", Target::Text(Field::Key), OnBad::RejectRow),
        ("name", Target::Text(Field::Organisation(Role::Victim)), OnBad::RejectRow),
        ("kinds", Target::List { field: Field::Kind, separator: ";".into() }, OnBad::RejectRow),
        ("aware", date(EventKind::Aware, Blank::NothingSaid), OnBad::RejectRow),
        ("told", date(EventKind::MadePublic, Blank::NotYet), OnBad::KeepRow),
        ("people", count, OnBad::RejectRow),
    ];
    let rule = |(header, target, on_bad): (&str, Target, OnBad)| ColumnRule {
        header: header.into(),
        target,
        on_bad,
        knows_missing: false,
        names: crate::import::recipe::Names::default(),
    };
    // A recipe as it is proposed for such a file, with what is read decided here.
    let head = b"id,name,kinds,aware,told,people,note\n1,Acme,Theft,2024-01-02,2024-02-03,12,x\n";
    let found = sniff(head, Extent::Whole).expect("a table");
    let seen = survey(&mut &head[..], &found.format, Day(20_000), &Progress::default()).expect("read");
    let mut recipe = propose(&seen, &found.format, "test", &[]).recipe;
    recipe.columns = columns.into_iter().map(rule).collect();
    recipe
}

/// Both ways of reading, the parts in blocks of this many bytes.
fn assert_alike(bytes: &[u8], recipe: &Recipe, size: usize) -> Result<ImportReport, ImportError> {
    let (one, many) = (Progress::default(), Progress::default());
    let mut keeping = Keeping::default();
    let general = read(&mut &*bytes, recipe, &mut keeping, &one);
    let (mut making, made) = (Making::default(), Mutex::new(Vec::new()));
    let give = |part: Vec<Incident>| {
        made.lock().expect("whole").extend(part);
        Ok(())
    };
    let mut source = bytes;
    let blocks = Blocks::new(&mut source, b',', &many).of_size(size);
    let ordered = read_blocks(blocks, recipe, None, &mut making, &give, &many);
    assert_eq!(ordered, general);
    if let Ok(report) = &general {
        assert!(report.adds_up());
        assert_eq!(made.into_inner().expect("whole"), keeping.records);
        assert_eq!(making.problems, keeping.problems);
        assert_eq!(many.rows(), one.rows());
    }
    ordered
}

/// Rows of every sort.
fn text(rows: u32) -> String {
    let mut text = String::from("id,name,kinds,aware,told,people,note\r\n");
    for row in 0..rows {
        let people = ["\"1,234\"", "up to 900", "", "plusieurs centaines", "many", "77"][row as usize % 6];
        let aware = ["2024-02", "03/04/2024", "unknown", "31/02/2023", "2023-05-06", ""][row as usize % 5];
        let told = ["", "2024-05-06", "soon perhaps"][row as usize % 3];
        let name =
            ["Préfecture", "\"Ville, la \"\"grande\"\"\"", "\"two\nlines\"", "", " Mairie "][row as usize / 5 % 5];
        // Keys come again, near and far.
        let key = if row % 7 == 0 { row / 14 } else { row };
        match row % 41 {
            5 => text.push('\n'),
            6 => text.push_str(", ,,,,,\n"),
            7 => text.push_str("too,few\n"),
            8 => writeln!(text, "{key},{name},,{aware},{told},{people},x,too,many").unwrap(),
            _ => writeln!(text, "{key},{name},Theft; Phishing;,{aware},{told},{people},n{row}").unwrap(),
        }
    }
    text
}

#[test]
fn many_threads_read_what_the_general_reader_reads() {
    let text = text(6_000);
    for size in [3, 64, 1_000, 30_000, 1 << 20] {
        let report = assert_alike(text.as_bytes(), &recipe(), size).expect("read");
        assert!(report.imported > 0 && report.blank > 0 && !report.rejected.is_empty());
        for kind in [ProblemKind::DuplicateKey, ProblemKind::Nameless, ProblemKind::Undated, ProblemKind::CellCount] {
            assert!(report.counts.contains_key(&kind), "{kind:?}");
        }
    }
}

#[test]
fn the_list_of_problems_is_cut_at_the_same_place() {
    let mut text = String::from("id,name,kinds,aware,told,people,note\n");
    for row in 0..12_000 {
        writeln!(text, "{},,,2024-01-02,perhaps,1,", row % 9).unwrap();
    }
    let report = assert_alike(text.as_bytes(), &recipe(), 5_000).expect("read");
    assert_eq!(report.problems.len(), crate::import::limits::PROBLEMS);
}

#[test]
fn headers_alone_and_nothing_at_all() {
    for text in ["", "id,name\n", "id,name\n\n\n", "id,name\n1,\"open"] {
        for size in [1, 7, 100] {
            assert_alike(text.as_bytes(), &recipe(), size).ok();
        }
    }
}

#[test]
fn an_error_of_the_taker_ends_the_reading_and_nothing_is_given_after_it() {
    let text = text(6_000);
    for wanted in [1, 3, 40] {
        let given = Mutex::new(0);
        let give = |_| {
            let mut given = given.lock().expect("whole");
            *given += 1;
            if *given == wanted { Err(ImportError::Sink("full".into())) } else { Ok(()) }
        };
        let (mut source, progress) = (text.as_bytes(), Progress::default());
        let blocks = Blocks::new(&mut source, b',', &progress).of_size(2_000);
        let read = read_blocks(blocks, &recipe(), None, &mut Making::default(), &give, &progress);
        assert_eq!(read, Err(ImportError::Sink("full".into())));
        assert_eq!(given.into_inner().expect("whole"), wanted);
    }
}

#[test]
fn a_reading_that_is_cancelled_in_the_middle_ends() {
    let text = text(6_000);
    let progress = Progress::default();
    let give = |_| {
        progress.cancel();
        Ok(())
    };
    let mut source = text.as_bytes();
    let blocks = Blocks::new(&mut source, b',', &progress).of_size(2_000);
    let read = read_blocks(blocks, &recipe(), None, &mut Making::default(), &give, &progress);
    assert_eq!(read, Err(ImportError::Cancelled));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_the_text_both_ways_agree(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "1,Acme,Theft,2024-01-02,,5,x\n", "1,Acme,Theft,2024-01-02,,5,x\n", "2,,,,,,\r\n", "\n", "\r", ",,,,,,\n",
            "\"", "\"\"", ",", "3,\"a\nb\",\"c;\"\"d\"\"\",31/02/2024,soon,-4,\n", "few\n", "4,B,,03/04/2024,2024,\"1,200\",y\n",
            "\u{feff}", "é",
        ]), 0..60),
        bad in prop::collection::vec((0_usize..2_000, 0x80_u8..=0xff), 0..4),
        size in 1_usize..200,
    ) {
        let mut bytes = format!("id,name,kinds,aware,told,people,note\n{}", pieces.concat()).into_bytes();
        for (at, byte) in bad {
            // Behind the header, which a recipe would not know any more.
            if let Some(held) = bytes.get_mut(37 + at) {
                *held = byte;
            }
        }
        assert_alike(&bytes, &recipe(), size).ok();
    }
}
