//! Records written out: as Vigie's own JSON, which imports back identically, a document a line, or as a table.
//!
//! The JSON keeps everything. The table is for other programs: one row a record, dates in canonical form, missing
//! values as words with their reason, several values joined by `; `. What the table has no column for (evidence,
//! second statements, notes) is only in the JSON.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::json;

use crate::frame::batch::Field;
use crate::import::cells::missing_words::{Absent, word};
use crate::model::affected::{Affected, Amount, Effect, Unit};
use crate::model::dataset::Dataset;
use crate::model::event::{EventKind, When};
use crate::model::incident::{Confidence, DOCUMENT_VERSION, Harm, Incident};
use crate::model::missing::{Missing, Stated};
use crate::model::organisation::{Organisation, Role};

/// Writes `{"vigie": 1, "datasets": […], "organisations": […], "incidents": […]}`, a record a line.
pub struct JsonExport<'w> {
    out: &'w mut dyn Write,
    first: bool,
}

impl<'w> JsonExport<'w> {
    /// Begins the document.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn begin(out: &'w mut dyn Write, datasets: &[Dataset], organisations: &[Organisation]) -> io::Result<Self> {
        write!(out, "{{\n\"vigie\": {DOCUMENT_VERSION},\n\"datasets\": ")?;
        serde_json::to_writer(&mut *out, datasets)?;
        write!(out, ",\n\"organisations\": ")?;
        serde_json::to_writer(&mut *out, organisations)?;
        write!(out, ",\n\"incidents\": [")?;
        Ok(Self { out, first: true })
    }

    /// Writes a record.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn push(&mut self, incident: &Incident) -> io::Result<()> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        Ok(serde_json::to_writer(&mut *self.out, incident)?)
    }

    /// Ends the document.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn finish(self) -> io::Result<()> {
        self.out.write_all(b"\n]\n}\n")?;
        self.out.flush()
    }
}

/// Writes the heads of an export of a document a line; records follow with [`line()`].
///
/// # Errors
/// When `out` cannot be written to.
pub fn line_heads(out: &mut dyn Write, datasets: &[Dataset], organisations: &[Organisation]) -> io::Result<()> {
    for dataset in datasets {
        line(out, &json!({"vigie": DOCUMENT_VERSION, "dataset": dataset}))?;
    }
    for organisation in organisations {
        line(out, &json!({"vigie": DOCUMENT_VERSION, "organisation": organisation}))?;
    }
    Ok(())
}

/// Writes one document and a line end.
///
/// # Errors
/// When `out` cannot be written to.
pub fn line<T: serde::Serialize>(out: &mut dyn Write, document: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    out.write_all(b"\n")
}

/// Which columns a table of these records needs: a first pass over all of them.
#[derive(Clone, Debug, Default)]
pub struct TablePlan {
    words: BTreeSet<usize>,
    events: BTreeSet<EventKind>,
    measures: BTreeSet<(Unit, Effect)>,
    custom: BTreeSet<String>,
}

impl TablePlan {
    /// Looks at a record.
    pub fn note(&mut self, incident: &Incident) {
        for (place, (field, _)) in Field::WORDS.iter().enumerate() {
            if !self.words.contains(&place) && !values(incident, field).is_empty() {
                self.words.insert(place);
            }
        }
        self.events.extend(incident.events.iter().map(|event| event.kind));
        self.measures.extend(incident.affected.iter().map(|affected| (affected.unit, affected.effect)));
        for header in incident.custom.keys() {
            if !self.custom.contains(header) {
                self.custom.insert(header.clone());
            }
        }
    }

    fn headers(&self) -> Vec<String> {
        let words = self.words.iter().filter_map(|place| Field::WORDS.get(*place)).map(|(_, key)| (*key).to_owned());
        let events = self.events.iter().map(|kind| kind.key().to_owned());
        let measures = self.measures.iter().map(|(unit, effect)| Field::Affected(*unit, *effect).key());
        words.chain(events).chain(measures).chain(self.custom.iter().cloned()).collect()
    }

    fn row(&self, incident: &Incident) -> Vec<String> {
        let words = self
            .words
            .iter()
            .filter_map(|place| Field::WORDS.get(*place))
            .map(|(field, _)| harmless(&values(incident, field).join("; ")));
        let events = self.events.iter().map(|kind| event_cell(incident, *kind));
        let measures = self.measures.iter().map(|measure| count_cell(incident, *measure));
        let custom = self.custom.iter().map(|header| harmless(incident.custom.get(header).map_or("", String::as_str)));
        words.chain(events).chain(measures).chain(custom).collect()
    }
}

/// Writes a table, comma-separated, UTF-8.
pub struct TableExport<'w> {
    writer: csv::Writer<&'w mut dyn Write>,
    plan: TablePlan,
}

