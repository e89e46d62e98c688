//! Pictures: the SVG of a gallery of charts, word for word, and what no picture may do.

use std::path::Path;

use vigie::chart::figures::Overview;
use vigie::chart::kinds;
use vigie::chart::model::{Annotation, ChartKey, ChartModel, Direction, Marks};
use vigie::chart::words::Context;
use vigie::draw::layout::{Size, scene, scene_with_panels};
use vigie::draw::legend::{self, Sample};
use vigie::draw::png::png;
use vigie::draw::scene::{Item, Scene};
use vigie::draw::style::Style;
use vigie::draw::svg::svg;
use vigie::frame::RowValues;
use vigie::frame::cell::{CountCell, CountState, DateCell, DateState};
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind;
use vigie::query::question::{PeriodKind, Question};
use vigie::text::Lang;

use crate::checks::is_plate;
use crate::data::{PEOPLE, day, frame, iso, named, people, question, washington, washington_sample};
use crate::{golden, marks};

fn context(lang: Lang) -> Context {
    Context { lang, sources: vec!["Washington State Attorney General".to_owned()], ..Context::default() }
}

fn model(rows: &[RowValues], asked: &Question, key: ChartKey, lang: Lang) -> ChartModel {
    kinds::build(key, &Overview::compute(&frame(rows), asked), &context(lang))
}

fn draw(model: &ChartModel, size: Size) -> Scene {
    scene(model, size, &Style::print())
}

fn washington_2021() -> (Vec<RowValues>, Question) {
    let mut asked = question(day(2021, 7, 5));
    asked.period = PeriodKind::Month;
    asked.fiscal_start = (7, 24);
    asked.mechanism = Mechanism::Mixed;
    (washington_sample("2021"), asked)
}

/// A register with open records and coarse dates.
fn register() -> (Vec<RowValues>, Question) {
    let rows = (0..40_i32).map(|index| {
        let mut row = named("a");
        let start = day(2023, 1, 10).0 + index * 13;
        let exact = |days: i32| DateCell { lo: days, hi: days, state: DateState::Date };
        row.dates.insert(EventKind::Aware, exact(start));
        let told = if index % 5 == 0 {
            DateCell { state: DateState::NotYet, ..DateCell::default() }
        } else {
            exact(start + (index * 7) % 61)
        };
        row.dates.insert(EventKind::RegulatorNotified, told);
        row.counts.insert(PEOPLE, people(&(3_u64.pow(index as u32 % 15)).to_string()));
        row
    });
    let mut asked = question(day(2024, 7, 1));
    asked.mechanism = Mechanism::Register;
    asked.date_of = EventKind::Aware;
    (rows.collect(), asked)
}

/// Coarse dates, ranges and ten digits.
fn coarse() -> (Vec<RowValues>, Question) {
    let month = |year: i32, month: u32| {
        let first = day(year, month, 1);
        DateCell { lo: first.0, hi: first.add_months(1).0 - 1, state: DateState::Date }
    };
    let rows = (0..30_u32).map(|index| {
        let mut row = named("a");
        row.dates.insert(EventKind::Aware, month(2023, index % 12 + 1));
        row.dates.insert(EventKind::RegulatorNotified, month(2024, index % 12 + 1));
        let hi = if index % 7 == 0 { u64::MAX } else { 30_000_000_000 };
        row.counts.insert(PEOPLE, CountCell { lo: 10_000_000_000, hi, state: CountState::Count });
        row
    });
    let mut asked = question(day(2024, 12, 31));
    asked.mechanism = Mechanism::Mixed;
    asked.date_of = EventKind::Aware;
    asked.period = PeriodKind::Week;
    (rows.collect(), asked)
}

