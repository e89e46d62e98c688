//! Columns of dates: what speaks for an event, which order the cells decide, dates in several columns, bare numbers.

use crate::import::propose::proposal::{Certainty, OpenQuestion, Why};
use crate::import::propose::survey::{ColumnSurvey, DateEvidence, Survey};
use crate::import::propose::vocabulary::{self, Read};
use crate::import::propose::{Draft, SUITS_ALONE, SUITS_WITH_HEADER};
use crate::import::recipe::{Blank, DateOrder, DateParts, DateReading, Target};
use crate::model::event::EventKind;

/// One order of dates must have this many times the other's evidence to be believed against it.
const OUTWEIGHS: u64 = 50;

fn target(event: EventKind, parts: Option<DateParts>) -> Target {
    Target::Date {
        event,
        order: DateOrder::YearMonthDay,
        blank: Blank::NothingSaid,
        reading: DateReading::default(),
        parts,
    }
}

/// What speaks for dates in a column.
pub(super) fn date_draft(column: &ColumnSurvey) -> Option<Draft> {
    let dates = column.dates.all();
    let share = column.share(dates);
    let named = vocabulary::event(&column.header);
    let by_words = vocabulary::words(&column.header);
    let says_date = by_words.iter().any(|word| word == "date");
    let is_bookkeeping = by_words.len() > 1 && !says_date;
    let refused = vocabulary::count(&column.header).is_some()
        || by_words
            .iter()
            .any(|word| ["modified", "updated", "created", "scraped", "retrieved", "parse"].contains(&word.as_str()));
    if (named.is_some() || says_date && !is_bookkeeping) && !refused && asks_what_numbers_count(column) {
        let suit = column.dates.numbers().map_or(0, |(_, span)| span.cells);
        let words = named.as_ref().map_or("date", |read| read.by).to_owned();
        return Some(Draft {
            target: target(named.map_or(EventKind::MadePublic, |read| read.meaning), None),
            confidence: Certainty::Low,
            why: Why::HeaderAndContents { words, suit, filled: column.filled },
            weight: 40,
        });
    }
    if let Some(read) = named {
        let mostly = share >= SUITS_WITH_HEADER || (column.not_yet > 0 && column.filled == 0);
        return mostly.then(|| Draft {
            target: target(read.meaning, None),
            confidence: if share >= 0.95 && read.weight >= 8 { Certainty::High } else { Certainty::Medium },
            why: Why::HeaderAndContents { words: read.by.to_owned(), suit: dates, filled: column.filled },
            weight: u32::from(read.weight) * 100 + (share * 50.0) as u32 + u32::from(column.dates.numeric() == 0),
        });
    }
    let full_dates = share >= SUITS_ALONE && column.plain_numbers * 2 < column.filled;
    (full_dates && says_date && !is_bookkeeping && !refused).then(|| Draft {
        target: target(EventKind::MadePublic, None),
        confidence: Certainty::Low,
        why: Why::DatesOfWhat,
        weight: 50,
    })
}

/// Whether nearly all cells of a column are bare numbers that may count days or seconds. Whether they do, the numbers
/// cannot tell.
pub fn asks_what_numbers_count(column: &ColumnSurvey) -> bool {
    let cells = column.dates.numbers().map_or(0, |(_, span)| span.cells);
    cells > 0 && column.share(cells) >= SUITS_ALONE && column.dates.all() * 2 < column.filled
}

/// The order that a column's own dates decide, if they do.
pub fn decided_order(evidence: &DateEvidence) -> Option<DateOrder> {
    let DateEvidence { only_day_first: day, only_month_first: month, either, .. } = evidence;
    match (*day, *month) {
        (0, 0) if *either == 0 => Some(DateOrder::YearMonthDay),
        (0, 0) => None,
        (day, month) if day > month.saturating_mul(OUTWEIGHS) => Some(DateOrder::DayMonthYear),
        (day, month) if month > day.saturating_mul(OUTWEIGHS) => Some(DateOrder::MonthDayYear),
        _ => None,
    }
}

/// Gives each date column its order: its own evidence, else that of the file's other date columns, else a question. A
/// column of bare numbers is a question of its own.
pub(super) fn settle_date_orders(
    drafts: &mut [Draft],
    survey: &Survey,
    chosen: &[(String, DateOrder)],
) -> Vec<OpenQuestion> {
    let decided: Vec<DateOrder> = drafts
        .iter()
        .zip(&survey.columns)
        .filter(|(draft, _)| matches!(draft.target, Target::Date { .. }))
        .filter_map(|(_, column)| decided_order(&column.dates))
        .filter(|order| *order != DateOrder::YearMonthDay)
        .collect();
    let common = decided.first().filter(|first| decided.iter().all(|order| order == *first)).copied();
    let mut open = Vec::new();
    for (draft, column) in drafts.iter_mut().zip(&survey.columns) {
        let Target::Date { order, parts, .. } = &mut draft.target else { continue };
        let (header, evidence) = (column.header.clone(), column.dates.clone());
        if parts.is_none() && asks_what_numbers_count(column) {
            open.push(OpenQuestion::DateNumbers { column: header.clone(), evidence: evidence.clone() });
        }
        if let Some((_, chosen)) = chosen.iter().find(|(header, _)| *header == column.header) {
            *order = *chosen;
            continue;
        }
        let torn = column.dates.only_day_first > 0 && column.dates.only_month_first > 0;
        if let Some(found) = decided_order(&column.dates).or(common.filter(|_| !torn)) {
            *order = found;
        } else {
            draft.confidence = Certainty::Low;
            open.push(OpenQuestion::DateOrder { column: header, evidence });
        }
    }
    open
}

