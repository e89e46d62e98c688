//! A page of a briefing on upright paper: headline, what it shows, what it rests on, what is to be known of it.

use crate::briefing::deck::{BigNumber, Body, IncidentSheet, Paragraph, ParagraphStyle, Sheet};
use crate::briefing::pdf::flow::{Flow, Look};
use crate::briefing::slide::within;
use crate::briefing::told::told;
use crate::chart::gallery::Drawn;
use crate::chart::model::ChartModel;
use crate::draw::font::Weight;
use crate::draw::layout::{self, Size};
use crate::draw::pdf::{Node, Tag};
use crate::draw::style::{Colour, Style};

/// Height of a figure over its width.
const SHAPE: f64 = 0.56;
/// Least room for a headline with the beginning of what follows.
const HEAD_ROOM_PT: f64 = 130.0;

/// Sets a page.
pub fn sheet(flow: &mut Flow, sheet: &Sheet, style: &Style) {
    flow.need(HEAD_ROOM_PT);
    if !sheet.headline.trim().is_empty() {
        let tag = Tag::Heading(1, sheet.headline.clone());
        flow.text(tag, &sheet.headline, bold(17.0, style.palette.text));
        flow.gap(3.0);
    }
    if !sheet.subtitle.trim().is_empty() {
        flow.text(Tag::Paragraph, &sheet.subtitle, plain(10.5, style.palette.muted));
    }
    flow.gap(12.0);
    body(flow, &sheet.body, style);
    foot(flow, &sheet.foot, style);
    notes(flow, sheet, style);
}

fn body(flow: &mut Flow, body: &Body, style: &Style) {
    match body {
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
        Body::Figure(drawn) => figure(flow, &drawn.model, &drawn.panels, style),
        Body::Two(both) => {
            for (at, drawn) in both.iter().enumerate() {
                one_of_two(flow, drawn, at, style);
            }
        }
        Body::Table(table) => flow.table(table, style),
        Body::Incident(sheet) => incident(flow, sheet, style),
        Body::Timeline(model) => figure(flow, model, &[], style),
        Body::Text(paragraphs) => text(flow, paragraphs, style),
        Body::Empty(why) => flow.text(Tag::Paragraph, why, plain(12.0, style.palette.muted)),
    }
}

fn figure(flow: &mut Flow, model: &ChartModel, panels: &[ChartModel], style: &Style) {
    let width = flow.inner.width;
    let height = if model.empty.is_some() { 80.0 } else { width * SHAPE };
    let scene = layout::body(model, panels, Size { width_pt: width, height_pt: height }, style);
    flow.figure(&model.alt, scene.height, |area| within(scene, area));
}

fn one_of_two(flow: &mut Flow, drawn: &Drawn, at: usize, style: &Style) {
    flow.gap(if at == 0 { 0.0 } else { 20.0 });
    flow.need(flow.inner.width * SHAPE * 0.8 + 60.0);
    let title = &drawn.model.title;
    flow.text(Tag::Heading(2, title.clone()), title, bold(12.5, style.palette.text));
    if !drawn.model.subtitle.is_empty() {
        flow.text(Tag::Paragraph, &drawn.model.subtitle, plain(10.0, style.palette.muted));
    }
    flow.gap(8.0);
    figure(flow, &drawn.model, &drawn.panels, style);
}

fn big_number(flow: &mut Flow, number: &BigNumber, style: &Style) {
    flow.need(110.0);
    flow.rule(style.line);
    flow.top += 8.0;
    flow.text(Tag::Paragraph, &number.question, plain(10.5, style.palette.muted));
    flow.gap(2.0);
    let tag = Tag::Heading(2, number.headline.clone());
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

fn incident(flow: &mut Flow, sheet: &IncidentSheet, style: &Style) {
    if !sheet.facts.is_empty() {
        flow.facts(&sheet.facts, style);
        flow.gap(16.0);
    }
    text(flow, &sheet.text, style);
    if let Some(model) = &sheet.timeline {
        flow.gap(10.0);
        let width = flow.inner.width;
        let height = (model.y.ticks.len() as f64 * 19.0 + 40.0).clamp(90.0, width * SHAPE * 1.4);
        let scene = layout::body(model, &[], Size { width_pt: width, height_pt: height }, style);
        flow.figure(&model.alt, scene.height, |area| within(scene, area));
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
                let tag = Tag::Heading(2, paragraph.text.clone());
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
    flow.gap(if foot.is_empty() { 0.0 } else { 8.0 });
    for line in foot {
        flow.text(Tag::Paragraph, line, plain(8.0, style.palette.muted));
    }
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
