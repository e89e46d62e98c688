//! Which chart: the keys that files, the command line and translations use.

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKey {
    /// Incidents over time.
    Incidents,
    /// Incidents over time, stacked by the words of a field.
    IncidentsByGroup,
    /// Incidents in relation to a denominator, over time.
    IncidentRate,
    /// What is expected of recent periods once all is reported.
    Nowcast,
    /// Months of the year compared.
    Season,
    /// Years by months.
    YearMonth,
    /// Years by the words of a field.
    YearGroup,
    /// Median and largest number affected per period.
    AffectedPeriods,
    /// Incidents by number of people (or other unit) affected.
    AffectedSizes,
    /// Share of incidents that affected at most, or at least, so many.
    AffectedCurve,
    /// The largest incidents, with their ranges.
    AffectedRanked,
    /// How much of the sum the largest few make up.
    Concentration,
    /// Bounds of the sum per period.
    AffectedSum,
    /// First against latest statement of how many were affected.
    Statements,
    /// Time to disclosure: share told by day.
    Disclosure,
    /// Time to disclosure by the year in which it began.
    DelayCohorts,
    /// Time to disclosure from coarse dates: envelope and interval estimate.
    DelayBounds,
    /// Time to disclosure corrected for what is not on the list yet.
    DelayCorrected,
    /// Where one incident lies among the others.
    DelayAmong,
    /// From intrusion to public, incident by incident.
    Milestones,
    /// Shares by the words of a field, with intervals.
    Breakdown,
    /// Data classes that were affected together.
    Together,
    /// Control chart of counts per month.
    Control,
    /// Days between large incidents.
    DaysBetween,
    /// A period against the same months of another year.
    ComparePeriods,
    /// Groups side by side, with the rule for many comparisons.
    CompareGroups,
    /// Two selections side by side.
    CompareSelections,
}

impl ChartKey {
    /// The charts of the overview, in the order in which they are shown.
    pub const OVERVIEW: [Self; 4] = [Self::Incidents, Self::AffectedSizes, Self::AffectedPeriods, Self::Disclosure];

    /// All charts, in the order of the gallery.
    pub const ALL: [Self; 27] = [
        Self::Incidents,
        Self::IncidentsByGroup,
        Self::IncidentRate,
        Self::Nowcast,
        Self::Season,
        Self::YearMonth,
        Self::YearGroup,
        Self::AffectedPeriods,
        Self::AffectedSizes,
        Self::AffectedCurve,
        Self::AffectedRanked,
        Self::Concentration,
        Self::AffectedSum,
        Self::Statements,
        Self::Disclosure,
        Self::DelayCohorts,
        Self::DelayBounds,
        Self::DelayCorrected,
        Self::DelayAmong,
        Self::Milestones,
        Self::Breakdown,
        Self::Together,
        Self::Control,
        Self::DaysBetween,
        Self::ComparePeriods,
        Self::CompareGroups,
        Self::CompareSelections,
    ];

    /// The stable key, fit for file names and translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::IncidentsByGroup => "incidents-by-group",
            Self::IncidentRate => "incident-rate",
            Self::Nowcast => "nowcast",
            Self::Season => "season",
            Self::YearMonth => "year-month",
            Self::YearGroup => "year-group",
            Self::AffectedPeriods => "affected-periods",
            Self::AffectedSizes => "affected-sizes",
            Self::AffectedCurve => "affected-curve",
            Self::AffectedRanked => "affected-ranked",
            Self::Concentration => "concentration",
            Self::AffectedSum => "affected-sum",
            Self::Statements => "statements",
            Self::Disclosure => "disclosure",
            Self::DelayCohorts => "delay-cohorts",
            Self::DelayBounds => "delay-bounds",
            Self::DelayCorrected => "delay-corrected",
            Self::DelayAmong => "delay-among",
            Self::Milestones => "milestones",
            Self::Breakdown => "breakdown",
            Self::Together => "together",
            Self::Control => "control",
            Self::DaysBetween => "days-between",
            Self::ComparePeriods => "compare-periods",
            Self::CompareGroups => "compare-groups",
            Self::CompareSelections => "compare-selections",
        }
    }

    /// The chart with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.key() == key)
    }
}
