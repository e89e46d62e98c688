//! Signal or noise.

mod monthly;
mod days_between;
mod drawing;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::Control, ChartKey::DaysBetween];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Control => Some(monthly::draw(ask)),
        ChartKey::DaysBetween => Some(days_between::draw(ask)),
        _ => None,
    }
}
