//! A deck as PDF: slides, or a document on upright paper. What is read is tagged, what is drawn twice is not.

mod flow;
mod missing;
mod pages;
mod sheets;
mod slides;

use crate::briefing::deck::Deck;
use crate::briefing::format::{ExportError, Paper};
use crate::draw::pdf::{self, Bookmark, Document, Node};
use crate::draw::style::Style;

/// The bytes of a deck on a paper.
///
/// # Errors
/// When the writer fails.
pub fn write(deck: &Deck, paper: Paper) -> Result<Vec<u8>, ExportError> {
    let document = document(deck, paper);
    pdf::write(&document).map_err(|error| ExportError::Writing(error.to_string()))
}

/// A deck laid out on a paper.
pub fn document(deck: &Deck, paper: Paper) -> Document {
    match paper {
        Paper::Slide => slides::document(deck),
        Paper::A4 => pages::document(deck, 595.28, 841.89),
        Paper::Letter => pages::document(deck, 612.0, 792.0),
    }
}

/// What both ways of laying out end in; signs that the font does not have are told at the foot of their pages.
fn finish(
    deck: &Deck,
    (width, height): (f64, f64),
    pages: usize,
    mut tree: Vec<Node>,
    bookmarks: Vec<Bookmark>,
) -> Document {
    let style = Style::print();
    tree.extend(missing::notes(&tree, pages, (width, height), deck.lang, &style));
    Document {
        title: deck.title.clone(),
        lang: deck.lang.code(),
        day: Some(deck.as_of),
        width,
        height,
        pages: pages.max(1),
        background: style.palette.surface,
        tree,
        bookmarks,
    }
}
