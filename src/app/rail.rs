//! The rail: the mark, the places, the language.

use eframe::egui::{self, Margin, RichText};
use lucide_icons::Icon;

use crate::app::command::{Command, Page};
use crate::app::icons;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::rail_item::RailItem;
use crate::text::Lang;

/// Shows the rail at the left edge.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, is_folded: bool) {
    let width = if is_folded { size::RAIL_FOLDED } else { size::RAIL };
    let frame = egui::Frame::new().fill(view.tokens.rail).inner_margin(Margin::symmetric(10, 16));
    egui::Panel::left("rail").resizable(false).show_separator_line(false).exact_size(width).frame(frame).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            mark_ui(ui, view, is_folded);
            ui.add_space(space::L);
            for page in [Page::Overview, Page::Charts, Page::Records, Page::Briefings, Page::Import] {
                place_ui(ui, view, page, is_folded);
            }
            ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
                language_ui(ui, view, is_folded);
                place_ui(ui, view, Page::Settings, is_folded);
            });
        },
    );
}

fn mark_ui(ui: &mut egui::Ui, view: &View<'_>, is_folded: bool) {
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 28.0), egui::Sense::hover());
    let name = view.tr("app-name");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    let x = if is_folded { rect.center().x } else { rect.left() + 17.0 };
    let lamp = egui::pos2(x, rect.center().y);
    ui.painter().circle_filled(lamp, 9.5, theme::faded(view.tokens.lamp, 0.32));
    ui.painter().circle_filled(lamp, 6.0, view.tokens.lamp);
    if !is_folded {
        let at = lamp + egui::vec2(17.0, 0.0);
        let text = view.tokens.rail_text_selected;
        ui.painter().text(at, egui::Align2::LEFT_CENTER, name, theme::bold(size::MARK), text);
    }
}

fn place_ui(ui: &mut egui::Ui, view: &View<'_>, page: Page, is_folded: bool) {
    let icon = match page {
        Page::Overview => Icon::ChartColumn,
        Page::Charts => Icon::ChartSpline,
        Page::Records => Icon::TableProperties,
        Page::Briefings => Icon::Presentation,
        Page::Import => Icon::FileInput,
        Page::Settings => Icon::Settings,
    };
    let words = view.tr(page.text_key());
    let records = view.state.opened.as_ref().filter(|_| page == Page::Records);
    let count = records.map(|opened| crate::text::number(view.lang(), opened.snapshot.len() as u64));
    let item =
        RailItem { icon, words: &words, count: count.as_deref(), is_current: view.state.page == page, is_folded };
    if item.show(ui).clicked() {
        view.send(Command::Go(page));
    }
}

fn language_ui(ui: &mut egui::Ui, view: &View<'_>, is_folded: bool) {
    let name = view.tr("app-language");
    let words = if is_folded { view.lang().code().to_uppercase() } else { view.lang().own_name().to_owned() };
    let item = RailItem { icon: Icon::Languages, words: &words, count: None, is_current: false, is_folded };
    let response = item.show(ui).accessible_name(format!("{name}: {}", view.lang().own_name()));
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(140.0);
        for lang in Lang::ALL {
            let mark = if lang == view.lang() {
                icons::with(Icon::Check, lang.own_name())
            } else {
                lang.own_name().to_owned()
            };
            if ui.selectable_label(lang == view.lang(), RichText::new(mark)).clicked() {
                view.send(Command::Language(lang));
            }
        }
    });
}
