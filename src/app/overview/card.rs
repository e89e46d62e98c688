//! A chart in its card: title, subtitle, choices, the chart or its table, and the foot.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::answers::{Card, Shown};
use crate::app::charts_page::{menu, shelf};
use crate::app::command::{AskCommand, ChartsCommand, Command, FigureOf};
use crate::app::opened::Opened;
use crate::app::overview::{Tables, controls, findings, table};
use crate::app::plot::{self, choosing};
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::label;
use crate::chart::model::{ChartModel, Scale};

/// Most of a row's height that a chart fills beyond its own.
const MOST_SPARE: f32 = 220.0;

/// Draws a chart's card. Of the height to spare a chart that is not made of bands takes what it can; returns that.
pub fn chart_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    shown: &Shown,
    card: Card,
    tables: &mut Tables,
    spare: f32,
) -> f32 {
    let model = shown.chart(card);
    let mut used = 0.0;
    let wide = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(wide - 40.0);
            label::card_title(ui, &model.title);
            label::subtitle(ui, &model.subtitle);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            menu_ui(ui, view, opened, shown, card, tables);
        });
    });
    ui.add_space(space::XS);
    controls::show(ui, view, opened, card);
    ui.add_space(space::XS);
    if let Some(sentence) = &model.empty {
        empty_ui(ui, view, sentence);
    } else if tables.contains(&card) {
        table::show(ui, view, model, height_of(model, card));
    } else {
        if model.y.scale != Scale::Band {
            used = spare.min(MOST_SPARE);
        }
        let height = height_of(model, card) + used;
        ui.push_id(card, |ui| choosing::show(ui, view, model, height));
    }
    ui.add_space(space::XS);
    for line in &model.foot {
        findings::parts_ui(ui, view, &line.parts);
    }
    used
}

/// Height of the chart: bands get a line each, the rest what reads well.
fn height_of(model: &ChartModel, card: Card) -> f32 {
    if model.y.scale == Scale::Band {
        return ((model.y.hi - model.y.lo) as f32 * 26.0 + 30.0).clamp(180.0, 460.0);
    }
    let rows = model.under_x.len() as f32 * plot::layout::LINE * 2.0;
    match card {
        Card::Incidents => 264.0 + rows,
        Card::Affected | Card::Disclosure => 236.0 + rows,
    }
}

fn empty_ui(ui: &mut egui::Ui, view: &View<'_>, sentence: &str) {
    ui.add_space(space::XL);
    ui.vertical_centered(|ui| {
        ui.set_max_width(420.0);
        let text = RichText::new(sentence).size(size::TEXT).color(view.tokens.muted);
        ui.add(egui::Label::new(text).wrap().halign(egui::Align::Center));
    });
    ui.add_space(space::XL);
}

fn menu_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, shown: &Shown, card: Card, tables: &mut Tables) {
    let model = shown.chart(card);
    let is_table = tables.contains(&card);
    let toggled = menu::show(ui, view, model, FigureOf::Card(card), is_table, |items| {
        if shelf::family(model.key).is_some() && items.item(Icon::ChartSpline, "charts-open") {
            items.send(Command::Charts(ChartsCommand::Open(model.key)));
        }
        if card == Card::Disclosure && shown.naive.is_some() {
            let is_on = opened.choices.naive;
            let key = if is_on { "app-chart-naive-hide" } else { "app-chart-naive-show" };
            if items.item(Icon::Scale, key) {
                items.send(Command::Ask(AskCommand::Naive(!is_on)));
            }
        }
    });
    if toggled && !tables.remove(&card) {
        tables.insert(card);
    }
}
