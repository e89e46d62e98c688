//! Which of a template's layouts take the place of ours, and where their headlines and contents stand.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use roxmltree::Node;

use crate::briefing::format::ExportError;
use crate::briefing::pptx::company::{find, parse, refused, room, text_of};
use crate::briefing::pptx::package::Part;
use crate::briefing::pptx::stage::{Holder, Layout, Stage};
use crate::draw::scene::Area;

/// Least room for what a slide shows.
const LEAST_PT: f64 = 160.0;

/// A place of a master or layout.
struct Place {
    kind: String,
    index: String,
    holder: Holder,
}

/// The stage on a template's layouts.
pub fn stage(
    parts: &BTreeMap<String, Part>,
    masters: &[(String, u32)],
    (width, height): (f64, f64),
) -> Result<Stage, ExportError> {
    let mut all = Vec::new();
    for (master, _) in masters {
        let text = text_of(parts, master)?;
        let above = parse(&text, master)?;
        let sizes = find(above.root(), "titleStyle").and_then(|style| find(style, "defRPr")).and_then(size);
        let over = places(above.root(), &[], sizes.unwrap_or(28.0));
        for (_, kind, target) in parts.get(master).map(|part| part.relations.0.clone()).unwrap_or_default() {
            if kind.ends_with("/slideLayout") {
                let text = text_of(parts, &target)?;
                let document = parse(&text, &target)?;
                let mut found = layout(document.root_element(), &target, &over, (width, height));
                found.room = room::beside(found.room, above.root(), document.root_element());
                let title = found.title.as_ref().map(|one| one.area);
                found.clear = title.map(|area| room::beside(area, above.root(), document.root_element()));
                all.push(found);
            }
        }
    }
    let usable = |layout: &&Layout| layout.title.is_some() && layout.room.height >= LEAST_PT;
    let pick = |kind: &str, contents: usize| {
        let by_kind = all.iter().filter(usable).find(|layout| layout.kind == kind && layout.contents.len() >= contents);
        // Of those that are not of the kind, the one with the most room for its contents.
        let size = |layout: &&Layout| {
            let areas = layout.contents.iter().map(|one| one.area.width * one.area.height);
            areas.fold(layout.room.width * layout.room.height * 1e-3, f64::max)
        };
        let others = all.iter().filter(usable).filter(|layout| layout.contents.len() == contents);
        by_kind.or_else(|| others.max_by(|a, b| size(a).total_cmp(&size(b))))
    };
    let content = pick("obj", 1).or_else(|| pick("titleOnly", 0)).or_else(|| all.iter().find(usable));
    let content = content.ok_or_else(|| refused("none of its layouts has a headline with room under it"))?;
    let headline = pick("titleOnly", 0).unwrap_or(content);
    let two = pick("twoObj", 2).unwrap_or(headline);
    let title = all.iter().find(|layout| layout.kind == "title" && layout.title.is_some()).unwrap_or(headline);
    let without = |layout: &Layout| Layout { contents: Vec::new(), ..layout.clone() };
    let single = Layout { contents: content.contents.iter().take(1).cloned().collect(), ..content.clone() };
    Ok(Stage {
        width,
        height,
        title: title.clone(),
        content: single,
        two: two.clone(),
        answers: without(headline),
        headline: without(headline),
    })
}

