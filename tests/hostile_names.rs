//! Names that would be formulas, markup, commands, or cannot be drawn: in every format they stay what they are, words.

#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, reason = "a test crate")]

#[path = "charts/marks.rs"]
mod marks;
#[path = "support/chart_xml.rs"]
mod chart_xml;
#[path = "support/package.rs"]
mod package;
#[path = "support/workbook.rs"]
mod workbook;

use vigie::briefing::deck::{BigNumber, Body, Deck, Paragraph, Sheet};
use vigie::briefing::format::{self, Format, Options};
use vigie::briefing::signs::not_drawable;
use vigie::chart::gallery::Drawn;
use vigie::chart::model::{Annotation, Cell, ChartModel, DataTable, Marks, Value, csv};
use vigie::draw::layout::{Size, scene};
use vigie::draw::style::Style;
use vigie::draw::svg::svg;
use vigie::model::calendar::Day;
use vigie::text::Lang;

const FORMULAS: [&str; 9] = [
    "=1+1",
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+CMD|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "=Sheet1!$A$1",
    "='[http://evil.example/x.xlsx]S'!A1",
];
const MARKUP: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onload='alert(1)",
    "</title></svg></c:v></t></text><script>alert(2)</script>",
    "]]><!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
    "<!-- a -- b -->",
    "javascript:alert(1)",
    "&lt;b&gt; _x000D_ &amp; &#x1;",
];
const SIGNS: [&str; 6] = [
    "مستشفى المدينة",
    "בית חולים",
    "漢字の会社",
    "Kontrol \u{0}\u{7}\u{1b}[31m",
    "\u{202e}drow\u{202c} \u{feff}",
    "🏥 hôpital e\u{301}",
];

fn names() -> Vec<String> {
    let long = "Une très longue phrase qui ne finit pas, ".repeat(250);
    let all = FORMULAS.iter().chain(&MARKUP).chain(&SIGNS).map(|name| (*name).to_owned());
    all.chain([long, String::new(), " ".to_owned()]).collect()
}

/// A model of which every word is hostile.
fn hostile(mut model: ChartModel, name: &str) -> ChartModel {
    let cell = |text: &str| Cell { text: text.to_owned(), value: Value::Text };
    name.clone_into(&mut model.title);
    name.clone_into(&mut model.subtitle);
    name.clone_into(&mut model.alt);
    name.clone_into(&mut model.x.title);
    name.clone_into(&mut model.y.title);
    model.annotations = vec![Annotation { at: f64::midpoint(model.x.lo, model.x.hi), text: name.to_owned() }];
    for tick in model.x.ticks.iter_mut().chain(&mut model.y.ticks) {
        name.clone_into(&mut tick.label);
    }
    for series in &mut model.series {
        name.clone_into(&mut series.name);
        match &mut series.marks {
            Marks::Bars { bars, .. } => bars.iter_mut().for_each(|bar| name.clone_into(&mut bar.label)),
            Marks::Points { points } => points.iter_mut().for_each(|point| name.clone_into(&mut point.label)),
            Marks::Ranges { ranges, .. } => ranges.iter_mut().for_each(|range| name.clone_into(&mut range.label)),
            Marks::Cells { cells } => cells.iter_mut().for_each(|cell| name.clone_into(&mut cell.label)),
            Marks::Rules { rules } => rules.iter_mut().for_each(|rule| name.clone_into(&mut rule.label)),
            _ => {}
        }
    }
    model.table =
        DataTable { headers: vec![name.to_owned(), name.to_owned()], rows: vec![vec![cell(name), cell(name)]; 3] };
    model
}

fn sheet(name: &str, body: Body) -> Sheet {
    Sheet {
        page: uuid::Uuid::nil(),
        headline: name.to_owned(),
        subtitle: name.to_owned(),
        body,
        foot: vec![name.to_owned()],
        notes: vec![name.to_owned()],
        cautions: Vec::new(),
        part: None,
    }
}

fn figure(model: ChartModel) -> Drawn {
    let definition = vec![model.title.clone()];
    Drawn { model, panels: Vec::new(), definition, choices: Vec::new() }
}

fn deck(name: &str) -> Deck {
    let models: Vec<ChartModel> = marks::all().into_iter().map(|(_, model)| hostile(model, name)).collect();
    let table = models[0].table.clone();
    let two = Box::new([figure(models[0].clone()), figure(models[1].clone())]);
    let mut sheets = vec![
        sheet(name, Body::Title { lines: vec![name.to_owned()] }),
        sheet(name, Body::Table(table)),
        sheet(name, Body::Two(two)),
        sheet(name, Body::Text(vec![Paragraph::heading(name), Paragraph::point(name)])),
        sheet(
            name,
            Body::Numbers(vec![BigNumber {
                question: name.to_owned(),
                headline: name.to_owned(),
                sentence: name.to_owned(),
                small_print: vec![name.to_owned()],
            }]),
        ),
        sheet(name, Body::Empty(name.to_owned())),
    ];
    sheets.extend(models.into_iter().map(|model| sheet(name, Body::Figure(Box::new(figure(model))))));
    Deck {
        lang: Lang::Fr,
        title: name.to_owned(),
        marking: name.to_owned(),
        as_of: Day::from_ymd(2026, 8, 13).expect("a day"),
        as_of_unknown: false,
        sheets,
    }
}

