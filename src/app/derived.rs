//! Derived answers: worked out from the state, kept until what they rest on changes.
//!
//! The selection, and so every count, and the words of a field with their counts are worked out by jobs; figures are
//! computed from the selection (see `answers`). While the next one is worked out the one before stays. A selection
//! never goes without the snapshot that it is of, so that what is shown of one revision is never read from another.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use crate::app::awaited::Awaited;
use crate::app::opened::Opened;
use crate::chart::describe;
use crate::frame::batch::Field;
use crate::frame::fold::fold;
use crate::frame::{Revision, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::query::question::{Filter, Question};
use crate::query::{Facets, Selection, facets, select};
use crate::text::Lang;

/// Up to this many records the selection is worked out between two frames, so that an edit or a letter shows at once:
/// six chunks, for which no second thread is started. A million take 25 to 40 ms on two cores, so these take one or
/// two; more go to a job.
const AT_ONCE: usize = 50_000;

/// What a selection rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectionKey {
    opened: u64,
    revision: Revision,
    filter: Filter,
    date_of: EventKind,
    measure: (Unit, Effect),
}

impl SelectionKey {
    fn of(opened: &Opened) -> Self {
        Self {
            opened: opened.number,
            revision: opened.snapshot.revision(),
            filter: opened.question.filter.clone(),
            date_of: opened.question.date_of,
            measure: opened.question.measure,
        }
    }

    fn is_of(&self, opened: &Opened, question: &Question) -> bool {
        (self.opened, self.revision) == (opened.number, opened.snapshot.revision())
            && (self.date_of, self.measure) == (question.date_of, question.measure)
            && self.filter == question.filter
    }
}

/// The records that a filter chooses, with the snapshot that they are of.
#[derive(Clone, Debug)]
pub struct Selected {
    /// What it rests on; equal keys mean equal selections.
    pub key: SelectionKey,
    /// The snapshot that it is good for.
    pub snapshot: Snapshot,
    /// The records.
    pub selection: Arc<Selection>,
}

/// A selection to be worked out.
#[derive(Debug)]
pub struct SelectWork {
    key: SelectionKey,
    snapshot: Snapshot,
}

impl SelectWork {
    /// Works it out: O(records), spread over threads.
    pub fn run(self) -> Selected {
        let Self { key, snapshot } = self;
        let selection = Arc::new(select(&snapshot, &key.filter, key.date_of, key.measure));
        Selected { key, snapshot, selection }
    }
}

/// What the words of a field with their counts rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsKey {
    /// All of the filter but the field itself.
    others: SelectionKey,
    field: Field,
    /// Letters that the words shown must have, folded.
    find: String,
    lang: Lang,
}

/// The words of a field with their counts.
#[derive(Clone, Debug)]
pub struct Words {
    key: WordsKey,
    /// All words.
    pub facets: Arc<Facets>,
    /// Those that have the letters looked for, by their place in [`Facets::words`].
    pub found: Arc<Vec<u32>>,
}

/// Words to be counted.
#[derive(Debug)]
pub struct WordsWork {
    key: WordsKey,
    snapshot: Snapshot,
    /// The counts, where only the letters changed.
    facets: Option<Arc<Facets>>,
}

impl WordsWork {
    /// Counts them: O(records).
    pub fn run(self) -> Words {
        let Self { key, snapshot, facets: known } = self;
        let facets = known.unwrap_or_else(|| {
            let others = select(&snapshot, &key.others.filter, key.others.date_of, key.others.measure);
            Arc::new(facets(&snapshot, &others, &key.field))
        });
        let has = |word: &str| {
            fold(word).contains(&key.find) || fold(&describe::named(key.lang, &key.field, word)).contains(&key.find)
        };
        let places = (0u32..).zip(&facets.words);
        let found = places.filter(|(_, (word, _))| key.find.is_empty() || has(word)).map(|(place, _)| place).collect();
        Words { key, facets, found: Arc::new(found) }
    }
}

/// Everything derived.
pub struct Derived {
    /// Up to how many records the selection is worked out without a job.
    at_once: usize,
    /// The opening that everything here belongs to.
    opened: Option<u64>,
    selected: Option<Selected>,
    awaited: Awaited<SelectionKey>,
    words: HashMap<Field, Words>,
    awaited_words: Awaited<WordsKey>,
}

impl Default for Derived {
    fn default() -> Self {
        Self::at_once(AT_ONCE)
    }
}

