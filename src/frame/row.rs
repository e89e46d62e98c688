//! What the frame keeps of one record, and how it is taken from the record.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::id::RecordId;
use crate::model::affected::{Affected, Amount, Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::{Event, EventKind, When};
use crate::model::incident::Incident;
use crate::model::missing::Missing;
use crate::model::organisation::Role;

/// The longest word, in bytes, that the frame keeps of a custom field: longer ones are texts, not words to filter by.
pub const MAX_CUSTOM_WORD: usize = 64;

/// What the frame keeps of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowValues {
    /// The dataset it belongs to; nil for records entered by hand.
    pub dataset: Uuid,
    /// Title as written.
    pub title: String,
    /// The source's own key, or empty.
    pub key: String,
    /// Words by field; no field without a word.
    pub words: BTreeMap<Field, Vec<String>>,
    /// Dates by kind of event; no blanks.
    pub dates: BTreeMap<EventKind, DateCell>,
    /// Counts by unit and effect; no blanks.
    pub counts: BTreeMap<(Unit, Effect), CountCell>,
    /// First dated statements, only of measures that were stated again at a date that is surely later.
    pub firsts: BTreeMap<(Unit, Effect), CountCell>,
}

/// One change to a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// The record. One that the snapshot does not know is inserted at its place.
    pub id: RecordId,
    /// Its new values; `None` removes it.
    pub values: Option<RowValues>,
}

impl RowValues {
    /// What the frame keeps of an incident.
    ///
    /// Of several events of one kind the earliest date counts (by first possible day, then last); of several counts
    /// of one unit and effect the latest statement that gives a number, or else the first reason why there is none. Where
    /// numbers were stated at different dates, the first of them is kept beside it.
    pub fn from_incident(incident: &Incident, dataset: Uuid) -> Self {
        let mut row = Self { dataset, title: incident.title.clone(), ..Self::default() };
        if let Some(key) = incident.origin.as_ref().and_then(|origin| origin.key.as_ref()) {
            row.key.clone_from(key);
        }
        row.take_words(incident);
        for event in &incident.events {
            row.take_event(event);
        }
        row.take_counts(&incident.affected);
        row.take_firsts(&incident.affected);
        row
    }

    /// Adds a word to a field; empty words and words of a custom field that are texts are passed over.
    pub fn add_word(&mut self, field: Field, word: &str) {
        if keeps(&field, word) {
            self.words.entry(field).or_default().push(one_line(word));
        }
    }

    fn take_words(&mut self, incident: &Incident) {
        let victim = incident.organisations.iter().find(|party| party.role == Role::Victim && !party.sector.is_empty());
        let party = victim.or_else(|| incident.organisations.iter().find(|party| !party.sector.is_empty()));
        if let Some(party) = party {
            // Several sectors of one organisation stand in one text, as import writes them.
            for sector in party.sector.split("; ") {
                self.add_word(Field::Sector, sector.trim());
            }
        }
        for party in &incident.organisations {
            self.add_word(Field::Organisation(party.role), &party.name);
        }
        for country in incident.place.country.split("; ") {
            self.add_word(Field::Country, country.trim());
        }
        self.add_word(Field::Region, &incident.place.region);
        self.add_word(Field::City, &incident.place.city);
        for kind in &incident.kinds {
            self.add_word(Field::Kind, kind);
        }
        if let Some(word) = incident.severity.and_then(key_of) {
            self.add_word(Field::Severity, &word);
        }
        if let Some(word) = incident.status.and_then(key_of) {
            self.add_word(Field::Status, &word);
        }
        if let Some(word) = incident.confidence.and_then(key_of) {
            self.add_word(Field::Confidence, &word);
        }
        let posture = &incident.posture;
        for (field, harm) in [
            (Field::Confidentiality, &posture.confidentiality),
            (Field::Integrity, &posture.integrity),
            (Field::Availability, &posture.availability),
        ] {
            if let Some(word) = harm.value().and_then(|harm| key_of(*harm)) {
                self.add_word(field, &word);
            }
        }
        for class in &incident.data_classes.items {
            self.add_word(Field::DataClass, class);
        }
        for motive in &incident.motives.items {
            self.add_word(Field::Motive, motive);
        }
        for actor in &incident.actors.items {
            self.add_word(Field::Actor, &actor.name);
            self.add_word(Field::ActorKind, &actor.kind);
        }
        for technique in &incident.techniques.items {
            self.add_word(Field::Technique, if technique.id.is_empty() { &technique.name } else { &technique.id });
        }
        for tag in &incident.tags {
            self.add_word(Field::Tag, tag);
        }
        for source in &incident.sources {
            self.add_word(Field::SourceName, &source.source);
        }
        for (header, text) in &incident.custom {
            self.add_word(Field::Custom(header.clone()), text);
        }
    }

