//! Filters: which rows hold.

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::cell::{CountState, DateState};
use crate::frame::chunk::Chunk;
use crate::frame::codes::Codes;
use crate::frame::columns::{DateColumn, WordColumn};
use crate::frame::fold::fold;
use crate::frame::texts::Texts;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::organisation::Role;
use crate::query::evaluate::Condition;
use crate::query::parallel;
use crate::query::question::Filter;
use crate::query::selection::{Mask, STRIDE, Selection, full};

/// The records that a filter chooses.
///
/// - A record is within a period when its whole date interval lies in it; one that only meets the period is counted
///   in [`Selection::touching`], one without a date in [`Selection::undated`].
/// - A field must have any of its words; all fields must hold. The empty word stands for records without a word.
/// - Every word of the text must occur in the title, an organisation's name or the source key, letter case and
///   accents aside.
/// - `without_largest` leaves out the record with the largest lower bound of `measure` among those chosen.
pub fn select(snapshot: &Snapshot, filter: &Filter, date_of: EventKind, measure: (Unit, Effect)) -> Selection {
    let prepared = Prepared::new(snapshot, filter, date_of);
    let parts = parallel::map_chunks(snapshot, |_, chunk| prepared.hold(chunk));
    let (mut touching, mut undated) = (0, 0);
    let masks = parts.into_iter().map(|part| {
        touching += part.touching;
        undated += part.undated;
        part.mask
    });
    let mut selection = Selection::from_masks(masks.collect());
    (selection.touching, selection.undated) = (touching, undated);
    if filter.without_largest {
        remove_largest(snapshot, &mut selection, measure);
    }
    selection
}

/// What is worked out once for all chunks.
pub(super) struct Prepared<'a> {
    from: i32,
    to: i32,
    dated: Option<EventKind>,
    /// Which dataset numbers hold; `None` is all.
    datasets: Option<Vec<bool>>,
    /// Fields by position, with the codes that hold; a field that no record uses has no position.
    words: Vec<(Option<usize>, Vec<bool>)>,
    needles: Vec<Needle<'a>>,
    /// What else must hold; `None` is nothing.
    condition: Option<Condition<'a>>,
}

/// One word of the text that is looked for.
pub(super) struct Needle<'a> {
    finder: memchr::memmem::Finder<'a>,
    /// Organisation fields by position, with the codes whose names hold the word.
    organisations: Vec<(usize, Vec<bool>)>,
}

/// The answer for one chunk.
struct Part {
    mask: Mask,
    touching: usize,
    undated: usize,
}

impl<'a> Prepared<'a> {
    pub(super) fn new(snapshot: &Snapshot, filter: &'a Filter, date_of: EventKind) -> Self {
        let datasets = (!filter.datasets.is_empty())
            .then(|| snapshot.datasets().iter().map(|dataset| filter.datasets.contains(dataset)).collect());
        let words = (filter.words.iter())
            .map(|(field, words)| {
                let mut holds =
                    vec![
                        false;
                        1 + snapshot.dictionary(field).map_or(0, super::super::frame::dictionary::Dictionary::len)
                    ];
                for word in words {
                    let code = if word.is_empty() {
                        Some(0)
                    } else {
                        snapshot.dictionary(field).and_then(|all| all.code(word))
                    };
                    if let Some(slot) = code.and_then(|code| holds.get_mut(code as usize)) {
                        *slot = true;
                    }
                }
                (snapshot.field_index(field), holds)
            })
            .collect();
        Self {
            from: filter.from.map_or(i32::MIN, |day| day.0),
            to: filter.to.map_or(i32::MAX, |day| day.0),
            dated: (filter.from.is_some() || filter.to.is_some()).then_some(date_of),
            datasets,
            words,
            needles: Needle::all(snapshot, &filter.text),
            condition: (!filter.expr.is_everything()).then(|| Condition::new(snapshot, &filter.expr)),
        }
    }

