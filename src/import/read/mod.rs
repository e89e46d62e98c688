//! The general reader: any supported table, in a stream, through a recipe, into a sink.
//!
//! One thread, every format, every rule of a recipe. `parallel` reads plain CSV faster to the same cells.

pub mod ahead;
pub mod assemble;
pub mod checks;
mod collapse;
mod columns;
mod counting;
mod dating;
pub(crate) mod names;
pub mod ordered;
pub mod parallel;
pub mod quick;
mod ratings;

use std::io::Read;
use std::ops::ControlFlow;

use crate::frame::batch::{Batch, Field, RowSink};
use crate::import::date_rules::{DateReading, Ranges};
use crate::import::error::ImportError;
use crate::import::limits::{BATCH_BYTES, BATCH_ROWS, shortened};
use crate::import::progress::Progress;
use crate::import::read::checks::{DateChecks, DateFinding, Seen, UNTOLD, key_hash, row_hash, tells_apart};
use crate::import::read::collapse::Waiting;
use crate::import::read::columns::{Filling, Taken};
use crate::import::recipe::{Format, Names, OnBad, Recipe, Target};
use crate::import::report::{ImportReport, Raw, RejectedRow};
use crate::import::row_rules::LeaveOut;
use crate::import::rows::{self, Cells, Row};
use crate::model::affected::Unit;
use crate::model::problem::{Problem, ProblemKind};

/// Reads `source` by a recipe and pushes its records into `sink`, in batches and in order.
///
/// Every row is imported, rejected, blank, left out or part of an earlier row's record. A rejected row is kept in the report as it stands in the source.
///
/// # Errors
/// When the source cannot be read as the recipe's format, a limit is passed, the sink refuses, or `progress` was
/// cancelled. What the sink took before is the sink's to undo.
pub fn read<S: RowSink>(
    source: &mut dyn Read,
    recipe: &Recipe,
    sink: &mut S,
    progress: &Progress,
) -> Result<ImportReport, ImportError> {
    read_some(source, recipe, sink, progress, u64::MAX)
}

/// As [`read`], but ends after `rows` rows: for the preview.
///
/// # Errors
/// As [`read`].
pub fn read_some<S: RowSink>(
    source: &mut dyn Read,
    recipe: &Recipe,
    sink: &mut S,
    progress: &Progress,
    rows: u64,
) -> Result<ImportReport, ImportError> {
    run(source, Reading::new(recipe), sink, progress, rows)
}

/// As [`read`], but only the fields asked for are read and given to the sink.
///
/// # Errors
/// As [`read`].
pub fn read_fields<S: RowSink>(
    source: &mut dyn Read,
    recipe: &Recipe,
    wanted: &Wanted<'_>,
    sink: &mut S,
    progress: &Progress,
) -> Result<ImportReport, ImportError> {
    run(source, Reading::of_fields(recipe, Some(wanted)), sink, progress, u64::MAX)
}

