//! Several values in one cell.

use std::borrow::Cow;

/// The separator that stands for a list literal in brackets.
pub const LITERAL: &str = "[]";

/// The separator that is a comma without a space behind it, for values that have commas with one in them.
pub const TIGHT_COMMA: &str = ",_";

/// Names of members whose value stands for a whole entry of a list literal: an address.
const ADDRESSES: [&str; 3] = ["href", "url", "link"];

/// The values in a cell, trimmed, without empty ones. With the separator [`LITERAL`] a bracketed list of quoted items
/// (as Python and JSON write it, also nested) is taken apart; a cell without brackets is then one value. Of an
/// entry in braces (`{'text': 'Source', 'href': 'https://…'}`) the address is the value, or all its values where there
/// is none.
pub fn split<'a>(cell: &'a str, separator: &str) -> Vec<Cow<'a, str>> {
    if separator == LITERAL {
        return literal(cell);
    }
    if separator.is_empty() {
        let whole = cell.trim();
        return if whole.is_empty() { Vec::new() } else { vec![Cow::Borrowed(whole)] };
    }
    if separator == TIGHT_COMMA {
        let ends = cell
            .match_indices(',')
            .filter(|(at, _)| !cell.get(at + 1..).is_some_and(|rest| rest.starts_with([' ', '\u{a0}'])));
        let mut items = Vec::new();
        let mut start = 0;
        for (at, _) in ends.chain([(cell.len(), "")]) {
            let item = cell.get(start..at).unwrap_or_default().trim();
            if !item.is_empty() {
                items.push(Cow::Borrowed(item));
            }
            start = at + 1;
        }
        return items;
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
    let mut entry: Option<Entry> = None;
    let mut quote = None;
    let mut chars = cell.chars().peekable();
    let finish = |item: &mut String| {
        let whole = std::mem::take(item);
        let whole = whole.trim();
        (!whole.is_empty() && whole != "None" && whole != "null").then(|| whole.to_owned())
    };
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => item.extend(chars.next()),
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') if item.trim().is_empty() => quote = Some(c),
            (None, '{') if item.trim().is_empty() && entry.is_none() => entry = Some(Entry::default()),
            (None, ':') if entry.as_ref().is_some_and(|entry| entry.name.is_none()) => {
                let name = finish(&mut item);
                if let Some(entry) = &mut entry {
                    entry.name.clone_from(&name);
                }
            }
            (None, ',' | '}') if entry.is_some() => {
                let value = finish(&mut item);
                if let Some(entry) = &mut entry {
                    entry.take(value);
                }
                if c == '}' {
                    items.extend(entry.take().and_then(Entry::finish).map(Cow::Owned));
                }
            }
            (None, '[' | ']' | ',') => items.extend(finish(&mut item).map(Cow::Owned)),
            (Some(_) | None, c) => item.push(c),
        }
    }
    items.extend(finish(&mut item).map(Cow::Owned));
    items
}

/// An entry in braces on its way into one value.
#[derive(Debug, Default)]
struct Entry {
    name: Option<String>,
    address: Option<String>,
    others: Vec<String>,
}

impl Entry {
    fn take(&mut self, value: Option<String>) {
        let name = self.name.take().unwrap_or_default().to_lowercase();
        match value {
            Some(value) if ADDRESSES.contains(&name.as_str()) => self.address = Some(value),
            Some(value) => self.others.push(value),
            None => {}
        }
    }

    fn finish(self) -> Option<String> {
        self.address.or_else(|| (!self.others.is_empty()).then(|| self.others.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_real_files() {
        let table: [(&str, &str, &[&str]); 12] = [
            ("Names; Addresses ;", ";", &["Names", "Addresses"]),
            ("Email, Network Server", ",", &["Email", "Network Server"]),
            ("['nom, prénom', \"nom d'usage\", 'adresse']", "[]", &["nom, prénom", "nom d'usage", "adresse"]),
            ("[['ASIA', 'CENTAS']]", "[]", &["ASIA", "CENTAS"]),
            ("[None, 'it\\'s']", "[]", &["it's"]),
            ("plain", "[]", &["plain"]),
            (
                "[{'text': 'Source', 'href': 'https://a.org/x,y'}, 'https://b.org']",
                "[]",
                &["https://a.org/x,y", "https://b.org"],
            ),
            ("[{'a': 'one', 'b': None, 'c': 'two'}, {}]", "[]", &["one, two"]),
            ("[{'text': 'cut', 'href': 'https", "[]", &["[{'text': 'cut', 'href': 'https"]),
            ("État civil (Ex : nom, prénom),Coordonnées,", ",_", &["État civil (Ex : nom, prénom)", "Coordonnées"]),
            (",,a,\u{a0}b", ",_", &["a,\u{a0}b"]),
            ("", ";", &[]),
        ];
        for (cell, separator, expected) in table {
            assert_eq!(split(cell, separator), expected, "{cell}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_cell_panics(cell in "[\\[\\]{}:'\",\\\\ab é]{0,30}") {
            let _ = split(&cell, LITERAL);
            let _ = split(&cell, TIGHT_COMMA);
        }
    }
}
