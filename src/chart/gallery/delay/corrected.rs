//! Time to disclosure corrected for what is not on the list yet, beside the plain description and the fixed window.

use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay_corrected::CorrectedFigure;
use crate::chart::figures::delay_records::Between;
use crate::chart::findings::disclosure::days_words;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::delay::parts::{self, DayAxis};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, disclosure};
use crate::chart::model::{
    ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, FootLine, FootPart, Legend, Marks, Series, Side,
};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, whole_days};
use crate::model::dataset::Mechanism;
use crate::text::{Lang, tr, tr_args};

/// Fewest records that are corrected.
const FEWEST: u64 = 10;

/// Times within which something was told that are offered, beside the longest seen.
const WITHIN: [u32; 3] = [180, 365, 730];

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let within = ask.options.number("within").and_then(|days| u32::try_from(days).ok());
    let within = within.filter(|days| WITHIN.contains(days));
    let found = CorrectedFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope, within);
    let mut model = match &found {
        Some(found) => model(ask, found),
        None => not_a_list(ask),
    };
    parts::conditions_in_foot(&mut model, ask.question, found.and_then(|found| found.window.window).unwrap_or(0));
    let definition = parts::paragraphs(
        ask,
        &[
            "delay-define-days",
            "delay-define-corrected",
            "delay-define-corrected-range",
            "delay-define-corrected-caveat",
        ],
        0,
    );
    Drawn { model, panels: Vec::new(), definition, choices: choices(ask, within) }
}

fn choices(ask: &Ask<'_>, within: Option<u32>) -> Vec<Choice> {
    let lang = ask.context.lang;
    let mut values = vec![(String::new(), tr(lang, "delay-within-longest"))];
    values.extend(WITHIN.map(|days| (days.to_string(), tr_args(lang, "chart-days", &[("days", days.into())]))));
    let current = within.map(|days| days.to_string()).unwrap_or_default();
    vec![
        Choice::Delay,
        parts::segments("within", tr(lang, "delay-choice-window"), values, &current),
        parts::axis_choice(ask),
    ]
}

/// Why data that are no list of disclosures are not corrected.
fn not_a_list(ask: &Ask<'_>) -> ChartModel {
    let lang = ask.context.lang;
    let key = match ask.question.mechanism {
        _ if ask.scope.datasets > 1 => "chart-delay-several",
        Mechanism::Register => "delay-corrected-register",
        _ => "delay-corrected-mixed",
    };
    let subtitle = parts::subtitle(ask, "chart-subtitle-delay", "");
    parts::blank(ask, ChartKey::DelayCorrected, subtitle, tr(lang, key), Vec::new())
}

fn model(ask: &Ask<'_>, found: &CorrectedFigure) -> ChartModel {
    let lang = ask.context.lang;
    let among = |within: u32| tr_args(lang, "chart-among-window", &[("days", within.into())]);
    let note = found.corrected.within.filter(|_| found.corrected.n > 0).map(among).unwrap_or_default();
    let subtitle = parts::subtitle(ask, "chart-subtitle-delay", &note);
    let foot = parts::foot(vec![FootLine { parts: foot(ask, found) }], ask);
    if let Some(sentence) = too_few(ask, found) {
        return ChartModel {
            foot,
            ..kinds::blank(ChartKey::DelayCorrected, tr(lang, "chart-delay-none"), subtitle, sentence)
        };
    }
    let until = horizon(found);
    let axis = DayAxis::of(ask.options);
    let title = title(found, lang);
    let mut model = ChartModel {
        key: ChartKey::DelayCorrected,
        alt: words::alt(lang, "chart-alt-curve", &title, &subtitle, &sentence(found, lang)),
        x: DayAxis::Linear.axis(lang, until),
        y: parts::share_axis(lang),
        series: series(found, until, lang),
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(found, lang),
        foot,
        title,
        subtitle,
        empty: None,
        legend: Legend::Above,
    };
    let said = sentence(found, lang);
    let line = said.strip_suffix('.').unwrap_or(&said);
    model.foot.insert(0, FootLine { parts: vec![FootPart::text(line)] });
    axis.apply(&mut model, lang, until);
    model
}

