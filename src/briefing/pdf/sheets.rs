//! A page of a briefing on upright paper: headline, what it shows, what it rests on, what is to be known of it.

use crate::briefing::deck::{BigNumber, Body, IncidentSheet, Paragraph, ParagraphStyle, Sheet};
use crate::briefing::pdf::flow::{Flow, Look, set};
use crate::briefing::place::LEADING;
use crate::briefing::slide::within;
use crate::briefing::told::told;
use crate::chart::gallery::Drawn;
use crate::chart::model::{ChartModel, Scale};
use crate::draw::font::Weight;
use crate::draw::layout::{self, Size};
use crate::draw::pdf::{Node, Tag};
use crate::draw::style::{Colour, Style};

/// Height of a figure over its width.
const SHAPE: f64 = 0.56;
/// The same of two that share a page of the briefing, the usual one first.
const HALF_SHAPES: [f64; 4] = [0.46, 0.4, 0.35, 0.31];
/// Between those two.
const BETWEEN_TWO_PT: f64 = 20.0;
/// The same of a figure of many rows, at most.
const TALL_SHAPE: f64 = 0.8;
/// Height of a row of a figure, and of what stands over and under its rows.
const ROW_PT: (f64, f64) = (29.0, 58.0);
/// Size of the foot.
const FOOT_PT: f64 = 8.0;
/// Room over the foot.
const FOOT_GAP_PT: f64 = 8.0;
/// Least room for a headline with the beginning of what follows.
const HEAD_ROOM_PT: f64 = 130.0;

/// Sets a page.
pub fn sheet(flow: &mut Flow, sheet: &Sheet, style: &Style) {
    flow.need(HEAD_ROOM_PT);
    if !sheet.headline.trim().is_empty() {
        let tag = Tag::Heading(flow.level, sheet.headline.clone());
        flow.text(tag, &sheet.headline, bold(17.0, style.palette.text));
        flow.gap(3.0);
    }
    if !sheet.subtitle.trim().is_empty() {
        flow.text(Tag::Paragraph, &sheet.subtitle, plain(10.5, style.palette.muted));
    }
    flow.gap(14.0);
    body(flow, sheet, style);
    foot(flow, &sheet.foot, style);
    notes(flow, sheet, style);
}

fn body(flow: &mut Flow, sheet: &Sheet, style: &Style) {
    // What a figure rests on stands on its page.
    let under = foot_height(flow, &sheet.foot, style);
    match &sheet.body {
        Body::Title { lines } => {
            for line in lines {
                flow.text(Tag::Paragraph, line, plain(12.0, style.palette.text));
            }
        }
        Body::Numbers(numbers) => {
            for number in numbers {
                big_number(flow, number, style);
            }
        }
        Body::Figure(drawn) => figure(flow, (&drawn.model, &drawn.panels), (SHAPE, under), style),
        Body::Two(both) => {
            let shape = shape_of_two(flow, both, under, style);
            let [left, right] = &**both;
            one_of_two(flow, left, (shape, 0.0), style);
            flow.gap(BETWEEN_TWO_PT);
            one_of_two(flow, right, (shape, under), style);
        }
        Body::Table(table) => flow.table(table, style),
        Body::Incident(sheet) => incident(flow, sheet, under, style),
        Body::Timeline(model) => figure(flow, (model, &[]), (SHAPE, under), style),
        Body::Text(paragraphs) => text(flow, paragraphs, style),
        Body::Empty(why) => flow.text(Tag::Paragraph, why, plain(12.0, style.palette.muted)),
    }
}

fn figure(flow: &mut Flow, (model, panels): (&ChartModel, &[ChartModel]), (shape, under): (f64, f64), style: &Style) {
    let width_pt = flow.inner.width;
    let height_pt = height(model, panels, width_pt, shape);
    let scene = layout::body(model, panels, Size { width_pt, height_pt }, style);
    flow.figure(&model.alt, (scene.height, under), |area| within(scene, area));
}

/// Height of a figure: that of its rows where it has rows.
fn height(model: &ChartModel, panels: &[ChartModel], width: f64, shape: f64) -> f64 {
    if model.empty.is_some() {
        return 80.0;
    }
    if model.y.scale != Scale::Band || !panels.is_empty() {
        return width * shape;
    }
    let (row, around) = ROW_PT;
    (model.y.ticks.len() as f64 * row + around).clamp(90.0, width * TALL_SHAPE * shape / SHAPE)
}

/// The largest shape at which two figures with what they rest on share a page; the usual one where none does.
fn shape_of_two(flow: &Flow, both: &[Drawn; 2], under: f64, style: &Style) -> f64 {
    let fits = |shape: &f64| {
        let needed: f64 = both.iter().map(|drawn| height_of_two(flow, drawn, *shape, style)).sum();
        needed + BETWEEN_TWO_PT + under <= flow.left()
    };
    HALF_SHAPES.into_iter().find(fits).unwrap_or(HALF_SHAPES[0])
}

