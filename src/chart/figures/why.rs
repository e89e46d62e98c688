//! Why a record is in a figure, or is not: for each of the three answers, what became of one record.
//!
//! It speaks of a record what [`crate::chart::figures::behind`] says of all: a test holds the two together.

use crate::chart::figures::delay::{Placed, WINDOW_DAYS, place};
use crate::chart::figures::delay_records::Between;
use crate::chart::figures::scope::Scope;
use crate::chart::gallery::Family;
use crate::chart::model::ChartKey;
use crate::chart::records::{DelayGap, RecordsKey, SizeBin};
use crate::frame::cell::{CountCell, CountState, DateCell};
use crate::frame::chunk::Chunk;
use crate::frame::{RecordId, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::question::Question;
use crate::query::unmet::{Unmet, unmet};
use crate::query::{Expr, Reason};
use crate::stats::survival::Outcome;

/// One of the three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Figure {
    /// How many incidents, over time.
    Incidents,
    /// How many people, or what else is counted.
    Affected,
    /// How long from one event to another.
    Delay,
}

/// What became of a record in a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is counted.
    Counted(Note),
    /// It is left out.
    LeftOut(Gap),
}

/// How a record is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// As it stands.
    Plain,
    /// With a date that lies in no single period for certain.
    Coarse,
    /// With the range that its number or its dates allow.
    Range,
    /// As "at least": its number has no upper bound.
    Unbounded,
    /// As still open at the as-of date.
    Open,
}

/// Why a record is left out of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It does not meet these conditions of the filter.
    Unmet(Vec<Unmet>),
    /// The filter leaves out the record with the largest count, and this is it.
    Largest,
    /// It has no date on the time axis.
    Undated(Reason),
    /// Its date on the time axis is open at both ends.
    Boundless,
    /// Its date lies wholly outside the time that is covered.
    OutsideCoverage,
    /// There is no count of the measure.
    NoNumber(Reason),
    /// It counts these instead of the measure.
    OtherMeasure(Vec<(Unit, Effect)>),
    /// For this reason there is no delay; where a date is missing, why the first and why the second.
    Delay(DelayGap, [Option<Reason>; 2]),
    /// Records of several datasets: their delays are not put together.
    SeveralDatasets,
}

impl Figure {
    /// All three, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Incidents, Self::Affected, Self::Delay];

    /// The stable key, used for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::Affected => "affected",
            Self::Delay => "delay",
        }
    }

    /// Which of the three a figure of the gallery belongs to.
    pub fn of(chart: ChartKey) -> Option<Self> {
        match Family::of(chart)? {
            Family::Time | Family::Season | Family::Breakdown | Family::Control => Some(Self::Incidents),
            Family::Affected => Some(Self::Affected),
            Family::Delay => Some(Self::Delay),
            Family::Cases | Family::Comparing => None,
        }
    }

    /// The figure that leaves out the records of this key; `None` where they are not left out of one. `shown` is the
    /// figure of the gallery whose key it is, if any.
    pub fn leaving_out(key: &RecordsKey, question: &Question, shown: Option<ChartKey>) -> Option<Self> {
        match key {
            RecordsKey::OutsideCoverage => Some(Self::Incidents),
            RecordsKey::Size(SizeBin::Unknown) | RecordsKey::Unbounded | RecordsKey::OtherMeasure => {
                Some(Self::Affected)
            }
            RecordsKey::Undated(event) if *event == question.date_of => Some(Self::Incidents),
            RecordsKey::Undated(_) | RecordsKey::Delay(_) => Some(Self::Delay),
            RecordsKey::Where(expr) => {
                let between = Between::of(question);
                if DelayGap::ALL.into_iter().any(|gap| between.gap(gap, WINDOW_DAYS) == *expr) {
                    return Some(Self::Delay);
                }
                let about = Self::missing_in(expr, question)?;
                Some(shown.and_then(Self::of).unwrap_or(about))
            }
            _ => None,
        }
    }

    /// The figure that lacks what a condition says is not there.
    fn missing_in(expr: &Expr, question: &Question) -> Option<Self> {
        match expr {
            Expr::NoDate { event, .. } if *event == question.date_of => Some(Self::Incidents),
            Expr::NoDate { .. } => Some(Self::Delay),
            Expr::NoCount { .. } => Some(Self::Affected),
            Expr::All(parts) | Expr::Any(parts) => parts.iter().find_map(|part| Self::missing_in(part, question)),
            _ => None,
        }
    }
}

