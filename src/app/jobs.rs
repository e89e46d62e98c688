//! Long work away from the window: named threads, cancellable, one slot a kind.
//!
//! A job gets owned input and a [`JobHandle`], and ends with a [`Command`] that is run like any other. What a
//! replaced or cancelled job sends later is dropped by its number. A panic inside a job becomes a failure with a
//! sentence, never the end of the window.
//!
//! What is computed for the screen is asked for with every letter that is typed: there at most one of a kind runs, and
//! of those that came meanwhile only the latest is run after it, so that a fast hand never fills the processor.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use eframe::egui;

use crate::app::command::Command;
use crate::query::cancel;

/// What a job is for. Each kind has one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobKind {
    /// Reading a file and making a workspace of it, or opening one.
    Open,
    /// Looking at a file for the review page.
    Review,
    /// Reading one row of a reviewed file again.
    Row,
    /// Writing reviewed rows into the workspace.
    Import,
    /// Choosing the records that the filter leaves.
    Select,
    /// Counting the words of a field.
    Words,
    /// Working out what could be written in a query.
    Propose,
    /// Looking for the words of a query in the data.
    LookUp,
    /// Looking for the records behind a mark.
    Behind,
    /// Computing figures.
    Answer,
    /// Drawing a figure of the gallery.
    Figure,
    /// Looking for objections to figures.
    Objections,
    /// Sorting the table of records.
    Sort,
    /// Writing a copy of the workspace.
    Save,
    /// Writing records or a chart to a file.
    Export,
    /// Filling a briefing's template.
    Fill,
    /// Working out the pages of a briefing.
    Briefing,
    /// Painting pages of a briefing.
    Paint,
    /// Writing a briefing to a file.
    Report,
    /// Waiting for a file dialog.
    Dialog,
    /// Looking through the records.
    Check,
    /// Looking for workspaces that earlier runs left without a name.
    Look,
    /// Opening what was written with another program.
    Outside,
}

impl JobKind {
    /// Whether a new job of this kind replaces a running one; otherwise it is refused while one runs.
    const fn replaces(self) -> bool {
        match self {
            Self::Review | Self::Row => true,
            Self::Open
            | Self::Import
            | Self::Save
            | Self::Export
            | Self::Fill
            | Self::Paint
            | Self::Report
            | Self::Dialog
            | Self::Look
            | Self::Outside
            | Self::Check => false,
            _ => self.waits(),
        }
    }

    /// Whether a new job of this kind begins only when the one that it replaces has ended.
    const fn waits(self) -> bool {
        match self {
            Self::Select
            | Self::Words
            | Self::Propose
            | Self::LookUp
            | Self::Behind
            | Self::Answer
            | Self::Figure
            | Self::Objections
            | Self::Sort
            | Self::Briefing => true,
            Self::Open
            | Self::Review
            | Self::Row
            | Self::Import
            | Self::Save
            | Self::Export
            | Self::Fill
            | Self::Paint
            | Self::Report
            | Self::Dialog
            | Self::Look
            | Self::Outside
            | Self::Check => false,
        }
    }

    /// Whether it is given up in the middle of an answer when it is cancelled. Others look at their handle where nothing
    /// is half written.
    const fn is_given_up(self) -> bool {
        self.waits() || matches!(self, Self::Fill | Self::Report)
    }

    /// Whether it is worth a word in the status bar.
    const fn shown(self) -> bool {
        match self {
            Self::Open | Self::Review | Self::Import | Self::Save | Self::Export | Self::Fill | Self::Report => true,
            Self::Select
            | Self::Words
            | Self::Propose
            | Self::LookUp
            | Self::Behind
            | Self::Answer
            | Self::Figure
            | Self::Objections
            | Self::Sort
            | Self::Briefing
            | Self::Paint
            | Self::Dialog
            | Self::Look
            | Self::Outside
            | Self::Check
            | Self::Row => false,
        }
    }

