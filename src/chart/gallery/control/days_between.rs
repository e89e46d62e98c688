//! Days between large incidents against what ordinary variation gives.

use crate::chart::figures::control::{Judged, Standing};
use crate::chart::figures::days_between::{DaysBetween, POWERS};
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
use crate::chart::words::{self, Rounding, whole_days};
use crate::frame::RecordId;
use crate::model::calendar::Day;
use crate::model::period::{Period, PeriodScheme};
use crate::query::expr::{Expr, Sure};
use crate::text::{Lang, tr, tr_args};

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let power = ask.options.number("size").and_then(|power| u32::try_from(power).ok());
    let power = power.filter(|power| POWERS.contains(power));
    let figure = DaysBetween::compute(ask.snapshot, ask.selection, ask.question, ask.scope, power);
    let named = |power: u32| (power.to_string(), size(ask, power));
    let choices = vec![
        Choice::DateOf,
        Choice::Measure,
        Choice::Own(OwnChoice {
            key: "size",
            name: tr(lang, "between-choice-size"),
            control: choice::Control::List(POWERS.map(named).collect()),
            current: figure.power.to_string(),
        }),
    ];
    let definition = (1..=3).map(|at| tr(lang, &format!("between-definition-{at}"))).collect();
    if figure.control.is_none() {
        let args = [("count", (figure.events.len() as u64).into()), ("size", size(ask, figure.power).into())];
        let sentence = tr_args(lang, "between-refused", &args);
        let said = (tr(lang, "between-title-none"), String::new(), sentence);
        return parts::empty(ChartKey::DaysBetween, said, foot(ask, &figure), definition, choices);
    }
    Drawn { model: model(ask, &figure), panels: Vec::new(), definition, choices }
}

/// `100,000 people`.
fn size(ask: &Ask<'_>, power: u32) -> String {
    words::amount(ask.context.lang, 10_u128.pow(power), ask.question.measure.0, Rounding::Exact)
}

fn title(ask: &Ask<'_>, figure: &DaysBetween) -> String {
    let lang = ask.context.lang;
    let Some(control) = &figure.control else { return tr(lang, "between-title-none") };
    let centre = control.points.first().map_or(0, |point| whole_days(point.centre));
    let high = control.points.first().map_or(0, |point| point.high.floor() as u64);
    let outside = control.outside().count() as u64;
    let mut args = vec![
        ("size", size(ask, figure.power).into()),
        ("days", centre.into()),
        ("high", high.into()),
        ("count", outside.into()),
        ("gaps", (control.points.len() as u64).into()),
    ];
    let day = |at: usize| figure.events.get(at).map(|(day, _)| words::day(lang, *day)).unwrap_or_default();
    let key = match control.longest_run() {
        _ if outside > 0 => "between-title-outside",
        Some((first, last)) => {
            args.push(("from", day(first).into()));
            args.push(("to", day(last + 1).into()));
            let shorter = control.points.get(first).is_some_and(|point| point.value < point.centre);
            if shorter { "between-title-shorter" } else { "between-title-longer" }
        }
        None => "between-title-ordinary",
    };
    tr_args(lang, key, &args)
}

fn model(ask: &Ask<'_>, figure: &DaysBetween) -> ChartModel {
    let lang = ask.context.lang;
    let title = title(ask, figure);
    let event = tr(lang, &format!("event-{}", ask.scope.date_of.key()));
    let subtitle =
        tr_args(lang, "between-subtitle", &[("size", size(ask, figure.power).into()), ("event", event.into())]);
    let first = figure.events.first().map_or(figure.until, |(day, _)| *day);
    let periods: Vec<Period> = PeriodScheme::Year.span(first, figure.until).collect();
    let until = f64::from(figure.events.last().map_or(figure.until.0, |(day, _)| day.0));
    let mut series = Vec::new();
    let mut highest = f64::from(figure.open_days);
    if let Some(control) = &figure.control {
        let gaps = figure.events.iter().zip(figure.events.iter().skip(1));
        let placed: Vec<Placed> =
            gaps.zip(&control.points).map(|((before, event), judged)| placed(lang, *before, *event, judged)).collect();
        series = drawing::series(lang, control, &placed, until);
        highest = control.points.iter().map(|point| point.value.max(point.high)).fold(highest, f64::max);
    }
    series.push(open(lang, figure));
    ChartModel {
        key: ChartKey::DaysBetween,
        alt: words::alt(lang, "chart-alt-points", &title, &subtitle, &since(lang, figure)),
        foot: foot(ask, figure),
        x: time_axis(lang, &periods),
        y: ticks::count_axis(lang, tr(lang, "chart-axis-days"), highest),
        series,
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(lang, figure),
        title,
        subtitle,
        empty: None,
        legend: Legend::Above,
    }
}

