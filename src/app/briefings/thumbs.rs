//! The pages of a briefing as small pictures with number and headline, reordered by drag or by keys; and a page more.

use eframe::egui::{self, Align2, CornerRadius, EventFilter, Key, Rect, Sense, Stroke, StrokeKind};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::command::{BriefingsCommand, Edit};
use crate::app::briefings::pictures::WIDEST;
use crate::app::briefings::{Wants, content, send_edit};
use crate::app::command::Command;
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, focus_ring, popup};
use crate::briefing::document::{Briefing, Page};

/// Room for the number at the left of a picture.
const NUMBER: f32 = 24.0;
/// Room for the scroll bar at their right, which floats over what it scrolls.
const GUTTER: f32 = 14.0;
/// Height of the headline under a picture.
const LINE: f32 = 18.0;
/// Between two pages.
const GAP: f32 = 10.0;

/// The list's own passing state.
#[derive(Default)]
pub struct Thumbs {
    /// The page that is dragged.
    dragged: Option<Uuid>,
    /// The page that was shown last, to scroll to it once.
    shown: Option<Uuid>,
}

impl Thumbs {
    /// Draws the pages.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        briefing: &Briefing,
        wants: &mut Wants,
    ) {
        if !opened.is_read_only() {
            let words = icons::with(Icon::Plus, &view.tr("briefings-add-page"));
            let response = button::quiet(ui, &words).accessible_name(view.tr("briefings-add-page"));
            popup::panel(&response, 230.0, |ui| content::offer_ui(ui, view, opened, briefing));
        }
        let scroll = egui::ScrollArea::vertical().id_salt(("pages", briefing.id)).auto_shrink([false, false]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            let width = ui.available_width() - NUMBER - GUTTER;
            // Room for the focus ring of the first.
            ui.add_space(space::XS);
            wants.thumbs.1 = pixels(ui, width);
            let mut rects = Vec::with_capacity(briefing.pages.len());
            for (at, page) in briefing.pages.iter().enumerate() {
                let rect = self.page_ui(ui, view, opened, briefing, (at, page), (width, wants));
                rects.push(rect);
            }
            self.drop_ui(ui, view, briefing, &rects);
        });
        self.shown = opened.briefings.page().map(|(_, page)| page.id);
    }

    fn page_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        briefing: &Briefing,
        (at, page): (usize, &Page),
        (width, wants): (f32, &mut Wants),
    ) -> Rect {
        let tokens = view.tokens;
        let picture = egui::vec2(width, (width * 9.0 / 16.0).round());
        let wanted = egui::vec2(NUMBER + width, picture.y + LINE);
        let (_, rect) = ui.allocate_space(wanted);
        let id = egui::Id::unique(("briefing page", briefing.id, page.id));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let is_shown = opened.briefings.page().is_some_and(|(shown, _)| shown == at);
        let headline = headline_of(view, briefing, page);
        let name =
            view.tr_args("briefings-page-name", &[("number", (at + 1).into()), ("headline", headline.as_str().into())]);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_shown, &name));
        if is_shown && self.shown != Some(page.id) {
            ui.scroll_to_rect(rect, None);
        }
        if ui.is_rect_visible(rect) {
            wants.thumbs.0.push(page.id);
            let place = Rect::from_min_size(rect.min + egui::vec2(NUMBER, 0.0), picture);
            picture_ui(ui, view, briefing, (page, 0), place, wants.thumbs.1);
            let edge = if is_shown { Stroke::new(2.0, tokens.accent) } else { Stroke::new(1.0, tokens.line_strong) };
            ui.painter().rect_stroke(place, CornerRadius::same(3), edge, StrokeKind::Inside);
            let colour = if is_shown { tokens.accent } else { tokens.muted };
            let number = egui::pos2(rect.left() + NUMBER - 8.0, rect.top() + 2.0);
            ui.painter().text(number, Align2::RIGHT_TOP, at + 1, theme::bold(size::FOOT), colour);
            line_ui(ui, &headline, Rect::from_min_max(place.left_bottom() + egui::vec2(0.0, 2.0), rect.max), colour);
            if self.dragged == Some(page.id) {
                ui.painter().rect_filled(rect, CornerRadius::ZERO, theme::faded(tokens.surface, 0.6));
                ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
            }
            focus_ring(ui, &response, 3);
        }
        if response.clicked() || response.gained_focus() {
            view.send(Command::Briefings(BriefingsCommand::TurnTo(page.id)));
        }
        if response.clicked() {
            response.request_focus();
        }
        if response.drag_started() && !opened.is_read_only() {
            self.dragged = Some(page.id);
        }
        if response.has_focus() {
            walk(ui, &response, briefing, at);
        }
        response.on_hover_text(headline);
        rect
    }

    /// Where a dragged page would go, and that it goes there.
    fn drop_ui(&mut self, ui: &egui::Ui, view: &View<'_>, briefing: &Briefing, rects: &[Rect]) {
        let Some(page) = self.dragged else { return };
        let Some(from) = briefing.pages.iter().position(|one| one.id == page) else {
            self.dragged = None;
            return;
        };
        let pointer = ui.input(|input| input.pointer.latest_pos());
        // Near an edge of the list it scrolls on under the page.
        let (seen, edge) = (ui.clip_rect(), 28.0);
        let beyond =
            pointer.map_or(0.0, |at| (seen.top() + edge - at.y).max(0.0) - (at.y - seen.bottom() + edge).max(0.0));
        if beyond != 0.0 {
            ui.scroll_with_delta(egui::vec2(0.0, beyond.clamp(-edge, edge) * 0.4));
            ui.ctx().request_repaint();
        }
        let gap = pointer.map_or(from, |at| rects.iter().filter(|rect| rect.center().y < at.y).count());
        let edge = rects
            .get(gap)
            .map_or_else(|| rects.last().map(|rect| rect.bottom() + GAP / 2.0), |rect| Some(rect.top() - GAP / 2.0));
        if let Some((y, rect)) = edge.zip(rects.first()) {
            ui.painter().hline(rect.x_range(), y, Stroke::new(3.0, view.tokens.accent));
        }
        if ui.input(|input| input.pointer.any_released()) || !ui.input(|input| input.pointer.any_down()) {
            self.dragged = None;
            let to = if gap > from { gap - 1 } else { gap };
            if to != from {
                send_edit(view, briefing.id, Edit::Move { page, to });
            }
        }
    }
}

