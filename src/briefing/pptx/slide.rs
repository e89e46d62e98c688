//! A page of a deck as a slide: placeholders for its texts, graphic frames for charts and tables.

use std::fmt::Write as _;

use crate::briefing::deck::{BigNumber, Body, Deck, IncidentSheet, Paragraph, ParagraphStyle, Sheet};
use crate::briefing::place::{self, FOOT_PT, LEADING, Placed, SUBTITLE_PT};
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::master::{TYPE, tree, xfrm};
use crate::briefing::pptx::package::{Package, Relations};
use crate::briefing::pptx::shapes::{BODY, Ground, Pen, RECTANGLE, Set, run};
use crate::briefing::pptx::stage::{Holder, Layout, Stage};
use crate::briefing::pptx::table;
use crate::briefing::pptx::xml::{HEAD, SLIDE_SPACES, esc, sz};
use crate::briefing::slide::{numbers, of_slides, text, two_areas, two_head, two_width};
use crate::draw::font::{self, Weight};
use crate::draw::scene::Area;
use crate::draw::style::Style;

/// What slides are written with and into.
pub struct Book<'a> {
    /// The briefing.
    pub deck: &'a Deck,
    /// What slides stand on.
    pub stage: &'a Stage,
    /// The look.
    pub look: &'a Look,
    /// Where parts go.
    pub package: &'a mut Package,
    /// How many charts there are so far.
    pub charts: usize,
    /// How many pictures there are so far.
    pub pictures: usize,
}

/// A slide being written.
pub struct Canvas<'b, 'a> {
    /// What it is written with.
    pub book: &'b mut Book<'a>,
    /// Its shapes.
    pub pen: Pen<'a>,
    /// What it refers to.
    pub relations: Relations,
    /// Style in the sizes of a slide.
    pub style: Style,
}

impl Book<'_> {
    /// Adds a slide; `number` counts from 1. Returns the name of its part.
    pub fn slide(&mut self, sheet: &Sheet, number: usize) -> String {
        let part = format!("ppt/slides/slide{number}.xml");
        let stage = self.stage;
        let layout = match &sheet.body {
            Body::Title { .. } => &stage.title,
            Body::Two(_) => &stage.two,
            Body::Numbers(numbers) if numbers.len() <= 3 => &stage.answers,
            Body::Numbers(_) | Body::Incident(_) => &stage.headline,
            Body::Figure(drawn) if !drawn.panels.is_empty() => &stage.headline,
            _ => &stage.content,
        };
        let look = self.look;
        let mut relations = Relations::default();
        relations.add("slideLayout", &layout.part);
        let style = of_slides(&look.style);
        let mut canvas = Canvas { pen: Pen::new(look, Ground::Slide, 2), relations, style, book: self };
        let placed = layout.place(&sheet.headline, &sheet.subtitle, &sheet.foot, look);
        if let Body::Title { lines } = &sheet.body {
            canvas.title_page(layout, &sheet.headline, lines);
        } else {
            canvas.heading(layout, &placed);
            canvas.body(layout, sheet, placed.body);
            canvas.foot(layout, sheet, &placed);
        }
        canvas.corner(layout, placed.corner, number);
        let Canvas { pen, mut relations, .. } = canvas;
        let cut = super::notes::cut_away(sheet, &placed);
        super::notes::add(self, sheet, &cut, (&part, number), &mut relations);
        let xml = format!(
            "{HEAD}<p:sld {SLIDE_SPACES}><p:cSld><p:spTree>{}{}</p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
            tree(),
            pen.out
        );
        self.package.add(&part, &format!("{TYPE}slide+xml"), xml, relations);
        part
    }
}

