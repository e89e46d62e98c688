//! What a figure was computed from: how many records, which time, which data.

use std::collections::BTreeSet;

use crate::chart::figures::completeness::Recent;
use crate::frame::{RecordId, Snapshot};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::model::period::{FiscalStart, PeriodScheme};
use crate::query::question::{Filter, PeriodKind, Question};
use crate::query::{Expr, Selection, day_range, parallel, select};

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
    /// What lists those that only meet the period, and those without a date; `None` where the filter has no period.
    pub beside: Option<Box<(Filter, Filter)>>,
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
            beside: beside(question),
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

fn beside(question: &Question) -> Option<Box<(Filter, Filter)>> {
    let filter = &question.filter;
    let has_period = filter.from.is_some() || filter.to.is_some();
    has_period.then(|| Box::new((filter.touching(question.date_of), filter.undated(question.date_of))))
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

/// The covered days: the data's, cut to the filter's, and to what a condition on the same event's date leaves, typed or
/// chosen in a chart: outside of it nothing is counted, and no count is not a count of none.
fn covered(start: Option<Day>, question: &Question) -> Option<(Day, Day)> {
    let filter = &question.filter;
    let start = start?;
    let mut first = filter.from.map_or(start, |from| from.max(start));
    let mut last = filter.to.map_or(question.as_of, |to| to.min(question.as_of));
    let conditions = match &filter.expr {
        Expr::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    for condition in conditions {
        if let Expr::Date { event, from, to, .. } = condition
            && *event == question.date_of
        {
            first = from.map_or(first, |from| from.max(first));
            last = to.map_or(last, |to| to.min(last));
        }
    }
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Sure;
    use crate::query::first::first_question;

    #[test]
    fn a_condition_on_the_date_of_the_axis_cuts_what_is_covered() {
        let day = |year, month, of_month| Day::from_ymd(year, month, of_month).unwrap();
        let mut question = first_question(&Snapshot::default(), &[], day(2026, 8, 4));
        let start = Some(day(2015, 7, 24));
        assert_eq!(covered(start, &question), Some((day(2015, 7, 24), day(2026, 8, 4))));
        let between =
            |event| Expr::Date { event, from: Some(day(2024, 7, 24)), to: Some(day(2025, 7, 23)), how: Sure::Possible };
        question.filter.expr = between(question.date_of).and(Expr::Text("clinic".to_owned()));
        assert_eq!(covered(start, &question), Some((day(2024, 7, 24), day(2025, 7, 23))));
        let other = if question.date_of == EventKind::Aware { EventKind::Closed } else { EventKind::Aware };
        question.filter.expr = between(other);
        assert_eq!(covered(start, &question), Some((day(2015, 7, 24), day(2026, 8, 4))), "another event's date");
    }
}
