//! Which figures there are, in the order of the gallery.

use crate::chart::figures::Overview;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{self, Ask, Drawn, Family};
use crate::chart::kinds;
use crate::chart::model::ChartKey;
use crate::query::question::PeriodKind;

/// The families that have figures, each with its own.
pub fn families() -> Vec<(Family, Vec<ChartKey>)> {
    let mut families: Vec<(Family, Vec<ChartKey>)> = Vec::new();
    for family in Family::ALL {
        let of_overview = ChartKey::OVERVIEW.into_iter().filter(|key| home(*key) == Some(family));
        let charts: Vec<ChartKey> = of_overview.chain(family.charts().iter().copied()).collect();
        if !charts.is_empty() {
            families.push((family, charts));
        }
    }
    families
}

/// The family of a figure; `None` where there is no such figure.
pub fn family(key: ChartKey) -> Option<Family> {
    Family::of(key).or_else(|| home(key))
}

/// Where a chart that only the overview draws belongs.
fn home(key: ChartKey) -> Option<Family> {
    if Family::of(key).is_some() {
        return None;
    }
    match key {
        ChartKey::Incidents => Some(Family::Time),
        ChartKey::AffectedPeriods | ChartKey::AffectedSizes => Some(Family::Affected),
        ChartKey::Disclosure => Some(Family::Delay),
        _ => None,
    }
}

/// The figures before and after one.
pub fn neighbours(key: ChartKey) -> (Option<ChartKey>, Option<ChartKey>) {
    let all: Vec<ChartKey> = families().into_iter().flat_map(|(_, charts)| charts).collect();
    let Some(at) = all.iter().position(|other| *other == key) else { return (None, None) };
    (at.checked_sub(1).and_then(|before| all.get(before)).copied(), all.get(at + 1).copied())
}

/// Draws a figure; `None` where there is no such figure.
pub fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    gallery::draw(key, ask).or_else(|| home(key).map(|_| of_overview(key, ask)))
}

/// A chart of the overview as it stands there.
fn of_overview(key: ChartKey, ask: &Ask<'_>) -> Drawn {
    let overview = Overview::of(ask.snapshot, ask.selection, ask.question);
    let periods =
        vec![PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::FiscalYear];
    let choices = match key {
        ChartKey::Incidents => vec![Choice::DateOf, Choice::Period(periods)],
        ChartKey::AffectedPeriods => vec![Choice::Measure, Choice::DateOf, Choice::Period(periods)],
        ChartKey::Disclosure => vec![Choice::Delay],
        _ => vec![Choice::Measure],
    };
    let context = ask.context.choosing(&ask.question.filter, ask.snapshot);
    Drawn { model: kinds::build(key, &overview, &context), panels: Vec::new(), definition: Vec::new(), choices }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_stands_in_one_family_and_leads_to_its_neighbours() {
        let mut seen = Vec::new();
        for (of, charts) in families() {
            for chart in charts {
                assert!(!seen.contains(&chart), "{chart:?} stands twice");
                assert_eq!(family(chart), Some(of));
                seen.push(chart);
            }
        }
        for pair in seen.windows(2) {
            assert_eq!(neighbours(pair[0]).1, Some(pair[1]));
            assert_eq!(neighbours(pair[1]).0, Some(pair[0]));
        }
        assert_eq!(neighbours(seen[0]).0, None);
        assert!(ChartKey::OVERVIEW.into_iter().all(|key| seen.contains(&key)));
    }
}
