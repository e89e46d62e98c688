//! What PowerPoint holds a presentation to beyond the order of its elements: numbers that must be unique, places that
//! must exist, and parts that must be there.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use crate::chart_xml::{child, path};
use crate::opened::Opened;

/// All of it.
pub fn check(opened: &Opened) {
    numbers_of_masters(opened);
    for slide in opened.under("ppt/slides/", ".xml") {
        places(opened, slide);
    }
    for name in opened.markup().filter(|name| name.starts_with("ppt/") && !name.contains("_rels")) {
        let document = Document::parse(opened.text(name)).expect("XML");
        shapes(name, &document);
        tables(name, &document);
    }
    for name in opened.under("ppt/charts/", ".xml") {
        chart(name, &Document::parse(opened.text(name)).expect("a chart"));
    }
}

fn named<'a, 'i>(document: &'a Document<'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

/// Masters and layouts share one row of numbers; slides have another.
fn numbers_of_masters(opened: &Opened) {
    let mut seen = BTreeSet::new();
    let mut take = |part: &str, tag: &str, from: u64, below: u64| {
        let document = Document::parse(opened.text(part)).expect("XML");
        for node in named(&document, tag) {
            let number: u64 = node.attribute("id").and_then(|id| id.parse().ok()).expect("a number");
            assert!((from..below).contains(&number), "{part}: {tag} {number}");
            assert!(seen.insert(number), "{part}: {tag} {number} twice");
        }
    };
    take("ppt/presentation.xml", "sldMasterId", 1 << 31, 1 << 32);
    take("ppt/presentation.xml", "sldId", 256, 1 << 31);
    for master in opened.under("ppt/slideMasters/", ".xml") {
        take(master, "sldLayoutId", 1 << 31, 1 << 32);
    }
}

/// A slide fills each place of its layout once, and no place that is not there.
fn places(opened: &Opened, slide: &str) {
    let layout = opened.target(slide, "/slideLayout").expect("a layout");
    let key = |node: Node<'_, '_>| {
        let of = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
        (of("type"), of("idx"))
    };
    let all = |part: &str| -> Vec<(String, String)> {
        let document = Document::parse(opened.text(part)).expect("XML");
        named(&document, "ph").map(key).collect()
    };
    let (own, offered) = (all(slide), all(&layout));
    let once: BTreeSet<&(String, String)> = own.iter().collect();
    assert_eq!(once.len(), own.len(), "{slide} fills a place twice: {own:?}");
    for place in &own {
        assert!(offered.contains(place), "{slide} fills {place:?}, which {layout} has not: {offered:?}");
    }
}

/// Shapes have what they must have, and no size below nothing.
fn shapes(name: &str, document: &Document<'_>) {
    for body in named(document, "txBody") {
        let is_whole = child(body, "bodyPr").is_some() && child(body, "p").is_some();
        assert!(is_whole, "{name}: a text without its properties or a paragraph");
    }
    for frame in named(document, "graphicFrame") {
        let is_whole = child(frame, "xfrm").is_some() && path(frame, &["graphic", "graphicData"]).is_some();
        assert!(is_whole, "{name}: a frame without its place or what it shows");
    }
    for size in named(document, "ext").filter(|node| node.has_attribute("cx")) {
        for side in ["cx", "cy"] {
            let length: i64 = size.attribute(side).and_then(|emu| emu.parse().ok()).expect("a length");
            assert!((0..=2_147_483_647).contains(&length), "{name}: {side} of {length}");
        }
    }
    for letters in
        document.descendants().filter(|node| ["rPr", "defRPr", "endParaRPr"].contains(&node.tag_name().name()))
    {
        if let Some(size) = letters.attribute("sz") {
            assert!((100..=400_000).contains(&size.parse::<u32>().expect("a size")), "{name}: letters of {size}");
        }
    }
}

/// Rows of a table have a cell a column.
fn tables(name: &str, document: &Document<'_>) {
    for table in named(document, "tbl") {
        let columns = child(table, "tblGrid").map_or(0, |grid| grid.children().filter(Node::is_element).count());
        let rows: Vec<_> = table.children().filter(|node| node.tag_name().name() == "tr").collect();
        assert!(columns > 0 && !rows.is_empty(), "{name}: a table of nothing");
        for row in rows {
            let cells = row.children().filter(|node| node.tag_name().name() == "tc").count();
            assert_eq!(cells, columns, "{name}: a row with cells that have no column");
        }
    }
}

fn value<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    child(node, name)?.attribute("val")
}

/// Axes are those that the plot names and cross each other, series and points have numbers of their own, domains go up.
fn chart(name: &str, document: &Document<'_>) {
    let plot = named(document, "plotArea").next().expect("a plot");
    let axes: Vec<Node<'_, '_>> = plot.children().filter(|node| node.tag_name().name().ends_with("Ax")).collect();
    let ids: BTreeSet<&str> = axes.iter().filter_map(|axis| value(*axis, "axId")).collect();
    assert_eq!((axes.len(), ids.len()), (2, 2), "{name}: two axes");
    for axis in &axes {
        let other = value(*axis, "crossAx").expect("an axis that is crossed");
        assert!(ids.contains(other) && value(*axis, "axId") != Some(other), "{name}: an axis crosses {other}");
        let end = |end: &str| child(*axis, "scaling").and_then(|node| value(node, end)?.parse::<f64>().ok());
        if let (Some(min), Some(max)) = (end("min"), end("max")) {
            assert!(min < max, "{name}: from {min} to {max}");
            assert!(
                child(*axis, "scaling").is_some_and(|node| child(node, "logBase").is_none()) || min > 0.0,
                "{name}: powers of ten from {min}"
            );
        }
    }
    for group in plot.children().filter(|node| node.tag_name().name().ends_with("Chart")) {
        let named: Vec<&str> = group
            .children()
            .filter(|node| node.tag_name().name() == "axId")
            .filter_map(|node| node.attribute("val"))
            .collect();
        assert!(named.len() == 2 && named.iter().all(|id| ids.contains(id)), "{name}: axes {named:?}");
    }
    for number in ["idx", "order"] {
        let series: Vec<&str> = named(document, "ser").filter_map(|series| value(series, number)).collect();
        let once: BTreeSet<&&str> = series.iter().collect();
        assert!(!series.is_empty() && once.len() == series.len(), "{name}: {number} of series {series:?}");
    }
    for cache in document.descendants().filter(|node| ["numCache", "strCache"].contains(&node.tag_name().name())) {
        let count: usize = value(cache, "ptCount").and_then(|count| count.parse().ok()).expect("a count");
        let at = cache.children().filter(|node| node.tag_name().name() == "pt");
        let at: Vec<usize> = at.filter_map(|point| point.attribute("idx")?.parse().ok()).collect();
        assert!(
            at.windows(2).all(|pair| pair[0] < pair[1]) && at.iter().all(|at| *at < count),
            "{name}: points {at:?} of {count}"
        );
    }
    for labels in named(document, "dLbls").filter(|labels| value(*labels, "delete") != Some("1")) {
        for part in ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"] {
            assert!(child(labels, part).is_some(), "{name}: numbers at marks without {part}");
        }
    }
}
