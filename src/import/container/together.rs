//! Several files as one table: which of them fit together, and their rows one behind the other.
//!
//! Files of delimited text (and sheets) fit when they have the same headers, in any order; JSON files when their
//! records have most keys in common. Each row gets a column that says which file it is from.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::{Arc, Mutex};

use crate::import::bytes::encoding::{self, EncodingReason};
use crate::import::bytes::sniff::Extent;
use crate::import::container::error::ContainerError;
use crate::import::container::found::{Found, PassedOver, WhyPassedOver};
use crate::import::container::join_csv::CsvRows;
use crate::import::container::join_json::{JsonRows, top_keys};
use crate::import::container::{Body, Contents};
use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;
use crate::import::recipe::Format;

/// The header of the column that says which file a row is from.
pub const SOURCE_FILE: &str = "Source file";

/// What a file must have in common with others to be one table with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Delimited text or a sheet with these headers.
    Table(BTreeSet<String>),
    /// JSON records with these keys.
    Records(BTreeSet<String>),
    /// Vigie's own export, a workspace: never put together.
    Alone,
}

impl Shape {
    /// Whether files of these shapes are one table.
    pub fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Table(one), Self::Table(other)) => one == other,
            (Self::Records(one), Self::Records(other)) => {
                let common = one.intersection(other).count();
                common * 2 >= one.len().min(other.len()) && common > 0
            }
            _ => false,
        }
    }

    /// In what another differs, in a few words.
    fn difference(&self, other: &Self) -> String {
        match (self, other) {
            (Self::Table(one), Self::Table(other)) | (Self::Records(one), Self::Records(other)) => {
                let list = |sign: char, names: Vec<&String>| {
                    let shown = names.iter().take(3).map(|name| format!("{sign}{name}"));
                    let more = names.len().saturating_sub(3);
                    let rest = (more > 0).then(|| format!("{sign}{more}…"));
                    shown.chain(rest).collect::<Vec<_>>()
                };
                let mut words = list('−', one.difference(other).collect());
                words.extend(list('+', other.difference(one).collect()));
                words.join(", ")
            }
            _ => "CSV / JSON".to_owned(),
        }
    }
}

/// One of the files.
#[derive(Debug)]
pub struct Part {
    /// What its rows say of it.
    pub name: String,
    contents: Contents,
    format: Format,
    headers: Vec<String>,
    shape: Shape,
    /// Whether it is a JSON document that is one record.
    is_record: bool,
}

impl Part {
    /// Looks at a file's shape.
    ///
    /// # Errors
    /// When it cannot be read as data.
    pub fn of(name: String, contents: Contents) -> Result<Self, ImportError> {
        let mut head = Vec::new();
        contents.open()?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
        let extent = if head.len() < HEAD_BYTES { Extent::Whole } else { Extent::Head };
        if let Some(keys) = (extent == Extent::Whole).then(|| top_keys(&head)).flatten() {
            let format =
                Format::JsonLines { encoding: "utf-8".to_owned(), records: crate::import::recipe::Records::Flat };
            let shape = Shape::Records(keys);
            return Ok(Self { name, contents, format, headers: Vec::new(), shape, is_record: true });
        }
        let mut found = contents.sniff(&head, extent, None)?;
        if extent == Extent::Head && found.encoding.reason == EncodingReason::AsciiOnly {
            let encoding = encoding::of_all(&mut contents.open()?)?;
            found = contents.sniff(&head, extent, Some(encoding))?;
        }
        let names = || found.headers.iter().cloned().collect();
        let top = |header: &String| header.split('.').next().unwrap_or_default().to_owned();
        let shape = match &found.format {
            Format::Csv { .. } => Shape::Table(names()),
            Format::Json { .. } | Format::JsonLines { .. } => Shape::Records(found.headers.iter().map(top).collect()),
            Format::Vigie => Shape::Alone,
        };
        Ok(Self { name, contents, format: found.format, headers: found.headers, shape, is_record: false })
    }

    /// What it holds.
    pub fn into_contents(self) -> Contents {
        self.contents
    }

    /// Its shape.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }
}

/// Several files as one table.
#[derive(Clone, Debug)]
pub struct Together {
    parts: Arc<[Part]>,
    headers: Vec<String>,
    /// Rows of each file, once it was read to its end.
    rows: Arc<Mutex<Vec<u64>>>,
}