    /// Whether one row of a chunk holds.
    pub(super) fn holds(&self, chunk: &Chunk, row: usize) -> bool {
        self.hold(chunk).mask.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    fn hold(&self, chunk: &Chunk) -> Part {
        let mut mask = full(chunk.len());
        if let Some(datasets) = &self.datasets {
            and_codes(&mut mask, chunk.datasets(), datasets);
        }
        for (position, holds) in &self.words {
            match position.and_then(|at| chunk.words(at)) {
                Some(WordColumn::One(codes)) => and_codes(&mut mask, codes, holds),
                Some(column @ WordColumn::Many { .. }) => and_lists(&mut mask, column, chunk.len(), holds),
                None if holds.first() == Some(&true) => {}
                None => mask = [0; STRIDE],
            }
        }
        for needle in &self.needles {
            if mask.iter().any(|word| *word != 0) {
                needle.keep(&mut mask, chunk);
            }
        }
        if let Some(condition) = &self.condition {
            condition.keep(&mut mask, chunk);
        }
        let Some(kind) = self.dated else { return Part { mask, touching: 0, undated: 0 } };
        let held: usize = mask.iter().map(|word| word.count_ones() as usize).sum();
        match chunk.dates(kind) {
            None => Part { mask: [0; STRIDE], touching: 0, undated: held },
            Some(column) => self.within(&mask, held, column),
        }
    }

    /// Splits the rows of a mask by their date.
    fn within(&self, mask: &Mask, held: usize, column: &DateColumn) -> Part {
        let mut inside = [0; STRIDE];
        let mut outside = [0; STRIDE];
        let lows = column.lows().chunks(64);
        let highs = column.highs().chunks(64);
        for ((slots, lows), highs) in inside.iter_mut().zip(outside.iter_mut()).zip(lows).zip(highs) {
            let (mut within, mut beyond) = (0u64, 0u64);
            for (bit, (&lo, &hi)) in lows.iter().zip(highs).enumerate() {
                within |= u64::from((lo >= self.from) && (hi <= self.to)) << bit;
                beyond |= u64::from((hi < self.from) || (lo > self.to)) << bit;
            }
            (*slots.0, *slots.1) = (within, beyond);
        }
        let mut dated = [u64::MAX; STRIDE];
        if let Some(states) = column.states() {
            for (word, states) in dated.iter_mut().zip(states.chunks(64)) {
                *word = states
                    .iter()
                    .enumerate()
                    .fold(0, |bits, (bit, &state)| bits | u64::from(state == DateState::Date) << bit);
            }
        }
        let mut part = Part { mask: *mask, touching: held, undated: 0 };
        for (((word, &dated), &inside), &outside) in part.mask.iter_mut().zip(&dated).zip(&inside).zip(&outside) {
            part.undated += (*word & !dated).count_ones() as usize;
            part.touching -= (*word & (inside | outside | !dated)).count_ones() as usize;
            *word &= dated & inside;
        }
        part
    }
}

impl Needle<'_> {
    /// One needle for each word of a text.
    pub(super) fn all(snapshot: &Snapshot, text: &str) -> Vec<Self> {
        fold(text).split(' ').filter(|word| !word.is_empty()).map(|word| Self::new(snapshot, word)).collect()
    }

    /// A needle for a whole text; none for an empty one.
    pub(super) fn phrase(snapshot: &Snapshot, text: &str) -> Option<Self> {
        let text = fold(text);
        if text.is_empty() { None } else { Some(Self::new(snapshot, &text)) }
    }

    fn new(snapshot: &Snapshot, word: &str) -> Self {
        let finder = memchr::memmem::Finder::new(word).into_owned();
        let mut organisations = Vec::new();
        for role in Role::ALL {
            let field = Field::Organisation(role);
            let (Some(at), Some(names)) = (snapshot.field_index(&field), snapshot.dictionary(&field)) else { continue };
            let mut holds = vec![false; names.len() + 1];
            for (first, texts) in names.folded_runs() {
                each_hit(texts, &finder, |index| {
                    if let Some(slot) = holds.get_mut(first as usize + index) {
                        *slot = true;
                    }
                });
            }
            if holds.contains(&true) {
                organisations.push((at, holds));
            }
        }
        Self { finder, organisations }
    }

    /// Keeps the rows of a mask that have the word somewhere.
    pub(super) fn keep(&self, mask: &mut Mask, chunk: &Chunk) {
        let mut hits = [0; STRIDE];
        for texts in [chunk.titles(), chunk.keys()].into_iter().flatten() {
            each_hit(texts, &self.finder, |row| set(&mut hits, row));
        }
        for (at, holds) in &self.organisations {
            if let Some(column) = chunk.words(*at) {
                column.each(|row, code| {
                    if holds.get(code as usize) == Some(&true) {
                        set(&mut hits, row);
                    }
                });
            }
        }
        mask.iter_mut().zip(&hits).for_each(|(word, hits)| *word &= hits);
    }
}

pub(super) fn set(mask: &mut Mask, row: usize) {
    if let Some(word) = mask.get_mut(row / 64) {
        *word |= 1 << (row % 64);
    }
}

