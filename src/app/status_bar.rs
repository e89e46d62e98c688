//! The status bar: the file, whether it is saved, what the data rests on, and running work.

use eframe::egui::{self, Margin};
use lucide_icons::Icon;

use crate::app::briefings::command::Change;
use crate::app::command::{Command, Page};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::shortcuts::Action;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, label, popup};
use crate::briefing::deck::data_to;

/// Shows the status bar.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    let frame = egui::Frame::new().fill(view.tokens.surface).inner_margin(Margin::symmetric(20, 0));
    let bar =
        egui::Panel::bottom("status").resizable(false).show_separator_line(false).exact_size(30.0).frame(frame).show(
            ui,
            |ui| {
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = space::L;
                    match &view.state.opened {
                        Some(opened) => data_ui(ui, view, opened),
                        None => {
                            label::foot(ui, &view.tr("app-status-nothing-open"));
                        }
                    }
                    work_ui(ui, view);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        said_ui(ui, view);
                        notes_ui(ui, view);
                    });
                });
            },
        );
    theme::edge_line(ui, bar.response.rect, theme::Edge::Top);
}

/// The file, whether it is saved, and what the figures rest on.
fn data_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let file = opened.file_name().unwrap_or_else(|| view.tr("app-status-unnamed"));
    file_menu_ui(ui, view, opened, &file);
    let saved = if opened.is_read_only() { "app-status-read-only" } else { "app-status-saved" };
    label::foot(ui, &view.tr(saved)).on_hover_text(view.tr("app-status-saved-why"));
    ui.scope(|ui| steps_ui(ui, view, opened));
    if opened.snapshot.is_empty() {
        return;
    }
    let question = &opened.question;
    let mechanism = view.tr(&format!("mechanism-{}", question.mechanism.key()));
    let chosen = &question.filter.datasets;
    let mut looked_at = opened.datasets.iter().filter(|dataset| chosen.is_empty() || chosen.contains(&dataset.id));
    let to = looked_at.any(|dataset| !dataset.as_of_unknown).then_some(question.as_of);
    let words = format!("{} · {mechanism}", data_to(view.lang(), to));
    if button::link(ui, &words, size::FOOT).on_hover_text(view.tr("app-status-basis-why")).clicked() {
        view.send(Command::Go(Page::Settings));
    }
}

/// The file's name, which unfolds what can be done with the file.
fn file_menu_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, file: &str) {
    let words = format!("{file} {}", icons::glyph(Icon::ChevronUp));
    let text = egui::RichText::new(words).font(theme::plain(size::FOOT)).color(view.tokens.muted);
    let response = ui.add(egui::Button::new(text).frame(false)).accessible_name(file);
    let response = response.on_hover_text(opened.workspace.path().display().to_string());
    popup::panel(&response, 360.0, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let entry = |ui: &mut egui::Ui, action: Action, words: &str| {
            let chosen = choice::entry(ui, false, words, &action.keys_text(ui.ctx())).clicked();
            if chosen {
                ui.close();
                view.send(Command::Act(action));
            }
        };
        entry(ui, Action::Open, &view.tr("app-action-open"));
        entry(ui, Action::SaveAs, &view.tr("app-action-save-as"));
        if choice::entry(ui, false, &view.tr("app-save-copy"), "").clicked() {
            ui.close();
            view.send(Command::SaveCopyDialog);
        }
        for (action, key, label) in [
            (Action::Undo, "app-undo-what", opened.workspace.undo_label()),
            (Action::Redo, "app-redo-what", opened.workspace.redo_label()),
        ] {
            if let Some(label) = label {
                entry(ui, action, &view.tr_args(key, &[("label", label.into())]));
            }
        }
    });
}

/// Undo and redo, while there is something to undo or redo.
fn steps_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    ui.spacing_mut().item_spacing.x = 0.0;
    if view.state.page == Page::Briefings {
        // Undo there is of the briefings.
        let said = |change: Option<&Change>| change.map(|change| view.tr(change.text_key()));
        step_ui(ui, view, (Action::Undo, Icon::Undo2, "app-undo-what"), said(opened.briefings.undo_change()));
        step_ui(ui, view, (Action::Redo, Icon::Redo2, "app-redo-what"), said(opened.briefings.redo_change()));
        return;
    }
    for (action, icon, key, label) in [
        (Action::Undo, Icon::Undo2, "app-undo-what", opened.workspace.undo_label()),
        (Action::Redo, Icon::Redo2, "app-redo-what", opened.workspace.redo_label()),
    ] {
        step_ui(ui, view, (action, icon, key), label.map(Into::into));
    }
}

fn step_ui(ui: &mut egui::Ui, view: &View<'_>, (action, icon, key): (Action, Icon, &str), label: Option<String>) {
    let Some(label) = label else { return };
    let name = view.tr_args(key, &[("label", label.into())]);
    let text = egui::RichText::new(icons::glyph(icon).to_string()).size(14.0).color(view.tokens.muted);
    let button = egui::Button::new(text).frame(false).min_size(egui::vec2(26.0, 24.0));
    if ui.add(button).accessible_name(&name).on_hover_text(&name).clicked() {
        view.send(Command::Act(action));
    }
}

/// How many records need a look.
fn notes_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let Some(notes) = view.state.notes.as_ref().filter(|notes| !notes.records.is_empty()) else { return };
    let words = view.tr_args("app-notes", &[("count", notes.records.len().into())]);
    if button::link(ui, &words, size::FOOT).on_hover_text(view.tr("app-notes-why")).clicked() {
        view.send(Command::ListNotes);
    }
}

fn work_ui(ui: &mut egui::Ui, view: &View<'_>) {
    for job in view.jobs.shown() {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            label::foot(ui, job.words);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(96.0, 4.0), egui::Sense::hover());
            ui.painter().rect_filled(rect, 2.0, view.tokens.line);
            let done = job.done.unwrap_or(0.0);
            let mut part = rect;
            part.set_width(rect.width() * done);
            ui.painter().rect_filled(part, 2.0, view.tokens.accent);
            if button::link(ui, &view.tr("app-cancel"), size::FOOT).clicked() {
                view.send(Command::Cancel(job.kind));
            }
        });
    }
}

fn said_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let count = view.state.notices.all().len();
    if count > 0 {
        let name = view.tr_args("app-notices-count", &[("count", count.into())]);
        let icon = ui.add(
            egui::Button::new(
                egui::RichText::new(format!("{} {count}", icons::glyph(Icon::Bell)))
                    .font(theme::plain(size::FOOT))
                    .color(view.tokens.muted),
            )
            .frame(false),
        );
        if icon.accessible_name(&name).on_hover_text(&name).clicked() {
            view.send(Command::ToggleNotices);
        }
    }
}
