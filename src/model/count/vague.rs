//! Words for numbers: the vague ones of the house table ("a few hundred", "une centaine"), and spelt numbers.

use super::conventions::Conventions;
use super::token::Token;

/// Bounds of a vague expression, and how many tokens it took.
pub(super) fn take_vague(tokens: &[Token<'_>], conventions: &Conventions) -> Option<((u128, u128), usize)> {
    let c = conventions;
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or("");
    if matches!(word(0), "a" | "one") && word(2) == "or" && word(3) == "so" {
        let bounds = match word(1) {
            "dozen" => Some(c.dozen),
            "hundred" => Some(c.hundred),
            "thousand" => Some(c.thousand),
            _ => None,
        };
        return bounds.map(|bounds| (wide(bounds), 4));
    }
    if let ("a" | "une" | "un", noun) = (word(0), word(1)) {
        let base = match noun {
            "dozen" | "dizaine" | "douzaine" => Some(wide(c.dozen)),
            "quinzaine" => Some(wide(c.quinzaine)),
            "vingtaine" => Some((15, 25)),
            "trentaine" => Some((25, 35)),
            "quarantaine" => Some((35, 45)),
            "cinquantaine" => Some((45, 55)),
            "soixantaine" => Some((55, 65)),
            "centaine" => Some(wide(c.hundred)),
            "millier" => Some(wide(c.thousand)),
            _ => None,
        };
        if let Some(base) = base {
            let (scale, taken) = linked_scale(tokens.get(2..).unwrap_or(&[])).unwrap_or((1, 0));
            return times(base, scale).map(|bounds| (bounds, 2 + taken));
        }
    }
    let quantifier = match (word(0), word(1)) {
        ("several" | "plusieurs" | "quelques" | "multiple" | "few", _) => 1,
        ("a", "few") => 2,
        ("a", "handful") => 2 + usize::from(word(2) == "of"),
        _ => 0,
    };
    plural(tokens.get(quantifier..).unwrap_or(&[]), quantifier > 0, c)
        .map(|(bounds, taken)| (bounds, quantifier + taken))
        .or_else(|| (quantifier > 0).then(|| (wide(c.several), quantifier)))
}

/// "hundreds of thousands", or after a quantifier also "hundred thousand".
fn plural(tokens: &[Token<'_>], is_quantified: bool, c: &Conventions) -> Option<((u128, u128), usize)> {
    let noun = tokens.first().and_then(Token::word)?;
    let after = tokens.get(1..).unwrap_or(&[]);
    let scaled = |one: (u64, u64), thousands: (u64, u64)| {
        let (scale, taken) = linked_scale(after).unwrap_or((1, 0));
        let bounds = if scale == 1 { Some(wide(one)) } else { times(wide(thousands), scale / 1000) };
        bounds.map(|bounds| (bounds, 1 + taken))
    };
    match noun {
        "dozens" | "tens" | "dizaines" | "douzaines" => scaled(c.dozens, c.tens_of_thousands),
        "dozen" if is_quantified => scaled(c.dozens, c.tens_of_thousands),
        "hundreds" | "centaines" => scaled(c.hundreds, c.hundreds_of_thousands),
        "hundred" if is_quantified => scaled(c.hundreds, c.hundreds_of_thousands),
        "thousands" | "milliers" => Some((wide(c.several_thousand), 1)),
        "thousand" if is_quantified => Some((wide(c.several_thousand), 1)),
        "millions" => Some((wide(c.millions), 1)),
        "million" if is_quantified => Some((wide(c.millions), 1)),
        "milliards" | "billions" => times(wide(c.millions), 1000).map(|bounds| (bounds, 1)),
        "billion" if is_quantified => times(wide(c.millions), 1000).map(|bounds| (bounds, 1)),
        _ => None,
    }
}

/// "of thousands", "de milliers", "thousand" after a vague noun.
fn linked_scale(tokens: &[Token<'_>]) -> Option<(u128, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let link = usize::from(matches!(word(0), Some("of" | "de" | "d'")));
    let scale = match word(link)? {
        "thousand" | "thousands" | "mille" | "milliers" => 1_000,
        "million" | "millions" => 1_000_000,
        "billion" | "billions" | "milliards" => 1_000_000_000,
        _ => return None,
    };
    Some((scale, link + 1))
}

fn wide((lo, hi): (u64, u64)) -> (u128, u128) {
    (u128::from(lo), u128::from(hi))
}

fn times((lo, hi): (u128, u128), scale: u128) -> Option<(u128, u128)> {
    Some((lo.checked_mul(scale)?, hi.checked_mul(scale)?))
}

/// What a magnitude word after a number in digits multiplies by. A single letter counts only where it touches the
/// number, but for `k`.
pub(super) fn magnitude(token: &Token<'_>) -> Option<u128> {
    let Token::Word { text, is_glued } = token else {
        return None;
    };
    Some(match *text {
        "dozen" | "douzaines" => 12,
        "hundred" => 100,
        "k" | "thousand" | "mille" | "milliers" | "tausend" => 1_000,
        "m" if *is_glued => 1_000_000,
        "million" | "millions" | "mio" | "mn" | "millionen" | "millones" | "milioni" => 1_000_000,
        "b" if *is_glued => 1_000_000_000,
        "bn" | "billion" | "billions" | "milliard" | "milliards" | "md" | "mds" | "mrd" | "mia" | "milliarden"
        | "miliardi" => 1_000_000_000,
        _ => return None,
    })
}

/// A magnitude that is not read, because languages differ in it or the number is grouped in another way. Without this
/// "2 crore users" would be two users.
pub(super) fn is_foreign_magnitude(token: &Token<'_>) -> bool {
    const FOREIGN: [&str; 11] = [
        "lakh",
        "lakhs",
        "lac",
        "lacs",
        "crore",
        "crores",
        "trillion",
        "trillions",
        "billionen",
        "billones",
        "billiard",
    ];
    token.word().is_some_and(|word| FOREIGN.contains(&word))
}

/// A number in words, at most a few of them: "twelve", "two hundred thousand", "deux cents", "half a million".
pub(super) fn take_spelt(tokens: &[Token<'_>]) -> Option<(u128, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or("");
    match (word(0), word(1), word(2)) {
        ("half", "a", "million") => return Some((500_000, 3)),
        ("un", "demi-million", _) => return Some((500_000, 2)),
        ("a" | "an", "hundred" | "thousand" | "million" | "billion", _) => {
            let (number, taken) = spelt_from(tokens.get(1..)?)?;
            return Some((number, taken + 1));
        }
        _ => {}
    }
    spelt_from(tokens)
}

fn spelt_from(tokens: &[Token<'_>]) -> Option<(u128, usize)> {
    let (mut total, mut group, mut taken) = (0u128, 0u128, 0usize);
    for token in tokens {
        let Some(word) = token.word() else { break };
        let Some((next_total, next_group)) = add_word(word, total, group) else { break };
        (total, group, taken) = (next_total, next_group, taken + 1);
    }
    (taken > 0).then_some((total + group, taken))
}

/// Adds one word, which may be several joined by hyphens ("twenty-five", "quatre-vingt-dix").
fn add_word(word: &str, total: u128, group: u128) -> Option<(u128, u128)> {
    let (mut total, mut group) = (total, group);
    for part in word.split('-') {
        match (part, scale_of(part), value_of(part)) {
            ("et", ..) if word.contains('-') => {}
            ("hundred" | "cent" | "cents", ..) if group < 100 => group = group.max(1) * 100,
            (_, Some(scale), _) if total == 0 || total > scale => {
                total += group.max(1) * scale;
                group = 0;
            }
            ("vingt" | "vingts", ..) if group % 100 == 4 => group += 76,
            // Each part must be smaller than what stands before it: "two three" is not a number.
            (_, _, Some(value)) if fits_after(group, value) => group += value,
            _ => return None,
        }
    }
    Some((total, group))
}

const fn fits_after(group: u128, value: u128) -> bool {
    match group % 100 {
        0 => true,
        60 | 80 => value < 20,
        tens if tens % 10 == 0 => value < 10,
        _ => false,
    }
}

fn scale_of(word: &str) -> Option<u128> {
    Some(match word {
        "thousand" | "mille" => 1_000,
        "million" | "millions" => 1_000_000,
        "billion" | "milliard" | "milliards" => 1_000_000_000,
        _ => return None,
    })
}

fn value_of(word: &str) -> Option<u128> {
    const VALUES: [(&[&str], u128); 28] = [
        (&["zero"], 0),
        (&["one", "un", "une"], 1),
        (&["two", "deux"], 2),
        (&["three", "trois"], 3),
        (&["four", "quatre"], 4),
        (&["five", "cinq"], 5),
        (&["six"], 6),
        (&["seven", "sept"], 7),
        (&["eight", "huit"], 8),
        (&["nine", "neuf"], 9),
        (&["ten", "dix"], 10),
        (&["eleven", "onze"], 11),
        (&["twelve", "douze"], 12),
        (&["thirteen", "treize"], 13),
        (&["fourteen", "quatorze"], 14),
        (&["fifteen", "quinze"], 15),
        (&["sixteen", "seize"], 16),
        (&["seventeen"], 17),
        (&["eighteen"], 18),
        (&["nineteen"], 19),
        (&["twenty", "vingt"], 20),
        (&["thirty", "trente"], 30),
        (&["forty", "quarante"], 40),
        (&["fifty", "cinquante"], 50),
        (&["sixty", "soixante"], 60),
        (&["seventy"], 70),
        (&["eighty"], 80),
        (&["ninety"], 90),
    ];
    VALUES.iter().find(|(words, _)| words.contains(&word)).map(|(_, value)| *value)
}
