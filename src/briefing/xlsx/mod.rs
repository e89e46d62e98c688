//! A deck as a workbook: a sheet a figure with its numbers as a table and a chart of its own kind beside them, a sheet
//! a page of text, and at the end what is counted and how.
//!
//! Text is written as text, whatever it begins with; nothing in the workbook computes, runs or leads outside of it. The
//! same deck gives the same bytes.

mod cells;
mod chart;
mod figure;
mod names;
mod prose;
mod table;
mod tidy;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::briefing::deck::{Body, Deck, Sheet};
use crate::briefing::format::ExportError;
use crate::briefing::xlsx::cells::Pen;
use crate::briefing::xlsx::names::Names;
use crate::chart::gallery::Drawn;
use crate::chart::model::ChartModel;
use crate::text::tr;

/// The bytes of a deck as a workbook.
///
/// # Errors
/// When the writer refuses what it is given; it says why.
pub fn write(deck: &Deck) -> Result<Vec<u8>, ExportError> {
    let bytes = build(deck).map_err(|error| ExportError::Writing(error.to_string()))?;
    tidy::tidy(&bytes).map_err(ExportError::Writing)
}

fn build(deck: &Deck) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = deck.as_of.ymd();
    let made = ExcelDateTime::from_ymd(u16::try_from(year.clamp(1900, 9999)).unwrap_or(1900), month as u8, day as u8)?;
    let title = cells::clean(&deck.title, 250);
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let pen = Pen::new(deck.lang);
    let plan = plan(deck);
    prose::contents(add(&mut workbook, deck, &plan.contents)?, deck, &plan, &pen)?;
    for entry in &plan.entries {
        let Some(sheet) = deck.sheets.get(entry.page) else { continue };
        let worksheet = add(&mut workbook, deck, &entry.name)?;
        fill(worksheet, sheet, entry, &plan, &pen)?;
    }
    if let Some(name) = &plan.definitions {
        prose::definitions(add(&mut workbook, deck, name)?, deck, &plan, &pen)?;
    }
    if let Some(name) = &plan.notes {
        prose::notes(add(&mut workbook, deck, name)?, deck, &plan, &pen)?;
    }
    workbook.save_to_buffer()
}

/// A sheet of its own, set up for the printer.
fn add<'a>(workbook: &'a mut Workbook, deck: &Deck, name: &str) -> Result<&'a mut Worksheet, XlsxError> {
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(name)?;
    worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3);
    worksheet.set_screen_gridlines(false);
    let safe = |words: &str| cells::clean(words, 100).replace('&', "&&");
    worksheet.set_header(format!("&L&9 {}&R&9 {}", safe(&deck.title), safe(&deck.marking)));
    let data = deck.data_to();
    worksheet.set_footer(format!("&L&9 {}&C&9 {}&R&9&P / &N", safe(&data), safe(name)));
    Ok(worksheet)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, entry: &Entry, plan: &Plan, pen: &Pen) -> Result<(), XlsxError> {
    match (&sheet.body, entry.half) {
        (Body::Figure(drawn), _) => figure::drawn(worksheet, sheet, drawn, entry, plan, pen),
        (Body::Two(both), Some(half)) => {
            let drawn: &Drawn = &both[half.min(1)];
            figure::drawn(worksheet, sheet, drawn, entry, plan, pen)
        }
        (Body::Timeline(model), _) => figure::alone(worksheet, sheet, model, entry, plan, pen),
        (Body::Table(table), _) => figure::table_alone(worksheet, sheet, table, entry, plan, pen),
        (Body::Incident(incident), _) => figure::incident(worksheet, sheet, incident, entry, plan, pen),
        (Body::Numbers(numbers), _) => prose::numbers(worksheet, sheet, numbers, plan, pen),
        (Body::Text(paragraphs), _) => prose::text(worksheet, sheet, paragraphs, plan, pen),
        (Body::Title { lines }, _) => prose::lines(worksheet, sheet, lines, plan, pen),
        (Body::Empty(why), _) => prose::lines(worksheet, sheet, std::slice::from_ref(why), plan, pen),
        (Body::Two(_), None) => Ok(()),
    }
}

/// What a sheet of the workbook shows.
struct Entry {
    /// Its name.
    name: String,
    /// Which page of the deck, from 0.
    page: usize,
    /// Which of two figures of the page.
    half: Option<usize>,
    /// The number shown for it: "3", "4a".
    number: String,
    /// Its headline.
    headline: String,
}

/// Which sheets there are.
struct Plan {
    contents: String,
    entries: Vec<Entry>,
    definitions: Option<String>,
    notes: Option<String>,
}

fn plan(deck: &Deck) -> Plan {
    let mut names = Names::default();
    let contents = names.take(&tr(deck.lang, "xlsx-contents"));
    let mut entries = Vec::new();
    for (page, sheet) in deck.sheets.iter().enumerate() {
        // The first page says what the contents say.
        if page == 0 && matches!(sheet.body, Body::Title { .. }) {
            continue;
        }
        let models = match &sheet.body {
            Body::Two(both) => vec![Some(&both[0].model), Some(&both[1].model)],
            Body::Figure(drawn) => vec![Some(&drawn.model)],
            Body::Timeline(model) => vec![Some(&**model)],
            _ => vec![None],
        };
        let is_two = models.len() > 1;
        for (half, model) in models.into_iter().enumerate() {
            let number = if is_two {
                format!("{}{}", page + 1, if half == 0 { "a" } else { "b" })
            } else {
                (page + 1).to_string()
            };
            let what = model.map_or_else(|| sheet.headline.clone(), |model| short_name(deck, model));
            entries.push(Entry {
                name: names.take(&format!("{number} {what}")),
                page,
                half: is_two.then_some(half),
                number,
                headline: model.filter(|_| is_two).map_or_else(|| sheet.headline.clone(), |model| model.title.clone()),
            });
        }
    }
    let has_definitions = deck.sheets.iter().any(|sheet| !definitions_of(sheet).is_empty());
    let has_notes = deck.sheets.iter().any(|sheet| !sheet.notes.is_empty());
    Plan {
        contents,
        entries,
        definitions: has_definitions.then(|| names.take(&tr(deck.lang, "xlsx-definitions"))),
        notes: has_notes.then(|| names.take(&tr(deck.lang, "xlsx-notes"))),
    }
}

/// What a figure is called on its tab.
fn short_name(deck: &Deck, model: &ChartModel) -> String {
    crate::text::tr_or(deck.lang, &format!("charts-name-{}", model.key.key()), model.key.key())
}

/// The definitions of the figures of a page.
fn definitions_of(sheet: &Sheet) -> Vec<&[String]> {
    let found: Vec<&[String]> = match &sheet.body {
        Body::Figure(drawn) => vec![&drawn.definition],
        Body::Two(both) => both.iter().map(|drawn| drawn.definition.as_slice()).collect(),
        _ => Vec::new(),
    };
    found.into_iter().filter(|paragraphs| !paragraphs.is_empty()).collect()
}
