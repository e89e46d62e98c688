//! Constructed models over every kind of chart: few and many categories, none and one point, counts up to ten digits,
//! long words in French, many remarks, sizes from a card to a poster.

#![allow(dead_code, reason = "two test crates use it, each its part")]

use vigie::chart::model::{
    Along, Annotation, Axis, AxisRow, BandPoint, ChartModel, ColourRole, DirectLabel, Direction, Grid, HeatCell,
    Legend, Marks, Point, Range, RangeStyle, Rule, Scale, Series, Side, Tick,
};
use vigie::chart::records::RecordsKey;
use vigie::chart::ticks;
use vigie::draw::layout::Size;
use vigie::text::{self, Lang};

use crate::marks::{bands, bar, chart, numbers, range, series};

const CARD: Size = Size { width_pt: 420.0, height_pt: 300.0 };
const SMALL: Size = Size { width_pt: 260.0, height_pt: 160.0 };
const POSTER: Size = Size { width_pt: 1_600.0, height_pt: 900.0 };

const WORDS: [&str; 12] = [
    "Administrations publiques centrales et organismes de sécurité sociale",
    "Établissements de santé et médico-sociaux",
    "Enseignement supérieur et recherche",
    "Finance",
    "Collectivités territoriales",
    "Télécommunications",
    "Commerce de détail, hôtellerie et restauration",
    "Industrie manufacturière",
    "Énergie, eau et gestion des déchets",
    "Associations et fondations reconnues d’utilité publique",
    "Transports",
    "Activités juridiques, comptables et de conseil aux entreprises",
];

fn names(count: usize, is_long: bool) -> Vec<String> {
    let name = |at: usize| {
        let word = WORDS[at % WORDS.len()];
        match (is_long, at / WORDS.len()) {
            (true, 0) => word.to_owned(),
            (true, round) => format!("{word} ({round})"),
            (false, _) => format!("S{}", at + 1),
        }
    };
    (0..count).map(name).collect()
}

fn band_axis(count: usize, is_long: bool) -> Axis {
    let names = names(count, is_long);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    bands(&names)
}

/// An axis of counts up to a number.
fn counts(most: f64, lang: Lang) -> Axis {
    let (ticks, hi) = steps(most, lang);
    Axis { title: String::new(), scale: Scale::Linear, lo: 0.0, hi, ticks, grid: Grid::Lines }
}

