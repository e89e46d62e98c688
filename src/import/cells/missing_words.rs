//! Words that stand for a missing value in English, French, German, Spanish and Italian, each with the reason it
//! states, and the errors that spreadsheets write into cells.
//!
//! A word that does not say why ("N/A", "NULL", "-") is never turned into a reason: the cell is blank.

use std::sync::LazyLock;

use crate::model::missing::Missing;

/// Why a cell has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Nothing is said.
    Blank,
    /// It had not happened yet.
    NotYet,
    /// Missing for a stated reason.
    Because(Missing),
}

/// The word that is written to exports and read back as `absent`.
pub const fn word(absent: Absent) -> &'static str {
    match absent {
        Absent::Blank => "",
        Absent::NotYet => "not yet",
        Absent::Because(Missing::Unknown) => "unknown",
        Absent::Because(Missing::NotStated) => "not stated",
        Absent::Because(Missing::Withheld) => "withheld",
        Absent::Because(Missing::NoneIdentified) => "none identified",
        Absent::Because(Missing::NotApplicable) => "not applicable",
    }
}

const WORDS: &[(&str, Absent)] = &[
    ("-", Absent::Blank),
    ("--", Absent::Blank),
    ("–", Absent::Blank),
    ("—", Absent::Blank),
    ("/", Absent::Blank),
    ("null", Absent::Blank),
    ("nil", Absent::Blank),
    ("nan", Absent::Blank),
    ("nat", Absent::Blank),
    ("na", Absent::Blank),
    ("n/a", Absent::Blank),
    ("n.a.", Absent::Blank),
    ("#n/a", Absent::Blank),
    ("#nv", Absent::Blank),
    ("#ref!", Absent::Blank),
    ("#value!", Absent::Blank),
    ("#div/0!", Absent::Blank),
    ("#name?", Absent::Blank),
    ("#num!", Absent::Blank),
    ("#null!", Absent::Blank),
    ("#spill!", Absent::Blank),
    ("#calc!", Absent::Blank),
    ("#valeur!", Absent::Blank),
    ("#nom?", Absent::Blank),
    ("#nombre!", Absent::Blank),
    ("#nul!", Absent::Blank),
    ("#wert!", Absent::Blank),
    ("#bezug!", Absent::Blank),
    ("(blank)", Absent::Blank),
    ("(vide)", Absent::Blank),
    ("no data", Absent::Blank),
    ("k.a.", Absent::Blank),
    ("keine angabe", Absent::Because(Missing::NotStated)),
    ("keine angaben", Absent::Because(Missing::NotStated)),
    ("nicht verfügbar", Absent::Blank),
    ("no disponible", Absent::Blank),
    ("sin datos", Absent::Blank),
    ("non disponibile", Absent::Blank),
    ("n.v.", Absent::Blank),
    ("not available", Absent::Blank),
    ("non disponible", Absent::Blank),
    ("nd", Absent::Blank),
    ("n.d.", Absent::Blank),
    ("not yet", Absent::NotYet),
    ("pending", Absent::NotYet),
    ("ongoing", Absent::NotYet),
    ("pas encore", Absent::NotYet),
    ("en attente", Absent::NotYet),
    ("en cours", Absent::NotYet),
    ("unknown", Absent::Because(Missing::Unknown)),
    ("unk", Absent::Because(Missing::Unknown)),
    ("unclear", Absent::Because(Missing::Unknown)),
    ("unclear/unknown", Absent::Because(Missing::Unknown)),
    ("not known", Absent::Because(Missing::Unknown)),
    ("tbd", Absent::Because(Missing::Unknown)),
    ("unbekannt", Absent::Because(Missing::Unknown)),
    ("nicht bekannt", Absent::Because(Missing::Unknown)),
    ("desconocido", Absent::Because(Missing::Unknown)),
    ("desconocida", Absent::Because(Missing::Unknown)),
    ("se desconoce", Absent::Because(Missing::Unknown)),
    ("sconosciuto", Absent::Because(Missing::Unknown)),
    ("sconosciuta", Absent::Because(Missing::Unknown)),
    ("non noto", Absent::Because(Missing::Unknown)),
    ("non nota", Absent::Because(Missing::Unknown)),
    ("?", Absent::Because(Missing::Unknown)),
    ("??", Absent::Because(Missing::Unknown)),
    ("inconnu", Absent::Because(Missing::Unknown)),
    ("inconnue", Absent::Because(Missing::Unknown)),
    ("non connu", Absent::Because(Missing::Unknown)),
    ("non connue", Absent::Because(Missing::Unknown)),
    ("indéterminé", Absent::Because(Missing::Unknown)),
    ("indéterminée", Absent::Because(Missing::Unknown)),
    ("à déterminer", Absent::Because(Missing::Unknown)),
    ("not stated", Absent::Because(Missing::NotStated)),
    ("not specified", Absent::Because(Missing::NotStated)),
    ("unspecified", Absent::Because(Missing::NotStated)),
    ("not reported", Absent::Because(Missing::NotStated)),
    ("non précisé", Absent::Because(Missing::NotStated)),
    ("non précisée", Absent::Because(Missing::NotStated)),
    ("non indiqué", Absent::Because(Missing::NotStated)),
    ("non indiquée", Absent::Because(Missing::NotStated)),
    ("non renseigné", Absent::Because(Missing::NotStated)),
    ("non renseignée", Absent::Because(Missing::NotStated)),
    ("no especificado", Absent::Because(Missing::NotStated)),
    ("no especificada", Absent::Because(Missing::NotStated)),
    ("no indicado", Absent::Because(Missing::NotStated)),
    ("non specificato", Absent::Because(Missing::NotStated)),
    ("non specificata", Absent::Because(Missing::NotStated)),
    ("withheld", Absent::Because(Missing::Withheld)),
    ("vertraulich", Absent::Because(Missing::Withheld)),
    ("confidencial", Absent::Because(Missing::Withheld)),
    ("riservato", Absent::Because(Missing::Withheld)),
    ("undisclosed", Absent::Because(Missing::Withheld)),
    ("not disclosed", Absent::Because(Missing::Withheld)),
    ("confidential", Absent::Because(Missing::Withheld)),
    ("redacted", Absent::Because(Missing::Withheld)),
    ("non communiqué", Absent::Because(Missing::Withheld)),
    ("non communiquée", Absent::Because(Missing::Withheld)),
    ("non divulgué", Absent::Because(Missing::Withheld)),
    ("non divulguée", Absent::Because(Missing::Withheld)),
    ("confidentiel", Absent::Because(Missing::Withheld)),
    ("none identified", Absent::Because(Missing::NoneIdentified)),
    ("none", Absent::Because(Missing::NoneIdentified)),
    ("aucun identifié", Absent::Because(Missing::NoneIdentified)),
    ("aucun", Absent::Because(Missing::NoneIdentified)),
    ("aucune", Absent::Because(Missing::NoneIdentified)),
    ("not applicable", Absent::Because(Missing::NotApplicable)),
    ("non applicable", Absent::Because(Missing::NotApplicable)),
    ("sans objet", Absent::Because(Missing::NotApplicable)),
    ("nicht zutreffend", Absent::Because(Missing::NotApplicable)),
    ("entfällt", Absent::Because(Missing::NotApplicable)),
    ("no aplica", Absent::Because(Missing::NotApplicable)),
    ("no procede", Absent::Because(Missing::NotApplicable)),
    ("non applicabile", Absent::Because(Missing::NotApplicable)),
    ("s.o.", Absent::Because(Missing::NotApplicable)),
];

