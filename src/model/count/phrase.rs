//! The grammar of counts: modifiers ("at least"), values, ranges, and what follows them.

use super::conventions::Conventions;
use super::numeral::Numeral;
use super::quantity;
use super::token::{self, Token};
use super::unit::{self, Grammar};
use super::vague;
use super::{CountError, How, LARGEST, Quantity, Reading};
use crate::model::affected::Unit;
use crate::model::fold::fold;

/// Reads a whole text.
pub(super) fn read(text: &str, conventions: &Conventions) -> Result<Reading, CountError> {
    let folded = fold(text).replace("(e)", "").replace("(es)", "").replace("(s)", "s");
    let folded = folded.trim().trim_end_matches(['.', ';']).trim_end();
    let Some((outer, inner)) = folded.strip_suffix(')').and_then(|rest| rest.split_once('(')) else {
        return whole(folded, conventions);
    };
    let outer = whole(outer.trim_end(), conventions)?;
    match inner.trim() {
        "estimated" | "estimate" | "estimation" | "estime" | "approx" | "approx." | "environ" => {
            apply(Modifier::About, outer)
        }
        inner => match whole(inner, conventions) {
            Ok(inner) => both(outer, inner),
            // "12,000 (residents)": words for what was counted say nothing against the number.
            Err(error) => match unit::read(&token::split(inner, conventions.thousands), Grammar::Plural) {
                Ok((Some(unit), [])) => Ok(Reading { unit: outer.unit.or(Some(unit)), ..outer }),
                _ => Err(error),
            },
        },
    }
}

/// What two statements of one number have in common.
fn both(a: Reading, b: Reading) -> Result<Reading, CountError> {
    let lo = a.lo.max(b.lo);
    let hi = match (a.hi, b.hi) {
        (Some(x), Some(y)) => Some(x.min(y)),
        (x, y) => x.or(y),
    };
    if hi.is_some_and(|hi| hi < lo) {
        return Err(CountError::Several);
    }
    Ok(Reading { lo, hi, how: a.how, unit: a.unit.or(b.unit) })
}

/// Reads a text without brackets.
fn whole(folded: &str, conventions: &Conventions) -> Result<Reading, CountError> {
    let tokens = token::split(folded, conventions.thousands);
    if let [Token::Sign('-'), Token::Number(_), ..] = tokens.as_slice() {
        return Err(CountError::Negative);
    }
    if let Some(quantity) = quantity::by_sign(&tokens) {
        let count = tokens.iter().filter(|token| matches!(token, Token::Number(_))).count();
        return Err(if count > 1 { CountError::Several } else { CountError::OtherUnit(quantity) });
    }
    // Dates and times of day.
    if tokens.windows(3).any(|three| matches!(three, [Token::Number(_), Token::Sign('/' | ':'), Token::Number(_)])) {
        return Err(CountError::NotACount);
    }
    let (modifiers, rest) = modifiers(&tokens);
    let (reading, rest) = range(rest, conventions).map_err(|error| unknown_or(error, rest))?;
    let (after_number, rest) = suffix(rest);
    if rest.first().is_some_and(is_part) {
        return Err(CountError::Uncounted);
    }
    let grammar = if reading.hi.is_some_and(|hi| hi <= 1) { Grammar::Singular } else { Grammar::Plural };
    // "500 or more", "12,000 minimum": the modifier may stand before or after the noun.
    let (unit, rest) = unit::read(rest, grammar).map_err(|error| several_or(error, rest, conventions))?;
    let (after_noun, rest) = suffix(rest);
    tail(rest, conventions)?;
    let suffixes = [after_number, after_noun];
    let mut reading = Reading { unit, ..reading };
    for modifier in suffixes.into_iter().flatten().chain(modifiers.into_iter().rev()) {
        reading = apply(modifier, reading)?;
    }
    Ok(reading)
}

