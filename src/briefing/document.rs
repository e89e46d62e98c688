//! What is kept of a briefing: its pages and what was written by hand.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::chart::gallery::choice::Options;
use crate::model::calendar::Day;
use crate::query::question::PeriodKind;
use crate::query::view::SavedView;
use crate::text::Lang;

/// Name under which a workspace keeps its briefings.
pub const STATE: &str = "briefings";

/// A briefing: pages in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Briefing {
    /// Identity within the workspace.
    pub id: Uuid,
    /// Its name; the title of its first page unless that has one of its own.
    pub name: String,
    /// Who may see it ("TLP:GREEN"), at the foot of every page; empty for nothing.
    pub marking: String,
    /// The pages.
    pub pages: Vec<Page>,
    /// Objections of the honesty check that were read and kept, each with its reason: told on the method page.
    pub kept: Vec<KeptObjection>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Identity within the briefing.
    pub id: Uuid,
    /// The headline in place of the finding; `None` is the finding. It is one text for both languages: what was
    /// written by hand is never translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// What the finding said when the headline was written, so that one that was true of other numbers is noticed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_for: Option<Said>,
    /// What is said to it, for the speaker. The finding is added to it in any case.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What it shows.
    pub content: Content,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// The title page: name, period, sources.
    Title {
        /// Under the title; empty for the period and the sources alone.
        #[serde(default)]
        subtitle: String,
    },
    /// The three answers in large type, or those of them that are named.
    Numbers {
        /// Of which records.
        view: PageView,
        /// Which answers; empty is all three.
        #[serde(default)]
        answers: Vec<Answer>,
        /// The delay is told of the incidents that began in these last complete periods, whatever days the others are
        /// counted of: those that ended in a period favour long delays. `None` is the records of the page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        delay_over: Option<LastPeriods>,
    },
    /// A finding and its figure.
    Figure(FigureSpec),
    /// Two figures side by side.
    Two(Box<[FigureSpec; 2]>),
    /// The numbers behind a figure, as a table.
    Table(FigureSpec),
    /// Records as a table: the largest or the latest.
    Records {
        /// Of which records.
        view: PageView,
        /// Which come first.
        rank: Rank,
        /// How many at most.
        top: u8,
    },
    /// All about one incident, by its identity.
    Incident(Uuid),
    /// What happened when in one incident.
    Timeline(Uuid),
    /// Text: paragraphs apart by a blank line; a line that begins with `- ` is a point of a list.
    Text {
        /// The text.
        body: String,
    },
    /// Method and data, written by itself.
    Method,
    /// A page of a later version: kept as it stands, and said not to be shown.
    #[serde(untagged)]
    Other(serde_json::Value),
}

/// One of the three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// How many incidents.
    Incidents,
    /// How many people.
    Affected,
    /// How long until it was told.
    Disclosure,
}

/// Which records come first in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// Those with the largest certain count of the measure.
    #[default]
    Largest,
    /// The latest by the date of the time axis.
    Latest,
}

/// A figure with the selection it is drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureSpec {
    /// The key of the figure, as text, so that a briefing of another version is read all the same.
    pub chart: String,
    /// What was chosen for it.
    #[serde(default)]
    pub options: Options,
    /// Of which records.
    pub view: PageView,
}

/// Which records a page looks at and how they are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageView {
    /// Records, time axis, periods, delay and measure. The name is that of the saved view it was made from, or empty.
    #[serde(flatten)]
    pub view: SavedView,
    /// In place of the view's days: the last complete periods before the as-of date, so that a briefing can be
    /// repeated next quarter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastPeriods>,
}

/// The last complete periods of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LastPeriods {
    /// How many, at least 1.
    pub count: u16,
    /// How long each is. A fiscal year follows the datasets' own.
    pub period: PeriodKind,
}

/// An objection that was kept with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptObjection {
    /// The page.
    pub page: Uuid,
    /// The key of the rule that objected.
    pub rule: String,
    /// Why it was kept, in the analyst's words.
    pub reason: String,
    /// What it said when it was kept, so that one that says something else by now is noticed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
}

