//! What stands behind a name: a sign and one value, several between commas, or conditions on values in parentheses.

use std::ops::Range;

use uuid::Uuid;

use crate::frame::RecordId;
use crate::frame::batch::Field;
use crate::query::expr::Expr;
use crate::query::language::error::{QueryError, Wrong};
use crate::query::language::grammar::{Read, Reader};
use crate::query::language::names::{self, Special};
use crate::query::language::scan::{Scan, Sign, letters, pattern};
use crate::query::pattern::Pattern;

impl Reader<'_> {
    /// The values behind a name, each read by `one`.
    pub(super) fn values(
        &mut self,
        name: &Range<usize>,
        one: &mut dyn FnMut(&mut Self, Sign) -> Read<Expr>,
    ) -> Read<Expr> {
        let mut sign = self.scan.sign().unwrap_or(Sign::Has);
        if sign == Sign::Has
            && let Some(second) = self.scan.sign()
        {
            sign = second;
        }
        self.scan.skip_blanks();
        let expr = if self.scan.peek() == Some('(') {
            let open = self.scan.at();
            self.scan.take("(");
            self.scan.skip_blanks();
            let read = self.joined(&mut |reader| {
                let listed = reader.list(name, sign, one)?;
                reader.end_of_value()?;
                Ok(listed)
            })?;
            self.scan.skip_blanks();
            if !self.scan.take(")") {
                return Err(self.wrong(Wrong::OpenParenthesis, open..open + 1));
            }
            match read {
                Expr::Any(parts) => merged(parts),
                other => other,
            }
        } else {
            self.list(name, sign, one)?
        };
        Ok(if sign == Sign::IsNot { Expr::Not(Box::new(expr)) } else { expr })
    }

    /// Values between commas.
    fn list(
        &mut self,
        name: &Range<usize>,
        sign: Sign,
        one: &mut dyn FnMut(&mut Self, Sign) -> Read<Expr>,
    ) -> Read<Expr> {
        let mut parts = Vec::new();
        loop {
            if self.scan.is_end() || matches!(self.scan.peek(), Some(')' | ',')) {
                let name = self.scan.between(name.clone()).to_owned();
                return Err(self.wrong(Wrong::ValueExpected(name), self.scan.at()..self.scan.at()));
            }
            parts.push(one(self, sign)?);
            let mut ahead = self.scan;
            ahead.skip_blanks();
            if !ahead.take(",") {
                return Ok(merged(parts));
            }
            ahead.skip_blanks();
            self.scan = ahead;
        }
    }

    /// Within parentheses a value ends with a joining word or the parenthesis.
    fn end_of_value(&mut self) -> Read<()> {
        let mut ahead = self.scan;
        ahead.skip_blanks();
        if ahead.is_end() || ahead.peek() == Some(')') {
            return Ok(());
        }
        let start = ahead.at();
        let next = ahead.run(|_| false);
        if names::Joint::named(next).is_some() || matches!(next, "&" | "&&" | "|" | "||") {
            return Ok(());
        }
        let at = start..ahead.at().max(start + 1);
        Err(self.wrong(Wrong::CommaExpected(self.scan.between(at.clone()).to_owned()), at))
    }

    /// A word as it is typed, and whether it stood between quotation marks.
    fn word(&mut self) -> Read<(Pattern, bool)> {
        if let Some(quoted) = self.scan.quoted()? {
            return Ok((quoted, true));
        }
        Ok((pattern(self.scan.run(|rest| rest.starts_with(','))), false))
    }

    /// Words of a field.
    pub(super) fn words(&mut self, field: Field, at: Range<usize>) -> Read<Expr> {
        let name = at.clone();
        self.values(&at, &mut move |reader, sign| {
            let start = reader.scan.at();
            let (word, is_quoted) = reader.word()?;
            if matches!(sign, Sign::Below | Sign::AtMost | Sign::Above | Sign::AtLeast) {
                let name = reader.scan.between(name.clone()).to_owned();
                return Err(reader.wrong(Wrong::NoOrder(name), start..reader.scan.at()));
            }
            let special = if is_quoted { None } else { names::special(&letters(&word), true) };
            let word = match special {
                Some(Special::Known) => return Ok(Expr::Not(Box::new(Expr::word(field.clone(), "")))),
                Some(_) => Pattern::blank(),
                None => word,
            };
            Ok(if sign == Sign::Has {
                Expr::Like { field: field.clone(), patterns: vec![word] }
            } else {
                Expr::word(field.clone(), letters(&word))
            })
        })
    }

    /// Values of a column under its header; the scan stands at the sign.
    pub(super) fn custom(&mut self, header: String, start: usize) -> Read<Expr> {
        self.words(Field::Custom(header), start..self.scan.at())
    }

    /// Texts to look for.
    pub(super) fn text(&mut self, at: Range<usize>) -> Read<Expr> {
        self.values(&at, &mut |reader, _| reader.word().map(|(word, _)| Expr::Text(letters(&word))))
    }

    /// Datasets by name or identity.
    pub(super) fn dataset(&mut self, at: Range<usize>) -> Read<Expr> {
        self.values(&at, &mut |reader, _| {
            let start = reader.scan.at();
            let name = letters(&reader.word()?.0);
            if let Ok(id) = Uuid::parse_str(&name) {
                return Ok(Expr::Datasets(vec![id]));
            }
            let known = reader.known.datasets.iter();
            let found = known.clone().find(|(_, known)| *known == name);
            let found = found.or_else(|| known.clone().find(|(_, known)| names::key(known) == names::key(&name)));
            found.map(|(id, _)| Expr::Datasets(vec![*id])).ok_or_else(|| {
                let key = names::key(&name);
                let near = known.map(|(_, known)| known).filter_map(|known| {
                    let other = names::key(known);
                    let part = other.contains(&key).then_some(other.len());
                    Some((names::distance(&other, &key).or(part)?, known))
                });
                let near = near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known.clone());
                reader.wrong(Wrong::UnknownDataset(name, near), start..reader.scan.at())
            })
        })
    }

    /// Records by number.
    pub(super) fn ids(&mut self, at: Range<usize>) -> Read<Expr> {
        self.values(&at, &mut |reader, _| {
            let start = reader.scan.at();
            let text = reader.scan.run(|rest| rest.starts_with(','));
            if matches!(names::key(text).as_str(), "none" | "aucun") {
                return Ok(Expr::Records(Vec::new()));
            }
            match text.parse() {
                Ok(id) => Ok(Expr::Records(vec![RecordId(id)])),
                Err(_) => Err(not_read(Wrong::NotARecord(text.to_owned()), start, reader.scan)),
            }
        })
    }
}

