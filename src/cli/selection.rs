//! Flags shared by the commands that look at records: which records, and how they are counted.

use std::path::Path;

use crate::cli::{Failure, output};
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::date::PartialDate;
use crate::model::event::EventKind;
use crate::model::vocabulary::{NameList, name};
use crate::query::language::{Known, QueryError, parse, unmatched};
use crate::query::question::{Filter, PeriodKind, Question};
use crate::query::view::{STATE, SavedView, named};
use crate::text::Lang;
use crate::workspace::Workspace;

/// Which records.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct SelectionArgs {
    /// Only records that meet a query: 'sector:health people>1000 aware:2023..' (docs/query.md has the language)
    #[arg(long = "filter", value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// The named view of the workspace with this name: its records, dates, periods, delay and measure
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// Only records where a field has this value, as FIELD=VALUE; several values of one field are alternatives
    #[arg(long = "field", value_name = "FIELD=VALUE", value_parser = parse_field_value)]
    pub fields: Vec<(Field, String)>,
    /// First day of the period (2024-03-01; a month or a year begins with its first day)
    #[arg(long, value_name = "DATE", value_parser = parse_from)]
    pub from: Option<Day>,
    /// Last day of the period (2024-03-31; a month or a year ends with its last day)
    #[arg(long, value_name = "DATE", value_parser = parse_to)]
    pub to: Option<Day>,
    /// The event whose date is the time axis and decides about --from and --to
    #[arg(long, value_name = "EVENT", value_parser = parse_event)]
    pub date_of: Option<EventKind>,
    /// Only the dataset with this name (several times for several)
    #[arg(long = "dataset", value_name = "NAME")]
    pub datasets: Vec<String>,
}

/// How they are counted.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct QuestionArgs {
    /// Length of the periods
    #[arg(long, value_name = "week|month|quarter|year|fiscal-year", value_parser = parse_period)]
    pub period: Option<PeriodKind>,
    /// First day of the fiscal year
    #[arg(long, value_name = "MM-DD", value_parser = parse_month_day)]
    pub fiscal_start: Option<(u8, u8)>,
    /// The delay to describe, from one event to another
    #[arg(long, value_name = "EVENT:EVENT", value_parser = parse_delay)]
    pub delay: Option<(EventKind, EventKind)>,
    /// What is counted as affected, as UNIT or UNIT:EFFECT (people, accounts:data_exposed)
    #[arg(long, value_name = "UNIT", value_parser = parse_measure)]
    pub measure: Option<(Unit, Effect)>,
    /// How records got into the dataset: decides what may be said about delays
    #[arg(long, value_name = "register|disclosure-list|mixed", value_parser = parse_mechanism)]
    pub mechanism: Option<Mechanism>,
    /// Data complete to this day
    #[arg(long, value_name = "DATE", value_parser = parse_to)]
    pub as_of: Option<Day>,
    /// Break down by this field
    #[arg(long, value_name = "FIELD", value_parser = parse_field)]
    pub by: Option<Field>,
    /// Write the answer as JSON
    #[arg(long)]
    pub json: bool,
}

impl SelectionArgs {
    /// The filter that the flags ask for, within a view; `datasets` are those of the workspace or file.
    ///
    /// # Errors
    /// When a dataset is named that is not there, or the query cannot be understood.
    pub fn filter(
        &self,
        snapshot: &Snapshot,
        datasets: &[Dataset],
        view: Option<&SavedView>,
        lang: Lang,
    ) -> Result<Filter, Failure> {
        let mut filter = view.map(|view| view.filter.clone()).unwrap_or_default();
        (filter.from, filter.to) = (self.from.or(filter.from), self.to.or(filter.to));
        if let Some(query) = &self.query {
            let known = Known::of(snapshot, datasets);
            let more = parse(query, &known).map_err(|error| pointed(query, &error, lang))?;
            for lost in unmatched(&more, snapshot) {
                output::aside(&lost.sentence(lang))?;
            }
            filter.expr = filter.expr.narrowed(more).tidied();
        }
        for (field, value) in &self.fields {
            // A country may stand there by its code or as it was written.
            let code = (*field == Field::Country).then(|| name(NameList::Countries, value)).flatten();
            let code = code.map(|named| named.name.to_owned()).filter(|code| code != value);
            let values = std::iter::once(value.clone()).chain(code);
            match filter.words.iter_mut().find(|(named, _)| named == field) {
                Some((_, words)) => words.extend(values),
                None => filter.words.push((field.clone(), values.collect())),
            }
        }
        for name in &self.datasets {
            let Some(found) = datasets.iter().find(|dataset| dataset.name == *name) else {
                let names: Vec<&str> = datasets.iter().map(|dataset| dataset.name.as_str()).collect();
                return Err(Failure::wrong_use(format!(
                    "There is no dataset \"{name}\". Name one of these with --dataset: {}.",
                    names.join(", ")
                )));
            };
            filter.datasets.push(found.id);
        }
        Ok(filter)
    }
}

