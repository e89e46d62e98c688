//! The first question: what data can be asked before anybody asks, decided from its datasets and columns.

use crate::frame::Snapshot;
use crate::frame::cell::{CountState, DateState};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::event::EventKind;
use crate::query::Selection;
use crate::query::question::{Filter, PeriodKind, Question};

/// What every figure rests on, taken over the datasets that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Mixed unless all datasets agree.
    pub mechanism: Mechanism,
    /// The earliest of the as-of dates that are known; of the days of reading where none is.
    pub as_of: Day,
    /// The latest of the coverage starts: the common part.
    pub coverage_start: Option<Day>,
    /// The event that puts a record on the list, where all agree.
    pub listed_by: Option<EventKind>,
    /// First day of the fiscal year, where all that have one agree.
    pub fiscal_start: (u8, u8),
}

impl Basis {
    /// The basis of these datasets. `today` stands in for the as-of date where there is no dataset.
    pub fn of(datasets: &[&Dataset], today: Day) -> Self {
        let first = datasets.first().map(|dataset| dataset.mechanism);
        let mechanism =
            first.filter(|first| datasets.iter().all(|dataset| dataset.mechanism == *first)).unwrap_or_default();
        let known = datasets.iter().filter(|dataset| !dataset.as_of_unknown).map(|dataset| dataset.as_of).min();
        let fiscal = datasets.iter().find_map(|dataset| dataset.fiscal_start);
        let agreed = datasets.iter().filter_map(|dataset| dataset.fiscal_start).all(|start| Some(start) == fiscal);
        Self {
            mechanism,
            as_of: known.or_else(|| datasets.iter().map(|dataset| dataset.as_of).min()).unwrap_or(today),
            coverage_start: datasets.iter().filter_map(|dataset| dataset.coverage_start).max(),
            listed_by: common(datasets.iter().map(|dataset| dataset.listing_event)),
            fiscal_start: fiscal.filter(|_| agreed).unwrap_or((1, 1)),
        }
    }
}

/// What all have in common; `None` where they differ.
fn common(mut events: impl Iterator<Item = Option<EventKind>>) -> Option<EventKind> {
    let first = events.next()??;
    events.all(|event| event == Some(first)).then_some(first)
}

/// The question that is asked first.
pub fn first_question(snapshot: &Snapshot, datasets: &[Dataset], today: Day) -> Question {
    let all: Vec<&Dataset> = datasets.iter().collect();
    let basis = Basis::of(&all, today);
    let dated = dated_events(snapshot);
    let listing = datasets.iter().find_map(|dataset| dataset.listing_event);
    let date_of = listing.or_else(|| most(&dated)).unwrap_or(EventKind::MadePublic);
    Question {
        filter: Filter::default(),
        date_of,
        period: period_for(snapshot, date_of),
        fiscal_start: basis.fiscal_start,
        delay: first_delay(&dated, date_of),
        measure: first_measure(snapshot),
        mechanism: basis.mechanism,
        listed_by: basis.listed_by,
        as_of: basis.as_of,
        coverage_start: basis.coverage_start,
        group_by: None,
    }
}

