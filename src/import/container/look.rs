//! Looking into an origin: which wrappers are around the table, and which table it is.

use std::io::Read;
use std::sync::Arc;

use crate::import::bytes::sniff::{Extent, sniff};
use crate::import::container::error::{ContainerError, some_names};
use crate::import::container::found::{Found, Member, PassedOver, WhyPassedOver, Wrapper};
use crate::import::container::layers::{Layer, Piece};
use crate::import::container::together::{Part, Together, has_data_name};
use crate::import::container::workbook::book::BookKind;
use crate::import::container::workbook::guard;
use crate::import::container::zip::{self, Entry};
use crate::import::container::{Body, Choice, Contents, InMemory, SharedOrigin, workbook};
use crate::import::error::ImportError;
use crate::import::limits::{INNER_BYTES, NESTING, OLD_WORKBOOK_BYTES};
use crate::import::progress::Progress;

/// Bytes that tell what is around a file.
const MAGIC_BYTES: usize = 512;

/// Bytes that tell whether a member is data.
const LOOK_BYTES: u64 = 64 * 1024;

/// Looks into one origin.
pub fn one(origin: &SharedOrigin, choice: &Choice) -> Result<(Body, Found), ImportError> {
    let mut found = Found::default();
    let body = unwrapped(Piece::of(origin), choice, 0, &mut found)?;
    if choice.member.is_some() && !found.wrappers.contains(&Wrapper::Zip) {
        return Err(ContainerError::NoArchive.into());
    }
    if (choice.sheet.is_some() || choice.range.is_some()) && found.workbook.is_none() {
        return Err(ContainerError::NoWorkbook.into());
    }
    Ok((body, found))
}

/// Looks into several origins that are to be one table.
pub fn several(origins: &[SharedOrigin], choice: &Choice, progress: &Progress) -> Result<(Body, Found), ImportError> {
    let mut parts = Vec::with_capacity(origins.len());
    for origin in origins {
        let contents = Contents::of(std::slice::from_ref(origin), choice, progress)?;
        parts.push(Part::of(origin.name().into_owned(), contents)?);
    }
    let together = Together::of(parts)?;
    let files = together.names();
    let title = files.first().map(|name| stem(name)).unwrap_or_default();
    Ok((Body::Together(together), Found { title, files, ..Found::default() }))
}

/// Takes wrappers off until none is left. `outer` are those around the piece that were taken off before.
fn unwrapped(mut piece: Piece, choice: &Choice, outer: usize, found: &mut Found) -> Result<Body, ImportError> {
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
        let mut archive = None;
        if around == Around::Zip {
            let origin = held(&piece)?;
            let entries = zip::directory(&origin)?;
            if let Some(kind) = guard::kind_of(&entries)? {
                guard::check_parts(&origin, &entries, kind)?;
                return sheet(&origin, kind, choice, found);
            }
            archive = Some((origin, entries));
        }
        if outer + found.wrappers.len() >= NESTING {
            return Err(ContainerError::TooDeep.into());
        }
        if let Some((origin, entries)) = archive {
            found.wrappers.push(Wrapper::Zip);
            return members(&origin, &entries, choice, outer + found.wrappers.len(), found);
        }
        found.wrappers.push(Wrapper::Gzip);
        let cut = [".gz", ".gzip"].iter().find_map(|end| piece.name.strip_suffix(end)).map(str::to_owned);
        piece.name = cut.unwrap_or(piece.name);
        piece.layers.push(Layer::Gzip);
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

/// The table of an archive: the member that was chosen; else the members of one shape that have most bytes.
fn members(
    origin: &SharedOrigin,
    entries: &[Entry],
    choice: &Choice,
    outer: usize,
    found: &mut Found,
) -> Result<Body, ImportError> {
    let piece_of = |entry: &Entry| Piece {
        name: entry.name.clone(),
        origin: Arc::clone(origin),
        layers: vec![Layer::Member(entry.place)],
    };
    let inside = Choice { member: None, ..choice.clone() };
    let part_of = |entry: &Entry| -> Result<Part, ImportError> {
        let mut found = Found::default();
        let body = unwrapped(piece_of(entry), &inside, outer, &mut found)?;
        Part::of(entry.name.clone(), Contents::of_part(origin, body, found))
    };
    let mut data: Vec<&Entry> = Vec::new();
    for entry in entries {
        match is_data(entry, &piece_of(entry)) {
            Ok(()) => data.push(entry),
            Err(why) => found.passed_over.push(PassedOver { name: entry.name.clone(), why }),
        }
    }
    let mut group: Vec<(&Entry, Part)> = Vec::new();
    if let Some(wanted) = &choice.member {
        let there = || some_names(data.iter().map(|entry| entry.name.as_str()));
        let missing = || ContainerError::NoSuchMember { name: wanted.clone(), there: there() };
        let entry = entries.iter().find(|entry| entry.name == *wanted).ok_or_else(missing)?;
        if let Some(error) = &entry.refused {
            return Err(error.clone().into());
        }
        group.push((entry, part_of(entry)?));
    } else {
        let mut parts = Vec::new();
        let mut first_error = None;
        for entry in &data {
            match part_of(entry) {
                Ok(part) => parts.push((*entry, part)),
                Err(error) => {
                    let why = WhyPassedOver::NoData(error.clone());
                    found.passed_over.push(PassedOver { name: entry.name.clone(), why });
                    first_error = first_error.or(Some(error));
                }
            }
        }
        group = largest_group(parts);
        if group.is_empty() {
            return Err(first_error.unwrap_or_else(|| nothing_in(entries, &found.passed_over)));
        }
    }
    let is_chosen = |entry: &Entry| group.iter().any(|(chosen, _)| chosen.name == entry.name);
    found.members = data
        .iter()
        .map(|entry| Member { name: entry.name.clone(), size: entry.place.size, is_chosen: is_chosen(entry) })
        .collect();
    let mut parts: Vec<Part> = group.into_iter().map(|(_, part)| part).collect();
    if parts.len() > 1 {
        let together = Together::of(parts)?;
        found.files = together.names();
        return Ok(Body::Together(together));
    }
    let Some(only) = parts.pop() else { return Err(nothing_in(entries, &found.passed_over)) };
    let contents = only.into_contents();
    found.adopt(contents.found().clone());
    Ok(Body::Alone(contents))
}

/// The members of one shape that have most bytes together.
fn largest_group(parts: Vec<(&Entry, Part)>) -> Vec<(&Entry, Part)> {
    let mut groups: Vec<(u64, Vec<(&Entry, Part)>)> = Vec::new();
    for (entry, part) in parts {
        let fitting = groups
            .iter_mut()
            .find(|(_, group)| group.first().is_some_and(|(_, first)| first.shape().fits(part.shape())));
        match fitting {
            Some((bytes, group)) => {
                *bytes += entry.place.size;
                group.push((entry, part));
            }
            None => groups.push((entry.place.size, vec![(entry, part)])),
        }
    }
    groups.into_iter().max_by_key(|(bytes, _)| *bytes).map(|(_, group)| group).unwrap_or_default()
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
    if !has_data_name(&entry.name) {
        return Err(WhyPassedOver::ForeignName);
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
