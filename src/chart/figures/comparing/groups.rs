//! The groups of a field side by side: each against all the others, with the rule for many comparisons.

use crate::chart::figures::LEVEL;
use crate::chart::figures::comparing::delay::Waits;
use crate::chart::figures::comparing::people::{Middle, Numbers};
use crate::chart::figures::comparing::selections::ALPHA;
use crate::chart::figures::comparing::{FEWEST, Verdict};
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::query::question::Question;
use crate::query::{Selection, facets, parallel, with_word};
use crate::stats::multiple::{Adjustment, adjusted};
use crate::stats::share::{Share, share};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// How many incidents: described, not compared, because groups differ in size for many reasons.
    Count,
    /// How many people.
    People,
    /// How long until it was told.
    Delay,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its word.
    pub word: String,
    /// Its records.
    pub n: u64,
    /// Its share of the records that have a word.
    pub share: Option<Share>,
    /// What was measured in it.
    pub measured: Measured,
    /// Probability of a difference from all others this large without one, as it stands.
    pub p: Option<f64>,
    /// The same after the rule for many comparisons.
    pub adjusted: Option<f64>,
    /// Whether it lies above or below the others.
    pub verdict: Verdict,
}

/// What was measured in a group.
#[derive(Clone, Debug, PartialEq)]
pub enum Measured {
    /// Only counted.
    Counted,
    /// Numbers of people: exact ones, ranges and bounds, none.
    People {
        /// Exact numbers.
        n: u64,
        /// Records that give a range alone.
        ranges: u64,
        /// Records that give no number.
        without: u64,
        /// The median with its interval.
        middle: Option<Middle>,
    },
    /// Waits.
    Delay(Box<Waits>),
}

/// The groups.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupsFigure {
    /// The groups shown, most frequent first.
    pub groups: Vec<Group>,
    /// Number of words not shown, and of records that have one of them and none that is shown.
    pub rest: (u64, u64),
    /// Records without a word.
    pub without: u64,
    /// Records with a word.
    pub known: u64,
    /// Whether records can have several words, so that they count under each.
    pub several: bool,
    /// The rule for many comparisons.
    pub adjustment: Adjustment,
    /// Number of comparisons made.
    pub compared: u64,
    /// All records together, for a curve or a line behind the groups.
    pub all: Measured,
}

impl GroupsFigure {
    /// The most frequent `most` words of a field.
    pub fn compute(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        (field, most): (&Field, usize),
        aspect: Aspect,
    ) -> Self {
        let found = facets(snapshot, selection, field);
        let total = selection.len() as u64;
        let known = total - found.without;
        let several = found.words.iter().map(|(_, n)| n).sum::<u64>() > known;
        let shown = found.words.len().min(most);
        let mut other = selection.clone();
        let parts = parallel::map(shown, shown, |at| {
            let (word, n) = &found.words[at];
            let inside = with_word(snapshot, selection, field, word);
            let (measured, p) = measure(snapshot, &inside, &selection.without(&inside), question, aspect);
            let verdict = if p.is_some() { Verdict::NotClear } else { Verdict::Few };
            let group = Group {
                word: word.clone(),
                n: *n,
                share: share(*n, known, LEVEL),
                measured,
                p: None,
                adjusted: None,
                verdict,
            };
            (group, p, inside)
        });
        let mut groups = Vec::with_capacity(shown);
        let mut directions = Vec::with_capacity(shown);
        for (mut group, test, inside) in parts {
            other = other.without(&inside);
            group.p = test.map(|(p, _)| p);
            directions.push(test.map(|(_, above)| above));
            groups.push(group);
        }
        let tested: Vec<f64> = groups.iter().filter_map(|group| group.p).collect();
        let (adjustment, rule) = adjusted(&tested);
        let mut rule = rule.into_iter();
        for (group, above) in groups.iter_mut().zip(directions) {
            let Some(above) = above else { continue };
            group.adjusted = rule.next();
            group.verdict = match (group.adjusted.is_some_and(|p| p < ALPHA), above) {
                (false, _) => Verdict::NotClear,
                (true, true) => Verdict::Above,
                (true, false) => Verdict::Below,
            };
        }
        let rest = ((found.words.len() - shown) as u64, (other.len() as u64).saturating_sub(found.without));
        let all = measure_alone(snapshot, selection, question, aspect);
        let compared = tested.len() as u64;
        Self { groups, rest, without: found.without, known, several, adjustment, compared, all }
    }

