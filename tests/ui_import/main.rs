//! The import page as an analyst uses it: by the names of its controls, without a display.

#![allow(missing_docs, clippy::expect_used, clippy::format_collect, reason = "a test crate")]

mod bringing;
mod dating;
mod choosing;
mod differing;
mod renewing;
mod reviewing;

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Action;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use vigie::app::App;
use vigie::app::command::{Command, Page, PathFor};
use vigie::app::import_page::command::{ImportCommand, ImportPath};
use vigie::app::import_page::state::Stage;
use vigie::app::settings::Folders;
use vigie::text::Lang;

/// Dates that only the analyst can put in order, a column whose header says nothing, a blank row, a bad count.
const UNKNOWN: &str = "Nom;Survenu le;Nombre de personnes;Colonne X\n\
    Acme;03/04/2024;1 200;banque\n\
    Bern;05/06/2024;douze mille et quelques;santé\n\
    ;;;\n\
    Ceres;07/08/2024;90;santé\n\
    Dione;09/10/2024;12;transport\n";

struct Window {
    harness: Harness<'static, Option<App>>,
    folder: tempfile::TempDir,
}

impl Window {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().to_owned();
        let draw = move |ui: &mut eframe::egui::Ui, app: &mut Option<App>| {
            let app = app.get_or_insert_with(|| {
                let app = App::inside(ui.ctx(), Folders::inside(&inside), Vec::new());
                app.send(Command::Language(Lang::En));
                app
            });
            app.logic(ui.ctx());
            app.ui(ui);
        };
        let harness = Harness::builder().with_size([1366.0, 768.0]).with_max_steps(64).build_ui_state(draw, None);
        Self { harness, folder }
    }

    fn app(&self) -> &App {
        self.harness.state().as_ref().expect("the program runs")
    }

    fn send(&mut self, command: Command) {
        self.app().send(command);
        self.harness.step();
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    }

    /// Draws frames until something is so; jobs work meanwhile.
    fn until(&mut self, what: &str, is_so: impl Fn(&App) -> bool) {
        for _ in 0..2_000 {
            self.harness.step();
            if is_so(self.app()) {
                // Once more, so that the tree shows it.
                self.harness.step();
                self.harness.step();
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        panic!("waited in vain for: {what}");
    }

    fn open(&mut self, path: &Path) {
        self.send(Command::Open(path.to_owned()));
    }

    fn until_review(&mut self) {
        self.until("the review", |app| matches!(&app.state().import.stage, Stage::Review(review) if !review.is_trying));
    }

    fn until_done(&mut self) {
        self.until("the report", |app| {
            app.state().import.done.is_some() && matches!(app.state().import.stage, Stage::Start)
        });
    }

    fn click(&mut self, label: &str) {
        let found = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|own| own.starts_with(label)) && node.data().supports_action(Action::Click)
        };
        self.harness.get_by(found).click();
        self.harness.run_steps(5);
    }

    fn sees(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    fn records(&self) -> usize {
        self.app().state().opened.as_ref().map_or(0, |opened| opened.snapshot.len())
    }
}

#[test]
fn an_unknown_file_is_reviewed_changed_decided_and_accepted() {
    let mut window = Window::new();
    let path = window.file("inconnu.csv", UNKNOWN);
    window.open(&path);
    window.until_review();
    assert_eq!(window.app().state().page, Page::Import);
    assert!(window.sees("day and month can be read either way"), "the open order is not said");
    assert_eq!(window.records(), 0, "something entered before it was accepted");
    // The button that accepts says how many, and does nothing yet.
    let accept = window.harness.get_by_label("Import 4 records");
    assert!(accept.accesskit_node().is_disabled());

    // A column is mapped by hand.
    window.click("Colonne X goes to Keep under its header");
    window.harness.get_by_label("Find a field").type_text("sector");
    window.harness.run_steps(5);
    window.click("Sector");
    window.until_review();
    assert!(window.sees("Colonne X goes to Sector"));

    // F8 leads to the open question; its answer lets the file in.
    window.harness.key_press(eframe::egui::Key::F8);
    window.harness.run_steps(4);
    assert!(window.sees("3 April 2024"), "the two readings are not shown");
    window.click("Order of dates · Survenu le: Day first");
    window.until_review();
    let accept = window.harness.get_by_label("Import 4 records");
    assert!(!accept.accesskit_node().is_disabled());
    assert!(window.sees("5 rows read = 4 to import + 0 set aside + 1 blank"));
    window.click("Import 4 records");
    window.until_done();
    assert_eq!(window.records(), 4);
    let done = window.app().state().import.done.as_ref().expect("a report");
    let counts = done.counts;
    assert_eq!((counts.read, counts.imported, counts.rejected, counts.blank), (5, 4, 0, 1));
    assert_eq!(counts.read, counts.imported + counts.rejected + counts.blank);
    assert!(window.sees("inconnu.csv was imported"));
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    assert!(opened.snapshot.dictionary(&vigie::frame::batch::Field::Sector).is_some_and(|words| !words.is_empty()));
}

