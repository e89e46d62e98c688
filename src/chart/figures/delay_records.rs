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
        let later = Expr::Date { event: self.ends.1, from: Some(self.as_of.plus_days(1)), to: None, how: Sure::Certain };
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
