//! Sheets of words: contents, texts, answers in large type, facts of an incident, definitions and notes.

use rust_xlsxwriter::{ColNum, RowNum, Url, Worksheet, XlsxError};

use crate::briefing::deck::{BigNumber, Body, Deck, IncidentSheet, Paragraph, ParagraphStyle, Sheet};
use crate::briefing::xlsx::cells::{self, Kind, Pen};
use crate::briefing::xlsx::figure::{heading, link_to};
use crate::briefing::xlsx::{Plan, definitions_of};
use crate::draw::font::Weight;
use crate::text::tr;

/// Columns of the facts of an incident.
pub const FACT_COLUMNS: ColNum = 2;
/// Width of a column of sentences, in letters.
const WIDE: f64 = 100.0;

/// The first sheet: what this is, and the way to every other.
pub fn contents(sheet: &mut Worksheet, deck: &Deck, plan: &Plan, pen: &Pen) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 8)?.set_column_width(1, WIDE)?;
    cells::across(sheet, (0, 1), (0, 1), &deck.title, &pen.headline().set_font_size(18))?;
    let lines = cells::lines_at(&deck.title, across(8.0, WIDE), (18.0, Weight::Bold)).clamp(1, 4);
    sheet.set_row_height(0, f64::from(lines) * 25.0)?;
    let mut row = 1;
    if let Some(Sheet { headline, body: Body::Title { lines }, foot, .. }) = deck.sheets.first() {
        let other = (headline != &deck.title && !headline.is_empty()).then_some(headline);
        for line in other.into_iter().chain(lines).chain(foot) {
            row = paragraph(sheet, row, (0, 1), line, &pen.muted())?;
        }
    } else {
        row = paragraph(sheet, row, (0, 1), &deck.data_to(), &pen.muted())?;
    }
    if !deck.marking.is_empty() {
        row = paragraph(sheet, row, (0, 1), &deck.marking, &pen.heading())?;
    }
    row += 1;
    cells::text(sheet, (row, 0), &tr(pen.lang, "xlsx-page"), &pen.column(false))?;
    cells::text(sheet, (row, 1), &tr(pen.lang, "xlsx-contents"), &pen.column(false))?;
    sheet.set_repeat_rows(row, row)?;
    for entry in &plan.entries {
        row += 1;
        cells::text(sheet, (row, 0), &entry.number, &pen.plain())?;
        let words = if entry.headline.is_empty() { &entry.name } else { &entry.headline };
        link(sheet, (row, 1), &entry.name, words, pen)?;
    }
    for name in plan.definitions.iter().chain(&plan.notes) {
        row += 1;
        link(sheet, (row, 1), name, name, pen)?;
    }
    Ok(())
}

fn link(sheet: &mut Worksheet, at: (RowNum, ColNum), to: &str, words: &str, pen: &Pen) -> Result<(), XlsxError> {
    let kept = cells::clean(words, 2_000);
    let format = if cells::is_dangerous(&kept) { pen.link().set_quote_prefix() } else { pen.link() };
    sheet.write_url_with_format(at.0, at.1, Url::new(link_to(to)).set_text(&kept), &format)?;
    sheet.set_row_height(at.0, f64::from(cells::lines(&kept, WIDE).clamp(1, 6)) * 15.0 + 2.0)?;
    Ok(())
}

/// Width of two columns of so many letters, in pixels.
fn across(left: f64, right: f64) -> f64 {
    cells::pixels(left) + cells::pixels(right)
}

/// A sentence across columns; returns the next row.
fn paragraph(
    sheet: &mut Worksheet,
    row: RowNum,
    (from, to): (ColNum, ColNum),
    words: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<RowNum, XlsxError> {
    cells::across(sheet, (row, 1), (from, to), words, format)?;
    sheet.set_row_height(row, height(words, WIDE))?;
    Ok(row + 1)
}

/// Height of a row that shows a text in a width of so many letters; no row is higher than programs allow.
fn height(words: &str, letters: f64) -> f64 {
    (f64::from(cells::lines(words, letters)) * 15.0 + 3.0).min(405.0)
}

/// A page of text.
pub fn text(
    sheet: &mut Worksheet,
    of: &Sheet,
    paragraphs: &[Paragraph],
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 4)?.set_column_width(1, WIDE)?;
    heading(sheet, &of.headline, &of.subtitle, (1, across(4.0, WIDE)), plan, pen)?;
    let mut row = 4;
    for paragraph in paragraphs {
        let (column, format) = match paragraph.style {
            ParagraphStyle::Heading => {
                row += 1;
                (0, pen.heading())
            }
            ParagraphStyle::Plain => (0, pen.plain()),
            ParagraphStyle::Point => {
                cells::text(sheet, (row, 0), "•", &pen.plain().set_align(rust_xlsxwriter::FormatAlign::Right))?;
                (1, pen.plain())
            }
        };
        row = self::paragraph(sheet, row, (column, 1), &paragraph.text, &format)?;
    }
    row += 1;
    for line in &of.foot {
        row = self::paragraph(sheet, row, (0, 1), line, &pen.muted())?;
    }
    Ok(())
}

