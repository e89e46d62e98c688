//! Where the plots of a drawn page stand, for what answers to a pointer over its picture.

use crate::briefing::deck::{Body, Sheet};
use crate::briefing::place;
use crate::briefing::slide::{incident, numbers, of_slides, placed_within, size_of, two_areas};
use crate::chart::gallery::Drawn;
use crate::chart::model::ChartModel;
use crate::draw::parts;
use crate::draw::scene::Area;
use crate::draw::style::Style;

/// A plot of a page, or a panel of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Live<'a> {
    /// Which of the page's figures it belongs to, counted from 0.
    pub figure: usize,
    /// What it shows.
    pub model: &'a ChartModel,
    /// Its plot without ticks and labels, in points from the upper left corner of the slide.
    pub frame: Area,
}

/// The plots of a page, in reading order; none of those that have nothing to show.
pub fn plots<'a>(sheet: &'a Sheet, style: &Style) -> Vec<Live<'a>> {
    let style = &of_slides(style);
    let body = place::place(&sheet.headline, &sheet.subtitle, &sheet.foot).body;
    match &sheet.body {
        Body::Figure(drawn) => of_figure((0, drawn), body, style),
        Body::Two(both) => {
            let (areas, smaller) = two_areas(both, body, style);
            let each = both.iter().zip(areas).enumerate();
            each.flat_map(|(at, (drawn, area))| of_figure((at, drawn), area, &smaller)).collect()
        }
        Body::Timeline(model) => of_parts((0, model, &[]), body, style),
        Body::Incident(sheet) => sheet.timeline.as_ref().map_or_else(Vec::new, |model| {
            of_parts((0, model, &[]), incident::places(sheet, body).timeline, &incident::smaller(style))
        }),
        Body::Title { .. } | Body::Numbers(_) | Body::Table(_) | Body::Text(_) | Body::Empty(_) => Vec::new(),
    }
}

/// The answers of a page in large type, each with its whole column; none on any other page.
pub fn answers(sheet: &Sheet) -> Vec<Area> {
    let Body::Numbers(all) = &sheet.body else { return Vec::new() };
    let body = place::place(&sheet.headline, &sheet.subtitle, &sheet.foot).body;
    numbers::columns(all, body).into_iter().map(|column| column.area).collect()
}

fn of_figure<'a>((figure, drawn): (usize, &'a Drawn), area: Area, style: &Style) -> Vec<Live<'a>> {
    of_parts((figure, &drawn.model, &drawn.panels), area, style)
}

fn of_parts<'a>(
    (figure, model, panels): (usize, &'a ChartModel, &'a [ChartModel]),
    area: Area,
    style: &Style,
) -> Vec<Live<'a>> {
    if model.empty.is_some() {
        return Vec::new();
    }
    let parts = parts::parts(model, panels, size_of(area), style);
    let (share, to) = placed_within((area.width, parts.height), area);
    let plots = parts.moved(share, to).plots.into_iter();
    let live = plots.filter_map(|plot| {
        let model = plot.panel.map_or(Some(model), |at| panels.get(at))?;
        let has_marks = model.empty.is_none() && !model.series.is_empty();
        has_marks.then_some(Live { figure, model, frame: plot.drawn.frame.plot })
    });
    live.collect()
}
