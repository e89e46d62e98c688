//! Records of a batch made into documents on one thread while another stores them: the two cost about the same.

use std::sync::mpsc::sync_channel;

use uuid::Uuid;

use crate::frame::batch::Batch;
use crate::import::read::assemble::incident_from_row;
use crate::model::incident::Incident;

/// Rows that are made and handed over at a time.
const ROWS: usize = 256;
/// Blocks that may lie ready.
const READY: usize = 16;

/// Documents of consecutive rows.
#[derive(Debug, Default)]
struct Block {
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

/// Calls `store` with the document of every row, in order, on the caller's thread. `identity` gives each row of the
/// batch, counted from 0, its identity. What else there is to do with the batch (`also`) is done on the other thread.
///
/// # Errors
/// Whatever `store` answers; no row is made after that.
pub fn each_document<E>(
    batch: &Batch<'_>,
    dataset: Uuid,
    identity: impl Fn(usize) -> Uuid + Sync,
    also: impl FnOnce() + Send,
    mut store: impl FnMut(Document<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let rows = batch.rows.len();
    let (sender, receiver) = sync_channel::<Block>(READY);
    std::thread::scope(|scope| {
        let making = scope.spawn(|| {
            let sender = sender;
            for start in (0..rows).step_by(ROWS) {
                let mut block = Block::default();
                for row in start..rows.min(start + ROWS) {
                    block.add(incident_from_row(batch, row, dataset, identity(row)));
                }
                // Nobody takes it any more: storing failed.
                if sender.send(block).is_err() {
                    return;
                }
            }
            drop(sender);
            also();
        });
        let stored = receiver.iter().try_for_each(|block| block.each(&mut store));
        drop(receiver);
        if let Err(panic) = making.join() {
            std::panic::resume_unwind(panic);
        }
        stored
    })
}

impl Block {
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

    fn each<E>(&self, store: &mut impl FnMut(Document<'_>) -> Result<(), E>) -> Result<(), E> {
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
        let identity = |row: usize| Uuid::from_u128(row as u128 + 1);
        let mut seen = Vec::new();
        let mut done = false;
        let all = each_document(
            &batch,
            Uuid::nil(),
            identity,
            || done = true,
            |document| {
                let incident: Incident = serde_json::from_str(document.json).expect("a document");
                assert_eq!((incident.id, document.key), (document.id, Some(keys[seen.len()].as_str())));
                assert_eq!(incident, incident_from_row(&batch, seen.len(), Uuid::nil(), document.id));
                seen.push(document.id);
                Ok::<(), ()>(())
            },
        );
        assert_eq!((all, seen.len(), done), (Ok(()), 1_000, true));
        let mut count = 0;
        let stopped = each_document(
            &batch,
            Uuid::nil(),
            identity,
            || {},
            |_| {
                count += 1;
                if count == 300 { Err("full") } else { Ok(()) }
            },
        );
        assert_eq!((stopped, count), (Err("full"), 300));
    }
}
