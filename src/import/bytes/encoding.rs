//! The encoding of a text file: by its byte-order mark, by being valid UTF-8, else by what its bytes look like.

use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;

/// UTF-8 with more good characters than this for each bad byte is damaged UTF-8, not another encoding.
const GOOD_FOR_BAD: u64 = 20;

/// What is known of a text's encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingFound {
    /// WHATWG label, lower case.
    pub label: String,
    /// Why.
    pub reason: EncodingReason,
}

/// Why an encoding was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingReason {
    /// The file begins with its mark.
    Mark,
    /// Every byte seen is valid UTF-8 beyond ASCII.
    Valid,
    /// Only ASCII was seen, which is the same in all of them.
    AsciiOnly,
    /// Not UTF-8; the bytes look like this one most.
    Guess,
    /// UTF-8 with this many damaged places.
    Damaged,
}

/// Watches bytes go by and tells their encoding.
pub struct Watch {
    detector: EncodingDetector,
    detector_room: usize,
    mark: Option<&'static str>,
    seen: u64,
    good: u64,
    bad: u64,
    /// End of the last block, when it may be the beginning of a character.
    carry: Vec<u8>,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            detector_room: HEAD_BYTES,
            mark: None,
            seen: 0,
            good: 0,
            bad: 0,
            carry: Vec::new(),
        }
    }
}

impl Watch {
    /// Looks at the next block of the file.
    pub fn feed(&mut self, block: &[u8]) {
        if self.seen == 0 {
            self.mark = mark(block);
        }
        self.seen += block.len() as u64;
        // Blocks of pure ASCII tell the detector nothing; its room is kept for the others.
        if self.detector_room > 0 && !block.is_ascii() {
            let part = block.get(..self.detector_room.min(block.len())).unwrap_or_default();
            self.detector.feed(part, false);
            self.detector_room -= part.len();
        }
        let mut joined = std::mem::take(&mut self.carry);
        let block = if joined.is_empty() {
            block
        } else {
            joined.extend_from_slice(block);
            &joined
        };
        let rest = self.count(block);
        self.carry = rest.to_vec();
    }

    /// Counts good and bad characters; the unfinished end is handed back.
    fn count<'b>(&mut self, mut block: &'b [u8]) -> &'b [u8] {
        loop {
            let (valid, error) = match std::str::from_utf8(block) {
                Ok(text) => (text.as_bytes(), None),
                Err(error) => (block.get(..error.valid_up_to()).unwrap_or_default(), Some(error)),
            };
            if !valid.is_ascii() {
                self.good += valid.iter().filter(|&&byte| byte >= 0xc0).count() as u64;
            }
            let Some(error) = error else { return &[] };
            let rest = block.get(error.valid_up_to()..).unwrap_or_default();
            let Some(length) = error.error_len() else { return rest };
            self.bad += 1;
            block = rest.get(length..).unwrap_or_default();
        }
    }

    /// What the bytes seen so far tell. A character cut off at the end of a part is not an error.
    pub fn finish(mut self) -> EncodingFound {
        let found = |label: &str, reason| EncodingFound { label: label.to_ascii_lowercase(), reason };
        if let Some(label) = self.mark {
            return found(label, EncodingReason::Mark);
        }
        match (self.good, self.bad) {
            (0, 0) => found("utf-8", EncodingReason::AsciiOnly),
            (_, 0) => found("utf-8", EncodingReason::Valid),
            (good, bad) if good / bad >= GOOD_FOR_BAD => found("utf-8", EncodingReason::Damaged),
            _ => {
                self.detector.feed(&[], true);
                found(self.detector.guess(None, Utf8Detection::Deny).name(), EncodingReason::Guess)
            }
        }
    }
}

/// The encoding of a whole file, in one bounded pass.
///
/// # Errors
/// When the source cannot be read.
pub fn of_all(source: &mut dyn Read) -> Result<EncodingFound, ImportError> {
    let mut watch = Watch::default();
    let mut block = vec![0; 256 * 1024];
    loop {
        let read = source.read(&mut block)?;
        if read == 0 {
            return Ok(watch.finish());
        }
        watch.feed(block.get(..read).unwrap_or_default());
    }
}

/// The encoding of a part.
pub fn of_part(bytes: &[u8]) -> EncodingFound {
    let mut watch = Watch::default();
    watch.feed(bytes);
    watch.finish()
}

fn mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some("utf-8"),
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        // Without a mark: text in Latin letters has every other byte zero.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some("utf-16le"),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some("utf-16be"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let french = "Secteur d'activité;Données concernées;Prénom, téléphone, numéro de sécurité sociale\n".repeat(20);
        let (western, _, _) = encoding_rs::WINDOWS_1252.encode(&french);
        let table: [(&[u8], &str, EncodingReason); 6] = [
            (b"a,b\n1,2\n", "utf-8", EncodingReason::AsciiOnly),
            (french.as_bytes(), "utf-8", EncodingReason::Valid),
            (b"\xef\xbb\xbfa", "utf-8", EncodingReason::Mark),
            (&western, "windows-1252", EncodingReason::Guess),
            (b"\xff\xfea\x00", "utf-16le", EncodingReason::Mark),
            (b"a\x00;\x00b\x00", "utf-16le", EncodingReason::Mark),
        ];
        for (bytes, label, reason) in table {
            assert_eq!(of_part(bytes), EncodingFound { label: label.to_owned(), reason });
        }
    }

    #[test]
    fn one_bad_byte_in_the_middle_is_damage_and_not_another_encoding() {
        let mut bytes = "Prénom concerné\n".repeat(200).into_bytes();
        bytes.insert(1_600, 0xe9);
        assert_eq!(of_part(&bytes).reason, EncodingReason::Damaged);
    }

    #[test]
    fn an_accent_far_behind_an_ascii_head_is_found() {
        let mut bytes = b"name;count\n".repeat(200_000);
        bytes.extend_from_slice(b"soci\xe9t\xe9 priv\xe9e;3\n");
        let found = of_all(&mut bytes.as_slice()).expect("readable");
        assert_eq!((found.label.as_str(), found.reason), ("windows-1252", EncodingReason::Guess));
    }

    #[test]
    fn a_character_between_two_blocks_is_whole() {
        let mut watch = Watch::default();
        watch.feed(b"caf\xc3");
        watch.feed(b"\xa9");
        assert_eq!(watch.finish().reason, EncodingReason::Valid);
    }
}
