//! What became of the rows of a file: imported, rejected, blank, left out or part of another row's record, and what
//! was the matter.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::import::error::ImportError;
use crate::import::limits::{PROBLEMS, REJECTED_BYTES, REJECTED_ROWS};
use crate::import::row_rules::LeaveOut;
use crate::import::rows::{Cell, Cells, Row};
use crate::model::incident::DOCUMENT_VERSION;
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{Arg, Lang, tr_args};

/// What became of the rows. Always `read == imported + rejected.len() + blank + left out + joined`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows in the source, without the header.
    pub read: u64,
    /// Rows that became records.
    pub imported: u64,
    /// Rows without anything in them.
    pub blank: u64,
    /// Rows that a rule of the recipe leaves out, by rule; rules that no row met are absent.
    pub left_out: Vec<LeftOut>,
    /// Rows that are part of the record of an earlier row, because they have its key.
    pub joined: u64,
    /// The first of them, at most [`PROBLEMS`]: the row, and the row whose record it is part of.
    pub joined_rows: Vec<(u64, u64)>,
    /// Rows set aside, as they stand in the source.
    pub rejected: Vec<RejectedRow>,
    /// About what they take in memory.
    pub rejected_bytes: usize,
    /// Problems of rows that were kept, at most [`PROBLEMS`].
    pub problems: Vec<Problem>,
    /// All problems by kind, also those of rejected rows and those beyond the list.
    pub counts: BTreeMap<ProblemKind, u64>,
    /// Names of the source's columns.
    pub headers: Vec<String>,
    /// Delimiter of the source; `None` for JSON.
    pub delimiter: Option<char>,
}

/// Rows that a rule leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The rule.
    pub rule: LeaveOut,
    /// How many rows.
    pub count: u64,
    /// The first of them, at most [`PROBLEMS`].
    pub rows: Vec<u64>,
}

/// A member of a JSON object as it was read.
#[derive(Serialize)]
#[serde(untagged)]
enum Member<'a> {
    Text(&'a str),
    List(&'a [String]),
}

/// A row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRow {
    /// Its number in the source, counted from 1 without the header.
    pub row: u64,
    /// Its cells as they stand.
    pub raw: Raw,
    /// Why.
    pub problems: Vec<Problem>,
}

/// A row as it stands in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    /// Cells of a CSV record.
    Cells(Vec<String>),
    /// Members of a JSON object, flattened.
    Object(Vec<Cell>),
    /// A record of Vigie's own export, as JSON.
    Document(String),
    /// What stands where a record should be and is none.
    Text(String),
}

/// A file of rejected rows, to be corrected and imported again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedFile {
    /// `csv` or `json`.
    pub extension: &'static str,
    /// The file's contents, UTF-8.
    pub bytes: Vec<u8>,
}

impl RejectedRow {
    /// About what it takes in memory.
    fn bytes(&self) -> usize {
        let text = |text: &String| size_of::<String>() + text.len();
        let cell = |cell: &Cell| {
            size_of::<Cell>()
                + match cell {
                    Cell::Text(text) => text.len(),
                    Cell::List(items) => items.iter().map(text).sum(),
                }
        };
        let raw: usize = match &self.raw {
            Raw::Cells(cells) => cells.iter().map(text).sum(),
            Raw::Object(cells) => cells.iter().map(cell).sum(),
            Raw::Document(json) | Raw::Text(json) => json.len(),
        };
        let problem = |problem: &Problem| size_of::<Problem>() + problem.column.len() + problem.found.len();
        raw + self.problems.iter().map(problem).sum::<usize>()
    }
}

impl Raw {
    /// The row as it stands.
    pub fn of(row: Row<'_>) -> Self {
        match row.cells {
            Cells::Record(record) => Self::Cells(record.all()),
            Cells::Object(cells) => Self::Object(cells.to_vec()),
            Cells::Broken(text) => Self::Text(text.to_owned()),
        }
    }
}

