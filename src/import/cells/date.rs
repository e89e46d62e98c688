//! Reading a date cell: what the model understands, by what the recipe says of the column.

use std::borrow::Cow;

use crate::frame::cell::{DateCell, DateState};
use crate::import::cells::missing_words::{Absent, absent};
use crate::import::date_rules::{DateReading, Firsts, Numbers};
use crate::import::recipe::{Blank, DateOrder};
use crate::model::calendar::Day;
use crate::model::date::iso::{parse_exported_day, parse_iso_day};
use crate::model::date::{DateError, PartialDate, Precision};
use crate::model::missing::Missing;

/// What a recipe says of a column of dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HowDates {
    /// How numeric dates are ordered.
    pub order: DateOrder,
    /// Everything else.
    pub reading: DateReading,
}

impl From<DateOrder> for HowDates {
    fn from(order: DateOrder) -> Self {
        Self { order, ..Self::default() }
    }
}

/// Reads a date cell. Blank cells and words for "missing" are states, not errors.
///
/// # Errors
/// When the text is neither a date nor a word for a missing one; nothing is guessed.
pub fn read_date(text: &str, how: impl Into<HowDates>) -> Result<DateCell, DateError> {
    let how = how.into();
    if let (Some(day), Firsts::AsWritten) = (parse_exported_day(text.as_bytes()), how.reading.firsts) {
        return Ok(one_day(day));
    }
    read_date_text(text, how).map(|(cell, _)| cell)
}

/// Reads a date cell together with the text that the record keeps: words as written where `PartialDate::parse` reads
/// them alike; in canonical form where the recipe was needed (`03/04/2024` read day first becomes `2024-04-03`) and
/// where a program wrote it (a day exported as midnight becomes that day). Of a missing date, the words that say more
/// than that it is missing ("recently").
///
/// # Errors
/// As [`read_date`].
pub fn read_date_text(text: &str, how: impl Into<HowDates>) -> Result<(DateCell, Cow<'_, str>), DateError> {
    let how = how.into();
    let plain = how.reading.firsts == Firsts::AsWritten;
    if let (true, Some(day)) = (plain, parse_iso_day(text.as_bytes())) {
        return Ok((one_day(day), Cow::Borrowed(text)));
    }
    let text = text.trim();
    if let (true, Some(day)) = (plain, parse_exported_day(text.as_bytes())) {
        let kept = if text.len() == 10 { Cow::Borrowed(text) } else { Cow::Owned(day.to_string()) };
        return Ok((one_day(day), kept));
    }
    if let Some(missing) = absent(text) {
        return Ok((missing_date(missing), Cow::Borrowed("")));
    }
    if is_vague(text) {
        return Ok((missing_date(Absent::Because(Missing::Unknown)), Cow::Borrowed(text)));
    }
    if how.reading.numbers != Numbers::AsWritten
        && let Some(date) = how.reading.numbers.read(text)
    {
        return Ok(kept_as(&coarsened(date, how.reading.firsts)));
    }
    let date = match parse_exported_day(text.as_bytes()) {
        Some(day) => PartialDate::from_day(day),
        None => PartialDate::parse_with(text, how.reading.conventions(how.order))?,
    };
    let date = coarsened(date, how.reading.firsts);
    let cell = date_cell(&date);
    if date.as_written() != text || is_of_a_program(text, date.form().precision) {
        return Ok(kept_as(&date));
    }
    // Words that mean the same without the recipe stay as they are.
    let alone = PartialDate::parse(text).is_ok_and(|alone| alone.form() == date.form());
    Ok((cell, if alone { Cow::Borrowed(text) } else { Cow::Owned(date.canonical()) }))
}

