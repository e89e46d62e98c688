//! Counts per month against what ordinary variation gives.

use crate::chart::figures::control::{Control, FEWEST, Judged, Limits, RUN, Standing};
use crate::chart::figures::incidents::{IncidentsFigure, PeriodFigure};
use crate::chart::figures::series::{Series as Counted, count};
use crate::chart::findings;
use crate::chart::gallery::choice::{self, Choice, OwnChoice};
use crate::chart::gallery::control::drawing::{self, Placed};
use crate::chart::gallery::time::parts;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart, Legend, Marks, Point, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words;
use crate::model::period::{Period, PeriodScheme};
use crate::query::question::Question;
use crate::text::{self, Lang, tr, tr_args};

/// Numbers of months that can be looked at; 0 is all.
const SPANS: [u64; 4] = [24, 36, 60, 0];

/// Part of the records that must lie in one month for certain.
const CERTAIN: f64 = 0.95;

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let span = ask.options.number("months").filter(|months| SPANS.contains(months)).unwrap_or(36);
    let per_exposed = ask.options.is_on("rate");
    let choices = choices(ask, span);
    let counted = count(ask.snapshot, ask.selection, ask.question, ask.scope, &[PeriodScheme::Month]);
    let Some(months) = counted.first() else {
        return refuse(ask, choices, tr(lang, "control-refused-nothing"));
    };
    if months.certain_share().is_some_and(|share| share < CERTAIN) {
        return refuse(ask, choices, tr(lang, "control-refused-coarse"));
    }
    let whole = months.whole();
    let latest = if span == 0 { whole } else { &whole[whole.len().saturating_sub(span as usize)..] };
    let exposure = |found: &PeriodFigure| {
        let days = f64::from(found.count.exposure_days);
        let exposed = ask.context.denominator.as_ref().filter(|_| per_exposed);
        let of_year = exposed.map(|all| all.by_year.get(&found.period.first_day().year()).copied().unwrap_or(0));
        days * of_year.map_or(1.0, |exposed| exposed as f64)
    };
    let total: u64 = latest.iter().map(|found| found.count.certain).sum();
    let control = Control::of_counts(latest, exposure).filter(|_| total >= 10);
    let Some(control) = control else {
        let args =
            [("months", (latest.len() as u64).into()), ("needed", (FEWEST as u64).into()), ("count", total.into())];
        return refuse(ask, choices, tr_args(lang, "control-refused-few", &args));
    };
    let model = model(ask, &control, latest, months);
    Drawn { model, panels: Vec::new(), definition: definition(lang, &control), choices }
}

fn choices(ask: &Ask<'_>, span: u64) -> Vec<Choice> {
    let lang = ask.context.lang;
    let named = |months: u64| {
        let name = if months == 0 { tr(lang, "trend-all") } else { words::counted(lang, "trend-months", months) };
        (months.to_string(), name)
    };
    let mut choices = vec![
        Choice::DateOf,
        Choice::Own(OwnChoice {
            key: "months",
            name: tr(lang, "trend-choice-months"),
            control: choice::Control::Segments(SPANS.into_iter().map(named).collect()),
            current: span.to_string(),
        }),
    ];
    if let Some(denominator) = &ask.context.denominator {
        choices.push(Choice::Own(OwnChoice {
            key: "rate",
            name: tr_args(lang, "control-choice-rate", &[("what", denominator.what.clone().into())]),
            control: choice::Control::Switch,
            current: if ask.options.is_on("rate") { "on".to_owned() } else { String::new() },
        }));
    }
    choices
}

fn refuse(ask: &Ask<'_>, choices: Vec<Choice>, sentence: String) -> Drawn {
    let lang = ask.context.lang;
    let said = (tr(lang, "control-title-none"), String::new(), sentence);
    let definition = ["control-definition-1", "control-definition-2", "control-definition-4"];
    let definition = definition.into_iter().map(|key| tr(lang, key)).collect();
    parts::empty(ChartKey::Control, said, vec![parts::basis_line(ask)], definition, choices)
}

