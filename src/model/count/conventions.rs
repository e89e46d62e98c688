//! The house table of words for numbers, and how marks in numbers are read. Changeable for each dataset.

use serde::{Deserialize, Serialize};

/// How words and marks in numbers are read. The default is the house table.
///
/// Each entry is the smallest and largest number that the words stand for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conventions {
    /// The mark between thousands.
    pub thousands: Thousands,
    /// several, a few; plusieurs, quelques.
    #[serde(deserialize_with = "bounds")]
    pub several: (u64, u64),
    /// a dozen or so; une dizaine, une douzaine.
    #[serde(deserialize_with = "bounds")]
    pub dozen: (u64, u64),
    /// une quinzaine.
    #[serde(deserialize_with = "bounds")]
    pub quinzaine: (u64, u64),
    /// dozens, several tens; quelques dizaines.
    #[serde(deserialize_with = "bounds")]
    pub dozens: (u64, u64),
    /// a hundred or so; une centaine.
    #[serde(deserialize_with = "bounds")]
    pub hundred: (u64, u64),
    /// hundreds, a few hundred; quelques centaines.
    #[serde(deserialize_with = "bounds")]
    pub hundreds: (u64, u64),
    /// a thousand or so; un millier.
    #[serde(deserialize_with = "bounds")]
    pub thousand: (u64, u64),
    /// thousands, several thousand; quelques milliers.
    #[serde(deserialize_with = "bounds")]
    pub several_thousand: (u64, u64),
    /// tens of thousands; dizaines de milliers.
    #[serde(deserialize_with = "bounds")]
    pub tens_of_thousands: (u64, u64),
    /// hundreds of thousands; centaines de milliers.
    #[serde(deserialize_with = "bounds")]
    pub hundreds_of_thousands: (u64, u64),
    /// millions, several million.
    #[serde(deserialize_with = "bounds")]
    pub millions: (u64, u64),
}

impl Default for Conventions {
    fn default() -> Self {
        Self {
            thousands: Thousands::Auto,
            several: (3, 9),
            dozen: (8, 15),
            quinzaine: (12, 18),
            dozens: (20, 90),
            hundred: (80, 150),
            hundreds: (200, 900),
            thousand: (800, 1_500),
            several_thousand: (2_000, 9_000),
            tens_of_thousands: (20_000, 90_000),
            hundreds_of_thousands: (200_000, 900_000),
            millions: (2_000_000, 9_000_000),
        }
    }
}

/// Two numbers, the smaller first and neither beyond the largest that is read.
fn bounds<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<(u64, u64), D::Error> {
    use serde::de::Error;
    let (lo, hi) = <(u64, u64)>::deserialize(deserializer)?;
    if lo > hi || hi > super::LARGEST {
        return Err(D::Error::custom(format!("{lo} to {hi} is no interval; write the smaller number first.")));
    }
    Ok((lo, hi))
}

/// One entry of the table, to be read or changed.
pub type Entry = fn(&mut Conventions) -> &mut (u64, u64);

impl Conventions {
    /// The entries in growing order, with their keys as recipes write them.
    pub const ENTRIES: [(&'static str, Entry); 11] = [
        ("several", |table| &mut table.several),
        ("dozen", |table| &mut table.dozen),
        ("quinzaine", |table| &mut table.quinzaine),
        ("dozens", |table| &mut table.dozens),
        ("hundred", |table| &mut table.hundred),
        ("hundreds", |table| &mut table.hundreds),
        ("thousand", |table| &mut table.thousand),
        ("several_thousand", |table| &mut table.several_thousand),
        ("tens_of_thousands", |table| &mut table.tens_of_thousands),
        ("hundreds_of_thousands", |table| &mut table.hundreds_of_thousands),
        ("millions", |table| &mut table.millions),
    ];
}

/// The mark between thousands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thousands {
    /// Told from each number: a mark followed by exactly three digits groups thousands.
    #[default]
    Auto,
    /// Comma; the point is the decimal mark.
    Comma,
    /// Point; the comma is the decimal mark.
    Point,
    /// Space of any kind; the comma is the decimal mark.
    Space,
}
