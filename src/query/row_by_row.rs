//! What a query selects is what reading row by row would.

use proptest::prelude::*;
use uuid::Uuid;

use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::fold::fold;
use crate::frame::{FrameBuilder, RecordId, RowValues};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::organisation::Role;
use crate::query::expr::{Expr, Reason, Sure};
use crate::query::language::{Known, parse};
use crate::query::question::Filter;
use crate::query::{Pattern, select};

const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

fn any_row() -> impl Strategy<Value = RowValues> {
    let kinds = prop::collection::vec(prop::sample::select(vec!["Ransomware", "Phishing", "théft"]), 0..3);
    let sector = prop::sample::select(vec!["", "Health", "HEALTH", "Énergie", "Finance"]);
    let title = prop::sample::select(vec!["", "Fuite à l'Hôpital", "Panne", "hopital sud"]);
    let name = prop::sample::select(vec!["", "Hôpital Nord", "Ville de Lyon"]);
    let date = || (0..60i32, 0..20i32, prop::sample::select(&DateState::ALL[..4]));
    let count = (0..9u64, 0..4u64, prop::sample::select(&CountState::ALL[..4]));
    (title, name, kinds, sector, date(), date(), count, 0..2u128).prop_map(
        |(title, name, kinds, sector, aware, told, count, dataset)| {
            let key = if sector.is_empty() { "" } else { "K-1" };
            let mut row = RowValues {
                dataset: Uuid::from_u128(dataset),
                title: title.into(),
                key: key.into(),
                ..RowValues::default()
            };
            for kind in kinds {
                row.add_word(Field::Kind, kind);
            }
            row.add_word(Field::Sector, sector);
            row.add_word(Field::Organisation(Role::Processor), name);
            for (event, (lo, span, state)) in [(EventKind::Aware, aware), (EventKind::MadePublic, told)] {
                let (lo, hi) = if state == DateState::Date { (lo, lo + span) } else { (0, 0) };
                if state != DateState::Blank {
                    row.dates.insert(event, DateCell { lo, hi, state });
                }
            }
            let (lo, span, state) = count;
            let (lo, hi) = if state == CountState::Count { (lo, lo + span) } else { (0, 0) };
            if state != CountState::Blank {
                row.counts.insert(PEOPLE, CountCell { lo, hi, state });
            }
            row
        },
    )
}

fn any_leaf() -> impl Strategy<Value = Expr> {
    let sure = || prop::sample::select(vec![Sure::Certain, Sure::Possible]);
    let reasons = || prop::collection::vec(prop::sample::select(Reason::ALL[..4].to_vec()), 0..2);
    let event = || prop::sample::select(vec![EventKind::Aware, EventKind::MadePublic, EventKind::Closed]);
    let field = || {
        prop::sample::select(vec![
            Field::Sector,
            Field::Kind,
            Field::Title,
            Field::Key,
            Field::City,
            Field::Organisation(Role::Processor),
        ])
    };
    let word = || {
        let words =
            vec!["", "health", "Health", "thEFT", "enérgie", "hopital", "Hôpital Nord", "k-1", "Panne", "Santé"];
        prop::sample::select(words).prop_map(str::to_owned)
    };
    let pattern = prop_oneof![
        word().prop_map(Pattern::word),
        prop::sample::select(vec!["h*", "*al*", "*th", "ville de *", "*", "f*l'*al"])
            .prop_map(|text| Pattern::new(text.split('*').map(str::to_owned).collect())),
    ];
    let day = || prop::option::of((0..70i32).prop_map(Day));
    prop_oneof![
        word().prop_map(Expr::Text),
        (field(), prop::collection::vec(pattern, 0..3)).prop_map(|(field, patterns)| Expr::Like { field, patterns }),
        (field(), prop::collection::vec(word(), 0..3)).prop_map(|(field, words)| Expr::Words { field, words }),
        (event(), day(), day(), sure()).prop_map(|(event, from, to, how)| Expr::Date { event, from, to, how }),
        (event(), reasons()).prop_map(|(event, reasons)| Expr::NoDate { event, reasons }),
        (0..9u64, prop::option::of(0..12u64), sure()).prop_map(|(from, to, how)| Expr::Count {
            measure: PEOPLE,
            from,
            to,
            how
        }),
        reasons().prop_map(|reasons| Expr::NoCount { measure: PEOPLE, reasons }),
        (0..30u32, prop::option::of(0..40u32), sure()).prop_map(|(from, to, how)| Expr::Delay {
            ends: (EventKind::Aware, EventKind::MadePublic),
            from,
            to,
            how
        }),
        prop::collection::vec((0..3u128).prop_map(Uuid::from_u128), 0..2).prop_map(Expr::Datasets),
        prop::collection::vec((0..200u64).prop_map(RecordId), 0..9).prop_map(Expr::Records),
    ]
}

fn any_expr() -> impl Strategy<Value = Expr> {
    any_leaf().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Expr::All),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Expr::Any),
            inner.prop_map(|inner| Expr::Not(Box::new(inner))),
        ]
    })
}

/// Every true value that an interval allows, tried one by one.
fn interval<T: Copy + Into<i64>>((lo, hi): (T, T), from: i64, to: i64, how: Sure) -> bool {
    let mut values = lo.into()..=hi.into();
    match how {
        Sure::Certain => values.all(|value| (from..=to).contains(&value)),
        Sure::Possible => values.any(|value| (from..=to).contains(&value)),
    }
}

