//! Names and numbers beside the marks, and annotations, none over another.

use crate::chart::model::{Along, ChartModel, ColourRole, Direction, HeatCell, Marks, Outline, Range, Rule};
use crate::draw::arrange::{self, Flag};
use crate::draw::clear::Ground;
use crate::draw::font::{self, Weight};
use crate::draw::marks;
use crate::draw::marks::{cells, ranges};
use crate::draw::names;
use crate::draw::plot::Frame;
use crate::draw::scene::{Anchor, Area, Halo, Item, Stroke, Text};
use crate::draw::style::{Colour, Style};

/// Height of a row of texts above a plot, in sizes of their letters.
const ROW: f64 = 1.4;

/// Where the texts of dashed lines stand, above a plot of this width; positions count from its left edge.
fn flags(model: &ChartModel, width: f64, style: &Style) -> Vec<Flag> {
    let x = |at: f64| ((at - model.x.lo) / (model.x.hi - model.x.lo)).clamp(0.0, 1.0) * width;
    let wide = |words: &str| font::width(words, style.tick_pt, Weight::Regular);
    let wanted: Vec<(f64, f64)> = model.annotations.iter().map(|one| (x(one.at), wide(&one.text))).collect();
    // Further to the left the number at the top of the vertical axis stands.
    arrange::flags(&wanted, -4.0, width + 20.0)
}

/// Room needed above a plot of this width for the texts of dashed lines.
pub fn above(model: &ChartModel, width: f64, style: &Style) -> f64 {
    arrange::flag_rows(&flags(model, width, style)) as f64 * style.tick_pt * ROW
}

/// Annotations, labels of marks and the names of series. `ground` is what is drawn already and is not written over;
/// `right` is the last place text may reach.
pub fn draw(mut ground: Ground, model: &ChartModel, frame: &Frame, right: f64, style: &Style) -> Vec<Item> {
    let mut items = Vec::new();
    annotations(&mut items, &mut ground, model, frame, style);
    items.extend(of_marks(ground, model, frame, right, style));
    items
}

/// The same without annotations.
pub fn of_marks(ground: Ground, model: &ChartModel, frame: &Frame, right: f64, style: &Style) -> Vec<Item> {
    let items = Vec::new();
    let mut page = Page { items, ground, top: frame.plot.y - style.tick_pt * ABOVE, right };
    for series in &model.series {
        if let Marks::Rules { rules } = &series.marks {
            for rule in rules.iter().filter(|rule| !rule.label.is_empty()) {
                rule_label(&mut page, rule, style.text_colour(series.role), frame, style);
            }
        }
    }
    names::draw(&mut page, model, frame, style);
    columns(&mut page, model, frame, style);
    for series in &model.series {
        match &series.marks {
            Marks::Cells { cells } => cell_labels(&mut page.items, cells, series.role, frame, style),
            marks => {
                for wanted in mark_labels(marks, frame, style) {
                    page.first_free(tries(&wanted, style));
                }
            }
        }
    }
    page.items
}

/// What is written into a plot, and what stands there.
pub(super) struct Page {
    /// What is written.
    pub items: Vec<Item>,
    /// What stands there.
    pub ground: Ground,
    /// How high labels of marks may stand.
    pub top: f64,
    /// The last place text may reach.
    pub right: f64,
}

/// How far above the plot a label may stand, in sizes of its letters.
const ABOVE: f64 = 1.3;

impl Page {
    /// Whether a text lies on the page.
    pub fn holds(&self, area: &Area) -> bool {
        area.right() <= self.right + 0.01 && area.x >= 0.0 && area.y >= self.top
    }

    /// Whether nothing stands where a text would.
    pub fn is_free(&self, text: &Text) -> bool {
        let area = text.area();
        self.holds(&area) && self.ground.is_free(&area)
    }

    /// Writes a text.
    pub fn write(&mut self, text: Text) {
        self.ground.take(text.area());
        self.items.push(Item::Text(text));
    }

    /// Writes the first text that has a free place; says whether there was one.
    fn first_free(&mut self, tries: impl IntoIterator<Item = Text>) -> bool {
        let found = tries.into_iter().find(|text| self.is_free(text));
        found.map(|text| self.write(text)).is_some()
    }
}

impl Page {
    /// Writes a text on a plate where nothing but lines passes: an average may be covered for the width of a number.
    fn over_a_line(&mut self, text: Text, style: &Style) -> bool {
        let area = text.area();
        let can = self.holds(&area) && self.ground.has_only_lines(&area);
        if can {
            self.items.push(names::plate(&text, style));
            self.write(text);
        }
        can
    }
}

/// A label at the end of a mark: what it says, where, with which end of the text there, and whether it may stand on any
/// side of its mark.
struct Wanted<'a> {
    words: &'a str,
    at: (f64, f64),
    anchor: Anchor,
    around: bool,
}