/// Every picture of the gallery: name, model, size.
fn gallery() -> Vec<(&'static str, ChartModel, Size)> {
    let (rows, asked) = washington_2021();
    let (kept, kept_asked) = register();
    let (vague, vague_asked) = coarse();
    let one = {
        let mut row = named("a");
        row.dates.insert(EventKind::RegulatorNotified, iso("2024-02-29"));
        row.dates.insert(EventKind::Aware, iso("2024-02-29"));
        row.counts.insert(PEOPLE, people("1"));
        vec![row]
    };
    let one_asked = Question { mechanism: Mechanism::Mixed, ..question(day(2024, 3, 1)) };
    let card = Size { width_pt: 420.0, height_pt: 300.0 };
    let mut annotated = model(&rows, &asked, ChartKey::Incidents, Lang::En);
    annotated.annotations = vec![
        Annotation { at: f64::from(day(2020, 10, 1).0), text: "A law was widened here".to_owned() },
        Annotation { at: f64::from(day(2020, 10, 20).0), text: "and collection changed here <&>".to_owned() },
        Annotation { at: f64::from(day(2021, 7, 20).0), text: "at the right edge of the plot".to_owned() },
    ];
    let mut all = vec![
        ("incidents-months-en", model(&rows, &asked, ChartKey::Incidents, Lang::En), Size::SLIDE),
        ("incidents-months-fr", model(&rows, &asked, ChartKey::Incidents, Lang::Fr), Size::SLIDE),
        ("incidents-annotated", annotated, Size::SLIDE),
        ("incidents-weeks-coarse", model(&vague, &vague_asked, ChartKey::Incidents, Lang::Fr), Size::SLIDE),
        ("incidents-one", model(&one, &one_asked, ChartKey::Incidents, Lang::En), Size::SLIDE),
        ("incidents-none", model(&[], &one_asked, ChartKey::Incidents, Lang::Fr), Size::SLIDE),
        ("sizes-en", model(&rows, &asked, ChartKey::AffectedSizes, Lang::En), card),
        ("sizes-fr", model(&rows, &asked, ChartKey::AffectedSizes, Lang::Fr), card),
        ("sizes-ten-digits", model(&vague, &vague_asked, ChartKey::AffectedSizes, Lang::Fr), Size::SLIDE),
        ("sizes-over-time", model(&rows, &asked, ChartKey::AffectedPeriods, Lang::En), Size::SLIDE),
        ("disclosure-plain", model(&rows, &asked, ChartKey::Disclosure, Lang::En), Size::SLIDE),
        ("disclosure-register", model(&kept, &kept_asked, ChartKey::Disclosure, Lang::Fr), Size::SLIDE),
        ("disclosure-coarse", model(&vague, &vague_asked, ChartKey::Disclosure, Lang::En), Size::SLIDE),
        ("disclosure-one", model(&one, &one_asked, ChartKey::Disclosure, Lang::Fr), card),
    ];
    all.extend(marks::all().into_iter().map(|(name, model)| (name, model, Size::SLIDE)));
    all
}

/// Pages of small charts: with one above them and without.
fn pages() -> Vec<(&'static str, Scene)> {
    let alone = ChartModel { series: Vec::new(), ..marks::stacks() };
    let draw = |model: &ChartModel, size: Size| scene_with_panels(model, &marks::panels(), size, &Style::print());
    let narrow = Size { width_pt: 420.0, height_pt: 300.0 };
    vec![
        ("panels-alone", draw(&alone, Size::SLIDE)),
        ("panels-under", draw(&marks::censored(), Size::SLIDE)),
        ("panels-narrow", draw(&alone, narrow)),
    ]
}

#[test]
fn the_gallery_is_drawn_word_for_word() {
    for (name, model, size) in gallery() {
        let scene = draw(&model, size);
        golden::check(&format!("svg/{name}.svg"), &svg(&scene));
        look(name, &scene);
    }
    for (name, scene) in pages() {
        golden::check(&format!("svg/{name}.svg"), &svg(&scene));
        look(name, &scene);
    }
    if let Some(rows) = washington() {
        let mut asked = question(day(2026, 8, 13));
        asked.fiscal_start = (7, 24);
        for key in ChartKey::OVERVIEW {
            for lang in Lang::ALL {
                let name = format!("washington-{}-{}", key.key(), lang.code());
                look(&name, &draw(&model(&rows, &asked, key, lang), Size::SLIDE));
            }
        }
    }
}

