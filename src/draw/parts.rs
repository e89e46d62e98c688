//! The drawing of a chart in its parts: legend, plots, what belongs to each. For pages all of it is drawn as it stands;
//! a writer with charts of its own draws some of it by itself.

use crate::chart::model::ChartModel;
use crate::draw::layout::{GAP_PT, Size};
use crate::draw::legend::Swatches;
use crate::draw::panels::Grid;
use crate::draw::plot::{Block, Plotted};
use crate::draw::scene::{Area, Item};
use crate::draw::style::Style;

/// A drawing in its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Its height; more than was asked for where marks could not be told apart else.
    pub height: f64,
    /// Names of series above the plots.
    pub legend: Vec<Item>,
    /// The plots.
    pub plots: Vec<Plot>,
}

/// A plot of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Its number among the panels; `None` is the chart itself.
    pub panel: Option<usize>,
    /// All that belongs to it.
    pub area: Area,
    /// Title and subtitle of a panel.
    pub heading: Vec<Item>,
    /// What is drawn.
    pub drawn: Plotted,
}

/// Where plots may stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub inner: f64,
    /// Height for legend and plots together; they take more where they need it.
    pub wanted: f64,
    /// The last place text may reach.
    pub right: f64,
}

/// Legend and plots of a chart and its panels, in the area from 0 to a size, without title and foot.
pub fn parts(model: &ChartModel, panels: &[ChartModel], size: Size, style: &Style) -> Parts {
    let (width, height) = (size.width_pt.max(1.0), size.height_pt.max(1.0));
    let panels = if model.empty.is_some() { &[] } else { panels };
    let room = Room { x: 0.0, top: 0.0, inner: width, wanted: height, right: width };
    let mut parts = in_room((model, panels), room, style);
    parts.height = parts.height.max(height);
    parts
}

/// Legend and plots where they may stand; the height is their lower edge.
pub fn in_room((model, panels): (&ChartModel, &[ChartModel]), room: Room, style: &Style) -> Parts {
    let Room { x, mut top, inner, mut wanted, right } = room;
    let named = if model.series.is_empty() { panels.first().unwrap_or(model) } else { model };
    let swatches = Swatches::of(named, inner, style);
    let mut legend = Vec::new();
    swatches.draw(&mut legend, (x, top), style);
    let above = swatches.height() + if swatches.height() > 0.0 || top > 0.0 { GAP_PT } else { 0.0 };
    top += above;
    wanted -= above;
    let small = style.small();
    let main = (panels.is_empty() || !model.series.is_empty()).then(|| Block::of(model, inner, 0.0, style));
    let grid = (!panels.is_empty()).then(|| Grid::of(panels, inner, &small));
    let share = if main.is_some() && grid.is_some() { 0.45 } else { 1.0 };
    let mut bottom = top;
    let mut plots = Vec::new();
    if let Some(block) = &main {
        let height = (wanted * share).max(block.least_height());
        let drawn = block.plotted((x, bottom), height, right, style);
        let area = Area { x, y: bottom, width: right - x, height };
        plots.push(Plot { panel: None, area, heading: Vec::new(), drawn });
        bottom += height;
    }
    if let Some(grid) = &grid {
        if main.is_some() {
            bottom += GAP_PT;
        }
        let height = (wanted - (bottom - top)).max(grid.least_height());
        plots.extend(grid.plots((x, bottom), height, &small));
        bottom += height;
    }
    Parts { height: bottom, legend, plots }
}

impl Parts {
    /// Everything, from back to front.
    pub fn items(self) -> Vec<Item> {
        let mut items = self.legend;
        for plot in self.plots {
            let Plotted { axes, marks, labels, .. } = plot.drawn;
            items.extend(plot.heading);
            items.extend(axes);
            items.extend(marks.into_iter().flatten());
            items.extend(labels);
        }
        items
    }

    /// The same made `share` as large from the upper left corner, and moved from there to `to`.
    #[must_use]
    pub fn moved(self, share: f64, to: (f64, f64)) -> Self {
        let items = |items: Vec<Item>| -> Vec<Item> { items.into_iter().map(|item| item.moved(share, to)).collect() };
        let area = |area: Area| Area {
            x: to.0 + area.x * share,
            y: to.1 + area.y * share,
            width: area.width * share,
            height: area.height * share,
        };
        let plots = self.plots.into_iter().map(|plot| {
            let Plotted { mut frame, axes, marks, labels } = plot.drawn;
            frame.plot = area(frame.plot);
            let marks = marks.into_iter().map(items).collect();
            let drawn = Plotted { frame, axes: items(axes), marks, labels: items(labels) };
            Plot { panel: plot.panel, area: area(plot.area), heading: items(plot.heading), drawn }
        });
        let plots = plots.collect();
        Self { height: self.height * share, legend: items(self.legend), plots }
    }
}
