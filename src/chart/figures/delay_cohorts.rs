//! Delays by the time in which they began, or in which they were told: one distribution a cohort, and whether the
//! cohort has been followed long enough to stand beside the others.

use crate::chart::figures::LEVEL;
use crate::chart::figures::curve::{Curve, DelayQuantile};
use crate::chart::figures::delay_pairs::{Pair, Pairs};
use crate::chart::figures::scope::Scope;
use crate::chart::records::DelayGap;
use crate::frame::Snapshot;
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::period::PeriodScheme;
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::survival::Outcome;
use crate::stats::trend::{MannKendall, TheilSen, mann_kendall, theil_sen};

/// How long a cohort is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// A year, from the fiscal start where one is set.
    #[default]
    Year,
    /// Half a calendar year.
    Half,
    /// A calendar quarter.
    Quarter,
}

/// By which of the two events records fall into cohorts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The first: what began in the period.
    #[default]
    Began,
    /// The second: what was told in the period, whenever it began.
    Told,
}

/// One cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Whether all of it has been followed long enough; a cohort by the second event, whether it is over.
    pub followed: bool,
    /// Records its curve rests on, those still open included.
    pub n: u64,
    /// Of them, still open.
    pub open: u64,
    /// Records that began in it and are left out because they were not followed for the whole window.
    pub too_recent: u64,
    /// Records that began in it and were told after the window.
    pub beyond: u64,
    /// Share told by each day; the fewest days that the dates allow.
    pub curve: Curve,
    /// The same by the most days, where coarse dates make it another curve.
    pub late: Option<Curve>,
}

impl Cohort {
    /// Records that were told.
    pub fn told(&self) -> u64 {
        self.n - self.open
    }

    /// The quartiles with their limits, those of a register only where the window reaches.
    pub fn quartiles(&self, window: u32) -> [DelayQuantile; 3] {
        let [first, second, third, _] = self.curve.quantiles;
        [first, second, third].map(|found| {
            let days = found.days.filter(|days| *days <= f64::from(window));
            DelayQuantile {
                days,
                low: found.low.filter(|_| days.is_some()),
                high: found.high.filter(|_| days.is_some()),
            }
        })
    }
}

/// Delays by cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortsFigure {
    /// How records got in.
    pub mechanism: Mechanism,
    /// How long a cohort is.
    pub cut: Cut,
    /// By which event.
    pub by: By,
    /// Days for which a cohort must have been followed; `None` where cohorts are described plainly.
    pub window: Option<u32>,
    /// The cohorts in order, empty ones between others included.
    pub cohorts: Vec<Cohort>,
    /// Records chosen.
    pub total: u64,
    /// Records in a cohort's curve.
    pub n: u64,
    /// Records whose date lies in no single cohort for certain.
    pub straddling: u64,
    /// Records left out, each by one reason; reasons that occur only.
    pub left_out: Vec<(DelayGap, u64)>,
    /// Whether the medians rise or fall over the cohorts that can be compared; `None` with fewer than ten.
    pub trend: Option<CohortTrend>,
}

/// A trend of the medians over complete cohorts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CohortTrend {
    /// Number of cohorts.
    pub n: u64,
    /// The test.
    pub test: MannKendall,
    /// Days a cohort, with its interval.
    pub slope: TheilSen,
}

/// Fewest told records of a cohort of which quartiles are stated.
pub const FEWEST: u64 = 5;
/// Fewest cohorts over which a trend is looked for.
const FEWEST_COHORTS: usize = 10;

