//! Pages with figures.

use crate::briefing::compose::ground::{Ground, Prepared};
use crate::briefing::compose::{pages, plain};
use crate::briefing::deck::{Body, Sheet};
use crate::briefing::document::FigureSpec;
use crate::chart::gallery::{self, Ask, Drawn};
use crate::chart::honesty::{Caution, Subject, check};
use crate::chart::model::{ChartKey, FootLine, FootPart};
use crate::chart::words;
use crate::query::question::Question;
use crate::text::{tr, tr_args};

/// A figure with what could be objected to in it.
pub struct Made {
    /// The figure.
    pub drawn: Drawn,
    /// Objections.
    pub cautions: Vec<Caution>,
}

/// Draws the figure of a page; `None` for one that this version does not know.
pub fn make(spec: &FigureSpec, ground: &Ground<'_>) -> Option<Made> {
    let key = ChartKey::from_key(&spec.chart)?;
    let prepared = ground.prepare(&spec.view);
    let context = ground.context(&prepared.question);
    let Prepared { question, selection, scope, .. } = &*prepared;
    let ask = Ask {
        snapshot: ground.snapshot,
        question,
        selection,
        scope,
        options: &spec.options,
        context: &context,
        document: ground.document,
    };
    let mut drawn = gallery::draw(key, &ask)?;
    say_which_days(&mut drawn, question, ground);
    let datasets = ground.chosen(question);
    let cautions = check(&Subject {
        key,
        model: &drawn.model,
        options: &spec.options,
        snapshot: ground.snapshot,
        question,
        selection,
        scope,
        datasets: &datasets,
        lang: ground.lang,
    });
    Some(Made { drawn, cautions })
}

/// Where the days of a page are of another event than those of the other pages, the foot says of which: no title or
/// axis of a delay does.
fn say_which_days(drawn: &mut Drawn, question: &Question, ground: &Ground<'_>) {
    let is_of_start = question.date_of == question.delay.0 && question.date_of != ground.first.date_of;
    let is_delay = matches!(drawn.model.key, ChartKey::Disclosure | ChartKey::DelayCohorts);
    if let Some(days) = question.filter.from.zip(question.filter.to).filter(|_| is_of_start && is_delay) {
        let said = FootPart::text(pages::began_in(ground.lang, question.date_of, days));
        if let Some(line) = drawn.model.foot.first_mut() {
            line.parts.push(said);
        }
    }
}

/// A finding and its figure.
pub fn figure(spec: &FigureSpec, ground: &Ground<'_>) -> Sheet {
    let Some(Made { drawn, cautions }) = make(spec, ground) else { return unknown(spec, ground) };
    Sheet {
        headline: drawn.model.title.clone(),
        subtitle: drawn.model.subtitle.clone(),
        foot: foot_lines(&drawn.model.foot),
        notes: notes(&drawn, ground),
        cautions,
        ..plain(String::new(), Body::Figure(Box::new(drawn)))
    }
}

/// Two figures side by side. The headline says the finding of both; each stands whole over its own figure.
pub fn two([left, right]: &[FigureSpec; 2], ground: &Ground<'_>) -> Sheet {
    let (Some(left_made), Some(right_made)) = (make(left, ground), make(right, ground)) else {
        let missing = if ChartKey::from_key(&left.chart).is_none() { left } else { right };
        return unknown(missing, ground);
    };
    let (a, b) = (left_made.drawn, right_made.drawn);
    let headline = both_findings([&a, &b]).unwrap_or_else(|| {
        let names = [left, right].map(|spec| pages::lower_name(ground.lang, &spec.chart));
        match names {
            [one, other] if one == other && left.chart == ChartKey::Breakdown.key() => {
                tr(ground.lang, "briefing-two-breakdowns")
            }
            [one, other] if one == other => words::capital(&one),
            [one, other] => {
                tr_args(ground.lang, "briefing-two-headline", &[("left", one.into()), ("right", other.into())])
            }
        }
    });
    let mut foot = foot_lines(&a.model.foot);
    for line in foot_lines(&b.model.foot) {
        if !foot.contains(&line) {
            foot.push(line);
        }
    }
    let mut all_notes = notes(&a, ground);
    all_notes.extend(notes(&b, ground));
    let mut cautions = left_made.cautions;
    cautions.extend(right_made.cautions.into_iter().map(|caution| Caution { figure: 1, ..caution }));
    Sheet { foot, notes: all_notes, cautions, ..plain(headline, Body::Two(Box::new([a, b]))) }
}

