//! Patterns: words as somebody types them, letter case and accents aside, with `*` for anything.

use serde::{Deserialize, Serialize};

use crate::frame::batch::Field;
use crate::frame::dictionary::Dictionary;
use crate::frame::fold::fold;
use crate::model::vocabulary::{List, NameList, name, shown, term};
use crate::text::{Lang, has, tr};

/// A word to look for. Between its pieces anything may stand: `["hosp", ""]` is what is typed as `hosp*`.
///
/// Without a piece, and with one empty piece, it stands for records without a word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pattern {
    pieces: Vec<String>,
}

impl Pattern {
    /// A pattern of these pieces; runs of `*` count as one.
    pub fn new(pieces: Vec<String>) -> Self {
        let last = pieces.len().saturating_sub(1);
        let keep = |at: usize, piece: &String| at == 0 || at == last || !piece.is_empty();
        let pieces = pieces.into_iter().enumerate().filter(|(at, piece)| keep(*at, piece)).map(|(_, piece)| piece);
        Self { pieces: pieces.collect() }
    }

    /// The word itself.
    pub fn word(word: impl Into<String>) -> Self {
        Self { pieces: vec![word.into()] }
    }

    /// Records without a word.
    pub fn blank() -> Self {
        Self::word("")
    }

    /// Whether it stands for records without a word.
    pub fn is_blank(&self) -> bool {
        match self.pieces.as_slice() {
            [] => true,
            [only] => only.is_empty(),
            _ => false,
        }
    }

    /// The pieces between which anything may stand.
    pub fn pieces(&self) -> &[String] {
        &self.pieces
    }

    /// The word, where anything is left open nowhere.
    pub fn as_word(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Ready to be held against folded words of a field.
    pub fn matcher(&self, field: &Field) -> Matcher {
        let folded: Vec<String> = match self.pieces.as_slice() {
            [only] => vec![fold(only)],
            // Blanks beside a `*` are meant: "ville de *".
            pieces => pieces.iter().map(|piece| fold_inside(piece)).collect(),
        };
        let word = self.as_word().unwrap_or_default();
        let country = if *field == Field::Country { country_meant(word) } else { None };
        let sector = if *field == Field::Sector { term(List::Sectors, word) } else { None };
        let same = sector.map(|term| vec![fold(term.english), fold(term.french)]).unwrap_or_default();
        Matcher { folded, same, country, is_blank: self.is_blank(), names: Names::of(field) }
    }
}

/// Folded, with a blank kept at an end where one stood.
fn fold_inside(piece: &str) -> String {
    let mut folded = fold(piece);
    if folded.is_empty() {
        return if piece.is_empty() { folded } else { " ".to_owned() };
    }
    if piece.starts_with(char::is_whitespace) {
        folded.insert(0, ' ');
    }
    if piece.ends_with(char::is_whitespace) {
        folded.push(' ');
    }
    folded
}

/// A pattern ready to be held against words.
#[derive(Debug)]
pub struct Matcher {
    folded: Vec<String>,
    /// Other folded words that mean the same in this field: "health" for "santé".
    same: Vec<String>,
    /// Code of the country that is meant, however it is written.
    country: Option<&'static str>,
    is_blank: bool,
    names: Names,
}

impl Matcher {
    /// Whether it stands for records without a word.
    pub const fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// Whether a word, given folded, is meant.
    pub fn meets(&self, folded: &str) -> bool {
        if self.is_blank {
            return false;
        }
        self.fits(folded) || self.same.iter().any(|same| same == folded)
    }

    /// Whether one of the names under which a word is shown is meant, or the same country under another name.
    fn meets_shown(&self, word: &str) -> bool {
        let is_country = self.country.is_some() && country_meant(word) == self.country;
        is_country || self.names.shown(word).iter().any(|name| self.fits(name))
    }

    /// Whether a folded text has the pieces in turn, from its beginning to its end.
    fn fits(&self, folded: &str) -> bool {
        let [first, middle @ .., last] = self.folded.as_slice() else {
            return self.folded.first().is_some_and(|only| only == folded);
        };
        let Some(mut rest) = folded.strip_prefix(first.as_str()) else { return false };
        for piece in middle {
            let Some(at) = rest.find(piece.as_str()) else { return false };
            rest = rest.get(at + piece.len()..).unwrap_or_default();
        }
        rest.ends_with(last.as_str())
    }

