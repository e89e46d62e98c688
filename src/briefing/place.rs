//! Where things stand on a slide, in points: shared by the slides of PPTX and the pages of PDF, so that both look alike.

use crate::draw::font::{self, Weight};
use crate::draw::scene::Area;

/// Width of a slide, 13⅓ inches.
pub const WIDTH_PT: f64 = 960.0;
/// Height of a slide, 7½ inches.
pub const HEIGHT_PT: f64 = 540.0;
/// Between the content and the edge, left and right.
pub const MARGIN_PT: f64 = 48.0;
/// Between the content and the upper edge.
pub const TOP_PT: f64 = 36.0;
/// Sizes of a headline, from the usual one to the smallest.
pub const HEADLINE_PT: [f64; 4] = [26.0, 22.0, 19.0, 16.0];
/// Size of the line under the headline.
pub const SUBTITLE_PT: f64 = 14.0;
/// Size of plain text, from the usual one to the smallest before it goes on on another slide.
pub const TEXT_PT: [f64; 4] = [18.0, 16.0, 14.0, 12.5];
/// Size of the cells of a table, from the usual one to the smallest before rows go on on another slide.
pub const TABLE_PT: [f64; 3] = [14.0, 12.0, 11.0];
/// Size of the foot.
pub const FOOT_PT: f64 = 10.0;
/// A line's height over its size.
pub const LEADING: f64 = 1.25;

/// Where the parts of a slide stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The headline's area.
    pub headline: Area,
    /// The headline's size.
    pub headline_pt: f64,
    /// Its lines.
    pub headline_lines: Vec<String>,
    /// The area of the line under it; no height where there is none.
    pub subtitle: Area,
    /// Its lines.
    pub subtitle_lines: Vec<String>,
    /// The area of what the slide shows.
    pub body: Area,
    /// The foot's area.
    pub foot: Area,
    /// Its lines.
    pub foot_lines: Vec<String>,
    /// The area of the marking and the number, at the lower right.
    pub corner: Area,
}

/// Most lines of a headline: what is longer is cut with "…" on the slide and stands whole in the notes.
pub const HEADLINE_LINES: usize = 3;
/// Most lines of a foot: what is longer stands whole on the method page and in the notes.
pub const FOOT_LINES: usize = 5;

/// Places the parts of a slide around its body.
pub fn place(headline: &str, subtitle: &str, foot: &[String]) -> Placed {
    let inner = WIDTH_PT - 2.0 * MARGIN_PT;
    let corner_width = 170.0;
    let (headline_pt, headline_lines) = headline_of(headline, inner);
    let headline_height = headline_lines.len() as f64 * headline_pt * LEADING;
    let headline = Area { x: MARGIN_PT, y: TOP_PT, width: inner, height: headline_height };
    let subtitle_lines = cut(font::wrap_evenly(subtitle, inner, SUBTITLE_PT, Weight::Regular), 2);
    let subtitle_height = subtitle_lines.len() as f64 * SUBTITLE_PT * LEADING;
    let gap = if headline_lines.is_empty() || subtitle_lines.is_empty() { 0.0 } else { 4.0 };
    let subtitle = Area { x: MARGIN_PT, y: headline.bottom() + gap, width: inner, height: subtitle_height };
    let foot_width = inner - corner_width - 12.0;
    let foot_lines = foot_of(foot, foot_width);
    let foot_height = (foot_lines.len().max(1) as f64) * FOOT_PT * 1.35;
    let foot_top = HEIGHT_PT - 24.0 - foot_height;
    let foot = Area { x: MARGIN_PT, y: foot_top, width: foot_width, height: foot_height };
    let corner_top = HEIGHT_PT - 24.0 - FOOT_PT * 2.7;
    let right = WIDTH_PT - MARGIN_PT;
    let corner = Area { x: right - corner_width, y: corner_top, width: corner_width, height: FOOT_PT * 2.7 };
    let body_top = subtitle.bottom() + 14.0;
    let body =
        Area { x: MARGIN_PT, y: body_top, width: inner, height: (foot_top.min(corner_top) - 10.0 - body_top).max(0.0) };
    Placed { headline, headline_pt, headline_lines, subtitle, subtitle_lines, body, foot, foot_lines, corner }
}

/// The largest size at which a headline takes two lines, and its lines.
fn headline_of(headline: &str, room: f64) -> (f64, Vec<String>) {
    let [_, .., least] = HEADLINE_PT;
    let fits = |size: &f64| font::wrap(headline, room, *size, Weight::Bold).len() <= 2;
    let size = HEADLINE_PT.into_iter().find(fits).unwrap_or(least);
    (size, cut(font::wrap_evenly(headline, room, size, Weight::Bold), HEADLINE_LINES))
}

/// The lines of a foot. Where they are too many, the source at its end stays whole and what stands before it is cut.
fn foot_of(foot: &[String], width: f64) -> Vec<String> {
    let wrap = |line: &String| font::wrap(line, width, FOOT_PT, Weight::Regular);
    let Some((source, before)) = foot.split_last() else { return Vec::new() };
    let source = cut(wrap(source), FOOT_LINES);
    let mut lines = cut(before.iter().flat_map(wrap).collect(), FOOT_LINES - source.len().min(FOOT_LINES));
    lines.extend(source);
    lines
}

/// The first lines; the last of them ends with "…" where there were more.
pub fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_slide_never_overlap_and_stay_on_it() {
        let long = "Délai entre la prise de connaissance et la notification initiale ".repeat(160);
        let foot: Vec<String> = vec![long.clone(), "x".to_owned()];
        for headline in ["", "Short", &long[..400], &long] {
            for subtitle in ["", "Median days", &long] {
                for foot in [&[][..], &foot[..1], &foot[..]] {
                    let placed = place(headline, subtitle, foot);
                    let areas = [placed.headline, placed.subtitle, placed.body, placed.foot, placed.corner];
                    for (at, area) in areas.iter().enumerate() {
                        assert!(area.x >= 0.0 && area.right() <= WIDTH_PT && area.bottom() <= HEIGHT_PT, "{area:?}");
                        assert!(areas.iter().skip(at + 1).all(|other| !area.overlaps(other)), "{placed:?}");
                    }
                    assert!(placed.body.height > 220.0, "{}", placed.body.height);
                }
            }
        }
    }
}
