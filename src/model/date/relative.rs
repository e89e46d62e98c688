//! Relative dates: "20 h after aware", "deux jours après la détection", "within 2 hours of awareness".
//!
//! They are worked out from another event of the same record; the words are kept beside the result.

use std::fmt;

use super::{Clock, DateError, Form, PartialDate, Precision, edtf, print};
use crate::model::calendar::{Day, DayInterval};
use crate::model::count::{Conventions, Reading};
use crate::model::event::{Event, EventKind, When};
use crate::model::fold::fold;

/// Why a relative text could not be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelativeError {
    /// It is not a relative date at all.
    NotRelative,
    /// It names an event that the record has no date for.
    NoDateFor(EventKind),
    /// The result is not a date (before the year 1000, after 9999, or without any bound).
    Unusable(DateError),
}

impl fmt::Display for RelativeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRelative => {
                f.write_str("This is not a time before or after an event; write it like “20 h after aware”.")
            }
            Self::NoDateFor(kind) => {
                write!(f, "The record has no date for the event “{}” yet; enter that date first.", kind.key())
            }
            Self::Unusable(error) => write!(f, "What this comes to is not a date. {error}"),
        }
    }
}

impl std::error::Error for RelativeError {}

/// Works out a relative date from the events of its record: the date in canonical form, and the words as written.
///
/// The first dated event of the named kind counts. Hours keep the clock and zone of that event; where it has only
/// a day, the result spans the hours that the day leaves open. Days, weeks and months count calendar days.
///
/// # Errors
/// [`RelativeError::NotRelative`] when the text is not of this kind (try [`PartialDate::parse`] then).
///
/// ```
/// use vigie::model::date::{PartialDate, relative};
/// use vigie::model::event::{Event, EventKind, When};
/// let aware = Event {
///     kind: EventKind::Aware,
///     when: When::Date(PartialDate::parse("2022-09-04T18:00+02:00").unwrap()),
///     who: String::new(), words: String::new(), note: String::new(), evidence: Vec::new(),
/// };
/// let (date, words) = relative::resolve("20 h after aware", &[aware]).unwrap();
/// assert_eq!(date.as_written(), "2022-09-05T14:00+02:00");
/// assert_eq!(words, "20 h after aware");
/// ```
pub fn resolve(text: &str, events: &[Event]) -> Result<(PartialDate, String), RelativeError> {
    let statement = read(text).ok_or(RelativeError::NotRelative)?;
    let base = events
        .iter()
        .filter(|event| event.kind == statement.event)
        .find_map(|event| match &event.when {
            When::Date(date) => Some(*date.form()),
            When::NotYet | When::Missing(_) => None,
        })
        .ok_or(RelativeError::NoDateFor(statement.event))?;
    let form = statement.from(&base).map_err(RelativeError::Unusable)?;
    let written = print::canonical(&form);
    Ok((PartialDate { written, form }, text.trim().to_owned()))
}

