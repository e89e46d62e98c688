//! A recipe for a file that nobody described: from the words of its headers and from all its cells.
//!
//! Every choice carries its reason. Where the cells leave two readings open, nothing is chosen silently: the question
//! is handed out with the counts on both sides.

pub mod counts;
pub mod date_choices;
mod dates;
pub mod described;
pub mod differences;
pub mod fit;
pub mod notes;
pub mod proposal;
pub mod repeats;
pub mod say;
pub mod survey;
pub(crate) mod vocabulary;
pub mod words;

pub use dates::{asks_what_numbers_count, decided_order};

use std::collections::BTreeMap;

use crate::frame::batch::Field;
use crate::import::propose::counts::{count_draft, find_unit_column};
use crate::import::propose::dates::{date_draft, find_parts, find_years, settle_date_orders};
use crate::import::propose::proposal::{Certainty, ColumnReason, DatasetReason, MechanismReason, Proposal, Why};
use crate::import::propose::survey::{ColumnSurvey, Survey};
use crate::import::propose::words::{name_the_record, text_draft};
use crate::import::read::single_field;
use crate::import::recipe::{ColumnRule, DatasetRule, DateOrder, Format, OnBad, Recipe, Shape, Target};
use crate::import::row_rules::RowRules;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;

/// Version of the recipes written here.
pub const RECIPE_VERSION: u32 = 1;

/// Share of the filled cells that must be dates or counts for a column to be one, when its header says so.
const SUITS_WITH_HEADER: f64 = 0.5;
/// The same without a header that says so.
const SUITS_ALONE: f64 = 0.9;
/// Average characters of a long text.
const LONG_TEXT: u64 = 120;

/// Proposes how to read a file that was surveyed. `orders` are orders of dates that the analyst decided, by header.
pub fn propose(survey: &Survey, format: &Format, name: &str, orders: &[(String, DateOrder)]) -> Proposal {
    let mut drafts: Vec<Draft> = survey.columns.iter().map(draft).collect();
    find_parts(&mut drafts, survey);
    find_years(&mut drafts, survey);
    settle_conflicts(&mut drafts, survey);
    find_unit_column(&mut drafts, survey);
    let open = settle_date_orders(&mut drafts, survey, orders);
    let columns: Vec<ColumnRule> = drafts
        .iter()
        .zip(&survey.columns)
        .map(|(draft, column)| ColumnRule {
            header: column.header.clone(),
            target: draft.target.clone(),
            on_bad: on_bad(&draft.target, column),
            names: words::names(&draft.target, column),
            knows_missing: false,
        })
        .collect();
    let reasons = drafts
        .iter()
        .zip(&survey.columns)
        .map(|(draft, column)| ColumnReason {
            header: column.header.clone(),
            confidence: draft.confidence,
            why: draft.why.clone(),
            dates: matches!(draft.target, Target::Date { .. }).then(|| column.dates.clone()),
            notes: notes::of(&draft.target, column),
        })
        .collect();
    let (dataset, reason) = describe_dataset(&columns, survey);
    // Objects may lack a key: the shape names those that nearly all have.
    let always = |column: &&ColumnSurvey| matches!(format, Format::Csv { .. }) || column.filled * 10 >= survey.rows * 9;
    let headers = survey.columns.iter().filter(always).map(|column| column.header.clone()).collect();
    let shape = Shape { format: format.clone(), headers, sheet: None };
    let recipe =
        Recipe { version: RECIPE_VERSION, name: name.to_owned(), shape, columns, rows: RowRules::default(), dataset };
    Proposal { recipe, columns: reasons, dataset: reason, open }
}

/// What one column is taken for, before the others are looked at.
#[derive(Clone, Debug)]
struct Draft {
    target: Target,
    confidence: Certainty,
    why: Why,
    /// How much speaks for it, to settle two columns for one field.
    weight: u32,
}

fn custom(header: &str, why: Why) -> Draft {
    let confidence = if why == Why::Nothing { Certainty::Medium } else { Certainty::Low };
    Draft { target: Target::Text(Field::Custom(header.to_owned())), confidence, why, weight: 0 }
}

fn draft(column: &ColumnSurvey) -> Draft {
    date_draft(column).or_else(|| count_draft(column)).or_else(|| text_draft(column)).unwrap_or_else(|| {
        let kept = custom(&column.header, Why::Nothing);
        let is_html = column.share(column.html) > 0.1;
        if is_html { Draft { target: Target::Html(Field::Custom(column.header.clone())), ..kept } } else { kept }
    })
}

