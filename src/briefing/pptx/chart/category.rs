//! Bars over names, with lines and points through their middles.

use crate::briefing::pptx::chart::axis::{self, value_axis};
use crate::briefing::pptx::chart::sheet::Sheet;
use crate::briefing::pptx::chart::{BarSeries, Category, Chart, Ink, Kind, LineSeries, axis_texts, labels_shown};
use crate::chart::model::{Axis, Bar, ChartModel, Direction, Marks, Scale, Series};
use crate::draw::parts::Plot;
use crate::draw::scene::{Area, Dash, Item, Text};
use crate::draw::style::Style;
use crate::text::{Lang, tr_args};

/// Most names of a native chart.
const MOST: usize = 2_000;

/// Evenly spaced places of bars.
struct Slots {
    /// Where the first begins on the axis.
    from: f64,
    /// Width of each.
    width: f64,
    /// How many there are.
    count: usize,
}

impl Slots {
    /// The places of bars on an axis; `None` where they do not stand evenly.
    fn of(axis: &Axis, bars: &[(f64, f64)]) -> Option<Self> {
        if axis.scale == Scale::Band {
            let count = (axis.hi - axis.lo).round();
            return ((1.0..=MOST as f64).contains(&count)).then_some(Self {
                from: axis.lo,
                width: 1.0,
                count: count as usize,
            });
        }
        let from = bars.iter().map(|(at, width)| at - width / 2.0).fold(f64::INFINITY, f64::min);
        let until = bars.iter().map(|(at, width)| at + width / 2.0).fold(f64::NEG_INFINITY, f64::max);
        let mean = bars.iter().map(|(_, width)| width).sum::<f64>() / bars.len().max(1) as f64;
        let count = ((until - from) / mean).round();
        let fits = count >= 1.0 && count <= MOST as f64 && mean > 0.0;
        // Months and quarters differ by a few days; anything else is no row of periods.
        let even = bars.iter().all(|(_, width)| (width - mean).abs() <= mean * 0.12);
        (fits && even).then(|| Self { from, width: (until - from) / count, count: count as usize })
    }

    /// The place of a position.
    fn of_position(&self, at: f64) -> Option<usize> {
        let index = ((at - self.from) / self.width).floor();
        (index >= 0.0 && index < self.count as f64).then_some(index as usize)
    }

    fn middle(&self, index: usize) -> f64 {
        self.from + (index as f64 + 0.5) * self.width
    }

    /// The place of a position that lies in the middle of one.
    fn at_middle(&self, at: f64) -> Option<usize> {
        let index = self.of_position(at)?;
        ((at - self.middle(index)).abs() < self.width * 0.2).then_some(index)
    }
}

/// The bar chart of a model.
pub fn of(model: &ChartModel, plot: &Plot, style: &Style, lang: Lang) -> Option<Chart> {
    let all: Vec<(&Series, Direction, &[Bar])> = model.series.iter().filter_map(bars_of).collect();
    let direction = all.first()?.1;
    if all.iter().any(|(_, own, _)| *own != direction) {
        return None;
    }
    let (across, along) = match direction {
        Direction::Up => (&model.x, &model.y),
        Direction::Right => (&model.y, &model.x),
    };
    if along.scale != Scale::Linear {
        return None;
    }
    let places: Vec<(f64, f64)> =
        all.iter().flat_map(|(_, _, bars)| bars.iter().map(|bar| (bar.at, bar.width))).collect();
    let slots = Slots::of(across, &places)?;
    let indexes: Vec<Vec<usize>> = all.iter().map(|(_, _, bars)| indexes(&slots, bars)).collect::<Option<Vec<_>>>()?;
    let arrangement = Arrangement::of(&all, &indexes, &slots)?;
    let mut build = Build { model, plot, style, lang, slots, sheet: Sheet::default(), direction, native: Vec::new() };
    let names = build.names(across);
    let (names_column, shows_names) = names;
    let mut bars = Vec::new();
    for ((series, _, own), at) in all.iter().zip(&indexes) {
        build.bars(&mut bars, series, own, at, arrangement.stacked);
    }
    let mut lines = Vec::new();
    if direction == Direction::Up {
        for series in &model.series {
            build.line(&mut lines, series);
        }
    }
    let shown = labels_shown(plot, direction == Direction::Up);
    let labelled = along.ticks.iter().filter(|tick| !tick.label.is_empty()).count();
    let value = value_axis(along, shown < labelled || !model.under_x.is_empty() && direction == Direction::Right);
    let says = value.format.is_some();
    let (native_x, native_y) = match direction {
        Direction::Up => (shows_names, says),
        Direction::Right => (says, shows_names),
    };
    let inner = build.inner();
    let (gap, overlap) = build.spacing(&arrangement, &inner);
    let mut drawn = axis_texts(plot, native_x, native_y);
    drawn.extend(build.rest());
    let kind = Kind::Category(Category {
        direction,
        names: names_column,
        shows_names,
        stacked: arrangement.stacked,
        overlap,
        gap,
        bars,
        lines,
        value,
    });
    let lines = [style.palette.grid, style.line, style.palette.muted];
    Some(Chart { area: plot.area, plot: inner, drawn, sheet: build.sheet, kind, lines })
}

