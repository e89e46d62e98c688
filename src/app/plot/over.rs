//! What is painted over egui_plot: axis line, hatching, ends of ranges, labels, names, annotations, rows of numbers.

use eframe::egui::{self, Align2, Color32, Pos2, Rect, Shape, Stroke};
use egui_plot::{PlotPoint, PlotTransform};

use crate::app::plot::layout::{BESIDE, LINE, Layout};
use crate::app::plot::pick::Target;
use crate::app::plot::{choice, feed, names};
use crate::app::theme::{self, Tokens, size};
use crate::chart::model::{ChartModel, Direction, Grid, HeatCell, Marks, Outline, Range, RangeStyle, Scale, Tick};
use crate::chart::records::RecordsKey;
use crate::draw::clear::Ground;
use crate::draw::font::Weight;
use crate::draw::plot::Frame;
use crate::draw::scene::{Anchor, Area, Halo, Item};
use crate::draw::style::Style;
use crate::draw::{self, arrange, labels, marks};

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
    over.words(model);
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

    /// Names of series and labels of marks, where the exported picture has them for a plot of this size.
    fn words(&self, model: &ChartModel) {
        let frame = self.frame();
        let plot = Area {
            x: f64::from(frame.left()),
            y: f64::from(frame.top()),
            width: f64::from(frame.width()),
            height: f64::from(frame.height()),
        };
        let place = Frame::of(model, plot);
        let style = Style { palette: *self.tokens.palette, tick_pt: f64::from(size::TICK), ..Style::print() };
        let across = |tick: &Tick| vec![(plot.x, place.y(tick.at)), (plot.right(), place.y(tick.at))];
        let stroke = draw::scene::Stroke::solid(style.palette.grid, 1.0);
        let ticks = model.y.ticks.iter().filter(|tick| model.y.grid == Grid::Lines && !tick.label.is_empty());
        let grid: Vec<Item> = ticks.map(|tick| Item::Path { points: across(tick), stroke }).collect();
        let mut ground = Ground::of(&grid, &marks::of_chart(model, &place, &style));
        for rect in &self.taken {
            let (width, height) = (f64::from(rect.width()), f64::from(rect.height()));
            ground.take(Area { x: f64::from(rect.left()), y: f64::from(rect.top()), width, height });
        }
        for annotation in &model.annotations {
            let x = place.x(annotation.at);
            ground.take_line((x, plot.y), (x, plot.bottom()));
        }
        let right = f64::from(self.ui.max_rect().right());
        for item in labels::of_marks(ground, model, &place, right, &style) {
            match item {
                Item::Text(text) => self.text(&text),
                Item::Rect { area, .. } => {
                    let corner = Pos2::new(area.x as f32, area.y as f32);
                    let plate = Rect::from_min_size(corner, egui::vec2(area.width as f32, area.height as f32));
                    self.painter.rect_filled(plate, 0.0, self.tokens.surface);
                }
                _ => {}
            }
        }
    }

    /// Writes a text of the picture, with its halo.
    fn text(&self, text: &draw::scene::Text) {
        let size = text.size as f32;
        let font = if text.weight == Weight::Bold { theme::bold(size) } else { theme::plain(size) };
        let align = match text.anchor {
            Anchor::Start => Align2::LEFT_CENTER,
            Anchor::Middle => Align2::CENTER_CENTER,
            Anchor::End => Align2::RIGHT_CENTER,
        };
        let at = Pos2::new(text.at.0 as f32, text.at.1 as f32 - size * 0.35);
        let around = match text.halo {
            Halo::Page => Some(self.tokens.surface),
            Halo::Of(colour) => Some(theme::screen(colour)),
            Halo::Off => None,
        };
        if let Some(colour) = around {
            for side in HALO {
                let galley = self.painter.layout_no_wrap(text.text.clone(), font.clone(), colour);
                let place = align.anchor_size(at, galley.size()).min + egui::vec2(side.0, side.1);
                self.painter.galley(place, galley, colour);
            }
        }
        let colour = theme::screen(text.colour);
        let galley = self.painter.layout_no_wrap(text.text.clone(), font, colour);
        self.painter.galley(align.anchor_size(at, galley.size()).min, galley, colour);
    }

    fn rows(&self, model: &ChartModel, layout: &Layout) {
        let mut y = layout.rows_top;
        let font = theme::plain(size::TICK);
        let left = self.frame().left();
        for (row, is_beside) in model.under_x.iter().zip(&layout.rows_beside) {
            let middle = y + LINE / 2.0;
            if *is_beside {
                let title = Pos2::new(left - BESIDE, middle);
                self.painter.text(title, Align2::RIGHT_CENTER, &row.title, font.clone(), self.tokens.muted);
            } else {
                let title = Pos2::new(left, middle);
                self.painter.text(title, Align2::LEFT_CENTER, &row.title, font.clone(), self.tokens.muted);
                y += LINE;
            }
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
}

/// Where the letters of a halo stand around the letters themselves.
const HALO: [(f32, f32); 8] =
    [(1.2, 0.0), (-1.2, 0.0), (0.0, 1.2), (0.0, -1.2), (0.9, 0.9), (-0.9, 0.9), (0.9, -0.9), (-0.9, -0.9)];

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
