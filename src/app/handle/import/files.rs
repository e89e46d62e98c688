//! The files around an import: which one to read, recipes, corrected and rejected rows.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::App;
use crate::app::command::{Command, Page, PathFor};
use crate::app::dialogs::{Ask, AskKind, DATA_ENDINGS};
use crate::app::handle::workspace::file_safe;
use crate::app::import_page::command::{ImportCommand, ImportPath};
use crate::app::import_page::look::{By, Origin, Wanted};
use crate::app::import_page::recipes;
use crate::app::import_page::state::{Stage, Wish};
use crate::app::jobs::{JobError, JobKind};
use crate::app::notices::Gravity;
use crate::app::opened::stem;
use crate::app::reading::Source;
use crate::import::recipe_file;
use crate::text::{Arg, tr, tr_args};
use crate::workspace::WorkspaceError;

impl App {
    pub(super) fn ask_import_path(&mut self, purpose: ImportPath) {
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
                let name = format!("{}.json", file_safe(&review.recipe.name));
                (AskKind::Save(name), vec![(tr(lang, "importing-files-recipe"), own(&["json"]))])
            }
            ImportPath::Rejected => {
                let Some(done) = &self.state.import.done else { return };
                let is_object = done.report.delimiter.is_none();
                let ending = if is_object { "json" } else { "csv" };
                let title = stem(Path::new(done.source.name().as_ref()));
                let name = tr_args(lang, "importing-rejected-name", &[("name", Arg::Text(title))]);
                (AskKind::Save(format!("{name}.{ending}")), vec![(tr(lang, "app-files-data"), own(&[ending]))])
            }
        };
        self.ask_path(Ask { then: PathFor::Import(purpose), kind, filters });
    }

    pub(super) fn import_path_chosen(&mut self, purpose: ImportPath, path: PathBuf) {
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
    pub(super) fn load_recipe(&mut self, path: &Path) {
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

    pub(super) fn review_corrected(&mut self, path: PathBuf) {
        let Some(done) = &self.state.import.done else { return };
        let recipe = done.recipe.clone();
        let opened = self.state.opened.as_ref().filter(|opened| opened.number == done.opening);
        let dataset = opened.and_then(|opened| opened.dataset(done.dataset).cloned());
        if let Some(dataset) = dataset {
            let correction_of = Some(Box::new(dataset));
            self.state.import.wish = Some(Wish { replaces: false, correction_of });
        }
        self.state.page = Page::Import;
        self.start_look(Source::File(path), Wanted { by: By::again(recipe), ..Wanted::default() });
    }

    pub(super) fn write_import_file(
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

    pub(super) fn import_saved(&mut self, purpose: ImportPath, path: &Path) {
        if let (ImportPath::Rejected, Some(done)) = (purpose, &mut self.state.import.done) {
            done.is_rejected_saved = true;
        }
        let path = Arg::Text(path.display().to_string());
        let words = tr_args(self.state.lang, "importing-saved", &[("path", path)]);
        self.state.notices.say(Gravity::Information, words);
    }
}
