//! Answers in large type, side by side.

use crate::briefing::deck::BigNumber;
use crate::briefing::place::LEADING;
use crate::briefing::slide::{Part, Role, lines};
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Area, Item, Stroke};
use crate::draw::style::Style;

/// Between two answers.
const GAP_PT: f64 = 36.0;
/// Sizes of the answer, from the usual one to the smallest, with those of its sentence and its small print.
const SIZES: [(f64, f64, f64); 6] = [
    (40.0, 18.0, 12.5),
    (34.0, 17.0, 12.0),
    (30.0, 15.0, 11.0),
    (25.0, 14.0, 10.5),
    (21.0, 12.5, 10.0),
    (18.0, 11.0, 9.0),
];

/// A column with an answer: where it stands and the sizes of its parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Where it stands.
    pub area: Area,
    /// Size of the answer.
    pub headline_pt: f64,
    /// Size of the question and the sentence.
    pub sentence_pt: f64,
    /// Size of the small print.
    pub small_pt: f64,
    /// Room under an answer that is shorter than others, so that the sentences stand in line.
    pub slack: f64,
}

/// Whether answers fit side by side, if need be in the smallest type; those that do not go on on slides of their own.
pub fn fit(numbers: &[BigNumber], area: Area) -> bool {
    let [.., least] = SIZES;
    tallest(numbers, width_of_each(numbers, area), least) <= area.height
}

/// Columns for answers side by side, as large as all of them fit.
pub fn columns(numbers: &[BigNumber], area: Area) -> Vec<Column> {
    let width = width_of_each(numbers, area);
    let [.., least] = SIZES;
    let sizes = SIZES.into_iter().find(|sizes| tallest(numbers, width, *sizes) <= area.height).unwrap_or(least);
    let most = most_head_lines(numbers, width, sizes.0);
    let lines = |number: &BigNumber| wrapped_head(number, width, sizes.0).len();
    let column = |(at, number): (usize, &BigNumber)| Column {
        area: Area { x: area.x + at as f64 * (width + GAP_PT), width, ..area },
        headline_pt: sizes.0,
        sentence_pt: sizes.1,
        small_pt: sizes.2,
        slack: most.saturating_sub(lines(number)) as f64 * sizes.0 * LEADING,
    };
    numbers.iter().enumerate().map(column).collect()
}

/// Draws answers side by side, each with its sentence and what it rests on, as large as all of them fit.
pub fn draw(parts: &mut Vec<Part>, numbers: &[BigNumber], area: Area, style: &Style) {
    for (number, at) in numbers.iter().zip(columns(numbers, area)) {
        // Headlines of different length do not push the sentences out of line.
        let own = wrapped_head(number, at.area.width, at.headline_pt).len() as f64;
        let head = own + at.slack / (at.headline_pt * LEADING);
        let sizes = (at.headline_pt, at.sentence_pt, at.small_pt);
        column(parts, number, (at.area.x, at.area.y, at.area.width), (sizes, head), style);
    }
}

fn wrapped_head(number: &BigNumber, width: f64, size: f64) -> Vec<String> {
    font::wrap_evenly(&number.headline, width, size, Weight::Bold)
}

fn small_print(number: &BigNumber) -> String {
    number.small_print.join(" · ")
}

fn width_of_each(numbers: &[BigNumber], area: Area) -> f64 {
    let count = numbers.len().max(1) as f64;
    (area.width - GAP_PT * (count - 1.0)) / count
}

fn most_head_lines(numbers: &[BigNumber], width: f64, head: f64) -> usize {
    numbers.iter().map(|number| wrapped_head(number, width, head).len()).max().unwrap_or(1)
}

/// Height of the tallest column. Each holds as many lines of an answer as the longest answer has.
fn tallest(numbers: &[BigNumber], width: f64, (head, sentence, small): (f64, f64, f64)) -> f64 {
    let lines = |text: &str, size: f64| font::wrap(text, width, size, Weight::Regular).len() as f64 * size * LEADING;
    let heads = most_head_lines(numbers, width, head) as f64 * head * LEADING;
    let rest = |number: &BigNumber| {
        lines(&number.question, sentence) + lines(&number.sentence, sentence) + lines(&small_print(number), small)
    };
    numbers.iter().map(|number| heads + rest(number) + 40.0).fold(0.0, f64::max)
}

fn column(
    parts: &mut Vec<Part>,
    number: &BigNumber,
    (x, top, width): (f64, f64, f64),
    ((head, sentence, small), head_lines): ((f64, f64, f64), f64),
    style: &Style,
) {
    let wrap = |text: &str, size: f64| font::wrap(text, width, size, Weight::Regular);
    let edge = Item::Path { points: vec![(x, top), (x + width, top)], stroke: Stroke::solid(style.line, 1.0) };
    parts.push(Part { role: Role::Artifact, items: vec![edge] });
    let mut write = |role: fn(String) -> Role, text: String, wrapped: &[String], top: f64, look| {
        let mut items = Vec::new();
        let bottom = lines(&mut items, wrapped, (x, top), look);
        if !text.is_empty() {
            parts.push(Part { role: role(text), items });
        }
        bottom
    };
    let question = wrap(&number.question, sentence);
    let muted = (sentence, Weight::Regular, style.palette.muted);
    let bottom = write(Role::Paragraph, number.question.clone(), &question, top + 8.0, muted) + 4.0;
    let shown = wrapped_head(number, width, head);
    write(Role::Heading, number.headline.clone(), &shown, bottom, (head, Weight::Bold, style.palette.text));
    let bottom = bottom + head_lines * head * LEADING + 8.0;
    let shown = wrap(&number.sentence, sentence);
    let plain = (sentence, Weight::Regular, style.palette.text);
    let bottom = write(Role::Paragraph, number.sentence.clone(), &shown, bottom, plain) + 10.0;
    let rest = small_print(number);
    let shown = wrap(&rest, small);
    write(Role::Paragraph, rest, &shown, bottom, (small, Weight::Regular, style.palette.muted));
}