fn too_few(ask: &Ask<'_>, found: &CorrectedFigure) -> Option<String> {
    let lang = ask.context.lang;
    if found.total == 0 {
        Some(crate::chart::findings::incidents::nothing_in(ask.scope, lang))
    } else if found.corrected.n == 0 {
        Some(words::counted(lang, "chart-delay-none-dates", found.total))
    } else if found.corrected.n < FEWEST {
        Some(tr_args(lang, "delay-corrected-few", &[("n", found.corrected.n.into()), ("few", FEWEST.into())]))
    } else if found.corrected.hole && found.window.n < FEWEST {
        Some(tr(lang, "delay-corrected-hole"))
    } else {
        None
    }
}

/// A number of days, or from which to which.
fn days(lang: Lang, (low, high): (f64, f64)) -> String {
    days_words(lang, whole_days(low), Some(whole_days(high)))
}

/// The plain median as days.
fn plain(found: &CorrectedFigure, lang: Lang) -> String {
    let low = found.naive.median_lo.unwrap_or(0.0);
    days_words(lang, whole_days(low), found.naive.median_hi.map(whole_days))
}

fn title(found: &CorrectedFigure, lang: Lang) -> String {
    match found.corrected.median_range() {
        Some(range) => {
            let args = [("days", days(lang, range).into()), ("naive", plain(found, lang).into())];
            tr_args(lang, "delay-corrected-title", &args)
        }
        None => tr_args(lang, "delay-corrected-title-hole", &[("naive", plain(found, lang).into())]),
    }
}

fn sentence(found: &CorrectedFigure, lang: Lang) -> String {
    let Some(range) = found.corrected.median_range() else { return tr(lang, "delay-corrected-hole") };
    let median = found.corrected.early.median();
    let interval = match (median.low, median.high) {
        _ if found.corrected.late.is_some() && range.0 < range.1 => tr(lang, "chart-interval-exact-dates"),
        (Some(low), Some(high)) => tr_args(lang, "chart-interval", &[("low", low.into()), ("high", high.into())]),
        _ => tr(lang, "chart-interval-few"),
    };
    let args = [
        ("days", days(lang, range).into()),
        ("interval", interval.into()),
        ("within", found.corrected.within.unwrap_or(0).into()),
        ("naive", plain(found, lang).into()),
    ];
    tr_args(lang, "delay-corrected-sentence", &args)
}

fn foot(ask: &Ask<'_>, found: &CorrectedFigure) -> Vec<FootPart> {
    let lang = ask.context.lang;
    let window = found.window.window.unwrap_or(0);
    let told = Between::of(ask.question).fewest(0, found.corrected.within);
    let n = tr_args(lang, "chart-n", &[("n", found.corrected.n.into())]);
    let mut parts = vec![FootPart::records(n, RecordsKey::Where(told))];
    if found.corrected.beyond > 0 {
        let later = found.corrected.within.map_or(0, |days| days.saturating_add(1));
        let later = Between::of(ask.question).fewest(later, None);
        let text = words::counted(lang, "chart-gap-beyond_window", found.corrected.beyond);
        parts.push(FootPart::records(text, RecordsKey::Where(later)));
    }
    parts.extend(parts::gap_parts(&found.left_out, ask.question, window, lang));
    if found.open_ended > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-open-ended", found.open_ended)));
    }
    if found.corrected.coarse > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-coarse-delays", found.corrected.coarse)));
    }
    parts
}

