//! Every date of the public files beside the project is read, or refused for a stated reason; heaps are as counted.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use vigie::frame::cell::DateState;
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::cells::date::{read_date_text, read_parts};
use vigie::import::date_rules::{DateReading, Firsts, Numbers, Ranges};
use vigie::import::progress::Progress;
use vigie::import::propose::date_choices::{DateChoice, decide, heaped};
use vigie::import::propose::proposal::{OpenQuestion, Proposal};
use vigie::import::propose::propose;
use vigie::import::propose::survey::{Heap, Survey, survey};
use vigie::import::recipe::{DateOrder, Target};
use vigie::model::calendar::Day;
use vigie::model::date::PartialDate;
use vigie::model::event::EventKind;
use vigie::text::Lang;

fn data(path: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if !found.exists() {
        println!("skipped: no {path} beside the project");
        return None;
    }
    Some(found)
}

/// What became of the texts of a column: how many dates, missing ones by state, and refused ones by text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    dates: usize,
    missing: BTreeMap<String, usize>,
    refused: BTreeMap<String, usize>,
}

fn told<'a>(texts: impl IntoIterator<Item = &'a str>, order: DateOrder) -> Told {
    let mut told = Told::default();
    for text in texts {
        match read_date_text(text, order) {
            Ok((cell, kept)) if cell.state == DateState::Date => {
                told.dates += 1;
                assert!(cell.lo <= cell.hi, "{text}");
                let again = PartialDate::parse(&kept).expect(text);
                assert_eq!(again.as_written(), kept, "{text}");
                assert_eq!(PartialDate::parse(&again.canonical()).expect(text).form(), again.form(), "{text}");
            }
            Ok((cell, _)) => *told.missing.entry(format!("{:?}", cell.state)).or_default() += 1,
            Err(error) => *told.refused.entry(format!("{text}: {error:?}")).or_default() += 1,
        }
    }
    told
}

/// The cells of some columns of a delimited file.
fn columns(path: &Path, headers: &[&str]) -> BTreeMap<String, Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).expect("a file");
    let names = reader.headers().expect("headers").clone();
    let mut cells: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in reader.records() {
        let record = record.expect("a record");
        for (name, cell) in names.iter().zip(&record).filter(|(name, _)| headers.contains(name)) {
            cells.entry(name.to_owned()).or_default().push(cell.to_owned());
        }
    }
    cells
}

fn told_columns(path: &Path, headers: &[&str], order: DateOrder) -> BTreeMap<String, Told> {
    columns(path, headers)
        .into_iter()
        .map(|(name, cells)| (name, told(cells.iter().map(String::as_str), order)))
        .collect()
}

fn surveyed(bytes: &[u8]) -> (Survey, Proposal) {
    let found = sniff(bytes, Extent::Whole).expect("a table");
    let seen = survey(&mut &*bytes, &found.format, Day(20_700), &Progress::default()).expect("a survey");
    let proposal = propose(&seen, &found.format, "file", &[]);
    (seen, proposal)
}

#[test]
fn every_date_of_the_timelines_is_read_or_missing_in_its_own_words() {
    let Some(path) = data("hackmageddon/hackmageddon_2023plus.csv") else { return };
    let headers = ["date_discovered_raw", "date_occurred_raw", "date_reported_raw"];
    let told = told_columns(&path, &headers, DateOrder::DayMonthYear);
    for header in ["date_occurred_raw", "date_reported_raw"] {
        assert_eq!(told[header], Told { dates: 1_832, ..Told::default() }, "{header}");
    }
    let discovered = &told["date_discovered_raw"];
    assert!(discovered.refused.is_empty(), "{discovered:?}");
    assert_eq!(discovered.dates, 1_700);
    let missing: Vec<(&str, usize)> =
        discovered.missing.iter().map(|(state, cells)| (state.as_str(), *cells)).collect();
    assert_eq!(missing, [("Blank", 117), ("NotStated", 1), ("Unknown", 14)]);
}

