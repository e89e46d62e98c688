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
