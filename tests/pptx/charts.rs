//! Charts read back from the package: names, numbers, domains and tick texts are those of the model, and the workbook
//! holds the numbers that the chart remembers.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use roxmltree::{Document, Node};
use vigie::briefing::deck::Body;
use vigie::briefing::format::{Format, Options, write};
use vigie::chart::model::{ChartModel, Direction, Marks, Scale};

use crate::decks;
use crate::package::Opened;

/// A column of a chart: the cells it names and what it remembers of them.
struct Remembered {
    cells: String,
    values: Vec<Option<String>>,
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.descendants().find(|one| one.tag_name().name() == name)
}

fn remembered(document: &Document<'_>) -> Vec<Remembered> {
    let is_ref = |node: &Node<'_, '_>| ["numRef", "strRef"].contains(&node.tag_name().name());
    let each = document.descendants().filter(is_ref).map(|node| {
        let inside = |name: &str| node.descendants().find(|one| one.tag_name().name() == name);
        let count: usize = inside("ptCount").and_then(|one| one.attribute("val")?.parse().ok()).expect("a count");
        let mut values = vec![None; count];
        for point in node.descendants().filter(|one| one.tag_name().name() == "pt") {
            let index: usize = point.attribute("idx").and_then(|text| text.parse().ok()).expect("an index");
            let value = point.descendants().find(|one| one.tag_name().name() == "v").and_then(|one| one.text());
            values[index] = Some(value.unwrap_or_default().to_owned());
        }
        Remembered { cells: inside("f").and_then(|one| one.text()).expect("cells").to_owned(), values }
    });
    each.collect()
}

/// The cells of a column of the workbook, from `Data!$B$2:$B$9`.
fn cells(sheet: &calamine::Range<Data>, reference: &str) -> Vec<Option<String>> {
    let parts: Vec<&str> = reference.split('$').collect();
    let column = parts[1].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
    let first: u32 = parts[2].trim_end_matches(':').parse().expect("a row");
    let last: u32 = parts.get(4).map_or(first, |text| text.parse().expect("a row"));
    let each = (first - 1..last).map(|row| match sheet.get_value((row, column)) {
        Some(Data::Float(number)) => Some(number.to_string()),
        Some(Data::Int(number)) => Some(number.to_string()),
        Some(Data::String(text)) => Some(text.clone()),
        Some(Data::DateTime(day)) => Some(day.as_f64().to_string()),
        _ => None,
    });
    each.collect()
}

#[test]
fn workbooks_hold_what_the_charts_remember() {
    let mut checked = 0;
    for (name, deck) in decks::all() {
        let opened = Opened::of(&write(&deck, Format::Pptx, &Options::default()).expect("bytes"));
        for part in opened.under("ppt/charts/", ".xml") {
            let relations = opened.relations(part);
            let (_, _, data) = relations.iter().find(|(_, kind, _)| kind.ends_with("/package")).expect("a workbook");
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(opened.parts[data].clone())).expect("a workbook");
            let sheet = book.worksheet_range("Data").expect("the sheet");
            let document = Document::parse(opened.text(part)).expect("a chart");
            for column in remembered(&document) {
                assert_eq!(cells(&sheet, &column.cells), column.values, "{name}, {part}, {}", column.cells);
                checked += column.values.len();
            }
        }
    }
    assert!(checked > 2_000, "{checked}");
}

/// Texts of a chart: what its axes say by a format is not among them.
fn drawn(opened: &Opened, part: &str) -> String {
    let relations = opened.relations(part);
    let drawing = relations.iter().find(|(_, kind, _)| kind.ends_with("/chartUserShapes"));
    let own = Document::parse(opened.text(part)).expect("a chart");
    let mut all: Vec<String> = own
        .descendants()
        .filter(|node| node.tag_name().name() == "v")
        .filter_map(|node| Some(node.text()?.to_owned()))
        .collect();
    if let Some((_, _, drawing)) = drawing {
        let document = Document::parse(opened.text(drawing)).expect("a drawing");
        let texts = document.descendants().filter(|node| node.tag_name().name() == "t");
        all.extend(texts.filter_map(|node| Some(node.text()?.to_owned())));
    }
    all.join("\n")
}

