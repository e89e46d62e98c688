//! A page of a deck drawn on a slide of 16 to 9: what the window previews, PDF pages show, and pictures are made of.
//!
//! The parts keep what they are, so that a tagged document can name them; [`Slide::scene`] puts them together. A page
//! must have been cut to the slide before (see `paging`): what does not fit here is drawn smaller, never cut.

pub mod incident;
pub mod live;
pub mod numbers;
pub mod table;
pub mod text;

use crate::briefing::deck::{Body, Deck, Sheet};
use crate::briefing::place::{self, FOOT_PT, HEIGHT_PT, LEADING, Placed, SUBTITLE_PT, WIDTH_PT};
use crate::chart::gallery::Drawn;
use crate::draw::font::{self, Weight};
use crate::draw::layout::{self, Size};
use crate::draw::scene::{Anchor, Area, Halo, Item, Scene, Text};
use crate::draw::style::{Colour, Style};

/// Between two figures side by side.
const BETWEEN_PT: f64 = 36.0;

/// A slide: parts in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Colour of the page.
    pub background: Colour,
    /// What it is called: the headline.
    pub title: String,
    /// What it shows.
    pub parts: Vec<Part>,
}

/// Something on a slide, with what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Its shapes and texts, in points from the upper left corner of the slide.
    pub items: Vec<Item>,
}

/// What a part of a slide is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline, whole.
    Headline(String),
    /// The heading of a part of the page.
    Heading(String),
    /// A paragraph, whole.
    Paragraph(String),
    /// A point of a list, whole.
    Point(String),
    /// A figure, with the words for those who cannot see it.
    Figure {
        /// The words.
        alt: String,
    },
    /// A cell of a table. Cells come row by row.
    Cell {
        /// Row, the header is 0.
        row: usize,
        /// Column from 0.
        column: usize,
        /// Whether it names its column (first row) or its row.
        header: bool,
        /// What it says.
        text: String,
    },
    /// Lines and grounds of a table, marking, page number: nothing to be read out.
    Artifact,
}

impl Slide {
    /// All parts as one page.
    pub fn scene(&self) -> Scene {
        let description = self.parts.iter().find_map(|part| match &part.role {
            Role::Figure { alt } => Some(alt.clone()),
            _ => None,
        });
        Scene {
            width: WIDTH_PT,
            height: HEIGHT_PT,
            background: self.background,
            title: self.title.clone(),
            description: description.unwrap_or_default(),
            items: self.parts.iter().flat_map(|part| part.items.iter().cloned()).collect(),
        }
    }
}

/// Draws a page. `number` counts from 1.
pub fn slide(deck: &Deck, sheet: &Sheet, number: usize, style: &Style) -> Slide {
    let style = &of_slides(style);
    let mut parts = Vec::new();
    if let Body::Title { lines } = &sheet.body {
        text::title_page(&mut parts, &sheet.headline, lines, style);
    } else {
        let placed = place::place(&sheet.headline, &sheet.subtitle, &sheet.foot);
        heading(&mut parts, sheet, &placed, style);
        body(&mut parts, sheet, placed.body, style);
        foot(&mut parts, &placed, style);
    }
    corner(&mut parts, deck, number, style);
    Slide { background: style.palette.surface, title: sheet.headline.clone(), parts }
}

/// The print style in the sizes of a slide.
pub fn of_slides(style: &Style) -> Style {
    Style { tick_pt: 13.0, subtitle_pt: SUBTITLE_PT, foot_pt: FOOT_PT, ..style.clone() }
}

fn heading(parts: &mut Vec<Part>, sheet: &Sheet, placed: &Placed, style: &Style) {
    let mut items = Vec::new();
    let at = (placed.headline.x, placed.headline.y);
    lines(&mut items, &placed.headline_lines, at, (placed.headline_pt, Weight::Bold, style.palette.text));
    parts.push(Part { role: Role::Headline(sheet.headline.clone()), items });
    if !placed.subtitle_lines.is_empty() {
        let mut items = Vec::new();
        let at = (placed.subtitle.x, placed.subtitle.y);
        lines(&mut items, &placed.subtitle_lines, at, (SUBTITLE_PT, Weight::Regular, style.palette.muted));
        parts.push(Part { role: Role::Paragraph(sheet.subtitle.clone()), items });
    }
}

