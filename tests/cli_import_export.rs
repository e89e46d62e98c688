//! The commands that need no window, run as a user runs them.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn vigie(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().expect("the program starts")
}

fn done(args: &[&str]) -> String {
    let output = vigie(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn refused(args: &[&str]) -> (i32, String) {
    let output = vigie(args);
    (output.status.code().expect("an exit code"), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

fn records(path: &Path) -> Value {
    let mut document: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("written")).expect("JSON");
    document["incidents"].take()
}

#[test]
fn an_export_imports_back_identically() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let mut files =
        vec![sample("seed_incidents.json"), sample("washington_notices.csv"), sample("example_register.csv")];
    let real = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv");
    if real.exists() {
        files.push(real);
    } else {
        println!("skipped: {} is not here", real.display());
    }
    for file in &files {
        let workspace = at("first.vigie");
        done(&["import", text(file), "--into", text(&workspace)]);
    }
    for (form, again) in [("json", "second.vigie"), ("ndjson", "third.vigie")] {
        let first = at(&format!("first.{form}"));
        done(&["export", text(&at("first.vigie")), "-o", text(&first)]);
        done(&["import", text(&first), "--into", text(&at(again))]);
        let second = at(&format!("second-{form}.json"));
        done(&["export", text(&at(again)), "-o", text(&second)]);
        if form == "json" {
            let (before, after) = (std::fs::read(&first).expect("written"), std::fs::read(&second).expect("written"));
            assert!(before == after, "the second export differs from the first");
            assert!(records(&first).as_array().is_some_and(|records| records.len() >= 510));
        } else {
            assert_eq!(records(&at("first.json")), records(&second));
        }
    }
}

#[test]
fn a_table_exported_is_a_table_that_can_be_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    done(&["import", text(&sample("washington_notices.csv")), "--into", text(&at("a.vigie"))]);
    done(&["export", text(&at("a.vigie")), "-o", text(&at("a.csv")), "--field", "sector=Health"]);
    let report = done(&["import", text(&at("a.csv")), "--dry-run", "--json"]);
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let file = &report["files"][0];
    let assumed = report["assumptions"].as_array().expect("a list");
    let target = |header: &str| {
        assumed
            .iter()
            .find(|assumption| assumption["kind"] == "column" && assumption["column"] == header)
            .map(|assumption| assumption["target"].as_str().unwrap_or_default().to_owned())
    };
    assert!(file["read"].as_u64().is_some_and(|read| read > 10 && read < 445), "{file}");
    assert_eq!(file["imported"], file["read"]);
    for header in
        ["organisation", "sector", "kind", "aware", "intrusion_began", "intrusion_ended", "regulator_notified"]
    {
        assert_eq!(target(header).as_deref(), Some(header), "{assumed:#?}");
    }
    assert_eq!(target("people:data_exposed").as_deref(), Some("people:data_exposed"));
}

#[test]
fn rejected_rows_are_saved_and_problems_located() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let sample = std::fs::read_to_string(sample("washington_notices.csv")).expect("the sample");
    let broken = sample.replacen("2020-06-26", "2020-06-31", 1);
    std::fs::write(at("broken.csv"), broken).expect("written");
    let into = at("w.vigie");
    let report = done(&[
        "import",
        text(&at("broken.csv")),
        "--into",
        text(&into),
        "--rejected",
        text(&at("rest.csv")),
        "--json",
    ]);
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let file = &report["files"][0];
    assert_eq!((&file["read"], &file["imported"], &file["rejected"]), (&445.into(), &444.into(), &1.into()));
    let problem = &file["rejected_rows"][0];
    assert_eq!(problem["row"], 1);
    assert_eq!(problem["problems"][0]["column"], "Aware");
    assert_eq!(problem["problems"][0]["found"], "2020-06-31");
    assert_eq!(problem["problems"][0]["kind"], "bad_date");

    let rest = std::fs::read_to_string(at("rest.csv")).expect("saved").replace("2020-06-31", "2020-06-30");
    std::fs::write(at("rest.csv"), rest).expect("written");
    let again = done(&["import", text(&at("rest.csv")), "--into", text(&into), "--on-duplicate", "skip", "--json"]);
    let again: Value = serde_json::from_str(&again).expect("JSON");
    assert_eq!((&again["files"][0]["imported"], &again["files"][0]["rejected"]), (&1.into(), &0.into()));
    let checked: Value = serde_json::from_str(&done(&["check", text(&into), "--json"])).expect("JSON");
    assert_eq!((&checked["sound"], &checked["records"]), (&true.into(), &445.into()));
}

#[test]
fn what_was_proposed_is_saved_changed_and_given_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let rows = "Company;Found;Told;Customers hit\nAcme;2024-01-31;2024-02-03;1200\nBern;2024-03-01;2024-03-09;500\n";
    std::fs::write(at("list.csv"), rows).expect("written");
    let dry = |extra: &[&str]| {
        let list = at("list.csv");
        let said = done(&[&["import", text(&list), "--dry-run", "--json"], extra].concat());
        serde_json::from_str::<Value>(&said).expect("JSON")
    };
    dry(&["--save-recipe", text(&at("recipe.json"))]);
    let saved = std::fs::read_to_string(at("recipe.json")).expect("saved");
    let mut recipe: Value = serde_json::from_str(&saved).expect("JSON");
    assert_eq!(recipe["dataset"]["as_of"], Value::Null, "the next edition has another");
    let column = |recipe: &Value, header: &str| {
        let columns = recipe["columns"].as_array().expect("columns");
        columns.iter().position(|rule| rule["header"] == header).expect("the column")
    };
    let customers = column(&recipe, "Customers hit");
    recipe["columns"][customers]["target"] = serde_json::json!("ignore");
    recipe["name"] = "By hand".into();
    std::fs::write(at("recipe.json"), recipe.to_string()).expect("written");
    let again = dry(&["--recipe", text(&at("recipe.json"))]);
    assert_eq!((&again["files"][0]["recipe"], &again["files"][0]["imported"]), (&"By hand".into(), &2.into()));
}

