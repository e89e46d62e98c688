//! What each figure of the gallery takes on a large workspace.
//!
//! `VIGIE_BENCH_FILE=large.vigie cargo bench --bench figures` opens it for reading and prints, for every figure, the
//! least of three times from the question to what is drawn, in words and numbers.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program that prints what it measured")]

use std::path::PathBuf;
use std::time::Instant;

use vigie::chart::figures::Overview;
use vigie::chart::figures::scope::Scope;
use vigie::chart::gallery::choice::Options;
use vigie::chart::gallery::{Ask, Family, draw};
use vigie::chart::words::Context;
use vigie::query::first::first_question;
use vigie::query::language::{Known, parse};
use vigie::query::question::Filter;
use vigie::query::select;
use vigie::workspace::Workspace;

fn main() {
    let Some(file) = std::env::var_os("VIGIE_BENCH_FILE").map(PathBuf::from) else {
        println!("skipped: VIGIE_BENCH_FILE names no workspace");
        return;
    };
    let workspace = Workspace::open_read_only(&file).expect("a workspace");
    let snapshot = workspace.snapshot();
    let datasets = workspace.datasets().expect("datasets");
    let as_of = datasets.first().map(|dataset| dataset.as_of).expect("a dataset");
    let question = first_question(&snapshot, &datasets, as_of);
    println!("{} records", snapshot.len());

    for text in [
        "sector:health",
        "people>1000",
        "sector:health people>1000 discovered:2023..",
        "not sector:health or people:missing",
        "kind:ranso* organisation:*99*",
        "hospital",
    ] {
        let known = Known::of(&snapshot, &datasets);
        let Ok(expr) = parse(text, &known) else { continue };
        let filter = Filter { expr, ..Filter::default() };
        let found = least(|| select(&snapshot, &filter, question.date_of, question.measure).len());
        println!("query {text}: {:.1} ms, {} records", found.0, found.1);
    }

    let selection = select(&snapshot, &question.filter, question.date_of, question.measure);
    let scope = Scope::of(&snapshot, &selection, &question);
    let context = Context::default();
    let options = Options::default();
    let ask = Ask {
        snapshot: &snapshot,
        question: &question,
        selection: &selection,
        scope: &scope,
        options: &options,
        context: &context,
        document: &|_| None,
    };
    println!("overview: {:.0} ms", least(|| Overview::compute(&snapshot, &question).scope.chosen).0);
    for key in Family::ALL.into_iter().flat_map(Family::charts).copied() {
        let (millis, drawn) = least(|| draw(key, &ask).map(|drawn| drawn.model.empty.is_none()));
        let note = if drawn == Some(true) { "" } else { " (says why it is not drawn)" };
        println!("{}: {millis:.0} ms{note}", key.key());
    }
}

/// The least of three times in milliseconds, and the answer.
fn least<T>(work: impl Fn() -> T) -> (f64, T) {
    let time = || {
        let began = Instant::now();
        let answer = work();
        (began.elapsed().as_secs_f64() * 1e3, answer)
    };
    let mut best = time();
    for _ in 0..2 {
        let again = time();
        if again.0 < best.0 {
            best = again;
        }
    }
    best
}
