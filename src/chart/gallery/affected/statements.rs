//! The first against the latest statement of how many were affected, incident by incident.

use crate::chart::figures::statements::{Change, Factor, Restated, Statements};
use crate::chart::gallery::affected::parts::{Base, log_ticks, numbers, short, these};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootPart, Grid, Legend, Marks, Point, Range,
    RangeStyle, Scale, Series, Tick,
};
use crate::chart::words::{self, Rounding};
use crate::frame::RecordId;
use crate::frame::cell::CountCell;
use crate::model::affected::{Affected, Amount};
use crate::text::{self, tr, tr_args};

/// Fewest revisions for a typical one.
const LEAST: u64 = 5;

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let lang = base.lang;
    let (top, most) = numbers(ask, "top", "people-choice-top", &[10, 20, 50]);
    let keys = ["people-define-statements", "people-define-statements-how", "people-define-statements-care"];
    let extra = Drawn {
        model: kinds::blank(ChartKey::Statements, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition: base.definition(&keys),
        choices: vec![Choice::Measure, top],
    };
    if let Some(sentence) = base.nothing() {
        return base.instead(ChartKey::Statements, sentence, extra);
    }
    let found = Statements::compute(ask.snapshot, ask.selection, ask.question.measure);
    if found.n() == 0 {
        let sentence = words::counted(lang, "people-empty-statements", found.with_number);
        return base.instead(ChartKey::Statements, sentence, extra);
    }
    let title = title(&base, &found);
    let shown: Vec<Restated> = found.revised.iter().take(most).copied().collect();
    let subtitle = tr_args(
        lang,
        "people-subtitle-statements",
        &[("count", shown.len().into()), ("measure", base.measure().into())],
    );
    if shown.is_empty() {
        let sentence = words::counted(lang, "people-empty-revised", found.n());
        let model = ChartModel {
            foot: base.foot(notes(&base, &found)),
            table: table(&base, &found.revised, &[]),
            ..kinds::blank(ChartKey::Statements, title, subtitle, sentence)
        };
        return Drawn { model, ..extra };
    }
    let names: Vec<String> = shown.iter().map(|one| super::name_or(ask, one.id, "people-unnamed")).collect();
    let model = ChartModel {
        foot: base.foot(notes(&base, &found)),
        alt: words::alt(lang, "people-alt-ranked", &title, &subtitle, ""),
        x: across(&base, &shown),
        y: down(&names),
        series: series(&base, &shown, &names),
        table: table(&base, &shown, &names),
        empty: None,
        legend: Legend::Above,
        ..kinds::blank(ChartKey::Statements, title, subtitle, String::new())
    };
    Drawn { model, ..extra }
}

/// Where a range stands: at its lower end, or at its upper end where it begins at nothing.
fn place(cell: CountCell) -> f64 {
    let number = if cell.lo == 0 && cell.hi != u64::MAX { cell.hi } else { cell.lo };
    libm::log10(number.max(1) as f64)
}

fn across(base: &Base<'_>, shown: &[Restated]) -> Axis {
    let places = || shown.iter().flat_map(|one| [place(one.first), place(one.latest)]);
    let lo = libm::floor(places().fold(f64::INFINITY, f64::min)).max(0.0);
    let hi = (places().fold(0.0, f64::max) + 0.1).max(lo + 1.0);
    let ticks = log_ticks(base.lang, lo, hi);
    Axis { title: base.measure(), scale: Scale::Log10, lo, hi, ticks, grid: Grid::Lines }
}

fn down(names: &[String]) -> Axis {
    let last = names.len().saturating_sub(1);
    let tick = |(index, name): (usize, &String)| Tick { at: (last - index) as f64, label: short(name) };
    let mut ticks: Vec<Tick> = names.iter().enumerate().map(tick).collect();
    ticks.reverse();
    Axis { title: String::new(), scale: Scale::Band, lo: -0.5, hi: last as f64 + 0.5, ticks, grid: Grid::Off }
}

fn series(base: &Base<'_>, shown: &[Restated], names: &[String]) -> Vec<Series> {
    let last = shown.len().saturating_sub(1);
    let (mut lines, mut firsts, mut latest) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (one, name)) in shown.iter().zip(names).enumerate() {
        let (at, from, to) = ((last - index) as f64, place(one.first), place(one.latest));
        let hover = hover(base, one, name);
        lines.push(Range {
            at,
            lo: Some(from.min(to)),
            hi: Some(from.max(to)),
            middle: None,
            style: RangeStyle::Connector,
            role: None,
            label: factor_words(base, one),
            hover: hover.clone(),
            records: these(vec![one.id]),
        });
        let point = |x: f64, partial| Point {
            at: [x, at],
            label: String::new(),
            hover: hover.clone(),
            records: these(vec![one.id]),
            partial,
        };
        firsts.push(point(from, true));
        latest.push(point(to, false));
    }
    let points = |key: &str, name: &str, points| Series {
        key: key.to_owned(),
        name: base.tr(name),
        role: ColourRole::Data(1),
        marks: Marks::Points { points },
        label: None,
    };
    vec![
        Series {
            key: "change".to_owned(),
            name: base.tr("people-series-change"),
            role: ColourRole::Other,
            marks: Marks::Ranges { direction: Direction::Right, ranges: lines },
            label: None,
        },
        points("first", "people-series-first", firsts),
        points("latest", "people-series-latest", latest),
    ]
}

