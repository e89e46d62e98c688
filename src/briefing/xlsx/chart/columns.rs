//! Columns and lying bars over categories, with the lines, points and intervals that belong to them.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartMarkerType, ChartPoint, ChartSeries, ChartType};

use crate::briefing::xlsx::cells::Pen;
use crate::briefing::xlsx::chart::block::{At, Block, Put};
use crate::briefing::xlsx::chart::{Made, axes, paint, real};
use crate::chart::model::{Along, Bar, ChartModel, Direction, Marks, Range, Scale, Series};
use crate::text::{tr, tr_args};

/// Two positions are one when they are closer than this.
const SAME: f64 = 1e-6;

/// Whether the bars of a model grow to the right.
pub fn is_lying(model: &ChartModel) -> bool {
    model.series.iter().any(|series| matches!(&series.marks, Marks::Bars { direction: Direction::Right, .. }))
}

/// What is being put together.
struct Making<'a> {
    model: &'a ChartModel,
    pen: &'a Pen,
    lying: bool,
    /// Places of the categories.
    places: Vec<f64>,
    /// Whether bars of several series stand side by side in one category.
    grouped: bool,
    categories: At,
    remarks: Vec<String>,
    /// Entries of the legend that say nothing.
    silent: Vec<usize>,
    /// Series of the chart so far.
    count: usize,
}

/// Makes the chart.
pub fn make(model: &ChartModel, block: &mut Block, pen: &Pen) -> Made {
    let (places, grouped) = places(model);
    let names = names(model, &places);
    let categories = block.add(&tr(pen.lang, "xlsx-plotted-category"), names.into_iter().map(Put::Text).collect());
    let lying = is_lying(model);
    let mut chart = Chart::new(match (lying, is_stack(model)) {
        (true, true) => ChartType::BarStacked,
        (true, false) => ChartType::Bar,
        (false, true) => ChartType::ColumnStacked,
        (false, false) => ChartType::Column,
    });
    let mut over = Chart::new(ChartType::Line);
    let mut making =
        Making { model, pen, lying, places, grouped, categories, remarks: Vec::new(), silent: Vec::new(), count: 0 };
    for series in &model.series {
        if let Marks::Bars { bars, .. } = &series.marks {
            making.bars(&mut chart, block, series, bars);
        }
    }
    let (mut has_lines, mut unseen) = (false, Vec::new());
    for series in &model.series {
        match &series.marks {
            Marks::Bars { .. } => {}
            Marks::Ranges { .. } if making.is_attached(series) => {}
            _ if lying => unseen.push(series),
            _ => has_lines |= making.over(&mut over, block, series),
        }
    }
    for series in unseen {
        making.cannot(series);
    }
    if making.count == 0 {
        // Nothing but lines: they stand alone.
        chart = over;
    } else if has_lines {
        chart.combine(&over);
    }
    let (names, numbers) = if lying { (&model.y, &model.x) } else { (&model.x, &model.y) };
    axes::values(if lying { chart.x_axis() } else { chart.y_axis() }, numbers, pen);
    let categories = if lying { chart.y_axis() } else { chart.x_axis() };
    axes::grid(categories, names, pen);
    categories.set_major_gridlines(false);
    // The names of categories stand at the low end even where values are negative.
    categories.set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart.show_empty_cells_as(rust_xlsxwriter::ChartEmptyCells::Gaps);
    if !making.silent.is_empty() {
        chart.legend().delete_entries(&making.silent);
    }
    if making.count + usize::from(has_lines) < 2 {
        chart.legend().set_hidden();
    }
    Made { chart, remarks: making.remarks }
}

