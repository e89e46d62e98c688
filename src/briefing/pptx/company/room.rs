//! What stands on a template's masters and layouts besides places for text: logos and bands that content keeps clear
//! of, and areas that lie under all of it.

use roxmltree::Node;

use crate::briefing::format::ExportError;
use crate::briefing::pptx::company::colours::Ground;
use crate::briefing::pptx::company::layouts::area;
use crate::briefing::pptx::company::{find, parse};
use crate::draw::scene::Area;

/// Between content and what it keeps clear of.
const GAP_PT: f64 = 6.0;
/// What covers this much of the room lies under the content and is not kept clear of.
const UNDER: f64 = 0.6;

/// A thing that stands on a slide by itself.
struct Fixed<'a, 'i> {
    node: Node<'a, 'i>,
    area: Area,
}

/// Things that are drawn on every slide of a part: no places for text, and nothing that is not seen.
fn fixed<'a, 'i>(root: Node<'a, 'i>) -> Vec<Fixed<'a, 'i>> {
    let Some(tree) = find(root, "spTree") else { return Vec::new() };
    let is_thing = |node: &Node<'_, '_>| ["pic", "sp", "grpSp", "graphicFrame"].contains(&node.tag_name().name());
    let each = tree.children().filter(is_thing).filter(|node| find(*node, "ph").is_none()).filter_map(|node| {
        let is_shape = node.tag_name().name() == "sp";
        let look = find(node, "spPr");
        let has = |name: &str| look.is_some_and(|look| look.children().any(|one| one.tag_name().name() == name));
        let has_line = look
            .and_then(|look| look.children().find(|one| one.tag_name().name() == "ln"))
            .is_some_and(|line| line.children().any(|one| one.tag_name().name() == "solidFill"));
        let says = node
            .descendants()
            .any(|one| one.tag_name().name() == "t" && one.text().is_some_and(|text| !text.trim().is_empty()));
        let has_style = node.children().any(|one| one.tag_name().name() == "style") && !has("noFill");
        let is_seen = !is_shape
            || has("solidFill")
            || has("gradFill")
            || has("blipFill")
            || has("pattFill")
            || has_line
            || says
            || has_style;
        is_seen.then_some(())?;
        Some(Fixed { node, area: area(node)? })
    });
    each.collect()
}

/// Whether the things of the master are seen on slides of a layout.
fn shows_master(layout: Node<'_, '_>) -> bool {
    !matches!(layout.attribute("showMasterSp"), Some("0" | "false"))
}

/// How much of an area another covers, 0 to 1.
fn covered(room: Area, by: Area) -> f64 {
    let width = (room.right().min(by.right()) - room.x.max(by.x)).max(0.0);
    let height = (room.bottom().min(by.bottom()) - room.y.max(by.y)).max(0.0);
    width * height / (room.width * room.height).max(1.0)
}

/// What is left of a room beside everything that stands in it: for each thing the side is given up that costs least.
pub fn beside(room: Area, master: Node<'_, '_>, layout: Node<'_, '_>) -> Area {
    let on_master = if shows_master(layout) { fixed(master) } else { Vec::new() };
    let mut left = room;
    for thing in on_master.iter().chain(&fixed(layout)) {
        let by = thing.area;
        if covered(room, by) >= UNDER || covered(left, by) <= 0.0 {
            continue;
        }
        let (top, bottom) = ((by.bottom() + GAP_PT).max(left.y), (by.y - GAP_PT).min(left.bottom()));
        let (start, end) = ((by.right() + GAP_PT).max(left.x), (by.x - GAP_PT).min(left.right()));
        let cuts = [
            Area { y: top, height: (left.bottom() - top).max(0.0), ..left },
            Area { height: (bottom - left.y).max(0.0), ..left },
            Area { x: start, width: (left.right() - start).max(0.0), ..left },
            Area { width: (end - left.x).max(0.0), ..left },
        ];
        let size = |area: &Area| area.width * area.height;
        let largest = cuts.into_iter().max_by(|a, b| size(a).total_cmp(&size(b)));
        left = largest.unwrap_or(left);
    }
    left
}

/// What lies under all of the content of a layout; nothing where the slide's own background does.
///
/// # Errors
/// When a part is damaged.
pub fn ground(master: &str, layout: &str, room: Area) -> Result<Option<Ground>, ExportError> {
    let (above, own) = (parse(master, "master")?, parse(layout, "layout")?);
    let on_master = if shows_master(own.root_element()) { fixed(above.root()) } else { Vec::new() };
    let mut found = None;
    for (thing, text) in
        on_master.iter().map(|thing| (thing, master)).chain(fixed(own.root()).iter().map(|thing| (thing, layout)))
    {
        if covered(room, thing.area) < UNDER {
            continue;
        }
        let look = find(thing.node, "spPr");
        let fill = look
            .and_then(|look| look.children().find(|one| ["solidFill", "gradFill"].contains(&one.tag_name().name())));
        found = match fill {
            Some(fill) => {
                let spaces = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
                let inside = text.get(fill.range()).unwrap_or_default();
                Some(Ground::Fill(format!("<ground {spaces}>{inside}</ground>")))
            }
            None => Some(Ground::Picture),
        };
    }
    Ok(found)
}
