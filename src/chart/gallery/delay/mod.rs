//! Time to disclosure.

pub(super) mod parts;
mod disclosure;
mod cohorts;
mod bounds;
mod corrected;
pub mod among;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[
    ChartKey::Disclosure,
    ChartKey::DelayCohorts,
    ChartKey::DelayBounds,
    ChartKey::DelayCorrected,
    ChartKey::DelayAmong,
];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Disclosure => Some(disclosure::draw(ask)),
        ChartKey::DelayCohorts => Some(cohorts::draw(ask)),
        ChartKey::DelayBounds => Some(bounds::draw(ask)),
        ChartKey::DelayCorrected => Some(corrected::draw(ask)),
        ChartKey::DelayAmong => Some(among::draw(ask)),
        _ => None,
    }
}
