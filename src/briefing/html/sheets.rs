//! A page of a briefing as a section: headline, what it shows, its numbers and its notes folded beneath.

use crate::briefing::deck::{BigNumber, Body, Deck, IncidentSheet, Paragraph, ParagraphStyle, Sheet};
use crate::briefing::html::charts::Charts;
use crate::briefing::html::words::{Out, short};
use crate::briefing::slide::table::is_number;
use crate::briefing::told::told;
use crate::chart::gallery::Drawn;
use crate::chart::model::{ChartModel, DataTable, Value};
use crate::text::{Lang, tr, tr_args};

/// Writes a section; `number` counts from 1.
pub fn section(out: &mut Out, charts: &mut Charts, deck: &Deck, sheet: &Sheet, number: usize) {
    let (id, head) = (format!("p{number}"), format!("h{number}"));
    let named = !sheet.headline.trim().is_empty();
    let attributes = [("id", id.as_str()), ("aria-labelledby", head.as_str())];
    out.open("section", if named { &attributes } else { &attributes[..1] });
    out.element("h2", &[("id", &head)], &sheet.headline);
    out.element("p", &[("class", "sub")], &sheet.subtitle);
    body(out, charts, sheet, deck.lang);
    // What it rests on stands right under it, on the same sheet when it is printed.
    foot(out, deck, sheet);
    numbers_behind(out, sheet, deck.lang);
    notes(out, sheet, deck.lang);
    out.close("section");
}

fn body(out: &mut Out, charts: &mut Charts, sheet: &Sheet, lang: Lang) {
    match &sheet.body {
        Body::Title { lines } => all(out, "under", lines),
        Body::Numbers(numbers) => {
            out.open("div", &[("class", "answers")]);
            for number in numbers {
                big_number(out, number);
            }
            out.close("div");
        }
        Body::Figure(drawn) => figure(out, charts, &drawn.model, &drawn.panels),
        Body::Two(both) => {
            out.open("div", &[("class", "two")]);
            for drawn in both.iter() {
                one_of_two(out, charts, drawn);
            }
            out.close("div");
        }
        Body::Table(data) => table(out, data, &sheet.headline, lang),
        Body::Incident(sheet) => incident(out, charts, sheet),
        Body::Timeline(model) => figure(out, charts, model, &[]),
        Body::Text(paragraphs) => text(out, paragraphs),
        Body::Empty(why) => out.element("p", &[("class", "silent")], why),
    }
}

fn all(out: &mut Out, class: &str, lines: &[String]) {
    for line in lines {
        out.element("p", &[("class", class)], line);
    }
}

fn figure(out: &mut Out, charts: &mut Charts, model: &ChartModel, panels: &[ChartModel]) {
    out.open("figure", &[]);
    charts.whole(out, model, panels);
    out.close("figure");
}

fn one_of_two(out: &mut Out, charts: &mut Charts, drawn: &Drawn) {
    out.open("figure", &[]);
    out.element("h3", &[], &drawn.model.title);
    out.element("p", &[("class", "sub")], &drawn.model.subtitle);
    charts.half(out, &drawn.model, &drawn.panels);
    out.close("figure");
}

fn big_number(out: &mut Out, number: &BigNumber) {
    out.open("div", &[("class", "answer")]);
    out.element("p", &[("class", "question")], &number.question);
    out.element("h3", &[], &number.headline);
    out.element("p", &[], &number.sentence);
    out.element("p", &[("class", "small")], &number.small_print.join(" · "));
    out.close("div");
}

fn incident(out: &mut Out, charts: &mut Charts, sheet: &IncidentSheet) {
    if !sheet.facts.is_empty() {
        out.open("dl", &[]);
        for (name, value) in &sheet.facts {
            out.open("div", &[]);
            out.element("dt", &[], name);
            out.element("dd", &[("dir", "auto")], value);
            out.close("div");
        }
        out.close("dl");
    }
    text(out, &sheet.text);
    if let Some(model) = &sheet.timeline {
        figure(out, charts, model, &[]);
    }
}

