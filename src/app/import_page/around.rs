//! What is around the table: the member of an archive, the sheet and the range of a workbook, files of a folder. Each
//! is shown with what speaks for it and can be chosen otherwise.

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::file::{indented, row};
use crate::app::import_page::state::Review;
use crate::app::import_page::words;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::import::container::Choice;
use crate::import::container::found::{Found, TableFound, WhyPassedOver, WorkbookFound};
use crate::text::{Arg, number};

/// Lines above or below a table that are shown.
const SHOWN: usize = 3;

/// Draws the choices, where something is around the table.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let Some(found) = review.source.around() else { return };
    member_ui(ui, view, found);
    if let Some(workbook) = &found.workbook {
        sheet_ui(ui, view, review, workbook);
        table_ui(ui, view, review, workbook);
    }
    passed_over_ui(ui, view, found);
}

/// Whether the table stands in a workbook.
pub fn is_sheet(review: &Review) -> bool {
    review.source.around().is_some_and(|found| found.workbook.is_some())
}

fn send(view: &View<'_>, choice: Choice) {
    view.send(Command::Import(ImportCommand::Around(choice)));
}

/// Which member of an archive is read.
fn member_ui(ui: &mut egui::Ui, view: &View<'_>, found: &Found) {
    if found.members.len() < 2 {
        return;
    }
    let name = view.tr("importing-member");
    let chosen: Vec<usize> =
        (0..found.members.len()).filter(|at| found.members.get(*at).is_some_and(|member| member.is_chosen)).collect();
    let current = match chosen.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    row(ui, &name, |ui| {
        let mut options: Vec<(Option<usize>, String)> = Vec::new();
        if current.is_none() {
            let count = Arg::Text(number(view.lang(), chosen.len() as u64));
            options.push((None, view.tr_args("importing-member-several", &[("count", count)])));
        }
        for (at, member) in found.members.iter().enumerate() {
            options.push((Some(at), format!("{} ({})", member.name, words::size(view.lang(), member.size))));
        }
        ui.spacing_mut().combo_width = 300.0;
        let picked = choice::drop_down(ui, "member", &name, current, &options).flatten();
        if let Some(member) = picked.and_then(|at| found.members.get(at)) {
            send(view, Choice { member: Some(member.name.clone()), ..Choice::default() });
        }
    });
}

/// Which sheet of a workbook is read.
fn sheet_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review, workbook: &WorkbookFound) {
    let name = view.tr("importing-sheet");
    row(ui, &name, |ui| {
        let options: Vec<(&str, String)> = workbook
            .sheets
            .iter()
            .map(|sheet| {
                let words = if sheet.is_hidden {
                    view.tr_args("importing-sheet-hidden", &[("name", sheet.name.clone().into())])
                } else {
                    sheet.name.clone()
                };
                (sheet.name.as_str(), words)
            })
            .collect();
        ui.spacing_mut().combo_width = 300.0;
        if let Some(sheet) = choice::drop_down(ui, "sheet", &name, workbook.sheet(), &options) {
            let before = review.source.choice();
            send(view, Choice { sheet: Some(sheet.to_owned()), range: None, ..before });
        }
    });
    let why = if workbook.is_sheet_given { "importing-chosen" } else { "importing-sheet-why" };
    let count = Arg::Number(workbook.sheets.len() as u64);
    indented(ui, &view.tr_args(why, &[("count", count)]));
}

/// Which table of the sheet is read: those that were found, or a range that is typed.
fn table_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review, workbook: &WorkbookFound) {
    let name = view.tr("importing-range");
    let words = |table: &TableFound| {
        let rows = Arg::Text(number(view.lang(), u64::from(table.rows)));
        let key = if table.is_pivot { "importing-range-pivot" } else { "importing-range-of" };
        let mut headers = table.headers.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
        if table.headers.len() > 3 {
            headers.push_str(", …");
        }
        let args = [("range", table.range.to_string().into()), ("rows", rows), ("headers", headers.into())];
        view.tr_args(key, &args)
    };
    row(ui, &name, |ui| {
        let mut options: Vec<(usize, String)> =
            workbook.tables.iter().enumerate().map(|(at, table)| (at, words(table))).collect();
        let current = workbook.tables.iter().position(|table| table.range == workbook.chosen.range);
        if current.is_none() {
            options.push((usize::MAX, words(&workbook.chosen)));
        }
        ui.spacing_mut().combo_width = 300.0;
        let picked = choice::drop_down(ui, "range", &name, current.unwrap_or(usize::MAX), &options);
        if let Some(table) = picked.and_then(|at| workbook.tables.get(at)) {
            let before = review.source.choice();
            let sheet = Some(workbook.sheet().to_owned());
            send(view, Choice { sheet, range: Some(table.range), ..before });
        }
    });
    let why = if workbook.is_range_given { "importing-chosen" } else { "importing-range-why" };
    indented(ui, &view.tr_args(why, &[("count", Arg::Number(workbook.tables.len() as u64))]));
    for (lines, key) in
        [(&workbook.chosen.above, "importing-range-above"), (&workbook.chosen.below, "importing-range-below")]
    {
        if !lines.is_empty() {
            let shown = lines.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(" · ");
            indented(ui, &view.tr_args(key, &[("lines", shown.into())]));
        }
    }
}

/// Files that are not part of the table, and why.
fn passed_over_ui(ui: &mut egui::Ui, view: &View<'_>, found: &Found) {
    for file in found.passed_over.iter().take(SHOWN * 2) {
        let why = match &file.why {
            WhyPassedOver::NoData(error) => words::import_error(view.lang(), error),
            WhyPassedOver::NoFile => view.tr("importing-passed-no-file"),
            WhyPassedOver::Deeper => view.tr("importing-passed-deeper"),
            WhyPassedOver::ForeignName => view.tr("importing-passed-foreign"),
            WhyPassedOver::OtherShape => view.tr("importing-passed-shape"),
            WhyPassedOver::OfTheSystem => view.tr("importing-passed-system"),
        };
        let args = [("name", file.name.clone().into()), ("why", why.into())];
        let words = RichText::new(view.tr_args("importing-passed-over", &args)).size(size::FOOT);
        ui.add(egui::Label::new(words.color(view.tokens.muted)).wrap());
    }
}