fn height_of_two(flow: &Flow, drawn: &Drawn, shape: f64, style: &Style) -> f64 {
    let Drawn { model, panels, .. } = drawn;
    let title = text_height(flow, &model.title, bold(12.5, style.palette.text));
    let line = text_height(flow, &model.subtitle, plain(10.0, style.palette.muted));
    title + line + 8.0 + height(model, panels, flow.inner.width, shape)
}

fn one_of_two(flow: &mut Flow, drawn: &Drawn, (shape, under): (f64, f64), style: &Style) {
    let Drawn { model, panels, .. } = drawn;
    let title = bold(12.5, style.palette.text);
    let line = plain(10.0, style.palette.muted);
    flow.need((height_of_two(flow, drawn, shape, style) + under).min(flow.inner.height));
    flow.text(Tag::Heading(flow.level + 1, model.title.clone()), &model.title, title);
    if !model.subtitle.is_empty() {
        flow.text(Tag::Paragraph, &model.subtitle, line);
    }
    flow.gap(8.0);
    figure(flow, (model, panels), (shape, under), style);
}

fn big_number(flow: &mut Flow, number: &BigNumber, style: &Style) {
    flow.need(110.0);
    flow.rule(style.line);
    flow.top += 8.0;
    flow.text(Tag::Paragraph, &number.question, plain(10.5, style.palette.muted));
    flow.gap(2.0);
    let tag = Tag::Heading(flow.level + 1, number.headline.clone());
    flow.text(tag, &number.headline, bold(21.0, style.palette.text));
    flow.gap(4.0);
    if !number.sentence.is_empty() {
        flow.text(Tag::Paragraph, &number.sentence, plain(11.0, style.palette.text));
        flow.gap(4.0);
    }
    if !number.small_print.is_empty() {
        flow.text(Tag::Paragraph, &number.small_print.join(" · "), plain(8.5, style.palette.muted));
    }
    flow.gap(20.0);
}

fn incident(flow: &mut Flow, sheet: &IncidentSheet, under: f64, style: &Style) {
    if !sheet.facts.is_empty() {
        flow.facts(&sheet.facts, style);
        flow.gap(16.0);
    }
    text(flow, &sheet.text, style);
    if let Some(model) = &sheet.timeline {
        flow.gap(10.0);
        let width_pt = flow.inner.width;
        let height_pt = (model.y.ticks.len() as f64 * 19.0 + 40.0).clamp(60.0, width_pt * SHAPE * 1.4);
        let scene = layout::body(model, &[], Size { width_pt, height_pt }, style);
        flow.figure(&model.alt, (scene.height, under), |area| within(scene, area));
    }
}

fn text(flow: &mut Flow, paragraphs: &[Paragraph], style: &Style) {
    let mut points: Vec<Node> = Vec::new();
    for paragraph in paragraphs {
        if paragraph.style != ParagraphStyle::Point && !points.is_empty() {
            flow.nodes.push(Node::Group(Tag::List, std::mem::take(&mut points)));
        }
        match paragraph.style {
            ParagraphStyle::Heading => {
                flow.gap(8.0);
                flow.need(60.0);
                let tag = Tag::Heading(flow.level + 1, paragraph.text.clone());
                flow.text(tag, &paragraph.text, bold(12.0, style.palette.text));
            }
            ParagraphStyle::Plain => flow.text(Tag::Paragraph, &paragraph.text, plain(10.5, style.palette.text)),
            ParagraphStyle::Point => points.push(flow.point(&paragraph.text, plain(10.5, style.palette.text))),
        }
        flow.gap(5.0);
    }
    if !points.is_empty() {
        flow.nodes.push(Node::Group(Tag::List, points));
    }
}

fn foot(flow: &mut Flow, foot: &[String], style: &Style) {
    flow.gap(if foot.is_empty() { 0.0 } else { FOOT_GAP_PT });
    for line in foot {
        flow.text(Tag::Paragraph, line, plain(FOOT_PT, style.palette.muted));
    }
}

fn foot_height(flow: &Flow, foot: &[String], style: &Style) -> f64 {
    let lines: f64 = foot.iter().map(|line| text_height(flow, line, plain(FOOT_PT, style.palette.muted))).sum();
    if foot.is_empty() { 0.0 } else { FOOT_GAP_PT + lines }
}

fn text_height(flow: &Flow, words: &str, look: Look) -> f64 {
    set(words, flow.inner.width, look).len() as f64 * look.size * LEADING
}

/// What is said to the page, without what stands on it already.
fn notes(flow: &mut Flow, sheet: &Sheet, style: &Style) {
    let mut kept = told(sheet).peekable();
    flow.gap(if kept.peek().is_some() { 12.0 } else { 0.0 });
    for note in kept {
        flow.text(Tag::Paragraph, note, plain(9.5, style.palette.text));
        flow.gap(4.0);
    }
}

const fn plain(size: f64, colour: Colour) -> Look {
    Look { size, weight: Weight::Regular, colour }
}

const fn bold(size: f64, colour: Colour) -> Look {
    Look { size, weight: Weight::Bold, colour }
}
