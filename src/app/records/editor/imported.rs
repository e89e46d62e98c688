//! Where the record differs from what was imported: both values, and the way back.

use eframe::egui;
use serde_json::Value;

use crate::app::records::draft::Draft;
use crate::app::records::editor::{Form, fields};
use crate::app::theme::space;
use crate::app::view::View;
use crate::app::widgets::button;
use crate::chart::describe;
use crate::model::affected::Amount;
use crate::model::event::When;
use crate::model::incident::Incident;
use crate::text::Arg;

/// Parts of a document that say nothing about the incident itself.
const ASIDE: [&str; 3] = ["vigie", "id", "origin"];

/// Parts of a record with the key of their name.
const NAMES: [(&str, &str); 24] = [
    ("title", "records-field-title"),
    ("kinds", "records-field-kinds"),
    ("severity", "records-field-severity"),
    ("status", "records-field-status"),
    ("confidence", "records-field-confidence"),
    ("organisations", "records-field-organisations"),
    ("campaign", "records-section-campaign"),
    ("place", "records-field-place"),
    ("summary", "records-field-summary"),
    ("description", "records-field-description"),
    ("events", "records-field-events"),
    ("affected", "records-field-affected"),
    ("posture", "records-section-harm"),
    ("motives", "records-field-motives"),
    ("techniques", "records-field-techniques"),
    ("actors", "records-field-actors"),
    ("data_classes", "records-field-data-classes"),
    ("measures", "records-field-measures"),
    ("lessons", "records-field-lessons"),
    ("recommendations", "records-field-recommendations"),
    ("tags", "records-field-tags"),
    ("sources", "records-section-sources"),
    ("custom", "records-section-custom"),
    ("vigie", "records-the-record"),
];

/// Draws the section where there is something to show.
pub fn show(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let Some(imported) = form.draft.imported.clone() else { return };
    let differing = differences(&imported, &form.reading.incident);
    if differing.is_empty() {
        return;
    }
    let view = form.view;
    let summary = differing.len().to_string();
    let mut wanted = None;
    fields::folded(ui, &view.tr("records-section-imported"), &summary, true, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for part in &differing {
            let key = NAMES.iter().find(|(known, _)| known == part).map_or("records-the-record", |(_, key)| *key);
            let name = view.tr(key);
            ui.horizontal(|ui| {
                fields::note(ui, &name);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let use_it = view.tr_args("records-use-imported-name", &[("name", Arg::from(&name))]);
                    if button::quiet(ui, &view.tr("records-use-imported")).accessible_name(use_it).clicked() {
                        wanted = Some(part.clone());
                    }
                });
            });
            let said = said(view, part, &imported);
            let said = if said.is_empty() { view.tr("records-imported-nothing") } else { said };
            ui.add(egui::Label::new(egui::RichText::new(said).size(crate::app::theme::size::TABLE)).wrap());
            ui.add_space(space::XS);
        }
    });
    if let Some(part) = wanted {
        take(form.draft, &form.reading.incident, &imported, &part);
    }
}

/// Names of the parts in which two records differ.
fn differences(imported: &Incident, current: &Incident) -> Vec<String> {
    let (Ok(Value::Object(was)), Ok(Value::Object(is))) =
        (serde_json::to_value(imported), serde_json::to_value(current))
    else {
        return Vec::new();
    };
    let parts = NAMES.iter().map(|(part, _)| *part).filter(|part| !ASIDE.contains(part));
    parts.filter(|part| was.get(*part) != is.get(*part)).map(str::to_owned).collect()
}

/// Puts the imported part into the draft; everything else that was typed stays.
fn take(draft: &mut Draft, current: &Incident, imported: &Incident, part: &str) {
    let (Ok(Value::Object(was)), Ok(Value::Object(mut is))) =
        (serde_json::to_value(imported), serde_json::to_value(current))
    else {
        return;
    };
    match was.get(part) {
        Some(value) => is.insert(part.to_owned(), value.clone()),
        None => is.remove(part),
    };
    if let Ok(incident) = serde_json::from_value::<Incident>(Value::Object(is)) {
        let mut fresh = Draft::of(draft.target, incident, draft.imported.clone());
        fresh.base.clone_from(&draft.base);
        *draft = fresh;
    }
}

/// What a part of the imported record says, in few words.
fn said(view: &View<'_>, part: &str, imported: &Incident) -> String {
    match part {
        "events" => {
            let events = imported.events.iter().map(|event| {
                let name = view.tr(&format!("event-{}", event.kind.key()));
                let when = match &event.when {
                    When::Date(date) => date.as_written().to_owned(),
                    When::NotYet => view.tr("records-not-yet"),
                    When::Missing(missing) => view.tr(&format!("missing-{}", missing.key())),
                };
                format!("{name}: {when}")
            });
            events.collect::<Vec<_>>().join("; ")
        }
        "affected" => {
            let counts = imported.affected.iter().map(|one| match &one.amount {
                Amount::Count(count) => describe::count(view.lang(), count, one.unit),
                Amount::Missing(missing) => view.tr(&format!("missing-{}", missing.key())),
            });
            counts.collect::<Vec<_>>().join("; ")
        }
        _ => {
            let value = serde_json::to_value(imported).ok();
            value.as_ref().and_then(|value| value.get(part)).map(flat).unwrap_or_default()
        }
    }
}

/// The texts of a value, one after the other.
fn flat(value: &Value) -> String {
    let parts: Vec<String> = match value {
        Value::Null => return String::new(),
        Value::String(text) => return text.clone(),
        Value::Array(items) => items.iter().map(flat).collect(),
        Value::Object(items) => items.values().map(flat).collect(),
        other => return other.to_string(),
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::records::draft::Target;
    use crate::frame::RecordId;

    #[test]
    fn taking_one_part_leaves_the_others() {
        let imported = Incident { title: "As imported".to_owned(), summary: "old".to_owned(), ..Incident::default() };
        let mut current = imported.clone();
        current.title = "Corrected".to_owned();
        current.summary.clear();
        current.tags.push("mine".to_owned());
        assert_eq!(differences(&imported, &current), ["title", "summary", "tags"]);
        let mut draft = Draft::of(Target::Record(RecordId(1)), current.clone(), Some(imported.clone()));
        take(&mut draft, &current, &imported, "summary");
        let read = draft.read();
        assert_eq!((read.incident.title.as_str(), read.incident.summary.as_str()), ("Corrected", "old"));
        assert!(read.differs(&draft), "the draft still knows the record it was begun from");
        take(&mut draft, &read.incident, &imported, "tags");
        assert!(draft.read().incident.tags.is_empty());
    }
}
