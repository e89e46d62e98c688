//! Columns of counts from their cells to records: units, measures, placeholders, the table of words.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::fmt::Write as _;
use std::path::Path;

use uuid::Uuid;
use vigie::frame::batch::{Batch, RowSink};
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::progress::Progress;
use vigie::import::propose::proposal::Proposal;
use vigie::import::propose::{propose, survey};
use vigie::import::read::assemble::incident_from_row;
use vigie::import::read::read;
use vigie::import::recipe::{OnBad, Placeholder, PlaceholderMeaning, Recipe, Target};
use vigie::import::report::ImportReport;
use vigie::model::affected::{Affected, Amount};
use vigie::model::calendar::Day;
use vigie::model::incident::Incident;
use vigie::model::missing::Missing;
use vigie::model::problem::ProblemKind;

/// Keeps the records.
#[derive(Default)]
struct Records(Vec<Incident>);

impl RowSink for Records {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        self.0.extend((0..batch.rows.len()).map(|row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil())));
        Ok(())
    }
}

fn proposed(bytes: &[u8]) -> Proposal {
    let found = sniff(bytes, Extent::Whole).expect("a table");
    let today = Day::from_ymd(2026, 1, 1).expect("a day");
    let mut source = bytes;
    let seen = survey::survey(&mut source, &found.format, today, &Progress::default()).expect("surveyed");
    propose(&seen, &found.format, "list", &[])
}

fn records(bytes: &[u8], recipe: &Recipe) -> (Vec<Incident>, ImportReport) {
    let mut records = Records::default();
    let report = read(&mut &*bytes, recipe, &mut records, &Progress::default()).expect("read");
    assert!(report.adds_up());
    (records.0, report)
}

/// `unit lo..hi` of each statement, or why there is no number with the words beside it.
fn said(incident: &Incident) -> Vec<String> {
    let one = |affected: &Affected| match &affected.amount {
        Amount::Count(count) => {
            let hi = count.hi.map_or_else(String::new, |hi| hi.to_string());
            format!("{} {}..{hi} {:?} “{count}”", affected.unit.key(), count.lo, count.how)
        }
        Amount::Missing(missing) => format!("{} {} “{}”", affected.unit.key(), missing.key(), affected.note),
    };
    incident.affected.iter().map(one).collect()
}

fn count_rule<'a>(recipe: &'a mut Recipe, header: &str) -> &'a mut Target {
    &mut recipe.columns.iter_mut().find(|rule| rule.header == header).expect("a column").target
}

const VOLUMES: &str = "organisme;volume
A;1,5 millions de personnes
B;70 000 clients
C;1.2 millions d’adhérents, 420 000 fichiers sensibles
D;2971 fichiers, 4.5Go
E;82Go
F;70 000 dossiers, 160 000 fichiers
G;la moitié des salariés
H;quelques centaines de personnes
I;
J;-1
";

#[test]
fn each_count_goes_to_its_unit_and_measures_stay_words() {
    let mut recipe = proposed(VOLUMES.as_bytes()).recipe;
    let rule = recipe.columns.iter_mut().find(|rule| rule.header == "volume").expect("a column");
    assert!(matches!(rule.target, Target::Count { .. }), "{rule:?}");
    rule.on_bad = OnBad::KeepRow;
    let (kept, report) = records(VOLUMES.as_bytes(), &recipe);
    let found: Vec<Vec<String>> = kept.iter().map(said).collect();
    let expected: [&[&str]; 10] = [
        &["people 1500000..1500000 Exact “1,5 millions de personnes”"],
        &["customers 70000..70000 Exact “70 000 clients”"],
        &[
            "people 1200000..1200000 Exact “1.2 millions d’adhérents”",
            "records 420000..420000 Exact “420 000 fichiers sensibles”",
        ],
        &["records 2971..2971 Exact “2971 fichiers”"],
        &["people unknown “”"],
        &["people unknown “”"],
        &["people unknown “la moitié des salariés”"],
        &["people 200..900 Words “quelques centaines de personnes”"],
        &[],
        &["people unknown “”"],
    ];
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
    // What could not go anywhere stands beside the record, to the letter, and is counted by its kind.
    let aside: Vec<Option<&str>> = kept.iter().map(|one| one.custom.get("volume").map(String::as_str)).collect();
    let words = [Some("2971 fichiers, 4.5Go"), Some("82Go"), Some("70 000 dossiers, 160 000 fichiers")];
    assert_eq!((&aside[3..6], aside[2], aside[6], aside[9]), (&words[..], None, None, Some("-1")));
    let kinds: Vec<_> = report.counts.iter().map(|(kind, cells)| (*kind, *cells)).collect();
    assert_eq!(
        kinds,
        [(ProblemKind::NegativeCount, 1), (ProblemKind::SeveralCounts, 1), (ProblemKind::OtherQuantity, 2)]
    );
}

