//! Icons, as characters of the icon font. Each has a word beside it or a tooltip, and an accessible name.

use lucide_icons::Icon;

/// The character of an icon, to be used inside text.
pub fn glyph(icon: Icon) -> char {
    char::from(icon)
}

/// An icon followed by words.
pub fn with(icon: Icon, words: &str) -> String {
    format!("{} {words}", glyph(icon))
}
