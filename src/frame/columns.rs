//! The columns of one chunk: days, counts, words. Each takes no more room than its values need.

use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::codes::Codes;

/// Days of one kind of event.
///
/// `hi` is empty while every date is a single day, `state` is empty while every row has a date.
#[derive(Clone, Debug, Default)]
pub struct DateColumn {
    pub(super) lo: Vec<i32>,
    pub(super) hi: Vec<i32>,
    pub(super) state: Vec<DateState>,
}

impl DateColumn {
    /// `len` blanks.
    pub fn blanks(len: usize) -> Self {
        Self { lo: vec![0; len], hi: Vec::new(), state: vec![DateState::Blank; len] }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.lo.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.lo.is_empty()
    }

    /// The date at `index`; blank beyond the end.
    pub fn get(&self, index: usize) -> DateCell {
        let Some(&lo) = self.lo.get(index) else { return DateCell::default() };
        let state = self.state.get(index).copied().unwrap_or(DateState::Date);
        DateCell { lo, hi: self.hi.get(index).copied().unwrap_or(lo), state }
    }

    /// Appends a date.
    pub fn push(&mut self, cell: DateCell) {
        let cell = if cell.state == DateState::Date { cell } else { DateCell { lo: 0, hi: 0, ..cell } };
        if cell.state != DateState::Date && self.state.is_empty() {
            self.state.resize(self.lo.len(), DateState::Date);
            self.state.push(cell.state);
        } else if !self.state.is_empty() {
            self.state.push(cell.state);
        }
        if cell.hi != cell.lo && self.hi.is_empty() {
            self.hi.extend_from_slice(&self.lo);
            self.hi.push(cell.hi);
        } else if !self.hi.is_empty() {
            self.hi.push(cell.hi);
        }
        self.lo.push(cell.lo);
    }

    /// Appends blanks until there are `len` rows.
    pub fn pad(&mut self, len: usize) {
        while self.lo.len() < len {
            self.push(DateCell::default());
        }
    }

    /// First possible days; meaningless where the state is not a date.
    pub fn lows(&self) -> &[i32] {
        &self.lo
    }

    /// Last possible days; the same slice as [`Self::lows`] while every date is a single day.
    pub fn highs(&self) -> &[i32] {
        if self.hi.is_empty() { &self.lo } else { &self.hi }
    }

    /// States, or `None` while every row has a date.
    pub fn states(&self) -> Option<&[DateState]> {
        (!self.state.is_empty()).then_some(&self.state)
    }

    /// Whether every date is a single day.
    pub fn single_days(&self) -> bool {
        self.hi.is_empty()
    }

    /// The cells in order.
    pub fn iter(&self) -> impl Iterator<Item = DateCell> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Whether the column says nothing about any row.
    pub fn is_blank(&self) -> bool {
        self.state.len() == self.lo.len() && self.state.iter().all(|&state| state == DateState::Blank)
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        self.lo.shrink_to_fit();
        self.hi.shrink_to_fit();
        self.state.shrink_to_fit();
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        (self.lo.capacity() + self.hi.capacity()) * 4 + self.state.capacity()
    }
}

/// Unsigned numbers in four bytes each until one needs eight.
#[derive(Clone, Debug)]
pub enum Numbers {
    /// All below 2^32.
    Short(Vec<u32>),
    /// Any.
    Long(Vec<u64>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Short(Vec::new())
    }
}

impl Numbers {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Short(numbers) => numbers.len(),
            Self::Long(numbers) => numbers.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at `index`, if there is one.
    pub fn get(&self, index: usize) -> Option<u64> {
        match self {
            Self::Short(numbers) => numbers.get(index).map(|&number| number.into()),
            Self::Long(numbers) => numbers.get(index).copied(),
        }
    }

    /// Appends a number.
    pub fn push(&mut self, number: u64) {
        match self {
            Self::Short(numbers) => {
                if let Ok(short) = u32::try_from(number) {
                    numbers.push(short);
                } else {
                    let mut long: Vec<u64> = numbers.iter().map(|&short| short.into()).collect();
                    long.push(number);
                    *self = Self::Long(long);
                }
            }
            Self::Long(numbers) => numbers.push(number),
        }
    }