#[test]
fn what_stands_out_is_said_with_its_counts() {
    use vigie::text::Lang;
    let proposal = proposed(VOLUMES.as_bytes());
    let said: Vec<String> = proposal.assumptions().iter().map(|one| one.words(Lang::En)).collect();
    for expected in [
        "In “volume”, 1 cell is words such as “a few hundred”, read by the table of words for numbers.",
        "In “volume”, 1 cell counts several units, and each goes to its own.",
        "In “volume”, 1 cell has several numbers of one unit, and none is taken.",
        "In “volume”, 1 cell says a part of something that is not counted: unknown.",
        "In “volume”, 2 cells say an amount of data, kept as words.",
        "In “volume”, −1 stands in 1 cell, the numbers beside it in at most 0.",
    ] {
        assert!(said.iter().any(|one| one == expected), "{expected}\n{}", said.join("\n"));
    }
    let french: Vec<String> = proposal.assumptions().iter().map(|one| one.words(Lang::Fr)).collect();
    assert!(french.iter().any(|one| one.contains("2 cellules indiquent un volume de données")), "{french:?}");
}

#[test]
fn a_measure_never_costs_a_row_and_several_counts_do_what_the_recipe_says() {
    let mut recipe = proposed(VOLUMES.as_bytes()).recipe;
    let rule = recipe.columns.iter_mut().find(|rule| rule.header == "volume").expect("a column");
    rule.on_bad = OnBad::RejectRow;
    let (kept, report) = records(VOLUMES.as_bytes(), &recipe);
    assert_eq!((kept.len(), report.rejected.len()), (8, 2));
    assert_eq!(report.rejected.iter().map(|row| row.row).collect::<Vec<_>>(), [6, 10]);
}

#[test]
fn the_table_of_words_and_the_placeholders_are_the_recipes() {
    let mut recipe = proposed(VOLUMES.as_bytes()).recipe;
    recipe.dataset.words.hundreds = (300, 500);
    let Target::Count { placeholders, .. } = count_rule(&mut recipe, "volume") else { panic!("a count") };
    placeholders.push(Placeholder { number: -1, means: PlaceholderMeaning::Unknown });
    let stored = serde_json::to_string(&recipe).expect("a recipe");
    let recipe: Recipe = serde_json::from_str(&stored).expect("the same recipe");
    let (kept, report) = records(VOLUMES.as_bytes(), &recipe);
    assert_eq!(said(&kept[7]), ["people 300..500 Words “quelques centaines de personnes”"]);
    assert_eq!(said(&kept[9]), ["people unknown “”"]);
    assert!(!kept[9].custom.contains_key("volume"));
    assert_eq!(report.counts.get(&ProblemKind::NegativeCount), None);
    // The house table is not written into recipes.
    assert!(!serde_json::to_string(&proposed(VOLUMES.as_bytes()).recipe).expect("a recipe").contains("hundreds"));
}

#[test]
fn minus_one_is_a_placeholder_where_it_is_frequent() {
    let mut text = String::from("organisation,people affected\n");
    for row in 0..200 {
        writeln!(text, "Organisation {row},{}", if row % 9 == 0 { -1 } else { row * 7 + 3 }).expect("into a text");
    }
    let mut recipe = proposed(text.as_bytes()).recipe;
    let Target::Count { placeholders, .. } = count_rule(&mut recipe, "people affected") else { panic!("a count") };
    assert_eq!(*placeholders, [Placeholder { number: -1, means: PlaceholderMeaning::Unknown }]);
    let (kept, report) = records(text.as_bytes(), &recipe);
    assert_eq!((kept.len(), report.counts.len()), (200, 0));
    assert!(matches!(kept[0].affected[0].amount, Amount::Missing(Missing::Unknown)));
}

#[test]
fn placeholders_of_real_lists_and_their_evidence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let read = |name: &str| std::fs::read(folder.join(name)).ok();
    let (Some(open), Some(archive), Some(leaks)) = (
        read("hhs_ocr/breach_report.csv"),
        read("hhs_ocr/breach_report(1).csv"),
        read("fr_leaks_feed/breaches_20251211.json"),
    ) else {
        println!("skipped: {} does not hold the lists", folder.display());
        return;
    };
    let cells = |bytes: &[u8], header: &str, numbers: &[i64]| -> Vec<u64> {
        let found = sniff(bytes, Extent::Whole).expect("a table");
        let today = Day::from_ymd(2026, 1, 1).expect("a day");
        let mut source = bytes;
        let seen = survey::survey(&mut source, &found.format, today, &Progress::default()).expect("surveyed");
        let column = seen.columns.iter().find(|column| column.header == header).expect("a column");
        numbers.iter().map(|number| column.numbers.cells(*number)).collect()
    };
    let numbers = [500, 501, 502];
    let (a, b) = (cells(&open, "Individuals Affected", &numbers), cells(&archive, "Individuals Affected", &numbers));
    let both: Vec<u64> = a.iter().zip(&b).map(|(a, b)| a + b).collect();
    assert_eq!(both, [87, 26, 4]);
    assert_eq!(cells(&leaks, "PwnCount", &[0]), [1_820]);
    for bytes in [&open, &archive] {
        let mut recipe = proposed(bytes).recipe;
        let Target::Count { placeholders, .. } = count_rule(&mut recipe, "Individuals Affected") else {
            panic!("a count")
        };
        let numbers: Vec<i64> = placeholders.iter().map(|rule| rule.number).collect();
        assert_eq!(numbers, [500, 501]);
    }
}
