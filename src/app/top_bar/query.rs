//! The field of the top bar: words to search for, or a query. A query takes effect while it is typed; Enter makes its
//! conditions chips. One that cannot be understood is marked with what is wrong, and the last good one stays.

use eframe::egui::{self, Key, RichText};
use lucide_icons::Icon;

use crate::app::command::{Command, FilterCommand};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::view::View;
use crate::app::widgets::{button, field};
use crate::query::language::{is_plain, parse, print, unmatched};
use crate::query::{Expr, Known};

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
    /// The keyboard is wanted.
    wants_focus: bool,
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

    /// Shows the field.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, width: f32) {
        self.settle(opened);
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
            self.changed(view, opened);
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.lost_focus() && (is_entered || self.said.is_none()) {
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
            Err(error) => self.said = Some(error.sentence(view.lang())),
            Ok(expr) => {
                self.said = unmatched(&expr, &opened.snapshot).first().map(|lost| lost.sentence(view.lang()));
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
        }
    }
}
