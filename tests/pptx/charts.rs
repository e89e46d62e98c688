//! The workbooks of charts hold the numbers that the charts remember.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use vigie::briefing::format::{Format, Options, write};

use crate::chart_xml::{self, Chart};
use crate::decks;
use crate::opened::Opened;

/// The cells of a column of the workbook, from `Data!$B$2:$B$9`.
fn cells(sheet: &calamine::Range<Data>, reference: &str) -> Vec<String> {
    let parts: Vec<&str> = reference.split('$').collect();
    let column = parts[1].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
    let first: u32 = parts[2].trim_end_matches(':').parse().expect("a row");
    let last: u32 = parts.get(4).map_or(first, |text| text.parse().expect("a row"));
    let each = (first - 1..last).map(|row| match sheet.get_value((row, column)) {
        Some(Data::Float(number)) => number.to_string(),
        Some(Data::Int(number)) => number.to_string(),
        Some(Data::String(text)) => text.clone(),
        Some(Data::DateTime(day)) => day.as_f64().to_string(),
        _ => String::new(),
    });
    each.collect()
}

#[test]
fn workbooks_hold_what_the_charts_remember() {
    let mut checked = 0;
    for (name, deck) in decks::all() {
        let opened = Opened::of(&write(&deck, Format::Pptx, &Options::default()).expect("bytes"));
        let theme = chart_xml::theme(opened.text("ppt/theme/theme1.xml"));
        for part in opened.under("ppt/charts/", ".xml") {
            let relations = opened.relations(part);
            let (_, _, data) = relations.iter().find(|(_, kind, _)| kind.ends_with("/package")).expect("a workbook");
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(opened.parts[data].clone())).expect("a workbook");
            let sheet = book.worksheet_range("Data").expect("the sheet");
            for (reference, remembered) in Chart::read(opened.text(part), &theme).references {
                assert_eq!(cells(&sheet, &reference), remembered, "{name}, {part}, {reference}");
                checked += remembered.len();
            }
        }
    }
    assert!(checked > 2_000, "{checked}");
}
