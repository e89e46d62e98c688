//! Changes to what is asked.

use crate::app::App;
use crate::app::clock;
use crate::app::command::{AskCommand, FilterCommand};
use crate::app::jobs::JobKind;
use crate::query::question::Filter;

impl App {
    pub(super) fn change_filter(&mut self, change: FilterCommand) {
        let Some(opened) = &mut self.state.opened else { return };
        let filter = &mut opened.question.filter;
        match change {
            FilterCommand::Text(text) => filter.text = text,
            FilterCommand::Period(from, to) => (filter.from, filter.to) = (from, to),
            FilterCommand::Words(field, words) => {
                let at = filter.words.iter().position(|(known, _)| *known == field);
                match (at, words.is_empty()) {
                    (Some(at), true) => {
                        filter.words.remove(at);
                    }
                    (Some(at), false) => {
                        if let Some((_, known)) = filter.words.get_mut(at) {
                            *known = words;
                        }
                    }
                    (None, true) => {}
                    (None, false) => filter.words.push((field, words)),
                }
            }
            FilterCommand::Datasets(datasets) => filter.datasets = datasets,
            FilterCommand::WithoutLargest(without) => filter.without_largest = without,
            FilterCommand::Expr(expr) => filter.expr = expr,
            FilterCommand::Narrow(more) => filter.expr = std::mem::take(&mut filter.expr).narrowed(more),
            FilterCommand::Clear => *filter = Filter::default(),
        }
        opened.settle_basis(clock::today());
        // A list of a figure's records was drawn up for the filter of before.
        self.state.listing = None;
        self.jobs.cancel(JobKind::Behind);
        self.view_changed();
    }

    pub(super) fn change_question(&mut self, change: AskCommand) {
        let Some(opened) = &mut self.state.opened else { return };
        let question = &mut opened.question;
        match change {
            AskCommand::DateOf(event) => question.date_of = event,
            AskCommand::Period(period) => question.period = period,
            AskCommand::Delay(from, to) => question.delay = (from, to),
            AskCommand::Measure(unit, effect) => question.measure = (unit, effect),
            AskCommand::Affected(view) => opened.choices.affected = view,
            AskCommand::Naive(naive) => opened.choices.naive = naive,
        }
        self.view_changed();
    }
}
