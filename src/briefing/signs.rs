//! Which signs of a deck the embedded font cannot draw: said at every export, never left as boxes in silence.

use crate::briefing::deck::{Body, Deck, Paragraph, Sheet};
use crate::chart::model::{ChartModel, DataTable, Marks};
use crate::draw::font;

/// The signs that the font has not, each once, in order of appearance.
pub fn not_drawable(deck: &Deck) -> Vec<char> {
    let mut missing = Vec::new();
    let mut look = |text: &str| {
        for sign in font::missing(text) {
            if !missing.contains(&sign) {
                missing.push(sign);
            }
        }
    };
    look(&deck.title);
    look(&deck.marking);
    for sheet in &deck.sheets {
        of_sheet(sheet, &mut look);
    }
    missing
}

fn of_sheet(sheet: &Sheet, look: &mut impl FnMut(&str)) {
    look(&sheet.headline);
    look(&sheet.subtitle);
    sheet.foot.iter().chain(&sheet.notes).for_each(|text| look(text));
    let paragraphs = |paragraphs: &[Paragraph], look: &mut dyn FnMut(&str)| {
        for paragraph in paragraphs {
            look(&paragraph.text);
        }
    };
    match &sheet.body {
        Body::Title { lines } => lines.iter().for_each(|line| look(line)),
        Body::Numbers(numbers) => {
            for number in numbers {
                for text in
                    [&number.question, &number.headline, &number.sentence].into_iter().chain(&number.small_print)
                {
                    look(text);
                }
            }
        }
        Body::Table(table) => of_table(table, look),
        Body::Incident(incident) => {
            for (name, value) in &incident.facts {
                look(name);
                look(value);
            }
            paragraphs(&incident.text, look);
        }
        Body::Text(text) => paragraphs(text, look),
        Body::Empty(why) => look(why),
        Body::Figure(_) | Body::Two(_) | Body::Timeline(_) => {}
    }
    for model in sheet.models() {
        of_model(model, look);
    }
}

fn of_table(table: &DataTable, look: &mut impl FnMut(&str)) {
    table.headers.iter().for_each(|text| look(text));
    table.rows.iter().flatten().for_each(|cell| look(&cell.text));
}

fn of_model(model: &ChartModel, look: &mut impl FnMut(&str)) {
    for text in [&model.title, &model.subtitle, &model.x.title, &model.y.title].into_iter().chain(&model.empty) {
        look(text);
    }
    model.x.ticks.iter().chain(&model.y.ticks).for_each(|tick| look(&tick.label));
    model.annotations.iter().for_each(|annotation| look(&annotation.text));
    model.under_x.iter().for_each(|row| look(&row.title));
    of_table(&model.table, look);
    for series in &model.series {
        look(&series.name);
        if let Some(label) = &series.label {
            look(&label.text);
        }
        match &series.marks {
            Marks::Bars { bars, .. } => bars.iter().for_each(|bar| look(&bar.label)),
            Marks::Points { points } => points.iter().for_each(|point| look(&point.label)),
            Marks::Ranges { ranges, .. } => ranges.iter().for_each(|range| look(&range.label)),
            Marks::Rules { rules } => rules.iter().for_each(|rule| look(&rule.label)),
            _ => {}
        }
    }
}
