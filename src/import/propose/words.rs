//! Columns of words: which field their header names, and what separates several values in a cell.

use crate::frame::batch::Field;
use crate::import::propose::proposal::{Certainty, Why};
use crate::import::propose::survey::{ColumnSurvey, Survey};
use crate::import::propose::{Draft, LONG_TEXT, vocabulary};
use crate::import::recipe::Target;
use crate::import::rows::items::LITERAL;

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
