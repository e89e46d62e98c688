//! What could be written in the query field, with its number of records: a list below the field, chosen from with the
//! arrow keys while the field keeps the keyboard.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers};

use crate::app::awaited::Awaited;
use crate::app::command::{Command, QueryCommand};
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::label;
use crate::frame::{Revision, Snapshot};
use crate::query::Known;
use crate::query::language::{Ground, Proposal, Typing};
use crate::text::{Lang, number};

/// How many are proposed at most.
const MOST: usize = 8;

/// Width of the list.
const WIDTH: f32 = 340.0;

/// Height of one proposal.
const ROW: f32 = 28.0;

/// What is typed of a name before names are proposed.
const LEAST_OF_A_NAME: usize = 2;

/// What proposals rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalsKey {
    opened: u64,
    revision: Revision,
    typing: Typing,
    lang: Lang,
}

impl ProposalsKey {
    /// Whether both are about the same names, or the same field's values.
    fn is_like(&self, other: &Self) -> bool {
        (self.opened, self.revision) == (other.opened, other.revision) && self.typing.of == other.typing.of
    }
}

/// Proposals to be worked out.
#[derive(Debug)]
pub struct ProposalsWork {
    key: ProposalsKey,
    snapshot: Snapshot,
    known: Known,
    ground: Option<Arc<Ground>>,
}

impl ProposalsWork {
    /// Works them out: O(records) for the first letter, O(words of the field) for the next ones.
    pub fn run(self) -> Proposed {
        let Self { key, snapshot, known, ground } = self;
        let ground = ground.unwrap_or_else(|| Arc::new(Ground::of(&snapshot, &key.typing)));
        let proposals = ground.propose(&key.typing.typed, &known, key.lang, MOST);
        Proposed { key, ground, proposals }
    }
}

/// Proposals.
#[derive(Clone, Debug)]
pub struct Proposed {
    key: ProposalsKey,
    ground: Arc<Ground>,
    proposals: Vec<Proposal>,
}

/// The list and what is chosen in it.
#[derive(Default)]
pub struct Proposals {
    awaited: Awaited<ProposalsKey>,
    /// What was last proposed.
    there: Option<Proposed>,
    /// What is being typed now.
    typing: Option<Typing>,
    /// The proposal that Enter takes.
    chosen: Option<usize>,
    /// The text for which the list was closed.
    closed_for: Option<String>,
    /// Whether the names of all fields were asked for.
    everything: bool,
    /// Where the list stood in the last frame, while it was open.
    rect: Option<egui::Rect>,
}

impl Proposals {
    /// Takes what was worked out.
    pub fn take(&mut self, proposed: Proposed) {
        if self.awaited.came(&proposed.key) {
            self.there = Some(proposed);
        }
    }

    /// The job that worked them out did not finish.
    pub fn failed(&mut self) {
        self.awaited.fail();
    }

    /// The text was changed by a key: nothing is chosen any more.
    pub fn typed(&mut self) {
        (self.chosen, self.everything, self.closed_for) = (None, false, None);
    }

    /// Whether the list is open.
    pub const fn is_open(&self) -> bool {
        self.rect.is_some()
    }

    /// Whether a click goes to the list and so does not leave the field.
    pub fn has_pointer(&self, ui: &egui::Ui) -> bool {
        let at = ui.input(|input| input.pointer.interact_pos());
        self.rect.zip(at).is_some_and(|(rect, at)| rect.contains(at))
    }

    /// Before the field: takes the keys that belong to the list, and says what was decided.
    pub fn keys(&mut self, ui: &egui::Ui, text: &str) -> Option<Decided> {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let count = self.there.as_ref().map_or(0, |there| there.proposals.len());
        if !self.is_open() || count == 0 {
            self.chosen = None;
            if pressed(Key::ArrowDown) {
                (self.everything, self.closed_for) = (true, None);
            }
            return None;
        }
        if pressed(Key::ArrowDown) {
            self.chosen = Some(self.chosen.map_or(0, |at| (at + 1) % count));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = Some(self.chosen.map_or(count - 1, |at| (at + count - 1) % count));
        }
        if pressed(Key::Escape) {
            self.close(text);
        }
        if self.chosen.is_some() && (pressed(Key::Enter) || pressed(Key::Tab)) {
            return self.decided();
        }
        None
    }

    fn decided(&mut self) -> Option<Decided> {
        let proposal = self.there.as_ref()?.proposals.get(self.chosen?)?.clone();
        let typing = self.typing.clone()?;
        self.typed();
        Some(Decided { typing, proposal })
    }

    /// Closes the list until something else is typed.
    pub fn close(&mut self, text: &str) {
        self.typed();
        self.closed_for = Some(text.to_owned());
        self.rect = None;
    }

