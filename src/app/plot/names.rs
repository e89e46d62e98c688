//! Names: of bands beside and under the plot, and of series above it, each with a sample of how it is drawn.

use eframe::egui::{self, Align2, Pos2, Rect, Shape, Stroke};
use egui_plot::{PlotPoint, PlotTransform};

use crate::app::plot::feed;
use crate::app::plot::layout::{LINE, Layout, NAME_LINE};
use crate::app::theme::{self, Tokens, size};
use crate::chart::model::{Axis, ChartModel};
use crate::draw::arrange::Lines;
use crate::draw::legend::{self, Entry, Sample};

/// Paints the names of bands, each with its lines around the middle of its band.
pub fn bands(painter: &egui::Painter, model: &ChartModel, layout: &Layout, transform: &PlotTransform, tokens: &Tokens) {
    let frame = transform.frame();
    let place = |axis: &Axis, name: &Lines| axis.ticks.get(name.index).map(|tick| tick.at);
    for name in &layout.beside {
        let Some(at) = place(&model.y, name) else { continue };
        let y = transform.position_from_point(&PlotPoint::new(model.x.lo, at)).y;
        let first = y - (name.lines.len().saturating_sub(1)) as f32 * NAME_LINE / 2.0;
        write_lines(painter, name, Pos2::new(frame.left() - 6.0, first), Align2::RIGHT_CENTER, tokens);
    }
    for name in &layout.under {
        let Some(at) = place(&model.x, name) else { continue };
        let x = transform.position_from_point(&PlotPoint::new(at, model.y.lo)).x;
        write_lines(painter, name, Pos2::new(x, frame.bottom() + LINE / 2.0 + 2.0), Align2::CENTER_CENTER, tokens);
    }
}

fn write_lines(painter: &egui::Painter, name: &Lines, first: Pos2, align: Align2, tokens: &Tokens) {
    for (row, words) in name.lines.iter().enumerate() {
        let at = first + egui::vec2(0.0, row as f32 * NAME_LINE);
        painter.text(at, align, words, theme::plain(size::TICK), tokens.muted);
    }
}

/// Paints the names of series above the plot.
pub fn series(painter: &egui::Painter, model: &ChartModel, layout: &Layout, tokens: &Tokens) {
    for (entry, (row, x)) in legend::entries(model).iter().zip(&layout.names) {
        let at = layout.names_at + egui::vec2(*x as f32, (*row as f32 + 0.5) * LINE);
        sample(painter, entry, at, tokens);
        let words = at + egui::vec2(legend::SAMPLE as f32, 0.0);
        painter.text(words, Align2::LEFT_CENTER, &entry.name, theme::plain(size::TICK), tokens.text);
    }
}

fn sample(painter: &egui::Painter, entry: &Entry, at: Pos2, tokens: &Tokens) {
    let colour = feed::colour(entry.role, tokens);
    let square = Rect::from_center_size(at + egui::vec2(7.5, 0.0), egui::vec2(11.0, 11.0));
    let ends = [at, at + egui::vec2(15.0, 0.0)];
    let upright = |x: f32, half: f32| [at + egui::vec2(x, -half), at + egui::vec2(x, half)];
    let line = |ends: [Pos2; 2], width: f32| {
        painter.line_segment(ends, Stroke::new(width, colour));
    };
    let fill = |colour| {
        painter.rect_filled(square, 0.0, colour);
    };
    match entry.sample {
        Sample::Line => line(ends, 2.0),
        Sample::Thick => line(ends, feed::CONNECTOR),
        Sample::Dashed => painter.extend(Shape::dashed_line(&ends, Stroke::new(1.2, colour), 4.0, 3.0)),
        Sample::Stroke => {
            line(ends, 1.2);
            line(upright(7.5, 4.5), 1.2);
        }
        Sample::Whisker => {
            line(ends, 1.3);
            line(upright(0.0, 3.5), 1.3);
            line(upright(15.0, 3.5), 1.3);
        }
        Sample::Dot => {
            painter.circle_filled(square.center(), 4.0, colour);
        }
        Sample::Square => fill(colour),
        Sample::Pale => fill(theme::faded(colour, 0.18)),
        Sample::Shade(shade) => fill(tokens.shade(colour, shade)),
        Sample::Outline => {
            painter.rect_stroke(square, 0.0, Stroke::new(1.4, colour), egui::StrokeKind::Inside);
        }
    }
}