/// Calls `visit(index)` once for each text that holds the needle, ascending.
pub(super) fn each_hit(texts: &Texts, finder: &memchr::memmem::Finder<'_>, mut visit: impl FnMut(usize)) {
    let buffer = texts.buffer().as_bytes();
    let ends = texts.ends();
    let (mut from, mut index) = (0, 0);
    while let Some(hit) = buffer.get(from..).and_then(|rest| finder.find(rest)) {
        let place = from + hit;
        // Hits are often close together: look at the next texts one by one before jumping.
        let near = ends.get(index..).unwrap_or_default().iter().take(8).position(|&end| end as usize > place);
        index +=
            near.unwrap_or_else(|| ends.get(index..).unwrap_or_default().partition_point(|&end| end as usize <= place));
        visit(index);
        let Some(&end) = ends.get(index) else { return };
        from = end as usize;
        index += 1;
    }
}

/// Keeps the rows whose code holds.
pub(super) fn and_codes(mask: &mut Mask, codes: &Codes, holds: &[bool]) {
    fn pass<T: Copy>(mask: &mut Mask, codes: &[T], holds: impl Fn(T) -> bool) {
        for (word, codes) in mask.iter_mut().zip(codes.chunks(64)) {
            *word &= codes.iter().enumerate().fold(0, |bits, (bit, &code)| bits | u64::from(holds(code)) << bit);
        }
    }
    match codes {
        Codes::Narrow(codes) => {
            let mut table = [false; 256];
            table.iter_mut().zip(holds).for_each(|(slot, &hold)| *slot = hold);
            pass(mask, codes, |code| table[code as usize]);
        }
        Codes::Middle(codes) => pass(mask, codes, |code| holds.get(code as usize) == Some(&true)),
        Codes::Wide(codes) => pass(mask, codes, |code| holds.get(code as usize) == Some(&true)),
    }
}

/// Keeps the rows that have any word that holds, or none at all where 0 holds.
pub(super) fn and_lists(mask: &mut Mask, column: &WordColumn, len: usize, holds: &[bool]) {
    let mut hits = [0; STRIDE];
    column.each(|row, code| {
        if holds.get(code as usize) == Some(&true) {
            set(&mut hits, row);
        }
    });
    if holds.first() == Some(&true) {
        let mut wordless = full(len);
        column.each(|row, _| {
            if let Some(word) = wordless.get_mut(row / 64) {
                *word &= !(1 << (row % 64));
            }
        });
        hits.iter_mut().zip(&wordless).for_each(|(hits, wordless)| *hits |= wordless);
    }
    mask.iter_mut().zip(&hits).for_each(|(word, hits)| *word &= hits);
}