    pub(super) fn shrink(&mut self) {
        match self {
            Self::Short(numbers) => numbers.shrink_to_fit(),
            Self::Long(numbers) => numbers.shrink_to_fit(),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Short(numbers) => numbers.capacity() * 4,
            Self::Long(numbers) => numbers.capacity() * 8,
        }
    }
}

/// Counts of one unit and effect.
///
/// `hi` is empty while every count is a single number, `state` is empty while every row has a count.
#[derive(Clone, Debug, Default)]
pub struct CountColumn {
    pub(super) lo: Numbers,
    pub(super) hi: Vec<u64>,
    pub(super) state: Vec<CountState>,
}

impl CountColumn {
    /// `len` blanks.
    pub fn blanks(len: usize) -> Self {
        Self { lo: Numbers::Short(vec![0; len]), hi: Vec::new(), state: vec![CountState::Blank; len] }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.lo.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.lo.is_empty()
    }

    /// The count at `index`; blank beyond the end.
    pub fn get(&self, index: usize) -> CountCell {
        let Some(lo) = self.lo.get(index) else { return CountCell::default() };
        let state = self.state.get(index).copied().unwrap_or(CountState::Count);
        CountCell { lo, hi: self.hi.get(index).copied().unwrap_or(lo), state }
    }

    /// Smallest possible numbers; meaningless where the state is not a count.
    pub const fn lows(&self) -> &Numbers {
        &self.lo
    }

    /// Whether every count is a single number.
    pub fn single_numbers(&self) -> bool {
        self.hi.is_empty()
    }

    /// States, or `None` while every row has a count.
    pub fn states(&self) -> Option<&[CountState]> {
        (!self.state.is_empty()).then_some(&self.state)
    }

    /// Appends a count.
    pub fn push(&mut self, cell: CountCell) {
        let cell = if cell.state == CountState::Count { cell } else { CountCell { lo: 0, hi: 0, ..cell } };
        let len = self.lo.len();
        if cell.state != CountState::Count && self.state.is_empty() {
            self.state.resize(len, CountState::Count);
            self.state.push(cell.state);
        } else if !self.state.is_empty() {
            self.state.push(cell.state);
        }
        if cell.hi != cell.lo && self.hi.is_empty() {
            self.hi = (0..len).filter_map(|index| self.lo.get(index)).collect();
            self.hi.push(cell.hi);
        } else if !self.hi.is_empty() {
            self.hi.push(cell.hi);
        }
        self.lo.push(cell.lo);
    }

    /// Appends blanks until there are `len` rows.
    pub fn pad(&mut self, len: usize) {
        while self.lo.len() < len {
            self.push(CountCell::default());
        }
    }

    /// The cells in order.
    pub fn iter(&self) -> impl Iterator<Item = CountCell> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Whether the column says nothing about any row.
    pub fn is_blank(&self) -> bool {
        self.state.len() == self.lo.len() && self.state.iter().all(|&state| state == CountState::Blank)
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        self.lo.shrink();
        self.hi.shrink_to_fit();
        self.state.shrink_to_fit();
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        self.lo.bytes() + self.hi.capacity() * 8 + self.state.capacity()
    }
}

/// Words of one field, as codes of its dictionary; 0 is no word.
#[derive(Clone, Debug)]
pub enum WordColumn {
    /// At most one word a row.
    One(Codes),
    /// Any number of words a row.
    Many {
        /// End of each row's words in `items`.
        ends: Vec<u32>,
        /// All words one after the other.
        items: Codes,
    },
}

impl Default for WordColumn {
    fn default() -> Self {
        Self::One(Codes::default())
    }
}

