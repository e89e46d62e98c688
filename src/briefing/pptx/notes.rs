//! Notes of a slide: what was written for the speaker, the finding, the definition, and whatever did not fit.

use std::fmt::Write as _;

use crate::briefing::deck::Sheet;
use crate::briefing::place::Placed;
use crate::briefing::pptx::master::{TYPE, tree};
use crate::briefing::pptx::package::Relations;
use crate::briefing::pptx::shapes::run;
use crate::briefing::pptx::slide::Book;
use crate::briefing::pptx::xml::{HEAD, SLIDE_SPACES};

/// The master of notes.
pub const NOTES_MASTER: &str = "ppt/notesMasters/notesMaster1.xml";

/// What was cut on the slide, whole.
pub fn cut_away(sheet: &Sheet, placed: &Placed) -> Vec<String> {
    let is_cut = |lines: &[String]| lines.last().is_some_and(|line| line.ends_with('…'));
    let mut whole = Vec::new();
    for (lines, text) in [(&placed.headline_lines, &sheet.headline), (&placed.subtitle_lines, &sheet.subtitle)] {
        if is_cut(lines) && !text.ends_with('…') {
            whole.push(text.clone());
        }
    }
    if is_cut(&placed.foot_lines) {
        whole.extend(sheet.foot.iter().cloned());
    }
    whole
}

/// Adds the notes of a slide.
pub fn add(
    book: &mut Book<'_>,
    sheet: &Sheet,
    cut: &[String],
    (slide, number): (&str, usize),
    relations: &mut Relations,
) {
    let part = format!("ppt/notesSlides/notesSlide{number}.xml");
    let mut own = Relations::default();
    own.add("notesMaster", NOTES_MASTER);
    own.add("slide", slide);
    let lang = book.look.lang;
    let said = sheet.notes.iter().chain(cut).flat_map(|note| note.lines()).filter(|line| !line.trim().is_empty());
    let mut words = String::new();
    for line in said {
        _ = write!(words, "<a:p>{}</a:p>", run(line, &format!("<a:rPr lang=\"{lang}\" dirty=\"0\"/>")));
    }
    if words.is_empty() {
        words = format!("<a:p><a:endParaRPr lang=\"{lang}\"/></a:p>");
    }
    let xml = format!(
        "{HEAD}<p:notes {SLIDE_SPACES}><p:cSld><p:spTree>{}\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide 2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes 3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp></p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        tree()
    );
    book.package.add(&part, &format!("{TYPE}notesSlide+xml"), xml, own);
    relations.add("notesSlide", &part);
}
