//! The different words of a column, for as long as they are few: what lists of countries, sectors and techniques are
//! held against.

use std::collections::BTreeMap;

/// Different cells kept at most; a column with more has none.
const MOST: usize = 1_024;
/// Longest cell kept, in bytes.
const LONGEST: usize = 160;

/// Cells of a column with the number of times each stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordEvidence {
    /// `None` once there are too many.
    cells: Option<BTreeMap<String, u64>>,
}

impl Default for WordEvidence {
    fn default() -> Self {
        Self { cells: Some(BTreeMap::new()) }
    }
}

impl WordEvidence {
    /// Notes a cell.
    pub(super) fn note(&mut self, text: &str) {
        let Some(cells) = &mut self.cells else { return };
        if let Some(times) = cells.get_mut(text) {
            *times += 1;
        } else if text.len() <= LONGEST {
            cells.insert(text.to_owned(), 1);
            if cells.len() > MOST {
                self.cells = None;
            }
        }
    }

    /// The different cells; nothing where there were too many.
    pub fn cells(&self) -> impl Iterator<Item = (&str, u64)> {
        self.cells.iter().flatten().map(|(text, times)| (text.as_str(), *times))
    }

    /// Adds what was found in other rows.
    pub(super) fn add(&mut self, other: Self) {
        match (&mut self.cells, other.cells) {
            (Some(cells), Some(found)) => {
                for (text, times) in found {
                    *cells.entry(text).or_default() += times;
                }
                if cells.len() > MOST {
                    self.cells = None;
                }
            }
            _ => self.cells = None,
        }
    }
}
