//! A source's words in our lists: countries as ISO codes, sectors by one list, ATT&CK techniques by their ids.
//!
//! Only what is surely meant is recognised. "EU", "Worldwide" and "Asia" are no country, and "NA" is none either, because
//! it more often says that nothing is known.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::fold::fold;
use crate::model::vocabulary::{
    AttackTechnique, COUNTRIES, Country, List, SECTORS, TECHNIQUES, Term, country, technique, term,
};

/// A list by which a source's words are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameList {
    /// Countries: the name is the ISO code of two letters.
    Countries,
    /// Sectors: the name is the English one of our list.
    Sectors,
}

/// What a word is in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name in the list.
    pub name: &'static str,
    /// Whether the source's own word can be told from the name: it is one of the usual names or codes.
    pub is_usual: bool,
}

/// What a word is in a list; `None` when it is not surely one of its entries.
///
/// ```
/// use vigie::model::vocabulary::{NameList, name};
/// let named = |text| name(NameList::Countries, text).map(|named| named.name);
/// assert_eq!((named("Royaume-Uni"), named("Korea (Republic of)"), named("EU")), (Some("GB"), Some("KR"), None));
/// ```
pub fn name(list: NameList, text: &str) -> Option<Named> {
    match list {
        NameList::Countries => country_of(text.trim()),
        NameList::Sectors => sector_of(text.trim()),
    }
}

/// A word of a list as it is shown: a country by its usual name, a sector in the reader's language. Any other word
/// stands as it is.
pub fn shown(list: NameList, word: &str, is_french: bool) -> &str {
    match list {
        NameList::Countries => {
            let is_code = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
            let found = is_code.then(|| country(word)).flatten();
            found.map_or(word, |country| if is_french { country.french } else { country.english })
        }
        NameList::Sectors => {
            let found = term(List::Sectors, word).filter(|term| is_french && term.english == word);
            found.map_or(word, |term| term.french)
        }
    }
}

/// Letters and digits alone: "Wholesale/Retail" and "Wholesale & retail" differ in nothing that matters.
fn squashed(folded: &str) -> String {
    let spelt = folded.replace(['&', '/'], " and ");
    spelt.chars().filter(|c| c.is_alphanumeric()).collect::<String>().replace("mgmt", "management")
}

/// Entries by all their names; where two share one, the first name of an entry goes before the others.
fn index<T>(entries: &'static [T], names: impl Fn(&T) -> &Vec<String>) -> FxHashMap<String, &'static T> {
    let mut index = FxHashMap::default();
    for first in [true, false] {
        for entry in entries {
            let named = names(entry).iter().take(if first { 1 } else { usize::MAX });
            for name in named {
                index.entry(squashed(name)).or_insert(entry);
            }
        }
    }
    index
}

static COUNTRY_NAMES: LazyLock<FxHashMap<String, &'static Country>> =
    LazyLock::new(|| index(&COUNTRIES, |country| &country.folded));
static SECTOR_NAMES: LazyLock<FxHashMap<String, &'static Term>> =
    LazyLock::new(|| index(&SECTORS, |term| &term.folded));

fn country_of(text: &str) -> Option<Named> {
    if text.len() <= 3 {
        // Short words are codes only in capitals: "no", "in" and "it" are none. "NA" says more often that nothing is
        // known.
        let is_code = text.len() >= 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) && text != "NA";
        if !is_code {
            return None;
        }
    }
    let folded = fold(text);
    let found = by_form(&folded)?;
    let usual = [found.alpha2, found.alpha3, found.english, found.french];
    Some(Named { name: found.alpha2, is_usual: usual.iter().any(|name| fold(name) == folded) })
}

/// The country of a folded name, also with its form of government around it.
fn by_form(folded: &str) -> Option<&'static Country> {
    let find = |name: &str| COUNTRY_NAMES.get(&squashed(name)).copied();
    // One name of two countries, though one of them is meant more often.
    if let Some(found) = find(folded).filter(|_| !matches!(folded, "korea" | "coree")) {
        return Some(found);
    }
    let bare = folded.strip_prefix("the ").unwrap_or(folded);
    // "Korea (Republic of)" is written as "Korea, Republic of" too.
    if let Some((name, form)) = bare.strip_suffix(')').and_then(|bare| bare.split_once('(')) {
        let (name, form) = (name.trim(), form.trim());
        let known = find(&format!("{name}, {form}")).or_else(|| find(&format!("{form} {name}")));
        return known.or_else(|| find(name).filter(|_| is_form(form)));
    }
    if let Some((name, form)) = bare.split_once(", ") {
        return find(&format!("{form} {name}")).or_else(|| find(name).filter(|_| is_form(form)));
    }
    find(bare).filter(|_| is_alone(bare)).or_else(|| {
        let name = FORMS_BEFORE.iter().find_map(|form| bare.strip_prefix(form))?;
        find(name).filter(|_| is_alone(name))
    })
}

