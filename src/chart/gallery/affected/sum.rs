//! Bounds of the sum, period by period: at least, at most, and who the largest part comes from.

use crate::chart::figures::pool::Counted;
use crate::chart::figures::size_periods::{SizePeriod, SizePeriods};
use crate::chart::gallery::affected::parts::{Base, short, these};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    Axis, AxisRow, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootPart, Grid, Legend, Marks, Range,
    RangeStyle, Scale, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::model::period::Period;
use crate::query::Expr;
use crate::query::expr::{Reason, Sure};
use crate::query::question::PeriodKind;
use crate::text::{self, tr, tr_args};

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let lang = base.lang;
    let periods = vec![PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::FiscalYear];
    let choices = vec![Choice::DateOf, Choice::Period(periods), Choice::Measure];
    let keys = ["people-define-sum", "people-define-sum-bounds", "people-define-sum-care"];
    let extra = Drawn {
        model: kinds::blank(ChartKey::AffectedSum, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition: base.definition(&keys),
        choices,
    };
    if let Some(sentence) = base.nothing() {
        return base.instead(ChartKey::AffectedSum, sentence, extra);
    }
    let found = SizePeriods::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
    if found.periods.iter().all(|period| period.sum_lo == 0 && period.sum_hi.is_none_or(|hi| hi == 0)) {
        let event = tr(lang, &format!("event-{}", ask.scope.date_of.key()));
        let sentence = tr_args(lang, "people-empty-periods", &[("event", event.into())]);
        return base.instead(ChartKey::AffectedSum, sentence, extra);
    }
    let title = title(&base, &found);
    let subtitle = subtitle(&base, &found);
    let spans: Vec<Period> = found.periods.iter().map(|found| found.period).collect();
    let highest = found.periods.iter().map(|period| shown_end(period, most_certain(&found))).fold(0.0, f64::max);
    let highest = highest.max(1.0) * 1.12;
    let model = ChartModel {
        foot: base.foot(notes(&base, &found)),
        alt: words::alt(lang, "chart-alt-bars", &title, &subtitle, ""),
        x: time_axis(lang, &spans),
        y: Axis {
            title: base.measure(),
            scale: Scale::Linear,
            lo: 0.0,
            hi: highest,
            ticks: ticks::linear_short(lang, highest),
            grid: Grid::Lines,
        },
        series: series(&base, &found),
        under_x: medians(&base, &found),
        table: table(&base, &found),
        empty: None,
        legend: Legend::Above,
        ..kinds::blank(ChartKey::AffectedSum, title, subtitle, String::new())
    };
    Drawn { model, ..extra }
}

fn most_certain(found: &SizePeriods) -> f64 {
    found.periods.iter().map(|period| period.sum_lo as f64).fold(0.0, f64::max)
}

/// How high a period's mark reaches: its upper bound, unless that is far beyond all that is certain and would leave
/// nothing to be seen of it.
fn shown_end(period: &SizePeriod, most: f64) -> f64 {
    let hi = period.sum_hi.map_or(0.0, |hi| hi as f64);
    if hi <= most * 4.0 { hi.max(period.sum_lo as f64) } else { (period.sum_lo as f64).max(most) }
}

