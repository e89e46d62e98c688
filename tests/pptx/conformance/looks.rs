//! Names, remarks and numbers beside the marks of a native chart, and how broad its bars are.

use vigie::chart::model::{Direction, Marks};
use vigie::draw::legend;
use vigie::draw::scene::Item;

use crate::conformance::Case;
use crate::conformance::axes::{bars_of, place};
use crate::number_code::{ENGLISH, FRENCH, write};

/// The rectangle around an item that is no text.
pub fn around(item: &Item) -> Option<[f64; 4]> {
    let of = |points: &[(f64, f64)]| {
        let fold = |pick: fn(&(f64, f64)) -> f64, least: bool| {
            let all = points.iter().map(pick);
            if least { all.fold(f64::INFINITY, f64::min) } else { all.fold(f64::NEG_INFINITY, f64::max) }
        };
        [fold(|at| at.0, true), fold(|at| at.1, true), fold(|at| at.0, false), fold(|at| at.1, false)]
    };
    match item {
        Item::Rect { area, .. } => Some([area.x, area.y, area.right(), area.bottom()]),
        Item::Path { points, .. } | Item::Shape { points, .. } => Some(of(points)),
        Item::Dot { at, radius, .. } => Some([at.0 - radius, at.1 - radius, at.0 + radius, at.1 + radius]),
        Item::Text(_) => None,
    }
}

pub fn check(case: &mut Case<'_>) {
    names(case);
    words(case);
    remarks(case);
    numbers(case);
    broad(case);
}

fn is_drawn(case: &Case<'_>, text: &str) -> bool {
    case.shapes.iter().any(|shape| shape.text == text)
}

/// The names of series above the plot stand in the chart where it is alone.
fn names(case: &mut Case<'_>) {
    if case.own.panel.is_some() {
        return;
    }
    for entry in legend::entries(case.model) {
        let cut = entry.name.chars().take(12).collect::<String>();
        // Above panels the names stand on the slide.
        let is_there =
            case.shapes.iter().any(|shape| shape.text.starts_with(&cut)) || case.slide.contains(&format!("<a:t>{cut}"));
        if !is_there {
            case.differs(format!("{} is not named", entry.name));
        }
    }
}

/// Every text of our own drawing inside the plot stands in the chart too, drawn or written by it.
fn words(case: &mut Case<'_>) {
    let written = written(case);
    let mut missing = Vec::new();
    for item in &case.own.drawn.labels {
        let Item::Text(text) = item else { continue };
        if !is_drawn(case, &text.text) && !written.iter().any(|(_, said)| *said == text.text) {
            missing.push(text.text.clone());
        }
    }
    for row in &case.model.under_x {
        if !case
            .shapes
            .iter()
            .any(|shape| row.title.starts_with(shape.text.trim_end_matches('…')) && !shape.text.is_empty())
        {
            missing.push(row.title.clone());
        }
    }
    case.same("words that stand nowhere", &missing, &Vec::new());
}

/// A dashed line with its text at each remark.
fn remarks(case: &mut Case<'_>) {
    let mut wrong = Vec::new();
    for remark in &case.model.annotations {
        let at = place(case, remark.at, true);
        let is_line = |shape: &&super::Shape| {
            shape.is_dashed && (shape.area[0] - at).abs() < 0.003 && shape.area[2] - shape.area[0] < 0.003
        };
        if !case.shapes.iter().any(|shape| is_line(&shape)) {
            wrong.push(format!("“{}” has no line at {at:.3}", remark.text));
        }
        let start: String = remark.text.chars().take(12).collect();
        if !case.shapes.iter().any(|shape| shape.text.starts_with(&start)) {
            wrong.push(format!("“{}” is not written", remark.text));
        }
    }
    for what in wrong {
        case.differs(what);
    }
}

/// Numbers that the chart writes at the ends of bars: which bar, and what.
fn written(case: &Case<'_>) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for series in &case.chart.series {
        let Some(code) = &series.label_code else { continue };
        for (index, value) in series.values.iter().enumerate() {
            let Some(value) = value.filter(|_| !series.labels.contains_key(&index)) else { continue };
            assert_eq!(write(code, value, ENGLISH), write(code, value, FRENCH), "{code} is the same everywhere");
            all.push((index, write(code, value, ENGLISH)));
        }
    }
    all
}

/// What the chart writes at its bars is what the model has there.
fn numbers(case: &mut Case<'_>) {
    let mut labels: Vec<String> = Vec::new();
    for series in &case.model.series {
        if let Marks::Bars { bars, .. } = &series.marks {
            labels.extend(bars.iter().map(|bar| bar.label.clone()).filter(|label| !label.is_empty()));
        }
    }
    for (index, said) in written(case) {
        match labels.iter().position(|label| *label == said) {
            Some(at) => _ = labels.swap_remove(at),
            None => case.differs(format!("bar {index} says {said}, which the model does not")),
        }
        if is_drawn(case, &said)
            && case.own.drawn.labels.iter().filter(|item| matches!(item, Item::Text(text) if text.text == said)).count()
                == 1
        {
            case.differs(format!("{said} is written and drawn"));
        }
    }
}

/// Bars are as broad as in our own drawing.
fn broad(case: &mut Case<'_>) {
    let Some(direction) = bars_of(case) else { return };
    let (Some(gap), Some(overlap)) = (case.chart.gap, case.chart.overlap) else {
        case.differs("no room between bars is said");
        return;
    };
    let [_, _, width, height] = case.chart.plot.expect("a plot that says where it is");
    let (share, whole) = if direction == Direction::Up { (width, case.size.0) } else { (height, case.size.1) };
    let slot = share * whole / case.chart.categories.len().max(1) as f64;
    let beside = if case.chart.stacked || overlap >= 100.0 {
        1.0
    } else {
        case.chart.series.iter().filter(|series| series.kind == "barChart").count() as f64
    };
    let found = slot / (gap / 100.0 + 1.0 + (beside - 1.0) * (1.0 - overlap / 100.0));
    let rects = case
        .model
        .series
        .iter()
        .zip(&case.own.drawn.marks)
        .filter(|(series, _)| matches!(series.marks, Marks::Bars { .. }));
    let wanted = rects
        .flat_map(|(_, items)| items)
        .filter_map(around)
        .map(|[x0, y0, x1, y1]| if direction == Direction::Up { x1 - x0 } else { y1 - y0 })
        .fold(0.0, f64::max);
    // The format says the room in whole per cent of a bar, up to five bars.
    if wanted > 2.0 && gap < 500.0 && (found - wanted).abs() > wanted * 0.02 + 0.6 {
        case.differs(format!("bars are {found:.1} points broad in place of {wanted:.1}"));
    }
}
