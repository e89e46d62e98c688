//! What is under the pointer, and walking from mark to mark with the arrow keys.

use eframe::egui::{self, Key, Rect};
use egui_plot::{PlotPoint, PlotTransform};

use crate::app::plot::feed;
use crate::chart::model::{Bar, ChartModel, Direction, Marks, Range, Scale};
use crate::chart::records::RecordsKey;

/// A mark that says something and, most of the time, leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Target<'a> {
    /// Two opposite corners in axis units.
    corners: ([f64; 2], [f64; 2]),
    /// Which way it is entered: bars over their whole band, points near themselves.
    shape: Shape,
    /// Lines to say.
    pub hover: &'a [String],
    /// The records behind it.
    pub records: Option<&'a RecordsKey>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Column,
    Row,
    Cell,
    Point,
    /// A line from corner to corner.
    Line,
}

/// How near the pointer must be to a point or a line.
const NEAR: f32 = 14.0;

impl Target<'_> {
    /// Its place on the screen.
    pub fn screen(&self, transform: &PlotTransform) -> Rect {
        let at = |[x, y]: [f64; 2]| transform.position_from_point(&PlotPoint::new(x, y));
        let rect = Rect::from_two_pos(at(self.corners.0), at(self.corners.1));
        match self.shape {
            Shape::Column | Shape::Row | Shape::Cell => rect.intersect(transform.frame().expand(1.0)),
            Shape::Point => Rect::from_center_size(rect.center(), egui::vec2(10.0, 10.0)),
            Shape::Line => rect.intersect(transform.frame().expand(1.0)).expand(4.0),
        }
    }

    /// Its place on the screen; of a bar the whole band, however short it is.
    pub fn band(&self, transform: &PlotTransform) -> Rect {
        let (rect, frame) = (self.screen(transform), *transform.frame());
        match self.shape {
            Shape::Column => Rect::from_x_y_ranges(rect.x_range(), frame.y_range()),
            Shape::Row => Rect::from_x_y_ranges(frame.x_range(), rect.y_range()),
            Shape::Cell | Shape::Point | Shape::Line => rect,
        }
    }

    /// What it says in one line.
    pub fn words(&self) -> String {
        self.hover.get(..self.hover.len().min(2)).unwrap_or_default().join(" · ")
    }

    /// Distance of a place on the screen from this mark, infinite when it is not the one meant. Of marks that the
    /// pointer is on, the more precise one is nearer.
    fn distance(&self, transform: &PlotTransform, pointer: egui::Pos2) -> f32 {
        let rect = self.screen(transform);
        let near = |distance: f32| if distance <= NEAR { distance * 0.1 } else { f32::INFINITY };
        match self.shape {
            // The whole band counts, so that a low bar can be hit; in a stack the part at this height is meant.
            Shape::Column if rect.x_range().contains(pointer.x) => {
                (pointer.x - rect.center().x).abs() + outside(rect.y_range(), pointer.y)
            }
            Shape::Row if rect.y_range().contains(pointer.y) => {
                (pointer.y - rect.center().y).abs() + outside(rect.x_range(), pointer.x)
            }
            Shape::Cell if rect.contains(pointer) => 0.0,
            Shape::Point => near(rect.center().distance(pointer)),
            Shape::Line => near(rect.distance_to_pos(pointer)),
            Shape::Column | Shape::Row | Shape::Cell => f32::INFINITY,
        }
    }
}

fn outside(range: egui::Rangef, at: f32) -> f32 {
    (range.min - at).max(at - range.max).max(0.0)
}

/// All marks that say something, in reading order: from left to right, or from top to bottom where the bands lie.
pub fn targets(model: &ChartModel) -> Vec<Target<'_>> {
    let mut targets: Vec<Target<'_>> = Vec::new();
    for series in &model.series {
        match &series.marks {
            Marks::Bars { direction, bars } => targets.extend(bars.iter().map(|bar| bar_target(bar, *direction))),
            Marks::Points { points } => targets.extend(points.iter().map(|point| Target {
                corners: (point.at, point.at),
                shape: Shape::Point,
                hover: &point.hover,
                records: Some(&point.records),
            })),
            Marks::Ranges { direction, ranges } => {
                targets.extend(ranges.iter().map(|range| range_target(range, *direction, model)));
            }
            Marks::Outlines { outlines } => targets.extend(outlines.iter().map(|outline| {
                let half = outline.width / 2.0;
                let top = outline.interval.map_or(outline.expected, |(_, hi)| hi.max(outline.expected));
                let corners = ([outline.at - half, outline.expected], [outline.at + half, top]);
                Target { corners, shape: Shape::Column, hover: &outline.hover, records: None }
            })),
            Marks::Cells { cells } => {
                targets.extend(cells.iter().filter(|cell| cell.shade.is_some()).map(|cell| {
                    let (x, y) = (f64::from(cell.x), f64::from(cell.y));
                    let corners = ([x - 0.5, y - 0.5], [x + 0.5, y + 0.5]);
                    Target { corners, shape: Shape::Cell, hover: &cell.hover, records: Some(&cell.records) }
                }));
            }
            Marks::Line { .. }
            | Marks::Steps { .. }
            | Marks::Band { .. }
            | Marks::Ticks { .. }
            | Marks::Rules { .. }
            | Marks::Guide { .. } => {}
        }
    }
    targets.retain(|target| !target.hover.is_empty());
    let lies = model.y.scale == Scale::Band;
    targets.sort_by(|a, b| {
        let (a, b) = (a.middle(), b.middle());
        if lies { b[1].total_cmp(&a[1]).then(a[0].total_cmp(&b[0])) } else { a[0].total_cmp(&b[0]) }
    });
    targets
}

