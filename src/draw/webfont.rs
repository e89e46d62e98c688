//! The exports' font for a page in a browser: the letters that the page uses, packed as WOFF.

use std::collections::BTreeSet;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use ttf_parser::{Face, RawFace, Tag};

use crate::draw::font::{self, Weight};

/// The bytes of a WOFF file with the glyphs of some characters, kerning included; those that the font does not have
/// are left out, and a browser draws them with a font of its own. `None` when the font cannot be read.
pub fn woff(characters: &BTreeSet<char>, weight: Weight) -> Option<Vec<u8>> {
    let bytes = font::bytes(weight);
    let (raw, face) = (RawFace::parse(bytes, 0).ok()?, Face::parse(bytes, 0).ok()?);
    let table = |name: &[u8; 4]| raw.table(Tag::from_bytes(name));
    let mapped: Vec<(u16, u16)> = characters
        .iter()
        .filter_map(|character| {
            let code = u16::try_from(u32::from(*character)).ok().filter(|code| *code != u16::MAX)?;
            Some((code, face.glyph_index(*character)?.0))
        })
        .collect();
    let long = table(b"head")?.get(51).copied()? == 1;
    let outlines = Outlines { places: table(b"loca")?, data: table(b"glyf")?, long };
    let kept = outlines.closure(mapped.iter().map(|(_, glyph)| *glyph));
    let count = face.number_of_glyphs();
    let (glyf, loca) = outlines.only(&kept, count)?;
    let mut head = table(b"head")?.to_vec();
    // Places of outlines are long numbers; the sum over the whole file is not looked at by browsers.
    head.get_mut(8..12)?.fill(0);
    *head.get_mut(51)? = 1;
    let mut tables = vec![
        (*b"cmap", cmap(&mapped)),
        (*b"glyf", glyf),
        (*b"head", head),
        (*b"hmtx", advances(table(b"hmtx")?, &kept, face.tables().hhea.number_of_metrics)),
        (*b"loca", loca),
    ];
    for name in [b"GDEF", b"GPOS", b"OS/2", b"hhea", b"maxp", b"name", b"post"] {
        tables.extend(table(name).map(|data| (*name, data.to_vec())));
    }
    tables.sort_by_key(|(name, _)| *name);
    packed(&tables)
}

/// Text of bytes for an address of the kind `data:`.
pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let part = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let all = part(0) << 16 | part(1) << 8 | part(2);
        for at in 0..4 {
            let sign = SIGNS.get((all >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if at > three.len() { '=' } else { char::from(sign) });
        }
    }
    out
}

/// The outlines of a font.
struct Outlines<'a> {
    places: &'a [u8],
    data: &'a [u8],
    long: bool,
}

impl<'a> Outlines<'a> {
    fn of(&self, glyph: u16) -> Option<&'a [u8]> {
        let place = |at: usize| {
            if self.long {
                u32_at(self.places, at * 4)
            } else {
                u16_at(self.places, at * 2).map(|half| u32::from(half) * 2)
            }
        };
        let at = usize::from(glyph);
        self.data.get(place(at)? as usize..place(at + 1)? as usize)
    }

    /// Glyphs with those that they are made of, and the one for what is missing.
    fn closure(&self, glyphs: impl Iterator<Item = u16>) -> BTreeSet<u16> {
        let mut kept = BTreeSet::new();
        let mut open: Vec<u16> = std::iter::once(0).chain(glyphs).collect();
        while let Some(glyph) = open.pop() {
            if kept.insert(glyph) {
                open.extend(self.of(glyph).map(parts).unwrap_or_default());
            }
        }
        kept
    }

    /// Outlines of these glyphs alone, each at its old number, and their places.
    fn only(&self, kept: &BTreeSet<u16>, count: u16) -> Option<(Vec<u8>, Vec<u8>)> {
        let (mut data, mut places) = (Vec::new(), Vec::new());
        for glyph in 0..count {
            places.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
            if kept.contains(&glyph) {
                data.extend_from_slice(self.of(glyph)?);
                data.resize(data.len().next_multiple_of(4), 0);
            }
        }
        places.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        Some((data, places))
    }
}

/// The glyphs that a glyph is made of.
fn parts(outline: &[u8]) -> Vec<u16> {
    const WORDS: u16 = 0x1;
    const SCALE: u16 = 0x8;
    const MORE: u16 = 0x20;
    const TWO_SCALES: u16 = 0x40;
    const MATRIX: u16 = 0x80;
    let mut parts = Vec::new();
    // A number of contours below 0 says that it is made of others.
    if u16_at(outline, 0).is_none_or(|contours| contours < 0x8000) {
        return parts;
    }
    let mut at = 10;
    while let (Some(flags), Some(glyph)) = (u16_at(outline, at), u16_at(outline, at + 2)) {
        parts.push(glyph);
        at += if flags & WORDS == 0 { 6 } else { 8 };
        at += if flags & SCALE != 0 {
            2
        } else if flags & TWO_SCALES != 0 {
            4
        } else if flags & MATRIX != 0 {
            8
        } else {
            0
        };
        if flags & MORE == 0 {
            break;
        }
    }
    parts
}

/// Advances of these glyphs; those of all others are 0, which takes no room in the packed file.
fn advances(all: &[u8], kept: &BTreeSet<u16>, metrics: u16) -> Vec<u8> {
    let mut out = all.to_vec();
    for glyph in (0..metrics).filter(|glyph| !kept.contains(glyph)) {
        let at = usize::from(glyph) * 4;
        if let Some(pair) = out.get_mut(at..at + 4) {
            pair.fill(0);
        }
    }
    out
}

