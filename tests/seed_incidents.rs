//! The five coded cases hold what their sources say, with its true precision, and nothing more.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::Path;

use serde::Deserialize;
use vigie::model::affected::{Affected, Amount, Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::count::How;
use vigie::model::dataset::{Dataset, Mechanism};
use vigie::model::date::{PartialDate, Precision};
use vigie::model::event::{Event, EventKind, When};
use vigie::model::incident::{Harm, Incident};
use vigie::model::missing::{Missing, Stated};
use vigie::model::organisation::{Organisation, Role};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    vigie: u32,
    datasets: Vec<Dataset>,
    organisations: Vec<Organisation>,
    incidents: Vec<Incident>,
}

fn text() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/seed_incidents.json");
    std::fs::read_to_string(path).expect("the sample file")
}

fn document() -> Document {
    serde_json::from_str(&text()).expect("the shape of the record types")
}

fn incident(key: &str) -> Incident {
    let of_key = |one: &Incident| one.origin.as_ref().and_then(|origin| origin.key.as_deref()) == Some(key);
    document().incidents.into_iter().find(of_key).expect("the case")
}

fn events(incident: &Incident, kind: EventKind) -> Vec<&Event> {
    incident.events.iter().filter(|event| event.kind == kind).collect()
}

fn event(incident: &Incident, kind: EventKind) -> &Event {
    let found = events(incident, kind);
    assert_eq!(found.len(), 1, "{kind:?}");
    found[0]
}

fn date(event: &Event) -> &PartialDate {
    match &event.when {
        When::Date(date) => date,
        other => panic!("{:?} has no date but {other:?}", event.kind),
    }
}

/// First and last possible day of the only event of this kind, in ISO form.
fn span(incident: &Incident, kind: EventKind) -> (Option<String>, Option<String>) {
    let days = date(event(incident, kind)).days();
    (days.lo.map(iso), days.hi.map(iso))
}

fn iso(day: Day) -> String {
    (chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + chrono::TimeDelta::days(day.0.into())).to_string()
}

fn on(day: &str) -> (Option<String>, Option<String>) {
    (Some(day.to_owned()), Some(day.to_owned()))
}

/// Days between two events that are both known to the day.
fn days_between(incident: &Incident, from: EventKind, to: EventKind) -> i32 {
    let day = |kind| {
        let days = date(event(incident, kind)).days();
        assert_eq!(days.lo, days.hi, "{kind:?}");
        days.lo.expect("a day").0
    };
    day(to) - day(from)
}

fn range(affected: &Affected) -> (u64, Option<u64>, How) {
    match &affected.amount {
        Amount::Count(count) => (count.lo, count.hi, count.how),
        Amount::Missing(reason) => panic!("no count but {reason:?}"),
    }
}

#[test]
fn the_file_is_written_exactly_as_the_record_types_write_it() {
    let document = document();
    assert_eq!(document.vigie, 1);
    assert_eq!((document.datasets.len(), document.organisations.len(), document.incidents.len()), (1, 7, 5));
    let whole: serde_json::Value = serde_json::from_str(&text()).unwrap();
    for (written, one) in whole["incidents"].as_array().unwrap().iter().zip(&document.incidents) {
        assert_eq!(&serde_json::to_value(one).unwrap(), written, "{}", one.title);
    }
    for (written, one) in whole["organisations"].as_array().unwrap().iter().zip(&document.organisations) {
        assert_eq!(&serde_json::to_value(one).unwrap(), written, "{}", one.name);
    }
    let dataset = &document.datasets[0];
    assert_eq!((dataset.mechanism, iso(dataset.as_of).as_str()), (Mechanism::Mixed, "2024-03-19"));
    for one in &document.incidents {
        assert_eq!(one.origin.as_ref().unwrap().dataset, dataset.id);
        assert!(!one.sources.is_empty() && !one.summary.is_empty());
        for name in one.organisations.iter().map(|party| &party.name) {
            assert!(document.organisations.iter().any(|own| own.name == *name), "{name} has no page");
        }
    }
}

