//! The page of records: a table of what the filter or a figure chose, and the editor beside it.
//!
//! The table never holds more than the rows in view. The editor works on a draft; only a command changes a record.

pub mod cache;
pub mod cells;
pub mod columns;
pub mod command;
pub mod copy;
pub mod draft;
pub mod editor;
pub mod order;
pub mod table;
mod tools;

use std::time::Duration;

use eframe::egui::{self, Rect};
use lucide_icons::Icon;

pub use command::RecordsCommand;

use crate::app::awaited::Awaited;
use crate::app::command::{Command, FilterCommand, Page};
use crate::app::opened::Opened;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, chip, empty};
use crate::frame::RecordId;
use crate::text::Arg;
use cache::{RowCache, Why};
use columns::Layout;
use draft::{Draft, Target};
use editor::{Decided, Editor, Next, Way};
use order::{OrderKey, OrderWork, Ordered};
use table::{Done, Shown, Table};

/// Name under which the layout stands in the workspace.
pub const LAYOUT: &str = "records";

/// Below this width there is room for the table or the editor, not for both.
const BOTH_FROM: f32 = 760.0;

/// The page's own passing state.
#[derive(Default)]
pub struct RecordsPage {
    /// The opening that everything here belongs to.
    opened: u64,
    layout: Layout,
    layout_changed: bool,
    ordered: Ordered,
    awaited: Awaited<OrderKey>,
    table: Table,
    cache: RowCache,
    editor: Option<Editor>,
    new_wanted: bool,
    /// What waits until the draft is saved or discarded.
    held: Option<Box<Command>>,
    /// What waited and may go on now.
    released: Option<Box<Command>>,
    /// Number of the frame in which the page was shown last.
    shown_in: u64,
}

