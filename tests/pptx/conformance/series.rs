//! Names, values, ends of intervals and colours of every series of a native chart.

use vigie::briefing::steps::corners;
use vigie::chart::model::{Along, Bar, ColourRole, Direction, Marks, Range, RangeStyle, Rule, Series};
use vigie::text::tr_args;

use crate::chart_xml;
use crate::conformance::Case;
use crate::conformance::axes::{bars_of, near, real, shown};

fn hex(colour: vigie::draw::style::Colour) -> String {
    colour.hex().trim_start_matches('#').to_owned()
}

fn colour(case: &Case<'_>, role: ColourRole) -> String {
    hex(case.style.colour(role))
}

pub fn check(case: &mut Case<'_>) {
    let model = case.model;
    let has_names = case.chart.x.is_category || case.chart.y.is_category;
    case.same("bars have names", &has_names, &bars_of(case).is_some());
    let mut tops = vec![0.0; case.chart.categories.len()];
    for series in &model.series {
        match &series.marks {
            Marks::Bars { bars, direction } => self::bars(case, series, bars, *direction, &mut tops),
            // A chart with bars has no place for these but in the middles of bars; else they are drawn in it.
            Marks::Line { runs } => {
                let points: Vec<[f64; 2]> = runs.iter().flatten().copied().collect();
                points_of(case, series, &points, true);
            }
            Marks::Points { points } => {
                let at: Vec<[f64; 2]> = points.iter().map(|point| point.at).collect();
                points_of(case, series, &at, false);
                let hollow: Vec<usize> =
                    points.iter().enumerate().filter(|(_, one)| one.partial).map(|(at, _)| at).collect();
                self::hollow(case, series, &hollow, &at);
            }
            _ if has_names => drawn(case, series),
            Marks::Steps { points, until } => {
                let wanted: Vec<[f64; 2]> = corners(points.iter().copied(), *until).into_iter().flatten().collect();
                points_of(case, series, &wanted, true);
            }
            Marks::Band { points, until } => {
                for (key, end) in [("slides-low", false), ("slides-high", true)] {
                    let edge = points.iter().map(|point| [point.x, if end { point.hi } else { point.lo }]);
                    let wanted: Vec<[f64; 2]> = corners(edge, *until).into_iter().flatten().collect();
                    let name = tr_args(case.lang, key, &[("name", (&series.name).into())]);
                    let named = Series { name, role: series.role, ..series.clone() };
                    points_of(case, &named, &wanted, true);
                }
                let clear = case.shapes.iter().filter(|shape| shape.is_clear).count();
                if clear == 0 && !points.is_empty() {
                    case.differs(format!("the inside of the band of {} is not drawn", series.name));
                }
            }
            Marks::Ranges { direction, ranges } => intervals(case, series, *direction, ranges),
            Marks::Ticks { at } => points_of(case, series, at, false),
            Marks::Rules { rules } => rules.iter().for_each(|rule| self::rule(case, series, rule)),
            Marks::Guide { at: [x, y] } => {
                let ends = [[model.x.lo, *y], [*x, *y], [*x, model.y.lo]];
                points_of(case, series, &ends, true);
            }
            Marks::Outlines { .. } | Marks::Cells { .. } => drawn(case, series),
        }
    }
    strangers(case);
}

/// Nothing is a series that the model does not have.
fn strangers(case: &mut Case<'_>) {
    let mut known: Vec<String> = vec![vigie::text::tr(case.lang, "slides-grid")];
    for series in &case.model.series {
        known.push(series.name.clone());
        for key in ["slides-coarse", "slides-low", "slides-high"] {
            known.push(tr_args(case.lang, key, &[("name", (&series.name).into())]));
        }
        if let Marks::Rules { rules } = &series.marks {
            known.extend(rules.iter().map(|rule| rule.label.clone()));
        }
    }
    let strange: Vec<String> =
        case.chart.series.iter().map(|one| one.name.clone()).filter(|name| !known.contains(name)).collect();
    case.same("series of no name in the model", &strange, &Vec::new());
}

