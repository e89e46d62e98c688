//! What was counted: the words for it in English and French, and the words that follow them.

use super::token::Token;
use super::{CountError, quantity};
use crate::model::affected::Unit;

/// Plural nouns for each unit. A singular is these without their last letter, read only beside "one".
const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "individuals",
    "residents",
    "patients",
    "employees",
    "staff",
    "workers",
    "students",
    "pupils",
    "teachers",
    "members",
    "citizens",
    "victims",
    "consumers",
    "applicants",
    "candidates",
    "taxpayers",
    "passengers",
    "travellers",
    "travelers",
    "donors",
    "minors",
    "children",
    "adults",
    "women",
    "men",
    "voters",
    "drivers",
    "veterans",
    "inmates",
    "physicians",
    "doctors",
    "policyholders",
    "beneficiaries",
    "claimants",
    "jobseekers",
    "recipients",
    "participants",
    "tenants",
    "contractors",
    "soldiers",
    "officers",
    "subjects",
    "parents",
    "players",
    "personnes",
    "individus",
    "habitants",
    "employes",
    "salaries",
    "salariees",
    "agents",
    "collaborateurs",
    "travailleurs",
    "etudiants",
    "eleves",
    "lyceens",
    "collegiens",
    "ecoliers",
    "enseignants",
    "professeurs",
    "adherents",
    "membres",
    "citoyens",
    "victimes",
    "consommateurs",
    "candidats",
    "contribuables",
    "passagers",
    "voyageurs",
    "donateurs",
    "donneurs",
    "mineurs",
    "enfants",
    "adultes",
    "femmes",
    "hommes",
    "electeurs",
    "assures",
    "beneficiaires",
    "allocataires",
    "demandeurs",
    "pompiers",
    "licencies",
    "francais",
    "soignants",
    "medecins",
    "militaires",
    "policiers",
    "gendarmes",
    "fonctionnaires",
    "locataires",
    "visiteurs",
    "titulaires",
    "societaires",
    "joueurs",
    "retraites",
    "conducteurs",
];
const USERS: &[&str] = &["users", "utilisateurs", "utilisatrices", "usagers", "internautes"];
const CUSTOMERS: &[&str] = &[
    "customers",
    "clients",
    "clientes",
    "subscribers",
    "abonnes",
    "shoppers",
    "buyers",
    "acheteurs",
    "cardholders",
    "policyholders",
    "guests",
];
const ACCOUNTS: &[&str] = &["accounts", "comptes", "profiles", "profils", "logins"];
const RECORDS: &[&str] = &[
    "records",
    "rows",
    "entries",
    "files",
    "documents",
    "dossiers",
    "fichiers",
    "lignes",
    "enregistrements",
    "contacts",
    "emails",
    "e-mails",
    "mails",
    "courriels",
    "addresses",
    "adresses",
    "numeros",
    "numbers",
    "fiches",
    "credentials",
    "passwords",
    "identifiants",
];
const ORGANISATIONS: &[&str] = &[
    "organisations",
    "organizations",
    "companies",
    "businesses",
    "firms",
    "institutions",
    "entreprises",
    "societes",
    "organismes",
    "etablissements",
    "collectivites",
    "communes",
];
const SYSTEMS: &[&str] = &[
    "systems",
    "servers",
    "computers",
    "machines",
    "devices",
    "endpoints",
    "hosts",
    "workstations",
    "systemes",
    "serveurs",
    "ordinateurs",
    "appareils",
    "postes",
    "terminaux",
];

