//! A briefing repeated next quarter: a newer file of the same source comes in, the pages follow the last complete
//! periods, and what was written by hand for other numbers is told.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;
use vigie::briefing::compose::ground::Ground;
use vigie::briefing::compose::sheet;
use vigie::briefing::deck::{Body, Sheet};
use vigie::briefing::document::{Briefing, Content, KeptObjection, Page, STATE};
use vigie::briefing::renew::{Renewal, said_of};
use vigie::briefing::template::{Template, fill};
use vigie::chart::honesty::Rule;
use vigie::cli::report::{DeckArgs, Made};
use vigie::model::calendar::Day;
use vigie::text::Lang;
use vigie::workspace::Workspace;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    deck: DeckArgs,
}

fn run(args: &[&str]) -> (bool, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_vigie")).args(args).output().expect("it runs");
    let said = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8_lossy(&said).into_owned())
}

fn made(workspace: &Path, flags: &[&str]) -> Made {
    let words = ["vigie", workspace.to_str().expect("a path")].into_iter().chain(flags.iter().copied());
    let args = Args::try_parse_from(words).unwrap_or_else(|error| panic!("{error}")).deck;
    let folder = tempfile::tempdir().expect("a folder");
    args.make(&folder.path().join("report.pptx")).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The rows of a file whose cell in this column is at most this, with the header.
fn cut(file: &Path, column: &str, last: &str, to: &Path) {
    let mut reader = csv::Reader::from_path(file).expect("the file");
    let headers = reader.headers().expect("a header").clone();
    let at = headers.iter().position(|header| header == column).expect("the column");
    let mut writer = csv::Writer::from_path(to).expect("a file");
    writer.write_record(&headers).expect("written");
    for row in reader.records() {
        let row = row.expect("a row");
        if row.get(at).map(iso).is_some_and(|day| !day.is_empty() && day.as_str() <= last) {
            writer.write_record(&row).expect("written");
        }
    }
    writer.flush().expect("written");
}

/// `2021-02-04` of what may be `2021 Feb 04 12:00:00 AM`.
fn iso(cell: &str) -> String {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let parts: Vec<&str> = cell.split(' ').collect();
    match parts.as_slice() {
        [year, month, day, ..] => {
            let month = MONTHS.find(month).expect("a month") / 3 + 1;
            format!("{year}-{month:02}-{day}")
        }
        _ => cell.to_owned(),
    }
}

/// Fills the quarterly briefing of a workspace and writes to it what an analyst would.
fn write_briefing(path: &Path) -> Briefing {
    let mut workspace = Workspace::open(path).expect("opened");
    let (snapshot, datasets) = (workspace.snapshot(), workspace.datasets().expect("datasets"));
    let document = |id| workspace.incident(id).ok();
    let find = |id| workspace.find(id).ok().flatten();
    let today = Day::from_ymd(2026, 11, 22).expect("a day");
    let ground = Ground::new((&snapshot, &datasets), Lang::En, today, &document, &find);
    let id = uuid::Uuid::from_u128(9);
    let mut briefing = fill(Template::Quarterly, &ground.first.clone(), id, &ground).briefing;
    "Quarterly".clone_into(&mut briefing.name);
    let composed: Vec<Sheet> = briefing.pages.iter().map(|page| sheet(&briefing, page, &ground)).collect();
    for (page, sheet) in briefing.pages.iter_mut().zip(&composed) {
        let Content::Figure(spec) = &page.content else { continue };
        let headline = match spec.chart.as_str() {
            "compare-periods" => {
                let count = sheet.headline.split(' ').next().expect("a number");
                format!("Only {count} notices this quarter")
            }
            "incidents" => "Notices keep coming".to_owned(),
            _ => continue,
        };
        "Say this slowly.".clone_into(&mut page.notes);
        page.written_for = said_of(page, sheet, &ground);
        assert!(page.written_for.is_some());
        page.headline = Some(headline);
    }
    // One objection that stands, and one that the present data do not give rise to.
    let (page, rule) = composed
        .iter()
        .find_map(|sheet| Some((sheet.page, sheet.cautions.first()?.rule)))
        .expect("something to object to");
    let said = composed.iter().find(|sheet| sheet.page == page).and_then(|sheet| {
        let why = sheet.cautions.iter().find(|caution| caution.rule == rule)?.why.clone();
        Some(vigie::briefing::renew::said(why, Lang::En, ground.as_of()))
    });
    let kept = |rule: Rule, said, reason: &str| KeptObjection {
        page,
        rule: rule.key().to_owned(),
        reason: reason.to_owned(),
        said,
    };
    let gone = Rule::ALL.into_iter().find(|other| {
        composed.iter().all(|sheet| sheet.page != page || sheet.cautions.iter().all(|caution| caution.rule != *other))
    });
    briefing.kept = vec![
        kept(rule, said, "Looked at and known."),
        kept(gone.expect("a rule that does not object"), None, "Was true once."),
    ];
    workspace.set_state(STATE, &vec![briefing.clone()]).expect("kept");
    workspace.close().expect("closed");
    briefing
}

fn page_of<'a>(made: &'a Made, briefing: &Briefing, chart: &str) -> &'a Sheet {
    let is = |page: &&Page| matches!(&page.content, Content::Figure(spec) if spec.chart == chart);
    let page = briefing.pages.iter().find(is).expect("the page").id;
    made.deck.sheets.iter().find(|sheet| sheet.page == page).expect("its sheet")
}

