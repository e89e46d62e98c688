//! Actions without a payload: one place for their words and keys, from which menus, keys and the help are made.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use crate::app::command::Page;

/// Something a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Open a file.
    Open,
    /// Save under a name.
    SaveAs,
    /// New record.
    NewRecord,
    /// Put the cursor into the search field.
    Find,
    /// Undo the last change to the records.
    Undo,
    /// Redo it.
    Redo,
    /// Show a page.
    Go(Page),
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As designed.
    ZoomReset,
    /// List of shortcuts.
    Help,
}

impl Action {
    /// All, in the order of the help.
    pub const ALL: [Self; 16] = [
        Self::Open,
        Self::SaveAs,
        Self::NewRecord,
        Self::Find,
        Self::Undo,
        Self::Redo,
        Self::Go(Page::Overview),
        Self::Go(Page::Charts),
        Self::Go(Page::Records),
        Self::Go(Page::Briefings),
        Self::Go(Page::Import),
        Self::Go(Page::Settings),
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Help,
    ];

    /// Key of its words.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Open => "app-action-open",
            Self::SaveAs => "app-action-save-as",
            Self::NewRecord => "app-action-new-record",
            Self::Find => "app-action-find",
            Self::Undo => "app-action-undo",
            Self::Redo => "app-action-redo",
            Self::Go(page) => page.text_key(),
            Self::ZoomIn => "app-action-zoom-in",
            Self::ZoomOut => "app-action-zoom-out",
            Self::ZoomReset => "app-action-zoom-reset",
            Self::Help => "app-action-help",
        }
    }

    /// Its keys, the first of which is shown.
    pub fn keys(self) -> Vec<KeyboardShortcut> {
        let command = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let command_shift = |key| KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
        match self {
            Self::Open => vec![command(Key::O)],
            Self::SaveAs => vec![command_shift(Key::S)],
            Self::NewRecord => vec![command(Key::N)],
            Self::Find => vec![command(Key::F)],
            Self::Undo => vec![command(Key::Z)],
            Self::Redo => vec![command(Key::Y), command_shift(Key::Z)],
            Self::Go(Page::Overview) => vec![command(Key::Num1)],
            Self::Go(Page::Charts) => vec![command(Key::Num2)],
            Self::Go(Page::Records) => vec![command(Key::Num3)],
            Self::Go(Page::Briefings) => vec![command(Key::Num4)],
            Self::Go(Page::Import) => vec![command(Key::Num5)],
            Self::Go(Page::Settings) => vec![command(Key::Num6)],
            Self::ZoomIn => vec![command(Key::Plus), command(Key::Equals)],
            Self::ZoomOut => vec![command(Key::Minus)],
            Self::ZoomReset => vec![command(Key::Num0)],
            Self::Help => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
        }
    }

    /// Whether a text field that is being edited keeps this key for itself.
    const fn belongs_to_fields(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }

    /// The shown keys as text, or nothing.
    pub fn keys_text(self, ctx: &egui::Context) -> String {
        self.keys().first().map(|shortcut| ctx.format_shortcut(shortcut)).unwrap_or_default()
    }
}

/// The actions whose keys were pressed since the last frame; the keys are used up.
pub fn pressed(ctx: &egui::Context) -> Vec<Action> {
    let editing = ctx.text_edit_focused();
    // Longer combinations first: Ctrl+Z would otherwise swallow Ctrl+Shift+Z.
    let mut actions: Vec<(Action, KeyboardShortcut)> = Action::ALL
        .into_iter()
        .filter(|action| !(editing && action.belongs_to_fields()))
        .flat_map(|action| action.keys().into_iter().map(move |keys| (action, keys)))
        .collect();
    actions.sort_by_key(|(_, keys)| std::cmp::Reverse(keys.modifiers.shift));
    ctx.input_mut(|input| {
        actions.into_iter().filter(|(_, keys)| input.consume_shortcut(keys)).map(|(action, _)| action).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_key() {
        let mut seen = Vec::new();
        for action in Action::ALL {
            for keys in action.keys() {
                assert!(!seen.contains(&keys), "{keys:?} is taken twice");
                seen.push(keys);
            }
        }
    }
}
