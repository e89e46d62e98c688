//! How much counts of whole periods scatter: about their trend, so that a rise or a fall is not taken for clusters.

use crate::chart::figures::LEVEL;
use crate::chart::figures::incidents::PeriodFigure;
use crate::model::calendar::Day;
use crate::stats::growth::{ExposedCount, growth};
use crate::stats::rates::dispersion;

/// Fewest whole periods of which it is told.
const FEWEST: usize = 6;

/// Counts with their days, in years from the first.
pub fn exposed(periods: &[PeriodFigure]) -> Vec<ExposedCount> {
    let start = periods.first().map_or(Day(0), |found| found.period.first_day());
    let count = |found: &PeriodFigure| {
        let days = found.period.len_days() as f64;
        let middle = found.period.first_day().days_since(start) as f64 + days / 2.0;
        ExposedCount { years: middle / 365.25, count: found.count.certain, exposure: days }
    };
    periods.iter().map(count).collect()
}

/// Variance over mean of the counts of whole periods: about 1 for incidents that do not depend on each other, more for
/// clusters.
///
/// About the line of their growth where one can be fitted (from ten periods on), else about their mean. `None` for
/// fewer than six, and without an incident.
pub fn scatter(whole: &[PeriodFigure]) -> Option<f64> {
    if whole.len() < FEWEST {
        return None;
    }
    let about_mean = || {
        let counts: Vec<u64> = whole.iter().map(|found| found.count.certain).collect();
        dispersion(&counts).map(|found| found.index)
    };
    growth(&exposed(whole), LEVEL).map(|found| found.phi).or_else(about_mean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figures::compare::CLUSTERED;
    use crate::chart::figures::series::tests::whole_periods;
    use crate::model::period::PeriodScheme;

    fn of(counts: &[u64]) -> Option<f64> {
        let first = PeriodScheme::Quarter.containing(Day::from_ymd(2020, 1, 1).expect("a day"));
        scatter(&whole_periods(first, counts, 1.0).periods)
    }

    #[test]
    fn a_rise_is_no_cluster_and_a_heap_is_one() {
        let rise: Vec<u64> = (0..16).map(|at| 4 + 5 * at).collect();
        assert!(dispersion(&rise).expect("counts").index > CLUSTERED, "about the mean it would be taken for clusters");
        assert!(of(&rise).expect("enough") < CLUSTERED);
        let heaps = [3, 4, 31, 5, 4, 3, 2, 28, 4, 5, 3, 4, 30, 4];
        assert!(of(&heaps).expect("enough") > CLUSTERED);
    }

    #[test]
    fn a_few_periods_scatter_about_their_mean_and_fewer_not_at_all() {
        assert_eq!(of(&[1, 9, 2, 8, 1, 9]), dispersion(&[1, 9, 2, 8, 1, 9]).map(|found| found.index));
        assert_eq!(of(&[1, 9, 2, 8, 1]), None);
        assert_eq!(of(&[0; 12]), None);
    }
}
