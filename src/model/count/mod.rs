//! Counts of people, accounts and the like: what a source said, as an interval that it can defend.
//!
//! Words are intervals by a house convention ([`Conventions`]), shown as such and changeable for each dataset. A
//! number is never rounded, and never a midpoint. What counts something else (gigabytes, shops, money) is refused.

mod conventions;
mod numeral;
mod phrase;
mod quantity;
mod statement;
#[cfg(test)]
mod tests;
mod token;
mod unit;
mod vague;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::affected::Unit;
pub use crate::model::count::conventions::{Conventions, Thousands};
pub use crate::model::count::numeral::parse_plain;
pub use crate::model::count::quantity::Quantity;
pub use crate::model::count::statement::{Part, Statement};
pub use crate::model::count::unit::unit_from_word;

/// The largest number that is read: 2^63 − 1.
pub const LARGEST: u64 = i64::MAX.unsigned_abs();

/// A number as somebody gave it: "43 million", "up to 300,000", "a few hundred".
///
/// [`Count::as_written`] is kept to the letter; `lo` and `hi` bound the true number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    written: String,
    /// Smallest number compatible with the statement.
    pub lo: u64,
    /// Largest number compatible with the statement; `None` when the statement sets no upper bound.
    pub hi: Option<u64>,
    /// How the number was said.
    pub how: How,
}

/// How a number was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// A plain number.
    Exact,
    /// "about", "environ", "~": plus or minus half a unit of the last digit that is not zero.
    About,
    /// "up to", "jusqu'à".
    AtMost,
    /// "at least", "au moins".
    AtLeast,
    /// "more than", "over", "plus de".
    MoreThan,
    /// "fewer than", "moins de".
    FewerThan,
    /// "500–999", "between 6 and 50".
    Range,
    /// "a few hundred": by the table of words in use, which can be changed for each dataset.
    Words,
}

/// What was understood of a count, without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Smallest number compatible with the statement.
    pub lo: u64,
    /// Largest number compatible with the statement; `None` when the statement sets no upper bound.
    pub hi: Option<u64>,
    /// How the number was said.
    pub how: How,
    /// What was counted, where the text says so ("1,5 million de clients").
    pub unit: Option<Unit>,
}

/// Why a text is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountError {
    /// Nothing in it is a number.
    NotACount,
    /// It is negative.
    Negative,
    /// It is beyond 2^63.
    TooLarge,
    /// Its end is below its start.
    Reversed,
    /// It counts something else: gigabytes, shops, money, a share.
    OtherUnit(Quantity),
    /// A part of something, or all of it, where nothing is counted ("half of its staff"): the number is unknown.
    Uncounted,
    /// It holds several numbers of several things; which one is meant cannot be told.
    Several,
    /// It may be two numbers: "1,234 million".
    Ambiguous,
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotACount => "This is not a number that can be read; write it like 1200, about 1,200 or 500–999.",
            Self::Negative => "A count cannot be negative; check the sign.",
            Self::TooLarge => "The number is too large to be kept exactly; check its digits.",
            Self::Reversed => "The end is below the start; write the smaller number first.",
            Self::OtherUnit(quantity) => quantity.sentence(),
            Self::Uncounted => "This says a part of something that is not counted; the number is unknown.",
            Self::Several => "There are several numbers here; enter each as a count of its own.",
            Self::Ambiguous => "The mark in this number can be read in two ways; write it without a mark.",
        })
    }
}

impl std::error::Error for CountError {}

impl Reading {
    /// Reads a count in English or French by these conventions, without keeping its text. Plain digits cost no
    /// allocation.
    ///
    /// # Errors
    /// Says why the text is not a count; nothing is guessed.
    pub fn read(text: &str, conventions: &Conventions) -> Result<Self, CountError> {
        if let Some(number) = parse_plain(text.as_bytes()) {
            return Ok(Self { lo: number, hi: Some(number), how: How::Exact, unit: None });
        }
        phrase::read(text, conventions)
    }
}

impl Count {
    /// Reads a count in English or French by the house table of words. Words for what was counted may follow.
    ///
    /// # Errors
    /// Says why the text is not a count.
    ///
    /// ```
    /// use vigie::model::count::Count;
    /// let count = Count::parse("jusqu'à 300 000 utilisateurs").unwrap();
    /// assert_eq!((count.lo, count.hi), (0, Some(300_000)));
    /// assert!(Count::parse("82 Go").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, CountError> {
        Self::parse_with_unit(text, &Conventions::default()).map(|(count, _)| count)
    }

    /// Reads a count by these conventions, and the unit that its words name, if any.
    ///
    /// # Errors
    /// Says why the text is not a count.
    pub fn parse_with_unit(text: &str, conventions: &Conventions) -> Result<(Self, Option<Unit>), CountError> {
        let Reading { lo, hi, how, unit } = Reading::read(text, conventions)?;
        Ok((Self { written: text.to_owned(), lo, hi, how }, unit))
    }

    /// A plain number.
    pub fn exact(number: u64) -> Self {
        Self { written: number.to_string(), lo: number, hi: Some(number), how: How::Exact }
    }

    /// The text as it was written.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// The number, where the statement leaves no doubt about it.
    pub fn exact_number(&self) -> Option<u64> {
        self.hi.filter(|hi| *hi == self.lo)
    }
}

impl fmt::Display for Count {
    /// As written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// A count in a document: a number when it was written as one, else the text with the bounds that it was given.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Number(u64),
    Text(String),
    Bounds(Bounds),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    text: String,
    lo: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hi: Option<u64>,
    how: How,
}

impl Serialize for Count {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.how == How::Exact && self.hi == Some(self.lo) && parse_plain(self.written.as_bytes()) == Some(self.lo) {
            return serializer.serialize_u64(self.lo);
        }
        Bounds { text: self.written.clone(), lo: self.lo, hi: self.hi, how: self.how }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        match Stored::deserialize(deserializer)? {
            Stored::Number(number) if number <= LARGEST => Ok(Self::exact(number)),
            Stored::Number(number) => {
                Err(D::Error::custom(format!("{number} is not a count. {}", CountError::TooLarge)))
            }
            Stored::Text(text) => {
                Self::parse(&text).map_err(|error| D::Error::custom(format!("“{text}” is not a count. {error}")))
            }
            // The bounds decide, so that a later change of words cannot change what is stored.
            Stored::Bounds(Bounds { text, lo, hi, how }) => {
                if lo > LARGEST || hi.is_some_and(|hi| hi > LARGEST || hi < lo) {
                    return Err(D::Error::custom(format!(
                        "“{text}” has impossible bounds; its end is below its start."
                    )));
                }
                Ok(Self { written: text, lo, hi, how })
            }
        }
    }
}
