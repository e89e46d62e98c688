//! How many: the last full year against the one before, or what can be said instead.

use crate::chart::figures::Overview;
use crate::chart::figures::compare::{Comparison, Span, Verdict};
use crate::chart::figures::completeness::Recent;
use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::figures::scope::Scope;
use crate::chart::model::{Finding, FootPart};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, Context};
use crate::model::event::EventKind;
use crate::model::period::{Period, PeriodScheme};
use crate::text::{self, Lang, tr, tr_args};

/// The finding.
pub fn finding(overview: &Overview, context: &Context) -> Finding {
    let (lang, figure) = (context.lang, &overview.incidents);
    let question = tr(lang, "chart-how-many");
    let said = |headline: String, sentence: String, small_print: Vec<FootPart>| Finding {
        question: question.clone(),
        headline,
        sentence,
        small_print,
        aside: None,
    };
    if figure.total == 0 {
        return said(tr(lang, "chart-none"), nothing(overview, lang), Vec::new());
    }
    let rest = left_out(overview, context);
    let whole = |mut rest: Vec<FootPart>| {
        if let Some((first, last)) = overview.scope.covered {
            rest.insert(0, FootPart::records(words::day_range(lang, first, last), RecordsKey::All));
        }
        rest
    };
    if figure.total < 5 {
        return said(words::incidents(lang, figure.total), tr(lang, "chart-few"), whole(rest));
    }
    match &figure.comparison {
        None => {
            let headline =
                counted_in(figure, &overview.scope, lang).unwrap_or_else(|| words::incidents(lang, figure.total));
            let still_coming = figure.periods.iter().any(|period| period.expected.is_some());
            let why = if still_coming { "trend-not-compared" } else { "chart-no-comparison" };
            said(headline, tr(lang, why), whole(rest))
        }
        Some(comparison) => {
            let mut small_print = comparison_parts(comparison, lang);
            small_print.extend(rest);
            small_print.push(FootPart::text(tr(lang, "chart-reported")));
            said(headline(comparison, lang), sentence(comparison, lang), small_print)
        }
    }
}

/// The number of incidents, with the period where all that is covered is one: `286 incidents in 2020–21`.
fn counted_in(figure: &IncidentsFigure, scope: &Scope, lang: Lang) -> Option<String> {
    let incidents = words::incidents(lang, figure.total);
    let (first, last) = scope.covered?;
    let kinds = [scope.year, PeriodScheme::Quarter, PeriodScheme::Month];
    let place = words::in_period(lang, Span::between(first, last, &kinds).period?);
    Some(tr_args(lang, "chart-headline-in", &[("incidents", incidents.into()), ("in", place.into())]))
}

/// Why there is no record to count.
pub fn nothing(overview: &Overview, lang: Lang) -> String {
    nothing_in(&overview.scope, lang)
}

/// The same of a scope alone.
pub fn nothing_in(scope: &Scope, lang: Lang) -> String {
    if scope.all == 0 { tr(lang, "chart-none-yet") } else { words::counted(lang, "chart-none-filtered", scope.all) }
}

/// `212 incidents in 2024–25`.
pub fn headline(comparison: &Comparison, lang: Lang) -> String {
    let incidents = words::incidents(lang, comparison.current.count);
    let place = words::in_span(lang, comparison.current.span);
    tr_args(lang, "chart-headline-in", &[("incidents", incidents.into()), ("in", place.into())])
}

/// How far a ratio lies from no change, as a percentage without a sign.
fn change(lang: Lang, ratio: f64) -> String {
    text::share(lang, (ratio - 1.0).abs(), 0)
}

/// The change with its interval, as a sentence.
pub fn sentence(comparison: &Comparison, lang: Lang) -> String {
    let ratio = comparison.ratio.unwrap_or(1.0);
    let (low, high) = comparison.interval.unwrap_or((ratio, ratio));
    let times = |ratio: f64| text::decimal(lang, ratio, 1);
    let shares = || (change(lang, low), change(lang, high));
    let (key, (low, high)) = match comparison.verdict {
        Verdict::More if !ratio.is_finite() => ("chart-times-open", (times(low), String::new())),
        Verdict::More if ratio >= 2.0 => ("chart-times", (times(low), times(high))),
        Verdict::More => ("chart-more", shares()),
        Verdict::Fewer if comparison.current.count == 0 => ("chart-were", Default::default()),
        Verdict::Fewer => ("chart-fewer", (change(lang, high), change(lang, low))),
        // "1,200% more" tells nobody anything.
        Verdict::NoClearChange if high >= 3.0 => ("chart-no-change-wide", (change(lang, low), times(high))),
        Verdict::NoClearChange => ("chart-no-change", shares()),
        Verdict::Few => ("chart-too-few-change", Default::default()),
    };
    let args = [
        ("count", comparison.before.count.into()),
        ("before", words::in_span(lang, comparison.before.span).into()),
        ("than", words::than(lang, comparison.before.span).into()),
        ("ratio", times(ratio).into()),
        ("share", change(lang, ratio).into()),
        ("low", low.into()),
        ("high", high.into()),
    ];
    tr_args(lang, key, &args)
}

/// The chart's title: the same finding in one line.
pub fn title(overview: &Overview, lang: Lang) -> String {
    title_of(&overview.incidents, &overview.scope, lang)
}

