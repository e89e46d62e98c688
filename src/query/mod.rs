//! Questions to a snapshot of the frame, and their small answers.

pub mod columns;
mod evaluate;
pub mod expr;
pub mod facets;
pub mod first;
pub mod order;
pub mod parallel;
pub mod question;
pub mod select;
pub mod selection;

pub use columns::{Delay, date_intervals, day_range};
pub use expr::{Expr, Reason, Sure};
pub use facets::{Facets, cross, facets, with_word};
pub use order::{Direction, SortBy, order};
pub use select::select;
pub use selection::Selection;
