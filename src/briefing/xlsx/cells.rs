//! What is written into cells: text that stays text, real numbers and days, and how each looks.

use rust_xlsxwriter::{ColNum, Color, Format, FormatAlign, FormatBorder, RowNum, Worksheet, XlsxError};

use crate::draw::font::{self, Weight};
use crate::draw::style::{Colour, Style};
use crate::model::calendar::Day;
use crate::text::Lang;

/// Most signs of a cell.
const CELL_MOST: usize = 32_000;
/// Size of plain text.
const PLAIN_PT: f64 = 11.0;
/// The serial number of 1970-01-01.
const EPOCH: i32 = 25_569;
/// The first serial number on which all programs agree: 1 March 1900.
const FIRST: i32 = 61;

/// Styles of one workbook.
pub struct Pen {
    /// Language of words and dates.
    pub lang: Lang,
    /// Colours.
    pub style: Style,
}

impl Pen {
    /// The styles of a workbook in a language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, style: Style::print() }
    }

    /// A headline.
    pub fn headline(&self) -> Format {
        Format::new()
            .set_bold()
            .set_font_size(15)
            .set_font_color(rgb(self.style.palette.text))
            .set_text_wrap()
            .set_align(FormatAlign::Top)
    }

    /// The line under a headline, a foot, an explanation.
    pub fn muted(&self) -> Format {
        Format::new().set_font_color(rgb(self.style.palette.muted)).set_text_wrap().set_align(FormatAlign::Top)
    }

    /// The head of a part.
    pub fn heading(&self) -> Format {
        Format::new()
            .set_bold()
            .set_font_size(12)
            .set_font_color(rgb(self.style.palette.text))
            .set_text_wrap()
            .set_align(FormatAlign::Top)
    }

    /// Plain text in a cell.
    pub fn plain(&self) -> Format {
        Format::new().set_font_color(rgb(self.style.palette.text)).set_text_wrap().set_align(FormatAlign::Top)
    }

    /// The head of a column; numbers stand at the right.
    pub fn column(&self, is_number: bool) -> Format {
        let align = if is_number { FormatAlign::Right } else { FormatAlign::Left };
        Format::new()
            .set_bold()
            .set_text_wrap()
            .set_indent(1)
            .set_font_color(rgb(self.style.palette.text))
            .set_background_color(rgb(self.style.palette.grid))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(rgb(self.style.line))
            .set_align(align)
            .set_align(FormatAlign::VerticalCenter)
    }

    /// A cell of a table.
    pub fn cell(&self, kind: &Kind) -> Format {
        let format = Format::new().set_font_color(rgb(self.style.palette.text)).set_align(FormatAlign::Top);
        match kind {
            Kind::Text => format.set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
            Kind::Number(shape) => format.set_align(FormatAlign::Right).set_indent(1).set_num_format(shape),
            Kind::Day => format.set_align(FormatAlign::Right).set_indent(1).set_num_format(self.days()),
        }
    }

    /// How days are shown, in words of the workbook's language whatever the program's.
    pub fn days(&self) -> &'static str {
        match self.lang {
            Lang::En => "[$-809]d mmm yyyy",
            Lang::Fr => "[$-40C]d mmm yyyy",
        }
    }

    /// A link to another sheet.
    pub fn link(&self) -> Format {
        Format::new().set_font_color(rgb(self.style.palette.data[0])).set_text_wrap().set_align(FormatAlign::Top)
    }
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Text.
    Text,
    /// Numbers, shown by a number format.
    Number(String),
    /// Days.
    Day,
}

/// A colour as the writer takes it.
pub fn rgb(colour: Colour) -> Color {
    Color::RGB(u32::from(colour.0) << 16 | u32::from(colour.1) << 8 | u32::from(colour.2))
}

/// Whether a program could take a text for a formula or a command when it is typed again, or read from a list of
/// values.
pub fn is_dangerous(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']) || text.trim_start().starts_with(['=', '+', '-', '@'])
}

