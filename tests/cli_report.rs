//! `vigie report`, run as a user runs it: which incident is meant is never guessed.

#![allow(missing_docs, clippy::expect_used, reason = "a test crate")]

use std::path::Path;
use std::process::{Command, Output};

/// The pages of one incident of the notices, asked for by a name.
fn pages_of(name: &str, out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["report", "sample_data/washington_notices.csv", "--template", "incident", "--incident", name, "-o"])
        .arg(out)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the binary runs")
}

#[test]
fn a_name_that_several_incidents_have_is_answered_with_their_identities() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages.html");
    let answer = pages_of("school district", &out);
    let said = String::from_utf8(answer.stderr).expect("text");
    assert!(!answer.status.success() && !out.exists(), "{said}");
    assert!(said.contains("2 incidents") && said.contains("Renton School District, 2021-12-28"), "{said}");

    let renton = said.split("; ").find(|part| part.contains("Renton")).expect("Renton in the list");
    let identity = renton.split_whitespace().next().expect("an identity");
    let answer = pages_of(identity, &out);
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    assert!(std::fs::read_to_string(&out).expect("a page").contains("Renton School District"));
}

#[test]
fn a_name_that_is_just_the_organisations_comes_before_one_that_contains_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages.html");
    let answer = pages_of("T-MOBILE USA", &out);
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let answer = pages_of("no such name", &out);
    let said = String::from_utf8(answer.stderr).expect("text");
    assert!(said.contains("No incident is called \"no such name\""), "{said}");
}
