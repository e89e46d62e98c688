//! The tables of a sheet: parts between blank columns and rows, their header rows, what stands above and below them.

use std::collections::HashSet;

use crate::import::container::workbook::grid::{Grid, GridCell};
use crate::import::container::workbook::reference::CellRange;
use crate::import::container::workbook::value::Kind;

/// Most tables of one sheet that are told apart.
const TABLES: usize = 40;

/// Rows that tell how wide a table is.
const SAMPLE: usize = 2_000;

/// Lines above and below a table that are kept to be shown.
const NOTES: usize = 12;

/// One table of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Where it is, its header row first.
    pub range: CellRange,
    /// Its header cells; empty where the first row is data.
    pub headers: Vec<String>,
    /// Rows below the header, blank ones within them too.
    pub rows: u32,
    /// Whether it looks like the output of a pivot table rather than a list of records.
    pub is_pivot: bool,
    /// Lines above the header that are not part of it: titles and notes.
    pub above: Vec<String>,
    /// Lines below the last row that are not part of it: totals and notes.
    pub below: Vec<String>,
}

impl Table {
    /// How much it looks like a table of records.
    pub fn score(&self) -> f64 {
        let columns = f64::from(self.range.right - self.range.left + 1).min(30.0);
        let rows = f64::from(self.rows);
        let named = if self.headers.is_empty() { 0.3 } else { 1.0 };
        let plain = if self.is_pivot { 0.05 } else { 1.0 };
        (rows + 1.0).log2() * columns * named * plain
    }
}

/// The tables of a sheet, from the upper left.
pub fn tables(grid: &Grid) -> Vec<Table> {
    let mut found = Vec::new();
    let all = 0..grid.len();
    let columns = grid.used_columns(all.clone());
    for strip in runs(&columns) {
        for rows in blocks(grid, all.clone(), strip) {
            // A part between blank rows may fall into further parts side by side.
            let used = used_between(grid, rows.clone(), strip);
            for part in runs(&used) {
                found.extend(table(grid, rows.clone(), part));
            }
        }
    }
    found.sort_by_key(|table| (table.range.top, table.range.left));
    found.truncate(TABLES);
    found
}

/// The table that a range holds, as it stands.
pub fn exactly(grid: &Grid, range: CellRange) -> Option<Table> {
    let end = range.bottom.map_or(grid.len(), |bottom| grid.place_of(bottom + 1));
    let has_cells = |place: &usize| grid.cells(*place, range.left, range.right).next().is_some();
    let first = (grid.place_of(range.top)..end).find(has_cells)?;
    let top = grid.number(first)?;
    let header: Vec<GridCell<'_>> = grid.cells(first, range.left, range.right).collect();
    let last = (first..end).rfind(has_cells).and_then(|place| grid.number(place))?;
    let headers = if is_header(&header) { texts(&header) } else { Vec::new() };
    let rows = last - top + u32::from(headers.is_empty());
    let is_pivot = pivot(&headers);
    let range = CellRange { top, bottom: Some(last), ..range };
    Some(Table { range, headers, rows, is_pivot, above: Vec::new(), below: Vec::new() })
}

/// Neighbouring columns as (first, last).
fn runs(columns: &[u32]) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &column in columns {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => runs.push((column, column)),
        }
    }
    runs
}

fn used_between(grid: &Grid, rows: std::ops::Range<usize>, (left, right): (u32, u32)) -> Vec<u32> {
    grid.used_columns(rows).into_iter().filter(|column| (left..=right).contains(column)).collect()
}

/// Parts of a strip: cut where rows are blank and what follows begins with headers of its own.
fn blocks(grid: &Grid, rows: std::ops::Range<usize>, (left, right): (u32, u32)) -> Vec<std::ops::Range<usize>> {
    let mut blocks: Vec<std::ops::Range<usize>> = Vec::new();
    let mut last_number = None;
    for place in rows {
        if grid.cells(place, left, right).next().is_none() {
            continue;
        }
        let number = grid.number(place).unwrap_or_default();
        let gap = last_number.is_some_and(|last| number > last + 1);
        last_number = Some(number);
        match blocks.last_mut() {
            Some(block) if !(gap && begins_anew(grid, block, place, (left, right))) => block.end = place + 1,
            _ => blocks.push(place..place + 1),
        }
    }
    blocks
}

/// Whether a row below blank rows is the header of another table: words over something that is not words, below a
/// table that has a header and rows already.
fn begins_anew(grid: &Grid, block: &std::ops::Range<usize>, place: usize, (left, right): (u32, u32)) -> bool {
    let row: Vec<GridCell<'_>> = grid.cells(place, left, right).collect();
    if row.len() < 2 || !is_header(&row) || total(&row) {
        return false;
    }
    let wide = |place: usize| grid.cells(place, left, right).count() >= 2;
    let had = block.clone().filter(|place| wide(*place)).take(2).count();
    let next: Vec<GridCell<'_>> = grid.cells(place + 1, left, right).collect();
    let typed = next.iter().any(|cell| {
        matches!(cell.kind, Kind::Number | Kind::Date) && row.iter().any(|head| head.column == cell.column)
    });
    had == 2 && typed && grid.number(place + 1) == grid.number(place).map(|number| number + 1)
}

