//! The sample files say what their README says they say.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

/// A file as its header and rows.
struct Sheet {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn read(name: &str, delimiter: u8) -> Self {
        let bytes = std::fs::read(sample(name)).expect("a sample file");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let header = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.expect("a whole row").iter().map(str::to_owned).collect()).collect();
        Self { header, rows }
    }

    fn column(&self, name: &str) -> usize {
        self.header.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"))
    }

    /// The cells of one column, for the rows that are wanted.
    fn cells<'a>(&'a self, name: &str, wanted: impl Fn(&[String]) -> bool + 'a) -> impl Iterator<Item = &'a str> {
        let column = self.column(name);
        self.rows.iter().filter(move |row| wanted(row)).map(move |row| row[column].as_str())
    }

    fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.cells(name, |_| true)
    }
}

fn median(mut days: Vec<i64>) -> f64 {
    days.sort_unstable();
    let middle = days.len() / 2;
    if days.len() % 2 == 1 { days[middle] as f64 } else { (days[middle - 1] + days[middle]) as f64 / 2.0 }
}

/// Days from awareness to the notice, for the rows that are wanted, and how many rows have no date.
fn delays(sheet: &Sheet, wanted: impl Fn(&[String]) -> bool + Copy) -> (Vec<i64>, usize) {
    let aware = sheet.cells("Aware", wanted);
    let told = sheet.cells("Regulator notified", wanted);
    let (mut days, mut without) = (Vec::new(), 0);
    for (from, to) in aware.zip(told) {
        match (from.parse::<NaiveDate>(), to.parse::<NaiveDate>()) {
            (Ok(from), Ok(to)) => days.push((to - from).num_days()),
            _ => without += 1,
        }
    }
    (days, without)
}

#[test]
fn washington_2021_is_what_the_attorney_general_counted() {
    let sheet = Sheet::read("washington_notices.csv", b',');
    let year = sheet.column("Reporting year");
    let of_2021 = |row: &[String]| row[year] == "2021";
    let people: Vec<&str> = sheet.cells("Washington residents affected", of_2021).collect();
    assert_eq!(people.len(), 286);
    assert_eq!(people.iter().filter(|cell| cell.is_empty()).count(), 1);
    assert_eq!(people.iter().filter_map(|cell| cell.parse::<u64>().ok()).sum::<u64>(), 6_510_969);
    let (days, without) = delays(&sheet, of_2021);
    assert_eq!((days.len(), without), (282, 4));
    assert_eq!(median(days), 42.0);
}

#[test]
fn washington_as_a_whole() {
    let sheet = Sheet::read("washington_notices.csv", b',');
    assert_eq!(sheet.rows.len(), 445);
    let people: Vec<Option<u64>> = sheet
        .all("Washington residents affected")
        .map(|cell| (!cell.is_empty()).then(|| cell.parse().unwrap()))
        .collect();
    assert_eq!(people.iter().flatten().sum::<u64>(), 11_344_488);
    assert_eq!(people.iter().filter(|cell| cell.is_none()).count(), 2);
    let (days, without) = delays(&sheet, |_| true);
    assert_eq!((median(days.clone()), days.len(), without), (58.0, 441, 4));
    for (notified, year) in sheet.all("Regulator notified").zip(sheet.all("Reporting year")) {
        let day: NaiveDate = notified.parse().expect("every notice is dated");
        let start = |y: i32| NaiveDate::from_ymd_opt(y, 7, 24).unwrap();
        let year: i32 = year.parse().unwrap();
        assert!(start(year - 1) <= day && day < start(year), "{notified} is not in reporting year {year}");
    }
    for name in ["Breach start", "Breach end", "Aware"] {
        assert!(sheet.all(name).all(|cell| cell.is_empty() || cell.parse::<NaiveDate>().is_ok()), "{name}");
    }
    let mut numbers: Vec<&str> = sheet.all("Notice number").collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 445);
}

