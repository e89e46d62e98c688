//! A briefing worked out: what every writer draws, in words, numbers and chart models, without a position or a colour.

use uuid::Uuid;

use crate::chart::gallery::Drawn;
use crate::chart::honesty::Caution;
use crate::chart::model::{ChartModel, DataTable, FootLine};
use crate::chart::words;
use crate::model::calendar::Day;
use crate::text::{Lang, tr, tr_args};

/// A briefing in one language, worked out against the records.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Language of every word but those written by hand.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Who may see it, at the foot of every page; empty for nothing.
    pub marking: String,
    /// Data complete to this day. Also the day that files carry as their date, so that the same input gives the same
    /// bytes.
    pub as_of: Day,
    /// It is not known to which day the data is complete: `as_of` is the day of reading then, and not said.
    pub as_of_unknown: bool,
    /// The pages.
    pub sheets: Vec<Sheet>,
}

/// A page, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The page of the briefing it shows; pages that continue one have its identity too.
    pub page: Uuid,
    /// The headline: written by hand, or the finding.
    pub headline: String,
    /// What is measured, in which unit, over which time; empty where it would only repeat the headline.
    pub subtitle: String,
    /// What it shows.
    pub body: Body,
    /// What it rests on, a line an entry.
    pub foot: Vec<String>,
    /// For the speaker: what was written by hand, then the finding, the definition and what was left out. A paragraph
    /// an entry.
    pub notes: Vec<String>,
    /// What could be objected to and was not kept with a reason.
    pub cautions: Vec<Caution>,
    /// Which of how many slides this is, from 1, where the page goes on over several (see `paging`).
    pub part: Option<(usize, usize)>,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The title page: lines under the title.
    Title {
        /// Subtitle, period, sources.
        lines: Vec<String>,
    },
    /// Answers in large type.
    Numbers(Vec<BigNumber>),
    /// A figure. Title, subtitle and foot of its model are those of the sheet, or the finding where the headline was
    /// written by hand.
    Figure(Box<Drawn>),
    /// Two figures side by side, each with its own finding as title.
    Two(Box<[Drawn; 2]>),
    /// A table.
    Table(DataTable),
    /// One incident.
    Incident(Box<IncidentSheet>),
    /// A chart that is no figure of the gallery: what happened when in one incident.
    Timeline(Box<ChartModel>),
    /// Text.
    Text(Vec<Paragraph>),
    /// Nothing can be shown: why, in a sentence (a figure of a later version, an incident that was deleted).
    Empty(String),
}

/// An answer in large type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BigNumber {
    /// The question it answers ("How many").
    pub question: String,
    /// The answer in a few words ("212 incidents in 2024–25").
    pub headline: String,
    /// What else must be known, one or two sentences.
    pub sentence: String,
    /// n, left out, period, definition.
    pub small_print: Vec<String>,
}

/// One incident.
#[derive(Clone, Debug, PartialEq)]
pub struct IncidentSheet {
    /// Name and value, in the order in which they are shown.
    pub facts: Vec<(String, String)>,
    /// What happened, in paragraphs.
    pub text: Vec<Paragraph>,
    /// What happened when; `None` without a dated event.
    pub timeline: Option<ChartModel>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// How it stands on the page.
    pub style: ParagraphStyle,
    /// What it says, on one line.
    pub text: String,
}

/// How a paragraph stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphStyle {
    /// The heading of what follows.
    Heading,
    /// Plain text.
    Plain,
    /// A point of a list.
    Point,
}

impl Deck {
    /// A deck of one figure.
    pub fn of_figure(drawn: Drawn, lang: Lang, as_of: Day) -> Self {
        let model = &drawn.model;
        let sheet = Sheet {
            page: Uuid::nil(),
            headline: model.title.clone(),
            subtitle: model.subtitle.clone(),
            foot: model.foot.iter().map(FootLine::to_text).filter(|line| !line.is_empty()).collect(),
            notes: Vec::new(),
            cautions: Vec::new(),
            part: None,
            body: Body::Figure(Box::new(drawn)),
        };
        Self {
            lang,
            title: sheet.headline.clone(),
            marking: String::new(),
            as_of,
            as_of_unknown: false,
            sheets: vec![sheet],
        }
    }

    /// `Data to 31 March 2025`, or that it is not known.
    pub fn data_to(&self) -> String {
        data_to(self.lang, (!self.as_of_unknown).then_some(self.as_of))
    }
}

/// To which day data is complete: `Data to 31 March 2025`; `None` where that is not known.
pub fn data_to(lang: Lang, as_of: Option<Day>) -> String {
    match as_of {
        Some(day) => tr_args(lang, "briefing-data-to", &[("day", words::day(lang, day).into())]),
        None => tr(lang, "briefing-data-to-unknown"),
    }
}

impl Sheet {
    /// The chart models that the page draws, in reading order, panels included.
    pub fn models(&self) -> Vec<&ChartModel> {
        match &self.body {
            Body::Figure(drawn) => all_of(drawn),
            Body::Two(both) => both.iter().flat_map(all_of).collect(),
            Body::Timeline(model) => vec![model],
            Body::Incident(sheet) => sheet.timeline.iter().collect(),
            Body::Title { .. } | Body::Numbers(_) | Body::Table(_) | Body::Text(_) | Body::Empty(_) => Vec::new(),
        }
    }
}

fn all_of(drawn: &Drawn) -> Vec<&ChartModel> {
    std::iter::once(&drawn.model).chain(&drawn.panels).collect()
}

impl Paragraph {
    /// A heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self { style: ParagraphStyle::Heading, text: text.into() }
    }

    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { style: ParagraphStyle::Plain, text: text.into() }
    }

    /// A point of a list.
    pub fn point(text: impl Into<String>) -> Self {
        Self { style: ParagraphStyle::Point, text: text.into() }
    }
}
