//! Text as it is searched and sorted: lower case, without accents, on one line.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Appends the folded form of `text` to `out`: lower case, accents removed, `œ` as `oe`, every run of white space as
/// one space, none at the ends.
///
/// ```
/// let mut out = String::new();
/// vigie::frame::fold::fold_into("Préfecture  de l'Œuvre", &mut out);
/// assert_eq!(out, "prefecture de l'oeuvre");
/// ```
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    let mut gap = false;
    if text.is_ascii() {
        for byte in text.bytes() {
            push(char::from(byte.to_ascii_lowercase()), start, &mut gap, out);
        }
        return;
    }
    for letter in text.nfkd().filter(|&letter| !is_combining_mark(letter)) {
        for lower in letter.to_lowercase().filter(|&lower| !is_combining_mark(lower)) {
            match lower {
                'œ' => push_all("oe", start, &mut gap, out),
                'æ' => push_all("ae", start, &mut gap, out),
                'ß' => push_all("ss", start, &mut gap, out),
                'ø' => push('o', start, &mut gap, out),
                'ł' => push('l', start, &mut gap, out),
                'đ' => push('d', start, &mut gap, out),
                '’' | 'ʼ' => push('\'', start, &mut gap, out),
                other => push(other, start, &mut gap, out),
            }
        }
    }
}

/// The folded form of `text`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn push_all(letters: &str, start: usize, gap: &mut bool, out: &mut String) {
    letters.chars().for_each(|letter| push(letter, start, gap, out));
}

fn push(letter: char, start: usize, gap: &mut bool, out: &mut String) {
    if letter.is_whitespace() || letter.is_control() {
        *gap = true;
        return;
    }
    if *gap && out.len() > start {
        out.push(' ');
    }
    *gap = false;
    out.push(letter);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_and_space() {
        for (given, wanted) in [
            ("", ""),
            ("  Ville de\tParis \n", "ville de paris"),
            ("ÉLÈVE Noël", "eleve noel"),
            ("Straße Łódź Đà Nẵng", "strasse lodz da nang"),
            ("l’hôpital", "l'hopital"),
            ("İstanbul", "istanbul"),
            ("ＦＵＬＬ", "full"),
        ] {
            assert_eq!(fold(given), wanted, "{given:?}");
            assert_eq!(fold(&fold(given)), fold(given), "folding twice changes {given:?}");
        }
    }
}