/// Words before a name that say only how the country is governed.
const FORMS_BEFORE: [&str; 6] =
    ["republic of ", "kingdom of ", "federal republic of ", "state of ", "republique de ", "royaume de "];

/// Whether words behind a name say only how the country is governed.
fn is_form(form: &str) -> bool {
    const WORDS: [&str; 13] = [
        "republic",
        "islamic",
        "state",
        "kingdom",
        "federation",
        "of",
        "the",
        "bolivarian",
        "plurinational",
        "republique",
        "islamique",
        "royaume",
        "de",
    ];
    form.split_whitespace().all(|word| WORDS.contains(&word))
}

/// Whether a name belongs to one country only: there are two Congos and two Koreas.
fn is_alone(name: &str) -> bool {
    !matches!(name, "congo" | "korea" | "coree" | "guinea" | "guinee" | "china" | "ireland" | "irlande")
}

fn sector_of(text: &str) -> Option<Named> {
    if text.len() == 1 {
        return section(text.chars().next()?).and_then(by_key);
    }
    if (2..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return industry(text).and_then(by_key);
    }
    let folded = fold(text);
    let found = SECTOR_NAMES.get(&squashed(&folded)).copied()?;
    Some(Named { name: found.english, is_usual: [found.english, found.french].iter().any(|name| fold(name) == folded) })
}

fn by_key(key: &str) -> Option<Named> {
    let found = SECTORS.iter().find(|term| term.key == key)?;
    Some(Named { name: found.english, is_usual: false })
}

/// The sector of a section of NACE and ISIC, a capital letter.
const fn section(letter: char) -> Option<&'static str> {
    Some(match letter {
        'A' => "agriculture_and_food",
        'C' => "manufacturing",
        'D' => "energy",
        'E' => "water_and_waste",
        'F' => "construction",
        'G' => "retail",
        'H' => "transport",
        'I' => "hospitality",
        'J' => "digital_services",
        'K' => "financial_services",
        'L' => "real_estate",
        'M' | 'N' => "professional_services",
        'O' => "public_administration",
        'P' => "education",
        'Q' => "health",
        'R' => "culture",
        _ => return None,
    })
}

/// The sector of a NAICS code of two to six digits, as VERIS uses them.
fn industry(code: &str) -> Option<&'static str> {
    const PREFIXES: [(&str, &str); 33] = [
        ("2213", "water_and_waste"),
        ("5613", "employment"),
        ("7112", "sport"),
        ("8131", "religion"),
        ("512", "media"),
        ("515", "media"),
        ("516", "media"),
        ("517", "telecommunications"),
        ("522", "banking"),
        ("524", "insurance"),
        ("562", "water_and_waste"),
        ("624", "social_care"),
        ("813", "non_profit"),
        ("922", "justice_and_police"),
        ("928", "defence"),
        ("11", "agriculture_and_food"),
        ("22", "energy"),
        ("23", "construction"),
        ("31", "manufacturing"),
        ("32", "manufacturing"),
        ("33", "manufacturing"),
        ("42", "retail"),
        ("44", "retail"),
        ("45", "retail"),
        ("48", "transport"),
        ("49", "transport"),
        ("51", "digital_services"),
        ("52", "financial_services"),
        ("53", "real_estate"),
        ("54", "professional_services"),
        ("61", "education"),
        ("62", "health"),
        ("92", "public_administration"),
    ];
    const LATER: [(&str, &str); 3] = [("56", "professional_services"), ("71", "culture"), ("72", "hospitality")];
    PREFIXES.iter().chain(&LATER).find(|(prefix, _)| code.starts_with(prefix)).map(|(_, key)| *key)
}

/// The first ATT&CK id in a text ("T1566.001", "T1566 - Phishing"), and the technique, where the vocabulary has it.
pub fn technique_in(text: &str) -> Option<(String, Option<&'static AttackTechnique>)> {
    let upper = text.to_ascii_uppercase();
    let bytes = upper.as_bytes();
    let digits = |from: usize, count: usize| {
        bytes.get(from..from + count).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
            && !bytes.get(from + count).is_some_and(u8::is_ascii_digit)
    };
    let starts_word =
        |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).is_none_or(|b| !b.is_ascii_alphanumeric());
    let at = upper.match_indices('T').map(|(at, _)| at).find(|at| starts_word(*at) && digits(at + 1, 4))?;
    let is_sub = bytes.get(at + 5) == Some(&b'.') && digits(at + 6, 3);
    let id = upper.get(at..at + if is_sub { 9 } else { 5 })?.to_owned();
    let known = TECHNIQUES.iter().find(|technique| technique.id == id);
    Some((id, known))
}

