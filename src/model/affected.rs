//! Who and what was affected: counts with a unit and with what happened to them.

use serde::{Deserialize, Serialize};

use crate::model::count::Count;
use crate::model::date::PartialDate;
use crate::model::evidence::Evidence;
use crate::model::missing::Missing;

/// One statement of how many were affected. First and latest statements both stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Affected {
    /// The number, or why there is none.
    pub amount: Amount,
    /// What was counted. Units are never added together.
    pub unit: Unit,
    /// What happened to them.
    pub effect: Effect,
    /// When this was stated; the latest statement is the one that figures use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<PartialDate>,
    /// Anything else worth saying ("residents of one state only").
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What the number rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A count, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// The number as given.
    Count(Count),
    /// Why there is no number.
    Missing(Missing),
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Natural persons.
    #[default]
    People,
    /// Users of a service.
    Users,
    /// Accounts.
    Accounts,
    /// Customers.
    Customers,
    /// Records, files or rows.
    Records,
    /// Organisations.
    Organisations,
    /// Computers and other systems.
    Systems,
}

/// What happened to those who were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Their data was exposed, copied or published.
    #[default]
    DataExposed,
    /// They were cut off from a service.
    AccessCut,
    /// Their data was altered.
    DataAltered,
    /// Their data was destroyed or made unreadable.
    DataLost,
    /// They lost money.
    MoneyLost,
    /// They were targeted; whether they were harmed is not said.
    Targeted,
    /// Something else; see the note.
    Other,
}

impl Unit {
    /// All units, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::People, Self::Users, Self::Accounts, Self::Customers, Self::Records, Self::Organisations, Self::Systems];

    /// The stable key used in files, on the command line and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Users => "users",
            Self::Accounts => "accounts",
            Self::Customers => "customers",
            Self::Records => "records",
            Self::Organisations => "organisations",
            Self::Systems => "systems",
        }
    }

    /// The unit with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.key() == key)
    }
}

impl Effect {
    /// All effects, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::DataExposed,
        Self::AccessCut,
        Self::DataAltered,
        Self::DataLost,
        Self::MoneyLost,
        Self::Targeted,
        Self::Other,
    ];

    /// The stable key used in files, on the command line and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DataExposed => "data_exposed",
            Self::AccessCut => "access_cut",
            Self::DataAltered => "data_altered",
            Self::DataLost => "data_lost",
            Self::MoneyLost => "money_lost",
            Self::Targeted => "targeted",
            Self::Other => "other",
        }
    }

    /// The effect with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effect| effect.key() == key)
    }
}
