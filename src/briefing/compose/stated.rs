//! What is said of numbers and of dates in one incident: how certain, in which words, when, and by whom.

use crate::briefing::compose::sources::Sources;
use crate::chart::{describe, words};
use crate::model::affected::{Affected, Amount};
use crate::model::count::Count;
use crate::model::event::{Event, When};
use crate::text::{self, Lang, tr, tr_args};

/// A statement of how many: unit and effect, then what is certain, what is possible, the words, and when it was said.
pub fn amount(lang: Lang, affected: &Affected, sources: &mut Sources) -> (String, String) {
    let unit = tr(lang, &format!("unit-{}", affected.unit.key()));
    let effect = tr(lang, &format!("effect-{}", affected.effect.key()));
    let name = tr_args(lang, "briefing-amount", &[("unit", unit.into()), ("effect", effect.into())]);
    let mut parts = match &affected.amount {
        Amount::Missing(missing) => vec![tr(lang, &format!("missing-{}", missing.key()))],
        Amount::Count(count) => number(lang, count),
    };
    if let Some(stated) = &affected.stated {
        let date = describe::date(lang, stated.form());
        parts.push(tr_args(lang, "briefing-said-when", &[("date", date.into())]));
    }
    let note = affected.note.trim().trim_end_matches('.');
    if !note.is_empty() {
        parts.push(note.to_owned());
    }
    (words::capital(&name), format!("{}{}", parts.join(" · "), sources.cite(&affected.evidence)))
}

fn number(lang: Lang, count: &Count) -> Vec<String> {
    let shown = |value: u64| text::number(lang, value);
    let amount = |key: &str, values: &[(&'static str, u64)]| {
        let args: Vec<_> = values.iter().map(|(name, value)| (*name, shown(*value).into())).collect();
        tr_args(lang, key, &args)
    };
    let said = match (count.exact_number(), count.lo, count.hi) {
        (Some(exact), ..) => return vec![shown(exact)],
        (None, 0, Some(hi)) => amount("briefing-count-at-most", &[("most", hi)]),
        (None, lo, Some(hi)) => amount("briefing-count-between", &[("least", lo), ("most", hi)]),
        (None, lo, None) => amount("briefing-count-at-least", &[("least", lo)]),
    };
    let written = count.as_written().trim();
    let written = (!written.is_empty()).then(|| tr_args(lang, "briefing-as-written", &[("words", written.into())]));
    std::iter::once(said).chain(written).collect()
}

/// Events without a date by what is said of it, and dates that were given as approximate, doubtful or relative. All
/// others stand in the timeline with their days.
pub fn dates(lang: Lang, events: &[Event], sources: &mut Sources) -> Vec<(String, String)> {
    const WHY: [&str; 6] = ["not_yet", "unknown", "not_stated", "withheld", "none_identified", "not_applicable"];
    let mut found: Vec<(String, String)> = Vec::new();
    let reserved: Vec<String> = events.iter().filter_map(|event| with_reserve(lang, event, sources)).collect();
    if !reserved.is_empty() {
        found.push((tr(lang, "briefing-fact-reserve"), reserved.join(" · ")));
    }
    for why in WHY {
        let of_it = events.iter().filter(|event| reason(&event.when) == Some(why));
        let names: Vec<String> =
            of_it.map(|event| format!("{}{}", name(lang, event), sources.cite(&event.evidence))).collect();
        if !names.is_empty() {
            found.push((tr(lang, &format!("briefing-fact-date-{why}")), names.join(" · ")));
        }
    }
    found
}

const fn reason(when: &When) -> Option<&'static str> {
    match when {
        When::Date(_) => None,
        When::NotYet => Some("not_yet"),
        When::Missing(missing) => Some(missing.key()),
    }
}

fn with_reserve(lang: Lang, event: &Event, sources: &mut Sources) -> Option<String> {
    let When::Date(date) = &event.when else { return None };
    let relative = event.words.trim();
    if !date.form().approximate && !date.form().doubtful && relative.is_empty() {
        return None;
    }
    let said = describe::date(lang, date.form());
    let args = [("event", name(lang, event).into()), ("date", said.into())];
    let mut said = tr_args(lang, "milestones-one-line", &args).trim_end_matches('.').to_owned();
    if !relative.is_empty() {
        said.push_str(", ");
        said.push_str(&tr_args(lang, "briefing-as-written", &[("words", relative.into())]));
    }
    said.push_str(&sources.cite(&event.evidence));
    Some(said)
}

/// What an event is called, with the other side of it in full.
fn name(lang: Lang, event: &Event) -> String {
    let kind = tr(lang, &format!("event-{}", event.kind.key()));
    let side = [event.who.trim(), event.note.trim().trim_end_matches('.')];
    let side = if event.kind == crate::model::event::EventKind::Other { side[1] } else { side[0] };
    let side = if side.is_empty() { event.who.trim() } else { side };
    if side.is_empty() { kind } else { format!("{kind} ({side})") }
}
