//! Our own master and layouts, the master of notes, and the list of slides.

use std::fmt::Write as _;

use crate::briefing::place::LEADING;
use crate::briefing::pptx::look::{Look, theme};
use crate::briefing::pptx::package::{Package, Relations};
use crate::briefing::pptx::shapes::{BODY, RECTANGLE};
use crate::briefing::pptx::stage::{Holder, Layout, Stage};
use crate::briefing::pptx::xml::{Emu, HEAD, SLIDE_SPACES, esc, sz};
use crate::draw::scene::Area;
use crate::draw::style::Style;

/// Types of parts begin with this.
pub const TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.";
/// Type of a theme.
pub const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
/// Our own master.
pub const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
    <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
const MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
    accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

/// The beginning of a tree of shapes.
pub const fn tree() -> &'static str {
    TREE
}

/// Adds our own theme, master and layouts.
pub fn own(package: &mut Package, stage: &Stage, look: &Look) {
    let theme_part = "ppt/theme/theme1.xml";
    package.add(theme_part, THEME_TYPE, theme(&look.style, "Vigie"), Relations::default());
    let mut relations = Relations::default();
    let mut list = String::new();
    for (at, layout) in stage.layouts().into_iter().enumerate() {
        let id = relations.add("slideLayout", &layout.part);
        _ = write!(list, "<p:sldLayoutId id=\"{}\" r:id=\"{id}\"/>", 2_147_483_649_u32 + at as u32);
        let mut own = Relations::default();
        own.add("slideMaster", MASTER);
        package.add(&layout.part, &format!("{TYPE}slideLayout+xml"), layout_xml(layout, look), own);
    }
    relations.add("theme", theme_part);
    package.add(MASTER, &format!("{TYPE}slideMaster+xml"), master_xml(stage, look, &list), relations);
}

