//! Reading a file of any kind into a frame, for the commands that compute figures.

use std::fs::File;
use std::io::{Read, Seek as _, SeekFrom};
use std::path::Path;

use uuid::Uuid;

use crate::cli::Failure;
use crate::cli::input::Input;
use crate::cli::source::understand::say_of_dataset;
use crate::cli::source::{DatasetArgs, ReadingArgs, Understood, describe, open, today, understand};
use crate::frame::batch::Field;
use crate::frame::row::RowValues;
use crate::frame::{FrameBuilder, RecordId, Snapshot};
use crate::import::bytes::sniff::{self, Extent};
use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;
use crate::import::profiles;
use crate::import::progress::Progress;
use crate::import::propose::described::{self, FileFacts};
use crate::import::propose::proposal::Assumption;
use crate::import::read;
use crate::import::read::parallel::{self, FrameRead, Places};
use crate::import::read::quick::Quick;
use crate::import::recipe::{Format, Recipe};
use crate::import::report::ImportReport;
use crate::import::vigie_file::{self, Item};
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::model::organisation::Organisation;
use crate::text::Lang;
use crate::workspace::Workspace;

/// Records ready to be asked about, and where they came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The records.
    pub snapshot: Snapshot,
    /// Their datasets.
    pub datasets: Vec<Dataset>,
    /// The recipe of a table.
    pub recipe: Option<Recipe>,
    /// What was taken for granted.
    pub assumptions: Vec<Assumption>,
    /// What became of a file's rows; `None` for a workspace.
    pub report: Option<ImportReport>,
    /// Where a long table's records stand in the file, where only what figures need was read.
    pub places: Option<Places>,
}

impl Loaded {
    /// Everything that the frame keeps of one record of a long table, read from the file again.
    pub fn read_again(&self, path: &Path, id: RecordId) -> Option<RowValues> {
        self.places.as_ref()?.read_again(id, self.recipe.as_ref()?, |offset| {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start(offset))?;
            Ok(file)
        })
    }
}

/// Everything of an export that stands before its records: datasets and organisations, and the report of a reading
/// that keeps nothing.
///
/// # Errors
/// When the file is no such export.
pub fn vigie_heads(input: &Input) -> Result<(Vec<Dataset>, Vec<Organisation>, ImportReport), Failure> {
    let (mut datasets, mut organisations) = (Vec::new(), Vec::new());
    let report = vigie_file::read_vigie(&mut input.open()?, &Progress::default(), &mut |item| {
        match item {
            Item::Dataset(dataset) => datasets.push(*dataset),
            Item::Organisation(organisation) => organisations.push(*organisation),
            Item::Incident(_) => {}
        }
        Ok(())
    })
    .map_err(input.about())?;
    Ok((datasets, organisations, report))
}

/// Fields that figures, filters and lists of records need: all but the long texts.
pub fn for_figures(field: &Field) -> bool {
    !matches!(field, Field::Summary | Field::Description | Field::SourceAddress | Field::SourceName)
}

/// Reads a file of any kind into a frame, for the commands that compute figures. Of a table, only the fields that are
/// `wanted` (see [`for_figures`]).
///
/// # Errors
/// As [`understand`]; and when the workspace cannot be opened.
pub fn load(
    input: &Input,
    args: &ReadingArgs,
    said: DatasetArgs,
    wanted: &read::Wanted<'_>,
) -> Result<Loaded, Failure> {
    let today = today();
    if let Some(path) = input.plain_path()
        && let Some(loaded) = load_quickly(input, path, args, said, wanted, today)?
    {
        return Ok(loaded);
    }
    match understand(input, args, said, today)? {
        Understood::Workspace => match input.paths.first() {
            Some(path) => load_workspace(path),
            None => Err(input.about()(ImportError::Workspace)),
        },
        Understood::Vigie => load_vigie(input),
        Understood::Table { recipe, assumptions, .. } => {
            let dataset = describe(input, &recipe, Uuid::new_v4(), today)?;
            let (mut file, progress) = (input.open()?, Progress::default());
            // What the largest record is called.
            let named = |field: &Field| matches!(field, Field::Organisation(_) | Field::Title);
            let wanted = |field: &Field| named(field) || wanted(field);
            let (snapshot, report) = if matches!(recipe.shape.format, Format::Csv { .. }) {
                let read = parallel::read_frame(&mut file, &recipe, &wanted, dataset.id, &progress);
                read.map(|read| (read.snapshot, read.report)).map_err(input.about())?
            } else {
                let mut builder = FrameBuilder::new(dataset.id);
                let report = read::read_fields(&mut file, &recipe, &wanted, &mut builder, &progress);
                let report = report.map_err(input.about())?;
                (builder.finish(), report)
            };
            let (datasets, recipe, report) = (vec![dataset], Some(*recipe), Some(report));
            Ok(Loaded { snapshot, datasets, recipe, assumptions, report, places: None })
        }
    }
}

