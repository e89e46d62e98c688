//! Workbooks that are none, not whole, or lie about what is in them.

use rust_xlsxwriter::Workbook;

use crate::archives::zipped;
use crate::shelf::{Bad, GOOD, data, noise};

const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

pub fn files() -> Vec<Bad> {
    [none(), sheets(), parts(), open_document()].into_iter().flatten().collect()
}

/// A workbook with this sheet, these words and this description of the book.
fn book(sheet: &str, words: &str, about: &str) -> Vec<u8> {
    let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let styles = format!(
        "<styleSheet xmlns=\"{NS}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    let rels = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{related}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{related}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{related}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let about = format!(
        "<workbook xmlns=\"{NS}\" xmlns:r=\"{related}\">{about}<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("xl/workbook.xml", about.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", words.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn words() -> String {
    format!(
        "<sst xmlns=\"{NS}\"><si><t>Organisation</t></si><si><t>Date disclosed</t></si><si><t>People affected</t></si><si><t>Acme</t></si></sst>"
    )
}

fn sheet(rows: &str) -> String {
    format!("<worksheet xmlns=\"{NS}\"><dimension ref=\"A1:C3\"/><sheetData>{HEADER}{rows}</sheetData></worksheet>")
}

const HEADER: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>";

fn row(number: u32, name: &str, date: &str, count: &str) -> String {
    format!(
        "<row r=\"{number}\"><c r=\"A{number}\" t=\"s\"><v>{name}</v></c><c r=\"B{number}\" s=\"1\"><v>{date}</v></c><c r=\"C{number}\"><v>{count}</v></c></row>"
    )
}

fn none() -> Vec<Bad> {
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let encrypted = {
        let mut bytes = ole.clone();
        bytes.extend(vec![0; 3_000]);
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        bytes.extend(vec![0; 3_000]);
        bytes
    };
    vec![
        data("text.xlsx", "a table of text under the name of a workbook", GOOD),
        data(
            "not_a_workbook.xlsx",
            "an archive that is no workbook",
            zipped(&[("mimetype", b"application/epub+zip"), ("a.xhtml", b"<html/>")]),
        ),
        data(
            "letter.docx",
            "a letter",
            zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")]),
        ),
        data("noise.xls", "noise behind the first bytes of a workbook", [ole.clone(), noise(9_000, 23)].concat()),
        data("cut.xls", "the first bytes of a workbook", [ole, vec![0; 500]].concat()),
        data("password.xlsx", "a workbook with a password", encrypted),
    ]
}

fn sheets() -> Vec<Bad> {
    let mut without = Workbook::new();
    without.add_worksheet();
    let mut hidden = Workbook::new();
    hidden.add_worksheet().set_name("Shown").expect("a name");
    let sheet = hidden.add_worksheet().set_hidden(true);
    for (place, line) in (0..).zip(GOOD.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(place, column, cell).expect("memory takes it");
        }
    }
    let whole = hidden.save_to_buffer().expect("memory takes it");
    let mut flipped = whole.clone();
    for at in (whole.len() / 3..whole.len() / 2).step_by(7) {
        flipped[at] ^= 0x55;
    }
    vec![
        data("empty_sheet.xlsx", "a workbook with an empty sheet", without.save_to_buffer().expect("memory takes it")),
        data("hidden_sheet.xlsx", "the only table is on a hidden sheet", whole.clone()),
        data("cut.xlsx", "a workbook that is cut", &whole[..whole.len() / 2]),
        data("flipped.xlsx", "a workbook with damaged bytes", flipped),
    ]
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn parts() -> Vec<Bad> {
    let good = sheet(&row(2, "3", "45355", "1200"));
    let bomb = format!(
        "<!DOCTYPE a [<!ENTITY a \"ha\">{}]><sst xmlns=\"{NS}\"><si><t>&k9;</t></si></sst>",
        (0..10)
            .map(|level| {
                let before = if level == 0 { "a".to_owned() } else { format!("k{}", level - 1) };
                format!("<!ENTITY k{level} \"{}\">", format!("&{before};").repeat(10))
            })
            .collect::<Vec<_>>()
            .concat()
    );
    let cell_far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let many_columns: String = (0..16_384).map(|_| "<c t=\"s\"><v>0</v></c>").collect();
    vec![
        data(
            "no_sheets.xlsx",
            "a workbook that names no sheet",
            zipped(&[
                ("_rels/.rels", PACKAGE.as_bytes()),
                ("xl/workbook.xml", format!("<workbook xmlns=\"{NS}\"><sheets/></workbook>").as_bytes()),
            ]),
        ),
        data(
            "sheet_missing.xlsx",
            "a sheet that is not in the file",
            zipped(&[(
                "xl/workbook.xml",
                b"<workbook><sheets><sheet name=\"a\" sheetId=\"1\" id=\"rId1\"/></sheets></workbook>",
            )]),
        ),
        data("sheet_cut.xlsx", "the sheet is cut", book(&good[..good.len() - 60], &words(), "")),
        data("entities.xlsx", "a billion laughs", book(&good, &bomb, "")),
        data(
            "dimension.xlsx",
            "a range said to be all there is",
            book(&good.replace("A1:C3", "A1:XFD1048576"), &words(), ""),
        ),
        data("cell_far.xlsx", "one cell in the last corner", book(&sheet(cell_far), &words(), "")),
        data(
            "columns_16384.xlsx",
            "16,384 columns",
            book(&sheet(&format!("<row r=\"2\">{many_columns}</row>")), &words(), ""),
        ),
        data(
            "row_numbers.xlsx",
            "row numbers beyond all bounds",
            book(&sheet("<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>"), &words(), ""),
        ),
        data(
            "words_missing.xlsx",
            "words that are not there",
            book(&sheet(&row(2, "9999", "45355", "1200")), &words(), ""),
        ),
        data(
            "dates.xlsx",
            "dates beyond the calendar",
            book(
                &sheet(
                    &[
                        row(2, "3", "45355", "1"),
                        row(3, "3", "1e308", "2"),
                        row(4, "3", "-5", "3"),
                        row(5, "3", "2958466", "4"),
                        row(6, "3", "NaN", "5"),
                        row(7, "3", "60", "6"),
                    ]
                    .concat(),
                ),
                &words(),
                "",
            ),
        ),
        data("from_1904.xlsx", "dates counted from 1904", book(&good, &words(), "<workbookPr date1904=\"1\"/>")),
        data(
            "numbers.xlsx",
            "counts beyond any number",
            book(
                &sheet(
                    &[
                        row(2, "3", "45355", "1e308"),
                        row(3, "3", "45356", "-7"),
                        row(4, "3", "45357", "1.5"),
                        row(5, "3", "45358", "9007199254740993"),
                    ]
                    .concat(),
                ),
                &words(),
                "",
            ),
        ),
        data(
            "errors.xlsx",
            "cells with errors",
            book(
                &sheet(
                    "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c><c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c></row>",
                ),
                &words(),
                "",
            ),
        ),
    ]
}

fn open_document() -> Vec<Bad> {
    let content = |rows: &str| {
        format!(
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
             <office:body><office:spreadsheet><table:table table:name=\"Data\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        )
    };
    let ods = |rows: &str| {
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        let manifest = b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
        zipped(&[("mimetype", kind), ("content.xml", content(rows).as_bytes()), ("META-INF/manifest.xml", manifest)])
    };
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    vec![
        data("empty.ods", "a sheet without rows", ods("")),
        data(
            "repeated_rows.ods",
            "a row said to stand a billion times",
            ods(&format!("<table:table-row table:number-rows-repeated=\"1000000000\">{cell}{cell}</table:table-row>")),
        ),
        data(
            "repeated_cells.ods",
            "a cell said to stand a billion times",
            ods(
                "<table:table-row><table:table-cell table:number-columns-repeated=\"1000000000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>",
            ),
        ),
    ]
}