/// What may follow: words that say where, without another number.
fn tail(rest: &[Token<'_>], conventions: &Conventions) -> Result<(), CountError> {
    if holds_number(rest, conventions) {
        return Err(CountError::Several);
    }
    match rest.first() {
        None | Some(Token::Word { .. } | Token::Sign(',' | '-' | ';' | ':' | '\'')) => Ok(()),
        Some(Token::Sign(_) | Token::Number(_)) => Err(CountError::NotACount),
    }
}

/// The same error, or a better one: a part of something stands instead of a number, or the number is a measure.
fn unknown_or(error: CountError, rest: &[Token<'_>]) -> CountError {
    const ARTICLES: [&str; 9] = ["a", "an", "the", "la", "le", "les", "l'", "une", "un"];
    let first = match rest {
        [Token::Word { text, .. }, second, ..] if ARTICLES.contains(text) => Some(second),
        [first, ..] => Some(first),
        [] => None,
    };
    // "1.2 TB": no whole number, but then it is not people that are counted.
    if let (CountError::NotACount, [Token::Number(_), words @ ..]) = (error, rest)
        && let quantity @ (Quantity::Volume | Quantity::Money | Quantity::Share) = quantity::by_words(words)
    {
        return CountError::OtherUnit(quantity);
    }
    match (error, first) {
        (CountError::NotACount, Some(first)) if is_part(first) || is_many(first) && rest.len() > 1 => {
            CountError::Uncounted
        }
        (error, _) => error,
    }
}

/// "half of its staff", "deux tiers des clients".
fn is_part(token: &Token<'_>) -> bool {
    const PARTS: [&str; 16] = [
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "majority",
        "part",
        "portion",
        "fraction",
        "moitie",
        "tiers",
        "quart",
        "quarts",
        "majorite",
        "partie",
        "proportion",
    ];
    token.word().is_some_and(|word| PARTS.contains(&word))
}

/// "all customers", "many people".
fn is_many(token: &Token<'_>) -> bool {
    const MANY: [&str; 14] = [
        "all",
        "most",
        "many",
        "numerous",
        "every",
        "tous",
        "toutes",
        "nombreux",
        "nombreuses",
        "beaucoup",
        "plupart",
        "ensemble",
        "totalite",
        "integralite",
    ];
    token.word().is_some_and(|word| MANY.contains(&word))
}

/// Whether a count can begin with these tokens, perhaps behind modifiers.
pub(super) fn begins_with_number(tokens: &[Token<'_>]) -> bool {
    let (_, rest) = modifiers(tokens);
    let opens = rest.first().is_some_and(|first| matches!(first.word(), Some("between" | "entre" | "from")));
    let rest = rest.get(usize::from(opens)..).unwrap_or(&[]);
    value(rest, &Conventions::default()).is_ok()
}

/// The same error, or [`CountError::Several`] where more numbers follow.
fn several_or(error: CountError, rest: &[Token<'_>], conventions: &Conventions) -> CountError {
    if holds_number(rest, conventions) { CountError::Several } else { error }
}

fn holds_number(tokens: &[Token<'_>], conventions: &Conventions) -> bool {
    (0..tokens.len()).any(|at| {
        let from_here = tokens.get(at..).unwrap_or(&[]);
        matches!(from_here.first(), Some(Token::Number(_)))
            || vague::take_vague(from_here, conventions).is_some()
            || matches!(vague::take_spelt(from_here), Some((number, _)) if number > 1)
    })
}

/// A statement about the number that follows or precedes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Modifier {
    About,
    AtMost,
    AtLeast,
    MoreThan,
    FewerThan,
}

/// Words before a number. Longer ones first, where one begins another.
const BEFORE: &[(&[&str], Modifier)] = &[
    (&["no", "more", "than"], Modifier::AtMost),
    (&["not", "more", "than"], Modifier::AtMost),
    (&["no", "fewer", "than"], Modifier::AtLeast),
    (&["not", "fewer", "than"], Modifier::AtLeast),
    (&["no", "less", "than"], Modifier::AtLeast),
    (&["not", "less", "than"], Modifier::AtLeast),
    (&["up", "to"], Modifier::AtMost),
    (&["as", "many", "as"], Modifier::AtMost),
    (&["at", "the", "most"], Modifier::AtMost),
    (&["at", "most"], Modifier::AtMost),
    (&["a", "maximum", "of"], Modifier::AtMost),
    (&["maximum", "of"], Modifier::AtMost),
    (&["maximum"], Modifier::AtMost),
    (&["max"], Modifier::AtMost),
    (&["jusqu'", "a"], Modifier::AtMost),
    (&["au", "plus"], Modifier::AtMost),
    (&["au", "maximum"], Modifier::AtMost),
    (&["un", "maximum", "de"], Modifier::AtMost),
    (&["maximum", "de"], Modifier::AtMost),
    (&["pas", "plus", "de"], Modifier::AtMost),
    (&["pas", "plus", "d'"], Modifier::AtMost),
    (&["at", "least"], Modifier::AtLeast),
    (&["a", "minimum", "of"], Modifier::AtLeast),
    (&["minimum", "of"], Modifier::AtLeast),
    (&["minimum"], Modifier::AtLeast),
    (&["min"], Modifier::AtLeast),
    (&["upwards", "of"], Modifier::AtLeast),
    (&["upward", "of"], Modifier::AtLeast),
    (&["au", "moins"], Modifier::AtLeast),
    (&["au", "minimum"], Modifier::AtLeast),
    (&["un", "minimum", "de"], Modifier::AtLeast),
    (&["pas", "moins", "de"], Modifier::AtLeast),
    (&["pas", "moins", "d'"], Modifier::AtLeast),
    (&["more", "than"], Modifier::MoreThan),
    (&["greater", "than"], Modifier::MoreThan),
    (&["in", "excess", "of"], Modifier::MoreThan),
    (&["over"], Modifier::MoreThan),
    (&["above"], Modifier::MoreThan),
    (&["exceeding"], Modifier::MoreThan),
    (&["plus", "de"], Modifier::MoreThan),
    (&["plus", "d'"], Modifier::MoreThan),
    (&["au-dela", "de"], Modifier::MoreThan),
    (&["au", "dela", "de"], Modifier::MoreThan),
    (&["superieur", "a"], Modifier::MoreThan),
    (&["fewer", "than"], Modifier::FewerThan),
    (&["less", "than"], Modifier::FewerThan),
    (&["under"], Modifier::FewerThan),
    (&["below"], Modifier::FewerThan),
    (&["moins", "de"], Modifier::FewerThan),
    (&["moins", "d'"], Modifier::FewerThan),
    (&["inferieur", "a"], Modifier::FewerThan),
    (&["about"], Modifier::About),
    (&["around"], Modifier::About),
    (&["approximately"], Modifier::About),
    (&["approx"], Modifier::About),
    (&["roughly"], Modifier::About),
    (&["circa"], Modifier::About),
    (&["ca"], Modifier::About),
    (&["some"], Modifier::About),
    (&["nearly"], Modifier::About),
    (&["almost"], Modifier::About),
    (&["close", "to"], Modifier::About),
    (&["an", "estimated"], Modifier::About),
    (&["estimated", "at"], Modifier::About),
    (&["estimated"], Modifier::About),
    (&["environ"], Modifier::About),
    (&["env"], Modifier::About),
    (&["quelque"], Modifier::About),
    (&["presque"], Modifier::About),
    (&["pres", "de"], Modifier::About),
    (&["pres", "d'"], Modifier::About),
    (&["autour", "de"], Modifier::About),
    (&["a", "peu", "pres"], Modifier::About),
    (&["de", "l'", "ordre", "de"], Modifier::About),
    (&["de", "l'", "ordre", "d'"], Modifier::About),
    (&["estime", "a"], Modifier::About),
    (&["estimes", "a"], Modifier::About),
];

/// Words that change nothing in the bounds.
const IDLE: &[&[&str]] = &[
    &["a", "total", "of"],
    &["total", "of"],
    &["un", "total", "de"],
    &["just"],
    &["well"],
    &["slightly"],
    &["possibly"],
    &["potentially"],
    &["un", "peu"],
    &["bien"],
    &["potentiellement"],
    &["the"],
    &["les"],
    &["des"],
];

/// Takes the modifiers at the start, outermost first.
fn modifiers<'t, 'a>(tokens: &'t [Token<'a>]) -> (Vec<Modifier>, &'t [Token<'a>]) {
    let mut found = Vec::new();
    let mut rest = tokens;
    loop {
        let sign = match rest {
            [Token::Sign('~' | '≈'), ..] => Some((Modifier::About, 1)),
            [Token::Sign('>'), Token::Sign('='), ..] => Some((Modifier::AtLeast, 2)),
            [Token::Sign('<'), Token::Sign('='), ..] => Some((Modifier::AtMost, 2)),
            [Token::Sign('≥'), ..] => Some((Modifier::AtLeast, 1)),
            [Token::Sign('≤'), ..] => Some((Modifier::AtMost, 1)),
            [Token::Sign('>'), ..] => Some((Modifier::MoreThan, 1)),
            [Token::Sign('<'), ..] => Some((Modifier::FewerThan, 1)),
            _ => None,
        };
        let named = || {
            BEFORE
                .iter()
                .filter(|(words, _)| begins(rest, words))
                .max_by_key(|(words, _)| words.len())
                .map(|(words, modifier)| (*modifier, words.len()))
        };
        if let Some((modifier, length)) = sign.or_else(named) {
            found.push(modifier);
            rest = rest.get(length..).unwrap_or(&[]);
        } else if let Some(words) = IDLE.iter().find(|words| begins(rest, words)) {
            rest = rest.get(words.len()..).unwrap_or(&[]);
        } else {
            return (found, rest);
        }
    }
}

fn begins(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

/// Words and signs after a number or its noun.
fn suffix<'t, 'a>(tokens: &'t [Token<'a>]) -> (Option<Modifier>, &'t [Token<'a>]) {
    const AFTER: &[(&[&str], Modifier)] = &[
        (&["or", "more"], Modifier::AtLeast),
        (&["or", "above"], Modifier::AtLeast),
        (&["and", "more"], Modifier::AtLeast),
        (&["and", "above"], Modifier::AtLeast),
        (&["and", "over"], Modifier::AtLeast),
        (&["ou", "plus"], Modifier::AtLeast),
        (&["et", "plus"], Modifier::AtLeast),
        (&["minimum"], Modifier::AtLeast),
        (&["at", "least"], Modifier::AtLeast),
        (&["au", "moins"], Modifier::AtLeast),
        (&["au", "minimum"], Modifier::AtLeast),
        (&["or", "fewer"], Modifier::AtMost),
        (&["or", "less"], Modifier::AtMost),
        (&["ou", "moins"], Modifier::AtMost),
        (&["maximum"], Modifier::AtMost),
        (&["max"], Modifier::AtMost),
        (&["at", "most"], Modifier::AtMost),
        (&["au", "plus"], Modifier::AtMost),
        (&["au", "maximum"], Modifier::AtMost),
        (&["or", "so"], Modifier::About),
        (&["environ"], Modifier::About),
        (&["approximately"], Modifier::About),
        (&["approx"], Modifier::About),
        (&["roughly"], Modifier::About),
        (&["estimated"], Modifier::About),
    ];
    match tokens {
        [Token::Sign('+'), rest @ ..] => (Some(Modifier::AtLeast), rest),
        [Token::Sign('~'), rest @ ..] => (Some(Modifier::About), rest),
        _ => match AFTER.iter().find(|(words, _)| begins(tokens, words)) {
            Some((words, modifier)) => (Some(*modifier), tokens.get(words.len()..).unwrap_or(&[])),
            None => (None, tokens),
        },
    }
}

/// A value, or two with a word or dash between them.
fn range<'t, 'a>(tokens: &'t [Token<'a>], conventions: &Conventions) -> Result<(Reading, &'t [Token<'a>]), CountError> {
    let (opened, inside) = match tokens {
        [Token::Word { text: "between" | "entre" | "from", .. }, rest @ ..] => (true, rest),
        [Token::Word { text: "de", .. }, rest @ ..] => (false, rest),
        _ => (false, tokens),
    };
    let (first, rest) = value(inside, conventions)?;
    let joined = match rest {
        [Token::Sign('-') | Token::Word { text: "to" | "a", .. }, rest @ ..] => Some(rest),
        [Token::Word { text: "and" | "et", .. }, rest @ ..] if opened => Some(rest),
        _ => None,
    };
    let Some((last, rest)) = joined.map(|rest| (value(rest, conventions), rest)) else {
        return if opened { Err(CountError::NotACount) } else { Ok((first.reading(first.scale)?, rest)) };
    };
    match last {
        Ok((last, rest)) => Ok((between(first, last)?, rest)),
        // A dash or "to" before words is no range, but then "between" is left hanging.
        Err(CountError::NotACount) if !opened && !matches!(rest, [Token::Number(_), ..]) => {
            let after_first = value(inside, conventions)?.1;
            Ok((first.reading(first.scale)?, after_first))
        }
        Err(error) => Err(error),
    }
}

