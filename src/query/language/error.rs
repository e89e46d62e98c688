//! What is wrong with a query: where, and what to write instead.

use std::fmt;
use std::ops::Range;

use crate::text::{Lang, tr, tr_args};

/// A query that cannot be understood. The records that were looked at before stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// What is wrong.
    pub wrong: Wrong,
    /// Where, in bytes of the text.
    pub at: Range<usize>,
}

/// What can be wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no field of this name; perhaps another was meant.
    UnknownField(String, Option<String>),
    /// There is no event of this name; perhaps another was meant.
    UnknownEvent(String, Option<String>),
    /// There is no dataset of this name; perhaps another was meant.
    UnknownDataset(String, Option<String>),
    /// The texts of this field are not kept for searching.
    NotSearched(String),
    /// Nothing stands behind this name.
    ValueExpected(String),
    /// Nothing stands behind this joining word.
    Dangling(String),
    /// This is no date.
    NotADate(String),
    /// This is no count.
    NotACount(String),
    /// This is no number of days.
    NotADelay(String),
    /// This is no number of a record.
    NotARecord(String),
    /// The first end lies behind the second.
    EmptyRange(String),
    /// Words of this field are not larger or smaller than others.
    NoOrder(String),
    /// The condition cannot be "possibly" true: it is not about a date, a count or a delay.
    NothingToDoubt,
    /// Two values without a comma between them.
    CommaExpected(String),
    /// A quotation mark is never closed.
    OpenQuote,
    /// A parenthesis is never closed.
    OpenParenthesis,
    /// A parenthesis is closed that was never opened.
    StrayParenthesis,
    /// A sign stands where a condition should begin.
    Stray(String),
    /// More conditions within conditions than anybody writes.
    TooDeep,
}

impl QueryError {
    /// What is wrong and what to write, in one or two sentences.
    pub fn sentence(&self, lang: Lang) -> String {
        let with = |key: &str, text: &str| tr_args(lang, key, &[("text", text.into())]);
        let perhaps = |key: &str, near_key: &str, text: &str, near: &Option<String>| match near {
            Some(near) => tr_args(lang, near_key, &[("text", text.into()), ("near", near.into())]),
            None => with(key, text),
        };
        match &self.wrong {
            Wrong::UnknownField(name, near) => perhaps("query-unknown-field", "query-unknown-field-near", name, near),
            Wrong::UnknownEvent(name, near) => perhaps("query-unknown-event", "query-unknown-event-near", name, near),
            Wrong::UnknownDataset(name, near) => {
                perhaps("query-unknown-dataset", "query-unknown-dataset-near", name, near)
            }
            Wrong::NotSearched(name) => with("query-not-searched", name),
            Wrong::ValueExpected(name) => with("query-value-expected", name),
            Wrong::Dangling(word) => with("query-dangling", word),
            Wrong::NotADate(text) => with("query-not-a-date", text),
            Wrong::NotACount(text) => with("query-not-a-count", text),
            Wrong::NotADelay(text) => with("query-not-a-delay", text),
            Wrong::NotARecord(text) => with("query-not-a-record", text),
            Wrong::EmptyRange(text) => with("query-empty-range", text),
            Wrong::NoOrder(name) => with("query-no-order", name),
            Wrong::NothingToDoubt => tr(lang, "query-nothing-to-doubt"),
            Wrong::CommaExpected(text) => with("query-comma-expected", text),
            Wrong::OpenQuote => tr(lang, "query-open-quote"),
            Wrong::OpenParenthesis => tr(lang, "query-open-parenthesis"),
            Wrong::StrayParenthesis => tr(lang, "query-stray-parenthesis"),
            Wrong::Stray(sign) => with("query-stray", sign),
            Wrong::TooDeep => tr(lang, "query-too-deep"),
        }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for QueryError {}
