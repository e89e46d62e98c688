//! What happened when in one incident: an event a line, from the document, coarse dates as ranges.

use crate::chart::model::{
    Axis, Cell, ChartKey, ChartModel, ColourRole, DataTable, Direction, Grid, Legend, Marks, Range, RangeStyle, Scale,
    Series, Tick, Value,
};
use crate::chart::records::RecordsKey;
use crate::chart::{describe, ticks, words};
use crate::model::calendar::{Day, DayInterval};
use crate::model::date::PartialDate;
use crate::model::event::{Event, EventKind, When};
use crate::model::incident::Incident;
use crate::model::period::PeriodScheme;
use crate::text::{self, Lang, tr, tr_args};

/// Draws the dated events of an incident in the order of their days; `None` without one. Events that have no date are
/// in the table with the reason.
pub fn timeline(incident: &Incident, lang: Lang) -> Option<ChartModel> {
    timeline_cited(incident, lang, &mut |_| String::new())
}

/// The same with what each event rests on behind its name, as `cite` gives it.
pub fn timeline_cited(incident: &Incident, lang: Lang, cite: &mut dyn FnMut(&Event) -> String) -> Option<ChartModel> {
    let mut dated: Vec<(&Event, &PartialDate)> = incident
        .events
        .iter()
        .filter_map(|event| match &event.when {
            When::Date(date) => Some((event, date)),
            When::NotYet | When::Missing(_) => None,
        })
        .collect();
    dated.sort_by_key(|(event, date)| (order_of(date.days()), event.kind.index()));
    let (lo, hi) = extent(&dated)?;
    let title = title(&dated, lang);
    let subtitle = tr(lang, "milestones-one-subtitle");
    let rows = dated.len();
    let at = |index: usize| (rows - 1 - index) as f64;
    let mut label = |event: &Event| format!("{}{}", name(lang, event), cite(event));
    let mut marks: Vec<Tick> =
        dated.iter().enumerate().map(|(index, (event, _))| Tick { at: at(index), label: label(event) }).collect();
    marks.reverse();
    let said: Vec<String> = dated.iter().map(|(event, date)| line(lang, event, date)).collect();
    Some(ChartModel {
        key: ChartKey::Milestones,
        alt: words::alt(lang, "milestones-one-alt", &title, &subtitle, &said.join(" ")),
        x: time_axis(lang, lo, hi),
        y: Axis {
            title: String::new(),
            scale: Scale::Band,
            lo: -0.5,
            hi: rows as f64 - 0.5,
            ticks: marks,
            grid: Grid::Off,
        },
        series: series(&dated, (lo, hi), &at, lang),
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(incident, &dated, lang),
        foot: Vec::new(),
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    })
}

/// By the first day that is possible, then the last; a date with an open start stands by its end.
fn order_of(days: DayInterval) -> (i32, i32) {
    let lo = days.lo.or(days.hi).map_or(i32::MIN, |day| day.0);
    (lo, days.hi.map_or(i32::MAX, |day| day.0))
}

fn ends(date: &PartialDate) -> impl Iterator<Item = i32> {
    let days = date.days();
    [days.lo, days.hi].into_iter().flatten().map(|day| day.0)
}

/// From the first to the last day, with a little room; `None` where no date has an end.
fn extent(dated: &[(&Event, &PartialDate)]) -> Option<(f64, f64)> {
    let days = || dated.iter().flat_map(|(_, date)| ends(date));
    let (lo, hi) = (f64::from(days().min()?), f64::from(days().max()?));
    // Room to the right for the date that is written beside the last event.
    let room = ((hi - lo) * 0.04).max(2.0);
    Some((lo - room, hi + ((hi - lo) * 0.24).max(6.0)))
}

fn title(dated: &[(&Event, &PartialDate)], lang: Lang) -> String {
    let exact = |kind: &EventKind| {
        let found = dated.iter().find(|(event, date)| event.kind == *kind && date.days().exact().is_some());
        found.and_then(|(_, date)| date.days().exact())
    };
    let known: Vec<(EventKind, Day)> = EventKind::ALL.iter().filter_map(|kind| Some((*kind, exact(kind)?))).collect();
    let ends = known.iter().min_by_key(|(_, day)| *day).zip(known.iter().max_by_key(|(_, day)| *day));
    match ends.filter(|((_, first), (_, last))| first < last) {
        Some(((from, first), (to, last))) => {
            let days = u64::try_from(last.days_since(*first)).unwrap_or(0);
            let pieces = words::from_to(lang, (*from, *to));
            tr_args(lang, "milestones-one-title", &[("days", days.into()), ("between", pieces.into())])
        }
        None => words::counted(lang, "milestones-one-title-plain", dated.len() as u64),
    }
}

