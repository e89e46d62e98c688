//! Running commands: one function a command, one file an area.

mod adding;
mod briefing;
mod bring;
mod brush;
mod facts;
mod charts;
mod figure;
mod import;
mod look;
mod notes;
mod question;
mod present;
mod records;
mod report;
mod select;
mod views;
pub(super) mod workspace;

use eframe::egui;

use crate::app::App;
use crate::app::command::{Command, Page};
use crate::app::jobs::{JobError, JobKind, JobResult, NotStarted};
use crate::app::notices::Gravity;
use crate::app::shortcuts::Action;
use crate::text::tr;

impl App {
    pub(super) fn run_command(&mut self, ctx: &egui::Context, command: Command) {
        let would_lose_a_draft = matches!(command, Command::Quit | Command::Opened(_));
        let held = if would_lose_a_draft { self.pages.records.hold(command) } else { Some(command) };
        let Some(command) = held else {
            self.go(ctx, Page::Records);
            return;
        };
        match command {
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Go(page) => self.go(ctx, page),
            Command::Act(action) => self.act(ctx, action),
            Command::Theme(choice) => self.choose_theme(ctx, choice),
            Command::Language(lang) => self.choose_language(lang),
            Command::Zoom(zoom) => self.zoom(ctx, zoom),
            Command::ToggleHelp => self.state.help_open = !self.state.help_open,
            Command::CloseNotice(number) => self.state.notices.close(number),
            Command::ToggleNotices => self.state.notices_open = !self.state.notices_open,
            Command::Cancel(kind) => self.cancel_job(kind),
            Command::Filter(change) => self.change_filter(change),
            Command::Ask(change) => self.change_question(change),
            Command::Views(command) => self.run_views_command(command),
            Command::Query(command) => self.run_query_command(command),
            Command::Selected(selected) => self.derived.take(*selected),
            Command::CountWords(field, find) => self.count_words(&field, &find),
            Command::WordsCounted(words) => self.derived.take_words(*words),
            Command::Answered(answer) => self.answers.take(*answer),
            Command::Mark(command) => self.run_mark_command(command),
            Command::ListBehind(key, words) => self.list_behind(key, words),
            Command::FigureDrawn(answer) => self.figures.take(*answer),
            Command::Charts(command) => self.run_charts_command(ctx, command),
            Command::Objections(command) => self.objections.run(command, self.state.page),
            Command::CopyFigure(which) => self.copy_figure(which),
            Command::CopyNumbers(which) => self.copy_numbers(ctx, which),
            Command::CopyImage(image) => self.copy_image(ctx, &image),
            Command::SaveFigureDialog(which, format) => self.save_figure_dialog(which, format),
            Command::Say(words) => self.state.notices.say(Gravity::Information, words),
            Command::Written(path, words) => self.state.notices.say_written(words, path),
            Command::OpenOutside(path) => self.open_outside(path),
            Command::List(listing) => {
                self.state.listing = Some(listing);
                self.state.page = Page::Records;
            }
            Command::LeaveList => {
                if let Some(listing) = self.state.listing.take() {
                    self.state.page = listing.from;
                }
            }
            Command::OpenDialog => self.open_dialog(),
            Command::Open(path) => self.open(path),
            Command::OpenSample(sample) => self.open_sample(sample),
            Command::Review(source) => self.review(source),
            Command::Opened(file) => self.take_opened(*file),
            Command::SavedAs { path, number, revision } => self.saved_as(path, number, revision),
            Command::Noted(notes) => self.state.notes = Some(notes),
            Command::ListNotes => self.list_notes(),
            Command::LeftBehind(found) => self.state.left_behind = found,
            Command::SaveAsDialog => self.save_as_dialog(),
            Command::SaveCopyDialog => self.save_copy_dialog(),
            Command::PathChosen(purpose, path) => self.path_chosen(purpose, path),
            Command::TypePath(purpose, kind) => self.state.path_wanted = Some((purpose, kind)),
            Command::DropPath => self.state.path_wanted = None,
            Command::NewRecord => self.new_record(),
            Command::Edit(batch) => self.edit(&batch),
            Command::ChangeDataset(dataset) => self.change_dataset(*dataset),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Records(command) => self.run_records_command(ctx, command),
            Command::Import(command) => self.run_import_command(command),
            Command::Briefings(command) => self.run_briefings_command(ctx, command),
        }
    }

    fn go(&mut self, ctx: &egui::Context, page: Page) {
        egui::Popup::close_all(ctx);
        // The place in the rail leads from a figure back to the gallery.
        if page == Page::Charts
            && self.state.page == page
            && let Some(opened) = &mut self.state.opened
        {
            opened.charts.show(None);
        }
        self.state.page = page;
        self.state.listing = None;
        // A list that was asked for must not take the reader away again.
        self.jobs.cancel(JobKind::Behind);
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Go(page) => self.go(ctx, page),
            Action::ZoomIn => self.zoom(ctx, self.state.settings.zoom + 0.1),
            Action::ZoomOut => self.zoom(ctx, self.state.settings.zoom - 0.1),
            Action::ZoomReset => self.zoom(ctx, 1.0),
            Action::Help => self.state.help_open = !self.state.help_open,
            Action::Undo if self.state.page == Page::Briefings => self.step_briefings(true),
            Action::Redo if self.state.page == Page::Briefings => self.step_briefings(false),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Open => self.open_dialog(),
            Action::SaveAs => self.save_as_dialog(),
            Action::NewRecord => self.new_record(),
            Action::Find => self.state.find_asked += 1,
        }
    }

    pub(super) fn job_ended(&mut self, kind: JobKind, result: JobResult) {
        match result {
            Ok(command) => self.commands.send(command),
            Err(JobError::Cancelled) => self.import_work_stopped(kind),
            Err(JobError::Failed(words)) => {
                self.job_failed(kind);
                self.state.notices.say(Gravity::Failure, words);
            }
            Err(JobError::NoThread) => self.not_started(kind, NotStarted::NoThread),
        }
    }

    /// What a job was to bring is not waited for any more.
    fn job_failed(&mut self, kind: JobKind) {
        match kind {
            JobKind::Select => self.derived.failed(),
            JobKind::Words => self.derived.words_failed(),
            JobKind::Propose => self.pages.top_bar.query().proposals().failed(),
            JobKind::LookUp => self.pages.top_bar.query().lost_failed(),
            JobKind::Answer => self.answers.failed(),
            JobKind::Figure => self.figures.failed(),
            JobKind::Objections => self.objections.give_up(),
            JobKind::Briefing => self.decks.give_up(),
            JobKind::Paint => self.pictures.give_up(),
            JobKind::Sort => self.pages.records.order_failed(),
            _ => {}
        }
        self.import_work_stopped(kind);
    }

    /// A job whose result is waited for was not started.
    pub(super) fn not_started(&mut self, kind: JobKind, why: NotStarted) {
        self.job_failed(kind);
        self.say_not_started(why);
    }

    /// Says why a job was not started.
    pub(super) fn say_not_started(&mut self, why: NotStarted) {
        let key = match why {
            NotStarted::Busy => "app-job-busy",
            NotStarted::NoThread => "app-job-no-thread",
        };
        let words = tr(self.state.lang, key);
        self.state.notices.say(Gravity::Caution, words);
    }
}
