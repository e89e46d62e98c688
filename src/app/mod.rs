//! The window: what the analyst does, turned into commands, and what the program knows, turned into pictures.
//!
//! `logic` runs commands and takes the results of jobs; `ui` only draws and sends commands. Nothing here computes a
//! figure: figures come from `chart/`, computed on a thread and kept by (revision, question).

pub mod command;
pub mod handle;
pub mod icons;
pub mod jobs;
pub mod launch;
pub mod notices;
pub mod plot;
pub mod rail;
pub mod settings;
pub mod settings_page;
pub mod shortcuts;
pub mod state;
pub mod status_bar;
pub mod theme;
pub mod top_bar;
pub mod view;
pub mod widgets;

use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use eframe::egui;

pub use launch::{AppError, run};

use command::{Command, CommandSender, Page};
use jobs::Jobs;
use settings::Folders;
use state::State;
use view::View;

/// The program behind the window.
pub struct App {
    state: State,
    jobs: Jobs,
    commands: CommandSender,
    received: Receiver<Command>,
    title: String,
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
        Self { state, jobs: Jobs::new(ctx.clone()), commands, received, title: String::new() }
    }

    /// What the window shows, to look at.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Sends a command, as a view would.
    pub fn send(&self, command: Command) {
        self.commands.send(command);
    }

    /// Runs what was asked and takes what jobs have finished. Before every frame, also when the window is hidden.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for action in shortcuts::pressed(ctx) {
            self.commands.send(Command::Act(action));
        }
        for (kind, result) in self.jobs.take_ended() {
            self.job_ended(kind, result);
        }
        while let Ok(command) = self.received.try_recv() {
            self.run_command(ctx, command);
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
            jobs: &self.jobs,
            commands: &self.commands,
            tokens: theme::Tokens::of(ui.ctx()),
        };
        let is_folded = ui.available_width() < theme::size::FOLD_BELOW;
        rail::show(ui, &view, is_folded);
        status_bar::show(ui, &view);
        top_bar::show(ui, &view);
        let frame = egui::Frame::new().fill(view.tokens.ground).inner_margin(egui::Margin::symmetric(20, 16));
        egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| match view.state.page {
            Page::Overview | Page::Records | Page::Import => {
                ui.label("");
            }
            Page::Settings => settings_page::show(ui, &view),
        });
    }

    /// Called when the window closes.
    pub fn close(&mut self) {
        self.save_settings();
    }
}
