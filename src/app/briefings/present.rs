//! The presentation: one page fills the screen, figures stay alive, and nothing else is seen.
//!
//! Everything is drawn at the size of a slide, 960 points wide, and the window is scaled so that this fills the screen:
//! charts, their hover texts and lists are large in the same proportion.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{self, Align2, Key, Modifiers, Rect, RichText, Sense, UiBuilder};

use crate::app::briefings::command::{BriefingsCommand, Present};
use crate::app::briefings::thumbs;
use crate::app::command::Command;
use crate::app::plot::{self, Act, Look};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, label};
use crate::briefing::deck::{Body, Sheet};
use crate::briefing::document::Briefing;
use crate::briefing::place::{self, HEIGHT_PT, WIDTH_PT};
use crate::briefing::slide;
use crate::chart::gallery::Drawn;
use crate::chart::model::ChartModel;
use crate::chart::records::RecordsKey;
use crate::draw::scene::{Area, Item};
use crate::draw::style::Style;
use crate::frame::RecordId;

/// A pointer that rests longer than this is not seen.
const POINTER_RESTS: Duration = Duration::from_secs(3);

/// Between two figures side by side.
const BETWEEN: f64 = 36.0;

/// What is presented.
#[derive(Clone, Debug, Default)]
pub struct Presenting {
    /// The page, counted from 0.
    pub at: usize,
    /// Which of its slides, counted from 0.
    pub part: usize,
    /// Whether the screen is dark.
    pub is_blank: bool,
    /// What was chosen in a figure.
    pub drill: Option<Drill>,
}

/// Records behind marks of a figure.
#[derive(Clone, Debug)]
pub struct Drill {
    /// Which figure of the page.
    pub figure: usize,
    /// The marks.
    pub keys: Vec<RecordsKey>,
    /// What they are, in words.
    pub words: String,
    /// The records.
    pub ids: Arc<Vec<RecordId>>,
    /// Names and dates of the first of them.
    pub lines: Vec<(String, String)>,
}

impl Presenting {
    /// A presentation that begins at a page.
    pub fn new(at: usize) -> Self {
        Self { at, ..Self::default() }
    }
}

/// The presentation's own passing state.
#[derive(Default)]
pub struct PresentPage {
    /// Digits of a page's number, typed so far.
    digits: String,
    /// When the pointer last moved.
    moved: Option<Instant>,
    /// Size of the window in points when it was last scaled.
    scaled_at: Option<egui::Vec2>,
    /// Width of a slide in pixels.
    width: u32,
}

