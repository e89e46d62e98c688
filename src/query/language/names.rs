//! The names that the query language knows, in English and French: fields, events, counts, reasons, joining words.
//!
//! Names are read in either language, letter case and accents aside, `-` as `_`. The first of each is the one written.

use crate::frame::batch::Field;
use crate::frame::fold::fold;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::organisation::Role;
use crate::query::expr::Reason;
use crate::text::Lang;

/// What a condition is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Words of a field.
    Words(Field),
    /// The date of an event.
    Event(EventKind),
    /// A count of this unit; which effect follows.
    Count(Unit),
    /// A column without a field of its own; its header follows.
    Custom,
    /// Title, organisations' names and source key.
    Text,
    /// A dataset.
    Dataset,
    /// Records by number.
    Id,
    /// A field whose texts are not searched.
    NotSearched(Field),
}

/// Names in English and in French, separated by blanks.
type Names = (&'static str, &'static str);

const WORDS: [(Field, Names); 23] = [
    (Field::Title, ("title", "titre")),
    (Field::Key, ("key", "clé")),
    (Field::Organisation(Role::Victim), ("organisation organization victim", "organisme victime")),
    (Field::Organisation(Role::Processor), ("processor", "sous_traitant")),
    (Field::Organisation(Role::Notifier), ("notifier", "déclarant")),
    (Field::Sector, ("sector", "secteur")),
    (Field::Country, ("country", "pays")),
    (Field::Region, ("region state", "région")),
    (Field::City, ("city town", "commune ville")),
    (Field::Kind, ("kind", "nature type")),
    (Field::Severity, ("severity", "gravité")),
    (Field::Status, ("status", "statut état")),
    (Field::DataClass, ("data_class data", "données")),
    (Field::Motive, ("motive", "mobile motif")),
    (Field::Actor, ("actor", "acteur auteur")),
    (Field::ActorKind, ("actor_kind actor_type", "type_acteur")),
    (Field::Confidentiality, ("confidentiality", "confidentialité")),
    (Field::Integrity, ("integrity", "intégrité")),
    (Field::Availability, ("availability", "disponibilité")),
    (Field::Confidence, ("confidence", "confiance fiabilité")),
    (Field::Technique, ("technique", "technique")),
    (Field::Tag, ("tag", "étiquette")),
    (Field::SourceName, ("source", "source")),
];

const NOT_SEARCHED: [(Field, Names); 3] = [
    (Field::Summary, ("summary", "résumé")),
    (Field::Description, ("description", "description")),
    (Field::SourceAddress, ("source_address", "adresse_source")),
];

const fn event_names(event: EventKind) -> Names {
    match event {
        EventKind::IntrusionBegan => ("intrusion_began occurred began intrusion", "début_intrusion début"),
        EventKind::IntrusionEnded => ("intrusion_ended ended", "fin_intrusion"),
        EventKind::Detected => ("detected discovered", "détection découverte"),
        EventKind::Aware => ("aware", "connaissance prise_de_connaissance"),
        EventKind::Classified => ("classified", "qualification"),
        EventKind::Contained => ("contained", "confinement"),
        EventKind::RegulatorNotified => ("regulator_notified notified regulator", "notification autorité"),
        EventKind::CsirtTold => ("csirt_told csirt", "signalement_csirt"),
        EventKind::ComplaintFiled => ("complaint_filed complaint", "plainte"),
        EventKind::PeopleTold => ("people_told", "information_personnes"),
        EventKind::StaffTold => ("staff_told", "information_personnel"),
        EventKind::Press => ("press", "presse"),
        EventKind::MadePublic => ("made_public public disclosed", "divulgation"),
        EventKind::ServiceRestored => ("service_restored restored", "rétablissement"),
        EventKind::InquiryOpened => ("inquiry_opened inquiry", "enquête"),
        EventKind::Arrests => ("arrests", "interpellations"),
        EventKind::Sanction => ("sanction", "sanction"),
        EventKind::Closed => ("closed", "clôture"),
        EventKind::Other => ("other", "autre"),
    }
}

const fn unit_names(unit: Unit) -> Names {
    match unit {
        Unit::People => ("people", "personnes"),
        Unit::Users => ("users", "utilisateurs"),
        Unit::Accounts => ("accounts", "comptes"),
        Unit::Customers => ("customers", "clients"),
        Unit::Records => ("records", "enregistrements"),
        Unit::Organisations => ("organisations organizations", "organisations"),
        Unit::Systems => ("systems", "systèmes"),
    }
}

const fn effect_names(effect: Effect) -> Names {
    match effect {
        Effect::DataExposed => ("data_exposed", "données_exposées"),
        Effect::AccessCut => ("access_cut", "accès_coupé"),
        Effect::DataAltered => ("data_altered", "données_altérées"),
        Effect::DataLost => ("data_lost", "données_perdues"),
        Effect::MoneyLost => ("money_lost", "perte_argent"),
        Effect::Targeted => ("targeted", "ciblés ciblées"),
        Effect::Other => ("other", "autre"),
    }
}

