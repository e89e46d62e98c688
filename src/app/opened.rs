//! The open workspace: the file, a snapshot of its frame, its datasets, and what is asked of it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::briefings::state::Briefings;
use crate::app::brushes::Brush;
use crate::app::charts_page::kept::ChartsView;
use crate::app::reading::Source;
use crate::frame::Snapshot;
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::query::first::{Basis, first_question};
use crate::query::question::Question;
use crate::query::view::{self, SavedView};
use crate::workspace::{Access, Result, Workspace};

/// Name under which the view state stands in the workspace.
const VIEW: &str = "view";

/// An open workspace.
pub struct Opened {
    /// Tells this opening from every other, so that answers about another file are never shown.
    pub number: u64,
    /// The file. Read on the window's thread for what is on screen; changed only by commands.
    pub workspace: Workspace,
    /// Its frame.
    pub snapshot: Snapshot,
    /// Its datasets.
    pub datasets: Vec<Dataset>,
    /// What is asked.
    pub question: Question,
    /// How the charts answer.
    pub choices: Choices,
    /// What the page of charts shows, and what was chosen for each figure.
    pub charts: ChartsView,
    /// What was chosen in charts.
    pub brushes: Vec<Brush>,
    /// Questions under a name, kept in the file.
    pub views: Vec<SavedView>,
    /// Its briefings.
    pub briefings: Briefings,
    /// Whether it lies where the analyst put it, rather than in the data folder.
    pub is_named: bool,
    /// The data it was made from in this run, without any question.
    pub read_from: Option<Source>,
}

/// How the charts of the overview are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The second chart counts by size, or per period.
    pub affected: AffectedView,
    /// The figure that ignores how records got in is shown beside the right one.
    pub naive: bool,
}

/// Which chart of people affected is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AffectedView {
    /// Incidents by power of ten.
    #[default]
    Sizes,
    /// Median and largest per period.
    Periods,
}

/// What is kept in the workspace about how it was looked at.
#[derive(Serialize, Deserialize)]
struct ViewState {
    question: Question,
    #[serde(default)]
    choices: Choices,
    #[serde(default)]
    charts: ChartsView,
}

impl Opened {
    /// Takes a workspace into use, with the view it was left with.
    ///
    /// # Errors
    /// When its datasets cannot be read.
    pub fn new(workspace: Workspace, number: u64, is_named: bool, today: Day) -> Result<Self> {
        let snapshot = workspace.snapshot();
        let datasets = workspace.datasets()?;
        // A view that cannot be read is as if it had never been kept.
        let kept: Option<ViewState> = workspace.state(VIEW).unwrap_or_default();
        let ViewState { question, choices, charts } = kept.unwrap_or_else(|| ViewState {
            question: first_question(&snapshot, &datasets, today),
            choices: Choices::default(),
            charts: ChartsView::default(),
        });
        let views = workspace.state(view::STATE).unwrap_or_default().unwrap_or_default();
        let briefings = Briefings::of(&workspace);
        let mut opened = Self {
            number,
            workspace,
            snapshot,
            datasets,
            question,
            choices,
            charts,
            brushes: Vec::new(),
            views,
            briefings,
            is_named,
            read_from: None,
        };
        opened.settle_basis(today);
        Ok(opened)
    }

    /// Reads again what an edit may have changed.
    ///
    /// # Errors
    /// When the datasets cannot be read; the old ones stay.
    pub fn refresh(&mut self, today: Day) -> Result<()> {
        let was_empty = self.snapshot.is_empty();
        self.snapshot = self.workspace.snapshot();
        self.datasets = self.workspace.datasets()?;
        if was_empty && !self.snapshot.is_empty() {
            self.question = first_question(&self.snapshot, &self.datasets, today);
        }
        self.settle_basis(today);
        Ok(())
    }

    /// Takes over into the question what follows from the datasets that are looked at.
    pub fn settle_basis(&mut self, today: Day) {
        let wanted = &self.question.filter.datasets;
        self.question.filter.datasets = wanted.iter().copied().filter(|id| self.dataset(*id).is_some()).collect();
        let chosen = &self.question.filter.datasets;
        let looked_at: Vec<&Dataset> =
            self.datasets.iter().filter(|dataset| chosen.is_empty() || chosen.contains(&dataset.id)).collect();
        let basis = Basis::of(&looked_at, today);
        self.question.mechanism = basis.mechanism;
        self.question.listed_by = basis.listed_by;
        self.question.as_of = basis.as_of;
        self.question.coverage_start = basis.coverage_start;
        self.question.fiscal_start = basis.fiscal_start;
    }

    /// A dataset by its identity.
    pub fn dataset(&self, id: Uuid) -> Option<&Dataset> {
        self.datasets.iter().find(|dataset| dataset.id == id)
    }

    /// What the window is about: the dataset, or the file where there is no single one.
    pub fn title(&self) -> String {
        match self.datasets.as_slice() {
            [only] if !only.name.is_empty() => only.name.clone(),
            _ => stem(self.workspace.path()),
        }
    }

    /// Name of the file, where it is the analyst's own.
    pub fn file_name(&self) -> Option<String> {
        let name = self.workspace.path().file_name().map(|name| name.to_string_lossy().into_owned());
        name.filter(|_| self.is_named)
    }

    /// Whether nothing can be changed.
    pub fn is_read_only(&self) -> bool {
        self.workspace.access() == Access::Read
    }

    /// Whether the workspace holds nothing but what reading its file again would give, and has no name: then it need
    /// not be kept.
    pub fn can_be_read_again(&self) -> bool {
        let is_there = match &self.read_from {
            Some(Source::File(path)) => path.is_file(),
            Some(Source::Sample(_)) => true,
            Some(within @ Source::Within(_)) => within.path().is_some_and(std::path::Path::exists),
            // Of what was pasted only the window has the text.
            Some(Source::Several(_) | Source::Pasted(_)) | None => false,
        };
        let untouched = self.workspace.history().is_ok_and(|history| history.len() <= 1);
        self.workspace.is_unnamed() && is_there && untouched && self.views.is_empty() && self.briefings.is_unused()
    }

    /// Keeps the view in the file.
    ///
    /// # Errors
    /// When it cannot be written; nothing but the view is lost then.
    pub fn save_view(&mut self) -> Result<()> {
        if self.is_read_only() {
            return Ok(());
        }
        let view = ViewState { question: self.question.clone(), choices: self.choices, charts: self.charts.clone() };
        self.workspace.set_state(VIEW, &view)
    }
}

/// A file's name without its ending.
pub fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Where unnamed workspaces lie.
pub fn unnamed_folder(data: &Path) -> PathBuf {
    data.join("unnamed")
}
