//! Periods of the calendar: ISO weeks, months, quarters, years, and fiscal years of any start.
//!
//! Periods of one kind tile the calendar without gap or overlap and are numbered in order, so that
//! the period of a day, the next period and the number of periods between two are arithmetic.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::model::calendar::{Day, DayInterval, days_in_month, first_of_month_index};

/// Number of the ISO week that holds day 0, counting the week of Monday 1969-12-29 as 0.
const DAY_ZERO_WEEKDAY_OFFSET: i64 = 3;

/// First day of a fiscal year: a month and a day that exist in every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FiscalStart {
    month: u32,
    day: u32,
}

/// Why a fiscal start was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidFiscalStart {
    /// What was found, as written.
    pub found: String,
}

/// How time is cut into periods, the start of a fiscal year included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodScheme {
    /// ISO week, Monday to Sunday.
    Week,
    /// Calendar month.
    Month,
    /// Calendar quarter.
    Quarter,
    /// Calendar year.
    Year,
    /// Twelve months from a chosen day; named by the calendar year in which it ends.
    FiscalYear(FiscalStart),
}

/// One period: a kind and its number in the sequence of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    kind: PeriodScheme,
    index: i64,
}

/// What a label is made of; words and order are the business of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodLabel {
    /// ISO year and week, 1–53.
    Week(i32, u32),
    /// Year and month, 1–12.
    Month(i32, u32),
    /// Year and quarter, 1–4.
    Quarter(i32, u32),
    /// Year.
    Year(i32),
    /// The calendar year in which the fiscal year ends.
    FiscalYear(i32),
}

impl FiscalStart {
    /// 1 January: fiscal years are calendar years.
    pub const NEW_YEAR: Self = Self { month: 1, day: 1 };

    /// A fiscal year that starts on this month (1–12) and day, which must exist in every year:
    /// 29 February is refused.
    pub fn new(month: u32, day: u32) -> Result<Self, InvalidFiscalStart> {
        // 2023 has no 29 February.
        match days_in_month(2023, month) {
            Some(last) if (1..=last).contains(&day) => Ok(Self { month, day }),
            _ => Err(InvalidFiscalStart { found: format!("{month:02}-{day:02}") }),
        }
    }

    /// Month of the first day, 1–12.
    pub fn month(self) -> u32 {
        self.month
    }

    /// Day of the month of the first day.
    pub fn day(self) -> u32 {
        self.day
    }

    /// The first day that falls in a calendar year.
    fn in_year(self, year: i64) -> Day {
        let month_index = year * 12 + i64::from(self.month) - 1;
        let into_month = i32::try_from(self.day).unwrap_or(1) - 1;
        first_of_month_index(month_index).plus_days(into_month)
    }

    fn is_new_year(self) -> bool {
        self.month == 1 && self.day == 1
    }
}

impl FromStr for FiscalStart {
    type Err = InvalidFiscalStart;

    /// Reads `MM-DD`, as in `07-24`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || InvalidFiscalStart { found: text.to_owned() };
        let (month, day) = text.trim().split_once('-').ok_or_else(refused)?;
        let number = |digits: &str| {
            let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse::<u32>().ok()).flatten()
        };
        let (month, day) = number(month).zip(number(day)).ok_or_else(refused)?;
        Self::new(month, day).map_err(|_| refused())
    }
}

impl fmt::Display for FiscalStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl TryFrom<String> for FiscalStart {
    type Error = InvalidFiscalStart;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<FiscalStart> for String {
    fn from(start: FiscalStart) -> Self {
        start.to_string()
    }
}

impl fmt::Display for InvalidFiscalStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" cannot start a fiscal year: give a month and a day that exist in every year, as in 07-24",
            self.found
        )
    }
}

impl std::error::Error for InvalidFiscalStart {}

impl PeriodScheme {
    /// The period a day lies in.
    ///
    /// ```
    /// use vigie::model::calendar::Day;
    /// use vigie::model::period::PeriodScheme;
    /// let day = Day::from_ymd(2021, 1, 3).unwrap();
    /// assert_eq!(PeriodScheme::Week.containing(day).to_string(), "2020-W53");
    /// assert_eq!(PeriodScheme::Quarter.containing(day).to_string(), "2021-Q1");
    /// let fiscal = PeriodScheme::FiscalYear("07-24".parse().unwrap());
    /// assert_eq!(fiscal.containing(day).to_string(), "FY2021");
    /// ```
    pub fn containing(self, day: Day) -> Period {
        let index = match self {
            Self::Week => (i64::from(day.0) + DAY_ZERO_WEEKDAY_OFFSET).div_euclid(7),
            Self::Month => {
                let (year, month, _) = day.ymd();
                i64::from(year) * 12 + i64::from(month) - 1
            }
            Self::Quarter => {
                let (year, month, _) = day.ymd();
                i64::from(year) * 4 + i64::from((month - 1) / 3)
            }
            Self::Year => i64::from(day.year()),
            Self::FiscalYear(start) => {
                let year = i64::from(day.year());
                let begun = day >= start.in_year(year);
                year + i64::from(begun && !start.is_new_year())
            }
        };
        Period { kind: self, index }
    }

