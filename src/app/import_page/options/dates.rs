//! What can be chosen for a column of dates: the order with its evidence, short years, bare numbers, first days, ranges,
//! and what an empty cell means.

use eframe::egui::{self, RichText};

use super::{NAME, line_ui, send};
use crate::app::command::Command;
use crate::app::import_page::columns::ColumnRow;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::words;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::import::date_rules::{DateReading, Firsts, Numbers, Ranges};
use crate::import::propose::asks_what_numbers_count;
use crate::import::propose::date_choices::{
    firsts_words, heap_words, heaped, numbers_words, pivot_words, ranges_words, span_words,
};
use crate::import::propose::survey::{DateEvidence, Heap};
use crate::import::recipe::{Blank, DateOrder, Target};
use crate::model::date::{PIVOT, PartialDate};
use crate::model::event::{EventKind, When};
use crate::model::missing::Missing;
use crate::text::Arg;

/// What can be changed of a column of dates.
struct Changing<'a> {
    order: &'a mut DateOrder,
    blank: &'a mut Blank,
    reading: &'a mut DateReading,
}

/// Sends the column's rule with one thing changed.
fn change(view: &View<'_>, row: ColumnRow<'_>, with: impl FnOnce(Changing<'_>)) {
    let mut target = row.rule.target.clone();
    if let Target::Date { order, blank, reading, .. } = &mut target {
        with(Changing { order, blank, reading });
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
    let colour = if row.is_open { view.tokens.caution } else { view.tokens.muted };
    if dates.all() > 0 {
        indented(ui, words::order_evidence(lang, dates), colour);
    }
    if let Some(words) = both_readings(view, row) {
        indented(ui, words, colour);
    }
}

/// Words beneath a choice.
fn indented(ui: &mut egui::Ui, words: String, colour: egui::Color32) {
    let margin = egui::Margin { left: (NAME + space::S) as i8, ..egui::Margin::ZERO };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.add(egui::Label::new(RichText::new(words).size(size::FOOT).color(colour)).wrap());
    });
}

/// What the column's cells give reason to choose beyond their order: nothing where they give none.
pub(super) fn reading_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let Target::Date { event, order, reading, parts, .. } = &row.rule.target else { return };
    let Some(dates) = &row.reason.dates else { return };
    if parts.is_none() {
        numbers_ui(ui, view, row, dates, reading.numbers);
    }
    if dates.short_years > 0 {
        pivot_ui(ui, view, row, reading.pivot);
    }
    let heap = dates.heap(*order);
    if heaped(heap) != Firsts::AsWritten || reading.firsts != Firsts::AsWritten {
        firsts_ui(ui, view, row, heap, reading.firsts);
    }
    if dates.ranges > 0 || reading.ranges != Ranges::SomeTimeIn {
        ranges_ui(ui, view, row, (dates.ranges, *event), reading.ranges);
    }
}

/// One choice of several, under a name that says of which column.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut egui::Ui,
    row: ColumnRow<'_>,
    name: &str,
    current: T,
    options: &[(T, String)],
) -> Option<T> {
    let of_column = format!("{name} · {}", row.rule.header);
    let mut chosen = None;
    line_ui(ui, name, |ui| chosen = choice::drop_down(ui, name, &of_column, current, options));
    chosen
}

fn numbers_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>, dates: &DateEvidence, current: Numbers) {
    if dates.numbers().is_none() && current == Numbers::AsWritten {
        return;
    }
    let lang = view.lang();
    let asks = row.is_open && asks_what_numbers_count(row.survey);
    let options = Numbers::ALL.map(|numbers| (Some(numbers), words::capitalised(&numbers_words(numbers, lang))));
    let shown = (!asks).then_some(current);
    if let Some(Some(numbers)) = choice_ui(ui, row, &view.tr("importing-date-numbers"), shown, &options) {
        change(view, row, |date| date.reading.numbers = numbers);
        view.send(Command::Import(ImportCommand::Decide(row.rule.header.clone())));
    }
    let colour = if asks { view.tokens.caution } else { view.tokens.muted };
    indented(ui, words::capitalised(&span_words(dates, lang)), colour);
}

fn pivot_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>, current: u8) {
    let mut pivots = vec![30, 50, PIVOT, 90];
    if !pivots.contains(&current) {
        pivots.push(current);
    }
    let options: Vec<(u8, String)> = pivots.into_iter().map(|pivot| (pivot, pivot_words(pivot, view.lang()))).collect();
    if let Some(pivot) = choice_ui(ui, row, &view.tr("importing-pivot"), current, &options) {
        change(view, row, |date| date.reading.pivot = pivot);
    }
}

fn firsts_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>, heap: Heap, current: Firsts) {
    let lang = view.lang();
    let options = Firsts::ALL.map(|firsts| (firsts, words::capitalised(&firsts_words(firsts, lang))));
    if let Some(firsts) = choice_ui(ui, row, &view.tr("importing-firsts"), current, &options) {
        change(view, row, |date| date.reading.firsts = firsts);
    }
    indented(ui, heap_words(heap, lang), view.tokens.muted);
}

/// `of` is how many ranges there are, and the event whose dates they are.
fn ranges_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>, of: (u64, EventKind), current: Ranges) {
    let (cells, event) = of;
    let extent = Ranges::Extent(EventKind::IntrusionEnded);
    let mut ranges = vec![Ranges::SomeTimeIn];
    if event != EventKind::IntrusionEnded {
        ranges.push(extent);
    }
    if !ranges.contains(&current) {
        ranges.push(current);
    }
    let words = |ranges| words::capitalised(&ranges_words(ranges, view.lang()));
    let options: Vec<(Ranges, String)> = ranges.into_iter().map(|ranges| (ranges, words(ranges))).collect();
    if let Some(ranges) = choice_ui(ui, row, &view.tr("importing-ranges"), current, &options) {
        change(view, row, |date| date.reading.ranges = ranges);
    }
    let cells = view.tr_args("importing-ranges-cells", &[("cells", Arg::from(cells as usize))]);
    indented(ui, cells, view.tokens.muted);
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
