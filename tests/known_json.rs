//! Known sources whose files are JSON: what their records become.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::convert::Infallible;
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
use vigie::model::affected::{Amount, Unit};
use vigie::model::event::{EventKind, When};
use vigie::model::incident::{Confidence, Harm, Incident, Status};
use vigie::model::missing::{Missing, Stated};

#[derive(Default)]
struct Records(Vec<Incident>);

impl RowSink for Records {
    type Error = Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Infallible> {
        self.0.extend((0..batch.rows.len()).map(|row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil())));
        Ok(())
    }
}

/// Reads bytes as the known source that they fit.
fn import(bytes: &[u8], source: &str) -> (Vec<Incident>, ImportReport) {
    let found = sniff(bytes, Extent::Whole).expect("records");
    let (profile, recipe) = profiles::choose(&found).unwrap_or_else(|| panic!("a known source: {:?}", found.headers));
    assert_eq!(profile.name, source);
    let mut records = Records::default();
    let report =
        read(&mut &*bytes, &fit::fitted(&recipe, &found), &mut records, &Progress::default()).expect("readable");
    assert!(report.adds_up());
    println!("{source}: {} read, {} imported, {:?}", report.read, report.imported, report.counts);
    (records.0, report)
}

fn fixture(name: &str, source: &str) -> Vec<Incident> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    import(&std::fs::read(path).expect(name), source).0
}

fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

/// An event in words: its canonical date, or why there is none.
fn when(incident: &Incident, kind: EventKind) -> Option<String> {
    incident.events.iter().find(|event| event.kind == kind).map(|event| match &event.when {
        When::Date(date) => date.canonical(),
        When::NotYet => "not yet".to_owned(),
        When::Missing(reason) => reason.key().to_owned(),
    })
}

fn counts(incident: &Incident) -> Vec<(Unit, Result<u64, Missing>)> {
    let amount = |amount: &Amount| match amount {
        Amount::Count(count) => Ok(count.lo),
        Amount::Missing(reason) => Err(*reason),
    };
    incident.affected.iter().map(|affected| (affected.unit, amount(&affected.amount))).collect()
}

#[test]
fn a_veris_incident_alone_in_an_array_and_in_lines_is_the_same() {
    let array = fixture("veris_array.json", "veris");
    assert_eq!(array.len(), 2);
    assert_eq!(fixture("veris_lines.ndjson", "veris"), array);
    assert_eq!(fixture("veris_one.json", "veris").first(), array.first());
}

#[test]
fn what_a_veris_incident_says() {
    let records = fixture("veris_array.json", "veris");
    let first = &records[0];
    assert_eq!(when(first, EventKind::IntrusionBegan).as_deref(), Some("2014-03-09"));
    assert_eq!(when(first, EventKind::Detected).as_deref(), Some("[2014-07-09..2014-09-09]"));
    assert_eq!(when(first, EventKind::Contained).as_deref(), Some("[2014-07-10..2014-09-12]"));
    assert_eq!(when(first, EventKind::PeopleTold).as_deref(), Some("2014-08"));
    assert_eq!(counts(first), [(Unit::Records, Ok(1_200))]);
    assert_eq!(first.kinds, ["Error", "Error: Misdelivery"]);
    assert_eq!(first.data_classes.items, ["Medical"]);
    assert_eq!(first.posture.confidentiality, Stated::Value(Harm::Potentially));
    assert_eq!(first.posture.integrity, Stated::Missing(Missing::Unknown));
    assert_eq!((first.confidence, first.status), (Some(Confidence::High), None));
    let victim = &first.organisations[0];
    assert_eq!((victim.name.as_str(), victim.sector.as_str()), ("Example Clinic", "Health care and social assistance"));
    assert_eq!((first.place.country.as_str(), first.place.region.as_str()), ("US", "CA"));
    let addresses: Vec<&str> = first.sources.iter().map(|source| source.address.as_str()).collect();
    assert_eq!(addresses, ["http://a.example/1", "http://a.example/2"]);
    assert_eq!(first.actors.items[0].kind, "Internal: End-user");
    // Words without a field are kept under their path.
    for (path, words) in [
        ("timeline.discovery.unit", "Months"),
        ("timeline.discovery.value", "5"),
        ("victim.industry", "622110"),
        ("victim.employee_count", "101 to 1000"),
        ("attribute.confidentiality.data[].variety", "Medical; Unknown"),
        ("asset.assets[].variety", "M - Documents"),
        ("schema_version", "1_3_2"),
        ("plus.created", "2014-09-01T10:00:00Z"),
    ] {
        assert_eq!(first.custom.get(path).map(String::as_str), Some(words), "{path}");
    }
    let second = &records[1];
    assert_eq!(when(second, EventKind::IntrusionBegan).as_deref(), Some("2015"));
    assert_eq!(when(second, EventKind::Detected).as_deref(), Some("unknown"));
    assert_eq!(when(second, EventKind::Contained).as_deref(), Some("none_identified"));
    assert_eq!(when(second, EventKind::PeopleTold), None);
    assert_eq!(second.kinds, ["Hacking", "Malware", "Malware: C2", "Malware: Backdoor"]);
    assert_eq!(second.motives.items, ["Ideology", "Financial"]);
    assert_eq!(second.status, Some(Status::Suspected));
    assert_eq!(second.posture.availability, Stated::Value(Harm::Yes));
    assert!(second.data_classes.items.is_empty() && second.affected.is_empty());
}

