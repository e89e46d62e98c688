//! Tables: columns as wide as they need, numbers at the right, lines between rows.

use crate::briefing::place::{LEADING, TABLE_PT};
use crate::briefing::slide::{Part, Role};
use crate::chart::model::{Cell, DataTable, Value};
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Anchor, Area, Halo, Item, Stroke, Text};
use crate::draw::style::Style;

/// Room above and below the text of a row, together.
const ROW_GAP_PT: f64 = 8.0;
/// Room between columns.
pub const COLUMN_GAP_PT: f64 = 18.0;
/// Most lines of a cell; a longer text ends with "…" and stands whole in the workbook.
const CELL_LINES: usize = 3;

/// A table laid out: column widths, and the lines of every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Size of the text.
    pub size: f64,
    /// Width of each column.
    pub widths: Vec<f64>,
    /// Lines of each cell, the header first.
    pub rows: Vec<Vec<Vec<String>>>,
    /// Which columns stand at the right.
    pub right: Vec<bool>,
}

impl Layout {
    /// Lays a table out in a width at a size.
    pub fn of(table: &DataTable, width: f64, size: f64) -> Self {
        let columns = table.headers.len();
        let right: Vec<bool> = (0..columns).map(|column| is_number(table, column)).collect();
        let widths = widths(table, width, size);
        let wrap = |text: &str, column: usize, weight: Weight| {
            let room = widths.get(column).copied().unwrap_or(40.0);
            crate::briefing::place::cut(font::wrap(text, room, size, weight), CELL_LINES)
        };
        let header = table.headers.iter().enumerate().map(|(column, text)| wrap(text, column, Weight::Bold)).collect();
        let row = |row: &Vec<Cell>| {
            let cells = row.iter().take(columns).enumerate();
            cells.map(|(column, cell)| wrap(&cell.text, column, Weight::Regular)).collect()
        };
        let rows = std::iter::once(header).chain(table.rows.iter().map(row)).collect();
        Self { size, widths, rows, right }
    }

    /// Height of a row.
    pub fn row_height(&self, row: &[Vec<String>]) -> f64 {
        let lines = row.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
        lines * self.size * LEADING + ROW_GAP_PT
    }

    /// Height of the whole table.
    pub fn height(&self) -> f64 {
        self.rows.iter().map(|row| self.row_height(row)).sum()
    }

    /// How many rows of the body fit under the header in a height, at least 1.
    pub fn rows_within(&self, height: f64) -> usize {
        let mut left = height - self.rows.first().map_or(0.0, |header| self.row_height(header));
        let fits = self.rows.iter().skip(1).take_while(|row| {
            left -= self.row_height(row);
            left >= 0.0
        });
        fits.count().max(1)
    }
}

/// The largest size at which a table fits an area; the smallest where none does.
pub fn size_for(table: &DataTable, area: Area) -> f64 {
    let [.., least] = TABLE_PT;
    let fits = |size: &f64| Layout::of(table, area.width, *size).height() <= area.height;
    TABLE_PT.into_iter().find(fits).unwrap_or(least)
}

/// The size on one slide: what goes on over several has the smallest on all of them.
pub fn size_on(table: &DataTable, area: Area, goes_on: bool) -> f64 {
    let [.., least] = TABLE_PT;
    if goes_on { least } else { size_for(table, area) }
}

/// Whether a column holds numbers: all cells that say something are numbers.
pub fn is_number(table: &DataTable, column: usize) -> bool {
    let mut some = false;
    for cell in table.rows.iter().filter_map(|row| row.get(column)) {
        match cell.value {
            Value::Count(_) | Value::Real(_) => some = true,
            Value::Missing => {}
            Value::Text
                if cell.text.chars().next().is_none_or(|first| first.is_ascii_digit() || "–≤≥<>~".contains(first)) =>
                {}
            Value::Text | Value::Day(_) => return false,
        }
    }
    some
}

