//! What the import page shows: nothing, a file being read, its review, an import being written, or its report.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use crate::app::import_page::adding::Export;
use crate::app::import_page::look::{By, Looked, Origin, undecided_as_text};
use crate::app::import_page::trial::{Preview, RawRow, Trial, preview};
use crate::app::jobs::JobHandle;
use crate::app::reading::Source;
use crate::app::watching::Watching;
use crate::frame::batch::Field;
use crate::import::bytes::encoding::EncodingFound;
use crate::import::bytes::sniff::Place;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::propose::differences::Difference;
use crate::import::propose::proposal::{ColumnReason, MechanismReason, Why};
use crate::import::propose::repeats::OneRecordPer;
use crate::import::propose::survey::{ColumnSurvey, Survey};
use crate::import::propose::{decided_order, describe_dataset};
use crate::import::read::single_field;
use crate::import::recipe::{ColumnRule, DatasetRule, Names, OnBad, Recipe, Target};
use crate::import::report::ImportReport;
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::workspace::importer::ImportCounts;

/// The state of the import page.
#[derive(Default)]
pub struct ImportState {
    /// What is going on.
    pub stage: Stage,
    /// What became of the last import of this run.
    pub done: Option<Box<Done>>,
    /// What the next review is for, beyond a plain import.
    pub wish: Option<Wish>,
    /// The frame in which a button asked for the clipboard, until it answers.
    pub paste_asked: Option<u64>,
    /// Number of the latest choices.
    pub choices: u64,
}

/// What a review is for, beyond a plain import.
#[derive(Debug)]
pub struct Wish {
    /// Accepting takes the last import back first.
    pub replaces: bool,
    /// The dataset that corrected rows belong to.
    pub correction_of: Option<Box<Dataset>>,
}

/// What is going on.
#[derive(Default)]
pub enum Stage {
    /// Nothing: a file is wanted, or the last import is reported.
    #[default]
    Start,
    /// A file is being looked at.
    Reading(Work),
    /// Its review.
    Review(Box<Review>),
    /// Vigie's own export, to be added to the open workspace; while it is written, its progress.
    Adding(Box<Export>, Option<Work>),
    /// Its records are being written.
    Writing(Box<Review>, Work),
}

/// Work that can be watched.
#[derive(Clone, Debug)]
pub struct Work {
    /// Name of the file.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// One counter a pass over the file, in order.
    pub passes: Vec<Progress>,
}

impl Work {
    /// The passes of a job over a source, counted here.
    pub fn watch<'a>(&'a self, source: &'a Source, handle: &'a JobHandle) -> Watching<'a> {
        Watching { source, size: Some(self.size), passes: &self.passes, handle }
    }

    /// The counters of what comes before the passes: cancelled with them.
    pub fn progress_before(&self) -> Progress {
        self.passes.first().cloned().unwrap_or_default()
    }

    /// Asks whoever works to stop soon.
    pub fn cancel(&self) {
        for pass in &self.passes {
            pass.cancel();
        }
    }
}

/// Where accepted records go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A new workspace.
    New,
    /// The open workspace, as a dataset of its own.
    Open,
    /// The open workspace, as a newer edition of this dataset of it.
    Edition(Uuid),
}

/// What becomes of all columns without a field of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// They are kept under their headers.
    Keep,
    /// They are left out.
    LeaveOut,
}

/// Facts about the file.
#[derive(Clone, Debug)]
pub struct FileFacts {
    /// Name.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256, hexadecimal.
    pub hash: String,
    /// How its encoding was told.
    pub encoding: EncodingFound,
    /// The first lines, decoded, to check the encoding by.
    pub sample: String,
}

