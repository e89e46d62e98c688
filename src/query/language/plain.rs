//! Whether a text is words to search for, or a query.

use crate::query::language::names::{self, Joint};
use crate::query::language::scan::Scan;

/// Whether a text holds nothing that only a query has: a field with a sign behind it, a parenthesis, a quotation mark,
/// a `-` or `~` before a word, a joining word in capitals. Then it is searched for as it stands, small words included.
pub fn is_plain(text: &str) -> bool {
    let mut scan = Scan::new(text);
    loop {
        scan.skip_blanks();
        if scan.is_end() {
            return true;
        }
        let word = scan.run(|rest| Scan::new(rest).is_sign());
        if word.is_empty() {
            if scan.sign().is_none() {
                // A parenthesis or a quotation mark.
                return false;
            }
            continue;
        }
        let is_turned = word.chars().count() > 1 && word.starts_with(['-', '~', '!']);
        let is_joint = word.len() > 1 && word.chars().all(char::is_uppercase) && Joint::named(word).is_some();
        if is_turned || is_joint {
            return false;
        }
        let mut ahead = scan;
        let is_apart = ahead.skip_blanks();
        let is_field = names::subject(word).is_some() || word.contains("..");
        let is_slip = || !is_apart && names::nearest(word).is_some();
        if ahead.is_sign() && (is_field || is_slip()) {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_searched_and_queries_are_read() {
        for text in [
            "",
            "ransomware",
            "accès non autorisé",
            "ville et métropole",
            "T-Mobile - 2021",
            "MOVEit: zero day",
            "people told",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "sector:health",
            "secteur : santé",
            "people > 1000",
            "sectr:x",
            "ransomware -health",
            "a OR b",
            "accès ET coupé",
            "(a b)",
            "\"a b\"",
            "awre..public>3d",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
