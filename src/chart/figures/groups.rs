//! How many incidents, period by period, by the words of a field.
//!
//! A record may have several words of a field. In a stack each record stands once: under the one shown word that it
//! has, under "several" where it has more than one of those shown, under "other" where it has none of them. Side by
//! side it is counted under each shown word that it has.

use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::cell::{DateCell, DateState};
use crate::frame::columns::WordColumn;
use crate::query::question::Question;
use crate::query::{Expr, Selection, facets, parallel};

/// Most words that are shown each on its own: as many as there are colours.
pub const MOST_WORDS: usize = 8;

/// A part of a stack, or a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The shown word at this place.
    Word(usize),
    /// More than one of the shown words.
    Several,
    /// Only words that are not shown.
    Other,
    /// No word at all.
    Without,
}

/// The certain counts of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which group.
    pub group: Group,
    /// Count of each period.
    pub counts: Vec<u64>,
}

impl Row {
    /// Records of the group in all periods.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

/// Incidents over time by the words of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFigure {
    /// The field.
    pub field: Field,
    /// All chosen records over time, whatever their words.
    pub incidents: IncidentsFigure,
    /// The words shown, the most frequent among the chosen records first.
    pub words: Vec<String>,
    /// How many further words the chosen records have.
    pub other_words: u64,
    /// Every record once; groups without a record left out, words in their order, then several, other, without.
    pub once: Vec<Row>,
    /// Every record under each shown word that it has; other and without as in `once`.
    pub each: Vec<Row>,
    /// Records that lie in one period for certain: the sum of `once`.
    pub placed: u64,
    /// Records of these that have more than one of the shown words.
    pub several: u64,
}

/// Counts of one chunk or of all: groups by periods.
#[derive(Clone)]
struct Table {
    periods: usize,
    once: Vec<u64>,
    each: Vec<u64>,
}

/// Places in `Table::once` behind the words.
const AFTER_WORDS: [Group; 3] = [Group::Several, Group::Other, Group::Without];

impl Table {
    fn new(words: usize, periods: usize) -> Self {
        Self { periods, once: vec![0; (words + AFTER_WORDS.len()) * periods], each: vec![0; words * periods] }
    }

    /// Counts a record that has the words of these bits.
    fn add(&mut self, words: usize, period: usize, bits: u32, has_word: bool) {
        let place = match bits.count_ones() {
            0 if has_word => words + 1,
            0 => words + 2,
            1 => bits.trailing_zeros() as usize,
            _ => words,
        };
        bump(&mut self.once, place * self.periods + period);
        let mut rest = bits;
        while rest != 0 {
            bump(&mut self.each, rest.trailing_zeros() as usize * self.periods + period);
            rest &= rest - 1;
        }
    }

    fn merge(&mut self, other: &Self) {
        let add = |mine: &mut [u64], more: &[u64]| mine.iter_mut().zip(more).for_each(|(mine, more)| *mine += more);
        add(&mut self.once, &other.once);
        add(&mut self.each, &other.each);
    }

    fn rows(&self, words: usize) -> (Vec<Row>, Vec<Row>) {
        let rows = |table: &[u64], groups: Vec<Group>| -> Vec<Row> {
            let counts = table.chunks(self.periods.max(1)).map(<[u64]>::to_vec);
            let rows = groups.into_iter().zip(counts).map(|(group, counts)| Row { group, counts });
            rows.filter(|row| row.total() > 0).collect()
        };
        let named = (0..words).map(Group::Word);
        let once = rows(&self.once, named.clone().chain(AFTER_WORDS).collect());
        let mut each = rows(&self.each, named.collect());
        each.extend(once.iter().filter(|row| matches!(row.group, Group::Other | Group::Without)).cloned());
        (once, each)
    }
}