/// An error about what was read since `start`.
pub(super) fn not_read(wrong: Wrong, start: usize, scan: Scan<'_>) -> QueryError {
    QueryError { wrong, at: start..scan.at().max(start) }
}

/// Any of these, with values of one subject as one condition.
fn merged(parts: Vec<Expr>) -> Expr {
    let mut kept: Vec<Expr> = Vec::new();
    for part in parts {
        let Some(other) = kept.iter_mut().find(|other| can_merge(other, &part)) else {
            kept.push(part);
            continue;
        };
        match (other, part) {
            (Expr::Like { patterns, .. }, Expr::Like { patterns: more, .. }) => patterns.extend(more),
            (Expr::Words { words, .. }, Expr::Words { words: more, .. }) => words.extend(more),
            (Expr::NoDate { reasons, .. }, Expr::NoDate { reasons: more, .. })
            | (Expr::NoCount { reasons, .. }, Expr::NoCount { reasons: more, .. }) => reasons.extend(more),
            (Expr::Datasets(ids), Expr::Datasets(more)) => ids.extend(more),
            (Expr::Records(ids), Expr::Records(more)) => ids.extend(more),
            _ => {}
        }
    }
    if kept.len() == 1 { kept.remove(0) } else { Expr::Any(kept) }
}

fn can_merge(one: &Expr, other: &Expr) -> bool {
    match (one, other) {
        (Expr::Like { field: a, .. }, Expr::Like { field: b, .. })
        | (Expr::Words { field: a, .. }, Expr::Words { field: b, .. }) => a == b,
        (Expr::NoDate { event: a, reasons: x }, Expr::NoDate { event: b, reasons: y }) => {
            a == b && !x.is_empty() && !y.is_empty()
        }
        (Expr::NoCount { measure: a, reasons: x }, Expr::NoCount { measure: b, reasons: y }) => {
            a == b && !x.is_empty() && !y.is_empty()
        }
        (Expr::Datasets(_), Expr::Datasets(_)) | (Expr::Records(_), Expr::Records(_)) => true,
        _ => false,
    }
}