fn body(parts: &mut Vec<Part>, sheet: &Sheet, area: Area, style: &Style) {
    match &sheet.body {
        Body::Title { .. } => {}
        Body::Numbers(numbers) => numbers::draw(parts, numbers, area, style),
        Body::Figure(drawn) => parts.push(figure(drawn, area, style)),
        Body::Two(both) => two(parts, both, area, style),
        Body::Table(table) => table::draw(parts, table, (area, sheet.part.is_some()), style),
        Body::Incident(incident) => incident::draw(parts, incident, area, style),
        Body::Timeline(model) => {
            let scene = layout::body(model, &[], size_of(area), style);
            parts.push(Part { role: Role::Figure { alt: model.alt.clone() }, items: within(scene, area) });
        }
        Body::Text(paragraphs) => text::draw(parts, paragraphs, (area, sheet.part.is_some()), style),
        Body::Empty(why) => text::silent(parts, why, area, style),
    }
}

/// A figure without its title and foot, in an area.
pub fn figure(drawn: &Drawn, area: Area, style: &Style) -> Part {
    let scene = layout::body(&drawn.model, &drawn.panels, size_of(area), style);
    Part { role: Role::Figure { alt: drawn.model.alt.clone() }, items: within(scene, area) }
}

/// Two figures side by side, each under its own finding.
fn two(parts: &mut Vec<Part>, both: &[Drawn; 2], area: Area, style: &Style) {
    let width = two_width(area);
    let (areas, smaller) = two_areas(both, area, style);
    for (drawn, figure_area) in both.iter().zip(areas) {
        let (title, subtitle) = two_head(drawn, width);
        let x = figure_area.x;
        let mut items = Vec::new();
        let bottom = lines(&mut items, &title, (x, area.y), (15.0, Weight::Bold, style.palette.text));
        parts.push(Part { role: Role::Heading(drawn.model.title.clone()), items });
        let mut items = Vec::new();
        lines(&mut items, &subtitle, (x, bottom + 2.0), (12.0, Weight::Regular, style.palette.muted));
        if !subtitle.is_empty() {
            parts.push(Part { role: Role::Paragraph(drawn.model.subtitle.clone()), items });
        }
        parts.push(figure(drawn, figure_area, &smaller));
    }
}

/// Width of one of two figures side by side.
pub fn two_width(area: Area) -> f64 {
    (area.width - BETWEEN_PT) / 2.0
}

/// The lines of the finding and of the measure over one of two figures.
pub fn two_head(drawn: &Drawn, width: f64) -> (Vec<String>, Vec<String>) {
    let title = place::cut(font::wrap_evenly(&drawn.model.title, width, 15.0, Weight::Bold), 4);
    let subtitle = place::cut(font::wrap(&drawn.model.subtitle, width, 12.0, Weight::Regular), 4);
    (title, subtitle)
}

/// Sizes of the letters in two figures side by side, the usual one first.
const TWO_TICK_PT: [f64; 4] = [11.5, 10.5, 9.5, 8.5];

