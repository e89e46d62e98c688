//! The window as an analyst meets it: opened, filtered, in both languages and themes, by mouse and by keys.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod support;

use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;
use support::{Start, app, click, click_containing, command_key, open, says, settle};
use vigie::app::answers::Card;
use vigie::app::command::{Command, FigureFormat, FigureOf, FilterCommand, Page, PathFor};
use vigie::app::theme::ThemeChoice;
use vigie::text::Lang;

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of one's own")
}

#[test]
fn the_sample_opens_with_its_three_answers() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    assert!(says(&window, "What do you want to explain today?"));
    click(&mut window, "Washington notices");
    assert!(says(&window, "445 of 445 incidents"), "the count stands in the bar");
    for question in ["How many", "How many people", "How long until told"] {
        assert!(says(&window, question), "the finding “{question}” is missing");
    }
    let opened = app(&window).state().opened.as_ref().expect("a workspace");
    assert_eq!(opened.snapshot.len(), 445);
    assert!(!opened.is_named, "data opens in an unnamed workspace");
}

#[test]
fn the_counts_follow_the_filter_and_a_chip_takes_it_away() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    command_key(&mut window, Key::F);
    window.get_by_label("Search").type_text("university");
    settle(&mut window);
    let found = app(&window).shown_count();
    assert!(found > 0 && found < 445, "{found} of 445 have “university” in their names");
    assert!(says(&window, &format!("{found} of 445 incidents")));
    click(&mut window, "Clear the search");
    assert_eq!(app(&window).shown_count(), 445);

    click_containing(&mut window, "Filter");
    click(&mut window, "Sector");
    click_containing(&mut window, "Health");
    let health = app(&window).shown_count();

    assert!(health > 0 && health < 445);
    window.key_press(Key::Escape);
    settle(&mut window);
    click_containing(&mut window, "Remove the filter “Sector: Health");
    assert_eq!(app(&window).shown_count(), 445);
}

#[test]
fn the_last_full_fiscal_year_is_one_click_away() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    click_containing(&mut window, "All time");
    click_containing(&mut window, "Last full fiscal year");
    // The second reporting year of the sample: 24 July 2021 to 23 July 2022.
    assert_eq!(app(&window).shown_count(), 445 - 286);
    let filter = &app(&window).state().opened.as_ref().expect("a workspace").question.filter;
    assert!(filter.from.is_some() && filter.to.is_some());
}

#[test]
fn the_language_changes_without_a_restart() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    click(&mut window, "Language: English");
    click(&mut window, "Français");
    assert!(says(&window, "Vue d’ensemble"));
    assert!(says(&window, "445 incidents sur 445"));
    assert_eq!(app(&window).state().lang, Lang::Fr);
    drop(window);
    let again = open(home.path(), Start { lang: Lang::Fr, ..Start::default() });
    assert!(says(&again, "Que voulez-vous expliquer"));
}

#[test]
fn the_theme_changes_at_once() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    command_key(&mut window, Key::Num6);
    assert_eq!(app(&window).state().page, Page::Settings);
    click(&mut window, "Theme: Dark");
    assert_eq!(app(&window).state().settings.theme, ThemeChoice::Dark);
    assert!(window.ctx.theme() == eframe::egui::Theme::Dark);
}

#[test]
fn a_left_out_count_lists_its_records_and_leads_back() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    click_containing(&mut window, "4 without the first date");
    let state = app(&window).state();
    assert_eq!(state.page, Page::Records);
    let listing = state.listing.as_ref().expect("a list");
    assert_eq!(listing.ids.len(), 4, "four notices say not when the organisation became aware");
    app(&window).send(Command::LeaveList);
    settle(&mut window);
    assert_eq!(app(&window).state().page, Page::Overview);
}

