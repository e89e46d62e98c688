//! Records: saved, deleted, duplicated, copied; the order of the table.

use eframe::egui;
use uuid::Uuid;

use crate::app::App;
use crate::app::clock;
use crate::app::command::Command;
use crate::app::jobs::{JobError, JobKind};
use crate::app::notices::{Gravity, Offer, OfferKind};
use crate::app::records::cells::CopyContext;
use crate::app::records::columns::Layout;
use crate::app::records::draft::{Target, name_of};
use crate::app::records::editor::Next;
use crate::app::records::order::OrderWork;
use crate::app::records::{LAYOUT, RecordsCommand, copy, editor_of};
use crate::frame::{RecordId, Snapshot};
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::incident::{Incident, Origin};
use crate::text::{Arg, tr, tr_args};
use crate::workspace::edit::{Change, EditBatch};
use crate::workspace::reader::Reader;
use crate::workspace::{Result, WorkspaceError};

/// How many records one edit may delete or duplicate.
const MOST_EDITED: usize = 5_000;

/// Up to how many records are copied at once; more are read by a job.
const COPIED_AT_ONCE: usize = 200;

/// How many records the clipboard is given at most.
const MOST_COPIED: usize = 200_000;

impl App {
    /// Runs what the page of records asked for.
    pub(super) fn run_records_command(&mut self, ctx: &egui::Context, command: RecordsCommand) {
        match command {
            RecordsCommand::Order(work) => self.work_out_order(*work),
            RecordsCommand::Ordered(ordered) => self.pages.records.take_order(*ordered),
            RecordsCommand::Save(next) => self.save_record(next),
            RecordsCommand::Delete(ids) => self.delete_records(&ids),
            RecordsCommand::Duplicate(ids) => self.duplicate_records(&ids),
            RecordsCommand::Copy(ids) => self.copy_records(ctx, ids),
            RecordsCommand::Copied(text, count) => self.put_on_clipboard(ctx, text, count),
            RecordsCommand::KeepLayout => self.keep_layout(),
        }
    }

    fn work_out_order(&mut self, work: OrderWork) {
        let job =
            move |_: &crate::app::jobs::JobHandle| Ok(Command::Records(RecordsCommand::Ordered(Box::new(work.run()))));
        if let Err(why) = self.jobs.start(JobKind::Sort, String::new(), job) {
            self.say_not_started(why);
        }
    }

    fn keep_layout(&mut self) {
        let layout = self.pages.records.layout().clone();
        if let Some(opened) = &mut self.state.opened
            && !opened.is_read_only()
            && let Err(error) = opened.workspace.set_state(LAYOUT, &layout)
        {
            self.say_error(&error);
        }
    }

    /// Saves the draft as one edit. What cannot be saved stays typed.
    fn save_record(&mut self, next: Option<Next>) {
        let lang = self.state.lang;
        let (Some(opened), Some(editor)) = (&self.state.opened, self.pages.records.editor()) else { return };
        let reading = editor.draft.read();
        if reading.faults > 0 {
            let words = tr_args(lang, "records-faults", &[("count", reading.faults.into())]);
            return self.state.notices.say(Gravity::Caution, words);
        }
        if !reading.differs(&editor.draft) {
            return;
        }
        let name = [("name", Arg::Text(called(lang, &reading.incident)))];
        let mut changes = Vec::new();
        let label = match editor.draft.target {
            Target::Record(id) if !editor.must_add() => {
                changes.push(Change::ReplaceRecord(id, Box::new(reading.incident)));
                tr_args(lang, "records-label-edited", &name)
            }
            Target::Record(_) => {
                changes.push(Change::InsertRecord(Box::new(reading.incident)));
                tr_args(lang, "records-label-added", &name)
            }
            Target::New => {
                let dataset = by_hand(&opened.datasets, &tr(lang, "records-hand-dataset"));
                let origin = Some(Origin { dataset: dataset.id, key: None, row: None });
                changes.push(Change::PutDataset(Box::new(dataset)));
                let incident = Incident { id: Uuid::new_v4(), origin, ..reading.incident };
                changes.push(Change::InsertRecord(Box::new(incident)));
                tr_args(lang, "records-label-added", &name)
            }
        };
        let edited = editor.record().filter(|_| !editor.must_add());
        match self.apply_records(label, changes) {
            Ok(inserted) => {
                let Some(opened) = &self.state.opened else { return };
                if let Some(id) = edited.or_else(|| inserted.first().copied()) {
                    self.pages.records.saved(opened, id);
                }
                if let Some(next) = next {
                    self.pages.records.go(opened, next, true);
                }
            }
            Err(error) => self.say_error(&error),
        }
    }

