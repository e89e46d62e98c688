//! The numbers behind the charts: from a snapshot and a question, through `query/` and `stats/`, without a word.

pub mod scatter;
pub mod scope;
pub mod completeness;
pub mod nowcast;
pub mod control;
pub mod days_between;
pub mod incidents;
pub mod series;
pub mod groups;
pub mod course;
pub mod season;
pub mod rate;
pub mod compare;
pub mod chosen;
pub mod affected;
pub mod sizes;
pub mod delay;
pub mod delay_pairs;
pub mod delay_records;
pub mod delay_deadline;
pub mod delay_corrected;
pub mod delay_cohorts;
pub mod delay_bounds;
pub mod delay_among;
pub mod milestones;
pub mod curve;
pub mod behind;
pub mod why;
pub mod narrow;
pub mod by_year;
pub mod pool;
pub mod size_periods;
pub mod size_curve;
pub mod concentration;
pub mod ranked;
pub mod breakdown;
pub mod together;
pub mod statements;
pub mod comparing;

use crate::chart::figures::affected::AffectedFigure;
use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::query::question::Question;
use crate::query::{Selection, parallel, select};

/// Confidence level of every interval.
pub const LEVEL: f64 = 0.95;

/// The three answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What they were computed from.
    pub scope: Scope,
    /// How many incidents.
    pub incidents: IncidentsFigure,
    /// How many people.
    pub affected: AffectedFigure,
    /// How long until it was told.
    pub delay: DelayFigure,
}

impl Overview {
    /// Computes the three answers. Depends on its arguments alone; O(records), spread over threads by `query/`.
    pub fn compute(snapshot: &Snapshot, question: &Question) -> Self {
        let selection = select(snapshot, &question.filter, question.date_of, question.measure);
        Self::of(snapshot, &selection, question)
    }

    /// As [`Overview::compute`], where what the question's filter chooses is known already.
    pub fn of(snapshot: &Snapshot, selection: &Selection, question: &Question) -> Self {
        let scope = Scope::of(snapshot, selection, question);
        let (delay, (incidents, affected)) = parallel::both(
            || DelayFigure::compute(snapshot, selection, question, &scope),
            || {
                let incidents = IncidentsFigure::compute(snapshot, selection, question, &scope);
                (incidents, AffectedFigure::compute(snapshot, selection, question, &scope))
            },
        );
        Self { scope, incidents, affected, delay }
    }
}
