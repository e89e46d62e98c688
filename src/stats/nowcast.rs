//! How many incidents of recent periods will be known in the end, judged by how late earlier ones were.
//!
//! An estimate of what is not there: it is drawn as an outline, never added to what is known.

use crate::stats::normal::Tail;
use crate::stats::special::beta_tail;

/// What a triangle of reporting delays says.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainLadder {
    /// For each delay but the last: how many times larger the number known at the next delay is;
    /// `None` where nothing was known yet in any period.
    pub factors: Vec<Option<f64>>,
    /// What follows from the factors; `None` if one of them is missing.
    pub fitted: Option<FittedLadder>,
}

/// What follows from the factors of a triangle.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedLadder {
    /// Share of all that is known at each delay, up to 1 at the last.
    pub completeness: Vec<f64>,
    /// One for each period, in order.
    pub periods: Vec<LadderPeriod>,
}

/// One period of a fitted triangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LadderPeriod {
    /// Number known so far.
    pub known: u64,
    /// Number expected in the end.
    pub ultimate: f64,
    /// Mack's standard error of that; 0 for a complete period, `None` where nothing is known yet.
    pub standard_error: Option<f64>,
}

/// The chain ladder on a triangle of increments: `increments[i][j]` is the number of period i that
/// became known at delay j, `None` from the delay on that the as-of date does not reach.
///
/// Cᵢⱼ is the number of period i known by delay j; the factor of delay j is Σ Cᵢ,ⱼ₊₁ / Σ Cᵢⱼ over the
/// periods in which both are known; the completeness of a delay is the product of 1/factor from there
/// on; a period's ultimate is what is known of it divided by the completeness of its last delay. Mack's
/// standard error follows from the scatter of the single factors around theirs, the last by his rule.
/// Assumes that delays do not drift, so only recent periods belong into the triangle, and that all is
/// known at the last delay. A period of which nothing is known gets the estimate 0, which is useless:
/// too early. Rows may be shorter than the longest. References: Mack 1993, ASTIN Bulletin 23:213–225;
/// the same estimate as a Poisson model of period and delay: Lawless 1994, Canadian Journal of
/// Statistics 22:15–31.
///
/// ```
/// use vigie::stats::nowcast::chain_ladder;
/// let rows = [vec![Some(10), Some(10)], vec![Some(20), Some(20)], vec![Some(30), None]];
/// let fitted = chain_ladder(&rows).fitted.unwrap();
/// assert_eq!(fitted.completeness, [0.5, 1.0]);
/// assert_eq!(fitted.periods[2].ultimate, 60.0);
/// ```
pub fn chain_ladder(increments: &[Vec<Option<u64>>]) -> ChainLadder {
    let rows: Vec<Vec<f64>> = increments.iter().map(|row| cumulated(row)).collect();
    let delays = rows.iter().map(Vec::len).max().unwrap_or(0);
    let steps: Vec<Step> = (0..delays.saturating_sub(1)).map(|delay| Step::of(&rows, delay)).collect();
    let factors: Vec<Option<f64>> = steps.iter().map(|step| step.factor).collect();
    let fitted = factors.iter().copied().collect::<Option<Vec<f64>>>().map(|factors| {
        let completeness = completeness(&factors);
        let scatter = scatter(&steps);
        let periods = rows.iter().map(|row| LadderPeriod::of(row, &completeness, &factors, &steps, &scatter)).collect();
        FittedLadder { completeness, periods }
    });
    ChainLadder { factors, fitted }
}

/// How much more the increments of a triangle scatter around the chain ladder than independent reports would: Pearson's
/// Σ (x − m)²/m over the cells, divided by their number less the periods and delays that were fitted; 1 for
/// independent reports, above 1 where reports come in clusters.
///
/// A cell's expectation m is what the period's ultimate and the completeness give it; cells of which nothing is
/// expected are passed over. `None` without factors or without a cell to spare. Reference: England & Verrall 2002,
/// British Actuarial Journal 8:443–518.
///
/// ```
/// let rows = [vec![Some(10), Some(10)], vec![Some(20), Some(20)], vec![Some(30), None]];
/// assert_eq!(vigie::stats::nowcast::triangle_dispersion(&rows), Some(0.0));
/// ```
pub fn triangle_dispersion(increments: &[Vec<Option<u64>>]) -> Option<f64> {
    let fitted = chain_ladder(increments).fitted?;
    let (mut squares, mut cells) = (0.0, 0_usize);
    for (row, period) in increments.iter().zip(&fitted.periods) {
        let mut before = 0.0;
        for (increment, share) in row.iter().map_while(|increment| *increment).zip(&fitted.completeness) {
            let expected = period.ultimate * (share - before);
            before = *share;
            if expected > 0.0 {
                let off = increment as f64 - expected;
                squares += off * off / expected;
                cells += 1;
            }
        }
    }
    let fitted_numbers = increments.len() + fitted.completeness.len() - 1;
    let spare = cells.checked_sub(fitted_numbers).filter(|spare| *spare > 0)?;
    Some(squares / spare as f64)
}

