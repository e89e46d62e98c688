//! The record that is being edited: a draft beside the record itself, which nothing changes until it is saved.
//!
//! What is typed as text stays text here; [`Draft::read`] turns the whole into a record and says what was understood
//! and what cannot be kept.

pub mod parts;
pub mod texts;

use parts::{CountDraft, DateAnswer, EventDraft, EvidenceDraft};
use texts::LinesText;

use crate::frame::RecordId;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::incident::{Actor, Campaign, Incident, Technique};
use crate::model::organisation::Party;

/// What saving does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Adds a record.
    New,
    /// Changes this record.
    Record(RecordId),
}

/// A field of words, of which there may be any number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordList {
    /// Kinds of incident.
    Kinds,
    /// Classes of data.
    DataClasses,
    /// Motives.
    Motives,
    /// Techniques.
    Techniques,
    /// Tags.
    Tags,
}

impl WordList {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Kinds, Self::DataClasses, Self::Motives, Self::Techniques, Self::Tags];
}

/// A record being edited.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What saving does.
    pub target: Target,
    /// The record as it was when the draft was begun.
    pub base: Incident,
    /// The record as it was imported, where that differs from `base`.
    pub imported: Option<Incident>,
    /// Everything that needs no reading, edited as it stands. Its events, counts and sources are not used.
    pub incident: Incident,
    /// The organisations, each with its key.
    pub parties: Vec<(u64, Party)>,
    /// Events.
    pub events: Vec<EventDraft>,
    /// Counts.
    pub counts: Vec<CountDraft>,
    /// Counts of the campaign.
    pub campaign_counts: Vec<CountDraft>,
    /// Sources of the record as a whole.
    pub sources: Vec<EvidenceDraft>,
    /// Actors, each with its key.
    pub actors: Vec<(u64, Actor)>,
    /// Custom fields: key, name, text.
    pub custom: Vec<(u64, String, String)>,
    /// Measures taken.
    pub measures: LinesText,
    /// Lessons drawn.
    pub lessons: LinesText,
    /// Recommendations made.
    pub recommendations: LinesText,
    /// A word that is being typed into each list and not added yet.
    adding: [String; WordList::ALL.len()],
    keys: u64,
}

/// What a draft says.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The record as it would be saved.
    pub incident: Incident,
    /// What was understood of each event's date, in the order of the draft.
    pub dates: Vec<DateAnswer>,
    /// How many texts cannot be kept as they stand.
    pub faults: usize,
}

impl Draft {
    /// A draft of a record.
    pub fn of(target: Target, incident: Incident, imported: Option<Incident>) -> Self {
        let mut keys = 0;
        let mut next = || {
            keys += 1;
            keys
        };
        let campaign = incident.campaign.clone().unwrap_or_default();
        let events = incident.events.iter().map(|event| EventDraft::of(event, &incident.events, &mut next)).collect();
        let counts = incident.affected.iter().map(|affected| CountDraft::of(affected, &mut next)).collect();
        let campaign_counts = campaign.affected.iter().map(|affected| CountDraft::of(affected, &mut next)).collect();
        let sources = incident.sources.iter().map(|source| EvidenceDraft::of(source, next())).collect();
        let parties = incident.organisations.iter().map(|party| (next(), party.clone())).collect();
        let actors = incident.actors.items.iter().map(|actor| (next(), actor.clone())).collect();
        let custom = incident.custom.iter().map(|(name, text)| (next(), name.clone(), text.clone())).collect();
        Self {
            target,
            imported,
            parties,
            events,
            counts,
            campaign_counts,
            sources,
            actors,
            custom,
            measures: LinesText::of(&incident.measures),
            lessons: LinesText::of(&incident.lessons),
            recommendations: LinesText::of(&incident.recommendations),
            adding: Default::default(),
            incident: Incident { campaign: Some(campaign), ..incident.clone() },
            base: incident,
            keys,
        }
    }

    /// A draft of a record that is not there yet: one victim to be named.
    pub fn blank() -> Self {
        let mut draft = Self::of(Target::New, Incident::default(), None);
        draft.parties.push((0, Party::default()));
        draft
    }

    /// A key for a new part.
    pub fn key(&mut self) -> u64 {
        self.keys += 1;
        self.keys
    }

    /// Goes on with a draft that was saved as this record: what stands in the fields stays as it was typed.
    pub fn saved(&mut self, target: Target, record: Incident, imported: Option<Incident>) {
        let now = self.read().incident;
        let same = Incident { id: record.id, origin: record.origin.clone(), ..now } == record;
        if !same {
            *self = Self::of(target, record, imported);
            return;
        }
        for (list, word) in WordList::ALL.into_iter().zip(std::mem::take(&mut self.adding)) {
            self.add_word(list, &word);
        }
        self.incident.id = record.id;
        self.incident.origin.clone_from(&record.origin);
        (self.target, self.base, self.imported) = (target, record, imported);
    }

    /// The last key that was given.
    pub const fn keys_now(&self) -> u64 {
        self.keys
    }

    /// Notes that keys up to this one were given elsewhere.
    pub fn keys_from(&mut self, last: u64) {
        self.keys = self.keys.max(last);
    }

    /// Adds an event of the kind that usually comes next.
    pub fn add_event(&mut self) -> u64 {
        use EventKind as Kind;
        let usual = [
            Kind::IntrusionBegan,
            Kind::Aware,
            Kind::RegulatorNotified,
            Kind::PeopleTold,
            Kind::MadePublic,
            Kind::Closed,
        ];
        let is_there = |kind: &EventKind| self.events.iter().any(|event| event.kind == *kind);
        let kind = usual.into_iter().find(|kind| !is_there(kind)).unwrap_or(Kind::Other);
        let key = self.key();
        self.events.push(EventDraft::new(kind, key));
        key
    }

