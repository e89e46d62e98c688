//! Named views: a whole question under a name, kept in the workspace.

use serde::{Deserialize, Serialize};

use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::query::question::{Filter, PeriodKind, Question};

/// Name under which a workspace keeps its views.
pub const STATE: &str = "views";

/// A question under a name. What follows from the datasets (as-of date, mechanism, coverage) is not part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its name; no other view of the workspace has it, letter case and accents aside.
    pub name: String,
    /// Which records.
    pub filter: Filter,
    /// Which event's date is the time axis.
    pub date_of: EventKind,
    /// Length of the periods.
    pub period: PeriodKind,
    /// Delay from the first to the second event.
    pub delay: (EventKind, EventKind),
    /// What is counted as affected.
    pub measure: (Unit, Effect),
}

impl SavedView {
    /// What a question asks, under a name.
    pub fn of(name: &str, question: &Question) -> Self {
        Self {
            name: name.trim().to_owned(),
            filter: question.filter.clone(),
            date_of: question.date_of,
            period: question.period,
            delay: question.delay,
            measure: question.measure,
        }
    }

    /// Puts what the view asks in the place of what a question asks.
    pub fn apply(&self, question: &mut Question) {
        question.filter = self.filter.clone();
        question.date_of = self.date_of;
        question.period = self.period;
        question.delay = self.delay;
        question.measure = self.measure;
    }

    /// Whether a question asks just this.
    pub fn is(&self, question: &Question) -> bool {
        *self == Self::of(&self.name, question)
    }
}

/// The view of a name, letter case and accents aside.
pub fn named<'a>(views: &'a [SavedView], name: &str) -> Option<&'a SavedView> {
    place_of(views, name).and_then(|at| views.get(at))
}

/// The place of a name, letter case and accents aside.
pub fn place_of(views: &[SavedView], name: &str) -> Option<usize> {
    let folded = crate::frame::fold::fold(name);
    let exact = views.iter().position(|view| view.name == name.trim());
    exact.or_else(|| views.iter().position(|view| crate::frame::fold::fold(&view.name) == folded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Snapshot;
    use crate::model::calendar::Day;
    use crate::query::Expr;
    use crate::query::first::first_question;

    #[test]
    fn a_view_brings_its_question_back() {
        let mut question = first_question(&Snapshot::default(), &[], Day(20_000));
        question.filter.expr = Expr::Text("x".to_owned());
        question.period = PeriodKind::Week;
        let view = SavedView::of("  Été ", &question);
        assert_eq!(view.name, "Été");
        assert!(view.is(&question));
        let mut other = first_question(&Snapshot::default(), &[], Day(1));
        assert!(!view.is(&other));
        view.apply(&mut other);
        assert!(view.is(&other));
        assert_eq!(other.as_of, first_question(&Snapshot::default(), &[], Day(1)).as_of);
        assert!(named(std::slice::from_ref(&view), "ete").is_some() && named(&[view], "hiver").is_none());
    }
}