fn horizon(found: &CorrectedFigure) -> u32 {
    let longest = found.corrected.within.unwrap_or(1);
    let shown = if found.corrected.hole { &found.window.early } else { &found.corrected.early };
    let tail = shown.upper_tenth().days.map_or(longest, |days| whole_days(days * 1.35) as u32);
    tail.min(longest).max(1)
}

fn steps(key: &str, name: String, role: ColourRole, curve: &Curve, until: u32) -> Series {
    let points = disclosure::points(curve, until);
    let end = if curve.steps.last().is_some_and(|last| last.share >= 1.0) { until } else { curve.until.min(until) };
    Series { key: key.to_owned(), name, role, marks: Marks::Steps { points, until: f64::from(end) }, label: None }
}

fn series(found: &CorrectedFigure, until: u32, lang: Lang) -> Vec<Series> {
    let mut series = Vec::new();
    let corrected = &found.corrected;
    let window = found.window.window.unwrap_or(0);
    let plain = tr_args(lang, "delay-series-plain", &[("n", found.naive.n.into())]);
    series.push(steps("naive", plain, ColourRole::Muted, &found.plain, until));
    if found.window.n > 0 {
        let args = [("days", window.into()), ("n", found.window.n.into())];
        let name = tr_args(lang, "delay-series-window", &args);
        series.push(steps("window", name, ColourRole::Data(3), &found.window.early, until.min(window)));
    }
    if corrected.hole {
        return series;
    }
    let args = [("days", corrected.within.unwrap_or(0).into()), ("n", corrected.n.into())];
    let name = tr_args(lang, "delay-series-corrected", &args);
    let points = match &corrected.late {
        Some(late) => disclosure::envelope(&corrected.early, late, until),
        None => disclosure::band(&corrected.early, until),
    };
    if !points.is_empty() {
        let end = f64::from(corrected.early.until.min(until));
        let marks = Marks::Band { points, until: end };
        series.push(Series {
            key: "band".to_owned(),
            name: name.clone(),
            role: ColourRole::Data(1),
            marks,
            label: None,
        });
    }
    series.push(steps("corrected", name, ColourRole::Data(1), &corrected.early, until));
    if let Some(late) = &corrected.late {
        series.push(steps("late", tr(lang, "delay-series-most"), ColourRole::Data(1), late, until));
    }
    if let Some((low, high)) = corrected.median_range().filter(|(low, high)| low == high) {
        let at = [low, 0.5];
        let text = tr_args(lang, "chart-half-label", &[("days", days(lang, (low, high)).into())]);
        let label = Some(DirectLabel { text: text.clone(), at, side: Side::BelowRight });
        let (key, role) = ("median".to_owned(), ColourRole::Data(2));
        series.push(Series { key, name: text, role, marks: Marks::Guide { at }, label });
    }
    series
}

fn table(found: &CorrectedFigure, lang: Lang) -> DataTable {
    let headers = ["days", "at_risk", "corrected", "low", "high", "naive", "window"];
    let rows = found.corrected.early.steps.iter().map(|step| {
        let shown = (!found.corrected.hole).then_some(step.share);
        let band = step.band.filter(|_| !found.corrected.hole);
        vec![
            kinds::count(lang, step.days),
            kinds::count(lang, step.open),
            kinds::share(lang, shown),
            kinds::share(lang, band.map(|(low, _)| low)),
            kinds::share(lang, band.map(|(_, high)| high)),
            kinds::share(lang, found.plain.share_by(step.days).map(|step| step.share)),
            kinds::share(
                lang,
                found
                    .window
                    .early
                    .share_by(step.days)
                    .map(|step| step.share)
                    .filter(|_| found.window.window.is_some_and(|window| step.days <= window)),
            ),
        ]
    });
    let name = |key: &&str| match *key {
        "days" | "low" | "high" => tr(lang, &format!("chart-column-{key}")),
        key => tr(lang, &format!("delay-column-{key}")),
    };
    DataTable { headers: headers.iter().map(name).collect(), rows: rows.collect() }
}
