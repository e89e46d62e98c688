//! Fills a frame, row by row or in typed batches.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::frame::batch::{Batch, Column, Field, RowSink, Values};
use crate::frame::chunk::{CHUNK_ROWS, Chunk, EVENT_KINDS, Ids, first_index, measure_index};
use crate::frame::codes::Codes;
use crate::frame::columns::{CountColumn, DateColumn, WordColumn};
use crate::frame::dictionary::DictionaryBuilder;
use crate::frame::id::{RecordId, Revision};
use crate::frame::row::{RowValues, keeps};
use crate::frame::snapshot::{Inner, Snapshot};
use crate::frame::texts::Texts;

/// Why a frame cannot take a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// There are as many rows as a frame can number.
    Full,
    /// An id is not larger than the one before it.
    OutOfOrder {
        /// The id that came too late.
        id: RecordId,
    },
}

impl std::fmt::Display for FrameError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Full => write!(f, "there are more than four thousand million records; split the file"),
            Self::OutOfOrder { id } => write!(f, "record {} came after a later one; nothing of it was kept", id.0),
        }
    }
}

impl std::error::Error for FrameError {}

/// Builds a [`Snapshot`] from rows or batches, in the order of their ids.
#[derive(Debug)]
pub struct FrameBuilder {
    datasets: Vec<Uuid>,
    dataset: u32,
    next_id: u64,
    pub(super) fields: Vec<(Field, DictionaryBuilder)>,
    /// Finished chunks with the place of their part in the source.
    pub(super) chunks: Vec<(u64, Chunk)>,
    open: OpenChunk,
    rows: usize,
    scratch: Vec<u32>,
}

/// The chunk that is being filled.
#[derive(Debug, Default)]
struct OpenChunk {
    ids: Vec<u64>,
    datasets: Codes,
    titles: Texts,
    keys: Texts,
    words: Vec<WordColumn>,
    dates: [DateColumn; EVENT_KINDS],
    counts: BTreeMap<u8, CountColumn>,
}

impl FrameBuilder {
    /// A frame whose first rows belong to `dataset`; the first id that it gives is 1.
    pub fn new(dataset: Uuid) -> Self {
        Self::starting_at(dataset, RecordId(1))
    }

    /// As [`Self::new`]; the first id that it gives is `first`.
    pub fn starting_at(dataset: Uuid, first: RecordId) -> Self {
        Self {
            datasets: vec![dataset],
            dataset: 0,
            next_id: first.0,
            fields: Vec::new(),
            chunks: Vec::new(),
            open: OpenChunk::default(),
            rows: 0,
            scratch: Vec::new(),
        }
    }

    /// Number of rows taken.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether no row was taken.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Rows of batches belong to this dataset from here on, and get ids from `first` upwards.
    pub fn begin_dataset(&mut self, dataset: Uuid, first: RecordId) {
        self.dataset = self.dataset_number(dataset);
        self.next_id = first.0;
    }

    fn dataset_number(&mut self, dataset: Uuid) -> u32 {
        let at = self.datasets.iter().position(|held| *held == dataset).unwrap_or_else(|| {
            self.datasets.push(dataset);
            self.datasets.len() - 1
        });
        at as u32
    }

