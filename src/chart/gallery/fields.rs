//! Figures by the words of a field: which field, what it and its groups are called, and their colours.

use crate::chart::figures::groups::MOST_WORDS;
use crate::chart::gallery::Ask;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::model::ColourRole;
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::model::organisation::Role;
use crate::query::{Selection, facets};
use crate::text::{Lang, tr, tr_or};

/// Fields that are offered first, and proposed where nothing was chosen.
const FIRST: [Field; 7] = [
    Field::Kind,
    Field::Sector,
    Field::Country,
    Field::ActorKind,
    Field::Motive,
    Field::DataClass,
    Field::Organisation(Role::Victim),
];

/// Fields that name or describe one record and group nothing.
const ALONE: [Field; 5] = [Field::Title, Field::Key, Field::Summary, Field::Description, Field::SourceAddress];

/// The fields by which the records of a snapshot can be grouped, the usual ones first. A field with a word of its own
/// for nearly every record is none.
pub fn groupable(snapshot: &Snapshot) -> Vec<Field> {
    let groups = |field: &&Field| {
        let words = snapshot.dictionary(field).map_or(0, crate::frame::dictionary::Dictionary::len);
        let named_once = words > 20 && words.saturating_mul(2) > snapshot.len();
        words > 0 && !named_once && !ALONE.contains(field)
    };
    let mut found: Vec<Field> = snapshot.fields().filter(groups).cloned().collect();
    let place = |field: &Field| FIRST.iter().position(|first| first == field).unwrap_or(FIRST.len());
    found.sort_by_key(place);
    found
}

/// The field that was chosen, under `field` of the options or as the breakdown of the question; else the first that
/// groups anything. `None` where no field does.
pub fn chosen(ask: &Ask<'_>) -> Option<Field> {
    let known = |field: &Field| ask.snapshot.dictionary(field).is_some();
    let named = ask.options.get("field").and_then(Field::from_key).filter(known);
    let asked = || ask.question.group_by.clone().filter(known);
    named.or_else(asked).or_else(|| groupable(ask.snapshot).into_iter().next())
}

/// The choice of the field.
pub fn choice(ask: &Ask<'_>, chosen: &Field) -> Choice {
    let lang = ask.context.lang;
    let mut fields = groupable(ask.snapshot);
    if !fields.contains(chosen) {
        fields.push(chosen.clone());
    }
    Choice::Own(OwnChoice {
        key: "field",
        name: tr(lang, "time-choice-field"),
        control: Control::List(fields.iter().map(|field| (field.key(), name(lang, field))).collect()),
        current: chosen.key(),
    })
}

/// How many words are shown each on its own: 5 unless chosen, as many as there are colours at most.
pub fn top(ask: &Ask<'_>) -> usize {
    let chosen = ask.options.number("top").unwrap_or(5).clamp(1, MOST_WORDS as u64);
    usize::try_from(chosen).unwrap_or(MOST_WORDS)
}

/// The choice of how many.
pub fn top_choice(ask: &Ask<'_>) -> Choice {
    Choice::Own(OwnChoice {
        key: "top",
        name: tr(ask.context.lang, "time-choice-top"),
        control: Control::Number { from: 1, to: MOST_WORDS as u64 },
        current: top(ask).to_string(),
    })
}

/// What a field is called: a column of the source without a field of its own by its header.
pub fn name(lang: Lang, field: &Field) -> String {
    match field {
        Field::Custom(header) => header.clone(),
        word => tr_or(lang, &format!("import-field-{}", word.key()), &word.key()),
    }
}

/// The colour of each word of a field, the same in every figure of a workspace whatever is filtered: by how many of
/// all records have it. Words beyond the eight most frequent take colours that none of the words beside them has.
/// A word that says that nothing is known is grey.
pub fn colours(snapshot: &Snapshot, field: &Field, words: &[String]) -> Vec<ColourRole> {
    let all = facets(snapshot, &Selection::all(snapshot), field);
    let known = all.words.iter().filter(|(word, _)| !says_unknown(word));
    let ranked: Vec<&str> = known.take(MOST_WORDS).map(|(word, _)| word.as_str()).collect();
    let colour_of = |at: usize| u8::try_from(at + 1).ok();
    let own: Vec<Option<u8>> =
        words.iter().map(|word| ranked.iter().position(|ranked| ranked == word).and_then(colour_of)).collect();
    let mut free = (0..MOST_WORDS).filter_map(colour_of).filter(|colour| !own.contains(&Some(*colour)));
    let roles = words.iter().zip(&own).map(|(word, own)| match own {
        _ if says_unknown(word) => ColourRole::Unknown,
        Some(colour) => ColourRole::Data(*colour),
        None => free.next().map_or(ColourRole::Other, ColourRole::Data),
    });
    roles.collect()
}

/// Whether a source's word says that nothing is known: "Unknown", "Unclear/unknown", "Inconnue".
fn says_unknown(word: &str) -> bool {
    let folded = crate::frame::fold::fold(word);
    let mut parts = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let says = |part: &str| {
        ["unknown", "inconnu", "inconnue", "unclear", "unspecified", "not", "available", "stated", "other"]
            .contains(&part)
    };
    let only_that = parts.clone().all(says);
    only_that && parts.any(|part| !["other", "not"].contains(&part))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::{FrameBuilder, RecordId, RowValues};

    fn frame(words: &[&str]) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (id, word) in (1..).zip(words) {
            let mut row = RowValues::default();
            row.add_word(Field::Kind, word);
            builder.push_row(RecordId(id), &row).expect("ids grow");
        }
        builder.finish()
    }

    #[test]
    fn a_word_keeps_its_colour_whatever_stands_beside_it() {
        let words = ["a", "a", "a", "b", "b", "Unknown", "Unknown", "c", "d", "e", "f", "g", "h", "i", "j"];
        let snapshot = frame(&words);
        let of = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            colours(&snapshot, &Field::Kind, &words)
        };
        let data = ColourRole::Data;
        assert_eq!(of(&["a", "Unknown", "b"]), [data(1), ColourRole::Unknown, data(2)]);
        assert_eq!(of(&["b", "h"]), [data(2), data(8)]);
        // Beyond the eighth: what is free beside the others.
        assert_eq!(of(&["a", "i", "j"]), [data(1), data(2), data(3)]);
    }

    #[test]
    fn a_name_for_every_record_groups_nothing() {
        let words: Vec<String> = (0..60).map(|at| format!("name {at}")).collect();
        let names: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(groupable(&frame(&names)), []);
        assert_eq!(groupable(&frame(&["a", "b", "a"])), [Field::Kind]);
    }
}
