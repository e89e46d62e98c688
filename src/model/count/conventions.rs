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
    pub several: (u64, u64),
    /// a dozen or so; une dizaine, une douzaine.
    pub dozen: (u64, u64),
    /// une quinzaine.
    pub quinzaine: (u64, u64),
    /// dozens, several tens; quelques dizaines.
    pub dozens: (u64, u64),
    /// a hundred or so; une centaine.
    pub hundred: (u64, u64),
    /// hundreds, a few hundred; quelques centaines.
    pub hundreds: (u64, u64),
    /// a thousand or so; un millier.
    pub thousand: (u64, u64),
    /// thousands, several thousand; quelques milliers.
    pub several_thousand: (u64, u64),
    /// tens of thousands; dizaines de milliers.
    pub tens_of_thousands: (u64, u64),
    /// hundreds of thousands; centaines de milliers.
    pub hundreds_of_thousands: (u64, u64),
    /// millions, several million.
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
