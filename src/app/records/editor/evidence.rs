//! What a value rests on: the words themselves, who said them, where and when.

use eframe::egui;

use crate::app::records::draft::parts::EvidenceDraft;
use crate::app::records::editor::fields;
use crate::app::theme::{Tokens, size, space};
use crate::app::view::View;
use crate::chart::describe;
use crate::text::Arg;

/// The statements of one value. `of` names the value; `key` gives keys to new ones.
pub fn show(
    ui: &mut egui::Ui,
    view: &View<'_>,
    of: &str,
    list: &mut Vec<EvidenceDraft>,
    key: &mut dyn FnMut() -> u64,
    focus: &mut Option<u64>,
) {
    let mut removed = None;
    let count = list.len();
    for (at, draft) in list.iter_mut().enumerate() {
        let place = if count > 1 { format!("{of}, {}", at + 1) } else { of.to_owned() };
        ui.push_id(draft.key, |ui| {
            frame(ui, |ui| {
                if one_ui(ui, view, &place, draft, focus) {
                    removed = Some(at);
                }
            });
        });
    }
    if let Some(at) = removed {
        list.remove(at);
    }
    let name = view.tr_args("records-add-evidence", &[("value", Arg::from(of))]);
    if fields::add_button_named(ui, &view.tr("records-add-evidence-words"), &name) {
        let key = key();
        list.push(EvidenceDraft { key, ..EvidenceDraft::default() });
        *focus = Some(key);
    }
}

fn frame(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui)) {
    let tokens = Tokens::of(ui.ctx());
    egui::Frame::new()
        .fill(tokens.ground)
        .corner_radius(egui::CornerRadius::same(size::CORNER))
        .inner_margin(egui::Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XS;
            add(ui);
        });
}

/// One statement; true when it is to be taken away.
fn one_ui(ui: &mut egui::Ui, view: &View<'_>, of: &str, draft: &mut EvidenceDraft, focus: &mut Option<u64>) -> bool {
    let named = |key: &str| view.tr_args(key, &[("value", Arg::from(of))]);
    let mut is_removed = false;
    ui.horizontal(|ui| {
        let room = ui.available_width() - 28.0 - space::S;
        ui.allocate_ui(egui::vec2(room, size::CONTROL), |ui| {
            let hint = view.tr("records-quote-hint");
            let field = fields::text(ui, &named("records-quote-of"), &mut draft.evidence.quote, &hint);
            if focus.take_if(|wanted| *wanted == draft.key).is_some() {
                field.request_focus();
            }
        });
        is_removed = fields::remove_button(ui, &named("records-remove-evidence"));
    });
    fields::row(ui, &[1.0, 1.0], |ui, at| {
        if at == 0 {
            let hint = view.tr("records-source-hint");
            fields::text(ui, &named("records-source-of"), &mut draft.evidence.source, &hint);
        } else {
            let hint = view.tr("records-said-hint");
            fields::text(ui, &named("records-said-of"), &mut draft.as_of.text, &hint);
            match draft.as_of.read() {
                Some(Ok(date)) => fields::answer(ui, &describe::date(view.lang(), date.form())),
                Some(Err(error)) => fields::refusal(ui, &describe::date_error(view.lang(), error)),
                None => {}
            }
        }
    });
    let hint = view.tr("records-address-hint");
    fields::text(ui, &named("records-address-of"), &mut draft.evidence.address, &hint);
    is_removed
}
