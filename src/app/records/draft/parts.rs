//! Parts of a draft of which there are any number: events, counts, evidence.

use crate::app::records::draft::texts::{CountText, DateText};
use crate::model::affected::{Affected, Amount, Effect, Unit};
use crate::model::date::relative::{self, RelativeError};
use crate::model::event::{Event, EventKind, When};
use crate::model::evidence::Evidence;
use crate::model::missing::Missing;

/// A statement that supports a value.
#[derive(Clone, Debug, Default)]
pub struct EvidenceDraft {
    /// Tells it from others for as long as the draft lives.
    pub key: u64,
    /// Its texts.
    pub evidence: Evidence,
    /// When it was said.
    pub as_of: DateText,
}

impl EvidenceDraft {
    /// The draft of a statement.
    pub fn of(evidence: &Evidence, key: u64) -> Self {
        let as_of = DateText::of(evidence.as_of.as_ref());
        Self { key, evidence: Evidence { as_of: None, ..evidence.clone() }, as_of }
    }

    /// The statement; `None` where nothing is written. A date that cannot be read counts in `faults`.
    fn read(&self, faults: &mut usize) -> Option<Evidence> {
        let mut evidence = self.evidence.clone();
        match self.as_of.read() {
            Some(Ok(date)) => evidence.as_of = Some(date),
            Some(Err(_)) => *faults += 1,
            None => {}
        }
        let is_blank = evidence == Evidence::default() && self.as_of.is_blank();
        (!is_blank).then_some(evidence)
    }
}

/// The statements that are not blank.
pub fn read_evidence(drafts: &[EvidenceDraft], faults: &mut usize) -> Vec<Evidence> {
    drafts.iter().filter_map(|draft| draft.read(faults)).collect()
}

/// Whether an event has a date, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenState {
    /// There is a date, typed as text.
    Date,
    /// It has not happened yet.
    NotYet,
    /// Why there is no date.
    Missing(Missing),
}

/// An event.
#[derive(Clone, Debug)]
pub struct EventDraft {
    /// Tells it from others for as long as the draft lives.
    pub key: u64,
    /// What happened.
    pub kind: EventKind,
    /// Whether there is a date.
    pub state: WhenState,
    /// The date, or words relative to another event.
    pub date: DateText,
    /// The other side.
    pub who: String,
    /// Anything else.
    pub note: String,
    /// What the date rests on.
    pub evidence: Vec<EvidenceDraft>,
    /// Words of the source that came with the date; they go when the date is changed.
    pub words: String,
    /// Whether all its fields are shown.
    pub details: bool,
}

/// What was understood of an event's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateAnswer {
    /// No date is asked for.
    Unasked,
    /// Nothing is written yet.
    Blank,
    /// This date.
    Understood(Box<crate::model::date::PartialDate>),
    /// Nothing that can be kept.
    Refused(RelativeError),
}

impl EventDraft {
    /// A blank event.
    pub fn new(kind: EventKind, key: u64) -> Self {
        Self {
            key,
            kind,
            state: WhenState::Date,
            date: DateText::default(),
            who: String::new(),
            note: String::new(),
            evidence: Vec::new(),
            words: String::new(),
            details: false,
        }
    }

    /// The draft of an event. A date that its words lead to among `events` is shown as these words.
    pub fn of(event: &Event, events: &[Event], next: &mut impl FnMut() -> u64) -> Self {
        let (state, date) = match &event.when {
            When::Date(date) => (WhenState::Date, Some(date)),
            When::NotYet => (WhenState::NotYet, None),
            When::Missing(missing) => (WhenState::Missing(*missing), None),
        };
        let mut draft = Self {
            key: next(),
            kind: event.kind,
            state,
            date: DateText::of(date),
            who: event.who.clone(),
            note: event.note.clone(),
            evidence: event.evidence.iter().map(|evidence| EvidenceDraft::of(evidence, next())).collect(),
            words: event.words.clone(),
            details: false,
        };
        let led_to = relative::resolve(&event.words, events).ok();
        if led_to.is_some_and(|(found, words)| date == Some(&found) && words == event.words) {
            draft.date.text.clone_from(&event.words);
        }
        draft
    }

