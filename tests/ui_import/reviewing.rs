//! Looking through a reviewed file: rows far down, problems by kind and column, columns without a field.

use std::fmt::Write as _;

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::Window;

/// 5,000 rows of which every tenth has a date that does not exist, and columns without a field.
fn long() -> String {
    let mut text = String::from("Organisation,Discovered on,People affected,Colour,Shape\n");
    for row in 1..=5_000 {
        let day = if row % 10 == 0 { "2024-02-30" } else { "2024-02-03" };
        writeln!(text, "Org {row},{day},{row},red,round").expect("to memory");
    }
    text
}

#[test]
fn a_row_far_down_is_read_again_to_be_looked_at() {
    let mut window = Window::new();
    let path = window.file("long.csv", &long());
    window.open(&path);
    window.until_review();
    window.click("Options of Discovered on");
    window.click("Unreadable cells: Keep the row");
    window.until_review();
    assert!(window.sees("Doubtful 500"));
    // The 300th problem is beyond the rows at hand.
    window.send(vigie::app::command::Command::Import(vigie::app::import_page::ImportCommand::Row(3_000)));
    window.until("the row", |app| match &app.state().import.stage {
        vigie::app::import_page::state::Stage::Review(review) => {
            review.fetched.as_ref().is_some_and(|(raw, _)| raw.row == 3_000)
        }
        _ => false,
    });
    window.click("Rows shown: Row 3,000");
    assert!(window.sees("Org 3000"));
    assert!(window.sees("2024-02-30"));
    window.click("Next row");
    window.until("the next row", |app| match &app.state().import.stage {
        vigie::app::import_page::state::Stage::Review(review) => {
            review.fetched.as_ref().is_some_and(|(raw, _)| raw.row == 3_001)
        }
        _ => false,
    });
    assert!(window.sees("Org 3001"));
}

#[test]
fn problems_are_filtered_by_column() {
    let mut window = Window::new();
    let text = long().replace(",100,red", ",a great many,red");
    let path = window.file("long.csv", &text);
    window.open(&path);
    window.until_review();
    window.click("Review: Problems");
    window.harness.get_by_role_and_label(Role::ComboBox, "Column of the problem").click();
    window.harness.run_steps(4);
    window.click("People affected (1)");
    assert!(window.sees("a great many"));
    assert!(!window.sees("Discovered on 2024-02-30"), "problems of other columns are still listed");
}

#[test]
fn columns_without_a_field_are_left_out_and_kept_all_at_once() {
    let mut window = Window::new();
    let path = window.file("long.csv", &long());
    window.open(&path);
    window.until_review();
    assert!(window.sees("2 columns have no field and are kept under their headers."));
    window.click("Leave them out");
    window.until_review();
    assert!(window.sees("2 are left out."));
    assert!(window.sees("Colour goes to Leave out"));
    window.click("Keep those left out");
    window.until_review();
    assert!(window.sees("Colour goes to Keep under its header"));
}

#[test]
fn cancelling_while_records_are_written_leaves_the_workspace_as_it_was() {
    use vigie::app::App;
    use vigie::app::command::{Command, Sample};
    use vigie::app::import_page::ImportCommand;
    use vigie::app::import_page::state::Stage;
    use vigie::app::reading::Source;

    let mut window = Window::new();
    window.send(Command::OpenSample(Sample::Register));
    window.until("the register", |app| app.state().opened.is_some());
    let facts = |app: &App| {
        let opened = app.state().opened.as_ref().expect("a workspace");
        let history = opened.workspace.history().expect("readable").len();
        (opened.snapshot.len(), opened.snapshot.revision(), opened.datasets.clone(), history)
    };
    let before = facts(window.app());
    let path = window.file("long.csv", &long().repeat(12).replace("\nOrganisation,", "\n,"));
    window.send(Command::Import(ImportCommand::Look(Source::File(path))));
    window.until_review();
    window.send(Command::Import(ImportCommand::Accept));
    assert!(matches!(window.app().state().import.stage, Stage::Writing(..)), "nothing is being written");
    // The page says how far it is and how to stop it.
    window.harness.step();
    assert!(window.sees("Cancelling leaves the workspace as it was."));
    window.send(Command::Import(ImportCommand::Stop));
    window.until("the review again", |app| matches!(app.state().import.stage, Stage::Review(_)));
    assert_eq!(facts(window.app()), before);
    // And it can be accepted after all.
    window.send(Command::Import(ImportCommand::Accept));
    window.until_done();
    assert!(window.records() > before.0 + 50_000);
}
