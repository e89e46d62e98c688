//! Pages about one incident: what is known of it, and what happened when.

use uuid::Uuid;

use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::{paragraphs, plain};
use crate::briefing::deck::{Body, IncidentSheet, Paragraph, Sheet, data_to};
use crate::chart::describe;
use crate::chart::gallery::cases::one;
use crate::chart::gallery::delay::among::incident_name;
use crate::chart::words;
use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, CountState};
use crate::model::affected::{Affected, Amount};
use crate::model::incident::{Harm, Incident, Posture};
use crate::model::missing::{Listed, Missing, Stated};
use crate::text::{Lang, tr, tr_args};

/// All about one incident.
pub fn sheet(id: Uuid, ground: &Ground<'_>) -> Sheet {
    let Some(incident) = read(id, ground) else { return gone(ground) };
    let lang = ground.lang;
    let mut facts = facts(&incident, lang);
    let mut timeline = one::timeline(&incident, lang);
    let notes = timeline.iter().map(|model| model.alt.clone()).collect();
    // One date is a fact, not a course of events.
    if let Some(only) = timeline.take_if(|model| model.y.ticks.len() == 1) {
        let row = only.table.rows.first().into_iter().flatten();
        let mut cells = row.map(|cell| cell.text.clone()).take(2);
        facts.extend(cells.next().zip(cells.next()));
    }
    let body = IncidentSheet { facts, text: told(&incident, lang), timeline };
    Sheet { foot: foot(&incident, ground), notes, ..plain(headline(&incident), Body::Incident(Box::new(body))) }
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
    Sheet { foot: foot(&incident, ground), notes, ..plain(headline, body) }
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
fn facts(incident: &Incident, lang: Lang) -> Vec<(String, String)> {
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
    add("affected", incident.affected.iter().map(|affected| amount(lang, affected)).collect::<Vec<_>>().join(" · "));
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
    add("status", incident.status.map(|status| tr(lang, &format!("status-{}", status.key()))).unwrap_or_default());
    facts
}

/// A number of people (or other unit) with what happened to them, and its own words where it is not exact.
fn amount(lang: Lang, affected: &Affected) -> String {
    let unit = tr(lang, &format!("unit-{}", affected.unit.key()));
    let effect = tr(lang, &format!("effect-{}", affected.effect.key()));
    match &affected.amount {
        Amount::Missing(missing) => {
            let why = tr(lang, &format!("missing-{}", missing.key()));
            tr_args(
                lang,
                "briefing-amount-missing",
                &[("unit", unit.into()), ("effect", effect.into()), ("why", why.into())],
            )
        }
        Amount::Count(count) => {
            let cell = CountCell { lo: count.lo, hi: count.hi.unwrap_or(u64::MAX), state: CountState::Count };
            let number = describe::count_cell(lang, cell);
            let said = if count.exact_number().is_none() {
                tr_args(lang, "briefing-amount-said", &[("words", count.as_written().trim().into())])
            } else {
                String::new()
            };
            tr_args(
                lang,
                "briefing-amount",
                &[("number", number.into()), ("unit", unit.into()), ("effect", effect.into()), ("said", said.into())],
            )
        }
    }
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
    let said = parts.into_iter().filter_map(|(key, harm)| {
        let value = match harm {
            Stated::Value(harm) => tr(
                lang,
                match harm {
                    Harm::Yes => "harm-yes",
                    Harm::No => "harm-no",
                    Harm::Potentially => "harm-potentially",
                },
            ),
            Stated::Missing(Missing::Unknown) => return None,
            Stated::Missing(missing) => tr(lang, &format!("missing-{}", missing.key())),
        };
        Some(tr_args(
            lang,
            "briefing-posture",
            &[("what", tr(lang, &format!("briefing-posture-{key}")).into()), ("value", value.into())],
        ))
    });
    words::capital(&said.collect::<Vec<_>>().join(", "))
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

/// What happened, then what was done, learnt and advised.
fn told(incident: &Incident, lang: Lang) -> Vec<Paragraph> {
    let what = if incident.summary.trim().is_empty() { &incident.description } else { &incident.summary };
    let mut found = paragraphs(what);
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

/// Where it is known from.
fn foot(incident: &Incident, ground: &Ground<'_>) -> Vec<String> {
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
        incident.sources.iter().map(|evidence| evidence.source.trim()).filter(|source| !source.is_empty()).collect();
    sources.dedup();
    if !sources.is_empty() {
        parts.push(tr_args(lang, "briefing-sources", &[("sources", sources.join(", ").into())]));
    }
    if parts.is_empty() { Vec::new() } else { vec![parts.join(" · ")] }
}
