//! Problems: located, typed, countable. Used by import, validation and export.

use serde::{Deserialize, Serialize};

/// Something in the data that needs a look, with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Row in the source, counted from 1 without the header; `None` for a record of the workspace.
    pub row: Option<u64>,
    /// Column header or field.
    pub column: String,
    /// What was found, shortened.
    pub found: String,
    /// What is the matter.
    pub kind: ProblemKind,
}

/// What can be the matter. Each has a sentence in both languages under the key `problem-<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// A date that does not exist or cannot be read.
    BadDate,
    /// A count that cannot be read.
    BadCount,
    /// A count below zero.
    NegativeCount,
    /// Several numbers of one unit in one cell, of which none is preferred.
    SeveralCounts,
    /// A number of gigabytes, money, shops or a share where people are counted; kept as words.
    OtherQuantity,
    /// More or fewer cells than the header.
    CellCount,
    /// A quotation mark that is never closed: the rest of the file is in the row.
    OpenQuote,
    /// Bytes that are not text in the chosen encoding.
    BadEncoding,
    /// A cell longer than the limit.
    TooLong,
    /// Two events whose order is impossible.
    WrongOrder,
    /// A date after the as-of date.
    AfterAsOf,
    /// A range whose end is before its start.
    ReversedRange,
    /// A record without title and organisation.
    Nameless,
    /// A record without any date.
    Undated,
    /// The same source key twice.
    DuplicateKey,
    /// A number that usually stands for "not known yet" (500, 501, 999, 0).
    Placeholder,
    /// A document that does not have the expected shape.
    BadShape,
    /// The same row twice, to the last character.
    DuplicateRow,
    /// Rows of one record that do not agree on a value of which a record has one.
    RowsDisagree,
}

impl ProblemKind {
    /// The stable key used in files and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::BadDate => "bad_date",
            Self::BadCount => "bad_count",
            Self::NegativeCount => "negative_count",
            Self::SeveralCounts => "several_counts",
            Self::OtherQuantity => "other_quantity",
            Self::CellCount => "cell_count",
            Self::OpenQuote => "open_quote",
            Self::BadEncoding => "bad_encoding",
            Self::TooLong => "too_long",
            Self::WrongOrder => "wrong_order",
            Self::AfterAsOf => "after_as_of",
            Self::ReversedRange => "reversed_range",
            Self::Nameless => "nameless",
            Self::Undated => "undated",
            Self::DuplicateKey => "duplicate_key",
            Self::Placeholder => "placeholder",
            Self::BadShape => "bad_shape",
            Self::DuplicateRow => "duplicate_row",
            Self::RowsDisagree => "rows_disagree",
        }
    }
}
