//! Title pages, paragraphs, and why nothing is shown.

use crate::briefing::deck::{Paragraph, ParagraphStyle};
use crate::briefing::place::{self, HEIGHT_PT, LEADING, MARGIN_PT, TEXT_PT, WIDTH_PT};
use crate::briefing::slide::{Part, Role, lines, word};
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Area, Fill, Item};
use crate::draw::style::Style;

/// Room between paragraphs, as a share of their size.
const BETWEEN: f64 = 0.45;
/// Where the words of a point begin, as a share of their size.
const INDENT: f64 = 1.1;

/// The title page: the title in large type on the left, a bar of the first data colour beside it.
pub fn title_page(parts: &mut Vec<Part>, title: &str, under: &[String], style: &Style) {
    let inner = WIDTH_PT - 2.0 * MARGIN_PT - 24.0;
    let x = MARGIN_PT + 24.0;
    let size = [44.0, 36.0, 28.0].into_iter().find(|size| font::wrap(title, inner, *size, Weight::Bold).len() <= 3);
    let size = size.unwrap_or(24.0);
    let title_lines = place::cut(font::wrap_evenly(title, inner, size, Weight::Bold), 5);
    let under_lines: Vec<Vec<String>> =
        under.iter().map(|line| place::cut(font::wrap(line, inner, 16.0, Weight::Regular), 3)).collect();
    let below: usize = under_lines.iter().map(Vec::len).sum();
    let height = title_lines.len() as f64 * size * LEADING + 18.0 + below as f64 * 16.0 * 1.5;
    let top = ((HEIGHT_PT - height) * 0.42).max(48.0);
    let bar = Area { x: MARGIN_PT, y: top + size * 0.2, width: 5.0, height: height - size * 0.2 };
    let colour = style.colour(crate::chart::model::ColourRole::Data(1));
    parts.push(Part {
        role: Role::Artifact,
        items: vec![Item::Rect { area: bar, fill: Fill::Solid(colour), edge: None }],
    });
    let mut items = Vec::new();
    let mut bottom = lines(&mut items, &title_lines, (x, top), (size, Weight::Bold, style.palette.text)) + 18.0;
    parts.push(Part { role: Role::Headline(title.to_owned()), items });
    for (whole, cut) in under.iter().zip(&under_lines) {
        let mut items = Vec::new();
        for line in cut {
            bottom += 16.0 * 1.5;
            items.push(word(line, (x, bottom - 16.0 * 0.5), (16.0, Weight::Regular, style.palette.muted)));
        }
        parts.push(Part { role: Role::Paragraph(whole.clone()), items });
    }
}

/// Height that paragraphs take at a size.
pub fn height(paragraphs: &[Paragraph], width: f64, size: f64) -> f64 {
    let each = paragraphs.iter().map(|paragraph| {
        let (weight, room, _) = shape(paragraph.style, width, size);
        font::wrap(&paragraph.text, room, size, weight).len() as f64 * size * LEADING + size * BETWEEN
    });
    each.sum::<f64>()
}

/// The largest size at which paragraphs fit; the smallest where none does.
pub fn size_for(paragraphs: &[Paragraph], area: Area) -> f64 {
    let [.., least] = TEXT_PT;
    TEXT_PT.into_iter().find(|size| height(paragraphs, area.width, *size) <= area.height).unwrap_or(least)
}

/// The size on one slide: what goes on over several has the smallest on all of them.
pub fn size_on(paragraphs: &[Paragraph], area: Area, goes_on: bool) -> f64 {
    let [.., least] = TEXT_PT;
    if goes_on { least } else { size_for(paragraphs, area) }
}

/// Writes paragraphs into an area, at the largest size that fits; a text that goes on over several slides has the
/// smallest size on all of them.
pub fn draw(parts: &mut Vec<Part>, paragraphs: &[Paragraph], (area, goes_on): (Area, bool), style: &Style) {
    let size = size_on(paragraphs, area, goes_on);
    draw_at(parts, paragraphs, area, size, style);
}

/// Writes paragraphs at a size.
pub fn draw_at(parts: &mut Vec<Part>, paragraphs: &[Paragraph], area: Area, size: f64, style: &Style) {
    let mut top = area.y;
    for paragraph in paragraphs {
        let (weight, room, indent) = shape(paragraph.style, area.width, size);
        let wrapped = font::wrap(&paragraph.text, room, size, weight);
        let mut items = Vec::new();
        if paragraph.style == ParagraphStyle::Point {
            items.push(word(
                "•",
                (area.x, top + size * (LEADING - 0.25)),
                (size, Weight::Regular, style.palette.muted),
            ));
        }
        top = lines(&mut items, &wrapped, (area.x + indent, top), (size, weight, style.palette.text)) + size * BETWEEN;
        let text = paragraph.text.clone();
        let role = match paragraph.style {
            ParagraphStyle::Heading => Role::Heading(text),
            ParagraphStyle::Plain => Role::Paragraph(text),
            ParagraphStyle::Point => Role::Point(text),
        };
        parts.push(Part { role, items });
    }
}

fn shape(style: ParagraphStyle, width: f64, size: f64) -> (Weight, f64, f64) {
    match style {
        ParagraphStyle::Heading => (Weight::Bold, width, 0.0),
        ParagraphStyle::Plain => (Weight::Regular, width, 0.0),
        ParagraphStyle::Point => (Weight::Regular, width - size * INDENT, size * INDENT),
    }
}

/// Why nothing is shown.
pub fn silent(parts: &mut Vec<Part>, why: &str, area: Area, style: &Style) {
    let mut items = Vec::new();
    let wrapped = font::wrap(why, area.width * 0.7, 18.0, Weight::Regular);
    let top = area.y + (area.height - wrapped.len() as f64 * 18.0 * LEADING).max(0.0) * 0.4;
    lines(&mut items, &wrapped, (area.x, top), (18.0, Weight::Regular, style.palette.muted));
    parts.push(Part { role: Role::Paragraph(why.to_owned()), items });
}
