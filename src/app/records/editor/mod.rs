//! The editor: one record, as a draft that is saved or discarded as a whole.

pub mod about;
pub mod evidence;
pub mod figures;
pub mod fields;
pub mod how_many;
pub mod imported;
pub mod lists;
pub mod suggest;
pub mod texts;
pub mod what;
pub mod when;

use eframe::egui::{self, Key, Label, Modifiers, RichText};
use lucide_icons::Icon;

use crate::app::briefings::add;
use crate::app::opened::Opened;
use crate::app::records::draft::{Draft, Reading, Target, name_of};
use crate::app::records::editor::figures::InFigures;
use crate::app::theme::{self, Tokens, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};
use crate::frame::{RecordId, Revision};
use crate::model::incident::Incident;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::validate;
use crate::text::Arg;

/// The record being edited.
pub struct Editor {
    /// The draft.
    pub draft: Draft,
    /// Version of the data that the draft was last compared with.
    revision: Revision,
    /// What became of the record meanwhile.
    meanwhile: Option<Meanwhile>,
    /// What is to happen once it is decided what becomes of what was typed.
    asking: Option<Next>,
    focus_title: bool,
    /// The part that takes the keyboard.
    focus: Option<u64>,
    figures: InFigures,
}

enum Meanwhile {
    /// It was changed: the record as it is now.
    Changed(Box<Incident>),
    /// It was deleted.
    Gone,
}

/// Where to go from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nowhere: the editor closes.
    Close,
    /// To this record.
    Open(RecordId),
    /// To a new record.
    New,
    /// To what waits until this is decided: closing the window, or another workspace.
    Then,
}

/// What was decided in the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Save, and go on to something else if that was asked.
    Save(Option<Next>),
    /// Leave what was typed.
    Leave(Next),
    /// Go on to the next record, or the one before.
    Neighbour(Way),
    /// Delete the record.
    Delete,
    /// Duplicate it.
    Duplicate,
}

/// Down or up the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The next.
    Down,
    /// The one before.
    Up,
}

/// What a section draws and changes.
pub struct Form<'a> {
    /// What a view has in hand.
    pub view: &'a View<'a>,
    /// The open workspace.
    pub opened: &'a Opened,
    /// The draft.
    pub draft: &'a mut Draft,
    /// What the draft said at the start of the frame.
    pub reading: &'a Reading,
    /// Whether the title takes the keyboard.
    pub focus_title: &'a mut bool,
    /// The part that takes the keyboard.
    pub focus: &'a mut Option<u64>,
    /// What became of the record in the figures.
    pub figures: &'a mut InFigures,
}

impl Editor {
    /// An editor of this draft. With `focus`, its first field takes the keyboard.
    pub fn new(draft: Draft, revision: Revision, focus: bool) -> Self {
        Self {
            draft,
            revision,
            meanwhile: None,
            asking: None,
            focus_title: focus,
            focus: None,
            figures: InFigures::default(),
        }
    }

    /// The record that is edited, where it is not a new one.
    pub const fn record(&self) -> Option<RecordId> {
        match self.draft.target {
            Target::Record(id) => Some(id),
            Target::New => None,
        }
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.draft.read().differs(&self.draft)
    }

    /// Goes on with what was saved as this record.
    pub fn saved(&mut self, id: RecordId, fresh: Self) {
        self.draft.saved(Target::Record(id), fresh.draft.base, fresh.draft.imported);
        self.revision = fresh.revision;
        self.meanwhile = None;
        self.asking = None;
    }

    /// Moves the keyboard to the first field.
    pub const fn take_focus(&mut self) {
        self.focus_title = true;
    }

    /// Goes on to something else: at once where nothing was typed, else after asking. True if at once.
    pub fn leave(&mut self, next: Next) -> bool {
        let is_free = !self.is_dirty();
        if !is_free {
            self.asking = Some(next);
        }
        is_free
    }

