//! A briefing worked out against the records of a workspace.

pub mod counts;
pub mod ground;
pub mod figure;
pub mod incident;
pub mod method;
pub mod pages;
pub mod records;
mod sources;
mod stated;

use crate::briefing::compose::ground::Ground;
use crate::briefing::deck::{Body, Deck, Paragraph, ParagraphStyle, Sheet};
use crate::briefing::document::{Briefing, Content, Page};
use crate::text::tr;

/// Works a briefing out.
///
/// Depends on its arguments alone. What a page needs and cannot be had (a figure of a later version, an incident that
/// was deleted) is said on it; no page is left out. O(records) for every selection and figure that differs.
pub fn compose(briefing: &Briefing, ground: &Ground<'_>) -> Deck {
    let sheets: Vec<Sheet> = briefing.pages.iter().map(|page| sheet(briefing, page, ground)).collect();
    let sheets = method::fill(sheets, briefing, ground);
    Deck {
        lang: ground.lang,
        title: title_of(briefing, ground),
        marking: briefing.marking.trim().to_owned(),
        as_of: ground.as_of(),
        as_of_unknown: ground.as_of_unknown(),
        sheets,
    }
}

/// Works one page out, as it stands in the briefing. The method page is put together from the others and stands empty
/// here; [`compose`] fills it.
pub fn sheet(briefing: &Briefing, page: &Page, ground: &Ground<'_>) -> Sheet {
    let mut sheet = match &page.content {
        Content::Title { subtitle } => pages::title(briefing, subtitle, ground),
        Content::Numbers { view, answers, delay_over } => pages::numbers(view, answers, *delay_over, ground),
        Content::Figure(spec) => figure::figure(spec, ground),
        Content::Two(both) => figure::two(both, ground),
        Content::Table(spec) => figure::table(spec, ground),
        Content::Records { view, rank, top } => records::sheet(view, *rank, *top, ground),
        Content::Incident(id) => incident::sheet(*id, ground),
        Content::Timeline(id) => incident::timeline(*id, ground),
        Content::Text { body } => pages::text(body),
        Content::Method => plain(tr(ground.lang, "briefing-method"), Body::Text(Vec::new())),
        Content::Other(_) => {
            let words = tr(ground.lang, "briefing-other-version");
            plain(words.clone(), Body::Empty(words))
        }
    };
    sheet.page = page.id;
    sheet.cautions.retain(|caution| briefing.reason(page.id, caution.rule.key()).is_none());
    let mut notes: Vec<String> =
        page.notes.lines().map(str::trim).filter(|line| !line.is_empty()).map(String::from).collect();
    notes.append(&mut sheet.notes);
    sheet.notes = notes;
    if let Some(headline) = page.headline.as_deref().map(str::trim).filter(|headline| !headline.is_empty()) {
        pages::put_headline(&mut sheet, headline, ground.lang);
    }
    sheet
}

/// A sheet of which nothing but headline and body is known.
pub(super) fn plain(headline: String, body: Body) -> Sheet {
    Sheet {
        page: uuid::Uuid::nil(),
        headline,
        subtitle: String::new(),
        body,
        foot: Vec::new(),
        notes: Vec::new(),
        cautions: Vec::new(),
        part: None,
    }
}

/// The briefing's name, or what it is.
pub fn title_of(briefing: &Briefing, ground: &Ground<'_>) -> String {
    let name = briefing.name.trim();
    if name.is_empty() { tr(ground.lang, "briefing-untitled") } else { name.to_owned() }
}

/// Paragraphs out of written text: apart by a blank line, points of a list by `- `, headings by `# `.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            goes_on = false;
        } else if let Some(point) = line.strip_prefix("- ").or_else(|| line.strip_prefix("• ")) {
            found.push(Paragraph::point(point.trim()));
            goes_on = true;
        } else if let Some(heading) = line.strip_prefix("# ") {
            found.push(Paragraph::heading(heading.trim()));
            goes_on = false;
        } else if let Some(last) = found.last_mut().filter(|last| goes_on && last.style != ParagraphStyle::Heading) {
            last.text.push(' ');
            last.text.push_str(line);
        } else {
            found.push(Paragraph::plain(line));
            goes_on = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_text_becomes_paragraphs_and_points() {
        let found = paragraphs("One\ntwo\n\n- a\n  goes on\n- b\n\n# Head\nthree");
        let texts: Vec<&str> = found.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, ["One two", "a goes on", "b", "Head", "three"]);
        assert_eq!(found.iter().filter(|paragraph| paragraph.style == ParagraphStyle::Point).count(), 2);
        assert_eq!(paragraphs(" \n"), []);
    }
}
