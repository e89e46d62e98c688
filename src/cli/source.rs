//! Files that a command looks at: a workspace, Vigie's own export, or a table that is understood first.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek as _, SeekFrom};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use uuid::Uuid;

use crate::cli::Failure;
use crate::cli::input::Input;
use crate::cli::selection::{parse_mechanism, parse_to};
use crate::frame::batch::Field;
use crate::frame::row::RowValues;
use crate::frame::{FrameBuilder, RecordId, Snapshot};
use crate::import::bytes::sniff::{self, Extent, Sniff};
use crate::import::container::say as around;
use crate::import::container::workbook::reference::CellRange;
use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;
use crate::import::profiles;
use crate::import::progress::Progress;
use crate::import::propose::date_choices::{self, DateChoice};
use crate::import::propose::described::{self, FileFacts};
use crate::import::propose::differences::{self, Difference, Sureness};
use crate::import::propose::proposal::{Assumption, MechanismReason, OpenQuestion, Proposal};
use crate::import::read::parallel::{FrameRead, Places};
use crate::import::read::quick::Quick;
use crate::import::recipe::{DateOrder, Format, Recipe, Target};
use crate::import::recipe_file;
use crate::import::report::ImportReport;
use crate::import::row_rules::Collapse;
use crate::import::vigie_file::{self, Item};
use crate::import::{
    bytes::encoding, propose, propose::fit, propose::repeats, propose::say, propose::survey, read, read::parallel,
};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::organisation::Organisation;
use crate::text::Lang;
use crate::workspace::{Workspace, data_file};

/// How a table is read, where the flags say so.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ReadingArgs {
    /// Read as this known source
    #[arg(long, value_name = "NAME", conflicts_with = "recipe")]
    pub profile: Option<String>,
    /// Read with the recipe in this file
    #[arg(long, value_name = "RECIPE.json")]
    pub recipe: Option<std::path::PathBuf>,
    /// Order of numeric dates in a column, as COLUMN=dmy, COLUMN=mdy or COLUMN=ymd
    #[arg(long = "date-order", value_name = "COLUMN=dmy|mdy|ymd", value_parser = parse_date_order)]
    pub date_orders: Vec<(String, DateOrder)>,
    /// How the dates of a column are read beyond their order, as COLUMN=WORD: excel-1900, excel-1904, seconds,
    /// milliseconds, not-dates, first-is-day, first-is-month, first-is-year, first-is-month-or-year, extent,
    /// some-time-in, pivot-50
    #[arg(long = "date-reading", value_name = "COLUMN=WORD", value_parser = parse_date_reading)]
    pub date_readings: Vec<(String, DateChoice)>,
    /// Every row becomes a record: no rule leaves rows out or puts rows of one key together
    #[arg(long)]
    pub all_rows: bool,
    /// Rows with the same value in this column are one record
    #[arg(long, value_name = "COLUMN", conflicts_with = "all_rows")]
    pub one_record_per: Option<String>,
    /// The sheet of a workbook
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The table in the sheet, from its first header to its last cell, as A3:F200, or A3:F to its end
    #[arg(long, value_name = "A3:F200")]
    pub range: Option<CellRange>,
    /// The file in an archive
    #[arg(long, value_name = "NAME")]
    pub member: Option<String>,
}

/// What the flags say of the dataset, besides [`ReadingArgs`].
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct DatasetArgs {
    /// How records got into the dataset
    #[arg(long, value_name = "register|disclosure-list|mixed", value_parser = parse_mechanism)]
    pub mechanism: Option<Mechanism>,
    /// Data complete to this day
    #[arg(long, value_name = "DATE", value_parser = parse_to)]
    pub as_of: Option<Day>,
}

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Understood {
    /// A workspace.
    Workspace,
    /// Vigie's own export.
    Vigie,
    /// A table, with the recipe that reads it and what was taken for granted.
    Table {
        /// The recipe, its format that of this very file.
        recipe: Box<Recipe>,
        /// `recipe` or `proposal`.
        how: &'static str,
        /// What was taken for granted.
        assumptions: Vec<Assumption>,
    },
}

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

