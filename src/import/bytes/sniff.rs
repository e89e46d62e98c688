//! What a file is, from its first bytes: format, encoding, delimiter, header line, place of the records.

use std::collections::BTreeMap;
use std::io::Read;

use crate::import::bytes::document::Document;
use crate::import::bytes::encoding::{self, EncodingFound};
use crate::import::bytes::json;
pub use crate::import::bytes::json::Place;
use crate::import::cells::count::read_count;
use crate::import::cells::date::read_date;
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::recipe::{DateOrder, Format, Thousands};
use crate::import::rows::csv_reader;
use crate::import::rows::headers;

/// Records looked at to find the delimiter.
const TRIAL_RECORDS: usize = 200;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniff {
    /// How it is read.
    pub format: Format,
    /// Names of its columns, as far as the first rows show them; empty for Vigie's own export.
    pub headers: Vec<String>,
    /// How its encoding was told.
    pub encoding: EncodingFound,
    /// Where records may be in a JSON document, the likeliest first; empty for other formats.
    pub places: Vec<Place>,
}

/// Whether the bytes are the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning.
    Head,
}

/// Tells what a file is from its first bytes (at most [`crate::import::limits::HEAD_BYTES`] are needed).
///
/// # Errors
/// When it is nothing that can be imported.
pub fn sniff(bytes: &[u8], extent: Extent) -> Result<Sniff, ImportError> {
    refuse_other_formats(bytes)?;
    let encoding = encoding::of_part(bytes);
    sniff_as(bytes, extent, encoding)
}

/// As [`sniff`], with an encoding that is known already (for example from [`encoding::of_all`]).
///
/// # Errors
/// As [`sniff`].
pub fn sniff_as(bytes: &[u8], extent: Extent, encoding: EncodingFound) -> Result<Sniff, ImportError> {
    let progress = Progress::default();
    let mut text = String::new();
    let mut source = bytes;
    crate::import::bytes::decode::Decoding::new(&mut source, &encoding.label, &progress).read_to_string(&mut text)?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(ImportError::Empty);
    }
    if start.starts_with(['{', '[']) && !looks_like_table(start) {
        let (format, headers, places) = json::look(start, extent, &encoding.label)?;
        return Ok(Sniff { format, headers, encoding, places });
    }
    sniff_csv(&text, extent, encoding)
}

fn refuse_other_formats(bytes: &[u8]) -> Result<(), ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.starts_with(b"SQLite format 3\0") {
        return Err(ImportError::Workspace);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(ImportError::Workbook);
    }
    if let Some(document) = Document::of(bytes) {
        return Err(ImportError::Document(document));
    }
    let sample = bytes.get(..4096.min(bytes.len())).unwrap_or_default();
    let controls = sample.iter().filter(|&&byte| byte < 9 || (14..27).contains(&byte)).count();
    let zeros = memchr::memchr_iter(0, sample).count();
    // UTF-16 text in Latin letters has a zero in every other byte; anything else with control bytes is not text.
    let utf16 = encoding::of_part(sample).label.starts_with("utf-16") && controls - zeros < 4;
    if controls > 3 && !utf16 { Err(ImportError::NotText) } else { Ok(()) }
}

/// A first line such as `[id];[name]` is a table, not JSON.
fn looks_like_table(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    line.starts_with('[') && [';', '\t', '|'].iter().any(|mark| line.contains(*mark)) && !line.contains(['"', '{'])
}

/// The delimiter that a `sep=` line names; `None` where it names none that can be one.
fn stated_delimiter(mark: &str) -> Option<char> {
    let mut chars = mark.chars();
    let mark = chars.next().filter(|mark| mark.is_ascii_punctuation() && *mark != '"' || [' ', '\t'].contains(mark))?;
    chars.next().is_none().then_some(mark)
}

