//! Points, lines, steps and intervals between two axes of numbers.

use crate::briefing::pptx::chart::axis::{self, ValueAxis, number, value_axis};
use crate::briefing::pptx::chart::sheet::Sheet;
use crate::briefing::pptx::chart::{Chart, Errors, Ink, Kind, Xy, XySeries, axis_texts, labels_shown};
use crate::briefing::steps::corners;
use crate::chart::model::{
    Along, Axis, BandPoint, ChartModel, ColourRole, Direction, Grid, Marks, Point, Range, RangeStyle, Rule, Scale,
    Series,
};
use crate::draw::parts::Plot;
use crate::draw::scene::{Dash, Item};
use crate::draw::style::Style;
use crate::text::{Lang, tr, tr_args};

/// Most points of a native chart.
const MOST: usize = 20_000;

/// The chart of a model without bars.
pub fn of(model: &ChartModel, plot: &Plot, style: &Style, lang: Lang) -> Option<Chart> {
    if model.x.scale == Scale::Band && model.y.scale == Scale::Band {
        return None;
    }
    let mut build = Build { model, style, lang, sheet: Sheet::default(), series: Vec::new(), drawn: Vec::new() };
    let axes = [axis_of(&model.x, plot, false), axis_of(&model.y, plot, true)];
    let [mut x, mut y] = axes;
    if !model.under_x.is_empty() {
        x.format = None;
    }
    build.grid(&mut x, &mut y);
    for (series, items) in model.series.iter().zip(&plot.drawn.marks) {
        if !build.series(series) || matches!(series.marks, Marks::Band { .. }) {
            build.drawn.extend(items.iter().cloned());
        } else if let Marks::Ranges { direction, .. } = series.marks {
            // The heads of arrows, where a range goes on beyond the plot, and the strokes at the ends of those to the
            // right.
            let is_left = |item: &&Item| match item {
                Item::Shape { .. } => true,
                Item::Path { points, .. } => {
                    direction == Direction::Right && matches!(points.as_slice(), [a, b] if a.0 == b.0)
                }
                _ => false,
            };
            build.drawn.extend(items.iter().filter(is_left).cloned());
        }
    }
    if build.sheet.columns.iter().map(|column| column.cells.len()).sum::<usize>() > MOST * 2 || build.series.is_empty()
    {
        return None;
    }
    let mut drawn = std::mem::take(&mut build.drawn);
    drawn.extend(axis_texts(plot, x.format.is_some(), y.format.is_some()));
    drawn.extend(plot.drawn.labels.iter().cloned());
    let upright = model.y.scale == Scale::Band;
    let kind = Kind::Xy(Xy { x, y, upright, series: build.series });
    let lines = [style.palette.grid, style.line, style.palette.muted];
    Some(Chart { area: plot.area, plot: plot.drawn.frame.plot, drawn, sheet: build.sheet, kind, lines })
}

fn axis_of(axis: &Axis, plot: &Plot, beside: bool) -> ValueAxis {
    let labelled = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).count();
    let mut value = value_axis(axis, labels_shown(plot, beside) < labelled);
    if axis.scale == Scale::Band {
        value.format = None;
        value.grid = false;
    }
    value
}

struct Build<'a> {
    model: &'a ChartModel,
    style: &'a Style,
    lang: Lang,
    sheet: Sheet,
    series: Vec<XySeries>,
    drawn: Vec<Item>,
}

