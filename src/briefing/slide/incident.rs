//! One incident: facts at the left, what happened at the right, what happened when beneath.

use crate::briefing::deck::IncidentSheet;
use crate::briefing::place::LEADING;
use crate::briefing::slide::{Part, Role, lines, text, within};
use crate::draw::font::{self, Weight};
use crate::draw::layout::{self, Size};
use crate::draw::scene::Area;
use crate::draw::style::Style;

/// Between the columns.
const GAP_PT: f64 = 36.0;
/// Sizes of facts and text, from the usual one to the smallest.
const SIZES: [f64; 4] = [14.0, 13.0, 12.0, 11.0];

/// Most of an area that the timeline takes.
const MOST_CHART: f64 = 0.55;

/// Most of the room left over that a row of the timeline takes.
const MOST_MORE: f64 = 40.0;

/// Where the parts of an incident stand.
struct Parts {
    above: Area,
    facts_width: f64,
    text: Area,
    chart_height: f64,
}

fn arrange(sheet: &IncidentSheet, area: Area) -> Parts {
    let chart_height = wanted_height(sheet).min(area.height * MOST_CHART);
    let gap = if sheet.timeline.is_some() { 16.0 } else { 0.0 };
    let above = Area { height: (area.height - chart_height - gap).max(1.0), ..area };
    let facts_width = if sheet.text.is_empty() { above.width } else { (above.width - GAP_PT) * 0.46 };
    let text = Area { x: above.x + facts_width + GAP_PT, width: above.width - facts_width - GAP_PT, ..above };
    Parts { above, facts_width, text, chart_height }
}

fn size_for(sheet: &IncidentSheet, parts: &Parts) -> Option<f64> {
    SIZES.into_iter().find(|size| {
        facts_height(sheet, parts.facts_width, *size) <= parts.above.height
            && (sheet.text.is_empty() || text::height(&sheet.text, parts.text.width, *size) <= parts.above.height)
    })
}

/// Height of the timeline at which its rows can be read.
fn wanted_height(sheet: &IncidentSheet) -> f64 {
    sheet.timeline.as_ref().map_or(0.0, |model| (model.y.ticks.len() as f64 * 20.0 + 40.0).max(90.0))
}

/// Whether an incident fits an area with its text and its timeline.
pub fn fits(sheet: &IncidentSheet, area: Area) -> bool {
    let crowded = wanted_height(sheet) > area.height * MOST_CHART;
    !crowded && size_for(sheet, &arrange(sheet, area)).is_some()
}

/// Where the parts of an incident stand in an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// Names and values.
    pub facts: Area,
    /// What happened, in words.
    pub text: Area,
    /// What happened when.
    pub timeline: Area,
    /// Size of facts and text.
    pub size: f64,
}

/// Places an incident in an area.
pub fn places(sheet: &IncidentSheet, area: Area) -> Places {
    let arranged = arrange(sheet, area);
    let [.., least] = SIZES;
    let size = size_for(sheet, &arranged).unwrap_or(least);
    let Parts { above, facts_width, text: beside, chart_height } = arranged;
    // Few facts leave room, which the timeline takes rather than stand far beneath them.
    let facts = facts_height(sheet, facts_width, size);
    let words = if sheet.text.is_empty() { 0.0 } else { text::height(&sheet.text, beside.width, size) };
    let rows = sheet.timeline.as_ref().map_or(0, |model| model.y.ticks.len()) as f64;
    let more = (above.height - facts.max(words)).min(rows * MOST_MORE).max(0.0);
    let (above, chart_height) = (Area { height: above.height - more, ..above }, chart_height + more);
    let text = Area { height: above.height, ..beside };
    let timeline = Area { y: area.bottom() - chart_height, height: chart_height, ..area };
    Places { facts: Area { width: facts_width, ..above }, text, timeline, size }
}

/// Draws an incident into an area.
pub fn draw(parts: &mut Vec<Part>, sheet: &IncidentSheet, area: Area, style: &Style) {
    let Places { facts: above, text: text_area, timeline, size } = places(sheet, area);
    let facts_width = above.width;
    let mut top = above.y;
    for (name, value) in &sheet.facts {
        let mut items = Vec::new();
        let names = font::wrap(name, name_width(facts_width), size, Weight::Regular);
        let values = font::wrap(value, facts_width - name_width(facts_width) - 12.0, size, Weight::Regular);
        let left = lines(&mut items, &names, (above.x, top), (size, Weight::Regular, style.palette.muted));
        let x = above.x + name_width(facts_width) + 12.0;
        let right = lines(&mut items, &values, (x, top), (size, Weight::Regular, style.palette.text));
        top = left.max(right) + size * 0.4;
        parts.push(Part { role: Role::Paragraph(format!("{name}: {value}")), items });
    }
    if !sheet.text.is_empty() {
        text::draw_at(parts, &sheet.text, text_area, size, style);
    }
    if let Some(model) = &sheet.timeline {
        let at = timeline;
        let scene = layout::body(model, &[], Size { width_pt: at.width, height_pt: at.height }, &smaller(style));
        parts.push(Part { role: Role::Figure { alt: model.alt.clone() }, items: within(scene, at) });
    }
}

/// The style of the timeline of an incident.
pub fn smaller(style: &Style) -> Style {
    Style { tick_pt: 11.0, ..style.clone() }
}

/// Width of the names of facts.
pub fn name_width(facts_width: f64) -> f64 {
    (facts_width * 0.3).clamp(70.0, 150.0)
}

/// Height of a name and its value.
pub fn fact_height(name: &str, value: &str, width: f64, size: f64) -> f64 {
    let names = font::wrap(name, name_width(width), size, Weight::Regular).len();
    let values = font::wrap(value, width - name_width(width) - 12.0, size, Weight::Regular).len();
    names.max(values) as f64 * size * LEADING + size * 0.4
}

fn facts_height(sheet: &IncidentSheet, width: f64, size: f64) -> f64 {
    sheet.facts.iter().map(|(name, value)| fact_height(name, value, width, size)).sum()
}
