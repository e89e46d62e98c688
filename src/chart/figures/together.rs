//! Which words of a list stand together in one record.

use crate::chart::figures::breakdown::codes;
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::dictionary::Dictionary;
use crate::query::facets::facets;
use crate::query::{Selection, parallel};

/// Pairs of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Records looked at.
    pub total: u64,
    /// Records without a word in this field.
    pub without: u64,
    /// Records with at least two words.
    pub several: u64,
    /// The most frequent words with their number of records, most first.
    pub words: Vec<(String, u64)>,
    /// Words beyond those.
    pub other_words: u64,
    /// Number of records with both words, row by row; on the diagonal, those with the word.
    pub pairs: Vec<Vec<u64>>,
}

impl Together {
    /// Counts pairs of the `top` most frequent words among the chosen records.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, field: &Field, top: usize) -> Self {
        let found = facets(snapshot, selection, field);
        let other_words = found.words.len().saturating_sub(top) as u64;
        let words: Vec<(String, u64)> = found.words.into_iter().take(top).collect();
        let size = words.len();
        let dictionary = snapshot.dictionary(field);
        let mut slots: Vec<Option<usize>> = vec![None; dictionary.map_or(0, Dictionary::len) + 1];
        for (place, (word, _)) in words.iter().enumerate() {
            let code = dictionary.and_then(|dictionary| dictionary.code(word));
            if let Some(slot) = code.and_then(|code| slots.get_mut(code as usize)) {
                *slot = Some(place);
            }
        }
        let position = snapshot.field_index(field);
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let (mut table, mut several) = (vec![0_u64; size * size], 0_u64);
            let Some(column) = position.and_then(|position| chunk.words(position)) else { return (table, several) };
            for index in selection.in_chunk(at) {
                let mut held = codes(column, index);
                held.sort_unstable();
                held.dedup();
                several += u64::from(held.len() > 1);
                let places: Vec<usize> =
                    held.iter().filter_map(|code| slots.get(*code as usize).copied().flatten()).collect();
                for one in &places {
                    for other in &places {
                        if let Some(cell) = table.get_mut(one * size + other) {
                            *cell += 1;
                        }
                    }
                }
            }
            (table, several)
        });
        let (mut sum, mut several) = (vec![0_u64; size * size], 0);
        for (table, more) in parts {
            several += more;
            sum.iter_mut().zip(table).for_each(|(sum, more)| *sum += more);
        }
        let pairs = sum.chunks(size.max(1)).map(<[u64]>::to_vec).collect();
        Self { total: selection.len() as u64, without: found.without, several, words, other_words, pairs }
    }

    /// Number of records with both words.
    pub fn both(&self, one: usize, other: usize) -> u64 {
        self.pairs.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0)
    }

    /// The most frequent pair and its number, the rarer of the two words first; `None` where no two stand together.
    pub fn most_frequent(&self) -> Option<(usize, usize, u64)> {
        let size = self.words.len();
        let pairs = (0..size).flat_map(|one| (one + 1..size).map(move |other| (one, other)));
        let (one, other) =
            pairs.max_by_key(|(one, other)| (self.both(*one, *other), std::cmp::Reverse((*one, *other))))?;
        let count = self.both(one, other);
        (count > 0).then_some((other, one, count))
    }

    /// Whether no pair with a word beyond these can be more frequent than `count`.
    pub fn is_surely_most(&self, count: u64) -> bool {
        self.other_words == 0 || self.words.last().is_some_and(|(_, least)| count >= *least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figures::breakdown::tests::snapshot;

    #[test]
    fn pairs_are_counted_by_record() {
        let snapshot = snapshot(&[
            (&["Name", "Number", "Address"], 1),
            (&["Name", "Number"], 1),
            (&["Number", "Number"], 1),
            (&["Name"], 1),
            (&["Iris", "Name"], 1),
            (&[], 1),
        ]);
        let all = Selection::all(&snapshot);
        let found = Together::compute(&snapshot, &all, &Field::Kind, 3);
        assert_eq!(
            found.words.iter().map(|(word, n)| (word.as_str(), *n)).collect::<Vec<_>>(),
            [("Name", 4), ("Number", 3), ("Address", 1),]
        );
        assert_eq!(found.pairs, [[4, 2, 1], [2, 3, 1], [1, 1, 1]]);
        assert_eq!((found.several, found.without, found.other_words), (3, 1, 1));
        assert_eq!(found.most_frequent(), Some((1, 0, 2)));
        assert!(found.is_surely_most(2) && !found.is_surely_most(0));
        let narrow = Together::compute(&snapshot, &all, &Field::Sector, 3);
        assert!(narrow.pairs.is_empty() && narrow.most_frequent().is_none());
    }
}
