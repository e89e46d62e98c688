//! Rows that may be one record: a key that comes again while most of the row stays the same, as where each row is one
//! type of data of an incident. It is asked, never guessed: the same key twice may as well be an error.

use std::hash::{Hash as _, Hasher as _};
use std::io::Read;
use std::ops::ControlFlow;

use rustc_hash::{FxHashMap, FxHasher};

use crate::frame::batch::Field;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::propose::survey::{ColumnSurvey, Survey};
use crate::import::propose::vocabulary;
use crate::import::recipe::{Format, Recipe, Target};
use crate::import::row_rules::Collapse;
use crate::import::rows;

/// Rows looked at.
const LOOKED_ROWS: u64 = 20_000;
/// Columns that may be the key, at most.
const KEYS: usize = 3;
/// Cells remembered in all, so that wide tables do not fill the memory.
const CELLS: usize = 4_000_000;

/// A column whose rows of the same value may be one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneRecordPer {
    /// Its header.
    pub column: String,
    /// Rows looked at that have a value in it.
    pub rows: u64,
    /// Different values among them.
    pub keys: u64,
    /// Columns of the file.
    pub columns: usize,
    /// Columns in which rows of one value often differ.
    pub differ: Vec<String>,
}

impl OneRecordPer {
    /// Rows whose value came before.
    pub fn again(&self) -> u64 {
        self.rows.saturating_sub(self.keys)
    }

    /// Whether it is worth a question: at least one row in twenty has a key that came before, something differs between
    /// them, and most does not.
    fn is_worth_asking(&self) -> bool {
        self.again() >= 3
            && self.again() * 20 >= self.rows
            && !self.differ.is_empty()
            && self.differ.len() * 10 <= self.columns * 3
    }

    /// Makes one record of the rows with the same value. The column becomes the key where there is none, and columns
    /// without a field of their own in which the rows differ keep all their values.
    pub fn accept(&self, recipe: &mut Recipe) {
        recipe.rows.collapse_by = Some(Collapse { column: self.column.clone(), off: false });
        let has_key = recipe.columns.iter().any(|rule| rule.target == Target::Text(Field::Key));
        for rule in &mut recipe.columns {
            if !matches!(rule.target, Target::Text(Field::Custom(_))) {
                continue;
            }
            if rule.header == self.column && !has_key {
                rule.target = Target::Text(Field::Key);
            } else if self.differ.contains(&rule.header) {
                let field = Field::Custom(rule.header.clone());
                rule.target = Target::List { field, separator: String::new() };
            }
        }
    }
}

/// The column worth asking about, if there is one.
///
/// # Errors
/// When the source cannot be read as this format, or `progress` was cancelled.
pub fn offer(
    source: &mut dyn Read,
    format: &Format,
    survey: &Survey,
    progress: &Progress,
) -> Result<Option<OneRecordPer>, ImportError> {
    let may_be_key = |column: &&ColumnSurvey| {
        let named = vocabulary::text(&column.header).is_some_and(|read| read.meaning == Field::Key)
            || vocabulary::words(&column.header).iter().any(|word| word == "id");
        let always = column.filled * 10 >= survey.rows * 9;
        // Of many different values only so many were counted.
        let repeats = (column.distinct as u64) < column.filled * 19 / 20 || column.distinct >= 4_096;
        named && always && repeats
    };
    let columns: Vec<&str> =
        survey.columns.iter().filter(may_be_key).map(|column| column.header.as_str()).take(KEYS).collect();
    if columns.is_empty() {
        return Ok(None);
    }
    let found = evidence(source, format, &columns, progress)?;
    Ok(found.into_iter().filter(OneRecordPer::is_worth_asking).max_by_key(OneRecordPer::again))
}

