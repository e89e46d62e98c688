//! Models of every kind of mark, made by hand: one picture a mark, in both languages' longest words.

#![allow(dead_code, reason = "two test crates use it, each its part")]

use vigie::chart::model::{
    Along, Annotation, Axis, AxisRow, BandPoint, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine,
    FootPart, Grid, HeatCell, Legend, Marks, Outline, Point, Range, RangeStyle, Rule, Scale, Series, Tick,
};
use vigie::chart::records::RecordsKey;

/// An axis of numbers with these labelled places.
pub fn numbers(lo: f64, hi: f64, at: &[f64]) -> Axis {
    let ticks = at.iter().map(|at| Tick { at: *at, label: format!("{at}") }).collect();
    Axis { title: String::new(), scale: Scale::Linear, lo, hi, ticks, grid: Grid::Lines }
}

/// An axis of bands with these names.
pub fn bands(names: &[&str]) -> Axis {
    let tick = |(at, name): (usize, &&str)| Tick { at: at as f64, label: (*name).to_owned() };
    let ticks = names.iter().enumerate().map(tick).collect();
    let hi = names.len() as f64 - 0.5;
    Axis { title: String::new(), scale: Scale::Band, lo: -0.5, hi, ticks, grid: Grid::Off }
}

/// A series.
pub fn series(key: &str, role: ColourRole, marks: Marks) -> Series {
    Series { key: key.to_owned(), name: key.to_owned(), role, marks, label: None }
}

/// A chart of these series.
pub fn chart(title: &str, x: Axis, y: Axis, series: Vec<Series>) -> ChartModel {
    ChartModel {
        key: ChartKey::Incidents,
        title: title.to_owned(),
        subtitle: "Measure and unit · time".to_owned(),
        foot: vec![FootLine { parts: vec![FootPart::text("n = 212"), FootPart::text("Source")] }],
        x,
        y,
        series,
        annotations: Vec::new(),
        under_x: Vec::new(),
        alt: "alt".to_owned(),
        table: DataTable::default(),
        empty: None,
        legend: Legend::Off,
    }
}

/// A bar of a stack.
pub fn bar(at: f64, base: f64, certain: f64, coarse: f64, partial: bool) -> Bar {
    Bar {
        at,
        width: 1.0,
        base,
        certain,
        coarse,
        partial,
        role: None,
        label: String::new(),
        hover: vec![format!("{certain}")],
        records: RecordsKey::All,
    }
}

/// A range with a middle between its ends.
pub fn range(at: f64, lo: Option<f64>, hi: Option<f64>, style: RangeStyle) -> Range {
    let middle = lo.zip(hi).map(|(lo, hi)| lo + (hi - lo) * 0.4);
    let label = hi.map_or_else(String::new, |hi| format!("{hi}"));
    Range { at, lo, hi, middle, style, role: None, label, hover: vec!["a range".to_owned()], records: RecordsKey::All }
}

const SECTORS: [&str; 6] = [
    "Administrations publiques",
    "Établissements de santé et médico-sociaux",
    "Enseignement et recherche",
    "Finance",
    "Collectivités territoriales",
    "Télécommunications",
];

/// Stacks of eight words, "other" and "unknown", over ten years, the last incomplete.
pub fn stacks() -> ChartModel {
    let mut roles: Vec<ColourRole> = (1..=8).map(ColourRole::Data).collect();
    roles.extend([ColourRole::Other, ColourRole::Unknown]);
    let mut heights = [0.0; 10];
    let all = roles.iter().enumerate().map(|(index, role)| {
        let bars = heights.iter_mut().enumerate().map(|(year, base)| {
            let certain = 2.0 + ((index * 7 + year * 3) % 9) as f64;
            let coarse = if index == 0 && year % 4 == 1 { 1.5 } else { 0.0 };
            let mut one = bar(year as f64, *base, certain, coarse, year == 9);
            *base += certain + coarse;
            if index + 1 == 10 {
                one.label = format!("{base}");
            }
            one
        });
        let name = SECTORS.get(index).map_or_else(|| format!("Secteur {index}"), |name| (*name).to_owned());
        let bars = bars.collect();
        Series { name, ..series(&format!("group-{index}"), *role, Marks::Bars { direction: Direction::Up, bars }) }
    });
    let all: Vec<Series> = all.collect();
    let years: Vec<String> = (2016..2026).map(|year| year.to_string()).collect();
    let mut x = bands(&years.iter().map(String::as_str).collect::<Vec<_>>());
    x.scale = Scale::Linear;
    let mut model = chart("Stacks by the words of a field", x, numbers(0.0, 80.0, &[0.0, 20.0, 40.0, 60.0, 80.0]), all);
    model.legend = Legend::Above;
    model.annotations = [(2.0, "first"), (2.1, "a second one close by"), (2.2, "and a third"), (8.8, "near the edge")]
        .map(|(at, text)| Annotation { at, text: text.to_owned() })
        .into();
    model.under_x = ["known", "still open"]
        .map(|title| AxisRow {
            title: title.to_owned(),
            values: (0..10).map(|at| (f64::from(at), format!("{}", 1_000 * at))).collect(),
        })
        .into();
    model
}