/// "2 to 3 million": the magnitude belongs to both, where the first number is below the second as written.
fn between(first: Value, last: Value) -> Result<Reading, CountError> {
    let shares = match (first.kind, last.kind) {
        (Kind::Digits(a), Kind::Digits(b)) => first.scale == 1 && last.scale > 1 && a.is_below(b),
        _ => false,
    };
    let first = first.reading(if shares { last.scale } else { first.scale })?;
    let last = last.reading(last.scale)?;
    if last.hi.is_some_and(|hi| hi < first.lo) {
        return Err(CountError::Reversed);
    }
    Ok(Reading { lo: first.lo, hi: last.hi, how: How::Range, unit: None })
}

/// A number before any modifier.
#[derive(Clone, Copy)]
struct Value {
    kind: Kind,
    scale: u128,
}

#[derive(Clone, Copy)]
enum Kind {
    Digits(Numeral),
    Vague(u128, u128),
}

impl Value {
    fn reading(self, scale: u128) -> Result<Reading, CountError> {
        let kept = |number: u128| u64::try_from(number).ok().filter(|n| *n <= LARGEST).ok_or(CountError::TooLarge);
        let (lo, hi, how) = match self.kind {
            Kind::Digits(numeral) => {
                let number = numeral.times(scale)?;
                (number, number, How::Exact)
            }
            Kind::Vague(lo, hi) => (kept(lo)?, kept(hi)?, How::Words),
        };
        Ok(Reading { lo, hi: Some(hi), how, unit: None::<Unit> })
    }
}

