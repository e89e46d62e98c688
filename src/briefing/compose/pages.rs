//! Pages without a figure of their own: title, answers in large type, text.

use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::{paragraphs, plain, title_of};
use crate::briefing::deck::{BigNumber, Body, Sheet, data_to};
use crate::briefing::document::{Answer, Briefing, LastPeriods, PageView};
use crate::chart::findings;
use crate::chart::model::{Finding, FootPart};
use crate::chart::words;
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::view::SavedView;
use crate::text::{self, Lang, tr, tr_args};

/// The title page: what it is called, what was written under it, the data and its day.
pub fn title(briefing: &Briefing, subtitle: &str, ground: &Ground<'_>) -> Sheet {
    let lang = ground.lang;
    let mut lines: Vec<String> =
        subtitle.lines().map(str::trim).filter(|line| !line.is_empty()).map(String::from).collect();
    // Worked out, so that a briefing that is repeated names its new period.
    let period = briefing.pages.iter().flat_map(|page| page.content.views()).find(|view| view.last.is_some());
    if let Some((from, to)) =
        period.map(|view| ground.question(view).filter).and_then(|filter| filter.from.zip(filter.to))
    {
        lines.push(words::capital(&words::day_range(lang, from, to)));
    }
    let sources = ground.context(&ground.first).sources;
    if !sources.is_empty() {
        lines.push(tr_args(lang, "briefing-sources", &[("sources", sources.join(", ").into())]));
    }
    lines.push(data_to(lang, (!ground.as_of_unknown()).then(|| ground.as_of())));
    plain(title_of(briefing, ground), Body::Title { lines })
}

/// Answers in large type. Its headline is the first answer.
pub fn numbers(view: &PageView, answers: &[Answer], delay_over: Option<LastPeriods>, ground: &Ground<'_>) -> Sheet {
    let lang = ground.lang;
    let prepared = ground.prepare(view);
    let overview = prepared.overview(ground.snapshot);
    let context = ground.context(&prepared.question);
    let [incidents, affected, mut disclosure] = findings::all(overview, &context);
    let began = delay_over.map(|last| ground.prepare(&begun_in(view, last)));
    // Where no record says when its delay began, the page's own say why there is none.
    if let Some(began) = began.filter(|began| !began.selection.is_empty()) {
        disclosure = findings::disclosure::finding(began.overview(ground.snapshot), &context);
        let filter = &began.question.filter;
        if let Some((from, to)) = filter.from.zip(filter.to) {
            let said = began_in(lang, began.question.delay.0, (from, to));
            disclosure.small_print.insert(0, FootPart::text(said));
        }
    }
    let mut chosen =
        vec![(Answer::Incidents, incidents), (Answer::Affected, affected), (Answer::Disclosure, disclosure)];
    chosen.retain(|(answer, _)| answers.is_empty() || answers.contains(answer));
    let notes = chosen.iter().flat_map(|(_, finding)| spoken(lang, finding)).collect();
    let headline = chosen.first().map(|(_, finding)| finding.headline.clone()).unwrap_or_default();
    let numbers: Vec<BigNumber> = chosen.into_iter().map(|(_, finding)| big_number(finding)).collect();
    let headline = if numbers.len() > 1 { tr(lang, "briefing-numbers") } else { headline };
    let foot = words::basis(&prepared.scope, &context).to_text();
    Sheet { notes, foot: vec![foot], ..plain(headline, Body::Numbers(numbers)) }
}

/// What a page looks at, of the incidents that began in these last complete periods. Those that ended in a period
/// favour long delays, and a quarter of a list of disclosures has hardly one that was followed long enough.
pub fn begun_in(view: &PageView, last: LastPeriods) -> PageView {
    let view = SavedView { date_of: view.view.delay.0, ..view.view.clone() };
    PageView { view, last: Some(last) }
}

/// `Aware: 1 July 2023 – 30 June 2026`.
pub fn began_in(lang: Lang, event: EventKind, (from, to): (Day, Day)) -> String {
    let event = tr(lang, &format!("event-{}", event.key()));
    tr_args(lang, "briefing-began-in", &[("event", event.into()), ("range", words::day_range(lang, from, to).into())])
}

fn big_number(finding: Finding) -> BigNumber {
    BigNumber {
        question: finding.question,
        headline: finding.headline,
        sentence: finding.sentence,
        small_print: finding.small_print.into_iter().map(|part| part.text).filter(|text| !text.is_empty()).collect(),
    }
}

fn spoken(lang: Lang, finding: &Finding) -> Vec<String> {
    let small: Vec<&str> = finding.small_print.iter().map(|part| part.text.as_str()).collect();
    let said = format!("{}. {}", finding.headline, finding.sentence);
    let head = tr_args(lang, "briefing-notes-finding", &[("finding", said.trim().into())]);
    std::iter::once(head).chain((!small.is_empty()).then(|| small.join(" · "))).collect()
}

/// Text. The first heading is the headline.
pub fn text(body: &str) -> Sheet {
    let mut found = paragraphs(body);
    let head = found.first().is_some_and(|first| first.style == crate::briefing::deck::ParagraphStyle::Heading);
    let headline = if head { found.remove(0).text } else { String::new() };
    plain(headline, Body::Text(found))
}

/// Puts a headline that was written by hand in the place of the finding, which stays in the notes.
pub fn put_headline(sheet: &mut Sheet, headline: &str, lang: Lang) {
    let spoken = tr_args(lang, "briefing-notes-finding", &[("finding", (&sheet.headline).into())]);
    let is_there = sheet.notes.iter().any(|note| note.contains(sheet.headline.as_str()));
    if !sheet.headline.is_empty() && !is_there {
        sheet.notes.push(spoken);
    }
    headline.clone_into(&mut sheet.headline);
    if let Body::Figure(drawn) = &mut sheet.body {
        headline.clone_into(&mut drawn.model.title);
    }
}

/// The name of a figure inside a sentence.
pub fn lower_name(lang: Lang, key: &str) -> String {
    let name = text::tr_or(lang, &format!("charts-name-{key}"), key);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