/// A date put together from the cells of a year, a month and a day. What is blank, unknown, 0 or 99 is not known, and
/// the date is that much coarser; the cell of the year alone may also hold a whole date.
///
/// # Errors
/// When a part is no such thing, or the day does not exist; and when there is a day but no month.
pub fn read_parts(
    year: &str,
    month: &str,
    day: &str,
    how: impl Into<HowDates>,
) -> Result<(DateCell, Cow<'static, str>), DateError> {
    let how = how.into();
    let year = year.trim().trim_end_matches(".0");
    let short = (1..=4).contains(&year.len()) && year.bytes().all(|byte| byte.is_ascii_digit());
    if !short {
        let (cell, kept) = read_date_text(year, how)?;
        return Ok((cell, Cow::Owned(kept.into_owned())));
    }
    if year.trim_start_matches('0').is_empty() {
        return Ok((missing_date(Absent::Because(Missing::Unknown)), Cow::Borrowed("")));
    }
    let text = match (part(month)?, part(day)?) {
        (None, None) => year.to_owned(),
        (None, Some(_)) => return Err(DateError::NotADate),
        (Some(month), None) => match month.parse::<u8>() {
            Ok(month) => format!("{year}-{month:02}"),
            Err(_) => format!("{month} {year}"),
        },
        (Some(month), Some(day)) => match month.parse::<u8>() {
            Ok(month) => format!("{year}-{month:02}-{:02}", day.parse::<u8>().map_err(|_| DateError::NotADate)?),
            Err(_) => format!("{day} {month} {year}"),
        },
    };
    let date = PartialDate::parse_with(&text, how.reading.conventions(DateOrder::YearMonthDay))?;
    Ok(kept_as(&coarsened(date, how.reading.firsts)))
}

/// A month or day; `None` where it is not known.
fn part(text: &str) -> Result<Option<&str>, DateError> {
    let text = text.trim().trim_end_matches(".0");
    if absent(text).is_some() || matches!(text, "0" | "00" | "99") {
        return Ok(None);
    }
    if text.len() > 12 { Err(DateError::NotADate) } else { Ok(Some(text)) }
}

/// Whether digits and marks are all there is, or a midnight behind a day: as programs write it, so the canonical form
/// says the same.
fn is_of_a_program(text: &str, precision: Precision) -> bool {
    let of_digits = text.bytes().all(|byte| {
        byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.' | b':' | b',' | b' ' | b'+' | b'T' | b'Z')
    });
    match precision {
        Precision::Day => of_digits || text.contains(':'),
        Precision::Time => of_digits,
        _ => false,
    }
}

/// Words that say when without saying a day: kept, and the date is unknown.
fn is_vague(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "recently",
        "very recently",
        "in recent days",
        "in recent weeks",
        "récemment",
        "très récemment",
        "ces derniers jours",
        "kürzlich",
        "vor kurzem",
        "recientemente",
        "recentemente",
        "di recente",
    ];
    if text.len() > 24 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let word = text.trim_matches(['\'', '"', '’', '‘', '“', '”', '.', ' ']).to_lowercase();
    WORDS.contains(&word.as_str())
}

fn kept_as(date: &PartialDate) -> (DateCell, Cow<'static, str>) {
    (date_cell(date), Cow::Owned(date.canonical()))
}

/// The month or year of a first day, where the recipe says that it stands for one.
fn coarsened(date: PartialDate, firsts: Firsts) -> PartialDate {
    let Some((_, month, 1)) = date.days().exact().map(Day::ymd) else { return date };
    match (firsts, month) {
        (Firsts::Year | Firsts::MonthOrYear, 1) => date.coarser(Precision::Year),
        (Firsts::Month | Firsts::MonthOrYear, _) => date.coarser(Precision::Month),
        _ => date,
    }
}

/// What a blank date cell means by the recipe; other cells stay as they are.
pub fn with_blank(cell: DateCell, blank: Blank) -> DateCell {
    if cell.state != DateState::Blank {
        return cell;
    }
    let state = match blank {
        Blank::NothingSaid => DateState::Blank,
        Blank::NotYet => DateState::NotYet,
        Blank::Missing(reason) => missing_date_state(reason),
    };
    DateCell { state, ..cell }
}

/// The cell of a date.
pub fn date_cell(date: &PartialDate) -> DateCell {
    let days = date.days();
    DateCell {
        lo: days.lo.map_or(i32::MIN, |day| day.0),
        hi: days.hi.map_or(i32::MAX, |day| day.0),
        state: DateState::Date,
    }
}

fn one_day(day: Day) -> DateCell {
    DateCell { lo: day.0, hi: day.0, state: DateState::Date }
}

