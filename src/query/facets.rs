//! Words of a field with the number of chosen records that have them.

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::columns::WordColumn;
use crate::query::parallel;
use crate::query::selection::{Mask, STRIDE, Selection, each_row};

/// Words of one field among the chosen records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Words with their number of records, most first, then in the order of the folded words. A record with several
    /// words counts under each, so the numbers may add up to more than the records.
    pub words: Vec<(String, u64)>,
    /// Records without a word.
    pub without: u64,
}

/// The words of a field with their number of records.
pub fn facets(snapshot: &Snapshot, selection: &Selection, field: &Field) -> Facets {
    let (Some(position), Some(dictionary)) = (snapshot.field_index(field), snapshot.dictionary(field)) else {
        return Facets { words: Vec::new(), without: selection.len() as u64 };
    };
    let counts = word_counts(snapshot, selection, position, dictionary.len());
    let mut words: Vec<(u32, u64)> =
        (1..).zip(counts.iter().skip(1).copied()).filter(|(_, count)| *count > 0).collect();
    words.sort_by(|(a, a_count), (b, b_count)| {
        b_count.cmp(a_count).then_with(|| dictionary.folded(*a).cmp(dictionary.folded(*b))).then(a.cmp(b))
    });
    Facets {
        words: words.into_iter().map(|(code, count)| (dictionary.word(code).to_owned(), count)).collect(),
        without: counts.first().copied().unwrap_or(0),
    }
}

/// Number of chosen records by word code; at 0, records without a word.
fn word_counts(snapshot: &Snapshot, selection: &Selection, position: usize, words: usize) -> Vec<u64> {
    // Wide dictionaries (names of organisations) would cost a full table for every chunk: count them in one go.
    let groups = if words < 4_096 { snapshot.chunks().len().div_ceil(16) } else { 1 };
    let per_group = snapshot.chunks().len().div_ceil(groups.max(1)).max(1);
    let parts = parallel::map(groups, groups, |group| {
        let mut counts = vec![0u64; words + 1];
        let mut add = |code: u32| {
            if let Some(slot) = counts.get_mut(code as usize) {
                *slot += 1;
            }
        };
        for (at, chunk) in snapshot.chunks().iter().enumerate().skip(group * per_group).take(per_group) {
            match chunk.words(position) {
                None => each_row(selection, at, chunk.len(), |_| add(0)),
                Some(WordColumn::One(codes)) => each_row(selection, at, chunk.len(), |index| add(codes.get(index))),
                Some(column) => each_row(selection, at, chunk.len(), |index| {
                    let mut seen: Vec<u32> = column.get(index).collect();
                    seen.sort_unstable();
                    seen.dedup();
                    if seen.is_empty() {
                        add(0);
                    }
                    seen.into_iter().for_each(&mut add);
                }),
            }
        }
        counts
    });
    parts
        .into_iter()
        .reduce(|mut sum, part| {
            sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
            sum
        })
        .unwrap_or_default()
}

/// Number of chosen records for each pair of words of two fields, in the order of the fields' words; the empty word
/// stands for records without one. For a table of two fields; lists count once for each of their words.
pub fn cross(snapshot: &Snapshot, selection: &Selection, first: &Field, second: &Field) -> Vec<(String, String, u64)> {
    let (one, two) = (snapshot.field_index(first), snapshot.field_index(second));
    let word = |field: &Field, code: u32| snapshot.dictionary(field).map_or("", |words| words.word(code)).to_owned();
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let mut counts: rustc_hash::FxHashMap<(u32, u32), u64> = rustc_hash::FxHashMap::default();
        let columns = (one.and_then(|at| chunk.words(at)), two.and_then(|at| chunk.words(at)));
        if let (Some(WordColumn::One(first)), Some(WordColumn::One(second))) = columns {
            // The usual case: a dense table, as most pairs occur and codes are small.
            return dense(selection, at, chunk.len(), first, second);
        }
        let words = |column: Option<&WordColumn>, index: usize| {
            let mut codes: Vec<u32> = column.map(|column| column.get(index).collect()).unwrap_or_default();
            codes.sort_unstable();
            codes.dedup();
            if codes.is_empty() {
                codes.push(0);
            }
            codes
        };
        each_row(selection, at, chunk.len(), |index| {
            for a in words(columns.0, index) {
                for b in words(columns.1, index) {
                    *counts.entry((a, b)).or_insert(0) += 1;
                }
            }
        });
        counts.into_iter().collect()
    });
    let mut sums: std::collections::BTreeMap<(u32, u32), u64> = std::collections::BTreeMap::new();
    for (pair, count) in parts.into_iter().flatten() {
        *sums.entry(pair).or_insert(0) += count;
    }
    sums.into_iter().map(|((a, b), count)| (word(first, a), word(second, b), count)).collect()
}

