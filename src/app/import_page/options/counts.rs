//! What can be chosen for a column of counts: effect, mark between thousands, numbers that stand for something else.

use eframe::egui::{self, RichText};

use super::{line_ui, send};
use crate::app::import_page::columns::ColumnRow;
use crate::app::import_page::words;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::frame::batch::Field;
use crate::import::propose::say::signed;
use crate::import::recipe::{Placeholder, Target, Thousands};
use crate::model::affected::{Effect, Unit};

const EFFECTS: [Effect; 7] = [
    Effect::DataExposed,
    Effect::AccessCut,
    Effect::DataAltered,
    Effect::DataLost,
    Effect::MoneyLost,
    Effect::Targeted,
    Effect::Other,
];

/// What happened to those who are counted.
pub(super) fn effect_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
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

/// Which mark groups thousands.
pub(super) fn thousands_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
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

/// Numbers that the file has often and that may stand for "not known yet", and those of the recipe.
pub(super) fn placeholders_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    use crate::import::recipe::PlaceholderMeaning::{AtLeast, Unknown};
    let Target::Count { field, thousands, placeholders, unit_column } = &row.rule.target else { return };
    let noticed = row.survey.numbers.noticed(row.survey.counts);
    let mut numbers: Vec<i64> = noticed.iter().map(|one| one.number).collect();
    let others: Vec<i64> = placeholders.iter().map(|rule| rule.number).filter(|one| !numbers.contains(one)).collect();
    numbers.extend(others);
    for number in numbers {
        let current = placeholders.iter().find(|rule| rule.number == number).map(|rule| rule.means);
        let cells = crate::text::number(view.lang(), row.survey.numbers.cells(number));
        let shown = signed(view.lang(), number);
        let name = view.tr_args("importing-placeholder", &[("number", shown.clone().into()), ("cells", cells.into())]);
        let mut options = vec![(None, view.tr("importing-placeholder-itself"))];
        let mut least: Vec<u64> = u64::try_from(number).ok().filter(|number| *number > 0).into_iter().collect();
        if let Some(AtLeast(other)) = current.filter(|means| !least.iter().any(|least| *means == AtLeast(*least))) {
            least.push(other);
        }
        for lo in least {
            let words = view.tr_args("importing-at-least", &[("lo", crate::text::number(view.lang(), lo).into())]);
            options.push((Some(AtLeast(lo)), words));
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
