//! Counts that add up: of all records those that a page counts, and each reason for which the others are not counted;
//! of all rows of a file what became of each.

use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::pages::begun_in;
use crate::briefing::document::{Content, PageView};
use crate::query::question::Filter;
use crate::query::select;
use crate::text::{Lang, tr_args};
use crate::workspace::importer::ImportCounts;

/// What becomes of all records on a page. The parts add up to `all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageCounts {
    /// All records there are.
    pub all: u64,
    /// Those that the page counts.
    pub counted: u64,
    /// Those that do not meet its conditions.
    pub unmet: u64,
    /// Those whose day lies outside its days.
    pub outside: u64,
    /// Those whose day lies in them perhaps, and not for certain.
    pub meeting: u64,
    /// Those without a day, where it has days.
    pub undated: u64,
    /// One, where the largest is left out by choice.
    pub largest: u64,
}

impl PageCounts {
    /// The counts of what a page looks at.
    pub fn of(view: &PageView, ground: &Ground<'_>) -> Self {
        let prepared = ground.prepare(view);
        let (question, scope) = (&prepared.question, &prepared.scope);
        let timeless = Filter { from: None, to: None, ..question.filter.clone() };
        let met = select(ground.snapshot, &timeless, question.date_of, question.measure).len() as u64;
        let largest = u64::from(scope.largest_left_out.is_some());
        let (meeting, undated) = (scope.touching, scope.undated);
        let with_days = scope.chosen + meeting + undated;
        Self {
            all: scope.all,
            counted: scope.chosen,
            unmet: scope.all.saturating_sub(met.max(with_days) + largest),
            outside: met.saturating_sub(with_days),
            meeting,
            undated,
            largest,
        }
    }

    /// The parts that are not counted, by the key of their words.
    pub const fn parts(&self) -> [(&'static str, u64); 5] {
        [
            ("briefing-count-unmet", self.unmet),
            ("briefing-count-outside", self.outside),
            ("briefing-count-meeting", self.meeting),
            ("briefing-count-undated", self.undated),
            ("briefing-count-largest", self.largest),
        ]
    }

    /// Whether nothing is counted twice or forgotten.
    pub fn add_up(&self) -> bool {
        self.counted + self.parts().iter().map(|(_, count)| count).sum::<u64>() == self.all
    }

    /// `48 of 1,618 incidents counted; left out: 1,570 on other days`.
    pub fn words(&self, lang: Lang) -> String {
        let head = tr_args(lang, "briefing-count-of", &[("counted", self.counted.into()), ("all", self.all.into())]);
        join(lang, head, &self.parts())
    }
}

fn join(lang: Lang, head: String, parts: &[(&'static str, u64)]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| tr_args(lang, key, &[("count", (*count).into())]))
        .collect();
    if parts.is_empty() {
        return head;
    }
    let args = [("head", head.into()), ("parts", parts.join(", ").into())];
    tr_args(lang, "briefing-count-left-out", &args)
}

/// What a page counts, one a different choice of records.
pub fn of_page(content: &Content, ground: &Ground<'_>) -> Vec<PageCounts> {
    let mut views: Vec<PageView> = content.views().into_iter().cloned().collect();
    if let Content::Numbers { view, delay_over: Some(last), .. } = content {
        views.push(begun_in(view, *last));
    }
    let mut found: Vec<PageCounts> = Vec::new();
    for counts in views.iter().map(|view| PageCounts::of(view, ground)) {
        if !found.contains(&counts) {
            found.push(counts);
        }
    }
    found
}

/// What became of the rows of an import, by the key of their words; the parts add up to the rows read.
pub const fn row_parts(counts: &ImportCounts) -> [(&'static str, u64); 7] {
    [
        ("briefing-rows-imported", counts.imported),
        ("briefing-rows-merged", counts.merged),
        ("briefing-rows-skipped", counts.skipped),
        ("briefing-rows-joined", counts.joined),
        ("briefing-rows-left-out", counts.left_out),
        ("briefing-rows-rejected", counts.rejected),
        ("briefing-rows-blank", counts.blank),
    ]
}

/// `1,618 rows read: 294 became incidents, 1,324 brought nothing new`.
pub fn rows(lang: Lang, counts: &ImportCounts) -> String {
    let parts: Vec<String> = row_parts(counts)
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| tr_args(lang, key, &[("count", (*count).into())]))
        .collect();
    let mut said =
        tr_args(lang, "briefing-rows-read", &[("count", counts.read.into()), ("parts", parts.join(", ").into())]);
    if counts.absent > 0 {
        said.push_str(" · ");
        said.push_str(&tr_args(lang, "briefing-rows-absent", &[("count", counts.absent.into())]));
    }
    said
}
