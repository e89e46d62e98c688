//! The order of the rows: worked out on a thread, the one before kept meanwhile.

use std::sync::Arc;

use crate::app::derived::{Selected, SelectionKey};
use crate::app::view::View;
use crate::frame::{RecordId, Revision, Snapshot};
use crate::query::{Direction, Selection, SortBy, order};

/// Which records are put in order.
#[derive(Clone, Debug, PartialEq)]
enum Base {
    /// Those that the filter leaves.
    Chosen(SelectionKey),
    /// Those of a list that a figure led to: of this opening, at this revision.
    Listed(u64, Revision, Arc<Vec<RecordId>>),
}

/// What an order rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderKey {
    base: Base,
    by: SortBy,
    direction: Direction,
}

/// Rows in order, with the snapshot that they are rows of.
#[derive(Clone, Debug, Default)]
pub struct Ordered {
    /// What it rests on; `None` before there was any.
    pub key: Option<OrderKey>,
    /// The snapshot.
    pub snapshot: Snapshot,
    /// Its rows.
    pub rows: Arc<Vec<u32>>,
}

/// An order to be worked out.
#[derive(Debug)]
pub struct OrderWork {
    key: OrderKey,
    snapshot: Snapshot,
    selection: Arc<Selection>,
}

impl OrderWork {
    /// The order that is wanted now: of a list in the records as they are, or of what the filter was last known to
    /// choose, in the records that it was chosen from. `None` while nothing is open and before anything was chosen.
    pub fn wanted(view: &View<'_>, by: SortBy, direction: Direction) -> Option<Self> {
        let opened = view.state.opened.as_ref()?;
        if let Some(listing) = &view.state.listing {
            let base = Base::Listed(opened.number, opened.snapshot.revision(), Arc::clone(&listing.ids));
            let key = OrderKey { base, by, direction };
            return Some(Self { key, snapshot: opened.snapshot.clone(), selection: Arc::default() });
        }
        let Selected { key, snapshot, selection } = view.derived.selected()?.clone();
        Some(Self { key: OrderKey { base: Base::Chosen(key), by, direction }, snapshot, selection })
    }

    /// What it rests on.
    pub const fn key(&self) -> &OrderKey {
        &self.key
    }

    /// Works it out. Takes as long as sorting takes: to be run in a job.
    pub fn run(self) -> Ordered {
        let Self { key, snapshot, selection } = self;
        let rows = match &key.base {
            Base::Listed(.., ids) => {
                let listed = ids.iter().filter_map(|id| snapshot.row_of(*id));
                order(&snapshot, &Selection::of_rows(&snapshot, listed), &key.by, key.direction)
            }
            Base::Chosen(_) => order(&snapshot, &selection, &key.by, key.direction),
        };
        Ordered { key: Some(key), snapshot, rows: Arc::new(rows) }
    }
}

impl Ordered {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The record at a position.
    pub fn id_at(&self, position: usize) -> Option<RecordId> {
        self.snapshot.id_at(*self.rows.get(position)? as usize)
    }

    /// The position of a record.
    pub fn position_of(&self, id: RecordId) -> Option<usize> {
        let row = u32::try_from(self.snapshot.row_of(id)?).ok()?;
        self.rows.iter().position(|found| *found == row)
    }
}
