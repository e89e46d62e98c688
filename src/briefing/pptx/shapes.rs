//! Text boxes, lines and areas: the same shapes on a slide and inside a chart.

use std::fmt::Write as _;

use crate::briefing::place::LEADING;
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::xml::{Emu, esc, sz};
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Anchor, Area, Dash, Fill, Halo, Item, Stroke, Text};
use crate::draw::style::Colour;

/// Where shapes are put: on a slide, or into a chart, which has its own way to say where.
#[derive(Clone, Copy, Debug)]
pub enum Ground {
    /// On a slide: positions in points from its corner.
    Slide,
    /// In a chart that stands in this area of the slide.
    Chart(Area),
}

/// Writes shapes, numbering them.
pub struct Pen<'a> {
    /// The look.
    pub look: &'a Look,
    /// Where the shapes go.
    pub ground: Ground,
    /// The markup so far.
    pub out: String,
    next: u32,
}

/// How a paragraph is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// What it says.
    pub text: String,
    /// Size in points.
    pub size: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// Room before it, in points.
    pub before: f64,
    /// Whether it is a point of a list.
    pub bullet: bool,
}

impl<'a> Pen<'a> {
    /// A pen whose shapes are numbered from `first`.
    pub fn new(look: &'a Look, ground: Ground, first: u32) -> Self {
        Self { look, ground, out: String::new(), next: first }
    }

    /// The next number.
    pub fn number(&mut self) -> u32 {
        let number = self.next;
        self.next += 1;
        number
    }

    /// Draws the items of a scene.
    pub fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    /// Draws one item.
    pub fn item(&mut self, item: &Item) {
        match item {
            Item::Rect { area, fill, edge } => {
                let inside = match fill {
                    Fill::None => "<a:noFill/>".to_owned(),
                    Fill::Solid(colour) => self.look.fill(*colour),
                    Fill::Hatch(colour) => self.look.hatch(*colour, self.look.style.palette.pale(*colour, 0.8)),
                    Fill::Shaded { ground, lines } => self.look.hatch(*lines, *ground),
                };
                let line = edge.as_ref().map_or_else(|| "<a:ln><a:noFill/></a:ln>".to_owned(), |edge| self.line(edge));
                self.shape(*area, &format!("{RECTANGLE}{inside}{line}"), None);
            }
            Item::Path { points, stroke } => {
                let line = self.line(stroke);
                self.path(points, false, &format!("<a:noFill/>{line}"));
            }
            Item::Shape { points, fill, opacity } => {
                let inside =
                    format!("<a:solidFill>{}</a:solidFill><a:ln><a:noFill/></a:ln>", self.look.tinted(*fill, *opacity));
                self.path(points, true, &inside);
            }
            Item::Dot { at, radius, fill, edge } => {
                let area = Area { x: at.0 - radius, y: at.1 - radius, width: radius * 2.0, height: radius * 2.0 };
                let line = edge.as_ref().map_or_else(|| "<a:ln><a:noFill/></a:ln>".to_owned(), |edge| self.line(edge));
                let inside = self.look.fill(*fill);
                let round = RECTANGLE.replace("rect", "ellipse");
                self.shape(area, &format!("{round}{inside}{line}"), None);
            }
            Item::Text(text) => self.text(text),
        }
    }

