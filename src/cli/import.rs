//! `vigie import`: files into a workspace.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use uuid::Uuid;

use crate::chart::words;
use crate::cli::input::Input;
use crate::cli::source::{self, DatasetArgs, ReadingArgs, Understood};
use crate::cli::{Failure, output};
use crate::frame::batch::{Batch, RowSink};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::propose::proposal::Assumption;
use crate::import::read::ordered::{InTurn, read_in_order};
use crate::import::recipe::Recipe;
use crate::import::recipe_file;
use crate::import::report::{ImportReport, LeftOut, RejectedRow};
use crate::import::vigie_file::{self, Item};
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::text::{Arg, Lang, tr, tr_args};
use crate::workspace::edit::{Change, Moment};
use crate::workspace::filling::FillError;
use crate::workspace::importer::{ImportCounts, ImportPlan, OnDuplicate};
use crate::workspace::{Workspace, WorkspaceError};

/// Import files into a workspace
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ImportArgs {
    /// CSV and JSON files, workbooks, archives of them (.gz, .zip), folders; several of one shape become one dataset
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The workspace; it is created if it does not exist
    #[arg(long, value_name = "WORKSPACE.vigie", required_unless_present = "dry_run")]
    into: Option<PathBuf>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    dataset: DatasetArgs,
    /// What becomes of a dataset that the workspace has already: the file is a newer edition of it, rows whose key is
    /// there are passed over, or all rows become records of their own
    #[arg(long, value_name = "merge|skip|keep", value_parser = ["merge", "skip", "keep"])]
    on_duplicate: Option<String>,
    /// Write rows that cannot be read to this file, to be corrected and imported again
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    /// Write how the files were read to this file: to look at, change, and give to --recipe
    #[arg(long, value_name = "RECIPE.json")]
    save_recipe: Option<PathBuf>,
    /// Read and report, but keep nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the report as JSON
    #[arg(long)]
    json: bool,
}

/// One file with how it is read.
struct Planned {
    input: Input,
    kind: Kind,
    assumptions: Vec<Assumption>,
}

enum Kind {
    Vigie,
    Table { recipe: Box<Recipe>, how: &'static str },
}

/// What became of one file.
struct Done {
    input: Input,
    how: &'static str,
    recipe: Option<String>,
    report: ImportReport,
    skipped: u64,
    merged: u64,
    absent: u64,
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be understood or read, or the workspace cannot take it. Files before it are kept.
pub fn run(args: &ImportArgs) -> Result<(), Failure> {
    let today = source::today();
    let mut planned = Vec::new();
    for input in Input::all(&args.files, &args.reading)? {
        planned.push(match source::understand(&input, &args.reading, args.dataset, today)? {
            Understood::Workspace => return Err(input.about()(ImportError::Workspace)),
            Understood::Vigie => Planned { input, kind: Kind::Vigie, assumptions: Vec::new() },
            Understood::Table { recipe, how, assumptions } => {
                Planned { input, kind: Kind::Table { recipe, how }, assumptions }
            }
        });
    }
    say_differences(&planned)?;
    if let Some(path) = &args.save_recipe {
        save_recipe(path, &planned)?;
    }
    let done = match &args.into {
        Some(into) if !args.dry_run => import_all(&planned, into, args, today)?,
        _ => planned.iter().map(dry_run).collect::<Result<_, _>>()?,
    };
    if let Some(path) = &args.rejected {
        save_rejected(path, &done)?;
    }
    let assumptions: Vec<&Assumption> = planned.iter().flat_map(|planned| &planned.assumptions).collect();
    if args.json { output::json(&as_json(args, &done, &assumptions)) } else { print(&done, &assumptions) }
}

/// Imports one file into a new workspace, and says nothing: what was taken for granted comes back with the recipe.
///
/// # Errors
/// When the file cannot be understood or read.
pub fn into_new(
    file: &Path,
    reading: &ReadingArgs,
    said: DatasetArgs,
    into: &Path,
) -> Result<(Vec<Assumption>, Option<Recipe>), Failure> {
    let today = source::today();
    let input = Input::of(file, reading)?;
    let (kind, assumptions) = match source::understand(&input, reading, said, today)? {
        Understood::Workspace => return Err(input.about()(ImportError::Workspace)),
        Understood::Vigie => (Kind::Vigie, Vec::new()),
        Understood::Table { recipe, how, assumptions } => (Kind::Table { recipe, how }, assumptions),
    };
    let recipe = match &kind {
        Kind::Table { recipe, .. } => Some(Recipe::clone(recipe)),
        Kind::Vigie => None,
    };
    let planned = [Planned { input, kind, assumptions }];
    import_all(&planned, into, &ImportArgs::default(), today)?;
    let [planned] = planned;
    Ok((planned.assumptions, recipe))
}

/// Says where files differ from their recipe, before anything of them is read with it.
fn say_differences(planned: &[Planned]) -> Result<(), Failure> {
    for Planned { input, assumptions, .. } in planned {
        for assumption in assumptions {
            if let Assumption::Differs(difference) = assumption {
                output::aside(&format!("{}: {}", input.shown(), difference.words(Lang::En)))?;
            }
        }
    }
    Ok(())
}

/// Takes nothing.
struct Nowhere;

impl RowSink for Nowhere {
    type Error = std::convert::Infallible;

