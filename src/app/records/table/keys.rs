//! The table by keyboard.

use eframe::egui::{self, Event, Key, Modifiers};

use crate::app::records::order::Ordered;
use crate::app::records::table::selection::{Choose, Chosen};

/// What was asked of the table by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The cursor was moved: show it.
    Moved,
    /// Edit the record at the cursor.
    Edit,
    /// Delete the chosen records.
    Delete,
    /// Duplicate them.
    Duplicate,
    /// Copy them.
    Copy,
}

/// Acts on the keys pressed in this frame while the table has the keyboard.
pub fn act(ui: &egui::Ui, ordered: &Ordered, chosen: &mut Chosen, page: usize) -> Vec<Asked> {
    let mut asked = Vec::new();
    let events = ui.input(|input| input.events.clone());
    for event in events {
        match event {
            Event::Copy => asked.push(Asked::Copy),
            Event::Key { key, pressed: true, modifiers, .. } => {
                asked.extend(key_down(key, modifiers, ordered, chosen, page));
            }
            _ => {}
        }
    }
    asked
}

fn key_down(key: Key, modifiers: Modifiers, ordered: &Ordered, chosen: &mut Chosen, page: usize) -> Option<Asked> {
    if modifiers.alt {
        return None;
    }
    match key {
        Key::A if modifiers.command => {
            chosen.choose_all();
            return None;
        }
        Key::D if modifiers.command => return Some(Asked::Duplicate),
        _ if modifiers.command && !matches!(key, Key::Home | Key::End) => return None,
        Key::Enter => return Some(Asked::Edit),
        Key::Delete => return Some(Asked::Delete),
        Key::Space => {
            let id = chosen.cursor?;
            chosen.choose(ordered, id, Choose::Toggle);
            return Some(Asked::Moved);
        }
        _ => {}
    }
    let last = ordered.len().checked_sub(1)?;
    let now = chosen.cursor.and_then(|id| ordered.position_of(id));
    let to = match (key, now) {
        (Key::End, _) => last,
        (Key::Home, _) | (Key::ArrowDown | Key::ArrowUp | Key::PageDown | Key::PageUp, None) => 0,
        (Key::ArrowDown, Some(at)) => at + 1,
        (Key::ArrowUp, Some(at)) => at.saturating_sub(1),
        (Key::PageDown, Some(at)) => at + page,
        (Key::PageUp, Some(at)) => at.saturating_sub(page),
        _ => return None,
    };
    let id = ordered.id_at(to.min(last))?;
    chosen.choose(ordered, id, if modifiers.shift { Choose::Through } else { Choose::Only });
    Some(Asked::Moved)
}