/// Leaves out the record with the largest lower bound; the first of equals.
fn remove_largest(snapshot: &Snapshot, selection: &mut Selection, measure: (Unit, Effect)) {
    let largest = parallel::map_chunks(snapshot, |at, chunk| {
        let column = chunk.counts(measure)?;
        let mut best: Option<(u64, usize)> = None;
        for index in selection.in_chunk(at) {
            let cell = column.get(index);
            if cell.state == CountState::Count && best.is_none_or(|(lo, _)| cell.lo > lo) {
                best = Some((cell.lo, index));
            }
        }
        best
    });
    let mut best: Option<(u64, usize, usize)> = None;
    for (chunk, found) in largest.into_iter().enumerate() {
        if let Some((lo, index)) = found.filter(|(lo, _)| best.is_none_or(|(held, ..)| *lo > held)) {
            best = Some((lo, chunk, index));
        }
    }
    if let Some((_, chunk, index)) = best {
        selection.remove(chunk, index);
        selection.largest = snapshot.chunks().get(chunk).and_then(|chunk| chunk.id(index));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::frame::cell::{CountCell, DateCell};
    use crate::frame::{FrameBuilder, RecordId, RowValues};
    use crate::model::calendar::Day;
    use crate::query::expr::Expr;

    const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

    fn any_row() -> impl Strategy<Value = RowValues> {
        let kinds = prop::collection::vec(prop::sample::select(vec!["Ransomware", "Phishing", "Theft"]), 0..3);
        let sector = prop::option::of(prop::sample::select(vec!["Health", "Energy"]));
        let date = prop::option::of((0..60i32, 0..20i32, prop::sample::select(&DateState::ALL[1..4])));
        let people = prop::option::of(0..5u64);
        let title = prop::sample::select(vec!["", "Fuite à l'Hôpital", "Panne", "hopital sud"]);
        let name = prop::sample::select(vec!["", "Hôpital Nord", "Ville"]);
        (title, name, kinds, sector, date, people, 0..2u128).prop_map(
            |(title, name, kinds, sector, date, people, dataset)| {
                let mut row =
                    RowValues { dataset: Uuid::from_u128(dataset), title: title.into(), ..RowValues::default() };
                for kind in kinds {
                    row.add_word(Field::Kind, kind);
                }
                row.add_word(Field::Sector, sector.unwrap_or(""));
                row.add_word(Field::Organisation(Role::Processor), name);
                if let Some((lo, span, state)) = date {
                    let (lo, hi) = if state == DateState::Date { (lo, lo + span) } else { (0, 0) };
                    row.dates.insert(EventKind::Aware, DateCell { lo, hi, state });
                }
                row.counts.extend(people.map(|number| (PEOPLE, CountCell::exact(number))));
                row
            },
        )
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let text = prop::sample::select(vec!["", "hopital", "HÔPITAL nord", "ville", "zzz"]);
        let day = || prop::option::of((0..70i32).prop_map(Day));
        let kinds = prop::collection::vec(prop::sample::select(vec!["Ransomware", "Theft", "Other", ""]), 0..3);
        let sectors = prop::collection::vec(prop::sample::select(vec!["Health", ""]), 0..2);
        (text, day(), day(), kinds, sectors, prop::bool::ANY, prop::bool::ANY).prop_map(
            |(text, from, to, kinds, sectors, one, largest)| {
                let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
                let fields = [(Field::Kind, owned(kinds)), (Field::Sector, owned(sectors))];
                Filter {
                    text: text.to_owned(),
                    from,
                    to,
                    words: fields.into_iter().filter(|(_, words)| !words.is_empty()).collect(),
                    datasets: if one { vec![Uuid::from_u128(1)] } else { Vec::new() },
                    without_largest: largest,
                    expr: Expr::default(),
                }
            },
        )
    }

    /// Whether a record holds in every respect but its date.
    fn holds(row: &RowValues, filter: &Filter) -> bool {
        let has = |field: &Field, words: &[String]| match row.words.get(field) {
            Some(held) => held.iter().any(|word| words.contains(word)),
            None => words.iter().any(String::is_empty),
        };
        let mut places = vec![fold(&row.title)];
        places
            .extend(row.words.get(&Field::Organisation(Role::Processor)).into_iter().flatten().map(|name| fold(name)));
        filter.words.iter().all(|(field, words)| has(field, words))
            && (filter.datasets.is_empty() || filter.datasets.contains(&row.dataset))
            && fold(&filter.text).split_whitespace().all(|word| places.iter().any(|place| place.contains(word)))
    }

    proptest! {
        #[test]
        fn a_filter_chooses_what_reading_row_by_row_would(
            rows in prop::collection::vec(any_row(), 0..90), filter in any_filter(),
        ) {
            let mut builder = FrameBuilder::new(Uuid::nil());
            for (index, row) in rows.iter().enumerate() {
                builder.push_row(RecordId(index as u64 * 3), row).unwrap();
            }
            let snapshot = builder.finish();
            let (from, to) = (filter.from.map_or(i32::MIN, |day| day.0), filter.to.map_or(i32::MAX, |day| day.0));
            let (mut wanted, mut touching, mut undated) = (Vec::new(), 0, 0);
            for (index, row) in rows.iter().enumerate().filter(|(_, row)| holds(row, &filter)) {
                let cell = row.dates.get(&EventKind::Aware).copied().unwrap_or_default();
                if filter.from.is_none() && filter.to.is_none() || cell.state == DateState::Date && cell.lo >= from && cell.hi <= to {
                    wanted.push(index);
                } else if cell.state != DateState::Date {
                    undated += 1;
                } else if cell.hi >= from && cell.lo <= to {
                    touching += 1;
                }
            }
            let selection = select(&snapshot, &filter, EventKind::Aware, PEOPLE);
            if from <= to {
                prop_assert_eq!((selection.touching, selection.undated), (touching, undated));
                if filter.from.is_some() || filter.to.is_some() {
                    let listed = |filter: &Filter| select(&snapshot, filter, EventKind::Aware, PEOPLE).len();
                    let beside = (filter.touching(EventKind::Aware), filter.undated(EventKind::Aware));
                    prop_assert_eq!((listed(&beside.0), listed(&beside.1)), (touching, undated), "what lists them");
                }
            }
            if filter.without_largest {
                let people = |index: &usize| rows[*index].counts.get(&PEOPLE).map(|cell| cell.lo);
                let largest = wanted.iter().filter_map(people).max();
                let first = wanted.iter().position(|index| largest.is_some() && people(index) == largest);
                let gone = first.map(|at| RecordId(wanted.remove(at) as u64 * 3));
                prop_assert_eq!(selection.largest, gone);
            }
            prop_assert_eq!(selection.rows(&snapshot).collect::<Vec<_>>(), wanted.clone());
            prop_assert_eq!(selection.len(), wanted.len());
            let ids: Vec<u64> = selection.ids(&snapshot).map(|id| id.0).collect();
            prop_assert_eq!(ids, wanted.iter().map(|index| *index as u64 * 3).collect::<Vec<_>>());
            let again = Selection::of_rows(&snapshot, wanted);
            prop_assert_eq!(again.len(), selection.len());
        }
    }
}
