//! How much of the sum the largest few make up.

use crate::chart::figures::concentration::Concentration;
use crate::chart::figures::pool::Pool;
use crate::chart::figures::ranked::Ranked;
use crate::chart::gallery::affected::parts::{Base, numbers, segments, these};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, FootPart, Grid, Marks, Point, Scale, Series, Side,
};
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::text::{self, tr, tr_args};

/// Fewest numbers for a share of the largest.
const LEAST: u64 = 10;

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let lang = base.lang;
    let most: &[usize] = match base.figure.n {
        200.. => &[10, 3, 1, 50],
        50.. => &[10, 3, 1],
        _ => &[3, 1],
    };
    let (top, k) = numbers(ask, "top", "people-choice-largest-few", most);
    let curves = [("largest", "people-choice-from-largest"), ("lorenz", "people-choice-lorenz")];
    let (curve, chosen) = segments(ask, "curve", "people-choice-curve", &curves);
    let mut definition = base.definition(&["people-define-concentration", "people-define-concentration-care"]);
    let extra = |definition: Vec<String>| Drawn {
        model: kinds::blank(ChartKey::Concentration, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition,
        choices: vec![Choice::Measure, top, curve],
    };
    let few = || (base.figure.n < LEAST).then(|| base.tr("chart-few-numbers"));
    if let Some(sentence) = base.nothing().or_else(few) {
        return base.instead(ChartKey::Concentration, sentence, extra(definition));
    }
    let mut pool = Pool::compute(ask.snapshot, ask.selection, ask.question.measure);
    let Some(found) = Concentration::of(&mut pool.lows) else {
        let sentence = base.tr("people-empty-zeros");
        return base.instead(ChartKey::Concentration, sentence, extra(definition));
    };
    let gini = text::decimal_wide(lang, found.gini, 2);
    definition.push(tr_args(lang, "people-define-gini", &[("gini", gini.into())]));
    let title = title(&base, &found, k as u64);
    let lorenz = chosen == "lorenz";
    let key = if lorenz { "people-subtitle-lorenz" } else { "people-subtitle-concentration" };
    let subtitle = tr_args(lang, key, &[("measure", base.measure().into())]);
    let model = ChartModel {
        foot: base.foot(notes(&base, &found)),
        alt: words::alt(lang, "chart-alt-curve", &title, &subtitle, ""),
        x: if lorenz { shares_across(&base) } else { ranks_across(&base, found.n) },
        y: Axis {
            title: tr(lang, "people-axis-part"),
            scale: Scale::Linear,
            lo: 0.0,
            hi: 1.02,
            ticks: ticks::shares(lang),
            grid: Grid::Lines,
        },
        series: if lorenz { lorenz_series(&base, &found) } else { largest_series(&base, &found, k as u64) },
        table: table(&base, &found),
        empty: None,
        ..kinds::blank(ChartKey::Concentration, title, subtitle, String::new())
    };
    Drawn { model, ..extra(definition) }
}

fn shares_across(base: &Base<'_>) -> Axis {
    let ticks = ticks::shares(base.lang);
    Axis {
        title: base.tr("people-axis-smallest-first"),
        scale: Scale::Linear,
        lo: 0.0,
        hi: 1.0,
        ticks,
        grid: Grid::Off,
    }
}

/// The number of largest incidents, on a logarithmic axis.
fn ranks_across(base: &Base<'_>, n: u64) -> Axis {
    let hi = libm::log10(n as f64).max(1.0) + 0.02;
    let ticks = ticks::log10(base.lang, 0.0, hi);
    Axis { title: base.tr("people-axis-largest-first"), scale: Scale::Log10, lo: 0.0, hi, ticks, grid: Grid::Off }
}