impl Derived {
    /// With another number of records up to which the selection is worked out without a job.
    pub fn at_once(records: usize) -> Self {
        Self {
            at_once: records,
            opened: None,
            selected: None,
            awaited: Awaited::default(),
            words: HashMap::new(),
            awaited_words: Awaited::default(),
        }
    }

    /// Brings the selection up to date, or returns what has to be worked out, once.
    pub fn refresh(&mut self, opened: Option<&Opened>) -> Option<SelectWork> {
        let number = opened.map(|opened| opened.number);
        if self.opened != number {
            // Records of another file are never shown.
            *self = Self { opened: number, ..Self::at_once(self.at_once) };
        }
        let opened = opened?;
        if self.current(opened, &opened.question).is_some() {
            self.awaited.rest();
            return None;
        }
        let key = SelectionKey::of(opened);
        if opened.snapshot.len() > self.at_once {
            return self.awaited.ask(&key).then(|| SelectWork { key, snapshot: opened.snapshot.clone() });
        }
        self.selected = Some(SelectWork { key, snapshot: opened.snapshot.clone() }.run());
        self.awaited.rest();
        None
    }

    /// Takes a selection in, if it is still what is wanted.
    pub fn take(&mut self, selected: Selected) {
        if self.awaited.came(&selected.key) {
            self.selected = Some(selected);
        }
    }

    /// The job that chose the records did not finish; the selection before stays.
    pub fn failed(&mut self) {
        self.awaited.fail();
    }

    /// The selection that is shown: the one before while the next is worked out. `None` before there was any.
    pub const fn selected(&self) -> Option<&Selected> {
        self.selected.as_ref()
    }

    /// What the filter of a question chooses of the records as they are now, where that is known.
    pub fn current(&self, opened: &Opened, question: &Question) -> Option<&Arc<Selection>> {
        let selected = self.selected.as_ref().filter(|selected| selected.key.is_of(opened, question))?;
        Some(&selected.selection)
    }

    /// Whether a selection is being worked out.
    pub const fn is_waiting(&self) -> bool {
        self.awaited.is_waiting()
    }

    /// Whether what is shown rests on an earlier selection and has done so for a moment.
    pub fn is_dimmed(&self) -> bool {
        self.awaited.is_late()
    }

    /// When what is shown is to be dimmed.
    pub fn dims_in(&self) -> Option<Duration> {
        [self.awaited.late_in(), self.awaited_words.late_in()].into_iter().flatten().min()
    }

    /// The words of a field with their counts, under all of the filter but this field; those of an earlier filter
    /// while they are counted anew. `None` until [`Derived::count_words`] was asked for.
    pub fn words_of(&self, field: &Field) -> Option<&Words> {
        self.words.get(field)
    }

    /// Whether words are being counted and have been for a moment.
    pub fn words_are_late(&self) -> bool {
        self.awaited_words.is_late()
    }

    /// Whether words are being counted.
    pub const fn is_counting(&self) -> bool {
        self.awaited_words.is_waiting()
    }

    /// Whether the words of a field have to be counted for what is asked now.
    pub fn wants_words(&self, opened: &Opened, field: &Field, find: &str, lang: Lang) -> bool {
        let key = words_key(opened, field, find, lang);
        let is_known = self.words.get(field).is_some_and(|words| words.key == key);
        !is_known && !self.awaited_words.is_for(&key) && !self.awaited_words.has_failed(&key)
    }

    /// Asks for the words of a field that have some letters; returns what has to be counted.
    pub fn count_words(&mut self, opened: &Opened, field: &Field, find: &str, lang: Lang) -> Option<WordsWork> {
        let key = words_key(opened, field, find, lang);
        if self.words.get(field).is_some_and(|words| words.key == key) || !self.awaited_words.ask(&key) {
            return None;
        }
        let known = self.words.get(field).filter(|words| words.key.others == key.others);
        let facets = known.map(|words| Arc::clone(&words.facets));
        Some(WordsWork { key, snapshot: opened.snapshot.clone(), facets })
    }

    /// Takes counted words in, if they are of the file that is open.
    pub fn take_words(&mut self, words: Words) {
        if self.awaited_words.came(&words.key) {
            self.words.insert(words.key.field.clone(), words);
        }
    }

    /// The job that counted words did not finish.
    pub fn words_failed(&mut self) {
        self.awaited_words.fail();
    }
}

fn words_key(opened: &Opened, field: &Field, find: &str, lang: Lang) -> WordsKey {
    let mut others = SelectionKey::of(opened);
    others.filter.words.retain(|(other, _)| other != field);
    WordsKey { others, field: field.clone(), find: fold(find), lang }
}
