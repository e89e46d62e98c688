//! Words of countries and sectors by our lists while a column is read.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::frame::batch::Field;
use crate::import::cells::missing_words::absent;
use crate::model::vocabulary::{NameList, name};

/// Different words remembered at most.
const REMEMBERED: usize = 4_096;

/// The list that names a field's words, if there is one.
pub fn list_of(field: &Field) -> Option<NameList> {
    match field {
        Field::Country => Some(NameList::Countries),
        Field::Sector => Some(NameList::Sectors),
        _ => None,
    }
}

/// Names words by a list, each different one once.
#[derive(Debug)]
pub(super) struct Naming {
    list: NameList,
    known: FxHashMap<String, Name>,
}

/// What becomes of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Name {
    /// Its name; `None` keeps the word.
    name: Option<&'static str>,
    /// Whether the source's word must be kept beside it.
    keep: bool,
}

impl Naming {
    pub(super) fn new(list: NameList) -> Self {
        Self { list, known: FxHashMap::default() }
    }

    /// The name of a word, and whether the word itself must be kept beside it. A word for a missing value has no name.
    pub(super) fn name<'a>(&mut self, word: &'a str) -> (Cow<'a, str>, bool) {
        let word = word.trim();
        let found = self.known.get(word).copied().unwrap_or_else(|| {
            let found = self.look(word);
            if self.known.len() < REMEMBERED {
                self.known.insert(word.to_owned(), found);
            }
            found
        });
        (found.name.map_or(Cow::Borrowed(word), Cow::Borrowed), found.keep)
    }

    fn look(&self, word: &str) -> Name {
        match name(self.list, word) {
            Some(named) => Name { name: Some(named.name), keep: !named.is_usual },
            None if absent(word).is_some() => Name { name: Some(""), keep: !word.is_empty() },
            None => Name { name: None, keep: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_names_and_are_kept_where_they_say_more() {
        let mut naming = Naming::new(NameList::Countries);
        for _ in 0..2 {
            for (word, named, keep) in [
                (" Allemagne ", "DE", false),
                ("DE", "DE", false),
                ("Korea (Republic of)", "KR", true),
                ("EU", "EU", false),
                ("Unknown", "", true),
                ("", "", false),
            ] {
                assert_eq!(naming.name(word), (Cow::Borrowed(named), keep), "{word}");
            }
        }
    }
}
