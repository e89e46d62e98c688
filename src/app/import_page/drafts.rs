//! Fields that are half typed: taken over when the field is left or Enter is pressed.

use std::collections::BTreeMap;

use eframe::egui;

/// What is typed into each field, by its name.
#[derive(Default)]
pub struct Drafts(BTreeMap<&'static str, String>);

/// A field of text.
pub struct DraftField<'a> {
    /// Tells it from the others.
    pub id: &'static str,
    /// Its accessible name.
    pub name: &'a str,
    /// What stands there now.
    pub current: &'a str,
    /// What is shown while it is empty.
    pub hint: &'a str,
    /// Width in points.
    pub width: f32,
}

impl Drafts {
    /// A field; what was typed, when it was left with something new in it.
    pub fn show(&mut self, ui: &mut egui::Ui, field: &DraftField<'_>) -> Option<String> {
        self.edit(ui, field, |text| egui::TextEdit::singleline(text).char_limit(400).align(egui::Align2::LEFT_CENTER))
    }

    /// A field of several lines; what was typed, when it was left with something new in it.
    pub fn show_lines(&mut self, ui: &mut egui::Ui, field: &DraftField<'_>) -> Option<String> {
        self.edit(ui, field, |text| egui::TextEdit::multiline(text).char_limit(4_000).desired_rows(2))
    }

    fn edit(
        &mut self,
        ui: &mut egui::Ui,
        field: &DraftField<'_>,
        edit: impl for<'t> FnOnce(&'t mut String) -> egui::TextEdit<'t>,
    ) -> Option<String> {
        let text = self.0.entry(field.id).or_insert_with(|| field.current.to_owned());
        let edit = edit(text).hint_text(field.hint).desired_width(field.width);
        let response = ui.add(edit).accessible_name(field.name);
        if response.has_focus() {
            return None;
        }
        let typed = text.trim().to_owned();
        if response.lost_focus() && typed != field.current {
            return Some(typed);
        }
        field.current.clone_into(text);
        None
    }
}
