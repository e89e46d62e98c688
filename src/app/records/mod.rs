//! The page of records: a table of what the filter or a figure chose, and the editor beside it.

use eframe::egui;

use crate::app::view::View;

/// What the page asks of the program.
#[derive(Debug)]
pub enum RecordsCommand {}

/// The page's own passing state.
#[derive(Default)]
pub struct RecordsPage {}

impl RecordsPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let _ = (ui, view);
    }
}

impl crate::app::App {
    /// Runs what the page asked for.
    pub(in crate::app) fn run_records_command(&mut self, command: RecordsCommand) {
        match command {}
    }
}