    fn apply_records(&mut self, label: String, changes: Vec<Change>) -> Result<Vec<RecordId>> {
        let Some(opened) = &mut self.state.opened else { return Ok(Vec::new()) };
        let applied = opened.workspace.apply(&EditBatch { label, changes }, clock::now())?;
        opened.refresh(clock::today())?;
        Ok(applied.inserted)
    }

    fn delete_records(&mut self, ids: &[RecordId]) {
        let lang = self.state.lang;
        if self.is_too_many(ids.len()) {
            return;
        }
        let Some(opened) = &self.state.opened else { return };
        let label = match ids {
            [] => return,
            [one] => {
                let name = opened.workspace.incident(*one).map(|incident| called(lang, &incident)).unwrap_or_default();
                tr_args(lang, "records-label-deleted", &[("name", Arg::Text(name))])
            }
            many => tr_args(lang, "records-label-deleted-many", &[("count", many.len().into())]),
        };
        let changes = ids.iter().map(|id| Change::DeleteRecord(*id)).collect();
        match self.apply_records(label.clone(), changes) {
            Ok(_) => {
                self.pages.records.let_go(ids);
                let offer = Offer { words: tr(lang, "app-action-undo"), what: OfferKind::Undo };
                self.state.notices.say_with(Gravity::Information, label, Some(offer));
            }
            Err(error) => self.say_error(&error),
        }
    }

    /// Adds copies of records to the records kept by hand: a copy is no part of the dataset it was copied from.
    fn duplicate_records(&mut self, ids: &[RecordId]) {
        let lang = self.state.lang;
        if ids.is_empty() || self.is_too_many(ids.len()) {
            return;
        }
        let Some(opened) = &self.state.opened else { return };
        let records = match opened.workspace.page(ids) {
            Ok(records) => records,
            Err(error) => return self.say_error(&error),
        };
        let dataset = by_hand(&opened.datasets, &tr(lang, "records-hand-dataset"));
        let origin = Origin { dataset: dataset.id, key: None, row: None };
        let label = match records.as_slice() {
            [(_, one)] => tr_args(lang, "records-label-duplicated", &[("name", Arg::Text(called(lang, one)))]),
            many => tr_args(lang, "records-label-duplicated-many", &[("count", many.len().into())]),
        };
        let mut changes = vec![Change::PutDataset(Box::new(dataset))];
        for (_, incident) in records {
            let title = tr_args(lang, "records-copy-of", &[("name", Arg::Text(called(lang, &incident)))]);
            let copy = Incident { id: Uuid::new_v4(), title, origin: Some(origin.clone()), ..incident };
            changes.push(Change::InsertRecord(Box::new(copy)));
        }
        match self.apply_records(label.clone(), changes) {
            Ok(inserted) => {
                let Some(opened) = &self.state.opened else { return };
                if let [only] = inserted.as_slice() {
                    self.pages.records.show_record(*only, editor_of(opened, *only, true));
                }
                let offer = Offer { words: tr(lang, "app-action-undo"), what: OfferKind::Undo };
                self.state.notices.say_with(Gravity::Information, label, Some(offer));
            }
            Err(error) => self.say_error(&error),
        }
    }

    fn is_too_many(&mut self, count: usize) -> bool {
        let is_too_many = count > MOST_EDITED;
        if is_too_many {
            let most = [("most", Arg::Number(MOST_EDITED as u64))];
            self.state.notices.say(Gravity::Caution, tr_args(self.state.lang, "records-too-many", &most));
        }
        is_too_many
    }