/// A gap stands at the day of the incident that ends it.
fn placed(lang: Lang, before: (Day, RecordId), event: (Day, RecordId), judged: &Judged) -> Placed {
    let gap = tr_args(lang, "chart-days", &[("days", (judged.value as u64).into())]);
    let outside = judged.standing != Standing::Ordinary;
    let args = [("high", (judged.high.floor() as u64).into())];
    let point = Point {
        at: [f64::from(event.0.0), judged.value],
        label: if outside { gap.clone() } else { String::new() },
        hover: vec![words::day_range(lang, before.0, event.0), gap, tr_args(lang, "between-hover", &args)],
        records: RecordsKey::Where(Expr::Records(vec![before.1, event.1])),
        partial: false,
    };
    Placed { point, from: f64::from(before.0.0) }
}

/// The days since the last one, not judged: the next may come any day.
fn open(lang: Lang, figure: &DaysBetween) -> Series {
    let records = figure.events.last().map_or(RecordsKey::All, |(_, id)| RecordsKey::One(*id));
    let point = Point {
        at: [f64::from(figure.until.0), f64::from(figure.open_days)],
        label: String::new(),
        hover: vec![since(lang, figure)],
        records,
        partial: true,
    };
    Series {
        key: "since".to_owned(),
        name: tr(lang, "between-series-since"),
        role: ColourRole::Muted,
        marks: Marks::Points { points: vec![point] },
        label: None,
    }
}

fn since(lang: Lang, figure: &DaysBetween) -> String {
    let args = [("days", figure.open_days.into()), ("day", words::day(lang, figure.until).into())];
    tr_args(lang, "between-since", &args)
}

fn foot(ask: &Ask<'_>, figure: &DaysBetween) -> Vec<FootLine> {
    let (lang, measure) = (ask.context.lang, ask.question.measure);
    let smallest = 10_u64.saturating_pow(figure.power);
    let count = |from: u64, to: Option<u64>, how: Sure| Expr::Count { measure, from, to, how };
    let large = count(smallest, None, Sure::Certain);
    let args = [("n", (figure.events.len() as u64).into()), ("size", size(ask, figure.power).into())];
    let mut counted = vec![FootPart::records(tr_args(lang, "between-n", &args), RecordsKey::Where(large.clone()))];
    if figure.undated > 0 {
        counted.push(FootPart::text(words::counted(lang, "between-undated", figure.undated)));
    }
    if figure.unsure > 0 {
        counted.push(FootPart::text(words::counted(lang, "between-unsure", figure.unsure)));
    }
    if figure.later > 0 {
        let args = [("count", figure.later.into()), ("day", words::day_short(lang, figure.until).into())];
        let from = Some(figure.until.plus_days(1));
        let after = Expr::Date { event: ask.question.date_of, from, to: None, how: Sure::Certain };
        let text = tr_args(lang, "between-later", &args);
        counted.push(FootPart::records(text, RecordsKey::Where(large.and(after))));
    }
    counted.extend(words::scope_notes(ask.scope, ask.context));
    let how = FootLine { parts: vec![FootPart::text(since(lang, figure)), FootPart::text(tr(lang, "chart-reported"))] };
    vec![how, FootLine { parts: counted }, parts::basis_line(ask)]
}

fn table(lang: Lang, figure: &DaysBetween) -> DataTable {
    let keys = [
        "between-column-from",
        "between-column-to",
        "chart-column-days",
        "control-column-centre",
        "control-column-low",
        "control-column-high",
        "control-column-outside",
        "control-column-run",
    ];
    let pairs = figure.events.iter().zip(figure.events.iter().skip(1));
    let judged = figure.control.iter().flat_map(|control| &control.points);
    let rows = pairs.zip(judged).map(|(((before, _), (day, _)), point)| {
        let mut cells = vec![kinds::day(lang, *before), kinds::day(lang, *day), kinds::count(lang, point.value as u64)];
        cells.extend([point.centre, point.low, point.high].map(|value| kinds::real(lang, Some(value), 1)));
        cells.push(parts::yes_no(lang, point.standing != Standing::Ordinary));
        cells.push(parts::yes_no(lang, point.in_run));
        cells
    });
    DataTable { headers: keys.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
