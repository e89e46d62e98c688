//! The page of briefings as an analyst meets it: from a template to a file, and to the screen of a meeting.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod support;

use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;
use support::{Start, Window, app, click, click_containing, command_key, open, says, settle};
use vigie::app::briefings::command::{BriefingsCommand, Change, Edit, ExportCommand};
use vigie::app::command::{ChartsCommand, Command, Page, PathFor};
use vigie::app::theme::ThemeChoice;
use vigie::briefing::document::{Briefing, Content};
use vigie::briefing::format::Format;
use vigie::briefing::template::Template;
use vigie::chart::model::ChartKey;
use vigie::text::Lang;

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of one's own")
}

/// A window on the notices of Washington, at the page of briefings.
fn briefings(home: &std::path::Path, start: Start) -> Window {
    let name = if start.lang == Lang::Fr { "Notifications de Washington" } else { "Washington notices" };
    let mut window = open(home, start);
    click(&mut window, name);
    command_key(&mut window, Key::Num4);
    assert_eq!(app(&window).state().page, Page::Briefings);
    window
}

/// The same with the quarterly template filled.
fn quarterly(home: &std::path::Path, start: Start) -> Window {
    let lang = start.lang;
    let mut window = briefings(home, start);
    // By its action, which reaches also what stands below the edge of a small window.
    window.get_by_label(&Template::Quarterly.name(lang)).click_accesskit();
    settle(&mut window);
    assert!(shown(&window).pages.len() > 6, "the template has pages");
    window
}

fn shown(window: &Window) -> Briefing {
    let opened = app(window).state().opened.as_ref().expect("a workspace");
    opened.briefings.shown().expect("a briefing").clone()
}

fn place(window: &Window) -> usize {
    let opened = app(window).state().opened.as_ref().expect("a workspace");
    opened.briefings.page().expect("a page").0
}

fn send(window: &mut Window, command: BriefingsCommand) {
    app(window).send(Command::Briefings(command));
    settle(window);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

#[test]
fn a_template_fills_itself_and_its_pages_are_moved_by_keys_and_brought_back() {
    let home = home();
    let mut window = quarterly(home.path(), Start::default());
    assert!(says(&window, "Page 1: "), "pages have names");
    let before: Vec<_> = shown(&window).pages.iter().map(|page| page.id).collect();
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    let after: Vec<_> = shown(&window).pages.iter().map(|page| page.id).collect();
    assert_eq!((after[0], after[1]), (before[1], before[0]));
    assert_eq!(place(&window), 1, "the page that was moved is still shown");
    command_key(&mut window, Key::Z);
    assert_eq!(shown(&window).pages.iter().map(|page| page.id).collect::<Vec<_>>(), before);
    command_key(&mut window, Key::Y);
    assert_eq!(shown(&window).pages.iter().map(|page| page.id).collect::<Vec<_>>(), after);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(shown(&window).pages.len(), before.len() - 1);
    command_key(&mut window, Key::Z);
    assert_eq!(shown(&window).pages.len(), before.len());
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(shown(&window).pages.len(), before.len() + 1);
    send(&mut window, BriefingsCommand::TurnTo(before[1]));
    assert!(says(&window, "Kept in the notes"));
}

#[test]
fn a_headline_is_typed_kept_and_the_finding_stays_in_the_notes() {
    let home = home();
    let file = home.path().join("kept.vigie");
    let mut window = quarterly(home.path(), Start::default());
    app(&window).send(Command::PathChosen(PathFor::SaveAs, file.clone()));
    settle(&mut window);
    let at = shown(&window).pages.iter().position(|page| matches!(page.content, Content::Figure(_))).unwrap();
    let page = shown(&window).pages[at].id;
    send(&mut window, BriefingsCommand::TurnTo(page));
    window.get_by_role_and_label(eframe::egui::Role::TextInput, "Headline").focus();
    settle(&mut window);
    window.get_by_role_and_label(eframe::egui::Role::TextInput, "Headline").type_text("Fewer than feared");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(shown(&window).pages[at].headline.as_deref(), Some("Fewer than feared"));
    assert!(says(&window, &format!("Page {}: Fewer than feared", at + 1)));
    assert!(says(&window, "Finding: "), "the finding stays");
    window.state_mut().as_mut().expect("a window").close();
    drop(window);
    let mut window = open(home.path(), Start { files: vec![file], ..Start::default() });
    command_key(&mut window, Key::Num4);
    assert_eq!(shown(&window).pages[at].headline.as_deref(), Some("Fewer than feared"));
}

#[test]
fn a_chart_and_a_record_are_added_without_leaving_them() {
    let home = home();
    let mut window = briefings(home.path(), Start::default());
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::Disclosure)));
    let choose = ChartsCommand::Choose { chart: ChartKey::Disclosure, key: "naive", value: Some("on".to_owned()) };
    app(&window).send(Command::Charts(choose));
    settle(&mut window);
    click_containing(&mut window, "More about this chart");
    click(&mut window, "Add to briefing: New briefing");
    assert_eq!(app(&window).state().page, Page::Charts, "one stays where one is");
    assert!(says(&window, "Added to “Briefing”."));
    let briefing = shown(&window);
    let Content::Figure(spec) = &briefing.pages[1].content else { panic!("a figure") };
    assert_eq!(spec.chart, ChartKey::Disclosure.key());
    assert!(spec.options.is_on("naive"), "as it is now");
    assert_eq!(briefing.pages.last().map(|page| &page.content), Some(&Content::Method));
    click(&mut window, "Open");
    assert_eq!((app(&window).state().page, place(&window)), (Page::Briefings, 1));

    command_key(&mut window, Key::Num3);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_all_by_label("Add to briefing").next().expect("the record's menu").click();
    settle(&mut window);
    click(&mut window, "Add to briefing: a page about it: Briefing");
    assert!(matches!(shown(&window).pages[2].content, Content::Incident(id) if !id.is_nil()));
    assert_eq!(app(&window).state().page, Page::Records);
}