/// Events with their number of dates.
fn dated_events(snapshot: &Snapshot) -> Vec<(EventKind, usize)> {
    snapshot
        .event_kinds()
        .into_iter()
        .map(|kind| {
            let dates = snapshot.chunks().iter().filter_map(|chunk| chunk.dates(kind));
            (kind, dates.map(|column| column.iter().filter(|cell| cell.state == DateState::Date).count()).sum())
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn most(dated: &[(EventKind, usize)]) -> Option<EventKind> {
    // On a tie the later event: it is the one that is told.
    dated.iter().max_by_key(|(kind, count)| (*count, kind.index())).map(|(kind, _)| *kind)
}

/// The delay to disclosure that this data can tell: from awareness if it is there, to the event that puts a record
/// on the list, or the usual pair where the data has no second date.
fn first_delay(dated: &[(EventKind, usize)], date_of: EventKind) -> (EventKind, EventKind) {
    let has = |kind: EventKind| dated.iter().any(|(known, _)| *known == kind);
    let ends = [
        EventKind::RegulatorNotified,
        EventKind::PeopleTold,
        EventKind::MadePublic,
        EventKind::CsirtTold,
        EventKind::Press,
    ];
    let starts = [EventKind::Aware, EventKind::Detected, EventKind::IntrusionBegan];
    let end = ends
        .into_iter()
        .find(|end| *end == date_of && has(*end))
        .or_else(|| ends.into_iter().find(|end| has(*end)))
        .unwrap_or(EventKind::MadePublic);
    let start = starts.into_iter().find(|start| has(*start) && *start != end).unwrap_or(EventKind::Aware);
    (start, end)
}

/// The measure most records have; people whose data was exposed where there is a tie or nothing.
fn first_measure(snapshot: &Snapshot) -> (Unit, Effect) {
    let counted = |measure: (Unit, Effect)| -> usize {
        let columns = snapshot.chunks().iter().filter_map(|chunk| chunk.counts(measure));
        columns.map(|column| column.iter().filter(|cell| cell.state == CountState::Count).count()).sum()
    };
    let mut best = ((Unit::People, Effect::DataExposed), 0);
    for measure in snapshot.measures() {
        let count = counted(measure);
        if count > best.1 {
            best = (measure, count);
        }
    }
    best.0
}

/// Periods such that a chart has between a dozen and about sixty bars.
fn period_for(snapshot: &Snapshot, date_of: EventKind) -> PeriodKind {
    let range = crate::query::day_range(snapshot, &Selection::all(snapshot), date_of);
    let days = range.map_or(0, |(first, last)| last.days_since(first));
    match days {
        0..=200 => PeriodKind::Week,
        201..=1_500 => PeriodKind::Month,
        1_501..=8_000 => PeriodKind::Quarter,
        _ => PeriodKind::Year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn dataset(mechanism: Mechanism, as_of: i32, coverage: Option<i32>, fiscal: Option<(u8, u8)>) -> Dataset {
        Dataset {
            id: Uuid::nil(),
            name: String::new(),
            publisher: String::new(),
            address: String::new(),
            file_name: String::new(),
            file_hash: String::new(),
            read_on: None,
            licence: String::new(),
            mechanism,
            coverage_start: coverage.map(Day),
            as_of: Day(as_of),
            as_of_unknown: false,
            offset_minutes: None,
            fiscal_start: fiscal,
            listing_event: None,
            floor: None,
            annotations: Vec::new(),
            denominator: None,
            words: crate::model::count::Conventions::default(),
            note: String::new(),
        }
    }

    #[test]
    fn several_datasets_share_only_what_they_have_in_common() {
        let a = dataset(Mechanism::Register, 100, Some(10), Some((7, 24)));
        let b = dataset(Mechanism::DisclosureList, 90, Some(20), None);
        let basis = Basis::of(&[&a, &b], Day(0));
        assert_eq!(basis.mechanism, Mechanism::Mixed);
        assert_eq!((basis.as_of, basis.coverage_start), (Day(90), Some(Day(20))));
        assert_eq!(basis.fiscal_start, (7, 24));
        let c = dataset(Mechanism::Register, 100, None, Some((1, 1)));
        assert_eq!(Basis::of(&[&a, &c], Day(0)).fiscal_start, (1, 1), "no common fiscal year");
        assert_eq!(Basis::of(&[&a, &a], Day(0)).mechanism, Mechanism::Register);
        let listed = |event| Dataset { listing_event: event, ..b.clone() };
        let (press, public) = (listed(Some(EventKind::Press)), listed(Some(EventKind::MadePublic)));
        assert_eq!(Basis::of(&[&press, &press], Day(0)).listed_by, Some(EventKind::Press));
        assert_eq!(Basis::of(&[&press, &public], Day(0)).listed_by, None, "no common listing");
        assert_eq!(Basis::of(&[&press, &b], Day(0)).listed_by, None);
    }

    #[test]
    fn the_first_delay_starts_with_awareness_and_ends_on_the_list() {
        use EventKind::{Aware, Detected, IntrusionBegan, MadePublic, RegulatorNotified};
        let table = [
            (vec![(Aware, 3), (RegulatorNotified, 3)], RegulatorNotified, (Aware, RegulatorNotified)),
            (vec![(IntrusionBegan, 3), (MadePublic, 3)], MadePublic, (IntrusionBegan, MadePublic)),
            (vec![(Detected, 1), (RegulatorNotified, 2), (MadePublic, 9)], MadePublic, (Detected, MadePublic)),
            (vec![(MadePublic, 9)], MadePublic, (Aware, MadePublic)),
            (vec![], MadePublic, (Aware, MadePublic)),
        ];
        for (dated, date_of, expected) in table {
            assert_eq!(first_delay(&dated, date_of), expected, "{dated:?}");
        }
    }
}
