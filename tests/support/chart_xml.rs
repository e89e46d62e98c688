//! Charts of slides and workbooks read back from their markup: series with values and looks, axes with what they say.

#![allow(dead_code, reason = "several test crates use it, each its part")]

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

/// A chart.
#[derive(Debug, Default)]
pub struct Chart {
    pub title: String,
    /// Kinds of the parts of the plot, the first at the back.
    pub kinds: Vec<String>,
    pub x: Axis,
    pub y: Axis,
    pub series: Vec<Series>,
    pub categories: Vec<String>,
    /// Every reference with what is remembered of it.
    pub references: Vec<(String, Vec<String>)>,
    /// Language of its words.
    pub lang: String,
    /// Whether bars stand on one another.
    pub stacked: bool,
    /// Room between the bars of two names, in per cent of a bar.
    pub gap: Option<f64>,
    /// How far bars of one name overlap, in per cent.
    pub overlap: Option<f64>,
    /// Whether bars lie.
    pub lying: bool,
    /// Left, top, width and height of the plot as shares of the chart, where they are said.
    pub plot: Option<[f64; 4]>,
    /// Names that the legend has.
    pub legend: Vec<String>,
}

/// An axis.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    pub title: String,
    pub is_category: bool,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub is_log: bool,
    /// From one tick to the next.
    pub step: Option<f64>,
    /// The format of its numbers.
    pub code: String,
    /// Whether it writes its labels.
    pub says: bool,
    /// Whether lines cross the plot at its ticks.
    pub grid: bool,
    /// Where the other axis crosses it: `min`, `autoZero`, or nothing where a number is given.
    pub crosses: String,
}

/// A series.
#[derive(Debug, Default)]
pub struct Series {
    pub name: String,
    /// The kind of the part of the plot that it belongs to.
    pub kind: String,
    pub values: Vec<Option<f64>>,
    /// Place by place, for two axes of numbers.
    pub places: Vec<(f64, Option<f64>)>,
    /// Colour of its inside.
    pub colour: Option<String>,
    /// Its line: colour, width in points, whether dashed.
    pub line: Option<(String, f64, bool)>,
    /// Sign of its points, and the colour of the sign.
    pub marker: Option<(String, Option<String>)>,
    /// Points with a look of their own.
    pub points: BTreeMap<usize, Look>,
    pub errors: Option<Errors>,
    /// The format of numbers at its points.
    pub label_code: Option<String>,
    /// What stands at points: a text of their own; nothing for one whose number was taken away.
    pub labels: BTreeMap<usize, Option<String>>,
}

/// The look of one point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Colour of its inside, of its lines where it is hatched.
    pub colour: Option<String>,
    pub is_hatched: bool,
    /// Colour of its sign's inside.
    pub sign: Option<String>,
    /// Whether it has no sign.
    pub is_bare: bool,
}

/// Intervals around points.
#[derive(Debug, Default)]
pub struct Errors {
    pub along_x: bool,
    pub plus: Vec<Option<f64>>,
    pub minus: Vec<Option<f64>>,
    pub colour: Option<String>,
}

impl Chart {
    /// The series of a name.
    pub fn named(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.name == name)
    }

    /// The kind of the first part of the plot.
    pub fn kind(&self) -> &str {
        self.kinds.first().map_or("", String::as_str)
    }

    /// Reads a part. `theme` says the colours that it names.
    pub fn read(text: &str, theme: &BTreeMap<String, String>) -> Self {
        let document = Document::parse(text).expect("XML");
        Reading { theme }.chart(document.root_element())
    }
}

impl Series {
    /// Points that are hatched.
    pub fn hatched(&self) -> usize {
        self.points.values().filter(|look| look.is_hatched).count()
    }
}

/// The colours of a theme by name, those of text and page too.
pub fn theme(text: &str) -> BTreeMap<String, String> {
    let document = Document::parse(text).expect("XML");
    let scheme = document.descendants().find(|node| node.tag_name().name() == "clrScheme").expect("colours");
    let mut all = BTreeMap::new();
    for node in scheme.children().filter(Node::is_element) {
        let value = node.children().find(Node::is_element).expect("a colour");
        let hex = value.attribute("lastClr").or_else(|| value.attribute("val")).expect("its digits").to_owned();
        let also = match node.tag_name().name() {
            "dk1" => "tx1",
            "lt1" => "bg1",
            "dk2" => "tx2",
            "lt2" => "bg2",
            other => other,
        };
        all.insert(also.to_owned(), hex);
    }
    all
}

