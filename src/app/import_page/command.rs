//! What the import page asks of the program.

use std::path::PathBuf;

use crate::app::import_page::adding::{Added, Export};
use crate::app::import_page::look::{By, Looked};
use crate::app::import_page::row_rules::RowChoice;
use crate::app::import_page::state::{Aside, Destination};
use crate::app::import_page::trial::{RawRow, TrialResult};
use crate::app::import_page::write::Written;
use crate::app::reading::Source;
use crate::import::container::Choice;
use crate::import::recipe::{DatasetRule, Format, Names, OnBad, Target};

/// Something for the import page.
#[derive(Debug)]
pub enum ImportCommand {
    /// Ask for a file to import.
    Choose,
    /// Look at this file and show its review, whether or not a recipe fits it.
    Look(Source),
    /// Ask for a folder to import.
    ChooseFolder,
    /// Review these files as one table.
    LookAll(Vec<PathBuf>),
    /// The clipboard was asked for in the frame of this number.
    AskPaste(u64),
    /// Review this table, which was pasted.
    Paste(String),
    /// A file was looked at.
    Looked(Box<Looked>),
    /// Vigie's own export was looked at, to be added to the open workspace.
    LookedExport(Box<Export>),
    /// It was added.
    Added(Box<Added>),
    /// Stop reading or writing; nothing enters.
    Stop,
    /// Leave the review; nothing enters.
    Leave,
    /// Read the file in another way: delimiter, encoding, header.
    Format(Format),
    /// Read a column in another way. Choosing an order of dates decides it.
    Column {
        /// Its header.
        header: String,
        /// What becomes of it.
        target: Target,
        /// What becomes of its cells that cannot be read.
        on_bad: OnBad,
    },
    /// Name the words of this column by our list, or leave them as they are written.
    Names(String, Names),
    /// Leave out all columns without a field of their own, or keep those that were left out.
    Aside(Aside),
    /// Show the row of this number, wherever it stands in the file.
    Row(u64),
    /// A row was read again.
    RowRead(Box<RawRow>),
    /// Whether words of a column of text that stand for a missing value leave it empty.
    KnowsMissing(String, bool),
    /// Rows as a whole are read in another way.
    Rows(RowChoice),
    /// The order of a column's dates is right as it is shown.
    Decide(String),
    /// Describe the dataset differently.
    Dataset(Box<DatasetRule>),
    /// The mechanism and the as-of date as proposed again.
    Propose,
    /// Name the dataset.
    Name(String),
    /// Where the records go.
    Into(Destination),
    /// Read the file by something else: a proposal, or a recipe.
    ReadBy(By),
    /// Ask for a recipe to read the file by.
    LoadRecipe,
    /// Read another member, sheet or range.
    Around(Choice),
    /// All rows were tried with the choices of this number.
    Tried(u64, Box<TrialResult>),
    /// Let the records in.
    Accept,
    /// The records are in the file.
    Written(Box<Written>),
    /// Ask where the recipe goes.
    SaveRecipe,
    /// Ask where the rejected rows go.
    SaveRejected,
    /// Ask for the corrected file of the rejected rows.
    ChooseCorrected,
    /// Write or read this, which was asked for.
    Path(ImportPath, PathBuf),
    /// A file was written.
    Saved(ImportPath, PathBuf),
    /// Open the review of the file that was imported last, to replace that import.
    Again,
    /// Undo the import that was made last.
    Undo,
    /// Put the report of the last import away.
    Close,
}

/// What a chosen path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportPath {
    /// A file to import.
    Data,
    /// A folder to import.
    Folder,
    /// A corrected file of rejected rows.
    Corrected,
    /// Rejected rows go there.
    Rejected,
    /// The recipe goes there.
    Recipe,
    /// A recipe to read the file by.
    LoadRecipe,
}

impl ImportPath {
    /// Key of the words that ask for it.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Data => "importing-path-data",
            Self::Folder => "importing-path-folder",
            Self::Corrected => "importing-path-corrected",
            Self::Rejected => "importing-path-rejected",
            Self::Recipe => "importing-path-recipe",
            Self::LoadRecipe => "importing-path-load-recipe",
        }
    }
}
