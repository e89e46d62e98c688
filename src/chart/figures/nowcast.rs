//! How many incidents of recent months are expected to be known in the end, and what the same computation said a year
//! earlier.
//!
//! Months are followed to the day of the month of the as-of date, so that each stands at a known age: of the month
//! before last so many were known when it was two months old. The estimate stands beside the counts, in no total.

use crate::chart::figures::LEVEL;
use crate::chart::figures::completeness::COMPLETE;
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::frame::cell::{DateCell, DateState};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::model::period::{Period, PeriodScheme};
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::nowcast::{Expected, chain_ladder, expected_in_the_end, triangle_dispersion};

/// Below this expected completeness nothing is said of a month: the interval would be far too narrow.
pub const EARLIEST: f64 = 0.3;

/// Fewest months whose delays are known.
pub const FEWEST_MONTHS: usize = 24;

/// Fewest incidents in them.
pub const FEWEST_INCIDENTS: u64 = 50;

/// The most months of delay that are looked at.
const MOST_DELAYS: usize = 24;

/// Months that must have been followed to the last delay.
const FOLLOWED: usize = 12;

/// The most ages at which nothing may be known.
const MOST_SKIPPED: usize = 3;

/// The past that the computation is tried on: this many months earlier.
const EARLIER: usize = 12;

/// The expected numbers of recent months.
#[derive(Clone, Debug, PartialEq)]
pub struct NowcastFigure {
    /// From the event that months are counted by to the one that puts a record on the list.
    pub ends: (EventKind, EventKind),
    /// The months, the oldest first; the last is the one of the as-of date.
    pub months: Vec<Month>,
    /// Incidents by whose delays it is judged.
    pub n: u64,
    /// What becomes known after so many months is not expected.
    pub delays: usize,
    /// How much more reports scatter than independent ones would.
    pub dispersion: Option<f64>,
    /// Months that were judged a year earlier, and of how many the range then holds what is known now.
    pub backtest: Option<Backtest>,
    /// Records left out.
    pub left_out: LeftOut,
}

/// One month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month {
    /// Which.
    pub period: Period,
    /// Incidents known by the as-of date.
    pub known: u64,
    /// The share expected to be known by now.
    pub completeness: f64,
    /// What is expected in the end; `None` where the month is complete or it is too early.
    pub expected: Option<Expected>,
    /// What was expected a year before the as-of date, where it was told.
    pub a_year_earlier: Option<Expected>,
}

impl Month {
    /// Whether more is to come, and nothing can be said yet of how much.
    pub fn is_too_early(&self) -> bool {
        self.completeness < COMPLETE && self.expected.is_none()
    }
}

/// What became of the ranges of a year earlier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backtest {
    /// The month that stood then as the headline's month stands now, or if nothing could be said of it the latest of
    /// which something could.
    pub month: Month,
    /// What was expected of it.
    pub expected: Expected,
    /// Ranges given then.
    pub ranges: u64,
    /// Of them, those that hold what is known now.
    pub held: u64,
}

/// Records that are not in the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Without a date of the event that months are counted by.
    pub undated: u64,
    /// Without a date of the event that puts a record on the list, or with one after the as-of date.
    pub unlisted: u64,
    /// Dated too coarsely to lie in one month.
    pub coarse: u64,
    /// Listed before it happened.
    pub wrong_order: u64,
}

/// Why nothing is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The data is no list of disclosures.
    NotAList,
    /// Delays of several datasets are not put together.
    SeveralDatasets,
    /// The filter chooses a period, so that earlier delays are not seen.
    ChosenPeriod,
    /// Fewer than [`FEWEST_MONTHS`].
    TooShort {
        /// Months there are.
        months: usize,
    },
    /// Fewer than [`FEWEST_INCIDENTS`].
    TooFew {
        /// Incidents there are.
        n: u64,
    },
    /// In no month anything was known even at an age of several months.
    NothingEarly,
    /// No month of which more is to come can be judged.
    NothingToCome,
}

