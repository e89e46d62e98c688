//! What the words of a column's header say about it, English and French.

use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::fold::fold;
use crate::model::organisation::Role;

/// The words of a header: folded, cut at marks and at the capitals of `camelCase`.
pub fn words(header: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(header.len() + 8);
    let mut before_lower = false;
    for c in header.chars() {
        if c.is_uppercase() && before_lower {
            spaced.push(' ');
        }
        before_lower = c.is_lowercase();
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
    }
    fold(&spaced).split_whitespace().map(str::to_owned).collect()
}

/// A group of words that say the same, and how surely. A pattern such as `breach date` needs all its words.
type Rule<T> = (T, u8, &'static [&'static str]);

/// Dates that are about the record, not about the incident: never an event.
const BOOKKEEPING: &[&str] =
    &["modified", "updated", "created", "scraped", "retrieved", "imported", "maj", "modification", "parse status"];

const EVENTS: &[Rule<EventKind>] = &[
    (EventKind::RegulatorNotified, 9, &["regulator", "cnil", "dpa", "ico", "ag notified", "autorite notifiee"]),
    (EventKind::RegulatorNotified, 8, &["submitted", "submission", "notification cnil", "notification autorite"]),
    (EventKind::RegulatorNotified, 5, &["notified", "notification", "notifie", "reception"]),
    (EventKind::PeopleTold, 9, &["people told", "people notified", "individuals notified", "customers notified"]),
    (EventKind::PeopleTold, 9, &["personnes informees", "information personnes", "subjects notified"]),
    (EventKind::StaffTold, 9, &["staff told", "staff notified", "salaries informes"]),
    (EventKind::CsirtTold, 9, &["csirt", "anssi", "cert told", "cert notified"]),
    (EventKind::ComplaintFiled, 9, &["complaint", "plainte", "police"]),
    (EventKind::MadePublic, 9, &["public", "publicly", "disclosed", "disclosure", "divulgation", "divulgue"]),
    (EventKind::MadePublic, 7, &["announced", "published", "publication", "added", "index date", "ajout", "listed"]),
    (EventKind::MadePublic, 5, &["reported", "report date", "signalement", "signale"]),
    (EventKind::Press, 8, &["press", "presse", "media date"]),
    (EventKind::Aware, 9, &["aware", "awareness", "connaissance"]),
    (EventKind::Detected, 8, &["detected", "detection", "discovered", "discovery", "identified", "decouverte"]),
    (EventKind::Detected, 8, &["decouvert", "detecte", "date detection"]),
    (EventKind::Contained, 8, &["contained", "containment", "contenu", "confinement"]),
    (EventKind::Classified, 8, &["classified date", "date classified", "qualification"]),
    (EventKind::ServiceRestored, 8, &["restored", "retabli", "retablissement", "recovered"]),
    (EventKind::InquiryOpened, 8, &["inquiry", "enquete", "investigation opened"]),
    (EventKind::Arrests, 8, &["arrest", "arrests", "arrestation", "arrestations"]),
    (EventKind::Sanction, 8, &["sanction", "fine date", "amende"]),
    (EventKind::Closed, 8, &["closed", "closure", "cloture", "clos"]),
    (EventKind::IntrusionEnded, 8, &["end", "ended", "date fin", "fin", "until"]),
    (EventKind::IntrusionBegan, 8, &["began", "begin", "start", "started", "debut", "occurred", "occurrence"]),
    (EventKind::IntrusionBegan, 6, &["breach date", "incident date", "attack date", "date incident", "intrusion"]),
    (EventKind::IntrusionBegan, 7, &["compromise", "survenue", "survenu", "date attaque", "date violation"]),
];

const UNITS: &[Rule<Unit>] = &[
    (Unit::Accounts, 9, &["accounts", "comptes", "pwn", "emails"]),
    (Unit::Users, 9, &["users", "utilisateurs", "user count"]),
    (Unit::Customers, 9, &["customers", "clients", "abonnes"]),
    (Unit::People, 9, &["people", "individuals", "persons", "personnes", "residents", "washingtonians", "patients"]),
    (Unit::Records, 8, &["records", "record count", "enregistrements", "dossiers", "lignes"]),
    (Unit::Systems, 8, &["systems", "computers", "machines", "postes", "serveurs"]),
    (Unit::People, 6, &["affected", "impacted", "victims", "concernees", "impactees", "touchees", "volume"]),
    (Unit::People, 4, &["nombre", "number affected", "total affected", "count", "effectif"]),
];

