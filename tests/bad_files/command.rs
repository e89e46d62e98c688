//! A bad file through the real command, in a process of its own whose memory is watched where the system tells it.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use vigie::workspace::Workspace;

use crate::shelf::{Bad, GOOD, Kind};

/// Most memory that reading a bad file may take.
const MEMORY: u64 = 1_000_000_000;

/// The longest that a file may take, with time to spare on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// What a run of the command gave.
pub struct Run {
    pub words: String,
    pub took: Duration,
    pub peak: Option<u64>,
}

/// A folder with a good table and a workspace that has records already.
pub struct Bench {
    folder: PathBuf,
    table: PathBuf,
    workspace: PathBuf,
    records: usize,
}

struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
    took: Duration,
    peak: Option<u64>,
}

impl Bench {
    pub fn new(folder: &Path) -> Self {
        let table = folder.join("table.csv");
        std::fs::write(&table, GOOD).expect("a folder to write to");
        let workspace = folder.join("before.vigie");
        let ended = vigie(&["import", text(&table), "--into", text(&workspace)], folder);
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        let records = Workspace::open(&workspace).expect("a workspace").snapshot().len();
        assert_eq!(records, 3);
        Self { folder: folder.to_path_buf(), table, workspace, records }
    }

    /// Writes a file of the shelf; gives its path.
    pub fn write(&self, bad: &Bad) -> PathBuf {
        let path = self.folder.join(bad.name);
        let mut file = BufWriter::with_capacity(1 << 20, File::create(&path).expect("a file to write"));
        (bad.make)(&mut file).and_then(|()| file.flush()).expect("written");
        path
    }

    pub fn run(&self, bad: &Bad, path: &Path) -> Run {
        match bad.kind {
            Kind::Data => self.import(bad, &[text(path)]),
            Kind::Recipe => self.import(bad, &[text(&self.table), "--recipe", text(path), "--on-duplicate", "keep"]),
            Kind::Workspace => self.open(bad, path),
        }
    }

    /// Imports into a copy of the workspace, which must then be as it was or hold what the report says.
    fn import(&self, bad: &Bad, what: &[&str]) -> Run {
        let home = self.folder.join(format!("home of {}", bad.name));
        std::fs::create_dir(&home).expect("a folder");
        let into = home.join("into.vigie");
        std::fs::copy(&self.workspace, &into).expect("copied");
        let mut args = vec!["import"];
        args.extend(what);
        args.extend(["--into", text(&into), "--json"]);
        let ended = vigie(&args, &self.folder);
        let peak = ended.check(bad.name);
        let mut words = String::new();
        let workspace = Workspace::open(&into).expect("the workspace opens still");
        let records = workspace.snapshot().len();
        assert!(workspace.check().expect("it can be checked").file.is_empty(), "{}: damaged", bad.name);
        if ended.code == Some(0) {
            let entered = rows(bad.name, &ended.out, &mut words);
            assert_eq!(records as u64, self.records as u64 + entered, "{}: records are missing", bad.name);
        } else {
            assert_eq!(records, self.records, "{}: something was kept of what was refused", bad.name);
            assert_eq!(workspace.datasets().expect("they can be read").len(), 1, "{}", bad.name);
            assert_eq!(workspace.history().expect("it can be read").len(), 1, "{}", bad.name);
            let sentence = self.sentence(&ended.err);
            is_clear(bad.name, &sentence);
            writeln!(words, "  command  {sentence}").expect("a text grows");
        }
        workspace.close().expect("it closes");
        let left = std::fs::read_dir(&home).expect("a folder").count();
        assert!(left <= 2, "{}: {left} files are left behind", bad.name);
        std::fs::remove_dir_all(&home).expect("a folder to remove");
        Run { words, took: ended.took, peak }
    }

    /// Imports into what should be a workspace; its bytes must be what they were.
    fn open(&self, bad: &Bad, path: &Path) -> Run {
        let before = std::fs::read(path).expect("it was written");
        let mut words = String::new();
        let (mut took, mut peak) = (Duration::ZERO, None);
        for (name, args) in [
            ("import", vec!["import", text(&self.table), "--into", text(path), "--on-duplicate", "keep"]),
            ("check", vec!["check", text(path)]),
            ("stats", vec!["stats", text(path)]),
        ] {
            let ended = vigie(&args, &self.folder);
            peak = peak.max(ended.check(bad.name));
            took = took.max(ended.took);
            assert_eq!(ended.code, Some(1), "{}: {} {}", bad.name, ended.out, ended.err);
            let sentence = self.sentence(&ended.err);
            is_clear(bad.name, &sentence);
            writeln!(words, "  {name:<7}  {sentence}").expect("a text grows");
            assert!(std::fs::read(path).expect("it is there still") == before, "{}: {name} changed it", bad.name);
        }
        Run { words, took, peak }
    }

