//! What ordinary variation gives: control limits of counts per period, and of the days between large incidents.

use crate::chart::figures::compare::CLUSTERED;
use crate::chart::figures::incidents::PeriodFigure;
use crate::stats::normal::Tail;
use crate::stats::special::chi_squared_tail;

/// Fewest whole periods that are judged.
pub const FEWEST: usize = 20;

/// So many points in a row on one side of the centre are a signal.
pub const RUN: usize = 8;

/// Mean moving range to three standard deviations: 3/1.128.
const XMR: f64 = 2.66;

/// Exponent that makes waiting times of rare events nearly normal: 1/3.6.
const NELSON: f64 = 1.0 / 3.6;

/// How the limits were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    /// u chart: what independent incidents at a steady rate give.
    Rate,
    /// XmR chart: from the differences of neighbours, because incidents come in clusters.
    MovingRange,
    /// t chart: from the differences of neighbouring gaps, made nearly normal.
    Gaps,
}

/// Where a point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Within what ordinary variation gives.
    Ordinary,
    /// Above the upper limit.
    Above,
    /// Below the lower limit.
    Below,
}

/// One point of a control chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// The value.
    pub value: f64,
    /// What is expected of it.
    pub centre: f64,
    /// Lower limit, at least 0.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Where it stands.
    pub standing: Standing,
    /// Whether it is one of [`RUN`] or more in a row on one side of the centre.
    pub in_run: bool,
}

/// Points judged by their own variation.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The points, in order.
    pub points: Vec<Judged>,
    /// How the limits were found.
    pub limits: Limits,
    /// Variance over what independent incidents would have; of counts only.
    pub dispersion: Option<f64>,
}

impl Control {
    /// Judges whole periods: by the rate of independent incidents for each unit of `exposure`, or where the counts vary
    /// more than those would, by the differences of neighbours. `None` for fewer than [`FEWEST`] or without a
    /// record.
    pub fn of_counts(periods: &[PeriodFigure], exposure: impl Fn(&PeriodFigure) -> f64) -> Option<Self> {
        let counts: Vec<f64> = periods.iter().map(|found| found.count.certain as f64).collect();
        let exposures: Vec<f64> = periods.iter().map(exposure).collect();
        let (total, whole) = (counts.iter().sum::<f64>(), exposures.iter().sum::<f64>());
        if counts.len() < FEWEST || total <= 0.0 || exposures.iter().any(|exposure| *exposure <= 0.0) {
            return None;
        }
        let expected: Vec<f64> = exposures.iter().map(|exposure| total / whole * exposure).collect();
        let squares = counts.iter().zip(&expected).map(|(count, mean)| (count - mean) * (count - mean) / mean);
        let (chi_squared, degrees) = (squares.sum::<f64>(), counts.len() as f64 - 1.0);
        let dispersion = Some(chi_squared / degrees);
        let clustered = chi_squared / degrees > CLUSTERED && chi_squared_tail(degrees, chi_squared, Tail::Upper) < 0.05;
        let points = if clustered {
            let mean = total / counts.len() as f64;
            let reach = XMR * mean_moving_range(&counts);
            counts.iter().map(|count| judge(*count, mean, (mean - reach, mean + reach))).collect()
        } else {
            let limits = |mean: f64| (mean - 3.0 * libm::sqrt(mean), mean + 3.0 * libm::sqrt(mean));
            counts.iter().zip(&expected).map(|(count, mean)| judge(*count, *mean, limits(*mean))).collect()
        };
        let limits = if clustered { Limits::MovingRange } else { Limits::Rate };
        Some(Self { points: with_runs(points), limits, dispersion })
    }

    /// Judges the days between events: their 3.6th roots are nearly normal when events come independently, and are
    /// judged by the differences of neighbours. `None` for fewer than 10 gaps. Reference: Nelson 1994, Journal of
    /// Quality Technology 26:239–241.
    pub fn of_gaps(gaps: &[u32]) -> Option<Self> {
        if gaps.len() < 10 {
            return None;
        }
        let roots: Vec<f64> = gaps.iter().map(|days| libm::pow(f64::from(*days), NELSON)).collect();
        let mean = roots.iter().sum::<f64>() / roots.len() as f64;
        let reach = XMR * mean_moving_range(&roots);
        let days = |root: f64| libm::pow(root.max(0.0), 1.0 / NELSON);
        let limits = (days(mean - reach), days(mean + reach));
        let points = gaps.iter().map(|gap| judge(f64::from(*gap), days(mean), limits)).collect();
        Some(Self { points: with_runs(points), limits: Limits::Gaps, dispersion: None })
    }

    /// The points outside the limits, by index.
    pub fn outside(&self) -> impl Iterator<Item = (usize, &Judged)> {
        self.points.iter().enumerate().filter(|(_, point)| point.standing != Standing::Ordinary)
    }

    /// The longest run on one side of the centre, if one is long enough: first and last index.
    pub fn longest_run(&self) -> Option<(usize, usize)> {
        let mut longest: Option<(usize, usize)> = None;
        let mut at = 0;
        for run in self.points.chunk_by(|a, b| side(a) == side(b)) {
            let better = longest.is_none_or(|(first, last)| run.len() > last - first + 1);
            if run.len() >= RUN && run.first().is_some_and(|first| side(first) != 0) && better {
                longest = Some((at, at + run.len() - 1));
            }
            at += run.len();
        }
        longest
    }

