//! A delimited file straight into a frame, on all cores: for figures from a file without a workspace.
//!
//! The file is read in blocks of whole records by whichever thread is free, so memory does not grow with the file.
//! Cells are read by the same columns as everywhere in import; only those that were asked for are kept. Each thread
//! fills a frame of its own; they are put together at the end in the file's order, so that the answer does not depend
//! on the threads.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use uuid::Uuid;

use crate::frame::batch::Field;
use crate::frame::{FrameBuilder, RecordId, RowValues, Snapshot};
use crate::import::bytes::blocks::{Block, Blocks};
use crate::import::bytes::csv::Scanner;
use crate::import::bytes::decode::Decoding;
use crate::import::bytes::shared::{Counted, available_threads, each_block};
use crate::import::error::ImportError;
use crate::import::limits::{PROBLEMS, REJECTED_BYTES, REJECTED_ROWS};
use crate::import::progress::Progress;
use crate::import::read::{Reading, Wanted, read_fields};
use crate::import::recipe::{Format, Recipe};
use crate::import::report::ImportReport;
use crate::import::rows::{Cells, Row};

/// A file that was read into a frame.
#[derive(Clone, Debug)]
pub struct FrameRead {
    /// The records, with ids from 1 in the order of the file.
    pub snapshot: Snapshot,
    /// What became of the rows.
    pub report: ImportReport,
    /// Where the records stand in the file.
    pub places: Places,
}

/// Where records stand in a file, so that one of them can be read again with all its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    headers: Vec<String>,
    /// First record and place in the file of each block; empty where places are not known.
    blocks: Vec<(u64, u64)>,
}

impl Places {
    /// Reads one record again; `None` where it is not found. `open_at` gives the file from a byte on.
    pub fn read_again<R: Read>(
        &self,
        id: RecordId,
        recipe: &Recipe,
        open_at: impl FnOnce(u64) -> std::io::Result<R>,
    ) -> Option<RowValues> {
        let row = id.0.checked_sub(1)?;
        let at = self.blocks.partition_point(|(first, _)| *first <= row).checked_sub(1)?;
        let &(first, offset) = self.blocks.get(at)?;
        let Format::Csv { delimiter, .. } = recipe.shape.format else { return None };
        let delimiter = u8::try_from(delimiter).unwrap_or(b',');
        let progress = Progress::default();
        let mut source = open_at(offset).ok()?;
        let mut block = Block::default();
        Blocks::new(&mut source, delimiter, &progress).next(&mut block).ok()?;
        let wanted = |_: &Field| true;
        let rejected = Rejected::default();
        let mut worker = Worker::new(recipe, &wanted, &self.headers, delimiter, Uuid::nil(), (&rejected, &progress));
        worker.take(&block).ok()?;
        worker.builder.finish().values_at(usize::try_from(row - first).ok()?)
    }
}

/// Reads a delimited file into a frame that holds only the fields that are `wanted`.
///
/// Whether a row is imported, rejected or blank is decided as by [`crate::import::read::read`]; problems of records as
/// a whole (nameless, undated, double) are not looked for.
///
/// # Errors
/// When the recipe is not one for delimited text, the file is empty, cannot be read to its end or is beyond the
/// limits, or `progress` was cancelled.
pub fn read_frame(
    source: &mut (dyn Read + Send),
    recipe: &Recipe,
    wanted: &Wanted<'_>,
    dataset: Uuid,
    progress: &Progress,
) -> Result<FrameRead, ImportError> {
    let Format::Csv { encoding, .. } = &recipe.shape.format else { return Err(ImportError::NoTable) };
    if recipe.rows.collapse_column().is_some() {
        // Rows of one record may stand anywhere: one thread has to see them all.
        let mut builder = FrameBuilder::new(dataset);
        let report = read_fields(source, recipe, wanted, &mut builder, progress)?;
        return Ok(FrameRead { snapshot: builder.finish(), report, places: Places::default() });
    }
    match encoding_rs::Encoding::for_label(encoding.as_bytes()) {
        Some(found) if found != encoding_rs::UTF_8 => {
            let mut decoding = Decoding::new(source, encoding, progress);
            let read = read_text(&mut decoding, recipe, wanted, dataset, progress)?;
            // Places in the decoded text are none in the file.
            Ok(FrameRead { places: Places::default(), ..read })
        }
        _ => read_text(&mut Counted { source, progress }, recipe, wanted, dataset, progress),
    }
}