/// The table from characters to glyphs, in segments of characters whose glyphs follow one another (format 4).
fn cmap(mapped: &[(u16, u16)]) -> Vec<u8> {
    let mut segments: Vec<(u16, u16, u16)> = Vec::new();
    for (code, glyph) in mapped {
        match segments.last_mut() {
            Some((_, end, delta)) if *end + 1 == *code && code.wrapping_add(*delta) == *glyph => *end = *code,
            _ => segments.push((*code, *code, glyph.wrapping_sub(*code))),
        }
    }
    segments.push((0xFFFF, 0xFFFF, 1));
    let count = segments.len() as u16;
    let step = count.ilog2();
    let range = 2 << step;
    let mut out: Vec<u16> =
        vec![0, 1, 3, 1, 0, 12, 4, 16 + count * 8, 0, count * 2, range, step as u16, count * 2 - range];
    out.extend(segments.iter().map(|(_, end, _)| *end));
    out.push(0);
    out.extend(segments.iter().map(|(start, ..)| *start));
    out.extend(segments.iter().map(|(.., delta)| *delta));
    out.extend(segments.iter().map(|_| 0));
    out.into_iter().flat_map(u16::to_be_bytes).collect()
}

/// Tables packed as WOFF.
fn packed(tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let number = |value: usize| u32::try_from(value).ok().map(u32::to_be_bytes);
    let mut directory = Vec::new();
    let mut data = Vec::new();
    let first = 44 + tables.len() * 20;
    let mut plain = 12 + tables.len() * 16;
    for (name, table) in tables {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(table).ok()?;
        let small = packer.finish().ok()?;
        let kept = if small.len() < table.len() { &small } else { table };
        directory.extend(name);
        directory.extend(number(first + data.len())?);
        directory.extend(number(kept.len())?);
        directory.extend(number(table.len())?);
        directory.extend(sum(table).to_be_bytes());
        data.extend_from_slice(kept);
        data.resize(data.len().next_multiple_of(4), 0);
        plain += table.len().next_multiple_of(4);
    }
    let mut out = b"wOFF\0\x01\0\0".to_vec();
    out.extend(number(first + data.len())?);
    out.extend(u16::try_from(tables.len()).ok()?.to_be_bytes());
    out.extend([0, 0]);
    out.extend(number(plain)?);
    out.extend([0, 1, 0, 0]);
    out.extend([0; 20]);
    out.extend(directory);
    out.extend(data);
    Some(out)
}

fn sum(table: &[u8]) -> u32 {
    let word = |four: &[u8]| {
        let part = |at: usize| u32::from(four.get(at).copied().unwrap_or(0));
        part(0) << 24 | part(1) << 16 | part(2) << 8 | part(3)
    };
    table.chunks(4).fold(0, |sum, four| sum.wrapping_add(word(four)))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;
    use ttf_parser::GlyphId;

    /// A WOFF file as the font it packs.
    fn unpacked(woff: &[u8]) -> Vec<u8> {
        let count = usize::from(u16_at(woff, 12).expect("a count"));
        let mut out = vec![0, 1, 0, 0];
        out.extend((count as u16).to_be_bytes());
        out.extend([0; 6]);
        let mut data = Vec::new();
        for at in (0..count).map(|table| 44 + table * 20) {
            let part = |more: usize| u32_at(woff, at + more).expect("a number") as usize;
            let packed = &woff[part(4)..part(4) + part(8)];
            let mut table = Vec::new();
            if part(8) < part(12) {
                flate2::read::ZlibDecoder::new(packed).read_to_end(&mut table).expect("a table");
            } else {
                table = packed.to_vec();
            }
            assert_eq!(table.len(), part(12));
            assert_eq!(sum(&table) as usize, part(16));
            out.extend(&woff[at..at + 4]);
            out.extend((part(16) as u32).to_be_bytes());
            out.extend((12 + count as u32 * 16 + data.len() as u32).to_be_bytes());
            out.extend((table.len() as u32).to_be_bytes());
            data.extend(table);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        out.extend(data);
        out
    }

    #[test]
    fn letters_of_a_page_keep_their_shape_and_width() {
        let used: BTreeSet<char> = "Délai médian : 41 jours ≥ œ€漢".chars().collect();
        for weight in [Weight::Regular, Weight::Bold] {
            let packed = woff(&used, weight).expect("a font");
            assert!(packed.len() < 40_000, "{}", packed.len());
            assert_eq!(packed.len() as u32, u32_at(&packed, 8).expect("a length"));
            let font = unpacked(&packed);
            let (small, whole) =
                (Face::parse(&font, 0).expect("a font"), Face::parse(font::bytes(weight), 0).expect("a font"));
            for character in used.iter().filter(|character| whole.glyph_index(**character).is_some()) {
                let glyph = small.glyph_index(*character).expect("a letter of the page");
                assert_eq!(Some(glyph), whole.glyph_index(*character));
                assert_eq!(small.glyph_hor_advance(glyph), whole.glyph_hor_advance(glyph), "{character}");
                assert_eq!(small.glyph_bounding_box(glyph), whole.glyph_bounding_box(glyph), "{character}");
            }
            assert_eq!(small.glyph_index('漢'), None);
            assert_eq!(small.glyph_index('Z'), None, "not on the page");
            assert_eq!(small.glyph_bounding_box(GlyphId(whole.glyph_index('Z').expect("a letter").0)), None);
        }
    }

    #[test]
    fn bytes_as_text() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
