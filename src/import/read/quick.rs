//! A proposal from the first rows of a long file, which reading the whole then bears out or not.
//!
//! A proposal rests on all cells of a file, and looking at all of them takes longer than reading them. For figures
//! that are wanted at once, the head is looked at instead, every row is read by what it proposes, and the proposal
//! stands only if no cell of the file spoke against it. Otherwise the whole file is surveyed, as ever.

use crate::frame::Snapshot;
use crate::frame::cell::DateState;
use crate::import::bytes::csv::whole_records;
use crate::import::limits::HEAD_BYTES;
use crate::import::progress::Progress;
use crate::import::propose::proposal::Proposal;
use crate::import::propose::repeats;
use crate::import::propose::survey::{ColumnSurvey, Heap, Survey, order_slot, reached, survey_some};
use crate::import::propose::vocabulary;
use crate::import::propose::{describe_dataset, propose};
use crate::import::recipe::{Format, Target};
use crate::import::report::ImportReport;
use crate::model::calendar::Day;
use crate::model::event::EventKind;

/// Rows of the head that are looked at.
const HEAD_ROWS: u64 = 256;

/// Filled cells among them that a column must have whose header may mean dates or counts.
const ENOUGH_NUMBERS: u64 = 32;

/// The same for any other column.
const ENOUGH_WORDS: u64 = 8;

/// A proposal that was not borne out yet.
#[derive(Clone, Debug)]
pub struct Quick {
    /// The proposal. What it says of the dataset is not settled.
    pub proposal: Proposal,
    survey: Survey,
}

impl Quick {
    /// A proposal from the head of a delimited file, its first bytes; `None` where the head leaves anything open, or
    /// is the whole file.
    pub fn from_head(head: &[u8], format: &Format, today: Day, name: &str) -> Option<Self> {
        let Format::Csv { delimiter, encoding, .. } = format else { return None };
        if head.len() < HEAD_BYTES || encoding != "utf-8" {
            return None;
        }
        let whole = head.get(..whole_records(head, u8::try_from(*delimiter).ok()?))?;
        let survey = survey_some(&mut &*whole, format, today, &Progress::default(), HEAD_ROWS).ok()?;
        let full = survey.rows + 8 >= HEAD_ROWS && survey.columns.iter().all(is_enough);
        // Whether rows of one key are one record is asked, which takes a look at the whole.
        repeats::offer(&mut &*whole, format, &survey, &Progress::default()).ok()?.is_none().then_some(())?;
        let proposal = propose(&survey, format, name, &[]);
        // What some dates say besides, the head does not count.
        let plain = |column: &ColumnSurvey| column.dates.short_years == 0 && column.dates.ranges == 0;
        let full = full && survey.columns.iter().all(plain);
        (full && proposal.open.is_empty()).then_some(Self { proposal, survey })
    }

    /// The proposal, when every row of the file was read by it without a problem, with the dataset described from
    /// the dates of all rows. The snapshot must hold the dates of all events.
    pub fn borne_out(mut self, snapshot: &Snapshot, report: &ImportReport, today: Day) -> Option<Proposal> {
        if !report.rejected.is_empty() || !report.counts.is_empty() {
            return None;
        }
        self.survey.rows = report.imported;
        let columns = &self.proposal.recipe.columns;
        let reasons = &mut self.proposal.columns;
        for ((rule, column), reason) in columns.iter().zip(&mut self.survey.columns).zip(reasons) {
            let Target::Date { event, order, .. } = rule.target else { continue };
            let seen = Seen::of(snapshot, event, today);
            (column.filled, column.not_yet) = (seen.dated, seen.not_yet);
            if let Some(latest) = column.dates.latest.get_mut(order_slot(order)) {
                *latest = seen.latest;
            }
            if let Some(heap) = reason.dates.as_mut().and_then(|dates| dates.heaps.get_mut(order_slot(order))) {
                *heap = seen.heap;
            }
        }
        (self.proposal.recipe.dataset, self.proposal.dataset) = describe_dataset(columns, &self.survey);
        Some(self.proposal)
    }
}

/// Whether the head shows enough of a column to say what it is.
fn is_enough(column: &ColumnSurvey) -> bool {
    let words = vocabulary::words(&column.header);
    let numbers = vocabulary::event(&column.header).is_some()
        || vocabulary::count(&column.header).is_some()
        || words.iter().any(|word| word == "date");
    column.filled >= if numbers { ENOUGH_NUMBERS } else { ENOUGH_WORDS }
}

