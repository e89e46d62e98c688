//! The dataset that a file becomes: what the recipe says of it, what is known of the file, and its as-of date.

use std::convert::Infallible;
use std::io::Read;

use uuid::Uuid;

use crate::frame::batch::{Batch, Field, RowSink, Values};
use crate::frame::cell::DateState;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::propose::survey::reached;
use crate::import::read::ordered::{InTurn, read_in_order};
use crate::import::recipe::Recipe;
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};

/// What is known of a file beside its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Identity of the dataset that it becomes.
    pub id: Uuid,
    /// Name without folders.
    pub name: String,
    /// SHA-256 in hexadecimal; empty when it was not computed.
    pub hash: String,
    /// The day it is read, which the caller knows.
    pub read_on: Day,
}

/// The dataset of a file read by this recipe. `latest` is what [`latest_listing`] found.
pub fn dataset(recipe: &Recipe, facts: &FileFacts, latest: Option<Day>) -> Dataset {
    let rule = &recipe.dataset;
    Dataset {
        id: facts.id,
        name: recipe.name.clone(),
        publisher: rule.publisher.clone(),
        address: rule.address.clone(),
        file_name: facts.name.clone(),
        file_hash: facts.hash.clone(),
        read_on: Some(facts.read_on),
        licence: rule.licence.clone(),
        mechanism: rule.mechanism.unwrap_or(Mechanism::Mixed),
        coverage_start: rule.coverage_start,
        as_of: rule.as_of.or(latest).unwrap_or(facts.read_on),
        as_of_unknown: rule.as_of.or(latest).is_none(),
        offset_minutes: rule.offset_minutes,
        fiscal_start: rule.fiscal_start,
        listing_event: rule.listing_event,
        floor: rule.floor,
        annotations: rule.dated_notes(),
        denominator: None,
        words: rule.words.clone(),
        note: rule.note.clone(),
    }
}

/// The latest date, not after `today`, of the event that puts a record on the list; in a register, of any event.
/// `None` when there is no such date. Only the columns that matter are read.
///
/// # Errors
/// When the source cannot be read as the recipe's format, or `progress` was cancelled.
pub fn latest_listing(
    source: &mut (dyn Read + Send),
    recipe: &Recipe,
    today: Day,
    progress: &Progress,
) -> Result<Option<Day>, ImportError> {
    let any = recipe.dataset.mechanism == Some(Mechanism::Register) || recipe.dataset.listing_event.is_none();
    let listing = recipe.dataset.listing_event;
    let wanted = |field: &Field| matches!(field, Field::Event(kind) if any || Some(*kind) == listing);
    let mut latest = Latest { today, day: None };
    read_in_order(source, recipe, Some(&wanted), &mut InTurn(&mut latest), |()| Ok(()), progress)?;
    Ok(latest.day)
}

/// Keeps the latest day that the dates it is given reach (see [`reached`]).
struct Latest {
    today: Day,
    day: Option<Day>,
}

impl RowSink for Latest {
    type Error = Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Infallible> {
        for column in &batch.columns {
            if let Values::Dates { cells, .. } = &column.values {
                let dates = cells.iter().filter(|cell| cell.state == DateState::Date);
                let reached = dates.map(|cell| reached(cell.lo, cell.hi)).filter(|day| *day <= self.today);
                self.day = self.day.max(reached.max());
            }
        }
        Ok(())
    }
}
