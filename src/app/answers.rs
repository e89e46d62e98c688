//! Answers: the figures, findings and charts of the overview, computed on a thread and kept by what they rest on.
//!
//! While a new answer is computed the one before stays and is dimmed; a view never computes.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use crate::app::awaited::Awaited;
use crate::app::opened::{AffectedView, Choices, Opened};
use crate::chart::figures::Overview;
use crate::chart::figures::scope::Scope;
use crate::chart::findings;
use crate::chart::kinds;
use crate::chart::model::{ChartKey, ChartModel, Finding};
use crate::chart::words::Context;
use crate::frame::{Revision, Snapshot};
use crate::query::Selection;
use crate::query::question::Question;
use crate::text::Lang;

/// How many answers are kept, so that going back to a filter is at once.
const KEPT: usize = 12;

/// What an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerKey {
    opened: u64,
    revision: Revision,
    /// The question that was asked.
    pub question: Question,
}

impl AnswerKey {
    /// What the answer to the present question rests on.
    pub fn of(opened: &Opened) -> Self {
        Self::to(opened, opened.question.clone())
    }

    fn to(opened: &Opened, question: Question) -> Self {
        Self { opened: opened.number, revision: opened.snapshot.revision(), question }
    }

    /// What the charts of the cards rest on: each on the question that what is chosen in it does not narrow.
    fn of_cards(opened: &Opened) -> [Self; 3] {
        Card::ALL.map(|card| Self::to(opened, opened.question_for(card.chart(opened.choices))))
    }
}

/// An answer in numbers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What it rests on.
    pub key: AnswerKey,
    /// What it was computed from: the records behind its counts are looked for there, whatever was edited since.
    pub snapshot: Snapshot,
    /// The numbers.
    pub overview: Arc<Overview>,
}

impl Answer {
    /// Computes an answer; takes as long as the data is large. `selection` is what the question's filter chooses, where
    /// that is known already.
    pub fn compute(key: AnswerKey, snapshot: Snapshot, selection: Option<&Selection>) -> Self {
        let overview = Arc::new(match selection {
            Some(selection) => Overview::of(&snapshot, selection, &key.question),
            None => Overview::compute(&snapshot, &key.question),
        });
        Self { key, snapshot, overview }
    }
}

/// An answer in words and charts.
pub struct Shown {
    /// The question it answers.
    pub key: AnswerKey,
    /// The records that were counted.
    pub snapshot: Snapshot,
    /// What it was computed from.
    pub scope: Scope,
    /// The questions that the charts answer.
    cards: [AnswerKey; 3],
    words: Context,
    choices: Choices,
    /// The three findings.
    pub findings: [Finding; 3],
    /// Incidents over time.
    pub incidents: ChartModel,
    /// People affected, by size or per period as chosen.
    pub affected: ChartModel,
    /// Time to disclosure.
    pub disclosure: ChartModel,
    /// What the plain description would have said, where that was asked for.
    pub naive: Option<String>,
}

impl Shown {
    fn of(answer: &Answer, cards: [&Answer; 3], words: Context, choices: Choices) -> Self {
        let overview = &answer.overview;
        let [incidents, affected, disclosure] = cards;
        let build = |card: Card, answer: &Answer| {
            let words = words.choosing(&answer.key.question.filter, &answer.snapshot);
            kinds::build(card.chart(choices), &answer.overview, &words)
        };
        Self {
            key: answer.key.clone(),
            snapshot: answer.snapshot.clone(),
            scope: overview.scope.clone(),
            cards: cards.map(|answer| answer.key.clone()),
            findings: findings::all(overview, &words),
            incidents: build(Card::Incidents, incidents),
            affected: build(Card::Affected, affected),
            disclosure: build(Card::Disclosure, disclosure),
            naive: findings::disclosure::naive(&overview.delay, words.lang),
            words,
            choices,
        }
    }