/// Seconds since 1970-01-01 00:00 UTC by the system's clock.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub fn seconds_since_epoch() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Today by the system's clock, in UTC.
pub fn today() -> Day {
    Day(i32::try_from(seconds_since_epoch() / 86_400).unwrap_or(i32::MAX))
}

/// Opens a file for reading.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<File, Failure> {
    data_file::open(path).map_err(|error| {
        Failure::could_not(match error.kind() {
            ErrorKind::IsADirectory => {
                format!("This is a folder, not a file; nothing was read. Name a file: {}", path.display())
            }
            ErrorKind::InvalidInput => format!(
                "This is a pipe or a device, not a file; nothing was read. Save it as a file first: {}",
                path.display()
            ),
            _ => format!(
                "The file could not be opened ({error}); nothing was changed. Check its name: {}",
                path.display()
            ),
        })
    })
}

/// A sentence about a file, with its name behind it.
pub fn about(path: &Path) -> impl Fn(ImportError) -> Failure + '_ {
    move |error| Failure::could_not(format!("{error} {}", path.display()))
}

/// Finds out what a file is and how to read it.
///
/// # Errors
/// When it is nothing that can be read, the recipe asked for does not fit, or only the analyst can decide how.
pub fn understand(input: &Input, args: &ReadingArgs, said: DatasetArgs, today: Day) -> Result<Understood, Failure> {
    let mut head = Vec::new();
    let io = |error: std::io::Error| input.about()(ImportError::from(error));
    input.open()?.take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(io)?;
    if head.starts_with(b"SQLite format 3\0") {
        return Ok(Understood::Workspace);
    }
    let extent = if head.len() < HEAD_BYTES { Extent::Whole } else { Extent::Head };
    let contents = &input.contents;
    let mut found = contents.sniff(&head, extent, None).map_err(input.about())?;
    if found.format == Format::Vigie {
        return Ok(Understood::Vigie);
    }
    if extent == Extent::Head && found.encoding.reason == encoding::EncodingReason::AsciiOnly {
        // The first accent may stand far behind the head.
        let encoding = encoding::of_all(&mut input.open()?).map_err(input.about())?;
        found = contents.sniff(&head, extent, Some(encoding)).map_err(input.about())?;
    }
    let understood = if let Some(recipe) = asked_for(args, &found)? {
        by_recipe(input, &recipe, &found, args, said, today)
    } else if let Some((_, recipe)) = profiles::choose(&found) {
        by_recipe(input, &recipe, &found, args, said, today)
    } else {
        by_proposal(input, &found, args, said, today)
    };
    let mut understood = understood?;
    if let Understood::Table { recipe, assumptions, .. } = &mut understood {
        recipe.shape.sheet = contents.sheet_rule();
        let around = around::around(contents.found());
        assumptions.splice(0..0, around.into_iter().map(Assumption::Around));
    }
    Ok(understood)
}

/// The recipe that a flag names.
fn asked_for(args: &ReadingArgs, found: &Sniff) -> Result<Option<Recipe>, Failure> {
    if let Some(name) = &args.profile {
        let Some(profile) = profiles::by_name(name) else {
            let names: Vec<&str> = profiles::all().iter().map(|profile| profile.name).collect();
            return Err(Failure::wrong_use(format!(
                "There is no known source \"{name}\". Write one of: {}.",
                names.join(", ")
            )));
        };
        return Ok(profile.recipe_for(found));
    }
    recipe_asked_for(args)
}

/// The recipe in the file that a flag names.
///
/// # Errors
/// When it is no recipe.
pub fn recipe_asked_for(args: &ReadingArgs) -> Result<Option<Recipe>, Failure> {
    let Some(path) = &args.recipe else { return Ok(None) };
    let recipe = recipe_file::read(&mut open(path)?);
    recipe.map(Some).map_err(|error| Failure::could_not(format!("{error} {}", path.display())))
}