impl<'w> TableExport<'w> {
    /// Writes the headers.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn begin(out: &'w mut dyn Write, plan: TablePlan) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(plan.headers()).map_err(io::Error::other)?;
        Ok(Self { writer, plan })
    }

    /// Writes a record.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn push(&mut self, incident: &Incident) -> io::Result<()> {
        self.writer.write_record(self.plan.row(incident)).map_err(io::Error::other)
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// The values of a field of words.
fn values<'a>(incident: &'a Incident, field: &Field) -> Vec<&'a str> {
    let named = |role: Role| incident.organisations.iter().filter(move |party| party.role == role);
    let names = |role| named(role).map(|party| party.name.as_str()).collect::<Vec<_>>();
    let all: Vec<&str> = match field {
        Field::Title => vec![&incident.title],
        Field::Key => incident.origin.iter().filter_map(|origin| origin.key.as_deref()).collect(),
        Field::Organisation(role) => names(*role),
        Field::Sector => incident.organisations.iter().map(|party| party.sector.as_str()).collect(),
        Field::Country => vec![&incident.place.country],
        Field::Region => vec![&incident.place.region],
        Field::City => vec![&incident.place.city],
        Field::Kind => incident.kinds.iter().map(String::as_str).collect(),
        Field::Severity => incident.severity.into_iter().map(crate::model::incident::Severity::key).collect(),
        Field::Status => incident.status.into_iter().map(crate::model::incident::Status::key).collect(),
        Field::DataClass => incident.data_classes.items.iter().map(String::as_str).collect(),
        Field::Motive => incident.motives.items.iter().map(String::as_str).collect(),
        Field::Actor => incident.actors.items.iter().map(|actor| actor.name.as_str()).collect(),
        Field::ActorKind => incident.actors.items.iter().map(|actor| actor.kind.as_str()).collect(),
        Field::Confidence => incident.confidence.into_iter().map(confidence_key).collect(),
        Field::Confidentiality => harm_word(&incident.posture.confidentiality),
        Field::Integrity => harm_word(&incident.posture.integrity),
        Field::Availability => harm_word(&incident.posture.availability),
        Field::Technique => incident
            .techniques
            .items
            .iter()
            .map(|technique| if technique.id.is_empty() { technique.name.as_str() } else { technique.id.as_str() })
            .collect(),
        Field::Tag => incident.tags.iter().map(String::as_str).collect(),
        Field::Summary => vec![&incident.summary],
        Field::Description => vec![&incident.description],
        Field::SourceName => incident.sources.iter().map(|source| source.source.as_str()).collect(),
        Field::SourceAddress => incident.sources.iter().map(|source| source.address.as_str()).collect(),
        Field::Event(_) | Field::Affected(..) | Field::Custom(_) => Vec::new(),
    };
    all.into_iter().filter(|text| !text.is_empty()).collect()
}

const fn confidence_key(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

fn harm_word(stated: &Stated<Harm>) -> Vec<&'static str> {
    match stated {
        Stated::Value(Harm::Yes) => vec!["yes"],
        Stated::Value(Harm::No) => vec!["no"],
        Stated::Value(Harm::Potentially) => vec!["potentially"],
        // Unknown is also what nobody filled in.
        Stated::Missing(Missing::Unknown) => Vec::new(),
        Stated::Missing(reason) => vec![word(Absent::Because(*reason))],
    }
}

/// The earliest date of an event in canonical form, else why there is none.
fn event_cell(incident: &Incident, kind: EventKind) -> String {
    let of_kind = || incident.events.iter().filter(|event| event.kind == kind);
    let dates = of_kind().filter_map(|event| match &event.when {
        When::Date(date) => Some(date),
        When::NotYet | When::Missing(_) => None,
    });
    let key = |days: crate::model::calendar::DayInterval| {
        (days.lo.map_or(i32::MIN, |day| day.0), days.hi.map_or(i32::MAX, |day| day.0))
    };
    if let Some(date) = dates.min_by_key(|date| key(date.days())) {
        return date.canonical();
    }
    match of_kind().next().map(|event| &event.when) {
        Some(When::NotYet) => word(Absent::NotYet).to_owned(),
        Some(When::Missing(reason)) => word(Absent::Because(*reason)).to_owned(),
        Some(When::Date(_)) | None => String::new(),
    }
}

/// The latest statement of a measure, as written, else why there is none.
fn count_cell(incident: &Incident, (unit, effect): (Unit, Effect)) -> String {
    let of_measure = incident.affected.iter().filter(|affected| affected.unit == unit && affected.effect == effect);
    let stated =
        |affected: &&Affected| affected.stated.as_ref().and_then(|date| date.days().lo).map_or(i32::MIN, |day| day.0);
    match of_measure.max_by_key(stated).map(|affected| &affected.amount) {
        Some(Amount::Count(count)) => count.as_written().to_owned(),
        Some(Amount::Missing(reason)) => word(Absent::Because(*reason)).to_owned(),
        None => String::new(),
    }
}
