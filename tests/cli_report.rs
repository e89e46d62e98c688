//! `vigie report`, run as a user runs it: which incident is meant is never guessed.

#![allow(missing_docs, clippy::expect_used, reason = "a test crate")]

use std::path::Path;
use std::process::{Command, Output};

/// The pages of one incident of the notices, asked for by a name, with other flags.
fn pages_of(name: &str, out: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["report", "sample_data/washington_notices.csv", "--template", "incident", "--incident", name, "-o"])
        .arg(out)
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the binary runs")
}

#[test]
fn a_name_that_several_incidents_have_is_answered_with_all_of_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages.html");
    let answer = pages_of("school district", &out, &[]);
    let said = String::from_utf8(answer.stderr).expect("text");
    assert!(!answer.status.success() && !out.exists(), "{said}");
    assert!(
        said.contains("2 incidents") && said.contains("Renton School District (intrusion_began 2021-12-28)"),
        "{said}"
    );

    let answer = pages_of("school district", &out, &["--filter", "intrusion_began:2021-12"]);
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let page = std::fs::read_to_string(&out).expect("a page");
    assert!(page.contains("Renton School District") && !page.contains("Clover Park"));
}

#[test]
fn a_name_that_is_just_the_organisations_comes_before_one_that_contains_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages.html");
    let answer = pages_of("T-MOBILE USA", &out, &[]);
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let answer = pages_of("no such name", &out, &[]);
    let said = String::from_utf8(answer.stderr).expect("text");
    assert!(said.contains("No incident is called \"no such name\""), "{said}");
}

#[test]
fn a_file_without_a_date_does_not_get_one_from_the_clock() {
    let folder = tempfile::tempdir().expect("a folder");
    let (table, out) = (folder.path().join("undated.csv"), folder.path().join("pages.html"));
    std::fs::write(&table, "organisation,kind of incident,people affected\nNorth,ransomware,120\nSouth,phishing,45\n")
        .expect("a table");
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
        let answer = command.args(more).output().expect("the binary runs");
        assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8(answer.stdout).expect("text")
    };
    let (table, target) = (table.display().to_string(), out.display().to_string());
    let page = |more: &[&str]| {
        run(&[&["report", &table, "--template", "annual", "-o", &target][..], more].concat());
        std::fs::read_to_string(&out).expect("a page")
    };
    let english = page(&[]);
    assert!(english.contains("As-of date not known") && english.contains("as-of date not known"), "said");
    for clock in ["Data to", "data to", "name=\"date\""] {
        assert!(!english.contains(clock), "{clock}");
    }
    let french = page(&["--lang", "fr"]);
    assert!(french.contains("Date des données inconnue") && !french.contains("onnées au"), "said");
    let stated = page(&["--as-of", "2024-03-31"]);
    assert!(stated.contains("Data to 31 March 2024") && !stated.contains("not known\""), "stated");
    assert!(!stated.contains("As-of date not known"), "stated");

    let asked = |more: &[&str]| {
        let said = run(&[&["stats", &table, "--json"][..], more].concat());
        serde_json::from_str::<serde_json::Value>(&said).expect("JSON")["question"]["as_of"].clone()
    };
    assert_eq!(asked(&[]), serde_json::Value::Null);
    assert_eq!(asked(&["--as-of", "2024-03-31"]), "2024-03-31");
}
