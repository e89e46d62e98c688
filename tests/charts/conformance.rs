//! What stands in a picture is what the model says, mark for mark, read by the picture's own tick labels.

use vigie::chart::model::{Along, Axis, ChartModel, Direction, Marks, RangeStyle};
use vigie::draw::layout::{Size, scene};
use vigie::draw::legend;
use vigie::draw::scene::{Anchor, Area, Dash, Fill, Item, Scene};
use vigie::draw::style::Style;

use crate::checks::is_plate;
use crate::marks;

/// Where positions stand in a picture, from its tick labels alone.
struct Reading {
    x: (f64, f64),
    y: (f64, f64),
}

impl Reading {
    fn of(scene: &Scene, model: &ChartModel) -> Self {
        let style = Style::print();
        let place = |axis: &Axis, across: bool| -> Vec<(f64, f64)> {
            let found = axis.ticks.iter().filter_map(|tick| {
                let anchor = if across { Anchor::Middle } else { Anchor::End };
                // Of a name that is broken into lines the first says where it stands across.
                let says = |words: &str| {
                    words == tick.label || (across && tick.label.starts_with(words.trim_end_matches('…')))
                };
                let texts = scene.texts().filter(|text| text.anchor == anchor && says(&text.text));
                let only: Vec<_> =
                    texts.filter(|text| text.size == style.tick_pt && text.colour == style.palette.muted).collect();
                let text = if across { only.last() } else { only.first() }?;
                Some((tick.at, if across { text.at.0 } else { text.at.1 - style.tick_pt * 0.35 }))
            });
            found.collect()
        };
        let line = |places: Vec<(f64, f64)>| {
            let (first, last) = (places[0], places[places.len() - 1]);
            assert!(last.0 > first.0, "two ticks with labels: {places:?}");
            let slope = (last.1 - first.1) / (last.0 - first.0);
            (first.1 - slope * first.0, slope)
        };
        Self { x: line(place(&model.x, true)), y: line(place(&model.y, false)) }
    }

    fn x(&self, at: f64) -> f64 {
        self.x.0 + self.x.1 * at
    }

