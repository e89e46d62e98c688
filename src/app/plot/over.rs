//! What is painted over egui_plot: axis line, hatching, labels, names, annotations, rows of numbers.

use eframe::egui::{self, Align2, Color32, Pos2, Rect, Shape, Stroke};
use egui_plot::{PlotPoint, PlotTransform};

use crate::app::plot::feed;
use crate::app::plot::layout::{LINE, Layout};
use crate::app::plot::pick::Target;
use crate::app::theme::{self, Tokens, size};
use crate::chart::model::{ChartModel, ColourRole, Direction, Marks, Scale, Side};

/// Paints over the plot. `current` is the mark under the pointer or the keyboard's cursor.
pub fn paint(
    ui: &egui::Ui,
    model: &ChartModel,
    transform: &PlotTransform,
    layout: &Layout,
    tokens: &Tokens,
    current: Option<&Target<'_>>,
) {
    let mut over = Over { ui, painter: ui.painter().clone(), transform, tokens, taken: Vec::new() };
    over.axis_line(model);
    over.hatching(model);
    if let Some(target) = current {
        let rect = target.screen(transform).expand(1.0);
        over.painter.rect_stroke(rect, 2.0, Stroke::new(1.5, tokens.text), egui::StrokeKind::Outside);
    }
    over.annotations(model);
    over.names(model);
    over.mark_labels(model);
    over.rows(model, layout);
}

struct Over<'a> {
    ui: &'a egui::Ui,
    painter: egui::Painter,
    transform: &'a PlotTransform,
    tokens: &'a Tokens,
    /// Where text stands already.
    taken: Vec<Rect>,
}

