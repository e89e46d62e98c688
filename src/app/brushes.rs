//! What was chosen in charts: each chart has one brush, which is a condition of the filter for every other chart.

use crate::app::opened::Opened;
use crate::chart::model::ChartKey;
use crate::chart::records::RecordsKey;
use crate::query::expr::Expr;
use crate::query::question::Question;

/// What was chosen in one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush {
    /// The chart.
    pub chart: ChartKey,
    /// The marks.
    pub keys: Vec<RecordsKey>,
    /// What the filter says for them.
    pub condition: Expr,
    /// What they are, in words.
    pub words: String,
}

/// An expression without one of its conditions; `None` where it does not have it.
pub fn without(expr: &Expr, condition: &Expr) -> Option<Expr> {
    match expr {
        _ if expr == condition => Some(Expr::default()),
        Expr::All(parts) => {
            let at = parts.iter().position(|part| part == condition)?;
            let mut rest = parts.clone();
            rest.remove(at);
            Some(Expr::All(rest))
        }
        _ => None,
    }
}

impl Opened {
    /// What is chosen in a chart, as long as the filter still says so.
    pub fn brush(&self, chart: ChartKey) -> Option<&Brush> {
        let brush = self.brushes.iter().find(|brush| brush.chart == chart)?;
        without(&self.question.filter.expr, &brush.condition).is_some().then_some(brush)
    }

    /// The question that a chart answers: its own brush does not narrow it.
    pub fn question_for(&self, chart: ChartKey) -> Question {
        let mut question = self.question.clone();
        if let Some(rest) = self.brush(chart).and_then(|brush| without(&question.filter.expr, &brush.condition)) {
            question.filter.expr = rest;
        }
        question
    }

    /// Chooses marks of a chart, in the place of what was chosen there before.
    pub fn set_brush(&mut self, brush: Brush) {
        self.clear_brush(brush.chart);
        let filter = &mut self.question.filter;
        filter.expr = std::mem::take(&mut filter.expr).narrowed(brush.condition.clone());
        self.brushes.push(brush);
    }

    /// Takes back what was chosen in a chart; says whether there was something.
    pub fn clear_brush(&mut self, chart: ChartKey) -> bool {
        let had = self.brush(chart).is_some();
        self.question = self.question_for(chart);
        self.brushes.retain(|brush| brush.chart != chart);
        had
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_taken_out_of_those_beside_it() {
        let (a, b) = (Expr::Text("a".to_owned()), Expr::Text("b".to_owned()));
        let both = a.clone().and(b.clone());
        assert_eq!(without(&both, &b), Some(Expr::All(vec![a.clone()])));
        assert_eq!(without(&a, &a), Some(Expr::default()));
        assert_eq!(without(&a, &b), None);
        assert_eq!(without(&Expr::Not(Box::new(b.clone())), &b), None, "its opposite is another condition");
    }
}
