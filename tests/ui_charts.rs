//! The page of charts as an analyst meets it: the gallery, one figure, its choices, its numbers, the way back.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod support;

use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;
use support::{Start, Window, app, click, click_containing, command_key, open, says, settle};
use vigie::app::command::{ChartsCommand, Command, FigureFormat, FigureOf, FilterCommand, Page, PathFor};
use vigie::chart::model::ChartKey;
use vigie::model::calendar::Day;
use vigie::query::question::PeriodKind;
use vigie::text::Lang;

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of one's own")
}

fn charts(home: &std::path::Path, lang: Lang) -> Window {
    let mut window = open(home, Start { lang, ..Start::default() });
    click(&mut window, if lang == Lang::Fr { "Notifications de Washington" } else { "Washington notices" });
    command_key(&mut window, Key::Num2);
    assert_eq!(app(&window).state().page, Page::Charts);
    window
}

fn shown(window: &Window) -> Option<ChartKey> {
    app(window).state().opened.as_ref().expect("a workspace").charts.shown()
}

#[test]
fn the_gallery_shows_every_figure_with_its_question() {
    let home = home();
    let window = charts(home.path(), Lang::En);
    assert!(says(&window, "How many, over time") && says(&window, "How long until it was told"));
    for (_, figures) in vigie::app::charts_page::shelf::families() {
        for figure in figures {
            let name = vigie::text::tr(Lang::En, &format!("charts-name-{}", figure.key()));
            assert!(window.query_all_by_label(&name).next().is_some(), "{name} is not in the gallery");
        }
    }
}

#[test]
fn a_figure_is_chosen_changed_read_as_a_table_and_left() {
    let home = home();
    let mut window = charts(home.path(), Lang::En);
    click(&mut window, "Incidents over time");
    assert_eq!(shown(&window), Some(ChartKey::Incidents));
    let question = |window: &Window| app(window).state().opened.as_ref().expect("a workspace").question.clone();
    click(&mut window, "Per: Year");
    assert_eq!(question(&window).period, PeriodKind::Year);
    click(&mut window, "Shown as: Table");
    assert!(says(&window, "2021"), "the years stand in the table");
    click(&mut window, "Shown as: Chart");
    click_containing(&mut window, "Next chart");
    assert_ne!(shown(&window), Some(ChartKey::Incidents));
    window.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
    settle(&mut window);
    assert_eq!(shown(&window), Some(ChartKey::Incidents));
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    settle(&mut window);
    assert_eq!(shown(&window), None, "back in the gallery");
}

#[test]
fn what_was_shown_and_chosen_is_kept_with_the_workspace() {
    let home = home();
    let file = home.path().join("kept.vigie");
    let mut window = charts(home.path(), Lang::En);
    app(&window).send(Command::PathChosen(PathFor::SaveAs, file.clone()));
    settle(&mut window);
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::Disclosure)));
    let choose = ChartsCommand::Choose { chart: ChartKey::Disclosure, key: "naive", value: Some("on".to_owned()) };
    app(&window).send(Command::Charts(choose));
    settle(&mut window);
    window.state_mut().as_mut().expect("a window").close();
    drop(window);
    let window = open(home.path(), Start { files: vec![file], ..Start::default() });
    assert_eq!(shown(&window), Some(ChartKey::Disclosure));
    let charts = &app(&window).state().opened.as_ref().expect("a workspace").charts;
    assert!(charts.options(ChartKey::Disclosure).is_on("naive"));
}

