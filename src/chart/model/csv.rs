//! The numbers behind a chart as a file for spreadsheets and programs: one line of headings, one line a row.
//!
//! Values stand as they are counted, not as they are shown: no grouping, a point before decimals, days as
//! `2024-03-01`, nothing where nothing is known.

use crate::chart::model::{Cell, DataTable, Value};

/// What tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// A table as comma-separated text, with lines ended as RFC 4180 has them.
pub fn csv(table: &DataTable) -> String {
    let mut text = MARK.to_owned();
    line(&mut text, table.headers.iter().map(|header| safe(header)));
    for row in &table.rows {
        line(&mut text, row.iter().map(value));
    }
    text
}

/// A table for the clipboard: cells apart by tabs, as spreadsheets paste them. Values stand as in [`csv()`]; tabs and
/// line breaks inside of a text become spaces.
pub fn tabbed(table: &DataTable) -> String {
    let plain = |text: String| text.replace(['\t', '\n', '\r'], " ");
    let head: Vec<String> = table.headers.iter().map(|header| plain(safe(header))).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| plain(value(cell))).collect::<Vec<_>>());
    let lines: Vec<String> = std::iter::once(head).chain(rows).map(|cells| cells.join("\t")).collect();
    lines.join("\n")
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&quoted(&cell));
    }
    text.push_str("\r\n");
}

fn value(cell: &Cell) -> String {
    match cell.value {
        Value::Count(count) => count.to_string(),
        Value::Real(number) if number.is_finite() => number.to_string(),
        Value::Day(day) => {
            let (year, month, of_month) = day.ymd();
            format!("{year:04}-{month:02}-{of_month:02}")
        }
        // An infinite number is said in words only.
        Value::Text | Value::Real(_) => safe(&cell.text),
        Value::Missing => String::new(),
    }
}

/// Text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    let begins = |text: &str| text.starts_with(['=', '+', '-', '@']);
    let is_formula =
        (begins(text) || begins(text.trim_start()) || text.starts_with(['\t', '\r'])) && text.parse::<f64>().is_err();
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::Day;

    #[test]
    fn values_stand_as_counted_and_text_stays_text() {
        let cell = |text: &str, value: Value| Cell { text: text.to_owned(), value };
        let table = DataTable {
            headers: vec!["Period".to_owned(), "People, at least".to_owned()],
            rows: vec![
                vec![cell("=SUM(1)", Value::Text), cell("6.5 million", Value::Count(6_510_969))],
                vec![cell("1 March 2024", Value::Day(Day(19_783))), cell("–", Value::Missing)],
                vec![cell("say \"x\"", Value::Text), cell("1,5", Value::Real(1.5))],
            ],
        };
        let expected =
            "\u{feff}Period,\"People, at least\"\r\n'=SUM(1),6510969\r\n2024-03-01,\r\n\"say \"\"x\"\"\",1.5\r\n";
        assert_eq!(csv(&table), expected);
        let pasted = "Period\tPeople, at least\n'=SUM(1)\t6510969\n2024-03-01\t\nsay \"x\"\t1.5";
        assert_eq!(tabbed(&table), pasted);
    }
}
