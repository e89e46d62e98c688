//! Figures that others published, recomputed by the commands from the files they were published of. Each is skipped
//! where its file is not beside the project. What differs is said: lists are revised after publication.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const NOTICES: &str = "wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv";
const PORTAL: [&str; 2] = ["hhs_ocr/breach_report(1).csv", "hhs_ocr/breach_report.csv"];

/// A real file, or `None` with a printed line when it is not here.
fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

fn run(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().expect("the program starts");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn stats(file: &Path, flags: &str) -> Value {
    let mut args = vec!["stats", file.to_str().expect("a path in Unicode"), "--json"];
    args.extend(flags.split_whitespace());
    serde_json::from_str(&run(&args)).expect("JSON")
}

/// Both files of the portal as one table, in a workspace; with a recipe that takes 500 and 501 at their word, where
/// asked.
fn portal(folder: &Path, at_their_word: bool) -> Option<PathBuf> {
    let files: Vec<PathBuf> = PORTAL.into_iter().filter_map(real).collect();
    let [archive, current] = files.as_slice() else { return None };
    let (archive, current) = (archive.to_str().unwrap(), current.to_str().unwrap());
    let into = folder.join("portal.vigie");
    let mut args = vec!["import", archive, current, "--into", into.to_str().unwrap()];
    let recipe = folder.join("recipe.json");
    if at_their_word {
        run(&["import", archive, current, "--dry-run", "--save-recipe", recipe.to_str().unwrap()]);
        let mut read: Value = serde_json::from_str(&std::fs::read_to_string(&recipe).unwrap()).unwrap();
        assert!(without_placeholders(&mut read) > 0, "the recipe has a rule for 500 and 501");
        std::fs::write(&recipe, read.to_string()).unwrap();
        args.extend(["--recipe", recipe.to_str().unwrap()]);
    }
    run(&args);
    Some(into)
}

/// Empties every list of placeholders; says how many were there.
fn without_placeholders(value: &mut Value) -> usize {
    match value {
        Value::Object(fields) => fields
            .iter_mut()
            .map(|(key, value)| match value {
                Value::Array(rules) if key == "placeholders" => std::mem::take(rules).len(),
                other => without_placeholders(other),
            })
            .sum(),
        Value::Array(items) => items.iter_mut().map(without_placeholders).sum(),
        _ => 0,
    }
}

fn counts(answer: &Value) -> Vec<u64> {
    let periods = answer["incidents"]["by_period"].as_array().expect("periods");
    periods.iter().map(|period| period["certain"].as_u64().expect("a number")).collect()
}

#[test]
fn breaches_of_health_data_by_year() {
    let folder = tempfile::tempdir().unwrap();
    let Some(portal) = portal(folder.path(), false) else { return };
    let answer = stats(&portal, "--from 2009 --to 2022 --period year");
    // As published: 18, 199, 200, 218, 277, 314, 270, 328, 358, 369, 511, 663, 715, 720. The portal was revised since.
    assert_eq!(counts(&answer), [18, 199, 200, 218, 277, 314, 270, 329, 358, 369, 512, 662, 715, 718]);
    for (from, to, breaches) in [("2021-01", "2021-06", 368), ("2021-07", "2021-12", 347), ("2022-01", "2022-06", 352)]
    {
        let half = stats(&portal, &format!("--from {from} --to {to}"));
        assert_eq!(half["incidents"]["total"], breaches, "{from}");
    }
    let years = stats(&portal, "--from 2009 --to 2017");
    assert_eq!(years["incidents"]["total"], 2_183);
    assert_eq!(years["affected"]["sum_lo"].as_u64().unwrap().div_euclid(1_000), 182_669);
}

#[test]
fn the_median_and_the_mean_of_2010_to_2017() {
    let folder = tempfile::tempdir().unwrap();
    let Some(portal) = portal(folder.path(), true) else { return };
    let answer = stats(&portal, "--from 2010 --to 2017 --period year");
    assert_eq!(answer["incidents"]["total"], 2_165);
    let affected = &answer["affected"];
    // The journal printed 2,300 and 84,456 for 2,149 breaches; the archive has grown since.
    assert_eq!(affected["median"], 2_296.0);
    let mean = affected["sum_lo"].as_f64().unwrap() / affected["n"].as_f64().unwrap();
    assert_eq!(mean.round(), 84_351.0);
    assert_eq!(counts(&answer).first(), Some(&199));
}

#[test]
fn notices_to_washington_by_reporting_year() {
    let Some(file) = real(NOTICES) else { return };
    let years: [(i32, u64, u64); 11] = [
        (2016, 39, 553_912),
        (2017, 77, 2_858_566),
        (2018, 63, 3_515_596),
        (2019, 65, 393_283),
        (2020, 60, 1_071_799),
        (2021, 286, 6_510_969),
        (2022, 159, 4_833_519),
        (2023, 180, 4_520_313),
        (2024, 295, 12_120_062),
        (2025, 212, 8_567_575),
        (2026, 174, 3_415_337),
    ];
    for (year, incidents, people) in years {
        let answer = stats(&file, &format!("--as-of 2026-08-13 --from {}-07-24 --to {year}-07-23", year - 1));
        assert_eq!(answer["incidents"]["total"], incidents, "{year}");
        assert_eq!(answer["affected"]["sum_lo"], people, "{year}");
    }
    for (year, ransomware) in [(2021, 150), (2022, 47), (2024, 118)] {
        let flags = format!("--as-of 2026-08-13 --from {}-07-24 --to {year}-07-23 --field kind=Ransomware", year - 1);
        assert_eq!(stats(&file, &flags)["incidents"]["total"], ransomware, "{year}");
    }
}

#[test]
fn ten_services_make_up_a_third_of_all_accounts() {
    let Some(file) = real("hibp/breaches_20250315.json") else { return };
    let answer = stats(&file, "");
    let affected = &answer["affected"];
    assert_eq!((&answer["incidents"]["total"], &affected["sum_lo"]), (&875.into(), &14_946_651_318_u64.into()));
    assert_eq!(affected["median"], 1_116_256.0);
    assert_eq!(affected["top"]["k"], 10);
    assert!((affected["top"]["share"].as_f64().unwrap() - 0.371).abs() < 0.000_5);
    assert_eq!(answer["delay"]["naive"]["median_days"], 187.0);
}

#[test]
fn delays_look_shorter_where_slow_ones_are_missing() {
    let Some(file) = real(NOTICES) else { return };
    for (from, n, naive, corrected) in [("2024-01-01", 431, 92.0, 106.0), ("2025-07-01", 121, 72.0, 85.0)] {
        let answer = stats(&file, &format!("--as-of 2026-08-13 --date-of aware --from {from}"));
        let delay = &answer["delay"];
        assert_eq!((&delay["naive"]["n"], &delay["naive"]["median_days"]), (&n.into(), &naive.into()), "{from}");
        assert_eq!(delay["corrected"]["median_days"], corrected, "{from}");
    }
}
