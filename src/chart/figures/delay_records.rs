//! The records behind a delay figure as conditions: what each mark and each left-out count leads to, and what can
//! become a filter. Each condition chooses exactly the records that the figure put there; a test holds the two
//! together.

use crate::chart::records::{DelayGap, RecordsKey};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::query::question::Question;
use crate::query::{Expr, Reason, Sure};

/// From which event to which, and until when the data are complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// The two events.
    pub ends: (EventKind, EventKind),
    /// Data complete to this day.
    pub as_of: Day,
}

impl Between {
    /// Those of a question.
    pub fn of(question: &Question) -> Self {
        Self { ends: question.delay, as_of: question.as_of }
    }

    /// Both events have a date, in an order that is possible, and the second had happened at the as-of date.
    pub fn known(self) -> Expr {
        Expr::All(vec![self.days(0, None, Sure::Possible), self.happened()])
    }

    /// The first event has a date and the second had not happened at the as-of date.
    pub fn open(self) -> Expr {
        let later =
            Expr::Date { event: self.ends.1, from: Some(self.as_of.plus_days(1)), to: None, how: Sure::Certain };
        let not_yet = Expr::NoDate { event: self.ends.1, reasons: vec![Reason::NotYet] };
        Expr::All(vec![dated(self.ends.0), Expr::Any(vec![not_yet, later])])
    }

    /// The fewest days that the dates allow lie between two numbers, both included; known delays only.
    pub fn fewest(self, from: u32, to: Option<u32>) -> Expr {
        let Expr::All(mut parts) = self.known() else { return self.known() };
        if from > 0 {
            parts.push(self.days(from, None, Sure::Certain));
        }
        if to.is_some() {
            parts.push(self.days(0, to, Sure::Possible));
        }
        Expr::All(parts)
    }

    /// All days that the dates allow lie between two numbers, both included; known delays only.
    pub fn surely(self, from: u32, to: Option<u32>) -> Expr {
        Expr::All(vec![self.days(from, to, Sure::Certain), self.happened()])
    }

    /// The first event surely lies so many days or more before the as-of date.
    pub fn followed(self, days: u32) -> Expr {
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        let to = Day(self.as_of.0.saturating_sub(days));
        Expr::Date { event: self.ends.0, from: None, to: Some(to), how: Sure::Certain }
    }

    /// The first event lies in these days for certain.
    pub fn began(self, first: Day, last: Day) -> Expr {
        Expr::Date { event: self.ends.0, from: Some(first), to: Some(last), how: Sure::Certain }
    }

    /// The second event lies in these days for certain.
    pub fn ended(self, first: Day, last: Day) -> Expr {
        Expr::Date { event: self.ends.1, from: Some(first), to: Some(last), how: Sure::Certain }
    }

    /// Records with this reason for not being part of a figure with a window of so many days.
    pub fn gap(self, gap: DelayGap, window: u32) -> Expr {
        let (start, end) = self.ends;
        let applies = || Expr::Not(Box::new(self.gap(DelayGap::NotApplicable, window)));
        let missing = |event, and_not_yet| Expr::NoDate {
            event,
            reasons: (Reason::ALL.into_iter())
                .filter(|reason| *reason != Reason::NotApplicable && (and_not_yet || *reason != Reason::NotYet))
                .collect(),
        };
        match gap {
            DelayGap::NotApplicable => {
                let none = |event| Expr::NoDate { event, reasons: vec![Reason::NotApplicable] };
                Expr::Any(vec![none(start), none(end)])
            }
            DelayGap::BothMissing => Expr::All(vec![missing(start, true), missing(end, false)]),
            DelayGap::StartMissing => {
                let said = Expr::Any(vec![dated(end), Expr::NoDate { event: end, reasons: vec![Reason::NotYet] }]);
                Expr::All(vec![applies(), missing(start, true), said])
            }
            DelayGap::EndMissing => Expr::All(vec![dated(start), missing(end, false)]),
            DelayGap::Inconsistent => {
                let impossible = Expr::Not(Box::new(self.days(0, None, Sure::Possible)));
                Expr::All(vec![dated(start), self.happened(), impossible])
            }
            DelayGap::NotYet => self.open(),
            DelayGap::TooRecent => self.known().and(Expr::Not(Box::new(self.followed(window)))),
            DelayGap::BeyondWindow => self.fewest(window.saturating_add(1), None).and(self.followed(window)),
        }
    }

