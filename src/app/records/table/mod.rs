//! The table: only the rows in view exist, whatever the number of records.

pub mod header;
pub mod keys;
pub mod menu;
pub mod scroll;
pub mod selection;

use std::sync::Arc;

use eframe::egui::{self, Color32, FontId, Galley, Rect, Sense, Stroke};

use crate::app::opened::Opened;
use crate::app::records::cache::RowCache;
use crate::app::records::cells::{Cell, Weight};
use crate::app::records::columns::Layout;
use crate::app::records::order::Ordered;
use crate::app::theme::{self, Tokens, size};
use crate::app::view::View;
use crate::frame::RecordId;
use keys::Asked;
use scroll::{ROW, Scroll};
use selection::{Choose, Chosen};

/// Room at both sides of a cell's text.
pub const PAD: f32 = 10.0;

/// What the table has of its own.
#[derive(Default)]
pub struct Table {
    /// Which rows are chosen.
    pub chosen: Chosen,
    /// A record to be brought into view as soon as it is there.
    pub reveal: Option<RecordId>,
    /// Whether the table should take the keyboard.
    pub take_focus: bool,
    scroll: Scroll,
    /// Whether it had the keyboard in the last frame.
    has_focus: bool,
}

/// What was done in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Another row is the current one, by a key.
    Moved(RecordId),
    /// A row was clicked.
    Clicked(RecordId),
    /// A record is to be edited.
    Edit(RecordId),
    /// The chosen records are to be deleted.
    Delete,
    /// The chosen records are to be duplicated.
    Duplicate,
    /// The chosen records are to be copied.
    Copy,
    /// The layout was changed.
    Layout,
}

/// What the table shows.
pub struct Shown<'a> {
    /// What a view has in hand.
    pub view: &'a View<'a>,
    /// The open workspace.
    pub opened: &'a Opened,
    /// The rows in order.
    pub ordered: &'a Ordered,
}

