//! From intrusion to public, incident by incident: a point an event, a line between the first and the last, coarse
//! dates as ranges.

use crate::chart::figures::delay_records::Between;
use crate::chart::figures::milestones::{Case, MILESTONES, MilestonesFigure, Rank, comes_first, ranked};
use crate::chart::findings::disclosure::days_words;
use crate::chart::findings::incidents::nothing_in;
use crate::chart::gallery::choice::{Choice, Options};
use crate::chart::gallery::delay::among::name;
use crate::chart::gallery::delay::parts;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, Cell, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Grid, Legend, Marks, Point,
    Range, RangeStyle, Scale, Series, Tick,
};
use crate::chart::records::{DelayGap, RecordsKey};
use crate::chart::{ticks, words};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::period::PeriodScheme;
use crate::query::Expr;
use crate::text::{Lang, tr, tr_args};

/// How many incidents may be shown.
const TOPS: [u32; 3] = [10, 20, 40];

/// Where the days begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zero {
    /// Each incident at its own first known event.
    First,
    /// The calendar.
    Calendar,
}

#[derive(Clone, Copy, Debug)]
struct Chosen {
    rank: Rank,
    zero: Zero,
    top: u32,
}

impl Chosen {
    fn of(options: &Options) -> Self {
        let top = options.number("top").and_then(|top| u32::try_from(top).ok());
        Self {
            rank: match options.get("sort") {
                Some("dwell") => Rank::Dwell,
                Some("recent") => Rank::Recent,
                _ => Rank::Total,
            },
            zero: if options.get("zero") == Some("calendar") { Zero::Calendar } else { Zero::First },
            top: top.filter(|top| TOPS.contains(top)).unwrap_or(10),
        }
    }
}

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let chosen = Chosen::of(ask.options);
    let found = MilestonesFigure::compute(ask.snapshot, ask.selection, (chosen.rank, chosen.top as usize));
    let keys = ["milestones-define-events", "milestones-define-ranges", "milestones-define-caveat"];
    let definition = keys.iter().map(|key| tr(ask.context.lang, key)).collect();
    Drawn { model: build(ask, &found, chosen), panels: Vec::new(), definition, choices: choices(ask, chosen) }
}

fn build(ask: &Ask<'_>, found: &MilestonesFigure, chosen: Chosen) -> ChartModel {
    let lang = ask.context.lang;
    let subtitle = match chosen.zero {
        Zero::First => tr(lang, "milestones-subtitle"),
        Zero::Calendar => tr(lang, "milestones-subtitle-calendar"),
    };
    let foot = foot(ask, found, chosen);
    if found.cases.is_empty() {
        let sentence = if found.total == 0 {
            nothing_in(ask.scope, lang)
        } else if chosen.rank == Rank::Dwell {
            tr(lang, "milestones-none-dwell")
        } else {
            tr(lang, "milestones-none")
        };
        let title = tr(lang, "milestones-none-title");
        return ChartModel { foot, ..kinds::blank(ChartKey::Milestones, title, subtitle, sentence) };
    }
    let names: Vec<String> = found.cases.iter().map(|case| case_name(ask, case)).collect();
    let title = title(found, chosen, lang);
    let rows = Rows { ask, found, names: &names, zero: chosen.zero };
    let (lo, hi) = rows.extent();
    ChartModel {
        key: ChartKey::Milestones,
        alt: words::alt(lang, "milestones-alt", &title, &subtitle, &rows.said(0)),
        x: rows.time_axis(lo, hi),
        y: rows.name_axis(),
        series: rows.series(),
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: rows.table(),
        foot,
        title,
        subtitle,
        empty: None,
        legend: Legend::Above,
    }
}

fn case_name(ask: &Ask<'_>, case: &Case) -> String {
    let name = name(ask, case.id);
    if name.is_empty() {
        tr_args(ask.context.lang, "delay-record", &[("id", case.id.0.to_string().into())])
    } else {
        name
    }
}

/// Between how many days the ranked incidents lie.
fn title(found: &MilestonesFigure, chosen: Chosen, lang: Lang) -> String {
    let n = ("n", found.cases.len().into());
    let length = |case: &Case| match chosen.rank {
        Rank::Dwell => case.dwell,
        _ => Some(case.total),
    };
    let lengths = || found.cases.iter().filter_map(length);
    let (Some(low), Some(high)) = (lengths().map(|(low, _)| low).min(), lengths().map(|(_, high)| high).max()) else {
        return tr(lang, "milestones-none-title");
    };
    let days = ("days", days_words(lang, low.into(), Some(high.into())).into());
    let key = match chosen.rank {
        _ if found.cases.len() == 1 => "milestones-title-one",
        Rank::Total => "milestones-title-total",
        Rank::Dwell => "milestones-title-dwell",
        Rank::Recent => "milestones-title-recent",
    };
    tr_args(lang, key, &[n, days])
}