fn run<S: RowSink>(
    source: &mut dyn Read,
    mut reading: Reading<'_>,
    sink: &mut S,
    progress: &Progress,
    rows: u64,
) -> Result<ImportReport, ImportError> {
    rows::visit(source, &reading.recipe.shape.format, progress, &mut |headers, row| {
        reading.take(headers, row)?;
        if reading.rows.len() == BATCH_ROWS || reading.bytes > BATCH_BYTES {
            reading.flush(sink)?;
        }
        if reading.waiting.as_ref().is_some_and(Waiting::is_full) {
            reading.take_waiting(false, sink)?;
        }
        Ok(if row.number < rows { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    reading.take_waiting(true, sink)?;
    reading.flush(sink)?;
    debug_assert!(reading.report.adds_up(), "a row is unaccounted for");
    Ok(reading.report)
}

/// Says whether a field is asked for.
pub type Wanted<'a> = dyn Fn(&Field) -> bool + Sync + 'a;

/// The state of one reading.
pub(super) struct Reading<'r> {
    recipe: &'r Recipe,
    /// Which fields are asked for; `None` is all. What is not asked for is read only where it decides whether a row
    /// counts, and is not given to the sink.
    wanted: Option<&'r Wanted<'r>>,
    columns: Vec<Filling>,
    /// Whether each column is given to the sink.
    given: Vec<bool>,
    /// Headers met.
    met: usize,
    /// Bytes of the rows of this batch.
    bytes: usize,
    rows: Vec<u64>,
    batch_problems: Vec<Problem>,
    keys: Seen,
    seen_rows: Seen,
    /// Whether this reads a part of the source: what came before it is looked at by [`Reading::follow`].
    is_part: bool,
    /// Hashes of the key and of the whole of each row, where that is so.
    marks: Vec<(Option<u64>, u64)>,
    dates: DateChecks,
    /// Whether a column tells records apart.
    tells_apart: bool,
    /// Fields that hold one value a row and have their column.
    taken: Vec<Field>,
    /// Rules for rows that are left out, with the place of each one's column once it is known.
    leaving_out: Vec<(&'r LeaveOut, Option<usize>)>,
    /// Rows that wait for others of their record.
    waiting: Option<Waiting>,
    pub(super) report: ImportReport,
}

impl<'r> Reading<'r> {
    fn new(recipe: &'r Recipe) -> Self {
        Self::of_fields(recipe, None)
    }

    /// A reading of these fields only. Records are not looked at as a whole then: no nameless, undated or double ones.
    pub(super) fn of_fields(recipe: &'r Recipe, wanted: Option<&'r Wanted<'r>>) -> Self {
        let delimiter = match recipe.shape.format {
            Format::Csv { delimiter, .. } => Some(delimiter),
            Format::Json { .. } | Format::JsonLines { .. } | Format::Vigie => None,
        };
        Self {
            recipe,
            wanted,
            columns: Vec::new(),
            given: Vec::new(),
            met: 0,
            bytes: 0,
            rows: Vec::with_capacity(BATCH_ROWS),
            batch_problems: Vec::new(),
            keys: Seen::default(),
            seen_rows: Seen::default(),
            is_part: false,
            marks: Vec::new(),
            dates: DateChecks::default(),
            tells_apart: false,
            taken: Vec::new(),
            leaving_out: recipe.rows.leaving_out().map(|rule| (rule, None)).collect(),
            waiting: recipe.rows.collapse_column().map(Waiting::new),
            report: ImportReport { delimiter, ..ImportReport::default() },
        }
    }

    /// A reading of a part of a source. Its rows are numbered from 1 until [`Reading::follow`] says what came before.
    pub(super) fn part(recipe: &'r Recipe, wanted: Option<&'r Wanted<'r>>) -> Self {
        Self { is_part: true, ..Self::of_fields(recipe, wanted) }
    }

    /// Numbers the rows of this part after the `behind` rows of the parts before it, and looks for keys and rows that
    /// came already.
    pub(super) fn follow(&mut self, behind: u64, keys: &mut Seen, rows: &mut Seen) {
        self.rows.iter_mut().for_each(|row| *row += behind);
        self.batch_problems.iter_mut().for_each(|problem| problem.row = problem.row.map(|row| row + behind));
        self.report.shift(behind);
        let mut double = Vec::new();
        for (index, (row, mark)) in self.rows.iter().zip(&self.marks).enumerate() {
            let key = self.columns.iter().find_map(|column| column.key(index));
            before(*mark, key, keys, rows, |found, kind| {
                let found = shortened(found);
                double.push(Problem { row: Some(*row), column: String::new(), found, kind });
            });
        }
        if !double.is_empty() {
            self.batch_problems.extend(double.iter().cloned());
            self.batch_problems.sort_by_key(|problem| problem.row);
            self.report.add_problems(double);
        }
    }

    /// Makes columns for headers that were not known before.
    pub(super) fn meet(&mut self, headers: &[String]) {
        for (place, header) in headers.iter().enumerate().skip(self.met) {
            let rule = self.recipe.columns.iter().find(|rule| rule.header == *header);
            let custom = || Target::Text(Field::Custom(header.clone()));
            let mut target = rule.map_or_else(custom, |rule| rule.target.clone());
            if let Some(field) = single_field(&target) {
                if self.taken.contains(&field) {
                    // Two columns for one value: the second keeps its words under its own name.
                    target = custom();
                } else {
                    self.taken.push(field);
                }
            }
            let place_of = |name: &str| headers.iter().position(|header| header == name);
            let others = self.other_units(header);
            let on_bad = rule.map_or(OnBad::KeepRow, |rule| rule.on_bad);
            let column = Filling::new(header, place, &target, on_bad, place_of, others).by(&self.recipe.dataset.words);
            let column = column.naming(rule.map_or(Names::AsWritten, |rule| rule.names));
            let mut column = column.knowing_missing(rule.is_some_and(|rule| rule.knows_missing));
            self.tells_apart |= fields_of(&target).iter().any(tells_apart);
            column.pad(self.rows.len());
            let given = self.wanted.is_none_or(|wanted| fields_of(&target).iter().any(wanted));
            let column = if self.wanted.is_some() { column.numbers_only() } else { column };
            let typed = matches!(target, Target::Date { .. } | Target::Count { .. });
            if given || typed && on_bad == OnBad::RejectRow {
                self.columns.push(column);
                self.given.push(given);
            }
        }
        for column in &mut self.columns {
            column.meet(|name| headers.iter().position(|header| header == name));
        }
        let dated = self.columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.event()?)));
        self.dates = DateChecks::new(&dated.collect::<Vec<_>>(), self.recipe.dataset.as_of);
        for (rule, place) in &mut self.leaving_out {
            *place = headers.iter().position(|header| *header == rule.column);
        }
        self.met = headers.len();
        self.report.headers = headers.to_vec();
    }

    /// Units of the recipe's other count columns.
    fn other_units(&self, header: &str) -> Vec<Unit> {
        let others = self.recipe.columns.iter().filter(|rule| rule.header != header);
        others
            .filter_map(|rule| match &rule.target {
                Target::Count { field: Field::Affected(unit, _), .. } => Some(*unit),
                _ => None,
            })
            .collect()
    }

    /// Places of the columns that are read.
    pub(super) fn places(&self) -> Vec<usize> {
        let telling = self.leaving_out.iter().filter_map(|(_, place)| *place);
        self.columns.iter().flat_map(Filling::places).chain(telling).collect()
    }

    pub(super) fn take(&mut self, headers: &[String], row: Row<'_>) -> Result<(), ImportError> {
        if headers.len() > self.met {
            self.meet(headers);
        }
        self.report.read += 1;
        if row.is_empty() {
            self.report.blank += 1;
            return Ok(());
        }
        if let Cells::Broken(text) = row.cells {
            let found = shortened(text);
            let problem = Problem { row: Some(row.number), column: String::new(), found, kind: ProblemKind::BadShape };
            return self.reject(row.number, Raw::of(row), vec![problem]);
        }
        if row.is_open() {
            let found = shortened(&row.text(headers.len().min(row.len()).saturating_sub(1)));
            let problem = Problem { row: Some(row.number), column: String::new(), found, kind: ProblemKind::OpenQuote };
            return self.reject(row.number, Raw::of(row), vec![problem]);
        }
        if !row.fits(headers.len()) {
            let found = shortened(&format!("{} / {}", row.len(), headers.len()));
            let problem = Problem { row: Some(row.number), column: String::new(), found, kind: ProblemKind::CellCount };
            return self.reject(row.number, Raw::of(row), vec![problem]);
        }
        if !self.leaving_out.is_empty() {
            let is_met = |&&(rule, place): &&(&LeaveOut, Option<usize>)| {
                place.is_some_and(|place| rule.when.is_met(&row.text(place)))
            };
            if let Some((rule, _)) = self.leaving_out.iter().find(is_met) {
                self.report.leave_out(rule, 1, [row.number]);
                return Ok(());
            }
        }
        let too_long = if self.wanted.is_some() || self.waiting.is_some() { row.too_long(headers) } else { None };
        if let (Some(waiting), None) = (&mut self.waiting, &too_long) {
            return waiting.take(headers, row);
        }
        match self.fill(row, &[], Vec::from_iter(too_long)) {
            Ok(()) => Ok(()),
            Err(problems) => self.reject(row.number, Raw::of(row), problems),
        }
    }

    /// Takes a row's cells into the columns. `disagreed` are words that other rows of the record say instead, by place.
    /// What comes back as an error is why the row is set aside.
    fn fill(&mut self, row: Row<'_>, disagreed: &[(usize, String)], fatal: Vec<Problem>) -> Result<(), Vec<Problem>> {
        let before = self.rows.len();
        let mut fatal = fatal;
        let mut light = Vec::new();
        for column in &mut self.columns {
            match column.take(row) {
                Taken::Kept => {}
                Taken::Doubtful(problem) | Taken::Bad { problem, on_bad: OnBad::KeepRow } => light.push(problem),
                Taken::Bad { problem, on_bad: OnBad::RejectRow } => fatal.push(problem),
            }
        }
        if !fatal.is_empty() {
            for column in &mut self.columns {
                column.truncate(before);
            }
            fatal.extend(light);
            return Err(fatal);
        }
        for (place, words) in disagreed {
            let column = self.report.headers.get(*place).cloned().unwrap_or_default();
            let (found, kind) = (shortened(words), ProblemKind::RowsDisagree);
            light.push(Problem { row: Some(row.number), column, found, kind });
            if let Some(column) = self.columns.iter_mut().find(|column| column.place() == *place) {
                column.put_aside(words);
            }
        }
        if self.wanted.is_none() {
            self.look(before, row, &mut light);
        }
        for problem in light {
            self.batch_problems.push(problem.clone());
            self.report.add_problem(problem);
        }
        self.rows.push(row.number);
        self.bytes += row.bytes();
        self.report.imported += 1;
        Ok(())
    }

    /// Problems of the record as a whole.
    fn look(&mut self, index: usize, row: Row<'_>, problems: &mut Vec<Problem>) {
        let number = row.number;
        let mut add = |column: &str, found: &str, kind| {
            let found = shortened(found);
            problems.push(Problem { row: Some(number), column: column.to_owned(), found, kind });
        };
        let mut names = self.columns.iter().filter_map(|column| column.names(index)).peekable();
        if names.peek().is_some() && !names.any(|named| named) {
            add("", "", ProblemKind::Nameless);
        }
        let mut dates = self.columns.iter().filter_map(|column| column.dates(index)).peekable();
        if dates.peek().is_some() && !dates.any(|dated| dated) {
            add("", "", ProblemKind::Undated);
        }
        let cell = |at: usize| self.columns.get(at).map(|column| column.date(index)).unwrap_or_default();
        self.dates.look(cell, |DateFinding { place, kind, found }| {
            add(self.columns.get(place).map_or("", Filling::header), &found, kind);
        });
        let key = self.columns.iter().find_map(|column| column.key(index));
        let mark = (key.map(key_hash), if self.tells_apart { row_hash(row) } else { UNTOLD });
        if self.is_part {
            self.marks.push(mark);
        } else {
            before(mark, key, &mut self.keys, &mut self.seen_rows, |found, kind| add("", found, kind));
        }
    }

    /// Takes the rows that waited for others of their record: all of them, or all but those of the last key.
    fn take_waiting<S: RowSink>(&mut self, at_end: bool, sink: &mut S) -> Result<(), ImportError> {
        let Some(waiting) = &mut self.waiting else { return Ok(()) };
        for group in waiting.leave(at_end)? {
            let mut numbers = group.numbers();
            let Some(first) = numbers.next() else { continue };
            let others: Vec<u64> = numbers.collect();
            let headers = &self.report.headers;
            let joined = group.join(|place| {
                let header = headers.get(place)?;
                let rule = self.recipe.columns.iter().find(|rule| rule.header == *header);
                Some(rule.map_or_else(|| Target::Text(Field::Custom(header.clone())), |rule| rule.target.clone()))
            });
            let row = Row { number: first, cells: Cells::Object(&joined.cells) };
            match self.fill(row, &joined.disagreed, Vec::new()) {
                Ok(()) => self.report.join(first, others),
                Err(problems) => {
                    // Every row of the record is set aside as it stands, so that all can be corrected.
                    for (number, raw) in group.raws() {
                        self.reject(number, raw, problems.clone())?;
                    }
                }
            }
            if self.rows.len() == BATCH_ROWS || self.bytes > BATCH_BYTES {
                self.flush(sink)?;
            }
        }
        if at_end {
            self.report.rejected.sort_by_key(|row| row.row);
        }
        Ok(())
    }

    fn reject(&mut self, row: u64, raw: Raw, problems: Vec<Problem>) -> Result<(), ImportError> {
        self.report.reject(RejectedRow { row, raw, problems })
    }

    pub(super) fn flush<S: RowSink>(&mut self, sink: &mut S) -> Result<(), ImportError> {
        if let Some(batch) = self.batch() {
            sink.push(&batch).map_err(|error| ImportError::Sink(error.to_string()))?;
        }
        self.clear();
        Ok(())
    }

    /// The rows so far; `None` when there are none.
    fn batch(&mut self) -> Option<Batch<'_>> {
        if self.rows.is_empty() {
            return None;
        }
        let problems = std::mem::take(&mut self.batch_problems);
        let mut columns = Vec::with_capacity(self.columns.len());
        for (column, _) in self.columns.iter().zip(&self.given).filter(|(_, given)| **given) {
            column.columns(&mut columns);
        }
        Some(Batch { rows: &self.rows, columns, problems })
    }

    /// Forgets the rows so far.
    fn clear(&mut self) {
        self.bytes = 0;
        self.rows.clear();
        self.marks.clear();
        self.batch_problems.clear();
        for column in &mut self.columns {
            column.truncate(0);
        }
    }
}

