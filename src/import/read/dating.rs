//! A column of dates being filled: of one event, or of two where its ranges say from when to when.

use crate::frame::batch::{Column, Field, Values};
use crate::frame::cell::{DateCell, DateState};
use crate::import::cells::date::{HowDates, date_cell, read_date_text, read_parts, with_blank};
use crate::import::date_rules::{DateParts, Ranges};
use crate::import::recipe::Blank;
use crate::import::rows::Row;
use crate::import::rows::texts::Texts;
use crate::model::date::{DateError, PartialDate};
use crate::model::event::EventKind;

/// The dates of a column.
#[derive(Debug)]
pub(super) struct Dating {
    event: EventKind,
    how: HowDates,
    blank: Blank,
    /// Names and places of the columns of month and day, where the year stands alone.
    parts: Option<PartPlaces>,
    begins: Side,
    /// The ends of ranges, where they are the extent of something.
    ends: Option<Side>,
}

#[derive(Debug)]
struct PartPlaces {
    names: DateParts,
    month: Option<usize>,
    day: Option<usize>,
}

#[derive(Debug)]
struct Side {
    field: Field,
    cells: Vec<DateCell>,
    texts: Texts,
}

impl Side {
    fn new(event: EventKind) -> Self {
        Self { field: Field::Event(event), cells: Vec::new(), texts: Texts::default() }
    }

    fn push(&mut self, cell: DateCell, text: &str) {
        self.cells.push(cell);
        self.texts.push(text);
    }

    fn truncate(&mut self, rows: usize) {
        self.cells.truncate(rows);
        self.texts.truncate(rows);
    }
}

impl Dating {
    pub(super) fn new(event: EventKind, how: HowDates, blank: Blank, parts: Option<DateParts>) -> Self {
        let ends = match how.reading.ranges {
            Ranges::Extent(ends) => Some(Side::new(ends)),
            Ranges::SomeTimeIn => None,
        };
        let parts = parts.map(|names| PartPlaces { names, month: None, day: None });
        Self { event, how, blank, parts, begins: Side::new(event), ends }
    }

    pub(super) fn event(&self) -> EventKind {
        self.event
    }

    /// Learns where the columns of month and day stand.
    pub(super) fn meet(&mut self, place_of: impl Fn(&str) -> Option<usize>) {
        if let Some(parts) = &mut self.parts {
            parts.month = place_of(&parts.names.month);
            parts.day = parts.names.day.as_deref().and_then(place_of);
        }
    }

    /// Places of the other columns that it reads.
    pub(super) fn places(&self) -> [Option<usize>; 2] {
        self.parts.as_ref().map_or([None, None], |parts| [parts.month, parts.day])
    }

    /// Reads the row's cell; nothing is pushed where it cannot be read.
    pub(super) fn take(&mut self, row: Row<'_>, text: &str, with_words: bool) -> Result<(), DateError> {
        if let Some(parts) = &self.parts {
            let at = |place: Option<usize>| place.map(|place| row.text(place)).unwrap_or_default();
            let (cell, kept) = read_parts(text, &at(parts.month), &at(parts.day), self.how)?;
            self.push(with_blank(cell, self.blank), if with_words { &kept } else { "" });
            return Ok(());
        }
        if self.ends.is_some()
            && let Some((first, last)) = PartialDate::ends(text, self.how.reading.conventions(self.how.order))
        {
            self.begins.push(date_cell(&first), first.as_written());
            if let Some(ends) = &mut self.ends {
                ends.push(date_cell(&last), last.as_written());
            }
            return Ok(());
        }
        let (cell, kept) = read_date_text(text, self.how)?;
        self.begins.cells.push(with_blank(cell, self.blank));
        if with_words {
            self.begins.texts.push(&kept);
        }
        if let Some(ends) = &mut self.ends {
            ends.push(DateCell::default(), "");
        }
        Ok(())
    }

    pub(super) fn push_blank(&mut self) {
        self.push(with_blank(DateCell::default(), self.blank), "");
    }

    pub(super) fn push_unknown(&mut self) {
        self.push(DateCell { state: DateState::Unknown, ..DateCell::default() }, "");
    }

    /// A date without an end.
    fn push(&mut self, cell: DateCell, text: &str) {
        self.begins.push(cell, text);
        if let Some(ends) = &mut self.ends {
            ends.push(DateCell::default(), "");
        }
    }

    pub(super) fn truncate(&mut self, rows: usize) {
        self.begins.truncate(rows);
        if let Some(ends) = &mut self.ends {
            ends.truncate(rows);
        }
    }

    /// The date in row `row`.
    pub(super) fn date(&self, row: usize) -> DateCell {
        self.begins.cells.get(row).copied().unwrap_or_default()
    }

    /// The columns of the batch; that of the ends only where there are any.
    pub(super) fn columns<'a>(&'a self, batch: &mut Vec<Column<'a>>) {
        let ended = self.ends.iter().filter(|side| side.cells.iter().any(|cell| cell.state != DateState::Blank));
        for Side { field, cells, texts } in std::iter::once(&self.begins).chain(ended) {
            batch.push(Column { field, values: Values::Dates { cells: cells.clone(), texts: texts.all() } });
        }
    }
}