#[test]
fn every_value_has_its_words_and_the_words_are_few() {
    for one in document().incidents {
        for event in &one.events {
            assert!(!event.evidence.is_empty(), "{} {:?}", one.title, event.kind);
        }
        let of_events = one.events.iter().flat_map(|event| &event.evidence);
        for evidence in of_events.chain(one.affected.iter().flat_map(|affected| &affected.evidence)) {
            assert!(!evidence.source.is_empty() && !evidence.quote.is_empty());
            assert!(evidence.quote.split_whitespace().count() <= 12, "{}", evidence.quote);
        }
    }
}

#[test]
fn france_travail_delays_and_an_awareness_that_is_only_an_interval() {
    use EventKind::{Arrests, Aware, Detected, IntrusionBegan, IntrusionEnded, MadePublic, RegulatorNotified};
    let one = incident("france-travail-2024");
    assert_eq!(days_between(&one, IntrusionBegan, RegulatorNotified), 31);
    assert_eq!(days_between(&one, IntrusionBegan, MadePublic), 36);
    assert_eq!(days_between(&one, RegulatorNotified, MadePublic), 5);
    assert_eq!(span(&one, IntrusionEnded), on("2024-03-05"));
    assert_eq!(event(&one, RegulatorNotified).who, "CNIL");
    let between = (Some("2024-02-07".to_owned()), Some("2024-03-08".to_owned()));
    assert_eq!(span(&one, Detected), between);
    assert_eq!(span(&one, Aware), between);
    assert_eq!(event(&one, Detected).words, "several days after the intrusion began");
    assert_eq!(span(&one, Arrests), (None, Some("2024-03-19".to_owned())));
    assert_eq!(one.affected.len(), 1);
    assert_eq!(range(&one.affected[0]), (42_500_000, Some(43_500_000), How::About));
    assert_eq!((one.affected[0].unit, one.affected[0].effect), (Unit::People, Effect::DataExposed));
    assert_eq!((one.actors.count, one.data_classes.items.len()), (Some(3), 8));
    assert!(one.actors.items.iter().all(|actor| actor.name.is_empty()));
    assert_eq!((one.lessons.len(), one.measures.len()), (5, 5));
}

#[test]
fn orange_cyberdefense_knows_the_hour_and_told_each_audience_on_its_day() {
    use EventKind::{Aware, Closed, ComplaintFiled, CsirtTold, IntrusionBegan, MadePublic, PeopleTold, Press};
    use EventKind::{RegulatorNotified, StaffTold};
    let one = incident("orange-cyberdefense-2022");
    let aware = date(event(&one, Aware));
    assert_eq!((aware.as_written(), aware.form().precision), ("2022-09-04T18:00+02:00", Precision::Time));
    let clock = aware.form().clock.unwrap();
    assert_eq!((clock.second_of_day, clock.offset_minutes), (18 * 3600, Some(120)));
    let told = event(&one, PeopleTold);
    assert_eq!(told.words, "20 h after aware");
    let told = date(told).form();
    let hours = (told.days.lo.unwrap().0 - aware.days().lo.unwrap().0) * 24
        + (told.clock.unwrap().second_of_day as i32 - clock.second_of_day as i32) / 3600;
    assert_eq!((hours, told.approximate), (20, true));
    let some_time = (Some("2022-09-05".to_owned()), Some("2022-09-08".to_owned()));
    for (kind, who) in [(RegulatorNotified, "CNIL"), (CsirtTold, "ANSSI"), (Press, "")] {
        assert_eq!((span(&one, kind), event(&one, kind).who.as_str()), (some_time.clone(), who));
    }
    let staff: Vec<String> = events(&one, StaffTold).iter().map(|event| iso(date(event).days().lo.unwrap())).collect();
    assert_eq!(staff, ["2022-09-05", "2022-09-06", "2022-09-07", "2022-09-08"]);
    assert_eq!(event(&one, ComplaintFiled).when, When::Missing(Missing::NotStated));
    assert_eq!(event(&one, IntrusionBegan).when, When::Missing(Missing::NoneIdentified));
    assert_eq!((span(&one, MadePublic), span(&one, Closed)), (on("2022-09-09"), on("2022-09-23")));
    assert_eq!(range(&one.affected[0]), (200, Some(900), How::Words));
    assert_eq!((one.affected[0].unit, one.data_classes.items.len()), (Unit::Customers, 6));
    assert_eq!(one.posture.availability, Stated::Value(Harm::No));
}

