//! The gallery: every figure that can be drawn, by family, with the choices that make sense for it.
//!
//! A figure is a function from [`Ask`] to [`Drawn`]. Its numbers are computed in `chart/figures/`, without a word; its
//! sentences and its [`ChartModel`] are put together here, one file a figure. The window, the command line and the
//! briefings all draw what stands in [`Drawn`].

pub mod choice;
pub mod annotate;
pub mod fields;
pub mod time;
pub mod nowcast;
pub mod season;
pub mod affected;
pub mod delay;
pub mod cases;
pub mod breakdown;
pub mod control;
pub mod comparing;

use crate::chart::figures::scope::Scope;
use crate::chart::gallery::choice::{Choice, Options};
use crate::chart::model::{ChartKey, ChartModel};
use crate::chart::words::Context;
use crate::frame::{RecordId, Snapshot};
use crate::model::incident::Incident;
use crate::query::Selection;
use crate::query::question::Question;

/// What a figure is drawn from.
pub struct Ask<'a> {
    /// The records.
    pub snapshot: &'a Snapshot,
    /// What is asked of them.
    pub question: &'a Question,
    /// The records that the question's filter chooses.
    pub selection: &'a Selection,
    /// What that covers.
    pub scope: &'a Scope,
    /// What was chosen for this figure.
    pub options: &'a Options,
    /// Language, sources, annotations.
    pub context: &'a Context,
    /// Reads a whole record, slowly: for the few whose names are written on a figure. `None` where it cannot be read.
    pub document: &'a dyn Fn(RecordId) -> Option<Incident>,
}

/// A figure, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The chart; its title is the finding, as a sentence.
    pub model: ChartModel,
    /// Panels beside it, drawn alike and smaller: one a group.
    pub panels: Vec<ChartModel>,
    /// What the figure counts and how, in paragraphs, shown on demand.
    pub definition: Vec<String>,
    /// What can be chosen for it, with what is chosen now.
    pub choices: Vec<Choice>,
}

/// A family of figures, one part of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Incidents over time.
    Time,
    /// Months and years compared.
    Season,
    /// How many were affected.
    Affected,
    /// Time to disclosure.
    Delay,
    /// Incident by incident.
    Cases,
    /// Who, what, how.
    Breakdown,
    /// Signal or noise.
    Control,
    /// Side by side.
    Comparing,
}

impl Family {
    /// All families, in the order of the gallery.
    pub const ALL: [Self; 8] = [
        Self::Time,
        Self::Season,
        Self::Affected,
        Self::Delay,
        Self::Cases,
        Self::Breakdown,
        Self::Control,
        Self::Comparing,
    ];

    /// The stable key, used for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Season => "season",
            Self::Affected => "affected",
            Self::Delay => "delay",
            Self::Cases => "cases",
            Self::Breakdown => "breakdown",
            Self::Control => "control",
            Self::Comparing => "comparing",
        }
    }

    /// The figures of this family, in the order of the gallery.
    pub const fn charts(self) -> &'static [ChartKey] {
        match self {
            Self::Time => time::CHARTS,
            Self::Season => season::CHARTS,
            Self::Affected => affected::CHARTS,
            Self::Delay => delay::CHARTS,
            Self::Cases => cases::CHARTS,
            Self::Breakdown => breakdown::CHARTS,
            Self::Control => control::CHARTS,
            Self::Comparing => comparing::CHARTS,
        }
    }

    /// The family of a figure; `None` while there is no such figure.
    pub fn of(key: ChartKey) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.charts().contains(&key))
    }
}

/// Draws a figure, with the dated remarks of its datasets where it is drawn over time; `None` for one that is in no
/// family.
pub fn draw(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    let context = ask.context.choosing(&ask.question.filter, ask.snapshot);
    let mut drawn = figure(key, &Ask { context: &context, ..*ask })?;
    annotate::annotate(&mut drawn.model, ask.context);
    for panel in &mut drawn.panels {
        annotate::mark(panel, ask.context);
    }
    Some(drawn)
}

fn figure(key: ChartKey, ask: &Ask<'_>) -> Option<Drawn> {
    match Family::of(key)? {
        Family::Time => time::draw(key, ask),
        Family::Season => season::draw(key, ask),
        Family::Affected => affected::draw(key, ask),
        Family::Delay => delay::draw(key, ask),
        Family::Cases => cases::draw(key, ask),
        Family::Breakdown => breakdown::draw(key, ask),
        Family::Control => control::draw(key, ask),
        Family::Comparing => comparing::draw(key, ask),
    }
}
