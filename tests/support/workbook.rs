//! Workbooks read back without a program: parts, cells, and what their charts say.

#![allow(dead_code, reason = "several test crates use it, each its part")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};

/// A workbook.
pub struct Read {
    /// Every part by its name.
    pub parts: BTreeMap<String, String>,
    /// Name and part of each sheet.
    pub sheets: Vec<(String, String)>,
    /// The charts, in the order of their parts.
    pub charts: Vec<Chart>,
    cells: BTreeMap<(String, u32, u32), String>,
}

/// A chart.
#[derive(Debug, Default)]
pub struct Chart {
    pub title: String,
    /// The kind of the first part of the plot.
    pub kind: String,
    pub x: Axis,
    pub y: Axis,
    pub series: Vec<Series>,
    pub categories: Vec<String>,
    /// Every reference with what is remembered of it.
    pub references: Vec<(String, Vec<String>)>,
}

/// An axis.
#[derive(Debug, Default)]
pub struct Axis {
    pub title: String,
    pub is_category: bool,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub is_log: bool,
}

/// A series.
#[derive(Debug, Default)]
pub struct Series {
    pub name: String,
    pub values: Vec<Option<f64>>,
    /// Place by place, for two axes of numbers.
    pub places: Vec<(f64, Option<f64>)>,
    pub colour: Option<String>,
    /// Points that are hatched.
    pub hatched: usize,
    pub errors: bool,
}

impl Chart {
    /// The series of a name.
    pub fn named(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.name == name)
    }
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.children().find(|one| one.tag_name().name() == name)
}

fn path<'a>(node: Node<'a, 'a>, names: &[&str]) -> Option<Node<'a, 'a>> {
    names.iter().try_fold(node, |node, name| child(node, name))
}

fn val(node: Option<Node<'_, '_>>) -> Option<f64> {
    node?.attribute("val")?.parse().ok()
}

/// What is remembered of a reference, with nothing for gaps.
fn cached(node: Node<'_, '_>) -> Vec<String> {
    let Some(cache) = node.descendants().find(|one| matches!(one.tag_name().name(), "numCache" | "strCache")) else {
        return Vec::new();
    };
    let count = val(cache.children().find(|one| one.tag_name().name() == "ptCount")).unwrap_or(0.0) as usize;
    let mut values = vec![String::new(); count];
    for point in cache.children().filter(|one| one.tag_name().name() == "pt") {
        let index: usize = point.attribute("idx").and_then(|idx| idx.parse().ok()).expect("an index");
        let text = point.descendants().find(|one| one.tag_name().name() == "v").and_then(|one| one.text());
        text.unwrap_or_default().clone_into(&mut values[index]);
    }
    values
}

