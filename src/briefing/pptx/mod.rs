//! Slides: a presentation with charts that can be edited, native tables, notes, and words for those who cannot see.
//!
//! A slide's texts stand in the placeholders of its layout; a figure is a native chart with its own workbook, as far
//! as such a chart exists, and else the drawing of `draw/` as SVG with a picture beside it. What a native chart has no
//! part for (names beside marks, dashed lines with a text, ticks at uneven places) is drawn inside the chart, so that
//! it moves with it.

pub mod chart;
pub mod company;
mod figure;
pub mod look;
pub mod master;
pub mod notes;
pub mod package;
pub mod props;
pub mod shapes;
pub mod slide;
pub mod stage;
pub mod table;
pub mod xml;

use crate::briefing::deck::{Deck, Sheet};
use crate::briefing::format::{ExportError, Options};
use crate::briefing::paging;
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::package::Package;
use crate::briefing::pptx::slide::Book;
use crate::briefing::pptx::stage::Stage;
use crate::briefing::remark::Remark;
use crate::draw::style::Style;
use crate::text::Lang;

/// The bytes of a presentation, and what is to be said of the company's template.
///
/// # Errors
/// When the company's template cannot be used.
pub fn write(deck: &Deck, options: &Options) -> Result<(Vec<u8>, Vec<Remark>), ExportError> {
    let (package, remarks) = package(deck, options)?;
    Ok((package.finish()?, remarks))
}

fn package(deck: &Deck, options: &Options) -> Result<(Package, Vec<Remark>), ExportError> {
    let lang = match deck.lang {
        Lang::En => "en-GB",
        Lang::Fr => "fr-FR",
    };
    let mut package = Package::default();
    let mut remarks = Vec::new();
    let (stage, look, masters, theme) = match &options.company {
        None => {
            let (stage, look) = (Stage::own(), Look::own(Style::print(), lang));
            master::own(&mut package, &stage, &look);
            (stage, look, vec![(master::MASTER.to_owned(), 2_147_483_648)], "ppt/theme/theme1.xml".to_owned())
        }
        Some(bytes) => {
            let company = company::read(bytes, lang)?;
            company.put(&mut package);
            remarks.clone_from(&company.remarks);
            (company.stage, company.look, company.masters, company.theme)
        }
    };
    master::notes(&mut package, &look.style, notes::NOTES_MASTER, "ppt/theme/vigieNotes.xml", lang);
    let body = |headline: &str, sheet: &Sheet| stage.content.place(headline, &sheet.subtitle, &sheet.foot, &look).body;
    let deck = paging::paged_in(deck, &body);
    let mut book = Book { deck: &deck, stage: &stage, look: &look, package: &mut package, charts: 0, pictures: 0 };
    let slides: Vec<String> = deck.sheets.iter().enumerate().map(|(at, sheet)| book.slide(sheet, at + 1)).collect();
    props::presentation(&mut package, &stage, &masters, &slides, &theme);
    props::properties(&mut package, &deck, lang, slides.len());
    Ok((package, remarks))
}
