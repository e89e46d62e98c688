//! How many people: a sum that says "at least" where it must, the typical incident, and who the largest is.

use crate::chart::figures::Overview;
use crate::chart::figures::affected::{AffectedFigure, OtherMeasure, Typical};
use crate::chart::figures::scope::Scope;
use crate::chart::findings;
use crate::chart::model::{Finding, FootPart};
use crate::chart::records::{RecordsKey, SizeBin};
use crate::chart::words::{self, Context, Rounding};
use crate::model::affected::Unit;
use crate::text::{self, Lang, tr, tr_args};

/// The finding.
pub fn finding(overview: &Overview, context: &Context) -> Finding {
    let (lang, figure) = (context.lang, &overview.affected);
    let (headline, sentence) = if figure.total == 0 {
        (tr(lang, "chart-none"), findings::incidents::nothing(overview, lang))
    } else if figure.n == 0 {
        (tr(lang, "chart-no-number"), words::counted(lang, "chart-no-number-of", figure.total))
    } else {
        (sum(lang, figure), sentence(lang, figure))
    };
    Finding {
        question: question(lang, figure.measure.0),
        headline,
        sentence,
        small_print: small_print(overview, context),
        aside: None,
    }
}

fn question(lang: Lang, unit: Unit) -> String {
    tr(
        lang,
        match unit {
            Unit::People => "chart-how-many-people",
            Unit::Users => "chart-how-many-users",
            Unit::Accounts => "chart-how-many-accounts",
            Unit::Customers => "chart-how-many-customers",
            Unit::Records => "chart-how-many-records",
            Unit::Organisations => "chart-how-many-organisations",
            Unit::Systems => "chart-how-many-systems",
        },
    )
}

/// The sum, never more than is known of it.
fn sum(lang: Lang, figure: &AffectedFigure) -> String {
    let unit = figure.measure.0;
    match figure.sum_hi {
        None => {
            let amount = words::amount(lang, figure.sum_lo, unit, Rounding::Down);
            tr_args(lang, "chart-at-least", &[("amount", amount.into())])
        }
        Some(hi) if hi == figure.sum_lo => words::amount(lang, hi, unit, Rounding::Nearest),
        Some(hi) => {
            let low = text::number::people_floor(lang, figure.sum_lo);
            let amount = words::amount(lang, hi, unit, Rounding::Nearest);
            tr_args(lang, "chart-between-amounts", &[("low", low.into()), ("amount", amount.into())])
        }
    }
}

fn sentence(lang: Lang, figure: &AffectedFigure) -> String {
    let Some(median) = figure.median.filter(|_| figure.n >= 5) else { return tr(lang, "chart-few-numbers") };
    let mut sentence = typical(lang, &median, figure.measure.0);
    if let Some(top) = figure.top {
        let args = [("k", top.k.into()), ("share", text::share(lang, top.share, 0).into())];
        sentence.push(' ');
        sentence.push_str(&tr_args(lang, "chart-top", &args));
    }
    sentence
}

/// The typical incident.
fn typical(lang: Lang, median: &Typical, unit: Unit) -> String {
    let whole = |value: f64| value.max(0.0).round() as u128;
    let low = whole(median.lo);
    match median.hi.map(whole) {
        Some(high) if high == low => {
            let amount = words::amount(lang, low, unit, Rounding::Nearest);
            tr_args(lang, "chart-typical", &[("amount", amount.into())])
        }
        Some(high) => {
            let amount = words::amount(lang, high, unit, Rounding::Nearest);
            let low = text::number::people_floor(lang, low);
            tr_args(lang, "chart-typical-between", &[("low", low.into()), ("amount", amount.into())])
        }
        None => {
            let amount = words::amount(lang, low, unit, Rounding::Down);
            tr_args(lang, "chart-typical-at-least", &[("amount", amount.into())])
        }
    }
}

/// What the sum rests on.
pub fn small_print(overview: &Overview, context: &Context) -> Vec<FootPart> {
    small_print_of(&overview.affected, &overview.scope, context)
}

/// The same of a figure by itself.
pub fn small_print_of(figure: &AffectedFigure, scope: &Scope, context: &Context) -> Vec<FootPart> {
    let lang = context.lang;
    let mut parts = Vec::new();
    if figure.total > 0 {
        let args = [("n", figure.n.into()), ("total", figure.total.into())];
        parts.push(FootPart::text(tr_args(lang, "chart-give-number", &args)));
    }
    if figure.unknown > 0 {
        let text = words::counted(lang, "chart-give-none", figure.unknown);
        parts.push(FootPart::records(text, RecordsKey::Size(SizeBin::Unknown)));
    }
    if figure.none > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-none-affected", figure.none)));
    }
    if figure.unbounded > 0 {
        let text = words::counted(lang, "chart-unbounded", figure.unbounded);
        parts.push(FootPart::records(text, RecordsKey::Unbounded));
    }
    if figure.n > 0 && figure.sum_hi == Some(figure.sum_lo) && figure.sum_lo >= 10_000 {
        let number = text::number(lang, figure.sum_lo);
        parts.push(FootPart::text(tr_args(lang, "chart-sum-exact", &[("number", number.into())])));
    }
    if let Some(largest) = figure.largest.as_ref().filter(|largest| figure.n > 1 && largest.lo > 0) {
        let number = text::number(lang, largest.lo);
        let number =
            if largest.exact { number } else { tr_args(lang, "chart-at-least-in", &[("amount", number.into())]) };
        let text = if largest.name.is_empty() {
            tr_args(lang, "chart-largest-unnamed", &[("number", number.into())])
        } else {
            tr_args(lang, "chart-largest", &[("name", (&largest.name).into()), ("number", number.into())])
        };
        parts.push(FootPart::records(text, RecordsKey::One(largest.id)));
    }
    parts.extend(figure.others.iter().map(|other| FootPart::records(not_added(lang, other), RecordsKey::OtherMeasure)));
    parts.extend(words::scope_notes(scope, context));
    parts
}

/// What counts something else, with its own number.
fn not_added(lang: Lang, other: &OtherMeasure) -> String {
    let (unit, effect) = other.measure;
    let amount = match other.sum_hi {
        Some(hi) if hi == other.sum_lo => words::amount(lang, hi, unit, Rounding::Exact),
        Some(hi) if other.sum_lo == 0 => {
            let amount = words::amount(lang, hi, unit, Rounding::Exact);
            tr_args(lang, "chart-up-to", &[("amount", amount.into())])
        }
        _ => {
            let amount = words::amount(lang, other.sum_lo, unit, Rounding::Exact);
            tr_args(lang, "chart-at-least-in", &[("amount", amount.into())])
        }
    };
    let effect = tr(lang, &format!("effect-{}", effect.key()));
    let args = [("amount", amount.into()), ("effect", effect.into()), ("count", other.n.into())];
    tr_args(lang, "chart-not-added", &args)
}
