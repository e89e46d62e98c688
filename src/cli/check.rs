//! `vigie check`: whether a workspace is whole, and what in its records needs a look.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::cli::{Failure, output};
use crate::text::{Lang, tr};
use crate::workspace::Workspace;

/// Problems listed one by one.
const LISTED: usize = 1_000;

/// Check a workspace: the file, and its records
#[derive(Clone, Debug, clap::Args)]
pub struct CheckArgs {
    /// The workspace
    #[arg(value_name = "WORKSPACE.vigie")]
    workspace: PathBuf,
    /// Report as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command. Problems in records are reported and are not a failure; a damaged file is one.
///
/// # Errors
/// When the workspace cannot be opened, or is damaged.
pub fn run(args: &CheckArgs) -> Result<(), Failure> {
    let failed = |error: crate::workspace::WorkspaceError| Failure::could_not(error.sentence(Lang::En));
    let workspace = Workspace::open_read_only(&args.workspace).map_err(failed)?;
    let report = workspace.check().map_err(failed)?;
    let mut counts = BTreeMap::new();
    for (_, problem) in &report.problems {
        *counts.entry(problem.kind).or_insert(0_u64) += 1;
    }
    if args.json {
        let kinds: Map<String, Value> =
            counts.iter().map(|(kind, count)| (kind.key().to_owned(), json!(count))).collect();
        let problems: Vec<Value> = report
            .problems
            .iter()
            .take(LISTED)
            .map(|(id, problem)| {
                json!({"record": id.0, "field": problem.column, "found": problem.found, "kind": problem.kind.key(),
                       "text": tr(Lang::En, &format!("problem-{}", problem.kind.key()))})
            })
            .collect();
        output::json(&json!({
            "workspace": args.workspace.display().to_string(),
            "sound": report.is_sound(),
            "file": report.file,
            "records": report.records,
            "counts": kinds,
            "problems": problems,
        }))?;
    } else {
        let state = if report.file.is_empty() { "The file is whole" } else { "The file is damaged" };
        output::line(&format!("{state}; {} records, {} problems.", report.records, report.problems.len()))?;
        for text in &report.file {
            output::line(&format!("  {text}"))?;
        }
        for (kind, count) in &counts {
            output::line(&format!("  {count} × {}", tr(Lang::En, &format!("problem-{}", kind.key()))))?;
        }
        for (id, problem) in report.problems.iter().take(50) {
            output::line(&format!("  record {}, {}: {}", id.0, problem.column, problem.found))?;
        }
    }
    if report.is_sound() {
        return Ok(());
    }
    Err(Failure::could_not(format!(
        "The workspace is damaged; nothing was changed. Open a copy of it, export what can be read, and import that: {}",
        args.workspace.display()
    )))
}
