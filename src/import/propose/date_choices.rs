//! What can be said of the dates of a column beyond their order, what its cells speak for, and how it is told.

use serde_json::{Value, json};

use crate::frame::batch::Field;
use crate::import::date_rules::{DateReading, Firsts, Numbers, Ranges};
use crate::import::propose::proposal::{OpenQuestion, Proposal};
use crate::import::propose::survey::{DateEvidence, Heap, NumberSpan};
use crate::import::recipe::{ColumnRule, DateOrder, Target};
use crate::model::event::EventKind;
use crate::text::{Arg, Lang, day, tr, tr_args};

/// One thing said of a column of dates, by a flag of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateChoice {
    /// What bare numbers count.
    Numbers(Numbers),
    /// What the 1st of a month says.
    Firsts(Firsts),
    /// What a range says.
    Ranges(Ranges),
    /// Where years of two digits change their century.
    Pivot(u8),
    /// The column is none of dates, and kept under its header.
    NotDates,
}

impl DateChoice {
    /// The words of the command line, as they are shown.
    pub const WORDS: &str = "excel-1900, excel-1904, seconds, milliseconds, not-dates, first-is-day, first-is-month, \
                             first-is-year, first-is-month-or-year, extent, some-time-in, pivot-1 to pivot-99";

    /// A word of the command line.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "excel-1900" => Self::Numbers(Numbers::Excel1900),
            "excel-1904" => Self::Numbers(Numbers::Excel1904),
            "seconds" => Self::Numbers(Numbers::EpochSeconds),
            "milliseconds" => Self::Numbers(Numbers::EpochMilliseconds),
            "not-dates" => Self::NotDates,
            "first-is-day" => Self::Firsts(Firsts::AsWritten),
            "first-is-month" => Self::Firsts(Firsts::Month),
            "first-is-year" => Self::Firsts(Firsts::Year),
            "first-is-month-or-year" => Self::Firsts(Firsts::MonthOrYear),
            "extent" => Self::Ranges(Ranges::Extent(EventKind::IntrusionEnded)),
            "some-time-in" => Self::Ranges(Ranges::SomeTimeIn),
            other => {
                let pivot = other.strip_prefix("pivot-")?.parse().ok()?;
                return (1..=99).contains(&pivot).then_some(Self::Pivot(pivot));
            }
        })
    }

    /// Says it of a column. Whether the column is one of dates.
    pub fn apply(self, rule: &mut ColumnRule) -> bool {
        let Target::Date { reading, .. } = &mut rule.target else { return false };
        match self {
            Self::Numbers(numbers) => reading.numbers = numbers,
            Self::Firsts(firsts) => reading.firsts = firsts,
            Self::Ranges(ranges) => reading.ranges = ranges,
            Self::Pivot(pivot) => reading.pivot = pivot,
            Self::NotDates => rule.target = Target::Text(Field::Custom(rule.header.clone())),
        }
        true
    }
}

/// Says things of the columns of a proposal; what they decide is no question any more. `Err` is a column that has no
/// dates.
///
/// # Errors
/// The name of the first column of `choices` that is none of dates.
pub fn decide(proposal: &mut Proposal, choices: &[(String, DateChoice)]) -> Result<(), String> {
    for (header, choice) in choices {
        let known = proposal.recipe.columns.iter_mut().find(|rule| rule.header == *header);
        if !known.is_some_and(|rule| choice.apply(rule)) {
            return Err(header.clone());
        }
        let decides = matches!(choice, DateChoice::Numbers(_) | DateChoice::NotDates);
        proposal.open.retain(|question| match question {
            OpenQuestion::DateNumbers { column, .. } => !(decides && column == header),
            OpenQuestion::DateOrder { column, .. } => !(*choice == DateChoice::NotDates && column == header),
            OpenQuestion::OneRecordPer(_) => true,
        });
    }
    Ok(())
}

/// Chance below which a heap is no chance.
const NO_CHANCE: f64 = 1e-6;

/// What the heap of a column speaks for: 1 January too often for days of a year, other firsts too often for days of
/// months (binomial test; the share must be twice what it would be, too).
pub fn heaped(heap: Heap) -> Firsts {
    let is_far_above = |found: u64, of: u64, share: f64| {
        found >= 5 && found as f64 > 2.0 * share * of as f64 && at_least(of, found, share) < NO_CHANCE
    };
    let years = is_far_above(heap.new_years, heap.days, 1.0 / 365.25);
    let months = is_far_above(heap.firsts - heap.new_years, heap.days - heap.new_years, 11.0 / 364.25);
    match (months, years) {
        (false, false) => Firsts::AsWritten,
        (true, false) => Firsts::Month,
        (false, true) => Firsts::Year,
        (true, true) => Firsts::MonthOrYear,
    }
}