/// Where two columns want one field, the one that more speaks for has it; the other keeps its header.
fn settle_conflicts(drafts: &mut [Draft], survey: &Survey) {
    let mut holders: BTreeMap<Field, (usize, u32)> = BTreeMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        if let Some(field) = single_field(&draft.target).filter(|field| !matches!(field, Field::Custom(_))) {
            match holders.get(&field) {
                Some((_, weight)) if *weight >= draft.weight => {}
                _ => {
                    holders.insert(field, (place, draft.weight));
                }
            }
        }
    }
    for (place, draft) in drafts.iter_mut().enumerate() {
        let holder = single_field(&draft.target).and_then(|field| holders.get(&field).map(|(holder, _)| *holder));
        if let (Some(holder), Some(column)) = (holder.filter(|holder| *holder != place), survey.columns.get(place)) {
            let by = survey.columns.get(holder).map(|column| column.header.clone()).unwrap_or_default();
            *draft = custom(&column.header, Why::Taken { column: by });
        }
    }
    name_the_record(drafts, survey);
}

/// A column in which many cells cannot be read keeps its rows; one in which few cannot sets them aside.
fn on_bad(target: &Target, column: &ColumnSurvey) -> OnBad {
    let suit = match target {
        Target::Date { .. } => column.dates.numbers().map_or(0, |(_, span)| span.cells).max(column.dates.all()),
        Target::Count { .. } => column.counts,
        Target::Ignore | Target::Text(_) | Target::Html(_) | Target::List { .. } => return OnBad::default(),
    };
    if column.share(column.filled.saturating_sub(suit)) > 0.02 { OnBad::KeepRow } else { OnBad::RejectRow }
}

/// The mechanism, the listing event, the delay and the as-of date that the date columns speak for.
pub fn describe_dataset(columns: &[ColumnRule], survey: &Survey) -> (DatasetRule, DatasetReason) {
    let dates: Vec<(EventKind, DateOrder, &ColumnSurvey)> = columns
        .iter()
        .zip(&survey.columns)
        .filter_map(|(rule, column)| match rule.target {
            Target::Date { event, order, .. } => Some((event, order, column)),
            _ => None,
        })
        .collect();
    let find = |kinds: &[EventKind]| {
        kinds.iter().find_map(|kind| dates.iter().find(|(event, _, column)| event == kind && column.filled > 0))
    };
    let disclosures = [EventKind::MadePublic, EventKind::RegulatorNotified, EventKind::PeopleTold, EventKind::Press];
    let complete = |column: &ColumnSurvey| column.filled * 100 >= survey.rows * 99 && column.not_yet == 0;
    let all_disclosed =
        disclosures.iter().find_map(|kind| dates.iter().find(|(event, _, column)| event == kind && complete(column)));
    let some_not_yet = dates.iter().any(|(_, _, column)| column.not_yet > 0);
    let learnt = find(&[EventKind::Aware, EventKind::Detected]);
    let (mechanism, reason, listing) = if some_not_yet {
        (Mechanism::Register, MechanismReason::SomeNotYet, learnt.or_else(|| find(&disclosures)))
    } else if let Some(found @ (event, ..)) = all_disclosed {
        (Mechanism::DisclosureList, MechanismReason::AllDisclosed(*event), Some(found))
    } else {
        (Mechanism::Mixed, MechanismReason::NothingTells, find(&disclosures).or(learnt))
    };
    let listing = listing.or_else(|| dates.iter().find(|(_, _, column)| column.filled > 0));
    let to = find(&disclosures).map(|(event, ..)| *event);
    let from = find(&[EventKind::Aware, EventKind::Detected, EventKind::IntrusionBegan]).map(|(event, ..)| *event);
    let latest = |(_, order, column): &(EventKind, DateOrder, &ColumnSurvey)| {
        let rule = columns.iter().find(|rule| rule.header == column.header);
        let has_parts = rule.is_some_and(|rule| matches!(rule.target, Target::Date { parts: Some(_), .. }));
        column.dates.latest_by(*order, has_parts)
    };
    let as_of = match mechanism {
        Mechanism::Register => dates.iter().filter_map(latest).max(),
        Mechanism::DisclosureList | Mechanism::Mixed => listing.and_then(latest),
    };
    let rule = DatasetRule {
        mechanism: Some(mechanism),
        listing_event: listing.map(|(event, ..)| *event),
        delay: from.zip(to),
        as_of,
        ..DatasetRule::default()
    };
    let as_of_event = if mechanism == Mechanism::Register { None } else { rule.listing_event };
    (rule, DatasetReason { mechanism: reason, as_of_event })
}
