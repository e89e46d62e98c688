//! A file read through a recipe without keeping it: what would enter, what would not, and some rows to look at.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::ControlFlow;

use uuid::Uuid;

use crate::frame::batch::{Batch, RowSink};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::read::assemble::incident_from_row;
use crate::import::read::ordered::{InTurn, read_in_order};
use crate::import::read::read;
use crate::import::recipe::{Format, Recipe, Records};
use crate::import::report::{ImportReport, Raw, RejectedRow};
use crate::import::row_rules::LeaveOut;
use crate::import::rows::{Cell, Row, visit};
use crate::model::incident::Incident;
use crate::model::problem::Problem;

/// Rows shown of each sort.
pub const SHOWN_ROWS: usize = 200;

/// Problems listed on screen; all are counted.
const LISTED: usize = 10_000;

/// A row as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// Its number, counted from 1 without the header.
    pub row: u64,
    /// Its cells.
    pub raw: Raw,
}

/// A row beside the record it becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Its number.
    pub row: u64,
    /// Its cells, by header.
    pub cells: Vec<String>,
    /// The record; `None` when the row is set aside.
    pub incident: Option<Incident>,
    /// What is the matter with it.
    pub problems: Vec<Problem>,
    /// Why it is no record of its own, where a rule for rows says so.
    pub away: Option<Away>,
}

/// Why a row is no record of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Away {
    /// A rule leaves it out.
    LeftOut(LeaveOut),
    /// It is part of the record of this row.
    Joined(u64),
}

/// What would become of a whole file.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The counts, and the rows that would be set aside.
    pub report: ImportReport,
    /// Rows that would enter with something to look at.
    pub doubtful: u64,
    /// The first of them.
    pub doubtful_rows: Vec<Preview>,
    /// Problems in the order of the rows, at most 10,000.
    pub listed: Vec<Problem>,
}

/// A trial, or why there is none.
pub type TrialResult = Result<Trial, ImportError>;

impl Trial {
    /// Rows that would enter without anything to look at.
    pub fn good(&self) -> u64 {
        self.report.imported.saturating_sub(self.doubtful)
    }

    /// Rows that would be set aside.
    pub fn bad(&self) -> u64 {
        self.report.rejected.len() as u64
    }

    /// All problems, also those that are not listed.
    pub fn problems(&self) -> u64 {
        self.report.counts.values().sum()
    }
}

