//! What a figure was computed from: how many records, which time, which data.

use std::collections::BTreeSet;

use crate::chart::figures::completeness::Recent;
use crate::frame::{RecordId, Snapshot};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::model::period::{FiscalStart, PeriodScheme};
use crate::query::question::{Filter, PeriodKind, Question};
use crate::query::{Selection, day_range, parallel, select};

/// What a figure was computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// Records chosen by the filter.
    pub chosen: u64,
    /// Records there are.
    pub all: u64,
    /// Records that hold in every other respect and whose date only meets the filter's period.
    pub touching: u64,
    /// Records that hold in every other respect and have no date, where the filter has a period.
    pub undated: u64,
    /// The record that was left out because it is the largest.
    pub largest_left_out: Option<RecordId>,
    /// The event on the time axis.
    pub date_of: EventKind,
    /// First and last day that the figure covers, both included: from the coverage, the as-of date and the filter.
    /// `None` when nothing is dated or nothing is left between them.
    pub covered: Option<(Day, Day)>,
    /// First day that the data covers, whatever the filter chooses; `None` when nothing is dated.
    pub data_start: Option<Day>,
    /// Data complete to this day.
    pub as_of: Day,
    /// How complete the recent past is, by the event on the time axis.
    pub recent: Recent,
    /// How records got in.
    pub mechanism: Mechanism,
    /// How time is cut.
    pub scheme: PeriodScheme,
    /// How a year is cut: from the fiscal start where one is set.
    pub year: PeriodScheme,
    /// Number of datasets from which the chosen records come.
    pub datasets: u64,
}

impl Scope {
    /// The scope of a selection.
    pub fn of(snapshot: &Snapshot, selection: &Selection, question: &Question) -> Self {
        let year = year_scheme(question);
        let data_start = data_start(snapshot, question);
        Self {
            chosen: selection.len() as u64,
            all: snapshot.len() as u64,
            touching: selection.touching as u64,
            undated: selection.undated as u64,
            largest_left_out: selection.largest,
            date_of: question.date_of,
            covered: covered(data_start, question),
            data_start,
            as_of: question.as_of,
            recent: Recent::of(snapshot, question),
            mechanism: question.mechanism,
            scheme: scheme(question, year),
            year,
            datasets: datasets(snapshot, selection),
        }
    }
}

impl Scope {
    /// The covered days without those of which more is still to come: what may be compared and averaged.
    pub fn comparable(&self) -> Option<(Day, Day)> {
        let (first, last) = self.covered?;
        let last = last.min(self.recent.complete_to(self.as_of));
        (first <= last).then_some((first, last))
    }
}

/// How many datasets the chosen records come from.
fn datasets(snapshot: &Snapshot, selection: &Selection) -> u64 {
    if snapshot.datasets().len() <= 1 {
        return u64::from(!selection.is_empty());
    }
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let found: BTreeSet<u32> = selection.in_chunk(at).map(|index| chunk.datasets().get(index)).collect();
        found
    });
    parts.into_iter().flatten().collect::<BTreeSet<u32>>().len() as u64
}

fn year_scheme(question: &Question) -> PeriodScheme {
    let (month, day) = question.fiscal_start;
    match FiscalStart::new(month.into(), day.into()) {
        Ok(start) if (month, day) != (1, 1) => PeriodScheme::FiscalYear(start),
        _ => PeriodScheme::Year,
    }
}

fn scheme(question: &Question, year: PeriodScheme) -> PeriodScheme {
    match question.period {
        PeriodKind::Week => PeriodScheme::Week,
        PeriodKind::Month => PeriodScheme::Month,
        PeriodKind::Quarter => PeriodScheme::Quarter,
        PeriodKind::Year => PeriodScheme::Year,
        PeriodKind::FiscalYear => year,
    }
}

/// The first covered day. Where none is stated it is the first dated record of the datasets looked at, whatever else
/// the filter asks for: an early year without a match is a real zero.
fn data_start(snapshot: &Snapshot, question: &Question) -> Option<Day> {
    if question.coverage_start.is_some() {
        return question.coverage_start;
    }
    let of_datasets = Filter { datasets: question.filter.datasets.clone(), ..Filter::default() };
    let among = select(snapshot, &of_datasets, question.date_of, question.measure);
    day_range(snapshot, &among, question.date_of).map(|(first, _)| first)
}

/// The covered days: the data's, cut to the filter's.
fn covered(start: Option<Day>, question: &Question) -> Option<(Day, Day)> {
    let filter = &question.filter;
    let start = start?;
    let first = filter.from.map_or(start, |from| from.max(start));
    let last = filter.to.map_or(question.as_of, |to| to.min(question.as_of));
    (first <= last).then_some((first, last))
}