#[test]
fn the_menu_of_a_row_adds_the_record_to_a_briefing_of_ones_choice() {
    let home = home();
    let mut window = quarterly(home.path(), Start::default());
    send(&mut window, BriefingsCommand::Blank);
    let names: Vec<String> =
        app(&window).state().opened.as_ref().unwrap().briefings.all().iter().map(|one| one.name.clone()).collect();
    command_key(&mut window, Key::Num3);
    let row = window.get_all_by_role(eframe::egui::Role::Row).next().expect("a row");
    row.click_button(eframe::egui::PointerButton::Secondary);
    settle(&mut window);
    assert!(says(&window, "Copy for a spreadsheet"));
    for name in &names {
        assert!(says(&window, &format!("Add to briefing: a page about it: {name}")), "{name} can be chosen");
    }
    click(&mut window, &format!("Add to briefing: what happened when: {}", names[0]));
    let opened = app(&window).state().opened.as_ref().unwrap();
    assert!(opened.briefings.all()[0].pages.iter().any(|page| matches!(page.content, Content::Timeline(_))));
    assert!(!opened.briefings.all()[1].pages.iter().any(|page| matches!(page.content, Content::Timeline(_))));
    assert_eq!(app(&window).state().page, Page::Records, "one stays where one is");
}

#[test]
fn a_page_is_dragged_to_another_place() {
    let home = home();
    let mut window = quarterly(home.path(), Start::default());
    let before: Vec<_> = shown(&window).pages.iter().map(|page| page.id).collect();
    let briefing = shown(&window).id;
    let at = |window: &Window, page: uuid::Uuid| {
        let id = eframe::egui::Id::unique(("briefing page", briefing, page));
        window.ctx.read_response(id).expect("seen").rect
    };
    let (first, third) = (at(&window, before[0]), at(&window, before[2]));
    window.drag_at(first.center());
    settle(&mut window);
    window.hover_at(third.center_bottom() - eframe::egui::vec2(0.0, 10.0));
    settle(&mut window);
    window.drop_at(third.center_bottom() - eframe::egui::vec2(0.0, 10.0));
    settle(&mut window);
    let after: Vec<_> = shown(&window).pages.iter().map(|page| page.id).collect();
    assert_eq!(after[..3], [before[1], before[2], before[0]]);
    command_key(&mut window, Key::Z);
    assert_eq!(shown(&window).pages.iter().map(|page| page.id).collect::<Vec<_>>(), before);
}

#[test]
fn a_repair_of_one_of_two_figures_names_and_changes_that_one() {
    let home = home();
    let mut window = briefings(home.path(), Start::default());
    send(&mut window, BriefingsCommand::Blank);
    let opened = app(&window).state().opened.as_ref().unwrap();
    let spec = |chart| {
        vigie::app::briefings::content::figure_of(opened, chart, vigie::chart::gallery::choice::Options::default())
    };
    let both = [spec(ChartKey::Breakdown), spec(ChartKey::AffectedSizes)];
    let add = BriefingsCommand::Add(Some(shown(&window).id), Box::new(Content::Two(Box::new(both))));
    send(&mut window, add);
    let page = shown(&window).pages[1].clone();
    send(&mut window, BriefingsCommand::TurnTo(page.id));
    let briefing = shown(&window);
    let (sheet, _) = app(&window).decks().sheet(&briefing, &briefing.pages[1]).expect("worked out");
    assert!(sheet.cautions.iter().any(|caution| caution.figure == 1), "the sizes begin at 500");
    let (left, right) = match &sheet.body {
        vigie::briefing::deck::Body::Two(both) => (both[0].model.title.clone(), both[1].model.title.clone()),
        other => panic!("{other:?}"),
    };
    for finding in [left, right] {
        let head: String = finding.chars().take_while(|letter| *letter != '(').collect();
        assert!(sheet.headline.contains(head.trim()), "{} says {head}", sheet.headline);
    }
    assert!(says(&window, "Right: "), "the objection names the figure");
}

