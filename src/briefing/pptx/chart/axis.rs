//! Axes of native charts: which ticks a number format can say, and where they stand.

use crate::chart::model::{Axis, Grid, Scale, Tick};

/// Day 0 of a time axis (1970-01-01) as a workbook counts days.
const EPOCH: f64 = 25_569.0;

/// An axis of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    /// Smallest number shown.
    pub lo: f64,
    /// Largest number shown.
    pub hi: f64,
    /// Whether it is logarithmic.
    pub log: bool,
    /// From one tick to the next, where they stand evenly from `lo` on.
    pub step: Option<f64>,
    /// The format that says the ticks as the model does; `None` where none does, so that they are drawn.
    pub format: Option<String>,
    /// Whether grid lines are drawn.
    pub grid: bool,
}

/// A position as the number that it stands for.
pub fn number(scale: Scale, at: f64) -> f64 {
    match scale {
        Scale::Linear | Scale::Band => at,
        Scale::Time => at + EPOCH,
        Scale::Log10 => tidy(libm::pow(10.0, at)),
    }
}

/// How the numbers of an axis are shown in the workbook.
pub const fn cells(scale: Scale) -> &'static str {
    match scale {
        Scale::Time => "yyyy-mm-dd",
        Scale::Linear | Scale::Band | Scale::Log10 => "General",
    }
}