fn text(out: &mut Out, paragraphs: &[Paragraph]) {
    let mut in_list = false;
    for paragraph in paragraphs {
        let is_point = paragraph.style == ParagraphStyle::Point;
        if is_point != in_list {
            if is_point {
                out.open("ul", &[]);
            } else {
                out.close("ul");
            }
            in_list = is_point;
        }
        let name = match paragraph.style {
            ParagraphStyle::Heading => "h3",
            ParagraphStyle::Plain => "p",
            ParagraphStyle::Point => "li",
        };
        out.element(name, &[], &paragraph.text);
    }
    if in_list {
        out.close("ul");
    }
}

/// A table in a box of its own, which scrolls where the window is narrower. What it is called is read out, not shown:
/// it stands right above it.
fn table(out: &mut Out, data: &DataTable, called: &str, lang: Lang) {
    let right: Vec<bool> = (0..data.headers.len()).map(|column| is_number(data, column)).collect();
    let is_day = |column: usize| {
        let mut cells = data.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty());
        cells.next().is_some_and(|cell| matches!(cell.value, Value::Day(_)))
    };
    let days: Vec<bool> = (0..data.headers.len()).map(is_day).collect();
    let look = |column: usize| match (right.get(column), days.get(column)) {
        (Some(true), _) => "number",
        (_, Some(true)) => "day",
        _ => "words",
    };
    let name = if called.trim().is_empty() { tr(lang, "report-numbers") } else { short(called, 160) };
    out.open("div", &[("class", "scroll"), ("role", "region"), ("aria-label", &name), ("tabindex", "0")]);
    out.open("table", &[]);
    out.element("caption", &[("class", "unseen")], &name);
    out.open("thead", &[]);
    out.open("tr", &[]);
    for (column, header) in data.headers.iter().enumerate() {
        out.open("th", &[("scope", "col"), ("class", look(column))]);
        out.text(header);
        out.close("th");
    }
    out.close("tr");
    out.close("thead");
    out.open("tbody", &[]);
    for row in &data.rows {
        out.open("tr", &[]);
        for (column, cell) in row.iter().enumerate() {
            // The first column names its row.
            let names = column == 0 && look(column) == "words" && data.headers.len() > 1;
            let (element, scope) = if names { ("th", Some(("scope", "row"))) } else { ("td", None) };
            let plain = [("class", look(column)), ("dir", "auto")];
            out.open(element, &scope.into_iter().chain(plain).collect::<Vec<_>>());
            out.text(&cell.text);
            out.close(element);
        }
        out.close("tr");
    }
    out.close("tbody");
    out.close("table");
    out.close("div");
}

/// The numbers behind the charts of a page, folded.
fn numbers_behind(out: &mut Out, sheet: &Sheet, lang: Lang) {
    let models: Vec<&ChartModel> = sheet
        .models()
        .into_iter()
        .filter(|model| !model.table.headers.is_empty() && !model.table.rows.is_empty())
        .collect();
    let alone = models.len() == 1;
    for model in models {
        let name = if alone || model.title.trim().is_empty() {
            tr(lang, "report-numbers")
        } else {
            tr_args(lang, "report-numbers-of", &[("figure", short(&model.title, 90).into())])
        };
        out.open("details", &[("class", "numbers")]);
        out.element("summary", &[], &name);
        table(out, &model.table, &tr_args(lang, "report-numbers-of", &[("figure", called(model, sheet).into())]), lang);
        out.close("details");
    }
}

/// What the figure is called to which numbers belong.
fn called<'a>(model: &'a ChartModel, sheet: &'a Sheet) -> &'a str {
    if model.title.trim().is_empty() { &sheet.headline } else { &model.title }
}

fn notes(out: &mut Out, sheet: &Sheet, lang: Lang) {
    let mut kept = told(sheet).peekable();
    if kept.peek().is_none() {
        return;
    }
    out.open("details", &[("class", "notes")]);
    out.element("summary", &[], &tr(lang, "report-notes"));
    for note in kept {
        out.element("p", &[], note);
    }
    out.close("details");
}

fn foot(out: &mut Out, deck: &Deck, sheet: &Sheet) {
    if sheet.foot.is_empty() && deck.marking.trim().is_empty() {
        return;
    }
    out.open("footer", &[]);
    all(out, "basis", &sheet.foot);
    out.element("p", &[("class", "marking")], &deck.marking);
    out.close("footer");
}
