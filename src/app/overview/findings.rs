//! A finding: the question, the answer in large, what else must be known, and what it rests on.

use eframe::egui::{self, Label, RichText};

use crate::app::command::Command;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};
use crate::chart::model::{Finding, FootPart};

/// Draws a finding. `naive` is said below it where it was asked for.
pub fn finding_ui(ui: &mut egui::Ui, view: &View<'_>, finding: &Finding, naive: Option<&str>) {
    ui.add(Label::new(RichText::new(&finding.question).size(size::TEXT).color(view.tokens.muted)));
    ui.add(Label::new(RichText::new(&finding.headline).font(theme::bold(size::FINDING))).wrap());
    if !finding.sentence.is_empty() {
        ui.add(Label::new(RichText::new(&finding.sentence).size(size::TEXT)).wrap());
    }
    let is_asked = view.state.opened.as_ref().is_some_and(|opened| opened.choices.naive);
    if let Some(naive) = naive.filter(|_| is_asked) {
        label::caution(ui, naive);
    }
    ui.add_space(space::XS);
    parts_ui(ui, view, &finding.small_print);
}

/// Parts joined by dots; those that count records lead to them.
pub fn parts_ui(ui: &mut egui::Ui, view: &View<'_>, parts: &[FootPart]) {
    ui.scope(|ui| {
        // Lines of text, not of buttons.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 2.0);
        ui.horizontal_wrapped(|ui| flow_ui(ui, view, parts));
    });
}

fn flow_ui(ui: &mut egui::Ui, view: &View<'_>, parts: &[FootPart]) {
    let mut is_first = true;
    for part in parts.iter().filter(|part| !part.text.is_empty()) {
        if !is_first {
            ui.label(RichText::new("·").size(size::FOOT).color(view.tokens.muted));
        }
        is_first = false;
        match &part.records {
            Some(key) => {
                if button::link(ui, &part.text, size::FOOT).on_hover_text(view.tr("app-list-these")).clicked() {
                    view.send(Command::ListBehind(key.clone(), part.text.clone()));
                }
            }
            None => {
                ui.label(RichText::new(&part.text).size(size::FOOT).color(view.tokens.muted));
            }
        }
    }
}