/// A whole number where a logarithm came from one, else twelve digits.
fn tidy(value: f64) -> f64 {
    let whole = value.round();
    if whole >= 1.0 && (value - whole).abs() <= whole * 1e-9 {
        return whole;
    }
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// An axis. `thinned` says that the drawing has no room for all ticks.
pub fn value_axis(axis: &Axis, thinned: bool) -> ValueAxis {
    let log = axis.scale == Scale::Log10;
    let (lo, hi) = (number(axis.scale, axis.lo), number(axis.scale, axis.hi));
    let step = even(axis);
    let format =
        if thinned || step.is_none() || log || axis.scale == Scale::Time { None } else { format_of(&axis.ticks) };
    ValueAxis { lo, hi, log, step, format, grid: axis.grid == Grid::Lines }
}

/// The step of ticks that stand evenly from the beginning of the axis to its end.
fn even(axis: &Axis) -> Option<f64> {
    let at: Vec<f64> = axis.ticks.iter().map(|tick| tick.at).collect();
    let (first, second) = (*at.first()?, at.get(1).copied());
    let step = second? - first;
    let slack = (axis.hi - axis.lo).abs() * 1e-6;
    let is_even = at.windows(2).all(|pair| matches!(pair, [a, b] if (b - a - step).abs() <= slack));
    let last = at.last().copied().unwrap_or(first);
    let is_whole = (first - axis.lo).abs() <= slack && last + step > axis.hi + slack;
    // A logarithmic axis steps by its base.
    let fits = axis.scale != Scale::Log10 || (step - 1.0).abs() <= slack;
    (is_even && is_whole && fits && step > slack).then_some(step)
}

/// A format that says all ticks as they are written.
fn format_of(ticks: &[Tick]) -> Option<String> {
    formats(ticks)
        .into_iter()
        .find(|format| ticks.iter().all(|tick| format.write(tick.at) == tick.label))
        .map(|f| f.code())
}

/// A format that says a number as it is written.
pub fn format_for(numbers: &[(f64, &str)]) -> Option<String> {
    let ticks: Vec<Tick> = numbers.iter().map(|(at, label)| Tick { at: *at, label: (*label).to_owned() }).collect();
    format_of(&ticks)
}

/// Formats whose separators stand in the ticks themselves.
fn formats(ticks: &[Tick]) -> Vec<Shown> {
    let mut found = vec![Shown::Whole];
    let separators: Vec<char> =
        ticks.iter().flat_map(|tick| tick.label.chars()).filter(|one| !one.is_ascii_digit()).collect();
    if let Some(separator) = separators.first() {
        found.push(Shown::Grouped(*separator));
    }
    let after = ticks.iter().find_map(|tick| tick.label.strip_suffix('%'));
    if let Some(before) = after {
        let gap: String = before.chars().skip_while(char::is_ascii_digit).collect();
        if gap.chars().all(char::is_whitespace) {
            found.push(Shown::Share(gap));
        }
    }
    if let Some(tick) = ticks.iter().find(|tick| tick.at >= 10_000.0) {
        let suffix: String = tick.label.chars().skip_while(char::is_ascii_digit).collect();
        let separator = separators.iter().copied().find(|one| !suffix.contains(*one));
        found.push(Shown::Thousands { suffix, separator });
    }
    found
}

/// Ways to write a number that do not depend on where the slide is shown.
enum Shown {
    /// Digits alone.
    Whole,
    /// Digits in groups of three.
    Grouped(char),
    /// A share as per cent, with what stands before the sign.
    Share(String),
    /// Thousands from ten thousand on.
    Thousands {
        /// What stands for "thousand".
        suffix: String,
        /// Between groups of digits below.
        separator: Option<char>,
    },
}

impl Shown {
    fn code(&self) -> String {
        match self {
            Self::Whole => "0".to_owned(),
            Self::Grouped(one) => {
                format!("[>=1000000]0\"{one}\"000\"{one}\"000;[>=1000]0\"{one}\"000;0")
            }
            Self::Share(gap) if gap.is_empty() => "0%".to_owned(),
            Self::Share(gap) => format!("0\"{gap}\"%"),
            Self::Thousands { suffix, separator } => {
                let below = separator.map_or_else(|| "0".to_owned(), |one| format!("0\"{one}\"000"));
                format!("[>=10000]0,\"{suffix}\";[>=1000]{below};0")
            }
        }
    }

    /// The number as the code writes it.
    fn write(&self, value: f64) -> String {
        let whole = value.round();
        if !(0.0..1e9).contains(&value) || (!matches!(self, Self::Share(_)) && (value - whole).abs() > 1e-9) {
            return String::from("?");
        }
        match self {
            Self::Share(gap) => {
                let share = value * 100.0;
                if (share - share.round()).abs() > 1e-9 {
                    return String::from("?");
                }
                format!("{}{gap}%", share.round())
            }
            Self::Thousands { suffix, .. } if whole >= 10_000.0 => {
                if whole % 1_000.0 > 0.0 {
                    return String::from("?");
                }
                format!("{}{suffix}", whole / 1_000.0)
            }
            Self::Grouped(one) | Self::Thousands { separator: Some(one), .. } => grouped(whole as u64, *one),
            Self::Whole | Self::Thousands { .. } => format!("{whole}"),
        }
    }
}

fn grouped(value: u64, separator: char) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(pairs: &[(f64, &str)]) -> Option<String> {
        format_for(pairs)
    }

    #[test]
    fn ticks_are_said_by_a_format_that_no_locale_changes() {
        assert_eq!(ticks(&[(0.0, "0"), (50.0, "50")]).as_deref(), Some("0"));
        assert_eq!(ticks(&[(0.0, "0"), (0.25, "25%")]), None);
        assert_eq!(ticks(&[(0.0, "0%"), (0.25, "25%")]).as_deref(), Some("0%"));
        assert_eq!(ticks(&[(0.0, "0\u{202f}%"), (0.25, "25\u{202f}%")]).as_deref(), Some("0\"\u{202f}\"%"));
        let grouped = "[>=1000000]0\",\"000\",\"000;[>=1000]0\",\"000;0";
        assert_eq!(ticks(&[(0.0, "0"), (1_500.0, "1,500"), (2e6, "2,000,000")]).as_deref(), Some(grouped));
        let short = ticks(&[(0.0, "0"), (5_000.0, "5,000"), (10_000.0, "10k"), (15_000.0, "15k")]);
        assert_eq!(short.as_deref(), Some("[>=10000]0,\"k\";[>=1000]0\",\"000;0"));
        assert_eq!(ticks(&[(0.5, "0.5")]), None);
    }

    #[test]
    fn whole_numbers_come_back_from_their_logarithms() {
        for number in [1.0, 7.0, 500.0, 84_351.0, 14_946_651_318.0_f64] {
            assert_eq!(super::number(Scale::Log10, number.log10()), number);
        }
        assert_eq!(super::number(Scale::Time, 0.0), 25_569.0);
    }
}
