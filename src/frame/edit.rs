//! Changes to a snapshot: a new one that shares every column which did not change.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::frame::builder::{FrameError, finished, finished_texts};
use crate::frame::cell::{CountCell, DateCell};
use crate::frame::chunk::{CHUNK_ROWS, Chunk, EVENT_KINDS, Ids, first_index, measure_index};
use crate::frame::codes::Codes;
use crate::frame::columns::{CountColumn, DateColumn, WordColumn};
use crate::frame::fold::fold;
use crate::frame::id::Revision;
use crate::frame::row::{RowChange, RowValues, keeps};
use crate::frame::snapshot::{Inner, Snapshot};
use crate::frame::texts::Texts;

/// A row with its words as codes.
struct CodedRow {
    id: u64,
    dataset: u32,
    title: String,
    key: String,
    words: Vec<(usize, Vec<u32>)>,
    dates: [DateCell; EVENT_KINDS],
    counts: BTreeMap<u8, CountCell>,
}

/// Where a row of a changed chunk comes from.
#[derive(Clone, Copy)]
enum Step {
    /// The old chunk's row at this position.
    Keep(usize),
    /// This one of the new rows.
    Put(usize),
}

impl Snapshot {
    /// The snapshot after these changes, under the next revision. Later changes of one record win. Copies the
    /// columns of the touched chunks that differ, nothing else; removing an unknown record does nothing.
    #[must_use]
    pub fn apply(&self, changes: &[RowChange]) -> Self {
        let mut inner = Inner::clone(&self.inner);
        inner.revision = Revision(inner.revision.0 + 1);
        let mut last: BTreeMap<u64, Option<&RowValues>> = BTreeMap::new();
        for change in changes {
            last.insert(change.id.0, change.values.as_ref());
        }
        let mut rows = Vec::new();
        let mut touched: BTreeMap<usize, Vec<(u64, Option<usize>)>> = BTreeMap::new();
        for (id, values) in last {
            let place = values.map(|values| {
                rows.push(inner.coded(id, values));
                rows.len() - 1
            });
            let (chunk, _) = self.place_of(crate::frame::id::RecordId(id));
            touched.entry(chunk).or_default().push((id, place));
        }
        for (at, changes) in touched.into_iter().rev() {
            let pieces = match inner.chunks.get(at) {
                Some(chunk) => changed_chunk(chunk, &changes, &rows),
                None => changed_chunk(&Chunk::empty(), &changes, &rows),
            };
            let range = at.min(inner.chunks.len())..(at + 1).min(inner.chunks.len());
            inner.chunks.splice(range, pieces.into_iter().map(Arc::new));
        }
        Self::from_inner(inner)
    }

    /// This snapshot with all records of another one at their place, behind or between its own chunks, under the next
    /// revision.
    ///
    /// # Errors
    /// [`FrameError::OutOfOrder`] when ids of the other one lie within a chunk of this one.
    pub fn append(&self, other: &Self) -> Result<Self, FrameError> {
        let mut inner = Inner::clone(&self.inner);
        inner.revision = Revision(inner.revision.0 + 1);
        let (Some(first), Some(last)) = (other.id_at(0), other.len().checked_sub(1).and_then(|row| other.id_at(row)))
        else {
            return Ok(Self::from_inner(inner));
        };
        let place = inner.chunks.partition_point(|chunk| chunk.id(0).is_some_and(|held| held <= first));
        let before = place.checked_sub(1).and_then(|at| inner.chunks.get(at));
        let end = before.and_then(|chunk| chunk.id(chunk.len().checked_sub(1)?));
        let next = inner.chunks.get(place).and_then(|chunk| chunk.id(0));
        if end.is_some_and(|end| end >= first) || next.is_some_and(|next| next <= last) {
            return Err(FrameError::OutOfOrder { id: first });
        }
        let mut added = Vec::with_capacity(other.chunks().len());
        let maps: Vec<(usize, Vec<u32>)> = (other.inner.fields.iter())
            .map(|(field, words)| {
                let at = inner.field_position(field);
                (at, inner.fields.get_mut(at).map(|(_, held)| held.merge(words)).unwrap_or_default())
            })
            .collect();
        let datasets: Vec<u32> = other.datasets().iter().map(|dataset| inner.dataset_number(*dataset)).collect();
        for chunk in other.chunks() {
            let mut words = Vec::new();
            for (column, (at, map)) in chunk.words.iter().zip(&maps) {
                if words.len() <= *at {
                    words.resize(*at + 1, None);
                }
                if let (Some(slot), Some(column)) = (words.get_mut(*at), column) {
                    *slot = Some(Arc::new(column.mapped(map)));
                }
            }
            let datasets = Arc::new(chunk.datasets.mapped(&datasets));
            added.push(Arc::new(Chunk { datasets, words, ..Chunk::clone(chunk) }));
        }
        inner.chunks.splice(place..place, added);
        Ok(Self::from_inner(inner))
    }