/// The place of a position among the names.
fn index(case: &Case<'_>, at: f64, direction: Direction) -> Option<usize> {
    let (axis, found) = match direction {
        Direction::Up => (&case.model.x, &case.chart.x),
        Direction::Right => (&case.model.y, &case.chart.y),
    };
    let (lo, hi) = shown(case, axis, found.is_category);
    let count = case.chart.categories.len();
    let index = ((at - lo) / (hi - lo) * count as f64).floor();
    (index >= 0.0 && index < count as f64).then_some(index as usize)
}

fn bars(case: &mut Case<'_>, series: &Series, bars: &[Bar], direction: Direction, tops: &mut [f64]) {
    case.same("lying", &case.chart.lying.clone(), &(direction == Direction::Right));
    let coarse_name = tr_args(case.lang, "slides-coarse", &[("name", (&series.name).into())]);
    let count = case.chart.categories.len();
    let (mut certain, mut coarse) = (vec![None; count], vec![None; count]);
    let mut looks: Vec<(usize, String, bool, String)> = Vec::new();
    for bar in bars {
        let Some(index) = index(case, bar.at, direction) else {
            case.differs(format!("a bar of {} at {} has no name", series.name, bar.at));
            continue;
        };
        certain[index] = Some(bar.certain);
        coarse[index] = Some(bar.coarse);
        if case.chart.stacked {
            if !near(tops[index], bar.base) {
                case.differs(format!("a bar of {} stands at {} in place of {}", series.name, tops[index], bar.base));
            }
            tops[index] += bar.certain + bar.coarse;
        } else if bar.base > 0.0 || bar.coarse > 0.0 {
            case.differs(format!("parts of {} do not stand on one another", series.name));
        }
        if bar.partial || bar.role.is_some() {
            let own = case.style.colour(bar.role.unwrap_or(series.role));
            looks.push((index, hex(own), bar.partial, hex(own.lighter(0.55))));
        }
    }
    let has_coarse = bars.iter().any(|bar| bar.coarse > 0.0);
    let own = case.style.colour(series.role);
    for (name, wanted, usual, pale) in
        [(series.name.clone(), certain, own, false), (coarse_name, coarse, own.lighter(0.55), true)]
    {
        let Some(at) = case.chart.series.iter().position(|one| one.name == name && one.kind == "barChart") else {
            if !pale || has_coarse {
                case.differs(format!("no bars {name}"));
            }
            continue;
        };
        let found = &case.chart.series[at];
        let (values, of, points) = (found.values.clone(), found.colour.clone(), found.points.clone());
        case.same(&format!("values of {name}"), &values, &wanted);
        case.same(&format!("colour of {name}"), &of, &Some(hex(usual)));
        let wanted: Vec<(usize, Option<String>, bool)> = looks
            .iter()
            .map(|(at, dark, partial, light)| (*at, Some(if pale { light } else { dark }.clone()), *partial))
            .collect();
        let mut found: Vec<(usize, Option<String>, bool)> =
            points.into_iter().map(|(at, look)| (at, look.colour, look.is_hatched)).collect();
        found.sort();
        let mut wanted = wanted;
        wanted.sort();
        case.same(&format!("looks of bars of {name}"), &found, &wanted);
    }
}

/// The series of a name that stand for a series of the model.
fn named<'c>(case: &'c Case<'_>, name: &str) -> Vec<&'c chart_xml::Series> {
    case.chart.series.iter().filter(|one| one.name == name && one.kind != "barChart").collect()
}

/// Places that a series has, those of a chart with names in the middles of the names.
fn places(case: &Case<'_>, series: &chart_xml::Series) -> Vec<(f64, f64)> {
    if series.kind == "scatterChart" {
        return series.places.iter().filter_map(|(x, y)| Some((*x, (*y)?))).collect();
    }
    let (lo, hi) = shown(case, &case.model.x, true);
    let width = (hi - lo) / case.chart.categories.len() as f64;
    let at = |(index, value): (usize, &Option<f64>)| Some((lo + (index as f64 + 0.5) * width, (*value)?));
    series.values.iter().enumerate().filter_map(at).collect()
}

