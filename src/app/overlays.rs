//! What lies over the page: notices at the lower right, everything that was said, shortcuts, a field for a path.

use eframe::egui::{self, Align2, Frame, Margin, RichText, Stroke};
use lucide_icons::Icon;

use crate::app::command::{Command, Page};
use crate::app::dialogs::AskKind;
use crate::app::icons;
use crate::app::import_page::state::Stage;
use crate::app::notices::{Gravity, Notice};
use crate::app::shortcuts::Action;
use crate::app::theme::{self, Tokens, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};

/// Passing state of the overlays.
#[derive(Default)]
pub struct Overlays {
    /// The path as typed; `None` until the field is shown.
    path: Option<String>,
}

impl Overlays {
    /// Shows what lies over the page.
    pub fn show(&mut self, ctx: &egui::Context, view: &View<'_>) {
        notices_ui(ctx, view);
        if view.state.notices_open {
            said_ui(ctx, view);
        }
        if view.state.help_open {
            help_ui(ctx, view);
        }
        self.path_ui(ctx, view);
    }

    fn path_ui(&mut self, ctx: &egui::Context, view: &View<'_>) {
        let Some((purpose, kind)) = &view.state.path_wanted else {
            self.path = None;
            return;
        };
        let proposed = match kind {
            AskKind::Open | AskKind::OpenSeveral | AskKind::OpenFolder => String::new(),
            AskKind::Save(name) => proposed_path(name),
        };
        let is_new = self.path.is_none();
        let path = self.path.get_or_insert(proposed);
        let title = view.tr(purpose.text_key());
        let shown = modal(ctx, "path", &title).show(ctx, |ui| {
            ui.set_width(480.0);
            heading(ui, &title);
            label::foot(ui, &view.tr("app-path-why"));
            let field = egui::TextEdit::singleline(path).desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(view.tr("app-path-field"));
            if is_new {
                response.request_focus();
            }
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.add_space(space::S);
            ui.horizontal(|ui| {
                let go = button::primary(ui, &view.tr("app-path-go")).clicked() || entered;
                if go && !path.trim().is_empty() {
                    view.send(Command::PathChosen(*purpose, path.trim().into()));
                }
                if button::secondary(ui, &view.tr("app-cancel")).clicked() {
                    view.send(Command::DropPath);
                }
            });
        });
        if shown.should_close() {
            view.send(Command::DropPath);
        }
    }
}

/// A name in the folder where the user keeps documents.
fn proposed_path(name: &str) -> String {
    let folders = directories::UserDirs::new();
    let folder = folders.as_ref().map(|folders| folders.document_dir().unwrap_or_else(|| folders.home_dir()));
    folder.map_or_else(|| name.to_owned(), |folder| folder.join(name).display().to_string())
}

/// A dialog over everything else.
pub fn modal(ctx: &egui::Context, name: &'static str, title: &str) -> egui::Modal {
    let id = egui::Id::unique(name);
    let frame = Frame::window(&ctx.global_style()).inner_margin(Margin::same(20));
    egui::Modal::new(id).frame(frame).area(egui::Modal::default_area(id).accessible_name(title))
}

/// Asks for another frame while a dialog still grows or shrinks: its place is that of the size before.
pub fn settle<T>(ctx: &egui::Context, name: &'static str, shown: &egui::ModalResponse<T>) {
    let id = egui::Id::unique((name, "rect"));
    let rect = shown.response.rect;
    if ctx.data(|data| data.get_temp::<egui::Rect>(id)) != Some(rect) {
        ctx.data_mut(|data| data.insert_temp(id, rect));
        ctx.request_repaint();
    }
}

/// The heading of a dialog.
pub fn heading(ui: &mut egui::Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::bold(size::PAGE)));
    ui.add_space(space::XS);
}

fn notices_ui(ctx: &egui::Context, view: &View<'_>) {
    let shown = view.state.notices.shown();
    if shown.is_empty() {
        return;
    }
    // What is being edited is never covered: the editor stands at the right of the records, and the foot of a review
    // has the buttons that let its records in.
    let rail = if ctx.content_rect().width() < size::FOLD_BELOW { size::RAIL_FOLDED } else { size::RAIL };
    let (corner, aside) = match &view.state.page {
        Page::Records => (Align2::LEFT_BOTTOM, [rail + 20.0, -104.0]),
        Page::Import if matches!(view.state.import.stage, Stage::Review(_)) => (Align2::RIGHT_BOTTOM, [-20.0, -104.0]),
        Page::Overview | Page::Charts | Page::Briefings | Page::Import | Page::Settings => {
            (Align2::RIGHT_BOTTOM, [-20.0, -44.0])
        }
    };
    egui::Area::new(egui::Id::unique("notices"))
        .order(egui::Order::Foreground)
        .anchor(corner, aside)
        .accessible_name(view.tr("app-notices"))
        .show(ctx, |ui| {
            ui.set_max_width(380.0);
            for notice in shown {
                notice_ui(ui, view, notice);
            }
        });
}

