//! Pages as PDF: text stays text in embedded subsets of the exports' font, shapes stay shapes, and everything says
//! what it is, so that it can be read aloud and found again (PDF/UA-1).
//!
//! A [`Document`] is pages of one size and a tree of what stands on them, in reading order. Equal documents give equal
//! bytes.

mod pen;
mod write;

use std::fmt;

use crate::draw::scene::{Area, Item, Scene};
use crate::draw::style::Colour;
use crate::model::calendar::Day;

pub use write::write;

/// Pages and what stands on them.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title, shown by readers in place of the file's name.
    pub title: String,
    /// Its language, as in "en".
    pub lang: &'static str,
    /// The day it carries as its date; `None` for no date.
    pub day: Option<Day>,
    /// Width of a page in points.
    pub width: f64,
    /// Height of a page in points.
    pub height: f64,
    /// Number of pages.
    pub pages: usize,
    /// Colour of the pages, by which letters are set off from marks.
    pub background: Colour,
    /// What stands on the pages, in reading order.
    pub tree: Vec<Node>,
    /// Where its parts begin, in order.
    pub bookmarks: Vec<Bookmark>,
}

/// The beginning of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// Its name.
    pub name: String,
    /// Its page, from 0.
    pub page: usize,
    /// How far down, in points.
    pub top: f64,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Parts that belong together.
    Group(Tag, Vec<Node>),
    /// What is drawn on one page for its group.
    Mark {
        /// The page, from 0.
        page: usize,
        /// Shapes and texts, from back to front.
        items: Vec<Item>,
    },
    /// What is drawn on one page and is no part of what is read: grounds, page numbers, repeated headers.
    Aside {
        /// The page, from 0.
        page: usize,
        /// What it is.
        kind: Aside,
        /// Shapes and texts, from back to front.
        items: Vec<Item>,
    },
}

/// What is drawn and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Rules and grounds.
    Layout,
    /// At the head of every page: title, marking.
    Header,
    /// At the foot of every page: number, marking.
    Footer,
}

/// What a group of parts is.
#[derive(Clone, Debug, PartialEq)]
pub enum Tag {
    /// A page of a briefing.
    Section,
    /// A heading, 1 for the highest, and what it says.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A drawing.
    Figure {
        /// What it shows, in words.
        alt: String,
        /// Where it stands, with its page.
        at: (usize, Area),
    },
    /// A list of what is on which page.
    Contents,
    /// An entry of it.
    Entry,
    /// What leads to another place of the document.
    Link {
        /// Where it leads: a page, and how far down on it.
        to: (usize, f64),
        /// Where it can be pressed, with its page.
        at: (usize, Area),
        /// Where it leads, in words.
        words: String,
    },
    /// A list.
    List,
    /// A point of a list.
    Point,
    /// The sign before a point.
    Label,
    /// What a point says.
    PointBody,
    /// A table.
    Table,
    /// The rows of names at its top.
    Head,
    /// Its other rows.
    Body,
    /// A row.
    Row,
    /// The name of a column.
    ColumnName,
    /// The name of a row.
    RowName,
    /// A cell.
    Cell,
}

/// Why a PDF could not be made. Nothing was written then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// The exports' font could not be read.
    Font,
    /// A page would have no size, or one that cannot be written.
    Size,
    /// The writer failed, and what it said.
    Writing(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font => {
                f.write_str("The font of the document could not be read; nothing was written. Save it as SVG instead.")
            }
            Self::Size => f.write_str(
                "A page of the document would be empty or too large; nothing was written. Save it as SVG instead.",
            ),
            Self::Writing(why) => {
                write!(f, "The document could not be made: {why}. Nothing was written; save it as SVG instead.")
            }
        }
    }
}

impl std::error::Error for PdfError {}

/// A drawing as a document of one page.
///
/// # Errors
/// When its size cannot be written or the writer fails.
pub fn figure(scene: &Scene, lang: &'static str) -> Result<Vec<u8>, PdfError> {
    let area = Area { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
    let alt = if scene.description.trim().is_empty() { scene.title.clone() } else { scene.description.clone() };
    let drawing = Node::Mark { page: 0, items: scene.items.clone() };
    write(&Document {
        title: scene.title.clone(),
        lang,
        day: None,
        width: scene.width,
        height: scene.height,
        pages: 1,
        background: scene.background,
        tree: vec![Node::Group(Tag::Figure { alt, at: (0, area) }, vec![drawing])],
        bookmarks: vec![Bookmark { name: scene.title.clone(), page: 0, top: 0.0 }],
    })
}
