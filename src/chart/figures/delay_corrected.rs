//! Delays in a list of disclosures, corrected for what is not on the list yet, beside what the list shows plainly and
//! what was followed for a whole window.

use crate::chart::figures::LEVEL;
use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay::{DelayFigure, Naive};
use crate::chart::figures::delay_pairs::{Pair, Pairs};
use crate::chart::figures::scope::Scope;
use crate::chart::records::DelayGap;
use crate::frame::Snapshot;
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::query::Selection;
use crate::query::question::Question;
use crate::stats::right_truncation::TruncatedTally;

/// A corrected distribution of delays.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// Records it rests on.
    pub n: u64,
    /// Of them, with dates that allow more than one number of days.
    pub coarse: u64,
    /// Every share is among what was told within so many days: the longest delay seen, or what was asked. `None`
    /// without records.
    pub within: Option<u32>,
    /// Whether nothing is known below some delay, so that the curve must not be shown.
    pub hole: bool,
    /// The curve of the fewest days that the dates allow.
    pub early: Curve,
    /// The curve of the most days, where coarse dates make it another one.
    pub late: Option<Curve>,
    /// Records left out because they were told after `within` days.
    pub beyond: u64,
}

impl Corrected {
    /// Corrects the delays of a list of disclosures (reverse time), among what was told within `within` days, or
    /// within the longest delay seen.
    ///
    /// A record of which an end is open is left out by its dates. What is still open is not on such a list.
    pub fn of(pairs: &[Pair], as_of: Day, within: Option<u32>) -> Self {
        let limit = |day: i32| u32::try_from(i64::from(as_of.0) - i64::from(day)).unwrap_or(0);
        let used = || pairs.iter().filter(|pair| usable(pair, as_of));
        let most = within.unwrap_or(u32::MAX);
        let tally = |late: bool| -> TruncatedTally {
            let of = |pair: &Pair| {
                if late {
                    // It had been told by the as-of date, however coarse its date.
                    let limit = limit(pair.start.0);
                    (pair.max.min(limit), limit)
                } else {
                    (pair.min, limit(pair.start.1))
                }
            };
            used().map(of).filter(|(days, _)| *days <= most).collect()
        };
        let early = tally(false).distribution(LEVEL);
        let coarse = used().filter(|pair| !pair.is_exact()).count() as u64;
        let late = (coarse > 0).then(|| tally(true).distribution(LEVEL));
        Self {
            n: early.n,
            coarse,
            within: within.filter(|_| early.n > 0).or_else(|| late.as_ref().unwrap_or(&early).longest()),
            hole: early.hole || late.as_ref().is_some_and(|late| late.hole),
            beyond: used().filter(|pair| pair.min > most).count() as u64,
            early: Curve::corrected(&early),
            late: late.as_ref().map(Curve::corrected),
        }
    }

    /// The day by which half were told, from the fewest to the most days that coarse dates allow; `None` where the
    /// curve must not be shown.
    pub fn median_range(&self) -> Option<(f64, f64)> {
        let low = self.early.median().days.filter(|_| !self.hole)?;
        Some((low, self.late.as_ref().map_or(Some(low), |late| late.median().days)?))
    }
}

/// Whether a pair can be corrected: told, with a beginning that has two ends and does not lie after the as-of date.
fn usable(pair: &Pair, as_of: Day) -> bool {
    pair.happened() && pair.max != u32::MAX && pair.start.0 != i32::MIN && pair.start.1 <= as_of.0
}

/// The figure: corrected, plain and within a fixed window.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectedFigure {
    /// The correction.
    pub corrected: Corrected,
    /// Every pair of dates described as it stands.
    pub naive: Naive,
    /// The curve of the plain description: fewest days.
    pub plain: Curve,
    /// What was followed for the whole window and told within it.
    pub window: DelayFigure,
    /// Records chosen.
    pub total: u64,
    /// Records left out of the correction, each by one reason; reasons that occur only.
    pub left_out: Vec<(DelayGap, u64)>,
    /// Records left out because an end of a date is open.
    pub open_ended: u64,
}

