//! Who, what, how: records by the words of a field, and words that stand together.

pub(in crate::chart::gallery) mod naming;
mod shares;
mod together;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::Breakdown, ChartKey::Together];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Breakdown => Some(shares::draw(ask)),
        ChartKey::Together => Some(together::draw(ask)),
        _ => None,
    }
}
