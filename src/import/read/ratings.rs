//! Words for ratings: severity, status, confidence, harm. In English and French.

use crate::frame::batch::Field;
use crate::import::cells::missing_words::{Absent, absent};
use crate::model::incident::{Confidence, Harm, Severity, Status};
use crate::model::missing::Stated;

/// The key of a rating as documents write it; `None` for other fields and for words that are neither.
pub(super) fn rating_key(field: &Field, text: &str) -> Option<&'static str> {
    match field {
        Field::Severity => severity(text).map(Severity::key),
        Field::Status => status(text).map(Status::key),
        Field::Confidence => confidence(text).map(|confidence| match confidence {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }),
        Field::Confidentiality | Field::Integrity | Field::Availability => match harm(text)? {
            Stated::Value(Harm::Yes) => Some("yes"),
            Stated::Value(Harm::No) => Some("no"),
            Stated::Value(Harm::Potentially) => Some("potentially"),
            Stated::Missing(_) => None,
        },
        _ => None,
    }
}

pub(super) fn severity(text: &str) -> Option<Severity> {
    Some(match text.trim().to_lowercase().as_str() {
        "low" | "minor" | "faible" | "mineure" | "mineur" => Severity::Low,
        "medium" | "moderate" | "moyenne" | "moyen" | "modérée" | "modéré" => Severity::Medium,
        "high" | "major" | "élevée" | "élevé" | "majeure" | "majeur" => Severity::High,
        "critical" | "critique" => Severity::Critical,
        _ => return None,
    })
}

pub(super) fn status(text: &str) -> Option<Status> {
    Some(match text.trim().to_lowercase().as_str() {
        "suspected" | "suspecté" | "suspectée" => Status::Suspected,
        "open" | "ouvert" | "ouverte" | "en cours" => Status::Open,
        "contained" | "contenu" | "contenue" => Status::Contained,
        "closed" | "clos" | "close" | "clôturé" | "clôturée" | "fermé" => Status::Closed,
        "false_alarm" | "false alarm" | "fausse alerte" => Status::FalseAlarm,
        _ => return None,
    })
}

pub(super) fn confidence(text: &str) -> Option<Confidence> {
    Some(match text.trim().to_lowercase().as_str() {
        "low" | "faible" | "untrusted" => Confidence::Low,
        // Nobody but the attacker says so.
        "medium" | "moderate" | "moyenne" | "moyen" | "claimed" | "revendiquée" | "revendiqué" => Confidence::Medium,
        "high" | "élevée" | "élevé" | "forte" | "confirmed" | "confirmée" | "confirmé" => Confidence::High,
        _ => return None,
    })
}

/// Whether something was harmed, or why that is not known.
pub(super) fn harm(text: &str) -> Option<Stated<Harm>> {
    Some(match text.trim().to_lowercase().as_str() {
        "yes" | "true" | "oui" => Stated::Value(Harm::Yes),
        "no" | "false" | "non" => Stated::Value(Harm::No),
        "potentially" | "possibly" | "potentiellement" | "peut-être" => Stated::Value(Harm::Potentially),
        word => match absent(word)? {
            Absent::Because(reason) => Stated::Missing(reason),
            _ => return None,
        },
    })
}

/// Whether a rating is only said to be missing, which a frame has no word for.
pub(super) fn is_missing(field: &Field, text: &str) -> bool {
    matches!(field, Field::Confidentiality | Field::Integrity | Field::Availability)
        && matches!(harm(text), Some(Stated::Missing(_)))
}
