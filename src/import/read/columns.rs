//! Columns of a batch being filled, one for each column of the source, by the rules of a recipe.

use std::borrow::Cow;

use crate::frame::batch::{Column, Field, Values};
use crate::frame::cell::{CountCell, DateCell, DateState};
use crate::import::cells::date::HowDates;
use crate::import::cells::missing_words::absent;
use crate::import::cells::missing_words::is_sheet_error;
use crate::import::limits::{CELL_BYTES, shortened};
use crate::import::read::counting::{Beside, Counting, Part, UNKNOWN};
use crate::import::read::dating::Dating;
use crate::import::read::names::{Naming, list_of};
use crate::import::read::ratings::{self, rating_key};
use crate::import::recipe::{Conventions, Names, OnBad, Target};
use crate::import::rows::Row;
use crate::import::rows::html;
use crate::import::rows::items::{self, LITERAL};
use crate::import::rows::texts::Texts;
use crate::model::affected::{Effect, Unit};
use crate::model::count::CountError;
use crate::model::date::DateError;
use crate::model::event::EventKind;
use crate::model::problem::{Problem, ProblemKind};

/// A column of the source on its way into the record.
#[derive(Debug)]
pub(super) struct Filling {
    header: String,
    /// Its place among the source's columns.
    place: usize,
    on_bad: OnBad,
    kind: Kind,
    /// Words of cells that could not be read and whose rows are kept.
    aside: Field,
    /// May be shorter than there are rows.
    aside_texts: Texts,
    rows: usize,
    /// Whether dates and counts keep their words, and what could not be read is put aside.
    with_words: bool,
    /// Whether words for a missing value leave a text empty.
    knows_missing: bool,
    /// Names words by a list.
    naming: Option<Naming>,
}

#[derive(Debug)]
enum Kind {
    Ignore,
    Text { field: Field, html: bool, texts: Texts },
    List { field: Field, separator: String, html: bool, items: Texts, starts: Vec<u32> },
    Date(Dating),
    Count(Counting),
}

/// What a cell did to its row.
pub(super) enum Taken {
    /// It is in.
    Kept,
    /// It could not be read: its row goes, or the words were put aside.
    Bad { problem: Problem, on_bad: OnBad },
    /// It was read, but is worth a look.
    Doubtful(Problem),
}

impl Filling {
    /// `place_of` finds the unit's column; `taken` are the units of other count columns.
    pub(super) fn new(
        header: &str,
        place: usize,
        target: &Target,
        on_bad: OnBad,
        place_of: impl Fn(&str) -> Option<usize>,
        taken: Vec<Unit>,
    ) -> Self {
        let kind = match target.clone() {
            Target::Ignore => Kind::Ignore,
            Target::Text(field) => Kind::Text { field, html: false, texts: Texts::default() },
            Target::Html(field) => Kind::Text { field, html: true, texts: Texts::default() },
            Target::List { field, separator } => {
                Kind::List { field, separator, html: false, items: Texts::default(), starts: vec![0] }
            }
            Target::Date { event, order, blank, reading, parts } => {
                let mut dating = Dating::new(event, HowDates { order, reading }, blank, parts);
                dating.meet(&place_of);
                Kind::Date(dating)
            }
            Target::Count { field, thousands, placeholders, unit_column } => {
                let (unit, effect) = match field {
                    Field::Affected(unit, effect) => (unit, effect),
                    _ => (Unit::default(), Effect::default()),
                };
                let unit_place = unit_column.as_deref().and_then(place_of);
                Kind::Count(Counting::new((unit, effect), thousands, placeholders, unit_place, taken))
            }
        };
        let aside = Field::Custom(header.to_owned());
        Self {
            header: header.to_owned(),
            place,
            on_bad,
            kind,
            aside,
            aside_texts: Texts::default(),
            rows: 0,
            with_words: true,
            naming: None,
            knows_missing: false,
        }
    }