    /// The second event has a date that is not surely after the as-of date.
    fn happened(self) -> Expr {
        Expr::Date { event: self.ends.1, from: None, to: Some(self.as_of), how: Sure::Possible }
    }

    fn days(self, from: u32, to: Option<u32>, how: Sure) -> Expr {
        Expr::Delay { ends: self.ends, from, to, how }
    }
}

/// The event has a date.
pub fn dated(event: EventKind) -> Expr {
    Expr::Date { event, from: None, to: None, how: Sure::Possible }
}

/// The records that a delay figure of this question and window rests on, whose fewest days lie between two numbers;
/// for a register without those still open.
pub fn told(question: &Question, window: u32, from: u32, to: Option<u32>) -> Expr {
    let between = Between::of(question);
    match question.mechanism {
        Mechanism::DisclosureList => {
            let to = Some(to.unwrap_or(window).min(window));
            between.fewest(from, to).and(between.followed(window))
        }
        Mechanism::Register | Mechanism::Mixed => between.fewest(from, to),
    }
}

/// The condition that a key of delays stands for; other keys as they are.
#[must_use]
pub fn as_condition(key: RecordsKey, question: &Question, window: u32) -> RecordsKey {
    RecordsKey::Where(match key {
        RecordsKey::Delay(gap) => Between::of(question).gap(gap, window),
        RecordsKey::Open => Between::of(question).open(),
        RecordsKey::DelayBetween { from, to } => told(question, window, from, to),
        other => return other,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::chart::figures::delay::{Placed, place_within};
    use crate::chart::figures::delay_deadline::DeadlineFigure;
    use crate::chart::figures::delay_pairs::Pairs;
    use crate::frame::cell::{DateCell, DateState};
    use crate::frame::{FrameBuilder, RecordId, RowValues, Snapshot};
    use crate::model::affected::{Effect, Unit};
    use crate::query::question::{Filter, PeriodKind};
    use crate::query::select;
    use crate::stats::deadline::{Deadline, Verdict};
    use crate::stats::survival::Outcome;

    const AS_OF: Day = Day(100);
    const WINDOW: u32 = 30;

    fn question(mechanism: Mechanism) -> Question {
        Question {
            filter: Filter::default(),
            date_of: EventKind::Aware,
            period: PeriodKind::Month,
            fiscal_start: (1, 1),
            delay: (EventKind::Aware, EventKind::MadePublic),
            measure: (Unit::People, Effect::DataExposed),
            mechanism,
            listed_by: None,
            as_of: AS_OF,
            coverage_start: None,
            group_by: None,
        }
    }

    fn any_cell() -> impl Strategy<Value = DateCell> {
        let state = prop::sample::select(&DateState::ALL[..]);
        let ends = prop_oneof![8 => Just((false, false)), 1 => Just((true, false)), 1 => Just((false, true))];
        (state, 30..130_i32, prop_oneof![3 => Just(0), 1 => 0..40_i32], ends).prop_map(|(state, lo, span, open)| {
            if state != DateState::Date {
                return DateCell { lo: 0, hi: 0, state };
            }
            let lo_end = if open.0 { i32::MIN } else { lo };
            DateCell { lo: lo_end, hi: if open.1 { i32::MAX } else { lo + span }, state }
        })
    }

    fn any_date() -> impl Strategy<Value = DateCell> {
        prop_oneof![2 => any_cell(), 3 => (30..130_i32).prop_map(DateCell::day)]
    }

    fn snapshot(rows: &[(DateCell, DateCell)]) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, (start, end)) in rows.iter().enumerate() {
            let mut row = RowValues::default();
            row.dates.insert(EventKind::Aware, *start);
            row.dates.insert(EventKind::MadePublic, *end);
            builder.push_row(RecordId(index as u64), &row).unwrap();
        }
        builder.finish()
    }

    fn chosen(snapshot: &Snapshot, question: &Question, expr: Expr) -> Vec<u64> {
        let filter = Filter { expr, ..Filter::default() };
        let selection = select(snapshot, &filter, question.date_of, question.measure);
        selection.ids(snapshot).map(|id| id.0).collect()
    }

    fn wanted(rows: &[(DateCell, DateCell)], holds: impl Fn(DateCell, DateCell) -> bool) -> Vec<u64> {
        (0..).zip(rows).filter(|(_, (start, end))| holds(*start, *end)).map(|(index, _)| index).collect()
    }

    proptest! {
        #[test]
        fn a_condition_chooses_what_the_figure_put_there(
            rows in prop::collection::vec((any_date(), any_date()), 0..60), from in 0..20_u32, more in 0..40_u32,
        ) {
            let found = snapshot(&rows);
            for mechanism in Mechanism::ALL {
                let question = question(mechanism);
                let between = Between::of(&question);
                let place = |start, end| place_within(start, end, mechanism, AS_OF, WINDOW);
                for gap in DelayGap::ALL {
                    // Where nothing is left out for a reason, the records that would be are of no interest.
                    let is_used = match gap {
                        DelayGap::NotYet => mechanism != Mechanism::Register,
                        DelayGap::TooRecent | DelayGap::BeyondWindow => mechanism == Mechanism::DisclosureList,
                        _ => true,
                    };
                    if is_used {
                        let left = wanted(&rows, |start, end| place(start, end) == Placed::Left(gap));
                        prop_assert_eq!(chosen(&found, &question, between.gap(gap, WINDOW)), left, "{:?}", gap);
                    }
                }
                let to = from + more;
                let told_between = |start, end| match place(start, end) {
                    Placed::Used { min, outcome, .. } => outcome == Outcome::Event && min >= from && min <= to,
                    Placed::Left(_) => false,
                };
                let told = told(&question, WINDOW, from, Some(to));
                prop_assert_eq!(chosen(&found, &question, told), wanted(&rows, told_between));
            }
            let register = question(Mechanism::Register);
            let open = wanted(&rows, |start, end| {
                let placed = place_within(start, end, Mechanism::Register, AS_OF, WINDOW);
                matches!(placed, Placed::Used { outcome: Outcome::Censored, .. })
            });
            prop_assert_eq!(chosen(&found, &register, Between::of(&register).open()), open);
        }

        #[test]
        fn each_record_is_within_late_or_undetermined_and_is_listed_there(
            rows in prop::collection::vec((any_date(), any_date()), 0..60), days in 1..25_u32, hours in prop::bool::ANY,
        ) {
            let found = snapshot(&rows);
            for mechanism in Mechanism::ALL {
                let question = question(mechanism);
                let all = crate::query::Selection::all(&found);
                let pairs = Pairs::collect(&found, &all, &question);
                let deadline = if hours { Deadline::Hours(days * 24) } else { Deadline::Days(days) };
                let judged = DeadlineFigure::compute(&pairs, &question, WINDOW, deadline);
                let counts = [judged.tally.within, judged.tally.late, judged.tally.undetermined];
                let mut used = 0;
                for (count, records) in counts.into_iter().zip(judged.records) {
                    prop_assert_eq!(chosen(&found, &question, records).len() as u64, count);
                    used += count;
                }
                let placed = |start, end| matches!(
                    place_within(start, end, mechanism, AS_OF, WINDOW), Placed::Used { .. }
                );
                prop_assert_eq!(used, wanted(&rows, placed).len() as u64);
            }
        }
    }

    #[test]
    fn three_days_apart_are_neither_within_72_hours_nor_late() {
        let rows: Vec<_> = [2, 3, 4].map(|days| (DateCell::day(10), DateCell::day(10 + days))).to_vec();
        let found = snapshot(&rows);
        let question = question(Mechanism::Register);
        let pairs = Pairs::collect(&found, &crate::query::Selection::all(&found), &question);
        let judged = DeadlineFigure::compute(&pairs, &question, WINDOW, Deadline::Hours(72));
        assert_eq!((judged.tally.within, judged.tally.late, judged.tally.undetermined), (1, 1, 1));
        assert_eq!(Deadline::Hours(72).verdict(3, Some(3)), Verdict::Undetermined);
    }
}
