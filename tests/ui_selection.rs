//! The records that the filter leaves, chosen away from the window's thread: what was there before stays meanwhile,
//! nothing of one revision is read from another, and of many letters only the last one counts.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod support;

use eframe::egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use support::{Start, Window, app, click, click_containing, command_key, open, says, settle};
use vigie::app::command::{Command, FilterCommand, MarkCommand, Page};
use vigie::app::records::RecordsCommand;
use vigie::chart::model::ChartKey;
use vigie::chart::records::{DelayGap, RecordsKey};

/// Washington's notices in a window that chooses every record by a job, or, where there are so few, at once.
fn washington(home: &std::path::Path, at_once: Option<usize>) -> Window {
    let mut window = open(home, Start { at_once, ..Start::default() });
    click(&mut window, "Washington notices");
    assert_eq!(app(&window).shown_count(), 445);
    window
}

fn search(window: &Window, text: &str) {
    app(window).send(Command::Filter(FilterCommand::Text(text.to_owned())));
}

#[test]
fn the_selection_before_stays_until_the_next_one_is_there() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), Some(0));
    search(&window, "university");
    window.step();
    assert_eq!(app(&window).shown_count(), 445, "the frame did not wait for it");
    assert!(app(&window).is_busy() && says(&window, "445 of 445 incidents"));
    settle(&mut window);
    let found = app(&window).shown_count();
    assert!(found > 0 && found < 445 && says(&window, &format!("{found} of 445 incidents")));

    let home = tempfile::tempdir().unwrap();
    let mut small = washington(home.path(), None);
    search(&small, "university");
    small.step();
    assert_eq!(app(&small).shown_count(), found, "of few records the very next frame shows it");
}

#[test]
fn of_many_letters_the_last_one_counts() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), Some(0));
    app(&window).send(Command::Go(Page::Records));
    settle(&mut window);
    let whole = "university";
    for end in 1..=whole.len() {
        search(&window, &whole[..end]);
        window.step();
    }
    settle(&mut window);
    let found = app(&window).shown_count();
    assert!(found > 0 && found < 100, "{found}");
    assert_eq!(app(&window).records().ordered().len(), found, "the table followed");
    assert!(says(&window, &format!("{found} of 445 incidents")));
    search(&window, "");
    settle(&mut window);
    assert_eq!((app(&window).shown_count(), app(&window).records().ordered().len()), (445, 445));
}

#[test]
fn at_every_frame_after_an_edit_counts_and_rows_are_of_one_revision() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), Some(0));
    app(&window).send(Command::Go(Page::Records));
    settle(&mut window);
    let first = app(&window).records().ordered().id_at(0).expect("a row");
    app(&window).send(Command::Records(RecordsCommand::Delete(vec![first])));
    let mut seen_before = false;
    for _ in 0..2_000 {
        window.step();
        let (before, after) = (says(&window, "445 of 445 incidents"), says(&window, "444 of 444 incidents"));
        assert!(before != after, "a count of one revision among the records of another");
        seen_before |= before;
        let ordered = app(&window).records().ordered();
        assert_eq!(ordered.snapshot.len(), ordered.len(), "rows of one snapshot");
        if after && !app(&window).is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    assert!(seen_before, "the edit did not wait for the count");
    settle(&mut window);
    assert!(says(&window, "444 of 444 incidents") && app(&window).records().ordered().position_of(first).is_none());
    app(&window).send(Command::Undo);
    settle(&mut window);
    assert!(says(&window, "445 of 445 incidents") && app(&window).records().ordered().position_of(first).is_some());
}

#[test]
fn all_rows_are_not_acted_on_while_others_are_about_to_stand_there() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), Some(0));
    command_key(&mut window, Key::Num3);
    window.key_press(Key::ArrowDown);
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    settle(&mut window);
    assert_eq!(app(&window).records().chosen().len(), 445);
    search(&window, "university");
    window.key_press(Key::Delete);
    settle(&mut window);
    let opened = app(&window).state().opened.as_ref().expect("a workspace");
    assert_eq!(opened.snapshot.len(), 445, "nothing was deleted that was not asked for");
    assert!(says(&window, "still being chosen"));
}

#[test]
fn figures_and_the_check_answer_the_selection_that_is_there() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), Some(0));
    search(&window, "university");
    settle(&mut window);
    let found = app(&window).shown_count();
    let shown = app(&window).answers().shown().expect("an answer");
    assert_eq!(shown.scope.chosen, found as u64);
    click(&mut window, "Check before showing");
    assert!(says(&window, "Before you show it"));
    click(&mut window, "Close the check");
    click_containing(&mut window, "Filter");
    click(&mut window, "Sector");
    settle(&mut window);
    assert!(says(&window, "Education"), "the words are counted among those found");
}

