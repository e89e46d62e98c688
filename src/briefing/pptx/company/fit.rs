//! The parts of a slide around a company's headline: its place and size are the template's, the rest goes under it.

use crate::briefing::place::{self, FOOT_LINES, FOOT_PT, Placed, SUBTITLE_PT};
use crate::briefing::pptx::company::fonts::Letters;
use crate::briefing::pptx::stage::Layout;
use crate::draw::font::{self, Weight};
use crate::draw::scene::Area;

/// Margins inside of a place, left and right together, as the format has them where nothing is said.
const INSETS_PT: f64 = 14.4;
/// A line's height over its size, as programs set it where nothing is said.
const LINE: f64 = 1.36;
/// Sizes to which a headline goes down where it does not fit at the template's own.
const SMALLER: [f64; 6] = [32.0, 28.0, 24.0, 20.0, 18.0, 16.0];

/// Places the parts of a slide.
pub fn place(
    layout: &Layout,
    (headline, subtitle, foot): (&str, &str, &[String]),
    own: Placed,
    heading: &Letters,
) -> Placed {
    let Some(title) = &layout.title else { return own };
    // A place that a logo takes most of is the template's own affair.
    let clear =
        layout.clear.filter(|clear| clear.width > title.area.width * 0.5 && clear.height > title.area.height * 0.6);
    let area = clear.unwrap_or(title.area);
    let width = (area.width - INSETS_PT).max(40.0);
    let wide = heading.wide.max(1.0);
    let lines = |size: f64| font::wrap(headline, width / wide, size, Weight::Bold);
    let most = |size: f64| ((area.height - 7.2) / (size * LINE)).floor().max(1.0) as usize;
    let sizes = std::iter::once(title.size).chain(SMALLER.into_iter().filter(|size| *size < title.size));
    let headline_pt = sizes.clone().find(|size| lines(*size).len() <= most(*size));
    let headline_pt = headline_pt.or_else(|| sizes.last()).unwrap_or(title.size);
    let headline_lines = place::cut(lines(headline_pt), most(headline_pt));
    let room = layout.room;
    let subtitle_lines = place::cut(font::wrap(subtitle, room.width, SUBTITLE_PT, Weight::Regular), 2);
    let subtitle_height = subtitle_lines.len() as f64 * SUBTITLE_PT * place::LEADING;
    let subtitle = Area { height: subtitle_height, ..room };
    let wrapped = foot.iter().flat_map(|line| font::wrap(line, room.width, FOOT_PT, Weight::Regular)).collect();
    let foot_lines = place::cut(wrapped, FOOT_LINES);
    let foot_height = foot_lines.len() as f64 * FOOT_PT * place::LEADING;
    let foot = Area { y: room.bottom() - foot_height, height: foot_height, ..room };
    let body_top = subtitle.bottom() + if subtitle_lines.is_empty() { 0.0 } else { 8.0 };
    let body = Area { y: body_top, height: (foot.y - 8.0 - body_top).max(1.0), ..room };
    let corner = Area { x: room.right() - own.corner.width, y: room.bottom() + 2.0, height: 24.0, ..own.corner };
    Placed { corner, headline: area, headline_pt, headline_lines, subtitle, subtitle_lines, body, foot, foot_lines }
}