/// Where a label may stand, the best place first.
fn tries(wanted: &Wanted<'_>, style: &Style) -> Vec<Text> {
    let size = style.tick_pt;
    let text = |at: (f64, f64), anchor: Anchor| small(wanted.words, at, anchor, style.palette.text, style);
    let (x, y) = wanted.at;
    if wanted.around {
        // A point: above, beside, below.
        let beside = y + POINT_GAP + size * 0.35;
        return vec![
            text((x, y), Anchor::Middle),
            text((x + POINT_GAP, beside), Anchor::Start),
            text((x - POINT_GAP, beside), Anchor::End),
            text((x, y + 2.0 * POINT_GAP + size * 0.75), Anchor::Middle),
        ];
    }
    let steps: &[f64] = if wanted.anchor == Anchor::Middle { &[0.0, -0.6, -1.2] } else { &[0.0, -0.7, 0.7] };
    steps.iter().map(|step| text((x, y + step * size), wanted.anchor)).collect()
}

/// From the middle of a point to its label.
const POINT_GAP: f64 = 8.0;

/// Most columns of which some may have their numbers and others not.
const ALONE_MOST: usize = 3;

/// Numbers on columns: where many have one and not all find room, none is written, so that none seems to be missing.
fn columns(page: &mut Page, model: &ChartModel, frame: &Frame, style: &Style) {
    let bars = model.series.iter().filter_map(|series| match &series.marks {
        Marks::Bars { direction: Direction::Up, bars } => Some(bars),
        _ => None,
    });
    let labelled: Vec<_> = bars.flatten().filter(|bar| !bar.label.is_empty()).collect();
    let before = (page.items.len(), page.ground.clone());
    let mut written = 0;
    for bar in &labelled {
        let area = marks::whole_bar(bar, Direction::Up, frame);
        let at = (area.x + area.width / 2.0, area.y - 4.0);
        let wanted = Wanted { words: &bar.label, at, anchor: Anchor::Middle, around: false };
        let numbers = tries(&wanted, style);
        // Many numbers stand right on their columns or not at all.
        let most = if labelled.len() > ALONE_MOST { 1 } else { numbers.len() };
        let right_there = numbers.first().cloned();
        let is_written = page.first_free(numbers.into_iter().take(most))
            || right_there.is_some_and(|number| page.over_a_line(number, style));
        written += usize::from(is_written);
    }
    if labelled.len() > ALONE_MOST && written < labelled.len() {
        page.items.truncate(before.0);
        page.ground = before.1;
    }
}

/// Labels at the ends of marks other than columns.
fn mark_labels<'a>(marks: &'a Marks, frame: &Frame, style: &Style) -> Vec<Wanted<'a>> {
    let beside = style.tick_pt * 0.35;
    let label = |words, at, anchor| Wanted { words, at, anchor, around: false };
    let mut labels: Vec<Wanted<'a>> = match marks {
        Marks::Bars { direction: Direction::Right, bars } => {
            let of = |bar| {
                let area = marks::whole_bar(bar, Direction::Right, frame);
                (area.right() + 6.0, area.y + area.height / 2.0 + beside)
            };
            bars.iter().map(|bar| label(bar.label.as_str(), of(bar), Anchor::Start)).collect()
        }
        Marks::Points { points } => {
            let of = |[x, y]: [f64; 2]| (frame.x(x), frame.y(y) - POINT_GAP);
            let one = |words, at| Wanted { words, at, anchor: Anchor::Middle, around: true };
            points.iter().map(|point| one(point.label.as_str(), of(point.at))).collect()
        }
        Marks::Ranges { direction, ranges } => {
            let of = |range| {
                let (_, (x, y)) = ranges::ends(range, *direction, frame);
                match direction {
                    Direction::Up => ((x, y - 6.0), Anchor::Middle),
                    Direction::Right => ((x + 8.0, y + beside), Anchor::Start),
                }
            };
            let one = |range: &'a Range| {
                let (at, anchor) = of(range);
                label(range.label.as_str(), at, anchor)
            };
            ranges.iter().map(one).collect()
        }
        Marks::Outlines { outlines } => {
            let of = |outline: &Outline| {
                let top = outline.interval.map_or(outline.expected, |(_, hi)| hi.max(outline.expected));
                (frame.x(outline.at), frame.y(top) - 6.0)
            };
            outlines.iter().map(|outline| label(outline.label.as_str(), of(outline), Anchor::Middle)).collect()
        }
        _ => Vec::new(),
    };
    labels.retain(|wanted| !wanted.words.is_empty());
    labels
}

/// Sizes of the words in cells, as shares of the size of ticks, and the smallest that can be read.
const CELL_SIZES: [f64; 4] = [1.0, 0.9, 0.8, 0.7];
const SMALLEST_PT: f64 = 8.0;