/// Chance of `found` or more of `of`, each with the same chance `share`, for `found` above the mean.
fn at_least(of: u64, found: u64, share: f64) -> f64 {
    let (n, k) = (of as f64, found as f64);
    let log_ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    let first = libm::exp(log_ways + k * libm::log(share) + (n - k) * libm::log(1.0 - share));
    // Above the mean, every further term is smaller than the one before by more than a constant.
    let (mut sum, mut term, mut at) = (0.0, 1.0, k);
    while at <= n && term > 1e-18 {
        sum += term;
        term *= (n - at) / (at + 1.0) * share / (1.0 - share);
        at += 1.0;
    }
    first * sum
}

/// Something taken for granted of the dates of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateAssumption {
    /// The header.
    pub header: String,
    /// What.
    pub what: Assumed,
}

/// What is taken for granted of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// Years of two digits in this many cells change their century at the pivot.
    ShortYears(u64, u8),
    /// Bare numbers count this.
    Numbers(NumberSpan, Numbers),
    /// First days stand far too often, or were said to mean something else.
    Firsts(Heap, Firsts),
    /// Ranges in this many cells.
    Ranges(u64, Ranges),
}

/// What is taken for granted of a column read like this.
pub fn assumed(header: &str, order: DateOrder, reading: DateReading, evidence: &DateEvidence) -> Vec<DateAssumption> {
    let heap = evidence.heap(order);
    let firsts = reading.firsts != Firsts::AsWritten || heaped(heap) != Firsts::AsWritten;
    let numbers = evidence.numbers().map(|(_, span)| Assumed::Numbers(span, reading.numbers));
    [
        (evidence.short_years > 0).then_some(Assumed::ShortYears(evidence.short_years, reading.pivot)),
        numbers.filter(|_| reading.numbers != Numbers::AsWritten),
        firsts.then_some(Assumed::Firsts(heap, reading.firsts)),
        (evidence.ranges > 0).then_some(Assumed::Ranges(evidence.ranges, reading.ranges)),
    ]
    .into_iter()
    .flatten()
    .map(|what| DateAssumption { header: header.to_owned(), what })
    .collect()
}

/// Where years of two digits change their century: "00 to 69 are 20xx, 70 to 99 are 19xx".
pub fn pivot_words(pivot: u8, lang: Lang) -> String {
    let two = |number: u8| Arg::Text(format!("{number:02}"));
    tr_args(lang, "import-dates-pivot", &[("last", two(pivot.saturating_sub(1))), ("first", two(pivot.min(99)))])
}

/// What bare numbers count, in words.
pub fn numbers_words(numbers: Numbers, lang: Lang) -> String {
    match numbers {
        Numbers::AsWritten => tr(lang, "import-dates-numbers-none"),
        Numbers::Excel1900 => tr(lang, "import-dates-numbers-1900"),
        Numbers::Excel1904 => tr(lang, "import-dates-numbers-1904"),
        Numbers::EpochSeconds => tr(lang, "import-dates-numbers-seconds"),
        Numbers::EpochMilliseconds => tr(lang, "import-dates-numbers-milliseconds"),
    }
}

/// What the 1st of a month says, in words.
pub fn firsts_words(firsts: Firsts, lang: Lang) -> String {
    match firsts {
        Firsts::AsWritten => tr(lang, "import-dates-firsts-day"),
        Firsts::Month => tr(lang, "import-dates-firsts-month"),
        Firsts::Year => tr(lang, "import-dates-firsts-year"),
        Firsts::MonthOrYear => tr(lang, "import-dates-firsts-both"),
    }
}

/// What a range says, in words.
pub fn ranges_words(ranges: Ranges, lang: Lang) -> String {
    match ranges {
        Ranges::SomeTimeIn => tr(lang, "import-dates-ranges-within"),
        Ranges::Extent(ends) => {
            tr_args(lang, "import-dates-ranges-extent", &[("event", tr(lang, &format!("event-{}", ends.key())).into())])
        }
    }
}

/// How often first days stand there: "167 of 875 dates are the 1st of a month (29 would be usual), 20 of them 1 January".
pub fn heap_words(heap: Heap, lang: Lang) -> String {
    let usual = (heap.days as f64 * 12.0 / 365.25).round() as u64;
    tr_args(
        lang,
        "import-dates-heap",
        &[
            ("firsts", Arg::Number(heap.firsts)),
            ("days", Arg::Number(heap.days)),
            ("usual", Arg::Number(usual)),
            ("years", Arg::Number(heap.new_years)),
        ],
    )
}