/// Text for a cell: signs that no program draws are left out, and what is longer than a cell ends in "…".
pub fn clean(text: &str, most: usize) -> String {
    let kept = text.chars().filter_map(|sign| match sign {
        '\t' | '\n' | '\r' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        sign if sign.is_control() => None,
        sign => Some(sign),
    });
    let kept: String = kept.collect();
    if kept.encode_utf16().count() <= most {
        return kept;
    }
    let mut used = 1;
    let cut: String = kept
        .chars()
        .take_while(|sign| {
            used += sign.len_utf16();
            used <= most
        })
        .collect();
    format!("{}…", cut.trim_end())
}

/// Writes text that stays text.
pub fn text(sheet: &mut Worksheet, at: (RowNum, ColNum), words: &str, format: &Format) -> Result<(), XlsxError> {
    let kept = clean(words, CELL_MOST);
    if kept.is_empty() {
        sheet.write_blank(at.0, at.1, format)?;
    } else {
        sheet.write_string_with_format(at.0, at.1, &kept, &guarded(&kept, words, format))?;
    }
    Ok(())
}

/// Writes text across several columns of a row.
pub fn across(
    sheet: &mut Worksheet,
    (row, rows): (RowNum, u32),
    (from, to): (ColNum, ColNum),
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let kept = clean(words, CELL_MOST);
    let format = guarded(&kept, words, format);
    if to > from || rows > 1 {
        sheet.merge_range(row, from, row + rows.max(1) - 1, to, &kept, &format)?;
        Ok(())
    } else {
        text(sheet, (row, from), words, &format)
    }
}

/// The format of a text: with the mark that it is text where a program could take it for a formula.
pub fn guarded(kept: &str, words: &str, format: &Format) -> Format {
    if is_dangerous(kept) || is_dangerous(words) { format.clone().set_quote_prefix() } else { format.clone() }
}

/// Writes a number; what is not finite is left out.
pub fn number(sheet: &mut Worksheet, at: (RowNum, ColNum), value: f64, format: &Format) -> Result<(), XlsxError> {
    if value.is_finite() {
        sheet.write_number_with_format(at.0, at.1, value, format)?;
    }
    Ok(())
}

/// The number of a day; `None` before 1 March 1900, where programs do not agree.
pub fn serial(day: Day) -> Option<f64> {
    let number = day.0.checked_add(EPOCH)?;
    (number >= FIRST).then(|| f64::from(number))
}

/// Width of a column of so many letters, in pixels.
pub fn pixels(letters: f64) -> f64 {
    letters * 7.0 + 5.0
}

/// Lines that a plain text takes in a column of so many letters.
pub fn lines(words: &str, letters: f64) -> u32 {
    lines_at(words, pixels(letters), (PLAIN_PT, Weight::Regular))
}

/// Lines that a text takes in a width in pixels. Measured in the reports' font, which is a little wider than those that
/// programs fall back to.
pub fn lines_at(words: &str, pixels: f64, (size, weight): (f64, Weight)) -> u32 {
    let room = (pixels - 8.0).max(24.0);
    let size = size * 96.0 / 72.0;
    let of = |line: &str| u32::try_from(font::wrap(line, room, size, weight).len()).unwrap_or(u32::MAX).max(1);
    words.split('\n').map(of).fold(0, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned_and_cut() {
        assert_eq!(clean("a\u{0}b\tc\u{1b}d\u{ffff}", 100), "ab cd");
        assert_eq!(clean("abcdef", 4), "abc…");
        assert_eq!(clean("😀😀😀", 4), "😀…");
        assert!(["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1"].into_iter().all(is_dangerous));
        assert!(!is_dangerous("a=1") && !is_dangerous(""));
    }

    #[test]
    fn days_have_the_number_that_workbooks_give_them() {
        let day = |year, month, day| Day::from_ymd(year, month, day).expect("a day");
        assert_eq!(serial(day(2024, 3, 1)), Some(45_352.0));
        assert_eq!(serial(day(1900, 3, 1)), Some(61.0));
        assert_eq!(serial(day(1900, 2, 28)), None);
    }
}