impl Making<'_> {
    /// The index of a place among the categories.
    fn index(&self, at: f64) -> Option<usize> {
        if self.grouped {
            return self.nearest(at);
        }
        self.places.iter().position(|place| (place - at).abs() < SAME)
    }

    /// The nearest category no more than half of the gap between two away.
    fn nearest(&self, at: f64) -> Option<usize> {
        let gap = self.places.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
        let near = |(_, a): &(usize, &f64), (_, b): &(usize, &f64)| (*a - at).abs().total_cmp(&(*b - at).abs());
        let (index, place) = self.places.iter().enumerate().min_by(near)?;
        ((place - at).abs() <= gap / 2.0 || self.places.len() == 1).then_some(index)
    }

    fn value(&self, at: f64) -> f64 {
        real(if self.lying { self.model.x.scale } else { self.model.y.scale }, at)
    }

    fn empty(&self) -> Vec<Put> {
        vec![Put::Nothing; self.places.len()]
    }

    /// A column or bar series, with the part that is known only coarsely on top.
    fn bars(&mut self, chart: &mut Chart, block: &mut Block, series: &Series, bars: &[Bar]) {
        let colour = self.pen.style.colour(series.role);
        let is_log = self.value(0.0) != 0.0;
        let mut certain = self.empty();
        let mut coarse = self.empty();
        let mut points = vec![ChartPoint::new(); self.places.len()];
        let mut coarse_points = points.clone();
        let mut labels = vec![String::new(); self.places.len()];
        for bar in bars {
            let Some(index) = self.index(bar.at) else { continue };
            let own = bar.role.map(|role| self.pen.style.colour(role));
            let length = if is_log { self.value(bar.base + bar.certain) } else { bar.certain };
            certain[index] = Put::Number(length);
            if bar.coarse > 0.0 {
                coarse[index] = Put::Number(bar.coarse);
            }
            points[index] = paint::point(own, bar.partial, colour);
            let pale = own.unwrap_or(colour).lighter(paint::COARSE);
            coarse_points[index] = paint::point(own.map(|_| pale), bar.partial, pale);
            labels[index].clone_from(&bar.label);
        }
        let has_coarse = bars.iter().any(|bar| bar.coarse > 0.0);
        let certain = block.add(&name(series), certain);
        let errors = self.errors(block, series, bars);
        let mut one = ChartSeries::new();
        one.set_name(&block.head(certain))
            .set_values(&block.range(certain))
            .set_categories(&block.range(self.categories));
        one.set_format(&mut paint::fill(colour))
            .set_points(&points)
            .set_gap(if self.lying { 40 } else { 25 })
            .set_overlap(if self.grouped { -5 } else { 100 });
        if !has_coarse {
            self.finish(&mut one, block, &labels, errors.as_ref());
            *chart.add_series() = one;
            self.count += 1;
            return;
        }
        *chart.add_series() = one;
        let head = tr_args(self.pen.lang, "xlsx-coarse", &[("series", name(series).into())]);
        let coarse = block.add(&head, coarse);
        let mut pale = ChartSeries::new();
        pale.set_name(&block.head(coarse))
            .set_values(&block.range(coarse))
            .set_categories(&block.range(self.categories));
        pale.set_format(&mut paint::fill(colour.lighter(paint::COARSE))).set_points(&coarse_points);
        pale.set_gap(if self.lying { 40 } else { 25 }).set_overlap(100);
        self.finish(&mut pale, block, &labels, errors.as_ref());
        *chart.add_series() = pale;
        self.count += 2;
    }

    fn finish(
        &self,
        series: &mut ChartSeries,
        block: &mut Block,
        labels: &[String],
        errors: Option<&rust_xlsxwriter::ChartErrorBars>,
    ) {
        if let Some(errors) = errors {
            if self.lying {
                series.set_x_error_bars(errors);
            } else {
                series.set_y_error_bars(errors);
            }
        }
        // A stack has room for words inside of its parts alone.
        if !is_stack(self.model) && labels.len() <= 40 {
            let head = tr(self.pen.lang, "xlsx-plotted-labels");
            paint::labels(series, block, &head, labels, ChartDataLabelPosition::OutsideEnd, self.pen);
        }
    }

    /// The ranges that stand on the ends of these bars.
    fn ranges_on<'b>(&'b self, bars: &[Bar]) -> Option<&'b [Range]> {
        let ends = |range: &Range| {
            bars.iter().any(|bar| {
                let end = bar.base + bar.certain + bar.coarse;
                (bar.at - range.at).abs() < SAME
                    && range.middle.is_none_or(|middle| (middle - end).abs() < 1e-6 * end.abs().max(1.0))
            })
        };
        self.model.series.iter().find_map(|series| match &series.marks {
            Marks::Ranges { ranges, .. } if !ranges.is_empty() && ranges.iter().all(ends) => Some(ranges.as_slice()),
            _ => None,
        })
    }

    fn is_attached(&self, series: &Series) -> bool {
        let Marks::Ranges { ranges, .. } = &series.marks else { return false };
        let first = self.model.series.iter().find_map(|series| match &series.marks {
            Marks::Bars { bars, .. } => Some(bars),
            _ => None,
        });
        first.and_then(|bars| self.ranges_on(bars)).is_some_and(|found| std::ptr::eq(found, ranges.as_slice()))
    }

    fn errors(&self, block: &mut Block, series: &Series, bars: &[Bar]) -> Option<rust_xlsxwriter::ChartErrorBars> {
        let first = self.model.series.iter().find(|series| matches!(series.marks, Marks::Bars { .. }))?;
        if !std::ptr::eq(first, series) {
            return None;
        }
        let ranges = self.ranges_on(bars)?;
        let edge = if self.lying { self.model.x.hi } else { self.model.y.hi };
        let (mut plus, mut minus) = (self.empty(), self.empty());
        for range in ranges {
            let (Some(index), Some(bar)) =
                (self.index(range.at), bars.iter().find(|bar| (bar.at - range.at).abs() < SAME))
            else {
                continue;
            };
            let end = bar.base + bar.certain + bar.coarse;
            plus[index] = Put::Number((self.value(range.hi.unwrap_or(edge).min(edge)) - self.value(end)).max(0.0));
            minus[index] = Put::Number((self.value(end) - self.value(range.lo.unwrap_or(end))).max(0.0));
        }
        let of = self.model.series.iter().find(|other| {
            matches!(&other.marks, Marks::Ranges { ranges: found, .. } if std::ptr::eq(found.as_slice(), ranges))
        })?;
        let words = |key: &str| tr_args(self.pen.lang, key, &[("series", name(of).into())]);
        let (plus, minus) = (block.add(&words("xlsx-above"), plus), block.add(&words("xlsx-below"), minus));
        Some(paint::errors(block, (plus, minus), self.pen.style.colour(of.role), 1.25, true))
    }

    /// A line, points, intervals or limits over the columns; says whether something was drawn.
    fn over(&mut self, chart: &mut Chart, block: &mut Block, series: &Series) -> bool {
        let colour = self.pen.style.colour(series.role);
        match &series.marks {
            Marks::Line { runs } => {
                let all: Vec<[f64; 2]> = runs.iter().flatten().copied().collect();
                self.line(chart, block, series, &all, |one| paint::as_line(one, colour, 2.0, false))
            }
            Marks::Points { points } => {
                let all: Vec<[f64; 2]> = points.iter().map(|point| point.at).collect();
                self.line(chart, block, series, &all, |one| paint::as_marks(one, ChartMarkerType::Circle, 6, colour))
            }
            Marks::Steps { points, .. } => {
                self.line(chart, block, series, points, |one| paint::as_line(one, colour, 2.0, false))
            }
            Marks::Ranges { ranges, .. } => self.ranges(chart, block, series, ranges),
            Marks::Outlines { outlines } => {
                let ranges: Vec<Range> = outlines
                    .iter()
                    .map(|outline| Range {
                        at: outline.at,
                        lo: Some(outline.interval.map_or(outline.expected, |(lo, _)| lo)),
                        hi: Some(outline.interval.map_or(outline.expected, |(_, hi)| hi)),
                        middle: Some(outline.expected),
                        style: crate::chart::model::RangeStyle::Whisker,
                        role: None,
                        label: outline.label.clone(),
                        hover: Vec::new(),
                        records: crate::chart::records::RecordsKey::All,
                    })
                    .collect();
                self.ranges(chart, block, series, &ranges)
            }
            Marks::Rules { rules } if rules.iter().all(|rule| rule.along == Along::X) => {
                let mut drawn = false;
                for rule in rules {
                    let all: Vec<[f64; 2]> = self.places.iter().map(|place| [*place, rule.at]).collect();
                    drawn |= self.line(chart, block, series, &all, |one| paint::as_line(one, colour, 1.25, true));
                }
                drawn
            }
            _ => {
                self.cannot(series);
                false
            }
        }
    }

    fn line(
        &mut self,
        chart: &mut Chart,
        block: &mut Block,
        series: &Series,
        points: &[[f64; 2]],
        paint: impl Fn(&mut ChartSeries),
    ) -> bool {
        let mut values = self.empty();
        for [x, y] in points {
            if let Some(index) = self.nearest(*x) {
                values[index] = Put::Number(self.value(*y));
            }
        }
        let at = block.add(&name(series), values);
        let mut one = ChartSeries::new();
        one.set_name(&block.head(at)).set_values(&block.range(at)).set_categories(&block.range(self.categories));
        paint(&mut one);
        *chart.add_series() = one;
        true
    }

    /// Marks at the middle of ranges with bars to both ends.
    fn ranges(&mut self, chart: &mut Chart, block: &mut Block, series: &Series, ranges: &[Range]) -> bool {
        let edge = (self.model.y.lo, self.model.y.hi);
        let (mut middle, mut plus, mut minus) = (self.empty(), self.empty(), self.empty());
        for range in ranges {
            let Some(index) = self.nearest(range.at) else { continue };
            let (lo, hi) = (range.lo.unwrap_or(edge.0), range.hi.unwrap_or(edge.1));
            let at = range.middle.unwrap_or(lo);
            middle[index] = Put::Number(self.value(at));
            plus[index] = Put::Number((self.value(hi) - self.value(at)).max(0.0));
            minus[index] = Put::Number((self.value(at) - self.value(lo)).max(0.0));
        }
        let colour = self.pen.style.colour(series.role);
        let words = |key: &str| tr_args(self.pen.lang, key, &[("series", name(series).into())]);
        let at = block.add(&name(series), middle);
        let (plus, minus) = (block.add(&words("xlsx-above"), plus), block.add(&words("xlsx-below"), minus));
        let mut one = ChartSeries::new();
        one.set_name(&block.head(at)).set_values(&block.range(at)).set_categories(&block.range(self.categories));
        if ranges.iter().any(|range| range.middle.is_some()) {
            paint::as_marks(&mut one, ChartMarkerType::LongDash, 9, colour);
        } else {
            paint::unseen(&mut one);
        }
        one.set_y_error_bars(&paint::errors(block, (plus, minus), colour, 1.25, true));
        *chart.add_series() = one;
        true
    }

    fn cannot(&mut self, series: &Series) {
        let said: Vec<String> = match &series.marks {
            Marks::Rules { rules } => {
                rules.iter().map(|rule| rule.label.clone()).filter(|label| !label.is_empty()).collect()
            }
            _ => vec![name(series)],
        };
        if !said.is_empty() {
            self.remarks.push(tr_args(self.pen.lang, "xlsx-not-drawn", &[("what", said.join(", ").into())]));
        }
    }
}