fn read_text<R: Read + Send>(
    source: &mut R,
    recipe: &Recipe,
    wanted: &Wanted<'_>,
    dataset: Uuid,
    progress: &Progress,
) -> Result<FrameRead, ImportError> {
    let Format::Csv { delimiter, skip_lines, headerless, .. } = recipe.shape.format else {
        return Err(ImportError::NoTable);
    };
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut blocks = Blocks::new(source, delimiter, progress);
    let mut first = Block::default();
    if !blocks.next(&mut first)? {
        return Err(ImportError::Empty);
    }
    let headers = first.take_headers(delimiter, skip_lines, headerless)?;
    let rejected = Rejected::default();
    let worker = |_| Worker::new(recipe, wanted, &headers, delimiter, dataset, (&rejected, progress));
    let workers = (0..available_threads()).map(worker).collect();
    let workers = each_block(blocks, first, workers, |worker: &mut Worker<'_>, block| worker.take(block))?;
    let workers = workers.into_iter().map(|worker| (worker.builder, worker.parts));
    let (builders, parts): (Vec<_>, Vec<_>) = workers.unzip();
    let (report, places) = together(parts.into_iter().flatten().collect(), headers, char::from(delimiter))?;
    Ok(FrameRead { snapshot: FrameBuilder::finish_parts(builders), report, places })
}

/// What all threads together set aside so far.
#[derive(Debug, Default)]
struct Rejected {
    rows: AtomicUsize,
    bytes: AtomicUsize,
}

impl Rejected {
    fn add(&self, report: &ImportReport) -> Result<(), ImportError> {
        let (rows, bytes) = (report.rejected.len(), report.rejected_bytes);
        let rows = self.rows.fetch_add(rows, Ordering::Relaxed) + rows;
        let bytes = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if rows > REJECTED_ROWS || bytes > REJECTED_BYTES { Err(ImportError::TooManyRejected) } else { Ok(()) }
    }
}

/// What one block gave.
struct Part {
    /// Which block of the file it is.
    number: u64,
    /// Where it begins.
    offset: Option<u64>,
    report: ImportReport,
}

/// One thread's share of the work.
struct Worker<'p> {
    headers: &'p [String],
    reading: Reading<'p>,
    scanner: Scanner,
    builder: FrameBuilder,
    parts: Vec<Part>,
    /// Problems in the parts.
    problems: usize,
    rejected: &'p Rejected,
    progress: &'p Progress,
}

impl<'p> Worker<'p> {
    fn new(
        recipe: &'p Recipe,
        wanted: &'p Wanted<'p>,
        headers: &'p [String],
        delimiter: u8,
        dataset: Uuid,
        (rejected, progress): (&'p Rejected, &'p Progress),
    ) -> Self {
        let mut reading = Reading::of_fields(recipe, Some(wanted));
        reading.meet(headers);
        reading.report = ImportReport::default();
        let scanner = Scanner::new(delimiter, reading.places());
        let builder = FrameBuilder::new(dataset);
        Self { headers, reading, scanner, builder, parts: Vec::new(), problems: 0, rejected, progress }
    }

    fn take(&mut self, block: &Block) -> Result<(), ImportError> {
        let text = block.text();
        let Self { headers, reading, scanner, .. } = self;
        let mut number = 0;
        scanner.each(&text, |cut| {
            number += 1;
            reading.take(headers, Row { number, cells: Cells::Record(cut) })?;
            Ok::<_, ImportError>(ControlFlow::Continue(()))
        })?;
        self.progress.add_rows(number);
        self.reading.flush(&mut self.builder)?;
        self.builder.seal(block.part);
        let mut report = std::mem::take(&mut self.reading.report);
        // The list shows the first problems of the file, and a thread takes its blocks in their order.
        report.problems.truncate(PROBLEMS - self.problems);
        self.problems += report.problems.len();
        self.rejected.add(&report)?;
        self.parts.push(Part { number: block.part, offset: block.offset(), report });
        Ok(())
    }
}

