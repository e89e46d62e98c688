//! Months of the year compared: what a March usually has, the course of the years taken out.

use crate::chart::figures::LEVEL;
use crate::chart::figures::course::TooLittle;
use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::figures::scope::Scope;
use crate::chart::figures::season::{ENOUGH_MONTHS, NewYears, SeasonFigure, SeasonMonth};
use crate::chart::figures::series;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::season::bands;
use crate::chart::gallery::time::by_group::within;
use crate::chart::gallery::time::{course, parts};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Along, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Marks, Range, RangeStyle,
    Rule, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::{ticks, words};
use crate::model::calendar::Day;
use crate::model::period::PeriodScheme;
use crate::query::{Expr, Sure};
use crate::text::{self, Lang, tr, tr_args};

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let scope = Scope { scheme: PeriodScheme::Month, ..ask.scope.clone() };
    let ask = &Ask { scope: &scope, ..*ask };
    let counts = IncidentsFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
    let found = series::count(ask.snapshot, ask.selection, ask.question, ask.scope, &[PeriodScheme::Month]);
    let figure = found.first().map(SeasonFigure::of);
    let choices = vec![Choice::DateOf];
    let definition: Vec<String> =
        ["season-define", "season-define-method", "season-define-misled"].map(|key| tr(lang, key)).into();
    let subtitle = parts::subtitle(ask, "season-subtitle", &["season-note-range"]);
    let mut foot = vec![parts::counted_line(ask, &counts), parts::basis_line(ask)];
    let new_years = NewYears::count(ask.snapshot, ask.selection, ask.question);
    let refused = match &figure {
        Some(Ok(_)) if new_years.are_years() => {
            foot.insert(1, FootLine { parts: vec![new_years_part(ask, new_years)] });
            Some(tr(lang, "season-years-as-days"))
        }
        Some(Err(TooLittle::Periods(fewest))) => Some(tr_args(lang, "season-too-few", &[("fewest", (*fewest).into())])),
        Some(Err(why)) => Some(course::too_little(lang, "season-what", *why)),
        _ => None,
    };
    let sentence = parts::nothing(ask, &counts).or(refused);
    let (Some(Ok(figure)), None) = (&figure, &sentence) else {
        let texts = (tr(lang, "season-title-none"), subtitle, sentence.unwrap_or_default());
        return parts::empty(ChartKey::Season, texts, foot, definition, choices);
    };
    let title = title(lang, figure);
    foot.insert(1, own_line(lang, figure));
    let tops = figure.months.iter().filter_map(|month| Some(month.range()?.1 as f64));
    let highest = tops.chain(figure.months.iter().map(|month| month.usual)).fold(0.0, f64::max);
    let model = ChartModel {
        alt: words::alt(lang, "chart-alt-bars", &title, &subtitle, ""),
        foot,
        x: bands((1..=12).map(|month| text::date::month_name_short(lang, month).to_owned())),
        y: ticks::count_axis(lang, tr(lang, "chart-column-incidents"), highest),
        series: drawn(ask, figure),
        table: table(lang, figure),
        empty: None,
        ..kinds::blank(ChartKey::Season, title, subtitle, String::new())
    };
    Drawn { model, panels: Vec::new(), definition, choices }
}

/// Records dated 1 January, and how many chance would give.
pub(super) fn new_years_part(ask: &Ask<'_>, found: NewYears) -> FootPart {
    let args = [
        ("count", found.found.into()),
        ("of", found.of.into()),
        ("expected", ((found.expected() + 0.5) as u64).into()),
    ];
    let text = tr_args(ask.context.lang, "season-new-years", &args);
    let Some((first, last)) = ask.scope.covered else { return FootPart::text(text) };
    let days = (first.year()..=last.year()).filter_map(|year| Day::from_ymd(year, 1, 1));
    let on = |day: Day| Expr::Date { event: ask.scope.date_of, from: Some(day), to: Some(day), how: Sure::Certain };
    FootPart::records(text, RecordsKey::Where(Expr::Any(days.map(on).collect())))
}

fn month_name(lang: Lang, month: &SeasonMonth) -> String {
    text::date::month_name(lang, month.month).to_owned()
}

