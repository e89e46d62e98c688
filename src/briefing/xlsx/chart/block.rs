//! The values that a chart refers to, in columns beside it.

use rust_xlsxwriter::{ChartRange, ColNum, RowNum, Worksheet, XlsxError};

use crate::briefing::xlsx::cells::{self, Kind, Pen};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, as its number.
    Day(f64),
    /// Nothing.
    Nothing,
}

/// A column of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At(usize);

/// The columns of one sheet's charts.
pub struct Block {
    sheet: String,
    /// The row of the heads.
    row: RowNum,
    /// The first column.
    column: ColNum,
    columns: Vec<(String, Vec<Put>)>,
}

impl Block {
    /// An empty block whose heads stand in a row of a sheet from a column on.
    pub fn new(sheet: &str, row: RowNum, column: ColNum) -> Self {
        Self { sheet: sheet.to_owned(), row, column, columns: Vec::new() }
    }

    /// Puts a column into it.
    pub fn add(&mut self, head: &str, values: Vec<Put>) -> At {
        self.columns.push((head.to_owned(), values));
        At(self.columns.len() - 1)
    }

    /// The cells of a column, without its head.
    pub fn range(&self, at: At) -> ChartRange {
        let long = self.columns.get(at.0).map_or(1, |(_, values)| values.len().max(1)) as u32;
        let column = self.column + at.0 as ColNum;
        ChartRange::new_from_range(&self.sheet, self.row + 1, column, self.row + long, column)
    }

    /// The head of a column.
    pub fn head(&self, at: At) -> ChartRange {
        let column = self.column + at.0 as ColNum;
        ChartRange::new_from_range(&self.sheet, self.row, column, self.row, column)
    }

    /// One cell of a column.
    pub fn cell(&self, at: At, index: usize) -> ChartRange {
        let (row, column) = (self.row + 1 + index as u32, self.column + at.0 as ColNum);
        ChartRange::new_from_range(&self.sheet, row, column, row, column)
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Writes it.
    pub fn write(&self, sheet: &mut Worksheet, pen: &Pen) -> Result<(), XlsxError> {
        let number = pen.cell(&Kind::Number("General".to_owned()));
        let (day, text) = (pen.cell(&Kind::Day), pen.muted().unset_text_wrap());
        for (index, (head, values)) in self.columns.iter().enumerate() {
            let column = self.column + index as ColNum;
            let is_number = values.iter().any(|value| matches!(value, Put::Number(_) | Put::Day(_)));
            // These are for whoever wants to know; their names do not make the table's head higher.
            cells::text(sheet, (self.row, column), head, &pen.column(is_number).unset_text_wrap())?;
            sheet.set_column_width(column, 18.0)?;
            for (row, value) in (self.row + 1..).zip(values) {
                match value {
                    Put::Text(words) if words.is_empty() => {}
                    Put::Text(words) => cells::text(sheet, (row, column), words, &text)?,
                    Put::Number(value) => cells::number(sheet, (row, column), *value, &number)?,
                    Put::Day(value) => cells::number(sheet, (row, column), *value, &day)?,
                    Put::Nothing => {}
                }
            }
        }
        Ok(())
    }
}