/// A line or points at these positions, in the colour of the series.
fn points_of(case: &mut Case<'_>, series: &Series, points: &[[f64; 2]], is_line: bool) {
    let inside = |at: &[f64; 2]| at.iter().all(|part| part.is_finite());
    let points: Vec<[f64; 2]> = points.iter().copied().filter(inside).collect();
    if points.is_empty() {
        return;
    }
    let all = named(case, &series.name);
    let fits = |one: &&&chart_xml::Series| {
        if is_line { one.line.is_some() } else { one.marker.is_some() && one.errors.is_none() }
    };
    let Some(found) = all.iter().find(fits) else {
        if case.chart.categories.is_empty() {
            case.differs(format!("no series {}", series.name));
        } else {
            drawn(case, series);
        }
        return;
    };
    let has_names = found.kind != "scatterChart";
    let (xs, ys) = (case.model.x.scale, case.model.y.scale);
    let (lo, hi) = shown(case, &case.model.x, has_names);
    let slot = (hi - lo) / case.chart.categories.len().max(1) as f64;
    let wanted: Vec<(f64, f64)> =
        points.iter().map(|[x, y]| if has_names { (*x, *y) } else { (real(xs, *x), real(ys, *y)) }).collect();
    let at = places(case, found);
    let same = |a: f64, b: f64| if has_names { (a - b).abs() < slot * 0.2 } else { near(a, b) };
    let is_same = at.len() == wanted.len() && at.iter().zip(&wanted).all(|(a, b)| same(a.0, b.0) && near(a.1, b.1));
    let own = if is_line {
        found.line.as_ref().map(|line| line.0.clone())
    } else {
        found.marker.as_ref().and_then(|one| one.1.clone())
    };
    let name = series.name.clone();
    if !is_same {
        case.differs(format!("{name} stands at {at:?} in place of {wanted:?}"));
    }
    let is_edge = matches!(series.marks, Marks::Band { .. });
    let wanted = if is_edge { hex(case.style.colour(series.role).lighter(0.65)) } else { colour(case, series.role) };
    case.same(&format!("colour of {name}"), &own, &Some(wanted));
}

/// Points that are not complete are hollow.
fn hollow(case: &mut Case<'_>, series: &Series, wanted: &[usize], at: &[[f64; 2]]) {
    let all = named(case, &series.name);
    let Some(found) = all.iter().find(|one| one.marker.is_some()) else { return };
    let page = hex(case.style.palette.surface);
    let hollow: Vec<usize> =
        found.points.iter().filter(|(_, look)| look.sign.as_deref() == Some(&page)).map(|(at, _)| *at).collect();
    let wanted: Vec<usize> = if found.kind == "scatterChart" {
        wanted.to_vec()
    } else {
        wanted.iter().filter_map(|point| index(case, at.get(*point)?[0], Direction::Up)).collect()
    };
    case.same(&format!("hollow points of {}", series.name), &hollow, &wanted);
}

/// A range that was found: its colour, where it stands, and its ends.
type Found = (String, f64, f64, f64);