    const fn thread_name(self) -> &'static str {
        match self {
            Self::Open => "vigie-open",
            Self::Review => "vigie-review",
            Self::Row => "vigie-row",
            Self::Import => "vigie-import",
            Self::Select => "vigie-select",
            Self::Words => "vigie-words",
            Self::Propose => "vigie-propose",
            Self::LookUp => "vigie-look-up",
            Self::Behind => "vigie-behind",
            Self::Answer => "vigie-answer",
            Self::Figure => "vigie-figure",
            Self::Objections => "vigie-objections",
            Self::Sort => "vigie-sort",
            Self::Save => "vigie-save",
            Self::Export => "vigie-export",
            Self::Fill => "vigie-fill",
            Self::Briefing => "vigie-briefing",
            Self::Paint => "vigie-paint",
            Self::Report => "vigie-report",
            Self::Dialog => "vigie-dialog",
            Self::Look => "vigie-look",
            Self::Outside => "vigie-outside",
            Self::Check => "vigie-check",
        }
    }
}

/// How a job that did not finish ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobError {
    /// It was cancelled; nothing was kept.
    Cancelled,
    /// It could not; one sentence that says what happened, what was kept and what to do.
    Failed(String),
    /// It waited for its turn, and then the system gave no thread.
    NoThread,
}

/// How a job ended: by a command, or not.
pub type JobResult = Result<Command, JobError>;

/// What a worker has in hand while it works.
#[derive(Clone)]
pub struct JobHandle {
    cancel: Arc<AtomicBool>,
    /// Thousandths of the work done; above 1,000 is not known.
    progress: Arc<AtomicU32>,
    ctx: egui::Context,
}

/// [`JobHandle::progress`] before anything is known.
const UNKNOWN: u32 = u32::MAX;

impl JobHandle {
    /// Whether the worker should stop and return [`JobError::Cancelled`].
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// The flag itself, for library calls that look at one.
    pub fn cancel_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.cancel)
    }

    /// Says how much is done, 0 to 1. The window shows it within a tenth of a second.
    pub fn progress(&self, done: f32) {
        let thousandths = (done.clamp(0.0, 1.0) * 1000.0).round() as u32;
        if self.progress.swap(thousandths, Ordering::Relaxed) != thousandths {
            self.ctx.request_repaint_after(std::time::Duration::from_millis(100));
        }
    }
}

type Work = Box<dyn FnOnce(&JobHandle) -> JobResult + Send>;

struct Slot {
    number: u64,
    words: String,
    cancel: Arc<AtomicBool>,
    progress: Arc<AtomicU32>,
    /// What runs next in this slot; then the result of what runs now is of no use.
    next: Option<(String, Work)>,
}

struct Ended {
    kind: JobKind,
    number: u64,
    result: JobResult,
}

/// A running job, for the status bar.
pub struct Running<'a> {
    /// Its kind.
    pub kind: JobKind,
    /// What it does, in words.
    pub words: &'a str,
    /// Part done, 0 to 1, where it is known.
    pub done: Option<f32>,
}

/// All jobs.
pub struct Jobs {
    ctx: egui::Context,
    slots: BTreeMap<JobKind, Slot>,
    next: u64,
    sender: SyncSender<Ended>,
    receiver: Receiver<Ended>,
}

/// Why a job was not started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStarted {
    /// One of its kind is still running.
    Busy,
    /// The system gave no thread.
    NoThread,
}

impl Jobs {
    /// No job yet; finished ones wake this window.
    pub fn new(ctx: egui::Context) -> Self {
        let (sender, receiver) = sync_channel(64);
        Self { ctx, slots: BTreeMap::new(), next: 0, sender, receiver }
    }

