//! Colours and fonts of a template as they are seen: the page behind the text, the text on it, and accents that differ
//! from the page and from each other.

use roxmltree::Node;

use crate::briefing::format::ExportError;
use crate::briefing::pptx::company::{find, fonts, parse, refused};
use crate::briefing::pptx::look::{ACCENTS, Look};
use crate::draw::palette;
use crate::draw::style::{Colour, Style};

/// Contrast of text with the page.
const TEXT: f64 = 4.5;
/// Contrast of marks with the page.
const MARKS: f64 = 2.5;
/// Two accents nearer to each other than this are taken for one.
const APART: f64 = 70.0;

/// The parts of a template that say how its slides look.
pub struct Sources<'a> {
    /// The master.
    pub master: &'a str,
    /// The layout that most slides have.
    pub layout: &'a str,
    /// The master's theme.
    pub theme: &'a str,
    /// Colour of an area that lies under all of the content, or that it is a picture.
    pub ground: Option<Ground>,
}

/// What lies under all of the content.
#[derive(Clone, Debug, PartialEq)]
pub enum Ground {
    /// A colour, as markup of the fill.
    Fill(String),
    /// A picture, whose colour is not known.
    Picture,
}

/// Names of a theme's colours, by a master's map.
struct Theme<'a, 'i> {
    scheme: Node<'a, 'i>,
    map: Option<Node<'a, 'i>>,
}

impl Theme<'_, '_> {
    /// A colour by the name that slides have for it.
    fn named(&self, name: &str) -> Option<Colour> {
        let usual = match name {
            "tx1" => "dk1",
            "bg1" => "lt1",
            "tx2" => "dk2",
            "bg2" => "lt2",
            other => other,
        };
        let own = self.map.and_then(|map| map.attribute(name)).unwrap_or(usual);
        let node = self.scheme.children().find(|one| one.tag_name().name() == own)?;
        self.colour(node.children().find(Node::is_element)?)
    }

    /// A colour as it is written, with its changes of lightness.
    fn colour(&self, node: Node<'_, '_>) -> Option<Colour> {
        let value = node.attribute("val").unwrap_or_default();
        let base = match node.tag_name().name() {
            "schemeClr" => self.named(value)?,
            "sysClr" => hex(node.attribute("lastClr")?)?,
            "prstClr" => match value {
                "white" => Colour(255, 255, 255),
                _ => Colour(0, 0, 0),
            },
            _ => hex(value)?,
        };
        let share = |name: &str| -> Option<f64> {
            let change = node.children().find(|one| one.tag_name().name() == name)?;
            Some(change.attribute("val")?.parse::<f64>().ok()? / 100_000.0)
        };
        let white = Colour(255, 255, 255);
        let darker = share("lumMod").or(share("shade")).map_or(base, |kept| base.mixed(Colour(0, 0, 0), 1.0 - kept));
        let lighter = share("lumOff").or(share("tint").map(|kept| 1.0 - kept));
        Some(lighter.map_or(darker, |more| darker.mixed(white, more)))
    }

    /// The colour of what a fill shows: the middle of a gradient; `None` for a picture.
    fn fill(&self, around: Node<'_, '_>) -> Option<Colour> {
        if let Some(stops) = find(around, "gsLst") {
            let all: Vec<Colour> =
                stops.children().filter_map(|stop| self.colour(stop.children().find(Node::is_element)?)).collect();
            let [first, .., last] = all.as_slice() else { return all.first().copied() };
            return Some(first.mixed(*last, 0.5));
        }
        let solid = find(around, "solidFill").or_else(|| find(around, "bgRef"))?;
        self.colour(solid.children().find(Node::is_element)?)
    }
}

fn hex(text: &str) -> Option<Colour> {
    let part = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    Some(Colour(part(0)?, part(2)?, part(4)?))
}

/// The look of a template, and how many of its accents were changed for charts.
///
/// # Errors
/// When a part is damaged or the theme has not all colours.
pub fn look(sources: &Sources<'_>, lang: &'static str) -> Result<(Look, usize), ExportError> {
    let (master, layout) = (parse(sources.master, "master")?, parse(sources.layout, "layout")?);
    let document = parse(sources.theme, "theme")?;
    let scheme = find(document.root(), "clrScheme").ok_or_else(|| refused("its theme has no colours"))?;
    let theme = Theme { scheme, map: find(master.root(), "clrMap") };
    let named = |name: &str| theme.named(name).ok_or_else(|| refused(&format!("its theme has no colour {name}")));
    let (usual_text, usual_page) = (named("tx1")?, named("bg1")?);
    let written = find(master.root(), "bodyStyle")
        .and_then(|style| find(style, "defRPr"))
        .and_then(|letters| find(letters, "solidFill"))
        .and_then(|fill| theme.colour(fill.children().find(Node::is_element)?))
        .unwrap_or(usual_text);
    let background = || {
        let bg = find(layout.root(), "bg").or_else(|| find(master.root(), "bg"))?;
        Some(theme.fill(bg))
    };
    let page = match &sources.ground {
        Some(Ground::Picture) => None,
        Some(Ground::Fill(fill)) => {
            let fill = parse(fill, "layout")?;
            theme.fill(fill.root())
        }
        None => background().unwrap_or(Some(usual_page)),
    };
    // Of a page that cannot be known the text tells whether it is dark.
    let page = page.unwrap_or(if written.luminance() > 0.4 { Colour(0x20, 0x20, 0x20) } else { Colour(255, 255, 255) });
    let text = readable(written, page, &["tx1", "bg1", "tx2", "bg2"].map(|name| theme.named(name).unwrap_or(written)));
    let mut accents = [text; 6];
    for (accent, name) in accents.iter_mut().zip(ACCENTS) {
        *accent = named(name)?;
    }
    let (seen, changed) = apart(accents, page, text);
    let mut names = vec![(usual_text, "tx1"), (usual_page, "bg1")];
    names.extend(accents.into_iter().zip(ACCENTS));
    let mut look = Look::company(&Style::print(), lang, (text, page), seen, names);
    (look.heading, look.letters) = fonts::of(document.root());
    Ok((look, changed))
}

