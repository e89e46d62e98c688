//! Lines, steps, points and ranges over two axes of numbers.

use rust_xlsxwriter::{
    Chart, ChartDataLabelPosition, ChartFormat, ChartLayout, ChartMarkerType, ChartPoint, ChartSeries, ChartType,
};

use crate::briefing::steps::corners;
use crate::briefing::xlsx::cells::{Pen, rgb};
use crate::briefing::xlsx::chart::block::{Block, Put};
use crate::briefing::xlsx::chart::{Made, axes, paint, real};
use crate::chart::model::{Along, BandPoint, ChartModel, Direction, Marks, Point, Range, RangeStyle, Scale, Series};
use crate::draw::style::Colour;
use crate::text::{tr, tr_args};

/// Left, top, width and height of a plot with names at its left, as parts of the chart.
const NAMED_PLOT: [f64; 4] = [0.27, 0.2, 0.69, 0.6];
/// The same of a small chart, whose title takes more of it.
const NAMED_PANEL: [f64; 4] = [0.3, 0.34, 0.62, 0.38];

/// Makes a chart small: room for its title, and for names at the left.
pub fn as_panel(chart: &mut Chart, model: &ChartModel) {
    if model.y.scale == Scale::Band {
        place(chart, NAMED_PANEL);
    }
}

fn place(chart: &mut Chart, [left, top, width, height]: [f64; 4]) {
    chart.plot_area().set_layout(&ChartLayout::new().set_offset(left, top).set_dimensions(width, height));
}

/// Makes the chart.
pub fn make(model: &ChartModel, block: &mut Block, pen: &Pen) -> Made {
    let chart = Chart::new(ChartType::ScatterStraightWithMarkers);
    let mut making = Making { model, pen, chart, silent: Vec::new(), count: 0, named: Vec::new(), is_unnamed: false };
    for series in &model.series {
        making.is_unnamed = series.name.is_empty();
        making.series(block, series);
    }
    making.is_unnamed = false;
    making.annotations(block);
    making.names_of_bands(block);
    let Making { mut chart, silent, named, .. } = making;
    if model.y.scale == Scale::Band {
        // Names stand at the left of the plot, which otherwise would leave them no room.
        place(&mut chart, NAMED_PLOT);
    }
    set(chart.x_axis(), &model.x, pen);
    set(chart.y_axis(), &model.y, pen);
    // Axes cross at the low ends, whatever the numbers.
    chart.x_axis().set_crossing(rust_xlsxwriter::ChartAxisCrossing::Min);
    chart.y_axis().set_crossing(rust_xlsxwriter::ChartAxisCrossing::Min);
    chart.show_empty_cells_as(rust_xlsxwriter::ChartEmptyCells::Gaps);
    if named.len() < 2 {
        chart.legend().set_hidden();
    } else {
        chart.legend().delete_entries(&silent);
    }
    Made { chart, remarks: Vec::new() }
}

fn set(axis: &mut rust_xlsxwriter::ChartAxis, of: &crate::chart::model::Axis, pen: &Pen) {
    if of.scale == Scale::Band {
        axes::unnamed(axis, of, pen);
    } else {
        axes::values(axis, of, pen);
    }
}

struct Making<'a> {
    model: &'a ChartModel,
    pen: &'a Pen,
    chart: Chart,
    /// Series whose names would say nothing in the legend.
    silent: Vec<usize>,
    count: usize,
    /// Names in the legend.
    named: Vec<String>,
    /// Whether the series that is being put in has no name but its key, which is not for readers.
    is_unnamed: bool,
}

