//! Choosing marks: which a drag across the plot takes in, which stand back, and the stretch of an axis that is chosen.

use eframe::egui::{self, Pos2, Rect};
use egui_plot::PlotTransform;

use crate::app::plot::pick::Target;
use crate::chart::model::{ChartKey, ChartModel, Scale};
use crate::chart::records::RecordsKey;
use crate::query::Expr;

/// Which way a drag across a plot chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// From left to right, over the whole height.
    Across,
    /// From top to bottom, over the whole width.
    Down,
    /// A rectangle.
    Both,
}

impl Span {
    /// The way of a chart: along its time or its bands, and a rectangle where both axes are bands.
    pub fn of(model: &ChartModel) -> Self {
        match (model.x.scale, model.y.scale) {
            (Scale::Band, Scale::Band) => Self::Both,
            (_, Scale::Band) => Self::Down,
            _ => Self::Across,
        }
    }

    /// The part of the plot between two places.
    pub fn between(self, frame: Rect, from: Pos2, to: Pos2) -> Rect {
        let area = Rect::from_two_pos(from, to).intersect(frame);
        match self {
            Self::Across => Rect::from_x_y_ranges(area.x_range(), frame.y_range()),
            Self::Down => Rect::from_x_y_ranges(frame.x_range(), area.y_range()),
            Self::Both => area,
        }
    }
}

/// Whether a chart shows a curve whose horizontal axis can be chosen from: days of delay, or numbers affected.
pub const fn is_curve(chart: ChartKey) -> bool {
    matches!(chart, ChartKey::Disclosure | ChartKey::DelayBounds | ChartKey::DelayCorrected | ChartKey::AffectedCurve)
}

/// The marks in a part of the plot, each once, and what the first and the last say.
pub fn inside(targets: &[Target<'_>], transform: &PlotTransform, area: Rect) -> (Vec<RecordsKey>, Option<[String; 2]>) {
    let mut keys: Vec<RecordsKey> = Vec::new();
    let mut ends: Option<[String; 2]> = None;
    let met = area.shrink2(egui::vec2(area.width().min(2.0) / 2.0, area.height().min(2.0) / 2.0));
    for target in targets {
        let Some(records) = target.records.filter(|_| target.band(transform).intersects(met)) else { continue };
        if !keys.contains(records) {
            keys.push(records.clone());
        }
        let words = target.hover.first().cloned().unwrap_or_default();
        match &mut ends {
            Some([_, last]) => *last = words,
            None => ends = Some([words.clone(), words]),
        }
    }
    (keys, ends)
}

/// Whether a mark stands back because others are chosen.
pub fn stands_back(records: &RecordsKey, chosen: &[RecordsKey]) -> bool {
    let meets = |key: &RecordsKey| match (key, records) {
        // Periods may have another length by now.
        (RecordsKey::Period { first, last }, RecordsKey::Period { first: from, last: to }) => {
            first <= to && from <= last
        }
        (key, records) => key == records,
    };
    let is_stretch = chosen.iter().any(|key| stretch(key).is_some());
    !chosen.is_empty() && !is_stretch && !chosen.iter().any(meets)
}

/// The stretch of a curve's horizontal axis that a key stands for, in axis units.
pub fn stretch(key: &RecordsKey) -> Option<(f64, f64)> {
    match key {
        RecordsKey::DelayBetween { from, to } => Some((f64::from(*from), to.map_or(f64::INFINITY, f64::from))),
        RecordsKey::Where(Expr::Count { from, to, .. }) => {
            let log = |count: u64| (count.max(1) as f64).log10();
            Some((log(*from), to.map_or(f64::INFINITY, log)))
        }
        _ => None,
    }
}
