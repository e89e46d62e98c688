//! The rows that were on screen lately. Documents are read for these alone, a few at a time, so that no frame waits.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::app::opened::Opened;
use crate::app::records::cells::{Cell, Source, cells};
use crate::app::records::columns::{Column, Layout};
use crate::frame::{RecordId, Revision, Snapshot};
use crate::query::question::Question;
use crate::text::Lang;

/// How long a frame may read documents.
const BUDGET: Duration = Duration::from_millis(4);

/// How many are read at once between two looks at the clock.
const BATCH: usize = 8;

/// How many rows are kept.
const KEPT: usize = 4_096;

/// What cells rest on, besides the record.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    opened: u64,
    revision: Revision,
    lang: Lang,
    columns: Vec<Column>,
    asked: (crate::model::event::EventKind, (crate::model::event::EventKind, crate::model::event::EventKind)),
    measure: (crate::model::affected::Unit, crate::model::affected::Effect),
    as_of: crate::model::calendar::Day,
}

impl Key {
    fn of(opened: &Opened, lang: Lang, layout: &Layout) -> Self {
        let Question { date_of, delay, measure, as_of, .. } = &opened.question;
        Self {
            opened: opened.number,
            revision: opened.snapshot.revision(),
            lang,
            columns: layout.columns.iter().map(|shown| shown.column).collect(),
            asked: (*date_of, *delay),
            measure: *measure,
            as_of: *as_of,
        }
    }
}

struct Row {
    cells: Vec<Cell>,
    is_read: bool,
}

/// The rows.
#[derive(Default)]
pub struct RowCache {
    key: Option<Key>,
    rows: BTreeMap<RecordId, Row>,
}

impl RowCache {
    /// Makes sure that each of these records has cells. True where some still wait for their document.
    pub fn fill(
        &mut self,
        opened: &Opened,
        lang: Lang,
        layout: &Layout,
        snapshot: &Snapshot,
        ids: &[RecordId],
    ) -> bool {
        let key = Key::of(opened, lang, layout);
        if self.key.as_ref() != Some(&key) || self.rows.len() > KEPT {
            self.rows.clear();
            self.key = Some(key);
        }
        for id in ids {
            if !self.rows.contains_key(id) {
                self.put(opened, lang, layout, snapshot, *id, None);
            }
        }
        let waiting: Vec<RecordId> =
            ids.iter().copied().filter(|id| self.rows.get(id).is_some_and(|row| !row.is_read)).collect();
        let begun = Instant::now();
        for batch in waiting.chunks(BATCH) {
            if begun.elapsed() > BUDGET {
                return true;
            }
            // What cannot be read stays as the frame has it; the check of the workspace names it.
            let page = opened.workspace.page(batch).unwrap_or_default();
            for (id, incident) in &page {
                self.put(opened, lang, layout, snapshot, *id, Some(incident));
            }
            for id in batch {
                if let Some(row) = self.rows.get_mut(id) {
                    row.is_read = true;
                }
            }
        }
        false
    }

    fn put(
        &mut self,
        opened: &Opened,
        lang: Lang,
        layout: &Layout,
        snapshot: &Snapshot,
        id: RecordId,
        incident: Option<&crate::model::incident::Incident>,
    ) {
        let values = snapshot.row_of(id).and_then(|row| snapshot.values_at(row)).unwrap_or_default();
        let cells = cells(lang, opened, layout, &Source { values: &values, incident });
        self.rows.insert(id, Row { cells, is_read: incident.is_some() });
    }

    /// The cells of a record, in the order of the columns.
    pub fn cells(&self, id: RecordId) -> &[Cell] {
        self.rows.get(&id).map(|row| row.cells.as_slice()).unwrap_or_default()
    }
}
