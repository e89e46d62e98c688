//! What is worked out of the records by jobs: which ones the filter leaves, the words of a field with their counts, and
//! what a query could go on with.

use crate::app::App;
use crate::app::command::{Command, QueryCommand};
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

    /// Works out for the query what could be written, and whether its words stand in the data.
    pub(super) fn run_query_command(&mut self, command: QueryCommand) {
        let query = self.pages.top_bar.query();
        let (kind, started) = match command {
            QueryCommand::Proposed(proposed) => return query.proposals().take(*proposed),
            QueryCommand::LookedUp(lost) => return query.take_lost(&lost, self.state.lang),
            QueryCommand::Propose(work) => {
                let job = move |_: &_| Ok(Command::Query(QueryCommand::Proposed(Box::new(work.run()))));
                (JobKind::Propose, self.jobs.start(JobKind::Propose, String::new(), job))
            }
            QueryCommand::LookUp(work) => {
                let job = move |_: &_| Ok(Command::Query(QueryCommand::LookedUp(Box::new(work.run()))));
                (JobKind::LookUp, self.jobs.start(JobKind::LookUp, String::new(), job))
            }
        };
        if let Err(why) = started {
            self.not_started(kind, why);
        }
    }
}
