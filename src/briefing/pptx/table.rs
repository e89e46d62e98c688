//! Native tables: numbers at the right, lines between rows.

use std::fmt::Write as _;

use crate::briefing::place::LEADING;
use crate::briefing::pptx::master::xfrm;
use crate::briefing::pptx::shapes::run;
use crate::briefing::pptx::slide::Canvas;
use crate::briefing::pptx::stage::Holder;
use crate::briefing::pptx::xml::{Emu, sz};
use crate::briefing::slide::incident;
use crate::briefing::slide::table::{COLUMN_GAP_PT, Layout, size_on};
use crate::chart::model::DataTable;
use crate::draw::font::Weight;
use crate::draw::scene::{Area, Stroke};
use crate::draw::style::Colour;

/// A style of no colours and no lines, which every version has.
pub const PLAIN_STYLE: &str = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

/// How a cell is written.
struct Look {
    size: f64,
    weight: Weight,
    colour: Colour,
    right: bool,
    /// Room to the right of the text.
    gap: f64,
    edge: Option<Stroke>,
}

/// A table of numbers and words. It must have been cut to the slide before, and may go on on the next.
pub fn data(canvas: &mut Canvas<'_, '_>, table: &DataTable, (area, goes_on): (Area, bool), holder: Option<&Holder>) {
    if table.headers.is_empty() {
        return;
    }
    let layout = Layout::of(table, area.width, size_on(table, area, goes_on));
    let style = canvas.style.clone();
    let last = layout.widths.len().saturating_sub(1);
    let gap = |column: usize| if column == last { 0.0 } else { COLUMN_GAP_PT };
    let widths: Vec<f64> = layout.widths.iter().enumerate().map(|(column, width)| width + gap(column)).collect();
    let mut rows = String::new();
    for (at, row) in layout.rows.iter().enumerate() {
        _ = write!(rows, "<a:tr h=\"{}\">", Emu(layout.row_height(row)));
        // A row has a cell for each column, whatever it says.
        let cells = row.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
        for (column, lines) in cells.take(widths.len()).enumerate() {
            let (weight, colour) =
                if at == 0 { (Weight::Bold, style.palette.muted) } else { (Weight::Regular, style.palette.text) };
            let edge = if at == 0 { Stroke::solid(style.line, 1.2) } else { Stroke::solid(style.palette.grid, 0.8) };
            let right = layout.right.get(column).copied().unwrap_or(false);
            let look = Look { size: layout.size, weight, colour, right, gap: gap(column), edge: Some(edge) };
            rows.push_str(&cell(canvas, &lines.join(" "), &look));
        }
        rows.push_str("</a:tr>");
    }
    let at = Area { width: widths.iter().sum(), height: layout.height(), ..area };
    let alt = table.headers.join(", ");
    frame(canvas, &alt, (at, holder), &widths, &rows, true);
}

/// Names and values of an incident.
pub fn facts(canvas: &mut Canvas<'_, '_>, facts: &[(String, String)], area: Area, size: f64) {
    if facts.is_empty() {
        return;
    }
    let style = canvas.style.clone();
    let name_width = incident::name_width(area.width) + 12.0;
    let widths = [name_width, area.width - name_width];
    let mut rows = String::new();
    let mut height = 0.0;
    for (name, value) in facts {
        let tall = incident::fact_height(name, value, area.width, size);
        height += tall;
        _ = write!(rows, "<a:tr h=\"{}\">", Emu(tall));
        for (words, colour, gap) in [(name, style.palette.muted, 12.0), (value, style.palette.text, 0.0)] {
            let look = Look { size, weight: Weight::Regular, colour, right: false, gap, edge: None };
            rows.push_str(&cell(canvas, words, &look));
        }
        rows.push_str("</a:tr>");
    }
    let names: Vec<&str> = facts.iter().map(|(name, _)| name.as_str()).collect();
    frame(canvas, &names.join(", "), (Area { height, ..area }, None), &widths, &rows, false);
}

fn cell(canvas: &Canvas<'_, '_>, words: &str, look: &Look) -> String {
    let properties = canvas.pen.properties("rPr", look.size, look.weight, look.colour);
    let ends = canvas.pen.properties("endParaRPr", look.size, look.weight, look.colour);
    let algn = if look.right { "r" } else { "l" };
    let text = if words.is_empty() { ends } else { run(words, &properties) };
    let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
    let edge = look.edge.as_ref().map_or_else(
        || none("lnB"),
        |edge| canvas.pen.line(edge).replace("<a:ln ", "<a:lnB ").replace("</a:ln>", "</a:lnB>"),
    );
    format!(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{algn}\"><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc></a:pPr>{text}</a:p></a:txBody>\
         <a:tcPr marL=\"0\" marR=\"{}\" marT=\"{}\" marB=\"{}\" anchor=\"t\">{}{}{}{edge}<a:noFill/></a:tcPr></a:tc>",
        sz(look.size * LEADING),
        Emu(look.gap),
        Emu(2.5),
        Emu(2.5),
        none("lnL"),
        none("lnR"),
        none("lnT")
    )
}

fn frame(
    canvas: &mut Canvas<'_, '_>,
    alt: &str,
    (area, holder): (Area, Option<&Holder>),
    widths: &[f64],
    rows: &str,
    has_header: bool,
) {
    let head = canvas.graphic_head("Table", alt, holder);
    let mut columns = String::new();
    for width in widths {
        _ = write!(columns, "<a:gridCol w=\"{}\"/>", Emu(*width));
    }
    let first = if has_header { " firstRow=\"1\"" } else { "" };
    _ = write!(
        canvas.pen.out,
        "<p:graphicFrame>{head}{}<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">\
         <a:tbl><a:tblPr{first}><a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>\
         </a:graphicData></a:graphic></p:graphicFrame>",
        xfrm("p", area)
    );
}
