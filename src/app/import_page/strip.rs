//! The head of the review: the file, what is known of it, and what the left side shows.

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::look::Origin;
use crate::app::import_page::state::Review;
use crate::app::import_page::{ImportPage, Tab, words};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice};
use crate::import::recipe::Format;
use crate::text::{Arg, number};

/// Height with the gap below.
pub const HEIGHT: f32 = 58.0;

/// Draws the head.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add(egui::Label::new(RichText::new(&review.file.name).font(theme::bold(size::PAGE))).truncate());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(facts(view, review)).size(size::TABLE).color(view.tokens.muted));
        origin_ui(ui, view, review);
    });
}

impl ImportPage {
    /// What the left side shows, to choose from.
    pub(super) fn tabs_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let problems = review.trial.as_ref().map_or(0, super::trial::Trial::problems);
        let problems = view.tr_args("importing-tab-problems", &[("count", Arg::Text(number(view.lang(), problems)))]);
        let tabs = [
            (Tab::Columns, view.tr("importing-tab-columns")),
            (Tab::About, view.tr("importing-tab-about")),
            (Tab::Problems, problems),
        ];
        if let Some(tab) = choice::segments(ui, &view.tr("importing-tabs"), self.tab, &tabs) {
            self.tab = tab;
        }
        ui.add_space(space::XS);
    }
}

fn facts(view: &View<'_>, review: &Review) -> String {
    let lang = view.lang();
    let mut facts = vec![words::format(lang, &review.recipe.shape.format)];
    if let Format::Csv { encoding, .. } = &review.recipe.shape.format {
        facts.push(super::file::encoding_name(encoding));
    }
    let rows = review.trial.as_ref().map_or(review.survey.rows, |trial| trial.report.read);
    facts.push(view.tr_args("importing-rows", &[("rows", Arg::Text(number(lang, rows)))]));
    facts.push(words::size(lang, review.file.size));
    facts.join(" · ")
}

fn origin_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let (key, name) = match &review.origin {
        Origin::Proposed => return,
        Origin::Shipped(name) => ("importing-origin-shipped", name.clone()),
        Origin::Kept(name) => ("importing-origin-kept", name.clone()),
        Origin::Again => ("importing-origin-again", String::new()),
    };
    let origin = format!("· {}", view.tr_args(key, &[("name", Arg::Text(name))]));
    ui.label(RichText::new(origin).size(size::TABLE).color(view.tokens.muted));
    if button::link(ui, &view.tr("importing-without-recipe"), size::TABLE).clicked() {
        view.send(Command::Import(ImportCommand::WithoutRecipe));
    }
}
