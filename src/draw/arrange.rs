//! Where texts go when many want the same place. The window and the exports decide this alike: each measures with its
//! own letters and gets the same answer for the same widths.

/// Width of a text in points, as whoever draws measures it.
pub type Measure<'a> = &'a dyn Fn(&str) -> f64;

/// Most lines of a name on an axis.
const LINES_MOST: usize = 3;

/// A label of an axis, broken into lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// Its number among the labels.
    pub index: usize,
    /// What it says, line by line.
    pub lines: Vec<String>,
}

/// Names under bands that are `band` points wide: broken between words. Where three lines do not hold them, words that
/// are too long end in an ellipsis, and where that would leave too little, names are thinned evenly. Nothing is turned.
pub fn under_bands(labels: &[&str], band: f64, gap: f64, measure: Measure<'_>) -> Vec<Lines> {
    let fits = |step: usize| -> Option<Vec<Lines>> {
        let room = band * step as f64 - gap;
        let kept = labels.iter().enumerate().step_by(step);
        kept.map(|(index, label)| {
            let lines = wrap_words(label, room, measure)?;
            (lines.len() <= LINES_MOST).then_some(Lines { index, lines })
        })
        .collect()
    };
    // Dates and numbered steps are read as a row: some of them in one line say more than all of them broken.
    let is_row =
        labels.len() >= ROW_LEAST && labels.iter().all(|label| label.chars().any(|sign| sign.is_ascii_digit()));
    if is_row && let Some(row) = (1..=ROW_STEP_MOST).find_map(|step| in_a_line(labels, step, band, gap, measure)) {
        return row;
    }
    let is_word = |label: &&str| label.chars().any(char::is_alphabetic);
    let room = band - gap;
    if fits(1).is_none() && room >= measure("mmmmm") && labels.iter().any(is_word) {
        return beside_bands_by(labels, room, measure, wrap_short);
    }
    let last = labels.len().max(1);
    (1..=last).find_map(fits).unwrap_or_else(|| thinned(labels, band, gap, measure))
}

/// Fewest names with a number in each that are thinned and not broken.
const ROW_LEAST: usize = 6;
/// Of how many names one is left at the least.
const ROW_STEP_MOST: usize = 4;

/// Every so many names, each in one line; `None` where one does not fit.
fn in_a_line(labels: &[&str], step: usize, band: f64, gap: f64, measure: Measure<'_>) -> Option<Vec<Lines>> {
    let room = band * step as f64 - gap;
    let kept = labels.iter().enumerate().step_by(step);
    kept.map(|(index, label)| (measure(label) <= room).then(|| Lines { index, lines: vec![(*label).to_owned()] }))
        .collect()
}

/// Names of which each has room for some letters, thinned evenly and cut: where not even one fits whole.
fn thinned(labels: &[&str], band: f64, gap: f64, measure: Measure<'_>) -> Vec<Lines> {
    let wanted = (measure("mmmmmmmm") + gap) / band.max(0.1);
    let step = (wanted.ceil().max(1.0) as usize).min(labels.len().max(1));
    let (first, room) = ((step - 1) / 2, band * step as f64 - gap);
    let kept = labels.iter().enumerate().skip(first).step_by(step);
    // The last may have less than its room to the right.
    let whole = kept.filter(|(index, _)| index + step / 2 < labels.len() || *index == first);
    whole
        .map(|(index, label)| {
            let cut = beside_bands_by(&[*label], room.max(measure("…")), measure, wrap_short);
            Lines { index, lines: cut.into_iter().flat_map(|one| one.lines).collect() }
        })
        .collect()
}

/// Names beside bands in `room` points: broken between words into three lines at most, then cut with an ellipsis.
pub fn beside_bands(labels: &[&str], room: f64, measure: Measure<'_>) -> Vec<Lines> {
    beside_bands_by(labels, room, measure, wrap_any)
}

