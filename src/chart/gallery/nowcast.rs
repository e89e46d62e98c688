//! What is still to become known of recent months: known counts as bars, what is expected as outlines over them, and
//! what the same computation said a year earlier.

use crate::chart::figures::nowcast::{EARLIEST, FEWEST_INCIDENTS, FEWEST_MONTHS, Month, NowcastFigure, Refusal};
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::time::parts;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Legend, Marks, Outline, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words;
use crate::model::event::EventKind;
use crate::model::period::Period;
use crate::query::expr::{Expr, Sure};
use crate::stats::nowcast::Expected;
use crate::text::{self, Arg, Lang, tr, tr_args};

/// Numbers of months that can be looked at.
const SPANS: [u64; 3] = [24, 36, 48];

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let span = ask.options.number("months").filter(|months| SPANS.contains(months)).unwrap_or(36);
    let choices = vec![Choice::DateOf, Choice::Own(months_choice(lang, span))];
    let found = NowcastFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope, span as usize);
    let figure = match found {
        Ok(figure) => figure,
        Err(refusal) => {
            let foot = vec![parts::basis_line(ask)];
            let said = (tr(lang, "nowcast-title-none"), String::new(), refused(lang, refusal));
            return parts::empty(ChartKey::Nowcast, said, foot, definition(lang, None), choices);
        }
    };
    let model = model(ask, &figure);
    Drawn { model, panels: Vec::new(), definition: definition(lang, Some(&figure)), choices }
}

fn months_choice(lang: Lang, current: u64) -> OwnChoice {
    let named = |months: u64| (months.to_string(), words::counted(lang, "trend-months", months));
    OwnChoice {
        key: "months",
        name: tr(lang, "trend-choice-months"),
        control: Control::Segments(SPANS.into_iter().map(named).collect()),
        current: current.to_string(),
    }
}

fn refused(lang: Lang, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotAList => tr(lang, "nowcast-refused-list"),
        Refusal::SeveralDatasets => tr(lang, "chart-delay-several"),
        Refusal::ChosenPeriod => tr(lang, "nowcast-refused-period"),
        Refusal::TooShort { months } => {
            let args = [("months", (months as u64).into()), ("needed", (FEWEST_MONTHS as u64).into())];
            tr_args(lang, "nowcast-refused-months", &args)
        }
        Refusal::TooFew { n } => {
            tr_args(lang, "nowcast-refused-few", &[("count", n.into()), ("needed", FEWEST_INCIDENTS.into())])
        }
        Refusal::NothingEarly => tr(lang, "nowcast-refused-early"),
        Refusal::NothingToCome => tr(lang, "nowcast-refused-nothing"),
    }
}

