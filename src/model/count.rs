//! Counts of people, accounts and the like: what a source said, as an interval that it can defend.

/// A number as somebody gave it: "43 million", "up to 300,000", "a few hundred".
///
/// `as_written` is kept to the letter; `lo` and `hi` bound the true number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub(super) written: String,
    /// Smallest number compatible with the statement.
    pub lo: u64,
    /// Largest number compatible with the statement; `None` when the statement sets no upper bound.
    pub hi: Option<u64>,
    /// How the number was said.
    pub how: How,
}

/// How a number was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
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
}

impl Count {
    /// Reads a count in English or French by the house table of words.
    pub fn parse(text: &str) -> Result<Self, CountError> {
        let _ = text;
        Err(CountError::NotACount)
    }

    /// A plain number.
    pub fn exact(number: u64) -> Self {
        Self { written: number.to_string(), lo: number, hi: Some(number), how: How::Exact }
    }

    /// The text as it was written.
    pub fn as_written(&self) -> &str {
        &self.written
    }
}

impl serde::Serialize for Count {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> serde::Deserialize<'de> for Count {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|_| serde::de::Error::custom("not a count"))
    }
}