/// A text that can be read on a page: as it is written, else the best of the theme's, else black or white.
fn readable(written: Colour, page: Colour, others: &[Colour]) -> Colour {
    let plain = [Colour(0x17, 0x21, 0x2E), Colour(255, 255, 255)];
    let best = |all: &[Colour]| {
        let first = all.first().copied().unwrap_or(written);
        all.iter().copied().fold(first, |best, one| if one.contrast(page) > best.contrast(page) { one } else { best })
    };
    let chain = [written, best(others), best(&plain)];
    chain.into_iter().find(|one| one.contrast(page) >= TEXT).unwrap_or_else(|| best(&plain))
}

/// Accents that differ from the page and from each other, and how many of them are not the company's own. Those that
/// are come first, in their order.
fn apart(accents: [Colour; 6], page: Colour, text: Colour) -> ([Colour; 6], usize) {
    let mut found: Vec<Colour> = Vec::new();
    for own in accents {
        let is_far = found.iter().all(|other| distance(*other, own) >= APART);
        if own.contrast(page) >= MARKS && is_far {
            found.push(own);
        }
    }
    let kept = found.len();
    let ours = if page.luminance() > 0.3 { palette::LIGHT.data } else { palette::DARK.data };
    for own in accents.into_iter().filter(|own| !found.contains(own)).collect::<Vec<_>>() {
        let seen = |colour: Colour| {
            let steps = (0..=9).map(|step| colour.mixed(text, f64::from(step) / 10.0));
            steps.into_iter().find(|one| one.contrast(page) >= MARKS).unwrap_or(text)
        };
        let least = |colour: Colour| found.iter().map(|other| distance(*other, colour)).fold(f64::INFINITY, f64::min);
        let first = seen(own);
        let mut best = first;
        if least(first) < APART {
            for share in [0.25, 0.4, 0.55, 0.7] {
                for other in [seen(own.mixed(page, share)), first.mixed(text, share)] {
                    if least(best) < APART && least(other) > least(best) {
                        best = other;
                    }
                }
            }
        }
        // Where no lightness helps, a colour of ours does.
        for other in ours {
            if least(best) < APART && other.contrast(page) >= MARKS && least(other) > least(best) {
                best = other;
            }
        }
        found.push(best);
    }
    let mut out = accents;
    for (place, colour) in out.iter_mut().zip(found) {
        *place = colour;
    }
    (out, out.len() - kept.min(out.len()))
}

/// How different two colours look, roughly: 0 to 765.
fn distance(a: Colour, b: Colour) -> f64 {
    let red = f64::midpoint(f64::from(a.0), f64::from(b.0));
    let part = |a: u8, b: u8| (f64::from(a) - f64::from(b)).powi(2);
    let (r, g, blue) = (part(a.0, b.0), part(a.1, b.1), part(a.2, b.2));
    ((2.0 + red / 256.0) * r + 4.0 * g + (2.0 + (255.0 - red) / 256.0) * blue).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_seen_on_every_page_and_stay_as_they_are_where_they_can() {
        let white = (Colour(255, 255, 255), Colour(20, 20, 20));
        let navy = (Colour(11, 26, 46), Colour(255, 255, 255));
        let pale = [
            Colour(31, 78, 156),
            Colour(0, 180, 216),
            Colour(255, 242, 178),
            Colour(22, 50, 92),
            Colour(23, 52, 95),
            Colour(13, 33, 64),
        ];
        for (page, text) in [white, navy] {
            let (seen, changed) = apart(pale, page, text);
            assert!((1..6).contains(&changed));
            for (at, one) in seen.iter().enumerate() {
                assert!(one.contrast(page) >= MARKS, "{one:?} on {page:?}");
                assert!(seen.iter().take(at).all(|other| distance(*one, *other) >= APART), "{seen:?}");
            }
        }
        let (seen, _) = apart(pale, white.0, white.1);
        assert_eq!(seen[0], pale[0], "what can be seen is the company's own");
        assert_eq!(readable(Colour(0, 0, 0), navy.0, &[navy.1, white.1]), navy.1);
    }
}
