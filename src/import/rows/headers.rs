//! The names of columns: trimmed, never empty, never twice. Recipes and readers agree on them by using this.

use std::collections::HashSet;

/// Headers as recipes name them: without spaces around them (also not no-break ones), with `Column 3` for an empty
/// one, and `Name (2)` for one that stands there already.
pub fn tidy<'a>(raw: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut tidied = Vec::new();
    for (index, header) in raw.into_iter().enumerate() {
        let trimmed = header.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let base = if trimmed.is_empty() { format!("Column {}", index + 1) } else { trimmed.to_owned() };
        let mut name = base.clone();
        let mut nth = 2;
        while !seen.insert(name.clone()) {
            name = format!("{base} ({nth})");
            nth += 1;
        }
        tidied.push(name);
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_trimmed_named_and_told_apart() {
        assert_eq!(tidy([" Date\u{a0}", "", "Nom", "Nom", "Nom"]), ["Date", "Column 2", "Nom", "Nom (2)", "Nom (3)"]);
    }
}
