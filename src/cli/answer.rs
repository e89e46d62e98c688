//! A file, a selection and a question, answered: what `stats` and `chart` have in common.

use std::path::{Path, PathBuf};

use crate::chart::figures::Overview;
use crate::chart::figures::affected::name_in;
use crate::chart::words::Context;
use crate::cli::Failure;
use crate::cli::input::Input;
use crate::cli::selection::{QuestionArgs, SelectionArgs};
use crate::cli::source::{self, DatasetArgs, Loaded, ReadingArgs};
use crate::frame::batch::Field;
use crate::import::read::Wanted;
use crate::model::dataset::Dataset;
use crate::query::first::{Basis, first_question};
use crate::query::question::Question;
use crate::query::{Selection, select};
use crate::text::Lang;

/// Which file, which records, how counted.
#[derive(Clone, Debug, clap::Args)]
pub struct AnswerArgs {
    /// A workspace (.vigie), a CSV or JSON file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How a table is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Which records.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// How they are counted.
    #[command(flatten)]
    pub question: QuestionArgs,
    /// Language of the words
    #[arg(long, value_name = "en|fr", default_value = "en", value_parser = parse_lang)]
    pub lang: Lang,
}

/// The answer, with everything it was made from.
#[derive(Debug)]
pub struct Answer {
    /// The records and their datasets.
    pub loaded: Loaded,
    /// The question, flags and proposals put together.
    pub question: Question,
    /// The figures.
    pub overview: Overview,
    /// Neither a flag nor a dataset that is looked at tells to which day the data is complete.
    pub as_of_unknown: bool,
}

impl Answer {
    /// The records that the filter chooses.
    pub fn selection(&self) -> Selection {
        let question = &self.question;
        select(&self.loaded.snapshot, &question.filter, question.date_of, question.measure)
    }
}

impl AnswerArgs {
    /// Reads the file and computes the figures.
    ///
    /// # Errors
    /// When the file cannot be read, only the analyst can decide how, or a flag names what is not there.
    pub fn answer(&self) -> Result<Answer, Failure> {
        self.answer_with(&|_| false)
    }

    /// The same, with further fields of a table read: those that are `wanted`.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub fn answer_with(&self, wanted: &Wanted<'_>) -> Result<Answer, Failure> {
        let said = DatasetArgs { mechanism: self.question.mechanism, as_of: self.question.as_of };
        let input = Input::of(&self.file, &self.reading)?;
        let loaded = source::load(&input, &self.reading, said, &|field| self.wants(field) || wanted(field))?;
        let question = self.ask(&loaded)?;
        let mut overview = Overview::compute(&loaded.snapshot, &question);
        if let Some(largest) = overview.affected.largest.as_mut().filter(|largest| largest.name.is_empty()) {
            largest.name = loaded.read_again(&self.file, largest.id).map(name_in).unwrap_or_default();
        }
        let said = self.question.as_of.is_some();
        let as_of_unknown = !said && chosen(&loaded.datasets, &question).iter().all(|dataset| dataset.as_of_unknown);
        Ok(Answer { loaded, question, overview, as_of_unknown })
    }

    /// Fields that the figures, the filter and the breakdown look at; nothing else of a table is read.
    fn wants(&self, field: &Field) -> bool {
        let figures = matches!(field, Field::Event(_) | Field::Affected(..) | Field::Sector | Field::Kind);
        figures || self.selection.looks_at(field) || self.question.by.as_ref() == Some(field)
    }

    /// The question: what the datasets propose, then what the view or the recipe says, then what the flags say.
    fn ask(&self, loaded: &Loaded) -> Result<Question, Failure> {
        let today = source::today();
        let mut question = first_question(&loaded.snapshot, &loaded.datasets, today);
        let view = self.selection.view_of(&self.file)?;
        if let Some(view) = &view {
            view.apply(&mut question);
        }
        question.filter = self.selection.filter(&loaded.snapshot, &loaded.datasets, view.as_ref(), self.lang)?;
        let chosen = chosen(&loaded.datasets, &question);
        if !chosen.is_empty() {
            let basis = Basis::of(&chosen, today);
            question.mechanism = basis.mechanism;
            question.listed_by = basis.listed_by;
            question.as_of = basis.as_of;
            question.coverage_start = basis.coverage_start;
            question.fiscal_start = basis.fiscal_start;
        }
        if let Some(delay) = loaded.recipe.as_ref().and_then(|recipe| recipe.dataset.delay) {
            question.delay = delay;
        }
        if let Some(date_of) = self.selection.date_of {
            question.date_of = date_of;
        }
        self.question.apply(&mut question);
        Ok(question)
    }

    /// What the words need beside the figures.
    pub fn context(&self, answer: &Answer) -> Context {
        let datasets = chosen(&answer.loaded.datasets, &answer.question);
        let mut context = Context::of(self.lang, &datasets);
        if context.sources.is_empty() && !datasets.is_empty() {
            context.sources.push(file_name(&self.file));
        }
        context.as_of_unknown = answer.as_of_unknown;
        context
    }
}

/// The datasets that the filter looks at.
pub fn chosen<'a>(datasets: &'a [Dataset], question: &Question) -> Vec<&'a Dataset> {
    let wanted = &question.filter.datasets;
    datasets.iter().filter(|dataset| wanted.is_empty() || wanted.contains(&dataset.id)).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "write en or fr".to_owned())
}