/// No element that runs or loads, no attribute that runs.
fn check_markup(name: &str, text: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name:?}: {error}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        assert!(!["script", "img", "image", "foreignObject", "iframe", "b"].contains(&tag), "{name:?}: <{tag}>");
        for attribute in node.attributes() {
            let runs = attribute.name().starts_with("on") || attribute.value().starts_with("javascript:");
            let loads = matches!(attribute.name(), "href" | "src") && !attribute.value().starts_with('#');
            assert!(!runs && !loads, "{name:?}: {attribute:?}");
        }
    }
}

#[test]
fn pictures_hold_hostile_names_as_words() {
    for name in names() {
        for (_, model) in marks::all() {
            let text = svg(&scene(&hostile(model, &name), Size::SLIDE, &Style::print()));
            check_markup(&name, &text);
        }
    }
}

#[test]
fn tables_of_values_hold_hostile_names_as_words() {
    for name in names() {
        let table = hostile(marks::stacks(), &name).table;
        let text = csv::csv(&table);
        let plain = text.trim_start_matches('\u{feff}');
        let mut reader = csv_reader(plain);
        for record in reader.records() {
            for field in &record.expect("a record") {
                assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name:?} is written as {field:?}");
            }
        }
    }
}

fn csv_reader(text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

#[test]
fn every_format_holds_hostile_names_as_words() {
    for format in Format::ALL {
        for name in names() {
            let deck = deck(&name);
            let bytes = format::write(&deck, *format, &Options::default());
            let bytes = bytes.unwrap_or_else(|error| panic!("{format:?} with {name:?}: {error}"));
            let again = format::write(&deck, *format, &Options::default()).expect("a second time");
            assert!(bytes == again, "{format:?} with {name:?}: the same bytes");
            match format {
                Format::Xlsx => check_workbook(&name, &bytes),
                Format::Pptx => check_package(&name, &bytes),
                Format::Html => check_page(&name, &String::from_utf8(bytes).expect("text")),
                Format::Pdf => check_document(&name, &bytes),
            }
        }
    }
}

fn check_workbook(name: &str, bytes: &[u8]) {
    check_package(name, bytes);
    let read = workbook::Read::of(bytes);
    workbook::check_order(&read);
    for (part, text) in &read.parts {
        let is_sheet = part.starts_with("xl/worksheets/sheet");
        assert!(!is_sheet || !(text.contains("<f>") || text.contains("<f ")), "{name:?}: a formula in {part}");
        assert!(!part.contains("externalLink"), "{name:?}: {part}");
    }
    for chart in &read.charts {
        for (formula, _) in &chart.references {
            assert!(read.cells(formula).len() < 100_000 && !formula.contains("evil"), "{name:?}: {formula}");
        }
    }
    // Signs that cannot stand in XML are left out, everything else is there, cut only where a cell ends.
    let plain: String = name.chars().filter(|sign| !sign.is_control() && *sign != '\u{feff}').take(200).collect();
    if !plain.trim().is_empty() && !plain.contains("_x") {
        let is_there = read.texts().any(|text| text.replace('\u{feff}', "").trim().starts_with(plain.trim()));
        assert!(is_there, "{name:?} stands in no cell");
    }
    for (sheet, _) in &read.sheets {
        assert!(
            sheet.encode_utf16().count() <= 31 && !sheet.contains(['[', ']', ':', '*', '?', '/', '\\']),
            "{sheet:?}"
        );
    }
}

/// Every part of a package is XML, or a package or a picture; nothing in it leads outside or runs.
fn check_package(name: &str, bytes: &[u8]) {
    let opened = package::Opened::of(bytes);
    for title in opened.parts.keys() {
        assert!(!title.contains("vba") && !title.contains(".."), "{title}");
    }
    for title in opened.markup() {
        let text = opened.text(title);
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name:?}, {title}: {error}"));
        assert!(!text.contains("TargetMode=\"External\""), "{name:?}, {title} leads outside");
    }
}

/// The page shows markup of names as words.
fn check_page(name: &str, page: &str) {
    for bad in ["<script>alert", "<img src=x", "<!ENTITY", "href=\"javascript:", "src=\"http", "' onload='"] {
        assert!(!page.contains(bad), "{name:?}: {bad}");
    }
}

fn check_document(name: &str, bytes: &[u8]) {
    assert!(bytes.starts_with(b"%PDF"), "{name:?}");
    for bad in [&b"/JavaScript"[..], b"/Launch", b"/URI"] {
        assert!(!bytes.windows(bad.len()).any(|part| part == bad), "{name:?}: {}", String::from_utf8_lossy(bad));
    }
}

#[test]
fn signs_that_the_font_has_not_are_named() {
    for (name, wanted) in [("漢字", "漢字"), ("مدينة", "م"), ("בית", "ב"), ("🏥", "🏥")] {
        let missing: String = not_drawable(&deck(name)).into_iter().collect();
        assert!(missing.contains(wanted), "{name} is said not to be drawable: {missing}");
    }
    assert_eq!(not_drawable(&deck("Établissement n° 7 — “été”")), Vec::<char>::new());
    // A name that stands in a chart alone is found there.
    let mut plain = deck("plain");
    if let Some(Body::Figure(drawn)) = plain.sheets.last_mut().map(|sheet| &mut sheet.body)
        && let Some(tick) = drawn.model.y.ticks.first_mut()
    {
        "会社".clone_into(&mut tick.label);
    }
    assert_eq!(not_drawable(&plain), ['会', '社']);
}