    /// Whether it is being asked what becomes of the draft before something else goes on.
    pub fn holds_up(&self) -> bool {
        self.asking == Some(Next::Then)
    }

    /// Compares the record with what the draft was begun from, after an edit elsewhere.
    pub fn follow(&mut self, opened: &Opened) {
        let revision = opened.snapshot.revision();
        let Some(id) = self.record().filter(|_| self.revision != revision) else { return };
        self.revision = revision;
        match opened.workspace.incident(id) {
            Ok(now) if now == self.draft.base => self.meanwhile = None,
            Ok(now) if !self.is_dirty() => {
                let imported = opened.workspace.imported(id).unwrap_or_default();
                self.draft = Draft::of(self.draft.target, now, imported);
                self.meanwhile = None;
            }
            Ok(now) => self.meanwhile = Some(Meanwhile::Changed(Box::new(now))),
            Err(_) => self.meanwhile = Some(Meanwhile::Gone),
        }
    }

    /// Whether the record is gone and nothing typed would be lost with it.
    pub fn is_moot(&self) -> bool {
        matches!(self.meanwhile, Some(Meanwhile::Gone)) && !self.is_dirty()
    }

    /// Draws the editor in the room there is.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) -> Option<Decided> {
        let reading = self.draft.read();
        let is_dirty = reading.differs(&self.draft);
        let mut decided = self.keys(ui, is_dirty);
        let tokens = view.tokens;
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 10));
        let head = egui::Panel::top("record head").frame(frame).resizable(false).show_separator_line(false);
        let head = head.show(ui, |ui| self.head_ui(ui, view, opened, &reading, is_dirty));
        theme::edge_line(ui, head.response.rect, theme::Edge::Bottom);
        decided = decided.or(head.inner);
        let foot = egui::Panel::bottom("record foot").frame(frame).resizable(false).show_separator_line(false);
        let foot = foot.show(ui, |ui| self.foot_ui(ui, view, &reading, is_dirty));
        theme::edge_line(ui, foot.response.rect, theme::Edge::Top);
        decided = decided.or(foot.inner);
        let frame = egui::Frame::new().fill(tokens.surface).inner_margin(egui::Margin::symmetric(16, 12));
        egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let scroll = egui::ScrollArea::vertical().auto_shrink(false).id_salt(("record", self.draft.base.id));
            scroll.show(ui, |ui| {
                // Room for the bar, and for the focus ring at the left edge.
                ui.set_max_width(ui.available_width() - 6.0);
                ui.spacing_mut().item_spacing.y = space::XS;
                self.meanwhile_ui(ui, view);
                problems_ui(ui, view, opened, &reading, &self.draft);
                let mut form = Form {
                    view,
                    opened,
                    draft: &mut self.draft,
                    reading: &reading,
                    focus_title: &mut self.focus_title,
                    focus: &mut self.focus,
                    figures: &mut self.figures,
                };
                sections_ui(ui, &mut form);
            });
        });
        decided
    }

    fn keys(&mut self, ui: &egui::Ui, is_dirty: bool) -> Option<Decided> {
        // A list or menu that is open takes Escape for itself.
        let is_list_open = egui::Popup::is_any_open(ui.ctx()) || suggest::is_any_open(ui.ctx());
        if !is_list_open && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            if self.asking.take().is_some() {
                return None;
            }
            if !is_dirty {
                return Some(Decided::Leave(Next::Close));
            }
            self.asking = Some(Next::Close);
            return None;
        }
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::COMMAND, Key::S) {
                return Some(Decided::Save(None));
            }
            if input.consume_key(Modifiers::ALT, Key::ArrowDown) {
                return Some(Decided::Neighbour(Way::Down));
            }
            if input.consume_key(Modifiers::ALT, Key::ArrowUp) {
                return Some(Decided::Neighbour(Way::Up));
            }
            None
        })
    }

    fn head_ui(
        &self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        reading: &Reading,
        is_dirty: bool,
    ) -> Option<Decided> {
        let mut decided = None;
        ui.horizontal(|ui| {
            let room = ui.available_width() - 5.0 * 32.0;
            ui.allocate_ui_with_layout(egui::vec2(room, 40.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 0.0;
                let name = name_of(&reading.incident);
                let name = match (name.is_empty(), self.record()) {
                    (false, _) => name,
                    (true, None) => view.tr("records-new-title"),
                    (true, Some(_)) => view.tr("records-nameless-title"),
                };
                ui.add(Label::new(RichText::new(name).font(theme::bold(size::CARD))).truncate());
                let standing = RichText::new(self.standing(view, opened, is_dirty)).size(size::FOOT);
                ui.add(Label::new(standing.color(view.tokens.muted)).truncate());
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let mut offer = |ui: &mut egui::Ui, icon: Icon, key: &str, what: Decided| {
                    if button::icon(ui, icon, &view.tr(key)).clicked() {
                        decided = Some(what);
                    }
                };
                let close = if is_dirty { None } else { Some(Decided::Leave(Next::Close)) };
                if let Some(close) = close {
                    offer(ui, Icon::X, "records-close-editor", close);
                }
                if let Some(record) = self.record() {
                    add::record_button(ui, view, opened, record);
                    offer(ui, Icon::Trash2, "records-delete-this", Decided::Delete);
                    offer(ui, Icon::ChevronDown, "records-next-record", Decided::Neighbour(Way::Down));
                    offer(ui, Icon::ChevronUp, "records-previous-record", Decided::Neighbour(Way::Up));
                }
            });
        });
        decided
    }

    /// Whether it is saved, and where it belongs.
    fn standing(&self, view: &View<'_>, opened: &Opened, is_dirty: bool) -> String {
        let saved = match (self.record(), is_dirty) {
            (None, _) => view.tr("records-standing-new"),
            (Some(_), true) => view.tr("records-standing-unsaved"),
            (Some(_), false) => view.tr("records-standing-saved"),
        };
        let origin = self.draft.base.origin.as_ref();
        let dataset = origin.and_then(|origin| opened.dataset(origin.dataset)).map(|dataset| dataset.name.as_str());
        dataset.map_or(saved.clone(), |name| format!("{saved} · {name}"))
    }

    fn foot_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, reading: &Reading, is_dirty: bool) -> Option<Decided> {
        if let Some(next) = self.asking.filter(|_| is_dirty) {
            return self.asking_ui(ui, view, next);
        }
        let mut decided = None;
        ui.horizontal(|ui| {
            let save = format!("{}  {}", view.tr("records-save"), keys_text(ui, Modifiers::COMMAND, Key::S));
            let can_save = is_dirty && reading.faults == 0;
            ui.add_enabled_ui(can_save, |ui| {
                if button::primary(ui, &save).accessible_name(view.tr("records-save")).clicked() {
                    decided = Some(Decided::Save(None));
                }
            });
            let (words, name) = if is_dirty {
                (view.tr("records-discard"), view.tr("records-discard"))
            } else {
                (view.tr("records-close"), view.tr("records-close"))
            };
            if button::secondary(ui, &format!("{words}  Esc")).accessible_name(name).clicked() {
                decided = Some(Decided::Leave(Next::Close));
            }
            if reading.faults > 0 {
                let words = view.tr_args("records-faults", &[("count", reading.faults.into())]);
                let colour = Tokens::of(ui.ctx()).alarm;
                ui.add(Label::new(RichText::new(words).size(size::FOOT + 0.5).color(colour)).wrap());
            } else if self.record().is_some() && !is_dirty {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if button::secondary(ui, &view.tr("records-duplicate")).clicked() {
                        decided = Some(Decided::Duplicate);
                    }
                });
            }
        });
        decided
    }

    fn asking_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, next: Next) -> Option<Decided> {
        let mut decided = None;
        ui.add(Label::new(RichText::new(view.tr("records-asking")).font(theme::bold(size::TABLE))).wrap());
        ui.horizontal(|ui| {
            if button::primary(ui, &view.tr("records-save")).clicked() {
                self.asking = None;
                decided = Some(Decided::Save(Some(next)));
            }
            if button::secondary(ui, &view.tr("records-discard")).clicked() {
                self.asking = None;
                decided = Some(Decided::Leave(next));
            }
            if button::quiet(ui, &view.tr("records-stay")).clicked() {
                self.asking = None;
            }
        });
        decided
    }

    fn meanwhile_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let Some(meanwhile) = &self.meanwhile else { return };
        match meanwhile {
            Meanwhile::Gone => {
                label::caution(ui, &view.tr("records-gone"));
            }
            Meanwhile::Changed(now) => {
                label::caution(ui, &view.tr("records-changed"));
                if button::quiet(ui, &view.tr("records-take-changed")).clicked() {
                    let now = (**now).clone();
                    self.draft = Draft::of(self.draft.target, now, self.draft.imported.clone());
                    self.meanwhile = None;
                }
            }
        }
        ui.add_space(space::S);
    }

    /// Whether saving has to add the record again, because it was deleted meanwhile.
    pub const fn must_add(&self) -> bool {
        matches!(self.draft.target, Target::New) || matches!(self.meanwhile, Some(Meanwhile::Gone))
    }
}

