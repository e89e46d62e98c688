//! The page of records, driven by keys, clicks and accessible names, without a display.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use uuid::Uuid;
use vigie::app::App;
use vigie::app::command::Command;
use vigie::app::settings::Folders;
use vigie::frame::RecordId;
use vigie::model::affected::{Amount, Effect, Unit};
use vigie::model::dataset::Mechanism;
use vigie::model::event::{EventKind, When};
use vigie::model::incident::Incident;
use vigie::workspace::Workspace;
use vigie::workspace::edit::{Change, EditBatch, Moment};

/// The program in a window that nobody sees.
struct Window {
    harness: Harness<'static, Option<App>>,
    _folder: tempfile::TempDir,
}

impl Window {
    fn open(fill: impl FnOnce(&Path) -> Vec<PathBuf>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let files = fill(folder.path());
        let folders = Folders::inside(folder.path());
        std::fs::create_dir_all(&folders.settings).expect("a folder");
        std::fs::write(folders.settings.join("settings.json"), r#"{"language": "en", "theme": "light"}"#)
            .expect("a file");
        let mut start = Some((folders, files));
        let harness = Harness::builder().with_size(egui::vec2(1366.0, 768.0)).with_step_dt(0.05).build_ui_state(
            move |ui, app: &mut Option<App>| {
                if let Some((folders, files)) = start.take() {
                    *app = Some(App::inside(ui.ctx(), folders, files));
                }
                if let Some(app) = app {
                    app.logic(ui.ctx());
                    app.ui(ui);
                }
            },
            None,
        );
        let mut window = Self { harness, _folder: folder };
        window.rest();
        window
    }

    /// The five published cases, opened on the page of records.
    fn seeds() -> Self {
        let mut window = Self::open(|folder| vec![seeds_file(folder)]);
        window.until("the file is open", |app| app.state().opened.is_some());
        window.keys(Modifiers::COMMAND, Key::Num3);
        window.until("the rows are there", |app| app.records().ordered().len() == 5);
        window
    }

    fn app(&self) -> &App {
        self.harness.state().as_ref().expect("the program")
    }

    /// Lets frames and threads go on for a while.
    fn rest(&mut self) {
        for _ in 0..4 {
            self.harness.step();
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
    }

    fn until(&mut self, what: &str, is_so: impl Fn(&App) -> bool) {
        for _ in 0..500 {
            self.harness.step();
            if is_so(self.app()) {
                self.rest();
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(4));
        }
        panic!("{what}: waited in vain");
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.rest();
    }

    fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    /// Types into whatever has the keyboard.
    fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.rest();
    }

    /// Presses Tab until the control with this name has the keyboard.
    fn tab_to(&mut self, name: &str) {
        for _ in 0..160 {
            if self.harness.query_by_label(name).is_some_and(|node| node.is_focused()) {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("Tab does not lead to “{name}”");
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.rest();
    }

    fn field<'a>(&'a self, name: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, name)
    }

    fn is_shown(&self, name: &str) -> bool {
        self.harness.query_by_label(name).is_some()
    }

    fn row(&self, begins: &str) -> egui::Rect {
        let is_row = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::Row && node.label().is_some_and(|label| label.contains(begins))
        };
        self.harness.get(egui_kittest::kittest::By::new().predicate(is_row)).rect()
    }

    fn click_row(&mut self, begins: &str, modifiers: Modifiers) {
        let at = self.row(begins).center();
        self.harness.event(egui::Event::PointerMoved(at));
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            self.harness.event_modifiers(egui::Event::PointerButton { pos: at, button, pressed, modifiers }, modifiers);
            self.harness.step();
        }
        self.rest();
    }

    fn incidents(&self) -> Vec<Incident> {
        let mut all = Vec::new();
        let opened = self.app().state().opened.as_ref().expect("a workspace");
        opened
            .workspace
            .each(|_, incident| {
                all.push(incident.expect("readable"));
                true
            })
            .expect("read");
        all
    }

    /// Titles in the order of the table.
    fn titles(&self) -> Vec<String> {
        let opened = self.app().state().opened.as_ref().expect("a workspace");
        let ordered = self.app().records().ordered();
        let ids: Vec<RecordId> = (0..ordered.len()).filter_map(|at| ordered.id_at(at)).collect();
        opened.workspace.page(&ids).expect("read").into_iter().map(|(_, incident)| incident.title).collect()
    }
}

