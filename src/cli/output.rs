//! Writing to standard output, plain or JSON. A reader that went away (`| head`) is not an error.

use std::io::{ErrorKind, Write as _};

use serde::Serialize;

use crate::cli::Failure;

/// Writes text and a line end.
///
/// # Errors
/// When standard output cannot be written to, except that nobody reads it any more.
pub fn line(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    heed(out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()))
}

/// Writes a line to standard error: what a person must know beside the answer.
///
/// # Errors
/// When standard error cannot be written to, except that nobody reads it any more.
pub fn aside(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stderr().lock();
    heed(out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")))
}

/// Writes a value as indented JSON and a line end.
///
/// # Errors
/// As [`line()`].
pub fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::could_not(format!("The answer could not be written as JSON: {error}.")))?;
    line(&text)
}

fn heed(written: std::io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::could_not(format!("Standard output could not be written to: {error}.")))
        }
        _ => Ok(()),
    }
}
