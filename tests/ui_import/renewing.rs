//! A newer file of a source that the open workspace has: it renews the dataset, and what was written by hand for the
//! older one is told.

use std::fmt::Write as _;

use egui_kittest::kittest::Queryable as _;
use vigie::app::briefings::command::{BriefingsCommand, Change, Edit};
use vigie::app::command::{Command, Page};
use vigie::app::import_page::ImportCommand;
use vigie::app::import_page::state::{Destination, Stage};
use vigie::app::reading::Source;
use vigie::briefing::document::{Briefing, Content};
use vigie::briefing::template::Template;

use crate::Window;

/// Six notices a month, of months counted from January 2023.
fn register(months: u32) -> String {
    let mut text = "Reference,Organisation,Reported to regulator,People affected\n".to_owned();
    for month in 0..months {
        for day in 1..=6 {
            let (year, month_of) = (2023 + month / 12, month % 12 + 1);
            _ = writeln!(text, "R-{month}-{day},Firm {day},{year}-{month_of:02}-{:02},{}", day * 4 + 4, 100 * day);
        }
    }
    text
}

fn shown(window: &Window) -> Briefing {
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    opened.briefings.shown().expect("a briefing").clone()
}

fn look(window: &mut Window, path: std::path::PathBuf) {
    window.send(Command::Import(ImportCommand::Look(Source::File(path))));
    window.until_review();
}

#[test]
fn a_newer_file_renews_its_dataset_and_headlines_of_before_are_told() {
    let mut window = Window::new();
    let path = window.file("notices.csv", &register(24));
    look(&mut window, path);
    window.click("Import 144 records");
    window.until_done();
    window.send(Command::Briefings(BriefingsCommand::Fill(Template::Quarterly)));
    window.until("the template", |app| {
        app.state().opened.as_ref().is_some_and(|opened| !opened.briefings.all().is_empty())
    });
    let briefing = shown(&window);
    let is_figure = |page: &&vigie::briefing::document::Page| matches!(page.content, Content::Figure(_));
    let page = briefing.pages.iter().find(is_figure).expect("a figure").id;
    window.send(Command::Briefings(BriefingsCommand::TurnTo(page)));
    window.until("the page", |app| app.state().page == Page::Briefings);
    for _ in 0..60 {
        window.harness.step();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let edit = Edit::Headline(page, "As many as ever".to_owned());
    let change = Change::Edit(briefing.id, Box::new(edit));
    window.send(Command::Briefings(BriefingsCommand::Change(Box::new(change))));
    window.until("the headline", |app| {
        let shown = app.state().opened.as_ref().and_then(|opened| opened.briefings.shown());
        shown.and_then(|briefing| briefing.page(page)).is_some_and(|page| page.written_for.is_some())
    });
    assert!(!window.sees("You wrote this headline"), "nothing has changed yet");

    // The newer file has the same name to go by: it is offered as a newer edition, and enters as one.
    let path = window.file("notices.csv", &register(27));
    look(&mut window, path);
    let id = window.app().state().opened.as_ref().expect("a workspace").datasets.first().expect("a dataset").id;
    let Stage::Review(review) = &window.app().state().import.stage else { panic!("no review") };
    assert_eq!(review.destination, Destination::Edition(id));
    window.click("Import 162 records");
    window.until_done();
    assert_eq!(window.records(), 162, "nothing is doubled");
    let opened = window.app().state().opened.as_ref().expect("a workspace");
    assert_eq!(opened.datasets.len(), 1);
    let counts = window.app().state().import.done.as_ref().expect("a report").counts;
    assert_eq!((counts.imported, counts.merged, counts.skipped, counts.absent), (18, 0, 144, 0));

    window.send(Command::Go(Page::Briefings));
    window.until("the page again", |app| app.state().page == Page::Briefings);
    for _ in 0..200 {
        window.harness.step();
        if window.sees("You wrote this headline") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(window.sees("You wrote this headline when the finding said"));
    // By its action, which reaches also what stands below the edge of the window.
    window.harness.get_by_label("It still holds").click_accesskit();
    for _ in 0..60 {
        window.harness.step();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(!window.sees("You wrote this headline"), "it was looked at");
    assert_eq!(shown(&window).page(page).and_then(|page| page.headline.as_deref()), Some("As many as ever"));
}