impl Canvas<'_, '_> {
    /// Text in the place that the layout has for it, or in a box where it has none.
    fn hold(&mut self, name: &str, holder: Option<&Holder>, area: Area, words: &str) {
        let id = self.pen.number();
        let (locks, ph) = match holder {
            Some(holder) => ("<a:spLocks noGrp=\"1\"/>", format!("<p:nvPr><p:ph {}/></p:nvPr>", holder.ph)),
            None => ("", "<p:nvPr/>".to_owned()),
        };
        // In its own place a text follows the layout when that changes.
        let own_place = holder.is_some_and(|holder| holder.area == area);
        let place = match (own_place, holder) {
            (true, _) => String::new(),
            (false, Some(_)) => xfrm("a", area),
            (false, None) => format!("{}{RECTANGLE}<a:noFill/>", xfrm("a", area)),
        };
        // Where every point counts, a company's own margins inside of a place do not.
        let exact = holder.is_none() || ["Text", "Answer", "Heading", "Foot"].contains(&name);
        // A company's font may be wider than what was measured: such a text shrinks once it is edited.
        let body = match (exact, self.book.look.is_company) {
            (true, true) => BODY.replace("noAutofit", "normAutofit"),
            (true, false) => BODY.to_owned(),
            (false, true) => "<a:bodyPr><a:normAutofit/></a:bodyPr>".to_owned(),
            (false, false) => "<a:bodyPr><a:noAutofit/></a:bodyPr>".to_owned(),
        };
        let is_box = if holder.is_some() { "" } else { " txBox=\"1\"" };
        _ = write!(
            self.pen.out,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {id}\"/><p:cNvSpPr{is_box}>{locks}</p:cNvSpPr>{ph}</p:nvSpPr>\
             <p:spPr>{place}</p:spPr><p:txBody>{body}<a:lstStyle/>{words}</p:txBody></p:sp>"
        );
    }

    /// A paragraph at a size, that of its place where it is the same.
    fn line_of(&self, words: &str, size: f64, holder: Option<&Holder>) -> String {
        let lang = self.book.look.lang;
        match holder {
            Some(holder) if (holder.size - size).abs() < 0.01 && sz(size) == self.book.look.sz(size) => {
                format!("<a:p>{}</a:p>", run(words, &format!("<a:rPr lang=\"{lang}\" dirty=\"0\"/>")))
            }
            Some(_) => format!(
                "<a:p><a:pPr><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc></a:pPr>{}</a:p>",
                sz(size * LEADING),
                run(words, &format!("<a:rPr lang=\"{lang}\" sz=\"{}\" dirty=\"0\"/>", self.book.look.sz(size)))
            ),
            None => {
                let (weight, colour) = (Weight::Regular, self.style.palette.muted);
                self.pen.set(&[Set { text: words.to_owned(), size, weight, colour, before: 0.0, bullet: false }])
            }
        }
    }

    fn title_page(&mut self, layout: &Layout, title: &str, under: &[String]) {
        let Some(holder) = &layout.title else { return };
        let inner = holder.area.width;
        let sizes = [holder.size, 36.0, 28.0, 24.0].into_iter().filter(|size| *size <= holder.size);
        let fits = |size: &f64| {
            font::wrap(title, inner, *size, Weight::Bold).len() as f64 * size * LEADING <= holder.area.height
        };
        let size = sizes.clone().find(fits).unwrap_or(24.0_f64.min(holder.size));
        let most = (holder.area.height / (size * LEADING)).floor().max(1.0) as usize;
        let shown = place::cut(font::wrap(title, inner, size, Weight::Bold), most).join(" ");
        let words = self.line_of(&shown, size, Some(holder));
        self.hold("Headline", Some(holder), holder.area, &words);
        let words: String = match &layout.subtitle {
            Some(holder) => under.iter().map(|line| self.line_of(line, holder.size, Some(holder))).collect(),
            None => under.iter().map(|line| self.line_of(line, 16.0, None)).collect(),
        };
        let below = Area { y: holder.area.bottom() + 18.0, height: 96.0, ..holder.area };
        if !under.is_empty() {
            let area = layout.subtitle.as_ref().map_or(below, |holder| holder.area);
            self.hold("Subtitle", layout.subtitle.as_ref(), area, &words);
        }
    }

    fn heading(&mut self, layout: &Layout, placed: &Placed) {
        let words = self.line_of(&placed.headline_lines.join(" "), placed.headline_pt, layout.title.as_ref());
        self.hold("Headline", layout.title.as_ref(), placed.headline, &words);
        if !placed.subtitle_lines.is_empty() {
            let words = self.line_of(&placed.subtitle_lines.join(" "), SUBTITLE_PT, layout.subtitle.as_ref());
            self.hold("Subtitle", layout.subtitle.as_ref(), placed.subtitle, &words);
        }
    }

