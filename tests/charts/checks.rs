//! What no picture may do: cut a text, write over another or over a mark, write what cannot be read.

use vigie::draw::palette::READABLE;
use vigie::draw::scene::{Area, Dash, Fill, Halo, Item, Scene, Text, hatching};
use vigie::draw::style::{Colour, Style};

/// The smallest letters in a picture, in points.
const SMALLEST_PT: f64 = 8.0;

/// Everything that is wrong with a picture, a sentence each.
pub fn faults(scene: &Scene, style: &Style) -> Vec<String> {
    let mut faults = Vec::new();
    let texts: Vec<(usize, &Text)> = scene
        .items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| match item {
            Item::Text(text) => Some((at, text)),
            _ => None,
        })
        .collect();
    for (index, (at, text)) in texts.iter().enumerate() {
        let area = text.area();
        let inside = area.x >= -0.01 && area.right() <= scene.width + 0.01 && area.y >= -0.01;
        if !inside || area.bottom() > scene.height + 0.01 {
            faults.push(format!("“{}” leaves the page of {} × {}: {area:?}", text.text, scene.width, scene.height));
        }
        if text.size < SMALLEST_PT - 0.01 {
            faults.push(format!("“{}” has letters of {} points", text.text, text.size));
        }
        for (_, other) in texts.iter().skip(index + 1) {
            let beside = other.area();
            if area.overlaps(&Area { height: beside.height * 0.8, ..beside }) {
                faults.push(format!("“{}” and “{}” overlap", text.text, other.text));
            }
        }
        faults.extend(crossed(scene, *at, text, style));
        faults.extend(unread(scene, *at, text));
    }
    faults
}

/// The part of a text where its letters are: without the room for accents and for the loops of a "g".
fn letters(text: &Text) -> Area {
    let area = text.area();
    Area {
        x: area.x + 0.5,
        y: text.at.1 - text.size * 0.72,
        width: (area.width - 1.0).max(0.0),
        height: text.size * 0.72,
    }
}

/// A line or a dot that runs through a text. Grid lines may: letters have a halo.
fn crossed(scene: &Scene, at: usize, text: &Text, style: &Style) -> Option<String> {
    let area = letters(text);
    let meets = |(index, item): (usize, &Item)| match item {
        Item::Path { stroke, .. } if stroke.colour == style.palette.grid => false,
        // A plate of the page's colour, or a cell, between the line and the letters.
        Item::Path { points, .. } if !is_covered(scene, index, at, &area) => {
            points.windows(2).any(|pair| runs_through(pair[0], pair[1], &area))
        }
        Item::Dot { at: middle, radius, .. } if !is_covered(scene, index, at, &area) => {
            let (at, radius) = (middle, radius);
            let near = (at.0.clamp(area.x, area.right()), at.1.clamp(area.y, area.bottom()));
            (near.0 - at.0).hypot(near.1 - at.1) < radius - 0.2
        }
        _ => false,
    };
    let found = scene.items.iter().enumerate().find(|place| meets(*place))?.1;
    let is_dashed = matches!(found, Item::Path { stroke, .. } if stroke.dash == Dash::Dashed);
    let what = if is_dashed { "a dashed line" } else { "a line or a point" };
    Some(format!("{what} runs through “{}” at {:?}: {found:?}", text.text, text.at))
}

fn is_covered(scene: &Scene, from: usize, until: usize, area: &Area) -> bool {
    scene.items.iter().take(until).skip(from).any(|item| match item {
        Item::Rect { area: plate, fill: Fill::Solid(_), .. } => {
            plate.x <= area.x && plate.right() >= area.right() && plate.y <= area.y && plate.bottom() >= area.bottom()
        }
        _ => false,
    })
}

/// Whether a rectangle is no mark but the plate of the text that is drawn right after it.
pub fn is_plate(scene: &Scene, at: usize) -> bool {
    let Some(Item::Rect { area: plate, fill: Fill::Solid(_), edge: None }) = scene.items.get(at) else { return false };
    let Some(Item::Text(text)) = scene.items.get(at + 1) else { return false };
    let area = text.area();
    plate.x <= area.x && plate.right() >= area.right() && plate.y <= area.y && plate.bottom() >= area.bottom()
}

/// Whether any point of a straight line lies in an area, tried every half point.
fn runs_through(a: (f64, f64), b: (f64, f64), area: &Area) -> bool {
    let steps = ((b.0 - a.0).hypot(b.1 - a.1) * 2.0).ceil().clamp(1.0, 8_000.0);
    (0..=steps as u32).any(|step| {
        let share = f64::from(step) / steps;
        let (x, y) = (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share);
        x > area.x && x < area.right() && y > area.y + 0.3 && y < area.bottom() - 0.3
    })
}

/// A text whose letters do not stand out from what is beneath or over them.
fn unread(scene: &Scene, at: usize, text: &Text) -> Option<String> {
    let area = letters(text);
    let (across, down) = (24, 5);
    let mut worst: Option<(f64, Colour)> = None;
    for step in 0..across * down {
        let share = |step: usize, of: usize| (step as f64 + 0.5) / of as f64;
        let point =
            (area.x + area.width * share(step % across, across), area.y + area.height * share(step / across, down));
        for ground in grounds(scene, at, text, point) {
            let contrast = text.colour.contrast(ground);
            if worst.is_none_or(|(least, _)| contrast < least) {
                worst = Some((contrast, ground));
            }
        }
        let over = scene.items.iter().skip(at + 1).any(|item| covers(item, point));
        if over {
            return Some(format!("something is drawn over “{}”", text.text));
        }
    }
    let (contrast, ground) = worst?;
    (contrast < READABLE - 0.01)
        .then(|| format!("“{}” {:?} on {ground:?} has a contrast of {contrast:.1}", text.text, text.colour))
}

