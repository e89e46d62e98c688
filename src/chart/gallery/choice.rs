//! What can be chosen for a figure, as plain data: the window shows a control for each, the command line a flag.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::query::question::PeriodKind;

/// What was chosen for a figure, by the key of the choice. What is missing or not offered counts as not chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Options(pub BTreeMap<String, String>);

impl Options {
    /// What was chosen under a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Whether the option with this key is on.
    pub fn is_on(&self, key: &str) -> bool {
        self.get(key) == Some("on")
    }

    /// A whole number under a key.
    pub fn number(&self, key: &str) -> Option<u64> {
        self.get(key)?.parse().ok()
    }
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Which event's date is the time axis: part of the question.
    DateOf,
    /// How long a period, of those that make sense here: part of the question.
    Period(Vec<PeriodKind>),
    /// From which to which event: part of the question.
    Delay,
    /// What is counted as affected: part of the question.
    Measure,
    /// A choice of this figure alone.
    Own(OwnChoice),
}

/// A choice of one figure alone, kept in its [`Options`].
#[derive(Clone, Debug, PartialEq)]
pub struct OwnChoice {
    /// The key in the options.
    pub key: &'static str,
    /// What it is called, in the reader's language.
    pub name: String,
    /// How it is chosen.
    pub control: Control,
    /// What is chosen now.
    pub current: String,
}

/// How something is chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// One of a few, side by side: value and name.
    Segments(Vec<(String, String)>),
    /// One of many: value and name.
    List(Vec<(String, String)>),
    /// `on` or nothing.
    Switch,
    /// A whole number between two.
    Number {
        /// Smallest.
        from: u64,
        /// Largest.
        to: u64,
    },
    /// A typed text, such as a query; says what was not understood about it.
    Text {
        /// Said in the empty field.
        hint: String,
        /// Why the present text is not understood.
        problem: Option<String>,
    },
}