/// What a relative text says.
#[derive(Clone, Copy, Debug)]
struct Statement {
    least: i64,
    most: Option<i64>,
    unit: TimeUnit,
    direction: Direction,
    event: EventKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TimeUnit {
    /// Seconds in the unit: an hour or a minute.
    Clock(i64),
    /// Days in the unit: a day or a week.
    Days(i64),
    Months,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    After,
    Before,
}

fn read(text: &str) -> Option<Statement> {
    if text.len() > 200 {
        return None;
    }
    let folded = fold(text).replace('-', " ");
    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = folded.trim_end_matches('.');
    for (opening, days) in [
        ("the same day as ", 0),
        ("same day as ", 0),
        ("le jour meme de ", 0),
        ("le meme jour que ", 0),
        ("the day after ", 1),
        ("day after ", 1),
        ("le lendemain de ", 1),
        ("le lendemain du ", 1),
        ("the day before ", -1),
        ("la veille de ", -1),
        ("la veille du ", -1),
    ] {
        if let Some(rest) = folded.strip_prefix(opening) {
            let direction = if days < 0 { Direction::Before } else { Direction::After };
            let days = i64::abs(days);
            return Some(Statement {
                least: days,
                most: Some(days),
                unit: TimeUnit::Days(1),
                direction,
                event: event_of(rest)?,
            });
        }
    }
    let (is_within, rest) =
        match strip_any(folded, &["within the ", "within ", "in the ", "dans les ", "sous ", "en moins de "]) {
            Some(rest) => (true, rest),
            None => (false, folded),
        };
    let joints: [(&str, Direction); 12] = [
        (" after ", Direction::After),
        (" following ", Direction::After),
        (" later than ", Direction::After),
        (" apres ", Direction::After),
        (" suivant ", Direction::After),
        (" qui ont suivi ", Direction::After),
        (" qui suivent ", Direction::After),
        (" of ", Direction::After),
        (" before ", Direction::Before),
        (" prior to ", Direction::Before),
        (" avant ", Direction::Before),
        (" precedant ", Direction::Before),
    ];
    joints.into_iter().find_map(|(joint, direction)| {
        let (amount, event) = rest.split_once(joint)?;
        // "of" alone is no direction: "20 h of outage".
        if joint == " of " && !is_within {
            return None;
        }
        let (least, most, unit) = amount_of(amount)?;
        let least = if is_within { 0 } else { least };
        Some(Statement { least, most, unit, direction, event: event_of(event)? })
    })
}

fn strip_any<'a>(text: &'a str, openings: &[&str]) -> Option<&'a str> {
    openings.iter().find_map(|opening| text.strip_prefix(opening))
}

/// "20 h", "twenty hours", "2 to 3 days", "several days", "au moins deux semaines".
fn amount_of(text: &str) -> Option<(i64, Option<i64>, TimeUnit)> {
    let text = text.trim_end_matches(" later").trim_end_matches(" plus tard");
    let at = text.trim_end_matches(char::is_alphabetic).len();
    let (number, unit) = text.split_at_checked(at)?;
    let unit = match unit {
        "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" => TimeUnit::Clock(3600),
        "min" | "mins" | "minute" | "minutes" => TimeUnit::Clock(60),
        "d" | "j" | "day" | "days" | "jour" | "jours" => TimeUnit::Days(1),
        "week" | "weeks" | "semaine" | "semaines" => TimeUnit::Days(7),
        "month" | "months" | "mois" => TimeUnit::Months,
        _ => return None,
    };
    let number = match number.trim() {
        "a" | "an" => "1",
        number => number,
    };
    let reading = Reading::read(number, &Conventions::default()).ok()?;
    let bounded = |number: u64| i64::try_from(number).ok().filter(|n| *n <= 1_000_000);
    let most = match reading.hi {
        Some(hi) => Some(bounded(hi)?),
        None => None,
    };
    Some((bounded(reading.lo)?, most, unit))
}

/// What events are called in running text, in English and French.
const NAMES: [(EventKind, &[&str]); 18] = [
    (
        EventKind::IntrusionBegan,
        &[
            "intrusion",
            "intrusion began",
            "start of the intrusion",
            "beginning of the intrusion",
            "attack",
            "attaque",
            "compromise",
            "compromission",
            "debut de l'intrusion",
            "debut de l'attaque",
            "intrusion initiale",
            "breach",
        ],
    ),
    (EventKind::IntrusionEnded, &["intrusion ended", "end of the intrusion", "fin de l'intrusion", "fin de l'attaque"]),
    (EventKind::Detected, &["detection", "detected", "discovery", "discovered", "decouverte", "detecte"]),
    (
        EventKind::Aware,
        &[
            "aware",
            "awareness",
            "aware of it",
            "aware of the incident",
            "prise de connaissance",
            "pris connaissance",
            "connaissance",
            "finding out",
            "finding out about the incident",
            "learning of it",
            "learning of the incident",
        ],
    ),
    (EventKind::Classified, &["classification", "classified"]),
    (EventKind::Contained, &["containment", "contained", "confinement", "endiguement"]),
    (
        EventKind::RegulatorNotified,
        &[
            "notification",
            "regulator notified",
            "notification to the regulator",
            "notifying the regulator",
            "notification a la cnil",
            "notification initiale",
            "initial notification",
        ],
    ),
    (EventKind::CsirtTold, &["csirt told", "report to the csirt", "signalement a l'anssi", "signalement au csirt"]),
    (EventKind::ComplaintFiled, &["complaint", "complaint filed", "plainte", "depot de plainte"]),
    (EventKind::PeopleTold, &["people told", "telling people", "notice to people", "information des personnes"]),
    (EventKind::StaffTold, &["staff told", "information des salaries", "information du personnel"]),
    (EventKind::Press, &["press", "presse"]),
    (
        EventKind::MadePublic,
        &["made public", "publication", "disclosure", "divulgation", "public disclosure", "rendu public"],
    ),
    (EventKind::ServiceRestored, &["restoration", "service restored", "retablissement", "retablissement du service"]),
    (EventKind::InquiryOpened, &["inquiry", "inquiry opened", "enquete", "ouverture de l'enquete"]),
    (EventKind::Arrests, &["arrests", "arrest", "arrestations", "interpellations"]),
    (EventKind::Sanction, &["sanction", "fine", "amende"]),
    (EventKind::Closed, &["closure", "closed", "cloture", "fermeture"]),
];

