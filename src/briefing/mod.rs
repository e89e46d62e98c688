//! From findings to the boardroom: pages of findings and figures, kept in the workspace, written as slides, documents
//! and workbooks.
//!
//! A [`document::Briefing`] says what each page shows; [`compose`] works it out against the records as a
//! [`deck::Deck`]: headlines, chart models, tables and sentences in one language, without a position or a colour. Each
//! writer turns a deck into the bytes of one format. Same deck, same bytes: nothing here reads a clock or a locale.

pub mod document;
pub mod deck;
pub mod format;
pub mod place;
pub mod remark;
pub mod signs;
pub mod slide;
pub mod steps;
pub mod paging;
pub mod pptx;
pub mod compose;
pub mod template;
pub mod renew;
mod xlsx;
pub mod told;
pub mod pdf;
pub mod html;
