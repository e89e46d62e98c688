//! Expressions written as queries.

use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::{Day, DayInterval};
use crate::query::expr::{Expr, Reason, Sure};
use crate::query::language::Known;
use crate::query::language::names::{self, Joint, Special, Subject};
use crate::query::language::scan::Scan;
use crate::query::language::spans::PLAIN;
use crate::query::pattern::Pattern;
use crate::text::Lang;

/// How a condition is joined to what stands around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Nothing.
    Nothing,
    /// Other conditions.
    Others,
}

/// Writes queries in one language.
pub(super) struct Printer<'a> {
    pub(super) known: &'a Known,
    pub(super) lang: Lang,
}

impl Printer<'_> {
    pub(super) fn print(&self, expr: &Expr) -> String {
        if expr.is_everything() { String::new() } else { self.expr(expr, Around::Nothing) }
    }

    fn expr(&self, expr: &Expr, around: Around) -> String {
        let joined = |parts: &[Expr], between: &str| {
            let parts: Vec<String> = parts.iter().map(|part| self.expr(part, Around::Others)).collect();
            let text = parts.join(between);
            if around == Around::Nothing { text } else { format!("({text})") }
        };
        match expr {
            Expr::All(parts) if !parts.is_empty() => joined(parts, " "),
            Expr::Any(parts) if !parts.is_empty() => joined(parts, &format!(" {} ", Joint::Or.name(self.lang))),
            Expr::Not(part) => format!("{} {}", Joint::Not.name(self.lang), self.expr(part, Around::Others)),
            leaf => self.leaf(leaf),
        }
    }

    fn subject(&self, subject: &Subject) -> &'static str {
        names::subject_name(subject, self.lang)
    }

    /// The name of a field as it is written before its sign.
    pub(super) fn field(&self, field: &Field) -> String {
        match field {
            Field::Event(event) => self.subject(&Subject::Event(*event)).to_owned(),
            Field::Affected(unit, effect) => self.measure(*unit, *effect),
            Field::Custom(header) => format!("{}:{}", self.subject(&Subject::Custom), header_text(header)),
            field => self.subject(&Subject::Words(field.clone())).to_owned(),
        }
    }

    /// What is counted, with what happened to it where that is not the usual.
    fn measure(&self, unit: Unit, effect: Effect) -> String {
        let unit = self.subject(&Subject::Count(unit));
        if effect == PLAIN { unit.to_owned() } else { format!("{unit}:{}", names::effect_name(effect, self.lang)) }
    }

    pub(super) fn special(&self, special: Special) -> &'static str {
        names::special_name(special, self.lang)
    }

    fn reasons(&self, reasons: &[Reason]) -> String {
        if reasons.is_empty() {
            return self.special(Special::Missing).to_owned();
        }
        let names: Vec<&str> = reasons.iter().map(|reason| self.special(Special::Reason(*reason))).collect();
        names.join(",")
    }

    fn leaf(&self, leaf: &Expr) -> String {
        let possibly = |how: &Sure| match how {
            Sure::Certain => String::new(),
            Sure::Possible => format!("{} ", Joint::Possibly.name(self.lang)),
        };
        let measure = |(unit, effect): &(Unit, Effect)| self.measure(*unit, *effect);
        match leaf {
            Expr::Text(text) => bare_text(text),
            Expr::Like { field, patterns } => {
                let patterns: Vec<String> = patterns.iter().map(|pattern| self.pattern(pattern)).collect();
                format!("{}:{}", self.field(field), patterns.join(","))
            }
            Expr::Words { field, words } => self.words(field, words),
            Expr::Date { event, from, to, how } => {
                let known = self.special(Special::Known);
                format!("{}{}:{}", possibly(how), self.subject(&Subject::Event(*event)), days(*from, *to, known))
            }
            Expr::NoDate { event, reasons } => {
                format!("{}:{}", self.subject(&Subject::Event(*event)), self.reasons(reasons))
            }
            Expr::Count { measure: counted, from, to, how } => {
                format!("{}{}{}", possibly(how), measure(counted), span(*from, *to, ""))
            }
            Expr::NoCount { measure: counted, reasons } => format!("{}:{}", measure(counted), self.reasons(reasons)),
            Expr::Delay { ends, from, to, how } => {
                let (first, last) = (Subject::Event(ends.0), Subject::Event(ends.1));
                let unit = if self.lang == Lang::Fr { "j" } else { "d" };
                let span = span((*from).into(), to.map(u64::from), unit);
                format!("{}{}..{}{span}", possibly(how), self.subject(&first), self.subject(&last))
            }
            Expr::Datasets(ids) => {
                let name = |id| self.known.datasets.iter().find(|(known, _)| *known == id).map(|(_, name)| name);
                let is_single = |name: &&String| {
                    self.known.datasets.iter().filter(|(_, known)| names::key(known) == names::key(name)).count() == 1
                };
                let named = |id: &uuid::Uuid| {
                    let name = name(*id).filter(is_single).filter(|name| !name.is_empty());
                    name.map_or_else(|| id.to_string(), |name| literal(name))
                };
                format!("{}:{}", self.subject(&Subject::Dataset), ids.iter().map(named).collect::<Vec<_>>().join(","))
            }
            Expr::Records(ids) => {
                let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
                format!("id:{}", if ids.is_empty() { "none".to_owned() } else { ids.join(",") })
            }
            // Only "any of nothing" and "all of nothing" are left.
            Expr::Any(_) => "id:none".to_owned(),
            Expr::All(_) | Expr::Not(_) => format!("{} id:none", Joint::Not.name(self.lang)),
        }
    }

    fn words(&self, field: &Field, words: &[String]) -> String {
        let blank = self.special(Special::Reason(Reason::Blank));
        let is_blank = matches!(words, [only] if only.is_empty());
        let word = |word: &String| if word.is_empty() { blank.to_owned() } else { literal(word) };
        let words: Vec<String> = words.iter().map(word).collect();
        format!("{}{}{}", self.field(field), if is_blank { ":" } else { "=" }, words.join(","))
    }

    pub(super) fn pattern(&self, pattern: &Pattern) -> String {
        if pattern.is_blank() {
            return self.special(Special::Reason(Reason::Blank)).to_owned();
        }
        let text = pattern.pieces().iter().map(|piece| escaped(piece)).collect::<Vec<_>>().join("*");
        // A star alone is safe bare; everything else is as for words.
        let is_bare = pattern.pieces().iter().all(|piece| is_bare(piece) || piece.is_empty())
            && !text.starts_with('-')
            && names::special(&text, true).is_none()
            && Joint::named(&text).is_none();
        if is_bare { text } else { format!("\"{text}\"") }
    }
}

