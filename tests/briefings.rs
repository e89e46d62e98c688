//! Briefings on the sample data: what the templates say, page by page, in both languages, and that each page can be
//! drawn on a slide.
//!
//! `UPDATE=1 cargo test --test briefings` writes the expected texts anew. `VIGIE_SLIDES=FOLDER` writes every slide
//! there as a picture, to be looked at.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Parser;
use vigie::briefing::deck::{Body, Deck};
use vigie::briefing::paging::paged;
use vigie::briefing::slide::slide;
use vigie::chart::model::ColourRole;
use vigie::cli::report::{DeckArgs, Made};
use vigie::draw::png::png;
use vigie::draw::scene::Area;
use vigie::draw::style::Style;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    deck: DeckArgs,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn make(file: &Path, flags: &[&str]) -> Made {
    let words = ["vigie", file.to_str().expect("a path in Unicode")].into_iter().chain(flags.iter().copied());
    let args = Args::try_parse_from(words).unwrap_or_else(|error| panic!("{error}")).deck;
    let folder = tempfile::tempdir().expect("a folder");
    let made = args.make(&folder.path().join("report.pptx")).unwrap_or_else(|error| panic!("{flags:?}: {error:?}"));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "what was made on the way is removed");
    made
}

/// The deck as text: what a reader would read, without the notes' definitions, which other tests hold.
fn told(made: &Made) -> String {
    let mut out = String::new();
    for line in &made.said {
        _ = writeln!(out, "! {line}");
    }
    for (at, sheet) in made.deck.sheets.iter().enumerate() {
        _ = writeln!(out, "{}. {}", at + 1, sheet.headline);
        if !sheet.subtitle.is_empty() {
            _ = writeln!(out, "   {}", sheet.subtitle);
        }
        body(&mut out, &sheet.body);
        for line in &sheet.foot {
            _ = writeln!(out, "   _ {line}");
        }
        for caution in &sheet.cautions {
            _ = writeln!(out, "   ? {}", caution.why);
        }
        _ = writeln!(out, "   ({} notes)", sheet.notes.len());
    }
    out
}

fn body(out: &mut String, body: &Body) {
    match body {
        Body::Title { lines } => lines.iter().for_each(|line| _ = writeln!(out, "   | {line}")),
        Body::Numbers(numbers) => {
            for number in numbers {
                let small = number.small_print.join(" · ");
                _ = writeln!(out, "   {}: {} | {} | {small}", number.question, number.headline, number.sentence);
            }
        }
        Body::Figure(drawn) => _ = writeln!(out, "   [{}]", drawn.model.key.key()),
        Body::Two(both) => {
            for drawn in both.iter() {
                _ = writeln!(out, "   [{}] {} | {}", drawn.model.key.key(), drawn.model.title, drawn.model.subtitle);
            }
        }
        Body::Table(table) => {
            _ = writeln!(out, "   = {}", table.headers.join(" | "));
            for row in table.rows.iter().take(3) {
                let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                _ = writeln!(out, "   = {}", cells.join(" | "));
            }
        }
        Body::Incident(sheet) => {
            sheet.facts.iter().for_each(|(name, value)| _ = writeln!(out, "   {name}: {value}"));
            _ = writeln!(out, "   {} paragraphs", sheet.text.len());
            sheet.timeline.iter().for_each(|model| _ = writeln!(out, "   [{}]", model.title));
        }
        Body::Timeline(model) => _ = writeln!(out, "   [{}]", model.title),
        Body::Text(paragraphs) => {
            for paragraph in paragraphs {
                _ = writeln!(out, "   {:?} {}", paragraph.style, paragraph.text);
            }
        }
        Body::Empty(why) => _ = writeln!(out, "   - {why}"),
    }
}

fn compare(name: &str, made: &Made) {
    let path = root().join("tests/golden/briefings").join(format!("{name}.txt"));
    let found = told(made);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, &found).expect("written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected.replace("\r\n", "\n"), "{} differs", path.display());
}

