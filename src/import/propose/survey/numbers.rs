//! What the numbers of a column look like beyond being counts: those that may stand for "not known", words, measures
//! of something else.

use std::collections::BTreeMap;

use crate::import::cells::count::{negative, read_counts};
use crate::import::recipe::{Conventions, PlaceholderMeaning, Thousands};
use crate::model::count::{CountError, How, Quantity, Reading};

/// Numbers below zero told apart at most.
const BELOW_ZERO: usize = 16;

/// Windows of numbers that are counted one by one: a number that may stand for "not known", and those beside it. Powers
/// of ten are left out, because they are frequent for another reason. Where a duty to report begins at 500, nothing stands
/// below.
const WINDOWS: [(u64, u64); 6] =
    [(0, 5), (500, 505), (996, 1_003), (9_996, 10_003), (99_996, 100_003), (999_996, 1_000_003)];

/// Numbers that often stand for "not known yet".
const SUSPECTS: [u64; 8] = [0, 1, 500, 501, 999, 9_999, 99_999, 999_999];

/// What the numbers of a column look like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberEvidence {
    /// Cells with each number of the windows around those that may stand for "not known".
    near: Vec<u64>,
    /// Cells with each plain number below zero.
    below_zero: BTreeMap<i64, u64>,
    /// Cells with any number below zero.
    negative: u64,
    /// Cells read by the table of words ("a few hundred").
    pub worded: u64,
    /// Cells that measure something else, by what.
    pub measures: BTreeMap<Quantity, u64>,
    /// Cells with counts of several units, each of which goes to its own.
    pub several: u64,
    /// Cells with several counts of one unit, of which none is taken.
    pub torn: u64,
    /// Cells with a part of something that is not counted.
    pub uncounted: u64,
}

/// A number that may stand for "not known", with the evidence for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// The number.
    pub number: i64,
    /// Cells in which it stands.
    pub cells: u64,
    /// Cells of the most frequent number beside it.
    pub beside: u64,
    /// What is proposed; `None` where it is only offered.
    pub means: Option<PlaceholderMeaning>,
}

impl NumberEvidence {
    /// Notes a plain number.
    pub(super) fn note(&mut self, number: u64) {
        let Some(slot) = slot(number) else { return };
        if self.near.is_empty() {
            self.near = vec![0; slots()];
        }
        if let Some(cells) = self.near.get_mut(slot) {
            *cells += 1;
        }
    }

    /// Notes a count in words, and how it was said.
    pub(super) fn note_words(&mut self, text: &str) {
        let by_table = |reading: &Reading| reading.how == How::Words;
        if text.bytes().all(|byte| !byte.is_ascii_digit())
            && Reading::read(text, &Conventions::default()).as_ref().is_ok_and(by_table)
        {
            self.worded += 1;
        }
    }

    /// Notes a cell that is no count by itself. Says whether it is one or several all the same.
    pub(super) fn note_refused(&mut self, text: &str, error: CountError) -> bool {
        match error {
            CountError::Negative => {
                self.negative += 1;
                if let Some(number) = negative(text)
                    && (self.below_zero.len() < BELOW_ZERO || self.below_zero.contains_key(&number))
                {
                    *self.below_zero.entry(number).or_default() += 1;
                }
                false
            }
            CountError::Uncounted => {
                self.uncounted += 1;
                false
            }
            CountError::Several | CountError::OtherUnit(_) => {
                match read_counts(text, Thousands::Auto, &Conventions::default()) {
                    Ok(said) => {
                        self.several += u64::from(said.counts.len() > 1);
                        for (quantity, _) in said.others {
                            *self.measures.entry(quantity).or_default() += 1;
                        }
                        return true;
                    }
                    // Things without a unit stand in any text that begins with a number.
                    Err(CountError::OtherUnit(quantity)) => *self.measures.entry(quantity).or_default() += 1,
                    Err(_) => self.torn += 1,
                }
                false
            }
            CountError::NotACount | CountError::TooLarge | CountError::Reversed | CountError::Ambiguous => false,
        }
    }

