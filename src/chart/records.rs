//! Which records are behind a bar, a point or a left-out count: names of sets of records, as plain data.

use crate::frame::RecordId;
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::period::PeriodScheme;
use crate::query::Expr;
use crate::query::question::Filter;

/// A set of records, named by how a figure put them there. It is resolved against the same snapshot and question
/// that the figure was computed from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecordsKey {
    /// Every record of the selection.
    All,
    /// One record.
    One(RecordId),
    /// Records that meet this condition.
    Where(Expr),
    /// Records that this filter chooses in place of the question's: the other side of a comparison.
    Chosen(Box<Filter>),
    /// Records whose date on the time axis certainly or possibly lies in this period, both days included.
    Period {
        /// First day.
        first: Day,
        /// Last day.
        last: Day,
    },
    /// Records without a date of this event.
    Undated(EventKind),
    /// Records whose date on the time axis lies wholly outside the covered time.
    OutsideCoverage,
    /// Records whose date on the time axis has two ends, meets the covered time and lies in no single period of this
    /// length for certain.
    Coarse(PeriodScheme),
    /// Records whose count has this size.
    Size(SizeBin),
    /// Records with a count of the measure that has no upper bound.
    Unbounded,
    /// Records that count something else than the measure (another unit, or another thing that happened).
    OtherMeasure,
    /// Records with this reason for not being part of the delay figure.
    Delay(DelayGap),
    /// Records of the delay figure that were still open at the as-of date.
    Open,
    /// Records of the delay figure whose fewest days of delay lie between these, both included.
    DelayBetween {
        /// Smallest delay in days.
        from: u32,
        /// Largest delay in days; `None` is any.
        to: Option<u32>,
    },
}

/// A bar of the chart of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SizeBin {
    /// No number is known.
    Unknown,
    /// Nobody.
    Zero,
    /// From 10^k to 10^(k+1) − 1.
    PowerOfTen(u8),
    /// A range or a bound that spans several sizes ("up to 300,000").
    Imprecise,
}

/// Why a record is not part of the delay figure. Each record has one reason, the first that holds in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DelayGap {
    /// The second event does not apply: there was no duty to tell.
    NotApplicable,
    /// Neither date is known.
    BothMissing,
    /// The first event has no date.
    StartMissing,
    /// The second event has no date, and it is not said that it has not happened yet.
    EndMissing,
    /// The second event is certainly before the first.
    Inconsistent,
    /// It had not happened at the as-of date, in data where such records are not a fair sample of what is open.
    NotYet,
    /// Began too recently to have been followed for the whole window.
    TooRecent,
    /// It happened after the window.
    BeyondWindow,
}

impl DelayGap {
    /// All reasons, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::StartMissing,
        Self::EndMissing,
        Self::BothMissing,
        Self::NotYet,
        Self::NotApplicable,
        Self::Inconsistent,
        Self::TooRecent,
        Self::BeyondWindow,
    ];

    /// The stable key used in JSON and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::BothMissing => "both_missing",
            Self::StartMissing => "start_missing",
            Self::EndMissing => "end_missing",
            Self::Inconsistent => "inconsistent",
            Self::NotYet => "not_yet",
            Self::TooRecent => "too_recent",
            Self::BeyondWindow => "beyond_window",
        }
    }
}
