//! The frame at a million records: what it costs in memory, to filter, to search, to edit, to write and to read.
//!
//! `cargo bench --bench frame`. Records are made up, alike from run to run.

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints and may fail loudly")]

use std::sync::OnceLock;

use divan::Bencher;
use uuid::Uuid;
use vigie::chart::figures::Overview;
use vigie::frame::batch::Field;
use vigie::frame::cell::{CountCell, DateCell};
use vigie::frame::{FrameBuilder, RecordId, RowChange, RowValues, Snapshot, codec};
use vigie::model::affected::{Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind;
use vigie::model::organisation::Role;
use vigie::query::question::{Filter, PeriodKind, Question};
use vigie::query::{Direction, Selection, SortBy, facets, order, select};

const RECORDS: u64 = 1_000_000;
const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

fn main() {
    let snapshot = snapshot();
    println!("{} records: {} bytes each", snapshot.len(), snapshot.bytes() / snapshot.len());
    let (change, _) = edits();
    let edited = snapshot.apply(&[change]);
    println!("one edit of a date copies {} bytes", edited.bytes_beyond(snapshot));
    let added = snapshot.apply(&[RowChange { id: RecordId(RECORDS + 1), values: Some(record(7)) }]);
    println!("one new record copies {} bytes", added.bytes_beyond(snapshot));
    let (head, words, chunks) = parts();
    let bytes = head.len() + words.iter().map(Vec::len).sum::<usize>() + chunks.iter().map(Vec::len).sum::<usize>();
    println!("as bytes: {} each", bytes / snapshot.len());
    divan::main();
}

/// The same number for the same input, scattered.
fn scattered(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn record(number: u64) -> RowValues {
    const SECTORS: [&str; 6] = ["Health care", "Education", "Finance", "Énergie", "Retail", "Public administration"];
    const KINDS: [&str; 4] = ["Ransomware", "Data breach", "Phishing", "Lost device"];
    const CLASSES: [&str; 5] = ["Names", "Passwords", "Bank details", "Health records", "Email addresses"];
    let mut mixed = scattered(number);
    let mut pick = |among: u64| {
        mixed = scattered(mixed);
        mixed % among
    };
    let mut row = RowValues {
        title: format!("Incident {number} at site {}", number % 9_973),
        key: number.to_string(),
        ..RowValues::default()
    };
    row.add_word(Field::Organisation(Role::Victim), &format!("Organisation {}", pick(RECORDS / 3)));
    row.add_word(Field::Sector, SECTORS[pick(6) as usize]);
    row.add_word(Field::Country, ["France", "Germany", "Italy", "Spain"][pick(4) as usize]);
    row.add_word(Field::Kind, KINDS[pick(4) as usize]);
    for _ in 0..=pick(3) {
        row.add_word(Field::DataClass, CLASSES[pick(5) as usize]);
    }
    let began = 16_436 + pick(4_000) as i32;
    let detected = began + pick(60) as i32;
    row.dates.insert(EventKind::IntrusionBegan, DateCell::day(began));
    row.dates.insert(EventKind::Detected, DateCell::day(detected));
    if pick(5) > 0 {
        row.dates.insert(EventKind::RegulatorNotified, DateCell::day(detected + pick(9) as i32));
    }
    row.dates.insert(EventKind::MadePublic, DateCell::day(detected + pick(200) as i32));
    if pick(7) > 0 {
        row.counts.insert(PEOPLE, CountCell::exact(1 << pick(34)));
    }
    row
}

fn build() -> Snapshot {
    let mut builder = FrameBuilder::new(Uuid::nil());
    for number in 1..=RECORDS {
        builder.push_row(RecordId(number), &record(number)).unwrap();
    }
    builder.finish()
}

fn snapshot() -> &'static Snapshot {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    SNAPSHOT.get_or_init(build)
}

fn edits() -> (RowChange, RecordId) {
    let id = RecordId(RECORDS / 2);
    let mut values = record(id.0);
    values.dates.insert(EventKind::MadePublic, DateCell::day(20_000));
    (RowChange { id, values: Some(values) }, id)
}

type Parts = (Vec<u8>, Vec<Vec<u8>>, Vec<Vec<u8>>);

fn parts() -> &'static Parts {
    static PARTS: OnceLock<Parts> = OnceLock::new();
    PARTS.get_or_init(|| encode(snapshot()))
}