/// Writes the picture where a person asked for it, to be looked at.
fn look(name: &str, scene: &Scene) {
    if let Some(folder) = std::env::var_os("VIGIE_PICTURES") {
        let bytes = png(scene, 1.5).expect("a picture");
        std::fs::write(Path::new(&folder).join(format!("{name}.png")), bytes).expect("a folder to write to");
    }
}

#[test]
fn nothing_is_cut_and_no_two_texts_overlap() {
    let sizes = [Size::SLIDE, Size { width_pt: 420.0, height_pt: 300.0 }, Size { width_pt: 250.0, height_pt: 100.0 }];
    let drawn = gallery().into_iter().flat_map(|(name, model, _)| sizes.map(|size| (name, draw(&model, size))));
    {
        for (name, scene) in drawn.chain(pages()) {
            let size = (scene.width, scene.height);
            let areas: Vec<_> = scene.texts().map(|text| (text.text.clone(), text.area())).collect();
            for (index, (words, area)) in areas.iter().enumerate() {
                let inside = area.x >= 0.0 && area.right() <= scene.width && area.y >= 0.0;
                assert!(inside && area.bottom() <= scene.height, "{name}: {words} is cut at {size:?}");
                for (other, beside) in areas.iter().skip(index + 1) {
                    let narrower = vigie::draw::scene::Area { height: beside.height * 0.8, ..*beside };
                    assert!(!area.overlaps(&narrower), "{name}: {words} and {other} overlap at {size:?}");
                }
            }
        }
    }
}

/// What is given to whoever draws stands in the picture: every bar by its height, every tick by its words.
#[test]
fn the_picture_shows_the_model() {
    for (name, model, size) in gallery() {
        let scene = draw(&model, size);
        for text in [&model.title, &model.subtitle] {
            let first = text.split(' ').next().expect("a word");
            assert!(scene.texts().any(|found| found.text.starts_with(first)), "{name}: {text} is missing");
        }
        let mut wanted = Vec::new();
        for series in &model.series {
            if let Marks::Bars { direction, bars } = &series.marks {
                for bar in bars {
                    for length in [bar.certain, bar.coarse].into_iter().filter(|length| *length > 0.0) {
                        wanted.push((*direction, length, bar.partial));
                    }
                }
            }
        }
        if wanted.is_empty() || model.series.iter().any(|series| matches!(series.marks, Marks::Outlines { .. })) {
            continue;
        }
        let samples = legend::entries(&model).iter().filter(|entry| entry.sample == Sample::Square).count();
        let drawn: Vec<_> = scene
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| match item {
                Item::Rect { area, edge, .. } if !is_plate(&scene, at) => Some((*area, edge.is_some())),
                _ => None,
            })
            .skip(samples)
            .collect();
        assert_eq!(drawn.len(), wanted.len(), "{name}: as many rectangles as parts of bars");
        let longest = wanted.iter().map(|(_, length, _)| *length).fold(0.0, f64::max);
        let sides = |direction: Direction| {
            drawn.iter().map(move |(area, _)| if direction == Direction::Up { area.height } else { area.width })
        };
        for ((direction, length, partial), (area, edged)) in wanted.iter().zip(&drawn) {
            let side = if *direction == Direction::Up { area.height } else { area.width };
            let most = sides(*direction).fold(0.0, f64::max);
            assert!((side - most * length / longest).abs() < 1.1, "{name}: a bar of {length} is {side} long");
            assert_eq!(partial, edged, "{name}: incomplete periods have a dashed edge");
        }
    }
}

#[test]
fn a_picture_is_a_png_and_too_large_is_refused() {
    let (_, model, size) = gallery().swap_remove(0);
    let scene = draw(&model, size);
    let bytes = png(&scene, 1.0).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG"));
    assert!(png(&scene, 1_000.0).is_err() && png(&scene, 0.0).is_err() && png(&scene, f64::NAN).is_err());
}
