//! How wide a company's fonts are set beside the one that texts are measured in: what is wider is set smaller, so that
//! it takes the room that was measured.

use roxmltree::Node;

use crate::briefing::pptx::company::find;

/// A font that is wider than the one texts are measured in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letters {
    /// Its name.
    pub name: String,
    /// How much wider, at least 1.
    pub wide: f64,
}

/// Widths of running text beside Noto Sans, of fonts that are wider, by the beginning of their names.
const WIDER: [(&str, f64); 28] = [
    ("arial black", 1.24),
    ("avant garde", 1.08),
    ("bookman", 1.08),
    ("cascadia", 1.1),
    ("century gothic", 1.07),
    ("consolas", 1.06),
    ("copperplate", 1.16),
    ("courier", 1.15),
    ("dejavu sans", 1.12),
    ("eurostile", 1.1),
    ("futura", 1.03),
    ("gotham", 1.1),
    ("inter", 1.05),
    ("lexend", 1.1),
    ("lucida", 1.08),
    ("manrope", 1.06),
    ("montserrat", 1.13),
    ("nunito", 1.02),
    ("orbitron", 1.3),
    ("outfit", 1.03),
    ("plus jakarta", 1.07),
    ("poppins", 1.11),
    ("red hat", 1.04),
    ("segoe ui black", 1.16),
    ("sora", 1.13),
    ("space grotesk", 1.08),
    ("verdana", 1.12),
    ("work sans", 1.06),
];

/// The fonts of headlines and of text of a theme.
pub fn of(theme: Node<'_, '_>) -> (Letters, Letters) {
    let one = |tag: &str| {
        let latin = find(theme, tag).and_then(|font| find(font, "latin"));
        let name = latin.and_then(|latin| latin.attribute("typeface")).unwrap_or_default();
        Letters { name: name.to_owned(), wide: width(name) }
    };
    (one("majorFont"), one("minorFont"))
}

/// How much wider a font is, at least 1: narrow ones are set as they are.
fn width(name: &str) -> f64 {
    let name = name.to_lowercase();
    if ["condensed", "narrow", "compressed"].iter().any(|word| name.contains(word)) {
        return 1.0;
    }
    let known = WIDER.iter().find(|(start, _)| name.starts_with(start)).map_or(1.0, |(_, wide)| *wide);
    let shape = if ["extended", "expanded", " wide"].iter().any(|word| name.contains(word)) {
        1.22
    } else if name.ends_with(" mono") || name.contains(" mono ") {
        1.14
    } else if ["black", "heavy", "extrabold", "ultra"].iter().any(|word| name.contains(word)) {
        1.12
    } else {
        1.0
    };
    known.max(shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_fonts_are_known_by_name() {
        for (name, wide) in [("Verdana", 1.12), ("Calibri", 1.0), ("Montserrat SemiBold", 1.13), ("", 1.0)] {
            assert!((width(name) - wide).abs() < 1e-9, "{name}");
        }
        assert!(width("Acme Sans Extended") > 1.2 && width("Verdana Condensed") <= 1.0);
    }
}