/// A workspace with the five published cases.
fn seeds_file(folder: &Path) -> PathBuf {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/seed_incidents.json");
    let value: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(sample).expect("the sample")).expect("JSON");
    let datasets: Vec<vigie::model::dataset::Dataset> =
        serde_json::from_value(value["datasets"].clone()).expect("datasets");
    let incidents: Vec<Incident> = serde_json::from_value(value["incidents"].clone()).expect("incidents");
    let changes = datasets
        .into_iter()
        .map(|dataset| Change::PutDataset(Box::new(dataset)))
        .chain(incidents.into_iter().map(|incident| Change::InsertRecord(Box::new(incident))));
    let path = folder.join("cases.vigie");
    let mut workspace = Workspace::create(&path).expect("a workspace");
    let batch = EditBatch { label: "Five cases".to_owned(), changes: changes.collect() };
    workspace.apply(&batch, Moment(1)).expect("applied");
    workspace.close().expect("closed");
    path
}

#[test]
fn a_new_incident_by_keyboard_alone() {
    let mut window = Window::open(|_| Vec::new());
    window.keys(Modifiers::COMMAND, Key::N);
    window.until("the editor is open", |app| app.records().editor().is_some());

    // The title has the keyboard already.
    window.type_text("Job seekers' data taken");
    window.tab_to("Name of organisation 1");
    window.type_text("France Travail");

    for (number, text, answer) in [
        (1, "2024-02-06", "Tuesday 6 February 2024"),
        (2, "between 7 February and 8 March 2024", "between 7 February and 8 March 2024"),
        (3, "2024-03-08", "Friday 8 March 2024"),
    ] {
        window.tab_to("Add an event");
        window.key(Key::Enter);
        assert!(
            window.harness.get_by_label(&format!("Date of event {number}")).is_focused(),
            "a new event has the keyboard"
        );
        window.type_text(text);
        assert!(window.is_shown(answer), "{text} is answered with {answer}");
    }
    window.tab_to("Details of event 3");
    window.key(Key::Enter);
    window.tab_to("Add evidence: Regulator notified");
    window.key(Key::Enter);
    assert!(window.harness.get_by_label("Quote: Regulator notified").is_focused());
    window.type_text("notified the CNIL on 8 March");
    window.tab_to("Source: Regulator notified");
    window.type_text("France Travail, press release");

    window.tab_to("Add a count");
    window.key(Key::Enter);
    window.type_text("43 million");
    assert!(window.is_shown("counted as 43,000,000 people"));
    window.tab_to("Add a count");
    window.key(Key::Enter);
    window.type_text("a few hundred customers");
    assert!(window.is_shown("counted as between 200 and 900 customers"), "the unit follows the words");

    window.keys(Modifiers::COMMAND, Key::S);
    window.until("the record is in the table", |app| app.records().ordered().len() == 1);

    let incidents = window.incidents();
    let incident = &incidents[0];
    assert_eq!(incident.title, "Job seekers' data taken");
    assert_eq!(incident.organisations[0].name, "France Travail");
    let kinds: Vec<EventKind> = incident.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::IntrusionBegan, EventKind::Aware, EventKind::RegulatorNotified]);
    assert!(incident.events.iter().all(|event| matches!(event.when, When::Date(_))));
    assert_eq!(incident.events[2].evidence[0].quote, "notified the CNIL on 8 March");
    assert_eq!(incident.affected.len(), 2);
    let bounds = |at: usize| match &incident.affected[at].amount {
        Amount::Count(count) => (count.lo, count.hi),
        Amount::Missing(missing) => panic!("{missing:?}"),
    };
    assert_eq!(bounds(0), (43_000_000, Some(43_000_000)));
    assert_eq!(bounds(1), (200, Some(900)));
    assert_eq!((incident.affected[1].unit, incident.affected[1].effect), (Unit::Customers, Effect::DataExposed));
    assert_ne!(incident.id, Uuid::nil());

    // It is part of a register kept by hand, complete to today.
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    let dataset = opened.dataset(incident.origin.as_ref().expect("an origin").dataset).expect("its dataset");
    assert_eq!((dataset.name.as_str(), dataset.mechanism), ("Kept by hand", Mechanism::Register));
    assert_eq!(opened.workspace.undo_label(), Some("Added Job seekers' data taken"));
}

#[test]
fn an_edit_is_undone_and_done_again() {
    let mut window = Window::seeds();
    window.click_row("Orange Cyberdefense", Modifiers::NONE);
    let before = window.incidents();
    window.field("Title").focus();
    window.rest();
    window.key(Key::End);
    window.type_text(" (2022)");
    window.keys(Modifiers::COMMAND, Key::S);
    let edited = window.incidents();
    let changed: Vec<&Incident> = edited.iter().filter(|incident| !before.contains(incident)).collect();
    let [changed] = changed.as_slice() else { panic!("one record is changed") };
    assert!(changed.title.ends_with(" (2022)"), "{}", changed.title);
    let original = before.iter().find(|incident| incident.id == changed.id).expect("the record");
    assert_eq!(Incident { title: original.title.clone(), ..(*changed).clone() }, *original, "nothing else is changed");

    window.harness.state().as_ref().expect("the program").send(Command::Undo);
    window.until("the edit is undone", |app| {
        app.state().opened.as_ref().is_some_and(|opened| opened.workspace.redo_label().is_some())
    });
    assert_eq!(window.incidents(), before);
    let shown = window.field("Title").value();
    assert_eq!(shown.as_deref(), Some(original.title.as_str()), "the editor follows");
    window.harness.state().as_ref().expect("the program").send(Command::Redo);
    window.rest();
    assert_eq!(window.incidents(), edited);
}

