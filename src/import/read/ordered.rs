//! Delimited text read on all cores into whatever takes its records in their order: a workspace, the trial of a review.
//!
//! Each thread reads the cells of its blocks by the columns that the general reader uses. What depends on the rows
//! before (their numbers, whether a key came already, the report) is done in turn, block after block, and so is what
//! the taker does in [`Stages::number`]; the rest of its work ([`Stages::make`]) is done on all threads again. So the
//! answer is that of the general reader, whatever the number of threads.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, PoisonError};

use crate::frame::batch::{Batch, RowSink};
use crate::import::bytes::blocks::{Block, Blocks};
use crate::import::bytes::csv::Scanner;
use crate::import::bytes::decode::Decoding;
use crate::import::bytes::shared::{Counted, available_threads, each_block};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::read::checks::Seen;
use crate::import::read::{Reading, Wanted, run};
use crate::import::recipe::{Format, Recipe};
use crate::import::report::ImportReport;
use crate::import::rows::{Cells, Row};

/// Takes batches that several threads read.
pub trait Stages: Send {
    /// What the first stage tells the second.
    type Ticket: Send;
    /// What comes of a batch.
    type Part: Send;

    /// Looks at a batch in its turn: batches come in the order of the source, one at a time.
    ///
    /// # Errors
    /// When no more can be taken; the reading then ends.
    fn number(&mut self, batch: &Batch<'_>) -> Result<Self::Ticket, ImportError>;

    /// Makes of a batch what is to be given on. Several threads do this at a time.
    fn make(ticket: Self::Ticket, batch: &Batch<'_>) -> Self::Part;
}

/// A plain sink takes its batches in their turn.
pub struct InTurn<'s, S>(pub &'s mut S);

impl<S: RowSink + Send> Stages for InTurn<'_, S> {
    type Ticket = ();
    type Part = ();

    fn number(&mut self, batch: &Batch<'_>) -> Result<(), ImportError> {
        self.0.push(batch).map_err(|error| ImportError::Sink(error.to_string()))
    }

    fn make((): (), _: &Batch<'_>) {}
}

/// Takes batches of the general reader through both stages, one after the other.
struct OneByOne<'s, S, G> {
    stages: &'s mut S,
    give: G,
}

impl<S: Stages, G: Fn(S::Part) -> Result<(), ImportError>> RowSink for OneByOne<'_, S, G> {
    type Error = ImportError;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), ImportError> {
        let ticket = self.stages.number(batch)?;
        (self.give)(S::make(ticket, batch))
    }
}

/// Reads `source` by a recipe: delimited text on all cores, anything else as [`crate::import::read::read`] does. With
/// `wanted`, only those fields are read, and records are not looked at as a whole. `give` gets what is made of the
/// batches, in their order and one at a time.
///
/// # Errors
/// As [`crate::import::read::read`]; and those of `give`.
pub fn read_in_order<S: Stages>(
    source: &mut (dyn Read + Send),
    recipe: &Recipe,
    wanted: Option<&Wanted<'_>>,
    stages: &mut S,
    give: impl Fn(S::Part) -> Result<(), ImportError> + Sync,
    progress: &Progress,
) -> Result<ImportReport, ImportError> {
    match &recipe.shape.format {
        // Rows of one record may stand anywhere: one thread has to see them all.
        Format::Csv { encoding, .. } if recipe.rows.collapse_column().is_none() => {
            match encoding_rs::Encoding::for_label(encoding.as_bytes()) {
                Some(found) if found != encoding_rs::UTF_8 => {
                    let mut text = Decoding::new(source, encoding, progress);
                    read_text(&mut text, recipe, wanted, stages, &give, progress)
                }
                _ => read_text(&mut Counted { source, progress }, recipe, wanted, stages, &give, progress),
            }
        }
        _ => {
            let mut sink = OneByOne { stages, give };
            run(source, Reading::of_fields(recipe, wanted), &mut sink, progress, u64::MAX)
        }
    }
}

fn read_text<R: Read + Send, S: Stages>(
    source: &mut R,
    recipe: &Recipe,
    wanted: Option<&Wanted<'_>>,
    stages: &mut S,
    give: &(impl Fn(S::Part) -> Result<(), ImportError> + Sync),
    progress: &Progress,
) -> Result<ImportReport, ImportError> {
    let Format::Csv { delimiter, .. } = recipe.shape.format else { return Err(ImportError::NoTable) };
    let blocks = Blocks::new(source, u8::try_from(delimiter).unwrap_or(b','), progress);
    read_blocks(blocks, recipe, wanted, stages, give, progress)
}

