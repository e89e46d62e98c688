//! What a value rests on.

use serde::{Deserialize, Serialize};

use crate::model::date::PartialDate;

/// One statement that supports a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Evidence {
    /// Who said it: a publication, a notice, a person's role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Where it can be read again: an address or a file, kept as text and never opened by itself.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The words themselves, short.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
}