    /// The same, keeping the numbers of dates and counts only: a frame has no use for their words.
    pub(super) fn numbers_only(self) -> Self {
        Self { with_words: false, ..self }
    }

    /// The same, reading words for numbers by this table.
    pub(super) fn by(mut self, words: &Conventions) -> Self {
        if let Kind::Count(counting) = &mut self.kind {
            counting.by(words);
        }
        self
    }

    /// The same, with words for a missing value left empty, where `knows`.
    pub(super) fn knowing_missing(self, knows: bool) -> Self {
        Self { knows_missing: knows, ..self }
    }

    /// The same, with countries and sectors named by our lists where that is asked.
    pub(super) fn naming(mut self, names: Names) -> Self {
        let field = match &self.kind {
            Kind::Text { field, .. } | Kind::List { field, .. } => Some(field),
            Kind::Ignore | Kind::Date { .. } | Kind::Count(_) => None,
        };
        self.naming = field.and_then(list_of).filter(|_| names == Names::ByList).map(Naming::new);
        self
    }

    /// Places of the source's columns that it reads.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let others = match &self.kind {
            Kind::Count(counting) => [counting.unit_place, None],
            Kind::Date(dating) => dating.places(),
            _ => [None, None],
        };
        std::iter::once(self.place).chain(others.into_iter().flatten())
    }

    /// Learns of columns that the source was not known to have.
    pub(super) fn meet(&mut self, place_of: impl Fn(&str) -> Option<usize>) {
        if let Kind::Date(dating) = &mut self.kind {
            dating.meet(place_of);
        }
    }

    /// Blank cells for rows that came before the column was known.
    pub(super) fn pad(&mut self, rows: usize) {
        while self.rows < rows {
            self.push_blank();
        }
    }

    /// Takes the row's cell.
    pub(super) fn take(&mut self, row: Row<'_>) -> Taken {
        if matches!(self.kind, Kind::Ignore) {
            return Taken::Kept;
        }
        let text = row.text(self.place);
        if text.len() > CELL_BYTES {
            self.push_blank();
            // A text that long is never kept in part: its row is set aside as a whole.
            let problem = self.problem(row.number, &text, ProblemKind::TooLong);
            return Taken::Bad { problem, on_bad: OnBad::RejectRow };
        }
        let mut keeps_words = false;
        let failed = match &mut self.kind {
            Kind::Ignore => None,
            Kind::Text { texts, .. } if self.knows_missing && absent(text.trim()).is_some() => {
                texts.push("");
                None
            }
            Kind::Text { field, html, texts } => {
                if let Some(naming) = &mut self.naming {
                    let plain = if *html { Cow::Owned(html::plain(&text)) } else { Cow::Borrowed(text.as_ref()) };
                    let (name, keep) = naming.name(&plain);
                    texts.push(&name);
                    keeps_words = keep;
                } else if let Some(key) = rating_key(field, &text) {
                    // A frame filled from a table and one filled from records have the same words.
                    texts.push(key);
                } else if is_sheet_error(&text) || !self.with_words && ratings::is_missing(field, &text) {
                    texts.push("");
                } else if *html {
                    texts.push(&html::plain(&text));
                } else {
                    texts.push(text.trim());
                }
                None
            }
            Kind::List { separator, html, items, starts, .. } => {
                let (how, naming) = ((*html, self.knows_missing), self.naming.as_mut());
                keeps_words = push_items((row, self.place), &text, separator, how, naming, items);
                starts.push(items.len() as u32);
                None
            }
            Kind::Date(dating) => dating.take(row, &text, self.with_words).err().map(date_kind),
            Kind::Count(counting) => match counting.take(row, &text) {
                Ok(Beside::Nothing) => None,
                Ok(Beside::Measure) => {
                    self.keep_aside(&text);
                    return Taken::Doubtful(self.problem(row.number, &text, ProblemKind::OtherQuantity));
                }
                Err(error) => Some(count_kind(error)),
            },
        };
        match failed {
            None => {
                if keeps_words {
                    self.keep_aside(&text);
                } else {
                    self.rows += 1;
                }
                if !text.is_ascii() && text.contains('\u{fffd}') {
                    return Taken::Doubtful(self.problem(row.number, &text, ProblemKind::BadEncoding));
                }
                Taken::Kept
            }
            Some(kind) => {
                self.push_unknown(&text);
                Taken::Bad { problem: self.problem(row.number, &text, kind), on_bad: self.on_bad }
            }
        }
    }

    fn problem(&self, row: u64, text: &str, kind: ProblemKind) -> Problem {
        Problem { row: Some(row), column: self.header.clone(), found: shortened(text.trim()), kind }
    }

    fn push_blank(&mut self) {
        match &mut self.kind {
            Kind::Ignore => {}
            Kind::Text { texts, .. } => texts.push(""),
            Kind::List { items, starts, .. } => starts.push(items.len() as u32),
            Kind::Date(dating) => dating.push_blank(),
            Kind::Count(counting) => counting.push(counting.unit, CountCell::default(), ""),
        }
        self.rows += 1;
    }

    /// An unknown value; its words stay beside it.
    fn push_unknown(&mut self, words: &str) {
        match &mut self.kind {
            Kind::Date(dating) => dating.push_unknown(),
            Kind::Count(counting) => counting.push(counting.unit, UNKNOWN, ""),
            Kind::Ignore | Kind::Text { .. } | Kind::List { .. } => {}
        }
        self.keep_aside(words);
    }

    /// Keeps the words of the row's cell; its value is in.
    fn keep_aside(&mut self, words: &str) {
        self.aside_texts.pad(self.rows);
        self.aside_texts.push(words.trim());
        self.rows += 1;
    }

    /// Its place among the source's columns.
    pub(super) fn place(&self) -> usize {
        self.place
    }

    /// Keeps further words of the row that was taken last, beside its value.
    pub(super) fn put_aside(&mut self, words: &str) {
        let texts = match &mut self.kind {
            Kind::Text { field, texts, .. } if *field == self.aside => texts,
            _ => {
                self.aside_texts.pad(self.rows);
                &mut self.aside_texts
            }
        };
        let last = texts.len().checked_sub(1).map_or("", |last| texts.get(last));
        let mark = if last.is_empty() { "" } else { "; " };
        texts.extend_last(mark);
        texts.extend_last(words);
    }

    /// Forgets the rows from `rows` on.
    pub(super) fn truncate(&mut self, rows: usize) {
        self.rows = self.rows.min(rows);
        self.aside_texts.truncate(rows);
        match &mut self.kind {
            Kind::Ignore => {}
            Kind::Text { texts, .. } => texts.truncate(rows),
            Kind::List { items, starts, .. } => {
                starts.truncate(rows + 1);
                items.truncate(starts.last().copied().unwrap_or(0) as usize);
            }
            Kind::Date(dating) => dating.truncate(rows),
            Kind::Count(counting) => counting.truncate(rows),
        }
    }

    /// Whether row `row` says something that names the record.
    pub(super) fn names(&self, row: usize) -> Option<bool> {
        match &self.kind {
            Kind::Text { field: Field::Title | Field::Organisation(_), texts, .. } => Some(!texts.get(row).is_empty()),
            Kind::List { field: Field::Title | Field::Organisation(_), starts, .. } => {
                Some(starts.get(row) < starts.get(row + 1))
            }
            _ => None,
        }
    }

    /// Whether row `row` has a date; `None` when this is no column of dates.
    pub(super) fn dates(&self, row: usize) -> Option<bool> {
        match &self.kind {
            Kind::Date(dating) => Some(dating.date(row).state == DateState::Date),
            _ => None,
        }
    }

    /// The event whose dates it holds.
    pub(super) fn event(&self) -> Option<EventKind> {
        match &self.kind {
            Kind::Date(dating) => Some(dating.event()),
            _ => None,
        }
    }

    /// The date in row `row`; blank in a column of anything else.
    pub(super) fn date(&self, row: usize) -> DateCell {
        match &self.kind {
            Kind::Date(dating) => dating.date(row),
            _ => DateCell::default(),
        }
    }

    /// Its header.
    pub(super) fn header(&self) -> &str {
        &self.header
    }

    /// The source's key in row `row`.
    pub(super) fn key(&self, row: usize) -> Option<&str> {
        match &self.kind {
            Kind::Text { field: Field::Key, texts, .. } => Some(texts.get(row)).filter(|key| !key.is_empty()),
            _ => None,
        }
    }

    /// The columns of the batch.
    pub(super) fn columns<'a>(&'a self, batch: &mut Vec<Column<'a>>) {
        match &self.kind {
            Kind::Ignore => {}
            Kind::Text { field, texts, .. } => {
                if !texts.is_blank() {
                    batch.push(Column { field, values: Values::Texts(texts.all()) });
                }
            }
            Kind::List { field, items, starts, .. } => {
                batch.push(Column { field, values: Values::Lists { items: items.all(), starts: starts.clone() } });
            }
            Kind::Date(dating) => dating.columns(batch),
            Kind::Count(counting) => {
                for Part { field, cells, texts, .. } in &counting.parts {
                    batch.push(Column { field, values: Values::Counts { cells: cells.clone(), texts: texts.all() } });
                }
            }
        }
        if self.with_words && !self.aside_texts.is_blank() {
            let mut texts = self.aside_texts.all();
            texts.resize(self.rows, "");
            batch.push(Column { field: &self.aside, values: Values::Texts(texts) });
        }
    }
}

