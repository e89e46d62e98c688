//! The overview: three answers as sentences, three charts that prove them.

use eframe::egui;

use crate::app::view::View;

/// The page's own passing state.
#[derive(Default)]
pub struct OverviewPage {}

impl OverviewPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let _ = (ui, view);
    }
}
