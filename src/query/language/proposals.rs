//! What could be written in the place of what is being typed: names of fields, words of a field, whether there is a
//! value, each with its number of records.

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::cell::{CountState, DateState};
use crate::frame::fold::fold;
use crate::query::language::describe::{field_name, word_name};
use crate::query::language::names::{self, Special, Subject};
use crate::query::language::print::Printer;
use crate::query::language::typing::Typing;
use crate::query::language::{Known, special_name};
use crate::query::pattern::Pattern;
use crate::query::{Facets, Selection, facets, parallel};
use crate::text::{Lang, tr};

/// Something that could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What is written in the place of what is typed.
    pub text: String,
    /// What it is, in the reader's words.
    pub shown: String,
    /// Number of records that have it, whatever the filter.
    pub count: u64,
}

/// The counts that proposals rest on: of every record there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Fields with the number of records that say something, most first.
    Fields(Vec<(Field, u64)>),
    /// The words of a field.
    Words(Field, Facets),
    /// A date or a count: how many records have one, and how many have none.
    Value(Field, u64, u64),
}

impl Ground {
    /// Counts what proposals for this rest on. O(records), for the names of fields O(records × fields).
    pub fn of(snapshot: &Snapshot, typing: &Typing) -> Self {
        let all = Selection::all(snapshot);
        match &typing.of {
            None => {
                let events = snapshot.event_kinds().into_iter().map(Field::Event);
                let measures = snapshot.measures().into_iter().map(|(unit, effect)| Field::Affected(unit, effect));
                let can_be_asked = |field: &&Field| {
                    matches!(field, Field::Custom(_))
                        || subject_of(field).is_some_and(|subject| !names::subject_name(&subject, Lang::En).is_empty())
                };
                let fields = snapshot.fields().filter(can_be_asked).cloned().chain(events).chain(measures);
                let told = fields.map(|field| {
                    let count = told(snapshot, &all, &field);
                    (field, count)
                });
                let mut told: Vec<_> = told.filter(|(_, count)| *count > 0).collect();
                told.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
                Self::Fields(told)
            }
            Some(field @ (Field::Event(_) | Field::Affected(..))) => {
                let told = told(snapshot, &all, field);
                Self::Value(field.clone(), told, snapshot.len() as u64 - told)
            }
            Some(field) => Self::Words(field.clone(), facets(snapshot, &all, field)),
        }
    }

    /// Whether it holds the counts for this.
    pub fn is_for(&self, typing: &Typing) -> bool {
        match self {
            Self::Fields(_) => typing.of.is_none(),
            Self::Words(field, _) | Self::Value(field, ..) => typing.of.as_ref() == Some(field),
        }
    }

    /// At most `most` proposals: what begins with what is typed, most records first, then what has it inside. One that
    /// is typed in full already is left out. O(words of the field).
    pub fn propose(&self, typed: &str, known: &Known, lang: Lang, most: usize) -> Vec<Proposal> {
        let printer = Printer { known, lang };
        let typed = fold(typed);
        let mut first = Vec::new();
        let mut then = Vec::new();
        let add = |(first, then): (&mut Vec<Proposal>, &mut Vec<Proposal>),
                   rank: Option<bool>,
                   proposal: &dyn Fn() -> Proposal| {
            let list = match rank {
                Some(true) => first,
                Some(false) => then,
                None => return,
            };
            if list.len() < most {
                list.push(proposal());
            }
        };
        match self {
            Self::Fields(fields) => {
                for (field, count) in fields {
                    let shown = field_name(field, lang);
                    let begins = subject_of(field).is_some_and(|subject| names::begins(&subject, &typed));
                    let has = || fold(&shown).split(' ').any(|word| word.starts_with(&typed));
                    let rank = if begins { Some(true) } else { has().then_some(false) };
                    let text = || format!("{}:", printer.field(field));
                    add((&mut first, &mut then), rank, &|| Proposal {
                        text: text(),
                        shown: shown.clone(),
                        count: *count,
                    });
                }
            }
            Self::Words(field, facets) => {
                for (word, count) in &facets.words {
                    if first.len() >= most {
                        break;
                    }
                    let folded = fold(word);
                    // A word that is shown as it stands needs no second look.
                    let shown = || word_name(field, word, lang);
                    let rank = rank(&folded, &typed).or_else(|| rank(&fold(&shown()), &typed));
                    if folded != typed || typed.is_empty() {
                        let text = || printer.pattern(&Pattern::word(word.as_str()));
                        add((&mut first, &mut then), rank, &|| Proposal {
                            text: text(),
                            shown: shown(),
                            count: *count,
                        });
                    }
                }
                let blank = special_name(Special::Reason(crate::query::Reason::Blank), lang);
                if facets.without > 0 {
                    let shown = tr(lang, "query-says-blank");
                    let text = blank.to_owned();
                    add((&mut first, &mut then), special_rank(blank, &shown, &typed), &|| Proposal {
                        text: text.clone(),
                        shown: shown.clone(),
                        count: facets.without,
                    });
                }
            }
            Self::Value(_, told, missing) => {
                let both =
                    [(Special::Known, "query-says-known", *told), (Special::Missing, "query-says-missing", *missing)];
                for (special, key, count) in both.into_iter().filter(|(.., count)| *count > 0) {
                    let (text, shown) = (special_name(special, lang).to_owned(), tr(lang, key));
                    let rank = special_rank(&text, &shown, &typed);
                    add((&mut first, &mut then), rank, &|| Proposal {
                        text: text.clone(),
                        shown: shown.clone(),
                        count,
                    });
                }
            }
        }
        first.extend(then);
        first.truncate(most);
        first
    }
}

