//! Months and years compared.

pub mod months;
pub mod year_month;
pub mod year_group;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::{Axis, ChartKey, Grid, Scale, Tick};

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[ChartKey::Season, ChartKey::YearMonth, ChartKey::YearGroup];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::Season => Some(months::draw(ask)),
        ChartKey::YearMonth => Some(year_month::draw(ask)),
        ChartKey::YearGroup => Some(year_group::draw(ask)),
        _ => None,
    }
}

/// An axis of bands, named one by one from 0.
fn bands(names: impl IntoIterator<Item = String>) -> Axis {
    let ticks: Vec<Tick> = names.into_iter().enumerate().map(|(at, label)| Tick { at: at as f64, label }).collect();
    let hi = ticks.len().max(1) as f64 - 0.5;
    Axis { title: String::new(), scale: Scale::Band, lo: -0.5, hi, ticks, grid: Grid::Off }
}
