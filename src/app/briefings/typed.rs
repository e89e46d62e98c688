//! What is half typed on the page of briefings: kept until a field is left, then one change.

use eframe::egui::{self, TextEdit};
use uuid::Uuid;

use crate::app::briefings::command::{Change, Edit};
use crate::app::briefings::send_change;
use crate::app::view::View;
use crate::briefing::document::Content;

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name of a briefing.
    Name,
    /// The headline of a page.
    Headline,
    /// The notes of a page.
    Notes,
    /// The text of a page.
    Body,
    /// What stands under the title on a title page.
    Subtitle,
}

/// Everything half typed.
#[derive(Debug, Default)]
pub struct Typed {
    slots: Vec<Slot>,
}

#[derive(Debug)]
struct Slot {
    briefing: Uuid,
    /// The page, or the briefing for its name.
    of: Uuid,
    field: Field,
    /// What is kept.
    base: String,
    text: String,
}

/// How a field is drawn.
pub struct Line<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// Said in the empty field.
    pub hint: &'a str,
    /// How many lines it has; 1 is left by Enter.
    pub rows: usize,
}

impl Typed {
    /// A field as wide as there is room; what was typed becomes a change when the field is left.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        (briefing, of, field): (Uuid, Uuid, Field),
        kept: &str,
        line: &Line<'_>,
    ) -> egui::Response {
        let at = self.slots.iter().position(|slot| (slot.of, slot.field) == (of, field));
        let at = at.unwrap_or_else(|| {
            let text = kept.to_owned();
            self.slots.push(Slot { briefing, of, field, base: text.clone(), text });
            self.slots.len() - 1
        });
        let mut none = Slot { briefing, of, field, base: String::new(), text: String::new() };
        let slot = self.slots.get_mut(at).unwrap_or(&mut none);
        if slot.base != kept {
            kept.clone_into(&mut slot.base);
            kept.clone_into(&mut slot.text);
        }
        let edit = if line.rows == 1 {
            TextEdit::singleline(&mut slot.text).align(egui::Align2::LEFT_CENTER).char_limit(10_000)
        } else {
            TextEdit::multiline(&mut slot.text).desired_rows(line.rows).char_limit(20_000)
        };
        let edit = edit.desired_width(f32::INFINITY).hint_text(line.hint).id_salt((of, field));
        let response = ui.add(edit).accessible_name(line.name);
        if response.lost_focus()
            && let Some(change) = slot.change()
        {
            view.send(send_change(change));
        }
        response
    }

    /// Takes what was typed to anything but these, as changes; what is kept as it is, is forgotten.
    pub fn take_left(&mut self, shown: [Option<Uuid>; 2]) -> Vec<Change> {
        let is_shown = |slot: &Slot| shown.contains(&Some(slot.of));
        let changes = self.slots.iter().filter(|slot| !is_shown(slot)).filter_map(Slot::change).collect();
        self.slots.retain(is_shown);
        changes
    }
}

impl Slot {
    fn change(&self) -> Option<Change> {
        if self.text == self.base {
            return None;
        }
        let text = self.text.clone();
        let edit = match self.field {
            Field::Name if text.trim().is_empty() => return None,
            Field::Name => Edit::Name(text),
            Field::Headline => Edit::Headline(self.of, text),
            Field::Notes => Edit::Notes(self.of, text),
            Field::Body => Edit::Content(self.of, Content::Text { body: text }),
            Field::Subtitle => Edit::Content(self.of, Content::Title { subtitle: text }),
        };
        Some(Change::Edit(self.briefing, Box::new(edit)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_becomes_one_change() {
        let id = Uuid::from_u128;
        let slot = |of, field, text: &str| Slot {
            briefing: id(9),
            of: id(of),
            field,
            base: "before".to_owned(),
            text: text.to_owned(),
        };
        let mut typed = Typed {
            slots: vec![slot(1, Field::Headline, "after"), slot(1, Field::Notes, "before"), slot(2, Field::Notes, "x")],
        };
        let changes = typed.take_left([Some(id(9)), Some(id(2))]);
        assert_eq!(changes, [Change::Edit(id(9), Box::new(Edit::Headline(id(1), "after".to_owned())))]);
        assert_eq!(typed.slots.len(), 1, "the other page is still shown");
        assert_eq!(slot(9, Field::Name, "  ").change(), None, "a briefing has a name");
    }
}
