//! Questions to a snapshot of the frame, and their small answers.

pub mod columns;
pub mod facets;
pub mod first;
pub mod order;
pub mod parallel;
pub mod pick;
pub mod question;
pub mod select;
pub mod selection;

pub use columns::{Delay, counts, date_intervals, day_range, delays, latest_day};
pub use facets::{Facets, cross, facets, with_word};
pub use order::{Direction, SortBy, order};
pub use pick::{DelayKind, Pick, records_of};
pub use select::select;
pub use selection::Selection;