/// A file with the choices of how it is read.
pub struct Review {
    /// Tells these choices from earlier ones: a trial of earlier ones is dropped.
    pub number: u64,
    /// The file.
    pub source: Source,
    /// About it.
    pub file: FileFacts,
    /// Names of its columns.
    pub headers: Vec<String>,
    /// What its cells look like.
    pub survey: Arc<Survey>,
    /// Why each column goes where it goes, by place.
    pub reasons: Vec<ColumnReason>,
    /// Why the mechanism is proposed.
    pub mechanism_reason: MechanismReason,
    /// The event whose latest date is the proposed as-of date.
    pub as_of_event: Option<EventKind>,
    /// The choices.
    pub recipe: Recipe,
    /// Places of records in a JSON document, the likeliest first.
    pub places: Vec<Place>,
    /// Recipes that were accepted before, to choose from.
    pub kept: Vec<Recipe>,
    /// What it was to be read by.
    pub by: By,
    /// Number of the choices that `trial` is of.
    pub tried_number: u64,
    /// Where the choices come from.
    pub origin: Origin,
    /// Where the file differs from the one that the recipe was made for.
    pub differences: Vec<Difference>,
    /// Whether the analyst described the dataset, so that other columns no longer change the description.
    pub dataset_given: bool,
    /// Columns whose order of dates only the analyst can decide, and has not.
    pub open: BTreeSet<String>,
    /// Rows that may be one record, while the analyst has not decided.
    pub row_offer: Option<OneRecordPer>,
    /// The first rows as they stand.
    pub raws: Arc<Vec<RawRow>>,
    /// And as records.
    pub previews: Vec<Preview>,
    /// A row further on, read again to be looked at, and as a record.
    pub fetched: Option<(RawRow, Preview)>,
    /// All rows tried with the choices; of earlier choices while `is_trying`.
    pub trial: Option<Trial>,
    /// Why the rows could not be tried.
    pub failed: Option<ImportError>,
    /// Whether the rows are being tried with the present choices.
    pub is_trying: bool,
    /// Where the records go.
    pub destination: Destination,
    /// Whether accepting takes the last import back first.
    pub replaces: bool,
    /// The dataset that corrected rows belong to.
    pub correction_of: Option<Box<Dataset>>,
}

/// What became of an import.
#[derive(Debug)]
pub struct Done {
    /// The workspace it went into ([`crate::app::opened::Opened::number`]).
    pub opening: u64,
    /// The file.
    pub source: Source,
    /// The recipe it was read with.
    pub recipe: Recipe,
    /// The dataset.
    pub dataset: Uuid,
    /// What was counted.
    pub counts: ImportCounts,
    /// What was the matter.
    pub report: Arc<ImportReport>,
    /// What the history calls it.
    pub label: String,
    /// Whether the recipe was accepted in a review and kept.
    pub is_recipe_kept: bool,
    /// Whether the rejected rows were saved.
    pub is_rejected_saved: bool,
}

impl Review {
    /// The review of a file that was looked at.
    pub fn new(looked: Looked, number: u64, destination: Destination) -> Self {
        let Looked { source, file, headers, survey, raws, places, kept, by, choices, trial } = looked;
        let (trial, failed) = match trial {
            Ok(trial) => (Some(trial), None),
            Err(error) => (None, Some(error)),
        };
        let mut review = Self {
            number,
            source,
            file,
            headers,
            survey: Arc::new(survey),
            reasons: choices.reasons,
            mechanism_reason: choices.mechanism,
            as_of_event: choices.as_of_event,
            recipe: choices.recipe,
            places,
            kept,
            by,
            tried_number: number,
            origin: choices.origin,
            differences: choices.differences,
            dataset_given: choices.is_dataset_given,
            open: choices.open,
            row_offer: choices.row_offer,
            raws: Arc::new(raws),
            previews: Vec::new(),
            fetched: None,
            trial,
            failed,
            is_trying: false,
            destination,
            replaces: false,
            correction_of: None,
        };
        review.previews = preview(&review.headers, &review.raws, &review.tried());
        review
    }