/// What an event is called, with the other side of it.
fn name(lang: Lang, event: &Event) -> String {
    let kind = tr(lang, &format!("event-{}", event.kind.key()));
    let note = if event.kind == EventKind::Other { event.note.trim() } else { "" };
    let who = if event.who.trim().is_empty() { note } else { event.who.trim() };
    let short: String = who.chars().take(24).collect();
    let cut = if short.len() < who.len() { "…" } else { "" };
    if who.is_empty() { kind } else { format!("{kind} ({}{cut})", short.trim_end()) }
}

fn line(lang: Lang, event: &Event, date: &PartialDate) -> String {
    tr_args(
        lang,
        "milestones-one-line",
        &[("event", name(lang, event).into()), ("date", describe::date(lang, date.form()).into())],
    )
}

fn time_axis(lang: Lang, lo: f64, hi: f64) -> Axis {
    let (first, last) = (Day(lo.ceil() as i32), Day(hi.floor() as i32));
    let by = |scheme: PeriodScheme| ticks::time(lang, &scheme.span(first, last).collect::<Vec<_>>());
    let marks = match last.days_since(first) {
        0..=120 => days(lang, first, last),
        121..=800 => by(PeriodScheme::Month),
        801..=4_000 => by(PeriodScheme::Quarter),
        _ => by(PeriodScheme::Year),
    };
    let inside = |tick: &Tick| tick.at >= lo && tick.at <= hi;
    let ticks = marks.into_iter().filter(inside).collect();
    Axis { title: tr(lang, "milestones-axis-time"), scale: Scale::Time, lo, hi, ticks, grid: Grid::Lines }
}

/// Single days, about half a dozen of them: `4 Sep`.
fn days(lang: Lang, first: Day, last: Day) -> Vec<Tick> {
    let span = last.days_since(first).max(1);
    let step = [1, 2, 7, 14, 28].into_iter().find(|step| span / step <= 7).unwrap_or(28);
    let places = (0..=span / step).map(|at| first.plus_days(i32::try_from(at * step).unwrap_or(0)));
    let tick = |day: Day| {
        let (_, month, of_month) = day.ymd();
        let name = text::date::month_name_short(lang, u8::try_from(month).unwrap_or(1));
        Tick { at: f64::from(day.0), label: format!("{of_month} {name}") }
    };
    places.map(tick).collect()
}

fn series(
    dated: &[(&Event, &PartialDate)],
    (lo, hi): (f64, f64),
    at: &dyn Fn(usize) -> f64,
    lang: Lang,
) -> Vec<Series> {
    // A day is a range without length: so its date stands beside it, where no other row is.
    let (mut on_days, mut ranges) = (Vec::new(), Vec::new());
    for (index, (event, date)) in dated.iter().enumerate() {
        let days = date.days();
        let place = |day: Option<Day>| day.map(|day| f64::from(day.0).clamp(lo, hi));
        let exact = days.exact().is_some();
        let range = Range {
            at: at(index),
            lo: place(days.lo),
            hi: place(days.hi),
            middle: days.exact().map(|day| f64::from(day.0)),
            style: RangeStyle::Connector,
            role: None,
            label: describe::interval_short(lang, days),
            hover: vec![line(lang, event, date)],
            records: RecordsKey::All,
        };
        if exact { on_days.push(range) } else { ranges.push(range) }
    }
    let make = |key: &str, ranges: Vec<Range>| Series {
        key: key.to_owned(),
        name: tr(lang, &format!("milestones-one-{key}")),
        role: ColourRole::Data(1),
        marks: Marks::Ranges { direction: Direction::Right, ranges },
        label: None,
    };
    let both = [("ranges", ranges), ("days", on_days)];
    both.into_iter().filter(|(_, ranges)| !ranges.is_empty()).map(|(key, ranges)| make(key, ranges)).collect()
}

fn table(incident: &Incident, dated: &[(&Event, &PartialDate)], lang: Lang) -> DataTable {
    let text = |text: String| Cell { text, value: Value::Text };
    let mut rows: Vec<Vec<Cell>> = dated
        .iter()
        .map(|(event, date)| {
            let value = date.days().exact().map_or(Value::Text, Value::Day);
            let when = Cell { text: describe::date(lang, date.form()), value };
            vec![text(name(lang, event)), when, text(event.note.clone())]
        })
        .collect();
    rows.extend(incident.events.iter().filter_map(|event| {
        let why = match &event.when {
            When::Date(_) => return None,
            When::NotYet => tr(lang, "records-not-yet"),
            When::Missing(missing) => tr(lang, &format!("missing-{}", missing.key())),
        };
        Some(vec![text(name(lang, event)), text(why), text(event.note.clone())])
    }));
    let headers = ["milestones-one-column-event", "milestones-one-column-when", "milestones-one-column-note"];
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows }
}