/// What became of a record in each of the three figures; `None` where there is no such record. `scope` is that of the
/// same question.
pub fn standings(
    snapshot: &Snapshot,
    question: &Question,
    scope: &Scope,
    id: RecordId,
) -> Option<[(Figure, Standing); 3]> {
    let row = snapshot.row_of(id)?;
    let (chunk, index) = snapshot.locate(row)?;
    let unmet = unmet(snapshot, &question.filter, question.date_of, row);
    let gap = if !unmet.is_empty() {
        Some(Gap::Unmet(unmet))
    } else if scope.largest_left_out == Some(id) {
        Some(Gap::Largest)
    } else {
        None
    };
    Some(Figure::ALL.map(|figure| {
        let standing = gap.clone().map_or_else(
            || match figure {
                Figure::Incidents => incidents(chunk, index, question, scope),
                Figure::Affected => affected(chunk, index, question, snapshot),
                Figure::Delay => delay(chunk, index, question, scope),
            },
            Standing::LeftOut,
        );
        (figure, standing)
    }))
}

fn date(chunk: &Chunk, index: usize, event: EventKind) -> DateCell {
    chunk.dates(event).map(|column| column.get(index)).unwrap_or_default()
}

fn incidents(chunk: &Chunk, index: usize, question: &Question, scope: &Scope) -> Standing {
    let cell = date(chunk, index, question.date_of);
    if let Some(reason) = Reason::of_date(cell.state) {
        return Standing::LeftOut(Gap::Undated(reason));
    }
    if cell.lo == i32::MIN && cell.hi == i32::MAX {
        return Standing::LeftOut(Gap::Boundless);
    }
    let meets = scope.covered.is_some_and(|(first, last)| cell.hi >= first.0 && cell.lo <= last.0);
    if !meets {
        return Standing::LeftOut(Gap::OutsideCoverage);
    }
    let is_bounded = cell.lo != i32::MIN && cell.hi != i32::MAX;
    let period = |day: i32| scope.scheme.containing(Day(day));
    let is_sure = is_bounded && period(cell.lo) == period(cell.hi);
    Standing::Counted(if is_sure { Note::Plain } else { Note::Coarse })
}

fn affected(chunk: &Chunk, index: usize, question: &Question, snapshot: &Snapshot) -> Standing {
    let count = |measure| chunk.counts(measure).map(|column| column.get(index)).unwrap_or_default();
    let cell: CountCell = count(question.measure);
    let Some(reason) = Reason::of_count(cell.state) else {
        return Standing::Counted(if cell.hi == u64::MAX {
            Note::Unbounded
        } else if cell.lo == cell.hi {
            Note::Plain
        } else {
            Note::Range
        });
    };
    let others: Vec<(Unit, Effect)> = snapshot
        .measures()
        .into_iter()
        .filter(|other| *other != question.measure && count(*other).state == CountState::Count)
        .collect();
    Standing::LeftOut(if others.is_empty() { Gap::NoNumber(reason) } else { Gap::OtherMeasure(others) })
}

