//! The status bar: the file, whether it is saved, what the data rests on, and running work.

use eframe::egui::{self, Margin};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};

/// Shows the status bar.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    let frame = egui::Frame::new().fill(view.tokens.surface).inner_margin(Margin::symmetric(20, 0));
    let bar =
        egui::Panel::bottom("status").resizable(false).show_separator_line(false).exact_size(30.0).frame(frame).show(
            ui,
            |ui| {
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = space::L;
                    label::foot(ui, &view.tr("app-status-nothing-open"));
                    work_ui(ui, view);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        said_ui(ui, view);
                    });
                });
            },
        );
    theme::edge_line(ui, bar.response.rect, theme::Edge::Top);
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
                egui::RichText::new(format!("{} {count}", crate::app::icons::glyph(Icon::Bell)))
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