fn models(body: &Body) -> Vec<&ChartModel> {
    match body {
        Body::Figure(drawn) => {
            let own = (!drawn.model.series.is_empty()).then_some(&drawn.model);
            own.into_iter().chain(&drawn.panels).collect()
        }
        Body::Two(both) => both.iter().map(|drawn| &drawn.model).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn charts_say_what_their_models_say() {
    let (mut bars_seen, mut points_seen) = (0, 0);
    for (name, deck) in decks::all() {
        let opened = Opened::of(&write(&deck, Format::Pptx, &Options::default()).expect("bytes"));
        let paged = vigie::briefing::paging::paged(&deck);
        for (sheet, slide) in paged.sheets.iter().zip(opened.under("ppt/slides/", ".xml")) {
            let relations = opened.relations(slide);
            let charts: Vec<&str> = relations
                .iter()
                .filter(|(_, kind, _)| kind.ends_with("/chart"))
                .map(|(_, _, target)| target.as_str())
                .collect();
            let models = models(&sheet.body);
            if charts.len() != models.len() {
                // A drawing in its place: said with its words for those who cannot see it.
                let has_picture = opened.text(slide).contains("<p:pic>");
                assert!(models.is_empty() || has_picture, "{name}, {slide}: neither charts nor a drawing");
                continue;
            }
            for (model, part) in models.into_iter().zip(charts) {
                let text = opened.text(part);
                let document = Document::parse(text).expect("a chart");
                for series in &model.series {
                    let Marks::Bars { bars, direction } = &series.marks else { continue };
                    let certain: Vec<f64> = bars.iter().map(|bar| bar.certain).collect();
                    let of_chart: Vec<f64> = document
                        .descendants()
                        .filter(|node| {
                            node.tag_name().name() == "ser"
                                && child(*node, "v").and_then(|v| v.text()) == Some(series.name.as_str())
                        })
                        .flat_map(|node| {
                            child(node, "val").into_iter().flat_map(|val| {
                                val.descendants().filter(|one| one.tag_name().name() == "v").collect::<Vec<_>>()
                            })
                        })
                        .filter_map(|v| v.text()?.parse().ok())
                        .collect();
                    let sorted = |mut all: Vec<f64>| {
                        all.sort_by(f64::total_cmp);
                        all
                    };
                    assert_eq!(sorted(of_chart), sorted(certain), "{name}, {part}, {}", series.name);
                    let along = if *direction == Direction::Up { &model.y } else { &model.x };
                    domain(&document, (along.lo, along.hi), part);
                    bars_seen += bars.len();
                }
                if model.series.iter().all(|series| !matches!(series.marks, Marks::Bars { .. }))
                    && model.y.scale == Scale::Linear
                {
                    domain(&document, (model.y.lo, model.y.hi), part);
                    points_seen += 1;
                }
                let said = drawn(&opened, part);
                for annotation in &model.annotations {
                    let first: String = annotation.text.chars().take(12).collect();
                    assert!(said.contains(&first), "{name}, {part}: {}", annotation.text);
                }
                if !text.contains("tickLblPos val=\"low\"") {
                    for tick in model.x.ticks.first().into_iter().chain(model.y.ticks.first()) {
                        assert!(
                            said.contains(tick.label.split(' ').next().unwrap_or_default()),
                            "{part}: {}",
                            tick.label
                        );
                    }
                }
            }
        }
    }
    assert!(bars_seen > 100 && points_seen > 1, "{bars_seen} bars, {points_seen} charts of points");
}

/// One of the axes has this domain.
fn domain(document: &Document<'_>, (lo, hi): (f64, f64), part: &str) {
    let found: Vec<(f64, f64)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "scaling")
        .filter_map(|node| {
            let of =
                |name: &str| node.children().find(|one| one.tag_name().name() == name)?.attribute("val")?.parse().ok();
            Some((of("min")?, of("max")?))
        })
        .collect();
    assert!(found.contains(&(lo, hi)), "{part}: {found:?} without {lo}–{hi}");
}
