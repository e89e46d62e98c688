//! The documents of records: nothing is lost by writing and reading, and nothing unknown is read over.

#![allow(missing_docs, clippy::expect_used, clippy::panic, reason = "a test crate")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;
use vigie::model::affected::{Affected, Amount, Effect, Unit};
use vigie::model::count::Count;
use vigie::model::date::PartialDate;
use vigie::model::event::{Event, EventKind, When};
use vigie::model::evidence::Evidence;
use vigie::model::incident::{
    Actor, Campaign, Confidence, DOCUMENT_VERSION, DocumentError, Harm, Incident, Origin, Posture, Severity, Status,
    Technique, read_document, write_document,
};
use vigie::model::missing::{Listed, Missing, Stated};
use vigie::model::organisation::{Party, Place, Role};

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect(text)
}

fn evidence() -> Vec<Evidence> {
    vec![Evidence {
        source: "The regulator's notice".to_owned(),
        address: "hxxps://example[.]org/notice".to_owned(),
        quote: "« jusqu’à 300 000 utilisateurs »\n\"quoted\"\u{202f}!".to_owned(),
        as_of: Some(date("13 mars 2024")),
    }]
}

/// A record in which every field says something.
fn full() -> Incident {
    let event = |kind, when| Event {
        kind,
        when,
        who: "CNIL".to_owned(),
        words: "20 h after aware".to_owned(),
        note: "by e-mail".to_owned(),
        evidence: evidence(),
    };
    let affected = |amount, effect| Affected {
        amount,
        unit: Unit::Users,
        effect,
        stated: Some(date("mi-mars 2024")),
        note: "residents only".to_owned(),
        evidence: evidence(),
    };
    let count = |text: &str| Amount::Count(Count::parse(text).expect(text));
    let words = |text: &str| vec![text.to_owned(), "é ç œ".to_owned()];
    Incident {
        vigie: DOCUMENT_VERSION,
        id: Uuid::from_u128(0x5eed),
        title: "Lycées d’Île-de-France".to_owned(),
        kinds: words("ransomware"),
        severity: Some(Severity::High),
        status: Some(Status::Contained),
        confidence: Some(Confidence::Medium),
        organisations: vec![Party {
            name: "Région".to_owned(),
            role: Role::Notifier,
            sector: "Public".to_owned(),
            country: "FR".to_owned(),
        }],
        campaign: Some(Campaign {
            name: "The same flaw".to_owned(),
            affected: vec![affected(count("hundreds of thousands of systems"), Effect::Other)],
            note: "never the victim's".to_owned(),
        }),
        place: Place { country: "France".to_owned(), region: "Normandie".to_owned(), city: "Rouen".to_owned() },
        summary: "Short".to_owned(),
        description: "Long".to_owned(),
        events: vec![
            event(EventKind::Aware, When::Date(date("2022-09-04T18:00+02:00"))),
            event(EventKind::Detected, When::Date(date("fin 2022 ?"))),
            event(EventKind::MadePublic, When::NotYet),
            event(EventKind::RegulatorNotified, When::Missing(Missing::Withheld)),
        ],
        affected: vec![
            affected(count("jusqu'à 300 000"), Effect::AccessCut),
            affected(count("500+"), Effect::DataExposed),
            affected(count("43000000"), Effect::DataExposed),
            affected(Amount::Missing(Missing::NotStated), Effect::DataLost),
        ],
        posture: Posture {
            confidentiality: Stated::Value(Harm::Potentially),
            integrity: Stated::Missing(Missing::Withheld),
            availability: Stated::Value(Harm::Yes),
        },
        motives: Listed { items: Vec::new(), count: Some(4), missing: Some(Missing::Withheld) },
        techniques: Listed {
            items: vec![Technique { id: "T1566.001".to_owned(), name: "Spearphishing attachment".to_owned() }],
            count: Some(3),
            missing: None,
        },
        actors: Listed {
            items: vec![Actor { name: "A".to_owned(), kind: "insider".to_owned(), country: "FR".to_owned() }],
            count: Some(0),
            missing: Some(Missing::NoneIdentified),
        },
        data_classes: Listed { items: words("names"), count: None, missing: None },
        measures: words("reset"),
        lessons: words("train"),
        recommendations: words("patch"),
        tags: words("tag"),
        sources: evidence(),
        custom: BTreeMap::from([("Column B".to_owned(), "kept; as, written".to_owned())]),
        origin: Some(Origin { dataset: Uuid::from_u128(7), key: Some("K-1".to_owned()), row: Some(12) }),
    }
}