    /// Takes one record. Its id must be larger than all before.
    ///
    /// # Errors
    /// When the id is out of order, or the frame is full.
    pub fn push_row(&mut self, id: RecordId, values: &RowValues) -> Result<(), FrameError> {
        self.make_room()?;
        let last = self.open.ids.last().copied().or_else(|| self.last_finished_id());
        if last.is_some_and(|last| last >= id.0) {
            return Err(FrameError::OutOfOrder { id });
        }
        let dataset = self.dataset_number(values.dataset);
        let index = self.open.ids.len();
        self.open.ids.push(id.0);
        self.open.datasets.push(dataset);
        self.open.titles.push_folded(&values.title);
        self.open.keys.push_folded(&values.key);
        for (field, words) in &values.words {
            let at = self.field_position(field);
            let mut codes = std::mem::take(&mut self.scratch);
            codes.clear();
            codes.extend(words.iter().filter(|word| keeps(field, word)).map(|word| self.intern(at, word)));
            let column = self.word_column(at, index);
            column.push(&codes);
            self.scratch = codes;
        }
        for (kind, cell) in &values.dates {
            if let Some(column) = self.open.dates.get_mut(kind.index()) {
                column.pad(index);
                column.push(*cell);
            }
        }
        let counts = values.counts.iter().map(|(measure, cell)| (measure_index(*measure), cell));
        let firsts = values.firsts.iter().map(|(measure, cell)| (first_index(*measure), cell));
        for (at, cell) in counts.chain(firsts) {
            let column = self.open.counts.entry(at as u8).or_default();
            column.pad(index);
            column.push(*cell);
        }
        self.next_id = id.0.saturating_add(1);
        self.rows += 1;
        Ok(())
    }

    fn last_finished_id(&self) -> Option<u64> {
        let (_, chunk) = self.chunks.last()?;
        chunk.id(chunk.len().checked_sub(1)?).map(|id| id.0)
    }

    fn make_room(&mut self) -> Result<(), FrameError> {
        if self.rows >= u32::MAX as usize {
            return Err(FrameError::Full);
        }
        if self.open.ids.len() >= CHUNK_ROWS {
            self.seal(0);
        }
        Ok(())
    }

    fn field_position(&mut self, field: &Field) -> usize {
        self.fields.iter().position(|(held, _)| held == field).unwrap_or_else(|| {
            self.fields.push((field.clone(), DictionaryBuilder::default()));
            self.fields.len() - 1
        })
    }

    fn intern(&mut self, at: usize, word: &str) -> u32 {
        self.fields.get_mut(at).map_or(0, |(_, words)| words.intern(word))
    }

    /// The open column of a field, padded to `len` rows.
    fn word_column(&mut self, at: usize, len: usize) -> &mut WordColumn {
        if self.open.words.len() <= at {
            self.open.words.resize_with(at + 1, WordColumn::default);
        }
        // The position was just made; the fallback only keeps the borrow checker and the lints content.
        let at = at.min(self.open.words.len() - 1);
        let column = &mut self.open.words[at];
        column.pad(len);
        column
    }

    /// Closes the open chunk, marking it as belonging to part `part` of the source.
    pub(crate) fn seal(&mut self, part: u64) {
        let open = std::mem::take(&mut self.open);
        let len = open.ids.len();
        if len > 0 {
            self.chunks.push((part, open.close(len)));
        }
    }

    /// The finished frame.
    pub fn finish(mut self) -> Snapshot {
        self.seal(0);
        let fields = self.fields.into_iter().map(|(field, words)| (field, words.finish())).collect();
        let chunks = self.chunks.into_iter().map(|(_, chunk)| Arc::new(chunk)).collect();
        Snapshot::from_inner(Inner {
            revision: Revision(0),
            chunks,
            fields,
            datasets: self.datasets,
            ..Inner::default()
        })
    }

    /// Puts frames together that were built from parts of one source, in the order of the parts (see
    /// [`Self::seal`]); rows get ids from 1. The answer does not depend on which builder took which part.
    pub(crate) fn finish_parts(builders: Vec<Self>) -> Snapshot {
        let mut datasets = Vec::new();
        let mut parts = Vec::new();
        let mut sources = Vec::new();
        for (owner, mut builder) in builders.into_iter().enumerate() {
            builder.seal(u64::MAX);
            if datasets.is_empty() {
                datasets = builder.datasets;
            }
            parts.extend(builder.chunks.into_iter().map(|(part, chunk)| (part, owner, chunk)));
            sources.push(builder.fields);
        }
        parts.sort_by_key(|(part, owner, _)| (*part, *owner));
        let mut together = Together::of(&sources);
        let mut next_id = 1;
        let mut chunks = Vec::with_capacity(parts.len());
        for (_, owner, mut chunk) in parts {
            chunk.ids = Ids::Run { first: next_id, len: chunk.len as u32 };
            next_id += chunk.len as u64;
            if let Some(source) = sources.get(owner) {
                chunk.words = together.words(owner, source, &chunk.words);
            }
            chunks.push(Arc::new(chunk));
        }
        let fields = together.fields.into_iter().map(|(field, words)| (field, words.finish())).collect();
        Snapshot::from_inner(Inner { revision: Revision(0), chunks, fields, datasets, ..Inner::default() })
    }

