//! How long until told: half within so many days, by the method that the data allow.

use crate::chart::figures::Overview;
use crate::chart::figures::curve::DelayQuantile;
use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::scope::Scope;
use crate::chart::findings;
use crate::chart::model::{Finding, FootPart};
use crate::chart::records::{DelayGap, RecordsKey};
use crate::chart::words::{self, Context, whole_days};
use crate::model::dataset::Mechanism;
use crate::text::{self, Lang, tr, tr_args};

/// The finding.
pub fn finding(overview: &Overview, context: &Context) -> Finding {
    finding_of(&overview.delay, &overview.scope, context)
}

/// The finding of a figure and its scope.
pub fn finding_of(figure: &DelayFigure, scope: &Scope, context: &Context) -> Finding {
    let lang = context.lang;
    let (headline, sentence) = if let Some(sentence) = nothing(figure, scope, lang) {
        (tr(lang, "chart-delay-none"), sentence)
    } else if told(figure) < 5 {
        let (from, to) = words::ends(lang, figure.ends);
        let sentence = tr_args(lang, "chart-delay-few", &[("from", from.into()), ("to", to.into())]);
        (words::counted(lang, "chart-delay-few-headline", told(figure)), words::capital(&sentence))
    } else {
        (headline(figure, lang), sentence(figure, lang))
    };
    let small_print = small_print(figure, scope, context);
    Finding { question: tr(lang, "chart-how-long"), headline, sentence, small_print, aside: naive(figure, lang) }
}

/// Records of the curve that were told.
pub fn told(figure: &DelayFigure) -> u64 {
    figure.n - figure.open
}

/// What stands in place of the curve, where there is none: fewer than five delays are records, not a rate.
pub fn instead(figure: &DelayFigure, scope: &Scope, lang: Lang) -> Option<String> {
    let few = || {
        let (from, to) = words::ends(lang, figure.ends);
        words::capital(&tr_args(lang, "chart-delay-few", &[("from", from.into()), ("to", to.into())]))
    };
    nothing(figure, scope, lang).or_else(|| (told(figure) < 5).then(few))
}

/// Why there is no figure at all, if so.
pub fn nothing(figure: &DelayFigure, scope: &Scope, lang: Lang) -> Option<String> {
    if figure.several {
        Some(tr(lang, "chart-delay-several"))
    } else if figure.total == 0 {
        Some(findings::incidents::nothing_in(scope, lang))
    } else if figure.n > 0 {
        None
    } else if figure.left_out_by(DelayGap::TooRecent) > 0 {
        Some(tr_args(lang, "chart-delay-none-recent", &[("days", figure.window.unwrap_or(0).into())]))
    } else {
        Some(words::counted(lang, "chart-delay-none-dates", figure.total))
    }
}

fn headline(figure: &DelayFigure, lang: Lang) -> String {
    match figure.median_range() {
        (None, _) => tr(lang, "chart-not-half"),
        (Some(low), None) => tr_args(lang, "chart-half-more-than", &[("low", whole_days(low).into())]),
        (Some(low), Some(high)) => match (whole_days(low), whole_days(high)) {
            (0, 0) => tr(lang, "chart-half-same-day"),
            (low, high) if low == high => tr_args(lang, "chart-half-within", &[("days", low.into())]),
            (low, high) => tr_args(lang, "chart-half-between", &[("low", low.into()), ("high", high.into())]),
        },
    }
}

fn sentence(figure: &DelayFigure, lang: Lang) -> String {
    let (from, to) = words::ends(lang, figure.ends);
    let ends = [("from", from.into()), ("to", to.into())];
    if figure.early.median().days.is_none() {
        let (share, days) = so_far(figure, lang);
        let [from, to] = ends;
        let args = [from, to, ("share", share.into()), ("days", days.into())];
        return words::capital(&tr_args(lang, "chart-not-half-sentence", &args));
    }
    let [from, to] = ends;
    let slow = figure.late.as_ref().unwrap_or(&figure.early);
    // Where three quarters took no longer than half, "one in four took longer" would not be true.
    let upper = slow.upper_quartile().days.filter(|days| told(figure) >= 10 && slow.median().days < Some(*days));
    let longer = upper.map(|days| tr_args(lang, "chart-quarter-longer", &[("days", whole_days(days).into())]));
    let sentence = match (interval(figure, lang), longer) {
        (Some(interval), Some(longer)) => {
            tr_args(lang, "chart-delay-sentence", &[from, to, ("interval", interval.into()), ("longer", longer.into())])
        }
        (Some(interval), None) => {
            tr_args(lang, "chart-delay-sentence-short", &[from, to, ("interval", interval.into())])
        }
        (None, _) => tr_args(lang, "chart-delay-sentence-plain", &[from, to]),
    };
    words::capital(&sentence)
}

