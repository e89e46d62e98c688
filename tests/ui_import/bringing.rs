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

#[test]
fn an_export_is_added_to_the_open_workspace_and_what_is_there_stays() {
    use vigie::app::command::{Command, Sample};
    use vigie::app::import_page::ImportCommand;
    use vigie::app::import_page::state::Stage;
    use vigie::app::reading::Source;

    let mut window = Window::new();
    window.send(Command::OpenSample(Sample::Register));
    window.until("the register", |app| app.state().opened.is_some());
    let before = window.records();
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/seed_incidents.json");
    let look = || Command::Import(ImportCommand::Look(Source::File(seeds.clone())));
    let is_looked_at = |app: &vigie::app::App| matches!(app.state().import.stage, Stage::Adding(_, None));
    window.send(look());
    window.until("the export", is_looked_at);
    assert_eq!(window.records(), before, "something entered before it was accepted");
    window.click("Add ");
    window.until("the records", |app| matches!(app.state().import.stage, Stage::Start));
    let added = window.records() - before;
    assert!(added >= 5, "{added} records were added");
    // The same export again: everything is there.
    window.send(Command::Go(Page::Import));
    window.send(look());
    window.until("the export again", is_looked_at);
    assert!(window.sees(&format!("Records that are here already and stay as they are: {added}")));
    window.click("Cancel");
    window.send(Command::Undo);
    window.until("the undo", |app| app.state().opened.as_ref().is_some_and(|opened| opened.snapshot.len() == before));
}

const FIRST: &str = "Organisation,Discovered on,People affected\nAcme,2024-03-01,12\nBern,2024-04-02,7\n";
const SECOND: &str = "Organisation,Discovered on,People affected\nCeres,2024-05-01,9\n";

#[test]
fn several_files_of_one_shape_and_a_folder_of_them_are_one_table() {
    let mut window = Window::new();
    let paths = vec![window.file("first.csv", FIRST), window.file("second.csv", SECOND)];
    window.send(vigie::app::command::Command::Import(vigie::app::import_page::ImportCommand::LookAll(paths)));
    window.until_review();
    window.click("Import 3 records");
    window.until_done();
    assert_eq!(window.records(), 3);

    let mut window = Window::new();
    let folder = window.folder.path().join("lists");
    std::fs::create_dir(&folder).expect("a folder");
    for (name, text) in [("first.csv", FIRST), ("second.csv", SECOND)] {
        std::fs::write(folder.join(name), text).expect("written");
    }
    window.open(&folder);
    window.until_review();
    assert!(window.sees("Import 3 records"));
}

#[test]
fn another_sheet_of_a_workbook_is_chosen() {
    use eframe::egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;

    let mut window = Window::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [("Incidents", vec!["Acme", "Bern", "Ceres"]), ("Older", vec!["Dione"])] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for (column, header) in ["Organisation", "Discovered on", "People affected"].into_iter().enumerate() {
            sheet.write(0, column as u16, header).expect("written");
        }
        for (row, organisation) in (1..).zip(rows) {
            sheet.write(row, 0, organisation).expect("written");
            sheet.write(row, 1, "2024-03-01").expect("written");
            sheet.write(row, 2, 12).expect("written");
        }
    }
    let path = window.folder.path().join("book.xlsx");
    book.save(&path).expect("saved");
    window.open(&path);
    window.until_review();
    assert!(window.sees("Import 3 records"));
    window.click("Review: File");
    assert!(window.sees("the one of 2 sheets that looks most like a list of records"));
    assert!(window.harness.query_by_role_and_label(Role::ComboBox, "Table").is_some(), "the range cannot be chosen");
    window.harness.get_by_role_and_label(Role::ComboBox, "Sheet").click();
    window.harness.run_steps(4);
    window.click("Older");
    window.until("the other sheet", |app| match &app.state().import.stage {
        vigie::app::import_page::state::Stage::Review(review) => {
            !review.is_trying && review.source.choice().sheet.as_deref() == Some("Older")
        }
        _ => false,
    });
    assert!(window.sees("Import 1 record"));
    assert!(window.sees("chosen by you"));
}