/// Reads a long table by what its head proposes, if nothing in it speaks against that; `None` is to be understood and
/// read in the usual way. Names of organisations stay in the file (see [`Loaded::read_again`]). The file's hash is not worked out: figures on the spot are not kept.
fn load_quickly(
    input: &Input,
    path: &Path,
    args: &ReadingArgs,
    said: DatasetArgs,
    wanted: &read::Wanted<'_>,
    today: Day,
) -> Result<Option<Loaded>, Failure> {
    if args.profile.is_some()
        || args.recipe.is_some()
        || !args.date_orders.is_empty()
        || !args.date_readings.is_empty()
        || args.one_record_per.is_some()
    {
        return Ok(None);
    }
    let mut file = open(path)?;
    let mut head = Vec::new();
    let io = |error: std::io::Error| input.about()(ImportError::from(error));
    (&mut file).take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(io)?;
    if head.len() < HEAD_BYTES || head.starts_with(b"SQLite format 3\0") {
        return Ok(None);
    }
    let Ok(found) = sniff::sniff(&head, Extent::Head) else { return Ok(None) };
    if profiles::choose(&found).is_some() {
        return Ok(None);
    }
    let Some(quick) = Quick::from_head(&head, &found.format, today, input.contents.title()) else { return Ok(None) };
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    let (recipe, id) = (quick.proposal.recipe.clone(), Uuid::new_v4());
    let dated = |field: &Field| matches!(field, Field::Event(_)) || wanted(field);
    let read = parallel::read_frame(&mut file, &recipe, &dated, id, &Progress::default()).map_err(input.about())?;
    let FrameRead { snapshot, report, places } = read;
    let Some(mut proposal) = quick.borne_out(&snapshot, &report, today) else { return Ok(None) };
    say_of_dataset(&mut proposal, said);
    let assumptions = proposal.assumptions();
    let facts = FileFacts { id, name: input.contents.name(), hash: String::new(), read_on: today };
    let datasets = vec![described::dataset(&proposal.recipe, &facts, None)];
    let (recipe, report, places) = (Some(proposal.recipe), Some(report), Some(places));
    Ok(Some(Loaded { snapshot, datasets, recipe, assumptions, report, places }))
}

fn load_workspace(path: &Path) -> Result<Loaded, Failure> {
    let failed = |error: crate::workspace::WorkspaceError| Failure::could_not(error.sentence(Lang::En));
    let workspace = Workspace::open_read_only(path).map_err(failed)?;
    Ok(Loaded {
        snapshot: workspace.snapshot(),
        datasets: workspace.datasets().map_err(failed)?,
        recipe: None,
        assumptions: Vec::new(),
        report: None,
        places: None,
    })
}

fn load_vigie(input: &Input) -> Result<Loaded, Failure> {
    let mut datasets = Vec::new();
    let mut builder = FrameBuilder::new(Uuid::nil());
    let mut next = 1;
    let report = vigie_file::read_vigie(&mut input.open()?, &Progress::default(), &mut |item| {
        match item {
            Item::Dataset(dataset) => datasets.push(*dataset),
            Item::Organisation(_) => {}
            Item::Incident(incident) => {
                let dataset = incident.origin.as_ref().map_or(Uuid::nil(), |origin| origin.dataset);
                builder
                    .push_row(RecordId(next), &RowValues::from_incident(&incident, dataset))
                    .map_err(|error| ImportError::Sink(error.to_string()))?;
                next += 1;
            }
        }
        Ok(())
    })
    .map_err(input.about())?;
    Ok(Loaded {
        snapshot: builder.finish(),
        datasets,
        recipe: None,
        assumptions: Vec::new(),
        report: Some(report),
        places: None,
    })
}