    /// Bytes of this snapshot that `older` does not share: what an edit copied.
    pub fn bytes_beyond(&self, older: &Self) -> usize {
        let mut bytes = self.inner.chunks.len() * 8 + self.inner.starts.len() * 4;
        let old: std::collections::HashMap<u64, &Arc<Chunk>> =
            older.chunks().iter().filter_map(|chunk| Some((chunk.id(0)?.0, chunk))).collect();
        for chunk in self.chunks() {
            match chunk.id(0).and_then(|id| old.get(&id.0)) {
                Some(before) if Arc::ptr_eq(before, chunk) => {}
                Some(before) => bytes += chunk.bytes_beyond(before),
                None => bytes += chunk.bytes(),
            }
        }
        for ((_, words), (_, before)) in self.inner.fields.iter().zip(&older.inner.fields) {
            if words.len() != before.len() {
                bytes += words.tail_bytes();
            }
        }
        bytes
    }
}

impl Inner {
    fn field_position(&mut self, field: &crate::frame::batch::Field) -> usize {
        self.fields.iter().position(|(held, _)| held == field).unwrap_or_else(|| {
            self.fields.push((field.clone(), crate::frame::dictionary::Dictionary::default()));
            self.fields.len() - 1
        })
    }

    fn dataset_number(&mut self, dataset: uuid::Uuid) -> u32 {
        let at = self.datasets.iter().position(|held| *held == dataset).unwrap_or_else(|| {
            self.datasets.push(dataset);
            self.datasets.len() - 1
        });
        at as u32
    }

    fn coded(&mut self, id: u64, values: &RowValues) -> CodedRow {
        let dataset = self.dataset_number(values.dataset);
        let mut words = Vec::new();
        for (field, list) in &values.words {
            let at = self.field_position(field);
            let Some((_, dictionary)) = self.fields.get_mut(at) else { continue };
            let line = |word: &String| word.replace('\n', " ");
            let kept = list.iter().filter(|word| keeps(field, word));
            words.push((at, kept.map(|word| dictionary.intern(&line(word))).collect()));
        }
        let mut dates = [DateCell::default(); EVENT_KINDS];
        for (kind, cell) in &values.dates {
            if let Some(slot) = dates.get_mut(kind.index()) {
                *slot = *cell;
            }
        }
        let counts = values.counts.iter().map(|(measure, cell)| (measure_index(*measure) as u8, *cell));
        let firsts = values.firsts.iter().map(|(measure, cell)| (first_index(*measure) as u8, *cell));
        let counts = counts.chain(firsts).collect();
        CodedRow { id, dataset, title: fold(&values.title), key: fold(&values.key), words, dates, counts }
    }
}

impl Chunk {
    fn empty() -> Self {
        Self {
            len: 0,
            ids: Ids::from_list(Vec::new()),
            datasets: Arc::default(),
            titles: None,
            keys: None,
            words: Vec::new(),
            dates: [const { None }; EVENT_KINDS],
            counts: Vec::new(),
        }
    }