impl SelectionArgs {
    /// The view that is named, among those of a workspace.
    ///
    /// # Errors
    /// When the file is no workspace, or has no such view.
    pub fn view_of(&self, path: &Path) -> Result<Option<SavedView>, Failure> {
        let Some(name) = &self.view else { return Ok(None) };
        let workspace =
            Workspace::open_read_only(path).map_err(|error| Failure::could_not(error.sentence(Lang::En)))?;
        let views: Vec<SavedView> =
            workspace.state(STATE).map_err(|error| Failure::could_not(error.sentence(Lang::En)))?.unwrap_or_default();
        named(&views, name).cloned().map(Some).ok_or_else(|| {
            let names: Vec<&str> = views.iter().map(|view| view.name.as_str()).collect();
            Failure::wrong_use(format!(
                "There is no view \"{name}\" in the workspace. Its views: {}.",
                if names.is_empty() { "none yet".to_owned() } else { names.join(", ") }
            ))
        })
    }

    /// Whether a flag says which records are looked at.
    pub const fn chooses(&self) -> bool {
        self.query.is_some()
            || self.view.is_some()
            || !self.fields.is_empty()
            || self.from.is_some()
            || self.to.is_some()
            || self.date_of.is_some()
            || !self.datasets.is_empty()
    }

    /// Whether the filter looks at a field. A query that only the data can explain (a dataset's name, a header) looks
    /// at every one.
    pub fn looks_at(&self, field: &Field) -> bool {
        let of_query = self
            .query
            .as_ref()
            .is_some_and(|query| parse(query, &Known::default()).map_or(true, |expr| expr.looks_at(field)));
        of_query || self.fields.iter().any(|(named, _)| named == field)
    }
}

/// What is wrong with a query, with the place marked under it.
fn pointed(query: &str, error: &QueryError, lang: Lang) -> Failure {
    let letters = |range: std::ops::Range<usize>| query.get(range).map_or(0, |text| text.chars().count());
    let before = letters(0..error.at.start);
    let marked = letters(error.at.clone()).max(1);
    let line: String = query.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let mark = format!("{}{}", " ".repeat(before), "^".repeat(marked));
    Failure::wrong_use(format!("{}\n  {line}\n  {mark}", error.sentence(lang)))
}

impl QuestionArgs {
    /// Whether a flag says how records are counted that a page of a briefing says for itself.
    pub const fn chooses(&self) -> bool {
        self.period.is_some()
            || self.by.is_some()
            || self.fiscal_start.is_some()
            || self.delay.is_some()
            || self.measure.is_some()
    }

    /// Puts what the flags say in the place of what the dataset proposes.
    pub fn apply(&self, question: &mut Question) {
        if let Some(period) = self.period {
            question.period = period;
        }
        if let Some(start) = self.fiscal_start {
            question.fiscal_start = start;
        }
        if let Some(delay) = self.delay {
            question.delay = delay;
        }
        if let Some(measure) = self.measure {
            question.measure = measure;
        }
        if let Some(mechanism) = self.mechanism {
            question.mechanism = mechanism;
        }
        if let Some(as_of) = self.as_of {
            question.as_of = as_of;
        }
        if let Some(field) = &self.by {
            question.group_by = Some(field.clone());
        }
    }
}

fn parse_field_value(text: &str) -> Result<(Field, String), String> {
    let (field, value) = text.split_once('=').ok_or("write FIELD=VALUE, for example sector=Health")?;
    Ok((parse_field(field)?, value.trim().to_owned()))
}

/// A field by its key.
pub(super) fn parse_field(text: &str) -> Result<Field, String> {
    Field::from_key(text.trim()).ok_or_else(|| {
        "there is no such field; write one of title, key, organisation, processor, notifier, sector, country, region, \
         city, kind, severity, status, data_class, motive, actor, technique, tag, source, or custom:HEADER"
            .to_owned()
    })
}

/// An event by its key.
pub(super) fn parse_event(text: &str) -> Result<EventKind, String> {
    EventKind::from_key(text).ok_or_else(|| {
        let keys: Vec<&str> = EventKind::ALL.into_iter().map(EventKind::key).collect();
        format!("there is no such event; write one of {}", keys.join(", "))
    })
}

fn parse_delay(text: &str) -> Result<(EventKind, EventKind), String> {
    let (from, to) = text.split_once(':').ok_or("write FROM:TO, for example aware:regulator_notified")?;
    Ok((parse_event(from)?, parse_event(to)?))
}

