//! Numbers in digits: `1,234,567`, `1 234 567`, `1'234'567`, `1,5`, `1e+06`, `300k`.

use super::{CountError, LARGEST, Thousands};

/// A number in digits, before any magnitude word: `mantissa / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    mantissa: u128,
    decimals: u32,
    /// One mark followed by three digits: "1,234" could be 1,234 or 1.234.
    either: Option<char>,
}

/// The number of a text of ASCII digits alone, at most [`LARGEST`]; `None` for anything else. Allocates nothing.
///
/// ```
/// use vigie::model::count::parse_plain;
/// assert_eq!(parse_plain(b"14946651318"), Some(14_946_651_318));
/// assert_eq!(parse_plain(b"1,000"), None);
/// ```
pub fn parse_plain(bytes: &[u8]) -> Option<u64> {
    if bytes.is_empty() || bytes.len() > 19 || (bytes.len() > 1 && bytes.first() == Some(&b'0')) {
        return None;
    }
    let mut number = 0u64;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
    }
    (number <= LARGEST).then_some(number)
}

/// Whether a character may stand between thousands and is not a decimal mark anywhere.
pub(super) const fn is_blank_mark(mark: char) -> bool {
    matches!(mark, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}' | '_')
}

/// Reads a number at the start of `text`; answers with it and the rest.
///
/// `None` when the text does not begin with a digit.
pub(super) fn take(text: &str, thousands: Thousands) -> Option<(Result<Numeral, CountError>, &str)> {
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let end = number_end(text);
    let (number, rest) = text.split_at_checked(end)?;
    Some(match exponent(rest) {
        Some((power, rest)) => (read(number, thousands).and_then(|numeral| numeral.raised(power)), rest),
        None => (read(number, thousands), rest),
    })
}

/// Where the digits and marks of a number end: a mark counts only between digits, a blank only before exactly
/// three of them.
fn number_end(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            end = at + 1;
            continue;
        }
        let after = text.get(at + c.len_utf8()..).unwrap_or("");
        let run = after.bytes().take_while(u8::is_ascii_digit).count();
        let joins = (matches!(c, ',' | '.') && run > 0) || (is_blank_mark(c) && run == 3);
        if !joins {
            break;
        }
    }
    end
}

/// `e+06` after a number.
fn exponent(rest: &str) -> Option<(u32, &str)> {
    let after = rest.strip_prefix(['e', 'E'])?;
    let after = after.strip_prefix('+').unwrap_or(after);
    let run = after.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = after.split_at_checked(run)?;
    let power: u32 = digits.parse().ok()?;
    (power <= 30).then_some((power, rest))
}

fn read(number: &str, thousands: Thousands) -> Result<Numeral, CountError> {
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let decimal = decimal_mark(number, &marks, thousands)?;
    let (whole, fraction) = match decimal {
        Some(mark) => number.split_once(mark).unwrap_or((number, "")),
        None => (number, ""),
    };
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let grouped = groups.len() > 1;
    let first = groups.first().copied().unwrap_or("");
    let well_grouped = groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    let leading_zero = first.len() > 1 && first.starts_with('0') || grouped && first == "0";
    let mut kinds: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    kinds.dedup();
    if leading_zero || grouped && (!well_grouped || kinds.len() > 1) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(CountError::NotACount);
    }
    let digits: String = groups.concat() + fraction;
    if digits.len() > 30 {
        return Err(CountError::TooLarge);
    }
    let mantissa = digits.parse().map_err(|_| CountError::NotACount)?;
    let decimals = u32::try_from(fraction.len()).map_err(|_| CountError::NotACount)?;
    let either = match (thousands, marks.as_slice(), decimal) {
        (Thousands::Auto, &[mark @ (',' | '.')], None) => Some(mark),
        _ => None,
    };
    Ok(Numeral { mantissa, decimals, either })
}

/// Which mark, if any, is the decimal mark of this number.
fn decimal_mark(number: &str, marks: &[char], thousands: Thousands) -> Result<Option<char>, CountError> {
    let has = |mark: char| marks.contains(&mark);
    let fixed = match thousands {
        Thousands::Auto => None,
        Thousands::Comma => Some('.'),
        Thousands::Point | Thousands::Space => Some(','),
    };
    if let Some(mark) = fixed {
        return match marks.iter().filter(|m| **m == mark).count() {
            0 => Ok(None),
            1 => Ok(Some(mark)),
            _ => Err(CountError::NotACount),
        };
    }
    let last = marks.last().copied();
    if has(',') && has('.') {
        return match last.filter(|mark| marks.iter().filter(|m| *m == mark).count() == 1) {
            Some(mark) => Ok(Some(mark)),
            None => Err(CountError::NotACount),
        };
    }
    let Some(mark @ (',' | '.')) = last else {
        return Ok(None);
    };
    let count = marks.iter().filter(|m| **m == mark).count();
    let after = number.rsplit(mark).next().unwrap_or("").len();
    let only_mark = marks.len() == 1;
    // "0,125" is a decimal whatever follows: no number begins with an empty thousand.
    let zero_first = number.starts_with('0');
    Ok((count == 1 && (after != 3 || !only_mark || zero_first)).then_some(mark))
}

