use std::path::Path;

use super::*;
use crate::model::date::relative::RelativeError;
use crate::model::event::When;
use crate::model::missing::Missing;

fn seeds() -> Vec<Incident> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/seed_incidents.json");
    let value: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    serde_json::from_value(value["incidents"].clone()).unwrap()
}

#[test]
fn a_draft_that_was_not_touched_is_the_record() {
    for incident in seeds() {
        let draft = Draft::of(Target::Record(RecordId(1)), incident.clone(), None);
        let reading = draft.read();
        assert_eq!(reading.incident, incident, "{}", incident.title);
        assert!(!reading.differs(&draft));
    }
    let blank = Draft::blank();
    assert!(!blank.read().differs(&blank), "a blank record has nothing to lose");
}

fn typed(events: &[(EventKind, &str)]) -> Draft {
    let mut draft = Draft::blank();
    for (kind, text) in events {
        let key = draft.key();
        let mut event = EventDraft::new(*kind, key);
        event.date.text = (*text).to_owned();
        draft.events.push(event);
    }
    draft
}

#[test]
fn relative_dates_follow_the_event_they_rest_on() {
    let mut draft = typed(&[
        (EventKind::PeopleTold, "2 days after regulator notified"),
        (EventKind::Aware, "2022-09-04T18:00+02:00"),
        (EventKind::RegulatorNotified, "20 h after aware"),
    ]);
    let reading = draft.read();
    assert_eq!(reading.faults, 0, "{:?}", reading.dates);
    let written = |reading: &Reading, at: usize| match &reading.incident.events[at].when {
        When::Date(date) => date.as_written().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(written(&reading, 2), "2022-09-05T14:00+02:00");
    assert_eq!(reading.incident.events[2].words, "20 h after aware");
    draft.events[1].date.text = "2022-10-04T18:00+02:00".to_owned();
    assert_eq!(written(&draft.read(), 2), "2022-10-05T14:00+02:00");

    // Saved and opened again, the words are what stands in the field.
    let again = Draft::of(Target::Record(RecordId(1)), draft.read().incident, None);
    assert_eq!(again.events[2].date.text, "20 h after aware");
    assert!(!again.read().differs(&again));
}

#[test]
fn what_cannot_be_read_is_a_fault_and_blank_is_unknown() {
    let draft = typed(&[
        (EventKind::Aware, "soon"),
        (EventKind::PeopleTold, "3 days after detected"),
        (EventKind::Closed, " "),
    ]);
    let reading = draft.read();
    assert_eq!(reading.faults, 2);
    assert_eq!(reading.dates[1], DateAnswer::Refused(RelativeError::NoDateFor(EventKind::Detected)));
    assert_eq!(reading.dates[2], DateAnswer::Blank);
    assert_eq!(reading.incident.events[2].when, When::Missing(Missing::Unknown));
}

#[test]
fn a_word_that_was_not_confirmed_is_kept() {
    let mut draft = Draft::blank();
    draft.adding(WordList::Kinds).push_str("ransomware");
    draft.adding(WordList::Techniques).push_str("t1566.001 Spearphishing");
    let incident = draft.read().incident;
    assert_eq!(incident.kinds, ["ransomware"]);
    assert_eq!(incident.techniques.items[0].id, "T1566.001");
    assert_eq!(incident.techniques.items[0].name, "Spearphishing");
}

#[test]
fn a_record_is_called_by_its_title_or_its_victim() {
    let mut incident = Incident::default();
    incident.organisations.push(Party { name: "France Travail".to_owned(), ..Party::default() });
    assert_eq!(name_of(&incident), "France Travail");
    incident.title = "Job seekers' data".to_owned();
    assert_eq!(name_of(&incident), "Job seekers' data");
}