fn value<'t, 'a>(tokens: &'t [Token<'a>], conventions: &Conventions) -> Result<(Value, &'t [Token<'a>]), CountError> {
    if let [Token::Number(numeral), rest @ ..] = tokens {
        let numeral = (*numeral)?;
        let mut rest = rest;
        let mut scale = 1u128;
        while let [token, after @ ..] = rest
            && let Some(factor) = vague::magnitude(token)
        {
            // French "billion" is a million millions.
            let is_french_billion = matches!(token.word(), Some("billion" | "billions"))
                && after.first().is_some_and(|next| next.is("de") || next.is("d'"));
            if is_french_billion {
                return Err(CountError::Ambiguous);
            }
            scale = scale.checked_mul(factor).filter(|scale| *scale <= 10u128.pow(18)).ok_or(CountError::TooLarge)?;
            rest = after;
        }
        if rest.first().is_some_and(vague::is_foreign_magnitude) {
            return Err(CountError::Ambiguous);
        }
        return Ok((Value { kind: Kind::Digits(numeral), scale }, rest));
    }
    if let Some(((lo, hi), taken)) = vague::take_vague(tokens, conventions) {
        return Ok((Value { kind: Kind::Vague(lo, hi), scale: 1 }, tokens.get(taken..).unwrap_or(&[])));
    }
    if let Some((number, taken)) = vague::take_spelt(tokens) {
        let kind = Kind::Digits(Numeral::whole(number));
        return Ok((Value { kind, scale: 1 }, tokens.get(taken..).unwrap_or(&[])));
    }
    Err(CountError::NotACount)
}