/// Columns over long names of bands.
pub fn named_columns() -> ChartModel {
    let bars = (0..6).map(|at| bar(f64::from(at), 0.0, f64::from(at + 3), 0.0, false)).collect();
    let marks = Marks::Bars { direction: Direction::Up, bars };
    chart(
        "Columns with long names",
        bands(&SECTORS),
        numbers(0.0, 10.0, &[0.0, 5.0, 10.0]),
        vec![series("count", ColourRole::Data(1), marks)],
    )
}

/// Shares with intervals, lying.
pub fn whiskers() -> ChartModel {
    let mut ranges: Vec<Range> = (0..6)
        .map(|at| {
            let lo = f64::from(at) * 12.0;
            range(f64::from(at), Some(lo), Some(lo + 20.0), RangeStyle::Whisker)
        })
        .collect();
    ranges[1].hi = None;
    "at least 12".clone_into(&mut ranges[1].label);
    ranges[2].lo = None;
    ranges[3].hi = Some(400.0);
    let mut model = chart(
        "Whiskers, some without an end",
        numbers(0.0, 100.0, &[0.0, 50.0, 100.0]),
        bands(&SECTORS),
        vec![series("interval", ColourRole::Data(1), Marks::Ranges { direction: Direction::Right, ranges })],
    );
    model.x.grid = Grid::Lines;
    model
}

/// From one thing to another, with points and limits.
pub fn connectors() -> ChartModel {
    let ranges = |from: f64, to: f64, step: f64| -> Vec<Range> {
        let one = |at: i32| {
            let (lo, hi) = (from + step * f64::from(at), to + step * f64::from(at));
            Range {
                middle: None,
                label: String::new(),
                ..range(f64::from(at), Some(lo), Some(hi), RangeStyle::Connector)
            }
        };
        (0..6).map(one).collect()
    };
    let points = (0..6).map(|at| Point {
        at: [3.0 + 5.0 * f64::from(at), f64::from(at)],
        label: String::new(),
        hover: Vec::new(),
        records: RecordsKey::All,
        partial: at == 5,
    });
    let rules = vec![Rule { at: 60.0, along: Along::Y, label: "60 days".to_owned() }];
    let mut model = chart(
        "Connectors",
        numbers(0.0, 100.0, &[0.0, 50.0, 100.0]),
        bands(&SECTORS),
        vec![
            series("limit", ColourRole::Muted, Marks::Rules { rules }),
            series(
                "intrusion to detected",
                ColourRole::Data(2),
                Marks::Ranges { direction: Direction::Right, ranges: ranges(3.0, 20.0, 5.0) },
            ),
            series(
                "detected to public",
                ColourRole::Data(1),
                Marks::Ranges { direction: Direction::Right, ranges: ranges(20.0, 60.0, 6.0) },
            ),
            series("intrusion", ColourRole::Data(2), Marks::Points { points: points.collect() }),
        ],
    );
    model.legend = Legend::Above;
    model
}

/// Counts over time with what is expected of the last periods, and limits.
pub fn expected() -> ChartModel {
    let bars =
        (0..12).map(|at| bar(f64::from(at), 0.0, f64::from(20 + at * 7 % 11 - (at / 9) * 8), 0.0, at > 9)).collect();
    let outlines = (9..12)
        .map(|at| Outline {
            at: f64::from(at),
            width: 1.0,
            expected: f64::from(20 + at),
            interval: Some((f64::from(15 + at), f64::from(18 + 2 * at))),
            label: format!("{}", 20 + at),
            hover: vec!["expected".to_owned()],
        })
        .collect();
    let rules = vec![
        Rule { at: 38.0, along: Along::X, label: "upper limit 38".to_owned() },
        Rule { at: 24.0, along: Along::X, label: "mean 24".to_owned() },
        Rule { at: 99.0, along: Along::X, label: "outside".to_owned() },
    ];
    let mut model = chart(
        "Outlines and rules",
        numbers(-0.5, 11.5, &[0.0, 3.0, 6.0, 9.0]),
        numbers(0.0, 50.0, &[0.0, 25.0, 50.0]),
        vec![
            series("count", ColourRole::Data(1), Marks::Bars { direction: Direction::Up, bars }),
            series("expected in the end", ColourRole::Data(1), Marks::Outlines { outlines }),
            series("limits", ColourRole::Muted, Marks::Rules { rules }),
        ],
    );
    model.legend = Legend::Above;
    model
}

