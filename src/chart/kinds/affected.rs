//! Incidents by size, and the typical and the largest incident period by period.

use crate::chart::figures::Overview;
use crate::chart::figures::affected::AffectedPeriod;
use crate::chart::findings;
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    Axis, Bar, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, Direction, FootLine, Grid, Legend, Marks,
    Point, Scale, Series, Side, Tick,
};
use crate::chart::records::{RecordsKey, SizeBin};
use crate::chart::ticks;
use crate::chart::words::{self, Context, Rounding};
use crate::model::period::Period;
use crate::text::{self, Lang, tr, tr_args};

/// Incidents by power of ten of the number affected; unknown, imprecise and none apart.
pub fn sizes(overview: &Overview, context: &Context) -> ChartModel {
    let (lang, figure) = (context.lang, &overview.affected);
    let title = sizes_title(overview, lang);
    let subtitle = subtitle(overview, lang, "chart-subtitle-sizes");
    let foot = foot(overview, context);
    if figure.total == 0 {
        let sentence = findings::incidents::nothing(overview, lang);
        return ChartModel { foot, ..kinds::blank(ChartKey::AffectedSizes, title, subtitle, sentence) };
    }
    let rows = size_rows(overview);
    let longest = rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1) as f64;
    let last = rows.len().saturating_sub(1);
    let place = |index: usize| (last - index) as f64;
    let bars = rows.iter().enumerate().map(|(index, (bin, count))| Bar {
        at: place(index),
        width: 1.0,
        base: 0.0,
        certain: *count as f64,
        coarse: 0.0,
        partial: false,
        role: match bin {
            SizeBin::Unknown => Some(ColourRole::Unknown),
            SizeBin::Imprecise => Some(ColourRole::Other),
            SizeBin::Zero | SizeBin::PowerOfTen(_) => None,
        },
        label: text::number(lang, *count),
        hover: vec![size_name(lang, *bin), words::incidents(lang, *count)],
        records: RecordsKey::Size(*bin),
    });
    let mut ticks: Vec<Tick> = rows
        .iter()
        .enumerate()
        .map(|(index, (bin, _))| Tick { at: place(index), label: size_name(lang, *bin) })
        .collect();
    ticks.reverse();
    ChartModel {
        key: ChartKey::AffectedSizes,
        alt: words::alt(
            lang,
            "chart-alt-bars",
            &title,
            &subtitle,
            &findings::affected::finding(overview, context).sentence,
        ),
        x: Axis {
            title: tr(lang, "chart-column-incidents"),
            scale: Scale::Linear,
            lo: 0.0,
            hi: longest,
            ticks: Vec::new(),
            grid: Grid::Off,
        },
        y: Axis { title: String::new(), scale: Scale::Band, lo: -0.5, hi: last as f64 + 0.5, ticks, grid: Grid::Off },
        series: vec![Series {
            key: "sizes".to_owned(),
            name: tr(lang, "chart-incidents-series"),
            role: ColourRole::Data(1),
            marks: Marks::Bars { direction: Direction::Right, bars: bars.collect() },
            label: None,
        }],
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: DataTable {
            headers: vec![tr(lang, "chart-column-size"), tr(lang, "chart-column-incidents")],
            rows: rows
                .iter()
                .map(|(bin, count)| vec![kinds::words(size_name(lang, *bin)), kinds::count(lang, *count)])
                .collect(),
        },
        foot,
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    }
}

/// The bars from top to bottom: what is not known first, then by size.
fn size_rows(overview: &Overview) -> Vec<(SizeBin, u64)> {
    let sizes = &overview.affected.sizes;
    let apart = [(SizeBin::Unknown, sizes.unknown), (SizeBin::Imprecise, sizes.imprecise), (SizeBin::Zero, sizes.zero)];
    let mut rows: Vec<(SizeBin, u64)> = apart.into_iter().filter(|(_, count)| *count > 0).collect();
    rows.extend(sizes.powers_in_use().map(|(power, count)| (SizeBin::PowerOfTen(power), count)));
    rows
}

/// The ends of a power of ten: `10k` and `99k`, `1M` and `9.9M`.
pub(in crate::chart) fn bounds(lang: Lang, power: u8) -> (String, String) {
    let low = 10_u128.pow(power.into());
    (ticks::short(lang, low), ticks::short(lang, low * 10 - 1))
}