    /// Adds a count, of the measure that is asked about or of what the last count counts.
    pub fn add_count(&mut self, measure: (Unit, Effect)) -> u64 {
        let key = self.key();
        let (unit, effect) = self.counts.last().map_or(measure, |last| (last.unit, last.effect));
        self.counts.push(CountDraft::new(unit, effect, key));
        key
    }

    /// The word that is being typed into a list.
    pub fn adding(&mut self, list: WordList) -> &mut String {
        let [kinds, classes, motives, techniques, tags] = &mut self.adding;
        match list {
            WordList::Kinds => kinds,
            WordList::DataClasses => classes,
            WordList::Motives => motives,
            WordList::Techniques => techniques,
            WordList::Tags => tags,
        }
    }

    /// The words of a list, as they are shown.
    pub fn words(&self, list: WordList) -> Vec<String> {
        let record = &self.incident;
        match list {
            WordList::Kinds => record.kinds.clone(),
            WordList::DataClasses => record.data_classes.items.clone(),
            WordList::Motives => record.motives.items.clone(),
            WordList::Techniques => record.techniques.items.iter().map(technique_words).collect(),
            WordList::Tags => record.tags.clone(),
        }
    }

    /// Adds a word to a list; one that is there already is not added again.
    pub fn add_word(&mut self, list: WordList, word: &str) {
        add_word(&mut self.incident, list, word);
    }

    /// Takes a word out of a list.
    pub fn remove_word(&mut self, list: WordList, at: usize) {
        let record = &mut self.incident;
        let items = match list {
            WordList::Kinds => &mut record.kinds,
            WordList::DataClasses => &mut record.data_classes.items,
            WordList::Motives => &mut record.motives.items,
            WordList::Tags => &mut record.tags,
            WordList::Techniques => {
                if at < record.techniques.items.len() {
                    record.techniques.items.remove(at);
                }
                return;
            }
        };
        if at < items.len() {
            items.remove(at);
        }
    }

    /// Turns the draft into a record.
    pub fn read(&self) -> Reading {
        let mut faults = 0;
        let mut incident = self.incident.clone();
        let (events, dates) = parts::read_events(&self.events, &mut faults);
        incident.events = events;
        incident.affected = parts::read_counts(&self.counts, &mut faults);
        incident.sources = parts::read_evidence(&self.sources, &mut faults);
        incident.measures = self.measures.read();
        incident.lessons = self.lessons.read();
        incident.recommendations = self.recommendations.read();
        let is_named = |party: &Party| *party != Party { role: party.role, ..Party::default() };
        incident.organisations = self.parties.iter().map(|(_, party)| party.clone()).filter(is_named).collect();
        let actors = self.actors.iter().map(|(_, actor)| actor.clone());
        incident.actors.items = actors.filter(|actor| *actor != Actor::default()).collect();
        let custom = self.custom.iter().filter(|(_, name, _)| !name.trim().is_empty());
        incident.custom = custom.map(|(_, name, text)| (name.clone(), text.clone())).collect();
        let mut campaign = incident.campaign.take().unwrap_or_default();
        campaign.affected = parts::read_counts(&self.campaign_counts, &mut faults);
        incident.campaign = (campaign != Campaign::default()).then_some(campaign);
        // What was typed and not yet confirmed is not lost.
        for (list, word) in WordList::ALL.into_iter().zip(&self.adding) {
            add_word(&mut incident, list, word);
        }
        Reading { incident, dates, faults }
    }
}

impl Reading {
    /// Whether saving would change anything.
    pub fn differs(&self, draft: &Draft) -> bool {
        self.faults > 0 || self.incident != draft.base
    }
}

fn add_word(record: &mut Incident, list: WordList, word: &str) {
    let word = word.trim();
    if word.is_empty() {
        return;
    }
    let items = match list {
        WordList::Kinds => &mut record.kinds,
        WordList::DataClasses => &mut record.data_classes.items,
        WordList::Motives => &mut record.motives.items,
        WordList::Tags => &mut record.tags,
        WordList::Techniques => {
            let technique = technique_of(word);
            if !record.techniques.items.contains(&technique) {
                record.techniques.items.push(technique);
            }
            return;
        }
    };
    if !items.iter().any(|known| known == word) {
        items.push(word.to_owned());
    }
}

/// A technique as one text: "T1566.001 Spearphishing attachment".
fn technique_words(technique: &Technique) -> String {
    format!("{} {}", technique.id, technique.name).trim().to_owned()
}

/// The technique that a text names: an ATT&CK id first, if there is one.
fn technique_of(text: &str) -> Technique {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let number = first.strip_prefix(['T', 't']).unwrap_or_default();
    let is_id = number.len() >= 4 && number.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if is_id {
        Technique { id: first.to_uppercase(), name: rest.trim().to_owned() }
    } else {
        Technique { id: String::new(), name: text.to_owned() }
    }
}

/// What a record is called in a sentence: its title, or its first organisation.
pub fn name_of(incident: &Incident) -> String {
    let party = incident.organisations.iter().map(|party| party.name.trim()).find(|name| !name.is_empty());
    let title = incident.title.trim();
    let name = if title.is_empty() { party.unwrap_or_default() } else { title };
    name.to_owned()
}

#[cfg(test)]
mod tests;
