//! The share that kept a deadline, among the records of a delay figure: within, late, or not to be told.

use crate::chart::figures::LEVEL;
use crate::chart::figures::delay_pairs::Pairs;
use crate::chart::figures::delay_records::Between;
use crate::model::dataset::Mechanism;
use crate::query::Expr;
use crate::query::question::Question;
use crate::stats::deadline::{Deadline, DeadlineShare, DeadlineTally};

/// The share within a deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineFigure {
    /// The deadline.
    pub deadline: Deadline,
    /// Records within, late and undetermined.
    pub tally: DeadlineTally,
    /// Of the undetermined ones, those that were still open and not yet past it.
    pub open: u64,
    /// Share among the determined and bounds over all; `None` without records.
    pub share: Option<DeadlineShare>,
    /// The records within, late and undetermined, as conditions.
    pub records: [Expr; 3],
}

impl DeadlineFigure {
    /// Judges the records that the delay figure of this question and window rests on.
    ///
    /// A record that is still open is late once the deadline has surely passed, and undetermined until then. In a
    /// list of disclosures only what was followed for the window and told within it is judged: what is not on the
    /// list yet cannot be counted late.
    pub fn compute(pairs: &Pairs, question: &Question, window: u32, deadline: Deadline) -> Self {
        let list = question.mechanism == Mechanism::DisclosureList;
        let (mut tally, mut open) = (DeadlineTally::default(), 0);
        for pair in &pairs.pairs {
            let outside = pair.followed(question.as_of.0) < i64::from(window) || pair.min > window;
            let running = !pair.happened();
            if (list && (outside || running)) || (running && question.mechanism == Mechanism::Mixed) {
                continue;
            }
            let most = Some(pair.max).filter(|max| !running && *max != u32::MAX);
            let before = tally.undetermined;
            tally.add(deadline.verdict(pair.min, most));
            open += u64::from(running && tally.undetermined > before);
        }
        let records = records(question, window, deadline);
        Self { deadline, tally, open, share: tally.share(LEVEL), records }
    }
}

/// Most days that are surely within, and fewest that are surely late.
fn limits(deadline: Deadline) -> (Option<u32>, u32) {
    match deadline {
        Deadline::Days(days) => (Some(days), days.saturating_add(1)),
        Deadline::Hours(hours) => ((hours / 24).checked_sub(1), hours.div_ceil(24).saturating_add(1)),
    }
}

fn records(question: &Question, window: u32, deadline: Deadline) -> [Expr; 3] {
    let between = Between::of(question);
    let (within, late) = limits(deadline);
    let all = match question.mechanism {
        Mechanism::DisclosureList => between.fewest(0, Some(window)).and(between.followed(window)),
        Mechanism::Mixed => between.known(),
        Mechanism::Register => Expr::Any(vec![between.known(), between.open()]),
    };
    let kept = within.map_or_else(|| Expr::Any(Vec::new()), |days| all.clone().and(between.surely(0, Some(days))));
    let mut missed = all.clone().and(between.fewest(late, None));
    if question.mechanism == Mechanism::Register {
        missed = Expr::Any(vec![missed, between.open().and(between.followed(late))]);
    }
    let neither = Expr::Not(Box::new(Expr::Any(vec![kept.clone(), missed.clone()])));
    let undetermined = all.and(neither);
    [kept, missed, undetermined]
}