fn notice_ui(ui: &mut egui::Ui, view: &View<'_>, notice: &Notice) {
    let tokens = view.tokens;
    let (icon, colour) = gravity(tokens, notice.gravity);
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line_strong))
        .corner_radius(egui::CornerRadius::same(size::CARD_CORNER))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.label(RichText::new(icons::glyph(icon).to_string()).color(colour).size(16.0));
            ui.vertical(|ui| {
                ui.set_width(290.0);
                ui.add(egui::Label::new(RichText::new(&notice.words).size(size::TABLE)).wrap());
                if let Some(offer) = &notice.offer
                    && button::link(ui, &offer.words, size::TABLE).clicked()
                {
                    view.send(offer.what.command());
                    view.send(Command::CloseNotice(notice.number));
                }
                if let Some(path) = &notice.written {
                    written_ui(ui, view, path);
                }
            });
            if button::icon(ui, Icon::X, &view.tr("app-notice-close")).clicked() {
                view.send(Command::CloseNotice(notice.number));
            }
        });
    });
}

/// Opens what was written, or its folder.
fn written_ui(ui: &mut egui::Ui, view: &View<'_>, path: &std::path::Path) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        if button::link(ui, &view.tr("app-written-open"), size::TABLE).clicked() {
            view.send(Command::OpenOutside(path.to_path_buf()));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
            && button::link(ui, &view.tr("app-written-folder"), size::TABLE).clicked()
        {
            view.send(Command::OpenOutside(folder.to_path_buf()));
        }
    });
}

fn gravity(tokens: &Tokens, gravity: Gravity) -> (Icon, egui::Color32) {
    match gravity {
        Gravity::Information => (Icon::Info, tokens.accent),
        Gravity::Caution => (Icon::TriangleAlert, tokens.caution),
        Gravity::Failure => (Icon::CircleX, tokens.alarm),
    }
}

fn said_ui(ctx: &egui::Context, view: &View<'_>) {
    let title = view.tr("app-notices");
    let shown = modal(ctx, "said", &title).show(ctx, |ui| {
        ui.set_width(520.0);
        heading(ui, &title);
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for notice in view.state.notices.all().iter().rev() {
                let (icon, colour) = gravity(view.tokens, notice.gravity);
                ui.horizontal_top(|ui| {
                    ui.label(RichText::new(icons::glyph(icon).to_string()).color(colour).size(16.0));
                    ui.add(egui::Label::new(RichText::new(&notice.words).size(size::TABLE)).wrap().selectable(true));
                });
            }
        });
        ui.add_space(space::S);
        button::secondary(ui, &view.tr("app-close")).clicked()
    });
    if shown.inner || shown.should_close() {
        view.send(Command::ToggleNotices);
    }
}

fn help_ui(ctx: &egui::Context, view: &View<'_>) {
    let title = view.tr("app-action-help");
    let shown = modal(ctx, "help", &title).show(ctx, |ui| {
        ui.set_width(420.0);
        heading(ui, &title);
        let room = (ctx.content_rect().height() - 180.0).max(120.0);
        egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for action in Action::ALL {
                shortcut_ui(ui, view, &view.tr(action.text_key()), &action.keys_text(ctx));
            }
            for (words, keys) in [
                ("app-help-next", "app-help-next-keys"),
                ("app-help-chart", "app-help-chart-keys"),
                ("charts-help-next", "charts-help-next-keys"),
                ("charts-help-back", "charts-help-back-keys"),
                ("importing-paste", "app-help-paste-keys"),
                ("records-help-rows", "records-help-rows-keys"),
                ("records-help-edit", "records-help-edit-keys"),
                ("records-help-save", "records-help-save-keys"),
                ("records-help-neighbour", "records-help-neighbour-keys"),
                ("briefings-help-move", "briefings-help-move-keys"),
                ("briefings-help-present", "briefings-help-present-keys"),
                ("app-help-close", "app-help-close-keys"),
            ] {
                shortcut_ui(ui, view, &view.tr(words), &view.tr(keys));
            }
        });
        ui.add_space(space::M);
        button::secondary(ui, &view.tr("app-close")).clicked()
    });
    if shown.inner || shown.should_close() {
        view.send(Command::ToggleHelp);
    }
}

fn shortcut_ui(ui: &mut egui::Ui, view: &View<'_>, words: &str, keys: &str) {
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        ui.label(RichText::new(words).size(size::TABLE));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(keys).size(size::TABLE).color(view.tokens.muted));
        });
    });
}
