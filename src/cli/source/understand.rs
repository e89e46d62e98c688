//! What a file is and how it is read: by a recipe, by the profile of a known source, or by a proposal.

use std::io::{BufReader, Read};

use uuid::Uuid;

use crate::cli::Failure;
use crate::cli::input::Input;
use crate::cli::source::{DatasetArgs, ReadingArgs, open};
use crate::import::bytes::encoding;
use crate::import::bytes::sniff::{Extent, Sniff};
use crate::import::container::say as around;
use crate::import::error::ImportError;
use crate::import::limits::HEAD_BYTES;
use crate::import::profiles;
use crate::import::progress::Progress;
use crate::import::propose::date_choices;
use crate::import::propose::described::{self, FileFacts};
use crate::import::propose::differences::{self, Difference, Sureness};
use crate::import::propose::proposal::{Assumption, MechanismReason, OpenQuestion, Proposal};
use crate::import::propose::{self, fit, repeats, say, survey};
use crate::import::recipe::{Format, Recipe, Target};
use crate::import::recipe_file;
use crate::import::row_rules::Collapse;
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::text::Lang;

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Understood {
    /// A workspace.
    Workspace,
    /// Vigie's own export.
    Vigie,
    /// A table, with the recipe that reads it and what was taken for granted.
    Table {
        /// The recipe, its format that of this very file.
        recipe: Box<Recipe>,
        /// `recipe` or `proposal`.
        how: &'static str,
        /// What was taken for granted.
        assumptions: Vec<Assumption>,
    },
}

/// Finds out what a file is and how to read it.
///
/// # Errors
/// When it is nothing that can be read, the recipe asked for does not fit, or only the analyst can decide how.
pub fn understand(input: &Input, args: &ReadingArgs, said: DatasetArgs, today: Day) -> Result<Understood, Failure> {
    let mut head = Vec::new();
    let io = |error: std::io::Error| input.about()(ImportError::from(error));
    input.open()?.take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(io)?;
    if head.starts_with(b"SQLite format 3\0") {
        return Ok(Understood::Workspace);
    }
    let extent = if head.len() < HEAD_BYTES { Extent::Whole } else { Extent::Head };
    let contents = &input.contents;
    let mut found = contents.sniff(&head, extent, None).map_err(input.about())?;
    if found.format == Format::Vigie {
        return Ok(Understood::Vigie);
    }
    if extent == Extent::Head && found.encoding.reason == encoding::EncodingReason::AsciiOnly {
        // The first accent may stand far behind the head.
        let encoding = encoding::of_all(&mut input.open()?).map_err(input.about())?;
        found = contents.sniff(&head, extent, Some(encoding)).map_err(input.about())?;
    }
    let understood = if let Some(recipe) = asked_for(args, &found)? {
        by_recipe(input, &recipe, &found, args, said, today)
    } else if let Some((_, recipe)) = profiles::choose(&found) {
        by_recipe(input, &recipe, &found, args, said, today)
    } else {
        by_proposal(input, &found, args, said, today)
    };
    let mut understood = understood?;
    if let Understood::Table { recipe, assumptions, .. } = &mut understood {
        recipe.shape.sheet = contents.sheet_rule();
        let around = around::around(contents.found());
        assumptions.splice(0..0, around.into_iter().map(Assumption::Around));
    }
    Ok(understood)
}

/// The recipe that a flag names.
fn asked_for(args: &ReadingArgs, found: &Sniff) -> Result<Option<Recipe>, Failure> {
    if let Some(name) = &args.profile {
        let Some(profile) = profiles::by_name(name) else {
            let names: Vec<&str> = profiles::all().iter().map(|profile| profile.name).collect();
            return Err(Failure::wrong_use(format!(
                "There is no known source \"{name}\". Write one of: {}.",
                names.join(", ")
            )));
        };
        return Ok(profile.recipe_for(found));
    }
    recipe_asked_for(args)
}

/// The recipe in the file that a flag names.
///
/// # Errors
/// When it is no recipe.
pub fn recipe_asked_for(args: &ReadingArgs) -> Result<Option<Recipe>, Failure> {
    let Some(path) = &args.recipe else { return Ok(None) };
    let recipe = recipe_file::read(&mut open(path)?);
    recipe.map(Some).map_err(|error| Failure::could_not(format!("{error} {}", path.display())))
}

fn by_recipe(
    input: &Input,
    recipe: &Recipe,
    found: &Sniff,
    args: &ReadingArgs,
    said: DatasetArgs,
    today: Day,
) -> Result<Understood, Failure> {
    let differs = if args.recipe.is_some() { differences_of(input, recipe, found, today)? } else { Vec::new() };
    let mut recipe = fit::fitted(recipe, found);
    differences::follow(&mut recipe, &differs);
    apply_orders(&mut recipe, args);
    for (column, choice) in &args.date_readings {
        let rule = recipe.columns.iter_mut().find(|rule| rule.header == *column);
        if !rule.is_some_and(|rule| choice.apply(rule)) {
            return Err(no_dates(column));
        }
    }
    apply_row_rules(&mut recipe, args);
    apply_said(&mut recipe, said);
    let mut as_of_event = None;
    if recipe.dataset.as_of.is_none() {
        let mut file = BufReader::with_capacity(256 * 1024, input.open()?);
        let latest =
            described::latest_listing(&mut file, &recipe, today, &Progress::default()).map_err(input.about())?;
        recipe.dataset.as_of = latest;
        as_of_event = recipe.dataset.listing_event;
    }
    let mut assumptions = vec![Assumption::Recipe { name: recipe.name.clone() }];
    if !recipe.dataset.note.is_empty() {
        let (licence, note) = (recipe.dataset.licence.clone(), recipe.dataset.note.clone());
        assumptions.push(Assumption::Source { licence, note });
    }
    assumptions.extend(differs.into_iter().map(Assumption::Differs));
    assumptions.extend(say::dataset_assumptions(&recipe, MechanismReason::Given, as_of_event));
    Ok(Understood::Table { recipe: Box::new(recipe), how: "recipe", assumptions })
}

