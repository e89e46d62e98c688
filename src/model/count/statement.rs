//! Texts that say several things at once: "1.2 million members, 420,000 files", "2,971 files, 4.5 GB".

use super::token::{self, Token};
use super::{Conventions, CountError, Quantity, Reading, phrase};
use crate::model::affected::Unit;
use crate::model::fold::fold;

/// Everything that a text counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// The counts, each with its own words. Where there are several, each names a unit, and no unit comes twice.
    pub counts: Vec<Part<'a>>,
    /// What else is measured beside them, with its words: gigabytes, money.
    pub others: Vec<(Quantity, &'a str)>,
}

/// One count of a [`Statement`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The words that say it.
    pub text: &'a str,
    /// What they mean.
    pub reading: Reading,
}

impl<'a> Statement<'a> {
    /// Reads a text that says one or several things.
    ///
    /// # Errors
    /// As [`Reading::read`]. [`CountError::Several`] where two counts are of one unit ("12,000 patients and 340
    /// employees" are both people): they may overlap, so nothing is added and none is preferred.
    pub fn read(text: &'a str, conventions: &Conventions) -> Result<Self, CountError> {
        match Reading::read(text, conventions) {
            Ok(reading) => Ok(Self { counts: vec![Part { text, reading }], others: Vec::new() }),
            Err(error @ (CountError::Several | CountError::OtherUnit(_))) => {
                let pieces = pieces(text);
                if pieces.len() > 1 {
                    return Self::of_pieces(&pieces, conventions, error);
                }
                Self::with_bracket(text, conventions).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    /// "12,000 (3 % of customers)": a measure in brackets behind a count.
    fn with_bracket(text: &'a str, conventions: &Conventions) -> Option<Self> {
        let (count, inner) = text.trim().strip_suffix(')')?.split_once('(')?;
        let count = count.trim();
        match Reading::read(inner, conventions) {
            Err(CountError::OtherUnit(quantity)) => {
                let reading = Reading::read(count, conventions).ok()?;
                Some(Self { counts: vec![Part { text: count, reading }], others: vec![(quantity, inner.trim())] })
            }
            _ => None,
        }
    }

    fn of_pieces(pieces: &[&'a str], conventions: &Conventions, error: CountError) -> Result<Self, CountError> {
        let mut said = Self { counts: Vec::new(), others: Vec::new() };
        for &text in pieces {
            match Reading::read(text, conventions) {
                Ok(reading) if reading.unit.is_some() => said.counts.push(Part { text, reading }),
                Err(CountError::OtherUnit(quantity)) => said.others.push((quantity, text)),
                Ok(_) | Err(_) => return Err(CountError::Several),
            }
        }
        let units: Vec<Option<Unit>> = said.counts.iter().map(|part| part.reading.unit).collect();
        let is_twice = units.iter().enumerate().any(|(at, unit)| units.iter().skip(at + 1).any(|other| other == unit));
        match said.others.first() {
            Some((quantity, _)) if said.counts.is_empty() => Err(CountError::OtherUnit(*quantity)),
            _ if is_twice || said.counts.is_empty() => Err(error),
            _ => Ok(said),
        }
    }
}

/// The text cut at commas, semicolons, line ends and "and" wherever a number follows.
fn pieces(text: &str) -> Vec<&str> {
    const MARKS: [&str; 10] = [", ", ";", "\n", " and ", " et ", " & ", " + ", " / ", " ainsi que ", " plus "];
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let mark = MARKS.iter().find(|mark| rest.starts_with(**mark));
        let after = mark.and_then(|mark| text.get(at + mark.len()..));
        match (mark, after) {
            (Some(mark), Some(after))
                if begins_with_number(after) && !is_inside_range(text.get(from..at).unwrap_or(""), mark) =>
            {
                pieces.extend(text.get(from..at).map(str::trim));
                at += mark.len();
                from = at;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.extend(text.get(from..).map(str::trim));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether "and" joins the two ends of "between 5 and 10".
fn is_inside_range(before: &str, mark: &str) -> bool {
    let folded = fold(before);
    let mut words = folded.split(' ').skip_while(|word| !matches!(*word, "between" | "entre")).peekable();
    matches!(mark, " and " | " et ") && words.peek().is_some() && !words.any(|word| matches!(word, "and" | "et"))
}

/// Whether a count can begin here: a digit or a word for a number, perhaps behind a modifier.
fn begins_with_number(text: &str) -> bool {
    let head: String = text.chars().take(60).collect();
    let folded = fold(&head);
    let tokens = token::split(folded.trim_start_matches("and ").trim_start_matches("et "), super::Thousands::Auto);
    match tokens.first() {
        Some(Token::Number(_) | Token::Sign('$' | '€' | '£' | '~' | '>' | '<' | '≥' | '≤' | '+')) => true,
        Some(Token::Word { .. }) => phrase::begins_with_number(&tokens),
        Some(Token::Sign(_)) | None => false,
    }
}
