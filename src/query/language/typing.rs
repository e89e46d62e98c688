//! What is being typed at the cursor: the name of a field, or a value behind it.

use std::ops::Range;

use crate::frame::batch::Field;
use crate::query::language::Known;
use crate::query::language::names::{self, Joint, Subject};
use crate::query::language::scan::{Scan, letters, pattern};
use crate::query::language::spans::PLAIN;

/// What somebody is typing and what could be written in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Bytes of the text that would be replaced.
    pub at: Range<usize>,
    /// The field whose value it is; `None` where it is the name of a field, or a word to look for.
    pub of: Option<Field>,
    /// What is typed of it so far, without quotation marks.
    pub typed: String,
}

impl Typing {
    /// What is being typed where the cursor stands, in bytes from the beginning; `None` within a word, and where
    /// nothing can be proposed (a number, a phrase to look for, a joining word).
    pub fn at(text: &str, cursor: usize, known: &Known) -> Option<Self> {
        let (head, behind) = (text.get(..cursor)?, text.get(cursor..)?);
        if behind.starts_with(|letter: char| !letter.is_whitespace() && letter != ')' && letter != ',') {
            return None;
        }
        Walk { scan: Scan::new(head), known, within: Vec::new() }.last()
    }
}

/// What stands behind a name and its sign.
enum Values {
    /// They go on to the end: this is what is typed.
    Typed(Typing),
    /// They go on to the end, and nothing can be proposed for them.
    Nothing,
    /// Something else follows.
    Over,
}

/// A walk over what stands before the cursor.
struct Walk<'a> {
    scan: Scan<'a>,
    known: &'a Known,
    /// The open parentheses, each with the field whose values stand in it.
    within: Vec<Option<Field>>,
}

