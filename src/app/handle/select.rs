//! What is worked out of the records by jobs: which ones the filter leaves, and the words of a field with their counts.

use crate::app::App;
use crate::app::command::Command;
use crate::app::jobs::JobKind;
use crate::frame::batch::Field;

impl App {
    /// Brings the selection up to date: at once where there are few records, else by a job.
    pub(in crate::app) fn choose_records(&mut self) {
        let Some(work) = self.derived.refresh(self.state.opened.as_ref()) else { return };
        let job = move |_: &_| Ok(Command::Selected(Box::new(work.run())));
        if let Err(why) = self.jobs.start(JobKind::Select, String::new(), job) {
            self.not_started(JobKind::Select, why);
        }
    }

    /// Counts the words of a field that have some letters.
    pub(super) fn count_words(&mut self, field: &Field, find: &str) {
        let Some(opened) = &self.state.opened else { return };
        let Some(work) = self.derived.count_words(opened, field, find, self.state.lang) else { return };
        let job = move |_: &_| Ok(Command::WordsCounted(Box::new(work.run())));
        if let Err(why) = self.jobs.start(JobKind::Words, String::new(), job) {
            self.not_started(JobKind::Words, why);
        }
    }
}