fn encode(snapshot: &Snapshot) -> Parts {
    let words = codec::encode_words(snapshot, |_, _, _| false).into_iter().map(|run| run.bytes).collect();
    (codec::encode_head(snapshot), words, snapshot.chunks().iter().map(|chunk| codec::encode_chunk(chunk)).collect())
}

fn chosen(filter: &Filter) -> Selection {
    select(snapshot(), filter, EventKind::IntrusionBegan, PEOPLE)
}

fn words(field: Field, word: &str) -> Filter {
    Filter { words: vec![(field, vec![word.to_owned()])], ..Filter::default() }
}

fn question(filter: Filter) -> Question {
    Question {
        filter,
        date_of: EventKind::IntrusionBegan,
        period: PeriodKind::Month,
        fiscal_start: (1, 1),
        delay: (EventKind::IntrusionBegan, EventKind::MadePublic),
        measure: PEOPLE,
        mechanism: Mechanism::Mixed,
        listed_by: Some(EventKind::MadePublic),
        as_of: Day(21_000),
        coverage_start: None,
        group_by: None,
    }
}

#[divan::bench(sample_count = 1)]
fn build_from_records() -> Snapshot {
    build()
}

#[divan::bench]
fn filter_period(bencher: Bencher<'_, '_>) {
    let filter = Filter { from: Some(Day(18_000)), to: Some(Day(18_364)), ..Filter::default() };
    bencher.bench(|| chosen(&filter));
}

#[divan::bench]
fn filter_word(bencher: Bencher<'_, '_>) {
    let filter = words(Field::Sector, "Finance");
    bencher.bench(|| chosen(&filter));
}

#[divan::bench]
fn filter_list_word(bencher: Bencher<'_, '_>) {
    let filter = words(Field::DataClass, "Passwords");
    bencher.bench(|| chosen(&filter));
}

#[divan::bench]
fn filter_without_largest(bencher: Bencher<'_, '_>) {
    let filter = Filter { without_largest: true, ..Filter::default() };
    bencher.bench(|| chosen(&filter));
}

#[divan::bench(args = ["site 123", "organisation 4711", "zzz", "incident"])]
fn search(bencher: Bencher<'_, '_>, text: &str) {
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    bencher.bench(|| chosen(&filter));
}

#[divan::bench]
fn facets_of_a_field(bencher: Bencher<'_, '_>) {
    let half = chosen(&words(Field::Kind, "Ransomware"));
    bencher.bench(|| facets(snapshot(), &half, &Field::Sector));
}

#[divan::bench]
fn facets_of_organisations(bencher: Bencher<'_, '_>) {
    let half = chosen(&words(Field::Kind, "Ransomware"));
    bencher.bench(|| facets(snapshot(), &half, &Field::Organisation(Role::Victim)));
}

#[divan::bench]
fn three_figures_of_all(bencher: Bencher<'_, '_>) {
    let question = question(Filter::default());
    bencher.bench(|| Overview::compute(snapshot(), &question));
}

#[divan::bench]
fn three_figures_of_a_quarter(bencher: Bencher<'_, '_>) {
    let question = question(words(Field::Kind, "Ransomware"));
    bencher.bench(|| Overview::compute(snapshot(), &question));
}

#[divan::bench(sample_count = 10)]
fn order_by_title() -> Vec<u32> {
    order(snapshot(), &Selection::all(snapshot()), &SortBy::Title, Direction::Up)
}

#[divan::bench(sample_count = 10)]
fn order_by_organisation() -> Vec<u32> {
    order(snapshot(), &Selection::all(snapshot()), &SortBy::Word(Field::Organisation(Role::Victim)), Direction::Up)
}

#[divan::bench(sample_count = 10)]
fn order_by_date() -> Vec<u32> {
    order(snapshot(), &Selection::all(snapshot()), &SortBy::Date(EventKind::MadePublic), Direction::Down)
}

#[divan::bench]
fn edit_a_date(bencher: Bencher<'_, '_>) {
    let (change, _) = edits();
    bencher.bench(|| snapshot().apply(std::slice::from_ref(&change)));
}

#[divan::bench]
fn add_a_record(bencher: Bencher<'_, '_>) {
    let change = RowChange { id: RecordId(RECORDS + 1), values: Some(record(7)) };
    bencher.bench(|| snapshot().apply(std::slice::from_ref(&change)));
}

#[divan::bench(sample_count = 5)]
fn write_to_bytes() -> Parts {
    encode(snapshot())
}

#[divan::bench(sample_count = 5)]
fn read_from_bytes() -> Snapshot {
    let (head, words, chunks) = parts();
    codec::decode(head, words, chunks).unwrap()
}
