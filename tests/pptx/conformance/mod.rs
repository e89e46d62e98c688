//! Every native chart of a slide against the model that it was made from: series with names, values, ends of intervals
//! and colours; domains, ticks and grid; names, remarks and numbers beside marks; the width of bars. And where there is
//! no native chart, the drawing and its picture.

mod axes;
mod looks;
mod series;
mod shapes;

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use vigie::briefing::deck::{Body, Deck, Sheet};
use vigie::briefing::format::{Format, Options, write};
use vigie::briefing::paging::paged;
use vigie::briefing::slide::of_slides;
use vigie::chart::gallery::Drawn;
use vigie::chart::model::ChartModel;
use vigie::draw::layout::{self, Size};
use vigie::draw::parts::{Plot, parts};
use vigie::draw::style::Style;
use vigie::draw::{png, svg};
use vigie::text::Lang;

use crate::chart_xml::{self, Chart};
use crate::opened::Opened;
use crate::{cases, decks, marks};
use shapes::Shape;

/// A native chart and all it is compared with.
pub struct Case<'a> {
    pub name: String,
    pub model: &'a ChartModel,
    pub chart: Chart,
    /// What is drawn inside of it.
    pub shapes: Vec<Shape>,
    pub style: Style,
    pub lang: Lang,
    /// Our own drawing of the same size.
    pub own: Plot,
    /// Width and height of the chart in points.
    pub size: (f64, f64),
    /// The slide around it.
    pub slide: &'a str,
    /// What differs.
    pub wrong: Vec<String>,
}

impl Case<'_> {
    /// Notes a difference.
    pub fn differs(&mut self, what: impl Into<String>) {
        self.wrong.push(format!("{}: {}", self.name, what.into()));
    }

    /// Notes a difference unless two things are equal.
    pub fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: &T, wanted: &T) {
        if found != wanted {
            self.differs(format!("{what}: {found:?} in place of {wanted:?}"));
        }
    }

    fn check(&mut self) {
        let lang = if self.lang == Lang::En { "en-GB" } else { "fr-FR" };
        let found = self.chart.lang.clone();
        self.same("language", &found.as_str(), &lang);
        axes::check(self);
        series::check(self);
        looks::check(self);
    }
}

/// What was compared.
#[derive(Default)]
struct Seen {
    charts: usize,
    /// Names of models that are drawn.
    drawn: Vec<String>,
    wrong: Vec<String>,
}

/// A frame or picture of a slide: what part it shows, where, with which words.
struct Graphic {
    /// Identity of the chart, or of the picture and of its drawing.
    ids: Vec<String>,
    is_chart: bool,
    size: (f64, f64),
    alt: String,
}

fn graphics(slide: &str) -> Vec<Graphic> {
    let document = Document::parse(slide).expect("a slide");
    let is_graphic = |node: &Node<'_, '_>| ["graphicFrame", "pic"].contains(&node.tag_name().name());
    let each = document.descendants().filter(is_graphic).filter_map(|node| {
        let inside = |name: &str| node.descendants().find(|one| one.tag_name().name() == name);
        let emu = |name: &str| {
            inside("ext")
                .into_iter()
                .chain(node.descendants().filter(|one| one.tag_name().name() == "ext"))
                .find_map(|one| one.attribute(name)?.parse::<f64>().ok())
                .map_or(0.0, |emu| emu / 12_700.0)
        };
        let in_office = |one: &Node<'_, '_>, name: &str| {
            one.attributes()
                .find(|at| at.namespace().is_some_and(|space| space.ends_with("relationships")) && at.name() == name)
                .map(|at| at.value().to_owned())
        };
        let chart =
            node.descendants().find(|one| one.tag_name().name() == "chart").and_then(|one| in_office(&one, "id"));
        let is_chart = chart.is_some();
        let ids: Vec<String> = match chart {
            Some(id) => vec![id],
            None => [inside("blip"), inside("svgBlip")]
                .into_iter()
                .flatten()
                .filter_map(|one| in_office(&one, "embed"))
                .collect(),
        };
        let alt = inside("cNvPr").and_then(|one| one.attribute("descr")).unwrap_or_default().to_owned();
        (!ids.is_empty()).then(|| Graphic { ids, is_chart, size: (emu("cx"), emu("cy")), alt })
    });
    each.collect()
}

