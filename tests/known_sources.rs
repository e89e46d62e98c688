//! Known sources, read by what Vigie knows of them: small files of their layouts always, the real ones where they lie
//! beside the project. `VIGIE_TABLE=1` prints what became of every row of every file of `data/`.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
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
use vigie::model::incident::{Confidence, Incident};
use vigie::model::problem::ProblemKind;

#[derive(Default)]
struct Records(Vec<Incident>);

impl RowSink for Records {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        self.0.extend((0..batch.rows.len()).map(|row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil())));
        Ok(())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// A real file, or `None` with a printed line when it is not here.
fn real(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

/// Reads a file by the profile that fits it.
fn read_known(path: &Path, wanted: &str) -> (Vec<Incident>, ImportReport) {
    let bytes = std::fs::read(path).expect("readable");
    let found = sniff(&bytes, Extent::Whole).expect("a table");
    let (profile, recipe) = profiles::choose(&found).unwrap_or_else(|| panic!("{} is not known", path.display()));
    assert_eq!(profile.name, wanted, "{}", path.display());
    let mut records = Records::default();
    let recipe = fit::fitted(&recipe, &found);
    let report = read(&mut bytes.as_slice(), &recipe, &mut records, &Progress::default()).expect("read");
    assert!(report.adds_up() && report.imported == records.0.len() as u64, "{}", path.display());
    (records.0, report)
}

/// The answer of a command as JSON.
fn vigie(args: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().expect("the program starts");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Days between which an event of a record lies, as text; empty where it has no date.
fn date(record: &Incident, kind: EventKind) -> String {
    let dated = record.events.iter().filter(|event| event.kind == kind).find_map(|event| match &event.when {
        When::Date(date) => Some(date.canonical()),
        When::NotYet | When::Missing(_) => None,
    });
    dated.unwrap_or_default()
}

/// Smallest and largest number of people; `None` where there is none.
fn people(record: &Incident) -> Option<(u64, Option<u64>)> {
    record.affected.iter().filter(|one| one.unit == Unit::People).find_map(|one| match &one.amount {
        Amount::Count(count) => Some((count.lo, count.hi)),
        Amount::Missing(_) => None,
    })
}

/// Problems of a kind, by column.
fn by_column(report: &ImportReport, kind: ProblemKind) -> BTreeMap<&str, usize> {
    let mut columns = BTreeMap::new();
    for problem in report.problems.iter().filter(|problem| problem.kind == kind) {
        *columns.entry(problem.column.as_str()).or_default() += 1;
    }
    columns
}

fn victims(record: &Incident) -> Vec<&str> {
    record.organisations.iter().map(|party| party.name.as_str()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn washington_with_a_row_for_each_type_of_information() {
    let (records, report) = read_known(&fixture("washington_exploded.csv"), "washington");
    assert_eq!((report.read, report.imported, report.joined), (6, 3, 3));
    assert!(report.counts.is_empty(), "{:?}", report.problems);
    assert_eq!(records[0].data_classes.items, ["Name", "Social Security Number", "Full Date of Birth"]);
    assert_eq!(records[0].kinds, ["Cyberattack", "Malware"], "what every row says is there once");
    assert_eq!(records[0].origin.as_ref().unwrap().key.as_deref(), Some("10,001"));
    let dates = |record| [EventKind::IntrusionBegan, EventKind::Aware].map(|kind| date(record, kind));
    assert_eq!(dates(&records[0]), ["2016-02-26", "2017-02-06"], "two forms in one row");
    assert_eq!(dates(&records[2]), ["2016-01-05", "2017-02-06"]);
    assert_eq!((people(&records[0]), people(&records[2])), (Some((1_204, Some(1_204))), None));
}

#[test]
fn washington_as_the_portal_exports_it() {
    let Some(path) = real("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv") else {
        return;
    };
    let (records, report) = read_known(&path, "washington");
    assert_eq!((report.read, report.imported, report.joined), (1_618, 1_618, 0));
    assert_eq!(records.iter().filter(|record| people(record).is_none()).count(), 32);
    let undated = |kind| records.iter().filter(|record| date(record, kind).is_empty()).count();
    assert_eq!([EventKind::Aware, EventKind::IntrusionBegan, EventKind::IntrusionEnded].map(undated), [23, 167, 239]);
    // The reporting year begins on 24 July: 286 notices in that of 2021, as published later.
    let year = |record: &&Incident| {
        ("2020-07-24".."2021-07-24").contains(&date(record, EventKind::RegulatorNotified).as_str())
    };
    assert_eq!(records.iter().filter(year).count(), 286);
}

#[test]
fn the_health_portal_in_two_files() {
    let years = [18, 199, 200, 218, 277, 314, 270, 329, 358, 369, 512, 662, 715, 718];
    let (Some(open), Some(archived)) = (real("hhs_ocr/breach_report.csv"), real("hhs_ocr/breach_report(1).csv")) else {
        return;
    };
    let (mut records, first) = read_known(&open, "hhs_ocr");
    let (others, second) = read_known(&archived, "hhs_ocr");
    records.extend(others);
    assert_eq!((first.read, second.read, records.len()), (869, 4_533, 5_402));
    let twice: Vec<_> =
        first.problems.iter().chain(&second.problems).filter(|one| one.kind == ProblemKind::DuplicateRow).collect();
    assert_eq!(twice.iter().map(|one| one.row).collect::<Vec<_>>(), [Some(1_664)]);
    let of_year = |year: i32| {
        let begins = |record: &&Incident| date(record, EventKind::RegulatorNotified).starts_with(&year.to_string());
        records.iter().filter(begins).count()
    };
    assert_eq!((2009..=2022).map(of_year).collect::<Vec<_>>(), years);
    let least = records.iter().filter(|record| people(record) == Some((500, None))).count();
    assert_eq!(least, 113, "500 and 501 are at least 500");
}

#[test]
fn both_files_of_the_health_portal_are_one_dataset() {
    let (Some(open), Some(archived)) = (real("hhs_ocr/breach_report.csv"), real("hhs_ocr/breach_report(1).csv")) else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("portal.vigie");
    let paths = [&open, &archived, &into].map(|path| path.to_str().expect("a UTF-8 path"));
    let report = vigie(&["import", paths[0], paths[1], "--into", paths[2], "--json"]);
    let files = report["files"].as_array().expect("files");
    let sum = |key: &str| files.iter().map(|file| file[key].as_u64().expect("a number")).sum::<u64>();
    assert_eq!((sum("read"), sum("imported"), sum("rejected")), (5_402, 5_402, 0));
    let twice: u64 = files.iter().filter_map(|file| file["problems"]["duplicate_row"].as_u64()).sum();
    assert_eq!(twice, 1);
}

#[test]
fn the_list_of_breached_sites() {
    let Some(path) = real("hibp/breaches_20250315.json") else { return };
    let (records, report) = read_known(&path, "hibp");
    assert_eq!((report.read, report.imported), (875, 875));
    let accounts: u64 = records
        .iter()
        .flat_map(|record| &record.affected)
        .filter_map(|one| match &one.amount {
            Amount::Count(count) => Some(count.lo),
            Amount::Missing(_) => None,
        })
        .sum();
    assert_eq!(accounts, 14_946_651_318);
    assert!(!report.counts.contains_key(&ProblemKind::WrongOrder));
}

#[test]
fn timelines_of_attacks() {
    let (records, report) = read_known(&fixture("hackmageddon.csv"), "hackmageddon");
    assert_eq!((report.read, report.imported), (3, 3));
    assert_eq!(by_column(&report, ProblemKind::WrongOrder), [("date_reported_raw", 1)].into());
    assert!(records[0].actors.items.is_empty() && records[1].actors.items[0].name == "Group One");
    assert_eq!(date(&records[0], EventKind::MadePublic), "2024-03-14");
    assert_eq!(date(&records[1], EventKind::IntrusionBegan), "2024-12-21");
    assert!(date(&records[0], EventKind::Detected).contains("2024-03-04"));
    assert!(date(&records[1], EventKind::Detected).is_empty() && date(&records[2], EventKind::Detected).is_empty());
    assert!(!records.iter().any(|record| record.custom.contains_key("date_reported")), "the author's columns only");

    let Some(path) = real("hackmageddon/hackmageddon_2023plus.csv") else { return };
    let (records, report) = read_known(&path, "hackmageddon");
    assert_eq!((report.read, report.imported, report.rejected.len()), (1_832, 1_832, 0));
    let columns = by_column(&report, ProblemKind::WrongOrder);
    assert_eq!(columns["date_reported_raw"], 10, "reported before it occurred");
    assert!(columns["date_discovered_raw"] >= 38, "discovered before it occurred: {columns:?}");
    assert!(records.iter().all(|record| !date(record, EventKind::MadePublic).is_empty()));
    assert!(!report.counts.contains_key(&ProblemKind::DuplicateRow));
}

#[test]
fn incidents_with_a_political_dimension() {
    let (records, report) = read_known(&fixture("eurepoc.csv"), "eurepoc");
    assert_eq!((report.read, report.imported), (3, 3));
    assert_eq!(by_column(&report, ProblemKind::WrongOrder), [("end_date", 1)].into());
    assert_eq!(victims(&records[0]), ["Ministry A", "Office B"], "a missing name is none");
    assert_eq!(records[0].place.country, "Armenia; Georgia", "several countries of one record stand together");
    assert!(!records[0].custom.contains_key("country"));
    assert_eq!(records[0].kinds, ["Disruption", "Data theft"]);
    assert!(records[0].actors.items.is_empty() && records[1].actors.items[0].name == "Group One");
    assert_eq!(records[0].sources.len(), 2);
    assert_eq!(records[0].custom["attribution_date"], "2012-02-01 00:00:00; 2012-03-01 00:00:00");
    assert!(records.iter().all(|record| record.affected.is_empty() && date(record, EventKind::MadePublic).is_empty()));

    let Some(path) = real("eurepoc/EuRepoC_Global_Database_1.1.csv") else { return };
    let (records, report) = read_known(&path, "eurepoc");
    assert_eq!((report.read, report.imported, report.rejected.len()), (1_643, 1_643, 0));
    assert_eq!(by_column(&report, ProblemKind::WrongOrder), [("end_date", 83)].into());
    let undated = |kind| records.iter().filter(|record| date(record, kind).is_empty()).count();
    assert_eq!((undated(EventKind::IntrusionBegan), undated(EventKind::IntrusionEnded)), (16, 47));
    let of_2022 = records.iter().filter(|record| date(record, EventKind::IntrusionBegan).starts_with("2022")).count();
    assert_eq!(of_2022, 135);
}

#[test]
fn the_same_incidents_from_the_workbook() {
    let Some(path) = real("eurepoc/EuRepoC_Global_Database_1.1.xlsx") else { return };
    let report = vigie(&["import", path.to_str().expect("a UTF-8 path"), "--dry-run", "--json"]);
    let file = &report["files"][0];
    assert_eq!((file["read"].as_u64(), file["imported"].as_u64()), (Some(1_643), Some(1_643)), "{file}");
    assert_eq!(file["problems"]["wrong_order"].as_u64(), Some(83));
    assert_eq!(file["recipe"], "European Repository of Cyber Incidents, global database");
}

#[test]
fn notifications_to_the_french_authority() {
    let (records, report) = read_known(&fixture("cnil.csv"), "cnil");
    assert_eq!((report.read, report.imported, report.rejected.len()), (5, 5, 0));
    assert!(report.counts.is_empty(), "{:?}", report.problems);
    let bands: Vec<_> = records.iter().map(|record| people(record).expect("a band")).collect();
    assert_eq!(bands, [(6, Some(50)), (5_001, None), (0, Some(5)), (301, Some(5_000)), (51, Some(300))]);
    assert_eq!(date(&records[0], EventKind::RegulatorNotified), "2023-01");
    let classes = &records[0].data_classes.items;
    assert_eq!(classes.len(), 2, "commas with a space belong to the words: {classes:?}");
    assert!(classes[0].starts_with("État civil (Ex : nom, sexe"), "{classes:?}");
    assert_eq!(records[1].kinds, ["Perte de la confidentialité", "Perte de la disponibilité"]);
    assert_eq!(records[1].custom["Données sensibles"], "Oui");
}

#[test]
fn french_leaks() {
    let (records, report) = read_known(&fixture("bonjourlafuite.csv"), "bonjourlafuite");
    assert_eq!((report.read, report.imported, report.rejected.len()), (3, 3, 0));
    assert_eq!(records[0].data_classes.items, ["nom d'utilisateur", "adresse email"]);
    let addresses: Vec<&str> = records[0].sources.iter().map(|source| source.address.as_str()).collect();
    assert_eq!(addresses, ["https://example.org/a", "https://example.org/b"]);
    assert_eq!(people(&records[0]), Some((1_500_000, Some(1_500_000))));
    assert_eq!((people(&records[1]), people(&records[2])), (None, None), "gigabytes are no people");
    assert_eq!(date(&records[1], EventKind::Other), "2024-03-01");
    let confidence: Vec<_> = records.iter().map(|record| record.confidence).collect();
    assert_eq!(confidence, [Some(Confidence::High), Some(Confidence::Medium), Some(Confidence::Low)]);
    let (records, report) = read_known(&fixture("bonjourlafuite_volumes.csv"), "bonjourlafuite");
    assert_eq!((report.read, report.imported), (3, 3));
    assert_eq!(people(&records[0]), Some((101_979, Some(101_979))));

    for (file, rows) in [("bonjourlafuite_eu_org_first54rows.csv", 54), ("volumes_2026-01.csv", 33)] {
        let Some(path) = real(&format!("bonjourlafuite/{file}")) else { continue };
        let (records, report) = read_known(&path, "bonjourlafuite");
        assert_eq!((report.read, report.imported, report.rejected.len()), (rows, rows, 0), "{file}");
        assert!(records.iter().all(|record| !date(record, EventKind::Other).is_empty()), "{file}");
    }
}

#[test]
fn announcements_of_vulnerabilities_are_left_out_of_the_french_feed() {
    let Some(path) = real("fr_leaks_feed/breaches_20251211.json") else { return };
    let (records, report) = read_known(&path, "fr_leaks_feed");
    assert_eq!((report.read, records.len(), report.left_out_rows()), (2_739, 1_094, 1_645));
    assert_eq!(report.left_out[0].rule.reason, "vulnerabilities");
    let args = ["import", path.to_str().expect("a UTF-8 path"), "--dry-run", "--json", "--all-rows"];
    assert_eq!(vigie(&args)["files"][0]["imported"].as_u64(), Some(2_739), "the rule can be switched off");
}

#[test]
fn rows_that_may_be_one_record_are_asked_about_on_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cases.csv");
    let mut table = String::from("Case ID,Organisation,Discovered,Made public,People affected,Data type\n");
    for row in 0..12 {
        let (case, kind) = (row % 4, ["Names", "Addresses", "Numbers"][row / 4]);
        writeln!(table, "C{case},Town {case},2024-01-0{0},2024-02-0{0},{case}0,{kind}", case + 1).expect("into a text");
    }
    std::fs::write(&path, table).expect("written");
    let import = ["import", path.to_str().expect("a UTF-8 path"), "--dry-run", "--json"];
    let output = Command::new(env!("CARGO_BIN_EXE_vigie")).args(import).output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "asked, not guessed");
    assert!(said.contains("--one-record-per \"Case ID\"") && said.contains("“Data type”"), "{said}");
    let one = vigie(&[&import[..], &["--one-record-per", "Case ID"]].concat());
    assert_eq!((one["files"][0]["imported"].as_u64(), one["files"][0]["joined"].as_u64()), (Some(4), Some(8)));
    let each = vigie(&[&import[..], &["--all-rows"]].concat());
    assert_eq!((each["files"][0]["imported"].as_u64(), each["files"][0]["joined"].as_u64()), (Some(12), Some(0)));
}

/// Every file below a folder that may hold records.
fn data_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            data_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending != "md") {
            files.push(path);
        }
    }
    files.sort();
}

