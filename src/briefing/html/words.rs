//! Text and elements of a page, escaped in one place.

use std::fmt::Write as _;

use crate::draw::svg;

/// A page that is being written.
#[derive(Clone, Debug, Default)]
pub struct Out {
    text: String,
}

impl Out {
    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        if matches!(name, "main" | "nav" | "section" | "ol" | "ul" | "table" | "tbody" | "thead" | "dl" | "figure") {
            self.text.push('\n');
        }
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) {
        _ = write!(self.text, "</{name}>");
        if !matches!(name, "a" | "td" | "th" | "b") {
            self.text.push('\n');
        }
    }

    /// Text.
    pub fn text(&mut self, words: &str) {
        self.text.push_str(&escape(words));
    }

    /// An element that holds text alone; nothing where the text is blank.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        if !words.trim().is_empty() {
            self.start(name, attributes);
            self.text(words);
            self.close(name);
        }
    }

    /// Markup that was made elsewhere.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        _ = write!(self.text, "<{name}");
        for (key, value) in attributes {
            _ = write!(self.text, " {key}=\"{}\"", escape(value));
        }
        self.text.push('>');
    }
}

/// Text for markup. Marks that turn the direction of what follows are dropped; the page decides on directions itself.
pub fn escape(words: &str) -> String {
    if words.contains(turns) {
        return svg::escape(&words.replace(turns, ""));
    }
    svg::escape(words)
}

/// Whether a mark turns the direction of what follows it.
const fn turns(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text as a string of a style sheet: whatever is not a letter, a digit or a plain space is written as its number, so
/// that nothing in it ends the string, the rule or the element.
pub fn in_style(words: &str) -> String {
    let mut out = String::from("\"");
    let unseen = |sign: &char| sign.is_control() || turns(*sign) || matches!(sign, '\u{fffe}' | '\u{ffff}');
    for sign in words.chars().filter(|sign| !unseen(sign)) {
        if sign == ' ' || sign.is_alphanumeric() {
            out.push(sign);
        } else {
            _ = write!(out, "\\{:x} ", u32::from(sign));
        }
    }
    out.push('"');
    out
}

/// The first letters of a text, with "…" where there are more.
pub fn short(words: &str, most: usize) -> String {
    let mut letters = words.chars();
    let mut kept: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        kept.push('…');
    }
    kept
}

/// A text without breaks.
pub fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_a_style_sheet_ends_where_it_should() {
        assert_eq!(in_style("Été 2024"), "\"Été 2024\"");
        assert_eq!(in_style("a\"}</style>\\\n\u{202e}b"), "\"a\\22 \\7d \\3c \\2f style\\3e \\5c b\"");
        assert_eq!(in_style(""), "\"\"");
    }
}
