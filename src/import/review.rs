//! What is decided before a file's rows become records, as plain data: every column with its place and the reason,
//! the first records beside their raw rows, what becomes of all rows. Nothing enters before it is accepted.
//!
//! Editing answers at once for the preview, which is read from the head of the file. The counts over all rows need
//! the file again: [`Review::recount`], on another thread.

use std::collections::BTreeMap;
use std::io::Read;

use crate::frame::batch::Field;
use crate::import::described;
use crate::import::encoding::{self, EncodingFound, EncodingReason};
use crate::import::error::ImportError;
use crate::import::fit;
use crate::import::limits::HEAD_BYTES;
use crate::import::progress::Progress;
use crate::import::proposal::{Certainty, ColumnReason, DatasetReason, MechanismReason, OpenQuestion, Proposal, Why};
use crate::import::propose::{decided_order, describe_dataset, propose};
use crate::import::read::single_field;
use crate::import::recipe::{Blank, ColumnRule, DateOrder, Format, OnBad, Recipe, Target, Thousands};
use crate::import::review_rows::{count, preview, rows_in_head};
use crate::import::sniff::{Extent, Sniff, sniff, sniff_as};
use crate::import::survey::{ColumnSurvey, Survey, survey};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;

pub use crate::import::review_rows::{Counts, Outcome, PREVIEW_ROWS, PreviewRow};

/// Opens the file anew from its beginning, each time it is asked.
pub type Opener<'o> = dyn FnMut() -> std::io::Result<Box<dyn Read>> + 'o;

/// A file under review.
#[derive(Clone, Debug)]
pub struct Review {
    /// How it is read now.
    pub recipe: Recipe,
    /// How its encoding was told.
    pub encoding: EncodingFound,
    /// Each column, in the order of the file.
    pub columns: Vec<ReviewColumn>,
    /// Why the dataset is described as it is.
    pub dataset: DatasetReason,
    /// What only the analyst can decide.
    pub open: Vec<OpenQuestion>,
    /// The first rows.
    pub preview: Vec<PreviewRow>,
    /// What becomes of all rows.
    pub counts: Counts,
    /// Whether `counts` are of the recipe as it is now.
    pub counts_are_current: bool,
    head: Vec<u8>,
    preview_rows: u64,
    survey: Survey,
    today: Day,
}

/// One column under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewColumn {
    /// Its header.
    pub header: String,
    /// How sure its place is.
    pub confidence: Certainty,
    /// Why it is there.
    pub why: Why,
    /// What all its cells look like.
    pub cells: ColumnCells,
}

/// The part of a survey that is shown of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnCells {
    /// Cells with a value.
    pub filled: u64,
    /// Rows in all.
    pub rows: u64,
    /// The first different values.
    pub samples: Vec<String>,
    /// Dates and what decides their order; zero throughout where there is none.
    pub dates: crate::import::survey::DateEvidence,
    /// Cells that are counts.
    pub counts: u64,
    /// How often 0, 500, 501 and 999 stand there.
    pub placeholders: BTreeMap<u64, u64>,
}

impl Review {
    /// Looks at a file: what it is, how it is best read, what becomes of its rows. `recipes` are those that may fit;
    /// `today` is the day of reading.
    ///
    /// # Errors
    /// When it is nothing that can be reviewed, cannot be read, or `progress` was cancelled.
    pub fn open(
        opener: &mut Opener<'_>,
        name: &str,
        recipes: &[Recipe],
        today: Day,
        progress: &Progress,
    ) -> Result<Self, ImportError> {
        let (head, found) = look(opener)?;
        if found.format == Format::Vigie {
            return Err(ImportError::NoTable);
        }
        let survey = survey(&mut opener()?, &found.format, today, progress)?;
        let proposal = match fit::choose(recipes, |recipe| recipe, &found) {
            Some(recipe) => by_recipe(fit::fitted(recipe, &found), &survey),
            None => propose(&survey, &found.format, name, &[]),
        };
        let mut review = Self::of(proposal, found, head, survey, today);
        review.counts = count(&review.recipe, &mut opener()?, progress)?;
        review.counts_are_current = true;
        Ok(review)
    }

    fn of(proposal: Proposal, found: Sniff, head: Vec<u8>, survey: Survey, today: Day) -> Self {
        let columns = proposal
            .columns
            .iter()
            .zip(&survey.columns)
            .map(|(reason, cells)| ReviewColumn {
                header: reason.header.clone(),
                confidence: reason.confidence,
                why: reason.why.clone(),
                cells: shown(cells, survey.rows),
            })
            .collect();
        let preview_rows = rows_in_head(&head, &found.format);
        let mut review = Self {
            recipe: proposal.recipe,
            encoding: found.encoding,
            columns,
            dataset: proposal.dataset,
            open: proposal.open,
            preview: Vec::new(),
            counts: Counts::default(),
            counts_are_current: false,
            head,
            preview_rows,
            survey,
            today,
        };
        review.refresh();
        review
    }

