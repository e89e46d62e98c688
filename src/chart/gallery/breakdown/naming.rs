//! What fields and their words are called in the reader's language.

use crate::chart::gallery::Ask;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::dictionary::Dictionary;
use crate::model::organisation::Role;
use crate::model::vocabulary::{self, List, NameList, shown, technique, term};
use crate::text::{Lang, tr};

/// Most different words of a field of the source's own that is offered: with more, its words are texts or numbers.
const CUSTOM_MOST: usize = 400;

/// Fields that are offered, in this order, where any record has a word in them.
const FIELDS: [Field; 20] = [
    Field::Kind,
    Field::Sector,
    Field::Country,
    Field::Region,
    Field::DataClass,
    Field::Technique,
    Field::Motive,
    Field::ActorKind,
    Field::Actor,
    Field::Severity,
    Field::Status,
    Field::Confidentiality,
    Field::Integrity,
    Field::Availability,
    Field::Confidence,
    Field::Tag,
    Field::Organisation(Role::Victim),
    Field::Organisation(Role::Processor),
    Field::City,
    Field::SourceName,
];

/// The fields by which these records can be broken down.
pub(in crate::chart::gallery) fn offered(snapshot: &Snapshot) -> Vec<Field> {
    let words = |field: &Field| snapshot.dictionary(field).map_or(0, Dictionary::len);
    let mut fields: Vec<Field> = FIELDS.iter().filter(|field| words(field) > 0).cloned().collect();
    let own = snapshot.fields().filter(|field| matches!(field, Field::Custom(_)));
    fields.extend(own.filter(|field| (2..=CUSTOM_MOST).contains(&words(field))).cloned());
    fields
}

/// The choice of a field among some, and the one that is chosen: that of the options, that of the question, or the
/// first. `None` where there is none.
pub(in crate::chart::gallery) fn choice(ask: &Ask<'_>, fields: &[Field]) -> Option<(Choice, Field)> {
    let lang = ask.context.lang;
    let named = ask.options.get("field").and_then(Field::from_key);
    let wanted = named.or_else(|| ask.question.group_by.clone()).filter(|field| fields.contains(field));
    let chosen = wanted.or_else(|| fields.first().cloned())?;
    let values = fields.iter().map(|field| (field.key(), capital(&name(lang, field)))).collect();
    let control = Control::List(values);
    let own = OwnChoice { key: "field", name: tr(lang, "breakdown-choice-field"), control, current: chosen.key() };
    Some((Choice::Own(own), chosen))
}

fn capital(text: &str) -> String {
    crate::chart::words::capital(text)
}

/// What a field is called inside a sentence.
pub(in crate::chart::gallery) fn name(lang: Lang, field: &Field) -> String {
    match field {
        Field::Custom(header) => header.clone(),
        field => tr(lang, &format!("breakdown-field-{}", field.key())),
    }
}

/// What a word of a field is called. Words of the source that are in no list of ours stand as they are.
pub(in crate::chart::gallery) fn word(lang: Lang, field: &Field, word: &str) -> String {
    let is_french = lang == Lang::Fr;
    let key = |prefix: &str| tr(lang, &format!("{prefix}-{word}"));
    let listed = |list: List| {
        let found = term(list, word).filter(|term| term.english == word || term.french == word);
        found.map_or(word, |term| if is_french { term.french } else { term.english }).to_owned()
    };
    match field {
        Field::Country => by_list(NameList::Countries, word, is_french),
        Field::Sector => by_list(NameList::Sectors, word, is_french),
        Field::Kind => listed(List::Kinds),
        Field::DataClass => listed(List::DataClasses),
        Field::Motive => listed(List::Motives),
        Field::ActorKind => listed(List::ActorTypes),
        Field::Technique => technique(word).map_or_else(
            || word.to_owned(),
            |found| if found.name == word { word.to_owned() } else { format!("{word} {}", found.name) },
        ),
        Field::Severity if is_one_of(word, &["low", "medium", "high", "critical"]) => key("severity"),
        Field::Confidence if is_one_of(word, &["low", "medium", "high"]) => key("confidence"),
        Field::Status if is_one_of(word, &["suspected", "open", "contained", "closed", "false_alarm"]) => key("status"),
        Field::Confidentiality | Field::Integrity | Field::Availability
            if is_one_of(word, &["yes", "no", "potentially"]) =>
        {
            key("harm")
        }
        _ => word.to_owned(),
    }
}

/// A word of a list in the reader's language, where it is one of the usual names or codes of an entry.
fn by_list(list: NameList, word: &str, is_french: bool) -> String {
    let usual = vocabulary::name(list, word).filter(|named| named.is_usual);
    shown(list, usual.map_or(word, |named| named.name), is_french).to_owned()
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word)
}
