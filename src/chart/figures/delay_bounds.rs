//! What coarse dates leave open: the curve of the fewest days against that of the most, and the estimate that takes
//! each delay as an interval.

use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::delay_pairs::Pairs;
use crate::chart::figures::scope::Scope;
use crate::chart::records::DelayGap;
use crate::frame::Snapshot;
use crate::model::dataset::Mechanism;
use crate::query::Selection;
use crate::query::question::Question;
use crate::stats::turnbull::{IntervalDistribution, IntervalTally};

/// Envelope and interval estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundsFigure {
    /// The curves of the fewest and the most days.
    pub envelope: DelayFigure,
    /// The interval estimate; `None` where there is no record for it, or several datasets.
    pub estimate: Option<IntervalDistribution>,
    /// Records of the estimate.
    pub n: u64,
    /// Of them, with a delay that is not one number of days.
    pub coarse: u64,
    /// Of them, with both dates coarse: the estimate is then an approximation.
    pub both_coarse: u64,
    /// Records told within the window by their fewest days and perhaps after it: not part of the estimate.
    pub perhaps_beyond: u64,
}

impl BoundsFigure {
    /// Computes both for the chosen records, with a window in days for a list of disclosures.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        window: u32,
    ) -> Self {
        let envelope = DelayFigure::compute_within(snapshot, selection, question, scope, window);
        let mut found = Self { envelope, estimate: None, n: 0, coarse: 0, both_coarse: 0, perhaps_beyond: 0 };
        if scope.datasets > 1 {
            return found;
        }
        let mut pairs = Pairs::collect(snapshot, selection, question);
        match question.mechanism {
            Mechanism::DisclosureList => {
                pairs.keep_window(question.as_of.0, window);
                let before = pairs.pairs.len();
                pairs.leave_out(|pair| (pair.max > window).then_some(DelayGap::BeyondWindow));
                found.perhaps_beyond = (before - pairs.pairs.len()) as u64;
            }
            Mechanism::Mixed => pairs.leave_out(|pair| (!pair.happened()).then_some(DelayGap::NotYet)),
            Mechanism::Register => {}
        }
        let mut tally = IntervalTally::default();
        for pair in &pairs.pairs {
            let bounded = pair.happened() && pair.max != u32::MAX;
            tally.add(pair.min, bounded.then_some(pair.max));
            let coarse = pair.happened() && !pair.is_exact();
            found.coarse += u64::from(coarse);
            found.both_coarse += u64::from(coarse && pair.start.0 != pair.start.1 && pair.end.0 != pair.end.1);
        }
        found.n = pairs.pairs.len() as u64;
        drop(pairs);
        found.estimate = (found.n > 0).then(|| tally.distribution());
        found
    }
}