    fn push(&mut self, _: &Batch<'_>) -> Result<(), Self::Error> {
        Ok(())
    }
}

fn dry_run(planned: &Planned) -> Result<Done, Failure> {
    let input = &planned.input;
    let (report, how, recipe) = match &planned.kind {
        Kind::Vigie => (source::vigie_heads(input)?.2, "vigie", None),
        Kind::Table { recipe, how } => {
            let mut file = input.open()?;
            let (mut nowhere, progress) = (Nowhere, Progress::default());
            let read = read_in_order(&mut file, recipe, None, &mut InTurn(&mut nowhere), |()| Ok(()), &progress);
            let report = read.map_err(input.about())?;
            (report, *how, Some(recipe.name.clone()))
        }
    };
    Ok(Done { input: input.clone(), how, recipe, report, skipped: 0, merged: 0, absent: 0 })
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(error: WorkspaceError) -> Failure {
    Failure::could_not(error.sentence(Lang::En))
}

fn import_all(planned: &[Planned], into: &Path, args: &ImportArgs, today: Day) -> Result<Vec<Done>, Failure> {
    let mut workspace = if into.exists() { Workspace::open(into) } else { Workspace::create(into) }.map_err(failed)?;
    let mut done = Vec::new();
    let mut rest = planned;
    let result = loop {
        let Some(first) = rest.first() else { break Ok(()) };
        let same = |other: &&Planned| match (&first.kind, &other.kind) {
            (Kind::Table { recipe: a, .. }, Kind::Table { recipe: b, .. }) => a.name == b.name,
            _ => false,
        };
        let count = rest.iter().take_while(same).count().max(1);
        let (group, after) = rest.split_at(count);
        rest = after;
        let imported = match &first.kind {
            Kind::Vigie => import_vigie(&mut workspace, first, args).map(|one| vec![one]),
            Kind::Table { .. } => import_tables(&mut workspace, group, args, today),
        };
        match imported {
            Ok(some) => done.extend(some),
            Err(failure) => break Err(failure),
        }
    };
    workspace.close().map_err(failed)?;
    result.map(|()| done)
}

fn moment() -> Moment {
    Moment(i64::try_from(source::seconds_since_epoch()).unwrap_or(0))
}

/// Files of one recipe, as one dataset in one transaction.
fn import_tables(
    workspace: &mut Workspace,
    group: &[Planned],
    args: &ImportArgs,
    today: Day,
) -> Result<Vec<Done>, Failure> {
    let mut dataset: Option<Dataset> = None;
    for Planned { input, kind, .. } in group {
        let Kind::Table { recipe, .. } = kind else { continue };
        let found = source::describe(input, recipe, Uuid::new_v4(), today)?;
        dataset = Some(match dataset {
            None => found,
            Some(before) => Dataset {
                file_name: format!("{}; {}", before.file_name, found.file_name),
                file_hash: format!("{}; {}", before.file_hash, found.file_hash),
                ..before.clone()
            }
            .complete_to_either(&before, &found),
        });
    }
    let Some(mut dataset) = dataset else { return Ok(Vec::new()) };
    let datasets = workspace.datasets().map_err(failed)?;
    if let Some(there) = datasets.iter().find(|there| there.name == dataset.name) {
        require_choice(args, &dataset.name)?;
        if on_duplicate(args) == OnDuplicate::Merge {
            refuse_edition(group, there, &dataset)?;
        }
        let stated = args.dataset;
        let (mechanism, as_of) = (stated.mechanism.unwrap_or(there.mechanism), stated.as_of);
        dataset = Dataset { mechanism, ..there.renewed(dataset) };
        if let Some(day) = as_of {
            dataset.complete_to(day);
        }
    }
    let plan = ImportPlan {
        label: tr_args(Lang::En, "import-history-label", &[("name", dataset.file_name.clone().into())]),
        dataset: Some(dataset),
        also: Vec::new(),
        identity: Uuid::new_v4(),
        on_duplicate: on_duplicate(args),
        recipe: recipe_name(group),
        now: moment(),
    };
    let mut importer = workspace.importer(plan).map_err(failed)?;
    let mut done: Vec<Done> = Vec::new();
    let mut counts = ImportCounts::default();
    for Planned { input, kind, .. } in group {
        let Kind::Table { recipe, how } = kind else { continue };
        let (before, merged_before) = (importer.written(), importer.merged());
        let filled = importer.fill(&mut input.open()?, recipe, &Progress::default());
        let report = filled.map_err(|error| match error {
            FillError::Import(error) => input.about()(error),
            FillError::Workspace(error) => failed(error),
        })?;
        counts.read += report.read;
        counts.rejected += report.rejected.len() as u64;
        counts.blank += report.blank;
        counts.left_out += report.left_out_rows();
        counts.joined += report.joined;
        let merged = importer.merged() - merged_before;
        let skipped = report.imported - (importer.written() - before) - merged;
        let recipe = Some(recipe.name.clone());
        done.push(Done { input: input.clone(), how, recipe, report, skipped, merged, absent: 0 });
    }
    let imported = importer.finish(counts).map_err(failed)?;
    let counts = workspace.adopt(imported).map_err(failed)?;
    if let Some(last) = done.last_mut() {
        last.absent = counts.absent;
    }
    Ok(done)
}

/// Vigie's own export: records with their identities, datasets and organisations.
fn import_vigie(workspace: &mut Workspace, planned: &Planned, args: &ImportArgs) -> Result<Done, Failure> {
    let input = &planned.input;
    let (datasets, organisations, heads) = source::vigie_heads(input)?;
    let there = workspace.datasets().map_err(failed)?;
    if let Some(known) = datasets.iter().find(|dataset| there.iter().any(|there| there.id == dataset.id)) {
        require_choice(args, &known.name)?;
        if on_duplicate(args) == OnDuplicate::Merge {
            return Err(Failure::wrong_use(
                "Vigie's own export is added with --on-duplicate skip; merge is for a newer file of a source.",
            ));
        }
    }
    let skip = on_duplicate(args) == OnDuplicate::Skip;
    let also = datasets
        .into_iter()
        .map(|dataset| Change::PutDataset(Box::new(dataset)))
        .chain(organisations.into_iter().map(|organisation| Change::PutOrganisation(Box::new(organisation))))
        .collect();
    let plan = ImportPlan {
        label: tr_args(Lang::En, "import-history-label", &[("name", input.contents.name().into())]),
        dataset: None,
        also,
        identity: Uuid::new_v4(),
        on_duplicate: on_duplicate(args),
        recipe: String::new(),
        now: moment(),
    };
    let mut importer = workspace.importer(plan).map_err(failed)?;
    let mut skipped = 0;
    vigie_file::read_vigie(&mut input.open()?, &Progress::default(), &mut |item| {
        let Item::Incident(incident) = item else { return Ok(()) };
        let sink = |error: WorkspaceError| ImportError::Sink(error.sentence(Lang::En));
        if skip && workspace.find(incident.id).map_err(sink)?.is_some() {
            skipped += 1;
            return Ok(());
        }
        importer.push_incident(&incident).map_err(sink)
    })
    .map_err(input.about())?;
    let imported = importer.finish(ImportCounts::of(&heads)).map_err(failed)?;
    workspace.adopt(imported).map_err(failed)?;
    Ok(Done { input: input.clone(), how: "vigie", recipe: None, report: heads, skipped, merged: 0, absent: 0 })
}

fn recipe_name(group: &[Planned]) -> String {
    let names = group.iter().find_map(|planned| match &planned.kind {
        Kind::Table { recipe, .. } => Some(recipe.name.clone()),
        Kind::Vigie => None,
    });
    names.unwrap_or_default()
}

/// A newer edition is brought in record by record, so its rows need keys; an older file would take newer values back.
fn refuse_edition(group: &[Planned], there: &Dataset, file: &Dataset) -> Result<(), Failure> {
    let has_key = group.iter().all(|planned| match &planned.kind {
        Kind::Table { recipe, .. } => recipe.has_key(),
        Kind::Vigie => true,
    });
    if !has_key {
        return Err(Failure::could_not(format!(
            "The rows of \"{}\" have no key by which a newer edition finds its records; nothing was imported. Read the \
             new file into a workspace of its own, or give a recipe in which a column is the key.",
            there.name
        )));
    }
    if file.as_of < there.as_of {
        return Err(Failure::could_not(format!(
            "This file of \"{}\" ends on {}, before the data of the workspace ({}): it is no newer edition, and \
             nothing was imported.",
            there.name,
            words::day(Lang::En, file.as_of),
            words::day(Lang::En, there.as_of)
        )));
    }
    Ok(())
}

/// A dataset that is there already is never doubled by a slip.
fn require_choice(args: &ImportArgs, name: &str) -> Result<(), Failure> {
    if args.on_duplicate.is_some() {
        return Ok(());
    }
    Err(Failure::could_not(format!(
        "The workspace has the dataset \"{name}\" already; nothing was imported. Add --on-duplicate merge if the file is a \
         newer edition of it (corrections made here stay), --on-duplicate skip to pass over rows whose key is there, or \
         --on-duplicate keep to import every row."
    )))
}

fn on_duplicate(args: &ImportArgs) -> OnDuplicate {
    match args.on_duplicate.as_deref() {
        Some("merge") => OnDuplicate::Merge,
        Some("skip") => OnDuplicate::Skip,
        _ => OnDuplicate::Keep,
    }
}

/// One file with rejected rows is written as it is; with several, only when one of them has any.
/// Writes the one recipe that the files are read with, before they are: it stays where they cannot be read.
fn save_recipe(path: &Path, planned: &[Planned]) -> Result<(), Failure> {
    let recipes = planned.iter().filter_map(|planned| match &planned.kind {
        Kind::Table { recipe, .. } => Some(recipe_file::for_keeping(recipe)),
        Kind::Vigie => None,
    });
    let mut different: Vec<Recipe> = Vec::new();
    for recipe in recipes {
        if !different.contains(&recipe) {
            different.push(recipe);
        }
    }
    let [recipe] = different.as_slice() else {
        return Err(Failure::wrong_use(
            "--save-recipe writes one recipe, and these files need none or several. Name files of one shape.",
        ));
    };
    let document = recipe_file::document(recipe).map_err(std::io::Error::from);
    document.and_then(|bytes| std::fs::write(path, bytes)).map_err(|error| {
        Failure::could_not(format!("The recipe could not be saved ({error}); nothing was imported: {}", path.display()))
    })
}

fn save_rejected(path: &Path, done: &[Done]) -> Result<(), Failure> {
    let mut files = done.iter().filter_map(|done| done.report.rejected_file());
    let Some(first) = files.next() else { return Ok(()) };
    if files.next().is_some() {
        return Err(Failure::wrong_use(
            "Several files have rejected rows. Import them one at a time to save those rows with --rejected.",
        ));
    }
    let written = std::fs::File::create(path).and_then(|mut file| file.write_all(&first.bytes));
    written.map_err(|error| {
        Failure::could_not(format!(
            "The rejected rows could not be saved ({error}); the rest was imported: {}",
            path.display()
        ))
    })
}

fn problem_json(row: &RejectedRow) -> Value {
    let problems: Vec<Value> = row
        .problems
        .iter()
        .map(|problem| {
            json!({"column": problem.column, "found": problem.found, "kind": problem.kind.key(),
                   "text": tr(Lang::En, &format!("problem-{}", problem.kind.key()))})
        })
        .collect();
    json!({"row": row.row, "problems": problems})
}

fn left_out_json(left_out: &LeftOut) -> Value {
    let LeftOut { rule, count, .. } = left_out;
    json!({"column": rule.column, "test": rule.when.key(), "value": rule.when.text(), "reason": rule.reason,
           "text": rule.reason_words(Lang::En), "rows": count})
}

fn as_json(args: &ImportArgs, done: &[Done], assumptions: &[&Assumption]) -> Value {
    let files: Vec<Value> = done
        .iter()
        .map(|done| {
            let report = &done.report;
            let problems: serde_json::Map<String, Value> =
                report.counts.iter().map(|(kind, count)| (kind.key().to_owned(), json!(count))).collect();
            json!({
                "file": done.input.shown(),
                "how": done.how,
                "recipe": done.recipe,
                "read": report.read,
                "imported": report.imported - done.skipped - done.merged,
                "skipped": done.skipped,
                "merged": done.merged,
                "absent": done.absent,
                "rejected": report.rejected.len(),
                "blank": report.blank,
                "left_out": report.left_out.iter().map(left_out_json).collect::<Vec<_>>(),
                "joined": report.joined,
                "problems": problems,
                "rejected_rows": report.rejected.iter().take(1_000).map(problem_json).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "into": args.into.as_ref().filter(|_| !args.dry_run).map(|path| path.display().to_string()),
        "dry_run": args.dry_run,
        "files": files,
        "assumptions": assumptions.iter().map(|assumption| assumption.json(Lang::En)).collect::<Vec<_>>(),
    })
}

fn print(done: &[Done], assumptions: &[&Assumption]) -> Result<(), Failure> {
    for assumption in assumptions {
        output::line(&assumption.words(Lang::En))?;
    }
    for done in done {
        let report = &done.report;
        let rows = tr_args(
            Lang::En,
            "import-report-rows",
            &[
                ("read", Arg::Number(report.read)),
                ("imported", Arg::Number(report.imported - done.skipped - done.merged)),
                ("rejected", Arg::from(report.rejected.len())),
                ("blank", Arg::Number(report.blank)),
                ("left_out", Arg::Number(report.left_out_rows())),
                ("joined", Arg::Number(report.joined)),
            ],
        );
        output::line(&format!("{}: {rows}", done.input.shown()))?;
        if done.merged > 0 {
            output::line(&format!(
                "  {} rows renewed records that were there; corrections made here stay.",
                done.merged
            ))?;
        }
        if done.absent > 0 {
            output::line(&format!(
                "  {} records of before are not in this file any more; they were kept.",
                done.absent
            ))?;
        }
        if done.skipped > 0 {
            output::line(&format!(
                "  {} rows passed over, because their key is there already with nothing new.",
                done.skipped
            ))?;
        }
        for left_out in &report.left_out {
            output::line(&format!("  {}", left_out.words(Lang::En)))?;
        }
        for (kind, count) in &report.counts {
            output::line(&format!("  {count} × {}", tr(Lang::En, &format!("problem-{}", kind.key()))))?;
        }
        for row in report.rejected.iter().take(20) {
            let problems: Vec<String> = row
                .problems
                .iter()
                .map(|problem| {
                    tr_args(
                        Lang::En,
                        "import-report-problem",
                        &[
                            ("column", problem.column.clone().into()),
                            ("found", problem.found.clone().into()),
                            ("what", tr(Lang::En, &format!("problem-{}", problem.kind.key())).into()),
                        ],
                    )
                })
                .collect();
            output::line(&tr_args(
                Lang::En,
                "import-report-rejected",
                &[("row", Arg::Number(row.row)), ("problems", problems.join(" ").into())],
            ))?;
        }
    }
    Ok(())
}
