//! Sheets of figures: headline, table, chart beside it, foot under the chart, and the values that the chart refers to.

use rust_xlsxwriter::{ColNum, RowNum, Url, Worksheet, XlsxError};

use crate::briefing::deck::{IncidentSheet, Sheet};
use crate::briefing::xlsx::cells::{self, Pen};
use crate::briefing::xlsx::chart::block::Block;
use crate::briefing::xlsx::chart::{self, grid};
use crate::briefing::xlsx::{Entry, Plan, prose, table};
use crate::chart::gallery::Drawn;
use crate::chart::model::{ChartModel, DataTable, Marks, Scale};
use crate::draw::font::Weight;
use crate::text::{tr, tr_args};

/// Columns that a chart covers.
const CHART_COLUMNS: ColNum = 12;
/// Width and height of a chart in pixels.
const CHART: (u32, u32) = (756, 430);
/// Height that a named row of a chart needs, and most of a chart.
const NAMED_ROW: (f64, u32) = (56.0, 860);
/// Height of a row of the sheet.
const ROW: u32 = 20;
/// Width and height of a small chart.
const PANEL: (u32, u32) = (372, 270);
/// Between two small charts in pixels.
const PANEL_GAP: u32 = 12;
/// Rows that a small chart covers.
const PANEL_ROWS: u32 = 14;
/// Letters across a table that is wide.
const WIDE_LETTERS: f64 = 66.0;
/// Rows that are printed on one page.
const ONE_PAGE: RowNum = 75;
/// Rows of a table that is short.
const SHORT_ROWS: usize = 30;
/// Width of a column whose width was not set, in pixels.
const COLUMN: f64 = 64.0;

/// A figure of the gallery.
pub fn drawn(
    sheet: &mut Worksheet,
    of: &Sheet,
    drawn: &Drawn,
    entry: &Entry,
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    let is_half = entry.half.is_some();
    let (headline, subtitle) = if is_half {
        (drawn.model.title.as_str(), drawn.model.subtitle.as_str())
    } else {
        (of.headline.as_str(), of.subtitle.as_str())
    };
    let foot: Vec<String> = if is_half {
        drawn.model.foot.iter().map(crate::chart::model::FootLine::to_text).filter(|line| !line.is_empty()).collect()
    } else {
        of.foot.clone()
    };
    let shown = Shown {
        headline,
        subtitle,
        foot: &foot,
        model: Some(&drawn.model),
        panels: &drawn.panels,
        table: &drawn.model.table,
    };
    write(sheet, &shown, entry, plan, pen)
}

/// A chart that is no figure of the gallery.
pub fn alone(
    sheet: &mut Worksheet,
    of: &Sheet,
    model: &ChartModel,
    entry: &Entry,
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    let shown = Shown {
        headline: &of.headline,
        subtitle: &of.subtitle,
        foot: &of.foot,
        model: Some(model),
        panels: &[],
        table: &model.table,
    };
    write(sheet, &shown, entry, plan, pen)
}

/// A table without a chart.
pub fn table_alone(
    sheet: &mut Worksheet,
    of: &Sheet,
    table: &DataTable,
    entry: &Entry,
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    let shown =
        Shown { headline: &of.headline, subtitle: &of.subtitle, foot: &of.foot, model: None, panels: &[], table };
    write(sheet, &shown, entry, plan, pen)
}

/// One incident: facts and text at the left, what happened when at the right.
pub fn incident(
    sheet: &mut Worksheet,
    of: &Sheet,
    incident: &IncidentSheet,
    entry: &Entry,
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    let mut row = prose::facts(sheet, of, incident, plan, pen)?;
    let Some(model) = &incident.timeline else { return Ok(()) };
    let column = prose::FACT_COLUMNS + 1;
    let mut block = Block::new(&entry.name, row, column + CHART_COLUMNS + 1);
    if let Some(made) = chart::make(model, &mut block, pen) {
        let mut chart = made.chart;
        let height = chart_height(model);
        sheet.insert_chart_with_offset(3, column, chart.set_width(CHART.0).set_height(height), 0, 0)?;
        row = row.max(rows_under(height) + 3);
    }
    if !block.is_empty() {
        block.write(sheet, pen)?;
    }
    sheet.set_print_area(0, 0, row, column + CHART_COLUMNS)?;
    Ok(())
}

/// What stands on a sheet.
struct Shown<'a> {
    headline: &'a str,
    subtitle: &'a str,
    foot: &'a [String],
    model: Option<&'a ChartModel>,
    panels: &'a [ChartModel],
    table: &'a DataTable,
}

