//! What stands in a PDF, and where.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use vigie::briefing::deck::{Body, Deck};
use vigie::briefing::format::{Format, Options, Paper, write};
use vigie::briefing::pdf::document;
use vigie::draw::pdf::{Aside, Document, Node, Tag};
use vigie::draw::scene::{Area, Item, Text};

use crate::decks::{HOSTILE, hostile, samples, small};
use crate::reader::Pdf;

const PAPERS: [Paper; 3] = [Paper::Slide, Paper::A4, Paper::Letter];

fn bytes(deck: &Deck, paper: Paper) -> Vec<u8> {
    let options = Options { paper, ..Options::default() };
    write(deck, Format::Pdf, &options).unwrap_or_else(|error| panic!("{paper:?}: {error}"))
}

/// Texts page by page; those of figures apart, which other tests hold.
fn texts<'a>(tree: &'a [Node], in_figure: bool, found: &mut BTreeMap<usize, Vec<(bool, &'a Text)>>) {
    for node in tree {
        match node {
            Node::Group(tag, children) => texts(children, in_figure || matches!(tag, Tag::Figure { .. }), found),
            Node::Mark { page, items } | Node::Aside { page, items, .. } => {
                for item in items {
                    if let Item::Text(text) = item {
                        found.entry(*page).or_default().push((in_figure, text));
                    }
                }
            }
        }
    }
}

fn is_sound(name: &str, document: &Document) {
    let mut found = BTreeMap::new();
    texts(&document.tree, false, &mut found);
    assert_eq!(found.len(), document.pages, "{name}: every page says something");
    for (page, texts) in found {
        for (at, (in_figure, text)) in texts.iter().enumerate() {
            let area = text.area();
            let inside = area.x >= -0.5 && area.right() <= document.width + 0.5 && area.y >= -0.5;
            assert!(inside && area.bottom() <= document.height + 0.5, "{name}, page {page}: {text:?}");
            for (other_in_figure, other) in texts.iter().skip(at + 1).filter(|(other, _)| !(*other && *in_figure)) {
                let low = |area: Area| Area { height: area.height * 0.75, ..area };
                let apart = !low(area).overlaps(&low(other.area()));
                assert!(apart, "{name}, page {page}: {:?} over {:?} ({other_in_figure})", text.text, other.text);
            }
        }
    }
}

#[test]
fn a_report_has_its_language_bookmarks_structure_and_fonts() {
    for (name, deck) in samples() {
        for paper in PAPERS {
            let made = bytes(deck, paper);
            assert_eq!(made, bytes(deck, paper), "{name}: the same deck gives the same bytes");
            let (file, document) = (Pdf::read(&made), document(deck, paper));
            assert_eq!(file.pages(), document.pages, "{name}");
            let lang = format!("/Lang({})", deck.lang.code());
            for part in [lang.as_str(), "/StructTreeRoot ", "/Outlines ", "/Marked true", "/DisplayDocTitle true"] {
                assert!(file.catalog().contains(part), "{name}: {part}");
            }
            let bookmarks = file.with("/Dest ").filter(|object| object.contains("/Title")).count();
            assert_eq!(bookmarks, deck.sheets.len(), "{name}: a bookmark a page of the briefing");
            let pictures = |body: &Body| match body {
                Body::Figure(_) | Body::Timeline(_) => 1,
                Body::Two(_) => 2,
                Body::Incident(sheet) => usize::from(sheet.timeline.is_some()),
                _ => 0,
            };
            let figures: usize = deck.sheets.iter().map(|sheet| pictures(&sheet.body)).sum();
            assert!(figures > 0, "{name}");
            assert_eq!(file.parts("Figure"), figures, "{name}");
            let without = file.with("/S/Figure/").filter(|part| !part.contains("/Alt")).count();
            assert_eq!(without, 0, "{name}: every figure is told in words");
            assert_eq!(file.parts("H1"), 1, "{name}: the title is over all");
            assert!(file.parts("H2") >= deck.sheets.len() - 1 && file.parts("H4") == 0, "{name}");
            assert!(file.parts("LI") > 3 && file.parts("LI") == file.parts("LBody"), "{name}");
            assert_eq!(file.with("/FontFile2 ").count(), 2, "{name}: both weights are in the file");
            assert!(file.with("/Subtype/Image").next().is_none(), "{name}: nothing is a picture");
            let (year, month, day) = deck.as_of.ymd();
            assert!(file.with(&format!("D:{year:04}{month:02}{day:02}")).next().is_some(), "{name}: the data's day");
            let size = made.len();
            assert!(size < 400_000, "{name}: {size} bytes");
        }
    }
}