fn read_blocks<R: Read + Send, S: Stages>(
    mut blocks: Blocks<'_, R>,
    recipe: &Recipe,
    wanted: Option<&Wanted<'_>>,
    stages: &mut S,
    give: &(impl Fn(S::Part) -> Result<(), ImportError> + Sync),
    progress: &Progress,
) -> Result<ImportReport, ImportError> {
    let Format::Csv { delimiter, skip_lines, headerless, .. } = recipe.shape.format else {
        return Err(ImportError::NoTable);
    };
    let mark = u8::try_from(delimiter).unwrap_or(b',');
    let mut first = Block::default();
    if !blocks.next(&mut first)? {
        return Err(ImportError::Empty);
    }
    let headers = first.take_headers(mark, skip_lines, headerless)?;
    let report = ImportReport { headers: headers.clone(), delimiter: Some(delimiter), ..ImportReport::default() };
    let numbering = Turn::new(Numbering { stages, report, keys: Seen::default(), rows: Seen::default(), any: false });
    let giving = Turn::new(());
    let worker = |_| {
        let mut reading = Reading::part(recipe, wanted);
        reading.meet(&headers);
        reading.report = ImportReport::default();
        let scanner = Scanner::new(mark, reading.places());
        Worker { headers: &headers, reading, scanner, progress }
    };
    let workers = (0..available_threads()).map(worker).collect();
    let done = each_block(blocks, first, workers, |worker: &mut Worker<'_>, block| {
        let _watch = (numbering.watch(), giving.watch());
        worker.take(block, &numbering, &giving, give).inspect_err(|error| {
            numbering.stop(error);
            giving.stop(error);
        })
    });
    let (Numbering { report, any, .. }, failed) = numbering.end();
    // Of several threads that ended, the first reason counts.
    if let Some(error) = failed {
        return Err(error);
    }
    done?;
    debug_assert!(report.adds_up(), "a row is unaccounted for");
    let headers = if any { report.headers } else { Vec::new() };
    Ok(ImportReport { headers, ..report })
}

/// What is done block after block.
struct Numbering<'s, S> {
    stages: &'s mut S,
    /// What became of the rows so far.
    report: ImportReport,
    keys: Seen,
    rows: Seen,
    /// Whether there was a row, be it blank: headers are met with their first row.
    any: bool,
}

/// One thread's share of the work.
struct Worker<'p> {
    headers: &'p [String],
    reading: Reading<'p>,
    scanner: Scanner,
    progress: &'p Progress,
}

impl Worker<'_> {
    fn take<S: Stages>(
        &mut self,
        block: &Block,
        numbering: &Turn<Numbering<'_, S>>,
        giving: &Turn<()>,
        give: &impl Fn(S::Part) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let Self { headers, reading, scanner, progress } = self;
        let mut number = 0;
        scanner.each(&block.text(), |cut| {
            number += 1;
            reading.take(headers, Row { number, cells: Cells::Record(cut) })?;
            Ok::<_, ImportError>(ControlFlow::Continue(()))
        })?;
        progress.add_rows(number);
        let numbered = numbering.take(block.part, |turn| {
            reading.follow(turn.report.read, &mut turn.keys, &mut turn.rows);
            turn.any |= number > 0;
            turn.report.append(std::mem::take(&mut reading.report));
            turn.report.within_rejected()?;
            let Some(batch) = reading.batch() else { return Ok(None) };
            Ok(Some((turn.stages.number(&batch)?, batch)))
        })?;
        let made = numbered.map(|(ticket, batch)| S::make(ticket, &batch));
        giving.take(block.part, |()| made.map_or(Ok(()), give))?;
        self.reading.clear();
        Ok(())
    }
}

/// Something that threads take in the order of their parts, which are numbered from 0.
struct Turn<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    held: T,
    next: u64,
    /// Why nobody waits any more.
    failed: Option<ImportError>,
}

/// Ends the waiting of the others when a thread panics: its part would never come.
struct PanicWatch<'t, T>(&'t Turn<T>);

impl<T> Drop for PanicWatch<'_, T> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop(&ImportError::Cancelled);
        }
    }
}

impl<T> Turn<T> {
    fn new(held: T) -> Self {
        Self { state: Mutex::new(State { held, next: 0, failed: None }), changed: Condvar::new() }
    }

    /// Waits for the parts before `part`, then works.
    fn take<O>(&self, part: u64, work: impl FnOnce(&mut T) -> Result<O, ImportError>) -> Result<O, ImportError> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self
            .changed
            .wait_while(state, |state| state.next != part && state.failed.is_none())
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(error) = &state.failed {
            return Err(error.clone());
        }
        let done = work(&mut state.held);
        state.next += 1;
        if let Err(error) = &done {
            state.failed = Some(error.clone());
        }
        drop(state);
        self.changed.notify_all();
        done
    }

    /// Nobody waits any more.
    fn stop(&self, error: &ImportError) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.failed.get_or_insert_with(|| error.clone());
        drop(state);
        self.changed.notify_all();
    }

    fn watch(&self) -> PanicWatch<'_, T> {
        PanicWatch(self)
    }

    fn end(self) -> (T, Option<ImportError>) {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        (state.held, state.failed)
    }
}

#[cfg(test)]
mod tests;
