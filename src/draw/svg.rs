//! A page as SVG: text stays text, colours and positions are fixed to two decimals.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::draw::font::{FAMILY, Weight};
use crate::draw::scene::{Anchor, Dash, Fill, Halo, Item, Scene, Stroke, Text, hatching};
use crate::draw::style::Colour;

/// Writes a page as an SVG document of its own.
///
/// The same scene gives the same bytes on every system. Every text is escaped; characters that XML forbids are
/// dropped.
pub fn svg(scene: &Scene) -> String {
    let mut out = String::with_capacity(4_096 + scene.items.len() * 96);
    let (width, height) = (Num(scene.width), Num(scene.height));
    _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"'{FAMILY}', sans-serif\">"
    );
    inside(&mut out, scene, &Inks { prefix: "", ink: &Colour::hex });
    out
}

/// Writes a page as a part of an HTML page: as wide as the page lets it be, its letters in the page's font, its colours
/// as `inks` writes them. Its identities begin with the prefix, which must be another for each drawing of a page.
pub fn inline(scene: &Scene, inks: &Inks<'_>) -> String {
    let mut out = String::with_capacity(4_096 + scene.items.len() * 96);
    let (width, height, prefix) = (Num(scene.width), Num(scene.height), inks.prefix);
    _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{prefix}t {prefix}d\">"
    );
    inside(&mut out, scene, inks);
    out
}

/// How colours and identities of a drawing are written.
#[derive(Clone, Copy)]
pub struct Inks<'a> {
    /// What its identities begin with: letters, digits and hyphens.
    pub prefix: &'a str,
    /// A colour as it stands in an attribute.
    pub ink: &'a dyn Fn(Colour) -> String,
}

fn inside(out: &mut String, scene: &Scene, inks: &Inks<'_>) {
    let (width, height, prefix) = (Num(scene.width), Num(scene.height), inks.prefix);
    _ = writeln!(out, "<title id=\"{prefix}t\">{}</title>", escape(&scene.title));
    _ = writeln!(out, "<desc id=\"{prefix}d\">{}</desc>", escape(&scene.description));
    patterns(out, scene, inks);
    _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", (inks.ink)(scene.background));
    for item in &scene.items {
        write_item(out, item, scene.background, inks);
    }
    out.push_str("</svg>\n");
}

/// One pattern for every colour that is hatched.
fn patterns(out: &mut String, scene: &Scene, inks: &Inks<'_>) {
    let hatched: BTreeSet<(String, Colour, Colour)> = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Rect { fill: Fill::Hatch(colour), .. } => {
                let (ground, lines) = hatching(*colour, scene.background);
                Some((hatch_id(*colour), ground, lines))
            }
            Item::Rect { fill: Fill::Shaded { ground, lines }, .. } => {
                Some((shaded_id(*ground, *lines), *ground, *lines))
            }
            _ => None,
        })
        .collect();
    if hatched.is_empty() {
        return;
    }
    out.push_str("<defs>\n");
    for (id, ground, lines) in hatched {
        _ = writeln!(
            out,
            "<pattern id=\"{}{}\" patternUnits=\"userSpaceOnUse\" width=\"5\" height=\"5\" \
             patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"{}\"/>\
             <rect width=\"1.4\" height=\"5\" fill=\"{}\"/></pattern>",
            inks.prefix,
            id,
            (inks.ink)(ground),
            (inks.ink)(lines)
        );
    }
    out.push_str("</defs>\n");
}

fn hatch_id(colour: Colour) -> String {
    format!("hatch-{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
}

fn shaded_id(ground: Colour, lines: Colour) -> String {
    let part = |colour: Colour| format!("{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2);
    format!("hatch-{}-{}", part(ground), part(lines))
}

fn write_item(out: &mut String, item: &Item, page: Colour, inks: &Inks<'_>) {
    let Inks { prefix, ink } = *inks;
    match item {
        Item::Rect { area, fill, edge } => {
            let fill = match fill {
                Fill::Solid(colour) => ink(*colour),
                Fill::Hatch(colour) => format!("url(#{prefix}{})", hatch_id(*colour)),
                Fill::Shaded { ground, lines } => format!("url(#{prefix}{})", shaded_id(*ground, *lines)),
                Fill::None => "none".to_owned(),
            };
            // An edge is drawn inside the area.
            let inset = edge.map_or(0.0, |edge| edge.width / 2.0).min(area.width / 2.0).min(area.height / 2.0);
            _ = writeln!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"{}/>",
                Num(area.x + inset),
                Num(area.y + inset),
                Num(area.width - 2.0 * inset),
                Num(area.height - 2.0 * inset),
                edge.as_ref().map(|edge| stroke(edge, inks)).unwrap_or_default()
            );
        }
        Item::Path { points, stroke: line } => {
            _ = writeln!(out, "<polyline points=\"{}\" fill=\"none\"{}/>", corners(points), stroke(line, inks));
        }
        Item::Shape { points, fill, opacity } => {
            _ = writeln!(
                out,
                "<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"{}\"/>",
                corners(points),
                ink(*fill),
                Num(*opacity)
            );
        }
        Item::Dot { at, radius, fill, edge } => {
            _ = writeln!(
                out,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>",
                Num(at.0),
                Num(at.1),
                Num(*radius),
                ink(*fill),
                edge.as_ref().map(|edge| stroke(edge, inks)).unwrap_or_default()
            );
        }
        Item::Text(text) => write_text(out, text, page, inks),
    }
}

fn write_text(out: &mut String, text: &Text, page: Colour, inks: &Inks<'_>) {
    let weight = if text.weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let around = match text.halo {
        Halo::Page => Some(page),
        Halo::Of(colour) => Some(colour),
        Halo::Off => None,
    };
    let halo = around.map_or_else(String::new, |colour| {
        format!(
            " stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
            (inks.ink)(colour)
        )
    });
    _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\"{halo}>{}</text>",
        Num(text.at.0),
        Num(text.at.1),
        Num(text.size),
        (inks.ink)(text.colour),
        escape(&text.text)
    );
}

fn stroke(stroke: &Stroke, inks: &Inks<'_>) -> String {
    let dash = match stroke.dash {
        Dash::Solid => "",
        Dash::Dashed => " stroke-dasharray=\"3 3\"",
    };
    format!(
        " stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}",
        (inks.ink)(stroke.colour),
        Num(stroke.width)
    )
}

fn corners(points: &[(f64, f64)]) -> String {
    let mut out = String::with_capacity(points.len() * 12);
    for (index, (x, y)) in points.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        _ = write!(out, "{},{}", Num(*x), Num(*y));
    }
    out
}

/// A number with at most two decimals; what is not finite is 0.
struct Num(f64);

impl std::fmt::Display for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = if self.0.is_finite() { self.0 } else { 0.0 };
        let text = format!("{value:.2}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// Text for XML: markup escaped, characters that XML does not allow dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