#[test]
fn accepted_choices_read_the_next_file_of_that_shape_by_themselves() {
    let mut window = Window::new();
    let path = window.file("premier.csv", UNKNOWN);
    window.open(&path);
    window.until_review();
    window.harness.key_press(eframe::egui::Key::F8);
    window.harness.run_steps(4);
    window.click("Order of dates · Survenu le: Month first");
    window.until_review();
    window.click("Import 4 records");
    window.until_done();
    let next = window.file("second.csv", "Nom;Survenu le;Nombre de personnes;Colonne X\nEos;01/02/2025;5;x\n");
    window.open(&next);
    window.until("the second file", |app| {
        app.state().opened.as_ref().is_some_and(|opened| opened.title() == "premier" && opened.snapshot.len() == 1)
    });
    assert!(window.sees("Read as"), "the notice is missing");
    // The notice leads to the choices; accepting them anew replaces the import as one step.
    window.click("Review");
    window.until_review();
    window.click("Import 1 record");
    window.until_done();
    assert_eq!(window.records(), 1, "the import stands twice");
}

#[test]
fn rejected_rows_are_saved_corrected_and_imported() {
    let mut window = Window::new();
    let text = "Organisation,Discovered on,People affected\n\
        Acme,2024-03-01,12\nBern,2024-13-45,7\nCeres,2024-05-02,9\n";
    let many: String = (0..200).map(|n| format!("More {n},2024-06-{:02},{n}\n", n % 28 + 1)).collect();
    let path = window.file("list.csv", &format!("{text}{many}"));
    window.open(&path);
    window.until_review();
    assert!(window.sees("1 bad"), "the bad row is not counted");
    window.click("Review: Problems 1");
    assert!(window.sees("2024-13-45"), "what was found is not shown");
    window.click("Import 202 records");
    window.until_done();
    assert_eq!(window.records(), 202);
    assert!(window.sees("Rejected rows: 1"));
    let rejected = window.folder.path().join("rejected.csv");
    window.send(Command::PathChosen(PathFor::Import(ImportPath::Rejected), rejected.clone()));
    window.until("the saved rows", |app| app.state().import.done.as_ref().is_some_and(|done| done.is_rejected_saved));
    let saved = std::fs::read_to_string(&rejected).expect("saved");
    assert_eq!(saved, "Organisation,Discovered on,People affected\nBern,2024-13-45,7\n");
    std::fs::write(&rejected, saved.replace("2024-13-45", "2024-12-25")).expect("corrected");
    window.send(Command::PathChosen(PathFor::Import(ImportPath::Corrected), rejected));
    window.until_review();
    window.click("Import 1 record");
    window.until_done();
    assert_eq!(window.records(), 203);
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    assert_eq!(opened.datasets.len(), 1, "the corrected row has a dataset of its own");
    // Undoing takes the corrected rows back, not the others.
    window.send(Command::Import(ImportCommand::Undo));
    window.until("the undo", |app| app.state().import.done.is_none());
    assert_eq!(window.records(), 202);
}

#[test]
fn cancelling_leaves_the_workspace_as_it_was() {
    let mut window = Window::new();
    window.send(Command::OpenSample(vigie::app::command::Sample::Register));
    window.until("the sample", |app| app.state().opened.is_some());
    let before = window.records();
    let revision = window.app().state().opened.as_ref().map(|opened| opened.snapshot.revision());
    let path = window.file("inconnu.csv", UNKNOWN);
    window.send(Command::Import(ImportCommand::Look(vigie::app::reading::Source::File(path))));
    window.until_review();
    window.click("Cancel");
    window.until("the empty page", |app| matches!(app.state().import.stage, Stage::Start));
    let after = window.app().state().opened.as_ref().map(|opened| opened.snapshot.revision());
    assert_eq!((window.records(), revision), (before, after));
    assert_eq!(window.app().state().opened.as_ref().map(|opened| opened.datasets.len()), Some(1));
}

#[test]
fn a_file_that_is_no_data_is_refused_with_a_sentence_and_the_page_stays_usable() {
    let mut window = Window::new();
    let path = window.file("letter.txt", "A letter.\nIt has lines and nothing else\n");
    window.open(&path);
    window.until("the refusal", |app| !app.state().notices.all().is_empty());
    assert!(window.app().state().notices.all()[0].words.contains("No table was found"));
    window.send(Command::Go(Page::Import));
    window.harness.step();
    assert!(window.sees("Choose a file"));
}

#[test]
fn every_state_has_french_words_and_fits_both_sizes() {
    let mut window = Window::new();
    let path = window.file("inconnu.csv", UNKNOWN);
    window.send(Command::Language(Lang::Fr));
    window.send(Command::Go(Page::Import));
    window.harness.step();
    assert!(window.sees("Importer une liste d’incidents"));
    window.open(&path);
    window.until_review();
    assert!(window.sees("Décidez d’abord"));
    for size in [[1000.0, 640.0], [1920.0, 1080.0]] {
        window.harness.set_size(size.into());
        window.harness.run_steps(3);
        for tab in ["Revue: Jeu de données", "Revue: Fichier", "Revue: Problèmes", "Revue: Colonnes"] {
            window.click(tab);
        }
    }
}
