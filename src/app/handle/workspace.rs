//! The life of a workspace: opened, edited, saved elsewhere, closed.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::briefings::command::ExportCommand;
use crate::app::clock;
use crate::app::command::{Command, OpenedFile, Page, PathFor, Sample};
use crate::app::dialogs::{Ask, AskKind, DATA_ENDINGS};
use crate::app::import_page::ImportCommand;
use crate::app::import_page::state::Done;
use crate::app::jobs::{JobError, JobHandle, JobKind, JobResult};
use crate::app::notices::{Gravity, Offer, OfferKind};
use crate::app::opened::{Opened, unnamed_folder};
use crate::app::reading::{Source, open_data, opening_words};
use crate::frame::Revision;
use crate::text::{Arg, tr, tr_args};
use crate::workspace::copies::CopyKind;
use crate::workspace::edit::EditBatch;
use crate::workspace::{Workspace, WorkspaceError};

/// How every SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

impl App {
    pub(super) fn open_dialog(&mut self) {
        let lang = self.state.lang;
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
        let filters = vec![
            (tr(lang, "app-files-all"), [own(&["vigie"]), own(&DATA_ENDINGS)].concat()),
            (tr(lang, "app-files-workspace"), own(&["vigie"])),
            (tr(lang, "app-files-data"), own(&DATA_ENDINGS)),
        ];
        self.ask_path(Ask { then: PathFor::Open, kind: AskKind::OpenSeveral, filters });
    }

    pub(super) fn save_as_dialog(&mut self) {
        self.ask_workspace_path(PathFor::SaveAs);
    }

    pub(super) fn save_copy_dialog(&mut self) {
        self.ask_workspace_path(PathFor::SaveCopy);
    }

    fn ask_workspace_path(&mut self, then: PathFor) {
        let Some(opened) = &self.state.opened else {
            let words = tr(self.state.lang, "app-nothing-to-save");
            return self.state.notices.say(Gravity::Information, words);
        };
        let name = format!("{}.vigie", file_safe(&opened.title()));
        let filters = vec![(tr(self.state.lang, "app-files-workspace"), vec!["vigie".to_owned()])];
        self.ask_path(Ask { then, kind: AskKind::Save(name), filters });
    }

    pub(super) fn path_chosen(&mut self, purpose: PathFor, path: PathBuf) {
        self.state.path_wanted = None;
        match purpose {
            PathFor::Open => self.open(path),
            PathFor::SaveAs => self.save_as(path),
            PathFor::SaveCopy => self.save_copy(&path),
            PathFor::Import(purpose) => self.commands.send(Command::Import(ImportCommand::Path(purpose, path))),
            PathFor::Figure(which, format) => self.save_figure(which, format, path),
            PathFor::Report => self.write_report(path),
            PathFor::Company => self.run_export_command(ExportCommand::Company(Some(path))),
        }
    }

    /// Copies the workspace on a thread; [`Self::saved_as`] then goes on with the copy.
    fn save_as(&mut self, path: PathBuf) {
        if self.view_unsaved_since.is_some() {
            self.save_view();
        }
        let Some(opened) = &self.state.opened else { return };
        let (number, revision) = (opened.number, opened.workspace.revision());
        self.start_copy(&path.clone(), CopyKind::Whole, move || Command::SavedAs { path, number, revision });
    }

    fn save_copy(&mut self, path: &Path) {
        let written = [("path", Arg::Text(path.display().to_string()))];
        let words = tr_args(self.state.lang, "app-saved-copy", &written);
        self.start_copy(path, CopyKind::WithoutHistory, move || Command::Say(words));
    }

    fn start_copy(&mut self, path: &Path, kind: CopyKind, done: impl FnOnce() -> Command + Send + 'static) {
        let Some(opened) = &self.state.opened else { return };
        let lang = self.state.lang;
        match opened.workspace.copy_job(path, kind) {
            Ok(copy) => {
                let started = self.jobs.start(JobKind::Save, tr(lang, "app-job-saving"), move |_| {
                    copy.run().map_err(|error| JobError::Failed(error.sentence(lang)))?;
                    Ok(done())
                });
                if let Err(why) = started {
                    self.say_not_started(why);
                }
            }
            Err(error) => self.say_error(&error),
        }
    }