impl Table {
    /// Draws the table in the room there is.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        shown: &Shown<'_>,
        layout: &mut Layout,
        cache: &mut RowCache,
    ) -> Vec<Done> {
        let area = ui.available_rect_before_wrap();
        let least = layout.columns.iter().map(|column| column.width).sum::<f32>() + scroll::STRIP;
        let mut done = Vec::new();
        let scroll_area = egui::ScrollArea::horizontal().auto_shrink(false).id_salt("records across");
        scroll_area.show(ui, |ui| {
            let width = least.max(area.width());
            let (rect, _) = ui.allocate_exact_size(egui::vec2(width, area.height()), Sense::hover());
            let (head, body) = rect.split_top_bottom_at_y(rect.top() + header::HEIGHT);
            // The last column stays clear of the scroll bar.
            let places = header::places(layout, rect.left(), width - scroll::STRIP);
            if header::show(ui, shown.view, &shown.opened.question, head, &places, layout) {
                done.push(Done::Layout);
            }
            self.rows_ui(ui, shown, body, &places, (layout, cache), &mut done);
        });
        let rows_area = Rect::from_min_max(egui::pos2(area.left(), area.top() + header::HEIGHT), area.max);
        let name = shown.view.tr("records-scroll-bar");
        self.scroll.bar(ui, rows_area, shown.ordered.len(), &name);
        done
    }

    fn rows_ui(
        &mut self,
        ui: &mut egui::Ui,
        shown: &Shown<'_>,
        body: Rect,
        places: &[(f32, f32)],
        (layout, cache): (&Layout, &mut RowCache),
        done: &mut Vec<Done>,
    ) {
        let ordered = shown.ordered;
        let response = ui.interact(body, ui.scope_id().with("rows"), Sense::CLICK | Sense::FOCUSABLE);
        let name = shown.view.tr_args("records-table", &[("count", ordered.len().into())]);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, &name));
        if std::mem::take(&mut self.take_focus) {
            response.request_focus();
        }
        self.has_focus = response.has_focus();
        self.scroll.wheel(ui, body);
        if self.has_focus {
            self.keys(ui, &response, shown, body.height(), done);
        }
        if let Some(position) = self.reveal.and_then(|id| ordered.position_of(id)) {
            self.scroll.reveal(position, body.height());
            self.reveal = None;
        }
        self.scroll.settle(ordered.len(), body.height());

        let (first, above) = self.scroll.first_row();
        let fitting = (body.height() / size::ROW).ceil() as usize + 1;
        let visible: Vec<RecordId> = (first..first + fitting).map_while(|position| ordered.id_at(position)).collect();
        if cache.fill(shown.opened, shown.view.lang(), layout, &ordered.snapshot, &visible) {
            ui.ctx().request_repaint();
        }
        let clip = body.intersect(ui.clip_rect());
        let mut rows = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("records rows"));
        rows.set_clip_rect(clip);
        let mut y = body.top() - above;
        for id in visible {
            let row = Rect::from_min_size(egui::pos2(body.left(), y), egui::vec2(body.width(), ROW as f32));
            self.row_ui(&rows, shown, row, id, (layout, places, cache.cells(id)), done);
            y += ROW as f32;
        }
        if self.has_focus && self.chosen.cursor.is_none() {
            ring_ui(ui, clip);
        }
    }

    fn keys(&mut self, ui: &egui::Ui, body: &egui::Response, shown: &Shown<'_>, height: f32, done: &mut Vec<Done>) {
        let filter = egui::EventFilter { vertical_arrows: true, horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(body.id, filter));
        let page = ((height / size::ROW) as usize).saturating_sub(1).max(1);
        for asked in keys::act(ui, shown.ordered, &mut self.chosen, page) {
            let Some(cursor) = self.chosen.cursor else {
                if asked == Asked::Copy && self.chosen.all {
                    done.push(Done::Copy);
                }
                continue;
            };
            done.push(match asked {
                Asked::Moved => {
                    self.reveal = Some(cursor);
                    Done::Moved(cursor)
                }
                Asked::Edit => Done::Edit(cursor),
                Asked::Delete => Done::Delete,
                Asked::Duplicate => Done::Duplicate,
                Asked::Copy => Done::Copy,
            });
        }
    }

    fn row_ui(
        &mut self,
        ui: &egui::Ui,
        shown: &Shown<'_>,
        row: Rect,
        id: RecordId,
        (layout, places, cells): (&Layout, &[(f32, f32)], &[Cell]),
        done: &mut Vec<Done>,
    ) {
        let tokens = shown.view.tokens;
        let touchable = row.intersect(ui.clip_rect());
        let response = ui.interact(touchable, ui.scope_id().with(("record", id.0)), Sense::CLICK);
        let is_chosen = self.chosen.holds(id);
        response.widget_info(|| {
            let said: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
            egui::WidgetInfo::selected(egui::Role::Row, true, is_chosen, said.join(", "))
        });
        if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            let how = match (modifiers.shift, modifiers.command) {
                (true, _) => Choose::Through,
                (false, true) => Choose::Toggle,
                (false, false) => Choose::Only,
            };
            self.chosen.choose(shown.ordered, id, how);
            self.take_focus = true;
            ui.ctx().request_repaint();
            if response.double_clicked() {
                done.push(Done::Edit(id));
            } else if how == Choose::Only {
                done.push(Done::Clicked(id));
            }
        }
        if response.secondary_clicked() && !is_chosen {
            self.chosen.choose(shown.ordered, id, Choose::Only);
            self.take_focus = true;
            ui.ctx().request_repaint();
        }
        menu::show(&response, shown, (id, &self.chosen), done);
        if is_chosen {
            ui.painter().rect_filled(row, 0.0, tokens.accent_ground);
        } else if response.hovered() {
            ui.painter().rect_filled(row, 0.0, tokens.surface_hovered);
        }
        for ((column, (x, width)), cell) in layout.columns.iter().zip(places).zip(cells) {
            let rect = Rect::from_min_size(egui::pos2(*x, row.top()), egui::vec2(*width, row.height()));
            cell_ui(ui, rect, cell, column.column.is_number());
        }
        ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, tokens.grid));
        if self.chosen.cursor == Some(id) {
            if self.has_focus {
                ring_ui(ui, touchable);
            } else if is_chosen {
                let mark = Rect::from_min_size(row.min, egui::vec2(3.0, row.height()));
                ui.painter().rect_filled(mark, 0.0, tokens.accent);
            }
        }
    }
}

/// Where the keyboard is.
fn ring_ui(ui: &egui::Ui, rect: Rect) {
    let ring = Stroke::new(2.0, Tokens::of(ui.ctx()).accent);
    ui.painter().rect_stroke(rect.shrink(1.0), 3.0, ring, egui::StrokeKind::Inside);
}

fn cell_ui(ui: &egui::Ui, rect: Rect, cell: &Cell, at_right: bool) {
    if cell.text.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui.ctx());
    let (font, colour) = match cell.weight {
        Weight::Plain => (theme::plain(size::TABLE), tokens.text),
        Weight::Strong => (theme::bold(size::TABLE), tokens.text),
        Weight::Muted | Weight::Coarse => (theme::plain(size::TABLE), tokens.muted),
    };
    let galley = elided(ui, &cell.text, font, colour, rect.width() - 2.0 * PAD);
    let x = if at_right { rect.right() - PAD - galley.size().x } else { rect.left() + PAD };
    let at = egui::pos2(x, rect.center().y - galley.size().y / 2.0);
    if cell.weight == Weight::Coarse {
        // A date that spans several days: a dashed line beneath, as of something not sharp.
        let y = at.y + galley.size().y - 0.5;
        let ends = [egui::pos2(at.x, y), egui::pos2(at.x + galley.size().x, y)];
        ui.painter().extend(egui::Shape::dashed_line(&ends, Stroke::new(1.0, tokens.other), 3.0, 2.0));
    }
    ui.painter().galley(at, galley, colour);
}

/// Text on one line within a width, with an ellipsis where it does not fit.
fn elided(ui: &egui::Ui, text: &str, font: FontId, colour: Color32, room: f32) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(8.0));
    ui.painter().layout_job(job)
}