    fn take_event(&mut self, event: &Event) {
        let cell = DateCell::from_when(&event.when);
        match self.dates.get_mut(&event.kind) {
            Some(held) => *held = held.earlier(cell),
            None if cell.state != DateState::Blank => {
                self.dates.insert(event.kind, cell);
            }
            None => {}
        }
    }

    fn take_counts(&mut self, affected: &[Affected]) {
        let mut stated: BTreeMap<(Unit, Effect), Option<i32>> = BTreeMap::new();
        for statement in affected {
            let measure = (statement.unit, statement.effect);
            let cell = CountCell::from_amount(&statement.amount);
            let day = statement.stated.as_ref().and_then(|date| date.days().hi).map(|day| day.0);
            let newer = match self.counts.get(&measure) {
                None => true,
                Some(held) if held.state == CountState::Count && cell.state != CountState::Count => false,
                Some(held) if held.state != CountState::Count && cell.state != CountState::Count => false,
                Some(held) if held.state != CountState::Count => true,
                Some(_) => day >= stated.get(&measure).copied().flatten(),
            };
            if newer {
                self.counts.insert(measure, cell);
                stated.insert(measure, day);
            }
        }
    }

    /// Keeps the first of several statements. Coarse dates are compared by what is sure: the first must lie wholly
    /// before the latest.
    fn take_firsts(&mut self, affected: &[Affected]) {
        if affected.len() < 2 {
            return;
        }
        for measure in self.counts.keys() {
            let of_measure = affected.iter().filter(|one| (one.unit, one.effect) == *measure);
            let dated: Vec<_> = of_measure.filter_map(|one| stated_days(one).map(|days| (days, one))).collect();
            let first = dated.iter().min_by_key(|((_, hi), _)| *hi);
            let latest = dated.iter().max_by_key(|((_, hi), _)| *hi);
            if let (Some(((_, first_hi), first)), Some(((latest_lo, _), _))) = (first, latest)
                && first_hi < latest_lo
            {
                self.firsts.insert(*measure, CountCell::from_amount(&first.amount));
            }
        }
    }
}

/// The days in which a number was stated, both ends known; `None` of a statement without a number or such a date.
fn stated_days(statement: &Affected) -> Option<(Day, Day)> {
    if !matches!(statement.amount, Amount::Count(_)) {
        return None;
    }
    let days = statement.stated.as_ref()?.days();
    days.lo.zip(days.hi)
}

/// Whether the frame keeps this word of this field.
pub(super) fn keeps(field: &Field, word: &str) -> bool {
    match field {
        Field::Custom(_) => !word.is_empty() && word.len() <= MAX_CUSTOM_WORD,
        Field::Title
        | Field::Key
        | Field::Event(_)
        | Field::Affected(..)
        | Field::Summary
        | Field::Description
        | Field::SourceAddress => false,
        _ => !word.is_empty(),
    }
}

fn one_line(word: &str) -> String {
    word.replace('\n', " ")
}

