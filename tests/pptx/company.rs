//! A company's template: its masters, colours and sizes are taken, its slides are not; what cannot be used is refused
//! with a sentence.

use std::io::{Cursor, Write as _};

use vigie::briefing::format::{ExportError, Format, Options, write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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

#[test]
fn what_cannot_be_used_is_refused_with_a_sentence() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>";
    let outside = "TargetMode=\"External\" Target=\"http://example.org/theme";
    let no_headline = template(|name, text| {
        let is_layout = name.starts_with("ppt/slideLayouts/slideLayout");
        is_layout.then(|| text.replace("\"title\"", "\"chart\"").replace("\"ctrTitle\"", "\"chart\""))
    });
    let bad: Vec<(&str, Vec<u8>)> = vec![
        ("not a .pptx", b"PK no".to_vec()),
        ("damaged", template(|name, _| (name == MASTER).then(|| bomb.to_owned()))),
        ("damaged", template(|name, text| (name == MASTER).then(|| text.chars().take(500).collect()))),
        ("outside", broken(LINKS, "Target=\"../theme", outside)),
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
