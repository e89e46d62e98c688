//! What is brought to the window without a dialog: files dropped onto it, a table pasted from the clipboard.

use eframe::egui;

use crate::app::command::{Command, Page};
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::open_command;
use crate::app::import_page::state::Stage;
use crate::app::reading::Source;
use crate::app::view::View;

/// Frames within which the clipboard answers when a button asked for it.
const ANSWERED_WITHIN: u64 = 6;

/// Takes what was dropped or pasted in this frame.
pub fn take(ctx: &egui::Context, view: &View<'_>) {
    take_dropped(ctx, view);
    take_pasted(ctx, view);
}

/// Opens what was dropped onto the window: data through its recipe or the review, a workspace directly; several files
/// are reviewed as one table.
fn take_dropped(ctx: &egui::Context, view: &View<'_>) {
    let dropped = |input: &egui::InputState| -> Vec<_> {
        input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect()
    };
    let paths = ctx.input(dropped);
    match paths.as_slice() {
        [] => {}
        [path] => view.send(open_command(view, Source::File(path.clone()))),
        _ => view.send(Command::Import(ImportCommand::LookAll(paths))),
    }
}

/// Where nothing else could be meant, what is pasted is a table to import.
fn take_pasted(ctx: &egui::Context, view: &View<'_>) {
    let import = &view.state.import;
    let is_meant = match view.state.page {
        Page::Import => matches!(import.stage, Stage::Start),
        Page::Overview | Page::Charts | Page::Records => {
            view.state.opened.as_ref().is_none_or(|opened| opened.snapshot.is_empty())
        }
        Page::Briefings | Page::Settings => false,
    };
    let asked = import.paste_asked;
    if asked.is_none() && (!is_meant || ctx.text_edit_focused()) {
        return;
    }
    let pasted = ctx.input_mut(|input| {
        let at = input.events.iter().position(|event| matches!(event, egui::Event::Paste(_)))?;
        match input.events.remove(at) {
            egui::Event::Paste(text) => Some(text),
            _ => None,
        }
    });
    let send = |command| view.send(Command::Import(command));
    match (pasted, asked) {
        (Some(text), _) => send(ImportCommand::Paste(text)),
        (None, Some(frame)) if ctx.cumulative_frame_nr() > frame + ANSWERED_WITHIN => {
            send(ImportCommand::Paste(String::new()));
        }
        (None, Some(_)) => ctx.request_repaint(),
        (None, None) => {}
    }
}

/// Asks the system for what is in the clipboard; it comes back as if it had been pasted.
pub fn ask_for_clipboard(ctx: &egui::Context, view: &View<'_>) {
    ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    view.send(Command::Import(ImportCommand::AskPaste(ctx.cumulative_frame_nr())));
}
