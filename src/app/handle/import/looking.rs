//! Looking at a file: its review, trying the choices of the review on it, reading one row again.

use crate::app::App;
use crate::app::clock;
use crate::app::command::{Command, Page};
use crate::app::handle::import::work_of;
use crate::app::import_page::adding;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::look::{self, By, Looked, PASSES, Wanted};
use crate::app::import_page::recipes;
use crate::app::import_page::state::{Destination, Review, Stage, Wish};
use crate::app::import_page::trial::{TrialResult, row_of_number, trial};
use crate::app::import_page::words::import_error;
use crate::app::jobs::{JobError, JobKind};
use crate::app::reading::Source;
use crate::import::error::ImportError;
use crate::import::recipe::Recipe;
use crate::text::{Arg, tr_args};

impl App {
    /// Looks at a data file and shows its review. Nothing enters before it is accepted.
    pub(in crate::app) fn review(&mut self, source: Source) {
        self.state.page = Page::Import;
        self.start_look(source, Wanted::default());
    }

    pub(super) fn start_look(&mut self, source: Source, wanted: Wanted) {
        let work = work_of(&source, PASSES);
        let words = tr_args(self.state.lang, "importing-job-look", &[("name", Arg::Text(work.name.clone()))]);
        let kept = self.kept_recipes();
        let lang = self.state.lang;
        let own = work.clone();
        // An export of Vigie's own is compared with what is there.
        let reader = self.state.opened.as_ref().filter(|opened| !opened.is_read_only());
        let reader = reader.and_then(|opened| opened.workspace.reader().ok());
        let started = self.jobs.start(JobKind::Review, words, move |handle| {
            let looked = look::look(&source, &wanted, &kept, &own, handle);
            if let (Err(ImportError::Workspace), Some(reader)) = (&looked, &reader)
                && let Ok(export) = adding::look(source, reader, &own, handle)
            {
                return Ok(Command::Import(ImportCommand::LookedExport(Box::new(export))));
            }
            match looked {
                Ok(looked) => Ok(Command::Import(ImportCommand::Looked(Box::new(looked)))),
                Err(ImportError::Cancelled) => Err(JobError::Cancelled),
                Err(error) => Err(JobError::Failed(import_error(lang, &error))),
            }
        });
        match started {
            Ok(()) => match &mut self.state.import.stage {
                Stage::Review(review) => review.is_trying = true,
                stage => *stage = Stage::Reading(work),
            },
            Err(why) => self.say_not_started(why),
        }
    }

    /// Reads the file of the review in another way; the review stays on screen meanwhile.
    pub(super) fn look_again(&mut self, wanted: Wanted) {
        if let Stage::Review(review) = &self.state.import.stage {
            let source = review.source.clone();
            self.start_look(source, wanted);
        }
    }

    /// Recipes that were accepted before: in the settings folder and in the open workspace.
    pub(in crate::app) fn kept_recipes(&self) -> Vec<Recipe> {
        let mut kept = recipes::load(&self.state.folders);
        if let Some(opened) = &self.state.opened {
            let more: Vec<Recipe> = opened.workspace.recipes().unwrap_or_default();
            kept.extend(
                more.into_iter()
                    .filter(|recipe| {
                        // The settings folder has the latest word.
                        !kept.iter().any(|known| recipes::same_headers(known, recipe))
                    })
                    .collect::<Vec<_>>(),
            );
        }
        kept
    }

