//! Commands of the import page: what was asked of it, and the choices of the review.

mod files;
mod looking;
mod writing;

use crate::app::App;
use crate::app::import_page::command::{ImportCommand, ImportPath};
use crate::app::import_page::look::Wanted;
use crate::app::import_page::state::{Stage, Work};
use crate::app::reading::Source;
use crate::import::progress::Progress;

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
}

/// What is said of reading a source this many times.
pub(super) fn work_of(source: &Source, passes: usize) -> Work {
    Work {
        name: source.name().into_owned(),
        size: source.size().unwrap_or(0),
        passes: (0..passes).map(|_| Progress::default()).collect(),
    }
}
