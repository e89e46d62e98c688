//! Which conditions of a filter one record does not meet.

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::cell::DateState;
use crate::model::event::EventKind;
use crate::query::expr::Expr;
use crate::query::question::Filter;
use crate::query::select::Prepared;

/// A condition that a record does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// The words that are looked for do not occur in it.
    Text,
    /// It has no date of the event, and a period is asked for.
    Undated,
    /// Its date may lie in the period and may lie outside.
    Touching,
    /// Its date lies outside the period.
    OutsidePeriod,
    /// The field has none of the words asked for.
    Words(Field),
    /// It comes from another dataset.
    Datasets,
    /// Another condition.
    Expr(Expr),
}

/// What a row of a snapshot does not meet, in the order of the filter's parts; empty where the filter chooses it. That
/// the largest record is to be left out is no condition on one record and is not looked at. O(one chunk) a condition.
pub fn unmet(snapshot: &Snapshot, filter: &Filter, date_of: EventKind, row: usize) -> Vec<Unmet> {
    let Some((chunk, index)) = snapshot.locate(row) else { return Vec::new() };
    let meets = |part: &Filter| Prepared::new(snapshot, part, date_of).holds(chunk, index);
    let mut unmet = Vec::new();
    if !filter.text.is_empty() && !meets(&Filter { text: filter.text.clone(), ..Filter::default() }) {
        unmet.push(Unmet::Text);
    }
    let period = Filter { from: filter.from, to: filter.to, ..Filter::default() };
    if (filter.from.is_some() || filter.to.is_some()) && !meets(&period) {
        let cell = chunk.dates(date_of).map(|column| column.get(index)).unwrap_or_default();
        let (from, to) = (filter.from.map_or(i32::MIN, |day| day.0), filter.to.map_or(i32::MAX, |day| day.0));
        unmet.push(match cell.state {
            DateState::Date if cell.lo <= to && cell.hi >= from => Unmet::Touching,
            DateState::Date => Unmet::OutsidePeriod,
            _ => Unmet::Undated,
        });
    }
    for (field, words) in &filter.words {
        let part = Filter { words: vec![(field.clone(), words.clone())], ..Filter::default() };
        if !meets(&part) {
            unmet.push(Unmet::Words(field.clone()));
        }
    }
    if !filter.datasets.is_empty() && !meets(&Filter { datasets: filter.datasets.clone(), ..Filter::default() }) {
        unmet.push(Unmet::Datasets);
    }
    let parts = match &filter.expr {
        Expr::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    for part in parts {
        if !meets(&Filter { expr: part.clone(), ..Filter::default() }) {
            unmet.push(Unmet::Expr(part.clone()));
        }
    }
    unmet
}