    /// The event as far as it stands on its own: relative dates are left for [`Self::settle`].
    fn alone(&self, faults: &mut usize) -> (Event, DateAnswer) {
        let evidence = read_evidence(&self.evidence, faults);
        let (who, note) = (self.who.trim().to_owned(), self.note.trim().to_owned());
        let (when, answer, words) = match self.state {
            WhenState::NotYet => (When::NotYet, DateAnswer::Unasked, String::new()),
            WhenState::Missing(missing) => (When::Missing(missing), DateAnswer::Unasked, self.words.clone()),
            WhenState::Date => match self.date.read() {
                None => (When::Missing(Missing::Unknown), DateAnswer::Blank, String::new()),
                Some(Ok(date)) => {
                    let words = if self.date.is_untouched() { self.words.clone() } else { String::new() };
                    (When::Date(date.clone()), DateAnswer::Understood(Box::new(date)), words)
                }
                Some(Err(error)) => {
                    let refused = DateAnswer::Refused(RelativeError::Unusable(error));
                    (When::Missing(Missing::Unknown), refused, String::new())
                }
            },
        };
        (Event { kind: self.kind, when, who, words, note, evidence }, answer)
    }
}

/// The events of drafts, with what was understood of each date; relative dates are worked out from the others.
pub fn read_events(drafts: &[EventDraft], faults: &mut usize) -> (Vec<Event>, Vec<DateAnswer>) {
    let (mut events, mut answers): (Vec<Event>, Vec<DateAnswer>) =
        drafts.iter().map(|draft| draft.alone(faults)).unzip();
    // One relative date may rest on another: as many rounds as there may be links in such a chain.
    for _ in 0..drafts.len().min(4) {
        let mut settled = false;
        for (at, draft) in drafts.iter().enumerate() {
            if !matches!(answers.get(at), Some(DateAnswer::Refused(_))) {
                continue;
            }
            let answer = match relative::resolve(draft.date.text.trim(), &events) {
                Ok((date, words)) => {
                    if let Some(event) = events.get_mut(at) {
                        event.when = When::Date(date.clone());
                        event.words = words;
                    }
                    settled = true;
                    DateAnswer::Understood(Box::new(date))
                }
                Err(RelativeError::NotRelative) => continue,
                Err(error) => DateAnswer::Refused(error),
            };
            if let Some(slot) = answers.get_mut(at) {
                *slot = answer;
            }
        }
        if !settled {
            break;
        }
    }
    *faults += answers.iter().filter(|answer| matches!(answer, DateAnswer::Refused(_))).count();
    (events, answers)
}

/// A count.
#[derive(Clone, Debug)]
pub struct CountDraft {
    /// Tells it from others for as long as the draft lives.
    pub key: u64,
    /// Why there is no number; `None` where one is typed.
    pub missing: Option<Missing>,
    /// The number.
    pub number: CountText,
    /// What was counted.
    pub unit: Unit,
    /// What happened to them.
    pub effect: Effect,
    /// When it was stated.
    pub stated: DateText,
    /// Anything else.
    pub note: String,
    /// What it rests on.
    pub evidence: Vec<EvidenceDraft>,
    /// Whether all its fields are shown.
    pub details: bool,
}

impl CountDraft {
    /// A blank count.
    pub fn new(unit: Unit, effect: Effect, key: u64) -> Self {
        Self {
            key,
            missing: None,
            number: CountText::default(),
            unit,
            effect,
            stated: DateText::default(),
            note: String::new(),
            evidence: Vec::new(),
            details: false,
        }
    }

    /// The draft of a count.
    pub fn of(affected: &Affected, next: &mut impl FnMut() -> u64) -> Self {
        let (missing, count) = match &affected.amount {
            Amount::Count(count) => (None, Some(count)),
            Amount::Missing(missing) => (Some(*missing), None),
        };
        Self {
            key: next(),
            missing,
            number: CountText::of(count),
            unit: affected.unit,
            effect: affected.effect,
            stated: DateText::of(affected.stated.as_ref()),
            note: affected.note.clone(),
            evidence: affected.evidence.iter().map(|evidence| EvidenceDraft::of(evidence, next())).collect(),
            details: false,
        }
    }

    fn read(&self, faults: &mut usize) -> Affected {
        let amount = match (self.missing, self.number.read()) {
            (Some(missing), _) => Amount::Missing(missing),
            (None, Some(Ok(count))) => Amount::Count(count),
            (None, Some(Err(_))) => {
                *faults += 1;
                Amount::Missing(Missing::Unknown)
            }
            (None, None) => Amount::Missing(Missing::Unknown),
        };
        let stated = match self.stated.read() {
            Some(Ok(date)) => Some(date),
            Some(Err(_)) => {
                *faults += 1;
                None
            }
            None => None,
        };
        Affected {
            amount,
            unit: self.unit,
            effect: self.effect,
            stated,
            note: self.note.trim().to_owned(),
            evidence: read_evidence(&self.evidence, faults),
        }
    }
}

/// The counts of drafts.
pub fn read_counts(drafts: &[CountDraft], faults: &mut usize) -> Vec<Affected> {
    drafts.iter().map(|draft| draft.read(faults)).collect()
}
