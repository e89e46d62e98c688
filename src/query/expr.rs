//! Expressions: which records, as a tree of conditions joined by and, or and not.
//!
//! The filter, the marks of every chart and the command line speak of records in these terms.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::frame::RecordId;
use crate::frame::batch::Field;
use crate::frame::cell::{CountState, DateState};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::pattern::Pattern;

/// A condition that a record meets or does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expr {
    /// All of these hold; of none, always.
    All(Vec<Self>),
    /// At least one of these holds; of none, never.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// This text occurs in the title, an organisation's name or the source key, letter case and accents aside.
    Text(String),
    /// A field has a word that one of these patterns means, letter case and accents aside. Of a title, the pattern's
    /// text occurs in it.
    Like {
        /// The field.
        field: Field,
        /// The patterns.
        patterns: Vec<Pattern>,
    },
    /// A field has one of these words, spelt exactly so; the empty word stands for records without a word in it. A
    /// title and a source key are the same letter case and accents aside, because the frame keeps no more of them.
    Words {
        /// The field.
        field: Field,
        /// Its words, as the frame keeps them.
        words: Vec<String>,
    },
    /// An event's date lies between two days, both included.
    Date {
        /// The event.
        event: EventKind,
        /// First day; `None` is any.
        from: Option<Day>,
        /// Last day; `None` is any.
        to: Option<Day>,
        /// Whether the whole interval must lie there, or may.
        how: Sure,
    },
    /// An event has no date, for one of these reasons.
    NoDate {
        /// The event.
        event: EventKind,
        /// The reasons; none is any reason.
        reasons: Vec<Reason>,
    },
    /// A count lies between two numbers, both included.
    Count {
        /// What is counted.
        measure: (Unit, Effect),
        /// Smallest number.
        from: u64,
        /// Largest number; `None` is any.
        to: Option<u64>,
        /// Whether the whole interval must lie there, or may.
        how: Sure,
    },
    /// There is no count, for one of these reasons.
    NoCount {
        /// What is counted.
        measure: (Unit, Effect),
        /// The reasons; none is any reason.
        reasons: Vec<Reason>,
    },
    /// The days from one event to another lie between two numbers, both included.
    Delay {
        /// From which event to which.
        ends: (EventKind, EventKind),
        /// Fewest days.
        from: u32,
        /// Most days; `None` is any.
        to: Option<u32>,
        /// Whether all days that the dates allow must lie there, or some.
        how: Sure,
    },
    /// The record comes from one of these datasets.
    Datasets(Vec<Uuid>),
    /// The record is one of these.
    Records(Vec<RecordId>),
}

impl Default for Expr {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Expr {
    /// Whether every record meets it, whatever the data.
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::All(parts) if parts.iter().all(Self::is_everything))
    }

    /// Both this and another, without needless nesting.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut parts = Vec::new();
        for side in [self, other] {
            match side {
                Self::All(more) => parts.extend(more),
                one => parts.push(one),
            }
        }
        if parts.len() == 1 { parts.remove(0) } else { Self::All(parts) }
    }

    /// The same with one more condition at the end; one that stands there already is not said twice.
    #[must_use]
    pub fn narrowed(self, more: Self) -> Self {
        let is_there = match &self {
            Self::All(parts) => parts.contains(&more),
            one => *one == more,
        };
        if is_there { self } else { self.and(more) }
    }

    /// Whether anything kept of this field decides whether a record meets it.
    pub fn looks_at(&self, field: &Field) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.looks_at(field)),
            Self::Not(part) => part.looks_at(field),
            Self::Text(_) => matches!(field, Field::Title | Field::Key | Field::Organisation(_)),
            Self::Like { field: own, .. } | Self::Words { field: own, .. } => own == field,
            Self::Date { event, .. } | Self::NoDate { event, .. } => *field == Field::Event(*event),
            Self::Count { measure, .. } | Self::NoCount { measure, .. } => {
                *field == Field::Affected(measure.0, measure.1)
            }
            Self::Delay { ends, .. } => *field == Field::Event(ends.0) || *field == Field::Event(ends.1),
            Self::Datasets(_) | Self::Records(_) => false,
        }
    }

    /// A field has this word.
    pub fn word(field: Field, word: impl Into<String>) -> Self {
        Self::Words { field, words: vec![word.into()] }
    }
}

/// How surely a condition on an interval must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// Whatever the true value within the interval.
    #[default]
    Certain,
    /// For some value within the interval.
    Possible,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The record says nothing about it.
    Blank,
    /// Not yet at the as-of date; of dates only.
    NotYet,
    /// Unknown.
    Unknown,
    /// Not stated.
    NotStated,
    /// Withheld.
    Withheld,
    /// Looked for and none found.
    NoneIdentified,
    /// Does not apply.
    NotApplicable,
}

impl Reason {
    /// All reasons, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Blank,
        Self::NotYet,
        Self::Unknown,
        Self::NotStated,
        Self::Withheld,
        Self::NoneIdentified,
        Self::NotApplicable,
    ];

    /// The stable key used in the query language.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::NotYet => "not_yet",
            Self::Unknown => "unknown",
            Self::NotStated => "not_stated",
            Self::Withheld => "withheld",
            Self::NoneIdentified => "none_identified",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The reason with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }

    /// Why there is no date; `None` where there is one.
    pub const fn of_date(state: DateState) -> Option<Self> {
        match state {
            DateState::Date => None,
            DateState::Blank => Some(Self::Blank),
            DateState::NotYet => Some(Self::NotYet),
            DateState::Unknown => Some(Self::Unknown),
            DateState::NotStated => Some(Self::NotStated),
            DateState::Withheld => Some(Self::Withheld),
            DateState::NoneIdentified => Some(Self::NoneIdentified),
            DateState::NotApplicable => Some(Self::NotApplicable),
        }
    }

    /// Why there is no count; `None` where there is one.
    pub const fn of_count(state: CountState) -> Option<Self> {
        match state {
            CountState::Count => None,
            CountState::Blank => Some(Self::Blank),
            CountState::Unknown => Some(Self::Unknown),
            CountState::NotStated => Some(Self::NotStated),
            CountState::Withheld => Some(Self::Withheld),
            CountState::NoneIdentified => Some(Self::NoneIdentified),
            CountState::NotApplicable => Some(Self::NotApplicable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_twice_is_said_once() {
        let health = Expr::word(Field::Sector, "Health");
        let theft = Expr::word(Field::Kind, "Theft");
        let once = Expr::default().narrowed(health.clone());
        assert_eq!(once, health);
        let both = once.clone().narrowed(theft.clone());
        assert_eq!(both, Expr::All(vec![health.clone(), theft.clone()]));
        assert_eq!(both.clone().narrowed(theft), both);
        assert_eq!(once.clone().narrowed(health), once);
    }
}
