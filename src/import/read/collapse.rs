//! Rows with the same key put together into one record, wherever in the file they stand.
//!
//! Rows wait here until the file ends. Where they would take more than [`limits::WAITING_BYTES`], all but the last key's
//! leave early: a file whose rows of one record stand together may be of any length, one in which they are scattered
//! up to that size. A key that comes again after its rows have left ends the import, rather than counting twice.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::frame::batch::Field;
use crate::import::cells::count::read_count_unit;
use crate::import::cells::date::read_date_text;
use crate::import::error::ImportError;
use crate::import::limits;
use crate::import::recipe::Target;
use crate::import::report::Raw;
use crate::import::rows::items::{self, LITERAL};
use crate::import::rows::{Cell, Cells, Row};

/// Rows that wait for others of their record.
#[derive(Debug)]
pub(super) struct Waiting {
    /// Header of the column with the key.
    column: String,
    groups: Vec<Group>,
    by_key: HashMap<String, usize>,
    /// Hashes of keys whose rows have left.
    gone: HashSet<u64>,
    bytes: usize,
    most: usize,
}

/// The rows of one record.
#[derive(Debug)]
pub(super) struct Group {
    /// The different cells of each column; what several rows share is kept once.
    values: Vec<Vec<Cell>>,
    rows: Vec<Waited>,
    is_delimited: bool,
}

#[derive(Debug)]
struct Waited {
    number: u64,
    /// For each column, which of its values the row has.
    cells: Box<[u32]>,
}

/// One row made of several.
#[derive(Debug)]
pub(super) struct Joined {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Single values that the rows do not agree on: the column's place, and the words that were not taken.
    pub disagreed: Vec<(usize, String)>,
}

impl Waiting {
    pub(super) fn new(column: &str) -> Self {
        Self {
            column: column.to_owned(),
            groups: Vec::new(),
            by_key: HashMap::new(),
            gone: HashSet::new(),
            bytes: 0,
            most: limits::WAITING_BYTES,
        }
    }

    /// Takes a row.
    pub(super) fn take(&mut self, headers: &[String], row: Row<'_>) -> Result<(), ImportError> {
        let place = headers.iter().position(|header| *header == self.column);
        let key = place.map(|place| row.text(place).trim().to_owned()).unwrap_or_default();
        let before = if key.is_empty() { None } else { self.by_key.get(&key).copied() };
        let at = if let Some(at) = before {
            at
        } else {
            if !key.is_empty() {
                if self.gone.contains(&hash(&key)) {
                    return Err(ImportError::RowsTooScattered(self.column.clone()));
                }
                self.bytes += key.len() + 64;
                self.by_key.insert(key, self.groups.len());
            }
            let is_delimited = matches!(row.cells, Cells::Record(_));
            self.groups.push(Group { values: Vec::new(), rows: Vec::new(), is_delimited });
            self.groups.len() - 1
        };
        if let Some(group) = self.groups.get_mut(at) {
            self.bytes += group.take(row);
        }
        Ok(())
    }

    /// Whether rows must leave before the file ends.
    pub(super) fn is_full(&self) -> bool {
        self.bytes > self.most
    }

    /// All rows that wait, in the order of each record's first; where the file goes on, those of the last key stay.
    pub(super) fn leave(&mut self, at_end: bool) -> Result<Vec<Group>, ImportError> {
        let mut groups = std::mem::take(&mut self.groups);
        let keys = std::mem::take(&mut self.by_key);
        self.bytes = 0;
        if at_end {
            return Ok(groups);
        }
        // The record whose row came last may go on in the next row.
        let last = groups.iter().enumerate().max_by_key(|(_, group)| group.rows.last().map(|row| row.number));
        let last = last.map(|(at, _)| at);
        #[expect(clippy::iter_over_hash_type, reason = "into sets: the order does not matter")]
        for (key, at) in keys {
            if Some(at) == last {
                self.by_key.insert(key, 0);
            } else {
                self.gone.insert(hash(&key));
            }
        }
        if let Some(last) = last.filter(|_| !self.by_key.is_empty()) {
            let group = groups.remove(last);
            self.bytes = group.bytes();
            self.groups.push(group);
            if self.is_full() {
                return Err(ImportError::RowsTooScattered(self.column.clone()));
            }
        }
        Ok(groups)
    }
}

