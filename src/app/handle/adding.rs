//! Vigie's own export into the open workspace.

use crate::app::App;
use crate::app::command::Page;
use crate::app::import_page::adding::{Added, Export};
use crate::app::import_page::state::Stage;
use crate::app::jobs::JobKind;
use crate::app::notices::{Gravity, Offer, OfferKind};
use crate::text::{Arg, number, tr, tr_args};

impl App {
    /// Shows an export that was looked at.
    pub(in crate::app) fn take_export(&mut self, export: Export) {
        self.state.import.wish = None;
        self.state.import.stage = Stage::Adding(Box::new(export), None);
    }

    /// Adds the export that is shown.
    pub(in crate::app) fn add_export(&mut self) {
        let Stage::Adding(export, None) = &self.state.import.stage else { return };
        let export = export.as_ref().clone();
        let lang = self.state.lang;
        let Some(opened) = &mut self.state.opened else { return };
        let (opening, plan) = (opened.number, export.plan(lang));
        let importer = match opened.workspace.importer(plan) {
            Ok(importer) => importer,
            Err(error) => return self.say_error(&error),
        };
        let work = super::import::work_of(&export.source, 1);
        let words = tr_args(lang, "importing-job-write", &[("name", Arg::Text(work.name.clone()))]);
        let (own, shown) = (work.clone(), export.clone());
        let started =
            self.jobs.start(JobKind::Import, words, move |handle| export.add(importer, opening, &own, lang, handle));
        match started {
            Ok(()) => self.state.import.stage = Stage::Adding(Box::new(shown), Some(work)),
            Err(why) => self.say_not_started(why),
        }
    }

    /// Shows the workspace with what was added.
    pub(in crate::app) fn take_added(&mut self, added: Added) {
        let lang = self.state.lang;
        self.state.import.stage = Stage::Start;
        let Some(opened) = self.state.opened.as_mut().filter(|opened| opened.number == added.opening) else { return };
        let counts = added.imported.counts;
        let result = opened.workspace.adopt(added.imported).map(drop);
        if let Err(error) = result.and_then(|()| opened.refresh(crate::app::clock::today())) {
            return self.say_error(&error);
        }
        let count = |count: u64| Arg::Text(number(lang, count));
        let values = [
            ("name", Arg::Text(added.name)),
            ("count", count(counts.imported)),
            ("there", count(counts.skipped)),
            ("rejected", count(counts.rejected)),
        ];
        let offer = Offer { words: tr(lang, "app-action-undo"), what: OfferKind::Undo };
        self.state.notices.say_with(Gravity::Information, tr_args(lang, "importing-added", &values), Some(offer));
        self.state.page = Page::Records;
    }
}