/// Widths of the columns: what each needs, the widest made narrower where all together are too wide.
fn widths(table: &DataTable, width: f64, size: f64) -> Vec<f64> {
    let columns = table.headers.len().max(1);
    let room = (width - COLUMN_GAP_PT * (columns as f64 - 1.0)).max(columns as f64 * 20.0);
    let mut wanted: Vec<f64> =
        table.headers.iter().map(|header| font::width(header, size, Weight::Bold) + 1.0).collect();
    for row in &table.rows {
        for (cell, wanted) in row.iter().zip(&mut wanted) {
            *wanted = wanted.max(font::width(&cell.text, size, Weight::Regular) + 1.0);
        }
    }
    let total: f64 = wanted.iter().sum();
    if total <= room {
        // What is left goes between the columns up to a comfortable measure, so that rows can be followed.
        let extra = ((room - total) / columns as f64).min(size * 4.0);
        return wanted.into_iter().map(|width| width + extra).collect();
    }
    // The largest width such that all fit once the wider ones are cut to it.
    let (mut low, mut high) = (room / columns as f64, room);
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        if wanted.iter().map(|width| width.min(middle)).sum::<f64>() > room { high = middle } else { low = middle }
    }
    wanted.into_iter().map(|width| width.min(low)).collect()
}

/// Draws a table into an area, at the largest size that fits; one that goes on over several slides has the smallest
/// size on all of them.
pub fn draw(parts: &mut Vec<Part>, table: &DataTable, (area, goes_on): (Area, bool), style: &Style) {
    let size = size_on(table, area, goes_on);
    draw_layout(parts, table, &Layout::of(table, area.width, size), area, style);
}

fn draw_layout(parts: &mut Vec<Part>, table: &DataTable, layout: &Layout, area: Area, style: &Style) {
    let mut top = area.y;
    let wide: f64 = layout.widths.iter().sum::<f64>() + COLUMN_GAP_PT * (layout.widths.len().max(1) as f64 - 1.0);
    for (row, cells) in layout.rows.iter().enumerate() {
        let height = layout.row_height(cells);
        let mut x = area.x;
        for (column, lines) in cells.iter().enumerate() {
            let width = layout.widths.get(column).copied().unwrap_or(0.0);
            let right = layout.right.get(column).copied().unwrap_or(false);
            let look =
                if row == 0 { (Weight::Bold, style.palette.muted) } else { (Weight::Regular, style.palette.text) };
            let items = cell_items(lines, (x, top, width), right, layout.size, look);
            let whole = match row.checked_sub(1).map(|row| table.rows.get(row)) {
                None => table.headers.get(column).cloned(),
                Some(row) => row.and_then(|row| row.get(column)).map(|cell| cell.text.clone()),
            };
            let text = whole.unwrap_or_default();
            parts.push(Part { role: Role::Cell { row, column, header: row == 0, text }, items });
            x += width + COLUMN_GAP_PT;
        }
        top += height;
        let (colour, thick) = if row == 0 { (style.line, 1.2) } else { (style.palette.grid, 0.8) };
        let points = vec![(area.x, top - ROW_GAP_PT * 0.2), (area.x + wide, top - ROW_GAP_PT * 0.2)];
        let edge = Item::Path { points, stroke: Stroke::solid(colour, thick) };
        parts.push(Part { role: Role::Artifact, items: vec![edge] });
    }
}

fn cell_items(
    lines: &[String],
    (x, top, width): (f64, f64, f64),
    right: bool,
    size: f64,
    (weight, colour): (Weight, crate::draw::style::Colour),
) -> Vec<Item> {
    let (at, anchor) = if right { (x + width, Anchor::End) } else { (x, Anchor::Start) };
    let mut baseline = top + ROW_GAP_PT * 0.3;
    let each = lines.iter().map(|line| {
        baseline += size * LEADING;
        let place = (at, baseline - size * 0.25);
        Item::Text(Text { text: line.clone(), at: place, size, weight, colour, anchor, halo: Halo::Off })
    });
    each.collect()
}
