//! Opening a data file: told apart by its first bytes, read by the recipe whose shape it has, into a workspace of its
//! own. A file that no recipe fits goes to the review instead.

use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::app::clock;
use crate::app::command::{Command, OpenedFile, Sample};
use crate::app::import_page::recipes::{self, Known};
use crate::app::import_page::state::Done;
use crate::app::import_page::words::import_error;
use crate::app::jobs::{JobError, JobHandle, JobResult};
use crate::app::opened::{stem, unnamed_folder};
use crate::app::watching::Watching;
use crate::app::within::Within;
use crate::import::bytes::sniff::Extent;
use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;
use crate::import::progress::Progress;
use crate::import::propose::described::{self, FileFacts};
use crate::import::propose::{differences, fit};
use crate::import::recipe::{Format, Recipe};
use crate::import::vigie_file::{self, Item};
use crate::model::dataset::Dataset;
use crate::text::{Arg, Lang, tr_args};
use crate::workspace::edit::Change;
use crate::workspace::filling::FillError;
use crate::workspace::importer::{ImportCounts, ImportPlan, OnDuplicate};
use crate::workspace::{Workspace, WorkspaceError, data_file};

/// A file of which more than one row in this many would be set aside is reviewed before it is read with a recipe.
const SET_ASIDE: u64 = 10;

/// Where data comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file of the analyst.
    File(PathBuf),
    /// A sample that comes with the program.
    Sample(Sample),
    /// A table from the clipboard: there is no file of it.
    Pasted(Pasted),
    /// Several files that are one table: looked into before anything else.
    Several(Arc<[PathBuf]>),
    /// The table in an archive, a workbook or a folder.
    Within(Arc<Within>),
}

/// A table that was pasted.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// What it is called, in the analyst's language.
    pub name: String,
    /// The text.
    pub text: Arc<str>,
}

/// Reads a text that several hold.
struct SharedText {
    text: Arc<str>,
    at: usize,
}

impl Read for SharedText {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.text.as_bytes().get(self.at..).unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

impl Sample {
    /// Its file name and contents.
    pub const fn contents(self) -> (&'static str, &'static [u8]) {
        match self {
            Self::Washington => ("washington_notices.csv", include_bytes!("../../sample_data/washington_notices.csv")),
            Self::Seeds => ("seed_incidents.json", include_bytes!("../../sample_data/seed_incidents.json")),
            Self::Register => ("example_register.csv", include_bytes!("../../sample_data/example_register.csv")),
            Self::French => ("french_incidents.csv", include_bytes!("../../sample_data/french_incidents.csv")),
        }
    }
}

impl Source {
    /// Name of the file.
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::File(path) => path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default(),
            Self::Sample(sample) => Cow::Borrowed(sample.contents().0),
            Self::Pasted(pasted) => Cow::Borrowed(&pasted.name),
            Self::Several(paths) => Cow::Owned(names_of(paths)),
            Self::Within(within) => Cow::Owned(within.contents.name()),
        }
    }

    /// Size in bytes, where it is known.
    pub fn size(&self) -> Option<u64> {
        match self {
            Self::File(path) => path.metadata().ok().map(|data| data.len()),
            Self::Sample(sample) => Some(sample.contents().1.len() as u64),
            Self::Pasted(pasted) => Some(pasted.text.len() as u64),
            Self::Several(paths) => paths.iter().map(|path| Some(path.metadata().ok()?.len())).sum(),
            Self::Within(within) => within.contents.size(),
        }
    }

    /// Where it lies on disk, if it does.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Sample(_) | Self::Pasted(_) | Self::Several(_) => None,
            Self::Within(within) => within.outer.path(),
        }
    }

    /// A fresh reader from its beginning.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn reader(&self) -> std::io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::File(path) => Box::new(data_file::open(path)?),
            Self::Sample(sample) => Box::new(sample.contents().1),
            Self::Pasted(pasted) => Box::new(SharedText { text: Arc::clone(&pasted.text), at: 0 }),
            Self::Several(_) => return Err(std::io::ErrorKind::IsADirectory.into()),
            Self::Within(within) => within.contents.open()?,
        })
    }
}

/// Names of files, joined.
fn names_of(paths: &[PathBuf]) -> String {
    let names = paths.iter().filter_map(|path| path.file_name());
    names.map(|name| name.to_string_lossy().into_owned()).collect::<Vec<_>>().join("; ")
}

