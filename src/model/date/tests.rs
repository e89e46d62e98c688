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
        ("0001-01-01", "Impossible"),
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
#[expect(clippy::too_many_lines, reason = "a table")]
fn everyday_forms() {
    for (text, expected) in [
        ("4 mars 2024", "2024-03-04..2024-03-04"),
        ("1er août 2023", "2023-08-01..2023-08-01"),
        ("March 4, 2024", "2024-03-04..2024-03-04"),
        ("Mar. 4th 2024", "2024-03-04..2024-03-04"),
        ("the 4th of March 2024", "2024-03-04..2024-03-04"),
        ("4-Jan-24", "2024-01-04..2024-01-04"),
        ("04-Jan-1998", "1998-01-04..1998-01-04"),
        ("4-Jan-98", "1998-01-04..1998-01-04"),
        ("2021 Feb 04 12:00:00 AM", "2021-02-04..2021-02-04"),
        ("2024/3/4", "2024-03-04..2024-03-04"),
        ("2024.03.04", "2024-03-04..2024-03-04"),
        ("Mar 2022", "2022-03-01..2022-03-31"),
        ("décembre 2023", "2023-12-01..2023-12-31"),
        ("03/2024", "2024-03-01..2024-03-31"),
        ("during December 2022", "2022-12-01..2022-12-31"),
        ("courant mars 2024", "2024-03-01..2024-03-31"),
        ("since March 2022", "2022-03-01..2022-03-31"),
        ("in 2022", "2022-01-01..2022-12-31"),
        ("Q3 2016", "2016-07-01..2016-09-30"),
        ("2016 Q3", "2016-07-01..2016-09-30"),
        ("third quarter of 2016", "2016-07-01..2016-09-30"),
        ("3e trimestre 2016", "2016-07-01..2016-09-30"),
        ("3ème trimestre de 2016", "2016-07-01..2016-09-30"),
        ("T3 2016", "2016-07-01..2016-09-30"),
        ("1er semestre 2022", "2022-01-01..2022-06-30"),
        ("H2 2022", "2022-07-01..2022-12-31"),
        ("first half of 2022", "2022-01-01..2022-06-30"),
        ("second half of February 2024", "2024-02-16..2024-02-29"),
        ("première quinzaine de mars 2024", "2024-03-01..2024-03-15"),
        ("early May 2023", "2023-05-01..2023-05-10"),
        ("mid-March 2024", "2024-03-11..2024-03-20"),
        ("mi-mars 2024", "2024-03-11..2024-03-20"),
        ("late February 2024", "2024-02-21..2024-02-29"),
        ("fin février 2023", "2023-02-21..2023-02-28"),
        ("beginning of May 2023", "2023-05-01..2023-05-10"),
        ("début 2022", "2022-01-01..2022-04-30"),
        ("mid-2022", "2022-05-01..2022-08-31"),
        ("fin 2022", "2022-09-01..2022-12-31"),
        ("week of March 4, 2024", "2024-03-04..2024-03-10"),
        ("semaine du 4 mars 2024", "2024-03-04..2024-03-10"),
        ("about March 2024", "2024-03-01..2024-03-31"),
        ("vers le 4 mars 2024", "2024-03-04..2024-03-04"),
        ("between 5 and 8 September 2022", "2022-09-05..2022-09-08"),
        ("du 5 au 8 septembre 2022", "2022-09-05..2022-09-08"),
        ("entre le 5 et le 8 septembre 2022", "2022-09-05..2022-09-08"),
        ("5–8 September 2022", "2022-09-05..2022-09-08"),
        ("September 5-8, 2022", "2022-09-05..2022-09-08"),
        ("between February 6 and March 5, 2024", "2024-02-06..2024-03-05"),
        ("from February 6 to March 5, 2024", "2024-02-06..2024-03-05"),
        ("2022-09-05 to 2022-09-08", "2022-09-05..2022-09-08"),
        ("2022-09-05 - 2022-09-08", "2022-09-05..2022-09-08"),
        ("March–April 2024", "2024-03-01..2024-04-30"),
        ("between early May and mid-June 2023", "2023-05-01..2023-06-20"),
        ("since at least March 2022", "..2022-03-31"),
        ("depuis au moins mars 2022", "..2022-03-31"),
        ("by 8 March 2024", "..2024-03-08"),
        ("before 8 March 2024", "..2024-03-07"),
        ("avant mars 2024", "..2024-02-29"),
        ("au plus tard le 8 mars 2024", "..2024-03-08"),
        ("jusqu’au 8 mars 2024", "..2024-03-08"),
        ("as early as 20 October 2023", "2023-10-20.."),
        ("à partir de mars 2022", "2022-03-01.."),
        ("dès mars 2022", "2022-03-01.."),
        ("after March 2022", "2022-04-01.."),
        ("after 2022-09-04T18:00", "2022-09-04.."),
        ("31 February 2024", "Impossible"),
        ("after 9999", "Impossible"),
        ("1000-W01", "Impossible"),
        ("4 March 2024 at", "NotADate"),
        ("29 février 2023", "Impossible"),
        ("2024/13/01", "Impossible"),
        ("5e trimestre 2016", "Impossible"),
        ("between 8 and 5 September 2022", "Reversed"),
        ("20/10/2023", "OrderUnknown"),
        ("03/04/24", "OrderUnknown"),
        ("Sep 22", "OrderUnknown"),
        ("Between 14/02/2023 and 21/02/2023", "OrderUnknown"),
        ("as early as 20/10/2023", "OrderUnknown"),
        ("4 mars", "NotADate"),
        ("4 March 2024 18", "NotADate"),
        ("soon", "NotADate"),
        ("Unknown", "NotADate"),
        ("12 personnes", "NotADate"),
        ("1234567", "NotADate"),
        ("5-8", "NotADate"),
    ] {
        assert_eq!(days(text), expected, "{text}");
    }
    let marks = |text: &str| PartialDate::parse(text).map(|date| (date.form().approximate, date.form().doubtful));
    assert_eq!(marks("about March 2024"), Ok((true, false)));
    assert_eq!(marks("mars 2024 ?"), Ok((false, true)));
    assert_eq!(marks("probably around March 2024"), Ok((true, true)));
}

