//! Tests of reading JSON.

use super::*;
use crate::import::limits::{COLUMNS, HEADER_BYTES, JSON_RECORD_BYTES, LIST_OBJECTS};

type Table = (Vec<String>, Vec<Vec<String>>);

fn gather(visit: impl FnOnce(RowVisitor<'_>) -> Result<(), ImportError>) -> Result<Table, ImportError> {
    let mut rows = Vec::new();
    let mut names = Vec::new();
    visit(&mut |headers, row| {
        names = headers.to_vec();
        rows.push(match row.cells {
            Cells::Broken(text) => vec![format!("broken: {text}")],
            _ => (0..row.len()).map(|index| row.text(index).into_owned()).collect(),
        });
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((names, rows))
}

fn read(json: &str, path: &str) -> Result<Table, ImportError> {
    gather(|visitor| visit_at(json.as_bytes(), path, Records::Flat, &Progress::default(), visitor))
}

fn read_lines(json: &str) -> Result<Table, ImportError> {
    gather(|visitor| visit_lines(json.as_bytes(), Records::Flat, &Progress::default(), visitor))
}

#[test]
fn objects_with_different_keys_and_nesting_are_one_table() {
    let json = r#"{"n": [1], "data": [{"b": "x", "a": 5000000000}, {"c": {"d": null, "e": true}, "f": ["p", "q"]}]}"#;
    let (names, rows) = read(json, "data").expect("two records");
    assert_eq!(names, ["b", "a", "c.d", "c.e", "f"]);
    assert_eq!(rows, [vec!["x", "5000000000"], vec!["", "", "", "true", "p; q"]]);
}

#[test]
fn values_of_every_kind_in_words() {
    let table: &[(&str, &[(&str, &str)])] = &[
        (
            r#"{"a": 9223372036854775807, "b": -9223372036854775808}"#,
            &[("a", "9223372036854775807"), ("b", "-9223372036854775808")],
        ),
        (
            r#"{"a": 18446744073709551615, "b": 36893488147419103232}"#,
            &[("a", "18446744073709551615"), ("b", "3.6893488147419103e19")],
        ),
        (
            r#"{"a": 1e6, "b": 1.5, "c": 2.0, "d": 1E+06}"#,
            &[("a", "1000000"), ("b", "1.5"), ("c", "2"), ("d", "1000000")],
        ),
        (r#"{"a": null, "b": "", "c": [], "d": {}, "e": [null]}"#, &[("a", ""), ("b", ""), ("c", ""), ("e", "")]),
        (
            r#"{"_id": {"$oid": "5f"}, "n": {"$numberLong": "12"}, "l": [{"$numberInt": "1"}, 2]}"#,
            &[("_id", "5f"), ("n", "12"), ("l", "1; 2")],
        ),
        (r#"{"d": {"$date": "2024-03-01T00:00:00Z", "x": 1}}"#, &[("d.$date", "2024-03-01T00:00:00Z"), ("d.x", "1")]),
        (r#"{"a": 1, "b": 2, "a": 3}"#, &[("a", "1; 3"), ("b", "2")]),
        (r#"{"a": [{"b": 1}, {"c": "x"}, {"b": 3, "c": ["y", "z"]}]}"#, &[("a[].b", "1; ; 3"), ("a[].c", "; x; y; z")]),
        (r#"{"a": [{"b": [{"c": 1}, {"c": 2}]}, "plain"]}"#, &[("a", "plain"), ("a[].b[].c", "1; 2")]),
        (r#"{"a": [[1, 2], [3]]}"#, &[("a", "[[1,2],[3]]")]),
        (r#"{"a": "tab\tand \u00e9"}"#, &[("a", "tab\tand é")]),
    ];
    for (json, wanted) in table {
        let (names, rows) = read(json, "").expect(json);
        let found: Vec<(&str, &str)> =
            names.iter().zip(&rows[0]).map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(found, *wanted, "{json}");
    }
}

#[test]
fn a_record_may_be_the_document_and_documents_may_follow_each_other() {
    for (json, path, wanted) in [
        (r#"{"a": 1}"#, "", vec!["1"]),
        ("{\"a\": 1}\n\n{\"a\": 2} ", "", vec!["1", "2"]),
        (r#"[{"a": 1}, {"a": 2}][{"a": 3}]"#, "", vec!["1", "2", "3"]),
        (r#"{"r": {"s": {"a": 1}}}"#, "r.s", vec!["1"]),
        (r#"{"r": [{"a": 1}]} {"r": [{"a": 2}]}"#, "r", vec!["1", "2"]),
        (r#"[{"a": 1}, null, {"a": 2}]"#, "", vec!["1", "broken: null", "2"]),
        (r#"[{"a": 1}, [2], "x"]"#, "", vec!["1", "broken: [2]", "broken: \"x\""]),
    ] {
        let (_, rows) = read(json, path).expect(json);
        assert_eq!(rows.concat(), wanted, "{json}");
    }
}

#[test]
fn broken_and_wrong_documents_are_refused() {
    assert!(matches!(read("[{\"a\": 1}, {\"a\": ", ""), Err(ImportError::BadJson(_))));
    assert!(matches!(read("[{\"a\": 1}] x", ""), Err(ImportError::BadJson(_))));
    assert!(matches!(read("{\"a\": 1}", "data"), Err(ImportError::NoRecords)));
    let deep = format!("[{{\"a\": {}1{}}}]", "[".repeat(500), "]".repeat(500));
    assert!(matches!(read(&deep, ""), Err(ImportError::BadJson(_))), "deeper than any record");
    let nested = format!("[{}1{}]", "{\"a\":".repeat(40), "}".repeat(40));
    let (names, rows) = read(&nested, "").expect("kept as text below the limit");
    assert_eq!((names.len(), rows.len()), (1, 1));
    let listed = format!("[{}1{}]", "{\"a\":[".repeat(40), "]}".repeat(40));
    assert_eq!(read(&listed, "").expect("kept as text below the limit").0.len(), 1);
}

#[test]
fn a_broken_line_is_a_row_with_its_text() {
    let deep = format!("{{\"a\": {}1{}}}", "[".repeat(500), "]".repeat(500));
    let text = format!(
        "{{\"a\": 1}}\n{{\"a\" 2}}\n{{\"a\": \"cut\n{{\"a\": 3}}\n{deep}\n[{{\"a\": 4}}, 5]\nword\n{{\"a\": 6}}"
    );
    let (_, rows) = read_lines(&text).expect("what is whole is read");
    let deep = format!("broken: {deep}");
    let wanted = ["1", "broken: {\"a\" 2}", "broken: {\"a\": \"cut", "3", &deep, "4", "broken: 5", "broken: word", "6"];
    assert_eq!(rows.concat(), wanted);
}

#[test]
fn a_record_that_does_not_end_is_told_with_its_number() {
    let long = "x".repeat(JSON_RECORD_BYTES + 2 * BUFFER);
    let json = format!("{{\"beside\": \"{long}\", \"r\": [{{\"a\": 1}}], \"behind\": \"{long}\"}}");
    assert_eq!(read(&json, "r").expect("what stands beside is passed over").1, [["1"]]);
    assert_eq!(read(&format!("[{{\"a\": 1}}, {{\"a\": \"{long}\"}}]"), ""), Err(ImportError::LongRecord(2)));
    assert_eq!(read_lines(&format!("{{\"a\": 1}}\n{{\"a\": \"{long}\"}}\n")), Err(ImportError::LongRecord(2)));
    let keys: Vec<String> = (0..=COLUMNS).map(|key| format!("\"{key}\": 0")).collect();
    assert_eq!(read(&format!("[{{{}}}]", keys.join(",")), ""), Err(ImportError::TooManyColumns));
    let name = "k".repeat(HEADER_BYTES + 1);
    assert!(matches!(read(&format!("[{{\"{name}\": 1}}]"), ""), Err(ImportError::LongHeader(_))));
}

#[test]
fn keys_of_many_objects_in_an_array_do_not_multiply() {
    let array = |count: usize| (0..count).map(|n| format!("{{\"k{n}\": 1}}")).collect::<Vec<_>>().join(",");
    let few = read(&format!("[{{\"a\": [{}]}}]", array(LIST_OBJECTS)), "").expect("lists by place");
    assert_eq!(few.0.len(), LIST_OBJECTS);
    let many = read(&format!("[{{\"a\": [{}]}}]", array(LIST_OBJECTS + 1)), "").expect("text");
    assert_eq!(many.0, ["a"]);
}

#[test]
fn a_bundle_may_be_longer_than_a_record() {
    let object = |kind: &str, text: &str| {
        format!(
            r#"{{"type": "{kind}", "id": "{kind}--1", "name": "N", "created": "2024-01-02", "description": "{text}"}}"#
        )
    };
    let part = "x".repeat(JSON_RECORD_BYTES / 3);
    let read = |objects: &[String]| {
        let bundle = format!(r#"{{"type": "bundle", "id": "b", "objects": [{}]}}"#, objects.join(","));
        gather(|visitor| visit_at(bundle.as_bytes(), "", Records::Stix, &Progress::default(), visitor))
    };
    let others: Vec<String> = (0..5).map(|_| object("identity", &part)).collect();
    let (_, rows) = read(&[others, vec![object("incident", "short")]].concat()).expect("what is kept is short");
    assert_eq!(rows.len(), 1);
    let incidents: Vec<String> = (0..5).map(|_| object("incident", &part)).collect();
    assert!(matches!(read(&incidents), Err(ImportError::BadJson(_))), "too much to be held at once");
}
