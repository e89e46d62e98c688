//! A briefing met again with newer data: what was written by hand for findings that say something else by now.
//!
//! Findings and figures are worked out anew each time, and so need no renewal. A headline of the analyst's own and a
//! reason for keeping an objection stand as they were written: both remember what was said then, and are told where
//! it is no longer said.

use std::borrow::Cow;

use uuid::Uuid;

use crate::briefing::compose;
use crate::briefing::compose::ground::Ground;
use crate::briefing::deck::{Body, Sheet};
use crate::briefing::document::{Briefing, Page, Said};
use crate::chart::honesty::Rule;
use crate::chart::words;
use crate::model::calendar::Day;
use crate::text::{Lang, tr_args};

/// Something written by hand that the present data may have outdated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// A headline was written when the finding said something else.
    Headline {
        /// The page.
        page: Uuid,
        /// What the finding said then.
        then: Said,
        /// What it says now, in the same language; empty where there is none any more.
        now: String,
        /// Numbers of the headline that stood in the finding then and do not now.
        outdated: Vec<String>,
    },
    /// An objection was kept with a reason, and says something else now, or nothing.
    Objection {
        /// The page.
        page: Uuid,
        /// The rule that objected.
        rule: Rule,
        /// Why it was kept.
        reason: String,
        /// What it said then; `None` where that was not noted, which only a gone one can be told of.
        then: Option<Said>,
        /// What it says now; `None` where there is nothing to object to any more.
        now: Option<String>,
    },
}

impl Renewal {
    /// What is to be looked at, in a sentence or two.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Headline { then, now, outdated, .. } => {
                let key = if now.is_empty() { "renew-headline-gone" } else { "renew-headline" };
                let args =
                    [("then", (&then.text).into()), ("day", words::day(lang, then.as_of).into()), ("now", now.into())];
                let mut said = tr_args(lang, key, &args);
                if !outdated.is_empty() {
                    said.push(' ');
                    let numbers = ("numbers", outdated.join(", ").into());
                    said.push_str(&tr_args(lang, "renew-outdated", &[numbers, ("count", outdated.len().into())]));
                }
                said
            }
            Self::Objection { rule, reason, then, now, .. } => {
                let key = if now.is_none() { "renew-objection-gone" } else { "renew-objection" };
                let args = [
                    ("rule", rule.name(lang).into()),
                    ("reason", reason.trim().into()),
                    ("then", then.as_ref().map_or("", |then| then.text.as_str()).into()),
                    ("now", now.as_deref().unwrap_or_default().into()),
                ];
                tr_args(lang, key, &args)
            }
        }
    }

    /// The page that it is about.
    pub const fn page(&self) -> Uuid {
        match self {
            Self::Headline { page, .. } | Self::Objection { page, .. } => *page,
        }
    }
}

/// What of a page is to be looked at again.
pub fn of_page(briefing: &Briefing, page: &Page, ground: &Ground<'_>) -> Vec<Renewal> {
    let mut found = Vec::new();
    if let Some(then) = page.written_for.as_ref().filter(|_| has_headline(page)) {
        let now = finding_in(page, ground, then.lang);
        if now != then.text {
            let written = page.headline.as_deref().unwrap_or_default();
            let outdated = outdated(written, &then.text, &now);
            found.push(Renewal::Headline { page: page.id, then: then.clone(), now, outdated });
        }
    }
    for kept in briefing.kept.iter().filter(|kept| kept.page == page.id) {
        let Some(rule) = Rule::ALL.into_iter().find(|rule| rule.key() == kept.rule) else { continue };
        let lang = kept.said.as_ref().map_or(ground.lang, |said| said.lang);
        let now = objection_in(page, rule, ground, lang);
        if now.is_some() && kept.said.as_ref().is_none_or(|then| Some(&then.text) == now.as_ref()) {
            continue;
        }
        let (reason, then) = (kept.reason.clone(), kept.said.clone());
        found.push(Renewal::Objection { page: page.id, rule, reason, then, now });
    }
    found
}

/// What of all pages is to be looked at again, in the order of the pages.
pub fn of_briefing(briefing: &Briefing, ground: &Ground<'_>) -> Vec<Renewal> {
    briefing.pages.iter().flat_map(|page| of_page(briefing, page, ground)).collect()
}

fn has_headline(page: &Page) -> bool {
    page.headline.as_deref().is_some_and(|headline| !headline.trim().is_empty()) && !page.content.views().is_empty()
}

/// The page with nothing written by hand, in a language.
fn bare(page: &Page, ground: &Ground<'_>, lang: Lang) -> Sheet {
    let bare = Page { headline: None, written_for: None, notes: String::new(), ..page.clone() };
    let none = Briefing::default();
    if lang == ground.lang {
        return compose::sheet(&none, &bare, ground);
    }
    compose::sheet(&none, &bare, &ground.in_language(lang))
}

