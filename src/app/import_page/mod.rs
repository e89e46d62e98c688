//! The import page: what a file holds, how it is read, and what becomes of it. Nothing enters before it is accepted.

use eframe::egui;

use crate::app::view::View;

/// What the page asks of the program.
#[derive(Debug)]
pub enum ImportCommand {}

/// The page's own passing state.
#[derive(Default)]
pub struct ImportPage {}

impl ImportPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let _ = (ui, view);
    }
}

impl crate::app::App {
    /// Looks at a data file that no recipe fits and shows its review. Nothing enters before it is accepted.
    pub(in crate::app) fn review(&mut self, source: crate::app::reading::Source) {
        let _ = source;
        self.state.page = crate::app::command::Page::Import;
    }

    /// Runs what the page asked for.
    pub(in crate::app) fn run_import_command(&mut self, command: ImportCommand) {
        match command {}
    }
}
