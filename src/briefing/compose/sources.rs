//! Where the facts of an incident come from: each source once, with the number that stands behind what rests on it.

use crate::briefing::deck::Paragraph;
use crate::chart::describe;
use crate::model::evidence::Evidence;
use crate::text::{Lang, tr, tr_args};

/// The sources of an incident, in the order in which they are first named.
#[derive(Default)]
pub struct Sources {
    known: Vec<Evidence>,
}

impl Sources {
    /// The numbers of what a fact rests on: ` [1, 3]`; nothing where no source is named.
    pub fn cite(&mut self, evidence: &[Evidence]) -> String {
        let mut numbers: Vec<usize> = evidence.iter().filter_map(|one| self.number(one)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        if numbers.is_empty() { String::new() } else { format!(" [{}]", numbers.join(", ")) }
    }

    /// The number of a source, from 1. The words quoted are no part of it: one text supports many facts.
    fn number(&mut self, evidence: &Evidence) -> Option<usize> {
        if evidence.source.trim().is_empty() && evidence.address.trim().is_empty() {
            return None;
        }
        let known = self.known.iter().position(|known| {
            (known.source.trim(), known.address.trim(), &known.as_of)
                == (evidence.source.trim(), evidence.address.trim(), &evidence.as_of)
        });
        Some(known.map_or_else(
            || {
                self.known.push(evidence.clone());
                self.known.len()
            },
            |at| at + 1,
        ))
    }

    /// `[1] Name, address, said on 5 May 2024`, a paragraph a source under their heading; nothing without a source.
    pub fn told(&self, lang: Lang) -> Vec<Paragraph> {
        let line = |(at, evidence): (usize, &Evidence)| {
            let mut parts: Vec<String> = [evidence.source.trim(), evidence.address.trim()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect();
            if let Some(date) = &evidence.as_of {
                parts.push(tr_args(lang, "briefing-said-when", &[("date", describe::date(lang, date.form()).into())]));
            }
            Paragraph::plain(format!("[{}] {}", at + 1, parts.join(", ")))
        };
        let head = (!self.known.is_empty()).then(|| Paragraph::heading(tr(lang, "briefing-list-sources")));
        head.into_iter().chain(self.known.iter().enumerate().map(line)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_one_number_wherever_it_is_named() {
        let said = |source: &str, quote: &str| Evidence {
            source: source.to_owned(),
            quote: quote.to_owned(),
            ..Evidence::default()
        };
        let mut sources = Sources::default();
        assert_eq!(sources.cite(&[said("Notice", "a"), said("Notice ", "b")]), " [1]");
        assert_eq!(sources.cite(&[said("Press", ""), said("Notice", "c")]), " [1, 2]");
        assert_eq!(sources.cite(&[said(" ", "nobody")]), "");
        let told: Vec<String> = sources.told(Lang::En).into_iter().map(|one| one.text).collect();
        assert_eq!(told, ["Sources", "[1] Notice", "[2] Press"]);
        assert!(Sources::default().told(Lang::En).is_empty());
    }
}
