//! What the fuzz targets share: bytes go the way a file goes, and what comes out must add up.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::Arc;

use vigie::frame::batch::{Batch, RowSink};
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::container::{Choice, Contents, InMemory, SharedOrigin};
use vigie::import::error::ImportError;
use vigie::import::progress::Progress;
use vigie::import::propose::{propose, survey::survey};
use vigie::import::read::{parallel::read_frame, read};
use vigie::import::recipe::{Format, Recipe};
use vigie::import::report::ImportReport;
use vigie::import::vigie_file::read_vigie;
use vigie::model::calendar::Day;

/// Takes nothing.
pub struct Nowhere;

impl RowSink for Nowhere {
    type Error = std::convert::Infallible;

    fn push(&mut self, _: &Batch<'_>) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// A file of these bytes: taken out of what is around it, told apart, surveyed, proposed for, read.
pub fn file(bytes: &[u8], name: &str) -> Result<(), ImportError> {
    let origin: SharedOrigin = Arc::new(InMemory { name: name.to_owned(), bytes: Arc::from(bytes) });
    let contents = Contents::of(&[origin], &Choice::default(), &Progress::default())?;
    let mut plain = Vec::new();
    contents.open()?.take(1 << 22).read_to_end(&mut plain)?;
    text(&plain)
}

/// The plain bytes of a table or export.
pub fn text(plain: &[u8]) -> Result<(), ImportError> {
    let found = sniff(plain, Extent::Whole)?;
    let progress = Progress::default();
    if found.format == Format::Vigie {
        let report = read_vigie(&mut &*plain, &progress, &mut |_| Ok(()))?;
        assert!(report.adds_up());
        return Ok(());
    }
    let today = Day::from_ymd(2026, 1, 1).expect("a day");
    let seen = survey(&mut &*plain, &found.format, today, &progress)?;
    let proposal = propose(&seen, &found.format, "file", &[]);
    by_recipe(plain, &proposal.recipe).map(|_| ())
}

/// Reads a text by a recipe, in both ways where there are two; they must agree.
pub fn by_recipe(plain: &[u8], recipe: &Recipe) -> Result<ImportReport, ImportError> {
    let progress = Progress::default();
    let read = read(&mut &*plain, recipe, &mut Nowhere, &progress);
    if let Ok(report) = &read {
        assert!(report.adds_up());
        if let Some(rejected) = report.rejected_file() {
            assert!(!rejected.bytes.is_empty());
        }
    }
    if matches!(recipe.shape.format, Format::Csv { .. }) {
        let frame = read_frame(&mut &*plain, recipe, &|_| true, uuid::Uuid::nil(), &progress);
        match (&read, &frame) {
            (Ok(one), Ok(other)) => {
                let other = &other.report;
                assert!(other.adds_up());
                assert_eq!((one.read, one.imported, one.blank), (other.read, other.imported, other.blank));
                assert_eq!(one.rejected.len(), other.rejected.len());
            }
            (Err(_), Err(_)) => {}
            (one, other) => panic!("one way reads it, the other does not: {one:?}, {other:?}"),
        }
    }
    read
}

/// A workbook with one part exchanged: the first byte says which, the rest is the part.
pub fn workbook(data: &[u8]) -> Vec<u8> {
    let Some((which, part)) = data.split_first() else { return Vec::new() };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (place, (name, usual)) in PARTS.iter().enumerate() {
        let bytes = if usize::from(*which) % PARTS.len() == place { part } else { usual.as_bytes() };
        zip.start_file(*name, stored).and_then(|()| Ok(zip.write_all(bytes)?)).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// The parts of a small workbook. The sheet comes first, so that seeds of it begin with a zero byte.
const PARTS: [(&str, &str); 7] = [
    (
        "xl/worksheets/sheet1.xml",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>45355</v></c><c r="C2"><v>1200</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>Bern</t></is></c><c r="B3" s="1"><v>45356.5</v></c><c r="C3" t="e"><v>#N/A</v></c></row>
</sheetData></worksheet>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4" uniqueCount="4"><si><t>Organisation</t></si><si><t>Date disclosed</t></si><si><t>People affected</t></si><si><r><t>Ac</t></r><r><t>me</t></r></si></sst>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="0"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/styles.xml",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "[Content_Types].xml",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
];
