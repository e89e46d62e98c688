//! Values that a document database wraps in an object with one marked key: `{"$oid": "…"}`, `{"$date": …}`,
//! `{"$numberLong": "…"}`.

use serde_json::{Map, Value};

use crate::model::calendar::Day;

const MARKS: [&str; 8] =
    ["$oid", "$date", "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal", "$uuid", "$symbol"];

/// Whether an object that begins with this key may be such a value.
pub(super) fn is_mark(key: &str) -> bool {
    MARKS.contains(&key)
}

/// The value inside; `None` when the object is not such a value.
pub(super) fn unwrapped(object: &Map<String, Value>) -> Option<String> {
    let mut members = object.iter();
    let (Some((key, value)), None) = (members.next(), members.next()) else { return None };
    match (key.as_str(), value) {
        ("$date", Value::Number(number)) => date(number.as_i64()?),
        ("$date", Value::Object(inner)) => date(inner.get("$numberLong")?.as_str()?.parse().ok()?),
        (mark, Value::String(text)) if is_mark(mark) => Some(text.clone()),
        (mark, Value::Number(number)) if is_mark(mark) => Some(number.to_string()),
        _ => None,
    }
}

/// Puts what is inside in the place of every such value.
pub(super) fn unwrap_all(value: &mut Value) {
    match value {
        Value::Object(object) => match unwrapped(object) {
            Some(text) => *value = Value::String(text),
            None => object.values_mut().for_each(unwrap_all),
        },
        Value::Array(items) => items.iter_mut().for_each(unwrap_all),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Milliseconds since 1970 as a date with its time, in UTC; `None` beyond the calendar.
fn date(milliseconds: i64) -> Option<String> {
    let seconds = milliseconds.div_euclid(1_000);
    let day = Day(i32::try_from(seconds.div_euclid(86_400)).ok()?);
    if !(-700_000..2_900_000).contains(&day.0) {
        return None;
    }
    let (year, month, of_month) = day.ymd();
    let of_day = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    Some(format!("{year:04}-{month:02}-{of_month:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_values_are_what_they_mean() {
        let table = [
            (r#"{"$oid": "5a1"}"#, Some("5a1")),
            (r#"{"$date": "2024-03-01T12:00:00Z"}"#, Some("2024-03-01T12:00:00Z")),
            (r#"{"$date": 1709294400123}"#, Some("2024-03-01T12:00:00Z")),
            (r#"{"$date": {"$numberLong": "-1000"}}"#, Some("1969-12-31T23:59:59Z")),
            (r#"{"$numberLong": "9223372036854775807"}"#, Some("9223372036854775807")),
            (r#"{"$numberDouble": "1.5"}"#, Some("1.5")),
            (r#"{"$oid": "5a1", "b": 1}"#, None),
            (r#"{"$binary": "AA=="}"#, None),
            (r#"{"$date": 9223372036854775807}"#, None),
            ("{}", None),
        ];
        for (json, wanted) in table {
            let object: Map<String, Value> = serde_json::from_str(json).expect(json);
            assert_eq!(unwrapped(&object).as_deref(), wanted, "{json}");
        }
    }
}
