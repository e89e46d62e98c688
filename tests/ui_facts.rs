//! The facts about a dataset in the window: remarks, denominator, zone, words; each change an edit that can be undone.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, reason = "a test crate")]

mod support;

use std::path::Path;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use support::{Start, Window, app, click, command_key, open, says, settle};
use vigie::app::command::{Command, Page};
use vigie::frame::cell::CountCell;
use vigie::model::affected::{Effect, Unit};
use vigie::model::calendar::Day;

fn window_on(home: &Path, sample: &str) -> Window {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(sample);
    let start = Start { size: eframe::egui::Vec2::new(1366.0, 1800.0), files: vec![file], ..Start::default() };
    let mut window = open(home, start);
    app(&window).send(Command::Go(Page::Settings));
    settle(&mut window);
    window
}

fn dataset(window: &Window) -> vigie::model::dataset::Dataset {
    app(window).state().opened.as_ref().expect("a workspace").datasets[0].clone()
}

fn fill(window: &mut Window, field: &str, text: &str) {
    window.get_by_label(field).focus();
    window.run();
    command_key(window, Key::A);
    window.get_by_label(field).type_text(text);
    settle(window);
}

#[test]
fn a_remark_is_added_drawn_and_undone() {
    let home = tempfile::tempdir().unwrap();
    let mut window = window_on(home.path(), "washington_notices.csv");
    fill(&mut window, "Day of remark 1", "2021-03");
    fill(&mut window, "Words of remark 1", "Form changed");
    click(&mut window, "Add remark");
    let notes = dataset(&window).annotations;
    assert_eq!(notes.len(), 1);
    assert_eq!((notes[0].day, notes[0].text.as_str()), (Day::from_ymd(2021, 3, 1).unwrap(), "Form changed"));
    app(&window).send(Command::Go(Page::Overview));
    settle(&mut window);
    let history = app(&window).state().opened.as_ref().unwrap().workspace.history().unwrap();
    assert!(history.iter().any(|entry| entry.label.starts_with("Facts about")), "{history:?}");
    app(&window).send(Command::Undo);
    settle(&mut window);
    assert!(dataset(&window).annotations.is_empty());
}

#[test]
fn a_denominator_and_a_zone_are_facts() {
    let home = tempfile::tempdir().unwrap();
    let mut window = window_on(home.path(), "washington_notices.csv");
    fill(&mut window, "In relation to", "firms");
    fill(&mut window, "Their number by year", "2021 1,000");
    fill(&mut window, "Zone of its times", "-8");
    window.key_press(Key::Enter);
    settle(&mut window);
    let dataset = dataset(&window);
    assert_eq!(dataset.offset_minutes, Some(-480));
    let denominator = dataset.denominator.expect("a denominator");
    assert_eq!((denominator.what.as_str(), denominator.by_year[&2021]), ("firms", 1_000));
    fill(&mut window, "Their number by year", "2021");
    assert!(says(&window, "is not a year and a number"));
}

#[test]
fn other_words_for_numbers_are_read_again_in_one_edit() {
    let home = tempfile::tempdir().unwrap();
    let mut window = window_on(home.path(), "french_incidents.csv");
    let counts = |window: &Window| -> Vec<CountCell> {
        let snapshot = &app(window).state().opened.as_ref().unwrap().snapshot;
        let cells = snapshot.chunks().iter().flat_map(|chunk| {
            Unit::ALL.into_iter().flat_map(|unit| {
                let column = chunk.counts((unit, Effect::DataExposed));
                (0..chunk.len()).map(move |at| column.map(|column| column.get(at)).unwrap_or_default())
            })
        });
        cells.collect()
    };
    let before = counts(&window);
    let in_words = before.iter().filter(|cell| (cell.lo, cell.hi) == (200_000, 900_000)).count();
    let mut changed = dataset(&window);
    changed.words.hundreds_of_thousands = (300_000, 800_000);
    app(&window).send(Command::ChangeDataset(Box::new(changed)));
    settle(&mut window);
    let after = counts(&window);
    assert_eq!(after.iter().filter(|cell| (cell.lo, cell.hi) == (300_000, 800_000)).count(), in_words);
    assert!(in_words > 0, "the sample has a count in such words");
    app(&window).send(Command::Undo);
    settle(&mut window);
    assert_eq!(counts(&window), before);
}
