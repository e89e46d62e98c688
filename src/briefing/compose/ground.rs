//! What a briefing is worked out against: the records, their datasets, and the answers that several pages share.

use std::cell::RefCell;
use std::rc::Rc;

use uuid::Uuid;

use crate::briefing::document::{LastPeriods, PageView};
use crate::chart::figures::Overview;
use crate::chart::figures::scope::Scope;
use crate::chart::words::Context;
use crate::frame::{RecordId, Snapshot};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::incident::Incident;
use crate::model::period::{FiscalStart, PeriodScheme};
use crate::query::first::{Basis, first_question};
use crate::query::question::{PeriodKind, Question};
use crate::query::{Selection, select};
use crate::text::Lang;
use crate::workspace::past::PastImport;

/// The records and what is known of them.
pub struct Ground<'a> {
    /// The records.
    pub snapshot: &'a Snapshot,
    /// Their datasets.
    pub datasets: &'a [Dataset],
    /// The language of the words.
    pub lang: Lang,
    /// Reads a whole record; `None` where it cannot be read.
    pub document: &'a dyn Fn(RecordId) -> Option<Incident>,
    /// Finds a record by its identity; `None` where it is not there.
    pub find: &'a dyn Fn(Uuid) -> Option<RecordId>,
    /// The question that is asked first of this data: what a page does not say itself.
    pub first: Question,
    /// The imports that the records came in by, where they are known.
    pub imports: Vec<PastImport>,
    today: Day,
    prepared: RefCell<Vec<Rc<Prepared>>>,
}

/// A question with the records it chooses.
pub struct Prepared {
    /// The question.
    pub question: Question,
    /// The records.
    pub selection: Selection,
    /// What they cover.
    pub scope: Scope,
    overview: std::cell::OnceCell<Overview>,
}

impl Prepared {
    /// The three answers.
    pub fn overview(&self, snapshot: &Snapshot) -> &Overview {
        self.overview.get_or_init(|| Overview::compute(snapshot, &self.question))
    }
}

impl<'a> Ground<'a> {
    /// The ground of a workspace. `today` stands in for the as-of date where there is no dataset.
    pub fn new(
        (snapshot, datasets): (&'a Snapshot, &'a [Dataset]),
        lang: Lang,
        today: Day,
        document: &'a dyn Fn(RecordId) -> Option<Incident>,
        find: &'a dyn Fn(Uuid) -> Option<RecordId>,
    ) -> Self {
        let first = first_question(snapshot, datasets, today);
        let (imports, prepared) = (Vec::new(), RefCell::default());
        Self { snapshot, datasets, lang, document, find, first, imports, today, prepared }
    }

