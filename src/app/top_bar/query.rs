//! The field of the top bar: words to search for, or a query. A query takes effect while it is typed; Enter makes its
//! conditions chips. One that cannot be understood is marked with what is wrong, and the last good one stays. What could
//! be written is proposed below it (see `proposals`); words that no record has are looked for by a job.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Key, RichText};
use lucide_icons::Icon;

use crate::app::awaited::Awaited;
use crate::app::command::{Command, FilterCommand, QueryCommand};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme;
use crate::app::top_bar::proposals::{Decided, Proposals};
use crate::app::view::View;
use crate::app::widgets::{button, field};
use crate::frame::{Revision, Snapshot};
use crate::query::language::{Unmatched, is_plain, parse, print, unmatched};
use crate::query::{Expr, Known};
use crate::text::Lang;

/// Room around the text of the field: its icon, its frame and the cross that clears it.
const AROUND_TEXT: f32 = 76.0;

/// What is typed, and what it stands for.
#[derive(Default)]
pub struct QueryField {
    text: String,
    /// The search that was sent or received last, to notice when it is changed elsewhere.
    known: String,
    /// How often the field was asked for.
    asked: u64,
    typed: Option<Typed>,
    /// What is wrong with the query, or not in the data.
    said: Option<String>,
    /// Whether it is a word that no record has: it stays until the next query was looked at, so that nothing flickers.
    is_lost: bool,
    /// The query whose words are looked for in the data.
    awaited: Awaited<LostKey>,
    /// What could be written.
    proposals: Proposals,
    /// The keyboard is wanted.
    wants_focus: bool,
}

/// A query whose words are looked for: opening, revision, conditions.
type LostKey = (u64, Revision, Expr);

/// Words of a query to be looked for in the data, where one that no record has may be a slip for one of very many.
#[derive(Debug)]
pub struct LostWork {
    key: LostKey,
    snapshot: Snapshot,
}

impl LostWork {
    /// Looks for them: O(words of the fields).
    pub fn run(self) -> Lost {
        let found = unmatched(&self.key.2, &self.snapshot).into_iter().next();
        Lost { key: self.key, found }
    }
}

/// The first word of a query that stands in no record.
#[derive(Debug)]
pub struct Lost {
    key: LostKey,
    found: Option<Unmatched>,
}

fn has_focus(ui: &egui::Ui) -> bool {
    ui.memory(|memory| memory.has_focus(super::search_id()))
}

/// Conditions that stand in the filter because they are typed here.
struct Typed {
    /// Conditions before and after them.
    before: Vec<Expr>,
    after: Vec<Expr>,
    /// The filter's expression as it was sent or found.
    whole: Expr,
}

impl Typed {
    fn with(&self, middle: &[Expr]) -> Expr {
        Expr::All([self.before.as_slice(), middle, self.after.as_slice()].concat()).tidied()
    }
}

impl QueryField {
    /// What is wrong with the query, or not in the data: a sentence for below the bar.
    pub fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    /// Puts a text into the field, in the place of the condition at `at` or behind all others.
    pub fn edit(&mut self, opened: &Opened, at: Option<usize>, text: String) {
        let whole = opened.question.filter.expr.clone();
        let parts = whole.parts();
        let at = at.unwrap_or(parts.len());
        let before = parts.get(..at).unwrap_or_default().to_vec();
        let after = parts.get(at + 1..).unwrap_or_default().to_vec();
        self.text = text;
        self.typed = Some(Typed { before, after, whole });
        self.said = None;
        self.wants_focus = true;
    }

    /// The condition at `at` of the filter as text in the field.
    pub fn edit_condition(&mut self, view: &View<'_>, opened: &Opened, at: usize) {
        let known = Known::of(&opened.snapshot, &opened.datasets);
        if let Some(part) = opened.question.filter.expr.parts().get(at) {
            let text = print(part, &known, view.lang());
            self.edit(opened, Some(at), text);
        }
    }

    /// Takes what was found of the query that is typed.
    pub fn take_lost(&mut self, lost: &Lost, lang: Lang) {
        if self.awaited.came(&lost.key) {
            self.said = lost.found.as_ref().map(|lost| lost.sentence(lang));
            self.is_lost = self.said.is_some();
        }
    }

    /// The job that looked for its words did not finish.
    pub fn lost_failed(&mut self) {
        self.awaited.fail();
    }

    /// What is proposed.
    pub const fn proposals(&mut self) -> &mut Proposals {
        &mut self.proposals
    }

    /// The width that the text needs, with its icon and the cross that clears it.
    pub fn wanted_width(&self, ui: &egui::Ui) -> f32 {
        let font = egui::TextStyle::Body.resolve(ui.style());
        ui.painter().layout_no_wrap(self.text.clone(), font, theme::NONE).size().x + AROUND_TEXT
    }