#[test]
fn an_objection_is_kept_with_a_reason_that_the_method_page_tells() {
    let home = home();
    let mut window = briefings(home.path(), Start::default());
    app(&window).send(Command::Charts(ChartsCommand::Open(ChartKey::AffectedSizes)));
    settle(&mut window);
    click_containing(&mut window, "More about this chart");
    click(&mut window, "Add to briefing: New briefing");
    click(&mut window, "Open");
    click(&mut window, "Check");
    assert!(says(&window, "Before it is shown"));
    window.get_all_by_label("Keep, because…").next().expect("an objection").click();
    settle(&mut window);
    window.get_by_label("Why it is kept").type_text("The law asks for 500 only");
    settle(&mut window);
    click(&mut window, "Keep it");
    assert!(says(&window, "The law asks for 500 only"));
    let kept = shown(&window).kept;
    assert_eq!(kept.len(), 1);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!says(&window, "Before it is shown"));
    let method = shown(&window).pages.last().unwrap().id;
    send(&mut window, BriefingsCommand::TurnTo(method));
    let opened = app(&window).state().opened.as_ref().unwrap();
    let briefing = opened.briefings.shown().unwrap();
    let (sheet, is_now) = app(&window).decks().sheet(briefing, briefing.pages.last().unwrap()).expect("worked out");
    assert!(is_now);
    assert!(format!("{:?}", sheet.body).contains("The law asks for 500 only"));
}

#[test]
fn a_briefing_is_written_in_every_format_that_is_built() {
    for (lang, export) in [(Lang::En, Lang::Fr), (Lang::Fr, Lang::En)] {
        let home = home();
        let mut window = quarterly(home.path(), Start { lang, ..Start::default() });
        for format in Format::ALL {
            send(&mut window, BriefingsCommand::GoOn(vigie::app::briefings::check::Then::Export));
            let mut choices = app(&window).state().briefing.export.clone().expect("the dialog");
            assert_eq!(choices.lang, lang);
            (choices.format, choices.lang, choices.marking) = (*format, export, "TLP:GREEN".to_owned());
            send(&mut window, BriefingsCommand::Export(ExportCommand::Choose(choices)));
            let path = home.path().join(format!("report.{}", format.ending()));
            app(&window).send(Command::PathChosen(PathFor::Report, path.clone()));
            settle(&mut window);
            let size = std::fs::metadata(&path).expect("a file").len();
            assert!(size > 4_000, "{path:?}: {size}");
            assert!(app(&window).state().briefing.export.is_none(), "the dialog is closed");
            let offered = if lang == Lang::Fr { "Ouvrir le dossier" } else { "Open its folder" };
            assert!(says(&window, offered), "what was written can be opened");
        }
    }
}

