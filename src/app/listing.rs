//! A list of records that a figure led to: what it counts, and which records these are.

use std::sync::Arc;

use crate::app::command::Page;
use crate::chart::figures::why::Figure;
use crate::frame::RecordId;

/// Records behind a bar, a point or a left-out count. While there is one, the Records page shows it and offers the
/// way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What is listed, in the figure's own words ("23 without a date").
    pub words: String,
    /// The records, ascending.
    pub ids: Arc<Vec<RecordId>>,
    /// Where the way back leads.
    pub from: Page,
    /// The figure that leaves these records out, where each is to say why.
    pub left_out_of: Option<Figure>,
}
