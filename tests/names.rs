//! Columns of words from their cells to records: countries, sectors and techniques by our lists.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use uuid::Uuid;
use vigie::frame::batch::{Batch, Field, RowSink};
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::progress::Progress;
use vigie::import::propose::proposal::Proposal;
use vigie::import::propose::{propose, survey};
use vigie::import::read::assemble::incident_from_row;
use vigie::import::read::read;
use vigie::import::recipe::{Names, Recipe, Target};
use vigie::model::calendar::Day;
use vigie::model::incident::Incident;
use vigie::text::Lang;

#[derive(Default)]
struct Records(Vec<Incident>);

impl RowSink for Records {
    type Error = std::convert::Infallible;

    fn push(&mut self, batch: &Batch<'_>) -> Result<(), Self::Error> {
        self.0.extend((0..batch.rows.len()).map(|row| incident_from_row(batch, row, Uuid::nil(), Uuid::nil())));
        Ok(())
    }
}

const LIST: &str = "organisation|country|sector|technique|remark
A|France|Santé|T1566 - Phishing|&quot;one&quot; &amp;amp; two
B|Korea (Republic of)|Human health and social work|T1566.001|l&#39;autre
C|EU|Banque|T9999|#REF!
D|Allemagne|622110|Phishing|x
E|Not available|Multiple Industries|T1086|
F|USA|Education||y
";

fn proposed(text: &str) -> Proposal {
    let found = sniff(text.as_bytes(), Extent::Whole).expect("a table");
    let today = Day::from_ymd(2026, 1, 1).expect("a day");
    let seen = survey::survey(&mut text.as_bytes(), &found.format, today, &Progress::default()).expect("surveyed");
    propose(&seen, &found.format, "list", &[])
}

fn records(text: &str, recipe: &Recipe) -> Vec<Incident> {
    let mut records = Records::default();
    let report = read(&mut text.as_bytes(), recipe, &mut records, &Progress::default()).expect("read");
    assert!(report.adds_up() && report.rejected.is_empty());
    records.0
}

fn custom<'a>(incident: &'a Incident, header: &str) -> Option<&'a str> {
    incident.custom.get(header).map(String::as_str)
}

#[test]
fn countries_and_sectors_are_named_and_no_word_is_dropped() {
    let recipe = proposed(LIST).recipe;
    let kept = records(LIST, &recipe);
    let countries: Vec<_> = kept.iter().map(|one| (one.place.country.as_str(), custom(one, "country"))).collect();
    let expected = [
        ("FR", None),
        ("KR", Some("Korea (Republic of)")),
        ("EU", None),
        ("DE", None),
        ("", Some("Not available")),
        ("US", None),
    ];
    assert_eq!(countries, expected);
    let sectors: Vec<_> =
        kept.iter().map(|one| (one.organisations[0].sector.as_str(), custom(one, "sector"))).collect();
    let expected = [
        ("Health", None),
        ("Health", Some("Human health and social work")),
        ("Banking", None),
        ("Health", Some("622110")),
        ("Multiple Industries", None),
        ("Education", None),
    ];
    assert_eq!(sectors, expected);
    let technique = |at: usize| kept[at].techniques.items.first().map(|one| (one.id.as_str(), one.name.as_str()));
    assert_eq!(technique(0), Some(("T1566", "Phishing")));
    assert_eq!(technique(1), Some(("T1566.001", "Spearphishing Attachment")));
    assert_eq!(technique(2), Some(("T9999", "")));
    assert_eq!(technique(3), Some(("T1566", "Phishing")));
    assert_eq!(technique(4).map(|(id, _)| id), Some("T1086"));
}

#[test]
fn what_was_recognised_is_said() {
    let proposal = proposed(LIST);
    let said: Vec<String> = proposal.assumptions().iter().map(|one| one.words(Lang::En)).collect();
    for expected in [
        "In “country”, 4 countries recognised, 1 word not: “EU”.",
        "In “sector”, 3 sectors of our list recognised, 1 word not: “Multiple Industries”.",
        "In “technique”, 2 ATT&CK techniques recognised, 1 withdrawn by MITRE: “T1086”, 1 not in the vocabulary: “T9999”.",
    ] {
        assert!(said.iter().any(|one| one == expected), "{expected}\n{}", said.join("\n"));
    }
}

#[test]
fn words_stay_as_written_where_the_recipe_says_so() {
    let mut recipe = proposed(LIST).recipe;
    for rule in &mut recipe.columns {
        rule.names = Names::AsWritten;
    }
    let stored = serde_json::to_string(&recipe).expect("a recipe");
    assert!(!stored.contains("by_list"));
    let kept = records(LIST, &serde_json::from_str(&stored).expect("the same recipe"));
    assert_eq!(kept[1].place.country, "Korea (Republic of)");
    assert_eq!(kept[1].organisations[0].sector, "Human health and social work");
}

#[test]
fn entities_become_characters_and_errors_of_spreadsheets_nothing() {
    let recipe = proposed(LIST).recipe;
    let kept = records(LIST, &recipe);
    let remarks: Vec<_> = kept.iter().map(|one| custom(one, "remark")).collect();
    assert_eq!(remarks, [Some("\"one\" & two"), Some("l'autre"), None, Some("x"), None, Some("y")]);
}

#[test]
fn several_countries_of_one_record_stand_together() {
    let text =
        "organisation;country\nA;['Armenia', 'Azerbaijan', 'Armenia']\nB;['Germany']\nC;['Asia (region)', 'Japan']\n";
    let recipe = proposed(text).recipe;
    let rule = recipe.columns.iter().find(|rule| rule.header == "country").expect("a column");
    assert!(matches!(&rule.target, Target::List { field: Field::Country, .. }), "{rule:?}");
    assert_eq!(rule.names, Names::ByList);
    let kept = records(text, &recipe);
    let countries: Vec<&str> = kept.iter().map(|one| one.place.country.as_str()).collect();
    assert_eq!(countries, ["AM; AZ", "DE", "Asia (region); JP"]);
}