/// One report of all parts, with rows numbered through the file.
fn together(
    mut parts: Vec<Part>,
    headers: Vec<String>,
    delimiter: char,
) -> Result<(ImportReport, Places), ImportError> {
    parts.sort_by_key(|part| part.number);
    let mut places = Places { headers: headers.clone(), blocks: Vec::with_capacity(parts.len()) };
    let mut all = ImportReport { headers, delimiter: Some(delimiter), ..ImportReport::default() };
    for Part { offset, report: mut part, .. } in parts {
        let before = all.read;
        places.blocks.extend(offset.map(|offset| (all.imported, offset)));
        part.shift(before);
        all.append(part);
    }
    all.within_rejected()?;
    Ok((all, places))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::import::read::read;
    use crate::import::recipe::{
        Blank, ColumnRule, DatasetRule, DateOrder, DateReading, OnBad, Placeholder, PlaceholderMeaning, Shape, Target,
        Thousands,
    };
    use crate::import::row_rules::RowRules;
    use crate::model::affected::{Effect, Unit};
    use crate::model::event::EventKind;
    use crate::model::organisation::Role;

    fn recipe(encoding: &str) -> Recipe {
        let date = |event, blank| Target::Date {
            event,
            order: DateOrder::DayMonthYear,
            blank,
            reading: DateReading::default(),
            parts: None,
        };
        let placeholders = vec![Placeholder { number: 500, means: PlaceholderMeaning::AtLeast(500) }];
        let people = Field::Affected(Unit::People, Effect::DataExposed);
        let columns = [
            ("name", Target::Text(Field::Organisation(Role::Victim)), OnBad::RejectRow),
            ("kinds", Target::List { field: Field::Kind, separator: ";".into() }, OnBad::RejectRow),
            ("aware", date(EventKind::Aware, Blank::NothingSaid), OnBad::RejectRow),
            ("told", date(EventKind::MadePublic, Blank::NotYet), OnBad::KeepRow),
            (
                "people",
                Target::Count { field: people, thousands: Thousands::Comma, placeholders, unit_column: None },
                OnBad::RejectRow,
            ),
        ];
        let rule = |(header, target, on_bad): (&str, Target, OnBad)| ColumnRule {
            header: header.into(),
            target,
            on_bad,
            knows_missing: false,
            names: crate::import::recipe::Names::default(),
        };
        let format = Format::Csv { delimiter: ',', encoding: encoding.into(), skip_lines: 0, headerless: false };
        Recipe {
            version: 1,
            name: String::new(),
            shape: Shape { format, headers: Vec::new(), sheet: None },
            columns: columns.into_iter().map(rule).collect(),
            rows: RowRules::default(),
            dataset: DatasetRule::default(),
        }
    }

    /// Rows of every sort, in more blocks than there are threads.
    fn text(rows: u32) -> String {
        let mut text = String::from("name,kinds,aware,told,people,note\r\n");
        for row in 0..rows {
            let people = match row % 11 {
                0 => "\"1,234\"".to_owned(),
                1 => "up to 900".to_owned(),
                2 => "500".to_owned(),
                3 => String::new(),
                _ => (row * 7).to_string(),
            };
            let aware = match row % 13 {
                0 => "2024-02".to_owned(),
                1 => "03/04/2024".to_owned(),
                2 => "unknown".to_owned(),
                _ => format!("2023-{:02}-{:02}", row % 12 + 1, row % 28 + 1),
            };
            let told = ["", "2024-05-06", "soon perhaps"][row as usize % 3];
            let name = ["Préfecture", "\"Ville, la \"\"grande\"\"\"", "\"two\nlines\"", " Mairie "][row as usize % 4];
            let line = format!("{name},Theft; Phishing;,{aware},{told},{people},n{row}");
            match row % 97 {
                5 => text.push('\n'),
                6 => text.push_str(", ,,,,\n"),
                7 => writeln!(text, "{line},too,many").unwrap(),
                8 => text.push_str("too,few\n"),
                9 => text.push_str("A,B,31/31/2024,,-4,\n"),
                10 => writeln!(text, "{line},,\r").unwrap(),
                _ => writeln!(text, "{line}").unwrap(),
            }
        }
        text
    }

    fn assert_reads_alike(bytes: &[u8], recipe: &Recipe) {
        let progress = Progress::default();
        let mut builder = FrameBuilder::new(Uuid::nil());
        let wanted = read(&mut &*bytes, recipe, &mut builder, &progress).unwrap();
        let general = builder.finish();
        let read = read_frame(&mut &*bytes, recipe, &|_| true, Uuid::nil(), &Progress::default()).unwrap();
        let FrameRead { snapshot: fast, report, places } = read;
        assert_eq!((report.read, report.imported, report.blank), (wanted.read, wanted.imported, wanted.blank));
        assert!(report.adds_up() && report.blank > 0 && !report.rejected.is_empty());
        assert_eq!(report.rejected, wanted.rejected);
        assert_eq!(report.headers, wanted.headers);
        assert_eq!(fast.len(), general.len());
        let custom = |values: Option<crate::frame::RowValues>| {
            let mut values = values.unwrap();
            // Words that could not be read are put aside by the general reader alone.
            values.words.remove(&Field::Custom("told".into()));
            values
        };
        for row in 0..fast.len() {
            assert_eq!(custom(fast.values_at(row)), custom(general.values_at(row)), "row {row}");
        }
        for row in (0..fast.len()).step_by(1_777).filter(|_| !places.blocks.is_empty()) {
            let id = fast.id_at(row).unwrap();
            let again = places.read_again(id, recipe, |offset| Ok(&bytes[offset as usize..]));
            assert_eq!(again, fast.values_at(row), "row {row}");
        }
        assert_eq!(places.read_again(RecordId(9_999_999), recipe, |_| Ok(&b""[..])), None);
    }

    #[test]
    fn many_threads_read_what_one_reads() {
        let text = text(40_000);
        assert!(text.len() > 4 * 512 * 1024);
        assert_reads_alike(text.as_bytes(), &recipe("utf-8"));
    }

    #[test]
    fn other_encodings_are_read_alike() {
        let text = text(9_000);
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        assert_reads_alike(&bytes, &recipe("windows-1252"));
    }

    #[test]
    fn a_question_does_not_decide_whether_a_row_counts() {
        let text = text(3_000);
        let recipe = recipe("utf-8");
        let all = read_frame(&mut text.as_bytes(), &recipe, &|_| true, Uuid::nil(), &Progress::default()).unwrap();
        let only_kinds = |field: &Field| *field == Field::Kind;
        let few = read_frame(&mut text.as_bytes(), &recipe, &only_kinds, Uuid::nil(), &Progress::default()).unwrap();
        assert_eq!(few.report.rejected, all.report.rejected);
        assert_eq!(few.snapshot.len(), all.snapshot.len());
        assert_eq!(few.snapshot.fields().collect::<Vec<_>>(), [&Field::Kind]);
        assert!(few.snapshot.event_kinds().is_empty());
    }

    #[test]
    fn a_cancelled_reading_keeps_nothing() {
        let progress = Progress::default();
        progress.cancel();
        let read = read_frame(&mut text(10).as_bytes(), &recipe("utf-8"), &|_| true, Uuid::nil(), &progress);
        assert_eq!(read.unwrap_err(), ImportError::Cancelled);
        let empty = read_frame(&mut &b""[..], &recipe("utf-8"), &|_| true, Uuid::nil(), &Progress::default());
        assert_eq!(empty.unwrap_err(), ImportError::Empty);
    }
}
