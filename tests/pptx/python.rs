//! What python-pptx reads: skipped with a line where it is not installed.

use std::process::Command;

use vigie::briefing::deck::Body;
use vigie::briefing::format::{Format, Options, write};

use crate::decks;

const SCRIPT: &str = r#"
import io, sys, json
from pptx import Presentation
from openpyxl import load_workbook
deck = Presentation(sys.argv[1])
out = []
for slide in deck.slides:
    page = {"layout": slide.slide_layout.name, "notes": slide.notes_slide.notes_text_frame.text, "charts": [],
            "tables": 0, "pictures": 0, "title": slide.shapes.title.text if slide.shapes.title is not None else None, "alt": []}
    for shape in slide.shapes:
        if shape.has_chart:
            chart = shape.chart
            book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            plots = [{"categories": [str(c) for c in p.categories], "series": [[s.name, list(s.values)] for s in p.series]} for p in chart.plots]
            page["charts"].append({"type": str(chart.chart_type), "plots": plots, "rows": book["Data"].max_row})
        if shape.has_table: page["tables"] += 1
        if shape._element.tag.endswith("}pic"): page["pictures"] += 1
        if shape.has_chart or shape.has_table or shape._element.tag.endswith("}pic"):
            page["alt"].append(shape._element.xpath(".//p:cNvPr")[0].get("descr"))
    out.append(page)
print(json.dumps({"title": deck.core_properties.title, "language": deck.core_properties.language, "slides": out}))
"#;

#[test]
fn another_program_reads_slides_charts_workbooks_notes_and_words_for_pictures() {
    let has = Command::new("python3").args(["-c", "import pptx, openpyxl"]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: python3 with pptx and openpyxl is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("q.pptx");
    let deck = decks::sample("washington_notices.csv", &["--template", "quarterly"]);
    std::fs::write(&file, write(&deck, Format::Pptx, &Options::default()).expect("bytes")).expect("written");
    let output = Command::new("python3").arg("-c").arg(SCRIPT).arg(&file).output().expect("python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).expect("its answer");
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
