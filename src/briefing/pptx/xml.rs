//! Small things that all parts of a presentation are written with.

use std::fmt;

/// The declaration at the head of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Namespaces of slides, layouts and masters.
pub const SLIDE_SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// Most characters of a text that is written into a part: what is longer ends with "…".
const MOST: usize = 32_000;

/// Text for a part: markup escaped, characters that XML does not allow left out, ends of lines as spaces.
pub fn esc(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, character) in text.chars().enumerate() {
        if at == MOST {
            out.push('…');
            break;
        }
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

/// Points as English metric units, the unit of every position.
#[derive(Clone, Copy)]
pub struct Emu(pub f64);

impl fmt::Display for Emu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let emu = if self.0.is_finite() { (self.0 * 12_700.0).round() } else { 0.0 };
        write!(f, "{}", emu.clamp(-2e9, 2e9) as i64)
    }
}

/// A size of letters, in hundredths of a point.
pub fn sz(points: f64) -> u32 {
    (points.clamp(1.0, 400.0) * 100.0).round() as u32
}

/// A number as it stands in a part: as short as it can be read back exactly.
#[derive(Clone, Copy)]
pub struct Num(pub f64);

impl fmt::Display for Num {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", if self.0.is_finite() { self.0 } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_control_characters_are_left_out() {
        assert_eq!(esc("<b a=\"1\">\u{0}&]]>\u{8}\n"), "&lt;b a=&quot;1&quot;&gt;&amp;]]&gt; ");
        assert_eq!(esc(&"x".repeat(40_000)).chars().count(), 32_001);
        assert_eq!((Emu(1.0).to_string(), Emu(f64::NAN).to_string(), sz(13.0)), ("12700".into(), "0".into(), 1300));
    }
}