#[test]
fn every_date_of_the_other_files_is_read() {
    for (file, headers, order, dates) in [
        ("hhs_ocr/breach_report.csv", &["Breach Submission Date"][..], DateOrder::MonthDayYear, 869),
        ("hhs_ocr/breach_report(1).csv", &["Breach Submission Date"], DateOrder::MonthDayYear, 4_533),
        (
            "wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv",
            &["DateAware", "DateStart", "DateEnd", "DateSubmitted"],
            DateOrder::YearMonthDay,
            1_618 * 4 - 23 - 167 - 239,
        ),
        (
            "eurepoc/EuRepoC_Global_Database_1.1.csv",
            &["start_date", "end_date", "attribution_date", "political_response_date", "legal_response_date"],
            DateOrder::YearMonthDay,
            1_627 + 1_596 + 831 + 45 + 19,
        ),
    ] {
        let Some(path) = data(file) else { continue };
        let told = told_columns(&path, headers, order);
        assert_eq!(told.len(), headers.len(), "{file}");
        for (header, told) in &told {
            assert!(told.refused.is_empty(), "{file}, {header}: {:?}", told.refused);
            assert!(told.missing.keys().all(|state| state == "Blank"), "{file}, {header}: {:?}", told.missing);
        }
        assert_eq!(told.values().map(|told| told.dates).sum::<usize>(), dates, "{file}");
    }
}

#[test]
fn a_heap_on_first_days_is_counted_offered_and_never_applied_by_itself() {
    let Some(path) = data("hibp/breaches_20250315.json") else { return };
    let bytes = std::fs::read(path).expect("a file");
    let (seen, mut proposal) = surveyed(&bytes);
    let column = seen.columns.iter().find(|column| column.header == "BreachDate").expect("a column");
    let heap = column.dates.heap(DateOrder::YearMonthDay);
    assert_eq!((heap.days, heap.firsts), (875, 167));
    assert_ne!(heaped(heap), Firsts::AsWritten);
    let rule = |proposal: &Proposal| {
        let rule = proposal.recipe.columns.iter().find(|rule| rule.header == "BreachDate").expect("a rule");
        let Target::Date { reading, .. } = rule.target else { panic!("{rule:?}") };
        reading
    };
    assert_eq!(rule(&proposal), DateReading::default());
    let sentence = |proposal: &Proposal| {
        let all: Vec<String> = proposal.assumptions().iter().map(|one| one.words(Lang::En)).collect();
        all.into_iter().find(|words| words.contains("1st of a month")).expect("it is said")
    };
    assert!(sentence(&proposal).contains("167 of 875"), "{}", sentence(&proposal));
    assert!(sentence(&proposal).contains("--date-reading \"BreachDate=first-is-month"), "{}", sentence(&proposal));
    decide(&mut proposal, &[("BreachDate".to_owned(), DateChoice::Firsts(Firsts::Month))]).expect("a column of dates");
    assert_eq!(rule(&proposal).firsts, Firsts::Month);
    // The dates on which the list took them in are no heap.
    let added = seen.columns.iter().find(|column| column.header == "AddedDate").expect("a column");
    assert_eq!(heaped(added.dates.heap(DateOrder::YearMonthDay)), Firsts::AsWritten);
}