fn by_recipe(
    input: &Input,
    recipe: &Recipe,
    found: &Sniff,
    args: &ReadingArgs,
    said: DatasetArgs,
    today: Day,
) -> Result<Understood, Failure> {
    let differs = if args.recipe.is_some() { differences_of(input, recipe, found, today)? } else { Vec::new() };
    let mut recipe = fit::fitted(recipe, found);
    differences::follow(&mut recipe, &differs);
    apply_orders(&mut recipe, args);
    for (column, choice) in &args.date_readings {
        let rule = recipe.columns.iter_mut().find(|rule| rule.header == *column);
        if !rule.is_some_and(|rule| choice.apply(rule)) {
            return Err(no_dates(column));
        }
    }
    apply_row_rules(&mut recipe, args);
    apply_said(&mut recipe, said);
    let mut as_of_event = None;
    if recipe.dataset.as_of.is_none() {
        let mut file = BufReader::with_capacity(256 * 1024, input.open()?);
        let latest =
            described::latest_listing(&mut file, &recipe, today, &Progress::default()).map_err(input.about())?;
        recipe.dataset.as_of = latest;
        as_of_event = recipe.dataset.listing_event;
    }
    let mut assumptions = vec![Assumption::Recipe { name: recipe.name.clone() }];
    if !recipe.dataset.note.is_empty() {
        let (licence, note) = (recipe.dataset.licence.clone(), recipe.dataset.note.clone());
        assumptions.push(Assumption::Source { licence, note });
    }
    assumptions.extend(differs.into_iter().map(Assumption::Differs));
    assumptions.extend(say::dataset_assumptions(&recipe, MechanismReason::Given, as_of_event));
    Ok(Understood::Table { recipe: Box::new(recipe), how: "recipe", assumptions })
}

/// Where the file differs from the one that the recipe was made for.
fn differences_of(input: &Input, recipe: &Recipe, found: &Sniff, today: Day) -> Result<Vec<Difference>, Failure> {
    let seen = survey::survey(&mut input.open()?, &found.format, today, &Progress::default()).map_err(input.about())?;
    let proposed = propose::propose(&seen, &found.format, "", &[]).recipe.columns;
    Ok(differences::of_survey(recipe, &found.format, &seen, &proposed, Sureness::Sure))
}

fn by_proposal(
    input: &Input,
    found: &Sniff,
    args: &ReadingArgs,
    said: DatasetArgs,
    today: Day,
) -> Result<Understood, Failure> {
    let mut file = input.open()?;
    let progress = Progress::default();
    let seen = survey::survey(&mut file, &found.format, today, &progress).map_err(input.about())?;
    if seen.rows == 0 {
        return Err(input.about()(ImportError::NoRows));
    }
    let name = input.contents.title();
    let mut proposal = propose::propose(&seen, &found.format, name, &args.date_orders);
    if !args.date_readings.is_empty() {
        date_choices::decide(&mut proposal, &args.date_readings).map_err(|column| no_dates(&column))?;
        let columns = &proposal.recipe.columns;
        (proposal.recipe.dataset, proposal.dataset) = propose::describe_dataset(columns, &seen);
    }
    say_of_dataset(&mut proposal, said);
    ask_about_rows(input, &seen, &mut proposal, args)?;
    apply_row_rules(&mut proposal.recipe, args);
    if let Some(question) = proposal.open.first() {
        return Err(Failure::could_not(question.words(Lang::En)));
    }
    if !proposal.knows_a_column() {
        return Err(Failure::could_not(format!(
            "No column looks like one of an incident; nothing was read. Open the file in the window and say what its columns are, or give a recipe: {}",
            input.shown()
        )));
    }
    if proposal.recipe.dataset.as_of.is_none() {
        // The survey does not know the days that bare numbers count.
        let latest = described::latest_listing(&mut input.open()?, &proposal.recipe, today, &progress);
        let latest = latest.map_err(input.about())?;
        proposal.recipe.dataset.as_of = latest;
    }
    let assumptions = proposal.assumptions();
    Ok(Understood::Table { recipe: Box::new(proposal.recipe), how: "proposal", assumptions })
}

fn no_dates(column: &str) -> Failure {
    Failure::wrong_use(format!(
        "The column \"{column}\" is none of dates; nothing was read. Check the name of the column."
    ))
}

