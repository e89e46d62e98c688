//! A company's own presentation or template: its masters, layouts, fonts and colours, read within limits. Its slides
//! are left behind, and what it refers to outside of itself is left out, without a look at it.

mod colours;
pub mod fit;
pub mod fonts;
mod layouts;
mod outside;
mod room;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node, ParsingOptions};

use crate::briefing::format::ExportError;
use crate::briefing::pptx::company::outside::LeftOut;
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::package::{Package, Part, Relations, relations_name};
use crate::briefing::pptx::stage::Stage;
use crate::briefing::remark::Remark;

/// Most bytes of a template.
const MOST_BYTES: usize = 64 << 20;
/// Most parts of a template.
const MOST_PARTS: usize = 4_000;
/// Most bytes of one part, unpacked.
const MOST_PART: u64 = 32 << 20;
/// Most bytes of all parts that are taken.
const MOST_TAKEN: usize = 96 << 20;
/// Most elements of a part.
const MOST_NODES: u32 = 400_000;

/// What is taken of a template.
pub struct Company {
    /// What slides stand on.
    pub stage: Stage,
    /// Colours and fonts.
    pub look: Look,
    /// Parts of masters, with their numbers.
    pub masters: Vec<(String, u32)>,
    /// Part of the first master's theme.
    pub theme: String,
    /// What is to be said of it.
    pub remarks: Vec<Remark>,
    parts: BTreeMap<String, Part>,
}

/// Reads a template.
///
/// # Errors
/// When it is not a presentation, is too large, needs what lies outside, holds programs, or has no place for a headline.
pub fn read(bytes: &[u8], lang: &'static str) -> Result<Company, ExportError> {
    let mut source = Source::of(bytes)?;
    let main = source.relations("")?.into_iter().find(|one| one.kind.ends_with("/officeDocument"));
    let main = main.ok_or_else(|| refused("it is not a presentation"))?.target;
    let text = source.text(&main)?;
    let document = parse(&text, &main)?;
    let size = find(document.root(), "sldSz").ok_or_else(|| refused("it is not a presentation"))?;
    let side =
        |name: &str| size.attribute(name).and_then(|text| text.parse::<f64>().ok()).map_or(0.0, |emu| emu / 12_700.0);
    let (width, height) = (side("cx"), side("cy"));
    if !(200.0..=4_000.0).contains(&width) || !(200.0..=4_000.0).contains(&height) {
        return Err(refused("its slides are too small or too large"));
    }
    let relations = source.relations(&main)?;
    let mut masters = Vec::new();
    for node in document.descendants().filter(|node| node.tag_name().name() == "sldMasterId") {
        let id = node.attributes().find(|one| one.namespace().is_some() && one.name() == "id").map(|one| one.value());
        let number = node.attribute("id").and_then(|text| text.parse().ok()).unwrap_or(2_147_483_648);
        let found = relations.iter().find(|one| Some(one.id.as_str()) == id);
        masters.extend(found.map(|one| (one.target.clone(), number)));
    }
    let Some((first, _)) = masters.first().cloned() else { return Err(refused("it has no master")) };
    let mut parts = BTreeMap::new();
    let wanted = masters.iter().map(|(part, _)| part.clone()).collect();
    let left = source.take(wanted, &mut parts)?;
    let theme = source.relations(&first)?.into_iter().find(|one| one.kind.ends_with("/theme"));
    let theme = theme.filter(|one| !one.target.is_empty()).ok_or_else(|| refused("its master has no theme"))?.target;
    let stage = layouts::stage(&parts, &masters, (width, height))?;
    let (master, layout) = (text_of(&parts, &first)?, text_of(&parts, &stage.content.part)?);
    let ground = room::ground(&master, &layout, stage.content.room)?;
    let theme_text = text_of(&parts, &theme)?;
    let sources = colours::Sources { master: &master, layout: &layout, theme: &theme_text, ground };
    let (look, changed) = colours::look(&sources, lang)?;
    let fonts = [&look.letters, &look.heading].into_iter().filter(|font| font.wide > 1.0);
    let told = [Remark::Links(left.links), Remark::Objects(left.objects), Remark::Accents(changed)];
    let is_some = |remark: &Remark| !matches!(remark, Remark::Links(count) | Remark::Objects(count) | Remark::Accents(count) if *count == 0);
    let mut remarks: Vec<Remark> = told.into_iter().filter(is_some).collect();
    remarks.extend(fonts.take(1).map(|font| Remark::Font(font.name.clone())));
    Ok(Company { stage, look, masters, theme, remarks, parts })
}

impl Company {
    /// Puts its parts into a package.
    pub fn put(&self, package: &mut Package) {
        package.parts.extend(self.parts.iter().map(|(name, part)| (name.clone(), part.clone())));
    }
}

fn refused(why: &str) -> ExportError {
    ExportError::Template(why.to_owned())
}

/// What a part refers to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// The archive.
struct Source<'a> {
    zip: zip::ZipArchive<Cursor<&'a [u8]>>,
    types: BTreeMap<String, String>,
    endings: BTreeMap<String, String>,
}