/// What all dates of an event say together.
struct Seen {
    dated: u64,
    not_yet: u64,
    latest: Option<Day>,
    heap: Heap,
}

impl Seen {
    fn of(snapshot: &Snapshot, event: EventKind, today: Day) -> Self {
        let mut seen = Self { dated: 0, not_yet: 0, latest: None, heap: Heap::default() };
        for column in snapshot.chunks().iter().filter_map(|chunk| chunk.dates(event)) {
            let states = column.states();
            for (index, (&hi, &lo)) in column.highs().iter().zip(column.lows()).enumerate() {
                match states.and_then(|states| states.get(index)).unwrap_or(&DateState::Date) {
                    DateState::Date => {
                        seen.dated += 1;
                        if lo == hi {
                            seen.heap.note(Day(lo));
                        }
                        let day = reached(lo, hi);
                        if day <= today {
                            seen.latest = seen.latest.max(Some(day));
                        }
                    }
                    DateState::NotYet => seen.not_yet += 1,
                    _ => {}
                }
            }
        }
        seen
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use uuid::Uuid;

    use super::*;
    use crate::import::propose::survey::survey;
    use crate::import::read::parallel::read_frame;

    const TODAY: Day = Day(20_000);

    fn format() -> Format {
        Format::Csv { delimiter: ',', encoding: "utf-8".into(), skip_lines: 0, headerless: false }
    }

    /// A file longer than the head; `cell` gives the disclosure of each row.
    fn file(cell: impl Fn(u32) -> String) -> String {
        let mut text = String::from("organisation,aware,disclosed,people affected,note\n");
        let note = "x".repeat(80);
        for row in 0..12_000 {
            let day = row % 28 + 1;
            let month = row % 12 + 1;
            writeln!(text, "Ville {row},2022-{month:02}-{day:02},{},{},{note}", cell(row), row * 3).unwrap();
        }
        text
    }

    fn quickly(text: &str) -> Option<Proposal> {
        let quick = Quick::from_head(&text.as_bytes()[..HEAD_BYTES], &format(), TODAY, "file")?;
        let recipe = quick.proposal.recipe.clone();
        let read = read_frame(&mut text.as_bytes(), &recipe, &|_| true, Uuid::nil(), &Progress::default()).unwrap();
        quick.borne_out(&read.snapshot, &read.report, TODAY)
    }

    fn slowly(text: &str) -> Proposal {
        let survey = survey(&mut text.as_bytes(), &format(), TODAY, &Progress::default()).unwrap();
        propose(&survey, &format(), "file", &[])
    }

    #[test]
    fn a_clean_file_is_understood_as_by_looking_at_all_of_it() {
        for text in [
            file(|row| format!("2023-{:02}-03", row % 12 + 1)),
            file(|row| if row % 5 == 0 { "not yet".to_owned() } else { "2023-02-03".to_owned() }),
            file(|row| if row % 3 == 0 { String::new() } else { format!("20{}-05-06", 22 + row % 2) }),
            // What the head cannot know: that later disclosures are missing.
            file(|row| if row > 6_000 { String::new() } else { "2023-02-03".to_owned() }),
        ] {
            let (quick, slow) = (quickly(&text).expect("borne out"), slowly(&text));
            assert_eq!(quick.recipe, slow.recipe);
            assert_eq!(quick.dataset, slow.dataset);
        }
    }

    #[test]
    fn a_file_that_speaks_against_its_head_is_not_understood_quickly() {
        for text in [
            file(|row| if row == 9_000 { "03/04/2023".to_owned() } else { "2023-02-03".to_owned() }),
            file(|row| if row == 9_000 { "soon, perhaps".to_owned() } else { "2023-02-03".to_owned() }),
            file(|row| if row == 9_000 { "2023-02-03,7".to_owned() } else { "2023-02-03".to_owned() }),
            file(|row| if row < 300 { String::new() } else { "2023-02-03".to_owned() }),
            file(|row| format!("{:02}/{:02}/2023", row % 9 + 1, row % 8 + 1)),
        ] {
            assert!(quickly(&text).is_none());
        }
        assert!(Quick::from_head(b"aware,disclosed\n2023-01-01,2023-02-02\n", &format(), TODAY, "short").is_none());
    }
}