#[test]
fn the_contents_lead_to_their_pages() {
    for (name, deck) in samples() {
        for paper in [Paper::A4, Paper::Letter] {
            let (made, document) = (bytes(deck, paper), document(deck, paper));
            let file = Pdf::read(&made);
            let entries = deck.sheets.len() - 1;
            let links: Vec<&str> = file.with("/Subtype/Link").collect();
            if entries < 3 {
                assert!(links.is_empty(), "{name}: two pages need no contents");
                continue;
            }
            assert_eq!(links.len(), entries, "{name}: a link a page of the briefing");
            for part in ["TOCI", "Link"] {
                assert_eq!(file.parts(part), entries, "{name}: {part}");
            }
            assert!(file.parts("TOC") == 1 && file.with("/Type/OBJR").count() == entries, "{name}");
            for (link, sheet) in links.iter().zip(deck.sheets.iter().skip(1)) {
                let is_told = link.contains("/Contents") && link.contains("/StructParent ");
                assert!(is_told && link.contains("/Dest"), "{name}, {}: {link}", sheet.headline);
            }
            leads_where_it_says(name, &document);
        }
    }
}

/// The page that an entry names is that of its bookmark, and the place that it leads to is there.
fn leads_where_it_says(name: &str, document: &Document) {
    fn links<'a>(tree: &'a [Node], found: &mut Vec<(&'a Tag, &'a [Node])>) {
        for node in tree {
            if let Node::Group(tag, children) = node {
                if matches!(tag, Tag::Link { .. }) {
                    found.push((tag, children));
                }
                links(children, found);
            }
        }
    }
    let mut found = Vec::new();
    links(&document.tree, &mut found);
    for ((tag, children), mark) in found.iter().zip(document.bookmarks.iter().skip(1)) {
        let Tag::Link { to, at: (page, area), words } = tag else { panic!("{name}: no link") };
        assert!(*to == (mark.page, mark.top) && *words == mark.name, "{name}: {words}");
        let mut texts = BTreeMap::new();
        self::texts(children, false, &mut texts);
        let own = texts.remove(page).unwrap_or_default();
        let number = (mark.page + 1).to_string();
        assert!(own.iter().any(|(_, text)| text.text == number), "{name}: {words} is on page {number}");
        let inside = own.iter().all(|(_, text)| text.area().y >= area.y - 1.0 && text.area().bottom() <= area.bottom());
        assert!(inside, "{name}: {words} can be pressed where it stands");
    }
}

#[test]
fn figures_stand_on_the_page_of_what_they_rest_on() {
    for (name, deck) in samples() {
        for paper in [Paper::A4, Paper::Letter] {
            let document = document(deck, paper);
            for (section, sheet) in document.tree.iter().zip(&deck.sheets) {
                let Node::Group(Tag::Section, children) = section else { panic!("{name}: no section") };
                let figures: Vec<usize> = children.iter().filter_map(figure_page).collect();
                let (Some(last), Some(first)) = (figures.last(), sheet.foot.first()) else { continue };
                let foot = children.iter().find_map(|child| page_of(child, first));
                assert_eq!(foot, Some(*last), "{name}: {}", sheet.headline);
            }
        }
    }
}

fn figure_page(node: &Node) -> Option<usize> {
    match node {
        Node::Group(Tag::Figure { at, .. }, _) => Some(at.0),
        _ => None,
    }
}

/// The page on which a paragraph with the first words of a line begins.
fn page_of(node: &Node, line: &str) -> Option<usize> {
    let Node::Group(Tag::Paragraph, marks) = node else { return None };
    let Some(Node::Mark { page, items }) = marks.first() else { return None };
    let Some(Item::Text(text)) = items.first() else { return None };
    line.starts_with(&text.text).then_some(*page)
}