fn bars_of(series: &Series) -> Option<(&Series, Direction, &[Bar])> {
    match &series.marks {
        Marks::Bars { direction, bars } => Some((series, *direction, bars.as_slice())),
        _ => None,
    }
}

/// The place of each bar of a series; `None` where two share one.
fn indexes(slots: &Slots, bars: &[Bar]) -> Option<Vec<usize>> {
    let found: Vec<usize> = bars.iter().map(|bar| slots.of_position(bar.at)).collect::<Option<Vec<_>>>()?;
    let mut sorted = found.clone();
    sorted.sort_unstable();
    sorted.dedup();
    (sorted.len() == found.len()).then_some(found)
}

/// How bars of one name stand to each other.
struct Arrangement {
    stacked: bool,
    /// From one series to the next, in axis units; 0 where they share a place.
    apart: f64,
    /// How many stand side by side.
    beside: usize,
}

impl Arrangement {
    fn of(all: &[(&Series, Direction, &[Bar])], indexes: &[Vec<usize>], slots: &Slots) -> Option<Self> {
        let coarse = all.iter().any(|(_, _, bars)| bars.iter().any(|bar| bar.coarse > 0.0));
        let based = all.iter().any(|(_, _, bars)| bars.iter().any(|bar| bar.base > 0.0));
        let offset = |(at, (_, _, bars)): (usize, &(&Series, Direction, &[Bar]))| {
            let first = bars.first()?;
            let index = indexes.get(at)?.first()?;
            Some(first.at - slots.middle(*index))
        };
        let offsets: Vec<f64> = all.iter().enumerate().filter_map(offset).collect();
        let apart = offsets.windows(2).find_map(|pair| match pair {
            [a, b] if (b - a).abs() > slots.width * 0.05 => Some(b - a),
            _ => None,
        });
        if let Some(apart) = apart {
            let is_even =
                offsets.windows(2).all(|pair| matches!(pair, [a, b] if ((b - a) - apart).abs() < slots.width * 0.05));
            let plain = !coarse && !based && apart > 0.0 && is_even;
            return plain.then_some(Self { stacked: false, apart, beside: all.len() });
        }
        if coarse || based {
            // Each bar begins where those before it end, or it is no stack.
            let mut tops = vec![0.0_f64; slots.count];
            for ((_, _, bars), at) in all.iter().zip(indexes) {
                for (bar, index) in bars.iter().zip(at) {
                    let top = tops.get_mut(*index)?;
                    if (bar.base - *top).abs() > 1e-6 * (1.0 + top.abs()) {
                        return None;
                    }
                    *top += bar.certain + bar.coarse;
                }
            }
        }
        Some(Self { stacked: coarse || based, apart: 0.0, beside: 1 })
    }
}

struct Build<'a> {
    model: &'a ChartModel,
    plot: &'a Plot,
    style: &'a Style,
    lang: Lang,
    slots: Slots,
    sheet: Sheet,
    direction: Direction,
    /// Texts at the ends of bars that the chart says itself, and keys of series that it draws itself.
    native: Vec<Native>,
}

/// What needs no shape.
#[derive(PartialEq)]
enum Native {
    Text(Text),
    Series(String),
}

