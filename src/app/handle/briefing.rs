//! Briefings: every change is in the file before the window says so; pages are worked out and painted on threads.

use std::sync::Arc;

use eframe::egui;
use uuid::Uuid;

use crate::app::App;
use crate::app::briefings::check::Then;
use crate::app::briefings::command::{BriefingsCommand, Change, Edit};
use crate::app::briefings::content::view_of;
use crate::app::briefings::decks::GroundOf;
use crate::app::briefings::export::ExportChoices;
use crate::app::briefings::pictures::Painted;
use crate::app::command::{Command, Page};
use crate::app::jobs::{JobError, JobKind};
use crate::app::listing::Listing;
use crate::app::notices::{Gravity, Offer, OfferKind};
use crate::briefing::document::{self, Briefing, Content, STATE};
use crate::briefing::template::{self, Filled, Template};
use crate::chart::figures::behind::records_behind;
use crate::chart::records::RecordsKey;
use crate::frame::RecordId;
use crate::model::event::EventKind;
use crate::text::{tr, tr_args};

impl App {
    pub(super) fn run_briefings_command(&mut self, ctx: &egui::Context, command: BriefingsCommand) {
        match command {
            BriefingsCommand::Show(id) => self.with_briefings(|briefings| briefings.show(id)),
            BriefingsCommand::Open(id, page) => {
                self.state.page = Page::Briefings;
                self.with_briefings(|briefings| {
                    briefings.show(id);
                    briefings.turn_to(page);
                });
            }
            BriefingsCommand::TurnTo(page) => self.with_briefings(|briefings| briefings.turn_to(page)),
            BriefingsCommand::Fill(template) => self.fill_briefing(template),
            BriefingsCommand::FillOf(id) => self.fill_briefing_of(id),
            BriefingsCommand::Filled(number, filled) => self.take_filled(number, *filled),
            BriefingsCommand::Blank => {
                let briefing = self.new_briefing(Vec::new());
                self.change_briefings(&Change::New(briefing));
            }
            BriefingsCommand::Change(change) => {
                let change = self.with_finding(*change);
                self.change_briefings(&change);
            }
            BriefingsCommand::Undo => self.step_briefings(true),
            BriefingsCommand::Redo => self.step_briefings(false),
            BriefingsCommand::Add(to, content) => self.add_to_briefing(to, *content),
            BriefingsCommand::Worked(worked) => self.decks.take(*worked),
            BriefingsCommand::Painted(painted) => self.pictures.take(ctx, painted),
            BriefingsCommand::Check(then) => self.state.briefing.check = Some(then),
            BriefingsCommand::CloseCheck => self.state.briefing.check = None,
            BriefingsCommand::GoOn(then) => self.go_on(ctx, then),
            BriefingsCommand::List { page, figure, key, words } => self.list_of_page((page, figure), key, words),
            BriefingsCommand::Present(command) => self.run_present_command(ctx, command),
            BriefingsCommand::Export(command) => self.run_export_command(command),
        }
    }

    fn with_briefings(&mut self, change: impl FnOnce(&mut crate::app::briefings::state::Briefings)) {
        if let Some(opened) = &mut self.state.opened {
            change(&mut opened.briefings);
        }
    }

    /// A briefing with a title page, these pages and the method page, under a name that no other has.
    fn new_briefing(&self, pages: Vec<Content>) -> Briefing {
        let own = [Content::Title { subtitle: String::new() }];
        let all = own.into_iter().chain(pages).chain([Content::Method]);
        let pages = all.map(|content| document::Page::new(Uuid::new_v4(), content)).collect();
        let name = self.free_name(&tr(self.state.lang, "briefings-new-name"));
        Briefing { id: Uuid::new_v4(), name, pages, ..Briefing::default() }
    }

    /// A name, with a number where another briefing has it.
    fn free_name(&self, name: &str) -> String {
        let all = self.state.opened.as_ref().map(|opened| opened.briefings.all()).unwrap_or_default();
        let is_free = |name: &str| all.iter().all(|briefing| briefing.name != name);
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_default()
    }

