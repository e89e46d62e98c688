//! A chart that stands in a picture already, alive: what is pointed at is set off and said, marks are chosen and walked
//! to as in any chart. Nothing else is painted, so that a presented page is to the pixel the page of the exports.

use eframe::egui::{self, Rect};
use egui_plot::{PlotBounds, PlotTransform};

use crate::app::plot::{Look, PlotOutcome, brushed, choice, clicked, dragged, hover_ui, name_for_screen_readers};
use crate::app::plot::{over, pick};
use crate::app::theme::{self, Tokens};
use crate::chart::model::ChartModel;

/// What the marks that stand back keep of themselves.
const VEIL: f32 = 0.7;

/// Makes the chart in a picture live whose plot, without ticks and labels, stands at `frame` on the screen.
pub fn show(ui: &mut egui::Ui, id: egui::Id, model: &ChartModel, frame: Rect, look: &Look<'_>) -> PlotOutcome {
    let tokens = Tokens::of(ui.ctx());
    let bounds = PlotBounds::from_min_max([model.x.lo, model.y.lo], [model.x.hi, model.y.hi]);
    let transform = PlotTransform::new(frame, bounds, false);
    let response = ui.interact(frame.expand(2.0), id, egui::Sense::click_and_drag());
    name_for_screen_readers(ui, &response, model);

    let targets = pick::targets(model);
    let hovered = pick::under_pointer(&response, &transform, &targets);
    let is_pointing = ui.input(|input| input.pointer.is_moving() || input.pointer.any_down());
    let cursor = pick::cursor(ui, id, targets.len()).filter(|_| response.has_focus() && !is_pointing);
    if is_pointing && hovered.is_some() {
        pick::forget_cursor(ui, id);
    }
    let current = cursor.or(hovered).and_then(|index| targets.get(index));

    let painter = ui.painter().with_clip_rect(frame.expand(4.0));
    let veil = theme::faded(tokens.surface, VEIL);
    for target in &targets {
        if target.records.is_some_and(|records| choice::stands_back(records, look.chosen)) {
            painter.rect_filled(target.screen(&transform).expand(0.5), 0.0, veil);
        }
    }
    over::chosen_stretch(ui, model, &transform, look.chosen, tokens);
    if let Some(target) = current {
        let rect = target.screen(&transform).expand(1.0);
        let stroke = egui::Stroke::new(1.5, tokens.text);
        ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Outside);
    }
    let dragged = dragged(ui, &response, &transform, model);
    if let Some((area, _)) = dragged {
        over::brush(ui, area, tokens);
    } else if let Some(target) = current {
        let hint = if target.records.is_some() { look.hint } else { "" };
        hover_ui(ui, &response, &transform, target, hint, tokens);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(frame.expand(4.0), 4.0, stroke, egui::StrokeKind::Outside);
    }
    // Escape is the presentation's: it takes back a choice first, then leaves the figure, then the presentation.
    pick::walk(ui, id, &response, &targets, true);
    let act = match dragged {
        Some((area, is_done)) => brushed(model, &targets, &transform, area, is_done),
        None => clicked(ui, &response, &transform, current, look.chosen),
    };
    PlotOutcome { act, response }
}