    /// Follows the cursor: asks for what could be written there.
    pub fn follow(&mut self, view: &View<'_>, opened: &Opened, text: &str, cursor: Option<usize>) {
        let known = Known::of(&opened.snapshot, &opened.datasets);
        self.typing = cursor.and_then(|cursor| Typing::at(text, cursor, &known)).filter(|typing| {
            let is_wanted = typing.of.is_some() || typing.typed.chars().count() >= LEAST_OF_A_NAME;
            is_wanted || self.everything
        });
        let is_closed = self.closed_for.as_deref() == Some(text);
        let Some(typing) = self.typing.clone().filter(|_| !is_closed) else {
            self.typing = None;
            return self.awaited.rest();
        };
        let revision = opened.snapshot.revision();
        let key = ProposalsKey { opened: opened.number, revision, typing, lang: view.lang() };
        if self.there.as_ref().is_some_and(|there| there.key == key) {
            return self.awaited.rest();
        }
        if !self.awaited.ask(&key) {
            return;
        }
        let like = self.there.as_ref().filter(|there| there.key.is_like(&key));
        let ground = like.map(|there| Arc::clone(&there.ground));
        if like.is_none() {
            // Names are not to be taken for words while those are counted.
            self.there = None;
        }
        let work = ProposalsWork { key, snapshot: opened.snapshot.clone(), known, ground };
        view.send(Command::Query(QueryCommand::Propose(Box::new(work))));
    }

    /// After the field: the list below it. Says what was clicked.
    pub fn show(&mut self, ui: &egui::Ui, view: &View<'_>, field: &egui::Response) -> Option<Decided> {
        let is_shown = self.typing.is_some() && (field.has_focus() || self.has_pointer(ui));
        let proposals = self.there.as_ref().map(|there| there.proposals.clone()).unwrap_or_default();
        if !is_shown || proposals.is_empty() {
            self.rect = None;
            return None;
        }
        let mut clicked = None;
        let shown = egui::Popup::from_response(field)
            .id(field.id.with("proposals"))
            .open(true)
            .close_behavior(egui::PopupCloseBehavior::IgnoreClicks)
            .accessible_name(view.tr("proposals-name"))
            .gap(4.0)
            .frame(egui::Frame::popup(&ui.global_style()).inner_margin(egui::Margin::same(6)))
            .show(|ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = 0.0;
                for (at, proposal) in proposals.iter().enumerate() {
                    let is_chosen = self.chosen == Some(at);
                    let response = proposal_ui(ui, view, proposal, is_chosen);
                    if is_chosen {
                        // Screen readers say what is chosen while the field keeps the keyboard.
                        ui.ctx().accesskit_node_builder(field.id, |node| {
                            node.set_active_descendant(response.id.accesskit_id());
                        });
                    }
                    if response.clicked() {
                        clicked = Some(at);
                    }
                }
                ui.add_space(space::XS);
                label::foot(ui, &view.tr("proposals-hint"));
            });
        self.rect = shown.map(|shown| shown.response.rect);
        // These keys are the list's: without this they would take the keyboard away from the field.
        let tab = self.chosen.is_some();
        let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, tab, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, filter));
        self.chosen = clicked.or(self.chosen);
        clicked.and_then(|_| self.decided())
    }
}

/// A proposal that was taken, and what it replaces.
pub struct Decided {
    /// What was being typed.
    pub typing: Typing,
    /// What is written in its place.
    pub proposal: Proposal,
}

fn proposal_ui(ui: &mut egui::Ui, view: &View<'_>, proposal: &Proposal, is_chosen: bool) -> egui::Response {
    let tokens = view.tokens;
    let count = number(view.lang(), proposal.count);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), egui::Sense::CLICK);
    response.widget_info(|| {
        let arguments = [("shown", proposal.shown.as_str().into()), ("count", proposal.count.into())];
        let name = view.tr_args("proposals-entry", &arguments);
        egui::WidgetInfo::selected(egui::Role::ListBoxOption, ui.is_enabled(), is_chosen, name)
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if is_chosen || response.hovered() {
            painter.rect_filled(rect, 4.0, tokens.accent_ground);
        }
        let right = painter.layout_no_wrap(count, theme::plain(size::FOOT), tokens.muted);
        let room = rect.width() - right.size().x - 3.0 * space::S;
        let colour = if is_chosen { tokens.accent } else { tokens.text };
        let mut job = egui::text::LayoutJob::default();
        job.append(&proposal.shown, 0.0, egui::TextFormat::simple(theme::plain(size::TABLE + 0.5), colour));
        if proposal.text.trim_matches('"') != proposal.shown {
            job.append(&proposal.text, space::S, egui::TextFormat::simple(theme::plain(size::FOOT), tokens.muted));
        }
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let left = painter.layout_job(job);
        painter.galley(rect.left_center() + egui::vec2(space::S, -left.size().y / 2.0), left, colour);
        let at = rect.right_center() - egui::vec2(space::S + right.size().x, right.size().y / 2.0);
        painter.galley(at, right, tokens.muted);
    }
    response
}
