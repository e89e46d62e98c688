//! The briefings of the workspace: which is shown, new ones, another name, a copy, one less.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::command::{BriefingsCommand, Change};
use crate::app::briefings::picker::Picker;
use crate::app::briefings::send_change;
use crate::app::briefings::typed::{Field, Line, Typed};
use crate::app::command::Command;
use crate::app::icons;
use crate::app::jobs::JobKind;
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, label, popup};
use crate::briefing::document::Briefing;
use crate::briefing::template::Template;

/// Most briefings that are seen at once; the rest scroll.
const SEEN: f32 = 3.0;

/// The list's own passing state.
#[derive(Default)]
pub struct List {
    /// The briefing whose name is being typed, and whether its field has had the keyboard yet.
    renamed: Option<(Uuid, bool)>,
    picker: Picker,
}

impl List {
    /// Draws the briefings and what can be done with them.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, typed: &mut Typed) {
        ui.horizontal(|ui| {
            ui.label(RichText::new(view.tr("briefings-page")).font(theme::bold(size::TEXT)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if !opened.is_read_only() {
                    self.more_ui(ui, view, opened);
                    new_ui(ui, view, opened, &mut self.picker);
                }
            });
        });
        let most = SEEN * (size::ROW + 2.0);
        let scroll = egui::ScrollArea::vertical().id_salt("briefings").max_height(most).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for briefing in opened.briefings.all() {
                self.briefing_ui(ui, view, opened, briefing, typed);
            }
        });
        ui.add_space(space::XS);
    }

    fn briefing_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        briefing: &Briefing,
        typed: &mut Typed,
    ) {
        let id = briefing.id;
        if let Some((_, had)) = self.renamed.as_mut().filter(|(renamed, _)| *renamed == id) {
            let line = Line { name: &view.tr("briefings-name"), hint: "", rows: 1 };
            let response = typed.show(ui, view, (id, id, Field::Name), &briefing.name, &line);
            if !std::mem::replace(had, true) {
                response.request_focus();
            } else if response.lost_focus() || !response.has_focus() {
                self.renamed = None;
            }
            return;
        }
        let is_shown = opened.briefings.shown().is_some_and(|shown| shown.id == id);
        let pages = briefing.pages.len().to_string();
        let response = ui.push_id(id, |ui| choice::entry(ui, is_shown, &briefing.name, &pages)).inner;
        if response.clicked() {
            view.send(Command::Briefings(BriefingsCommand::Show(id)));
        }
        if response.double_clicked() && !opened.is_read_only() {
            self.renamed = Some((id, false));
        }
    }

    /// What can be done with the briefing that is shown.
    fn more_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
        let Some(briefing) = opened.briefings.shown() else { return };
        let name = view.tr_args("briefings-more", &[("name", briefing.name.as_str().into())]);
        let response = button::icon(ui, Icon::Ellipsis, &name);
        egui::Popup::menu(&response).show(|ui| {
            ui.set_min_width(190.0);
            let item = |ui: &mut egui::Ui, icon: Icon, key: &str| {
                let words = icons::with(icon, &view.tr(key));
                ui.add(egui::Button::selectable(false, words).min_size(egui::vec2(178.0, 28.0))).clicked()
            };
            if item(ui, Icon::Pencil, "briefings-rename") {
                self.renamed = Some((briefing.id, false));
            }
            if item(ui, Icon::Copy, "briefings-duplicate") {
                let name = view.tr_args("briefings-copy-of", &[("name", briefing.name.as_str().into())]);
                view.send(send_change(Change::Copy { of: briefing.id, id: Uuid::new_v4(), name }));
            }
            if item(ui, Icon::Trash2, "briefings-delete") {
                view.send(send_change(Change::Delete(briefing.id)));
            }
        });
    }
}

/// A new briefing: from a template, or blank.
fn new_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, picker: &mut Picker) {
    let response = button::icon(ui, Icon::Plus, &view.tr("briefings-new"));
    popup::panel(&response, 240.0, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let is_free = !view.jobs.is_running(JobKind::Fill) && !opened.snapshot.is_empty();
        for template in [Template::Monthly, Template::Quarterly, Template::Annual] {
            let entry = |ui: &mut egui::Ui| choice::entry(ui, false, &template.name(view.lang()), "").clicked();
            if ui.add_enabled_ui(is_free, entry).inner {
                view.send(Command::Briefings(BriefingsCommand::Fill(template)));
                ui.close();
            }
        }
        if choice::entry(ui, false, &view.tr("briefings-new-blank"), "").clicked() {
            view.send(Command::Briefings(BriefingsCommand::Blank));
            ui.close();
        }
        ui.add_space(space::S);
        label::foot(ui, &Template::Incident.name(view.lang()));
        if let Some(id) = picker.show(ui, view, opened) {
            view.send(Command::Briefings(BriefingsCommand::FillOf(id)));
            ui.close();
        }
    });
}