fn amount(base: &Base<'_>, cell: CountCell) -> String {
    let hi = (cell.hi != u64::MAX).then_some(u128::from(cell.hi));
    base.between(cell.lo.into(), hi, Rounding::Exact)
}

/// `× 2.5` of exact numbers; empty where ranges leave it open.
fn factor_words(base: &Base<'_>, one: &Restated) -> String {
    let exact = one.first.lo == one.first.hi && one.latest.lo == one.latest.hi && one.first.lo > 0;
    if !exact {
        return String::new();
    }
    let factor = one.latest.lo as f64 / one.first.lo as f64;
    tr_args(base.lang, "people-label-factor", &[("factor", factor_text(base, factor).into())])
}

fn factor_text(base: &Base<'_>, factor: f64) -> String {
    let places = match factor {
        10.0.. => 0,
        1.0.. => 1,
        _ => 2,
    };
    text::decimal(base.lang, factor, places)
}

/// Both numbers, with the dates on which they were stated where the record can be read.
fn hover(base: &Base<'_>, one: &Restated, name: &str) -> Vec<String> {
    let (first, latest) = (amount(base, one.first), amount(base, one.latest));
    let (on_first, on_latest) = dates(base, one.id, one).unwrap_or_default();
    let said = |key: &str, amount: String, day: String| {
        let said = tr_args(base.lang, key, &[("amount", amount.into())]);
        if day.is_empty() { said } else { format!("{said} ({day})") }
    };
    vec![name.to_owned(), said("people-hover-first", first, on_first), said("people-hover-latest", latest, on_latest)]
}

/// When the two numbers were stated, as written.
fn dates(base: &Base<'_>, id: RecordId, one: &Restated) -> Option<(String, String)> {
    let incident = (base.ask.document)(id)?;
    let (unit, effect) = base.ask.question.measure;
    let stated = |cell: CountCell, last: bool| {
        let is_it = |affected: &&Affected| {
            let same = affected.unit == unit && affected.effect == effect;
            same && matches!(&affected.amount, Amount::Count(_)) && CountCell::from_amount(&affected.amount) == cell
        };
        let mut found: Vec<&Affected> = incident.affected.iter().filter(is_it).collect();
        found.sort_by_key(|affected| affected.stated.as_ref().and_then(|date| date.days().hi));
        let one = if last { found.last() } else { found.first() };
        one.and_then(|affected| affected.stated.as_ref()).map(|date| date.as_written().to_owned()).unwrap_or_default()
    };
    Some((stated(one.first, false), stated(one.latest, true)))
}

/// How many were revised, which way, and by how much the typical one.
fn title(base: &Base<'_>, found: &Statements) -> String {
    let lang = base.lang;
    let (up, down) = (found.count(Change::Up), found.count(Change::Down));
    let args = [("n", found.n().into()), ("revised", (up + down).into()), ("up", up.into()), ("down", down.into())];
    let title = tr_args(lang, "people-title-statements", &args);
    let typical = |factor: Option<Factor>, count: u64, key: &str| {
        let factor = factor.filter(|_| count >= LEAST)?;
        let hi = factor.hi?;
        let (low, high) = (factor_text(base, factor.lo), factor_text(base, hi));
        let said = if low == high {
            low
        } else {
            tr_args(lang, "people-shares", &[("low", low.into()), ("high", high.into())])
        };
        Some(tr_args(lang, key, &[("factor", said.into())]))
    };
    // The typical revision of the direction that is more frequent.
    let more = if up >= down {
        typical(found.factor_up, up, "people-typical-up")
    } else {
        typical(found.factor_down, down, "people-typical-down")
    };
    match more {
        Some(more) => {
            tr_args(lang, "people-title-statements-typical", &[("title", title.into()), ("typical", more.into())])
        }
        None => title,
    }
}

fn notes(base: &Base<'_>, found: &Statements) -> Vec<FootPart> {
    let lang = base.lang;
    let said = [
        (Change::Up, "people-revised-up"),
        (Change::Down, "people-revised-down"),
        (Change::Same, "people-restated-same"),
        (Change::Unclear, "people-restated-unclear"),
    ];
    let counted = said.into_iter().filter(|(change, _)| found.count(*change) > 0);
    let mut parts: Vec<FootPart> = counted
        .map(|(change, key)| {
            let text = words::counted(lang, key, found.count(change));
            FootPart::records(text, these(found.ids(change).to_vec()))
        })
        .collect();
    let once = found.with_number - found.n();
    if once > 0 {
        parts.push(FootPart::text(words::counted(lang, "people-stated-once", once)));
    }
    parts
}

fn table(base: &Base<'_>, shown: &[Restated], names: &[String]) -> DataTable {
    let lang = base.lang;
    let headers = ["people-column-name", "people-column-first", "people-column-latest", "people-column-factor"];
    let rows = shown.iter().zip(names).map(|(one, name)| {
        let exact = one.first.lo == one.first.hi && one.latest.lo == one.latest.hi && one.first.lo > 0;
        let factor = exact.then(|| one.latest.lo as f64 / one.first.lo as f64);
        vec![
            kinds::words(name.clone()),
            kinds::words(amount(base, one.first)),
            kinds::words(amount(base, one.latest)),
            kinds::real(lang, factor, 2),
        ]
    });
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
