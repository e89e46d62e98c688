use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook, Worksheet};

use super::*;
use crate::import::container::Contents;
use crate::import::container::tests::{gz, of, origin, text, zipped};
use crate::import::progress::Progress;

/// A workbook whose sheets these functions fill.
fn book(fill: &[fn(&mut Worksheet)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for fill in fill {
        fill(book.add_worksheet());
    }
    book.save_to_buffer().unwrap()
}

fn rows(sheet: &mut Worksheet, top: u32, left: u16, rows: &[&[&str]]) {
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            let place = (top + row as u32, left + column as u16);
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(place.0, place.1, number).unwrap(),
                Err(_) if text.is_empty() => sheet,
                Err(_) => sheet.write_string(place.0, place.1, *text).unwrap(),
            };
        }
    }
}

fn read(bytes: Vec<u8>) -> (String, WorkbookFound) {
    let contents = of("book.xlsx", bytes).unwrap();
    (text(&contents).unwrap(), contents.found().workbook.clone().unwrap())
}

fn choose(bytes: Vec<u8>, choice: &Choice) -> Result<String, ImportError> {
    text(&Contents::of(&[origin("book.xlsx", bytes)], choice, &Progress::default())?)
}

const INCIDENTS: &[&[&str]] = &[
    &["organisation", "people", "note"],
    &["Acme", "12", "x"],
    &["Bern, town", "1400", "a \"b\""],
    &["Cork", "7", ""],
];

const AS_TEXT: &str = "organisation,people,note\nAcme,12,x\n\"Bern, town\",1400,\"a \"\"b\"\"\"\nCork,7,\n";

#[test]
fn a_plain_sheet_is_its_text() {
    let bytes = book(&[|sheet| rows(sheet, 0, 0, INCIDENTS)]);
    let (found, book) = read(bytes.clone());
    assert_eq!(found, AS_TEXT);
    assert_eq!(book.chosen.range.to_string(), "A1:C4");
    for (name, wrapped) in [("b.xlsx.gz", gz(&bytes)), ("b.zip", zipped(&[("in/b.xlsx", &bytes)]))] {
        let contents = of(name, wrapped).unwrap();
        assert_eq!(text(&contents).unwrap(), AS_TEXT, "{name}");
        assert_eq!(contents.title(), "b");
    }
    assert_eq!(of("b.xlsx", bytes).unwrap().row_number(2), 3);
}

#[test]
fn the_header_is_found_below_notes_and_the_total_above_its_foot() {
    let bytes = book(&[|sheet| {
        rows(sheet, 1, 2, &[&["Register of incidents"], &["As of 1 March 2024, all offices"]]);
        rows(sheet, 5, 2, INCIDENTS);
        rows(sheet, 10, 2, &[&["Delft", "9", "after a blank row"], &["Total", "1428", ""]]);
        rows(sheet, 13, 2, &[&["Source: the register"], &["Figures may change"]]);
    }]);
    let (found, book) = read(bytes.clone());
    assert_eq!(found, format!("{AS_TEXT}\nDelft,9,after a blank row\n"));
    let table = &book.chosen;
    assert_eq!((table.range.to_string().as_str(), table.rows), ("C6:E11", 5));
    assert_eq!(table.above, ["Register of incidents", "As of 1 March 2024, all offices"]);
    assert_eq!(table.below, ["Total 1428", "Source: the register", "Figures may change"]);
    assert_eq!(of("b.xlsx", bytes.clone()).unwrap().row_number(1), 7);
    let choice = Choice { range: Some("C6:D12".parse().unwrap()), ..Choice::default() };
    assert!(choose(bytes, &choice).unwrap().ends_with("Delft,9\nTotal,1428\n"));
}

#[test]
fn tables_side_by_side_and_below_each_other_are_told_apart() {
    let bytes = book(&[|sheet| {
        rows(sheet, 0, 0, &[&["Row Labels", "Count of id"], &["2023", "3"], &["2024", "4"], &["Grand Total", "7"]]);
        rows(sheet, 0, 4, INCIDENTS);
        rows(sheet, 7, 4, &[&["office", "staff", "city"], &["North", "4", "Riga"], &["South", "5", "Bari"]]);
    }]);
    let (found, book) = read(bytes.clone());
    assert_eq!(found, AS_TEXT);
    let tables: Vec<_> = book.tables.iter().map(|table| (table.range.to_string(), table.is_pivot)).collect();
    assert_eq!(tables, [("A1:B3".to_owned(), true), ("E1:G4".to_owned(), false), ("E8:G10".to_owned(), false)]);
    let choice = Choice { range: Some("E8:G".parse().unwrap()), ..Choice::default() };
    assert_eq!(choose(bytes, &choice).unwrap(), "office,staff,city\nNorth,4,Riga\nSouth,5,Bari\n");
}

