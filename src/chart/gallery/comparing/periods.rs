//! A period against the same months of another year: how many, how many people, how long.

use crate::chart::figures::comparing::periods::{PeriodsFigure, Side, TOLD_BY, Which, earlier};
use crate::chart::figures::comparing::{FEWEST, Verdict};
use crate::chart::findings;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::comparing::parts::{self, Row};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, Bar, Cell, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Grid, Legend, Marks,
    Scale, Series, Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words;
use crate::model::dataset::Mechanism;
use crate::text::{self, Lang, tr, tr_args};

const KEY: ChartKey = ChartKey::ComparePeriods;
/// Most years that a period is compared over.
const MOST_YEARS: u32 = 30;

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let offered: Vec<Which> =
        Which::ALL.into_iter().filter(|which| which.span(ask.question, ask.scope).is_some()).collect();
    let named = offered.iter().copied().find(|which| ask.options.get("which") == Some(which.key()));
    let which =
        named.or_else(|| offered.iter().copied().find(|which| *which == Which::Filter)).or(offered.first().copied());
    let span = which.and_then(|which| which.span(ask.question, ask.scope));
    let years: Vec<u32> = span.map_or_else(Vec::new, |span| {
        (1..=MOST_YEARS).take_while(|years| earlier(span, *years, ask.scope).is_some()).collect()
    });
    let back = ask.options.number("back").and_then(|back| u32::try_from(back).ok()).filter(|back| years.contains(back));
    let back = back.unwrap_or(1);
    let mut choices = vec![Choice::DateOf, Choice::Measure, Choice::Delay];
    if let Some(which) = which {
        let values: Vec<(String, String)> = offered
            .iter()
            .map(|which| (which.key().to_owned(), tr(lang, &format!("comparing-which-{}", which.key()))))
            .collect();
        choices.insert(0, own("which", tr(lang, "comparing-choice-which"), Control::Segments(values), which.key()));
    }
    if let Some(span) = span
        && !years.is_empty()
    {
        let name =
            |years: &u32| earlier(span, *years, ask.scope).map(|then| words::in_span(lang, then)).unwrap_or_default();
        let values = years.iter().map(|years| (years.to_string(), words::capital(&name(years)))).collect();
        choices.insert(1, own("back", tr(lang, "comparing-choice-back"), Control::List(values), &back.to_string()));
    }
    let then = span.and_then(|span| earlier(span, back, ask.scope));
    let definition = definition(lang, ask.question.mechanism);
    let (Some(now), Some(then)) = (span, then) else {
        let sentence = tr(lang, "comparing-periods-none");
        let model = kinds::blank(KEY, tr(lang, "comparing-periods-title-none"), String::new(), sentence);
        let model = ChartModel { foot: vec![words::basis(ask.scope, ask.context)], ..model };
        return Drawn { model, panels: Vec::new(), definition, choices };
    };
    let figure = PeriodsFigure::compute(ask.snapshot, ask.question, now, then);
    let model = model(ask, &figure);
    let panels = if model.empty.is_some() {
        Vec::new()
    } else {
        [people(ask, &figure), told(ask, &figure)].into_iter().flatten().collect()
    };
    Drawn { model, panels, definition, choices }
}

fn own(key: &'static str, name: String, control: Control, current: &str) -> Choice {
    Choice::Own(OwnChoice { key, name, control, current: current.to_owned() })
}

fn definition(lang: Lang, mechanism: Mechanism) -> Vec<String> {
    let delay = match mechanism {
        Mechanism::Register => "comparing-define-periods-register",
        Mechanism::DisclosureList => "comparing-define-periods-list",
        Mechanism::Mixed => "comparing-define-periods-mixed",
    };
    parts::paragraphs(
        lang,
        &["comparing-define-periods", "comparing-define-ratio", delay, "comparing-define-periods-limits"],
    )
}

fn records(side: &Side) -> RecordsKey {
    RecordsKey::Chosen(Box::new(side.filter.clone()))
}

