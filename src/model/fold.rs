//! Words without case, accents and typographic variants, so that one table reads them all.

/// Lower case without the accents of French, German, Spanish and Italian, with one kind of apostrophe, hyphen and blank.
///
/// Digits and the marks inside numbers are left as they are, but for blanks: every kind becomes a plain space.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'À' | 'Á' | 'Â' | 'Ä' | 'à' | 'â' | 'ä' | 'á' => folded.push('a'),
            'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'Ì' | 'Í' | 'Î' | 'Ï' | 'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'Ò' | 'Ó' | 'Ô' | 'Ö' | 'ò' | 'ó' | 'ô' | 'ö' => folded.push('o'),
            'Ù' | 'Ú' | 'Û' | 'Ü' | 'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'Ñ' | 'ñ' => folded.push('n'),
            'Ç' | 'ç' => folded.push('c'),
            'œ' | 'Œ' => folded.push_str("oe"),
            '’' | '‘' | 'ʼ' => folded.push('\''),
            '\u{2010}' | '\u{2011}' | '\u{2012}' | '–' | '—' | '\u{2212}' => folded.push('-'),
            '\u{300}' | '\u{301}' | '\u{302}' | '\u{303}' | '\u{308}' | '\u{327}' | '\u{ad}' | '\u{200b}' => {}
            c if c.is_whitespace() => folded.push(' '),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_what_varies_and_keeps_the_rest() {
        assert_eq!(fold("Jusqu’à 1\u{202f}234 élèves — DÉBUT"), "jusqu'a 1 234 eleves - debut");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
    }
}