impl NowcastFigure {
    /// What is expected of the last `span` months, judged by the delays of the same months.
    ///
    /// # Errors
    /// The reason for which nothing can be said.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        span: usize,
    ) -> Result<Self, Refusal> {
        if question.mechanism != Mechanism::DisclosureList {
            return Err(Refusal::NotAList);
        }
        if scope.datasets > 1 {
            return Err(Refusal::SeveralDatasets);
        }
        if question.filter.from.is_some() || question.filter.to.is_some() {
            return Err(Refusal::ChosenPeriod);
        }
        let listed_by = question.listed_by.unwrap_or(question.delay.1);
        let from = if question.date_of == listed_by { question.delay.0 } else { question.date_of };
        let cases = Cases::collect(snapshot, selection, question, ((from, listed_by), span + EARLIER));
        cases.figure((from, listed_by), span)
    }

    /// The latest month of which something is expected.
    pub fn headline(&self) -> Option<(Month, Expected)> {
        self.months.iter().rev().find_map(|month| Some((*month, month.expected?)))
    }
}

/// Months back from the as-of date and days of listing.
struct Cases {
    as_of: Day,
    /// First day of the month of the as-of date, of the month before, and so on; one more than is counted.
    firsts: Vec<i32>,
    listed: Vec<(u16, i32)>,
    left_out: LeftOut,
    /// Months that the data covers.
    covered: usize,
}

#[derive(Default)]
struct Part {
    listed: Vec<(u16, i32)>,
    left_out: LeftOut,
    earliest: Option<i32>,
}

impl Part {
    fn add(&mut self, (start, end): (DateCell, DateCell), firsts: &[i32], as_of: i32) {
        if start.state != DateState::Date || start.lo == i32::MIN || start.hi == i32::MAX || start.lo > as_of {
            self.left_out.undated += 1;
        } else if end.state != DateState::Date || end.hi == i32::MAX || end.lo > as_of {
            self.left_out.unlisted += 1;
        } else if end.hi < start.lo {
            self.left_out.wrong_order += 1;
        } else {
            self.earliest = Some(self.earliest.map_or(start.lo, |earliest| earliest.min(start.lo)));
            // First days fall: the first that is not after a day is that of its month.
            let month = |day: i32| firsts.partition_point(|first| *first > day);
            let (back, other) = (month(start.lo), month(start.hi));
            if back >= firsts.len() {
                return;
            }
            if back == other {
                self.listed.push((back as u16, end.hi.min(as_of)));
            } else {
                self.left_out.coarse += 1;
            }
        }
    }
}