    /// Takes rows `from..to` of a batch; they fit in the open chunk.
    fn take_rows(&mut self, batch: &Batch<'_>, from: usize, to: usize) {
        let start = self.open.ids.len();
        let end = start + (to - from);
        for _ in from..to {
            self.open.ids.push(self.next_id);
            self.next_id += 1;
            self.open.datasets.push(self.dataset);
        }
        for (place, column) in batch.columns.iter().enumerate() {
            match (column.field, &column.values) {
                (Field::Event(kind), Values::Dates { cells, .. }) => {
                    let Some(open) = self.open.dates.get_mut(kind.index()) else { continue };
                    open.pad(start);
                    if open.len() == start {
                        cells.get(from..to).unwrap_or_default().iter().for_each(|&cell| open.push(cell));
                    }
                }
                (Field::Affected(unit, effect), Values::Counts { cells, .. }) => {
                    let open = self.open.counts.entry(measure_index((*unit, *effect)) as u8).or_default();
                    open.pad(start);
                    if open.len() == start {
                        cells.get(from..to).unwrap_or_default().iter().for_each(|&cell| open.push(cell));
                    }
                }
                (Field::Title, Values::Texts(texts)) => push_texts(&mut self.open.titles, texts, from..to, start),
                (Field::Key, Values::Texts(texts)) => push_texts(&mut self.open.keys, texts, from..to, start),
                (field, Values::Texts(_) | Values::Lists { .. }) => {
                    let first = batch.columns.iter().position(|other| other.field == field) == Some(place);
                    if first {
                        self.take_words(batch, field, from..to, start);
                    }
                }
                _ => {}
            }
        }
        self.open.titles.pad(end);
        self.open.keys.pad(end);
        self.rows += to - from;
    }

    /// Takes the words that all columns of one field have in these rows.
    fn take_words(&mut self, batch: &Batch<'_>, field: &Field, rows: std::ops::Range<usize>, start: usize) {
        if matches!(field, Field::Summary | Field::Description | Field::SourceAddress | Field::Event(_))
            || matches!(field, Field::Title | Field::Key | Field::Affected(..))
        {
            return;
        }
        let at = self.field_position(field);
        let columns: Vec<&Column<'_>> = batch.columns.iter().filter(|column| column.field == field).collect();
        let mut codes = std::mem::take(&mut self.scratch);
        let mut column = std::mem::take(self.word_column(at, start));
        let Some((_, words)) = self.fields.get_mut(at) else { return };
        for row in rows {
            codes.clear();
            for column in &columns {
                match &column.values {
                    Values::Texts(texts) => {
                        let word = texts.get(row).copied().unwrap_or("");
                        if keeps(field, word) {
                            codes.push(words.intern(word));
                        }
                    }
                    Values::Lists { items, starts } => {
                        let from = starts.get(row).map_or(0, |&at| at as usize);
                        let to = starts.get(row + 1).map_or(from, |&at| at as usize);
                        let row_items = items.get(from..to).unwrap_or_default();
                        codes.extend(row_items.iter().filter(|word| keeps(field, word)).map(|word| words.intern(word)));
                    }
                    Values::Dates { .. } | Values::Counts { .. } => {}
                }
            }
            column.push(&codes);
        }
        if let Some(open) = self.open.words.get_mut(at) {
            *open = column;
        }
        self.scratch = codes;
    }
}

/// The fields and words of one builder.
type Source = Vec<(Field, DictionaryBuilder)>;

/// The words of several builders under one set of codes. Positions and codes are given in the order of first use.
struct Together {
    fields: Source,
    /// For each builder and each of its fields, once it was met: its position here, and the code here of each code
    /// there (0 until it was met).
    maps: Vec<Vec<Option<FieldMap>>>,
}

