//! Fields of the editor: a quiet label above, the control, and the answer beneath.

use eframe::egui::{self, Label, Response, RichText, TextEdit};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::theme::{self, Tokens, size, space};
use crate::app::widgets::{button, label};

/// Room between two fields.
pub const BETWEEN: f32 = 10.0;

/// A label above what `add` draws.
pub fn labelled<R>(ui: &mut egui::Ui, words: &str, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    ui.spacing_mut().item_spacing.y = space::XS;
    label::muted(ui, words, size::FOOT + 0.5);
    add(ui)
}

/// Several fields side by side; `shares` says how the width is shared out.
pub fn row(ui: &mut egui::Ui, shares: &[f32], mut add: impl FnMut(&mut egui::Ui, usize)) {
    let sum: f32 = shares.iter().sum();
    let room = ui.available_width() - space::S * shares.len().saturating_sub(1) as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (at, share) in shares.iter().enumerate() {
            let width = (room * share / sum).floor();
            ui.allocate_ui_with_layout(egui::vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
                add(ui, at);
            });
        }
    });
}

/// A line of text as wide as there is room. `name` is its accessible name.
pub fn text(ui: &mut egui::Ui, name: &str, value: &mut String, hint: &str) -> Response {
    let hint = RichText::new(hint).color(Tokens::of(ui.ctx()).muted);
    let edit = TextEdit::singleline(value).hint_text(hint).desired_width(f32::INFINITY);
    ui.add(edit.align(egui::Align2::LEFT_CENTER)).accessible_name(name)
}

/// A labelled line of text whose accessible name is its label.
pub fn named(ui: &mut egui::Ui, name: &str, value: &mut String) -> Response {
    labelled(ui, name, |ui| text(ui, name, value, ""))
}

/// A labelled text of several lines.
pub fn lines(ui: &mut egui::Ui, name: &str, value: &mut String, rows: usize) -> Response {
    labelled(ui, name, |ui| {
        let edit = TextEdit::multiline(value).desired_width(f32::INFINITY).desired_rows(rows);
        ui.add(edit).accessible_name(name)
    })
}

/// A drop-down list as wide as there is room. `name` is its accessible name.
pub fn choice<T: Copy + PartialEq>(ui: &mut egui::Ui, name: &str, value: &mut T, options: &[(T, String)]) -> Response {
    let shown = options.iter().find(|(option, _)| option == value).map_or("", |(_, words)| words.as_str());
    let width = ui.available_width();
    let mut chosen = None;
    let combo = egui::ComboBox::from_id_salt(name)
        .selected_text(RichText::new(shown).size(size::TABLE))
        .width(width)
        .truncate()
        .icon(chevron_ui)
        .show_ui(ui, |ui| {
            for (option, words) in options {
                if ui.selectable_label(option == value, RichText::new(words).size(size::TABLE)).clicked() {
                    chosen = Some(*option);
                }
            }
        });
    if let Some(option) = chosen {
        *value = option;
    }
    // In a narrow window the words may be cut.
    combo.response.accessible_name(format!("{name}: {shown}")).on_hover_text(shown)
}

/// The mark of a drop-down list.
fn chevron_ui(ui: &egui::Ui, rect: egui::Rect, _: &egui::style::WidgetVisuals, _: bool) {
    let colour = Tokens::of(ui.ctx()).muted;
    let glyph = icons::glyph(Icon::ChevronDown);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, glyph, theme::plain(15.0), colour);
}

/// A labelled drop-down list.
pub fn named_choice<T: Copy + PartialEq>(ui: &mut egui::Ui, name: &str, value: &mut T, options: &[(T, String)]) {
    labelled(ui, name, |ui| choice(ui, name, value, options));
}

/// What was understood, beneath a field.
pub fn answer(ui: &mut egui::Ui, words: &str) {
    let colour = Tokens::of(ui.ctx()).accent;
    ui.add(Label::new(RichText::new(words).size(size::FOOT + 0.5).color(colour)).wrap());
}

/// Something quiet beneath a field.
pub fn note(ui: &mut egui::Ui, words: &str) {
    label::muted(ui, words, size::FOOT + 0.5);
}

/// What cannot be kept, beneath a field.
pub fn refusal(ui: &mut egui::Ui, words: &str) {
    ui.scope(|ui| {
        let width = ui.available_width();
        ui.set_width(width);
        label::caution(ui, words);
    });
}

/// A button that adds something.
pub fn add_button(ui: &mut egui::Ui, words: &str) -> bool {
    add_button_named(ui, words, words)
}

/// A button that adds something, with a longer name than its words.
pub fn add_button_named(ui: &mut egui::Ui, words: &str, name: &str) -> bool {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 6.0;
        button::quiet(ui, &icons::with(Icon::Plus, words)).accessible_name(name).clicked()
    })
    .inner
}

/// A small cross that takes something away.
pub fn remove_button(ui: &mut egui::Ui, name: &str) -> bool {
    button::icon(ui, Icon::X, name).clicked()
}

/// The title of a section, with a line above it.
pub fn section(ui: &mut egui::Ui, words: &str) {
    ui.add_space(space::M);
    let line = egui::Stroke::new(1.0, Tokens::of(ui.ctx()).line);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
    ui.add_space(space::XS);
    ui.add(Label::new(RichText::new(words).font(theme::bold(size::TEXT))));
    ui.add_space(2.0);
}

/// A section that can be folded away; closed at first unless it has contents. `summary` stands beside its title.
pub fn folded(ui: &mut egui::Ui, words: &str, summary: &str, open_at_first: bool, add: impl FnOnce(&mut egui::Ui)) {
    ui.add_space(space::M);
    let tokens = Tokens::of(ui.ctx());
    let line = egui::Stroke::new(1.0, tokens.line);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
    let id = ui.scope_id().with(("section", words));
    let mut is_open = ui.data(|data| data.get_temp(id)).unwrap_or(open_at_first);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 30.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, is_open, words));
    if response.clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    let icon = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    let painter = ui.painter();
    let middle = rect.left_center();
    let colour = if response.hovered() { tokens.accent } else { tokens.text };
    let glyph = egui::Align2::LEFT_CENTER;
    painter.text(middle - egui::vec2(3.0, 0.0), glyph, icons::glyph(icon), theme::plain(16.0), tokens.muted);
    painter.text(middle + egui::vec2(18.0, 0.0), glyph, words, theme::bold(size::TEXT), colour);
    let right = egui::Align2::RIGHT_CENTER;
    painter.text(rect.right_center(), right, summary, theme::plain(size::FOOT + 0.5), tokens.muted);
    crate::app::widgets::focus_ring(ui, &response, 4);
    if is_open {
        add(ui);
    }
}

/// A switch between few and many fields: a chevron with a name.
pub fn details_toggle(ui: &mut egui::Ui, is_open: &mut bool, name: &str) {
    let icon = if *is_open { Icon::ChevronUp } else { Icon::ChevronDown };
    if button::icon(ui, icon, name).clicked() {
        *is_open = !*is_open;
    }
}
