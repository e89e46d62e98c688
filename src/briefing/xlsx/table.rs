//! The numbers behind a figure as a table of the workbook: numbers and days as such, gaps empty, and what is said in
//! place of a number in a column of its own.

use rust_xlsxwriter::{ColNum, RowNum, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use crate::briefing::xlsx::cells::{self, Kind, Pen};
use crate::chart::model::{Cell, DataTable, Value};
use crate::draw::font::Weight;
use crate::text::{Lang, tr_args};

/// The largest whole number that a cell holds exactly.
const WHOLE_MOST: u128 = 999_999_999_999_999;

/// Most rows of a table that needs no filter.
const FILTER_ROWS: usize = 20;
/// Width of the button of a filter in pixels.
const FILTER: f64 = 18.0;

/// A column of the sheet.
struct Column {
    header: String,
    kind: Kind,
    /// Which column of the table it shows.
    of: usize,
    /// Whether it shows what is said in place of a value.
    said: bool,
}

/// What was written.
pub struct Written {
    /// How many columns.
    pub columns: ColNum,
    /// The last row.
    pub last_row: RowNum,
    /// Width of all columns in letters.
    pub letters: f64,
}

/// Writes a table with its head at a row, from the first column on.
pub fn write(
    sheet: &mut Worksheet,
    row: RowNum,
    table: &DataTable,
    name: &str,
    pen: &Pen,
) -> Result<Written, XlsxError> {
    let columns = columns(table, pen.lang);
    let rows = table.rows.len() as u32;
    // A few rows are read, not searched; the buttons would cover the names of their columns.
    let has_filter = table.rows.len() > FILTER_ROWS;
    for (at, column) in columns.iter().enumerate() {
        let at = at as ColNum;
        let format = pen.column(column.kind != Kind::Text);
        cells::text(sheet, (row, at), &column.header, &format)?;
        let cell_format = pen.cell(&column.kind);
        for (index, cells) in table.rows.iter().enumerate() {
            let Some(cell) = cells.get(column.of) else { continue };
            put(sheet, (row + 1 + index as u32, at), cell, column, &cell_format)?;
        }
        sheet.set_column_width(at, width(table, column))?;
    }
    let room = |column: &Column| cells::pixels(width(table, column)) - 10.0 - if has_filter { FILTER } else { 0.0 };
    let lines = |column: &Column| cells::lines_at(&column.header, room(column), (11.0, Weight::Bold));
    let height = columns.iter().map(lines).max().unwrap_or(1);
    sheet.set_row_height(row, f64::from(height.clamp(1, 6)) * 15.0 + 4.0)?;
    let letters = columns.iter().map(|column| width(table, column)).sum();
    if rows > 0 && !columns.is_empty() {
        let head = |column: &Column| {
            let is_number = column.kind != Kind::Text;
            let format = pen.column(is_number).set_indent(if has_filter && is_number { 2 } else { 1 });
            let format = cells::guarded(&column.header, &column.header, &format);
            TableColumn::new().set_header(&column.header).set_header_format(format)
        };
        let heads: Vec<TableColumn> = columns.iter().map(head).collect();
        let listed =
            Table::new().set_name(name).set_columns(&heads).set_style(TableStyle::Light1).set_banded_rows(false);
        let listed = listed.set_autofilter(has_filter);
        sheet.add_table(row, 0, row + rows, columns.len() as ColNum - 1, &listed)?;
    }
    Ok(Written { columns: columns.len() as ColNum, last_row: row + rows, letters })
}

fn columns(table: &DataTable, lang: Lang) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (of, header) in table.headers.iter().enumerate() {
        let kind = kind(table, of, lang);
        let header = cells::clean(header, 200);
        let header = if header.trim().is_empty() {
            tr_args(lang, "xlsx-column", &[("number", (of + 1).into())])
        } else {
            header
        };
        let says = kind != Kind::Text && cells_of(table, of).any(is_said);
        let said = says.then(|| Column {
            header: tr_args(lang, "xlsx-said", &[("column", (&header).into())]),
            kind: Kind::Text,
            of,
            said: true,
        });
        columns.push(Column { header, kind, of, said: false });
        columns.extend(said);
    }
    // A table of a workbook has every name once, whatever the case of its letters.
    let mut taken: Vec<String> = Vec::new();
    for column in &mut columns {
        let wanted = column.header.clone();
        let mut number = 2_u32;
        while taken.contains(&column.header.to_lowercase()) {
            column.header = format!("{wanted} ({number})");
            number += 1;
        }
        taken.push(column.header.to_lowercase());
    }
    columns
}