/// The technique that bears this exact name.
pub(crate) fn technique_named(text: &str) -> Option<&'static AttackTechnique> {
    technique(text).filter(|found| fold(found.name) == fold(text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        name(NameList::Countries, text).map(|named| named.name)
    }

    #[test]
    fn countries_in_both_languages_and_many_forms() {
        for (text, expected) in [
            ("France", Some("FR")),
            ("Royaume-Uni", Some("GB")),
            ("United Kingdom", Some("GB")),
            ("UK", Some("GB")),
            ("USA", Some("US")),
            ("États-Unis", Some("US")),
            ("United States of America", Some("US")),
            ("Russie", Some("RU")),
            ("Türkiye", Some("TR")),
            ("Turkey", Some("TR")),
            ("Korea (Republic of)", Some("KR")),
            ("Korea, Republic of", Some("KR")),
            ("Korea, Democratic People's Republic of", Some("KP")),
            ("Iran, Islamic Republic of", Some("IR")),
            ("Iran (Islamic Republic of)", Some("IR")),
            ("Holy See (Vatican City State)", Some("VA")),
            ("The Netherlands", Some("NL")),
            ("Republic of Moldova", Some("MD")),
            ("Congo, The Democratic Republic of the", Some("CD")),
            ("DEU", Some("DE")),
            ("DE", Some("DE")),
            ("de", None),
            ("no", None),
            ("NA", None),
            ("Korea", None),
            ("EU", None),
            ("Europe (region)", None),
            ("Worldwide", None),
            ("ASIA", None),
            (">1", None),
            ("Global", None),
            ("INT", None),
            ("Not available", None),
            ("", None),
        ] {
            assert_eq!(code(text), expected, "{text}");
        }
        assert!(name(NameList::Countries, "Allemagne").is_some_and(|named| named.is_usual));
        assert!(name(NameList::Countries, "Korea (Republic of)").is_some_and(|named| !named.is_usual));
        assert_eq!(shown(NameList::Countries, "DE", true), "Allemagne");
        assert_eq!(shown(NameList::Countries, "EU", true), "EU");
    }

    #[test]
    fn sectors_of_other_lists() {
        for (text, expected) in [
            ("Santé", Some("Health")),
            ("Human health and social work", Some("Health")),
            ("Public admin and defence, social security", Some("Public administration")),
            ("Wholesale/Retail", Some("Retail")),
            ("Wholesale & retail", Some("Retail")),
            ("Finance and insurance", Some("Financial services")),
            ("Electricity, gas steam, air conditioning", Some("Energy")),
            ("Water supply, waste mgmt, remediation", Some("Water and waste")),
            ("State institutions / political system", Some("Public administration")),
            ("Activités financières et d''assurance", Some("Financial services")),
            ("Non-Profit/Charity", Some("Non-profit")),
            ("Healthcare Provider", Some("Health")),
            ("Q", Some("Health")),
            ("622110", Some("Health")),
            ("52", Some("Financial services")),
            ("524", Some("Insurance")),
            ("921190", Some("Public administration")),
            ("Business", None),
            ("Multiple Industries", None),
            ("Critical infrastructure", None),
            ("2024", None),
            ("99", None),
        ] {
            assert_eq!(name(NameList::Sectors, text).map(|named| named.name), expected, "{text}");
        }
        assert_eq!(shown(NameList::Sectors, "Health", true), "Santé");
        assert_eq!(shown(NameList::Sectors, "Somewhere", true), "Somewhere");
    }

    #[test]
    fn every_country_is_found_by_each_of_its_names() {
        for country in COUNTRIES.iter().filter(|country| country.alpha2 != "NA") {
            for text in [country.alpha2, country.alpha3, country.english, country.french] {
                assert_eq!(code(text), Some(country.alpha2), "{text}");
            }
        }
    }

    #[test]
    fn techniques_in_texts() {
        let found = |text| technique_in(text).map(|(id, known)| (id, known.map(|one| one.name)));
        assert_eq!(found("T1566.001"), Some(("T1566.001".to_owned(), Some("Spearphishing Attachment"))));
        assert_eq!(found("t1566 - Phishing"), Some(("T1566".to_owned(), Some("Phishing"))));
        assert_eq!(found("Phishing (T1566)"), Some(("T1566".to_owned(), Some("Phishing"))));
        assert_eq!(found("T9999"), Some(("T9999".to_owned(), None)));
        for text in ["Phishing", "CT1566", "T15661", "T1", "", "été T"] {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(technique_named("phishing").map(|one| one.id), Some("T1566"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "\\PC{0,30}") {
            let _ = (name(NameList::Countries, &text), name(NameList::Sectors, &text), technique_in(&text));
            let _ = (shown(NameList::Countries, &text, true), shown(NameList::Sectors, &text, false));
        }
    }
}
