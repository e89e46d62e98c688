//! A shelf of hostile and broken files. Each ends in one clear sentence or in a report whose rows add up; the
//! workspace is unchanged or fully accounted for; below 1 GB and within 30 seconds.
//!
//! What is said of each stands in `tests/golden/bad_files.txt`, to be read in one place (`UPDATE=1` writes it anew).

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

#[path = "bad_files/archives.rs"]
mod archives;
#[path = "bad_files/command.rs"]
mod command;
#[path = "bad_files/delimited.rs"]
mod delimited;
#[path = "bad_files/exports.rs"]
mod exports;
#[path = "charts/golden.rs"]
mod golden;
#[path = "bad_files/json.rs"]
mod json;
#[path = "bad_files/other_formats.rs"]
mod other_formats;
#[path = "bad_files/recipes.rs"]
mod recipes;
#[path = "bad_files/shelf.rs"]
mod shelf;
#[path = "bad_files/through_library.rs"]
mod through_library;
#[path = "bad_files/workbooks.rs"]
mod workbooks;
#[path = "bad_files/workspaces.rs"]
mod workspaces;

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use shelf::{Bad, Kind};

/// What became of one file, by both ways.
struct Outcome {
    words: String,
    took: Duration,
    peak: Option<u64>,
}

#[test]
fn every_bad_file_ends_in_a_sentence_or_in_rows_that_add_up() {
    let shelf: Vec<Bad> = [
        delimited::files(),
        other_formats::files(),
        json::files(),
        archives::files(),
        workbooks::files(),
        recipes::files(),
        workspaces::files(),
        exports::files(),
    ]
    .into_iter()
    .flatten()
    .collect();
    assert!(shelf.len() >= 80, "{} files", shelf.len());
    let mut names: Vec<&str> = shelf.iter().map(|bad| bad.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), shelf.len(), "two files of one name");

    let folder = tempfile::tempdir().expect("a folder");
    let bench = command::Bench::new(folder.path());
    let next = AtomicUsize::new(0);
    let outcomes: Mutex<Vec<Option<Outcome>>> = Mutex::new((0..shelf.len()).map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(bad) = shelf.get(place) else { break };
                    // All that is wrong is told in one run.
                    let outcome = catch_unwind(AssertUnwindSafe(|| look_at(bad, &bench))).ok();
                    outcomes.lock().expect("no thread failed")[place] = outcome;
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().expect("no thread failed");
    let (mut said, mut failed) = (String::new(), Vec::new());
    for (bad, outcome) in shelf.iter().zip(&outcomes) {
        match outcome {
            Some(outcome) => writeln!(said, "{} ({})\n{}", bad.name, bad.what, outcome.words).expect("a text grows"),
            None => failed.push(bad.name),
        }
    }
    report(&shelf, &outcomes);
    if !failed.is_empty() {
        println!("{said}");
    }
    assert!(failed.is_empty(), "{} failed: {failed:?}", failed.len());
    golden::check("bad_files.txt", &said);
}

fn look_at(bad: &Bad, bench: &command::Bench) -> Outcome {
    let began = Instant::now();
    let path = bench.write(bad);
    let run = bench.run(bad, &path);
    let mut words = run.words;
    let mut took = run.took;
    if bad.kind == Kind::Data {
        let again = Instant::now();
        words.push_str(&through_library::look(&path));
        took = took.max(again.elapsed());
    }
    std::fs::remove_file(&path).expect("the file is there still");
    assert!(took < Duration::from_secs(30), "{}: {took:?}", bad.name);
    println!("{:>6} ms of {:>6} ms: {}", took.as_millis(), began.elapsed().as_millis(), bad.name);
    Outcome { words, took, peak: run.peak }
}

/// The slowest and the largest, for whoever reads the test's output.
fn report(shelf: &[Bad], outcomes: &[Option<Outcome>]) {
    let ended = || shelf.iter().zip(outcomes).filter_map(|(bad, outcome)| Some((bad, outcome.as_ref()?)));
    let slowest = ended().max_by_key(|(_, outcome)| outcome.took);
    let largest = ended().max_by_key(|(_, outcome)| outcome.peak);
    println!("{} files", shelf.len());
    if let Some((bad, outcome)) = slowest {
        println!("slowest: {} in {} ms", bad.name, outcome.took.as_millis());
    }
    if let Some((bad, Some(peak))) = largest.map(|(bad, outcome)| (bad, outcome.peak)) {
        println!("largest: {} with {} MB", bad.name, peak / 1_000_000);
    }
}