fn foot(ask: &Ask<'_>, found: &MilestonesFigure, chosen: Chosen) -> Vec<FootLine> {
    let lang = ask.context.lang;
    let with_dates = ranked(chosen.rank);
    let args = [("n", found.ranked.into()), ("shown", found.cases.len().into())];
    let n = FootPart::records(tr_args(lang, "milestones-n", &args), RecordsKey::Where(with_dates.clone()));
    let mut parts = vec![n];
    let left = found.total - found.ranked;
    if left > 0 {
        let key = if chosen.rank == Rank::Dwell { "milestones-left-dwell" } else { "milestones-left" };
        let without = Expr::Not(Box::new(with_dates));
        parts.push(FootPart::records(words::counted(lang, key, left), RecordsKey::Where(without)));
    }
    if found.wrong_order > 0 {
        let text = words::counted(lang, "milestones-wrong-order", found.wrong_order);
        parts.push(FootPart::records(text, RecordsKey::Where(wrong_order(chosen.rank))));
    }
    parts::foot(vec![FootLine { parts }], ask)
}

/// Records with a milestone that is surely before one that must come first.
fn wrong_order(rank: Rank) -> Expr {
    let mut pairs = Vec::new();
    for (at, first) in MILESTONES.into_iter().enumerate() {
        let followers = MILESTONES.into_iter().enumerate().filter(|(later, _)| comes_first(at, *later));
        for (_, second) in followers {
            // Whatever the as-of date: what is written stands in the wrong order.
            let between = Between { ends: (first, second), as_of: Day(i32::MAX) };
            pairs.push(between.gap(DelayGap::Inconsistent, 0));
        }
    }
    ranked(rank).and(Expr::Any(pairs))
}

/// The colour of an event.
fn role(at: usize) -> ColourRole {
    ColourRole::Data(u8::try_from(at + 1).unwrap_or(1))
}

/// What an event is called in the legend: the terms of the field.
fn event_name(lang: Lang, kind: EventKind) -> String {
    tr(lang, &format!("event-{}", kind.key()))
}

struct Rows<'a> {
    ask: &'a Ask<'a>,
    found: &'a MilestonesFigure,
    names: &'a [String],
    zero: Zero,
}