    /// What the slide rests on, a paragraph an entry.
    fn foot(&mut self, layout: &Layout, sheet: &Sheet, placed: &Placed) {
        if placed.foot_lines.is_empty() {
            return;
        }
        let is_cut = placed.foot_lines.last().is_some_and(|line| line.ends_with('…'));
        let lines = if is_cut { &placed.foot_lines } else { &sheet.foot };
        let holder = layout.foot.as_ref();
        let words: String = lines.iter().map(|line| self.line_of(line, FOOT_PT, holder)).collect();
        self.hold("Foot", holder, placed.foot, &words);
    }

    fn body(&mut self, layout: &Layout, sheet: &Sheet, area: Area) {
        let holder = layout.contents.first();
        match &sheet.body {
            Body::Title { .. } => {}
            Body::Numbers(numbers) => self.numbers(layout, numbers, area),
            Body::Figure(drawn) => self.figure(drawn, area, holder),
            Body::Two(both) => self.two(layout, both, area),
            Body::Table(data) => table::data(self, data, (area, sheet.part.is_some()), holder),
            Body::Incident(incident) => self.incident(incident, area),
            Body::Timeline(model) => self.picture(model, &[], area, holder),
            Body::Text(paragraphs) => {
                let size = text::size_on(paragraphs, area, sheet.part.is_some());
                self.paragraphs(paragraphs, area, size, holder);
            }
            Body::Empty(why) => self.silent(why, area, holder),
        }
    }

    /// Why nothing is shown.
    pub fn silent(&mut self, why: &str, area: Area, holder: Option<&Holder>) {
        let (weight, colour) = (Weight::Regular, self.style.palette.muted);
        let words =
            self.pen.set(&[Set { text: why.to_owned(), size: 18.0, weight, colour, before: 0.0, bullet: false }]);
        self.hold("Text", holder, area, &words);
    }

    fn paragraphs(&mut self, paragraphs: &[Paragraph], area: Area, size: f64, holder: Option<&Holder>) {
        let set = |paragraph: &Paragraph| Set {
            text: paragraph.text.clone(),
            size,
            weight: if paragraph.style == ParagraphStyle::Heading { Weight::Bold } else { Weight::Regular },
            colour: self.style.palette.text,
            before: size * 0.45,
            bullet: paragraph.style == ParagraphStyle::Point,
        };
        let mut sets: Vec<Set> = paragraphs.iter().map(set).collect();
        if let Some(first) = sets.first_mut() {
            first.before = 0.0;
        }
        let words = self.pen.set(&sets);
        self.hold("Text", holder, area, &words);
    }

    /// Answers in large type, side by side.
    fn numbers(&mut self, layout: &Layout, all: &[BigNumber], area: Area) {
        let columns = numbers::columns(all, area);
        for (at, (number, column)) in all.iter().zip(&columns).enumerate() {
            let (muted, text) = (self.style.palette.muted, self.style.palette.text);
            let set = |words: &str, size: f64, weight: Weight, colour, before: f64| Set {
                text: words.to_owned(),
                size,
                weight,
                colour,
                before,
                bullet: false,
            };
            let mut sets = vec![
                set(&number.question, column.sentence_pt, Weight::Regular, muted, 0.0),
                set(&number.headline, column.headline_pt, Weight::Bold, text, 4.0),
            ];
            if !number.sentence.is_empty() {
                sets.push(set(&number.sentence, column.sentence_pt, Weight::Regular, text, 8.0 + column.slack));
            }
            if !number.small_print.is_empty() {
                sets.push(set(&number.small_print.join(" · "), column.small_pt, Weight::Regular, muted, 10.0));
            }
            let edge = crate::draw::scene::Item::Path {
                points: vec![(column.area.x, column.area.y), (column.area.right(), column.area.y)],
                stroke: crate::draw::scene::Stroke::solid(self.style.line, 1.0),
            };
            self.pen.item(&edge);
            let words = self.pen.set(&sets);
            let inside = Area { y: column.area.y + 8.0, height: column.area.height - 8.0, ..column.area };
            self.hold("Answer", layout.contents.get(at), inside, &words);
        }
    }