const fn reason_names(reason: Reason) -> Names {
    match reason {
        Reason::Blank => ("blank", "vide"),
        Reason::NotYet => ("not_yet", "pas_encore"),
        Reason::Unknown => ("unknown", "inconnu inconnue inconnus inconnues"),
        Reason::NotStated => ("not_stated", "non_précisé non_précisée non_précisés"),
        Reason::Withheld => ("withheld", "non_communiqué non_communiquée non_communiqués"),
        Reason::NoneIdentified => ("none_identified", "aucun_identifié aucun aucune"),
        Reason::NotApplicable => ("not_applicable", "sans_objet"),
    }
}

/// A value that stands for more than itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// No value, for this reason.
    Reason(Reason),
    /// No value, for whatever reason.
    Missing,
    /// Any value.
    Known,
}

const MISSING: Names = ("missing", "manquant manquante manquants manquantes");
const KNOWN: Names = ("known", "connu connue connus connues");

/// A word that joins or turns conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// Both hold.
    And,
    /// Either holds.
    Or,
    /// The next does not hold.
    Not,
    /// The next may hold.
    Possibly,
}

impl Joint {
    /// All, in the order in which they are looked for.
    pub const ALL: [Self; 4] = [Self::And, Self::Or, Self::Not, Self::Possibly];

    const fn names(self) -> Names {
        match self {
            Self::And => ("and", "et"),
            Self::Or => ("or", "ou"),
            Self::Not => ("not", "non"),
            Self::Possibly => ("possibly", "possiblement peut_être"),
        }
    }

    /// How it is written.
    pub fn name(self, lang: Lang) -> &'static str {
        first(self.names(), lang)
    }

    /// The joining word that a text is.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|joint| is_one(joint.names(), &key(text)))
    }
}

/// A name as names are compared.
pub(super) fn key(text: &str) -> String {
    fold(text).replace(['-', ' '], "_")
}

fn each(names: Names) -> impl Iterator<Item = &'static str> {
    names.0.split(' ').chain(names.1.split(' '))
}

fn is_one(names: Names, key: &str) -> bool {
    each(names).any(|name| name == key || !name.is_ascii() && fold(name) == key)
}

fn first((english, french): Names, lang: Lang) -> &'static str {
    let names = if lang == Lang::Fr { french } else { english };
    names.split(' ').next().unwrap_or_default()
}

const OTHERS: [(Subject, Names); 4] = [
    (Subject::Custom, ("custom", "perso")),
    (Subject::Text, ("text", "texte")),
    (Subject::Dataset, ("dataset", "jeu")),
    (Subject::Id, ("id", "id")),
];

/// What a name is about.
pub fn subject(text: &str) -> Option<Subject> {
    let key = key(text);
    let word = WORDS.iter().find(|(_, names)| is_one(*names, &key)).map(|(field, _)| Subject::Words(field.clone()));
    word.or_else(|| Unit::ALL.into_iter().find(|unit| is_one(unit_names(*unit), &key)).map(Subject::Count))
        .or_else(|| event(text).map(Subject::Event))
        .or_else(|| OTHERS.iter().find(|(_, names)| is_one(*names, &key)).map(|(subject, _)| subject.clone()))
        .or_else(|| {
            let found = NOT_SEARCHED.iter().find(|(_, names)| is_one(*names, &key));
            found.map(|(field, _)| Subject::NotSearched(field.clone()))
        })
}

/// The event of a name.
pub fn event(text: &str) -> Option<EventKind> {
    let key = key(text);
    EventKind::ALL.into_iter().find(|event| is_one(event_names(*event), &key))
}

/// The effect of a name.
pub fn effect(text: &str) -> Option<Effect> {
    let key = key(text);
    Effect::ALL.into_iter().find(|effect| is_one(effect_names(*effect), &key))
}

/// The special value of a text: of dates and counts all, of words those for no word and any word.
pub fn special(text: &str, of_words: bool) -> Option<Special> {
    let key = key(text);
    if is_one(MISSING, &key) {
        return Some(Special::Missing);
    }
    if is_one(KNOWN, &key) {
        return Some(Special::Known);
    }
    let found = Reason::ALL.into_iter().find(|reason| is_one(reason_names(*reason), &key));
    found.filter(|reason| !of_words || *reason == Reason::Blank).map(Special::Reason)
}

/// How a special value is written.
pub fn special_name(special: Special, lang: Lang) -> &'static str {
    match special {
        Special::Reason(reason) => first(reason_names(reason), lang),
        Special::Missing => first(MISSING, lang),
        Special::Known => first(KNOWN, lang),
    }
}