#[test]
fn a_bar_is_reached_by_keys_and_lists_its_records() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    let chart = |window: &support::Window| {
        let figures = window.get_all_by_role(eframe::egui::Role::Figure);
        figures.into_iter().next().expect("a chart with a name of its own").rect()
    };
    assert!(chart(&window).width() > 300.0);
    window.get_all_by_role(eframe::egui::Role::Figure).next().expect("a chart").focus();
    settle(&mut window);
    window.key_press(Key::ArrowRight);
    settle(&mut window);
    window.key_press(Key::ArrowRight);
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    click(&mut window, "List the records");
    assert_eq!(app(&window).state().page, Page::Records, "the menu of the bar lists its records");
    let listing = app(&window).state().listing.as_ref().expect("a list");
    // The second bar of the sample: August 2020, 60 notices.
    assert_eq!(listing.ids.len(), 60);
    assert!(listing.words.starts_with("August 2020"), "the list is called by the bar: {}", listing.words);
}

/// Draws the pointer across the first chart, from one share of its width to another.
fn brush(window: &mut support::Window, from: f32, to: f32) {
    let chart = window.get_all_by_role(eframe::egui::Role::Figure).next().expect("a chart").rect();
    let at = |share: f32| chart.lerp_inside(Vec2::new(share, 0.5));
    let button = |pos, pressed| eframe::egui::Event::PointerButton {
        pos,
        button: eframe::egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(eframe::egui::Event::PointerMoved(at(from)));
    window.step();
    window.event(button(at(from), true));
    window.step();
    for step in 1..=8_u8 {
        window.event(eframe::egui::Event::PointerMoved(at(from + (to - from) * f32::from(step) / 8.0)));
        window.step();
    }
    window.event(button(at(to), false));
    window.step();
    settle(window);
}

#[test]
fn a_stretch_of_time_chosen_in_a_chart_narrows_everything_else() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    let shown =
        |window: &support::Window, card: Card| app(window).answers().shown().expect("answers").chart(card).clone();
    let (incidents, affected) = (shown(&window, Card::Incidents), shown(&window, Card::Affected));
    brush(&mut window, 0.3, 0.6);
    let chosen = app(&window).shown_count();
    assert!(chosen > 10 && chosen < 400, "{chosen} of 445 are in the middle of the time");
    assert!(says(&window, "Chosen here"), "the chart says what is chosen");
    assert_eq!(shown(&window, Card::Incidents), incidents, "the chart keeps its whole extent");
    assert_ne!(shown(&window, Card::Affected), affected, "the others show what was chosen");
    brush(&mut window, 0.3, 0.9);
    assert!(app(&window).shown_count() > chosen, "a wider stretch takes the place of the first");
    // It may stand below the window's edge, where a pointer does not reach.
    window.get_by_label("Take back the choice in this chart").click_accesskit();
    settle(&mut window);
    assert_eq!(app(&window).shown_count(), 445);
    assert_eq!(shown(&window, Card::Affected), affected);
    assert!(!says(&window, "Chosen here"));
}

#[test]
fn a_bar_is_left_out_or_shown_alone_from_its_menu() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    let second_bar = |window: &mut support::Window| {
        window.get_all_by_role(eframe::egui::Role::Figure).next().expect("a chart").focus();
        settle(window);
        for key in [Key::Home, Key::ArrowRight, Key::Enter] {
            window.key_press(key);
            settle(window);
        }
    };
    second_bar(&mut window);
    click(&mut window, "Only these");
    assert_eq!(app(&window).shown_count(), 60, "August 2020");
    window.get_all_by_role(eframe::egui::Role::Figure).next().expect("a chart").focus();
    settle(&mut window);
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(app(&window).shown_count(), 445, "Escape takes it back");
    second_bar(&mut window);
    click(&mut window, "Leave these out");
    assert_eq!(app(&window).shown_count(), 445 - 60);
}

