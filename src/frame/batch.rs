//! Typed batches of rows, columns by field: what `import/` and `workspace/` push into a [`RowSink`].
//!
//! A batch borrows from its reader's buffer; a sink copies what it keeps. Nobody ever holds all records.

use crate::frame::cell::{CountCell, DateCell};
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::organisation::Role;
use crate::model::problem::Problem;

/// Where a column of a source goes in the record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Title.
    Title,
    /// The source's own key of the record.
    Key,
    /// Name of an organisation with this role.
    Organisation(Role),
    /// The victim's sector.
    Sector,
    /// Country of the place.
    Country,
    /// State, region or department.
    Region,
    /// Town.
    City,
    /// Kinds of incident; several are a list.
    Kind,
    /// Severity.
    Severity,
    /// Status.
    Status,
    /// Date of an event.
    Event(EventKind),
    /// A count.
    Affected(Unit, Effect),
    /// Data classes; a list.
    DataClass,
    /// Motives; a list.
    Motive,
    /// Actors' names; a list.
    Actor,
    /// Types of actors ("criminal group", "insider"); a list. They belong to the names in turn where there are as many.
    ActorKind,
    /// Whether confidentiality was harmed.
    Confidentiality,
    /// Whether integrity was harmed.
    Integrity,
    /// Whether availability was harmed.
    Availability,
    /// How sure the source is of the record.
    Confidence,
    /// ATT&CK technique ids or names; a list.
    Technique,
    /// Tags; a list.
    Tag,
    /// Summary.
    Summary,
    /// Description.
    Description,
    /// Who said it (a source's name).
    SourceName,
    /// Address of a source.
    SourceAddress,
    /// Lessons, measures, notes and any column without a field of its own, kept under this header.
    Custom(String),
}

/// A batch of rows.
#[derive(Debug)]
pub struct Batch<'a> {
    /// Row number of each row in the source, counted from 1 without the header.
    pub rows: &'a [u64],
    /// The columns; every one has `rows.len()` values. A field may come twice only if it is a list.
    pub columns: Vec<Column<'a>>,
    /// Problems met in these rows (the rows are kept).
    pub problems: Vec<Problem>,
}

/// One column of a batch.
#[derive(Debug)]
pub struct Column<'a> {
    /// Where it goes.
    pub field: &'a Field,
    /// Its values.
    pub values: Values<'a>,
}

/// The values of one column.
#[derive(Debug)]
pub enum Values<'a> {
    /// One text a row; empty is missing.
    Texts(Vec<&'a str>),
    /// Several texts a row: row `i` has `items[starts[i]..starts[i + 1]]`; `starts` has one more entry than rows.
    Lists {
        /// All items one after the other.
        items: Vec<&'a str>,
        /// Start of each row's items, and the end.
        starts: Vec<u32>,
    },
    /// Dates, each with the text it was read from.
    Dates {
        /// The numbers.
        cells: Vec<DateCell>,
        /// The text as written, in canonical form where the source's form needs a recipe to be read
        /// (`03/04/2024` read as day/month arrives as `2024-04-03`).
        texts: Vec<&'a str>,
    },
    /// Counts, each with the text it was read from.
    Counts {
        /// The numbers.
        cells: Vec<CountCell>,
        /// The text as written.
        texts: Vec<&'a str>,
    },
}

/// Takes batches: the frame builder, the workspace writer, the preview.
pub trait RowSink {
    /// What can go wrong while taking a batch.
    type Error: std::error::Error;

    /// Takes one batch. Batches arrive in the order of the source.
    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error>;
}

impl Field {
    /// Fields that are one or several words a record, in the order in which they are offered, with their stable keys
    /// as used on the command line and in exports.
    pub const WORDS: [(Self, &'static str); 26] = [
        (Self::Title, "title"),
        (Self::Key, "key"),
        (Self::Organisation(Role::Victim), "organisation"),
        (Self::Organisation(Role::Processor), "processor"),
        (Self::Organisation(Role::Notifier), "notifier"),
        (Self::Sector, "sector"),
        (Self::Country, "country"),
        (Self::Region, "region"),
        (Self::City, "city"),
        (Self::Kind, "kind"),
        (Self::Severity, "severity"),
        (Self::Status, "status"),
        (Self::DataClass, "data_class"),
        (Self::Motive, "motive"),
        (Self::Actor, "actor"),
        (Self::ActorKind, "actor_kind"),
        (Self::Confidentiality, "confidentiality"),
        (Self::Integrity, "integrity"),
        (Self::Availability, "availability"),
        (Self::Confidence, "confidence"),
        (Self::Technique, "technique"),
        (Self::Tag, "tag"),
        (Self::Summary, "summary"),
        (Self::Description, "description"),
        (Self::SourceName, "source"),
        (Self::SourceAddress, "source_address"),
    ];

    /// The stable key: one of [`Field::WORDS`], an event's key, `unit:effect`, or `custom:Header`.
    pub fn key(&self) -> String {
        match self {
            Self::Event(kind) => kind.key().to_owned(),
            Self::Affected(unit, effect) => format!("{}:{}", unit.key(), effect.key()),
            Self::Custom(header) => format!("custom:{header}"),
            word => Self::WORDS.iter().find(|(field, _)| field == word).map_or("", |(_, key)| key).to_owned(),
        }
    }

    /// The field with this key. Hyphens count as underscores, except in the header of a custom field.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(header) = key.strip_prefix("custom:") {
            return Some(Self::Custom(header.to_owned()));
        }
        let plain = key.trim().to_ascii_lowercase().replace('-', "_");
        if let Some((unit, effect)) = plain.split_once(':') {
            return Some(Self::Affected(Unit::from_key(unit)?, Effect::from_key(effect)?));
        }
        let word = Self::WORDS.iter().find(|(_, key)| *key == plain).map(|(field, _)| field.clone());
        word.or_else(|| EventKind::from_key(&plain).map(Self::Event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_key() {
        let words = Field::WORDS.iter().map(|(field, _)| field.clone());
        let others = [
            Field::Event(EventKind::MadePublic),
            Field::Affected(Unit::Users, Effect::AccessCut),
            Field::Custom("Days to close - all".to_owned()),
        ];
        for field in words.chain(others) {
            assert_eq!(Field::from_key(&field.key()), Some(field));
        }
        assert_eq!(Field::from_key("colour"), None);
    }
}