/// The finding: what ordinary variation gives, and what lies outside it.
fn title(lang: Lang, control: &Control, periods: &[PeriodFigure]) -> String {
    let (low, high) = control.ordinary();
    let name = |at: usize| periods.get(at).map(|found| words::period(lang, found.period)).unwrap_or_default();
    let outside: Vec<String> = control.outside().map(|(at, _)| name(at)).collect();
    let range = if low == 0 { "control-range-upto" } else { "control-range" };
    let range = tr_args(lang, range, &[("low", low.into()), ("high", high.into())]);
    let mut args = vec![
        ("range", range.into()),
        ("low", low.into()),
        ("high", high.into()),
        ("months", (periods.len() as u64).into()),
        ("count", (outside.len() as u64).into()),
    ];
    let key = match (outside.len(), control.longest_run()) {
        (0, None) if low == 0 => "control-title-ordinary-upto",
        (0, None) => "control-title-ordinary",
        (0, Some((first, last))) => {
            args.push(("from", name(first).into()));
            args.push(("to", name(last).into()));
            args.push(("run", ((last - first + 1) as u64).into()));
            "control-title-run"
        }
        (1..=3, _) => {
            args.push(("which", outside.join(", ").into()));
            "control-title-outside"
        }
        _ => "control-title-many",
    };
    tr_args(lang, key, &args)
}

fn model(ask: &Ask<'_>, control: &Control, latest: &[PeriodFigure], months: &Counted) -> ChartModel {
    let lang = ask.context.lang;
    let start = latest.first().map(|found| found.period.first_day());
    // What follows is shown hatched and not judged.
    let shown: Vec<&PeriodFigure> =
        months.periods.iter().filter(|found| start.is_none_or(|start| found.period.first_day() >= start)).collect();
    let periods: Vec<Period> = shown.iter().map(|found| found.period).collect();
    let title = title(lang, control, latest);
    let event = tr(lang, &format!("event-{}", ask.scope.date_of.key()));
    let subtitle = tr_args(lang, "control-subtitle", &[("event", event.into())]);
    let placed: Vec<Placed> =
        latest.iter().zip(&control.points).map(|(found, judged)| placed(lang, found, judged)).collect();
    let until = latest.last().map_or(0.0, |found| f64::from(found.period.following().first_day().0));
    let mut series = drawing::series(lang, control, &placed, until);
    series.extend(not_judged(lang, &shown, until));
    let tops =
        shown.iter().map(|found| found.count.certain as f64).chain(control.points.iter().map(|point| point.high));
    let highest = tops.fold(0.0, f64::max);
    ChartModel {
        key: ChartKey::Control,
        alt: words::alt(lang, "chart-alt-points", &title, &subtitle, &why(lang, control)),
        foot: foot(ask, control, latest),
        x: time_axis(lang, &periods),
        y: ticks::count_axis(lang, tr(lang, "chart-column-incidents"), highest),
        series,
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(lang, control, latest),
        title,
        subtitle,
        empty: None,
        legend: Legend::Above,
    }
}

fn placed(lang: Lang, found: &PeriodFigure, judged: &Judged) -> Placed {
    let outside = judged.standing != Standing::Ordinary;
    let (low, high) = (judged.low.ceil() as u64, judged.high.floor() as u64);
    let ordinary = tr_args(lang, "control-hover", &[("low", low.into()), ("high", high.into())]);
    let period = found.period;
    let point = Point {
        at: [ticks::middle(period), judged.value],
        label: if outside { words::period_short(lang, period) } else { String::new() },
        hover: vec![
            words::capital(&words::period(lang, period)),
            words::incidents(lang, found.count.certain),
            ordinary,
        ],
        records: RecordsKey::Period { first: period.first_day(), last: period.last_day() },
        partial: false,
    };
    Placed { point, from: f64::from(period.first_day().0) }
}