fn keys_text(ui: &egui::Ui, modifiers: Modifiers, key: Key) -> String {
    ui.ctx().format_shortcut(&egui::KeyboardShortcut::new(modifiers, key))
}

fn sections_ui(ui: &mut egui::Ui, form: &mut Form<'_>) {
    what::show(ui, form);
    what::who(ui, form);
    when::show(ui, form);
    how_many::show(ui, form);
    figures::show(ui, form);
    about::posture(ui, form);
    about::attack(ui, form);
    texts::show(ui, form);
    texts::sources(ui, form);
    texts::campaign(ui, form);
    texts::custom(ui, form);
    imported::show(ui, form);
    ui.add_space(space::XL);
}

/// What deserves a second look. Nothing is said of a new record that nothing was typed into.
fn problems_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, reading: &Reading, draft: &Draft) {
    if draft.target == Target::New && !reading.differs(draft) {
        return;
    }
    let origin = reading.incident.origin.as_ref();
    let as_of = origin.and_then(|origin| opened.dataset(origin.dataset)).map(|dataset| dataset.as_of);
    let mut problems = validate::check(&reading.incident, as_of);
    // While a record is being entered, what is not there yet is no problem.
    problems.retain(|problem| draft.target != Target::New || problem.kind != ProblemKind::Undated);
    if problems.is_empty() {
        return;
    }
    let words: Vec<String> = problems.iter().map(|problem| problem_words(view, problem)).collect();
    let tokens = view.tokens;
    egui::Frame::new()
        .fill(tokens.caution_ground)
        .corner_radius(egui::CornerRadius::same(size::CORNER))
        .inner_margin(egui::Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            for words in words {
                ui.add(Label::new(RichText::new(words).size(size::TABLE).color(tokens.caution)).wrap());
            }
        });
    ui.add_space(space::S);
}

fn problem_words(view: &View<'_>, problem: &Problem) -> String {
    let words = view.tr(&format!("problem-{}", problem.kind.key()));
    let event = format!("event-{}", problem.column);
    let place = if crate::text::has(view.lang(), &event) {
        view.tr(&event)
    } else {
        match problem.column.as_str() {
            "affected" => view.tr("records-field-affected"),
            _ => return words,
        }
    };
    let found = if problem.kind == ProblemKind::WrongOrder { String::new() } else { problem.found.clone() };
    let args = [("place", Arg::Text(place)), ("problem", Arg::Text(words)), ("found", Arg::Text(found.clone()))];
    if found.is_empty() {
        view.tr_args("records-problem", &args[..2])
    } else {
        view.tr_args("records-problem-found", &args)
    }
}