/// The table in a block: its header below the notes, its last row above the totals.
fn table(grid: &Grid, rows: std::ops::Range<usize>, (left, right): (u32, u32)) -> Option<Table> {
    let filled = |place: usize| grid.cells(place, left, right).count();
    let places: Vec<usize> = rows.filter(|place| filled(*place) > 0).collect();
    let mut widths: Vec<usize> = places.iter().take(SAMPLE).map(|place| filled(*place)).collect();
    widths.sort_unstable();
    let width = *widths.get(widths.len() * 3 / 4)?;
    if width < 2 || places.len() < 2 {
        return None;
    }
    let enough = |place: usize| filled(place) >= 2.max((width * 3).div_ceil(5));
    let mut first = places.iter().position(|place| enough(*place))?;
    // Headers in two rows: the lower one, when it names more columns.
    while let (Some(this), Some(next)) = (places.get(first), places.get(first + 1)) {
        let cells: Vec<GridCell<'_>> = grid.cells(*next, left, right).collect();
        if filled(*next) > filled(*this) && is_header(&cells) && next_is_data(grid, &places, first + 1, (left, right)) {
            first += 1;
        } else {
            break;
        }
    }
    let end = last_of_table(grid, &places, first, width, (left, right));
    let line = |place: &usize| texts(&grid.cells(*place, left, right).collect::<Vec<_>>()).join(" ");
    let (head, last) = (*places.get(first)?, *places.get(end.checked_sub(1)?)?);
    let cells: Vec<GridCell<'_>> = grid.cells(head, left, right).collect();
    let headers = if is_header(&cells) { texts(&cells) } else { Vec::new() };
    let (top, bottom) = (grid.number(head)?, grid.number(last)?);
    let rows = bottom - top + u32::from(headers.is_empty());
    Some(Table {
        range: CellRange { top, left, bottom: Some(bottom), right },
        rows,
        is_pivot: pivot(&headers),
        headers,
        above: places.get(..first)?.iter().take(NOTES).map(line).collect(),
        below: places.get(end..)?.iter().take(NOTES).map(line).collect(),
    })
}

/// Whether the row after this one has something other than words.
fn next_is_data(grid: &Grid, places: &[usize], index: usize, (left, right): (u32, u32)) -> bool {
    let Some(next) = places.get(index + 1) else { return false };
    grid.cells(*next, left, right).any(|cell| matches!(cell.kind, Kind::Number | Kind::Date))
}

/// Where the rows of a table end: before totals, and before notes set apart by a blank row.
fn last_of_table(grid: &Grid, places: &[usize], first: usize, width: usize, (left, right): (u32, u32)) -> usize {
    let mut end = places.len();
    while end > first + 2 {
        let (Some(place), Some(before)) = (places.get(end - 1), places.get(end - 2)) else { break };
        let cells: Vec<GridCell<'_>> = grid.cells(*place, left, right).collect();
        let apart = grid.number(*place).unwrap_or_default() > grid.number(*before).unwrap_or_default() + 1;
        // Several lines of notes may follow each other: what matters is the gap above the first of them.
        let note = width >= 3 && cells.len() == 1 && cells.first().is_some_and(|cell| cell.kind == Kind::Text);
        let set_apart = || {
            (first + 1..end).rev().find_map(|index| {
                let (Some(this), Some(above)) = (places.get(index), places.get(index - 1)) else { return None };
                if grid.number(*this) > grid.number(*above).map(|number| number + 1) {
                    return Some(true);
                }
                (grid.cells(*this, left, right).count() != 1).then_some(false)
            })
        };
        if total(&cells) || (note && (apart || set_apart() == Some(true))) {
            end -= 1;
        } else {
            break;
        }
    }
    end
}

/// Whether a row's cells can be headers: mostly words, all different.
fn is_header(cells: &[GridCell<'_>]) -> bool {
    let words = cells.iter().filter(|cell| cell.kind == Kind::Text && cell.text.chars().count() <= 200).count();
    let different: HashSet<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
    !cells.is_empty()
        && words * 10 >= cells.len() * 7
        && different.len() * 10 >= cells.len() * 8
        && !cells.iter().any(|cell| cell.kind == Kind::Date)
}

/// Whether a row is a total: the word first, numbers behind it.
fn total(cells: &[GridCell<'_>]) -> bool {
    const WORDS: [&str; 14] = [
        "total",
        "totals",
        "grand total",
        "sum",
        "subtotal",
        "totaux",
        "total général",
        "somme",
        "sous-total",
        "summe",
        "gesamt",
        "gesamtergebnis",
        "suma",
        "totale",
    ];
    let Some((first, rest)) = cells.split_first() else { return false };
    let word = first.text.trim().trim_end_matches(':').trim().to_lowercase();
    WORDS.contains(&word.as_str()) && rest.iter().all(|cell| matches!(cell.kind, Kind::Number | Kind::Error))
}

fn pivot(headers: &[String]) -> bool {
    const WORDS: [&str; 10] = [
        "row labels",
        "column labels",
        "grand total",
        "étiquettes de lignes",
        "étiquettes de colonnes",
        "total général",
        "zeilenbeschriftungen",
        "spaltenbeschriftungen",
        "gesamtergebnis",
        "(blank)",
    ];
    const STARTS: [&str; 8] =
        ["count of ", "sum of ", "average of ", "nombre de ", "somme de ", "moyenne de ", "anzahl von ", "summe von "];
    let folded: Vec<String> = headers.iter().map(|header| header.trim().to_lowercase()).collect();
    let known = folded.iter().any(|header| WORDS.contains(&header.as_str()));
    let counted = folded.iter().filter(|header| STARTS.iter().any(|start| header.starts_with(start))).count();
    known || (counted > 0 && counted + 1 >= folded.len())
}

fn texts(cells: &[GridCell<'_>]) -> Vec<String> {
    cells.iter().map(|cell| cell.text.trim().to_owned()).collect()
}
