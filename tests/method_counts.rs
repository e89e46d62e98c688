//! The method page's counts add up: rows of the file to what became of them, records of the workspace to what each page
//! counts and why it leaves out the others.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::format_collect,
    reason = "a test crate"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use vigie::briefing::compose::counts::{of_page, row_parts};
use vigie::briefing::compose::ground::Ground;
use vigie::briefing::template::{Template, fill};
use vigie::model::calendar::Day;
use vigie::text::Lang;
use vigie::workspace::Workspace;

fn adds_up(name: &str, file: &Path, flags: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("w.vigie");
    let done = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["import", file.to_str().expect("a path"), "--into", into.to_str().expect("a path")])
        .args(flags)
        .output()
        .expect("it runs");
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    let workspace = Workspace::open_read_only(&into).expect("opened");
    let (snapshot, datasets) = (workspace.snapshot(), workspace.datasets().expect("datasets"));
    let imports = workspace.imports().expect("imports");
    assert!(!imports.is_empty(), "{name}");
    for import in &imports {
        let parts: u64 = row_parts(&import.counts).iter().map(|(_, count)| count).sum();
        assert_eq!(parts, import.counts.read, "{name}: {import:?}");
    }
    let imported: u64 = imports.iter().map(|import| import.counts.imported).sum();
    assert_eq!(imported, snapshot.len() as u64, "{name}");
    let document = |id| workspace.incident(id).ok();
    let find = |id| workspace.find(id).ok().flatten();
    let today = Day::from_ymd(2026, 11, 22).expect("a day");
    for lang in [Lang::En, Lang::Fr] {
        let ground = Ground::new((&snapshot, &datasets), lang, today, &document, &find).with_imports(imports.clone());
        for template in [Template::Monthly, Template::Quarterly, Template::Annual] {
            let filled = fill(template, &ground.first.clone(), uuid::Uuid::nil(), &ground);
            let mut looked = 0;
            for page in &filled.briefing.pages {
                for counts in of_page(&page.content, &ground) {
                    assert!(counts.add_up(), "{name}, {template:?}: {counts:?} of {:?}", page.content);
                    assert_eq!(counts.all, snapshot.len() as u64, "{name}");
                    looked += 1;
                }
            }
            assert!(looked > 0, "{name}, {template:?}: no page looks at records");
        }
    }
}

fn table(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

/// Coarse dates, a row twice, a blank row, dates and counts that are none, a formula.
const MESSY: &str = "Reference;Organisme;Découvert le;Notifié CNIL;Type;Personnes concernées\n\
    R-01;Mairie;14/01/2025;16/01/2025;Rançongiciel;1 200\n\
    R-02;Clinique;05/02/2025;17/02/2025;Vol de données;environ 15 000\n\
    R-03;ACME;;mars 2025;Hameçonnage;inconnu\n\
    ;;;;;\n\
    R-05;Lycée;;2025;Rançongiciel;jusqu'à 3 000\n\
    R-06;=SOMME(A1);02/03/2025;32/13/2025;Rançongiciel;45000\n\
    R-07;Transports;15/03/2025;;Déni de service;0\n\
    R-08;Notaires;02/06/2025;05/06/2025;Hameçonnage;85\n\
    R-08;Notaires;02/06/2025;05/06/2025;Hameçonnage;85\n\
    R-10;Coop;21/09/2025;23/09/2025;Hameçonnage;140\n";

#[test]
fn counts_add_up_on_samples_and_odd_files() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    for name in ["washington_notices.csv", "example_register.csv", "french_incidents.csv", "seed_incidents.json"] {
        adds_up(name, &samples.join(name), &[]);
    }
    let folder = tempfile::tempdir().expect("a folder");
    adds_up("messy", &table(folder.path(), "messy.csv", MESSY), &[]);
    let one: String = MESSY.lines().take(2).map(|line| format!("{line}\n")).collect();
    adds_up("one record", &table(folder.path(), "one.csv", &one), &[]);
    let undated: String = MESSY
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split(';').collect();
            Some(format!("{};{};{};{}\n", cells.first()?, cells.get(1)?, cells.get(4)?, cells.get(5)?))
        })
        .collect();
    adds_up("no dates", &table(folder.path(), "undated.csv", &undated), &[]);
}

#[test]
fn counts_add_up_on_real_files() {
    for (name, file) in [
        ("wa", "wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv"),
        ("hhs", "hhs_ocr/breach_report.csv"),
        ("hibp", "hibp/breaches_20250315.json"),
        ("eurepoc", "eurepoc/EuRepoC_Global_Database_1.1.csv"),
        ("french feed", "fr_leaks_feed/breaches_20251211.json"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
        if path.exists() {
            adds_up(name, &path, &[]);
        } else {
            println!("skipped: {} is not here", path.display());
        }
    }
}
