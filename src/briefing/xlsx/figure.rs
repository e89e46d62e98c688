//! Sheets of figures: headline, table, chart beside it, foot under the chart, and the values that the chart refers to.

use rust_xlsxwriter::{ColNum, RowNum, Url, Worksheet, XlsxError};

use crate::briefing::deck::{IncidentSheet, Sheet};
use crate::briefing::xlsx::cells::{self, Pen};
use crate::briefing::xlsx::chart::block::Block;
use crate::briefing::xlsx::chart::{self, grid};
use crate::briefing::xlsx::{Entry, Plan, prose, table};
use crate::chart::gallery::Drawn;
use crate::chart::model::{ChartModel, DataTable};
use crate::text::{tr, tr_args};

/// Columns that a chart covers.
const CHART_COLUMNS: ColNum = 12;
/// Width and height of a chart in pixels.
const CHART: (u32, u32) = (756, 430);
/// Rows that it covers.
const CHART_ROWS: u32 = 23;
/// Width and height of a small chart.
const PANEL: (u32, u32) = (372, 270);
/// Rows that a small chart covers.
const PANEL_ROWS: u32 = 14;
/// Letters across a table that is wide.
const WIDE_LETTERS: f64 = 66.0;
/// Rows that are printed on one page.
const ONE_PAGE: RowNum = 75;
/// Rows of a table that is short.
const SHORT_ROWS: usize = 30;
/// Letters that fit across the columns of a chart.
const CHART_LETTERS: f64 = 118.0;

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
        sheet.insert_chart_with_offset(3, column, chart.set_width(CHART.0).set_height(CHART.1), 0, 0)?;
        row = 0;
    }
    if !block.is_empty() {
        block.write(sheet, pen)?;
    }
    sheet.set_print_area(0, 0, (3 + CHART_ROWS).max(row), column + CHART_COLUMNS)?;
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
    let pixels = |letters: f64| letters * 7.4;
    // A chart may be wider than the table over it.
    let more =
        if is_wide { ((f64::from(CHART.0) - pixels(written.letters)) / 64.0).ceil().max(0.0) as ColNum } else { 0 };
    let left = if written.columns == 0 || is_wide { 0 } else { written.columns + 1 };
    let has_side = shown.model.is_some() && !is_wide || written.columns < 6;
    let right = if has_side { left + CHART_COLUMNS - 1 } else { written.columns.saturating_sub(1) + more };
    heading(sheet, shown.headline, shown.subtitle, right, plan, pen)?;
    let mut block = Block::new(&entry.name, HEAD, right + 2);
    let mut row = if shown.model.is_some() && !is_wide { HEAD + 1 } else { written.last_row + 2 };
    let (from, to) = if shown.model.is_some() { (left, right) } else { (0, right) };
    let mut remarks = Vec::new();
    if let Some(model) = shown.model {
        if let Some(why) = &model.empty {
            cells::across(sheet, (row, 3), (from, to), why, &pen.muted())?;
            row += 4;
        } else if chart::is_grid(model) {
            row = grid::write(sheet, (row, from), model, pen)? + 2;
        } else if let Some(made) = chart::make(model, &mut block, pen) {
            let mut chart = made.chart;
            sheet.insert_chart(row, from, chart.set_width(CHART.0).set_height(CHART.1))?;
            remarks = made.remarks;
            row += CHART_ROWS;
        }
        row = panels(sheet, shown.panels, &mut block, (row, from), &mut remarks, pen)?;
    }
    for line in shown.foot.iter().chain(&remarks) {
        let rows = cells::lines(line, CHART_LETTERS).clamp(1, 12);
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
        let at = (row + count / 2 * PANEL_ROWS, column + (count % 2) as ColNum * (CHART_COLUMNS / 2));
        sheet.insert_chart(at.0, at.1, chart.set_width(PANEL.0).set_height(PANEL.1))?;
        remarks.extend(made.remarks);
        count += 1;
    }
    Ok(row + count.div_ceil(2) * PANEL_ROWS)
}

/// Headline, subtitle and the way back.
pub fn heading(
    sheet: &mut Worksheet,
    headline: &str,
    subtitle: &str,
    right: ColNum,
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    let right = right.max(1);
    cells::across(sheet, (0, 1), (0, right), headline, &pen.headline())?;
    let letters = f64::from(right + 1) * 8.0;
    sheet.set_row_height(0, f64::from(cells::lines(headline, letters).clamp(1, 3)) * 20.0 + 4.0)?;
    cells::across(sheet, (1, 1), (0, right), subtitle, &pen.muted())?;
    sheet.set_row_height(1, f64::from(cells::lines(subtitle, letters * 1.3).clamp(1, 3)) * 15.0 + 3.0)?;
    let back = tr(pen.lang, "xlsx-back");
    let url = Url::new(link_to(&plan.contents)).set_text(&back);
    sheet.write_url_with_format(2, 0, url, &pen.link().unset_text_wrap())?;
    Ok(())
}

/// The address of a sheet of this workbook.
pub fn link_to(name: &str) -> String {
    format!("internal:'{}'!A1", name.replace('\'', "''"))
}
