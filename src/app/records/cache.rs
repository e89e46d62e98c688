//! The rows that were on screen lately. Documents are read for these alone, a few at a time, so that no frame waits.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::app::opened::Opened;
use crate::app::records::cells::{Cell, Source, Weight, cells};
use crate::app::records::columns::{Column, Layout};
use crate::chart::figures::scope::Scope;
use crate::chart::figures::why::{self, Figure};
use crate::chart::findings;
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
    why: Option<Why>,
}

/// Of which figure the rows say why it leaves them out.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The figure.
    pub figure: Figure,
    /// The question that it answers.
    pub question: Question,
    /// What it was computed from.
    pub scope: Scope,
}

impl RowCache {
    /// Has the rows say why a figure leaves them out, or no longer.
    pub fn explain(&mut self, why: Option<Why>) {
        if self.why != why {
            self.why = why;
            self.rows.clear();
        }
    }

    fn reason(&self, lang: Lang, snapshot: &Snapshot, id: RecordId) -> Option<Cell> {
        let Why { figure, question, scope } = self.why.as_ref()?;
        let standings = why::standings(snapshot, question, scope, id)?;
        let (_, standing) = standings.iter().find(|(of, _)| of == figure)?;
        Some(Cell { text: findings::why::short(lang, question, standing), weight: Weight::Plain })
    }

    /// Makes sure that each of these records has cells, as the record is now; of one that was deleted as it was in
    /// `snapshot`, of which the rows on screen are. True where some still wait for their document.
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
        // Why a figure leaves a record out is looked up word by word of the filter: one record at a time.
        let at_once = if self.why.is_some() { 1 } else { BATCH };
        for batch in waiting.chunks(at_once) {
            if begun.elapsed() > BUDGET {
                return true;
            }
            // What cannot be read stays as the frame has it; the check of the workspace names it.
            let page = opened.workspace.page(batch).unwrap_or_default();
            for id in batch {
                let incident = page.iter().find(|(read, _)| read == id).map(|(_, incident)| incident);
                self.put(opened, lang, layout, snapshot, *id, incident);
                if let Some(row) = self.rows.get_mut(id) {
                    row.is_read = true;
                }
                self.say_why(opened, lang, layout, snapshot, *id);
            }
        }
        false
    }

    /// Says in its cell why a figure leaves a record out.
    fn say_why(&mut self, opened: &Opened, lang: Lang, layout: &Layout, snapshot: &Snapshot, id: RecordId) {
        let Some(at) = layout.columns.iter().position(|shown| shown.column == Column::Why) else { return };
        let reason = self.reason(lang, now_or(opened, snapshot, id), id).unwrap_or_default();
        if let Some(cell) = self.rows.get_mut(&id).and_then(|row| row.cells.get_mut(at)) {
            *cell = reason;
        }
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
        let snapshot = now_or(opened, snapshot, id);
        let values = snapshot.row_of(id).and_then(|row| snapshot.values_at(row)).unwrap_or_default();
        let cells = cells(lang, opened, layout, &Source { values: &values, incident });
        self.rows.insert(id, Row { cells, is_read: incident.is_some() });
    }

    /// The cells of a record, in the order of the columns.
    pub fn cells(&self, id: RecordId) -> &[Cell] {
        self.rows.get(&id).map(|row| row.cells.as_slice()).unwrap_or_default()
    }
}

/// The records as they are now, or, of a record that was deleted, as they were: an edit changes the records at once, and
/// the rows on screen a moment later.
fn now_or<'a>(opened: &'a Opened, before: &'a Snapshot, id: RecordId) -> &'a Snapshot {
    if opened.snapshot.row_of(id).is_some() { &opened.snapshot } else { before }
}