    /// The rule of the column with this header.
    pub fn rule(&self, header: &str) -> Option<&ColumnRule> {
        self.recipe.columns.iter().find(|rule| rule.header == header)
    }

    /// Puts a column elsewhere. A field that holds one value is taken from the column that had it, which then keeps
    /// its words under its own header. A new date column gets the order that its cells decide.
    pub fn set_target(&mut self, header: &str, target: Target) {
        let mut target = target;
        if let (Target::Date { order, .. }, Some(cells)) = (&mut target, self.cells(header)) {
            *order = decided_order(&cells.dates).unwrap_or(*order);
        }
        let field = single_field(&target).filter(|field| !matches!(field, Field::Custom(_)));
        for rule in &mut self.recipe.columns {
            if rule.header == header {
                rule.target = target.clone();
            } else if field.is_some() && single_field(&rule.target) == field {
                rule.target = Target::Text(Field::Custom(rule.header.clone()));
                let column = self.columns.iter_mut().find(|column| column.header == rule.header);
                if let Some(column) = column {
                    column.why = Why::Taken { column: header.to_owned() };
                }
            }
        }
        self.choose(header);
        self.ask_again();
        self.refresh();
    }

    /// Sets the order of a column's numeric dates.
    pub fn set_order(&mut self, header: &str, chosen: DateOrder) {
        self.edit(header, |target| {
            if let Target::Date { order, .. } = target {
                *order = chosen;
            }
        });
        self.open.retain(|question| match question {
            OpenQuestion::DateOrder { column, .. } => column != header,
        });
    }

    /// Says what a blank date cell of a column means.
    pub fn set_blank(&mut self, header: &str, chosen: Blank) {
        self.edit(header, |target| {
            if let Target::Date { blank, .. } = target {
                *blank = chosen;
            }
        });
    }

    /// Sets the mark between thousands of a column of counts.
    pub fn set_thousands(&mut self, header: &str, chosen: Thousands) {
        self.edit(header, |target| {
            if let Target::Count { thousands, .. } = target {
                *thousands = chosen;
            }
        });
    }

    /// Sets the separator of a column of lists.
    pub fn set_separator(&mut self, header: &str, chosen: &str) {
        self.edit(header, |target| {
            if let Target::List { separator, .. } = target {
                chosen.clone_into(separator);
            }
        });
    }

    /// Says what becomes of a cell that cannot be read.
    pub fn set_on_bad(&mut self, header: &str, chosen: OnBad) {
        if let Some(rule) = self.recipe.columns.iter_mut().find(|rule| rule.header == header) {
            rule.on_bad = chosen;
        }
        self.refresh();
    }

    /// Says how records got into the dataset.
    pub fn set_mechanism(&mut self, mechanism: Mechanism) {
        self.recipe.dataset.mechanism = Some(mechanism);
        self.dataset.mechanism = MechanismReason::Given;
    }

    /// Sets the day to which the data is complete.
    pub fn set_as_of(&mut self, day: Day) {
        self.recipe.dataset.as_of = Some(day);
        self.dataset.as_of_event = None;
    }

    /// Says which event puts a record on the list.
    pub fn set_listing_event(&mut self, event: Option<EventKind>) {
        self.recipe.dataset.listing_event = event;
    }

    /// Sets the delay that is shown first.
    pub fn set_delay(&mut self, delay: Option<(EventKind, EventKind)>) {
        self.recipe.dataset.delay = delay;
    }

    /// Names the dataset.
    pub fn set_name(&mut self, name: &str) {
        name.clone_into(&mut self.recipe.name);
    }

    /// The accepted recipe, or the first question that is still open.
    ///
    /// # Errors
    /// When a question is open: nothing may enter before it is answered.
    pub fn accept(&self) -> Result<Recipe, OpenQuestion> {
        match self.open.first() {
            Some(question) => Err(question.clone()),
            None => Ok(self.recipe.clone()),
        }
    }

    /// Reads the whole file again for [`Review::counts`]. The result belongs to the recipe that was given: a caller on
    /// another thread hands it back with [`Review::take_counts`].
    ///
    /// # Errors
    /// When the file cannot be read, or `progress` was cancelled.
    pub fn recount(recipe: &Recipe, opener: &mut Opener<'_>, progress: &Progress) -> Result<Counts, ImportError> {
        count(recipe, &mut opener()?, progress)
    }

