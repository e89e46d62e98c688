//! Expressions in the reader's words, for chips and lists: "Sector: Health", "People: at least 1,001".

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::model::calendar::{Day, DayInterval};
use crate::model::vocabulary::{NameList, shown};
use crate::query::expr::{Expr, Reason, Sure};
use crate::query::language::Known;
use crate::query::language::names::Joint;
use crate::query::language::spans::PLAIN;
use crate::query::pattern::Pattern;
use crate::query::question::Filter;
use crate::text::{self, Lang, tr, tr_args, tr_or};

/// Words that list this many stand in full; of more the first is named and the others are counted.
const FULL: usize = 3;
/// The same where there is room for a line of small print.
const FULL_IN_PRINT: usize = 12;

/// Words of a field beyond which their own spelling is not looked for: chips are worded while somebody types.
const SPELT_MOST: usize = 20_000;

/// What an expression asks for, in words. Words that stand in the records are shown with their own spelling.
pub fn describe(expr: &Expr, snapshot: &Snapshot, known: &Known, lang: Lang) -> String {
    Teller { snapshot, known, lang, full: FULL }.all(expr, false)
}

/// The conditions of a filter in words, for those who see a picture of what it chooses and not the window; `None` where
/// there is none. Its first and last day are not among them: a figure says which days it covers. Nor is the largest
/// record left out: a figure counts that.
pub fn describe_filter(filter: &Filter, snapshot: &Snapshot, known: &Known, lang: Lang) -> Option<String> {
    let text = (!filter.text.is_empty()).then(|| Expr::Text(filter.text.clone()));
    let datasets = (!filter.datasets.is_empty()).then(|| Expr::Datasets(filter.datasets.clone()));
    let words = filter.words.iter().map(|(field, words)| Expr::Words { field: field.clone(), words: words.clone() });
    let simple: Vec<Expr> = text.into_iter().chain(datasets).chain(words).collect();
    let parts = if filter.expr.is_everything() { &[][..] } else { filter.expr.parts() };
    let teller = Teller { snapshot, known, lang, full: FULL_IN_PRINT };
    let said = simple.iter().chain(parts).map(|part| teller.all(part, false));
    said.reduce(|one, other| tr_args(lang, "query-says-also", &[("one", one.into()), ("other", other.into())]))
}

/// The name of a field in words.
pub fn field_name(field: &Field, lang: Lang) -> String {
    match field {
        Field::Custom(header) => header.clone(),
        Field::Event(event) => tr(lang, &format!("event-{}", event.key())),
        Field::Affected(unit, effect) => measure_name((*unit, *effect), lang),
        field => tr(lang, &format!("import-field-{}", field.key())),
    }
}

/// The name of what is counted, with what happened to it where that is not the usual.
pub fn measure_name(
    (unit, effect): (crate::model::affected::Unit, crate::model::affected::Effect),
    lang: Lang,
) -> String {
    let unit = capital(&tr(lang, &format!("unit-{}", unit.key())));
    if effect == PLAIN {
        return unit;
    }
    format!("{unit} ({})", tr(lang, &format!("effect-{}", effect.key())))
}

/// Why there is no value, in words.
pub fn reason_name(reason: Reason, lang: Lang) -> String {
    match reason {
        Reason::Blank => tr(lang, "query-says-blank"),
        Reason::NotYet => tr(lang, "query-says-not-yet"),
        other => tr(lang, &format!("missing-{}", other.key())),
    }
}

/// A word of a field as it is shown: a country by its name, what is on one of our lists in the reader's language.
pub fn word_name(field: &Field, word: &str, lang: Lang) -> String {
    let prefix = match field {
        _ if word.is_empty() => return tr(lang, "query-says-blank"),
        Field::Country => return shown(NameList::Countries, word, lang == Lang::Fr).to_owned(),
        Field::Sector => return shown(NameList::Sectors, word, lang == Lang::Fr).to_owned(),
        Field::Severity => "severity",
        Field::Status => "status",
        Field::Confidence => "confidence",
        Field::Confidentiality | Field::Integrity | Field::Availability => "harm",
        _ => return word.to_owned(),
    };
    tr_or(lang, &format!("{prefix}-{word}"), word)
}

struct Teller<'a> {
    snapshot: &'a Snapshot,
    known: &'a Known,
    lang: Lang,
    /// Words that list this many stand in full.
    full: usize,
}