impl PresentPage {
    /// Width of a slide in pixels; 0 before the first was shown.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, presenting: &Presenting) {
        let Some(briefing) = view.state.opened.as_ref().and_then(|opened| opened.briefings.shown()) else {
            return send(view, Present::Leave);
        };
        self.scale(ui.ctx());
        self.keys(ui, view, briefing, presenting);
        self.hide_pointer(ui);
        let room = ui.ctx().content_rect();
        ui.painter().rect_filled(room, 0.0, if presenting.is_blank { theme::BLACK } else { view.tokens.surface });
        if presenting.is_blank {
            let all = ui.interact(room, egui::Id::unique("blank"), Sense::click());
            all.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, view.tr("briefings-blank")));
            return;
        }
        let place = fitted(room);
        self.width = thumbs::pixels(ui, place.width());
        slide_ui(ui, view, briefing, presenting, (place, self.width));
        if let Some(drill) = &presenting.drill {
            drill_ui(ui, view, drill, room);
        }
        if !self.digits.is_empty() {
            let at = room.left_bottom() + egui::vec2(space::XL, -space::XL);
            ui.painter().text(at, Align2::LEFT_BOTTOM, &self.digits, theme::bold(size::FINDING), view.tokens.accent);
        }
    }

    /// Scales the window so that a slide is 960 points wide; once for each size that the window takes.
    fn scale(&mut self, ctx: &egui::Context) {
        let room = ctx.content_rect().size();
        if self.scaled_at == Some(room) {
            return;
        }
        self.scaled_at = Some(room);
        let share = (room.x / WIDTH_PT as f32).min(room.y / HEIGHT_PT as f32);
        if share.is_finite() && (share - 1.0).abs() > 0.01 {
            ctx.set_zoom_factor((ctx.zoom_factor() * share).clamp(0.2, 12.0));
        }
    }

    fn hide_pointer(&mut self, ui: &egui::Ui) {
        let is_moving = ui.input(|input| input.pointer.is_moving() || input.pointer.any_down());
        let moved = *self.moved.get_or_insert_with(Instant::now);
        if is_moving {
            self.moved = Some(Instant::now());
            ui.ctx().request_repaint_after(POINTER_RESTS);
        } else if let Some(wait) = POINTER_RESTS.checked_sub(moved.elapsed()) {
            ui.ctx().request_repaint_after(wait);
        } else {
            ui.ctx().set_cursor_icon(egui::CursorIcon::None);
        }
    }

    fn keys(&mut self, ui: &egui::Ui, view: &View<'_>, briefing: &Briefing, presenting: &Presenting) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let any = |keys: &[Key]| keys.iter().any(|key| pressed(*key));
        if any(&[Key::ArrowRight, Key::PageDown, Key::Space, Key::N]) {
            send(view, Present::On);
        }
        if any(&[Key::ArrowLeft, Key::PageUp, Key::P]) {
            send(view, Present::Back);
        }
        if pressed(Key::Home) {
            send(view, Present::Go(0));
        }
        if pressed(Key::End) {
            send(view, Present::Go(briefing.pages.len()));
        }
        if any(&[Key::B, Key::Period]) {
            send(view, Present::Blank);
        }
        if any(&[Key::Backspace, Key::R]) {
            self.digits.clear();
            send(view, Present::Reset);
        }
        if pressed(Key::Escape) {
            let is_lit = presenting.drill.is_some() || presenting.is_blank || !self.digits.is_empty();
            self.digits.clear();
            match (presenting.is_blank, is_lit) {
                (true, _) => send(view, Present::Blank),
                (false, true) => send(view, Present::Reset),
                (false, false) => {
                    *self = Self::default();
                    send(view, Present::Leave);
                }
            }
        }
        for (digit, key) in DIGITS.into_iter().enumerate() {
            if pressed(key) && self.digits.len() < 3 {
                self.digits.push_str(&digit.to_string());
            }
        }
        if !self.digits.is_empty() && pressed(Key::Enter) {
            let number: usize = std::mem::take(&mut self.digits).parse().unwrap_or(0);
            if let Some(at) = number.checked_sub(1) {
                send(view, Present::Go(at));
            }
        }
    }
}

/// The keys of digits, from 0.
const DIGITS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

fn send(view: &View<'_>, command: Present) {
    view.send(Command::Briefings(BriefingsCommand::Present(command)));
}

/// The largest slide in the middle of a room.
fn fitted(room: Rect) -> Rect {
    let share = (room.width() / WIDTH_PT as f32).min(room.height() / HEIGHT_PT as f32);
    Rect::from_center_size(room.center(), egui::vec2(WIDTH_PT as f32, HEIGHT_PT as f32) * share)
}

fn slide_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    briefing: &Briefing,
    presenting: &Presenting,
    (place, width): (Rect, u32),
) {
    let Some(page) = briefing.pages.get(presenting.at) else { return };
    let all = ui.interact(place, egui::Id::unique("slide"), Sense::click());
    let headline = thumbs::headline_of(view, briefing, page);
    let number = presenting.at + 1;
    let name =
        view.tr_args("briefings-page-name", &[("number", number.into()), ("headline", headline.as_str().into())]);
    all.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
    let known = view.decks.slides(briefing, page);
    let Some(sheet) = known.and_then(|(slides, _)| slides.get(presenting.part).or(slides.last())) else { return };
    let live = is_live(sheet);
    if let Some((texture, _)) = view.pictures.of(page.id, sheet, (width, live)) {
        let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), place, whole, theme::WHOLE);
    }
    if live {
        for (at, (model, area)) in figures(sheet).into_iter().enumerate() {
            figure_ui(ui, view, presenting, (at, model), on_screen(area, place));
        }
    } else if all.clicked() {
        send(view, Present::On);
    }
}

/// Whether the figures of a page are drawn alive: those without panels.
pub fn is_live(sheet: &Sheet) -> bool {
    let can = |model: &ChartModel| model.empty.is_none() && !model.series.is_empty();
    let alone = |drawn: &Drawn| drawn.panels.is_empty() && can(&drawn.model);
    match &sheet.body {
        Body::Figure(drawn) => alone(drawn),
        Body::Two(both) => both.iter().all(alone),
        Body::Timeline(model) => can(model),
        _ => false,
    }
}

