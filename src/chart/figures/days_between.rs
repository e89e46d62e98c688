//! Days from one large incident to the next.

use crate::chart::figures::control::Control;
use crate::chart::figures::scope::Scope;
use crate::frame::cell::{CountState, DateState};
use crate::frame::{RecordId, Snapshot};
use crate::model::calendar::Day;
use crate::query::question::Question;
use crate::query::{Selection, parallel};

/// The powers of ten that are offered as smallest size of a large incident: 10 to 10 billion.
pub const POWERS: std::ops::RangeInclusive<u32> = 1..=10;

/// Large incidents that make a chart worth looking at: the largest power of ten that leaves at least so many…
const FEWEST_EVENTS: usize = 10;

/// … and at most so many, if there is one.
const MOST_EVENTS: usize = 60;

/// Large incidents in order, and the days between them.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysBetween {
    /// Smallest size of a large incident, as a power of ten.
    pub power: u32,
    /// The incidents, by day, and on one day by id.
    pub events: Vec<(Day, RecordId)>,
    /// Days from the end of the last one to the end of what is judged.
    pub open_days: u32,
    /// Last day that is judged: later incidents may still become known between others.
    pub until: Day,
    /// The gaps judged; `None` for fewer than ten.
    pub control: Option<Control>,
    /// Large incidents whose day is not known.
    pub undated: u64,
    /// Records of which it is not known whether they are large.
    pub unsure: u64,
    /// Large incidents after `until`.
    pub later: u64,
}

/// Size of an incident.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Large,
    Unsure,
    Small,
}

impl DaysBetween {
    /// Finds the incidents with certainly at least 10^`power` affected; without a power, with one that leaves between
    /// 10 and 60 of them, or as near to that as can be.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        power: Option<u32>,
    ) -> Self {
        let power = power.unwrap_or_else(|| default_power(snapshot, selection, question));
        let smallest = 10_u64.saturating_pow(power);
        let until = scope.comparable().map_or(question.as_of, |(_, last)| last);
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let (mut events, mut undated, mut unsure, mut later) = (Vec::new(), 0, 0, 0);
            let (dates, counts) = (chunk.dates(question.date_of), chunk.counts(question.measure));
            for index in selection.in_chunk(at) {
                let count = counts.map(|column| column.get(index)).unwrap_or_default();
                let size = match count.state {
                    CountState::Count if count.lo >= smallest => Size::Large,
                    CountState::Count if count.hi < smallest => Size::Small,
                    CountState::NoneIdentified | CountState::NotApplicable => Size::Small,
                    _ => Size::Unsure,
                };
                let date = dates.map(|column| column.get(index)).unwrap_or_default();
                match size {
                    Size::Small => {}
                    Size::Unsure => unsure += 1,
                    Size::Large if date.state != DateState::Date || date.lo != date.hi => undated += 1,
                    Size::Large if date.lo > until.0 => later += 1,
                    Size::Large => events.extend(chunk.id(index).map(|id| (Day(date.lo), id))),
                }
            }
            (events, undated, unsure, later)
        });
        let mut found =
            Self { power, events: Vec::new(), open_days: 0, until, control: None, undated: 0, unsure: 0, later: 0 };
        for (events, undated, unsure, later) in parts {
            found.events.extend(events);
            found.undated += undated;
            found.unsure += unsure;
            found.later += later;
        }
        found.events.sort_unstable_by_key(|(day, id)| (day.0, id.0));
        let last = found.events.last().map_or(until, |(day, _)| *day);
        found.open_days = u32::try_from(until.days_since(last)).unwrap_or(0);
        found.control = Control::of_gaps(&found.gaps());
        found
    }

    /// Days from each incident to the next.
    pub fn gaps(&self) -> Vec<u32> {
        let pairs = self.events.iter().zip(self.events.iter().skip(1));
        pairs.map(|((before, _), (day, _))| u32::try_from(day.days_since(*before)).unwrap_or(0)).collect()
    }
}

fn default_power(snapshot: &Snapshot, selection: &Selection, question: &Question) -> u32 {
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let mut at_least = [0_usize; 11];
        if let Some(column) = chunk.counts(question.measure) {
            for index in selection.in_chunk(at) {
                let count = column.get(index);
                if count.state == CountState::Count {
                    let digits = count.lo.checked_ilog10().unwrap_or(0);
                    at_least.iter_mut().take(digits as usize + 1).for_each(|slot| *slot += 1);
                }
            }
        }
        at_least
    });
    let with = |power: u32| -> usize { parts.iter().filter_map(|part| part.get(power as usize)).sum() };
    let fits = |power: &u32| (FEWEST_EVENTS..=MOST_EVENTS).contains(&with(*power));
    let enough = |power: &u32| with(*power) >= FEWEST_EVENTS;
    POWERS.clone().find(fits).or_else(|| POWERS.rev().find(enough)).unwrap_or(1)
}
