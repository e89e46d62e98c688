//! Names of series beside their marks: clear of texts and of marks, one colour with what they name.

use crate::chart::model::{ChartModel, DirectLabel, Side};
use crate::draw::font::{self, Weight};
use crate::draw::labels::Page;
use crate::draw::plot::Frame;
use crate::draw::scene::{Anchor, Area, Fill, Halo, Item, Text};
use crate::draw::style::{Colour, Style};

/// Height of a line of a name, in sizes of its letters.
const LINE: f64 = 1.25;
/// Between a point and its name.
pub const GAP: f64 = 9.0;
/// From which share of the width on a name to the right of its point has room beside the plot.
pub const AT_THE_END: f64 = 0.6;
/// How much of the width names beside the plot may take before they are broken into lines.
const BESIDE_MOST: f64 = 0.2;
/// What they may take in any case.
const BESIDE_LEAST_PT: f64 = 76.0;

/// The room that words beside a plot take: what they need in one line, or in more where that is a fifth of the width.
pub fn beside(words: &str, width: f64, size: f64, weight: Weight) -> f64 {
    let room = (width * BESIDE_MOST).max(BESIDE_LEAST_PT);
    let longest = words.split(' ').map(|word| font::width(word, size, weight)).fold(room, f64::max);
    let lines = font::wrap_evenly(words, longest, size, weight);
    lines.iter().map(|line| font::width(line, size, weight)).fold(0.0, f64::max) + 0.01
}

/// Lines around the place of a text, which is on the baseline of a single one.
pub(super) fn around(lines: &[String], text: &Text) -> Vec<Text> {
    let first = text.at.1 - lines.len().saturating_sub(1) as f64 * text.size * LINE / 2.0;
    let line = |(row, words): (usize, &String)| {
        let at = (text.at.0, first + row as f64 * text.size * LINE);
        Text { text: words.clone(), at, ..text.clone() }
    };
    lines.iter().enumerate().map(line).collect()
}

/// Writes the names of the series: where they want to be, or the nearest place at which nothing stands. Where there is
/// none in the whole plot they stand on a plate of the page's colour.
pub(super) fn draw(page: &mut Page, model: &ChartModel, frame: &Frame, style: &Style) {
    for series in &model.series {
        let Some(label) = &series.label else { continue };
        let places = places(label, frame, page.right, style.text_colour(series.role), style);
        let found = best(page, &places, frame).or_else(|| anywhere(page, label, &places, frame));
        let texts = found.or_else(|| {
            // No place without marks: one without words, where the fewest marks are.
            let hits = |texts: &Vec<Text>| texts.iter().map(|text| page.ground.marks_in(&text.area())).sum::<usize>();
            let held = places.iter().filter(|texts| is_held(page, texts, frame));
            let fewest = held.min_by_key(|texts| hits(texts)).cloned()?;
            let plates = fewest.iter().map(|text| plate(text, style)).collect::<Vec<_>>();
            page.items.extend(plates);
            Some(fewest)
        });
        for text in texts.into_iter().flatten() {
            if page.ground.has_pale(&text.area()) {
                page.items.push(plate(&text, style));
            }
            page.write(text);
        }
    }
}

/// A rectangle of the page's colour under a text that stands on marks.
pub(super) fn plate(text: &Text, style: &Style) -> Item {
    let Area { x, y, width, height } = text.area();
    let area = Area { x: x - 2.0, y, width: width + 4.0, height };
    Item::Rect { area, fill: Fill::Solid(style.palette.surface), edge: None }
}

/// Whether a name lies on the page, above the axis and over no other text.
fn is_held(page: &Page, texts: &[Text], frame: &Frame) -> bool {
    let (top, bottom) = (frame.plot.y - 5.0, frame.plot.bottom() - 1.0);
    texts.iter().all(|text| {
        let area = text.area();
        page.holds(&area) && area.y >= top && area.bottom() <= bottom && page.ground.has_no_text(&area)
    })
}

/// The place with the least to be said against it: far from the wanted one, or a grid line behind the letters.
fn best(page: &Page, places: &[Vec<Text>], frame: &Frame) -> Option<Vec<Text>> {
    let cost = |(at, texts): (usize, &Vec<Text>)| {
        let grids = texts.iter().filter(|text| page.ground.has_grid(&text.area())).count();
        let pales = texts.iter().filter(|text| page.ground.has_pale(&text.area())).count();
        at + 3 * grids + 12 * pales
    };
    let free = places
        .iter()
        .enumerate()
        .filter(|(_, texts)| is_held(page, texts, frame) && texts.iter().all(|text| page.is_free(text)));
    free.min_by_key(|place| cost(*place)).map(|(_, texts)| texts.clone())
}

/// Into how many steps a plot is divided, each way, to look for a free place.
const STEPS: u32 = 24;

/// The free place in the plot that is nearest to the point, in one line or in more.
fn anywhere(page: &Page, label: &DirectLabel, places: &[Vec<Text>], frame: &Frame) -> Option<Vec<Text>> {
    let pattern = places.first()?.first()?;
    let broken = [1.0, 0.62, 0.45].map(|share| broken(label, share, pattern.size));
    broken.iter().find_map(|lines| nearest(page, (label, lines), pattern, frame))
}