/// Numbers known by each delay, as far as they are.
fn cumulated(row: &[Option<u64>]) -> Vec<f64> {
    let mut known = 0_u64;
    row.iter()
        .map_while(|increment| {
            known = known.saturating_add((*increment)?);
            Some(known as f64)
        })
        .collect()
}

/// From one delay to the next.
struct Step {
    factor: Option<f64>,
    /// Sum of what was known before, over the periods in which the next is known.
    before: f64,
    /// Squared scatter of the single factors; `None` for a single period.
    scatter: Option<f64>,
}

impl Step {
    fn of(rows: &[Vec<f64>], delay: usize) -> Self {
        let pairs = || rows.iter().filter_map(|row| Some((*row.get(delay)?, *row.get(delay + 1)?)));
        let (before, after) = pairs().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        let factor = (before > 0.0).then(|| after / before);
        let periods = pairs().count();
        let scatter = factor.filter(|_| periods > 1).map(|factor| {
            let weighted = |(before, after): (f64, f64)| {
                let off = after / before - factor;
                before * off * off
            };
            pairs().filter(|(before, _)| *before > 0.0).map(weighted).sum::<f64>() / (periods as f64 - 1.0)
        });
        Self { factor, before, scatter }
    }
}

fn completeness(factors: &[f64]) -> Vec<f64> {
    let mut shares = vec![1.0; factors.len() + 1];
    for (delay, factor) in factors.iter().enumerate().rev() {
        shares[delay] = shares[delay + 1] / factor;
    }
    shares
}

/// The scatter of each step; where a single period says nothing of it, the smaller of the two before
/// and what they lead to.
fn scatter(steps: &[Step]) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::with_capacity(steps.len());
    for step in steps {
        let before_last = found.len().checked_sub(2).and_then(|at| found.get(at)).copied();
        let led_to = match (found.last().copied(), before_last) {
            (Some(last), Some(earlier)) if earlier > 0.0 => (last * last / earlier).min(last.min(earlier)),
            _ => 0.0,
        };
        found.push(step.scatter.unwrap_or(led_to));
    }
    found
}

impl LadderPeriod {
    fn of(row: &[f64], completeness: &[f64], factors: &[f64], steps: &[Step], scatter: &[f64]) -> Self {
        let known = row.last().copied().unwrap_or(0.0);
        let delay = row.len().saturating_sub(1);
        let ultimate = completeness.get(delay).map_or(known, |share| known / share);
        let (mut expected, mut squares) = (known, 0.0);
        for ((factor, step), scatter) in factors.iter().zip(steps).zip(scatter).skip(delay) {
            squares += scatter / (factor * factor) * (1.0 / expected + 1.0 / step.before);
            expected *= factor;
        }
        let complete = delay + 1 >= completeness.len();
        let standard_error = if complete { Some(0.0) } else { (known > 0.0).then(|| ultimate * libm::sqrt(squares)) };
        Self { known: known as u64, ultimate, standard_error }
    }
}

/// What is expected of a period in the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Number known so far.
    pub known: u64,
    /// Expected number in the end.
    pub mean: f64,
    /// Lower end of its interval.
    pub low: u64,
    /// Upper end of its interval.
    pub high: u64,
}

/// How many of a period will be known in the end, when `known` are and that is the share
/// `completeness` of all (0 < completeness ≤ 1), with its interval at confidence `level`.
///
/// What is not known yet is negative binomial with r = known + ½ and p = completeness: the prediction
/// from a Poisson number with Jeffreys' prior. Too narrow, because it takes the completeness as exact
/// and incidents as independent: not to be shown below a completeness of 0.3, and [`Expected::widened`]
/// where they come in clusters. `None` for a completeness outside its range. Reference: the conjugate
/// prediction, e.g. Gelman et al. 2013, Bayesian Data Analysis, 2.6.
///
/// ```
/// let june = vigie::stats::nowcast::expected_in_the_end(30, 0.804, 0.95).unwrap();
/// assert_eq!((june.low, june.mean.round(), june.high), (32, 37.0, 44));
/// ```
pub fn expected_in_the_end(known: u64, completeness: f64, level: f64) -> Option<Expected> {
    if !(completeness > 0.0 && completeness <= 1.0) {
        return None;
    }
    if completeness == 1.0 {
        return Some(Expected { known, mean: known as f64, low: known, high: known });
    }
    let shape = known as f64 + 0.5;
    let mean = known as f64 + shape * (1.0 - completeness) / completeness;
    let at = |p: f64| known.saturating_add(negative_binomial_quantile(shape, completeness, p));
    Some(Expected { known, mean, low: at(0.5 - level / 2.0), high: at(0.5 + level / 2.0) })
}

