//! One figure, large: where it stands in the gallery, the finding, its choices, the chart or its numbers, how it is
//! counted, what it rests on, and its panels.

use std::collections::HashSet;

use eframe::egui::{self, Label, RichText};
use lucide_icons::Icon;

use crate::app::charts_page::choices::{self, Typed};
use crate::app::charts_page::{gallery, menu, shelf};
use crate::app::command::{ChartsCommand, Command, FigureOf};
use crate::app::icons;
use crate::app::objections::panel;
use crate::app::opened::Opened;
use crate::app::overview::findings;
use crate::app::overview::rows::Rows;
use crate::app::overview::table;
use crate::app::plot::choosing;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, choice, label, page};
use crate::chart::gallery::Drawn;
use crate::chart::model::{ChartKey, ChartModel, Scale};

/// Lowest height of the chart.
const LOWEST: f32 = 280.0;

/// Width of the definition beside a chart, and the width of a card from which on there is room for it.
const BESIDE: (f32, f32) = (300.0, 940.0);

/// Panels are at least this wide.
const PANEL: f32 = 320.0;

/// Height of a panel's chart.
const PANEL_HEIGHT: f32 = 190.0;

/// The passing state of one figure.
#[derive(Default)]
pub struct FigurePage {
    /// The charts that are shown as tables.
    tables: HashSet<(ChartKey, FigureOf)>,
    /// Whether the definition is shown.
    defines: bool,
    typed: Typed,
    panels: Rows,
    /// Height of all but the chart, as of the last frame.
    around: f32,
}