/// Whether parts stand on one another.
fn is_stack(model: &ChartModel) -> bool {
    model.series.iter().any(|series| match &series.marks {
        Marks::Bars { bars, .. } => bars.iter().any(|bar| bar.base > 0.0 || bar.coarse > 0.0),
        _ => false,
    })
}

/// What a series is called.
fn name(series: &Series) -> String {
    if series.name.is_empty() { series.key.clone() } else { series.name.clone() }
}

/// Places of the categories, increasing, each once: of all bars, or of the names between which the bars of several
/// series stand side by side; says whether they do.
fn places(model: &ChartModel) -> (Vec<f64>, bool) {
    let own = places_of_bars(model);
    match groups(model) {
        Some(groups) if groups.len() < own.len() => (groups, true),
        _ => (own, false),
    }
}

/// Places of the names of bands, where each series has at most one bar near each.
fn groups(model: &ChartModel) -> Option<Vec<f64>> {
    let axis = if is_lying(model) { &model.y } else { &model.x };
    if axis.scale != Scale::Band || is_stack(model) {
        return None;
    }
    let mut ticks: Vec<f64> = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).map(|tick| tick.at).collect();
    ticks.sort_by(f64::total_cmp);
    for series in &model.series {
        let bars: &[Bar] = match &series.marks {
            Marks::Bars { bars, .. } => bars,
            Marks::Outlines { .. } => return None,
            _ => &[],
        };
        let near = |bar: &Bar| ticks.iter().position(|tick| (bar.at - tick).abs() < 0.5);
        let mut taken: Vec<usize> = bars.iter().map(near).collect::<Option<_>>()?;
        taken.sort_unstable();
        taken.dedup();
        if taken.len() < bars.len() {
            return None;
        }
    }
    Some(ticks)
}

