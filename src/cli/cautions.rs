//! The honesty check on the command line: what could be objected to in what was just computed.

use crate::chart::gallery::choice::Options;
use crate::chart::honesty::{Caution, Subject, check};
use crate::chart::model::ChartModel;
use crate::cli::answer::{Answer, chosen};
use crate::text::{Lang, tr_args};

/// Every objection to a chart of this answer.
pub fn of(answer: &Answer, model: &ChartModel, options: &Options, lang: Lang) -> Vec<Caution> {
    let datasets = chosen(&answer.loaded.datasets, &answer.question);
    let selection = answer.selection();
    check(&Subject {
        key: model.key,
        model,
        options,
        snapshot: &answer.loaded.snapshot,
        question: &answer.question,
        selection: &selection,
        scope: &answer.overview.scope,
        datasets: &datasets,
        lang,
    })
}

/// An objection as a line.
pub fn line(caution: &Caution, lang: Lang) -> String {
    tr_args(lang, "honesty-line", &[("why", (&caution.why).into())])
}
