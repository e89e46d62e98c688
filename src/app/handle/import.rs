//! Commands of the import page: looking at a file, changing how it is read, letting its records in.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::App;
use crate::app::command::{Command, Page, PathFor};
use crate::app::dialogs::{Ask, AskKind, DATA_ENDINGS};
use crate::app::import_page::adding;
use crate::app::import_page::command::{ImportCommand, ImportPath};
use crate::app::import_page::look::{self, By, Looked, Origin, PASSES, Wanted};
use crate::app::import_page::recipes;
use crate::app::import_page::state::{Destination, Done, Review, Stage, Work};
use crate::app::import_page::trial::{TrialResult, row_of_number, trial};
use crate::app::import_page::words::import_error;
use crate::app::import_page::write::{Order, Written};
use crate::app::jobs::{JobError, JobKind};
use crate::app::notices::Gravity;
use crate::app::reading::Source;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::recipe::Recipe;
use crate::import::recipe_file;
use crate::text::{Arg, tr, tr_args};
use crate::workspace::WorkspaceError;

impl App {
    /// Runs what the import page asked for.
    pub(in crate::app) fn run_import_command(&mut self, command: ImportCommand) {
        match command {
            ImportCommand::Choose => self.ask_import_path(ImportPath::Data),
            ImportCommand::ChooseFolder => self.ask_import_path(ImportPath::Folder),
            ImportCommand::LookAll(paths) => self.review(Source::Several(paths.into())),
            ImportCommand::Look(source) => self.review(source),
            ImportCommand::AskPaste(frame) => self.state.import.paste_asked = Some(frame),
            ImportCommand::Paste(text) => self.paste(&text),
            ImportCommand::Looked(looked) => self.take_looked(*looked),
            ImportCommand::LookedExport(export) => self.take_export(*export),
            ImportCommand::Added(added) => self.take_added(*added),
            ImportCommand::Stop => self.stop_import_work(),
            ImportCommand::Leave => self.leave_review(),
            ImportCommand::Format(format) => {
                if let Stage::Review(review) = &self.state.import.stage {
                    let by = review.by.clone();
                    self.look_again(Wanted { format: Some(format), by, around: None });
                }
            }
            ImportCommand::ReadBy(by) => self.look_again(Wanted { by, ..Wanted::default() }),
            ImportCommand::Around(choice) => {
                if let Stage::Review(review) = &self.state.import.stage {
                    let by = review.by.clone();
                    self.look_again(Wanted { by, around: Some(choice), ..Wanted::default() });
                }
            }
            ImportCommand::LoadRecipe => self.ask_import_path(ImportPath::LoadRecipe),
            ImportCommand::Row(number) => self.read_row(number),
            ImportCommand::RowRead(raw) => {
                if let Stage::Review(review) = &mut self.state.import.stage {
                    review.fetch(*raw);
                }
            }
            ImportCommand::Tried(number, result) => self.take_trial(number, *result),
            ImportCommand::Accept => self.accept(),
            ImportCommand::Written(written) => self.take_written(*written),
            ImportCommand::SaveRecipe => self.ask_import_path(ImportPath::Recipe),
            ImportCommand::SaveRejected => self.ask_import_path(ImportPath::Rejected),
            ImportCommand::ChooseCorrected => self.ask_import_path(ImportPath::Corrected),
            ImportCommand::Path(purpose, path) => self.import_path_chosen(purpose, path),
            ImportCommand::Saved(purpose, path) => self.import_saved(purpose, &path),
            ImportCommand::Again => self.review_again(),
            ImportCommand::Undo => self.undo_import(),
            ImportCommand::Close => self.state.import.done = None,
            change => self.change_review(change),
        }
    }

    /// Changes to the choices of the review.
    fn change_review(&mut self, change: ImportCommand) {
        let Stage::Review(review) = &mut self.state.import.stage else { return };
        let mut retry = false;
        match change {
            ImportCommand::Column { header, target, on_bad } => {
                review.set_column(&header, &target, on_bad);
                retry = true;
            }
            ImportCommand::KnowsMissing(header, knows) => {
                review.set_knows_missing(&header, knows);
                retry = true;
            }
            ImportCommand::Names(header, names) => {
                review.set_names(&header, names);
                retry = true;
            }
            ImportCommand::Rows(choice) => {
                review.choose_rows(choice);
                retry = true;
            }
            ImportCommand::Decide(header) => {
                review.decide(&header);
                retry = true;
            }
            ImportCommand::Aside(aside) => {
                review.set_aside(aside);
                retry = true;
            }
            ImportCommand::Dataset(rule) => {
                let words = std::mem::replace(&mut review.recipe.dataset, *rule).words;
                if words == review.recipe.dataset.words {
                    review.dataset_given = true;
                } else {
                    // The table of words changes how cells are read, and nothing that is proposed for the dataset.
                    review.changed();
                    retry = true;
                }
            }
            ImportCommand::Propose => {
                review.dataset_given = false;
                review.describe();
            }
            ImportCommand::Name(name) => review.recipe.name = name,
            ImportCommand::Into(destination) => review.destination = destination,
            _ => {}
        }
        if retry {
            self.start_trial();
        }
    }

