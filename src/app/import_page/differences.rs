//! Where the file differs from the one that its recipe was made for: a plain list before anything happens.

use eframe::egui::{self, CornerRadius, RichText, Stroke};

use crate::app::import_page::look::Origin;
use crate::app::import_page::state::Review;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::text::Arg;

/// Draws the list, if there is one.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let name = match &review.origin {
        Origin::Shipped(name) | Origin::Kept(name) | Origin::Loaded(name) => name.clone(),
        Origin::Again => review.recipe.name.clone(),
        Origin::Proposed => return,
    };
    if review.differences.is_empty() {
        return;
    }
    let frame = egui::Frame::new()
        .fill(view.tokens.caution_ground)
        .stroke(Stroke::new(1.0, view.tokens.caution))
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(egui::Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let words = view.tr_args("importing-differs", &[("name", Arg::Text(name))]);
        let words = RichText::new(words).font(theme::bold(size::TABLE)).color(view.tokens.caution);
        ui.add(egui::Label::new(words).wrap());
        for difference in &review.differences {
            let words = RichText::new(difference.words(view.lang())).size(size::TABLE);
            ui.add(egui::Label::new(words).wrap().selectable(true));
        }
    });
    ui.add_space(space::S);
}
