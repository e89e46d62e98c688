//! One row of a batch turned into a record: the only place where columns meet the fields of an incident. The preview
//! and the workspace's importer both use it, so what was shown is what is kept.

use uuid::Uuid;

use crate::frame::batch::{Batch, Field, Values};
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::import::cells::count::count_cell;
use crate::import::cells::date::date_cell;
use crate::import::read::ratings::{self, severity, status};
use crate::model::affected::{Affected, Amount, Effect, Unit};
use crate::model::calendar::Day;
use crate::model::count::{Count, How};
use crate::model::date::PartialDate;
use crate::model::event::{Event, EventKind, When};
use crate::model::evidence::Evidence;
use crate::model::incident::{Actor, Harm, Incident, Origin, Posture, Technique};
use crate::model::missing::{Missing, Stated};
use crate::model::organisation::{Party, Role};
use crate::model::vocabulary::{technique_in, technique_named};

/// The record that row `row` of a batch (counted from 0) stands for.
///
/// `id` is its identity. A row beyond the end gives a blank record. Words that a field cannot take (a severity that is
/// not one of ours) are kept as a custom field under the field's name.
pub fn incident_from_row(batch: &Batch<'_>, row: usize, dataset: Uuid, id: Uuid) -> Incident {
    let origin = Origin { dataset, key: None, row: batch.rows.get(row).copied() };
    let mut incident = Incident { id, origin: Some(origin), ..Incident::default() };
    let mut sectors: Vec<&str> = Vec::new();
    let mut addresses: Vec<&str> = Vec::new();
    let mut actor_kinds: Vec<&str> = Vec::new();
    for column in &batch.columns {
        match (&column.values, column.field) {
            (Values::Dates { cells, texts }, Field::Event(kind)) => {
                let cell = cells.get(row).copied().unwrap_or_default();
                incident.events.extend(event(*kind, cell, text_at(texts, row)));
            }
            (Values::Counts { cells, texts }, Field::Affected(unit, effect)) => {
                let cell = cells.get(row).copied().unwrap_or_default();
                incident.affected.extend(affected(*unit, *effect, cell, text_at(texts, row)));
            }
            (Values::Texts(texts), Field::ActorKind) => {
                actor_kinds.extend(Some(text_at(texts, row)).filter(|text| !text.is_empty()));
            }
            (Values::Texts(texts), field) => {
                take(&mut incident, field, text_at(texts, row), &mut sectors, &mut addresses);
            }
            (Values::Lists { items, starts }, field) => {
                let from = starts.get(row).map_or(0, |&at| at as usize);
                let to = starts.get(row + 1).map_or(from, |&at| at as usize);
                let items = items.get(from..to).unwrap_or_default();
                if *field == Field::ActorKind {
                    actor_kinds.extend(items);
                    continue;
                }
                for item in items {
                    take(&mut incident, field, item, &mut sectors, &mut addresses);
                }
            }
            // A column whose values do not suit its field: kept as written rather than lost.
            (Values::Dates { texts, .. } | Values::Counts { texts, .. }, field) => {
                keep_aside(&mut incident, field, text_at(texts, row));
            }
        }
    }
    place_sectors(&mut incident, &sectors);
    place_addresses(&mut incident, &addresses);
    place_actor_kinds(&mut incident, &actor_kinds);
    incident
}

/// Whether the frame takes from this batch the same as from its records, so that a batch can be shown at once.
///
/// Not where a field is read for its meaning (severity, status), where a field that holds one value comes twice, and
/// where values do not suit their field.
pub fn is_shown_alike(batch: &Batch<'_>) -> bool {
    batch.columns.iter().enumerate().all(|(at, column)| {
        let alone = batch.columns.iter().skip(at + 1).all(|other| other.field != column.field);
        let suits = match (column.field, &column.values) {
            (Field::Event(_), Values::Dates { .. }) | (Field::Affected(..), Values::Counts { .. }) => true,
            (
                Field::Severity
                | Field::Status
                | Field::Confidentiality
                | Field::Integrity
                | Field::Availability
                | Field::Confidence
                | Field::ActorKind
                | Field::Event(_)
                | Field::Affected(..),
                _,
            )
            | (_, Values::Dates { .. } | Values::Counts { .. }) => false,
            (_, Values::Texts(_)) => true,
            (field, Values::Lists { .. }) => matches!(
                field,
                Field::Organisation(_) | Field::Kind | Field::DataClass | Field::Motive | Field::Actor | Field::Tag
            ),
        };
        alone && suits
    })
}