fn missing_date(absent: Absent) -> DateCell {
    let state = match absent {
        Absent::Blank => DateState::Blank,
        Absent::NotYet => DateState::NotYet,
        Absent::Because(reason) => missing_date_state(reason),
    };
    DateCell { lo: 0, hi: 0, state }
}

fn missing_date_state(reason: Missing) -> DateState {
    match reason {
        Missing::Unknown => DateState::Unknown,
        Missing::NotStated => DateState::NotStated,
        Missing::Withheld => DateState::Withheld,
        Missing::NoneIdentified => DateState::NoneIdentified,
        Missing::NotApplicable => DateState::NotApplicable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str, how: impl Into<HowDates>) -> String {
        let how = how.into();
        match read_date_text(text, how) {
            Ok((cell, kept)) if cell.state == DateState::Date => {
                assert_eq!(read_date(text, how), Ok(cell), "{text}: both readers agree");
                format!("{} {kept}", cell.lo)
            }
            Ok((cell, kept)) if kept.is_empty() => format!("{:?}", cell.state),
            Ok((cell, kept)) => format!("{:?} {kept}", cell.state),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn dates_of_real_files() {
        use DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
        let table = [
            ("1970-01-01", Ymd, "0 1970-01-01"),
            ("2024-02-29", Mdy, "19782 2024-02-29"),
            ("2021 Feb 04 12:00:00 AM", Ymd, "18662 2021-02-04"),
            ("2021-02-04T00:00:00.000Z", Ymd, "18662 2021-02-04"),
            ("2021-02-04 00:00:00", Ymd, "18662 2021-02-04"),
            ("2021-02-04T23:35:45.120Z", Ymd, "18662 2021-02-04T23:35:45Z"),
            ("2021-2-4", Ymd, "18662 2021-02-04"),
            ("2021/02/04", Dmy, "18662 2021-02-04"),
            ("04/02/2021", Dmy, "18662 2021-02-04"),
            ("04.02.2021", Dmy, "18662 2021-02-04"),
            ("02/04/2021", Mdy, "18662 2021-02-04"),
            ("02/04/21", Mdy, "18662 2021-02-04"),
            ("02/04/2021 1:05 PM", Mdy, "18662 2021-02-04T13:05"),
            ("02/04/2021 12:00:00 AM", Mdy, "18662 2021-02-04"),
            ("4 February 2021, 18:00 EST", Mdy, "18662 4 February 2021, 18:00 EST"),
            ("4 février 2021", Ymd, "18662 4 février 2021"),
            ("4-Feb-21", Dmy, "18662 4-Feb-21"),
            ("31/02/2021", Dmy, "Impossible"),
            ("12/25/2021", Dmy, "Impossible"),
            ("", Ymd, "Blank"),
            ("-", Ymd, "Blank"),
            ("not applicable", Ymd, "NotApplicable"),
            ("pas encore", Ymd, "NotYet"),
            ("'Recently'", Ymd, "Unknown 'Recently'"),
            ("Recently'", Dmy, "Unknown Recently'"),
        ];
        for (text, order, expected) in table {
            assert_eq!(date(text, order), expected, "{text} as {order:?}");
        }
        assert!(read_date("04/02/2021", Ymd).is_err(), "the order is never guessed");
    }

    #[test]
    fn words_around_numeric_dates_take_the_order_of_the_recipe() {
        let text = "Between 14/02/2023 and 21/02/2023";
        let (cell, kept) = read_date_text(text, DateOrder::DayMonthYear).expect("a range");
        assert_eq!((cell.hi - cell.lo, kept.as_ref()), (7, "[2023-02-14..2023-02-21]"));
        assert_eq!(read_date_text(text, DateOrder::YearMonthDay), Err(DateError::OrderUnknown));
        let (_, kept) = read_date_text("Early May 2023", DateOrder::DayMonthYear).expect("a part of a month");
        assert_eq!(kept, "Early May 2023");
    }

    #[test]
    fn what_a_recipe_says_of_short_years_numbers_and_firsts() {
        let how = |reading: DateReading| HowDates { order: DateOrder::DayMonthYear, reading };
        let usual = DateReading::default();
        assert_eq!(date("04/02/69", how(usual)), "36194 2069-02-04");
        assert_eq!(date("04/02/69", how(DateReading { pivot: 50, ..usual })), "-331 1969-02-04");
        assert_eq!(date("4-Feb-69", how(DateReading { pivot: 50, ..usual })), "-331 1969-02-04");
        let serial = how(DateReading { numbers: Numbers::Excel1900, ..usual });
        assert_eq!(date("45356", serial), "19787 2024-03-05");
        assert_eq!(date("45356", how(usual)), "NotADate");
        assert_eq!(date("2024", serial), "19723 2024");
        for (firsts, of_march, of_january) in [
            (Firsts::AsWritten, "2024-03-01", "2024-01-01"),
            (Firsts::Month, "2024-03", "2024-01"),
            (Firsts::Year, "2024-03-01", "2024"),
            (Firsts::MonthOrYear, "2024-03", "2024"),
        ] {
            let how = how(DateReading { firsts, ..usual });
            for (text, expected) in [
                ("2024-03-01", of_march),
                ("01/03/2024", of_march),
                ("2024-03-01T00:00:00Z", of_march),
                ("2024-01-01", of_january),
                ("2024-03-02", "2024-03-02"),
                ("2024-03-01T18:00:00Z", "2024-03-01T18:00:00Z"),
            ] {
                assert!(
                    date(text, how).ends_with(&format!(" {expected}")),
                    "{text} as {firsts:?}: {}",
                    date(text, how)
                );
            }
        }
    }

    #[test]
    fn parts_of_a_date_are_put_together_as_far_as_they_are_known() {
        let read = |year, month, day| match read_parts(year, month, day, DateOrder::YearMonthDay) {
            Ok((cell, kept)) if cell.state == DateState::Date => kept.into_owned(),
            Ok((cell, _)) => format!("{:?}", cell.state),
            Err(error) => format!("{error:?}"),
        };
        for (year, month, day, expected) in [
            ("2013", "7", "4", "2013-07-04"),
            ("2013", "07", "04", "2013-07-04"),
            ("2013.0", "7.0", "4.0", "2013-07-04"),
            ("2013", "7", "", "2013-07"),
            ("2013", "7", "0", "2013-07"),
            ("2013", "7", "99", "2013-07"),
            ("2013", "", "", "2013"),
            ("2013", "0", "0", "2013"),
            ("2013", "unknown", "", "2013"),
            ("2013", "July", "4", "2013-07-04"),
            ("2013", "juil.", "", "2013-07"),
            ("2013", "2", "30", "Impossible"),
            ("2013", "13", "1", "Impossible"),
            ("2013", "", "4", "NotADate"),
            ("0", "7", "4", "Unknown"),
            ("", "7", "4", "Blank"),
            ("2013-07-04", "", "", "2013-07-04"),
        ] {
            assert_eq!(read(year, month, day), expected, "{year}/{month}/{day}");
        }
    }

    #[test]
    fn a_blank_date_means_what_the_recipe_says() {
        let blank = DateCell::default();
        assert_eq!(with_blank(blank, Blank::NotYet).state, DateState::NotYet);
        assert_eq!(with_blank(blank, Blank::Missing(Missing::Unknown)).state, DateState::Unknown);
        assert_eq!(with_blank(one_day(Day(3)), Blank::NotYet), one_day(Day(3)));
    }

    proptest::proptest! {
        #[test]
        fn days_go_there_and_back(number in -354_285_i32..2_932_896) {
            let text = Day(number).to_string();
            proptest::prop_assert_eq!(read_date(&text, DateOrder::YearMonthDay), Ok(one_day(Day(number))));
        }

        #[test]
        fn nothing_panics_and_days_are_in_order(
            text in "\\PC{0,24}", pivot in 0_u8..=99, numbers in 0_usize..5, firsts in 0_usize..4,
        ) {
            let reading = DateReading {
                pivot, numbers: Numbers::ALL[numbers], firsts: Firsts::ALL[firsts], ..DateReading::default()
            };
            for order in [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
                if let Ok((cell, _)) = read_date_text(&text, HowDates { order, reading }) {
                    proptest::prop_assert!(cell.lo <= cell.hi);
                }
                let _ = read_parts(&text, &text, &text, HowDates { order, reading });
            }
        }
    }
}