fn title(lang: Lang, figure: &SeasonFigure) -> String {
    let clear = figure.p.is_some_and(|p| p < 1.0 - LEVEL);
    let months = course::length(lang, PeriodScheme::Month, figure.whole);
    match figure.extremes() {
        Some((most, fewest)) if clear => tr_args(
            lang,
            "season-title",
            &[
                ("most", month_name(lang, most).into()),
                ("fewest", month_name(lang, fewest).into()),
                ("high", course::amount(lang, most.usual.max(0.0)).into()),
                ("low", course::amount(lang, fewest.usual.max(0.0)).into()),
                ("months", months.into()),
            ],
        ),
        _ => tr_args(lang, "season-title-no-clear", &[("months", months.into())]),
    }
}

fn own_line(lang: Lang, figure: &SeasonFigure) -> FootLine {
    let (first, last) = (figure.span.0.first_day(), figure.span.1.last_day());
    let args = [
        ("span", course::length(lang, PeriodScheme::Month, figure.whole).into()),
        ("first", words::day_short(lang, first).into()),
        ("last", words::day_short(lang, last).into()),
        ("count", figure.incidents.into()),
    ];
    let mut parts = vec![FootPart::text(tr_args(lang, "season-basis", &args))];
    if figure.whole < ENOUGH_MONTHS as u64 {
        parts.push(FootPart::text(tr(lang, "season-short")));
    }
    parts.push(FootPart::text(tr(lang, "season-administrative")));
    FootLine { parts }
}

/// The whole months of one name.
fn records(ask: &Ask<'_>, month: &SeasonMonth) -> RecordsKey {
    RecordsKey::Where(Expr::Any(month.periods.iter().map(|found| within(ask, found.period)).collect()))
}

fn hover(lang: Lang, month: &SeasonMonth) -> Vec<String> {
    let usual = [("number", course::amount(lang, month.usual.max(0.0)).into())];
    let mut lines = vec![words::capital(&month_name(lang, month)), tr_args(lang, "season-hover-usual", &usual)];
    if let Some((low, high)) = month.range() {
        let args = [("low", low.into()), ("high", high.into()), ("count", month.periods.len().into())];
        lines.push(tr_args(lang, "season-hover-range", &args));
    }
    lines
}

fn drawn(ask: &Ask<'_>, figure: &SeasonFigure) -> Vec<Series> {
    let lang = ask.context.lang;
    let place = |month: &SeasonMonth| f64::from(month.month) - 1.0;
    let bars = figure.months.iter().map(|month| Bar {
        at: place(month),
        width: 1.0,
        base: 0.0,
        certain: month.usual.max(0.0),
        coarse: 0.0,
        partial: false,
        role: None,
        label: String::new(),
        hover: hover(lang, month),
        records: records(ask, month),
    });
    let ranges = figure.months.iter().filter_map(|month| {
        let (low, high) = month.range()?;
        Some(Range {
            at: place(month),
            lo: Some(low as f64),
            hi: Some(high as f64),
            middle: None,
            style: RangeStyle::Whisker,
            role: None,
            label: String::new(),
            hover: hover(lang, month),
            records: records(ask, month),
        })
    });
    let rule = Rule { at: figure.level, along: Along::X, label: tr(lang, "season-level") };
    let series = |key: &str, name: &str, role: ColourRole, marks: Marks| Series {
        key: key.to_owned(),
        name: tr(lang, name),
        role,
        marks,
        label: None,
    };
    let up = Direction::Up;
    vec![
        series("usual", "season-usual", ColourRole::Data(1), Marks::Bars { direction: up, bars: bars.collect() }),
        series("range", "season-range", ColourRole::Muted, Marks::Ranges { direction: up, ranges: ranges.collect() }),
        series("level", "season-level", ColourRole::Muted, Marks::Rules { rules: vec![rule] }),
    ]
}

fn table(lang: Lang, figure: &SeasonFigure) -> DataTable {
    let columns = ["month", "years", "usual", "index", "mean", "least", "most"];
    let rows = figure.months.iter().map(|month| {
        let range = month.range();
        vec![
            kinds::words(month_name(lang, month)),
            kinds::count(lang, month.periods.len() as u64),
            kinds::real(lang, Some(month.usual), 1),
            kinds::real(lang, Some(month.index), 1),
            kinds::real(lang, Some(month.mean()), 1),
            range.map_or_else(kinds::missing, |range| kinds::count(lang, range.0)),
            range.map_or_else(kinds::missing, |range| kinds::count(lang, range.1)),
        ]
    });
    DataTable {
        headers: columns.iter().map(|name| tr(lang, &format!("season-column-{name}"))).collect(),
        rows: rows.collect(),
    }
}