#[test]
fn every_page_names_the_document_and_counts_its_pages() {
    for (name, deck) in samples() {
        let document = document(deck, Paper::A4);
        let aside = |wanted: Aside, page: usize| -> Vec<&str> {
            let parts = document.tree.iter().filter_map(|node| match node {
                Node::Aside { page: own, kind, items } if *kind == wanted && *own == page => Some(items),
                _ => None,
            });
            let texts = parts.flatten().filter_map(|item| match item {
                Item::Text(text) => Some(text.text.as_str()),
                _ => None,
            });
            texts.collect()
        };
        for page in 0..document.pages {
            let (head, foot) = (aside(Aside::Header, page), aside(Aside::Footer, page));
            assert!(foot.contains(&format!("{} / {}", page + 1, document.pages).as_str()), "{name}: {foot:?}");
            assert_eq!(head.contains(&deck.title.as_str()), page > 0, "{name}: {head:?}");
            let is_marked = deck.marking.is_empty()
                || head.contains(&deck.marking.as_str()) && foot.contains(&deck.marking.as_str());
            assert!(is_marked, "{name}: {head:?} {foot:?}");
        }
    }
}

#[test]
fn words_never_overlap_and_stay_on_the_page() {
    for (name, deck) in samples() {
        for paper in PAPERS {
            is_sound(name, &document(deck, paper));
        }
    }
    for paper in PAPERS {
        is_sound("small", &document(&small(), paper));
    }
}

#[test]
fn a_long_table_goes_on_with_its_header_and_is_one_table() {
    let document = document(&hostile("Grain Growers of the North"), Paper::A4);
    let made = Pdf::read(&bytes(&hostile("Grain Growers of the North"), Paper::A4));
    assert!(document.pages >= 4, "{}", document.pages);
    // The table itself and the facts of the incident.
    assert_eq!((made.parts("Table"), made.parts("THead")), (2, 1));
    assert_eq!(made.parts("TR"), 71 + 3);
    is_sound("long", &document);
}

#[test]
fn names_that_mean_harm_are_names() {
    for name in HOSTILE {
        for paper in PAPERS {
            let file = Pdf::read(&bytes(&hostile(name), paper));
            assert!(
                file.pages() >= 3 && file.with("/URI").next().is_none() && file.with("/JavaScript").next().is_none()
            );
        }
        is_sound(name, &document(&hostile(name), Paper::A4));
    }
    let long = "Incident with a title that does not end ".repeat(250);
    assert_eq!(long.len(), 10_000);
    for paper in PAPERS {
        let mut deck = small();
        deck.title.clone_from(&long);
        deck.sheets.iter_mut().for_each(|sheet| sheet.headline.clone_from(&long));
        assert!(Pdf::read(&bytes(&deck, paper)).pages() >= 3);
        is_sound("long title", &document(&deck, paper));
    }
}

#[test]
fn signs_that_cannot_be_drawn_are_told_on_their_page() {
    for paper in PAPERS {
        let deck = hostile("漢字 שלום");
        let document = document(&deck, paper);
        let mut found = BTreeMap::new();
        texts(&document.tree, false, &mut found);
        for (page, texts) in found {
            let said: Vec<&str> = texts.iter().map(|(_, text)| text.text.as_str()).collect();
            let told = said.iter().any(|line| line.contains("Chinese characters, Hebrew") && line.contains('�'));
            assert!(told, "{paper:?}, page {page}: {said:?}");
        }
        assert!(Pdf::read(&bytes(&deck, paper)).contents().contains("/ActualText"));
    }
    let plain = document(&small(), Paper::A4);
    let mut found = BTreeMap::new();
    texts(&plain.tree, false, &mut found);
    assert!(found.values().flatten().all(|(_, text)| !text.text.contains('�')));
}

#[test]
fn other_readers_find_words_and_fonts() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.pdf");
    let Some(text) = run(&path, &bytes(&samples()[1].1, Paper::A4), "pdftotext", &["-layout"], &["-"]) else {
        println!("skipped: pdftotext is not here");
        return;
    };
    for words in ["Incidents cyber : point trimestriel", "Sommaire", "TLP:GREEN", "Méthode et données"] {
        assert!(text.replace('\u{a0}', " ").contains(words), "{words} is missing");
    }
    let text = run(&path, &bytes(&hostile("漢字 שלום"), Paper::Slide), "pdftotext", &[], &["-"]).expect("text");
    assert!(text.contains("漢字") && text.chars().any(|sign| sign == 'ש'), "what cannot be drawn can be copied");
    if let Some(fonts) = run(&path, &bytes(&small(), Paper::Letter), "pdffonts", &[], &[]) {
        assert_eq!(fonts.matches("yes yes yes").count(), 2, "{fonts}");
    }
}

fn run(path: &Path, bytes: &[u8], tool: &str, before: &[&str], after: &[&str]) -> Option<String> {
    std::fs::write(path, bytes).expect("a file");
    let output = Command::new(tool).args(before).arg(path).args(after).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
