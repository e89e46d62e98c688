//! Count cells. The first byte chooses the mark between thousands, the rest is the cell.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::frame::cell::CountState;
use vigie::import::cells::count::{count_cell, read_count, read_count_text, read_counts};
use vigie::import::recipe::Thousands;
use vigie::model::count::{Conventions, Count};

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let marks = [Thousands::Auto, Thousands::Comma, Thousands::Point, Thousands::Space];
    let thousands = marks[usize::from(first % 4)];
    let found = read_count_text(&text, thousands);
    assert_eq!(read_count(&text, thousands).ok(), found.as_ref().ok().map(|(cell, _)| *cell));
    if let Ok((cell, kept)) = &found
        && cell.state == CountState::Count
    {
        assert!(cell.lo <= cell.hi, "{cell:?}");
        if let (Thousands::Auto, Ok(count)) = (thousands, Count::parse(kept)) {
            assert_eq!(count_cell(&count), *cell, "{text:?} is kept as {kept:?}");
        }
    }
    if let Ok(found) = read_counts(&text, thousands, &Conventions::default()) {
        assert!(found.counts.iter().all(|count| count.cell.lo <= count.cell.hi));
    }
});
