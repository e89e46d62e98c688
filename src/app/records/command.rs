//! What the page of records asks of the program.

use crate::app::records::editor::Next;
use crate::app::records::order::{OrderWork, Ordered};
use crate::frame::RecordId;

/// Something for the page of records.
#[derive(Debug)]
pub enum RecordsCommand {
    /// Work out an order of the rows.
    Order(Box<OrderWork>),
    /// An order was worked out.
    Ordered(Box<Ordered>),
    /// Save the record that is being edited, and go on to something else if that was asked.
    Save(Option<Next>),
    /// Delete these records.
    Delete(Vec<RecordId>),
    /// Duplicate these records.
    Duplicate(Vec<RecordId>),
    /// Put these records on the clipboard.
    Copy(Vec<RecordId>),
    /// Many records were read for the clipboard: the text, and how many they are.
    Copied(String, usize),
    /// Keep the layout of the table in the workspace.
    KeepLayout,
}
