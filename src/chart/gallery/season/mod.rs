//! Months and years compared.

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    let _ = (key, ask);
    None
}
