//! Exports of Vigie that are cut, newer, foreign or hostile.

use serde_json::{Value, json};

use crate::shelf::{Bad, data, written};

pub fn files() -> Vec<Bad> {
    let around = |incidents: Value| json!({"vigie": 1, "datasets": [], "organisations": [], "incidents": incidents});
    let whole = around(json!([incident(1), incident(2)])).to_string();
    vec![
        data("export_empty.json", "an export without anything", r#"{"vigie": 1}"#),
        data("export_no_records.json", "an export without records", around(json!([])).to_string()),
        data("export_newer.json", "an export of a later version", whole.replace("\"vigie\":1", "\"vigie\":99")),
        data(
            "export_version_of_words.json",
            "a version that is a word",
            whole.replace("\"vigie\":1", "\"vigie\":\"one\""),
        ),
        data("export_cut.json", "an export that is cut", &whole.as_bytes()[..whole.len() - 40]),
        data("export_words_behind.json", "words behind the export", format!("{whole}\nthe end\n")),
        data("export_records_no_list.json", "records that are no list", around(json!({"a": 1})).to_string()),
        data("export_records_of_words.json", "records that are words", around(json!(["Acme", 3, null])).to_string()),
        data("export_unknown_field.json", "a record with an unknown field", {
            let mut other = incident(2);
            other["colour"] = json!("red");
            around(json!([incident(1), other])).to_string()
        }),
        data(
            "export_ids_twice.json",
            "two records of one identity",
            around(json!([incident(1), incident(1)])).to_string(),
        ),
        data("export_id_of_words.json", "an identity that is a word", {
            let mut other = incident(2);
            other["id"] = json!("second");
            around(json!([incident(1), other])).to_string()
        }),
        data("export_foreign_dataset.json", "a record of a dataset that is not in the export", {
            let mut other = incident(2);
            other["origin"] = json!({"dataset": id(77), "row": 5, "key": "k"});
            around(json!([incident(1), other])).to_string()
        }),
        data("export_foreign_organisation.json", "a record of an organisation that is not in the export", {
            let mut other = incident(2);
            other["organisations"] = json!([{"name": "Acme", "role": "victim", "organisation": id(88)}]);
            around(json!([incident(1), other])).to_string()
        }),
        data("export_dataset_broken.json", "a dataset without its name", {
            json!({"vigie": 1, "datasets": [{"id": id(5)}], "incidents": [incident(1)]}).to_string()
        }),
        data("export_deep.json", "100,000 lists in a record", {
            let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
            whole.replacen("\"title\":\"Case 2\"", &format!("\"title\":{deep}"), 1)
        }),
        data("export_newer_line.ndjson", "a line of a later version", {
            let mut lines = [incident(1), incident(2)];
            lines[0]["vigie"] = json!(1);
            lines[1]["vigie"] = json!(99);
            format!("{}\n{}\n", lines[0], lines[1])
        }),
        data("export_line_cut.ndjson", "the last line is cut", {
            let mut first = incident(1);
            first["vigie"] = json!(1);
            format!("{first}\n{{\"vigie\": 1, \"id\": \"")
        }),
        written("export_beside_12_mib.json", "a list of 6 million numbers behind the records", move |out| {
            write!(out, "{{\"vigie\": 1, \"incidents\": [{}], \"notes\": [0", incident(1))?;
            for _ in 0..6 {
                out.write_all(",0".repeat(1_000_000).as_bytes())?;
            }
            write!(out, "]}}")
        }),
        written("export_record_14_mib.json", "a record of 2 million tiny objects", move |out| {
            write!(out, "{{\"vigie\": 1, \"incidents\": [{}, {{\"id\": [0", incident(1))?;
            for _ in 0..2 {
                out.write_all(",{\"\":0}".repeat(1_000_000).as_bytes())?;
            }
            write!(out, "]}}]}}")
        }),
    ]
}

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn incident(number: u32) -> Value {
    json!({"id": id(number), "title": format!("Case {number}")})
}
