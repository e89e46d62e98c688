//! Rolling mean and median over a window of periods.
//!
//! Trailing windows only end in the period they are drawn at; a centred one is never drawn at the
//! right edge, where it would guess.

/// Mean of each value and the `window − 1` values before it; `None` where fewer are there or any is
/// missing or belongs to a partial period.
///
/// Exact sums, so a huge value leaves nothing behind when it leaves the window. O(n). A window of 0
/// gives `None` everywhere. Twelve months take out the calendar season. A rolling mean of people is
/// one large incident drawn as a plateau: use the median for people.
///
/// ```
/// let counts = [Some(4), Some(5), None, Some(6), Some(8)];
/// assert_eq!(vigie::stats::rolling::trailing_mean(&counts, 2), [None, Some(4.5), None, None, Some(7.0)]);
/// ```
pub fn trailing_mean(values: &[Option<u64>], window: usize) -> Vec<Option<f64>> {
    let (mut sum, mut missing) = (0_u128, 0_usize);
    let mut means = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        match value {
            Some(value) => sum += u128::from(*value),
            None => missing += 1,
        }
        let leaving = index.checked_sub(window).and_then(|gone| values.get(gone));
        match leaving {
            Some(Some(value)) => sum -= u128::from(*value),
            Some(None) => missing -= 1,
            None => {}
        }
        let full = window > 0 && index + 1 >= window && missing == 0;
        means.push(full.then(|| sum as f64 / window as f64));
    }
    means
}

/// Median of each value and the `window − 1` values before it; `None` as for [`trailing_mean`].
///
/// The mean of the two middle values when the window is even. O(n × window) moves of memory at worst,
/// with a search of O(log window) for each value.
///
/// ```
/// let people = [Some(40), Some(4_000_000), Some(60), Some(70)];
/// assert_eq!(vigie::stats::rolling::trailing_median(&people, 3), [None, None, Some(60.0), Some(70.0)]);
/// ```
pub fn trailing_median(values: &[Option<u64>], window: usize) -> Vec<Option<f64>> {
    let mut sorted: Vec<u64> = Vec::with_capacity(window.min(values.len()) + 1);
    let mut medians = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let at = sorted.partition_point(|known| known < value);
            sorted.insert(at, *value);
        }
        if let Some(Some(gone)) = index.checked_sub(window).and_then(|gone| values.get(gone)) {
            let at = sorted.partition_point(|known| known < gone);
            if at < sorted.len() {
                sorted.remove(at);
            }
        }
        // A missing value leaves fewer than `window` in the list.
        let middle = (window > 0 && sorted.len() == window).then(|| middle_of(&sorted)).flatten();
        medians.push(middle);
    }
    medians
}

/// Mean of each value and the same number of values on either side; `None` at both ends and where any
/// is missing. An even window has no centre: `None` altogether.
///
/// ```
/// let counts = [Some(1), Some(2), Some(6)];
/// assert_eq!(vigie::stats::rolling::centred_mean(&counts, 3), Some(vec![None, Some(3.0), None]));
/// assert_eq!(vigie::stats::rolling::centred_mean(&counts, 2), None);
/// ```
pub fn centred_mean(values: &[Option<u64>], window: usize) -> Option<Vec<Option<f64>>> {
    if window.is_multiple_of(2) {
        return None;
    }
    let trailing = trailing_mean(values, window);
    let half = window / 2;
    let shifted = (0..values.len()).map(|index| trailing.get(index + half).copied().flatten());
    Some(shifted.collect())
}

fn middle_of(sorted: &[u64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(lower as f64 + (upper - lower) as f64 / 2.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_window_of_nothing_has_no_mean() {
        assert_eq!(trailing_mean(&[Some(1)], 0), [None]);
        assert_eq!(trailing_median(&[Some(1)], 0), [None]);
        assert_eq!(trailing_mean(&[Some(u64::MAX), Some(u64::MAX)], 2), [None, Some(u64::MAX as f64)]);
    }

    proptest! {
        #[test]
        fn agrees_with_each_window_on_its_own(
            values in prop::collection::vec(prop::option::weighted(0.9, 0..1_000_u64), 0..40), window in 1..15_usize,
        ) {
            let means = trailing_mean(&values, window);
            let medians = trailing_median(&values, window);
            for index in 0..values.len() {
                let seen = index.checked_sub(window - 1).map(|from| &values[from..=index]);
                let whole: Option<Vec<u64>> = seen.and_then(|seen| seen.iter().copied().collect());
                let mean = whole.as_ref().map(|seen| seen.iter().sum::<u64>() as f64 / window as f64);
                let median = whole.and_then(|mut seen| crate::stats::quantile::median(&mut seen));
                prop_assert_eq!(means[index], mean);
                prop_assert_eq!(medians[index], median);
            }
        }
    }
}
