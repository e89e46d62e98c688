//! Date cells. The first byte chooses the order of day and month, the rest is the cell.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::frame::cell::DateState;
use vigie::import::cells::date::{date_cell, read_date, read_date_text, read_parts};
use vigie::import::recipe::DateOrder;
use vigie::model::date::PartialDate;

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let order = [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear][usize::from(first % 3)];
    let found = read_date_text(&text, order);
    assert_eq!(read_date(&text, order).ok(), found.as_ref().ok().map(|(cell, _)| *cell));
    if let Ok((cell, kept)) = &found
        && cell.state == DateState::Date
    {
        assert!(cell.lo <= cell.hi, "{cell:?}");
        // The record keeps the text alone: it must mean the same without the recipe.
        let alone = PartialDate::parse(kept).map(|date| date_cell(&date));
        assert_eq!(alone.ok(), Some(*cell), "{text:?} is kept as {kept:?}");
    }
    if let Ok(date) = PartialDate::parse(&text) {
        let canonical = date.canonical();
        let again = PartialDate::parse(&canonical).map(|again| again.days());
        assert_eq!(again.ok(), Some(date.days()), "{text:?} is written as {canonical:?}");
    }
    let mut parts = text.splitn(3, '\n');
    let mut part = || parts.next().unwrap_or_default();
    let _ = read_parts(part(), part(), part(), order);
});
