//! A company's template: its masters, colours and sizes are taken, its slides are not; what cannot be used is refused
//! with a sentence.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use vigie::briefing::format::{ExportError, Format, Options, write, write_and_tell};
use vigie::briefing::remark::Remark;
use vigie::draw::style::Colour;
use vigie::text::Lang;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::chart_xml;
use crate::decks;
use crate::package::Opened;

const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const LINKS: &str = "ppt/slideMasters/_rels/slideMaster1.xml.rels";

/// A template made from a presentation of ours: another first accent, a layout with a name of its own, and a change to
/// some parts.
fn template(change: impl Fn(&str, &str) -> Option<String>) -> Vec<u8> {
    let bytes = write(&decks::small(), Format::Pptx, &Options::default()).expect("bytes");
    let opened = Opened::of(&bytes);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &opened.parts {
        let bytes = match std::str::from_utf8(bytes) {
            Ok(text) if name.contains(".xml") => {
                let text = text.replace("2B5FA6", "C00000").replace("\"Headline and content\"", "\"Maison\"");
                change(name, &text).unwrap_or(text).into_bytes()
            }
            _ => bytes.clone(),
        };
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        zip.write_all(&bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A template with one part replaced by another text.
fn broken(part: &str, from: &str, to: &str) -> Vec<u8> {
    template(|name, text| {
        (name == part).then(|| {
            assert!(text.contains(from), "{part} has {from}");
            text.replace(from, to)
        })
    })
}

fn with(template: Vec<u8>) -> Result<Vec<u8>, ExportError> {
    write(&decks::small(), Format::Pptx, &Options { company: Some(template), ..Options::default() })
}

#[test]
fn masters_and_colours_are_the_companys_and_its_slides_are_left_behind() {
    let bytes = with(template(|_, _| None)).expect("bytes");
    let opened = Opened::of(&bytes);
    opened.is_sound();
    assert_eq!(opened.under("ppt/slides/", ".xml").len(), 3);
    assert!(opened.text("ppt/theme/theme1.xml").contains("C00000"));
    let relations = opened.relations("ppt/slides/slide2.xml");
    let (_, _, layout) = relations.iter().find(|(_, kind, _)| kind.ends_with("/slideLayout")).expect("a layout");
    assert!(opened.text(layout).contains("Maison"), "{layout}");
    // Charts name the theme's colours, so that they are the company's.
    assert!(opened.text("ppt/charts/chart1.xml").contains("<a:schemeClr val=\"accent1\"/>"));
    assert_eq!(bytes, with(template(|_, _| None)).expect("the same"));
}

/// Markup after the tree of a master begins, where its own shapes stand.
const TREE: &str = "</p:grpSpPr>";

/// A template whose master has these shapes too, refers to these parts, and is changed by `also`.
fn built(shapes: &str, relations: &str, also: impl Fn(&str, String) -> String) -> Vec<u8> {
    template(|name, text| {
        let mut text = text.to_owned();
        if name == MASTER {
            text = text.replacen(TREE, &format!("{TREE}{shapes}"), 1);
        } else if name == LINKS {
            text = text.replace("</Relationships>", &format!("{relations}</Relationships>"));
        }
        Some(also(name, text))
    })
}

/// A rectangle of a colour, in points.
fn rectangle(id: u32, [x, y, width, height]: [u32; 4], inside: &str) -> String {
    let emu = |points: u32| points * 12_700;
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Band\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>\
         <a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
         {inside}</p:spPr></p:sp>",
        emu(x),
        emu(y),
        emu(width),
        emu(height)
    )
}

const RED: &str = "<a:solidFill><a:srgbClr val=\"AA0000\"/></a:solidFill>";
const NAVY: &str = "<a:solidFill><a:srgbClr val=\"0B1A2E\"/></a:solidFill>";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relation(id: &str, kind: &str, target: &str, outside: bool) -> String {
    let mode = if outside { " TargetMode=\"External\"" } else { "" };
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"{mode}/>")
}

/// A template with a link on a logo, a linked picture, and a jump to a slide.
fn linked() -> Vec<u8> {
    let logo = rectangle(901, [820, 20, 100, 30], RED)
        .replace("name=\"Band\"/>", "name=\"Logo\"><a:hlinkClick r:id=\"rId91\"/></p:cNvPr>");
    let jump = rectangle(902, [20, 500, 30, 30], RED).replace(
        "name=\"Band\"/>",
        "name=\"Home\"><a:hlinkClick r:id=\"rId93\" action=\"ppaction://hlinksldjump\"/></p:cNvPr>",
    );
    let picture = "<p:pic><p:nvPicPr><p:cNvPr id=\"903\" name=\"Far\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link=\"rId92\"/>\
         <a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>";
    let relations = relation("rId91", "hyperlink", "https://example.org/", true)
        + &relation("rId92", "image", "file:///logo.png", true)
        + &relation("rId93", "slide", "../slides/slide1.xml", false);
    built(&format!("{logo}{jump}{picture}"), &relations, |_, text| text)
}

/// White letters on navy, by the colours that the master names.
fn dark() -> Vec<u8> {
    built("", "", |name, text| {
        let text = if name == MASTER {
            text.replace(
                "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\"",
                "bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\"",
            )
        } else {
            text
        };
        if name.starts_with("ppt/theme/") { text.replace("17212E", "0B1A2E").replace("C00000", "10223C") } else { text }
    })
}

/// A white page under a navy area, whose letters are white though the theme's are not.
fn covered() -> Vec<u8> {
    built(&rectangle(901, [0, 0, 960, 540], NAVY), "", |name, text| {
        if name == MASTER { text.replace("<a:schemeClr val=\"tx1\"/>", "<a:schemeClr val=\"bg1\"/>") } else { text }
    })
}

/// Slides of 4 to 3, in a wide font.
fn narrow() -> Vec<u8> {
    built("", "", |name, text| {
        if name.starts_with("ppt/theme/") {
            return text.replace("typeface=\"Noto Sans\"", "typeface=\"Verdana\"");
        }
        if name == "ppt/presentation.xml" {
            return text.replace("cx=\"12192000\"", "cx=\"9144000\"");
        }
        if !name.contains("slideMaster") && !name.contains("slideLayout") {
            return text;
        }
        let mut out = String::new();
        for (at, part) in text.split("<a:off x=\"").enumerate() {
            if at > 0 {
                let (x, rest) = part.split_once('"').expect("a place");
                let (between, rest) = rest.split_once("<a:ext cx=\"").expect("a size");
                let (width, rest) = rest.split_once('"').expect("a width");
                let less = |number: &str| number.parse::<i64>().expect("a number") * 3 / 4;
                _ = write!(out, "<a:off x=\"{}\"{between}<a:ext cx=\"{}\"{rest}", less(x), less(width));
            } else {
                out.push_str(part);
            }
        }
        out
    })
}

/// A logo in the room of headlines and one in that of feet, and a band at the left.
fn logos() -> Vec<u8> {
    let shapes = rectangle(901, [850, 30, 90, 40], RED)
        + &rectangle(902, [860, 470, 80, 40], RED)
        + &rectangle(903, [0, 0, 120, 540], NAVY);
    built(&shapes, "", |_, text| text)
}

/// Templates of several kinds.
pub fn templates() -> Vec<(&'static str, Vec<u8>)> {
    vec![("linked", linked()), ("dark", dark()), ("covered", covered()), ("narrow", narrow()), ("logos", logos())]
}

/// The deck with the most kinds of pages, on a template.
fn told(template: Vec<u8>) -> (Opened, Vec<Remark>) {
    let deck = decks::sample("washington_notices.csv", &["--template", "quarterly", "--marking", "TLP:GREEN"]);
    let options = Options { company: Some(template), ..Options::default() };
    let (bytes, remarks) = write_and_tell(&deck, Format::Pptx, &options).expect("bytes");
    let opened = Opened::of(&bytes);
    opened.is_sound();
    (opened, remarks)
}

/// Areas of all that slides have of their own, in points.
fn areas(opened: &Opened) -> Vec<(String, [f64; 4])> {
    let mut all = Vec::new();
    for slide in opened.under("ppt/slides/", ".xml") {
        let document = roxmltree::Document::parse(opened.text(slide)).expect("a slide");
        for frame in document.descendants().filter(|node| node.tag_name().name() == "xfrm") {
            let of = |tag: &str, name: &str| -> f64 {
                let node = frame.children().find(|one| one.tag_name().name() == tag).expect("a place");
                node.attribute(name).and_then(|emu| emu.parse::<f64>().ok()).expect("a number") / 12_700.0
            };
            let (x, y) = (of("off", "x"), of("off", "y"));
            all.push((slide.to_owned(), [x, y, x + of("ext", "cx"), y + of("ext", "cy")]));
        }
    }
    all
}

#[test]
fn links_of_a_template_are_left_out_and_told() {
    let (opened, remarks) = told(linked());
    assert_eq!(remarks, [Remark::Links(2), Remark::Objects(1)]);
    let master = opened.text(MASTER);
    assert!(master.contains("name=\"Logo\"") && !master.contains("hlinkClick") && !master.contains("<p:pic>"));
    assert_eq!(opened.relations(MASTER).iter().filter(|(_, kind, _)| kind.ends_with("/slide")).count(), 0);
    let words: Vec<String> = remarks.iter().map(|remark| remark.words(Lang::Fr)).collect();
    assert!(words[0].starts_with("2 liens") && words[1].starts_with("Une image"), "{words:?}");
}

#[test]
fn charts_can_be_read_on_a_dark_page() {
    for template in [dark(), covered()] {
        let (opened, _) = told(template);
        let navy = Colour(0x0B, 0x1A, 0x2E);
        let theme = chart_xml::theme(opened.text("ppt/theme/theme1.xml"));
        let dark_map = opened.text(MASTER).contains("bg1=\"dk1\"");
        let colour = |hex: &str| {
            let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour");
            Colour(part(0), part(2), part(4))
        };
        let mut seen = 0;
        for part in opened.under("ppt/charts/", ".xml") {
            let text = opened.text(part);
            for series in chart_xml::Chart::read(text, &theme).series {
                let own = series.colour.or(series.marker.and_then(|marker| marker.1));
                if let (Some(own), false) = (own, series.name.contains("Grid")) {
                    assert!(colour(&own).contrast(navy) >= 2.2, "{part}: {} in {own}", series.name);
                    seen += 1;
                }
            }
            // Letters of ticks.
            let document = roxmltree::Document::parse(text).expect("a chart");
            for letters in document.descendants().filter(|node| node.tag_name().name() == "defRPr") {
                let fill =
                    letters.descendants().find(|node| node.tag_name().name().ends_with("Clr")).expect("a colour");
                let name = fill.attribute("val").expect("its name");
                let hex = match (fill.tag_name().name(), name) {
                    ("schemeClr", "tx1") if dark_map => theme["bg1"].clone(),
                    ("schemeClr", name) => theme[name].clone(),
                    _ => name.to_owned(),
                };
                assert!(colour(&hex).contrast(navy) >= 4.5, "{part}: letters in {hex}");
            }
        }
        assert!(seen > 8, "{seen}");
    }
}

#[test]
fn slides_of_another_shape_and_a_wide_font_hold_everything() {
    let (opened, remarks) = told(narrow());
    assert_eq!(remarks, [Remark::Font("Verdana".to_owned())]);
    for (slide, [left, top, right, bottom]) in areas(&opened) {
        assert!(left > -0.5 && top > -0.5 && right < 720.5 && bottom < 540.5, "{slide}: {left} {top} {right} {bottom}");
    }
    assert!(opened.text("ppt/charts/chart1.xml").contains("<a:defRPr sz=\"1161\""), "ticks are set smaller");
}

#[test]
fn nothing_stands_on_a_logo() {
    let (opened, _) = told(logos());
    for (slide, [left, top, right, bottom]) in areas(&opened) {
        // The number and the marking stand where the template has them.
        if bottom - top < 20.0 {
            continue;
        }
        for [x0, y0, x1, y1] in [[850.0, 30.0, 940.0, 70.0], [860.0, 470.0, 940.0, 510.0], [0.0, 0.0, 120.0, 540.0]] {
            let apart = right <= x0 || left >= x1 || bottom <= y0 || top >= y1;
            assert!(apart, "{slide}: {left:.0} {top:.0} {right:.0} {bottom:.0} on a logo");
        }
    }
}

#[test]
fn what_cannot_be_used_is_refused_with_a_sentence() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>";
    let outside = "TargetMode=\"External\" Target=\"http://example.org/theme";
    let layout_outside = "TargetMode=\"External\" Target=\"http://example.org/layout2";
    let no_headline = template(|name, text| {
        let is_layout = name.starts_with("ppt/slideLayouts/slideLayout");
        is_layout.then(|| text.replace("\"title\"", "\"chart\"").replace("\"ctrTitle\"", "\"chart\""))
    });
    let bad: Vec<(&str, Vec<u8>)> = vec![
        ("not a .pptx", b"PK no".to_vec()),
        ("damaged", template(|name, _| (name == MASTER).then(|| bomb.to_owned()))),
        ("damaged", template(|name, text| (name == MASTER).then(|| text.chars().take(500).collect()))),
        ("no theme", broken(LINKS, "Target=\"../theme", outside)),
        ("outside", broken(LINKS, "Target=\"../slideLayouts/slideLayout2", layout_outside)),
        ("missing", broken(LINKS, "../slideLayouts/slideLayout2.xml", "../../../etc/passwd")),
        ("headline", no_headline),
        ("programs", broken("[Content_Types].xml", "presentationml.slideMaster+xml", "vbaProject")),
        ("too small or too large", broken("ppt/presentation.xml", "cx=\"12192000\"", "cx=\"99999999999\"")),
    ];
    for (why, bytes) in bad {
        match with(bytes) {
            Err(ExportError::Template(said)) => assert!(said.contains(why), "{why}: {said}"),
            other => panic!("{why}: {:?}", other.map(|bytes| bytes.len())),
        }
    }
}
