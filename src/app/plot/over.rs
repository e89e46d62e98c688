//! What is painted over egui_plot: axis line, hatching, ends of ranges, labels, names, annotations, rows of numbers.

use eframe::egui::{self, Align2, Color32, Pos2, Rect, Shape, Stroke};
use egui_plot::{PlotPoint, PlotTransform};

use crate::app::plot::layout::{LINE, Layout};
use crate::app::plot::pick::Target;
use crate::app::plot::{choice, feed, names};
use crate::app::theme::{self, Tokens, size};
use crate::chart::model::{
    Along, ChartModel, ColourRole, Direction, HeatCell, Marks, Outline, Range, RangeStyle, Rule, Scale, Side,
};
use crate::chart::records::RecordsKey;
use crate::draw::arrange;

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
    over.ends(model);
    names::bands(&over.painter, model, layout, transform, tokens);
    names::series(&over.painter, model, layout, tokens);
    if let Some(target) = current {
        let rect = target.screen(transform).expand(1.0);
        over.painter.rect_stroke(rect, 2.0, Stroke::new(1.5, tokens.text), egui::StrokeKind::Outside);
    }
    over.annotations(model, layout);
    over.names(model);
    over.mark_labels(model);
    over.rows(model, layout);
}

/// Lets everything but the chosen stretch of a curve's axis stand back.
pub fn chosen_stretch(
    ui: &egui::Ui,
    model: &ChartModel,
    transform: &PlotTransform,
    chosen: &[RecordsKey],
    tokens: &Tokens,
) {
    let Some((from, to)) = chosen.iter().find_map(choice::stretch).filter(|_| choice::is_curve(model.key)) else {
        return;
    };
    let frame = *transform.frame();
    let x = |at: f64| {
        let at = at.max(model.x.lo).min(model.x.hi);
        transform.position_from_point(&PlotPoint::new(at, model.y.lo)).x
    };
    let (left, right) = (x(from), x(to));
    let veil = theme::faded(tokens.surface, 0.66);
    for (from, to) in [(frame.left(), left), (right, frame.right())] {
        let side = Rect::from_x_y_ranges(from..=to, frame.y_range());
        ui.painter().rect_filled(side, 0.0, veil);
    }
    for at in [left, right] {
        ui.painter().vline(at, frame.y_range(), Stroke::new(1.0, tokens.accent));
    }
}