fn bar_target(bar: &Bar, direction: Direction) -> Target<'_> {
    let (half, from, to) = (bar.width / 2.0, bar.base, bar.base + bar.certain + bar.coarse);
    let (corners, shape) = match direction {
        Direction::Up => (([bar.at - half, from], [bar.at + half, to]), Shape::Column),
        Direction::Right => (([from, bar.at - half], [to, bar.at + half]), Shape::Row),
    };
    Target { corners, shape, hover: &bar.hover, records: Some(&bar.records) }
}

/// A range among bands is entered over its whole band, another one near itself.
fn range_target<'a>(range: &'a Range, direction: Direction, model: &ChartModel) -> Target<'a> {
    let (mut lo, mut hi) = feed::seen_ends(range, direction, model);
    let (across, axis) = if direction == Direction::Up { (0, &model.x) } else { (1, &model.y) };
    let mut shape = Shape::Line;
    if axis.scale == Scale::Band {
        shape = if direction == Direction::Up { Shape::Column } else { Shape::Row };
        for (end, sign) in [(&mut lo, -0.5), (&mut hi, 0.5)] {
            if let Some(value) = end.get_mut(across) {
                *value += sign;
            }
        }
    }
    Target { corners: (lo, hi), shape, hover: &range.hover, records: Some(&range.records) }
}

impl Target<'_> {
    /// Its middle in axis units.
    fn middle(&self) -> [f64; 2] {
        let ([a, b], [c, d]) = self.corners;
        [f64::midpoint(a, c), f64::midpoint(b, d)]
    }
}

/// The mark under the pointer.
pub fn under_pointer(response: &egui::Response, transform: &PlotTransform, targets: &[Target<'_>]) -> Option<usize> {
    let pointer = response.hover_pos().filter(|pointer| transform.frame().contains(*pointer))?;
    targets
        .iter()
        .enumerate()
        .map(|(index, target)| (index, target.distance(transform, pointer)))
        .filter(|(_, distance)| distance.is_finite())
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(index, _)| index)
}

/// The keyboard's cursor among `count` marks, if it was ever moved.
pub fn cursor(ui: &egui::Ui, id: egui::Id, count: usize) -> Option<usize> {
    let at: usize = ui.data(|data| data.get_temp(id))?;
    (count > 0).then(|| at.min(count - 1))
}

/// Takes the keyboard's cursor away: the pointer is used.
pub fn forget_cursor(ui: &egui::Ui, id: egui::Id) {
    ui.data_mut(|data| data.remove::<usize>(id));
}

/// Moves the keyboard's cursor: left and right from mark to mark, up and down to the next above and below.
///
/// `keeps_escape` is whether Escape is the chart's own, rather than leaving it.
pub fn walk(ui: &egui::Ui, id: egui::Id, response: &egui::Response, targets: &[Target<'_>], keeps_escape: bool) {
    if !response.has_focus() {
        return;
    }
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: keeps_escape,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    if targets.is_empty() {
        return;
    }
    let keys = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End];
    let Some(key) = ui.input(|input| keys.into_iter().find(|key| input.key_pressed(*key))) else { return };
    let last = targets.len() - 1;
    let at = cursor(ui, id, targets.len());
    let next = match (key, at) {
        (Key::End, _) | (Key::ArrowLeft, None) => last,
        (Key::Home, _) | (_, None) => 0,
        (Key::ArrowLeft, Some(at)) => at.saturating_sub(1),
        (Key::ArrowRight, Some(at)) => (at + 1).min(last),
        (key, Some(at)) => beside(targets, at, key == Key::ArrowUp).unwrap_or(at),
    };
    ui.data_mut(|data| data.insert_temp(id, next));
}

/// The mark next above or below one, nearest to it across.
fn beside(targets: &[Target<'_>], at: usize, is_up: bool) -> Option<usize> {
    let [x, y] = targets.get(at)?.middle();
    let above = |other: f64| if is_up { other > y } else { other < y };
    let candidates = targets.iter().enumerate().filter(|(_, target)| above(target.middle()[1]));
    let nearest = candidates.min_by(|(_, a), (_, b)| {
        let from = |target: &Target<'_>| {
            let [other_x, other_y] = target.middle();
            ((other_x - x).abs(), (other_y - y).abs())
        };
        let ((ax, ay), (bx, by)) = (from(a), from(b));
        ax.total_cmp(&bx).then(ay.total_cmp(&by))
    });
    nearest.map(|(index, _)| index)
}