fn sniff_csv(text: &str, extent: Extent, encoding: EncodingFound) -> Result<Sniff, ImportError> {
    // Excel's own note of the delimiter, before the header.
    let (mut skip_lines, text, stated) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((mark, rest)) => (1, rest, stated_delimiter(mark.trim_end_matches('\r'))),
        None => (0, text, None),
    };
    let best = match stated {
        Some(mark) => Trial::of(text, mark, extent),
        None => best_trial(text, extent),
    };
    let best = best.ok_or(ImportError::NoTable)?;
    skip_lines += best.prelude as u32;
    let first = best.records.get(best.prelude).ok_or(ImportError::NoTable)?;
    headers::check(first, 0)?;
    let headerless = is_data(first);
    let headers = if headerless {
        headers::tidy(first.iter().map(|_| ""))
    } else {
        headers::tidy(first.iter().map(String::as_str))
    };
    let format = Format::Csv { delimiter: best.delimiter, encoding: encoding.label.clone(), skip_lines, headerless };
    Ok(Sniff { format, headers, encoding, places: Vec::new() })
}

/// Delimiters that most tables have.
const USUAL: [char; 4] = [',', ';', '\t', '|'];
/// Delimiters that some programs write so that no text has them.
const RARE: [char; 3] = ['^', '~', '\u{1f}'];

/// The delimiter that cuts most regularly. A rare one must cut all records alike, where no usual one comes near.
fn best_trial(text: &str, extent: Extent) -> Option<Trial> {
    let best = |marks: &[char]| {
        let trials = marks.iter().filter_map(|mark| Trial::of(text, *mark, extent));
        trials.max_by(|a, b| a.score().total_cmp(&b.score()))
    };
    let usual = best(&USUAL);
    if usual.as_ref().is_some_and(|usual| usual.regular >= 0.8) {
        return usual;
    }
    best(&RARE).filter(|rare| rare.regular >= 0.98 && rare.records.len() > 2).or(usual)
}

/// The first records cut at one delimiter.
struct Trial {
    delimiter: char,
    records: Vec<Vec<String>>,
    /// Cells of most records.
    width: usize,
    /// Share of the records with that many cells.
    regular: f64,
    /// Lines before the header: records with one filled cell at most, above a wider table.
    prelude: usize,
}

impl Trial {
    /// `None` when this delimiter makes no table of two columns or more.
    fn of(text: &str, delimiter: char, extent: Extent) -> Option<Self> {
        let mut records: Vec<Vec<String>> = csv_reader(text.as_bytes(), delimiter)
            .into_records()
            .map_while(Result::ok)
            .take(TRIAL_RECORDS)
            .map(|record| record.iter().map(str::to_owned).collect())
            .collect();
        if extent == Extent::Head && records.len() > 1 && records.len() < TRIAL_RECORDS {
            records.pop();
        }
        let mut widths = BTreeMap::new();
        for record in &records {
            *widths.entry(record.len()).or_insert(0_usize) += 1;
        }
        let (width, count) = widths.into_iter().filter(|(width, _)| *width > 1).max_by_key(|(_, count)| *count)?;
        let filled = |record: &Vec<String>| record.iter().filter(|cell| !cell.trim().is_empty()).count();
        let prelude = if width > 2 { records.iter().take_while(|record| filled(record) <= 1).count() } else { 0 };
        let considered = records.len().saturating_sub(prelude);
        (considered > 0).then(|| Self {
            delimiter,
            regular: count.min(considered) as f64 / considered as f64,
            records,
            width,
            prelude,
        })
    }

    /// Regularity first; between equals, the delimiter that cuts more.
    fn score(&self) -> f64 {
        self.regular + (self.width.min(100) as f64) / 1_000.0
    }
}