impl Read {
    /// Reads a workbook.
    pub fn of(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut text = String::new();
            if part.read_to_string(&mut text).is_ok() {
                parts.insert(name, text);
            }
        }
        for (name, text) in &parts {
            let parsed = Document::parse(text);
            assert!(parsed.is_ok(), "{name} is XML: {:?}", parsed.err());
        }
        let book = Document::parse(&parts["xl/workbook.xml"]).expect("XML");
        let sheets: Vec<(String, String)> = book
            .descendants()
            .filter(|node| node.tag_name().name() == "sheet")
            .enumerate()
            .map(|(at, node)| {
                let name = node.attribute("name").expect("a name").to_owned();
                (name, format!("xl/worksheets/sheet{}.xml", at + 1))
            })
            .collect();
        let mut read = Self { cells: BTreeMap::new(), charts: Vec::new(), sheets, parts };
        read.read_cells();
        let count = read.parts.keys().filter(|name| name.starts_with("xl/charts/chart")).count();
        read.charts = (1..=count).map(|at| chart(&read.parts[&format!("xl/charts/chart{at}.xml")])).collect();
        read
    }

    /// One part.
    pub fn part(&self, name: &str) -> &str {
        &self.parts[name]
    }

    fn read_cells(&mut self) {
        let strings: Vec<String> = self.parts.get("xl/sharedStrings.xml").map_or_else(Vec::new, |text| {
            let document = Document::parse(text).expect("XML");
            let items = document.root_element().children().filter(|node| node.tag_name().name() == "si");
            items
                .map(|item| {
                    let texts = item.descendants().filter(|node| node.tag_name().name() == "t");
                    texts.filter_map(|node| node.text()).collect()
                })
                .collect()
        });
        for (sheet, part) in &self.sheets {
            let document = Document::parse(&self.parts[part]).expect("XML");
            for cell in document.descendants().filter(|node| node.tag_name().name() == "c") {
                let Some(value) = child(cell, "v").and_then(|node| node.text()) else { continue };
                let (row, column) = place(cell.attribute("r").expect("a place"));
                let text = match cell.attribute("t") {
                    Some("s") => strings[value.parse::<usize>().expect("an index")].clone(),
                    _ => value.to_owned(),
                };
                self.cells.insert((sheet.clone(), row, column), text);
            }
        }
    }

    /// The texts of the cells of a reference, with nothing for empty ones.
    pub fn cells(&self, formula: &str) -> Vec<String> {
        let (sheet, range) = formula.rsplit_once('!').expect("a sheet");
        let sheet = sheet.trim_matches('\'').replace("''", "'");
        let (from, to) = range.split_once(':').unwrap_or((range, range));
        let (from, to) = (place(from), place(to));
        let rows = (from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column)));
        rows.map(|(row, column)| self.cells.get(&(sheet.clone(), row, column)).cloned().unwrap_or_default()).collect()
    }

    /// Every text that stands in a cell.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.values().map(String::as_str)
    }
}

/// Row and column of a place like `$AB$12`, from 0.
fn place(text: &str) -> (u32, u32) {
    let plain: String = text.chars().filter(|sign| *sign != '$').collect();
    let digits = plain.find(|sign: char| sign.is_ascii_digit()).expect("a row");
    let column = plain[..digits].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    (plain[digits..].parse::<u32>().expect("a row") - 1, column - 1)
}

fn chart(text: &str) -> Chart {
    let document = Document::parse(text).expect("XML");
    let root = document.root_element();
    let top = child(root, "chart").expect("a chart");
    let plot = child(top, "plotArea").expect("a plot");
    let title = |node: Node<'_, '_>| {
        child(node, "title").map(|title| cached(title).into_iter().next().unwrap_or_default()).unwrap_or_default()
    };
    let mut found = Chart { title: title(top), ..Chart::default() };
    for group in plot.children().filter(|node| node.tag_name().name().ends_with("Chart")) {
        if found.kind.is_empty() {
            group.tag_name().name().clone_into(&mut found.kind);
        }
        for node in group.children().filter(|node| node.tag_name().name() == "ser") {
            if let (true, Some(cat)) = (found.categories.is_empty(), child(node, "cat")) {
                found.categories = cached(cat);
            }
            found.series.push(series(node));
        }
    }
    for node in plot.children().filter(|node| node.tag_name().name().ends_with("Ax")) {
        let scaling = child(node, "scaling").expect("a scaling");
        let axis = Axis {
            title: title(node),
            is_category: matches!(node.tag_name().name(), "catAx" | "dateAx"),
            min: val(child(scaling, "min")),
            max: val(child(scaling, "max")),
            is_log: child(scaling, "logBase").is_some(),
        };
        let across =
            child(node, "axPos").and_then(|pos| pos.attribute("val")).is_some_and(|pos| pos == "b" || pos == "t");
        *(if across { &mut found.x } else { &mut found.y }) = axis;
    }
    for node in root.descendants().filter(|node| matches!(node.tag_name().name(), "numRef" | "strRef")) {
        let formula = child(node, "f").and_then(|node| node.text()).expect("a formula").to_owned();
        found.references.push((formula, cached(node)));
    }
    found
}