/// Numbers that are not counts of anybody.
const NOT_COUNTS: &[&str] = &[
    "days",
    "duration",
    "jours",
    "duree",
    "score",
    "year",
    "annee",
    "rank",
    "range",
    "cost",
    "amount",
    "price",
    "montant",
    "cout",
    "percent",
    "share",
    "intensity",
    "value",
    "code",
    "subcode",
    "index",
    "version",
    "attributions",
    "responses",
    "political",
    "economic",
];

/// Words about something beside the incident: answers to it, who was blamed, how a source works.
const NO_FIELDS: &[&str] = &[
    "subcode",
    "conflict",
    "indicator",
    "norm",
    "attribution",
    "attributing",
    "attributed",
    "response",
    "legal",
    "parse",
    "impact",
    "effects",
    "intensity",
    "multiplier",
    "theft",
    "year",
    "action",
    "range",
    "formatted",
];

const TEXTS: &[Rule<Field>] = &[
    (Field::Key, 9, &["id", "uuid", "reference", "ref", "identifier", "identifiant", "numero", "key", "slug"]),
    (Field::Key, 8, &["notice number", "case number", "number", "row hash"]),
    (Field::Title, 9, &["title", "titre", "headline", "incident name", "intitule"]),
    (Field::Organisation(Role::Processor), 9, &["sous traitant", "subcontractor", "vendor", "supplier", "prestataire"]),
    (Field::Organisation(Role::Notifier), 9, &["notifier", "declarant"]),
    (Field::Organisation(Role::Victim), 9, &["organisation", "organization", "organisme", "company", "entreprise"]),
    (Field::Organisation(Role::Victim), 9, &["victim", "victime", "covered entity", "societe", "target"]),
    (Field::Organisation(Role::Victim), 7, &["entity", "receiver name", "processor", "controller", "responsable"]),
    (Field::Organisation(Role::Victim), 5, &["name", "nom"]),
    (Field::Sector, 9, &["sector", "secteur", "industry", "industrie", "entity type", "organization type"]),
    (Field::Sector, 8, &["target class", "organisation type", "branche", "receiver category", "activity"]),
    (Field::Country, 9, &["country", "pays", "nation"]),
    (Field::Region, 8, &["region", "state", "province", "departement", "entity state"]),
    (Field::City, 9, &["city", "ville", "commune", "town"]),
    (Field::Kind, 8, &["kind", "incident type", "type breach", "breach type", "attack", "cause", "nature", "natures"]),
    (Field::Kind, 6, &["type", "vector", "pattern", "method", "cyberattack type"]),
    (Field::Severity, 9, &["severity", "gravite", "severite"]),
    (Field::Status, 9, &["status", "statut", "etat"]),
    (Field::DataClass, 9, &["data classes", "data class", "data types", "data type", "information type"]),
    (Field::DataClass, 9, &["donnees", "typologies", "compromised data", "data compromised"]),
    (Field::DataClass, 5, &["data"]),
    (Field::Motive, 9, &["motive", "motives", "motivation", "mobile"]),
    (Field::Actor, 9, &["actor", "actors", "acteur", "attacker", "author", "auteur", "initiator name", "threat actor"]),
    (Field::Technique, 9, &["technique", "techniques", "ttp", "mitre", "initial access"]),
    (Field::Tag, 9, &["tag", "tags", "labels", "etiquettes", "categories"]),
    (Field::Summary, 9, &["summary", "resume", "synopsis"]),
    (Field::Description, 9, &["description", "narrative", "details"]),
    (Field::SourceName, 8, &["source", "sources", "publisher"]),
    (Field::SourceAddress, 9, &["url", "link", "links", "lien", "liens", "href", "sources url", "source address"]),
];

/// The best reading of a header as one kind of thing, 1 (weak) to 10 (the words say nothing else).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<T> {
    /// What it says.
    pub meaning: T,
    /// How surely.
    pub weight: u8,
    /// The words that say it.
    pub by: &'static str,
}

/// The event that a header names.
pub fn event(header: &str) -> Option<Read<EventKind>> {
    let words = words(header);
    if best(BOOKKEEPING.iter().map(|pattern| ((), 1, *pattern)), &words).is_some() {
        return None;
    }
    best(flat(EVENTS), &words)
}

/// What a header counts.
pub fn count(header: &str) -> Option<Read<Field>> {
    let words = words(header);
    if words.iter().any(|word| NOT_COUNTS.contains(&word.as_str())) {
        return None;
    }
    let effect = if words.iter().any(|word| ["cut", "coupes", "outage", "panne"].contains(&word.as_str())) {
        Effect::AccessCut
    } else {
        Effect::DataExposed
    };
    best(flat(UNITS), &words).map(|Read { meaning, weight, by }| Read {
        meaning: Field::Affected(meaning, effect),
        weight,
        by,
    })
}