    /// The periods from the one that holds `from` to the one that holds `to`, in order; none if
    /// `to` comes first.
    ///
    /// ```
    /// use vigie::model::calendar::Day;
    /// use vigie::model::period::PeriodScheme;
    /// let (from, to) = (Day::from_ymd(2023, 11, 20).unwrap(), Day::from_ymd(2024, 1, 2).unwrap());
    /// let keys: Vec<String> = PeriodScheme::Month.span(from, to).map(|p| p.to_string()).collect();
    /// assert_eq!(keys, ["2023-11", "2023-12", "2024-01"]);
    /// ```
    pub fn span(self, from: Day, to: Day) -> impl DoubleEndedIterator<Item = Period> {
        let first = self.containing(from).index;
        let after_last = if from <= to { self.containing(to).index + 1 } else { first };
        (first..after_last).map(move |index| Period { kind: self, index })
    }

    /// The borders of [`PeriodScheme::span`]: the first day of each period and, last, the first day
    /// after them. Empty if `to` comes first, otherwise one longer than the number of periods.
    pub fn borders(self, from: Day, to: Day) -> Vec<i32> {
        let mut borders: Vec<i32> = self.span(from, to).map(|p| p.first_day().0).collect();
        if let Some(last) = self.span(from, to).next_back() {
            borders.push(last.following().first_day().0);
        }
        borders
    }
}

impl Period {
    /// How time is cut.
    pub fn kind(self) -> PeriodScheme {
        self.kind
    }

    /// First day of the period.
    pub fn first_day(self) -> Day {
        match self.kind {
            PeriodScheme::Week => {
                let monday = self.index.saturating_mul(7) - DAY_ZERO_WEEKDAY_OFFSET;
                let end = if monday < 0 { i32::MIN } else { i32::MAX };
                Day(i32::try_from(monday).unwrap_or(end))
            }
            PeriodScheme::Month => first_of_month_index(self.index),
            PeriodScheme::Quarter => first_of_month_index(self.index.saturating_mul(3)),
            PeriodScheme::Year => first_of_month_index(self.index.saturating_mul(12)),
            PeriodScheme::FiscalYear(start) => start.in_year(self.index - i64::from(!start.is_new_year())),
        }
    }

    /// Last day of the period.
    pub fn last_day(self) -> Day {
        self.following().first_day().plus_days(-1)
    }

    /// First to last day.
    pub fn interval(self) -> DayInterval {
        DayInterval { lo: Some(self.first_day()), hi: Some(self.last_day()) }
    }

    /// Number of days of the whole period.
    pub fn len_days(self) -> i64 {
        self.following().first_day().days_since(self.first_day())
    }

    /// The next period of this kind.
    #[must_use]
    pub fn following(self) -> Self {
        self.offset(1)
    }

    /// The period `steps` later, earlier when negative.
    #[must_use]
    pub fn offset(self, steps: i64) -> Self {
        Self { kind: self.kind, index: self.index.saturating_add(steps) }
    }

    /// Number of steps from `earlier` to this period; `None` if they are of different kinds.
    pub fn steps_since(self, earlier: Self) -> Option<i64> {
        (self.kind == earlier.kind).then_some(self.index - earlier.index)
    }

    /// The same period of the year before, for comparing like with like. Week 53 has none in most
    /// years.
    pub fn year_before(self) -> Option<Self> {
        match self.label() {
            PeriodLabel::Week(year, week) => {
                let monday = Day::from_iso_week(year - 1, week, 1)?;
                Some(self.kind.containing(monday))
            }
            PeriodLabel::Month(..) => Some(self.offset(-12)),
            PeriodLabel::Quarter(..) => Some(self.offset(-4)),
            PeriodLabel::Year(_) | PeriodLabel::FiscalYear(_) => Some(self.offset(-1)),
        }
    }

    /// What a label is made of.
    pub fn label(self) -> PeriodLabel {
        let year = |index: i64| i32::try_from(index).unwrap_or(if index < 0 { i32::MIN } else { i32::MAX });
        let part = |index: i64| u32::try_from(index).unwrap_or(0) + 1;
        match self.kind {
            PeriodScheme::Week => {
                let (iso_year, week) = self.first_day().iso_week();
                PeriodLabel::Week(iso_year, week)
            }
            PeriodScheme::Month => PeriodLabel::Month(year(self.index.div_euclid(12)), part(self.index.rem_euclid(12))),
            PeriodScheme::Quarter => {
                PeriodLabel::Quarter(year(self.index.div_euclid(4)), part(self.index.rem_euclid(4)))
            }
            PeriodScheme::Year => PeriodLabel::Year(year(self.index)),
            PeriodScheme::FiscalYear(_) => PeriodLabel::FiscalYear(year(self.index)),
        }
    }
}