/// Where the file differs from the one that the recipe was made for.
fn differences_of(input: &Input, recipe: &Recipe, found: &Sniff, today: Day) -> Result<Vec<Difference>, Failure> {
    let seen = survey::survey(&mut input.open()?, &found.format, today, &Progress::default()).map_err(input.about())?;
    let proposed = propose::propose(&seen, &found.format, "", &[]).recipe.columns;
    Ok(differences::of_survey(recipe, &found.format, &seen, &proposed, Sureness::Sure))
}

fn by_proposal(
    input: &Input,
    found: &Sniff,
    args: &ReadingArgs,
    said: DatasetArgs,
    today: Day,
) -> Result<Understood, Failure> {
    let mut file = input.open()?;
    let progress = Progress::default();
    let seen = survey::survey(&mut file, &found.format, today, &progress).map_err(input.about())?;
    if seen.rows == 0 {
        return Err(input.about()(ImportError::NoRows));
    }
    let name = input.contents.title();
    let mut proposal = propose::propose(&seen, &found.format, name, &args.date_orders);
    if !args.date_readings.is_empty() {
        date_choices::decide(&mut proposal, &args.date_readings).map_err(|column| no_dates(&column))?;
        let columns = &proposal.recipe.columns;
        (proposal.recipe.dataset, proposal.dataset) = propose::describe_dataset(columns, &seen);
    }
    say_of_dataset(&mut proposal, said);
    ask_about_rows(input, &seen, &mut proposal, args)?;
    apply_row_rules(&mut proposal.recipe, args);
    if let Some(question) = proposal.open.first() {
        return Err(Failure::could_not(question.words(Lang::En)));
    }
    if !proposal.knows_a_column() {
        return Err(Failure::could_not(format!(
            "No column looks like one of an incident; nothing was read. Open the file in the window and say what its columns are, or give a recipe: {}",
            input.shown()
        )));
    }
    if proposal.recipe.dataset.as_of.is_none() {
        // The survey does not know the days that bare numbers count.
        let latest = described::latest_listing(&mut input.open()?, &proposal.recipe, today, &progress);
        let latest = latest.map_err(input.about())?;
        proposal.recipe.dataset.as_of = latest;
    }
    let assumptions = proposal.assumptions();
    Ok(Understood::Table { recipe: Box::new(proposal.recipe), how: "proposal", assumptions })
}

fn no_dates(column: &str) -> Failure {
    Failure::wrong_use(format!(
        "The column \"{column}\" is none of dates; nothing was read. Check the name of the column."
    ))
}

fn apply_orders(recipe: &mut Recipe, args: &ReadingArgs) {
    for (column, chosen) in &args.date_orders {
        for rule in recipe.columns.iter_mut().filter(|rule| rule.header == *column) {
            if let Target::Date { order, .. } = &mut rule.target {
                *order = *chosen;
            }
        }
    }
}

/// Whether rows of one key may be one record: asked, unless a flag decides.
fn ask_about_rows(
    input: &Input,
    seen: &survey::Survey,
    proposal: &mut Proposal,
    args: &ReadingArgs,
) -> Result<(), Failure> {
    let format = proposal.recipe.shape.format.clone();
    let (mut file, progress) = (input.open()?, Progress::default());
    if let Some(column) = &args.one_record_per {
        let found = repeats::evidence(&mut file, &format, &[column], &progress).map_err(input.about())?;
        for found in &found {
            found.accept(&mut proposal.recipe);
        }
    } else if !args.all_rows {
        let found = repeats::offer(&mut file, &format, seen, &progress).map_err(input.about())?;
        proposal.open.extend(found.map(OpenQuestion::OneRecordPer));
    }
    Ok(())
}

/// What the flags say of rows as a whole.
fn apply_row_rules(recipe: &mut Recipe, args: &ReadingArgs) {
    if args.all_rows {
        recipe.rows.switch_off();
    }
    if let Some(column) = &args.one_record_per {
        recipe.rows.collapse_by = Some(Collapse { column: column.clone(), off: false });
    }
}

/// What the flags say of the dataset takes the place of what is proposed.
pub(super) fn say_of_dataset(proposal: &mut Proposal, said: DatasetArgs) {
    apply_said(&mut proposal.recipe, said);
    if said.mechanism.is_some() {
        proposal.dataset.mechanism = MechanismReason::Given;
    }
    if said.as_of.is_some() {
        proposal.dataset.as_of_event = None;
    }
}

fn apply_said(recipe: &mut Recipe, said: DatasetArgs) {
    if said.mechanism.is_some() {
        recipe.dataset.mechanism = said.mechanism;
    }
    if said.as_of.is_some() {
        recipe.dataset.as_of = said.as_of;
    }
}

/// The dataset that a table becomes, with its hash; its as-of date was settled by [`understand`].
///
/// # Errors
/// When the file cannot be read.
pub fn describe(input: &Input, recipe: &Recipe, id: Uuid, today: Day) -> Result<Dataset, Failure> {
    let hash = input.contents.hash(&Progress::default()).map_err(input.about())?;
    let facts = FileFacts { id, name: input.contents.name(), hash, read_on: today };
    Ok(described::dataset(recipe, &facts, None))
}