/// Where two figures side by side stand without the words over them, and their style: letters of one size in both, as
/// large as the figure with more rows has room for.
pub fn two_areas(both: &[Drawn; 2], area: Area, style: &Style) -> ([Area; 2], Style) {
    let width = two_width(area);
    let tall = |drawn: &Drawn| {
        let (title, subtitle) = two_head(drawn, width);
        (title.len() as f64 * 15.0 + subtitle.len() as f64 * 12.0) * LEADING + 12.0
    };
    let head_height = both.iter().map(tall).fold(0.0, f64::max);
    let height = (area.height - head_height).max(1.0);
    let place = |x: f64| Area { x, y: area.y + head_height, width, height };
    let of_size = |tick_pt: f64| Style { tick_pt, ..style.clone() };
    let has_room = |style: &Style| {
        let size = Size { width_pt: width, height_pt: height };
        both.iter().all(|drawn| layout::body(&drawn.model, &drawn.panels, size, style).height <= height + 0.5)
    };
    let [.., least] = TWO_TICK_PT;
    let found = TWO_TICK_PT.into_iter().map(of_size).find(has_room).unwrap_or_else(|| of_size(least));
    ([place(area.x), place(area.x + width + BETWEEN_PT)], found)
}

fn foot(parts: &mut Vec<Part>, placed: &Placed, style: &Style) {
    if placed.foot_lines.is_empty() {
        return;
    }
    let mut items = Vec::new();
    let mut baseline = placed.foot.y;
    for line in &placed.foot_lines {
        baseline += FOOT_PT * 1.35;
        items.push(word(
            line,
            (placed.foot.x, baseline - FOOT_PT * 0.35),
            (FOOT_PT, Weight::Regular, style.palette.muted),
        ));
    }
    parts.push(Part { role: Role::Paragraph(placed.foot_lines.join(" ")), items });
}

/// The marking and the number, at the lower right.
fn corner(parts: &mut Vec<Part>, deck: &Deck, number: usize, style: &Style) {
    let placed = place::place("", "", &[]);
    let right = placed.corner.right();
    let mut items = Vec::new();
    let marking = place::cut(font::wrap(&deck.marking, placed.corner.width, FOOT_PT, Weight::Regular), 1);
    for (line, up) in marking.iter().zip([1.35]) {
        items.push(end(line, (right, placed.corner.bottom() - FOOT_PT * (0.35 + up)), style.palette.muted));
    }
    items.push(end(&number.to_string(), (right, placed.corner.bottom() - FOOT_PT * 0.35), style.palette.muted));
    parts.push(Part { role: Role::Artifact, items });
}

fn end(words: &str, at: (f64, f64), colour: Colour) -> Item {
    let (size, weight, anchor) = (FOOT_PT, Weight::Regular, Anchor::End);
    Item::Text(Text { text: words.to_owned(), at, size, weight, colour, anchor, halo: Halo::Off })
}

/// Writes lines under one another from the upper left corner `at`; returns their bottom.
pub(in crate::briefing) fn lines(
    items: &mut Vec<Item>,
    lines: &[String],
    (x, mut top): (f64, f64),
    (size, weight, colour): (f64, Weight, Colour),
) -> f64 {
    for line in lines {
        top += size * LEADING;
        items.push(word(line, (x, top - size * 0.25), (size, weight, colour)));
    }
    top
}

/// A line of text with its beginning at a place on its baseline.
pub(in crate::briefing) fn word(text: &str, at: (f64, f64), (size, weight, colour): (f64, Weight, Colour)) -> Item {
    Item::Text(Text { text: text.to_owned(), at, size, weight, colour, anchor: Anchor::Start, halo: Halo::Off })
}

fn size_of(area: Area) -> Size {
    Size { width_pt: area.width, height_pt: area.height }
}

/// The items of a scene, moved into an area and made smaller where the scene is larger than it.
pub fn within(scene: Scene, area: Area) -> Vec<Item> {
    let (share, to) = placed_within((scene.width, scene.height), area);
    scene.items.into_iter().map(|item| item.moved(share, to)).collect()
}

/// How much smaller a drawing of this width and height is made to fit an area, and where its upper left corner stands.
pub fn placed_within((width, height): (f64, f64), area: Area) -> (f64, (f64, f64)) {
    let share = (area.width / width).min(area.height / height).min(1.0);
    let left = area.x + (area.width - width * share) / 2.0 * if share < 1.0 { 1.0 } else { 0.0 };
    (share, (left, area.y))
}

#[cfg(test)]
mod tests;
