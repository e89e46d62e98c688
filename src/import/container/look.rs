//! Looking into an origin: which wrappers are around the table, and which table it is.

use std::io::Read;
use std::sync::Arc;

use crate::import::bytes::sniff::{Extent, sniff};
use crate::import::container::error::{ContainerError, some_names};
use crate::import::container::found::{Found, Member, PassedOver, WhyPassedOver, Wrapper};
use crate::import::container::layers::{Layer, Piece};
use crate::import::container::workbook::book::BookKind;
use crate::import::container::workbook::guard;
use crate::import::container::zip::{self, Entry};
use crate::import::container::{Body, Choice, InMemory, SharedOrigin, workbook};
use crate::import::error::ImportError;
use crate::import::limits::{INNER_BYTES, NESTING, OLD_WORKBOOK_BYTES};

/// Bytes that tell what is around a file.
const MAGIC_BYTES: usize = 512;

/// Bytes that tell whether a member is data.
const LOOK_BYTES: u64 = 64 * 1024;

/// Looks into one origin.
pub fn one(origin: &SharedOrigin, choice: &Choice) -> Result<(Body, Found), ImportError> {
    let mut found = Found::default();
    let body = unwrapped(Piece::of(origin), choice, &mut found)?;
    if choice.member.is_some() && !found.wrappers.contains(&Wrapper::Zip) {
        return Err(ContainerError::NoArchive.into());
    }
    if (choice.sheet.is_some() || choice.range.is_some()) && found.workbook.is_none() {
        return Err(ContainerError::NoWorkbook.into());
    }
    Ok((body, found))
}

/// Takes wrappers off until none is left.
fn unwrapped(mut piece: Piece, choice: &Choice, found: &mut Found) -> Result<Body, ImportError> {
    loop {
        let around = around(&piece)?;
        found.title = stem(&piece.name);
        if around == Around::Nothing {
            return Ok(Body::Piece(piece));
        }
        if around == Around::OldOffice {
            let origin = held(&piece)?;
            if origin.size().is_some_and(|size| size > OLD_WORKBOOK_BYTES) {
                return Err(ContainerError::WorkbookTooLarge.into());
            }
            return sheet(&origin, BookKind::Xls, choice, found);
        }
        let mut entries = Vec::new();
        let mut origin = None;
        if around == Around::Zip {
            let archive = held(&piece)?;
            entries = zip::directory(&archive)?;
            if let Some(kind) = guard::kind_of(&entries)? {
                guard::check_parts(&archive, &entries, kind)?;
                return sheet(&archive, kind, choice, found);
            }
            origin = Some(archive);
        }
        if found.wrappers.len() == NESTING {
            return Err(ContainerError::TooDeep.into());
        }
        if let Some(origin) = origin {
            found.wrappers.push(Wrapper::Zip);
            piece = member(&origin, &entries, choice, found)?;
        } else {
            found.wrappers.push(Wrapper::Gzip);
            let cut = [".gz", ".gzip"].iter().find_map(|end| piece.name.strip_suffix(end)).map(str::to_owned);
            piece.name = cut.unwrap_or(piece.name);
            piece.layers.push(Layer::Gzip);
        }
    }
}

fn sheet(origin: &SharedOrigin, kind: BookKind, choice: &Choice, found: &mut Found) -> Result<Body, ImportError> {
    let (sheet, book) = workbook::look(origin, kind, choice)?;
    if book.sheets.len() > 1 {
        found.title = format!("{}, {}", found.title, book.sheet());
    }
    found.workbook = Some(book);
    Ok(Body::Sheet(sheet))
}

/// What is around a file, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    Nothing,
    Gzip,
    /// An archive, or a workbook, which is one too.
    Zip,
    /// A document of the office programs before 2007, or a protected one of later.
    OldOffice,
}

