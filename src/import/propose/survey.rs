//! One pass over all rows of a file, column by column: what the cells look like. Proposals rest on it.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};
use std::io::Read;
use std::ops::ControlFlow;

use rustc_hash::{FxHashSet, FxHasher};

use crate::frame::cell::CountState;
use crate::import::cells::count::read_count_unit;
use crate::import::cells::missing_words::{Absent, absent};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::recipe::{Format, Thousands};
use crate::import::rows::html;
use crate::import::rows::items;
use crate::import::rows::{self, Row};
use crate::model::affected::Unit;
use crate::model::calendar::Day;
use crate::model::count::unit_from_word;

mod numbers;
mod dates;
mod parallel;
mod words;

pub(crate) use dates::order_slot;
pub use dates::{DateEvidence, Heap, NumberSpan, reached};

pub use numbers::{Noticed, NumberEvidence};
pub use words::WordEvidence;

/// Different values counted at most; beyond it a column has "many".
const DISTINCT: usize = 4_096;
/// Rows after which a column with few dates or counts is no longer tried for them.
const TRIAL_ROWS: u64 = 4_000;
/// Samples kept of each column.
const SAMPLES: usize = 5;

/// What the rows of a file look like.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Rows seen, blank ones left out.
    pub rows: u64,
    /// Each column, in the order of the file.
    pub columns: Vec<ColumnSurvey>,
}

/// What the cells of one column look like.
#[derive(Clone, Debug, Default)]
pub struct ColumnSurvey {
    /// Its header.
    pub header: String,
    /// Cells with anything in them but a word for "missing".
    pub filled: u64,
    /// Cells with a word for "not yet".
    pub not_yet: u64,
    /// The first different values, shortened.
    pub samples: Vec<String>,
    /// Number of different values, at most `DISTINCT`.
    pub distinct: usize,
    /// Dates, and what decides their order.
    pub dates: DateEvidence,
    /// Cells that are counts.
    pub counts: u64,
    /// Cells that are whole numbers in plain digits.
    pub plain_numbers: u64,
    /// Which mark groups thousands, with the number of cells that can only be read so.
    pub marks: BTreeMap<Thousands, u64>,
    /// Units named in the cells.
    pub units: BTreeMap<Unit, u64>,
    /// Cells that are nothing but the name of a unit.
    pub unit_words: u64,
    /// Numbers that may stand for "not known", words for numbers, measures of something else.
    pub numbers: NumberEvidence,
    /// Its different cells, where they are few: of the first rows, and of all where the header names a list of ours.
    pub words: WordEvidence,
    /// Characters in all filled cells.
    pub characters: u64,
    /// Cells with HTML tags or entities.
    pub html: u64,
    /// Cells that begin with an address on the web.
    pub addresses: u64,
    /// Cells that are lists by themselves (JSON arrays, list literals).
    pub lists: u64,
    /// Cells in which `;`, `|` and `,` stand.
    pub separators: BTreeMap<char, u64>,
    /// Different items when cut at each of these marks.
    pub items: BTreeMap<char, usize>,
    /// Rows looked at.
    looked: u64,
    /// Whether cells beyond the first [`TRIAL_ROWS`] are still tried as dates and as counts.
    tried: Tried,
    hashes: FxHashSet<u64>,
    /// Where each sample was first met, and its hash.
    sampled: Vec<(Place, u64)>,
    item_hashes: BTreeMap<char, FxHashSet<u64>>,
}

/// A row's place in the file: its block, and its place there.
type Place = (u64, u64);

#[derive(Clone, Copy, Debug)]
struct Tried {
    dates: bool,
    counts: bool,
    words: bool,
}

impl Default for Tried {
    fn default() -> Self {
        Self { dates: true, counts: true, words: true }
    }
}

/// Looks at every row of `source`, delimited text on all cores. `today` is the day of reading: later dates do not count
/// as the latest.
///
/// # Errors
/// When the source cannot be read as this format, or `progress` was cancelled.
pub fn survey(
    source: &mut (dyn Read + Send),
    format: &Format,
    today: Day,
    progress: &Progress,
) -> Result<Survey, ImportError> {
    match format {
        Format::Csv { .. } => parallel::survey(source, format, today, progress),
        _ => survey_some(source, format, today, progress, u64::MAX),
    }
}