#[test]
fn the_rail_folds_in_a_narrow_window_and_keeps_its_names() {
    let home = home();
    let mut window = open(home.path(), Start { size: Vec2::new(900.0, 700.0), ..Start::default() });
    let records = window.get_by_label("Records").rect();
    assert!(records.width() < 60.0, "folded to an icon");
    click(&mut window, "Records");
    assert_eq!(app(&window).state().page, Page::Records);
}

#[test]
fn f1_lists_the_shortcuts_and_escape_closes_them() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    window.key_press(Key::F1);
    settle(&mut window);
    assert!(says(&window, "Keyboard shortcuts") && says(&window, "Ctrl+O"));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!says(&window, "Ctrl+O"));
}

#[test]
fn a_file_that_is_not_there_is_said_and_harms_nothing() {
    let home = home();
    let missing = home.path().join("missing.csv");
    let window = open(home.path(), Start { files: vec![missing], ..Start::default() });
    assert!(app(&window).state().opened.is_none());
    assert_eq!(app(&window).state().notices.all().len(), 1);
    assert!(says(&window, "missing.csv"), "the notice names the file");
}

#[test]
fn control_z_in_a_field_is_the_fields_own() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    let before = app(&window).state().notices.all().len();
    command_key(&mut window, Key::F);
    window.get_by_label("Search").type_text("abc");
    settle(&mut window);
    command_key(&mut window, Key::Z);
    let state = app(&window).state();
    assert_eq!(state.opened.as_ref().map(|opened| opened.snapshot.len()), Some(445), "the import was not undone");
    assert_eq!(state.notices.all().len(), before);
    window.key_press_modifiers(Modifiers::NONE, Key::Escape);
    settle(&mut window);
    app(&window).send(Command::Filter(FilterCommand::Clear));
    settle(&mut window);
    assert_eq!(app(&window).shown_count(), 445);
}

#[test]
fn a_chart_is_saved_as_a_picture_and_as_a_drawing() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    for (format, begins) in [(FigureFormat::Svg, &b"<svg"[..]), (FigureFormat::Png, &b"\x89PNG"[..])] {
        let path = home.path().join(format!("chart.{}", format.ending()));
        app(&window).send(Command::PathChosen(PathFor::Figure(FigureOf::Card(Card::Incidents), format), path.clone()));
        settle(&mut window);
        let written = std::fs::read(&path).expect("a file");
        assert!(written.starts_with(begins), "{format:?}");
        assert!(says(&window, &path.display().to_string()), "the notice names the file");
    }
    app(&window).send(Command::CopyFigure(FigureOf::Card(Card::Disclosure)));
    settle(&mut window);
    assert!(says(&window, "The chart is in the clipboard."));
}

#[test]
fn a_chart_is_read_as_a_table() {
    let home = home();
    let mut window = open(home.path(), Start { size: Vec2::new(1366.0, 1200.0), ..Start::default() });
    click(&mut window, "Example register");
    click(&mut window, "Per: Year");
    let figures = window.get_all_by_role(eframe::egui::Role::Figure).count();
    assert_eq!(figures, 3);
    click_containing(&mut window, "More about this chart");
    click_containing(&mut window, "Show as a table");
    assert_eq!(window.get_all_by_role(eframe::egui::Role::Figure).count(), 2, "one chart is a table now");
    for year in ["2023", "2024", "2025", "2026"] {
        assert!(window.query_all_by_value(year).next().is_some(), "the year {year} has its row");
    }
}

#[test]
fn changing_what_is_counted_changes_the_answer() {
    let home = home();
    let mut window = open(home.path(), Start { size: Vec2::new(1366.0, 1400.0), ..Start::default() });
    click(&mut window, "Example register");
    let before = app(&window).state().opened.as_ref().expect("a workspace").question.measure;
    window.get_by_label("What is counted").click();
    settle(&mut window);
    click(&mut window, "accounts, data exposed");
    let after = app(&window).state().opened.as_ref().expect("a workspace").question.measure;
    assert_ne!(before, after);
    assert!(says(&window, "accounts"), "the finding names the unit");
}