/// The event that words name, in English or French, or by its key.
fn event_of(text: &str) -> Option<EventKind> {
    let mut text = text.trim();
    while let Some(rest) = strip_any(
        text,
        &[
            "the ",
            "le ",
            "la ",
            "les ",
            "l'",
            "its ",
            "leur ",
            "having ",
            "becoming ",
            "de ",
            "d'",
            "du ",
            "avoir ",
            "initial ",
        ],
    ) {
        text = rest;
    }
    NAMES
        .iter()
        .find(|(_, names)| names.contains(&text))
        .map(|(kind, _)| *kind)
        .or_else(|| EventKind::from_key(&text.replace(' ', "_")))
}

impl Statement {
    fn from(self, base: &Form) -> Result<Form, DateError> {
        // Seen from the event, "before" turns both distances round.
        let (near, far) = match self.direction {
            Direction::After => (Some(self.least), self.most),
            Direction::Before => (self.most.map(|n| -n), Some(-self.least)),
        };
        let form = match self.unit {
            TimeUnit::Clock(seconds) => by_clock(base, near.map(|n| n * seconds), far.map(|n| n * seconds)),
            TimeUnit::Days(days) => by_days(base, near, far, |day, n| day.plus_days(in_days(n * days))),
            TimeUnit::Months => by_days(base, near, far, |day, n| day.add_months(in_days(n))),
        }?;
        Ok(Form { approximate: base.approximate, doubtful: base.doubtful, ..form })
    }
}

fn in_days(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX })
}

/// The base moved by whole days; a missing distance leaves that end open.
fn by_days(
    base: &Form,
    near: Option<i64>,
    far: Option<i64>,
    moved: impl Fn(Day, i64) -> Day,
) -> Result<Form, DateError> {
    let lo = base.days.lo.zip(near).map(|(day, n)| moved(day, n));
    let hi = base.days.hi.zip(far).map(|(day, n)| moved(day, n));
    let end = |day: Option<Day>| day.map(|day| edtf::span_form(day, day)).transpose();
    edtf::range(end(lo)?, end(hi)?)
}