impl LeftOut {
    /// How many rows, why, and how they are told.
    pub fn words(&self, lang: Lang) -> String {
        let args = [
            ("count", Arg::Number(self.count)),
            ("reason", self.rule.reason_words(lang).into()),
            ("test", self.rule.test_words(lang).into()),
        ];
        tr_args(lang, "import-rows-left-out", &args)
    }
}

impl ImportReport {
    pub(super) fn add_problem(&mut self, problem: Problem) {
        self.count(&problem);
        if self.problems.len() < PROBLEMS {
            self.problems.push(problem);
        }
    }

    pub(super) fn count(&mut self, problem: &Problem) {
        *self.counts.entry(problem.kind).or_default() += 1;
    }

    /// Rows that are left out, by whichever rule.
    pub fn left_out_rows(&self) -> u64 {
        self.left_out.iter().map(|rule| rule.count).sum()
    }

    /// Counts problems of rows that are in the report already, and lists all in the order of their rows.
    pub(super) fn add_problems(&mut self, problems: Vec<Problem>) {
        for problem in &problems {
            self.count(problem);
        }
        self.problems.extend(problems);
        self.problems.sort_by_key(|problem| problem.row);
        self.problems.truncate(PROBLEMS);
    }

    /// The report of rows that stand behind `before` others.
    pub(super) fn shift(&mut self, before: u64) {
        for problem in &mut self.problems {
            problem.row = problem.row.map(|row| row + before);
        }
        for row in &mut self.rejected {
            row.row += before;
            row.problems.iter_mut().for_each(|problem| problem.row = Some(row.row));
        }
        self.left_out.iter_mut().flat_map(|left_out| &mut left_out.rows).for_each(|row| *row += before);
        self.joined_rows.iter_mut().for_each(|(row, into)| (*row, *into) = (*row + before, *into + before));
    }

    /// Takes the report of the rows that come next, which know their numbers already.
    pub(super) fn append(&mut self, next: Self) {
        self.read += next.read;
        self.imported += next.imported;
        self.blank += next.blank;
        for LeftOut { rule, count, rows } in next.left_out {
            self.leave_out(&rule, count, rows);
        }
        self.joined += next.joined;
        let room = PROBLEMS.saturating_sub(self.joined_rows.len());
        self.joined_rows.extend(next.joined_rows.into_iter().take(room));
        for (kind, count) in next.counts {
            *self.counts.entry(kind).or_default() += count;
        }
        self.rejected.extend(next.rejected);
        self.rejected_bytes += next.rejected_bytes;
        let room = PROBLEMS.saturating_sub(self.problems.len());
        self.problems.extend(next.problems.into_iter().take(room));
    }

    /// Sets a row aside.
    ///
    /// # Errors
    /// When more was set aside than is kept in memory.
    pub(super) fn reject(&mut self, row: RejectedRow) -> Result<(), ImportError> {
        for problem in &row.problems {
            self.count(problem);
        }
        self.rejected_bytes += row.bytes();
        self.rejected.push(row);
        self.within_rejected()
    }

    /// Whether no more was set aside than is kept in memory.
    ///
    /// # Errors
    /// When there is more.
    pub(super) fn within_rejected(&self) -> Result<(), ImportError> {
        let many = self.rejected.len() > REJECTED_ROWS || self.rejected_bytes > REJECTED_BYTES;
        if many { Err(ImportError::TooManyRejected) } else { Ok(()) }
    }

    /// Whether every row is accounted for.
    pub fn adds_up(&self) -> bool {
        self.read == self.imported + self.rejected.len() as u64 + self.blank + self.left_out_rows() + self.joined
    }

    /// Counts rows that a rule leaves out.
    pub(super) fn leave_out(&mut self, rule: &LeaveOut, count: u64, rows: impl IntoIterator<Item = u64>) {
        let at = self.left_out.iter().position(|known| known.rule == *rule).unwrap_or_else(|| {
            self.left_out.push(LeftOut { rule: rule.clone(), count: 0, rows: Vec::new() });
            self.left_out.len() - 1
        });
        if let Some(known) = self.left_out.get_mut(at) {
            known.count += count;
            let room = PROBLEMS.saturating_sub(known.rows.len());
            known.rows.extend(rows.into_iter().take(room));
        }
    }

