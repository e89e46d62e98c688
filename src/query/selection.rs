//! A set of rows of one snapshot.

use std::sync::Arc;

use crate::frame::chunk::CHUNK_ROWS;
use crate::frame::{RecordId, Snapshot};
use crate::query::cancel;

/// Words of 64 rows that each chunk has in a selection.
pub(super) const STRIDE: usize = CHUNK_ROWS / 64;

/// The rows of one chunk that are chosen.
pub(super) type Mask = [u64; STRIDE];

/// Which rows of a snapshot are looked at, and how many were left out for reasons that a reader must know.
///
/// Good for the snapshot it was made from only. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    bits: Arc<Vec<u64>>,
    len: usize,
    /// Records that hold in every other respect and whose date meets the period without lying within it
    /// ("2024" against the first quarter of 2024). They are not chosen.
    pub touching: usize,
    /// Records that hold in every other respect and have no date of the asked kind, where a period was asked.
    pub undated: usize,
    /// The record that was left out because it has the largest count, where that was asked.
    pub largest: Option<RecordId>,
}

impl Selection {
    /// All rows.
    pub fn all(snapshot: &Snapshot) -> Self {
        Self::from_masks(snapshot.chunks().iter().map(|chunk| full(chunk.len())).collect())
    }

    /// Exactly these rows of the snapshot.
    pub fn of_rows(snapshot: &Snapshot, rows: impl IntoIterator<Item = usize>) -> Self {
        let mut masks: Vec<Mask> = vec![[0; STRIDE]; snapshot.chunks().len()];
        for row in rows.into_iter().filter(|row| *row < snapshot.len()) {
            let chunk = (0..masks.len()).rev().find(|&chunk| snapshot.chunk_start(chunk) <= row).unwrap_or(0);
            let index = row - snapshot.chunk_start(chunk);
            if let Some(word) = masks.get_mut(chunk).and_then(|mask| mask.get_mut(index / 64)) {
                *word |= 1 << (index % 64);
            }
        }
        Self::from_masks(masks)
    }

    pub(super) fn from_masks(masks: Vec<Mask>) -> Self {
        let bits: Vec<u64> = masks.into_iter().flatten().collect();
        let len = bits.iter().map(|word| word.count_ones() as usize).sum();
        Self { bits: Arc::new(bits), len, ..Self::default() }
    }

    /// Number of rows chosen.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no row is chosen.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The chosen rows of a chunk, 64 to a word.
    pub(super) fn mask(&self, chunk: usize) -> &[u64] {
        self.bits.get(chunk * STRIDE..(chunk + 1) * STRIDE).unwrap_or_default()
    }

    /// Whether all rows of a chunk of this length are chosen.
    pub(super) fn is_whole(&self, chunk: usize, len: usize) -> bool {
        self.mask(chunk) == full(len).as_slice()
    }

    /// Positions of the chosen rows within a chunk, ascending. What walks a snapshot asks this of every chunk, so here
    /// an answer is given up that nobody waits for.
    pub fn in_chunk(&self, chunk: usize) -> impl Iterator<Item = usize> + '_ {
        cancel::checkpoint();
        self.mask(chunk).iter().enumerate().flat_map(|(at, &word)| Bits(word).map(move |bit| at * 64 + bit))
    }

    /// Whether the row at `index` of a chunk is chosen.
    pub fn holds(&self, chunk: usize, index: usize) -> bool {
        self.mask(chunk).get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// Rows of the snapshot that are chosen, ascending.
    pub fn rows<'a>(&'a self, snapshot: &'a Snapshot) -> impl Iterator<Item = usize> + 'a {
        (0..snapshot.chunks().len()).flat_map(move |chunk| {
            let start = snapshot.chunk_start(chunk);
            self.in_chunk(chunk).map(move |index| start + index)
        })
    }

    /// Ids of the chosen records, ascending.
    pub fn ids<'a>(&'a self, snapshot: &'a Snapshot) -> impl Iterator<Item = RecordId> + 'a {
        (snapshot.chunks().iter().enumerate())
            .flat_map(move |(at, chunk)| self.in_chunk(at).filter_map(move |index| chunk.id(index)))
    }

    /// The rows chosen in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let bits: Vec<u64> = self.bits.iter().zip(other.bits.iter()).map(|(a, b)| a & b).collect();
        let len = bits.iter().map(|word| word.count_ones() as usize).sum();
        Self { bits: Arc::new(bits), len, ..self.clone() }
    }

    /// The rows chosen here and not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let bits: Vec<u64> = self.bits.iter().zip(other.bits.iter()).map(|(a, b)| a & !b).collect();
        let len = bits.iter().map(|word| word.count_ones() as usize).sum();
        Self { bits: Arc::new(bits), len, ..self.clone() }
    }

    /// The same without one row of a chunk.
    pub(super) fn remove(&mut self, chunk: usize, index: usize) {
        let bits = Arc::make_mut(&mut self.bits);
        if let Some(word) = bits.get_mut(chunk * STRIDE + index / 64) {
            let bit = 1 << (index % 64);
            self.len -= usize::from(*word & bit != 0);
            *word &= !bit;
        }
    }
}

/// The first `len` rows.
pub(super) fn full(len: usize) -> Mask {
    let mut mask = [0; STRIDE];
    for (at, word) in mask.iter_mut().enumerate() {
        *word = match len.saturating_sub(at * 64) {
            0 => 0,
            rows @ 1..64 => (1 << rows) - 1,
            _ => u64::MAX,
        };
    }
    mask
}

/// Positions of the set bits of a word, ascending.
pub(super) struct Bits(pub(super) u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

/// Calls `visit(index)` for the chosen rows of a chunk; a plain loop where the whole chunk is chosen.
pub(super) fn each_row(selection: &Selection, chunk: usize, len: usize, mut visit: impl FnMut(usize)) {
    if selection.is_whole(chunk, len) {
        (0..len).for_each(visit);
    } else {
        for (at, &word) in selection.mask(chunk).iter().enumerate() {
            Bits(word).for_each(|bit| visit(at * 64 + bit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_masks_have_as_many_rows_as_asked() {
        for len in [0, 1, 63, 64, 65, 8_191, 8_192] {
            let ones: u32 = full(len).iter().map(|word| word.count_ones()).sum();
            assert_eq!(ones as usize, len);
        }
        assert_eq!(Bits(0b1010_0001).collect::<Vec<_>>(), [0, 5, 7]);
    }
}