/// The figures of a page.
fn figures(sheet: &Sheet) -> Vec<&Drawn> {
    match &sheet.body {
        Body::Figure(drawn) => vec![drawn],
        Body::Two(both) => both.iter().collect(),
        _ => Vec::new(),
    }
}

/// Models of a figure in the order in which they are drawn.
fn models(drawn: &Drawn) -> Vec<&ChartModel> {
    let own = (!drawn.model.series.is_empty()).then_some(&drawn.model);
    own.into_iter().chain(&drawn.panels).collect()
}

/// Compares every figure of a deck.
fn compare(seen: &mut Seen, name: &str, deck: &Deck) {
    let opened = Opened::of(&write(deck, Format::Pptx, &Options::default()).expect("bytes"));
    let theme = chart_xml::theme(opened.text("ppt/theme/theme1.xml"));
    for (sheet, slide) in paged(deck).sheets.iter().zip(opened.under("ppt/slides/", ".xml")) {
        let relations: BTreeMap<String, String> =
            opened.relations(slide).into_iter().map(|(id, _, target)| (id, target)).collect();
        let mut left = graphics(opened.text(slide)).into_iter().peekable();
        let small = matches!(sheet.body, Body::Two(_));
        for drawn in figures(sheet).into_iter().filter(|drawn| drawn.model.empty.is_none()) {
            let mut style = of_slides(&Style::print());
            if small {
                style.tick_pt = 11.5;
            }
            let models = models(drawn);
            let called = format!("{name}, {slide}, {}", drawn.model.key.key());
            if left.peek().is_some_and(|graphic| !graphic.is_chart) {
                let graphic = left.next().expect("a picture");
                let body = vigie::briefing::place::place(&sheet.headline, &sheet.subtitle, &sheet.foot).body;
                let area = (!small).then_some((body.width, body.height));
                picture(seen, (&called, area), &opened, (&graphic, &relations), drawn, &style);
                let also = if deck.title == "Models" { format!(" {}", sheet.headline) } else { String::new() };
                seen.drawn.push(format!("{}{also}", drawn.model.key.key()));
                continue;
            }
            for (at, model) in models.iter().enumerate() {
                let Some(graphic) = left.next() else {
                    seen.wrong.push(format!("{called}: no chart"));
                    break;
                };
                let alone = models.len() == 1;
                let body = vigie::briefing::place::place(&sheet.headline, &sheet.subtitle, &sheet.foot).body;
                let (width, height) = if alone { graphic.size } else { (body.width, body.height) };
                let whole = parts(&drawn.model, &drawn.panels, Size { width_pt: width, height_pt: height }, &style);
                let share = (height / whole.height).min(1.0);
                let moved = whole.moved(share, (0.0, 0.0));
                let own = moved.plots.into_iter().nth(at).expect("a plot");
                let part = relations[&graphic.ids[0]].as_str();
                let shapes = opened.target(part, "/chartUserShapes").map(|part| shapes::read(opened.text(&part)));
                let alt = if model.alt.is_empty() { &drawn.model.alt } else { &model.alt };
                let mut case = Case {
                    name: format!("{called} {}", model.title.chars().take(40).collect::<String>()),
                    model,
                    chart: Chart::read(opened.text(part), &theme),
                    shapes: shapes.unwrap_or_default(),
                    style: if own.panel.is_some() { style.small() } else { style.clone() },
                    lang: deck.lang,
                    own,
                    size: graphic.size,
                    wrong: Vec::new(),
                    slide: opened.text(slide),
                };
                if !graphic.alt.ends_with(alt.as_str()) {
                    case.differs(format!("words for those who cannot see it: {}", graphic.alt));
                }
                case.check();
                seen.charts += 1;
                seen.wrong.append(&mut case.wrong);
            }
        }
    }
}

