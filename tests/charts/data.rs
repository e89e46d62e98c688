//! Frames from the sample files and, where they are there, from the real ones; and small frames by hand.

use std::path::{Path, PathBuf};

use uuid::Uuid;
use vigie::frame::batch::Field;
use vigie::frame::cell::{CountCell, CountState, DateCell, DateState};
use vigie::frame::{FrameBuilder, RecordId, RowValues, Snapshot};
use vigie::model::affected::{Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind;
use vigie::model::organisation::Role;
use vigie::query::question::{Filter, PeriodKind, Question};

pub const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

pub fn day(year: i32, month: u32, of_month: u32) -> Day {
    Day::from_ymd(year, month, of_month).expect("a day that exists")
}

/// A cell for a day written `2021-02-04`, with anything behind it passed over.
pub fn iso(text: &str) -> DateCell {
    let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    match (part(0, 4), part(5, 7), part(8, 10)) {
        (Some(year), Some(month), Some(of_month)) => {
            let found = day(i32::try_from(year).expect("a year"), month, of_month);
            DateCell { lo: found.0, hi: found.0, state: DateState::Date }
        }
        _ => DateCell { state: DateState::NotStated, ..DateCell::default() },
    }
}

pub fn people(text: &str) -> CountCell {
    match text.replace(',', "").parse::<u64>() {
        Ok(number) => CountCell { lo: number, hi: number, state: CountState::Count },
        Err(_) => CountCell { state: CountState::NotStated, ..CountCell::default() },
    }
}

/// A frame of these rows, with ids from 1.
pub fn frame(rows: &[RowValues]) -> Snapshot {
    let mut builder = FrameBuilder::new(Uuid::nil());
    for (id, row) in (1..).zip(rows) {
        builder.push_row(RecordId(id), row).expect("ids grow");
    }
    builder.finish()
}

pub fn question(as_of: Day) -> Question {
    Question {
        filter: Filter::default(),
        date_of: EventKind::RegulatorNotified,
        period: PeriodKind::Quarter,
        fiscal_start: (1, 1),
        delay: (EventKind::Aware, EventKind::RegulatorNotified),
        measure: PEOPLE,
        mechanism: Mechanism::DisclosureList,
        listed_by: Some(EventKind::RegulatorNotified),
        as_of,
        coverage_start: None,
        group_by: None,
    }
}

pub fn named(name: &str) -> RowValues {
    let mut row = RowValues { title: name.to_owned(), ..RowValues::default() };
    row.add_word(Field::Organisation(Role::Victim), name);
    row
}

/// Rows of the sample notices of one reporting year.
pub fn washington_sample(year: &str) -> Vec<RowValues> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/washington_notices.csv");
    let mut reader = csv::Reader::from_path(path).expect("the sample is there");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|head| head == name).expect("the column");
    let (name, aware, told) = (at("Organisation"), at("Aware"), at("Regulator notified"));
    let (affected, reporting) = (at("Washington residents affected"), at("Reporting year"));
    let mut rows = Vec::new();
    for row in reader.records().map(|row| row.expect("a row")).filter(|row| &row[reporting] == year) {
        let mut values = named(&row[name]);
        values.dates.insert(EventKind::Aware, iso(&row[aware]));
        values.dates.insert(EventKind::RegulatorNotified, iso(&row[told]));
        values.counts.insert(PEOPLE, people(&row[affected]));
        rows.push(values);
    }
    rows
}

/// A file of the real data, where it is there; a printed line where it is not.
pub fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.is_file() {
        println!("skipped: {name} is not there");
        return None;
    }
    Some(path)
}

/// `2021 Feb 04 12:00:00 AM` as a cell.
fn american(text: &str) -> DateCell {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = text.split(' ');
    let (year, month, of_month) = (parts.next(), parts.next(), parts.next());
    match (year, month.and_then(|month| MONTHS.iter().position(|name| *name == month)), of_month) {
        (Some(year), Some(month), Some(of_month)) => iso(&format!("{year}-{:02}-{of_month}", month + 1)),
        _ => iso(""),
    }
}

pub fn washington() -> Option<Vec<RowValues>> {
    let path = real("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv")?;
    let mut reader = csv::Reader::from_path(path).expect("readable");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|head| head == name).expect("the column");
    let (name, aware, told, affected) =
        (at("Name"), at("DateAware"), at("DateSubmitted"), at("WashingtoniansAffected"));
    let rows = reader.records().map(|row| {
        let row = row.expect("a row");
        let mut values = named(&row[name]);
        values.dates.insert(EventKind::Aware, american(&row[aware]));
        values.dates.insert(EventKind::RegulatorNotified, american(&row[told]));
        values.counts.insert(PEOPLE, people(&row[affected]));
        values
    });
    Some(rows.collect())
}

pub fn have_i_been_pwned() -> Option<Vec<RowValues>> {
    let path = real("hibp/breaches_20250315.json")?;
    let text = std::fs::read_to_string(path).expect("readable");
    let list: Vec<serde_json::Value> = serde_json::from_str(&text).expect("a list");
    let rows = list.iter().map(|entry| {
        let mut values = named(entry["Title"].as_str().unwrap_or_default());
        values.dates.insert(EventKind::IntrusionBegan, iso(entry["BreachDate"].as_str().unwrap_or_default()));
        values.dates.insert(EventKind::MadePublic, iso(entry["AddedDate"].as_str().unwrap_or_default()));
        let accounts = entry["PwnCount"].as_u64().expect("a count").to_string();
        values.counts.insert((Unit::Accounts, Effect::DataExposed), people(&accounts));
        values
    });
    Some(rows.collect())
}
