//! The window: what the analyst does, turned into commands, and what the program knows, turned into pictures.
//!
//! `logic` runs commands and takes the results of jobs; `ui` only draws and sends commands. Nothing here computes a
//! figure: figures come from `chart/`, computed on a thread and kept by (revision, question).

pub mod answers;
pub mod briefings;
pub mod awaited;
pub mod brushes;
pub mod charts_page;
pub mod clock;
pub mod command;
pub mod derived;
pub mod dialogs;
pub mod handle;
pub mod icons;
pub mod import_page;
pub mod jobs;
pub mod launch;
pub mod listing;
pub mod notices;
pub mod objections;
pub mod opened;
pub mod outside;
pub mod overlays;
pub mod overview;
pub mod plot;
pub mod rail;
pub mod reading;
pub mod records;
pub mod settings;
pub mod settings_page;
pub mod shortcuts;
pub mod state;
pub mod status_bar;
pub mod theme;
pub mod top_bar;
pub mod view;
pub mod watching;
pub mod within;
pub mod welcome;
pub mod widgets;

use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use eframe::egui;

pub use launch::{AppError, run};

use answers::Answers;
use briefings::BriefingsPage;
use briefings::decks::Decks;
use briefings::pictures::Pictures;
use charts_page::ChartsPage;
use charts_page::answers::Figures;
use command::{Command, CommandSender, Page};
use derived::Derived;
use import_page::ImportPage;
use jobs::{JobKind, Jobs};
use objections::Objections;
use overlays::Overlays;
use overview::OverviewPage;
use records::RecordsPage;
use settings::Folders;
use settings_page::SettingsPage;
use state::State;
use top_bar::TopBar;
use view::View;
use widgets::page;

use crate::workspace::Workspace;

/// How long the view rests before it is kept in the file.
const VIEW_RESTS: Duration = Duration::from_millis(1500);

/// The program behind the window.
pub struct App {
    state: State,
    derived: Derived,
    answers: Answers,
    figures: Figures,
    objections: Objections,
    decks: Decks,
    pictures: Pictures,
    jobs: Jobs,
    commands: CommandSender,
    received: Receiver<Command>,
    pages: Pages,
    /// How many workspaces were opened in this run.
    openings: u64,
    view_unsaved_since: Option<Instant>,
    /// What was last looked through for notes.
    notes_asked: Option<(u64, crate::frame::Revision)>,
    title: String,
}

/// The passing state of each page: what is half typed, which list is unfolded.
#[derive(Default)]
struct Pages {
    top_bar: TopBar,
    overview: OverviewPage,
    charts: ChartsPage,
    records: RecordsPage,
    briefings: BriefingsPage,
    import: ImportPage,
    settings: SettingsPage,
    overlays: Overlays,
}

impl App {
    /// The program with the user's own folders, about to open these files.
    pub fn new(ctx: &egui::Context, files: Vec<PathBuf>) -> Self {
        Self::inside(ctx, Folders::of_user(), files)
    }

    /// The program with its folders inside the given ones.
    pub fn inside(ctx: &egui::Context, folders: Folders, files: Vec<PathBuf>) -> Self {
        theme::install(ctx);
        let (commands, received) = CommandSender::new(ctx.clone());
        let state = State::new(folders);
        theme::choose(ctx, state.settings.theme);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_zoom_factor(state.settings.zoom);
        for file in files {
            commands.send(Command::Open(file));
        }
        let mut jobs = Jobs::new(ctx.clone());
        let folder = opened::unnamed_folder(&state.folders.data);
        // Without a thread for it, they are offered another time.
        jobs.start(JobKind::Look, String::new(), move |_| Ok(Command::LeftBehind(Workspace::find_unnamed(&folder))))
            .ok();
        Self {
            state,
            derived: Derived::default(),
            answers: Answers::default(),
            figures: Figures::default(),
            objections: Objections::default(),
            decks: Decks::default(),
            pictures: Pictures::default(),
            jobs,
            commands,
            received,
            pages: Pages::default(),
            openings: 0,
            view_unsaved_since: None,
            notes_asked: None,
            title: String::new(),
        }
    }

    /// What the window shows, to look at.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// How many incidents the filter leaves, as far as that is worked out.
    pub fn shown_count(&self) -> usize {
        self.derived.selected().map_or(0, |selected| selected.selection.len())
    }

    /// The program, with another number of records up to which the records that the filter leaves are chosen between
    /// two frames rather than by a job.
    #[must_use]
    pub fn choosing_at_once(mut self, records: usize) -> Self {
        self.derived = Derived::at_once(records);
        self
    }

