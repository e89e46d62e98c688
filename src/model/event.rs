//! Events: the dated facts of an incident.

use serde::{Deserialize, Serialize};

use crate::model::date::PartialDate;
use crate::model::evidence::Evidence;
use crate::model::missing::Missing;

/// One thing that happened, and when. An extent is two events; the same thing on three days is three events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Some time in this date; or not yet; or why no date is known.
    pub when: When,
    /// The other side: which regulator, which audience, which newspaper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Relative words that the date was worked out from ("20 h after aware"), kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Anything else worth saying.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What the date rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// When an event took place. The four states of `disclosed`: a date, not yet, not applicable, unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Some time in this date.
    Date(PartialDate),
    /// It had not happened at the dataset's as-of date (a censored duration).
    NotYet,
    /// It happened or may have happened, and this is why no date is known; or it does not apply.
    Missing(Missing),
}

/// The kinds of event. Their order is the usual order in time, and the order of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// First unauthorised action (occurred).
    IntrusionBegan,
    /// Last unauthorised action.
    IntrusionEnded,
    /// First noticed by any means (discovered).
    Detected,
    /// The organisation became aware in the legal sense: reasonable certainty that data is affected.
    Aware,
    /// Classified (for example as major under DORA, or as material).
    Classified,
    /// Contained.
    Contained,
    /// A regulator was notified; which one is in `who`.
    RegulatorNotified,
    /// A CSIRT or cybersecurity agency was told.
    CsirtTold,
    /// A complaint was filed with police or prosecutor.
    ComplaintFiled,
    /// Affected people were told.
    PeopleTold,
    /// Staff were told.
    StaffTold,
    /// The press was answered or reported.
    Press,
    /// Made public (disclosed).
    MadePublic,
    /// Service restored.
    ServiceRestored,
    /// An inquiry was opened.
    InquiryOpened,
    /// Arrests were made.
    Arrests,
    /// A sanction was decided.
    Sanction,
    /// The incident was closed.
    Closed,
    /// Something else; see the note.
    Other,
}

impl EventKind {
    /// All kinds in their usual order in time.
    pub const ALL: [Self; 19] = [
        Self::IntrusionBegan,
        Self::IntrusionEnded,
        Self::Detected,
        Self::Aware,
        Self::Classified,
        Self::Contained,
        Self::RegulatorNotified,
        Self::CsirtTold,
        Self::ComplaintFiled,
        Self::PeopleTold,
        Self::StaffTold,
        Self::Press,
        Self::MadePublic,
        Self::ServiceRestored,
        Self::InquiryOpened,
        Self::Arrests,
        Self::Sanction,
        Self::Closed,
        Self::Other,
    ];

    /// The stable key used in files, on the command line and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::IntrusionBegan => "intrusion_began",
            Self::IntrusionEnded => "intrusion_ended",
            Self::Detected => "detected",
            Self::Aware => "aware",
            Self::Classified => "classified",
            Self::Contained => "contained",
            Self::RegulatorNotified => "regulator_notified",
            Self::CsirtTold => "csirt_told",
            Self::ComplaintFiled => "complaint_filed",
            Self::PeopleTold => "people_told",
            Self::StaffTold => "staff_told",
            Self::Press => "press",
            Self::MadePublic => "made_public",
            Self::ServiceRestored => "service_restored",
            Self::InquiryOpened => "inquiry_opened",
            Self::Arrests => "arrests",
            Self::Sanction => "sanction",
            Self::Closed => "closed",
            Self::Other => "other",
        }
    }

    /// The kind with this key, or with one of the everyday names `occurred`, `discovered`, `disclosed`,
    /// `notified`, `regulator`, `people`, `public`. Hyphens count as underscores.
    pub fn from_key(key: &str) -> Option<Self> {
        let key = key.trim().to_ascii_lowercase().replace('-', "_");
        let everyday = match key.as_str() {
            "occurred" | "began" | "intrusion" => Some(Self::IntrusionBegan),
            "ended" => Some(Self::IntrusionEnded),
            "discovered" => Some(Self::Detected),
            "disclosed" | "public" => Some(Self::MadePublic),
            "notified" | "regulator" => Some(Self::RegulatorNotified),
            "people" => Some(Self::PeopleTold),
            _ => None,
        };
        everyday.or_else(|| Self::ALL.into_iter().find(|kind| kind.key() == key))
    }

    /// Position in [`EventKind::ALL`], 0 to 18.
    pub const fn index(self) -> usize {
        self as usize
    }
}
