//! Incident by incident.

mod milestones;
pub mod one;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::Milestones];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Milestones => Some(milestones::draw(ask)),
        _ => None,
    }
}
