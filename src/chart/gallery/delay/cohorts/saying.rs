//! The words of cohorts: what they show, which of them cannot be compared, and the table.

use crate::chart::figures::delay_cohorts::{By, Cohort, CohortTrend, CohortsFigure, Cut, FEWEST};
use crate::chart::figures::delay_records::{Between, told};
use crate::chart::findings::disclosure::days_words;
use crate::chart::gallery::Ask;
use crate::chart::gallery::delay::cohorts::{name, name_in};
use crate::chart::gallery::delay::parts;
use crate::chart::kinds;
use crate::chart::model::{DataTable, FootLine, FootPart};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, whole_days};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::query::Expr;
use crate::text::{self, Lang, tr, tr_args};

/// What is measured.
pub fn subtitle(ask: &Ask<'_>, found: &CohortsFigure) -> String {
    let lang = ask.context.lang;
    let note = match (found.mechanism, found.window) {
        (Mechanism::DisclosureList, Some(days)) => tr_args(lang, "chart-among-window", &[("days", days.into())]),
        (Mechanism::Register, Some(days)) => tr_args(lang, "delay-note-register", &[("days", days.into())]),
        _ => tr(lang, "chart-among-dated"),
    };
    let key = if found.by == By::Told { "delay-subtitle-told" } else { "delay-subtitle-began" };
    parts::subtitle(ask, key, &note)
}

/// The finding: the latest comparable cohort, and between which days those before it lie. Nothing is said of a rise
/// or a fall here.
pub fn title(ask: &Ask<'_>, found: &CohortsFigure) -> String {
    let lang = ask.context.lang;
    if found.by == By::Began && found.mechanism == Mechanism::Mixed {
        return tr(lang, "delay-cohorts-plain");
    }
    let window = found.window.unwrap_or(u32::MAX);
    let mut comparable: Vec<&Cohort> = found.comparable().collect();
    let Some(latest) = comparable.pop() else { return tr(lang, "chart-delay-none") };
    let middle = |cohort: &Cohort| cohort.quartiles(window)[1].days;
    let kind = if found.by == By::Told { "told" } else { "began" };
    let place = name_in(ask, found.cut, latest);
    let Some(half) = middle(latest) else {
        let args = [("in", place.into()), ("days", window.into())];
        return tr_args(lang, "delay-cohorts-not-half", &args);
    };
    let slow = latest.late.as_ref().and_then(|late| late.median().days);
    let half = days_words(lang, whole_days(half), slow.map(whole_days));
    let before: Vec<f64> = comparable.iter().filter_map(|cohort| middle(cohort)).collect();
    let args = |rest: Option<String>| {
        let mut args = vec![("in", place.clone().into()), ("days", half.clone().into())];
        args.extend(rest.map(|rest| ("range", rest.into())));
        args
    };
    if before.is_empty() {
        return tr_args(lang, &format!("delay-cohorts-{kind}-alone"), &args(None));
    }
    // Coarse dates move the later end.
    let latest_middle = |cohort: &&Cohort| cohort.late.as_ref().map_or(middle(cohort), |late| late.median().days);
    let low = before.iter().copied().fold(f64::INFINITY, f64::min);
    let high = comparable.iter().filter_map(latest_middle).fold(low, f64::max);
    let range = days_words(lang, whole_days(low), Some(whole_days(high)));
    tr_args(lang, &format!("delay-cohorts-{kind}"), &args(Some(range)))
}

/// What the figure rests on, what is left out, and what cannot be compared.
pub fn foot(ask: &Ask<'_>, found: &CohortsFigure) -> Vec<FootLine> {
    let lang = ask.context.lang;
    let window = found.window.unwrap_or(0);
    let mut lines = Vec::new();
    lines.extend(found.trend.map(|trend| FootLine { parts: vec![FootPart::text(trend_words(lang, found, trend))] }));
    lines.extend(not_compared(ask, found));
    let n = tr_args(lang, "chart-n", &[("n", found.n.into())]);
    let used = match found.by {
        By::Told => Between::of(ask.question).known(),
        By::Began => told(ask.question, window, 0, None),
    };
    let mut parts = vec![FootPart::records(n, RecordsKey::Where(used))];
    let open: u64 = found.cohorts.iter().map(|cohort| cohort.open).sum();
    if open > 0 {
        let text = tr_args(lang, "delay-hover-open", &[("count", open.into())]);
        parts.push(FootPart::records(text, RecordsKey::Where(Between::of(ask.question).open())));
    }
    parts.extend(parts::gap_parts(&found.left_out, ask.question, window, lang));
    if found.straddling > 0 {
        parts.push(FootPart::text(words::counted(lang, "delay-straddling", found.straddling)));
    }
    lines.push(FootLine { parts });
    lines
}

