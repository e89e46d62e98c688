//! What can be chosen of a column of dates: bare numbers ask, first days and ranges are offered with their counts.

use std::fmt::Write as _;

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use vigie::import::date_rules::{Firsts, Numbers, Ranges};
use vigie::import::recipe::{DateReading, Target};

use crate::{Stage, Window};

/// How the dates of the second column are read.
fn reading(window: &Window) -> DateReading {
    let Stage::Review(review) = &window.app().state().import.stage else { panic!("no review") };
    let Target::Date { reading, .. } = &review.recipe.columns[1].target else { panic!("no column of dates") };
    *reading
}

#[test]
fn bare_numbers_wait_until_it_is_said_what_they_count() {
    let mut text = String::from("Organisation,Breach date,People affected\n");
    for row in 0..40 {
        writeln!(text, "Org {row},{},{row}", 45_000 + row).expect("to memory");
    }
    let mut window = Window::new();
    let path = window.file("serials.csv", &text);
    window.open(&path);
    window.until_review();
    assert!(window.sees("bare numbers may count days or seconds"), "the open question is not said");
    window.harness.key_press(eframe::egui::Key::F8);
    window.harness.run_steps(4);
    assert!(window.sees("15 March 2023"), "the days are not shown");
    window.click("Bare numbers count · Breach date");
    window.click("Days of a spreadsheet since 1900");
    window.until_review();
    assert_eq!(reading(&window).numbers, Numbers::Excel1900);
    let accept = window.harness.get_by_label("Import 40 records");
    assert!(!accept.accesskit_node().is_disabled());
}

#[test]
fn first_days_and_ranges_are_offered_with_their_counts_and_not_taken() {
    let mut text = String::from("Organisation,Breach date,People affected\n");
    for row in 0..60 {
        writeln!(text, "Org {row},2023-{:02}-01,{row}", row % 11 + 2).expect("to memory");
    }
    text.push_str("Org 60,3-5 May 2024,5\nOrg 61,4-Jan-24,6\n");
    let mut window = Window::new();
    let path = window.file("firsts.csv", &text);
    window.open(&path);
    window.until_review();
    assert_eq!(reading(&window), DateReading::default());
    window.click("Options of Breach date");
    assert!(window.sees("60 of 61 dates are the 1st of a month"), "the heap is not shown");
    window.click("The 1st of a month means · Breach date");
    window.click("Some time in the month");
    window.until_review();
    window.click("Ranges of days mean · Breach date");
    window.click("A beginning and an end");
    window.until_review();
    window.click("Years of two digits · Breach date");
    window.click("00 to 29 are 20xx");
    window.until_review();
    let found = reading(&window);
    assert_eq!((found.firsts, found.pivot), (Firsts::Month, 30));
    assert!(matches!(found.ranges, Ranges::Extent(_)));
}
