//! What does not fit on one slide goes on on the next: long tables by rows, long texts by paragraphs, long answers one
//! by one.

use crate::briefing::deck::{Body, Deck, IncidentSheet, Paragraph, Sheet};
use crate::briefing::place::{self, TABLE_PT, TEXT_PT};
use crate::briefing::slide::{incident, numbers, table, text};
use crate::chart::model::DataTable;
use crate::draw::font::{self, Weight};
use crate::draw::scene::Area;
use crate::text::{Lang, tr_args};

/// The deck with every page that is too long for a slide as several, numbered ("2/3"). Notes and objections stay with
/// the first.
#[must_use]
pub fn paged(deck: &Deck) -> Deck {
    paged_in(deck, &|headline, sheet| place::place(headline, &sheet.subtitle, &sheet.foot).body)
}

/// Where the body of a page stands, by its headline.
pub type BodyArea<'a> = &'a dyn Fn(&str, &Sheet) -> Area;

/// The same on slides whose body stands elsewhere.
#[must_use]
pub fn paged_in(deck: &Deck, body: BodyArea<'_>) -> Deck {
    let sheets = deck.sheets.iter().flat_map(|sheet| pages(sheet, deck.lang, body)).collect();
    Deck { sheets, ..deck.clone() }
}

fn pages(sheet: &Sheet, lang: Lang, body: BodyArea<'_>) -> Vec<Sheet> {
    // The headline of every page of several is a little longer.
    let longest = tr_args(
        lang,
        "briefing-goes-on",
        &[("headline", (&sheet.headline).into()), ("page", 88_u32.into()), ("pages", 88_u32.into())],
    );
    let area = body(&longest, sheet);
    let bodies = match &sheet.body {
        Body::Table(whole) => tables(whole, area).into_iter().map(Body::Table).collect(),
        Body::Text(paragraphs) => texts(paragraphs, area).into_iter().map(Body::Text).collect(),
        Body::Incident(whole) => incidents(whole, area),
        Body::Numbers(all) if !numbers::fit(all, area) => {
            all.iter().map(|number| Body::Numbers(vec![number.clone()])).collect()
        }
        other => vec![other.clone()],
    };
    let count = bodies.len();
    let each = bodies.into_iter().enumerate().map(|(at, body)| {
        let args = [("headline", (&sheet.headline).into()), ("page", (at + 1).into()), ("pages", count.into())];
        let headline = if count > 1 { tr_args(lang, "briefing-goes-on", &args) } else { sheet.headline.clone() };
        let first = at == 0;
        Sheet {
            headline,
            body,
            part: (count > 1).then_some((at + 1, count)),
            notes: if first { sheet.notes.clone() } else { Vec::new() },
            cautions: if first { sheet.cautions.clone() } else { Vec::new() },
            ..sheet.clone()
        }
    });
    each.collect()
}

fn tables(whole: &DataTable, area: Area) -> Vec<DataTable> {
    let [.., least] = TABLE_PT;
    if table::Layout::of(whole, area.width, table::size_for(whole, area)).height() <= area.height {
        return vec![whole.clone()];
    }
    let mut rest = whole.rows.as_slice();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let left = DataTable { headers: whole.headers.clone(), rows: rest.to_vec() };
        let fit = table::Layout::of(&left, area.width, least).rows_within(area.height).min(rest.len());
        let (now, after) = rest.split_at(fit);
        found.push(DataTable { headers: whole.headers.clone(), rows: now.to_vec() });
        rest = after;
    }
    found
}

fn texts(paragraphs: &[Paragraph], area: Area) -> Vec<Vec<Paragraph>> {
    let [.., least] = TEXT_PT;
    if text::height(paragraphs, area.width, text::size_for(paragraphs, area)) <= area.height {
        return vec![paragraphs.to_vec()];
    }
    let short: Vec<Paragraph> = paragraphs.iter().flat_map(|paragraph| cut(paragraph, area, least)).collect();
    let count = filled(&short, area, area.height).len();
    // As even as it goes: no last page with a line or two.
    let lower = EVEN.into_iter().map(|share| filled(&short, area, area.height * share));
    lower.into_iter().find(|pages| pages.len() == count).unwrap_or_else(|| filled(&short, area, area.height))
}

/// Which shares of the height of a page are tried, so that a text over several is spread evenly.
const EVEN: [f64; 8] = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

/// Paragraphs on pages that are filled up to a height.
fn filled(short: &[Paragraph], area: Area, height: f64) -> Vec<Vec<Paragraph>> {
    let [.., least] = TEXT_PT;
    let mut found: Vec<Vec<Paragraph>> = vec![Vec::new()];
    for paragraph in short.iter().cloned() {
        let Some(page) = found.last_mut() else { break };
        page.push(paragraph);
        if text::height(page, area.width, least) <= height || page.len() == 1 {
            continue;
        }
        let last = page.pop();
        // A heading does not stay alone at the end of a page.
        let heading =
            page.pop_if(|last| last.style == crate::briefing::deck::ParagraphStyle::Heading && !last.text.is_empty());
        found.push(heading.into_iter().chain(last).collect());
    }
    found.retain(|page| !page.is_empty());
    found
}

