//! Conditions on titles and source keys, of which the frame keeps the folded texts and no dictionary.

use crate::frame::batch::Field;
use crate::frame::chunk::Chunk;
use crate::frame::fold::fold;
use crate::frame::texts::Texts;
use crate::query::pattern::{Matcher, Pattern};
use crate::query::select::{each_hit, set};
use crate::query::selection::{Mask, STRIDE, full};

/// What is looked for in titles or keys; any of it will do.
pub(super) struct Inside {
    is_title: bool,
    /// Whether rows without a text hold.
    blank: bool,
    /// Texts that occur anywhere.
    within: Vec<memchr::memmem::Finder<'static>>,
    /// Patterns for the whole text.
    whole: Vec<Matcher>,
    /// Whole texts, folded.
    same: Vec<String>,
}

impl Inside {
    /// Of a title the text occurs in it; a key is meant as a whole.
    pub(super) fn like(field: &Field, patterns: &[Pattern]) -> Self {
        let mut inside = Self::empty(field);
        for pattern in patterns {
            match pattern.as_word() {
                _ if pattern.is_blank() => inside.blank = true,
                Some(word) if inside.is_title => {
                    inside.within.push(memchr::memmem::Finder::new(&fold(word)).into_owned());
                }
                _ => inside.whole.push(pattern.matcher(field)),
            }
        }
        inside
    }

    /// The whole text, letter case and accents aside.
    pub(super) fn exactly(field: &Field, words: &[String]) -> Self {
        let mut inside = Self::empty(field);
        inside.blank = words.iter().any(String::is_empty);
        inside.same = words.iter().filter(|word| !word.is_empty()).map(|word| fold(word)).collect();
        inside
    }

    fn empty(field: &Field) -> Self {
        let is_title = *field == Field::Title;
        Self { is_title, blank: false, within: Vec::new(), whole: Vec::new(), same: Vec::new() }
    }

    /// Keeps the rows of a mask that hold.
    pub(super) fn keep(&self, mask: &mut Mask, chunk: &Chunk) {
        let texts = if self.is_title { chunk.titles() } else { chunk.keys() };
        let Some(texts) = texts else {
            if !self.blank {
                *mask = [0; STRIDE];
            }
            return;
        };
        let hits = self.hits(texts, chunk.len());
        mask.iter_mut().zip(&hits).for_each(|(word, hits)| *word &= hits);
    }

    fn hits(&self, texts: &Texts, len: usize) -> Mask {
        let mut hits = [0; STRIDE];
        for finder in &self.within {
            if finder.needle().is_empty() {
                return full(len);
            }
            each_hit(texts, finder, |row| set(&mut hits, row));
        }
        if self.blank || !self.whole.is_empty() || !self.same.is_empty() {
            for row in 0..len {
                let text = texts.get(row);
                let holds = if text.is_empty() {
                    self.blank
                } else {
                    self.same.iter().any(|same| same == text) || self.whole.iter().any(|whole| whole.meets(text))
                };
                if holds {
                    set(&mut hits, row);
                }
            }
        }
        hits
    }
}