    fn copy_records(&mut self, ctx: &egui::Context, ids: Vec<RecordId>) {
        let lang = self.state.lang;
        let Some(opened) = &self.state.opened else { return };
        if ids.len() > MOST_COPIED {
            let most = [("most", Arg::Number(MOST_COPIED as u64))];
            return self.state.notices.say(Gravity::Caution, tr_args(lang, "records-too-many-to-copy", &most));
        }
        let datasets = opened.datasets.iter().map(|dataset| (dataset.id, dataset.name.clone())).collect();
        let context = CopyContext { lang, question: opened.question.clone(), datasets };
        let layout = self.pages.records.layout().clone();
        let snapshot = opened.snapshot.clone();
        let reader = match opened.workspace.reader() {
            Ok(reader) => reader,
            Err(error) => return self.say_error(&error),
        };
        let count = ids.len();
        if count <= COPIED_AT_ONCE {
            return match read_lines(&reader, &context, &layout, &snapshot, &ids, |_| true) {
                Ok(text) => self.put_on_clipboard(ctx, text.unwrap_or_default(), count),
                Err(error) => self.say_error(&error),
            };
        }
        let words = tr_args(lang, "records-job-copying", &[("count", count.into())]);
        let started = self.jobs.start(JobKind::Export, words, move |handle| {
            let go_on = |done: f32| {
                handle.progress(done);
                !handle.is_cancelled()
            };
            match read_lines(&reader, &context, &layout, &snapshot, &ids, go_on) {
                Ok(Some(text)) => Ok(Command::Records(RecordsCommand::Copied(text, count))),
                Ok(None) => Err(JobError::Cancelled),
                Err(error) => Err(JobError::Failed(error.sentence(context.lang))),
            }
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    fn put_on_clipboard(&mut self, ctx: &egui::Context, text: String, count: usize) {
        ctx.copy_text(text);
        let words = tr_args(self.state.lang, "records-copied", &[("count", count.into())]);
        self.state.notices.say(Gravity::Information, words);
    }
}

/// The lines of these records, with the headings; `None` where `go_on` said no.
fn read_lines(
    reader: &Reader,
    context: &CopyContext,
    layout: &Layout,
    snapshot: &Snapshot,
    ids: &[RecordId],
    mut go_on: impl FnMut(f32) -> bool,
) -> std::result::Result<Option<String>, WorkspaceError> {
    let mut text = copy::heading_line(context, layout);
    for (at, batch) in ids.chunks(500).enumerate() {
        if !go_on(at as f32 * 500.0 / ids.len() as f32) {
            return Ok(None);
        }
        copy::add_lines(&mut text, context, layout, snapshot, &reader.page(batch)?);
    }
    Ok(Some(text))
}

/// What a record is called in a sentence.
fn called(lang: crate::text::Lang, incident: &Incident) -> String {
    let name = name_of(incident);
    if name.is_empty() { tr(lang, "records-nameless-title") } else { name }
}

/// The dataset of records kept by hand, complete to this day: the one that is there, or a new one.
fn by_hand(datasets: &[Dataset], name: &str) -> Dataset {
    let today = clock::today();
    let known = datasets.iter().find(|dataset| dataset.file_hash.is_empty() && dataset.file_name.is_empty());
    match known {
        Some(dataset) => Dataset { as_of: dataset.as_of.max(today), as_of_unknown: false, ..dataset.clone() },
        None => Dataset {
            id: Uuid::new_v4(),
            name: name.to_owned(),
            publisher: String::new(),
            address: String::new(),
            file_name: String::new(),
            file_hash: String::new(),
            read_on: None,
            licence: String::new(),
            mechanism: Mechanism::Register,
            coverage_start: None,
            as_of: today,
            as_of_unknown: false,
            offset_minutes: None,
            fiscal_start: None,
            listing_event: None,
            floor: None,
            annotations: Vec::new(),
            denominator: None,
            words: crate::model::count::Conventions::default(),
            note: String::new(),
        },
    }
}
