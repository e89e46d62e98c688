//! Text fields of one line, as high as a button.

use eframe::egui::{self, TextEdit};

/// A field of one line; `width` without its frame.
pub fn line(text: &mut String, width: f32) -> TextEdit<'_> {
    TextEdit::singleline(text).desired_width(width).align(egui::Align2::LEFT_CENTER).char_limit(2_000)
}