/// Most letters of a headline that says two findings: two lines of it.
const BOTH_LETTERS: usize = 150;

/// The findings of two figures in one headline, without what stands in brackets; `None` where they are too long for
/// one, or where neither has something to show.
fn both_findings(both: [&Drawn; 2]) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for drawn in both.into_iter().filter(|drawn| drawn.model.empty.is_none()) {
        let finding = without_brackets(&drawn.model.title);
        let finding = finding.trim_end_matches(['.', ' ']).to_owned();
        if !finding.is_empty() && !found.contains(&finding) {
            found.push(finding);
        }
    }
    let headline = found.join(". ");
    (!headline.is_empty() && headline.chars().count() <= BOTH_LETTERS).then_some(headline)
}

/// A sentence without its brackets and the space before them; as it stands where they do not pair.
fn without_brackets(text: &str) -> String {
    let (mut depth, mut kept) = (0_u32, String::new());
    for letter in text.chars() {
        match letter {
            '(' => {
                depth += 1;
                kept.truncate(kept.trim_end().len());
            }
            ')' if depth == 0 => return text.to_owned(),
            ')' => depth -= 1,
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    if depth == 0 { kept } else { text.to_owned() }
}

/// The numbers behind a figure.
pub fn table(spec: &FigureSpec, ground: &Ground<'_>) -> Sheet {
    let Some(Made { drawn, cautions }) = make(spec, ground) else { return unknown(spec, ground) };
    let body = match &drawn.model.empty {
        Some(why) => Body::Empty(why.clone()),
        None => Body::Table(drawn.model.table.clone()),
    };
    Sheet {
        headline: drawn.model.title.clone(),
        subtitle: drawn.model.subtitle.clone(),
        foot: foot_lines(&drawn.model.foot),
        notes: notes(&drawn, ground),
        cautions,
        ..plain(String::new(), body)
    }
}

fn unknown(spec: &FigureSpec, ground: &Ground<'_>) -> Sheet {
    let words = tr_args(ground.lang, "briefing-unknown-figure", &[("key", spec.chart.as_str().into())]);
    plain(tr(ground.lang, "briefing-not-shown"), Body::Empty(words))
}

/// For the speaker: the finding, the measure, what is counted and how, what was left out.
fn notes(drawn: &Drawn, ground: &Ground<'_>) -> Vec<String> {
    let model = &drawn.model;
    let finding = tr_args(ground.lang, "briefing-notes-finding", &[("finding", (&model.title).into())]);
    let measure = (!model.subtitle.is_empty())
        .then(|| tr_args(ground.lang, "briefing-notes-measure", &[("measure", (&model.subtitle).into())]));
    let why = model.empty.iter().cloned();
    let rest = drawn.definition.iter().cloned().chain(foot_lines(&model.foot));
    std::iter::once(finding).chain(measure).chain(why).chain(rest).collect()
}

/// Lines of a foot as text, without empty ones.
pub fn foot_lines(foot: &[FootLine]) -> Vec<String> {
    foot.iter().map(FootLine::to_text).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_go_with_the_space_before_them() {
        for (text, expected) in [
            ("65% of 48 (likely between 50% and 77%)", "65% of 48"),
            ("48 (of 50) in Q2 (n = 3)", "48 in Q2"),
            ("no brackets", "no brackets"),
            ("open (only", "open (only"),
            ("closed) only", "closed) only"),
            ("a (b (c)) d", "a d"),
        ] {
            assert_eq!(without_brackets(text), expected);
        }
    }
}
