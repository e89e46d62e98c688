//! Facts about a dataset: changed as an edit, with the counts that its words decide read again.

use crate::app::App;
use crate::app::command::Command;
use crate::app::jobs::{JobError, JobHandle, JobKind};
use crate::frame::cell::CountState;
use crate::frame::{RecordId, Snapshot};
use crate::model::affected::Amount;
use crate::model::count::{Conventions, Count};
use crate::model::dataset::Dataset;
use crate::model::incident::Incident;
use crate::text::{tr, tr_args};
use crate::workspace::edit::{Change, EditBatch};
use crate::workspace::reader::Reader;

/// Documents read at a time.
const PAGE: usize = 256;

impl App {
    /// Changes the facts about a dataset. Where its table of words changed, the records whose counts were read by that
    /// table are read again and changed in the same edit, so that one undo takes all of it back.
    pub(super) fn change_dataset(&mut self, dataset: Dataset) {
        let Some(opened) = &self.state.opened else { return };
        let label = tr_args(self.state.lang, "app-dataset-edit", &[("name", (&dataset.name).into())]);
        let put = Change::PutDataset(Box::new(dataset.clone()));
        let before = opened.dataset(dataset.id).map(|before| before.words.clone()).unwrap_or_default();
        if before == dataset.words {
            return self.edit(&EditBatch { label, changes: vec![put] });
        }
        let snapshot = opened.snapshot.clone();
        let reader = match opened.workspace.reader() {
            Ok(reader) => reader,
            Err(error) => return self.say_error(&error),
        };
        let lang = self.state.lang;
        let words = tr(lang, "facts-reading-again");
        let started = self.jobs.start(JobKind::Check, words, move |handle| {
            let mut changes = vec![put];
            let ranged = ranged(&snapshot, &dataset);
            changes.extend(read_again(&reader, &ranged, (&before, &dataset.words), handle)?);
            Ok(Command::Edit(EditBatch { label, changes }))
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }
}

/// Records of a dataset with a count that is not one exact number: only these can have been said in words.
fn ranged(snapshot: &Snapshot, dataset: &Dataset) -> Vec<RecordId> {
    let Some(number) = snapshot.datasets().iter().position(|id| *id == dataset.id) else { return Vec::new() };
    let measures = snapshot.measures();
    let mut found = Vec::new();
    for chunk in snapshot.chunks() {
        for index in 0..chunk.len() {
            let is_ranged = measures.iter().any(|measure| {
                let cell = chunk.counts(*measure).map(|column| column.get(index)).unwrap_or_default();
                cell.state == CountState::Count && cell.lo != cell.hi
            });
            if is_ranged && chunk.datasets().get(index) as usize == number {
                found.extend(chunk.id(index));
            }
        }
    }
    found
}

/// The records among these that another table of words changes.
fn read_again(
    reader: &Reader,
    ids: &[RecordId],
    tables: (&Conventions, &Conventions),
    handle: &JobHandle,
) -> Result<Vec<Change>, JobError> {
    let mut changes = Vec::new();
    for page in ids.chunks(PAGE) {
        if handle.is_cancelled() {
            return Err(JobError::Cancelled);
        }
        let documents = reader.page(page).map_err(|error| JobError::Failed(error.to_string()))?;
        for (id, mut incident) in documents {
            if reread(&mut incident, tables) {
                changes.push(Change::ReplaceRecord(id, Box::new(incident)));
            }
        }
    }
    Ok(changes)
}

/// Reads the counts of a record by another table, where they are what the table of before makes of their words: a
/// count that the analyst or a rule of the column decided stays.
fn reread(incident: &mut Incident, (before, after): (&Conventions, &Conventions)) -> bool {
    let mut changed = false;
    for affected in &mut incident.affected {
        let Amount::Count(count) = &mut affected.amount else { continue };
        let read = |table: &Conventions| Count::parse_with_unit(count.as_written(), table).ok().map(|(read, _)| read);
        let (Some(old), Some(new)) = (read(before), read(after)) else { continue };
        if old == *count && new != old {
            *count = new;
            changed = true;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::affected::{Affected, Effect, Unit};

    #[test]
    fn only_counts_that_the_table_decided_are_read_again() {
        let affected = |amount| Affected {
            amount: Amount::Count(amount),
            unit: Unit::People,
            effect: Effect::DataExposed,
            stated: None,
            note: String::new(),
            evidence: Vec::new(),
        };
        let words = Count::parse("a few hundred").unwrap();
        let mut decided = words.clone();
        decided.lo = 250;
        let mut incident = Incident {
            affected: vec![affected(words), affected(decided.clone()), affected(Count::exact(300))],
            ..Incident::default()
        };
        let after = Conventions { hundreds: (300, 700), ..Conventions::default() };
        assert!(reread(&mut incident, (&Conventions::default(), &after)));
        let read: Vec<_> = incident
            .affected
            .iter()
            .filter_map(|affected| match &affected.amount {
                Amount::Count(count) => Some((count.lo, count.hi)),
                Amount::Missing(_) => None,
            })
            .collect();
        assert_eq!(read, [(300, Some(700)), (250, decided.hi), (300, Some(300))]);
        assert!(!reread(&mut incident, (&after, &after)));
    }
}