impl WordColumn {
    /// `len` rows without a word.
    pub fn blanks(len: usize) -> Self {
        Self::One(Codes::zeros(len))
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::One(codes) => codes.len(),
            Self::Many { ends, .. } => ends.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends a row with these words.
    pub fn push(&mut self, words: &[u32]) {
        match (&mut *self, words) {
            (Self::One(codes), []) => codes.push(0),
            (Self::One(codes), [word]) => codes.push(*word),
            (Self::One(codes), _) => {
                let mut ends = Vec::with_capacity(codes.len() + 1);
                let mut items = Codes::default();
                for code in codes.iter() {
                    if code != 0 {
                        items.push(code);
                    }
                    ends.push(items.len() as u32);
                }
                *self = Self::Many { ends, items };
                self.push(words);
            }
            (Self::Many { ends, items }, _) => {
                for &word in words {
                    items.push(word);
                }
                ends.push(items.len() as u32);
            }
        }
    }

    /// Appends rows without a word until there are `len`.
    pub fn pad(&mut self, len: usize) {
        match self {
            Self::One(codes) => codes.pad(len),
            Self::Many { ends, items } => {
                if ends.len() < len {
                    ends.resize(len, items.len() as u32);
                }
            }
        }
    }

    /// The words of a row.
    pub fn get(&self, index: usize) -> impl Iterator<Item = u32> + '_ {
        let (codes, range) = match self {
            Self::One(codes) => (codes, index..index.saturating_add(1)),
            Self::Many { ends, items } => {
                let start = match index.checked_sub(1) {
                    None => 0,
                    Some(before) => ends.get(before).copied().unwrap_or(0) as usize,
                };
                (items, start..ends.get(index).copied().unwrap_or(0) as usize)
            }
        };
        range.map(|at| codes.get(at)).filter(|&code| code != 0)
    }

    /// Calls `visit(row, word)` for every word of every row, in order; rows without a word are passed over.
    pub fn each(&self, mut visit: impl FnMut(usize, u32)) {
        match self {
            Self::One(codes) => codes.each(|row, code| {
                if code != 0 {
                    visit(row, code);
                }
            }),
            Self::Many { ends, items } => {
                let mut codes = items.iter();
                let mut at = 0;
                for (row, &end) in ends.iter().enumerate() {
                    while at < end {
                        at += 1;
                        if let Some(code) = codes.next() {
                            visit(row, code);
                        }
                    }
                }
            }
        }
    }

    /// The same words under the codes of another dictionary.
    #[must_use]
    pub fn mapped(&self, map: &[u32]) -> Self {
        match self {
            Self::One(codes) => Self::One(codes.mapped(map)),
            Self::Many { ends, items } => Self::Many { ends: ends.clone(), items: items.mapped(map) },
        }
    }

    /// Whether no row has a word.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::One(codes) => codes.iter().all(|code| code == 0),
            Self::Many { items, .. } => items.is_empty(),
        }
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        match self {
            Self::One(codes) => codes.shrink(),
            Self::Many { ends, items } => {
                ends.shrink_to_fit();
                items.shrink();
            }
        }
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        match self {
            Self::One(codes) => codes.bytes(),
            Self::Many { ends, items } => ends.capacity() * 4 + items.bytes(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_every_cell_while_growing() {
        let cells = [
            DateCell { lo: 5, hi: 5, state: DateState::Date },
            DateCell { lo: 10, hi: 40, state: DateState::Date },
            DateCell { lo: 0, hi: 0, state: DateState::NotYet },
            DateCell { lo: i32::MIN, hi: 7, state: DateState::Date },
        ];
        let mut column = DateColumn::default();
        for cell in cells {
            column.push(cell);
        }
        assert_eq!(column.iter().collect::<Vec<_>>(), cells);
        assert_eq!(DateColumn::blanks(2).get(1), DateCell::default());
        assert!(DateColumn::blanks(2).is_blank());
    }

    #[test]
    fn counts_keep_every_cell_while_growing() {
        let cells = [
            CountCell { lo: 5, hi: 5, state: CountState::Count },
            CountCell { lo: 5_000_000_000, hi: 5_000_000_000, state: CountState::Count },
            CountCell { lo: 1, hi: u64::MAX, state: CountState::Count },
            CountCell { lo: 0, hi: 0, state: CountState::Withheld },
        ];
        let mut column = CountColumn::default();
        for cell in cells {
            column.push(cell);
        }
        assert_eq!(column.iter().collect::<Vec<_>>(), cells);
    }

    #[test]
    fn words_turn_into_lists_when_needed() {
        let rows: [&[u32]; 5] = [&[3], &[], &[1, 2], &[9], &[]];
        let mut column = WordColumn::default();
        for row in rows {
            column.push(row);
        }
        for (index, row) in rows.iter().enumerate() {
            assert_eq!(column.get(index).collect::<Vec<_>>(), *row);
        }
        let mut seen = Vec::new();
        column.each(|row, word| seen.push((row, word)));
        assert_eq!(seen, [(0, 3), (2, 1), (2, 2), (3, 9)]);
    }
}
