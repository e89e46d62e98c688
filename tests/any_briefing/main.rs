//! Whatever the records and whatever the pages: every briefing is worked out, drawn within its pages without one text
//! over another, and written in every format.
//!
//! `PROPTEST_CASES=500 cargo test --test any_briefing` looks longer.

#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, reason = "a test crate")]

mod pages;
mod records;

use std::io::{Cursor, Read as _};

use proptest::prelude::*;
use uuid::Uuid;
use vigie::briefing::compose::compose;
use vigie::briefing::compose::ground::Ground;
use vigie::briefing::deck::Deck;
use vigie::briefing::document::Briefing;
use vigie::briefing::format::{self, Format, Options, Paper};
use vigie::briefing::paging::paged;
use vigie::briefing::slide::slide;
use vigie::draw::scene::Area;
use vigie::draw::style::Style;
use vigie::model::calendar::Day;
use vigie::text::Lang;

use crate::records::Records;

/// Works a briefing out of random pages.
fn deck(records: &Records, pages: &[pages::Seed], lang: Lang) -> Deck {
    let document = |id| records.document(id);
    let find = |id| records.find(id);
    let today = Day::from_ymd(2026, 8, 13).expect("a day");
    let ground = Ground::new((&records.snapshot, &records.datasets), lang, today, &document, &find);
    let pages = pages.iter().zip(1..).map(|(seed, number)| pages::page(seed, number, records, &ground)).collect();
    let briefing =
        Briefing { id: Uuid::from_u128(7), name: "A briefing of anything".to_owned(), pages, ..Briefing::default() };
    compose(&briefing, &ground)
}

/// No text of a slide leaves it, and none lies over another.
fn texts_keep_apart(deck: &Deck) -> Result<(), TestCaseError> {
    let deck = paged(deck);
    for (at, sheet) in deck.sheets.iter().enumerate() {
        let scene = slide(&deck, sheet, at + 1, &Style::print()).scene();
        // Of a line of text, the part that signs fill.
        let filled = |area: Area| Area { y: area.y + area.height * 0.15, height: area.height * 0.7, ..area };
        let texts: Vec<(Area, &str)> = scene.texts().map(|text| (filled(text.area()), text.text.as_str())).collect();
        for (at, (area, words)) in texts.iter().enumerate() {
            let inside = area.x > -1.0
                && area.y > -1.0
                && area.right() < scene.width + 1.0
                && area.y + area.height < scene.height + 1.0;
            prop_assert!(inside, "{}: {words:?} leaves the slide: {area:?}", sheet.headline);
            for (other, others) in texts.iter().skip(at + 1) {
                prop_assert!(!area.overlaps(other), "{}: {words:?} over {others:?}", sheet.headline);
            }
        }
    }
    Ok(())
}

/// Every part of a package that says to be XML is.
fn package_is_sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let ending = name.rsplit('.').next().unwrap_or_default();
        if matches!(ending, "xml" | "rels" | "svg") {
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            let parsed = roxmltree::Document::parse(&text);
            prop_assert!(parsed.is_ok(), "{name}: {:?}", parsed.err());
        } else if ending == "xlsx" {
            let mut inner = Vec::new();
            part.read_to_end(&mut inner).expect("bytes");
            package_is_sound(&inner)?;
        }
    }
    Ok(())
}

fn written_in_every_format(deck: &Deck) -> Result<(), TestCaseError> {
    for &format in Format::ALL {
        let papers: &[Paper] =
            if format == Format::Pdf { &[Paper::Slide, Paper::A4, Paper::Letter] } else { &[Paper::Slide] };
        for &paper in papers {
            let options = Options { paper, company: None };
            let bytes = match format::write(deck, format, &options) {
                Ok(bytes) => bytes,
                Err(error) => return Err(TestCaseError::fail(format!("{format:?}, {paper:?}: {error}"))),
            };
            match format {
                Format::Pptx | Format::Xlsx => package_is_sound(&bytes)?,
                Format::Html => {
                    let text = String::from_utf8(bytes).expect("text");
                    prop_assert!(!text.contains("<script"), "a name became a script");
                }
                Format::Pdf => prop_assert!(bytes.starts_with(b"%PDF-")),
            }
        }
    }
    Ok(())
}

/// Few when all tests are run; as many as are asked for otherwise.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]
    #[test]
    fn every_briefing_can_be_shown_and_written(
        incidents in records::incidents(),
        dataset in any::<records::DatasetSeed>(),
        pages in proptest::collection::vec(any::<pages::Seed>(), 1..9),
        french in any::<bool>(),
    ) {
        let records = Records::new(&incidents, dataset);
        let deck = deck(&records, &pages, if french { Lang::Fr } else { Lang::En });
        prop_assert!(deck.sheets.len() >= pages.len());
        texts_keep_apart(&deck)?;
        written_in_every_format(&deck)?;
    }
}