/// Whether a first row is data rather than headers: a date or a number in it, and no more words than those.
fn is_data(cells: &[String]) -> bool {
    let filled: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let is_year = |cell: &str| cell.len() == 4 && cell.parse::<u32>().is_ok();
    let typed = filled
        .iter()
        .filter(|cell| {
            let date = read_date(cell, DateOrder::DayMonthYear).or_else(|_| read_date(cell, DateOrder::MonthDayYear));
            (date.is_ok() && cell.contains(|c: char| c.is_ascii_digit()) && !is_year(cell))
                || read_count(cell, Thousands::Auto).is_ok_and(|_| cell.starts_with(|c: char| c.is_ascii_digit()))
        })
        .count();
    typed >= 1 && typed * 3 >= filled.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::recipe::Records;

    fn csv(text: &str) -> (char, u32, bool, Vec<String>) {
        match sniff(text.as_bytes(), Extent::Whole).expect("a table") {
            Sniff { format: Format::Csv { delimiter, skip_lines, headerless, .. }, headers, .. } => {
                (delimiter, skip_lines, headerless, headers)
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn delimiters_by_regularity_outside_quotes() {
        let table = [
            ("a,b\n\"1;2;3\",x\n\"4;5;6\",y\n", ',', 0, false),
            ("a;b;c\n1,5;2,5;x\n2,5;3,5;y\n", ';', 0, false),
            ("a\tb\n1\t2\n", '\t', 0, false),
            ("a|b|c\n1|2|3\n", '|', 0, false),
            ("sep=;\na;b\n1;2\n", ';', 1, false),
            ("a^b^c\n1^x, y^2\n3^z^4\n", '^', 0, false),
            ("a\u{1f}b\n1\u{1f}2\n3\u{1f}4\n", '\u{1f}', 0, false),
            ("a,b\n~1,2\n~3,4\n", ',', 0, false),
            ("sep=nonsense\na;b\n1;2\n", ';', 1, false),
            ("sep=\r\na|b\r\n1|2\r\n", '|', 1, false),
            ("Extraction du 20 mars 2023;;;\na;b;c;d\n1;2;3;4\n5;6;7;8\n", ';', 1, false),
            ("2024-03-01,Acme,12\n2024-04-01,Bern,14\n", ',', 0, true),
        ];
        for (text, delimiter, skip, headerless) in table {
            let (found, skipped, without, _) = csv(text);
            assert_eq!((found, skipped, without), (delimiter, skip, headerless), "{text}");
        }
    }

    #[test]
    fn json_documents_by_where_their_records_are() {
        let array = |path: &str| {
            let (path, encoding) = (path.to_owned(), "utf-8".to_owned());
            Format::Json { path, encoding, records: Records::Flat }
        };
        let lines = Format::JsonLines { encoding: "utf-8".to_owned(), records: Records::Flat };
        let table = [
            (r#"[{"a": 1}, {"a": 2}]"#, array("")),
            (r#"{"n": 2, "breaches": [{"a": 1}, {"a": 2}]}"#, array("breaches")),
            (r#"{"r": {"docs": [{"a": 1}, {"a": 2}]}}"#, array("r.docs")),
            ("{\"a\": 1}\n{\"a\": 2}\n", lines),
            (r#"{"vigie": 1, "incidents": []}"#, Format::Vigie),
        ];
        for (text, format) in table {
            assert_eq!(sniff(text.as_bytes(), Extent::Whole).expect(text).format, format);
        }
    }

    #[test]
    fn what_is_no_data_is_refused_with_its_reason() {
        let table: [(&[u8], ImportError); 8] = [
            (b"", ImportError::Empty),
            (b"  \n ", ImportError::Empty),
            (b"SQLite format 3\0abc", ImportError::Workspace),
            (b"PK\x03\x04abc", ImportError::Workbook),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00", ImportError::NotText),
            (b"A letter.\nIt has lines and nothing else\n", ImportError::NoTable),
            (b"{}", ImportError::NoRecords),
            (b"<html><p>Please sign in", ImportError::Document(Document::WebPage)),
        ];
        for (bytes, error) in table {
            assert_eq!(sniff(bytes, Extent::Whole), Err(error));
        }
        assert!(matches!(sniff(b"[{\"a\" 1}]", Extent::Whole), Err(ImportError::BadJson(_))));
    }

    #[test]
    fn the_head_of_a_long_file_is_enough() {
        let long = format!("[{}{{\"a\": \"cut of", "{\"a\": 1, \"b\": 2},".repeat(300));
        let found = sniff(long.as_bytes(), Extent::Head).expect("an array");
        assert_eq!(found.headers, ["a", "b"]);
        let cut = "a;b\n1;2\n3;\"an unfinished quo";
        assert_eq!(sniff(cut.as_bytes(), Extent::Head).expect("a table").headers, ["a", "b"]);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = sniff(&bytes, Extent::Head);
            let _ = sniff(&bytes, Extent::Whole);
        }

        #[test]
        fn no_text_panics(text in "[\\[\\]{}\",;:a0 \\n|]{0,80}") {
            let _ = sniff(text.as_bytes(), Extent::Whole);
        }
    }
}
