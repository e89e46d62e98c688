//! Reading a count cell.

use std::borrow::Cow;

use crate::frame::cell::{CountCell, CountState};
use crate::import::cells::missing_words::{Absent, absent};
use crate::import::recipe::{Placeholder, PlaceholderMeaning, Thousands};
use crate::model::affected::Unit;
use crate::model::count::{Conventions, Count, CountError, Quantity, Reading, Statement, parse_plain};
use crate::model::missing::Missing;

/// Reads a count cell. Blank cells and words for "missing" are states, not errors.
///
/// # Errors
/// When the text is neither a count nor a word for a missing one.
pub fn read_count(text: &str, thousands: Thousands) -> Result<CountCell, CountError> {
    if let Some(number) = plain_integer(text.as_bytes()) {
        return Ok(exactly(number));
    }
    read_count_text(text, thousands).map(|(cell, _)| cell)
}

/// Reads a count cell together with the text that the record keeps: as written, or in plain digits where the mark
/// between thousands had to come from the recipe.
///
/// # Errors
/// As [`read_count`].
pub fn read_count_text(text: &str, thousands: Thousands) -> Result<(CountCell, Cow<'_, str>), CountError> {
    read_count_unit(text, thousands).map(|found| (found.cell, found.text))
}

/// A count with the text that the record keeps and the unit that its words name ("17.5 millions de comptes").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountText<'a> {
    /// The numbers.
    pub cell: CountCell,
    /// As written, or in plain digits where the recipe was needed.
    pub text: Cow<'a, str>,
    /// What was counted, where the text says so.
    pub unit: Option<Unit>,
}

/// Everything that a cell counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountsText<'a> {
    /// The counts; where there are several, each names its unit and no unit comes twice.
    pub counts: Vec<CountText<'a>>,
    /// What it measures beside them: gigabytes, money.
    pub others: Vec<(Quantity, &'a str)>,
}

/// Reads a count cell with everything its words say.
///
/// # Errors
/// As [`read_count`].
pub fn read_count_unit(text: &str, thousands: Thousands) -> Result<CountText<'_>, CountError> {
    read_count_by(text, thousands, &Conventions::default())
}

/// As [`read_count_unit`], with this table of words. The mark between thousands is the one given, not the table's.
///
/// # Errors
/// As [`read_count`].
pub fn read_count_by<'a>(
    text: &'a str,
    thousands: Thousands,
    words: &Conventions,
) -> Result<CountText<'a>, CountError> {
    let text = if text.bytes().all(|byte| byte.is_ascii_digit()) { text } else { text.trim() };
    if let Some(number) = plain_integer(text.as_bytes()) {
        return Ok(CountText { cell: exactly(number), text: Cow::Borrowed(text), unit: None });
    }
    if let Some(missing) = absent(text) {
        return Ok(CountText { cell: missing_count(missing), text: Cow::Borrowed(text), unit: None });
    }
    if let Some(number) = grouped_integer(text, thousands)? {
        return Ok(CountText { cell: exactly(number), text: Cow::Owned(number.to_string()), unit: None });
    }
    let reading = by_marks(thousands, words, |conventions| Reading::read(text, conventions))?;
    Ok(of_reading(text, &reading))
}

/// Reads a cell that [`read_count_by`] refuses because it says several things.
///
/// # Errors
/// As [`Statement::read`].
pub fn read_counts<'a>(text: &'a str, thousands: Thousands, words: &Conventions) -> Result<CountsText<'a>, CountError> {
    let text = text.trim();
    let said = by_marks(thousands, words, |conventions| Statement::read(text, conventions))?;
    let counts = said.counts.iter().map(|part| of_reading(part.text, &part.reading)).collect();
    Ok(CountsText { counts, others: said.others })
}

/// Reads by this mark. "1.5 millions" in a file of decimal commas: words behind the number leave one meaning only, so
/// what the mark refuses is tried without it.
fn by_marks<T>(
    thousands: Thousands,
    words: &Conventions,
    read: impl Fn(&Conventions) -> Result<T, CountError>,
) -> Result<T, CountError> {
    let by = |thousands| Conventions { thousands, ..words.clone() };
    read(&by(thousands)).or_else(|error| match thousands {
        Thousands::Auto => Err(error),
        Thousands::Comma | Thousands::Point | Thousands::Space => {
            read(&by(Thousands::Auto)).map_err(|other| if error == CountError::NotACount { other } else { error })
        }
    })
}

fn of_reading<'a>(text: &'a str, reading: &Reading) -> CountText<'a> {
    let cell = CountCell { lo: reading.lo, hi: reading.hi.unwrap_or(u64::MAX), state: CountState::Count };
    CountText { cell, text: Cow::Borrowed(text), unit: reading.unit }
}

