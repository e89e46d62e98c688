//! Decks to write: the templates on the sample data, one of everything, and names that mean harm.

use std::path::Path;
use std::sync::OnceLock;

use clap::Parser;
use uuid::Uuid;
use vigie::briefing::deck::{BigNumber, Body, Deck, IncidentSheet, Paragraph, Sheet};
use vigie::chart::model::{Cell, DataTable, Value};
use vigie::cli::report::DeckArgs;
use vigie::model::calendar::Day;
use vigie::text::Lang;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    deck: DeckArgs,
}

fn make(file: &str, flags: &[&str]) -> Deck {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(file);
    let words = ["vigie", file.to_str().expect("a path in Unicode")].into_iter().chain(flags.iter().copied());
    let args = Args::try_parse_from(words).unwrap_or_else(|error| panic!("{error}")).deck;
    let folder = tempfile::tempdir().expect("a folder");
    args.make(&folder.path().join("report.pdf")).unwrap_or_else(|error| panic!("{flags:?}: {error:?}")).deck
}

/// The quarterly briefing of the notices and of the five known cases, in both languages, and the pages of one case.
pub fn samples() -> &'static [(&'static str, Deck)] {
    static DECKS: OnceLock<Vec<(&'static str, Deck)>> = OnceLock::new();
    DECKS.get_or_init(|| {
        let quarterly = |lang| ["--template", "quarterly", "--marking", "TLP:GREEN", "--lang", lang];
        let one = ["--template", "incident", "--incident", "France Travail", "--lang", "fr"];
        vec![
            ("notices-en", make("washington_notices.csv", &quarterly("en"))),
            ("notices-fr", make("washington_notices.csv", &quarterly("fr"))),
            ("cases-en", make("seed_incidents.json", &quarterly("en"))),
            ("case-fr", make("seed_incidents.json", &one)),
        ]
    })
}

fn sheet(number: u128, headline: &str, body: Body) -> Sheet {
    Sheet {
        page: Uuid::from_u128(number),
        headline: headline.to_owned(),
        subtitle: String::new(),
        body,
        foot: vec!["Source: a list".to_owned()],
        notes: Vec::new(),
        cautions: Vec::new(),
        part: None,
    }
}

fn cell(text: &str, value: Value) -> Cell {
    Cell { text: text.to_owned(), value }
}

/// One page of every kind that needs no chart.
pub fn small() -> Deck {
    let table = DataTable {
        headers: vec!["Incident".to_owned(), "People".to_owned()],
        rows: vec![
            vec![cell("Aon Plc", Value::Text), cell("1,794", Value::Count(1_794))],
            vec![cell("Rainier Arms", Value::Text), cell("not known", Value::Missing)],
        ],
    };
    let number = BigNumber {
        question: "How many".to_owned(),
        headline: "43 incidents".to_owned(),
        sentence: "No clear change.".to_owned(),
        small_print: vec!["1 April to 30 June".to_owned(), "n = 43".to_owned()],
    };
    let text = vec![Paragraph::heading("Data"), Paragraph::plain("A list & more."), Paragraph::point("One point")];
    let incident = IncidentSheet {
        facts: vec![("Place".to_owned(), "Île-de-France".to_owned())],
        text: vec![Paragraph::plain("It was told < 72 h later.")],
        timeline: None,
    };
    Deck {
        lang: Lang::En,
        title: "A briefing".to_owned(),
        marking: "TLP:AMBER".to_owned(),
        as_of: Day::from_ymd(2022, 7, 23).expect("a day"),
        as_of_unknown: false,
        sheets: vec![
            sheet(1, "A briefing", Body::Title { lines: vec!["April to June 2022".to_owned()] }),
            sheet(2, "At a glance", Body::Numbers(vec![number])),
            Sheet {
                notes: vec!["How they are counted.".to_owned()],
                subtitle: "By people".to_owned(),
                ..sheet(3, "The largest", Body::Table(table))
            },
            sheet(4, "One case", Body::Incident(Box::new(incident))),
            sheet(5, "Method", Body::Text(text)),
            sheet(6, "Nothing", Body::Empty("No incident meets the conditions.".to_owned())),
        ],
    }
}

/// Names that try to be markup, formulas, addresses, ends of parts, or cannot be drawn.
pub const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "]]> & </svg></title></style></details>",
    "javascript:alert(1) https://evil.example/x",
    "=HYPERLINK(\"http://evil.example\")",
    "漢字 株式会社",
    "שלום وزارة الداخلية",
    "a\u{0}b\u{202e}c\u{feff}\u{fffe}",
    ") Tj ET endstream endobj",
];

/// A deck whose every word is one of these names.
pub fn hostile(name: &str) -> Deck {
    let mut deck = small();
    name.clone_into(&mut deck.title);
    name.clone_into(&mut deck.marking);
    for sheet in &mut deck.sheets {
        name.clone_into(&mut sheet.headline);
        name.clone_into(&mut sheet.subtitle);
        sheet.foot = vec![name.to_owned()];
        sheet.notes = vec![format!("Note: {name}. It goes on for a while, and longer than that.")];
        match &mut sheet.body {
            Body::Title { lines } => *lines = vec![name.to_owned()],
            Body::Numbers(numbers) => {
                for number in numbers {
                    name.clone_into(&mut number.headline);
                    name.clone_into(&mut number.sentence);
                    number.small_print = vec![name.to_owned()];
                }
            }
            Body::Table(table) => {
                table.headers = vec![name.to_owned(), name.to_owned()];
                table.rows = vec![vec![cell(name, Value::Text), cell(name, Value::Text)]; 70];
            }
            Body::Incident(sheet) => {
                sheet.facts = vec![(name.to_owned(), name.to_owned()); 3];
                sheet.text = vec![Paragraph::point(name)];
            }
            Body::Text(paragraphs) => *paragraphs = vec![Paragraph::plain(name), Paragraph::heading(name)],
            Body::Empty(why) => name.clone_into(why),
            _ => {}
        }
    }
    deck
}
