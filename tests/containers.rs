//! Archives, workbooks, folders and several files, read as a user reads them.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn vigie(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().expect("the program starts")
}

/// The report of a reading that keeps nothing.
fn dry(paths: &[&Path], flags: &[&str]) -> Value {
    let mut args = vec!["import"];
    args.extend(paths.iter().map(|path| path.to_str().expect("UTF-8")));
    args.extend(["--dry-run", "--json"]);
    args.extend(flags);
    let output = vigie(&args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn refused(path: &Path, flags: &[&str]) -> String {
    let mut args = vec!["import", path.to_str().expect("UTF-8"), "--dry-run"];
    args.extend(flags);
    let output = vigie(&args);
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

fn counts(report: &Value) -> Vec<(u64, u64, u64, u64)> {
    let number = |file: &Value, key: &str| match &file[key] {
        Value::Array(rows) => rows.len() as u64,
        number => number.as_u64().expect(key),
    };
    let files = report["files"].as_array().expect("files");
    files
        .iter()
        .map(|file| (number(file, "read"), number(file, "imported"), number(file, "rejected"), number(file, "blank")))
        .collect()
}

fn said(report: &Value) -> Vec<String> {
    let list = report["assumptions"].as_array().expect("assumptions");
    list.iter().map(|said| said["text"].as_str().expect("words").to_owned()).collect()
}

fn real(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

fn gz(to: &Path, from: &Path) {
    let mut writer = GzEncoder::new(std::fs::File::create(to).expect("created"), Compression::default());
    writer.write_all(&std::fs::read(from).expect("read")).expect("written");
    writer.finish().expect("finished");
}

fn zip(to: &Path, members: &[(&str, &[u8])]) {
    let mut writer = ZipWriter::new(std::fs::File::create(to).expect("created"));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a member");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("finished");
}

#[test]
fn a_wrapped_sample_gives_the_same_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["washington_notices.csv", "example_register.csv", "french_incidents.csv"] {
        let plain = counts(&dry(&[&sample(name)], &[]));
        let packed = folder.path().join(format!("{name}.gz"));
        gz(&packed, &sample(name));
        assert_eq!(counts(&dry(&[&packed], &[])), plain, "{name}");
        let archive = folder.path().join("a.zip");
        let bytes = std::fs::read(sample(name)).expect("read");
        zip(&archive, &[(name, &bytes), ("notes/readme.md", b"# Words\n")]);
        let report = dry(&[&archive], &[]);
        assert_eq!(counts(&report), plain, "{name}");
        assert!(said(&report).iter().any(|said| said.contains("readme.md")), "{:?}", said(&report));
    }
}

#[test]
fn files_of_one_shape_are_one_table_whatever_the_order_of_their_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("2024.csv"), "Organisation;Discovered;People\nAcme;2024-03-01;12\n\nBern;2024-04-02;9\n")
        .unwrap();
    std::fs::write(at("2023.csv"), "Discovered,People,Organisation\n2023-03-01,3,Cork\n2023-05-06,4\n").unwrap();
    std::fs::write(at("logo.png"), b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR").unwrap();
    for report in [dry(&[folder.path()], &[]), dry(&[&at("2024.csv"), &at("2023.csv")], &[])] {
        assert_eq!(counts(&report), [(5, 3, 1, 1)]);
        assert_eq!(report["files"][0]["rejected_rows"][0]["row"], 2, "{report}");
    }
    let workspace = at("w.vigie");
    let done = vigie(&[
        "import",
        at("2023.csv").to_str().unwrap(),
        at("2024.csv").to_str().unwrap(),
        "--into",
        workspace.to_str().unwrap(),
    ]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let out = at("out.csv");
    vigie(&["export", workspace.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    let text = std::fs::read_to_string(&out).expect("exported");
    for (name, file) in [("Acme", "2024.csv"), ("Cork", "2023.csv")] {
        assert!(text.lines().any(|line| line.contains(name) && line.contains(file)), "{text}");
    }
    std::fs::remove_file(&out).expect("removed");
    std::fs::write(at("other.csv"), "Organisation,Started,People\nDelft,2024-03-01,1\n").unwrap();
    let sentence = refused(folder.path(), &[]);
    assert!(
        sentence.contains(
            "These files are not one table: they differ from 2023.csv in their columns (other.csv: −Discovered, \
             +Started); nothing was imported. Import them one by one."
        ),
        "{sentence}"
    );
    let apart = dry(&[&at("2024.csv"), &at("other.csv")], &[]);
    assert_eq!(counts(&apart).len(), 2, "files that are named each for themselves may be two datasets");
}

#[test]
fn flags_choose_and_wrong_ones_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("a.zip");
    let small: &[u8] = b"organisation,discovered\nAcme,2024-03-01\n";
    let large: &[u8] = b"organisation,discovered,people\nBern,2024-03-01,1\nCork,2024-03-02,2\n";
    zip(&archive, &[("small.csv", small), ("large.csv", large)]);
    assert_eq!(counts(&dry(&[&archive], &[])), [(2, 2, 0, 0)]);
    assert_eq!(counts(&dry(&[&archive], &["--member", "small.csv"])), [(1, 1, 0, 0)]);
    assert!(refused(&archive, &["--member", "x.csv"]).contains("Choose one of: large.csv, small.csv."));
    assert!(refused(&archive, &["--sheet", "x"]).contains("the file is no workbook"));
    let wrong = vigie(&["import", archive.to_str().unwrap(), "--range", "F3:A1", "--dry-run"]);
    assert_eq!(wrong.status.code(), Some(2));
    let book = folder.path().join("b.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [("North", 2_u32), ("South", 4)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (column, header) in ["organisation", "discovered"].into_iter().enumerate() {
            sheet.write_string(0, column as u16, header).unwrap();
            for row in 1..=rows {
                sheet.write_string(row, column as u16, if column == 0 { "Acme" } else { "2024-03-01" }).unwrap();
            }
        }
    }
    workbook.save(&book).unwrap();
    let report = dry(&[&book], &[]);
    assert_eq!(counts(&report)[0].0, 4);
    assert_eq!(said(&report)[0], "Sheet “South” of 2: it looks most like a table of records.");
    assert_eq!(counts(&dry(&[&book], &["--sheet", "North"]))[0].0, 2);
    assert_eq!(counts(&dry(&[&book], &["--sheet", "South", "--range", "A1:B3"]))[0].0, 2);
    let stats = vigie(&["stats", book.to_str().unwrap(), "--json", "--mechanism", "mixed"]);
    let figures: Value = serde_json::from_slice(&stats.stdout).expect("JSON");
    assert_eq!(figures["incidents"]["total"], 4);
}

#[test]
fn real_files_in_their_wrappers() {
    if let (Some(book), Some(table)) =
        (real("eurepoc/EuRepoC_Global_Database_1.1.xlsx"), real("eurepoc/EuRepoC_Global_Database_1.1.csv"))
    {
        let (sheet, text) = (dry(&[&book], &[]), dry(&[&table], &[]));
        assert_eq!(counts(&sheet)[0].0, 1_643);
        assert_eq!(counts(&sheet), counts(&text));
        assert_eq!(sheet["files"][0]["problems"], text["files"][0]["problems"]);
    }
    if let Some(folder) = real("hhs_ocr") {
        let report = dry(&[&folder], &[]);
        assert_eq!((counts(&report).len(), counts(&report)[0].0), (1, 5_402));
    }
    if let Some(folder) = real("vcdb/json") {
        assert_eq!(counts(&dry(&[&folder], &[]))[0].0, 100);
    }
}

/// `register.xls` was written by xlwt with days as numbers; `locked.xlsx` is protected by the password `secret`.
#[test]
fn an_old_workbook_is_read_and_a_protected_one_named() {
    let file = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    let report = dry(&[&file("register.xls")], &[]);
    assert_eq!(counts(&report), [(4, 4, 0, 0)]);
    let said = said(&report);
    assert!(said.iter().any(|words| words.contains("“Liste” of 2")), "{said:#?}");
    assert!(said.iter().any(|words| words.contains("Data complete to 1 March 2024")), "{said:#?}");
    let sentence = refused(&file("locked.xlsx"), &[]);
    assert!(sentence.contains("locked.xlsx is protected by a password; nothing was imported."), "{sentence}");
}
