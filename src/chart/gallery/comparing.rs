//! Side by side: periods, groups, selections.

mod fields;
mod groups;
mod parts;
mod periods;
mod selections;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::ComparePeriods, ChartKey::CompareGroups, ChartKey::CompareSelections];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::ComparePeriods => Some(periods::draw(ask)),
        ChartKey::CompareGroups => Some(groups::draw(ask)),
        ChartKey::CompareSelections => Some(selections::draw(ask)),
        _ => None,
    }
}