/// Words that end the noun phrase: what follows says where or of which, no longer what.
const PREPOSITIONS: &[&str] = &[
    "of",
    "in",
    "from",
    "with",
    "for",
    "who",
    "whose",
    "at",
    "on",
    "by",
    "and",
    "or",
    "including",
    "were",
    "was",
    "are",
    "have",
    "had",
    "affected",
    "concerned",
    "impacted",
    "de",
    "d'",
    "des",
    "du",
    "en",
    "dans",
    "a",
    "au",
    "aux",
    "dont",
    "qui",
    "chez",
    "sur",
    "pour",
    "par",
    "et",
    "ou",
    "ont",
    "sont",
    "concernes",
    "concernees",
    "touches",
    "touchees",
];
const LINKS: &[&str] = &["of", "de", "d'", "des"];
const DETERMINERS: &[&str] = &["its", "their", "our", "the", "ses", "leurs", "nos", "les", "l'", "other", "autres"];

/// Whether the count may be of one thing, so that a singular noun fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// One or none.
    Singular,
    /// More than one.
    Plural,
}

/// Reads the words after a number: nothing, or a noun phrase with a known unit, or words that say where.
///
/// Answers with the unit and what follows the phrase.
pub(super) fn read<'t, 'a>(
    tokens: &'t [Token<'a>],
    grammar: Grammar,
) -> Result<(Option<Unit>, &'t [Token<'a>]), CountError> {
    let Some(first) = tokens.first() else {
        return Ok((None, tokens));
    };
    let is_link = first.word().is_some_and(|word| LINKS.contains(&word));
    let mut phrase = if is_link { tokens.get(1..).unwrap_or(&[]) } else { tokens };
    while let [Token::Word { text, .. }, rest @ ..] = phrase
        && DETERMINERS.contains(text)
    {
        phrase = rest;
    }
    let length =
        phrase.iter().take_while(|token| token.word().is_some_and(|word| !PREPOSITIONS.contains(&word))).count();
    let nouns = phrase.get(..length).unwrap_or(phrase);
    let known = |token: &Token<'_>| token.word().and_then(|word| unit_of(word, grammar));
    if let Some((at, unit)) = nouns.iter().enumerate().find_map(|(at, token)| Some((at, known(token)?))) {
        return Ok((Some(unit), phrase.get(at + 1..).unwrap_or(&[])));
    }
    match first {
        Token::Word { text, .. } if nouns.is_empty() && !is_link && PREPOSITIONS.contains(text) => Ok((None, tokens)),
        Token::Sign(',' | ';' | '(' | '-' | ':') | Token::Number(_) => Ok((None, tokens)),
        Token::Word { .. } | Token::Sign(_) => Err(CountError::OtherUnit(quantity::by_words(tokens))),
    }
}

/// The unit that a noun names.
fn unit_of(word: &str, grammar: Grammar) -> Option<Unit> {
    // "salarié·es", "client·e·s": the masculine plural stands for both.
    let plural = match word.split_once(['·', '•']) {
        Some((stem, _)) => format!("{}s", stem.trim_end_matches('s')),
        None => word.to_owned(),
    };
    let plural = if grammar == Grammar::Singular && plural == "person" { "people" } else { plural.as_str() };
    let lists = [
        (Unit::Users, USERS),
        (Unit::Customers, CUSTOMERS),
        (Unit::Accounts, ACCOUNTS),
        (Unit::Records, RECORDS),
        (Unit::Organisations, ORGANISATIONS),
        (Unit::Systems, SYSTEMS),
        (Unit::People, PEOPLE),
    ];
    let fits = |noun: &str| noun == plural || (grammar == Grammar::Singular && noun.strip_suffix('s') == Some(plural));
    lists.into_iter().find(|(_, nouns)| nouns.iter().any(|noun| fits(noun))).map(|(unit, _)| unit)
}

/// The unit named by one word of a column header or a cell ("Personnes", "accounts"); `None` for any other word.
///
/// ```
/// use vigie::model::affected::Unit;
/// use vigie::model::count::unit_from_word;
/// assert_eq!(unit_from_word("Adhérents"), Some(Unit::People));
/// assert_eq!(unit_from_word("stores"), None);
/// ```
pub fn unit_from_word(word: &str) -> Option<Unit> {
    unit_of(crate::model::fold::fold(word.trim()).as_str(), Grammar::Plural)
}