    /// Cells with this number, where it is one of those that are counted.
    pub fn cells(&self, number: i64) -> u64 {
        match u64::try_from(number) {
            Ok(number) => slot(number).and_then(|slot| self.near.get(slot)).copied().unwrap_or(0),
            Err(_) => self.below_zero.get(&number).copied().unwrap_or(0),
        }
    }

    /// Cells with a number below zero.
    pub const fn below_zero(&self) -> u64 {
        self.negative
    }

    /// Numbers that may stand for "not known", each with how often it and its neighbours come. `counts` are the cells
    /// of the column that are counts.
    ///
    /// 0 is told by its share, because many records that affect nobody would be strange; −1 by being frequent; the
    /// others by the numbers beside them, which would be as frequent if they were counts like any other.
    pub fn noticed(&self, counts: u64) -> Vec<Noticed> {
        let mut found = Vec::new();
        let minus_one = self.cells(-1);
        if minus_one > 0 {
            let beside = self.below_zero.iter().filter(|(number, _)| **number != -1).map(|(_, cells)| *cells).max();
            let beside = beside.unwrap_or(0);
            let is_frequent = minus_one >= 3 && minus_one >= 5 * beside;
            let means = is_frequent.then_some(PlaceholderMeaning::Unknown);
            found.push(Noticed { number: -1, cells: minus_one, beside, means });
        }
        let at_500 = self.cells(500) >= 5 * self.beside(500).max(1);
        for number in SUSPECTS.map(u64::cast_signed) {
            let (cells, beside) = (self.cells(number), self.beside(number));
            let times = |times: u64, least: u64| cells >= times * beside.max(1) && cells >= least;
            let (is_offered, means) = match number {
                0 => (cells > 0, (cells >= 5 && cells * 20 >= counts).then_some(PlaceholderMeaning::Unknown)),
                // One person may well be affected: never proposed.
                1 => (times(5, 20), None),
                500 => (times(3, 5), times(5, 20).then_some(PlaceholderMeaning::AtLeast(500))),
                // Beside a 500 that stands out, half as clearly is enough.
                501 => {
                    let is_clear = at_500 && cells * 2 >= 5 * beside.max(1) && cells >= 5;
                    (times(2, 4), is_clear.then_some(PlaceholderMeaning::AtLeast(500)))
                }
                _ => (times(3, 4), times(10, 10).then_some(PlaceholderMeaning::Unknown)),
            };
            if is_offered || means.is_some() {
                found.push(Noticed { number, cells, beside, means });
            }
        }
        found
    }

    /// Cells of the most frequent neighbour that is not itself suspected, nor a power of ten.
    fn beside(&self, number: i64) -> u64 {
        let number = number.unsigned_abs();
        let window = WINDOWS.iter().find(|(first, last)| (*first..=*last).contains(&number));
        let neighbours = window.into_iter().flat_map(|(first, last)| *first..=*last);
        neighbours
            .filter(|other| !SUSPECTS.contains(other) && ![10, 100, 1_000, 10_000, 100_000, 1_000_000].contains(other))
            .map(|other| self.cells(other.cast_signed()))
            .max()
            .unwrap_or(0)
    }

    /// Adds what was found in other rows.
    pub(super) fn add(&mut self, other: Self) {
        if self.near.is_empty() {
            self.near = other.near;
        } else {
            self.near.iter_mut().zip(other.near).for_each(|(held, found)| *held += found);
        }
        for (number, cells) in other.below_zero {
            *self.below_zero.entry(number).or_default() += cells;
        }
        for (quantity, cells) in other.measures {
            *self.measures.entry(quantity).or_default() += cells;
        }
        self.negative += other.negative;
        self.worded += other.worded;
        self.several += other.several;
        self.torn += other.torn;
        self.uncounted += other.uncounted;
    }
}

