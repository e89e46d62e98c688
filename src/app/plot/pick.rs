//! What is under the pointer, and walking from mark to mark with the arrow keys.

use eframe::egui::{self, Key, Rect};
use egui_plot::{PlotPoint, PlotTransform};

use crate::chart::model::{ChartModel, Direction, Marks};
use crate::chart::records::RecordsKey;

/// A mark that says something and leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Target<'a> {
    /// Two opposite corners in axis units.
    corners: ([f64; 2], [f64; 2]),
    /// Which way it is entered: bars over their whole band, points near themselves.
    shape: Shape,
    /// Lines to say.
    pub hover: &'a [String],
    /// The records behind it.
    pub records: &'a RecordsKey,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Column,
    Row,
    Point,
}

/// How near the pointer must be to a point.
const NEAR: f32 = 14.0;

impl Target<'_> {
    /// Its place on the screen.
    pub fn screen(&self, transform: &PlotTransform) -> Rect {
        let at = |[x, y]: [f64; 2]| transform.position_from_point(&PlotPoint::new(x, y));
        let rect = Rect::from_two_pos(at(self.corners.0), at(self.corners.1));
        match self.shape {
            Shape::Column | Shape::Row => rect.intersect(transform.frame().expand(1.0)),
            Shape::Point => Rect::from_center_size(rect.center(), egui::vec2(10.0, 10.0)),
        }
    }

    /// Distance of a place on the screen from this mark, infinite when it is not the one meant.
    fn distance(&self, transform: &PlotTransform, pointer: egui::Pos2) -> f32 {
        let rect = self.screen(transform);
        match self.shape {
            // The whole band counts, so that a low bar can be hit.
            Shape::Column if rect.x_range().contains(pointer.x) => (pointer.x - rect.center().x).abs(),
            Shape::Row if rect.y_range().contains(pointer.y) => (pointer.y - rect.center().y).abs(),
            Shape::Point if rect.center().distance(pointer) <= NEAR => rect.center().distance(pointer) * 0.1,
            _ => f32::INFINITY,
        }
    }
}

/// All marks that lead somewhere, in reading order.
pub fn targets(model: &ChartModel) -> Vec<Target<'_>> {
    let mut targets = Vec::new();
    for series in &model.series {
        match &series.marks {
            Marks::Bars { direction, bars } => targets.extend(bars.iter().map(|bar| {
                let (half, long) = (bar.width / 2.0, bar.certain + bar.coarse);
                let (corners, shape) = match direction {
                    Direction::Up => (([bar.at - half, 0.0], [bar.at + half, long]), Shape::Column),
                    Direction::Right => (([0.0, bar.at - half], [long, bar.at + half]), Shape::Row),
                };
                Target { corners, shape, hover: &bar.hover, records: &bar.records }
            })),
            Marks::Points { points } => targets.extend(points.iter().map(|point| Target {
                corners: (point.at, point.at),
                shape: Shape::Point,
                hover: &point.hover,
                records: &point.records,
            })),
            _ => {}
        }
    }
    targets
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

/// Moves the keyboard's cursor, and says which records a click or Enter opened, and what their mark says.
pub fn opened(
    ui: &egui::Ui,
    id: egui::Id,
    response: &egui::Response,
    current: Option<usize>,
    targets: &[Target<'_>],
) -> Option<(RecordsKey, String)> {
    if response.has_focus() && !targets.is_empty() {
        let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let last = targets.len() - 1;
        let (back, on, home, end) = ui.input(|input| {
            (
                input.key_pressed(Key::ArrowLeft),
                input.key_pressed(Key::ArrowRight),
                input.key_pressed(Key::Home),
                input.key_pressed(Key::End),
            )
        });
        let at = cursor(ui, id, targets.len());
        let next = match at {
            _ if home => Some(0),
            _ if end => Some(last),
            None if back || on => Some(if on { 0 } else { last }),
            Some(at) if on => Some((at + 1).min(last)),
            Some(at) if back => Some(at.saturating_sub(1)),
            _ => None,
        };
        if let Some(next) = next {
            ui.data_mut(|data| data.insert_temp(id, next));
        }
    }
    // A click, or Enter or Space while the chart has the keyboard.
    let target = targets.get(current?)?;
    let words = target.hover.get(..target.hover.len().min(2)).unwrap_or_default().join(" · ");
    response.clicked().then(|| (target.records.clone(), words))
}
