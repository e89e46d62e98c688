//! Letters set in a line: which glyphs of the exports' font, how far apart, with kerning.

use std::ops::Range;
use std::sync::OnceLock;

use rustybuzz::{Direction, Face, UnicodeBuffer};

use crate::draw::font::{self, Weight};

/// What stands for a character that the font does not have: U+FFFD, a question mark in a diamond.
const STAND_IN: char = '\u{fffd}';

/// A glyph of a line. Lengths are shares of the size of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// How far the next one stands.
    pub advance: f32,
    /// How far it is moved to the right.
    pub right: f32,
    /// How far it is moved up.
    pub up: f32,
    /// The bytes of the line that it shows.
    pub range: Range<usize>,
}

/// A line, set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it says, without characters that are never seen.
    pub text: String,
    /// Its glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
}

impl Line {
    /// Width at a size, in the unit of the size.
    pub fn width(&self, size: f64) -> f64 {
        self.glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum::<f64>() * size
    }
}

/// Sets a line. Characters that the font does not have are each shown by a stand-in and keep their place, one after
/// the other as they were written; they are still what the line says.
pub fn line(text: &str, weight: Weight) -> Line {
    let text: String = text.chars().filter(|character| !font::is_unseen(*character)).collect();
    let Some(face) = face(weight) else { return Line::default() };
    let mut glyphs = Vec::with_capacity(text.len());
    let mut from = 0;
    let drawn = |character: char| face.glyph_index(character).is_some();
    for (at, character) in text.char_indices() {
        if !drawn(character) {
            run(&mut glyphs, face, &text, from..at);
            from = at + character.len_utf8();
            stand_in(&mut glyphs, face, at..from);
        }
    }
    run(&mut glyphs, face, &text, from..text.len());
    Line { text, glyphs }
}

/// A run of characters that the font has.
fn run(glyphs: &mut Vec<Glyph>, face: &Face<'_>, text: &str, range: Range<usize>) {
    let Some(words) = text.get(range.clone()).filter(|words| !words.is_empty()) else { return };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(words);
    buffer.guess_segment_properties();
    buffer.set_direction(Direction::LeftToRight);
    let set = rustybuzz::shape(face, &[], buffer);
    let em = f32::from(u16::try_from(face.units_per_em()).unwrap_or(1_000).max(1));
    let infos = set.glyph_infos();
    for (at, (info, position)) in infos.iter().zip(set.glyph_positions()).enumerate() {
        let start = info.cluster as usize;
        let end = infos.iter().skip(at).map(|next| next.cluster as usize).find(|next| *next > start);
        let shown = range.start + start..range.start + end.unwrap_or(words.len());
        match u16::try_from(info.glyph_id) {
            Ok(id) if id != 0 => glyphs.push(Glyph {
                id,
                advance: position.x_advance as f32 / em,
                right: position.x_offset as f32 / em,
                up: position.y_offset as f32 / em,
                range: shown,
            }),
            _ => stand_in(glyphs, face, shown),
        }
    }
}

fn stand_in(glyphs: &mut Vec<Glyph>, face: &Face<'_>, range: Range<usize>) {
    if let Some(glyph) = face.glyph_index(STAND_IN) {
        glyphs.push(Glyph { id: glyph.0, advance: 1.0, right: 0.0, up: 0.0, range });
    }
}

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    static REGULAR: OnceLock<Option<Face<'static>>> = OnceLock::new();
    static BOLD: OnceLock<Option<Face<'static>>> = OnceLock::new();
    let cell = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    cell.get_or_init(|| Face::from_slice(font::bytes(weight), 0)).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_brings_letters_closer_than_their_widths_say() {
        let set = line("To Ty AV", Weight::Regular);
        assert_eq!(set.glyphs.len(), 8);
        assert!(set.width(10.0) < font::width("To Ty AV", 10.0, Weight::Regular));
        let figures = line("1,234,567", Weight::Bold);
        assert!((figures.width(10.0) - font::width("1,234,567", 10.0, Weight::Bold)).abs() < 0.5);
    }

    #[test]
    fn what_the_font_has_not_keeps_its_place_and_its_meaning() {
        let set = line("a漢字\u{feff}b \u{5d0}", Weight::Regular);
        assert_eq!(set.text, "a漢字b \u{5d0}");
        let said: Vec<&str> = set.glyphs.iter().map(|glyph| &set.text[glyph.range.clone()]).collect();
        assert_eq!(said, ["a", "漢", "字", "b", " ", "\u{5d0}"]);
        assert_eq!(set.glyphs[1].id, set.glyphs[2].id);
        assert!((set.width(10.0) - font::width("a漢字b \u{5d0}", 10.0, Weight::Regular)).abs() < 0.2);
    }

    #[test]
    fn every_text_can_be_set() {
        use proptest::prelude::*;
        proptest!(|(text in "\\PC{0,40}|.{0,40}")| {
            let set = line(&text, Weight::Regular);
            for glyph in &set.glyphs {
                prop_assert!(glyph.id != 0 && set.text.get(glyph.range.clone()).is_some_and(|said| !said.is_empty()));
                prop_assert!(glyph.advance.is_finite());
            }
        });
    }
}
