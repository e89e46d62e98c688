//! Every figure of every family, in both languages, on light and dark ground, from a phone to a slide: drawn from rows
//! with long French names, open and coarse dates and numbers of ten digits, and from real files.

use std::collections::BTreeMap;
use std::path::Path;

use vigie::chart::figures::scope::Scope;
use vigie::chart::gallery::choice::Options;
use vigie::chart::gallery::{self, Ask, Drawn};
use vigie::chart::model::{ChartKey, Marks, Scale};
use vigie::chart::words::Context;
use vigie::draw::layout::{Size, scene_with_panels};
use vigie::draw::png::png;
use vigie::draw::style::Style;
use vigie::frame::batch::Field;
use vigie::frame::cell::{CountCell, CountState, DateCell, DateState};
use vigie::frame::{RowValues, Snapshot};
use vigie::model::affected::{Effect, Unit};
use vigie::model::dataset::{DatedNote, Denominator, Mechanism};
use vigie::model::event::EventKind;
use vigie::query::question::{PeriodKind, Question};
use vigie::query::select;
use vigie::text::Lang;

use crate::checks::faults;
use crate::data::{PEOPLE, day, frame, have_i_been_pwned, named, question, washington};

const SIZES: [(&str, Size); 3] = [
    ("slide", Size::SLIDE),
    ("page", Size { width_pt: 640.0, height_pt: 400.0 }),
    ("phone", Size { width_pt: 360.0, height_pt: 320.0 }),
];

const SECTORS: [&str; 7] = [
    "Administrations publiques centrales et organismes de sécurité sociale",
    "Établissements de santé et médico-sociaux",
    "Enseignement supérieur et recherche",
    "Finance",
    "Collectivités territoriales",
    "Télécommunications",
    "Activités juridiques, comptables et de conseil aux entreprises",
];

/// Most labels on an axis of numbers.
const TICKS_MOST: usize = 14;

/// A register of `count` records over six years, with everything a record may have.
fn register(count: i32) -> Vec<RowValues> {
    let row = |at: i32| {
        let mut row = named(&format!("Organisation au nom assez long numéro {at}"));
        let start = day(2020, 1, 10).0 + at * 2_100 / count.max(1);
        let exact = |days: i32| DateCell { lo: days, hi: days, state: DateState::Date };
        let aware = start + at * 17 % 90;
        row.dates.insert(EventKind::IntrusionBegan, exact(start - at * 7 % 400));
        row.dates.insert(EventKind::Aware, if at % 9 == 4 { month(aware) } else { exact(aware) });
        let told = aware + at * 11 % 140;
        let told =
            if at % 13 == 5 { DateCell { state: DateState::NotYet, ..DateCell::default() } } else { exact(told) };
        row.dates.insert(EventKind::RegulatorNotified, told);
        let sector = at * at % 7;
        row.add_word(Field::Sector, SECTORS[usize::try_from(sector).expect("a sector")]);
        row.add_word(
            Field::Kind,
            ["Rançongiciel", "Hameçonnage", "Erreur d’envoi"][usize::try_from(at % 3).expect("a kind")],
        );
        if at % 4 == 0 {
            row.add_word(Field::Kind, "Exploitation d’une vulnérabilité");
        }
        let lo = 10_u64.pow(u32::try_from(at % 10).expect("a power")) * u64::from(at.unsigned_abs() % 7 + 1);
        let hi = if at % 11 == 3 { u64::MAX } else { lo + lo * u64::from(at.unsigned_abs() % 2) };
        row.counts.insert(PEOPLE, CountCell { lo, hi, state: CountState::Count });
        row
    };
    (0..count).map(row).collect()
}

/// The thirty days around a day: a month is all that is known.
fn month(at: i32) -> DateCell {
    DateCell { lo: at - at % 30, hi: at - at % 30 + 29, state: DateState::Date }
}

fn context(lang: Lang) -> Context {
    let by_year = (2019..2027).map(|year| (year, 40_000 + 500 * (year as u64 - 2019))).collect();
    let note = |day, text: &str| DatedNote { day, text: text.to_owned() };
    Context {
        lang,
        sources: vec!["Autorité de contrôle".to_owned()],
        denominator: Some(Denominator { what: "organisations".to_owned(), by_year }),
        annotations: vec![
            note(day(2021, 3, 1), "Obligation de notification élargie"),
            note(day(2021, 6, 1), "Nouveau formulaire"),
        ],
        ..Context::default()
    }
}

