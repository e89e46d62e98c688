//! The conditions of the filter as chips: in words, to be turned, edited as text, or taken away.

use eframe::egui;

use crate::app::command::{Command, FilterCommand};
use crate::app::opened::Opened;
use crate::app::top_bar::query::QueryField;
use crate::app::view::View;
use crate::app::widgets::{chip, choice, popup};
use crate::frame::Revision;
use crate::query::language::describe;
use crate::query::{Expr, Known};
use crate::text::Lang;

/// Letters of a chip; the rest is in its hint.
const LONGEST: usize = 44;

/// What the words of chips rest on.
type Key = (u64, Revision, Expr, Lang);

/// The words of all conditions, kept until one changes.
#[derive(Default)]
pub struct Conditions {
    key: Option<Key>,
    words: Vec<String>,
}

impl Conditions {
    /// The conditions in words, in the order of the filter's expression.
    pub fn words(&mut self, view: &View<'_>, opened: &Opened) -> &[String] {
        let expr = &opened.question.filter.expr;
        let key = (opened.number, opened.snapshot.revision(), expr.clone(), view.lang());
        if self.key.as_ref() != Some(&key) {
            let known = Known::of(&opened.snapshot, &opened.datasets);
            let parts: &[Expr] = if expr.is_everything() { &[] } else { expr.parts() };
            let words = |part: &Expr| describe(part, &opened.snapshot, &known, view.lang());
            self.words = parts.iter().map(words).collect();
            self.key = Some(key);
        }
        &self.words
    }
}

/// The words of a chip, shortened.
pub fn short(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    words.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// What can be done to the condition at `at`, whose chip this is.
pub fn chip_ui(field: &mut QueryField, view: &View<'_>, opened: &Opened, at: usize, response: &chip::ChipResponse) {
    let parts = opened.question.filter.expr.parts();
    let Some(part) = parts.get(at) else { return };
    let send = |part: Option<Expr>| {
        let mut kept = parts.to_vec();
        match part {
            Some(part) => kept.iter_mut().skip(at).take(1).for_each(|slot| slot.clone_from(&part)),
            None => drop(kept.remove(at)),
        }
        view.send(Command::Filter(FilterCommand::Expr(Expr::All(kept).tidied())));
    };
    if response.removed {
        send(None);
    }
    popup::panel(&response.body, 200.0, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if choice::entry(ui, false, &view.tr("query-chip-edit"), "").clicked() {
            field.edit_condition(view, opened, at);
            ui.close();
        }
        let key = if matches!(part, Expr::Not(_)) { "query-chip-turn-back" } else { "query-chip-turn" };
        if choice::entry(ui, false, &view.tr(key), "").clicked() {
            send(Some(Expr::Not(Box::new(part.clone()))));
            ui.close();
        }
    });
}

/// The identity of a chip within the bar.
pub fn salt(at: usize) -> egui::IdSalt {
    egui::IdSalt::new(("condition", at))
}
