//! Dates of a column, and what speaks for an order, a meaning of bare numbers, and a coarser precision.

use crate::frame::cell::DateState;
use crate::import::cells::date::read_date;
use crate::import::recipe::DateOrder;
use crate::model::calendar::Day;
use crate::model::date::{Numbers, PartialDate, SECONDS, SERIALS};

/// Dates of a column, and what decides the order of day and month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateEvidence {
    /// Dates that mean the same in any order (`2024-03-04`, `March 2024`).
    pub any_order: u64,
    /// Numeric dates that can only be day first (`25/12/2024`).
    pub only_day_first: u64,
    /// Numeric dates that can only be month first (`12/25/2024`).
    pub only_month_first: u64,
    /// Numeric dates that can be either.
    pub either: u64,
    /// Latest day by each order, not after the day of reading: year first, day first, month first.
    pub latest: [Option<Day>; 3],
    /// The end of the latest date by each order, at most the day of reading: where month and day stand in other columns.
    pub latest_end: [Option<Day>; 3],
    /// Earliest day by each order.
    pub earliest: [Option<Day>; 3],
    /// Days that are the first of a month, by each order.
    pub heaps: [Heap; 3],
    /// Dates with a year of two digits.
    pub short_years: u64,
    /// Dates that say from when to when.
    pub ranges: u64,
    /// Bare numbers that can be serial days of a spreadsheet.
    pub serials: NumberSpan,
    /// Bare numbers that can be seconds since 1970.
    pub seconds: NumberSpan,
    /// Bare numbers that can be milliseconds since 1970.
    pub milliseconds: NumberSpan,
}

/// How often the first of a month stands for a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heap {
    /// Dates of one day.
    pub days: u64,
    /// Of them, on the 1st of a month, 1 January among them.
    pub firsts: u64,
    /// Of them, on 1 January.
    pub new_years: u64,
}

/// Bare numbers of one sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberSpan {
    /// Cells.
    pub cells: u64,
    /// The smallest; 0 where there is none.
    pub least: u64,
    /// The largest.
    pub most: u64,
}

impl NumberSpan {
    fn note(&mut self, number: u64) {
        self.add(Self { cells: 1, least: number, most: number });
    }

    fn add(&mut self, other: Self) {
        if other.cells > 0 {
            self.least = if self.cells == 0 { other.least } else { self.least.min(other.least) };
            self.most = self.most.max(other.most);
            self.cells += other.cells;
        }
    }
}

impl Heap {
    /// Takes one day.
    pub fn note(&mut self, day: Day) {
        self.days += 1;
        let (_, month, of_month) = day.ymd();
        self.firsts += u64::from(of_month == 1);
        self.new_years += u64::from(of_month == 1 && month == 1);
    }

    fn add(&mut self, other: Self) {
        self.days += other.days;
        self.firsts += other.firsts;
        self.new_years += other.new_years;
    }
}

impl DateEvidence {
    /// Numeric dates, whatever their order.
    pub fn numeric(&self) -> u64 {
        self.only_day_first + self.only_month_first + self.either
    }

    /// All cells that can be dates.
    pub fn all(&self) -> u64 {
        self.any_order + self.numeric()
    }

    /// The latest day when numeric dates are read in this order, not after the day of reading. A column that is only
    /// the year of a date (`has_parts`) may mean any day of it.
    pub fn latest_by(&self, order: DateOrder, has_parts: bool) -> Option<Day> {
        let latest = if has_parts { self.latest_end } else { self.latest };
        latest.get(order_slot(order)).copied().flatten()
    }

    /// First days of months when numeric dates are read in this order.
    pub fn heap(&self, order: DateOrder) -> Heap {
        self.heaps.get(order_slot(order)).copied().unwrap_or_default()
    }

    /// The sort of bare numbers that most cells are, if any are; serial days are told from 1900 first.
    pub fn numbers(&self) -> Option<(Numbers, NumberSpan)> {
        [
            (Numbers::Excel1900, self.serials),
            (Numbers::EpochSeconds, self.seconds),
            (Numbers::EpochMilliseconds, self.milliseconds),
        ]
        .into_iter()
        .filter(|(_, span)| span.cells > 0)
        .max_by_key(|(_, span)| span.cells)
    }