impl Build<'_> {
    /// The names under the bars: the model's own ticks where each place has one, else the first column of its table.
    /// Also whether the axis can say them as the drawing does, on one line each.
    fn names(&mut self, across: &Axis) -> (usize, bool) {
        let mut names: Vec<Option<String>> = vec![None; self.slots.count];
        for tick in across.ticks.iter().filter(|tick| !tick.label.is_empty()) {
            if let Some(place) = self.slots.at_middle(tick.at).and_then(|index| names.get_mut(index)) {
                *place = Some(tick.label.clone());
            }
        }
        let every = names.iter().all(Option::is_some);
        let shown = labels_shown(self.plot, self.direction == Direction::Right);
        let shows =
            every && shown == self.slots.count && (self.direction == Direction::Right || self.model.under_x.is_empty());
        let table = &self.model.table;
        if !every && table.rows.len() == self.slots.count {
            for (name, row) in names.iter_mut().zip(&table.rows) {
                *name = row.first().map(|cell| cell.text.clone());
            }
        }
        let named = names.into_iter().enumerate().map(|(at, name)| name.unwrap_or_else(|| (at + 1).to_string()));
        let header = table.headers.first().cloned().unwrap_or_default();
        (self.sheet.texts(&header, named), shows)
    }

    /// A column with numbers at places.
    fn column(&mut self, name: &str, at: &[usize], value: impl Fn(usize) -> f64) -> usize {
        let mut cells = vec![None; self.slots.count];
        for (bar, index) in at.iter().enumerate() {
            if let Some(cell) = cells.get_mut(*index) {
                *cell = Some(value(bar));
            }
        }
        self.sheet.numbers(name, cells, "General")
    }

    fn bars(&mut self, out: &mut Vec<BarSeries>, series: &Series, bars: &[Bar], at: &[usize], stacked: bool) {
        let base = self.style.colour(series.role);
        let look = |lighter: f64| -> Vec<(usize, crate::draw::style::Colour, bool)> {
            let differs = bars.iter().zip(at).filter(|(bar, _)| bar.partial || bar.role.is_some());
            differs
                .map(|(bar, index)| {
                    let colour = self.style.colour(bar.role.unwrap_or(series.role));
                    let colour = self.style.palette.pale(colour, lighter);
                    (*index, colour, bar.partial)
                })
                .collect()
        };
        let (points, light) = (look(0.0), look(0.55));
        let column = self.column(&series.name, at, |bar| bars.get(bar).map_or(0.0, |bar| bar.certain));
        let labels = if stacked { None } else { self.labels(series, bars, at) };
        out.push(BarSeries { column, colour: base, points, outline: false, labels });
        if bars.iter().any(|bar| bar.coarse > 0.0) {
            let name = tr_args(self.lang, "slides-coarse", &[("name", (&series.name).into())]);
            let column = self.column(&name, at, |bar| bars.get(bar).map_or(0.0, |bar| bar.coarse));
            out.push(BarSeries {
                column,
                colour: self.style.palette.pale(base, 0.55),
                points: light,
                outline: false,
                labels: None,
            });
        }
        self.native.push(Native::Series(series.key.clone()));
    }

    /// Numbers at the ends of bars that a format can say; which of them have room was decided by the drawing.
    fn labels(&mut self, series: &Series, bars: &[Bar], at: &[usize]) -> Option<(String, Vec<usize>)> {
        let wanted: Vec<(f64, &str)> =
            bars.iter().filter(|bar| !bar.label.is_empty()).map(|bar| (bar.certain, bar.label.as_str())).collect();
        if wanted.is_empty() {
            return None;
        }
        let format = axis::format_for(&wanted)?;
        let position = self.model.series.iter().position(|one| one.key == series.key)?;
        let ends: Vec<Area> = self.plot.drawn.marks.get(position)?.iter().filter_map(rectangle).collect();
        let mut shown = Vec::new();
        let mut taken = Vec::new();
        for item in &self.plot.drawn.labels {
            let Item::Text(text) = item else { continue };
            let stands = |area: &Area| match self.direction {
                Direction::Up => (text.at.0 - area.x - area.width / 2.0).abs() < 0.6 && text.at.1 < area.y,
                Direction::Right => {
                    text.at.0 > area.right() && text.at.1 > area.y - 4.0 && text.at.1 < area.bottom() + 6.0
                }
            };
            let near = ends.iter().position(stands);
            let here = bars.iter().zip(at).filter(|(bar, _)| bar.label == text.text && bar.certain > 0.0);
            let found = near.and_then(|near| {
                let area = ends.get(near)?;
                let middle = match self.direction {
                    Direction::Up => area.x + area.width / 2.0,
                    Direction::Right => area.y + area.height / 2.0,
                };
                let place = |at: f64| match self.direction {
                    Direction::Up => self.plot.drawn.frame.x(at),
                    Direction::Right => self.plot.drawn.frame.y(at),
                };
                here.clone().find(|(bar, _)| (place(bar.at) - middle).abs() < 1.0).map(|(_, index)| *index)
            });
            if let Some(index) = found {
                shown.push(index);
                taken.push(Native::Text(text.clone()));
            }
        }
        self.native.append(&mut taken);
        // Where the drawing has room for none, the chart says none.
        (!shown.is_empty()).then_some((format, shown))
    }

    /// Lines, points and intervals that stand at the middles of bars.
    fn line(&mut self, out: &mut Vec<LineSeries>, series: &Series) {
        let colour = self.style.colour(series.role);
        let ink = Ink { colour, line: None, marker: None, hollow: Vec::new(), bare: Vec::new(), errors: None };
        match &series.marks {
            Marks::Line { runs } => {
                let points: Vec<[f64; 2]> = runs.iter().flatten().copied().collect();
                let Some(at) = self.middles(points.iter().map(|[x, _]| *x)) else { return };
                let column = self.column(&series.name, &at, |point| points.get(point).map_or(0.0, |[_, y]| *y));
                out.push(LineSeries { column, ink: Ink { line: Some((2.0, Dash::Solid)), ..ink } });
            }
            Marks::Points { points } => {
                let Some(at) = self.middles(points.iter().map(|point| point.at[0])) else { return };
                let column = self.column(&series.name, &at, |point| points.get(point).map_or(0.0, |one| one.at[1]));
                let hollow =
                    points.iter().zip(&at).filter(|(point, _)| point.partial).map(|(_, index)| *index).collect();
                out.push(LineSeries { column, ink: Ink { marker: Some(("circle", 8)), hollow, ..ink } });
            }
            _ => return,
        }
        self.native.push(Native::Series(series.key.clone()));
    }

    /// The places of positions that all stand in the middle of one; `None` where one does not or two share one.
    fn middles(&self, at: impl Iterator<Item = f64>) -> Option<Vec<usize>> {
        let found: Vec<usize> = at.map(|at| self.slots.at_middle(at)).collect::<Option<Vec<_>>>()?;
        let mut sorted = found.clone();
        sorted.sort_unstable();
        sorted.dedup();
        (sorted.len() == found.len() && !found.is_empty()).then_some(found)
    }

    /// The part of the plot that the names take.
    fn inner(&self) -> Area {
        let frame = &self.plot.drawn.frame;
        let (from, until) = (self.slots.from, self.slots.from + self.slots.width * self.slots.count as f64);
        match self.direction {
            Direction::Up => {
                let (left, right) = (frame.x(from), frame.x(until));
                Area { x: left, width: (right - left).max(1.0), ..frame.plot }
            }
            Direction::Right => {
                let (top, bottom) = (frame.y(until), frame.y(from));
                Area { y: top, height: (bottom - top).max(1.0), ..frame.plot }
            }
        }
    }

    /// Room between bars and their overlap, as the drawing has them.
    fn spacing(&self, arrangement: &Arrangement, inner: &Area) -> (u32, i32) {
        let length = if self.direction == Direction::Up { inner.width } else { inner.height };
        let slot = length / self.slots.count.max(1) as f64;
        let is_bars = |series: &&Series| matches!(series.marks, Marks::Bars { .. });
        let keys: Vec<usize> =
            self.model.series.iter().enumerate().filter(|(_, one)| is_bars(one)).map(|(at, _)| at).collect();
        let thick = keys.iter().filter_map(|at| self.plot.drawn.marks.get(*at)).flatten().filter_map(rectangle);
        let thick = thick.map(|area| if self.direction == Direction::Up { area.width } else { area.height });
        let bar = thick.fold(0.0, f64::max).max(0.4).min(slot);
        let apart = (arrangement.apart * slot / self.slots.width).abs();
        let group = bar + apart * (arrangement.beside.saturating_sub(1)) as f64;
        let gap = ((slot - group) / bar * 100.0).clamp(0.0, 500.0).round() as u32;
        let overlap = if arrangement.beside > 1 {
            (-(apart - bar) / bar * 100.0).clamp(-100.0, 100.0).round() as i32
        } else {
            100
        };
        (gap, overlap)
    }

    /// What is left to be drawn by shapes: marks of other series, labels that the chart does not say itself.
    fn rest(&self) -> Vec<Item> {
        let is_native = |series: &Series| self.native.contains(&Native::Series(series.key.clone()));
        let marks = self.model.series.iter().zip(&self.plot.drawn.marks);
        let mut rest: Vec<Item> =
            marks.filter(|(series, _)| !is_native(series)).flat_map(|(_, items)| items.iter().cloned()).collect();
        let mut said: Vec<&Text> = Vec::new();
        said.extend(self.native.iter().filter_map(|one| if let Native::Text(text) = one { Some(text) } else { None }));
        let is_said = |item: &Item| matches!(item, Item::Text(text) if said.contains(&text));
        // A number of the chart's own brings the plate under it along.
        let labels = &self.plot.drawn.labels;
        let open = |at: usize, item: &Item| match item {
            Item::Rect { .. } => !labels.get(at + 1).is_some_and(is_said),
            other => !is_said(other),
        };
        rest.extend(labels.iter().enumerate().filter(|(at, item)| open(*at, item)).map(|(_, item)| item.clone()));
        rest
    }
}

fn rectangle(item: &Item) -> Option<Area> {
    match item {
        Item::Rect { area, .. } => Some(*area),
        _ => None,
    }
}