impl Over<'_> {
    fn at(&self, [x, y]: [f64; 2]) -> Pos2 {
        self.transform.position_from_point(&PlotPoint::new(x, y))
    }

    fn frame(&self) -> Rect {
        *self.transform.frame()
    }

    fn axis_line(&self, model: &ChartModel) {
        let frame = self.frame();
        let stroke = Stroke::new(1.0, self.tokens.line_strong);
        if model.y.scale == Scale::Band {
            self.painter.vline(frame.left(), frame.y_range(), stroke);
        } else {
            self.painter.hline(frame.x_range(), frame.bottom(), stroke);
        }
    }

    /// Hatches bars of incomplete periods and gives them a dashed edge.
    fn hatching(&self, model: &ChartModel) {
        let points_per_unit = self.transform.dpos_dvalue_x().abs();
        for series in &model.series {
            let Marks::Bars { direction, bars } = &series.marks else { continue };
            for bar in bars.iter().filter(|bar| bar.partial) {
                let half = feed::drawn_width(bar, *direction, points_per_unit) / 2.0;
                let long = bar.certain + bar.coarse;
                let (a, b) = match direction {
                    Direction::Up => ([bar.at - half, 0.0], [bar.at + half, long]),
                    Direction::Right => ([0.0, bar.at - half], [long, bar.at + half]),
                };
                let rect = Rect::from_two_pos(self.at(a), self.at(b)).intersect(self.frame());
                hatch(&self.painter, rect, feed::colour(bar.role.unwrap_or(series.role), self.tokens));
            }
        }
    }

    /// Dashed lines with their text at the top.
    fn annotations(&mut self, model: &ChartModel) {
        let frame = self.frame();
        for annotation in &model.annotations {
            let x = self.at([annotation.at, model.y.lo]).x;
            let line = [Pos2::new(x, frame.top() - LINE + 4.0), Pos2::new(x, frame.bottom())];
            self.painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, self.tokens.muted), 4.0, 3.0));
            let y = frame.top() - LINE / 2.0;
            let sides = [(5.0, Align2::LEFT_CENTER), (-5.0, Align2::RIGHT_CENTER)];
            for (dx, align) in sides {
                if self.text(&annotation.text, Pos2::new(x + dx, y), align, false, self.tokens.muted) {
                    break;
                }
            }
        }
    }

    /// Names of series beside their marks: where they want to be, or the nearest free place above or below.
    fn names(&mut self, model: &ChartModel) {
        let frame = self.frame();
        for series in &model.series {
            let Some(label) = &series.label else { continue };
            let (offset, align) = match label.side {
                Side::Above => (egui::vec2(0.0, -7.0), Align2::CENTER_BOTTOM),
                Side::Right => (egui::vec2(7.0, 0.0), Align2::LEFT_CENTER),
                Side::BelowRight => (egui::vec2(9.0, 4.0), Align2::LEFT_TOP),
            };
            let wanted = self.at(label.at) + offset;
            let colour = match series.role {
                ColourRole::Unknown | ColourRole::Other | ColourRole::Muted => self.tokens.muted,
                ColourRole::Data(number) => self.tokens.data_text(usize::from(number.max(1)) - 1),
            };
            for nudge in [0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -6.0, 6.0] {
                let at = wanted + egui::vec2(0.0, nudge * LINE / 2.0);
                if at.y < frame.bottom() - 4.0 && self.text(&label.text, at, align, true, colour) {
                    break;
                }
            }
        }
    }

    /// Labels at the ends of bars and beside points, where nothing stands yet.
    fn mark_labels(&mut self, model: &ChartModel) {
        for series in &model.series {
            match &series.marks {
                Marks::Bars { direction, bars } => {
                    for bar in bars.iter().filter(|bar| !bar.label.is_empty()) {
                        let long = bar.certain + bar.coarse;
                        let (at, align) = match direction {
                            Direction::Up => (self.at([bar.at, long]) - egui::vec2(0.0, 2.0), Align2::CENTER_BOTTOM),
                            Direction::Right => (self.at([long, bar.at]) + egui::vec2(6.0, 0.0), Align2::LEFT_CENTER),
                        };
                        self.text(&bar.label, at, align, false, self.tokens.text);
                    }
                }
                Marks::Points { points } => {
                    for point in points.iter().filter(|point| !point.label.is_empty()) {
                        let at = self.at(point.at) - egui::vec2(0.0, 7.0);
                        self.text(&point.label, at, Align2::CENTER_BOTTOM, false, self.tokens.text);
                    }
                }
                _ => {}
            }
        }
    }

    fn rows(&self, model: &ChartModel, layout: &Layout) {
        let mut y = layout.rows_top;
        let font = theme::plain(size::TICK);
        let left = self.frame().left();
        for row in &model.under_x {
            let title = Pos2::new(left, y + LINE / 2.0);
            self.painter.text(title, Align2::LEFT_CENTER, &row.title, font.clone(), self.tokens.muted);
            y += LINE;
            let mut free_from = f32::NEG_INFINITY;
            for (at, words) in &row.values {
                let place = Pos2::new(self.at([*at, model.y.lo]).x, y + LINE / 2.0);
                let galley = self.painter.layout_no_wrap(words.clone(), font.clone(), self.tokens.muted);
                let rect = Align2::CENTER_CENTER.anchor_size(place, galley.size());
                if rect.left() > free_from {
                    free_from = rect.right() + 8.0;
                    self.painter.galley(rect.min, galley, self.tokens.muted);
                }
            }
            y += LINE;
        }
    }

    /// Writes a text if its place is free and inside the window's part of the chart; says whether it did.
    fn text(&mut self, words: &str, at: Pos2, align: Align2, is_bold: bool, colour: Color32) -> bool {
        let font = if is_bold { theme::bold(size::TICK + 0.5) } else { theme::plain(size::TICK) };
        let galley = self.painter.layout_no_wrap(words.to_owned(), font, colour);
        let mut rect = align.anchor_size(at, galley.size());
        let room = self.ui.max_rect();
        if is_bold {
            // Names are kept inside by moving them; labels are left out.
            let over = (rect.right() - room.right()).max(0.0);
            rect = rect.translate(egui::vec2(-over, 0.0));
            let under = (self.frame().left() + 2.0 - rect.left()).max(0.0);
            rect = rect.translate(egui::vec2(under, 0.0));
        }
        let free = rect.right() <= room.right() + 1.0
            && rect.left() >= room.left() - 1.0
            && !self.taken.iter().any(|other| other.intersects(rect.shrink(1.0)));
        if free {
            // A halo of the surface keeps text readable over marks.
            if is_bold {
                self.painter.rect_filled(
                    rect.expand2(egui::vec2(2.0, -1.0)),
                    2.0,
                    theme::faded(self.tokens.surface, 0.75),
                );
            }
            self.painter.galley(rect.min, galley, colour);
            self.taken.push(rect);
        }
        free
    }
}

/// Lines from lower left to upper right, five points apart, inside `rect`, and a dashed edge.
fn hatch(painter: &egui::Painter, rect: Rect, colour: Color32) {
    if rect.width() < 1.0 || rect.height() < 0.5 {
        return;
    }
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let stroke = Stroke::new(1.0, colour);
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let from = Pos2::new(x, rect.bottom());
        clipped.line_segment([from, from + egui::vec2(rect.height(), -rect.height())], stroke);
        x += 5.0;
    }
    let edge = [rect.left_bottom(), rect.left_top(), rect.right_top(), rect.right_bottom()];
    painter.extend(Shape::dashed_line(&edge, stroke, 3.0, 2.0));
}
