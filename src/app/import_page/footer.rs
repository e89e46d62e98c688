//! The foot of the review: what would become of the rows, what stands in the way, and the way out.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::icons;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::{Obstacle, Review};
use crate::app::import_page::{ImportPage, words};
use crate::app::theme::{self, size};
use crate::app::view::View;
use crate::app::widgets::button;
use crate::import::propose::asks_what_numbers_count;
use crate::text::{Arg, number};

/// Its height.
pub const HEIGHT: f32 = 46.0;

impl ImportPage {
    pub(super) fn footer_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        ui.horizontal_centered(|ui| {
            ui.set_min_height(HEIGHT);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                buttons_ui(ui, view, review);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 1.0;
                        ui.add_space(4.0);
                        counts_ui(ui, view, review);
                        self.obstacle_ui(ui, view, review);
                    });
                });
            });
        });
    }

    fn obstacle_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let Some(obstacle) = review.obstacle() else {
            ui.label(RichText::new(sum(view, review)).size(size::FOOT).color(view.tokens.muted));
            return;
        };
        let words = match &obstacle {
            Obstacle::DateOrder(column) => {
                let more = review.open.len().saturating_sub(1);
                let args = [("column", column.clone().into()), ("more", Arg::from(more))];
                let asks_numbers = review.column(column).is_some_and(asks_what_numbers_count);
                let key = if asks_numbers { "importing-obstacle-numbers" } else { "importing-obstacle-order" };
                view.tr_args(key, &args)
            }
            Obstacle::Rows(column) => view.tr_args("importing-obstacle-rows", &[("column", column.clone().into())]),
            Obstacle::Unreadable(error) => words::import_error(view.lang(), error),
            Obstacle::Trying => view.tr("importing-obstacle-trying"),
            Obstacle::NoRecords => view.tr("importing-obstacle-none"),
        };
        ui.horizontal(|ui| {
            let is_waiting = obstacle == Obstacle::Trying;
            let colour = if is_waiting { view.tokens.muted } else { view.tokens.caution };
            let words = if is_waiting { words } else { icons::with(Icon::CircleAlert, &words) };
            ui.add(egui::Label::new(RichText::new(words).size(size::FOOT).color(colour)).truncate());
            if matches!(obstacle, Obstacle::DateOrder(_) | Obstacle::Rows(_))
                && button::link(ui, &view.tr("importing-obstacle-show"), size::FOOT).clicked()
            {
                self.show_obstacle(review);
            }
        });
    }
}

fn counts_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let Some(trial) = &review.trial else { return };
    let count = |count: u64| Arg::Text(number(view.lang(), count));
    let args = [("good", count(trial.good())), ("doubtful", count(trial.doubtful)), ("bad", count(trial.bad()))];
    let words = view.tr_args("importing-counts", &args);
    // The counts of earlier choices are dimmed while the present ones are tried.
    let colour = if review.is_trying { theme::faded(view.tokens.text, 0.45) } else { view.tokens.text };
    ui.label(RichText::new(words).font(theme::bold(size::TEXT)).color(colour));
}

/// Every row accounted for.
fn sum(view: &View<'_>, review: &Review) -> String {
    let Some(trial) = &review.trial else { return String::new() };
    let count = |count: u64| Arg::Text(number(view.lang(), count));
    let report = &trial.report;
    let args = [
        ("read", Arg::Number(report.read)),
        ("imported", count(report.imported)),
        ("rejected", count(trial.bad())),
        ("blank", count(report.blank)),
    ];
    let mut sum = view.tr_args("importing-sum", &args);
    for (rows, key) in [(report.left_out_rows(), "importing-sum-left-out"), (report.joined, "importing-sum-joined")] {
        if rows > 0 {
            sum.push_str(&view.tr_args(key, &[("count", count(rows))]));
        }
    }
    sum
}

/// From the right: accept, save the recipe, leave.
fn buttons_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let send = |command| view.send(Command::Import(command));
    let imported = review.trial.as_ref().map_or(0, |trial| trial.report.imported);
    let words = view.tr_args("importing-accept", &[("count", Arg::Number(imported))]);
    let is_ready = review.obstacle().is_none();
    let accept = ui.add_enabled_ui(is_ready, |ui| button::primary(ui, &words)).inner;
    if accept.on_hover_text(view.tr("importing-accept-keys")).clicked() {
        send(ImportCommand::Accept);
    }
    if button::secondary(ui, &view.tr("importing-save-recipe")).clicked() {
        send(ImportCommand::SaveRecipe);
    }
    if button::secondary(ui, &view.tr("app-cancel")).clicked() {
        send(ImportCommand::Leave);
    }
}
