//! The report of an import: every row accounted for, what was the matter, and what can be done now.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::{Command, Page};
use crate::app::icons;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::Done;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, label};
use crate::text::{Arg, number};

/// Width of the column.
const WIDTH: f32 = 720.0;

/// Draws the report.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, done: &Done) {
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.allocate_ui_with_layout(
                egui::vec2(WIDTH.min(ui.available_width()), 0.0),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.add_space(space::M);
                    report_ui(ui, view, done);
                    ui.add_space(space::M);
                    if !done.report.counts.is_empty() {
                        problems_ui(ui, view, done);
                        ui.add_space(space::M);
                    }
                    next_ui(ui, view);
                },
            );
        });
    });
}

fn report_ui(ui: &mut egui::Ui, view: &View<'_>, done: &Done) {
    card::show(ui, |ui| {
        let name = done.source.name().into_owned();
        let title = view.tr_args("importing-done", &[("name", name.into())]);
        ui.label(RichText::new(icons::with(Icon::CircleCheck, &title)).font(theme::bold(size::PAGE)));
        let recipe = view.tr_args("importing-done-recipe", &[("recipe", done.recipe.name.clone().into())]);
        let kept = if done.is_recipe_kept { format!(" {}", view.tr("importing-done-kept")) } else { String::new() };
        label::subtitle(ui, &format!("{recipe}{kept}"));
        ui.add_space(space::S);
        counts_ui(ui, view, done);
        if done.counts.absent > 0 {
            label::foot(ui, &view.tr_args("renew-absent", &[("count", done.counts.absent.into())]));
        }
        for left_out in &done.report.left_out {
            label::foot(ui, &left_out.words(view.lang()));
        }
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if button::primary(ui, &view.tr("importing-show-records")).clicked() {
                view.send(Command::Go(Page::Records));
            }
            if button::secondary(ui, &view.tr("importing-show-overview")).clicked() {
                view.send(Command::Go(Page::Overview));
            }
            if button::quiet(ui, &view.tr("importing-again")).clicked() {
                view.send(Command::Import(ImportCommand::Again));
            }
            if button::quiet(ui, &view.tr("importing-undo")).clicked() {
                view.send(Command::Import(ImportCommand::Undo));
            }
        });
    });
}

/// Read = imported + rejected + left out + part of another row's record + blank, as numbers side by side.
fn counts_ui(ui: &mut egui::Ui, view: &View<'_>, done: &Done) {
    let lang = view.lang();
    let mut parts = vec![
        (done.counts.read, "importing-count-read", " = "),
        (done.counts.imported, "importing-count-imported", " + "),
        (done.counts.rejected, "importing-count-rejected", " + "),
        (done.counts.blank, "importing-count-blank", ""),
    ];
    if done.counts.skipped > 0 {
        parts.insert(2, (done.counts.skipped, "importing-count-skipped", " + "));
    }
    if done.counts.merged > 0 {
        parts.insert(2, (done.counts.merged, "renew-count-merged", " + "));
    }
    let at = parts.len().saturating_sub(1);
    for (count, key) in
        [(done.counts.left_out, "importing-count-left-out"), (done.counts.joined, "importing-count-joined")]
    {
        if count > 0 {
            parts.insert(at, (count, key, " + "));
        }
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for (count, key, mark) in parts {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(RichText::new(number(lang, count)).font(theme::bold(size::FINDING)));
                ui.label(RichText::new(view.tr(key)).size(size::FOOT).color(view.tokens.muted));
            });
            if !mark.is_empty() {
                ui.label(RichText::new(mark.trim()).font(theme::plain(size::FINDING)).color(view.tokens.muted));
            }
        }
    });
}

fn problems_ui(ui: &mut egui::Ui, view: &View<'_>, done: &Done) {
    let lang = view.lang();
    card::show(ui, |ui| {
        label::card_title(ui, &view.tr("importing-done-problems"));
        for (kind, count) in &done.report.counts {
            ui.horizontal(|ui| {
                ui.allocate_ui_with_layout(
                    egui::vec2(44.0, 20.0),
                    egui::Layout::right_to_left(egui::Align::Center),
                    |ui| {
                        ui.set_min_width(44.0);
                        ui.label(RichText::new(number(lang, *count)).font(theme::bold(size::TABLE)));
                    },
                );
                ui.label(RichText::new(view.tr(&format!("problem-{}", kind.key()))).size(size::TABLE));
            });
        }
        if done.counts.rejected == 0 {
            return;
        }
        ui.add_space(space::XS);
        let count = Arg::Text(number(lang, done.counts.rejected));
        label::subtitle(ui, &view.tr_args("importing-done-rejected", &[("count", count)]));
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            if button::secondary(ui, &view.tr("importing-save-rejected")).clicked() {
                view.send(Command::Import(ImportCommand::SaveRejected));
            }
            if button::secondary(ui, &view.tr("importing-correct")).clicked() {
                view.send(Command::Import(ImportCommand::ChooseCorrected));
            }
            if done.is_rejected_saved {
                let words = icons::with(Icon::Check, &view.tr("importing-rejected-saved"));
                ui.label(RichText::new(words).size(size::FOOT).color(view.tokens.muted));
            }
        });
    });
}

fn next_ui(ui: &mut egui::Ui, view: &View<'_>) {
    if button::quiet(ui, &view.tr("importing-another")).clicked() {
        view.send(Command::Import(ImportCommand::Close));
    }
}