    /// Goes on with a copy that was made, unless something was changed meanwhile: then it is made again.
    pub(super) fn saved_as(&mut self, path: PathBuf, number: u64, revision: Revision) {
        let Some(opened) = self.state.opened.as_mut().filter(|opened| opened.number == number) else { return };
        if opened.workspace.revision() != revision {
            return self.save_as(path);
        }
        match opened.workspace.go_on_with(&path) {
            Ok(()) => {
                opened.is_named = true;
                self.state.settings.remember(&path);
                self.save_settings();
                let words = [("path", Arg::Text(path.display().to_string()))];
                self.state.notices.say(Gravity::Information, tr_args(self.state.lang, "app-saved-as", &words));
            }
            Err(error) => self.say_error(&error),
        }
    }

    /// Opens a file: a workspace directly, data through its recipe or the review.
    pub(super) fn open(&mut self, path: PathBuf) {
        let lang = self.state.lang;
        let data = self.state.folders.data.clone();
        let source = Source::File(path.clone());
        let kept = self.kept_recipes();
        self.start_opening(opening_words(lang, &source), move |handle| {
            let begins = first_bytes(&path).map_err(|error| {
                let sentence = WorkspaceError::from_io(&error, &path).sentence(lang);
                JobError::Failed(sentence)
            })?;
            if begins != SQLITE {
                return open_data(&source, &kept, &data, lang, handle);
            }
            let is_named = !path.starts_with(unnamed_folder(&data));
            let workspace = if is_named { Workspace::open(&path) } else { Workspace::open_found(&path) };
            let workspace = workspace.map_err(|error| JobError::Failed(error.sentence(lang)))?;
            let source = is_named.then_some(path);
            Ok(Command::Opened(Box::new(OpenedFile {
                workspace,
                is_named,
                source,
                read_from: None,
                notice: None,
                done: None,
            })))
        });
    }

    pub(super) fn open_sample(&mut self, sample: Sample) {
        let lang = self.state.lang;
        let data = self.state.folders.data.clone();
        let source = Source::Sample(sample);
        let kept = self.kept_recipes();
        self.start_opening(opening_words(lang, &source), move |handle| open_data(&source, &kept, &data, lang, handle));
    }

    fn start_opening(&mut self, words: String, work: impl FnOnce(&JobHandle) -> JobResult + Send + 'static) {
        if let Err(why) = self.jobs.start(JobKind::Open, words, work) {
            self.say_not_started(why);
        }
    }

    /// Takes a file that a job opened into use; the one before is closed.
    pub(super) fn take_opened(&mut self, file: OpenedFile) {
        let OpenedFile { workspace, is_named, source, read_from, notice, done } = file;
        self.openings += 1;
        match Opened::new(workspace, self.openings, is_named, clock::today()) {
            Ok(mut opened) => {
                opened.read_from = read_from;
                let can_be_reviewed = done.is_some();
                self.keep_typed();
                self.close_workspace();
                self.state.opened = Some(opened);
                self.state.listing = None;
                self.jobs.cancel(JobKind::Behind);
                self.state.page = Page::Overview;
                self.state.import.done = done.map(|done| Box::new(Done { opening: self.openings, ..*done }));
                if let Some(source) = source {
                    self.state.settings.remember(&source);
                    self.save_settings();
                }
                if let Some(words) = notice {
                    let offer = Offer { words: tr(self.state.lang, "app-offer-review"), what: OfferKind::Review };
                    let offer = can_be_reviewed.then_some(offer);
                    self.state.notices.say_with(Gravity::Information, words, offer);
                }
            }
            Err(error) => self.say_error(&error),
        }
    }

    pub(super) fn new_record(&mut self) {
        if self.state.opened.is_none() {
            match self.fresh_workspace() {
                Ok(opened) => self.state.opened = Some(opened),
                Err(error) => return self.say_error(&error),
            }
        }
        self.state.page = Page::Records;
        self.pages.records.want_new();
    }

