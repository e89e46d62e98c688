//! The survey of delimited text on all cores, to the same evidence as one thread finds.
//!
//! The first rows decide which columns are tried further, so one thread looks at those. Of the rest every thread looks
//! at the blocks that it gets, and what they found is added up; samples are the first different values of the file.

use std::collections::BTreeMap;
use std::io::Read;
use std::ops::ControlFlow;

use crate::import::bytes::blocks::{Block, Blocks};
use crate::import::bytes::csv::Scanner;
use crate::import::bytes::decode::Decoding;
use crate::import::bytes::shared::{Counted, available_threads, each_block};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::propose::survey::{ColumnSurvey, DISTINCT, SAMPLES, Survey, TRIAL_ROWS};
use crate::import::recipe::Format;
use crate::import::rows::{Cells, Row};
use crate::model::calendar::Day;

/// Looks at every row of delimited text.
pub(super) fn survey(
    source: &mut (dyn Read + Send),
    format: &Format,
    today: Day,
    progress: &Progress,
) -> Result<Survey, ImportError> {
    let Format::Csv { encoding, .. } = format else { return Err(ImportError::NoTable) };
    match encoding_rs::Encoding::for_label(encoding.as_bytes()) {
        Some(found) if found != encoding_rs::UTF_8 => {
            survey_text(&mut Decoding::new(source, encoding, progress), format, today, progress)
        }
        _ => survey_text(&mut Counted { source, progress }, format, today, progress),
    }
}

fn survey_text<R: Read + Send>(
    source: &mut R,
    format: &Format,
    today: Day,
    progress: &Progress,
) -> Result<Survey, ImportError> {
    let Format::Csv { delimiter, skip_lines, headerless, .. } = *format else { return Err(ImportError::NoTable) };
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut blocks = Blocks::new(source, delimiter, progress);
    let mut block = Block::default();
    if !blocks.next(&mut block)? {
        return Err(ImportError::Empty);
    }
    let headers = block.take_headers(delimiter, skip_lines, headerless)?;
    let mut survey = Survey::default();
    survey.meet(&headers);
    let scanner = Scanner::new(delimiter, (0..headers.len()).collect());
    let mut first = Worker { survey, scanner, any: false, today, progress };
    let mut more = true;
    while more && first.survey.rows < TRIAL_ROWS {
        first.take(&block);
        more = blocks.next(&mut block)?;
    }
    let mut survey = if more {
        let fresh = |survey| Worker { survey, scanner: first.scanner.clone(), any: true, today, progress };
        let workers = (0..available_threads()).map(|_| fresh(first.survey.continued())).collect();
        let workers = each_block(blocks, block, workers, |worker: &mut Worker<'_>, block| {
            worker.take(block);
            Ok(())
        })?;
        workers.into_iter().fold(first.survey, |survey, worker| survey.with(worker.survey))
    } else {
        first.survey
    };
    if survey.rows == 0 && !first.any {
        // Columns are met with their first row.
        survey = Survey::default();
    }
    survey.finish();
    Ok(survey)
}

/// One thread's share of the work.
struct Worker<'p> {
    survey: Survey,
    scanner: Scanner,
    /// Whether there was a row, be it blank.
    any: bool,
    today: Day,
    progress: &'p Progress,
}

impl Worker<'_> {
    fn take(&mut self, block: &Block) {
        let Self { survey, scanner, today, .. } = self;
        let mut number = 0;
        // Looking at a row cannot fail.
        scanner
            .each(&block.text(), |cut| {
                number += 1;
                survey.look(Row { number, cells: Cells::Record(cut) }, (block.part, number), *today);
                Ok::<_, ImportError>(ControlFlow::Continue(()))
            })
            .ok();
        self.any |= number > 0;
        self.progress.add_rows(number);
    }
}

impl Survey {
    /// A survey of rows further on, in which what the first rows decided holds.
    fn continued(&self) -> Self {
        let column = |column: &ColumnSurvey| ColumnSurvey {
            header: column.header.clone(),
            looked: column.looked.max(TRIAL_ROWS),
            tried: column.tried,
            ..ColumnSurvey::default()
        };
        Self { rows: 0, columns: self.columns.iter().map(column).collect() }
    }

    /// With what was found in other rows of the same columns.
    fn with(mut self, other: Self) -> Self {
        self.rows += other.rows;
        for (column, more) in self.columns.iter_mut().zip(other.columns) {
            column.add(more);
        }
        self
    }
}

