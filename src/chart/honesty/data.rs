//! Records: are there enough, do they go together, is each one incident?

use std::collections::BTreeMap;

use crate::chart::figures::affected::AffectedFigure;
use crate::chart::honesty::{Caution, Repair, Rule, Subject};
use crate::chart::records::RecordsKey;
use crate::frame::RecordId;
use crate::frame::batch::Field;
use crate::frame::cell::DateState;
use crate::model::organisation::Role;
use crate::query::Expr;
use crate::text::tr;

/// Below so many incidents no change is told.
const ENOUGH: u64 = 10;

/// Fewer incidents than a figure can rest on.
pub(super) fn too_few(subject: &Subject<'_>) -> Option<Caution> {
    let n = subject.scope.chosen;
    if n >= ENOUGH || n == 0 || subject.model.empty.is_some() {
        return None;
    }
    let filter = &subject.question.filter;
    let repair = if filter.from.is_some() || filter.to.is_some() {
        (subject.say("honesty-repair-all-time", &[]), Repair::Range(None, None))
    } else {
        (subject.say("honesty-repair-list", &[]), Repair::List(RecordsKey::All))
    };
    Some(Caution {
        figure: 0,
        rule: Rule::TooFew,
        why: subject.say("honesty-too-few-why", &[("count", n.into())]),
        records: Some(RecordsKey::All),
        repair: Some(repair),
    })
}

/// Datasets collected in different ways, or counts of several units.
pub(super) fn mixed(subject: &Subject<'_>) -> Option<Caution> {
    mixed_datasets(subject).or_else(|| mixed_units(subject))
}

fn mixed_datasets(subject: &Subject<'_>) -> Option<Caution> {
    let first = subject.datasets.first()?;
    let differ = subject.datasets.iter().any(|other| other.mechanism != first.mechanism);
    if subject.scope.datasets < 2 || !differ {
        return None;
    }
    let numbers = dataset_counts(subject);
    let (most, _) = numbers.iter().max_by_key(|(at, count)| (**count, std::cmp::Reverse(**at)))?;
    let wanted = *subject.snapshot.datasets().get(*most as usize)?;
    let name = subject.datasets.iter().find(|dataset| dataset.id == wanted)?.name.clone();
    let kinds: Vec<String> = subject
        .datasets
        .iter()
        .map(|dataset| {
            let mechanism = tr(subject.lang, &format!("mechanism-{}", dataset.mechanism.key()));
            subject.say("honesty-mixed-one", &[("name", (&dataset.name).into()), ("mechanism", mechanism.into())])
        })
        .collect();
    let label = subject.say("honesty-repair-dataset", &[("name", name.into())]);
    Some(Caution {
        figure: 0,
        rule: Rule::Mixed,
        why: subject.say("honesty-mixed-mechanisms", &[("list", kinds.join("; ").into())]),
        records: None,
        repair: Some((label, Repair::Dataset(wanted))),
    })
}

/// Chosen records of each dataset, by its number.
fn dataset_counts(subject: &Subject<'_>) -> BTreeMap<u32, u64> {
    let mut counts = BTreeMap::new();
    for (at, chunk) in subject.snapshot.chunks().iter().enumerate() {
        for index in subject.selection.in_chunk(at) {
            *counts.entry(chunk.datasets().get(index)).or_insert(0) += 1;
        }
    }
    counts
}

fn mixed_units(subject: &Subject<'_>) -> Option<Caution> {
    if !subject.is_about_counts() {
        return None;
    }
    let figure = AffectedFigure::compute(subject.snapshot, subject.selection, subject.question, subject.scope);
    let other = figure.others.iter().max_by_key(|other| other.n)?;
    let named = |measure: (crate::model::affected::Unit, crate::model::affected::Effect)| {
        format!(
            "{}, {}",
            tr(subject.lang, &format!("unit-{}", measure.0.key())),
            tr(subject.lang, &format!("effect-{}", measure.1.key()))
        )
    };
    let in_others: u64 = figure.others.iter().map(|other| other.n).sum();
    let args = [
        ("n", figure.n.into()),
        ("measure", named(figure.measure).into()),
        ("count", in_others.into()),
        ("other", named(other.measure).into()),
    ];
    let repair = if other.n > figure.n {
        let label = subject.say("honesty-repair-measure", &[("measure", named(other.measure).into())]);
        (label, Repair::Measure(other.measure.0, other.measure.1))
    } else {
        (subject.say("honesty-repair-list", &[]), Repair::List(RecordsKey::OtherMeasure))
    };
    Some(Caution {
        figure: 0,
        rule: Rule::Mixed,
        why: subject.say("honesty-mixed-units", &args),
        records: Some(RecordsKey::OtherMeasure),
        repair: Some(repair),
    })
}

/// Records of one organisation, dated the same day, with the same count: told twice, or two incidents?
pub(super) fn duplicates(subject: &Subject<'_>) -> Option<Caution> {
    let question = subject.question;
    let victim = subject.snapshot.field_index(&Field::Organisation(Role::Victim))?;
    let mut groups: BTreeMap<(u32, u32, i32, u64), Vec<RecordId>> = BTreeMap::new();
    for (at, chunk) in subject.snapshot.chunks().iter().enumerate() {
        let (Some(names), Some(dates)) = (chunk.words(victim), chunk.dates(question.date_of)) else { continue };
        let counts = chunk.counts(question.measure);
        for index in subject.selection.in_chunk(at) {
            let date = dates.get(index);
            let mut found = names.get(index);
            // A coarse date is no sign of sameness, and a record of several organisations is not told twice.
            let (Some(name), None) = (found.next(), found.next()) else { continue };
            if date.state != DateState::Date || date.lo != date.hi {
                continue;
            }
            let count = counts.map_or(0, |column| column.get(index).lo);
            let key = (chunk.datasets().get(index), name, date.lo, count);
            groups.entry(key).or_default().extend(chunk.id(index));
        }
    }
    let mut later: Vec<RecordId> = groups.into_values().flat_map(|ids| ids.into_iter().skip(1)).collect();
    if later.is_empty() {
        return None;
    }
    later.sort_unstable();
    let count = later.len() as u64;
    let with = subject.scope.chosen;
    let args = [("count", count.into()), ("with", with.into()), ("without", (with - count).into())];
    let records = Expr::Records(later);
    Some(Caution {
        figure: 0,
        rule: Rule::Duplicates,
        why: subject.say("honesty-duplicates-why", &args),
        records: Some(RecordsKey::Where(records.clone())),
        repair: Some((subject.say("honesty-repair-leave-out", &[]), Repair::Narrow(Expr::Not(Box::new(records))))),
    })
}