impl RecordsPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let Some(opened) = &view.state.opened else {
            return nothing_open_ui(ui, view);
        };
        self.follow(view, opened);
        if opened.snapshot.is_empty() && self.editor.is_none() {
            return no_records_ui(ui, view);
        }
        let frame = ui.ctx().cumulative_frame_nr();
        if std::mem::replace(&mut self.shown_in, frame) + 1 < frame && self.editor.is_none() {
            self.table.take_focus = !ui.ctx().text_edit_focused();
        }
        listing_ui(ui, view);
        let area = ui.available_rect_before_wrap();
        let (left, right) = self.rooms(area);
        if let Some(right) = right {
            self.editor_ui(ui, view, opened, right);
        }
        if let Some(left) = left {
            self.table_ui(ui, view, opened, left);
        }
        ui.advance_cursor_after_rect(area);
        if self.layout_changed && !ui.input(|input| input.pointer.any_down()) {
            self.layout_changed = false;
            view.send(Command::Records(RecordsCommand::KeepLayout));
        }
    }

    /// Asks for a new record as soon as the page is shown.
    pub const fn want_new(&mut self) {
        self.new_wanted = true;
    }

    /// The layout of the table.
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The rows in their order.
    pub const fn ordered(&self) -> &Ordered {
        &self.ordered
    }

    /// The record being edited.
    pub const fn editor(&self) -> Option<&Editor> {
        self.editor.as_ref()
    }

    /// The chosen records in the order of the table.
    pub fn chosen(&self) -> Vec<RecordId> {
        self.table.chosen.in_order(&self.ordered)
    }

    /// Takes an order that was worked out.
    pub fn take_order(&mut self, ordered: Ordered) {
        if let Some(key) = &ordered.key {
            self.awaited.came(key);
        }
        self.table.chosen.keep_known(&ordered);
        self.ordered = ordered;
    }

    /// The job that was to work out an order did not finish; the one before stays.
    pub fn order_failed(&mut self) {
        self.awaited.fail();
    }

    /// When the rows are to be dimmed.
    pub fn dims_in(&self) -> Option<Duration> {
        self.awaited.late_in()
    }

    /// Goes on editing a record that was just saved.
    pub fn saved(&mut self, opened: &Opened, id: RecordId) {
        let Some(fresh) = editor_of(opened, id, false) else { return };
        match &mut self.editor {
            Some(editor) => editor.saved(id, fresh),
            None => self.editor = Some(fresh),
        }
        self.table.chosen.only(id);
        self.table.reveal = Some(id);
    }

    /// Shows a record that was just added, or gone to.
    pub fn show_record(&mut self, id: RecordId, editor: Option<Editor>) {
        self.table.chosen.only(id);
        self.table.reveal = Some(id);
        self.editor = editor;
    }

    /// Lets go of records that are about to be deleted; the row after them becomes the current one.
    pub fn let_go(&mut self, deleted: &[RecordId]) {
        let places: Vec<usize> = deleted.iter().take(64).filter_map(|id| self.ordered.position_of(*id)).collect();
        let after = places.iter().max().and_then(|last| self.ordered.id_at(last + 1));
        let before = places.iter().min().and_then(|first| self.ordered.id_at(first.checked_sub(1)?));
        let next = after.filter(|id| !deleted.contains(id)).or(before);
        self.table.chosen = table::selection::Chosen::default();
        if let Some(next) = next {
            self.table.chosen.only(next);
        }
        if self.editor.as_ref().and_then(Editor::record).is_some_and(|id| deleted.contains(&id)) {
            self.editor = None;
            self.table.take_focus = true;
        }
    }

    /// Takes a command that would lose what is typed in the editor, and asks; gives it back where nothing is typed.
    pub fn hold(&mut self, command: Command) -> Option<Command> {
        let is_free = self.editor.as_mut().is_none_or(|editor| editor.leave(Next::Then));
        if is_free {
            return Some(command);
        }
        self.held = Some(Box::new(command));
        None
    }

    /// Whether something is typed that is neither saved nor discarded.
    pub fn is_typed(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_dirty)
    }

    /// The command that waited, once it was decided what becomes of the draft.
    pub fn take_released(&mut self) -> Option<Command> {
        if !self.editor.as_ref().is_some_and(Editor::holds_up) {
            self.held = None;
        }
        self.released.take().map(|command| *command)
    }

    /// Goes on to something else, whatever was typed.
    pub fn go(&mut self, opened: &Opened, next: Next, focus: bool) {
        match next {
            Next::Close => {
                self.editor = None;
                self.table.take_focus = true;
            }
            Next::New => self.editor = Some(Editor::new(Draft::blank(), opened.snapshot.revision(), true)),
            Next::Then => {
                self.editor = None;
                self.released = self.held.take();
            }
            Next::Open(id) => {
                if let Some(editor) = editor_of(opened, id, focus) {
                    self.show_record(id, Some(editor));
                }
            }
        }
    }

    /// Brings everything in line with the workspace as it is now.
    fn follow(&mut self, view: &View<'_>, opened: &Opened) {
        if self.opened != opened.number {
            let layout: Option<Layout> = opened.workspace.state(LAYOUT).unwrap_or_default();
            let new_wanted = self.new_wanted;
            *self = Self { opened: opened.number, new_wanted, ..Self::default() };
            self.layout = layout.map_or_else(|| Layout::for_data(opened), Layout::mended);
        }
        let (by, direction) = self.layout.order(&opened.question);
        if let Some(work) = OrderWork::wanted(view, by, direction) {
            if self.ordered.key.as_ref() == Some(work.key()) {
                self.awaited.rest();
            } else if self.awaited.ask(work.key()) {
                view.send(Command::Records(RecordsCommand::Order(Box::new(work))));
            }
        }
        if let Some(editor) = &mut self.editor {
            editor.follow(opened);
        }
        if self.editor.as_ref().is_some_and(Editor::is_moot) {
            self.go(opened, Next::Close, false);
        }
        if std::mem::take(&mut self.new_wanted) {
            self.move_to(opened, Next::New, true);
        }
    }

    /// Goes on to something else, after asking where something was typed.
    fn move_to(&mut self, opened: &Opened, next: Next, focus: bool) {
        let is_free = self.editor.as_mut().is_none_or(|editor| editor.leave(next));
        if is_free {
            self.go(opened, next, focus);
        }
    }

    /// Room for the table and for the editor.
    fn rooms(&self, area: Rect) -> (Option<Rect>, Option<Rect>) {
        if self.editor.is_none() {
            return (Some(area), None);
        }
        if area.width() < BOTH_FROM {
            return (None, Some(area));
        }
        let width = (area.width() * 0.42).clamp(400.0, 560.0).floor();
        let left = Rect::from_min_max(area.min, egui::pos2(area.right() - width - space::CARDS, area.bottom()));
        let right = Rect::from_min_max(egui::pos2(area.right() - width, area.top()), area.max);
        (Some(left), Some(right))
    }

    fn editor_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, room: Rect) {
        let Some(editor) = &mut self.editor else { return };
        let decided = in_card(ui, view, room, "editor card", |ui| editor.show(ui, view, opened));
        match decided {
            None => {}
            Some(Decided::Save(next)) => view.send(Command::Records(RecordsCommand::Save(next))),
            Some(Decided::Leave(next)) => self.go(opened, next, false),
            Some(Decided::Neighbour(way)) => self.neighbour(opened, way),
            Some(Decided::Delete) => {
                if let Some(id) = self.editor.as_ref().and_then(Editor::record) {
                    view.send(Command::Records(RecordsCommand::Delete(vec![id])));
                }
            }
            Some(Decided::Duplicate) => {
                if let Some(id) = self.editor.as_ref().and_then(Editor::record) {
                    view.send(Command::Records(RecordsCommand::Duplicate(vec![id])));
                }
            }
        }
    }

    fn neighbour(&mut self, opened: &Opened, way: Way) {
        let at = self.editor.as_ref().and_then(Editor::record).and_then(|id| self.ordered.position_of(id));
        let to = match (at, way) {
            (None, _) => Some(0),
            (Some(at), Way::Down) => Some(at + 1),
            (Some(at), Way::Up) => at.checked_sub(1),
        };
        if let Some(id) = to.and_then(|to| self.ordered.id_at(to)) {
            self.move_to(opened, Next::Open(id), true);
        }
    }

    fn table_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, room: Rect) {
        let mut asked = Vec::new();
        let why = why_of(view);
        let explains = why.is_some();
        self.cache.explain(why);
        in_card(ui, view, room, "table card", |ui| {
            self.foot_ui(ui, view, opened, &mut asked);
            if self.ordered.is_empty() && self.ordered.key.is_some() {
                return nothing_found_ui(ui, view);
            }
            if view.derived.is_dimmed() || self.awaited.is_late() {
                ui.set_opacity(0.55);
            }
            let shown = Shown { view, opened, ordered: &self.ordered };
            if explains {
                let mut layout = self.layout.with_reasons();
                asked.extend(self.table.show(ui, &shown, &mut layout, &mut self.cache));
                self.layout.take_changes(layout);
            } else {
                asked.extend(self.table.show(ui, &shown, &mut self.layout, &mut self.cache));
            }
        });
        for done in asked {
            self.done(view, opened, done);
        }
    }

    fn done(&mut self, view: &View<'_>, opened: &Opened, done: Done) {
        let of_chosen = |page: &Self| page.table.chosen.in_order(&page.ordered);
        let is_of_rows = matches!(done, Done::Delete | Done::Duplicate | Done::Copy);
        if is_of_rows && self.table.chosen.all && (view.derived.is_waiting() || self.awaited.is_waiting()) {
            // "All" are the rows that are about to stand here, not those that still do.
            return view.send(Command::Say(view.tr("records-being-chosen")));
        }
        match done {
            Done::Layout => self.layout_changed = true,
            Done::Moved(id) => {
                let edited = self.editor.as_ref().map(Editor::record);
                if edited.is_some_and(|edited| edited != Some(id)) {
                    self.move_to(opened, Next::Open(id), false);
                }
            }
            Done::Clicked(id) => {
                if self.editor.as_ref().and_then(Editor::record) != Some(id) {
                    self.move_to(opened, Next::Open(id), false);
                }
            }
            Done::Edit(id) => match &mut self.editor {
                Some(editor) if editor.record() == Some(id) => editor.take_focus(),
                _ => self.move_to(opened, Next::Open(id), true),
            },
            Done::Delete => view.send(Command::Records(RecordsCommand::Delete(of_chosen(self)))),
            Done::Duplicate => view.send(Command::Records(RecordsCommand::Duplicate(of_chosen(self)))),
            Done::Copy => view.send(Command::Records(RecordsCommand::Copy(of_chosen(self)))),
        }
    }

    fn foot_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, asked: &mut Vec<Done>) {
        let chosen = self.table.chosen.len(&self.ordered);
        let one = (chosen == 1).then(|| self.table.chosen.in_order(&self.ordered)).and_then(|ids| ids.first().copied());
        if tools::show(ui, view, opened, &mut self.layout, (self.ordered.len(), chosen, one), asked) {
            self.layout_changed = true;
        }
    }
}