/// The number of a cell below zero, where it is one in plain digits (`-1`).
pub fn negative(text: &str) -> Option<i64> {
    let digits = text.trim().strip_prefix(['-', '\u{2212}'])?.trim_start();
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let number = i64::try_from(parse_plain(digits.as_bytes())?).ok()?;
    (number > 0).then_some(-number)
}

/// Whether a number below zero stands for "not known" by the recipe.
pub fn is_negative_placeholder(text: &str, rules: &[Placeholder]) -> bool {
    negative(text).is_some_and(|number| rules.iter().any(|rule| rule.number == number))
}

/// What a number means that stands for "not known yet", with the text that the record keeps; `None` when this cell
/// is not one of the recipe's placeholders.
pub fn placeholder(cell: CountCell, rules: &[Placeholder]) -> Option<(CountCell, String)> {
    if cell.state != CountState::Count || cell.lo != cell.hi {
        return None;
    }
    let rule = rules.iter().find(|rule| u64::try_from(rule.number) == Ok(cell.lo))?;
    Some(match rule.means {
        PlaceholderMeaning::Unknown => (missing_count(Absent::Because(Missing::Unknown)), String::new()),
        PlaceholderMeaning::AtLeast(lo) => {
            (CountCell { lo, hi: u64::MAX, state: CountState::Count }, format!("at least {lo}"))
        }
    })
}

/// The cell of a count.
pub fn count_cell(count: &Count) -> CountCell {
    CountCell { lo: count.lo, hi: count.hi.unwrap_or(u64::MAX), state: CountState::Count }
}

fn exactly(number: u64) -> CountCell {
    CountCell { lo: number, hi: number, state: CountState::Count }
}

fn missing_count(absent: Absent) -> CountCell {
    let state = match absent {
        Absent::Blank => CountState::Blank,
        Absent::NotYet | Absent::Because(Missing::Unknown) => CountState::Unknown,
        Absent::Because(Missing::NotStated) => CountState::NotStated,
        Absent::Because(Missing::Withheld) => CountState::Withheld,
        Absent::Because(Missing::NoneIdentified) => CountState::NoneIdentified,
        Absent::Because(Missing::NotApplicable) => CountState::NotApplicable,
    };
    CountCell { lo: 0, hi: 0, state }
}

pub(super) fn plain_integer(bytes: &[u8]) -> Option<u64> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    bytes.iter().try_fold(0_u64, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u64::from(byte - b'0')))
}

/// A number written in digits and marks only: `11,807`, `11 807`, `1234.0`. `None` leaves it to the model's parser.
fn grouped_integer(text: &str, thousands: Thousands) -> Result<Option<u64>, CountError> {
    let is_mark = |c: char| matches!(c, ',' | '.') || is_space(c);
    if !text.chars().all(|c| c.is_ascii_digit() || is_mark(c)) || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(None);
    }
    let decimal = match thousands {
        Thousands::Comma => Some('.'),
        Thousands::Point | Thousands::Space => Some(','),
        Thousands::Auto => None,
    };
    let (whole, fraction) = match decimal.and_then(|mark| text.rsplit_once(mark)) {
        Some((whole, fraction)) => (whole, fraction),
        None => split_auto(text, decimal),
    };
    if !fraction.chars().all(|c| c == '0') {
        return Err(CountError::NotACount);
    }
    let Some(digits) = ungroup(whole, decimal) else { return Err(CountError::NotACount) };
    parse_plain(digits.as_bytes()).map(Some).ok_or(CountError::TooLarge)
}

/// Without a recipe's mark: one or two zeros behind the last point or comma are decimals, anything else groups.
fn split_auto(text: &str, decimal: Option<char>) -> (&str, &str) {
    if decimal.is_some() {
        return (text, "");
    }
    match text.rsplit_once(['.', ',']) {
        Some((whole, fraction)) if fraction.len() < 3 => (whole, fraction),
        _ => (text, ""),
    }
}