    /// Takes counts that were made of `recipe`; counts of another recipe than the present one are dropped.
    pub fn take_counts(&mut self, recipe: &Recipe, counts: Counts) {
        if *recipe == self.recipe {
            self.counts = counts;
            self.counts_are_current = true;
        }
    }

    fn cells(&self, header: &str) -> Option<&ColumnSurvey> {
        self.survey.columns.iter().find(|column| column.header == header)
    }

    fn edit(&mut self, header: &str, change: impl FnOnce(&mut Target)) {
        if let Some(rule) = self.recipe.columns.iter_mut().find(|rule| rule.header == header) {
            change(&mut rule.target);
        }
        self.choose(header);
        self.refresh();
    }

    fn choose(&mut self, header: &str) {
        if let Some(column) = self.columns.iter_mut().find(|column| column.header == header) {
            column.why = Why::Chosen;
            column.confidence = Certainty::High;
        }
    }

    /// Questions after a column was put elsewhere: those of columns that are still dates, and of new ones.
    fn ask_again(&mut self) {
        let mut open = Vec::new();
        for rule in &self.recipe.columns {
            let (Target::Date { .. }, Some(cells)) = (&rule.target, self.cells(&rule.header)) else { continue };
            let asked = self.open.iter().any(|OpenQuestion::DateOrder { column, .. }| *column == rule.header);
            let chosen = self.columns.iter().any(|column| column.header == rule.header && column.why == Why::Chosen);
            if asked || (chosen && decided_order(&cells.dates).is_none()) {
                open.push(OpenQuestion::DateOrder { column: rule.header.clone(), evidence: cells.dates.clone() });
            }
        }
        self.open = open;
    }

    /// Reads the head again and, where the analyst said nothing, describes the dataset anew.
    fn refresh(&mut self) {
        self.counts_are_current = false;
        self.preview = preview(&self.head, &self.recipe, self.preview_rows);
        if self.dataset.mechanism != MechanismReason::Given {
            let (rule, reason) = describe_dataset(&self.recipe.columns, &self.survey);
            let dataset = &mut self.recipe.dataset;
            (dataset.mechanism, dataset.listing_event, dataset.delay, dataset.as_of) =
                (rule.mechanism, rule.listing_event, rule.delay, rule.as_of);
            self.dataset = reason;
        }
    }

    /// The day on which the file is read.
    pub fn today(&self) -> Day {
        self.today
    }
}

/// The head of the file and what it is.
fn look(opener: &mut Opener<'_>) -> Result<(Vec<u8>, Sniff), ImportError> {
    let mut head = Vec::new();
    opener()?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let extent = if head.len() < HEAD_BYTES { Extent::Whole } else { Extent::Head };
    let found = sniff(&head, extent)?;
    if extent == Extent::Head && found.encoding.reason == EncodingReason::AsciiOnly {
        let encoding = encoding::of_all(&mut opener()?)?;
        let found = sniff_as(&head, extent, encoding)?;
        return Ok((head, found));
    }
    Ok((head, found))
}

/// A recipe as if it were proposed, for a file that it fits: columns that it does not name keep their headers.
fn by_recipe(mut recipe: Recipe, survey: &Survey) -> Proposal {
    let mut columns = Vec::new();
    for column in &survey.columns {
        let header = column.header.clone();
        let known = recipe.columns.iter().find(|rule| rule.header == header).cloned();
        columns.push(known.unwrap_or_else(|| {
            let target = Target::Text(Field::Custom(header.clone()));
            ColumnRule { header, target, on_bad: OnBad::default() }
        }));
    }
    let reasons = columns
        .iter()
        .zip(&survey.columns)
        .map(|(rule, column)| ColumnReason {
            header: rule.header.clone(),
            confidence: Certainty::High,
            why: Why::Recipe,
            dates: matches!(rule.target, Target::Date { .. }).then(|| column.dates.clone()),
        })
        .collect();
    recipe.columns = columns;
    let described = describe_dataset(&recipe.columns, survey).0;
    let mut as_of_event = None;
    if recipe.dataset.as_of.is_none() {
        recipe.dataset.as_of = described.as_of;
        as_of_event = recipe.dataset.listing_event;
    }
    let dataset = DatasetReason { mechanism: MechanismReason::Given, as_of_event };
    Proposal { recipe, columns: reasons, dataset, open: Vec::new() }
}

