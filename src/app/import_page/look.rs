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
use crate::import::bytes::sniff::{Extent, Place, Sniff};
use crate::import::container::Choice;
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

/// Lines of the sample that shows the encoding, besides the first.
const SAMPLE_LINES: usize = 3;

/// Characters shown of each.
const SAMPLE_LINE: usize = 160;

/// Characters shown before the first one beyond ASCII.
const SAMPLE_BEFORE: usize = 30;

/// How the file is to be read.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The format, where the analyst chose it.
    pub format: Option<Format>,
    /// What its columns are read by.
    pub by: By,
    /// What the analyst chose of what is around the table (a sheet, a range, a member); `None` leaves it as it was.
    pub around: Option<Choice>,
}

/// What the columns of a file are read by.
#[derive(Clone, Debug, Default)]
pub enum By {
    /// The recipe that fits the file or is near to it, else a proposal.
    #[default]
    Anything,
    /// A proposal, whatever recipe fits.
    Proposal,
    /// This recipe, as far as its columns are there.
    Recipe(Box<Recipe>, Origin),
}

impl By {
    /// The recipe of the import that is corrected or made again.
    pub fn again(recipe: Recipe) -> Self {
        Self::Recipe(Box::new(recipe), Origin::Again)
    }
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
    /// A recipe from a file.
    Loaded(String),
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
    /// Places of records in a JSON document, the likeliest first.
    pub places: Vec<Place>,
    /// Recipes that were accepted before.
    pub kept: Vec<Recipe>,
    /// What it was to be read by.
    pub by: By,
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
    source: &Source,
    wanted: &Wanted,
    kept: &[Recipe],
    work: &Work,
    handle: &JobHandle,
) -> Result<Looked, ImportError> {
    let source = match (&wanted.around, &wanted.by) {
        (Some(choice), _) => source.looked_into(choice, &work.progress_before())?,
        (None, By::Recipe(recipe, _)) => source.looked_into_by(recipe, &work.progress_before())?,
        (None, _) => source.looked_into(&source.choice(), &work.progress_before())?,
    };
    let watch = work.watch(&source, handle);
    let scan = scan(&mut *watch.reader(0)?, &watch.progress(0))?;
    let extent = if scan.is_whole { Extent::Whole } else { Extent::Head };
    let mut found = source.sniff(&scan.head, extent, Some(scan.encoding.clone()))?;
    if found.format == Format::Vigie {
        return Err(ImportError::Workspace);
    }
    if let Some(format) = &wanted.format {
        found.format = format.clone();
    }
    let today = clock::today();
    let survey = survey(&mut *watch.reader(1)?, &found.format, today, &watch.progress(1))?;
    if survey.rows == 0 {
        return Err(ImportError::NoRows);
    }
    found.headers = survey.columns.iter().map(|column| column.header.clone()).collect();
    let name = source.title();
    let known = || recipes::choose(kept, &found).or_else(|| recipes::nearest(kept, &found));
    let (recipe, origin) = match &wanted.by {
        By::Recipe(recipe, origin) => (Some(recipe.as_ref().clone()), origin.clone()),
        By::Proposal => (None, Origin::Proposed),
        By::Anything => match known() {
            Some(Known::Shipped(recipe)) => (Some(recipe.clone()), Origin::Shipped(recipe.name)),
            Some(Known::Kept(recipe)) => (Some(recipe.clone()), Origin::Kept(recipe.name)),
            None => (None, Origin::Proposed),
        },
    };
    let mut choices = if let Some(recipe) = recipe {
        from_recipe(&recipe, origin, &found, &survey)
    } else {
        let mut proposal = propose(&survey, &found.format, &name, &[]);
        let offer = repeats::offer(&mut *source.reader()?, &found.format, &survey, &Progress::default())?;
        proposal.open.extend(offer.map(OpenQuestion::OneRecordPer));
        from_proposal(proposal)
    };
    choices.recipe.shape.sheet = source.sheet_rule();
    let raws = first_rows(&mut source.reader()?, &found.format)?;
    let progress = watch.progress(2);
    let tried = undecided_as_text(&choices.recipe, &choices.open);
    let trial = trial(&mut || watch.reader(2), &found.headers, &tried, &progress);
    if let Err(ImportError::Cancelled) = trial {
        return Err(ImportError::Cancelled);
    }
    let label = match &found.format {
        Format::Csv { encoding, .. } | Format::Json { encoding, .. } | Format::JsonLines { encoding, .. } => {
            encoding.clone()
        }
        Format::Vigie => scan.encoding.label.clone(),
    };
    let file = FileFacts {
        name: source.name().into_owned(),
        size: source.size_outside().unwrap_or(scan.size),
        hash: source.hash_outside(&Progress::default())?.unwrap_or(scan.hash),
        encoding: scan.encoding,
        sample: sample_of(&scan.head, &label),
    };
    let Sniff { headers, places, .. } = found;
    Ok(Looked {
        source,
        file,
        headers,
        survey,
        raws,
        places,
        kept: kept.to_vec(),
        by: wanted.by.clone(),
        choices,
        trial,
    })
}

fn from_proposal(proposal: Proposal) -> Choices {
    let mut open = BTreeSet::new();
    let mut row_offer = None;
    for question in proposal.open {
        match question {
            OpenQuestion::DateOrder { column, .. } | OpenQuestion::DateNumbers { column, .. } => {
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
            names: crate::import::recipe::Names::default(),
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
            Target::Date { event, order, ref parts, .. } if Some(event) == wanted => {
                column.dates.latest_by(order, parts.is_some())
            }
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

/// Lines of the head as they are decoded: the first, and those by which the encoding can be checked, from shortly before
/// their first letter beyond ASCII. Where there is none, the lines that follow the first.
fn sample_of(head: &[u8], label: &str) -> String {
    let mut text = String::new();
    // Decoding from memory does not fail; bytes that are no text show as such.
    Decoding::new(&mut &*head, label, &Progress::default()).read_to_string(&mut text).ok();
    let cut = |line: &str| {
        let accent = line.chars().position(|letter| !letter.is_ascii()).unwrap_or(0);
        let from = accent.saturating_sub(SAMPLE_BEFORE);
        let shown: String = line.chars().skip(from).take(SAMPLE_LINE).collect();
        if from > 0 { format!("…{shown}") } else { shown }
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next() else { return String::new() };
    let mut shown = vec![first.chars().take(SAMPLE_LINE).collect::<String>()];
    let telling: Vec<&str> = lines.clone().filter(|line| !line.is_ascii()).take(SAMPLE_LINES).collect();
    let rest = if telling.is_empty() { lines.take(SAMPLE_LINES).collect() } else { telling };
    shown.extend(rest.into_iter().map(cut));
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_shows_letters_by_which_an_encoding_is_checked() {
        let text = format!("Nom;Notes\n{}Acme;{}société privée\n", "a;b\n".repeat(500), "x".repeat(300));
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let sample = sample_of(&bytes, "windows-1252");
        assert!(sample.starts_with("Nom;Notes\n…xx") && sample.ends_with("société privée"), "{sample}");
        assert!(sample_of(&bytes, "utf-8").contains('\u{fffd}'));
        assert_eq!(sample_of(b"a,b\n1,2\n\n3,4\n", "utf-8"), "a,b\n1,2\n3,4");
        assert_eq!(sample_of(b"", "utf-8"), "");
    }
}
