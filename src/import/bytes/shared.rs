//! Blocks of delimited text, each taken by whichever thread is free.
//!
//! Blocks are handed out in the order of the file, so a worker sees its own in that order; what workers gather must be
//! put together by the place of the block, not by the worker.

use std::io::Read;
use std::num::NonZero;
use std::sync::Mutex;

use crate::import::bytes::blocks::{Block, Blocks};
use crate::import::error::ImportError;
use crate::import::progress::Progress;

/// The most threads that read one file.
const MOST_THREADS: usize = 8;

/// Threads that may read one file on this machine.
pub fn available_threads() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS)
}

/// Counts the bytes that are read.
pub struct Counted<'a> {
    /// What is read.
    pub source: &'a mut (dyn Read + Send),
    /// Where it is counted.
    pub progress: &'a Progress,
}

impl Read for Counted<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(room)?;
        self.progress.add_bytes(read as u64);
        Ok(read)
    }
}

/// Lets `take` have every block, `first` before all others, on as many threads as there are workers; the first worker
/// works on the caller's thread. Gives the workers back in the order in which they were given.
///
/// # Errors
/// The first error of a worker's own, or of reading; the other threads then end with the block that they have.
pub fn each_block<R: Read + Send, W: Send>(
    blocks: Blocks<'_, R>,
    first: Block,
    workers: Vec<W>,
    take: impl Fn(&mut W, &Block) -> Result<(), ImportError> + Sync,
) -> Result<Vec<W>, ImportError> {
    let blocks = Mutex::new(blocks);
    let run = |mut worker: W, first: Option<Block>| -> Result<W, ImportError> {
        let mut ready = first.is_some();
        let mut block = first.unwrap_or_default();
        loop {
            if !ready {
                // A thread that failed while holding the lock has panicked, and its panic is on its way.
                let more = blocks.lock().map_or(Ok(false), |mut blocks| blocks.next(&mut block))?;
                if !more {
                    return Ok(worker);
                }
            }
            ready = false;
            if let Err(error) = take(&mut worker, &block) {
                if let Ok(mut blocks) = blocks.lock() {
                    blocks.stop();
                }
                return Err(error);
            }
        }
    };
    let is_last = first.is_last;
    let mut workers = workers.into_iter();
    let Some(own) = workers.next() else { return Ok(Vec::new()) };
    std::thread::scope(|scope| {
        let run = &run;
        let (idle, busy): (Vec<W>, Vec<W>) =
            if is_last { (workers.collect(), Vec::new()) } else { (Vec::new(), workers.collect()) };
        let helpers: Vec<_> = busy.into_iter().map(|worker| scope.spawn(move || run(worker, None))).collect();
        let mut done = vec![run(own, Some(first))];
        for helper in helpers {
            match helper.join() {
                Ok(worker) => done.push(worker),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done.extend(idle.into_iter().map(Ok));
        done.into_iter().collect()
    })
}