fn master_xml(stage: &Stage, look: &Look, list: &str) -> String {
    let mut shapes = String::new();
    let layout = &stage.content;
    let mut next = 2;
    for (name, holder) in layout.holders() {
        // The line under the headline, headings and foot are the layouts' own.
        let (name, ph) = match name {
            "Headline" => ("Headline", "type=\"title\""),
            "Content" => ("Text", "type=\"body\" idx=\"1\""),
            "Marking" => ("Marking", "type=\"ftr\" sz=\"quarter\" idx=\"3\""),
            "Number" => ("Number", "type=\"sldNum\" sz=\"quarter\" idx=\"4\""),
            _ => continue,
        };
        let holder = Holder { ph: ph.to_owned(), ..holder.clone() };
        shapes.push_str(&placeholder(next, name, &holder, look));
        next += 1;
    }
    let level = |at: u32, size: f64, bullet: &str, indent: f64, colour: &str, bold: u8| {
        let left = Emu(indent * f64::from(at));
        let hang = Emu(indent);
        format!(
            "<a:lvl{at}pPr marL=\"{left}\" indent=\"-{hang}\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" hangingPunct=\"1\">\
             <a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc><a:spcBef><a:spcPts val=\"600\"/></a:spcBef>{bullet}\
             <a:defRPr sz=\"{}\" b=\"{bold}\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{at}pPr>",
            sz(size)
        )
    };
    let title = level(1, 26.0, "<a:buNone/>", 0.0, "tx1", 1)
        .replace("spcPts val=\"600\"", "spcPts val=\"0\"")
        .replace("+mn-", "+mj-")
        .replace("indent=\"-0\"", "indent=\"0\"");
    let bullet = "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>";
    let body: String =
        (1..=5_u32).map(|at| level(at, (19.0 - f64::from(at)).max(14.0), bullet, 20.0, "tx1", 0)).collect();
    let other: String =
        (1..=5_u32).map(|at| level(at, 18.0, "", 0.0, "tx1", 0).replace("indent=\"-0\"", "indent=\"0\"")).collect();
    format!(
        "{HEAD}<p:sldMaster {SLIDE_SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>\
         <p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{MAP}<p:sldLayoutIdLst>{list}</p:sldLayoutIdLst>\
         <p:hf hdr=\"0\" dt=\"0\"/>\
         <p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )
}

fn layout_xml(layout: &Layout, look: &Look) -> String {
    let mut shapes = String::new();
    let mut next = 2;
    if layout.kind == "title" {
        // A short bar of the first data colour between the title, which stands on it, and what is under it.
        let bar = Area { x: 48.0, y: 276.0, width: 72.0, height: 5.0 };
        _ = write!(
            shapes,
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{next}\" name=\"Bar\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>{}{RECTANGLE}\
             <a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>",
            xfrm("a", bar)
        );
        next += 1;
    }
    for (name, holder) in layout.holders() {
        shapes.push_str(&placeholder(next, name, holder, look));
        next += 1;
    }
    let kind = if layout.kind == "cust" { String::new() } else { format!(" type=\"{}\"", layout.kind) };
    format!(
        "{HEAD}<p:sldLayout {SLIDE_SPACES}{kind} preserve=\"1\"><p:cSld name=\"{}\"><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        esc(&layout.name)
    )
}

/// Where a shape stands.
pub fn xfrm(space: &str, area: Area) -> String {
    format!(
        "<{space}:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></{space}:xfrm>",
        Emu(area.x),
        Emu(area.y),
        Emu(area.width),
        Emu(area.height)
    )
}

/// A placeholder of a master or a layout, with the style of its text.
fn placeholder(id: u32, name: &str, holder: &Holder, look: &Look) -> String {
    let (bold, colour, algn) = match name {
        "Headline" | "Heading" => (1, "tx1", "l"),
        "Subtitle" | "Foot" => (0, "tx2", "l"),
        "Marking" | "Number" => (0, "tx2", "r"),
        _ => (0, "tx1", "l"),
    };
    let is_text = !matches!(name, "Content" | "Text");
    let style = if is_text {
        format!(
            "<a:lstStyle><a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"{algn}\"><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/>\
             <a:defRPr sz=\"{}\" b=\"{bold}\"><a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>",
            sz(holder.size * LEADING),
            sz(holder.size)
        )
    } else {
        "<a:lstStyle/>".to_owned()
    };
    let lang = look.lang;
    let words = match name {
        "Number" => format!(
            "<a:p><a:fld id=\"{{5E0B8D2A-6C0F-4B7E-9C61-0F1D1F7F2A01}}\" type=\"slidenum\"><a:rPr lang=\"{lang}\"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang=\"{lang}\"/></a:p>"
        ),
        "Marking" => format!("<a:p><a:endParaRPr lang=\"{lang}\"/></a:p>"),
        _ => format!("<a:p><a:r><a:rPr lang=\"{lang}\"/><a:t>{name}</a:t></a:r></a:p>"),
    };
    let room =
        if holder.ph.contains("ctrTitle") { BODY.replace("anchor=\"t\"", "anchor=\"b\"") } else { BODY.to_owned() };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {id}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {}/></p:nvPr></p:nvSpPr>\
         <p:spPr>{}{RECTANGLE}</p:spPr><p:txBody>{room}{style}{words}</p:txBody></p:sp>",
        holder.ph,
        xfrm("a", holder.area)
    )
}

/// Adds the master of notes with a theme of its own, as the format asks.
pub fn notes(package: &mut Package, style: &Style, part: &str, theme_part: &str, lang: &str) {
    package.add(theme_part, THEME_TYPE, theme(style, "Notes"), Relations::default());
    let mut relations = Relations::default();
    relations.add("theme", theme_part);
    let picture = Area { x: 54.0, y: 54.0, width: 432.0, height: 243.0 };
    let text = Area { x: 54.0, y: 320.0, width: 432.0, height: 340.0 };
    let xml = format!(
        "{HEAD}<p:notesMaster {SLIDE_SPACES}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>{TREE}\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide 2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr>\
         <p:spPr>{}{RECTANGLE}<a:noFill/><a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill></a:ln></p:spPr></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes 3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/></p:nvPr></p:nvSpPr>\
         <p:spPr>{}{RECTANGLE}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"{lang}\"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>\
         </p:spTree></p:cSld>{MAP}<p:notesStyle><a:lvl1pPr marL=\"0\" algn=\"l\"><a:spcBef><a:spcPts val=\"600\"/></a:spcBef>\
         <a:defRPr sz=\"1200\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>",
        xfrm("a", picture),
        xfrm("a", text)
    );
    package.add(part, &format!("{TYPE}notesMaster+xml"), xml, relations);
}