fn repeats(file: &Path, column: &str, (last, until): (&str, Day)) {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    let early: PathBuf = at("early.csv");
    cut(file, column, last, &early);
    let into = at("w.vigie");
    let (is_done, said) = run(&["import", &text(&early), "--into", &text(&into), "--as-of", last]);
    assert!(is_done, "{said}");
    let briefing = write_briefing(&into);
    let before = made(&into, &["--briefing", "Quarterly"]);
    assert_eq!(before.deck.as_of, until);
    let changed: Vec<&Renewal> =
        before.renewals.iter().filter(|one| !matches!(one, Renewal::Objection { now: None, .. })).collect();
    assert!(changed.is_empty(), "nothing is outdated yet: {changed:?}");

    // Without a word nothing is doubled; the older file is no newer edition.
    let (is_done, said) = run(&["import", &text(file), "--into", &text(&into)]);
    assert!(!is_done && said.contains("--on-duplicate merge"), "{said}");
    let (is_done, said) = run(&["import", &text(file), "--into", &text(&into), "--on-duplicate", "merge"]);
    assert!(is_done, "{said}");
    let (is_done, said) =
        run(&["import", &text(&early), "--into", &text(&into), "--as-of", last, "--on-duplicate", "merge"]);
    assert!(!is_done && said.contains("no newer edition"), "{said}");

    let after = made(&into, &["--briefing", "Quarterly"]);
    let rows = csv::Reader::from_path(file).expect("the file").into_records().count();
    let workspace = Workspace::open_read_only(&into).expect("opened");
    assert_eq!(workspace.snapshot().len(), rows, "no record is doubled");
    assert_eq!(workspace.datasets().expect("datasets").len(), 1);
    drop(workspace);
    assert!(after.deck.as_of > until);

    // Titles and findings follow; notes and headlines stay; what was true of other numbers is told.
    let lines = |made: &Made| match &made.deck.sheets.first().expect("a page").body {
        Body::Title { lines } => lines.clone(),
        other => panic!("{other:?}"),
    };
    assert_ne!(lines(&before), lines(&after));
    let (old, new) = (page_of(&before, &briefing, "compare-periods"), page_of(&after, &briefing, "compare-periods"));
    assert_eq!(old.headline, new.headline, "what was written by hand stays");
    assert_eq!(new.notes.first().map(String::as_str), Some("Say this slowly."));
    assert_ne!(old.foot, new.foot);
    let told: Vec<&Renewal> = after.renewals.iter().filter(|one| one.page() == new.page).collect();
    let [Renewal::Headline { then, now, outdated, .. }, ..] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert_eq!(then.as_of, until);
    assert_ne!(&then.text, now);
    // A year later the number of then is that of the year before, which is in the finding still.
    let count = new.headline.split(' ').nth(1).expect("a number");
    assert_eq!(
        outdated.as_slice(),
        if now.contains(&format!(" {count} ")) { &[] } else { std::slice::from_ref(&count) }
    );
    let words = told[0].words(Lang::En);
    assert!(words.contains(&then.text) && words.contains(now), "{words}");
    // A headline without a number is told too, for what it says may no longer hold.
    let calm = page_of(&after, &briefing, "incidents");
    assert!(after.renewals.iter().any(|one| one.page() == calm.page));
    // An objection whose ground has gone is told, to the analyst and on the method page.
    let gone = after.renewals.iter().find(|one| matches!(one, Renewal::Objection { now: None, .. }));
    assert!(gone.expect("told").words(Lang::En).contains("Was true once."));
    let method = after.deck.sheets.last().expect("the method page");
    let Body::Text(paragraphs) = &method.body else { panic!("{:?}", method.body) };
    let kept: Vec<&str> = paragraphs.iter().map(|one| one.text.as_str()).filter(|one| one.contains("once")).collect();
    assert!(matches!(kept.as_slice(), [one] if one.ends_with("no longer arises)")), "{kept:?}");
    // In the other language the comparison is made in that of the headline: the same pages are told.
    let french = made(&into, &["--briefing", "Quarterly", "--lang", "fr"]);
    let pages = |made: &Made| made.renewals.iter().map(Renewal::page).collect::<Vec<_>>();
    assert_eq!(pages(&french), pages(&after));
    let (is_done, said) = run(&["report", &text(&into), "--briefing", "Quarterly", "-o", &text(&at("x.html"))]);
    assert!(is_done && said.contains("Look again: You wrote this headline"), "{said}");
}

#[test]
fn a_briefing_of_the_sample_is_repeated_with_a_newer_file() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/washington_notices.csv");
    repeats(&file, "Regulator notified", ("2021-12-31", Day::from_ymd(2021, 12, 31).expect("a day")));
}

#[test]
fn a_briefing_of_a_real_list_is_repeated_with_a_newer_file() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/wa_ag");
    let file = data.join("Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv");
    if !file.exists() {
        println!("skipped: {} is not here", file.display());
        return;
    }
    repeats(&file, "DateSubmitted", ("2025-06-30", Day::from_ymd(2025, 6, 30).expect("a day")));
}