#[test]
fn a_full_record_survives_its_document() {
    let written = write_document(&full()).expect("a document");
    assert_eq!(read_document(&written).expect("a record"), full());
    assert_eq!(write_document(&read_document(&written).expect("a record")).expect("a document"), written);
}

#[test]
fn a_blank_record_is_small_and_survives() {
    let written = write_document(&Incident::default()).expect("a document");
    assert_eq!(read_document(&written).expect("a record"), Incident::default());
    assert!(written.len() < 320, "{} bytes: {written}", written.len());
    assert_eq!(read_document("{}").expect("a record"), Incident::default());
}

#[test]
fn unknown_fields_are_refused_wherever_they_stand() {
    let written = write_document(&full()).expect("a document");
    let objects: Vec<usize> = written.match_indices('{').map(|(at, _)| at).collect();
    assert!(objects.len() > 20);
    for at in objects {
        let (before, after) = written.split_at(at + 1);
        // The map of custom fields takes any name; every other object refuses it.
        if before.ends_with("\"custom\":{") {
            continue;
        }
        let changed = format!("{before}\"surprise\":\"1\",{after}");
        assert!(matches!(read_document(&changed), Err(DocumentError::BadShape { .. })), "{changed}");
    }
}

#[test]
fn a_newer_document_is_refused_by_its_version_and_nothing_else() {
    let newer = r#"{"vigie": 2, "shape": ["not", "known", "here"]}"#;
    let error = read_document(newer).expect_err("too new");
    assert_eq!(error, DocumentError::Newer { found: 2 });
    assert!(error.to_string().contains("newer Vigie (document version 2"), "{error}");
    assert!(error.to_string().contains("Nothing was changed"), "{error}");
    for bad in ["", "[]", "{", "{\"vigie\":0}", "{\"vigie\":\"1\"}", "{\"vigie\":-1}", "null", "{\"title\":5}"] {
        assert!(matches!(read_document(bad), Err(DocumentError::BadShape { .. })), "{bad}");
    }
}

#[test]
fn stored_meaning_wins_over_how_words_are_read_today() {
    let mut json: serde_json::Value =
        serde_json::from_str(&write_document(&full()).expect("a document")).expect("JSON");
    *json.pointer_mut("/events/1/when/date/edtf").expect("a date") = "2021-02".into();
    *json.pointer_mut("/affected/0/amount/count/hi").expect("a count") = 5.into();
    let record = read_document(&json.to_string()).expect("a record");
    let Some(Event { when: When::Date(date), .. }) = record.events.get(1) else { panic!("a date") };
    assert_eq!((date.as_written(), date.canonical().as_str()), ("fin 2022 ?", "2021-02"));
    let Some(Affected { amount: Amount::Count(count), .. }) = record.affected.first() else { panic!("a count") };
    assert_eq!((count.as_written(), count.hi), ("jusqu'à 300 000", Some(5)));
}

fn any_event() -> impl Strategy<Value = Event> {
    let when = prop_oneof![
        (1990..2030i32, 1..13u32, 1..29u32).prop_map(|(y, m, d)| When::Date(date(&format!("{y}-{m:02}-{d:02}")))),
        (1990..2030i32).prop_map(|y| When::Date(date(&format!("début {y}")))),
        Just(When::NotYet),
        prop::sample::select(Missing::ALL.to_vec()).prop_map(When::Missing),
    ];
    (prop::sample::select(EventKind::ALL.to_vec()), when, "\\PC{0,12}", "\\PC{0,12}")
        .prop_map(|(kind, when, who, note)| Event { kind, when, who, words: String::new(), note, evidence: Vec::new() })
}

proptest! {
    #[test]
    fn every_record_survives_its_document(
        title in any::<String>(),
        tags in prop::collection::vec(any::<String>(), 0..4),
        custom in prop::collection::btree_map(any::<String>(), any::<String>(), 0..4),
        events in prop::collection::vec(any_event(), 0..6),
        numbers in prop::collection::vec(0..=i64::MAX.unsigned_abs(), 0..4),
    ) {
        let affected = numbers.into_iter().map(|number| Affected {
            amount: Amount::Count(Count::exact(number)),
            unit: Unit::People,
            effect: Effect::DataExposed,
            stated: None,
            note: String::new(),
            evidence: Vec::new(),
        }).collect();
        let record = Incident { title, tags, custom, events, affected, ..Incident::default() };
        let written = write_document(&record).expect("a document");
        prop_assert_eq!(read_document(&written).expect("a record"), record);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,60}", cut in 0..4000usize) {
        let _ = read_document(&text);
        let written = write_document(&full()).expect("a document");
        if let Some(damaged) = written.get(..cut.min(written.len())) {
            prop_assert!(damaged.len() == written.len() || read_document(damaged).is_err());
        }
    }
}
