//! How the dates of a column are read beyond their order: short years, bare numbers, first days that stand for a month,
//! ranges, and dates whose parts stand in several columns.

use serde::{Deserialize, Serialize};

pub use crate::model::date::Numbers;
use crate::model::date::{Conventions, DateOrder, PIVOT};
use crate::model::event::EventKind;

/// How the dates of a column are read. Everything is as written unless somebody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DateReading {
    /// Years of two digits below this (1 to 99) are 20xx, the others 19xx.
    pub pivot: u8,
    /// What bare numbers count.
    pub numbers: Numbers,
    /// What the 1st of a month says.
    pub firsts: Firsts,
    /// What a range says.
    pub ranges: Ranges,
}

impl Default for DateReading {
    fn default() -> Self {
        Self { pivot: PIVOT, numbers: Numbers::default(), firsts: Firsts::default(), ranges: Ranges::default() }
    }
}

impl DateReading {
    /// Whether everything is as written.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// With an order, what the model needs to read a date.
    pub const fn conventions(&self, order: DateOrder) -> Conventions {
        Conventions { order, pivot: self.pivot }
    }
}

/// What the 1st of a month says in a column where it stands far too often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Firsts {
    /// That day.
    #[default]
    AsWritten,
    /// Some time in the month.
    Month,
    /// 1 January: some time in the year; other firsts that day.
    Year,
    /// 1 January: some time in the year; other firsts: some time in the month.
    MonthOrYear,
}

impl Firsts {
    /// Every meaning.
    pub const ALL: [Self; 4] = [Self::AsWritten, Self::Month, Self::Year, Self::MonthOrYear];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AsWritten => "as_written",
            Self::Month => "month",
            Self::Year => "year",
            Self::MonthOrYear => "month_or_year",
        }
    }
}

/// What a range of days ("du 3 au 5 mai 2024") says. "Between … and …" is always some time in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ranges {
    /// The event took place on some day in it.
    #[default]
    SomeTimeIn,
    /// The column's event at its beginning, and this one at its end.
    Extent(EventKind),
}

/// The other columns of a date whose year stands in the column of the rule. A part that is blank, unknown, 0 or 99 is
/// not known, and the date is that much coarser. The columns named here are themselves ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateParts {
    /// Header of the month's column.
    pub month: String,
    /// Header of the day's column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
}
