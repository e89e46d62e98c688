//! What is chosen in charts becomes a condition of the filter, or a list of records.

use std::sync::Arc;

use crate::app::App;
use crate::app::brushes::Brush;
use crate::app::command::{Command, FilterCommand, MarkCommand, Page};
use crate::app::jobs::JobKind;
use crate::app::listing::Listing;
use crate::app::notices::Gravity;
use crate::chart::figures::behind::records_behind;
use crate::chart::figures::narrow::condition;
use crate::chart::figures::why::Figure;
use crate::chart::model::ChartKey;
use crate::chart::records::RecordsKey;
use crate::frame::Snapshot;
use crate::query::expr::Expr;
use crate::query::question::Question;
use crate::text::tr;

/// Most records that a filter names one by one.
const NAMED_MOST: usize = 5_000;

impl App {
    pub(super) fn run_mark_command(&mut self, command: MarkCommand) {
        let Some(opened) = &mut self.state.opened else { return };
        match command {
            MarkCommand::Only { chart, keys, words } => {
                if opened.brush(chart).is_none_or(|brush| brush.keys != keys) {
                    self.find_condition(chart, keys, Some(words));
                }
            }
            MarkCommand::Without { chart, keys } => self.find_condition(chart, keys, None),
            MarkCommand::Condition { condition: None, .. } => {
                let words = tr(self.state.lang, "brush-too-many");
                self.state.notices.say(Gravity::Caution, words);
            }
            MarkCommand::Condition { chart, keys, condition: Some(condition), words: Some(words) } => {
                opened.set_brush(Brush { chart, keys, condition, words });
                // The same steps as for any change of the filter.
                let expr = opened.question.filter.expr.clone();
                self.change_filter(FilterCommand::Expr(expr));
            }
            MarkCommand::Condition { condition: Some(condition), words: None, .. } => {
                self.change_filter(FilterCommand::Narrow(Expr::Not(Box::new(condition))));
            }
            MarkCommand::List { chart, key, words } => {
                if let Some((snapshot, question)) = self.shown_as(chart) {
                    let chart = (self.state.page == Page::Charts).then_some(chart);
                    self.list(snapshot, question, (key, words), chart);
                }
            }
            MarkCommand::Clear(chart) => {
                if opened.clear_brush(chart) {
                    let expr = opened.question.filter.expr.clone();
                    self.change_filter(FilterCommand::Expr(expr));
                }
            }
        }
    }

    /// Lists the records behind a mark or a count of what is shown.
    pub(super) fn list_behind(&mut self, key: RecordsKey, words: String) {
        // What the figure on screen was computed from, which may be the one before.
        let shown = if self.state.page == Page::Charts {
            self.figures.shown().map(|shown| (shown.snapshot.clone(), shown.key.question.clone()))
        } else {
            self.answers.shown().map(|shown| (shown.snapshot.clone(), shown.key.question.clone()))
        };
        let on_charts = self.state.page == Page::Charts;
        let chart = self.state.opened.as_ref().and_then(|opened| opened.charts.shown()).filter(|_| on_charts);
        if let Some((snapshot, question)) = shown {
            self.list(snapshot, question, (key, words), chart);
        }
    }

    /// What a chart on screen was computed from: the records and the question.
    fn shown_as(&self, chart: ChartKey) -> Option<(Snapshot, Question)> {
        let opened = self.state.opened.as_ref()?;
        let figure = self.figures.shown().filter(|shown| self.state.page == Page::Charts && shown.key.chart == chart);
        if let Some(figure) = figure {
            return Some((figure.snapshot.clone(), figure.key.question.clone()));
        }
        let overview = self.answers.shown().filter(|_| self.state.page == Page::Overview);
        let asked = overview.and_then(|shown| Some((shown.snapshot.clone(), shown.question_of(chart)?.clone())));
        Some(asked.unwrap_or_else(|| (opened.snapshot.clone(), opened.question_for(chart))))
    }

    /// Has a job look for the records behind a key and list them under these words. `chart` is the figure of the page of
    /// charts whose key it is, if any.
    fn list(
        &mut self,
        snapshot: Snapshot,
        question: Question,
        (key, words): (RecordsKey, String),
        chart: Option<ChartKey>,
    ) {
        let from = self.state.page;
        let left_out_of = Figure::leaving_out(&key, &question, chart);
        let job = move |_: &_| {
            let ids = Arc::new(records_behind(&snapshot, &question, &key));
            Ok(Command::List(Listing { words, ids, from, left_out_of }))
        };
        if let Err(why) = self.jobs.start(JobKind::Behind, String::new(), job) {
            self.say_not_started(why);
        }
    }

    /// Works out what a filter must say of marks: at once where they have a condition of their own, by a job where their
    /// records have to be named one by one. Without words the filter is to say the opposite.
    fn find_condition(&mut self, chart: ChartKey, keys: Vec<RecordsKey>, words: Option<String>) {
        let Some((snapshot, question)) = self.shown_as(chart) else { return };
        if let Some(condition) = condition(&keys, &question) {
            return self.run_mark_command(MarkCommand::Condition { chart, keys, condition: Some(condition), words });
        }
        let job = move |_: &_| {
            let mut ids: Vec<_> = keys.iter().flat_map(|key| records_behind(&snapshot, &question, key)).collect();
            ids.sort_unstable();
            ids.dedup();
            let condition = (ids.len() <= NAMED_MOST).then_some(Expr::Records(ids));
            Ok(Command::Mark(MarkCommand::Condition { chart, keys, condition, words }))
        };
        if let Err(why) = self.jobs.start(JobKind::Behind, String::new(), job) {
            self.say_not_started(why);
        }
    }
}