/// As [`survey`], on the first `rows` rows, with one thread.
///
/// # Errors
/// As [`survey`].
pub fn survey_some(
    source: &mut dyn Read,
    format: &Format,
    today: Day,
    progress: &Progress,
    rows: u64,
) -> Result<Survey, ImportError> {
    let mut survey = Survey::default();
    rows::visit(source, format, progress, &mut |headers, row| {
        survey.meet(headers);
        survey.look(row, (0, row.number), today);
        Ok(if row.number < rows { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    survey.finish();
    Ok(survey)
}

impl Survey {
    /// Makes columns for headers that were not known before.
    fn meet(&mut self, headers: &[String]) {
        for header in headers.iter().skip(self.columns.len()) {
            self.columns.push(ColumnSurvey { header: header.clone(), ..ColumnSurvey::default() });
        }
    }

    /// Looks at one row; `place` is where it stands in the file.
    fn look(&mut self, row: Row<'_>, place: Place, today: Day) {
        if !row.is_empty() && row.fits(self.columns.len()) {
            self.rows += 1;
            for (column, survey) in self.columns.iter_mut().enumerate() {
                survey.look(row, column, place, today);
            }
        }
    }

    /// Counts what was gathered, and forgets it.
    fn finish(&mut self) {
        for column in &mut self.columns {
            column.distinct = column.hashes.len().min(DISTINCT);
            column.items = column.item_hashes.iter().map(|(mark, hashes)| (*mark, hashes.len())).collect();
            (column.hashes, column.item_hashes) = (FxHashSet::default(), BTreeMap::new());
            (column.looked, column.tried, column.sampled) = (0, Tried::default(), Vec::new());
        }
    }
}

impl ColumnSurvey {
    /// Share of the filled cells, 0 to 1.
    pub fn share(&self, cells: u64) -> f64 {
        if self.filled == 0 { 0.0 } else { cells as f64 / self.filled as f64 }
    }

    fn look(&mut self, row: Row<'_>, column: usize, place: Place, today: Day) {
        self.looked += 1;
        if self.looked == TRIAL_ROWS {
            let worth = |found: u64| found * 50 > TRIAL_ROWS;
            let words = crate::import::propose::words::names_a_list(&self.header);
            self.tried = Tried { dates: worth(self.dates.all()), counts: worth(self.counts), words };
        }
        let text = row.text(column);
        let text = text.trim();
        match absent(text) {
            Some(Absent::NotYet) => self.not_yet += 1,
            Some(_) => {}
            None => {
                self.filled += 1;
                self.characters += if text.is_ascii() { text.len() } else { text.chars().count() } as u64;
                self.sample(text, place);
                if self.looked < TRIAL_ROWS || self.tried.words {
                    self.words.note(text);
                }
                if text.len() <= 64 && self.tried.dates {
                    self.dates.look(text, today);
                }
                if text.len() <= 80 && self.tried.counts {
                    self.try_count(text);
                }
                self.look_at_shape(row, column, text);
            }
        }
    }

    fn sample(&mut self, text: &str, place: Place) {
        if self.hashes.len() >= DISTINCT {
            return;
        }
        let hash = hash(text);
        if self.hashes.insert(hash) && self.samples.len() < SAMPLES {
            self.samples.push(crate::import::limits::shortened(text));
            self.sampled.push((place, hash));
        }
    }

    fn try_count(&mut self, text: &str) {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) && unit_from_word(text).is_some() {
            self.unit_words += 1;
        }
        let found = match read_count_unit(text, Thousands::Auto) {
            Ok(found) if found.cell.state == CountState::Count => found,
            Ok(_) => return,
            Err(error) => {
                // Several counts of different units suit as well.
                self.counts += u64::from(self.numbers.note_refused(text, error));
                return;
            }
        };
        self.counts += 1;
        if let Some(unit) = found.unit {
            *self.units.entry(unit).or_default() += 1;
        }
        if found.cell.lo == found.cell.hi {
            self.numbers.note(found.cell.lo);
        }
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            self.plain_numbers += 1;
            return;
        }
        self.numbers.note_words(text);
        let groups = |mark: char| {
            text.split(mark).skip(1).any(|part| part.len() >= 3 && part.bytes().take(3).all(|b| b.is_ascii_digit()))
        };
        let mark = if groups(',') {
            Thousands::Comma
        } else if groups('.') {
            Thousands::Point
        } else if [' ', '\u{a0}', '\u{202f}'].into_iter().any(groups) {
            Thousands::Space
        } else {
            return;
        };
        *self.marks.entry(mark).or_default() += 1;
    }

    fn look_at_shape(&mut self, row: Row<'_>, column: usize, text: &str) {
        if memchr::memchr(b'<', text.as_bytes()).is_some()
            && (text.contains("</") || text.contains("<br") || text.contains("<p>"))
            || memchr::memchr(b'&', text.as_bytes()).is_some() && html::has_entity(text)
        {
            self.html += 1;
        }
        if text.starts_with("http://") || text.starts_with("https://") {
            self.addresses += 1;
        }
        if row.items(column).is_some() || items::is_literal(text) {
            self.lists += 1;
            return;
        }
        if memchr::memchr3(b';', b'|', b',', text.as_bytes()).is_none() {
            return;
        }
        for mark in [';', '|', ','] {
            if !text.contains(mark) {
                continue;
            }
            *self.separators.entry(mark).or_default() += 1;
            let hashes = self.item_hashes.entry(mark).or_default();
            if self.looked < TRIAL_ROWS && hashes.len() < DISTINCT {
                hashes.extend(items::split(text, &mark.to_string()).iter().map(|item| hash(item)));
            }
        }
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str) -> Survey {
        let format = Format::Csv { delimiter: ';', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false };
        survey(&mut text.as_bytes(), &format, Day(20_000), &Progress::default()).expect("a table")
    }

    #[test]
    fn evidence_is_counted_on_all_values() {
        let found = columns(
            "d;n;k;x\n25/12/2023;1 200;a, b;1\n03/04/2024;unknown;b, c;2\n2024-01-05;12 personnes;a;3\nnot yet;;c, a;4\n",
        );
        let dates = &found.columns[0].dates;
        assert_eq!((dates.any_order, dates.only_day_first, dates.only_month_first, dates.either), (1, 1, 0, 1));
        assert_eq!((found.columns[0].filled, found.columns[0].not_yet), (3, 1));
        assert_eq!(dates.latest[1], Day::from_ymd(2024, 4, 3));
        assert_eq!(dates.latest[2], Day::from_ymd(2024, 3, 4));
        let counts = &found.columns[1];
        assert_eq!((counts.filled, counts.counts, counts.plain_numbers), (2, 2, 0));
        assert_eq!(counts.marks.get(&Thousands::Space), Some(&1));
        assert_eq!(counts.units.get(&Unit::People), Some(&1));
        assert_eq!(found.columns[2].items.get(&','), Some(&3));
        assert_eq!((found.rows, found.columns[3].distinct), (4, 4));
    }
}