/// The share of the largest one, two, three, …
fn largest_series(base: &Base<'_>, found: &Concentration, k: u64) -> Vec<Series> {
    let lang = base.lang;
    let place = |rank: u64| libm::log10(rank as f64);
    let run: Vec<[f64; 2]> = found.largest.iter().map(|(rank, share)| [place(*rank), *share]).collect();
    let named: Vec<u64> = [1, 3, 10, 50, 100, 1_000, 10_000].into_iter().filter(|rank| *rank <= found.n).collect();
    let most = named.iter().copied().filter(|rank| *rank <= 100).max().unwrap_or(1);
    let ask = base.ask;
    let largest = Ranked::compute(ask.snapshot, ask.selection, ask.question.measure, most as usize);
    let point = |rank: &u64| {
        let share = found.share_of(*rank)?;
        let ids = largest.records.iter().take(usize::try_from(*rank).ok()?).map(|record| record.id).collect();
        Some(Point {
            at: [place(*rank), share],
            label: String::new(),
            hover: vec![sentence(base, found, *rank)?],
            records: these(ids),
            partial: false,
        })
    };
    let mut series = vec![
        Series {
            key: "largest".to_owned(),
            name: tr(lang, "people-axis-part"),
            role: ColourRole::Data(1),
            marks: Marks::Line { runs: vec![run] },
            label: None,
        },
        Series {
            key: "marks".to_owned(),
            name: tr(lang, "people-axis-part"),
            role: ColourRole::Data(1),
            marks: Marks::Points { points: named.iter().filter(|rank| **rank <= most).filter_map(point).collect() },
            label: None,
        },
    ];
    if let Some(share) = found.share_of(k) {
        let at = [place(k), share];
        let args = [("k", k.into()), ("share", text::share(lang, share, 0).into())];
        let text = tr_args(lang, "people-guide-top", &args);
        series.push(Series {
            key: "top".to_owned(),
            name: text.clone(),
            role: ColourRole::Data(2),
            marks: Marks::Guide { at },
            label: Some(DirectLabel { text, at, side: Side::BelowRight }),
        });
    }
    series
}

/// Lorenz's curve under the line of equal parts.
fn lorenz_series(base: &Base<'_>, found: &Concentration) -> Vec<Series> {
    let line = |key: &str, name: &str, role, run| Series {
        key: key.to_owned(),
        name: base.tr(name),
        role,
        marks: Marks::Line { runs: vec![run] },
        label: None,
    };
    let run = found.lorenz.iter().map(|(part, share)| [*part, *share]).collect();
    let at = [0.5, 0.5];
    let text = base.tr("people-series-equal");
    let mut equal = line("equal", "people-series-equal", ColourRole::Muted, vec![[0.0, 0.0], [1.0, 1.0]]);
    equal.label = Some(DirectLabel { text, at, side: Side::Above });
    vec![equal, line("lorenz", "people-axis-part", ColourRole::Data(1), run)]
}

/// `10 of 1,586 incidents account for 39% of all people reported`.
fn sentence(base: &Base<'_>, found: &Concentration, k: u64) -> Option<String> {
    let share = found.share_of(k)?;
    let whole = base.tr(&format!("people-whole-{}", base.unit.key()));
    let share = text::share(base.lang, share, usize::from(share > 0.995 && share < 1.0));
    let args = [("k", k.into()), ("n", found.n.into()), ("share", share.into()), ("whole", whole.into())];
    Some(tr_args(base.lang, "people-title-concentration", &args))
}

/// The share of the largest few, with the typical incident beside it.
fn title(base: &Base<'_>, found: &Concentration, k: u64) -> String {
    let Some(sentence) = sentence(base, found, k) else { return base.tr("people-title-sum") };
    let Some(median) = base.figure.median else { return sentence };
    let typical = base.between(super::parts::whole(median.lo), median.hi.map(super::parts::whole), Rounding::Nearest);
    tr_args(base.lang, "people-title-beside-typical", &[("sentence", sentence.into()), ("typical", typical.into())])
}

fn notes(base: &Base<'_>, found: &Concentration) -> Vec<FootPart> {
    let lang = base.lang;
    let mut parts = vec![FootPart::text(words::counted(lang, "people-half", found.half))];
    if base.figure.ranges > 0 {
        parts.push(FootPart::text(words::counted(lang, "people-lower-ends", base.figure.ranges)));
    }
    parts
}

fn table(base: &Base<'_>, found: &Concentration) -> DataTable {
    let lang = base.lang;
    let headers = ["people-column-largest-count", "people-column-part-incidents", "people-column-part"];
    let n = found.n as f64;
    let kept =
        [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, found.n.div_ceil(100), found.n.div_ceil(10), found.n];
    let mut rows: Vec<(u64, f64)> = found.largest.iter().filter(|(rank, _)| kept.contains(rank)).copied().collect();
    rows.sort_unstable_by_key(|(rank, _)| *rank);
    let mut rows: Vec<Vec<_>> = rows
        .into_iter()
        .map(|(rank, share)| {
            vec![kinds::count(lang, rank), kinds::share(lang, Some(rank as f64 / n)), kinds::share(lang, Some(share))]
        })
        .collect();
    rows.push(vec![kinds::words(tr(lang, "people-gini")), kinds::missing(), kinds::real(lang, Some(found.gini), 3)]);
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows }
}
