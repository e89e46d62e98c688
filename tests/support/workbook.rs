//! Workbooks read back without a program: parts, cells, and what their charts say.

#![allow(dead_code, reason = "several test crates use it, each its part")]

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::chart_xml::{Chart, child};
use crate::package::Opened;

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

impl Read {
    /// Reads a workbook.
    pub fn of(bytes: &[u8]) -> Self {
        let opened = Opened::of(bytes);
        let text = |name: &str| Some((name.to_owned(), opened.text(name).to_owned()));
        let parts: BTreeMap<String, String> = opened.markup().filter_map(text).collect();
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
        read.charts = (1..=count)
            .map(|at| Chart::read(&read.parts[&format!("xl/charts/chart{at}.xml")], &BTreeMap::new()))
            .collect();
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
