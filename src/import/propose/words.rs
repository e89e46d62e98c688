//! Columns of words: which field their header names, and what separates several values in a cell.

use std::collections::{BTreeMap, BTreeSet};

use crate::frame::batch::Field;
use crate::import::cells::missing_words::absent;
use crate::import::propose::proposal::{Certainty, Why};
use crate::import::propose::survey::{ColumnSurvey, Survey};
use crate::import::propose::{Draft, LONG_TEXT, vocabulary};
use crate::import::read::names::list_of;
use crate::import::recipe::{Names, Target};
use crate::import::rows::items::{self, LITERAL};
use crate::model::vocabulary::{NameList, name};

/// What speaks for words of some field in a column.
pub(super) fn text_draft(column: &ColumnSurvey) -> Option<Draft> {
    let average = column.characters.checked_div(column.filled).unwrap_or(0);
    if column.filled > 0 && column.share(column.addresses) > 0.8 {
        return Some(text(column, Field::SourceAddress, Certainty::High, Why::Addresses, 700));
    }
    let read = vocabulary::text(&column.header);
    if let Some(read) = &read {
        let suits = match &read.meaning {
            Field::Key => column.distinct as u64 >= column.filled.min(4_000) * 98 / 100 && average <= 80,
            Field::Severity | Field::Status | Field::Country | Field::Region => average <= 40,
            Field::SourceAddress => false,
            Field::DataClass => column.share(column.dates.all()) < 0.5 && column.plain_numbers * 2 < column.filled,
            Field::Sector | Field::Kind | Field::Motive | Field::Technique => average <= LONG_TEXT * 2,
            _ => true,
        };
        if suits {
            let confidence = if read.weight >= 8 { Certainty::High } else { Certainty::Medium };
            let why = Why::Header { words: read.by.to_owned() };
            return Some(text(column, read.meaning.clone(), confidence, why, u32::from(read.weight) * 100));
        }
    }
    (read.is_none() && average >= LONG_TEXT)
        .then(|| text(column, Field::Description, Certainty::Medium, Why::LongTexts, 100))
}

/// A column of words: a list where the field is one and the cells hold several.
fn text(column: &ColumnSurvey, field: Field, confidence: Certainty, why: Why, weight: u32) -> Draft {
    let several = matches!(
        field,
        Field::Kind
            | Field::DataClass
            | Field::Motive
            | Field::Actor
            | Field::Technique
            | Field::Tag
            | Field::SourceAddress
            | Field::Organisation(_)
            | Field::Sector
            | Field::Country
    );
    let always = matches!(field, Field::Kind | Field::DataClass | Field::Motive | Field::Technique | Field::Tag);
    let separator = several.then(|| separator(column)).flatten();
    let target = match separator {
        Some(separator) if column.share(column.lists) > 0.5 || always => Target::List { field, separator },
        None if always => Target::List { field, separator: ";".to_owned() },
        _ if column.share(column.html) > 0.1 => Target::Html(field),
        _ => Target::Text(field),
    };
    Draft { target, confidence, why, weight }
}

/// The mark that separates several values in a cell: one whose items come again in other cells.
pub fn separator(column: &ColumnSurvey) -> Option<String> {
    if column.share(column.lists) > 0.5 {
        return Some(LITERAL.to_owned());
    }
    [';', '|', ',']
        .into_iter()
        .find(|mark| {
            let cells = column.separators.get(mark).copied().unwrap_or(0);
            let items = column.items.get(mark).copied().unwrap_or(0);
            // Items repeat: fewer different items than different cells, or few altogether.
            column.share(cells) > 0.02 && items > 1 && (items <= column.distinct || items <= 40)
        })
        .map(|mark| mark.to_string())
}

/// Whether a header speaks of countries, sectors or techniques.
pub(super) fn names_a_list(header: &str) -> bool {
    let field = vocabulary::text(header).map(|read| read.meaning);
    matches!(field, Some(Field::Country | Field::Sector | Field::Technique))
}

/// Whether a column's words are named by our lists: where most are in them.
pub fn names(target: &Target, column: &ColumnSurvey) -> Names {
    match recognised(target, column) {
        Some(found) if found.cells > found.other_cells => Names::ByList,
        _ => Names::AsWritten,
    }
}

/// What a list of ours knows of a column's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The list.
    pub list: NameList,
    /// Different entries of the list.
    pub entries: u64,
    /// Times that a word is one.
    pub cells: u64,
    /// Words that are in no entry, the most frequent first, and words for a missing value left out.
    pub others: Vec<String>,
    /// Times that a word is none.
    pub other_cells: u64,
}

/// The words of a column that goes to a field with a list of ours, held against that list; `None` for other fields.
pub fn recognised(target: &Target, column: &ColumnSurvey) -> Option<Recognised> {
    let (Target::Text(field) | Target::Html(field) | Target::List { field, .. }) = target else { return None };
    let list = list_of(field)?;
    let mut entries = BTreeSet::new();
    let mut others: BTreeMap<String, u64> = BTreeMap::new();
    let mut cells = 0;
    each_item(target, column, &mut |item, times| {
        if let Some(named) = name(list, item) {
            cells += times;
            entries.insert(named.name);
        } else if absent(item).is_none() {
            *others.entry(item.to_owned()).or_default() += times;
        }
    });
    let other_cells = others.values().sum();
    let mut others: Vec<(String, u64)> = others.into_iter().collect();
    others.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let others = others.into_iter().map(|(word, _)| word).collect();
    Some(Recognised { list, entries: entries.len() as u64, cells, others, other_cells })
}

/// Every item of the column's different cells, with the number of cells.
pub(super) fn each_item(target: &Target, column: &ColumnSurvey, with: &mut dyn FnMut(&str, u64)) {
    for (cell, times) in column.words.cells() {
        match target {
            Target::List { separator, .. } => {
                let separator = if items::is_literal(cell) { LITERAL } else { separator.as_str() };
                for item in items::split(cell, separator) {
                    with(&item, times);
                }
            }
            _ => with(cell, times),
        }
    }
}

/// A list without organisations but with titles of few words, like a list of breached sites, names organisations.
pub(super) fn name_the_record(drafts: &mut [Draft], survey: &Survey) {
    let has = |drafts: &[Draft], wanted: fn(&Field) -> bool| {
        drafts.iter().any(|draft| match &draft.target {
            Target::Text(field) | Target::Html(field) | Target::List { field, .. } => wanted(field),
            Target::Ignore | Target::Date { .. } | Target::Count { .. } => false,
        })
    };
    let named = has(drafts, |field| matches!(field, Field::Title | Field::Organisation(_)));
    if named {
        return;
    }
    // Nothing names the record: the first column of short, mostly different words does.
    let candidate = survey.columns.iter().zip(drafts.iter()).position(|(column, draft)| {
        let average = column.characters.checked_div(column.filled).unwrap_or(0);
        matches!(draft.target, Target::Text(Field::Custom(_)))
            && draft.why == Why::Nothing
            && column.plain_numbers * 2 < column.filled
            && column.distinct as u64 * 2 > survey.rows.min(8_000)
            && (3..=LONG_TEXT).contains(&average)
    });
    if let Some(draft) = candidate.and_then(|place| drafts.get_mut(place)) {
        draft.target = Target::Text(Field::Title);
        draft.confidence = Certainty::Low;
    }
}
