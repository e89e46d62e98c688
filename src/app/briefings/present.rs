//! The presentation: one page fills the screen, figures stay alive, and nothing else is seen.
//!
//! A page is its picture, the same drawing as in exports; what answers to the pointer lies over it without a paint of
//! its own. The window is scaled so that a slide of 960 points fills the screen: hover texts and lists are large in the
//! same proportion.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{self, Align2, Key, Modifiers, Rect, RichText, Sense};

use crate::app::briefings::command::{BriefingsCommand, Present};
use crate::app::briefings::thumbs;
use crate::app::command::Command;
use crate::app::plot::choosing;
use crate::app::plot::{Act, Look, over_picture};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, label};
use crate::briefing::deck::Sheet;
use crate::briefing::document::{Answer, Briefing, Content, Page};
use crate::briefing::place::{HEIGHT_PT, WIDTH_PT};
use crate::briefing::slide::live::{self, Live};
use crate::chart::records::RecordsKey;
use crate::draw::scene::Area;
use crate::draw::style::Style;
use crate::frame::RecordId;
use crate::query::{Expr, Sure};

/// A pointer that rests longer than this is not seen.
const POINTER_RESTS: Duration = Duration::from_secs(3);

/// How long the keys are told at the beginning.
const KEYS_TOLD: Duration = Duration::from_secs(4);

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
    /// Which plot or answer of the slide, counted from 0 in reading order.
    pub plot: usize,
    /// The marks.
    pub keys: Vec<RecordsKey>,
    /// What they are, in words.
    pub words: String,
    /// The records.
    pub ids: Arc<Vec<RecordId>>,
    /// Of the first of them the name, and its date; of records by size, the count.
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
    /// When the presentation began.
    began: Option<Instant>,
    /// The plots and answers of the slide that was last shown.
    live: Vec<egui::Id>,
    /// Whether the list of records stands at the left, away from what was chosen at the right.
    lists_left: bool,
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
        self.slide_ui(ui, view, briefing, presenting, place);
        if let Some(drill) = &presenting.drill {
            drill_ui(ui, view, drill, room, self.lists_left);
        }
        if !self.digits.is_empty() {
            pill(ui, view, room, &view.tr_args("briefings-present-go", &[("page", self.digits.as_str().into())]));
            return;
        }
        let began = *self.began.get_or_insert_with(Instant::now);
        if let Some(rest) = KEYS_TOLD.checked_sub(began.elapsed()) {
            pill(ui, view, room, &view.tr("briefings-present-keys"));
            ui.ctx().request_repaint_after(rest);
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
        // A figure that has the keyboard is walked with the arrows, and what has it is pressed with the space bar.
        let focused = ui.memory(egui::Memory::focused);
        let is_walked = focused.is_some_and(|id| self.live.contains(&id));
        let own = |keys: &[Key], is_free: bool| is_free && any(keys);
        if any(&[Key::PageDown, Key::N])
            || own(&[Key::ArrowRight, Key::ArrowDown], !is_walked)
            || own(&[Key::Space], focused.is_none())
        {
            send(view, Present::On);
        }
        if any(&[Key::PageUp, Key::P]) || own(&[Key::ArrowLeft, Key::ArrowUp], !is_walked) {
            send(view, Present::Back);
        }
        if own(&[Key::Home], !is_walked) {
            send(view, Present::Go(0));
        }
        if own(&[Key::End], !is_walked) {
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
            match (presenting.is_blank, is_lit, focused.filter(|_| is_walked)) {
                (true, ..) => send(view, Present::Blank),
                (false, true, _) => send(view, Present::Reset),
                (false, false, Some(id)) => ui.memory_mut(|memory| memory.surrender_focus(id)),
                (false, false, None) => send(view, Present::Leave),
            }
        }
        for (digit, key) in DIGITS.into_iter().enumerate() {
            if pressed(key) && self.digits.len() < 3 {
                self.digits.push_str(&digit.to_string());
            }
        }
        if !self.digits.is_empty() && pressed(Key::Enter) {
            let number: usize = std::mem::take(&mut self.digits).parse().unwrap_or(0);
            send(view, Present::ToSlide(number));
        }
    }

    fn slide_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        briefing: &Briefing,
        presenting: &Presenting,
        place: Rect,
    ) {
        self.live.clear();
        if ui.input(|input| input.pointer.any_pressed()) && presenting.drill.is_none() {
            let at = ui.input(|input| input.pointer.interact_pos());
            self.lists_left = at.is_some_and(|at| at.x > place.left() + place.width() * 0.55);
        }
        let Some(page) = briefing.pages.get(presenting.at) else { return };
        let all = ui.interact(place, egui::Id::unique("slide"), Sense::click());
        let headline = thumbs::headline_of(view, briefing, page);
        let number = view.decks.number(briefing, presenting.at) + presenting.part;
        let name =
            view.tr_args("briefings-page-name", &[("number", number.into()), ("headline", headline.as_str().into())]);
        all.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
        let known = view.decks.slides(briefing, page);
        let sheet = known.and_then(|(slides, _)| slides.get(presenting.part).or(slides.last()));
        let picture = sheet.and_then(|sheet| view.pictures.of(page.id, sheet, (number, self.width)));
        let (Some(sheet), Some((texture, _))) = (sheet, picture) else {
            let words = view.tr("app-overview-computing");
            let (font, colour) = (theme::plain(size::TEXT), view.tokens.muted);
            ui.painter().text(place.center(), Align2::CENTER_CENTER, words, font, colour);
            return;
        };
        let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), place, whole, theme::WHOLE);
        if all.clicked() {
            send(view, if presenting.drill.is_some() { Present::Reset } else { Present::On });
        }
        for (at, plot) in live::plots(sheet, &Style::print()).iter().enumerate() {
            let id = egui::Id::unique(("presented plot", page.id, presenting.part, at));
            self.live.push(id);
            plot_ui(ui, view, presenting, (page, id), (at, plot), on_screen(plot.frame, place));
        }
        for (at, area) in live::answers(sheet).into_iter().enumerate() {
            let id = egui::Id::unique(("presented answer", page.id, at));
            self.live.push(id);
            answer_ui(ui, view, presenting, (page, sheet), (at, id), on_screen(area, place));
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

/// An area of a slide on the screen.
fn on_screen(area: Area, place: Rect) -> Rect {
    let share = place.width() / WIDTH_PT as f32;
    let min = place.min + egui::vec2(area.x as f32, area.y as f32) * share;
    Rect::from_min_size(min, egui::vec2(area.width as f32, area.height as f32) * share)
}

/// A few words at the lower edge, for a moment.
fn pill(ui: &egui::Ui, view: &View<'_>, room: Rect, words: &str) {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), theme::plain(size::TABLE), view.tokens.surface);
    let at = room.center_bottom() - egui::vec2(0.0, space::M);
    let text = Align2::CENTER_BOTTOM.anchor_size(at, galley.size());
    let ground = text.expand2(egui::vec2(space::M, space::XS));
    ui.painter().rect_filled(ground, ground.height() / 2.0, theme::faded(view.tokens.text, 0.85));
    ui.painter().galley(text.min, galley, view.tokens.surface);
}

/// A plot of the page, alive.
fn plot_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    presenting: &Presenting,
    (page, id): (&Page, egui::Id),
    (plot, live): (usize, &Live<'_>),
    place: Rect,
) {
    let (figure, model) = (live.figure, live.model);
    let drill = presenting.drill.as_ref().filter(|drill| drill.plot == plot);
    let chosen = drill.map(|drill| drill.keys.as_slice()).unwrap_or_default();
    let hint = view.tr("briefings-present-hint");
    let drill_to = |keys, words| send(view, Present::Drill { figure, plot, keys, words });
    match over_picture::show(ui, id, model, place, &Look { hint: &hint, chosen }).act {
        Some(Act::Only(keys, ends)) if !keys.is_empty() => drill_to(keys, choosing::said(view, ends)),
        Some(Act::More(key, words, _)) => drill_to(vec![key], words),
        Some(Act::Stretch { from, to, is_done: true }) => {
            let measure = page.content.views().into_iter().nth(figure).map(|asked| asked.view.measure);
            let found = measure.and_then(|measure| choosing::stretch(view, model.key, measure, (from, to)));
            if let Some((key, words)) = found {
                drill_to(vec![key], words);
            }
        }
        Some(Act::Clear) if presenting.drill.is_some() => send(view, Present::Reset),
        _ => {}
    }
}

/// An answer in large type, alive.
fn answer_ui(
    ui: &egui::Ui,
    view: &View<'_>,
    presenting: &Presenting,
    (page, sheet): (&Page, &Sheet),
    (plot, id): (usize, egui::Id),
    place: Rect,
) {
    let crate::briefing::deck::Body::Numbers(numbers) = &sheet.body else { return };
    let Some((number, key)) = numbers.get(plot).zip(behind_answer(&page.content, plot)) else { return };
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &number.headline));
    let is_chosen = presenting.drill.as_ref().is_some_and(|drill| drill.plot == plot);
    if response.hovered() || response.has_focus() || is_chosen {
        let width = if is_chosen { 2.0 } else { 1.0 };
        let stroke = egui::Stroke::new(width, view.tokens.accent);
        ui.painter().rect_stroke(place.expand(8.0), 4.0, stroke, egui::StrokeKind::Outside);
    }
    if response.clicked() {
        let words = number.headline.clone();
        send(view, if is_chosen { Present::Reset } else { Present::Drill { figure: 0, plot, keys: vec![key], words } });
    }
    response.on_hover_text_at_pointer(view.tr("briefings-present-hint"));
}

