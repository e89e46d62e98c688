//! The headings: a click sorts, a drag at the edge changes the width.

use eframe::egui::{self, Rect, Sense, Stroke};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::records::columns::{Layout, WIDTH};
use crate::app::records::table::{PAD, elided};
use crate::app::theme::{self, Tokens, size};
use crate::app::view::View;
use crate::app::widgets::focus_ring;
use crate::query::question::Question;

/// Height of the headings.
pub const HEIGHT: f32 = 40.0;

/// Left edge and width of each column on screen: the kept widths, and what is left over given to the flexible ones.
pub fn places(layout: &Layout, left: f32, room: f32) -> Vec<(f32, f32)> {
    let taken: f32 = layout.columns.iter().map(|shown| shown.width).sum();
    let flexible = layout.columns.iter().filter(|shown| shown.column.is_flexible()).count();
    let over = (room - taken).max(0.0);
    let mut x = left;
    let last = layout.columns.len().saturating_sub(1);
    (layout.columns.iter().enumerate())
        .map(|(at, shown)| {
            let more = match flexible {
                0 if at == last => over,
                0 => 0.0,
                count if shown.column.is_flexible() => over / count as f32,
                _ => 0.0,
            };
            let place = (x, shown.width + more);
            x += place.1;
            place
        })
        .collect()
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
    let galley = elided(ui, name, theme::plain(size::FOOT), colour, (room, 2));
    let y = cell.center().y - galley.size().y / 2.0;
    let x = if at_right { cell.right() - PAD - galley.size().x } else { cell.left() + PAD };
    if let Some(arrow) = arrow {
        let beside = if at_right { x - 10.0 } else { x + galley.size().x + 10.0 };
        let middle = egui::pos2(beside, cell.center().y);
        ui.painter().text(middle, egui::Align2::CENTER_CENTER, icons::glyph(arrow), theme::plain(13.0), tokens.accent);
    }
    let is_cut = galley.elided;
    ui.painter().galley(egui::pos2(x, y), galley, colour);
    focus_ring(ui, &response, 4);
    let clicked = response.clicked();
    if is_cut {
        response.on_hover_text(name);
    }
    clicked
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
    use crate::app::records::columns::{Column, Shown};

    #[test]
    fn what_is_left_over_goes_to_names() {
        let shown = |column, width| Shown { column, width };
        let columns = vec![shown(Column::Key, 100.0), shown(Column::Title, 200.0), shown(Column::Delay, 100.0)];
        let layout = Layout { columns, ..Layout::default() };
        assert_eq!(places(&layout, 10.0, 500.0), [(10.0, 100.0), (110.0, 300.0), (410.0, 100.0)]);
        assert_eq!(places(&layout, 0.0, 300.0), [(0.0, 100.0), (100.0, 200.0), (300.0, 100.0)], "narrow: it scrolls");
    }
}