/// A paragraph that alone is longer than a page, as several.
fn cut(paragraph: &Paragraph, area: Area, size: f64) -> Vec<Paragraph> {
    let one = std::slice::from_ref(paragraph);
    if text::height(one, area.width, size) <= area.height {
        return one.to_vec();
    }
    let lines = font::wrap(&paragraph.text, area.width - size * 2.0, size, Weight::Bold);
    let most = ((area.height / (size * place::LEADING)).floor() as usize).saturating_sub(1).max(1);
    lines.chunks(most).map(|lines| Paragraph { style: paragraph.style, text: lines.join(" ") }).collect()
}

/// An incident that is too much for one page: its timeline goes on a page of its own, then its text.
fn incidents(whole: &IncidentSheet, area: Area) -> Vec<Body> {
    if incident::fits(whole, area) {
        return vec![Body::Incident(Box::new(whole.clone()))];
    }
    let mut first = IncidentSheet { timeline: None, ..whole.clone() };
    let mut rest: Vec<Body> = whole.timeline.iter().map(|model| Body::Timeline(Box::new(model.clone()))).collect();
    if !incident::fits(&first, area) {
        let text = std::mem::take(&mut first.text);
        rest.extend(texts(&text, area).into_iter().map(Body::Text));
    }
    facts(&first, area).into_iter().chain(rest).collect()
}

/// The facts of an incident on as many pages as they need; its text stays with them where it fits.
fn facts(whole: &IncidentSheet, area: Area) -> Vec<Body> {
    if incident::fits(whole, area) {
        return vec![Body::Incident(Box::new(whole.clone()))];
    }
    let mut pages = vec![IncidentSheet { facts: Vec::new(), text: Vec::new(), timeline: None }];
    for fact in &whole.facts {
        let Some(page) = pages.last_mut() else { break };
        page.facts.push(fact.clone());
        if page.facts.len() > 1 && !incident::fits(page, area) {
            let facts = page.facts.pop().into_iter().collect();
            pages.push(IncidentSheet { facts, text: Vec::new(), timeline: None });
        }
    }
    pages.into_iter().map(|page| Body::Incident(Box::new(page))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::model::{Cell, Value};
    use crate::model::calendar::Day;

    fn sheet(body: Body) -> Sheet {
        Sheet {
            page: uuid::Uuid::nil(),
            headline: "Head".to_owned(),
            subtitle: String::new(),
            body,
            foot: vec!["Foot".to_owned()],
            notes: vec!["Note".to_owned()],
            cautions: Vec::new(),
            part: None,
        }
    }

    fn deck(body: Body) -> Deck {
        let sheets = vec![sheet(body)];
        Deck {
            lang: Lang::En,
            title: String::new(),
            marking: String::new(),
            as_of: Day(1),
            as_of_unknown: false,
            sheets,
        }
    }

    #[test]
    fn nothing_of_a_long_text_is_lost_and_every_page_fits() {
        for (count, words) in [(1, 3), (60, 30), (1, 4_000), (9, 700)] {
            let whole: Vec<Paragraph> = (0..count)
                .map(|at| {
                    let text = format!("p{at} {}", "notification ".repeat(words));
                    if at % 5 == 0 && words < 100 { Paragraph::heading(text) } else { Paragraph::point(text) }
                })
                .collect();
            let told = |paragraphs: &[Paragraph]| -> String {
                paragraphs.iter().flat_map(|paragraph| paragraph.text.split_whitespace()).collect()
            };
            let found = paged(&deck(Body::Text(whole.clone())));
            let mut all = String::new();
            for sheet in &found.sheets {
                let Body::Text(part) = &sheet.body else { panic!("no text") };
                let area = place::place(&sheet.headline, &sheet.subtitle, &sheet.foot).body;
                assert!(text::height(part, area.width, text::size_for(part, area)) <= area.height + 1e-6);
                all.push_str(&told(part));
            }
            assert_eq!(all, told(&whole));
            assert_eq!(found.sheets.iter().filter(|sheet| !sheet.notes.is_empty()).count(), 1);
        }
    }

    #[test]
    fn long_tables_keep_every_row_and_their_header() {
        let cell = |text: String| Cell { text, value: Value::Text };
        let rows: Vec<Vec<Cell>> =
            (0..100).map(|at| vec![cell(format!("row {at}")), cell("long words ".repeat(at))]).collect();
        let whole = DataTable { headers: vec!["A".to_owned(), "B".to_owned()], rows };
        let found = paged(&deck(Body::Table(whole.clone())));
        assert!(found.sheets.len() > 2 && found.sheets.iter().all(|sheet| sheet.headline.starts_with("Head (")));
        let mut all = Vec::new();
        for sheet in &found.sheets {
            let Body::Table(part) = &sheet.body else { panic!("no table") };
            assert_eq!(part.headers, whole.headers);
            all.extend(part.rows.clone());
        }
        assert_eq!(all, whole.rows);
    }
}
