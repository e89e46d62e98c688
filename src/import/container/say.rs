//! What was taken for granted around a table, in words.

use crate::import::container::error::some_names;
use crate::import::container::found::{Found, WhyPassedOver};
use crate::import::container::workbook::reference::CellRange;
use crate::text::{Arg, Lang, tr_args};

/// Something that was taken for granted around a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Around {
    /// This sheet of several was read.
    Sheet {
        /// Its name.
        name: String,
        /// How many there are.
        of: usize,
        /// Whether it was asked for.
        is_given: bool,
    },
    /// This range of the sheet was read.
    Range {
        /// Where.
        range: CellRange,
        /// Tables of the sheet.
        tables: usize,
        /// Whether it was asked for.
        is_given: bool,
    },
    /// Lines of the sheet above and below the table that are not part of it.
    Beside {
        /// The lines.
        lines: Vec<String>,
    },
    /// These members of an archive were read.
    Members {
        /// Their names.
        names: Vec<String>,
        /// Data files there are.
        of: usize,
    },
    /// These files are one table.
    Files {
        /// Their names.
        names: Vec<String>,
    },
    /// Files that are not part of the table.
    PassedOver {
        /// Their names.
        names: Vec<String>,
    },
}

/// What was taken for granted, from outside to inside.
pub fn around(found: &Found) -> Vec<Around> {
    let mut list = Vec::new();
    if found.members.len() > 1 {
        let names = found.members.iter().filter(|member| member.is_chosen).map(|member| member.name.clone()).collect();
        list.push(Around::Members { names, of: found.members.len() });
    } else if found.files.len() > 1 {
        list.push(Around::Files { names: found.files.clone() });
    }
    let others = found.passed_over.iter().filter(|passed| passed.why != WhyPassedOver::OfTheSystem);
    let names: Vec<String> = others.map(|passed| passed.name.clone()).collect();
    if !names.is_empty() {
        list.push(Around::PassedOver { names });
    }
    if let Some(book) = &found.workbook {
        if book.sheets.len() > 1 {
            let name = book.sheet().to_owned();
            list.push(Around::Sheet { name, of: book.sheets.len(), is_given: book.is_sheet_given });
        }
        let chosen = &book.chosen;
        if book.tables.len() > 1 || book.is_range_given || chosen.range.top > 0 || chosen.range.left > 0 {
            let (range, tables) = (chosen.range, book.tables.len());
            list.push(Around::Range { range, tables, is_given: book.is_range_given });
        }
        let lines: Vec<String> = chosen.above.iter().chain(&chosen.below).cloned().collect();
        if !lines.is_empty() {
            list.push(Around::Beside { lines });
        }
    }
    list
}

impl Around {
    /// Its name in JSON.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Sheet { .. } => "sheet",
            Self::Range { .. } => "range",
            Self::Beside { .. } => "beside",
            Self::Members { .. } => "members",
            Self::Files { .. } => "files",
            Self::PassedOver { .. } => "passed_over",
        }
    }

    /// One sentence.
    pub fn words(&self, lang: Lang) -> String {
        let list = |names: &[String]| Arg::Text(some_names(names.iter().map(String::as_str)));
        let given = |is_given: bool| if is_given { "yes" } else { "no" };
        match self {
            Self::Sheet { name, of, is_given } => tr_args(
                lang,
                "container-say-sheet",
                &[("name", name.into()), ("of", Arg::from(*of)), ("given", given(*is_given).into())],
            ),
            Self::Range { range, tables, is_given } => tr_args(
                lang,
                "container-say-range",
                &[
                    ("range", range.to_string().into()),
                    ("tables", Arg::from(*tables)),
                    ("given", given(*is_given).into()),
                ],
            ),
            Self::Beside { lines } => tr_args(
                lang,
                "container-say-beside",
                &[("count", Arg::from(lines.len())), ("lines", quoted(lines).into())],
            ),
            Self::Members { names, of } => tr_args(
                lang,
                "container-say-members",
                &[("count", Arg::from(names.len())), ("of", Arg::from(*of)), ("names", list(names))],
            ),
            Self::Files { names } => {
                tr_args(lang, "container-say-files", &[("count", Arg::from(names.len())), ("names", list(names))])
            }
            Self::PassedOver { names } => {
                tr_args(lang, "container-say-passed-over", &[("count", Arg::from(names.len())), ("names", list(names))])
            }
        }
    }
}

fn quoted(lines: &[String]) -> String {
    const SHOWN: usize = 4;
    let mut shown: Vec<String> = lines.iter().take(SHOWN).map(|line| crate::import::limits::shortened(line)).collect();
    if lines.len() > SHOWN {
        shown.push(format!("+ {}", lines.len() - SHOWN));
    }
    shown.join(" | ")
}
