//! The job that lets accepted records in: one transaction, all or nothing.

use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use crate::app::clock;
use crate::app::command::{Command, OpenedFile};
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::{Review, Work};
use crate::app::import_page::words::import_error;
use crate::app::jobs::{JobError, JobHandle, JobResult};
use crate::app::opened::unnamed_folder;
use crate::app::reading::Source;
use crate::import::error::ImportError;
use crate::import::recipe::Recipe;
use crate::import::report::ImportReport;
use crate::model::dataset::Dataset;
use crate::text::{Arg, Lang, tr, tr_args};
use crate::workspace::filling::FillError;
use crate::workspace::importer::{ImportCounts, ImportPlan, Imported, Importer, OnDuplicate};
use crate::workspace::{Workspace, WorkspaceError};

/// What a job needs to write an import.
#[derive(Clone, Debug)]
pub struct Order {
    /// The file.
    pub source: Source,
    /// How it is read.
    pub recipe: Recipe,
    /// The dataset that the rows belong to.
    pub dataset: Dataset,
    /// What becomes of rows whose key the dataset has.
    pub on_duplicate: OnDuplicate,
    /// What the history calls the import.
    pub label: String,
    /// Where progress is counted.
    pub work: Work,
    /// The language of messages.
    pub lang: Lang,
}

/// An import that is on disk.
#[derive(Debug)]
pub struct Written {
    /// What was ordered.
    pub order: Order,
    /// The new workspace it is in, if it is in a new one.
    pub opened: Option<OpenedFile>,
    /// What the open workspace is to show, if it went there, and that workspace's number.
    pub imported: Option<(u64, Imported)>,
    /// What was counted.
    pub counts: ImportCounts,
    /// What was the matter.
    pub report: Arc<ImportReport>,
}

impl Order {
    /// The order for what a review accepts, as a newer edition of a dataset or as one of its own.
    pub fn of(review: &Review, edition: Option<&Dataset>, work: Work, lang: Lang) -> Self {
        let today = clock::today();
        let rule = &review.recipe.dataset;
        let dataset = match &review.correction_of {
            Some(dataset) => (**dataset).clone(),
            None => Dataset {
                id: Uuid::new_v4(),
                name: review.recipe.name.clone(),
                publisher: rule.publisher.clone(),
                address: rule.address.clone(),
                file_name: review.file.name.clone(),
                file_hash: review.file.hash.clone(),
                read_on: Some(today),
                licence: rule.licence.clone(),
                mechanism: rule.mechanism.unwrap_or_default(),
                coverage_start: rule.coverage_start,
                as_of: review.as_of(today),
                as_of_unknown: rule.as_of.is_none(),
                offset_minutes: rule.offset_minutes,
                fiscal_start: rule.fiscal_start,
                listing_event: rule.listing_event,
                floor: rule.floor,
                annotations: rule.dated_notes(),
                denominator: None,
                words: rule.words.clone(),
                note: note_of(review, lang),
            },
        };
        let on_duplicate = if edition.is_some() { OnDuplicate::Merge } else { OnDuplicate::Keep };
        let dataset = match edition {
            Some(there) => there.renewed(dataset),
            None => dataset,
        };
        let label = tr_args(lang, "app-import-label", &[("name", Arg::Text(review.file.name.clone()))]);
        let (source, recipe) = (review.source.clone(), review.recipe.clone());
        Self { source, recipe, dataset, on_duplicate, label, work, lang }
    }

    /// The plan for the workspace.
    pub fn plan(&self) -> ImportPlan {
        ImportPlan {
            label: self.label.clone(),
            dataset: Some(self.dataset.clone()),
            also: Vec::new(),
            identity: Uuid::new_v4(),
            on_duplicate: self.on_duplicate,
            recipe: self.recipe.name.clone(),
            now: clock::now(),
        }
    }

    fn fill(&self, importer: &mut Importer, handle: &JobHandle) -> Result<ImportReport, JobError> {
        let watch = self.work.watch(&self.source, handle);
        let failed = |error: ImportError| match error {
            ImportError::Cancelled => JobError::Cancelled,
            error => JobError::Failed(import_error(self.lang, &error)),
        };
        let mut reader = watch.reader(0).map_err(|error| failed(error.into()))?;
        let progress = watch.progress(0);
        let report = importer.fill(&mut reader, &self.recipe, &progress).map_err(|error| match error {
            FillError::Import(error) => failed(error),
            FillError::Workspace(error) => self.failed(&error),
        })?;
        if progress.is_cancelled() || handle.is_cancelled() {
            return Err(JobError::Cancelled);
        }
        Ok(report)
    }

    fn finish(&self, mut importer: Importer, handle: &JobHandle) -> Result<(Imported, ImportReport), JobError> {
        let report = self.fill(&mut importer, handle)?;
        let imported = importer.finish(ImportCounts::of(&report)).map_err(|error| self.failed(&error))?;
        Ok((imported, report))
    }

    fn failed(&self, error: &WorkspaceError) -> JobError {
        JobError::Failed(error.sentence(self.lang))
    }

    /// Writes into the open workspace, which has this number, through its importer.
    ///
    /// # Errors
    /// When it could not, or was cancelled: the workspace is as it was.
    pub fn into_open(self, importer: Importer, opening: u64, handle: &JobHandle) -> JobResult {
        let (imported, report) = self.finish(importer, handle)?;
        let counts = imported.counts;
        Ok(written(self, None, Some((opening, imported)), counts, report))
    }

    /// Writes into a new workspace inside `data`.
    ///
    /// # Errors
    /// When it could not, or was cancelled: no file is left.
    pub fn into_new(self, data: &Path, handle: &JobHandle) -> JobResult {
        let mut workspace = Workspace::create_unnamed(&unnamed_folder(data)).map_err(|error| self.failed(&error))?;
        let filled = workspace
            .importer(self.plan())
            .map_err(|error| self.failed(&error))
            .and_then(|importer| self.finish(importer, handle))
            .and_then(|(imported, report)| {
                let counts = workspace.adopt(imported).map_err(|error| self.failed(&error))?;
                Ok((counts, report))
            });
        match filled {
            Ok((counts, report)) => {
                let source = self.source.path().map(Path::to_owned);
                let file = OpenedFile { workspace, is_named: false, source, read_from: None, notice: None, done: None };
                Ok(written(self, Some(file), None, counts, report))
            }
            Err(error) => {
                // If it cannot be removed now, the next start removes it: it holds nothing.
                workspace.discard().ok();
                Err(error)
            }
        }
    }
}

fn written(
    order: Order,
    opened: Option<OpenedFile>,
    imported: Option<(u64, Imported)>,
    counts: ImportCounts,
    report: ImportReport,
) -> Command {
    let report = Arc::new(report);
    Command::Import(ImportCommand::Written(Box::new(Written { order, opened, imported, counts, report })))
}

/// What a reader must know of the dataset: of a pasted table also that there is no file of it.
fn note_of(review: &Review, lang: Lang) -> String {
    let note = review.recipe.dataset.note.clone();
    match &review.source {
        Source::Pasted(_) => [note, tr(lang, "importing-pasted-note")].join(" ").trim().to_owned(),
        Source::File(_) | Source::Sample(_) | Source::Several(_) | Source::Within(_) => note,
    }
}