/// How often a disclosure column holds a date, and each of the words for "none".
fn states(sheet: &Sheet, column: &str) -> [usize; 5] {
    let mut found = [0; 5];
    for cell in sheet.all(column) {
        let state = match cell {
            "not yet" => 1,
            "not applicable" => 2,
            "withheld" => 3,
            "unknown" => 4,
            dated if dated.starts_with("20") => 0,
            other => panic!("{other:?} in {column}"),
        };
        found[state] += 1;
    }
    found
}

#[test]
fn the_example_register_is_invented_and_says_so() {
    let sheet = Sheet::read("example_register.csv", b',');
    assert_eq!(sheet.rows.len(), 60);
    assert!(sheet.all("Source").all(|cell| cell.contains("Invented") && cell.contains("does not exist")));
    assert_eq!(states(&sheet, "Regulator notified"), [39, 2, 18, 1, 0]);
    assert_eq!(states(&sheet, "People told"), [31, 6, 22, 1, 0]);
    assert_eq!(states(&sheet, "Made public"), [13, 1, 43, 2, 1]);
    assert_eq!(states(&sheet, "Closed"), [52, 8, 0, 0, 0]);
    // Open means not closed, and nothing is dated after the day to which the register is kept.
    for (status, closed) in sheet.all("Status").zip(sheet.all("Closed")) {
        assert_eq!(status == "Closed", closed != "not yet");
    }
    for name in ["Began", "Detected", "Aware", "Regulator notified", "People told", "Made public", "Closed"] {
        assert!(
            sheet
                .all(name)
                .filter(|cell| cell.starts_with("20") && !cell.contains('Q'))
                .all(|cell| cell <= "2026-06-30T24"),
            "{name}"
        );
    }
}

#[test]
fn the_french_file_looks_as_such_files_do() {
    let bytes = std::fs::read(sample("french_incidents.csv")).unwrap();
    assert!(bytes.starts_with("\u{feff}Référence;Organisme;".as_bytes()));
    assert_eq!(bytes.split(|byte| *byte == b'\n').count(), 155);
    assert_eq!(bytes.windows(2).filter(|pair| pair == b"\r\n").count(), 154);
    let sheet = Sheet::read("french_incidents.csv", b';');
    assert_eq!(sheet.rows.len(), 153);
    let dates: Vec<&str> = sheet.all("Date (fuite ou publication)").collect();
    assert!(dates.iter().all(|date| {
        NaiveDate::parse_from_str(date, "%d/%m/%Y").is_ok()
            || date.split_once(' ').is_some_and(|(_, year)| year.len() == 4)
    }));
    assert!(dates.contains(&"décembre 2023") && dates.contains(&"mars 2024"));
    let numbers: Vec<&str> = sheet.all("Nombre").collect();
    for form in [
        "inconnu",
        "non précisé",
        "370 000",
        "1,5 millions",
        "Quelques centaines de milliers",
        "750\u{a0}000",
        "8\u{202f}218",
    ] {
        assert!(numbers.contains(&form), "{form}");
    }
    // Cut off is a column of its own: these users are not among those whose data was exposed.
    let cut: Vec<&str> = sheet.all("Utilisateurs privés d'accès").filter(|cell| !cell.is_empty()).collect();
    assert_eq!(cut, ["jusqu'à 300 000"]);
    assert!(sheet.all("Source").all(|cell| !cell.is_empty()));
    let sources = |start: &str| sheet.all("Source").filter(|cell| cell.starts_with(start)).count();
    assert_eq!(
        [sources("Bonjour la fuite"), sources("Agrégateur"), sources("CSIDB"), sources("Orange Cyberdefense")],
        [69, 80, 3, 1]
    );
    // No incident stands twice.
    let mut named: Vec<(&str, &str)> = sheet.all("Organisme").zip(dates.iter().copied()).collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), 153);
}
