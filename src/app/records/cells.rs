//! The cells of a row: from the frame at once, from the record's document as soon as it was read.

use crate::app::opened::Opened;
use crate::app::records::columns::{Column, Layout};
use crate::chart::describe;
use crate::frame::RowValues;
use crate::frame::batch::Field;
use crate::model::affected::{Affected, Amount};
use crate::model::event::When;
use crate::model::incident::Incident;
use crate::model::organisation::Role;
use crate::query::Delay;
use crate::text::{Lang, number, tr};

/// How a cell is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// As text.
    #[default]
    Plain,
    /// What the row is called by.
    Strong,
    /// Why there is no value.
    Muted,
    /// A date coarser than a day.
    Coarse,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How it is drawn.
    pub weight: Weight,
}

/// What is known of a row.
pub struct Source<'a> {
    /// What the frame keeps.
    pub values: &'a RowValues,
    /// The record, once it was read.
    pub incident: Option<&'a Incident>,
}

/// The cells of a row for these columns.
pub fn cells(lang: Lang, opened: &Opened, layout: &Layout, source: &Source<'_>) -> Vec<Cell> {
    layout.columns.iter().map(|shown| cell(lang, opened, shown.column, source)).collect()
}

fn cell(lang: Lang, opened: &Opened, column: Column, source: &Source<'_>) -> Cell {
    let question = &opened.question;
    let values = source.values;
    let plain = |text: String| Cell { text, weight: Weight::Plain };
    let word = |field: Field| values.words.get(&field).map(|words| words.join(", ")).unwrap_or_default();
    let named = |field: Field| {
        let words = values.words.get(&field).into_iter().flatten();
        words.map(|word| describe::named(lang, &field, word)).collect::<Vec<_>>().join(", ")
    };
    let keyed = |field: Field, family: &str| {
        let words = values.words.get(&field).and_then(|words| words.first());
        plain(words.map(|key| tr(lang, &format!("{family}-{key}"))).unwrap_or_default())
    };
    match column {
        Column::TimeAxis => date_cell(lang, question.date_of, source),
        Column::Event(kind) => date_cell(lang, kind, source),
        Column::Organisation => Cell { text: organisation(values), weight: Weight::Strong },
        Column::Title => plain(title(source)),
        Column::Kinds => plain(word(Field::Kind)),
        Column::Sector => plain(named(Field::Sector)),
        Column::Country => plain(named(Field::Country)),
        Column::Severity => keyed(Field::Severity, "severity"),
        Column::Status => keyed(Field::Status, "status"),
        Column::Affected => affected_cell(lang, question.measure, source),
        Column::Delay => {
            let date = |kind| values.dates.get(&kind).copied().unwrap_or_default();
            let delay = Delay::between(date(question.delay.0), date(question.delay.1), question.as_of);
            let weight = match delay {
                Delay::NoStart(_) | Delay::NoEnd(_) | Delay::NotApplicable => Weight::Muted,
                _ => Weight::Plain,
            };
            Cell { text: describe::delay_cell(lang, delay), weight }
        }
        Column::Dataset => {
            plain(opened.dataset(values.dataset).map(|dataset| dataset.name.clone()).unwrap_or_default())
        }
        Column::Key => plain(values.key.clone()),
        // Filled in by the cache, which knows the record and the figure.
        Column::Why => Cell::default(),
    }
}

/// The victim, or else whoever is named.
fn organisation(values: &RowValues) -> String {
    let named = Role::ALL.into_iter().find_map(|role| values.words.get(&Field::Organisation(role)));
    named.map(|names| names.join(", ")).unwrap_or_default()
}

/// The title; in the frame it stands folded, good enough for the moment until the record was read.
fn title(source: &Source<'_>) -> String {
    source.incident.map_or_else(|| source.values.title.clone(), |incident| incident.title.clone())
}

fn date_cell(lang: Lang, kind: crate::model::event::EventKind, source: &Source<'_>) -> Cell {
    let date = source.values.dates.get(&kind).copied().unwrap_or_default();
    let (mut text, is_coarse) = describe::date_cell(lang, date);
    let is_date = date.state == crate::frame::cell::DateState::Date;
    if is_date && is_marked(source.incident, kind) {
        text.insert_str(0, "~ ");
    }
    let weight = match (is_date, is_coarse) {
        (true, true) => Weight::Coarse,
        (true, false) => Weight::Plain,
        (false, _) => Weight::Muted,
    };
    Cell { text, weight }
}

/// Whether the date that counts is said to be approximate or doubtful.
fn is_marked(incident: Option<&Incident>, kind: crate::model::event::EventKind) -> bool {
    let dates = incident.into_iter().flat_map(|incident| &incident.events).filter(|event| event.kind == kind);
    let forms = dates.filter_map(|event| match &event.when {
        When::Date(date) => Some(*date.form()),
        When::NotYet | When::Missing(_) => None,
    });
    let first = forms.min_by_key(|form| (form.days.lo.map_or(i32::MIN, |lo| lo.0), form.days.hi.map(|hi| hi.0)));
    first.is_some_and(|form| form.approximate || form.doubtful)
}

type Measure = (crate::model::affected::Unit, crate::model::affected::Effect);