    /// Starts a job. `words` is what the status bar says of it.
    ///
    /// # Errors
    /// [`NotStarted::Busy`] when one of a kind that cannot be replaced is running.
    pub fn start(
        &mut self,
        kind: JobKind,
        words: String,
        work: impl FnOnce(&JobHandle) -> JobResult + Send + 'static,
    ) -> Result<(), NotStarted> {
        if let Some(slot) = self.slots.get_mut(&kind) {
            if !kind.replaces() {
                return Err(NotStarted::Busy);
            }
            slot.cancel.store(true, Ordering::Relaxed);
            if kind.waits() {
                slot.next = Some((words, Box::new(work)));
                return Ok(());
            }
        }
        self.spawn(kind, words, work)
    }

    fn spawn(
        &mut self,
        kind: JobKind,
        words: String,
        work: impl FnOnce(&JobHandle) -> JobResult + Send + 'static,
    ) -> Result<(), NotStarted> {
        self.next += 1;
        let number = self.next;
        let handle = JobHandle {
            cancel: Arc::new(AtomicBool::new(false)),
            progress: Arc::new(AtomicU32::new(UNKNOWN)),
            ctx: self.ctx.clone(),
        };
        let (cancel, progress) = (Arc::clone(&handle.cancel), Arc::clone(&handle.progress));
        let slot = Slot { number, words, cancel, progress, next: None };
        let sender = self.sender.clone();
        let run = move || {
            let worked = || {
                if kind.is_given_up() {
                    cancel::until(handle.cancel_flag(), || work(&handle))
                } else {
                    Ok(work(&handle))
                }
            };
            let result = match std::panic::catch_unwind(AssertUnwindSafe(worked)) {
                Ok(ended) => ended.unwrap_or(Err(JobError::Cancelled)),
                Err(cause) => Err(JobError::Failed(panic_words(cause.as_ref()))),
            };
            // The receiver is gone only when the window is: then nobody wants the result.
            if sender.send(Ended { kind, number, result }).is_ok() {
                handle.ctx.request_repaint();
            }
        };
        let started = std::thread::Builder::new().name(kind.thread_name().to_owned()).spawn(run);
        if started.is_err() {
            return Err(NotStarted::NoThread);
        }
        self.slots.insert(kind, slot);
        Ok(())
    }

