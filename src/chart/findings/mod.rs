//! Findings: one answer a chart, as a headline, a sentence and the small print.
//!
//! Each is written from a table of cases. Rules: every number with its n, its period and what is left out; "more" or
//! "fewer" only where the interval excludes no change; below five, the records instead of a figure; below ten, no
//! change; no cause, no alarm; sums with their largest part and the median; incomplete periods never compared.

pub mod incidents;
pub mod affected;
pub mod disclosure;
pub mod why;

use crate::chart::figures::Overview;
use crate::chart::model::Finding;
use crate::chart::words::Context;

/// The three findings, in the order in which they are shown.
pub fn all(overview: &Overview, context: &Context) -> [Finding; 3] {
    [
        incidents::finding(overview, context),
        affected::finding(overview, context),
        disclosure::finding(overview, context),
    ]
}
