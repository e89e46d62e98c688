//! Every known source has all its parts and is listed where users and contributors look for it.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::collections::BTreeSet;
use std::path::Path;

use vigie::import::profiles;
use vigie::import::recipe::Target;

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// Names of profiles by their files: those that end in a constant named so.
fn files() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/profiles");
    std::fs::read_dir(folder)
        .expect("the profiles")
        .map(|file| file.unwrap().path())
        .filter(|path| std::fs::read_to_string(path).is_ok_and(|text| text.contains("pub(super) const PROFILE")))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_file_is_a_profile_of_its_name_and_the_other_way_round() {
    let names: BTreeSet<String> = profiles::all().iter().map(|profile| profile.name.to_owned()).collect();
    assert_eq!(names, files());
}

#[test]
fn every_profile_is_in_the_documents() {
    let (page, cli) = (text("docs/profiles.md"), text("docs/cli.md"));
    let rows: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name)
        .filter(|name| !["name", "shape.headers", "columns", "placeholders"].contains(name) && !name.contains('.'))
        .collect();
    let names: BTreeSet<&str> = profiles::all().iter().map(|profile| profile.name).collect();
    assert_eq!(rows, names, "the table of docs/profiles.md");
    let line = cli.split("\n\n").find_map(|part| part.strip_prefix("Known sources: ")).expect("a list in docs/cli.md");
    let listed: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
    assert_eq!(listed, names.into_iter().collect::<Vec<_>>(), "the list of docs/cli.md");
}

#[test]
fn every_profile_has_all_its_parts() {
    for profile in profiles::all() {
        assert!(profile.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'));
        assert!(!profile.title().is_empty(), "{}", profile.name);
        for recipe in profile.recipes() {
            let (name, rule) = (&recipe.name, &recipe.dataset);
            assert!(!recipe.shape.headers.is_empty(), "{name}: no fingerprint");
            assert!(rule.mechanism.is_some() && rule.listing_event.is_some(), "{name}: mechanism and listing event");
            assert!(!rule.publisher.is_empty() && !rule.licence.is_empty(), "{name}: publisher and licence");
            assert!(rule.note.len() > 40, "{name}: what the source cannot answer");
            let named = |header: &String| recipe.columns.iter().any(|rule| rule.header == *header);
            let lost: Vec<&String> = recipe.shape.headers.iter().filter(|header| !named(header)).collect();
            println!("{name}: kept under their own headers: {lost:?}");
            let used = recipe.columns.iter().filter(|rule| rule.target != Target::Ignore).count();
            assert!(used > 1, "{name}: nothing is read");
        }
    }
}
