//! The immutable frame that every answer is computed from.

use std::sync::Arc;

use uuid::Uuid;

use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, DateCell};
use crate::frame::chunk::{Chunk, EVENT_KINDS, MEASURES, measure_at};
use crate::frame::dictionary::Dictionary;
use crate::frame::id::{RecordId, Revision};
use crate::frame::row::RowValues;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;

/// What is computed with, of all records, at one revision. Cheap to clone; never changes.
///
/// Rows stand in the order of their ids. A row number is good for this snapshot only: keep [`RecordId`]s.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub(super) inner: Arc<Inner>,
}

/// The parts of a snapshot.
#[derive(Clone, Debug, Default)]
pub(super) struct Inner {
    pub(super) revision: Revision,
    pub(super) len: usize,
    pub(super) chunks: Vec<Arc<Chunk>>,
    /// First row of each chunk.
    pub(super) starts: Vec<u32>,
    /// Word fields and their words. Positions are stable from one snapshot to the next.
    pub(super) fields: Vec<(Field, Dictionary)>,
    pub(super) datasets: Vec<Uuid>,
}

impl Inner {
    /// Works out `len` and `starts` from the chunks.
    pub(super) fn renumber(&mut self) {
        self.starts.clear();
        let mut row = 0;
        for chunk in &self.chunks {
            self.starts.push(row as u32);
            row += chunk.len();
        }
        self.len = row;
    }
}

impl Snapshot {
    pub(super) fn from_inner(mut inner: Inner) -> Self {
        inner.renumber();
        Self { inner: Arc::new(inner) }
    }

    /// The version of the data.
    pub fn revision(&self) -> Revision {
        self.inner.revision
    }

    /// The same data under another revision.
    #[must_use]
    pub fn with_revision(&self, revision: Revision) -> Self {
        let inner = Inner { revision, ..Inner::clone(&self.inner) };
        Self { inner: Arc::new(inner) }
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.inner.len
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.inner.len == 0
    }

    /// The chunks, in row order.
    pub fn chunks(&self) -> &[Arc<Chunk>] {
        &self.inner.chunks
    }

    /// First row of a chunk.
    pub fn chunk_start(&self, chunk: usize) -> usize {
        self.inner.starts.get(chunk).map_or(self.inner.len, |&row| row as usize)
    }

    /// Ids of all records, in row order.
    pub fn ids(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.inner.chunks.iter().flat_map(|chunk| (0..chunk.len()).filter_map(|index| chunk.id(index)))
    }

    /// Id of the record in a row.
    pub fn id_at(&self, row: usize) -> Option<RecordId> {
        let (chunk, index) = self.locate(row)?;
        chunk.id(index)
    }

    /// Row of a record in this snapshot.
    pub fn row_of(&self, id: RecordId) -> Option<usize> {
        let (chunk, found) = self.place_of(id);
        Some(self.chunk_start(chunk) + found.ok()?)
    }

    /// The chunk of an id and its position there, or where it would stand.
    pub(super) fn place_of(&self, id: RecordId) -> (usize, Result<usize, usize>) {
        let after = self.inner.chunks.partition_point(|chunk| chunk.id(0).is_some_and(|first| first <= id));
        let chunk = after.saturating_sub(1);
        (chunk, self.inner.chunks.get(chunk).map_or(Err(0), |held| held.ids.find(id.0)))
    }

    /// The chunk of a row, and the row's position there.
    pub fn locate(&self, row: usize) -> Option<(&Chunk, usize)> {
        let at = self.inner.starts.partition_point(|&start| start as usize <= row).checked_sub(1)?;
        let chunk = self.inner.chunks.get(at)?;
        let index = row - self.chunk_start(at);
        (index < chunk.len()).then_some((chunk.as_ref(), index))
    }

    /// Datasets by number.
    pub fn datasets(&self) -> &[Uuid] {
        &self.inner.datasets
    }

    /// Fields whose words are kept, in the order of their positions.
    pub fn fields(&self) -> impl Iterator<Item = &Field> + '_ {
        self.inner.fields.iter().map(|(field, _)| field)
    }

    /// Position of a field in [`Chunk::words`].
    pub fn field_index(&self, field: &Field) -> Option<usize> {
        self.inner.fields.iter().position(|(held, _)| held == field)
    }

    /// The words of a field.
    pub fn dictionary(&self, field: &Field) -> Option<&Dictionary> {
        self.inner.fields.iter().find(|(held, _)| held == field).map(|(_, words)| words)
    }

    /// Kinds of event that any record says something about.
    pub fn event_kinds(&self) -> Vec<EventKind> {
        let used = |at: usize| self.inner.chunks.iter().any(|chunk| chunk.dates.get(at).is_some_and(Option::is_some));
        (0..EVENT_KINDS).filter(|&at| used(at)).filter_map(|at| EventKind::ALL.get(at).copied()).collect()
    }

    /// Units and effects that any record says something about.
    pub fn measures(&self) -> Vec<(Unit, Effect)> {
        let used = |at: usize| self.inner.chunks.iter().any(|chunk| chunk.count_column(at).is_some());
        (0..MEASURES).filter(|&at| used(at)).filter_map(measure_at).collect()
    }

    /// Everything kept of the record in a row; title and key are the folded ones. For tests and single records.
    pub fn values_at(&self, row: usize) -> Option<RowValues> {
        let (chunk, index) = self.locate(row)?;
        let mut values = RowValues {
            dataset: self.inner.datasets.get(chunk.datasets.get(index) as usize).copied().unwrap_or_default(),
            title: chunk.titles().map_or_else(String::new, |titles| titles.get(index).to_owned()),
            key: chunk.keys().map_or_else(String::new, |keys| keys.get(index).to_owned()),
            ..RowValues::default()
        };
        for (at, (field, dictionary)) in self.inner.fields.iter().enumerate() {
            let Some(column) = chunk.words(at) else { continue };
            let words: Vec<String> = column.get(index).map(|code| dictionary.word(code).to_owned()).collect();
            if !words.is_empty() {
                values.words.insert(field.clone(), words);
            }
        }
        for kind in EventKind::ALL {
            let cell = chunk.dates(kind).map(|column| column.get(index)).unwrap_or_default();
            if cell != DateCell::default() {
                values.dates.insert(kind, cell);
            }
        }
        for (at, column) in &chunk.counts {
            let cell = column.get(index);
            if cell == CountCell::default() {
                continue;
            }
            let at = *at as usize;
            if let Some(measure) = measure_at(at) {
                values.counts.insert(measure, cell);
            } else if let Some(measure) = at.checked_sub(MEASURES).and_then(measure_at) {
                values.firsts.insert(measure, cell);
            }
        }
        Some(values)
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        let chunks: usize = self.inner.chunks.iter().map(|chunk| chunk.bytes()).sum();
        let words: usize = self.inner.fields.iter().map(|(_, words)| words.bytes()).sum();
        chunks + words + self.inner.chunks.capacity() * 8 + self.inner.starts.capacity() * 4
    }
}
