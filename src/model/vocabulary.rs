//! Words that the editor suggests, in English and French: kinds of incident, sectors, classes of data, motives,
//! types of actor, countries, and MITRE ATT&CK techniques and groups.
//!
//! They are suggestions, never a limit: a record keeps its source's words. The lists are data in
//! `assets/vocabulary/`; a line that does not have the expected shape is left out, and a test tells of it.

mod recognise;

use std::sync::LazyLock;

use crate::model::fold::fold;
pub(crate) use crate::model::vocabulary::recognise::technique_named;
pub use crate::model::vocabulary::recognise::{NameList, Named, name, shown, technique_in};

/// The notice that MITRE asks for wherever ATT&CK is used. Shown with the techniques and in the licences.
pub const ATTACK_NOTICE: &str =
    "© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.";

/// A list of suggestions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Kinds of incident.
    Kinds,
    /// Sectors of organisations.
    Sectors,
    /// Classes of data.
    DataClasses,
    /// Motives.
    Motives,
    /// Types of actor.
    ActorTypes,
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Stable key.
    pub key: &'static str,
    /// In English.
    pub english: &'static str,
    /// In French.
    pub french: &'static str,
    /// Other words that find it.
    pub aliases: Vec<&'static str>,
    /// Everything that finds it, folded.
    folded: Vec<String>,
}

/// A country or territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 code of two letters.
    pub alpha2: &'static str,
    /// Code of three letters.
    pub alpha3: &'static str,
    /// Usual name in English.
    pub english: &'static str,
    /// Usual name in French.
    pub french: &'static str,
    folded: Vec<String>,
}

/// A MITRE ATT&CK technique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttackTechnique {
    /// `T1566` or `T1566.001`.
    pub id: &'static str,
    /// Name, in English as MITRE gives it.
    pub name: &'static str,
    /// Tactics, by their ATT&CK short names.
    pub tactics: Vec<&'static str>,
    /// Whether MITRE has withdrawn it; found by its id, never suggested.
    pub is_retired: bool,
    folded: Vec<String>,
}

/// A MITRE ATT&CK group, suggested as an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttackGroup {
    /// `G0007`.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Other names.
    pub aliases: Vec<&'static str>,
    folded: Vec<String>,
}

/// The cells of each line that is not a comment.
fn lines(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t').collect())
}

fn items(cell: &'static str) -> Vec<&'static str> {
    cell.split(';').map(str::trim).filter(|item| !item.is_empty()).collect()
}

fn folded(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| fold(name)).collect()
}

fn read_terms(text: &'static str) -> Vec<Term> {
    let term = |cells: Vec<&'static str>| {
        let &[key, english, french, others] = cells.as_slice() else { return None };
        let aliases = items(others);
        let mut names = vec![english, french, key];
        names.extend(&aliases);
        Some(Term { key, english, french, folded: folded(&names), aliases })
    };
    lines(text).filter_map(term).collect()
}

static KINDS: LazyLock<Vec<Term>> = LazyLock::new(|| read_terms(include_str!("../../assets/vocabulary/kinds.tsv")));
static SECTORS: LazyLock<Vec<Term>> = LazyLock::new(|| read_terms(include_str!("../../assets/vocabulary/sectors.tsv")));
static DATA_CLASSES: LazyLock<Vec<Term>> =
    LazyLock::new(|| read_terms(include_str!("../../assets/vocabulary/data_classes.tsv")));
static MOTIVES: LazyLock<Vec<Term>> = LazyLock::new(|| read_terms(include_str!("../../assets/vocabulary/motives.tsv")));
static ACTOR_TYPES: LazyLock<Vec<Term>> =
    LazyLock::new(|| read_terms(include_str!("../../assets/vocabulary/actor_types.tsv")));

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let country = |cells: Vec<&'static str>| {
        let &[alpha2, alpha3, english, french, others] = cells.as_slice() else { return None };
        let mut names = vec![english, french];
        names.extend(items(others));
        names.extend([alpha2, alpha3]);
        Some(Country { alpha2, alpha3, english, french, folded: folded(&names) })
    };
    lines(include_str!("../../assets/vocabulary/countries.tsv")).filter_map(country).collect()
});

static TECHNIQUES: LazyLock<Vec<AttackTechnique>> = LazyLock::new(|| {
    let technique = |cells: Vec<&'static str>| {
        let &[id, name, tactics, retired] = cells.as_slice() else { return None };
        let is_retired = retired == "1";
        Some(AttackTechnique { id, name, tactics: items(tactics), is_retired, folded: folded(&[name, id]) })
    };
    lines(include_str!("../../assets/vocabulary/attack_techniques.tsv")).filter_map(technique).collect()
});