fn apply_orders(recipe: &mut Recipe, args: &ReadingArgs) {
    for (column, chosen) in &args.date_orders {
        for rule in recipe.columns.iter_mut().filter(|rule| rule.header == *column) {
            if let Target::Date { order, .. } = &mut rule.target {
                *order = *chosen;
            }
        }
    }
}

/// Whether rows of one key may be one record: asked, unless a flag decides.
fn ask_about_rows(
    input: &Input,
    seen: &survey::Survey,
    proposal: &mut Proposal,
    args: &ReadingArgs,
) -> Result<(), Failure> {
    let format = proposal.recipe.shape.format.clone();
    let (mut file, progress) = (input.open()?, Progress::default());
    if let Some(column) = &args.one_record_per {
        let found = repeats::evidence(&mut file, &format, &[column], &progress).map_err(input.about())?;
        for found in &found {
            found.accept(&mut proposal.recipe);
        }
    } else if !args.all_rows {
        let found = repeats::offer(&mut file, &format, seen, &progress).map_err(input.about())?;
        proposal.open.extend(found.map(OpenQuestion::OneRecordPer));
    }
    Ok(())
}

/// What the flags say of rows as a whole.
fn apply_row_rules(recipe: &mut Recipe, args: &ReadingArgs) {
    if args.all_rows {
        recipe.rows.switch_off();
    }
    if let Some(column) = &args.one_record_per {
        recipe.rows.collapse_by = Some(Collapse { column: column.clone(), off: false });
    }
}

/// What the flags say of the dataset takes the place of what is proposed.
fn say_of_dataset(proposal: &mut Proposal, said: DatasetArgs) {
    apply_said(&mut proposal.recipe, said);
    if said.mechanism.is_some() {
        proposal.dataset.mechanism = MechanismReason::Given;
    }
    if said.as_of.is_some() {
        proposal.dataset.as_of_event = None;
    }
}

fn apply_said(recipe: &mut Recipe, said: DatasetArgs) {
    if said.mechanism.is_some() {
        recipe.dataset.mechanism = said.mechanism;
    }
    if said.as_of.is_some() {
        recipe.dataset.as_of = said.as_of;
    }
}

/// The dataset that a table becomes, with its hash; its as-of date was settled by [`understand`].
///
/// # Errors
/// When the file cannot be read.
pub fn describe(input: &Input, recipe: &Recipe, id: Uuid, today: Day) -> Result<Dataset, Failure> {
    let hash = input.contents.hash(&Progress::default()).map_err(input.about())?;
    let facts = FileFacts { id, name: input.contents.name(), hash, read_on: today };
    Ok(described::dataset(recipe, &facts, None))
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

fn parse_date_order(text: &str) -> Result<(String, DateOrder), String> {
    let (column, order) = text.rsplit_once('=').ok_or("write COLUMN=dmy, COLUMN=mdy or COLUMN=ymd")?;
    let order = match order.trim().to_ascii_lowercase().as_str() {
        "dmy" => DateOrder::DayMonthYear,
        "mdy" => DateOrder::MonthDayYear,
        "ymd" => DateOrder::YearMonthDay,
        _ => return Err("write dmy, mdy or ymd after the =".to_owned()),
    };
    Ok((column.to_owned(), order))
}

fn parse_date_reading(text: &str) -> Result<(String, DateChoice), String> {
    let wanted = || format!("write COLUMN=WORD with one of: {}", DateChoice::WORDS);
    let (column, word) = text.rsplit_once('=').ok_or_else(wanted)?;
    let choice = DateChoice::from_word(&word.trim().to_ascii_lowercase()).ok_or_else(wanted)?;
    Ok((column.to_owned(), choice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_orders_name_their_column() {
        assert_eq!(parse_date_order("a = b=dmy"), Ok(("a = b".to_owned(), DateOrder::DayMonthYear)));
        assert!(parse_date_order("column=xyz").is_err());
        assert!(parse_date_order("column").is_err());
        let extent = DateChoice::Ranges(crate::import::date_rules::Ranges::Extent(
            crate::model::event::EventKind::IntrusionEnded,
        ));
        assert_eq!(parse_date_reading("a = b=extent"), Ok(("a = b".to_owned(), extent)));
        assert!(parse_date_reading("column=month").is_err());
    }
}