fn draw(key: ChartKey, snapshot: &Snapshot, question: &Question, lang: Lang) -> Option<Drawn> {
    let selection = select(snapshot, &question.filter, question.date_of, question.measure);
    let scope = Scope::of(snapshot, &selection, question);
    let options = Options(BTreeMap::new());
    let context = context(lang);
    let ask = Ask {
        snapshot,
        question,
        selection: &selection,
        scope: &scope,
        options: &options,
        context: &context,
        document: &|_| None,
    };
    gallery::draw(key, &ask)
}

/// What is wrong with any figure on these rows.
fn all_faults(name: &str, rows: &[RowValues], question: &Question, found: &mut Vec<String>) -> usize {
    let snapshot = frame(rows);
    let mut drawn_figures = 0;
    for key in ChartKey::ALL {
        for lang in Lang::ALL {
            let Some(drawn) = draw(key, &snapshot, question, lang) else { continue };
            drawn_figures += usize::from(drawn.model.empty.is_none());
            let what = format!("{name}-{}-{}", key.key(), lang.code());
            found.extend(said(&drawn).into_iter().map(|fault| format!("{what}: {fault}")));
            for (size_name, size) in SIZES {
                for style in [Style::print(), Style::dark()] {
                    // The ground changes no place: dark is looked at where there is least room.
                    if size_name != "phone" && style != Style::print() {
                        continue;
                    }
                    let scene = scene_with_panels(&drawn.model, &drawn.panels, size, &style);
                    let faults = faults(&scene, &style);
                    if !faults.is_empty()
                        && let Some(folder) = std::env::var_os("VIGIE_PICTURES")
                    {
                        let bytes = png(&scene, 1.5).expect("a picture");
                        let path = Path::new(&folder).join(format!("fault-{what}-{size_name}.png"));
                        std::fs::write(path, bytes).expect("a folder");
                    }
                    found.extend(faults.into_iter().take(2).map(|fault| format!("{what} {size_name}: {fault}")));
                }
            }
        }
    }
    drawn_figures
}

/// What a figure must say of itself: its finding, measure and source; axes with few marks; bars from zero.
fn said(drawn: &Drawn) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |is_right: bool, what: &str| {
        if !is_right {
            faults.push(what.to_owned());
        }
    };
    check(!drawn.model.title.trim().is_empty(), "no finding");
    check(drawn.model.empty.is_some() || !drawn.model.subtitle.trim().is_empty(), "no measure");
    check(!drawn.model.foot.is_empty(), "no source");
    let own = (!drawn.model.series.is_empty()).then_some(&drawn.model);
    for model in own.into_iter().chain(&drawn.panels).filter(|model| model.empty.is_none()) {
        for axis in [&model.x, &model.y] {
            let labels = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).count();
            check(axis.scale == Scale::Band || labels <= TICKS_MOST + 2, "too many ticks");
            check(axis.scale == Scale::Band || labels != 1, "an axis with a single tick");
        }
        for series in &model.series {
            if let Marks::Bars { direction, bars } = &series.marks {
                let axis = if *direction == vigie::chart::model::Direction::Up { &model.y } else { &model.x };
                check(bars.is_empty() || axis.lo <= 0.0, "bars that do not begin at zero");
            }
        }
    }
    faults
}

fn asked(mechanism: Mechanism, period: PeriodKind) -> Question {
    let mut asked = question(day(2026, 1, 15));
    asked.mechanism = mechanism;
    asked.period = period;
    asked
}

#[test]
fn figures_of_every_family_can_be_read_at_every_size() {
    let mut found = Vec::new();
    let mut most = 0;
    for (name, count, mechanism, period) in [
        ("none", 0, Mechanism::Register, PeriodKind::Year),
        ("one", 1, Mechanism::Mixed, PeriodKind::Month),
        ("six", 6, Mechanism::Register, PeriodKind::Quarter),
        ("register", 400, Mechanism::Register, PeriodKind::Quarter),
        ("list", 260, Mechanism::DisclosureList, PeriodKind::Year),
    ] {
        most = most.max(all_faults(name, &register(count), &asked(mechanism, period), &mut found));
    }
    assert!(most >= 30, "only {most} figures are drawn");
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn figures_of_real_files_can_be_read_at_every_size() {
    let mut found = Vec::new();
    if let Some(rows) = washington() {
        let mut asked = question(day(2026, 8, 13));
        asked.fiscal_start = (7, 24);
        all_faults("washington", &rows, &asked, &mut found);
    }
    if let Some(rows) = have_i_been_pwned() {
        let mut asked = question(day(2025, 3, 15));
        asked.date_of = EventKind::MadePublic;
        asked.delay = (EventKind::IntrusionBegan, EventKind::MadePublic);
        asked.listed_by = Some(EventKind::MadePublic);
        asked.measure = (Unit::Accounts, Effect::DataExposed);
        all_faults("pwned", &rows, &asked, &mut found);
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
