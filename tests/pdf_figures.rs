//! Figures as PDF: what stands in the file, its font, its structure.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

#[path = "support/pdf.rs"]
mod pdf;

use pdf::Pdf;
use vigie::draw::font::Weight;
use vigie::draw::pdf::{Aside, Bookmark, Document, Node, PdfError, Tag, figure, write};
use vigie::draw::scene::{Anchor, Area, Fill, Halo, Item, Scene, Stroke, Text};
use vigie::draw::style::Colour;

const INK: Colour = Colour(0x17, 0x21, 0x2E);
const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);

fn text(words: &str, anchor: Anchor, halo: Halo) -> Item {
    let (at, size, weight) = ((50.0, 60.0), 12.0, Weight::Regular);
    Item::Text(Text { text: words.to_owned(), at, size, weight, colour: INK, anchor, halo })
}

fn scene(items: Vec<Item>) -> Scene {
    let (title, description) = ("A title".to_owned(), "What it shows: 3 > 2".to_owned());
    Scene { width: 200.0, height: 100.0, background: WHITE, title, description, items }
}

#[test]
fn a_figure_is_one_page_that_says_what_it_shows() {
    let area = Area { x: 10.0, y: 10.0, width: 60.0, height: 30.0 };
    let items = vec![
        Item::Rect { area, fill: Fill::Hatch(Colour(0x2B, 0x6C, 0xB0)), edge: Some(Stroke::dashed(INK, 1.0)) },
        Item::Path { points: vec![(0.0, 0.0), (50.0, 50.0)], stroke: Stroke::solid(INK, 1.0) },
        Item::Shape { points: vec![(0.0, 0.0), (50.0, 50.0), (0.0, 50.0)], fill: INK, opacity: 0.2 },
        Item::Dot { at: (20.0, 20.0), radius: 4.0, fill: INK, edge: None },
        text("Median 41 days", Anchor::End, Halo::Page),
    ];
    let bytes = figure(&scene(items.clone()), "fr").expect("a file");
    assert_eq!(bytes, figure(&scene(items), "fr").expect("a file"), "the same drawing gives the same bytes");
    let file = Pdf::read(&bytes);
    assert_eq!(file.pages(), 1);
    let catalog = file.catalog();
    for part in ["/Lang(fr)", "/StructTreeRoot ", "/Outlines ", "/MarkInfo<</Marked true", "/DisplayDocTitle true"] {
        assert!(catalog.contains(part), "{part} is missing in {catalog}");
    }
    assert_eq!(file.parts("Figure"), 1);
    assert!(file.with(&format!("/Alt{}", Pdf::words("What it shows: 3 > 2"))).next().is_some());
    assert!(file.with("/FontFile2 ").count() == 1, "one weight is used, one is in the file");
    let contents = file.contents();
    let contents = contents.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(contents.matches("BT").count(), 1, "the letters' surround is drawn, not written: {contents}");
    for drawn in ["[3 3]", " W n ", " c ", "/MCID 0"] {
        assert!(contents.contains(drawn), "{drawn:?} is missing in {contents}");
    }
}

#[test]
fn a_tree_of_every_kind_is_kept() {
    let mark = |words: &str, page| Node::Mark { page, items: vec![text(words, Anchor::Start, Halo::Off)] };
    let cell = |tag, words: &str| Node::Group(tag, vec![mark(words, 1)]);
    let row = |cells| Node::Group(Tag::Row, cells);
    let table = Node::Group(
        Tag::Table,
        vec![
            Node::Group(Tag::Head, vec![row(vec![cell(Tag::ColumnName, "Year"), cell(Tag::ColumnName, "Count")])]),
            Node::Group(Tag::Body, vec![row(vec![cell(Tag::RowName, "2021"), Node::Group(Tag::Cell, Vec::new())])]),
        ],
    );
    let point = Node::Group(Tag::Point, vec![cell(Tag::Label, "•"), cell(Tag::PointBody, "One")]);
    let number = Node::Aside { page: 1, kind: Aside::Footer, items: vec![text("2", Anchor::End, Halo::Off)] };
    let nothing = Node::Group(Tag::Paragraph, Vec::new());
    let bookmark = |name: &str, page| Bookmark { name: name.to_owned(), page, top: 10.0 };
    let document = Document {
        title: "Numbers".to_owned(),
        lang: "en",
        day: vigie::model::calendar::Day::from_ymd(2022, 7, 23),
        width: 595.0,
        height: 842.0,
        pages: 2,
        background: WHITE,
        tree: vec![
            Node::Group(Tag::Section, vec![Node::Group(Tag::Heading(1, "First".to_owned()), vec![mark("First", 0)])]),
            Node::Group(Tag::Section, vec![table, Node::Group(Tag::List, vec![point]), number, nothing]),
        ],
        bookmarks: vec![bookmark("First", 0), bookmark("Second", 1), bookmark("Nowhere", 9)],
    };
    let bytes = write(&document).expect("a file");
    let file = Pdf::read(&bytes);
    assert_eq!(file.pages(), 2);
    let parts = [("Sect", 2), ("H1", 1), ("Table", 1), ("THead", 1), ("TBody", 1), ("TR", 2), ("TH", 3), ("TD", 1)];
    for (kind, count) in parts.into_iter().chain([("L", 1), ("LI", 1), ("Lbl", 1), ("LBody", 1), ("P", 0)]) {
        assert_eq!(file.parts(kind), count, "{kind}");
    }
    assert_eq!(file.with("/Title(").filter(|object| object.contains("/Dest ")).count(), 2);
    assert!(file.contents().contains("/Artifact"), "the page's number is not read");
    assert!(file.with("D:20220723000000").next().is_some(), "the date of the data is the date of the file");
    assert!(write(&Document { width: f64::NAN, ..document.clone() }) == Err(PdfError::Size));
    assert!(write(&Document { pages: 0, ..document }) == Err(PdfError::Size));
}

#[test]
fn whatever_a_name_holds_the_file_is_made() {
    use proptest::prelude::*;
    let hostile = [
        "",
        "\u{0}",
        "\u{0}\u{feff}",
        "漢字 שלום مرحبا",
        "a\u{301}\u{200d}👩‍👧",
        ")(\\ /F <<>> endobj",
        "\u{e000}\u{fffe}",
    ];
    for words in hostile.into_iter().map(str::to_owned).chain([")".repeat(40_000)]) {
        let drawing = Scene {
            title: words.clone(),
            description: words.clone(),
            ..scene(vec![text(&words, Anchor::Middle, Halo::Page)])
        };
        let bytes = figure(&drawing, "en").unwrap_or_else(|error| panic!("{words:?}: {error}"));
        assert_eq!(Pdf::read(&bytes).pages(), 1);
    }
    proptest!(ProptestConfig::with_cases(48), |(words in ".{0,60}")| {
        let drawing = Scene { title: words.clone(), description: words.clone(), ..scene(vec![text(&words, Anchor::Start, Halo::Off)]) };
        let made = figure(&drawing, "en");
        prop_assert!(made.is_ok(), "{words:?}: {made:?}");
    });
}

#[test]
fn what_cannot_be_drawn_is_still_said() {
    let bytes = figure(&scene(vec![text("Société 漢字", Anchor::Start, Halo::Off)]), "fr").expect("a file");
    let contents = Pdf::read(&bytes).contents();
    assert!(contents.contains("/ActualText"), "{contents}");
}
