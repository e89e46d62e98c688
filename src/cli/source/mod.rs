//! Files that a command looks at: a workspace, Vigie's own export, or a table that is understood first.

mod args;
mod load;
mod understand;

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

pub use args::{DatasetArgs, ReadingArgs};
pub use load::{Loaded, for_figures, load, vigie_heads};
pub use understand::{Understood, describe, recipe_asked_for, understand};

use crate::cli::Failure;
use crate::import::error::ImportError;
use crate::model::calendar::Day;
use crate::workspace::data_file;

/// Seconds since 1970-01-01 00:00 UTC by the system's clock.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub fn seconds_since_epoch() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Today by the system's clock, in UTC.
pub fn today() -> Day {
    Day(i32::try_from(seconds_since_epoch() / 86_400).unwrap_or(i32::MAX))
}

/// Opens a file for reading.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<File, Failure> {
    data_file::open(path).map_err(|error| {
        Failure::could_not(match error.kind() {
            ErrorKind::IsADirectory => {
                format!("This is a folder, not a file; nothing was read. Name a file: {}", path.display())
            }
            ErrorKind::InvalidInput => format!(
                "This is a pipe or a device, not a file; nothing was read. Save it as a file first: {}",
                path.display()
            ),
            _ => format!(
                "The file could not be opened ({error}); nothing was changed. Check its name: {}",
                path.display()
            ),
        })
    })
}

/// A sentence about a file, with its name behind it.
pub fn about(path: &Path) -> impl Fn(ImportError) -> Failure + '_ {
    move |error| Failure::could_not(format!("{error} {}", path.display()))
}