#[test]
fn what_cannot_be_decided_is_asked_and_never_guessed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("either.csv");
    std::fs::write(&file, "Organisation,Date disclosed,People\nAcme,03/04/2024,12\nBern,05/06/2024,40\n")
        .expect("written");
    let (code, said) = refused(&["import", text(&file), "--dry-run"]);
    assert_eq!(code, 1);
    assert!(said.contains("--date-order") && said.contains("Date disclosed"), "{said}");
    let report = done(&["import", text(&file), "--dry-run", "--json", "--date-order", "Date disclosed=dmy"]);
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let as_of = report["assumptions"].as_array().expect("a list").iter().find(|one| one["kind"] == "as_of");
    assert_eq!(as_of.map(|one| &one["as_of"]), Some(&"2024-06-05".into()));
}

#[test]
fn wrong_use_is_exit_2_and_what_could_not_be_done_is_exit_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| text(&folder.path().join(name)).to_owned();
    std::fs::write(at("text.txt"), "Only words.\nAnd more of them\n").expect("written");
    let sample = sample("example_register.csv");
    let table: [(&[&str], i32); 9] = [
        (&["--no-such-flag"], 2),
        (&["import", text(&sample)], 2),
        (&["import", text(&sample), "--into", &at("w.vigie"), "--on-duplicate", "nonsense"], 2),
        (&["import", text(&sample), "--dry-run", "--profile", "nonsense"], 2),
        (&["export", &at("w.vigie"), "-o", &at("out.docx")], 2),
        (&["export", &at("w.vigie"), "-o", &at("out.csv"), "--period", "month"], 2),
        (&["import", &at("absent.csv"), "--dry-run"], 1),
        (&["import", &at("text.txt"), "--dry-run"], 1),
        (&["check", &at("text.txt")], 1),
    ];
    for (args, expected) in table {
        let (code, said) = refused(args);
        assert_eq!(code, expected, "{args:?}: {said}");
        assert!(!said.trim().is_empty(), "{args:?} says nothing");
    }
    assert!(!Path::new(&at("w.vigie")).exists(), "nothing was left behind");
}

#[test]
fn a_text_that_is_no_table_of_incidents_is_not_counted_as_one() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let (code, words) = refused(&["stats", text(&readme)]);
    assert_eq!(code, 1);
    assert!(words.contains("No column looks like one of an incident"), "{words}");
    if Path::new("/dev/zero").exists() {
        let (code, words) = refused(&["stats", "/dev/zero"]);
        assert_eq!(code, 1);
        assert!(words.contains("a pipe or a device"), "{words}");
    }
}

#[test]
fn a_dataset_is_never_doubled_by_a_slip() {
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("w.vigie");
    let file = sample("washington_notices.csv");
    done(&["import", text(&file), "--into", text(&into)]);
    let (code, said) = refused(&["import", text(&file), "--into", text(&into)]);
    assert_eq!(code, 1);
    assert!(said.contains("--on-duplicate"), "{said}");
    let report = done(&["import", text(&file), "--into", text(&into), "--on-duplicate", "skip", "--json"]);
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!((&report["files"][0]["imported"], &report["files"][0]["skipped"]), (&0.into(), &445.into()));
}

#[test]
fn where_a_file_differs_from_its_recipe_is_said_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let recipe = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/recipes/example_register.json");
    let register = std::fs::read_to_string(sample("example_register.csv")).expect("the sample");
    let (headers, rows) = register.split_once('\n').expect("lines");
    let first = headers.split(',').next().expect("a header");
    let other = format!("{}_\n{rows}", headers.replacen(first, "Something else", 1));
    let file = folder.path().join("register.csv");
    std::fs::write(&file, other).expect("written");
    let output = vigie(&["import", text(&file), "--recipe", text(&recipe), "--dry-run", "--json"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains(&format!("1 column is missing: “{first}”.")), "{said}");
    assert!(said.contains("1 column is new and kept under its header: “Something else”."), "{said}");
    let last = headers.rsplit(',').next().expect("a header");
    assert!(said.contains(&format!("“{last}” is called “{last}_” here: read in its place.")), "{said}");
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let kinds: Vec<&str> =
        answer["assumptions"].as_array().expect("a list").iter().filter_map(|one| one["kind"].as_str()).collect();
    assert!(kinds.contains(&"columns_missing") && kinds.contains(&"column_renamed"), "{kinds:?}");
    let same = vigie(&["import", text(&sample("example_register.csv")), "--recipe", text(&recipe), "--dry-run"]);
    assert_eq!(String::from_utf8_lossy(&same.stderr), "");
}
