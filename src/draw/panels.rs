//! Small charts in a grid: one a group, all of one size, their plots in line.

use crate::chart::model::ChartModel;
use crate::draw::font::{self, Weight};
use crate::draw::layout::paragraph;
use crate::draw::parts::Plot;
use crate::draw::plot::Block;
use crate::draw::scene::Area;
use crate::draw::style::Style;

/// Least width of a panel.
const WIDTH_MIN_PT: f64 = 200.0;
/// The same on narrow pages, where two stand side by side.
const WIDTH_NARROW_PT: f64 = 136.0;
/// What is a narrow page.
const NARROW_PT: f64 = 430.0;
/// Room between panels, across.
const GAP_X_PT: f64 = 22.0;
/// Room between panels, from above to below.
const GAP_Y_PT: f64 = 14.0;

/// How many columns `count` panels take in `width`: as many as fit, in rows as full as they can be.
pub fn columns(count: usize, width: f64, least: f64, gap: f64) -> usize {
    let most = ((width + gap) / (least + gap)).floor().max(1.0) as usize;
    let rows = count.max(1).div_ceil(most.max(1));
    count.max(1).div_ceil(rows)
}

/// Panels, measured.
pub struct Grid<'a> {
    blocks: Vec<(&'a ChartModel, Block<'a>)>,
    columns: usize,
    cell: f64,
    /// Height of the panels' titles.
    titles: f64,
    least: f64,
}

impl<'a> Grid<'a> {
    /// Measures panels for a width.
    pub fn of(panels: &'a [ChartModel], inner: f64, style: &Style) -> Self {
        let least = if inner < NARROW_PT { WIDTH_NARROW_PT } else { WIDTH_MIN_PT };
        let columns = columns(panels.len(), inner, least, GAP_X_PT);
        let cell = (inner - GAP_X_PT * (columns - 1) as f64) / columns as f64;
        let measured =
            |left: f64| -> Vec<Block<'a>> { panels.iter().map(|panel| Block::of(panel, cell, left, style)).collect() };
        // The widest labels decide where all plots begin.
        let left = measured(0.0).iter().map(|block| block.left).fold(0.0, f64::max);
        let blocks: Vec<_> = panels.iter().zip(measured(left)).collect();
        let least = blocks.iter().map(|(_, block)| block.least_height()).fold(0.0, f64::max);
        let titles = panels.iter().map(|panel| title_height(panel, cell, style)).fold(0.0, f64::max);
        Self { blocks, columns, cell, titles, least }
    }

    fn rows(&self) -> f64 {
        self.blocks.len().div_ceil(self.columns) as f64
    }

    /// Least height of the whole grid.
    pub fn least_height(&self) -> f64 {
        self.rows() * (self.titles + self.least) + (self.rows() - 1.0) * GAP_Y_PT
    }

    /// Draws it with its upper left corner at `at`, `height` high.
    pub fn plots(&self, at: (f64, f64), height: f64, style: &Style) -> Vec<Plot> {
        let row_height = (height - (self.rows() - 1.0) * GAP_Y_PT) / self.rows();
        let mut plots = Vec::new();
        for (index, (panel, block)) in self.blocks.iter().enumerate() {
            let (row, column) = (index / self.columns, index % self.columns);
            let x = at.0 + column as f64 * (self.cell + GAP_X_PT);
            let y = at.1 + row as f64 * (row_height + GAP_Y_PT);
            let mut heading = Vec::new();
            let bold = (style.subtitle_pt, Weight::Bold, style.palette.text);
            let top = paragraph(&mut heading, &panel.title, x, y, self.cell, bold);
            let muted = (style.tick_pt, Weight::Regular, style.palette.muted);
            paragraph(&mut heading, &panel.subtitle, x, top, self.cell, muted);
            let right = x + self.cell + GAP_X_PT * 0.6;
            let drawn = block.plotted((x, y + self.titles), row_height - self.titles, right, style);
            let area = Area { x, y, width: right - x, height: row_height };
            plots.push(Plot { panel: Some(index), area, heading, drawn });
        }
        plots
    }
}

/// Height of a panel's title and subtitle.
fn title_height(panel: &ChartModel, cell: f64, style: &Style) -> f64 {
    let lines =
        |words: &str, size: f64, weight: Weight| font::wrap(words, cell, size, weight).len() as f64 * size * 1.25;
    let title = lines(&panel.title, style.subtitle_pt, Weight::Bold);
    title + lines(&panel.subtitle, style.tick_pt, Weight::Regular) + style.tick_pt * 0.9
}