impl Group {
    /// Takes a row; gives the bytes that it needs.
    fn take(&mut self, row: Row<'_>) -> usize {
        let cells: Vec<Cell> = match row.cells {
            Cells::Record(record) => record.all().into_iter().map(Cell::Text).collect(),
            Cells::Object(cells) => cells.to_vec(),
            Cells::Broken(text) => vec![Cell::Text(text.to_owned())],
        };
        let mut bytes = 48 + cells.len() * 4;
        let mut places = Vec::with_capacity(cells.len());
        for (column, cell) in cells.into_iter().enumerate() {
            if self.values.len() <= column {
                self.values.push(Vec::new());
                bytes += 24;
            }
            let Some(values) = self.values.get_mut(column) else { continue };
            let known = values.iter().position(|value| *value == cell);
            places.push(known.unwrap_or(values.len()) as u32);
            if known.is_none() {
                bytes += size_of_cell(&cell);
                values.push(cell);
            }
        }
        self.rows.push(Waited { number: row.number, cells: places.into() });
        bytes
    }

    fn bytes(&self) -> usize {
        let values: usize = self.values.iter().flatten().map(size_of_cell).sum();
        values + self.rows.iter().map(|row| 48 + row.cells.len() * 4).sum::<usize>()
    }

    /// Numbers of its rows, the first one first.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u64> {
        self.rows.iter().map(|row| row.number)
    }

    /// Its rows as they stand in the source.
    pub(super) fn raws(&self) -> impl Iterator<Item = (u64, Raw)> {
        self.rows.iter().map(|row| {
            let cells = row.cells.iter().zip(&self.values);
            let cells = cells.filter_map(|(&at, values)| values.get(at as usize).cloned());
            let raw = if self.is_delimited {
                Raw::Cells(cells.map(|cell| text_of(&cell)).collect())
            } else {
                Raw::Object(cells.collect())
            };
            (row.number, raw)
        })
    }

    /// The record's row. `target_of` says where the column at a place goes.
    pub(super) fn join(&self, target_of: impl Fn(usize) -> Option<Target>) -> Joined {
        let mut joined = Joined { cells: Vec::with_capacity(self.values.len()), disagreed: Vec::new() };
        for (place, values) in self.values.iter().enumerate() {
            let mut filled = values.iter().filter(|value| !text_of(value).trim().is_empty());
            let first = filled.next().or(values.first()).cloned().unwrap_or(Cell::Text(String::new()));
            let others: Vec<&Cell> = filled.collect();
            if others.is_empty() {
                joined.cells.push(first);
                continue;
            }
            match target_of(place) {
                None | Some(Target::Ignore) => joined.cells.push(first),
                Some(Target::List { separator, .. }) => {
                    joined.cells.push(together(std::iter::once(&first).chain(others), &separator));
                }
                Some(target) => {
                    let taken = text_of(&first);
                    for other in others.into_iter().map(text_of).filter(|other| !agrees(&target, &taken, other)) {
                        joined.disagreed.push((place, other.trim().to_owned()));
                    }
                    joined.cells.push(first);
                }
            }
        }
        joined
    }
}

/// All different items of several cells.
fn together<'a>(cells: impl Iterator<Item = &'a Cell>, separator: &str) -> Cell {
    let mut items: Vec<String> = Vec::new();
    let mut add = |item: &str| {
        let item = item.trim();
        if !item.is_empty() && !items.iter().any(|known| known == item) {
            items.push(item.to_owned());
        }
    };
    for cell in cells {
        match cell {
            Cell::List(list) => list.iter().for_each(|item| add(item)),
            Cell::Text(text) => {
                let separator = if items::is_literal(text) { LITERAL } else { separator };
                for item in items::split(text, separator) {
                    add(&item);
                }
            }
        }
    }
    Cell::List(items)
}

/// Whether two texts are one value: the same words, date or count.
fn agrees(target: &Target, a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a == b
        || match target {
            Target::Date { order, .. } => match (read_date_text(a, *order), read_date_text(b, *order)) {
                (Ok((a, _)), Ok((b, _))) => a == b,
                _ => false,
            },
            Target::Count { field: Field::Affected(..), thousands, .. } => {
                match (read_count_unit(a, *thousands), read_count_unit(b, *thousands)) {
                    (Ok(a), Ok(b)) => (a.cell, a.unit) == (b.cell, b.unit),
                    _ => false,
                }
            }
            _ => false,
        }
}

fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::List(items) => items.join("; "),
    }
}

fn size_of_cell(cell: &Cell) -> usize {
    let words = match cell {
        Cell::Text(text) => text.len(),
        Cell::List(items) => items.iter().map(|item| item.len() + 24).sum(),
    };
    words + 32
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use uuid::Uuid;

    use super::*;
    use crate::frame::batch::{Batch, RowSink};
    use crate::import::progress::Progress;
    use crate::import::read::assemble::incident_from_row;
    use crate::import::read::read;
    use crate::import::recipe::Recipe;
    use crate::import::report::ImportReport;
    use crate::model::incident::Incident;
    use crate::model::problem::ProblemKind;

    #[derive(Default)]
    struct Records(Vec<Incident>);

    impl RowSink for Records {
        type Error = std::convert::Infallible;

        fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
            let record = |row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil());
            self.0.extend((0..batch.rows.len()).map(record));
            Ok(())
        }
    }

    fn recipe(rows: &str) -> Recipe {
        let text = r#"{"version": 1, "name": "", "shape": {"format": {"csv": {"delimiter": ",", "encoding": "utf-8"}},
            "headers": []}, "columns": [
            {"header": "Id", "target": {"text": "key"}},
            {"header": "Name", "target": {"text": {"organisation": "victim"}}},
            {"header": "Aware", "target": {"date": {"event": "aware", "order": "day_month_year"}}},
            {"header": "People", "target": {"count": {"field": {"affected": ["people", "data_exposed"]}}}},
            {"header": "Data", "target": {"list": {"field": "data_class", "separator": ";"}}}],
            "rows": ROWS, "dataset": {}}"#;
        serde_json::from_str(&text.replace("ROWS", rows)).unwrap()
    }

    fn run(text: &str, rows: &str) -> (Vec<Incident>, ImportReport) {
        let mut records = Records::default();
        let report = read(&mut text.as_bytes(), &recipe(rows), &mut records, &Progress::default()).unwrap();
        assert!(report.adds_up(), "{report:?}");
        assert_eq!(report.imported, records.0.len() as u64);
        (records.0, report)
    }

    const BY_ID: &str = r#"{"collapse_by": {"column": "Id"}}"#;

    const EXPLODED: &str = "Id,Name,Aware,People,Data,Note\n\
        7,Acme,03/02/2024,\"1,200\",Name,a\n\
        8,Bern,04/02/2024,5,Email;Name,b\n\
        7,Acme,2024-02-03,1200,SSN; Name,a\n\
        ,Ceres,,,,c\n\
        7,Acme Ltd,,1200,Email,\n\
        ,Ceres,,,,c\n\
        ,,,,,\n";

    #[test]
    fn scattered_rows_of_one_key_are_one_record() {
        let (records, report) = run(EXPLODED, BY_ID);
        assert_eq!((report.read, report.imported, report.joined, report.blank), (7, 4, 2, 1));
        assert_eq!(report.joined_rows, [(3, 1), (5, 1)]);
        // The date and the number are the same in other words; the name is not.
        assert_eq!(report.counts.get(&ProblemKind::RowsDisagree), Some(&1));
        let acme = &records[0];
        assert_eq!(acme.data_classes.items, ["Name", "SSN", "Email"]);
        assert_eq!((acme.organisations[0].name.as_str(), acme.custom["Name"].as_str()), ("Acme", "Acme Ltd"));
        assert_eq!((acme.events.len(), acme.affected.len()), (1, 1));
        assert_eq!(acme.custom["Note"], "a");
        assert_eq!(records[1].data_classes.items, ["Email", "Name"]);
        assert_eq!(records[2..].iter().filter(|one| one.organisations[0].name == "Ceres").count(), 2);
    }

    #[test]
    fn switched_off_every_row_is_a_record() {
        for rows in ["{}", r#"{"collapse_by": {"column": "Id", "off": true}}"#, r#"{"collapse_by": {"column": "X"}}"#] {
            let (_, report) = run(EXPLODED, rows);
            assert_eq!((report.imported, report.joined), (6, 0), "{rows}");
        }
    }

    #[test]
    fn all_rows_of_a_record_that_cannot_be_read_are_set_aside_as_they_stand() {
        let text = "Id,Name,Aware,People,Data\n1,A,40/02/2024,,x\n2,B,,1,y\n1,A,40/02/2024,,z\n1,A\n";
        let (_, report) = run(text, BY_ID);
        assert_eq!((report.imported, report.joined), (1, 0));
        let rejected: Vec<(u64, &Raw)> = report.rejected.iter().map(|row| (row.row, &row.raw)).collect();
        let cells = |text: &str| Raw::Cells(text.split(',').map(str::to_owned).collect());
        let (first, third) = (cells("1,A,40/02/2024,,x"), cells("1,A,40/02/2024,,z"));
        assert_eq!(rejected, [(1, &first), (3, &third), (4, &cells("1,A"))]);
    }

    #[test]
    fn left_out_rows_are_counted_by_rule() {
        let rules = r#"{"leave_out": [
            {"column": "Name", "when": {"begins_with": "ber"}, "reason": "vulnerabilities"},
            {"column": "Id", "when": {"equals": "8"}, "reason": "second"},
            {"column": "Note", "when": {"contains": "C"}, "reason": "notes"},
            {"column": "Absent", "when": {"contains": "c"}, "reason": "nothing"}]}"#;
        let (_, report) = run(EXPLODED, rules);
        let counted: Vec<(&str, u64, &[u64])> =
            report.left_out.iter().map(|left| (left.rule.reason.as_str(), left.count, left.rows.as_slice())).collect();
        assert_eq!(counted, [("vulnerabilities", 1, [2].as_slice()), ("notes", 2, [4, 6].as_slice())]);
        assert_eq!((report.read, report.imported, report.left_out_rows()), (7, 3, 3));
    }

    #[test]
    fn rows_that_stand_together_leave_early_and_scattered_ones_end_the_import() {
        let headers: Vec<String> = ["Id", "Name"].map(str::to_owned).to_vec();
        let mut waiting = Waiting { most: 2_000, ..Waiting::new("Id") };
        let mut left = 0;
        for number in 0..200_u64 {
            let cells = [Cell::Text((number / 3).to_string()), Cell::Text("x".repeat(50))];
            waiting.take(&headers, Row { number, cells: Cells::Object(&cells) }).unwrap();
            if waiting.is_full() {
                left += waiting.leave(false).unwrap().len();
            }
        }
        assert!(left > 50);
        assert_eq!(left + waiting.leave(true).unwrap().len(), 67, "each record once, none of them cut in two");
        let cells = [Cell::Text("0".to_owned()), Cell::Text(String::new())];
        let again = waiting.take(&headers, Row { number: 200, cells: Cells::Object(&cells) });
        assert_eq!(again, Err(ImportError::RowsTooScattered("Id".to_owned())));
    }

    proptest::proptest! {
        /// Whatever the rows and the rules, every row has one fate.
        #[test]
        fn no_row_is_lost(rows in proptest::collection::vec(("[ab ]?", "[A-C]?", "(01/02/2024|40/02/2024|2024)?", "[xy;]{0,3}"), 0..30), rule in 0_usize..4) {
            let mut text = String::from("Id,Name,Aware,Data\n");
            for (id, name, aware, data) in &rows {
                writeln!(text, "{id},{name},{aware},{data}").expect("into a text");
            }
            let rules = [
                "{}",
                BY_ID,
                r#"{"leave_out": [{"column": "Name", "when": {"equals": "a"}, "reason": "totals"}]}"#,
                r#"{"collapse_by": {"column": "Id"},
                    "leave_out": [{"column": "Data", "when": {"contains": "x"}, "reason": "totals"}]}"#,
            ];
            let (_, report) = run(&text, rules[rule]);
            proptest::prop_assert_eq!(report.read, rows.len() as u64);
            let mut fates: Vec<u64> = report.rejected.iter().map(|row| row.row).collect();
            fates.extend(report.left_out.iter().flat_map(|left| left.rows.iter().copied()));
            fates.extend(report.joined_rows.iter().map(|(row, _)| *row));
            let count = fates.len();
            fates.sort_unstable();
            fates.dedup();
            proptest::prop_assert_eq!(fates.len(), count, "a row with two fates");
        }
    }
}