/// The words of cells in their middle, all of one size: the largest at which all fit. Where they fit at none, no cell
/// has words, so that none seems to be empty.
fn cell_labels(items: &mut Vec<Item>, cells: &[HeatCell], role: ColourRole, frame: &Frame, style: &Style) {
    let labelled = || cells.iter().filter(|cell| !cell.label.is_empty());
    let fits = |size: f64, cell: &HeatCell| {
        let area = cells::area(cell, frame);
        font::width(&cell.label, size, Weight::Regular) <= area.width - 1.0 && size * 0.8 <= area.height
    };
    let sizes = CELL_SIZES.map(|share| (style.tick_pt * share).max(SMALLEST_PT.min(style.tick_pt)));
    let Some(size) = sizes.into_iter().find(|size| labelled().all(|cell| fits(*size, cell))) else { return };
    for cell in labelled() {
        let area = cells::area(cell, frame);
        let ground = cell.shade.map_or(style.palette.surface, |shade| style.shade(role, shade));
        let colour = if cell.shade.is_some() { style.on(ground) } else { style.palette.muted };
        let at = (area.x + area.width / 2.0, area.y + area.height / 2.0 + size * 0.35);
        let halo = if cell.partial { Halo::Of(ground) } else { Halo::Off };
        items.push(Item::Text(Text { size, halo, ..small(&cell.label, at, Anchor::Middle, colour, style) }));
    }
}

/// Between the plot and the words of a dashed line at its right end.
pub(super) const RULE_GAP: f64 = 6.0;

/// The words of a dashed line at its end: right of the plot, in lines where they are long, or beside its upper end.
fn rule_label(page: &mut Page, rule: &Rule, colour: Colour, frame: &Frame, style: &Style) {
    let plot = frame.plot;
    let size = style.tick_pt;
    let one = |words: &str, at: (f64, f64), anchor: Anchor| small(words, at, anchor, colour, style);
    let tries: Vec<Vec<Text>> = match rule.along {
        Along::X if frame.has_y(rule.at) => {
            let x = plot.right() + RULE_GAP;
            let lines = font::wrap_evenly(&rule.label, page.right - x, size, Weight::Regular);
            let middle = frame.y(rule.at) + size * 0.35;
            let nudges = [0.0, -0.6, 0.6, -1.2, 1.2, -1.8, 1.8, -2.4, 2.4].into_iter();
            nudges.map(|nudge| names::around(&lines, &one("", (x, middle + nudge * size), Anchor::Start))).collect()
        }
        Along::Y if frame.has_x(rule.at) => {
            let x = frame.x(rule.at);
            let rows = (0..3_u8).map(|row| plot.y + size * (1.0 + 1.4 * f64::from(row)));
            let places = rows.flat_map(|y| [((x + 5.0, y), Anchor::Start), ((x - 5.0, y), Anchor::End)]);
            places.map(|(at, anchor)| vec![one(&rule.label, at, anchor)]).collect()
        }
        Along::X | Along::Y => return,
    };
    let no_text = |text: &Text| page.holds(&text.area()) && page.ground.has_no_text(&text.area());
    let free = tries.iter().find(|texts| texts.iter().all(|text| page.is_free(text)));
    let (texts, is_free) = match free {
        Some(texts) => (texts.clone(), true),
        // What a line is must be said: on a plate over marks, where there is no place beside them.
        None => (tries.iter().find(|texts| texts.iter().all(no_text)).cloned().unwrap_or_default(), false),
    };
    for text in texts {
        if !is_free {
            page.items.push(names::plate(&text, style));
        }
        page.write(text);
    }
}

pub(super) fn small(words: &str, at: (f64, f64), anchor: Anchor, colour: Colour, style: &Style) -> Text {
    Text { text: words.to_owned(), at, size: style.tick_pt, weight: Weight::Regular, colour, anchor, halo: Halo::Page }
}

/// Dashed lines with their text at the top, to the right of the line, or to its left near the edge.
fn annotations(items: &mut Vec<Item>, ground: &mut Ground, model: &ChartModel, frame: &Frame, style: &Style) {
    let plot = frame.plot;
    let mut texts: Vec<Text> = Vec::new();
    let mut lines: Vec<(f64, f64)> = Vec::new();
    for flag in flags(model, plot.width, style) {
        let Some(annotation) = model.annotations.get(flag.index) else { continue };
        let (x, from) = (frame.x(annotation.at), plot.x + flag.from);
        let baseline = plot.y - 5.0 - flag.row as f64 * style.tick_pt * ROW;
        let is_across = (from..=from + flag.width).contains(&x);
        let top = baseline + if is_across { 3.0 } else { -style.tick_pt * 0.8 };
        let stroke = Stroke::dashed(style.palette.muted, 1.0);
        items.push(Item::Path { points: vec![(x, top), (x, plot.bottom())], stroke });
        let wide = |words: &str| font::width(words, style.tick_pt, Weight::Regular);
        let words = arrange::shortened(&annotation.text, flag.width, &wide);
        let text = small(&words, (from, baseline), Anchor::Start, style.palette.muted, style);
        ground.take(text.area());
        ground.take_line((x, top), (x, plot.bottom()));
        lines.push((x, top));
        texts.push(text);
    }
    // After all lines: one that found no way past a text goes behind the plate under it.
    for text in texts {
        let area = text.area();
        let is_crossed = |(x, top): &(f64, f64)| *x > area.x && *x < area.right() && *top < area.bottom() - 3.0;
        if lines.iter().any(is_crossed) {
            items.push(names::plate(&text, style));
        }
        items.push(Item::Text(text));
    }
}
