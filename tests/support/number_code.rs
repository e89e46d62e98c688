//! Number formats of the office programs: what a code writes, and which ticks an axis has by itself.

#![allow(dead_code, reason = "several test crates use it, each its part")]

use crate::chart_xml::Axis;

/// What stands between groups of digits and before decimals where the system's language decides.
#[derive(Clone, Copy)]
pub struct System {
    pub group: char,
    pub point: char,
}

/// A system in English.
pub const ENGLISH: System = System { group: ',', point: '.' };
/// A system in French.
pub const FRENCH: System = System { group: '\u{202f}', point: ',' };

/// A number as a code writes it.
pub fn write(code: &str, value: f64, system: System) -> String {
    let sections = sections(code);
    let chosen = sections.iter().find(|section| holds(section, value)).or(sections.last()).expect("a section");
    let body = without_brackets(chosen);
    if body.trim() == "General" {
        return plain(value).replace('.', &system.point.to_string());
    }
    digits(&body, value, system)
}

/// The sections of a code, apart by semicolons outside of quotes.
fn sections(code: &str) -> Vec<String> {
    let (mut all, mut quoted) = (vec![String::new()], false);
    for sign in code.chars() {
        quoted ^= sign == '"';
        if sign == ';' && !quoted {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            last.push(sign);
        }
    }
    all
}

/// Whether the condition of a section holds; one without a condition is for everything.
fn holds(section: &str, value: f64) -> bool {
    let Some(inside) = section.strip_prefix('[').and_then(|rest| rest.split(']').next()) else { return true };
    if let Some(least) = inside.strip_prefix(">=") {
        return value >= least.parse::<f64>().expect("a number");
    }
    if let Some(most) = inside.strip_prefix('<') {
        return value < most.parse::<f64>().expect("a number");
    }
    true
}

fn without_brackets(section: &str) -> String {
    let mut rest = section;
    while let Some((_, after)) = rest.strip_prefix('[').and_then(|inside| inside.split_once(']')) {
        rest = after;
    }
    rest.to_owned()
}

/// The shortest text of a number.
fn plain(value: f64) -> String {
    format!("{}", (value * 1e9).round() / 1e9)
}

enum Token {
    Digit(char),
    Group,
    Point,
    Letters(String),
}

fn tokens(body: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut signs = body.chars();
    while let Some(sign) = signs.next() {
        all.push(match sign {
            '0' | '#' => Token::Digit(sign),
            ',' => Token::Group,
            '.' => Token::Point,
            '"' => Token::Letters(signs.by_ref().take_while(|sign| *sign != '"').collect()),
            '\\' => Token::Letters(signs.next().map(String::from).unwrap_or_default()),
            other => Token::Letters(other.to_string()),
        });
    }
    all
}

/// A body of digits, letters and signs.
fn digits(body: &str, value: f64, system: System) -> String {
    let tokens = tokens(body);
    let is_share = tokens.iter().any(|token| matches!(token, Token::Letters(letters) if letters == "%"));
    let is_digit = |token: &Token| matches!(token, Token::Digit(_));
    let last = tokens.iter().rposition(is_digit).unwrap_or(0);
    let behind = tokens.iter().skip(last + 1).take_while(|token| matches!(token, Token::Group)).count();
    let grouped = tokens.iter().take(last).any(|token| matches!(token, Token::Group));
    let scaled = value.abs() * if is_share { 100.0 } else { 1.0 } / 1_000_f64.powi(behind as i32);
    let point = tokens.iter().position(|token| matches!(token, Token::Point));
    let decimals = point.map_or(0, |at| tokens.iter().skip(at).filter(|token| is_digit(token)).count());
    let text = format!("{scaled:.decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let places = tokens.iter().take(point.unwrap_or(tokens.len())).filter(|token| is_digit(token)).count();
    let whole: Vec<char> = whole.chars().collect();
    let (mut out, mut used, mut fraction) = (String::new(), 0, fraction.chars());
    let mut behind_point = false;
    for token in &tokens {
        match token {
            Token::Digit(_) if behind_point => out.extend(fraction.next()),
            Token::Digit(kind) => {
                used += 1;
                // The first place takes every digit that has no place of its own.
                let until = places - used;
                let from = if used == 1 { whole.len().max(until + 1) } else { until + 1 };
                for left in (until..from).rev() {
                    let digit = whole.len().checked_sub(left + 1).map(|at| whole[at]);
                    out.extend(digit.or((*kind == '0').then_some('0')));
                    if grouped && digit.is_some() && left > 0 && left.is_multiple_of(3) {
                        out.push(system.group);
                    }
                }
            }
            Token::Group => {}
            Token::Point => {
                behind_point = true;
                out.push(system.point);
            }
            Token::Letters(letters) => out.push_str(letters),
        }
    }
    if value < 0.0 { format!("-{out}") } else { out }
}

/// The ticks that a program derives for an axis of numbers, with their texts: none where it writes no labels.
pub fn ticks(axis: &Axis, system: System) -> Vec<(f64, String)> {
    let (Some(min), Some(max)) = (axis.min, axis.max) else { return Vec::new() };
    let mut at = Vec::new();
    if axis.is_log {
        let (mut power, most) = (min.log10().ceil(), max.log10().floor());
        while power <= most + 1e-9 {
            at.push(10_f64.powf(power));
            power += 1.0;
        }
    } else if let Some(step) = axis.step {
        let count = ((max - min) / step + 1e-6).floor() as usize;
        at.extend((0..=count).map(|index| min + index as f64 * step));
    }
    at.into_iter().map(|at| (at, write(&axis.code, at, system))).collect()
}

#[test]
fn codes_write_numbers_as_the_programs_do() {
    let french = "[>=1000000]0\"\u{202f}\"000\"\u{202f}\"000;[>=1000]0\"\u{202f}\"000;0";
    for (code, value, wanted) in [
        ("General", 0.25, "0.25"),
        ("0", 1_234.0, "1234"),
        ("#,##0", 1_234_567.0, "1,234,567"),
        ("#,##0", 0.0, "0"),
        ("0%", 0.25, "25%"),
        ("0\"\u{202f}\"%", 1.0, "100\u{202f}%"),
        ("0.0%", 0.125, "12.5%"),
        ("[>=10000]0,\"k\";[>=1000]0\",\"000;0", 15_000.0, "15k"),
        ("[>=10000]0,\"k\";[>=1000]0\",\"000;0", 5_000.0, "5,000"),
        ("[>=10000]0,\"k\";[>=1000]0\",\"000;0", 7.0, "7"),
        (french, 12_000_005.0, "12\u{202f}000\u{202f}005"),
        (french, 1_005.0, "1\u{202f}005"),
    ] {
        assert_eq!(write(code, value, ENGLISH), wanted, "{code}");
    }
    assert_eq!(write("#,##0", 12_345.0, FRENCH), "12\u{202f}345");
}
