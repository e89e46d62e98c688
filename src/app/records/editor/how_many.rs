//! How many: the counts, each as text with its unit and what happened, and what was understood of it.

use eframe::egui;

use crate::app::records::draft::parts::CountDraft;
use crate::app::records::editor::{Form, evidence, fields, when};
use crate::app::theme::space;
use crate::app::view::View;
use crate::chart::describe;
use crate::model::affected::{Effect, Unit};
use crate::model::missing::Missing;
use crate::text::Arg;

/// Draws the section.
pub fn show(ui: &mut egui::Ui, form: &mut Form<'_>) {
    fields::section(ui, &form.view.tr("records-section-how-many"));
    let mut keys = form.draft.keys_now();
    list_ui(ui, form.view, "records-count", &mut form.draft.counts, &mut keys, form.focus);
    form.draft.keys_from(keys);
    if fields::add_button(ui, &form.view.tr("records-add-count")) {
        *form.focus = Some(form.draft.add_count(form.opened.question.measure));
    }
}

/// The counts of a list. `of` is the key of what one of them is called.
pub fn list_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    of: &str,
    counts: &mut Vec<CountDraft>,
    keys: &mut u64,
    focus: &mut Option<u64>,
) {
    let mut next = || {
        *keys += 1;
        *keys
    };
    let mut removed = None;
    for (at, count) in counts.iter_mut().enumerate() {
        let name = view.tr_args(of, &[("number", Arg::Number(at as u64 + 1))]);
        let key = count.key;
        let one = |ui: &mut egui::Ui| count_ui(ui, view, &name, count, &mut next, focus);
        if ui.push_id(("count", key), one).inner {
            removed = Some(at);
        }
        ui.add_space(fields::BETWEEN - space::XS);
    }
    if let Some(at) = removed {
        counts.remove(at);
    }
}

/// One count; true when it is to be taken away.
fn count_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    name: &str,
    count: &mut CountDraft,
    next: &mut dyn FnMut() -> u64,
    focus: &mut Option<u64>,
) -> bool {
    ui.spacing_mut().item_spacing.y = space::XS;
    let units: Vec<(Unit, String)> = Unit::ALL.map(|unit| (unit, view.tr(&format!("unit-{}", unit.key())))).into();
    let effects: Vec<(Effect, String)> =
        Effect::ALL.map(|effect| (effect, view.tr(&format!("effect-{}", effect.key())))).into();
    let named = |key: &str| view.tr_args(key, &[("value", Arg::from(name))]);
    let mut is_removed = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let room = ui.available_width() - when::ENDS - 3.0 * space::S;
        let (first, second) = ((room * 0.36).floor(), (room * 0.29).floor());
        ui.allocate_ui(egui::vec2(first, 32.0), |ui| number_ui(ui, view, name, count, focus));
        ui.allocate_ui(egui::vec2(second, 32.0), |ui| {
            fields::choice(ui, &named("records-count-unit"), &mut count.unit, &units);
        });
        ui.allocate_ui(egui::vec2(room - first - second, 32.0), |ui| {
            fields::choice(ui, &named("records-count-effect"), &mut count.effect, &effects);
        });
        ui.spacing_mut().item_spacing.x = 0.0;
        fields::details_toggle(ui, &mut count.details, &named("records-count-details"));
        is_removed = fields::remove_button(ui, &named("records-count-remove"));
    });
    answer_ui(ui, view, count);
    if count.details {
        ui.indent("details", |ui| details_ui(ui, view, name, count, next, focus));
    } else if !count.note.trim().is_empty() {
        fields::note(ui, count.note.trim());
    }
    is_removed
}

fn number_ui(ui: &mut egui::Ui, view: &View<'_>, name: &str, count: &mut CountDraft, focus: &mut Option<u64>) {
    let hint = match count.missing {
        None => view.tr("records-count-hint"),
        Some(missing) => view.tr(&format!("missing-{}", missing.key())),
    };
    let field = fields::text(ui, name, &mut count.number.text, &hint);
    if field.changed() {
        if !count.number.text.trim().is_empty() {
            count.missing = None;
        }
        if let Some(unit) = count.number.unit() {
            count.unit = unit;
        }
    }
    if focus.take_if(|wanted| *wanted == count.key).is_some() {
        field.request_focus();
        field.scroll_to_me(Some(egui::Align::Center));
    }
}

fn answer_ui(ui: &mut egui::Ui, view: &View<'_>, count: &CountDraft) {
    if count.missing.is_some() {
        return;
    }
    match count.number.read() {
        Some(Ok(read)) => fields::answer(ui, &describe::count(view.lang(), &read, count.unit)),
        Some(Err(error)) => fields::refusal(ui, &describe::count_error(view.lang(), error)),
        None => fields::note(ui, &view.tr("records-count-blank")),
    }
}

fn details_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    name: &str,
    count: &mut CountDraft,
    next: &mut dyn FnMut() -> u64,
    focus: &mut Option<u64>,
) {
    let named = |key: &str| view.tr_args(key, &[("value", Arg::from(name))]);
    let mut states = vec![(None, view.tr("records-count-is-given"))];
    states.extend(Missing::ALL.map(|missing| (Some(missing), view.tr(&format!("missing-{}", missing.key())))));
    let before = count.missing;
    fields::row(ui, &[1.0, 1.0], |ui, at| {
        if at == 0 {
            fields::choice(ui, &named("records-count-state"), &mut count.missing, &states);
        } else {
            let hint = view.tr("records-stated-hint");
            fields::text(ui, &named("records-count-stated"), &mut count.stated.text, &hint);
            match count.stated.read() {
                Some(Ok(date)) => fields::answer(ui, &describe::date(view.lang(), date.form())),
                Some(Err(error)) => fields::refusal(ui, &describe::date_error(view.lang(), error)),
                None => {}
            }
        }
    });
    if count.missing != before && count.missing.is_some() {
        count.number.text.clear();
    }
    let hint = view.tr("records-note-hint");
    fields::text(ui, &named("records-count-note"), &mut count.note, &hint);
    evidence::show(ui, view, name, &mut count.evidence, next, focus);
}