/// Digits without their marks, when every group behind a mark has three digits and all marks are alike.
fn ungroup(whole: &str, decimal: Option<char>) -> Option<String> {
    let mut mark = None;
    let mut digits = String::with_capacity(whole.len());
    let mut since_mark = 0;
    for c in whole.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            since_mark += 1;
            continue;
        }
        let kind = if is_space(c) { ' ' } else { c };
        let fits = if mark.is_none() { (1..=3).contains(&since_mark) } else { mark == Some(kind) && since_mark == 3 };
        if !fits || decimal == Some(kind) {
            return None;
        }
        mark = Some(kind);
        since_mark = 0;
    }
    (mark.is_none() || since_mark == 3).then_some(digits)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_real_files() {
        use Thousands::{Auto, Comma, Point, Space};
        let table = [
            ("0", Auto, Some(0)),
            ("772904991", Auto, Some(772_904_991)),
            ("11,807", Auto, Some(11_807)),
            ("11.807", Auto, Some(11_807)),
            ("1\u{202f}234\u{202f}567", Auto, Some(1_234_567)),
            ("1234.0", Auto, Some(1_234)),
            ("1.234", Comma, None),
            ("1,234.00", Comma, Some(1_234)),
            ("1.234", Point, Some(1_234)),
            ("1 234,0", Space, Some(1_234)),
            ("1,23,456", Auto, None),
            ("12.5", Auto, None),
            ("9,223,372,036,854,775,807", Auto, Some(9_223_372_036_854_775_807)),
            ("9223372036854775807", Auto, Some(9_223_372_036_854_775_807)),
        ];
        for (text, thousands, expected) in table {
            let found = read_count(text, thousands).ok().filter(|cell| cell.lo == cell.hi).map(|cell| cell.lo);
            assert_eq!(found, expected, "{text} as {thousands:?}");
        }
        assert_eq!(
            read_count("1.5 millions", Space).map(|cell| cell.hi),
            read_count("1,5 millions", Space).map(|cell| cell.hi)
        );
        assert_eq!(read_count("unknown", Auto).map(|cell| cell.state), Ok(CountState::Unknown));
        assert_eq!(read_count("99999999999999999999999", Auto), Err(CountError::TooLarge));
    }

    #[test]
    fn placeholders_become_what_the_recipe_says() {
        let rules = [
            Placeholder { number: 501, means: PlaceholderMeaning::AtLeast(500) },
            Placeholder { number: 0, means: PlaceholderMeaning::Unknown },
        ];
        let (cell, text) = placeholder(exactly(501), &rules).expect("501 is a placeholder");
        assert_eq!((cell.lo, cell.hi, text.as_str()), (500, u64::MAX, "at least 500"));
        assert_eq!(placeholder(exactly(0), &rules).map(|(cell, _)| cell.state), Some(CountState::Unknown));
        assert_eq!(placeholder(exactly(502), &rules), None);
    }

    #[test]
    fn several_units_and_numbers_below_zero() {
        let read = |text| read_counts(text, Thousands::Auto, &Conventions::default());
        let said = read("1.2 millions d’adhérents, 420 000 fichiers, 4.5Go").expect("two counts and a volume");
        let bounds: Vec<_> = said.counts.iter().map(|one| (one.cell.lo, one.unit, one.text.as_ref())).collect();
        assert_eq!(
            bounds,
            [
                (1_200_000, Some(Unit::People), "1.2 millions d’adhérents"),
                (420_000, Some(Unit::Records), "420 000 fichiers"),
            ]
        );
        assert_eq!(said.others, [(Quantity::Volume, "4.5Go")]);
        assert_eq!(read("12,000 patients and 340 employees"), Err(CountError::Several));
        let rules = [Placeholder { number: -1, means: PlaceholderMeaning::Unknown }];
        for (text, number, stands) in [("-1", Some(-1), true), (" −1.0 ", Some(-1), true), ("-2", Some(-2), false)] {
            assert_eq!((negative(text), is_negative_placeholder(text, &rules)), (number, stands), "{text}");
        }
        assert_eq!((negative("-"), negative("-0"), negative("1"), negative("-1 person")), (None, None, None, None));
        assert_eq!(read_count("-1", Thousands::Auto), Err(CountError::Negative));
    }

    #[test]
    fn words_are_read_by_the_table_of_the_dataset() {
        let mine = Conventions { hundreds: (300, 500), ..Conventions::default() };
        let read = |words: &Conventions| {
            read_count_by("a few hundred", Thousands::Comma, words).map(|one| (one.cell.lo, one.cell.hi))
        };
        assert_eq!((read(&mine), read(&Conventions::default())), (Ok((300, 500)), Ok((200, 900))));
    }

    proptest::proptest! {
        #[test]
        fn bounds_are_in_order(text in "[0-9,. k~<>%+a-zà-ÿ’;-]{0,40}") {
            for thousands in [Thousands::Auto, Thousands::Comma, Thousands::Point, Thousands::Space] {
                if let Ok(one) = read_count_unit(&text, thousands) {
                    proptest::prop_assert!(one.cell.lo <= one.cell.hi);
                }
                for one in read_counts(&text, thousands, &Conventions::default()).iter().flat_map(|said| &said.counts) {
                    proptest::prop_assert!(one.cell.lo <= one.cell.hi);
                }
            }
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,24}") {
            for thousands in [Thousands::Auto, Thousands::Comma, Thousands::Point, Thousands::Space] {
                let _ = read_count_text(&text, thousands);
            }
        }
    }
}