pub fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.children().find(|one| one.tag_name().name() == name)
}

pub fn path<'a>(node: Node<'a, 'a>, names: &[&str]) -> Option<Node<'a, 'a>> {
    names.iter().try_fold(node, |node, name| child(node, name))
}

fn text(node: Option<Node<'_, '_>>) -> String {
    node.and_then(|node| node.attribute("val")).unwrap_or_default().to_owned()
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

fn numbers(node: Option<Node<'_, '_>>) -> Vec<Option<f64>> {
    node.map(|node| cached(node).iter().map(|text| text.parse().ok()).collect()).unwrap_or_default()
}

/// Words of a title: a cell that is remembered, or letters.
fn words(node: Option<Node<'_, '_>>) -> String {
    let Some(node) = node else { return String::new() };
    cached(node).into_iter().next().unwrap_or_else(|| {
        let letters = node.descendants().filter(|one| one.tag_name().name() == "t");
        letters.filter_map(|one| one.text()).collect()
    })
}

struct Reading<'a> {
    theme: &'a BTreeMap<String, String>,
}

impl Reading<'_> {
    fn chart(&self, root: Node<'_, '_>) -> Chart {
        let top = child(root, "chart").expect("a chart");
        let plot = child(top, "plotArea").expect("a plot");
        let mut found =
            Chart { title: words(child(top, "title")), lang: text(child(root, "lang")), ..Chart::default() };
        for group in plot.children().filter(|node| node.tag_name().name().ends_with("Chart")) {
            let kind = group.tag_name().name().to_owned();
            if kind == "barChart" {
                found.stacked = text(child(group, "grouping")) == "stacked";
                found.lying = text(child(group, "barDir")) == "bar";
                found.gap = val(child(group, "gapWidth"));
                found.overlap = val(child(group, "overlap"));
            }
            for node in group.children().filter(|node| node.tag_name().name() == "ser") {
                if let (true, Some(cat)) = (found.categories.is_empty(), child(node, "cat")) {
                    found.categories = cached(cat);
                }
                found.series.push(self.series(node, &kind));
            }
            found.kinds.push(kind);
        }
        for node in plot.children().filter(|node| node.tag_name().name().ends_with("Ax")) {
            let across = matches!(text(child(node, "axPos")).as_str(), "b" | "t");
            *(if across { &mut found.x } else { &mut found.y }) = axis(node);
        }
        if let Some(inner) = path(plot, &["layout", "manualLayout"]) {
            let of = |name: &str| val(child(inner, name)).unwrap_or(f64::NAN);
            found.plot = Some(["x", "y", "w", "h"].map(of));
        }
        if let Some(legend) = child(top, "legend") {
            let gone: Vec<usize> = legend
                .children()
                .filter(|node| node.tag_name().name() == "legendEntry")
                .filter_map(|node| Some(val(child(node, "idx"))? as usize))
                .collect();
            let kept = found.series.iter().enumerate().filter(|(at, _)| !gone.contains(at));
            found.legend = kept.map(|(_, series)| series.name.clone()).collect();
        }
        for node in root.descendants().filter(|node| matches!(node.tag_name().name(), "numRef" | "strRef")) {
            let formula = child(node, "f").and_then(|node| node.text()).expect("a formula").to_owned();
            found.references.push((formula, cached(node)));
        }
        found
    }

    /// A colour, by the theme where it is named; an opacity follows it.
    fn colour(&self, node: Option<Node<'_, '_>>) -> Option<String> {
        let value = node?.children().find(Node::is_element)?;
        let name = value.attribute("val")?;
        match value.tag_name().name() {
            "schemeClr" => Some(self.theme.get(name).unwrap_or_else(|| panic!("{name} of the theme")).clone()),
            _ => Some(name.to_owned()),
        }
    }

    fn inside(&self, look: Option<Node<'_, '_>>) -> Option<String> {
        let look = look?;
        self.colour(child(look, "solidFill")).or_else(|| self.colour(path(look, &["pattFill", "fgClr"])))
    }

    fn series(&self, node: Node<'_, '_>, kind: &str) -> Series {
        let (across, up) = (numbers(child(node, "xVal")), numbers(child(node, "yVal")));
        let places = across.iter().zip(&up).filter_map(|(x, y)| Some(((*x)?, *y))).collect();
        let look = child(node, "spPr");
        let line = look.and_then(|look| child(look, "ln")).and_then(|line| {
            let width = line.attribute("w").and_then(|emu| emu.parse::<f64>().ok()).unwrap_or(9_525.0) / 12_700.0;
            let is_dashed = child(line, "prstDash").is_some_and(|dash| dash.attribute("val") != Some("solid"));
            Some((self.colour(child(line, "solidFill"))?, width, is_dashed))
        });
        let marker = child(node, "marker").and_then(|marker| {
            let symbol = text(child(marker, "symbol"));
            (symbol != "none").then(|| {
                let look = child(marker, "spPr");
                let line = look.and_then(|look| self.colour(path(look, &["ln", "solidFill"])));
                (symbol, self.inside(look).or(line))
            })
        });
        let mut points = BTreeMap::new();
        for point in node.children().filter(|one| one.tag_name().name() == "dPt") {
            let index = val(child(point, "idx")).expect("an index") as usize;
            let (look, marker) = (child(point, "spPr"), child(point, "marker"));
            let one = Look {
                colour: self.inside(look),
                is_hatched: look.is_some_and(|look| child(look, "pattFill").is_some()),
                sign: marker.and_then(|marker| self.inside(child(marker, "spPr"))),
                is_bare: marker.is_some_and(|marker| text(child(marker, "symbol")) == "none"),
            };
            assert!(points.insert(index, one).is_none(), "point {index} twice");
        }
        let labels = child(node, "dLbls");
        let says = labels.is_some_and(|labels| text(child(labels, "showVal")) == "1");
        Series {
            name: child(node, "tx").map(|node| cached(node).into_iter().next().unwrap_or_default()).unwrap_or_default(),
            kind: kind.to_owned(),
            values: numbers(child(node, "val")),
            places,
            colour: self.inside(look),
            line,
            marker,
            points,
            errors: child(node, "errBars").map(|errors| Errors {
                along_x: text(child(errors, "errDir")) == "x",
                plus: numbers(child(errors, "plus")),
                minus: numbers(child(errors, "minus")),
                colour: self.colour(path(errors, &["spPr", "ln", "solidFill"])),
            }),
            label_code: labels.filter(|_| says).map(|labels| {
                let code = child(labels, "numFmt").and_then(|format| format.attribute("formatCode"));
                code.unwrap_or("General").to_owned()
            }),
            labels: labels.map(own_labels).unwrap_or_default(),
        }
    }
}

fn own_labels(labels: Node<'_, '_>) -> BTreeMap<usize, Option<String>> {
    let own = labels.children().filter(|one| one.tag_name().name() == "dLbl").map(|label| {
        let index = val(child(label, "idx")).expect("an index") as usize;
        let is_gone = text(child(label, "delete")) == "1";
        (index, (!is_gone).then(|| words(child(label, "tx"))))
    });
    own.collect()
}

fn axis(node: Node<'_, '_>) -> Axis {
    let scaling = child(node, "scaling").expect("a scaling");
    let code = child(node, "numFmt").and_then(|format| format.attribute("formatCode")).unwrap_or("General");
    let place = text(child(node, "tickLblPos"));
    Axis {
        title: words(child(node, "title")),
        is_category: matches!(node.tag_name().name(), "catAx" | "dateAx"),
        min: val(child(scaling, "min")),
        max: val(child(scaling, "max")),
        is_log: child(scaling, "logBase").is_some(),
        step: val(child(node, "majorUnit")),
        code: code.to_owned(),
        says: place != "none" && text(child(node, "delete")) != "1",
        grid: child(node, "majorGridlines").is_some(),
        crosses: text(child(node, "crosses")),
    }
}