struct FieldMap {
    position: usize,
    codes: Vec<u32>,
}

impl Together {
    fn of(sources: &[Source]) -> Self {
        let maps = sources.iter().map(|source| source.iter().map(|_| None).collect()).collect();
        Self { fields: Vec::new(), maps }
    }

    /// The word columns of a chunk of builder `owner`, under the codes here.
    fn words(
        &mut self,
        owner: usize,
        source: &Source,
        columns: &[Option<Arc<WordColumn>>],
    ) -> Vec<Option<Arc<WordColumn>>> {
        let Self { fields, maps } = self;
        let mut words = Vec::new();
        let maps = maps.get_mut(owner).into_iter().flatten();
        for ((column, (field, local)), map) in columns.iter().zip(source).zip(maps) {
            let Some(column) = column else { continue };
            let FieldMap { position, codes } = map.get_or_insert_with(|| {
                let position = fields.iter().position(|(held, _)| held == field).unwrap_or_else(|| {
                    fields.push((field.clone(), DictionaryBuilder::default()));
                    fields.len() - 1
                });
                FieldMap { position, codes: vec![0; local.len() + 1] }
            });
            let Some((_, global)) = fields.get_mut(*position) else { continue };
            column.each(|_, code| {
                if let Some(slot) = codes.get_mut(code as usize).filter(|slot| **slot == 0) {
                    *slot = global.intern(local.word(code));
                }
            });
            if words.len() <= *position {
                words.resize(*position + 1, None);
            }
            if let Some(slot) = words.get_mut(*position) {
                *slot = Some(Arc::new(column.mapped(codes)));
            }
        }
        words
    }
}

fn push_texts(open: &mut Texts, texts: &[&str], rows: std::ops::Range<usize>, start: usize) {
    open.pad(start);
    if open.len() > start {
        return;
    }
    for text in texts.get(rows).unwrap_or_default() {
        open.push_folded(text);
    }
}

impl RowSink for FrameBuilder {
    type Error = FrameError;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), FrameError> {
        let mut from = 0;
        while from < batch.rows.len() {
            self.make_room()?;
            let room = CHUNK_ROWS - self.open.ids.len().min(CHUNK_ROWS);
            let to = batch.rows.len().min(from + room.max(1));
            self.take_rows(batch, from, to);
            from = to;
        }
        Ok(())
    }
}

impl OpenChunk {
    fn close(self, len: usize) -> Chunk {
        let dates = self.dates.map(|mut column| {
            if column.is_empty() {
                return None;
            }
            column.pad(len);
            finished(column, DateColumn::is_blank, DateColumn::shrink)
        });
        let counts = self.counts.into_iter().filter_map(|(at, mut column)| {
            column.pad(len);
            Some((at, finished(column, CountColumn::is_blank, CountColumn::shrink)?))
        });
        let words = self.words.into_iter().map(|mut column| {
            column.pad(len);
            finished(column, WordColumn::is_blank, WordColumn::shrink)
        });
        let mut datasets = self.datasets;
        datasets.shrink();
        Chunk {
            len,
            ids: Ids::from_list(self.ids),
            datasets: Arc::new(datasets),
            titles: finished_texts(self.titles, len),
            keys: finished_texts(self.keys, len),
            words: words.collect(),
            dates,
            counts: counts.collect(),
        }
    }
}

/// A column as it stands in a chunk: absent when blank, without spare room.
pub(super) fn finished<C>(mut column: C, is_blank: impl Fn(&C) -> bool, shrink: impl Fn(&mut C)) -> Option<Arc<C>> {
    if is_blank(&column) {
        return None;
    }
    shrink(&mut column);
    Some(Arc::new(column))
}

/// Texts as they stand in a chunk: absent when all are empty.
pub(super) fn finished_texts(mut texts: Texts, len: usize) -> Option<Arc<Texts>> {
    texts.pad(len);
    if texts.buffer().len() == len {
        return None;
    }
    texts.shrink();
    Some(Arc::new(texts))
}