fn finding_in(page: &Page, ground: &Ground<'_>, lang: Lang) -> String {
    finding_of(&bare(page, ground, lang)).into_owned()
}

/// What a rule objects to on a page, kept or not, in a language.
pub fn objection_in(page: &Page, rule: Rule, ground: &Ground<'_>, lang: Lang) -> Option<String> {
    objection_of(&bare(page, ground, lang), rule)
}

/// What a page that nobody wrote a headline for finds: its headline, or that of each of its parts.
pub fn finding_of(sheet: &Sheet) -> Cow<'_, str> {
    let join = |parts: Vec<&str>| Cow::Owned(parts.join(" · "));
    match &sheet.body {
        Body::Numbers(numbers) => join(numbers.iter().map(|number| number.headline.as_str()).collect()),
        Body::Two(both) => join(both.iter().map(|drawn| drawn.model.title.as_str()).collect()),
        _ => Cow::Borrowed(&sheet.headline),
    }
}

/// What the finding of a page says now, to be kept beside a headline. `sheet` is the page as it is shown.
pub fn said_of(page: &Page, sheet: &Sheet, ground: &Ground<'_>) -> Option<Said> {
    if page.content.views().is_empty() {
        return None;
    }
    let text = if has_headline(page) { finding_in(page, ground, ground.lang) } else { finding_of(sheet).into_owned() };
    Some(said(text, ground.lang, ground.as_of()))
}

/// Words of now.
pub const fn said(text: String, lang: Lang, as_of: Day) -> Said {
    Said { text, lang, as_of }
}

/// What a rule objects to on a page; `None` where it does not.
pub fn objection_of(sheet: &Sheet, rule: Rule) -> Option<String> {
    let whys: Vec<&str> =
        sheet.cautions.iter().filter(|caution| caution.rule == rule).map(|caution| caution.why.as_str()).collect();
    (!whys.is_empty()).then(|| whys.join(" "))
}

/// Numbers of a headline that stood in the finding then and do not now, as they are written.
fn outdated(headline: &str, then: &str, now: &str) -> Vec<String> {
    let (then, now) = (numbers(then), numbers(now));
    let is_in = |number: &str, all: &[String]| all.iter().any(|one| plain(one) == plain(number));
    let mut found: Vec<String> = Vec::new();
    for number in numbers(headline) {
        if is_in(&number, &then) && !is_in(&number, &now) && !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// Runs of digits with what groups them, and with letters that stand right before them ("Q2").
fn numbers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (mut letters, mut run) = (String::new(), String::new());
    for letter in text.chars().chain(std::iter::once('\n')) {
        let groups = matches!(letter, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}');
        if letter.is_ascii_digit() {
            run.push_str(&std::mem::take(&mut letters));
            run.push(letter);
        } else if groups && run.ends_with(|last: char| last.is_ascii_digit()) {
            run.push(letter);
        } else {
            letters.clear();
            if !run.is_empty() {
                found.push(std::mem::take(&mut run));
            }
            if letter.is_alphabetic() {
                letters.push(letter);
            }
        }
    }
    // A grouping mark at the end belongs to the sentence; a plain space groups only three digits.
    found.iter().flat_map(|run| apart(run)).collect()
}

fn apart(run: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in run.split(' ').map(|word| word.trim_end_matches(['.', ',', '\u{a0}', '\u{202f}'])) {
        if word.is_empty() {
            continue;
        }
        match parts.last_mut() {
            Some(last) if word.len() == 3 && plain(last).len() <= 3 => {
                last.push(' ');
                last.push_str(word);
            }
            _ => parts.push(word.to_owned()),
        }
    }
    parts
}

fn plain(number: &str) -> String {
    number.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outdated_are_the_numbers_that_were_true_then() {
        let then = "48 incidents in Q2 2026. No clear change: 57 in Q2 2025";
        let now = "61 incidents in Q3 2026. No clear change: 57 in Q3 2025";
        let cases = [
            ("Only 48 notices, after 57", vec!["48"]),
            ("48 and 48 again", vec!["48"]),
            ("A calm quarter", vec![]),
            ("Target: 30 notices", vec![]),
            ("48, as said", vec!["48"]),
            ("48 in Q2", vec!["48", "Q2"]),
        ];
        for (headline, expected) in cases {
            assert_eq!(outdated(headline, then, now), expected, "{headline}");
        }
        assert_eq!(outdated("1 200 personnes", "1\u{202f}200 personnes", "1\u{202f}300 personnes"), ["1 200"]);
        assert_eq!(outdated("12 of 400", "12 400", "7"), Vec::<String>::new());
    }
}
