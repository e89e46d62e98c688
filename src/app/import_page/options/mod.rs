//! What can be chosen for a column beyond where it goes: order of dates, marks, separators, empty and unreadable cells.

mod counts;
mod dates;

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::columns::ColumnRow;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::words;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::import::recipe::{Names, OnBad, Target};
use crate::import::rows::items::{LITERAL, TIGHT_COMMA};

const NAME: f32 = 118.0;

const SEPARATORS: [&str; 6] = [";", ",", TIGHT_COMMA, "|", "\n", LITERAL];

/// The name of a separator of lists.
pub fn separator_words(view: &View<'_>, separator: &str) -> String {
    match separator {
        ";" => view.tr("importing-separator-semicolon"),
        "," => view.tr("importing-separator-comma"),
        TIGHT_COMMA => view.tr("importing-separator-tight-comma"),
        "|" => view.tr("importing-separator-bar"),
        "\n" => view.tr("importing-separator-line"),
        LITERAL => view.tr("importing-separator-literal"),
        other => view.tr_args("importing-separator-other", &[("mark", other.to_owned().into())]),
    }
}

/// The options of an unfolded column.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    match &row.rule.target {
        Target::Date { .. } => {
            dates::order_ui(ui, view, row);
            dates::reading_ui(ui, view, row);
            dates::blank_ui(ui, view, row);
            bad_ui(ui, view, row);
        }
        Target::Count { .. } => {
            counts::effect_ui(ui, view, row);
            counts::thousands_ui(ui, view, row);
            counts::placeholders_ui(ui, view, row);
            bad_ui(ui, view, row);
        }
        Target::List { .. } => {
            separator_ui(ui, view, row);
            names_ui(ui, view, row);
            missing_ui(ui, view, row);
        }
        Target::Text(_) | Target::Html(_) => {
            names_ui(ui, view, row);
            missing_ui(ui, view, row);
        }
        Target::Ignore => {}
    }
}

/// Whether words for a missing value leave the text empty.
fn missing_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let mut knows = row.rule.knows_missing;
    let words = RichText::new(view.tr("importing-knows-missing")).size(size::FOOT);
    if ui.checkbox(&mut knows, words).changed() {
        view.send(Command::Import(ImportCommand::KnowsMissing(row.rule.header.clone(), knows)));
    }
}

fn send(view: &View<'_>, row: ColumnRow<'_>, target: Target, on_bad: OnBad) {
    let header = row.rule.header.clone();
    view.send(Command::Import(ImportCommand::Column { header, target, on_bad }));
}

fn line_ui(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui)) {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(NAME, 30.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(NAME);
            ui.add(egui::Label::new(RichText::new(name).size(size::FOOT)).wrap());
        });
        add(ui);
    });
}

fn bad_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let name = view.tr("importing-bad");
    let options = [OnBad::RejectRow, OnBad::KeepRow].map(|bad| (bad, words::on_bad(view.lang(), bad)));
    line_ui(ui, &name, |ui| {
        if let Some(on_bad) = choice::segments(ui, &name, row.rule.on_bad, &options) {
            send(view, row, row.rule.target.clone(), on_bad);
        }
    });
}

fn separator_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let Target::List { field, separator } = &row.rule.target else { return };
    let name = view.tr("importing-separator");
    let options = SEPARATORS.map(|mark| (mark, separator_words(view, mark)));
    line_ui(ui, &name, |ui| {
        if let Some(separator) = choice::drop_down(ui, "separator", &name, separator.as_str(), &options) {
            let target = Target::List { field: field.clone(), separator: separator.to_owned() };
            send(view, row, target, row.rule.on_bad);
        }
    });
}

/// Whether countries and sectors are named by our lists, where the column is one of them.
fn names_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    if !has_names(&row.rule.target) {
        return;
    }
    let name = view.tr("importing-names");
    let options = [Names::AsWritten, Names::ByList].map(|names| (names, names_words(view, names)));
    line_ui(ui, &name, |ui| {
        let of_column = format!("{name} · {}", row.rule.header);
        if let Some(names) = choice::segments(ui, &of_column, row.rule.names, &options) {
            view.send(Command::Import(ImportCommand::Names(row.rule.header.clone(), names)));
        }
    });
}

/// Whether a column's words are held against a list of ours.
pub fn has_names(target: &Target) -> bool {
    use crate::frame::batch::Field::{Country, Sector};
    matches!(
        target,
        Target::Text(Country | Sector) | Target::Html(Country | Sector) | Target::List { field: Country | Sector, .. }
    )
}

/// How words are kept.
pub fn names_words(view: &View<'_>, names: Names) -> String {
    view.tr(match names {
        Names::AsWritten => "importing-names-written",
        Names::ByList => "importing-names-list",
    })
}
