//! What it was and whom it hit: title, kinds, ratings, organisations, place.

use eframe::egui;

use crate::app::records::draft::WordList;
use crate::app::records::editor::{Form, fields, lists, suggest};
use crate::app::theme::space;
use crate::frame::batch::Field;
use crate::model::incident::{Confidence, Severity, Status};
use crate::model::organisation::{Party, Role};
use crate::text::Arg;

/// Draws the section of what it was.
pub fn show(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    let name = view.tr("records-field-title");
    let field = fields::named(ui, &name, &mut form.draft.incident.title);
    if std::mem::take(form.focus_title) {
        field.request_focus();
    }
    ui.add_space(fields::BETWEEN);
    lists::words_ui(ui, form, WordList::Kinds, &view.tr("records-field-kinds"), &Field::Kind);
    ui.add_space(fields::BETWEEN);
    let none = || (None, view.tr("records-not-rated"));
    let rated = |key: String| view.tr(&key);
    let severities: Vec<(Option<Severity>, String)> = std::iter::once(none())
        .chain(
            [
                (Severity::Low, "low"),
                (Severity::Medium, "medium"),
                (Severity::High, "high"),
                (Severity::Critical, "critical"),
            ]
            .map(|(value, key)| (Some(value), rated(format!("severity-{key}")))),
        )
        .collect();
    let statuses: Vec<(Option<Status>, String)> = std::iter::once((None, view.tr("records-not-rated")))
        .chain(
            [
                (Status::Suspected, "suspected"),
                (Status::Open, "open"),
                (Status::Contained, "contained"),
                (Status::Closed, "closed"),
                (Status::FalseAlarm, "false_alarm"),
            ]
            .map(|(value, key)| (Some(value), rated(format!("status-{key}")))),
        )
        .collect();
    let confidences: Vec<(Option<Confidence>, String)> = std::iter::once((None, view.tr("records-not-rated")))
        .chain(
            [(Confidence::Low, "low"), (Confidence::Medium, "medium"), (Confidence::High, "high")]
                .map(|(value, key)| (Some(value), rated(format!("confidence-{key}")))),
        )
        .collect();
    let record = &mut form.draft.incident;
    fields::row(ui, &[1.0, 1.0, 1.0], |ui, at| match at {
        0 => fields::named_choice(ui, &view.tr("records-field-severity"), &mut record.severity, &severities),
        1 => fields::named_choice(ui, &view.tr("records-field-status"), &mut record.status, &statuses),
        _ => fields::named_choice(ui, &view.tr("records-field-confidence"), &mut record.confidence, &confidences),
    });
}

/// Draws the section of whom it hit, and where.
pub fn who(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    fields::section(ui, &view.tr("records-section-who"));
    let roles: Vec<(Role, String)> = Role::ALL.map(|role| (role, view.tr(&format!("role-{}", role.key())))).into();
    let mut removed = None;
    let opened = form.opened;
    for (at, (key, party)) in form.draft.parties.iter_mut().enumerate() {
        let number = Arg::Number(at as u64 + 1);
        let named = |key: &str| view.tr_args(key, &[("number", number.clone())]);
        ui.push_id(("party", *key), |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let room = ui.available_width() - 28.0 - 2.0 * space::S;
                let first = (room * 0.68).floor();
                ui.allocate_ui(egui::vec2(first, 32.0), |ui| {
                    let (name, hint) = (named("records-party-name"), view.tr("records-party-name-hint"));
                    let field = Field::Organisation(party.role);
                    suggest::text(ui, &name, &hint, &mut party.name, |typed| suggest::known(opened, &field, typed));
                });
                ui.allocate_ui(egui::vec2(room - first, 32.0), |ui| {
                    fields::choice(ui, &named("records-party-role"), &mut party.role, &roles);
                });
                if fields::remove_button(ui, &named("records-party-remove")) {
                    removed = Some(at);
                }
            });
            fields::row(ui, &[1.0, 1.0], |ui, at| {
                let (name, hint, field, value) = if at == 0 {
                    let hint = view.tr("records-party-sector-hint");
                    (named("records-party-sector"), hint, Field::Sector, &mut party.sector)
                } else {
                    let hint = view.tr("records-party-country-hint");
                    (named("records-party-country"), hint, Field::Country, &mut party.country)
                };
                suggest::text(ui, &name, &hint, value, |typed| suggest::known(opened, &field, typed));
            });
        });
        ui.add_space(space::S);
    }
    if let Some(at) = removed {
        form.draft.parties.remove(at);
    }
    if fields::add_button(ui, &view.tr("records-add-party")) {
        let key = form.draft.key();
        form.draft.parties.push((key, Party::default()));
    }
    ui.add_space(space::S);
    place_ui(ui, form);
}

fn place_ui(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let (view, opened) = (form.view, form.opened);
    let place = &mut form.draft.incident.place;
    fields::row(ui, &[1.0, 1.0, 1.0], |ui, at| {
        let (key, field, value) = match at {
            0 => ("records-field-country", Field::Country, &mut place.country),
            1 => ("records-field-region", Field::Region, &mut place.region),
            _ => ("records-field-city", Field::City, &mut place.city),
        };
        let name = view.tr(key);
        fields::labelled(ui, &name, |ui| {
            suggest::text(ui, &name, "", value, |typed| suggest::known(opened, &field, typed));
        });
    });
}