/// How a subject is written; a custom field without its header.
pub fn subject_name(subject: &Subject, lang: Lang) -> &'static str {
    match subject {
        Subject::Words(field) => {
            WORDS.iter().find(|(known, _)| known == field).map_or("", |(_, names)| first(*names, lang))
        }
        Subject::NotSearched(field) => {
            NOT_SEARCHED.iter().find(|(known, _)| known == field).map_or("", |(_, names)| first(*names, lang))
        }
        Subject::Event(event) => first(event_names(*event), lang),
        Subject::Count(unit) => first(unit_names(*unit), lang),
        other => OTHERS.iter().find(|(known, _)| known == other).map_or("", |(_, names)| first(*names, lang)),
    }
}

/// How an effect is written.
pub fn effect_name(effect: Effect, lang: Lang) -> &'static str {
    first(effect_names(effect), lang)
}

/// All subjects that can be asked about, in the order in which they are offered.
pub fn subjects() -> Vec<Subject> {
    let fields = WORDS.iter().map(|(field, _)| Subject::Words(field.clone()));
    let events = EventKind::ALL.into_iter().map(Subject::Event);
    let units = Unit::ALL.into_iter().map(Subject::Count);
    fields.chain(units).chain(events).chain(OTHERS.iter().map(|(subject, _)| subject.clone())).collect()
}

/// Whether one of the names of a subject, in either language, begins so.
pub fn begins(subject: &Subject, text: &str) -> bool {
    let key = key(text);
    let all = match subject {
        Subject::Words(field) => WORDS.iter().find(|(known, _)| known == field).map(|(_, names)| *names),
        Subject::Event(event) => Some(event_names(*event)),
        Subject::Count(unit) => Some(unit_names(*unit)),
        other => OTHERS.iter().find(|(known, _)| known == other).map(|(_, names)| *names),
    };
    all.is_some_and(|names| each(names).any(|name| fold(name).starts_with(&key)))
}

/// The name that a mistyped one was probably meant to be, as it is written in its language.
pub fn nearest(text: &str) -> Option<&'static str> {
    let key = key(text);
    let of_fields = WORDS.iter().map(|(_, names)| *names);
    let of_events = EventKind::ALL.into_iter().map(event_names);
    let of_units = Unit::ALL.into_iter().map(unit_names);
    let all = of_fields.chain(of_units).chain(of_events).chain(OTHERS.iter().map(|(_, names)| *names));
    nearest_of(&key, all.flat_map(each))
}

/// The event that a mistyped name was probably meant to be.
pub fn nearest_event(text: &str) -> Option<&'static str> {
    nearest_of(&key(text), EventKind::ALL.into_iter().map(event_names).flat_map(each))
}

fn nearest_of(key: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let near = names.filter_map(|name| Some((distance(key, &fold(name))?, name)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// How many letters must be typed otherwise to get from one word to the other; `None` where they are too far apart to
/// have been meant. Two letters in the wrong order are one slip.
pub fn distance(a: &str, b: &str) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let allowed = match a.len().max(b.len()) {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    if a.len().abs_diff(b.len()) > allowed || a.len() > 64 {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &letter) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, &other) in b.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
            let swap = at(&row, j) + usize::from(letter != other);
            let mut best = swap.min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(&other) && b.get(j - 1) == Some(&letter);
            if crossed {
                best = best.min(at(&before, j - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_means_one_thing() {
        for subject in subjects() {
            for lang in Lang::ALL {
                let name = subject_name(&subject, lang);
                assert!(!name.is_empty(), "{subject:?} has no name");
                assert_eq!(self::subject(name), Some(subject.clone()), "{name}");
                assert!(Joint::named(name).is_none() && special(name, false).is_none(), "{name} means two things");
            }
        }
        for effect in Effect::ALL {
            assert_eq!(Lang::ALL.map(|lang| self::effect(effect_name(effect, lang))), [Some(effect); 2]);
        }
        for reason in Reason::ALL {
            let special = Special::Reason(reason);
            assert_eq!(Lang::ALL.map(|lang| self::special(special_name(special, lang), false)), [Some(special); 2]);
            assert_eq!(Reason::from_key(special_name(special, Lang::En)), Some(reason));
        }
        for (field, key) in Field::WORDS {
            assert!(
                matches!(subject(key), Some(Subject::Words(found) | Subject::NotSearched(found)) if found == field)
            );
        }
        for event in EventKind::ALL {
            assert_eq!(self::event(event.key()), Some(event));
        }
    }

    #[test]
    fn slips_are_told_from_other_words() {
        for (typed, wanted) in [
            ("sectr", Some("sector")),
            ("scetor", Some("sector")),
            ("contry", Some("country")),
            ("secteru", Some("secteur")),
            ("regulator_notifed", Some("regulator_notified")),
            ("peeple", Some("people")),
            ("colour", None),
            ("banana", None),
        ] {
            assert_eq!(nearest(typed), wanted, "{typed}");
        }
        assert_eq!(nearest_event("awre"), Some("aware"));
    }
}
