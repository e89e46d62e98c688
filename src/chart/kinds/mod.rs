//! The charts: figures and words put into a model.

pub mod incidents;
pub mod affected;
pub mod disclosure;

use crate::chart::figures::Overview;
use crate::chart::gallery::annotate::annotate;
use crate::chart::model::{Axis, Cell, ChartKey, ChartModel, DataTable, Grid, Legend, Scale, Value};
use crate::chart::words::Context;
use crate::model::calendar::Day;
use crate::text::{self, Lang};

/// Builds a chart of the overview, with the dated remarks of its datasets where it is drawn over time.
pub fn build(key: ChartKey, overview: &Overview, context: &Context) -> ChartModel {
    let mut model = chart(key, overview, context);
    annotate(&mut model, context);
    model
}

fn chart(key: ChartKey, overview: &Overview, context: &Context) -> ChartModel {
    match key {
        ChartKey::Incidents => incidents::build(overview, context),
        ChartKey::AffectedPeriods => affected::periods(overview, context),
        ChartKey::Disclosure => disclosure::build(overview, context),
        _ => affected::sizes(overview, context),
    }
}

/// A model with nothing to draw but its words.
pub(in crate::chart) fn blank(key: ChartKey, title: String, subtitle: String, sentence: String) -> ChartModel {
    let axis =
        Axis { title: String::new(), scale: Scale::Linear, lo: 0.0, hi: 1.0, ticks: Vec::new(), grid: Grid::Off };
    ChartModel {
        key,
        title,
        subtitle,
        foot: Vec::new(),
        x: axis.clone(),
        y: axis,
        series: Vec::new(),
        annotations: Vec::new(),
        under_x: Vec::new(),
        alt: sentence.clone(),
        table: DataTable::default(),
        empty: Some(sentence),
        legend: Legend::Off,
    }
}

/// A cell of text.
pub(in crate::chart) fn words(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), value: Value::Text }
}

/// A cell with a whole number.
pub(in crate::chart) fn count(lang: Lang, number: impl Into<u128>) -> Cell {
    let number = number.into();
    Cell { text: text::number(lang, number), value: Value::Count(number) }
}

/// A cell with a number that may not be there.
pub(in crate::chart) fn real(lang: Lang, number: Option<f64>, places: usize) -> Cell {
    number.map_or_else(missing, |number| Cell { text: text::decimal(lang, number, places), value: Value::Real(number) })
}

/// A cell with a share.
pub(in crate::chart) fn share(lang: Lang, share: Option<f64>) -> Cell {
    share.map_or_else(missing, |share| Cell { text: text::share(lang, share, 1), value: Value::Real(share) })
}

/// A cell with a day.
pub(in crate::chart) fn day(lang: Lang, day: Day) -> Cell {
    Cell { text: super::words::day_short(lang, day), value: Value::Day(day) }
}

/// A cell of which nothing is known.
pub(in crate::chart) fn missing() -> Cell {
    Cell { text: String::new(), value: Value::Missing }
}
