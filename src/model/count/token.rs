//! A folded text as numbers, words and signs.

use super::CountError;
use super::conventions::Thousands;
use super::numeral::{self, Numeral};

/// One piece of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A number in digits, or why its digits make none.
    Number(Result<Numeral, CountError>),
    /// A word. An elided word keeps its apostrophe: `d'`.
    Word {
        /// Its letters.
        text: &'a str,
        /// Whether it follows a number without a blank: `300k`.
        is_glued: bool,
    },
    /// Any other sign.
    Sign(char),
}

impl<'a> Token<'a> {
    /// The letters, for a word.
    pub(super) const fn word(&self) -> Option<&'a str> {
        match self {
            Self::Word { text, .. } => Some(text),
            Self::Number(_) | Self::Sign(_) => None,
        }
    }

    /// Whether this is that word.
    pub(super) fn is(&self, word: &str) -> bool {
        self.word() == Some(word)
    }
}

/// Splits a folded text.
pub(super) fn split(folded: &str, thousands: Thousands) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = folded;
    let mut follows_number = false;
    while let Some(first) = rest.chars().next() {
        if let Some((number, after)) = numeral::take(rest, thousands) {
            tokens.push(Token::Number(number));
            rest = after;
            follows_number = true;
            continue;
        }
        let length = word_length(rest);
        if length > 0 {
            let (text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            tokens.push(Token::Word { text, is_glued: follows_number });
            // The point of an abbreviation ("approx.") says nothing.
            let point = after.strip_prefix('.').filter(|next| !next.starts_with(|c: char| c.is_ascii_digit()));
            rest = point.unwrap_or(after);
        } else {
            if first != ' ' {
                tokens.push(Token::Sign(first));
            }
            rest = rest.get(first.len_utf8()..).unwrap_or("");
        }
        follows_number = false;
    }
    tokens
}

/// Length in bytes of the word at the start: letters, hyphens and middle dots between letters, and the apostrophe
/// of an elision.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '-' | '·' | '•') && at > 0 && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if c.is_alphabetic() || joins {
            end = at + c.len_utf8();
        } else {
            if c == '\'' && at > 0 {
                end = at + 1;
            }
            break;
        }
    }
    end
}