/// What the last word of a header says of a part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
}

/// The part of a date that a header names, and what stands before it (`timeline.incident.year`, `Breach Year`).
fn part_of(header: &str) -> Option<(Vec<String>, Part)> {
    let mut words = vocabulary::words(header);
    let of_word = |word: &str| match word {
        "year" | "annee" | "jahr" | "ano" | "anno" | "yyyy" => Some(Part::Year),
        "month" | "mois" | "monat" | "mes" | "mese" | "mm" => Some(Part::Month),
        "day" | "jour" | "tag" | "dia" | "giorno" | "dd" => Some(Part::Day),
        _ => None,
    };
    if let Some(part) = words.last().and_then(|word| of_word(word)) {
        words.pop();
        return Some((words, part));
    }
    let part = words.first().and_then(|word| of_word(word))?;
    words.remove(0);
    Some((words, part))
}

/// Joins a year, a month and a day that stand in columns of their own into one date of the year's column.
pub(super) fn find_parts(drafts: &mut [Draft], survey: &Survey) {
    let parts: Vec<(usize, Vec<String>, Part)> = survey
        .columns
        .iter()
        .enumerate()
        .filter_map(|(place, column)| part_of(&column.header).map(|(stem, part)| (place, stem, part)))
        .collect();
    for (year, stem, _) in parts.iter().filter(|(_, _, part)| *part == Part::Year) {
        let of = |wanted: Part| {
            let found = parts.iter().find(|(_, other, part)| other == stem && *part == wanted).map(|(at, ..)| *at);
            found.filter(|at| survey.columns.get(*at).is_some_and(|column| column.filled > 0))
        };
        let (Some(column), Some(month)) = (survey.columns.get(*year), of(Part::Month)) else { continue };
        let years = column.share(column.dates.any_order.min(column.plain_numbers));
        let months = survey.columns.get(month).is_some_and(|column| column.share(column.plain_numbers) >= 0.9);
        let named = stem_event(stem);
        if years < SUITS_ALONE || !months && named.is_none() {
            continue;
        }
        let header = |at: usize| survey.columns.get(at).map(|column| column.header.clone()).unwrap_or_default();
        let day = of(Part::Day);
        let names = DateParts { month: header(month), day: day.map(header) };
        let confidence = if named.is_some() { Certainty::Medium } else { Certainty::Low };
        let why = named.as_ref().map_or(Why::DatesOfWhat, |read| Why::HeaderAndContents {
            words: read.by.to_owned(),
            suit: column.dates.any_order,
            filled: column.filled,
        });
        let weight = named.as_ref().map_or(50, |read| u32::from(read.weight) * 100);
        let event = named.map_or(EventKind::MadePublic, |read| read.meaning);
        if let Some(draft) = drafts.get_mut(*year) {
            *draft = Draft { target: target(event, Some(names)), confidence, why, weight };
        }
        for at in [Some(month), day].into_iter().flatten() {
            if let Some(draft) = drafts.get_mut(at) {
                let why = Why::PartOf { column: column.header.clone() };
                *draft = Draft { target: Target::Ignore, confidence: Certainty::High, why, weight: 0 };
            }
        }
    }
}

/// Takes a column of years for the date of a file that has no other. Where the header does not say of what, it is the
/// date of an event without a name, so that it stands for no disclosure.
pub(super) fn find_years(drafts: &mut [Draft], survey: &Survey) {
    if drafts.iter().any(|draft| matches!(draft.target, Target::Date { .. })) {
        return;
    }
    for (draft, column) in drafts.iter_mut().zip(&survey.columns) {
        let Some((stem, Part::Year)) = part_of(&column.header) else { continue };
        let named = stem_event(&stem);
        let years = column.dates.any_order.min(column.plain_numbers);
        if column.share(years) < SUITS_ALONE || named.is_none() && !stem.is_empty() {
            continue;
        }
        let event = named.as_ref().map_or(EventKind::Other, |read| read.meaning);
        let why = named.map_or(Why::DatesOfWhat, |read| Why::HeaderAndContents {
            words: read.by.to_owned(),
            suit: years,
            filled: column.filled,
        });
        *draft = Draft { target: target(event, None), confidence: Certainty::Low, why, weight: 50 };
        return;
    }
}

/// The event that the words before a part name; "incident" alone is when it happened.
fn stem_event(stem: &[String]) -> Option<Read<EventKind>> {
    let words = stem.join(" ");
    vocabulary::event(&words).or_else(|| vocabulary::event(&format!("{words} date"))).or_else(|| {
        let last = stem.last().map(String::as_str);
        let by = match last {
            Some("incident") => "incident",
            Some("breach") => "breach",
            Some("attack") => "attack",
            _ => return None,
        };
        Some(Read { meaning: EventKind::IntrusionBegan, weight: 6, by })
    })
}