fn series(node: Node<'_, '_>) -> Series {
    let numbers = |name: &str| -> Vec<Option<f64>> {
        child(node, name).map(|node| cached(node).iter().map(|text| text.parse().ok()).collect()).unwrap_or_default()
    };
    let (across, up) = (numbers("xVal"), numbers("yVal"));
    let places = across.iter().zip(&up).filter_map(|(x, y)| Some(((*x)?, *y))).collect();
    let colour = path(node, &["spPr", "solidFill", "srgbClr"]).and_then(|node| node.attribute("val"));
    let points = node.children().filter(|one| one.tag_name().name() == "dPt");
    Series {
        name: child(node, "tx").map(|node| cached(node).into_iter().next().unwrap_or_default()).unwrap_or_default(),
        values: numbers("val"),
        places,
        colour: colour.map(str::to_owned),
        hatched: points.filter(|one| one.descendants().any(|part| part.tag_name().name() == "pattFill")).count(),
        errors: child(node, "errBars").is_some(),
    }
}

/// Children that the standard puts in an order, with that order.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "ser",
        &[
            "idx",
            "order",
            "tx",
            "spPr",
            "invertIfNegative",
            "marker",
            "dPt",
            "dLbls",
            "trendline",
            "errBars",
            "cat",
            "val",
            "xVal",
            "yVal",
            "smooth",
            "extLst",
        ],
    ),
    ("errBars", &["errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "val", "spPr"]),
    ("scaling", &["logBase", "orientation", "max", "min"]),
    (
        "dLbls",
        &[
            "dLbl",
            "delete",
            "numFmt",
            "spPr",
            "txPr",
            "dLblPos",
            "showLegendKey",
            "showVal",
            "showCatName",
            "showSerName",
            "showPercent",
            "showBubbleSize",
            "separator",
            "showLeaderLines",
        ],
    ),
    (
        "dLbl",
        &[
            "idx",
            "delete",
            "layout",
            "tx",
            "numFmt",
            "spPr",
            "txPr",
            "dLblPos",
            "showLegendKey",
            "showVal",
            "showCatName",
            "showSerName",
            "showPercent",
            "showBubbleSize",
            "separator",
        ],
    ),
    (
        "valAx",
        &[
            "axId",
            "scaling",
            "delete",
            "axPos",
            "majorGridlines",
            "minorGridlines",
            "title",
            "numFmt",
            "majorTickMark",
            "minorTickMark",
            "tickLblPos",
            "spPr",
            "txPr",
            "crossAx",
            "crosses",
            "crossesAt",
            "crossBetween",
            "majorUnit",
            "minorUnit",
            "dispUnits",
        ],
    ),
    (
        "catAx",
        &[
            "axId",
            "scaling",
            "delete",
            "axPos",
            "majorGridlines",
            "minorGridlines",
            "title",
            "numFmt",
            "majorTickMark",
            "minorTickMark",
            "tickLblPos",
            "spPr",
            "txPr",
            "crossAx",
            "crosses",
            "crossesAt",
            "auto",
            "lblAlgn",
            "lblOffset",
            "noMultiLvlLbl",
        ],
    ),
    ("barChart", &["barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "serLines", "axId"]),
    (
        "lineChart",
        &[
            "grouping",
            "varyColors",
            "ser",
            "dLbls",
            "dropLines",
            "hiLowLines",
            "upDownBars",
            "marker",
            "smooth",
            "axId",
        ],
    ),
    ("scatterChart", &["scatterStyle", "varyColors", "ser", "dLbls", "axId"]),
    ("chart", &["title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"]),
    ("legend", &["legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr"]),
    ("title", &["tx", "layout", "overlay", "spPr", "txPr"]),
    ("dPt", &["idx", "invertIfNegative", "marker", "bubble3D", "explosion", "spPr"]),
];

/// Holds every chart against the order of the standard.
pub fn check_order(read: &Read) {
    for (name, text) in read.parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")) {
        let document = Document::parse(text).expect("XML");
        for node in document.descendants().filter(Node::is_element) {
            let of = node.tag_name().name();
            let Some((_, order)) = ORDERS.iter().find(|(parent, _)| *parent == of) else { continue };
            let mut last = 0;
            for part in node.children().filter(Node::is_element) {
                let part = part.tag_name().name();
                let at = order.iter().position(|known| *known == part);
                let at = at.unwrap_or_else(|| panic!("{name}: <{part}> is no part of <{of}>"));
                assert!(at >= last, "{name}: <{part}> of <{of}> stands after <{}>", order[last]);
                last = at;
            }
        }
    }
}