/// How a name is broken into lines no wider than a room.
type Wrap = fn(&str, f64, Measure<'_>) -> Vec<String>;

fn beside_bands_by(labels: &[&str], room: f64, measure: Measure<'_>, wrap: Wrap) -> Vec<Lines> {
    let lines = |label: &str| {
        let mut lines = wrap(label, room, measure);
        if lines.len() > LINES_MOST {
            let rest = lines.split_off(LINES_MOST - 1).join(" ");
            lines.push(shortened(&rest, room, measure));
        }
        lines
    };
    labels.iter().enumerate().map(|(index, label)| Lines { index, lines: lines(label) }).collect()
}

/// Lines no wider than `room`, broken between words only; `None` when a word alone is wider.
fn wrap_words(text: &str, room: f64, measure: Measure<'_>) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if measure(word) > room {
            return None;
        }
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {word}")) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// Lines no wider than `room`; a word that is wider alone ends in an ellipsis.
fn wrap_short(text: &str, room: f64, measure: Measure<'_>) -> Vec<String> {
    let words: Vec<String> = text.split(' ').map(|word| shortened(word, room, measure)).collect();
    wrap_words(&words.join(" "), room, measure).unwrap_or(words)
}

/// Lines no wider than `room`; a word that is wider alone is cut between characters.
fn wrap_any(text: &str, room: f64, measure: Measure<'_>) -> Vec<String> {
    if let Some(lines) = wrap_words(text, room, measure) {
        return lines;
    }
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut piece = String::new();
        for character in word.chars() {
            piece.push(character);
            if measure(&piece) > room && piece.chars().count() > 1 {
                piece.pop();
                pieces.push(std::mem::replace(&mut piece, character.to_string()));
            }
        }
        pieces.push(piece);
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {piece}")) <= room => {
                line.push(' ');
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    lines
}

/// Where the text of a dashed line stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flag {
    /// Its number among the texts.
    pub index: usize,
    /// Row above the plot, 0 is the lowest.
    pub row: usize,
    /// Where the text begins.
    pub from: f64,
    /// Room for it; less than its width only where it is wider than everything.
    pub width: f64,
}

/// Room between a dashed line and its text.
pub const FLAG_GAP: f64 = 5.0;

/// Rows for the texts of dashed lines at `(x, width)`, between `left` and `right`: no two overlap, and lines run past
/// texts where there is a way to. A text stands to the right of its line, near the edge to its left, and across it where
/// neither side has room. Every text has a place.
pub fn flags(wanted: &[(f64, f64)], left: f64, right: f64) -> Vec<Flag> {
    let mut order: Vec<(usize, f64, f64)> =
        wanted.iter().enumerate().map(|(index, (x, width))| (index, *x, width.min(right - left))).collect();
    // From right to left: a text reaches to the right of its line, so that the line of the one after it stays below.
    // Those at the edge come last and from left to right, for the same reason.
    let goes_left = |(_, x, width): &(usize, f64, f64)| x + FLAG_GAP + width > right;
    order.sort_by(|a, b| match (goes_left(a), goes_left(b)) {
        (false, false) => b.1.total_cmp(&a.1),
        (true, true) => a.1.total_cmp(&b.1),
        (left, right) => left.cmp(&right),
    });
    // What is taken in each row: from, to. Lines drawn so far, with the row that they reach up to.
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut lines: Vec<(f64, usize)> = Vec::new();
    let mut flags = Vec::with_capacity(order.len());
    for (index, x, width) in order {
        let inside = |from: &f64| *from >= left && *from + width <= right;
        let free = |row: usize, from: f64| {
            let clear = |taken: &Vec<(f64, f64)>| taken.iter().all(|(a, b)| from > b + 4.0 || from + width < a - 4.0);
            let crossed = lines.iter().any(|(at, top)| *top >= row && *at >= from - 2.0 && *at <= from + width + 2.0);
            rows.get(row).is_none_or(clear) && !crossed
        };
        // The own line goes up to this row: no text may stand in its way.
        let passes = |row: usize| rows.iter().take(row + 1).flatten().all(|(a, b)| x < a - 2.0 || x > b + 2.0);
        let sides: Vec<f64> = [x + FLAG_GAP, x - FLAG_GAP - width].into_iter().filter(inside).collect();
        let row_at = |from: f64| (0..=rows.len()).find(|row| passes(*row) && free(*row, from));
        let found = sides.iter().find_map(|from| Some((row_at(*from)?, *from)));
        let across = (x - width / 2.0).min(right - width).max(left);
        let (row, from) = found.unwrap_or((rows.len(), sides.first().copied().unwrap_or(across)));
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(taken) = rows.get_mut(row) {
            taken.push((from, from + width));
        }
        lines.push((x, row));
        flags.push(Flag { index, row, from, width });
    }
    flags
}

