//! Years by months: each cell the number of incidents that lie in a month for certain.

use crate::chart::figures::incidents::{IncidentsFigure, PeriodFigure};
use crate::chart::figures::scope::Scope;
use crate::chart::figures::season::{NewYears, month_of};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::season::{bands, months};
use crate::chart::gallery::time::by_group::within;
use crate::chart::gallery::time::parts;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart, HeatCell, Legend, Marks, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::words;
use crate::model::period::PeriodScheme;
use crate::query::Expr;
use crate::text::{self, Lang, tr, tr_args};

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let scope = Scope { scheme: PeriodScheme::Month, ..ask.scope.clone() };
    let ask = &Ask { scope: &scope, ..*ask };
    let figure = IncidentsFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
    let choices = vec![Choice::DateOf];
    let definition: Vec<String> = ["season-define-table", "season-define-table-misled"].map(|key| tr(lang, key)).into();
    let mut notes = vec!["season-note-shade"];
    notes.extend(parts::notes(&figure.periods).into_iter().filter(|note| *note == "chart-note-partial"));
    let subtitle = parts::subtitle(ask, "chart-subtitle-incidents", &notes);
    let mut reported = FootLine { parts: vec![FootPart::text(tr(lang, "chart-reported"))] };
    let new_years = NewYears::count(ask.snapshot, ask.selection, ask.question);
    if new_years.are_years() {
        reported.parts.insert(0, months::new_years_part(ask, new_years));
    }
    let foot = vec![parts::counted_line(ask, &figure), reported, parts::basis_line(ask)];
    if let Some(sentence) = parts::nothing(ask, &figure) {
        let texts = (tr(lang, "season-table-none"), subtitle, sentence);
        return parts::empty(ChartKey::YearMonth, texts, foot, definition, choices);
    }
    let title = if new_years.are_years() { plain(lang, &figure) } else { title(lang, &figure) };
    let years = years(&figure);
    let most = figure.periods.iter().map(|found| found.count.certain).max().unwrap_or(0);
    let cells = Marks::Cells { cells: cells(ask, &figure, &years, most) };
    let model = ChartModel {
        alt: words::alt(lang, "season-alt-table", &title, &subtitle, ""),
        foot,
        x: bands((1..=12).map(|month| text::date::month_name_short(lang, month).to_owned())),
        // The first year stands at the top, and bands are counted from below.
        y: bands(years.iter().rev().map(ToString::to_string)),
        series: vec![Series {
            key: "months".to_owned(),
            name: tr(lang, "chart-incidents-series"),
            role: ColourRole::Data(1),
            marks: cells,
            label: None,
        }],
        legend: shades(lang, most),
        table: table(lang, &figure, &years),
        empty: None,
        ..kinds::blank(ChartKey::YearMonth, title, subtitle, String::new())
    };
    Drawn { model, panels: Vec::new(), definition, choices }
}

/// What the shades mean: nothing, and the most.
pub(super) fn shades(lang: Lang, most: u64) -> Legend {
    let step = |share: f64| (share, text::number(lang, (most as f64 * share).round() as u64));
    Legend::Shades(if most >= 4 { vec![step(0.0), step(0.5), step(1.0)] } else { vec![step(0.0), step(1.0)] })
}

fn years(figure: &IncidentsFigure) -> Vec<i32> {
    let mut years: Vec<i32> = figure.periods.iter().map(|found| found.period.first_day().year()).collect();
    years.dedup();
    years
}

/// The fullest month, and what half of the months stay below; whole months only.
fn title(lang: Lang, figure: &IncidentsFigure) -> String {
    let whole: Vec<&PeriodFigure> = figure.periods.iter().filter(|found| !found.is_partial()).collect();
    let mut counts: Vec<u64> = whole.iter().map(|found| found.count.certain).collect();
    counts.sort_unstable();
    let most = counts.last().copied().unwrap_or(0);
    let first = whole.iter().find(|found| found.count.certain == most);
    let (Some(first), Some(middle)) = (first, counts.get(counts.len().saturating_sub(1) / 2)) else {
        return plain(lang, figure);
    };
    if most < 5 || counts.len() < 3 {
        return plain(lang, figure);
    }
    let args = [
        ("month", words::period(lang, first.period).into()),
        ("count", most.into()),
        ("middle", (*middle).into()),
        ("months", counts.len().into()),
    ];
    tr_args(lang, if *middle == 0 { "season-table-title-none" } else { "season-table-title" }, &args)
}

/// The number of incidents alone.
fn plain(lang: Lang, figure: &IncidentsFigure) -> String {
    tr_args(lang, "season-table-plain", &[("incidents", words::incidents(lang, figure.total).into())])
}

fn cells(ask: &Ask<'_>, figure: &IncidentsFigure, years: &[i32], most: u64) -> Vec<HeatCell> {
    let lang = ask.context.lang;
    let nowhere = RecordsKey::Where(Expr::Any(Vec::new()));
    let find = |year: i32, month: u8| {
        figure.periods.iter().find(|found| found.period.first_day().year() == year && month_of(found.period) == month)
    };
    let mut cells = Vec::new();
    for (y, year) in years.iter().rev().enumerate() {
        for month in 1..=12_u8 {
            let (x, y) = (u32::from(month) - 1, u32::try_from(y).unwrap_or(u32::MAX));
            let Some(found) = find(*year, month) else {
                let hover = vec![tr(lang, "season-not-covered")];
                let (label, records) = (String::new(), nowhere.clone());
                cells.push(HeatCell { x, y, shade: None, partial: false, label, hover, records });
                continue;
            };
            let count = found.count.certain;
            cells.push(HeatCell {
                x,
                y,
                shade: Some(count as f64 / most.max(1) as f64),
                partial: found.is_partial(),
                label: text::number(lang, count),
                hover: parts::hover(lang, found, [words::incidents(lang, count)]),
                records: RecordsKey::Where(within(ask, found.period)),
            });
        }
    }
    cells
}

/// A row a year, a column a month; what is not covered stays empty.
fn table(lang: Lang, figure: &IncidentsFigure, years: &[i32]) -> DataTable {
    let mut headers = vec![tr(lang, "season-column-year")];
    headers.extend((1..=12).map(|month| words::capital(text::date::month_name(lang, month))));
    let rows = years.iter().map(|year| {
        let mut cells = vec![kinds::words(year.to_string())];
        cells.extend((1..=12_u8).map(|month| {
            let of_year = figure.periods.iter().filter(|found| found.period.first_day().year() == *year);
            let found = of_year.into_iter().find(|found| month_of(found.period) == month);
            found.map_or_else(kinds::missing, |found| kinds::count(lang, found.count.certain))
        }));
        cells
    });
    DataTable { headers, rows: rows.collect() }
}
