//! What python-pptx reads: skipped with a line where it is not installed.

use std::process::Command;

use vigie::briefing::deck::{Body, Deck};
use vigie::briefing::format::{Format, Options, write};
use vigie::text::Lang;

use crate::{company, decks};

const SCRIPT: &str = r#"
import io, sys, json, datetime
from lxml import etree
NS = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
find = lambda node, path: etree.XPath(path, namespaces=NS)(node)
from pptx import Presentation
from openpyxl import load_workbook
deck = Presentation(sys.argv[1])
out = []
for slide in deck.slides:
    page = {"layout": slide.slide_layout.name, "notes": slide.notes_slide.notes_text_frame.text, "charts": [],
            "tables": 0, "pictures": 0, "cells": 0, "title": slide.shapes.title.text if slide.shapes.title is not None else None, "alt": []}
    for shape in slide.shapes:
        if shape.has_chart:
            chart = shape.chart
            book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            for series in (s for p in chart.plots for s in p.series):
                for path in ("c:val", "c:yVal", "c:xVal", "c:cat", ".//c:plus", ".//c:minus"):
                    for ref in find(series._element, path + "//c:f"):
                        sheet, cells = ref.text.split("!")
                        found = [row[0].value for row in (book[sheet][cells.replace("$", "")] if ":" in cells else [[book[sheet][cells.replace("$", "")]]])]
                        cache = find(ref.getparent(), "./c:numCache|./c:strCache")[0]
                        kept = [None] * int(find(cache, "./c:ptCount/@val")[0])
                        for pt in find(cache, "./c:pt"): kept[int(pt.get("idx"))] = find(pt, "./c:v")[0].text
                        assert len(found) == len(kept), (ref.text, len(found), len(kept))
                        for cell, value in zip(found, kept):
                            if isinstance(cell, datetime.datetime): cell = (cell - datetime.datetime(1899, 12, 30)).total_seconds() / 86400
                            if isinstance(cell, (int, float)): assert abs(cell - float(value)) <= 1e-9 * max(1, abs(cell)), (ref.text, cell, value)
                            else: assert (cell or "") == (value or ""), (ref.text, cell, value)
                            page["cells"] += 1
            plots = [{"categories": [str(c) for c in p.categories], "series": [[s.name, list(s.values)] for s in p.series]} for p in chart.plots]
            page["charts"].append({"type": str(chart.chart_type), "plots": plots, "rows": book["Data"].max_row})
        if shape.has_table: page["tables"] += 1
        if shape._element.tag.endswith("}pic"): page["pictures"] += 1
        if shape.has_chart or shape.has_table or shape._element.tag.endswith("}pic"):
            page["alt"].append(shape._element.xpath(".//p:cNvPr")[0].get("descr"))
    out.append(page)
print(json.dumps({"title": deck.core_properties.title, "language": deck.core_properties.language, "slides": out}))
"#;

/// What it reads of a deck; nothing where it is not installed.
fn read(name: &str, bytes: &[u8]) -> Option<serde_json::Value> {
    let has = Command::new("python3").args(["-c", "import pptx, openpyxl"]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: python3 with pptx and openpyxl is not installed");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("q.pptx");
    std::fs::write(&file, bytes).expect("written");
    let output = Command::new("python3").arg("-c").arg(SCRIPT).arg(&file).output().expect("python runs");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("its answer"))
}

#[test]
fn another_program_reads_every_chart_and_its_workbook() {
    let mut all: Vec<(String, Deck, Options)> =
        decks::all().into_iter().map(|(name, deck)| (name.to_owned(), deck, Options::default())).collect();
    all.push(("gallery".to_owned(), decks::gallery("washington_notices.csv", Lang::Fr), Options::default()));
    all.push(("hostile".to_owned(), decks::hostile(), Options::default()));
    for (name, template) in company::templates() {
        let deck = decks::sample("washington_notices.csv", &["--template", "quarterly"]);
        all.push((name.to_owned(), deck, Options { company: Some(template), ..Options::default() }));
    }
    let (mut cells, mut charts) = (0, 0);
    for (name, deck, options) in all {
        let bytes = write(&deck, Format::Pptx, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(read) = read(&name, &bytes) else { return };
        for slide in read["slides"].as_array().expect("slides") {
            cells += slide["cells"].as_u64().expect("a count");
            charts += slide["charts"].as_array().expect("charts").len();
        }
    }
    assert!(cells > 10_000 && charts > 60, "{cells} cells, {charts} charts");
}

#[test]
fn another_program_reads_slides_charts_workbooks_notes_and_words_for_pictures() {
    let deck = decks::sample("washington_notices.csv", &["--template", "quarterly"]);
    let bytes = write(&deck, Format::Pptx, &Options::default()).expect("bytes");
    let Some(read) = read("washington", &bytes) else { return };
    assert_eq!(read["title"], deck.title.as_str());
    assert_eq!(read["language"], "en-GB");
    let slides = read["slides"].as_array().expect("slides");
    let paged = vigie::briefing::paging::paged(&deck);
    assert_eq!(slides.len(), paged.sheets.len());
    let mut charts = 0;
    for (slide, sheet) in slides.iter().zip(&paged.sheets) {
        let notes = slide["notes"].as_str().expect("notes");
        assert!(sheet.notes.iter().all(|note| notes.contains(note.lines().next().unwrap_or_default())));
        assert_eq!(slide["title"], sheet.headline.as_str());
        for alt in slide["alt"].as_array().expect("words") {
            assert!(alt.as_str().is_some_and(|alt| alt.len() > 5), "{}: {alt}", sheet.headline);
        }
        let Body::Figure(drawn) = &sheet.body else { continue };
        let shown = slide["charts"].as_array().expect("charts");
        assert!(!shown.is_empty() || slide["pictures"] == 1, "{}", sheet.headline);
        charts += shown.len();
        if drawn.model.key.key() == "incidents" {
            let plot = &shown[0]["plots"][0];
            let vigie::chart::model::Marks::Bars { bars, .. } = &drawn.model.series[0].marks else { panic!("bars") };
            let values: Vec<f64> =
                plot["series"][0][1].as_array().expect("values").iter().filter_map(serde_json::Value::as_f64).collect();
            assert_eq!(values, bars.iter().map(|bar| bar.certain).collect::<Vec<_>>());
            assert_eq!(plot["categories"].as_array().map(Vec::len), Some(bars.len()));
            assert_eq!(shown[0]["rows"].as_u64(), Some(bars.len() as u64 + 1));
        }
    }
    assert!(charts >= 5, "{charts}");
}