    /// Two figures side by side, each under its own finding.
    fn two(&mut self, layout: &Layout, both: &[crate::chart::gallery::Drawn; 2], area: Area) {
        let width = two_width(area);
        let (areas, smaller) = two_areas(both, area, &self.style);
        let slide_style = self.style.clone();
        for (at, (drawn, place)) in both.iter().zip(areas).enumerate() {
            let (title, subtitle) = two_head(drawn, width);
            let (text, muted) = (self.style.palette.text, self.style.palette.muted);
            let set = |lines: &[String], size: f64, weight: Weight, colour| Set {
                text: lines.join(" "),
                size,
                weight,
                colour,
                before: 0.0,
                bullet: false,
            };
            let mut sets = vec![set(&title, 15.0, Weight::Bold, text)];
            if !subtitle.is_empty() {
                sets.push(set(&subtitle, 12.0, Weight::Regular, muted));
            }
            let words = self.pen.set(&sets);
            let head = Area { x: place.x, y: area.y, width, height: place.y - area.y - 8.0 };
            self.hold("Heading", layout.headings.get(at), head, &words);
            self.style.tick_pt = smaller.tick_pt;
            self.figure(drawn, place, layout.contents.get(at));
            self.style = slide_style.clone();
        }
    }

    /// One incident: facts at the left, what happened at the right, what happened when beneath.
    fn incident(&mut self, sheet: &IncidentSheet, area: Area) {
        let parts = crate::briefing::slide::incident::places(sheet, area);
        table::facts(self, &sheet.facts, parts.facts, parts.size);
        if !sheet.text.is_empty() {
            self.paragraphs(&sheet.text, parts.text, parts.size, None);
        }
        if let Some(model) = &sheet.timeline {
            self.style.tick_pt = 11.0;
            self.picture(model, &[], parts.timeline, None);
        }
    }

    /// The marking and the number, at the lower right.
    fn corner(&mut self, layout: &Layout, corner: Area, number: usize) {
        let lang = self.book.look.lang;
        let (marking_area, number_area) = (
            Area { height: corner.height / 2.0, ..corner },
            Area { y: corner.y + corner.height / 2.0, height: corner.height / 2.0, ..corner },
        );
        let marking = place::cut(font::wrap(&self.book.deck.marking, corner.width, FOOT_PT, Weight::Regular), 1);
        if let Some(words) = marking.first() {
            let words = if self.book.look.is_company {
                self.line_of(words, FOOT_PT, layout.marking.as_ref())
            } else {
                // Said in full: not every program takes the look of a footer from the layout.
                let look = self.pen.properties("rPr", FOOT_PT, Weight::Regular, self.style.palette.muted);
                format!("<a:p><a:pPr algn=\"r\"/>{}</a:p>", run(words, &look))
            };
            let area = layout.marking.as_ref().map_or(marking_area, |holder| holder.area);
            self.hold("Marking", layout.marking.as_ref(), area, &words);
        }
        let field = format!(
            "<a:p><a:pPr algn=\"r\"/><a:fld id=\"{{5E0B8D2A-6C0F-4B7E-9C61-0F1D1F7F2A01}}\" type=\"slidenum\">\
             <a:rPr lang=\"{lang}\" sz=\"{}\" dirty=\"0\"/><a:t>{number}</a:t></a:fld></a:p>",
            sz(FOOT_PT)
        );
        let area = layout.number.as_ref().map_or(number_area, |holder| holder.area);
        self.hold("Number", layout.number.as_ref(), area, &field);
    }

    /// What a graphic frame is called, with its words for those who cannot see it.
    pub fn graphic_head(&mut self, name: &str, alt: &str, holder: Option<&Holder>) -> String {
        let id = self.pen.number();
        let ph = holder.map_or_else(|| "<p:nvPr/>".to_owned(), |one| format!("<p:nvPr><p:ph {}/></p:nvPr>", one.ph));
        format!(
            "<p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{name} {id}\" descr=\"{}\"/>\
             <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>{ph}</p:nvGraphicFramePr>",
            esc(alt)
        )
    }
}