#[test]
fn every_row_of_every_file_is_accounted_for() {
    let Some(data) = real("") else { return };
    let mut files = Vec::new();
    data_files(&data, &mut files);
    let mut table =
        vec!["| file | read as | read | imported | rejected | blank | left out | joined | problems |".to_owned()];
    for path in files {
        let name = path.strip_prefix(&data).unwrap().display().to_string();
        let args = ["import", path.to_str().expect("a UTF-8 path"), "--dry-run", "--json"];
        let output = Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            assert!(output.status.code() == Some(1) && !said.contains("panicked"), "{name}: {said}");
            table.push(format!(
                "| {name} | {} |",
                said.trim().trim_start_matches("vigie: ").split(';').next().unwrap_or_default()
            ));
            continue;
        }
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        for file in report["files"].as_array().expect("files") {
            let number = |key: &str| file[key].as_u64().expect("a number");
            let left_out: u64 =
                file["left_out"].as_array().expect("a list").iter().filter_map(|rule| rule["rows"].as_u64()).sum();
            let parts = ["imported", "rejected", "blank", "joined"].map(number);
            assert_eq!(number("read"), parts.iter().sum::<u64>() + left_out, "{name}");
            let problems = file["problems"].as_object().expect("an object");
            let problems: Vec<String> = problems.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
            let how = file["recipe"].as_str().filter(|_| file["how"] == "recipe").unwrap_or("proposal");
            let [imported, rejected, blank, joined] = parts;
            table.push(format!(
                "| {name} | {how} | {} | {imported} | {rejected} | {blank} | {left_out} | {joined} | {} |",
                number("read"),
                problems.join(", ")
            ));
        }
    }
    if std::env::var_os("VIGIE_TABLE").is_some() {
        println!("{}", table.join("\n"));
    }
}