    /// Changes how a column is read.
    pub fn set_column(&mut self, header: &str, target: &Target, on_bad: OnBad) {
        let Some(place) = self.recipe.columns.iter().position(|rule| rule.header == header) else { return };
        let column = self.survey.columns.get(place).cloned().unwrap_or_default();
        self.free(header, target);
        let Some(rule) = self.recipe.columns.get_mut(place) else { return };
        let was = rule.target.clone();
        rule.target.clone_from(target);
        rule.on_bad = on_bad;
        if was != *target {
            rule.names = crate::import::propose::words::names(target, &column);
        }
        let event = |target: &Target| match target {
            Target::Date { event, order, .. } => Some((*event, *order)),
            _ => None,
        };
        match (event(&was), event(target)) {
            (_, None) => {
                self.open.remove(header);
            }
            (Some((_, before)), Some((_, after))) if before != after => {
                self.open.remove(header);
            }
            (None, Some(_)) if decided_order(&column.dates).is_none() => {
                self.open.insert(header.to_owned());
            }
            _ => {}
        }
        if let Some(reason) = self.reasons.get_mut(place) {
            if was != *target {
                reason.why = Why::Chosen;
            }
            reason.dates = event(target).is_some().then(|| column.dates.clone());
        }
        self.describe();
        self.changed();
    }

    /// Names the words of a column by our list, or leaves them as they are written.
    pub fn set_names(&mut self, header: &str, names: Names) {
        if let Some(rule) = self.recipe.columns.iter_mut().find(|rule| rule.header == header) {
            rule.names = names;
        }
        self.changed();
    }

    /// Takes a field that holds one value from the other column that fills it; that column keeps its own header.
    fn free(&mut self, header: &str, target: &Target) {
        let Some(field) = single_field(target).filter(|field| !matches!(field, Field::Custom(_))) else { return };
        for (rule, reason) in self.recipe.columns.iter_mut().zip(&mut self.reasons) {
            if rule.header != header && single_field(&rule.target).as_ref() == Some(&field) {
                rule.target = Target::Text(Field::Custom(rule.header.clone()));
                reason.why = Why::Taken { column: header.to_owned() };
                reason.dates = None;
                self.open.remove(&rule.header);
            }
        }
    }

    /// Leaves out every column that has no field of its own, or keeps those that were left out.
    pub fn set_aside(&mut self, aside: Aside) {
        for (rule, reason) in self.recipe.columns.iter_mut().zip(&mut self.reasons) {
            match (aside, &rule.target) {
                (Aside::LeaveOut, Target::Text(Field::Custom(_)) | Target::Html(Field::Custom(_))) => {
                    rule.target = Target::Ignore;
                }
                // What another column needs is left out by the proposal, not by the analyst, and stays so.
                (Aside::Keep, Target::Ignore) if reason.why == Why::Chosen => {
                    rule.target = Target::Text(Field::Custom(rule.header.clone()));
                }
                _ => continue,
            }
            reason.why = Why::Chosen;
        }
        self.changed();
    }

    /// Columns without a field of their own: kept under their header, and left out by the analyst.
    pub fn aside(&self) -> (usize, usize) {
        let kept =
            |rule: &&ColumnRule| matches!(rule.target, Target::Text(Field::Custom(_)) | Target::Html(Field::Custom(_)));
        let left = self.recipe.columns.iter().zip(&self.reasons);
        let left = left.filter(|(rule, reason)| rule.target == Target::Ignore && reason.why == Why::Chosen);
        (self.recipe.columns.iter().filter(kept).count(), left.count())
    }

    /// Shows a row that was read again.
    pub fn fetch(&mut self, raw: RawRow) {
        let shown = preview(&self.headers, std::slice::from_ref(&raw), &self.tried());
        self.fetched = shown.into_iter().next().map(|mut shown| {
            // What only the whole file tells, such as rows that stand twice.
            let listed = self.trial.iter().flat_map(|trial| &trial.listed);
            for problem in listed.filter(|problem| problem.row == Some(raw.row)) {
                if !shown.problems.iter().any(|known| known.kind == problem.kind && known.column == problem.column) {
                    shown.problems.push(problem.clone());
                }
            }
            (raw, shown)
        });
    }