fn parse_measure(text: &str) -> Result<(Unit, Effect), String> {
    let (unit, effect) = text.split_once(':').unwrap_or((text, Effect::default().key()));
    let key = |text: &str| text.trim().to_ascii_lowercase().replace('-', "_");
    let unit = Unit::from_key(&key(unit)).ok_or_else(|| {
        let keys: Vec<&str> = Unit::ALL.into_iter().map(Unit::key).collect();
        format!("there is no such unit; write one of {}", keys.join(", "))
    })?;
    let effect = Effect::from_key(&key(effect)).ok_or_else(|| {
        let keys: Vec<&str> = Effect::ALL.into_iter().map(Effect::key).collect();
        format!("there is no such effect; write one of {}", keys.join(", "))
    })?;
    Ok((unit, effect))
}

/// A mechanism by its key.
pub(super) fn parse_mechanism(text: &str) -> Result<Mechanism, String> {
    Mechanism::from_key(&text.trim().to_ascii_lowercase().replace('_', "-"))
        .ok_or_else(|| "write register, disclosure-list or mixed".to_owned())
}

fn parse_period(text: &str) -> Result<PeriodKind, String> {
    match text.trim().to_ascii_lowercase().replace('_', "-").as_str() {
        "week" => Ok(PeriodKind::Week),
        "month" => Ok(PeriodKind::Month),
        "quarter" => Ok(PeriodKind::Quarter),
        "year" => Ok(PeriodKind::Year),
        "fiscal-year" => Ok(PeriodKind::FiscalYear),
        _ => Err("write week, month, quarter, year or fiscal-year".to_owned()),
    }
}

/// A day of the year, `07-24`.
pub(super) fn parse_month_day(text: &str) -> Result<(u8, u8), String> {
    let wrong = || "write MM-DD, for example 07-24".to_owned();
    let (month, day) = text.split_once('-').ok_or_else(wrong)?;
    let month: u8 = month.parse().map_err(|_| wrong())?;
    let day: u8 = day.parse().map_err(|_| wrong())?;
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Err(wrong()),
    };
    if (1..=longest).contains(&day) { Ok((month, day)) } else { Err(wrong()) }
}

fn parse_from(text: &str) -> Result<Day, String> {
    bound(text, |date| date.days().lo)
}

/// The last day that a date may mean.
pub(super) fn parse_to(text: &str) -> Result<Day, String> {
    bound(text, |date| date.days().hi)
}

fn bound(text: &str, end: impl Fn(&PartialDate) -> Option<Day>) -> Result<Day, String> {
    PartialDate::parse(text.trim())
        .ok()
        .and_then(|date| end(&date))
        .ok_or_else(|| "write a date as 2024-03-01, 2024-03 or 2024".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_read_or_refused_with_what_to_write() {
        assert_eq!(parse_delay("aware:regulator-notified"), Ok((EventKind::Aware, EventKind::RegulatorNotified)));
        assert!(parse_delay("aware").is_err_and(|error| error.contains("FROM:TO")));
        assert_eq!(parse_month_day("07-24"), Ok((7, 24)));
        assert!(parse_month_day("02-30").is_err());
        assert!(parse_month_day("13-01").is_err());
        assert_eq!(parse_measure("accounts"), Ok((Unit::Accounts, Effect::DataExposed)));
        assert_eq!(parse_measure("users:access-cut"), Ok((Unit::Users, Effect::AccessCut)));
        assert_eq!(parse_mechanism("disclosure-list"), Ok(Mechanism::DisclosureList));
        assert_eq!(parse_period("fiscal_year"), Ok(PeriodKind::FiscalYear));
        assert_eq!(parse_field_value("sector=Health = care"), Ok((Field::Sector, "Health = care".to_owned())));
        assert!(parse_field_value("colour=red").is_err());
    }

    #[test]
    fn several_values_of_one_field_are_alternatives() {
        let args = SelectionArgs {
            fields: vec![
                (Field::Sector, "Health".to_owned()),
                (Field::Country, "France".to_owned()),
                (Field::Sector, "Finance".to_owned()),
            ],
            ..SelectionArgs::default()
        };
        let filter = args.filter(&Snapshot::default(), &[], None, Lang::En).expect("no dataset is named");
        assert_eq!(
            filter.words,
            [
                (Field::Sector, vec!["Health".to_owned(), "Finance".to_owned()]),
                (Field::Country, vec!["France".to_owned(), "FR".to_owned()]),
            ]
        );
    }

    #[test]
    fn a_dataset_that_is_not_there_is_wrong_use() {
        let args = SelectionArgs { datasets: vec!["Nowhere".to_owned()], ..SelectionArgs::default() };
        assert!(matches!(args.filter(&Snapshot::default(), &[], None, Lang::En), Err(Failure::WrongUse(_))));
    }
}
