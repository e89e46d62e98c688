//! A VERIS incident as a row. Its members are flattened as any object's; beside them stand columns under the names of
//! the objects themselves: dates out of split ones, the day of discovery out of a duration, actions, actors, motives,
//! data and harm as words. What says "Unknown" or "NA" is no value there; the words stay in the flattened members.

use serde_json::{Map, Value};

use crate::import::rows::Cell;
use crate::import::rows::json::extended;
use crate::import::rows::json::flat::{Members, members};
use crate::model::calendar::Day;

/// Whether these keys, flattened, are those of VERIS.
pub(in crate::import) fn is_told_by(headers: &[String]) -> bool {
    let has = |wanted: &str| headers.iter().any(|header| header == wanted);
    let begins = |wanted: &str| headers.iter().any(|header| header.starts_with(wanted));
    let is_dated = has("timeline.incident.year") || has("timeline.incident");
    is_dated && begins("victim.") && (begins("action.") || begins("actor.") || has("security_incident"))
}

/// The cells of an incident.
pub(in crate::import) fn row(mut incident: Value) -> Members {
    extended::unwrap_all(&mut incident);
    let began = incident.pointer("/timeline/incident").and_then(Value::as_object).and_then(days);
    join_dates(&mut incident);
    let mut cells = vec![
        text("timeline.discovery", incident.pointer("/timeline/discovery").map(|after| passed(after, began))),
        text(
            "timeline.containment",
            incident.pointer("/timeline/containment").map(|after| contained(&incident, after, began)),
        ),
        list("action", kinds(&incident)),
        list("actor", actors(&incident)),
        list("actor.motive", motives(&incident)),
        list("attribute.confidentiality.data", data(&incident)),
        text("attribute.confidentiality", confidentiality(&incident)),
        text("attribute.integrity", harmed(&incident, "integrity")),
        text("attribute.availability", harmed(&incident, "availability")),
        text("victim.sector", incident.pointer("/victim/industry").and_then(sector)),
        text("security_incident.status", incident.get("security_incident").and_then(status)),
    ];
    cells.retain(|(_, cell)| !matches!(cell, Cell::Text(text) if text.is_empty()));
    let mut all = members(&incident);
    all.append(&mut cells);
    all
}

fn text(name: &str, text: Option<String>) -> (String, Cell) {
    (name.to_owned(), Cell::Text(text.unwrap_or_default()))
}

fn list(name: &str, items: Vec<String>) -> (String, Cell) {
    (name.to_owned(), Cell::List(items))
}

/// Puts the date in the place of every object that is a split one.
fn join_dates(value: &mut Value) {
    let joined = value.as_object().and_then(date);
    match (joined, value) {
        (Some(date), value) => *value = Value::String(date),
        (None, Value::Object(object)) => object.values_mut().for_each(join_dates),
        (None, Value::Array(items)) => items.iter_mut().for_each(join_dates),
        (None, _) => {}
    }
}

/// `{year, month, day, time}` as a partial date; `None` for other objects.
fn date(object: &Map<String, Value>) -> Option<String> {
    if object.keys().any(|key| !["year", "month", "day", "time"].contains(&key.as_str())) {
        return None;
    }
    let part = |key: &str| object.get(key).and_then(whole);
    let year = part("year")?;
    let Some(month) = part("month") else {
        return (!object.contains_key("day")).then(|| format!("{year:04}"));
    };
    let Some(day) = part("day") else { return Some(format!("{year:04}-{month:02}")) };
    let time = object.get("time").and_then(Value::as_str).and_then(hours);
    let time = time.map_or_else(String::new, |time| format!("T{time}"));
    Some(format!("{year:04}-{month:02}-{day:02}{time}"))
}

/// A whole number, also one that was saved as a decimal or as text.
fn whole(value: &Value) -> Option<u32> {
    let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
    (number.fract() == 0.0 && (0.0..=9_999.0).contains(&number)).then_some(number as u32)
}

