//! An import being filled: files are read on all cores, records are made of their rows, and one thread stores them.
//!
//! What waits between them is bounded, so memory does not grow with the file. Nothing is in the workspace before
//! [`Importer::finish`], so an import that is cancelled or fails in the middle leaves it as it was.

use std::io::Read;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::params;
use uuid::Uuid;

use crate::frame::FrameBuilder;
use crate::frame::batch::{Batch, RowSink};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::read::ahead::{Documents, beside};
use crate::import::read::assemble::{incident_from_row, is_shown_alike};
use crate::import::read::ordered::{Stages, read_in_order};
use crate::import::recipe::Recipe;
use crate::import::report::ImportReport;
use crate::model::incident::Incident;
use crate::workspace::error::{Result, WorkspaceError};
use crate::workspace::importer::{INSERT, Importer, OnDuplicate, identity};

/// Batches that may lie ready to be stored.
const READY: usize = 4;

/// The indexes of records, as the form of the file has them.
const INDEXES: [(&str, &str); 2] = [
    ("record_uuid", "CREATE UNIQUE INDEX record_uuid ON record (uuid)"),
    ("record_source", "CREATE INDEX record_source ON record (dataset, source_key) WHERE source_key IS NOT NULL"),
];

/// Why a file did not get into an import.
#[derive(Debug)]
pub enum FillError {
    /// It could not be read, or reading was cancelled.
    Import(ImportError),
    /// The workspace could not take it.
    Workspace(WorkspaceError),
}