/// Applies one modifier to what follows it.
fn apply(modifier: Modifier, reading: Reading) -> Result<Reading, CountError> {
    let Reading { lo, hi, how, unit } = reading;
    Ok(match modifier {
        Modifier::About => {
            let how = if how == How::Exact { How::About } else { how };
            let lo = if how == How::Words { lo } else { lo.saturating_sub(half_unit(lo)) };
            let hi = match hi {
                Some(hi) if how != How::Words => Some(hi.saturating_add(half_unit(hi)).min(LARGEST)),
                hi => hi,
            };
            Reading { lo, hi, how, unit }
        }
        Modifier::AtMost => Reading { lo: 0, hi, how: How::AtMost, unit },
        Modifier::AtLeast => Reading { lo, hi: None, how: How::AtLeast, unit },
        Modifier::MoreThan => {
            let lo = lo.checked_add(1).filter(|lo| *lo <= LARGEST).ok_or(CountError::TooLarge)?;
            Reading { lo, hi: None, how: How::MoreThan, unit }
        }
        Modifier::FewerThan => match hi {
            Some(0) => return Err(CountError::Negative),
            hi => Reading { lo: 0, hi: hi.map(|hi| hi.saturating_sub(1)), how: How::FewerThan, unit },
        },
    })
}

/// Half a unit of the last digit that is not zero, rounded down: 50,000 for 1,200,000, and 0 for 7.
fn half_unit(number: u64) -> u64 {
    let (mut rest, mut unit) = (number, 1u64);
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        unit = unit.saturating_mul(10);
    }
    if rest == 0 { 0 } else { unit / 2 }
}
