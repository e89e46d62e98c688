//! The workbook inside a chart: what it shows, in columns, so that its data can be edited. What the chart remembers of
//! its numbers is written from the same columns.

use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::briefing::pptx::xml::{Num, esc};
use crate::model::calendar::Day;

/// Name of the only sheet.
const NAME: &str = "Data";
/// Most characters that a cell of a workbook holds.
const CELL_MOST: usize = 32_000;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
}

/// A column with its header.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub header: String,
    /// The cells under it.
    pub cells: Vec<Cell>,
    /// How its numbers are shown.
    pub format: String,
}

/// The columns of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// From the left.
    pub columns: Vec<Column>,
}

impl Sheet {
    /// Adds a column of numbers and returns its place.
    pub fn numbers(&mut self, header: &str, numbers: impl IntoIterator<Item = Option<f64>>, format: &str) -> usize {
        let cells = numbers.into_iter().map(|number| match number {
            Some(number) if number.is_finite() => Cell::Number(number),
            _ => Cell::Blank,
        });
        self.add(Column { header: header.to_owned(), cells: cells.collect(), format: format.to_owned() })
    }

    /// Adds a column of texts and returns its place.
    pub fn texts(&mut self, header: &str, texts: impl IntoIterator<Item = String>) -> usize {
        let cells = texts.into_iter().map(Cell::Text).collect();
        self.add(Column { header: header.to_owned(), cells, format: "General".to_owned() })
    }

    fn add(&mut self, column: Column) -> usize {
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// The numbers of a column as the chart remembers them, with the cells that they come from.
    pub fn number_ref(&self, at: usize) -> String {
        let Some(column) = self.columns.get(at) else { return String::new() };
        let mut points = String::new();
        for (index, cell) in column.cells.iter().enumerate() {
            if let Cell::Number(number) = cell {
                _ = write!(points, "<c:pt idx=\"{index}\"><c:v>{}</c:v></c:pt>", Num(*number));
            }
        }
        format!(
            "<c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>{}</c:formatCode><c:ptCount val=\"{}\"/>{points}</c:numCache></c:numRef>",
            self.cells(at),
            esc(&column.format),
            column.cells.len()
        )
    }

    /// The texts of a column as the chart remembers them.
    pub fn text_ref(&self, at: usize) -> String {
        let Some(column) = self.columns.get(at) else { return String::new() };
        let mut points = String::new();
        for (index, cell) in column.cells.iter().enumerate() {
            if let Cell::Text(text) = cell {
                _ = write!(points, "<c:pt idx=\"{index}\"><c:v>{}</c:v></c:pt>", esc(text));
            }
        }
        format!(
            "<c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val=\"{}\"/>{points}</c:strCache></c:strRef>",
            self.cells(at),
            column.cells.len()
        )
    }

    /// The header of a column as the name of a series.
    pub fn name_ref(&self, at: usize) -> String {
        let header = self.columns.get(at).map_or("", |column| column.header.as_str());
        format!(
            "<c:tx><c:strRef><c:f>{NAME}!${}$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>",
            letters(at),
            esc(header)
        )
    }

    fn cells(&self, at: usize) -> String {
        let last = self.columns.get(at).map_or(1, |column| column.cells.len().max(1)) + 1;
        let column = letters(at);
        format!("{NAME}!${column}$2:${column}${last}")
    }

    /// The bytes of the workbook. `as_of` is its date.
    ///
    /// # Errors
    /// When a text or the whole does not fit a workbook.
    pub fn workbook(&self, as_of: Day) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let (year, month, day) = as_of.ymd();
        let year = u16::try_from(year.clamp(1900, 9_999)).unwrap_or(1900);
        let date = ExcelDateTime::from_ymd(year, month as u8, day as u8)?;
        workbook.set_properties(&DocProperties::new().set_author("Vigie").set_creation_datetime(&date));
        let sheet = workbook.add_worksheet();
        sheet.set_name(NAME)?;
        for (at, column) in self.columns.iter().enumerate() {
            let place = u16::try_from(at).unwrap_or(u16::MAX);
            // Text is written as text: what begins with "=" is no formula.
            sheet.write_string(0, place, short(&column.header))?;
            let format = Format::new().set_num_format(&column.format);
            for (row, cell) in column.cells.iter().enumerate() {
                let row = u32::try_from(row + 1).unwrap_or(u32::MAX);
                match cell {
                    Cell::Blank => {}
                    Cell::Text(text) => {
                        sheet.write_string(row, place, short(text))?;
                    }
                    Cell::Number(number) => {
                        sheet.write_number_with_format(row, place, *number, &format)?;
                    }
                }
            }
            sheet.set_column_width(place, if at == 0 { 24.0 } else { 16.0 })?;
        }
        workbook.save_to_buffer()
    }
}

/// A text that a cell holds: without characters that XML does not allow, and not too long.
fn short(text: &str) -> String {
    text.chars().filter(|one| !one.is_control() && !matches!(one, '\u{fffe}' | '\u{ffff}')).take(CELL_MOST).collect()
}

/// The letters of a column, counted from 0.
fn letters(at: usize) -> String {
    let mut at = at + 1;
    let mut out = Vec::new();
    while at > 0 {
        out.push(char::from(b'A' + ((at - 1) % 26) as u8));
        at = (at - 1) / 26;
    }
    out.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_workbook() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn numbers_stand_in_the_cells_that_the_chart_names() {
        let mut sheet = Sheet::default();
        sheet.texts("Period", ["=cmd".to_owned(), "b".to_owned()]);
        let at = sheet.numbers("n", [Some(1.5), None], "0");
        assert!(sheet.number_ref(at).contains("<c:f>Data!$B$2:$B$3</c:f>"));
        assert!(
            sheet.number_ref(at).contains("<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>1.5</c:v></c:pt></c:numCache>")
        );
        let day = Day::from_ymd(2026, 8, 13).expect("a day");
        assert_eq!(sheet.workbook(day).expect("bytes"), sheet.workbook(day).expect("bytes"));
    }
}
