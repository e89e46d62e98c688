//! What the window shows while nothing is open: open, sample data, new record, and recent files.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::command::{Command, Sample};
use crate::app::icons;
use crate::app::import_page::bring;
use crate::app::opened::stem;
use crate::app::theme::{self, Tokens, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, empty, focus_ring, label, page};

/// Width of the column.
const WIDTH: f32 = 560.0;

/// Shows the offer.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    page::scroll(ui, |ui| {
        let title = view.tr("app-welcome-title");
        empty::show(ui, Icon::Telescope, &title, &view.tr("app-welcome-sentence"), |ui| {
            steps_ui(ui, view);
            ui.add_space(space::XL);
            ui.allocate_ui_with_layout(
                egui::vec2(WIDTH.min(ui.available_width()), 0.0),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    samples_ui(ui, view);
                    left_behind_ui(ui, view);
                    recent_ui(ui, view);
                },
            );
        });
    });
}

fn steps_ui(ui: &mut egui::Ui, view: &View<'_>) {
    // A row in the middle needs its width beforehand.
    let words = [view.tr("app-action-open"), view.tr("importing-paste"), view.tr("app-action-new-record")];
    let wide: f32 = words
        .iter()
        .map(|words| ui.painter().layout_no_wrap(words.clone(), theme::bold(size::TEXT), theme::NONE).size().x + 28.0)
        .sum();
    ui.allocate_ui_with_layout(
        egui::vec2(wide + 2.0 * space::S, size::CONTROL),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            if button::primary(ui, &words[0]).clicked() {
                view.send(Command::OpenDialog);
            }
            if button::secondary(ui, &words[1]).clicked() {
                bring::ask_for_clipboard(ui.ctx(), view);
            }
            if button::secondary(ui, &words[2]).clicked() {
                view.send(Command::NewRecord);
            }
        },
    );
}

fn samples_ui(ui: &mut egui::Ui, view: &View<'_>) {
    label::section(ui, &view.tr("app-welcome-samples"));
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (sample, title, about) in [
            (Sample::Washington, "app-sample-washington", "app-sample-washington-about"),
            (Sample::Seeds, "app-sample-seeds", "app-sample-seeds-about"),
            (Sample::Register, "app-sample-register", "app-sample-register-about"),
            (Sample::French, "app-sample-french", "app-sample-french-about"),
        ] {
            if line_ui(ui, view.tokens, Icon::Database, &view.tr(title), &view.tr(about)).clicked() {
                view.send(Command::OpenSample(sample));
            }
        }
    });
    ui.add_space(space::M);
}

fn left_behind_ui(ui: &mut egui::Ui, view: &View<'_>) {
    if view.state.left_behind.is_empty() {
        return;
    }
    label::section(ui, &view.tr("app-welcome-unnamed"));
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for unnamed in &view.state.left_behind {
            let title = view.tr_args("app-welcome-unnamed-records", &[("count", unnamed.records.into())]);
            let about = unnamed.last.clone().unwrap_or_default();
            if line_ui(ui, view.tokens, Icon::History, &title, &about).clicked() {
                view.send(Command::Open(unnamed.path.clone()));
            }
        }
    });
    ui.add_space(space::M);
}

fn recent_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let recent = &view.state.settings.recent;
    if recent.is_empty() {
        return;
    }
    label::section(ui, &view.tr("app-welcome-recent"));
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for path in recent {
            let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
            let name = path.file_name().map_or_else(|| stem(path), |name| name.to_string_lossy().into_owned());
            if line_ui(ui, view.tokens, Icon::FileText, &name, &folder).clicked() {
                view.send(Command::Open(path.clone()));
            }
        }
    });
}

/// A line to click: an icon, a title, and a muted word about it.
fn line_ui(ui: &mut egui::Ui, tokens: &Tokens, icon: Icon, title: &str, about: &str) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 44.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), title));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, f32::from(size::CORNER), tokens.accent_ground);
        }
        let painter = ui.painter();
        let glyph = icons::glyph(icon);
        let left = rect.left_center();
        painter.text(left + egui::vec2(12.0, 0.0), egui::Align2::LEFT_CENTER, glyph, theme::plain(18.0), tokens.accent);
        let truncated = |words: &str, font, colour| {
            let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, colour);
            job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 56.0);
            painter.layout_job(job)
        };
        let first = truncated(title, theme::plain(size::TEXT), tokens.text);
        let second = truncated(about, theme::plain(size::FOOT), tokens.muted);
        painter.galley(egui::pos2(rect.left() + 44.0, rect.center().y - first.size().y + 1.0), first, tokens.text);
        painter.galley(egui::pos2(rect.left() + 44.0, rect.center().y + 1.0), second, tokens.muted);
    }
    focus_ring(ui, &response, size::CORNER);
    response
}