#[test]
fn parts_of_dates_are_found_by_their_headers_and_joined() {
    let text = "timeline.incident.year;timeline.incident.month;timeline.incident.day;summary;n\n\
                2013;7;4;a;1\n2013;7;;b;2\n2013;;;c;3\n2013;0;99;d;4\n2013;2;30;e;5\n";
    let (_, proposal) = surveyed(text.as_bytes());
    let rule = proposal.recipe.columns.first().expect("a column");
    let Target::Date { parts: Some(parts), .. } = &rule.target else { panic!("{rule:?}") };
    assert_eq!(
        (parts.month.as_str(), parts.day.as_deref()),
        ("timeline.incident.month", Some("timeline.incident.day"),)
    );
    assert!(proposal.recipe.columns.iter().skip(1).take(2).all(|rule| rule.target == Target::Ignore));
    let saved = serde_json::to_string(&proposal.recipe).expect("a document");
    assert_eq!(serde_json::from_str::<vigie::import::recipe::Recipe>(&saved).expect("reads back"), proposal.recipe);
    let mut builder = vigie::frame::FrameBuilder::new(uuid::Uuid::nil());
    let progress = Progress::default();
    let report =
        vigie::import::read::read(&mut text.as_bytes(), &proposal.recipe, &mut builder, &progress).expect("read");
    assert_eq!((report.imported + report.rejected.len() as u64, report.adds_up()), (5, true));
    assert_eq!(report.counts.values().sum::<u64>(), 1, "30 February is a problem: {:?}", report.counts);
    let Some(path) = data("vcdb/json") else { return };
    let mut precisions = BTreeMap::new();
    for entry in std::fs::read_dir(path).expect("a folder") {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
        let document: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        for event in ["/timeline/incident", "/plus/timeline/notification"] {
            let part = |name: &str| {
                document.pointer(&format!("{event}/{name}")).map_or_else(String::new, std::string::ToString::to_string)
            };
            let (cell, kept) =
                read_parts(&part("year"), &part("month"), &part("day"), DateOrder::YearMonthDay).expect("parts");
            if cell.state == DateState::Date {
                *precisions.entry((event, kept.len())).or_insert(0) += 1;
            }
        }
    }
    let expected = BTreeMap::from([
        (("/timeline/incident", 4), 33),
        (("/timeline/incident", 7), 22),
        (("/timeline/incident", 10), 45),
        (("/plus/timeline/notification", 4), 11),
        (("/plus/timeline/notification", 7), 7),
        (("/plus/timeline/notification", 10), 47),
    ]);
    assert_eq!(precisions, expected);
}

#[test]
fn bare_numbers_under_a_header_of_dates_ask_what_they_count() {
    let mut text = String::from("organisation,breach date,people affected\n");
    for row in 0..60 {
        writeln!(text, "Ville {row},{},{}", 45_000 + row * 7, 21_000 + row).expect("into a text");
    }
    let (seen, mut proposal) = surveyed(text.as_bytes());
    let [OpenQuestion::DateNumbers { column, evidence }] = &proposal.open[..] else { panic!("{:?}", proposal.open) };
    assert_eq!((column.as_str(), evidence.serials.cells), ("breach date", 60));
    let words = proposal.open[0].words(Lang::En);
    assert!(words.contains("15 March 2023") && words.contains("16 March 2027"), "{words}");
    assert!(words.contains("--date-reading \"breach date=excel-1900\""), "{words}");
    let people = &proposal.recipe.columns[2].target;
    assert!(matches!(people, Target::Count { .. }), "a column of counts asks nothing: {people:?}");
    let choice = DateChoice::Numbers(Numbers::Excel1900);
    decide(&mut proposal, &[("breach date".to_owned(), choice)]).expect("a column of dates");
    assert!(proposal.open.is_empty());
    let mut builder = vigie::frame::FrameBuilder::new(uuid::Uuid::nil());
    vigie::import::read::read(&mut text.as_bytes(), &proposal.recipe, &mut builder, &Progress::default())
        .expect("read");
    let Target::Date { event, .. } = proposal.recipe.columns[1].target else { panic!("dates") };
    let snapshot = builder.finish();
    let first = snapshot.chunks().iter().find_map(|chunk| chunk.dates(event)).expect("dates");
    assert_eq!(first.lows()[0], Day::from_ymd(2023, 3, 15).unwrap().0);
    assert_eq!(seen.columns[1].dates.all(), 0);
}