/// Whether a text begins with what is typed, or has it behind its beginning; `None` where it does neither.
fn rank(folded: &str, typed: &str) -> Option<bool> {
    if folded.starts_with(typed) {
        return Some(true);
    }
    folded.contains(typed).then_some(false)
}

fn special_rank(text: &str, shown: &str, typed: &str) -> Option<bool> {
    let folded = fold(text);
    if folded == typed {
        return None;
    }
    rank(&folded, typed).or_else(|| rank(&fold(shown), typed)).filter(|begins| *begins)
}

fn subject_of(field: &Field) -> Option<Subject> {
    match field {
        Field::Custom(_) => None,
        Field::Event(event) => Some(Subject::Event(*event)),
        Field::Affected(unit, _) => Some(Subject::Count(*unit)),
        field => Some(Subject::Words(field.clone())),
    }
}

/// Number of records that say something about a field: have a word, a date, a count.
fn told(snapshot: &Snapshot, all: &Selection, field: &Field) -> u64 {
    let counts = parallel::map_chunks(snapshot, |at, chunk| {
        let found = match field {
            Field::Event(event) => chunk
                .dates(*event)
                .map(|column| all.in_chunk(at).filter(|index| column.get(*index).state == DateState::Date).count()),
            Field::Affected(unit, effect) => chunk
                .counts((*unit, *effect))
                .map(|column| all.in_chunk(at).filter(|index| column.get(*index).state == CountState::Count).count()),
            field => snapshot
                .field_index(field)
                .and_then(|place| chunk.words(place))
                .map(|column| all.in_chunk(at).filter(|index| column.get(*index).any(|code| code != 0)).count()),
        };
        found.unwrap_or(0) as u64
    });
    counts.into_iter().sum()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::cell::DateCell;
    use crate::frame::{FrameBuilder, RecordId, RowValues};
    use crate::model::event::EventKind;
    use crate::query::language::parse;

    fn snapshot() -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        let rows = [("Health", "FR"), ("Health", "DE"), ("Financial services", ""), ("", "FR"), ("Énergie", "FR")];
        for (index, (sector, country)) in rows.iter().enumerate() {
            let mut row = RowValues::default();
            row.add_word(Field::Sector, sector);
            row.add_word(Field::Country, country);
            if index < 2 {
                row.dates.insert(EventKind::Aware, DateCell { lo: 10, hi: 10, state: DateState::Date });
            }
            builder.push_row(RecordId(index as u64), &row).unwrap();
        }
        builder.finish()
    }

    fn proposed(text: &str, lang: Lang) -> Vec<(String, u64)> {
        let (snapshot, known) = (snapshot(), Known::default());
        let typing = Typing::at(text, text.len(), &known).unwrap();
        let ground = Ground::of(&snapshot, &typing);
        assert!(ground.is_for(&typing));
        let proposals = ground.propose(&typing.typed, &known, lang, 8);
        for proposal in &proposals {
            let mut whole = text.to_owned();
            whole.replace_range(typing.at.clone(), &proposal.text);
            if typing.of.is_none() {
                whole.push_str("known");
            }
            assert!(parse(&whole, &known).is_ok(), "{whole} is a query");
        }
        proposals.into_iter().map(|proposal| (proposal.text, proposal.count)).collect()
    }

    #[test]
    fn proposals_are_counted_and_are_queries() {
        let of = |list: &[(&str, u64)]| -> Vec<(String, u64)> {
            list.iter().map(|(text, count)| ((*text).to_owned(), *count)).collect()
        };
        assert_eq!(proposed("sec", Lang::En), of(&[("sector:", 4)]));
        assert_eq!(proposed("sec", Lang::Fr), of(&[("secteur:", 4)]));
        assert_eq!(proposed("-aw", Lang::En), of(&[("aware:", 2)]));
        assert_eq!(
            proposed("sector:", Lang::En),
            of(&[("Health", 2), ("Énergie", 1), ("\"Financial services\"", 1), ("blank", 1)])
        );
        assert_eq!(proposed("sector:fin", Lang::En), of(&[("\"Financial services\"", 1)]));
        assert_eq!(proposed("sector:serv", Lang::En), of(&[("\"Financial services\"", 1)]), "inside a word");
        assert_eq!(proposed("sector:energ", Lang::En), of(&[("Énergie", 1)]), "accents aside");
        assert_eq!(proposed("sector:energie", Lang::En), of(&[]), "it is typed in full");
        assert_eq!(proposed("country:fran", Lang::En), of(&[("FR", 3)]), "by the name under which it is shown");
        assert_eq!(proposed("pays:alle", Lang::Fr), of(&[("DE", 1)]));
        assert_eq!(proposed("aware:", Lang::En), of(&[("known", 2), ("missing", 3)]));
        assert_eq!(proposed("banana", Lang::En), of(&[]));
        assert_eq!(proposed("", Lang::En).len(), 3, "everything that the records say something about");
    }
}
