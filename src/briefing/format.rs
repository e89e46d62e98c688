//! The formats that a briefing is written in.

use std::fmt;

use crate::briefing::deck::Deck;
use crate::briefing::remark::Remark;
use crate::briefing::{html, pdf, pptx, xlsx};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Slides with charts that can be edited.
    Pptx,
    /// A document with tags and bookmarks.
    Pdf,
    /// One page for a browser.
    Html,
    /// A workbook with charts and the numbers behind them.
    Xlsx,
}

impl Format {
    /// The formats that are built, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Pptx, Self::Pdf, Self::Html, Self::Xlsx];

    /// Ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pptx => "pptx",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format of a file's name.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}

/// Size of the pages of a PDF.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// The shape of a slide, 16 to 9.
    #[default]
    Slide,
    /// A4, upright.
    A4,
    /// Letter, upright.
    Letter,
}

/// How a briefing is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Size of the pages of a PDF.
    pub paper: Paper,
    /// The bytes of a company's own presentation or template, whose masters, fonts and colours slides take.
    pub company: Option<Vec<u8>>,
}

/// Why a file could not be made. Nothing was written then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The company's template cannot be used, and why.
    Template(String),
    /// The writer of a format failed, and what it said.
    Writing(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(why) => write!(
                f,
                "The company template cannot be used: {why}. Nothing was written; choose another .pptx or .potx, or none."
            ),
            Self::Writing(why) => {
                write!(f, "The file could not be made: {why}. Nothing was written; try another format.")
            }
        }
    }
}

impl std::error::Error for ExportError {}

/// The bytes of a briefing in a format. Equal decks and options give equal bytes.
///
/// # Errors
/// When the company's template cannot be used, or a writer fails.
pub fn write(deck: &Deck, format: Format, options: &Options) -> Result<Vec<u8>, ExportError> {
    write_and_tell(deck, format, options).map(|(bytes, _)| bytes)
}

/// As [`write()`], with what is to be said of the file.
///
/// # Errors
/// When the company's template cannot be used, or a writer fails.
pub fn write_and_tell(deck: &Deck, format: Format, options: &Options) -> Result<(Vec<u8>, Vec<Remark>), ExportError> {
    let plain = |bytes: Vec<u8>| (bytes, Vec::new());
    match format {
        Format::Pptx => pptx::write(deck, options),
        Format::Pdf => pdf::write(deck, options.paper).map(plain),
        Format::Html => Ok(plain(html::write(deck).into_bytes())),
        Format::Xlsx => xlsx::write(deck).map(plain),
    }
}