/// The count as written; from the frame until the record was read. A record that counts something else says what.
fn affected_cell(lang: Lang, measure: Measure, source: &Source<'_>) -> Cell {
    let counted = source.values.counts.get(&measure).copied();
    let statements = source.incident.map(|incident| incident.affected.as_slice()).unwrap_or_default();
    if let Some(cell) = counted {
        let weight = match cell.state {
            crate::frame::cell::CountState::Count => Weight::Plain,
            _ => Weight::Muted,
        };
        // Of several statements the frame keeps one: show the words of that one.
        let written = statements.iter().filter(|one| (one.unit, one.effect) == measure).find_map(|one| {
            let same = crate::frame::cell::CountCell::from_amount(&one.amount) == cell;
            same.then(|| as_written(lang, one)).flatten()
        });
        return Cell { text: written.unwrap_or_else(|| describe::count_cell(lang, cell)), weight };
    }
    let other = statements.iter().find_map(|one| {
        let words = as_written(lang, one)?;
        let unit = tr(lang, &format!("unit-{}", one.unit.key()));
        let effect = tr(lang, &format!("effect-{}", one.effect.key()));
        Some(if one.effect == measure.1 { format!("{words} {unit}") } else { format!("{words} {unit}, {effect}") })
    });
    Cell { text: other.unwrap_or_default(), weight: Weight::Muted }
}

/// A count in its own words; plain numbers are grouped.
fn as_written(lang: Lang, affected: &Affected) -> Option<String> {
    match &affected.amount {
        Amount::Count(count) => {
            let is_plain = count.as_written().chars().all(|letter| letter.is_ascii_digit());
            Some(if is_plain { number(lang, count.lo) } else { count.as_written().to_owned() })
        }
        Amount::Missing(_) => None,
    }
}

/// The cells of a row as a spreadsheet takes them: dates and counts as written, plain numbers without marks.
pub fn plain_cells(opened: &CopyContext, layout: &Layout, source: &Source<'_>) -> Vec<String> {
    layout
        .columns
        .iter()
        .map(|shown| match shown.column {
            Column::TimeAxis => written_date(opened, opened.question.date_of, source),
            Column::Event(kind) => written_date(opened, kind, source),
            Column::Affected => written_count(opened, source),
            column => opened.text(column, source),
        })
        .collect()
}

/// What copying needs to know, on any thread.
#[derive(Clone, Debug)]
pub struct CopyContext {
    /// The language of words.
    pub lang: Lang,
    /// What is asked.
    pub question: crate::query::question::Question,
    /// Names of the datasets.
    pub datasets: Vec<(uuid::Uuid, String)>,
}

impl CopyContext {
    fn text(&self, column: Column, source: &Source<'_>) -> String {
        let values = source.values;
        let word = |field: Field| values.words.get(&field).map(|words| words.join(", ")).unwrap_or_default();
        match column {
            Column::Organisation => organisation(values),
            Column::Title => title(source),
            Column::Kinds => word(Field::Kind),
            Column::Sector => word(Field::Sector),
            Column::Country => word(Field::Country),
            Column::Severity => word(Field::Severity),
            Column::Status => word(Field::Status),
            Column::Delay => {
                let date = |kind| values.dates.get(&kind).copied().unwrap_or_default();
                let (from, to) = self.question.delay;
                match Delay::between(date(from), date(to), self.question.as_of) {
                    Delay::Known { min, max: Some(max), .. } if min == max => min.to_string(),
                    Delay::NoStart(_) | Delay::NoEnd(_) => String::new(),
                    delay => describe::delay_cell(self.lang, delay),
                }
            }
            Column::Dataset => {
                let name = self.datasets.iter().find(|(id, _)| *id == values.dataset);
                name.map(|(_, name)| name.clone()).unwrap_or_default()
            }
            Column::Key => values.key.clone(),
            Column::TimeAxis | Column::Affected | Column::Event(_) | Column::Why => String::new(),
        }
    }
}

fn written_date(context: &CopyContext, kind: crate::model::event::EventKind, source: &Source<'_>) -> String {
    let cell = source.values.dates.get(&kind).copied().unwrap_or_default();
    let dates = source.incident.into_iter().flat_map(|incident| &incident.events).filter(|event| event.kind == kind);
    let written = dates.clone().find_map(|event| match &event.when {
        When::Date(date) if crate::frame::cell::DateCell::from_when(&event.when) == cell => Some(date.canonical()),
        _ => None,
    });
    written.unwrap_or_else(|| describe::date_cell(context.lang, cell).0)
}

fn written_count(context: &CopyContext, source: &Source<'_>) -> String {
    let measure = context.question.measure;
    let Some(cell) = source.values.counts.get(&measure).copied() else { return String::new() };
    let statements = source.incident.into_iter().flat_map(|incident| &incident.affected);
    let of_measure = statements.filter(|one| (one.unit, one.effect) == measure);
    let written = of_measure.into_iter().find_map(|one| match &one.amount {
        Amount::Count(count) if crate::frame::cell::CountCell::from_amount(&one.amount) == cell => {
            Some(count.exact_number().map_or_else(|| count.as_written().to_owned(), |number| number.to_string()))
        }
        _ => None,
    });
    written.unwrap_or_else(|| describe::count_cell(context.lang, cell))
}