impl CohortsFigure {
    /// Computes the cohorts for the chosen records; none where several datasets are looked at together.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        (cut, by, window): (Cut, By, u32),
    ) -> Self {
        let mut pairs = Pairs::collect(snapshot, selection, question);
        if scope.datasets > 1 {
            pairs.pairs.clear();
        }
        let mechanism = if by == By::Told { Mechanism::Mixed } else { question.mechanism };
        if mechanism != Mechanism::Register {
            pairs.leave_out(|pair| (!pair.happened()).then_some(DelayGap::NotYet));
        }
        let as_of = question.as_of;
        let (borders, members, straddling) = members(&pairs.pairs, by, cut, scope.year, as_of);
        let method = Method { mechanism, window, as_of };
        let cohorts: Vec<Cohort> = parallel::map(members.len(), members.len(), |at| {
            let (first, after) = (*borders.get(at)?, *borders.get(at + 1)?);
            Some(method.cohort((Day(first), Day(after).plus_days(-1)), members.get(at)?, by))
        })
        .into_iter()
        .flatten()
        .collect();
        for (gap, count) in [
            (DelayGap::TooRecent, cohorts.iter().map(|cohort| cohort.too_recent).sum::<u64>()),
            (DelayGap::BeyondWindow, cohorts.iter().map(|cohort| cohort.beyond).sum()),
        ] {
            *pairs.left_out.entry(gap).or_insert(0) += count;
        }
        let window = (mechanism != Mechanism::Mixed).then_some(window);
        Self {
            mechanism,
            cut,
            by,
            window,
            total: pairs.total,
            n: cohorts.iter().map(|cohort| cohort.n).sum(),
            straddling,
            left_out: pairs.left_out(),
            trend: window.and_then(|window| trend(&cohorts, window)),
            cohorts,
        }
    }

    /// Cohorts of which quartiles are stated and that may stand beside each other.
    pub fn comparable(&self) -> impl DoubleEndedIterator<Item = &Cohort> {
        self.cohorts.iter().filter(|cohort| cohort.followed && cohort.told() >= FEWEST)
    }
}

/// First days of the cohorts, and the day after the last.
fn borders(cut: Cut, year: PeriodScheme, first: Day, last: Day) -> Vec<i32> {
    match cut {
        Cut::Year => year.borders(first, last),
        Cut::Quarter => PeriodScheme::Quarter.borders(first, last),
        Cut::Half => {
            let years = PeriodScheme::Year.borders(first, last);
            let halves: Vec<i32> = years.iter().flat_map(|day| [*day, Day(*day).add_months(6).0]).collect();
            let begin = halves.partition_point(|day| *day <= first.0).saturating_sub(1);
            let end = halves.partition_point(|day| *day <= last.0);
            halves.get(begin..=end).map(<[i32]>::to_vec).unwrap_or_default()
        }
    }
}

/// Records of each cohort, and how many lie in no single one for certain.
fn members(pairs: &[Pair], by: By, cut: Cut, year: PeriodScheme, as_of: Day) -> (Vec<i32>, Vec<Vec<Pair>>, u64) {
    let date = |pair: &Pair| if by == By::Told { pair.end } else { pair.start };
    // Years before 1900 and dates after the as-of date are left to the records: no list of periods grows from a slip.
    let floor = Day::from_ymd(1900, 1, 1).map_or(i32::MIN, |day| day.0);
    let usable = |(lo, hi): (i32, i32)| lo >= floor && hi <= as_of.0;
    let first = pairs.iter().map(date).filter(|date| usable(*date)).map(|(lo, _)| lo).min();
    let Some(first) = first else { return (Vec::new(), Vec::new(), pairs.len() as u64) };
    let borders = borders(cut, year, Day(first), as_of);
    let mut members: Vec<Vec<Pair>> = vec![Vec::new(); borders.len().saturating_sub(1)];
    let mut straddling = 0;
    for pair in pairs {
        let (lo, hi) = date(pair);
        let at = borders.partition_point(|border| *border <= lo);
        let inside = usable((lo, hi)) && borders.get(at).is_some_and(|next| hi < *next);
        match at.checked_sub(1).and_then(|at| members.get_mut(at)).filter(|_| inside) {
            Some(cohort) => cohort.push(*pair),
            None => straddling += 1,
        }
    }
    (borders, members, straddling)
}

#[derive(Clone, Copy)]
struct Method {
    mechanism: Mechanism,
    window: u32,
    as_of: Day,
}

