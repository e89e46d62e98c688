//! Records of any shape: ordinary, empty, contradictory, hostile.

use proptest::prelude::*;
use uuid::Uuid;
use vigie::frame::builder::FrameBuilder;
use vigie::frame::row::RowValues;
use vigie::frame::{RecordId, Snapshot};
use vigie::model::affected::{Affected, Amount, Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::count::Count;
use vigie::model::dataset::{Dataset, DatedNote, Denominator, Mechanism};
use vigie::model::date::PartialDate;
use vigie::model::event::{Event, EventKind, When};
use vigie::model::incident::Incident;
use vigie::model::missing::Missing;
use vigie::model::organisation::{Party, Place, Role};

/// What a dataset is made from.
pub type DatasetSeed = [u8; 6];
/// What an incident is made from.
pub type IncidentSeed = [u8; 12];

const NAMES: [&str; 12] = [
    "",
    "Hôpital de la Ville",
    "Acme",
    "=1+1",
    "<script>alert(1)</script>",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "漢字の会社",
    "Caisse primaire d’assurance maladie des Alpes-de-Haute-Provence et de la Côte d’Azur réunies",
    "بيانات \u{202e}x\u{7}",
    "A & B \"C\" 'D'",
    "Line\nbreak\tand tab",
    "Ville de Nantes",
];
const WORDS: [&str; 9] = [
    "ransomware",
    "Fuite de données",
    "",
    "phishing",
    "insider",
    "@SUM(A1)",
    "Compromission d’un compte de messagerie professionnelle par hameçonnage ciblé",
    "unknown",
    "-",
];
const COUNTS: [&str; 10] = [
    "0",
    "1",
    "at least 500",
    "up to 300,000",
    "a few hundred",
    "1,000 to 2,000",
    "10000000000",
    "about 4,300",
    "18446744073709551615",
    "12",
];

/// Lists of seeds: mostly many, sometimes one or none.
pub fn incidents() -> impl Strategy<Value = Vec<IncidentSeed>> {
    prop_oneof![
        1 => proptest::collection::vec(any::<IncidentSeed>(), 0..3),
        3 => proptest::collection::vec(any::<IncidentSeed>(), 3..40),
        2 => proptest::collection::vec(any::<IncidentSeed>(), 40..250),
    ]
}

/// Records with their datasets.
pub struct Records {
    /// The frame.
    pub snapshot: Snapshot,
    /// The one dataset.
    pub datasets: Vec<Dataset>,
    documents: Vec<Incident>,
}

impl Records {
    /// Records and a dataset from seeds.
    pub fn new(incidents: &[IncidentSeed], dataset: DatasetSeed) -> Self {
        let datasets = vec![self::dataset(dataset)];
        let id = Uuid::from_u128(1);
        let documents: Vec<Incident> =
            incidents.iter().enumerate().map(|(at, seed)| incident(seed, at as u128 + 1, dataset)).collect();
        let mut builder = FrameBuilder::new(id);
        for (at, document) in (1_u64..).zip(&documents) {
            let values = RowValues::from_incident(document, id);
            builder.push_row(RecordId(at), &values).expect("a row");
        }
        Self { snapshot: builder.finish(), datasets, documents }
    }

    /// The whole record.
    pub fn document(&self, id: RecordId) -> Option<Incident> {
        self.documents.get(id.0 as usize - 1).cloned()
    }

    /// The record of an identity.
    pub fn find(&self, id: Uuid) -> Option<RecordId> {
        let at = self.documents.iter().position(|document| document.id == id)?;
        Some(RecordId(at as u64 + 1))
    }
}

fn pick<T: Copy>(of: &[T], by: u8) -> T {
    of[usize::from(by) % of.len()]
}

fn dataset([how, ends, floor, fiscal, notes, name]: DatasetSeed) -> Dataset {
    let day = |year, month, day| Day::from_ymd(year, month, day).expect("a day");
    let months = (1 + u32::from(fiscal) % 12, 1 + u32::from(fiscal) % 28);
    Dataset {
        id: Uuid::from_u128(1),
        name: pick(&NAMES, name).to_owned(),
        publisher: pick(&NAMES, name / 2).to_owned(),
        address: String::new(),
        file_name: "file.csv".to_owned(),
        file_hash: "ab".repeat(32),
        read_on: (how > 100).then(|| day(2026, 8, 1)),
        licence: String::new(),
        mechanism: pick(&Mechanism::ALL, how),
        coverage_start: (ends > 99).then(|| day(2019 + i32::from(ends % 5), 1, 1)),
        as_of: day(2023 + i32::from(ends % 4), 1 + u32::from(ends) % 12, 15),
        as_of_unknown: ends % 5 == 0,
        offset_minutes: None,
        fiscal_start: (fiscal > 128).then_some((months.0 as u8, months.1 as u8)),
        listing_event: (fiscal % 3 == 0).then(|| pick(&EventKind::ALL, fiscal)),
        floor: (floor > 150).then(|| u64::from(floor)),
        words: vigie::model::count::Conventions::default(),
        note: pick(&NAMES, notes).repeat(1 + usize::from(notes % 4)),
        annotations: (0..notes % 3)
            .map(|at| DatedNote { day: day(2020 + i32::from(at), 3, 1), text: pick(&NAMES, notes + at).to_owned() })
            .collect(),
        denominator: (notes % 4 == 0).then(|| Denominator {
            what: "organisations".to_owned(),
            by_year: (2018..2027).map(|year| (year, 1_000 + u64::from(notes))).collect(),
        }),
    }
}

fn when(by: u8, seconds: u8) -> When {
    let (year, month, day) = (2018 + u32::from(by) % 9, 1 + u32::from(seconds) % 12, 1 + u32::from(by ^ seconds) % 28);
    let text = match by % 11 {
        0 => return When::NotYet,
        1 => return When::Missing(Missing::Unknown),
        2 => format!("{year}"),
        3 => format!("{year}-{month:02}"),
        4 => format!("early {year}"),
        5 => ["0001-01-01", "9999-12-31", "1066"][usize::from(seconds) % 3].to_owned(),
        _ => format!("{year}-{month:02}-{day:02}"),
    };
    PartialDate::parse(&text).map_or(When::NotYet, When::Date)
}

fn incident(seed: &IncidentSeed, number: u128, dataset: DatasetSeed) -> Incident {
    let [title, kinds, sector, first, second, third, count, unit, more, country, wild, long] = *seed;
    // Half of the datasets are tidy: two kinds of event, one measure.
    let tidy = dataset[0].is_multiple_of(2);
    let kind = |by: u8, tidily: EventKind| if tidy { tidily } else { pick(&EventKind::ALL, by) };
    let event = |by: u8, with: u8, tidily| Event {
        kind: kind(by, tidily),
        when: when(by, with),
        who: String::new(),
        words: String::new(),
        note: pick(&NAMES, with).to_owned(),
        evidence: Vec::new(),
    };
    let mut events = vec![event(first, second, EventKind::Aware), event(second, third, EventKind::RegulatorNotified)];
    if third % 2 == 0 {
        events.push(event(third, wild, EventKind::IntrusionBegan));
    }
    let affected = |by: u8, unit: u8| Affected {
        amount: match by % 12 {
            0 => Amount::Missing(Missing::Unknown),
            1..=4 => Amount::Count(Count::exact(u64::from(by).pow(1 + u32::from(by) % 3))),
            _ => Count::parse(pick(&COUNTS, by)).map_or(Amount::Missing(Missing::Unknown), Amount::Count),
        },
        unit: if tidy { Unit::People } else { pick(&Unit::ALL, unit) },
        effect: if tidy { Effect::DataExposed } else { pick(&Effect::ALL, unit / 7) },
        stated: None,
        note: String::new(),
        evidence: Vec::new(),
    };
    Incident {
        id: Uuid::from_u128(number),
        title: pick(&NAMES, title).repeat(if long > 250 { 300 } else { 1 }),
        kinds: (0..kinds % 4).map(|at| pick(&WORDS, kinds.wrapping_add(at)).to_owned()).collect(),
        organisations: vec![Party {
            name: pick(&NAMES, title / 12).to_owned(),
            role: Role::Victim,
            sector: pick(&WORDS, sector).to_owned(),
            country: String::new(),
        }],
        place: Place { country: pick(&NAMES, country).to_owned(), ..Place::default() },
        summary: pick(&NAMES, wild).repeat(usize::from(long % 20)),
        events,
        affected: (0..more % 3).map(|at| affected(count.wrapping_add(at), unit.wrapping_add(at))).collect(),
        ..Incident::default()
    }
}
