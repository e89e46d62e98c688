//! The headings: a click sorts, a drag at the edge changes the width.

use std::sync::Arc;

use eframe::egui::{self, Rect, Sense, Stroke};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::records::columns::{Layout, Shown, WIDTH};
use crate::app::records::table::PAD;
use crate::app::theme::{self, Tokens, size};
use crate::app::view::View;
use crate::app::widgets::focus_ring;
use crate::query::question::Question;

/// Height of the headings.
pub const HEIGHT: f32 = 40.0;

/// Left edge and width of each column on screen: the kept widths, and what is left over shared out, twice as much to
/// names and titles.
pub fn places(layout: &Layout, left: f32, room: f32) -> Vec<(f32, f32)> {
    let weight = |shown: &Shown| if shown.column.is_flexible() { 2.0 * shown.width } else { shown.width };
    let taken: f32 = layout.columns.iter().map(|shown| shown.width).sum();
    let weights: f32 = layout.columns.iter().map(weight).sum();
    let over = (room - taken).max(0.0);
    let mut x = left;
    let place = |shown: &Shown| {
        let place = (x, shown.width + (over * weight(shown) / weights.max(1.0)).floor());
        x += place.1;
        place
    };
    layout.columns.iter().map(place).collect()
}

/// Draws the headings. True when the layout was changed.
pub fn show(
    ui: &egui::Ui,
    view: &View<'_>,
    question: &Question,
    rect: Rect,
    places: &[(f32, f32)],
    layout: &mut Layout,
) -> bool {
    let mut sorted = None;
    let mut resized = None;
    for (at, (shown, (x, width))) in layout.columns.iter().zip(places).enumerate() {
        let cell = Rect::from_min_size(egui::pos2(*x, rect.top()), egui::vec2(*width, rect.height()));
        let name = shown.column.heading(view.lang(), question);
        let direction = (layout.sorted_by == Some(shown.column)).then_some(layout.descending);
        if heading_ui(ui, view, cell, &name, shown.column.is_number(), direction) {
            sorted = Some(shown.column);
        }
        if let Some(wanted) = edge_ui(ui, cell, at, shown.width, shown.column.first_width()) {
            resized = Some((at, wanted));
        }
    }
    if let Some(column) = sorted {
        layout.sort_by(column);
    }
    if let Some((at, width)) = resized
        && let Some(shown) = layout.columns.get_mut(at)
    {
        shown.width = width.clamp(WIDTH.0, WIDTH.1);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, view.tokens.line));
    sorted.is_some() || resized.is_some()
}

fn heading_ui(ui: &egui::Ui, view: &View<'_>, cell: Rect, name: &str, at_right: bool, direction: Option<bool>) -> bool {
    let response =
        ui.interact(cell.shrink2(egui::vec2(4.0, 2.0)), ui.scope_id().with(("heading", name)), Sense::click());
    let said = match direction {
        None => name.to_owned(),
        Some(false) => view.tr_args("records-heading-up", &[("column", name.into())]),
        Some(true) => view.tr_args("records-heading-down", &[("column", name.into())]),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, &said));
    let tokens = Tokens::of(ui.ctx());
    let colour = if response.hovered() || direction.is_some() { tokens.text } else { tokens.muted };
    let arrow = direction.map(|descending| if descending { Icon::ArrowDown } else { Icon::ArrowUp });
    let arrow_room = if arrow.is_some() { 16.0 } else { 0.0 };
    let room = cell.width() - 2.0 * PAD - arrow_room;
    let galley = two_lines(ui, name, colour, room, at_right);
    let y = cell.center().y - galley.size().y / 2.0;
    let x = if at_right { cell.right() - PAD - galley.size().x } else { cell.left() + PAD };
    if let Some(arrow) = arrow {
        let beside = if at_right { x - 10.0 } else { x + galley.size().x + 10.0 };
        let middle = egui::pos2(beside, cell.center().y);
        ui.painter().text(middle, egui::Align2::CENTER_CENTER, icons::glyph(arrow), theme::plain(13.0), tokens.accent);
    }
    let is_cut = galley.elided;
    // Text that is aligned to the right is placed by its right edge.
    let anchor = if at_right { cell.right() - PAD } else { x };
    ui.painter().galley(egui::pos2(anchor, y), galley, colour);
    focus_ring(ui, &response, 4);
    let clicked = response.clicked();
    if is_cut {
        response.on_hover_text(name);
    }
    clicked
}

/// A heading on at most two lines.
fn two_lines(ui: &egui::Ui, words: &str, colour: egui::Color32, room: f32, at_right: bool) -> Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), theme::plain(size::FOOT), colour);
    job.wrap = egui::text::TextWrapping { max_rows: 2, break_anywhere: false, ..Default::default() };
    job.wrap.max_width = room.max(8.0);
    job.halign = if at_right { egui::Align::RIGHT } else { egui::Align::LEFT };
    ui.painter().layout_job(job)
}

/// The edge that is dragged: the new width while it is.
fn edge_ui(ui: &egui::Ui, cell: Rect, at: usize, width: f32, first_width: f32) -> Option<f32> {
    let edge = Rect::from_center_size(egui::pos2(cell.right(), cell.center().y), egui::vec2(9.0, cell.height()));
    let response = ui.interact(edge, ui.scope_id().with(("edge", at)), Sense::DRAG | Sense::CLICK);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
        let line = Stroke::new(2.0, Tokens::of(ui.ctx()).accent);
        ui.painter().vline(cell.right() - 1.0, edge.y_range().shrink(8.0), line);
    }
    if response.double_clicked() {
        return Some(first_width);
    }
    (response.dragged() && response.drag_delta().x != 0.0).then(|| width + response.drag_delta().x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::records::columns::Column;

    #[test]
    fn what_is_left_over_goes_to_names() {
        let shown = |column, width| Shown { column, width };
        let columns = vec![shown(Column::Key, 100.0), shown(Column::Title, 200.0), shown(Column::Delay, 100.0)];
        let layout = Layout { columns, ..Layout::default() };
        assert_eq!(places(&layout, 10.0, 520.0), [(10.0, 120.0), (130.0, 280.0), (410.0, 120.0)]);
        assert_eq!(places(&layout, 0.0, 300.0), [(0.0, 100.0), (100.0, 200.0), (300.0, 100.0)], "narrow: it scrolls");
    }
}
