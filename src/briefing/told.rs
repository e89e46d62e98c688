//! What the notes of a page say more than the page itself.

use crate::briefing::deck::{BigNumber, Body, Sheet};

/// The notes of a page that say more than what stands on it.
pub fn told(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let on_page = |note: &str| {
        let repeats = |words: &str| {
            !words.is_empty() && note.contains(words) && note.chars().count() < words.chars().count() + 24
        };
        repeats(&sheet.headline)
            || repeats(&sheet.subtitle)
            || sheet.foot.iter().any(|line| line == note)
            || matches!(&sheet.body, Body::Numbers(numbers) if numbers.iter().any(|number| said(number, note)))
            || matches!(&sheet.body, Body::Two(both) if both.iter().any(|drawn| {
                repeats(&drawn.model.title) || repeats(&drawn.model.subtitle)
            }))
            || matches!(&sheet.body, Body::Empty(why) if why == note)
    };
    sheet.notes.iter().map(String::as_str).filter(move |note| !note.trim().is_empty() && !on_page(note))
}

fn said(number: &BigNumber, note: &str) -> bool {
    note == number.small_print.join(" · ") || (!number.headline.is_empty() && note.contains(&number.headline))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_stands_on_the_page_is_not_told_again() {
        let notes =
            ["Finding: Half within 41 days", "Measure: Days, by month", "How it is counted.", "Source: a list", " "];
        let mut sheet = Sheet {
            page: Uuid::nil(),
            headline: "Half within 41 days".to_owned(),
            subtitle: "Days, by month".to_owned(),
            body: Body::Text(Vec::new()),
            foot: vec!["Source: a list".to_owned()],
            notes: notes.map(str::to_owned).to_vec(),
            cautions: Vec::new(),
            part: None,
        };
        assert_eq!(told(&sheet).collect::<Vec<_>>(), ["How it is counted."]);
        // A headline written by hand leaves the finding to be told.
        sheet.headline = "We tell sooner".to_owned();
        assert_eq!(told(&sheet).collect::<Vec<_>>(), ["Finding: Half within 41 days", "How it is counted."]);
    }
}
