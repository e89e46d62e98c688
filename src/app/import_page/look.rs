//! The job that looks at a file: all its bytes, all its cells, and a trial of the proposed reading. Bounded memory
//! whatever the size: the file passes by three times.

use std::collections::BTreeSet;
use std::io::Read;

use sha2::{Digest as _, Sha256};

use crate::app::clock;
use crate::app::import_page::recipes::{self, Known};
use crate::app::import_page::state::{FileFacts, Work};
use crate::app::import_page::trial::{RawRow, TrialResult, first_rows, trial};
use crate::app::jobs::JobHandle;
use crate::app::reading::{Source, hex};
use crate::frame::batch::Field;
use crate::import::bytes::decode::Decoding;
use crate::import::bytes::encoding;
use crate::import::bytes::sniff::{Extent, Sniff, sniff_as};
use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;
use crate::import::progress::Progress;
use crate::import::propose::differences::{self, Difference, Sureness};
use crate::import::propose::proposal::{Certainty, ColumnReason, MechanismReason, OpenQuestion, Proposal, Why};
use crate::import::propose::repeats::{self, OneRecordPer};
use crate::import::propose::survey::{Survey, survey};
use crate::import::propose::{describe_dataset, fit, propose};
use crate::import::recipe::{ColumnRule, DatasetRule, Format, Recipe, Target};

/// Passes over the file.
pub const PASSES: usize = 3;

/// Characters of the sample that shows the encoding.
const SAMPLE: usize = 600;

/// How the file is to be read.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// By the recipe that fits it, or as proposed; in this format where one is given.
    Proposal {
        /// The format, where the analyst chose it.
        format: Option<Format>,
        /// Whether recipes are looked for.
        use_recipes: bool,
    },
    /// By this recipe, as far as its columns are there.
    Recipe(Box<Recipe>),
}

/// Where the choices come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Proposed from headers and contents.
    Proposed,
    /// A recipe that comes with the program.
    Shipped(String),
    /// A recipe that was accepted before.
    Kept(String),
    /// The recipe of the import that is corrected or made again.
    Again,
}

/// A file that was looked at.
#[derive(Debug)]
pub struct Looked {
    /// The file.
    pub source: Source,
    /// About it.
    pub file: FileFacts,
    /// Names of its columns.
    pub headers: Vec<String>,
    /// What its cells look like.
    pub survey: Survey,
    /// Its first rows.
    pub raws: Vec<RawRow>,
    /// How to read it.
    pub choices: Choices,
    /// All rows tried that way.
    pub trial: TrialResult,
}

/// How a file is to be read, and why.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The recipe.
    pub recipe: Recipe,
    /// Why, by column.
    pub reasons: Vec<ColumnReason>,
    /// Why the mechanism.
    pub mechanism: MechanismReason,
    /// The event whose latest date is the as-of date.
    pub as_of_event: Option<crate::model::event::EventKind>,
    /// Whether the description of the dataset is given rather than proposed.
    pub is_dataset_given: bool,
    /// Columns whose order of dates is open.
    pub open: BTreeSet<String>,
    /// Rows that may be one record.
    pub row_offer: Option<OneRecordPer>,
    /// Where they come from.
    pub origin: Origin,
    /// Where the file differs from the one that the recipe was made for.
    pub differences: Vec<Difference>,
}