/// How sure the median is; nothing where both ends are the same day.
fn interval(figure: &DelayFigure, lang: Lang) -> Option<String> {
    if figure.late.is_some() && figure.median_range().0 != figure.median_range().1 {
        return Some(tr(lang, "chart-interval-exact-dates"));
    }
    match figure.early.median() {
        DelayQuantile { low: Some(low), high: Some(high), .. } if low == high => None,
        DelayQuantile { low: Some(low), high: Some(high), .. } if told(figure) >= 10 => {
            Some(tr_args(lang, "chart-interval", &[("low", low.into()), ("high", high.into())]))
        }
        _ => Some(tr(lang, "chart-interval-few")),
    }
}

/// The share told at the end of the curve, and the day.
pub fn so_far(figure: &DelayFigure, lang: Lang) -> (String, u64) {
    let share = figure.early.steps.last().map_or(0.0, |step| step.share);
    (text::share(lang, share, 0), u64::from(figure.early.until))
}

/// The chart's title: the same finding in one line.
pub fn title(figure: &DelayFigure, scope: &Scope, lang: Lang) -> String {
    if nothing(figure, scope, lang).is_some() {
        return tr(lang, "chart-delay-none");
    }
    if told(figure) < 5 {
        return words::counted(lang, "chart-delay-few-headline", told(figure));
    }
    let (Some(low), high) = figure.median_range() else {
        let (share, days) = so_far(figure, lang);
        return tr_args(lang, "chart-title-not-half", &[("share", share.into()), ("days", days.into())]);
    };
    let (low, high) = (whole_days(low), high.map(whole_days));
    let days = days_words(lang, low, high);
    let by_30 = figure
        .early
        .share_by(30)
        .filter(|step| figure.late.is_none() && (0.05..0.95).contains(&step.share) && low.abs_diff(30) > 5);
    match by_30 {
        _ if low == 0 && high == Some(0) => tr(lang, "chart-half-same-day"),
        Some(step) => {
            let share = text::share(lang, step.share, 0);
            tr_args(lang, "chart-title-by-30", &[("share", share.into()), ("days", days.into())])
        }
        None => headline(figure, lang),
    }
}

/// `61 days`, `35 to 52 days`.
pub fn days_words(lang: Lang, low: u64, high: Option<u64>) -> String {
    match high {
        Some(high) if high != low => tr_args(lang, "chart-days-between", &[("low", low.into()), ("high", high.into())]),
        _ => tr_args(lang, "chart-days", &[("days", low.into())]),
    }
}

/// What the figure rests on.
pub fn small_print(figure: &DelayFigure, scope: &Scope, context: &Context) -> Vec<FootPart> {
    let lang = context.lang;
    if figure.several || figure.total == 0 {
        return words::scope_notes(scope, context);
    }
    let n = match (figure.window, figure.open) {
        _ if figure.n == 0 => tr_args(lang, "chart-n", &[("n", figure.n.into())]),
        (Some(days), _) => tr_args(lang, "chart-n-window", &[("n", figure.n.into()), ("days", days.into())]),
        (None, 0) => tr_args(lang, "chart-n", &[("n", figure.n.into())]),
        (None, open) => tr_args(lang, "chart-n-open", &[("n", figure.n.into()), ("open", open.into())]),
    };
    let key = if figure.open > 0 { RecordsKey::Open } else { RecordsKey::DelayBetween { from: 0, to: None } };
    let mut parts = vec![FootPart::records(n, key)];
    for (gap, count) in &figure.left_out {
        let text = words::counted(lang, &format!("chart-gap-{}", gap.key()), *count);
        parts.push(FootPart::records(text, RecordsKey::Delay(*gap)));
    }
    if figure.coarse > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-coarse-delays", figure.coarse)));
    }
    if figure.mechanism == Mechanism::Mixed {
        parts.push(FootPart::text(tr(lang, "chart-among-dated")));
    }
    parts.extend(words::scope_notes(scope, context));
    parts
}

/// The plain description, for whoever wants to see what it would have said; `None` where it is the figure itself.
pub fn naive(figure: &DelayFigure, lang: Lang) -> Option<String> {
    if figure.mechanism == Mechanism::Mixed || figure.several {
        return None;
    }
    let n = ("n", figure.naive.n.into());
    let low = whole_days(figure.naive.median_lo?);
    Some(match figure.naive.median_hi.map(whole_days) {
        Some(high) if high == low => tr_args(lang, "chart-naive", &[("days", low.into()), n]),
        Some(high) => tr_args(lang, "chart-naive-between", &[("low", low.into()), ("high", high.into()), n]),
        None => tr_args(lang, "chart-naive-at-least", &[("low", low.into()), n]),
    })
}