impl Build<'_> {
    fn ink(&self, role: ColourRole) -> Ink {
        let colour = self.style.colour(role);
        Ink { colour, line: None, marker: None, hollow: Vec::new(), bare: Vec::new(), errors: None }
    }

    /// Columns of positions; a gap is a row without a height.
    fn columns(&mut self, name: &str, points: &[Option<[f64; 2]>]) -> (usize, usize) {
        let (x_scale, y_scale) = (self.model.x.scale, self.model.y.scale);
        let x_title = if self.model.x.title.is_empty() { "x" } else { self.model.x.title.as_str() };
        let mut last = self.model.x.lo;
        let xs: Vec<Option<f64>> = points
            .iter()
            .map(|point| {
                last = point.map_or(last, |[x, _]| x);
                Some(number(x_scale, last))
            })
            .collect();
        let ys: Vec<Option<f64>> = points.iter().map(|point| point.map(|[_, y]| number(y_scale, y))).collect();
        let x = self.sheet.numbers(x_title, xs, axis::cells(x_scale));
        (x, self.sheet.numbers(name, ys, axis::cells(y_scale)))
    }

    fn push(&mut self, name: &str, points: &[Option<[f64; 2]>], ink: Ink) {
        if points.is_empty() {
            return;
        }
        let columns = self.columns(name, points);
        self.series.push(XySeries { columns, ink });
    }

    /// Grid lines at uneven places: a series of strokes.
    fn grid(&mut self, x: &mut ValueAxis, y: &mut ValueAxis) {
        let (model, colour) = (self.model, self.style.palette.grid);
        for (axis, value, along_x) in [(&model.x, x, false), (&model.y, y, true)] {
            let even = value.step.is_some() && value.grid;
            if axis.grid != Grid::Lines || even || axis.scale == Scale::Band {
                continue;
            }
            value.grid = false;
            let other = if along_x { &model.x } else { &model.y };
            let mut points = Vec::new();
            for tick in axis.ticks.iter().filter(|tick| !tick.label.is_empty()) {
                let place = |end: f64| Some(if along_x { [end, tick.at] } else { [tick.at, end] });
                points.extend([place(other.lo), place(other.hi), None]);
            }
            points.pop();
            let ink = Ink {
                colour,
                line: Some((1.0, Dash::Solid)),
                marker: None,
                hollow: Vec::new(),
                bare: Vec::new(),
                errors: None,
            };
            self.push(&tr(self.lang, "slides-grid"), &points, ink);
        }
    }

    /// Adds a series; says whether it is drawn by the chart.
    fn series(&mut self, series: &Series) -> bool {
        let ink = self.ink(series.role);
        let name = series.name.as_str();
        let solid = |width: f64| Some((width, Dash::Solid));
        match &series.marks {
            Marks::Line { runs } => {
                let mut points: Vec<Option<[f64; 2]>> = Vec::new();
                for run in runs {
                    if !points.is_empty() {
                        points.push(None);
                    }
                    points.extend(run.iter().copied().map(Some));
                }
                self.push(name, &points, Ink { line: solid(2.0), ..ink });
            }
            Marks::Steps { points, until } => {
                let corners = corners(points.iter().copied(), *until);
                self.push(name, &corners, Ink { line: solid(2.0), ..ink });
            }
            Marks::Band { points, until } => self.band(series, points, *until),
            Marks::Points { points } => self.points(name, points, ink),
            Marks::Ranges { direction, ranges } => self.ranges(series, *direction, ranges),
            Marks::Ticks { at } => {
                let points: Vec<Option<[f64; 2]>> = at.iter().copied().map(Some).collect();
                self.push(name, &points, Ink { marker: Some(("plus", 7)), ..ink });
            }
            Marks::Rules { rules } => {
                for rule in rules {
                    self.rule(name, rule, ink.clone());
                }
            }
            Marks::Guide { at: [x, y] } => {
                let points = [[self.model.x.lo, *y], [*x, *y], [*x, self.model.y.lo]].map(Some);
                let ink = Ink { line: solid(1.3), marker: Some(("circle", 8)), bare: vec![0, 2], ..ink };
                self.push(name, &points, ink);
            }
            Marks::Bars { .. } | Marks::Outlines { .. } | Marks::Cells { .. } => return false,
        }
        true
    }

    /// Both edges of a range as thin lines; what is between them is a shape.
    fn band(&mut self, series: &Series, points: &[BandPoint], until: f64) {
        let colour = self.style.palette.pale(self.style.colour(series.role), 0.65);
        let low = corners(points.iter().map(|point| [point.x, point.lo]), until);
        let high = corners(points.iter().map(|point| [point.x, point.hi]), until);
        for (key, points) in [("slides-low", low), ("slides-high", high)] {
            let ink = Ink { colour, line: Some((0.5, Dash::Solid)), ..self.ink(series.role) };
            let name = tr_args(self.lang, key, &[("name", (&series.name).into())]);
            self.push(&name, &points, ink);
        }
    }

    fn points(&mut self, name: &str, points: &[Point], ink: Ink) {
        let hollow = points.iter().enumerate().filter(|(_, point)| point.partial).map(|(at, _)| at).collect();
        let at: Vec<Option<[f64; 2]>> = points.iter().map(|point| Some(point.at)).collect();
        self.push(name, &at, Ink { marker: Some(("circle", 8)), hollow, ..ink });
    }

    /// Ranges as intervals around points, a series for each colour.
    fn ranges(&mut self, series: &Series, direction: Direction, ranges: &[Range]) {
        let mut roles: Vec<ColourRole> = ranges.iter().map(|range| range.role.unwrap_or(series.role)).collect();
        roles.dedup();
        roles.sort_unstable();
        roles.dedup();
        let along = if direction == Direction::Up { &self.model.y } else { &self.model.x };
        let scale = along.scale;
        let (first, last) = (along.lo, along.hi);
        for role in roles {
            let own: Vec<&Range> = ranges.iter().filter(|range| range.role.unwrap_or(series.role) == role).collect();
            let ends = |range: &Range| {
                let lo = range.lo.unwrap_or(first).clamp(first, last);
                let hi = range.hi.unwrap_or(last).clamp(first, last);
                (lo, range.middle.unwrap_or(lo).clamp(first, last), hi)
            };
            // Thick lines stay behind the points on them, and intervals along x are not drawn by every program.
            let thick = own.iter().any(|range| range.style == RangeStyle::Connector);
            if direction == Direction::Right || thick {
                self.strokes(series, (role, direction), &own, ends);
                continue;
            }
            let points: Vec<Option<[f64; 2]>> = own.iter().map(|range| Some([range.at, ends(range).1])).collect();
            if points.is_empty() {
                continue;
            }
            let (x, y) = self.columns(&series.name, &points);
            let size = |range: &&Range, up: bool| {
                let (lo, middle, hi) = ends(range);
                let (lo, middle, hi) = (number(scale, lo), number(scale, middle), number(scale, hi));
                Some(if up { (hi - middle).max(0.0) } else { (middle - lo).max(0.0) })
            };
            let plus = self.sheet.numbers(&self.above(&series.name), own.iter().map(|one| size(one, true)), "General");
            let minus =
                self.sheet.numbers(&self.below(&series.name), own.iter().map(|one| size(one, false)), "General");
            let errors = Errors { along_x: false, plus, minus, caps: true, width: 1.3 };
            let bare = own.iter().enumerate().filter(|(_, range)| range.middle.is_none()).map(|(at, _)| at).collect();
            let ink = Ink { marker: Some(("circle", 8)), bare, errors: Some(errors), ..self.ink(role) };
            self.series.push(XySeries { columns: (x, y), ink });
        }
    }

    /// Ranges as strokes with points on them.
    fn strokes(
        &mut self,
        series: &Series,
        (role, direction): (ColourRole, Direction),
        own: &[&Range],
        ends: impl Fn(&Range) -> (f64, f64, f64),
    ) {
        let thick = own.iter().any(|range| range.style == RangeStyle::Connector);
        let place = |range: &Range, along: f64| match direction {
            Direction::Up => [range.at, along],
            Direction::Right => [along, range.at],
        };
        let mut points = Vec::new();
        for range in own {
            let (lo, _, hi) = ends(range);
            points.extend([Some(place(range, lo)), Some(place(range, hi)), None]);
        }
        points.pop();
        let line = Some((if thick { 4.0 } else { 1.3 }, Dash::Solid));
        self.push(&series.name, &points, Ink { line, ..self.ink(role) });
        let middles: Vec<Option<[f64; 2]>> =
            own.iter().filter_map(|range| Some(Some(place(range, range.middle?)))).collect();
        self.push(&series.name, &middles, Ink { marker: Some(("circle", 8)), ..self.ink(role) });
    }

    fn above(&self, name: &str) -> String {
        tr_args(self.lang, "slides-above", &[("name", name.into())])
    }

    fn below(&self, name: &str) -> String {
        tr_args(self.lang, "slides-below", &[("name", name.into())])
    }

    fn rule(&mut self, name: &str, rule: &Rule, ink: Ink) {
        let (x, y) = (&self.model.x, &self.model.y);
        let points = match rule.along {
            Along::X if (y.lo..=y.hi).contains(&rule.at) => [[x.lo, rule.at], [x.hi, rule.at]],
            Along::Y if (x.lo..=x.hi).contains(&rule.at) => [[rule.at, y.lo], [rule.at, y.hi]],
            Along::X | Along::Y => return,
        };
        let name = if rule.label.is_empty() { name } else { rule.label.as_str() };
        self.push(name, &points.map(Some), Ink { line: Some((1.2, Dash::Dashed)), ..ink });
    }
}