/// The records that an answer of a page in large type rests on.
fn behind_answer(content: &Content, at: usize) -> Option<RecordsKey> {
    let Content::Numbers { view, answers, delay_over } = content else { return None };
    let all = [Answer::Incidents, Answer::Affected, Answer::Disclosure];
    let mut shown = all.into_iter().filter(|answer| answers.is_empty() || answers.contains(answer));
    Some(match shown.nth(at)? {
        Answer::Incidents => RecordsKey::All,
        Answer::Affected => {
            RecordsKey::Where(Expr::Count { measure: view.view.measure, from: 0, to: None, how: Sure::Possible })
        }
        // Those are not among the records of the page.
        Answer::Disclosure if delay_over.is_some() => return None,
        Answer::Disclosure => RecordsKey::DelayBetween { from: 0, to: None },
    })
}

/// The records behind what was chosen.
fn drill_ui(ui: &egui::Ui, view: &View<'_>, drill: &Drill, room: Rect, at_left: bool) {
    let width = 280.0_f32.min(room.width() * 0.4);
    let (side, away) = if at_left { (Align2::LEFT_CENTER, 16.0) } else { (Align2::RIGHT_CENTER, -16.0) };
    let area = egui::Area::new(egui::Id::unique("drill"))
        .order(egui::Order::Foreground)
        .anchor(side, [away, 0.0])
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