impl FigurePage {
    /// Draws the page of a figure.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, chart: ChartKey) {
        let room = ui.available_height() - page::MARGIN.sum().y;
        let shown = view.figures.shown().filter(|shown| shown.key.chart == chart);
        ui.push_id(chart, |ui| {
            page::scroll(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let top = ui.cursor().top();
                let drawn = shown.map(|shown| shown.drawn.as_deref());
                self.head_ui(ui, view, chart, drawn.flatten());
                match drawn {
                    Some(Some(drawn)) => {
                        if view.figures.is_dimmed() || view.derived.is_dimmed() {
                            ui.set_opacity(0.55);
                        }
                        self.card_ui(ui, view, opened, drawn, room, top);
                        self.panels_ui(ui, view, drawn);
                    }
                    None if view.figures.is_waiting() || view.derived.is_waiting() => {
                        sentence_ui(ui, view, room, &view.tr("app-overview-computing"));
                    }
                    None | Some(None) => sentence_ui(ui, view, room, &view.tr("charts-not-drawn")),
                }
            });
        });
    }

    /// The way back, and what concerns the figure as a whole.
    fn head_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, chart: ChartKey, drawn: Option<&Drawn>) {
        let one_row = ui.available_width() >= 1040.0;
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            ui.spacing_mut().item_spacing.x = space::S;
            crumbs_ui(ui, view, chart);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                neighbours_ui(ui, view, chart);
                if one_row {
                    self.ways_ui(ui, view, chart, drawn);
                }
            });
        });
        if !one_row {
            ui.horizontal_wrapped(|ui| self.ways_ui(ui, view, chart, drawn));
        }
    }

    /// As a chart or as a table, and how it is counted.
    fn ways_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, chart: ChartKey, drawn: Option<&Drawn>) {
        let Some(drawn) = drawn else { return };
        ui.add_space(space::XS);
        if drawn.model.empty.is_none() {
            panel::button_ui(ui, view);
        }
        if !drawn.definition.is_empty() {
            let words = icons::with(Icon::BookOpenText, &view.tr("charts-definition"));
            let pressed = egui::Button::selectable(self.defines, RichText::new(words).size(size::TABLE));
            let response = ui.add(pressed.min_size(egui::vec2(0.0, 30.0)));
            if response.accessible_name(view.tr("charts-definition")).clicked() {
                self.defines = !self.defines;
            }
        }
        if !drawn.model.table.headers.is_empty() {
            let place = (chart, FigureOf::Shown);
            let is_table = self.tables.contains(&place);
            let ways = [(false, view.tr("charts-as-chart")), (true, view.tr("charts-as-table"))];
            if let Some(chosen) = choice::segments(ui, &view.tr("charts-shown-as"), is_table, &ways) {
                set(&mut self.tables, place, chosen);
            }
        }
    }

    fn card_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, drawn: &Drawn, room: f32, top: f32) {
        let model = &drawn.model;
        let place = (model.key, FigureOf::Shown);
        let mut height = 0.0;
        let card = card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let wide = ui.available_width();
            let beside = self.defines && !drawn.definition.is_empty() && wide >= BESIDE.1;
            title_ui(ui, model, |ui| {
                let is_table = self.tables.contains(&place);
                if menu::show(ui, view, model, FigureOf::Shown, is_table, |_| {}) {
                    set(&mut self.tables, place, !is_table);
                }
            });
            ui.add_space(space::XS);
            choices::show(ui, view, opened, model.key, &drawn.choices, &mut self.typed);
            ui.add_space(space::S);
            let chart_width = if beside { wide - BESIDE.0 - space::XL } else { wide };
            height = self.height_of(model, chart_width, room, drawn.panels.len());
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XL;
                ui.vertical(|ui| {
                    ui.set_width(chart_width);
                    self.chart_ui(ui, view, model, height);
                });
                if beside {
                    ui.vertical(|ui| {
                        ui.set_max_width(BESIDE.0);
                        definition_ui(ui, view, &drawn.definition);
                    });
                }
            });
            ui.add_space(space::S);
            for line in &model.foot {
                findings::parts_ui(ui, view, &line.parts);
            }
            if self.defines && !beside && !drawn.definition.is_empty() {
                ui.add_space(space::M);
                definition_ui(ui, view, &drawn.definition);
            }
        });
        if self.defines {
            // What stands beside or below must not change the chart's height.
            return;
        }
        let around = card.response.rect.bottom() - top - height;
        if (around - self.around).abs() > 1.0 {
            self.around = around;
            ui.ctx().request_discard("the room for a figure changed");
        }
    }

    /// What is left of the window, and for bands a line each.
    fn height_of(&self, model: &ChartModel, width: f32, room: f32, panels: usize) -> f32 {
        let share = if panels > 0 { 0.62 } else { 1.0 };
        let left = ((room - self.around) * share).floor();
        if model.y.scale == Scale::Band {
            let bands = (model.y.hi - model.y.lo) as f32;
            return left.clamp(bands * 26.0 + 40.0, (bands * 46.0 + 60.0).max(180.0));
        }
        left.clamp(LOWEST, (width * 0.6).max(LOWEST))
    }

    fn chart_ui(&self, ui: &mut egui::Ui, view: &View<'_>, model: &ChartModel, height: f32) {
        if model.series.is_empty() && model.empty.is_none() {
            // The figure is its panels.
            return;
        }
        if let Some(sentence) = &model.empty {
            return sentence_ui(ui, view, height, sentence);
        }
        if self.tables.contains(&(model.key, FigureOf::Shown)) {
            return table::show(ui, view, model, height);
        }
        ui.push_id("chart", |ui| choosing::show(ui, view, model, height));
    }

    fn panels_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, drawn: &Drawn) {
        if drawn.panels.is_empty() {
            return;
        }
        let columns = (((ui.available_width() + space::CARDS) / (PANEL + space::CARDS)).floor() as usize).clamp(1, 4);
        let Self { panels, tables, .. } = self;
        ui.add_space(space::CARDS - space::S);
        ui.spacing_mut().item_spacing.y = space::CARDS;
        panels.begin();
        panels.show(ui, &vec![1.0; columns], drawn.panels.len(), |ui, index, _| {
            if let Some(panel) = drawn.panels.get(index) {
                panel_ui(ui, view, panel, index, tables);
            }
            0.0
        });
    }
}

fn set(tables: &mut HashSet<(ChartKey, FigureOf)>, place: (ChartKey, FigureOf), is_table: bool) {
    if is_table {
        tables.insert(place);
    } else {
        tables.remove(&place);
    }
}

