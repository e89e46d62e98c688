//! The figure that the page shows, drawn on a thread and kept by what it rests on: revision, question, figure,
//! choices, language and what the datasets say of themselves.
//!
//! While the next one is drawn the one before stays and is dimmed, as long as it is the same figure; the page never
//! computes.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use crate::app::answers::words_for;
use crate::app::awaited::Awaited;
use crate::app::charts_page::shelf;
use crate::app::opened::Opened;
use crate::chart::figures::scope::Scope;
use crate::chart::gallery::choice::Options;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::model::ChartKey;
use crate::chart::words::Context;
use crate::frame::{RecordId, Revision, Snapshot};
use crate::query::Selection;
use crate::query::question::Question;
use crate::text::Lang;
use crate::workspace::reader::Reader;

/// How many figures are kept, so that going back to one is at once.
const KEPT: usize = 24;

/// What a figure rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureKey {
    opened: u64,
    revision: Revision,
    /// The question that it answers.
    pub question: Question,
    /// Which figure.
    pub chart: ChartKey,
    options: Options,
    words: Context,
}

impl FigureKey {
    /// What the figure to be shown rests on; `None` in the gallery and where there is no record.
    pub fn of(opened: &Opened, lang: Lang) -> Option<Self> {
        let chart = opened.charts.shown().filter(|_| !opened.snapshot.is_empty())?;
        Some(Self {
            opened: opened.number,
            revision: opened.snapshot.revision(),
            question: opened.question_for(chart),
            chart,
            options: opened.charts.options(chart),
            words: words_for(opened, lang),
        })
    }
}

/// A figure, drawn.
#[derive(Clone, Debug)]
pub struct FigureAnswer {
    /// What it rests on.
    pub key: FigureKey,
    /// The records that it was drawn from.
    pub snapshot: Snapshot,
    /// The figure; `None` where there is none under this key.
    pub drawn: Option<Arc<Drawn>>,
}

impl FigureAnswer {
    /// Draws a figure; takes as long as the data is large. Names are read from the workspace, where it can be read.
    ///
    /// `selection` is what the question's filter chooses.
    pub fn compute(key: FigureKey, snapshot: Snapshot, selection: &Selection, reader: Option<&Reader>) -> Self {
        let document = |id: RecordId| {
            let found = reader?.page(&[id]).ok()?;
            found.into_iter().next().map(|(_, incident)| incident)
        };
        let scope = Scope::of(&snapshot, selection, &key.question);
        let ask = Ask {
            snapshot: &snapshot,
            question: &key.question,
            selection,
            scope: &scope,
            options: &key.options,
            context: &key.words,
            document: &document,
        };
        let drawn = shelf::draw(key.chart, &ask).map(Arc::new);
        Self { key, snapshot, drawn }
    }
}

/// All figures of the page.
#[derive(Default)]
pub struct Figures {
    kept: VecDeque<FigureAnswer>,
    shown: Option<FigureAnswer>,
    awaited: Awaited<FigureKey>,
}

impl Figures {
    /// Takes a figure in.
    pub fn take(&mut self, answer: FigureAnswer) {
        self.awaited.came(&answer.key);
        self.kept.push_back(answer);
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    /// The job that drew what was asked for did not finish: it is not asked for again.
    pub fn failed(&mut self) {
        self.awaited.fail();
    }

    /// Brings what is shown up to date. Returns what has to be drawn, once; nothing while the selection that it rests
    /// on is being worked out.
    pub fn refresh(&mut self, wanted: Option<FigureKey>, is_selecting: bool) -> Option<FigureKey> {
        let Some(key) = wanted else {
            self.awaited.rest();
            return None;
        };
        if self.shown.as_ref().is_some_and(|shown| shown.key == key) {
            self.awaited.rest();
            return None;
        }
        if let Some(answer) = self.kept.iter().find(|answer| answer.key == key) {
            self.shown = Some(answer.clone());
            self.awaited.rest();
            return None;
        }
        let is_another = |shown: &FigureAnswer| shown.key.chart != key.chart || shown.key.opened != key.opened;
        if self.shown.as_ref().is_some_and(is_another) {
            self.shown = None;
        }
        (!is_selecting && self.awaited.ask(&key)).then_some(key)
    }

    /// What is shown; the same figure as it was before while it is drawn anew.
    pub const fn shown(&self) -> Option<&FigureAnswer> {
        self.shown.as_ref()
    }

    /// Whether what is shown rests on something else and has done so for a moment.
    pub fn is_dimmed(&self) -> bool {
        self.awaited.is_late()
    }

    /// When the figure shown is to be dimmed.
    pub fn dims_in(&self) -> Option<Duration> {
        self.awaited.late_in()
    }

    /// Whether a figure is being drawn.
    pub const fn is_waiting(&self) -> bool {
        self.awaited.is_waiting()
    }
}