impl Teller<'_> {
    fn all(&self, expr: &Expr, is_inside: bool) -> String {
        let joined = |parts: &[Expr], joint: Joint| {
            let parts: Vec<String> = parts.iter().map(|part| self.all(part, true)).collect();
            let text = parts.join(&format!(" {} ", joint.name(self.lang)));
            if is_inside { format!("({text})") } else { text }
        };
        match expr {
            Expr::All(parts) if parts.is_empty() => tr(self.lang, "query-says-everything"),
            Expr::Any(parts) if parts.is_empty() => tr(self.lang, "query-says-nothing"),
            Expr::All(parts) => joined(parts, Joint::And),
            Expr::Any(parts) => joined(parts, Joint::Or),
            Expr::Not(part) => tr_args(self.lang, "query-says-not", &[("what", self.all(part, true).into())]),
            leaf => self.leaf(leaf),
        }
    }

    fn named(&self, name: &str, what: String) -> String {
        tr_args(self.lang, "query-says-field", &[("name", name.into()), ("what", what.into())])
    }

    fn leaf(&self, leaf: &Expr) -> String {
        let lang = self.lang;
        let event = |event: crate::model::event::EventKind| tr(lang, &format!("event-{}", event.key()));
        let reasons = |reasons: &[Reason]| {
            if reasons.is_empty() {
                return tr(lang, "query-says-missing");
            }
            reasons.iter().map(|reason| reason_name(*reason, lang)).collect::<Vec<_>>().join(", ")
        };
        let how = |how: Sure, what: String| match how {
            Sure::Certain => what,
            Sure::Possible => tr_args(lang, "query-says-possibly", &[("what", what.into())]),
        };
        match leaf {
            Expr::Text(text) => tr_args(lang, "query-says-text", &[("text", text.into())]),
            Expr::Like { field, patterns } => {
                let words: Vec<String> = patterns.iter().map(|pattern| self.pattern(field, pattern)).collect();
                self.named(&field_name(field, lang), self.several(&words))
            }
            Expr::Words { field, words } => {
                let words: Vec<String> = words.iter().map(|word| self.word(field, word)).collect();
                self.named(&field_name(field, lang), self.several(&words))
            }
            Expr::Date { event: kind, from, to, how: sure } => {
                self.named(&event(*kind), how(*sure, days(*from, *to, lang)))
            }
            Expr::NoDate { event: kind, reasons: why } => self.named(&event(*kind), reasons(why)),
            Expr::Count { measure, from, to, how: sure } => {
                self.named(&measure_name(*measure, lang), how(*sure, span(*from, *to, lang)))
            }
            Expr::NoCount { measure, reasons: why } => self.named(&measure_name(*measure, lang), reasons(why)),
            Expr::Delay { ends, from, to, how: sure } => {
                let name = format!("{} → {}", event(ends.0), event(ends.1));
                let span = span((*from).into(), to.map(u64::from), lang);
                let span = if *from == 0 && to.is_none() {
                    span
                } else {
                    tr_args(lang, "query-says-days", &[("span", span.into())])
                };
                self.named(&name, how(*sure, span))
            }
            Expr::Datasets(ids) => {
                let known = self.known.datasets.iter();
                let names = ids.iter().map(|id| {
                    known.clone().find(|(held, _)| held == id).map_or_else(|| id.to_string(), |(_, name)| name.clone())
                });
                self.named(&tr(lang, "query-says-dataset"), self.several(&names.collect::<Vec<_>>()))
            }
            Expr::Records(ids) => tr_args(lang, "query-says-records", &[("count", ids.len().into())]),
            Expr::All(_) | Expr::Any(_) | Expr::Not(_) => String::new(),
        }
    }

    fn several(&self, words: &[String]) -> String {
        if words.len() <= self.full {
            return words.join(", ");
        }
        let first = words.first().cloned().unwrap_or_default();
        tr_args(self.lang, "query-says-more", &[("first", first.into()), ("count", (words.len() - 1).into())])
    }

    fn word(&self, field: &Field, word: &str) -> String {
        word_name(field, word, self.lang)
    }

    /// A word as the records spell it, where they all spell it alike; else as it was typed.
    fn pattern(&self, field: &Field, pattern: &Pattern) -> String {
        let Some(typed) = pattern.as_word() else { return pattern.pieces().join("*") };
        let dictionary = self.snapshot.dictionary(field);
        let dictionary = dictionary.filter(|words| !typed.is_empty() && words.len() <= SPELT_MOST);
        let Some(dictionary) = dictionary else { return self.word(field, typed) };
        let mut holds = vec![false; dictionary.len() + 1];
        pattern.matcher(field).mark(Some(dictionary), &mut holds);
        let mut spelt: Vec<String> = Vec::new();
        for (code, _) in (0u32..).zip(&holds).filter(|(_, holds)| **holds) {
            let word = self.word(field, dictionary.word(code));
            if !spelt.contains(&word) {
                spelt.push(word);
            }
        }
        match spelt.as_slice() {
            [only] => only.clone(),
            _ => typed.to_owned(),
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// First to last number in words.
fn span(from: u64, to: Option<u64>, lang: Lang) -> String {
    let number = |number: u64| text::number(lang, number);
    match (from, to) {
        (0, None) => tr(lang, "query-says-known"),
        (from, None) => tr_args(lang, "query-says-at-least", &[("number", number(from).into())]),
        (from, Some(to)) if from == to => number(from),
        (0, Some(to)) => tr_args(lang, "query-says-at-most", &[("number", number(to).into())]),
        (from, Some(to)) => {
            tr_args(lang, "query-says-between", &[("from", number(from).into()), ("to", number(to).into())])
        }
    }
}

/// First to last day in words.
fn days(from: Option<Day>, to: Option<Day>, lang: Lang) -> String {
    let ymd = |day: Day| {
        let (year, month, day) = day.ymd();
        (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    };
    let short = |day: Day| text::day_short(lang, ymd(day));
    match (from, to) {
        (None, None) => tr(lang, "query-says-known"),
        (Some(from), None) => tr_args(lang, "query-says-since", &[("day", short(from).into())]),
        (None, Some(to)) => tr_args(lang, "query-says-until", &[("day", short(to).into())]),
        (Some(from), Some(to)) => {
            let whole = Some(DayInterval { lo: Some(from), hi: Some(to) });
            let (year, month, _) = ymd(from);
            let quarter = month.div_ceil(3);
            if whole == DayInterval::year(year) {
                year.to_string()
            } else if whole == DayInterval::quarter(year, quarter.into()) {
                text::quarter(lang, (year, quarter))
            } else if whole == DayInterval::month(year, month.into()) {
                text::month(lang, (year, month))
            } else {
                text::day_range(lang, ymd(from), ymd(to))
            }
        }
    }
}
