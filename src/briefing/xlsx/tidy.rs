//! What the writer of workbooks leaves out of order, put right: parts of a chart in the order that the standard asks
//! for, so that no program has to repair the file.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Most bytes of one part: far more than any chart has.
const PART_MOST: u64 = 512 << 20;

/// A workbook with its charts in order. Nothing else is changed.
///
/// # Errors
/// When the workbook cannot be read or written again, with what was said.
pub fn tidy(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let words = |error: &dyn std::fmt::Display| error.to_string();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| words(&error))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| words(&error))?;
        let name = part.name().map_err(|error| words(&error))?.into_owned();
        let mut content = Vec::new();
        part.take(PART_MOST).read_to_end(&mut content).map_err(|error| words(&error))?;
        if name.starts_with("xl/charts/chart") {
            content = match String::from_utf8(content) {
                Ok(text) => ordered(&text).into_bytes(),
                Err(error) => error.into_bytes(),
            };
        }
        writer.start_file(name, options).map_err(|error| words(&error))?;
        writer.write_all(&content).map_err(|error| words(&error))?;
    }
    Ok(writer.finish().map_err(|error| words(&error))?.into_inner())
}

/// A series of points has its look before its marker.
fn ordered(text: &str) -> String {
    const MARKER: (&str, &str) = ("<c:marker>", "</c:marker>");
    const LOOK: (&str, &str) = ("<c:spPr>", "</c:spPr>");
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("</c:tx><c:marker>") {
        let from = at + "</c:tx>".len();
        let (before, after) = rest.split_at(from);
        out.push_str(before);
        rest = after;
        let Some(end) = rest.find(MARKER.1).map(|end| end + MARKER.1.len()) else { break };
        let (marker, behind) = rest.split_at(end);
        let look = behind.starts_with(LOOK.0).then(|| behind.find(LOOK.1)).flatten().map(|end| end + LOOK.1.len());
        let (look, behind) = behind.split_at(look.unwrap_or(0));
        out.push_str(look);
        out.push_str(marker);
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_has_its_look_before_its_marker() {
        let marker = "<c:marker><c:symbol val=\"none\"/><c:spPr><a:ln/></c:spPr></c:marker>";
        let text = format!(
            "<c:ser><c:tx>a</c:tx>{marker}<c:spPr><a:ln w=\"1\"/></c:spPr><c:dPt/></c:ser><c:ser><c:tx>b</c:tx>{marker}<c:xVal/></c:ser>"
        );
        let wanted = format!(
            "<c:ser><c:tx>a</c:tx><c:spPr><a:ln w=\"1\"/></c:spPr>{marker}<c:dPt/></c:ser><c:ser><c:tx>b</c:tx>{marker}<c:xVal/></c:ser>"
        );
        assert_eq!(ordered(&text), wanted);
        assert_eq!(ordered(&wanted), wanted);
    }
}
