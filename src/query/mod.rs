//! Questions to a snapshot of the frame, and their small answers.

pub mod columns;
pub mod cancel;
mod evaluate;
pub mod expr;
pub mod facets;
pub mod first;
mod inside;
pub mod language;
pub mod order;
pub mod parallel;
pub mod pattern;
pub mod question;
pub mod select;
pub mod selection;
#[cfg(test)]
mod row_by_row;
mod tidy;
pub mod view;
pub mod unmet;

pub use columns::{Delay, date_intervals, day_range};
pub use expr::{Expr, Reason, Sure};
pub use facets::{Facets, cross, facets, with_word};
pub use language::{Known, QueryError};
pub use order::{Direction, SortBy, order};
pub use pattern::Pattern;
pub use select::select;
pub use selection::Selection;
