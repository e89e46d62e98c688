//! A delimited file straight into a frame, on all cores: for figures from a file without a workspace.
//!
//! The file is read in blocks of whole records by whichever thread is free, so memory does not grow with the file.
//! Cells are read by the same columns as everywhere in import; only those that were asked for are kept. Each thread
//! fills a frame of its own; they are put together at the end in the file's order, so that the answer does not depend
//! on the threads.

use std::io::Read;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::Mutex;

use uuid::Uuid;

use crate::frame::{FrameBuilder, Snapshot};
use crate::import::blocks::{Block, Blocks};
use crate::import::csv::Scanner;
use crate::import::decode::Decoding;
use crate::import::error::ImportError;
use crate::import::limits::{PROBLEMS, REJECTED_ROWS};
use crate::import::progress::Progress;
use crate::import::read::{Reading, Wanted};
use crate::import::recipe::{Format, Recipe};
use crate::import::report::ImportReport;
use crate::import::rows::{Cells, Row};

/// The most threads that read one file.
const MOST_THREADS: usize = 8;

/// Reads a delimited file into a frame that holds only the fields that are `wanted`.
///
/// Whether a row is imported, rejected or blank is decided as by [`crate::import::read::read`]; problems of records as
/// a whole (nameless, undated, double) are not looked for.
///
/// # Errors
/// When the recipe is not one for delimited text, the file is empty, cannot be read to its end or is beyond the
/// limits, or `progress` was cancelled.
pub fn read_frame(
    source: &mut (dyn Read + Send),
    recipe: &Recipe,
    wanted: &Wanted,
    dataset: Uuid,
    progress: &Progress,
) -> Result<(Snapshot, ImportReport), ImportError> {
    let Format::Csv { encoding, .. } = &recipe.shape.format else { return Err(ImportError::NoTable) };
    match encoding_rs::Encoding::for_label(encoding.as_bytes()) {
        Some(found) if found != encoding_rs::UTF_8 => {
            let mut decoding = Decoding::new(source, encoding, progress);
            read_text(&mut decoding, recipe, wanted, dataset, progress)
        }
        _ => read_text(&mut Counted { source, progress }, recipe, wanted, dataset, progress),
    }
}

/// Counts the bytes that are read.
struct Counted<'a> {
    source: &'a mut (dyn Read + Send),
    progress: &'a Progress,
}

impl Read for Counted<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(room)?;
        self.progress.add_bytes(read as u64);
        Ok(read)
    }
}

fn read_text<R: Read + Send>(
    source: &mut R,
    recipe: &Recipe,
    wanted: &Wanted,
    dataset: Uuid,
    progress: &Progress,
) -> Result<(Snapshot, ImportReport), ImportError> {
    let Format::Csv { delimiter, skip_lines, headerless, .. } = recipe.shape.format else {
        return Err(ImportError::NoTable);
    };
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut blocks = Blocks::new(source, delimiter, progress);
    let mut first = Block::default();
    if !blocks.next(&mut first)? {
        return Err(ImportError::Empty);
    }
    let headers = first.take_headers(delimiter, skip_lines, headerless)?;
    let worker = || Worker::new(recipe, wanted, &headers, delimiter, dataset, progress);
    let available = std::thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    let threads = if first.is_last { 1 } else { available };
    let blocks = Mutex::new(blocks);
    let done = std::thread::scope(|scope| {
        let help = || scope.spawn(|| worker().run(None, &blocks));
        let helpers: Vec<_> = (1..threads).map(|_| help()).collect();
        let mut done = vec![worker().run(Some(first), &blocks)];
        for helper in helpers {
            match helper.join() {
                Ok(worker) => done.push(worker),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    let workers = done.into_iter().collect::<Result<Vec<_>, _>>()?;
    let (builders, parts): (Vec<_>, Vec<_>) = workers.into_iter().unzip();
    let report = together(parts.into_iter().flatten().collect(), headers, char::from(delimiter))?;
    Ok((FrameBuilder::finish_parts(builders), report))
}

/// What one block gave, with its place in the file.
type Part = (u64, ImportReport);

/// One thread's share of the work.
struct Worker<'p> {
    headers: &'p [String],
    reading: Reading<'p>,
    scanner: Scanner,
    builder: FrameBuilder,
    parts: Vec<Part>,
    progress: &'p Progress,
}

impl<'p> Worker<'p> {
    fn new(
        recipe: &'p Recipe,
        wanted: &'p Wanted,
        headers: &'p [String],
        delimiter: u8,
        dataset: Uuid,
        progress: &'p Progress,
    ) -> Self {
        let mut reading = Reading::of_fields(recipe, Some(wanted));
        reading.meet(headers);
        reading.report = ImportReport::default();
        let scanner = Scanner::new(delimiter, reading.places());
        Self { headers, reading, scanner, builder: FrameBuilder::new(dataset), parts: Vec::new(), progress }
    }

    /// Takes blocks until there are none left.
    fn run<R: Read>(
        mut self,
        first: Option<Block>,
        blocks: &Mutex<Blocks<'_, R>>,
    ) -> Result<(FrameBuilder, Vec<Part>), ImportError> {
        let mut ready = first.is_some();
        let mut block = first.unwrap_or_default();
        loop {
            if !ready {
                // A thread that failed while holding the lock has panicked, and its panic is on its way.
                let more = blocks.lock().map_or(Ok(false), |mut blocks| blocks.next(&mut block))?;
                if !more {
                    return Ok((self.builder, self.parts));
                }
            }
            ready = false;
            if let Err(error) = self.take(&block) {
                if let Ok(mut blocks) = blocks.lock() {
                    blocks.stop();
                }
                return Err(error);
            }
        }
    }

    fn take(&mut self, block: &Block) -> Result<(), ImportError> {
        let text = block.text();
        let Self { headers, reading, scanner, .. } = self;
        let mut number = 0;
        scanner.each(&text, |cut| {
            number += 1;
            reading.take(headers, Row { number, cells: Cells::Record(cut) })?;
            Ok::<_, ImportError>(ControlFlow::Continue(()))
        })?;
        self.progress.add_rows(number);
        self.reading.flush(&mut self.builder)?;
        self.builder.seal(block.part);
        self.parts.push((block.part, std::mem::take(&mut self.reading.report)));
        Ok(())
    }
}

/// One report of all parts, with rows numbered through the file.
fn together(mut parts: Vec<Part>, headers: Vec<String>, delimiter: char) -> Result<ImportReport, ImportError> {
    parts.sort_by_key(|(part, _)| *part);
    let mut all = ImportReport { headers, delimiter: Some(delimiter), ..ImportReport::default() };
    for (_, part) in parts {
        let before = all.read;
        all.read += part.read;
        all.imported += part.imported;
        all.blank += part.blank;
        for (kind, count) in part.counts {
            *all.counts.entry(kind).or_default() += count;
        }
        for mut row in part.rejected {
            row.row += before;
            row.problems.iter_mut().for_each(|problem| problem.row = Some(row.row));
            all.rejected.push(row);
        }
        let room = PROBLEMS.saturating_sub(all.problems.len());
        all.problems.extend(part.problems.into_iter().take(room).map(|mut problem| {
            problem.row = problem.row.map(|row| row + before);
            problem
        }));
    }
    if all.rejected.len() > REJECTED_ROWS {
        return Err(ImportError::TooManyRejected);
    }
    Ok(all)
}
