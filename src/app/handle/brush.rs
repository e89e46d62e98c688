//! What is chosen in charts becomes a condition of the filter.

use std::sync::Arc;

use crate::app::App;
use crate::app::brushes::Brush;
use crate::app::command::{FilterCommand, MarkCommand, Page};
use crate::app::listing::Listing;
use crate::app::notices::Gravity;
use crate::app::opened::Opened;
use crate::chart::figures::behind::records_behind;
use crate::chart::figures::narrow::condition;
use crate::chart::figures::why::Figure;
use crate::chart::model::ChartKey;
use crate::chart::records::RecordsKey;
use crate::query::expr::Expr;
use crate::text::tr;

/// Most records that a filter names one by one.
const NAMED_MOST: usize = 5_000;

impl App {
    pub(super) fn run_mark_command(&mut self, command: MarkCommand) {
        let Some(opened) = &mut self.state.opened else { return };
        match command {
            MarkCommand::Only { chart, keys, words } => {
                if opened.brush(chart).is_some_and(|brush| brush.keys == keys) {
                    return;
                }
                let Some(condition) = condition_for(opened, chart, &keys) else { return self.say_too_many() };
                opened.set_brush(Brush { chart, keys, condition, words });
                // The same steps as for any change of the filter.
                let expr = opened.question.filter.expr.clone();
                self.change_filter(FilterCommand::Expr(expr));
            }
            MarkCommand::Without { chart, keys } => {
                let Some(condition) = condition_for(opened, chart, &keys) else { return self.say_too_many() };
                self.change_filter(FilterCommand::Narrow(Expr::Not(Box::new(condition))));
            }
            MarkCommand::List { chart, key, words } => {
                let question = opened.question_for(chart);
                let ids = Arc::new(records_behind(&opened.snapshot, &question, &key));
                let page = self.state.page;
                let left_out_of = Figure::leaving_out(&key, &question, (page == Page::Charts).then_some(chart));
                self.state.listing = Some(Listing { words, ids, from: page, left_out_of });
                self.state.page = Page::Records;
            }
            MarkCommand::Clear(chart) => {
                if opened.clear_brush(chart) {
                    let expr = opened.question.filter.expr.clone();
                    self.change_filter(FilterCommand::Expr(expr));
                }
            }
        }
    }

    fn say_too_many(&mut self) {
        let words = tr(self.state.lang, "brush-too-many");
        self.state.notices.say(Gravity::Caution, words);
    }
}

/// The condition for marks of a chart; `None` where they would have to be named one by one and are too many.
fn condition_for(opened: &Opened, chart: ChartKey, keys: &[RecordsKey]) -> Option<Expr> {
    let question = opened.question_for(chart);
    condition(keys, &question).or_else(|| {
        let behind = |key: &RecordsKey| records_behind(&opened.snapshot, &question, key);
        let mut ids: Vec<_> = keys.iter().flat_map(behind).collect();
        ids.sort_unstable();
        ids.dedup();
        (ids.len() <= NAMED_MOST).then_some(Expr::Records(ids))
    })
}
