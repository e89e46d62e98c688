//! How conditions are joined: or, and, not, possibly, parentheses.

use std::ops::Range;

use crate::query::expr::{Expr, Sure};
use crate::query::language::Known;
use crate::query::language::error::{QueryError, Wrong};
use crate::query::language::names::{self, Joint, Subject};
use crate::query::language::scan::{Scan, letters, pattern};

/// The most conditions within conditions.
const DEEPEST: usize = 64;

pub(super) type Read<T> = Result<T, QueryError>;

/// Reads a query.
pub(super) struct Reader<'a> {
    pub(super) scan: Scan<'a>,
    pub(super) known: &'a Known,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(text: &'a str, known: &'a Known) -> Self {
        Self { scan: Scan::new(text), known, depth: 0 }
    }

    /// The whole text.
    pub(super) fn whole(&mut self) -> Read<Expr> {
        self.scan.skip_blanks();
        if self.scan.is_end() {
            return Ok(Expr::default());
        }
        let expr = self.joined(&mut Self::condition)?;
        self.scan.skip_blanks();
        if !self.scan.is_end() {
            return Err(self.wrong(Wrong::StrayParenthesis, self.scan.at()..self.scan.at() + 1));
        }
        Ok(expr.tidied())
    }

    #[expect(clippy::unused_self, reason = "reads as: the reader finds something wrong")]
    pub(super) const fn wrong(&self, wrong: Wrong, at: Range<usize>) -> QueryError {
        QueryError { wrong, at }
    }

    /// Conditions joined by "or", each of which is conditions joined by "and"; `one` reads a single one.
    pub(super) fn joined(&mut self, one: &mut dyn FnMut(&mut Self) -> Read<Expr>) -> Read<Expr> {
        let mut sides = vec![self.chained(one, None)?];
        while let Some(word) = self.take_joint(Joint::Or) {
            sides.push(self.chained(one, Some(word))?);
        }
        Ok(if sides.len() == 1 { sides.remove(0) } else { Expr::Any(sides) })
    }

    /// Conditions that must all hold. `after` is the joining word before them.
    fn chained(
        &mut self,
        one: &mut dyn FnMut(&mut Self) -> Read<Expr>,
        mut after: Option<(String, Range<usize>)>,
    ) -> Read<Expr> {
        let mut parts = Vec::new();
        loop {
            self.scan.skip_blanks();
            let is_over = self.scan.is_end() || self.scan.peek() == Some(')') || self.joint() == Some(Joint::Or);
            if is_over {
                break;
            }
            if let Some(word) = self.take_joint(Joint::And) {
                if parts.is_empty() || after.is_some() {
                    return Err(self.wrong(Wrong::Dangling(word.0), word.1));
                }
                after = Some(word);
                continue;
            }
            parts.push(self.turned(one)?);
            after = None;
        }
        if let Some((word, at)) = after {
            return Err(self.wrong(Wrong::Dangling(word), at));
        }
        if parts.is_empty() {
            let at = self.scan.at();
            return Err(match self.take_joint(Joint::Or) {
                Some((word, at)) => self.wrong(Wrong::Dangling(word), at),
                None => self.wrong(Wrong::Stray(self.scan.peek().map_or_else(String::new, String::from)), at..at + 1),
            });
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::All(parts) })
    }

    /// A condition with what stands before it: not, possibly.
    fn turned(&mut self, one: &mut dyn FnMut(&mut Self) -> Read<Expr>) -> Read<Expr> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong(Wrong::TooDeep, self.scan.at()..self.scan.at()));
        }
        let read = self.turned_within(one);
        self.depth -= 1;
        read
    }

    fn turned_within(&mut self, one: &mut dyn FnMut(&mut Self) -> Read<Expr>) -> Read<Expr> {
        let start = self.scan.at();
        let turning = match self.joint() {
            Some(joint @ (Joint::Not | Joint::Possibly)) => self.take_joint(joint).map(|word| (joint, word)),
            _ => self.turning_sign(),
        };
        if let Some((joint, word)) = turning {
            self.scan.skip_blanks();
            if self.scan.is_end() || self.scan.peek() == Some(')') {
                return Err(self.wrong(Wrong::Dangling(word.0), word.1));
            }
            let inner = self.turned(one)?;
            return match joint {
                Joint::Not => Ok(Expr::Not(Box::new(inner))),
                _ => doubted(inner).ok_or_else(|| self.wrong(Wrong::NothingToDoubt, start..self.scan.at())),
            };
        }
        if self.scan.peek() != Some('(') {
            return one(self);
        }
        self.scan.take("(");
        self.scan.skip_blanks();
        let inner = self.joined(one)?;
        self.scan.skip_blanks();
        if !self.scan.take(")") {
            return Err(self.wrong(Wrong::OpenParenthesis, start..start + 1));
        }
        Ok(inner)
    }

    /// `-`, `!` and `~` right before a condition.
    fn turning_sign(&mut self) -> Option<(Joint, (String, Range<usize>))> {
        let at = self.scan.at();
        let letter = self.scan.peek()?;
        let joint = match letter {
            '-' | '!' | '−' => Joint::Not,
            '~' => Joint::Possibly,
            _ => return None,
        };
        let mut ahead = self.scan;
        ahead.take(letter.encode_utf8(&mut [0; 4]));
        // A dash between blanks is a dash, "!=" is a sign of its own.
        if ahead.is_end() || ahead.peek().is_some_and(char::is_whitespace) || self.scan.is_sign() {
            return None;
        }
        self.scan = ahead;
        Some((joint, (letter.to_string(), at..self.scan.at())))
    }

    /// The joining word that stands here.
    fn joint(&self) -> Option<Joint> {
        let mut ahead = self.scan;
        for sign in ["&&", "&", "||", "|"] {
            if ahead.take(sign) && (ahead.is_end() || ahead.peek().is_some_and(char::is_whitespace)) {
                return Some(if sign.starts_with('&') { Joint::And } else { Joint::Or });
            }
            ahead = self.scan;
        }
        let word = ahead.run(|rest| Scan::new(rest).is_sign());
        if ahead.is_sign() { None } else { Joint::named(word).filter(|_| !word.contains(',')) }
    }

    /// Passes over a joining word, if it is this one.
    fn take_joint(&mut self, wanted: Joint) -> Option<(String, Range<usize>)> {
        self.scan.skip_blanks();
        let start = self.scan.at();
        if self.joint() != Some(wanted) {
            return None;
        }
        let word = self.scan.run(|_| false).to_owned();
        Some((word, start..self.scan.at()))
    }

    /// A condition on a field, or a text to look for.
    pub(super) fn condition(&mut self) -> Read<Expr> {
        let start = self.scan.at();
        if let Some(quoted) = self.scan.quoted()? {
            let text = letters(&quoted);
            // A quoted header of a column may stand for it.
            if self.scan.is_sign() {
                return match self.known.headers.iter().find(|header| names::key(header) == names::key(&text)) {
                    Some(header) => self.custom(header.clone(), start),
                    None => Err(self.unknown_field(&text, start..self.scan.at())),
                };
            }
            return Ok(Expr::Text(text));
        }
        let name = self.scan.run(|rest| Scan::new(rest).is_sign());
        let end = self.scan.at();
        if name.is_empty() {
            let sign = self.scan.run(|_| false).to_owned();
            // French puts a blank before a colon: between blanks it is a sign like any other in a text.
            if sign == ":" {
                return Ok(Expr::Text(sign));
            }
            return Err(self.wrong(Wrong::Stray(sign), start..self.scan.at().max(start + 1)));
        }
        let mut ahead = self.scan;
        let is_apart = ahead.skip_blanks();
        if !ahead.is_sign() || is_apart && !is_name(name) {
            return Ok(Expr::Text(letters(&pattern(name))));
        }
        self.scan = ahead;
        if let Some((from, to)) = name.split_once("..") {
            return self.delay(from, to, start..end);
        }
        match names::subject(name) {
            Some(subject) => self.about(subject, start..end),
            None => Err(self.unknown_field(name, start..end)),
        }
    }

    fn unknown_field(&self, name: &str, at: Range<usize>) -> QueryError {
        let header = self.known.headers.iter().find(|header| names::key(header) == names::key(name));
        let near = match header {
            Some(header) => Some(format!("custom:{}", super::print::quoted_where_needed(header))),
            None => names::nearest(name).map(str::to_owned),
        };
        self.wrong(Wrong::UnknownField(name.to_owned(), near), at)
    }

    /// What a name is about, and then its sign and values.
    fn about(&mut self, subject: Subject, at: Range<usize>) -> Read<Expr> {
        match subject {
            Subject::NotSearched(_) => {
                Err(self.wrong(Wrong::NotSearched(self.scan.between(at.clone()).to_owned()), at))
            }
            Subject::Words(field) => self.words(field, at),
            Subject::Event(event) => self.event(event, at),
            Subject::Count(unit) => self.count(unit, at),
            Subject::Text => self.text(at),
            Subject::Dataset => self.dataset(at),
            Subject::Id => self.ids(at),
            Subject::Custom => {
                self.scan.sign();
                self.scan.skip_blanks();
                let header = match self.scan.quoted()? {
                    Some(quoted) => letters(&quoted),
                    None => letters(&pattern(self.scan.run(|rest| Scan::new(rest).is_sign()))),
                };
                if header.is_empty() || !self.scan.is_sign() {
                    let name = self.scan.between(at.start..self.scan.at()).to_owned();
                    return Err(self.wrong(Wrong::ValueExpected(name), at.start..self.scan.at()));
                }
                let known = self.known.headers.iter();
                let spelt = known.clone().find(|known| **known == header);
                let spelt = spelt.or_else(|| known.clone().find(|known| names::key(known) == names::key(&header)));
                self.custom(spelt.cloned().unwrap_or(header), at.start)
            }
        }
    }
}

fn is_name(name: &str) -> bool {
    names::subject(name).is_some() || name.split_once("..").is_some_and(|(from, _)| names::event(from).is_some())
}

/// The same with conditions on dates, counts and delays that need only be possible; `None` where there is none.
fn doubted(expr: Expr) -> Option<Expr> {
    let each = |parts: Vec<Expr>| parts.into_iter().map(doubted).collect::<Option<Vec<Expr>>>();
    Some(match expr {
        Expr::All(parts) => Expr::All(each(parts)?),
        Expr::Any(parts) => Expr::Any(each(parts)?),
        Expr::Date { event, from, to, .. } => Expr::Date { event, from, to, how: Sure::Possible },
        Expr::Count { measure, from, to, .. } => Expr::Count { measure, from, to, how: Sure::Possible },
        Expr::Delay { ends, from, to, .. } => Expr::Delay { ends, from, to, how: Sure::Possible },
        _ => return None,
    })
}