/// The place of a number among those that are counted.
fn slot(number: u64) -> Option<usize> {
    let mut before = 0;
    for (first, last) in WINDOWS {
        if number < first {
            return None;
        }
        if number <= last {
            return usize::try_from(before + number - first).ok();
        }
        before += last - first + 1;
    }
    None
}

fn slots() -> usize {
    WINDOWS.iter().map(|(first, last)| (last - first) as usize + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[(u64, u64)]) -> NumberEvidence {
        let mut found = NumberEvidence::default();
        for (number, times) in cells {
            (0..*times).for_each(|_| found.note(*number));
        }
        found
    }

    fn proposed(found: &NumberEvidence, counts: u64) -> Vec<(i64, u64, u64, Option<PlaceholderMeaning>)> {
        found.noticed(counts).iter().map(|one| (one.number, one.cells, one.beside, one.means)).collect()
    }

    #[test]
    fn every_number_has_a_place_of_its_own() {
        let mut places = std::collections::BTreeSet::new();
        for (first, last) in WINDOWS {
            for number in first..=last {
                assert!(places.insert(slot(number).expect("a place")), "{number}");
            }
        }
        assert_eq!((places.len(), places.last().copied()), (slots(), Some(slots() - 1)));
        assert_eq!((slot(6), slot(499), slot(506), slot(u64::MAX)), (None, None, None, None));
    }

    #[test]
    fn placeholders_are_told_by_their_neighbours() {
        use PlaceholderMeaning::{AtLeast, Unknown};
        let health = of(&[(500, 87), (501, 26), (502, 4), (503, 3), (1_000, 90), (999, 2), (998, 1)]);
        let expected = [(500, 87, 4, Some(AtLeast(500))), (501, 26, 4, Some(AtLeast(500)))];
        assert_eq!(proposed(&health, 5_000), expected);
        let leaks = of(&[(0, 1_820), (1, 2), (2, 1)]);
        assert_eq!(proposed(&leaks, 2_739), [(0, 1_820, 1, Some(Unknown))]);
        let few = of(&[(0, 2), (1, 30), (2, 5), (3, 4), (9_999, 12), (9_998, 1), (99_999, 4)]);
        let expected = [(0, 2, 5, None), (1, 30, 5, None), (9_999, 12, 1, Some(Unknown)), (99_999, 4, 0, None)];
        assert_eq!(proposed(&few, 1_000), expected);
        assert_eq!(proposed(&of(&[(1, 40), (2, 30), (3, 25), (500, 3), (502, 2)]), 400), []);
    }

    #[test]
    fn numbers_below_zero_words_and_measures() {
        let mut found = NumberEvidence::default();
        for text in ["-1", "-1", "−1", "-1", "-40"] {
            assert!(!found.note_refused(text, CountError::Negative));
        }
        assert_eq!(proposed(&found, 10), [(-1, 4, 1, None)]);
        assert!(!found.note_refused("-1", CountError::Negative));
        assert_eq!(proposed(&found, 10), [(-1, 5, 1, Some(PlaceholderMeaning::Unknown))]);
        assert_eq!(found.below_zero(), 6);
        assert!(found.note_refused("2971 fichiers, 4.5Go", CountError::Several));
        assert!(found.note_refused("300 clients et 40 comptes", CountError::Several));
        assert!(!found.note_refused("82Go", CountError::OtherUnit(Quantity::Volume)));
        assert!(!found.note_refused("70 000 dossiers, 160 000 fichiers", CountError::Several));
        assert_eq!(found.measures.get(&Quantity::Volume), Some(&2));
        assert_eq!((found.several, found.torn), (1, 1));
        for text in ["a few hundred", "une centaine de personnes", "300", "about 300", "12 000 (estimated)"] {
            found.note_words(text);
        }
        assert_eq!(found.worded, 2);
        let mut twice = found.clone();
        twice.add(found.clone());
        assert_eq!((twice.cells(-1), twice.worded, twice.torn), (10, 4, 2));
    }
}