fn model(ask: &Ask<'_>, figure: &PeriodsFigure) -> ChartModel {
    let (lang, comparison) = (ask.context.lang, &figure.comparison);
    let headline = findings::incidents::headline(comparison, lang);
    let total = comparison.current.count + comparison.before.count;
    let title = if total < 5 {
        headline.clone()
    } else {
        let sentence = findings::incidents::sentence(comparison, lang);
        format!("{headline}. {}", sentence.trim_end_matches('.'))
    };
    let event = tr(lang, &format!("event-{}", ask.scope.date_of.key())).to_lowercase();
    let by =
        if figure.now.months.len() > 1 { "comparing-subtitle-periods-months" } else { "comparing-subtitle-periods" };
    let subtitle = tr_args(lang, by, &[("event", event.into())]);
    let mut foot = vec![FootLine { parts: basis(ask, figure) }, words::basis(ask.scope, ask.context)];
    foot.retain(|line| !line.parts.is_empty());
    let table = table(ask, figure);
    if total == 0 {
        let blank = kinds::blank(KEY, tr(lang, "chart-none"), subtitle, tr(lang, "comparing-periods-empty"));
        return ChartModel { foot, ..blank };
    }
    let alt = words::alt(lang, "chart-alt-bars", &title, &subtitle, "");
    let (x, series) = bars(lang, figure);
    let most = series.iter().flat_map(heights).fold(1.0_f64, f64::max);
    ChartModel {
        x,
        y: ticks::count_axis(lang, tr(lang, "chart-column-incidents"), most),
        series,
        foot,
        table,
        alt,
        empty: None,
        legend: Legend::Above,
        ..kinds::blank(KEY, title, subtitle, String::new())
    }
}

fn heights(series: &Series) -> Vec<f64> {
    match &series.marks {
        Marks::Bars { bars, .. } => bars.iter().map(|bar| bar.certain).collect(),
        _ => Vec::new(),
    }
}

/// Months of both periods beside each other, or both periods as two bars where they are not made of months.
fn bars(lang: Lang, figure: &PeriodsFigure) -> (Axis, Vec<Series>) {
    let num = figure.now.months.len();
    let by_month = num > 1;
    let sides = [("then", &figure.then, ColourRole::Other, -0.21), ("now", &figure.now, ColourRole::Data(1), 0.21)];
    let series = sides.into_iter().map(|(key, side, role, shift)| {
        let bar = |index: usize, count: u64, name: String, records: RecordsKey| Bar {
            at: index as f64 + if by_month { shift } else { 0.0 },
            width: if by_month { 0.42 } else { 0.8 },
            base: 0.0,
            certain: count as f64,
            coarse: 0.0,
            partial: false,
            role: None,
            label: text::number(lang, count),
            hover: vec![words::capital(&name), words::incidents(lang, count)],
            records,
        };
        let bars = if by_month {
            let months = side.months.iter().enumerate().map(|(index, (first, count))| {
                let last = first.add_months(1).plus_days(-1);
                let filter =
                    crate::query::question::Filter { from: Some(*first), to: Some(last), ..side.filter.clone() };
                bar(index, *count, words::day_range(lang, *first, last), RecordsKey::Chosen(Box::new(filter)))
            });
            months.collect()
        } else {
            let place = usize::from(key == "now");
            vec![bar(place, side.selection.len() as u64, words::in_span(lang, side.span), records(side))]
        };
        Series {
            key: key.to_owned(),
            name: words::capital(&words::in_span(lang, side.span)),
            role,
            marks: Marks::Bars { direction: Direction::Up, bars },
            label: None,
        }
    });
    let series: Vec<Series> = series.collect();
    let labels: Vec<String> = if by_month {
        let name = |(first, _): &(crate::model::calendar::Day, u64)| {
            let (_, month, day) = first.ymd();
            let name = text::date::month_name_short(lang, u8::try_from(month).unwrap_or(1));
            if day == 1 { name.to_owned() } else { format!("{day} {name}") }
        };
        figure.now.months.iter().map(name).collect()
    } else {
        [&figure.then, &figure.now].iter().map(|side| words::capital(&words::in_span(lang, side.span))).collect()
    };
    let ticks: Vec<Tick> = labels.into_iter().enumerate().map(|(at, label)| Tick { at: at as f64, label }).collect();
    let hi = ticks.len().max(1) as f64 - 0.5;
    (Axis { title: String::new(), scale: Scale::Band, lo: -0.5, hi, ticks, grid: Grid::Off }, series)
}