/// First to last number with a unit behind each: `=5`, `>=5`, `<=9`, `:5..9`.
fn span(from: u64, to: Option<u64>, unit: &str) -> String {
    match to {
        None => format!(">={from}{unit}"),
        Some(to) if to == from => format!("={from}{unit}"),
        Some(to) if from == 0 => format!("<={to}{unit}"),
        Some(to) => format!(":{from}..{to}{unit}"),
    }
}

/// First to last day, as coarsely as they can be said: `2024`, `2024-Q1`, `2023..2024-06`.
fn days(from: Option<Day>, to: Option<Day>, known: &str) -> String {
    let iso = |day: Day| {
        let (year, month, day) = day.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    };
    // A number that is hardly a year is not read alone.
    let is_coarse = |year: i32| (1_900..2_100).contains(&year);
    let first = |from: Day| match from.ymd() {
        (year, ..) if !is_coarse(year) => iso(from),
        (year, 1, 1) => format!("{year:04}"),
        (year, month, 1) => format!("{year:04}-{month:02}"),
        _ => iso(from),
    };
    let last = |to: Day| {
        let (year, month, _) = to.ymd();
        match to.plus_days(1).ymd() {
            _ if !is_coarse(year) => iso(to),
            (_, 1, 1) => format!("{year:04}"),
            (_, _, 1) => format!("{year:04}-{month:02}"),
            _ => iso(to),
        }
    };
    match (from, to) {
        (None, None) => known.to_owned(),
        (Some(from), None) => format!("{}..", first(from)),
        (None, Some(to)) => format!("..{}", last(to)),
        (Some(from), Some(to)) if from == to => iso(from),
        (Some(from), Some(to)) => {
            let whole = Some(DayInterval { lo: Some(from), hi: Some(to) });
            let (year, month, _) = from.ymd();
            if !is_coarse(year) {
                format!("{}..{}", iso(from), last(to))
            } else if whole == DayInterval::year(year) {
                format!("{year:04}")
            } else if whole == DayInterval::month(year, month) {
                format!("{year:04}-{month:02}")
            } else if whole == DayInterval::quarter(year, month.div_ceil(3)) {
                format!("{year:04}-Q{}", month.div_ceil(3))
            } else {
                format!("{}..{}", first(from), last(to))
            }
        }
    }
}

/// Whether a word needs no quotation marks.
fn is_bare(text: &str) -> bool {
    let safe = |letter: char| letter.is_alphanumeric() || "_.-'’&/+#@%".contains(letter);
    text.chars().all(safe) && !text.is_empty() && !text.starts_with('-')
}

/// The signs that mean something made to mean themselves.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '"' | '*') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// A word that means itself, in quotation marks where it must be.
fn literal(text: &str) -> String {
    let is_plain = is_bare(text) && names::special(text, false).is_none() && Joint::named(text).is_none();
    if is_plain { text.to_owned() } else { format!("\"{}\"", escaped(text)) }
}

/// A header, in quotation marks where it must be.
fn header_text(header: &str) -> String {
    if is_bare(header) { header.to_owned() } else { format!("\"{}\"", escaped(header)) }
}

/// The same for a sentence.
pub(super) fn quoted_where_needed(header: &str) -> String {
    header_text(header)
}

/// A text to look for, in quotation marks where it would be taken for something else.
fn bare_text(text: &str) -> String {
    let mut scan = Scan::new(text);
    scan.run(|rest| Scan::new(rest).is_sign());
    let is_plain = scan.is_end() && is_bare(text) && Joint::named(text).is_none() && !matches!(text, "&" | "&&");
    if is_plain { text.to_owned() } else { format!("\"{}\"", escaped(text)) }
}
