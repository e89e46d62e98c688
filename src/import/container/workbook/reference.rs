//! Cells of a sheet by their letters and numbers: `A3:F200`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Most rows of a sheet.
pub const ROWS: u32 = 1_048_576;
/// Most columns of a sheet.
pub const COLUMNS: u32 = 16_384;

/// A part of a sheet, counted from 0: `A3:F200`, or `A3:F` to the end of the table that begins there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CellRange {
    /// First row: the one with the headers.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row; `None` is the last one with anything in it.
    pub bottom: Option<u32>,
    /// Last column.
    pub right: u32,
}

impl fmt::Display for CellRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}:{}", column_letters(self.left), self.top + 1, column_letters(self.right))?;
        self.bottom.map_or(Ok(()), |bottom| write!(f, "{}", bottom + 1))
    }
}

impl From<CellRange> for String {
    fn from(range: CellRange) -> Self {
        range.to_string()
    }
}

impl TryFrom<String> for CellRange {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for CellRange {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "write the first and the last cell of the table, as A3:F200, or A3:F to its end";
        let (from, to) = text.trim().split_once(':').ok_or(FORM)?;
        let (left, top) = cell(from).ok_or(FORM)?;
        let (right, bottom) = cell(to).ok_or(FORM)?;
        let top = top.ok_or(FORM)?;
        if right < left || bottom.is_some_and(|bottom| bottom < top) {
            return Err("write the upper left cell first, as A3:F200");
        }
        Ok(Self { top, left, bottom, right })
    }
}

/// The letters of a column counted from 0.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn cell(text: &str) -> Option<(u32, Option<u32>)> {
    let text = text.trim().replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (letters, number) = text.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, byte| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1) - 1;
    let row = if number.is_empty() { None } else { Some(number.parse::<u32>().ok()?.checked_sub(1)?) };
    (column < COLUMNS && row.is_none_or(|row| row < ROWS)).then_some((column, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_as_they_are_read() {
        for text in ["A1:B2", "A3:F200", "Z1:AA1", "A3:F", "XFD1048576:XFD1048576"] {
            assert_eq!(text.parse::<CellRange>().unwrap().to_string(), text);
        }
        assert_eq!(" $a$3:f9 ".parse::<CellRange>().unwrap().to_string(), "A3:F9");
        for text in ["", "A3", "F3:A9", "A9:F3", "A0:B2", "A:B", "XFE1:XFE2", "A1048577:B", "1A:B2", "AAAA1:B2"] {
            assert!(text.parse::<CellRange>().is_err(), "{text}");
        }
    }
}
