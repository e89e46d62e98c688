//! What slides stand on: size, layouts, and the placeholders of each layout for headline, content and foot.

use crate::briefing::place::{self, FOOT_PT, HEIGHT_PT, MARGIN_PT, Placed, SUBTITLE_PT, TEXT_PT, WIDTH_PT};
use crate::briefing::pptx::look::Look;
use crate::draw::scene::Area;

/// A place of a layout that holds text or a graphic.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// How a slide names it: attributes of the element `p:ph`.
    pub ph: String,
    /// Where it is.
    pub area: Area,
    /// Size of its text.
    pub size: f64,
}

/// A layout of slides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Name of the part.
    pub part: String,
    /// What it is called.
    pub name: String,
    /// Its kind, a word of the format.
    pub kind: String,
    /// Headline.
    pub title: Option<Holder>,
    /// The line under the headline.
    pub subtitle: Option<Holder>,
    /// Content: text, chart, table, picture.
    pub contents: Vec<Holder>,
    /// Headings over the contents.
    pub headings: Vec<Holder>,
    /// What the slide rests on.
    pub foot: Option<Holder>,
    /// The marking.
    pub marking: Option<Holder>,
    /// The number.
    pub number: Option<Holder>,
    /// Where content and foot may stand on a company's layout.
    pub room: Area,
    /// Where its headline may stand: its place without what a logo takes of it.
    pub clear: Option<Area>,
}

/// What slides stand on.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Width of a slide in points.
    pub width: f64,
    /// Height of a slide in points.
    pub height: f64,
    /// The title page.
    pub title: Layout,
    /// A headline and one content.
    pub content: Layout,
    /// A headline and two contents.
    pub two: Layout,
    /// A headline and three texts.
    pub answers: Layout,
    /// A headline alone.
    pub headline: Layout,
}

impl Stage {
    /// The stage of Vigie's own slides.
    pub fn own() -> Self {
        let placed = place::place("M\u{a0}m", "M", &[String::new(), String::new()]);
        let headline = Area { height: 65.0, ..placed.headline };
        let subtitle = Area { y: headline.bottom() + 4.0, height: 18.0, ..placed.subtitle };
        let body_top = subtitle.bottom() + 14.0;
        let body = Area { y: body_top, height: placed.body.bottom() - body_top, ..placed.body };
        let foot = Area { y: HEIGHT_PT - 24.0 - 27.0, height: 27.0, ..placed.foot };
        let [plain, ..] = TEXT_PT;
        let base = |at: usize, name: &str, kind: &str| Layout {
            part: format!("ppt/slideLayouts/slideLayout{at}.xml"),
            name: name.to_owned(),
            kind: kind.to_owned(),
            title: Some(holder("type=\"title\"", headline, 26.0)),
            subtitle: Some(holder("type=\"body\" sz=\"quarter\" idx=\"13\"", subtitle, SUBTITLE_PT)),
            contents: Vec::new(),
            headings: Vec::new(),
            foot: Some(holder("type=\"body\" sz=\"quarter\" idx=\"14\"", foot, FOOT_PT)),
            marking: Some(holder("type=\"ftr\" sz=\"quarter\" idx=\"11\"", half(placed.corner, 0.0), FOOT_PT)),
            number: Some(holder("type=\"sldNum\" sz=\"quarter\" idx=\"12\"", half(placed.corner, 0.5), FOOT_PT)),
            room: placed.body,
            clear: None,
        };
        let column = |at: usize, of: usize, gap: f64, top: f64| {
            let width = (body.width - gap * (of - 1) as f64) / of as f64;
            let x = body.x + at as f64 * (width + gap);
            Area { x, y: body.y + top, width, height: body.height - top }
        };
        let heading = |at: usize| {
            let area = Area { height: 52.0, ..column(at, 2, 36.0, 0.0) };
            holder(&format!("type=\"body\" sz=\"quarter\" idx=\"{}\"", 15 + at), area, 15.0)
        };
        let name_area = Area { x: MARGIN_PT, y: 90.0, width: WIDTH_PT - 2.0 * MARGIN_PT, height: 170.0 };
        let under = Area { y: 296.0, height: 120.0, ..name_area };
        let title = Layout {
            title: Some(holder("type=\"ctrTitle\"", name_area, 44.0)),
            subtitle: Some(holder("type=\"subTitle\" idx=\"1\"", under, 16.0)),
            foot: None,
            ..base(1, "Title", "title")
        };
        let content =
            Layout { contents: vec![holder("idx=\"1\"", body, plain)], ..base(2, "Headline and content", "obj") };
        let two = Layout {
            headings: (0..2).map(heading).collect(),
            contents: (0..2)
                .map(|at| holder(&format!("sz=\"half\" idx=\"{}\"", 1 + at), column(at, 2, 36.0, 64.0), plain))
                .collect(),
            ..base(3, "Headline and two contents", "twoObj")
        };
        let answers = Layout {
            contents: (0..3)
                .map(|at| {
                    holder(&format!("type=\"body\" sz=\"quarter\" idx=\"{}\"", 21 + at), column(at, 3, 36.0, 0.0), 15.0)
                })
                .collect(),
            ..base(4, "Headline and three answers", "cust")
        };
        let headline = base(5, "Headline", "titleOnly");
        Self { width: WIDTH_PT, height: HEIGHT_PT, title, content, two, answers, headline }
    }

    /// The layouts, in the order in which they are offered.
    pub fn layouts(&self) -> [&Layout; 5] {
        [&self.title, &self.content, &self.two, &self.answers, &self.headline]
    }
}

impl Layout {
    /// Every place of the layout, with a name for it, in reading order.
    pub fn holders(&self) -> Vec<(&'static str, &Holder)> {
        let mut all = Vec::new();
        all.extend(self.title.iter().map(|one| ("Headline", one)));
        all.extend(self.subtitle.iter().map(|one| ("Subtitle", one)));
        all.extend(self.headings.iter().map(|one| ("Heading", one)));
        all.extend(self.contents.iter().map(|one| ("Content", one)));
        all.extend(self.foot.iter().map(|one| ("Foot", one)));
        all.extend(self.marking.iter().map(|one| ("Marking", one)));
        all.extend(self.number.iter().map(|one| ("Number", one)));
        all
    }

    /// Places the parts of a slide: as everywhere on our own layouts, around the headline's place on a company's.
    pub fn place(&self, headline: &str, subtitle: &str, foot: &[String], look: &Look) -> Placed {
        let placed = place::place(headline, subtitle, foot);
        if look.is_company {
            super::company::fit::place(self, (headline, subtitle, foot), placed, &look.heading)
        } else {
            placed
        }
    }
}

fn holder(ph: &str, area: Area, size: f64) -> Holder {
    Holder { ph: ph.to_owned(), area, size }
}

/// The upper (0) or lower (0.5) half of the corner.
fn half(corner: Area, from: f64) -> Area {
    Area { y: corner.y + corner.height * from, height: corner.height / 2.0, ..corner }
}