impl Numeral {
    /// A whole number.
    pub(super) const fn whole(number: u128) -> Self {
        Self { mantissa: number, decimals: 0, either: None }
    }

    /// This times `10^power`.
    fn raised(self, power: u32) -> Result<Self, CountError> {
        let one = 10u128.checked_pow(power).ok_or(CountError::TooLarge)?;
        Ok(Self { mantissa: self.mantissa.checked_mul(one).ok_or(CountError::TooLarge)?, ..self })
    }

    /// The whole number that this is after multiplication with a scale such as 1,000,000; an error if it is none.
    ///
    /// With a scale, "1.234 million" is a decimal, and "1,234 million" is refused: English and French read it
    /// differently.
    pub(super) fn times(self, scale: u128) -> Result<u64, CountError> {
        let decimals = match self.either {
            Some(',') if scale > 1 => return Err(CountError::Ambiguous),
            Some('.') if scale > 1 => 3,
            _ => self.decimals,
        };
        let product = self.mantissa.checked_mul(scale).ok_or(CountError::TooLarge)?;
        let divisor = 10u128.checked_pow(decimals).ok_or(CountError::NotACount)?;
        if product % divisor != 0 {
            return Err(CountError::NotACount);
        }
        u64::try_from(product / divisor).ok().filter(|number| *number <= LARGEST).ok_or(CountError::TooLarge)
    }

    /// Whether this is smaller than another, as numbers before any scale.
    pub(super) fn is_below(self, other: Self) -> bool {
        let power = |decimals: u32| 10u128.saturating_pow(decimals);
        self.mantissa.saturating_mul(power(other.decimals)) < other.mantissa.saturating_mul(power(self.decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str, thousands: Thousands) -> Result<u64, CountError> {
        let (numeral, rest) = take(text, thousands).ok_or(CountError::NotACount)?;
        assert_eq!(rest, "", "{text}");
        numeral?.times(1)
    }

    #[test]
    fn marks_between_thousands() {
        for text in [
            "1234567",
            "1,234,567",
            "1.234.567",
            "1 234 567",
            "1\u{a0}234\u{a0}567",
            "1\u{202f}234\u{202f}567",
            "1'234'567",
            "1’234’567",
            "1,234,567.0",
            "1.234.567,00",
        ] {
            assert_eq!(whole(text, Thousands::Auto), Ok(1_234_567), "{text}");
        }
        assert_eq!(whole("1,234", Thousands::Auto), Ok(1234));
        assert_eq!(whole("1.234", Thousands::Auto), Ok(1234));
        assert_eq!(whole("1.234", Thousands::Comma), Err(CountError::NotACount));
        assert_eq!(whole("1.234", Thousands::Point), Ok(1234));
        assert_eq!(whole("1.000", Thousands::Comma), Ok(1));
        assert_eq!(whole("1e+06", Thousands::Auto), Ok(1_000_000));
        assert_eq!(whole("1.5E6", Thousands::Auto), Ok(1_500_000));
        for bad in ["1,5", "1,23,456", "1,2345", "1234,567", "01,234", "007", "0,500", "1.234,567,890", "1.2.3"] {
            assert_eq!(whole(bad, Thousands::Auto), Err(CountError::NotACount), "{bad}");
        }
    }

    #[test]
    fn the_largest_number() {
        assert_eq!(whole("9223372036854775807", Thousands::Auto), Ok(LARGEST));
        assert_eq!(whole("9223372036854775808", Thousands::Auto), Err(CountError::TooLarge));
        assert_eq!(whole("99999999999999999999999999999999999999999", Thousands::Auto), Err(CountError::TooLarge));
        assert_eq!(whole("1e30", Thousands::Auto), Err(CountError::TooLarge));
        assert_eq!(parse_plain(b"9223372036854775807"), Some(LARGEST));
        assert_eq!(parse_plain(b"9223372036854775808"), None);
        assert_eq!(parse_plain(b"99999999999999999999"), None);
    }
}
