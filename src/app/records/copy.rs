//! Rows as a spreadsheet takes them from the clipboard: a line a row, tabs between cells.

use crate::app::records::cells::{CopyContext, Source, plain_cells};
use crate::app::records::columns::Layout;
use crate::frame::{RecordId, Snapshot};
use crate::model::incident::Incident;

/// The headings as the first line.
pub fn heading_line(context: &CopyContext, layout: &Layout) -> String {
    let headings = layout.columns.iter().map(|shown| shown.column.heading(context.lang, &context.question));
    line(headings)
}

/// Adds one line for each record that still is in the snapshot.
pub fn add_lines(
    out: &mut String,
    context: &CopyContext,
    layout: &Layout,
    snapshot: &Snapshot,
    records: &[(RecordId, Incident)],
) {
    for (id, incident) in records {
        let Some(values) = snapshot.row_of(*id).and_then(|row| snapshot.values_at(row)) else { continue };
        let source = Source { values: &values, incident: Some(incident) };
        out.push_str(&line(plain_cells(context, layout, &source).into_iter()));
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut line = cells.map(|cell| safe(&cell)).collect::<Vec<_>>().join("\t");
    line.push('\n');
    line
}

/// A cell that stays one cell, and that no spreadsheet takes for a formula.
fn safe(cell: &str) -> String {
    let one_line = cell.replace(['\t', '\n', '\r'], " ");
    let is_formula = one_line.starts_with(['=', '+', '-', '@']) && one_line.parse::<f64>().is_err();
    if is_formula { format!("'{one_line}") } else { one_line }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn cells_stay_cells_and_never_become_formulas() {
        for (cell, expected) in [
            ("France Travail", "France Travail"),
            ("two\nlines\tand a tab", "two lines and a tab"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("@SUM(1)", "'@SUM(1)"),
            ("-12", "-12"),
            ("–", "–"),
        ] {
            assert_eq!(safe(cell), expected);
        }
    }
}