/// The field of words that a header names.
pub fn text(header: &str) -> Option<Read<Field>> {
    // `victim.state` is a state: what stands before a point says whose.
    let own = header.split_once('.').map_or(header, |(_, own)| own);
    let words = words(own);
    if words.iter().any(|word| NO_FIELDS.contains(&word.as_str())) {
        return None;
    }
    best(flat(TEXTS), &words)
}

fn flat<T: Clone>(rules: &[Rule<T>]) -> impl Iterator<Item = (T, u8, &'static str)> {
    rules.iter().flat_map(|(meaning, weight, patterns)| {
        patterns.iter().map(move |pattern| (meaning.clone(), *weight, *pattern))
    })
}

/// The heaviest pattern whose words all stand in the header; more words weigh more, and so does a header that says
/// nothing else.
fn best<T>(rules: impl Iterator<Item = (T, u8, &'static str)>, words: &[String]) -> Option<Read<T>> {
    let mut found: Option<(u16, Read<T>)> = None;
    for (meaning, weight, pattern) in rules {
        let mut parts = pattern.split(' ');
        let count = parts.clone().count();
        if !parts.clone().all(|part| words.iter().any(|word| word == part)) {
            continue;
        }
        let whole = u16::from(count == words.len());
        let last = 5 * u16::from(words.last().is_some_and(|word| parts.next_back() == Some(word)));
        let score = u16::from(weight) * 4 + count as u16 * 3 + whole * 6 + last;
        if found.as_ref().is_none_or(|(best, _)| score > *best) {
            let weight = (weight + u8::from(whole == 1)).min(10);
            found = Some((score, Read { meaning, weight, by: pattern }));
        }
    }
    found.map(|(_, read)| read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_cut_into_words() {
        assert_eq!(words("DateSubmitted"), ["date", "submitted"]);
        assert_eq!(words("Date de réception (CNIL)"), ["date", "de", "reception", "cnil"]);
        assert_eq!(words("victim.industry_name"), ["victim", "industry", "name"]);
    }

    #[test]
    fn events_by_header() {
        use EventKind::{Aware, Detected, IntrusionBegan, IntrusionEnded, MadePublic, RegulatorNotified};
        let table = [
            ("DateAware", Some(Aware)),
            ("DateSubmitted", Some(RegulatorNotified)),
            ("DateStart", Some(IntrusionBegan)),
            ("DateEnd", Some(IntrusionEnded)),
            ("Breach Submission Date", Some(RegulatorNotified)),
            ("BreachDate", Some(IntrusionBegan)),
            ("AddedDate", Some(MadePublic)),
            ("ModifiedDate", None),
            ("date_occurred_raw", Some(IntrusionBegan)),
            ("date_discovered", Some(Detected)),
            ("Date de réception de la notification", Some(RegulatorNotified)),
            ("Prise de connaissance", Some(Aware)),
            ("Made public", Some(MadePublic)),
            ("regulator_notified", Some(RegulatorNotified)),
            ("date", None),
        ];
        for (header, expected) in table {
            assert_eq!(event(header).map(|read| read.meaning), expected, "{header}");
        }
    }

    #[test]
    fn counts_by_header() {
        let unit = |header: &str| match count(header) {
            Some(Read { meaning: Field::Affected(unit, _), .. }) => Some(unit),
            _ => None,
        };
        let table = [
            ("WashingtoniansAffected", Some(Unit::People)),
            ("Individuals Affected", Some(Unit::People)),
            ("PwnCount", Some(Unit::Accounts)),
            ("record_count", Some(Unit::Records)),
            ("Nombre de personnes impactées", Some(Unit::People)),
            ("affected", Some(Unit::People)),
            ("DaysToContainBreach", None),
            ("Year", None),
            ("WashingtoniansAffectedRange", None),
        ];
        for (header, expected) in table {
            assert_eq!(unit(header), expected, "{header}");
        }
    }

    #[test]
    fn texts_by_header() {
        let table = [
            ("Name of Covered Entity", Some(Field::Organisation(Role::Victim))),
            ("Covered Entity Type", Some(Field::Sector)),
            ("Organisme", Some(Field::Organisation(Role::Victim))),
            ("Sous-traitant", Some(Field::Organisation(Role::Processor))),
            ("Données concernées", Some(Field::DataClass)),
            ("Web Description", Some(Field::Description)),
            ("IndustryType", Some(Field::Sector)),
            ("DataBreachCause", Some(Field::Kind)),
            ("Id", Some(Field::Key)),
            ("victim.state", Some(Field::Region)),
            ("victim.industry.name", Some(Field::Sector)),
            ("source_year", None),
            ("attribution_type", None),
            ("Department", None),
        ];
        for (header, expected) in table {
            assert_eq!(text(header).map(|read| read.meaning), expected, "{header}");
        }
    }
}