impl Rows<'_> {
    fn lang(&self) -> Lang {
        self.ask.context.lang
    }

    /// The height of a row: the first on top.
    fn at(&self, index: usize) -> f64 {
        (self.found.cases.len() - 1 - index.min(self.found.cases.len() - 1)) as f64
    }

    /// Where a day of a case stands.
    fn place(&self, case: &Case, day: i32) -> f64 {
        match self.zero {
            // A coarse first date leaves day 0 open: days are counted from the last day it may be.
            Zero::First => f64::from(day) - f64::from(case.first.1),
            Zero::Calendar => f64::from(day),
        }
    }

    /// From the first to the last day shown, with a little room.
    fn extent(&self) -> (f64, f64) {
        let days = self
            .found
            .cases
            .iter()
            .flat_map(|case| case.known().flat_map(move |(_, cell)| [(case, cell.lo), (case, cell.hi)]));
        let (lo, hi) = days.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), (case, day)| {
            let at = self.place(case, day);
            (lo.min(at), hi.max(at))
        });
        let room = ((hi - lo) * 0.03).max(1.0);
        match self.zero {
            Zero::First => ((lo - room).min(-room), hi + room),
            Zero::Calendar => (lo - room, hi + room),
        }
    }

    fn time_axis(&self, lo: f64, hi: f64) -> Axis {
        let lang = self.lang();
        let (title, scale, marks) = match self.zero {
            Zero::First => {
                let marks = ticks::days(lang, hi.max(1.0) as u32);
                (tr(lang, "chart-axis-days"), Scale::Linear, marks)
            }
            Zero::Calendar => {
                let (first, last) = (Day(lo.ceil() as i32), Day(hi.floor() as i32));
                let scheme = match last.days_since(first) {
                    0..=100 => PeriodScheme::Week,
                    101..=800 => PeriodScheme::Month,
                    _ => PeriodScheme::Quarter,
                };
                let periods: Vec<_> = scheme.span(first, last).collect();
                (tr(lang, "milestones-axis-time"), Scale::Time, ticks::time(lang, &periods))
            }
        };
        let inside = |tick: &Tick| tick.at >= lo && tick.at <= hi;
        Axis { title, scale, lo, hi, ticks: marks.into_iter().filter(inside).collect(), grid: Grid::Lines }
    }

    fn name_axis(&self) -> Axis {
        let mut ticks: Vec<Tick> = (self.names.iter().enumerate())
            .map(|(index, name)| Tick { at: self.at(index), label: name.clone() })
            .collect();
        ticks.reverse();
        let hi = self.found.cases.len() as f64 - 0.5;
        Axis { title: String::new(), scale: Scale::Band, lo: -0.5, hi, ticks, grid: Grid::Off }
    }

    /// What is known of a case, one event a line.
    fn hover(&self, index: usize) -> Vec<String> {
        let lang = self.lang();
        let Some(case) = self.found.cases.get(index) else { return Vec::new() };
        let mut lines = vec![self.names.get(index).cloned().unwrap_or_default()];
        for (at, cell) in case.known() {
            let Some(kind) = MILESTONES.get(at) else { continue };
            let day = if cell.lo == cell.hi {
                words::day_short(lang, Day(cell.lo))
            } else {
                words::day_range(lang, Day(cell.lo), Day(cell.hi))
            };
            let args = [("event", event_name(lang, *kind).into()), ("day", day.into())];
            lines.push(tr_args(lang, "milestones-event", &args));
        }
        let total = days_words(lang, case.total.0.into(), Some(case.total.1.into()));
        lines.push(tr_args(lang, "milestones-total", &[("days", total.into())]));
        if let Some((low, high)) = case.dwell {
            let dwell = days_words(lang, low.into(), Some(high.into()));
            lines.push(tr_args(lang, "milestones-dwell", &[("days", dwell.into())]));
        }
        if case.not_yet_public(self.ask.question.as_of) {
            lines.push(tr(lang, "milestones-not-public"));
        }
        lines.extend(self.order(case));
        lines
    }

    /// Which dates are in the wrong order.
    fn order(&self, case: &Case) -> Option<String> {
        let lang = self.lang();
        let (earlier, later) = case.wrong_order?;
        let name = |at: usize| MILESTONES.get(at).map(|kind| event_name(lang, *kind)).unwrap_or_default();
        let args = [("later", name(later).into()), ("earlier", name(earlier).into())];
        Some(tr_args(lang, "milestones-order", &args))
    }

    fn said(&self, index: usize) -> String {
        self.hover(index).join(", ")
    }

    fn range(&self, index: usize, (lo, hi): (f64, Option<f64>), style: RangeStyle, label: String) -> Range {
        let records = self.found.cases.get(index).map_or(RecordsKey::All, |case| RecordsKey::One(case.id));
        Range {
            at: self.at(index),
            lo: Some(lo),
            hi,
            middle: None,
            style,
            role: None,
            label,
            hover: self.hover(index),
            records,
        }
    }

    /// From the first known event to the last; where the order is impossible, grey and marked.
    fn connectors(&self) -> [Vec<Range>; 3] {
        let lang = self.lang();
        let [mut lines, mut wrong, mut open] = [Vec::new(), Vec::new(), Vec::new()];
        for (index, case) in self.found.cases.iter().enumerate() {
            let days = || case.known().flat_map(|(_, cell)| [cell.lo, cell.hi]);
            // Between what is sure: from the last day of the first event to the first day of the last one.
            let last = case.known().map(|(_, cell)| cell.lo).max().unwrap_or(case.first.1);
            let (from, to) = (case.first.1.min(last), case.first.1.max(last));
            let ends = (self.place(case, from), Some(self.place(case, to)));
            if case.wrong_order.is_some() {
                wrong.push(self.range(index, ends, RangeStyle::Connector, tr(lang, "milestones-mark-order")));
            } else {
                lines.push(self.range(index, ends, RangeStyle::Connector, String::new()));
            }
            if case.not_yet_public(self.ask.question.as_of) {
                let from = self.place(case, days().max().unwrap_or(to));
                open.push(self.range(index, (from, None), RangeStyle::Whisker, String::new()));
            }
        }
        [lines, wrong, open]
    }

    fn series(&self) -> Vec<Series> {
        let lang = self.lang();
        let ranges = |ranges: Vec<Range>| Marks::Ranges { direction: Direction::Right, ranges };
        let mut series = Vec::new();
        let mut push = |key: String, name: String, role: ColourRole, marks: Marks| {
            series.push(Series { key, name, role, marks, label: None });
        };
        let [lines, wrong, open] = self.connectors();
        for (key, name, role, found) in [
            ("line", "", ColourRole::Other, lines),
            ("wrong-order", "milestones-series-order", ColourRole::Unknown, wrong),
            ("open", "milestones-not-public", ColourRole::Muted, open),
        ] {
            if !found.is_empty() {
                let name = if name.is_empty() { String::new() } else { tr(lang, name) };
                push(key.to_owned(), name, role, ranges(found));
            }
        }
        for (at, kind) in MILESTONES.into_iter().enumerate() {
            let (mut exact, mut coarse) = (Vec::new(), Vec::new());
            for (index, case) in self.found.cases.iter().enumerate() {
                let Some((_, cell)) = case.known().find(|(found, _)| *found == at) else { continue };
                let (lo, hi) = (self.place(case, cell.lo), self.place(case, cell.hi));
                if cell.lo == cell.hi {
                    exact.push(Point {
                        at: [lo, self.at(index)],
                        label: String::new(),
                        hover: self.hover(index),
                        records: RecordsKey::One(case.id),
                        partial: false,
                    });
                } else {
                    coarse.push(self.range(index, (lo, Some(hi)), RangeStyle::Whisker, String::new()));
                }
            }
            let name = event_name(lang, kind);
            if !coarse.is_empty() {
                // Where no date is exact, the range is the sample beside the name.
                let named = if exact.is_empty() { name.clone() } else { String::new() };
                push(format!("{}-range", kind.key()), named, role(at), ranges(coarse));
            }
            if !exact.is_empty() {
                push(kind.key().to_owned(), name, role(at), Marks::Points { points: exact });
            }
        }
        series
    }

    fn table(&self) -> DataTable {
        let lang = self.lang();
        let mut headers = vec![tr(lang, "milestones-column-name")];
        headers.extend(MILESTONES.map(|kind| event_name(lang, kind)));
        headers.extend(["total-low", "total-high", "order"].map(|key| tr(lang, &format!("milestones-column-{key}"))));
        let date = |case: &Case, at: usize| -> Cell {
            match case.known().find(|(found, _)| *found == at) {
                Some((_, cell)) if cell.lo == cell.hi => kinds::day(lang, Day(cell.lo)),
                Some((_, cell)) => kinds::words(words::day_range(lang, Day(cell.lo), Day(cell.hi))),
                None => kinds::missing(),
            }
        };
        let rows = self.found.cases.iter().zip(self.names).map(|(case, name)| {
            let mut row = vec![kinds::words(name.clone())];
            row.extend((0..MILESTONES.len()).map(|at| date(case, at)));
            row.push(kinds::count(lang, case.total.0));
            row.push(kinds::count(lang, case.total.1));
            row.push(kinds::words(self.order(case).unwrap_or_default()));
            row
        });
        DataTable { headers, rows: rows.collect() }
    }
}

fn choices(ask: &Ask<'_>, chosen: Chosen) -> Vec<Choice> {
    let lang = ask.context.lang;
    let values = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(value, key)| ((*value).to_owned(), tr(lang, key))).collect()
    };
    let sort = match chosen.rank {
        Rank::Total => "total",
        Rank::Dwell => "dwell",
        Rank::Recent => "recent",
    };
    let zero = if chosen.zero == Zero::First { "first" } else { "calendar" };
    let tops = TOPS.map(|top| (top.to_string(), top.to_string())).to_vec();
    vec![
        parts::segments(
            "sort",
            tr(lang, "milestones-choice-sort"),
            values(&[
                ("total", "milestones-sort-total"),
                ("dwell", "milestones-sort-dwell"),
                ("recent", "milestones-sort-recent"),
            ]),
            sort,
        ),
        parts::segments(
            "zero",
            tr(lang, "milestones-choice-zero"),
            values(&[("first", "milestones-zero-first"), ("calendar", "milestones-zero-calendar")]),
            zero,
        ),
        parts::segments("top", tr(lang, "milestones-choice-top"), tops, &chosen.top.to_string()),
    ]
}