impl Making<'_> {
    fn x(&self, at: f64) -> Put {
        let value = real(self.model.x.scale, at.clamp(self.model.x.lo, self.model.x.hi));
        if self.model.x.scale == Scale::Time { Put::Day(value) } else { Put::Number(value) }
    }

    fn y(&self, at: f64) -> Put {
        Put::Number(real(self.model.y.scale, at.clamp(self.model.y.lo, self.model.y.hi)))
    }

    /// A series through places; `None` is a gap.
    fn xy(&mut self, block: &mut Block, name: &str, places: &[Option<[f64; 2]>]) -> ChartSeries {
        let mut last = 0.0;
        let (mut across, mut up) = (Vec::new(), Vec::new());
        for place in places {
            // A gap has a place on the axis all the same: a list with holes would be numbered instead.
            let x = place.map_or(last, |[x, _]| x);
            last = x;
            across.push(self.x(x));
            up.push(place.map_or(Put::Nothing, |[_, y]| self.y(y)));
        }
        let across_at = block.add(&tr_args(self.pen.lang, "xlsx-across", &[("series", name.into())]), across);
        let up_at = block.add(name, up);
        let mut one = ChartSeries::new();
        one.set_name(&block.head(up_at)).set_categories(&block.range(across_at)).set_values(&block.range(up_at));
        one
    }

    /// Puts a series into the chart, with its name in the legend where it is the first of that name.
    fn push(&mut self, one: ChartSeries, name: &str, is_silent: bool) {
        if is_silent || self.is_unnamed || self.named.iter().any(|known| known == name) {
            self.silent.push(self.count);
        } else {
            self.named.push(name.to_owned());
        }
        *self.chart.add_series() = one;
        self.count += 1;
    }

    fn series(&mut self, block: &mut Block, series: &Series) {
        let colour = self.pen.style.colour(series.role);
        let name = if series.name.is_empty() { series.key.clone() } else { series.name.clone() };
        match &series.marks {
            Marks::Line { runs } => {
                let mut places = Vec::new();
                for run in runs {
                    if !places.is_empty() {
                        places.push(None);
                    }
                    places.extend(run.iter().copied().map(Some));
                }
                self.lines(block, &name, &places, colour, 2.0);
            }
            Marks::Steps { points, until } => {
                let corners = corners(points.iter().copied(), *until);
                self.lines(block, &name, &corners, colour, 2.0);
            }
            Marks::Band { points, until } => self.band(block, &name, points, *until, colour),
            Marks::Points { points } => self.points(block, &name, points, colour),
            Marks::Ranges { direction, ranges } => self.ranges(block, &name, (*direction, ranges), series),
            Marks::Ticks { at } => {
                let places: Vec<_> = at.iter().copied().map(Some).collect();
                let mut one = self.xy(block, &name, &places);
                paint::as_marks(&mut one, ChartMarkerType::PlusSign, 6, colour);
                one.set_marker(
                    rust_xlsxwriter::ChartMarker::new()
                        .set_type(ChartMarkerType::PlusSign)
                        .set_size(6)
                        .set_format(ChartFormat::new().set_border(&paint::line(colour, 1.0, false))),
                );
                self.push(one, &name, false);
            }
            Marks::Rules { rules } => {
                for rule in rules {
                    let (x, y) = (&self.model.x, &self.model.y);
                    let places = match rule.along {
                        Along::X => [[x.lo, rule.at], [x.hi, rule.at]],
                        Along::Y => [[rule.at, y.lo], [rule.at, y.hi]],
                    };
                    let mut one = self.xy(block, &name, &places.map(Some));
                    paint::as_line(&mut one, colour, 1.25, true);
                    let words = [String::new(), rule.label.clone()];
                    let side = if rule.along == Along::X {
                        ChartDataLabelPosition::Above
                    } else {
                        ChartDataLabelPosition::Right
                    };
                    self.label(&mut one, block, &words, side);
                    self.push(one, &name, false);
                }
            }
            Marks::Guide { at: [x, y] } => {
                let places = [[self.model.x.lo, *y], [*x, *y], [*x, self.model.y.lo]];
                let mut one = self.xy(block, &name, &places.map(Some));
                paint::as_line(&mut one, colour, 1.25, true);
                self.push(one, &name, true);
            }
            Marks::Bars { .. } | Marks::Outlines { .. } | Marks::Cells { .. } => {}
        }
    }

    fn label(&self, one: &mut ChartSeries, block: &mut Block, words: &[String], side: ChartDataLabelPosition) {
        if words.len() <= 60 {
            paint::labels(one, block, &tr(self.pen.lang, "xlsx-plotted-labels"), words, side, self.pen);
        }
    }

    fn lines(&mut self, block: &mut Block, name: &str, places: &[Option<[f64; 2]>], colour: Colour, width: f64) {
        if places.is_empty() {
            return;
        }
        let mut one = self.xy(block, name, places);
        paint::as_line(&mut one, colour, width, false);
        self.push(one, name, false);
    }

    /// A band as its two edges.
    fn band(&mut self, block: &mut Block, name: &str, points: &[BandPoint], until: f64, colour: Colour) {
        let pale = colour.lighter(0.35);
        let edges: [(&str, Vec<[f64; 2]>); 2] = [
            ("xlsx-low", points.iter().map(|point| [point.x, point.lo]).collect()),
            ("xlsx-high", points.iter().map(|point| [point.x, point.hi]).collect()),
        ];
        for (key, edge) in edges {
            let head = tr_args(self.pen.lang, key, &[("series", name.into())]);
            let mut one = self.xy(block, &head, &corners(edge.into_iter(), until));
            paint::as_line(&mut one, pale, 1.0, false);
            let is_known = self.named.iter().any(|known| known == name);
            self.push(one, &head, is_known || key == "xlsx-high");
        }
    }

    fn points(&mut self, block: &mut Block, name: &str, points: &[Point], colour: Colour) {
        let places: Vec<_> = points.iter().map(|point| Some(point.at)).collect();
        if places.is_empty() {
            return;
        }
        let mut one = self.xy(block, name, &places);
        paint::as_marks(&mut one, ChartMarkerType::Circle, 7, colour);
        if points.iter().any(|point| point.partial) {
            let hollow = ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(rgb(self.pen.style.palette.surface)))
                .set_border(&paint::line(colour, 1.5, false))
                .clone();
            let all: Vec<ChartPoint> =
                points
                    .iter()
                    .map(|point| {
                        if point.partial {
                            ChartPoint::new().set_format(&mut hollow.clone())
                        } else {
                            ChartPoint::new()
                        }
                    })
                    .collect();
            one.set_points(&all);
        }
        let words: Vec<String> = points.iter().map(|point| point.label.clone()).collect();
        self.label(&mut one, block, &words, ChartDataLabelPosition::Above);
        self.push(one, name, false);
    }

    /// Ranges as bars of error around their middle, or from their low end.
    fn ranges(&mut self, block: &mut Block, name: &str, (direction, ranges): (Direction, &[Range]), series: &Series) {
        if ranges.is_empty() {
            return;
        }
        // Ranges of another colour are a series of their own.
        let mut roles: Vec<crate::chart::model::ColourRole> = Vec::new();
        for range in ranges {
            let role = range.role.unwrap_or(series.role);
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        for role in roles {
            let of_it: Vec<&Range> = ranges.iter().filter(|range| range.role.unwrap_or(series.role) == role).collect();
            self.ranges_of(block, name, (direction, &of_it), self.pen.style.colour(role));
        }
    }

    fn ranges_of(
        &mut self,
        block: &mut Block,
        name: &str,
        (direction, ranges): (Direction, &[&Range]),
        colour: Colour,
    ) {
        let axis = if direction == Direction::Right { &self.model.x } else { &self.model.y };
        let (scale, lo, hi) = (axis.scale, axis.lo, axis.hi);
        let ends = |range: &Range| (range.lo.unwrap_or(lo).clamp(lo, hi), range.hi.unwrap_or(hi).clamp(lo, hi));
        let middle = |range: &Range| range.middle.unwrap_or(ends(range).0).clamp(lo, hi);
        let place = |range: &&Range| match direction {
            Direction::Right => Some([middle(range), range.at]),
            Direction::Up => Some([range.at, middle(range)]),
        };
        let places: Vec<_> = ranges.iter().map(place).collect();
        let far = |from: f64, to: f64| Put::Number((real(scale, to) - real(scale, from)).max(0.0));
        let plus = ranges.iter().map(|range| far(middle(range), ends(range).1)).collect();
        let minus = ranges.iter().map(|range| far(ends(range).0, middle(range))).collect();
        let mut one = self.xy(block, name, &places);
        let words = |key: &str| tr_args(self.pen.lang, key, &[("series", name.into())]);
        let (plus, minus) = (block.add(&words("xlsx-above"), plus), block.add(&words("xlsx-below"), minus));
        let is_thick = ranges.iter().any(|range| range.style == RangeStyle::Connector);
        if ranges.iter().any(|range| range.middle.is_some()) {
            paint::as_marks(&mut one, ChartMarkerType::Circle, 7, colour);
        } else if is_thick {
            paint::as_marks(&mut one, ChartMarkerType::Square, 3, colour);
        } else {
            paint::unseen(&mut one);
        }
        let bars = paint::errors(block, (plus, minus), colour, if is_thick { 4.0 } else { 1.25 }, !is_thick);
        let labels: Vec<String> = ranges.iter().map(|range| range.label.clone()).collect();
        match direction {
            Direction::Right => one.set_x_error_bars(&bars),
            Direction::Up => one.set_y_error_bars(&bars),
        };
        self.label(&mut one, block, &labels, ChartDataLabelPosition::Above);
        self.push(one, name, false);
    }

    /// Dashed lines with their text at the top.
    fn annotations(&mut self, block: &mut Block) {
        for annotation in &self.model.annotations {
            let places = [[annotation.at, self.model.y.lo], [annotation.at, self.model.y.hi]];
            let head = tr(self.pen.lang, "xlsx-plotted-annotation");
            let mut one = self.xy(block, &head, &places.map(Some));
            paint::as_line(&mut one, self.pen.style.palette.muted, 1.0, true);
            self.label(&mut one, block, &[String::new(), annotation.text.clone()], ChartDataLabelPosition::Right);
            self.push(one, &head, true);
        }
    }

    /// Names of bands as labels of an unseen series at the low end of the other axis.
    fn names_of_bands(&mut self, block: &mut Block) {
        let (x, y) = (&self.model.x, &self.model.y);
        for (axis, is_across) in [(x, true), (y, false)] {
            if axis.scale != Scale::Band || axis.ticks.is_empty() {
                continue;
            }
            let place = |at: f64| if is_across { Some([at, y.lo]) } else { Some([x.lo, at]) };
            let places: Vec<_> = axis.ticks.iter().map(|tick| place(tick.at)).collect();
            let words: Vec<String> = axis.ticks.iter().map(|tick| tick.label.clone()).collect();
            let head = tr(self.pen.lang, "xlsx-plotted-names");
            let mut one = self.xy(block, &head, &places);
            paint::unseen(&mut one);
            let side = if is_across { ChartDataLabelPosition::Below } else { ChartDataLabelPosition::Left };
            paint::labels(&mut one, block, &tr(self.pen.lang, "xlsx-plotted-labels"), &words, side, self.pen);
            self.push(one, &head, true);
        }
    }
}
