//! Texts of real files and what each means, by the house table of words.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use vigie::model::affected::Unit;
use vigie::model::count::{Conventions, Part, Reading, Statement};

/// What a text says: `lo..hi how unit`, several joined by `; `, other measures as their key; or the error.
fn said(text: &str) -> String {
    match Statement::read(text, &Conventions::default()) {
        Ok(Statement { counts, others }) => {
            let count = |part: &Part<'_>| {
                let Reading { lo, hi, how, unit } = part.reading;
                let hi = hi.map_or_else(|| "∞".to_owned(), |hi| hi.to_string());
                format!("{lo}..{hi} {how:?} {}", unit.map_or("-", Unit::key))
            };
            let words: Vec<String> =
                counts.iter().map(count).chain(others.iter().map(|(what, _)| what.key().to_owned())).collect();
            words.join("; ")
        }
        Err(error) => format!("{error:?}"),
    }
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = said(text);
            (found != *expected).then(|| format!("{text}: {found}, expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every distinct `volume` of both lists of French leaks.
const VOLUMES: &[(&str, &str)] = &[
    ("85 millions de personnes", "85000000..85000000 Exact people"),
    ("33 millions de personnes", "33000000..33000000 Exact people"),
    ("1,5 millions de personnes", "1500000..1500000 Exact people"),
    ("43 millions de personnes", "43000000..43000000 Exact people"),
    ("1.5 millions de personnes", "1500000..1500000 Exact people"),
    ("560 millions de personnes", "560000000..560000000 Exact people"),
    ("Quelques centaines de milliers de personnes", "200000..900000 Words people"),
    ("370 000 personnes", "370000..370000 Exact people"),
    ("Plusieurs dizaines de milliers de clients", "20000..90000 Words customers"),
    ("4,2 millions de personnes", "4200000..4200000 Exact people"),
    ("14,1 millions de personnes", "14100000..14100000 Exact people"),
    ("5,1 millions de personnes", "5100000..5100000 Exact people"),
    ("45 000 personnes", "45000..45000 Exact people"),
    ("10 millions de personnes", "10000000..10000000 Exact people"),
    ("750 000 patients", "750000..750000 Exact people"),
    ("3.6 millions de clients", "3600000..3600000 Exact customers"),
    ("1.6 millions d’utilisateurs", "1600000..1600000 Exact users"),
    ("800 000 clients", "800000..800000 Exact customers"),
    ("82Go", "OtherUnit(Volume)"),
    ("Credential stuffing", "NotACount"),
    ("64 512 comptes", "64512..64512 Exact accounts"),
    ("625 434 comptes", "625434..625434 Exact accounts"),
    ("808 881 comptes", "808881..808881 Exact accounts"),
    ("101 979 personnes", "101979..101979 Exact people"),
    ("9 926 266 clients", "9926266..9926266 Exact customers"),
    ("65 000 personnes", "65000..65000 Exact people"),
    ("17.5 millions de comptes", "17500000..17500000 Exact accounts"),
    ("66 Go de données", "OtherUnit(Volume)"),
    ("4 616 clients", "4616..4616 Exact customers"),
    // Files and records are one unit here, students and teachers are people: they may overlap, so none is taken.
    ("70 000 dossiers, 160 000 fichiers", "Several"),
    ("70 000 clients", "70000..70000 Exact customers"),
    ("4 212 étudiants, 4 006 enseignants", "Several"),
    ("12 millions de salarié·es", "12000000..12000000 Exact people"),
    ("844Go de données", "OtherUnit(Volume)"),
    (
        "1.2 millions d’adhérents, 420 000 fichiers sensibles",
        "1200000..1200000 Exact people; 420000..420000 Exact records",
    ),
    ("822 449 pompiers", "822449..822449 Exact people"),
    ("2 340 422 clients", "2340422..2340422 Exact customers"),
    ("90 000 clients", "90000..90000 Exact customers"),
    ("1 493 adhérents", "1493..1493 Exact people"),
    ("10 000 personnes", "10000..10000 Exact people"),
    ("29 millions de clients", "29000000..29000000 Exact customers"),
    ("1.2 millions de documents, 500+Go", "1200000..1200000 Exact records; volume"),
    ("1 million de contacts", "1000000..1000000 Exact records"),
    ("600 élèves", "600..600 Exact people"),
    ("900 000 clients", "900000..900000 Exact customers"),
    ("73 000 clients", "73000..73000 Exact customers"),
    ("196 000 utilisateurs", "196000..196000 Exact users"),
    ("une centaine de personnes", "80..150 Words people"),
    ("21 647 personnes", "21647..21647 Exact people"),
    ("2971 fichiers, 4.5Go", "2971..2971 Exact records; volume"),
    // Addresses and numbers are records both.
    ("471 352 emails, 796 141 numéros de téléphone", "Several"),
];

/// Every band of people of the Attorney General of Washington, and those of the French regulator.
const BANDS: &[(&str, &str)] = &[
    ("< 500", "0..499 FewerThan -"),
    ("500-999", "500..999 Range -"),
    ("1,000-9,999", "1000..9999 Range -"),
    ("10,000-49,999", "10000..49999 Range -"),
    ("50,000-999,999", "50000..999999 Range -"),
    ("1,000,000+", "1000000..∞ AtLeast -"),
    ("Entre 0 et 5 personnes", "0..5 Range people"),
    ("Entre 6 et 50 personnes", "6..50 Range people"),
    ("Entre 51 et 300 personnes", "51..300 Range people"),
    ("Entre 301 et 5000 personnes", "301..5000 Range people"),
    ("Plus de 5000 personnes", "5001..∞ MoreThan people"),
];

#[test]
fn volumes_of_french_leaks() {
    check(VOLUMES);
}

#[test]
fn bands_of_regulators() {
    check(BANDS);
}

#[test]
fn several_things_at_once() {
    check(&[
        ("12,000 customers and 340 employees", "12000..12000 Exact customers; 340..340 Exact people"),
        ("12,000 patients and 340 employees", "Several"),
        ("300 clients et des milliers de comptes", "300..300 Exact customers; 2000..9000 Words accounts"),
        ("over 2 million users; at least 300,000 accounts", "2000001..∞ MoreThan users; 300000..∞ AtLeast accounts"),
        (
            "3 entreprises, environ 500 postes et 40 clients",
            "3..3 Exact organisations; 450..550 About systems; 40..40 Exact customers",
        ),
        ("12,000 (3 % of customers)", "12000..12000 Exact -; share"),
        ("300 customers, $5 million", "300..300 Exact customers; money"),
        ("1.2 TB, 12 %", "OtherUnit(Volume)"),
        ("1, 5 Go", "Several"),
        ("300 clients, et plus", "300..300 Exact customers"),
        ("between 10 and 20 thousand", "10000..20000 Range -"),
        ("between 5 and 10 users and 3 servers", "5..10 Range users; 3..3 Exact systems"),
    ]);
}

#[test]
fn measures_that_are_not_people() {
    check(&[
        ("82 Go", "OtherUnit(Volume)"),
        ("1.2 TB", "OtherUnit(Volume)"),
        ("3 To de données", "OtherUnit(Volume)"),
        ("more than 500 gigabytes", "OtherUnit(Volume)"),
        ("12 %", "OtherUnit(Share)"),
        ("12 percent of customers", "OtherUnit(Share)"),
        ("12 pour cent", "OtherUnit(Share)"),
        ("$5 million", "OtherUnit(Money)"),
        ("5 millions d’euros", "OtherUnit(Money)"),
        ("300 k€", "OtherUnit(Money)"),
        ("63 stores", "OtherUnit(Things)"),
        ("63 organisations", "63..63 Exact organisations"),
        ("half of its customers", "Uncounted"),
        ("about half of the staff", "Uncounted"),
        ("la moitié des clients", "Uncounted"),
        ("plus de la moitié des salariés", "Uncounted"),
        ("deux tiers des élèves", "Uncounted"),
        ("one third of patients", "Uncounted"),
        ("tous les clients", "Uncounted"),
        ("many users", "Uncounted"),
        ("half a million users", "500000..500000 Exact users"),
    ]);
}

#[test]
fn marks_and_magnitudes() {
    check(&[
        ("1_234_567", "1234567..1234567 Exact -"),
        ("1\u{2009}234\u{2009}567", "1234567..1234567 Exact -"),
        ("1\u{2007}234", "1234..1234 Exact -"),
        ("1’234’567", "1234567..1234567 Exact -"),
        ("1.2 Mio.", "1200000..1200000 Exact -"),
        ("3 Mrd", "3000000000..3000000000 Exact -"),
        ("1e+06", "1000000..1000000 Exact -"),
        ("9223372036854775807", "9223372036854775807..9223372036854775807 Exact -"),
        ("9,223,372,036,854,775,807", "9223372036854775807..9223372036854775807 Exact -"),
        ("9,223,372,036,854,775,808", "TooLarge"),
        // Other ways to group and other digits are a problem, never another number.
        ("1,23,456", "NotACount"),
        ("2 lakh", "Ambiguous"),
        ("2 crore users", "Ambiguous"),
        ("2 trillion records", "Ambiguous"),
        ("2 dozen customers", "24..24 Exact customers"),
        ("3 Milliarden", "3000000000..3000000000 Exact -"),
        ("１２３", "NotACount"),
        ("12３", "OtherUnit(Things)"),
        ("-1", "Negative"),
        ("−1", "Negative"),
        ("-250,000", "Negative"),
    ]);
}

/// The distinct values of a column of delimited text, where the file is at hand.
fn column(path: &Path, delimiter: u8, name: &str) -> Option<BTreeSet<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(path).ok()?;
    let place = reader.headers().ok()?.iter().position(|header| header == name)?;
    Some(reader.records().filter_map(|row| Some(row.ok()?.get(place)?.to_owned())).collect())
}

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path)
}

/// No value of the files is missing in the tables above, and none there is invented.
#[test]
fn the_tables_hold_every_value_of_the_files() {
    let mut volumes = BTreeSet::new();
    for file in ["bonjourlafuite_eu_org_first54rows.csv", "volumes_2026-01.csv"] {
        let path = shared("bonjourlafuite").join(file);
        let Some(found) = column(&path, b';', "volume") else {
            println!("skipped: {} is not there", path.display());
            return;
        };
        volumes.extend(found);
    }
    volumes.remove("");
    let in_table: BTreeSet<String> = VOLUMES.iter().map(|(text, _)| (*text).to_owned()).collect();
    assert_eq!(volumes, in_table);
    let Ok(files) = std::fs::read_dir(shared("wa_ag")) else {
        println!("skipped: the notices of Washington are not there");
        return;
    };
    for path in files.filter_map(|file| Some(file.ok()?.path())) {
        for band in column(&path, b',', "WashingtoniansAffectedRange").unwrap_or_default() {
            let known = BANDS.iter().any(|(text, _)| *text == band) || band == "Unknown" || band.is_empty();
            assert!(known, "{band}");
        }
    }
}
