//! Words of a query that stand in no record, and what was probably meant.

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::fold::fold;
use crate::query::expr::Expr;
use crate::query::language::describe::field_name;
use crate::query::language::names::distance;
use crate::query::pattern::Pattern;
use crate::text::{Lang, tr_args};

/// Words of a field beyond which none is looked for that was probably meant.
const MOST_WORDS: usize = 100_000;

/// A word that stands in no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The field.
    pub field: Field,
    /// The word as it is in the query.
    pub word: String,
    /// A word of the records that was probably meant.
    pub near: Option<String>,
}

impl Unmatched {
    /// What to tell the reader.
    pub fn sentence(&self, lang: Lang) -> String {
        let (field, word) = (field_name(&self.field, lang), self.word.clone());
        match &self.near {
            Some(near) => tr_args(
                lang,
                "query-unmatched-near",
                &[("field", field.into()), ("text", word.into()), ("near", near.into())],
            ),
            None => tr_args(lang, "query-unmatched", &[("field", field.into()), ("text", word.into())]),
        }
    }
}

/// The words of an expression that stand in no record, in the order in which they are written.
pub fn unmatched(expr: &Expr, snapshot: &Snapshot) -> Vec<Unmatched> {
    match expr {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().flat_map(|part| unmatched(part, snapshot)).collect(),
        Expr::Not(part) => unmatched(part, snapshot),
        Expr::Like { field: Field::Title | Field::Key, .. } | Expr::Words { field: Field::Title | Field::Key, .. } => {
            Vec::new()
        }
        Expr::Like { field, patterns } => {
            patterns.iter().filter_map(|pattern| of_pattern(snapshot, field, pattern)).collect()
        }
        Expr::Words { field, words } => {
            let is_there = |word: &str| snapshot.dictionary(field).is_some_and(|known| known.code(word).is_some());
            let lost = words.iter().filter(|word| !word.is_empty() && !is_there(word));
            lost.map(|word| lost_word(snapshot, field, word)).collect()
        }
        _ => Vec::new(),
    }
}

fn of_pattern(snapshot: &Snapshot, field: &Field, pattern: &Pattern) -> Option<Unmatched> {
    if pattern.is_blank() {
        return None;
    }
    let dictionary = snapshot.dictionary(field);
    let mut holds = vec![false; dictionary.map_or(0, crate::frame::dictionary::Dictionary::len) + 1];
    pattern.matcher(field).mark(dictionary, &mut holds);
    if holds.contains(&true) {
        return None;
    }
    Some(match pattern.as_word() {
        Some(word) => lost_word(snapshot, field, word),
        None => Unmatched { field: field.clone(), word: pattern.pieces().join("*"), near: None },
    })
}

fn lost_word(snapshot: &Snapshot, field: &Field, word: &str) -> Unmatched {
    let typed = fold(word);
    let known = snapshot.dictionary(field).filter(|known| known.len() <= MOST_WORDS && !typed.is_empty());
    let near = known.and_then(|known| {
        let near = known.iter().filter_map(|(code, _)| {
            let other = known.folded(code);
            // A slip first, then the shortest word that goes on from what was typed, then one that has it inside.
            let rank = match distance(&typed, other) {
                Some(slips) => (0, slips),
                None if other.starts_with(&typed) => (1, other.len()),
                None if other.contains(&typed) => (2, other.len()),
                None => return None,
            };
            Some((rank, code))
        });
        near.min().map(|(_, code)| known.word(code).to_owned())
    });
    Unmatched { field: field.clone(), word: word.to_owned(), near }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::{FrameBuilder, RecordId, RowValues};
    use crate::query::language::{Known, parse};

    #[test]
    fn words_of_no_record_are_told_with_what_was_meant() {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, sector) in ["Health", "Financial services", "Énergie"].iter().enumerate() {
            let mut row = RowValues::default();
            row.add_word(Field::Sector, sector);
            builder.push_row(RecordId(index as u64), &row).unwrap();
        }
        let snapshot = builder.finish();
        for (query, wanted) in [
            ("sector:helth", vec!["No record has “helth” as Sector. Did you mean “Health”?"]),
            ("sector:services", vec!["No record has “services” as Sector. Did you mean “Financial services”?"]),
            ("not sector:banana", vec!["No record has “banana” as Sector."]),
            ("sector:fin*,energie,health or sector=Health", vec![]),
            ("sector=health", vec!["No record has “health” as Sector. Did you mean “Health”?"]),
            ("people>5 title:zzz sector:blank", vec![]),
        ] {
            let expr = parse(query, &Known::default()).expect(query);
            let told: Vec<String> = unmatched(&expr, &snapshot).iter().map(|lost| lost.sentence(Lang::En)).collect();
            assert_eq!(told, wanted, "{query}");
        }
    }
}
