//! What both control charts draw: what is ordinary as a band, the centre, the points, and those that stand out.

use crate::chart::figures::control::{Control, Judged, Limits, Standing};
use crate::chart::model::{BandPoint, ColourRole, DirectLabel, Marks, Point, Series, Side};
use crate::text::{Lang, tr};

/// A judged point: where it stands on the time axis, what is said of it.
pub(super) struct Placed {
    /// The point; its height is the value.
    pub point: Point,
    /// Where its period begins.
    pub from: f64,
}

/// The series, from back to front. `until` is where the last limits end.
pub(super) fn series(lang: Lang, control: &Control, placed: &[Placed], until: f64) -> Vec<Series> {
    let judged = || control.points.iter().zip(placed);
    let named = |key: &str, role: ColourRole, marks: Marks| Series {
        key: key.to_owned(),
        name: tr(lang, &format!("control-series-{key}")),
        role,
        marks,
        label: None,
    };
    let band = |(point, at): (&Judged, &Placed)| BandPoint { x: at.from, lo: point.low, hi: point.high };
    let ordinary = Marks::Band { points: judged().map(band).collect(), until };
    let centre = Marks::Steps { points: judged().map(|(point, at)| [at.from, point.centre]).collect(), until };
    let line = Marks::Line { runs: vec![placed.iter().map(|at| at.point.at).collect()] };
    let chosen = |keep: &dyn Fn(&Judged) -> bool| -> Vec<Point> {
        judged().filter(|(point, _)| keep(point)).map(|(_, at)| at.point.clone()).collect()
    };
    let outside = chosen(&|point| point.standing != Standing::Ordinary);
    let run = chosen(&|point| point.standing == Standing::Ordinary && point.in_run);
    let plain = chosen(&|point| point.standing == Standing::Ordinary && !point.in_run);
    // What is ordinary is named where the last limits end.
    let named_at = |key: &str, height: &dyn Fn(&Judged) -> f64, marks: Marks| {
        let series = named(key, ColourRole::Muted, marks);
        let at = control.points.last().map(|point| [until, height(point)]);
        let label = at.map(|at| DirectLabel { text: series.name.clone(), at, side: Side::Right });
        Series { label, ..series }
    };
    let mut series = vec![named_at("ordinary", &|point| point.high, ordinary)];
    if control.limits == Limits::Gaps {
        // A line between gaps of so different lengths would be all one sees.
        series.push(named_at("typical", &|point| point.centre, centre));
    } else {
        series.push(named_at("centre", &|point| point.centre, centre));
        series.push(named("line", ColourRole::Data(1), line));
    }
    series.push(named("points", ColourRole::Data(1), Marks::Points { points: plain }));
    if !run.is_empty() {
        series.push(named("run", ColourRole::Data(3), Marks::Points { points: run }));
    }
    if !outside.is_empty() {
        series.push(named("outside", ColourRole::Data(2), Marks::Points { points: outside }));
    }
    series
}
