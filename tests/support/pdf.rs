//! A PDF looked into as far as tests need it: objects by text, streams inflated.

use std::collections::BTreeMap;
use std::io::Read as _;

/// A PDF's objects.
pub struct Pdf {
    /// Each object's number and its dictionary or value, as written.
    pub objects: BTreeMap<u32, String>,
    /// Streams, inflated, by the number of their object.
    pub streams: BTreeMap<u32, Vec<u8>>,
}

impl Pdf {
    /// Reads a file that has no object streams.
    pub fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-1."), "not a PDF");
        assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"), "the end is missing");
        let (mut objects, mut streams) = (BTreeMap::new(), BTreeMap::new());
        let mut at = 0;
        while let Some(start) = find(bytes, b" 0 obj\n", at) {
            let number = bytes[..start].rsplit(|byte| !byte.is_ascii_digit()).next().expect("a number");
            let number: u32 = std::str::from_utf8(number).expect("digits").parse().expect("a number");
            let from = start + 7;
            let end = find(bytes, b"\nendobj", from).expect("an end of the object");
            let stream = find(bytes, b"\nstream\n", from).filter(|stream| *stream < end);
            let head = String::from_utf8_lossy(&bytes[from..stream.unwrap_or(end)]).into_owned();
            at = end;
            if let Some(stream) = stream {
                let length: usize = after(&head, "/Length ").expect("a length").parse().expect("digits");
                let data = &bytes[stream + 8..stream + 8 + length];
                at = find(bytes, b"\nendobj", stream + 8 + length).expect("an end of the stream");
                streams.insert(number, inflated(&head, data));
            }
            objects.insert(number, head);
        }
        assert!(find(bytes, b"trailer", 0).is_some(), "the trailer is missing");
        Self { objects, streams }
    }

    /// The catalogue.
    pub fn catalog(&self) -> &str {
        self.with("/Type/Catalog").next().expect("a catalogue")
    }

    /// Objects that contain a text.
    pub fn with<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.objects.values().map(String::as_str).filter(move |object| object.contains(text))
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.with("/Type/Page/").count()
    }

    /// How many parts of the structure are of a kind, such as "H1".
    pub fn parts(&self, kind: &str) -> usize {
        self.with("/Type/StructElem").filter(|part| part.contains(&format!("/S/{kind}/"))).count()
    }

    /// All page contents, one after the other.
    pub fn contents(&self) -> String {
        let pages = self.with("/Type/Page/").map(|page| after(page, "/Contents ").expect("contents"));
        let streams = pages.map(|number| &self.streams[&number.parse::<u32>().expect("a number")]);
        streams.map(|stream| String::from_utf8_lossy(stream).into_owned()).collect()
    }

    /// A text as it stands in dictionaries.
    #[allow(dead_code, reason = "not every test crate looks for words")]
    pub fn words(text: &str) -> String {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"()\\".contains(&byte)) {
            return format!("({text})");
        }
        let units: Vec<String> = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        format!("<FEFF{}>", units.concat())
    }
}

/// The digits and letters after a key.
pub fn after<'a>(object: &'a str, key: &str) -> Option<&'a str> {
    let rest = &object[object.find(key)? + key.len()..];
    Some(&rest[..rest.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(rest.len())])
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(wanted.len()).position(|window| window == wanted).map(|at| from + at)
}

fn inflated(head: &str, data: &[u8]) -> Vec<u8> {
    if !head.contains("/FlateDecode") {
        return data.to_vec();
    }
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(data).read_to_end(&mut out).expect("a stream that inflates");
    out
}
