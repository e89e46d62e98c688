//! What can be chosen of the file as a whole: its format and encoding, and what its columns are read by.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use vigie::app::command::{Command, PathFor};
use vigie::app::import_page::command::ImportPath;
use vigie::app::import_page::state::{Review, Stage};
use vigie::import::recipe::Format;

use crate::{UNKNOWN, Window};

fn review(window: &Window) -> &Review {
    match &window.app().state().import.stage {
        Stage::Review(review) => review,
        _ => panic!("there is no review"),
    }
}

fn choose(window: &mut Window, list: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::ComboBox, list).click();
    window.harness.run_steps(4);
    window.click(entry);
    window.until_review();
}

#[test]
fn another_place_of_records_and_another_format_are_chosen_by_hand() {
    let mut window = Window::new();
    let text = r#"{"incidents": [{"name": "Acme", "date": "2024-03-01"}, {"name": "Bern", "date": "2024-04-02"}],
        "people": [{"person": "A"}]}"#;
    let path = window.file("two.json", text);
    window.open(&path);
    window.until_review();
    assert_eq!(review(&window).headers, ["name", "date"]);
    window.click("Review: File");
    choose(&mut window, "Records under", "people (1 records seen)");
    assert_eq!(review(&window).headers, ["person"]);
    // A format that the file does not have is refused with a sentence; the review stays as it was.
    window.click("Format: Delimited text");
    window.until("an answer", |app| !app.state().notices.all().is_empty());
    assert!(matches!(&review(&window).recipe.shape.format, Format::Json { path, .. } if path == "people"));
    let accept = window.harness.get_by_label("Import 1 record");
    assert!(!accept.accesskit_node().is_disabled(), "a format that was refused stands in the way");
}

#[test]
fn a_delimiter_of_ones_own_and_an_encoding_are_taken() {
    let mut window = Window::new();
    let text = "Nom#Survenu le#Notes\nSociété A#2024-03-01#privée\nSociété B#2024-04-02#publique\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let path = window.folder.path().join("western.csv");
    std::fs::write(&path, &bytes).expect("written");
    window.send(Command::Import(vigie::app::import_page::ImportCommand::Look(vigie::app::reading::Source::File(path))));
    window.until("an answer", |app| {
        !app.state().notices.all().is_empty() || matches!(app.state().import.stage, Stage::Review(_))
    });
    // One column is no table: the delimiter is none that is known.
    assert!(!matches!(window.app().state().import.stage, Stage::Review(_)));

    let text = text.replace('#', ";");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let path = window.folder.path().join("western.csv");
    std::fs::write(&path, &bytes).expect("written");
    window.open(&path);
    window.until_review();
    window.click("Review: File");
    assert!(window.sees("Société A"), "the sample does not show the accents");
    assert!(window.sees("3 columns in every row"));
    choose(&mut window, "Encoding", "Mac Roman");
    assert!(matches!(&review(&window).recipe.shape.format, Format::Csv { encoding, .. } if encoding == "macintosh"));
    assert!(!window.sees("Société A"), "the sample is not decoded as it was chosen");
    let other = window.harness.get_by_role_and_label(Role::TextInput, "Other");
    other.focus();
    window.harness.run_steps(2);
    window.harness.get_by_role_and_label(Role::TextInput, "Other").type_text("e");
    window.harness.run_steps(2);
    assert!(!review(&window).is_trying, "a letter is no delimiter");
    window.harness.get_by_role_and_label(Role::TextInput, "Other").type_text("#");
    window.harness.run_steps(2);
    window.until("an answer", |app| match &app.state().import.stage {
        Stage::Review(review) => !review.is_trying,
        _ => false,
    });
    let format = &review(&window).recipe.shape.format;
    assert!(matches!(format, Format::Csv { delimiter: '#', .. }), "{format:?}");
}

#[test]
fn a_file_is_read_by_proposal_or_by_a_recipe_from_a_file_instead() {
    let mut window = Window::new();
    let path = window.file("inconnu.csv", UNKNOWN);
    window.open(&path);
    window.until_review();
    window.click("Colonne X goes to Keep under its header");
    window.harness.get_by_label("Find a field").type_text("sector");
    window.harness.run_steps(5);
    window.click("Sector");
    window.until_review();
    let recipe = window.folder.path().join("recipe.json");
    window.send(Command::PathChosen(PathFor::Import(ImportPath::Recipe), recipe.clone()));
    window.until("the recipe", |_| recipe.exists());
    choose(&mut window, "Read by", "Proposal from headers and values");
    // It is read by proposal already: nothing changes.
    assert!(window.sees("Colonne X goes to Sector"));
    window.send(Command::PathChosen(PathFor::Import(ImportPath::LoadRecipe), recipe));
    window.until("the recipe in use", |app| match &app.state().import.stage {
        Stage::Review(review) => matches!(review.origin, vigie::app::import_page::look::Origin::Loaded(_)),
        _ => false,
    });
    assert!(window.sees("Colonne X goes to Sector"));
    choose(&mut window, "Read by", "Proposal from headers and values");
    assert!(window.sees("Colonne X goes to Keep under its header"));
    let letter = window.file("letter.json", "Dear");
    window.send(Command::PathChosen(PathFor::Import(ImportPath::LoadRecipe), letter));
    window.until("the refusal", |app| {
        app.state().notices.all().iter().any(|notice| notice.words.starts_with("This is not a recipe"))
    });
}