impl std::fmt::Display for FillError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Import(error) => error.fmt(f),
            Self::Workspace(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FillError {}

/// What is made of a batch on its way to the thread that stores.
struct Part {
    /// The frame so far, when records of this batch and all that follow are to be shown one by one.
    handed_over: Option<Box<FrameBuilder>>,
    made: Made,
}

enum Made {
    /// Documents that the frame shows already.
    Documents(Documents),
    /// Records that are to be compared with what is there, or shown one by one.
    Records(Vec<Incident>),
}

/// Numbers records in the order of the file, and shows them.
struct Numbering {
    /// The frame, until it is handed over.
    builder: Option<Box<FrameBuilder>>,
    identity: Uuid,
    dataset: Uuid,
    made: u64,
    one_by_one: bool,
}

/// What a batch must know to be made into records.
struct Ticket {
    handed_over: Option<Box<FrameBuilder>>,
    one_by_one: bool,
    identity: Uuid,
    dataset: Uuid,
    made: u64,
}

impl Stages for Numbering {
    type Ticket = Ticket;
    type Part = Part;

    fn number(&mut self, batch: &Batch<'_>) -> std::result::Result<Ticket, ImportError> {
        self.one_by_one |= !is_shown_alike(batch);
        let handed_over = if self.one_by_one { self.builder.take() } else { None };
        if let Some(builder) = &mut self.builder {
            builder.push(batch).map_err(|error| ImportError::Sink(error.to_string()))?;
        }
        let made = self.made;
        self.made += batch.rows.len() as u64;
        let Self { identity, dataset, one_by_one, .. } = *self;
        Ok(Ticket { handed_over, one_by_one, identity, dataset, made })
    }

    fn make(ticket: Ticket, batch: &Batch<'_>) -> Part {
        let Ticket { handed_over, one_by_one, dataset, made, .. } = ticket;
        let id = |row: usize| identity(ticket.identity, made + row as u64);
        let made = if one_by_one {
            let record = |row| incident_from_row(batch, row, dataset, id(row));
            Made::Records((0..batch.rows.len()).map(record).collect())
        } else {
            Made::Documents(Documents::of(batch, dataset, id))
        };
        Part { handed_over, made }
    }
}

impl Importer {
    /// Reads a table by a recipe into the import: delimited text on all cores, while another thread stores.
    ///
    /// # Errors
    /// When the source cannot be read, the workspace cannot take it, or `progress` was cancelled. The import is of no
    /// use then: [`Importer::cancel`] it.
    pub fn fill(
        &mut self,
        source: &mut (dyn Read + Send),
        recipe: &Recipe,
        progress: &Progress,
    ) -> std::result::Result<ImportReport, FillError> {
        self.unindex().map_err(FillError::Workspace)?;
        let read = |numbering: &mut Numbering, sender: &SyncSender<Part>| {
            // The receiver is gone when storing failed, and that reason is the one that is told.
            let give = |part| sender.send(part).map_err(|_| ImportError::Cancelled);
            read_in_order(source, recipe, None, numbering, give, progress)
        };
        let (report, stored) = self.store_while(read);
        stored.map_err(FillError::Workspace)?;
        report.map_err(FillError::Import)
    }

    /// Lets `read` make parts on the caller's thread while another thread stores them.
    fn store_while<T>(&mut self, read: impl FnOnce(&mut Numbering, &SyncSender<Part>) -> T) -> (T, Result<()>) {
        let dataset = self.plan.dataset.as_ref().map_or(Uuid::nil(), |dataset| dataset.id);
        let builder = std::mem::replace(&mut self.builder, FrameBuilder::new(dataset));
        let mut numbering = Numbering {
            builder: Some(Box::new(builder)),
            identity: self.plan.identity,
            dataset,
            made: self.made,
            one_by_one: self.plan.on_duplicate != OnDuplicate::Keep,
        };
        let (sender, receiver) = sync_channel(READY);
        let own = || {
            let answer = read(&mut numbering, &sender);
            drop(sender);
            answer
        };
        let (answer, stored) = beside(own, || self.store(receiver));
        self.made = numbering.made;
        if let Some(builder) = numbering.builder {
            self.builder = *builder;
        }
        (answer, stored)
    }

    #[expect(clippy::needless_pass_by_value, reason = "dropped on the first error, which ends the making")]
    fn store(&mut self, parts: Receiver<Part>) -> Result<()> {
        for Part { handed_over, made } in &parts {
            if let Some(builder) = handed_over {
                self.builder = *builder;
            }
            match made {
                Made::Documents(documents) => self.store_documents(&documents)?,
                Made::Records(records) => {
                    for record in &records {
                        self.write(record, self.dataset)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn store_documents(&mut self, documents: &Documents) -> Result<()> {
        let mut next = self.next;
        let mut store = || -> rusqlite::Result<()> {
            let mut insert = self.connection.prepare_cached(INSERT)?;
            documents.each(|document| {
                insert.execute(params![next, document.id.as_bytes(), self.dataset, document.key, document.json])?;
                next += 1;
                Ok(())
            })
        };
        store().map_err(|error| self.sqlite(&error))?;
        self.next = next;
        Ok(())
    }

    /// Takes the indexes of an empty workspace away: made at the end, they cost half. All of it is part of the
    /// import's transaction.
    fn unindex(&mut self) -> Result<()> {
        if self.unindexed || self.plan.on_duplicate != OnDuplicate::Keep {
            return Ok(());
        }
        let drop_all = || -> rusqlite::Result<bool> {
            let is_empty = !self.connection.prepare("SELECT 1 FROM record LIMIT 1")?.exists([])?;
            if is_empty {
                for (name, _) in INDEXES {
                    self.connection.execute(&format!("DROP INDEX IF EXISTS {name}"), [])?;
                }
            }
            Ok(is_empty)
        };
        self.unindexed = drop_all().map_err(|error| self.sqlite(&error))?;
        Ok(())
    }

    /// Makes the indexes of records, if they are not there.
    pub(super) fn index(&mut self) -> Result<()> {
        if std::mem::take(&mut self.unindexed) {
            for (_, sql) in INDEXES {
                self.connection.execute(sql, []).map_err(|error| self.sqlite(&error))?;
            }
        }
        Ok(())
    }
}

impl RowSink for Importer {
    type Error = WorkspaceError;

    /// Takes a batch, which is stored when this returns.
    fn push(&mut self, batch: &Batch<'_>) -> Result<()> {
        let (numbered, stored) = self.store_while(|numbering, sender| {
            let ticket = numbering.number(batch)?;
            sender.send(Numbering::make(ticket, batch)).map_err(|_| ImportError::Cancelled)
        });
        stored?;
        numbered.map_err(|error| WorkspaceError::Store(error.to_string()))
    }
}
