//! Time to disclosure from coarse dates: between which curves the truth lies, and the interval estimate.

use crate::chart::figures::curve::{Curve, CurveStep};
use crate::chart::figures::delay_bounds::BoundsFigure;
use crate::chart::findings::disclosure::{days_words, instead, small_print};
use crate::chart::gallery::delay::parts::{self, DayAxis};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, disclosure};
use crate::chart::model::{
    BandPoint, ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart, Legend, Marks, Series,
};
use crate::chart::words::{self, whole_days};
use crate::model::dataset::Mechanism;
use crate::stats::turnbull::IntervalDistribution;
use crate::text::{Lang, tr, tr_args};

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let (question, lang) = (ask.question, ask.context.lang);
    let window = parts::window(ask.options);
    let found = BoundsFigure::compute(ask.snapshot, ask.selection, question, ask.scope, window);
    let mut model = build(ask, &found);
    let until = disclosure::horizon(&found.envelope);
    DayAxis::of(ask.options).apply(&mut model, lang, until);
    parts::conditions_in_foot(&mut model, question, window);
    let mut keys = vec!["delay-define-days", "delay-define-bounds", "delay-define-turnbull"];
    keys.push(match question.mechanism {
        Mechanism::DisclosureList => "delay-define-list-caveat",
        Mechanism::Register => "delay-define-register-caveat",
        Mechanism::Mixed => "delay-define-mixed-caveat",
    });
    let mut choices = vec![crate::chart::gallery::choice::Choice::Delay];
    choices.extend(parts::window_choice(ask));
    choices.push(parts::axis_choice(ask));
    Drawn { model, panels: Vec::new(), definition: parts::paragraphs(ask, &keys, window), choices }
}

fn build(ask: &Ask<'_>, found: &BoundsFigure) -> ChartModel {
    let lang = ask.context.lang;
    let figure = &found.envelope;
    let mut note = match figure.window {
        Some(days) => tr_args(lang, "chart-among-window", &[("days", days.into())]),
        None => String::new(),
    };
    if found.both_coarse > 0 {
        let approximate = words::counted(lang, "delay-bounds-approximate", found.both_coarse);
        note = if note.is_empty() { approximate } else { format!("{note} · {approximate}") };
    }
    let subtitle = parts::subtitle(ask, "chart-subtitle-delay", &note);
    let foot = foot(ask, found);
    let blank = |sentence: String| ChartModel {
        foot: foot.clone(),
        ..kinds::blank(ChartKey::DelayBounds, tr(lang, "chart-delay-none"), subtitle.clone(), sentence)
    };
    if let Some(sentence) = instead(figure, ask.scope, lang) {
        return blank(sentence);
    }
    let Some(estimate) = found.estimate.as_ref().filter(|_| found.coarse > 0 || figure.late.is_some()) else {
        let sentence = words::counted(lang, "delay-bounds-exact", figure.n);
        let title = tr(lang, "delay-bounds-exact-title");
        return ChartModel { foot, ..kinds::blank(ChartKey::DelayBounds, title, subtitle, sentence) };
    };
    let until = disclosure::horizon(figure);
    let title = title(found, estimate, lang);
    ChartModel {
        key: ChartKey::DelayBounds,
        alt: words::alt(lang, "chart-alt-curve", &title, &subtitle, &sentence(found, estimate, lang)),
        x: DayAxis::Linear.axis(lang, until),
        y: parts::share_axis(lang),
        series: series(found, estimate, until, lang),
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(estimate, lang),
        foot: {
            let said = sentence(found, estimate, lang);
            let line = FootLine { parts: vec![FootPart::text(said.strip_suffix('.').unwrap_or(&said))] };
            std::iter::once(line).chain(foot).collect()
        },
        title,
        subtitle,
        empty: None,
        legend: Legend::Above,
    }
}

fn foot(ask: &Ask<'_>, found: &BoundsFigure) -> Vec<FootLine> {
    let lang = ask.context.lang;
    let mut parts = small_print(&found.envelope, ask.scope, ask.context);
    if found.perhaps_beyond > 0 {
        parts.push(FootPart::text(words::counted(lang, "delay-perhaps-beyond", found.perhaps_beyond)));
    }
    vec![FootLine { parts }, words::basis(ask.scope, ask.context)]
}