    /// Groups that stand out, in their order.
    pub fn standing_out(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| matches!(group.verdict, Verdict::Above | Verdict::Below))
    }
}

/// What is measured inside, and the test against the outside with whether the inside lies above; no test with fewer
/// than [`FEWEST`] values on a side.
fn measure(
    snapshot: &Snapshot,
    inside: &Selection,
    outside: &Selection,
    question: &Question,
    aspect: Aspect,
) -> (Measured, Option<(f64, bool)>) {
    match aspect {
        Aspect::Count => (Measured::Counted, None),
        Aspect::People => {
            let one = Numbers::of(snapshot, inside, question.measure);
            let other = Numbers::of(snapshot, outside, question.measure);
            let test = if one.n().min(other.n()) < FEWEST { None } else { one.ranks(&other) };
            (people(&one), test)
        }
        Aspect::Delay => {
            let one = Waits::of(snapshot, inside, question);
            let other = Waits::of(snapshot, outside, question);
            let test = if one.told().min(other.told()) < FEWEST { None } else { one.test(&other) };
            (Measured::Delay(Box::new(one)), test)
        }
    }
}

fn measure_alone(snapshot: &Snapshot, selection: &Selection, question: &Question, aspect: Aspect) -> Measured {
    match aspect {
        Aspect::Count => Measured::Counted,
        Aspect::People => people(&Numbers::of(snapshot, selection, question.measure)),
        Aspect::Delay => Measured::Delay(Box::new(Waits::of(snapshot, selection, question))),
    }
}

fn people(numbers: &Numbers) -> Measured {
    Measured::People { n: numbers.n(), ranges: numbers.ranges, without: numbers.without, middle: numbers.middle() }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::cell::CountCell;
    use crate::frame::{FrameBuilder, RecordId, RowValues};
    use crate::model::calendar::Day;
    use crate::query::first::first_question;

    #[test]
    fn the_group_that_differs_stands_out_and_the_rest_is_counted() {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for id in 0..330_u64 {
            let mut row = RowValues::default();
            let word = match id % 11 {
                0 => "",
                1..=4 => "Theft",
                5..=8 => "Loss",
                9 => "Fraud",
                _ => "Outage",
            };
            row.add_word(Field::Kind, word);
            let people = if word == "Loss" { 5_000 + id } else { 100 + id };
            let measure = (crate::model::affected::Unit::People, crate::model::affected::Effect::DataExposed);
            row.counts.insert(measure, CountCell::exact(people));
            builder.push_row(RecordId(id), &row).expect("ids grow");
        }
        let snapshot = builder.finish();
        let question = first_question(&snapshot, &[], Day(20_000));
        let all = Selection::all(&snapshot);
        let found = GroupsFigure::compute(&snapshot, &all, &question, (&Field::Kind, 3), Aspect::People);
        assert_eq!((found.known, found.without, found.rest, found.several), (300, 30, (1, 30), false));
        let out: Vec<(&str, Verdict)> =
            found.standing_out().map(|group| (group.word.as_str(), group.verdict)).collect();
        assert!(out.contains(&("Loss", Verdict::Above)) && out.contains(&("Theft", Verdict::Below)), "{out:?}");
        assert_eq!((found.adjustment, found.compared), (Adjustment::Holm, 3));
        for group in &found.groups {
            assert!(group.adjusted >= group.p);
        }
    }
}
