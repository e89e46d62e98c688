//! Incidents over time: bars a period, the coarse part lighter, the incomplete period hatched, the yearly average.

use crate::chart::figures::Overview;
use crate::chart::figures::incidents::{IncidentsFigure, PeriodFigure};
use crate::chart::findings;
use crate::chart::kinds;
use crate::chart::model::{
    Axis, Bar, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, Direction, FootLine, Grid, Legend, Marks,
    Scale, Series, Side,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words::{self, Context};
use crate::model::period::Period;
use crate::text::{self, Lang, tr, tr_args};

/// Builds the chart.
pub fn build(overview: &Overview, context: &Context) -> ChartModel {
    let (lang, figure, scope) = (context.lang, &overview.incidents, &overview.scope);
    let title = findings::incidents::title(overview, lang);
    let subtitle = subtitle(overview, lang);
    let foot =
        vec![FootLine { parts: findings::incidents::foot(overview, context) }, words::basis_line(overview, context)];
    if figure.total == 0 || figure.periods.is_empty() {
        let sentence = if figure.total == 0 {
            findings::incidents::finding(overview, context).sentence
        } else {
            let event = tr(lang, &format!("event-{}", scope.date_of.key()));
            tr_args(lang, "chart-empty-dates", &[("event", event.into())])
        };
        return ChartModel { foot, ..kinds::blank(ChartKey::Incidents, title, subtitle, sentence) };
    }
    let periods: Vec<Period> = figure.periods.iter().map(|found| found.period).collect();
    let bars = bars(lang, figure);
    let highest = bars.iter().map(|bar| bar.certain + bar.coarse).fold(0.0, f64::max);
    let mut series = vec![Series {
        key: "incidents".to_owned(),
        name: tr(lang, "chart-incidents-series"),
        role: ColourRole::Data(1),
        marks: Marks::Bars { direction: Direction::Up, bars },
        label: None,
    }];
    series.extend(average(figure, lang));
    ChartModel {
        key: ChartKey::Incidents,
        alt: words::alt(
            lang,
            "chart-alt-bars",
            &title,
            &subtitle,
            &findings::incidents::finding(overview, context).sentence,
        ),
        foot,
        x: time_axis(lang, &periods),
        y: ticks::count_axis(lang, tr(lang, "chart-column-incidents"), highest),
        series,
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(figure, lang),
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    }
}

/// The time axis over whole periods.
pub(in crate::chart) fn time_axis(lang: Lang, periods: &[Period]) -> Axis {
    let lo = periods.first().map_or(0.0, |first| f64::from(first.first_day().0));
    let hi = periods.last().map_or(1.0, |last| f64::from(last.following().first_day().0));
    Axis {
        title: String::new(),
        scale: Scale::Time,
        lo,
        hi: if hi > lo { hi } else { lo + 1.0 },
        ticks: ticks::time(lang, periods),
        grid: Grid::Off,
    }
}

fn subtitle(overview: &Overview, lang: Lang) -> String {
    let scope = &overview.scope;
    let event = tr(lang, &format!("event-{}", scope.date_of.key()));
    let args = [("period", words::per(lang, scope.scheme).into()), ("event", event.into())];
    let mut subtitle = tr_args(lang, "chart-subtitle-incidents", &args);
    let figure = &overview.incidents;
    let notes = [
        (figure.periods.iter().any(|period| period.coarse() > 0.0), "chart-note-coarse"),
        (figure.periods.iter().any(PeriodFigure::is_partial), "chart-note-partial"),
    ];
    for (_, key) in notes.into_iter().filter(|(holds, _)| *holds) {
        subtitle.push_str(" · ");
        subtitle.push_str(&tr(lang, key));
    }
    subtitle
}

/// The bars, one a period.
pub(in crate::chart) fn bars(lang: Lang, figure: &IncidentsFigure) -> Vec<Bar> {
    figure.periods.iter().map(|found| bar(lang, found, figure.periods.len())).collect()
}

fn bar(lang: Lang, found: &PeriodFigure, of: usize) -> Bar {
    let (period, count) = (found.period, &found.count);
    let mut hover = vec![words::capital(&words::period(lang, period)), words::incidents(lang, count.certain)];
    let more = count.possible.saturating_sub(count.certain);
    if more > 0 {
        hover.push(words::counted(lang, "chart-hover-coarse", more));
    }
    if count.is_partial() {
        let args = [("days", count.exposure_days.into()), ("all", count.period_days.into())];
        hover.push(tr_args(lang, "chart-hover-partial", &args));
    } else if let Some(share) = found.expected {
        hover.push(tr_args(lang, "trend-hover-expected", &[("share", text::share(lang, share, 0).into())]));
    }
    Bar {
        at: ticks::middle(period),
        width: period.len_days() as f64,
        base: 0.0,
        certain: count.certain as f64,
        coarse: found.coarse(),
        partial: found.is_partial(),
        role: None,
        label: if of <= 16 && found.coarse() == 0.0 { text::number(lang, count.certain) } else { String::new() },
        hover,
        records: RecordsKey::Period { first: period.first_day(), last: period.last_day() },
    }
}

/// The trailing average over twelve months, where there is one; gaps where years are not whole.
pub(in crate::chart) fn average(figure: &IncidentsFigure, lang: Lang) -> Option<Series> {
    let mut runs: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut open = false;
    for (found, mean) in figure.periods.iter().zip(&figure.average) {
        match mean {
            Some(mean) => {
                let point = [ticks::middle(found.period), *mean];
                match runs.last_mut().filter(|_| open) {
                    Some(run) => run.push(point),
                    None => runs.push(vec![point]),
                }
                open = true;
            }
            None => open = false,
        }
    }
    let points: Vec<[f64; 2]> = runs.iter().flatten().copied().collect();
    // Two points are no line worth a name.
    if points.len() < 3 {
        return None;
    }
    let at = clearest(figure, &points)?;
    Some(Series {
        key: "average".to_owned(),
        name: tr(lang, "chart-average"),
        role: ColourRole::Data(2),
        marks: Marks::Line { runs },
        label: Some(DirectLabel { text: tr(lang, "chart-average"), at, side: Side::Above }),
    })
}

/// A place for the line's name: above the bars and the line beside it, where that is closest to the line.
fn clearest(figure: &IncidentsFigure, points: &[[f64; 2]]) -> Option<[f64; 2]> {
    let periods = &figure.periods;
    let span = periods.last()?.period.following().first_day().days_since(periods.first()?.period.first_day()) as f64;
    let near = |x: f64, other: f64| (x - other).abs() < span * 0.08;
    let clear = |[x, _]: [f64; 2]| {
        let bars = periods.iter().filter(|found| near(x, ticks::middle(found.period)));
        let bars = bars.map(|found| found.count.certain as f64 + found.coarse());
        let line = points.iter().filter(|[other, _]| near(x, *other)).map(|[_, mean]| *mean);
        bars.chain(line).fold(0.0, f64::max)
    };
    let places = points.iter().map(|point| (clear(*point) - point[1], [point[0], clear(*point)]));
    places.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, place)| place)
}

/// The counts of every period.
pub(in crate::chart) fn table(figure: &IncidentsFigure, lang: Lang) -> DataTable {
    let headers = ["period", "from", "to", "certain", "coarse", "possible", "partial", "average"];
    let yes_no = |yes: bool| kinds::words(tr(lang, if yes { "chart-yes" } else { "chart-no" }));
    let rows = figure.periods.iter().zip(&figure.average).map(|(found, mean)| {
        vec![
            kinds::words(words::period(lang, found.period)),
            kinds::day(lang, found.period.first_day()),
            kinds::day(lang, found.period.last_day()),
            kinds::count(lang, found.count.certain),
            kinds::real(lang, Some(found.coarse()), 1),
            kinds::count(lang, found.count.possible),
            yes_no(found.is_partial()),
            kinds::real(lang, *mean, 1),
        ]
    });
    DataTable {
        headers: headers.iter().map(|name| tr(lang, &format!("chart-column-{name}"))).collect(),
        rows: rows.collect(),
    }
}
