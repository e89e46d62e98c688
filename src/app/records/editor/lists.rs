//! Lists of words as chips, with why there are none and how many the source counts.

use eframe::egui;

use crate::app::records::draft::WordList;
use crate::app::records::editor::Form;
use crate::app::records::editor::{fields, suggest};
use crate::app::theme::space;
use crate::app::widgets::chip;
use crate::frame::batch::Field;
use crate::model::missing::{Listed, Missing};
use crate::text::{Arg, tr};

/// The words of a list, and a field that adds one.
pub fn words_ui(ui: &mut egui::Ui, form: &mut Form<'_>, list: WordList, name: &str, field: &Field) {
    fields::labelled(ui, name, |ui| {
        let words = form.draft.words(list);
        if !words.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
                for (at, word) in words.iter().enumerate() {
                    let remove = form.view.tr_args("records-remove-word", &[("word", Arg::from(word))]);
                    if ui.push_id(at, |ui| chip::removable(ui, word, &remove).removed).inner {
                        form.draft.remove_word(list, at);
                    }
                }
            });
            ui.add_space(2.0);
        }
        let add = form.view.tr_args("records-add-word", &[("name", Arg::from(name))]);
        let hint = form.view.tr("records-add-word-hint");
        let opened = form.opened;
        let buffer = form.draft.adding(list);
        let typed = suggest::text(ui, &add, &hint, buffer, |typed| suggest::known(opened, field, typed));
        let entered = typed.response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if entered || typed.chosen.is_some() {
            let word = std::mem::take(buffer);
            form.draft.add_word(list, &word);
            typed.response.request_focus();
        }
    });
}

/// Why a list has no words, and how many there are by the source's count.
pub fn missing_ui<T>(ui: &mut egui::Ui, form: &Form<'_>, name: &str, list: &mut Listed<T>) {
    let lang = form.view.lang();
    let as_is = if list.items.is_empty() { "records-list-blank" } else { "records-list-as-is" };
    let mut options = vec![(None, tr(lang, as_is))];
    options.extend(Missing::ALL.map(|missing| (Some(missing), tr(lang, &format!("missing-{}", missing.key())))));
    let why = form.view.tr_args("records-list-missing", &[("name", Arg::from(name))]);
    let how_many = form.view.tr_args("records-list-count", &[("name", Arg::from(name))]);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.allocate_ui(egui::vec2(230.0, 32.0), |ui| {
            fields::choice(ui, &why, &mut list.missing, &options);
        });
        if list.missing.is_some() || list.count.is_some() {
            fields::note(ui, &form.view.tr("records-list-count-before"));
            let mut text = list.count.map(|count| count.to_string()).unwrap_or_default();
            ui.allocate_ui(egui::vec2(64.0, 32.0), |ui| {
                if fields::text(ui, &how_many, &mut text, "").changed() {
                    let digits: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
                    list.count = digits.parse().ok();
                }
            });
        }
    });
}