fn series(base: &Base<'_>, found: &SizePeriods) -> Vec<Series> {
    let lang = base.lang;
    let (mut rest, mut largest, mut bounds) = (Vec::new(), Vec::new(), Vec::new());
    for period in &found.periods {
        let top = period.largest.map_or(0, |largest| u128::from(largest.lo));
        let bar = |from: u128, length: u128, records: RecordsKey| Bar {
            at: ticks::middle(period.period),
            width: period.period.len_days() as f64,
            base: from as f64,
            certain: length as f64,
            coarse: 0.0,
            partial: period.partial,
            role: None,
            label: String::new(),
            hover: hover(base, period),
            records,
        };
        let others = period.sum_lo.saturating_sub(top);
        rest.push(bar(0, others, behind(base, period.period)));
        if let Some(record) = period.largest.filter(|record| record.lo > 0) {
            largest.push(bar(others, top, these(vec![record.id])));
        }
        let is_open = period.sum_hi != Some(period.sum_lo) && (period.n > 0 || period.unknown + period.possible > 0);
        if is_open {
            bounds.push(Range {
                at: ticks::middle(period.period),
                lo: Some(period.sum_lo as f64),
                hi: period.sum_hi.map(|hi| hi as f64),
                middle: None,
                style: RangeStyle::Whisker,
                role: None,
                label: String::new(),
                hover: hover(base, period),
                records: unsure(base, period.period),
            });
        }
    }
    let bars = |key: &str, name: &str, role, bars| Series {
        key: key.to_owned(),
        name: tr(lang, name),
        role,
        marks: Marks::Bars { direction: Direction::Up, bars },
        label: None,
    };
    let mut series = vec![
        bars("rest", "people-series-rest", ColourRole::Data(1), rest),
        bars("largest", "people-series-largest", ColourRole::Data(3), largest),
    ];
    if !bounds.is_empty() {
        series.push(Series {
            key: "bounds".to_owned(),
            name: tr(lang, "people-series-bounds"),
            role: ColourRole::Muted,
            marks: Marks::Ranges { direction: Direction::Up, ranges: bounds },
            label: None,
        });
    }
    series
}

/// Records that lie in the period for certain and give a number.
fn behind(base: &Base<'_>, period: Period) -> RecordsKey {
    RecordsKey::Where(within(base, period, Sure::Certain).and(counted(base, 0, None)))
}

fn within(base: &Base<'_>, period: Period, how: Sure) -> Expr {
    let (from, to) = (Some(period.first_day()), Some(period.last_day()));
    Expr::Date { event: base.ask.question.date_of, from, to, how }
}

fn counted(base: &Base<'_>, from: u64, to: Option<u64>) -> Expr {
    Expr::Count { measure: base.ask.question.measure, from, to, how: Sure::Possible }
}

/// Records of the period that keep its sum from being known: without a number, or with a coarse date.
fn unsure(base: &Base<'_>, period: Period) -> RecordsKey {
    let measure = base.ask.question.measure;
    let reasons = vec![Reason::Blank, Reason::Unknown, Reason::NotStated, Reason::Withheld];
    let numberless = within(base, period, Sure::Certain).and(Expr::NoCount { measure, reasons });
    let coarse = within(base, period, Sure::Possible).and(Expr::Not(Box::new(within(base, period, Sure::Certain))));
    RecordsKey::Where(Expr::Any(vec![numberless, coarse]))
}

/// `at least 3,200,000 people`, `3,200,000 people`, `between … and …`.
fn sum_words(base: &Base<'_>, period: &SizePeriod, rounding: Rounding) -> String {
    base.between(period.sum_lo, period.sum_hi, rounding)
}

fn hover(base: &Base<'_>, period: &SizePeriod) -> Vec<String> {
    let lang = base.lang;
    let mut lines = vec![
        words::capital(&words::period(lang, period.period)),
        sum_words(base, period, Rounding::Exact),
        words::incidents(lang, period.n),
    ];
    if period.sum_hi.is_none() {
        lines.push(tr(lang, "people-no-upper-bound"));
    }
    if period.unknown > 0 {
        lines.push(words::counted(lang, "chart-give-none", period.unknown));
    }
    if period.possible > 0 {
        lines.push(words::counted(lang, "chart-hover-coarse", period.possible));
    }
    if let Some(largest) = &period.largest {
        lines.push(largest_words(base, largest));
    }
    if let Some(middle) = period.middle {
        lines.push(tr_args(lang, "chart-hover-median", &[("number", base.middle(&middle).into())]));
    }
    lines
}

fn largest_words(base: &Base<'_>, largest: &Counted) -> String {
    let name = short(&super::name_or(base.ask, largest.id, "people-unnamed"));
    let number = base.counted(largest, Rounding::Exact);
    tr_args(base.lang, "chart-largest", &[("name", name.into()), ("number", number.into())])
}

