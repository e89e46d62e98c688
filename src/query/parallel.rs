//! Work spread over the chunks of a snapshot: scoped threads, joined before return, answers in order. All of it gives
//! up between two chunks where nobody waits for it any more (see `cancel`).

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::frame::Snapshot;
use crate::frame::chunk::Chunk;
use crate::query::cancel;

/// Below this many chunks a second thread costs more than it saves.
const WORTH_A_THREAD: usize = 6;

/// The most threads that one question uses.
const MOST_THREADS: usize = 8;

/// `work(chunk number, chunk)` for every chunk; the answers in chunk order, whatever thread gave them.
pub fn map_chunks<T: Send>(snapshot: &Snapshot, work: impl Fn(usize, &Chunk) -> T + Sync) -> Vec<T> {
    let chunks = snapshot.chunks();
    map(chunks.len(), chunks.len() / WORTH_A_THREAD, |at| chunks.get(at).map(|chunk| work(at, chunk)))
        .into_iter()
        .flatten()
        .collect()
}

/// `work(0)`, `work(1)`, … `work(items - 1)` on at most `threads` threads; the answers in order.
pub fn map<T: Send>(items: usize, threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let available = std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = threads.min(available).min(MOST_THREADS);
    let flag = cancel::flag();
    let work = |at| {
        cancel::look(flag.as_ref());
        work(at)
    };
    if threads <= 1 {
        return (0..items).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= items {
                return done;
            }
            done.push((at, work(at)));
        }
    };
    let mut all: Vec<(usize, T)> = std::thread::scope(|scope| {
        let begin = || cancel::within(flag.clone(), take);
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(begin)).collect();
        let mut all = take();
        for helper in helpers {
            match helper.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, answer)| answer).collect()
}

/// Both answers, worked out side by side.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let flag = cancel::flag();
        let one = scope.spawn(|| cancel::within(flag, one));
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order() {
        assert_eq!(map(1_000, 4, |at| at * 2), (0..1_000).map(|at| at * 2).collect::<Vec<_>>());
        assert_eq!(map(0, 4, |at| at), Vec::<usize>::new());
    }
}
