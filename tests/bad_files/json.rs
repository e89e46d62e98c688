//! JSON that is broken, odd or hostile.

use crate::shelf::{Bad, data, written};

const RECORD: &str = r#"{"organisation": "Acme", "date_disclosed": "2024-03-04", "people_affected": 1200}"#;
const OTHER: &str = r#"{"organisation": "Bern", "date_disclosed": "2024-04-13", "people_affected": 85}"#;

pub fn files() -> Vec<Bad> {
    [empty(), broken(), values(), deep_and_long(), lines()].into_iter().flatten().collect()
}

fn empty() -> Vec<Bad> {
    vec![
        data("nothing.json", "an empty object", "{}"),
        data("no_records.json", "an empty list", "[]"),
        data("empty_records.json", "a list of empty objects", "[{}, {}, {}]"),
        data("null.json", "null", "null"),
        data("number.json", "a number", "42"),
        data("text.json", "a text", "\"incidents\""),
        data("answer.json", "the error of a service", r#"{"error": {"code": 401, "message": "key missing"}}"#),
        data("empty_inside.json", "an object around an empty list", r#"{"count": 0, "results": []}"#),
    ]
}

fn broken() -> Vec<Bad> {
    let list = format!("[{RECORD}, {OTHER}]");
    vec![
        data("comma_missing.json", "a comma is missing", format!("[{RECORD} {OTHER}]")),
        data("comma_behind.json", "a comma behind the last record", format!("[{RECORD}, {OTHER},]")),
        data("comments.json", "comments", format!("// exported today\n[{RECORD}, /* corrected */ {OTHER}]")),
        data("single_quotes.json", "single quotes", list.replace('"', "'")),
        data("keys_bare.json", "keys without quotes", "[{organisation: \"Acme\"}]"),
        data("not_a_number.json", "NaN for a number", list.replace("1200", "NaN")),
        data("cut.json", "cut within a record", &list.as_bytes()[..list.len() - 30]),
        data("cut_in_first.json", "cut within the first record", &list.as_bytes()[..20]),
        data("cut_in_character.json", "cut within a character", b"[{\"organisation\": \"Soci\xc3".as_slice()),
        data("words_behind.json", "words behind the list", format!("{list}\nend of export\n")),
        data("two_lists.json", "two lists one after the other", format!("{list}\n{list}\n")),
        data("lone_surrogate.json", "half a surrogate pair", list.replace("Acme", "Ac\\ud800me")),
        data("control_character.json", "a bare control character in a text", list.replace("Acme", "Ac\u{1}me")),
        data("zero_byte.json", "a zero byte between two records", list.replace(", {", ",\0{")),
        data(
            "western.json",
            "Windows-1252, which JSON never is",
            b"[{\"organisation\": \"Soci\xe9t\xe9\", \"date_disclosed\": \"2024-03-04\"}]".as_slice(),
        ),
        data("marked.json", "a byte-order mark before the list", format!("\u{feff}{list}")),
        data("utf_16.json", "UTF-16", {
            format!("\u{feff}{list}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        }),
    ]
}

fn values() -> Vec<Bad> {
    vec![
        data("huge_numbers.json", "numbers beyond any limit", {
            let digits = "9".repeat(400);
            format!("[{RECORD}, {}, {}]", RECORD.replace("1200", "1e400"), RECORD.replace("1200", &digits))
        }),
        data("odd_numbers.json", "numbers that are no counts", {
            let with = |number: &str| RECORD.replace("1200", number);
            format!(
                "[{RECORD}, {OTHER}, {}, {}, {}, {}]",
                with("-5"),
                with("1.5"),
                with("1e3"),
                with("18446744073709551616")
            )
        }),
        data("keys_twice.json", "a key twice in one record", {
            r#"[{"organisation": "Acme", "organisation": "Bern", "date_disclosed": "2024-03-04"}, {"organisation": "Coastal", "date_disclosed": "2024-04-13"}]"#
        }),
        data("keys_meet.json", "a key with a point beside an object", {
            r#"[{"a.b": "outer", "a": {"b": "inner"}, "organisation": "Acme", "date_disclosed": "2024-03-04"}]"#
        }),
        data(
            "keys_empty.json",
            "an empty key",
            r#"[{"": "x", "organisation": "Acme", "date_disclosed": "2024-03-04"}]"#,
        ),
        data("scalars.json", "a list of words", r#"["Acme", "Bern", 3, null, true]"#),
        data("scalar_among_records.json", "a word among records", format!("[{RECORD}, \"Bern\", {OTHER}]")),
        data("list_among_records.json", "a list among records", format!("[{RECORD}, [1, 2], {OTHER}]")),
        data("lists_of_lists.json", "rows as lists", r#"[["organisation", "date"], ["Acme", "2024-03-04"]]"#),
        data("mixed_types.json", "one key with five sorts of value", {
            let with = |value: &str| RECORD.replace("1200", value);
            format!(
                "[{RECORD}, {}, {}, {}, {}, {}]",
                with("\"many\""),
                with("null"),
                with("[1, 2]"),
                with("{\"low\": 1, \"high\": 5}"),
                with("true")
            )
        }),
    ]
}

fn deep_and_long() -> Vec<Bad> {
    let deep = 100_000;
    vec![
        data("deep_lists.json", "100,000 lists in one another", format!("{}1{}", "[".repeat(deep), "]".repeat(deep))),
        data("deep_objects.json", "100,000 objects in one another", {
            format!("{}1{}", "{\"a\":".repeat(deep), "}".repeat(deep))
        }),
        data("deep_in_record.json", "100,000 lists in a cell", {
            format!("[{RECORD}, {{\"organisation\": {}1{}}}]", "[".repeat(deep), "]".repeat(deep))
        }),
        data("deep_not_closed.json", "a million opening brackets", "[".repeat(1_000_000)),
        data("keys_5000.json", "a record with 5,000 keys", {
            let keys: Vec<String> = (0..5_000).map(|key| format!("\"key {key}\": {key}")).collect();
            format!("[{{{}}}]", keys.join(", "))
        }),
        data("keys_differ.json", "5,000 records, each with a key of its own", {
            let records: Vec<String> =
                (0..5_000).map(|key| format!("{{\"organisation\": \"A\", \"key {key}\": 1}}")).collect();
            format!("[{}]", records.join(",\n"))
        }),
        data(
            "key_1_mib.json",
            "a key of 1 MiB",
            format!("[{{\"organisation\": \"Acme\", \"{}\": 1}}]", "k".repeat(1 << 20)),
        ),
        data(
            "cell_2_mib.json",
            "a text of 2 MiB",
            format!("[{RECORD}, {}]", OTHER.replace("Bern", &"x".repeat(2 << 20))),
        ),
        written("text_12_mib.json", "a text of 12 MiB", |out| {
            write!(out, "[{RECORD}, {{\"organisation\": \"")?;
            for _ in 0..12 {
                out.write_all(&vec![b'x'; 1 << 20])?;
            }
            write!(out, "\"}}]")
        }),
        written("list_2_mib.json", "a list of a million numbers in a cell", |out| {
            write!(out, "[{RECORD}, {{\"organisation\": [0")?;
            for _ in 0..2 {
                out.write_all(",0".repeat(500_000).as_bytes())?;
            }
            write!(out, "]}}]")
        }),
        written("objects_3_mib.json", "a list of 400,000 tiny objects in a cell", |out| {
            write!(out, "[{RECORD}, {{\"organisation\": [0")?;
            for _ in 0..2 {
                out.write_all(",{\"\":0}".repeat(200_000).as_bytes())?;
            }
            write!(out, "]}}]")
        }),
        written("beside_records_10_mib.json", "10 MiB beside the records", |out| {
            write!(out, "{{\"records\": [{RECORD}, {OTHER}], \"picture\": \"")?;
            for _ in 0..10 {
                out.write_all(&vec![b'x'; 1 << 20])?;
            }
            write!(out, "\"}}")
        }),
    ]
}

fn lines() -> Vec<Bad> {
    vec![
        data("one_line_bad.ndjson", "one broken line of three", format!("{RECORD}\n{{\"organisation\": \n{OTHER}\n")),
        data("last_line_cut.ndjson", "the last line is cut", format!("{RECORD}\n{OTHER}\n{{\"organisation\": \"Coa")),
        data("line_of_scalars.ndjson", "a line that is no object", format!("{RECORD}\n{OTHER}\n17\n")),
        data("blank_lines.ndjson", "empty lines between", format!("{RECORD}\n\n\n{OTHER}\n\n")),
    ]
}
