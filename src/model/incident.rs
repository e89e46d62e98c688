//! The incident record and its versioned document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::affected::Affected;
use crate::model::event::Event;
use crate::model::evidence::Evidence;
use crate::model::missing::{Listed, Stated};
use crate::model::organisation::{Party, Place};

/// Version of the document that this program writes. A higher one is refused with a clear sentence.
pub const DOCUMENT_VERSION: u32 = 1;

/// One incident: everything the analyst and the sources say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Incident {
    /// Version of this document.
    pub vigie: u32,
    /// Identity, stable across edits, exports and merges.
    pub id: Uuid,
    /// Short title.
    pub title: String,
    /// Kinds ("ransomware", "data breach"), in the source's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Severity, where somebody rated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How sure the analyst is of the record as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// The organisations and their parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Party>,
    /// The campaign it belonged to, with its own counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Campaign>,
    /// Where it happened.
    #[serde(skip_serializing_if = "Place::is_blank")]
    pub place: Place,
    /// What happened, in a few sentences.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What happened, at length.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Dated facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Who and what was affected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub affected: Vec<Affected>,
    /// Confidentiality, integrity, availability.
    #[serde(skip_serializing_if = "Posture::is_blank")]
    pub posture: Posture,
    /// Motives.
    #[serde(skip_serializing_if = "Listed::is_blank")]
    pub motives: Listed<String>,
    /// Techniques.
    #[serde(skip_serializing_if = "Listed::is_blank")]
    pub techniques: Listed<Technique>,
    /// Actors.
    #[serde(skip_serializing_if = "Listed::is_blank")]
    pub actors: Listed<Actor>,
    /// Classes of data concerned.
    #[serde(skip_serializing_if = "Listed::is_blank")]
    pub data_classes: Listed<String>,
    /// Measures taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Lessons drawn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<String>,
    /// Recommendations made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recommendations: Vec<String>,
    /// Free tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Sources of the record as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Evidence>,
    /// Columns of the source that have no field of their own, kept as written.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub custom: BTreeMap<String, String>,
    /// Where it was imported from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Default for Incident {
    /// A blank record with the nil identity; give it an id before it is stored.
    fn default() -> Self {
        Self {
            vigie: DOCUMENT_VERSION,
            id: Uuid::nil(),
            title: String::new(),
            kinds: Vec::new(),
            severity: None,
            status: None,
            confidence: None,
            organisations: Vec::new(),
            campaign: None,
            place: Place::default(),
            summary: String::new(),
            description: String::new(),
            events: Vec::new(),
            affected: Vec::new(),
            posture: Posture::default(),
            motives: Listed::default(),
            techniques: Listed::default(),
            actors: Listed::default(),
            data_classes: Listed::default(),
            measures: Vec::new(),
            lessons: Vec::new(),
            recommendations: Vec::new(),
            tags: Vec::new(),
            sources: Vec::new(),
            custom: BTreeMap::new(),
            origin: None,
        }
    }
}

/// Why a document is not an incident that this program can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentError {
    /// It was written by a newer version.
    Newer {
        /// The version that the document states.
        found: u64,
    },
    /// It is not JSON, or not an incident.
    BadShape {
        /// Where and what, in words of the reader.
        reason: String,
    },
}

impl std::fmt::Display for DocumentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Newer { found } => write!(
                f,
                "This record was written by a newer Vigie (document version {found}; this one reads up to \
                 {DOCUMENT_VERSION}). Nothing was changed; open it with the newer version."
            ),
            Self::BadShape { reason } => {
                write!(f, "This is not a record that can be read: {reason}. Nothing was changed; correct the document.")
            }
        }
    }
}

impl std::error::Error for DocumentError {}

/// Reads one incident from its JSON document. A document without a version is taken as version 1.
///
/// # Errors
/// A higher version and a field that is not known are refused, so that nothing is lost by reading and writing back.
pub fn read_document(json: &str) -> Result<Incident, DocumentError> {
    #[derive(Deserialize)]
    struct Version {
        #[serde(default)]
        vigie: Option<u64>,
    }
    let bad_shape = |error: serde_json::Error| DocumentError::BadShape { reason: error.to_string() };
    // The reader would take a list of values in the order of the fields, which nobody writes.
    if json.trim_start().starts_with('[') {
        return Err(DocumentError::BadShape { reason: "a list stands where one record should".to_owned() });
    }
    let version: Version = serde_json::from_str(json).map_err(bad_shape)?;
    match version.vigie {
        Some(found) if found > u64::from(DOCUMENT_VERSION) => Err(DocumentError::Newer { found }),
        Some(0) => Err(DocumentError::BadShape { reason: "document version 0 does not exist".to_owned() }),
        Some(_) | None => serde_json::from_str(json).map_err(bad_shape),
    }
}

/// Writes one incident as its JSON document, on one line.
///
/// # Errors
/// Only if the writer of JSON fails, which no incident is known to cause.
pub fn write_document(incident: &Incident) -> Result<String, DocumentError> {
    serde_json::to_string(incident).map_err(|error| DocumentError::BadShape { reason: error.to_string() })
}

/// Where a record was imported from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The dataset.
    pub dataset: Uuid,
    /// The source's own key of the record, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Row number in the file, counted from 1 without the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
}

/// A campaign or root event shared by several incidents. Its counts are never a victim's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Campaign {
    /// Name.
    pub name: String,
    /// Campaign-wide counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub affected: Vec<Affected>,
    /// Anything else worth saying.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Whether confidentiality, integrity and availability were harmed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Posture {
    /// Confidentiality.
    pub confidentiality: Stated<Harm>,
    /// Integrity.
    pub integrity: Stated<Harm>,
    /// Availability.
    pub availability: Stated<Harm>,
}

impl Posture {
    /// Whether nothing was recorded: left out of documents, because most imported records have none.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether something was harmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harm {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Potentially.
    Potentially,
}

/// A technique, by its ATT&CK id where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Technique {
    /// ATT&CK id such as `T1566.001`; empty when none is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// Who did it, as far as somebody says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Actor {
    /// Name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Type ("criminal group", "state", "insider").
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Country.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
}

/// How severe it was rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not confirmed.
    Suspected,
    /// Confirmed and open.
    Open,
    /// Contained.
    Contained,
    /// Closed.
    Closed,
    /// Turned out not to be an incident.
    FalseAlarm,
}

/// How sure the analyst is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

impl Severity {
    /// All of them, the mildest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The stable key used in files and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl Status {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Suspected, Self::Open, Self::Contained, Self::Closed, Self::FalseAlarm];

    /// The stable key used in files and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Suspected => "suspected",
            Self::Open => "open",
            Self::Contained => "contained",
            Self::Closed => "closed",
            Self::FalseAlarm => "false_alarm",
        }
    }
}

impl Confidence {
    /// The stable key used in files and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}
