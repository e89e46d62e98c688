//! Records by the words of a field: how many have each, with shares, and how many are left over.

use crate::chart::figures::LEVEL;
use crate::chart::figures::pool::{Middle, Pool};
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::columns::WordColumn;
use crate::model::affected::{Effect, Unit};
use crate::query::facets::facets;
use crate::query::{Selection, parallel};
use crate::stats::share::{Share, share};

/// Records by the words of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// Records looked at.
    pub total: u64,
    /// Records without a word in this field.
    pub without: u64,
    /// The most frequent words, most first.
    pub groups: Vec<Group>,
    /// Records that have a word beyond those, each counted once.
    pub others: u64,
    /// The words beyond those.
    pub other_words: Vec<String>,
    /// Records with more than one word: they count under each of them.
    pub several: u64,
}

/// The records that have one word.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The word.
    pub word: String,
    /// Records that have it.
    pub count: u64,
    /// Where the middle of their numbers lies; `None` where it was not asked or none gives a number.
    pub middle: Option<Middle>,
}

impl Breakdown {
    /// Counts the chosen records by a field, the `top` most frequent words apart; with the middle number of each group,
    /// where a measure is given.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        field: &Field,
        top: usize,
        measure: Option<(Unit, Effect)>,
    ) -> Self {
        let found = facets(snapshot, selection, field);
        let mut words = found.words.into_iter();
        let mut groups: Vec<Group> =
            words.by_ref().take(top).map(|(word, count)| Group { word, count, middle: None }).collect();
        let other_words: Vec<String> = words.map(|(word, _)| word).collect();
        let slots = slots(snapshot, field, &groups);
        let position = snapshot.field_index(field);
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let (mut others, mut several) = (0_u64, 0_u64);
            let mut pools = vec![Pool::default(); if measure.is_some() { groups.len() } else { 0 }];
            let counts = measure.and_then(|measure| chunk.counts(measure));
            let Some(column) = position.and_then(|position| chunk.words(position)) else { return (0, 0, pools) };
            for index in selection.in_chunk(at) {
                let mut codes = codes(column, index);
                codes.sort_unstable();
                codes.dedup();
                several += u64::from(codes.len() > 1);
                let slot = |code: &u32| slots.get(*code as usize).copied().flatten();
                others += u64::from(codes.iter().any(|code| slot(code).is_none()));
                if measure.is_some() {
                    let cell = counts.map(|column| column.get(index)).unwrap_or_default();
                    for pool in codes.iter().filter_map(slot) {
                        if let Some(pool) = pools.get_mut(pool) {
                            pool.add(cell);
                        }
                    }
                }
            }
            (others, several, pools)
        });
        let (mut others, mut several) = (0, 0);
        let mut pools = vec![Pool::default(); groups.len()];
        for (more, with_several, part) in parts {
            others += more;
            several += with_several;
            for (pool, more) in pools.iter_mut().zip(part) {
                pool.merge(more);
            }
        }
        for (group, mut pool) in groups.iter_mut().zip(pools) {
            group.middle = pool.quantile(0.5);
        }
        Self { total: selection.len() as u64, without: found.without, groups, others, other_words, several }
    }

    /// Records with at least one word.
    pub fn stated(&self) -> u64 {
        self.total - self.without
    }

    /// The share of some records among those with a word, or among all.
    pub fn share(&self, count: u64, of_all: bool) -> Option<Share> {
        share(count, if of_all { self.total } else { self.stated() }, LEVEL)
    }
}

/// The words of a row as codes, without the code for none.
pub(super) fn codes(column: &WordColumn, index: usize) -> Vec<u32> {
    column.get(index).filter(|code| *code != 0).collect()
}

/// Place among the groups of each word's code.
fn slots(snapshot: &Snapshot, field: &Field, groups: &[Group]) -> Vec<Option<usize>> {
    let Some(dictionary) = snapshot.dictionary(field) else { return Vec::new() };
    let mut slots = vec![None; dictionary.len() + 1];
    for (place, group) in groups.iter().enumerate() {
        if let Some(slot) = dictionary.code(&group.word).and_then(|code| slots.get_mut(code as usize)) {
            *slot = Some(place);
        }
    }
    slots
}

/// Whether any record has several words in a field.
pub fn is_list(snapshot: &Snapshot, field: &Field) -> bool {
    snapshot.field_index(field).is_some_and(|position| {
        snapshot.chunks().iter().any(|chunk| matches!(chunk.words(position), Some(WordColumn::Many { .. })))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::cell::CountCell;
    use crate::frame::{FrameBuilder, RecordId, RowValues};

    pub const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

    /// Records with these kinds and numbers.
    pub fn snapshot(rows: &[(&[&str], u64)]) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, (kinds, people)) in rows.iter().enumerate() {
            let mut row = RowValues::default();
            for kind in *kinds {
                row.add_word(Field::Kind, kind);
            }
            row.counts.insert(PEOPLE, CountCell::exact(*people));
            builder.push_row(RecordId(index as u64), &row).expect("room");
        }
        builder.finish()
    }

    #[test]
    fn words_beyond_the_top_are_counted_once_a_record() {
        let snapshot = snapshot(&[
            (&["Theft", "Malware"], 10),
            (&["Theft"], 30),
            (&["Theft", "Theft"], 20),
            (&["Malware"], 7),
            (&["Fire", "Flood"], 1),
            (&["Flood", "Theft"], 40),
            (&[], 9),
        ]);
        let all = Selection::all(&snapshot);
        let found = Breakdown::compute(&snapshot, &all, &Field::Kind, 2, Some(PEOPLE));
        let groups: Vec<(&str, u64)> = found.groups.iter().map(|group| (group.word.as_str(), group.count)).collect();
        assert_eq!(groups, [("Theft", 4), ("Flood", 2)]);
        assert_eq!((found.total, found.without, found.stated()), (7, 1, 6));
        assert_eq!(found.other_words, ["Malware", "Fire"]);
        assert_eq!((found.others, found.several), (3, 3), "a word that stands twice is one");
        assert_eq!(found.groups[0].middle.and_then(|middle| middle.exact()), Some(25.0));
        let share = found.share(4, false).expect("six");
        assert!((share.share - 4.0 / 6.0).abs() < 1e-12 && is_list(&snapshot, &Field::Kind));
        let none = Breakdown::compute(&snapshot, &all, &Field::Sector, 5, None);
        assert_eq!((none.without, none.groups.len(), none.others), (7, 0, 0));
    }
}