impl fmt::Display for Period {
    /// A stable key, the same in every language: `2020-W53`, `2024-02`, `2024-Q1`, `2024`, `FY2024`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.label() {
            PeriodLabel::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            PeriodLabel::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PeriodLabel::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            PeriodLabel::Year(year) => write!(f, "{year:04}"),
            PeriodLabel::FiscalYear(year) => write!(f, "FY{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).expect("a real date")
    }

    fn fiscal(text: &str) -> PeriodScheme {
        PeriodScheme::FiscalYear(text.parse().expect("a fiscal start"))
    }

    fn kinds() -> Vec<PeriodScheme> {
        let mut kinds = vec![PeriodScheme::Week, PeriodScheme::Month, PeriodScheme::Quarter, PeriodScheme::Year];
        kinds.extend(["01-01", "07-24", "10-01", "12-31", "02-28"].map(fiscal));
        kinds
    }

    #[test]
    fn a_fiscal_year_is_named_by_the_year_it_ends_in() {
        let kind = fiscal("07-24");
        assert_eq!(kind.containing(day(2020, 7, 24)).to_string(), "FY2021");
        assert_eq!(kind.containing(day(2020, 7, 23)).to_string(), "FY2020");
        let period = kind.containing(day(2021, 1, 1));
        assert_eq!(period.first_day(), day(2020, 7, 24));
        assert_eq!(period.last_day(), day(2021, 7, 23));
        assert_eq!(fiscal("01-01").containing(day(2021, 1, 1)).to_string(), "FY2021");
        assert_eq!(fiscal("02-28").containing(day(2024, 2, 28)).len_days(), 366);
    }

    #[test]
    fn fiscal_starts_that_do_not_exist_every_year_are_refused() {
        for text in ["02-29", "13-01", "00-10", "04-31", "7", "", "-", "07-", "+7-24", "07-240", "07-24-01"] {
            let refused = text.parse::<FiscalStart>().expect_err("not a fiscal start");
            assert_eq!(refused.found, text);
        }
        assert_eq!("7-4".parse::<FiscalStart>().map(|s| s.to_string()), Ok("07-04".to_owned()));
    }

    #[test]
    fn the_same_period_a_year_before() {
        let key = |kind: PeriodScheme, date| kind.containing(date).year_before().map(|p| p.to_string());
        assert_eq!(key(PeriodScheme::Month, day(2024, 2, 29)), Some("2023-02".to_owned()));
        assert_eq!(key(PeriodScheme::Quarter, day(2024, 2, 29)), Some("2023-Q1".to_owned()));
        assert_eq!(key(PeriodScheme::Week, day(2024, 2, 29)), Some("2023-W09".to_owned()));
        assert_eq!(key(PeriodScheme::Week, day(2020, 12, 28)), None);
        assert_eq!(key(fiscal("04-01"), day(2024, 2, 29)), Some("FY2023".to_owned()));
    }

    #[test]
    fn borders_are_one_more_than_periods() {
        let borders = PeriodScheme::Month.borders(day(2024, 1, 31), day(2024, 2, 1));
        assert_eq!(borders, [day(2024, 1, 1).0, day(2024, 2, 1).0, day(2024, 3, 1).0]);
        assert!(PeriodScheme::Month.borders(day(2024, 2, 1), day(2024, 1, 31)).is_empty());
    }

    #[test]
    fn a_kind_is_stored_in_plain_words() {
        for kind in kinds() {
            let text = serde_json::to_string(&kind).expect("writes");
            assert_eq!(serde_json::from_str::<PeriodScheme>(&text).ok(), Some(kind), "{text}");
        }
        assert!(serde_json::from_str::<PeriodScheme>(r#"{"fiscal_year":"02-29"}"#).is_err());
    }

    proptest! {
        #[test]
        fn periods_tile_the_calendar(number in -800_000..800_000i32) {
            for kind in kinds() {
                let period = kind.containing(Day(number));
                prop_assert!(period.interval().contains(Day(number)));
                prop_assert_eq!(kind.containing(period.first_day()), period);
                prop_assert_eq!(kind.containing(period.last_day()), period);
                let next = kind.containing(period.last_day().plus_days(1));
                prop_assert_eq!(next.steps_since(period), Some(1));
                prop_assert!(period.len_days() >= 7 && period.len_days() <= 366);
            }
        }

        #[test]
        fn days_beyond_the_calendar_do_not_break_periods(number in any::<i32>()) {
            for kind in kinds() {
                let period = kind.containing(Day(number));
                let _label = (period.to_string(), period.len_days(), period.year_before());
            }
        }
    }
}
