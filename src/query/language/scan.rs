//! The letters of a query: blanks, runs of letters, quoted text.

use std::ops::Range;

use crate::query::language::error::{QueryError, Wrong};
use crate::query::pattern::Pattern;

/// Comparing signs, longest first, with what they are.
const SIGNS: [(&str, Sign); 11] = [
    ("<=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("!=", Sign::IsNot),
    ("≤", Sign::AtMost),
    ("≥", Sign::AtLeast),
    ("≠", Sign::IsNot),
    ("<", Sign::Below),
    (">", Sign::Above),
    ("=", Sign::Is),
    ("：", Sign::Has),
    (":", Sign::Has),
];

/// What stands between a name and a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `:`
    Has,
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
}

/// A place in a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Bytes before this place.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn is_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Passes over blanks; says whether there were any.
    pub(super) fn skip_blanks(&mut self) -> bool {
        let rest = self.rest();
        let blanks = rest.len() - rest.trim_start().len();
        self.at += blanks;
        blanks > 0
    }

    /// Passes over a text if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let is_there = self.rest().starts_with(text);
        if is_there {
            self.at += text.len();
        }
        is_there
    }

    /// Passes over a comparing sign if one stands here.
    pub(super) fn sign(&mut self) -> Option<Sign> {
        let (text, sign) = SIGNS.iter().find(|(text, _)| self.rest().starts_with(text))?;
        self.at += text.len();
        Some(*sign)
    }

    /// Whether a comparing sign stands here.
    pub(super) fn is_sign(&self) -> bool {
        SIGNS.iter().any(|(text, _)| self.rest().starts_with(text))
    }

    /// Letters up to a blank, a quotation mark, a parenthesis, or what `stops`.
    pub(super) fn run(&mut self, stops: impl Fn(&str) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.char_indices().find(|(at, letter)| {
            letter.is_whitespace()
                || matches!(letter, '(' | ')')
                || closing(*letter).is_some()
                || stops(rest.get(*at..).unwrap_or_default())
        });
        let run = rest.get(..end.map_or(rest.len(), |(at, _)| at)).unwrap_or_default();
        self.at += run.len();
        run
    }

    /// A quoted text, if one begins here: between its quotation marks `\` takes away the meaning of the next sign.
    pub(super) fn quoted(&mut self) -> Result<Option<Pattern>, QueryError> {
        let start = self.at;
        let Some(close) = self.peek().and_then(closing) else { return Ok(None) };
        self.at += self.peek().map_or(0, char::len_utf8);
        let mut end = None;
        let mut is_escaped = false;
        for (at, letter) in self.rest().char_indices() {
            if letter == close && !is_escaped {
                end = Some(at);
                break;
            }
            is_escaped = letter == '\\' && !is_escaped;
        }
        let Some(end) = end else {
            return Err(QueryError { wrong: Wrong::OpenQuote, at: start..self.text.len() });
        };
        let inside = self.rest().get(..end).unwrap_or_default();
        self.at += end + close.len_utf8();
        // French marks stand apart from their text.
        let inside = if close == '»' { inside.trim() } else { inside };
        Ok(Some(pattern(inside)))
    }

    /// The text between two places.
    pub(super) fn between(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }
}

/// The mark that closes a quotation which this one opens.
const fn closing(letter: char) -> Option<char> {
    match letter {
        '"' => Some('"'),
        '“' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

/// A word as it is typed: `*` stands for anything, `\` takes away the meaning of the next sign.
pub(super) fn pattern(text: &str) -> Pattern {
    let mut pieces = vec![String::new()];
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '*' => {
                pieces.push(String::new());
                continue;
            }
            '\\' => letters.next().unwrap_or('\\'),
            other => other,
        };
        if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
    Pattern::new(pieces)
}

/// The letters of what was read as a pattern, where `*` means itself.
pub(super) fn letters(pattern: &Pattern) -> String {
    pattern.pieces().join("*")
}
