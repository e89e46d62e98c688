//! Delays in a list of what was disclosed: only records followed for a whole window count.
//!
//! Such a list lacks what is not disclosed yet, so recent records look fast. Among records that were
//! followed for the whole window, and only for what happened within it, nothing is lacking.

use crate::stats::estimate::{Estimate, Interval, LeftOut, Method};
use crate::stats::quantile::{observed_quantile, quantile_interval};
use crate::stats::share::share;

/// Delays of the records of a fixed window, and who is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedWindow {
    window: i32,
    delays: Vec<i32>,
    short_follow_up: u64,
    no_date: u64,
    inconsistent: u64,
    beyond_window: u64,
    sorted: bool,
}

/// The share that had happened by a day within the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowShare {
    /// Days since the start.
    pub days: i32,
    /// Share; `None` without records or beyond the window.
    pub share: Option<f64>,
    /// Wilson's interval.
    pub interval: Option<(f64, f64)>,
}

/// The day by which a share had happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WindowQuantile {
    /// Days; `None` without records.
    pub days: Option<i32>,
    /// Lower limit; `None` if more records are needed.
    pub low: Option<i32>,
    /// Upper limit; `None` if more records are needed.
    pub high: Option<i32>,
}

impl FixedWindow {
    /// An empty cohort for a window of so many days, 365 for "within one year".
    pub fn new(window: i32) -> Self {
        Self {
            window,
            delays: Vec::new(),
            short_follow_up: 0,
            no_date: 0,
            inconsistent: 0,
            beyond_window: 0,
            sorted: true,
        }
    }

    /// Adds a record: its delay in days (`None` without a second date; negative is inconsistent) and
    /// the days from its start to the as-of date.
    ///
    /// What leaves a record out is looked for in this order: followed for less than the window; no
    /// date; inconsistent; happened after the window. Each record counts once.
    pub fn add(&mut self, delay: Option<i32>, follow_up: i32) {
        match delay {
            _ if follow_up < self.window => self.short_follow_up += 1,
            None => self.no_date += 1,
            Some(days) if days < 0 => self.inconsistent += 1,
            Some(days) if days > self.window => self.beyond_window += 1,
            Some(days) => {
                self.delays.push(days);
                self.sorted = false;
            }
        }
    }

    /// Number of records used.
    pub fn n(&self) -> u64 {
        self.delays.len() as u64
    }

    /// The window in days.
    pub fn window(&self) -> i32 {
        self.window
    }

    /// Numbers of records left out: followed too short, without a date, inconsistent, beyond the
    /// window.
    pub fn left_out(&self) -> [(LeftOut, u64); 4] {
        [
            (LeftOut::ShortFollowUp, self.short_follow_up),
            (LeftOut::NoEnd, self.no_date),
            (LeftOut::Inconsistent, self.inconsistent),
            (LeftOut::BeyondWindow, self.beyond_window),
        ]
    }

    /// The share that had happened by `days`, among records that happened within the window and were
    /// followed for the whole of it, with Wilson's interval at confidence `level`.
    ///
    /// Undefined without records and for days beyond the window. Sorts once, then O(log n).
    ///
    /// ```
    /// use vigie::stats::fixed_window::FixedWindow;
    /// let mut cohort = FixedWindow::new(365);
    /// for (delay, follow_up) in [(Some(20), 900), (Some(40), 800), (Some(12), 100), (None, 900)] {
    ///     cohort.add(delay, follow_up);
    /// }
    /// assert_eq!(cohort.n(), 2);
    /// assert_eq!(cohort.share_by(30, 0.95).share, Some(0.5));
    /// assert_eq!(cohort.quantile(0.5, 0.95).days, Some(20));
    /// ```
    pub fn share_by(&mut self, days: i32, level: f64) -> WindowShare {
        if !self.sorted {
            self.delays.sort_unstable();
            self.sorted = true;
        }
        let within = self.delays.partition_point(|delay| *delay <= days) as u64;
        let found = share(within, self.n(), level).filter(|_| days <= self.window);
        WindowShare { days, share: found.map(|share| share.share), interval: found.map(|share| share.wilson) }
    }

    /// The p-quantile of the delays, an observed value (type 1), with its order-statistic interval at
    /// confidence `level`. O(n).
    pub fn quantile(&mut self, p: f64, level: f64) -> WindowQuantile {
        self.sorted = false;
        let days = observed_quantile(&mut self.delays, p);
        let limits = quantile_interval(&mut self.delays, p, level);
        WindowQuantile {
            days,
            low: limits.and_then(|limits| limits.low).map(|(_, days)| days),
            high: limits.and_then(|limits| limits.high).map(|(_, days)| days),
        }
    }

    /// [`FixedWindow::quantile`] as an [`Estimate`] in days, with who is left out.
    pub fn quantile_estimate(&mut self, p: f64, level: f64) -> Estimate {
        let found = self.quantile(p, level);
        let interval = Interval { low: found.low.map(f64::from), high: found.high.map(f64::from), level };
        Estimate::new(found.days.map(f64::from), interval, self.n(), Method::FixedWindow).leaving_out(self.left_out())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn everybody_is_used_or_left_out_once(
            records in prop::collection::vec((prop::option::of(-50..600_i32), 0..900_i32), 0..60), window in 0..400_i32,
        ) {
            let mut cohort = FixedWindow::new(window);
            for (delay, follow_up) in &records {
                cohort.add(*delay, *follow_up);
            }
            let figure = cohort.quantile_estimate(0.5, 0.95);
            prop_assert_eq!(figure.n + figure.num_left_out(), records.len() as u64);
            let mut before = 0.0;
            for days in 0..=window {
                if let Some(share) = cohort.share_by(days, 0.95).share {
                    prop_assert!(share >= before);
                    before = share;
                }
            }
            prop_assert!(figure.n == 0 || before == 1.0);
        }
    }
}