#[test]
fn a_range_is_some_time_in_unless_it_is_said_to_be_an_extent() {
    let text = "organisation,breach date,people\nA,du 3 au 5 mai 2024,1\nB,2024-05-09,2\nC,March to April 2024,3\n\
                D,between 3 and 5 May 2024,4\nE,3-5 May 2024,5\nF,2024-06-01,6\n";
    let (_, mut proposal) = surveyed(text.as_bytes());
    let said =
        |proposal: &Proposal| -> Vec<String> { proposal.assumptions().iter().map(|one| one.words(Lang::En)).collect() };
    assert!(
        said(&proposal).iter().any(|words| words.starts_with("3 values of “breach date”")),
        "{:?}",
        said(&proposal)
    );
    let ends = vigie::model::event::EventKind::IntrusionEnded;
    let days = |proposal: &Proposal| {
        let mut sink = Ends::default();
        vigie::import::read::read(&mut text.as_bytes(), &proposal.recipe, &mut sink, &Progress::default())
            .expect("read");
        sink.0
    };
    assert!(days(&proposal).iter().all(|record| record.len() == 1));
    decide(&mut proposal, &[("breach date".to_owned(), DateChoice::Ranges(Ranges::Extent(ends)))]).expect("dates");
    let told: Vec<String> = days(&proposal).iter().map(|record| record.join(" → ")).collect();
    let wanted = [
        "2024-05-03 → 2024-05-05",
        "2024-05-09",
        "2024-03 → 2024-04",
        "between 3 and 5 May 2024",
        "2024-05-03 → 2024-05-05",
        "2024-06-01",
    ];
    assert_eq!(told, wanted);
}

/// The dates of each record, as written.
#[derive(Default)]
struct Ends(Vec<Vec<String>>);

impl vigie::frame::batch::RowSink for Ends {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &vigie::frame::batch::Batch<'_>) -> Result<(), Self::Error> {
        for row in 0..batch.rows.len() {
            let id = uuid::Uuid::nil();
            let record = vigie::import::read::assemble::incident_from_row(batch, row, id, id);
            let written = record.events.iter().map(|event| match &event.when {
                vigie::model::event::When::Date(date) => date.as_written().to_owned(),
                other => format!("{other:?}"),
            });
            self.0.push(written.collect());
        }
        Ok(())
    }
}

#[test]
fn first_days_are_heaped_or_not_by_the_whole_column() {
    let heap = Heap { days: 875, firsts: 167, new_years: 0 };
    assert_eq!(heaped(heap), Firsts::Month);
}

#[test]
fn a_column_of_years_is_the_date_of_a_file_without_another() {
    let event = |text: &str, place: usize| {
        let (_, proposal) = surveyed(text.as_bytes());
        assert_eq!(proposal.open, [], "{text}");
        match &proposal.recipe.columns[place].target {
            Target::Date { event, .. } => Some(*event),
            _ => None,
        }
    };
    let rows = |header: &str, last: &str| {
        let rows: Vec<String> = (0..30).map(|row| format!("{},Town {row}{last}\n", 2010 + row % 9)).collect();
        format!("{header}\n{}", rows.concat())
    };
    assert_eq!(event(&rows("year,organisation", ""), 0), Some(EventKind::Other));
    assert_eq!(event(&rows("Année,organisation", ""), 0), Some(EventKind::Other));
    assert_eq!(event(&rows("Breach Year,organisation", ""), 0), Some(EventKind::IntrusionBegan));
    // Beside a date, and of something else than incidents, years stay as they stand.
    assert_eq!(event(&rows("year,organisation,date disclosed", ",2024-03-01"), 0), None);
    assert_eq!(event(&rows("founding year,organisation", ""), 0), None);
}

#[test]
fn a_year_does_not_show_that_it_is_complete() {
    let as_of = |dates: [&str; 3]| {
        let rows = dates.map(|date| format!("Town {date},{date}\n")).concat();
        surveyed(format!("organisation,breach date\n{rows}").as_bytes()).1.recipe.dataset.as_of
    };
    assert_eq!(as_of(["2014", "2015", "2016"]), Day::from_ymd(2016, 1, 1));
    assert_eq!(as_of(["2014", "2015-11", "2014-03-02"]), Day::from_ymd(2015, 11, 30));
    assert_eq!(as_of(["2014", "2015", "2015-03-02"]), Day::from_ymd(2015, 3, 2));
}
