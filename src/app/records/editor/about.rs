//! What was harmed, by whom and how: posture, data classes, motives, actors, techniques.

use eframe::egui;

use crate::app::records::draft::WordList;
use crate::app::records::editor::{Form, fields, lists};
use crate::app::theme::space;
use crate::frame::batch::Field;
use crate::model::incident::{Actor, Harm};
use crate::model::missing::{Missing, Stated};
use crate::text::Arg;

/// Draws the section of what was harmed.
pub fn posture(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    fields::section(ui, &view.tr("records-section-harm"));
    let harms = [(Harm::Yes, "yes"), (Harm::No, "no"), (Harm::Potentially, "potentially")];
    let states: Vec<(Harmed, String)> = harms
        .map(|(harm, key)| (Ok(harm), view.tr(&format!("harm-{key}"))))
        .into_iter()
        .chain(Missing::ALL.map(|missing| (Err(missing), view.tr(&format!("missing-{}", missing.key())))))
        .collect();
    let posture = &mut form.draft.incident.posture;
    fields::row(ui, &[1.0, 1.0, 1.0], |ui, at| {
        let (key, value) = match at {
            0 => ("records-field-confidentiality", &mut posture.confidentiality),
            1 => ("records-field-integrity", &mut posture.integrity),
            _ => ("records-field-availability", &mut posture.availability),
        };
        let mut state = harmed(value);
        fields::named_choice(ui, &view.tr(key), &mut state, &states);
        if state != harmed(value) {
            *value = match state {
                Ok(harm) => Stated::Value(harm),
                Err(missing) => Stated::Missing(missing),
            };
        }
    });
    ui.add_space(fields::BETWEEN);
    let name = view.tr("records-field-data-classes");
    lists::words_ui(ui, form, WordList::DataClasses, &name, &Field::DataClass);
    let mut list = std::mem::take(&mut form.draft.incident.data_classes);
    lists::missing_ui(ui, form, &name, &mut list);
    form.draft.incident.data_classes = list;
}

type Harmed = Result<Harm, Missing>;

const fn harmed(value: &Stated<Harm>) -> Harmed {
    match value {
        Stated::Value(harm) => Ok(*harm),
        Stated::Missing(missing) => Err(*missing),
    }
}

/// Draws the section of who did it, why and how.
pub fn attack(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    fields::section(ui, &view.tr("records-section-attack"));
    let name = view.tr("records-field-motives");
    lists::words_ui(ui, form, WordList::Motives, &name, &Field::Motive);
    let mut list = std::mem::take(&mut form.draft.incident.motives);
    lists::missing_ui(ui, form, &name, &mut list);
    form.draft.incident.motives = list;
    ui.add_space(fields::BETWEEN);
    actors(ui, form);
    ui.add_space(fields::BETWEEN);
    let name = view.tr("records-field-techniques");
    lists::words_ui(ui, form, WordList::Techniques, &name, &Field::Technique);
    let mut list = std::mem::take(&mut form.draft.incident.techniques);
    lists::missing_ui(ui, form, &name, &mut list);
    form.draft.incident.techniques = list;
}

fn actors(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    let name = view.tr("records-field-actors");
    let mut removed = None;
    fields::labelled(ui, &name, |ui| {
        for (at, (key, actor)) in form.draft.actors.iter_mut().enumerate() {
            let named = |key: &str| view.tr_args(key, &[("number", Arg::Number(at as u64 + 1))]);
            ui.push_id(("actor", *key), |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let room = ui.available_width() - 28.0 - 3.0 * space::S;
                    let fields = [
                        ("records-actor-name", "records-actor-name-hint", &mut actor.name, 0.4),
                        ("records-actor-kind", "records-actor-kind-hint", &mut actor.kind, 0.32),
                        ("records-actor-country", "records-actor-country-hint", &mut actor.country, 0.28),
                    ];
                    for (name, hint, value, share) in fields {
                        ui.allocate_ui(egui::vec2((room * share).floor(), 32.0), |ui| {
                            fields::text(ui, &named(name), value, &view.tr(hint));
                        });
                    }
                    if fields::remove_button(ui, &named("records-actor-remove")) {
                        removed = Some(at);
                    }
                });
            });
        }
    });
    if let Some(at) = removed {
        form.draft.actors.remove(at);
    }
    if fields::add_button(ui, &view.tr("records-add-actor")) {
        let key = form.draft.key();
        form.draft.actors.push((key, Actor::default()));
    }
    let mut list = std::mem::take(&mut form.draft.incident.actors);
    lists::missing_ui(ui, form, &name, &mut list);
    form.draft.incident.actors = list;
}
