//! Time to disclosure.

mod parts;
mod disclosure;
mod corrected;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::Disclosure, ChartKey::DelayCorrected];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Disclosure => Some(disclosure::draw(ask)),
        ChartKey::DelayCorrected => Some(corrected::draw(ask)),
        _ => None,
    }
}