/// The words of a row in a field, folded; titles and keys included.
fn words_of(row: &RowValues, field: &Field) -> Vec<String> {
    match field {
        Field::Title => Some(&row.title).filter(|title| !title.is_empty()).cloned().into_iter().collect(),
        Field::Key => Some(&row.key).filter(|key| !key.is_empty()).cloned().into_iter().collect(),
        _ => row.words.get(field).cloned().unwrap_or_default(),
    }
}

fn like(field: &Field, pattern: &Pattern, word: &str) -> bool {
    let (pattern, word) = (pattern.pieces().iter().map(|piece| fold_ends(piece)).collect::<Vec<_>>(), fold(word));
    match pattern.as_slice() {
        [only] if *field == Field::Title => word.contains(only.as_str()),
        // Our list of sectors knows both names.
        [only] if *field == Field::Sector && only == "sante" => word == "health" || word == "sante",
        pieces => glob(pieces, &word),
    }
}

fn fold_ends(piece: &str) -> String {
    let end = if piece.ends_with(' ') { " " } else { "" };
    fold(piece) + end
}

/// Tries every place for every piece.
fn glob(pieces: &[String], word: &str) -> bool {
    match pieces {
        [] => false,
        [last] => word == last,
        [first, rest @ ..] => word
            .strip_prefix(first.as_str())
            .is_some_and(|word| (0..=word.len()).filter_map(|at| word.get(at..)).any(|word| glob(rest, word))),
    }
}

fn meets(expr: &Expr, row: &RowValues, id: u64) -> bool {
    let date = |event: &EventKind| row.dates.get(event).copied().unwrap_or_default();
    let count = row.counts.get(&PEOPLE).copied().unwrap_or_default();
    let listed = |reasons: &[Reason], found: Option<Reason>| {
        found.is_some_and(|found| reasons.is_empty() || reasons.contains(&found))
    };
    let whole = |cell: DateCell| (i64::from(cell.lo), i64::from(cell.hi));
    match expr {
        Expr::All(parts) => parts.iter().all(|part| meets(part, row, id)),
        Expr::Any(parts) => parts.iter().any(|part| meets(part, row, id)),
        Expr::Not(part) => !meets(part, row, id),
        Expr::Text(text) => {
            let names = words_of(row, &Field::Organisation(Role::Processor));
            let mut places = vec![row.title.clone(), row.key.clone()];
            places.extend(names);
            fold(text).is_empty() || places.iter().any(|place| fold(place).contains(&fold(text)))
        }
        Expr::Like { field, patterns } => {
            let words = words_of(row, field);
            patterns.iter().any(|pattern| {
                if pattern.is_blank() { words.is_empty() } else { words.iter().any(|word| like(field, pattern, word)) }
            })
        }
        Expr::Words { field, words: wanted } => {
            let words = words_of(row, field);
            let same = |word: &String, wanted: &String| {
                if matches!(field, Field::Title | Field::Key) { fold(word) == fold(wanted) } else { word == wanted }
            };
            wanted.iter().any(|wanted| {
                if wanted.is_empty() { words.is_empty() } else { words.iter().any(|word| same(word, wanted)) }
            })
        }
        Expr::Date { event, from, to, how } => {
            let (from, to) = (from.map_or(i64::MIN, |day| day.0.into()), to.map_or(i64::MAX, |day| day.0.into()));
            date(event).state == DateState::Date && interval(whole(date(event)), from, to, *how)
        }
        Expr::NoDate { event, reasons } => listed(reasons, Reason::of_date(date(event).state)),
        Expr::Count { from, to, how, .. } => {
            let (lo, hi) = (count.lo as i64, count.hi as i64);
            count.state == CountState::Count
                && interval((lo, hi), *from as i64, to.map_or(i64::MAX, |to| to as i64), *how)
        }
        Expr::NoCount { reasons, .. } => listed(reasons, Reason::of_count(count.state)),
        Expr::Delay { ends, from, to, how } => {
            let (first, last) = (date(&ends.0), date(&ends.1));
            let days = ((last.lo - first.hi).max(0), last.hi - first.lo);
            let are_dates = first.state == DateState::Date && last.state == DateState::Date;
            are_dates && days.1 >= 0 && interval(days, (*from).into(), to.map_or(i64::MAX, i64::from), *how)
        }
        Expr::Datasets(ids) => ids.contains(&row.dataset),
        Expr::Records(ids) => ids.contains(&RecordId(id)),
    }
}

proptest! {
    #[test]
    fn a_query_selects_what_reading_row_by_row_would(
        rows in prop::collection::vec(any_row(), 0..90), expr in any_expr(),
    ) {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, row) in rows.iter().enumerate() {
            builder.push_row(RecordId(index as u64 * 2), row).unwrap();
        }
        let snapshot = builder.finish();
        let chosen = |expr: Expr| {
            let filter = Filter { expr, ..Filter::default() };
            select(&snapshot, &filter, EventKind::Aware, PEOPLE).rows(&snapshot).collect::<Vec<_>>()
        };
        let all = rows.iter().enumerate();
        let wanted: Vec<usize> =
            all.filter(|(index, row)| meets(&expr, row, *index as u64 * 2)).map(|(index, _)| index).collect();
        prop_assert_eq!(chosen(expr.clone()), wanted.clone());
        prop_assert_eq!(chosen(expr.clone().tidied()), wanted.clone());
        // Days here lie around 1970 and can be written.
        let again = parse(&expr.clone().tidied().to_string(), &Known::default());
        prop_assert_eq!(chosen(again.expect("what is written is read")), wanted);
    }
}
