//! Rows under review: the first ones as they stand and as records, and what becomes of all of them.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Read;
use std::ops::ControlFlow;

use uuid::Uuid;

use crate::frame::batch::{Batch, RowSink};
use crate::import::assemble::incident_from_row;
use crate::import::error::ImportError;
use crate::import::limits::{HEAD_BYTES, shortened};
use crate::import::progress::Progress;
use crate::import::read;
use crate::import::recipe::{Format, Recipe};
use crate::import::report::ImportReport;
use crate::import::rows;
use crate::model::incident::Incident;
use crate::model::problem::{Problem, ProblemKind};

/// Rows shown in the preview.
pub const PREVIEW_ROWS: usize = 50;

/// A row of the file and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// Its number, counted from 1 without the header.
    pub row: u64,
    /// Its cells as they stand, shortened, in the order of the columns.
    pub raw: Vec<String>,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A record; the problems need a look but do not stand in its way.
    Record {
        /// The record.
        incident: Box<Incident>,
        /// What needs a look.
        problems: Vec<Problem>,
    },
    /// It is set aside.
    Rejected(Vec<Problem>),
    /// There is nothing in it.
    Blank,
}

/// What becomes of all rows: `read == good + doubtful + bad + blank`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows in the file.
    pub read: u64,
    /// Rows that become records without a remark.
    pub good: u64,
    /// Rows that become records and need a look.
    pub doubtful: u64,
    /// Rows set aside.
    pub bad: u64,
    /// Rows without anything in them.
    pub blank: u64,
    /// Problems by kind.
    pub problems: BTreeMap<ProblemKind, u64>,
    /// The first problems with their place.
    pub first: Vec<Problem>,
}

/// Problems listed one by one in [`Counts::first`].
const FIRST_PROBLEMS: usize = 200;

/// Whole rows in the head, at most [`PREVIEW_ROWS`].
pub(super) fn rows_in_head(head: &[u8], format: &Format) -> u64 {
    let mut seen = 0;
    let mut source = head;
    let visited = rows::visit(&mut source, format, &Progress::default(), &mut |_, _| {
        seen += 1;
        Ok(if seen < PREVIEW_ROWS as u64 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    });
    // The last row of a head that was cut off may be cut off too.
    let cut = head.len() == HEAD_BYTES && seen < PREVIEW_ROWS as u64 && visited.is_ok();
    seen - u64::from(cut && seen > 0)
}

/// The first rows, as they stand and as records.
pub(super) fn preview(head: &[u8], recipe: &Recipe, rows: u64) -> Vec<PreviewRow> {
    if rows == 0 {
        return Vec::new();
    }
    let mut raw: Vec<(u64, Vec<String>)> = Vec::new();
    let mut source = head;
    let collected = rows::visit(&mut source, &recipe.shape.format, &Progress::default(), &mut |headers, row| {
        raw.push((row.number, (0..headers.len()).map(|place| shortened(&row.text(place))).collect()));
        Ok(if row.number < rows { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    });
    let mut sink = Records::default();
    let mut source = head;
    let report = read::read_some(&mut source, recipe, &mut sink, &Progress::default(), rows);
    let (Ok(()), Ok(report)) = (collected, report) else { return Vec::new() };
    let mut outcomes = sink.outcomes(report);
    raw.into_iter()
        .map(|(row, raw)| PreviewRow { row, raw, outcome: outcomes.remove(&row).unwrap_or(Outcome::Blank) })
        .collect()
}

/// Keeps the records of the preview.
#[derive(Default)]
struct Records(BTreeMap<u64, (Incident, Vec<Problem>)>);

impl Records {
    fn outcomes(self, report: ImportReport) -> BTreeMap<u64, Outcome> {
        let records = self
            .0
            .into_iter()
            .map(|(row, (incident, problems))| (row, Outcome::Record { incident: Box::new(incident), problems }));
        let rejected = report.rejected.into_iter().map(|row| (row.row, Outcome::Rejected(row.problems)));
        records.chain(rejected).collect()
    }
}

impl RowSink for Records {
    type Error = Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Infallible> {
        for (index, row) in batch.rows.iter().enumerate() {
            let incident = incident_from_row(batch, index, Uuid::nil(), Uuid::nil());
            let problems = batch.problems.iter().filter(|problem| problem.row == Some(*row)).cloned().collect();
            self.0.insert(*row, (incident, problems));
        }
        Ok(())
    }
}

/// Counts rows with problems; keeps nothing else.
#[derive(Default)]
struct Doubtful(u64);

impl RowSink for Doubtful {
    type Error = Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Infallible> {
        let mut rows: Vec<u64> = batch.problems.iter().filter_map(|problem| problem.row).collect();
        rows.sort_unstable();
        rows.dedup();
        self.0 += rows.len() as u64;
        Ok(())
    }
}

pub(super) fn count(recipe: &Recipe, source: &mut dyn Read, progress: &Progress) -> Result<Counts, ImportError> {
    let mut doubtful = Doubtful::default();
    let report = read::read(source, recipe, &mut doubtful, progress)?;
    let rejected = report.rejected.iter().flat_map(|row| &row.problems);
    let first = rejected.chain(&report.problems).take(FIRST_PROBLEMS).cloned().collect();
    Ok(Counts {
        read: report.read,
        good: report.imported - doubtful.0.min(report.imported),
        doubtful: doubtful.0,
        bad: report.rejected.len() as u64,
        blank: report.blank,
        problems: report.counts,
        first,
    })
}