/// A drawing is that of the model, as shapes and as a picture of the same.
fn picture(
    seen: &mut Seen,
    (name, area): (&str, Option<(f64, f64)>),
    opened: &Opened,
    (graphic, relations): (&Graphic, &BTreeMap<String, String>),
    drawn: &Drawn,
    style: &Style,
) {
    let parts: Vec<&str> = graphic.ids.iter().map(|id| relations[id].as_str()).collect();
    let [pixels, drawing] = parts[..] else {
        seen.wrong.push(format!("{name}: a picture and a drawing: {parts:?}"));
        return;
    };
    let text = opened.text(drawing);
    let document = Document::parse(text).expect("a drawing");
    let side = |name: &str| -> f64 {
        let text = document.root_element().attribute(name).unwrap_or_default();
        text.trim_end_matches(|sign: char| sign.is_alphabetic()).parse().expect("a length")
    };
    let (width_pt, height_pt) = area.unwrap_or((side("width"), side("height")));
    let size = Size { width_pt, height_pt };
    let scene = layout::body(&drawn.model, &drawn.panels, size, style);
    if svg::svg(&scene) != text {
        seen.wrong.push(format!("{name}: the drawing is another than the model's"));
    }
    if png::png(&scene, 2.0).ok().as_deref() != opened.parts.get(pixels).map(Vec::as_slice) {
        seen.wrong.push(format!("{name}: the picture is another than the model's"));
    }
    let shape = |(width, height): (f64, f64)| width / height;
    if (shape(graphic.size) / shape((scene.width, scene.height)) - 1.0).abs() > 1e-3 {
        seen.wrong.push(format!("{name}: the picture is stretched"));
    }
    if graphic.alt != drawn.model.alt {
        seen.wrong.push(format!("{name}: words for those who cannot see it: {}", graphic.alt));
    }
}

impl Seen {
    fn finish(self, charts: usize, drawn: &[&str]) {
        assert!(self.wrong.is_empty(), "{} differences:\n{}", self.wrong.len(), self.wrong.join("\n"));
        let mut found: Vec<&str> = self.drawn.iter().map(String::as_str).collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found, drawn, "figures without a native chart");
        assert!(self.charts >= charts, "only {} charts", self.charts);
    }
}

#[test]
fn charts_of_templates_are_those_of_their_models() {
    let mut seen = Seen::default();
    for (name, deck) in decks::all() {
        compare(&mut seen, name, &deck);
    }
    seen.finish(20, &["milestones"]);
}

#[test]
fn every_figure_of_the_gallery_is_that_of_its_model() {
    let mut seen = Seen::default();
    for (file, lang) in [
        ("washington_notices.csv", Lang::En),
        ("washington_notices.csv", Lang::Fr),
        ("example_register.csv", Lang::Fr),
        ("french_incidents.csv", Lang::En),
    ] {
        compare(&mut seen, file, &decks::gallery(file, lang));
    }
    seen.finish(60, &["milestones", "together", "year-group", "year-month"]);
}

#[test]
fn every_kind_of_mark_is_that_of_its_model() {
    let mut seen = Seen::default();
    let called = |(name, mut model): (String, ChartModel)| {
        model.title = format!("{name} {}", model.title);
        model
    };
    let gallery = cases::cases().into_iter().map(|(name, model, _)| (name, model));
    let by_hand = marks::all().into_iter().map(|(name, model)| (name.to_owned(), model));
    let all: Vec<ChartModel> = gallery.chain(by_hand).map(called).collect();
    compare(&mut seen, "constructed", &decks::of_models(all, Lang::Fr));
    let drawn = [
        "incidents cells-1-1 Tableau",
        "incidents cells-12-5 Tableau",
        "incidents cells-30-12 Tableau",
        "incidents cells-card Tableau",
        "incidents cells-long Tableau",
        "incidents columns-none Incidents par secteur",
        "incidents connectors-card Fourchettes",
        "incidents lines-0 Moyennes sur douze mois",
        "incidents marks-connectors Connectors",
        "incidents marks-named-table Together",
        "incidents marks-table Years by months",
    ];
    seen.finish(70, &drawn);
}
