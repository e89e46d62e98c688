use super::*;
use crate::briefing::deck::{BigNumber, Paragraph};
use crate::chart::model::{Cell, DataTable, Value};
use crate::model::calendar::Day;
use crate::text::Lang;
use uuid::Uuid;

fn deck() -> Deck {
    Deck {
        lang: Lang::Fr,
        title: "T".to_owned(),
        marking: "TLP:AMBER".to_owned(),
        as_of: Day(20_000),
        as_of_unknown: false,
        sheets: Vec::new(),
    }
}

fn sheet(body: Body) -> Sheet {
    let headline =
        "Délai entre la prise de connaissance et la notification initiale à l’autorité : pas d’évolution nette";
    Sheet {
        page: Uuid::nil(),
        headline: headline.to_owned(),
        subtitle: "Jours, par trimestre".to_owned(),
        body,
        foot: vec!["1 595 incidents · 23 sans date".repeat(9), "Source".to_owned()],
        notes: Vec::new(),
        cautions: Vec::new(),
        part: None,
    }
}

fn is_sound(slide: &Slide) {
    let scene = slide.scene();
    let texts: Vec<&Text> = scene.texts().collect();
    for (at, text) in texts.iter().enumerate() {
        let area = text.area();
        assert!(
            area.x >= -0.5 && area.right() <= WIDTH_PT + 0.5 && area.y >= -0.5 && area.bottom() <= HEIGHT_PT + 0.5,
            "{text:?}"
        );
        for other in texts.iter().skip(at + 1) {
            let (mut a, b) = (area, other.area());
            a.height *= 0.8;
            assert!(!a.overlaps(&Area { height: b.height * 0.8, ..b }), "{} over {}", text.text, other.text);
        }
    }
}

#[test]
fn words_never_overlap_and_stay_on_the_slide() {
    let long = "Le délai médian s’allonge ; la moitié des personnes l’apprend après deux mois, sans compter les dossiers ouverts.";
    let number = |times: usize| BigNumber {
        question: "Combien de personnes".to_owned(),
        headline: "6,5 millions de personnes au moins en 2024–25".to_owned(),
        sentence: long.repeat(times),
        small_print: vec!["1 595 incidents".to_owned(), long.to_owned()],
    };
    let paragraph =
        |at: usize| if at.is_multiple_of(3) { Paragraph::heading("Données") } else { Paragraph::point(long) };
    let cell = |text: &str, value| Cell { text: text.to_owned(), value };
    let row = vec![
        cell(long, Value::Text),
        cell("43 000 000", Value::Count(43_000_000)),
        cell("8 mars 2024", Value::Day(Day(3))),
    ];
    let table = |rows: usize| DataTable {
        headers: vec!["Incident".to_owned(), "Personnes".to_owned(), "Date".to_owned()],
        rows: vec![row.clone(); rows],
    };
    let bodies = [
        Body::Title { lines: vec![long.to_owned(), "Données au 13 août 2026".to_owned()] },
        Body::Numbers(vec![number(1), number(2), number(1)]),
        Body::Numbers(vec![number(3)]),
        Body::Text((0..7).map(paragraph).collect()),
        Body::Table(table(5)),
        Body::Empty(long.to_owned()),
    ];
    for body in bodies {
        is_sound(&slide(&deck(), &sheet(body), 12, &Style::print()));
    }
    let layout = table::Layout::of(&table(40), 864.0, 11.0);
    assert!(layout.right[1] && !layout.right[0] && !layout.right[2]);
    let fit = layout.rows_within(300.0);
    assert!(fit > 3 && fit < 40, "{fit}");
}