#[test]
fn reduced_veris_incidents_of_a_document_database() {
    let records = fixture("veris_reduced.json", "veris");
    assert_eq!(records.len(), 3);
    assert_eq!(when(&records[1], EventKind::IntrusionBegan).as_deref(), Some("2011"));
    assert_eq!(records[0].custom.get("_id").map(String::len), Some(24));
    assert_eq!(records[0].organisations[0].sector, "Finance and insurance");
}

#[test]
fn a_hundred_incidents_of_the_veris_community_database() {
    let Some(folder) = real("vcdb/json") else { return };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|path| std::fs::read_to_string(path).expect("text")).collect();
    let (records, report) = import(texts.join("\n").as_bytes(), "veris");
    assert_eq!((records.len(), report.rejected.len()), (100, 0));
    for text in &texts {
        assert_eq!(import(text.as_bytes(), "veris").0.len(), 1, "each file by itself");
    }
    let (array, _) = import(format!("[{}]", texts.join(",")).as_bytes(), "veris");
    assert_eq!(array, records);
    let precision = |kind: EventKind, letters: usize| {
        records.iter().filter(|record| when(record, kind).is_some_and(|date| date.len() == letters)).count()
    };
    let began = EventKind::IntrusionBegan;
    assert_eq!([10, 7, 4].map(|letters| precision(began, letters)), [45, 22, 33]);
    let told = EventKind::PeopleTold;
    assert_eq!([10, 7, 4].map(|letters| precision(told, letters)), [47, 7, 11]);
    let whole = |record: &&Incident, kind| when(record, kind).is_some_and(|date| date.len() == 10);
    assert_eq!(records.iter().filter(|one| whole(one, began) && whole(one, told)).count(), 19);
    assert_eq!(records.iter().filter(|one| one.custom.contains_key("timeline.discovery.unit")).count(), 25);
    assert_eq!(records.iter().filter(|one| when(one, EventKind::Detected).is_some()).count(), 25);
    assert_eq!(records.iter().filter(|one| !counts(one).is_empty()).count(), 53);
    assert_eq!(records.iter().filter(|one| !one.summary.is_empty()).count(), 93);
}

#[test]
fn layouts_of_have_i_been_pwned() {
    let renamed = fixture("hibp_renamed.json", "hibp");
    assert_eq!(counts(&renamed[0]), [(Unit::Accounts, Ok(5_000_000_000))]);
    assert_eq!(when(&renamed[0], EventKind::MadePublic).as_deref(), Some("2019-11-20T08:00:00Z"));
    assert_eq!(renamed[0].organisations[0].name, "Example Forum");
    assert!(renamed[0].description.contains("a forum \"lost\" its users"));
    let old = fixture("hibp_2018.json", "hibp");
    assert_eq!(counts(&old[0]), [(Unit::Accounts, Ok(3_000_000_000))]);
    assert_eq!(old[0].data_classes.items, ["Email addresses", "Passwords"]);
}

#[test]
fn the_french_feed() {
    let records = fixture("fr_leaks_feed.json", "fr_leaks_feed");
    assert_eq!(records.len(), 3);
    assert_eq!(when(&records[1], EventKind::Other).as_deref(), Some("2024-03-01"));
    assert_eq!(counts(&records[1]), [(Unit::Accounts, Err(Missing::Unknown))]);
    assert!(records.iter().all(|record| record.events.len() == 1), "the day of collection is no event");
    let Some(path) = real("fr_leaks_feed/breaches_20251211.json") else { return };
    let (records, report) = import(&std::fs::read(path).expect("a file"), "fr_leaks_feed");
    assert_eq!((report.read, records.len(), report.rejected.len()), (2_739, 1_094, 0));
    let unknown = records.iter().filter(|one| counts(one).iter().any(|(_, count)| count.is_err())).count();
    assert_eq!(unknown, 175);
    assert!(records.iter().all(|one| when(one, EventKind::MadePublic).is_none()));
    assert!(records.iter().all(|one| when(one, EventKind::Other).is_some()));
}

#[test]
fn incidents_of_a_bundle() {
    let records = fixture("stix_bundle.json", "stix");
    assert_eq!(records.len(), 2, "other objects are no rows");
    let first = &records[0];
    assert_eq!(first.title, "Cranes stopped at the example port");
    assert_eq!(
        (first.organisations[0].name.as_str(), first.organisations[0].sector.as_str()),
        ("Example Port", "transportation")
    );
    let actor = &first.actors.items[0];
    assert_eq!((actor.name.as_str(), actor.kind.as_str()), ("Example Gang", "crime-syndicate"));
    let techniques: Vec<(&str, &str)> =
        first.techniques.items.iter().map(|technique| (technique.id.as_str(), technique.name.as_str())).collect();
    assert_eq!(techniques, [("T1566", "Phishing"), ("", "A way of their own")]);
    assert_eq!(
        (first.kinds.clone(), first.status),
        (vec!["ransomware".to_owned(), "c2".to_owned()], Some(Status::Closed))
    );
    assert_eq!(first.sources[0].address, "https://press.example/1");
    assert_eq!(first.custom.get("extension.determination").map(String::as_str), Some("successful-attempt"));
    assert_eq!(first.custom.get("extension.impacted_entity_counts.individual").map(String::as_str), Some("12"));
    assert_eq!(records[1].organisations, Vec::new());
    let bundle = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/stix_bundle.json")).unwrap();
    let twice = [bundle.clone(), bundle].concat();
    assert_eq!(import(&twice, "stix").0.len(), 4, "bundles after each other");
}