/// Every slide is drawn; no text leaves it and no two overlap.
fn drawn(name: &str, deck: &Deck) {
    let pictures = std::env::var_os("VIGIE_SLIDES").map(PathBuf::from);
    let deck = paged(deck);
    for (at, sheet) in deck.sheets.iter().enumerate() {
        let scene = slide(&deck, sheet, at + 1, &Style::print()).scene();
        if let Some(folder) = &pictures {
            std::fs::create_dir_all(folder).expect("a folder");
            let bytes = png(&scene, 1.0).expect("a picture");
            std::fs::write(folder.join(format!("{name}-{:02}.png", at + 1)), bytes).expect("written");
        }
        let areas: Vec<(Area, &str)> = scene.texts().map(|text| (text.area(), text.text.as_str())).collect();
        for (at, (area, words)) in areas.iter().enumerate() {
            assert!(area.x > -1.0 && area.right() < scene.width + 1.0, "{name}, {}: {words}", sheet.headline);
            for (other, others) in areas.iter().skip(at + 1) {
                let less = |area: &Area| Area { y: area.y + area.height * 0.12, height: area.height * 0.7, ..*area };
                assert!(!less(area).overlaps(&less(other)), "{name}, {}: {words} over {others}", sheet.headline);
            }
        }
    }
}

#[test]
fn templates_fill_themselves_from_the_sample_data() {
    for (name, file, flags) in [
        ("washington-quarterly", "washington_notices.csv", &["--template", "quarterly", "--marking", "TLP:CLEAR"][..]),
        ("washington-annual", "washington_notices.csv", &["--template", "annual"]),
        ("register-monthly", "example_register.csv", &["--template", "monthly"]),
        ("french-quarterly", "french_incidents.csv", &["--template", "quarterly"]),
        ("seeds-quarterly", "seed_incidents.json", &["--template", "quarterly"]),
    ] {
        for lang in ["en", "fr"] {
            let flags: Vec<&str> = flags.iter().copied().chain(["--lang", lang]).collect();
            let made = make(&root().join("sample_data").join(file), &flags);
            let name = format!("{name}-{lang}");
            drawn(&name, &made.deck);
            compare(&name, &made);
        }
    }
}

#[test]
fn templates_fill_themselves_from_real_files() {
    for (name, file, template) in [
        ("wa", "wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv", "quarterly"),
        ("hhs", "hhs_ocr/breach_report.csv", "annual"),
        ("hibp", "hibp/breaches_20250315.json", "annual"),
        ("eurepoc", "eurepoc/EuRepoC_Global_Database_1.1.csv", "annual"),
    ] {
        let path = root().join("../shared/data").join(file);
        if !path.exists() {
            println!("skipped: {} is not here", path.display());
            continue;
        }
        let made = make(&path, &["--template", template, "--lang", "fr"]);
        assert!(made.deck.sheets.len() >= 6, "{name}: {:?}", made.said);
        drawn(name, &made.deck);
    }
}

/// The categories of a briefing's figures, with the colours they have: series of one name, and panels of one title.
fn coloured(deck: &Deck) -> Vec<(String, ColourRole, String)> {
    let figures = deck.sheets.iter().flat_map(|sheet| match &sheet.body {
        Body::Figure(drawn) => vec![drawn.as_ref()],
        Body::Two(both) => both.iter().collect(),
        _ => Vec::new(),
    });
    let models = figures
        .flat_map(|drawn| std::iter::once((&drawn.model, false)).chain(drawn.panels.iter().map(|panel| (panel, true))));
    let mut all = Vec::new();
    for (model, is_panel) in models {
        for series in model.series.iter().filter(|series| matches!(series.role, ColourRole::Data(_))) {
            let name = if is_panel { &model.title } else { &series.name };
            all.push((name.clone(), series.role, format!("{} of {}", series.key, model.key.key())));
        }
    }
    all
}

#[test]
fn a_category_has_one_colour_through_a_whole_briefing() {
    let file = root().join("sample_data/washington_notices.csv");
    let mut met = 0;
    for template in ["monthly", "quarterly", "annual"] {
        let made = make(&file, &["--template", template]);
        let mut first: std::collections::BTreeMap<String, (ColourRole, String)> = std::collections::BTreeMap::new();
        for (name, role, place) in coloured(&made.deck) {
            let (known, where_first) = first.entry(name.clone()).or_insert_with(|| (role, place.clone()));
            assert_eq!(*known, role, "{template}: “{name}” is {known:?} in {where_first} and {role:?} in {place}");
            met += usize::from(*where_first != place);
        }
    }
    assert!(met > 0, "some name stands in two figures");
}