/// The same for any count over time.
pub fn title_of(figure: &IncidentsFigure, scope: &Scope, lang: Lang) -> String {
    let Some(comparison) = figure.comparison.as_ref().filter(|_| figure.total >= 5) else {
        if let Some(named) = counted_in(figure, scope, lang).filter(|_| figure.total > 0) {
            return named;
        }
        let incidents = words::incidents(lang, figure.total);
        return match scope.covered {
            _ if figure.total == 0 => tr(lang, "chart-none"),
            None => incidents,
            Some((first, last)) => {
                let (first, last) = (words::day(lang, first), words::day(lang, last));
                let args = [("incidents", incidents.into()), ("first", first.into()), ("last", last.into())];
                tr_args(lang, "chart-title-between", &args)
            }
        };
    };
    let ratio = comparison.ratio.unwrap_or(1.0);
    let key = match comparison.verdict {
        Verdict::More if !ratio.is_finite() => "chart-title-from-none",
        Verdict::More if ratio >= 2.0 => "chart-title-times",
        Verdict::More => "chart-title-more",
        Verdict::Fewer if comparison.current.count == 0 => "chart-title-were",
        Verdict::Fewer => "chart-title-fewer",
        Verdict::NoClearChange => "chart-title-no-change",
        Verdict::Few => return headline(comparison, lang),
    };
    let args = [
        ("headline", headline(comparison, lang).into()),
        ("count", comparison.before.count.into()),
        ("before", words::in_span(lang, comparison.before.span).into()),
        ("than", words::than(lang, comparison.before.span).into()),
        ("ratio", text::decimal(lang, ratio, 1).into()),
        ("share", change(lang, ratio).into()),
    ];
    tr_args(lang, key, &args)
}

/// What a comparison rests on.
fn comparison_parts(comparison: &Comparison, lang: Lang) -> Vec<FootPart> {
    let (first, last) = (comparison.current.span.first, comparison.current.span.last);
    let range = words::day_range(lang, first, last);
    let against = tr_args(lang, "chart-against", &[("range", range.into()), ("count", comparison.before.count.into())]);
    let mut parts = vec![FootPart::records(against, RecordsKey::Period { first, last })];
    if comparison.verdict != Verdict::Few {
        parts.push(FootPart::text(tr(lang, "chart-interval-note")));
    }
    if comparison.is_clustered() {
        parts.push(FootPart::text(tr(lang, "chart-clusters")));
    }
    parts
}

/// The foot of the chart: n and what is left out of it.
pub fn foot(overview: &Overview, context: &Context) -> Vec<FootPart> {
    let n = overview.incidents.total.saturating_sub(overview.incidents.undated + overview.incidents.outside);
    let mut parts = vec![FootPart::text(tr_args(context.lang, "chart-n", &[("n", n.into())]))];
    parts.extend(left_out(overview, context));
    parts
}

/// From which of these periods on more incidents are still to become known, and by what that is judged; `None` where
/// only the running period is incomplete.
pub fn still_coming(scope: &Scope, mut periods: impl Iterator<Item = Period>, lang: Lang) -> Option<String> {
    let delays = |ends: (EventKind, EventKind)| {
        let (from, to) = words::ends(lang, ends);
        [("from", from.into()), ("to", to.into())]
    };
    match &scope.recent {
        Recent::Whole => None,
        Recent::Unknown { ends } => Some(tr_args(lang, "trend-still-coming-unknown", &delays(*ends))),
        Recent::Expected(found) => {
            let first = periods.find(|period| scope.recent.lacking(period.last_day()).is_some())?;
            let [from, to] = delays(found.ends);
            let period = words::period(lang, first);
            let args = [
                ("period", period.into()),
                ("n", found.n.into()),
                ("days", u64::from(found.within_days).into()),
                from,
                to,
            ];
            Some(tr_args(lang, "trend-still-coming", &args))
        }
    }
}

/// What is left out of the count over time, and why; each leads to its records.
pub fn left_out(overview: &Overview, context: &Context) -> Vec<FootPart> {
    left_out_of(&overview.incidents, &overview.scope, context)
}

/// The same for any count over time.
pub fn left_out_of(figure: &IncidentsFigure, scope: &Scope, context: &Context) -> Vec<FootPart> {
    let lang = context.lang;
    let mut parts = Vec::new();
    let mut part = |count: u64, key: &str, records: RecordsKey| {
        if count > 0 {
            parts.push(FootPart::records(words::counted(lang, key, count), records));
        }
    };
    part(figure.undated, "chart-undated", RecordsKey::Undated(scope.date_of));
    part(figure.outside, "chart-outside", RecordsKey::OutsideCoverage);
    part(figure.coarse, "chart-coarse", RecordsKey::Coarse(scope.scheme));
    if figure.open_ended > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-open-ended", figure.open_ended)));
    }
    let by_data = scope.covered.is_some_and(|(_, last)| last == scope.as_of);
    let running = figure.periods.last().filter(|last| by_data && last.count.is_partial() && figure.periods.len() > 1);
    let periods = figure.periods.iter().map(|found| found.period);
    if let Some(still_coming) = still_coming(scope, periods, lang) {
        parts.push(FootPart::text(still_coming));
    } else if let Some(running) = running {
        let period = words::capital(&words::period(lang, running.period));
        let args = [("period", period.into()), ("day", words::day_short(lang, scope.as_of).into())];
        parts.push(FootPart::text(tr_args(lang, "chart-partial", &args)));
    }
    parts.extend(words::scope_notes(scope, context));
    parts
}