/// The key under which a unit-like value is written in documents.
fn key_of<T: serde::Serialize>(value: T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

impl DateCell {
    /// A single day.
    pub const fn day(day: i32) -> Self {
        Self { lo: day, hi: day, state: DateState::Date }
    }

    /// What is known of an event's date.
    pub fn from_when(when: &When) -> Self {
        match when {
            When::Date(date) => {
                let days = date.days();
                let lo = days.lo.map_or(i32::MIN, |day| day.0);
                Self { lo, hi: days.hi.map_or(i32::MAX, |day| day.0), state: DateState::Date }
            }
            When::NotYet => Self { lo: 0, hi: 0, state: DateState::NotYet },
            When::Missing(missing) => Self { lo: 0, hi: 0, state: DateState::of_missing(*missing) },
        }
    }

    /// Of two statements about one kind of event, the one that counts: a date before none, the earlier date,
    /// otherwise the first.
    #[must_use]
    pub fn earlier(self, other: Self) -> Self {
        match (self.state, other.state) {
            (DateState::Date, DateState::Date) => {
                if (other.lo, other.hi) < (self.lo, self.hi) {
                    other
                } else {
                    self
                }
            }
            (_, DateState::Date) | (DateState::Blank, _) => other,
            _ => self,
        }
    }
}

impl DateState {
    /// All states, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Blank,
        Self::Date,
        Self::NotYet,
        Self::Unknown,
        Self::NotStated,
        Self::Withheld,
        Self::NoneIdentified,
        Self::NotApplicable,
    ];

    /// The state for a reason.
    pub const fn of_missing(missing: Missing) -> Self {
        match missing {
            Missing::Unknown => Self::Unknown,
            Missing::NotStated => Self::NotStated,
            Missing::Withheld => Self::Withheld,
            Missing::NoneIdentified => Self::NoneIdentified,
            Missing::NotApplicable => Self::NotApplicable,
        }
    }
}

impl CountState {
    /// All states, in the order of their numbers.
    pub const ALL: [Self; 7] = [
        Self::Blank,
        Self::Count,
        Self::Unknown,
        Self::NotStated,
        Self::Withheld,
        Self::NoneIdentified,
        Self::NotApplicable,
    ];

    /// The state for a reason.
    pub const fn of_missing(missing: Missing) -> Self {
        match missing {
            Missing::Unknown => Self::Unknown,
            Missing::NotStated => Self::NotStated,
            Missing::Withheld => Self::Withheld,
            Missing::NoneIdentified => Self::NoneIdentified,
            Missing::NotApplicable => Self::NotApplicable,
        }
    }
}

impl CountCell {
    /// A plain number.
    pub const fn exact(number: u64) -> Self {
        Self { lo: number, hi: number, state: CountState::Count }
    }

    /// What is known of a count.
    pub fn from_amount(amount: &Amount) -> Self {
        match amount {
            Amount::Count(count) => Self { lo: count.lo, hi: count.hi.unwrap_or(u64::MAX), state: CountState::Count },
            Amount::Missing(missing) => Self { lo: 0, hi: 0, state: CountState::of_missing(*missing) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::count::Count;

    fn people(amount: Amount) -> Affected {
        Affected {
            amount,
            unit: Unit::People,
            effect: Effect::DataExposed,
            stated: None,
            note: String::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn the_last_number_counts_and_a_later_silence_does_not_erase_it() {
        let incident = Incident {
            affected: vec![
                people(Amount::Missing(Missing::Unknown)),
                people(Amount::Count(Count::exact(300))),
                people(Amount::Count(Count::exact(500))),
                people(Amount::Missing(Missing::Withheld)),
            ],
            ..Incident::default()
        };
        let row = RowValues::from_incident(&incident, Uuid::nil());
        assert_eq!(row.counts.get(&(Unit::People, Effect::DataExposed)), Some(&CountCell::exact(500)));
    }

    #[test]
    fn several_sectors_in_one_text_are_several_words() {
        let party = crate::model::organisation::Party { sector: "Health; Research".into(), ..Default::default() };
        let incident = Incident { organisations: vec![party], ..Incident::default() };
        let row = RowValues::from_incident(&incident, Uuid::nil());
        assert_eq!(row.words.get(&Field::Sector), Some(&vec!["Health".to_owned(), "Research".to_owned()]));
    }

    #[test]
    fn the_earliest_date_counts() {
        let date = DateCell::day(10);
        let not_yet = DateCell { state: DateState::NotYet, ..DateCell::default() };
        assert_eq!(not_yet.earlier(date), date);
        assert_eq!(date.earlier(not_yet), date);
        assert_eq!(date.earlier(DateCell::day(9)), DateCell::day(9));
        assert_eq!(date.earlier(DateCell { lo: 10, hi: 12, state: DateState::Date }), date);
        assert_eq!(DateCell::default().earlier(not_yet), not_yet);
    }
}