    /// Marks the codes of a dictionary whose words are meant; `holds` has one place a code, 0 is no word.
    pub fn mark(&self, dictionary: Option<&Dictionary>, holds: &mut [bool]) {
        if self.is_blank {
            if let Some(slot) = holds.first_mut() {
                *slot = true;
            }
            return;
        }
        let Some(dictionary) = dictionary else { return };
        for (first, texts) in dictionary.folded_runs() {
            for (code, folded) in (first..).zip(texts.iter()) {
                let is_meant =
                    self.meets(folded) || self.names != Names::None && self.meets_shown(dictionary.word(code));
                if let Some(slot) = holds.get_mut(code as usize).filter(|_| is_meant) {
                    *slot = true;
                }
            }
        }
    }
}

/// Lists by which words of a field are shown in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    None,
    List(NameList),
    /// Words under `prefix-word`.
    Keys(&'static str),
}

impl Names {
    const fn of(field: &Field) -> Self {
        match field {
            Field::Country => Self::List(NameList::Countries),
            Field::Sector => Self::List(NameList::Sectors),
            Field::Severity => Self::Keys("severity"),
            Field::Status => Self::Keys("status"),
            Field::Confidence => Self::Keys("confidence"),
            Field::Confidentiality | Field::Integrity | Field::Availability => Self::Keys("harm"),
            _ => Self::None,
        }
    }

    /// The folded names under which a word is shown in both languages, where they differ from it.
    fn shown(self, word: &str) -> Vec<String> {
        let both = |of: &dyn Fn(Lang) -> String| Lang::ALL.into_iter().map(|lang| fold(&of(lang))).collect();
        match self {
            Self::None => Vec::new(),
            Self::List(list) => both(&|lang| shown(list, word, lang == Lang::Fr).to_owned()),
            Self::Keys(prefix) => {
                let key = format!("{prefix}-{word}");
                if has(Lang::En, &key) { both(&|lang| tr(lang, &key)) } else { Vec::new() }
            }
        }
    }
}

/// The code of the country that a word means. Whoever types a code does not press shift: short words are taken as
/// capitals too.
fn country_meant(word: &str) -> Option<&'static str> {
    let word = word.trim();
    let found = name(NameList::Countries, word);
    let found =
        found.or_else(|| if word.len() > 3 { None } else { name(NameList::Countries, &word.to_ascii_uppercase()) });
    found.map(|found| found.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern::new(text.split('*').map(str::to_owned).collect())
    }

    #[test]
    fn patterns_meet_words_without_case_and_accents() {
        for (typed, word, wanted) in [
            ("sante", "Santé", true),
            ("SANTÉ", "sante", true),
            ("sant", "santé", false),
            ("sant*", "Santé", true),
            ("*nté", "Santé", true),
            ("s*n*é", "Santé", true),
            ("s*t*n*é", "Santé", false),
            ("san*té", "santé", true),
            ("santé*santé", "santé", false),
            ("ville de *", "Ville de Lyon", true),
            ("ville de *", "Ville decentre", false),
            ("*", "anything", true),
            ("", "", false),
        ] {
            let matcher = pattern(typed).matcher(&Field::Kind);
            assert_eq!(matcher.meets(&fold(word)), wanted, "{typed:?} on {word:?}");
        }
    }

    #[test]
    fn runs_of_stars_are_one() {
        assert_eq!(pattern("a**b"), pattern("a*b"));
        assert_eq!(pattern("**"), pattern("*"));
        assert!(pattern("").is_blank());
        assert!(!pattern("*").is_blank());
    }

    #[test]
    fn a_country_is_found_by_code_and_by_its_names() {
        let mut words = crate::frame::dictionary::DictionaryBuilder::default();
        for word in ["FR", "France", "DE", "Germany"] {
            words.intern(word);
        }
        let words = words.finish();
        let marked = |typed: &str| {
            let mut holds = vec![false; words.len() + 1];
            pattern(typed).matcher(&Field::Country).mark(Some(&words), &mut holds);
            holds
        };
        let france = [false, true, true, false, false];
        assert_eq!(marked("fr"), france);
        assert_eq!(marked("France"), france);
        assert_eq!(marked("allem*"), [false, false, false, true, false]);
        assert_eq!(marked("Allemagne"), [false, false, false, true, true]);
    }
}
