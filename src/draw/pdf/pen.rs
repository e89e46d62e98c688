//! Shapes and texts of a page, drawn with krilla.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::draw::font::{self, Weight};
use crate::draw::scene::{Anchor, Area, Dash, Fill, Halo, Item, Stroke, Text, hatching};
use crate::draw::shape;
use crate::draw::style::Colour;

/// Beyond this many points nothing is on any page.
const FAR_PT: f64 = 100_000.0;
/// Width of the line of the page's colour around letters.
const HALO_PT: f32 = 3.0;
/// From one slanted line of a hatching to the next, and how wide it is.
const HATCH_PT: (f64, f64) = (5.0, 1.4);
/// How far the handles of a curve stand from its ends for a quarter of a circle of radius 1.
const QUARTER: f64 = 0.552_284_75;

/// Draws with the exports' font, both weights.
pub struct Pen {
    regular: Font,
    bold: Font,
    /// Colour of the page.
    page: Colour,
}

impl Pen {
    /// A pen for pages of a colour; `None` when the font cannot be read.
    pub fn new(page: Colour) -> Option<Self> {
        let read = |weight| Font::new(font::bytes(weight).into(), 0);
        Some(Self { regular: read(Weight::Regular)?, bold: read(Weight::Bold)?, page })
    }

    /// Draws shapes and texts from back to front.
    pub fn draw(&self, on: &mut Surface<'_>, items: &[Item]) {
        for item in items {
            match item {
                Item::Rect { area, fill, edge } => rect(on, area, *fill, edge.as_ref(), self.page),
                Item::Path { points, stroke } => line(on, points, stroke),
                Item::Shape { points, fill, opacity } => {
                    if let Some(path) = path_of(points, true) {
                        inside(on, *fill, *opacity);
                        on.draw_path(&path);
                    }
                }
                Item::Dot { at, radius, fill, edge } => {
                    if let Some(path) = circle(*at, *radius) {
                        inside(on, *fill, 1.0);
                        on.set_stroke(edge.as_ref().map(stroke));
                        on.draw_path(&path);
                        on.set_stroke(None);
                    }
                }
                Item::Text(text) => self.text(on, text),
            }
        }
    }

    fn text(&self, on: &mut Surface<'_>, text: &Text) {
        let set = shape::line(&text.text, text.weight);
        if set.glyphs.is_empty() || !(text.size.is_finite() && text.size > 0.0) {
            return;
        }
        let width = set.width(text.size);
        let left = match text.anchor {
            Anchor::Start => text.at.0,
            Anchor::Middle => text.at.0 - width / 2.0,
            Anchor::End => text.at.0 - width,
        };
        let glyphs: Vec<KrillaGlyph> = set.glyphs.iter().map(glyph).collect();
        let font = if text.weight == Weight::Bold { &self.bold } else { &self.regular };
        let at = point((left, text.at.1));
        let size = number(text.size);
        let around = match text.halo {
            Halo::Page => Some(self.page),
            Halo::Of(colour) => Some(colour),
            Halo::Off => None,
        };
        if let Some(colour) = around {
            // As outlines, so that the words are not there twice for whoever copies them.
            inside(on, colour, 1.0);
            let round = paint::Stroke { width: HALO_PT, ..stroke(&Stroke::solid(colour, 1.0)) };
            on.set_stroke(Some(round));
            on.draw_glyphs(at, &glyphs, font.clone(), &set.text, size, true);
            on.set_stroke(None);
        }
        inside(on, text.colour, 1.0);
        on.draw_glyphs(at, &glyphs, font.clone(), &set.text, size, false);
    }
}

fn glyph(glyph: &shape::Glyph) -> KrillaGlyph {
    let id = GlyphId::new(u32::from(glyph.id));
    KrillaGlyph::new(id, glyph.advance, glyph.right, glyph.up, 0.0, glyph.range.clone(), None)
}

fn rect(on: &mut Surface<'_>, area: &Area, fill: Fill, edge: Option<&Stroke>, page: Colour) {
    // An edge is drawn inside the area.
    let inset = edge.map_or(0.0, |edge| edge.width / 2.0).min(area.width / 2.0).min(area.height / 2.0);
    let area = Area {
        x: area.x + inset,
        y: area.y + inset,
        width: area.width - 2.0 * inset,
        height: area.height - 2.0 * inset,
    };
    let Some(path) = rect_path(&area) else { return };
    match fill {
        Fill::Solid(colour) => {
            inside(on, colour, 1.0);
            on.draw_path(&path);
        }
        Fill::Hatch(colour) => {
            let (ground, lines) = hatching(colour, page);
            hatch(on, &area, &path, ground, lines);
        }
        Fill::Shaded { ground, lines } => hatch(on, &area, &path, ground, lines),
        Fill::None => {}
    }
    if let Some(edge) = edge {
        on.set_fill(None);
        on.set_stroke(Some(stroke(edge)));
        on.draw_path(&path);
        on.set_stroke(None);
    }
}