    /// Counts rows that are part of the record of the row `into`.
    pub(super) fn join(&mut self, into: u64, rows: impl IntoIterator<Item = u64>) {
        for row in rows {
            self.joined += 1;
            if self.joined_rows.len() < PROBLEMS {
                self.joined_rows.push((row, into));
            }
        }
    }

    /// The rejected rows as a file of the source's shape, which the same recipe reads; `None` when there are none.
    pub fn rejected_file(&self) -> Option<RejectedFile> {
        let first = self.rejected.first()?;
        if self.rejected.iter().any(|row| matches!(row.raw, Raw::Text(_))) {
            return Some(RejectedFile { extension: "ndjson", bytes: self.rejected_lines() });
        }
        Some(match first.raw {
            Raw::Cells(_) => RejectedFile { extension: "csv", bytes: self.rejected_csv() },
            Raw::Object(_) | Raw::Text(_) => RejectedFile { extension: "json", bytes: self.rejected_json() },
            Raw::Document(_) => RejectedFile { extension: "json", bytes: self.rejected_documents() },
        })
    }

    /// The rejected rows as delimited text with the source's headers and delimiter, in UTF-8.
    pub fn rejected_csv(&self) -> Vec<u8> {
        let delimiter = self.delimiter.and_then(|mark| u8::try_from(mark).ok()).unwrap_or(b',');
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        // Writing to memory does not fail.
        writer.write_record(&self.headers).ok();
        for row in &self.rejected {
            match &row.raw {
                Raw::Cells(cells) => writer.write_record(cells).ok(),
                Raw::Object(cells) => writer
                    .write_record(cells.iter().map(|cell| match cell {
                        Cell::Text(text) => text.clone(),
                        Cell::List(items) => items.join("; "),
                    }))
                    .ok(),
                Raw::Document(text) | Raw::Text(text) => writer.write_record([text]).ok(),
            };
        }
        writer.into_inner().unwrap_or_default()
    }

    fn rejected_documents(&self) -> Vec<u8> {
        let documents = self.rejected.iter().filter_map(|row| match &row.raw {
            Raw::Document(json) => Some(json.as_str()),
            Raw::Cells(_) | Raw::Object(_) | Raw::Text(_) => None,
        });
        let joined = documents.collect::<Vec<_>>().join(",\n");
        format!("{{\"vigie\": {DOCUMENT_VERSION}, \"incidents\": [\n{joined}\n]}}\n").into_bytes()
    }

    /// The members of a rejected JSON object.
    fn members<'a>(&'a self, cells: &'a [Cell]) -> BTreeMap<&'a str, Member<'a>> {
        let member = |cell: &'a Cell| match cell {
            Cell::Text(text) => Member::Text(text),
            Cell::List(items) => Member::List(items),
        };
        self.headers.iter().zip(cells).map(|(name, cell)| (name.as_str(), member(cell))).collect()
    }

    fn rejected_json(&self) -> Vec<u8> {
        let members = |row: &'_ RejectedRow| match &row.raw {
            Raw::Object(cells) => serde_json::to_value(self.members(cells)).ok(),
            Raw::Cells(_) | Raw::Document(_) | Raw::Text(_) => None,
        };
        let objects: Vec<serde_json::Value> = self.rejected.iter().filter_map(members).collect();
        serde_json::to_vec_pretty(&objects).unwrap_or_default()
    }

    /// One row a line, so that what is no JSON can stand beside what is.
    fn rejected_lines(&self) -> Vec<u8> {
        let line = |row: &'_ RejectedRow| match &row.raw {
            Raw::Object(cells) => serde_json::to_string(&self.members(cells)).unwrap_or_default(),
            Raw::Document(text) | Raw::Text(text) => text.clone(),
            Raw::Cells(cells) => cells.join("\t"),
        };
        let mut bytes = Vec::new();
        for row in &self.rejected {
            bytes.extend_from_slice(line(row).as_bytes());
            bytes.push(b'\n');
        }
        bytes
    }
}