#[test]
fn what_was_typed_is_not_lost_to_an_undo() {
    let mut window = Window::seeds();
    window.click_row("Orange Cyberdefense", Modifiers::NONE);
    window.field("Title").focus();
    window.rest();
    window.key(Key::End);
    window.type_text(" A");
    window.keys(Modifiers::COMMAND, Key::S);
    window.type_text("B");
    window.harness.state().as_ref().expect("the program").send(Command::Undo);
    window.rest();
    assert!(window.is_shown("This record was changed meanwhile. Saving replaces that change with what stands here."));
    let typed = window.field("Title").value().unwrap_or_default();
    assert!(typed.ends_with(" AB"), "{typed}");
    window.click("Take the changed record");
    let typed = window.field("Title").value().unwrap_or_default();
    assert!(!typed.ends_with("AB"), "{typed}");
}

#[test]
fn escape_asks_before_it_discards() {
    let mut window = Window::seeds();
    window.click_row("France Travail", Modifiers::NONE);
    let before = window.incidents();
    window.field("Title").focus();
    window.rest();
    window.type_text("x");
    window.key(Key::Escape);
    assert!(window.is_shown("Save what you typed?"));
    window.click("Discard");
    assert!(window.app().records().editor().is_none());
    assert_eq!(window.incidents(), before);
    window.click_row("France Travail", Modifiers::NONE);
    window.key(Key::Escape);
    assert!(window.app().records().editor().is_none(), "nothing was typed, so nothing is asked");
}

#[test]
fn another_workspace_waits_until_the_draft_is_decided() {
    let mut window = Window::seeds();
    window.click_row("France Travail", Modifiers::NONE);
    window.field("Title").focus();
    window.rest();
    window.type_text("x");
    let before = window.app().state().opened.as_ref().expect("open").number;
    let folder = tempfile::tempdir().expect("a folder");
    let other = seeds_file(folder.path());
    window.app().send(Command::Open(other));
    window.until("the file is read", |app| !app.is_busy());
    window.rest();
    assert!(window.is_shown("Save what you typed?"));
    assert_eq!(window.app().state().opened.as_ref().expect("open").number, before, "the other file must wait");
    window.click("Discard");
    window.until("the other file", |app| app.state().opened.as_ref().is_some_and(|opened| opened.number != before));
    assert!(!window.app().records().is_typed());
}

#[test]
fn escape_closes_a_list_of_words_first() {
    let mut window = Window::seeds();
    window.click_row("France Travail", Modifiers::NONE);
    window.field("Country").focus();
    window.rest();
    window.keys(Modifiers::COMMAND, Key::A);
    window.type_text("Fr");
    assert!(window.is_shown("France"), "known words are offered");
    window.key(Key::Escape);
    assert!(!window.is_shown("Save what you typed?"));
    window.field("Country").focus();
    window.rest();
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.field("Country").value().as_deref(), Some("France"));
}

#[test]
fn a_date_that_is_none_cannot_be_saved() {
    let mut window = Window::seeds();
    window.click_row("France Travail", Modifiers::NONE);
    let before = window.incidents();
    window.field("Date of event 1").focus();
    window.rest();
    window.keys(Modifiers::COMMAND, Key::A);
    window.type_text("31 February 2024");
    assert!(window.is_shown("There is no such day or time; check the numbers."));
    window.keys(Modifiers::COMMAND, Key::S);
    assert_eq!(window.incidents(), before);
    assert!(window.app().records().editor().is_some_and(vigie::app::records::editor::Editor::is_dirty));
}

#[test]
fn deleting_is_undone() {
    let mut window = Window::seeds();
    window.click_row("Normandie", Modifiers::NONE);
    window.click_row("France Travail", Modifiers::COMMAND);
    assert_eq!(window.app().records().chosen().len(), 2);
    window.key(Key::Delete);
    window.until("two rows are gone", |app| app.records().ordered().len() == 3);
    assert!(window.titles().iter().all(|title| !title.contains("job seekers")), "{:?}", window.titles());
    let said = window.app().state().notices.all().last().map(|notice| notice.words.clone());
    assert_eq!(said.as_deref(), Some("Deleted 2 records"));
    window.keys(Modifiers::COMMAND, Key::Z);
    window.until("they are back", |app| app.records().ordered().len() == 5);
}