    /// Takes a cell that is not blank. Whether it is a date.
    pub(super) fn look(&mut self, text: &str, today: Day) {
        if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) && self.is_number(text) {
            return;
        }
        let date = |order| read_date(text, order).ok().filter(|cell| cell.state == DateState::Date);
        if let Some(cell) = date(DateOrder::YearMonthDay) {
            self.any_order += 1;
            self.look_closer(text, DateOrder::YearMonthDay, cell.lo, cell.hi);
            for order in [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
                self.note(order, cell.lo, cell.hi, today);
            }
            if let (true, Some(heap)) = (cell.lo == cell.hi, self.heaps.first_mut()) {
                let before = *heap;
                heap.note(Day(cell.lo));
                let (firsts, new_years) = (heap.firsts - before.firsts, heap.new_years - before.new_years);
                for heap in self.heaps.iter_mut().skip(1) {
                    heap.add(Heap { days: 1, firsts, new_years });
                }
            }
            return;
        }
        let (day_first, month_first) = (date(DateOrder::DayMonthYear), date(DateOrder::MonthDayYear));
        match (day_first, month_first) {
            (Some(_), Some(_)) => self.either += 1,
            (Some(_), None) => self.only_day_first += 1,
            (None, Some(_)) => self.only_month_first += 1,
            (None, None) => return,
        }
        let orders = [(DateOrder::DayMonthYear, day_first), (DateOrder::MonthDayYear, month_first)];
        if let Some((order, cell)) = orders.iter().find_map(|(order, cell)| Some((*order, (*cell)?))) {
            self.look_closer(text, order, cell.lo, cell.hi);
        }
        for (order, cell) in orders {
            let Some(cell) = cell else { continue };
            self.note(order, cell.lo, cell.hi, today);
            if let (true, Some(heap)) = (cell.lo == cell.hi, self.heaps.get_mut(order_slot(order))) {
                heap.note(Day(cell.lo));
            }
        }
    }

    /// Whether a text of digits is a number and no date: a year looks like one of the last centuries, and eight digits
    /// may be a day.
    fn is_number(&mut self, text: &str) -> bool {
        let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
        if fraction.contains(['.', ',']) {
            return false;
        }
        let number = whole.parse::<u64>().unwrap_or(0);
        let span = if SERIALS.contains(&number) {
            &mut self.serials
        } else if SECONDS.contains(&number) {
            &mut self.seconds
        } else if SECONDS.contains(&(number / 1000)) {
            &mut self.milliseconds
        } else {
            let may_be_date = text.len() == 8 || text.len() == 4 && ("1900".."2100").contains(&text);
            return fraction.is_empty() && !may_be_date;
        };
        span.note(number);
        true
    }

    /// What only some dates have: two digits of a year, two ends.
    fn look_closer(&mut self, text: &str, order: DateOrder, lo: i32, hi: i32) {
        let mut run = 0;
        let has_year = text.bytes().any(|byte| {
            run = if byte.is_ascii_digit() { run + 1 } else { 0 };
            run == 4
        });
        self.short_years += u64::from(!has_year);
        let both_known = lo != hi && lo > i32::MIN && hi < i32::MAX;
        self.ranges += u64::from(both_known && PartialDate::ends(text, order).is_some());
    }

    fn note(&mut self, order: DateOrder, lo: i32, hi: i32, today: Day) {
        let slot = order_slot(order);
        let day = reached(lo, hi);
        if let Some(latest) = self.latest.get_mut(slot).filter(|_| day <= today) {
            *latest = Some(latest.map_or(day, |latest| latest.max(day)));
        }
        if let Some(end) = self.latest_end.get_mut(slot).filter(|_| lo <= today.0) {
            *end = (*end).max(Some(Day(hi).min(today)));
        }
        if let Some(earliest) = self.earliest.get_mut(slot).filter(|_| lo > i32::MIN) {
            *earliest = Some(earliest.map_or(Day(lo), |day| day.min(Day(lo))));
        }
    }

    /// With what was found in other rows.
    pub(super) fn add(&mut self, other: &Self) {
        self.any_order += other.any_order;
        self.only_day_first += other.only_day_first;
        self.only_month_first += other.only_month_first;
        self.either += other.either;
        for (held, found) in self.latest.iter_mut().zip(other.latest) {
            *held = (*held).max(found);
        }
        for (held, found) in self.latest_end.iter_mut().zip(other.latest_end) {
            *held = (*held).max(found);
        }
        for (held, found) in self.earliest.iter_mut().zip(other.earliest) {
            *held = match (*held, found) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        for (held, found) in self.heaps.iter_mut().zip(other.heaps) {
            held.add(found);
        }
        self.short_years += other.short_years;
        self.ranges += other.ranges;
        self.serials.add(other.serials);
        self.seconds.add(other.seconds);
        self.milliseconds.add(other.milliseconds);
    }
}

/// The day that a date shows the data to reach: its last, but the first of a year or of a longer stretch. That
/// something happened in 2016 does not mean that 2016 is complete.
pub fn reached(lo: i32, hi: i32) -> Day {
    let is_long = lo > i32::MIN && i64::from(hi) - i64::from(lo) > 31;
    Day(if is_long { lo } else { hi })
}

/// Place of an order in [`DateEvidence::latest`].
pub(crate) fn order_slot(order: DateOrder) -> usize {
    match order {
        DateOrder::YearMonthDay => 0,
        DateOrder::DayMonthYear => 1,
        DateOrder::MonthDayYear => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(cells: &[&str]) -> DateEvidence {
        let mut evidence = DateEvidence::default();
        for cell in cells {
            evidence.look(cell, Day(25_000));
        }
        evidence
    }

    #[test]
    fn firsts_are_counted_by_each_order() {
        let found = evidence(&["2024-01-01", "2024-03-01", "2024-03-02", "01/02/2024", "03/01/2024", "2024-03"]);
        assert_eq!(found.heap(DateOrder::DayMonthYear), Heap { days: 5, firsts: 3, new_years: 1 });
        assert_eq!(found.heap(DateOrder::MonthDayYear), Heap { days: 5, firsts: 3, new_years: 1 });
        assert_eq!(found.heap(DateOrder::YearMonthDay), Heap { days: 3, firsts: 2, new_years: 1 });
    }

    #[test]
    fn short_years_ranges_and_numbers_are_counted() {
        let found = evidence(&["4-Jan-24", "03/04/24", "03/04/2024", "3-5 May 2024", "between 3 and 5 May 2024"]);
        assert_eq!((found.short_years, found.ranges, found.all()), (2, 1, 5));
        let found =
            evidence(&["45356", "43831.5", "2024", "20240305", "1709596801", "12", "1709596801500", "99999999"]);
        assert_eq!(found.serials, NumberSpan { cells: 2, least: 43_831, most: 45_356 });
        assert_eq!((found.seconds.cells, found.milliseconds.cells), (1, 1));
        assert_eq!(found.all(), 2, "a year and eight digits of a day");
    }
}
