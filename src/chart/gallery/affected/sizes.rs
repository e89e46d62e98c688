//! Incidents by power of ten of the number affected; unknown, imprecise and none apart.

use crate::chart::figures::LEVEL;
use crate::chart::gallery::affected::parts::{Base, segments};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, affected::size_name};
use crate::chart::model::{
    Axis, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, Grid, Marks, Range, RangeStyle, Scale, Series,
    Tick,
};
use crate::chart::records::{RecordsKey, SizeBin};
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::query::Expr;
use crate::query::expr::{Reason, Sure};
use crate::stats::share::{Share, share};
use crate::text::{self, tr, tr_args};

/// One bar.
struct Row {
    bin: SizeBin,
    count: u64,
    /// Among the records with a number; `None` for those without.
    share: Option<Share>,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let lang = base.lang;
    let values = [("number", "people-choice-number"), ("share", "people-choice-share")];
    let (show, shown) = segments(ask, "show", "people-choice-show", &values);
    let choices = vec![Choice::Measure, show, base.mean_choice()];
    let definition = base.definition(&["people-define-sizes", "people-define-sizes-how", "people-define-sizes-care"]);
    let extra = Drawn {
        model: kinds::blank(ChartKey::AffectedSizes, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition,
        choices,
    };
    if base.figure.total == 0 {
        let sentence = base.nothing().unwrap_or_default();
        return base.instead(ChartKey::AffectedSizes, sentence, extra);
    }
    let as_share = shown == "share" && base.figure.n > 0;
    let rows = rows(&base);
    let drawn: Vec<&Row> = rows.iter().filter(|row| !as_share || row.share.is_some()).collect();
    let title = title(&base, &rows);
    let key = if as_share { "people-subtitle-sizes-share" } else { "people-subtitle-sizes" };
    let subtitle = tr_args(lang, key, &[("measure", base.measure().into())]);
    let (series, most) = series(&base, &drawn, as_share);
    let place = |index: usize| (drawn.len() - 1 - index) as f64;
    let mut names: Vec<Tick> = drawn
        .iter()
        .enumerate()
        .map(|(index, row)| Tick { at: place(index), label: size_name(lang, row.bin) })
        .collect();
    names.reverse();
    let sentence = base.figure.median.map(|_| String::new()).unwrap_or_default();
    let model = ChartModel {
        foot: base.foot(base.means().into_iter().collect()),
        alt: words::alt(lang, "chart-alt-bars", &title, &subtitle, &sentence),
        x: Axis {
            title: if as_share { tr(lang, "chart-axis-share") } else { tr(lang, "chart-column-incidents") },
            scale: Scale::Linear,
            lo: 0.0,
            hi: most,
            ticks: if as_share {
                ticks::shares(lang).into_iter().filter(|tick| tick.at <= most).collect()
            } else {
                Vec::new()
            },
            grid: if as_share { Grid::Lines } else { Grid::Off },
        },
        y: Axis {
            title: String::new(),
            scale: Scale::Band,
            lo: -0.5,
            hi: drawn.len() as f64 - 0.5,
            ticks: names,
            grid: Grid::Off,
        },
        series,
        table: table(&base, &rows),
        empty: None,
        ..kinds::blank(ChartKey::AffectedSizes, title, subtitle, String::new())
    };
    Drawn { model, ..extra }
}

/// The bars from top to bottom: what is not known first, then by size.
fn rows(base: &Base<'_>) -> Vec<Row> {
    let (sizes, n) = (&base.figure.sizes, base.figure.n);
    let among = |count: u64| share(count, n, LEVEL);
    let apart = [
        (SizeBin::Unknown, sizes.unknown, None),
        (SizeBin::Imprecise, sizes.imprecise, among(sizes.imprecise)),
        (SizeBin::Zero, sizes.zero, among(sizes.zero)),
    ];
    let apart = apart.into_iter().filter(|(_, count, _)| *count > 0);
    let powers = sizes.powers_in_use().map(|(power, count)| (SizeBin::PowerOfTen(power), count, among(count)));
    apart.chain(powers).map(|(bin, count, share)| Row { bin, count, share }).collect()
}

fn series(base: &Base<'_>, rows: &[&Row], as_share: bool) -> (Vec<Series>, f64) {
    let lang = base.lang;
    let place = |index: usize| (rows.len() - 1 - index) as f64;
    let length = |row: &Row| row.share.filter(|_| as_share).map_or(row.count as f64, |share| share.share);
    let bars = rows.iter().enumerate().map(|(index, row)| Bar {
        at: place(index),
        width: 1.0,
        base: 0.0,
        certain: length(row),
        coarse: 0.0,
        partial: false,
        role: role(row.bin),
        label: if as_share { String::new() } else { text::number(lang, row.count) },
        hover: hover(base, row),
        records: behind(base, row.bin),
    });
    let mut series = vec![Series {
        key: "sizes".to_owned(),
        name: tr(lang, "chart-incidents-series"),
        role: ColourRole::Data(1),
        marks: Marks::Bars { direction: Direction::Right, bars: bars.collect() },
        label: None,
    }];
    let mut most = rows.iter().map(|row| length(row)).fold(0.0, f64::max);
    if as_share {
        let whisker = |(index, row): (usize, &&Row)| {
            let share = row.share?;
            Some(Range {
                at: place(index),
                lo: Some(share.wilson.0),
                hi: Some(share.wilson.1),
                middle: None,
                style: RangeStyle::Whisker,
                role: None,
                label: text::share(lang, share.share, 0),
                hover: hover(base, row),
                records: behind(base, row.bin),
            })
        };
        let ranges: Vec<Range> = rows.iter().enumerate().filter_map(whisker).collect();
        most = ranges.iter().filter_map(|range| range.hi).fold(most, f64::max);
        series.push(Series {
            key: "interval".to_owned(),
            name: tr(lang, "chart-interval-note"),
            role: ColourRole::Muted,
            marks: Marks::Ranges { direction: Direction::Right, ranges },
            label: None,
        });
    }
    (series, if most > 0.0 { most * 1.02 } else { 1.0 })
}

fn role(bin: SizeBin) -> Option<ColourRole> {
    match bin {
        SizeBin::Unknown => Some(ColourRole::Unknown),
        SizeBin::Imprecise => Some(ColourRole::Other),
        SizeBin::Zero | SizeBin::PowerOfTen(_) => None,
    }
}

fn hover(base: &Base<'_>, row: &Row) -> Vec<String> {
    let mut lines = vec![size_name(base.lang, row.bin), words::incidents(base.lang, row.count)];
    lines.extend(row.share.map(|share| share_words(base, &share)));
    lines
}

/// `22% of those with a number (likely between 20% and 24%)`.
fn share_words(base: &Base<'_>, share: &Share) -> String {
    let said = |share: f64| text::share(base.lang, share, 0);
    let (low, high) = share.wilson;
    let args = [("share", said(share.share).into()), ("low", said(low).into()), ("high", said(high).into())];
    tr_args(base.lang, "people-hover-share", &args)
}

/// The records of a bar, as a condition.
fn behind(base: &Base<'_>, bin: SizeBin) -> RecordsKey {
    let measure = base.ask.question.measure;
    let within = |from: u64, to: u64| Expr::Count { measure, from, to: Some(to), how: Sure::Certain };
    let power = |power: u8| {
        let low = 10_u64.saturating_pow(power.into());
        within(low, low.saturating_mul(10).saturating_sub(1))
    };
    RecordsKey::Where(match bin {
        SizeBin::Unknown => {
            let reasons = vec![Reason::Blank, Reason::Unknown, Reason::NotStated, Reason::Withheld];
            Expr::NoCount { measure, reasons }
        }
        SizeBin::Zero => within(0, 0),
        SizeBin::PowerOfTen(found) => power(found),
        SizeBin::Imprecise => {
            let any = Expr::Count { measure, from: 0, to: None, how: Sure::Possible };
            let placed = std::iter::once(within(0, 0)).chain((0..19).map(power)).collect();
            Expr::All(vec![any, Expr::Not(Box::new(Expr::Any(placed)))])
        }
    })
}

/// The size that most incidents have, where one stands out and there are enough.
fn title(base: &Base<'_>, rows: &[Row]) -> String {
    let (lang, n) = (base.lang, base.figure.n);
    let powers = rows.iter().filter(|row| matches!(row.bin, SizeBin::PowerOfTen(_)));
    let most = powers.rev().max_by_key(|row| row.count).and_then(|row| Some((row.bin, row.share?)));
    let Some((SizeBin::PowerOfTen(power), found)) = most.filter(|(_, found)| n >= 10 && found.share >= 0.2) else {
        return tr_args(lang, "chart-title-sizes", &[("incidents", words::incidents(lang, base.figure.total).into())]);
    };
    let low = 10_u128.pow(power.into());
    let said = |share: f64| text::share(lang, share, 0);
    let args = [
        ("share", said(found.share).into()),
        ("n", n.into()),
        ("low", text::people(lang, low).into()),
        ("amount", words::amount(lang, low * 10, base.unit, Rounding::Nearest).into()),
        ("from", said(found.wilson.0).into()),
        ("to", said(found.wilson.1).into()),
    ];
    tr_args(lang, "people-title-sizes", &args)
}

fn table(base: &Base<'_>, rows: &[Row]) -> DataTable {
    let lang = base.lang;
    let headers = [
        "chart-column-size",
        "chart-column-incidents",
        "people-column-share-known",
        "chart-column-low",
        "chart-column-high",
    ];
    let cells = rows.iter().map(|row| {
        vec![
            kinds::words(size_name(lang, row.bin)),
            kinds::count(lang, row.count),
            kinds::share(lang, row.share.map(|share| share.share)),
            kinds::share(lang, row.share.map(|share| share.wilson.0)),
            kinds::share(lang, row.share.map(|share| share.wilson.1)),
        ]
    });
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: cells.collect() }
}
