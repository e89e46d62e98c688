//! The query language: `sector:health people>1000 aware:2023..` as an [`Expr`], and back.
//!
//! `docs/query.md` is its manual. Names and joining words are read in English and French alike; what is written is in
//! one of them. What was written is read back as the same expression, in its plain form ([`Expr::tidied`]).

mod describe;
mod error;
mod grammar;
mod hints;
mod names;
mod plain;
mod print;
mod proposals;
mod scan;
mod spans;
mod typing;
mod values;

#[cfg(test)]
pub(super) mod tests;

use std::fmt;

use uuid::Uuid;

pub use describe::{describe, describe_filter, field_name, measure_name, reason_name};
pub use error::{QueryError, Wrong};
pub use hints::{Unmatched, unmatched};
pub use names::{Joint, Special, Subject, effect_name, special_name, subject_name, subjects};

pub use plain::is_plain;
pub use proposals::{Ground, Proposal};
pub use typing::Typing;

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::model::dataset::Dataset;
use crate::query::expr::Expr;
use crate::text::Lang;

/// Names that a query may use and only the data knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Datasets with their names.
    pub datasets: Vec<(Uuid, String)>,
    /// Headers of columns without a field of their own.
    pub headers: Vec<String>,
}

impl Known {
    /// What is known of these records and datasets.
    pub fn of(snapshot: &Snapshot, datasets: &[Dataset]) -> Self {
        let header = |field: &Field| match field {
            Field::Custom(header) => Some(header.clone()),
            _ => None,
        };
        Self {
            datasets: datasets.iter().map(|dataset| (dataset.id, dataset.name.clone())).collect(),
            headers: snapshot.fields().filter_map(header).collect(),
        }
    }
}

/// The expression that a query asks for; of an empty text, every record.
///
/// # Errors
/// Says where the text cannot be understood, and what to write instead.
///
/// ```
/// use vigie::query::language::{Known, parse};
/// let known = Known::default();
/// let english = parse("sector:health (people>1000 or people:unknown) -country:FR", &known)?;
/// let french = parse("secteur:health (personnes>1k ou personnes:inconnu) non pays:FR", &known)?;
/// assert_eq!(english, french);
/// # Ok::<(), vigie::query::QueryError>(())
/// ```
pub fn parse(text: &str, known: &Known) -> Result<Expr, QueryError> {
    grammar::Reader::new(text, known).whole()
}

/// An expression as a query in a language; empty for every record. [`parse`] reads it back.
///
/// ```
/// use vigie::query::language::{Known, parse, print};
/// use vigie::text::Lang;
/// let known = Known::default();
/// let expr = parse("aware>=2023-01-01 and aware<=2023-12-31 people > 1k", &known)?;
/// assert_eq!(print(&expr, &known, Lang::En), "aware:2023.. aware:..2023 people>=1001");
/// assert_eq!(print(&expr, &known, Lang::Fr), "connaissance:2023.. connaissance:..2023 personnes>=1001");
/// # Ok::<(), vigie::query::QueryError>(())
/// ```
pub fn print(expr: &Expr, known: &Known, lang: Lang) -> String {
    print::Printer { known, lang }.print(expr)
}

impl fmt::Display for Expr {
    /// The query in English, with datasets by their identity.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print(self, &Known::default(), Lang::En))
    }
}