impl Together {
    /// Puts files of one shape together.
    ///
    /// # Errors
    /// When one does not fit the first; which and in what it differs.
    pub fn of(parts: Vec<Part>) -> Result<Self, ImportError> {
        let Some(first) = parts.first() else {
            return Err(ContainerError::NoDataFile { names: String::new() }.into());
        };
        let others: Vec<&Part> = parts.iter().filter(|part| !first.shape.fits(&part.shape)).collect();
        if !others.is_empty() {
            let shown =
                others.iter().take(3).map(|part| format!("{}: {}", part.name, first.shape.difference(&part.shape)));
            let mut what: Vec<String> = shown.collect();
            if others.len() > 3 {
                what.push(format!("+ {}", others.len() - 3));
            }
            return Err(ContainerError::DoNotFit { first: first.name.clone(), what: what.join("; ") }.into());
        }
        let mut headers = first.headers.clone();
        let mut column = SOURCE_FILE.to_owned();
        while headers.contains(&column) {
            column.push_str(" 2");
        }
        headers.push(column);
        let rows = Arc::new(Mutex::new(Vec::new()));
        Ok(Self { parts: parts.into(), headers, rows })
    }

    /// How the text is written; `None` for JSON, which is told from itself.
    pub fn format(&self) -> Option<Format> {
        let is_table = matches!(self.parts.first()?.shape, Shape::Table(_));
        let format = Format::Csv { delimiter: ',', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false };
        is_table.then_some(format)
    }

    /// The rows of all files from the first.
    pub fn open(&self) -> Box<dyn Read + Send> {
        Box::new(Joined { whole: self.clone(), next: 0, current: None, counted: Arc::default(), is_first: true })
    }

    /// Names of the files.
    pub fn names(&self) -> Vec<String> {
        self.parts.iter().map(|part| part.name.clone()).collect()
    }

    /// Rows of each file, where all were read to their end.
    pub fn rows(&self) -> Option<Vec<(String, u64)>> {
        let rows = self.rows.lock().ok()?;
        (rows.len() == self.parts.len()).then(|| self.names().into_iter().zip(rows.iter().copied()).collect())
    }
}

/// Reads file after file.
struct Joined {
    whole: Together,
    next: usize,
    current: Option<Box<dyn Read + Send>>,
    /// Rows of the current file.
    counted: Arc<std::sync::atomic::AtomicU64>,
    is_first: bool,
}

impl Joined {
    fn open_next(&mut self, part: &Part) -> std::io::Result<Box<dyn Read + Send>> {
        let source = part.contents.open()?;
        self.counted = Arc::default();
        let counted = Arc::clone(&self.counted);
        Ok(match &part.format {
            Format::Csv { .. } => {
                let headers = &self.whole.headers;
                let first = std::mem::take(&mut self.is_first);
                Box::new(CsvRows::new(source, &part.format, &part.headers, headers, &part.name, first, counted))
            }
            format => {
                let key = self.whole.headers.last().map_or(SOURCE_FILE, String::as_str);
                let path = match format {
                    Format::Json { path, .. } => Some(path.as_str()),
                    _ => None,
                };
                let encoding = match format {
                    Format::Json { encoding, .. } | Format::JsonLines { encoding, .. } => encoding.as_str(),
                    _ => "utf-8",
                };
                Box::new(JsonRows::new(source, encoding, path, (key, &part.name), counted))
            }
        })
    }

    fn note_rows(&self) {
        let count = self.counted.load(std::sync::atomic::Ordering::Relaxed);
        if let Ok(mut rows) = self.whole.rows.lock()
            && rows.len() + 1 == self.next
        {
            rows.push(count);
        }
    }
}

impl Read for Joined {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        if room.is_empty() {
            return Ok(0);
        }
        loop {
            if let Some(current) = &mut self.current {
                let read = current.read(room)?;
                if read > 0 {
                    return Ok(read);
                }
                self.current = None;
                self.note_rows();
            }
            let parts = Arc::clone(&self.whole.parts);
            let Some(part) = parts.get(self.next) else { return Ok(0) };
            self.next += 1;
            self.current = Some(self.open_next(part)?);
        }
    }
}

