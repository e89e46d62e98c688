//! Published and worked-out delays, recomputed from the real files through the command line.

#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the real data, where it is there; a printed line where it is not.
fn real(name: &str) -> Option<String> {
    let path = root().join("../shared/data").join(name);
    if !Path::new(&path).is_file() {
        println!("skipped: {name} is not there");
        return None;
    }
    path.to_str().map(str::to_owned)
}

fn delay(args: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .arg("stats")
        .args(args)
        .arg("--json")
        .current_dir(root())
        .output()
        .expect("the binary runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Value>(&output.stdout).expect("JSON")["delay"].clone()
}

const WASHINGTON: &str = "wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv";

#[test]
fn washingtons_recent_delays_look_faster_than_they_are() {
    let Some(file) = real(WASHINGTON) else { return };
    for (since, n, naive, corrected) in [("2024-01-01", 431, 92.0, 106.0), ("2025-07-01", 121, 72.0, 85.0)] {
        let asked = ["--delay", "aware:regulator_notified", "--as-of", "2026-08-13", "--date-of", "aware"];
        let found = delay(&[&[file.as_str(), "--from", since], &asked[..]].concat());
        assert_eq!((&found["naive"]["n"], &found["naive"]["median_days"]), (&Value::from(n), &Value::from(naive)));
        let reverse = &found["corrected"];
        assert_eq!((&reverse["n"], &reverse["median_days"]), (&Value::from(n), &Value::from(corrected)), "{since}");
        assert_eq!((&reverse["median_days_latest"], &reverse["hole"]), (&Value::from(corrected), &Value::from(false)));
        let limit = |key: &str| reverse[key].as_f64().expect("a limit");
        assert!(limit("median_low") < corrected && corrected < limit("median_high"));
    }
}

#[test]
fn washingtons_medians_by_reporting_year() {
    let Some(file) = real(WASHINGTON) else { return };
    for (year, n, median) in [
        (2017, 72, 30.0),
        (2018, 61, 42.0),
        (2019, 65, 46.0),
        (2020, 58, 42.0),
        (2021, 282, 42.0),
        (2022, 159, 80.0),
        (2023, 180, 59.5),
        (2024, 295, 84.0),
        (2025, 212, 132.5),
        (2026, 174, 99.0),
    ] {
        let (from, to) = (format!("{}-07-24", year - 1), format!("{year}-07-23"));
        let asked = ["--delay", "aware:regulator_notified", "--date-of", "regulator_notified"];
        let days = ["--from", &from, "--to", &to, "--as-of", "2026-08-13"];
        let found = delay(&[&[file.as_str()], &asked[..], &days[..]].concat());
        let naive = &found["naive"];
        assert_eq!((&naive["n"], &naive["median_days"]), (&Value::from(n), &Value::from(median)), "{year}");
    }
}

#[test]
fn a_register_and_mixed_data_are_not_corrected() {
    let sample = "sample_data/washington_notices.csv";
    for mechanism in ["register", "mixed"] {
        let found = delay(&[sample, "--delay", "aware:regulator_notified", "--mechanism", mechanism]);
        assert_eq!(found["corrected"], Value::Null, "{mechanism}");
    }
    let list = delay(&[sample, "--delay", "aware:regulator_notified", "--mechanism", "disclosure-list"]);
    assert!(list["corrected"]["n"].as_u64().is_some_and(|n| n > 0));
}

#[test]
fn figures_of_delays_are_drawn_from_real_files() {
    let Some(washington) = real(WASHINGTON) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("figure.svg");
    let title = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_vigie"))
            .arg("chart")
            .args(args)
            .arg("-o")
            .arg(&out)
            .current_dir(root())
            .output()
            .expect("the binary runs");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned()
    };
    let asked = [washington.as_str(), "--as-of", "2026-08-13", "--delay", "aware:regulator_notified", "--figure"];
    let figure = |rest: &[&str]| title(&[&asked[..], rest].concat());
    assert_eq!(
        figure(&["delay-cohorts", "--fiscal-start", "07-24", "--option", "by=told"]),
        "Told in 2025–26: half within 99 days (earlier periods: 30 to 133 days)"
    );
    assert_eq!(
        figure(&["delay-corrected", "--date-of", "aware", "--from", "2024-01-01"]),
        "Corrected for what is not listed yet: half within 106 days (92 days as listed)"
    );
    assert_eq!(figure(&["disclosure", "--option", "deadline=30"]), "22% within 30 days (likely between 20% and 24%)");
    assert_eq!(figure(&["delay-bounds"]), "Nothing to bound");
    assert!(figure(&["delay-among", "--option", "find=Yale University"]).starts_with("Yale University: "));
    assert!(figure(&["milestones", "--option", "top=20"]).starts_with("The 20 longest took "));
}
