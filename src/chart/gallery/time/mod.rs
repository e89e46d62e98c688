//! Incidents over time.

pub mod parts;
pub mod by_group;

use crate::chart::gallery::{Ask, Drawn, nowcast};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::IncidentsByGroup, ChartKey::Nowcast];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::IncidentsByGroup => Some(by_group::draw(ask)),
        ChartKey::Nowcast => Some(nowcast::draw(ask)),
        _ => None,
    }
}
