//! Running commands: one function a command or area.

use eframe::egui;

use crate::app::App;
use crate::app::command::{Command, Page};
use crate::app::jobs::{JobError, JobKind, JobResult};
use crate::app::notices::Gravity;
use crate::app::settings::ZOOM;
use crate::app::shortcuts::Action;
use crate::app::theme;
use crate::text::{Arg, tr, tr_args};

impl App {
    pub(super) fn run_command(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::Go(page) => self.state.page = page,
            Command::Theme(choice) => {
                self.state.settings.theme = choice;
                theme::choose(ctx, choice);
                self.save_settings();
            }
            Command::Language(lang) => {
                self.state.settings.language = Some(lang);
                self.state.lang = lang;
                self.save_settings();
            }
            Command::Zoom(zoom) => self.zoom(ctx, zoom),
            Command::ToggleHelp => self.state.help_open = !self.state.help_open,
            Command::Act(action) => self.act(ctx, action),
            Command::Cancel(kind) => self.jobs.cancel(kind),
            Command::CloseNotice(number) => self.state.notices.close(number),
            Command::ToggleNotices => self.state.notices_open = !self.state.notices_open,
            Command::Filter(_) | Command::Ask(_) | Command::Open(_) | Command::Undo | Command::Redo => {}
        }
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Go(page) => self.state.page = page,
            Action::ZoomIn => self.zoom(ctx, self.state.settings.zoom + 0.1),
            Action::ZoomOut => self.zoom(ctx, self.state.settings.zoom - 0.1),
            Action::ZoomReset => self.zoom(ctx, 1.0),
            Action::Help => self.state.help_open = !self.state.help_open,
            Action::Undo => self.commands.send(Command::Undo),
            Action::Redo => self.commands.send(Command::Redo),
            Action::Open | Action::SaveAs => self.state.page = Page::Import,
            Action::NewRecord | Action::Find => self.state.page = Page::Records,
        }
    }

    fn zoom(&mut self, ctx: &egui::Context, zoom: f32) {
        let zoom = ((zoom * 20.0).round() / 20.0).clamp(ZOOM.0, ZOOM.1);
        self.state.settings.zoom = zoom;
        ctx.set_zoom_factor(zoom);
        self.save_settings();
    }

    pub(super) fn job_ended(&mut self, kind: JobKind, result: JobResult) {
        match result {
            Ok(command) => self.commands.send(command),
            Err(JobError::Cancelled) => {}
            Err(JobError::Failed(words)) => {
                let _ = kind;
                self.state.notices.say(Gravity::Failure, words);
            }
        }
    }

    pub(super) fn save_settings(&mut self) {
        if let Err(error) = self.state.folders.save_settings(&self.state.settings) {
            let words = tr_args(self.state.lang, "app-settings-not-saved", &[("reason", Arg::Text(error.to_string()))]);
            self.state.notices.say(Gravity::Caution, words);
        }
    }

    pub(super) fn window_title(&self) -> String {
        tr(self.state.lang, "app-name")
    }
}
