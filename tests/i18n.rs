//! Both languages have the same words, and every one of them is used.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use vigie::text::{Lang, sources};

/// Keys that code puts together: the family's prefix, and why its members are all used.
const FAMILIES: &[&str] = &[
    "event-",
    "unit-",
    "effect-",
    "missing-",
    "role-",
    "harm-",
    "severity-",
    "status-",
    "confidence-",
    "mechanism-",
    "problem-",
    "chart-from-",
    "chart-to-",
    "chart-gap-",
    "chart-column-",
    "facts-word-",
    "season-column-",
    "honesty-rule-",
    "import-field-",
    "import-left-out-",
    "import-note-",
    "import-rows-",
    "importing-number-",
    "json-fault-",
    "between-definition-",
    "charts-family-",
    "why-figure-",
    "why-gap-",
    "charts-name-",
    "charts-asks-",
    "control-series-",
    "comparing-which-",
    "delay-define-",
    "delay-column-",
    "people-whole-",
    "query-",
    "breakdown-field-",
    "breakdown-column-",
    "delay-cohorts-",
    "milestones-column-",
    "briefings-kind-",
    "briefings-format-",
    "briefing-fact-",
    "briefing-posture-",
    "briefing-list-",
    "briefing-template-",
    "briefing-name-",
    "milestones-one-",
];

/// Key to variables, of one language.
fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for (module, source) in sources(lang) {
        let mut current: Option<String> = None;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                let key = key.trim().to_owned();
                assert!(keys.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice ({module})");
                current = Some(key);
            }
            let Some(variables) = current.as_ref().and_then(|key| keys.get_mut(key)) else { continue };
            for part in line.split('$').skip(1) {
                let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                variables.insert(name);
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (english, french) = (keys(Lang::En), keys(Lang::Fr));
    assert!(!english.is_empty(), "no words at all");
    for (key, variables) in &english {
        let other = french.get(key).unwrap_or_else(|| panic!("{key} has no French words"));
        assert_eq!(variables, other, "{key} uses other values in French");
    }
    for key in french.keys() {
        assert!(english.contains_key(key), "{key} has no English words");
    }
}

#[test]
fn every_key_is_used_and_every_used_key_exists() {
    let mut code = String::new();
    read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let english = keys(Lang::En);
    for key in english.keys() {
        let used = FAMILIES.iter().any(|family| key.starts_with(family)) || code.contains(&format!("\"{key}\""));
        assert!(used, "the words for {key} are not used");
    }
    for call in ["tr(", "tr_args("] {
        for part in code.split(call).skip(1) {
            let Some(after) = part.split_once('"').filter(|(before, _)| before.len() < 40 && !before.contains(')'))
            else {
                continue;
            };
            let key = after.1.split('"').next().unwrap_or_default();
            let is_key = key.contains('-')
                && key.starts_with(|c: char| c.is_ascii_lowercase())
                && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
            assert!(!is_key || english.contains_key(key), "the key {key} has no words");
        }
    }
}

fn read_sources(folder: &Path, code: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            read_sources(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&std::fs::read_to_string(&path).expect("a readable file"));
        }
    }
}
