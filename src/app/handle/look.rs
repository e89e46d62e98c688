//! Theme, language, size.

use eframe::egui;

use crate::app::App;
use crate::app::notices::Gravity;
use crate::app::settings::ZOOM;
use crate::app::theme::{self, ThemeChoice};
use crate::text::{Arg, Lang, tr, tr_args};

impl App {
    pub(super) fn choose_theme(&mut self, ctx: &egui::Context, choice: ThemeChoice) {
        self.state.settings.theme = choice;
        theme::choose(ctx, choice);
        self.save_settings();
    }

    pub(super) fn choose_language(&mut self, lang: Lang) {
        self.state.settings.language = Some(lang);
        self.state.lang = lang;
        self.save_settings();
    }

    pub(super) fn zoom(&mut self, ctx: &egui::Context, zoom: f32) {
        let zoom = ((zoom * 20.0).round() / 20.0).clamp(ZOOM.0, ZOOM.1);
        self.state.settings.zoom = zoom;
        ctx.set_zoom_factor(zoom);
        self.save_settings();
    }

    pub(in crate::app) fn save_settings(&mut self) {
        if let Err(error) = self.state.folders.save_settings(&self.state.settings) {
            let reason = [("reason", Arg::Text(error.to_string()))];
            let words = tr_args(self.state.lang, "app-settings-not-saved", &reason);
            self.state.notices.say(Gravity::Caution, words);
        }
    }

    /// What the title bar says: the file first, because windows are told apart by it.
    pub(in crate::app) fn window_title(&self) -> String {
        let name = tr(self.state.lang, "app-name");
        match &self.state.opened {
            Some(opened) => {
                let file = opened.file_name().unwrap_or_else(|| {
                    let title = [("title", Arg::Text(opened.title()))];
                    tr_args(self.state.lang, "app-title-unnamed", &title)
                });
                format!("{file} – {name}")
            }
            None => name,
        }
    }
}