    /// An empty unnamed workspace in the data folder.
    fn fresh_workspace(&mut self) -> Result<Opened, WorkspaceError> {
        let folder = unnamed_folder(&self.state.folders.data);
        self.openings += 1;
        Opened::new(Workspace::create_unnamed(&folder)?, self.openings, false, clock::today())
    }

    /// Makes an edit: on disk before the window shows it.
    pub(super) fn edit(&mut self, batch: &EditBatch) {
        let Some(opened) = &mut self.state.opened else { return };
        let result = opened.workspace.apply(batch, clock::now()).and_then(|_| opened.refresh(clock::today()));
        if let Err(error) = result {
            self.say_error(&error);
        }
    }

    pub(super) fn undo(&mut self) {
        self.step(Workspace::undo, "app-undone", "app-nothing-to-undo");
    }

    pub(super) fn redo(&mut self) {
        self.step(Workspace::redo, "app-redone", "app-nothing-to-redo");
    }

    fn step(
        &mut self,
        way: fn(&mut Workspace) -> crate::workspace::Result<Option<crate::workspace::history::Stepped>>,
        done_key: &str,
        nothing_key: &str,
    ) {
        let lang = self.state.lang;
        let Some(opened) = &mut self.state.opened else { return };
        let stepped = way(&mut opened.workspace);
        let result = stepped.and_then(|stepped| opened.refresh(clock::today()).map(|()| stepped));
        match result {
            Ok(Some(stepped)) => {
                let words = tr_args(lang, done_key, &[("label", Arg::Text(stepped.label))]);
                self.state.notices.say(Gravity::Information, words);
            }
            Ok(None) => self.state.notices.say(Gravity::Information, tr(lang, nothing_key)),
            Err(error) => self.say_error(&error),
        }
    }

    /// Says what the workspace could not do.
    pub(super) fn say_error(&mut self, error: &WorkspaceError) {
        let words = error.sentence(self.state.lang);
        self.state.notices.say(Gravity::Failure, words);
    }

    /// Notes that the view is to be kept in the file before long.
    pub(super) fn view_changed(&mut self) {
        self.view_unsaved_since.get_or_insert_with(std::time::Instant::now);
    }

    /// Keeps the view in the file.
    pub(in crate::app) fn save_view(&mut self) {
        self.view_unsaved_since = None;
        if let Some(opened) = &mut self.state.opened
            && let Err(error) = opened.save_view()
        {
            self.say_error(&error);
        }
    }

    /// Closes the open workspace, if there is one.
    pub(in crate::app) fn close_workspace(&mut self) {
        if self.view_unsaved_since.is_some() {
            self.save_view();
        }
        if let Some(opened) = self.state.opened.take() {
            let can_be_read_again = opened.can_be_read_again();
            let workspace = opened.workspace;
            let closed = if can_be_read_again { workspace.discard() } else { workspace.close() };
            if let Err(error) = closed {
                self.say_error(&error);
            }
        }
    }
}

fn first_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let mut begins = Vec::with_capacity(SQLITE.len());
    if path.is_dir() {
        // A folder of data files is no workspace.
        return Ok(begins);
    }
    std::fs::File::open(path)?.take(SQLITE.len() as u64).read_to_end(&mut begins)?;
    Ok(begins)
}

/// A title as a file name that every system accepts.
pub fn file_safe(title: &str) -> String {
    let kept: String = title
        .chars()
        .map(|letter| if letter.is_alphanumeric() || " -_.,()".contains(letter) { letter } else { '-' })
        .take(80)
        .collect();
    let kept = kept.trim_matches(['.', ' ', '-']).to_owned();
    if kept.is_empty() { "vigie".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::file_safe;

    #[test]
    fn a_title_becomes_a_file_name() {
        for (title, name) in [
            ("Washington notices", "Washington notices"),
            ("a/b\\c:d*e?", "a-b-c-d-e"),
            ("…", "vigie"),
            ("", "vigie"),
            ("Été 2024", "Été 2024"),
        ] {
            assert_eq!(file_safe(title), name);
        }
    }
}
