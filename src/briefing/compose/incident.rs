//! Pages about one incident: what is known of it, and what happened when.

use uuid::Uuid;

use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::sources::Sources;
use crate::briefing::compose::{paragraphs, plain, stated};
use crate::briefing::deck::{Body, IncidentSheet, Paragraph, Sheet, data_to};
use crate::chart::describe;
use crate::chart::gallery::cases::one;
use crate::chart::gallery::delay::among::incident_name;
use crate::chart::words;
use crate::frame::batch::Field;
use crate::model::evidence::Evidence;
use crate::model::incident::{Campaign, Harm, Incident, Posture};
use crate::model::missing::{Listed, Missing, Stated};
use crate::text::{Lang, tr, tr_args};

/// All about one incident.
pub fn sheet(id: Uuid, ground: &Ground<'_>) -> Sheet {
    let Some(incident) = read(id, ground) else { return gone(ground) };
    let lang = ground.lang;
    let mut sources = Sources::default();
    let mut facts = facts(&incident, lang, &mut sources);
    let mut timeline = one::timeline_cited(&incident, lang, &mut |event| sources.cite(&event.evidence));
    let notes = timeline.iter().map(|model| model.alt.clone()).collect();
    // One date is a fact, not a course of events.
    if let Some(only) = timeline.take_if(|model| model.y.ticks.len() == 1) {
        let row = only.table.rows.first().into_iter().flatten();
        let cited = only.y.ticks.first().map(|tick| tick.label.clone());
        facts.extend(cited.zip(row.map(|cell| cell.text.clone()).nth(1)));
    }
    facts.extend(stated::dates(lang, &incident.events, &mut sources));
    _ = sources.cite(&incident.sources);
    let text = told(&incident, lang).into_iter().chain(sources.told(lang)).collect();
    let body = IncidentSheet { facts, text, timeline };
    Sheet { foot: foot(&incident, &[], ground), notes, ..plain(headline(&incident), Body::Incident(Box::new(body))) }
}

/// What happened when in one incident.
pub fn timeline(id: Uuid, ground: &Ground<'_>) -> Sheet {
    let Some(incident) = read(id, ground) else { return gone(ground) };
    let lang = ground.lang;
    let headline = tr_args(lang, "briefing-timeline-of", &[("name", headline(&incident).into())]);
    let (notes, body) = match one::timeline(&incident, lang) {
        Some(model) => (vec![model.alt.clone()], Body::Timeline(Box::new(model))),
        None => (Vec::new(), Body::Empty(tr(lang, "briefing-no-dates"))),
    };
    Sheet { foot: foot(&incident, &incident.sources, ground), notes, ..plain(headline, body) }
}

fn read(id: Uuid, ground: &Ground<'_>) -> Option<Incident> {
    (ground.find)(id).and_then(|id| (ground.document)(id))
}

fn gone(ground: &Ground<'_>) -> Sheet {
    let words = tr(ground.lang, "briefing-incident-gone");
    plain(tr(ground.lang, "briefing-not-shown"), Body::Empty(words))
}

/// What an incident is called: its title, otherwise the organisations it happened to.
pub fn headline(incident: &Incident) -> String {
    let title = incident.title.trim();
    if title.is_empty() { incident_name(incident) } else { title.to_owned() }
}

