//! A proposed recipe with its reasons, as data: what the review page shows and the command line prints.

use serde::Serialize;

use crate::frame::batch::Field;
use crate::import::container::say::Around;
use crate::import::propose::date_choices::DateAssumption;
use crate::import::propose::differences::Difference;
use crate::import::propose::notes::Note;
use crate::import::propose::repeats::OneRecordPer;
use crate::import::propose::survey::DateEvidence;
use crate::import::recipe::{DateOrder, Placeholder, Recipe, Target, Thousands};
use crate::import::row_rules::LeaveOut;
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;

/// A proposed recipe, why, and what it could not decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The recipe.
    pub recipe: Recipe,
    /// Each column's reason, in the order of the recipe's columns.
    pub columns: Vec<ColumnReason>,
    /// What is proposed for the dataset and why.
    pub dataset: DatasetReason,
    /// What nobody but the analyst can decide. A recipe with open questions must not be applied unseen.
    pub open: Vec<OpenQuestion>,
}

impl Proposal {
    /// Whether at least one column was recognised with more than a guess. A text that is no table of incidents has
    /// none, and must not be counted as one.
    pub fn knows_a_column(&self) -> bool {
        self.recipe.columns.iter().zip(&self.columns).any(|(rule, reason)| {
            let is_kept_aside = matches!(rule.target, Target::Ignore | Target::Text(Field::Custom(_)));
            reason.confidence > Certainty::Low && !is_kept_aside
        })
    }
}

/// Why a column goes where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnReason {
    /// The column's header.
    pub header: String,
    /// How sure the proposal is.
    pub confidence: Certainty,
    /// Why.
    pub why: Why,
    /// Dates that decide the order of day and month; `None` where the column is no date.
    pub dates: Option<DateEvidence>,
    /// What else stands out in its cells.
    pub notes: Vec<Note>,
}

/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Look at it before accepting.
    Low,
    /// Likely.
    Medium,
    /// Header and contents agree.
    High,
}

impl Certainty {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// The reason for a column's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A recipe says so.
    Recipe,
    /// A recipe says so of a column that seems to have another header now.
    Renamed {
        /// The header that the recipe knows.
        from: String,
    },
    /// The header has these words, and this many of the filled cells suit them.
    HeaderAndContents {
        /// The words.
        words: String,
        /// Cells that suit.
        suit: u64,
        /// Filled cells.
        filled: u64,
    },
    /// The header has these words; the contents could be anything.
    Header {
        /// The words.
        words: String,
    },
    /// The cells are dates, but the header does not say of what.
    DatesOfWhat,
    /// The cells are a month or day of another column's date.
    PartOf {
        /// That column.
        column: String,
    },
    /// The cells name what another column counts.
    UnitOf {
        /// That column.
        column: String,
    },
    /// The cells are addresses.
    Addresses,
    /// The cells are long texts.
    LongTexts,
    /// Another column fills the same field better.
    Taken {
        /// That column.
        column: String,
    },
    /// Nothing speaks for a field; the column is kept under its header.
    Nothing,
    /// The analyst chose it.
    Chosen,
}

/// Why the dataset is described as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetReason {
    /// The mechanism.
    pub mechanism: MechanismReason,
    /// The event whose latest date is the as-of date.
    pub as_of_event: Option<EventKind>,
}

/// Why a mechanism is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MechanismReason {
    /// The recipe or the analyst says so.
    Given,
    /// Every record has the date of a disclosure.
    AllDisclosed(EventKind),
    /// Some records are said not to be disclosed yet.
    SomeNotYet,
    /// Nothing tells; describe only.
    NothingTells,
}

/// What only the analyst can decide, and the flag that decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenQuestion {
    /// Every numeric date of the column can be read day first and month first, or some only so and some only so.
    DateOrder {
        /// The column.
        column: String,
        /// The counts.
        evidence: DateEvidence,
    },
    /// A key comes again while most of the row stays the same: its rows may be one record.
    OneRecordPer(OneRecordPer),
    /// Nearly all cells of the column are bare numbers that may count days or seconds.
    DateNumbers {
        /// The column.
        column: String,
        /// The numbers.
        evidence: DateEvidence,
    },
}

/// One thing that was taken for granted, for the command line and the foot of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// A file of a known shape was read with this recipe.
    Recipe {
        /// Its name.
        name: String,
    },
    /// What was chosen around the table: a sheet, a member of an archive, several files.
    Around(Around),
    /// The file differs from the one that the recipe was made for.
    Differs(Difference),
    /// What a reader must know of the source.
    Source {
        /// Terms of use; empty when nothing is known of them.
        licence: String,
        /// What it cannot answer.
        note: String,
    },
    /// A column was read as this.
    Column {
        /// The header.
        header: String,
        /// The field's key ([`crate::frame::batch::Field::key`]), or `ignored`.
        target: String,
        /// How sure.
        confidence: Certainty,
        /// Why.
        why: Why,
    },
    /// Numeric dates of a column were read in this order.
    Order {
        /// The header.
        header: String,
        /// The order.
        order: DateOrder,
        /// The counts behind it.
        evidence: DateEvidence,
    },
    /// Something about the dates of a column: short years, bare numbers, first days, ranges.
    Dates(DateAssumption),
    /// A mark was taken to group thousands.
    Marks {
        /// The header.
        header: String,
        /// The mark.
        thousands: Thousands,
    },
    /// A number of a column was taken to stand for "not known yet".
    Placeholder {
        /// The header.
        header: String,
        /// The number and what it is read as.
        rule: Placeholder,
    },
    /// Rows that a rule leaves out.
    LeftOut(LeaveOut),
    /// Rows with the same value in this column are one record.
    OneRecord {
        /// The header.
        column: String,
    },
    /// Something that stands out in a column.
    Note {
        /// The header.
        header: String,
        /// What it is.
        note: Note,
    },
    /// How records got into the dataset.
    Mechanism(Mechanism, MechanismReason),
    /// Data complete to this day, the latest date of this event.
    AsOf(Day, Option<EventKind>),
    /// The delay that figures show.
    Delay(EventKind, EventKind),
}