/// An editor of a record; `None` where it cannot be read.
pub fn editor_of(opened: &Opened, id: RecordId, focus: bool) -> Option<Editor> {
    let incident = opened.workspace.incident(id).ok()?;
    let imported = opened.workspace.imported(id).unwrap_or_default();
    let draft = Draft::of(Target::Record(id), incident, imported);
    Some(Editor::new(draft, opened.snapshot.revision(), focus))
}

/// A card that fills a room and keeps what is in it within its frame.
fn in_card<R>(ui: &mut egui::Ui, view: &View<'_>, room: Rect, id: &str, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let builder = egui::UiBuilder::new().max_rect(room).id_salt(id);
    ui.scope_builder(builder, |ui| {
        ui.painter().add(card::frame(view.tokens).inner_margin(0).paint(room.shrink(1.0)));
        let inside = room.shrink(1.0);
        ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
            ui.set_clip_rect(inside.intersect(ui.clip_rect()));
            ui.spacing_mut().item_spacing.y = 0.0;
            add(ui)
        })
        .inner
    })
    .inner
}

/// The figure that leaves the listed records out, with what it was computed from.
fn why_of(view: &View<'_>) -> Option<Why> {
    let figure = view.state.listing.as_ref()?.left_out_of?;
    let shown = view.answers.shown()?;
    Some(Why { figure, question: shown.key.question.clone(), scope: shown.scope.clone() })
}

