//! Letting the reviewed records in, stopping that, and taking it back.

use crate::app::App;
use crate::app::clock;
use crate::app::command::Page;
use crate::app::handle::import::work_of;
use crate::app::import_page::recipes;
use crate::app::import_page::state::{Destination, Done, Stage};
use crate::app::import_page::write::{Order, Written};
use crate::app::jobs::JobKind;
use crate::app::notices::Gravity;
use crate::import::error::ImportError;
use crate::import::recipe_file;
use crate::text::{Arg, tr, tr_args};
use crate::workspace::WorkspaceError;

impl App {
    pub(super) fn accept(&mut self) {
        if matches!(self.state.import.stage, Stage::Adding(..)) {
            return self.add_export();
        }
        let Stage::Review(review) = &self.state.import.stage else { return };
        if review.obstacle().is_some() {
            return;
        }
        let work = work_of(&review.source, 1);
        let datasets = self.state.opened.as_ref().map(|opened| opened.datasets.as_slice()).unwrap_or_default();
        let edition = review.edition_of(datasets, clock::today());
        let edition = edition.filter(|dataset| review.destination == Destination::Edition(dataset.id));
        let order = Order::of(review, edition, work.clone(), self.state.lang);
        let words = tr_args(self.state.lang, "importing-job-write", &[("name", Arg::Text(work.name.clone()))]);
        let (replaces, destination) = (review.replaces, review.destination);
        let started = if destination == Destination::New || self.state.opened.is_none() {
            let data = self.state.folders.data.clone();
            self.jobs.start(JobKind::Import, words, move |handle| order.into_new(&data, handle))
        } else {
            if replaces {
                self.take_back();
            }
            let Some(opened) = &mut self.state.opened else { return };
            let number = opened.number;
            match opened.workspace.importer(order.plan()) {
                Ok(importer) => {
                    self.jobs.start(JobKind::Import, words, move |handle| order.into_open(importer, number, handle))
                }
                Err(error) => {
                    if replaces {
                        self.redo();
                    }
                    return self.say_error(&error);
                }
            }
        };
        if let Err(why) = started {
            return self.say_not_started(why);
        }
        if let Stage::Review(review) = std::mem::take(&mut self.state.import.stage) {
            self.state.import.stage = Stage::Writing(review, work);
        }
    }

    /// Takes the last import back so that it can be made anew. Where something was done since, it stays: the records
    /// then stand twice and the analyst sees both.
    pub(super) fn take_back(&mut self) {
        let label = self.state.import.done.as_ref().map(|done| done.label.clone());
        let Some(opened) = &mut self.state.opened else { return };
        if opened.workspace.undo_label() == label.as_deref()
            && let Err(error) = opened.workspace.undo()
        {
            self.say_error(&error);
        }
    }

    pub(super) fn take_written(&mut self, written: Written) {
        let Written { order, opened, imported, counts, report } = written;
        let kept = recipe_file::for_keeping(&order.recipe);
        if let Err(error) = recipes::keep(&self.state.folders, &kept) {
            self.state.notices.say(
                Gravity::Caution,
                WorkspaceError::from_io(&error, &self.state.folders.settings).sentence(self.state.lang),
            );
        }
        if let Some(file) = opened {
            self.take_opened(file);
        }
        let mut result = Ok(());
        if let Some(current) = &mut self.state.opened {
            if let Some((_, imported)) = imported.filter(|(number, _)| *number == current.number) {
                result = current.workspace.adopt(imported).map(drop);
            }
            result = result
                .and_then(|()| current.workspace.set_recipe(&kept.name, &kept))
                .and_then(|()| current.refresh(clock::today()));
        }
        if let Err(error) = result {
            self.say_error(&error);
        }
        let opening = self.state.opened.as_ref().map_or(0, |opened| opened.number);
        self.state.import.stage = Stage::Start;
        self.state.import.done = Some(Box::new(Done {
            opening,
            source: order.source,
            recipe: order.recipe,
            dataset: order.dataset.id,
            counts,
            report,
            label: order.label,
            is_recipe_kept: true,
            is_rejected_saved: false,
        }));
        self.state.page = Page::Import;
    }

    pub(super) fn undo_import(&mut self) {
        let label = self.state.import.done.as_ref().map(|done| done.label.clone());
        let undo = self.state.opened.as_ref().and_then(|opened| opened.workspace.undo_label().map(str::to_owned));
        if label.is_some() && label == undo {
            self.undo();
            self.state.import.done = None;
        } else {
            let words = tr(self.state.lang, "importing-undo-not-last");
            self.state.notices.say(Gravity::Caution, words);
        }
    }

    pub(super) fn stop_import_work(&mut self) {
        match &self.state.import.stage {
            Stage::Reading(_) => {
                self.jobs.cancel(JobKind::Review);
                self.import_work_stopped(JobKind::Review);
            }
            Stage::Writing(_, work) | Stage::Adding(_, Some(work)) => work.cancel(),
            Stage::Start | Stage::Review(_) | Stage::Adding(_, None) => {}
        }
    }

    /// Cancels a job from the status bar. An import that is being written is asked to stop and awaited: what it has
    /// committed is never forgotten.
    pub(in crate::app) fn cancel_job(&mut self, kind: JobKind) {
        if let (Stage::Writing(_, work) | Stage::Adding(_, Some(work)), JobKind::Import) =
            (&self.state.import.stage, kind)
        {
            work.cancel();
        } else {
            self.jobs.cancel(kind);
            self.import_work_stopped(kind);
        }
    }

    /// What follows from a job that was cancelled or failed.
    pub(in crate::app) fn import_work_stopped(&mut self, kind: JobKind) {
        match (std::mem::take(&mut self.state.import.stage), kind) {
            (Stage::Reading(_), JobKind::Review) => self.state.import.wish = None,
            (Stage::Writing(review, _), JobKind::Import) => {
                if review.replaces {
                    // The import that was to be replaced comes back.
                    self.redo();
                }
                self.state.import.stage = Stage::Review(review);
            }
            (Stage::Adding(export, _), JobKind::Import) => self.state.import.stage = Stage::Adding(export, None),
            (Stage::Review(mut review), JobKind::Review) => {
                // The choices on screen are tried again when one of them is changed; until then nothing can enter.
                review.is_trying = false;
                if review.tried_number != review.number {
                    review.failed = Some(ImportError::Cancelled);
                }
                self.state.import.stage = Stage::Review(review);
            }
            (stage, _) => self.state.import.stage = stage,
        }
    }
}
