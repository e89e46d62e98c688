//! A page that scrolls: the bar runs at the window's edge, the contents keep their margins.

use eframe::egui::{self, Margin};

/// Margins of a page.
pub const MARGIN: Margin = Margin::symmetric(20, 16);

/// Shows a page that scrolls.
pub fn scroll<R>(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| egui::Frame::new().inner_margin(MARGIN).show(ui, add).inner)
        .inner
}

/// Shows a page that fits the window and scrolls inside, where it needs to.
pub fn fixed<R>(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    egui::Frame::new().inner_margin(MARGIN).show(ui, add).inner
}
