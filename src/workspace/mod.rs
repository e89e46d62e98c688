//! The workspace: one `.vigie` file, which is the truth, and the frame that is read from it.
//!
//! The file is an SQLite database: one versioned JSON document a record, the layer that was imported beside it where
//! the two differ, and the history of every edit. An edit is on disk before [`Workspace::apply`] returns. Nothing here
//! reads the clock or a random source: the time and fresh identities are arguments.

pub mod data_file;
pub mod error;
pub mod edit;
pub mod history;
pub mod filling;
pub mod importer;
pub mod copies;
pub mod unnamed;
pub mod check;
pub mod reader;
mod lock;
mod merge;
mod file;
mod store;
mod frames;
mod open;
pub mod past;

pub use error::{Result, WorkspaceError};
pub use open::{Access, Workspace};

#[cfg(test)]
mod tests;