impl CorrectedFigure {
    /// Computes it for a list of disclosures; `None` for other data, and for several datasets together.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        within: Option<u32>,
    ) -> Option<Self> {
        if question.mechanism != Mechanism::DisclosureList || scope.datasets > 1 {
            return None;
        }
        let mut pairs = Pairs::collect(snapshot, selection, question);
        pairs.leave_out(|pair| (!pair.happened()).then_some(DelayGap::NotYet));
        let corrected = Corrected::of(&pairs.pairs, question.as_of, within);
        let window = DelayFigure::compute(snapshot, selection, question, scope);
        Some(Self {
            naive: window.naive,
            plain: Curve::plain(pairs.pairs.iter().map(|pair| pair.min).collect(), true),
            window,
            total: pairs.total,
            left_out: pairs.left_out(),
            open_ended: pairs.pairs.iter().filter(|pair| !usable(pair, question.as_of)).count() as u64,
            corrected,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::RecordId;
    use crate::stats::survival::Outcome;

    fn pair(start: (i32, i32), end: (i32, i32)) -> Pair {
        let days = |from: i32, to: i32| u32::try_from((to - from).max(0)).unwrap();
        let (min, max) = (days(start.1, end.0), days(start.0, end.1));
        Pair { id: RecordId(0), start, end, min, max, outcome: Outcome::Event }
    }

    fn exact(start: i32, delay: i32) -> Pair {
        pair((start, start), (start + delay, start + delay))
    }

    #[test]
    fn a_recent_quick_record_weighs_less_than_it_looks() {
        // As of day 100. The one that began on day 95 could only show a delay of up to five days.
        let pairs = [exact(10, 3), exact(10, 8), exact(95, 5), exact(40, 4)];
        let found = Corrected::of(&pairs, Day(100), None);
        assert_eq!((found.n, found.within, found.hole, found.coarse), (4, Some(8), false, 0));
        assert_eq!(found.median_range(), Some((5.0, 5.0)));
        let shares: Vec<f64> = found.early.steps.iter().map(|step| step.share).collect();
        assert!((shares[2] - 2.0 / 3.0).abs() < 1e-12 && shares[3] == 1.0);
    }

    #[test]
    fn among_what_was_told_within_a_shorter_time_each_share_is_divided_by_its_own() {
        let pairs = [exact(0, 3), exact(0, 8), exact(95, 5), exact(40, 4), exact(0, 60)];
        let whole = Corrected::of(&pairs, Day(100), None);
        let short = Corrected::of(&pairs, Day(100), Some(8));
        assert_eq!((short.n, short.within, short.beyond), (4, Some(8), 1));
        let share = |found: &Corrected, days: u32| found.early.share_by(days).unwrap().share;
        for days in [3, 4, 5, 8] {
            assert!((share(&short, days) - share(&whole, days) / share(&whole, 8)).abs() < 1e-12);
        }
    }

    #[test]
    fn nothing_is_said_where_all_that_could_be_compared_share_one_delay() {
        let pairs = [exact(98, 1), exact(97, 1), exact(85, 10), exact(80, 12)];
        let found = Corrected::of(&pairs, Day(100), None);
        assert!(found.hole);
        assert_eq!(found.median_range(), None);
    }

    #[test]
    fn coarse_dates_give_two_curves_and_no_delay_beyond_the_as_of_date() {
        let pairs = [pair((0, 30), (31, 60)), pair((10, 10), (90, 120)), exact(0, 20), exact(20, 25), exact(50, 3)];
        let found = Corrected::of(&pairs, Day(100), None);
        assert_eq!((found.n, found.coarse), (5, 2));
        let (low, high) = found.median_range().unwrap();
        assert!(low <= high && found.within == Some(90), "{low} {high} {:?}", found.within);
    }
}
