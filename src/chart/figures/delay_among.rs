//! Where one incident lies among the others: the share of comparable incidents that were told sooner.

use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay_pairs::{Pair, Pairs};
use crate::chart::figures::scope::Scope;
use crate::chart::records::DelayGap;
use crate::frame::{RecordId, Snapshot};
use crate::model::dataset::Mechanism;
use crate::query::Selection;
use crate::query::question::Question;
use crate::stats::survival::Outcome;

/// One incident among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct AmongFigure {
    /// The incident's own delay; `None` where it has none.
    pub own: Option<Pair>,
    /// Comparable incidents without it: those a delay figure rests on.
    pub n: u64,
    /// Of them, still open.
    pub open: u64,
    /// The window of the method, in days, where it has one.
    pub window: Option<u32>,
    /// Share told by each day among the others, by their fewest days.
    pub early: Curve,
    /// The same by their most days, where coarse dates make it another curve.
    pub late: Option<Curve>,
    /// Where it lies.
    pub place: Option<Place>,
    /// Records left out, each by one reason; reasons that occur only.
    pub left_out: Vec<(DelayGap, u64)>,
}

/// Where an incident lies among the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// This share of the others was told sooner: from what is sure to what is possible.
    Sooner {
        /// Surely told sooner.
        low: f64,
        /// Possibly told sooner.
        high: f64,
    },
    /// It is still open, and already has waited longer than this share of the others did.
    LongerThan {
        /// Surely told in less time than has surely passed.
        share: f64,
    },
    /// Its delay lies beyond what the others say anything about: longer than the window, or than the last day
    /// observed.
    Beyond {
        /// That last day.
        days: u32,
    },
}

impl AmongFigure {
    /// Places one incident among the other chosen ones.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        (one, window): (RecordId, u32),
    ) -> Self {
        let mut pairs = Pairs::collect(snapshot, selection, question);
        if scope.datasets > 1 {
            pairs.pairs.clear();
        }
        let own = pairs.pairs.iter().find(|pair| pair.id == one).copied();
        pairs.pairs.retain(|pair| pair.id != one);
        match question.mechanism {
            Mechanism::DisclosureList => pairs.keep_window(question.as_of.0, window),
            Mechanism::Mixed => pairs.leave_out(|pair| (!pair.happened()).then_some(DelayGap::NotYet)),
            Mechanism::Register => {}
        }
        let exact = pairs.pairs.iter().all(Pair::is_exact);
        let early = curve(&pairs.pairs, question.mechanism, window, false);
        let late = (!exact).then(|| curve(&pairs.pairs, question.mechanism, window, true));
        let place = own.filter(|_| !pairs.pairs.is_empty()).map(|own| place(&own, &early, late.as_ref()));
        Self {
            own,
            n: pairs.pairs.len() as u64,
            open: pairs.pairs.iter().filter(|pair| !pair.happened()).count() as u64,
            window: (question.mechanism == Mechanism::DisclosureList).then_some(window),
            early,
            late,
            place,
            left_out: pairs.left_out(),
        }
    }
}

fn curve(pairs: &[Pair], mechanism: Mechanism, window: u32, late: bool) -> Curve {
    let days = |pair: &Pair| if late { pair.max } else { pair.min };
    match mechanism {
        Mechanism::Register => Curve::survival(pairs.iter().map(|pair| match (late, pair.max) {
            (true, u32::MAX) => (pair.min, Outcome::Censored),
            _ => (days(pair), pair.outcome),
        })),
        Mechanism::DisclosureList => Curve::window(pairs.iter().map(days), window),
        Mechanism::Mixed => Curve::plain(pairs.iter().map(days).collect(), true),
    }
}

/// Share told in fewer than so many days; `None` beyond what the curve says anything about.
fn before(curve: &Curve, days: u32) -> Option<f64> {
    match days.checked_sub(1) {
        None => Some(0.0),
        Some(day) => curve.share_by(day).map(|step| step.share),
    }
}

fn place(own: &Pair, early: &Curve, late: Option<&Curve>) -> Place {
    let slow = late.unwrap_or(early);
    let beyond = Place::Beyond { days: slow.until.min(early.until) };
    if !own.happened() {
        return before(slow, own.min).map_or(beyond, |share| Place::LongerThan { share });
    }
    let Some(low) = before(slow, own.min) else { return beyond };
    // Beyond the last day observed any share may have been told sooner.
    let high = if own.max == u32::MAX { 1.0 } else { before(early, own.max).unwrap_or(1.0) };
    Place::Sooner { low, high: high.max(low) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(min: u32, max: u32) -> Pair {
        Pair { id: RecordId(0), start: (0, 0), end: (0, 0), min, max, outcome: Outcome::Event }
    }

    fn placed(own: Pair, others: &[Pair], mechanism: Mechanism) -> Place {
        let exact = others.iter().all(Pair::is_exact);
        let early = curve(others, mechanism, 365, false);
        let late = (!exact).then(|| curve(others, mechanism, 365, true));
        place(&own, &early, late.as_ref())
    }

    #[test]
    fn an_incident_lies_after_those_told_sooner_and_ties_are_not_sooner() {
        let others: Vec<Pair> = [1, 2, 3, 4, 5, 6, 7, 10, 20, 30].map(|days| told(days, days)).to_vec();
        let own = |days| placed(told(days, days), &others, Mechanism::DisclosureList);
        assert_eq!(own(10), Place::Sooner { low: 0.7, high: 0.7 });
        assert_eq!(own(0), Place::Sooner { low: 0.0, high: 0.0 });
        assert_eq!(own(31), Place::Sooner { low: 1.0, high: 1.0 });
    }

    #[test]
    fn coarse_dates_give_a_range_of_places() {
        let others: Vec<Pair> = [1, 2, 3, 4, 5, 6, 7, 10, 20, 30].map(|days| told(days, days)).to_vec();
        assert_eq!(placed(told(3, 11), &others, Mechanism::Mixed), Place::Sooner { low: 0.2, high: 0.8 });
        let coarse: Vec<Pair> = [(1, 5), (2, 2), (8, 9), (6, 20)].map(|(min, max)| told(min, max)).to_vec();
        assert_eq!(placed(told(8, 8), &coarse, Mechanism::Mixed), Place::Sooner { low: 0.5, high: 0.75 });
        assert_eq!(placed(told(3, u32::MAX), &coarse, Mechanism::Mixed), Place::Sooner { low: 0.25, high: 1.0 });
    }

    #[test]
    fn an_open_one_has_waited_longer_than_those_told_in_less_time() {
        let others: Vec<Pair> = [1, 2, 3, 40].map(|days| told(days, days)).to_vec();
        let open = Pair { outcome: Outcome::Censored, ..told(4, 4) };
        assert_eq!(placed(open, &others, Mechanism::Register), Place::LongerThan { share: 0.75 });
    }

    #[test]
    fn beyond_the_last_day_observed_nothing_is_said() {
        let mut others: Vec<Pair> = [1, 2, 3].map(|days| told(days, days)).to_vec();
        others.push(Pair { outcome: Outcome::Censored, ..told(10, 10) });
        assert_eq!(placed(told(50, 50), &others, Mechanism::Register), Place::Beyond { days: 10 });
    }
}