/// A name in lines of a share of its width.
fn broken(label: &DirectLabel, share: f64, size: f64) -> Vec<String> {
    font::wrap_evenly(&label.text, font::width(&label.text, size, Weight::Bold) * share + 0.01, size, Weight::Bold)
}

fn nearest(page: &Page, (label, lines): (&DirectLabel, &[String]), pattern: &Text, frame: &Frame) -> Option<Vec<Text>> {
    let point = (frame.x(label.at[0]), frame.y(label.at[1]));
    let plot = frame.plot;
    let mut found: Option<(f64, Vec<Text>)> = None;
    for across in 0..=STEPS {
        for down in 0..=STEPS {
            let share = |step: u32| f64::from(step) / f64::from(STEPS);
            let at = (plot.x + plot.width * share(across), plot.y + plot.height * share(down));
            let texts = around(lines, &Text { at, anchor: Anchor::Start, ..pattern.clone() });
            let width = texts.iter().map(|text| text.area().width).fold(0.0, f64::max);
            let far = (at.0 + width / 2.0 - point.0).hypot(at.1 - point.1);
            let is_near = found.as_ref().is_none_or(|(nearest, _)| far < *nearest);
            let inside = |text: &Text| text.area().right() <= plot.right() && text.area().y >= plot.y;
            let is_free = |text: &Text| inside(text) && page.is_free(text);
            if is_near && is_held(page, &texts, frame) && texts.iter().all(is_free) {
                found = Some((far, texts));
            }
        }
    }
    found.map(|(_, texts)| texts)
}

/// Where a name may stand, the best first.
fn places(label: &DirectLabel, frame: &Frame, right: f64, colour: Colour, style: &Style) -> Vec<Vec<Text>> {
    let size = style.tick_pt;
    let (x, y) = (frame.x(label.at[0]), frame.y(label.at[1]));
    let text = |words: &str, at: (f64, f64), anchor: Anchor| Text {
        text: words.to_owned(),
        at,
        size,
        weight: Weight::Bold,
        colour,
        anchor,
        halo: Halo::Page,
    };
    let whole = vec![label.text.clone()];
    let halves = broken(label, 0.62, size);
    let (above, below, level) = (y - 8.0, y + size * 1.3, y + size * 0.35);
    let two = (halves.len().saturating_sub(1)) as f64 * size * LINE / 2.0;
    // Lines, place and anchor of each kind of place.
    let kinds: Vec<(&[String], (f64, f64), Anchor)> = match label.side {
        Side::Above => vec![
            (&whole, (x, above), Anchor::Middle),
            (&whole, (x, above), Anchor::End),
            (&whole, (x, above), Anchor::Start),
            (&halves, (x, above - two), Anchor::Middle),
        ],
        Side::Right => vec![
            (&whole, (x + GAP, level), Anchor::Start),
            (&halves, (x + GAP, level), Anchor::Start),
            (&whole, (x - GAP, above), Anchor::End),
            (&whole, (x - GAP, below), Anchor::End),
        ],
        Side::BelowRight => vec![
            (&whole, (x + GAP, below), Anchor::Start),
            (&whole, (x - GAP, above), Anchor::End),
            (&halves, (x + GAP, below + two), Anchor::Start),
            (&halves, (x - GAP, above - two), Anchor::End),
            (&whole, (x - GAP, below), Anchor::End),
        ],
    };
    let beside = font::wrap_evenly(&label.text, (right - x - GAP).max(size), size, Weight::Bold);
    let at_the_end = label.side == Side::Right && x >= frame.plot.x + frame.plot.width * AT_THE_END;
    let mut places = Vec::new();
    if at_the_end && beside.len() < 4 && beside.len() <= label.text.split(' ').count() {
        let place = text("", (x + GAP, level), Anchor::Start);
        places.extend(nudged(&around(&beside, &place), size));
    }
    for (lines, at, anchor) in kinds {
        places.extend(nudged(&around(lines, &text("", at, anchor)), size));
    }
    places.into_iter().map(|texts| kept(texts, frame, right)).collect()
}

/// A name in its place and a little above and below it.
fn nudged(texts: &[Text], size: f64) -> Vec<Vec<Text>> {
    let step = |nudge: f64| {
        let moved = |text: &Text| Text { at: (text.at.0, text.at.1 + nudge * size * 0.5), ..text.clone() };
        texts.iter().map(moved).collect()
    };
    [0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0].into_iter().map(step).collect()
}

/// Kept on the page: what would run off the right edge ends there, what would begin left of the plot begins there.
fn kept(mut texts: Vec<Text>, frame: &Frame, right: f64) -> Vec<Text> {
    let over = texts.iter().map(|text| text.area().right() - right).fold(0.0, f64::max);
    for text in &mut texts {
        text.at.0 -= over;
    }
    let under = texts.iter().map(|text| frame.plot.x + 2.0 - text.area().x).fold(0.0, f64::max);
    for text in &mut texts {
        text.at.0 += under;
    }
    texts
}