/// What the comparison rests on.
fn basis(ask: &Ask<'_>, figure: &PeriodsFigure) -> Vec<FootPart> {
    let lang = ask.context.lang;
    let side = |side: &Side| {
        let range = words::day_range(lang, side.span.first, side.span.last);
        let args = [("range", range.into()), ("count", (side.selection.len() as u64).into())];
        FootPart::records(tr_args(lang, "comparing-side-days", &args), records(side))
    };
    let mut found = vec![side(&figure.now), side(&figure.then), FootPart::text(tr(lang, "chart-interval-note"))];
    if figure.comparison.is_clustered() {
        found.push(FootPart::text(tr(lang, "chart-clusters")));
    }
    let touching = figure.now.selection.touching + figure.then.selection.touching;
    if touching > 0 {
        found.push(FootPart::text(words::counted(lang, "chart-touching", touching as u64)));
    }
    if figure.now.selection.undated > 0 {
        found.push(FootPart::text(words::counted(lang, "chart-undated", figure.now.selection.undated as u64)));
    }
    if let Some(people) = &figure.people {
        found.push(parts::limits_part(lang, people.gap.limits));
    }
    if ask.question.mechanism == Mechanism::DisclosureList && figure.now.waits.window < TOLD_BY[0] {
        found.push(FootPart::text(tr(lang, "comparing-too-recent")));
    }
    found.push(FootPart::text(tr(lang, "chart-reported")));
    found
}

/// How many people: the median of each side.
fn people(ask: &Ask<'_>, figure: &PeriodsFigure) -> Option<ChartModel> {
    let (lang, unit) = (ask.context.lang, ask.question.measure.0);
    let sides = [(&figure.now, ColourRole::Data(1)), (&figure.then, ColourRole::Other)];
    let rows: Vec<Row> = sides
        .into_iter()
        .filter_map(|(side, role)| {
            let middle = side.people.middle().filter(|_| side.people.n() >= 5)?;
            let name = words::capital(&words::in_span(lang, side.span));
            let label = parts::amount(lang, middle.median, unit);
            let n = tr_args(lang, "chart-n", &[("n", side.people.n().into())]);
            Some(Row {
                hover: vec![name.clone(), label.clone(), n],
                name,
                middle: Some(parts::log(middle.median)),
                ends: (
                    middle.interval.0.map(|low| parts::log(low as f64)),
                    middle.interval.1.map(|high| parts::log(high as f64)),
                ),
                label,
                role,
                records: records(side),
            })
        })
        .collect();
    if rows.len() < 2 {
        return None;
    }
    let gap = figure.people.as_ref()?.gap;
    let number = |value: f64| parts::amount(lang, value, unit);
    let title = match gap.verdict {
        Verdict::Above => sentence(lang, "comparing-periods-people-more", &parts::clear(lang, &gap, &number)),
        Verdict::Below => sentence(lang, "comparing-periods-people-fewer", &parts::clear(lang, &gap, &number)),
        Verdict::NotClear => {
            let keys = ("comparing-signed-fewer", "comparing-signed-more");
            sentence(lang, "comparing-periods-people-same", &parts::unclear(lang, &gap, keys, &number))
        }
        Verdict::Few => tr(lang, "comparing-periods-people-few"),
    };
    let subtitle = tr(lang, "comparing-subtitle-typical");
    let positions: Vec<f64> = rows.iter().flat_map(|row| [row.middle, row.ends.0, row.ends.1]).flatten().collect();
    let axis = parts::log_axis(lang, tr(lang, "chart-column-size"), positions.into_iter());
    Some(parts::ranges(KEY, (title, subtitle), rows, axis))
}

