//! Why a file could not be read at all. Rows that cannot be read are problems, not errors.

use std::fmt;

use crate::import::container::error::ContainerError;
use crate::text::Lang;

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
    /// It is text without a table in it.
    NoTable,
    /// It is JSON without a list of records.
    NoRecords,
    /// It is broken JSON; what serde says, with line and column.
    BadJson(String),
    /// It was written by a newer version of Vigie.
    Newer(u32),
    /// It is larger than [`crate::import::limits::FILE_BYTES`].
    TooLarge,
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

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty; nothing was imported."),
            Self::NotText => {
                f.write_str("The file is not text; nothing was imported. Choose a CSV or JSON file, or a workspace.")
            }
            Self::Workspace => {
                f.write_str("The file is a workspace of Vigie; nothing was imported. Open it instead of importing it.")
            }
            Self::Workbook => f.write_str(
                "The file is a workbook; nothing was imported. Save the sheet as CSV (UTF-8) and import that file.",
            ),
            Self::NoTable => f.write_str(
                "No table was found in the file; nothing was imported. A CSV file needs a line of headers and at least \
                 two columns.",
            ),
            Self::NoRecords => f.write_str(
                "No list of records was found in the file; nothing was imported. A JSON file needs an array of objects.",
            ),
            Self::BadJson(what) => {
                write!(f, "The JSON is broken ({what}); nothing was imported. Mend the file and import it again.")
            }
            Self::Newer(version) => write!(
                f,
                "The file was written by a newer Vigie (document version {version}); nothing was imported. Update Vigie \
                 and import it again."
            ),
            Self::TooLarge => {
                f.write_str("The file is larger than 16 GiB; nothing was imported. Split it and import the parts.")
            }
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
            Self::Sink(what) => write!(f, "The records could not be kept ({what}); nothing was imported."),
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
