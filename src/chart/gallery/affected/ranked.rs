//! The largest incidents, one below the other, with the ranges of their numbers and open ends as arrows.

use crate::chart::figures::pool::Counted;
use crate::chart::figures::ranked::Ranked;
use crate::chart::gallery::affected::parts::{Base, counting, log_ticks, numbers, segments, short, these};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootPart, Grid, Marks, Range, RangeStyle, Scale,
    Series, Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::query::Expr;
use crate::query::expr::Sure;
use crate::text::{self, tr, tr_args};

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let lang = base.lang;
    let (top, most) = numbers(ask, "top", "people-choice-top", &[10, 20, 50]);
    let (scale, chosen) = segments(
        ask,
        "scale",
        "people-choice-scale",
        &[("log", "people-choice-log"), ("linear", "people-choice-linear")],
    );
    let extra = Drawn {
        model: kinds::blank(ChartKey::AffectedRanked, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition: base.definition(&["people-define-ranked", "people-define-ranked-how", "people-define-ranked-care"]),
        choices: vec![Choice::Measure, top, scale],
    };
    if let Some(sentence) = base.nothing() {
        return base.instead(ChartKey::AffectedRanked, sentence, extra);
    }
    let found = Ranked::compute(ask.snapshot, ask.selection, ask.question.measure, most);
    let names: Vec<String> =
        found.records.iter().map(|record| super::name_or(ask, record.id, "people-unnamed")).collect();
    let log = chosen == "log";
    let title = title(&base, &found, &names);
    let key = if log { "people-subtitle-ranked-log" } else { "people-subtitle-ranked" };
    let args = [("count", found.records.len().into()), ("measure", base.measure().into())];
    let mut subtitle = tr_args(lang, key, &args);
    if found.records.iter().any(|record| record.hi.is_none()) {
        subtitle.push_str(" · ");
        subtitle.push_str(&tr(lang, "people-note-arrow"));
    }
    let x = across(&base, &found.records, log);
    let last = found.records.len().saturating_sub(1);
    let mut labels: Vec<Tick> =
        names.iter().enumerate().map(|(index, name)| Tick { at: (last - index) as f64, label: short(name) }).collect();
    labels.reverse();
    let model = ChartModel {
        foot: base.foot(notes(&base, &found)),
        alt: words::alt(lang, "people-alt-ranked", &title, &subtitle, ""),
        y: Axis {
            title: String::new(),
            scale: Scale::Band,
            lo: -0.5,
            hi: last as f64 + 0.5,
            ticks: labels,
            grid: Grid::Off,
        },
        series: vec![Series {
            key: "incidents".to_owned(),
            name: tr(lang, "chart-column-size"),
            role: ColourRole::Data(1),
            marks: Marks::Ranges { direction: Direction::Right, ranges: ranges(&base, &found.records, &names, log) },
            label: None,
        }],
        x,
        table: table(&base, &found.records, &names),
        empty: None,
        ..kinds::blank(ChartKey::AffectedRanked, title, subtitle, String::new())
    };
    Drawn { model, ..extra }
}

/// The axis of numbers: room to the right for the number written behind each mark.
fn across(base: &Base<'_>, records: &[Counted], log: bool) -> Axis {
    let most = records.iter().map(|record| record.hi.unwrap_or(record.lo).max(record.lo)).max().unwrap_or(1).max(1);
    let title = base.measure();
    if !log {
        let hi = most as f64 * 1.12;
        let marks = ticks::linear_short(base.lang, hi);
        return Axis { title, scale: Scale::Linear, lo: 0.0, hi, ticks: marks, grid: Grid::Lines };
    }
    let least = records.iter().map(|record| record.lo).filter(|lo| *lo > 0).min().unwrap_or(1);
    let lo = libm::floor(libm::log10(least as f64));
    let hi = (libm::log10(most as f64) + 0.12).max(lo + 1.0);
    Axis { title, scale: Scale::Log10, lo, hi, ticks: log_ticks(base.lang, lo, hi), grid: Grid::Lines }
}

fn ranges(base: &Base<'_>, records: &[Counted], names: &[String], log: bool) -> Vec<Range> {
    let place = |number: u64| if log { libm::log10(number.max(1) as f64) } else { number as f64 };
    let last = records.len().saturating_sub(1);
    let range = |(index, (record, name)): (usize, (&Counted, &String))| {
        let exact = record.is_exact();
        // On a logarithmic axis "up to 300,000" has no low end: it is open to the left.
        let lo = (record.lo > 0 || !log).then(|| place(record.lo));
        Range {
            at: (last - index) as f64,
            lo,
            hi: record.hi.map(place),
            middle: exact.then(|| place(record.lo)),
            style: RangeStyle::Whisker,
            role: None,
            label: base.between(record.lo.into(), record.hi.map(u128::from), Rounding::Nearest),
            hover: vec![name.clone(), base.counted(record, Rounding::Exact)],
            records: these(vec![record.id]),
        }
    };
    records.iter().zip(names).enumerate().map(range).collect()
}

/// The largest, by its name, and how large the last one listed still is.
fn title(base: &Base<'_>, found: &Ranked, names: &[String]) -> String {
    let lang = base.lang;
    let (Some(first), Some(last), Some(name)) = (found.records.first(), found.records.last(), names.first()) else {
        return tr(lang, "people-title-none");
    };
    let amount = base.counted(first, Rounding::Nearest);
    let name = short(name);
    if found.records.len() < 5 || found.n <= found.records.len() as u64 {
        let args = [("name", name.into()), ("amount", amount.into()), ("n", found.n.into())];
        return tr_args(lang, "people-title-ranked-all", &args);
    }
    let args = [
        ("name", name.into()),
        ("amount", amount.into()),
        ("count", found.records.len().into()),
        ("n", found.n.into()),
        ("least", base.counted(last, Rounding::Nearest).into()),
    ];
    tr_args(lang, "people-title-ranked", &args)
}

fn notes(base: &Base<'_>, found: &Ranked) -> Vec<FootPart> {
    let mut parts = Vec::new();
    if let Some(last) = found.records.last().filter(|_| found.may_belong > 0) {
        let text = words::counted(base.lang, "people-may-belong", found.may_belong);
        let listed: Vec<_> = found.records.iter().map(|record| record.id).collect();
        let RecordsKey::Where(larger) = counting(base.ask, last.lo.saturating_add(1), None, Sure::Possible) else {
            return parts;
        };
        let others = larger.and(Expr::Not(Box::new(Expr::Records(listed))));
        parts.push(FootPart::records(text, RecordsKey::Where(others)));
    }
    parts
}

fn table(base: &Base<'_>, records: &[Counted], names: &[String]) -> DataTable {
    let lang = base.lang;
    let headers = ["people-column-rank", "people-column-name", "people-column-least", "people-column-most"];
    let rows = records.iter().zip(names).enumerate().map(|(index, (record, name))| {
        vec![
            kinds::count(lang, index as u128 + 1),
            kinds::words(name.clone()),
            kinds::count(lang, record.lo),
            record
                .hi
                .map_or_else(|| kinds::words(text::tr(lang, "people-no-upper-bound")), |hi| kinds::count(lang, hi)),
        ]
    });
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