/// The live figures of a page and where they stand on its slide.
fn figures(sheet: &Sheet) -> Vec<(&ChartModel, Area)> {
    let body = place::place(&sheet.headline, &sheet.subtitle, &sheet.foot).body;
    match &sheet.body {
        Body::Figure(drawn) => vec![(&drawn.model, body)],
        Body::Timeline(model) => vec![(model, body)],
        Body::Two(both) => {
            let top = words_bottom(sheet, body);
            let width = (body.width - BETWEEN) / 2.0;
            let area = |at: usize| Area {
                x: body.x + at as f64 * (width + BETWEEN),
                y: top,
                width,
                height: (body.bottom() - top).max(1.0),
            };
            both.iter().enumerate().map(|(at, drawn)| (&drawn.model, area(at))).collect()
        }
        _ => Vec::new(),
    }
}

/// Where the words over two figures end.
fn words_bottom(sheet: &Sheet, body: Area) -> f64 {
    let deck = crate::app::briefings::pictures::bare_deck(crate::text::Lang::En, "");
    let parts = slide::slide(&deck, sheet, 1, &Style::print()).parts;
    let texts =
        parts.iter().filter(|part| !matches!(part.role, slide::Role::Figure { .. })).flat_map(|part| &part.items);
    let inside = texts.filter_map(|item| match item {
        Item::Text(text) if text.at.1 > body.y && text.at.1 < body.bottom() => Some(text.at.1),
        _ => None,
    });
    inside.fold(body.y, f64::max) + 8.0
}

/// An area of a slide on the screen.
fn on_screen(area: Area, place: Rect) -> Rect {
    let share = place.width() / WIDTH_PT as f32;
    let min = place.min + egui::vec2(area.x as f32, area.y as f32) * share;
    Rect::from_min_size(min, egui::vec2(area.width as f32, area.height as f32) * share)
}

/// A figure, alive.
fn figure_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    presenting: &Presenting,
    (figure, model): (usize, &ChartModel),
    place: Rect,
) {
    let builder = UiBuilder::new().max_rect(place).id_salt(("figure", presenting.at, figure));
    let drill = presenting.drill.as_ref().filter(|drill| drill.figure == figure);
    let chosen = drill.map(|drill| drill.keys.as_slice()).unwrap_or_default();
    let hint = view.tr("briefings-present-hint");
    let outcome =
        ui.scope_builder(builder, |ui| plot::show_with(ui, model, place.height(), &Look { hint: &hint, chosen })).inner;
    match outcome.act {
        Some(Act::Only(keys, [first, last])) if !keys.is_empty() => {
            let words = if first == last { first } else { format!("{first} – {last}") };
            send(view, Present::Drill { figure, keys, words });
        }
        Some(Act::More(key, words, _)) => send(view, Present::Drill { figure, keys: vec![key], words }),
        Some(Act::Clear) if drill.is_some() => send(view, Present::Reset),
        _ => {}
    }
}

/// The records behind what was chosen.
fn drill_ui(ui: &mut egui::Ui, view: &View<'_>, drill: &Drill, room: Rect) {
    let width = 280.0_f32.min(room.width() * 0.4);
    let area = egui::Area::new(egui::Id::unique("drill"))
        .order(egui::Order::Foreground)
        .anchor(Align2::RIGHT_CENTER, [-16.0, 0.0])
        .accessible_name(&drill.words);
    area.show(ui.ctx(), |ui| {
        let frame = card::frame(view.tokens).shadow(ui.visuals().popup_shadow);
        frame.show(ui, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = 18.0;
            ui.add(egui::Label::new(RichText::new(&drill.words).font(theme::bold(size::TEXT))).wrap());
            let count = view.tr_args("briefings-drilled", &[("count", drill.ids.len().into())]);
            label::muted(ui, &count, size::FOOT);
            ui.add_space(space::XS);
            for (name, date) in &drill.lines {
                ui.horizontal(|ui| {
                    let text = RichText::new(name).size(size::FOOT);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        label::foot(ui, date);
                        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                            ui.add(egui::Label::new(text).truncate());
                        });
                    });
                });
            }
            let rest = drill.ids.len().saturating_sub(drill.lines.len());
            if rest > 0 {
                label::foot(ui, &view.tr_args("briefings-drilled-more", &[("count", rest.into())]));
            }
            ui.add_space(space::S);
            ui.horizontal_wrapped(|ui| {
                if button::secondary(ui, &view.tr("briefings-drill-back")).clicked() {
                    send(view, Present::Reset);
                }
                if button::quiet(ui, &view.tr("briefings-drill-records")).clicked() {
                    send(view, Present::Records);
                }
            });
        });
    });
}
