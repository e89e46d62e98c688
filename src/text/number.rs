//! Numbers as each language writes them.

use crate::text::Lang;

/// Between thousands in French: a narrow no-break space.
const NARROW: char = '\u{202f}';
/// Before a percent sign in French: a no-break space.
const NO_BREAK: char = '\u{a0}';

/// A whole number with its thousands grouped.
///
/// ```
/// use vigie::text::{Lang, number};
/// assert_eq!(number(Lang::En, 6_510_969_u64), "6,510,969");
/// assert_eq!(number(Lang::Fr, 6_510_969_u64), "6\u{202f}510\u{202f}969");
/// ```
pub fn number(lang: Lang, number: impl Into<u128>) -> String {
    let digits = number.into().to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(match lang {
                Lang::En => ',',
                Lang::Fr => NARROW,
            });
        }
        grouped.push(digit);
    }
    grouped
}

/// A decimal number with `places` digits after the mark, without trailing zeros.
///
/// ```
/// use vigie::text::{Lang, decimal};
/// assert_eq!(decimal(Lang::Fr, 59.5, 1), "59,5");
/// assert_eq!(decimal(Lang::En, 42.0, 1), "42");
/// ```
pub fn decimal(lang: Lang, value: f64, places: usize) -> String {
    let text = decimal_wide(lang, value, places);
    let mark = if lang == Lang::Fr { ',' } else { '.' };
    if text.contains(mark) { text.trim_end_matches('0').trim_end_matches(mark).to_owned() } else { text }
}

/// A decimal number with exactly `places` digits after the mark.
pub fn decimal_wide(lang: Lang, value: f64, places: usize) -> String {
    let text = format!("{:.places$}", value.abs());
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        out.push('\u{2212}');
    }
    out.push_str(&whole.parse::<u128>().map_or_else(|_| whole.to_owned(), |whole| number(lang, whole)));
    if !rest.is_empty() {
        out.push(if lang == Lang::Fr { ',' } else { '.' });
        out.push_str(rest);
    }
    out
}

/// A share between 0 and 1 as a percentage with `places` digits after the mark.
///
/// ```
/// use vigie::text::{Lang, share};
/// assert_eq!(share(Lang::En, 0.22, 0), "22%");
/// assert_eq!(share(Lang::Fr, 0.371, 1), "37,1\u{a0}%");
/// ```
pub fn share(lang: Lang, share: f64, places: usize) -> String {
    match lang {
        Lang::En => format!("{}%", decimal(lang, share * 100.0, places)),
        Lang::Fr => format!("{}{NO_BREAK}%", decimal(lang, share * 100.0, places)),
    }
}

/// A number of people for a headline: exact below 10,000, then two significant digits or three where the second
/// decimal matters less than the reader's trust ("6.5 million").
///
/// Always rounds to nearest; a caller who says "at least" must use [`people_floor`].
///
/// ```
/// use vigie::text::{Lang, people};
/// assert_eq!(people(Lang::En, 6_510_969), "6.5 million");
/// assert_eq!(people(Lang::Fr, 43_000_000), "43\u{a0}millions");
/// assert_eq!(people(Lang::En, 45_210), "45,000");
/// ```
pub fn people(lang: Lang, count: u128) -> String {
    rounded(lang, count, Rounding::Nearest)
}

/// As [`people`], rounded down, so that "at least" stays true.
///
/// ```
/// use vigie::text::{Lang, number::people_floor};
/// assert_eq!(people_floor(Lang::En, 48_490_000), "48 million");
/// ```
pub fn people_floor(lang: Lang, count: u128) -> String {
    rounded(lang, count, Rounding::Down)
}

#[derive(Clone, Copy)]
enum Rounding {
    Nearest,
    Down,
}

fn rounded(lang: Lang, count: u128, rounding: Rounding) -> String {
    if count < 10_000 {
        return number(lang, count);
    }
    let mut unit = 1_u128;
    while count / unit >= 100 {
        unit *= 10;
    }
    let steps = match rounding {
        Rounding::Nearest => (count + unit / 2) / unit,
        Rounding::Down => count / unit,
    };
    let round = steps * unit;
    for (size, word) in [(1_000_000_000_u128, Large::Billion), (1_000_000, Large::Million)] {
        if round >= size {
            let tenths = round / (size / 10);
            let mut text = number(lang, tenths / 10);
            if !tenths.is_multiple_of(10) {
                text.push(if lang == Lang::Fr { ',' } else { '.' });
                text.push_str(&(tenths % 10).to_string());
            }
            return format!("{text}{}{}", if lang == Lang::Fr { NO_BREAK } else { ' ' }, word.name(lang, tenths));
        }
    }
    number(lang, round)
}

#[derive(Clone, Copy)]
enum Large {
    Million,
    Billion,
}

impl Large {
    /// French takes the plural from two on.
    const fn name(self, lang: Lang, tenths: u128) -> &'static str {
        match (lang, self, tenths >= 20) {
            (Lang::En, Self::Billion, _) => "billion",
            (Lang::En, Self::Million, _) | (Lang::Fr, Self::Million, false) => "million",
            (Lang::Fr, Self::Million, true) => "millions",
            (Lang::Fr, Self::Billion, true) => "milliards",
            (Lang::Fr, Self::Billion, false) => "milliard",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_rounded_to_what_is_known() {
        let plain = |text: String| text.replace([NARROW, NO_BREAK], " ");
        for (count, english, french) in [
            (0, "0", "0"),
            (1_929, "1,929", "1 929"),
            (9_999, "9,999", "9 999"),
            (12_345, "12,000", "12 000"),
            (99_600, "100,000", "100 000"),
            (999_600, "1 million", "1 million"),
            (1_500_000, "1.5 million", "1,5 million"),
            (14_946_651_318, "15 billion", "15 milliards"),
            (2_000_000_000, "2 billion", "2 milliards"),
        ] {
            assert_eq!(people(Lang::En, count), english);
            assert_eq!(plain(people(Lang::Fr, count)), french);
        }
        assert_eq!(people_floor(Lang::En, 14_946_651_318), "14 billion");
    }

    #[test]
    fn decimals_keep_their_sign_and_lose_their_zeros() {
        assert_eq!(decimal(Lang::En, -1234.50, 2), "\u{2212}1,234.5");
        assert_eq!(decimal(Lang::En, -0.001, 1), "0");
        assert_eq!(decimal_wide(Lang::Fr, 2.0, 2), "2,00");
    }
}
