//! Why a file could not be read at all. Rows that cannot be read are problems, not errors.

use std::fmt;

use crate::import::bytes::document::Document;
use crate::import::container::error::ContainerError;
use crate::text::{Lang, tr_args};

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// There is nothing in it.
    Empty,
    /// It is not text: an image, a program, a compressed archive.
    NotText,
    /// It is a workspace of Vigie, which is opened rather than imported.
    Workspace,
    /// It is an office workbook.
    Workbook,
    /// It is a document, not data.
    Document(Document),
    /// It has headers and nothing below them.
    NoRows,
    /// It is text without a table in it.
    NoTable,
    /// It is JSON without a list of records.
    NoRecords,
    /// It is broken JSON.
    BadJson(JsonFault),
    /// It was written by a newer version of Vigie.
    Newer(u32),
    /// It is larger than [`crate::import::limits::FILE_BYTES`].
    TooLarge,
    /// A column's name, shortened here, is longer than [`crate::import::limits::HEADER_BYTES`].
    LongHeader(String),
    /// The record of delimited text that begins at this byte is longer than [`crate::import::limits::RECORD_BYTES`].
    Unended(u64),
    /// The JSON record of this number, counted from 1, is longer than [`crate::import::limits::JSON_RECORD_BYTES`].
    LongRecord(u64),
    /// It has more columns than [`crate::import::limits::COLUMNS`].
    TooManyColumns,
    /// More rows were set aside than [`crate::import::limits::REJECTED_ROWS`].
    TooManyRejected,
    /// Rows of one record stand too far apart: more than [`crate::import::limits::WAITING_BYTES`] lies between them. The
    /// column with their key.
    RowsTooScattered(String),
    /// It could not be read from its medium.
    Io(String),
    /// What is around the table could not be taken off.
    Container(ContainerError),
    /// The user stopped it.
    Cancelled,
    /// The place where records go could not take them.
    Sink(String),
}

/// What is the matter with a JSON text, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonFault {
    /// What.
    pub kind: JsonFaultKind,
    /// Its line, counted from 1.
    pub line: usize,
    /// Its character in the line, in bytes.
    pub column: usize,
}

/// What can be the matter with a JSON text. Each has words in both languages under the key `json-fault-<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFaultKind {
    /// It ends before it is complete.
    Cut,
    /// More is nested than any record needs.
    TooDeep,
    /// A text holds something that JSON does not allow there.
    BadText,
    /// A number that is none, or beyond all bounds.
    BadNumber,
    /// Something follows behind the end.
    Behind,
    /// Something else than a record stands where a record belongs.
    NoRecord,
    /// In a recipe, something is no part of one.
    NoRecipe,
    /// In an export of Vigie, something does not have the shape that it should have.
    BadShape,
    /// A character that has no place there.
    Syntax,
}

impl JsonFaultKind {
    /// The key for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cut => "cut",
            Self::TooDeep => "too-deep",
            Self::BadText => "bad-text",
            Self::BadNumber => "bad-number",
            Self::Behind => "behind",
            Self::NoRecord => "no-record",
            Self::NoRecipe => "no-recipe",
            Self::BadShape => "bad-shape",
            Self::Syntax => "syntax",
        }
    }
}

impl JsonFault {
    /// What the parser of a list of records found. It tells kinds apart in its messages only.
    pub fn of(error: &serde_json::Error) -> Self {
        use serde_json::error::Category;
        let message = error.to_string();
        let says = |parts: &[&str]| parts.iter().any(|part| message.starts_with(part));
        let kind = match error.classify() {
            Category::Eof => JsonFaultKind::Cut,
            Category::Data => JsonFaultKind::NoRecord,
            _ if says(&["recursion limit"]) => JsonFaultKind::TooDeep,
            _ if says(&[
                "lone ",
                "invalid escape",
                "invalid unicode",
                "unexpected end of hex",
                "control character",
            ]) =>
            {
                JsonFaultKind::BadText
            }
            _ if says(&["number out of range", "invalid number"]) => JsonFaultKind::BadNumber,
            _ if says(&["trailing characters"]) => JsonFaultKind::Behind,
            _ => JsonFaultKind::Syntax,
        };
        Self { kind, line: error.line(), column: error.column() }
    }

    /// The same for an export of Vigie, whose parts have shapes of their own.
    pub fn of_export(error: &serde_json::Error) -> Self {
        let fault = Self::of(error);
        let kind = if fault.kind == JsonFaultKind::NoRecord { JsonFaultKind::BadShape } else { fault.kind };
        Self { kind, ..fault }
    }