fn bump(counts: &mut [u64], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

impl GroupFigure {
    /// Counts the chosen records by the `top` most frequent words of a field, at most [`MOST_WORDS`].
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        (field, top): (&Field, usize),
    ) -> Self {
        let incidents = IncidentsFigure::compute(snapshot, selection, question, scope);
        let found = facets(snapshot, selection, field);
        let other_words = found.words.len().saturating_sub(top.min(MOST_WORDS)) as u64;
        let words: Vec<String> = found.words.into_iter().take(top.min(MOST_WORDS)).map(|(word, _)| word).collect();
        let (once, each) = count(snapshot, selection, question, scope, (field, &words));
        let placed = once.iter().map(Row::total).sum();
        let several = once.iter().filter(|row| row.group == Group::Several).map(Row::total).sum();
        Self { field: field.clone(), incidents, words, other_words, once, each, placed, several }
    }

    /// The condition of a group of the stack, whatever the date.
    pub fn condition_once(&self, group: Group) -> Expr {
        match group {
            Group::Word(at) => {
                let others: Vec<String> = self
                    .words
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .map(|(_, word)| word.clone())
                    .collect();
                let own = self.condition_each(group);
                if self.several == 0 || others.is_empty() {
                    return own;
                }
                own.and(Expr::Not(Box::new(Expr::Words { field: self.field.clone(), words: others })))
            }
            Group::Several => {
                let word = |word: &String| Expr::word(self.field.clone(), word.clone());
                let pairs =
                    self.words.iter().enumerate().flat_map(|(at, one)| {
                        self.words.iter().skip(at + 1).map(move |other| word(one).and(word(other)))
                    });
                Expr::Any(pairs.collect())
            }
            Group::Other | Group::Without => self.condition_each(group),
        }
    }

    /// The condition of a group where records are counted under each of their words.
    pub fn condition_each(&self, group: Group) -> Expr {
        match group {
            Group::Word(at) => Expr::word(self.field.clone(), self.words.get(at).cloned().unwrap_or_default()),
            Group::Several => self.condition_once(group),
            Group::Other => {
                let mut shown = self.words.clone();
                shown.push(String::new());
                Expr::Not(Box::new(Expr::Words { field: self.field.clone(), words: shown }))
            }
            Group::Without => Expr::word(self.field.clone(), ""),
        }
    }

    /// The records of a stack that stand under "other".
    pub fn other_records(&self) -> u64 {
        self.once.iter().filter(|row| row.group == Group::Other).map(Row::total).sum()
    }
}

/// The counts of the shown words.
fn count(
    snapshot: &Snapshot,
    selection: &Selection,
    question: &Question,
    scope: &Scope,
    (field, words): (&Field, &[String]),
) -> (Vec<Row>, Vec<Row>) {
    let Some((first, last)) = scope.covered else { return (Vec::new(), Vec::new()) };
    let borders = scope.scheme.borders(first, last);
    let periods = borders.len().saturating_sub(1);
    let position = snapshot.field_index(field);
    let bits = bits_of_codes(snapshot, field, words);
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let mut table = Table::new(words.len(), periods);
        let Some(dates) = chunk.dates(question.date_of) else { return table };
        let column = position.and_then(|position| chunk.words(position));
        for index in selection.in_chunk(at) {
            let Some(period) = certain_period(&borders, (first.0, last.0), dates.get(index)) else { continue };
            let (found, has_word) = match column {
                None => (0, false),
                Some(WordColumn::One(codes)) => {
                    let code = codes.get(index);
                    (bits.get(code as usize).copied().unwrap_or(0), code != 0)
                }
                Some(column) => column.get(index).fold((0, false), |(found, has_word), code| {
                    (found | bits.get(code as usize).copied().unwrap_or(0), has_word || code != 0)
                }),
            };
            table.add(words.len(), period, found, has_word);
        }
        table
    });
    let mut sum = Table::new(words.len(), periods);
    for part in &parts {
        sum.merge(part);
    }
    sum.rows(words.len())
}

/// For each code of the field's dictionary the bit of the shown word, 0 for the others.
fn bits_of_codes(snapshot: &Snapshot, field: &Field, words: &[String]) -> Vec<u32> {
    let Some(dictionary) = snapshot.dictionary(field) else { return Vec::new() };
    let mut bits = vec![0_u32; dictionary.len() + 1];
    for (at, word) in words.iter().enumerate() {
        if let Some(bit) = dictionary.code(word).and_then(|code| bits.get_mut(code as usize)) {
            *bit = 1 << at;
        }
    }
    bits
}