    /// The question that a chart of the overview answers.
    pub fn question_of(&self, chart: ChartKey) -> Option<&Question> {
        let at = Card::ALL.into_iter().position(|card| self.chart(card).key == chart)?;
        self.cards.get(at).map(|key| &key.question)
    }

    /// The chart of a card.
    pub const fn chart(&self, card: Card) -> &ChartModel {
        match card {
            Card::Incidents => &self.incidents,
            Card::Affected => &self.affected,
            Card::Disclosure => &self.disclosure,
        }
    }
}

/// The cards of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Card {
    /// Incidents over time.
    Incidents,
    /// People affected.
    Affected,
    /// Time to disclosure.
    Disclosure,
}

impl Card {
    /// All cards, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Incidents, Self::Affected, Self::Disclosure];

    /// The chart that a card shows.
    pub const fn chart(self, choices: Choices) -> ChartKey {
        match (self, choices.affected) {
            (Self::Incidents, _) => ChartKey::Incidents,
            (Self::Affected, AffectedView::Sizes) => ChartKey::AffectedSizes,
            (Self::Affected, AffectedView::Periods) => ChartKey::AffectedPeriods,
            (Self::Disclosure, _) => ChartKey::Disclosure,
        }
    }
}

/// All answers.
#[derive(Default)]
pub struct Answers {
    kept: VecDeque<Answer>,
    shown: Option<Shown>,
    awaited: Awaited<AnswerKey>,
}

impl Answers {
    /// Takes an answer in.
    pub fn take(&mut self, answer: Answer) {
        self.awaited.came(&answer.key);
        self.kept.push_back(answer);
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    /// The job that computed what was asked for did not finish.
    pub fn failed(&mut self) {
        self.awaited.fail();
    }

    /// Brings what is shown up to date. Returns what has to be computed, once; nothing while the selection that it
    /// rests on is being worked out.
    pub fn refresh(&mut self, opened: Option<&Opened>, lang: Lang, is_selecting: bool) -> Option<AnswerKey> {
        let Some(opened) = opened else {
            *self = Self::default();
            return None;
        };
        let key = AnswerKey::of(opened);
        if self.shown.as_ref().is_some_and(|shown| shown.key.opened != key.opened) {
            self.shown = None;
        }
        let cards = AnswerKey::of_cards(opened);
        let known = |key: &AnswerKey| self.kept.iter().find(|answer| answer.key == *key);
        if let Some(missing) = std::iter::once(&key).chain(&cards).find(|key| known(key).is_none()) {
            if is_selecting || !self.awaited.ask(missing) {
                return None;
            }
            return Some(missing.clone());
        }
        self.awaited.rest();
        let words = words_for(opened, lang);
        let is_current = self.shown.as_ref().is_some_and(|shown| {
            shown.key == key && shown.cards == cards && shown.words == words && shown.choices == opened.choices
        });
        let [incidents, affected, disclosure] = &cards;
        if !is_current
            && let (Some(answer), Some(incidents), Some(affected), Some(disclosure)) =
                (known(&key), known(incidents), known(affected), known(disclosure))
        {
            self.shown = Some(Shown::of(answer, [incidents, affected, disclosure], words, opened.choices));
        }
        None
    }

    /// What is shown; the answer before while the next one is computed.
    pub const fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// Whether what is shown answers an earlier question and has done so for a moment.
    pub fn is_dimmed(&self) -> bool {
        self.awaited.is_late()
    }

    /// When the answer shown is to be dimmed.
    pub fn dims_in(&self) -> Option<Duration> {
        self.awaited.late_in()
    }

    /// Whether an answer is being computed.
    pub const fn is_waiting(&self) -> bool {
        self.awaited.is_waiting()
    }
}

/// What the words need to know of the datasets that are looked at.
pub(in crate::app) fn words_for(opened: &Opened, lang: Lang) -> Context {
    let chosen = &opened.question.filter.datasets;
    let looked_at = opened.datasets.iter().filter(|dataset| chosen.is_empty() || chosen.contains(&dataset.id));
    Context::of(lang, &looked_at.collect::<Vec<_>>())
}