#[test]
fn the_overview_leads_to_the_figure_and_left_out_counts_to_their_records() {
    let home = home();
    let mut window = open(home.path(), Start::default());
    click(&mut window, "Washington notices");
    let menus = window.get_all_by_label_contains("More about this chart");
    menus.into_iter().next().expect("a menu").click();
    settle(&mut window);
    click_containing(&mut window, "Open in Charts");
    assert_eq!((app(&window).state().page, shown(&window)), (Page::Charts, Some(ChartKey::Incidents)));
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::Disclosure)));
    settle(&mut window);
    click_containing(&mut window, "4 without the first date");
    let listing = app(&window).state().listing.clone().expect("a list");
    assert_eq!((listing.ids.len(), listing.from), (4, Page::Charts));
    app(&window).send(Command::LeaveList);
    settle(&mut window);
    assert_eq!(shown(&window), Some(ChartKey::Disclosure), "back at the figure");
}

#[test]
fn the_numbers_of_a_figure_are_saved() {
    let home = home();
    let mut window = charts(home.path(), Lang::Fr);
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::Incidents)));
    settle(&mut window);
    let path = home.path().join("chiffres.csv");
    app(&window).send(Command::PathChosen(PathFor::Figure(FigureOf::Shown, FigureFormat::Csv), path.clone()));
    settle(&mut window);
    let text = std::fs::read_to_string(&path).expect("a file");
    assert!(text.lines().count() > 5, "{text}");
    assert!(says(&window, "Graphiques"));
}

#[test]
fn the_page_fits_windows_of_any_size() {
    for size in [Vec2::new(640.0, 480.0), Vec2::new(1366.0, 768.0), Vec2::new(3840.0, 2160.0)] {
        let home = home();
        let mut window = open(home.path(), Start { size, ..Start::default() });
        click(&mut window, "Washington notices");
        command_key(&mut window, Key::Num2);
        app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::AffectedSizes)));
        settle(&mut window);
        assert!(window.query_all_by_role(eframe::egui::Role::Figure).next().is_some(), "no chart at {size}");
    }
}

#[test]
fn each_left_out_record_says_why() {
    let home = home();
    // High enough for the whole editor.
    let mut window = open(home.path(), Start { size: Vec2::new(1366.0, 2600.0), ..Start::default() });
    click(&mut window, "Washington notices");
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::Disclosure)));
    settle(&mut window);
    click_containing(&mut window, "4 without the first date");
    assert!(says(&window, "Why"), "the column");
    assert!(says(&window, "nothing given"), "the reason with each row");
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert!(says(&window, "In the figures"));
    assert!(says(&window, "Left out: "), "the delay leaves it out");
    click(&mut window, "How long until told");
    assert_eq!((app(&window).state().page, shown(&window)), (Page::Charts, Some(ChartKey::Disclosure)));
}

#[test]
fn what_could_be_objected_to_is_said_and_answered_by_a_click() {
    let home = home();
    let mut window = charts(home.path(), Lang::En);
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::AffectedSizes)));
    settle(&mut window);
    click(&mut window, "Check before showing");
    assert!(says(&window, "Before you show it"));
    assert!(says(&window, "incidents of 500 or more only"), "the bar from 100 holds a part of what it says");
    assert!(says(&window, "Axes leave nothing out"), "what was found in order is listed");
    click(&mut window, "Close the check");
    assert!(!says(&window, "Before you show it"));

    // Two cut years: whole ones are a click away, and then there is nothing left to say of them.
    let (from, to) = (Day::from_ymd(2020, 9, 10), Day::from_ymd(2022, 3, 5));
    app(&window).send(Command::Filter(FilterCommand::Period(from, to)));
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::Incidents)));
    settle(&mut window);
    click(&mut window, "Check before showing");
    assert!(says(&window, "short: "), "the cut periods are objected to");
    click(&mut window, "Whole periods only");
    assert!(!says(&window, "short: "), "answered");
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!says(&window, "Before you show it"));
}

#[test]
fn the_overview_is_checked_as_well() {
    let home = home();
    let mut window = open(home.path(), Start { lang: Lang::Fr, ..Start::default() });
    click(&mut window, "Notifications de Washington");
    click(&mut window, "Vérifier avant de montrer");
    assert!(says(&window, "Avant de montrer"));
    assert!(says(&window, "En ordre") || says(&window, "Rien à objecter"));
}