    /// The whole numbers that ordinary variation gives in a period of mean exposure.
    pub fn ordinary(&self) -> (u64, u64) {
        let n = self.points.len().max(1) as f64;
        let mean = |of: fn(&Judged) -> f64| self.points.iter().map(of).sum::<f64>() / n;
        (libm::ceil(mean(|point| point.low)) as u64, libm::floor(mean(|point| point.high)) as u64)
    }
}

fn judge(value: f64, centre: f64, (low, high): (f64, f64)) -> Judged {
    let low = low.max(0.0);
    let standing = if value > high {
        Standing::Above
    } else if value < low {
        Standing::Below
    } else {
        Standing::Ordinary
    };
    Judged { value, centre, low, high, standing, in_run: false }
}

fn mean_moving_range(values: &[f64]) -> f64 {
    let ranges = values.iter().zip(values.iter().skip(1)).map(|(a, b)| (b - a).abs());
    ranges.sum::<f64>() / (values.len().saturating_sub(1)).max(1) as f64
}

/// 1 above the centre, −1 below it, 0 on it.
fn side(point: &Judged) -> i8 {
    i8::from(point.value > point.centre) - i8::from(point.value < point.centre)
}

fn with_runs(mut points: Vec<Judged>) -> Vec<Judged> {
    for run in points.chunk_by_mut(|a, b| side(a) == side(b)) {
        let long = run.len() >= RUN && run.first().is_some_and(|first| side(first) != 0);
        for point in run {
            point.in_run = long;
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::calendar::Day;
    use crate::model::period::PeriodScheme;
    use crate::stats::periods::PeriodCount;

    fn months(counts: &[u64]) -> Vec<PeriodFigure> {
        let first = PeriodScheme::Month.containing(Day(18_262));
        let month = |(at, certain): (i64, &u64)| {
            let period = first.offset(at);
            let days = period.len_days() as u32;
            let (possible, fractional) = (*certain, *certain as f64);
            let count = PeriodCount { certain: *certain, possible, fractional, exposure_days: days, period_days: days };
            PeriodFigure { period, count, expected: None }
        };
        (0..).zip(counts).map(month).collect()
    }

    fn days(found: &PeriodFigure) -> f64 {
        f64::from(found.count.exposure_days)
    }

    #[test]
    fn a_steady_rate_has_no_signal_and_a_jump_has_one() {
        let mut counts = vec![18, 16, 20, 17, 15, 19, 21, 14, 18, 16, 19, 17, 20, 15, 18, 22, 16, 17, 19, 18];
        let steady = Control::of_counts(&months(&counts), days).expect("enough");
        assert_eq!(steady.limits, Limits::Rate);
        assert_eq!((steady.outside().count(), steady.longest_run()), (0, None));
        assert_eq!(steady.ordinary(), (6, 30), "18 ± 3 √18");
        counts.push(40);
        let jump = Control::of_counts(&months(&counts), days).expect("enough");
        assert_eq!(jump.outside().map(|(at, point)| (at, point.standing)).collect::<Vec<_>>(), [(20, Standing::Above)]);
        assert_eq!(Control::of_counts(&months(&counts[..19]), days), None, "too few months");
        assert_eq!(Control::of_counts(&months(&[0; 30]), days), None, "nothing");
    }

    #[test]
    fn clusters_widen_the_limits_and_a_shift_is_a_run() {
        let clustered: Vec<u64> = (0..30).map(|at| if at % 3 == 0 { 40 } else { 4 }).collect();
        let found = Control::of_counts(&months(&clustered), days).expect("enough");
        assert_eq!(found.limits, Limits::MovingRange);
        assert_eq!(found.outside().count(), 0);
        let shifted: Vec<u64> = (0..24).map(|at| if at < 12 { 10 + at % 3 } else { 14 + at % 3 }).collect();
        let found = Control::of_counts(&months(&shifted), days).expect("enough");
        assert!(found.longest_run().is_some_and(|(first, last)| last - first + 1 >= RUN));
        assert!(found.points.iter().filter(|point| point.in_run).count() >= RUN);
    }

    #[test]
    fn gaps_have_an_upper_limit() {
        let mut gaps = vec![5, 9, 14, 3, 22, 8, 11, 6, 17, 10, 13, 7];
        let usual = Control::of_gaps(&gaps).expect("enough");
        assert_eq!(usual.outside().count(), 0);
        gaps.push(400);
        let found = Control::of_gaps(&gaps).expect("enough");
        assert_eq!(found.outside().map(|(at, _)| at).collect::<Vec<_>>(), [12]);
        assert_eq!(Control::of_gaps(&gaps[..9]), None);
    }

    proptest! {
        #[test]
        fn limits_hold_the_centre_and_gaps_scale(gaps in prop::collection::vec(1..400_u32, 10..60), counts in prop::collection::vec(0..50_u64, 20..60)) {
            let found = Control::of_gaps(&gaps).expect("enough");
            let tenfold = Control::of_gaps(&gaps.iter().map(|days| days * 10).collect::<Vec<_>>()).expect("enough");
            for (a, b) in found.points.iter().zip(&tenfold.points) {
                prop_assert!(a.low <= a.centre && a.centre <= a.high);
                prop_assert!((a.high * 10.0 - b.high).abs() < 1e-6 * b.high);
            }
            if let Some(found) = Control::of_counts(&months(&counts), days) {
                prop_assert!(found.points.iter().all(|point| point.low <= point.centre && point.centre <= point.high));
                let total: f64 = found.points.iter().map(|point| point.centre).sum();
                let counted = counts.iter().sum::<u64>() as f64;
                prop_assert!((total - counted).abs() < 1e-6 * (1.0 + counted), "the centre adds up to the counts");
            }
        }
    }
}