/// Up and down from page to page.
fn walk(ui: &egui::Ui, response: &egui::Response, briefing: &Briefing, at: usize) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let to = if pressed(Key::ArrowUp) {
        at.checked_sub(1)
    } else if pressed(Key::ArrowDown) {
        Some(at + 1)
    } else {
        None
    };
    if let Some(page) = to.and_then(|to| briefing.pages.get(to)) {
        ui.memory_mut(|memory| memory.request_focus(egui::Id::unique(("briefing page", briefing.id, page.id))));
    }
}

/// The picture of a slide of a page in its place, dimmed where it is worked out anew.
pub fn picture_ui(
    ui: &egui::Ui,
    view: &View<'_>,
    briefing: &Briefing,
    (page, part): (&Page, usize),
    place: Rect,
    width: u32,
) {
    let painter = ui.painter();
    painter.rect_filled(place, CornerRadius::ZERO, view.tokens.surface_hovered);
    let Some((slides, is_now)) = view.decks.slides(briefing, page) else { return };
    let Some(sheet) = slides.get(part) else { return };
    let at = briefing.pages.iter().position(|one| one.id == page.id).unwrap_or(0);
    let number = view.decks.number(briefing, at) + part;
    let Some((texture, is_same)) = view.pictures.of(page.id, sheet, (number, width)) else { return };
    let is_dimmed = !(is_now && is_same) && view.decks.is_dimmed();
    let tint = if is_dimmed { theme::faded(theme::WHOLE, 0.5) } else { theme::WHOLE };
    let all = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    painter.image(texture.id(), place, all, tint);
}

/// The headline of a page as far as it is known.
pub fn headline_of(view: &View<'_>, briefing: &Briefing, page: &Page) -> String {
    let known = view.decks.sheet(briefing, page).map(|(sheet, _)| sheet.headline.trim().to_owned());
    let written = page.headline.clone().filter(|written| !written.trim().is_empty());
    let headline = written.or(known).filter(|headline| !headline.is_empty());
    headline.unwrap_or_else(|| view.tr(&format!("briefings-kind-{}", page.content.key())))
}

/// Pixels of a width in points.
pub fn pixels(ui: &egui::Ui, width: f32) -> u32 {
    ((width * ui.ctx().pixels_per_point()).round().max(1.0) as u32).min(WIDEST)
}

fn line_ui(ui: &egui::Ui, words: &str, place: Rect, colour: egui::Color32) {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), theme::plain(11.5), colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(place.width() - space::XS);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(place.min, galley, colour);
}
