//! The longer texts, the campaign, the sources and the source's own columns.

use eframe::egui;

use crate::app::records::draft::WordList;
use crate::app::records::draft::parts::CountDraft;
use crate::app::records::editor::{Form, evidence, fields, how_many, lists};
use crate::app::theme::space;
use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::incident::Campaign;
use crate::text::Arg;

/// Draws summary and description, and what was learnt.
pub fn show(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    fields::section(ui, &view.tr("records-section-told"));
    fields::lines(ui, &view.tr("records-field-summary"), &mut form.draft.incident.summary, 3);
    ui.add_space(fields::BETWEEN);
    fields::lines(ui, &view.tr("records-field-description"), &mut form.draft.incident.description, 4);
    let draft = &mut *form.draft;
    let learnt = [&draft.measures, &draft.lessons, &draft.recommendations];
    let count: usize = learnt.iter().map(|text| text.read().len()).sum();
    let summary = if count == 0 { String::new() } else { count.to_string() };
    fields::folded(ui, &view.tr("records-section-learnt"), &summary, count > 0, |ui| {
        fields::note(ui, &view.tr("records-one-a-line"));
        for (key, text) in [
            ("records-field-measures", &mut draft.measures.text),
            ("records-field-lessons", &mut draft.lessons.text),
            ("records-field-recommendations", &mut draft.recommendations.text),
        ] {
            fields::lines(ui, &view.tr(key), text, 2);
            ui.add_space(space::XS);
        }
    });
}

/// Draws the sources of the record as a whole, and its tags.
pub fn sources(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    fields::section(ui, &view.tr("records-section-sources"));
    let mut keys = form.draft.keys_now();
    let mut next = || {
        keys += 1;
        keys
    };
    let of = view.tr("records-the-record");
    evidence::show(ui, view, &of, &mut form.draft.sources, &mut next, form.focus);
    form.draft.keys_from(keys);
    ui.add_space(space::S);
    lists::words_ui(ui, form, WordList::Tags, &view.tr("records-field-tags"), &Field::Tag);
}

/// Draws the campaign that the incident belonged to, with its own counts.
pub fn campaign(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    let draft = &mut *form.draft;
    let summary = draft.incident.campaign.as_ref().map(|campaign| campaign.name.clone()).unwrap_or_default();
    let is_set = !summary.is_empty() || !draft.campaign_counts.is_empty();
    let mut keys = draft.keys_now();
    let (counts, focus) = (&mut draft.campaign_counts, &mut *form.focus);
    let campaign = draft.incident.campaign.get_or_insert_with(Campaign::default);
    fields::folded(ui, &view.tr("records-section-campaign"), &summary, is_set, |ui| {
        fields::note(ui, &view.tr("records-campaign-note"));
        fields::named(ui, &view.tr("records-campaign-name"), &mut campaign.name);
        ui.add_space(space::XS);
        fields::named(ui, &view.tr("records-campaign-about"), &mut campaign.note);
        ui.add_space(space::XS);
        how_many::list_ui(ui, view, "records-campaign-count", counts, &mut keys, focus);
        if fields::add_button(ui, &view.tr("records-add-campaign-count")) {
            keys += 1;
            counts.push(CountDraft::new(Unit::Organisations, Effect::Targeted, keys));
            *focus = Some(keys);
        }
    });
    form.draft.keys_from(keys);
}

/// Draws the columns of the source that have no field of their own.
pub fn custom(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let view = form.view;
    let count = form.draft.custom.len();
    let summary = if count == 0 { String::new() } else { count.to_string() };
    let draft = &mut *form.draft;
    let mut is_asked = false;
    fields::folded(ui, &view.tr("records-section-custom"), &summary, false, |ui| {
        let mut removed = None;
        for (at, (key, name, text)) in draft.custom.iter_mut().enumerate() {
            let named = |key: &str| view.tr_args(key, &[("number", Arg::Number(at as u64 + 1))]);
            ui.push_id(("custom", *key), |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let room = ui.available_width() - 28.0 - 2.0 * space::S;
                    ui.allocate_ui(egui::vec2((room * 0.4).floor(), 32.0), |ui| {
                        fields::text(ui, &named("records-custom-name"), name, &view.tr("records-custom-name-hint"));
                    });
                    ui.allocate_ui(egui::vec2((room * 0.6).floor(), 32.0), |ui| {
                        fields::text(ui, &named("records-custom-text"), text, "");
                    });
                    if fields::remove_button(ui, &named("records-custom-remove")) {
                        removed = Some(at);
                    }
                });
            });
        }
        if let Some(at) = removed {
            draft.custom.remove(at);
        }
        is_asked = fields::add_button(ui, &view.tr("records-add-custom"));
    });
    if is_asked {
        let key = form.draft.key();
        form.draft.custom.push((key, String::new(), String::new()));
    }
}