fn shown(column: &ColumnSurvey, rows: u64) -> ColumnCells {
    ColumnCells {
        filled: column.filled,
        rows,
        samples: column.samples.clone(),
        dates: column.dates.clone(),
        counts: column.counts,
        placeholders: column.placeholders.clone(),
    }
}

/// The dataset that an accepted review becomes.
pub fn dataset(review: &Review, facts: &described::FileFacts) -> crate::model::dataset::Dataset {
    described::dataset(&review.recipe, facts, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::shipped::shipped;

    const TODAY: Day = Day(20_600);

    fn review(text: &'static str) -> Review {
        let recipes: Vec<Recipe> = shipped().into_iter().map(|(_, recipe)| recipe).collect();
        let mut opener = || Ok(Box::new(text.as_bytes()) as Box<dyn Read>);
        Review::open(&mut opener, "test", &recipes, TODAY, &Progress::default()).expect("a table")
    }

    const TABLE: &str = "Organisation;Incident date;Date disclosed;Nombre;Remark\n\
        Acme;2024-01-02;03/04/2024;1 200;x\nBern;2024-01-05;05/06/2024;unknown;y\n;;;;\n\
        Cern;2024-02-31;07/08/2024;12;z\nDorn;2024-03;09/10/2024;about 40;caf\u{e9}\n";

    #[test]
    fn everything_the_page_shows() {
        let review = review(TABLE);
        assert_eq!(review.columns.len(), 5);
        assert_eq!(review.preview.len(), 5);
        assert!(matches!(&review.preview[0].outcome, Outcome::Rejected(_)), "its order of dates is not known yet");
        assert_eq!(review.preview[2].outcome, Outcome::Blank);
        let Counts { read, good, doubtful, bad, blank, .. } = review.counts;
        assert_eq!(read, good + doubtful + bad + blank);
        assert_eq!((read, blank), (5, 1));
        assert!(review.counts_are_current);
        assert_eq!(review.columns[1].cells.samples.first().map(String::as_str), Some("2024-01-02"));
    }

    #[test]
    fn an_open_question_is_answered_before_anything_is_accepted() {
        let mut review = review(TABLE);
        let OpenQuestion::DateOrder { column, evidence } = review.accept().expect_err("two readings");
        assert_eq!((column.as_str(), evidence.either), ("Date disclosed", 4));
        review.set_order("Date disclosed", DateOrder::DayMonthYear);
        assert!(matches!(&review.preview[0].outcome, Outcome::Record { incident, .. } if incident.events.len() == 2));
        let recipe = review.accept().expect("nothing is open");
        assert!(!review.counts_are_current, "an edit makes the counts old");
        let mut opener = || Ok(Box::new(TABLE.as_bytes()) as Box<dyn Read>);
        let counts = Review::recount(&recipe, &mut opener, &Progress::default()).expect("read");
        review.take_counts(&recipe, counts);
        assert!(review.counts_are_current);
        assert_eq!(review.recipe.dataset.as_of, Day::from_ymd(2024, 10, 9));
    }

    #[test]
    fn a_column_put_elsewhere_takes_the_field_from_its_holder() {
        let mut review = review(TABLE);
        review.set_target("Remark", Target::Text(Field::Title));
        let disclosed = Target::Date {
            event: EventKind::IntrusionBegan,
            order: DateOrder::YearMonthDay,
            blank: Blank::NothingSaid,
        };
        review.set_target("Date disclosed", disclosed);
        let target = |review: &Review, header: &str| review.rule(header).map(|rule| rule.target.clone());
        assert_eq!(target(&review, "Incident date"), Some(Target::Text(Field::Custom("Incident date".to_owned()))));
        assert!(matches!(&review.preview[0].outcome, Outcome::Rejected(_) | Outcome::Record { .. }));
        review.set_mechanism(Mechanism::Register);
        review.set_target("Remark", Target::Ignore);
        assert_eq!(review.recipe.dataset.mechanism, Some(Mechanism::Register), "what was chosen stays");
        assert!(review.columns.iter().any(|column| column.why == Why::Chosen));
    }

    #[test]
    fn an_accepted_recipe_fits_the_file_that_it_came_from() {
        let mut review = review(TABLE);
        review.set_order("Date disclosed", DateOrder::MonthDayYear);
        let recipe = review.accept().expect("answered");
        let found = sniff(TABLE.as_bytes(), Extent::Whole).expect("a table");
        assert!(fit::fits(&recipe, &found));
        let json = serde_json::to_string(&recipe).expect("JSON");
        assert_eq!(serde_json::from_str::<Recipe>(&json).expect("a recipe"), recipe);
    }
}