/// Which cohorts were not followed long enough, and which are too small.
fn not_compared(ask: &Ask<'_>, found: &CohortsFigure) -> Option<FootLine> {
    let lang = ask.context.lang;
    let mut parts = Vec::new();
    let incomplete: Vec<&Cohort> = found.cohorts.iter().filter(|cohort| !cohort.followed).collect();
    let plain = found.by == By::Began && found.mechanism == Mechanism::Mixed;
    if let (Some(first), Some(last)) = (incomplete.first(), incomplete.last())
        && !plain
    {
        let named = if incomplete.len() == 1 {
            name(ask, found.cut, first)
        } else {
            format!("{} – {}", name(ask, found.cut, first), name(ask, found.cut, last))
        };
        let key = if found.by == By::Told { "delay-not-over" } else { "delay-not-followed-long" };
        let args = [("name", named.into()), ("days", found.window.unwrap_or(0).into())];
        let between = Between::of(ask.question);
        let of = |first: Day, last: Day| match found.by {
            By::Told => between.ended(first, last),
            By::Began => between.began(first, last),
        };
        let records: Expr = of(first.first, last.last);
        parts.push(FootPart::records(words::capital(&tr_args(lang, key, &args)), RecordsKey::Where(records)));
    }
    let small = found.cohorts.iter().filter(|cohort| (cohort.followed || plain) && cohort.told() < FEWEST).count();
    if small > 0 {
        let args = [("count", small.into()), ("few", FEWEST.into())];
        parts.push(FootPart::text(tr_args(lang, "delay-small-cohorts", &args)));
    }
    (!parts.is_empty()).then_some(FootLine { parts })
}

/// Whether the half-way day rose or fell over the cohorts that can be compared.
fn trend_words(lang: Lang, found: &CohortsFigure, trend: CohortTrend) -> String {
    let slope = trend.slope;
    let number = |value: f64| text::decimal(lang, value.abs(), usize::from(value.abs() < 10.0));
    let (low, high) = slope.interval;
    let unit = match found.cut {
        Cut::Year => "delay-per-year",
        Cut::Half => "delay-per-half",
        Cut::Quarter => "delay-per-quarter",
    };
    let clear = low > 0.0 || high < 0.0;
    let (small, large) = if high < 0.0 { (-high, -low) } else { (low, high) };
    let args = [
        ("n", trend.n.into()),
        ("slope", number(slope.slope).into()),
        ("low", number(small).into()),
        ("high", number(large).into()),
        ("per", tr(lang, unit).into()),
    ];
    let key = match clear {
        true if slope.slope > 0.0 => "delay-trend-rose",
        true => "delay-trend-fell",
        false => "delay-trend-none",
    };
    tr_args(lang, key, &args)
}

/// The numbers.
pub fn table(ask: &Ask<'_>, found: &CohortsFigure) -> DataTable {
    let lang = ask.context.lang;
    let window = found.window.unwrap_or(u32::MAX);
    let headers = [
        "delay-column-cohort",
        "delay-column-n",
        "delay-column-open",
        "delay-column-quarter",
        "delay-column-half",
        "chart-column-low",
        "chart-column-high",
        "delay-column-three",
        "delay-column-too_recent",
        "delay-column-later",
        "delay-column-followed",
    ];
    let limit = |days: Option<u32>| days.map_or_else(kinds::missing, |days| kinds::count(lang, days));
    let rows = found.cohorts.iter().map(|cohort| {
        let few = cohort.told() < FEWEST;
        let [first, second, third] = cohort.quartiles(window);
        let days = |days: Option<f64>| kinds::real(lang, days.filter(|_| !few), 0);
        vec![
            kinds::words(name(ask, found.cut, cohort)),
            kinds::count(lang, cohort.n),
            kinds::count(lang, cohort.open),
            days(first.days),
            days(second.days),
            limit(second.low.filter(|_| !few)),
            limit(second.high.filter(|_| !few)),
            days(third.days),
            kinds::count(lang, cohort.too_recent),
            kinds::count(lang, cohort.beyond),
            kinds::words(tr(lang, if cohort.followed { "chart-yes" } else { "chart-no" })),
        ]
    });
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