/// The base moved by seconds, on its own clock.
fn by_clock(base: &Form, near: Option<i64>, far: Option<i64>) -> Result<Form, DateError> {
    let (Some(near), Some(far), Some(first), Some(last)) = (near, far, base.days.lo, base.days.hi) else {
        // Without both ends only days can be said.
        let days = |seconds: i64, round: i64| (seconds + round).div_euclid(86_400);
        let near = near.map(|seconds| days(seconds, 0));
        return by_days(base, near, far.map(|seconds| days(seconds, 86_399)), |day, n| day.plus_days(in_days(n)));
    };
    let midnight = |day: Day| i64::from(day.0) * 86_400;
    let (start, end, offset_minutes) = match base.clock {
        Some(clock) => {
            let start = midnight(first) + i64::from(clock.second_of_day);
            (start, start + i64::from(clock.span_seconds), clock.offset_minutes)
        }
        None => (midnight(first), midnight(last) + 86_400, None),
    };
    let (start, end) = (start + near, end + far);
    let day_of = |second: i64| Day(in_days(second.div_euclid(86_400)));
    let days = edtf::span_form(day_of(start), day_of(end - 1))?.days;
    let clock = Clock {
        second_of_day: u32::try_from(start.rem_euclid(86_400)).map_err(|_| DateError::Impossible)?,
        span_seconds: u32::try_from(end - start).map_err(|_| DateError::Impossible)?,
        offset_minutes,
    };
    let days = DayInterval { lo: days.lo, hi: days.hi };
    Ok(edtf::without_exported_midnight(Form {
        days,
        precision: Precision::Time,
        clock: Some(clock),
        approximate: false,
        doubtful: false,
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event(kind: EventKind, date: &str) -> Event {
        let when = When::Date(PartialDate::parse(date).expect(date));
        Event { kind, when, who: String::new(), words: String::new(), note: String::new(), evidence: Vec::new() }
    }

    fn record() -> Vec<Event> {
        vec![
            event(EventKind::Aware, "2022-09-04T18:00+02:00"),
            event(EventKind::IntrusionBegan, "2024-02-06"),
            event(EventKind::Detected, "2024-02"),
            event(EventKind::MadePublic, "[..2024-03-13]"),
        ]
    }

    #[test]
    fn distances_from_events() {
        for (text, expected) in [
            ("20 h after aware", "2022-09-05T14:00+02:00"),
            ("20 h après prise de connaissance", "2022-09-05T14:00+02:00"),
            ("vingt heures après la prise de connaissance", "2022-09-05T14:00+02:00"),
            ("twenty hours after finding out about the incident", "2022-09-05T14:00+02:00"),
            ("30 minutes before becoming aware", "2022-09-04T17:30+02:00"),
            ("within 2 hours of awareness", "[2022-09-04T18:00+02:00..2022-09-04T20:00+02:00]"),
            ("dans les 2 heures suivant la prise de connaissance", "[2022-09-04T18:00+02:00..2022-09-04T20:00+02:00]"),
            ("2 days after intrusion began", "2024-02-08"),
            ("deux jours après l’intrusion", "2024-02-08"),
            ("several days after the initial intrusion", "[2024-02-09..2024-02-15]"),
            ("2 weeks after the intrusion", "2024-02-20"),
            ("1 month after the intrusion", "2024-03-06"),
            ("at least 3 days after the intrusion", "[2024-02-09..]"),
            ("at most 3 days after the intrusion", "[2024-02-06..2024-02-09]"),
            ("3 days before the intrusion", "2024-02-03"),
            ("2 to 3 days before the intrusion", "[2024-02-03..2024-02-04]"),
            ("2 days after detection", "[2024-02-03..2024-03-02]"),
            ("20 h after the intrusion", "[2024-02-06T20:00..2024-02-07T19:59]"),
            ("the day after awareness", "2022-09-05"),
            ("le lendemain de la prise de connaissance", "2022-09-05"),
            ("3 days after made public", "[..2024-03-16]"),
        ] {
            let (date, words) = resolve(text, &record()).expect(text);
            assert_eq!((date.as_written(), words.as_str()), (expected, text));
            assert_eq!(PartialDate::parse(expected).expect(expected).form(), date.form(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_worked_out() {
        let error = |text: &str| resolve(text, &record()).map(|(date, _)| date.canonical());
        assert_eq!(error("2024-03-08"), Err(RelativeError::NotRelative));
        assert_eq!(error("20 h after lunch"), Err(RelativeError::NotRelative));
        assert_eq!(error("some time after aware"), Err(RelativeError::NotRelative));
        assert_eq!(error("2 days after closure"), Err(RelativeError::NoDateFor(EventKind::Closed)));
        assert_eq!(error("at least 3 days after publication"), Err(RelativeError::Unusable(DateError::NotADate)));
        assert_eq!(error("900000 months after the intrusion"), Err(RelativeError::Unusable(DateError::Impossible)));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(amount in "[0-9a-z ,]{0,12}", joint in "( after | before | apres |)", event in "(aware|intrusion|publication|x)") {
            let text = format!("{amount}{joint}{event}");
            if let Ok((date, words)) = resolve(&text, &record()) {
                prop_assert_eq!(words, text.trim());
                let again = PartialDate::parse(date.as_written()).expect("canonical");
                prop_assert_eq!(again.form(), date.form());
            }
        }
    }
}
