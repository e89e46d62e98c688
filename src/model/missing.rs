//! Why a value is not there. Five reasons, never one blank.

use serde::{Deserialize, Serialize};

/// The reason a value is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nobody knows it, or nobody has looked.
    #[default]
    Unknown,
    /// The source says nothing about it.
    NotStated,
    /// The source knows it and keeps it back.
    Withheld,
    /// Somebody looked and found none: a statement, not a gap.
    NoneIdentified,
    /// The question does not arise for this incident.
    NotApplicable,
}

impl Missing {
    /// All reasons, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Unknown, Self::NotStated, Self::Withheld, Self::NoneIdentified, Self::NotApplicable];

    /// The stable key used in files and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NotStated => "not_stated",
            Self::Withheld => "withheld",
            Self::NoneIdentified => "none_identified",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// A value, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated<T> {
    /// What was said.
    Value(T),
    /// Why nothing was said.
    Missing(Missing),
}

impl<T> Default for Stated<T> {
    fn default() -> Self {
        Self::Missing(Missing::Unknown)
    }
}

impl<T> Stated<T> {
    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing(_) => None,
        }
    }
}

/// A list whose items, number or absence a source may state independently
/// ("4 motives, available to members" has a count, no items, and is withheld).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Listed<T> {
    /// The items that are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<T>,
    /// How many there are by the source's word, where it gives a number beyond the items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Why items are missing; `None` when the list is simply not filled in, or complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { items: Vec::new(), count: None, missing: None }
    }
}

impl<T> Listed<T> {
    /// Whether nothing at all was recorded.
    pub fn is_blank(&self) -> bool {
        self.items.is_empty() && self.count.is_none() && self.missing.is_none()
    }
}
