//! Two selections side by side, in the same time and the same datasets.

use crate::chart::figures::LEVEL;
use crate::chart::figures::compare::{CLUSTERED, within};
use crate::chart::figures::comparing::Verdict;
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::model::period::PeriodScheme;
use crate::query::question::{Filter, Question};
use crate::query::{Expr, Selection, date_intervals, facets, select};
use crate::stats::multiple::{Adjustment, adjusted};
use crate::stats::periods::PeriodCounter;
use crate::stats::rates::rate_ratio;
use crate::stats::share::{ShareDifference, share_difference};

/// Adjusted probability below which a share of a table is said to differ.
pub const ALPHA: f64 = 1.0 - LEVEL;

/// What the selection is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// Everything else in the same time and datasets.
    Others,
    /// What meets this condition there.
    Meeting(Expr),
}

/// Two selections.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The selection of the question.
    pub first: Selection,
    /// What it is compared with.
    pub second: Selection,
    /// Which filter chooses the second, for its records.
    pub second_filter: Filter,
    /// Records in both.
    pub shared: u64,
}

impl Pair {
    /// The question's selection and what it is compared with.
    pub fn of(snapshot: &Snapshot, question: &Question, first: &Selection, against: &Against) -> Self {
        let filter = &question.filter;
        let base = Filter { from: filter.from, to: filter.to, datasets: filter.datasets.clone(), ..Filter::default() };
        let choose = |filter: &Filter| select(snapshot, filter, question.date_of, question.measure);
        let (second, second_filter) = match against {
            Against::Others => {
                // The largest record, where it is left out, belongs to neither side.
                let whole = choose(&Filter { without_largest: false, ..filter.clone() });
                let others = choose(&base).without(&whole);
                (others, Filter { expr: Expr::Not(Box::new(condition(filter))), ..base })
            }
            Against::Meeting(expr) => {
                let filter = Filter { expr: expr.clone(), ..base };
                (choose(&filter), filter)
            }
        };
        let shared = first.and(&second).len() as u64;
        Self { first: first.clone(), second, second_filter, shared }
    }

    /// The same without the records that are in both.
    #[must_use]
    pub fn apart(self) -> Self {
        let both = self.first.and(&self.second);
        Self { first: self.first.without(&both), second: self.second.without(&both), shared: 0, ..self }
    }

    /// Number of records on each side.
    pub fn sizes(&self) -> (u64, u64) {
        (self.first.len() as u64, self.second.len() as u64)
    }
}

/// What a filter asks for besides its period and datasets, as an expression.
fn condition(filter: &Filter) -> Expr {
    let mut parts: Vec<Expr> = Vec::new();
    if !filter.text.trim().is_empty() {
        parts.push(Expr::Text(filter.text.clone()));
    }
    let words = |(field, words): &(Field, Vec<String>)| Expr::Words { field: field.clone(), words: words.clone() };
    parts.extend(filter.words.iter().map(words));
    if !filter.expr.is_everything() {
        parts.push(filter.expr.clone());
    }
    Expr::All(parts)
}

/// How many on each side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountDifference {
    /// Number of the first over the number of the second; infinite when the second is 0.
    pub ratio: f64,
    /// Its interval, widened where incidents come in clusters.
    pub interval: (f64, f64),
    /// How much more monthly counts vary than independent incidents would, within each side.
    pub dispersion: Option<f64>,
    /// What may be said.
    pub verdict: Verdict,
}

impl CountDifference {
    /// Compares the numbers of both sides over the same time; `None` when both are 0 or nothing is dated.
    pub fn of(snapshot: &Snapshot, pair: &Pair, question: &Question, scope: &Scope) -> Option<Self> {
        let (one, other) = pair.sizes();
        let (first, last) = scope.covered?;
        let months = |selection: &Selection| -> Vec<u64> {
            let borders = PeriodScheme::Month.borders(first, last);
            let Some(mut counter) = PeriodCounter::new(&borders, first.0, last.0) else { return Vec::new() };
            for cell in date_intervals(snapshot, selection, question.date_of) {
                counter.add(cell.lo, cell.hi);
            }
            let periods = counter.finish().periods;
            periods.iter().filter(|month| !month.is_partial()).map(|month| month.certain).collect()
        };
        let counts = [months(&pair.first), months(&pair.second)];
        let dispersion = within(counts.iter().map(Vec::as_slice));
        let days = (last.days_since(first) + 1) as f64;
        let mut found = rate_ratio((one, days), (other, days), LEVEL)?;
        if let Some(index) = dispersion.filter(|index| *index > CLUSTERED) {
            found = found.widened(index);
        }
        let verdict = match () {
            () if one + other < super::FEWEST => Verdict::Few,
            () if found.low > 1.0 => Verdict::Above,
            () if found.high < 1.0 => Verdict::Below,
            () => Verdict::NotClear,
        };
        Some(Self { ratio: found.ratio, interval: (found.low, found.high), dispersion, verdict })
    }
}

