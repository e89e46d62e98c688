//! Giving up an answer that nobody waits for any more.
//!
//! A question walks the chunks of a snapshot many times, through figures and statistics that know nothing of jobs. So
//! that none of them has to hand a flag on, the flag belongs to the thread while the work runs: [`checkpoint`] looks at
//! it at every chunk, and where it was raised the work is unwound to [`until`] without a message, as from a `?` through
//! all of it. Threads that the work starts take the flag with them. Without a flag nothing is ever given up.

use std::cell::RefCell;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

thread_local! {
    static FLAG: RefCell<Option<Flag>> = const { RefCell::new(None) };
}

/// Raised to give an answer up.
pub type Flag = Arc<AtomicBool>;

/// The answer was given up; nothing of it is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Works something out unless the flag is raised before it is done.
///
/// # Errors
/// [`Cancelled`] where it was given up. A panic of the work goes on as it is.
pub fn until<R>(flag: Flag, work: impl FnOnce() -> R) -> Result<R, Cancelled> {
    let caught = std::panic::catch_unwind(AssertUnwindSafe(|| within(Some(flag), work)));
    caught.map_err(|payload| match payload.downcast::<Cancelled>() {
        Ok(cancelled) => *cancelled,
        Err(panic) => std::panic::resume_unwind(panic),
    })
}

/// Gives up here, if it is asked for.
pub fn checkpoint() {
    let is_raised = FLAG.with_borrow(|flag| flag.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed)));
    if is_raised {
        give_up();
    }
}

/// The flag of this thread, to look at it in a tight loop or to take it to another thread.
pub fn flag() -> Option<Flag> {
    FLAG.with_borrow(Clone::clone)
}

/// Gives up if a flag is raised that [`flag`] gave.
pub fn look(flag: Option<&Flag>) {
    if flag.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
        give_up();
    }
}

/// Works something out on this thread under a flag of another one.
pub fn within<R>(flag: Option<Flag>, work: impl FnOnce() -> R) -> R {
    struct Before(Option<Flag>);
    impl Drop for Before {
        fn drop(&mut self) {
            FLAG.set(self.0.take());
        }
    }
    let _before = Before(FLAG.replace(flag));
    work()
}

fn give_up() {
    // No message is written and no hook runs: this is no failure.
    std::panic::resume_unwind(Box::new(Cancelled));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parallel;

    #[test]
    fn work_is_given_up_on_whatever_thread_it_is_and_panics_stay_panics() {
        let flag = Flag::default();
        assert_eq!(until(Arc::clone(&flag), || parallel::map(100, 4, |at| at).len()), Ok(100));
        let raised = Arc::clone(&flag);
        let answer = until(flag, move || {
            parallel::map(1_000_000, 4, |at| {
                if at == 500 {
                    raised.store(true, Ordering::Relaxed);
                }
                at
            })
            .len()
        });
        assert_eq!(answer, Err(Cancelled));
        checkpoint();
        assert!(flag_is_gone(), "the next work of this thread has none");
        let panicked =
            std::panic::catch_unwind(|| until(Flag::default(), || std::panic::resume_unwind(Box::new(7_u8))));
        assert_eq!(panicked.unwrap_err().downcast_ref::<u8>(), Some(&7));
    }

    fn flag_is_gone() -> bool {
        flag().is_none()
    }

    #[test]
    fn work_under_a_raised_flag_does_nothing() {
        let flag = Flag::new(AtomicBool::new(true));
        let mut done = 0;
        let answer = until(flag, || {
            checkpoint();
            done += 1;
        });
        assert_eq!((answer, done), (Err(Cancelled), 0));
    }
}
