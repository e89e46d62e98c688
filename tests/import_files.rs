//! The general reader on the sample files and, where they are there, on real public files.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use uuid::Uuid;
use vigie::frame::batch::{Batch, RowSink};
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::profiles;
use vigie::import::progress::Progress;
use vigie::import::propose::fit;
use vigie::import::read::assemble::incident_from_row;
use vigie::import::read::read;
use vigie::import::report::ImportReport;
use vigie::model::affected::{Amount, Effect, Unit};
use vigie::model::event::{EventKind, When};
use vigie::model::incident::Incident;

/// Keeps the records.
#[derive(Default)]
struct Records(Vec<Incident>);

impl RowSink for Records {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        self.0.extend((0..batch.rows.len()).map(|row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil())));
        Ok(())
    }
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

/// A real file, or `None` with a printed line when it is not here.
fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

/// Reads a file with the shipped recipe that fits it.
fn import(path: &Path) -> (&'static str, ImportReport, Vec<Incident>) {
    let bytes = std::fs::read(path).expect("readable");
    let found = sniff(&bytes, Extent::Whole).expect("a table");
    let (profile, recipe) = profiles::choose(&found).expect("a known source");
    let mut records = Records::default();
    let progress = Progress::default();
    let report = read(&mut bytes.as_slice(), &fit::fitted(&recipe, &found), &mut records, &progress).expect("read");
    assert!(report.adds_up());
    assert_eq!(report.imported, records.0.len() as u64);
    assert_eq!(progress.rows(), report.read);
    println!(
        "{}: read {}, imported {}, rejected {}, blank {}, problems {:?}",
        path.file_name().unwrap().to_string_lossy(),
        report.read,
        report.imported,
        report.rejected.len(),
        report.blank,
        report.counts
    );
    for row in report.rejected.iter().take(5) {
        println!("   rejected {:?}", row.problems);
    }
    (profile.name, report, records.0)
}

/// Sum of the lower bounds and number of records without a count.
fn people(records: &[Incident], unit: Unit) -> (u64, usize) {
    let count = |incident: &Incident| {
        incident.affected.iter().find_map(|affected| match &affected.amount {
            Amount::Count(count) if affected.unit == unit && affected.effect == Effect::DataExposed => Some(count.lo),
            _ => None,
        })
    };
    (records.iter().filter_map(count).sum(), records.iter().filter(|incident| count(incident).is_none()).count())
}

fn dated(records: &[Incident], kind: EventKind) -> usize {
    let has = |incident: &&Incident| {
        incident.events.iter().any(|event| event.kind == kind && matches!(event.when, When::Date(_)))
    };
    records.iter().filter(has).count()
}

#[test]
fn washington_sample() {
    let (name, report, records) = import(&sample("washington_notices.csv"));
    assert_eq!(name, "washington_sample");
    assert_eq!((report.read, report.imported), (445, 445));
    let year = |year: &str| {
        let of_year = |incident: &&Incident| incident.custom.get("Reporting year").is_some_and(|found| found == year);
        records.iter().filter(of_year).cloned().collect::<Vec<_>>()
    };
    let first = year("2021");
    assert_eq!(first.len(), 286);
    assert_eq!(people(&first, Unit::People), (6_510_969, 1));
}

#[test]
fn example_register_and_french_sample() {
    let (_, report, records) = import(&sample("example_register.csv"));
    assert_eq!((report.imported, report.rejected.len()), (60, 0));
    let open = |incident: &&Incident| incident.events.iter().any(|event| event.when == When::NotYet);
    assert!(records.iter().filter(open).count() > 0, "some disclosures are still to come");
    let (name, report, records) = import(&sample("french_incidents.csv"));
    assert_eq!(name, "french_sample");
    assert_eq!(report.rejected.len(), 0);
    assert!(records.len() >= 80);
}

#[test]
fn washington_as_published() {
    let Some(path) = real("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv") else {
        return;
    };
    let (_, report, records) = import(&path);
    assert_eq!((report.read, report.imported, report.rejected.len(), report.blank), (1_618, 1_618, 0, 0));
    assert_eq!(dated(&records, EventKind::Aware), 1_595);
    assert_eq!(dated(&records, EventKind::IntrusionBegan), 1_618 - 167);
    assert_eq!(people(&records, Unit::People).1, 32);
}

#[test]
fn have_i_been_pwned_as_published() {
    let Some(path) = real("hibp/breaches_20250315.json") else { return };
    let (_, report, records) = import(&path);
    assert_eq!((report.read, report.imported), (875, 875));
    assert_eq!(people(&records, Unit::Accounts), (14_946_651_318, 0));
    assert_eq!(dated(&records, EventKind::MadePublic), 875);
    assert!(records.iter().all(|incident| !incident.description.contains("<a href")), "descriptions are plain text");
    assert!(records.iter().all(|incident| !incident.data_classes.items.is_empty()));
}

#[test]
fn the_us_health_portal_as_published() {
    let (Some(archive), Some(open)) = (real("hhs_ocr/breach_report(1).csv"), real("hhs_ocr/breach_report.csv")) else {
        return;
    };
    let (_, archived, records) = import(&archive);
    assert_eq!((archived.read, archived.imported), (4_533, 4_533));
    assert_eq!(dated(&records, EventKind::RegulatorNotified), 4_533);
    let (_, current, _) = import(&open);
    assert_eq!((current.read, current.imported), (869, 869));
}