/// Whether a shape hides what is at a point.
fn covers(item: &Item, point: (f64, f64)) -> bool {
    match item {
        Item::Rect { area, fill, .. } => *fill != Fill::None && holds(area, point),
        Item::Shape { points, opacity, .. } => *opacity > 0.1 && is_in_polygon(points, point),
        Item::Dot { at, radius, .. } => (at.0 - point.0).hypot(at.1 - point.1) < *radius,
        Item::Path { .. } | Item::Text(_) => false,
    }
}

fn holds(area: &Area, (x, y): (f64, f64)) -> bool {
    x > area.x && x < area.right() && y > area.y && y < area.bottom()
}

/// The colours that are behind a text at a point: two where it is hatched.
fn grounds(scene: &Scene, at: usize, text: &Text, point: (f64, f64)) -> Vec<Colour> {
    let mut grounds = vec![scene.background];
    for item in scene.items.iter().take(at) {
        match item {
            Item::Rect { area, fill, .. } if holds(area, point) => match fill {
                Fill::None => {}
                Fill::Solid(colour) => grounds = vec![*colour],
                Fill::Hatch(colour) => {
                    let (ground, lines) = hatching(*colour, scene.background);
                    grounds = vec![ground, lines];
                }
                Fill::Shaded { ground, lines } => {
                    // The letters are set off from the lines by the colour of the ground.
                    grounds = if text.halo == Halo::Of(*ground) { vec![*ground] } else { vec![*ground, *lines] };
                }
            },
            Item::Shape { points, fill, opacity } if is_in_polygon(points, point) => {
                for ground in &mut grounds {
                    *ground = ground.mixed(*fill, *opacity);
                }
            }
            Item::Dot { at, radius, fill, .. } if (at.0 - point.0).hypot(at.1 - point.1) < *radius => {
                grounds = vec![*fill];
            }
            _ => {}
        }
    }
    grounds
}

fn is_in_polygon(points: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let mut is_in = false;
    for (index, a) in points.iter().enumerate() {
        let b = points[(index + 1) % points.len()];
        if (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0 {
            is_in = !is_in;
        }
    }
    is_in
}

/// A picture with one of everything that is wrong.
#[test]
fn every_fault_is_found() {
    let style = Style::print();
    let text = |words: &str, at: (f64, f64), size: f64, colour: Colour| {
        Item::Text(Text {
            text: words.to_owned(),
            at,
            size,
            weight: vigie::draw::font::Weight::Regular,
            colour,
            anchor: vigie::draw::scene::Anchor::Start,
            halo: Halo::Page,
        })
    };
    let scene = |items: Vec<Item>| Scene {
        width: 200.0,
        height: 100.0,
        background: style.palette.surface,
        title: String::new(),
        description: String::new(),
        items,
    };
    let black = style.palette.text;
    let word = || text("incidents", (20.0, 50.0), 12.0, black);
    let bar = |fill: Fill| Item::Rect { area: Area { x: 30.0, y: 20.0, width: 20.0, height: 60.0 }, fill, edge: None };
    let line = |colour: Colour, dash: Dash| Item::Path {
        points: vec![(0.0, 46.0), (200.0, 46.0)],
        stroke: vigie::draw::scene::Stroke { colour, width: 1.0, dash },
    };
    let blue = style.palette.data[0];
    for (found, items) in [
        (None, vec![word()]),
        (None, vec![line(style.palette.grid, Dash::Solid), word()]),
        (Some("leaves the page"), vec![text("incidents", (180.0, 50.0), 12.0, black)]),
        (Some("letters of 6 points"), vec![text("n", (20.0, 50.0), 6.0, black)]),
        (Some("overlap"), vec![word(), text("per year", (50.0, 52.0), 12.0, black)]),
        (Some("runs through"), vec![line(blue, Dash::Solid), word()]),
        (Some("a dashed line runs through"), vec![line(style.palette.muted, Dash::Dashed), word()]),
        (Some("runs through"), vec![Item::Dot { at: (40.0, 46.0), radius: 4.0, fill: blue, edge: None }, word()]),
        (Some("contrast"), vec![bar(Fill::Solid(blue)), word()]),
        (Some("contrast"), vec![bar(Fill::Hatch(blue)), word()]),
        (None, vec![bar(Fill::Solid(style.palette.unknown)), word()]),
        (Some("contrast"), vec![text("incidents", (20.0, 50.0), 12.0, style.palette.other)]),
        (Some("drawn over"), vec![word(), bar(Fill::Solid(style.palette.unknown))]),
    ] {
        let scene = scene(items);
        let faults = faults(&scene, &style);
        match found {
            Some(words) => assert!(faults.iter().any(|fault| fault.contains(words)), "{words}: {faults:?}"),
            None => assert!(faults.is_empty(), "{faults:?}"),
        }
    }
}