#[test]
fn the_sheet_of_records_is_proposed_and_hidden_ones_come_last() {
    let bytes = book(&[
        |sheet| {
            sheet.set_name("Data").unwrap().set_hidden(true);
            rows(sheet, 0, 0, INCIDENTS);
            rows(sheet, 4, 0, INCIDENTS);
        },
        |sheet| {
            sheet.set_name("Read me").unwrap();
            rows(sheet, 0, 0, &[&["About this file"], &["It has two sheets"]]);
        },
        |sheet| {
            sheet.set_name("List").unwrap().set_active(true);
            rows(sheet, 0, 0, INCIDENTS);
        },
    ]);
    let (found, book) = read(bytes.clone());
    assert_eq!(found, AS_TEXT);
    let sheets: Vec<_> =
        book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden, sheet.is_chosen)).collect();
    assert_eq!(sheets, [("Read me", false, false), ("List", false, true), ("Data", true, false)]);
    let data = Choice { sheet: Some("data".into()), ..Choice::default() };
    assert!(choose(bytes.clone(), &data).unwrap().len() > AS_TEXT.len());
    let other = Choice { sheet: Some("Other".into()), ..Choice::default() };
    assert_eq!(
        choose(bytes.clone(), &other).unwrap_err().to_string(),
        "The workbook has no sheet “Other”; nothing was imported. Choose one of: Read me, List, Data."
    );
    let empty = Choice { range: Some("X1:Y9".parse().unwrap()), sheet: Some("List".into()), ..Choice::default() };
    assert_eq!(
        choose(bytes.clone(), &empty).unwrap_err().to_string(),
        "There is no table in X1:Y9 of the sheet “List”; nothing was imported. Give the range from the first header \
         to the last cell."
    );
    let words = Choice { sheet: Some("Read me".into()), ..Choice::default() };
    assert_eq!(
        choose(bytes, &words).unwrap_err().to_string(),
        "The sheet “Read me” has no table (headers, and rows below them); nothing was imported. Choose another sheet \
         or a range."
    );
}

#[test]
fn cells_of_every_kind() {
    let bytes = book(&[|sheet| {
        let day = Style::new().set_num_format("dd/mm/yyyy");
        let time = Style::new().set_num_format("yyyy-mm-dd hh:mm");
        rows(sheet, 0, 0, &[&["day", "moment", "number", "truth", "formula", "error", "rich"]]);
        sheet.write_datetime_with_format(1, 0, ExcelDateTime::from_ymd(2024, 3, 1).unwrap(), &day).unwrap();
        let moment = ExcelDateTime::from_ymd(2024, 3, 1).unwrap().and_hms(14, 30, 0).unwrap();
        sheet.write_datetime_with_format(1, 1, moment, &time).unwrap();
        sheet.write_number(1, 2, 0.1).unwrap();
        sheet.write_boolean(1, 3, false).unwrap();
        sheet.write_formula(1, 4, Formula::new("=6*7").set_result("42")).unwrap();
        sheet.write_formula(1, 5, Formula::new("=NA()").set_result("#N/A")).unwrap();
        let (red, plain) = (Style::new().set_bold(), Style::default());
        sheet.write_rich_string(1, 6, &[(&plain, "two "), (&red, "words")]).unwrap();
        sheet.write_number(2, 2, 1e15).unwrap();
        sheet.write_number(2, 0, 12).unwrap();
    }]);
    let (found, _) = read(bytes);
    assert_eq!(
        found,
        "day,moment,number,truth,formula,error,rich\n2024-03-01,2024-03-01T14:30,0.1,FALSE,42,#N/A,two words\n\
         12,,1000000000000000,,,,\n"
    );
}

