//! A figure with everything it rests on: interval, number used, numbers left out by reason, method.

/// Why a record is not among the `n` of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// The value itself is unknown.
    Unknown,
    /// The date of the first event is missing.
    NoStart,
    /// The date of the second event is missing.
    NoEnd,
    /// The second event can only lie before the first.
    Inconsistent,
    /// Not followed for the whole window by the as-of date.
    ShortFollowUp,
    /// The second event came after the window.
    BeyondWindow,
    /// Its date lies wholly before the coverage.
    BeforeCoverage,
    /// Its date lies wholly after the as-of date.
    AfterAsOf,
    /// An open end leaves the value without a bound.
    Unbounded,
    /// The dates are too coarse to decide.
    Undecided,
    /// The question does not apply to the record.
    NotApplicable,
    /// The value is zero, where only positive values have an answer.
    Zero,
}

impl LeftOut {
    /// A stable key for exports and translations.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NoStart => "no_start",
            Self::NoEnd => "no_end",
            Self::Inconsistent => "inconsistent",
            Self::ShortFollowUp => "short_follow_up",
            Self::BeyondWindow => "beyond_window",
            Self::BeforeCoverage => "before_coverage",
            Self::AfterAsOf => "after_as_of",
            Self::Unbounded => "unbounded",
            Self::Undecided => "undecided",
            Self::NotApplicable => "not_applicable",
            Self::Zero => "zero",
        }
    }
}

/// How a figure and its interval were computed; a footnote names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Quantile interpolated between neighbours (type 7), interval from order statistics.
    QuantileInterpolated,
    /// Quantile that is an observed value (type 1), interval from order statistics.
    QuantileObserved,
    /// Kaplan–Meier estimate, interval by inverting the log(−log) band.
    KaplanMeier,
    /// Share or quantile among records followed for the whole window.
    FixedWindow,
    /// Exact Poisson interval (Garwood).
    PoissonExact,
    /// Ratio of two Poisson rates, conditional on their total.
    RateRatioConditional,
    /// Share with Wilson's interval.
    Wilson,
    /// Share with the exact interval of Clopper and Pearson.
    ClopperPearson,
    /// Sum between the sums of all lower and all upper ends.
    SumOfBounds,
    /// Quantile of delays corrected for right truncation in reversed time, relative to the longest one.
    ReverseTime,
    /// Turnbull's estimate from intervals: the limits of the interval in which the quantile lies.
    Turnbull,
    /// Difference of two shares with Newcombe's interval.
    Newcombe,
    /// Difference of two medians with a percentile bootstrap interval.
    BootstrapMedians,
    /// Difference of two medians, interval from the order statistics of each.
    MedianOrderStatistics,
    /// Shift between two groups (Hodges and Lehmann), interval from ordered differences.
    HodgesLehmann,
}

impl Method {
    /// A stable key for exports and translations.
    pub fn key(self) -> &'static str {
        match self {
            Self::QuantileInterpolated => "quantile_interpolated",
            Self::QuantileObserved => "quantile_observed",
            Self::KaplanMeier => "kaplan_meier",
            Self::FixedWindow => "fixed_window",
            Self::PoissonExact => "poisson_exact",
            Self::RateRatioConditional => "rate_ratio_conditional",
            Self::Wilson => "wilson",
            Self::ClopperPearson => "clopper_pearson",
            Self::SumOfBounds => "sum_of_bounds",
            Self::ReverseTime => "reverse_time",
            Self::Turnbull => "turnbull",
            Self::Newcombe => "newcombe",
            Self::BootstrapMedians => "bootstrap_medians",
            Self::MedianOrderStatistics => "median_order_statistics",
            Self::HodgesLehmann => "hodges_lehmann",
        }
    }
}

/// A value with its interval and what it rests on.
///
/// `None` means undefined, not estimable or not reached; infinity means truly without bound.
/// The unit is that of the method's input.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The figure itself.
    pub value: Option<f64>,
    /// Lower end of the interval.
    pub low: Option<f64>,
    /// Upper end of the interval.
    pub high: Option<f64>,
    /// Confidence level of the interval, between 0 and 1: 0.95 for "likely between".
    pub level: f64,
    /// Number of records used.
    pub n: u64,
    /// Numbers of records not used, by reason, each reason once and only where it occurred.
    pub left_out: Vec<(LeftOut, u64)>,
    /// How it was computed.
    pub method: Method,
}

impl Estimate {
    /// A figure of `n` records with nothing left out yet.
    pub fn new(value: Option<f64>, interval: Interval, n: u64, method: Method) -> Self {
        Self { value, low: interval.low, high: interval.high, level: interval.level, n, left_out: Vec::new(), method }
    }

    /// The same figure with the records that were not used; reasons are merged and sorted, and a
    /// count of 0 is dropped.
    ///
    /// ```
    /// use vigie::stats::estimate::{Estimate, Interval, LeftOut, Method};
    /// let figure = Estimate::new(Some(41.0), Interval::none(0.95), 212, Method::KaplanMeier)
    ///     .leaving_out([(LeftOut::NoStart, 5), (LeftOut::Inconsistent, 0), (LeftOut::NoStart, 7)]);
    /// assert_eq!(figure.left_out, [(LeftOut::NoStart, 12)]);
    /// assert_eq!(figure.num_left_out(), 12);
    /// ```
    #[must_use]
    pub fn leaving_out(mut self, reasons: impl IntoIterator<Item = (LeftOut, u64)>) -> Self {
        for (reason, count) in reasons {
            if count == 0 {
                continue;
            }
            match self.left_out.binary_search_by_key(&reason, |(known, _)| *known) {
                Ok(at) => {
                    if let Some((_, known)) = self.left_out.get_mut(at) {
                        *known += count;
                    }
                }
                Err(at) => self.left_out.insert(at, (reason, count)),
            }
        }
        self
    }

    /// Number of records not used, for whatever reason.
    pub fn num_left_out(&self) -> u64 {
        self.left_out.iter().map(|(_, count)| count).sum()
    }
}

/// The two ends of an interval and its confidence level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end; `None` if it cannot be given.
    pub low: Option<f64>,
    /// Upper end; `None` if it cannot be given, infinity if there is no bound.
    pub high: Option<f64>,
    /// Confidence level, between 0 and 1.
    pub level: f64,
}

impl Interval {
    /// No ends can be given.
    pub const fn none(level: f64) -> Self {
        Self { low: None, high: None, level }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_stay_sorted_and_counted_once() {
        let figure = Estimate::new(None, Interval::none(0.9), 0, Method::Wilson)
            .leaving_out([(LeftOut::Zero, 1), (LeftOut::NoEnd, 2)])
            .leaving_out([(LeftOut::Unknown, 4), (LeftOut::NoEnd, 3)]);
        assert_eq!(figure.left_out, [(LeftOut::Unknown, 4), (LeftOut::NoEnd, 5), (LeftOut::Zero, 1)]);
        assert_eq!(figure.num_left_out(), 10);
    }
}