impl ColumnSurvey {
    fn add(&mut self, other: Self) {
        let mut samples: Vec<_> = std::mem::take(&mut self.sampled)
            .into_iter()
            .zip(std::mem::take(&mut self.samples))
            .chain(other.sampled.into_iter().zip(other.samples))
            .collect();
        samples.sort_by_key(|((place, _), _)| *place);
        for ((place, hash), sample) in samples {
            if self.samples.len() < SAMPLES && self.sampled.iter().all(|(_, held)| *held != hash) {
                self.sampled.push((place, hash));
                self.samples.push(sample);
            }
        }
        self.filled += other.filled;
        self.not_yet += other.not_yet;
        self.counts += other.counts;
        self.plain_numbers += other.plain_numbers;
        self.unit_words += other.unit_words;
        self.characters += other.characters;
        self.html += other.html;
        self.addresses += other.addresses;
        self.lists += other.lists;
        self.dates.add(&other.dates);
        add_all(&mut self.marks, other.marks);
        add_all(&mut self.units, other.units);
        self.numbers.add(other.numbers);
        self.words.add(other.words);
        add_all(&mut self.separators, other.separators);
        if self.hashes.len() < DISTINCT {
            self.hashes.extend(other.hashes);
        }
        // Items are gathered in the first rows only.
    }
}

fn add_all<K: Ord>(held: &mut BTreeMap<K, u64>, found: BTreeMap<K, u64>) {
    for (key, cells) in found {
        *held.entry(key).or_default() += cells;
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::import::propose::survey::survey_some;

    const TODAY: Day = Day(20_000);

    fn format(encoding: &str) -> Format {
        Format::Csv { delimiter: ';', encoding: encoding.to_owned(), skip_lines: 0, headerless: false }
    }

    /// Rows of every sort over several blocks; what decides an order of dates stands far behind.
    fn text(rows: u32) -> String {
        let mut text = String::from("name;told;people;classes;note;rare\n");
        for row in 0..rows {
            let told = match row % 7 {
                0 => format!("2023-{:02}-{:02}", row % 12 + 1, row % 28 + 1),
                1 => "pas encore".to_owned(),
                2 => format!("{:02}/{:02}/2022", row % 12 + 1, row % 12 + 1),
                3 if row > rows / 2 => format!("{}/03/2022", row % 28 + 1),
                _ => String::new(),
            };
            let people = match row % 11 {
                0 => "1 200".to_owned(),
                1 => "3,400 comptes".to_owned(),
                2 => "500".to_owned(),
                3 => "unknown".to_owned(),
                4 => "12 personnes".to_owned(),
                _ => (u64::from(row) * 7_919 % 100_003).to_string(),
            };
            let name = ["Préfecture", "\"Ville; la \"\"grande\"\"\"", "\"two\nlines\"", " Mairie "][row as usize % 4];
            let note = ["<p>x</p>", "https://example.org/n", "[\"a\", \"b\"]", "x, y|z"][row as usize % 4];
            let rare = if row > 9_000 && row % 2 == 0 { "2021-05-06" } else { "word" };
            match row % 97 {
                5 => text.push('\n'),
                6 => text.push_str(" ;;;;;\n"),
                7 => text.push_str("too;few\n"),
                _ => writeln!(text, "{name}{};{told};{people};Names, \"{row};{note};{rare}", row / 5_000).unwrap(),
            }
        }
        text
    }

    fn assert_alike(bytes: &[u8], encoding: &str) -> Survey {
        let (one, many) = (Progress::default(), Progress::default());
        let alone = survey_some(&mut &*bytes, &format(encoding), TODAY, &one, u64::MAX).unwrap();
        let together = survey(&mut &*bytes, &format(encoding), TODAY, &many).unwrap();
        assert_eq!(format!("{together:#?}"), format!("{alone:#?}"));
        assert_eq!((many.rows(), many.bytes()), (one.rows(), one.bytes()));
        together
    }

    #[test]
    fn many_threads_find_what_one_finds() {
        let text = text(30_000);
        assert!(text.len() > 2 * 512 * 1024, "several blocks");
        let found = assert_alike(text.as_bytes(), "utf-8");
        let told = &found.columns[1].dates;
        assert!(told.only_day_first > 0 && told.either > 0 && told.any_order > 0);
        assert_eq!(found.columns[2].distinct, DISTINCT);
        // What the first rows do not show is not looked for later, by one thread or many.
        assert_eq!(found.columns[5].dates.all(), 0);
    }

    #[test]
    fn short_and_other_texts_too() {
        for rows in [0, 1, 3_999, 4_000, 4_001, 9_000] {
            assert_alike(text(rows).as_bytes(), "utf-8");
        }
        assert_alike(b"a;b\n\n", "utf-8");
        let western = text(10_000);
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&western);
        assert_alike(&bytes, "windows-1252");
        let mut broken = text(12_000).into_bytes();
        for at in (0..broken.len()).step_by(70_001) {
            if broken[at].is_ascii_alphabetic() {
                broken[at] = 0xe9;
            }
        }
        assert_alike(&broken, "utf-8");
    }

    #[test]
    fn a_cancelled_survey_ends() {
        let progress = Progress::default();
        progress.cancel();
        let found = survey(&mut text(10).as_bytes(), &format("utf-8"), TODAY, &progress);
        assert_eq!(found.unwrap_err(), ImportError::Cancelled);
        assert_eq!(
            survey(&mut &b""[..], &format("utf-8"), TODAY, &Progress::default()).unwrap_err(),
            ImportError::Empty
        );
    }
}