/// Years by months, some not covered, the last incomplete.
pub fn table() -> ChartModel {
    let months = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    let years = ["2025", "2024", "2023", "2022", "2021"];
    let cells = (0..60_u32)
        .map(|index| {
            let (x, y) = (index % 12, index / 12);
            let count = (x * 5 + y * 11) % 41;
            let covered = !(y == 4 && x < 3 || y == 0 && x > 9);
            HeatCell {
                x,
                y,
                shade: covered.then(|| f64::from(count) / 40.0),
                partial: y == 0 && x == 9,
                label: if covered { count.to_string() } else { String::new() },
                hover: vec![format!("{} {}", months[x as usize], years[y as usize])],
                records: RecordsKey::All,
            }
        })
        .collect();
    let mut model = chart(
        "Years by months",
        bands(&months),
        bands(&years),
        vec![series("count", ColourRole::Data(1), Marks::Cells { cells })],
    );
    let steps = [0.0, 0.25, 0.5, 0.75, 1.0];
    model.legend = Legend::Shades(steps.map(|step| (step, format!("{}", step * 40.0))).into());
    model
}

/// A table with long names on both sides.
pub fn named_table() -> ChartModel {
    let cells = (0..36_u32)
        .map(|index| HeatCell {
            x: index % 6,
            y: index / 6,
            shade: Some(f64::from(index * 7 % 36) / 35.0),
            partial: false,
            label: (index * 7 % 36 * 1_000).to_string(),
            hover: Vec::new(),
            records: RecordsKey::All,
        })
        .collect();
    chart(
        "Together",
        bands(&SECTORS),
        bands(&SECTORS),
        vec![series("count", ColourRole::Data(3), Marks::Cells { cells })],
    )
}

/// A curve with its band and where someone stopped being followed.
pub fn censored() -> ChartModel {
    let points: Vec<[f64; 2]> = (0..20).map(|at| [f64::from(at * 5), f64::from(at) / 22.0]).collect();
    let band = points.iter().map(|[x, y]| BandPoint { x: *x, lo: y * 0.8, hi: (y * 1.2).min(1.0) }).collect();
    let at = points.iter().step_by(3).map(|[x, y]| [x + 2.0, *y]).collect();
    let named =
        |key: &str, name: &str, marks| Series { name: name.to_owned(), ..series(key, ColourRole::Data(1), marks) };
    let mut model = chart(
        "A curve with strokes",
        numbers(0.0, 100.0, &[0.0, 50.0, 100.0]),
        numbers(0.0, 1.0, &[0.0, 0.5, 1.0]),
        vec![
            named("band", "share told", Marks::Band { points: band, until: 100.0 }),
            named("curve", "share told", Marks::Steps { points, until: 100.0 }),
            named("open", "still open", Marks::Ticks { at }),
        ],
    );
    model.legend = Legend::Above;
    model
}

/// Small charts, one a group.
pub fn panels() -> Vec<ChartModel> {
    let small = |index: usize| {
        let bars =
            (0..8_u32).map(|at| bar(f64::from(at), 0.0, f64::from((at * 3 + index as u32 * 5) % 12), 0.0, at == 7));
        let marks = Marks::Bars { direction: Direction::Up, bars: bars.collect() };
        let mut model = chart(
            SECTORS[index],
            numbers(-0.5, 7.5, &[0.0, 4.0, 7.0]),
            numbers(0.0, 12.0, &[0.0, 6.0, 12.0]),
            vec![series("count", ColourRole::Data(1), marks)],
        );
        model.subtitle = format!("n = {}", index * 14);
        model.foot.clear();
        model
    };
    let mut panels: Vec<ChartModel> = (0..5).map(small).collect();
    panels[4].empty = Some("Too few incidents for a chart: 3.".to_owned());
    panels
}

/// Every model with its name.
pub fn all() -> Vec<(&'static str, ChartModel)> {
    vec![
        ("marks-stacks", stacks()),
        ("marks-named-columns", named_columns()),
        ("marks-whiskers", whiskers()),
        ("marks-connectors", connectors()),
        ("marks-expected", expected()),
        ("marks-table", table()),
        ("marks-named-table", named_table()),
        ("marks-censored", censored()),
    ]
}
