//! Rows of cards of one height. What a card needs is known once it was drawn: the first frame is drawn again when a
//! row turns out higher than it was. A card is told how much it is lower than its row, so that a chart can fill it.

use std::collections::HashMap;

use eframe::egui::{self, Rect, UiBuilder};

use crate::app::theme::space;
use crate::app::widgets::card;

/// Heights of the rows, as of the last frame.
#[derive(Default)]
pub struct Rows {
    heights: Vec<f32>,
    /// What each card needed, by row and place.
    needed: HashMap<(usize, usize), f32>,
    next: usize,
}

impl Rows {
    /// Begins a frame.
    pub fn begin(&mut self) {
        self.next = 0;
    }

    /// A row of `count` cards with these shares of the width; with one share, cards stand under one another. `add`
    /// gets the place of a card and the height to spare, and says how much of it was used.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        shares: &[f32],
        count: usize,
        mut add: impl FnMut(&mut egui::Ui, usize, f32) -> f32,
    ) {
        let total: f32 = shares.iter().sum();
        let gaps = space::CARDS * (shares.len().saturating_sub(1)) as f32;
        let room = ui.available_width() - gaps;
        let mut index = 0;
        while index < count {
            let row = self.next;
            self.next += 1;
            if self.heights.len() <= row {
                self.heights.resize(row + 1, 0.0);
            }
            let known = self.heights.get(row).copied().unwrap_or_default();
            let top_left = ui.cursor().min;
            let mut left = top_left.x;
            let mut needed: f32 = 0.0;
            for share in shares {
                if index >= count {
                    break;
                }
                let width = room * share / total;
                let rect = Rect::from_min_size(egui::pos2(left, top_left.y), egui::vec2(width, known.max(40.0)));
                let before = self.needed.get(&(row, index)).copied().unwrap_or(known);
                let spare = (known - before).max(0.0);
                let own = card_ui(ui, rect, known, index, &mut |ui, index| add(ui, index, spare));
                self.needed.insert((row, index), own);
                needed = needed.max(own);
                left += width + space::CARDS;
                index += 1;
            }
            if (needed - known).abs() > 0.5 {
                if let Some(height) = self.heights.get_mut(row) {
                    *height = needed;
                }
                ui.ctx().request_discard("a row of cards changed its height");
            }
            ui.allocate_rect(
                Rect::from_min_size(top_left, egui::vec2(ui.available_width(), needed)),
                egui::Sense::hover(),
            );
        }
    }
}

/// One card, drawn `height` high or as high as its contents need; returns what they need.
fn card_ui(
    ui: &mut egui::Ui,
    rect: Rect,
    height: f32,
    index: usize,
    add: &mut impl FnMut(&mut egui::Ui, usize) -> f32,
) -> f32 {
    let frame = card::frame(crate::app::theme::Tokens::of(ui.ctx()));
    let margins = frame.total_margin();
    let ground = ui.painter().add(egui::Shape::Noop);
    let inside = Rect::from_min_max(rect.min + margins.left_top(), rect.max - margins.right_bottom());
    let builder = UiBuilder::new().max_rect(inside).layout(egui::Layout::top_down(egui::Align::Min)).id_salt(index);
    let mut child = ui.new_child(builder);
    child.set_width(inside.width());
    child.spacing_mut().item_spacing.y = space::XS;
    let used = add(&mut child, index);
    let drawn = child.min_rect().height() + margins.sum().y;
    let content = Rect::from_min_size(inside.min, egui::vec2(inside.width(), height.max(drawn) - margins.sum().y));
    ui.painter().set(ground, frame.paint(content));
    drawn - used
}
