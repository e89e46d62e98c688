//! A line of text that offers words known already. Nothing is taken over but by choosing it; Tab always goes on.

use eframe::egui::{self, Key, Response, RichText};

use crate::app::opened::Opened;
use crate::app::records::editor::fields;
use crate::app::theme::size;
use crate::frame::batch::Field;
use crate::frame::fold::fold;

/// How many words are offered.
const OFFERED: usize = 8;

/// Name under which the frame is kept in which a list was open last.
const OPEN: &str = "records suggestions";

/// Whether a list is open: Escape closes it then, and nothing else.
pub fn is_any_open(ctx: &egui::Context) -> bool {
    let last: Option<u64> = ctx.data(|data| data.get_temp(egui::Id::unique(OPEN)));
    last.is_some_and(|last| last + 1 >= ctx.cumulative_frame_nr())
}

/// What came of the field.
pub struct Typed {
    /// The field.
    pub response: Response,
    /// A word that was chosen from the list; the text is that word then.
    pub chosen: Option<String>,
}

/// The known words of a field that contain what was typed, those that begin with it first.
pub fn known(opened: &Opened, field: &Field, typed: &str) -> Vec<String> {
    let needle = fold(typed);
    let Some(words) = opened.snapshot.dictionary(field).filter(|_| !needle.is_empty()) else { return Vec::new() };
    let mut begin = Vec::new();
    let mut contain = Vec::new();
    for (first, run) in words.folded_runs() {
        for (code, folded) in (first..).zip(run.iter()) {
            if folded.starts_with(&needle) {
                begin.push(words.word(code).to_owned());
            } else if contain.len() < OFFERED && folded.contains(&needle) {
                contain.push(words.word(code).to_owned());
            }
            if begin.len() == OFFERED {
                return begin;
            }
        }
    }
    begin.extend(contain);
    begin.truncate(OFFERED);
    begin
}

/// The field. `offer` gives words for what was typed.
pub fn text(
    ui: &mut egui::Ui,
    name: &str,
    hint: &str,
    value: &mut String,
    offer: impl FnOnce(&str) -> Vec<String>,
) -> Typed {
    let memory = ui.scope_id().with(("suggest", name));
    let mut at: Option<usize> = ui.data(|data| data.get_temp(memory)).unwrap_or(None);
    let dismissed: Option<String> = ui.data(|data| data.get_temp(memory.with("dismissed")));
    let list = memory.with("list");
    let was_open = ui.data(|data| data.get_temp(list)).unwrap_or(false);
    let (mut down, mut up, mut enter) = (0, 0, false);
    if was_open {
        ui.input_mut(|input| {
            down = input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowDown);
            up = input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowUp);
            enter = at.is_some() && input.consume_key(egui::Modifiers::NONE, Key::Enter);
        });
    }
    let response = fields::text(ui, name, value, hint);
    if response.changed() {
        at = None;
    }
    let is_wanted = response.has_focus() && !value.trim().is_empty() && dismissed.as_deref() != Some(value.as_str());
    let mut offered = if is_wanted { offer(value.trim()) } else { Vec::new() };
    offered.retain(|word| word != value.trim());
    let is_open = !offered.is_empty();
    if is_open && (down > 0 || up > 0) {
        let count = offered.len();
        at = match at {
            None if down > 0 => Some(down - 1),
            None => Some(count - 1),
            Some(now) => Some((now + down + count - up % count) % count),
        };
    }
    let mut chosen = (enter && is_open).then(|| at.and_then(|at| offered.get(at).cloned())).flatten();
    if is_open && chosen.is_none() {
        chosen = list_ui(&response, list, &offered, at);
    }
    if let Some(word) = &chosen {
        value.clone_from(word);
        at = None;
        // The list stays away until something else is typed.
        ui.data_mut(|data| data.insert_temp(memory.with("dismissed"), word.clone()));
        response.request_focus();
    }
    if is_open {
        let frame = ui.ctx().cumulative_frame_nr();
        ui.data_mut(|data| data.insert_temp(egui::Id::unique(OPEN), frame));
    }
    ui.data_mut(|data| {
        data.insert_temp(memory, at);
        data.insert_temp(list, is_open && chosen.is_none());
    });
    Typed { response, chosen }
}

fn list_ui(field: &Response, id: egui::Id, offered: &[String], at: Option<usize>) -> Option<String> {
    let below = egui::Popup::from_response(field)
        .id(id)
        .open(true)
        .align(egui::RectAlign::BOTTOM_START)
        .width(field.rect.width())
        .close_behavior(egui::PopupCloseBehavior::IgnoreClicks);
    let shown = below.show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut chosen = None;
        for (place, word) in offered.iter().enumerate() {
            let words = RichText::new(word).size(size::TABLE);
            let item = egui::Button::selectable(at == Some(place), words)
                .min_size(egui::vec2(ui.available_width(), 28.0))
                .sense(egui::Sense::CLICK);
            // Pressing counts: at the release the field has lost the keyboard and the list is gone.
            if ui.add(item).is_pointer_button_down_on() {
                chosen = Some(word.clone());
            }
        }
        chosen
    });
    shown.and_then(|shown| shown.inner)
}