#[test]
fn the_presentation_is_walked_darkened_and_left() {
    let home = home();
    let mut window = quarterly(home.path(), Start { theme: ThemeChoice::Dark, ..Start::default() });
    let last = shown(&window).pages.len() - 1;
    press(&mut window, Modifiers::NONE, Key::F5);
    if app(&window).state().briefing.check.is_some() {
        click(&mut window, "Go on and present");
    }
    let at = |window: &Window| app(window).state().briefing.present.as_ref().map(|presenting| presenting.at);
    assert_eq!(at(&window), Some(0));
    assert!(!says(&window, "Overview"), "nothing else is seen");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Space);
    assert_eq!(at(&window), Some(2));
    press(&mut window, Modifiers::NONE, Key::End);
    assert_eq!(at(&window), Some(last));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(at(&window), Some(last), "the last page is the last");
    press(&mut window, Modifiers::NONE, Key::Num3);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(at(&window), Some(2), "to page 3");
    assert!(window.query_all_by_role(eframe::egui::Role::Figure).next().is_some(), "the figure is alive");
    press(&mut window, Modifiers::NONE, Key::B);
    assert!(says(&window, "The screen is dark"));
    press(&mut window, Modifiers::NONE, Key::Period);
    assert!(!says(&window, "The screen is dark"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(at(&window), None);
    assert_eq!((app(&window).state().page, place(&window)), (Page::Briefings, 2), "where one left");
}

#[test]
fn what_is_chosen_in_a_presented_figure_lists_its_records() {
    use vigie::app::briefings::command::Present;
    use vigie::chart::records::RecordsKey;
    let home = home();
    let mut window = quarterly(home.path(), Start::default());
    let at = shown(&window).pages.iter().position(|page| matches!(page.content, Content::Figure(_))).unwrap();
    send(&mut window, BriefingsCommand::GoOn(vigie::app::briefings::check::Then::Present));
    send(&mut window, BriefingsCommand::Present(Present::Go(at)));
    let drill = Present::Drill { figure: 0, plot: 0, keys: vec![RecordsKey::All], words: "all of it".to_owned() };
    send(&mut window, BriefingsCommand::Present(drill));
    assert!(says(&window, "all of it") && says(&window, "Leave and show in Records"));
    press(&mut window, Modifiers::NONE, Key::Backspace);
    assert!(!says(&window, "all of it"));
    let drill = Present::Drill { figure: 0, plot: 0, keys: vec![RecordsKey::All], words: "all of it".to_owned() };
    send(&mut window, BriefingsCommand::Present(drill));
    // By its action: the window is scaled, and a pointer of the test does not know it.
    window.get_by_label("Leave and show in Records").click_accesskit();
    settle(&mut window);
    assert!(app(&window).state().briefing.present.is_none());
    let listing = app(&window).state().listing.clone().expect("a list");
    assert!(!listing.ids.is_empty());
    assert_eq!((app(&window).state().page, listing.from), (Page::Records, Page::Briefings));
}

#[test]
fn briefings_are_named_copied_and_deleted_with_a_way_back() {
    let home = home();
    let mut window = quarterly(home.path(), Start { lang: Lang::Fr, ..Start::default() });
    let name = shown(&window).name;
    click(&mut window, &format!("Autres actions\u{a0}: {name}"));
    click_containing(&mut window, "Dupliquer");
    assert_eq!(shown(&window).name, format!("{name} (copie)"));
    click(&mut window, &format!("Autres actions\u{a0}: {name} (copie)"));
    click_containing(&mut window, "Supprimer");
    assert_eq!(shown(&window).name, name);
    click(&mut window, "Annuler");
    assert_eq!(app(&window).state().opened.as_ref().unwrap().briefings.all().len(), 2);
    let id = shown(&window).id;
    send(&mut window, BriefingsCommand::Change(Box::new(Change::Edit(id, Box::new(Edit::Name("Comité".to_owned()))))));
    assert!(says(&window, "Comité"));
}

#[test]
fn the_page_fits_windows_of_any_size() {
    for size in [Vec2::new(640.0, 480.0), Vec2::new(1366.0, 768.0), Vec2::new(3840.0, 2160.0)] {
        let home = home();
        let window = quarterly(home.path(), Start { size, lang: Lang::Fr, ..Start::default() });
        assert!(window.query_all_by_role(eframe::egui::Role::Image).next().is_some(), "no page at {size}");
        assert!(says(&window, "Page 1\u{a0}: "));
    }
}

#[test]
fn briefings_that_cannot_be_read_are_never_written_over() {
    let home = home();
    let file = home.path().join("later.vigie");
    let mut window = briefings(home.path(), Start::default());
    app(&window).send(Command::PathChosen(PathFor::SaveAs, file.clone()));
    settle(&mut window);
    window.state_mut().as_mut().expect("a window").close();
    drop(window);
    let later = serde_json::json!({ "briefings of tomorrow": true });
    let mut workspace = vigie::workspace::Workspace::open(&file).expect("a workspace");
    workspace.set_state(vigie::briefing::document::STATE, &later).expect("written");
    workspace.close().expect("closed");

    let mut window = open(home.path(), Start { files: vec![file.clone()], ..Start::default() });
    command_key(&mut window, Key::Num4);
    assert!(says(&window, "cannot be read"));
    send(&mut window, BriefingsCommand::Blank);
    send(&mut window, BriefingsCommand::Add(None, Box::new(Content::Method)));
    window.state_mut().as_mut().expect("a window").close();
    drop(window);
    let workspace = vigie::workspace::Workspace::open(&file).expect("a workspace");
    let kept: Option<serde_json::Value> = workspace.state(vigie::briefing::document::STATE).expect("read");
    assert_eq!(kept, Some(later));
}