/// Files of a folder or archive as one table. What is no data is passed over; a single table stays what it is.
///
/// # Errors
/// When there is no table, or tables that do not fit together.
pub(super) fn of_many(
    files: Vec<(String, Result<Contents, ImportError>)>,
    found: &mut Found,
) -> Result<Body, ImportError> {
    let mut parts = Vec::new();
    let mut first_error = None;
    let all: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for (name, contents) in files {
        if !has_data_name(&name) {
            found.passed_over.push(PassedOver { name, why: WhyPassedOver::ForeignName });
            continue;
        }
        match contents.and_then(|contents| Part::of(name.clone(), contents)) {
            Ok(part) if part.shape != Shape::Alone => parts.push(part),
            Ok(_) => found.passed_over.push(PassedOver { name, why: WhyPassedOver::NoData(ImportError::Workspace) }),
            Err(ImportError::Cancelled) => return Err(ImportError::Cancelled),
            Err(error) => {
                first_error = first_error.or_else(|| matches!(error, ImportError::Container(_)).then(|| error.clone()));
                found.passed_over.push(PassedOver { name, why: WhyPassedOver::NoData(error) });
            }
        }
    }
    // One record a file is what most of them are: a settings file among them is not.
    let records = parts.iter().filter(|part| part.is_record).count();
    if records * 2 > parts.len() && records > 1 {
        leave_strangers(&mut parts, found);
    }
    leave_texts(&mut parts, found);
    match parts.len() {
        0 => Err(first_error.unwrap_or_else(|| {
            let names = super::error::some_names(all.iter().map(String::as_str));
            ContainerError::NoDataFile { names }.into()
        })),
        1 if !parts.iter().any(|part| part.is_record) => match parts.pop() {
            Some(part) => {
                found.files = vec![part.name.clone()];
                Ok(Body::Alone(part.contents))
            }
            None => Err(ImportError::Empty),
        },
        _ => {
            let together = Together::of(parts)?;
            found.files = together.names();
            Ok(Body::Together(together))
        }
    }
}

/// Passes over JSON records that have less than half of the keys that most others have.
fn leave_strangers(parts: &mut Vec<Part>, found: &mut Found) {
    let mut counts = std::collections::BTreeMap::new();
    for part in parts.iter() {
        if let Shape::Records(keys) = &part.shape {
            for key in keys {
                *counts.entry(key.clone()).or_insert(0_usize) += 1;
            }
        }
    }
    let many = parts.len();
    let core: BTreeSet<String> = counts.into_iter().filter(|(_, count)| count * 2 > many).map(|(key, _)| key).collect();
    let (mut kept, mut strange) = (Vec::new(), Vec::new());
    for part in parts.drain(..) {
        let belongs = matches!(&part.shape, Shape::Records(keys) if keys.intersection(&core).count() * 2 >= core.len());
        if belongs { kept.push(part) } else { strange.push(part) }
    }
    if core.is_empty() {
        kept.append(&mut strange);
    }
    found
        .passed_over
        .extend(strange.into_iter().map(|part| PassedOver { name: part.name, why: WhyPassedOver::OtherShape }));
    *parts = kept;
}

/// Passes over texts (`.txt`, or without an ending) that are not of the shape of the files beside them.
fn leave_texts(parts: &mut Vec<Part>, found: &mut Found) {
    let is_text = |part: &Part| matches!(ending(&part.name).as_deref(), None | Some("txt"));
    let Some(shape) = parts.iter().find(|part| !is_text(part)).map(|part| part.shape.clone()) else { return };
    let (kept, strange): (Vec<Part>, Vec<Part>) =
        parts.drain(..).partition(|part| !is_text(part) || shape.fits(&part.shape));
    found
        .passed_over
        .extend(strange.into_iter().map(|part| PassedOver { name: part.name, why: WhyPassedOver::OtherShape }));
    *parts = kept;
}

/// Whether a file's name is one that data files have.
pub(super) fn has_data_name(name: &str) -> bool {
    const ENDINGS: [&str; 18] = [
        "csv", "tsv", "tab", "psv", "txt", "dat", "json", "jsonl", "ndjson", "xlsx", "xlsm", "xltx", "xlsb", "xls",
        "ods", "gz", "gzip", "zip",
    ];
    ending(name).is_none_or(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The ending of a file's name in lower case.
fn ending(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ending)| ending.to_ascii_lowercase())
}

/// The shape of one table, to be compared with others.
///
/// # Errors
/// When it cannot be read as data.
pub fn shape_of(contents: &Contents) -> Result<Shape, ImportError> {
    Part::of(String::new(), contents.clone()).map(|part| part.shape)
}