fn places_of_bars(model: &ChartModel) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::new();
    for series in &model.series {
        match &series.marks {
            Marks::Bars { bars, .. } => places.extend(bars.iter().map(|bar| bar.at)),
            Marks::Outlines { outlines } => places.extend(outlines.iter().map(|outline| outline.at)),
            _ => {}
        }
    }
    places.sort_by(f64::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < SAME);
    places
}

/// What the categories are called: bands by their names, everything else as the rows of the table are.
fn names(model: &ChartModel, places: &[f64]) -> Vec<String> {
    let axis = if is_lying(model) { &model.y } else { &model.x };
    let tick = |place: f64, reach: f64| {
        let near = axis.ticks.iter().filter(|tick| !tick.label.is_empty() && (tick.at - place).abs() <= reach);
        near.min_by(|a, b| (a.at - place).abs().total_cmp(&(b.at - place).abs())).map(|tick| tick.label.clone())
    };
    if axis.scale == Scale::Band {
        return places.iter().map(|place| tick(*place, 0.5).unwrap_or_default()).collect();
    }
    if model.table.rows.len() == places.len() {
        let first =
            |row: &Vec<crate::chart::model::Cell>| row.first().map(|cell| cell.text.clone()).unwrap_or_default();
        return model.table.rows.iter().map(first).collect();
    }
    let hover = |place: f64| {
        model.series.iter().find_map(|series| match &series.marks {
            Marks::Bars { bars, .. } => {
                bars.iter().find(|bar| (bar.at - place).abs() < SAME).and_then(|bar| bar.hover.first().cloned())
            }
            _ => None,
        })
    };
    places.iter().map(|place| tick(*place, 1e-3).or_else(|| hover(*place)).unwrap_or_default()).collect()
}