/// What rows with the same value in each of these columns have in common, in the first rows of a file.
///
/// # Errors
/// As [`offer`].
pub fn evidence(
    source: &mut dyn Read,
    format: &Format,
    columns: &[&str],
    progress: &Progress,
) -> Result<Vec<OneRecordPer>, ImportError> {
    let mut looks: Vec<Look> = columns.iter().map(|column| Look::new(column)).collect();
    let mut headers: Vec<String> = Vec::new();
    let mut room = CELLS;
    rows::visit(source, format, progress, &mut |names, row| {
        if names.len() > headers.len() {
            headers = names.to_vec();
        }
        if !row.is_empty() && row.fits(names.len()) {
            let cells: Vec<u64> = (0..names.len()).map(|place| cell_hash(&row.text(place))).collect();
            for look in &mut looks {
                room = room.saturating_sub(look.take(&headers, &cells));
            }
        }
        Ok(if row.number < LOOKED_ROWS && room > 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(looks.into_iter().map(|look| look.finish(&headers)).collect())
}

/// What is seen of one column.
struct Look {
    found: OneRecordPer,
    /// Cells of the first row of each key.
    first: FxHashMap<u64, Vec<u64>>,
    /// For each column, how many rows differ from the first of their key.
    differing: Vec<u64>,
}

impl Look {
    fn new(column: &str) -> Self {
        let found = OneRecordPer { column: column.to_owned(), ..OneRecordPer::default() };
        Self { found, first: FxHashMap::default(), differing: Vec::new() }
    }

    /// Takes a row; gives the number of cells that it keeps.
    fn take(&mut self, headers: &[String], cells: &[u64]) -> usize {
        let place = headers.iter().position(|header| *header == self.found.column);
        let Some(key) = place.and_then(|place| cells.get(place)).copied().filter(|key| *key != BLANK) else { return 0 };
        self.found.rows += 1;
        self.differing.resize(headers.len(), 0);
        if let Some(first) = self.first.get(&key) {
            for ((one, other), differing) in first.iter().zip(cells).zip(&mut self.differing) {
                *differing += u64::from(*one != BLANK && *other != BLANK && one != other);
            }
            return 0;
        }
        self.first.insert(key, cells.to_vec());
        cells.len()
    }

    fn finish(self, headers: &[String]) -> OneRecordPer {
        let mut found = self.found;
        found.keys = self.first.len() as u64;
        found.columns = headers.len();
        let often = (found.again() / 20).max(1);
        let differ = headers.iter().zip(&self.differing).filter(|(_, rows)| **rows >= often);
        found.differ = differ.map(|(header, _)| header.clone()).collect();
        found
    }
}

const BLANK: u64 = 0;

fn cell_hash(text: &str) -> u64 {
    let text = text.trim();
    if text.is_empty() {
        return BLANK;
    }
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish().max(1)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::import::propose::propose;
    use crate::import::propose::survey::survey;
    use crate::model::calendar::Day;

    fn format() -> Format {
        Format::Csv { delimiter: ',', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false }
    }

    fn asked(text: &str) -> Option<OneRecordPer> {
        let progress = Progress::default();
        let seen = survey(&mut text.as_bytes(), &format(), Day(20_000), &progress).unwrap();
        offer(&mut text.as_bytes(), &format(), &seen, &progress).unwrap()
    }

    fn exploded() -> String {
        let mut text = String::from("Case ID,Organisation,Discovered,People affected,Data type\n");
        for row in 0..90 {
            let (case, kind) = (row % 30, ["Names", "Addresses", "Numbers"][row / 30]);
            writeln!(text, "C{case},Org {case},2024-01-{:02},{},{kind}", case % 28 + 1, case * 10).unwrap();
        }
        text
    }

    #[test]
    fn rows_of_one_key_that_agree_in_most_columns_are_asked_about() {
        let found = asked(&exploded()).expect("an offer");
        assert_eq!((found.column.as_str(), found.rows, found.keys, found.again()), ("Case ID", 90, 30, 60));
        assert_eq!(found.differ, ["Data type"]);
        let seen = survey(&mut exploded().as_bytes(), &format(), Day(20_000), &Progress::default()).unwrap();
        let mut recipe = propose(&seen, &format(), "cases", &[]).recipe;
        found.accept(&mut recipe);
        assert_eq!(recipe.rows.collapse_column(), Some("Case ID"));
        assert!(recipe.columns.iter().any(|rule| rule.header == "Case ID" && rule.target == Target::Text(Field::Key)));
    }

    #[test]
    fn other_repetitions_are_not() {
        let header = "Case ID,Organisation,Discovered,People affected,Data type\n";
        let rows = |line: &dyn Fn(usize) -> String| {
            (0..90).fold(header.to_owned(), |text, row| format!("{text}{}\n", line(row)))
        };
        // Numbers that begin again in every chapter; the same row twice; every row its own.
        for text in [
            rows(&|row| format!("C{},Org {row},2024-01-{:02},{},Kind {row}", row % 30, row % 28 + 1, row * 10)),
            rows(&|row| format!("C{0},Org {0},2024-01-01,{0},Names", row % 30)),
            rows(&|row| format!("C{row},Org {row},2024-01-01,{row},Names")),
        ] {
            assert_eq!(asked(&text), None, "{text}");
        }
    }
}
