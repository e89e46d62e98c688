//! The check before showing: what a demanding listener could object to in the figures on screen, on demand.
//!
//! The rules stand in `chart/honesty`. They are run on a thread when the panel is open, and again when what it looked
//! at changes: an objection that was answered is gone.

pub mod panel;

use std::sync::Arc;

use crate::app::answers::{Card, Shown};
use crate::app::charts_page::answers::FigureKey;
use crate::app::command::{ObjectionsCommand, Page};
use crate::app::opened::Opened;
use crate::app::state::State;
use crate::chart::figures::scope::Scope;
use crate::chart::gallery::choice::Options;
use crate::chart::honesty::{self, Caution, Subject};
use crate::chart::model::ChartModel;
use crate::frame::{Revision, Snapshot};
use crate::model::dataset::Dataset;
use crate::query::Selection;
use crate::query::question::Question;
use crate::text::Lang;

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckKey {
    opened: u64,
    revision: Revision,
    question: Question,
    lang: Lang,
    /// The figures as drawn, each with what was chosen for it.
    figures: Vec<(ChartModel, Options)>,
}

impl CheckKey {
    /// The question that the figures answer.
    pub const fn question(&self) -> &Question {
        &self.question
    }
}

/// The objections to one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Objected {
    /// The figure's finding.
    pub title: String,
    /// Which figure.
    pub chart: crate::chart::model::ChartKey,
    /// The objections; none is a good answer.
    pub cautions: Vec<Caution>,
}

/// A finished check.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was looked at.
    pub key: Arc<CheckKey>,
    /// The objections, figure by figure.
    pub found: Vec<Objected>,
}

impl Checked {
    /// Runs every rule on every figure; O(records) a figure.
    pub fn compute(key: Arc<CheckKey>, snapshot: &Snapshot, selection: &Selection, datasets: &[Dataset]) -> Self {
        let scope = Scope::of(snapshot, selection, &key.question);
        let wanted = &key.question.filter.datasets;
        let looked_at: Vec<&Dataset> =
            datasets.iter().filter(|dataset| wanted.is_empty() || wanted.contains(&dataset.id)).collect();
        let found = key.figures.iter().map(|(model, options)| Objected {
            title: model.title.clone(),
            chart: model.key,
            cautions: honesty::check(&Subject {
                key: model.key,
                model,
                options,
                snapshot,
                question: &key.question,
                selection,
                scope: &scope,
                datasets: &looked_at,
                lang: key.lang,
            }),
        });
        let found = found.collect();
        Self { key, found }
    }
}

/// The panel's state.
#[derive(Default)]
pub struct Objections {
    /// The page whose figures are checked, while the panel is open.
    open: Option<Page>,
    asked: Option<Arc<CheckKey>>,
    checked: Option<Checked>,
}

impl Objections {
    /// Runs a command.
    pub fn run(&mut self, command: ObjectionsCommand, page: Page) {
        match command {
            ObjectionsCommand::Toggle => self.open = if self.open.is_some() { None } else { Some(page) },
            ObjectionsCommand::Close => self.open = None,
            ObjectionsCommand::Found(checked) => {
                if self.asked.as_ref().is_some_and(|asked| Arc::ptr_eq(asked, &checked.key)) {
                    self.asked = None;
                }
                self.checked = Some(*checked);
            }
        }
    }

    /// The check did not finish.
    pub fn give_up(&mut self) {
        self.asked = None;
        self.open = None;
    }

    /// Closed when another page is shown, and where there is nothing to look at.
    pub fn rest(&mut self) {
        self.open = None;
        self.asked = None;
    }

    /// Whether the panel is open for the page that is shown.
    pub fn is_open(&self, page: Page) -> bool {
        self.open == Some(page)
    }

    /// Whether the figures are being looked at.
    pub const fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// The last finished check.
    pub const fn checked(&self) -> Option<&Checked> {
        self.checked.as_ref()
    }

    /// What has to be looked at, once; nothing while a figure is still being computed.
    pub fn wanted(
        &mut self,
        state: &State,
        figures: Option<(Question, Vec<(ChartModel, Options)>)>,
    ) -> Option<Arc<CheckKey>> {
        let opened = state.opened.as_ref()?;
        let (question, figures) = figures?;
        let key = CheckKey {
            opened: opened.number,
            revision: opened.snapshot.revision(),
            question,
            lang: state.lang,
            figures,
        };
        let is_known = |known: &CheckKey| *known == key;
        if self.checked.as_ref().is_some_and(|checked| is_known(&checked.key))
            || self.asked.as_ref().is_some_and(|asked| is_known(asked))
        {
            return None;
        }
        let key = Arc::new(key);
        self.asked = Some(Arc::clone(&key));
        Some(key)
    }
}

/// The three charts of the overview, each with what was chosen for it.
pub fn of_overview(opened: &Opened, shown: &Shown) -> (Question, Vec<(ChartModel, Options)>) {
    let figures = [Card::Incidents, Card::Affected, Card::Disclosure].map(|card| {
        let mut options = Options::default();
        if card == Card::Disclosure && opened.choices.naive {
            options.0.insert("naive".to_owned(), "on".to_owned());
        }
        (shown.chart(card).clone(), options)
    });
    (shown.key.question.clone(), figures.into())
}

/// The figure of the page of charts.
pub fn of_figure(opened: &Opened, key: &FigureKey, model: &ChartModel) -> (Question, Vec<(ChartModel, Options)>) {
    (key.question.clone(), vec![(model.clone(), opened.charts.options(key.chart))])
}