fn text_at<'a>(texts: &[&'a str], row: usize) -> &'a str {
    texts.get(row).copied().unwrap_or("")
}

fn take<'a>(
    incident: &mut Incident,
    field: &Field,
    text: &'a str,
    sectors: &mut Vec<&'a str>,
    addresses: &mut Vec<&'a str>,
) {
    if text.is_empty() {
        return;
    }
    match field {
        Field::Country => add_country(&mut incident.place.country, text),
        Field::Title | Field::Region | Field::City => set(incident, field, text),
        Field::Key => {
            if let Some(origin) = &mut incident.origin {
                origin.key.get_or_insert_with(|| text.to_owned());
            }
        }
        Field::Organisation(role) => {
            incident.organisations.push(Party { name: text.to_owned(), role: *role, ..Party::default() });
        }
        Field::Sector => sectors.push(text),
        Field::Kind => incident.kinds.push(text.to_owned()),
        Field::Severity => match severity(text) {
            Some(severity) => incident.severity = Some(severity),
            None => keep_aside(incident, field, text),
        },
        Field::Status => match status(text) {
            Some(status) => incident.status = Some(status),
            None => keep_aside(incident, field, text),
        },
        Field::DataClass => incident.data_classes.items.push(text.to_owned()),
        Field::Motive => incident.motives.items.push(text.to_owned()),
        Field::Actor => incident.actors.items.push(Actor { name: text.to_owned(), ..Actor::default() }),
        Field::Technique => incident.techniques.items.push(technique(text)),
        Field::Tag => incident.tags.push(text.to_owned()),
        Field::Summary => add_text(&mut incident.summary, text),
        Field::Description => add_text(&mut incident.description, text),
        Field::SourceName => incident.sources.push(Evidence { source: text.to_owned(), ..Evidence::default() }),
        Field::SourceAddress => addresses.push(text),
        Field::Confidence => match ratings::confidence(text) {
            Some(confidence) => incident.confidence = Some(confidence),
            None => keep_aside(incident, field, text),
        },
        Field::Confidentiality => harm(incident, field, text, |posture| &mut posture.confidentiality),
        Field::Integrity => harm(incident, field, text, |posture| &mut posture.integrity),
        Field::Availability => harm(incident, field, text, |posture| &mut posture.availability),
        Field::ActorKind | Field::Event(_) | Field::Affected(..) | Field::Custom(_) => {
            keep_aside(incident, field, text);
        }
    }
}

/// A field that holds one value: the first stays, others are kept under the field's name.
fn set(incident: &mut Incident, field: &Field, text: &str) {
    let slot = match field {
        Field::Region => &mut incident.place.region,
        Field::City => &mut incident.place.city,
        _ => &mut incident.title,
    };
    if slot.is_empty() {
        text.clone_into(slot);
    } else if slot != text {
        keep_aside(incident, field, text);
    }
}

/// Several countries of one record stand in one text, each once.
fn add_country(slot: &mut String, text: &str) {
    if slot.is_empty() {
        text.clone_into(slot);
    } else if slot.split("; ").all(|held| held != text) {
        slot.push_str("; ");
        slot.push_str(text);
    }
}

fn add_text(slot: &mut String, text: &str) {
    if !slot.is_empty() {
        slot.push('\n');
    }
    slot.push_str(text);
}