fn sentence(lang: Lang, key: &str, interval: &str) -> String {
    tr_args(lang, key, &[("interval", interval.into())])
}

/// How long: the shares told by day 30 and by day 90.
fn told(ask: &Ask<'_>, figure: &PeriodsFigure) -> Option<ChartModel> {
    let lang = ask.context.lang;
    if ask.scope.datasets > 1 || figure.now.waits.n().min(figure.then.waits.n()) < FEWEST {
        return None;
    }
    let mut rows = Vec::new();
    let list = ask.question.mechanism == Mechanism::DisclosureList;
    for by in TOLD_BY.into_iter().filter(|by| !list || *by <= figure.now.waits.window) {
        for (side, role) in [(&figure.now, ColourRole::Data(1)), (&figure.then, ColourRole::Other)] {
            let (share, interval) = side.told_by(by)?;
            let args = [("days", by.into()), ("in", words::in_span(lang, side.span).into())];
            let name = tr_args(lang, "comparing-by-day", &args);
            let label = text::share(lang, share, 0);
            let n = tr_args(lang, "chart-n", &[("n", side.waits.n().into())]);
            rows.push(Row {
                hover: vec![name.clone(), label.clone(), n],
                name,
                middle: Some(share),
                ends: (interval.map(|found| found.0), interval.map(|found| found.1)),
                label,
                role,
                records: records(side),
            });
        }
    }
    if rows.is_empty() {
        return None;
    }
    // The later day says more: more had happened by then.
    let title = match figure.told.last() {
        Some((by, found)) => {
            let (low, high) = found.interval;
            let share = |value: f64| text::share(lang, value.abs(), 0);
            let key = match () {
                () if low > 0.0 => "comparing-told-more",
                () if high < 0.0 => "comparing-told-fewer",
                () => "comparing-told-same",
            };
            tr_args(
                lang,
                key,
                &[
                    ("days", (*by).into()),
                    ("one", share(figure.now.told_by(*by)?.0).into()),
                    ("other", share(figure.then.told_by(*by)?.0).into()),
                ],
            )
        }
        None => tr(lang, "comparing-told-described"),
    };
    let ends = words::capital(&words::from_to(lang, ask.question.delay));
    let event = tr(lang, &format!("event-{}", ask.question.delay.0.key())).to_lowercase();
    let mut subtitle = tr_args(lang, "comparing-subtitle-cohorts", &[("ends", ends.into()), ("event", event.into())]);
    if list {
        let days = ("days", figure.now.waits.window.into());
        subtitle = format!("{subtitle} · {}", tr_args(lang, "chart-among-window", &[days]));
    }
    let axis = parts::share_axis(lang, tr(lang, "chart-axis-share"), (0.0, 1.0));
    Some(parts::ranges(KEY, (title, subtitle), rows, axis))
}

fn table(ask: &Ask<'_>, figure: &PeriodsFigure) -> DataTable {
    let lang = ask.context.lang;
    let headers = ["period", "from", "to", "incidents", "with-number", "median", "told-30", "told-90"];
    let row = |side: &Side| -> Vec<Cell> {
        let told = |by: u32| side.told_by(by).map(|(share, _)| share).filter(|_| ask.scope.datasets <= 1);
        vec![
            kinds::words(words::capital(&words::in_span(lang, side.span))),
            kinds::day(lang, side.span.first),
            kinds::day(lang, side.span.last),
            kinds::count(lang, side.selection.len() as u64),
            kinds::count(lang, side.people.n()),
            kinds::real(lang, side.people.middle().map(|middle| middle.median), 1),
            kinds::share(lang, told(TOLD_BY[0])),
            kinds::share(lang, told(TOLD_BY[1])),
        ]
    };
    DataTable {
        headers: headers.iter().map(|name| tr(lang, &format!("chart-column-{name}"))).collect(),
        rows: vec![row(&figure.now), row(&figure.then)],
    }
}