    fn bytes_beyond(&self, older: &Self) -> usize {
        fn own<C>(new: Option<&Arc<C>>, old: Option<&Arc<C>>, bytes: impl Fn(&C) -> usize) -> usize {
            match (new, old) {
                (Some(new), Some(old)) if Arc::ptr_eq(new, old) => 0,
                (Some(new), _) => bytes(new),
                (None, _) => 0,
            }
        }
        let mut sum = size_of::<Self>();
        sum += own(self.titles.as_ref(), older.titles.as_ref(), Texts::bytes);
        sum += own(self.keys.as_ref(), older.keys.as_ref(), Texts::bytes);
        sum += own(Some(&self.datasets), Some(&older.datasets), Codes::bytes);
        for (at, column) in self.words.iter().enumerate() {
            sum += own(column.as_ref(), older.words.get(at).and_then(Option::as_ref), WordColumn::bytes);
        }
        for (new, old) in self.dates.iter().zip(&older.dates) {
            sum += own(new.as_ref(), old.as_ref(), DateColumn::bytes);
        }
        for (at, new) in &self.counts {
            let old = older.counts.iter().find(|(held, _)| held == at).map(|(_, column)| column);
            sum += own(Some(new), old, CountColumn::bytes);
        }
        sum + if self.ids == older.ids { 0 } else { self.ids.bytes() }
    }
}

/// The chunks that take the place of `chunk`: none when no row is left, several when it overflows.
fn changed_chunk(chunk: &Chunk, changes: &[(u64, Option<usize>)], rows: &[CodedRow]) -> Vec<Chunk> {
    let mut plan: Vec<Step> = Vec::with_capacity(chunk.len + changes.len());
    let mut next = 0;
    let mut in_place = true;
    for (id, row) in changes {
        let (at, held) = match chunk.ids.find(*id) {
            Ok(at) => (at, true),
            Err(at) => (at, false),
        };
        plan.extend((next..at).map(Step::Keep));
        next = if held { at + 1 } else { at };
        plan.extend(row.map(Step::Put));
        in_place &= held == row.is_some();
    }
    plan.extend((next..chunk.len).map(Step::Keep));
    if plan.is_empty() {
        return Vec::new();
    }
    if in_place {
        return vec![chunk.rebuilt(&plan, rows, true)];
    }
    let appended = changes.iter().all(|(id, _)| chunk.ids.find(*id) == Err(chunk.len));
    let piece = if appended || plan.len() <= CHUNK_ROWS {
        CHUNK_ROWS
    } else {
        plan.len().div_ceil(plan.len().div_ceil(CHUNK_ROWS))
    };
    plan.chunks(piece).map(|steps| chunk.rebuilt(steps, rows, false)).collect()
}

impl Chunk {
    /// The chunk with the rows of `plan`. With `share`, a column equal to the old one is the old one.
    fn rebuilt(&self, plan: &[Step], rows: &[CodedRow], share: bool) -> Self {
        let new_rows: Vec<(usize, &CodedRow)> = (plan.iter().enumerate())
            .filter_map(|(at, step)| match step {
                Step::Put(row) => rows.get(*row).map(|row| (at, row)),
                Step::Keep(_) => None,
            })
            .collect();
        let ids = if share { self.ids.clone() } else { self.rebuilt_ids(plan, rows) };
        let same = |test: &dyn Fn(usize, &CodedRow) -> bool| share && new_rows.iter().all(|(at, row)| test(*at, row));
        let datasets = if same(&|at, row| self.datasets.get(at) == row.dataset) {
            Arc::clone(&self.datasets)
        } else {
            let codes: Codes = walk(plan, rows, |at| self.datasets.get(at), |row| row.dataset).collect();
            Arc::new(codes)
        };
        let titles = if same(&|at, row| text_at(self.titles.as_ref(), at) == row.title) {
            self.titles.clone()
        } else {
            let mut texts = Texts::default();
            walk(plan, rows, |at| text_at(self.titles.as_ref(), at), |row| &row.title)
                .for_each(|text| texts.push(text));
            finished_texts(texts, plan.len())
        };
        let keys = if same(&|at, row| text_at(self.keys.as_ref(), at) == row.key) {
            self.keys.clone()
        } else {
            let mut texts = Texts::default();
            walk(plan, rows, |at| text_at(self.keys.as_ref(), at), |row| &row.key).for_each(|text| texts.push(text));
            finished_texts(texts, plan.len())
        };
        let mut chunk = Self { len: plan.len(), ids, datasets, titles, keys, ..self.clone() };
        chunk.rebuild_words(self, plan, rows, &same);
        chunk.rebuild_dates(self, plan, rows, &same);
        chunk.rebuild_counts(self, plan, rows, &same);
        chunk
    }

