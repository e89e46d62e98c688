//! `vigie stats` and `vigie chart`, run as a user runs them.

#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, clippy::too_many_lines, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).current_dir(root()).output().expect("the binary runs")
}

fn stats(args: &[&str]) -> Value {
    let args: Vec<&str> = ["stats"].iter().chain(args).copied().chain(["--json"]).collect();
    let output = run(&args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A file of the real data, where it is there; a printed line where it is not.
fn real(name: &str) -> Option<String> {
    let path = root().join("../shared/data").join(name);
    if !path.is_file() {
        println!("skipped: {name} is not there");
        return None;
    }
    path.to_str().map(str::to_owned)
}

fn left_out(stats: &Value, figure: &str, reason: &str) -> u64 {
    let all = stats["left_out"].as_array().expect("a list");
    all.iter()
        .filter(|entry| entry["figure"] == figure && entry["reason"] == reason)
        .map(|entry| entry["count"].as_u64().expect("a count"))
        .sum()
}

const SAMPLE: &str = "sample_data/washington_notices.csv";

#[test]
fn reporting_year_2021_of_the_sample() {
    let year = ["--from", "2020-07-24", "--to", "2021-07-23", "--date-of", "regulator_notified"];
    let plain = ["--delay", "aware:regulator_notified", "--mechanism", "mixed", "--period", "month"];
    let found = stats(&[&[SAMPLE], &year[..], &plain[..]].concat());
    assert_eq!(found["incidents"]["total"], 286);
    assert_eq!(found["incidents"]["by_period"].as_array().expect("months").len(), 13, "July twice, both in part");
    assert_eq!(found["affected"]["sum_lo"], 6_510_969);
    assert_eq!(found["affected"]["sum_hi"], Value::Null, "an unknown number leaves no total");
    assert_eq!(left_out(&found, "affected", "unknown"), 1);
    assert_eq!((&found["delay"]["median_days"], &found["delay"]["n"]), (&Value::from(42.0), &Value::from(282)));
    assert_eq!(left_out(&found, "delay", "start_missing"), 4);
    assert_eq!(found["findings"].as_array().expect("findings").len(), 3);
    assert!(!found["assumptions"].as_array().expect("assumptions").is_empty());
}

#[test]
fn objections_stand_in_the_json_as_the_chart_prints_them() {
    let filter = ["--filter", "aware:2021"];
    let found = stats(&[&[SAMPLE], &filter[..]].concat());
    let cautions = found["cautions"].as_array().expect("a list");
    let folder = tempfile::tempdir().expect("a folder of one's own");
    let mut printed = 0;
    for figure in ["incidents", "affected-sizes", "disclosure"] {
        let out = folder.path().join(format!("{figure}.svg"));
        let out = out.to_str().expect("a path in Unicode");
        let output = run(&[&["chart", SAMPLE, "--figure", figure, "-o", out], &filter[..]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let of_figure: Vec<&str> = said.lines().filter(|line| line.starts_with("Caution: ")).collect();
        let in_json = cautions.iter().filter(|caution| caution["figure"] == figure);
        let in_json: Vec<String> =
            in_json.map(|caution| format!("Caution: {}", caution["why"].as_str().expect("words"))).collect();
        assert_eq!(of_figure, in_json, "{figure}");
        printed += of_figure.len();
    }
    assert_eq!(printed, cautions.len());
    let other = cautions.iter().find(|caution| caution["rule"] == "other-date").expect("an objection");
    assert_eq!((&other["figure"], &other["repair"]), (&Value::from("incidents"), &Value::from("Show by: Aware")));
}

#[test]
fn the_real_washington_list() {
    let Some(file) = real("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv") else {
        return;
    };
    let found = stats(&[&file, "--as-of", "2026-08-13", "--delay", "aware:regulator_notified"]);
    assert_eq!(found["incidents"]["total"], 1_618);
    assert_eq!(found["question"]["mechanism"], "disclosure-list");
    let delay = &found["delay"];
    assert_eq!((&delay["median_days"], &delay["n"]), (&Value::from(61.0), &Value::from(1_416)));
    let by_30 = delay["told_by"].as_array().and_then(|all| all.iter().find(|by| by["days"] == 30)).expect("day 30");
    assert_eq!((by_30["share"].as_f64().expect("a share") * 100.0).round(), 22.0);
    assert_eq!((&delay["naive"]["median_days"], &delay["naive"]["n"]), (&Value::from(66.0), &Value::from(1_595)));
}

#[test]
fn the_real_list_of_accounts() {
    let Some(file) = real("hibp/breaches_20250315.json") else { return };
    let found = stats(&[&file, "--mechanism", "mixed", "--delay", "occurred:disclosed"]);
    assert_eq!(found["incidents"]["total"], 875);
    assert_eq!(found["affected"]["sum_lo"], 14_946_651_318_u64);
    assert_eq!(found["affected"]["unit"], "accounts");
    assert_eq!(found["delay"]["median_days"], 187.0);
    let listed = stats(&[&file]);
    assert_eq!(listed["question"]["mechanism"], "disclosure-list");
}

#[test]
fn the_seeds_keep_what_they_say() {
    let found = stats(&["sample_data/seed_incidents.json", "--delay", "intrusion_began:regulator_notified"]);
    let others = found["affected"]["others"].as_array().expect("other measures");
    let cut = others.iter().find(|other| other["unit"] == "users" && other["effect"] == "access_cut");
    assert_eq!(cut.expect("the school portal")["sum_hi"], 300_000);
    assert_eq!(found["affected"]["unit"], "people");
    for (end, days) in [("regulator_notified", 31.0), ("made_public", 36.0)] {
        let delay = format!("intrusion_began:{end}");
        let one = ["--field", "organisation=France Travail", "--delay", &delay, "--mechanism", "mixed"];
        let found = stats(&[&["sample_data/seed_incidents.json"], &one[..]].concat());
        assert_eq!(found["delay"]["median_days"], days, "to {end}");
        assert_eq!(found["delay"]["median_days_latest"], days, "to {end}");
        assert_eq!(found["affected"]["others"], Value::Array(Vec::new()), "43 million people and nobody else");
    }
}

#[test]
fn a_breakdown_adds_up() {
    let found = stats(&[SAMPLE, "--by", "sector"]);
    let groups = found["groups"].as_array().expect("groups");
    let all: u64 = groups.iter().map(|group| group["incidents"].as_u64().expect("a count")).sum();
    assert_eq!(all, found["incidents"]["total"].as_u64().expect("a total"), "every notice names one sector");
    let sums: u64 = groups.iter().map(|group| group["sum_lo"].as_u64().expect("a sum")).sum();
    assert_eq!(Value::from(sums), found["affected"]["sum_lo"]);
}

#[test]
fn charts_are_written_in_both_kinds_and_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    for (figure, lang, ending, words) in [
        ("incidents", "en", "svg", "Incidents per"),
        ("affected", "fr", "svg", "personnes"),
        ("affected-periods", "en", "svg", "powers of ten"),
        ("disclosure", "fr", "svg", "jours"),
        ("incidents", "fr", "png", ""),
    ] {
        let out = folder.path().join(format!("{figure}-{lang}.{ending}"));
        let path = out.to_str().expect("a path");
        let output = run(&["chart", SAMPLE, "--figure", figure, "--lang", lang, "-o", path]);
        assert!(output.status.success(), "{figure}: {}", String::from_utf8_lossy(&output.stderr));
        let bytes = std::fs::read(&out).expect("a picture");
        if ending == "svg" {
            let text = String::from_utf8(bytes).expect("text");
            assert!(text.starts_with("<svg") && text.contains(words), "{figure} in {lang}");
        } else {
            assert!(bytes.starts_with(b"\x89PNG"));
        }
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(left.len(), 5, "nothing unfinished is left");
}

#[test]
fn wrong_use_and_what_cannot_be_done() {
    let code = |args: &[&str]| run(args).status.code();
    assert_eq!(code(&["stats", SAMPLE, "--no-such-flag"]), Some(2));
    assert_eq!(code(&["chart", SAMPLE, "--figure", "pie", "-o", "a.svg"]), Some(2));
    assert_eq!(code(&["chart", SAMPLE, "--figure", "incidents", "-o", "a.gif"]), Some(2));
    assert_eq!(code(&["stats", "no/such/file.csv"]), Some(1));
    let nowhere = Path::new("no/such/folder/a.svg").to_str().expect("a path");
    assert_eq!(code(&["chart", SAMPLE, "--figure", "incidents", "-o", nowhere]), Some(1));
}

#[test]
fn the_plain_answer_is_three_findings() {
    let output = run(&["stats", SAMPLE, "--lang", "fr"]);
    let text = String::from_utf8(output.stdout).expect("text");
    for question in ["Combien d’incidents — ", "Combien de personnes — ", "En combien de temps — "] {
        assert!(text.contains(question), "{text}");
    }
}

#[test]
fn a_picture_says_which_incidents_it_shows() {
    let folder = tempfile::tempdir().expect("a folder of one's own");
    let out = folder.path().join("x.svg");
    let out = out.to_str().expect("a path in Unicode");
    for figure in [
        "incidents",
        "incidents-by-group",
        "season",
        "affected",
        "affected-periods",
        "affected-ranked",
        "disclosure",
        "delay-cohorts",
        "milestones",
        "breakdown",
        "control",
        "compare-groups",
        "compare-selections",
    ] {
        for (flags, wanted) in [
            (["--filter", "sector:health", "--lang", "en"], "Selection: Sector: Health"),
            (["--filter", "sector:health", "--lang", "fr"], "Sélection : Secteur : Santé"),
            (["--field", "sector=Health", "--lang", "en"], "Selection: Sector: Health"),
        ] {
            let output = run(&[&["chart", SAMPLE, "--figure", figure, "-o", out], &flags[..]].concat());
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let drawn = std::fs::read_to_string(out).expect("the picture");
            let plain = drawn.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(plain.contains(wanted), "{figure} {flags:?}");
        }
        let output = run(&["chart", SAMPLE, "--figure", figure, "-o", out]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let drawn = std::fs::read_to_string(out).expect("the picture");
        assert!(!drawn.contains("Selection:"), "{figure}: of every record nothing is chosen");
    }
}

#[test]
fn an_option_that_a_figure_does_not_offer_is_refused_with_what_it_offers() {
    let folder = tempfile::tempdir().expect("a folder of one's own");
    let out = folder.path().join("x.svg");
    let out_path = out.to_str().expect("a path in Unicode");
    for (figure, option, wanted) in [
        ("incidents", "foo=bar", "\"foo\" is no option of the figure incidents"),
        ("compare-selections", "foo=bar", "show=delay|people|shares|count"),
        ("compare-selections", "show=colours", "\"colours\" is not offered"),
        ("milestones", "top=21", "top=10|20|40"),
        ("milestones", "sort=loudest", "sort="),
        ("compare-selections", "apart=perhaps", "apart=on|off"),
    ] {
        let output = run(&["chart", SAMPLE, "--figure", figure, "--option", option, "-o", out_path]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{figure} {option}: {said}");
        assert!(said.contains(wanted), "{figure} {option}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{figure} {option}: {said}");
        assert!(!out.exists(), "nothing is written");
    }
    for (figure, option) in [("milestones", "top=20"), ("compare-selections", "show=count"), ("disclosure", "axis=log")]
    {
        let output = run(&["chart", SAMPLE, "--figure", figure, "--option", option, "-o", out_path]);
        assert!(output.status.success(), "{figure} {option}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
