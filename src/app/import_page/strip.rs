//! The head of the review: the file, what is known of it, and what the left side shows.

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::look::{By, Origin};
use crate::app::import_page::state::Review;
use crate::app::import_page::{ImportPage, Tab, words};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::import::profiles;
use crate::import::recipe::{Format, Recipe};
use crate::text::{Arg, number};

/// Height with the gap below.
pub const HEIGHT: f32 = 58.0;

/// Draws the head.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        read_by_ui(ui, view, review);
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(egui::Label::new(RichText::new(&review.file.name).font(theme::bold(size::PAGE))).truncate());
            let facts = RichText::new(facts(view, review)).size(size::TABLE).color(view.tokens.muted);
            ui.add(egui::Label::new(facts).truncate());
        });
    });
}

impl ImportPage {
    /// What the left side shows, to choose from.
    pub(super) fn tabs_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let problems = review.trial.as_ref().map_or(0, super::trial::Trial::problems);
        let problems = view.tr_args("importing-tab-problems", &[("count", Arg::Text(number(view.lang(), problems)))]);
        let tabs = [
            (Tab::Columns, view.tr("importing-tab-columns")),
            (Tab::Dataset, view.tr("importing-dataset")),
            (Tab::File, view.tr("importing-file")),
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
    let workbook = review.source.around().and_then(|found| found.workbook.as_ref());
    let mut facts = vec![match workbook {
        Some(workbook) => view.tr_args("importing-format-sheet", &[("name", workbook.sheet().into())]),
        None => words::format(lang, &review.recipe.shape.format),
    }];
    if workbook.is_some() {
        // A sheet has no encoding of its own.
    } else if let Format::Csv { encoding, .. } = &review.recipe.shape.format {
        facts.push(super::file::encoding_name(encoding));
    }
    let rows = review.trial.as_ref().map_or(review.survey.rows, |trial| trial.report.read);
    facts.push(view.tr_args("importing-rows", &[("rows", Arg::Text(number(lang, rows)))]));
    facts.push(words::size(lang, review.file.size));
    facts.join(" · ")
}

/// What the columns are read by, to choose from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ReadBy {
    Proposal,
    /// The recipe that is in use and stands in neither list.
    Present,
    Kept(usize),
    Known(usize),
    File,
}

/// What the columns are read by: a proposal, a recipe that was accepted, a known source, a recipe from a file.
fn read_by_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let known: Vec<Recipe> = profiles::all().iter().filter_map(profiles::Profile::usual).collect();
    let of_name = |recipes: &[Recipe], name: &str| recipes.iter().position(|recipe| recipe.name == name);
    let named = |key: &str, name: &str| view.tr_args(key, &[("name", Arg::Text(name.to_owned()))]);
    let mut options = vec![(ReadBy::Proposal, view.tr("importing-by-proposal"))];
    let current = match &review.origin {
        Origin::Proposed => ReadBy::Proposal,
        Origin::Kept(name) => of_name(&review.kept, name).map_or(ReadBy::Present, ReadBy::Kept),
        Origin::Shipped(name) => of_name(&known, name).map_or(ReadBy::Present, ReadBy::Known),
        Origin::Loaded(_) | Origin::Again => ReadBy::Present,
    };
    if current == ReadBy::Present {
        let words = match &review.origin {
            Origin::Again => view.tr("importing-origin-again"),
            _ => named("importing-by-loaded", &review.recipe.name),
        };
        options.push((ReadBy::Present, words));
    }
    let kept = review.kept.iter().enumerate();
    options.extend(kept.map(|(at, recipe)| (ReadBy::Kept(at), named("importing-by-kept", &recipe.name))));
    options.push((ReadBy::File, view.tr("importing-by-file")));
    let sources = known.iter().enumerate();
    options.extend(sources.map(|(at, recipe)| (ReadBy::Known(at), named("importing-by-known", &recipe.name))));
    let name = view.tr("importing-by");
    ui.spacing_mut().combo_width = 260.0;
    let send = |command| view.send(Command::Import(command));
    let by = |recipe: &Recipe, origin: fn(String) -> Origin| {
        ImportCommand::ReadBy(By::Recipe(Box::new(recipe.clone()), origin(recipe.name.clone())))
    };
    match choice::drop_down(ui, "read-by", &name, current, &options) {
        Some(ReadBy::Proposal) => send(ImportCommand::ReadBy(By::Proposal)),
        Some(ReadBy::Kept(at)) => {
            if let Some(recipe) = review.kept.get(at) {
                send(by(recipe, Origin::Kept));
            }
        }
        Some(ReadBy::Known(at)) => {
            if let Some(recipe) = known.get(at) {
                send(by(recipe, Origin::Shipped));
            }
        }
        Some(ReadBy::File) => send(ImportCommand::LoadRecipe),
        Some(ReadBy::Present) | None => {}
    }
    ui.label(RichText::new(name).size(size::FOOT).color(view.tokens.muted));
}