fn around(piece: &Piece) -> Result<Around, ImportError> {
    let mut head = Vec::with_capacity(MAGIC_BYTES);
    piece.open()?.take(MAGIC_BYTES as u64).read_to_end(&mut head)?;
    let other = |kind| Err(ContainerError::OtherArchive { kind }.into());
    match head.as_slice() {
        [0x1f, 0x8b, 8, ..] => Ok(Around::Gzip),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Ok(Around::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Ok(Around::OldOffice),
        [b'7', b'z', 0xbc, 0xaf, ..] => other("7z"),
        [b'R', b'a', b'r', b'!', 0x1a, 7, ..] => other("RAR"),
        [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, ..] => other("bzip2"),
        [0xfd, b'7', b'z', b'X', b'Z', ..] => other("xz"),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => other("Zstandard"),
        bytes if bytes.get(257..262) == Some(b"ustar") => other("tar"),
        _ => Ok(Around::Nothing),
    }
}

/// The member of an archive that is the table.
fn member(origin: &SharedOrigin, entries: &[Entry], choice: &Choice, found: &mut Found) -> Result<Piece, ImportError> {
    let piece_of = |entry: &Entry| Piece {
        name: entry.name.clone(),
        origin: Arc::clone(origin),
        layers: vec![Layer::Member(entry.place)],
    };
    let mut data: Vec<&Entry> = Vec::new();
    for entry in entries {
        match is_data(entry, &piece_of(entry)) {
            Ok(()) => data.push(entry),
            Err(why) => found.passed_over.push(PassedOver { name: entry.name.clone(), why }),
        }
    }
    let chosen = if let Some(wanted) = &choice.member {
        let there = || some_names(data.iter().map(|entry| entry.name.as_str()));
        let missing = || ContainerError::NoSuchMember { name: wanted.clone(), there: there() };
        entries.iter().find(|entry| entry.name == *wanted).ok_or_else(missing)?
    } else {
        let largest = data.iter().max_by_key(|entry| entry.place.size);
        largest.copied().ok_or_else(|| nothing_in(entries, &found.passed_over))?
    };
    if let Some(error) = &chosen.refused {
        return Err(error.clone().into());
    }
    let is_chosen = |entry: &Entry| entry.name == chosen.name;
    found.members = data
        .iter()
        .map(|entry| Member { name: entry.name.clone(), size: entry.place.size, is_chosen: is_chosen(entry) })
        .collect();
    Ok(piece_of(chosen))
}

/// Why there is no table in an archive: what is wrong with a member, else what there is.
fn nothing_in(entries: &[Entry], passed_over: &[PassedOver]) -> ImportError {
    let wrong = passed_over.iter().find_map(|passed| match &passed.why {
        WhyPassedOver::NoData(error @ ImportError::Container(_)) => Some(error.clone()),
        _ => None,
    });
    let names = || some_names(entries.iter().map(|entry| entry.name.as_str()));
    wrong.unwrap_or_else(|| ContainerError::NoDataFile { names: names() }.into())
}

fn is_data(entry: &Entry, piece: &Piece) -> Result<(), WhyPassedOver> {
    let last = entry.name.rsplit('/').next().unwrap_or_default();
    if last.starts_with('.') || entry.name.starts_with("__MACOSX/") {
        return Err(WhyPassedOver::OfTheSystem);
    }
    if let Some(error) = &entry.refused {
        return Err(WhyPassedOver::NoData(error.clone().into()));
    }
    let look = || -> Result<(), ImportError> {
        if around(piece)? != Around::Nothing {
            return Ok(());
        }
        let mut head = Vec::new();
        piece.open()?.take(LOOK_BYTES).read_to_end(&mut head)?;
        let extent = if (head.len() as u64) < LOOK_BYTES { Extent::Whole } else { Extent::Head };
        sniff(&head, extent).map(|_| ())
    };
    look().map_err(WhyPassedOver::NoData)
}

/// Bytes that are read from any place: an archive inside another is held in memory.
fn held(piece: &Piece) -> Result<SharedOrigin, ImportError> {
    if piece.is_plain() {
        return Ok(Arc::clone(&piece.origin));
    }
    let mut bytes = Vec::new();
    piece.open()?.take(INNER_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > INNER_BYTES {
        return Err(ContainerError::InnerTooLarge { name: piece.name.clone() }.into());
    }
    Ok(Arc::new(InMemory { name: piece.name.clone(), bytes: bytes.into() }))
}

/// A name without folders and its last ending.
pub fn stem(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    match last.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => last.to_owned(),
    }
}