static GROUPS: LazyLock<Vec<AttackGroup>> = LazyLock::new(|| {
    let group = |cells: Vec<&'static str>| {
        let &[id, name, others] = cells.as_slice() else { return None };
        let aliases = items(others);
        let mut names = vec![name];
        names.extend(&aliases);
        names.push(id);
        Some(AttackGroup { id, name, folded: folded(&names), aliases })
    };
    lines(include_str!("../../assets/vocabulary/attack_groups.tsv")).filter_map(group).collect()
});

/// All suggestions of a list, in the order in which they are offered.
pub fn terms(list: List) -> &'static [Term] {
    match list {
        List::Kinds => &KINDS,
        List::Sectors => &SECTORS,
        List::DataClasses => &DATA_CLASSES,
        List::Motives => &MOTIVES,
        List::ActorTypes => &ACTOR_TYPES,
    }
}

/// The term that a text names exactly, in either language or by another word; letter case and accents aside.
///
/// ```
/// use vigie::model::vocabulary::{List, term};
/// assert_eq!(term(List::Kinds, "rancongiciel").map(|term| term.english), Some("Ransomware"));
/// ```
pub fn term(list: List, text: &str) -> Option<&'static Term> {
    named(terms(list), |term| &term.folded, text)
}

/// At most `limit` terms for what has been typed so far, best first; all of them for nothing typed.
pub fn suggest(list: List, typed: &str, limit: usize) -> Vec<&'static Term> {
    ranked(terms(list), |term| &term.folded, typed, limit)
}

/// All countries, by their code of two letters.
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// The country that a text names exactly: a usual or other name in either language, or a code.
///
/// ```
/// use vigie::model::vocabulary::country;
/// assert_eq!(country("Allemagne").map(|country| country.alpha2), Some("DE"));
/// assert_eq!(country("usa").map(|country| country.french), Some("États-Unis"));
/// ```
pub fn country(text: &str) -> Option<&'static Country> {
    named(&COUNTRIES, |country| &country.folded, text)
}

/// At most `limit` countries for what has been typed so far, best first.
pub fn suggest_countries(typed: &str, limit: usize) -> Vec<&'static Country> {
    ranked(&COUNTRIES, |country| &country.folded, typed, limit)
}

/// The technique with this ATT&CK id or exact name, withdrawn ones included.
///
/// ```
/// use vigie::model::vocabulary::technique;
/// assert_eq!(technique("t1566.001").map(|technique| technique.name), Some("Spearphishing Attachment"));
/// ```
pub fn technique(text: &str) -> Option<&'static AttackTechnique> {
    // A withdrawn technique may bear the name of the one that took its place.
    let current = TECHNIQUES.iter().filter(|technique| !technique.is_retired);
    let sought = fold(text.trim());
    let found = |technique: &&AttackTechnique| technique.folded.contains(&sought);
    current.clone().find(found).or_else(|| TECHNIQUES.iter().find(found))
}

/// At most `limit` techniques in force for what has been typed so far: part of a name, or the start of an id.
pub fn suggest_techniques(typed: &str, limit: usize) -> Vec<&'static AttackTechnique> {
    let mut found = ranked(&TECHNIQUES, |technique| &technique.folded, typed, TECHNIQUES.len());
    found.retain(|technique| !technique.is_retired);
    found.truncate(limit);
    found
}

/// The group with this ATT&CK id, name or other name.
pub fn group(text: &str) -> Option<&'static AttackGroup> {
    named(&GROUPS, |group| &group.folded, text)
}

/// At most `limit` groups for what has been typed so far, best first.
pub fn suggest_groups(typed: &str, limit: usize) -> Vec<&'static AttackGroup> {
    ranked(&GROUPS, |group| &group.folded, typed, limit)
}

