//! How wide a text is, by the font that the exports use.

use std::sync::OnceLock;

use ttf_parser::Face;

/// Regular or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

/// The name under which both weights are known in an SVG.
pub const FAMILY: &str = "Noto Sans";

/// The bytes of the font.
pub const fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => ttf_noto_sans::REGULAR,
        Weight::Bold => ttf_noto_sans::BOLD,
    }
}

/// Width of `text` at `size`, in the unit of `size`. A character that the font does not have counts as wide as `size`,
/// so that room is left for whatever stands in for it.
///
/// ```
/// use vigie::draw::font::{Weight, width};
/// assert!(width("MM", 10.0, Weight::Regular) > width("ii", 10.0, Weight::Regular));
/// assert_eq!(width("", 10.0, Weight::Bold), 0.0);
/// ```
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    Measure::of(weight).points(text.chars().map(|character| Measure::of(weight).units(character)).sum(), size)
}

/// How far each character moves the pen, in units of the font. Those of European languages are looked up once.
struct Measure {
    per_em: f64,
    face: Option<&'static Face<'static>>,
    usual: Vec<u16>,
}

/// Characters below this are looked up once: Latin with its extensions.
const USUAL: u32 = 0x250;

impl Measure {
    fn of(weight: Weight) -> &'static Self {
        static REGULAR: OnceLock<Measure> = OnceLock::new();
        static BOLD: OnceLock<Measure> = OnceLock::new();
        let cell = match weight {
            Weight::Regular => &REGULAR,
            Weight::Bold => &BOLD,
        };
        cell.get_or_init(|| {
            let face = face(weight);
            let usual = (0..USUAL).map(|code| char::from_u32(code).map_or(0, |character| raw_advance(face, character)));
            let per_em = face.map_or(1_000.0, |face| f64::from(face.units_per_em().max(1)));
            Self { per_em, face, usual: usual.collect() }
        })
    }

    fn units(&self, character: char) -> u32 {
        let known = self.usual.get(character as usize).copied();
        known.unwrap_or_else(|| raw_advance(self.face, character)).into()
    }

    fn points(&self, units: u32, size: f64) -> f64 {
        f64::from(units) * size / self.per_em
    }
}

/// A font that cannot be read counts every character as six tenths of its size.
fn raw_advance(face: Option<&Face<'_>>, character: char) -> u16 {
    face.map_or(600, |face| advance(face, character))
}

/// The characters of `text` that the font cannot draw, each once, in order of appearance.
///
/// An export says so instead of leaving boxes behind in silence.
pub fn missing(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    if let Some(face) = face(Weight::Regular) {
        for character in text.chars().filter(|character| !is_unseen(*character)) {
            if glyph(face, character).is_none() && !missing.contains(&character) {
                missing.push(character);
            }
        }
    }
    missing
}