/// Half within how many days, whatever the exact dates.
fn title(found: &BoundsFigure, estimate: &IntervalDistribution, lang: Lang) -> String {
    let (low, high) = found.envelope.median_range();
    let likely = estimate.quantile(0.5).and_then(|found| Some((found.from, found.to?)));
    match (low, high.filter(|days| *days < f64::from(u32::MAX))) {
        (Some(low), Some(high)) => {
            let envelope = days_words(lang, whole_days(low), Some(whole_days(high)));
            let narrower =
                likely.filter(|(from, to)| u64::from(*from) > whole_days(low) || u64::from(*to) < whole_days(high));
            match narrower {
                Some((from, to)) => {
                    let likely = days_words(lang, from.into(), Some(to.into()));
                    let args = [("days", envelope.into()), ("likely", likely.into())];
                    tr_args(lang, "delay-bounds-title-likely", &args)
                }
                None => tr_args(lang, "delay-bounds-title", &[("days", envelope.into())]),
            }
        }
        (Some(low), None) => tr_args(lang, "chart-half-more-than", &[("low", whole_days(low).into())]),
        _ => tr(lang, "chart-not-half"),
    }
}

fn sentence(found: &BoundsFigure, estimate: &IntervalDistribution, lang: Lang) -> String {
    let mut said = match estimate.quantile(0.5).map(|found| (found.from, found.to)) {
        Some((from, Some(to))) => {
            let days = days_words(lang, from.into(), Some(to.into()));
            tr_args(lang, "delay-bounds-sentence", &[("days", days.into()), ("n", found.n.into())])
        }
        _ => tr_args(lang, "delay-bounds-not-half", &[("n", found.n.into())]),
    };
    said.push(' ');
    said.push_str(&words::counted(lang, "delay-bounds-coarse", found.coarse));
    said
}

/// Cumulative shares at the ends of the innermost intervals: the lowest and the highest curve that fit.
fn extremes(estimate: &IntervalDistribution) -> (Curve, Curve) {
    let (mut low, mut high) = (Curve::default(), Curve::default());
    let mut sum = 0.0;
    for interval in &estimate.intervals {
        sum += interval.mass;
        let step = |days: u32| CurveStep { days, share: sum.min(1.0), band: None, open: 0, censored: 0 };
        if interval.mass > 0.0 {
            high.steps.push(step(interval.from));
            low.steps.extend(interval.to.map(step));
        }
    }
    for curve in [&mut low, &mut high] {
        curve.until = curve.steps.last().map_or(0, |step| step.days);
        curve.n = estimate.n;
    }
    (low, high)
}

fn series(found: &BoundsFigure, estimate: &IntervalDistribution, until: u32, lang: Lang) -> Vec<Series> {
    let mut series = Vec::new();
    let mut push = |key: &str, name: String, role: ColourRole, marks: Marks| {
        series.push(Series { key: key.to_owned(), name, role, marks, label: None });
    };
    let end = f64::from(until);
    let figure = &found.envelope;
    if let Some(late) = &figure.late {
        let points = disclosure::envelope(&figure.early, late, until);
        push("envelope", tr(lang, "delay-series-envelope"), ColourRole::Muted, Marks::Band { points, until: end });
    }
    let (low, high) = extremes(estimate);
    let name = tr(lang, "delay-series-turnbull");
    let boxes: Vec<BandPoint> = disclosure::envelope(&high, &low, until);
    if !boxes.is_empty() {
        push("boxes", name.clone(), ColourRole::Data(1), Marks::Band { points: boxes, until: end });
    }
    for (key, curve) in [("highest", &high), ("lowest", &low)] {
        let all = curve.steps.last().is_some_and(|last| last.share >= 1.0 - 1e-9);
        let until_x = if all { end } else { f64::from(curve.until.min(until)) };
        let marks = Marks::Steps { points: disclosure::points(curve, until), until: until_x };
        push(key, name.clone(), ColourRole::Data(1), marks);
    }
    series
}

fn table(estimate: &IntervalDistribution, lang: Lang) -> DataTable {
    let headers =
        ["delay-column-from", "delay-column-to", "delay-column-mass", "chart-column-low", "chart-column-high"];
    let mut before = 0.0;
    let rows = estimate.intervals.iter().filter(|interval| interval.mass > 0.0).map(|interval| {
        let lowest = before;
        before += interval.mass;
        vec![
            kinds::count(lang, interval.from),
            interval.to.map_or_else(kinds::missing, |to| kinds::count(lang, to)),
            kinds::share(lang, Some(interval.mass)),
            kinds::share(lang, Some(lowest)),
            kinds::share(lang, Some(before.min(1.0))),
        ]
    });
    let rows = rows.collect();
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows }
}
