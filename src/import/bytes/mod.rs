//! What a file is, from its bytes: format, encoding, delimiter; and its text in blocks of whole records.

pub mod blocks;
pub(in crate::import) mod bounded;
pub mod csv;
pub mod decode;
pub mod document;
pub mod encoding;
pub mod json;
pub mod shared;
pub mod sniff;
