//! Records made into documents on some threads while another stores them: the two cost about the same.

use uuid::Uuid;

use crate::frame::batch::Batch;
use crate::import::read::assemble::incident_from_row;
use crate::model::incident::Incident;

/// Bytes made ready for a document: most need less, and memory that is not touched costs nothing.
const ROOM: usize = 1_024;

/// Documents of consecutive rows.
#[derive(Debug, Default)]
pub struct Documents {
    json: Vec<u8>,
    rows: Vec<Made>,
}

#[derive(Debug)]
struct Made {
    end: usize,
    id: Uuid,
    key: Option<String>,
}

/// A record as a document.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The record's identity.
    pub id: Uuid,
    /// The source's key of it.
    pub key: Option<&'a str>,
    /// The document: JSON.
    pub json: &'a str,
}

impl Documents {
    /// The document of every row. `identity` gives each row of the batch, counted from 0, its identity.
    pub fn of(batch: &Batch<'_>, dataset: Uuid, identity: impl Fn(usize) -> Uuid) -> Self {
        let rows = batch.rows.len();
        let mut made = Self { json: Vec::with_capacity(rows * ROOM), rows: Vec::with_capacity(rows) };
        for row in 0..rows {
            made.add(incident_from_row(batch, row, dataset, identity(row)));
        }
        made
    }

    fn add(&mut self, incident: Incident) {
        let start = self.json.len();
        if serde_json::to_writer(&mut self.json, &incident).is_err() {
            // Plain data with string keys always has a JSON form; were it otherwise, an empty document would be found
            // by the check of the workspace.
            self.json.truncate(start);
        }
        let key = incident.origin.and_then(|origin| origin.key);
        self.rows.push(Made { end: self.json.len(), id: incident.id, key });
    }

    /// Calls `store` with every document, in order.
    ///
    /// # Errors
    /// Whatever `store` answers; it is not called after that.
    pub fn each<E>(&self, mut store: impl FnMut(Document<'_>) -> Result<(), E>) -> Result<(), E> {
        let mut start = 0;
        for row in &self.rows {
            let json =
                self.json.get(start..row.end).and_then(|json| std::str::from_utf8(json).ok()).unwrap_or_default();
            store(Document { id: row.id, key: row.key.as_deref(), json })?;
            start = row.end;
        }
        Ok(())
    }
}

/// Does `other` on a thread of its own while `own` is done on the caller's; gives what both gave.
pub fn beside<A, B: Send>(own: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let own = own();
        match other.join() {
            Ok(other) => (own, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::batch::{Column, Field, Values};

    #[test]
    fn documents_come_in_order_and_stop_at_the_first_error() {
        let rows: Vec<u64> = (1..=1_000).collect();
        let keys: Vec<String> = rows.iter().map(ToString::to_string).collect();
        let columns =
            vec![Column { field: &Field::Key, values: Values::Texts(keys.iter().map(String::as_str).collect()) }];
        let batch = Batch { rows: &rows, columns, problems: Vec::new() };
        let documents = Documents::of(&batch, Uuid::nil(), |row| Uuid::from_u128(row as u128 + 1));
        let mut seen = Vec::new();
        let all = documents.each(|document| {
            let incident: Incident = serde_json::from_str(document.json).expect("a document");
            assert_eq!((incident.id, document.key), (document.id, Some(keys[seen.len()].as_str())));
            assert_eq!(incident, incident_from_row(&batch, seen.len(), Uuid::nil(), document.id));
            seen.push(document.id);
            Ok::<(), ()>(())
        });
        assert_eq!((all, seen.len()), (Ok(()), 1_000));
        let mut count = 0;
        let stopped = documents.each(|_| {
            count += 1;
            if count == 300 { Err("full") } else { Ok(()) }
        });
        assert_eq!((stopped, count), (Err("full"), 300));
    }

    #[test]
    fn two_things_are_done_at_once() {
        let (sender, receiver) = std::sync::mpsc::sync_channel(0);
        // Neither ends without the other.
        let (given, taken) = beside(|| sender.send(7), move || receiver.recv());
        assert_eq!((given, taken), (Ok(()), Ok(7)));
    }
}
