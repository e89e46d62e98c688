//! The smallest parts of the frame: one date or one count as plain numbers.

/// What is known of an event's date in one record, in 9 bytes.
///
/// `lo` and `hi` are days since 1970-01-01, both included; `i32::MIN` / `i32::MAX` are open ends. Where `state` is
/// not [`DateState::Date`] both are 0 and mean nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateCell {
    /// First possible day.
    pub lo: i32,
    /// Last possible day.
    pub hi: i32,
    /// Whether there is a date, and if not, why.
    pub state: DateState,
}

/// Whether an event has a date, and if not, why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum DateState {
    /// The record says nothing about this event.
    #[default]
    Blank = 0,
    /// A date, exact or coarse.
    Date = 1,
    /// Not yet at the as-of date.
    NotYet = 2,
    /// Unknown.
    Unknown = 3,
    /// Not stated.
    NotStated = 4,
    /// Withheld.
    Withheld = 5,
    /// Looked for and none found.
    NoneIdentified = 6,
    /// Does not apply.
    NotApplicable = 7,
}

/// A count in one record, in 17 bytes.
///
/// `hi == u64::MAX` means no upper bound. Where `state` is not [`CountState::Count`] both are 0 and mean nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountCell {
    /// Smallest possible number.
    pub lo: u64,
    /// Largest possible number; `u64::MAX` when unbounded.
    pub hi: u64,
    /// Whether there is a count, and if not, why.
    pub state: CountState,
}

/// Whether there is a count, and if not, why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum CountState {
    /// The record says nothing about this measure.
    #[default]
    Blank = 0,
    /// A count, exact or bounded.
    Count = 1,
    /// Unknown.
    Unknown = 3,
    /// Not stated.
    NotStated = 4,
    /// Withheld.
    Withheld = 5,
    /// Looked for and none found.
    NoneIdentified = 6,
    /// Does not apply.
    NotApplicable = 7,
}