/// The share of one word on each side.
#[derive(Clone, Debug, PartialEq)]
pub struct WordShare {
    /// The word.
    pub word: String,
    /// Records with it on each side.
    pub counts: (u64, u64),
    /// The shares' difference with its interval.
    pub difference: ShareDifference,
    /// What may be said of it, after the rule for many comparisons.
    pub verdict: Verdict,
}

/// Shares of the words of a field on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The words shown, most frequent first.
    pub words: Vec<WordShare>,
    /// Words not shown.
    pub more: u64,
    /// Records with any word on each side.
    pub known: (u64, u64),
    /// Records without a word on each side.
    pub without: (u64, u64),
    /// The rule for many comparisons.
    pub adjustment: Adjustment,
}

impl Shares {
    /// Compares the most frequent `most` words of a field.
    pub fn of(snapshot: &Snapshot, pair: &Pair, field: &Field, most: usize) -> Self {
        let (one, other) = (facets(snapshot, &pair.first, field), facets(snapshot, &pair.second, field));
        let known = (pair.sizes().0 - one.without, pair.sizes().1 - other.without);
        let mut words: std::collections::BTreeMap<String, (u64, u64)> = std::collections::BTreeMap::new();
        for (word, count) in &one.words {
            words.entry(word.clone()).or_default().0 = *count;
        }
        for (word, count) in &other.words {
            words.entry(word.clone()).or_default().1 = *count;
        }
        let mut words: Vec<(String, (u64, u64))> = words.into_iter().collect();
        words.sort_by_key(|(_, (one, other))| std::cmp::Reverse(one + other));
        let more = words.len().saturating_sub(most) as u64;
        words.truncate(most);
        let mut found: Vec<WordShare> = words
            .into_iter()
            .filter_map(|(word, counts)| {
                let difference = share_difference((counts.0, known.0), (counts.1, known.1), LEVEL)?;
                Some(WordShare { word, counts, difference, verdict: Verdict::Few })
            })
            .collect();
        let (adjustment, rule) =
            adjusted(&found.iter().map(|found| found.difference.p.unwrap_or(1.0)).collect::<Vec<_>>());
        let enough = known.0.min(known.1) >= super::FEWEST;
        for (found, p) in found.iter_mut().zip(rule) {
            found.verdict = match () {
                () if !enough => Verdict::Few,
                () if p >= ALPHA => Verdict::NotClear,
                () => Verdict::of(found.difference.interval, known.0, known.1),
            };
        }
        Self { words: found, more, known, without: (one.without, other.without), adjustment }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::{FrameBuilder, RecordId, RowValues};
    use crate::model::affected::{Effect, Unit};
    use crate::model::event::EventKind;

    fn snapshot() -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for id in 0..200_u64 {
            let mut row = RowValues::default();
            row.add_word(Field::Kind, if id % 2 == 0 { "Theft" } else { "Loss" });
            row.add_word(Field::Sector, if id % 4 == 0 { "Health" } else { "Energy" });
            builder.push_row(RecordId(id), &row).expect("ids grow");
        }
        builder.finish()
    }

    fn pair(snapshot: &Snapshot, filter: Filter, against: &Against) -> Pair {
        let mut question = crate::query::first::first_question(snapshot, &[], crate::model::calendar::Day(20_000));
        question.filter = filter;
        let first = select(snapshot, &question.filter, EventKind::Aware, (Unit::People, Effect::DataExposed));
        Pair::of(snapshot, &question, &first, against)
    }

    #[test]
    fn the_others_are_all_the_rest() {
        let snapshot = snapshot();
        let theft = Filter { words: vec![(Field::Kind, vec!["Theft".to_owned()])], ..Filter::default() };
        let found = pair(&snapshot, theft.clone(), &Against::Others);
        assert_eq!((found.sizes(), found.shared), ((100, 100), 0));
        let again = select(&snapshot, &found.second_filter, EventKind::Aware, (Unit::People, Effect::DataExposed));
        assert_eq!(again.len(), 100);
        let shares = Shares::of(&snapshot, &found, &Field::Sector, 8);
        let health = shares.words.iter().find(|word| word.word == "Health").expect("a word");
        assert_eq!((health.counts, health.verdict), ((50, 0), Verdict::Above));
        assert_eq!(shares.adjustment, Adjustment::Holm);
    }

    #[test]
    fn records_in_both_are_counted_and_can_be_left_out() {
        let snapshot = snapshot();
        let theft = Filter { words: vec![(Field::Kind, vec!["Theft".to_owned()])], ..Filter::default() };
        let found = pair(&snapshot, theft, &Against::Meeting(Expr::word(Field::Sector, "Health")));
        assert_eq!((found.sizes(), found.shared), ((100, 50), 50));
        let apart = found.apart();
        assert_eq!((apart.sizes(), apart.shared), ((50, 0), 0));
    }
}
