//! The shipped recipes read their files whole, and the records say what the files say.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use uuid::Uuid;
use vigie::frame::batch::{Batch, RowSink};
use vigie::import::profiles;
use vigie::import::progress::Progress;
use vigie::import::read::assemble::incident_from_row;
use vigie::import::read::read;
use vigie::import::report::ImportReport;
use vigie::model::affected::{Amount, Effect, Unit};
use vigie::model::event::{EventKind, When};
use vigie::model::incident::Incident;
use vigie::model::missing::Missing;
use vigie::model::organisation::Role;

/// Keeps every record: these files are small.
#[derive(Default)]
struct Records(Vec<Incident>);

impl RowSink for Records {
    type Error = Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Infallible> {
        let record = |row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil());
        self.0.extend((0..batch.rows.len()).map(record));
        Ok(())
    }
}

fn read_file(name: &str, path: &Path) -> (Vec<Incident>, ImportReport) {
    let recipe = profiles::by_name(name).and_then(profiles::Profile::usual).expect("a known source");
    let mut records = Records::default();
    let mut file = std::fs::File::open(path).expect("a file");
    let report = read(&mut file, &recipe, &mut records, &Progress::default()).expect("a file of this shape");
    let rejected: Vec<_> = report.rejected.iter().map(|row| &row.problems).collect();
    assert!(rejected.is_empty(), "{name}: {rejected:?}");
    assert_eq!(report.imported, records.0.len() as u64);
    (records.0, report)
}

fn sample(name: &str, file: &str) -> Vec<Incident> {
    read_file(name, &Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(file)).0
}

/// A public list beside the project, when it is there.
fn public(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

/// How many records have a number of this unit and effect, and the sum of the lower ends.
fn known(records: &[Incident], unit: Unit, effect: Effect) -> (usize, u64) {
    let of_measure = records.iter().flat_map(|one| &one.affected).filter(|it| it.unit == unit && it.effect == effect);
    let numbers: Vec<u64> = of_measure
        .filter_map(|it| match &it.amount {
            Amount::Count(count) => Some(count.lo),
            Amount::Missing(_) => None,
        })
        .collect();
    (numbers.len(), numbers.iter().sum())
}

/// How many records have a date, "not yet", and a missing date for this reason.
fn states(records: &[Incident], kind: EventKind, reason: Missing) -> (usize, usize, usize) {
    let of_kind = || records.iter().flat_map(|one| &one.events).filter(|event| event.kind == kind);
    let counted = |wanted: &dyn Fn(&When) -> bool| of_kind().filter(|event| wanted(&event.when)).count();
    (
        counted(&|when| matches!(when, When::Date(_))),
        counted(&|when| *when == When::NotYet),
        counted(&|when| *when == When::Missing(reason)),
    )
}

#[test]
fn the_washington_sample() {
    let records = sample("washington_sample", "washington_notices.csv");
    assert_eq!(records.len(), 445);
    assert_eq!(known(&records, Unit::People, Effect::DataExposed), (443, 11_344_488));
    assert_eq!(states(&records, EventKind::RegulatorNotified, Missing::Unknown).0, 445);
    assert_eq!(states(&records, EventKind::Aware, Missing::Unknown).0, 441);
    let ransomware = records.iter().filter(|one| one.kinds.iter().any(|kind| kind == "Ransomware")).count();
    assert_eq!(ransomware, 197);
}

#[test]
fn the_example_register() {
    let records = sample("example_register", "example_register.csv");
    assert_eq!(records.len(), 60);
    assert!(records.iter().all(|one| one.severity.is_some() && one.status.is_some() && one.kinds.len() == 1));
    assert_eq!(states(&records, EventKind::RegulatorNotified, Missing::NotApplicable), (39, 2, 18));
    assert_eq!(states(&records, EventKind::PeopleTold, Missing::Withheld), (31, 6, 1));
    assert_eq!(states(&records, EventKind::MadePublic, Missing::Withheld), (13, 1, 2));
    assert_eq!(states(&records, EventKind::IntrusionBegan, Missing::Unknown), (57, 0, 3));
    assert_eq!(known(&records, Unit::Accounts, Effect::DataExposed), (7, 106));
    assert_eq!(known(&records, Unit::Systems, Effect::AccessCut), (3, 54));
    assert!(records.iter().all(|one| one.sources.iter().any(|source| source.source.contains("does not exist"))));
}

#[test]
fn the_french_sample() {
    let records = sample("french_sample", "french_incidents.csv");
    assert_eq!(records.len(), 153);
    assert_eq!(states(&records, EventKind::Other, Missing::Unknown).0, 153);
    let dated: usize = records.iter().map(|one| one.events.len()).sum();
    assert_eq!(dated, 153, "one date each, so that no delay can be computed");
    // Those cut off are users of their own kind and in no sum of people or users whose data was exposed.
    assert_eq!(known(&records, Unit::Users, Effect::AccessCut), (1, 0));
    // The unit of a number is read from the column beside it.
    for (unit, numbers, sum) in [
        (Unit::People, 25, 214_501_466),
        (Unit::Customers, 10, 46_761_504),
        (Unit::Accounts, 3, 1_498_827),
        (Unit::Users, 1, 1_600_000),
        (Unit::Records, 2, 1_070_000),
    ] {
        assert_eq!(known(&records, unit, Effect::DataExposed), (numbers, sum), "{unit:?}");
    }
    let processors = records.iter().flat_map(|one| &one.organisations).filter(|party| party.role == Role::Processor);
    assert_eq!(processors.count(), 5);
}

#[test]
fn the_lists_of_washington_hibp_and_the_us_health_department() {
    if let Some(path) = public("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv") {
        let (records, _) = read_file("washington", &path);
        assert_eq!(records.len(), 1_618);
        let unknown = records.len() - known(&records, Unit::People, Effect::DataExposed).0;
        assert_eq!(unknown, 32);
        assert_eq!(states(&records, EventKind::Aware, Missing::Unknown).0, 1_618 - 23);
    }
    if let Some(path) = public("hibp/breaches_20250315.json") {
        let (records, _) = read_file("hibp", &path);
        assert_eq!(known(&records, Unit::Accounts, Effect::DataExposed), (875, 14_946_651_318));
        assert!(records.iter().all(|one| !one.data_classes.items.is_empty() && !one.description.contains("<a ")));
    }
    if let (Some(open), Some(archive)) = (public("hhs_ocr/breach_report.csv"), public("hhs_ocr/breach_report(1).csv")) {
        let (mut records, _) = read_file("hhs_ocr", &archive);
        assert_eq!(records.len(), 4_533);
        records.extend(read_file("hhs_ocr", &open).0);
        assert_eq!(records.len(), 5_402);
        let at_least = records.iter().flat_map(|one| &one.affected).filter(|it| match &it.amount {
            Amount::Count(count) => count.lo == 500 && count.hi.is_none(),
            Amount::Missing(_) => false,
        });
        assert_eq!(at_least.count(), 87 + 26, "500 and 501 stand for a number not known yet");
    }
}