    /// Makes a change and says so where it cannot be kept; nothing has changed then.
    pub(super) fn change_briefings(&mut self, change: &Change) -> bool {
        let lang = self.state.lang;
        let Some(opened) = &mut self.state.opened else { return false };
        if opened.briefings.is_unreadable() {
            let words = tr(lang, "briefings-unreadable");
            self.state.notices.say(Gravity::Failure, words);
            return false;
        }
        let name = match change {
            Change::Delete(id) => opened.briefings.get(*id).map(|briefing| briefing.name.clone()),
            _ => None,
        };
        let workspace = &mut opened.workspace;
        match opened.briefings.change(change, |all| workspace.set_state(STATE, all)) {
            Ok(changed) => {
                if let Some(name) = name.filter(|_| changed) {
                    let words = tr_args(lang, "briefings-deleted", &[("name", name.into())]);
                    let offer = Offer { words: tr(lang, "briefings-undo"), what: OfferKind::UndoBriefings };
                    self.state.notices.say_with(Gravity::Information, words, Some(offer));
                }
                changed
            }
            Err(error) => {
                self.say_error(&error);
                false
            }
        }
    }

    /// A headline with what the finding of its page says, so that it is noticed once that says something else.
    fn with_finding(&self, change: Change) -> Change {
        let Change::Edit(id, edit) = change else { return change };
        let said = |page: &Uuid| {
            let briefing = self.state.opened.as_ref()?.briefings.get(id)?;
            self.decks.finding(briefing, briefing.page(*page)?).cloned()
        };
        let edit = match *edit {
            Edit::Headline(page, text) => Box::new(Edit::HeadlineFor(page, text, said(&page))),
            other => Box::new(other),
        };
        Change::Edit(id, edit)
    }

    /// Keeps what is half typed on the page of briefings: the window closes, or another workspace is opened.
    pub(in crate::app) fn keep_typed(&mut self) {
        for change in self.pages.briefings.take_all_typed() {
            let change = self.with_finding(change);
            self.change_briefings(&change);
        }
    }

    /// Takes the last change back, or makes it again.
    pub(super) fn step_briefings(&mut self, back: bool) {
        let lang = self.state.lang;
        let Some(opened) = &mut self.state.opened else { return };
        let workspace = &mut opened.workspace;
        let write = |all: &Vec<Briefing>| workspace.set_state(STATE, all);
        let stepped = if back { opened.briefings.undo(write) } else { opened.briefings.redo(write) };
        let words = match stepped {
            Ok(Some(change)) => {
                let what = tr(lang, change.text_key());
                tr_args(lang, if back { "briefings-undone" } else { "briefings-redone" }, &[("what", what.into())])
            }
            Ok(None) => tr(lang, if back { "app-nothing-to-undo" } else { "app-nothing-to-redo" }),
            Err(error) => return self.say_error(&error),
        };
        self.state.notices.say(Gravity::Information, words);
    }

    fn fill_briefing(&mut self, template: Template) {
        self.start_filling(move |question, ground| Ok(template::fill(template, question, Uuid::new_v4(), ground)));
    }

    fn fill_briefing_of(&mut self, id: Uuid) {
        let lang = self.state.lang;
        self.start_filling(move |question, ground| {
            let found = (ground.find)(id).and_then(|record| (ground.document)(record));
            let incident = found.ok_or_else(|| JobError::Failed(tr(lang, "briefing-incident-gone")))?;
            Ok(template::of_incident(&incident, question, Uuid::new_v4(), ground))
        });
    }