fn delay(chunk: &Chunk, index: usize, question: &Question, scope: &Scope) -> Standing {
    if scope.datasets > 1 {
        return Standing::LeftOut(Gap::SeveralDatasets);
    }
    let ends = [date(chunk, index, question.delay.0), date(chunk, index, question.delay.1)];
    match place(ends[0], ends[1], question.mechanism, question.as_of) {
        Placed::Left(gap) => Standing::LeftOut(Gap::Delay(gap, ends.map(|cell| Reason::of_date(cell.state)))),
        Placed::Used { outcome: Outcome::Censored, .. } => Standing::Counted(Note::Open),
        Placed::Used { min, max, .. } => Standing::Counted(if min == max { Note::Plain } else { Note::Range }),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::*;
    use crate::chart::figures::Overview;
    use crate::chart::figures::behind::records_behind;
    use crate::frame::batch::Field;
    use crate::frame::cell::DateState;
    use crate::frame::{FrameBuilder, RowValues};
    use crate::model::dataset::Mechanism;
    use crate::query::first::first_question;
    use crate::query::question::Filter;

    /// Sixty records with every kind of gap.
    fn snapshot() -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for number in 0..60_i32 {
            let mut values =
                RowValues { dataset: Uuid::nil(), title: format!("case {number}"), ..RowValues::default() };
            let missing = [DateState::Blank, DateState::Unknown, DateState::NotStated, DateState::NotApplicable];
            let start = match number % 7 {
                0 => DateCell { lo: 0, hi: 0, state: missing[(number as usize / 7) % 4] },
                1 => DateCell { lo: i32::MIN, hi: i32::MAX, state: DateState::Date },
                2 => DateCell { lo: number * 30, hi: number * 30 + 90, state: DateState::Date },
                _ => DateCell::day(number * 30),
            };
            let end = match number % 5 {
                0 => DateCell { lo: 0, hi: 0, state: DateState::NotYet },
                1 => DateCell { lo: 0, hi: 0, state: missing[(number as usize / 5) % 4] },
                2 => DateCell::day(number * 30 - 200),
                _ => DateCell::day(number * 30 + 12 * number),
            };
            values.dates.insert(EventKind::Aware, start);
            values.dates.insert(EventKind::MadePublic, end);
            let count = match number % 4 {
                0 => CountCell { lo: 500, hi: u64::MAX, state: CountState::Count },
                1 => CountCell { lo: 0, hi: 0, state: CountState::Unknown },
                _ => CountCell { lo: 10, hi: 10 + u64::from(number % 3 == 0), state: CountState::Count },
            };
            let unit = if number % 11 == 0 { Unit::Accounts } else { Unit::People };
            values.counts = BTreeMap::from([((unit, Effect::DataExposed), count)]);
            values.words.insert(Field::Sector, vec![["Health", "Finance"][number as usize % 2].to_owned()]);
            builder.push_row(RecordId(number as u64 + 1), &values).unwrap();
        }
        builder.finish()
    }

    fn question(snapshot: &Snapshot, mechanism: Mechanism) -> Question {
        let mut question = first_question(snapshot, &[], Day(2_000));
        question.date_of = EventKind::Aware;
        question.delay = (EventKind::Aware, EventKind::MadePublic);
        question.measure = (Unit::People, Effect::DataExposed);
        (question.mechanism, question.as_of, question.coverage_start) = (mechanism, Day(1_500), Some(Day(200)));
        question
    }

    #[test]
    fn what_is_said_of_one_record_is_what_is_counted_of_all() {
        let snapshot = snapshot();
        let mut filters = vec![Filter::default()];
        filters.push(Filter { words: vec![(Field::Sector, vec!["Health".to_owned()])], ..Filter::default() });
        filters.push(Filter { from: Some(Day(300)), to: Some(Day(1_200)), ..Filter::default() });
        filters.push(Filter { without_largest: true, text: "case 1".to_owned(), ..Filter::default() });
        filters.push(Filter { expr: Expr::word(Field::Sector, "Finance"), ..Filter::default() });
        for mechanism in [Mechanism::Register, Mechanism::DisclosureList, Mechanism::Mixed] {
            for filter in &filters {
                let question = Question { filter: filter.clone(), ..question(&snapshot, mechanism) };
                agrees(&snapshot, &question);
            }
        }
    }

    fn agrees(snapshot: &Snapshot, question: &Question) {
        let overview = Overview::compute(snapshot, question);
        let behind = |key: &RecordsKey| records_behind(snapshot, question, key);
        let (all, undated) = (behind(&RecordsKey::All), behind(&RecordsKey::Undated(question.date_of)));
        let (outside, unbounded) = (behind(&RecordsKey::OutsideCoverage), behind(&RecordsKey::Unbounded));
        let open = behind(&RecordsKey::Open);
        let (mut counted, mut numbered) = (0, 0);
        for id in snapshot.ids() {
            let [(_, incidents), (_, affected), (_, delay)] =
                standings(snapshot, question, &overview.scope, id).unwrap();
            let is_chosen = all.contains(&id);
            let filtered = matches!(&incidents, Standing::LeftOut(Gap::Unmet(_) | Gap::Largest));
            assert_eq!(is_chosen, !filtered, "{id:?} {incidents:?}");
            if !is_chosen {
                continue;
            }
            let no_date = matches!(incidents, Standing::LeftOut(Gap::Undated(_) | Gap::Boundless));
            assert_eq!(no_date, undated.contains(&id), "{id:?} {incidents:?}");
            if incidents == Standing::LeftOut(Gap::OutsideCoverage) {
                assert!(outside.contains(&id));
            }
            assert_eq!(affected == Standing::Counted(Note::Unbounded), unbounded.contains(&id));
            assert_eq!(delay == Standing::Counted(Note::Open), open.contains(&id));
            if let Standing::LeftOut(Gap::Delay(gap, _)) = delay {
                assert!(behind(&RecordsKey::Delay(gap)).contains(&id), "{id:?} {gap:?}");
            }
            counted += u64::from(matches!(delay, Standing::Counted(_)));
            numbered += u64::from(matches!(affected, Standing::Counted(_)));
        }
        assert_eq!(counted, overview.delay.n, "the curve rests on those that are said to be counted");
        assert_eq!(numbered, overview.affected.n);
    }
}