#[test]
fn rejected_rows_are_saved_corrected_and_imported() {
    let recipe = &profiles::by_name("washington_sample").and_then(profiles::Profile::usual).expect("known");
    let sample = std::fs::read_to_string(sample("washington_notices.csv")).expect("the sample");
    let header = sample.lines().next().expect("a header");
    let good = "1,Acme,Health,Cyberattack,,2021-01-01,2021-01-02,2021-01-03,2021-02-01,500,2021";
    let bad = "2,\"Bern, Inc.\",Health,Cyberattack,,2021-02-31,,2021-01-03,2021-02-01,many,2021";
    let short = "3,Cut off";
    let file = format!("{header}\n{good}\n{bad}\n,,,,,,,,,,\n{short}\n");
    let found = sniff(file.as_bytes(), Extent::Whole).expect("a table");
    let recipe = fit::fitted(recipe, &found);
    let mut records = Records::default();
    let report = read(&mut file.as_bytes(), &recipe, &mut records, &Progress::default()).expect("read");
    assert_eq!((report.read, report.imported, report.rejected.len(), report.blank), (4, 1, 2, 1));
    assert_eq!(records.0.len(), 1);
    let kinds: Vec<&str> = report.rejected[0].problems.iter().map(|problem| problem.kind.key()).collect();
    assert_eq!(kinds, ["bad_date", "bad_count"], "every problem of the row is named");

    let saved = report.rejected_file().expect("two rows");
    let text = String::from_utf8(saved.bytes).expect("UTF-8");
    let corrected = text
        .replace("2021-02-31", "2021-02-28")
        .replace("many", "about 1,200")
        .replace("3,Cut off", "3,Cut off,Health,Theft,,,,,2021-03-01,,2021");
    let corrected = corrected.replace("about 1,200", "\"about 1,200\"");
    let found = sniff(corrected.as_bytes(), Extent::Whole).expect("a table");
    let recipe = fit::fitted(&recipe, &found);
    let again = read(&mut corrected.as_bytes(), &recipe, &mut records, &Progress::default()).expect("read");
    assert_eq!((again.imported, again.rejected.len()), (2, 0), "{:?}", again.rejected);
    assert_eq!(records.0[1].organisations[0].name, "Bern, Inc.");
}

#[test]
fn a_zero_that_comes_too_often_is_not_nobody() {
    use vigie::import::recipe::{PlaceholderMeaning, Target};
    use vigie::import::{propose, propose::survey};
    let Some(path) = real("fr_leaks_feed/breaches_20251211.json") else { return };
    let bytes = std::fs::read(&path).expect("readable");
    let found = sniff(&bytes, Extent::Whole).expect("a list of records");
    let today = vigie::model::calendar::Day::from_ymd(2026, 1, 1).expect("a day");
    let seen = survey::survey(&mut bytes.as_slice(), &found.format, today, &Progress::default()).expect("read");
    let proposal = propose::propose(&seen, &found.format, "feed", &[]);
    let rule = proposal.recipe.columns.iter().find(|rule| rule.header == "PwnCount").expect("a column");
    let Target::Count { placeholders, .. } = &rule.target else { panic!("{rule:?}") };
    assert_eq!(placeholders.first().map(|rule| (rule.number, rule.means)), Some((0, PlaceholderMeaning::Unknown)));
    let mut records = Records::default();
    read(&mut bytes.as_slice(), &proposal.recipe, &mut records, &Progress::default()).expect("read");
    assert_eq!(people(&records.0, Unit::Accounts).1, 1_820);
}

#[test]
fn a_feed_that_only_contains_a_known_list_is_not_that_list() {
    let Some(path) = real("fr_leaks_feed/breaches_20251211.json") else { return };
    let bytes = std::fs::read(&path).expect("readable");
    let found = sniff(&bytes, Extent::Whole).expect("a list of records");
    let fitting = profiles::choose(&found).map(|(profile, _)| profile.name);
    assert_eq!(fitting, Some("fr_leaks_feed"), "its dates of addition are those of a collection, not of a disclosure");
}

#[test]
fn five_hundred_is_a_placeholder_only_where_it_stands_out() {
    use vigie::import::recipe::Target;
    use vigie::import::{propose, propose::survey};
    let placeholders_in = |counts: &[u64]| {
        let mut text = "organisation,people affected\n".to_owned();
        for (row, count) in counts.iter().enumerate() {
            writeln!(text, "Organisation {row},{count}").expect("a text grows");
        }
        let found = sniff(text.as_bytes(), Extent::Whole).expect("a table");
        let today = vigie::model::calendar::Day::from_ymd(2026, 1, 1).expect("a day");
        let seen = survey::survey(&mut text.as_bytes(), &found.format, today, &Progress::default()).expect("read");
        let proposal = propose::propose(&seen, &found.format, "list", &[]);
        let rule = proposal.recipe.columns.iter().find(|rule| rule.header == "people affected").expect("a column");
        let Target::Count { placeholders, .. } = &rule.target else { panic!("{rule:?}") };
        placeholders.iter().map(|rule| rule.number).collect::<Vec<_>>()
    };
    // A list that begins at 500 and in which every number is about as frequent.
    let even: Vec<u64> = (0..2_000).map(|row| 495 + row % 20).collect();
    assert_eq!(placeholders_in(&even), Vec::<i64>::new());
    // A duty to report from 500 on, and numbers filed before they were known.
    let mut filed = even.clone();
    filed.retain(|count| !(500..=505).contains(count));
    filed.extend([500; 80].iter().chain(&[501; 26]).chain(&[502; 4]).chain(&[503; 3]));
    assert_eq!(placeholders_in(&filed), vec![500, 501]);
}