/// Reads all rows through the recipe. `reader` gives the file from its beginning.
///
/// # Errors
/// When the file cannot be read this way, or `progress` was cancelled.
pub fn trial(
    reader: &mut dyn FnMut() -> std::io::Result<Box<dyn Read + Send>>,
    headers: &[String],
    recipe: &Recipe,
    progress: &Progress,
) -> TrialResult {
    let mut counting = Counting::default();
    let report = read_in_order(&mut reader()?, recipe, None, &mut InTurn(&mut counting), |()| Ok(()), progress)?;
    let wanted: BTreeSet<u64> = counting.rows.iter().copied().collect();
    let doubtful_rows = match wanted.last() {
        None => Vec::new(),
        Some(&last) => {
            // Another pass, up to the last row wanted; its bytes are not counted a second time.
            let quiet = Progress::default();
            let mut raws = Vec::with_capacity(wanted.len());
            visit(&mut reader()?, &recipe.shape.format, &quiet, &mut |_, row| {
                if progress.is_cancelled() {
                    return Err(ImportError::Cancelled);
                }
                if wanted.contains(&row.number) {
                    raws.push(raw_of(row));
                }
                Ok(if row.number < last { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
            })?;
            preview(headers, &raws, recipe)
        }
    };
    let mut listed: Vec<Problem> =
        report.rejected.iter().flat_map(|row| row.problems.iter().cloned()).take(LISTED).collect();
    listed.extend(report.problems.iter().take(LISTED).cloned());
    listed.sort_by_key(|problem| problem.row);
    listed.truncate(LISTED);
    Ok(Trial { report, doubtful: counting.doubtful, doubtful_rows, listed })
}

/// The first rows of a file with anything in them.
///
/// # Errors
/// When the file cannot be read in this format.
pub fn first_rows(source: &mut dyn Read, format: &Format) -> Result<Vec<RawRow>, ImportError> {
    let mut raws = Vec::new();
    visit(source, format, &Progress::default(), &mut |_, row| {
        if !row.is_empty() {
            raws.push(raw_of(row));
        }
        Ok(if raws.len() < SHOWN_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(raws)
}

/// The row of this number as it stands; `None` where the file has no such row.
///
/// # Errors
/// When the file cannot be read in this format, or `progress` was cancelled.
pub fn row_of_number(
    source: &mut dyn Read,
    format: &Format,
    wanted: u64,
    progress: &Progress,
) -> Result<Option<RawRow>, ImportError> {
    let mut found = None;
    visit(source, format, progress, &mut |_, row| {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        if row.number < wanted {
            return Ok(ControlFlow::Continue(()));
        }
        found = (row.number == wanted).then(|| raw_of(row));
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

fn raw_of(row: Row<'_>) -> RawRow {
    RawRow { row: row.number, raw: Raw::of(row) }
}

/// The text of each cell of a row.
pub fn cells_of(raw: &Raw) -> Vec<String> {
    match raw {
        Raw::Cells(cells) => cells.clone(),
        Raw::Document(text) | Raw::Text(text) => vec![text.clone()],
        Raw::Object(cells) => cells
            .iter()
            .map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                Cell::List(items) => items.join("; "),
            })
            .collect(),
    }
}

/// These rows beside the records that the recipe makes of them. Fast enough for the window's thread: a few hundred
/// rows, from memory.
pub fn preview(headers: &[String], raws: &[RawRow], recipe: &Recipe) -> Vec<Preview> {
    let as_rejected = raws.iter().map(|row| RejectedRow { row: row.row, raw: row.raw.clone(), problems: Vec::new() });
    let file = ImportReport { headers: headers.to_vec(), rejected: as_rejected.collect(), ..ImportReport::default() };
    let Some(file) = file.rejected_file() else { return Vec::new() };
    let mut recipe = recipe.clone();
    recipe.shape.format = if file.extension == "csv" {
        Format::Csv { delimiter: ',', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false }
    } else {
        Format::Json { path: String::new(), encoding: "utf-8".to_owned(), records: Records::Flat }
    };
    let mut keeping = Keeping::default();
    let report = read(&mut file.bytes.as_slice(), &recipe, &mut keeping, &Progress::default()).unwrap_or_default();
    let number_of = |place: u64| usize::try_from(place).ok().and_then(|place| raws.get(place.checked_sub(1)?));
    let mut away: BTreeMap<u64, Away> = BTreeMap::new();
    for left_out in &report.left_out {
        away.extend(left_out.rows.iter().map(|row| (*row, Away::LeftOut(left_out.rule.clone()))));
    }
    for (row, into) in &report.joined_rows {
        away.insert(*row, Away::Joined(number_of(*into).map_or(0, |raw| raw.row)));
    }
    let mut problems: BTreeMap<u64, Vec<Problem>> = BTreeMap::new();
    for problem in report.problems.into_iter().chain(report.rejected.into_iter().flat_map(|row| row.problems)) {
        problems.entry(problem.row.unwrap_or(0)).or_default().push(problem);
    }
    raws.iter()
        .zip(1..)
        .map(|(raw, place)| Preview {
            row: raw.row,
            cells: cells_of(&raw.raw),
            incident: keeping.0.remove(&place),
            problems: problems.remove(&place).unwrap_or_default(),
            away: away.remove(&place),
        })
        .collect()
}

/// Counts rows with something to look at.
#[derive(Default)]
struct Counting {
    doubtful: u64,
    rows: Vec<u64>,
}

impl RowSink for Counting {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        let rows: BTreeSet<u64> = batch.problems.iter().filter_map(|problem| problem.row).collect();
        self.doubtful += rows.len() as u64;
        let room = SHOWN_ROWS.saturating_sub(self.rows.len());
        self.rows.extend(rows.into_iter().take(room));
        Ok(())
    }
}

/// Keeps records by their row.
#[derive(Default)]
struct Keeping(BTreeMap<u64, Incident>);

impl RowSink for Keeping {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        for (index, row) in batch.rows.iter().enumerate() {
            self.0.insert(*row, incident_from_row(batch, index, Uuid::nil(), Uuid::nil()));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::propose::propose;
    use crate::import::propose::survey::survey;
    use crate::model::calendar::Day;

    const FILE: &str = "Organisation;Date of breach;Records affected\n\
                        Acme;2024-03-01;12\n\
                        Bern;2024-04-31;\n\
                        ;2024-05-02;7\n\
                        ;;\n\
                        Ceres;2024-06-03;9\n";

    #[test]
    fn a_trial_counts_every_row_and_shows_them() {
        let format = Format::Csv { delimiter: ';', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false };
        let progress = Progress::default();
        let survey = survey(&mut FILE.as_bytes(), &format, Day(20_000), &progress).unwrap();
        let mut recipe = propose(&survey, &format, "file", &[]).recipe;
        for rule in &mut recipe.columns {
            rule.on_bad = crate::import::recipe::OnBad::RejectRow;
        }
        let headers: Vec<String> = survey.columns.iter().map(|column| column.header.clone()).collect();
        let mut reader = || -> std::io::Result<Box<dyn Read + Send>> { Ok(Box::new(FILE.as_bytes())) };
        let tried = trial(&mut reader, &headers, &recipe, &progress).unwrap();
        assert_eq!((tried.good(), tried.doubtful, tried.bad(), tried.report.blank), (2, 1, 1, 1));
        assert_eq!(tried.report.read, 5);
        assert_eq!(tried.doubtful_rows.iter().map(|row| row.row).collect::<Vec<_>>(), [3]);
        assert_eq!(tried.listed.iter().map(|problem| problem.row).collect::<Vec<_>>(), [Some(2), Some(3)]);
        let raws = first_rows(&mut FILE.as_bytes(), &format).unwrap();
        let shown = preview(&headers, &raws, &recipe);
        assert_eq!(shown.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 2, 3, 5]);
        assert!(shown[1].incident.is_none() && shown[1].problems.len() == 1);
        assert_eq!(shown[3].incident.as_ref().unwrap().organisations[0].name, "Ceres");
        assert_eq!(shown[3].cells, ["Ceres", "2024-06-03", "9"]);
    }
}
