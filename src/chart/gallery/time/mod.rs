//! Incidents over time.

pub mod parts;
pub mod incidents;
pub mod course;
pub mod by_group;
pub mod rate;

use crate::chart::gallery::{Ask, Drawn, nowcast};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] =
    &[ChartKey::Incidents, ChartKey::IncidentsByGroup, ChartKey::IncidentRate, ChartKey::Nowcast];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Incidents => Some(incidents::draw(ask)),
        ChartKey::IncidentsByGroup => Some(by_group::draw(ask)),
        ChartKey::Nowcast => Some(nowcast::draw(ask)),
        ChartKey::IncidentRate => Some(rate::draw(ask)),
        _ => None,
    }
}
