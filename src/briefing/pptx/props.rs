//! The presentation itself: its list of slides, its properties, and what every version expects beside them.

use std::fmt::Write as _;

use crate::briefing::deck::Deck;
use crate::briefing::pptx::master::TYPE;
use crate::briefing::pptx::notes::NOTES_MASTER;
use crate::briefing::pptx::package::{Package, Relations};
use crate::briefing::pptx::stage::Stage;
use crate::briefing::pptx::table::PLAIN_STYLE;
use crate::briefing::pptx::xml::{Emu, HEAD, SLIDE_SPACES, esc};

const A: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

/// Adds the presentation. `masters` are parts of masters, each with the number that its own list of layouts begins
/// after.
pub fn presentation(package: &mut Package, stage: &Stage, masters: &[(String, u32)], slides: &[String], theme: &str) {
    let mut relations = Relations::default();
    let mut list = String::new();
    for (master, number) in masters {
        let id = relations.add("slideMaster", master);
        _ = write!(list, "<p:sldMasterId id=\"{number}\" r:id=\"{id}\"/>");
    }
    let notes = relations.add("notesMaster", NOTES_MASTER);
    let mut pages = String::new();
    for (at, slide) in slides.iter().enumerate() {
        let id = relations.add("slide", slide);
        _ = write!(pages, "<p:sldId id=\"{}\" r:id=\"{id}\"/>", 256 + at);
    }
    relations.add("presProps", "ppt/presProps.xml");
    relations.add("viewProps", "ppt/viewProps.xml");
    relations.add("theme", theme);
    relations.add("tableStyles", "ppt/tableStyles.xml");
    let pages = if pages.is_empty() { pages } else { format!("<p:sldIdLst>{pages}</p:sldIdLst>") };
    let mut levels = String::new();
    for level in 1..=9_u32 {
        _ = write!(
            levels,
            "<a:lvl{level}pPr marL=\"{}\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" hangingPunct=\"1\">\
             <a:defRPr sz=\"1800\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{level}pPr>",
            (level - 1) * 457_200
        );
    }
    let xml = format!(
        "{HEAD}<p:presentation {SLIDE_SPACES} saveSubsetFonts=\"1\"><p:sldMasterIdLst>{list}</p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"{notes}\"/></p:notesMasterIdLst>{pages}\
         <p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>",
        Emu(stage.width),
        Emu(stage.height)
    );
    package.add("ppt/presentation.xml", &format!("{TYPE}presentation.main+xml"), xml, relations);
    package.relations.add("officeDocument", "ppt/presentation.xml");
    let plain = |text: String| (text, Relations::default());
    let (text, none) = plain(format!("{HEAD}<p:presentationPr {SLIDE_SPACES}/>"));
    package.add("ppt/presProps.xml", &format!("{TYPE}presProps+xml"), text, none);
    let (text, none) = plain(format!("{HEAD}<p:viewPr {SLIDE_SPACES}/>"));
    package.add("ppt/viewProps.xml", &format!("{TYPE}viewProps+xml"), text, none);
    let (text, none) = plain(format!("{HEAD}<a:tblStyleLst {A} def=\"{PLAIN_STYLE}\"/>"));
    package.add("ppt/tableStyles.xml", &format!("{TYPE}tableStyles+xml"), text, none);
}

/// Adds the properties that file managers show: title, language and the day of the data.
pub fn properties(package: &mut Package, deck: &Deck, lang: &str, slides: usize) {
    let (year, month, day) = deck.as_of.ymd();
    let date = format!("{:04}-{month:02}-{day:02}T00:00:00Z", year.clamp(1, 9_999));
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>Vigie</dc:creator><cp:lastModifiedBy>Vigie</cp:lastModifiedBy><cp:revision>1</cp:revision>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified>\
         <dc:language>{lang}</dc:language></cp:coreProperties>",
        esc(&deck.title)
    );
    let name = "docProps/core.xml";
    package.add(name, "application/vnd.openxmlformats-package.core-properties+xml", core, Relations::default());
    package
        .relations
        .add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", name);
    let app = format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides><Notes>{slides}</Notes><Application>Vigie</Application></Properties>"
    );
    let name = "docProps/app.xml";
    let kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    package.add(name, kind, app, Relations::default());
    package.relations.add("extended-properties", name);
}