/// The sum of the last whole period with enough numbers, never without its largest part and the typical incident.
fn title(base: &Base<'_>, found: &SizePeriods) -> String {
    let lang = base.lang;
    let last = found.periods.iter().rev().find(|period| !period.partial && period.n >= 5 && period.sum_lo > 0);
    let found = last.and_then(|period| Some((period, period.largest?, period.middle?)));
    let Some((period, largest, middle)) = found else { return tr(lang, "people-title-sum") };
    let sum = words::capital(&sum_words(base, period, Rounding::Nearest));
    let part = largest.lo as f64 / period.sum_lo as f64;
    let name = short(&super::name_or(base.ask, largest.id, "people-unnamed"));
    let args = [
        ("sum", sum.into()),
        ("in", words::in_period(lang, period.period).into()),
        ("share", text::share(lang, part, 0).into()),
        ("name", name.into()),
        ("typical", base.middle(&middle).into()),
    ];
    let key = if period.sum_hi == Some(period.sum_lo) { "people-title-sum-in" } else { "people-title-sum-in-certain" };
    tr_args(lang, key, &args)
}

fn subtitle(base: &Base<'_>, found: &SizePeriods) -> String {
    let period = words::per(base.lang, base.ask.scope.scheme);
    let args = [("period", period.into()), ("measure", base.measure().into())];
    let mut subtitle = tr_args(base.lang, "people-subtitle-sum", &args);
    let notes = [
        (found.periods.iter().any(|period| period.sum_hi.is_none()), "people-note-arrow"),
        (found.periods.iter().any(|period| period.partial && period.n > 0), "chart-note-partial"),
    ];
    for (_, key) in notes.into_iter().filter(|(holds, _)| *holds) {
        subtitle.push_str(" · ");
        subtitle.push_str(&tr(base.lang, key));
    }
    subtitle
}

fn notes(base: &Base<'_>, found: &SizePeriods) -> Vec<FootPart> {
    let lang = base.lang;
    let mut parts = Vec::new();
    let open = found.periods.iter().filter(|period| period.sum_hi.is_none()).count() as u64;
    if open > 0 {
        parts.push(FootPart::text(words::counted(lang, "people-open-sums", open)));
    }
    if found.unplaced > 0 {
        parts.push(FootPart::text(words::counted(lang, "chart-unplaced", found.unplaced)));
    }
    if found.outside > 0 {
        parts.push(FootPart::text(words::counted(lang, "people-outside", found.outside)));
    }
    parts
}

/// The typical incident under each bar, where there is room.
fn medians(base: &Base<'_>, found: &SizePeriods) -> Vec<AxisRow> {
    let named: Vec<&SizePeriod> = found.periods.iter().filter(|period| period.n >= 5).collect();
    if found.periods.len() > 14 || named.is_empty() {
        return Vec::new();
    }
    let value = |period: &&SizePeriod| {
        let middle = period.middle?;
        Some((ticks::middle(period.period), ticks::short(base.lang, middle.lo.max(0.0).round() as u128)))
    };
    vec![AxisRow { title: base.tr("people-row-median"), values: named.iter().filter_map(value).collect() }]
}

fn table(base: &Base<'_>, found: &SizePeriods) -> DataTable {
    let lang = base.lang;
    let headers = [
        "chart-column-period",
        "chart-column-from",
        "chart-column-to",
        "chart-column-with-number",
        "people-column-without-number",
        "chart-column-sum",
        "people-column-sum-most",
        "chart-column-largest",
        "people-column-largest-name",
        "chart-column-median",
        "chart-column-partial",
    ];
    let rows = found.periods.iter().map(|period| {
        let most = match period.sum_hi {
            Some(hi) => kinds::count(lang, hi),
            None => kinds::words(tr(lang, "people-no-upper-bound")),
        };
        let name = period.largest.map(|largest| super::name(base.ask, largest.id)).unwrap_or_default();
        vec![
            kinds::words(words::period(lang, period.period)),
            kinds::day(lang, period.period.first_day()),
            kinds::day(lang, period.period.last_day()),
            kinds::count(lang, period.n),
            kinds::count(lang, period.unknown),
            kinds::count(lang, period.sum_lo),
            most,
            period.largest.map_or_else(kinds::missing, |largest| kinds::count(lang, largest.lo)),
            kinds::words(name),
            kinds::real(lang, period.middle.map(|middle| middle.lo), 1),
            kinds::words(tr(lang, if period.partial { "chart-yes" } else { "chart-no" })),
        ]
    });
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