/// Looks at a file.
///
/// # Errors
/// When it cannot be read, is nothing that can be imported, or the work was cancelled.
pub fn look(
    source: Source,
    wanted: &Wanted,
    kept: &[Recipe],
    work: &Work,
    handle: &JobHandle,
) -> Result<Looked, ImportError> {
    let watch = work.watch(&source, handle);
    let scan = scan(&mut *watch.reader(0)?, &watch.progress(0))?;
    let extent = if scan.is_whole { Extent::Whole } else { Extent::Head };
    let mut found = sniff_as(&scan.head, extent, scan.encoding.clone())?;
    if found.format == Format::Vigie {
        return Err(ImportError::Workspace);
    }
    if let Wanted::Proposal { format: Some(format), .. } = wanted {
        found.format = format.clone();
    }
    let today = clock::today();
    let survey = survey(&mut *watch.reader(1)?, &found.format, today, &watch.progress(1))?;
    if survey.rows == 0 {
        return Err(ImportError::NoRows);
    }
    found.headers = survey.columns.iter().map(|column| column.header.clone()).collect();
    let name = crate::app::opened::stem(std::path::Path::new(source.name().as_ref()));
    let choices = match wanted {
        Wanted::Recipe(recipe) => from_recipe(recipe, Origin::Again, &found, &survey),
        Wanted::Proposal { use_recipes, .. } => {
            let known = || recipes::choose(kept, &found).or_else(|| recipes::nearest(kept, &found));
            match use_recipes.then(known).flatten() {
                Some(Known::Shipped(recipe)) => {
                    from_recipe(&recipe, Origin::Shipped(recipe.name.clone()), &found, &survey)
                }
                Some(Known::Kept(recipe)) => from_recipe(&recipe, Origin::Kept(recipe.name.clone()), &found, &survey),
                None => {
                    let mut proposal = propose(&survey, &found.format, &name, &[]);
                    let offer = repeats::offer(&mut *source.reader()?, &found.format, &survey, &Progress::default())?;
                    proposal.open.extend(offer.map(OpenQuestion::OneRecordPer));
                    from_proposal(proposal)
                }
            }
        }
    };
    let raws = first_rows(&mut source.reader()?, &found.format)?;
    let progress = watch.progress(2);
    let tried = undecided_as_text(&choices.recipe, &choices.open);
    let trial = trial(&mut || watch.reader(2), &found.headers, &tried, &progress);
    if let Err(ImportError::Cancelled) = trial {
        return Err(ImportError::Cancelled);
    }
    let label = match &found.format {
        Format::Csv { encoding, .. } => encoding.clone(),
        Format::Json { .. } | Format::JsonLines { .. } | Format::Vigie => scan.encoding.label.clone(),
    };
    let file = FileFacts {
        name: source.name().into_owned(),
        size: scan.size,
        hash: scan.hash,
        encoding: scan.encoding,
        sample: sample_of(&scan.head, &label),
    };
    Ok(Looked { source, file, headers: found.headers, survey, raws, choices, trial })
}

fn from_proposal(proposal: Proposal) -> Choices {
    let mut open = BTreeSet::new();
    let mut row_offer = None;
    for question in proposal.open {
        match question {
            OpenQuestion::DateOrder { column, .. } => {
                open.insert(column);
            }
            OpenQuestion::OneRecordPer(found) => row_offer = Some(found),
        }
    }
    Choices {
        row_offer,
        recipe: proposal.recipe,
        reasons: proposal.columns,
        mechanism: proposal.dataset.mechanism,
        as_of_event: proposal.dataset.as_of_event,
        is_dataset_given: false,
        open,
        origin: Origin::Proposed,
        differences: Vec::new(),
    }
}

/// The recipe with columns whose order of dates is open kept as they stand, so that nothing is shown as a date, or as
/// unreadable, before it is decided.
pub fn undecided_as_text(recipe: &Recipe, open: &BTreeSet<String>) -> Recipe {
    let mut recipe = recipe.clone();
    for rule in recipe.columns.iter_mut().filter(|rule| open.contains(&rule.header)) {
        rule.target = Target::Text(Field::Custom(rule.header.clone()));
    }
    recipe
}

