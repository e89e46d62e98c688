//! What the analyst asks: which records, which dates, which delay, which measure.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::model::period::{FiscalStart, PeriodScheme};
use crate::query::expr::{Expr, Sure};

/// Which records are looked at. Everything set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words that the title, an organisation or the source key must contain, letter case and accents aside.
    pub text: String,
    /// First and last day of the period, by the event in [`Question::date_of`].
    pub from: Option<Day>,
    /// Last day of the period.
    pub to: Option<Day>,
    /// A field must have one of these words. Several entries must all hold.
    pub words: Vec<(Field, Vec<String>)>,
    /// Only these datasets; empty is all.
    pub datasets: Vec<Uuid>,
    /// Leave out the record with the largest count of the measure.
    pub without_largest: bool,
    /// What else must hold: the typed query, and what was chosen in charts.
    pub expr: Expr,
}

impl Filter {
    /// What chooses the records that meet everything but the period, whose date may lie in it and may lie outside. The
    /// largest record is not left out of them.
    #[must_use]
    pub fn touching(&self, date_of: EventKind) -> Self {
        let within = |how| Expr::Date { event: date_of, from: self.from, to: self.to, how };
        self.beside(within(Sure::Possible).and(Expr::Not(Box::new(within(Sure::Certain)))))
    }

    /// What chooses the records that meet everything but the period, because they have no date.
    #[must_use]
    pub fn undated(&self, date_of: EventKind) -> Self {
        self.beside(Expr::NoDate { event: date_of, reasons: Vec::new() })
    }

    fn beside(&self, more: Expr) -> Self {
        let expr = if self.expr.is_everything() { more } else { self.expr.clone().and(more) };
        Self { from: None, to: None, without_largest: false, expr, ..self.clone() }
    }
}

/// A question: a filter and how to count.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Question {
    /// Which records.
    pub filter: Filter,
    /// Which event's date is the time axis.
    pub date_of: EventKind,
    /// Length of the periods.
    pub period: PeriodKind,
    /// First day of the fiscal year (month, day).
    pub fiscal_start: (u8, u8),
    /// Delay from the first to the second event.
    pub delay: (EventKind, EventKind),
    /// What is counted as affected. Units are never added together.
    pub measure: (Unit, Effect),
    /// How records got in: decides the method for delays.
    pub mechanism: Mechanism,
    /// The event that puts a record on the list, where the datasets looked at agree on one; else the end of the delay
    /// is taken for it.
    #[serde(default)]
    pub listed_by: Option<EventKind>,
    /// Data complete to this day.
    pub as_of: Day,
    /// First day covered; `None` is the first dated record.
    pub coverage_start: Option<Day>,
    /// Breakdown by this field.
    pub group_by: Option<Field>,
}

impl Question {
    /// How time is cut, the start of the fiscal year included. A fiscal start that is not a day of every year
    /// is taken as 1 January.
    pub fn scheme(&self) -> PeriodScheme {
        let (month, day) = self.fiscal_start;
        match self.period {
            PeriodKind::Week => PeriodScheme::Week,
            PeriodKind::Month => PeriodScheme::Month,
            PeriodKind::Quarter => PeriodScheme::Quarter,
            PeriodKind::Year => PeriodScheme::Year,
            PeriodKind::FiscalYear => {
                let start = FiscalStart::new(u32::from(month), u32::from(day));
                PeriodScheme::FiscalYear(start.unwrap_or(FiscalStart::NEW_YEAR))
            }
        }
    }
}

/// Length of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// ISO week, Monday to Sunday.
    Week,
    /// Calendar month.
    Month,
    /// Calendar quarter.
    #[default]
    Quarter,
    /// Calendar year.
    Year,
    /// Year that begins on a chosen day.
    FiscalYear,
}