/// The places of a part; what says nothing of its own stands where the master has it.
fn places(root: Node<'_, '_>, over: &[Place], title_size: f64) -> Vec<Place> {
    let shapes = root.descendants().filter(|node| node.tag_name().name() == "sp");
    let each = shapes.filter_map(|shape| {
        let ph = find(shape, "ph")?;
        let kind = ph.attribute("type").unwrap_or("obj").to_owned();
        let index = ph.attribute("idx").unwrap_or_default().to_owned();
        let family = |kind: &str| {
            match kind {
                "ctrTitle" => "title",
                "subTitle" | "obj" | "body" => "body",
                _ => "",
            }
            .to_owned()
        };
        let same = over
            .iter()
            .find(|one| one.kind == kind)
            .or_else(|| over.iter().find(|one| !family(&kind).is_empty() && family(&one.kind) == family(&kind)));
        let area = area(shape).or_else(|| same.map(|one| one.holder.area))?;
        let own = find(shape, "lstStyle").and_then(|style| find(style, "defRPr")).and_then(size);
        let is_title = kind == "title" || kind == "ctrTitle";
        let usual = same.map_or(title_size, |one| one.holder.size);
        let size = own.unwrap_or(if is_title { usual } else { 18.0 });
        let mut ph_text = String::new();
        for name in ["type", "orient", "sz", "idx"] {
            if let Some(value) = ph.attribute(name) {
                _ = write!(ph_text, " {name}=\"{}\"", crate::briefing::pptx::xml::esc(value));
            }
        }
        let holder = Holder { ph: ph_text.trim_start().to_owned(), area, size };
        Some(Place { kind, index, holder })
    });
    each.collect()
}

fn size(node: Node<'_, '_>) -> Option<f64> {
    let hundredths: f64 = node.attribute("sz")?.parse().ok()?;
    (400.0..=20_000.0).contains(&hundredths).then_some(hundredths / 100.0)
}

/// Where a shape stands, in points.
pub fn area(shape: Node<'_, '_>) -> Option<Area> {
    let frame = find(shape, "xfrm")?;
    let of = |tag: &str, name: &str| -> Option<f64> {
        let node = frame.children().find(|one| one.tag_name().name() == tag)?;
        let emu: f64 = node.attribute(name)?.parse().ok()?;
        emu.is_finite().then_some(emu / 12_700.0)
    };
    Some(Area {
        x: of("off", "x")?,
        y: of("off", "y")?,
        width: of("ext", "cx")?.max(0.0),
        height: of("ext", "cy")?.max(0.0),
    })
}

fn layout(root: Node<'_, '_>, part: &str, over: &[Place], (width, height): (f64, f64)) -> Layout {
    let found = places(root, over, over.iter().find(|one| one.kind == "title").map_or(28.0, |one| one.holder.size));
    let one =
        |kinds: &[&str]| found.iter().find(|one| kinds.contains(&one.kind.as_str())).map(|one| one.holder.clone());
    let title = one(&["title", "ctrTitle"]);
    let is_content = |one: &&Place| one.kind == "obj" || one.kind == "body" && !one.index.is_empty();
    let large = |one: &&Place| one.holder.area.height >= LEAST_PT;
    let contents: Vec<Holder> = found.iter().filter(is_content).filter(large).map(|one| one.holder.clone()).collect();
    let lowest = ["ftr", "sldNum", "dt"].iter().filter_map(|kind| one(&[kind])).map(|one| one.area.y);
    let bottom = lowest.filter(|y| *y > height * 0.6).fold(height - 24.0, f64::min) - 4.0;
    let top = title.as_ref().map_or(0.0, |one| one.area.bottom() + 4.0);
    let edge = title.as_ref().map_or(48.0, |one| one.area.x.max(12.0) + 7.2);
    let left = contents.iter().map(|one| one.area.x).fold(f64::INFINITY, f64::min).min(edge).max(12.0);
    let right = contents.iter().map(|one| one.area.right()).fold(width - edge, f64::max).min(width - 12.0);
    let room = Area { x: left, y: top, width: (right - left).max(1.0), height: (bottom - top).max(0.0) };
    Layout {
        part: part.to_owned(),
        name: String::new(),
        kind: root.attribute("type").unwrap_or_default().to_owned(),
        title,
        subtitle: one(&["subTitle"]),
        contents,
        headings: Vec::new(),
        foot: None,
        marking: one(&["ftr"]),
        number: one(&["sldNum"]),
        room,
        clear: None,
    }
}
