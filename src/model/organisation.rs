//! Organisations, kept apart from the incidents in which they appear.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A place as far as it is stated. Empty strings are not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// Country, as the source wrote it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// State, region or department.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// Town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
}

impl Place {
    /// Whether nothing is stated.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// An organisation with a page of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    /// Identity, stable across edits.
    pub id: Uuid,
    /// The name that is shown.
    pub name: String,
    /// Other names under which incidents mention it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Primary address on the web, kept and shown defanged (`example[.]org`), never opened.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Where it is.
    pub place: Place,
    /// Sector, in the source's word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sector: String,
    /// What it is and does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub profile: String,
}

/// An organisation's part in one incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Its name as this source wrote it; an [`Organisation`] with this name or alias is its page.
    pub name: String,
    /// Its part.
    pub role: Role,
    /// Sector, in the source's word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sector: String,
    /// Country, where it differs from the incident's place.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
}

/// The part an organisation has in an incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It was attacked, or its data was.
    #[default]
    Victim,
    /// It processes data for the victim.
    Processor,
    /// It told the regulator or the public.
    Notifier,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Victim, Self::Processor, Self::Notifier];

    /// The stable key used in files and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Victim => "victim",
            Self::Processor => "processor",
            Self::Notifier => "notifier",
        }
    }
}
