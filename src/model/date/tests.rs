//! Tables and properties of the canonical forms.

use proptest::prelude::*;

use super::*;

/// The days a text means, as `lo..hi` in ISO days.
fn days(text: &str) -> String {
    match PartialDate::parse(text) {
        Ok(date) => {
            let end = |day: Option<Day>| day.map_or_else(String::new, print::iso);
            format!("{}..{}", end(date.days().lo), end(date.days().hi))
        }
        Err(error) => format!("{error:?}"),
    }
}

#[test]
fn canonical_forms() {
    for (text, expected) in [
        ("2022", "2022-01-01..2022-12-31"),
        ("2022-09", "2022-09-01..2022-09-30"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2023-02", "2023-02-01..2023-02-28"),
        ("1900-02", "1900-02-01..1900-02-28"),
        ("2000-02", "2000-02-01..2000-02-29"),
        ("2022-09-04", "2022-09-04..2022-09-04"),
        ("2022-09-04T18:00+02:00", "2022-09-04..2022-09-04"),
        ("2022-09-04T23:30-05:00", "2022-09-04..2022-09-04"),
        ("[2022-09-05..2022-09-08]", "2022-09-05..2022-09-08"),
        ("2022-09-05/2022-09-08", "2022-09-05..2022-09-08"),
        ("2022-09/2022-11", "2022-09-01..2022-11-30"),
        ("[2023..2024-02]", "2023-01-01..2024-02-29"),
        ("[..2024-03-08]", "..2024-03-08"),
        ("[2024-03-08..]", "2024-03-08.."),
        ("../2024-03", "..2024-03-31"),
        ("2024-03/..", "2024-03-01.."),
        ("2022-Q3", "2022-07-01..2022-09-30"),
        ("2024-Q1", "2024-01-01..2024-03-31"),
        ("2020-W53", "2020-12-28..2021-01-03"),
        ("2022-09~", "2022-09-01..2022-09-30"),
        (" 2022-09 ", "2022-09-01..2022-09-30"),
        ("2021-W53", "Impossible"),
        ("2023-02-29", "Impossible"),
        ("2024-02-31", "Impossible"),
        ("2024-13", "Impossible"),
        ("2024-Q5", "Impossible"),
        ("2024-04-04T25:00", "Impossible"),
        ("2024-04-04T18:00+15:00", "Impossible"),
        ("[2024-03-08..2024-03-07]", "Reversed"),
        ("2024-03/2024-02", "Reversed"),
        ("[2024-03-08T10:00..2024-03-08T09:00]", "Reversed"),
        ("0001-01-01", "NotADate"),
        ("[..]", "NotADate"),
        ("", "NotADate"),
        ("?", "NotADate"),
        ("12345", "NotADate"),
        ("2024-1", "NotADate"),
        ("2024-01-01T", "NotADate"),
        ("[2024-03-08]", "NotADate"),
    ] {
        assert_eq!(days(text), expected, "{text}");
    }
}

#[test]
fn times_keep_their_clock() {
    for (text, second, span, offset) in [
        ("2022-09-04T18:00+02:00", 64_800, 60, Some(120)),
        ("2022-09-04 18:00", 64_800, 60, None),
        ("2022-09-04T18", 64_800, 3600, None),
        ("2022-09-04T18Z", 64_800, 3600, Some(0)),
        ("2022-09-04T18:00:05.123Z", 64_805, 1, Some(0)),
        ("2022-09-04T18:00:05-0330", 64_805, 1, Some(-210)),
        ("2022-09-04T00:00", 0, 60, None),
        ("[2022-09-05T06:00+02:00..2022-09-06T11:59+02:00]", 21_600, 108_000, Some(120)),
    ] {
        let date = PartialDate::parse(text).expect(text);
        let expected = Clock { second_of_day: second, span_seconds: span, offset_minutes: offset };
        assert_eq!(date.form().clock, Some(expected), "{text}");
        assert_eq!(date.form().precision, Precision::Time, "{text}");
    }
    let exported = PartialDate::parse("2021-02-03T00:00:00.000").expect("a day");
    assert_eq!((exported.form().precision, exported.form().clock), (Precision::Day, None));
}

#[test]
fn instants_span_what_the_text_leaves_open() {
    let seconds = |text: &str, offset| PartialDate::parse(text).expect(text).form().instants(offset);
    assert_eq!(seconds("1970-01-01T00:00Z", None), (Some(0), Some(59)));
    assert_eq!(seconds("1970-01-01T01:00+01:00", Some(-300)), (Some(0), Some(59)));
    assert_eq!(seconds("1970-01-01", Some(0)), (Some(0), Some(86_399)));
    assert_eq!(seconds("1970-01-01", Some(60)), (Some(-3600), Some(82_799)));
    assert_eq!(seconds("1970-01-01", None), (Some(-50_400), Some(86_399 + 50_400)));
    assert_eq!(seconds("[..1970-01-01]", Some(0)), (None, Some(86_399)));
    assert_eq!(seconds("[1970-01-01T22:00Z..1970-01-02T01:59Z]", None), (Some(79_200), Some(93_599)));
}

#[test]
fn documents_keep_text_and_meaning() {
    let json = |text: &str| serde_json::to_string(&PartialDate::parse(text).expect(text)).expect("a document");
    assert_eq!(json("2022-09"), r#""2022-09""#);
    assert_eq!(json("2022-09-05/2022-09-08"), r#"{"text":"2022-09-05/2022-09-08","edtf":"[2022-09-05..2022-09-08]"}"#);
    let stored: PartialDate = serde_json::from_str(r#"{"text":"in those days","edtf":"2022-09~"}"#).expect("a date");
    assert_eq!((stored.as_written(), stored.canonical().as_str()), ("in those days", "2022-09~"));
    for bad in [r#""soon""#, r#"{"text":"x","edtf":"soon"}"#, r#"{"text":"x","edtf":"2022","more":1}"#, "5", "null"] {
        assert!(serde_json::from_str::<PartialDate>(bad).is_err(), "{bad}");
    }
}

/// A text in canonical form, or close to it.
fn canonical_text() -> impl Strategy<Value = String> {
    let day = (1000..10_000i32, 1..13u32, 1..29u32).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    let time = (day.clone(), 0..24u32, 0..60u32, prop::option::of(0..60u32), prop::option::of(-48..57i16)).prop_map(
        |(day, hour, minute, second, quarters)| {
            let second = second.map_or_else(String::new, |s| format!(":{s:02}"));
            let zone = quarters.map_or_else(String::new, |q| {
                let sign = if q < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", q.abs() / 4, q.abs() % 4 * 15)
            });
            format!("{day}T{hour:02}:{minute:02}{second}{zone}")
        },
    );
    let single = prop_oneof![
        (1000..10_000i32).prop_map(|y| format!("{y:04}")),
        (1000..10_000i32, 1..13u32).prop_map(|(y, m)| format!("{y:04}-{m:02}")),
        (1000..10_000i32, 1..5u32).prop_map(|(y, q)| format!("{y:04}-Q{q}")),
        (1000..10_000i32, 1..53u32).prop_map(|(y, w)| format!("{y:04}-W{w:02}")),
        day,
        time,
    ];
    let marked =
        (single, prop::sample::select(vec!["", "~", "?", "%"])).prop_map(|(date, mark)| format!("{date}{mark}"));
    prop_oneof![
        3 => marked.clone(),
        1 => marked.clone().prop_map(|date| format!("[..{date}]")),
        1 => marked.clone().prop_map(|date| format!("[{date}..]")),
        1 => (marked.clone(), marked.clone()).prop_map(|(a, b)| format!("[{a}..{b}]")),
        1 => (marked.clone(), marked).prop_map(|(a, b)| format!("{a}/{b}")),
    ]
}

proptest! {
    #[test]
    fn printing_gives_back_what_was_written(text in canonical_text()) {
        if let Ok(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.as_written(), &text);
            let canonical = date.canonical();
            let again = PartialDate::parse(&canonical).expect("a canonical form is a date");
            prop_assert_eq!(again.form(), date.form(), "{} -> {}", text, canonical);
            prop_assert_eq!(again.canonical(), canonical);
            let stored = serde_json::to_string(&date).expect("a document");
            prop_assert_eq!(serde_json::from_str::<PartialDate>(&stored).expect("reads back"), date);
        }
    }

    #[test]
    fn intervals_are_in_order(text in canonical_text(), offset in prop::option::of(-720..841i16)) {
        if let Ok(date) = PartialDate::parse(&text) {
            if let (Some(lo), Some(hi)) = (date.days().lo, date.days().hi) {
                prop_assert!(lo <= hi);
            }
            if let (Some(lo), Some(hi)) = date.form().instants(offset) {
                prop_assert!(lo <= hi);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}", order in prop::sample::select(vec![DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear])) {
        if let Ok(date) = PartialDate::parse_with(&text, order) {
            prop_assert_eq!(date.as_written(), text);
        }
    }
}