#[test]
fn a_duplicate_is_a_record_of_its_own() {
    let mut window = Window::seeds();
    window.click_row("Maison de l'entreprise", Modifiers::NONE);
    window.keys(Modifiers::COMMAND, Key::D);
    window.until("there is one more", |app| app.records().ordered().len() == 6);
    let incidents = window.incidents();
    let copy = incidents.iter().find(|incident| incident.title.ends_with(" (copy)")).expect("the copy");
    let original = incidents.iter().find(|one| copy.title == format!("{} (copy)", one.title)).expect("the original");
    assert_ne!(copy.id, original.id);
    assert_ne!(copy.origin, original.origin, "a copy is no part of the dataset it was copied from");
    assert_eq!(copy.events, original.events);
    assert_eq!(copy.affected, original.affected);
}

#[test]
fn a_heading_sorts_both_ways() {
    let mut window = Window::seeds();
    window.click("Title");
    window.until("sorted", |app| app.records().layout().sorted_by == Some(vigie::app::records::columns::Column::Title));
    let up = window.titles();
    let mut folded: Vec<String> = up.iter().map(|title| title.to_lowercase()).collect();
    folded.sort();
    assert_eq!(up.iter().map(|title| title.to_lowercase()).collect::<Vec<_>>(), folded);
    window.click("Title, sorted, smallest first");
    window.until("sorted the other way", |app| app.records().layout().descending);
    let mut down = window.titles();
    down.reverse();
    assert_eq!(down, up);
}

#[test]
fn rows_are_copied_for_a_spreadsheet() {
    let mut window = Window::seeds();
    window.click_row("Orange Cyberdefense", Modifiers::NONE);
    window.click_row("Normandie", Modifiers::COMMAND);
    window.harness.event(egui::Event::Copy);
    let mut copied = None;
    for _ in 0..6 {
        window.harness.step();
        let commands = &window.harness.output().platform_output.commands;
        copied = copied.or_else(|| {
            commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        });
    }
    let copied = copied.expect("something is on the clipboard");
    let lines: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 3, "{copied}");
    assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{copied}");
    assert_eq!(lines[0][..2], ["Intrusion began", "Organisation"]);
    assert_eq!(lines[1][0], "2023-12", "a month stays a month");
    assert!(lines[2].contains(&"Orange Cyberdefense"));
}

#[test]
fn keys_move_through_the_table_and_from_record_to_record() {
    let mut window = Window::seeds();
    window.key(Key::Home);
    window.key(Key::ArrowDown);
    let ordered: Vec<RecordId> = (0..5).filter_map(|at| window.app().records().ordered().id_at(at)).collect();
    assert_eq!(window.app().records().chosen(), [ordered[1]]);
    window.keys(Modifiers::SHIFT, Key::End);
    assert_eq!(window.app().records().chosen(), ordered[1..]);
    window.key(Key::Home);
    window.key(Key::Enter);
    assert!(window.field("Title").is_focused(), "Enter goes into the record");
    let edited =
        |window: &Window| window.app().records().editor().and_then(vigie::app::records::editor::Editor::record);
    assert_eq!(edited(&window), Some(ordered[0]));
    window.keys(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(edited(&window), Some(ordered[1]));
    window.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(edited(&window), Some(ordered[0]));
    window.key(Key::Escape);
    assert_eq!(edited(&window), None);
}

#[test]
fn a_list_from_a_figure_is_shown_and_left() {
    let mut window = Window::seeds();
    let ids: Vec<RecordId> = (1..3).filter_map(|at| window.app().records().ordered().id_at(at)).collect();
    let listing = vigie::app::listing::Listing {
        words: "people affected unknown".to_owned(),
        ids: std::sync::Arc::new(ids),
        from: vigie::app::command::Page::Overview,
        left_out_of: None,
    };
    window.app().send(Command::List(listing));
    window.until("only these rows are there", |app| app.records().ordered().len() == 2);
    assert!(window.is_shown("2 records: people affected unknown"));
    window.click("Leave this list, back to Overview");
    assert_eq!(window.app().state().page, vigie::app::command::Page::Overview);
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.until("all rows are there again", |app| app.records().ordered().len() == 5);
}

#[test]
fn the_layout_is_kept_in_the_workspace() {
    let mut window = Window::seeds();
    window.click("Columns");
    window.harness.get_by_role_and_label(egui::accesskit::Role::CheckBox, "Severity").click();
    window.rest();
    window.rest();
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    let kept: vigie::app::records::columns::Layout =
        opened.workspace.state(vigie::app::records::LAYOUT).expect("read").expect("a layout");
    assert!(kept.shows(vigie::app::records::columns::Column::Severity));
}
