//! A file being read or written: how far it is, and a way to stop it.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::Work;
use crate::app::import_page::words;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, empty};
use crate::text::{Arg, number};

/// What is done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It is being looked at.
    Reading,
    /// Its records are being written.
    Writing,
}

/// Draws the progress.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, work: &Work, doing: Doing) {
    let name = [("name", Arg::Text(work.name.clone()))];
    let (icon, title, sentence) = match doing {
        Doing::Reading => {
            (Icon::FileSearch, view.tr_args("importing-reading", &name), view.tr("importing-reading-what"))
        }
        Doing::Writing => {
            (Icon::FileInput, view.tr_args("importing-writing", &name), view.tr("importing-writing-what"))
        }
    };
    empty::show(ui, icon, &title, &sentence, |ui| {
        let passes = work.passes.len().max(1) as f32;
        let done: f32 = work.passes.iter().map(|pass| pass.bytes() as f32 / work.size.max(1) as f32).sum();
        let (rect, bar) = ui.allocate_exact_size(egui::vec2(360.0, 6.0), egui::Sense::hover());
        bar.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &title));
        ui.painter().rect_filled(rect, 3.0, view.tokens.line);
        let mut part = rect;
        part.set_width(rect.width() * (done / passes).clamp(0.0, 1.0));
        ui.painter().rect_filled(part, 3.0, view.tokens.accent);
        ui.label(RichText::new(far(view, work, doing)).size(size::FOOT).color(view.tokens.muted));
        ui.add_space(space::M);
        if button::secondary(ui, &view.tr("app-cancel")).clicked() {
            view.send(Command::Import(ImportCommand::Stop));
        }
    });
}

/// How far the pass that is running has come, in words.
fn far(view: &View<'_>, work: &Work, doing: Doing) -> String {
    let lang = view.lang();
    let at = work.passes.iter().rposition(|pass| pass.bytes() > 0).unwrap_or(0);
    let (rows, bytes) = work.passes.get(at).map_or((0, 0), |pass| (pass.rows(), pass.bytes()));
    let step = match (doing, at) {
        (Doing::Writing, _) => "importing-step-write",
        (Doing::Reading, 0) => "importing-step-bytes",
        (Doing::Reading, 1) => "importing-step-cells",
        (Doing::Reading, _) => "importing-step-try",
    };
    let args = [
        ("rows", Arg::Text(number(lang, rows))),
        ("bytes", Arg::Text(words::size(lang, bytes.min(work.size)))),
        ("size", Arg::Text(words::size(lang, work.size))),
    ];
    view.tr_args(step, &args)
}