    /// A line of text, with its middle where the font has the middle of its capitals, so that another font in its
    /// place moves little.
    fn text(&mut self, text: &Text) {
        let mut width = font::width(&text.text, text.size, text.weight) + 2.0;
        if let (Ground::Chart(chart), Anchor::Middle) = (self.ground, text.anchor) {
            // A shape ends at the edge of its chart: what is cut there is cut on both sides, so that the middle stays.
            width = width.min(2.0 * (text.at.0 - chart.x).min(chart.right() - text.at.0)).max(1.0);
        }
        let height = text.size * LEADING;
        let (x, algn) = match text.anchor {
            Anchor::Start => (text.at.0, "l"),
            Anchor::Middle => (text.at.0 - width / 2.0, "ctr"),
            Anchor::End => (text.at.0 - width, "r"),
        };
        let area = Area { x, y: text.at.1 - text.size * 0.388 - height / 2.0, width, height };
        let body = format!(
            "<a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"ctr\"><a:noAutofit/></a:bodyPr>\
             <a:lstStyle/><a:p><a:pPr algn=\"{algn}\"/>{}</a:p>",
            run(&text.text, &self.properties("rPr", text.size, text.weight, text.colour))
        );
        // Where letters have a rim of the page in our own drawing, they have the page behind them.
        let behind = match text.halo {
            Halo::Page => Some(self.look.style.palette.surface),
            Halo::Of(colour) => Some(colour),
            Halo::Off => None,
        };
        let inside = behind.map_or_else(
            || "<a:noFill/>".to_owned(),
            |colour| format!("<a:solidFill>{}</a:solidFill>", self.look.tinted(colour, 0.85)),
        );
        self.shape(area, &format!("{RECTANGLE}{inside}"), Some(&body));
    }

    /// Paragraphs in an area, wrapped by whoever shows them.
    pub fn paragraphs(&mut self, area: Area, paragraphs: &[Set]) {
        let body = format!("{BODY}<a:lstStyle/>{}", self.set(paragraphs));
        self.shape(area, &format!("{RECTANGLE}<a:noFill/>"), Some(&body));
    }

    /// Paragraphs without what is around them.
    pub fn set(&self, paragraphs: &[Set]) -> String {
        if paragraphs.is_empty() {
            return format!("<a:p><a:endParaRPr lang=\"{}\"/></a:p>", self.look.lang);
        }
        paragraphs.iter().map(|paragraph| self.paragraph(paragraph)).collect()
    }

    fn paragraph(&self, set: &Set) -> String {
        let exact = sz(set.size * LEADING);
        let before = sz(set.before.max(0.01)) * u32::from(set.before > 0.0);
        let (indent, bullet) = if set.bullet {
            let by = Emu(set.size * 1.1);
            (format!(" marL=\"{by}\" indent=\"-{by}\""), "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>")
        } else {
            (" marL=\"0\" indent=\"0\"".to_owned(), "<a:buNone/>")
        };
        format!(
            "<a:p><a:pPr{indent}><a:lnSpc><a:spcPts val=\"{exact}\"/></a:lnSpc><a:spcBef><a:spcPts val=\"{before}\"/></a:spcBef>{bullet}</a:pPr>{}</a:p>",
            run(&set.text, &self.properties("rPr", set.size, set.weight, set.colour))
        )
    }

    /// Size, weight, colour and font of letters, as an element of this name.
    pub fn properties(&self, name: &str, size: f64, weight: Weight, colour: Colour) -> String {
        let bold = u8::from(weight == Weight::Bold);
        let fill = self.look.fill(colour);
        format!(
            "<a:{name} lang=\"{}\" sz=\"{}\" b=\"{bold}\" dirty=\"0\">{fill}<a:latin typeface=\"+mn-lt\"/></a:{name}>",
            self.look.lang,
            self.look.sz(size)
        )
    }

    /// A line's look.
    pub fn line(&self, stroke: &Stroke) -> String {
        let dash = match stroke.dash {
            Dash::Solid => "solid",
            Dash::Dashed => "sysDash",
        };
        format!(
            "<a:ln w=\"{}\">{}<a:prstDash val=\"{dash}\"/><a:round/></a:ln>",
            Emu(stroke.width),
            self.look.fill(stroke.colour)
        )
    }