    /// The same ground for another language.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Self {
        Self::new((self.snapshot, self.datasets), lang, self.today, self.document, self.find)
            .with_imports(self.imports.clone())
    }

    /// The same ground with the imports that its records came in by, which the method page tells.
    #[must_use]
    pub fn with_imports(self, imports: Vec<PastImport>) -> Self {
        Self { imports, ..self }
    }

    /// Data complete to this day: the earliest of all datasets.
    pub fn as_of(&self) -> Day {
        self.first.as_of
    }

    /// Whether no dataset tells to which day it is complete, so that [`Self::as_of`] is the day of reading.
    pub fn as_of_unknown(&self) -> bool {
        self.datasets.iter().all(|dataset| dataset.as_of_unknown)
    }

    /// The question of a page, with what its datasets say of themselves.
    pub fn question(&self, view: &PageView) -> Question {
        let mut question = self.first.clone();
        view.view.apply(&mut question);
        let chosen: Vec<&Dataset> = self.chosen(&question);
        if !chosen.is_empty() {
            let basis = Basis::of(&chosen, self.today);
            question.mechanism = basis.mechanism;
            question.listed_by = basis.listed_by;
            question.as_of = basis.as_of;
            question.coverage_start = basis.coverage_start;
            question.fiscal_start = basis.fiscal_start;
        }
        if let Some(last) = view.last {
            let (mut from, to) = days_of(last, question.as_of, question.fiscal_start);
            // A list of disclosures has of those that began before it only the ones that were told late.
            if question.mechanism == Mechanism::DisclosureList && question.date_of == question.delay.0 {
                from = question.coverage_start.map_or(from, |start| from.max(start).min(to));
            }
            question.filter.from = Some(from);
            question.filter.to = Some(to);
        }
        question
    }

    /// The question of a page with the records it chooses, worked out once for all pages that ask the same.
    pub fn prepare(&self, view: &PageView) -> Rc<Prepared> {
        self.prepare_question(self.question(view))
    }

    /// The same for a question.
    pub fn prepare_question(&self, question: Question) -> Rc<Prepared> {
        if let Some(known) = self.prepared.borrow().iter().find(|known| known.question == question) {
            return Rc::clone(known);
        }
        let selection = select(self.snapshot, &question.filter, question.date_of, question.measure);
        let scope = Scope::of(self.snapshot, &selection, &question);
        let made = Rc::new(Prepared { question, selection, scope, overview: std::cell::OnceCell::new() });
        self.prepared.borrow_mut().push(Rc::clone(&made));
        made
    }

    /// The datasets that a question looks at.
    pub fn chosen(&self, question: &Question) -> Vec<&'a Dataset> {
        let wanted = &question.filter.datasets;
        self.datasets.iter().filter(|dataset| wanted.is_empty() || wanted.contains(&dataset.id)).collect()
    }

    /// What the words of a question's figures need to know.
    pub fn context(&self, question: &Question) -> Context {
        Context::of(self.lang, &self.chosen(question)).choosing(&question.filter, self.snapshot)
    }
}

/// First and last day of the last complete periods at a day.
pub fn days_of(last: LastPeriods, as_of: Day, (month, day): (u8, u8)) -> (Day, Day) {
    let scheme = match last.period {
        PeriodKind::Week => PeriodScheme::Week,
        PeriodKind::Month => PeriodScheme::Month,
        PeriodKind::Quarter => PeriodScheme::Quarter,
        PeriodKind::Year => PeriodScheme::Year,
        PeriodKind::FiscalYear => {
            let start = FiscalStart::new(u32::from(month), u32::from(day));
            PeriodScheme::FiscalYear(start.unwrap_or(FiscalStart::NEW_YEAR))
        }
    };
    let current = scheme.containing(as_of);
    let end = if current.last_day() == as_of { current } else { current.offset(-1) };
    let begin = end.offset(1 - i64::from(last.count.max(1)));
    (begin.first_day(), end.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_complete_periods_end_before_the_data_does() {
        let day = |year, month, day| Day::from_ymd(year, month, day).expect("a day");
        let last = |count, period| LastPeriods { count, period };
        let cases = [
            (last(1, PeriodKind::Quarter), day(2026, 8, 13), (1, 1), (day(2026, 4, 1), day(2026, 6, 30))),
            (last(1, PeriodKind::Quarter), day(2026, 6, 30), (1, 1), (day(2026, 4, 1), day(2026, 6, 30))),
            (last(12, PeriodKind::Quarter), day(2026, 6, 30), (1, 1), (day(2023, 7, 1), day(2026, 6, 30))),
            (last(1, PeriodKind::Month), day(2024, 3, 5), (1, 1), (day(2024, 2, 1), day(2024, 2, 29))),
            (last(0, PeriodKind::Year), day(2024, 3, 5), (1, 1), (day(2023, 1, 1), day(2023, 12, 31))),
            (last(1, PeriodKind::FiscalYear), day(2026, 8, 13), (7, 24), (day(2025, 7, 24), day(2026, 7, 23))),
        ];
        for (last, as_of, fiscal, expected) in cases {
            assert_eq!(days_of(last, as_of, fiscal), expected, "{last:?} at {as_of:?}");
        }
    }
}
