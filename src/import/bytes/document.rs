//! Texts that are documents rather than data: told by how they begin, so that nobody looks for a table in a page that
//! says "please sign in".

/// What a text is that holds no data of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A page of the web, also one with a table in it.
    WebPage,
    /// XML.
    Xml,
    /// A PDF.
    Pdf,
    /// A word processor's text.
    Rtf,
}

impl Document {
    /// What begins like this; `None` for anything that may be data.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
        let begins = |word: &[u8]| bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<table", b"<!--"].into_iter().any(begins) {
            return Some(Self::WebPage);
        }
        if begins(b"<?xml") {
            return Some(Self::Xml);
        }
        if begins(b"%PDF-") {
            return Some(Self::Pdf);
        }
        begins(b"{\\rtf").then_some(Self::Rtf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_told_by_how_they_begin() {
        let table: [(&[u8], Option<Document>); 8] = [
            (b"\xef\xbb\xbf\n <!DOCTYPE html>\n<html>", Some(Document::WebPage)),
            (b"<HTML>", Some(Document::WebPage)),
            (b"<?xml version=\"1.0\"?>", Some(Document::Xml)),
            (b"%PDF-1.7", Some(Document::Pdf)),
            (b"{\\rtf1\\ansi", Some(Document::Rtf)),
            (b"<name>,<date>\n", None),
            (b"{\"rtf\": 1}", None),
            (b"", None),
        ];
        for (bytes, document) in table {
            assert_eq!(Document::of(bytes), document, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