/// The part of the plot that the pointer is drawn across.
pub fn brush(ui: &egui::Ui, area: Rect, tokens: &Tokens) {
    ui.painter().rect_filled(area, 0.0, theme::faded(tokens.accent, 0.12));
    ui.painter().rect_stroke(area, 0.0, Stroke::new(1.0, tokens.accent), egui::StrokeKind::Inside);
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
        match (model.x.scale, model.y.scale) {
            (Scale::Band, Scale::Band) => {}
            (_, Scale::Band) => {
                self.painter.vline(frame.left(), frame.y_range(), stroke);
            }
            _ => {
                self.painter.hline(frame.x_range(), frame.bottom(), stroke);
            }
        }
    }

    /// Hatches bars and cells of incomplete periods and gives bars a dashed edge.
    fn hatching(&self, model: &ChartModel) {
        let points_per_unit = self.transform.dpos_dvalue_x().abs();
        for series in &model.series {
            match &series.marks {
                Marks::Bars { direction, bars } => {
                    for bar in bars.iter().filter(|bar| bar.partial) {
                        let half = feed::drawn_width(bar, *direction, points_per_unit) / 2.0;
                        let (from, to) = (bar.base, bar.base + bar.certain + bar.coarse);
                        let (a, b) = match direction {
                            Direction::Up => ([bar.at - half, from], [bar.at + half, to]),
                            Direction::Right => ([from, bar.at - half], [to, bar.at + half]),
                        };
                        let rect = Rect::from_two_pos(self.at(a), self.at(b)).intersect(self.frame());
                        let colour = feed::colour(bar.role.unwrap_or(series.role), self.tokens);
                        hatch(&self.painter, rect, colour);
                        dashed_edge(&self.painter, rect, colour);
                    }
                }
                Marks::Cells { cells } => {
                    for cell in cells.iter().filter(|cell| cell.partial) {
                        let Some(shade) = cell.shade else { continue };
                        let ground = self.tokens.shade(feed::colour(series.role, self.tokens), shade);
                        let lines = theme::faded(self.tokens.on(ground), 0.35);
                        hatch(&self.painter, self.cell(cell).shrink(1.0), lines);
                    }
                }
                _ => {}
            }
        }
    }

    /// Where a cell of a table stands.
    fn cell(&self, cell: &HeatCell) -> Rect {
        let (x, y) = (f64::from(cell.x), f64::from(cell.y));
        Rect::from_two_pos(self.at([x - 0.5, y - 0.5]), self.at([x + 0.5, y + 0.5]))
    }

    /// Strokes at the ends of ranges, arrows where they go on, and the ranges at the ends of outlines.
    fn ends(&self, model: &ChartModel) {
        for series in &model.series {
            match &series.marks {
                Marks::Ranges { direction, ranges } => {
                    for range in ranges {
                        let colour = feed::colour(range.role.unwrap_or(series.role), self.tokens);
                        self.range_ends(range, *direction, model, colour);
                    }
                }
                Marks::Outlines { outlines } => {
                    for outline in outlines {
                        self.outline_range(outline, feed::colour(series.role, self.tokens));
                    }
                }
                _ => {}
            }
        }
    }

    fn range_ends(&self, range: &Range, direction: Direction, model: &ChartModel, colour: Color32) {
        let (lo, hi) = feed::seen_ends(range, direction, model);
        let axis = if direction == Direction::Up { &model.y } else { &model.x };
        let shown = |end: Option<f64>| end.is_some_and(|end| (axis.lo..=axis.hi).contains(&end));
        let along = if direction == Direction::Up { egui::vec2(0.0, -1.0) } else { egui::vec2(1.0, 0.0) };
        let across = along.rot90();
        for (end, sign, is_shown) in [(lo, -1.0, shown(range.lo)), (hi, 1.0, shown(range.hi))] {
            let tip = self.at(end);
            if !is_shown {
                let back = tip - along * (6.0 * sign);
                let corners = vec![tip, back + across * 4.5, back - across * 4.5];
                self.painter.add(Shape::convex_polygon(corners, colour, Stroke::NONE));
            } else if range.style == RangeStyle::Whisker {
                self.painter.line_segment([tip - across * 3.5, tip + across * 3.5], Stroke::new(1.3, colour));
            }
        }
    }

    fn outline_range(&self, outline: &Outline, colour: Color32) {
        let Some((lo, hi)) = outline.interval else { return };
        let (low, high) = (self.at([outline.at, lo]), self.at([outline.at, hi]));
        let stroke = Stroke::new(1.2, colour);
        self.painter.line_segment([low, high], stroke);
        for end in [low, high] {
            let cap = egui::vec2(3.5, 0.0);
            self.painter.line_segment([end - cap, end + cap], stroke);
        }
    }

    /// Dashed lines with their text at the top.
    fn annotations(&mut self, model: &ChartModel, layout: &Layout) {
        let frame = self.frame();
        let font = theme::plain(size::TICK);
        let mut texts = Vec::new();
        for flag in &layout.flags {
            let Some(annotation) = model.annotations.get(flag.index) else { continue };
            let x = self.at([annotation.at, model.y.lo]).x;
            let from = frame.left() + flag.from as f32;
            let middle = frame.top() - LINE * (flag.row as f32 + 0.5);
            let is_across = (from..=from + flag.width as f32).contains(&x);
            let top = if is_across { middle + LINE / 2.0 } else { middle - LINE / 2.0 + 3.0 };
            let line = [Pos2::new(x, top), Pos2::new(x, frame.bottom())];
            self.painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, self.tokens.muted), 4.0, 3.0));
            let measure = |words: &str| {
                f64::from(self.painter.layout_no_wrap(words.to_owned(), font.clone(), theme::NONE).size().x)
            };
            texts.push((arrange::shortened(&annotation.text, flag.width, &measure), Pos2::new(from, middle)));
        }
        for (words, at) in texts {
            let galley = self.painter.layout_no_wrap(words, font.clone(), self.tokens.muted);
            let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size());
            self.painter.rect_filled(rect, 2.0, theme::faded(self.tokens.surface, 0.75));
            self.painter.galley(rect.min, galley, self.tokens.muted);
            self.taken.push(rect);
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

    /// Labels at the ends of marks, where nothing stands yet, and in cells that have room for them.
    fn mark_labels(&mut self, model: &ChartModel) {
        for series in &model.series {
            match &series.marks {
                Marks::Cells { cells } => {
                    for cell in cells.iter().filter(|cell| !cell.label.is_empty()) {
                        self.cell_label(cell, feed::colour(series.role, self.tokens));
                    }
                }
                Marks::Rules { rules } => {
                    for rule in rules.iter().filter(|rule| !rule.label.is_empty()) {
                        self.rule_label(rule, model);
                    }
                }
                marks => {
                    for (words, at, align) in self.end_labels(marks, model) {
                        self.text(words, at, align, false, self.tokens.text);
                    }
                }
            }
        }
    }

    /// Labels at the ends of marks: what they say, where, and with which end of the text there.
    fn end_labels<'a>(&self, marks: &'a Marks, model: &ChartModel) -> Vec<(&'a str, Pos2, Align2)> {
        let up = |at: [f64; 2], gap: f32| (self.at(at) - egui::vec2(0.0, gap), Align2::CENTER_BOTTOM);
        let right = |at: [f64; 2], gap: f32| (self.at(at) + egui::vec2(gap, 0.0), Align2::LEFT_CENTER);
        let mut labels: Vec<(&str, (Pos2, Align2))> = Vec::new();
        match marks {
            Marks::Bars { direction, bars } => labels.extend(bars.iter().map(|bar| {
                let end = bar.base + bar.certain + bar.coarse;
                let place = match direction {
                    Direction::Up => up([bar.at, end], 2.0),
                    Direction::Right => right([end, bar.at], 6.0),
                };
                (bar.label.as_str(), place)
            })),
            Marks::Points { points } => {
                labels.extend(points.iter().map(|point| (point.label.as_str(), up(point.at, 7.0))));
            }
            Marks::Ranges { direction, ranges } => labels.extend(ranges.iter().map(|range| {
                let (_, hi) = feed::seen_ends(range, *direction, model);
                let place = if *direction == Direction::Up { up(hi, 5.0) } else { right(hi, 8.0) };
                (range.label.as_str(), place)
            })),
            Marks::Outlines { outlines } => labels.extend(outlines.iter().map(|outline| {
                let top = outline.interval.map_or(outline.expected, |(_, hi)| hi.max(outline.expected));
                (outline.label.as_str(), up([outline.at, top], 4.0))
            })),
            _ => {}
        }
        labels.retain(|(words, _)| !words.is_empty());
        labels.into_iter().map(|(words, (at, align))| (words, at, align)).collect()
    }

    fn cell_label(&self, cell: &HeatCell, full: Color32) {
        let rect = self.cell(cell);
        let ground = cell.shade.map(|shade| self.tokens.shade(full, shade));
        let colour = ground.map_or(self.tokens.muted, |ground| self.tokens.on(ground));
        let galley = self.painter.layout_no_wrap(cell.label.clone(), theme::plain(size::TICK), colour);
        let place = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
        if place.width() > rect.width() - 2.0 || size::TICK > rect.height() {
            return;
        }
        if let Some(ground) = ground.filter(|_| cell.partial) {
            self.painter.rect_filled(place.expand2(egui::vec2(2.0, -1.0)), 2.0, ground);
        }
        self.painter.galley(place.min, galley, colour);
    }

    /// The words of a limit at its end: right of the plot, or beside its upper end.
    fn rule_label(&mut self, rule: &Rule, model: &ChartModel) {
        let frame = self.frame();
        let axis = if rule.along == Along::X { &model.y } else { &model.x };
        if !(axis.lo..=axis.hi).contains(&rule.at) {
            return;
        }
        let half = LINE / 2.0;
        let tries: Vec<(Pos2, Align2)> = match rule.along {
            Along::X => {
                let at = Pos2::new(frame.right() + 6.0, self.at([model.x.lo, rule.at]).y);
                let nudges = [0.0, -1.0, 1.0, -2.0, 2.0].into_iter();
                nudges.map(|nudge| (at + egui::vec2(0.0, nudge * half), Align2::LEFT_CENTER)).collect()
            }
            Along::Y => {
                let x = self.at([rule.at, model.y.lo]).x;
                let rows = (0..3_u8).map(|row| frame.top() + half + LINE * f32::from(row));
                rows.flat_map(|y| {
                    [(Pos2::new(x + 5.0, y), Align2::LEFT_CENTER), (Pos2::new(x - 5.0, y), Align2::RIGHT_CENTER)]
                })
                .collect()
            }
        };
        for (at, align) in tries {
            if self.text(&rule.label, at, align, false, self.tokens.muted) {
                return;
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

/// Lines from lower left to upper right, five points apart, inside `rect`.
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
}

fn dashed_edge(painter: &egui::Painter, rect: Rect, colour: Color32) {
    if rect.width() < 1.0 || rect.height() < 0.5 {
        return;
    }
    let edge = [rect.left_bottom(), rect.left_top(), rect.right_top(), rect.right_bottom()];
    painter.extend(Shape::dashed_line(&edge, Stroke::new(1.0, colour), 3.0, 2.0));
}