    /// Cancels the job of a kind, if one runs. Its slot is free at once; what it still sends is dropped.
    pub fn cancel(&mut self, kind: JobKind) {
        if let Some(slot) = self.slots.remove(&kind) {
            slot.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// Whether one of a kind is running.
    pub fn is_running(&self, kind: JobKind) -> bool {
        self.slots.contains_key(&kind)
    }

    /// Whether anything is running.
    pub fn any_running(&self) -> bool {
        !self.slots.is_empty()
    }

    /// The jobs worth showing.
    pub fn shown(&self) -> impl Iterator<Item = Running<'_>> {
        self.slots.iter().filter(|(kind, _)| kind.shown()).map(|(kind, slot)| {
            let thousandths = slot.progress.load(Ordering::Relaxed);
            let done = (thousandths <= 1000).then_some(thousandths as f32 / 1000.0);
            Running { kind: *kind, words: &slot.words, done }
        })
    }

    /// The results that came in since last time, in order; stale ones are dropped here.
    pub fn take_ended(&mut self) -> Vec<(JobKind, JobResult)> {
        let mut results = Vec::new();
        while let Ok(Ended { kind, number, result }) = self.receiver.try_recv() {
            let is_current = self.slots.get(&kind).is_some_and(|slot| slot.number == number);
            let Some(slot) = (if is_current { self.slots.remove(&kind) } else { None }) else { continue };
            let ended = match slot.next {
                None => Some(result),
                Some((words, work)) => self.spawn(kind, words, work).err().map(|_| Err(JobError::NoThread)),
            };
            results.extend(ended.map(|result| (kind, result)));
        }
        results
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        for slot in self.slots.values() {
            slot.cancel.store(true, Ordering::Relaxed);
        }
    }
}

fn panic_words(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| cause.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    text.lines().next().unwrap_or_default().chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Page;

    fn wait(jobs: &mut Jobs) -> Vec<(JobKind, JobResult)> {
        for _ in 0..500 {
            let ended = jobs.take_ended();
            if !ended.is_empty() {
                return ended;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        Vec::new()
    }

    #[test]
    fn a_finished_job_gives_its_command() {
        let mut jobs = Jobs::new(egui::Context::default());
        jobs.start(JobKind::Open, "reading".to_owned(), |_| Ok(Command::Go(Page::Records))).unwrap();
        assert!(jobs.is_running(JobKind::Open));
        let ended = wait(&mut jobs);
        assert!(matches!(ended.as_slice(), [(JobKind::Open, Ok(Command::Go(Page::Records)))]));
        assert!(!jobs.any_running());
    }

    #[test]
    fn a_panic_is_a_failure_with_its_words() {
        let mut jobs = Jobs::new(egui::Context::default());
        jobs.start(JobKind::Export, String::new(), |_| panic!("disk on fire")).unwrap();
        let ended = wait(&mut jobs);
        let [(JobKind::Export, Err(JobError::Failed(words)))] = ended.as_slice() else {
            panic!("not a failure");
        };
        assert_eq!(words, "disk on fire");
    }

    #[test]
    fn a_replaced_job_is_cancelled_and_its_result_dropped() {
        let mut jobs = Jobs::new(egui::Context::default());
        let (seen, was_cancelled) = std::sync::mpsc::channel();
        jobs.start(JobKind::Answer, String::new(), move |handle| {
            while !handle.is_cancelled() {
                std::thread::yield_now();
            }
            seen.send(()).ok();
            Ok(Command::Go(Page::Import))
        })
        .unwrap();
        jobs.start(JobKind::Answer, String::new(), |_| Ok(Command::Go(Page::Settings))).unwrap();
        was_cancelled.recv_timeout(std::time::Duration::from_secs(5)).unwrap();
        let ended = wait(&mut jobs);
        assert!(matches!(ended.as_slice(), [(JobKind::Answer, Ok(Command::Go(Page::Settings)))]));
        std::thread::sleep(std::time::Duration::from_millis(30));
        assert!(jobs.take_ended().is_empty(), "the replaced job's result arrived");
    }

    #[test]
    fn of_many_that_are_asked_for_at_once_only_the_first_and_the_last_run() {
        let mut jobs = Jobs::new(egui::Context::default());
        let begun = Arc::new(AtomicU32::new(0));
        let (release, gate) = std::sync::mpsc::channel::<()>();
        let counted = Arc::clone(&begun);
        jobs.start(JobKind::Select, String::new(), move |_| {
            counted.fetch_add(1, Ordering::Relaxed);
            gate.recv().ok();
            Ok(Command::Go(Page::Import))
        })
        .unwrap();
        for page in [Page::Overview, Page::Charts, Page::Settings] {
            let counted = Arc::clone(&begun);
            jobs.start(JobKind::Select, String::new(), move |_| {
                counted.fetch_add(1, Ordering::Relaxed);
                Ok(Command::Go(page))
            })
            .unwrap();
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert!(begun.load(Ordering::Relaxed) <= 1, "the others wait");
        release.send(()).unwrap();
        let ended = wait(&mut jobs);
        assert!(matches!(ended.as_slice(), [(JobKind::Select, Ok(Command::Go(Page::Settings)))]), "the last one alone");
        assert_eq!(begun.load(Ordering::Relaxed), 2);
        assert!(!jobs.any_running());
    }

    #[test]
    fn a_second_import_is_refused_while_one_runs() {
        let mut jobs = Jobs::new(egui::Context::default());
        let (release, gate) = std::sync::mpsc::channel::<()>();
        jobs.start(JobKind::Import, String::new(), move |_| {
            gate.recv().ok();
            Err(JobError::Cancelled)
        })
        .unwrap();
        let second = jobs.start(JobKind::Import, String::new(), |_| Err(JobError::Cancelled));
        assert_eq!(second, Err(NotStarted::Busy));
        release.send(()).unwrap();
        assert_eq!(wait(&mut jobs).len(), 1);
    }
}
