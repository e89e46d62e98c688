//! Shapes inside a chart read back: what is drawn there because the chart has no part for it.

use roxmltree::{Document, Node};

use crate::chart_xml::child;

/// A shape.
#[derive(Debug, Default)]
pub struct Shape {
    /// What it says.
    pub text: String,
    /// Left, top, right and lower edge as shares of the chart.
    pub area: [f64; 4],
    /// Which end of the text stands at its place: `l`, `ctr` or `r`.
    pub side: String,
    /// Whether its edge is dashed.
    pub is_dashed: bool,
    /// Whether what is behind it is seen through it.
    pub is_clear: bool,
}

impl Shape {
    /// Where the text stands across: its beginning, middle or end.
    pub fn x(&self) -> f64 {
        match self.side.as_str() {
            "r" => self.area[2],
            "ctr" => f64::midpoint(self.area[0], self.area[2]),
            _ => self.area[0],
        }
    }

    /// Its middle from top to bottom.
    pub fn y(&self) -> f64 {
        f64::midpoint(self.area[1], self.area[3])
    }
}

/// The shapes of a part, from back to front.
pub fn read(text: &str) -> Vec<Shape> {
    let document = Document::parse(text).expect("XML");
    let anchors = document.root_element().children().filter(Node::is_element);
    let shapes = anchors.map(|anchor| {
        let of = |end: &str, name: &str| -> f64 {
            let text = child(anchor, end).and_then(|end| child(end, name)).and_then(|node| node.text());
            text.and_then(|text| text.parse().ok()).expect("a share")
        };
        let found = |name: &str| anchor.descendants().find(|node| node.tag_name().name() == name);
        let look = found("spPr").expect("a look");
        let letters = anchor.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text());
        let line = child(look, "ln");
        Shape {
            text: letters.collect(),
            area: [of("from", "x"), of("from", "y"), of("to", "x"), of("to", "y")],
            side: found("pPr").and_then(|node| node.attribute("algn")).unwrap_or_default().to_owned(),
            is_dashed: line
                .and_then(|line| child(line, "prstDash"))
                .is_some_and(|dash| dash.attribute("val") != Some("solid")),
            is_clear: found("t").is_none() && look.descendants().any(|one| one.tag_name().name() == "alpha"),
        }
    });
    shapes.collect()
}
