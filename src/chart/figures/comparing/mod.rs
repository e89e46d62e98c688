//! Two or more sets of records side by side: what each shows, and what may be said of the difference.

pub mod delay;
pub mod groups;
pub mod people;
pub mod periods;
pub mod selections;

/// Fewest records on each side for which a difference is spoken of.
pub const FEWEST: u64 = 10;

/// Below this number of records a side is not described at all.
pub const FEWEST_SHOWN: u64 = 5;

/// What may be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The first lies above: its interval excludes no difference.
    Above,
    /// The first lies below.
    Below,
    /// The interval includes no difference.
    NotClear,
    /// Too few records on one side.
    Few,
}

impl Verdict {
    /// From the limits of a difference and the numbers on both sides.
    pub fn of((low, high): (f64, f64), one: u64, other: u64) -> Self {
        match () {
            () if one.min(other) < FEWEST => Self::Few,
            () if low > 0.0 => Self::Above,
            () if high < 0.0 => Self::Below,
            () => Self::NotClear,
        }
    }
}

/// How the limits of a difference of medians were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limits {
    /// Drawn again and again from both sides, from this seed.
    Drawn {
        /// The seed.
        seed: u64,
    },
    /// From the interval of each median, because there are too many records to draw from.
    OfEach,
}

/// A difference of two medians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MedianGap {
    /// First median less second.
    pub value: f64,
    /// Limits at [`crate::chart::figures::LEVEL`]; an end may be infinite where a median is not reached.
    pub interval: (f64, f64),
    /// How they were found.
    pub limits: Limits,
    /// What may be said of it.
    pub verdict: Verdict,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_interval_without_nothing_is_a_difference() {
        assert_eq!(Verdict::of((1.0, 9.0), 12, 40), Verdict::Above);
        assert_eq!(Verdict::of((-4.0, -1.0), 12, 40), Verdict::Below);
        assert_eq!(Verdict::of((0.0, 9.0), 12, 40), Verdict::NotClear);
        assert_eq!(Verdict::of((1.0, 9.0), 12, 9), Verdict::Few);
    }
}