/// What was said at some time, of the data of then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: Lang,
    /// The data were complete to this day.
    pub as_of: Day,
}

impl Briefing {
    /// The page of an identity.
    pub fn page(&self, id: Uuid) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The reason for which an objection was kept.
    pub fn reason(&self, page: Uuid, rule: &str) -> Option<&str> {
        let kept = self.kept.iter().find(|kept| kept.page == page && kept.rule == rule)?;
        Some(kept.reason.as_str())
    }

    /// Moves a page to another place; places beyond the end are the end.
    pub fn move_page(&mut self, from: usize, to: usize) {
        if from < self.pages.len() {
            let page = self.pages.remove(from);
            self.pages.insert(to.min(self.pages.len()), page);
        }
    }
}

impl Page {
    /// A page that shows this, with nothing written by hand.
    pub fn new(id: Uuid, content: Content) -> Self {
        Self { id, headline: None, written_for: None, notes: String::new(), content }
    }
}

impl Content {
    /// What the page looks at, one a figure; none where it looks at no records, or at one incident.
    pub fn views(&self) -> Vec<&PageView> {
        match self {
            Self::Numbers { view, .. } | Self::Records { view, .. } => vec![view],
            Self::Figure(spec) | Self::Table(spec) => vec![&spec.view],
            Self::Two(both) => both.iter().map(|spec| &spec.view).collect(),
            Self::Title { .. }
            | Self::Incident(_)
            | Self::Timeline(_)
            | Self::Text { .. }
            | Self::Method
            | Self::Other(_) => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn views_mut(&mut self) -> Vec<&mut PageView> {
        match self {
            Self::Numbers { view, .. } | Self::Records { view, .. } => vec![view],
            Self::Figure(spec) | Self::Table(spec) => vec![&mut spec.view],
            Self::Two(both) => both.iter_mut().map(|spec| &mut spec.view).collect(),
            Self::Title { .. }
            | Self::Incident(_)
            | Self::Timeline(_)
            | Self::Text { .. }
            | Self::Method
            | Self::Other(_) => Vec::new(),
        }
    }

    /// The stable key of the kind of page, used for translations.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Title { .. } => "title",
            Self::Numbers { .. } => "numbers",
            Self::Figure(_) => "figure",
            Self::Two(_) => "two",
            Self::Table(_) => "table",
            Self::Records { .. } => "records",
            Self::Incident(_) => "incident",
            Self::Timeline(_) => "timeline",
            Self::Text { .. } => "text",
            Self::Method => "method",
            Self::Other(_) => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_later_version_are_kept_as_they_stand() {
        let text = r#"{"id":"00000000-0000-0000-0000-000000000001","content":{"hologram":{"depth":3}}}"#;
        let page: Page = serde_json::from_str(text).expect("a page");
        assert!(matches!(page.content, Content::Other(_)));
        assert_eq!(serde_json::to_string(&page).expect("text"), text);
        let page: Page =
            serde_json::from_str(&text.replace(r#"{"hologram":{"depth":3}}"#, r#""method""#)).expect("a page");
        assert_eq!(page.content, Content::Method);
    }

    #[test]
    fn pages_move_and_nothing_is_lost() {
        let page = |id| Page::new(Uuid::from_u128(id), Content::Method);
        let mut briefing = Briefing { pages: vec![page(1), page(2), page(3)], ..Briefing::default() };
        let order = |briefing: &Briefing| briefing.pages.iter().map(|page| page.id.as_u128()).collect::<Vec<_>>();
        briefing.move_page(0, 2);
        assert_eq!(order(&briefing), [2, 3, 1]);
        briefing.move_page(2, 0);
        assert_eq!(order(&briefing), [1, 2, 3]);
        briefing.move_page(1, 99);
        briefing.move_page(7, 0);
        assert_eq!(order(&briefing), [1, 3, 2]);
    }
}