/// Bare numbers with the days that they would be: "1,234 numbers from 43831 to 45356: …".
pub fn span_words(evidence: &DateEvidence, lang: Lang) -> String {
    let Some((sort, span)) = evidence.numbers() else { return String::new() };
    let readings: &[Numbers] =
        if sort == Numbers::Excel1900 { &[Numbers::Excel1900, Numbers::Excel1904] } else { &[sort] };
    let at = |numbers: Numbers, number: u64| {
        let found = numbers.read(&number.to_string()).and_then(|date| date.days().lo);
        found.map_or_else(
            || "?".to_owned(),
            |at| {
                let (year, month, of_month) = at.ymd();
                day(lang, (year, month as u8, of_month as u8))
            },
        )
    };
    let words: Vec<String> = readings
        .iter()
        .map(|numbers| {
            tr_args(
                lang,
                "import-dates-span-as",
                &[
                    ("reading", numbers_words(*numbers, lang).into()),
                    ("first", at(*numbers, span.least).into()),
                    ("last", at(*numbers, span.most).into()),
                ],
            )
        })
        .collect();
    tr_args(
        lang,
        "import-dates-span",
        &[
            ("cells", Arg::Number(span.cells)),
            ("least", span.least.to_string().into()),
            ("most", span.most.to_string().into()),
            ("readings", words.join("; ").into()),
        ],
    )
}

impl DateAssumption {
    /// In words, with the flag that says otherwise.
    pub fn words(&self, lang: Lang) -> String {
        let header = || ("header", Arg::Text(self.header.clone()));
        let flag = |word: &str| ("flag", Arg::Text(format!("--date-reading \"{}={word}\"", self.header)));
        match self.what {
            Assumed::ShortYears(cells, pivot) => tr_args(
                lang,
                "import-assumed-short-years",
                &[header(), ("cells", Arg::Number(cells)), ("rule", pivot_words(pivot, lang).into()), flag("pivot-50")],
            ),
            Assumed::Numbers(_, numbers) => {
                tr_args(lang, "import-assumed-numbers", &[header(), ("reading", numbers_words(numbers, lang).into())])
            }
            Assumed::Firsts(heap, firsts) => {
                let offered = match heaped(heap) {
                    Firsts::AsWritten | Firsts::Month => "first-is-month",
                    Firsts::Year => "first-is-year",
                    Firsts::MonthOrYear => "first-is-month-or-year",
                };
                let word = if firsts == Firsts::AsWritten { offered } else { "first-is-day" };
                tr_args(
                    lang,
                    "import-assumed-firsts",
                    &[
                        header(),
                        ("evidence", heap_words(heap, lang).into()),
                        ("reading", firsts_words(firsts, lang).into()),
                        flag(word),
                    ],
                )
            }
            Assumed::Ranges(cells, ranges) => {
                let word = if ranges == Ranges::SomeTimeIn { "extent" } else { "some-time-in" };
                tr_args(
                    lang,
                    "import-assumed-ranges",
                    &[
                        header(),
                        ("cells", Arg::Number(cells)),
                        ("reading", ranges_words(ranges, lang).into()),
                        flag(word),
                    ],
                )
            }
        }
    }

    /// As JSON, without the sentence.
    pub fn json(&self) -> Value {
        match self.what {
            Assumed::ShortYears(cells, pivot) => {
                json!({"kind": "short_years", "column": self.header, "cells": cells, "pivot": pivot})
            }
            Assumed::Numbers(span, numbers) => {
                json!({"kind": "date_numbers", "column": self.header, "cells": span.cells, "read_as": numbers.key()})
            }
            Assumed::Firsts(heap, firsts) => json!({
                "kind": "first_days", "column": self.header, "read_as": firsts.key(), "offered": heaped(heap).key(),
                "days": heap.days, "firsts": heap.firsts, "new_years": heap.new_years,
            }),
            Assumed::Ranges(cells, ranges) => {
                let ends = match ranges {
                    Ranges::SomeTimeIn => None,
                    Ranges::Extent(ends) => Some(ends.key()),
                };
                json!({"kind": "date_ranges", "column": self.header, "cells": cells, "ends": ends})
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heap_is_told_from_chance() {
        let heap = |days, firsts, new_years| Heap { days, firsts, new_years };
        for (found, expected) in [
            (heap(875, 167, 20), Firsts::MonthOrYear),
            (heap(875, 167, 3), Firsts::Month),
            (heap(875, 29, 2), Firsts::AsWritten),
            (heap(1_000, 40, 3), Firsts::AsWritten),
            (heap(1_000, 60, 40), Firsts::Year),
            (heap(10, 4, 0), Firsts::AsWritten),
            (heap(10, 10, 10), Firsts::Year),
            (heap(0, 0, 0), Firsts::AsWritten),
            (heap(1_000_000, 34_000, 2_900), Firsts::AsWritten),
        ] {
            assert_eq!(heaped(found), expected, "{found:?}");
        }
        // Half of ten throws or more: 638 of 1,024.
        assert!((at_least(10, 5, 0.5) - 638.0 / 1024.0).abs() < 1e-12);
    }

    #[test]
    fn every_word_of_the_flag_is_known() {
        for word in DateChoice::WORDS.split(", ").filter(|word| !word.contains(' ')) {
            assert!(DateChoice::from_word(word).is_some(), "{word}");
        }
        assert_eq!(DateChoice::from_word("pivot-30"), Some(DateChoice::Pivot(30)));
        for bad in ["pivot-0", "pivot-100", "pivot-", "month", ""] {
            assert_eq!(DateChoice::from_word(bad), None, "{bad}");
        }
    }
}