    fn start_filling(
        &mut self,
        fill: impl FnOnce(
            &crate::query::question::Question,
            &crate::briefing::compose::ground::Ground<'_>,
        ) -> Result<Filled, JobError>
        + Send
        + 'static,
    ) {
        let lang = self.state.lang;
        let Some(opened) = &self.state.opened else { return };
        let (number, question) = (opened.number, opened.question.clone());
        let ground = GroundOf::new(opened, lang);
        let words = tr(lang, "briefings-job-filling");
        let started = self.jobs.start(JobKind::Fill, words, move |_| {
            let filled = ground.with(|ground| fill(&question, ground))?;
            Ok(Command::Briefings(BriefingsCommand::Filled(number, Box::new(filled))))
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    fn take_filled(&mut self, number: u64, filled: Filled) {
        if self.state.opened.as_ref().is_none_or(|opened| opened.number != number) {
            return;
        }
        let Filled { mut briefing, left_out } = filled;
        briefing.name = self.free_name(&briefing.name);
        // Identities of pages are told apart through a whole workspace.
        briefing.pages.iter_mut().for_each(|page| page.id = Uuid::new_v4());
        if !self.change_briefings(&Change::New(briefing)) {
            return;
        }
        self.state.page = Page::Briefings;
        if !left_out.is_empty() {
            let lines: Vec<String> = left_out.iter().map(|line| format!("• {line}")).collect();
            let head = tr_args(self.state.lang, "briefings-left-out", &[("count", left_out.len().into())]);
            self.state.notices.say(Gravity::Information, format!("{head}\n{}", lines.join("\n")));
        }
    }

    /// Adds a page without going there; the notice leads to it.
    fn add_to_briefing(&mut self, to: Option<Uuid>, content: Content) {
        let lang = self.state.lang;
        let page = document::Page::new(Uuid::new_v4(), content);
        let known = to.and_then(|id| self.state.opened.as_ref()?.briefings.get(id));
        let (change, offer, name) = if let Some(briefing) = known {
            let edit = Edit::Add { page: page.clone(), after: None };
            (
                Change::Edit(briefing.id, Box::new(edit)),
                OfferKind::Briefing(briefing.id, page.id),
                briefing.name.clone(),
            )
        } else {
            let mut briefing = self.new_briefing(Vec::new());
            let at = briefing.pages.len().saturating_sub(1);
            briefing.pages.insert(at, page.clone());
            (Change::New(briefing.clone()), OfferKind::Briefing(briefing.id, page.id), briefing.name)
        };
        if self.change_briefings(&change) {
            let words = tr_args(lang, "briefings-added", &[("name", name.into())]);
            let offer = Offer { words: tr(lang, "briefings-open"), what: offer };
            self.state.notices.say_with(Gravity::Information, words, Some(offer));
        }
    }

    /// Brings the pages of the briefing that is shown, and their pictures, up to date.
    pub(in crate::app) fn work_out_briefing(&mut self) {
        let lang = self.state.lang;
        let is_shown = self.state.page == Page::Briefings || self.state.briefing.is_open();
        let opened = self.state.opened.as_ref().filter(|_| is_shown);
        if let Some(work) = self.decks.refresh(opened, lang)
            && let Some(opened) = opened
        {
            let ground = GroundOf::new(opened, lang);
            let started = self.jobs.start(JobKind::Briefing, String::new(), move |handle| {
                let worked = work.run(&ground, || handle.is_cancelled());
                Ok(Command::Briefings(BriefingsCommand::Worked(Box::new(worked))))
            });
            if let Err(why) = started {
                self.decks.give_up();
                self.say_not_started(why);
            }
        }
        let wanted = self.pages.briefings.wanted(&self.state, &self.decks);
        if let Some(missing) = self.pictures.refresh(wanted) {
            let started = self.jobs.start(JobKind::Paint, String::new(), move |_| {
                let painted = missing.into_iter().map(|key| Painted { picture: key.paint(lang), key }).collect();
                Ok(Command::Briefings(BriefingsCommand::Painted(painted)))
            });
            if started.is_err() {
                // Without a thread the pages are seen the next time.
                self.pictures.give_up();
            }
        }
    }

    fn go_on(&mut self, ctx: &egui::Context, then: Then) {
        self.state.briefing.check = None;
        match then {
            Then::Look => {}
            Then::Present => self.start_presenting(ctx),
            Then::Export => {
                let Some(briefing) = self.state.opened.as_ref().and_then(|opened| opened.briefings.shown()) else {
                    return;
                };
                let settings = &self.state.settings;
                self.state.briefing.export = ExportChoices::first(briefing, settings, self.state.lang);
            }
        }
    }

    /// Has a job look for the records behind marks of a page's figure, by the question of that figure.
    pub(super) fn behind_page(
        &mut self,
        (page, figure): (Uuid, usize),
        keys: Vec<RecordsKey>,
        then: impl FnOnce(Vec<RecordId>, &GroundOf, EventKind) -> Command + Send + 'static,
    ) {
        let Some(opened) = &self.state.opened else { return };
        let content = opened.briefings.shown().and_then(|briefing| briefing.page(page)).map(|page| &page.content);
        // What happened in one incident looks at no other records: its marks name it.
        let view = content.and_then(|content| content.views().into_iter().nth(figure).cloned());
        let view = view.unwrap_or_else(|| view_of(&opened.question));
        let ground = GroundOf::without_documents(opened, self.state.lang);
        let started = self.jobs.start(JobKind::Behind, String::new(), move |_| {
            let question = ground.with(|ground| ground.question(&view));
            let mut ids: Vec<RecordId> =
                keys.iter().flat_map(|key| records_behind(ground.snapshot(), &question, key)).collect();
            ids.sort_unstable();
            ids.dedup();
            Ok(then(ids, &ground, question.date_of))
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    fn list_of_page(&mut self, place: (Uuid, usize), key: RecordsKey, words: String) {
        self.state.briefing.check = None;
        self.behind_page(place, vec![key], move |ids, _, _| {
            Command::List(Listing { words, ids: Arc::new(ids), from: Page::Briefings, left_out_of: None })
        });
    }
}