/// Whether a character has no look of its own: control characters, marks of direction, joiners and the like.
pub const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Breaks `text` into lines no wider than `width` where words allow it; a word that is too wide alone is cut
/// between characters. No-break spaces hold.
pub fn wrap(text: &str, width_pt: f64, size: f64, weight: Weight) -> Vec<String> {
    let measure = Measure::of(weight);
    let fits = |units: u32| measure.points(units, size) <= width_pt;
    let space = measure.units(' ');
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide: u32 = word.chars().map(|character| measure.units(character)).sum();
        let with_word = if line.is_empty() { wide } else { used + space + wide };
        if fits(with_word) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            used = with_word;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        used = 0;
        for character in word.chars() {
            let wide = measure.units(character);
            if !line.is_empty() && !fits(used + wide) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// As [`wrap`], with lines of about the same length: no single word is left over at the end, and where another width
/// allows it no number is parted from what it counts or names.
pub fn wrap_evenly(text: &str, width_pt: f64, size: f64, weight: Weight) -> Vec<String> {
    let lines = wrap(text, width_pt, size, weight);
    if lines.len() < 2 {
        return lines;
    }
    // Never narrower than the longest word, which would be cut.
    let longest = text.split(' ').map(|word| width(word, size, weight)).fold(width_pt / 2.0, f64::max);
    let (mut narrow, mut wide) = (longest.min(width_pt), width_pt);
    if wrap(text, narrow, size, weight).len() <= lines.len() {
        return wrap(text, narrow, size, weight);
    }
    for _ in 0..12 {
        let middle = f64::midpoint(narrow, wide);
        if wrap(text, middle, size, weight).len() > lines.len() {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    let even = wrap(text, wide, size, weight);
    let fewest = parted(&even);
    if fewest == 0 {
        return even;
    }
    let wider = (1..=8).map(|step| wrap(text, wide + (width_pt - wide) * f64::from(step) / 8.0, size, weight));
    // Of equal ones the first, which is the most even.
    let best = wider.filter(|other| other.len() == even.len()).min_by_key(|other| parted(other));
    best.filter(|other| parted(other) < fewest).unwrap_or(even)
}

/// How many lines end between a number and what belongs to it ("103 / days", "Q2 / 2025").
fn parted(lines: &[String]) -> usize {
    let is_parted = |pair: &&[String]| {
        let [before, after] = pair else { return false };
        let ends = before.rsplit(' ').next().unwrap_or_default();
        let begins = after.chars().next().unwrap_or_default();
        let is_number = ends.ends_with(|last: char| last.is_ascii_digit());
        let names = is_number && ends.starts_with(|first: char| first.is_alphabetic());
        is_number && (begins.is_lowercase() || begins == '%') || names && begins.is_ascii_digit()
    };
    lines.windows(2).filter(is_parted).count()
}

/// As [`wrap`], but with lines of about the same length where little would be left for the last one.
pub fn wrap_well(text: &str, width_pt: f64, size: f64, weight: Weight) -> Vec<String> {
    let lines = wrap(text, width_pt, size, weight);
    let is_short = |line: &String| width(line, size, weight) < width_pt * SHORT_LINE;
    if lines.len() > 1 && lines.last().is_some_and(is_short) {
        return wrap_evenly(text, width_pt, size, weight);
    }
    lines
}

/// Up to which share of the width a last line is short.
const SHORT_LINE: f64 = 0.3;

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    static REGULAR: OnceLock<Option<Face<'static>>> = OnceLock::new();
    static BOLD: OnceLock<Option<Face<'static>>> = OnceLock::new();
    let cell = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    cell.get_or_init(|| Face::parse(bytes(weight), 0).ok()).as_ref()
}

fn advance(face: &Face<'_>, character: char) -> u16 {
    if is_unseen(character) {
        return 0;
    }
    glyph(face, character).map_or(face.units_per_em(), |glyph| face.glyph_hor_advance(glyph).unwrap_or(0))
}

fn glyph(face: &Face<'_>, character: char) -> Option<ttf_parser::GlyphId> {
    face.glyph_index(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_can_be_drawn() {
        let all = "ABCXYZabcxyz0123456789.,;:!?%()[]+-–—−×≥≤·…’«»“”éèêëàâäîïôöùûüçœæÉÈÀÇŒ\u{a0}\u{202f}/&'\"";
        assert_eq!(missing(all), Vec::<char>::new());
        assert_eq!(missing("a漢b漢"), ['漢']);
    }

    #[test]
    fn even_lines_do_not_part_numbers_from_what_they_count() {
        for (text, room) in [
            ("Began in 2024–25: half within 103 days (earlier periods: 84 to 102 days)", 488.0),
            ("48 incidents in Q2 2026. No clear change: 57 in Q2 2025 (likely between 44% fewer and 26% more)", 488.0),
            ("15 incidents au T4 2022. 87 % de moins qu’au T4 2021 (probablement entre 62 % et 96 % de moins)", 488.0),
        ] {
            let lines = wrap_evenly(text, room, 17.0, Weight::Bold);
            assert_eq!(parted(&lines), 0, "{lines:?}");
            assert_eq!(lines.len(), wrap(text, room, 17.0, Weight::Bold).len());
            assert!(lines.iter().all(|line| width(line, 17.0, Weight::Bold) <= room));
            assert_eq!(lines.join(" "), text);
        }
        assert_eq!(parted(&["57 in Q2".to_owned(), "2025 of 12".to_owned(), "days".to_owned()]), 2);
    }

    #[test]
    fn lines_keep_within_their_width_and_lose_no_word() {
        let text = "Délai entre la prise de connaissance et la notification initiale à l’autorité de contrôle";
        for room in [60.0, 90.0, 200.0, 2_000.0] {
            let lines = wrap(text, room, 12.0, Weight::Regular);
            for line in &lines {
                assert!(width(line, 12.0, Weight::Regular) <= room, "{line} is wider than {room}");
            }
            let kept: String = lines.concat().split(' ').collect();
            assert_eq!(kept, text.split(' ').collect::<String>());
        }
        assert_eq!(wrap("", 10.0, 12.0, Weight::Bold), Vec::<String>::new());
        assert_eq!(wrap("WWW", 1.0, 12.0, Weight::Bold), ["W", "W", "W"]);
    }
}