impl<'a> Source<'a> {
    fn of(bytes: &'a [u8]) -> Result<Self, ExportError> {
        if bytes.len() > MOST_BYTES {
            return Err(refused("it is larger than 64 MB"));
        }
        let zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_error| refused("it is not a .pptx or .potx"))?;
        if zip.len() > MOST_PARTS {
            return Err(refused("it has too many parts"));
        }
        let mut source = Self { zip, types: BTreeMap::new(), endings: BTreeMap::new() };
        let text = source.text("[Content_Types].xml")?;
        let document = parse(&text, "[Content_Types].xml")?;
        for node in document.root_element().children().filter(Node::is_element) {
            let kind = node.attribute("ContentType").unwrap_or_default().to_owned();
            if let Some(name) = node.attribute("PartName") {
                source.types.insert(name.trim_start_matches('/').to_owned(), kind);
            } else if let Some(ending) = node.attribute("Extension") {
                source.endings.insert(ending.to_ascii_lowercase(), kind);
            }
        }
        Ok(source)
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, ExportError> {
        let file = self.zip.by_name(name).map_err(|_error| refused(&format!("its part {name} is missing")))?;
        let mut bytes = Vec::new();
        let read = file.take(MOST_PART + 1).read_to_end(&mut bytes);
        read.map_err(|_error| refused(&format!("its part {name} is damaged")))?;
        if bytes.len() as u64 > MOST_PART {
            return Err(refused(&format!("its part {name} is too large")));
        }
        Ok(bytes)
    }

    fn text(&mut self, name: &str) -> Result<String, ExportError> {
        let bytes = self.bytes(name)?;
        String::from_utf8(bytes).map_err(|_error| refused(&format!("its part {name} is not text")))
    }

    fn relations(&mut self, name: &str) -> Result<Vec<Relation>, ExportError> {
        let list = if name.is_empty() { "_rels/.rels".to_owned() } else { relations_name(name) };
        if self.zip.index_for_name(&list).is_none() {
            return Ok(Vec::new());
        }
        let text = self.text(&list)?;
        let document = parse(&text, &list)?;
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let nodes = document.root_element().children().filter(Node::is_element);
        // What lies outside is never looked at.
        let each = nodes.map(|node| {
            let of = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
            let outside = node.attribute("TargetMode") == Some("External");
            let target = if outside { String::new() } else { resolved(folder, &of("Target")) };
            Relation { id: of("Id"), kind: of("Type"), target }
        });
        Ok(each.collect())
    }

    /// Takes parts with all that they refer to, and says what lay outside and was left out.
    fn take(&mut self, wanted: Vec<String>, parts: &mut BTreeMap<String, Part>) -> Result<LeftOut, ExportError> {
        let mut out = LeftOut::default();
        let mut left = wanted;
        let mut seen: BTreeSet<String> = left.iter().cloned().collect();
        let mut taken = 0;
        while let Some(name) = left.pop() {
            let mut bytes = self.bytes(&name)?;
            taken += bytes.len();
            if taken > MOST_TAKEN || seen.len() > MOST_PARTS {
                return Err(refused("its masters and layouts are too large"));
            }
            let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            let own = self.types.get(&name).cloned();
            let kind = own.or_else(|| self.endings.get(&ending).cloned()).unwrap_or_default();
            if ["vbaProject", "oleObject", "activeX", "macroEnabled"].iter().any(|word| kind.contains(word)) {
                return Err(refused("its masters hold programs or embedded objects"));
            }
            if ending == "xml" {
                let text =
                    std::str::from_utf8(&bytes).map_err(|_error| refused(&format!("its part {name} is not text")))?;
                parse(text, &name)?;
            }
            let mut relations = Relations::default();
            let mut gone = BTreeSet::new();
            for one in self.relations(&name)? {
                // Slides are left behind, so a link to one leads outside too.
                if one.target.is_empty() || ["/slide", "/notesSlide"].iter().any(|kind| one.kind.ends_with(kind)) {
                    gone.insert(one.id);
                    continue;
                }
                if seen.insert(one.target.clone()) {
                    left.push(one.target.clone());
                }
                relations.0.push((one.id, one.kind, one.target));
            }
            if !gone.is_empty() && ending == "xml" {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let cleaned = outside::without(&text, &name, &gone)?;
                let why = || refused(&format!("its part {name} needs something that lies outside of the file"));
                let (text, cut) = cleaned.ok_or_else(why)?;
                out.add(cut);
                bytes = text.into_bytes();
            }
            parts.insert(name, Part { content_type: kind, bytes, relations });
        }
        Ok(out)
    }
}

/// A part's name, from where it is referred to.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => _ = path.pop(),
            "." | "" => {}
            other => path.push(other),
        }
    }
    path.join("/")
}

/// Markup, without declarations of its own: those can make a small file a huge one.
fn parse<'t>(text: &'t str, name: &str) -> Result<Document<'t>, ExportError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Document::parse_with_options(text, options).map_err(|_error| refused(&format!("its part {name} is damaged")))
}

fn find<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|one| one.tag_name().name() == name)
}

fn text_of(parts: &BTreeMap<String, Part>, name: &str) -> Result<String, ExportError> {
    let part = parts.get(name).ok_or_else(|| refused(&format!("its part {name} is missing")))?;
    String::from_utf8(part.bytes.clone()).map_err(|_error| refused(&format!("its part {name} is not text")))
}
