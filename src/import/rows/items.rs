//! Several values in one cell.

use std::borrow::Cow;

/// The separator that stands for a list literal in brackets.
pub const LITERAL: &str = "[]";

/// The values in a cell, trimmed, without empty ones. With the separator [`LITERAL`] a bracketed list of quoted items
/// (as Python and JSON write it, also nested) is taken apart; a cell without brackets is then one value.
pub fn split<'a>(cell: &'a str, separator: &str) -> Vec<Cow<'a, str>> {
    if separator == LITERAL {
        return literal(cell);
    }
    if separator.is_empty() {
        let whole = cell.trim();
        return if whole.is_empty() { Vec::new() } else { vec![Cow::Borrowed(whole)] };
    }
    cell.split(separator).map(str::trim).filter(|item| !item.is_empty()).map(Cow::Borrowed).collect()
}

/// Whether a cell looks like a list literal.
pub fn is_literal(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with('[') && cell.ends_with(']')
}

fn literal(cell: &str) -> Vec<Cow<'_, str>> {
    if !is_literal(cell) {
        return split(cell, "");
    }
    let mut items = Vec::new();
    let mut item = String::new();
    let mut quote = None;
    let mut chars = cell.chars().peekable();
    let finish = |item: &mut String| {
        let whole = std::mem::take(item);
        let whole = whole.trim();
        (!whole.is_empty() && whole != "None" && whole != "null").then(|| Cow::Owned(whole.to_owned()))
    };
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => item.extend(chars.next()),
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') if item.trim().is_empty() => quote = Some(c),
            (None, '[' | ']' | ',') => items.extend(finish(&mut item)),
            (Some(_) | None, c) => item.push(c),
        }
    }
    items.extend(finish(&mut item));
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_real_files() {
        let table: [(&str, &str, &[&str]); 7] = [
            ("Names; Addresses ;", ";", &["Names", "Addresses"]),
            ("Email, Network Server", ",", &["Email", "Network Server"]),
            ("['nom, prénom', \"nom d'usage\", 'adresse']", "[]", &["nom, prénom", "nom d'usage", "adresse"]),
            ("[['ASIA', 'CENTAS']]", "[]", &["ASIA", "CENTAS"]),
            ("[None, 'it\\'s']", "[]", &["it's"]),
            ("plain", "[]", &["plain"]),
            ("", ";", &[]),
        ];
        for (cell, separator, expected) in table {
            assert_eq!(split(cell, separator), expected, "{cell}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_cell_panics(cell in "[\\[\\]'\",\\\\ab ]{0,30}") {
            let _ = split(&cell, LITERAL);
        }
    }
}
