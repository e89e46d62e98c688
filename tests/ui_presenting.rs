//! The presentation as a room of people sees it: pages as they are exported, and every figure on them alive.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod support;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use support::{Start, Window, app, click, command_key, open, says, settle};
use vigie::app::briefings::check::Then;
use vigie::app::briefings::command::{BriefingsCommand, Change, Edit, Present};
use vigie::app::briefings::present::Presenting;
use vigie::app::command::{Command, Page};
use vigie::briefing::deck::Body;
use vigie::briefing::document::{self, Briefing, Content};
use vigie::briefing::slide::live;
use vigie::briefing::template::Template;
use vigie::chart::model::{Direction, Marks};
use vigie::draw::scene::Item;
use vigie::draw::style::Style;
use vigie::text::Lang;

fn send(window: &mut Window, command: BriefingsCommand) {
    app(window).send(Command::Briefings(command));
    settle(window);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn shown(window: &Window) -> Briefing {
    let opened = app(window).state().opened.as_ref().expect("a workspace");
    opened.briefings.shown().expect("a briefing").clone()
}

fn presenting(window: &Window) -> Presenting {
    app(window).state().briefing.present.clone().expect("a presentation")
}

/// The quarterly briefing on the notices of Washington.
fn quarterly(home: &std::path::Path, lang: Lang) -> Window {
    let mut window = open(home, Start { lang, ..Start::default() });
    click(&mut window, if lang == Lang::Fr { "Notifications de Washington" } else { "Washington notices" });
    command_key(&mut window, Key::Num4);
    window.get_by_label(&Template::Quarterly.name(lang)).click_accesskit();
    settle(&mut window);
    window
}

fn present(window: &mut Window) {
    send(window, BriefingsCommand::GoOn(Then::Present));
}

/// The first page whose sheet is like this.
fn page_with(window: &Window, is_it: impl Fn(&Body) -> bool) -> usize {
    let briefing = shown(window);
    let is_page =
        |page: &document::Page| app(window).decks().sheet(&briefing, page).is_some_and(|(sheet, _)| is_it(&sheet.body));
    briefing.pages.iter().position(is_page).expect("a page like this")
}

/// The place of the first mark of a plot of the page that is presented, and what it says.
fn first_bar(window: &Window, plot: usize) -> (egui::Pos2, String) {
    let (briefing, now) = (shown(window), presenting(window));
    let page = &briefing.pages[now.at];
    let (slides, _) = app(window).decks().slides(&briefing, page).expect("worked out");
    let plots = live::plots(&slides[now.part], &Style::print());
    let model = plots[plot].model;
    let bars = model.series.iter().find_map(|series| match &series.marks {
        Marks::Bars { direction, bars } => Some((*direction, bars)),
        _ => None,
    });
    let (direction, bars) = bars.expect("bars");
    let bar = bars.iter().find(|bar| bar.certain > 0.0).expect("a bar");
    let id = egui::Id::unique(("presented plot", page.id, now.part, plot));
    let frame = window.ctx.read_response(id).expect("alive").rect.shrink(2.0);
    let (x, y) = (&model.x, &model.y);
    let part = |value: f64, lo: f64, hi: f64| ((value - lo) / (hi - lo)) as f32;
    let (at, middle) = (bar.at, bar.base + bar.certain / 2.0);
    let (across, up) = if direction == Direction::Up { (at, middle) } else { (middle, at) };
    let place = egui::pos2(
        frame.left() + part(across, x.lo, x.hi) * frame.width(),
        frame.bottom() - part(up, y.lo, y.hi) * frame.height(),
    );
    (place, bar.hover[0].clone())
}

fn point_and_click(window: &mut Window, at: egui::Pos2) {
    window.hover_at(at);
    settle(window);
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        window.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    settle(window);
}

#[test]
fn what_answers_to_the_pointer_stands_where_the_picture_shows_it() {
    let home = tempfile::tempdir().unwrap();
    let window = quarterly(home.path(), Lang::En);
    let (briefing, mut seen, mut panels) = (shown(&window), 0, 0);
    for page in &briefing.pages {
        for sheet in app(&window).decks().slides(&briefing, page).expect("worked out").0 {
            let deck = vigie::app::briefings::pictures::bare_deck(Lang::En, "");
            let scene = vigie::briefing::slide::slide(&deck, sheet, 1, &Style::print()).scene();
            let plots = live::plots(sheet, &Style::print());
            panels += usize::from(plots.len() > 1);
            for plot in plots {
                for series in &plot.model.series {
                    let Marks::Bars { direction: Direction::Up, bars } = &series.marks else { continue };
                    for bar in bars.iter().filter(|bar| bar.certain > 0.0 && bar.coarse == 0.0 && !bar.partial) {
                        let (x, y) = (&plot.model.x, &plot.model.y);
                        let middle = plot.frame.x + (bar.at - x.lo) / (x.hi - x.lo) * plot.frame.width;
                        let height = bar.certain / (y.hi - y.lo) * plot.frame.height;
                        let is_it = |item: &Item| match item {
                            Item::Rect { area, .. } => {
                                (area.x + area.width / 2.0 - middle).abs() < 1.0 && (area.height - height).abs() < 1.0
                            }
                            _ => false,
                        };
                        assert!(scene.items.iter().any(is_it), "{}: no bar at {middle}", sheet.headline);
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 12 && panels > 1, "{seen} bars, {panels} pages with several plots");
}

#[test]
fn a_bar_of_any_figure_lists_its_records_and_the_page_is_reset() {
    for lang in [Lang::En, Lang::Fr] {
        let home = tempfile::tempdir().unwrap();
        let mut window = quarterly(home.path(), lang);
        let at = page_with(&window, |body| matches!(body, Body::Two(_)));
        let with_panels = page_with(&window, |body| matches!(body, Body::Figure(drawn) if !drawn.panels.is_empty()));
        present(&mut window);
        for page in [at, with_panels] {
            send(&mut window, BriefingsCommand::Present(Present::Go(page)));
            assert!(window.query_all_by_role(Role::Figure).count() > 1, "every plot of page {page} has a name");
            let (place, words) = first_bar(&window, 0);
            point_and_click(&mut window, place);
            let drill = presenting(&window).drill.expect("the records behind it");
            assert!(drill.words.contains(&words) && !drill.ids.is_empty() && !drill.lines.is_empty(), "{drill:?}");
            press(&mut window, Modifiers::NONE, Key::Escape);
            assert!(presenting(&window).drill.is_none());
            assert_eq!(presenting(&window).at, page, "the page stays");
        }
    }
}

#[test]
fn a_page_that_is_clicked_beside_its_figures_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let mut window = quarterly(home.path(), Lang::En);
    present(&mut window);
    point_and_click(&mut window, egui::pos2(30.0, 300.0));
    assert_eq!(presenting(&window).at, 1);
}

#[test]
fn answers_in_large_type_lead_to_as_many_records_as_they_say() {
    let home = tempfile::tempdir().unwrap();
    let mut window = quarterly(home.path(), Lang::En);
    let at = page_with(&window, |body| matches!(body, Body::Numbers(_)));
    present(&mut window);
    send(&mut window, BriefingsCommand::Present(Present::Go(at)));
    let briefing = shown(&window);
    let (sheet, _) = app(&window).decks().sheet(&briefing, &briefing.pages[at]).expect("worked out");
    let Body::Numbers(numbers) = &sheet.body else { panic!("numbers") };
    let headline = numbers[0].headline.clone();
    let largest = numbers[1].small_print.clone();
    let second = numbers[1].headline.clone();
    window.get_by_role_and_label(Role::Button, &headline).click_accesskit();
    settle(&mut window);
    let drill = presenting(&window).drill.expect("records");
    let said: String = headline.chars().take_while(char::is_ascii_digit).collect();
    assert_eq!(said.parse::<usize>().ok(), Some(drill.ids.len()), "{headline}");
    press(&mut window, Modifiers::NONE, Key::Backspace);
    window.get_by_role_and_label(Role::Button, &second).click_accesskit();
    settle(&mut window);
    let drill = presenting(&window).drill.expect("records");
    assert!(largest.iter().any(|line| line.contains(&drill.lines[0].0)), "the largest first: {largest:?}");
}

#[test]
fn a_figure_that_has_the_keyboard_is_walked_and_the_page_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut window = quarterly(home.path(), Lang::En);
    let at = page_with(&window, |body| matches!(body, Body::Figure(_)));
    present(&mut window);
    send(&mut window, BriefingsCommand::Present(Present::Go(at)));
    window.get_all_by_role(Role::Figure).next().expect("a figure").focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(presenting(&window).at, at);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(presenting(&window).drill.is_some(), "Enter lists the records of the mark");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(presenting(&window).at, at, "first the list, then the figure is left");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(presenting(&window).at, at + 1);
}

#[test]
fn a_typed_number_is_that_of_the_slide_and_nothing_can_be_edited() {
    let home = tempfile::tempdir().unwrap();
    let mut window = quarterly(home.path(), Lang::En);
    let briefing = shown(&window);
    let long = (0..90).map(|at| format!("- point {at}")).collect::<Vec<_>>().join("\n");
    let page = document::Page::new(uuid::Uuid::from_u128(77), Content::Text { body: long });
    let add = Edit::Add { page, after: Some(briefing.pages[0].id) };
    send(&mut window, BriefingsCommand::Change(Box::new(Change::Edit(briefing.id, Box::new(add)))));
    let briefing = shown(&window);
    let slides = app(&window).decks().slides(&briefing, &briefing.pages[1]).expect("worked out").0.len();
    assert!(slides > 1, "a text of several slides");
    present(&mut window);
    send(&mut window, BriefingsCommand::Present(Present::Go(0)));
    press(&mut window, Modifiers::NONE, Key::Num3);
    assert!(presenting(&window).at == 0, "only Enter goes there");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!((presenting(&window).at, presenting(&window).part), (1, 1));
    send(&mut window, BriefingsCommand::Present(Present::ToSlide(slides + 2)));
    assert_eq!((presenting(&window).at, presenting(&window).part), (2, 0));
    send(&mut window, BriefingsCommand::Present(Present::ToSlide(999)));
    assert_eq!(presenting(&window).at, briefing.pages.len() - 1);
    for at in 0..briefing.pages.len() {
        send(&mut window, BriefingsCommand::Present(Present::Go(at)));
        for words in ["Headline", "Add page", "Delete this page", "Export…", "New record", "Search"] {
            assert!(!says(&window, words), "{words} on page {at}");
        }
        assert!(window.query_all_by_role(Role::TextInput).next().is_none());
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(app(&window).state().briefing.present.is_none());
    assert_eq!(app(&window).state().page, Page::Briefings);
    let opened = app(&window).state().opened.as_ref().unwrap();
    assert_eq!(opened.briefings.page().map(|(at, _)| at), Some(briefing.pages.len() - 1), "where one left");
}
