//! How many: the last full year against the one before, or what can be said instead.

use crate::chart::figures::Overview;
use crate::chart::figures::compare::{Comparison, Verdict};
use crate::chart::model::{Finding, FootPart};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, Context};
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
        let sentence = if overview.scope.all == 0 {
            tr(lang, "chart-none-yet")
        } else {
            words::counted(lang, "chart-none-filtered", overview.scope.all)
        };
        return said(tr(lang, "chart-none"), sentence, Vec::new());
    }
    let rest = left_out(overview, context);
    if figure.total < 5 {
        return said(words::incidents(lang, figure.total), tr(lang, "chart-few"), rest);
    }
    match &figure.comparison {
        None => said(words::incidents(lang, figure.total), tr(lang, "chart-no-comparison"), rest),
        Some(comparison) => {
            let mut small_print = comparison_parts(comparison, lang);
            small_print.extend(rest);
            small_print.push(FootPart::text(tr(lang, "chart-reported")));
            said(headline(comparison, lang), sentence(comparison, lang), small_print)
        }
    }
}

/// `212 incidents in 2024–25`.
fn headline(comparison: &Comparison, lang: Lang) -> String {
    let incidents = words::incidents(lang, comparison.current.count);
    let place = words::in_period(lang, comparison.current.period);
    tr_args(lang, "chart-headline-in", &[("incidents", incidents.into()), ("in", place.into())])
}

/// How far a ratio lies from no change, as a percentage without a sign.
fn change(lang: Lang, ratio: f64) -> String {
    text::share(lang, (ratio - 1.0).abs(), 0)
}

fn sentence(comparison: &Comparison, lang: Lang) -> String {
    let before = words::in_period(lang, comparison.before.period);
    let ratio = comparison.ratio.unwrap_or(1.0);
    let (low, high) = comparison.interval.unwrap_or((ratio, ratio));
    let times = |ratio: f64| text::decimal(lang, ratio, 1);
    match comparison.verdict {
        Verdict::More if !ratio.is_finite() => {
            tr_args(lang, "chart-times-open", &[("low", times(low).into()), ("before", before.into())])
        }
        Verdict::More if ratio >= 2.0 => tr_args(
            lang,
            "chart-times",
            &[
                ("ratio", times(ratio).into()),
                ("before", before.into()),
                ("low", times(low).into()),
                ("high", times(high).into()),
            ],
        ),
        Verdict::More => tr_args(
            lang,
            "chart-more",
            &[
                ("share", change(lang, ratio).into()),
                ("before", before.into()),
                ("low", change(lang, low).into()),
                ("high", change(lang, high).into()),
            ],
        ),
        Verdict::Fewer => tr_args(
            lang,
            "chart-fewer",
            &[
                ("share", change(lang, ratio).into()),
                ("before", before.into()),
                ("low", change(lang, high).into()),
                ("high", change(lang, low).into()),
            ],
        ),
        Verdict::NoClearChange => tr_args(
            lang,
            "chart-no-change",
            &[
                ("count", comparison.before.count.into()),
                ("before", before.into()),
                ("low", change(lang, low).into()),
                ("high", change(lang, high).into()),
            ],
        ),
        Verdict::Few => tr_args(
            lang,
            "chart-too-few-change",
            &[("count", comparison.before.count.into()), ("before", before.into())],
        ),
    }
}

/// The chart's title: the same finding in one line.
pub fn title(overview: &Overview, lang: Lang) -> String {
    let figure = &overview.incidents;
    let Some(comparison) = figure.comparison.as_ref().filter(|_| figure.total >= 5) else {
        let incidents = words::incidents(lang, figure.total);
        return match overview.scope.covered {
            Some((first, last)) if figure.total > 0 => tr_args(
                lang,
                "chart-title-between",
                &[
                    ("incidents", incidents.into()),
                    ("first", words::day(lang, first).into()),
                    ("last", words::day(lang, last).into()),
                ],
            ),
            _ if figure.total == 0 => tr(lang, "chart-none"),
            _ => incidents,
        };
    };
    let headline = headline(comparison, lang);
    let before = words::in_period(lang, comparison.before.period);
    let ratio = comparison.ratio.unwrap_or(1.0);
    match comparison.verdict {
        Verdict::More if !ratio.is_finite() => no_change(&headline, comparison, lang, "chart-title-no-change"),
        Verdict::More if ratio >= 2.0 => tr_args(
            lang,
            "chart-title-times",
            &[
                ("headline", headline.into()),
                ("ratio", text::decimal(lang, ratio, 1).into()),
                ("before", before.into()),
            ],
        ),
        Verdict::More => tr_args(
            lang,
            "chart-title-more",
            &[("headline", headline.into()), ("share", change(lang, ratio).into()), ("before", before.into())],
        ),
        Verdict::Fewer => tr_args(
            lang,
            "chart-title-fewer",
            &[("headline", headline.into()), ("share", change(lang, ratio).into()), ("before", before.into())],
        ),
        Verdict::NoClearChange => no_change(&headline, comparison, lang, "chart-title-no-change"),
        Verdict::Few => headline,
    }
}

fn no_change(headline: &str, comparison: &Comparison, lang: Lang, key: &str) -> String {
    tr_args(
        lang,
        key,
        &[
            ("headline", headline.into()),
            ("count", comparison.before.count.into()),
            ("before", words::in_period(lang, comparison.before.period).into()),
        ],
    )
}

/// What a comparison rests on.
fn comparison_parts(comparison: &Comparison, lang: Lang) -> Vec<FootPart> {
    let (first, last) = (comparison.current.period.first_day(), comparison.current.period.last_day());
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

/// What is left out of the count over time, and why; each leads to its records.
pub fn left_out(overview: &Overview, context: &Context) -> Vec<FootPart> {
    let (lang, figure, scope) = (context.lang, &overview.incidents, &overview.scope);
    let mut parts = Vec::new();
    if figure.undated > 0 {
        let text = words::counted(lang, "chart-undated", figure.undated);
        parts.push(FootPart::records(text, RecordsKey::Undated(scope.date_of)));
    }
    if figure.outside > 0 {
        let text = words::counted(lang, "chart-outside", figure.outside);
        parts.push(FootPart::records(text, RecordsKey::OutsideCoverage));
    }
    if figure.coarse > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-coarse", figure.coarse)));
    }
    if figure.open_ended > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-open-ended", figure.open_ended)));
    }
    if let Some(running) = figure.periods.last().filter(|last| last.count.is_partial() && figure.periods.len() > 1) {
        let period = words::capital(&words::period(lang, running.period));
        let args = [("period", period.into()), ("day", words::day_short(lang, scope.as_of).into())];
        parts.push(FootPart::text(tr_args(lang, "chart-partial", &args)));
    }
    parts.extend(words::scope_parts(overview, context));
    parts
}