    /// In words: "it ends too early, on line 3".
    pub fn words(&self, lang: Lang) -> String {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        tr_args(lang, &format!("json-fault-{}", self.kind.key()), &[("line", line.into()), ("column", column.into())])
    }
}

impl Document {
    /// What happened, and what to do instead.
    const fn sentence(self) -> &'static str {
        match self {
            Self::WebPage => {
                "The file is a page of the web; nothing was imported. Fetch the data itself, often behind \"Export\" \
                 or \"Download\", or copy the table and paste it into the window."
            }
            Self::Xml => "The file is XML; nothing was imported. Fetch the data as CSV or JSON instead.",
            Self::Pdf => {
                "The file is a PDF; nothing was imported. Ask for the data behind it as CSV, JSON or a workbook, or \
                 copy its table and paste it into the window."
            }
            Self::Rtf => {
                "The file is a text of a word processor; nothing was imported. Copy its table and paste it into the \
                 window, or save it as CSV."
            }
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty; nothing was imported. Choose another file."),
            Self::NotText => {
                f.write_str("The file is not text; nothing was imported. Choose a CSV or JSON file, or a workspace.")
            }
            Self::Workspace => {
                f.write_str("The file is a workspace of Vigie; nothing was imported. Open it instead of importing it.")
            }
            Self::Workbook => f.write_str(
                "The file is a workbook; nothing was imported. Save the sheet as CSV (UTF-8) and import that file.",
            ),
            Self::Document(document) => f.write_str(document.sentence()),
            Self::NoRows => {
                f.write_str("The file has headers and no rows below them; nothing was imported. Choose another file.")
            }
            Self::NoTable => f.write_str(
                "No table was found in the file; nothing was imported. A CSV file needs a line of headers and at least \
                 two columns.",
            ),
            Self::NoRecords => f.write_str(
                "No list of records was found in the file; nothing was imported. A JSON file needs an array of objects.",
            ),
            Self::BadJson(fault) => write!(
                f,
                "The JSON is broken: {}; nothing was imported. Mend the file, or fetch it anew, and import it again.",
                fault.words(Lang::En)
            ),
            Self::Newer(version) => write!(
                f,
                "The file was written by a newer Vigie (document version {version}); nothing was imported. Update Vigie \
                 and import it again."
            ),
            Self::TooLarge => {
                f.write_str("The file is larger than 16 GiB; nothing was imported. Split it and import the parts.")
            }
            Self::LongHeader(name) => write!(
                f,
                "The name of a column is longer than 4,096 bytes (\"{name}\"); nothing was imported. The line of headers \
                 is probably another one, or a quotation mark in it is not closed."
            ),
            Self::Unended(at) => write!(
                f,
                "The record that begins {at} bytes into the file does not end within 16 MiB; nothing was imported. A \
                 quotation mark in it is probably not closed: close it and import the file again."
            ),
            Self::LongRecord(row) => write!(
                f,
                "Record {row} is longer than 8 MiB; nothing was imported. Leave out what is so long, and import the \
                 file again."
            ),
            Self::TooManyColumns => {
                f.write_str("The file has more than 2,000 columns; nothing was imported. Leave out those not needed.")
            }
            Self::TooManyRejected => f.write_str(
                "More than 200,000 rows cannot be read in this way; nothing was imported. Check the columns' meaning and \
                 the order of dates.",
            ),
            Self::RowsTooScattered(column) => write!(
                f,
                "Rows with the same \"{column}\" stand too far apart to be put together (more than 256 MiB of rows between \
                 them); nothing was imported. Sort the file by that column and import it again."
            ),
            Self::Io(what) => {
                write!(f, "The file could not be read to its end ({what}); nothing was imported. Try again.")
            }
            Self::Container(error) => f.write_str(&error.sentence(Lang::En)),
            Self::Cancelled => f.write_str("The import was stopped; nothing was imported."),
            Self::Sink(what) => {
                write!(f, "The records could not be kept ({what}); nothing was imported. Save elsewhere, or try again.")
            }
        }
    }
}

impl std::error::Error for ImportError {}

impl From<ContainerError> for ImportError {
    fn from(error: ContainerError) -> Self {
        Self::Container(error)
    }
}

impl From<std::io::Error> for ImportError {
    /// An error of import that came through a reader is itself again.
    fn from(error: std::io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            Some(inner) => inner.clone(),
            None => Self::Io(error.to_string()),
        }
    }
}