impl Expected {
    /// The interval for counts that come in clusters: its reach on either side of the mean times √φ,
    /// where φ is the index of dispersion; not narrowed for φ below 1, and never below what is known.
    ///
    /// ```
    /// let june = vigie::stats::nowcast::expected_in_the_end(30, 0.8, 0.95).unwrap();
    /// let wide = june.widened(4.0);
    /// assert!(wide.low <= june.low && wide.high > june.high && wide.low >= 30);
    /// assert_eq!(june.widened(0.7), june);
    /// ```
    #[must_use]
    pub fn widened(self, dispersion_index: f64) -> Self {
        if dispersion_index.is_nan() || dispersion_index <= 1.0 {
            return self;
        }
        let factor = libm::sqrt(dispersion_index);
        let low = libm::floor(self.mean - factor * (self.mean - self.low as f64)).max(0.0) as u64;
        let high = libm::ceil(self.mean + factor * (self.high as f64 - self.mean)) as u64;
        Self { low: low.clamp(self.known, self.low), high: high.max(self.high), ..self }
    }
}

/// Smallest k with a probability of at least `p` of at most k failures before `shape` successes of
/// probability `success` each.
fn negative_binomial_quantile(shape: f64, success: f64, p: f64) -> u64 {
    let at_most = |k: u64| beta_tail(shape, k as f64 + 1.0, success, 1.0 - success, Tail::Lower);
    let mut high = 1_u64;
    while at_most(high) < p && high < 1 << 52 {
        high *= 2;
    }
    let mut low = 0_u64;
    while low < high {
        let middle = low + (high - low) / 2;
        if at_most(middle) < p { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_and_nonsense() {
        let nothing = chain_ladder(&[]);
        assert_eq!(nothing.factors, []);
        assert_eq!(nothing.fitted.expect("defined").periods, []);
        let blank = chain_ladder(&[vec![None, None], vec![]]).fitted.expect("defined");
        assert!(blank.periods.iter().all(|period| period.known == 0));
        assert_eq!(chain_ladder(&[vec![Some(0), Some(3)], vec![Some(0), None]]).fitted, None);
        for completeness in [0.0, -0.1, 1.1, f64::NAN] {
            assert_eq!(expected_in_the_end(3, completeness, 0.95), None);
        }
    }

    /// Increments of whole periods, cut to the triangle that `as_of` periods show.
    fn triangle(whole: &[Vec<u64>]) -> Vec<Vec<Option<u64>>> {
        let n = whole.len();
        let cut = |(at, row): (usize, &Vec<u64>)| {
            row.iter().enumerate().map(|(delay, count)| (at + delay < n).then_some(*count)).collect()
        };
        whole.iter().enumerate().map(cut).collect()
    }

    fn periods() -> impl Strategy<Value = Vec<Vec<u64>>> {
        (2..6_usize).prop_flat_map(|delays| prop::collection::vec(prop::collection::vec(1..40_u64, delays), 6..14))
    }

    proptest! {
        #[test]
        fn completeness_rises_to_one(whole in periods()) {
            let fitted = chain_ladder(&triangle(&whole)).fitted.expect("defined");
            prop_assert!(fitted.completeness.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert!(fitted.completeness.iter().all(|share| *share > 0.0 && *share <= 1.0));
            prop_assert_eq!(fitted.completeness.last(), Some(&1.0));
            for period in &fitted.periods {
                prop_assert!(period.ultimate >= period.known as f64);
            }
        }

        #[test]
        fn the_order_of_complete_periods_does_not_matter_and_scale_does(whole in periods(), times in 2..5_u64) {
            let plain = chain_ladder(&triangle(&whole)).fitted.expect("defined");
            let scatter = triangle_dispersion(&triangle(&whole));
            prop_assert!(scatter.is_none_or(|index| index >= 0.0));
            let larger: Vec<Vec<u64>> = whole.iter().map(|row| row.iter().map(|count| count * times).collect()).collect();
            let scaled = chain_ladder(&triangle(&larger)).fitted.expect("defined");
            if let (Some(index), Some(larger)) = (scatter, triangle_dispersion(&triangle(&larger))) {
                prop_assert!((index * times as f64 - larger).abs() < 1e-6 * (1.0 + larger));
            }
            for (a, b) in plain.periods.iter().zip(&scaled.periods) {
                prop_assert!((a.ultimate * times as f64 - b.ultimate).abs() < 1e-6 * b.ultimate);
            }
            let mut rows = triangle(&whole);
            let complete = whole.len() + 1 - whole[0].len();
            rows[..complete].reverse();
            let turned = chain_ladder(&rows).fitted.expect("defined");
            for (a, b) in plain.completeness.iter().zip(&turned.completeness) {
                prop_assert!((a - b).abs() < 1e-12);
            }
        }

        #[test]
        fn more_complete_means_less_to_come(known in 0..3_000_u64, share in 0.05..0.99_f64, more in 0.001..0.5_f64) {
            let early = expected_in_the_end(known, share, 0.95).expect("defined");
            let late = expected_in_the_end(known, (share + more).min(1.0), 0.95).expect("defined");
            for found in [early, late, early.widened(3.0)] {
                prop_assert!(known <= found.low && found.low <= found.high);
                prop_assert!(found.mean >= known as f64 && found.mean <= found.high as f64 + 1.0);
            }
            prop_assert!(late.mean <= early.mean && late.high <= early.high);
        }
    }
}
