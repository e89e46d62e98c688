//! Why what is around a table could not be taken off.

use crate::text::{Arg, Lang, tr, tr_args};

/// Why what is around a table could not be taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerError {
    /// An archive, folder or list of files without any data file; names of what is there.
    NoDataFile {
        /// The first few names.
        names: String,
    },
    /// Protected by a password.
    Encrypted {
        /// What is.
        name: String,
    },
    /// An archive or compressed file that is damaged or cut off.
    Broken {
        /// What is.
        name: String,
        /// In which way.
        damage: Damage,
    },
    /// More than [`crate::import::limits::NESTING`] archives within each other.
    TooDeep,
    /// More members than [`crate::import::limits::ARCHIVE_MEMBERS`].
    TooManyMembers {
        /// How many there are.
        count: u64,
    },
    /// Unzips to more than [`crate::import::limits::UNZIPPED_RATIO`] times its size.
    Bomb {
        /// What does.
        name: String,
    },
    /// An archive inside another that is larger than [`crate::import::limits::INNER_BYTES`] when unzipped.
    InnerTooLarge {
        /// Which.
        name: String,
    },
    /// An archive of a kind that is not read.
    OtherArchive {
        /// `tar`, `7z`, `RAR`, …
        kind: &'static str,
    },
    /// A member that is compressed in a way that is not read.
    OtherMethod {
        /// Which.
        name: String,
    },
    /// There is no member of the name that was chosen.
    NoSuchMember {
        /// What was asked for.
        name: String,
        /// What there is.
        there: String,
    },
    /// A workbook that is damaged.
    BrokenWorkbook {
        /// The file.
        name: String,
    },
    /// A workbook beyond [`crate::import::limits::WORKBOOK_BYTES`] or a part beyond
    /// [`crate::import::limits::WORKBOOK_PART_BYTES`].
    WorkbookTooLarge,
    /// A sheet with more cells or text than is held.
    SheetTooLarge,
    /// A text document or a presentation.
    OtherDocument,
    /// A workbook without any sheet of cells.
    EmptyWorkbook,
    /// There is no sheet of the name that was chosen.
    NoSuchSheet {
        /// What was asked for.
        name: String,
        /// What there is.
        there: String,
    },
    /// The sheet has no table.
    NoTableInSheet {
        /// Which.
        name: String,
    },
    /// There is nothing in the range that was chosen.
    EmptyRange {
        /// The sheet.
        sheet: String,
        /// The range.
        range: String,
    },
    /// A sheet or a range was chosen, but it is no workbook.
    NoWorkbook,
    /// A member was chosen, but it is no archive.
    NoArchive,
    /// Files that are not one table.
    DoNotFit {
        /// The file that the others are compared with.
        first: String,
        /// Which differ, and in what: `−` is a header of the first that is missing, `+` one that it has not.
        what: String,
    },
}

/// In which way an archive or compressed file is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It ends before it is whole.
    CutOff,
    /// Its bytes do not unpack, or to something else than its directory says.
    DoesNotUnpack,
    /// The list of what is in it cannot be read.
    NoDirectory,
}

impl Damage {
    const fn text_key(self) -> &'static str {
        match self {
            Self::CutOff => "container-damage-cut-off",
            Self::DoesNotUnpack => "container-damage-does-not-unpack",
            Self::NoDirectory => "container-damage-no-directory",
        }
    }
}

impl ContainerError {
    /// One sentence: what happened, what was kept, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        let named = |key, name: &str| tr_args(lang, key, &[("name", Arg::from(name))]);
        match self {
            Self::NoDataFile { names } if names.is_empty() => tr(lang, "container-error-no-data-file"),
            Self::NoDataFile { names } => {
                tr_args(lang, "container-error-no-data-file-among", &[("names", Arg::from(names))])
            }
            Self::Encrypted { name } => named("container-error-encrypted", name),
            Self::Broken { name, damage } => {
                let how = tr(lang, damage.text_key());
                tr_args(lang, "container-error-broken", &[("name", Arg::from(name)), ("how", Arg::from(how))])
            }
            Self::TooDeep => tr(lang, "container-error-too-deep"),
            Self::TooManyMembers { count } => {
                tr_args(lang, "container-error-too-many-members", &[("count", Arg::Number(*count))])
            }
            Self::Bomb { name } => named("container-error-bomb", name),
            Self::InnerTooLarge { name } => named("container-error-inner-too-large", name),
            Self::OtherArchive { kind } => {
                tr_args(lang, "container-error-other-archive", &[("kind", Arg::from(*kind))])
            }
            Self::OtherMethod { name } => named("container-error-other-method", name),
            Self::NoSuchMember { name, there } => tr_args(
                lang,
                "container-error-no-such-member",
                &[("name", Arg::from(name)), ("there", Arg::from(there))],
            ),
            Self::BrokenWorkbook { name } => named("container-error-broken-workbook", name),
            Self::WorkbookTooLarge => tr(lang, "container-error-workbook-too-large"),
            Self::SheetTooLarge => tr(lang, "container-error-sheet-too-large"),
            Self::OtherDocument => tr(lang, "container-error-other-document"),
            Self::EmptyWorkbook => tr(lang, "container-error-empty-workbook"),
            Self::NoSuchSheet { name, there } => tr_args(
                lang,
                "container-error-no-such-sheet",
                &[("name", Arg::from(name)), ("there", Arg::from(there))],
            ),
            Self::NoTableInSheet { name } => named("container-error-no-table-in-sheet", name),
            Self::EmptyRange { sheet, range } => {
                tr_args(lang, "container-error-empty-range", &[("name", Arg::from(sheet)), ("range", Arg::from(range))])
            }
            Self::NoWorkbook => tr(lang, "container-error-no-workbook"),
            Self::NoArchive => tr(lang, "container-error-no-archive"),
            Self::DoNotFit { first, what } => {
                tr_args(lang, "container-error-do-not-fit", &[("first", Arg::from(first)), ("what", Arg::from(what))])
            }
        }
    }
}

/// The first names of a list, and how many more there are.
pub fn some_names<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 6;
    let count = names.len();
    let mut shown: Vec<&str> = names.take(SHOWN).collect();
    let more = format!("+ {}", count.saturating_sub(SHOWN));
    if count > SHOWN {
        shown.push(&more);
    }
    shown.join(", ")
}