    /// What was said, without the name of this test's folder.
    fn sentence(&self, said: &str) -> String {
        let said = said.trim_end().replace(&format!("{}{}", self.folder.display(), std::path::MAIN_SEPARATOR), "");
        said.strip_prefix("vigie: ").unwrap_or(&said).to_owned()
    }
}

impl Ended {
    /// Neither killed nor panicked, and small; gives the peak of its memory.
    fn check(&self, name: &str) -> Option<u64> {
        assert!(matches!(self.code, Some(0 | 1)), "{name}: {:?} {}", self.code, self.err);
        assert!(!self.err.contains("panicked"), "{name}: {}", self.err);
        if let Some(peak) = self.peak {
            assert!(peak < MEMORY, "{name}: {} MB of memory", peak / 1_000_000);
        }
        self.peak
    }
}

/// The rows of a report, which must add up; gives how many records there are more than before.
fn rows(name: &str, report: &str, words: &mut String) -> u64 {
    let report: Value = serde_json::from_str(report).unwrap_or_else(|error| panic!("{name}: {error}: {report}"));
    let mut entered = 0;
    for file in report["files"].as_array().expect("files") {
        let count = |key: &str| file[key].as_u64().expect("a count");
        let (read, imported, skipped) = (count("read"), count("imported"), count("skipped"));
        let (rejected, blank, joined) = (count("rejected"), count("blank"), count("joined"));
        let left_out = file["left_out"].as_array().expect("a list").iter().filter_map(|rule| rule["rows"].as_u64());
        let accounted = imported + skipped + rejected + blank + joined + left_out.sum::<u64>();
        assert_eq!(read, accounted, "{name}: the rows do not add up");
        entered += imported;
        let problems: Vec<String> = file["problems"]
            .as_object()
            .expect("problems")
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        let problems = if problems.is_empty() { String::new() } else { format!(" ({})", problems.join(", ")) };
        writeln!(words, "  command  read {read}: imported {imported}, rejected {rejected}, blank {blank}{problems}")
            .expect("a text grows");
    }
    entered
}

/// One line that says what happened, what was kept and what to do, in words of ours.
pub fn is_clear(name: &str, sentence: &str) {
    assert!(!sentence.contains('\n') && !sentence.trim().is_empty(), "{name}: {sentence:?}");
    assert!(sentence.chars().count() < 500, "{name}: {sentence}");
    assert!(!sentence.chars().any(char::is_control), "{name}: {sentence:?}");
    for word in ["Some(", "None", "Err(", "Error", "::", "{ ", "kind:", "panicked", "os error", "EOF", "invalid type"] {
        assert!(!sentence.contains(word), "{name}: {word:?} is no word for a reader: {sentence}");
    }
    let kept = ["nothing was", "is unchanged", "was left as it is", "were kept", "was changed"];
    let Some(at) = kept.iter().find_map(|kept| sentence.find(kept)) else {
        panic!("{name}: what was kept is not said: {sentence}")
    };
    let after = &sentence[at..];
    assert!([". ", "; ", ": "].iter().any(|mark| after.contains(mark)), "{name}: what to do is not said: {sentence}");
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

/// Runs the program, at most for [`PATIENCE`], and looks at its memory while it runs.
fn vigie(args: &[&str], folder: &Path) -> Ended {
    let began = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (mut out, mut err) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
    let id = child.id();
    std::thread::scope(|scope| {
        let read = |pipe: &mut dyn std::io::Read| {
            let mut bytes = Vec::new();
            pipe.read_to_end(&mut bytes).expect("a pipe");
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let out = scope.spawn(move || read(&mut out));
        let err = scope.spawn(move || read(&mut err));
        let mut peak = None;
        let status = loop {
            // The highest mark only grows: what is missed is what the last milliseconds added.
            peak = peak.max(highest_mark(id));
            if peak > Some(2 * MEMORY) || began.elapsed() > PATIENCE {
                child.kill().expect("it runs");
            }
            if let Some(status) = child.try_wait().expect("a child") {
                break status;
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let took = began.elapsed();
        let (out, err) = (out.join().expect("read"), err.join().expect("read"));
        Ended { code: status.code(), out, err, took, peak }
    })
}

/// Most memory that a process has held so far, in bytes; `None` where the system does not tell.
fn highest_mark(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kib| kib * 1024)
}