/// What a bar of sizes is called.
pub(in crate::chart) fn size_name(lang: Lang, bin: SizeBin) -> String {
    match bin {
        SizeBin::Unknown => tr(lang, "chart-size-unknown"),
        SizeBin::Imprecise => tr(lang, "chart-size-imprecise"),
        SizeBin::Zero => tr(lang, "chart-size-zero"),
        SizeBin::PowerOfTen(power) => {
            let (low, high) = bounds(lang, power);
            tr_args(lang, "chart-size-range", &[("low", low.into()), ("high", high.into())])
        }
    }
}

/// The size that most incidents have, where one stands out and there are enough.
fn sizes_title(overview: &Overview, lang: Lang) -> String {
    let figure = &overview.affected;
    if figure.total == 0 {
        return tr(lang, "chart-none");
    }
    let most = figure.sizes.powers_in_use().max_by_key(|(power, count)| (*count, u8::MAX - power));
    let Some((power, count)) = most.filter(|(_, count)| figure.n >= 10 && *count * 5 >= figure.n) else {
        return tr_args(lang, "chart-title-sizes", &[("incidents", words::incidents(lang, figure.total).into())]);
    };
    let low = 10_u128.pow(power.into());
    let amount = words::amount(lang, low * 10, figure.measure.0, Rounding::Nearest);
    let low = text::people(lang, low);
    if count * 2 > figure.n {
        return tr_args(lang, "chart-title-most", &[("low", low.into()), ("amount", amount.into())]);
    }
    let share = text::share(lang, count as f64 / figure.n as f64, 0);
    tr_args(lang, "chart-title-frequent", &[("low", low.into()), ("amount", amount.into()), ("share", share.into())])
}

fn subtitle(overview: &Overview, lang: Lang, key: &str) -> String {
    let (unit, effect) = overview.affected.measure;
    let unit = tr(lang, &format!("unit-{}", unit.key()));
    let effect = tr(lang, &format!("effect-{}", effect.key()));
    if key == "chart-subtitle-sizes" {
        return tr_args(lang, "chart-subtitle-sizes", &[("unit", unit.into()), ("effect", effect.into())]);
    }
    let period = words::per(lang, overview.scope.scheme);
    let args = [("period", period.into()), ("unit", unit.into()), ("effect", effect.into())];
    tr_args(lang, "chart-subtitle-periods", &args)
}

fn foot(overview: &Overview, context: &Context) -> Vec<FootLine> {
    vec![FootLine { parts: findings::affected::small_print(overview, context) }, words::basis_line(overview, context)]
}

/// Median and largest number per period, on a logarithmic scale. A number below 1 has no place there and stands in
/// the table.
pub fn periods(overview: &Overview, context: &Context) -> ChartModel {
    let (lang, figure) = (context.lang, &overview.affected);
    let title = periods_title(overview, lang);
    let subtitle = subtitle(overview, lang, "chart-subtitle-periods");
    let mut foot = foot(overview, context);
    if figure.unplaced > 0 {
        let part = words::counted(lang, "chart-unplaced", figure.unplaced);
        foot.insert(1, FootLine { parts: vec![crate::chart::model::FootPart::text(part)] });
    }
    let most = figure.periods.iter().filter_map(|found| found.largest).max().unwrap_or(0);
    if most == 0 {
        let finding = findings::affected::finding(overview, context);
        let sentence = if figure.n == 0 { finding.sentence } else { finding.headline };
        return ChartModel { foot, ..kinds::blank(ChartKey::AffectedPeriods, title, subtitle, sentence) };
    }
    let spans: Vec<Period> = figure.periods.iter().map(|found| found.period).collect();
    let least = figure.periods.iter().filter_map(|found| found.median).filter(|median| *median >= 1.0);
    let lo = libm::floor(libm::log10(least.fold(most as f64, f64::min)));
    let hi = libm::log10(most as f64) + 0.15;
    let hi = if hi > lo + 1.0 { hi } else { lo + 1.0 };
    ChartModel {
        key: ChartKey::AffectedPeriods,
        alt: words::alt(
            lang,
            "chart-alt-points",
            &title,
            &subtitle,
            &findings::affected::finding(overview, context).sentence,
        ),
        x: time_axis(lang, &spans),
        y: ticks::log_axis(lang, tr(lang, "chart-column-size"), (lo, hi)),
        series: vec![
            stems(overview, lang),
            series(overview, lang, "largest", ColourRole::Other),
            series(overview, lang, "median", ColourRole::Data(1)),
        ],
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(overview, lang),
        foot,
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    }
}