#[test]
fn users_who_were_cut_off_are_no_people_whose_data_was_exposed() {
    let one = incident("ent-2022");
    let cut: Vec<&Affected> = one.affected.iter().filter(|affected| affected.effect == Effect::AccessCut).collect();
    assert_eq!(cut.len(), 1);
    assert_eq!((range(cut[0]), cut[0].unit), ((0, Some(300_000), How::AtMost), Unit::Users));
    let exposed: Vec<&Affected> = one.affected.iter().filter(|other| other.effect == Effect::DataExposed).collect();
    assert_eq!(exposed.len(), 1);
    assert_eq!((exposed[0].unit, &exposed[0].amount), (Unit::People, &Amount::Missing(Missing::NotStated)));
    // The month of the header and the day of the text are one event with two quotations.
    assert_eq!(span(&one, EventKind::IntrusionBegan), on("2022-03-02"));
    assert_eq!(event(&one, EventKind::IntrusionBegan).evidence.len(), 2);
    for kind in [EventKind::RegulatorNotified, EventKind::ComplaintFiled, EventKind::PeopleTold] {
        assert_eq!(event(&one, kind).when, When::Missing(Missing::NotStated), "{kind:?}");
    }
    assert_eq!(event(&one, EventKind::RegulatorNotified).who, "CNIL");
}

#[test]
fn withheld_is_not_unknown_and_none_identified_is_a_statement() {
    let ent = incident("ent-2022");
    let withheld = Stated::Missing(Missing::Withheld);
    assert_eq!(
        [&ent.posture.confidentiality, &ent.posture.integrity, &ent.posture.availability],
        [&withheld, &withheld, &withheld]
    );
    let normandie = incident("normandie-2023");
    for (one, motives, techniques) in [(&ent, 1, 1), (&normandie, 4, 3)] {
        assert_eq!((one.motives.count, one.motives.missing), (Some(motives), Some(Missing::Withheld)));
        assert_eq!((one.techniques.count, one.techniques.missing), (Some(techniques), Some(Missing::Withheld)));
        assert_eq!((one.actors.count, one.actors.missing), (Some(0), Some(Missing::NoneIdentified)));
    }
}

#[test]
fn normandie_is_dated_to_the_month_only() {
    let one = incident("normandie-2023");
    let when = date(event(&one, EventKind::IntrusionBegan));
    assert_eq!((when.as_written(), when.form().precision), ("2023-12", Precision::Month));
    assert_eq!(span(&one, EventKind::IntrusionBegan), (Some("2023-12-01".to_owned()), Some("2023-12-31".to_owned())));
    assert_eq!(one.posture.confidentiality, Stated::Value(Harm::Yes));
    assert_eq!(one.posture.integrity, Stated::Value(Harm::Yes));
}

#[test]
fn the_number_of_a_campaign_is_never_a_victims() {
    let one = incident("maison-2023");
    let campaign = one.campaign.as_ref().expect("a campaign");
    assert_eq!(range(&campaign.affected[0]), (200_000, Some(900_000), How::Words));
    assert_eq!(campaign.affected[0].unit, Unit::Systems);
    assert!(one.affected.iter().all(|affected| matches!(affected.amount, Amount::Missing(_))));
    assert_eq!(span(&one, EventKind::IntrusionBegan), on("2023-02-20"));
    let party = &one.organisations[0];
    assert_eq!(party.role, Role::Victim);
    let pages = document().organisations;
    let page = pages.iter().find(|page| page.name == party.name).expect("its own page");
    assert_eq!((page.url.as_str(), page.place.city.as_str()), ("maisondeentreprise[.]fr", "Auxerre"));
    assert!(page.profile.len() > 100 && page.sector == "Education");
    assert!(pages.iter().all(|page| page.url.is_empty() || page.url.contains("[.]")));
}