impl Method {
    fn cohort(self, (first, last): (Day, Day), pairs: &[Pair], by: By) -> Cohort {
        let followed = |pair: &&Pair| pair.followed(self.as_of.0) >= i64::from(self.window);
        let list = self.mechanism == Mechanism::DisclosureList;
        let used: Vec<&Pair> =
            pairs.iter().filter(|pair| !list || (followed(pair) && pair.min <= self.window)).collect();
        let exact = used.iter().all(|pair| pair.is_exact());
        let curve = |late: bool| {
            let days = |pair: &&Pair| if late { pair.max } else { pair.min };
            match self.mechanism {
                Mechanism::Register => Curve::survival(used.iter().map(|pair| match (late, pair.max) {
                    (true, u32::MAX) => (pair.min, Outcome::Censored),
                    _ => (days(pair), pair.outcome),
                })),
                Mechanism::DisclosureList => Curve::window(used.iter().map(days), self.window),
                Mechanism::Mixed => Curve::plain(used.iter().map(days).collect(), exact),
            }
        };
        let long_enough = match (by, self.mechanism) {
            (By::Told, _) => last <= self.as_of,
            (By::Began, Mechanism::Mixed) => false,
            (By::Began, _) => self.as_of.days_since(last) >= i64::from(self.window),
        };
        let recent = pairs.iter().filter(|pair| list && !followed(pair)).count() as u64;
        Cohort {
            first,
            last,
            followed: long_enough,
            n: used.len() as u64,
            open: used.iter().filter(|pair| !pair.happened()).count() as u64,
            too_recent: recent,
            beyond: if list { (pairs.len() - used.len()) as u64 - recent } else { 0 },
            curve: curve(false),
            late: (!exact).then(|| curve(true)),
        }
    }
}

/// A trend of the medians over complete cohorts that follow each other; a gap among them has its place.
fn trend(cohorts: &[Cohort], window: u32) -> Option<CohortTrend> {
    let points: Vec<(f64, f64)> = (cohorts.iter().enumerate())
        .filter(|(_, cohort)| cohort.followed && cohort.told() >= FEWEST && cohort.late.is_none())
        .filter_map(|(at, cohort)| Some((at as f64, cohort.quartiles(window)[1].days?)))
        .collect();
    if points.len() < FEWEST_COHORTS {
        return None;
    }
    let values: Vec<f64> = points.iter().map(|(_, days)| *days).collect();
    Some(CohortTrend { n: points.len() as u64, test: mann_kendall(&values)?, slope: theil_sen(&points, LEVEL)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::RecordId;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    fn pair(start: Day, delay: i32) -> Pair {
        let (min, end) = (u32::try_from(delay).unwrap(), start.0 + delay);
        Pair { id: RecordId(0), start: (start.0, start.0), end: (end, end), min, max: min, outcome: Outcome::Event }
    }

    #[test]
    fn halves_begin_in_january_and_july() {
        let found = borders(Cut::Half, PeriodScheme::Year, day(2023, 8, 3), day(2024, 7, 1));
        let days: Vec<String> = found.into_iter().map(|found| format!("{:?}", Day(found).ymd())).collect();
        assert_eq!(days, ["(2023, 7, 1)", "(2024, 1, 1)", "(2024, 7, 1)", "(2025, 1, 1)"]);
    }

    #[test]
    fn a_record_is_in_the_cohort_that_holds_its_whole_date() {
        let mut coarse = pair(day(2023, 12, 20), 3);
        coarse.start.1 += 20;
        let mut open = pair(day(2023, 12, 20), 3);
        open.start.0 = i32::MIN;
        let pairs = [pair(day(2023, 12, 31), 1), pair(day(2024, 1, 1), 2), coarse, open, pair(day(2030, 1, 1), 1)];
        let (borders, members, straddling) = members(&pairs, By::Began, Cut::Year, PeriodScheme::Year, day(2024, 6, 1));
        assert_eq!((borders.len(), straddling), (3, 3));
        assert_eq!(members.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn only_a_cohort_followed_to_its_last_day_stands_beside_others() {
        let method = Method { mechanism: Mechanism::DisclosureList, window: 365, as_of: day(2025, 12, 31) };
        let year = |year: i32| {
            let pairs = [pair(day(year, 1, 1), 10), pair(day(year, 12, 31), 20), pair(day(year, 6, 1), 400)];
            method.cohort((day(year, 1, 1), day(year, 12, 31)), &pairs, By::Began)
        };
        let (whole, part) = (year(2024), year(2025));
        assert!(whole.followed && !part.followed);
        assert_eq!((whole.n, whole.too_recent, whole.beyond), (2, 0, 1));
        // Of 2025 only what began on its first day was not followed for 365 days either.
        assert_eq!((part.n, part.too_recent, part.beyond), (0, 3, 0));
    }
}