impl Cases {
    fn collect(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        ((from, to), months): ((EventKind, EventKind), usize),
    ) -> Self {
        let as_of = question.as_of;
        let this_month = PeriodScheme::Month.containing(as_of);
        let firsts: Vec<i32> = (0..months).map(|back| this_month.offset(-(back as i64)).first_day().0).collect();
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut part = Part::default();
            let (starts, ends) = (chunk.dates(from), chunk.dates(to));
            for index in selection.in_chunk(at) {
                let start = starts.map(|column| column.get(index)).unwrap_or_default();
                let end = ends.map(|column| column.get(index)).unwrap_or_default();
                part.add((start, end), &firsts, as_of.0);
            }
            part
        });
        let mut all = Part::default();
        for part in parts {
            all.listed.extend(part.listed);
            all.left_out.undated += part.left_out.undated;
            all.left_out.unlisted += part.left_out.unlisted;
            all.left_out.coarse += part.left_out.coarse;
            all.left_out.wrong_order += part.left_out.wrong_order;
            all.earliest = [all.earliest, part.earliest].into_iter().flatten().min();
        }
        let start = question.coverage_start.map(|day| day.0).or(all.earliest);
        // A month that was not covered from its first day on is not counted.
        let covered = start.map_or(0, |start| firsts.partition_point(|first| *first >= start));
        Self { as_of, firsts, listed: all.listed, left_out: all.left_out, covered }
    }

    fn figure(self, ends: (EventKind, EventKind), span: usize) -> Result<NowcastFigure, Refusal> {
        let now = self.judge(0, span)?;
        let then = self.judge(EARLIER, span).ok();
        let mut months: Vec<Month> = Vec::new();
        for (back, judged) in now.months.iter().enumerate().rev() {
            let earlier = then.as_ref().zip(back.checked_sub(EARLIER));
            let earlier = earlier.and_then(|(then, back)| then.months.get(back));
            months.push(Month {
                period: PeriodScheme::Month.containing(Day(self.firsts.get(back).copied().unwrap_or(self.as_of.0))),
                known: judged.known,
                completeness: judged.completeness,
                expected: judged.expected,
                a_year_earlier: earlier.and_then(|judged| judged.expected),
            });
        }
        let mut figure = NowcastFigure {
            ends,
            months,
            n: now.n,
            delays: now.delays,
            dispersion: now.dispersion,
            backtest: None,
            left_out: self.left_out,
        };
        let (headline, _) = figure.headline().ok_or(Refusal::NothingToCome)?;
        figure.backtest = figure.tried_on(headline.period.offset(-(EARLIER as i64)));
        Ok(figure)
    }

    /// The state of things `shift` months before the as-of date, with what was listed by then.
    fn judge(&self, shift: usize, span: usize) -> Result<Judged, Refusal> {
        let rows = self.covered.saturating_sub(shift).min(span);
        if rows < FEWEST_MONTHS {
            return Err(Refusal::TooShort { months: rows });
        }
        let delays = MOST_DELAYS.min(rows - FOLLOWED);
        let then = |back: usize| self.as_of.add_months(-((shift + back) as i32)).0;
        // The days on which months were looked at: today, a month ago, two months ago …
        let looks: Vec<i32> = (0..rows).map(then).collect();
        let mut triangle: Vec<Vec<Option<u64>>> =
            (0..rows).map(|back| (0..delays).map(|delay| (delay <= back).then_some(0)).collect()).collect();
        let mut known = vec![0_u64; rows];
        for (back, listed) in &self.listed {
            let Some(back) = usize::from(*back).checked_sub(shift).filter(|back| *back < rows) else { continue };
            let seen = looks.partition_point(|look| look >= listed);
            let Some(look) = seen.checked_sub(1) else { continue };
            known[back] += 1;
            let delay = back - look.min(back);
            if let Some(Some(cell)) = triangle[back].get_mut(delay) {
                *cell += 1;
            }
        }
        // The oldest month first, as the ladder reads.
        triangle.reverse();
        let n: u64 = triangle.iter().flatten().flatten().sum();
        if n < FEWEST_INCIDENTS {
            return Err(Refusal::TooFew { n });
        }
        let (skipped, triangle, completeness) = first_defined(&triangle).ok_or(Refusal::NothingEarly)?;
        let dispersion = triangle_dispersion(&triangle);
        let months = known.iter().enumerate().map(|(back, known)| {
            let age = back.checked_sub(skipped);
            let completeness = age.map_or(0.0, |age| completeness.get(age).copied().unwrap_or(1.0));
            let judged = *known > 0 && (EARLIEST..COMPLETE).contains(&completeness);
            let expected = judged.then(|| expected_in_the_end(*known, completeness, LEVEL)).flatten();
            let expected = expected.map(|expected| expected.widened(dispersion.unwrap_or(1.0)));
            JudgedMonth { known: *known, completeness, expected }
        });
        Ok(Judged { months: months.collect(), n, delays, dispersion })
    }
}

/// Increments of one month, as far as they are known.
type Row = Vec<Option<u64>>;

/// The first age from which on the ladder is defined, with the triangle and the completeness from there on. Where the
/// as-of date is early in its month, nothing at all may be known of a month while it runs.
fn first_defined(triangle: &[Row]) -> Option<(usize, Vec<Row>, Vec<f64>)> {
    (0..=MOST_SKIPPED).find_map(|skipped| {
        let from_there = |row: &Row| {
            let (early, late) = row.split_at_checked(skipped + 1)?;
            let first = early.iter().copied().sum::<Option<u64>>()?;
            Some(std::iter::once(Some(first)).chain(late.iter().copied()).collect::<Vec<_>>())
        };
        let rest: Vec<Row> = triangle.iter().filter_map(from_there).collect();
        let completeness = chain_ladder(&rest).fitted?.completeness;
        Some((skipped, rest, completeness))
    })
}

/// The state of things at one day, the latest month first.
struct Judged {
    months: Vec<JudgedMonth>,
    n: u64,
    delays: usize,
    dispersion: Option<f64>,
}

struct JudgedMonth {
    known: u64,
    completeness: f64,
    expected: Option<Expected>,
}

impl NowcastFigure {
    fn tried_on(&self, period: Period) -> Option<Backtest> {
        let judged = || self.months.iter().filter_map(|month| Some((month, month.a_year_earlier?)));
        let holds = |(month, expected): &(&Month, Expected)| (expected.low..=expected.high).contains(&month.known);
        let alike = judged().find(|(month, _)| month.period == period);
        let (month, expected) = alike.or_else(|| judged().next_back())?;
        Some(Backtest {
            month: *month,
            expected,
            ranges: judged().count() as u64,
            held: judged().filter(holds).count() as u64,
        })
    }
}
