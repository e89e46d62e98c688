//! The menu of a chart: as a table, as a picture, as numbers, and what else a place offers for it.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::briefings::add;
use crate::app::command::{Command, FigureFormat, FigureOf};
use crate::app::icons;
use crate::app::view::View;
use crate::app::widgets::button;
use crate::chart::model::ChartModel;

/// The entries of an open menu.
pub struct Items<'a, 'v> {
    ui: &'a mut egui::Ui,
    view: &'a View<'v>,
}

impl Items<'_, '_> {
    /// One entry; says whether it was chosen.
    pub fn item(&mut self, icon: Icon, key: &str) -> bool {
        let words = icons::with(icon, &self.view.tr(key));
        self.ui.add(egui::Button::selectable(false, words).min_size(egui::vec2(238.0, 28.0))).clicked()
    }

    /// Asks for something.
    pub fn send(&self, command: Command) {
        self.view.send(command);
    }
}

/// Draws the button and, while it is open, the menu. Says whether chart and table are to change places.
pub fn show(
    ui: &mut egui::Ui,
    view: &View<'_>,
    model: &ChartModel,
    which: FigureOf,
    is_table: bool,
    more: impl FnOnce(&mut Items<'_, '_>),
) -> bool {
    let name = view.tr_args("app-chart-menu", &[("chart", (&model.title).into())]);
    let response = button::icon(ui, Icon::Ellipsis, &name);
    let mut toggled = false;
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(250.0);
        let mut items = Items { ui, view };
        let (icon, key) =
            if is_table { (Icon::ChartColumn, "app-chart-as-chart") } else { (Icon::Table, "app-chart-as-table") };
        toggled = !model.table.headers.is_empty() && items.item(icon, key);
        if model.empty.is_none() {
            for (icon, key, command) in [
                (Icon::Copy, "app-chart-copy", Command::CopyFigure(which)),
                (Icon::Image, "app-chart-save-png", Command::SaveFigureDialog(which, FigureFormat::Png)),
                (Icon::Spline, "app-chart-save-svg", Command::SaveFigureDialog(which, FigureFormat::Svg)),
                (Icon::FileText, "app-chart-save-pdf", Command::SaveFigureDialog(which, FigureFormat::Pdf)),
            ] {
                if items.item(icon, key) {
                    items.send(command);
                }
            }
        }
        if !model.table.headers.is_empty() && items.item(Icon::ClipboardCopy, "app-chart-copy-numbers") {
            items.send(Command::CopyNumbers(which));
        }
        if !model.table.headers.is_empty() && items.item(Icon::Sheet, "charts-save-csv") {
            items.send(Command::SaveFigureDialog(which, FigureFormat::Csv));
        }
        more(&mut items);
        if let Some(opened) = &view.state.opened
            && let Some(content) = add::figure(view, opened, model.key, which)
        {
            add::entries_ui(ui, view, opened, &[("briefings-add", content)]);
        }
    });
    toggled
}