#[test]
fn records_behind_marks_are_found_by_a_job_that_leaving_takes_back() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), Some(0));
    let list = |window: &Window| {
        let mark =
            MarkCommand::List { chart: ChartKey::Disclosure, key: RecordsKey::Open, words: "still open".to_owned() };
        app(window).send(Command::Mark(mark));
    };
    list(&window);
    app(&window).send(Command::Go(Page::Settings));
    settle(&mut window);
    assert_eq!((app(&window).state().page, &app(&window).state().listing), (Page::Settings, &None));

    app(&window).send(Command::Go(Page::Overview));
    list(&window);
    settle(&mut window);
    assert_eq!(app(&window).state().page, Page::Records);
    assert!(app(&window).state().listing.is_some());
    app(&window).send(Command::LeaveList);
    settle(&mut window);

    // Marks without a condition of their own: their records are named.
    let keys = vec![RecordsKey::Delay(DelayGap::StartMissing), RecordsKey::Open];
    app(&window).send(Command::Mark(MarkCommand::Without { chart: ChartKey::Incidents, keys }));
    window.step();
    assert_eq!(app(&window).shown_count(), 445);
    settle(&mut window);
    assert!(!app(&window).is_busy());
    let expr = &app(&window).state().opened.as_ref().expect("a workspace").question.filter.expr;
    assert!(!expr.is_everything(), "they are left out by number");
}

/// The field's text.
fn query(window: &Window) -> String {
    window.get_by_label("Search").accesskit_node().value().unwrap_or_default()
}

fn type_query(window: &mut Window, text: &str) {
    command_key(window, Key::F);
    window.get_by_label("Search").type_text(text);
    settle(window);
}

#[test]
fn fields_and_words_are_proposed_with_their_counts_and_taken_by_keys() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), None);
    type_query(&mut window, "sect");
    assert!(says(&window, "What could be written"), "the list has a name");
    assert!(says(&window, "Sector, 445 records"), "the field with the number of records that say it");
    for key in [Key::ArrowDown, Key::Enter] {
        window.key_press(key);
        settle(&mut window);
    }
    assert_eq!(query(&window), "sector:");
    assert!(window.get_by_label("Search").is_focused(), "the field keeps the keyboard");
    assert!(says(&window, "Health, "), "its words follow");
    window.get_by_label("Search").type_text("edu");
    settle(&mut window);
    let proposed = window.get_by_label_contains("Education, ").accesskit_node().label().expect("a proposal");
    for key in [Key::ArrowDown, Key::Enter] {
        window.key_press(key);
        settle(&mut window);
    }
    assert_eq!(query(&window), "sector:Education");
    assert!(!says(&window, "What could be written"), "the list is closed");
    let found = app(&window).shown_count();
    assert_eq!(proposed, format!("Education, {found} records"), "the count is what the query finds");
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(query(&window), "", "the condition is a chip");
    assert_eq!(app(&window).shown_count(), found);
}

#[test]
fn a_proposal_is_clicked_and_escape_closes_the_list_alone() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), None);
    type_query(&mut window, "-sector:edu");
    assert!(says(&window, "Education, "));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!says(&window, "Education, "));
    assert!(window.get_by_label("Search").is_focused() && query(&window) == "-sector:edu");
    window.get_by_label("Search").type_text("c");
    settle(&mut window);
    click_containing(&mut window, "Education, ");
    assert_eq!(query(&window), "-sector:Education");
    assert!(window.get_by_label("Search").is_focused());
    let found = app(&window).shown_count();
    assert!(found > 0 && found < 445);
    // From an empty field the arrow asks for every field that the records say something about.
    click(&mut window, "Clear the search");
    type_query(&mut window, "");
    assert!(!says(&window, "What could be written"));
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    assert!(says(&window, "What could be written") && says(&window, ", 445 records"));
}

#[test]
fn a_word_of_no_record_is_told_and_a_long_query_has_room() {
    let home = tempfile::tempdir().unwrap();
    let mut window = washington(home.path(), None);
    let narrow = window.get_by_label("Search").rect().width();
    type_query(&mut window, "sector:helth");
    assert!(says(&window, "Did you mean “Health”?"));
    window.get_by_label("Search").type_text(" or sector:education people>1000 aware:2021..2022 made_public:known");
    settle(&mut window);
    let wide = window.get_by_label("Search").rect().width();
    assert!(wide > narrow + 100.0, "{wide} after {narrow}");
    let widths = [900.0, 1366.0, 1920.0].map(|width| {
        let home = tempfile::tempdir().unwrap();
        let size = eframe::egui::Vec2::new(width, 768.0);
        let mut window = open(home.path(), Start { size, ..Start::default() });
        click(&mut window, "Washington notices");
        let field = window.get_by_label("Search").rect();
        assert!(field.right() < width);
        field.width()
    });
    assert!(widths.is_sorted() && widths[2] > widths[0] + 100.0, "it grows with the window: {widths:?}");
}
