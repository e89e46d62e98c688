//! The names of columns: trimmed, never empty, never twice. Recipes and readers agree on them by using this.

use std::collections::{HashMap, HashSet};

use crate::import::error::ImportError;
use crate::import::limits::{COLUMNS, HEADER_BYTES, shortened};

/// Headers as recipes name them: without spaces around them (also not no-break ones), with `Column 3` for an empty
/// one, and `Name (2)` for one that stands there already.
pub fn tidy<'a>(raw: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    // Where counting goes on for a name that stood there already: a thousand of one name are not tried a million times.
    let mut counted: HashMap<String, usize> = HashMap::new();
    let mut tidied = Vec::new();
    for (index, header) in raw.into_iter().enumerate() {
        let trimmed = header.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let base = if trimmed.is_empty() { format!("Column {}", index + 1) } else { trimmed.to_owned() };
        let mut name = base.clone();
        while !seen.insert(name.clone()) {
            let nth = counted.entry(base.clone()).or_insert(2);
            name = format!("{base} ({nth})");
            *nth += 1;
        }
        tidied.push(name);
    }
    tidied
}

/// Whether these can be the names of columns: not too many of them, and none longer than a name. Those before `known`
/// were looked at already.
///
/// # Errors
/// When they are more than [`COLUMNS`], or one is longer than [`HEADER_BYTES`].
pub fn check(names: &[impl AsRef<str>], known: usize) -> Result<(), ImportError> {
    if names.len() > COLUMNS {
        return Err(ImportError::TooManyColumns);
    }
    let long = names.iter().skip(known).map(AsRef::as_ref).find(|name| name.len() > HEADER_BYTES);
    long.map_or(Ok(()), |name| Err(ImportError::LongHeader(shortened(name.trim()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_trimmed_named_and_told_apart() {
        assert_eq!(tidy(["Nom (2)", "Nom", "Nom"]), ["Nom (2)", "Nom", "Nom (3)"]);
        assert_eq!(tidy([" Date\u{a0}", "", "Nom", "Nom", "Nom"]), ["Date", "Column 2", "Nom", "Nom (2)", "Nom (3)"]);
    }

    #[test]
    fn one_name_many_times_takes_no_longer_than_many_names() {
        let names = tidy(std::iter::repeat_n("Date", 200_000));
        assert_eq!(names.last().map(String::as_str), Some("Date (200000)"));
    }

    #[test]
    fn what_is_no_header_is_told() {
        assert_eq!(check(&vec!["a"; COLUMNS], 0), Ok(()));
        assert_eq!(check(&vec!["a"; COLUMNS + 1], 0), Err(ImportError::TooManyColumns));
        let long = "x".repeat(HEADER_BYTES + 1);
        assert_eq!(check(&["a", &long], 1), Err(ImportError::LongHeader(shortened(&long))));
        assert_eq!(check(&["a", &long], 2), Ok(()));
    }
}
