//! Decks to be written: templates on the sample data, every figure of the gallery, names that try to break out.

use clap::Parser;
use uuid::Uuid;
use vigie::briefing::deck::{BigNumber, Body, Deck, IncidentSheet, Paragraph, Sheet};
use vigie::briefing::document::{Briefing, Content, FigureSpec, Page, PageView};
use vigie::chart::gallery::{Drawn, choice as options};
use vigie::chart::model::{Cell, ChartKey, ChartModel, DataTable, Value};
use vigie::cli::report::DeckArgs;
use vigie::model::calendar::Day;
use vigie::query::question::Question;
use vigie::query::view::SavedView;
use vigie::text::Lang;

use crate::root;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    deck: DeckArgs,
}

/// A template filled from a file of the sample data.
pub fn sample(file: &str, flags: &[&str]) -> Deck {
    let file = root().join("sample_data").join(file);
    let words = ["vigie", file.to_str().expect("a path in Unicode")].into_iter().chain(flags.iter().copied());
    let args = Args::try_parse_from(words).unwrap_or_else(|error| panic!("{error}")).deck;
    let folder = tempfile::tempdir().expect("a folder");
    args.make(&folder.path().join("report.pptx")).unwrap_or_else(|error| panic!("{flags:?}: {error:?}")).deck
}

/// Decks of every kind of page.
pub fn all() -> Vec<(&'static str, Deck)> {
    vec![
        ("washington", sample("washington_notices.csv", &["--template", "quarterly", "--marking", "TLP:CLEAR"])),
        ("washington, French", sample("washington_notices.csv", &["--template", "annual", "--lang", "fr"])),
        ("register", sample("example_register.csv", &["--template", "monthly"])),
        ("seeds", sample("seed_incidents.json", &["--template", "quarterly", "--lang", "fr"])),
    ]
}

/// A deck with every figure of the gallery on a file of the sample data, a page each.
pub fn gallery(file: &str, lang: Lang) -> Deck {
    let file = root().join("sample_data").join(file);
    let words = ["vigie", file.to_str().expect("a path in Unicode"), "--lang", lang.code(), "--template", "annual"];
    let args = Args::try_parse_from(words).unwrap_or_else(|error| panic!("{error}")).deck;
    let folder = tempfile::tempdir().expect("a folder");
    let briefing = |asked: &Question| {
        let view = PageView { view: SavedView::of("", asked), last: None };
        let page = |(at, key): (usize, &ChartKey)| {
            let spec =
                FigureSpec { chart: key.key().to_owned(), options: options::Options::default(), view: view.clone() };
            Page::new(Uuid::from_u128(at as u128 + 1), Content::Figure(spec))
        };
        Briefing {
            name: "Gallery".to_owned(),
            pages: ChartKey::ALL.iter().enumerate().map(page).collect(),
            ..Briefing::default()
        }
    };
    let made = args.make_of(&folder.path().join("report.pptx"), briefing);
    made.unwrap_or_else(|error| panic!("{lang:?}: {error:?}")).deck
}

/// A deck with a page for each of these models.
pub fn of_models(models: impl IntoIterator<Item = ChartModel>, lang: Lang) -> Deck {
    let page = |model: ChartModel| {
        let (headline, subtitle) = (model.title.clone(), model.subtitle.clone());
        let drawn = Drawn { model, panels: Vec::new(), definition: Vec::new(), choices: Vec::new() };
        Sheet { subtitle, ..sheet(&headline, Body::Figure(Box::new(drawn))) }
    };
    Deck {
        lang,
        title: "Models".to_owned(),
        marking: String::new(),
        as_of: Day::from_ymd(2026, 8, 13).expect("a day"),
        as_of_unknown: false,
        sheets: models.into_iter().map(page).collect(),
    }
}

/// A title page, bars and steps.
pub fn small() -> Deck {
    let mut deck = sample("washington_notices.csv", &["--template", "quarterly"]);
    let is_wanted = |sheet: &Sheet| match &sheet.body {
        Body::Title { .. } => true,
        Body::Figure(drawn) => ["incidents", "disclosure"].contains(&drawn.model.key.key()),
        _ => false,
    };
    deck.sheets.retain(is_wanted);
    assert_eq!(deck.sheets.len(), 3);
    deck
}

/// A page.
pub fn sheet(headline: &str, body: Body) -> Sheet {
    Sheet {
        page: Uuid::nil(),
        headline: headline.to_owned(),
        subtitle: String::new(),
        body,
        foot: vec!["n = 1".to_owned()],
        notes: Vec::new(),
        cautions: Vec::new(),
        part: None,
    }
}

/// Names that try to break out of text.
pub fn hostile() -> Deck {
    let names = [
        "<script>alert(1)</script>",
        "]]>&\"'",
        "a\u{0}b\u{7}c\u{1b}[31m",
        "=cmd|' /C calc'!A0",
        "\u{202e}evil\u{202c}\u{200f}عربي 漢字",
        "\u{fffe}\u{ffff}{{}}%s",
        "",
    ];
    let long = "W".repeat(10_000);
    let cell = |text: &str| Cell { text: text.to_owned(), value: Value::Text };
    let mut deck = sample("washington_notices.csv", &["--template", "quarterly"]);
    let mut figures: Vec<Sheet> =
        deck.sheets.iter().filter(|sheet| matches!(sheet.body, Body::Figure(_) | Body::Two(_))).cloned().collect();
    for (sheet, name) in figures.iter_mut().zip(names.iter().cycle()) {
        (*name).clone_into(&mut sheet.headline);
        (*name).clone_into(&mut sheet.subtitle);
        if let Body::Figure(drawn) = &mut sheet.body {
            (*name).clone_into(&mut drawn.model.alt);
            for series in &mut drawn.model.series {
                (*name).clone_into(&mut series.name);
            }
            for tick in drawn.model.x.ticks.iter_mut().chain(&mut drawn.model.y.ticks) {
                (*name).clone_into(&mut tick.label);
            }
        }
    }
    deck.sheets = vec![
        sheet(&long, Body::Title { lines: names.iter().map(|name| (*name).to_owned()).collect() }),
        sheet(
            &long,
            Body::Table(DataTable {
                headers: names.iter().map(|name| (*name).to_owned()).collect(),
                rows: vec![names.iter().map(|name| cell(name)).collect(), vec![cell(&long); 3]],
            }),
        ),
        sheet("", Body::Text(names.iter().map(|name| Paragraph::point(*name)).collect())),
        sheet(
            "incident",
            Body::Incident(Box::new(IncidentSheet {
                facts: names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect(),
                text: vec![Paragraph::plain(long.clone())],
                timeline: None,
            })),
        ),
        sheet(
            "numbers",
            Body::Numbers(
                (0..5)
                    .map(|at| BigNumber {
                        question: names[at].to_owned(),
                        headline: names[at].to_owned(),
                        sentence: names[at].to_owned(),
                        small_print: vec![names[at].to_owned()],
                    })
                    .collect(),
            ),
        ),
        sheet("empty", Body::Empty(names[0].to_owned())),
        sheet("no table", Body::Table(DataTable::default())),
    ];
    deck.sheets.extend(figures);
    Deck {
        lang: Lang::Fr,
        title: names.join(" "),
        marking: names[0].to_owned(),
        as_of: Day::from_ymd(2026, 8, 13).expect("a day"),
        as_of_unknown: false,
        ..deck
    }
}