/// Slanted lines on a ground, in the same place of the page wherever the area begins.
fn hatch(on: &mut Surface<'_>, area: &Area, path: &Path, ground: Colour, lines: Colour) {
    inside(on, ground, 1.0);
    on.draw_path(path);
    let (step, width) = HATCH_PT;
    // A line from upper right to lower left is where x + y is the same all along.
    let apart = step * std::f64::consts::SQRT_2;
    let first = ((area.x + area.y) / apart).floor() * apart;
    let count = ((area.width + area.height) / apart).ceil().clamp(0.0, 20_000.0) as usize;
    let mut all = PathBuilder::new();
    for at in 0..=count + 1 {
        let sum = first + at as f64 * apart;
        let (from, to) = (point((sum - area.y, area.y)), point((sum - area.bottom(), area.bottom())));
        all.move_to(from.x, from.y);
        all.line_to(to.x, to.y);
    }
    let Some(all) = all.finish() else { return };
    on.push_clip_path(path, &paint::FillRule::NonZero);
    on.set_fill(None);
    on.set_stroke(Some(stroke(&Stroke::solid(lines, width))));
    on.draw_path(&all);
    on.set_stroke(None);
    on.pop();
}

fn line(on: &mut Surface<'_>, points: &[(f64, f64)], with: &Stroke) {
    if let Some(path) = path_of(points, false) {
        on.set_fill(None);
        on.set_stroke(Some(stroke(with)));
        on.draw_path(&path);
        on.set_stroke(None);
    }
}

fn path_of(points: &[(f64, f64)], closed: bool) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    if rest.is_empty() {
        return None;
    }
    let mut path = PathBuilder::new();
    let first = point(*first);
    path.move_to(first.x, first.y);
    for next in rest {
        let next = point(*next);
        path.line_to(next.x, next.y);
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn rect_path(area: &Area) -> Option<Path> {
    let at = point((area.x, area.y));
    if !(area.width > 0.0 && area.height > 0.0) {
        return None;
    }
    let rect = Rect::from_xywh(at.x, at.y, number(area.width), number(area.height))?;
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    path.finish()
}

fn circle(at: (f64, f64), radius: f64) -> Option<Path> {
    if !(radius.is_finite() && radius > 0.0) {
        return None;
    }
    let on = |x: f64, y: f64| point((at.0 + x * radius, at.1 + y * radius));
    let mut path = PathBuilder::new();
    let first = on(1.0, 0.0);
    path.move_to(first.x, first.y);
    let mut from = (1.0, 0.0);
    for to in [(0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)] {
        let a = on(from.0 + to.0 * QUARTER, from.1 + to.1 * QUARTER);
        let b = on(to.0 + from.0 * QUARTER, to.1 + from.1 * QUARTER);
        let end = on(to.0, to.1);
        path.cubic_to(a.x, a.y, b.x, b.y, end.x, end.y);
        from = to;
    }
    path.close();
    path.finish()
}

fn inside(on: &mut Surface<'_>, colour: Colour, opacity: f64) {
    let opacity = NormalizedF32::new(number(opacity).clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE);
    on.set_fill(Some(paint::Fill { paint: ink(colour).into(), opacity, rule: paint::FillRule::NonZero }));
}

fn stroke(stroke: &Stroke) -> paint::Stroke {
    let dash = match stroke.dash {
        Dash::Solid => None,
        Dash::Dashed => Some(paint::StrokeDash { array: vec![3.0, 3.0], offset: 0.0 }),
    };
    paint::Stroke {
        paint: ink(stroke.colour).into(),
        width: number(stroke.width).max(0.0),
        line_join: paint::LineJoin::Round,
        dash,
        ..paint::Stroke::default()
    }
}

fn ink(colour: Colour) -> rgb::Color {
    rgb::Color::new(colour.0, colour.1, colour.2)
}

/// A place on the page; what is not finite is 0.
pub fn point(at: (f64, f64)) -> Point {
    Point::from_xy(number(at.0), number(at.1))
}

fn number(value: f64) -> f32 {
    if value.is_finite() { value.clamp(-FAR_PT, FAR_PT) as f32 } else { 0.0 }
}