/// The choices of a recipe for a file. Columns that seem to have another header now are read in their place; columns
/// that it does not know keep their header.
pub fn from_recipe(recipe: &Recipe, origin: Origin, found: &Sniff, survey: &Survey) -> Choices {
    let proposed = propose(survey, &found.format, "", &[]).recipe.columns;
    let differences = differences::of_survey(recipe, &found.format, survey, &proposed, Sureness::Any);
    let mut recipe = fit::fitted(recipe, found);
    differences::follow(&mut recipe, &differences);
    let mut columns = Vec::with_capacity(survey.columns.len());
    let mut reasons = Vec::with_capacity(survey.columns.len());
    for column in &survey.columns {
        let known = recipe.columns.iter().find(|rule| rule.header == column.header);
        let custom = || ColumnRule {
            header: column.header.clone(),
            target: Target::Text(Field::Custom(column.header.clone())),
            on_bad: crate::import::recipe::OnBad::default(),
            knows_missing: false,
        };
        let rule = known.cloned().unwrap_or_else(custom);
        let is_date = matches!(rule.target, Target::Date { .. });
        let why = if known.is_some() { why_of(&column.header, &differences) } else { Why::Nothing };
        let is_renamed = matches!(why, Why::Renamed { .. });
        reasons.push(ColumnReason {
            header: column.header.clone(),
            confidence: if is_renamed { Certainty::Medium } else { Certainty::High },
            why,
            dates: is_date.then(|| column.dates.clone()),
            notes: Vec::new(),
        });
        columns.push(rule);
    }
    recipe.columns = columns;
    let (proposed, reason) = describe_dataset(&recipe.columns, survey);
    let rule = &mut recipe.dataset;
    let as_of_event = if rule.as_of.is_none() { as_of_event(rule, reason.as_of_event) } else { None };
    let mechanism = if rule.mechanism.is_some() { MechanismReason::Given } else { reason.mechanism };
    rule.mechanism = rule.mechanism.or(proposed.mechanism);
    rule.listing_event = rule.listing_event.or(proposed.listing_event);
    rule.delay = rule.delay.or(proposed.delay);
    if rule.as_of.is_none() {
        rule.as_of = latest_of(&recipe.columns, survey, as_of_event).or(proposed.as_of);
    }
    let open = BTreeSet::new();
    Choices {
        recipe,
        reasons,
        mechanism,
        as_of_event,
        is_dataset_given: true,
        open,
        row_offer: None,
        origin,
        differences,
    }
}

/// Why a column that the recipe knows goes where it goes.
fn why_of(header: &str, differences: &[Difference]) -> Why {
    differences
        .iter()
        .find_map(|one| match one {
            Difference::Renamed { was, is, is_followed: true } if is == header => {
                Some(Why::Renamed { from: was.clone() })
            }
            _ => None,
        })
        .unwrap_or(Why::Recipe)
}

fn as_of_event(
    rule: &DatasetRule,
    proposed: Option<crate::model::event::EventKind>,
) -> Option<crate::model::event::EventKind> {
    rule.listing_event.or(proposed)
}

/// The latest day of an event in the file, not after the day of reading.
fn latest_of(
    columns: &[ColumnRule],
    survey: &Survey,
    wanted: Option<crate::model::event::EventKind>,
) -> Option<crate::model::calendar::Day> {
    columns
        .iter()
        .zip(&survey.columns)
        .filter_map(|(rule, column)| match rule.target {
            Target::Date { event, order, .. } if Some(event) == wanted => column.dates.latest_by(order),
            _ => None,
        })
        .max()
}

/// What one pass over the bytes tells.
struct Scan {
    head: Vec<u8>,
    is_whole: bool,
    size: u64,
    hash: String,
    encoding: encoding::EncodingFound,
}

fn scan(reader: &mut dyn Read, progress: &Progress) -> Result<Scan, ImportError> {
    let mut head = Vec::new();
    let mut size = 0;
    let mut hash = Sha256::new();
    let mut watch = encoding::Watch::default();
    let mut block = vec![0; 256 * 1024];
    loop {
        let count = reader.read(&mut block)?;
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let part = block.get(..count).unwrap_or_default();
        if part.is_empty() {
            break;
        }
        let room = HEAD_BYTES.saturating_sub(head.len()).min(part.len());
        head.extend_from_slice(part.get(..room).unwrap_or_default());
        hash.update(part);
        watch.feed(part);
        size += count as u64;
        progress.add_bytes(count as u64);
    }
    let hash = hex(&hash.finalize());
    Ok(Scan { is_whole: size == head.len() as u64, head, size, hash, encoding: watch.finish() })
}

/// The beginning of a file as text in an encoding.
fn sample_of(head: &[u8], label: &str) -> String {
    let part = head.get(..head.len().min(SAMPLE * 4)).unwrap_or_default();
    let mut text = String::new();
    let progress = Progress::default();
    // Decoding from memory does not fail; bytes that are no text show as such.
    Decoding::new(&mut &*part, label, &progress).read_to_string(&mut text).ok();
    text.chars().take(SAMPLE).collect()
}
