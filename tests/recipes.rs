//! The shipped recipes are recipes, and each fits the file that it was written for and no other.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use vigie::frame::batch::Field;
use vigie::import::bytes::sniff::{Extent, Sniff, sniff};
use vigie::import::profiles::Profile;
use vigie::import::propose::fit;
use vigie::import::recipe::{Format, Recipe, Target};
use vigie::model::dataset::Mechanism;

/// Sources without a key of their own.
const WITHOUT_KEY: [&str; 6] =
    ["bonjourlafuite", "bonjourlafuite_volumes", "cnil", "hackmageddon", "hhs_ocr", "hibp_renamed"];

/// Sources of which no delay can be computed.
const WITHOUT_DELAY: [&str; 8] = [
    "bonjourlafuite",
    "bonjourlafuite_volumes",
    "cnil",
    "eurepoc",
    "fr_leaks_feed",
    "french_sample",
    "hhs_ocr",
    "stix",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn recipe(name: &str) -> Recipe {
    let path = root().join("assets/recipes").join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn names() -> BTreeSet<String> {
    let files = std::fs::read_dir(root().join("assets/recipes")).expect("the recipes");
    files.map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// What a file looks like.
fn sniffed(path: &Path) -> Sniff {
    let bytes = std::fs::read(path).expect("a file");
    sniff(&bytes, Extent::Whole).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Each recipe with a file of its shape; those outside the project are skipped when they are not there.
fn files() -> Vec<(&'static str, PathBuf)> {
    let sample = |name: &str| root().join("sample_data").join(name);
    let data = |name: &str| root().join("../shared/data").join(name);
    let fixture = |name: &str| root().join("tests/fixtures").join(name);
    vec![
        ("washington_sample", sample("washington_notices.csv")),
        ("example_register", sample("example_register.csv")),
        ("french_sample", sample("french_incidents.csv")),
        ("washington", data("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv")),
        ("hibp", data("hibp/breaches_20250315.json")),
        ("washington_exploded", fixture("washington_exploded.csv")),
        ("cnil", fixture("cnil.csv")),
        ("eurepoc", fixture("eurepoc.csv")),
        ("eurepoc", data("eurepoc/EuRepoC_Global_Database_1.1.csv")),
        ("hackmageddon", fixture("hackmageddon.csv")),
        ("hackmageddon", data("hackmageddon/hackmageddon_2023plus.csv")),
        ("bonjourlafuite", fixture("bonjourlafuite.csv")),
        ("bonjourlafuite", data("bonjourlafuite/bonjourlafuite_eu_org_first54rows.csv")),
        ("bonjourlafuite_volumes", fixture("bonjourlafuite_volumes.csv")),
        ("bonjourlafuite_volumes", data("bonjourlafuite/volumes_2026-01.csv")),
        ("hibp", fixture("hibp_2018.json")),
        ("hibp_renamed", fixture("hibp_renamed.json")),
        ("fr_leaks_feed", fixture("fr_leaks_feed.json")),
        ("fr_leaks_feed", data("fr_leaks_feed/breaches_20251211.json")),
        ("stix", fixture("stix_bundle.json")),
        ("veris", fixture("veris_array.json")),
        ("veris", fixture("veris_one.json")),
        ("veris", fixture("veris_lines.ndjson")),
        ("veris", fixture("veris_reduced.json")),
        ("hhs_ocr", data("hhs_ocr/breach_report.csv")),
        ("hhs_ocr", data("hhs_ocr/breach_report(1).csv")),
    ]
}

#[test]
fn every_shipped_recipe_has_a_file_here() {
    let known: BTreeSet<String> = files().into_iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(names(), known);
    let carried: Vec<Recipe> = vigie::import::profiles::all().iter().flat_map(Profile::recipes).collect();
    let kept: Vec<Recipe> = names().iter().map(|name| recipe(name)).collect();
    for document in &kept {
        assert!(carried.contains(document), "the program does not carry {}", document.name);
    }
    assert_eq!(carried.len(), kept.len(), "a recipe in two profiles");
}

#[test]
fn a_file_has_every_header_its_recipe_names_and_is_read_by_no_other_recipe() {
    let all: Vec<(String, Recipe)> = names().into_iter().map(|name| (name.clone(), recipe(&name))).collect();
    for (name, path) in files() {
        if !path.exists() {
            println!("skipped: {} is not here", path.display());
            continue;
        }
        let own = recipe(name);
        let sniff = sniffed(&path);
        let found: BTreeSet<&String> = sniff.headers.iter().collect();
        // Objects may lack a key.
        let is_table = matches!(sniff.format, Format::Csv { .. });
        for column in own.columns.iter().filter(|_| is_table) {
            assert!(found.contains(&column.header), "{name}: no column {:?}", column.header);
        }
        let chosen = fit::choose(&all, |(_, recipe)| recipe, &sniff).map(|(name, _)| name.as_str());
        assert_eq!(chosen, Some(name), "{}", path.display());
    }
}

/// The field that a column fills, and whether it takes several values a row.
fn field(target: &Target) -> Option<(Field, bool)> {
    match target {
        Target::Ignore => None,
        Target::Text(field) | Target::Html(field) | Target::Count { field, .. } => Some((field.clone(), false)),
        Target::List { field, .. } => Some((field.clone(), true)),
        Target::Date { event, .. } => Some((Field::Event(*event), false)),
    }
}

#[test]
fn the_columns_of_a_recipe_do_not_contradict_each_other() {
    for name in names() {
        let recipe = recipe(&name);
        let headers: BTreeSet<&str> = recipe.columns.iter().map(|column| column.header.as_str()).collect();
        assert_eq!(headers.len(), recipe.columns.len(), "{name}: a header twice");
        let mut single = BTreeSet::new();
        for column in &recipe.columns {
            if let Some((field, false)) = field(&column.target) {
                assert!(single.insert(field.clone()), "{name}: {field:?} twice");
            }
            if let Target::Count { field, unit_column, .. } = &column.target {
                assert!(matches!(field, Field::Affected(..)), "{name}");
                if let Some(unit) = unit_column {
                    let rule = recipe.columns.iter().find(|other| other.header == *unit).expect("the unit's column");
                    assert_eq!(rule.target, Target::Ignore, "{name}: the unit is read with its count");
                }
            }
        }
        assert_eq!(single.contains(&Field::Key), !WITHOUT_KEY.contains(&name.as_str()), "{name}: a key");
    }
}

#[test]
fn what_the_recipes_say_of_their_datasets() {
    for name in names() {
        let rule = recipe(&name).dataset;
        let expected = match name.as_str() {
            "example_register" => Mechanism::Register,
            "eurepoc" | "stix" => Mechanism::Mixed,
            _ => Mechanism::DisclosureList,
        };
        assert_eq!(rule.mechanism, Some(expected), "{name}");
        let dated = |kind| {
            recipe(&name)
                .columns
                .iter()
                .any(|column| matches!(&column.target, Target::Date { event, .. } if *event == kind))
        };
        assert!(rule.listing_event.is_some_and(dated), "{name}: the listing event has a column");
        assert!(rule.delay.is_none_or(|(from, to)| dated(from) && dated(to)), "{name}");
        assert_eq!(rule.delay.is_none(), WITHOUT_DELAY.contains(&name.as_str()), "{name}");
        assert!(!rule.note.is_empty() && !rule.publisher.is_empty(), "{name}");
    }
    assert_eq!(recipe("washington").dataset.fiscal_start, Some((7, 24)));
    assert_eq!(recipe("washington_sample").dataset.fiscal_start, Some((7, 24)));
    assert_eq!(recipe("hhs_ocr").dataset.floor, Some(500));
}

#[test]
fn every_cell_of_the_sample_files_can_be_read() {
    use vigie::frame::cell::{CountState, DateState};
    use vigie::import::cells::count::read_count;
    use vigie::import::cells::date::read_date;
    for (name, path) in files().into_iter().take(3) {
        let recipe = recipe(name);
        let Format::Csv { delimiter, .. } = &recipe.shape.format else { panic!("{name}") };
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(u8::try_from(*delimiter).unwrap()).from_reader(text.as_bytes());
        let head = reader.headers().unwrap().clone();
        for row in reader.records() {
            let row = row.unwrap();
            for column in &recipe.columns {
                let cell = &row[head.iter().position(|header| header == column.header).unwrap()];
                match &column.target {
                    Target::Date { order, .. } => {
                        let read = read_date(cell, *order).unwrap_or_else(|error| panic!("{name}: {cell:?} {error}"));
                        assert_eq!(read.state == DateState::Blank, cell.is_empty(), "{name}: {cell:?}");
                    }
                    Target::Count { thousands, .. } => {
                        let read =
                            read_count(cell, *thousands).unwrap_or_else(|error| panic!("{name}: {cell:?} {error:?}"));
                        assert_eq!(read.state == CountState::Blank, cell.is_empty(), "{name}: {cell:?}");
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn french_numbers_and_dates_mean_what_a_french_reader_takes_them_for() {
    use vigie::import::cells::count::read_count;
    use vigie::import::cells::date::read_date;
    use vigie::import::recipe::{DateOrder, Thousands};
    for (text, lo, hi) in [
        ("370 000", 370_000, 370_000),
        ("8\u{202f}218", 8_218, 8_218),
        ("750\u{a0}000", 750_000, 750_000),
        ("1,5 millions", 1_500_000, 1_500_000),
        ("1.6 millions", 1_600_000, 1_600_000),
        ("Quelques centaines de milliers", 200_000, 900_000),
        ("Plusieurs dizaines de milliers", 20_000, 90_000),
        ("Quelques centaines", 200, 900),
        ("une centaine", 80, 150),
        ("jusqu'à 300 000", 0, 300_000),
    ] {
        let read = read_count(text, Thousands::Space).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!((read.lo, read.hi), (lo, hi), "{text}");
    }
    for (text, first, last) in [
        ("08/03/2024", "2024-03-08", "2024-03-08"),
        ("mars 2024", "2024-03-01", "2024-03-31"),
        ("décembre 2023", "2023-12-01", "2023-12-31"),
    ] {
        let read = read_date(text, DateOrder::DayMonthYear).unwrap_or_else(|error| panic!("{text}: {error}"));
        let day = |iso: &str| {
            let epoch = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
            (iso.parse::<chrono::NaiveDate>().unwrap() - epoch).num_days()
        };
        assert_eq!((i64::from(read.lo), i64::from(read.hi)), (day(first), day(last)), "{text}");
    }
}