/// A stem from the median to the largest of each period, so that the two are seen to belong together.
fn stems(overview: &Overview, lang: Lang) -> Series {
    let stem = |found: &AffectedPeriod| {
        let median = found.median.filter(|median| *median >= 1.0)?;
        let largest = found.largest.filter(|largest| *largest as f64 > median)?;
        let x = ticks::middle(found.period);
        Some(vec![[x, libm::log10(median)], [x, libm::log10(largest as f64)]])
    };
    Series {
        key: "stems".to_owned(),
        name: tr(lang, "chart-largest-series"),
        role: ColourRole::Unknown,
        marks: Marks::Line { runs: overview.affected.periods.iter().filter_map(stem).collect() },
        label: None,
    }
}

/// One of the two series of points, named at its last period.
fn series(overview: &Overview, lang: Lang, key: &str, role: ColourRole) -> Series {
    let unit = overview.affected.measure.0;
    let largest = key == "largest";
    let value = |found: &AffectedPeriod| if largest { found.largest.map(|most| most as f64) } else { found.median };
    let points: Vec<Point> = overview
        .affected
        .periods
        .iter()
        .filter_map(|found| {
            let number = value(found).filter(|number| *number >= 1.0)?;
            let name = words::capital(&words::period(lang, found.period));
            let number_words = words::amount(lang, number.round() as u128, unit, Rounding::Exact);
            let sum = words::amount(lang, found.sum_lo, unit, Rounding::Exact);
            Some(Point {
                at: [ticks::middle(found.period), libm::log10(number)],
                label: String::new(),
                hover: vec![
                    name,
                    if largest { number_words } else { median_words(lang, &number_words) },
                    tr_args(lang, "chart-hover-sum", &[("amount", sum.into())]),
                    words::incidents(lang, found.n),
                ],
                records: match found.largest_id.filter(|_| largest) {
                    Some(id) => RecordsKey::One(id),
                    None => RecordsKey::Period { first: found.period.first_day(), last: found.period.last_day() },
                },
                partial: found.partial,
            })
        })
        .collect();
    let name = tr(lang, if largest { "chart-largest-series" } else { "chart-median" });
    let label = points.last().map(|point| DirectLabel { text: name.clone(), at: point.at, side: Side::Right });
    Series { key: key.to_owned(), name, role, marks: Marks::Points { points }, label }
}

fn median_words(lang: Lang, number: &str) -> String {
    tr_args(lang, "chart-hover-median", &[("number", number.into())])
}

/// The typical incident of the last whole period with enough numbers.
fn periods_title(overview: &Overview, lang: Lang) -> String {
    let figure = &overview.affected;
    let found = figure.periods.iter().rev().find(|found| !found.partial && found.n >= 5);
    match found.and_then(|found| found.median.map(|median| (found.period, median))) {
        Some((period, median)) => {
            let amount = words::amount(lang, median.round() as u128, figure.measure.0, Rounding::Nearest);
            let place = words::in_period(lang, period);
            tr_args(lang, "chart-title-typical-in", &[("in", place.into()), ("amount", amount.into())])
        }
        None => tr(lang, "chart-title-affected-periods"),
    }
}

fn table(overview: &Overview, lang: Lang) -> DataTable {
    let headers = ["period", "from", "to", "with-number", "median", "largest", "sum"];
    let rows = overview.affected.periods.iter().map(|found| {
        vec![
            kinds::words(words::period(lang, found.period)),
            kinds::day(lang, found.period.first_day()),
            kinds::day(lang, found.period.last_day()),
            kinds::count(lang, found.n),
            kinds::real(lang, found.median, 1),
            found.largest.map_or_else(kinds::missing, |largest| kinds::count(lang, largest)),
            kinds::count(lang, found.sum_lo),
        ]
    });
    DataTable {
        headers: headers.iter().map(|name| tr(lang, &format!("chart-column-{name}"))).collect(),
        rows: rows.collect(),
    }
}
