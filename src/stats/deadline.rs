//! The share that kept a deadline, when dates are days or coarser.

use crate::stats::share::{Share, share};

/// A time limit after the first event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deadline {
    /// Hours of elapsed time, as in 72 hours.
    Hours(u32),
    /// Calendar days, as in 30 days.
    Days(u32),
}

/// What dates of day precision allow to be said of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Kept, whatever the exact times.
    Within,
    /// Missed, whatever the exact times; or still open and already past.
    Late,
    /// The dates are too coarse, or it is open and not yet past. Never "on time".
    Undetermined,
}

/// Counts of the three verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeadlineTally {
    /// Records that kept the deadline.
    pub within: u64,
    /// Records that missed it.
    pub late: u64,
    /// Records of which neither can be said.
    pub undetermined: u64,
}

/// The share that kept a deadline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeadlineShare {
    /// Share among the determined records, with its intervals; `None` if there are none.
    pub determined: Option<Share>,
    /// Share of all records with every undetermined one counted late, then within.
    pub bounds: (f64, f64),
}

impl Deadline {
    /// Judges a record whose events lie `min_days` to `max_days` calendar days apart; `max_days` is
    /// `None` while the second event has not happened (and `min_days` have passed) or is without
    /// bound.
    ///
    /// Days d apart leave an elapsed time strictly between 24(d − 1) and 24(d + 1) hours: 72 hours
    /// are kept at d ≤ 2, missed at d ≥ 4, and d = 3 cannot be decided. Calendar days are kept at
    /// d ≤ D.
    ///
    /// ```
    /// use vigie::stats::deadline::{Deadline, Verdict};
    /// let limit = Deadline::Hours(72);
    /// assert_eq!(limit.verdict(2, Some(2)), Verdict::Within);
    /// assert_eq!(limit.verdict(3, Some(3)), Verdict::Undetermined);
    /// assert_eq!(limit.verdict(4, None), Verdict::Late);
    /// assert_eq!(Deadline::Days(30).verdict(0, Some(45)), Verdict::Undetermined);
    /// ```
    pub fn verdict(self, min_days: u32, max_days: Option<u32>) -> Verdict {
        let (min, max) = (u64::from(min_days), max_days.map(u64::from));
        let (kept, missed) = match self {
            Self::Hours(hours) => {
                let hours = u64::from(hours);
                (max.is_some_and(|days| 24 * (days + 1) <= hours), min >= 1 && 24 * (min - 1) >= hours)
            }
            Self::Days(days) => (max.is_some_and(|max| max <= u64::from(days)), min > u64::from(days)),
        };
        match (kept, missed) {
            (true, _) => Verdict::Within,
            (false, true) => Verdict::Late,
            (false, false) => Verdict::Undetermined,
        }
    }
}

impl DeadlineTally {
    /// Counts one record.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Within => self.within += 1,
            Verdict::Late => self.late += 1,
            Verdict::Undetermined => self.undetermined += 1,
        }
    }

    /// Number of records with a verdict.
    pub fn n_determined(&self) -> u64 {
        self.within + self.late
    }

    /// Number of records.
    pub fn n(&self) -> u64 {
        self.n_determined() + self.undetermined
    }

    /// The share that kept the deadline, at confidence `level`; `None` without records.
    ///
    /// The share and its interval are among determined records; the bounds hold for all of them,
    /// whatever the undetermined ones turn out to be.
    ///
    /// ```
    /// use vigie::stats::deadline::DeadlineTally;
    /// let tally = DeadlineTally { within: 53, late: 127, undetermined: 22 };
    /// let found = tally.share(0.95).unwrap();
    /// assert_eq!(format!("{:.0} %", 100.0 * found.determined.unwrap().share), "29 %");
    /// assert_eq!(format!("{:.0} to {:.0} %", 100.0 * found.bounds.0, 100.0 * found.bounds.1), "26 to 37 %");
    /// ```
    pub fn share(&self, level: f64) -> Option<DeadlineShare> {
        let n = self.n();
        if n == 0 {
            return None;
        }
        let most = self.within + self.undetermined;
        Some(DeadlineShare {
            determined: share(self.within, self.n_determined(), level),
            bounds: (self.within as f64 / n as f64, most as f64 / n as f64),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_verdict_holds_for_every_possible_time(
            hours in 1..200_u32, min in 0..10_u32, more in 0..10_u32,
            start_hour in 0..24_u32, end_hour in 0..24_u32, at in 0..10_u32,
        ) {
            let days = min + at.min(more);
            prop_assume!(days > 0 || end_hour >= start_hour);
            let elapsed = 24 * days + end_hour - start_hour;
            match Deadline::Hours(hours).verdict(min, Some(min + more)) {
                Verdict::Within => prop_assert!(elapsed <= hours),
                Verdict::Late => prop_assert!(elapsed > hours),
                Verdict::Undetermined => {}
            }
        }

        #[test]
        fn bounds_hold_the_share_however_the_undecided_fall(within in 0..50_u64, late in 0..50_u64, undetermined in 0..50_u64, kept in 0..50_u64) {
            let tally = DeadlineTally { within, late, undetermined };
            prop_assume!(tally.n() > 0);
            let found = tally.share(0.95).expect("some");
            let truth = (within + kept.min(undetermined)) as f64 / tally.n() as f64;
            prop_assert!(found.bounds.0 <= truth && truth <= found.bounds.1);
        }
    }
}