    fn y(&self, at: f64) -> f64 {
        self.y.0 + self.y.1 * at
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1.1
}

fn picture(model: &ChartModel) -> (Scene, Reading) {
    let scene = scene(model, Size::SLIDE, &Style::print());
    let reading = Reading::of(&scene, model);
    (scene, reading)
}

/// Rectangles that are marks: the legend's samples come before them.
fn rects(scene: &Scene, model: &ChartModel) -> Vec<(Area, Fill, bool)> {
    use vigie::draw::legend::Sample::{Outline, Pale, Shade, Square};
    let is_rect = |entry: &&legend::Entry| matches!(entry.sample, Square | Shade(_) | Pale | Outline);
    let samples = legend::entries(model).iter().filter(is_rect).count();
    let rects = scene.items.iter().enumerate().filter_map(|(at, item)| match item {
        Item::Rect { area, fill, edge } if !is_plate(scene, at) => Some((*area, *fill, edge.is_some())),
        _ => None,
    });
    rects.skip(samples).collect()
}

/// A straight line: its ends and its width.
type Line = ((f64, f64), (f64, f64), f64);

/// Straight lines between two points.
fn lines(scene: &Scene, dash: Dash) -> Vec<Line> {
    let lines = scene.items.iter().filter_map(|item| match item {
        Item::Path { points, stroke } if stroke.dash == dash => match points.as_slice() {
            [a, b] => Some((*a, *b, stroke.width)),
            _ => None,
        },
        _ => None,
    });
    lines.collect()
}

#[test]
fn parts_of_a_stack_stand_on_one_another() {
    let model = marks::stacks();
    let (scene, reading) = picture(&model);
    let mut drawn = rects(&scene, &model).into_iter();
    for series in &model.series {
        let Marks::Bars { bars, .. } = &series.marks else { continue };
        for bar in bars {
            let parts = [(bar.base, bar.certain), (bar.base + bar.certain, bar.coarse)];
            for (from, long) in parts.into_iter().filter(|(_, long)| *long > 0.0) {
                let (area, fill, edged) = drawn.next().expect("a rectangle a part");
                assert!(near(area.x + area.width / 2.0, reading.x(bar.at)), "{area:?} is not at {}", bar.at);
                assert!(near(area.bottom(), reading.y(from)), "{area:?} does not begin at {from}");
                assert!(near(area.y, reading.y(from + long)), "{area:?} does not end at {}", from + long);
                assert_eq!((matches!(fill, Fill::Hatch(_)), edged), (bar.partial, bar.partial));
            }
        }
    }
    assert_eq!(drawn.next(), None, "nothing is drawn that the model does not say");
}

#[test]
fn ranges_reach_from_end_to_end_and_open_ones_have_an_arrow() {
    for model in [marks::whiskers(), marks::connectors()] {
        let (scene, reading) = picture(&model);
        let drawn = lines(&scene, Dash::Solid);
        let arrows = scene.items.iter().filter(|item| matches!(item, Item::Shape { opacity: 1.0, .. })).count();
        let mut open = 0;
        for series in &model.series {
            let Marks::Ranges { direction: Direction::Right, ranges } = &series.marks else { continue };
            for range in ranges {
                let shown = |end: Option<f64>| end.filter(|end| (model.x.lo..=model.x.hi).contains(end));
                open += [range.lo, range.hi].into_iter().filter(|end| shown(*end).is_none()).count();
                let from = reading.x(shown(range.lo).unwrap_or(model.x.lo));
                let to = reading.x(shown(range.hi).unwrap_or(model.x.hi));
                let wide = if range.style == RangeStyle::Whisker { 1.3 } else { 4.0 };
                let found = drawn.iter().any(|(a, b, width)| {
                    near(a.0, from) && near(b.0, to) && near(a.1, reading.y(range.at)) && (width - wide).abs() < 0.01
                });
                assert!(found, "{range:?} is not from {from} to {to}");
                let dot = |middle: f64| {
                    scene.items.iter().any(|item| {
                        matches!(item, Item::Dot { at, .. }
                            if near(at.0, reading.x(middle)) && near(at.1, reading.y(range.at)))
                    })
                };
                assert!(range.middle.is_none_or(dot), "{range:?} has no dot in its middle");
            }
        }
        assert_eq!(arrows, open, "an arrow for each end that is not in the picture");
    }
}

#[test]
fn outlines_have_no_inside_and_reach_as_high_as_expected() {
    let model = marks::expected();
    let (scene, reading) = picture(&model);
    let empty: Vec<Area> =
        rects(&scene, &model).into_iter().filter(|(_, fill, _)| *fill == Fill::None).map(|(area, ..)| area).collect();
    let ranges = lines(&scene, Dash::Solid);
    let Some(Marks::Outlines { outlines }) = model.series.get(1).map(|series| &series.marks) else {
        panic!("outlines are the second series")
    };
    assert_eq!(empty.len(), outlines.len());
    for (outline, area) in outlines.iter().zip(empty) {
        assert!(near(area.y, reading.y(outline.expected)) && near(area.bottom(), reading.y(0.0)), "{area:?}");
        let (lo, hi) = outline.interval.expect("an interval");
        let found = ranges
            .iter()
            .any(|(a, b, _)| near(a.0, reading.x(outline.at)) && near(a.1, reading.y(lo)) && near(b.1, reading.y(hi)));
        assert!(found, "{outline:?} has no interval");
    }
}

#[test]
fn rules_run_from_edge_to_edge_where_they_are_seen() {
    for model in [marks::expected(), marks::connectors()] {
        let (scene, reading) = picture(&model);
        // The legend's sample is shorter than a plot.
        let drawn: Vec<_> = lines(&scene, Dash::Dashed)
            .into_iter()
            .filter(|(a, b, _)| (a.0 - b.0).abs() + (a.1 - b.1).abs() > 50.0)
            .collect();
        let mut seen = 0;
        for series in &model.series {
            let Marks::Rules { rules } = &series.marks else { continue };
            for rule in rules {
                let axis = if rule.along == Along::X { &model.y } else { &model.x };
                if !(axis.lo..=axis.hi).contains(&rule.at) {
                    continue;
                }
                seen += 1;
                let found = drawn.iter().any(|(a, b, _)| match rule.along {
                    Along::X => near(a.1, reading.y(rule.at)) && near(b.1, a.1) && near(b.0, reading.x(model.x.hi)),
                    Along::Y => near(a.0, reading.x(rule.at)) && near(b.0, a.0),
                });
                assert!(found, "{rule:?}");
                assert!(scene.texts().any(|text| text.text == rule.label), "{rule:?} without its words");
            }
        }
        assert_eq!(drawn.len(), seen, "a line outside the plot is not drawn");
    }
}

#[test]
fn cells_are_shaded_by_their_number_and_labelled_readably() {
    for model in [marks::table(), marks::named_table()] {
        let style = Style::print();
        let (scene, reading) = picture(&model);
        let mut drawn = rects(&scene, &model).into_iter();
        let series = &model.series[0];
        let Marks::Cells { cells } = &series.marks else { panic!("cells") };
        for cell in cells {
            let Some(shade) = cell.shade else { continue };
            let (area, fill, _) = drawn.next().expect("a rectangle a cell");
            let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
            assert!(near(middle.0, reading.x(f64::from(cell.x))), "{cell:?} stands at {middle:?}");
            assert!(near(middle.1, reading.y(f64::from(cell.y))), "{cell:?} stands at {middle:?}");
            let ground = style.shade(series.role, shade);
            match fill {
                Fill::Shaded { ground: found, .. } => assert!(cell.partial && found == ground),
                other => assert!(!cell.partial && other == Fill::Solid(ground)),
            }
            let label = scene.texts().find(|text| {
                text.text == cell.label && near(text.at.0, middle.0) && {
                    near(text.at.1 - style.tick_pt * 0.35, middle.1)
                }
            });
            let label = label.expect("its number stands in it");
            assert!(label.colour.contrast(ground) >= 4.5, "{cell:?}: {:?} on {ground:?}", label.colour);
        }
        assert_eq!(drawn.next(), None, "what is not covered is not drawn");
    }
}

#[test]
fn strokes_stand_on_the_curve() {
    let model = marks::censored();
    let (scene, reading) = picture(&model);
    let drawn = lines(&scene, Dash::Solid);
    let Some(Marks::Ticks { at }) = model.series.get(2).map(|series| &series.marks) else { panic!("strokes") };
    for [x, y] in at {
        let found = drawn.iter().any(|(a, b, _)| {
            near(a.0, reading.x(*x)) && near(b.0, a.0) && near(f64::midpoint(a.1, b.1), reading.y(*y))
        });
        assert!(found, "no stroke at {x}, {y}");
    }
}

#[test]
fn names_above_the_plot_are_those_of_the_series_in_their_order() {
    for (name, model) in marks::all() {
        let scene = scene(&model, Size::SLIDE, &Style::print());
        let wanted: Vec<String> = legend::entries(&model).into_iter().map(|entry| entry.name).collect();
        let texts: Vec<&str> = scene.texts().map(|text| text.text.as_str()).skip(2).take(wanted.len()).collect();
        assert_eq!(texts, wanted, "{name}");
    }
    let names: Vec<String> = legend::entries(&marks::censored()).into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["share told", "still open"], "a curve and its band have one name");
}