/// Name and value of what is known, in the order in which a reader asks; what nobody said is left out.
fn facts(incident: &Incident, lang: Lang, sources: &mut Sources) -> Vec<(String, String)> {
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.trim().is_empty() {
            facts.push((tr(lang, &format!("briefing-fact-{key}")), value));
        }
    };
    let parties = incident.organisations.iter().filter(|party| !party.name.trim().is_empty());
    let parties =
        parties.map(|party| format!("{} ({})", party.name.trim(), tr(lang, &format!("role-{}", party.role.key()))));
    add("organisations", parties.collect::<Vec<_>>().join(" · "));
    add("kind", incident.kinds.join(" · "));
    let place = &incident.place;
    let country = describe::named(lang, &Field::Country, &place.country);
    let places: Vec<&str> = [place.city.as_str(), place.region.as_str(), country.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    add("place", places.join(", "));
    add("campaign", incident.campaign.as_ref().map(campaign).unwrap_or_default());
    facts.extend(incident.affected.iter().map(|affected| stated::amount(lang, affected, sources)));
    let of_all = incident.campaign.iter().flat_map(|campaign| &campaign.affected);
    facts.extend(of_all.map(|affected| {
        let (name, value) = stated::amount(lang, affected, sources);
        (tr_args(lang, "briefing-fact-whole-campaign", &[("count", name.into())]), value)
    }));
    let mut add = |key: &str, value: String| {
        if !value.trim().is_empty() {
            facts.push((tr(lang, &format!("briefing-fact-{key}")), value));
        }
    };
    add("posture", posture(lang, &incident.posture));
    add("classes", listed(lang, &incident.data_classes, String::clone));
    add("actors", listed(lang, &incident.actors, |actor| actor.name.clone()));
    add(
        "techniques",
        listed(lang, &incident.techniques, |technique| {
            let parts: Vec<&str> =
                [technique.id.as_str(), technique.name.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(" ")
        }),
    );
    add(
        "severity",
        incident.severity.map(|severity| tr(lang, &format!("severity-{}", severity.key()))).unwrap_or_default(),
    );
    add(
        "confidence",
        incident.confidence.map(|sure| tr(lang, &format!("confidence-{}", sure.key()))).unwrap_or_default(),
    );
    add("status", incident.status.map(|status| tr(lang, &format!("status-{}", status.key()))).unwrap_or_default());
    facts
}

fn posture(lang: Lang, posture: &Posture) -> String {
    if posture.is_blank() {
        return String::new();
    }
    let parts = [
        ("confidentiality", &posture.confidentiality),
        ("integrity", &posture.integrity),
        ("availability", &posture.availability),
    ];
    // What has the same answer is said once.
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for (key, harm) in parts {
        let value = match harm {
            Stated::Value(Harm::Yes) => tr(lang, "harm-yes"),
            Stated::Value(Harm::No) => tr(lang, "harm-no"),
            Stated::Value(Harm::Potentially) => tr(lang, "harm-potentially"),
            Stated::Missing(Missing::Unknown) => continue,
            Stated::Missing(missing) => tr(lang, &format!("missing-{}", missing.key())),
        };
        let what = tr(lang, &format!("briefing-posture-{key}"));
        match said.iter_mut().find(|(known, _)| *known == value) {
            Some((_, names)) => names.push(what),
            None => said.push((value, vec![what])),
        }
    }
    let line = |(value, names): (String, Vec<String>)| {
        let args = [("what", names.join(", ").into()), ("value", value.into())];
        words::capital(&tr_args(lang, "briefing-posture", &args))
    };
    said.into_iter().map(line).collect::<Vec<_>>().join(" · ")
}

/// The campaign that it was part of. Its counts are told apart: they are never those of a victim.
fn campaign(campaign: &Campaign) -> String {
    let parts = [campaign.name.trim(), campaign.note.trim().trim_end_matches('.')];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn listed<T>(lang: Lang, list: &Listed<T>, show: impl Fn(&T) -> String) -> String {
    let values: Vec<String> = list.items.iter().map(show).filter(|text| !text.is_empty()).collect();
    match list.missing {
        _ if !values.is_empty() => values.join(" · "),
        // That nobody said why is no fact about the incident.
        None | Some(Missing::Unknown) => String::new(),
        Some(missing) => tr(lang, &format!("missing-{}", missing.key())),
    }
}

/// What happened in short and at length, then what was done, learnt and advised.
fn told(incident: &Incident, lang: Lang) -> Vec<Paragraph> {
    let mut found = paragraphs(&incident.summary);
    if incident.description.trim() != incident.summary.trim() {
        found.extend(paragraphs(&incident.description));
    }
    let lists = [
        ("measures", &incident.measures),
        ("lessons", &incident.lessons),
        ("recommendations", &incident.recommendations),
    ];
    for (key, list) in lists {
        let points: Vec<Paragraph> =
            list.iter().filter(|text| !text.trim().is_empty()).map(|text| Paragraph::point(text.trim())).collect();
        if !points.is_empty() {
            found.push(Paragraph::heading(tr(lang, &format!("briefing-list-{key}"))));
            found.extend(points);
        }
    }
    found
}

/// Where it is known from, with these sources where they do not stand on the page.
fn foot(incident: &Incident, sources: &[Evidence], ground: &Ground<'_>) -> Vec<String> {
    let lang = ground.lang;
    let dataset =
        incident.origin.as_ref().and_then(|origin| ground.datasets.iter().find(|dataset| dataset.id == origin.dataset));
    let mut parts: Vec<String> = Vec::new();
    if let Some(dataset) = dataset {
        let name = if dataset.publisher.is_empty() { &dataset.name } else { &dataset.publisher };
        parts.push(tr_args(lang, "briefing-source", &[("source", name.into())]));
        parts.push(data_to(lang, (!dataset.as_of_unknown).then_some(dataset.as_of)));
    }
    let mut sources: Vec<&str> =
        sources.iter().map(|evidence| evidence.source.trim()).filter(|source| !source.is_empty()).collect();
    sources.dedup();
    if !sources.is_empty() {
        parts.push(tr_args(lang, "briefing-sources", &[("sources", sources.join(", ").into())]));
    }
    if parts.is_empty() { Vec::new() } else { vec![parts.join(" · ")] }
}