    /// Whether something is being read, computed or written.
    pub fn is_busy(&self) -> bool {
        self.jobs.any_running()
            || self.derived.is_waiting()
            || self.derived.is_counting()
            || self.answers.is_waiting()
            || self.figures.is_waiting()
            || self.objections.is_waiting()
            || self.decks.is_waiting()
            || self.pictures.is_waiting()
    }

    /// What the page of records shows, to look at.
    pub const fn records(&self) -> &RecordsPage {
        &self.pages.records
    }

    /// What the overview answers, to look at.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The pages of the briefing that is shown, to look at.
    pub const fn decks(&self) -> &Decks {
        &self.decks
    }

    /// Sends a command, as a view would.
    pub fn send(&self, command: Command) {
        self.commands.send(command);
    }

    /// Runs what was asked and takes what jobs have finished. Before every frame, also when the window is hidden.
    pub fn logic(&mut self, ctx: &egui::Context) {
        // A presentation has keys of its own.
        let actions = if self.state.briefing.present.is_some() { Vec::new() } else { shortcuts::pressed(ctx) };
        for action in actions {
            self.commands.send(Command::Act(action));
        }
        if ctx.input(|input| input.viewport().close_requested()) && self.pages.records.is_typed() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.commands.send(Command::Quit);
        }
        if let Some(command) = self.pages.records.take_released() {
            self.commands.send(command);
        }
        for command in self.pages.briefings.take_typed(&self.state) {
            self.commands.send(command);
        }
        for (kind, result) in self.jobs.take_ended() {
            self.job_ended(kind, result);
        }
        while let Ok(command) = self.received.try_recv() {
            self.run_command(ctx, command);
        }
        self.choose_records();
        // Figures are computed from the selection: those that would compete with it for the processor wait for it.
        let is_selecting = self.derived.is_waiting();
        if let Some(key) = self.answers.refresh(self.state.opened.as_ref(), self.state.lang, is_selecting) {
            self.start_answer(key);
        }
        self.draw_figure();
        self.look_for_objections();
        self.work_out_briefing();
        self.look_through();
        let dims_in = [
            self.derived.dims_in(),
            self.answers.dims_in(),
            self.figures.dims_in(),
            self.pages.records.dims_in(),
            self.decks.dims_in(),
        ];
        for wait in dims_in.into_iter().flatten() {
            ctx.request_repaint_after(wait);
        }
        if let Some(since) = self.view_unsaved_since {
            match VIEW_RESTS.checked_sub(since.elapsed()) {
                Some(wait) => ctx.request_repaint_after(wait),
                None => self.save_view(),
            }
        }
        if let Some(wait) = self.state.notices.next_change() {
            ctx.request_repaint_after(wait);
        }
        let title = self.window_title();
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Draws one frame.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let view = View {
            state: &self.state,
            derived: &self.derived,
            answers: &self.answers,
            figures: &self.figures,
            objections: &self.objections,
            decks: &self.decks,
            pictures: &self.pictures,
            jobs: &self.jobs,
            commands: &self.commands,
            tokens: theme::Tokens::of(ui.ctx()),
        };
        if let Some(presenting) = &self.state.briefing.present {
            return self.pages.briefings.present(ui, &view, presenting);
        }
        let is_folded = ui.available_width() < theme::size::FOLD_BELOW;
        rail::show(ui, &view, is_folded);
        status_bar::show(ui, &view);
        self.pages.top_bar.show(ui, &view);
        objections::panel::show(ui, &view);
        let Pages { overview, charts, records, briefings, import, settings, .. } = &mut self.pages;
        let frame = egui::Frame::new().fill(view.tokens.ground);
        egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| match view.state.page {
            Page::Overview | Page::Charts | Page::Records | Page::Briefings if view.state.opened.is_none() => {
                welcome::show(ui, &view);
            }
            Page::Overview => overview.show(ui, &view),
            Page::Charts => charts.show(ui, &view),
            Page::Records => page::fixed(ui, |ui| records.show(ui, &view)),
            Page::Briefings => briefings.show(ui, &view),
            Page::Import => page::fixed(ui, |ui| import.show(ui, &view)),
            Page::Settings => page::scroll(ui, |ui| settings.show(ui, &view)),
        });
        import_page::bring::take(ui.ctx(), &view);
        self.pages.briefings.over(ui.ctx(), &view);
        self.pages.overlays.show(ui.ctx(), &view);
    }

    /// Called when the window closes.
    pub fn close(&mut self) {
        self.keep_typed();
        self.close_workspace();
        self.save_settings();
    }
}