fn listing_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let Some(listing) = &view.state.listing else { return };
    ui.horizontal(|ui| {
        let shown = view
            .tr_args("records-listing", &[("count", listing.ids.len().into()), ("words", Arg::from(&listing.words))]);
        let back = view.tr_args("records-listing-back", &[("page", Arg::Text(view.tr(listing.from.text_key())))]);
        let answer = chip::removable(ui, &shown, &back);
        if answer.removed || answer.body.clicked() {
            view.send(Command::LeaveList);
        }
    });
    ui.add_space(space::S);
}

fn no_records_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let (title, sentence) = (view.tr("records-empty-title"), view.tr("records-empty-sentence"));
    empty::show(ui, Icon::TableProperties, &title, &sentence, |ui| {
        if button::primary(ui, &view.tr("app-action-new-record")).clicked() {
            view.send(Command::NewRecord);
        }
        if button::secondary(ui, &view.tr("records-go-import")).clicked() {
            view.send(Command::Go(Page::Import));
        }
    });
}

fn nothing_open_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let (title, sentence) = (view.tr("records-nothing-open-title"), view.tr("records-nothing-open-sentence"));
    empty::show(ui, Icon::TableProperties, &title, &sentence, |ui| {
        if button::primary(ui, &view.tr("app-action-new-record")).clicked() {
            view.send(Command::NewRecord);
        }
    });
}

fn nothing_found_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let (title, sentence) = (view.tr("records-none-title"), view.tr("records-none-sentence"));
    empty::show(ui, Icon::SearchX, &title, &sentence, |ui| {
        let is_listing = view.state.listing.is_some();
        let words = view.tr(if is_listing { "records-leave-list" } else { "records-clear-filter" });
        if button::secondary(ui, &words).clicked() {
            view.send(if is_listing { Command::LeaveList } else { Command::Filter(FilterCommand::Clear) });
        }
    });
    ui.add_space(size::ROW);
}
