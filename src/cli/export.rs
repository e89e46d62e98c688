//! `vigie export`: records of a workspace into a file for other programs, or for another workspace.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::selection::SelectionArgs;
use crate::cli::{Failure, output, source};
use crate::frame::RecordId;
use crate::import::vigie_file::export::{JsonExport, TableExport, TablePlan, line, line_heads};
use crate::model::incident::Incident;
use crate::query::first::first_question;
use crate::query::select::select;
use crate::text::Lang;
use crate::workspace::{Workspace, WorkspaceError};

/// Records fetched at a time.
const PAGE: usize = 1_000;

/// Write records of a workspace to a file
#[derive(Clone, Debug, clap::Args)]
pub struct ExportArgs {
    /// The workspace
    #[arg(value_name = "WORKSPACE.vigie")]
    workspace: PathBuf,
    /// The file; its ending says the form: .csv, .json or .ndjson
    #[arg(short, long, value_name = "OUT.csv|json|ndjson")]
    output: PathBuf,
    #[command(flatten)]
    selection: SelectionArgs,
    /// Write over a file that exists
    #[arg(long)]
    force: bool,
    /// Report as JSON
    #[arg(long)]
    json: bool,
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Csv,
    Json,
    Ndjson,
}

/// Runs the command.
///
/// # Errors
/// When the workspace cannot be read, the form is not one, or the file cannot be written; then no file is left.
pub fn run(args: &ExportArgs) -> Result<(), Failure> {
    let form = match args.output.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase).as_deref() {
        Some("csv") => Form::Csv,
        Some("json") => Form::Json,
        Some("ndjson" | "jsonl") => Form::Ndjson,
        _ => {
            return Err(Failure::wrong_use("The file's ending says the form: name it .csv, .json or .ndjson."));
        }
    };
    if args.output.exists() && !args.force {
        return Err(Failure::could_not(format!(
            "The file exists already; nothing was written. Choose another name or add --force: {}",
            args.output.display()
        )));
    }
    let workspace = Workspace::open_read_only(&args.workspace).map_err(failed)?;
    let ids = selected(&workspace, &args.workspace, &args.selection)?;
    write_beside(&args.output, |out| match form {
        Form::Csv => write_table(&workspace, &ids, out),
        Form::Json | Form::Ndjson => write_documents(&workspace, &ids, form, out),
    })?;
    let written = ids.len();
    if args.json {
        output::json(&json!({"file": args.output.display().to_string(), "records": written}))
    } else {
        output::line(&format!("{written} records written: {}", args.output.display()))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(error: WorkspaceError) -> Failure {
    Failure::could_not(error.sentence(Lang::En))
}

/// Ids of the records that the flags select.
fn selected(workspace: &Workspace, path: &Path, args: &SelectionArgs) -> Result<Vec<RecordId>, Failure> {
    let snapshot = workspace.snapshot();
    let datasets = workspace.datasets().map_err(failed)?;
    let view = args.view_of(path)?;
    let filter = args.filter(&snapshot, &datasets, view.as_ref(), Lang::En)?;
    let question = first_question(&snapshot, &datasets, source::today());
    let date_of = args.date_of.or(view.as_ref().map(|view| view.date_of)).unwrap_or(question.date_of);
    let measure = view.as_ref().map_or(question.measure, |view| view.measure);
    let selection = select(&snapshot, &filter, date_of, measure);
    Ok(selection.ids(&snapshot).collect())
}

/// Hands each record to `visit`, in order.
fn each(
    workspace: &Workspace,
    ids: &[RecordId],
    mut visit: impl FnMut(&Incident) -> io::Result<()>,
) -> Result<(), WriteError> {
    for page in ids.chunks(PAGE) {
        for (_, incident) in workspace.page(page).map_err(WriteError::Workspace)? {
            visit(&incident)?;
        }
    }
    Ok(())
}

fn write_table(workspace: &Workspace, ids: &[RecordId], out: &mut dyn Write) -> Result<(), WriteError> {
    let mut plan = TablePlan::default();
    each(workspace, ids, |incident| {
        plan.note(incident);
        Ok(())
    })?;
    let mut table = TableExport::begin(out, plan)?;
    each(workspace, ids, |incident| table.push(incident))?;
    Ok(table.finish()?)
}

fn write_documents(workspace: &Workspace, ids: &[RecordId], form: Form, out: &mut dyn Write) -> Result<(), WriteError> {
    let datasets = workspace.datasets().map_err(WriteError::Workspace)?;
    let organisations = workspace.organisations().map_err(WriteError::Workspace)?;
    if form == Form::Ndjson {
        line_heads(out, &datasets, &organisations)?;
        each(workspace, ids, |incident| line(out, incident))?;
        return Ok(out.flush()?);
    }
    let mut document = JsonExport::begin(out, &datasets, &organisations)?;
    each(workspace, ids, |incident| document.push(incident))?;
    Ok(document.finish()?)
}

/// Why a file was not written.
enum WriteError {
    Io(io::Error),
    Workspace(WorkspaceError),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes to a file beside `path` and puts it in its place when it is whole.
fn write_beside(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<(), WriteError>) -> Result<(), Failure> {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let attempt = || -> Result<(), WriteError> {
        let mut out = BufWriter::with_capacity(256 * 1024, File::create(&part)?);
        write(&mut out)?;
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(std::fs::rename(&part, path)?)
    };
    attempt().map_err(|error| {
        std::fs::remove_file(&part).ok();
        match error {
            WriteError::Workspace(error) => failed(error),
            WriteError::Io(error) => Failure::could_not(format!(
                "The file could not be written ({error}); nothing was left behind. Check the folder and its free \
                 space: {}",
                path.display()
            )),
        }
    })
}