fn cells_of(table: &DataTable, of: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| row.get(of))
}

/// A number or a day that a cell can hold; `None` for words and gaps.
fn value(cell: &Cell) -> Option<f64> {
    match cell.value {
        Value::Count(count) if count <= WHOLE_MOST => Some(count as f64),
        Value::Real(number) if number.is_finite() => Some(number),
        Value::Day(day) => cells::serial(day),
        _ => None,
    }
}

/// Whether something is said where a value would be.
fn is_said(cell: &Cell) -> bool {
    value(cell).is_none() && !cell.text.trim().is_empty()
}

/// What a column holds: numbers or days as soon as one cell does.
fn kind(table: &DataTable, of: usize, lang: Lang) -> Kind {
    let mut is_number = false;
    let mut is_share = false;
    let mut places = 0;
    for cell in cells_of(table, of).filter(|cell| value(cell).is_some()) {
        match cell.value {
            Value::Day(_) => return Kind::Day,
            Value::Real(_) => {
                is_number = true;
                is_share |= cell.text.contains('%');
                places = places.max(decimals(&cell.text, lang));
            }
            _ => is_number = true,
        }
    }
    if !is_number {
        return Kind::Text;
    }
    let point = if places > 0 { format!(".{}", "0".repeat(places)) } else { String::new() };
    Kind::Number(match (is_share, lang) {
        (true, Lang::Fr) => format!("0{point}\"\u{a0}\"%"),
        (true, Lang::En) => format!("0{point}%"),
        (false, _) => format!("#,##0{point}"),
    })
}

/// Decimals of a number as it is shown.
fn decimals(text: &str, lang: Lang) -> usize {
    let point = if lang == Lang::Fr { ',' } else { '.' };
    text.rsplit_once(point).map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count()).min(6)
}

fn put(
    sheet: &mut Worksheet,
    at: (RowNum, ColNum),
    cell: &Cell,
    column: &Column,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    match (value(cell), &column.kind) {
        (Some(_), Kind::Text) if column.said => Ok(()),
        (Some(number), Kind::Number(_) | Kind::Day) => cells::number(sheet, at, number, format),
        (None, Kind::Number(_) | Kind::Day) => Ok(()),
        (_, Kind::Text) if cell.text.is_empty() => Ok(()),
        (_, Kind::Text) => cells::text(sheet, at, &cell.text, format),
    }
}

/// Width of a column in letters.
fn width(table: &DataTable, column: &Column) -> f64 {
    let longest = cells_of(table, column.of)
        .filter(|cell| !column.said || is_said(cell))
        .map(|cell| cell.text.chars().count())
        .max()
        .unwrap_or(0);
    let words = column.header.split(' ').map(|word| word.chars().count() + 4).max().unwrap_or(0);
    let head = column.header.chars().count().div_ceil(2) + 4;
    (longest + 3).max(words.min(20)).max(head.min(18)).clamp(10, 46) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::Day;

    fn cell(text: &str, value: Value) -> Cell {
        Cell { text: text.to_owned(), value }
    }

    #[test]
    fn what_is_said_in_place_of_a_number_has_a_column_of_its_own() {
        let table = DataTable {
            headers: ["Name", "People", "people", "", "Share"].map(str::to_owned).into(),
            rows: vec![
                vec![
                    cell("=a", Value::Text),
                    cell("1,200", Value::Count(1_200)),
                    cell("at least 3", Value::Text),
                    cell("1 March 2024", Value::Day(Day(19_783))),
                    cell("12.5%", Value::Real(0.125)),
                ],
                vec![
                    cell("b", Value::Text),
                    cell("not stated", Value::Missing),
                    cell("4", Value::Count(u128::MAX)),
                    cell("", Value::Missing),
                    cell("", Value::Missing),
                ],
            ],
        };
        let columns = columns(&table, Lang::En);
        let heads: Vec<(&str, &Kind)> = columns.iter().map(|column| (column.header.as_str(), &column.kind)).collect();
        let number = |shape: &str| Kind::Number(shape.to_owned());
        assert_eq!(
            heads,
            [
                ("Name", &Kind::Text),
                ("People", &number("#,##0")),
                ("People: in words", &Kind::Text),
                ("people (2)", &Kind::Text),
                ("Column 4", &Kind::Day),
                ("Share", &number("0.0%")),
            ]
        );
    }
}
