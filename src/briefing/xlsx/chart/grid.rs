//! A table of shades as coloured cells.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatPattern, RowNum, Worksheet, XlsxError};

use crate::briefing::xlsx::cells::{self, Pen, rgb};
use crate::chart::model::{ChartModel, Marks};
use crate::text::Lang;

/// Writes the cells of a table of shades with its upper left corner at a place; returns the last row.
pub fn write(sheet: &mut Worksheet, at: (RowNum, ColNum), model: &ChartModel, pen: &Pen) -> Result<RowNum, XlsxError> {
    let (columns, rows) = (&model.x.ticks, &model.y.ticks);
    let last = rows.len() as u32;
    let head =
        Format::new().set_font_color(rgb(pen.style.palette.muted)).set_text_wrap().set_align(FormatAlign::Center);
    for tick in columns {
        let column = at.1 + 1 + tick.at.max(0.0) as ColNum;
        cells::text(sheet, (at.0, column), &tick.label, &head)?;
    }
    let side = Format::new().set_font_color(rgb(pen.style.palette.muted)).set_align(FormatAlign::Right);
    // The highest band stands at the top.
    let row_of = |band: u32| at.0 + 1 + last.saturating_sub(1).saturating_sub(band.min(last.saturating_sub(1)));
    for tick in rows {
        cells::text(sheet, (row_of(tick.at.max(0.0) as u32), at.1), &tick.label, &side)?;
    }
    for series in &model.series {
        let Marks::Cells { cells: shades } = &series.marks else { continue };
        for cell in shades {
            let Some(shade) = cell.shade else { continue };
            let ground = pen.style.shade(series.role, shade);
            let mut format = Format::new()
                .set_background_color(rgb(ground))
                .set_font_color(rgb(pen.style.on(ground)))
                .set_align(FormatAlign::Center);
            if cell.partial {
                format = format
                    .set_pattern(FormatPattern::LightUp)
                    .set_foreground_color(rgb(pen.style.on(ground).mixed(ground, 0.65)));
            }
            let place = (row_of(cell.y), at.1 + 1 + cell.x as ColNum);
            match plain_number(&cell.label, pen.lang) {
                Some((number, shape)) => cells::number(sheet, place, number, &format.set_num_format(shape))?,
                None => cells::text(sheet, place, &cell.label, &format)?,
            }
        }
    }
    Ok(at.0 + last)
}

/// The number that a label is, where it is nothing else.
fn plain_number(label: &str, lang: Lang) -> Option<(f64, &'static str)> {
    let is_gap = |sign: char| sign == '\u{a0}' || sign == '\u{202f}' || (sign == ',' && lang == Lang::En);
    let plain: String = label.chars().filter(|sign| !is_gap(*sign)).collect();
    if let Some(share) = plain.strip_suffix('%') {
        let number: f64 = share.trim().replace(',', ".").parse().ok()?;
        return Some((number / 100.0, "0%"));
    }
    let is_whole = !plain.is_empty() && plain.chars().all(|sign| sign.is_ascii_digit());
    if is_whole { Some((plain.parse().ok()?, "#,##0")) } else { None }
}
