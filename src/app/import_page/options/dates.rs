//! What can be chosen for a column of dates: the order with its evidence, and what an empty cell means.

use eframe::egui::{self, RichText};

use super::{NAME, line_ui, send};
use crate::app::command::Command;
use crate::app::import_page::columns::ColumnRow;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::words;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::import::recipe::{Blank, DateOrder, Target};
use crate::model::date::PartialDate;
use crate::model::event::When;
use crate::model::missing::Missing;

/// What can be changed of a column of dates.
struct Changing<'a> {
    order: &'a mut DateOrder,
    blank: &'a mut Blank,
}

/// Sends the column's rule with one thing changed.
fn change(view: &View<'_>, row: ColumnRow<'_>, with: impl FnOnce(Changing<'_>)) {
    let mut target = row.rule.target.clone();
    if let Target::Date { order, blank, .. } = &mut target {
        with(Changing { order, blank });
        send(view, row, target, row.rule.on_bad);
    }
}

/// The order of day and month with its evidence, and what one of the column's own dates means in each.
pub(super) fn order_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let lang = view.lang();
    let Target::Date { order, .. } = row.rule.target else { return };
    let Some(dates) = &row.reason.dates else { return };
    let name = view.tr("importing-order");
    if dates.numeric() > 0 {
        line_ui(ui, &name, |ui| {
            let of_column = format!("{name} · {}", row.rule.header);
            let options = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay]
                .map(|order| (Some(order), words::order(lang, order)));
            let current = (!row.is_open).then_some(order);
            if let Some(Some(order)) = choice::segments(ui, &of_column, current, &options) {
                change(view, row, |date| *date.order = order);
                view.send(Command::Import(ImportCommand::Decide(row.rule.header.clone())));
            }
        });
    }
    let indented = |ui: &mut egui::Ui, words: String, colour| {
        let margin = egui::Margin { left: (NAME + space::S) as i8, ..egui::Margin::ZERO };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.add(egui::Label::new(RichText::new(words).size(size::FOOT).color(colour)).wrap());
        });
    };
    let colour = if row.is_open { view.tokens.caution } else { view.tokens.muted };
    indented(ui, words::order_evidence(lang, dates), colour);
    if let Some(words) = both_readings(view, row) {
        indented(ui, words, colour);
    }
}

/// One of the column's dates in both orders, where they differ.
fn both_readings(view: &View<'_>, row: ColumnRow<'_>) -> Option<String> {
    row.survey.samples.iter().find_map(|sample| {
        let read = |order| PartialDate::parse_with(sample, order).ok();
        let day_first = read(DateOrder::DayMonthYear)?;
        let month_first = read(DateOrder::MonthDayYear)?;
        (day_first.days() != month_first.days()).then(|| {
            view.tr_args(
                "importing-order-both",
                &[
                    ("sample", sample.clone().into()),
                    ("day", words::when(view.lang(), &When::Date(day_first)).into()),
                    ("month", words::when(view.lang(), &When::Date(month_first)).into()),
                ],
            )
        })
    })
}

/// What an empty cell means.
pub(super) fn blank_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let Target::Date { blank, .. } = row.rule.target else { return };
    let name = view.tr("importing-blank");
    let missing = |missing: Missing| {
        (Blank::Missing(missing), words::capitalised(&view.tr(&format!("missing-{}", missing.key()))))
    };
    let options = [
        (Blank::NothingSaid, view.tr("importing-blank-nothing")),
        (Blank::NotYet, view.tr("importing-blank-not-yet")),
        missing(Missing::Unknown),
        missing(Missing::NotStated),
        missing(Missing::Withheld),
        missing(Missing::NotApplicable),
    ];
    line_ui(ui, &name, |ui| {
        if let Some(blank) = choice::drop_down(ui, "blank", &name, blank, &options) {
            change(view, row, |date| *date.blank = blank);
        }
    });
}