/// Pushes the items of a cell; says whether its own words must be kept beside them.
fn push_items(
    (row, place): (Row<'_>, usize),
    text: &str,
    separator: &str,
    (html, knows_missing): (bool, bool),
    mut naming: Option<&mut Naming>,
    items: &mut Texts,
) -> bool {
    let mut keeps_words = false;
    let mut push = |item: &str| {
        let item: Cow<'_, str> = if html { html::plain(item).into() } else { item.trim().into() };
        if let Some(naming) = &mut naming {
            let (name, keep) = naming.name(&item);
            keeps_words |= keep;
            if !name.is_empty() {
                items.push(&name);
            }
        } else if !(item.is_empty() || is_sheet_error(&item) || knows_missing && absent(&item).is_some()) {
            items.push(&item);
        }
    };
    if let Some(list) = row.items(place) {
        for item in list {
            push(item);
        }
    } else if items::is_literal(text) {
        for item in items::split(text, LITERAL) {
            push(&item);
        }
    } else if let (&[mark], false) = (separator.as_bytes(), html) {
        // One plain mark is the usual case, and the search for it the quickest.
        for item in text.split(char::from(mark)) {
            push(item);
        }
    } else {
        for item in items::split(text, separator) {
            push(&item);
        }
    }
    keeps_words
}

fn date_kind(error: DateError) -> ProblemKind {
    match error {
        DateError::Reversed => ProblemKind::ReversedRange,
        DateError::NotADate | DateError::Impossible | DateError::OrderUnknown => ProblemKind::BadDate,
    }
}

fn count_kind(error: CountError) -> ProblemKind {
    match error {
        CountError::Reversed => ProblemKind::ReversedRange,
        CountError::Negative => ProblemKind::NegativeCount,
        CountError::Several => ProblemKind::SeveralCounts,
        CountError::OtherUnit(_) => ProblemKind::OtherQuantity,
        CountError::NotACount | CountError::Uncounted | CountError::TooLarge | CountError::Ambiguous => {
            ProblemKind::BadCount
        }
    }
}
