//! Columns of counts: what speaks for them, which mark groups thousands, which numbers stand for "not known yet".

use crate::frame::batch::Field;
use crate::import::propose::proposal::{Certainty, Why};
use crate::import::propose::survey::{ColumnSurvey, Survey};
use crate::import::propose::{Draft, SUITS_WITH_HEADER, vocabulary};
use crate::import::recipe::{Placeholder, Target, Thousands};
use crate::model::affected::Unit;

/// What speaks for counts in a column.
pub(super) fn count_draft(column: &ColumnSurvey) -> Option<Draft> {
    let share = column.share(column.counts);
    let read = vocabulary::count(&column.header)?;
    if share < SUITS_WITH_HEADER {
        return None;
    }
    let field = match (read.meaning, main_unit(column)) {
        // The cells name their unit: it goes before a header that only says "number".
        (Field::Affected(_, effect), Some(unit)) if read.weight <= 6 => Field::Affected(unit, effect),
        (field, _) => field,
    };
    Some(Draft {
        target: Target::Count {
            field,
            thousands: thousands(column),
            placeholders: placeholders(column),
            unit_column: None,
        },
        confidence: if share >= 0.95 && read.weight >= 6 { Certainty::High } else { Certainty::Medium },
        why: Why::HeaderAndContents { words: read.by.to_owned(), suit: column.counts, filled: column.filled },
        weight: u32::from(read.weight) * 100 + (share * 50.0) as u32,
    })
}

/// Numbers that stand for "not known yet" by how often they come.
fn placeholders(column: &ColumnSurvey) -> Vec<Placeholder> {
    let noticed = column.numbers.noticed(column.counts);
    noticed.iter().filter_map(|one| Some(Placeholder { number: one.number, means: one.means? })).collect()
}

/// The unit that most cells name.
fn main_unit(column: &ColumnSurvey) -> Option<Unit> {
    let (unit, cells) = column.units.iter().max_by_key(|(_, cells)| **cells)?;
    (*cells * 2 > column.counts).then_some(*unit)
}

/// The mark between thousands, when all cells that have one agree.
pub fn thousands(column: &ColumnSurvey) -> Thousands {
    let mut marks = column.marks.keys();
    match (marks.next(), marks.next()) {
        (Some(mark), None) => *mark,
        _ => Thousands::Auto,
    }
}

/// A column of nothing but units belongs to the count beside it.
pub(super) fn find_unit_column(drafts: &mut [Draft], survey: &Survey) {
    let counts: Vec<usize> = (0..drafts.len())
        .filter(|place| drafts.get(*place).is_some_and(|draft| matches!(draft.target, Target::Count { .. })))
        .collect();
    let units: Vec<usize> = survey
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.filled > 0 && column.share(column.unit_words) > 0.9)
        .map(|(place, _)| place)
        .collect();
    let (Some(&unit), Some(&count)) =
        (units.first(), units.first().and_then(|unit| counts.iter().min_by_key(|count| count.abs_diff(*unit))))
    else {
        return;
    };
    let header = |place: usize| survey.columns.get(place).map(|column| column.header.clone()).unwrap_or_default();
    if let Some(Draft { target: Target::Count { unit_column, .. }, .. }) = drafts.get_mut(count) {
        *unit_column = Some(header(unit));
    }
    if let Some(draft) = drafts.get_mut(unit) {
        *draft = Draft {
            target: Target::Ignore,
            confidence: Certainty::High,
            why: Why::UnitOf { column: header(count) },
            weight: 0,
        };
    }
}