/// What is expected of a month, for a message.
fn said(lang: Lang, period: Period, expected: &Expected) -> [(&'static str, Arg); 5] {
    [
        ("month", words::period(lang, period).into()),
        ("known", expected.known.into()),
        ("expected", (expected.mean.round() as u64).into()),
        ("low", expected.low.into()),
        ("high", expected.high.into()),
    ]
}

fn backtest(lang: Lang, figure: &NowcastFigure) -> Option<String> {
    let found = figure.backtest?;
    let mut args = said(lang, found.month.period, &found.expected).to_vec();
    args.extend([
        ("truth", Arg::from(found.month.known)),
        ("held", found.held.into()),
        ("ranges", found.ranges.into()),
    ]);
    Some(tr_args(lang, "nowcast-backtest", &args))
}

fn model(ask: &Ask<'_>, figure: &NowcastFigure) -> ChartModel {
    let lang = ask.context.lang;
    let title = figure.headline().map_or_else(
        || tr(lang, "nowcast-title-none"),
        |(month, expected)| tr_args(lang, "nowcast-title", &said(lang, month.period, &expected)),
    );
    let event = tr(lang, &format!("event-{}", figure.ends.0.key()));
    let subtitle = tr_args(lang, "nowcast-subtitle", &[("event", event.into())]);
    let backtest = backtest(lang, figure).unwrap_or_else(|| tr(lang, "nowcast-backtest-none"));
    let periods: Vec<Period> = figure.months.iter().map(|month| month.period).collect();
    let tops = figure.months.iter().map(|month| month.expected.map_or(month.known, |expected| expected.high));
    let highest = tops.max().unwrap_or(0) as f64;
    ChartModel {
        key: ChartKey::Nowcast,
        alt: words::alt(lang, "chart-alt-bars", &title, &subtitle, &backtest),
        foot: foot(ask, figure, backtest),
        x: time_axis(lang, &periods),
        y: ticks::count_axis(lang, tr(lang, "chart-column-incidents"), highest),
        series: vec![known(lang, figure), expected(lang, figure)],
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(lang, figure),
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    }
}

fn known(lang: Lang, figure: &NowcastFigure) -> Series {
    let bar = |month: &Month| Bar {
        at: ticks::middle(month.period),
        width: month.period.len_days() as f64,
        base: 0.0,
        certain: month.known as f64,
        coarse: 0.0,
        partial: month.is_too_early(),
        role: None,
        label: String::new(),
        hover: hover(lang, month),
        records: RecordsKey::Where(within(figure.ends.0, month.period)),
    };
    Series {
        key: "known".to_owned(),
        name: tr(lang, "nowcast-known"),
        role: ColourRole::Data(1),
        marks: Marks::Bars { direction: Direction::Up, bars: figure.months.iter().map(bar).collect() },
        label: None,
    }
}

fn within(event: EventKind, period: Period) -> Expr {
    Expr::Date { event, from: Some(period.first_day()), to: Some(period.last_day()), how: Sure::Certain }
}

fn expected(lang: Lang, figure: &NowcastFigure) -> Series {
    let outline = |month: &Month| {
        let expected = month.expected?;
        Some(Outline {
            at: ticks::middle(month.period),
            width: month.period.len_days() as f64,
            expected: expected.mean,
            interval: Some((expected.low as f64, expected.high as f64)),
            label: String::new(),
            hover: hover(lang, month),
        })
    };
    Series {
        key: "expected".to_owned(),
        name: tr(lang, "nowcast-expected"),
        role: ColourRole::Data(1),
        marks: Marks::Outlines { outlines: figure.months.iter().filter_map(outline).collect() },
        label: None,
    }
}

fn hover(lang: Lang, month: &Month) -> Vec<String> {
    let mut hover = vec![words::capital(&words::period(lang, month.period)), words::incidents(lang, month.known)];
    if let Some(expected) = month.expected {
        hover.push(tr_args(lang, "nowcast-hover", &said(lang, month.period, &expected)));
    } else if month.is_too_early() {
        let share = text::share(lang, month.completeness, 0);
        hover.push(tr_args(lang, "trend-hover-expected", &[("share", share.into())]));
    }
    if let Some(earlier) = month.a_year_earlier {
        hover.push(tr_args(lang, "nowcast-hover-earlier", &said(lang, month.period, &earlier)));
    }
    hover
}

fn foot(ask: &Ask<'_>, figure: &NowcastFigure, backtest: String) -> Vec<FootLine> {
    let lang = ask.context.lang;
    let (from, to) = words::ends(lang, figure.ends);
    let args = [
        ("n", Arg::from(figure.n)),
        ("from", from.into()),
        ("to", to.into()),
        ("months", (figure.months.len() as u64).into()),
        ("delays", (figure.delays as u64).into()),
    ];
    let mut counted = vec![FootPart::text(tr_args(lang, "nowcast-n", &args))];
    let out = figure.left_out;
    let undated = |event: EventKind| RecordsKey::Undated(event);
    if out.undated > 0 {
        counted.push(FootPart::records(words::counted(lang, "chart-undated", out.undated), undated(figure.ends.0)));
    }
    if out.unlisted > 0 {
        let text = words::counted(lang, "chart-gap-end_missing", out.unlisted);
        counted.push(FootPart::records(text, undated(figure.ends.1)));
    }
    for (count, key) in [(out.coarse, "chart-coarse"), (out.wrong_order, "chart-gap-inconsistent")] {
        if count > 0 {
            counted.push(FootPart::text(words::counted(lang, key, count)));
        }
    }
    counted.extend(words::scope_notes(ask.scope, ask.context));
    let early = figure.months.iter().filter(|month| month.is_too_early()).count() as u64;
    let mut how = vec![FootPart::text(backtest)];
    if early > 0 {
        let args = [("count", early.into()), ("share", text::share(lang, EARLIEST, 0).into())];
        how.push(FootPart::text(tr_args(lang, "nowcast-too-early", &args)));
    }
    if figure.dispersion.is_some_and(|index| index > 1.0) {
        how.push(FootPart::text(tr(lang, "nowcast-clusters")));
    }
    how.push(FootPart::text(tr(lang, "nowcast-not-added")));
    vec![FootLine { parts: how }, FootLine { parts: counted }, parts::basis_line(ask)]
}

fn definition(lang: Lang, figure: Option<&NowcastFigure>) -> Vec<String> {
    let months = figure.map_or(24, |figure| figure.delays as u64);
    let first = tr_args(lang, "nowcast-definition-1", &[("months", months.into())]);
    let rest = ["nowcast-definition-2", "nowcast-definition-3", "nowcast-definition-4"];
    std::iter::once(first).chain(rest.into_iter().map(|key| tr(lang, key))).collect()
}

fn table(lang: Lang, figure: &NowcastFigure) -> DataTable {
    let keys = [
        "chart-column-period",
        "chart-column-from",
        "chart-column-to",
        "nowcast-known",
        "nowcast-column-share",
        "nowcast-expected",
        "chart-column-low",
        "chart-column-high",
        "nowcast-column-earlier",
        "nowcast-column-earlier-low",
        "nowcast-column-earlier-high",
    ];
    let ends = |expected: Option<Expected>| {
        let count =
            |of: fn(Expected) -> u64| expected.map_or_else(kinds::missing, |expected| kinds::count(lang, of(expected)));
        [
            kinds::real(lang, expected.map(|expected| expected.mean), 1),
            count(|expected| expected.low),
            count(|expected| expected.high),
        ]
    };
    let row = |month: &Month| {
        let mut cells = vec![
            kinds::words(words::period(lang, month.period)),
            kinds::day(lang, month.period.first_day()),
            kinds::day(lang, month.period.last_day()),
            kinds::count(lang, month.known),
            kinds::share(lang, Some(month.completeness)),
        ];
        cells.extend(ends(month.expected));
        cells.extend(ends(month.a_year_earlier));
        cells
    };
    DataTable { headers: keys.iter().map(|key| tr(lang, key)).collect(), rows: figure.months.iter().map(row).collect() }
}
