//! Methods: is the number one that this data can give?

use crate::chart::figures::affected::AffectedFigure;
use crate::chart::figures::compare::Verdict;
use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::gallery::Family;
use crate::chart::honesty::{Caution, Repair, Rule, Subject};
use crate::chart::model::ChartKey;
use crate::frame::batch::Field;
use crate::model::dataset::Mechanism;
use crate::query::question::Filter;
use crate::query::{Expr, facets, select};
use crate::text;

/// A largest incident with so much of the sum makes the mean its own.
const DOMINATED: f64 = 0.1;

/// From so many words of a field on, one of them stands out by chance alone.
const MANY: usize = 5;

/// A mean of counts that a few incidents dominate.
pub(super) fn mean_on_skewed(subject: &Subject<'_>) -> Option<Caution> {
    if !subject.is_about_counts() || !subject.options.is_on("mean") {
        return None;
    }
    let figure = AffectedFigure::compute(subject.snapshot, subject.selection, subject.question, subject.scope);
    let (largest, median) = (figure.largest.as_ref()?, figure.median?);
    let share = largest.lo as f64 / figure.sum_lo as f64;
    let mean = figure.sum_lo as f64 / figure.n as f64;
    if figure.n < 2 || share < DOMINATED && mean < 3.0 * median.lo {
        return None;
    }
    let number = |number: f64| text::people(subject.lang, number.round() as u128).into();
    let args =
        [("mean", number(mean)), ("median", number(median.lo)), ("share", text::share(subject.lang, share, 0).into())];
    Some(Caution {
        figure: 0,
        rule: Rule::MeanOnSkewed,
        why: subject.say("honesty-mean-on-skewed-why", &args),
        records: None,
        repair: Some((subject.say("honesty-repair-median", &[]), Repair::Option { key: "mean", value: String::new() })),
    })
}

/// Delays told without regard to what cannot be on the list yet.
pub(super) fn right_truncation(subject: &Subject<'_>) -> Option<Caution> {
    if !subject.is_about_delays() || subject.model.empty.is_some() {
        return None;
    }
    if subject.options.is_on("naive") && subject.question.mechanism != Mechanism::Mixed {
        return Some(Caution {
            figure: 0,
            rule: Rule::RightTruncation,
            why: subject.say("honesty-right-truncation-naive", &[]),
            records: None,
            repair: Some((
                subject.say("honesty-repair-naive", &[]),
                Repair::Option { key: "naive", value: String::new() },
            )),
        });
    }
    let [dataset] = subject.datasets else { return None };
    if subject.question.mechanism != Mechanism::Mixed {
        return None;
    }
    Some(Caution {
        figure: 0,
        rule: Rule::RightTruncation,
        why: subject.say("honesty-right-truncation-mixed", &[]),
        records: None,
        repair: Some((
            subject.say("honesty-repair-list-mechanism", &[]),
            Repair::Mechanism(dataset.id, Mechanism::DisclosureList),
        )),
    })
}

/// One of many groups picked out by the filter, and a change told of it.
pub(super) fn many_comparisons(subject: &Subject<'_>) -> Option<Caution> {
    let filter = &subject.question.filter;
    let (field, word) = single_word(filter)?;
    let without = without_field(filter, &field);
    let question = subject.question;
    let others = select(subject.snapshot, &without, question.date_of, question.measure);
    let groups = facets(subject.snapshot, &others, &field).words.len();
    if groups < MANY {
        return None;
    }
    let figure = IncidentsFigure::compute(subject.snapshot, subject.selection, question, subject.scope);
    let verdict = figure.comparison.map(|found| found.verdict);
    if !matches!(verdict, Some(Verdict::More | Verdict::Fewer)) {
        return None;
    }
    let args = [("word", word.into()), ("count", (groups as u64).into())];
    let compare = Family::of(ChartKey::CompareGroups).map(|_| Repair::Figure(ChartKey::CompareGroups));
    Some(Caution {
        figure: 0,
        rule: Rule::ManyComparisons,
        why: subject.say("honesty-many-comparisons-why", &args),
        records: None,
        repair: compare.map(|repair| (subject.say("honesty-repair-groups", &[]), repair)),
    })
}

/// The one word of one field that the filter asks for, if it asks for that.
fn single_word(filter: &Filter) -> Option<(Field, String)> {
    let listed = filter.words.iter().map(|(field, words)| (field, words));
    let parts = match &filter.expr {
        Expr::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let typed = parts.iter().filter_map(|part| match part {
        Expr::Words { field, words } => Some((field, words)),
        _ => None,
    });
    let mut found = listed.chain(typed).filter(|(_, words)| words.len() == 1);
    let (field, words) = found.next()?;
    Some((field.clone(), words.first()?.clone()))
}

fn without_field(filter: &Filter, field: &Field) -> Filter {
    let mut without = filter.clone();
    without.words.retain(|(other, _)| other != field);
    let is_of_field = |part: &Expr| matches!(part, Expr::Words { field: other, .. } if other == field);
    without.expr = match without.expr {
        Expr::All(parts) => Expr::All(parts.into_iter().filter(|part| !is_of_field(part)).collect()),
        one if is_of_field(&one) => Expr::default(),
        other => other,
    };
    without
}
