//! Looking through the records for what needs a look: in the background, after every change, never in the way.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::App;
use crate::app::command::{Command, Page};
use crate::app::jobs::{JobError, JobKind};
use crate::app::listing::Listing;
use crate::app::state::Notes;
use crate::frame::RecordId;
use crate::text::tr_args;
use crate::workspace::Workspace;

/// Above this number of records looking through them takes seconds of a processor: `vigie check` does it on request.
const MOST: usize = 100_000;

impl App {
    /// Starts looking through the records, if they changed since they were last looked through.
    pub(in crate::app) fn look_through(&mut self) {
        let Some(opened) = &self.state.opened else {
            self.state.notes = None;
            return;
        };
        let key = (opened.number, opened.snapshot.revision());
        let is_known = self.state.notes.as_ref().is_some_and(|notes| notes.key == key);
        let is_asked = self.notes_asked == Some(key);
        let size = opened.snapshot.len();
        if is_known || is_asked || size == 0 || size > MOST || self.jobs.is_running(JobKind::Check) {
            return;
        }
        self.notes_asked = Some(key);
        let path = opened.workspace.path().to_owned();
        let started = self.jobs.start(JobKind::Check, String::new(), move |_| {
            // A connection of its own, so that the window reads on. What cannot be looked through now is looked
            // through after the next change.
            let report = Workspace::open_read_only(&path).and_then(|workspace| workspace.check());
            let report = report.map_err(|_| JobError::Cancelled)?;
            let records: BTreeSet<RecordId> = report.problems.iter().map(|(id, _)| *id).collect();
            Ok(Command::Noted(Notes { key, records: Arc::new(records.into_iter().collect()) }))
        });
        // Without a thread for it there are no notes: nothing depends on them.
        started.ok();
    }

    /// Lists the records that need a look.
    pub(super) fn list_notes(&mut self) {
        let Some(notes) = &self.state.notes else { return };
        let words = tr_args(self.state.lang, "app-notes", &[("count", notes.records.len().into())]);
        self.state.listing =
            Some(Listing { words, ids: Arc::clone(&notes.records), from: self.state.page, left_out_of: None });
        self.state.page = Page::Records;
    }
}