/// Longest word in the table, in bytes: anything longer is a value.
const LONGEST: usize = 20;

/// Whether a cell of a date or a count is a word for a missing value; `None` when it is something else.
pub fn absent(text: &str) -> Option<Absent> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Absent::Blank);
    }
    if text.len() > LONGEST || text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.is_ascii() {
        // Asked of every cell there is: words of other lengths are not compared.
        let alike = BY_LENGTH.get(text.len())?;
        return alike.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, absent)| *absent);
    }
    let lower = text.to_lowercase();
    WORDS.iter().find(|(word, _)| *word == lower).map(|(_, absent)| *absent)
}

/// Whether a cell is an error of a spreadsheet (`#N/A`, `#REF!`), which is never a word of anybody's.
pub fn is_sheet_error(text: &str) -> bool {
    text.starts_with('#') && absent(text) == Some(Absent::Blank)
}

/// The words by their length in bytes.
static BY_LENGTH: LazyLock<Vec<Vec<(&str, Absent)>>> = LazyLock::new(|| {
    (0..=LONGEST).map(|length| WORDS.iter().filter(|(word, _)| word.len() == length).copied().collect()).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_written_and_read_back() {
        for reason in Missing::ALL {
            assert_eq!(absent(word(Absent::Because(reason))), Some(Absent::Because(reason)));
        }
        assert_eq!(absent(word(Absent::NotYet)), Some(Absent::NotYet));
        assert_eq!(absent(word(Absent::Blank)), Some(Absent::Blank));
    }

    #[test]
    fn no_word_is_longer_than_the_limit() {
        for (word, _) in WORDS {
            assert!(word.len() <= LONGEST, "{word}");
        }
    }

    #[test]
    fn every_word_is_found_in_any_case() {
        for (word, wanted) in WORDS {
            for text in [(*word).to_owned(), word.to_uppercase(), format!(" {word}\t")] {
                assert_eq!(absent(&text), Some(*wanted), "{text}");
            }
        }
    }

    #[test]
    fn a_word_that_gives_no_reason_is_blank_and_a_value_is_no_word() {
        assert_eq!(absent("N/A"), Some(Absent::Blank));
        assert_eq!(absent(" Inconnue "), Some(Absent::Because(Missing::Unknown)));
        assert_eq!(absent("2024"), None);
        for text in ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#VALEUR!"] {
            assert!(is_sheet_error(text), "{text}");
        }
        assert!(!is_sheet_error("#1") && !is_sheet_error("N/A") && !is_sheet_error("#hashtag"));
        assert_eq!(absent("up to 300"), None);
    }
}
