//! Files that differ from the one that a recipe was accepted for.

use crate::{UNKNOWN, Window};

fn accept_first(window: &mut Window) {
    let path = window.file("premier.csv", UNKNOWN);
    window.open(&path);
    window.until_review();
    window.harness.key_press(eframe::egui::Key::F8);
    window.harness.run_steps(4);
    window.click("Order of dates · Survenu le: Month first");
    window.until_review();
    window.click("Import 4 records");
    window.until_done();
}

#[test]
fn a_file_that_differs_is_reviewed_with_the_differences_before_anything_enters() {
    let mut window = Window::new();
    accept_first(&mut window);
    // A column renamed, one missing, one new.
    let next =
        window.file("second.csv", "nom;SURVENU_LE;Nombre de personnes;Pays\nEos;01/02/2025;5;FR\nIo;02/03/2025;7;FR\n");
    window.open(&next);
    window.until("the review of the second file", |app| {
        matches!(&app.state().import.stage, vigie::app::import_page::state::Stage::Review(review)
            if review.file.name == "second.csv" && !review.is_trying)
    });
    assert_eq!(window.records(), 4, "the first import is no longer open");
    assert!(window.sees("The file differs from the one that “premier” was made for"));
    assert!(window.sees("“Survenu le” is called “SURVENU_LE” here: read in its place."));
    assert!(window.sees("1 column is missing: “Colonne X”."));
    assert!(window.sees("1 column is new and kept under its header: “Pays”."));
    // The order of dates that was decided holds, so nothing stands in the way.
    window.click("Import 2 records");
    window.until_done();
    assert_eq!(window.records(), 6);
}

#[test]
fn values_that_no_longer_fit_are_shown_before_anything_enters() {
    let mut window = Window::new();
    accept_first(&mut window);
    let next = window
        .file("third.csv", "Nom;Survenu le;Nombre de personnes;Colonne X\nEos;25/02/2025;5;x\nIo;26/02/2025;6;y\n");
    window.open(&next);
    window.until_review();
    assert!(window.sees("Dates of “Survenu le” are read month first, but"));
    assert_eq!(window.records(), 4);
}
