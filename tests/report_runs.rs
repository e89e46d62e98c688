//! `vigie report` as a user runs it: what is refused and how, what is left behind, and that the same input gives the
//! same bytes wherever and however it runs.

#![allow(missing_docs, clippy::expect_used, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use vigie::briefing::document::STATE;
use vigie::workspace::Workspace;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

fn report(file: &Path, flags: &[&str], out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
    command.arg("report").arg(file).args(flags).arg("-o").arg(out);
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_is_not_heeded_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = sample("example_register.csv");
    for (flags, out, code, wanted) in [
        (&["--paper", "a4"][..], "x.pptx", 2, "--paper is for a PDF"),
        (&["--company", "house.pptx"], "x.pdf", 2, "--company is for slides"),
        (&["--incident", "dental"], "x.pdf", 2, "add --template incident"),
        (&["--template", "incident"], "x.pdf", 2, "Name the incident with --incident"),
        (&["--template", "incident", "--incident", "nobody"], "x.pdf", 2, "No incident is called \"nobody\""),
        (&["--from", "2024"], "x.pdf", 2, "--from and --to are not for a report"),
        (&["--period", "month"], "x.html", 2, "--period and --by are not for a report"),
        (&["--by", "kind"], "x.html", 2, "--period and --by are not for a report"),
        (&["--json"], "x.pdf", 2, "a report is a file"),
        (&["--briefing", "Board"], "x.pdf", 2, "There is no briefing \"Board\""),
        (&["--briefing", "Board", "--filter", "kind:breach"], "x.pdf", 2, "--briefing NAME is drawn as it is kept"),
        (&["--briefing", "Board", "--field", "kind=breach"], "x.pdf", 2, "--briefing NAME is drawn as it is kept"),
        (&["--briefing", "Board", "--view", "Health"], "x.pdf", 2, "--briefing NAME is drawn as it is kept"),
        (&["--briefing", "Board", "--dataset", "Other"], "x.pdf", 2, "--briefing NAME is drawn as it is kept"),
        (&["--briefing", "Board", "--measure", "accounts"], "x.pdf", 2, "--briefing NAME is drawn as it is kept"),
        (&["--company", "nowhere.pptx"], "x.pptx", 1, "nowhere.pptx could not be read"),
        (&[], "no/folder/x.pdf", 1, "There is no folder"),
        (&["--paper", "a5"], "x.pdf", 2, "write slide, a4 or letter"),
        (&["--template", "weekly"], "x.pdf", 2, "write one of monthly, quarterly, annual, incident"),
        (&["--lang", "de"], "x.pdf", 2, "write en or fr"),
        (&[], "x.doc", 2, "ends in .pptx, .pdf, .html, .xlsx"),
    ] {
        let out = folder.path().join(out);
        let ran = report(&file, flags, &out).output().expect("the program starts");
        let said = said(&ran);
        assert_eq!(ran.status.code(), Some(code), "{flags:?}: {said}");
        assert!(said.contains(wanted), "{flags:?}: {said}");
        assert!(said.trim().lines().filter(|line| !line.is_empty()).count() <= 2, "{flags:?}: {said}");
        assert!(!out.exists(), "{flags:?}: nothing is written");
    }
    assert!(std::fs::read_dir(folder.path()).expect("a folder").next().is_none(), "nothing is left behind");
}

#[test]
fn briefings_of_a_later_version_are_said_to_be_unreadable() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("later.vigie");
    let mut workspace = Workspace::create(&path).expect("a workspace");
    workspace.set_state(STATE, &serde_json::json!({"version": 9, "pages": "of another kind"})).expect("kept");
    workspace.close().expect("closed");
    let ran = report(&path, &["--briefing", "Board"], &folder.path().join("x.pdf")).output().expect("it starts");
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran));
    let wanted = "vigie: The briefings of this workspace cannot be read by this version; they were left as they are. \
                  Open it with the version that wrote them.";
    assert_eq!(said(&ran).trim(), wanted);
    let workspace = Workspace::open_read_only(&path).expect("the workspace");
    let kept: Option<serde_json::Value> = workspace.state(STATE).expect("what was kept");
    assert_eq!(kept.and_then(|kept| kept.get("version").cloned()), Some(serde_json::json!(9)), "left as it was");
}

#[test]
fn nothing_is_left_behind_and_what_a_killed_report_left_is_removed() {
    let (folder, temporary) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let name = "vigie-scratch-6f1b2a52-7f0e-4a1f-9d43-2f5c8f1f8a01";
    std::fs::create_dir(temporary.path().join(name)).expect("a folder");
    std::fs::write(temporary.path().join(name).join("table.vigie"), "of a killed report").expect("a file");
    std::fs::write(temporary.path().join(format!("{name}.lock")), "").expect("a lock");
    let out = folder.path().join("x.html");
    let ran = report(&sample("example_register.csv"), &[], &out)
        .env("TMPDIR", temporary.path())
        .env("TMP", temporary.path())
        .env("TEMP", temporary.path())
        .output()
        .expect("it starts");
    assert!(ran.status.success(), "{}", said(&ran));
    let names = |folder: &Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names(temporary.path()), Vec::<String>::new());
    assert_eq!(names(folder.path()), ["x.html"]);
}

#[test]
fn the_same_input_gives_the_same_bytes_wherever_it_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    for ending in ["pdf", "html", "xlsx", "pptx"] {
        for lang in ["en", "fr"] {
            let surroundings = [
                ("here", "UTC", "C", "1"),
                ("elsewhere", "Pacific/Kiritimati", "fr_FR.UTF-8", "4"),
                ("far", "America/Anchorage", "tr_TR.UTF-8", "2"),
            ];
            let made = surroundings.map(|(name, zone, locale, threads)| {
                let own = folder.path().join(format!("{name}-{lang}-{ending}"));
                std::fs::create_dir(&own).expect("a folder");
                let out = own.join(format!("x.{ending}"));
                let ran = report(&sample("example_register.csv"), &["--lang", lang], &out)
                    .current_dir(&own)
                    .env("TZ", zone)
                    .env("LANG", locale)
                    .env("LC_ALL", locale)
                    .env("RAYON_NUM_THREADS", threads)
                    .output()
                    .expect("it starts");
                assert!(ran.status.success(), "{}", said(&ran));
                std::fs::read(out).expect("a report")
            });
            assert!(made.windows(2).all(|two| two[0] == two[1]), "{ending} in {lang}");
        }
    }
}