/// Both ends of every range, in the colour that it has, with its middle where it has one.
fn intervals(case: &mut Case<'_>, series: &Series, direction: Direction, ranges: &[Range]) {
    let (across, along) = match direction {
        Direction::Up => (case.model.x.scale, &case.model.y),
        Direction::Right => (case.model.y.scale, &case.model.x),
    };
    let end = |end: Option<f64>, edge: f64| real(along.scale, end.unwrap_or(edge).clamp(along.lo, along.hi));
    let mut wanted: Vec<Found> = Vec::new();
    let mut middles: Vec<(String, f64, f64)> = Vec::new();
    for range in ranges {
        let own = colour(case, range.role.unwrap_or(series.role));
        wanted.push((own.clone(), real(across, range.at), end(range.lo, along.lo), end(range.hi, along.hi)));
        middles.extend(range.middle.map(|middle| (own, real(across, range.at), end(Some(middle), 0.0))));
    }
    let turned = |(x, y): (f64, f64)| if direction == Direction::Up { (x, y) } else { (y, x) };
    let (mut found, mut dots): (Vec<Found>, Vec<(String, f64, f64)>) = (Vec::new(), Vec::new());
    for one in named(case, &series.name) {
        let at: Vec<(f64, f64)> = places(case, one).into_iter().map(turned).collect();
        if let Some(errors) = &one.errors {
            let own = errors.colour.clone().unwrap_or_default();
            for (index, (at, middle)) in at.iter().enumerate() {
                let of = |all: &[Option<f64>]| all.get(index).copied().flatten().unwrap_or(f64::NAN);
                found.push((own.clone(), *at, middle - of(&errors.minus), middle + of(&errors.plus)));
            }
        } else if let Some((own, ..)) = &one.line {
            for pair in at.chunks(2) {
                if let [a, b] = pair {
                    found.push((own.clone(), a.0, a.1, b.1));
                }
            }
        }
        if let Some((_, own)) = &one.marker {
            let is_bare = |index: usize| one.points.get(&index).is_some_and(|look| look.is_bare);
            let seen = at.iter().enumerate().filter(|(index, _)| !is_bare(*index));
            dots.extend(seen.map(|(_, (at, middle))| (own.clone().unwrap_or_default(), *at, *middle)));
        }
    }
    let order = |a: &Found, b: &Found| (&a.0, a.1).partial_cmp(&(&b.0, b.1)).expect("numbers");
    wanted.sort_by(order);
    found.sort_by(order);
    let same = |a: &Found, b: &Found| a.0 == b.0 && near(a.1, b.1) && near(a.2, b.2) && near(a.3, b.3);
    if found.len() != wanted.len() || found.iter().zip(&wanted).any(|(a, b)| !same(a, b)) {
        case.differs(format!("ranges of {}: {found:?} in place of {wanted:?}", series.name));
    }
    let order =
        |a: &(String, f64, f64), b: &(String, f64, f64)| (&a.0, a.1).partial_cmp(&(&b.0, b.1)).expect("numbers");
    dots.sort_by(order);
    middles.sort_by(order);
    let same = |a: &(String, f64, f64), b: &(String, f64, f64)| a.0 == b.0 && near(a.1, b.1) && near(a.2, b.2);
    if dots.len() != middles.len() || dots.iter().zip(&middles).any(|(a, b)| !same(a, b)) {
        case.differs(format!("middles of {}: {dots:?} in place of {middles:?}", series.name));
    }
    // A thick line from one thing to another stays behind what is put on it.
    if ranges.iter().any(|range| range.style == RangeStyle::Connector)
        && named(case, &series.name).iter().any(|one| one.errors.is_some())
    {
        case.differs(format!("{} is an interval, which programs draw over points", series.name));
    }
}

fn rule(case: &mut Case<'_>, series: &Series, rule: &Rule) {
    let (x, y) = (&case.model.x, &case.model.y);
    let (axis, ends) = match rule.along {
        Along::X => (y, [[x.lo, rule.at], [x.hi, rule.at]]),
        Along::Y => (x, [[rule.at, y.lo], [rule.at, y.hi]]),
    };
    let name = if rule.label.is_empty() { series.name.clone() } else { rule.label.clone() };
    if !(axis.lo..=axis.hi).contains(&rule.at) {
        let is_there = !named(case, &name).is_empty();
        case.same("a line outside of the plot", &is_there, &false);
        return;
    }
    let one = Series { name: name.clone(), ..series.clone() };
    points_of(case, &one, &ends, true);
    let is_dashed = named(case, &name).iter().any(|one| one.line.as_ref().is_some_and(|line| line.2));
    case.same(&format!("{name} is dashed"), &is_dashed, &true);
}

/// What the chart has no part for is drawn in it, shape for shape as in our own drawing.
fn drawn(case: &mut Case<'_>, series: &Series) {
    let Some(position) = case.model.series.iter().position(|one| std::ptr::eq(one, series)) else { return };
    let (width, height) = case.size;
    let (left, top) = (case.own.area.x, case.own.area.y);
    let (left, top) = if case.own.panel.is_some() { (left, top) } else { (0.0, 0.0) };
    let mut missing = 0;
    for item in case.own.drawn.marks.get(position).into_iter().flatten() {
        let Some([x0, y0, x1, y1]) = super::looks::around(item) else { continue };
        let share = |at: f64, from: f64, whole: f64| ((at - from) / whole).clamp(0.0, 1.0);
        let wanted = [share(x0, left, width), share(y0, top, height), share(x1, left, width), share(y1, top, height)];
        let is_here =
            case.shapes.iter().any(|shape| shape.area.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 0.002));
        missing += usize::from(!is_here);
    }
    if missing > 0 {
        case.differs(format!("{missing} marks of {} are neither in the chart nor drawn in it", series.name));
    }
}