/// Tells whether a row's key, and the row as a whole, came before; they have from now on.
fn before(
    (key_mark, row_mark): (Option<u64>, u64),
    key: Option<&str>,
    keys: &mut Seen,
    rows: &mut Seen,
    mut found: impl FnMut(&str, ProblemKind),
) {
    if key_mark.is_some_and(|mark| keys.again(mark)) {
        found(key.unwrap_or_default(), ProblemKind::DuplicateKey);
    }
    if rows.again(row_mark) {
        found("", ProblemKind::DuplicateRow);
    }
}

/// The fields of a target.
fn fields_of(target: &Target) -> Vec<Field> {
    match target {
        Target::List { field, .. } => vec![field.clone()],
        Target::Date { event, reading: DateReading { ranges: Ranges::Extent(ends), .. }, .. } => {
            vec![Field::Event(*event), Field::Event(*ends)]
        }
        other => single_field(other).into_iter().collect(),
    }
}

/// The field of a target that holds one value a row and so has room for one column only.
pub fn single_field(target: &Target) -> Option<Field> {
    match target {
        Target::Ignore | Target::List { .. } => None,
        Target::Text(field) | Target::Html(field) | Target::Count { field, .. } => Some(field.clone()),
        Target::Date { event, .. } => Some(Field::Event(*event)),
    }
}
