//! The workspace as a whole: one file, every edit on disk, nothing lost.

mod edits;
mod files;
mod filling;
mod imports;
mod copies;
mod anything;

use std::path::PathBuf;

use uuid::Uuid;

use crate::frame::RecordId;
use crate::model::incident::Incident;
use crate::workspace::Workspace;
use crate::workspace::edit::{Applied, Change, EditBatch, Moment};

/// A folder that goes when the test ends, and a path in it.
pub(super) fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("test.vigie");
    (folder, path)
}

pub(super) fn incident(number: u128, title: &str) -> Incident {
    Incident { id: Uuid::from_u128(number), title: title.to_owned(), ..Incident::default() }
}

pub(super) fn apply(workspace: &mut Workspace, label: &str, changes: Vec<Change>) -> Applied {
    workspace.apply(&EditBatch { label: label.to_owned(), changes }, Moment(7)).expect("applied")
}

pub(super) fn insert(workspace: &mut Workspace, number: u128, title: &str) -> RecordId {
    let change = Change::InsertRecord(Box::new(incident(number, title)));
    *apply(workspace, title, vec![change]).inserted.first().expect("an id")
}

/// Titles by id, from the documents.
pub(super) fn titles(workspace: &Workspace) -> Vec<(u64, String)> {
    let mut titles = Vec::new();
    workspace
        .each(|id, incident| {
            titles.push((id.0, incident.expect("readable").title));
            true
        })
        .expect("read");
    titles
}