/// The incomplete periods after those that are judged.
fn not_judged(lang: Lang, shown: &[&PeriodFigure], until: f64) -> Option<Series> {
    let later = shown.iter().filter(|found| f64::from(found.period.first_day().0) >= until);
    let point = |found: &&PeriodFigure| Point {
        at: [ticks::middle(found.period), found.count.certain as f64],
        label: String::new(),
        hover: parts::hover(lang, found, [words::incidents(lang, found.count.certain)]),
        records: RecordsKey::Period { first: found.period.first_day(), last: found.period.last_day() },
        partial: true,
    };
    let points: Vec<Point> = later.map(point).collect();
    (!points.is_empty()).then(|| Series {
        key: "incomplete".to_owned(),
        name: tr(lang, "control-series-incomplete"),
        role: ColourRole::Muted,
        marks: Marks::Points { points },
        label: None,
    })
}

/// Which limits, and why.
fn why(lang: Lang, control: &Control) -> String {
    let index = text::decimal(lang, control.dispersion.unwrap_or(1.0), 1);
    let key = match control.limits {
        Limits::MovingRange => "control-why-moving-range",
        Limits::Rate | Limits::Gaps => "control-why-rate",
    };
    tr_args(lang, key, &[("index", index.into())])
}

fn foot(ask: &Ask<'_>, control: &Control, latest: &[PeriodFigure]) -> Vec<FootLine> {
    let lang = ask.context.lang;
    let total: u64 = latest.iter().map(|found| found.count.certain).sum();
    let args = [("n", total.into()), ("months", (latest.len() as u64).into())];
    let question = Question { period: crate::query::question::PeriodKind::Month, ..ask.question.clone() };
    let scope = crate::chart::figures::scope::Scope { scheme: PeriodScheme::Month, ..ask.scope.clone() };
    let figure = IncidentsFigure::compute(ask.snapshot, ask.selection, &question, &scope);
    let mut counted = vec![FootPart::text(tr_args(lang, "control-n", &args))];
    counted.extend(findings::incidents::left_out_of(&figure, &scope, ask.context));
    let mut how = vec![FootPart::text(why(lang, control))];
    if let Some((first, last)) = control.longest_run().filter(|_| control.outside().next().is_some()) {
        let name = |at: usize| latest.get(at).map(|found| words::period(lang, found.period)).unwrap_or_default();
        let run = ((last - first + 1) as u64).into();
        let args = [("run", run), ("from", name(first).into()), ("to", name(last).into())];
        how.push(FootPart::text(tr_args(lang, "control-also-run", &args)));
    }
    how.push(FootPart::text(tr(lang, "chart-reported")));
    vec![FootLine { parts: how }, FootLine { parts: counted }, parts::basis_line(ask)]
}

fn definition(lang: Lang, control: &Control) -> Vec<String> {
    let how = match control.limits {
        Limits::MovingRange => "control-definition-3",
        Limits::Rate | Limits::Gaps => "control-definition-2",
    };
    let run = tr_args(lang, "control-definition-run", &[("run", (RUN as u64).into())]);
    vec![tr(lang, "control-definition-1"), tr(lang, how), run, tr(lang, "control-definition-4")]
}

fn table(lang: Lang, control: &Control, latest: &[PeriodFigure]) -> DataTable {
    let keys = [
        "chart-column-period",
        "chart-column-from",
        "chart-column-to",
        "chart-column-incidents",
        "control-column-centre",
        "control-column-low",
        "control-column-high",
        "control-column-outside",
        "control-column-run",
    ];
    let rows = latest.iter().zip(&control.points).map(|(found, point)| {
        let mut cells = parts::period_cells(lang, found);
        cells.push(kinds::count(lang, found.count.certain));
        cells.extend([point.centre, point.low, point.high].map(|value| kinds::real(lang, Some(value), 1)));
        cells.push(parts::yes_no(lang, point.standing != Standing::Ordinary));
        cells.push(parts::yes_no(lang, point.in_run));
        cells
    });
    DataTable { headers: keys.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
