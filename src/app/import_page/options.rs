//! What can be chosen for a column beyond where it goes: order of dates, marks, separators, empty and unreadable cells.

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::columns::ColumnRow;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::words;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::frame::batch::Field;
use crate::import::recipe::{Blank, DateOrder, OnBad, Placeholder, Target, Thousands};
use crate::import::rows::items::LITERAL;
use crate::model::affected::{Effect, Unit};
use crate::model::date::PartialDate;
use crate::model::event::When;
use crate::model::missing::Missing;

const NAME: f32 = 118.0;

const SEPARATORS: [&str; 5] = [";", ",", "|", "\n", LITERAL];

const EFFECTS: [Effect; 7] = [
    Effect::DataExposed,
    Effect::AccessCut,
    Effect::DataAltered,
    Effect::DataLost,
    Effect::MoneyLost,
    Effect::Targeted,
    Effect::Other,
];

/// The name of a separator of lists.
pub fn separator_words(view: &View<'_>, separator: &str) -> String {
    match separator {
        ";" => view.tr("importing-separator-semicolon"),
        "," => view.tr("importing-separator-comma"),
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
            order_ui(ui, view, row);
            blank_ui(ui, view, row);
            bad_ui(ui, view, row);
        }
        Target::Count { .. } => {
            effect_ui(ui, view, row);
            thousands_ui(ui, view, row);
            placeholders_ui(ui, view, row);
            bad_ui(ui, view, row);
        }
        Target::List { .. } => separator_ui(ui, view, row),
        Target::Ignore | Target::Text(_) | Target::Html(_) => {}
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

/// The order of day and month with its evidence, and what one of the column's own dates means in each.
fn order_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let lang = view.lang();
    let Target::Date { event, order, blank } = row.rule.target else { return };
    let Some(dates) = &row.reason.dates else { return };
    let name = view.tr("importing-order");
    if dates.numeric() > 0 {
        line_ui(ui, &name, |ui| {
            let of_column = format!("{name} · {}", row.rule.header);
            let options = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay]
                .map(|order| (Some(order), words::order(lang, order)));
            let current = (!row.is_open).then_some(order);
            if let Some(Some(order)) = choice::segments(ui, &of_column, current, &options) {
                send(view, row, Target::Date { event, order, blank }, row.rule.on_bad);
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

fn blank_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let Target::Date { event, order, blank } = row.rule.target else { return };
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
            send(view, row, Target::Date { event, order, blank }, row.rule.on_bad);
        }
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

/// What happened to those who are counted.
fn effect_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let Target::Count { field: Field::Affected(unit, effect), thousands, placeholders, unit_column } = &row.rule.target
    else {
        return;
    };
    let with = |unit: Unit, effect: Effect| Target::Count {
        field: Field::Affected(unit, effect),
        thousands: *thousands,
        placeholders: placeholders.clone(),
        unit_column: unit_column.clone(),
    };
    let name = view.tr("importing-effect");
    line_ui(ui, &name, |ui| {
        let options = EFFECTS.map(|effect| (effect, words::capitalised(&view.tr(&format!("effect-{}", effect.key())))));
        if let Some(effect) = choice::drop_down(ui, "effect", &name, *effect, &options) {
            send(view, row, with(*unit, effect), row.rule.on_bad);
        }
    });
    if let Some(column) = unit_column {
        let words = view.tr_args("importing-unit-column", &[("column", column.clone().into())]);
        ui.add(egui::Label::new(RichText::new(words).size(size::FOOT).color(view.tokens.muted)).wrap());
    }
}

fn thousands_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    let Target::Count { field, thousands, placeholders, unit_column } = &row.rule.target else { return };
    let name = view.tr("importing-thousands");
    let options = [Thousands::Auto, Thousands::Comma, Thousands::Point, Thousands::Space]
        .map(|mark| (mark, words::thousands(view.lang(), mark)));
    line_ui(ui, &name, |ui| {
        if let Some(thousands) = choice::drop_down(ui, "thousands", &name, *thousands, &options) {
            let target = Target::Count {
                field: field.clone(),
                thousands,
                placeholders: placeholders.clone(),
                unit_column: unit_column.clone(),
            };
            send(view, row, target, row.rule.on_bad);
        }
    });
}

/// Numbers that the file has often and that may stand for "not known yet".
fn placeholders_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    use crate::import::recipe::PlaceholderMeaning::{AtLeast, Unknown};
    let Target::Count { field, thousands, placeholders, unit_column } = &row.rule.target else { return };
    for (&number, &cells) in &row.survey.placeholders {
        let current = placeholders.iter().find(|rule| rule.number == number).map(|rule| rule.means);
        let cells = crate::text::number(view.lang(), cells);
        let shown = crate::text::number(view.lang(), number);
        let name = view.tr_args("importing-placeholder", &[("number", shown.clone().into()), ("cells", cells.into())]);
        let mut options = vec![(None, view.tr("importing-placeholder-itself"))];
        if number > 0 {
            let words = view.tr_args("importing-at-least", &[("lo", shown.into())]);
            options.push((Some(AtLeast(number)), words));
        }
        options.push((Some(Unknown), view.tr("missing-unknown")));
        line_ui(ui, &name, |ui| {
            if let Some(means) = choice::drop_down(ui, ("placeholder", number), &name, current, &options) {
                let mut rules: Vec<Placeholder> =
                    placeholders.iter().copied().filter(|rule| rule.number != number).collect();
                rules.extend(means.map(|means| Placeholder { number, means }));
                let target = Target::Count {
                    field: field.clone(),
                    thousands: *thousands,
                    placeholders: rules,
                    unit_column: unit_column.clone(),
                };
                send(view, row, target, row.rule.on_bad);
            }
        });
    }
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