/// Charts › family › figure.
fn crumbs_ui(ui: &mut egui::Ui, view: &View<'_>, chart: ChartKey) {
    let name = view.tr("charts-page");
    let back = button::link(ui, &name, size::TEXT).on_hover_text(view.tr("charts-back"));
    if back.clicked() {
        view.send(Command::Charts(ChartsCommand::Gallery));
    }
    let muted = |words: String| Label::new(RichText::new(words).size(size::TEXT).color(view.tokens.muted));
    ui.add(muted(icons::glyph(Icon::ChevronRight).to_string()));
    if let Some(family) = shelf::family(chart).filter(|_| ui.available_width() > 1150.0) {
        ui.add(muted(view.tr(&format!("charts-family-{}", family.key()))));
        ui.add(muted(icons::glyph(Icon::ChevronRight).to_string()));
    }
    ui.add(Label::new(RichText::new(gallery::name(view, chart)).font(theme::bold(size::TEXT))));
}

/// To the figure before and the figure after, in a row from right to left.
fn neighbours_ui(ui: &mut egui::Ui, view: &View<'_>, chart: ChartKey) {
    ui.spacing_mut().item_spacing.x = space::XS;
    let (before, after) = shelf::neighbours(chart);
    for (icon, key, to) in [(Icon::ChevronRight, "charts-next", after), (Icon::ChevronLeft, "charts-previous", before)]
    {
        let named = to.map(|to| gallery::name(view, to)).unwrap_or_default();
        let name = view.tr_args(key, &[("name", named.into())]);
        let shown = ui.add_enabled_ui(to.is_some(), |ui| button::icon(ui, icon, &name));
        if shown.inner.clicked()
            && let Some(to) = to
        {
            view.send(Command::Charts(ChartsCommand::Open(to)));
        }
    }
}

/// The finding, what is measured, and the menu at the right.
fn title_ui(ui: &mut egui::Ui, model: &ChartModel, menu: impl FnOnce(&mut egui::Ui)) {
    let wide = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(wide - 40.0);
            ui.add(Label::new(RichText::new(&model.title).font(theme::bold(size::PAGE))).wrap());
            label::subtitle(ui, &model.subtitle);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), menu);
    });
}

fn definition_ui(ui: &mut egui::Ui, view: &View<'_>, paragraphs: &[String]) {
    ui.set_max_width(ui.available_width().min(720.0));
    ui.spacing_mut().item_spacing.y = space::S;
    ui.add(Label::new(RichText::new(view.tr("charts-definition")).font(theme::bold(size::TEXT))));
    for paragraph in paragraphs {
        ui.add(Label::new(RichText::new(paragraph).size(size::TABLE)).wrap().selectable(true));
    }
}

fn sentence_ui(ui: &mut egui::Ui, view: &View<'_>, room: f32, sentence: &str) {
    ui.vertical_centered(|ui| {
        ui.add_space((room * 0.28).clamp(space::XL, 160.0));
        ui.scope(|ui| {
            ui.set_max_width(520.0);
            let text = RichText::new(sentence).size(size::TEXT).color(view.tokens.muted);
            ui.add(Label::new(text).wrap().halign(egui::Align::Center));
        });
        ui.add_space(space::XL * 2.0);
    });
}

/// A panel: smaller, with its own menu.
fn panel_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    model: &ChartModel,
    index: usize,
    tables: &mut HashSet<(ChartKey, FigureOf)>,
) {
    let which = FigureOf::Panel(index);
    let place = (model.key, which);
    let is_table = tables.contains(&place);
    let wide = ui.available_width();
    ui.push_id(("panel", index), |ui| {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(wide - 36.0);
                ui.add(Label::new(RichText::new(&model.title).font(theme::bold(size::TABLE))).wrap());
                label::foot(ui, &model.subtitle);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                if menu::show(ui, view, model, which, is_table, |_| {}) {
                    set(tables, place, !is_table);
                }
            });
        });
        if let Some(sentence) = &model.empty {
            sentence_ui(ui, view, PANEL_HEIGHT * 0.5, sentence);
        } else if is_table {
            table::show(ui, view, model, PANEL_HEIGHT);
        } else {
            choosing::show(ui, view, model, PANEL_HEIGHT);
        }
        for line in &model.foot {
            findings::parts_ui(ui, view, &line.parts);
        }
    });
}
