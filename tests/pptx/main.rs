//! Briefings as presentations: what the package holds, what the charts say, names that try to break out, companies'
//! templates, and what another program reads.
//!
//! `UPDATE=1 cargo test --test pptx` writes the expected markup anew.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

#[path = "../support/chart_xml.rs"]
mod chart_xml;
#[path = "../support/package.rs"]
mod opened;
#[path = "../support/number_code.rs"]
mod number_code;
#[path = "../charts/cases.rs"]
mod cases;
#[path = "../charts/marks.rs"]
mod marks;
mod conformance;
mod decks;
mod package;
mod python;
mod schema;
mod strict;
mod charts;
mod company;

use std::path::Path;

use vigie::briefing::format::{Format, Options, write};

use crate::package::Opened;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_presentation_is_sound_and_equal_when_written_again() {
    for (name, deck) in decks::all() {
        let bytes = write(&deck, Format::Pptx, &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let opened = Opened::of(&bytes);
        opened.is_sound();
        let again = write(&deck, Format::Pptx, &Options::default()).expect("the same");
        assert_eq!(bytes, again, "{name} differs when written again");
        let slides = opened.under("ppt/slides/", ".xml");
        assert_eq!(slides.len(), vigie::briefing::paging::paged(&deck).sheets.len(), "{name}");
        for slide in slides {
            let relations = opened.relations(slide);
            let has = |kind: &str| relations.iter().any(|(_, one, _)| one.ends_with(kind));
            assert!(has("/slideLayout") && has("/notesSlide"), "{slide}");
            assert!(opened.text(slide).contains("type=\"slidenum\""), "{slide} has its number as a field");
        }
    }
}

#[test]
fn names_that_try_to_break_out_stay_text() {
    let deck = decks::hostile();
    let bytes = write(&deck, Format::Pptx, &Options::default()).expect("bytes");
    let opened = Opened::of(&bytes);
    opened.is_sound();
    let all: String = opened.under("ppt/slides/", ".xml").iter().map(|name| opened.text(name)).collect();
    assert!(all.contains("&lt;script&gt;") && !all.contains("<script>"));
    let notes: String = opened.under("ppt/notesSlides/", ".xml").iter().map(|name| opened.text(name)).collect();
    assert!(notes.contains(&"W".repeat(9_000)), "a headline that was cut stands whole in the notes");
    let core = opened.text("docProps/core.xml");
    assert!(core.contains("2026-08-13T00:00:00Z") && core.contains("<dc:language>fr-FR</dc:language>"));
}

#[test]
fn the_markup_of_a_small_deck_is_as_expected() {
    let bytes = write(&decks::small(), Format::Pptx, &Options::default()).expect("bytes");
    let opened = Opened::of(&bytes);
    opened.is_sound();
    for (part, file) in [
        ("ppt/slides/slide2.xml", "slide.xml"),
        ("ppt/charts/chart1.xml", "bars.xml"),
        ("ppt/drawings/drawing1.xml", "bars-drawing.xml"),
        ("ppt/charts/chart2.xml", "steps.xml"),
        ("ppt/slideLayouts/slideLayout2.xml", "layout.xml"),
    ] {
        // A line an element, so that a difference can be read.
        let found = opened.text(part).replace("><", ">\n<");
        let path = root().join("tests/golden/pptx").join(file);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(&path, &found).expect("written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(found, expected.replace("\r\n", "\n"), "{part} differs from {}", path.display());
    }
}