    /// Looks at a data file and shows its review. Nothing enters before it is accepted.
    pub(in crate::app) fn review(&mut self, source: Source) {
        self.state.page = Page::Import;
        self.start_look(source, Wanted::default());
    }

    fn start_look(&mut self, source: Source, wanted: Wanted) {
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
    fn look_again(&mut self, wanted: Wanted) {
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

    fn take_looked(&mut self, mut looked: Looked) {
        looked.choices.recipe.dataset.speak(self.state.lang);
        let number = self.next_choices();
        let destination = if self.can_take_more() { Destination::Open } else { Destination::New };
        let before = match std::mem::take(&mut self.state.import.stage) {
            Stage::Review(before) => Some(before),
            Stage::Start | Stage::Reading(_) | Stage::Adding(..) | Stage::Writing(..) => None,
        };
        let mut review = Box::new(Review::new(looked, number, destination));
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

    fn next_choices(&mut self) -> u64 {
        self.state.import.choices += 1;
        self.state.import.choices
    }

    /// Whether there is an open workspace that records can be added to.
    fn can_take_more(&self) -> bool {
        self.state.opened.as_ref().is_some_and(|opened| !opened.is_read_only())
    }

    fn start_trial(&mut self) {
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
    fn read_row(&mut self, number: u64) {
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

    fn take_trial(&mut self, number: u64, result: TrialResult) {
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

    fn stop_import_work(&mut self) {
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

    fn leave_review(&mut self) {
        self.jobs.cancel(JobKind::Review);
        self.state.import.stage = Stage::Start;
    }

    fn accept(&mut self) {
        if matches!(self.state.import.stage, Stage::Adding(..)) {
            return self.add_export();
        }
        let Stage::Review(review) = &self.state.import.stage else { return };
        if review.obstacle().is_some() {
            return;
        }
        let work = work_of(&review.source, 1);
        let order = Order::of(review, work.clone(), self.state.lang);
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
    fn take_back(&mut self) {
        let label = self.state.import.done.as_ref().map(|done| done.label.clone());
        let Some(opened) = &mut self.state.opened else { return };
        if opened.workspace.undo_label() == label.as_deref()
            && let Err(error) = opened.workspace.undo()
        {
            self.say_error(&error);
        }
    }

    fn take_written(&mut self, written: Written) {
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
                .and_then(|()| current.refresh(crate::app::clock::today()));
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

    fn review_again(&mut self) {
        let Some(done) = &self.state.import.done else { return };
        let (source, recipe) = (done.source.clone(), done.recipe.clone());
        let is_open = self.state.opened.as_ref().is_some_and(|opened| opened.number == done.opening);
        self.state.page = Page::Import;
        if is_open {
            self.state.import.wish = Some(crate::app::import_page::state::Wish { replaces: true, correction_of: None });
        }
        self.start_look(source, Wanted { by: By::again(recipe), ..Wanted::default() });
    }

    fn undo_import(&mut self) {
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

    fn ask_import_path(&mut self, purpose: ImportPath) {
        let lang = self.state.lang;
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let data = (tr(lang, "app-files-data"), own(&DATA_ENDINGS));
        let (kind, filters) = match purpose {
            ImportPath::Data => (AskKind::OpenSeveral, vec![data]),
            ImportPath::Folder => (AskKind::OpenFolder, Vec::new()),
            ImportPath::Corrected => (AskKind::Open, vec![data]),
            ImportPath::LoadRecipe => (AskKind::Open, vec![(tr(lang, "importing-files-recipe"), own(&["json"]))]),
            ImportPath::Recipe => {
                let Stage::Review(review) = &self.state.import.stage else { return };
                let name = format!("{}.json", super::workspace::file_safe(&review.recipe.name));
                (AskKind::Save(name), vec![(tr(lang, "importing-files-recipe"), own(&["json"]))])
            }
            ImportPath::Rejected => {
                let Some(done) = &self.state.import.done else { return };
                let is_object = done.report.delimiter.is_none();
                let ending = if is_object { "json" } else { "csv" };
                let stem = crate::app::opened::stem(std::path::Path::new(done.source.name().as_ref()));
                let name = tr_args(lang, "importing-rejected-name", &[("name", Arg::Text(stem))]);
                (AskKind::Save(format!("{name}.{ending}")), vec![(tr(lang, "app-files-data"), own(&[ending]))])
            }
        };
        self.ask_path(Ask { then: PathFor::Import(purpose), kind, filters });
    }

    fn import_path_chosen(&mut self, purpose: ImportPath, path: PathBuf) {
        match purpose {
            ImportPath::Data | ImportPath::Folder => match self.state.opened {
                Some(_) => self.review(Source::File(path)),
                None => self.commands.send(Command::Open(path)),
            },
            ImportPath::Corrected => self.review_corrected(path),
            ImportPath::LoadRecipe => self.load_recipe(&path),
            ImportPath::Recipe => {
                let Stage::Review(review) = &self.state.import.stage else { return };
                let recipe = recipe_file::for_keeping(&review.recipe);
                self.write_import_file(purpose, path, move || Ok(recipe_file::document(&recipe)?));
            }
            ImportPath::Rejected => {
                let Some(done) = &self.state.import.done else { return };
                let report = Arc::clone(&done.report);
                let bytes = move || Ok(report.rejected_file().map(|file| file.bytes).unwrap_or_default());
                self.write_import_file(purpose, path, bytes);
            }
        }
    }

    /// Reads the file of the review by a recipe from a file.
    fn load_recipe(&mut self, path: &std::path::Path) {
        let what = match recipes::read(path) {
            Ok(recipe) => {
                let origin = Origin::Loaded(recipe.name.clone());
                return self.look_again(Wanted { by: By::Recipe(Box::new(recipe), origin), ..Wanted::default() });
            }
            Err(what) => what,
        };
        let args = [("what", Arg::Text(what)), ("path", Arg::Text(path.display().to_string()))];
        let words = tr_args(self.state.lang, "importing-recipe-unreadable", &args);
        self.state.notices.say(Gravity::Failure, words);
    }

    fn review_corrected(&mut self, path: PathBuf) {
        let Some(done) = &self.state.import.done else { return };
        let recipe = done.recipe.clone();
        let opened = self.state.opened.as_ref().filter(|opened| opened.number == done.opening);
        let dataset = opened.and_then(|opened| opened.dataset(done.dataset).cloned());
        if let Some(dataset) = dataset {
            let correction_of = Some(Box::new(dataset));
            self.state.import.wish = Some(crate::app::import_page::state::Wish { replaces: false, correction_of });
        }
        self.state.page = Page::Import;
        self.start_look(Source::File(path), Wanted { by: By::again(recipe), ..Wanted::default() });
    }

    fn write_import_file(
        &mut self,
        purpose: ImportPath,
        path: PathBuf,
        bytes: impl FnOnce() -> std::io::Result<Vec<u8>> + Send + 'static,
    ) {
        let lang = self.state.lang;
        let words = tr(lang, "importing-job-save");
        let started = self.jobs.start(JobKind::Export, words, move |_| {
            let written = bytes().and_then(|bytes| std::fs::write(&path, bytes));
            match written {
                Ok(()) => Ok(Command::Import(ImportCommand::Saved(purpose, path))),
                Err(error) => Err(JobError::Failed(WorkspaceError::from_io(&error, &path).sentence(lang))),
            }
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    fn import_saved(&mut self, purpose: ImportPath, path: &std::path::Path) {
        if let (ImportPath::Rejected, Some(done)) = (purpose, &mut self.state.import.done) {
            done.is_rejected_saved = true;
        }
        let path = Arg::Text(path.display().to_string());
        let words = tr_args(self.state.lang, "importing-saved", &[("path", path)]);
        self.state.notices.say(Gravity::Information, words);
    }
}

pub(super) fn work_of(source: &Source, passes: usize) -> Work {
    Work {
        name: source.name().into_owned(),
        size: source.size().unwrap_or(0),
        passes: (0..passes).map(|_| Progress::default()).collect(),
    }
}
