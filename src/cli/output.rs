//! Writing to standard output, plain or JSON. A reader that went away (`| head`) is not an error.

use std::borrow::Cow;
use std::io::{ErrorKind, Write as _};

use serde::Serialize;

use crate::cli::Failure;

/// Writes text and a line end.
///
/// # Errors
/// When standard output cannot be written to, except that nobody reads it any more.
pub fn line(text: &str) -> Result<(), Failure> {
    written(&harmless(text))
}

fn written(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    heed(out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()))
}

/// Writes a line to standard error: what a person must know beside the answer.
///
/// # Errors
/// When standard error cannot be written to, except that nobody reads it any more.
pub fn aside(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stderr().lock();
    heed(out.write_all(harmless(text).as_bytes()).and_then(|()| out.write_all(b"\n")))
}

/// Writes a value as indented JSON and a line end.
///
/// # Errors
/// As [`line()`].
pub fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::could_not(format!("The answer could not be written as JSON: {error}.")))?;
    written(&text)
}

fn heed(written: std::io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::could_not(format!("Standard output could not be written to: {error}.")))
        }
        _ => Ok(()),
    }
}

/// Text without what commands a terminal or turns the direction of writing, which names and titles from files may hold:
/// each such character becomes U+FFFD.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let commands = |c: char| {
        c.is_control() && c != '\n' && c != '\t' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(commands) { Cow::Owned(text.replace(commands, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_is_not_written() {
        assert_eq!(harmless("é, \t\n"), "é, \t\n");
        assert_eq!(
            harmless("\u{1b}]0;x\u{7} \u{9b}2J \u{202e}x\r"),
            "\u{fffd}]0;x\u{fffd} \u{fffd}2J \u{fffd}x\u{fffd}"
        );
    }
}