#[test]
fn merged_cells_speak_for_each_of_their_rows() {
    let bytes = book(&[|sheet| {
        let style = Style::new();
        sheet.merge_range(0, 0, 1, 0, "organisation", &style).unwrap();
        sheet.merge_range(0, 1, 0, 2, "dates", &style).unwrap();
        rows(sheet, 1, 1, &[&["aware", "told"], &["1", "2"], &["3", "4"], &["5", "6"]]);
        sheet.merge_range(2, 0, 3, 0, "Acme", &style).unwrap();
        rows(sheet, 4, 0, &[&["Bern"]]);
    }]);
    let (found, book) = read(bytes);
    assert_eq!(found, "organisation,aware,told\nAcme,1,2\nAcme,3,4\nBern,5,6\n");
    assert_eq!(book.chosen.above, ["organisation dates"]);
}

#[test]
fn empty_and_broken_workbooks_say_so() {
    let empty = book(&[|_| {}]);
    assert_eq!(of("e.xlsx", empty.clone()).unwrap_err(), ImportError::Empty);
    let mut cut = empty;
    cut.truncate(cut.len() / 2);
    let said = of("cut.xlsx", cut).unwrap_err().to_string();
    assert!(said.starts_with("The archive is damaged or cut off (cut.xlsx: "), "{said}");
    let hollow = zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook><sheets>")]);
    let said = of("hollow.xlsx", hollow).unwrap_err().to_string();
    assert!(said.starts_with("The workbook is damaged (hollow.xlsx); "), "{said}");
    let letter = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    assert_eq!(
        of("a.docx", letter).unwrap_err().to_string(),
        "The file is a text document or a presentation, not a workbook; nothing was imported. Copy its table into a \
         workbook and import that."
    );
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    let said = of("a.xls", old).unwrap_err().to_string();
    assert!(said.starts_with("The workbook is damaged (a.xls); nothing was imported."), "{said}");
    let text = b"<t>".iter().copied().chain(std::iter::repeat_n(b'a', 40 << 20)).collect::<Vec<u8>>();
    let run = zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>"), ("xl/a.xml", &text)]);
    assert_eq!(
        of("run.xlsx", run).unwrap_err().to_string(),
        "The sheet has more cells or text than Vigie holds at once; nothing was imported. Save the sheet as CSV \
         (UTF-8) and import that file."
    );
    for (choice, said) in [
        (
            Choice { sheet: Some("a".into()), ..Choice::default() },
            "A sheet or a range was chosen, but the file is no \
          workbook; nothing was imported. Leave that choice out.",
        ),
        (
            Choice { member: Some("a".into()), ..Choice::default() },
            "A file in an archive was chosen, but the file is no \
          archive; nothing was imported. Leave that choice out.",
        ),
    ] {
        assert_eq!(choose(b"a,b\n1,2\n".to_vec(), &choice).unwrap_err().to_string(), said);
    }
}

fn ods(content: &str) -> Vec<u8> {
    let manifest = br#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content.as_bytes()),
    ])
}

fn words(text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
}

#[test]
fn a_sheet_of_opendocument() {
    let day = r#"<table:table-cell office:value-type="date" office:date-value="2024-03-01"><text:p>1.3.24</text:p></table:table-cell>"#;
    let number =
        r#"<table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>"#;
    let bytes = ods(&format!(
        r#"<table:table table:name="List"><table:table-row>{}{}{}</table:table-row><table:table-row table:number-rows-repeated="2">{}{day}{number}</table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
        words("name"),
        words("day"),
        words("people"),
        words("A &amp; B"),
    ));
    let contents = of("list.ods", bytes).unwrap();
    assert_eq!(text(&contents).unwrap(), "name,day,people\nA & B,2024-03-01,12\nA & B,2024-03-01,12\n");
    let unfolds = ods(&format!(
        r#"<table:table table:name="List"><table:table-row table:number-rows-repeated="1000000">{}<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16000"/></table:table-row></table:table>"#,
        words("name"),
    ));
    assert!(matches!(of("bomb.ods", unfolds), Err(ImportError::Container(ContainerError::SheetTooLarge))));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn no_changed_workbook_panics(changes in proptest::collection::vec((0_usize..8_000, proptest::prelude::any::<u8>()), 1..8)) {
        let mut bytes = book(&[|sheet| rows(sheet, 0, 0, INCIDENTS)]);
        for (place, byte) in changes {
            if let Some(slot) = bytes.get_mut(place) {
                *slot = byte;
            }
        }
        let _ = of("x.xlsx", bytes).and_then(|contents| text(&contents));
    }
}
