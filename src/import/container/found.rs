//! What was found around a table: for the window, which offers the choices, and for the assumptions that are printed.

use crate::import::error::ImportError;

/// What was found around a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What the table itself is called, without endings.
    pub title: String,
    /// Wrappers that were taken off, outermost first.
    pub wrappers: Vec<Wrapper>,
    /// Data files of an archive, in the order of their names; empty where there is no archive.
    pub members: Vec<Member>,
    /// Files of a folder or archive that are not part of the table, and why.
    pub passed_over: Vec<PassedOver>,
}

/// What may be around a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// Compressed (`.gz`).
    Gzip,
    /// An archive (`.zip`).
    Zip,
}

/// A data file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name in the archive, with `/` between folders.
    pub name: String,
    /// Its size once unzipped.
    pub size: u64,
    /// Whether it is (part of) the table.
    pub is_chosen: bool,
}

/// A file that is not part of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: WhyPassedOver,
}

/// Why a file is not part of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyPassedOver {
    /// Another member was chosen.
    NotChosen,
    /// A file that a system keeps for itself (`.DS_Store`, `__MACOSX/`).
    OfTheSystem,
    /// It cannot be read as data.
    NoData(ImportError),
}
