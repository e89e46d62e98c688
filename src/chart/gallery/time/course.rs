//! Trends and changes of level in words.

use crate::chart::figures::compare::CLUSTERED;
use crate::chart::figures::course::{Change, Direction, TooLittle, Trend};
use crate::chart::model::{FootLine, FootPart};
use crate::chart::words::{self, Context};
use crate::model::period::{Period, PeriodScheme};
use crate::text::{self, Lang, tr, tr_args};

/// `11 years`, `44 quarters`.
pub fn length(lang: Lang, scheme: PeriodScheme, count: u64) -> String {
    let key = match scheme {
        PeriodScheme::Week => "time-weeks",
        PeriodScheme::Month => "time-months",
        PeriodScheme::Quarter => "time-quarters",
        PeriodScheme::Year | PeriodScheme::FiscalYear(_) => "time-years",
    };
    words::counted(lang, key, count)
}

/// `a year`, `par trimestre`.
pub fn each(lang: Lang, scheme: PeriodScheme) -> String {
    tr(
        lang,
        match scheme {
            PeriodScheme::Week => "time-each-week",
            PeriodScheme::Month => "time-each-month",
            PeriodScheme::Quarter => "time-each-quarter",
            PeriodScheme::Year | PeriodScheme::FiscalYear(_) => "time-each-year",
        },
    )
}

/// A number of incidents that need not be whole, without a sign: whole from ten on, else with one digit, or two below
/// a half.
pub fn amount(lang: Lang, value: f64) -> String {
    let size = value.abs();
    text::decimal(
        lang,
        size,
        if size >= 10.0 {
            0
        } else if size >= 0.5 {
            1
        } else {
            2
        },
    )
}

/// A percentage without a sign.
fn percent(lang: Lang, pct: f64) -> String {
    text::share(lang, pct.abs() / 100.0, 0)
}

/// A limit with its direction: `0.4 more`, `3 fewer`.
fn signed(lang: Lang, text: String, value: f64) -> String {
    if value == 0.0 {
        return tr(lang, "time-no-change");
    }
    tr_args(lang, if value < 0.0 { "time-fewer" } else { "time-more" }, &[("number", text.into())])
}

/// The trend as a sentence without a full stop.
pub fn sentence(lang: Lang, trend: &Trend) -> String {
    let kind = trend.span.0.kind();
    let (slope, low, high) = trend.slope;
    let span = length(lang, kind, trend.periods);
    let args = |low: String, high: String| {
        [
            ("span", span.clone().into()),
            ("each", each(lang, kind).into()),
            ("slope", amount(lang, slope).into()),
            ("low", low.into()),
            ("high", high.into()),
        ]
    };
    match trend.direction {
        Direction::Rise => tr_args(lang, "time-trend-rise", &args(amount(lang, low), amount(lang, high))),
        Direction::Fall => tr_args(lang, "time-trend-fall", &args(amount(lang, high), amount(lang, low))),
        Direction::NoClear => {
            let growth = trend.growth.as_ref().map(|found| found.interval_pct);
            if let Some((low, high)) = growth.filter(|(low, high)| *low <= 0.0 && *high >= 0.0) {
                let limit = |value: f64| signed(lang, percent(lang, value), value);
                return tr_args(lang, "time-trend-none-percent", &args(limit(low), limit(high))[..]);
            }
            if low <= 0.0 && high >= 0.0 {
                let limit = |value: f64| signed(lang, amount(lang, value), value);
                return tr_args(lang, "time-trend-none", &args(limit(low), limit(high)));
            }
            tr_args(lang, "time-trend-none-plain", &[("span", span.into())])
        }
    }
}

/// What the trend rests on, as a line of the foot.
pub fn basis(context: &Context, trend: &Trend) -> FootLine {
    let lang = context.lang;
    let (first, last) = (trend.span.0.first_day(), trend.span.1.last_day());
    let args = [
        ("span", length(lang, trend.span.0.kind(), trend.periods).into()),
        ("first", words::day_short(lang, first).into()),
        ("last", words::day_short(lang, last).into()),
        ("count", trend.incidents.into()),
    ];
    let mut parts = vec![FootPart::text(tr_args(lang, "time-trend-basis", &args))];
    if let Some(growth) = trend.growth.as_ref().filter(|_| trend.direction != Direction::NoClear) {
        let (low, high) = growth.interval_pct;
        let rises = growth.annual_change_pct > 0.0;
        let (near, far) = if rises { (low, high) } else { (high, low) };
        let args = [
            ("share", percent(lang, growth.annual_change_pct).into()),
            ("low", percent(lang, near).into()),
            ("high", percent(lang, far).into()),
        ];
        parts.push(FootPart::text(tr_args(lang, if rises { "time-growth-more" } else { "time-growth-fewer" }, &args)));
    }
    if trend.seasonal {
        parts.push(FootPart::text(tr(lang, "time-trend-seasonal")));
    }
    if trend.remembers {
        parts.push(FootPart::text(tr(lang, "time-trend-remembers")));
    }
    if trend.dispersion.is_some_and(|index| index > CLUSTERED) {
        parts.push(FootPart::text(tr(lang, "time-clusters")));
    }
    parts.push(FootPart::text(tr(lang, "chart-interval-note")));
    FootLine { parts }
}

/// Why something is not told.
pub fn too_little(lang: Lang, what: &str, why: TooLittle) -> String {
    match why {
        TooLittle::Incidents(fewest) => {
            tr_args(lang, "time-too-few-incidents", &[("what", tr(lang, what).into()), ("fewest", fewest.into())])
        }
        TooLittle::Periods(fewest) => {
            tr_args(lang, "time-too-few-periods", &[("what", tr(lang, what).into()), ("fewest", fewest.into())])
        }
        TooLittle::Years => tr_args(lang, "time-too-few-years", &[("what", tr(lang, what).into())]),
        TooLittle::Coarse => tr_args(lang, "time-too-coarse", &[("what", tr(lang, what).into())]),
    }
}

/// The change of level as a sentence, with what to look at first, and a remark of the dataset that stands there.
pub fn change_sentence(context: &Context, change: &Change) -> String {
    let lang = context.lang;
    let kind = change.first_of_new.kind();
    let args = [
        ("in", words::in_period(lang, change.first_of_new).into()),
        ("before", amount(lang, change.levels.0).into()),
        ("after", amount(lang, change.levels.1).into()),
        ("each", each(lang, kind).into()),
        ("span", length(lang, kind, change.periods).into()),
    ];
    if !change.is_clear() {
        return tr_args(lang, "time-change-none", &args);
    }
    let mut sentence = tr_args(lang, "time-change", &args);
    let near = |day| (-1..=1).any(|step| covers(change.first_of_new.offset(step), day));
    match context.annotations.iter().find(|note| near(note.day)) {
        Some(note) => {
            let args = [("text", note.text.trim().into()), ("day", words::day(lang, note.day).into())];
            sentence.push_str(&tr_args(lang, "time-change-remark", &args));
        }
        None => sentence.push_str(&tr(lang, "time-change-check")),
    }
    sentence
}

fn covers(period: Period, day: crate::model::calendar::Day) -> bool {
    period.first_day() <= day && day <= period.last_day()
}