fn steps(most: f64, lang: Lang) -> (Vec<Tick>, f64) {
    let power = 10_f64.powf((most.max(1.0) / 4.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| most / step <= 5.0);
    let step = step.unwrap_or(power * 10.0).max(1.0);
    let count = (most / step).ceil().max(1.0) as u64;
    let tick = |at: u64| Tick { at: at as f64 * step, label: text::number(lang, (at as f64 * step) as u64) };
    ((0..=count).map(tick).collect(), count as f64 * step)
}

/// An axis of powers of ten.
fn powers(lo: f64, hi: f64, lang: Lang) -> Axis {
    let ticks = ticks::log10(lang, lo, hi);
    Axis { title: String::new(), scale: Scale::Log10, lo, hi, ticks, grid: Grid::Lines }
}

fn height(at: usize, most: f64) -> f64 {
    (most * [0.55, 1.0, 0.12, 0.71, 0.33, 0.02, 0.84][at % 7]).round()
}

fn only(name: &str, marks: Marks) -> Vec<Series> {
    vec![series(name, ColourRole::Data(1), marks)]
}

/// Columns over bands; the highest has its number.
pub fn columns(count: usize, most: f64, is_long: bool) -> ChartModel {
    let mut bars: Vec<_> = (0..count).map(|at| bar(at as f64, 0.0, height(at, most), 0.0, at + 1 == count)).collect();
    if let Some(highest) = bars.get_mut(usize::from(count > 1)) {
        highest.label = text::number(Lang::Fr, highest.certain as u64);
    }
    let marks = Marks::Bars { direction: Direction::Up, bars };
    chart("Incidents par secteur", band_axis(count, is_long), counts(most, Lang::Fr), only("incidents", marks))
}

/// Lying bars, each with its number.
pub fn lying(count: usize, most: f64, is_long: bool) -> ChartModel {
    let bars = (0..count).map(|at| {
        let mut one = bar(at as f64, 0.0, height(at, most), height(at, most) * 0.1, false);
        one.label = text::number(Lang::Fr, (one.certain + one.coarse).round() as u64);
        one
    });
    let marks = Marks::Bars { direction: Direction::Right, bars: bars.collect() };
    let mut model = chart(
        "Personnes concernées",
        counts(most * 1.1, Lang::Fr),
        band_axis(count, is_long),
        only("personnes", marks),
    );
    model.y.grid = Grid::Off;
    model
}

/// Stacks of some groups.
fn stacks(periods: usize, groups: usize, most: f64) -> ChartModel {
    let mut base = vec![0.0; periods];
    let names = names(groups, true);
    let all = names.iter().enumerate().map(|(group, name)| {
        let bars = base.iter_mut().enumerate().map(|(at, base)| {
            let certain = height(at + group, most / groups as f64);
            let one = bar(at as f64, *base, certain, certain * 0.15, at + 1 == periods);
            *base += certain * 1.15;
            one
        });
        let marks = Marks::Bars { direction: Direction::Up, bars: bars.collect() };
        Series { name: name.clone(), ..series(&format!("g{group}"), ColourRole::Data(group as u8 + 1), marks) }
    });
    let all: Vec<Series> = all.collect();
    let mut model = chart("Par secteur et par période", band_axis(periods, false), counts(most * 1.2, Lang::Fr), all);
    model.legend = Legend::Above;
    model
}

/// Lines with gaps, their names beside their ends.
fn lines(points: usize, count: usize, most: f64) -> ChartModel {
    let names = names(count, true);
    let all = names.iter().enumerate().map(|(which, name)| {
        let place = |at: usize| [at as f64, height(at + which, most)];
        let half = points / 2;
        let runs: Vec<Vec<[f64; 2]>> = [(0..half), (half + usize::from(points > 4)..points)]
            .into_iter()
            .map(|run| run.map(place).collect::<Vec<_>>())
            .filter(|run| !run.is_empty())
            .collect();
        let label = runs.last().and_then(|run| run.last()).map(|at| DirectLabel {
            text: name.clone(),
            at: *at,
            side: [Side::Right, Side::Above, Side::BelowRight][which % 3],
        });
        let role = ColourRole::Data(which as u8 + 1);
        Series { label, name: name.clone(), ..series(&format!("l{which}"), role, Marks::Line { runs }) }
    });
    let all: Vec<Series> = all.collect();
    chart("Moyennes sur douze mois", numbers(-0.5, points as f64, &[]), counts(most, Lang::Fr), all)
}

/// Steps with a band and a guide.
pub fn curve(points: usize) -> ChartModel {
    let share = |at: usize| (at as f64 + 1.0) / (points as f64).max(1.0);
    let corners: Vec<[f64; 2]> = (0..points).map(|at| [at as f64 * 7.0, share(at)]).collect();
    let band =
        corners.iter().map(|[x, y]| BandPoint { x: *x, lo: (y - 0.1).max(0.0), hi: (y + 0.12).min(1.0) }).collect();
    let until = points as f64 * 7.0 + 7.0;
    let days: Vec<f64> = (0..8).map(|at| f64::from(at) * until / 7.0).map(f64::round).collect();
    let mut all = only("part annoncée", Marks::Steps { points: corners, until });
    all.push(series("part annoncée", ColourRole::Data(1), Marks::Band { points: band, until }));
    all.push(series("milieu", ColourRole::Muted, Marks::Guide { at: [until / 2.0, 0.5] }));
    all[0].label = Some(DirectLabel {
        text: "La moitié annoncée dans le délai indiqué".to_owned(),
        at: [until / 2.0, 0.5],
        side: Side::BelowRight,
    });
    let mut model = chart("Délai d’annonce", numbers(0.0, until, &days), numbers(0.0, 1.0, &[0.0, 0.5, 1.0]), all);
    model.under_x = vec![AxisRow {
        title: "Encore ouverts avant ce jour".to_owned(),
        values: days.iter().map(|day| (*day, text::number(Lang::Fr, (10_000.0 - day) as u64))).collect(),
    }];
    model
}

/// Points over powers of ten, some named.
fn points(count: usize, named: usize, hi: f64) -> ChartModel {
    let all = (0..count).map(|at| Point {
        at: [at as f64 / (count as f64).max(2.0) * 9.0 + 0.4, hi * (0.1 + 0.85 * ((at * 37 % 100) as f64 / 100.0))],
        label: if at < named { WORDS[at % 12].to_owned() } else { String::new() },
        hover: Vec::new(),
        records: RecordsKey::All,
        partial: at % 5 == 4,
    });
    let marks = Marks::Points { points: all.collect() };
    let x = numbers(0.0, 10.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
    chart("Personnes concernées, incident par incident", x, powers(0.0, hi, Lang::Fr), only("incident", marks))
}

/// Lying ranges over powers of ten, some open.
fn ranges(count: usize, style: RangeStyle, hi: f64) -> ChartModel {
    let all = (0..count).map(|at| {
        let lo = hi * 0.6 * ((at * 13 % 17) as f64 / 17.0);
        let end = if at % 4 == 3 { None } else { Some(lo + hi * 0.3) };
        let mut one = range(at as f64, Some(lo), end, style);
        one.middle = Some(lo + hi * 0.1);
        one.label =
            if at % 4 == 3 { "au moins 1 000 000".to_owned() } else { "entre 12 000 et 1 200 000 000".to_owned() };
        one
    });
    let marks = Marks::Ranges { direction: Direction::Right, ranges: all.collect() };
    let rules = vec![
        Rule { at: hi * 0.5, along: Along::Y, label: "médiane de l’ensemble".to_owned() },
        Rule { at: hi * 0.52, along: Along::Y, label: "moyenne de l’ensemble".to_owned() },
    ];
    let all =
        vec![series("limites", ColourRole::Muted, Marks::Rules { rules }), series("r", ColourRole::Data(3), marks)];
    chart("Fourchettes", powers(0.0, hi, Lang::Fr), band_axis(count, true), all)
}

/// Standing whiskers with limits across.
fn whiskers(count: usize) -> ChartModel {
    let all: Vec<Range> = (0..count)
        .map(|at| {
            let lo = height(at, 40.0);
            Range {
                label: format!("{lo} à {}", lo + 30.0),
                ..range(at as f64, Some(lo), Some(lo + 30.0), RangeStyle::Whisker)
            }
        })
        .collect();
    let rules = [("limite haute ordinaire", 62.0), ("moyenne", 60.0), ("limite basse ordinaire", 5.0)];
    let rules = rules.map(|(label, at)| Rule { at, along: Along::X, label: label.to_owned() });
    let marks = Marks::Ranges { direction: Direction::Up, ranges: all };
    let all = vec![
        series("ordinaire", ColourRole::Muted, Marks::Rules { rules: rules.into() }),
        series("intervalle", ColourRole::Data(4), marks),
    ];
    chart("Médianes par période", band_axis(count, false), numbers(0.0, 80.0, &[0.0, 20.0, 40.0, 60.0, 80.0]), all)
}

/// A table of shades.
fn cells(across: usize, down: usize, most: f64, is_long: bool) -> ChartModel {
    let all = (0..across * down).map(|at| {
        let share = (at * 7 % 11) as f64 / 10.0;
        HeatCell {
            x: (at % across) as u32,
            y: (at / across) as u32,
            shade: (at % 9 != 8).then_some(share),
            partial: at + 1 == across * down,
            label: if at % 9 == 8 { String::new() } else { text::number(Lang::Fr, (share * most) as u64) },
            hover: Vec::new(),
            records: RecordsKey::All,
        }
    });
    let marks = Marks::Cells { cells: all.collect() };
    let mut model = chart("Tableau", band_axis(across, is_long), band_axis(down, is_long), only("tableau", marks));
    model.legend = Legend::Shades(vec![(0.0, "peu d’incidents".to_owned()), (1.0, "beaucoup d’incidents".to_owned())]);
    model
}

/// Dated remarks, many of them close together.
fn remarked(mut model: ChartModel, count: usize) -> ChartModel {
    let (lo, hi) = (model.x.lo, model.x.hi);
    let place = |at: usize| lo + (hi - lo) * ((at * at * 7 % 23) as f64 / 23.0);
    model.annotations =
        (0..count).map(|at| Annotation { at: place(at), text: format!("{} : changement", WORDS[at % 12]) }).collect();
    model
}

fn titled(mut model: ChartModel, times: usize) -> ChartModel {
    model.title =
        "Le délai médian entre la prise de connaissance et la notification a nettement baissé ; ".repeat(times);
    model.subtitle =
        "Part des incidents, par délai en jours · parmi ceux annoncés sous un an · bande : 95 %".repeat(times.min(3));
    model
}

fn empty(times: usize) -> ChartModel {
    let mut model = chart("Rien à montrer", numbers(0.0, 1.0, &[]), numbers(0.0, 1.0, &[]), Vec::new());
    model.empty = Some("Moins de cinq incidents : regardez les fiches elles-mêmes. ".repeat(times));
    model
}

/// A name, a model, and the size that it is drawn at.
pub type Case = (String, ChartModel, Size);

fn bars_cases(all: &mut Vec<Case>) {
    for count in [1, 2, 5, 12, 30, 60] {
        all.push((format!("columns-{count}"), columns(count, 48.0, false), Size::SLIDE));
        all.push((format!("columns-{count}-long"), columns(count, 1e10, true), Size::SLIDE));
        all.push((format!("lying-{count}-long"), lying(count, 1e10, true), Size::SLIDE));
        all.push((format!("stacks-{count}"), stacks(count, 5, 900.0), Size::SLIDE));
    }
    all.push(("columns-none".to_owned(), columns(0, 0.0, false), Size::SLIDE));
    for (name, most) in [("0", 0.0), ("1", 1.0), ("7", 7.0), ("1e6", 1e6)] {
        all.push((format!("columns-most-{name}"), columns(5, most, true), CARD));
        all.push((format!("lying-most-{name}"), lying(5, most, true), CARD));
    }
    for (name, size) in [("small", SMALL), ("poster", POSTER)] {
        all.push((format!("columns-{name}"), columns(12, 1e10, true), size));
        all.push((format!("lying-{name}"), lying(12, 1e10, true), size));
        all.push((format!("stacks-{name}"), stacks(12, 8, 1e9), size));
    }
}

/// Every case.
pub fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    bars_cases(&mut all);
    for count in [0, 1, 2, 30] {
        all.push((format!("lines-{count}"), lines(count, 3, 1e6), Size::SLIDE));
        all.push((format!("curve-{count}"), curve(count), Size::SLIDE));
        all.push((format!("points-{count}"), points(count, 4, 10.0), Size::SLIDE));
    }
    all.push(("lines-eight".to_owned(), lines(24, 8, 40.0), CARD));
    all.push(("curve-small".to_owned(), curve(12), SMALL));
    all.push(("points-named".to_owned(), points(60, 40, 10.0), CARD));
    for count in [1, 5, 12, 30] {
        all.push((format!("ranges-{count}"), ranges(count, RangeStyle::Whisker, 10.0), Size::SLIDE));
        all.push((format!("whiskers-{count}"), whiskers(count), Size::SLIDE));
    }
    all.push(("connectors-card".to_owned(), ranges(5, RangeStyle::Connector, 9.0), CARD));
    for (across, down) in [(1, 1), (12, 5), (30, 12)] {
        all.push((format!("cells-{across}-{down}"), cells(across, down, 1e4, false), Size::SLIDE));
    }
    all.push(("cells-long".to_owned(), cells(8, 8, 1e10, true), Size::SLIDE));
    all.push(("cells-card".to_owned(), cells(12, 12, 99.0, true), CARD));
    for count in [1, 4, 12] {
        all.push((format!("remarks-{count}"), remarked(columns(12, 48.0, false), count), Size::SLIDE));
    }
    all.push(("remarks-card".to_owned(), remarked(curve(12), 5), CARD));
    all.push(("title-long".to_owned(), titled(columns(5, 48.0, true), 4), Size::SLIDE));
    all.push(("title-long-small".to_owned(), titled(lying(5, 48.0, true), 3), SMALL));
    all.push(("empty".to_owned(), empty(1), CARD));
    all.push(("empty-long".to_owned(), empty(12), SMALL));
    all
}