    fn rebuilt_ids(&self, plan: &[Step], rows: &[CodedRow]) -> Ids {
        let kept = |at| self.ids.get(at).map_or(0, |id| id.0);
        Ids::from_list(walk(plan, rows, kept, |row| row.id).collect())
    }

    fn rebuild_words(&mut self, old: &Self, plan: &[Step], rows: &[CodedRow], same: &Same<'_>) {
        let widest = rows.iter().flat_map(|row| &row.words).map(|(at, _)| at + 1).max().unwrap_or(0);
        self.words.resize(self.words.len().max(widest), None);
        let mut scratch = Vec::new();
        for (at, slot) in self.words.iter_mut().enumerate() {
            let before = old.words(at);
            let unchanged = |index: usize, row: &CodedRow| match before {
                Some(column) => column.get(index).eq(row.words(at).iter().copied()),
                None => row.words(at).is_empty(),
            };
            if same(&unchanged) {
                continue;
            }
            let mut column = WordColumn::default();
            for step in plan {
                scratch.clear();
                match step {
                    Step::Keep(index) => scratch.extend(before.iter().flat_map(|column| column.get(*index))),
                    Step::Put(row) => scratch.extend(rows.get(*row).map(|row| row.words(at)).unwrap_or_default()),
                }
                column.push(&scratch);
            }
            *slot = finished(column, WordColumn::is_blank, WordColumn::shrink);
        }
        while self.words.last().is_some_and(Option::is_none) {
            self.words.pop();
        }
    }

    fn rebuild_dates(&mut self, old: &Self, plan: &[Step], rows: &[CodedRow], same: &Same<'_>) {
        for (at, slot) in self.dates.iter_mut().enumerate() {
            let before = old.dates.get(at).and_then(Option::as_ref);
            let cell = |index: usize| before.map(|column| column.get(index)).unwrap_or_default();
            let fresh = |row: &CodedRow| row.dates.get(at).copied().unwrap_or_default();
            let unused = before.is_none() && rows.iter().all(|row| fresh(row) == DateCell::default());
            if unused || same(&|index, row| cell(index) == fresh(row)) {
                continue;
            }
            let mut column = DateColumn::default();
            walk(plan, rows, cell, fresh).for_each(|cell| column.push(cell));
            *slot = finished(column, DateColumn::is_blank, DateColumn::shrink);
        }
    }

    fn rebuild_counts(&mut self, old: &Self, plan: &[Step], rows: &[CodedRow], same: &Same<'_>) {
        let mut used: Vec<u8> = old.counts.iter().map(|(at, _)| *at).collect();
        used.extend(rows.iter().flat_map(|row| row.counts.keys()));
        used.sort_unstable();
        used.dedup();
        let mut counts = Vec::with_capacity(used.len());
        for at in used {
            let before = old.counts.iter().find(|(held, _)| *held == at).map(|(_, column)| column);
            let cell = |index: usize| before.map(|column| column.get(index)).unwrap_or_default();
            let fresh = |row: &CodedRow| row.counts.get(&at).copied().unwrap_or_default();
            let column = if same(&|index, row| cell(index) == fresh(row)) {
                before.cloned()
            } else {
                let mut column = CountColumn::default();
                walk(plan, rows, cell, fresh).for_each(|cell| column.push(cell));
                finished(column, CountColumn::is_blank, CountColumn::shrink)
            };
            counts.extend(column.map(|column| (at, column)));
        }
        self.counts = counts;
    }
}

/// Whether a test holds for every new row at its place, and columns may be shared.
type Same<'a> = dyn Fn(&dyn Fn(usize, &CodedRow) -> bool) -> bool + 'a;

impl CodedRow {
    fn words(&self, at: usize) -> &[u32] {
        self.words.iter().find(|(held, _)| *held == at).map_or(&[], |(_, words)| words)
    }
}

fn text_at(texts: Option<&Arc<Texts>>, index: usize) -> &str {
    texts.map_or("", |texts| texts.get(index))
}