#[test]
fn numeric_dates_by_their_order() {
    use DateOrder::{DayMonthYear, MonthDayYear};
    for (text, order, canonical) in [
        ("20/10/2023", DayMonthYear, "2023-10-20"),
        ("03/04/2024", DayMonthYear, "2024-04-03"),
        ("03/04/2024", MonthDayYear, "2024-03-04"),
        ("3.4.24", DayMonthYear, "2024-04-03"),
        ("3-4-2024", MonthDayYear, "2024-03-04"),
        ("2024-03-04", DayMonthYear, "2024-03-04"),
        ("4/3/2024 12:00:00 AM", MonthDayYear, "2024-04-03"),
        ("4/3/2024 18:30", DayMonthYear, "2024-03-04T18:30"),
        ("as early as 20/10/2023", DayMonthYear, "[2023-10-20..]"),
        ("Between 14/02/2023 and 21/02/2023", DayMonthYear, "[2023-02-14..2023-02-21]"),
        ("14/02/2023 - 21/02/2023", DayMonthYear, "[2023-02-14..2023-02-21]"),
    ] {
        let date = PartialDate::parse_with(text, order).expect(text);
        assert_eq!((date.canonical().as_str(), date.as_written()), (canonical, text));
    }
    assert_eq!(PartialDate::parse_with("10/20/2023", DayMonthYear), Err(DateError::Impossible));
    assert_eq!(PartialDate::parse_with("31/02/2023", DayMonthYear), Err(DateError::Impossible));
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
        ("2022-09-04T00", 0, 3600, None),
        ("2022-09-04T00:00Z", 0, 60, Some(0)),
        ("4 September 2022, 18:00", 64_800, 60, None),
        ("4 September 2022 at 6 pm (CEST)", 64_800, 3600, Some(120)),
        ("Sunday, September 4, 2022 6:00 PM", 64_800, 60, None),
        ("dimanche 4 septembre 2022 à 18 h 30", 66_600, 60, None),
        ("4 septembre 2022 à 18h", 64_800, 3600, None),
        ("4 Sep 2022 18:00:05 UTC+2", 64_805, 1, Some(120)),
        ("2021 Feb 04 12:30:00 PM", 45_000, 1, None),
        ("5 September 2022, in the morning", 0, 43_200, None),
        ("between 4 September 2022 18:00 and 4 September 2022 20:00", 64_800, 7_260, None),
        ("[2022-09-05T06:00+02:00..2022-09-06T11:59+02:00]", 21_600, 108_000, Some(120)),
    ] {
        let date = PartialDate::parse(text).expect(text);
        let expected = Clock { second_of_day: second, span_seconds: span, offset_minutes: offset };
        assert_eq!(date.form().clock, Some(expected), "{text}");
        assert_eq!(date.form().precision, Precision::Time, "{text}");
    }
    for exported in ["2021-02-03T00:00:00.000", "2021-02-03 00:00", "2021 Feb 03 12:00:00 AM", "3 Feb 2021 0:00:00"] {
        let date = PartialDate::parse(exported).expect(exported);
        assert_eq!((date.form().precision, date.form().clock), (Precision::Day, None), "{exported}");
    }
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
    assert_eq!(seconds("[..1970-01-01T01:00Z]", None), (None, Some(3_659)));
    assert_eq!(seconds("[1970-01-01T01:00+01:00..]", None), (Some(0), None));
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
    fn no_words_make_it_panic(words in prop::collection::vec(prop::sample::select(vec![
        "between", "and", "from", "to", "early", "mid", "-", "mars", "2024", "4", "31", "Q3", "th", "since", "at least",
        "before", "~", "?", "18:00", "pm", "CEST", "of", "week of", "2024-02", "2024-02-03", "/", "03/04/2024", "fin",
        "1000", "9999", "after", "winter", "KW", "12", "03/04/24", "und", ";", "bis", "until", "18:00:05", "Mar-24", "9999-12-31", "1000-01-01", "first half", "[", "]", "..", "le", "matin",
    ]), 0..8), glue in prop::sample::select(vec![" ", ""])) {
        let text = words.join(glue);
        for order in [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
            if let Ok(date) = PartialDate::parse_with(&text, order) {
                prop_assert_eq!(date.as_written(), &text);
                let again = PartialDate::parse(&date.canonical()).expect("a canonical form is a date");
                prop_assert_eq!(again.form(), date.form(), "{} -> {}", text, date.canonical());
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