/// A text no wider than `room`: as it is, or cut with an ellipsis.
pub fn shortened(text: &str, room: f64, measure: Measure<'_>) -> String {
    if measure(text) <= room + 0.01 {
        return text.to_owned();
    }
    // The longest beginning that fits, found by halves: a name may have ten thousand letters.
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let too_long = ends.partition_point(|end| measure(&format!("{}…", &text[..*end])) <= room);
    let end = ends.get(too_long.saturating_sub(1)).copied().unwrap_or(0);
    format!("{}…", text[..end].trim_end())
}

/// How many rows flags need.
pub fn flag_rows(flags: &[Flag]) -> usize {
    flags.iter().map(|flag| flag.row + 1).max().unwrap_or(0)
}

/// Rows of things of these widths, `gap` apart, none wider than `room` unless it is alone: for each the row and the
/// place from the left.
pub fn flow(widths: &[f64], gap: f64, room: f64) -> Vec<(usize, f64)> {
    let (mut row, mut x) = (0, 0.0);
    widths
        .iter()
        .map(|width| {
            if x > 0.0 && x + width > room {
                row += 1;
                x = 0.0;
            }
            let place = (row, x);
            x += width + gap;
            place
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn names_are_broken_between_words_and_thinned_when_they_do_not_fit() {
        let labels = ["Health and social care", "Finance", "Local government"];
        let lines = under_bands(&labels, 12.0, 1.0, &letters);
        assert_eq!(lines[0].lines, ["Health and", "social care"]);
        assert_eq!(lines.iter().map(|one| one.index).collect::<Vec<_>>(), [0, 1, 2]);
        let years = ["2019", "2020", "2021", "2022", "2023"];
        let long = under_bands(&["Télécommunications", "Local government"], 12.0, 1.0, &letters);
        assert_eq!(long[0].lines, ["Télécommun…"]);
        assert_eq!(long[1].lines, ["Local", "government"]);
        let thin = under_bands(&years, 2.5, 0.5, &letters);
        assert_eq!(thin.iter().map(|one| one.index).collect::<Vec<_>>(), [0, 2, 4]);
    }

    #[test]
    fn names_beside_bands_keep_to_their_room() {
        let lines = beside_bands(&["one two three four five six seven", "Donaudampfschifffahrt"], 9.0, &letters);
        assert_eq!(lines[0].lines, ["one two", "three", "four fiv…"]);
        assert_eq!(lines[1].lines, ["Donaudamp", "fschifffa", "hrt"]);
    }

    #[test]
    fn things_flow_into_rows() {
        assert_eq!(flow(&[4.0, 4.0, 4.0], 1.0, 9.0), [(0, 0.0), (0, 5.0), (1, 0.0)]);
        assert_eq!(flow(&[20.0], 1.0, 9.0), [(0, 0.0)]);
    }

    proptest! {
        #[test]
        fn every_flag_stands_and_none_overlaps(
            places in proptest::collection::vec((0.0..500.0_f64, 10.0..120.0_f64), 0..9)
        ) {
            let flags = flags(&places, 0.0, 620.0);
            prop_assert_eq!(flags.len(), places.len());
            for (index, a) in flags.iter().enumerate() {
                prop_assert!(a.from >= 0.0 && a.from + a.width <= 620.0);
                for b in flags.iter().skip(index + 1) {
                    let apart = a.from + a.width < b.from || b.from + b.width < a.from;
                    prop_assert!(a.row != b.row || apart, "{:?} meets {:?}", a, b);
                }
            }
        }
    }

    #[test]
    fn lines_run_past_texts() {
        let wanted = [(100.0, 60.0), (110.0, 80.0), (120.0, 60.0), (590.0, 90.0), (560.0, 20.0)];
        let flags = flags(&wanted, 0.0, 620.0);
        for text in &flags {
            for line in flags.iter().filter(|line| line.row >= text.row) {
                let x = wanted[line.index].0;
                assert!(x < text.from || x > text.from + text.width, "{line:?} runs through {text:?}");
            }
        }
        let wide = super::flags(&[(50.0, 900.0)], 0.0, 620.0);
        assert_eq!((wide[0].from, wide[0].width), (0.0, 620.0));
    }
}
