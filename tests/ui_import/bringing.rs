//! Data that comes without a file dialog.

use vigie::app::command::Page;

use crate::{UNKNOWN, Window};

#[test]
fn a_pasted_table_is_reviewed_and_enters_without_a_file() {
    let mut window = Window::new();
    let table = "Organisation\tDate of breach\tRecords affected\r\nAcme\t2024-03-01\t12\r\nBern\t2024-04-02\t1,300\r\n";
    // Anywhere on the empty overview.
    window.harness.event(eframe::egui::Event::Paste(table.to_owned()));
    window.until_review();
    assert_eq!(window.app().state().page, Page::Import);
    assert!(window.sees("Pasted table"));
    window.click("Import 2 records");
    window.until_done();
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    assert_eq!(opened.snapshot.len(), 2);
    let dataset = opened.datasets.first().expect("a dataset");
    assert!(dataset.note.contains("no file"), "the dataset does not say that there is no file: {}", dataset.note);
    assert_eq!((dataset.file_name.as_str(), dataset.file_hash.len()), ("Pasted table", 64));
    assert!(!opened.can_be_read_again(), "what was pasted would be thrown away");
}

#[test]
fn a_path_that_is_pasted_is_opened_and_an_empty_clipboard_says_so() {
    let mut window = Window::new();
    window.click("Paste a table");
    for _ in 0..10 {
        window.harness.step();
    }
    assert!(window.sees("There is no text to paste"));
    let path = window.file("inconnu.csv", UNKNOWN);
    window.harness.event(eframe::egui::Event::Paste(format!("{}\n", path.display())));
    window.until_review();
    assert!(window.sees("inconnu.csv"));
}
