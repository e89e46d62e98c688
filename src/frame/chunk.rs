//! A run of rows, column by column. Every column stands behind its own `Arc`, so that an edit copies only what changes.

use std::sync::Arc;

use crate::frame::codes::Codes;
use crate::frame::columns::{CountColumn, DateColumn, WordColumn};
use crate::frame::id::RecordId;
use crate::frame::texts::Texts;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;

/// The most rows a chunk holds.
pub const CHUNK_ROWS: usize = 8_192;

/// Number of kinds of event.
pub(super) const EVENT_KINDS: usize = EventKind::ALL.len();

/// Number of measures: pairs of unit and effect.
pub(super) const MEASURES: usize = Unit::ALL.len() * Effect::ALL.len();

/// Number of columns of counts there may be: of each measure the one that figures use, and the first statement.
pub(super) const COUNT_COLUMNS: usize = 2 * MEASURES;

/// Position of the column of first statements of a measure, behind those of all measures.
pub(super) const fn first_index(measure: (Unit, Effect)) -> usize {
    MEASURES + measure_index(measure)
}

/// Position of a measure, 0 to [`MEASURES`] − 1.
pub(super) const fn measure_index(measure: (Unit, Effect)) -> usize {
    measure.0 as usize * Effect::ALL.len() + measure.1 as usize
}

/// The measure at a position.
pub(super) fn measure_at(index: usize) -> Option<(Unit, Effect)> {
    let unit = Unit::ALL.get(index / Effect::ALL.len())?;
    Some((*unit, *Effect::ALL.get(index % Effect::ALL.len())?))
}

/// Ids of a chunk's rows, ascending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ids {
    /// `first`, `first + 1`, …
    Run { first: u64, len: u32 },
    /// Any.
    List(Arc<Vec<u64>>),
}

impl Ids {
    pub(super) fn from_list(list: Vec<u64>) -> Self {
        let first = list.first().copied().unwrap_or(0);
        let run = list.iter().enumerate().all(|(index, &id)| id == first.wrapping_add(index as u64));
        if run { Self::Run { first, len: list.len() as u32 } } else { Self::List(Arc::new(list)) }
    }

    pub(super) fn get(&self, index: usize) -> Option<RecordId> {
        match self {
            Self::Run { first, len } => (index < *len as usize).then(|| RecordId(first + index as u64)),
            Self::List(list) => list.get(index).copied().map(RecordId),
        }
    }

    /// Position of an id, or where it would stand.
    pub(super) fn find(&self, id: u64) -> Result<usize, usize> {
        match self {
            Self::Run { first, len } => match id.checked_sub(*first) {
                None => Err(0),
                Some(at) if at < u64::from(*len) => Ok(at as usize),
                Some(_) => Err(*len as usize),
            },
            Self::List(list) => list.binary_search(&id),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Run { .. } => 0,
            Self::List(list) => list.capacity() * 8,
        }
    }
}

/// A run of at most [`CHUNK_ROWS`] rows. A column that no row uses is not there.
#[derive(Clone, Debug)]
pub struct Chunk {
    pub(super) len: usize,
    pub(super) ids: Ids,
    /// Position of each row's dataset in the snapshot's list.
    pub(super) datasets: Arc<Codes>,
    /// Folded titles.
    pub(super) titles: Option<Arc<Texts>>,
    /// Folded source keys.
    pub(super) keys: Option<Arc<Texts>>,
    /// By position of the field in the snapshot's list; may be shorter than that list.
    pub(super) words: Vec<Option<Arc<WordColumn>>>,
    /// By [`EventKind::index`].
    pub(super) dates: [Option<Arc<DateColumn>>; EVENT_KINDS],
    /// By measure index, ascending, only those used; from [`MEASURES`] on, first statements of each measure.
    pub(super) counts: Vec<(u8, Arc<CountColumn>)>,
}

impl Chunk {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Id of the row at `index`.
    pub fn id(&self, index: usize) -> Option<RecordId> {
        self.ids.get(index)
    }

    /// Dataset numbers of the rows.
    pub fn datasets(&self) -> &Codes {
        &self.datasets
    }

    /// Folded titles, where any row has one.
    pub fn titles(&self) -> Option<&Texts> {
        self.titles.as_deref()
    }

    /// Folded source keys, where any row has one.
    pub fn keys(&self) -> Option<&Texts> {
        self.keys.as_deref()
    }

    /// Dates of a kind of event, where any row says something about it.
    pub fn dates(&self, kind: EventKind) -> Option<&DateColumn> {
        self.dates.get(kind.index())?.as_deref()
    }

    /// Counts of a measure, where any row says something about it.
    pub fn counts(&self, measure: (Unit, Effect)) -> Option<&CountColumn> {
        self.count_column(measure_index(measure))
    }

    /// First dated statements of a measure, of the records that stated it again at a later date; the count of
    /// [`Self::counts`] is then the latest. `None` where no row has any.
    pub fn first_counts(&self, measure: (Unit, Effect)) -> Option<&CountColumn> {
        self.count_column(first_index(measure))
    }

    pub(super) fn count_column(&self, index: usize) -> Option<&CountColumn> {
        let at = self.counts.binary_search_by_key(&index, |(held, _)| *held as usize).ok()?;
        self.counts.get(at).map(|(_, column)| column.as_ref())
    }

    /// Words of the field at this position of the snapshot's list (see `Snapshot::field_index`), where any row has one.
    pub fn words(&self, field_index: usize) -> Option<&WordColumn> {
        self.words.get(field_index)?.as_deref()
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        let words: usize = self.words.iter().flatten().map(|column| column.bytes()).sum();
        let dates: usize = self.dates.iter().flatten().map(|column| column.bytes()).sum();
        let counts: usize = self.counts.iter().map(|(_, column)| column.bytes()).sum();
        let texts =
            self.titles.as_ref().map_or(0, |texts| texts.bytes()) + self.keys.as_ref().map_or(0, |texts| texts.bytes());
        self.ids.bytes() + self.datasets.bytes() + texts + words + dates + counts + size_of::<Self>()
    }
}