/// The period in which a date lies for certain, as the counter of periods decides it.
fn certain_period(borders: &[i32], (first, last): (i32, i32), cell: DateCell) -> Option<usize> {
    let covered = cell.state == DateState::Date && cell.lo <= cell.hi && cell.hi >= first && cell.lo <= last;
    if !covered || cell.lo == i32::MIN || cell.hi == i32::MAX {
        return None;
    }
    let period = borders.partition_point(|border| *border <= cell.lo).checked_sub(1)?;
    (cell.hi < *borders.get(period + 1)?).then_some(period)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::chart::figures::behind::records_behind;
    use crate::chart::records::RecordsKey;
    use crate::frame::{FrameBuilder, RecordId, RowValues};
    use crate::model::affected::{Effect, Unit};
    use crate::model::calendar::Day;
    use crate::model::dataset::Mechanism;
    use crate::model::event::EventKind;
    use crate::query::Sure;
    use crate::query::question::{Filter, PeriodKind};
    use crate::query::select;

    fn question() -> Question {
        Question {
            filter: Filter::default(),
            date_of: EventKind::Detected,
            period: PeriodKind::Month,
            fiscal_start: (1, 1),
            delay: (EventKind::Detected, EventKind::MadePublic),
            measure: (Unit::People, Effect::DataExposed),
            mechanism: Mechanism::Register,
            listed_by: None,
            as_of: Day(400),
            coverage_start: Some(Day(0)),
            group_by: None,
        }
    }

    fn frame(rows: &[(i32, i32, Vec<u8>)]) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (id, (day, long, words)) in (1..).zip(rows) {
            let mut row = RowValues::default();
            let date = DateCell { lo: *day, hi: day + long, state: DateState::Date };
            row.dates.insert(EventKind::Detected, date);
            for word in words {
                row.add_word(Field::Kind, &format!("word {word}"));
            }
            builder.push_row(RecordId(id), &row).expect("ids grow");
        }
        builder.finish()
    }

    proptest! {
        #[test]
        fn every_record_stands_once_and_every_mark_leads_to_its_records(
            rows in prop::collection::vec((-40..460_i32, 0..20_i32, prop::collection::vec(0..6_u8, 0..4)), 1..60),
            top in 1..5_usize,
        ) {
            let snapshot = frame(&rows);
            let question = question();
            let selection = select(&snapshot, &question.filter, question.date_of, question.measure);
            let scope = Scope::of(&snapshot, &selection, &question);
            let figure = GroupFigure::compute(&snapshot, &selection, &question, &scope, (&Field::Kind, top));
            for (at, found) in figure.incidents.periods.iter().enumerate() {
                let sum: u64 = figure.once.iter().map(|row| row.counts[at]).sum();
                prop_assert_eq!(sum, found.count.certain);
            }
            let covered = Expr::Date {
                event: EventKind::Detected, from: None, to: None, how: Sure::Certain,
            };
            let in_one_period = |expr: Expr| {
                let behind = |key: &RecordsKey| records_behind(&snapshot, &question, key);
                let coarse = behind(&RecordsKey::Coarse(scope.scheme));
                let outside = behind(&RecordsKey::OutsideCoverage);
                let all = behind(&RecordsKey::Where(expr.and(covered.clone())));
                all.iter().filter(|id| !coarse.contains(id) && !outside.contains(id)).count() as u64
            };
            for row in &figure.once {
                prop_assert_eq!(in_one_period(figure.condition_once(row.group)), row.total(), "{:?}", row.group);
            }
            for row in &figure.each {
                prop_assert_eq!(in_one_period(figure.condition_each(row.group)), row.total(), "{:?}", row.group);
            }
            let coarse = records_behind(&snapshot, &question, &RecordsKey::Coarse(scope.scheme));
            prop_assert_eq!(coarse.len() as u64, figure.incidents.coarse);
        }
    }

    #[test]
    fn words_together_are_several_and_what_is_not_shown_is_other() {
        let words: [&[u8]; 7] = [&[1], &[1, 2], &[2], &[1, 3], &[3], &[], &[1, 2, 3]];
        let rows: Vec<_> = words.iter().map(|words| (10, 0, words.to_vec())).collect();
        let snapshot = frame(&rows);
        let question = question();
        let selection = Selection::all(&snapshot);
        let scope = Scope::of(&snapshot, &selection, &question);
        let figure = GroupFigure::compute(&snapshot, &selection, &question, &scope, (&Field::Kind, 2));
        let totals = |rows: &[Row]| rows.iter().map(|row| (row.group, row.total())).collect::<Vec<_>>();
        let (one, two) = (Group::Word(0), Group::Word(1));
        assert_eq!(figure.words, ["word 1", "word 2"]);
        let once = [(one, 2), (two, 1), (Group::Several, 2), (Group::Other, 1), (Group::Without, 1)];
        assert_eq!(totals(&figure.once), once);
        assert_eq!(totals(&figure.each), [(one, 4), (two, 3), (Group::Other, 1), (Group::Without, 1)]);
        assert_eq!((figure.other_words, figure.placed, figure.several), (1, 7, 2));
    }
}
