//! The page of briefings: the briefings of the workspace, the pages of one of them, and one page large with what was
//! written to it and what it looks at.

pub mod add;
pub mod check;
pub mod choices;
pub mod command;
pub mod content;
pub mod decks;
pub mod export;
pub mod inspector;
pub mod list;
pub mod page;
pub mod picker;
pub mod pictures;
pub mod present;
pub mod renewals;
pub mod selection;
pub mod state;
pub mod thumbs;
pub mod typed;

use eframe::egui::{self, Rect, UiBuilder};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::check::Then;
use crate::app::briefings::command::{BriefingsCommand, Change, Edit};
use crate::app::briefings::decks::Decks;
use crate::app::briefings::export::ExportChoices;
use crate::app::briefings::pictures::PictureKey;
use crate::app::briefings::present::{PresentPage, Presenting};
use crate::app::command::{Command, Page};
use crate::app::opened::Opened;
use crate::app::state::State;
use crate::app::theme::space;
use crate::app::view::View;
use crate::app::widgets::{button, card, empty, page as page_frame};
use crate::briefing::deck::Sheet;
use crate::briefing::document::Briefing;
use crate::briefing::template::Template;

/// Width of the list at the left.
const LEFT: f32 = 204.0;
/// Width of what is chosen for a page, at the right.
const RIGHT: f32 = 296.0;
/// Below this width what is chosen for a page stands under it.
const THREE_FROM: f32 = 900.0;

/// What of the briefings lies over the page.
#[derive(Debug, Default)]
pub struct BriefingState {
    /// The check before something is shown, and what waits for it.
    pub check: Option<Then>,
    /// The choices of the export that is asked for.
    pub export: Option<ExportChoices>,
    /// The presentation.
    pub present: Option<Presenting>,
}

impl BriefingState {
    /// Whether something of the briefings lies over the page.
    pub const fn is_open(&self) -> bool {
        self.check.is_some() || self.export.is_some() || self.present.is_some()
    }
}

/// The page's own passing state.
#[derive(Default)]
pub struct BriefingsPage {
    list: list::List,
    thumbs: thumbs::Thumbs,
    inspector: inspector::Inspector,
    typed: typed::Typed,
    check: check::CheckPanel,
    present: PresentPage,
    wants: Wants,
}

/// Which pictures the page showed last, so that they are painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wants {
    /// The page that is shown large, and its width in pixels.
    pub large: Option<(Uuid, u32)>,
    /// Pages in the list, and their width.
    pub thumbs: (Vec<Uuid>, u32),
}

impl BriefingsPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let Some(opened) = &view.state.opened else { return };
        if opened.briefings.is_unreadable() {
            let (title, why) = (view.tr("briefings-unreadable-title"), view.tr("briefings-unreadable"));
            return page_frame::fixed(ui, |ui| empty::show(ui, Icon::TriangleAlert, &title, &why, |_| ()));
        }
        let Some(briefing) = opened.briefings.shown() else {
            return page_frame::scroll(ui, |ui| nothing_ui(ui, view, opened));
        };
        let before = self.wants.clone();
        self.wants = Wants::default();
        keys(ui, view, opened, briefing);
        page_frame::fixed(ui, |ui| self.columns_ui(ui, view, opened, briefing));
        if before != self.wants {
            // What is wanted is painted after this frame.
            ui.ctx().request_repaint();
        }
    }

    fn columns_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing) {
        let area = ui.available_rect_before_wrap();
        let is_three = area.width() >= THREE_FROM;
        let left = Rect::from_min_max(area.min, egui::pos2(area.left() + LEFT, area.bottom()));
        let right_edge = if is_three { area.right() - RIGHT - space::CARDS } else { area.right() };
        let middle = Rect::from_min_max(
            egui::pos2(left.right() + space::CARDS, area.top()),
            egui::pos2(right_edge, area.bottom()),
        );
        let Self { list, thumbs, inspector, typed, wants, .. } = self;
        in_room(ui, left, "briefings", |ui| {
            list.show(ui, view, opened, typed);
            thumbs.show(ui, view, opened, briefing, wants);
        });
        in_room(ui, middle, "page", |ui| {
            page::show(ui, view, opened, briefing, (typed, wants), |ui, typed| {
                if !is_three {
                    inspector.show(ui, view, opened, briefing, typed);
                }
            });
        });
        if is_three {
            let right = Rect::from_min_max(egui::pos2(right_edge + space::CARDS, area.top()), area.max);
            in_room(ui, right, "inspector", |ui| {
                let scroll = egui::ScrollArea::vertical().auto_shrink([false, false]);
                scroll.show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - 8.0);
                    inspector.show(ui, view, opened, briefing, typed);
                });
            });
        }
    }

    /// Draws what lies over every page: the check and the choices of the export.
    pub fn over(&mut self, ctx: &egui::Context, view: &View<'_>) {
        self.present = PresentPage::default();
        let Some(opened) = &view.state.opened else { return };
        if let Some(then) = view.state.briefing.check
            && let Some(briefing) = opened.briefings.shown()
        {
            self.check.show(ctx, view, opened, briefing, then);
        }
        if let Some(choices) = &view.state.briefing.export {
            export::show(ctx, view, opened, choices);
        }
    }

    /// Draws the presentation in the place of everything else.
    pub fn present(&mut self, ui: &mut egui::Ui, view: &View<'_>, presenting: &Presenting) {
        self.present.show(ui, view, presenting);
    }

    /// What is typed and left: the page is no longer shown.
    pub fn take_typed(&mut self, state: &State) -> Vec<Command> {
        let opened = state.opened.as_ref();
        let is_here = state.page == Page::Briefings && state.briefing.present.is_none();
        let shown = opened.filter(|_| is_here).and_then(|opened| {
            Some([Some(opened.briefings.shown()?.id), opened.briefings.page().map(|(_, page)| page.id)])
        });
        self.typed.take_left(shown.unwrap_or_default()).into_iter().map(send_change).collect()
    }

    /// Everything that is typed and not kept yet.
    pub fn take_all_typed(&mut self) -> Vec<Change> {
        self.typed.take_left([None, None])
    }

    /// The pictures that are wanted, the most wanted first.
    pub fn wanted(&self, state: &State, decks: &Decks) -> Vec<PictureKey> {
        let Some(briefing) = state.opened.as_ref().and_then(|opened| opened.briefings.shown()) else {
            return Vec::new();
        };
        let keys = |at: usize, width: u32| -> Vec<PictureKey> {
            let known = briefing.pages.get(at).and_then(|page| decks.slides(briefing, page));
            let first = decks.number(briefing, at);
            let key = |(part, sheet): (usize, &std::sync::Arc<Sheet>)| PictureKey {
                sheet: std::sync::Arc::clone(sheet),
                number: first + part,
                marking: briefing.marking.clone(),
                width,
            };
            known.map(|(slides, _)| slides.iter().enumerate().map(key).collect()).unwrap_or_default()
        };
        if let Some(presenting) = &state.briefing.present {
            let width = self.present.width();
            if width == 0 {
                return Vec::new();
            }
            // The slide that is shown, the one after it and the one before: no more than are kept.
            let here = keys(presenting.at, width);
            let after = here.get(presenting.part + 1).cloned();
            let after = after.or_else(|| keys(presenting.at + 1, width).into_iter().next());
            let before = match (presenting.part.checked_sub(1), presenting.at.checked_sub(1)) {
                (Some(part), _) => here.get(part).cloned(),
                (None, Some(at)) => keys(at, width).pop(),
                (None, None) => None,
            };
            let shown = here.get(presenting.part).or(here.last()).cloned();
            return [shown, after, before].into_iter().flatten().collect();
        }
        if state.page != Page::Briefings {
            return Vec::new();
        }
        let place = |id: Uuid| briefing.pages.iter().position(|page| page.id == id);
        let large = self.wants.large.and_then(|(id, width)| Some(keys(place(id)?, width)));
        let (thumbs, width) = &self.wants.thumbs;
        let small = thumbs.iter().filter_map(|id| keys(place(*id)?, *width).into_iter().next());
        large.unwrap_or_default().into_iter().chain(small).collect()
    }
}

