//! No sequence of bytes panics, and whatever is read adds up: bytes of any sort, and real-looking files in which
//! something was changed. `fuzz/` looks further.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, reason = "a test crate")]

use std::io::Read as _;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use vigie::frame::batch::{Batch, RowSink};
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::container::{Choice, Contents, InMemory, SharedOrigin};
use vigie::import::error::ImportError;
use vigie::import::progress::Progress;
use vigie::import::propose::{propose, survey::survey};
use vigie::import::read::{parallel::read_frame, read};
use vigie::import::recipe::{Format, Recipe};
use vigie::import::vigie_file::read_vigie;
use vigie::import::{profiles, recipe_file};
use vigie::model::calendar::Day;

const TABLE: &str = "Organisation,Date disclosed,People affected,Kind\nAcme,2024-03-04,1200,Theft; Phishing\n\
                     \"Bern, the \"\"old\"\" clinic\",04/13/2024,\"about 1,085\",\nCoastal Bank,Early May 2023,1.2M,['a', 'b']\n\n\
                     Société,31/12/2023,500-999,<p>x</p>\nTotal,,,\n";
const LIST: &str = r#"{"count": 2, "results": [{"organisation": "Acme", "date_disclosed": "2024-03-04", "people": 1200, "tags": ["a", null]},
 {"organisation": "Bern", "when": {"year": 2024, "month": 3, "day": {"$date": 1709294400123}}, "parts": [{"a": 1}, {"b": 2}]}]}"#;
const LINES: &str =
    "{\"organisation\": \"Acme\", \"date\": \"2024-03-04\"}\n{\"organisation\": \"Bern\", \"date\": \"2024-04-13\"}\n";
const EXPORT: &str = r#"{"vigie": 1, "datasets": [], "organisations": [], "incidents": [
 {"id": "00000000-0000-4000-8000-000000000001", "title": "Case 1", "summary": "x"},
 {"id": "00000000-0000-4000-8000-000000000002", "title": "Case 2"}]}"#;

/// Takes nothing.
struct Nowhere;

impl RowSink for Nowhere {
    type Error = std::convert::Infallible;

    fn push(&mut self, _: &Batch<'_>) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// A file of these bytes, all the way.
fn file(name: &str, bytes: &[u8]) -> Result<(), ImportError> {
    let progress = Progress::default();
    let origin: SharedOrigin = Arc::new(InMemory { name: name.to_owned(), bytes: Arc::from(bytes) });
    let contents = Contents::of(&[origin], &Choice::default(), &progress)?;
    let mut plain = Vec::new();
    contents.open()?.take(1 << 20).read_to_end(&mut plain)?;
    let found = sniff(&plain, Extent::Whole)?;
    if found.format == Format::Vigie {
        assert!(read_vigie(&mut plain.as_slice(), &progress, &mut |_| Ok(()))?.adds_up());
        return Ok(());
    }
    let today = Day::from_ymd(2026, 1, 1).expect("a day");
    let seen = survey(&mut plain.as_slice(), &found.format, today, &progress)?;
    by_recipe(&plain, &propose(&seen, &found.format, "file", &[]).recipe)
}

/// Both readers, which must agree.
fn by_recipe(plain: &[u8], recipe: &Recipe) -> Result<(), ImportError> {
    let progress = Progress::default();
    let report = read(&mut &*plain, recipe, &mut Nowhere, &progress)?;
    assert!(report.adds_up());
    report.rejected_file();
    if matches!(recipe.shape.format, Format::Csv { .. }) {
        let other = read_frame(&mut &*plain, recipe, &|_| true, uuid::Uuid::nil(), &progress)?.report;
        assert_eq!((report.read, report.imported, report.blank), (other.read, other.imported, other.blank));
        assert_eq!(report.rejected.len(), other.rejected.len());
    }
    Ok(())
}

/// What can be done to bytes.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Repeat(Index, usize),
    Cut(Index),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let place = |at: &Index, bytes: &[u8]| at.index(bytes.len() + 1);
        match self {
            Self::Set(at, byte) => {
                let at = place(at, bytes);
                if let Some(held) = bytes.get_mut(at) {
                    *held = *byte;
                }
            }
            Self::Insert(at, more) => {
                let at = place(at, bytes);
                bytes.splice(at..at, more.iter().copied());
            }
            Self::Remove(at, count) => {
                let at = place(at, bytes);
                bytes.drain(at..bytes.len().min(at + count));
            }
            Self::Repeat(at, count) => {
                let at = place(at, bytes);
                let part = bytes[at..bytes.len().min(at + count)].to_vec();
                bytes.splice(at..at, part);
            }
            Self::Cut(at) => bytes.truncate(at.index(bytes.len() + 1)),
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let telling = prop::sample::select(&b"\",;\t|\n\r{}[]:\\ 0129-/.<&\0\xff\xef"[..]);
    let words: Vec<&str> =
        vec!["\"\"", "\r\n", "\u{feff}", "null", "1e400", "\\ud800", "$date", "\u{202f}", "99999999999", "é", "[]"];
    prop_oneof![
        (any::<Index>(), prop_oneof![telling, any::<u8>()]).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<Index>(), prop::sample::select(words))
            .prop_map(|(at, word)| Change::Insert(at, word.as_bytes().to_vec())),
        (any::<Index>(), 1..20_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        (any::<Index>(), 1..60_usize).prop_map(|(at, count)| Change::Repeat(at, count)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        change.apply(&mut bytes);
    }
    bytes
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(TABLE.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).expect("memory takes it");
        }
    }
    book.save_to_buffer().expect("memory takes it")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn bytes_of_any_sort(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = file("data.csv", &bytes);
        let _ = recipe_file::parse(&bytes);
    }

    #[test]
    fn tables_in_which_something_was_changed(changes in prop::collection::vec(change(), 1..8)) {
        let _ = file("table.csv", &changed(TABLE.as_bytes(), &changes));
    }

    #[test]
    fn json_in_which_something_was_changed(changes in prop::collection::vec(change(), 1..6)) {
        for text in [LIST, LINES, EXPORT] {
            let _ = file("list.json", &changed(text.as_bytes(), &changes));
        }
    }

    #[test]
    fn recipes_in_which_something_was_changed(changes in prop::collection::vec(change(), 1..4), which in any::<Index>()) {
        let known: Vec<Recipe> = profiles::all().iter().flat_map(profiles::Profile::recipes).collect();
        let document = serde_json::to_vec(which.get(&known)).expect("a document");
        if let Ok(recipe) = recipe_file::parse(&changed(&document, &changes)) {
            let _ = by_recipe(TABLE.as_bytes(), &recipe);
        }
    }

    #[test]
    fn workbooks_in_which_something_was_changed(changes in prop::collection::vec(change(), 1..4)) {
        // What the workbook's reader panics at is caught and told as damage.
        let _ = file("book.xlsx", &changed(&workbook(), &changes));
    }
}

#[test]
fn what_the_properties_change_is_read_as_it_stands() {
    for (name, bytes) in [
        ("table.csv", TABLE.as_bytes().to_vec()),
        ("list.json", LIST.as_bytes().to_vec()),
        ("lines.json", LINES.as_bytes().to_vec()),
        ("export.json", EXPORT.as_bytes().to_vec()),
        ("book.xlsx", workbook()),
    ] {
        assert_eq!(file(name, &bytes), Ok(()), "{name}");
    }
}
