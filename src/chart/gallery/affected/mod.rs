//! How many were affected: by size and period, as a curve, ranked, how concentrated, in sum, and as it was restated.

pub(in crate::chart::gallery) mod parts;
mod sizes;
mod periods;
mod curve;
mod ranked;
mod concentration;
mod sum;
mod statements;

use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;

pub(in crate::chart::gallery) use parts::{name, name_or};

/// The figures of this family, in the order of the gallery.
pub const CHARTS: &[ChartKey] = &[
    ChartKey::AffectedPeriods,
    ChartKey::AffectedSizes,
    ChartKey::AffectedCurve,
    ChartKey::AffectedRanked,
    ChartKey::Concentration,
    ChartKey::AffectedSum,
    ChartKey::Statements,
];

/// Draws a figure of this family.
pub(super) fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match key {
        ChartKey::AffectedPeriods => Some(periods::draw(ask)),
        ChartKey::AffectedSizes => Some(sizes::draw(ask)),
        ChartKey::AffectedCurve => Some(curve::draw(ask)),
        ChartKey::AffectedRanked => Some(ranked::draw(ask)),
        ChartKey::Concentration => Some(concentration::draw(ask)),
        ChartKey::AffectedSum => Some(sum::draw(ask)),
        ChartKey::Statements => Some(statements::draw(ask)),
        _ => None,
    }
}