/// The command for a change.
pub fn send_change(change: Change) -> Command {
    Command::Briefings(BriefingsCommand::Change(Box::new(change)))
}

/// Sends an edit of a briefing.
pub fn send_edit(view: &View<'_>, briefing: Uuid, edit: Edit) {
    view.send(send_change(Change::Edit(briefing, Box::new(edit))));
}

/// A card in its room.
fn in_room(ui: &mut egui::Ui, room: Rect, name: &str, add: impl FnOnce(&mut egui::Ui)) {
    let builder = UiBuilder::new().max_rect(room).id_salt(name);
    ui.scope_builder(builder, |ui| {
        let frame = card::frame(crate::app::theme::Tokens::of(ui.ctx())).inner_margin(egui::Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_min_size(room.size() - egui::vec2(26.0, 26.0));
            ui.set_max_size(room.size() - egui::vec2(26.0, 26.0));
            add(ui);
        });
    });
}

/// Keys of the page, where no field has the keyboard: Alt+↑ and Alt+↓ move a page, Delete takes it out.
fn keys(ui: &egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing) {
    if ui.ctx().text_edit_focused() || view.state.briefing.is_open() || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let Some((at, shown)) = opened.briefings.page() else { return };
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(egui::Modifiers::NONE, egui::Key::F5) {
        view.send(Command::Briefings(BriefingsCommand::Check(Then::Present)));
    }
    if opened.is_read_only() {
        return;
    }
    let page = shown.id;
    if pressed(egui::Modifiers::ALT, egui::Key::ArrowUp) && at > 0 {
        send_edit(view, briefing.id, Edit::Move { page, to: at - 1 });
    }
    if pressed(egui::Modifiers::ALT, egui::Key::ArrowDown) && at + 1 < briefing.pages.len() {
        send_edit(view, briefing.id, Edit::Move { page, to: at + 1 });
    }
    if pressed(egui::Modifiers::COMMAND, egui::Key::D) {
        send_edit(view, briefing.id, Edit::Copy { of: page, id: Uuid::new_v4() });
    }
    if pressed(egui::Modifiers::NONE, egui::Key::Delete) {
        send_edit(view, briefing.id, Edit::Remove(page));
    }
}

/// What a workspace without a briefing offers.
fn nothing_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let title = view.tr("briefings-empty");
    let key = if opened.is_read_only() { "briefings-empty-read-only" } else { "briefings-empty-sentence" };
    let sentence = view.tr(key);
    empty::show(ui, Icon::Presentation, &title, &sentence, |ui| {
        if opened.is_read_only() {
            return;
        }
        for template in [Template::Quarterly, Template::Monthly, Template::Annual] {
            let name = template.name(view.lang());
            let is_first = template == Template::Quarterly;
            let response = if is_first { button::primary(ui, &name) } else { button::secondary(ui, &name) };
            if response.clicked() && !opened.snapshot.is_empty() {
                view.send(Command::Briefings(BriefingsCommand::Fill(template)));
            }
            ui.add_space(space::XS);
        }
        if button::quiet(ui, &view.tr("briefings-new-blank")).clicked() {
            view.send(Command::Briefings(BriefingsCommand::Blank));
        }
    });
}