/// The entry with this name. The first name of each entry goes before the others of all.
fn named<T>(entries: &'static [T], names: impl Fn(&T) -> &Vec<String>, text: &str) -> Option<&'static T> {
    let sought = fold(text.trim());
    let first = entries.iter().find(|entry| names(entry).first().is_some_and(|name| *name == sought));
    first.or_else(|| entries.iter().find(|entry| names(entry).contains(&sought)))
}

/// Entries that match what was typed: whole name, start of a name, start of a word in it, anywhere in it.
fn ranked<T>(entries: &'static [T], names: impl Fn(&T) -> &Vec<String>, typed: &str, limit: usize) -> Vec<&'static T> {
    let sought = fold(typed.trim());
    let rank = |entry: &T| names(entry).iter().filter_map(|name| closeness(name, &sought)).min();
    let mut found: Vec<(u8, &T)> = entries.iter().filter_map(|entry| Some((rank(entry)?, entry))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(limit).map(|(_, entry)| entry).collect()
}

/// 0 for the same, then 1 to 3 the further the match is from the start; `None` for no match.
fn closeness(name: &str, sought: &str) -> Option<u8> {
    let at = name.find(sought)?;
    let starts_word = |at: usize| name.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    Some(match at {
        0 if name.len() == sought.len() => 0,
        0 => 1,
        _ if name.match_indices(sought).any(|(at, _)| starts_word(at)) => 2,
        _ => 3,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const LISTS: [(List, &str); 5] = [
        (List::Kinds, include_str!("../../assets/vocabulary/kinds.tsv")),
        (List::Sectors, include_str!("../../assets/vocabulary/sectors.tsv")),
        (List::DataClasses, include_str!("../../assets/vocabulary/data_classes.tsv")),
        (List::Motives, include_str!("../../assets/vocabulary/motives.tsv")),
        (List::ActorTypes, include_str!("../../assets/vocabulary/actor_types.tsv")),
    ];

    #[test]
    fn every_line_is_read_and_no_name_stands_twice() {
        for (list, text) in LISTS {
            assert_eq!(terms(list).len(), lines(text).count(), "{list:?}");
            for language in [|term: &Term| term.english, |term: &Term| term.french, |term: &Term| term.key] {
                let names: BTreeSet<String> = terms(list).iter().map(|term| fold(language(term))).collect();
                assert_eq!(names.len(), terms(list).len(), "{list:?}");
                assert!(!names.contains(""), "{list:?}");
            }
        }
        assert_eq!(countries().len(), 250);
        assert_eq!(TECHNIQUES.len(), 835);
        assert_eq!(GROUPS.len(), 187);
        for country in countries() {
            assert!(country.alpha2.len() == 2 && country.alpha3.len() == 3, "{country:?}");
            for name in [country.alpha2, country.alpha3, country.english] {
                assert_eq!(self::country(name), Some(country), "{name}");
            }
        }
    }

    #[test]
    fn the_attack_files_carry_the_notice() {
        for text in [
            include_str!("../../assets/vocabulary/attack_techniques.tsv"),
            include_str!("../../assets/vocabulary/attack_groups.tsv"),
        ] {
            assert!(text.contains(ATTACK_NOTICE));
        }
    }

    #[test]
    fn names_in_either_language_and_other_words() {
        let english = |list, text| term(list, text).map(|term| term.english);
        assert_eq!(english(List::Kinds, " RANÇONGICIEL "), Some("Ransomware"));
        assert_eq!(english(List::Kinds, "ddos"), Some("Denial of service"));
        assert_eq!(english(List::DataClasses, "numéro de sécurité sociale"), Some("National identification numbers"));
        assert_eq!(english(List::Sectors, "Santé"), Some("Health"));
        assert_eq!(english(List::Sectors, "nothing of the kind"), None);
        for (text, code) in [
            ("France", "FR"),
            ("Corée du Sud", "KR"),
            ("Korea, Republic of", "KR"),
            ("GBR", "GB"),
            ("UK", "GB"),
            ("Niger", "NE"),
            ("Etats-Unis d'Amérique", "US"),
            ("côte d'ivoire", "CI"),
            ("Congo", "CG"),
            ("Russian Federation", "RU"),
        ] {
            assert_eq!(country(text).map(|country| country.alpha2), Some(code), "{text}");
        }
        assert_eq!(country(""), None);
        assert_eq!(group("Fancy Bear").map(|group| group.name), Some("APT28"));
    }

    #[test]
    fn suggestions_come_best_first() {
        let countries: Vec<&str> = suggest_countries("gui", 3).iter().map(|country| country.english).collect();
        assert_eq!(countries, ["Guinea", "Equatorial Guinea", "Guinea-Bissau"]);
        assert_eq!(suggest(List::Kinds, "ranç", 5).first().map(|term| term.english), Some("Ransomware"));
        assert_eq!(suggest(List::Kinds, "", 4).len(), 4);
        assert!(suggest(List::Kinds, "zzz", 4).is_empty());
        let techniques = suggest_techniques("T1566", 10);
        assert_eq!(techniques.first().map(|technique| technique.name), Some("Phishing"));
        assert!(techniques.iter().all(|technique| !technique.is_retired && technique.id.starts_with("T1566")));
        assert!(suggest_techniques("spearphishing link", 10).iter().any(|technique| technique.id == "T1566.002"));
    }
}
