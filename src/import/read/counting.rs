//! A column of counts being filled: each unit that its cells name has a column of its own.

use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, CountState};
use crate::import::cells::count::{
    CountText, CountsText, is_negative_placeholder, placeholder, read_count_by, read_counts,
};
use crate::import::recipe::{Conventions, Placeholder, Thousands};
use crate::import::rows::Row;
use crate::import::rows::texts::Texts;
use crate::model::affected::{Effect, Unit};
use crate::model::count::{CountError, unit_from_word};

/// A count that nobody knows.
pub(super) const UNKNOWN: CountCell = CountCell { lo: 0, hi: 0, state: CountState::Unknown };

#[derive(Debug)]
pub(super) struct Counting {
    /// The column's own unit.
    pub(super) unit: Unit,
    effect: Effect,
    thousands: Thousands,
    words: Conventions,
    placeholders: Vec<Placeholder>,
    /// Place of the column that names each row's unit.
    pub(super) unit_place: Option<usize>,
    /// Units that other columns fill and that words in this one do not reach.
    taken: Vec<Unit>,
    pub(super) parts: Vec<Part>,
}

/// The counts of one unit.
#[derive(Debug)]
pub(super) struct Part {
    unit: Unit,
    pub(super) field: Field,
    pub(super) cells: Vec<CountCell>,
    pub(super) texts: Texts,
}

/// What a cell of counts held beside what was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Nothing,
    /// A measure of something else, whose words must be kept.
    Measure,
}

impl Counting {
    pub(super) fn new(
        (unit, effect): (Unit, Effect),
        thousands: Thousands,
        placeholders: Vec<Placeholder>,
        unit_place: Option<usize>,
        taken: Vec<Unit>,
    ) -> Self {
        let parts = vec![Part::new(unit, effect, 0)];
        let words = Conventions::default();
        Self { unit, effect, thousands, words, placeholders, unit_place, taken, parts }
    }

    /// The same, reading words by this table.
    pub(super) fn by(&mut self, words: &Conventions) {
        self.words.clone_from(words);
    }

    /// Takes the row's cell.
    ///
    /// # Errors
    /// When nothing in it can be taken for a count; nothing was pushed.
    pub(super) fn take(&mut self, row: Row<'_>, text: &str) -> Result<Beside, CountError> {
        match read_count_by(text, self.thousands, &self.words) {
            Ok(CountText { cell, text: kept, unit }) => {
                let stated = self.unit_place.and_then(|place| unit_from_word(row.text(place).trim()));
                let in_words = unit.filter(|unit| !self.taken.contains(unit));
                let unit = stated.or(in_words).unwrap_or(self.unit);
                match placeholder(cell, &self.placeholders) {
                    Some((cell, words)) => self.push(unit, cell, &words),
                    None if cell.state == CountState::Count => self.push(unit, cell, &kept),
                    None => self.push(unit, cell, ""),
                }
                Ok(Beside::Nothing)
            }
            Err(CountError::Negative) if is_negative_placeholder(text, &self.placeholders) => {
                self.push(self.unit, UNKNOWN, "");
                Ok(Beside::Nothing)
            }
            // The words say why there is no number.
            Err(CountError::Uncounted) => {
                self.push(self.unit, UNKNOWN, text.trim());
                Ok(Beside::Nothing)
            }
            Err(error @ (CountError::Several | CountError::OtherUnit(_))) => self.take_several(text, error),
            Err(error) => Err(error),
        }
    }

    /// Several counts of different units, or measures of something else.
    fn take_several(&mut self, text: &str, error: CountError) -> Result<Beside, CountError> {
        match read_counts(text, self.thousands, &self.words) {
            Ok(CountsText { counts, others }) => {
                if counts.iter().any(|one| one.unit.is_some_and(|unit| self.taken.contains(&unit))) {
                    return Err(error);
                }
                let mut values = counts.iter().map(|one| (one.unit.unwrap_or(self.unit), one.cell, one.text.as_ref()));
                let values: Vec<_> = values.by_ref().collect();
                self.push_all(&values);
                Ok(if others.is_empty() { Beside::Nothing } else { Beside::Measure })
            }
            Err(CountError::OtherUnit(_)) => {
                self.push(self.unit, UNKNOWN, "");
                Ok(Beside::Measure)
            }
            Err(error) => Err(error),
        }
    }

    /// The value for its unit, blanks for the others.
    pub(super) fn push(&mut self, unit: Unit, cell: CountCell, text: &str) {
        self.push_all(&[(unit, cell, text)]);
    }

    /// Each value for its unit, blanks for the others.
    fn push_all(&mut self, values: &[(Unit, CountCell, &str)]) {
        let rows = self.parts.first().map_or(0, |part| part.cells.len());
        for (unit, ..) in values {
            if !self.parts.iter().any(|part| part.unit == *unit) {
                self.parts.push(Part::new(*unit, self.effect, rows));
            }
        }
        for part in &mut self.parts {
            if let Some((_, cell, text)) = values.iter().find(|(unit, ..)| *unit == part.unit) {
                part.cells.push(*cell);
                part.texts.push(text);
            } else {
                part.cells.push(CountCell::default());
                part.texts.push("");
            }
        }
    }

    /// Forgets the rows from `rows` on.
    pub(super) fn truncate(&mut self, rows: usize) {
        for part in &mut self.parts {
            part.cells.truncate(rows);
            part.texts.truncate(rows);
        }
    }
}

impl Part {
    fn new(unit: Unit, effect: Effect, rows: usize) -> Self {
        let mut texts = Texts::default();
        texts.pad(rows);
        Self { unit, field: Field::Affected(unit, effect), cells: vec![CountCell::default(); rows], texts }
    }
}
