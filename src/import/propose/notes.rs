//! What stands out in a column beyond where it goes: numbers that may stand for "not known", words for numbers,
//! measures of something else. Each is counted, shown in the review and printed on the command line.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::frame::batch::Field;
use crate::import::limits::shortened;
use crate::import::propose::say::signed;
use crate::import::propose::survey::{ColumnSurvey, Noticed};
use crate::import::propose::words::{Recognised, each_item, recognised};
use crate::import::recipe::Target;
use crate::model::count::Quantity;
use crate::model::vocabulary::{NameList, technique_in};
use crate::text::{Arg, Lang, tr_args};

/// One thing that stands out in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A number that may stand for "not known".
    Placeholder(Noticed),
    /// Cells read by the table of words ("a few hundred").
    Worded(u64),
    /// Cells that measure something else; kept as words.
    Measures(Quantity, u64),
    /// Cells with counts of several units, each of which goes to its own.
    Several(u64),
    /// Cells with several counts of one unit, of which none is taken.
    Torn(u64),
    /// Cells with a part of something that is not counted; unknown.
    Uncounted(u64),
    /// Cells with a number below zero other than placeholders.
    BelowZero(u64),
    /// Words held against a list of ours.
    Recognised(Recognised),
    /// ATT&CK ids in the cells.
    Techniques {
        /// Different ids that are in the vocabulary.
        known: u64,
        /// Different ids that MITRE has withdrawn.
        retired: Vec<String>,
        /// Different ids that are not in the vocabulary.
        unknown: Vec<String>,
    },
}

/// What stands out in a column that goes there.
pub fn of(target: &Target, column: &ColumnSurvey) -> Vec<Note> {
    match target {
        Target::Count { .. } => of_counts(column),
        Target::Text(Field::Technique) | Target::List { field: Field::Technique, .. } => {
            of_techniques(target, column).into_iter().collect()
        }
        Target::Text(_) | Target::Html(_) | Target::List { .. } => {
            let found = recognised(target, column).filter(|found| found.cells + found.other_cells > 0);
            found.map(Note::Recognised).into_iter().collect()
        }
        Target::Ignore | Target::Date { .. } => Vec::new(),
    }
}

fn of_techniques(target: &Target, column: &ColumnSurvey) -> Option<Note> {
    let (mut known, mut retired, mut unknown) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    each_item(target, column, &mut |item, _| {
        let Some((id, technique)) = technique_in(item) else { return };
        match technique {
            Some(technique) if technique.is_retired => retired.insert(id),
            Some(_) => known.insert(id),
            None => unknown.insert(id),
        };
    });
    let (known, is_any) = (known.len() as u64, !(known.is_empty() && retired.is_empty() && unknown.is_empty()));
    is_any.then(|| Note::Techniques {
        known,
        retired: retired.into_iter().collect(),
        unknown: unknown.into_iter().collect(),
    })
}

/// The first words of a list, quoted.
fn quoted(lang: Lang, words: &[String]) -> String {
    const SHOWN: usize = 3;
    let one = |word: &String| tr_args(lang, "import-differs-quoted", &[("name", shortened(word).into())]);
    let mut list: Vec<String> = words.iter().take(SHOWN).map(one).collect();
    if words.len() > SHOWN {
        list.push("…".to_owned());
    }
    list.join(", ")
}

fn of_counts(column: &ColumnSurvey) -> Vec<Note> {
    let numbers = &column.numbers;
    let mut notes: Vec<Note> = numbers.noticed(column.counts).into_iter().map(Note::Placeholder).collect();
    let below_zero = numbers.below_zero().saturating_sub(numbers.cells(-1));
    let some = |cells: u64, note: fn(u64) -> Note| (cells > 0).then(|| note(cells));
    notes.extend(some(numbers.worded, Note::Worded));
    notes.extend(some(numbers.several, Note::Several));
    notes.extend(some(numbers.torn, Note::Torn));
    notes.extend(some(numbers.uncounted, Note::Uncounted));
    notes.extend(some(below_zero, Note::BelowZero));
    notes.extend(numbers.measures.iter().map(|(quantity, cells)| Note::Measures(*quantity, *cells)));
    notes
}

impl Note {
    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        let cells = |key: &str, cells: u64| tr_args(lang, key, &[("cells", Arg::Number(cells))]);
        match self {
            Self::Placeholder(Noticed { number, cells, beside, .. }) => {
                let key = if *number == 0 { "import-note-zero" } else { "import-note-placeholder" };
                let args = [
                    ("number", signed(lang, *number).into()),
                    ("cells", (*cells).into()),
                    ("beside", (*beside).into()),
                ];
                tr_args(lang, key, &args)
            }
            Self::Worded(count) => cells("import-note-worded", *count),
            Self::Measures(quantity, count) => cells(&format!("import-note-{}", quantity.key()), *count),
            Self::Several(count) => cells("import-note-several", *count),
            Self::Torn(count) => cells("import-note-torn", *count),
            Self::Uncounted(count) => cells("import-note-uncounted", *count),
            Self::BelowZero(count) => cells("import-note-below-zero", *count),
            Self::Recognised(found) => {
                let key = match found.list {
                    NameList::Countries => "import-note-countries",
                    NameList::Sectors => "import-note-sectors",
                };
                let known = tr_args(lang, key, &[("entries", found.entries.into())]);
                let args = [("count", found.others.len().into()), ("words", quoted(lang, &found.others).into())];
                if found.others.is_empty() { known } else { known + &tr_args(lang, "import-note-others", &args) }
            }
            Self::Techniques { known, retired, unknown } => {
                let mut words = tr_args(lang, "import-note-techniques", &[("known", (*known).into())]);
                for (key, ids) in [("import-note-retired", retired), ("import-note-unknown-ids", unknown)] {
                    if !ids.is_empty() {
                        let args = [("count", ids.len().into()), ("ids", quoted(lang, ids).into())];
                        words.push_str(&tr_args(lang, key, &args));
                    }
                }
                words
            }
        }
    }

    /// As JSON, without the sentence.
    pub(super) fn json(&self, header: &str) -> Value {
        let counted = |what: &str, cells: u64| json!({"kind": "note", "column": header, "what": what, "cells": cells});
        match self {
            Self::Placeholder(Noticed { number, cells, beside, .. }) => json!({
                "kind": "note", "column": header, "what": "placeholder",
                "number": number, "cells": cells, "beside": beside,
            }),
            Self::Worded(cells) => counted("words", *cells),
            Self::Measures(quantity, cells) => counted(quantity.key(), *cells),
            Self::Several(cells) => counted("several_units", *cells),
            Self::Torn(cells) => counted("several_counts", *cells),
            Self::Uncounted(cells) => counted("uncounted", *cells),
            Self::BelowZero(cells) => counted("below_zero", *cells),
            Self::Recognised(found) => {
                let what = match found.list {
                    NameList::Countries => "countries",
                    NameList::Sectors => "sectors",
                };
                json!({
                    "kind": "note", "column": header, "what": what, "recognised": found.entries,
                    "cells": found.cells, "other_words": found.others, "other_cells": found.other_cells,
                })
            }
            Self::Techniques { known, retired, unknown } => json!({
                "kind": "note", "column": header, "what": "techniques",
                "recognised": known, "retired": retired, "unknown": unknown,
            }),
        }
    }
}
