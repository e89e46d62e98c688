//! The overview: three answers as sentences, three charts that prove them.

pub mod card;
pub mod controls;
pub mod findings;
pub mod rows;
pub mod table;

use std::collections::HashSet;

use eframe::egui;
use lucide_icons::Icon;

use crate::app::answers::{Card, Shown};
use crate::app::command::{Command, Page};
use crate::app::import_page::bring;
use crate::app::objections::panel;
use crate::app::opened::Opened;
use crate::app::overview::rows::Rows;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, empty, label, page};

/// Below this width charts stand one under the other.
const SIDE_BY_SIDE: f32 = 860.0;

/// The charts that are shown as tables.
pub type Tables = HashSet<Card>;

/// The page's own passing state.
#[derive(Default)]
pub struct OverviewPage {
    /// Charts that are shown as tables.
    tables: Tables,
    rows: Rows,
}

impl OverviewPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let Some(opened) = &view.state.opened else { return };
        if opened.snapshot.is_empty() {
            return page::fixed(ui, |ui| nothing_ui(ui, view));
        }
        let Some(shown) = view.answers.shown() else {
            return waiting_ui(ui, view);
        };
        page::scroll(ui, |ui| {
            if view.answers.is_dimmed() || view.derived.is_dimmed() {
                ui.set_opacity(0.55);
            }
            ui.spacing_mut().item_spacing.y = space::CARDS;
            self.answers_ui(ui, view, opened, shown);
        });
    }

    fn answers_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, shown: &Shown) {
        let wide = ui.available_width() >= SIDE_BY_SIDE;
        let thirds: &[f32] = if wide { &[1.0, 1.0, 1.0] } else { &[1.0] };
        let pair: &[f32] = if wide { &[1.0, 2.0] } else { &[1.0] };
        let Self { tables, rows } = self;
        rows.begin();
        rows.show(ui, thirds, shown.findings.len(), |ui, index, _| {
            if let Some(finding) = shown.findings.get(index) {
                findings::finding_ui(ui, view, finding, (index == 2).then_some(shown.naive.as_deref()).flatten());
            }
            0.0
        });
        ui.horizontal_top(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                panel::button_ui(ui, view);
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| notes_ui(ui, view, opened));
            });
        });
        rows.show(ui, &[1.0], 1, |ui, _, _| card::chart_ui(ui, view, opened, shown, Card::Incidents, tables, 0.0));
        rows.show(ui, pair, 2, |ui, index, spare| {
            let card = if index == 0 { Card::Affected } else { Card::Disclosure };
            card::chart_ui(ui, view, opened, shown, card, tables, spare)
        });
    }
}

/// What a reader must know of the datasets that are looked at, where it cannot be overlooked.
fn notes_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let wanted = &opened.question.filter.datasets;
    let looked_at = |id| wanted.is_empty() || wanted.contains(id);
    for dataset in opened.datasets.iter().filter(|dataset| !dataset.note.is_empty() && looked_at(&dataset.id)) {
        let note = dataset.note.as_str();
        label::foot(ui, &view.tr_args("app-overview-note", &[("name", (&dataset.name).into()), ("note", note.into())]));
    }
}

/// What an open workspace without a record offers.
pub fn nothing_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let (title, sentence) = (view.tr("app-overview-empty"), view.tr("app-overview-empty-sentence"));
    empty::show(ui, Icon::ChartColumn, &title, &sentence, |ui| {
        if button::primary(ui, &view.tr("app-action-new-record")).clicked() {
            view.send(Command::NewRecord);
        }
        if button::quiet(ui, &view.tr("app-overview-import")).clicked() {
            view.send(Command::Go(Page::Import));
        }
        if button::quiet(ui, &view.tr("importing-paste")).clicked() {
            bring::ask_for_clipboard(ui.ctx(), view);
        }
    });
}

fn waiting_ui(ui: &mut egui::Ui, view: &View<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(egui::RichText::new(view.tr("app-overview-computing")).size(size::TEXT).color(view.tokens.muted));
    });
}
