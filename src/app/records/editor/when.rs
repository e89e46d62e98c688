//! When: the events, each with its date as text and what was understood of it.

use eframe::egui;

use crate::app::records::draft::parts::{DateAnswer, EventDraft, WhenState};
use crate::app::records::editor::{Form, evidence, fields};
use crate::app::theme::space;
use crate::app::view::View;
use crate::chart::describe;
use crate::model::event::EventKind;
use crate::model::missing::Missing;
use crate::text::{Arg, tr};

/// Width of the two small buttons at the end of a line.
pub const ENDS: f32 = 64.0;

/// Draws the section.
pub fn show(ui: &mut egui::Ui, form: &mut Form<'_>) {
    fields::section(ui, &form.view.tr("records-section-when"));
    let kinds: Vec<(EventKind, String)> =
        EventKind::ALL.map(|kind| (kind, tr(form.view.lang(), &format!("event-{}", kind.key())))).into();
    let mut keys = form.draft.keys_now();
    let mut next = || {
        keys += 1;
        keys
    };
    let mut removed = None;
    for (at, event) in form.draft.events.iter_mut().enumerate() {
        let answer = form.reading.dates.get(at).cloned().unwrap_or(DateAnswer::Unasked);
        let mut line = Line { view: form.view, kinds: &kinds, number: at + 1, focus: &mut *form.focus };
        let is_removed =
            ui.push_id(("event", event.key), |ui| event_ui(ui, &mut line, event, &answer, &mut next)).inner;
        if is_removed {
            removed = Some(at);
        }
        ui.add_space(fields::BETWEEN - space::XS);
    }
    if let Some(at) = removed {
        form.draft.events.remove(at);
    }
    form.draft.keys_from(keys);
    if fields::add_button(ui, &form.view.tr("records-add-event")) {
        *form.focus = Some(form.draft.add_event());
    }
}

struct Line<'a> {
    view: &'a View<'a>,
    kinds: &'a [(EventKind, String)],
    number: usize,
    focus: &'a mut Option<u64>,
}

impl Line<'_> {
    fn named(&self, key: &str) -> String {
        self.view.tr_args(key, &[("number", Arg::Number(self.number as u64))])
    }
}

/// One event; true when it is to be taken away.
fn event_ui(
    ui: &mut egui::Ui,
    line: &mut Line<'_>,
    event: &mut EventDraft,
    answer: &DateAnswer,
    next: &mut dyn FnMut() -> u64,
) -> bool {
    ui.spacing_mut().item_spacing.y = space::XS;
    let mut is_removed = false;
    let view = line.view;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let room = ui.available_width() - ENDS - 2.0 * space::S;
        let left = (room * 0.47).floor();
        ui.allocate_ui(egui::vec2(left, 32.0), |ui| {
            fields::choice(ui, &line.named("records-event-kind"), &mut event.kind, line.kinds);
        });
        ui.allocate_ui(egui::vec2(room - left, 32.0), |ui| date_ui(ui, line, event));
        ui.spacing_mut().item_spacing.x = 0.0;
        fields::details_toggle(ui, &mut event.details, &line.named("records-event-details"));
        is_removed = fields::remove_button(ui, &line.named("records-event-remove"));
    });
    answer_ui(ui, view, event, answer);
    if event.details {
        ui.indent("details", |ui| details_ui(ui, line, event, next));
    } else {
        let quote = event.evidence.iter().map(|one| one.evidence.quote.trim()).find(|quote| !quote.is_empty());
        let quote = quote.map(|quote| format!("“{quote}”")).unwrap_or_default();
        let parts = [event.who.trim(), event.note.trim(), quote.as_str()];
        let summary: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !summary.is_empty() {
            fields::note(ui, &summary.join(" · "));
        }
    }
    is_removed
}

fn date_ui(ui: &mut egui::Ui, line: &mut Line<'_>, event: &mut EventDraft) {
    let hint = match event.state {
        WhenState::Date => line.view.tr("records-date-hint"),
        state => state_words(line.view, state),
    };
    let field = fields::text(ui, &line.named("records-event-date"), &mut event.date.text, &hint);
    if field.changed() && !event.date.is_blank() {
        event.state = WhenState::Date;
    }
    if line.focus.take_if(|wanted| *wanted == event.key).is_some() {
        field.request_focus();
        field.scroll_to_me(Some(egui::Align::Center));
    }
}

fn answer_ui(ui: &mut egui::Ui, view: &View<'_>, event: &EventDraft, answer: &DateAnswer) {
    match answer {
        DateAnswer::Unasked => {}
        DateAnswer::Blank => fields::note(ui, &view.tr("records-date-blank")),
        DateAnswer::Understood(date) => {
            let mut words = describe::date(view.lang(), date.form());
            if !event.words.is_empty() && event.date.is_untouched() {
                words = format!("{words} · “{}”", event.words);
            }
            fields::answer(ui, &words);
        }
        DateAnswer::Refused(error) => fields::refusal(ui, &describe::relative_error(view.lang(), *error)),
    }
}

fn state_words(view: &View<'_>, state: WhenState) -> String {
    match state {
        WhenState::Date => view.tr("records-when-date"),
        WhenState::NotYet => view.tr("records-not-yet"),
        WhenState::Missing(missing) => view.tr(&format!("missing-{}", missing.key())),
    }
}

fn details_ui(ui: &mut egui::Ui, line: &mut Line<'_>, event: &mut EventDraft, next: &mut dyn FnMut() -> u64) {
    let view = line.view;
    let states: Vec<(WhenState, String)> = [WhenState::Date, WhenState::NotYet]
        .into_iter()
        .chain(Missing::ALL.map(WhenState::Missing))
        .map(|state| (state, state_words(view, state)))
        .collect();
    let (state, who) = (line.named("records-event-state"), line.named("records-event-who"));
    let before = event.state;
    fields::row(ui, &[1.0, 1.0], |ui, at| {
        if at == 0 {
            fields::choice(ui, &state, &mut event.state, &states);
        } else {
            let hint = view.tr("records-event-who-hint");
            fields::text(ui, &who, &mut event.who, &hint);
        }
    });
    if event.state != before && event.state != WhenState::Date {
        event.date.text.clear();
    }
    let hint = view.tr("records-note-hint");
    fields::text(ui, &line.named("records-event-note"), &mut event.note, &hint);
    let of =
        line.kinds.iter().find(|(kind, _)| *kind == event.kind).map(|(_, words)| words.clone()).unwrap_or_default();
    evidence::show(ui, view, &of, &mut event.evidence, next, line.focus);
}
