//! Whether the months of a year differ, and by how much.

use crate::stats::normal::Tail;
use crate::stats::special::chi_squared_tail;
use crate::stats::trend_adjusted::average_ranks;

/// How the seasons of a cycle differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Seasonality {
    /// Kruskal and Wallis' H over the seasons, corrected for ties; `None` when all values are equal.
    pub h: Option<f64>,
    /// Degrees of freedom: seasons less one.
    pub degrees: u64,
    /// Probability of at least this H when the seasons are alike.
    pub p: Option<f64>,
    /// How far each season lies above or below the moving level of the series, adding up to 0; in
    /// the unit of the values, beginning with the season of the first value.
    pub index: Vec<f64>,
}

/// Test of the seasons, and their additive index, of values at equal steps; `period` seasons make a
/// cycle, 12 for months.
///
/// H = [12/(n(n+1)) Σ Rⱼ²/nⱼ − 3(n+1)] / [1 − Σ(t³ − t)/(n³ − n)] over rank sums Rⱼ and groups of t
/// ties, compared with χ²(period − 1). The index is that of the classical decomposition: the centred
/// moving average over one cycle (ends weighing half for an even period) is taken off, what is left
/// is averaged by season, and their mean is taken off. A trend weakens the test, and values must be
/// complete: partial months must be left out at the ends first. `None` for fewer than two cycles, a
/// period below 2, or a value that is not a number. References: Kruskal & Wallis 1952, JASA
/// 47:583–621; Kendall & Stuart 1966, The Advanced Theory of Statistics 3.
///
/// ```
/// let found = vigie::stats::season::seasonality(&[4.0, 8.0, 4.0, 8.0, 4.0, 8.0], 2).unwrap();
/// assert_eq!(found.index, [-2.0, 2.0]);
/// assert!(found.p.unwrap() < 0.05);
/// ```
pub fn seasonality(values: &[f64], period: usize) -> Option<Seasonality> {
    if period < 2 || values.len() < 2 * period || values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let degrees = period as u64 - 1;
    let h = kruskal_wallis(values, period);
    let p = h.map(|h| chi_squared_tail(degrees as f64, h, Tail::Upper));
    Some(Seasonality { h, degrees, p, index: additive_index(values, period) })
}

/// H of the seasons; `None` when all values are equal.
fn kruskal_wallis(values: &[f64], period: usize) -> Option<f64> {
    let n = values.len() as f64;
    let ranks = average_ranks(values);
    let mut between = 0.0;
    for season in 0..period {
        let (mut sum, mut count) = (0.0, 0.0);
        for rank in ranks.iter().skip(season).step_by(period) {
            sum += rank;
            count += 1.0;
        }
        between += sum * sum / count;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let ties: f64 = sorted
        .chunk_by(|a, b| a == b)
        .map(|ties| {
            let t = ties.len() as f64;
            t * t * t - t
        })
        .sum();
    let correction = 1.0 - ties / (n * n * n - n);
    (correction > 0.0).then(|| (12.0 / (n * (n + 1.0)) * between - 3.0 * (n + 1.0)) / correction)
}

/// Mean distance of each season from the moving level, less their mean. Needs two cycles.
fn additive_index(values: &[f64], period: usize) -> Vec<f64> {
    let half = period / 2;
    let mut sums = vec![(0.0, 0.0); period];
    for middle in half..values.len() - half {
        let window = &values[middle - half..=middle + half];
        let ends =
            if period.is_multiple_of(2) { f64::midpoint(values[middle - half], values[middle + half]) } else { 0.0 };
        let inside = if period.is_multiple_of(2) { &window[1..window.len() - 1] } else { window };
        let level = (inside.iter().sum::<f64>() + ends) / period as f64;
        let (sum, count) = &mut sums[middle % period];
        *sum += values[middle] - level;
        *count += 1.0;
    }
    // Two cycles reach every season at least once.
    let means: Vec<f64> = sums.iter().map(|(sum, count)| sum / count).collect();
    let centre = means.iter().sum::<f64>() / period as f64;
    means.into_iter().map(|mean| mean - centre).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn too_little_for_a_season() {
        assert_eq!(seasonality(&[1.0; 23], 12), None);
        assert_eq!(seasonality(&[1.0; 23], 1), None);
        assert_eq!(seasonality(&[f64::NAN; 24], 12), None);
        assert_eq!(seasonality(&[2.0; 24], 12).expect("defined").h, None);
    }

    #[test]
    fn a_line_has_no_season() {
        let line: Vec<f64> = (0..36).map(f64::from).collect();
        let found = seasonality(&line, 12).expect("defined");
        assert!(found.index.iter().all(|index| index.abs() < 1e-12), "{:?}", found.index);
    }

    proptest! {
        #[test]
        fn a_season_on_a_line_is_found_again(seasons in prop::collection::vec(-20..20_i32, 2..13), slope in -3..3_i32, cycles in 3..6_usize) {
            let period = seasons.len();
            let mean = f64::from(seasons.iter().sum::<i32>()) / period as f64;
            let values: Vec<f64> = (0..cycles * period)
                .map(|at| f64::from(seasons[at % period]) + at as f64 * f64::from(slope))
                .collect();
            let found = seasonality(&values, period).expect("defined");
            for (got, want) in found.index.iter().zip(&seasons) {
                prop_assert!((got - (f64::from(*want) - mean)).abs() < 1e-9);
            }
        }

        #[test]
        fn scale_and_shift(values in prop::collection::vec(0..60_i32, 24..60), scale in 1..9_i32, shift in -99..99_i32) {
            let plain: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let moved: Vec<f64> = values.iter().map(|value| f64::from(scale * value + shift)).collect();
            let (a, b) = (seasonality(&plain, 12).expect("defined"), seasonality(&moved, 12).expect("defined"));
            prop_assert_eq!(a.h, b.h);
            prop_assert!(a.index.iter().sum::<f64>().abs() < 1e-9);
            for (x, y) in a.index.iter().zip(&b.index) {
                prop_assert!((x * f64::from(scale) - y).abs() < 1e-9);
            }
        }
    }
}
