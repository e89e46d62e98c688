//! Derived answers: worked out from the state, kept until what they rest on changes.
//!
//! The selection, and so every count, is worked out at once; figures are computed on a thread (see `answers`).

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::opened::Opened;
use crate::frame::Revision;
use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::query::question::Filter;
use crate::query::{Facets, Selection, facets, select};

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
}

/// Everything derived.
#[derive(Default)]
pub struct Derived {
    key: Option<SelectionKey>,
    selection: Arc<Selection>,
    facets: HashMap<Field, (SelectionKey, Facets)>,
}

impl Derived {
    /// Brings the selection up to date; says whether it changed.
    pub fn refresh(&mut self, opened: Option<&Opened>) -> bool {
        let Some(opened) = opened else {
            let changed = self.key.is_some();
            *self = Self::default();
            return changed;
        };
        let key = SelectionKey::of(opened);
        if self.key.as_ref() == Some(&key) {
            return false;
        }
        self.selection = Arc::new(select(&opened.snapshot, &key.filter, key.date_of, key.measure));
        self.key = Some(key);
        true
    }

    /// The records that the filter chooses.
    pub fn selection(&self) -> &Arc<Selection> {
        &self.selection
    }

    /// What the selection rests on; equal keys mean equal selections.
    pub fn selection_key(&self) -> Option<&SelectionKey> {
        self.key.as_ref()
    }

    /// The words of a field with their counts, under all of the filter but this field. `None` until
    /// [`Derived::count_words`] was asked for.
    pub fn words_of(&self, field: &Field) -> Option<&Facets> {
        self.facets.get(field).map(|(_, facets)| facets)
    }

    /// Counts the words of a field, unless that was done for the same filter already.
    pub fn count_words(&mut self, opened: &Opened, field: &Field) {
        let mut key = SelectionKey::of(opened);
        key.filter.words.retain(|(other, _)| other != field);
        if self.facets.get(field).is_some_and(|(known, _)| *known == key) {
            return;
        }
        let others = select(&opened.snapshot, &key.filter, key.date_of, key.measure);
        let found = facets(&opened.snapshot, &others, field);
        self.facets.insert(field.clone(), (key, found));
    }
}