    /// Straight lines through points, closed or not.
    fn path(&mut self, points: &[(f64, f64)], closed: bool, look: &str) {
        let Some(area) = around(points) else { return };
        let (width, height) = (Emu(area.width.max(0.01)), Emu(area.height.max(0.01)));
        let mut geometry = format!(
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>\
             <a:pathLst><a:path w=\"{width}\" h=\"{height}\"{}>",
            if closed { "" } else { " fill=\"none\"" }
        );
        for (at, (x, y)) in points.iter().enumerate() {
            let tag = if at == 0 { "moveTo" } else { "lnTo" };
            let (x, y) = (Emu(x - area.x), Emu(y - area.y));
            _ = write!(geometry, "<a:{tag}><a:pt x=\"{x}\" y=\"{y}\"/></a:{tag}>");
        }
        geometry.push_str(if closed {
            "<a:close/></a:path></a:pathLst></a:custGeom>"
        } else {
            "</a:path></a:pathLst></a:custGeom>"
        });
        let area = Area { width: area.width.max(0.01), height: area.height.max(0.01), ..area };
        self.shape(area, &format!("{geometry}{look}"), None);
    }

    /// A shape with its geometry and look, and text in it.
    fn shape(&mut self, area: Area, look: &str, text: Option<&str>) {
        let id = self.number();
        let (is_box, name) = if text.is_some() { (" txBox=\"1\"", "Text") } else { ("", "Shape") };
        let place = format!(
            "<a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>",
            Emu(area.x),
            Emu(area.y),
            Emu(area.width),
            Emu(area.height)
        );
        match self.ground {
            Ground::Slide => {
                let text = text.map(|body| format!("<p:txBody>{body}</p:txBody>")).unwrap_or_default();
                _ = write!(
                    self.out,
                    "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {id}\"/><p:cNvSpPr{is_box}/><p:nvPr/></p:nvSpPr>\
                     <p:spPr>{place}{look}</p:spPr>{text}</p:sp>"
                );
            }
            Ground::Chart(chart) => {
                let text = text.map(|body| format!("<cdr:txBody>{body}</cdr:txBody>")).unwrap_or_default();
                let share =
                    |value: f64, from: f64, whole: f64| format!("{:.5}", ((value - from) / whole).clamp(0.0, 1.0));
                let (x, width) = (chart.x, chart.width.max(1.0));
                let (y, height) = (chart.y, chart.height.max(1.0));
                _ = write!(
                    self.out,
                    "<cdr:relSizeAnchor><cdr:from><cdr:x>{}</cdr:x><cdr:y>{}</cdr:y></cdr:from><cdr:to><cdr:x>{}</cdr:x><cdr:y>{}</cdr:y></cdr:to>\
                     <cdr:sp macro=\"\" textlink=\"\"><cdr:nvSpPr><cdr:cNvPr id=\"{id}\" name=\"{name} {id}\"/><cdr:cNvSpPr{is_box}/></cdr:nvSpPr>\
                     <cdr:spPr>{place}{look}</cdr:spPr>{text}</cdr:sp></cdr:relSizeAnchor>",
                    share(area.x, x, width),
                    share(area.y, y, height),
                    share(area.right(), x, width),
                    share(area.bottom(), y, height)
                );
            }
        }
    }
}

/// A rectangle.
pub const RECTANGLE: &str = "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
/// A text's room: no inner margin, from the top.
pub const BODY: &str = "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr>";

/// A stretch of text.
pub fn run(text: &str, properties: &str) -> String {
    format!("<a:r>{properties}<a:t>{}</a:t></a:r>", esc(text))
}

/// The rectangle around points.
fn around(points: &[(f64, f64)]) -> Option<Area> {
    let (first, rest) = points.split_first()?;
    let start = (first.0, first.0, first.1, first.1);
    let (left, right, top, bottom) =
        rest.iter().fold(start, |(l, r, t, b), (x, y)| (l.min(*x), r.max(*x), t.min(*y), b.max(*y)));
    Some(Area { x: left, y: top, width: right - left, height: bottom - top })
}