/// Keeps words under the column's own name.
fn keep_aside(incident: &mut Incident, field: &Field, text: &str) {
    if text.is_empty() {
        return;
    }
    let name = match field {
        Field::Custom(header) => header.clone(),
        Field::Event(kind) => kind.key().to_owned(),
        Field::Affected(unit, _) => unit.key().to_owned(),
        Field::Severity => "severity".to_owned(),
        Field::Status => "status".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    add_text(incident.custom.entry(name).or_default(), text);
}

/// What is said of harm; words that say neither harm nor why nothing is known are kept as they stand.
fn harm(incident: &mut Incident, field: &Field, text: &str, of: fn(&mut Posture) -> &mut Stated<Harm>) {
    match ratings::harm(text) {
        Some(stated) => *of(&mut incident.posture) = stated,
        None => keep_aside(incident, field, text),
    }
}

/// Types of actors belong to their names in turn where there are as many, else they are actors without a name.
fn place_actor_kinds(incident: &mut Incident, kinds: &[&str]) {
    let actors = &mut incident.actors.items;
    if actors.len() == kinds.len() {
        for (actor, kind) in actors.iter_mut().zip(kinds) {
            (*kind).clone_into(&mut actor.kind);
        }
    } else {
        actors.extend(kinds.iter().map(|kind| Actor { kind: (*kind).to_owned(), ..Actor::default() }));
    }
}

/// A sector belongs to the victim; where no organisation is named, to one without a name.
fn place_sectors(incident: &mut Incident, sectors: &[&str]) {
    let Some(sector) = sectors.first() else { return };
    let sector = if sectors.len() > 1 { sectors.join("; ") } else { (*sector).to_owned() };
    let parties = &mut incident.organisations;
    let at = parties.iter().position(|party| party.role == Role::Victim);
    match at.and_then(|at| parties.get_mut(at)) {
        Some(party) => party.sector = sector,
        None => parties.push(Party { sector, ..Party::default() }),
    }
}

/// The addresses belong to the sources in turn; those left over are sources without a name.
fn place_addresses(incident: &mut Incident, addresses: &[&str]) {
    for (at, address) in addresses.iter().enumerate() {
        match incident.sources.get_mut(at) {
            Some(source) => (*address).clone_into(&mut source.address),
            None => incident.sources.push(Evidence { address: (*address).to_owned(), ..Evidence::default() }),
        }
    }
}

/// The event of a date cell; `None` when the row says nothing about it.
fn event(kind: EventKind, cell: DateCell, text: &str) -> Option<Event> {
    let missing = |reason| Some(When::Missing(reason));
    let mut words = "";
    let when = match cell.state {
        DateState::Blank => None,
        DateState::NotYet => Some(When::NotYet),
        DateState::Unknown => {
            // Words that say when without saying a day.
            words = text;
            missing(Missing::Unknown)
        }
        DateState::NotStated => missing(Missing::NotStated),
        DateState::Withheld => missing(Missing::Withheld),
        DateState::NoneIdentified => missing(Missing::NoneIdentified),
        DateState::NotApplicable => missing(Missing::NotApplicable),
        DateState::Date => Some(match PartialDate::parse(text) {
            Ok(date) if date_cell(&date) == cell => When::Date(date),
            // The text alone does not say what the recipe read from it: the days are written out, the words stay.
            _ => {
                words = text;
                PartialDate::parse(&days_text(cell)).map_or(When::Missing(Missing::Unknown), When::Date)
            }
        }),
    }?;
    Some(Event { kind, when, who: String::new(), words: words.to_owned(), note: String::new(), evidence: Vec::new() })
}

/// Days in canonical form (EDTF).
pub(super) fn days_text(cell: DateCell) -> String {
    let day = |number: i32| {
        let (year, month, day) = Day(number).ymd();
        format!("{year:04}-{month:02}-{day:02}")
    };
    match (cell.lo, cell.hi) {
        (lo, hi) if lo == hi => day(lo),
        (i32::MIN, hi) => format!("[..{}]", day(hi)),
        (lo, i32::MAX) => format!("[{}..]", day(lo)),
        (lo, hi) => format!("[{}..{}]", day(lo), day(hi)),
    }
}

/// The statement of a count cell; `None` when the row says nothing about it.
fn affected(unit: Unit, effect: Effect, cell: CountCell, text: &str) -> Option<Affected> {
    let missing = |reason| Some(Amount::Missing(reason));
    // Words beside a missing count say why there is none ("half of its staff").
    let mut note = if cell.state == CountState::Count { "" } else { text };
    let amount = match cell.state {
        CountState::Blank => None,
        CountState::Unknown => missing(Missing::Unknown),
        CountState::NotStated => missing(Missing::NotStated),
        CountState::Withheld => missing(Missing::Withheld),
        CountState::NoneIdentified => missing(Missing::NoneIdentified),
        CountState::NotApplicable => missing(Missing::NotApplicable),
        CountState::Count => Some(match Count::parse(text) {
            // The bounds that the recipe gave it decide; the text stays as written.
            Ok(count) if count_cell(&count) == cell => Amount::Count(count),
            Ok(mut count) => {
                let how = if count.how == How::Words { How::Words } else { how(cell) };
                (count.lo, count.hi, count.how) = (cell.lo, bounded(cell.hi), how);
                Amount::Count(count)
            }
            Err(_) => {
                note = text;
                Count::parse(&count_text(cell)).map_or(Amount::Missing(Missing::Unknown), Amount::Count)
            }
        }),
    }?;
    Some(Affected { amount, unit, effect, stated: None, note: note.to_owned(), evidence: Vec::new() })
}

fn bounded(hi: u64) -> Option<u64> {
    (hi != u64::MAX).then_some(hi)
}

fn how(cell: CountCell) -> How {
    match (cell.lo, cell.hi) {
        (lo, hi) if lo == hi => How::Exact,
        (_, u64::MAX) => How::AtLeast,
        _ => How::Range,
    }
}

/// A count in words that say exactly its bounds.
fn count_text(cell: CountCell) -> String {
    match (cell.lo, cell.hi) {
        (lo, hi) if lo == hi => lo.to_string(),
        (lo, u64::MAX) => format!("at least {lo}"),
        (lo, hi) => format!("{lo}–{hi}"),
    }
}

/// A technique by its id, wherever that stands in the text, or by its exact name. The name is the vocabulary's, or the
/// source's words where the vocabulary does not know the id.
fn technique(text: &str) -> Technique {
    match technique_in(text) {
        Some((id, Some(known))) => Technique { id, name: known.name.to_owned() },
        Some((id, None)) => {
            let name = if text.len() > id.len() { text.to_owned() } else { String::new() };
            Technique { id, name }
        }
        None => {
            let id = technique_named(text).map(|known| known.id.to_owned()).unwrap_or_default();
            Technique { id, name: text.to_owned() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::row::RowValues;
    use crate::import::read::ratings::rating_key;

    #[test]
    fn a_table_and_its_records_have_the_same_words_for_ratings() {
        for (field, text, wanted) in [
            (Field::Severity, "Élevée", Some("high")),
            (Field::Severity, "P1", None),
            (Field::Status, " Clos ", Some("closed")),
            (Field::Confidence, "Medium", Some("medium")),
            (Field::Confidentiality, "Potentially", Some("potentially")),
            (Field::Integrity, "non", Some("no")),
            (Field::Availability, "perhaps", None),
            (Field::Sector, "High", None),
        ] {
            assert_eq!(rating_key(&field, text), wanted, "{text}");
            let columns = vec![crate::frame::batch::Column { field: &field, values: Values::Texts(vec![text]) }];
            let batch = Batch { rows: &[1], columns, problems: Vec::new() };
            let record = incident_from_row(&batch, 0, Uuid::nil(), Uuid::nil());
            let held = RowValues::from_incident(&record, Uuid::nil());
            if let Some(word) = wanted {
                assert_eq!(held.words.get(&field), Some(&vec![word.to_owned()]));
            }
        }
    }
}
