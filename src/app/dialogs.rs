//! File dialogs: the only place that opens them. Where the system has none, the window offers a field for the path.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::{Duration, Instant};

use crate::app::App;
use crate::app::command::{Command, PathFor};
use crate::app::import_page::ImportCommand;
use crate::app::jobs::{JobError, JobKind};
use crate::text::tr;

/// A dialog that answers faster than this was never shown.
const NOT_SHOWN: Duration = Duration::from_millis(250);

/// Endings of files that hold data.
pub const DATA_ENDINGS: [&str; 15] = [
    "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "xlsx", "xlsm", "xlsb", "xls", "ods", "gz", "zip", "geojson",
];

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What becomes of the path.
    pub then: PathFor,
    /// Open a file that is there, or name one to be written.
    pub kind: AskKind,
    /// Kinds of file: words and endings.
    pub filters: Vec<(String, Vec<String>)>,
}

/// Open a file that is there, or name one to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskKind {
    /// A file that is there.
    Open,
    /// One or several files that are there, which are one table.
    OpenSeveral,
    /// A folder that is there.
    OpenFolder,
    /// A file to be written, with this name proposed.
    Save(String),
}

impl App {
    /// Asks for a path. The dialog is made here, on the main thread, and awaited in a job.
    pub(super) fn ask_path(&mut self, ask: Ask) {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(tr(self.state.lang, ask.then.text_key()));
        for (words, endings) in &ask.filters {
            dialog = dialog.add_filter(words.clone(), endings);
        }
        let asked_at = Instant::now();
        let Ask { then, kind, .. } = ask;
        let one = |file: Option<rfd::FileHandle>| file.map(|file| file.path().to_owned()).into_iter().collect();
        let work: Box<dyn FnOnce() -> Vec<PathBuf> + Send> = match &kind {
            AskKind::Open => {
                let answer = dialog.pick_file();
                Box::new(move || one(wait_for(answer)))
            }
            AskKind::OpenSeveral => {
                let answer = dialog.pick_files();
                let paths = |files: Vec<rfd::FileHandle>| files.iter().map(|file| file.path().to_owned()).collect();
                Box::new(move || wait_for(answer).map(paths).unwrap_or_default())
            }
            AskKind::OpenFolder => {
                let answer = dialog.pick_folder();
                Box::new(move || one(wait_for(answer)))
            }
            AskKind::Save(name) => {
                let answer = dialog.set_file_name(name.clone()).save_file();
                Box::new(move || one(wait_for(answer)))
            }
        };
        // A second dialog while one is open is refused by the slot: there is nothing to say about it.
        self.jobs
            .start(JobKind::Dialog, String::new(), move |_| match work().as_slice() {
                [path] => Ok(Command::PathChosen(then, path.clone())),
                paths @ [_, ..] => Ok(Command::Import(ImportCommand::LookAll(paths.to_vec()))),
                [] if asked_at.elapsed() < NOT_SHOWN => Ok(Command::TypePath(then, kind)),
                [] => Err(JobError::Cancelled),
            })
            .ok();
    }
}

/// Waits for a future on this thread.
fn wait_for<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_wakes_up_when_another_thread_is_done() {
        struct Later(Arc<std::sync::Mutex<(bool, Option<Waker>)>>);
        impl Future for Later {
            type Output = u8;
            fn poll(self: std::pin::Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u8> {
                let mut inside = self.0.lock().unwrap();
                if inside.0 {
                    return Poll::Ready(7);
                }
                inside.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
        let shared = Arc::new(std::sync::Mutex::new((false, None::<Waker>)));
        let other = Arc::clone(&shared);
        #[expect(clippy::disallowed_methods, reason = "the other thread of the test")]
        let thread = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(20));
            let mut inside = other.lock().unwrap();
            inside.0 = true;
            if let Some(waker) = inside.1.take() {
                waker.wake();
            }
        });
        assert_eq!(wait_for(Later(shared)), 7);
        thread.join().unwrap();
    }
}
