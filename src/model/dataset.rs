//! Datasets: where records came from, and what may be concluded from them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::calendar::Day;
use crate::model::count::Conventions;

/// One source of records, with what every figure drawn from it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Identity.
    pub id: Uuid,
    /// The name that is shown.
    pub name: String,
    /// Who publishes it.
    #[serde(default)]
    pub publisher: String,
    /// Where it is published, as text.
    #[serde(default)]
    pub address: String,
    /// The file it was read from, name only.
    #[serde(default)]
    pub file_name: String,
    /// SHA-256 of that file, in hexadecimal; empty for a dataset kept by hand.
    #[serde(default)]
    pub file_hash: String,
    /// The day the file was read.
    #[serde(default)]
    pub read_on: Option<Day>,
    /// Terms of use.
    #[serde(default)]
    pub licence: String,
    /// How a record got into it.
    pub mechanism: Mechanism,
    /// First day it covers; `None` when not known (then the first dated record).
    #[serde(default)]
    pub coverage_start: Option<Day>,
    /// Data complete to this day.
    pub as_of: Day,
    /// Neither the file nor the analyst nor any date of a record tells to which day the data is complete: `as_of` is the
    /// day of reading, which bounds it and is never said as if it were known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub as_of_unknown: bool,
    /// Offset from UTC, in minutes, of times without a zone; `None` when not stated.
    #[serde(default)]
    pub offset_minutes: Option<i16>,
    /// First day of its fiscal or reporting year as (month, day), where it has one.
    #[serde(default)]
    pub fiscal_start: Option<(u8, u8)>,
    /// The event that puts a record on the list, proposed as the time axis.
    #[serde(default)]
    pub listing_event: Option<crate::model::event::EventKind>,
    /// A threshold below which incidents are not in the data ("incidents of 500 or more").
    #[serde(default)]
    pub floor: Option<u64>,
    /// What words for numbers stand for in it ("a few hundred"); the house table unless changed.
    #[serde(default, skip_serializing_if = "is_house_table")]
    pub words: Conventions,
    /// Anything a reader must know.
    #[serde(default)]
    pub note: String,
    /// Dated remarks on what changed in the collection or the law, drawn on every chart over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<DatedNote>,
    /// What incidents can be put in relation to, year by year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Denominator>,
}

impl Dataset {
    /// This dataset once a newer file of it is read: of the file's own facts those of the new one, of everything that
    /// may have been decided about the dataset what stands. The day to which it is complete never goes back.
    #[must_use]
    pub fn renewed(&self, file: Self) -> Self {
        let dated = self.clone().complete_to_either(self, &file);
        Self { file_name: file.file_name, file_hash: file.file_hash, read_on: file.read_on, ..dated }
    }

    /// Complete to a day that is known.
    pub const fn complete_to(&mut self, day: Day) {
        self.as_of = day;
        self.as_of_unknown = false;
    }

    /// The later of the days of two that is known; not known where neither is.
    #[must_use]
    pub fn complete_to_either(self, one: &Self, other: &Self) -> Self {
        let known = [one, other].into_iter().filter(|of| !of.as_of_unknown).map(|of| of.as_of).max();
        Self { as_of: known.unwrap_or_else(|| one.as_of.max(other.as_of)), as_of_unknown: known.is_none(), ..self }
    }
}

/// A dated remark: "notification law widened", 1 March 2020.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedNote {
    /// The day; of a coarser date its first.
    pub day: Day,
    /// What happened then.
    pub text: String,
}

/// What incidents are put in relation to: "organisations under supervision".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denominator {
    /// What is counted, as a plural noun.
    pub what: String,
    /// How many there were, by calendar year; never 0.
    pub by_year: std::collections::BTreeMap<i32, u64>,
}

fn is_house_table(words: &Conventions) -> bool {
    *words == Conventions::default()
}

/// How a record got into a dataset. Nothing about delays is valid without it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// Entered when the organisation learns of it: some disclosures are still to come (right censoring).
    Register,
    /// Listed because it was disclosed: what is not disclosed yet is absent (right truncation).
    DisclosureList,
    /// Both, or not known: describe only.
    #[default]
    Mixed,
}

impl Mechanism {
    /// All mechanisms, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Register, Self::DisclosureList, Self::Mixed];

    /// The stable key used in files, on the command line and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::DisclosureList => "disclosure-list",
            Self::Mixed => "mixed",
        }
    }

    /// The mechanism with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mechanism| mechanism.key() == key)
    }
}