/// Pairs of codes of one chunk, counted in a table where both fields have few words, else by sorting.
fn dense(
    selection: &Selection,
    at: usize,
    len: usize,
    first: &crate::frame::codes::Codes,
    second: &crate::frame::codes::Codes,
) -> Vec<((u32, u32), u64)> {
    let wide = second.iter().max().unwrap_or(0) as usize + 1;
    let high = first.iter().max().unwrap_or(0) as usize + 1;
    if wide.saturating_mul(high) <= 1 << 16 {
        let mut table = vec![0u64; wide * high];
        each_row(selection, at, len, |index| {
            if let Some(slot) = table.get_mut(first.get(index) as usize * wide + second.get(index) as usize) {
                *slot += 1;
            }
        });
        let pair = |place: usize| ((place / wide) as u32, (place % wide) as u32);
        return table.into_iter().enumerate().filter(|(_, n)| *n > 0).map(|(place, n)| (pair(place), n)).collect();
    }
    let mut pairs = Vec::new();
    each_row(selection, at, len, |index| pairs.push((first.get(index), second.get(index))));
    pairs.sort_unstable();
    pairs.chunk_by(|a, b| a == b).filter_map(|run| Some((*run.first()?, run.len() as u64))).collect()
}

/// The chosen records that have a word of a field; the empty word stands for records without one.
pub fn with_word(snapshot: &Snapshot, selection: &Selection, field: &Field, word: &str) -> Selection {
    let position = snapshot.field_index(field);
    let code = if word.is_empty() { Some(0) } else { snapshot.dictionary(field).and_then(|words| words.code(word)) };
    let masks = parallel::map_chunks(snapshot, |at, chunk| {
        let mut mask: Mask = [0; STRIDE];
        let column = position.and_then(|at| chunk.words(at));
        each_row(selection, at, chunk.len(), |index| {
            let held = match (column, code) {
                (None, Some(0)) => true,
                (Some(column), Some(0)) => column.get(index).next().is_none(),
                (Some(column), Some(code)) => column.get(index).any(|held| held == code),
                _ => false,
            };
            if let Some(slot) = mask.get_mut(index / 64) {
                *slot |= u64::from(held) << (index % 64);
            }
        });
        mask
    });
    Selection::from_masks(masks)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::{FrameBuilder, RecordId, RowValues};

    fn snapshot() -> Snapshot {
        let rows: [(&[&str], &str); 5] = [
            (&["Ransomware", "Theft"], "Health"),
            (&["Theft", "Theft"], "Health"),
            (&[], "Énergie"),
            (&["Ransomware"], ""),
            (&["Theft"], "Energy"),
        ];
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, (kinds, sector)) in rows.iter().enumerate() {
            let mut row = RowValues::default();
            kinds.iter().for_each(|kind| row.add_word(Field::Kind, kind));
            row.add_word(Field::Sector, sector);
            builder.push_row(RecordId(index as u64), &row).unwrap();
        }
        builder.finish()
    }

    fn pairs(words: &[(&str, u64)]) -> Vec<(String, u64)> {
        words.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect()
    }

    #[test]
    fn words_are_counted_once_a_record() {
        let snapshot = snapshot();
        let all = Selection::all(&snapshot);
        let kinds = facets(&snapshot, &all, &Field::Kind);
        assert_eq!(kinds, Facets { words: pairs(&[("Theft", 3), ("Ransomware", 2)]), without: 1 });
        let sectors = facets(&snapshot, &all, &Field::Sector);
        assert_eq!(sectors.words, pairs(&[("Health", 2), ("Énergie", 1), ("Energy", 1)]));
        assert_eq!(facets(&snapshot, &all, &Field::City).without, 5);
    }

    #[test]
    fn a_table_of_two_fields_and_the_records_of_a_word() {
        let snapshot = snapshot();
        let all = Selection::all(&snapshot);
        let table = cross(&snapshot, &all, &Field::Sector, &Field::Kind);
        let count = |sector: &str, kind: &str| {
            table.iter().find(|(a, b, _)| a == sector && b == kind).map_or(0, |(_, _, count)| *count)
        };
        assert_eq!(count("Health", "Theft"), 2);
        assert_eq!(count("Énergie", ""), 1);
        assert_eq!(count("", "Ransomware"), 1);
        assert_eq!(table.iter().map(|(_, _, count)| count).sum::<u64>(), 6);
        let theft = with_word(&snapshot, &all, &Field::Kind, "Theft");
        assert_eq!(theft.rows(&snapshot).collect::<Vec<_>>(), [0, 1, 4]);
        assert_eq!(with_word(&snapshot, &all, &Field::Kind, "").rows(&snapshot).collect::<Vec<_>>(), [2]);
        assert_eq!(facets(&snapshot, &theft, &Field::Sector).words, pairs(&[("Health", 2), ("Energy", 1)]));
    }
}