    pub(super) fn take_looked(&mut self, mut looked: Looked) {
        looked.choices.recipe.dataset.speak(self.state.lang);
        let number = self.next_choices();
        let destination = if self.can_take_more() { Destination::Open } else { Destination::New };
        let before = match std::mem::take(&mut self.state.import.stage) {
            Stage::Review(before) => Some(before),
            Stage::Start | Stage::Reading(_) | Stage::Adding(..) | Stage::Writing(..) => None,
        };
        let mut review = Box::new(Review::new(looked, number, destination));
        let datasets = self.state.opened.as_ref().map(|opened| opened.datasets.as_slice()).unwrap_or_default();
        if let Some(dataset) = review.edition_of(datasets, clock::today()).filter(|_| destination == Destination::Open)
        {
            review.destination = Destination::Edition(dataset.id);
        }
        if let Some(before) = before {
            review.destination = before.destination;
            review.replaces = before.replaces;
            review.correction_of = before.correction_of;
        }
        if let Some(wish) = self.state.import.wish.take() {
            review.replaces = wish.replaces;
            review.correction_of = wish.correction_of;
            review.destination = Destination::Open;
        }
        self.state.import.stage = Stage::Review(review);
    }

    pub(super) fn next_choices(&mut self) -> u64 {
        self.state.import.choices += 1;
        self.state.import.choices
    }

    /// Whether there is an open workspace that records can be added to.
    pub(super) fn can_take_more(&self) -> bool {
        self.state.opened.as_ref().is_some_and(|opened| !opened.is_read_only())
    }

    pub(super) fn start_trial(&mut self) {
        let number = self.next_choices();
        let Stage::Review(review) = &mut self.state.import.stage else { return };
        review.number = number;
        review.is_trying = true;
        let (source, headers, recipe) = (review.source.clone(), review.headers.clone(), review.tried());
        let work = work_of(&source, 1);
        let words = tr_args(self.state.lang, "importing-job-try", &[("name", Arg::Text(work.name.clone()))]);
        let started = self.jobs.start(JobKind::Review, words, move |handle| {
            let watch = work.watch(&source, handle);
            let result = trial(&mut || watch.reader(0), &headers, &recipe, &watch.progress(0));
            match result {
                Err(ImportError::Cancelled) => Err(JobError::Cancelled),
                result => Ok(Command::Import(ImportCommand::Tried(number, Box::new(result)))),
            }
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    /// Reads one row of the file again, to show it.
    pub(super) fn read_row(&mut self, number: u64) {
        let Stage::Review(review) = &self.state.import.stage else { return };
        let (source, format) = (review.source.clone(), review.recipe.shape.format.clone());
        let lang = self.state.lang;
        let work = work_of(&source, 1);
        let started = self.jobs.start(JobKind::Row, String::new(), move |handle| {
            let watch = work.watch(&source, handle);
            let row = watch
                .reader(0)
                .map_err(ImportError::from)
                .and_then(|mut reader| row_of_number(&mut reader, &format, number, &watch.progress(0)));
            match row {
                Ok(Some(raw)) => Ok(Command::Import(ImportCommand::RowRead(Box::new(raw)))),
                Ok(None) | Err(ImportError::Cancelled) => Err(JobError::Cancelled),
                Err(error) => Err(JobError::Failed(import_error(lang, &error))),
            }
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    pub(super) fn take_trial(&mut self, number: u64, result: TrialResult) {
        let Stage::Review(review) = &mut self.state.import.stage else { return };
        if review.number != number {
            return;
        }
        review.is_trying = false;
        review.tried_number = number;
        match result {
            Ok(trial) => {
                review.trial = Some(trial);
                review.failed = None;
            }
            Err(error) => review.failed = Some(error),
        }
    }

    pub(super) fn leave_review(&mut self) {
        self.jobs.cancel(JobKind::Review);
        self.state.import.stage = Stage::Start;
    }

    pub(super) fn review_again(&mut self) {
        let Some(done) = &self.state.import.done else { return };
        let (source, recipe) = (done.source.clone(), done.recipe.clone());
        let is_open = self.state.opened.as_ref().is_some_and(|opened| opened.number == done.opening);
        self.state.page = Page::Import;
        if is_open {
            self.state.import.wish = Some(Wish { replaces: true, correction_of: None });
        }
        self.start_look(source, Wanted { by: By::again(recipe), ..Wanted::default() });
    }
}
