//! The page of charts: a gallery of figures by family, and one of them large, with its choices, its definition, its
//! numbers and the way to the records behind it.

pub mod answers;
pub mod choices;
pub mod figure;
pub mod gallery;
pub mod kept;
pub mod menu;
pub mod pictogram;
pub mod shelf;

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use crate::app::charts_page::figure::FigurePage;
use crate::app::command::{ChartsCommand, Command};
use crate::app::overview;
use crate::app::view::View;
use crate::app::widgets::page;

/// The page's own passing state.
#[derive(Default)]
pub struct ChartsPage {
    figure: FigurePage,
}

impl ChartsPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let Some(opened) = &view.state.opened else { return };
        if opened.snapshot.is_empty() {
            return page::fixed(ui, |ui| overview::nothing_ui(ui, view));
        }
        let Some(chart) = opened.charts.shown() else {
            return gallery::show(ui, view);
        };
        keys(ui, view, chart);
        self.figure.show(ui, view, opened, chart);
    }
}

/// Alt+← back to the gallery, Ctrl+Page up and Ctrl+Page down through the figures.
fn keys(ui: &egui::Ui, view: &View<'_>, chart: crate::chart::model::ChartKey) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)));
    if pressed(Modifiers::ALT, Key::ArrowLeft) {
        view.send(Command::Charts(ChartsCommand::Gallery));
    }
    let (before, after) = shelf::neighbours(chart);
    for (key, to) in [(Key::PageUp, before), (Key::PageDown, after)] {
        if pressed(Modifiers::COMMAND, key)
            && let Some(to) = to
        {
            view.send(Command::Charts(ChartsCommand::Open(to)));
        }
    }
}