/// A page of lines.
pub fn lines(sheet: &mut Worksheet, of: &Sheet, lines: &[String], plan: &Plan, pen: &Pen) -> Result<(), XlsxError> {
    let paragraphs: Vec<Paragraph> = lines.iter().map(Paragraph::plain).collect();
    text(sheet, of, &paragraphs, plan, pen)
}

/// Answers in large type.
pub fn numbers(
    sheet: &mut Worksheet,
    of: &Sheet,
    numbers: &[BigNumber],
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 22)?.set_column_width(1, WIDE)?;
    heading(sheet, &of.headline, &of.subtitle, (1, across(22.0, WIDE)), plan, pen)?;
    let mut row = 4;
    for number in numbers {
        cells::text(sheet, (row, 0), &number.question, &pen.heading())?;
        let large = pen.headline();
        cells::text(sheet, (row, 1), &number.headline, &large)?;
        let lines = cells::lines_at(&number.headline, cells::pixels(WIDE), (15.0, Weight::Bold)).clamp(1, 6);
        sheet.set_row_height(row, f64::from(lines) * 21.0)?;
        row += 1;
        for (words, format) in std::iter::once((&number.sentence, pen.plain()))
            .chain(number.small_print.iter().map(|line| (line, pen.muted())))
            .filter(|(words, _)| !words.is_empty())
        {
            row = paragraph(sheet, row, (1, 1), words, &format)?;
        }
        row += 1;
    }
    for line in &of.foot {
        row = paragraph(sheet, row, (0, 1), line, &pen.muted())?;
    }
    Ok(())
}

/// Facts of an incident and what happened, in two columns; returns the row after them.
pub fn facts(
    sheet: &mut Worksheet,
    of: &Sheet,
    incident: &IncidentSheet,
    plan: &Plan,
    pen: &Pen,
) -> Result<RowNum, XlsxError> {
    const FACT: f64 = 60.0;
    sheet.set_column_width(0, 24)?.set_column_width(1, FACT)?;
    heading(sheet, &of.headline, &of.subtitle, (1, across(24.0, FACT)), plan, pen)?;
    let mut row = 3;
    for (name, value) in &incident.facts {
        cells::text(sheet, (row, 0), name, &pen.cell(&Kind::Text).set_bold())?;
        cells::text(sheet, (row, 1), value, &pen.plain())?;
        sheet.set_row_height(row, height(value, FACT))?;
        row += 1;
    }
    row += 1;
    for paragraph in &incident.text {
        let format = if paragraph.style == ParagraphStyle::Heading { pen.heading() } else { pen.plain() };
        cells::across(sheet, (row, 1), (0, 1), &paragraph.text, &format)?;
        sheet.set_row_height(row, height(&paragraph.text, FACT + 24.0))?;
        row += 1;
    }
    row += 1;
    for line in &of.foot {
        cells::across(sheet, (row, 1), (0, 1), line, &pen.muted())?;
        sheet.set_row_height(row, height(line, FACT + 24.0))?;
        row += 1;
    }
    Ok(row)
}

/// What each figure counts and how.
pub fn definitions(sheet: &mut Worksheet, deck: &Deck, plan: &Plan, pen: &Pen) -> Result<(), XlsxError> {
    let name = tr(pen.lang, "xlsx-definitions");
    let said = deck.sheets.iter().enumerate().flat_map(|(page, sheet)| {
        definitions_of(sheet).into_iter().enumerate().map(move |(half, paragraphs)| (page, half, paragraphs.to_vec()))
    });
    listed(sheet, &name, said.collect(), plan, pen)
}

/// What is said to each page, without what stands on it or in the definitions.
pub fn notes(sheet: &mut Worksheet, deck: &Deck, plan: &Plan, pen: &Pen) -> Result<(), XlsxError> {
    let name = tr(pen.lang, "xlsx-notes");
    let said = deck.sheets.iter().enumerate().map(|(page, sheet)| {
        let defined: Vec<&String> = definitions_of(sheet).into_iter().flatten().collect();
        let is_new = |note: &&String| !defined.contains(note) && !sheet.foot.contains(note);
        (page, 0, sheet.notes.iter().filter(is_new).cloned().collect::<Vec<String>>())
    });
    listed(sheet, &name, said.filter(|(_, _, notes)| !notes.is_empty()).collect(), plan, pen)
}

fn listed(
    sheet: &mut Worksheet,
    name: &str,
    said: Vec<(usize, usize, Vec<String>)>,
    plan: &Plan,
    pen: &Pen,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 8)?.set_column_width(1, WIDE)?;
    heading(sheet, name, "", (1, across(8.0, WIDE)), plan, pen)?;
    let mut row = 3;
    for (page, half, paragraphs) in said {
        let entry = plan.entries.iter().find(|entry| entry.page == page && entry.half.unwrap_or(0) == half);
        row += 1;
        if let Some(entry) = entry {
            cells::text(sheet, (row, 0), &entry.number, &pen.heading())?;
            link(
                sheet,
                (row, 1),
                &entry.name,
                if entry.headline.is_empty() { &entry.name } else { &entry.headline },
                pen,
            )?;
            row += 1;
        }
        for words in paragraphs {
            row = paragraph(sheet, row, (1, 1), &words, &pen.plain())?;
        }
    }
    Ok(())
}