    /// Whether words for a missing value leave a column of text empty.
    pub fn set_knows_missing(&mut self, header: &str, knows: bool) {
        for rule in self.recipe.columns.iter_mut().filter(|rule| rule.header == header) {
            rule.knows_missing = knows;
        }
        self.changed();
    }

    /// Takes the order of a column's dates as decided.
    pub fn decide(&mut self, header: &str) {
        self.open.remove(header);
        self.describe();
        self.changed();
    }

    /// The recipe that rows are tried with: what is not decided is left as it stands.
    pub fn tried(&self) -> Recipe {
        undecided_as_text(&self.recipe, &self.open)
    }

    /// Describes the dataset as its columns speak for it, unless the analyst did.
    pub fn describe(&mut self) {
        if self.dataset_given {
            return;
        }
        let (rule, reason) = describe_dataset(&self.recipe.columns, &self.survey);
        let known = std::mem::take(&mut self.recipe.dataset);
        self.recipe.dataset = DatasetRule {
            mechanism: rule.mechanism,
            listing_event: rule.listing_event,
            delay: rule.delay,
            as_of: rule.as_of,
            ..known
        };
        self.mechanism_reason = reason.mechanism;
        self.as_of_event = reason.as_of_event;
    }

    /// Notes that the choices are others: the preview follows at once, the trial when it is done.
    pub fn changed(&mut self) {
        self.previews = preview(&self.headers, &self.raws, &self.tried());
        if let Some((raw, _)) = self.fetched.take() {
            self.fetch(raw);
        }
        self.failed = None;
        self.is_trying = true;
    }

    /// What the cells of a column look like.
    pub fn column(&self, header: &str) -> Option<&ColumnSurvey> {
        self.survey.columns.iter().find(|column| column.header == header)
    }

    /// The dataset of these that the file is a newer edition of: one of the same recipe, whose records are found by
    /// their keys and which does not end later.
    pub fn edition_of<'a>(&self, datasets: &'a [Dataset], today: Day) -> Option<&'a Dataset> {
        if !self.recipe.has_key() || self.replaces || self.correction_of.is_some() {
            return None;
        }
        let as_of = self.as_of(today);
        datasets.iter().find(|dataset| dataset.name == self.recipe.name && dataset.as_of <= as_of)
    }

    /// The as-of date: the chosen one, or today.
    pub fn as_of(&self, today: Day) -> Day {
        self.recipe.dataset.as_of.unwrap_or(today)
    }

    /// Records that would enter; `None` while that is not known.
    pub fn accepted(&self) -> Option<u64> {
        self.trial.as_ref().filter(|_| !self.is_trying).map(|trial| trial.report.imported)
    }

    /// Why nothing can enter yet.
    pub fn obstacle(&self) -> Option<Obstacle> {
        if let Some(header) = self.open.iter().next() {
            return Some(Obstacle::DateOrder(header.clone()));
        }
        if let Some(offer) = &self.row_offer {
            return Some(Obstacle::Rows(offer.column.clone()));
        }
        if let Some(error) = &self.failed {
            return Some(Obstacle::Unreadable(error.clone()));
        }
        match self.accepted() {
            None => Some(Obstacle::Trying),
            Some(0) => Some(Obstacle::NoRecords),
            Some(_) => None,
        }
    }
}

/// Why nothing can enter yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The order of day and month in this column is open.
    DateOrder(String),
    /// Whether rows with the same value in this column are one record is open.
    Rows(String),
    /// The file cannot be read this way.
    Unreadable(ImportError),
    /// The rows are still being tried.
    Trying,
    /// No row becomes a record.
    NoRecords,
}