fn write(sheet: &mut Worksheet, shown: &Shown<'_>, entry: &Entry, plan: &Plan, pen: &Pen) -> Result<(), XlsxError> {
    const HEAD: RowNum = 3;
    let name = format!("Figure_{}", entry.number);
    let written = table::write(sheet, HEAD, shown.table, &name, pen)?;
    // A wide and short table stands over its chart: side by side they would be printed too small to read.
    let is_wide = written.letters > WIDE_LETTERS && shown.table.rows.len() <= SHORT_ROWS;
    let table_pixels = written.letters * 7.0 + f64::from(written.columns) * 5.0;
    // A chart may be wider than the table over it.
    let more = if is_wide { ((f64::from(CHART.0) - table_pixels) / COLUMN).ceil().max(0.0) as ColNum } else { 0 };
    let left = if written.columns == 0 || is_wide { 0 } else { written.columns + 1 };
    let has_side = shown.model.is_some() && !is_wide || written.columns < 6;
    let right = if has_side { left + CHART_COLUMNS - 1 } else { written.columns.saturating_sub(1) + more };
    let whole = table_pixels + f64::from((right + 1).saturating_sub(written.columns)) * COLUMN;
    heading(sheet, shown.headline, shown.subtitle, (right, whole), plan, pen)?;
    let mut block = Block::new(&entry.name, HEAD, right + 2);
    let mut row = if shown.model.is_some() && !is_wide { HEAD + 1 } else { written.last_row + 2 };
    let (from, to) = if shown.model.is_some() { (left, right) } else { (0, right) };
    let foot_pixels = if from == 0 { whole } else { f64::from(to + 1 - from) * COLUMN };
    let mut remarks = Vec::new();
    if let Some(model) = shown.model {
        if let Some(why) = &model.empty {
            cells::across(sheet, (row, 3), (from, to), why, &pen.muted())?;
            row += 4;
        } else if chart::is_grid(model) {
            row = grid::write(sheet, (row, from), model, pen)? + 2;
        } else if let Some(made) = chart::make(model, &mut block, pen) {
            let mut chart = made.chart;
            let height = chart_height(model);
            sheet.insert_chart(row, from, chart.set_width(CHART.0).set_height(height))?;
            remarks = made.remarks;
            row += rows_under(height);
        }
        row = panels(sheet, shown.panels, &mut block, (row, from), &mut remarks, pen)?;
    }
    for line in shown.foot.iter().chain(&remarks) {
        let rows = cells::lines_at(line, foot_pixels, (11.0, Weight::Regular)).clamp(1, 12);
        cells::across(sheet, (row, rows), (from, to), line, &pen.muted())?;
        row += rows;
    }
    if !block.is_empty() {
        cells::text(sheet, (HEAD - 1, right + 2), &tr(pen.lang, "xlsx-plotted"), &pen.muted().unset_text_wrap())?;
        block.write(sheet, pen)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    sheet.set_repeat_rows(0, HEAD)?;
    sheet.set_print_area(0, 0, row.max(written.last_row), right)?;
    if row.max(written.last_row) <= ONE_PAGE {
        sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(())
}

/// Height of a chart in pixels: names of bands at its left stand in two lines where they are long.
fn chart_height(model: &ChartModel) -> u32 {
    let bars = model.series.iter().any(|series| matches!(series.marks, Marks::Bars { .. } | Marks::Outlines { .. }));
    let (each, most) = NAMED_ROW;
    if bars || model.y.scale != Scale::Band {
        return CHART.1;
    }
    ((model.y.ticks.len() as f64 * each) as u32).clamp(CHART.1, most)
}

/// Rows of the sheet that a chart covers, with one between it and what follows.
const fn rows_under(height: u32) -> RowNum {
    height.div_ceil(ROW) + 1
}

/// Small charts in pairs.
fn panels(
    sheet: &mut Worksheet,
    panels: &[ChartModel],
    block: &mut Block,
    (row, column): (RowNum, ColNum),
    remarks: &mut Vec<String>,
    pen: &Pen,
) -> Result<RowNum, XlsxError> {
    let mut count = 0_u32;
    for panel in panels {
        let Some(made) = chart::make(panel, block, pen) else {
            if let Some(why) = &panel.empty {
                remarks.push(tr_args(
                    pen.lang,
                    "xlsx-panel-empty",
                    &[("panel", (&panel.title).into()), ("why", why.into())],
                ));
            }
            continue;
        };
        let mut chart = made.chart;
        chart::as_panel(&mut chart, panel, pen);
        // Beside the one before by its width, however wide the columns under them are.
        let (at, right) = (row + count / 2 * PANEL_ROWS, count % 2 * (PANEL.0 + PANEL_GAP));
        sheet.insert_chart_with_offset(at, column, chart.set_width(PANEL.0).set_height(PANEL.1), right, 0)?;
        remarks.extend(made.remarks);
        count += 1;
    }
    Ok(row + count.div_ceil(2) * PANEL_ROWS)
}

/// Headline, subtitle and the way back, up to a column, over a width in pixels.
pub fn heading(
    sheet: &mut Worksheet,
    headline: &str,
    subtitle: &str,
    (right, pixels): (ColNum, f64),
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    let right = right.max(1);
    cells::across(sheet, (0, 1), (0, right), headline, &pen.headline())?;
    let lines = cells::lines_at(headline, pixels, (15.0, Weight::Bold)).clamp(1, 3);
    sheet.set_row_height(0, f64::from(lines) * 20.0 + 4.0)?;
    cells::across(sheet, (1, 1), (0, right), subtitle, &pen.muted())?;
    let lines = cells::lines_at(subtitle, pixels, (11.0, Weight::Regular)).clamp(1, 3);
    sheet.set_row_height(1, if subtitle.is_empty() { 6.0 } else { f64::from(lines) * 15.0 + 3.0 })?;
    let back = tr(pen.lang, "xlsx-back");
    let url = Url::new(link_to(&plan.contents)).set_text(&back);
    sheet.write_url_with_format(2, 0, url, &pen.link().unset_text_wrap())?;
    Ok(())
}

/// The address of a sheet of this workbook.
pub fn link_to(name: &str) -> String {
    format!("internal:'{}'!A1", name.replace('\'', "''"))
}
