//! The package: parts, their types and what refers to what, as one archive.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::briefing::format::ExportError;
use crate::briefing::pptx::xml::{HEAD, esc};

/// Relationship types begin with this.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// A part and what it refers to.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its type; empty for one whose ending says it (pictures, workbooks).
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it refers to.
    pub relations: Relations,
}

/// What a part refers to, in the order of the identities `rId1`, `rId2`, …
#[derive(Clone, Debug, Default)]
pub struct Relations(pub Vec<(String, String, String)>);

impl Relations {
    /// Adds a part (named from the root, without a slash) and returns the identity to refer to it by.
    pub fn add(&mut self, kind: &str, target: &str) -> String {
        let id = format!("rId{}", self.0.len() + 1);
        let kind = if kind.contains(':') { kind.to_owned() } else { format!("{OFFICE}{kind}") };
        self.0.push((id.clone(), kind, target.to_owned()));
        id
    }
}

/// Parts by name from the root, without a slash.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// The parts.
    pub parts: BTreeMap<String, Part>,
    /// What the package itself refers to.
    pub relations: Relations,
}

impl Package {
    /// Adds a part of markup.
    pub fn add(&mut self, name: &str, content_type: &str, text: String, relations: Relations) {
        let part = Part { content_type: content_type.to_owned(), bytes: text.into_bytes(), relations };
        self.parts.insert(name.to_owned(), part);
    }

    /// Adds a part whose ending says its type.
    pub fn add_bytes(&mut self, name: &str, bytes: Vec<u8>) {
        let part = Part { content_type: String::new(), bytes, relations: Relations::default() };
        self.parts.insert(name.to_owned(), part);
    }

    /// The archive. Equal packages give equal bytes.
    ///
    /// # Errors
    /// When the archive cannot be put together.
    pub fn finish(&self) -> Result<Vec<u8>, ExportError> {
        let failed = |error: &dyn std::fmt::Display| ExportError::Writing(error.to_string());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, bytes: &[u8]| -> Result<(), ExportError> {
            // Pictures are compressed already.
            let stored = matches!(name.rsplit('.').next(), Some("png" | "jpeg" | "jpg" | "gif" | "xlsx"));
            let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            let options =
                SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
            zip.start_file(name, options).map_err(|error| failed(&error))?;
            zip.write_all(bytes).map_err(|error| failed(&error))
        };
        put("[Content_Types].xml", self.types().as_bytes())?;
        put("_rels/.rels", relations_xml("", &self.relations).as_bytes())?;
        for (name, part) in &self.parts {
            put(name, &part.bytes)?;
            if !part.relations.0.is_empty() {
                put(&relations_name(name), relations_xml(name, &part.relations).as_bytes())?;
            }
        }
        Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
    }

    fn types(&self) -> String {
        let mut out = format!("{HEAD}<Types xmlns=\"{PACKAGE}content-types\">");
        let defaults = [
            ("emf", "image/x-emf"),
            ("gif", "image/gif"),
            ("jpeg", "image/jpeg"),
            ("jpg", "image/jpeg"),
            ("png", "image/png"),
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("svg", "image/svg+xml"),
            ("wmf", "image/x-wmf"),
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("xml", "application/xml"),
        ];
        for (ending, kind) in defaults {
            let used = ["rels", "xml"].contains(&ending)
                || self.parts.keys().any(|name| name.rsplit('.').next().is_some_and(|own| own == ending));
            if used {
                _ = write!(out, "<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
            }
        }
        for (name, part) in self.parts.iter().filter(|(_, part)| !part.content_type.is_empty()) {
            _ = write!(out, "<Override PartName=\"/{}\" ContentType=\"{}\"/>", esc(name), esc(&part.content_type));
        }
        out.push_str("</Types>");
        out
    }
}

/// The name of the part that lists what a part refers to.
pub fn relations_name(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    format!("{folder}/_rels/{file}.rels")
}

fn relations_xml(from: &str, relations: &Relations) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}relationships\">");
    for (id, kind, target) in &relations.0 {
        let target = relative(from, target);
        _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{}\" Target=\"{}\"/>", esc(kind), esc(&target));
    }
    out.push_str("</Relationships>");
    out
}

/// A part's name as seen from another part.
fn relative(from: &str, target: &str) -> String {
    let folders: Vec<&str> = from.split('/').collect();
    let wanted: Vec<&str> = target.split('/').collect();
    let inside = folders.len().saturating_sub(1);
    let same = folders.iter().take(inside).zip(&wanted).take_while(|(a, b)| a == b).count();
    let same = same.min(wanted.len().saturating_sub(1));
    let up = std::iter::repeat_n("..", inside - same);
    up.chain(wanted.into_iter().skip(same)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_seen_from_the_part() {
        assert_eq!(relative("", "ppt/presentation.xml"), "ppt/presentation.xml");
        assert_eq!(relative("ppt/presentation.xml", "ppt/slides/slide1.xml"), "slides/slide1.xml");
        assert_eq!(relative("ppt/slides/slide1.xml", "ppt/charts/chart1.xml"), "../charts/chart1.xml");
        assert_eq!(relative("ppt/charts/chart1.xml", "ppt/charts/style1.xml"), "style1.xml");
        assert_eq!(relations_name("ppt/slides/slide1.xml"), "ppt/slides/_rels/slide1.xml.rels");
    }
}