impl Walk<'_> {
    fn last(mut self) -> Option<Typing> {
        loop {
            self.scan.skip_blanks();
            while self.take_one(&['(', ')', ',', '-', '!', '~']) {
                self.scan.skip_blanks();
            }
            let start = self.scan.at();
            let of = self.within.last().cloned().flatten();
            if of.is_some() {
                let typed = self.value()?;
                if self.scan.is_end() {
                    let is_joint = Joint::named(&typed).is_some();
                    return (!is_joint).then_some(Typing { at: start..self.scan.at(), of, typed });
                }
                continue;
            }
            let is_quoted = !self.scan.is_end() && self.scan.quoted().ok()?.is_some();
            let name = if is_quoted {
                letters(&pattern(self.scan.between(start..self.scan.at()).trim_matches(['"', '“', '”', '«', '»', ' '])))
            } else {
                self.scan.run(|rest| Scan::new(rest).is_sign()).to_owned()
            };
            if self.scan.is_end() {
                let is_name = !is_quoted && Joint::named(&name).is_none();
                return is_name.then(|| Typing { at: start..self.scan.at(), of: None, typed: name });
            }
            let field = self.sign_of(&name, is_quoted)?;
            match field.map_or(Values::Over, |field| self.values(field)) {
                Values::Typed(typing) => return Some(typing),
                Values::Nothing => return None,
                Values::Over => {}
            }
        }
    }

    /// Passes over one of these signs.
    fn take_one(&mut self, signs: &[char]) -> bool {
        let Some(sign) = self.scan.peek().filter(|letter| signs.contains(letter)) else { return false };
        match sign {
            '(' => self.within.push(self.within.last().cloned().flatten()),
            ')' => drop(self.within.pop()),
            _ => {}
        }
        self.scan.take(sign.encode_utf8(&mut [0; 4]))
    }

    /// Passes over the sign behind a name. Of a name that is about a field, the field (`None` inside for one whose
    /// values nothing is proposed for); nothing where the name is no name and only a word.
    #[expect(clippy::option_option, reason = "no field at all, and a field without proposals, are two things")]
    fn sign_of(&mut self, name: &str, is_quoted: bool) -> Option<Option<Option<Field>>> {
        let mut ahead = self.scan;
        let is_apart = ahead.skip_blanks();
        let subject = if is_quoted { None } else { names::subject(name) };
        let header = self.known.headers.iter().find(|header| is_quoted && names::key(header) == names::key(name));
        if !ahead.is_sign() || is_apart && subject.is_none() {
            if !is_quoted && self.scan.is_sign() {
                self.scan.sign();
            } else if name.is_empty() {
                // A mark that nothing is made of here.
                let letter = self.scan.peek()?;
                self.scan.take(letter.encode_utf8(&mut [0; 4]));
            }
            return Some(None);
        }
        ahead.sign();
        self.scan = ahead;
        self.scan.skip_blanks();
        Some(Some(match subject {
            Some(Subject::Words(field)) => Some(field),
            Some(Subject::Event(event)) => Some(Field::Event(event)),
            Some(Subject::Count(unit)) => Some(Field::Affected(unit, PLAIN)),
            Some(Subject::Custom) => {
                let header = self.header()?;
                let known = self.known.headers.iter().find(|known| names::key(known) == names::key(&header));
                self.scan.sign()?;
                self.scan.skip_blanks();
                Some(Field::Custom(known.cloned().unwrap_or(header)))
            }
            Some(_) => None,
            None => header.map(|header| Field::Custom(header.clone())),
        }))
    }

    fn header(&mut self) -> Option<String> {
        if let Some(quoted) = self.scan.quoted().ok()? {
            return Some(letters(&quoted));
        }
        Some(self.scan.run(|rest| Scan::new(rest).is_sign()).to_owned())
    }

    /// A value, in quotation marks or without; of one whose quotation mark is not closed, what stands behind it.
    fn value(&mut self) -> Option<String> {
        let before = self.scan;
        match self.scan.quoted() {
            Ok(Some(quoted)) => return Some(letters(&quoted)),
            Ok(None) => {}
            Err(_) => {
                let open = before.peek()?;
                self.scan = before;
                self.scan.take(open.encode_utf8(&mut [0; 4]));
                let typed = self.scan.rest().to_owned();
                self.scan.take(&typed);
                return Some(letters(&pattern(typed.trim_start())));
            }
        }
        let run = self.scan.run(|rest| rest.starts_with(','));
        if run.is_empty() && !self.scan.is_end() && !matches!(self.scan.peek(), Some('(' | ')' | ',')) {
            // Something that is no value: not to be walked over for ever.
            return None;
        }
        Some(letters(&pattern(run)))
    }

    /// Values parted by commas.
    fn values(&mut self, field: Option<Field>) -> Values {
        loop {
            if self.scan.peek() == Some('(') {
                self.scan.take("(");
                self.within.push(field);
                return Values::Over;
            }
            let start = self.scan.at();
            let before = self.scan;
            let is_closed = self.scan.quoted().is_ok_and(|quoted| quoted.is_some());
            let typed = if is_closed {
                String::new()
            } else {
                self.scan = before;
                let Some(typed) = self.value() else { return Values::Nothing };
                typed
            };
            if self.scan.is_end() {
                return match field {
                    Some(_) if !is_closed => Values::Typed(Typing { at: start..self.scan.at(), of: field, typed }),
                    _ => Values::Nothing,
                };
            }
            let mut ahead = self.scan;
            ahead.skip_blanks();
            if !ahead.take(",") {
                return Values::Over;
            }
            ahead.skip_blanks();
            self.scan = ahead;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::affected::Unit;
    use crate::model::event::EventKind;

    fn typing(text: &str) -> Option<(String, Option<Field>, String)> {
        let known = Known { headers: vec!["Days to close".to_owned()], ..Known::default() };
        let cursor = text.find('|').unwrap();
        let typing = Typing::at(&text.replace('|', ""), cursor, &known)?;
        Some((text[typing.at].to_owned(), typing.of, typing.typed))
    }

    #[test]
    fn names_and_values_are_told_apart() {
        let name = |typed: &str| Some((typed.to_owned(), None, typed.to_owned()));
        let value = |at: &str, of: Field, typed: &str| Some((at.to_owned(), Some(of), typed.to_owned()));
        let people = Field::Affected(Unit::People, PLAIN);
        for (text, wanted) in [
            ("|", name("")),
            ("sec|", name("sec")),
            ("ransomware sec|", name("sec")),
            ("sector:health ki|", name("ki")),
            ("-ki|", name("ki")),
            ("(a or ki|", name("ki")),
            ("sec|tor", None),
            ("a or|", None),
            ("sector:|", value("", Field::Sector, "")),
            ("sector: he|", value("he", Field::Sector, "he")),
            ("secteur : he|", value("he", Field::Sector, "he")),
            ("sector:he| people>5", value("he", Field::Sector, "he")),
            ("sector:health,fin|", value("fin", Field::Sector, "fin")),
            ("sector:(health or fin|", value("fin", Field::Sector, "fin")),
            ("sector:(health or fin) ki|", name("ki")),
            ("sector!=\"financial ser|", value("\"financial ser", Field::Sector, "financial ser")),
            ("sector:\"financial services\"|", None),
            ("sector:\"financial services\" ki|", name("ki")),
            ("aware:k|", value("k", Field::Event(EventKind::Aware), "k")),
            ("people:mis|", value("mis", people, "mis")),
            ("\"Days to close\":4|", value("4", Field::Custom("Days to close".to_owned()), "4")),
            ("custom:\"days to close\":4|", value("4", Field::Custom("Days to close".to_owned()), "4")),
            ("aware..public>3|", None),
            ("\"a phrase|", None),
        ] {
            assert_eq!(typing(text), wanted, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_or_go_on_for_ever(
            words in prop::collection::vec(prop::sample::select(vec![
                "sector", "people", "custom", "aware..public", "a", "or", "not", "é", ":", "=", "!=", ">", "(", ")", ",",
                "\"", "«", "»", "\\", "-", "~", "*", " ", "  ", "..", "“", "&",
            ]), 0..12),
        ) {
            let text = words.concat();
            for cursor in 0..=text.len() {
                if let Some(typing) = Typing::at(&text, cursor, &Known::default()) {
                    prop_assert!(text.get(typing.at.clone()).is_some());
                    prop_assert_eq!(typing.at.end, cursor);
                }
            }
        }
    }
}