    /// Shows the field, as wide as this.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, width: f32) {
        self.settle(opened);
        let decided = if has_focus(ui) { self.proposals.keys(ui, &self.text) } else { None };
        if let Some(decided) = decided {
            self.write(ui, view, opened, &decided);
        }
        let keys = crate::app::shortcuts::Action::Find.keys_text(ui.ctx());
        let hint = view.tr_args("app-search-hint", &[("keys", keys.into())]);
        let mark = if self.said.is_some() { view.tokens.alarm } else { view.tokens.muted };
        let field = field::line(&mut self.text, width - 24.0)
            .id(super::search_id())
            .hint_text(hint)
            .prefix(RichText::new(icons::glyph(Icon::Search).to_string()).color(mark))
            .char_limit(1_000);
        let response = ui.add(field).accessible_name(view.tr("app-search"));
        if response.changed() {
            self.proposals.typed();
            self.changed(view, opened);
        }
        let cursor = if has_focus(ui) { self.cursor(ui) } else { None };
        let goes_to_list = self.proposals.has_pointer(ui);
        if cursor.is_some() || !goes_to_list {
            self.proposals.follow(view, opened, &self.text, cursor);
        }
        if let Some(decided) = self.proposals.show(ui, view, &response) {
            self.write(ui, view, opened, &decided);
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_left = response.lost_focus() && !goes_to_list;
        if is_left && (is_entered || self.said.is_none()) {
            self.become_chips();
        }
        if is_entered && self.said.is_some() {
            response.request_focus();
        }
        if view.state.find_asked != self.asked {
            self.asked = view.state.find_asked;
            response.request_focus();
        }
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if !has_focus(ui) && self.text.is_empty() {
            response.on_hover_text(view.tr("query-field-hint"));
        }
        if !self.text.is_empty() && button::icon(ui, Icon::X, &view.tr("app-search-clear")).clicked() {
            self.text.clear();
            self.changed(view, opened);
        }
    }

    /// The place of the cursor, in bytes.
    fn cursor(&self, ui: &egui::Ui) -> Option<usize> {
        let range = TextEditState::load(ui.ctx(), super::search_id())?.cursor.char_range()?;
        let letter = range.primary.index;
        Some(self.text.char_indices().nth(letter.into()).map_or(self.text.len(), |(at, _)| at))
    }

    /// Writes a proposal in the place of what was being typed.
    fn write(&mut self, ui: &egui::Ui, view: &View<'_>, opened: &Opened, decided: &Decided) {
        let Decided { typing, proposal } = decided;
        if self.text.get(typing.at.clone()).is_none() {
            return;
        }
        self.text.replace_range(typing.at.clone(), &proposal.text);
        let behind = self.text.get(..typing.at.start + proposal.text.len()).unwrap_or_default().chars().count();
        let mut state = TextEditState::load(ui.ctx(), super::search_id()).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(behind))));
        state.store(ui.ctx(), super::search_id());
        self.wants_focus = true;
        if typing.of.is_some() {
            self.proposals.close(&self.text);
        }
        self.changed(view, opened);
    }

    /// Notices what was changed elsewhere.
    fn settle(&mut self, opened: &Opened) {
        let filter = &opened.question.filter;
        if filter.text != self.known {
            self.text.clone_from(&filter.text);
            self.known.clone_from(&filter.text);
            (self.typed, self.said) = (None, None);
        }
        if self.typed.as_ref().is_some_and(|typed| typed.whole != filter.expr) {
            self.text.clone_from(&filter.text);
            (self.typed, self.said) = (None, None);
        }
    }

    /// Takes what is typed into the filter.
    fn changed(&mut self, view: &View<'_>, opened: &Opened) {
        if is_plain(&self.text) {
            self.said = None;
            self.awaited.rest();
            if let Some(typed) = self.typed.take() {
                let rest = typed.with(&[]);
                if rest != opened.question.filter.expr {
                    view.send(Command::Filter(FilterCommand::Expr(rest)));
                }
            }
            self.search(view, self.text.clone());
            return;
        }
        let known = Known::of(&opened.snapshot, &opened.datasets);
        match parse(&self.text, &known) {
            Err(error) => {
                self.awaited.rest();
                self.is_lost = false;
                self.said = Some(error.sentence(view.lang()));
            }
            Ok(expr) => {
                if !self.is_lost {
                    self.said = None;
                }
                let key = (opened.number, opened.snapshot.revision(), expr.clone());
                if self.awaited.ask(&key) {
                    let work = LostWork { key, snapshot: opened.snapshot.clone() };
                    view.send(Command::Query(QueryCommand::LookUp(Box::new(work))));
                }
                self.search(view, String::new());
                let whole = opened.question.filter.expr.clone();
                let typed = self.typed.get_or_insert_with(|| Typed {
                    before: whole.parts().to_vec(),
                    after: Vec::new(),
                    whole: whole.clone(),
                });
                let parts = if expr.is_everything() { Vec::new() } else { expr.parts().to_vec() };
                typed.whole = typed.with(&parts);
                if typed.whole != whole {
                    view.send(Command::Filter(FilterCommand::Expr(typed.whole.clone())));
                }
            }
        }
    }

    fn search(&mut self, view: &View<'_>, text: String) {
        if text != self.known {
            self.known.clone_from(&text);
            view.send(Command::Filter(FilterCommand::Text(text)));
        }
    }

    /// What was typed stays in the filter and leaves the field.
    fn become_chips(&mut self) {
        if self.typed.take().is_some() {
            self.text.clear();
            self.said = None;
            self.awaited.rest();
        }
    }
}