/// `05:45:00 PM` as `17:45`; `None` when it is no time of day.
fn hours(time: &str) -> Option<String> {
    let (clock, half) = time.trim().rsplit_once(' ').unwrap_or((time.trim(), ""));
    let mut parts = clock.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let hour = match half.to_ascii_uppercase().as_str() {
        "" if hour < 24 => hour,
        "AM" if (1..=12).contains(&hour) => hour % 12,
        "PM" if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    (minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// First and last day of a split date.
fn days(object: &Map<String, Value>) -> Option<(Day, Day)> {
    let part = |key: &str| object.get(key).and_then(whole);
    let year = i32::try_from(part("year")?).ok()?;
    match (part("month"), part("day")) {
        (Some(month), Some(day)) => Day::from_ymd(year, month, day).map(|day| (day, day)),
        (Some(month), None) => {
            let first = Day::from_ymd(year, month, 1)?;
            Some((first, Day(months_after(first, 1).0 - 1)))
        }
        (None, None) => Some((Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?)),
        (None, Some(_)) => None,
    }
}

/// The day so many months later, at most the last of its month.
fn months_after(day: Day, months: i32) -> Day {
    let (year, month, of_month) = day.ymd();
    let all = year * 12 + month as i32 - 1 + months;
    let (year, month) = (all.div_euclid(12), all.rem_euclid(12) as u32 + 1);
    (1..=of_month).rev().find_map(|day_of| Day::from_ymd(year, month, day_of)).unwrap_or(day)
}

/// How much later something can be said to have happened: least and most days or months after a day.
fn later(day: Day, least: (f64, Unit), most: (f64, Unit)) -> (Day, Option<Day>) {
    let add = |(number, unit): (f64, Unit), up: bool| {
        let round = |number: f64| if up { number.ceil() } else { number.floor() } as i32;
        match unit {
            Unit::Days => Day(day.0.saturating_add(round(number))),
            Unit::Months => months_after(day, round(number)),
        }
    };
    (add(least, false), most.0.is_finite().then(|| add(most, true)))
}

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Days,
    Months,
}

/// The least and the most of a duration in a unit, as far as its words say it. A number is taken to be rounded by less
/// than its unit; a unit alone says its order of magnitude: days are less than a month, weeks less than a quarter,
/// months less than two years.
fn span(unit: &str, value: Option<f64>) -> Option<((f64, Unit), (f64, Unit))> {
    let in_days = |days: f64| match value {
        Some(value) => (((value - 1.0).max(0.0) * days, Unit::Days), ((value + 1.0) * days, Unit::Days)),
        None => ((0.0, Unit::Days), (1.0, Unit::Days)),
    };
    let in_months = |months: f64| {
        value.map(|value| (((value - 1.0).max(0.0) * months, Unit::Months), ((value + 1.0) * months, Unit::Months)))
    };
    Some(match (unit, value) {
        ("Seconds", _) => in_days(1.0 / 86_400.0),
        ("Minutes", _) => in_days(1.0 / 1_440.0),
        ("Hours", _) => in_days(1.0 / 24.0),
        ("Days", Some(_)) => in_days(1.0),
        ("Weeks", Some(_)) => in_days(7.0),
        ("Months", Some(_)) => in_months(1.0)?,
        ("Years", Some(_)) => in_months(12.0)?,
        ("Days", None) => ((1.0, Unit::Days), (1.0, Unit::Months)),
        ("Weeks", None) => ((7.0, Unit::Days), (3.0, Unit::Months)),
        ("Months", None) => ((1.0, Unit::Months), (24.0, Unit::Months)),
        ("Years", None) => ((12.0, Unit::Months), (f64::INFINITY, Unit::Months)),
        _ => return None,
    })
}

/// First and last day of what came so long after `from`; `None` when that cannot be said.
fn after(duration: &Value, from: (Day, Option<Day>)) -> Option<(Day, Option<Day>)> {
    let unit = duration.get("unit")?.as_str()?;
    let value = duration.get("value").and_then(|value| value.as_f64().or_else(|| value.as_str()?.parse().ok()));
    let value = value.filter(|value| (0.0..10_000.0).contains(value));
    let (least, most) = span(unit, value)?;
    let first = later(from.0, least, most).0;
    Some((first, from.1.and_then(|last| later(last, least, most).1)))
}

/// The words of the missing kinds, as cells are read.
fn missing(duration: &Value) -> Option<String> {
    let word = match duration.get("unit")?.as_str()? {
        "Unknown" => "unknown",
        "NA" => "not applicable",
        "Never" => "none identified",
        _ => return None,
    };
    Some(word.to_owned())
}

/// The date of what came so long after the incident began, or why there is none; "" when nothing can be said.
fn passed(duration: &Value, began: Option<(Day, Day)>) -> String {
    let dated = || after(duration, began.map(|(first, last)| (first, Some(last)))?).map(written);
    missing(duration).or_else(dated).unwrap_or_default()
}

/// As [`passed`], after the discovery.
fn contained(incident: &Value, duration: &Value, began: Option<(Day, Day)>) -> String {
    let discovered =
        || after(incident.pointer("/timeline/discovery")?, began.map(|(first, last)| (first, Some(last)))?);
    let dated = || after(duration, discovered()?).map(written);
    missing(duration).or_else(dated).unwrap_or_default()
}

fn written((first, last): (Day, Option<Day>)) -> String {
    let day = |day: Day| {
        let (year, month, of_month) = day.ymd();
        format!("{year:04}-{month:02}-{of_month:02}")
    };
    match last {
        Some(last) if last == first => day(first),
        Some(last) => format!("[{}..{}]", day(first), day(last)),
        None => format!("[{}..]", day(first)),
    }
}

/// The words of a member that is a word or a list of them, without those that say that there is none.
fn words(value: Option<&Value>) -> Vec<String> {
    let all: Vec<&str> = match value {
        Some(Value::String(word)) => vec![word],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let says_something = |word: &&str| !word.trim().is_empty() && !["Unknown", "NA"].contains(&word.trim());
    all.into_iter().filter(says_something).map(|word| word.trim().to_owned()).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The categories of an object such as `action`, in the order of its keys.
fn categories<'a>(incident: &'a Value, key: &str) -> Vec<(String, &'a Value)> {
    let object = incident.get(key).and_then(Value::as_object);
    object
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.is_object())
        .map(|(name, value)| (capitalised(name), value))
        .collect()
}

/// Actions by category, and by category and variety.
fn kinds(incident: &Value) -> Vec<String> {
    let mut kinds = Vec::new();
    for (category, action) in categories(incident, "action") {
        kinds.push(category.clone());
        kinds.extend(words(action.get("variety")).into_iter().map(|variety| format!("{category}: {variety}")));
    }
    kinds.retain(|kind| kind != "Unknown");
    kinds
}

/// Each side that acted, with its varieties.
fn actors(incident: &Value) -> Vec<String> {
    let named = |(side, actor): (String, &Value)| {
        let varieties = words(actor.get("variety"));
        if varieties.is_empty() { side } else { format!("{side}: {}", varieties.join(", ")) }
    };
    categories(incident, "actor").into_iter().map(named).filter(|actor| actor != "Unknown").collect()
}

fn motives(incident: &Value) -> Vec<String> {
    let mut motives = Vec::new();
    for (_, actor) in categories(incident, "actor") {
        for motive in words(actor.get("motive")) {
            if !motives.contains(&motive) {
                motives.push(motive);
            }
        }
    }
    motives
}

fn data(incident: &Value) -> Vec<String> {
    let data = incident.pointer("/attribute/confidentiality/data").and_then(Value::as_array);
    data.into_iter().flatten().flat_map(|data| words(data.get("variety"))).collect()
}

/// Whether data was disclosed, in the words of a harm.
fn confidentiality(incident: &Value) -> Option<String> {
    let harm = incident.pointer("/attribute/confidentiality")?;
    Some(match harm.get("data_disclosure").and_then(Value::as_str) {
        Some(word) => word.trim().to_lowercase(),
        None => "unknown".to_owned(),
    })
}

/// An attribute that the incident has is one that was harmed.
fn harmed(incident: &Value, attribute: &str) -> Option<String> {
    incident.get("attribute")?.get(attribute)?.as_object().map(|_| "yes".to_owned())
}

/// Whether it is only suspected, or turned out to be none.
fn status(value: &Value) -> Option<String> {
    match value.as_str()?.trim() {
        "Suspected" => Some("suspected".to_owned()),
        "False positive" => Some("false alarm".to_owned()),
        _ => None,
    }
}

/// The sector of a NAICS code, by its first two digits; `None` for codes that are none.
fn sector(code: &Value) -> Option<String> {
    let code = code.as_str().map(str::to_owned).or_else(|| code.as_u64().map(|code| code.to_string()))?;
    let name = match code.trim().get(..2)? {
        "11" => "Agriculture, forestry, fishing and hunting",
        "21" => "Mining, oil and gas",
        "22" => "Utilities",
        "23" => "Construction",
        "31" | "32" | "33" => "Manufacturing",
        "42" => "Wholesale trade",
        "44" | "45" => "Retail trade",
        "48" | "49" => "Transportation and warehousing",
        "51" => "Information",
        "52" => "Finance and insurance",
        "53" => "Real estate and rental",
        "54" => "Professional, scientific and technical services",
        "55" => "Management of companies",
        "56" => "Administrative and waste services",
        "61" => "Education",
        "62" => "Health care and social assistance",
        "71" => "Arts, entertainment and recreation",
        "72" => "Accommodation and food services",
        "81" => "Other services",
        "92" => "Public administration",
        _ => return None,
    };
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> Value {
        serde_json::from_str(json).expect(json)
    }

    #[test]
    fn split_dates_keep_their_precision() {
        for (json, wanted) in [
            (r#"{"year": 2014, "month": 3, "day": 9}"#, Some("2014-03-09")),
            (r#"{"year": 2014, "month": 3}"#, Some("2014-03")),
            (r#"{"year": 2014.0}"#, Some("2014")),
            (r#"{"year": "2014", "month": "3", "day": 9, "time": "05:45:00 PM"}"#, Some("2014-03-09T17:45")),
            (r#"{"year": 2014, "month": 3, "day": 9, "time": "12:05:00 AM"}"#, Some("2014-03-09T00:05")),
            (r#"{"year": 2014, "month": 13, "day": 9}"#, Some("2014-13-09")),
            (r#"{"year": 2014, "day": 9}"#, None),
            (r#"{"year": 2014, "weeks": 9}"#, None),
            ("{}", None),
        ] {
            assert_eq!(date(value(json).as_object().expect(json)).as_deref(), wanted, "{json}");
        }
    }

    #[test]
    fn durations_say_no_more_than_their_words() {
        let day = r#"{"year": 2014, "month": 3, "day": 9}"#;
        for (began, duration, wanted) in [
            (day, r#"{"unit": "Months", "value": 5}"#, "[2014-07-09..2014-09-09]"),
            (day, r#"{"unit": "Weeks", "value": 3.0}"#, "[2014-03-23..2014-04-06]"),
            (day, r#"{"unit": "Days", "value": 1}"#, "[2014-03-09..2014-03-11]"),
            (day, r#"{"unit": "Years", "value": 1.5}"#, "[2014-09-09..2016-09-09]"),
            (day, r#"{"unit": "Hours"}"#, "[2014-03-09..2014-03-10]"),
            (day, r#"{"unit": "Hours", "value": 30}"#, "[2014-03-10..2014-03-11]"),
            (day, r#"{"unit": "Days"}"#, "[2014-03-10..2014-04-09]"),
            (day, r#"{"unit": "Years"}"#, "[2015-03-09..]"),
            (r#"{"year": 2014}"#, r#"{"unit": "Weeks", "value": 2}"#, "[2014-01-08..2015-01-21]"),
            (r#"{"year": 2014, "month": 1}"#, r#"{"unit": "Months", "value": 1}"#, "[2014-01-01..2014-03-31]"),
            (day, r#"{"unit": "Unknown"}"#, "unknown"),
            (day, r#"{"unit": "NA", "value": 3}"#, "not applicable"),
            (day, r#"{"unit": "Never"}"#, "none identified"),
            (day, r#"{"unit": "Fortnights", "value": 2}"#, ""),
        ] {
            let began = days(value(began).as_object().expect(began));
            assert_eq!(passed(&value(duration), began), wanted, "{duration}");
        }
        assert_eq!(passed(&value(r#"{"unit": "Days"}"#), None), "", "after nothing");
    }
}
