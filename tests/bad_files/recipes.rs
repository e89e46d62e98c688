//! Recipes that are broken, odd or hostile; a good table is read by them.

use serde_json::{Value, json};

use crate::shelf::{Bad, Kind, made};

pub fn files() -> Vec<Bad> {
    [not_recipes(), odd_formats(), odd_columns()].into_iter().flatten().collect()
}

/// A recipe that reads the good table.
fn good() -> Value {
    json!({
        "version": 1,
        "name": "Good",
        "shape": {
            "format": {"csv": {"delimiter": ",", "encoding": "utf-8"}},
            "headers": ["Organisation", "Date disclosed", "People affected"],
        },
        "columns": [
            {"header": "Organisation", "target": {"text": {"organisation": "victim"}}},
            {"header": "Date disclosed", "target": {"date": {"event": "made_public", "order": "year_month_day"}}},
            {"header": "People affected", "target": {"count": {"field": {"affected": ["people", "data_exposed"]}}}},
        ],
        "dataset": {"mechanism": "register"},
    })
}

fn recipe(name: &'static str, what: &'static str, change: impl Fn(&mut Value)) -> Bad {
    let mut value = good();
    change(&mut value);
    made(name, what, Kind::Recipe, value.to_string())
}

fn not_recipes() -> Vec<Bad> {
    let made = |name, what, bytes: &str| made(name, what, Kind::Recipe, bytes);
    let text = good().to_string();
    vec![
        made("recipe_empty.json", "an empty recipe", ""),
        made("recipe_of_words.json", "words", "organisation = first column\n"),
        made("recipe_cut.json", "a recipe that is cut", &text[..text.len() / 2]),
        made("recipe_list.json", "a list of recipes", &format!("[{text}]")),
        made("recipe_deep.json", "100,000 lists in one another", &"[".repeat(100_000)),
        crate::shelf::made("recipe_not_text.json", "bytes without order", Kind::Recipe, crate::shelf::noise(4_096, 11)),
        recipe("recipe_newer.json", "a recipe of a later version", |value| value["version"] = json!(99)),
        recipe("recipe_version_0.json", "a version that never was", |value| value["version"] = json!(0)),
        recipe("recipe_unknown_field.json", "a field that is not known", |value| value["sheet"] = json!("Data")),
        recipe("recipe_unknown_target.json", "a target that is not known", |value| {
            value["columns"][1]["target"] = json!({"moment": {"event": "made_public"}});
        }),
    ]
}

fn odd_formats() -> Vec<Bad> {
    let csv = |value: &mut Value, key: &str, to: Value| value["shape"]["format"]["csv"][key] = to;
    vec![
        recipe("recipe_delimiter_accent.json", "a delimiter beyond ASCII", move |value| {
            csv(value, "delimiter", json!("é"));
        }),
        recipe("recipe_delimiter_quote.json", "a quote for a delimiter", move |value| {
            csv(value, "delimiter", json!("\""));
        }),
        recipe("recipe_delimiter_line_end.json", "a line end for a delimiter", move |value| {
            csv(value, "delimiter", json!("\n"));
        }),
        recipe("recipe_encoding.json", "an encoding that does not exist", move |value| {
            csv(value, "encoding", json!("klingon"));
        }),
        recipe("recipe_skips_all.json", "four thousand million lines to skip", move |value| {
            csv(value, "skip_lines", json!(4_294_967_295_u32));
        }),
        recipe("recipe_for_json.json", "a recipe for JSON", |value| {
            value["shape"]["format"] = json!({"json": {"path": "a.b"}});
        }),
        recipe("recipe_for_exports.json", "a recipe for exports of Vigie", |value| {
            value["shape"]["format"] = json!("vigie");
        }),
        recipe("recipe_shape_elsewhere.json", "headers of another file", |value| {
            value["shape"]["headers"] = json!(["Numéro"]);
        }),
    ]
}

fn odd_columns() -> Vec<Bad> {
    let count = |unit: &str| json!({"count": {"field": {"affected": ["people", "data_exposed"]}, "unit_column": unit}});
    vec![
        recipe("recipe_no_columns.json", "no column", |value| value["columns"] = json!([])),
        recipe("recipe_ignores_all.json", "every column left out", |value| {
            for place in 0..3 {
                value["columns"][place]["target"] = json!("ignore");
            }
        }),
        recipe("recipe_column_twice.json", "one column twice, with two meanings", |value| {
            let mut again = value["columns"][1].clone();
            again["target"]["date"]["event"] = json!("aware");
            value["columns"].as_array_mut().expect("a list").push(again);
        }),
        recipe("recipe_one_event_twice.json", "two columns for one event", |value| {
            value["columns"][2]["target"] = value["columns"][1]["target"].clone();
        }),
        recipe("recipe_own_unit.json", "a column that names its own unit", move |value| {
            value["columns"][2]["target"] = count("People affected");
        }),
        recipe("recipe_unit_elsewhere.json", "a unit from a column that is not there", move |value| {
            value["columns"][2]["target"] = count("Unit of a dream");
        }),
        recipe("recipe_separator_empty.json", "a list without a separator", |value| {
            value["columns"][0]["target"] = json!({"list": {"field": "kind", "separator": ""}});
        }),
        recipe("recipe_count_in_text.json", "a count for a field of words", |value| {
            value["columns"][2]["target"] = json!({"count": {"field": "title"}});
        }),
        recipe("recipe_text_in_event.json", "words for an event", |value| {
            value["columns"][1]["target"] = json!({"text": {"event": "made_public"}});
        }),
        recipe("recipe_calendar.json", "a reporting year that begins on 45/13, a zone of 500 hours", |value| {
            value["dataset"] = json!({"mechanism": "register", "fiscal_start": [13, 45], "offset_minutes": 30_000});
        }),
        recipe("recipe_coverage.json", "covered from the year 2,000,000 on", |value| {
            value["dataset"] =
                json!({"mechanism": "register", "coverage_start": 2_000_000_000, "as_of": -2_000_000_000});
        }),
        recipe("recipe_100000_columns.json", "100,000 columns", |value| {
            let column = value["columns"][0].clone();
            value["columns"] = (0..100_000)
                .map(|place| {
                    let mut column = column.clone();
                    column["header"] = json!(format!("Column {place}"));
                    column
                })
                .collect();
        }),
    ]
}
