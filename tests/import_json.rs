//! JSON files of every kind from their bytes to rows: what the sniffer finds is what the reader reads.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::ops::ControlFlow;

use encoding_rs::WINDOWS_1252;
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::progress::Progress;
use vigie::import::recipe::{Format, Recipe};
use vigie::import::rows::visit;

/// All cells of a file as text, row by row.
fn rows(bytes: &[u8]) -> (Format, Vec<Vec<String>>) {
    let found = sniff(bytes, Extent::Whole).unwrap_or_else(|error| panic!("{bytes:?}: {error}"));
    let mut rows = Vec::new();
    visit(&mut &*bytes, &found.format, &Progress::default(), &mut |_, row| {
        rows.push((0..row.len()).map(|at| row.text(at).into_owned()).collect());
        Ok(ControlFlow::Continue(()))
    })
    .unwrap_or_else(|error| panic!("{:?}: {error}", found.format));
    (found.format, rows)
}

#[test]
fn encodings_of_json_files() {
    let text = r#"[{"créé par": "Mairie d’Évry", "ville": "Évry-Courcouronnes où l’été est là"}]"#;
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let utf16_bare: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let wanted = vec![vec!["Mairie d’Évry".to_owned(), "Évry-Courcouronnes où l’été est là".to_owned()]];
    for (bytes, label) in [
        (text.as_bytes().to_vec(), "utf-8"),
        (with_mark, "utf-8"),
        (WINDOWS_1252.encode(text).0.into_owned(), "windows-1252"),
        (utf16, "utf-16le"),
        (utf16_bare, "utf-16be"),
    ] {
        let (format, found) = rows(&bytes);
        assert_eq!(found, wanted, "{label}");
        assert_eq!(sniff(&bytes, Extent::Whole).expect(label).headers, ["créé par", "ville"], "{label}");
        assert!(matches!(&format, Format::Json { encoding, .. } if encoding == label), "{label}: {format:?}");
    }
}

#[test]
fn rejected_lines_are_kept_as_they_stand_and_can_be_read_again() {
    use vigie::frame::FrameBuilder;
    use vigie::import::read::read;
    let text = "{\"organisation\": \"A\", \"date\": \"2024-01-02\"}\n{\"organisation\": \"B\", \"date\n{\"organisation\": \"C\", \"date\": \"2024-02-30\"}\n";
    let recipe: Recipe = serde_json::from_str(
        r#"{"version": 1, "name": "x", "shape": {"format": "json_lines", "headers": []}, "columns": [
            {"header": "organisation", "target": {"text": {"organisation": "victim"}}},
            {"header": "date", "target": {"date": {"event": "aware", "order": "year_month_day"}}}], "dataset": {}}"#,
    )
    .expect("a recipe");
    let mut frame = FrameBuilder::new(uuid::Uuid::nil());
    let report = read(&mut text.as_bytes(), &recipe, &mut frame, &Progress::default()).expect("read");
    assert_eq!((report.read, report.imported, report.rejected.len()), (3, 1, 2));
    assert!(report.adds_up());
    let file = report.rejected_file().expect("two rows");
    assert_eq!(file.extension, "ndjson");
    let kept = String::from_utf8(file.bytes.clone()).expect("text");
    assert_eq!(kept.lines().next(), Some("{\"organisation\": \"B\", \"date"), "as it stands");
    let mended = kept.replace("\"date\n", "\"date\": \"2024-01-03\"}\n").replace("02-30", "02-28");
    let mut frame = FrameBuilder::new(uuid::Uuid::nil());
    let again = read(&mut mended.as_bytes(), &recipe, &mut frame, &Progress::default()).expect("read");
    assert_eq!((again.read, again.imported), (2, 2));
}
