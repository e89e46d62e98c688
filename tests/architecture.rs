//! The one direction of the modules, held by reading the sources. What it holds is written in `ARCHITECTURE.md`.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};

/// The modules in the order of the data's way. Each may use those above it, and `text`.
const ORDER: &[&str] =
    &["model", "frame", "import", "workspace", "query", "stats", "clocks", "chart", "draw", "briefing", "cli", "app"];

/// Pairs that the order alone would allow or forbid and that are decided otherwise: (module, may use).
const ALSO: &[(&str, &str)] = &[
    // The binary's front door starts the window when no subcommand is given.
    ("cli", "app"),
];

/// Leaves: every module may use them, they use nothing of ours.
const LEAVES: &[&str] = &["text"];

/// Modules that never reach the screen library.
const WITHOUT_EGUI: &[&str] =
    &["model", "frame", "import", "workspace", "query", "stats", "clocks", "chart", "draw", "briefing", "text", "cli"];

/// Modules that may touch files.
const WITH_FILES: &[&str] = &["workspace", "cli", "app"];

struct Source {
    module: String,
    path: PathBuf,
    /// Lines of code without comments and without the tests at the end.
    lines: Vec<(usize, String)>,
    all_lines: usize,
}

#[test]
fn modules_use_only_those_above_them() {
    for source in sources() {
        let Some(own) = ORDER.iter().position(|module| *module == source.module) else {
            assert!(
                LEAVES.contains(&source.module.as_str()) || ["lib", "main"].contains(&source.module.as_str()),
                "{} is in no module of the order",
                source.path.display()
            );
            continue;
        };
        for (number, line) in &source.lines {
            for other in used_modules(line) {
                let above = ORDER.iter().position(|module| *module == other).is_some_and(|place| place <= own);
                let allowed = above
                    || LEAVES.contains(&other.as_str())
                    || ALSO.contains(&(source.module.as_str(), other.as_str()));
                assert!(allowed, "{}:{number}: {} may not use {other}", source.path.display(), source.module);
            }
        }
    }
}

#[test]
fn leaves_use_nothing_of_ours() {
    for source in sources().iter().filter(|source| LEAVES.contains(&source.module.as_str())) {
        for (number, line) in &source.lines {
            for other in used_modules(line) {
                assert_eq!(other, source.module, "{}:{number} uses {other}", source.path.display());
            }
        }
    }
}

#[test]
fn only_the_window_knows_the_screen_library() {
    forbid(WITHOUT_EGUI, &["egui::", "eframe::", "egui_plot", "egui_extras", "rfd::"], &[]);
}

#[test]
fn files_clock_locale_and_chance_stay_outside() {
    let pure: Vec<&str> = ORDER.iter().chain(LEAVES).copied().filter(|module| !WITH_FILES.contains(module)).collect();
    forbid(&pure, &["std::fs", "File::open", "std::env", "std::net", "std::process"], &[]);
    let timeless: Vec<&str> =
        ORDER.iter().chain(LEAVES).copied().filter(|module| !["cli", "app"].contains(module)).collect();
    forbid(&timeless, &["SystemTime::now", "Instant::now", "Utc::now", "Local::now", "thread_rng", "rand::"], &[]);
    // Nothing leaves the machine.
    forbid(ORDER, &["std::net", "TcpStream", "UdpSocket"], &[]);
}

#[test]
fn threads_dialogs_and_colours_have_one_place_each() {
    forbid(
        ORDER,
        &["thread::Builder", "thread::spawn", "thread::scope"],
        &["app/jobs.rs", "import/bytes/shared.rs", "import/read/ahead.rs", "query/parallel.rs"],
    );
    forbid(ORDER, &["rfd::"], &["app/dialogs.rs"]);
    forbid(
        &["app"],
        &["Color32::from_rgb", "Color32::from_hex", "Color32::from_gray", "Color32::from_rgba"],
        &["app/theme.rs", "app/theme/"],
    );
}

#[test]
fn the_calendar_and_the_output_have_one_place_each() {
    let all: Vec<&str> = ORDER.iter().chain(LEAVES).copied().chain(["lib", "main"]).collect();
    forbid(&all, &["chrono::"], &["model/calendar.rs", "model/date"]);
    forbid(&all, &["println!", "print!"], &["/src/cli/", "/src/main.rs"]);
}

#[test]
fn a_file_is_a_room() {
    for source in sources() {
        assert!(source.all_lines <= 600, "{} has {} lines: split it", source.path.display(), source.all_lines);
    }
}

/// Fails when one of `words` stands in a module's code outside the files whose path contains one of `except`.
fn forbid(modules: &[&str], words: &[&str], except: &[&str]) {
    for source in sources().iter().filter(|source| modules.contains(&source.module.as_str())) {
        let path = source.path.to_string_lossy().replace('\\', "/");
        if except.iter().any(|place| path.contains(place)) {
            continue;
        }
        for (number, line) in &source.lines {
            for word in words {
                assert!(!line.contains(word), "{path}:{number}: {word} has no place in {}", source.module);
            }
        }
    }
}

/// The names after `crate::` in a line of code.
fn used_modules(line: &str) -> Vec<String> {
    line.split("crate::")
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>())
        .filter(|name| ORDER.contains(&name.as_str()) || LEAVES.contains(&name.as_str()))
        .collect()
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 20, "the sources were not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(root, &path, found);
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let inside = path.strip_prefix(root).expect("below src");
        let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
        let is_test_file = inside.components().any(|part| part.as_os_str() == "tests")
            || path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests"));
        let lines = text
            .lines()
            .enumerate()
            .take_while(|(_, line)| !is_test_file && line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line.to_owned()))
            .collect();
        found.push(Source {
            module: first.trim_end_matches(".rs").to_owned(),
            path,
            lines,
            all_lines: text.lines().count(),
        });
    }
}
