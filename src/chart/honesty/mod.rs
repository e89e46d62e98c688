//! The honesty check: what a demanding listener could object to in a figure, before it is shown.
//!
//! Each rule looks at the records, the question and the finished [`ChartModel`], and says why it objects and what one
//! click would mend. A rule that does not apply is silent. The rules that only a slip of ours could break (an axis of
//! bars that does not begin at zero) look at the model itself, so that the slip is seen.

pub mod bins;
pub mod time;
pub mod data;
pub mod method;

use uuid::Uuid;

use crate::chart::figures::scope::Scope;
use crate::chart::gallery::choice::Options;
use crate::chart::model::{ChartKey, ChartModel};
use crate::chart::records::RecordsKey;
use crate::frame::Snapshot;
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Mechanism};
use crate::model::event::EventKind;
use crate::query::question::Question;
use crate::query::{Expr, Selection};
use crate::text::{Lang, tr};

/// What is about to be shown.
pub struct Subject<'a> {
    /// Which figure.
    pub key: ChartKey,
    /// As it would be drawn.
    pub model: &'a ChartModel,
    /// What was chosen for it.
    pub options: &'a Options,
    /// The records.
    pub snapshot: &'a Snapshot,
    /// What is asked of them.
    pub question: &'a Question,
    /// The records that the filter chooses.
    pub selection: &'a Selection,
    /// What that covers.
    pub scope: &'a Scope,
    /// The datasets that are looked at.
    pub datasets: &'a [&'a Dataset],
    /// Language of the words.
    pub lang: Lang,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Bars of unequal width, or a bar that the data can fill only in part.
    UnequalBins,
    /// A period that is not complete and not marked so.
    PartialUnmarked,
    /// Periods that were asked for and are not drawn.
    EmptyPeriodsDropped,
    /// A mean of numbers that a few incidents dominate.
    MeanOnSkewed,
    /// Too few incidents for a figure.
    TooFew,
    /// Units or ways of collecting that do not go together.
    Mixed,
    /// Stretches of time of unequal length side by side.
    UnequalPeriods,
    /// Records left out by a date that is not the axis' own.
    OtherDate,
    /// An axis that leaves out what would change the picture.
    TruncatedAxis,
    /// Records that may be one incident told twice.
    Duplicates,
    /// Delays of recent incidents that look short because the long ones are not on the list yet.
    RightTruncation,
    /// One of many groups picked out.
    ManyComparisons,
}

impl Rule {
    /// All rules, in the order in which they are told.
    pub const ALL: [Self; 12] = [
        Self::UnequalBins,
        Self::PartialUnmarked,
        Self::EmptyPeriodsDropped,
        Self::MeanOnSkewed,
        Self::TooFew,
        Self::Mixed,
        Self::UnequalPeriods,
        Self::OtherDate,
        Self::TruncatedAxis,
        Self::Duplicates,
        Self::RightTruncation,
        Self::ManyComparisons,
    ];

    /// The stable key used in JSON and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnequalBins => "unequal-bins",
            Self::PartialUnmarked => "partial-unmarked",
            Self::EmptyPeriodsDropped => "empty-periods-dropped",
            Self::MeanOnSkewed => "mean-on-skewed",
            Self::TooFew => "too-few",
            Self::Mixed => "mixed",
            Self::UnequalPeriods => "unequal-periods",
            Self::OtherDate => "other-date",
            Self::TruncatedAxis => "truncated-axis",
            Self::Duplicates => "duplicates",
            Self::RightTruncation => "right-truncation",
            Self::ManyComparisons => "many-comparisons",
        }
    }

    /// What it looks for, in a few words: for the list of what was checked.
    pub fn name(self, lang: Lang) -> String {
        tr(lang, &format!("honesty-rule-{}", self.key()))
    }
}

/// An objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// Which figure of a page it is about, counted from 0.
    pub figure: usize,
    /// Which rule objects.
    pub rule: Rule,
    /// Why, with the numbers.
    pub why: String,
    /// The records it is about, where they can be listed.
    pub records: Option<RecordsKey>,
    /// What one click would change, and what the button says.
    pub repair: Option<(String, Repair)>,
}

/// A change that answers an objection. The window runs it as commands; nothing is changed without the click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Choose another first and last day.
    Range(Option<Day>, Option<Day>),
    /// Choose otherwise for this figure.
    Option {
        /// The key of the choice.
        key: &'static str,
        /// Its value; empty is nothing.
        value: String,
    },
    /// Show the figure by the date of another event.
    DateOf(EventKind),
    /// Count something else.
    Measure(Unit, Effect),
    /// Look at one dataset only.
    Dataset(Uuid),
    /// Say of a dataset that it is complete to this day.
    AsOf(Uuid, Day),
    /// Say of a dataset how records got into it.
    Mechanism(Uuid, Mechanism),
    /// Leave these records out, as one more condition of the filter.
    Narrow(Expr),
    /// Take the words of a field out of the filter and show this figure by it.
    Figure(ChartKey),
    /// List the records.
    List(RecordsKey),
}

/// Every objection to a figure, in the order of [`Rule::ALL`].
///
/// Depends on its arguments alone; O(chosen records).
pub fn check(subject: &Subject<'_>) -> Vec<Caution> {
    let rules: [fn(&Subject<'_>) -> Option<Caution>; 12] = [
        bins::unequal_bins,
        time::partial_unmarked,
        time::empty_periods_dropped,
        method::mean_on_skewed,
        data::too_few,
        data::mixed,
        time::unequal_periods,
        time::other_date,
        bins::truncated_axis,
        data::duplicates,
        method::right_truncation,
        method::many_comparisons,
    ];
    rules.into_iter().filter_map(|rule| rule(subject)).collect()
}

impl Subject<'_> {
    /// The words for a key of this module.
    fn say(&self, key: &str, args: &[(&str, crate::text::Arg)]) -> String {
        crate::text::tr_args(self.lang, key, args)
    }

    /// Whether the figure counts people or another unit.
    fn is_about_counts(&self) -> bool {
        use ChartKey::{AffectedCurve, AffectedPeriods, AffectedRanked, AffectedSizes, AffectedSum, Concentration};
        matches!(
            self.key,
            AffectedCurve | AffectedPeriods | AffectedRanked | AffectedSizes | AffectedSum | Concentration
        )
    }

    /// Whether the figure is about the time between two events.
    fn is_about_delays(&self) -> bool {
        use ChartKey::{DelayAmong, DelayBounds, DelayCohorts, DelayCorrected, Disclosure};
        matches!(self.key, DelayAmong | DelayBounds | DelayCohorts | DelayCorrected | Disclosure)
    }
}