/// Why a data file was not opened, as a sentence in a language.
enum Failure {
    Import(ImportError),
    /// Too many rows cannot be read with the recipe: the analyst looks at the file first.
    DoesNotFit,
    Workspace(WorkspaceError),
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<FillError> for Failure {
    fn from(error: FillError) -> Self {
        match error {
            FillError::Import(error) => Self::Import(error),
            FillError::Workspace(error) => Self::Workspace(error),
        }
    }
}

impl From<WorkspaceError> for Failure {
    fn from(error: WorkspaceError) -> Self {
        Self::Workspace(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Import(error.into())
    }
}

impl Failure {
    fn into_job_error(self, lang: Lang) -> JobError {
        match self {
            Self::Import(ImportError::Cancelled) | Self::Workspace(WorkspaceError::Cancelled) | Self::DoesNotFit => {
                JobError::Cancelled
            }
            Self::Import(error) => JobError::Failed(import_error(lang, &error)),
            Self::Workspace(error) => JobError::Failed(error.sentence(lang)),
        }
    }
}

/// Opens a data file in a workspace of its own inside `data`, or hands it to the review.
///
/// # Errors
/// When the file cannot be read or was cancelled: nothing is left of it then.
pub fn open_data(source: &Source, kept: &[Recipe], data: &Path, lang: Lang, handle: &JobHandle) -> JobResult {
    let passes = [Progress::default()];
    let source = match source.looked_into(&source.choice(), &Progress::default()) {
        Ok(source) => source,
        Err(error) => return Err(Failure::Import(error).into_job_error(lang)),
    };
    let watch = Watching { source: &source, size: source.size(), passes: &passes, handle };
    match read_in(&source, kept, data, lang, &watch) {
        Ok(Some(file)) => Ok(Command::Opened(Box::new(file))),
        Ok(None) => Ok(Command::Review(source)),
        Err(failure) => Err(failure.into_job_error(lang)),
    }
}

fn read_in(
    source: &Source,
    kept: &[Recipe],
    data: &Path,
    lang: Lang,
    watch: &Watching<'_>,
) -> Result<Option<OpenedFile>, Failure> {
    let mut head = Vec::new();
    source.reader()?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let extent = if head.len() < HEAD_BYTES { Extent::Whole } else { Extent::Head };
    let found = source.sniff(&head, extent, None)?;
    if found.format == Format::Vigie {
        return read_export(source, data, lang, watch).map(Some);
    }
    let recipe = match recipes::choose(kept, &found) {
        // A file that differs from the one a recipe was accepted for is looked at first.
        Some(Known::Kept(recipe)) if differences::of_headers(&recipe, &found.format, &found.headers).is_empty() => {
            recipe
        }
        Some(Known::Shipped(recipe)) => recipe,
        Some(Known::Kept(_)) | None => return Ok(None),
    };
    let mut recipe = fit::fitted(&recipe, &found);
    recipe.shape.sheet = source.sheet_rule();
    recipe.dataset.speak(lang);
    let dataset = proposed_dataset(source, &recipe, watch)?;
    let (name, dataset_id, label) = (recipe.name.clone(), dataset.id, label(lang, source));
    let filled = in_new_workspace(data, |workspace| {
        let plan = plan(label.clone(), Some(dataset), Vec::new());
        let mut importer = workspace.importer(plan)?;
        let report = importer.fill(&mut watch.reader(0)?, &recipe, &watch.progress(0))?;
        if report.rejected.len() as u64 * SET_ASIDE > report.read {
            return Err(Failure::DoesNotFit);
        }
        let imported = importer.finish(ImportCounts::of(&report))?;
        let counts = workspace.adopt(imported)?;
        Ok((counts, report))
    });
    let (workspace, (counts, report)) = match filled {
        Err(Failure::DoesNotFit) => return Ok(None),
        filled => filled?,
    };
    let arguments = [
        ("recipe", Arg::Text(name)),
        ("read", Arg::from(report.read)),
        ("imported", Arg::from(report.imported)),
        ("rejected", Arg::from(report.rejected.len())),
        ("blank", Arg::from(report.blank)),
    ];
    let key = if report.rejected.is_empty() { "app-read-as" } else { "app-read-as-some-rejected" };
    let aside = crate::app::import_page::words::aside(lang, &report);
    let notice = Some(format!("{}{aside}", tr_args(lang, key, &arguments)));
    let done = Done {
        opening: 0,
        source: source.clone(),
        recipe,
        dataset: dataset_id,
        counts,
        report: Arc::new(report),
        label,
        is_recipe_kept: false,
        is_rejected_saved: false,
    };
    Ok(Some(OpenedFile { done: Some(Box::new(done)), ..opened(source, workspace, notice) }))
}

/// Makes an unnamed workspace and fills it; what fails leaves no file.
fn in_new_workspace<T>(
    data: &Path,
    fill: impl FnOnce(&mut Workspace) -> Result<T, Failure>,
) -> Result<(Workspace, T), Failure> {
    let mut workspace = Workspace::create_unnamed(&unnamed_folder(data))?;
    match fill(&mut workspace) {
        Ok(result) => Ok((workspace, result)),
        Err(failure) => {
            // If it cannot be removed now, the next start removes it: it holds nothing.
            workspace.discard().ok();
            Err(failure)
        }
    }
}

/// Vigie's own export: whole records with their datasets and organisations, which stand before the records. It is
/// read twice, because what comes with the records must be known first, and never held whole.
fn read_export(source: &Source, data: &Path, lang: Lang, watch: &Watching<'_>) -> Result<OpenedFile, Failure> {
    let mut also = Vec::new();
    let heads = vigie_file::read_vigie(&mut watch.reader(0)?, &watch.progress(0), &mut |item| {
        match item {
            Item::Dataset(dataset) => also.push(Change::PutDataset(dataset)),
            Item::Organisation(organisation) => also.push(Change::PutOrganisation(organisation)),
            Item::Incident(_) => {}
        }
        Ok(())
    })?;
    let counts = ImportCounts::of(&heads);
    let (workspace, ()) = in_new_workspace(data, |workspace| {
        let mut importer = workspace.importer(plan(label(lang, source), None, also))?;
        vigie_file::read_vigie(&mut watch.reader(0)?, &watch.progress(0), &mut |item| match item {
            Item::Incident(incident) => {
                importer.push_incident(&incident).map_err(|error| ImportError::Sink(error.sentence(lang)))
            }
            Item::Dataset(_) | Item::Organisation(_) => Ok(()),
        })?;
        let imported = importer.finish(counts)?;
        workspace.adopt(imported)?;
        Ok(())
    })?;
    let arguments = [("count", heads.imported.into()), ("rejected", heads.rejected.len().into())];
    let key = if heads.rejected.is_empty() { "app-read-records" } else { "app-read-records-some-rejected" };
    Ok(opened(source, workspace, Some(tr_args(lang, key, &arguments))))
}

fn opened(source: &Source, workspace: Workspace, notice: Option<String>) -> OpenedFile {
    let path = source.path().map(Path::to_owned);
    OpenedFile { workspace, is_named: false, source: path, read_from: Some(source.clone()), notice, done: None }
}

fn plan(label: String, dataset: Option<Dataset>, also: Vec<Change>) -> ImportPlan {
    let (identity, on_duplicate, now) = (Uuid::new_v4(), OnDuplicate::Keep, clock::now());
    let recipe = dataset.as_ref().map(|dataset| dataset.name.clone()).unwrap_or_default();
    ImportPlan { label, dataset, also, identity, on_duplicate, recipe, now }
}

fn label(lang: Lang, source: &Source) -> String {
    tr_args(lang, "app-import-label", &[("name", Arg::Text(source.name().into_owned()))])
}

/// The dataset that a recipe proposes for this file. Where the recipe does not say to which day it is complete, the
/// file is read once for that.
fn proposed_dataset(source: &Source, recipe: &Recipe, watch: &Watching<'_>) -> Result<Dataset, Failure> {
    let today = clock::today();
    let mut hashing = Hashing { inner: watch.reader(0)?, hash: Sha256::new() };
    let latest = match recipe.dataset.as_of {
        Some(_) => None,
        None => described::latest_listing(&mut hashing, recipe, today, &watch.progress(0))?,
    };
    // The rest of the file, where the reading above did not need it.
    std::io::copy(&mut hashing, &mut std::io::sink())?;
    let read = hex(&hashing.hash.finalize());
    let hash = source.hash_outside(&watch.progress(0))?.unwrap_or(read);
    let facts = FileFacts { id: Uuid::new_v4(), name: source.name().into_owned(), hash, read_on: today };
    Ok(described::dataset(recipe, &facts, latest))
}

/// Bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Hashes what passes.
struct Hashing {
    inner: Box<dyn Read + Send>,
    hash: Sha256,
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.hash.update(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

/// What the job that opens a file says of it.
pub fn opening_words(lang: Lang, source: &Source) -> String {
    let name = stem(Path::new(source.name().as_ref()));
    tr_args(lang, "app-job-opening", &[("name", Arg::Text(name))])
}