/// The values of a plan's rows, in order.
fn walk<'a, T: 'a>(
    plan: &'a [Step],
    rows: &'a [CodedRow],
    kept: impl Fn(usize) -> T + 'a,
    fresh: impl Fn(&'a CodedRow) -> T + 'a,
) -> impl Iterator<Item = T> + 'a {
    plan.iter().filter_map(move |step| match step {
        Step::Keep(index) => Some(kept(*index)),
        Step::Put(row) => rows.get(*row).map(&fresh),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::frame::batch::Field;
    use crate::frame::builder::FrameBuilder;
    use crate::frame::cell::{CountState, DateState};
    use crate::frame::id::RecordId;
    use crate::model::affected::{Effect, Unit};
    use crate::model::event::EventKind;
    use crate::model::organisation::Role;

    fn rebuilt(records: &BTreeMap<u64, RowValues>) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (id, values) in records {
            builder.push_row(RecordId(*id), values).unwrap();
        }
        builder.finish()
    }

    fn assert_same(edited: &Snapshot, records: &BTreeMap<u64, RowValues>) {
        let fresh = rebuilt(records);
        assert_eq!(edited.len(), fresh.len());
        assert!(edited.ids().eq(fresh.ids()));
        for row in 0..fresh.len() {
            assert_eq!(edited.values_at(row), fresh.values_at(row), "row {row}");
            let id = fresh.id_at(row).unwrap();
            assert_eq!(edited.row_of(id), Some(row));
        }
        assert_eq!(edited.event_kinds(), fresh.event_kinds());
        assert_eq!(edited.measures(), fresh.measures());
    }

    fn any_values() -> impl Strategy<Value = RowValues> {
        let word = prop_oneof![Just("Énergie".to_owned()), Just("Santé".to_owned()), "[a-c\n]{0,2}"];
        let field = prop_oneof![
            Just(Field::Kind),
            Just(Field::Sector),
            Just(Field::Organisation(Role::Victim)),
            Just(Field::Custom("note".to_owned())),
        ];
        let words = prop::collection::vec((field, word), 0..5);
        let kind = prop::sample::select(&EventKind::ALL[..5]);
        let state = prop::sample::select(&DateState::ALL[..]);
        let dates = prop::collection::btree_map(kind, (-9..9i32, 0..3i32, state), 0..3);
        let unit = prop::sample::select(&Unit::ALL[..2]);
        let count_state = prop::sample::select(&CountState::ALL[..]);
        let counts = prop::collection::btree_map(unit, (0..9u64, prop::bool::ANY, count_state), 0..2);
        let firsts = prop::option::of(0..9u64);
        ("[A-Cé ]{0,4}", "[0-9]{0,2}", words, dates, counts, firsts, 0..3u128).prop_map(
            |(title, key, words, dates, counts, first, set)| {
                let mut row = RowValues { dataset: Uuid::from_u128(set), title, key, ..RowValues::default() };
                for (field, word) in words {
                    row.add_word(field, &word);
                }
                for (kind, (lo, span, state)) in dates {
                    if state != DateState::Blank {
                        let date = state == DateState::Date;
                        let (lo, hi) = if date { (lo, lo + span) } else { (0, 0) };
                        row.dates.insert(kind, DateCell { lo, hi, state });
                    }
                }
                row.firsts.extend(first.map(|first| ((Unit::People, Effect::DataExposed), CountCell::exact(first))));
                for (unit, (lo, open, state)) in counts {
                    if state != CountState::Blank {
                        let count = state == CountState::Count;
                        let hi = if !count {
                            0
                        } else if open {
                            u64::MAX
                        } else {
                            lo
                        };
                        row.counts.insert(
                            (unit, Effect::DataExposed),
                            CountCell { lo: if count { lo } else { 0 }, hi, state },
                        );
                    }
                }
                row
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn the_frame_after_random_edits_equals_the_frame_rebuilt(
            batches in prop::collection::vec(
                prop::collection::vec((1..40u64, prop::option::weighted(0.75, any_values())), 1..8), 1..12),
        ) {
            let mut records = BTreeMap::new();
            let mut snapshot = rebuilt(&records);
            for batch in batches {
                let mut changes = Vec::new();
                for (id, values) in batch {
                    match &values {
                        Some(values) => records.insert(id, values.clone()),
                        None => records.remove(&id),
                    };
                    changes.push(RowChange { id: RecordId(id), values });
                }
                let before = snapshot.revision();
                snapshot = snapshot.apply(&changes);
                prop_assert_eq!(snapshot.revision(), Revision(before.0 + 1));
                assert_same(&snapshot, &records);
            }
        }
    }

    fn plain(id: u64) -> RowValues {
        let mut row = RowValues { title: format!("Record {id}"), ..RowValues::default() };
        row.add_word(Field::Sector, if id.is_multiple_of(3) { "Health" } else { "Energy" });
        row.dates.insert(EventKind::Aware, DateCell::day(id as i32));
        row.counts.insert((Unit::People, Effect::DataExposed), CountCell::exact(id));
        row
    }

    #[test]
    fn chunks_overflow_and_empty_without_losing_a_row() {
        let mut records: BTreeMap<u64, RowValues> = (1..=20_000).map(|n| (n * 2, plain(n * 2))).collect();
        let mut snapshot = rebuilt(&records);
        assert!(snapshot.chunks().len() >= 3);
        let odd: Vec<u64> = (16_000..17_000).map(|n| n * 2 + 1).collect();
        let insert = odd.iter().map(|&id| RowChange { id: RecordId(id), values: Some(plain(id)) }).collect::<Vec<_>>();
        snapshot = snapshot.apply(&insert);
        records.extend(odd.iter().map(|&id| (id, plain(id))));
        assert_same(&snapshot, &records);
        assert!(snapshot.chunks().iter().all(|chunk| chunk.len() <= CHUNK_ROWS));
        let gone: Vec<u64> = records.keys().copied().filter(|id| *id < 30_000).collect();
        snapshot =
            snapshot.apply(&gone.iter().map(|&id| RowChange { id: RecordId(id), values: None }).collect::<Vec<_>>());
        records.retain(|id, _| *id >= 30_000);
        assert_same(&snapshot, &records);
        assert!(snapshot.chunks().iter().all(|chunk| !chunk.is_empty()));
    }

    #[test]
    fn an_edit_shares_every_column_it_does_not_change() {
        let records: BTreeMap<u64, RowValues> = (1..=20_000).map(|n| (n, plain(n))).collect();
        let snapshot = rebuilt(&records);
        let mut values = plain(12_000);
        values.dates.insert(EventKind::Aware, DateCell::day(3));
        let edited = snapshot.apply(&[RowChange { id: RecordId(12_000), values: Some(values) }]);
        let changed: Vec<usize> =
            (0..3).filter(|&at| !Arc::ptr_eq(&snapshot.chunks()[at], &edited.chunks()[at])).collect();
        assert_eq!(changed, [1]);
        let (old, new) = (&snapshot.chunks()[1], &edited.chunks()[1]);
        assert!(Arc::ptr_eq(old.titles.as_ref().unwrap(), new.titles.as_ref().unwrap()));
        assert!(Arc::ptr_eq(&old.counts[0].1, &new.counts[0].1));
        assert!(edited.bytes_beyond(&snapshot) < 40_000, "{} bytes", edited.bytes_beyond(&snapshot));
    }

    #[test]
    fn appending_a_frame_is_the_same_as_building_one() {
        let records: BTreeMap<u64, RowValues> = (1..=9_000).map(|n| (n, plain(n))).collect();
        let (first, second): (BTreeMap<_, _>, BTreeMap<_, _>) =
            records.clone().into_iter().partition(|(id, _)| *id < 50);
        let together = rebuilt(&first).append(&rebuilt(&second)).unwrap();
        assert_same(&together, &records);
        assert_same(&rebuilt(&second).append(&rebuilt(&first)).unwrap(), &records);
        let (even, odd): (BTreeMap<_, _>, BTreeMap<_, _>) = records.into_iter().partition(|(id, _)| id % 2 == 0);
        assert!(rebuilt(&even).append(&rebuilt(&odd)).is_err());
    }
}
