//! The life of a workspace in the window: a new one, saved under a name, left behind and found again, its data's facts
//! changed and the change undone.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod support;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use support::{Start, app, click, command_key, open, says, settle};
use vigie::app::command::{Command, Page, PathFor};
use vigie::model::dataset::Mechanism;

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of one's own")
}

fn mechanism(window: &support::Window) -> Mechanism {
    app(window).state().opened.as_ref().expect("a workspace").question.mechanism
}

#[test]
fn a_fact_about_the_data_is_an_edit_that_can_be_undone() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    assert_eq!(mechanism(&window), Mechanism::DisclosureList);
    command_key(&mut window, Key::Num6);
    click(&mut window, "How incidents got into it: register");
    assert_eq!(mechanism(&window), Mechanism::Register, "figures follow the data's facts");
    command_key(&mut window, Key::Z);
    assert_eq!(mechanism(&window), Mechanism::DisclosureList);
    command_key(&mut window, Key::Y);
    assert_eq!(mechanism(&window), Mechanism::Register);
}

#[test]
fn the_as_of_day_is_typed_and_answered() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    command_key(&mut window, Key::Num6);
    let field = window.get_by_label("Complete to");
    field.focus();
    settle(&mut window);
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    window.get_by_label("Complete to").type_text("2022-06");
    settle(&mut window);
    assert!(says(&window, "30 June 2022"), "the last day of the month was understood");
    window.key_press(Key::Enter);
    settle(&mut window);
    let as_of = app(&window).state().opened.as_ref().expect("a workspace").question.as_of;
    assert_eq!(as_of.ymd(), (2022, 6, 30));
}

#[test]
fn an_unnamed_workspace_gets_a_name_and_leaves_the_data_folder() {
    let home = home();
    let target = home.path().join("mine.vigie");
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Example register");
    let before = app(&window).state().opened.as_ref().expect("a workspace").workspace.path().to_owned();
    assert!(before.starts_with(home.path().join("data")));
    app(&window).send(Command::PathChosen(PathFor::SaveAs, target.clone()));
    settle(&mut window);
    let opened = app(&window).state().opened.as_ref().expect("a workspace");
    assert!(opened.is_named && opened.workspace.path() == target);
    assert!(!before.exists(), "the unnamed file is gone");
    assert!(says(&window, "mine.vigie"), "the status bar names the file");
    drop(window);

    let mut again = open(home.path(), Start { files: vec![target], ..Start::default() });
    settle(&mut again);
    assert_eq!(app(&again).state().opened.as_ref().map(|opened| opened.snapshot.len()), Some(60));
    assert!(again.query_by_label("mine.vigie").is_some());
}

#[test]
fn a_workspace_without_a_name_is_offered_again() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Five cases in full");
    command_key(&mut window, Key::Num6);
    click(&mut window, "How incidents got into it: register");
    drop(window);
    let mut again = open(home.path(), Start::default());
    assert_eq!(app(&again).state().left_behind.len(), 1);
    click(&mut again, "5 records without a file name");
    let opened = app(&again).state().opened.as_ref().expect("a workspace");
    assert_eq!(opened.snapshot.len(), 5);
    assert_eq!(mechanism(&again), Mechanism::Register, "the edit is there");
}

#[test]
fn the_view_is_as_it_was_left() {
    let home = home();
    let target = home.path().join("mine.vigie");
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    app(&window).send(Command::PathChosen(PathFor::SaveAs, target.clone()));
    settle(&mut window);
    click(&mut window, "Per: Year");
    app(&window).send(Command::Go(Page::Records));
    settle(&mut window);
    let mut program = window.into_state().expect("the program");
    program.close();
    drop(program);
    let again = open(home.path(), Start { files: vec![target], ..Start::default() });
    let question = &app(&again).state().opened.as_ref().expect("a workspace").question;
    assert_eq!(question.period, vigie::query::question::PeriodKind::Year);
}

#[test]
fn what_reading_a_file_again_would_give_is_not_kept() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    let mut program = window.into_state().expect("the program");
    program.close();
    drop(program);
    let again = open(home.path(), Start::default());
    assert!(app(&again).state().left_behind.is_empty(), "an untouched sample leaves nothing behind");
}
