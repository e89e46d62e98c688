//! Figures over time and of the seasons on real data: published counts, what may be said and what may not.

use std::collections::BTreeMap;

use vigie::chart::figures::scope::Scope;
use vigie::chart::gallery::choice::Options;
use vigie::chart::gallery::{self, Ask, Drawn};
use vigie::chart::model::{ChartKey, Marks, Value};
use vigie::chart::words::Context;
use vigie::frame::batch::Field;
use vigie::frame::{RowValues, Snapshot};
use vigie::model::dataset::{DatedNote, Denominator, Mechanism};
use vigie::model::event::EventKind;
use vigie::query::question::{PeriodKind, Question};
use vigie::query::select;
use vigie::text::Lang;

use crate::data::{day, frame, iso, question, real, washington};

fn draw(key: ChartKey, snapshot: &Snapshot, question: &Question, context: &Context, options: &[(&str, &str)]) -> Drawn {
    let selection = select(snapshot, &question.filter, question.date_of, question.measure);
    let scope = Scope::of(snapshot, &selection, question);
    let options: BTreeMap<String, String> =
        options.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let options = Options(options);
    let ask = Ask {
        snapshot,
        question,
        selection: &selection,
        scope: &scope,
        options: &options,
        context,
        document: &|_| None,
    };
    gallery::draw(key, &ask).expect("a figure of the gallery")
}

/// The counts of the fourth column, which every table over time has for the certain incidents of a period.
fn counts(drawn: &Drawn) -> Vec<u128> {
    let certain = drawn.model.table.rows.iter().map(|row| match row[3].value {
        Value::Count(count) => count,
        _ => panic!("a count"),
    });
    certain.collect()
}

/// Both files of the portal: the day of submission, as month/day/year, and the kind of breach.
fn portal() -> Option<Vec<RowValues>> {
    let mut rows = Vec::new();
    for name in ["hhs_ocr/breach_report.csv", "hhs_ocr/breach_report(1).csv"] {
        let bytes = std::fs::read(real(name)?).expect("a file that can be read");
        let text: String = bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let at = |name: &str| header.iter().position(|head| head == name).expect("the column");
        let (submitted, kind) = (at("Breach Submission Date"), at("Type of Breach"));
        for row in reader.records().map(|row| row.expect("a row")) {
            let parts: Vec<&str> = row[submitted].split('/').collect();
            let [month, of_month, year] = parts.as_slice() else { panic!("a day") };
            let mut values = RowValues::default();
            values.dates.insert(EventKind::RegulatorNotified, iso(&format!("{year}-{month:0>2}-{of_month:0>2}")));
            row[kind].split(", ").for_each(|word| values.add_word(Field::Kind, word));
            rows.push(values);
        }
    }
    Some(rows)
}

fn yearly(as_of: vigie::model::calendar::Day) -> Question {
    Question { period: PeriodKind::Year, ..question(as_of) }
}

#[test]
fn the_portal_by_year_of_submission() {
    let Some(rows) = portal() else { return };
    let snapshot = frame(&rows);
    let question = Question { coverage_start: Some(day(2009, 1, 1)), ..yearly(day(2023, 5, 26)) };
    let drawn = draw(ChartKey::Incidents, &snapshot, &question, &Context::default(), &[]);
    let published = [18, 199, 200, 218, 277, 314, 270, 329, 358, 369, 512, 662, 715, 718];
    assert_eq!(counts(&drawn)[..14], published);
    assert!(
        drawn.model.title.starts_with("Over 14 years the number of incidents rose by about "),
        "{}",
        drawn.model.title
    );
    // The running year is hatched and not in the trend.
    let Marks::Bars { bars, .. } = &drawn.model.series[0].marks else { panic!("bars") };
    assert!(bars[14].partial && !bars[13].partial);
    let foot: Vec<String> = drawn.model.foot.iter().map(vigie::chart::model::FootLine::to_text).collect();
    assert!(foot.iter().any(|line| line.contains("1 Jan 2009 – 31 Dec 2022")), "{foot:?}");

    // Every record stands in the stack once, whatever number of kinds it has.
    let stack = draw(ChartKey::IncidentsByGroup, &snapshot, &question, &Context::default(), &[("view", "stack")]);
    let mut sums = [0.0; 15];
    for series in &stack.model.series {
        let Marks::Bars { bars, .. } = &series.marks else { panic!("bars") };
        for bar in bars {
            let year = stack.model.table.rows.iter().position(|row| match row[1].value {
                Value::Day(first) => f64::from(first.0) < bar.at && bar.at < f64::from(first.0) + 366.0,
                _ => false,
            });
            sums[year.expect("a year")] += bar.certain;
        }
    }
    assert_eq!(sums[..14], published.map(|count| count as f64));
    let french = Context { lang: Lang::Fr, ..Context::default() };
    let title = draw(ChartKey::IncidentsByGroup, &snapshot, &question, &french, &[]).model.title;
    assert!(title.contains("Hacking/IT Incident") && title.contains("probablement entre"), "{title}");
}

#[test]
fn the_list_of_washington_rises_and_its_level_changed_in_2020() {
    let Some(rows) = washington() else { return };
    let snapshot = frame(&rows);
    let question =
        Question { fiscal_start: (7, 24), coverage_start: Some(day(2015, 7, 24)), ..question(day(2026, 8, 13)) };
    let law = DatedNote { day: day(2020, 8, 1), text: "one vendor, many notices".to_owned() };
    let context = Context { annotations: vec![law], ..Context::default() };
    let drawn = draw(ChartKey::Incidents, &snapshot, &question, &context, &[("change", "on"), ("interval", "on")]);
    assert_eq!(
        drawn.model.title,
        "Over 11 years the number of incidents rose by about 18 a year (likely between 3 and 31)"
    );
    let foot: Vec<String> = drawn.model.foot.iter().map(vigie::chart::model::FootLine::to_text).collect();
    let change =
        foot.iter().find(|line| line.starts_with("The level seems to have changed in Q3 2020")).expect("a change");
    assert!(change.contains("whether the collection or the law changed") && change.contains("one vendor"), "{change}");
    assert_eq!(drawn.model.annotations.len(), 2);
    let keys: Vec<&str> = drawn.model.series.iter().map(|series| series.key.as_str()).collect();
    assert_eq!(keys, ["incidents", "intervals", "average", "levels"]);

    // The years of the reports, and the share of one of them: 247 of 286.
    let years = Question { period: PeriodKind::FiscalYear, ..question.clone() };
    let found = counts(&draw(ChartKey::Incidents, &snapshot, &years, &context, &[]));
    assert_eq!(found, [39, 77, 63, 65, 60, 286, 159, 180, 295, 212, 174, 8]);
    assert!(
        draw(ChartKey::Season, &snapshot, &question, &context, &[]).model.title.starts_with("No month of the year")
    );
    let table = draw(ChartKey::YearMonth, &snapshot, &question, &context, &[]).model;
    assert_eq!(table.title, "Most in August 2020: 60 incidents; half of the 132 months had 11 or fewer");
    let Marks::Cells { cells } = &table.series[0].marks else { panic!("cells") };
    let gaps = cells.iter().filter(|cell| cell.shade.is_none()).count();
    assert_eq!((cells.len(), gaps), (144, 10), "six months before the coverage, four after it");
    assert_eq!(cells.iter().filter(|cell| cell.partial).count(), 2);
}

#[test]
fn a_rate_needs_something_to_relate_to() {
    let rows: Vec<RowValues> = (0..120_i32)
        .map(|at| {
            let mut row = RowValues::default();
            let month = at / 3 % 12 + 1;
            row.dates.insert(EventKind::RegulatorNotified, iso(&format!("{}-{month:02}-15", 2021 + at / 36)));
            row
        })
        .collect();
    let snapshot = frame(&rows);
    let question =
        Question { mechanism: Mechanism::Register, coverage_start: Some(day(2021, 1, 1)), ..yearly(day(2023, 12, 31)) };
    let none = draw(ChartKey::IncidentRate, &snapshot, &question, &Context::default(), &[]).model;
    assert!(none.empty.expect("a reason").contains("settings of the dataset"));
    let given = Denominator { what: "supervised firms".to_owned(), by_year: [(2021, 4_000), (2023, 4_000)].into() };
    let context = Context { denominator: Some(given), ..Context::default() };
    let drawn = draw(ChartKey::IncidentRate, &snapshot, &question, &context, &[]).model;
    let Marks::Ranges { ranges, .. } = &drawn.series[0].marks else { panic!("ranges") };
    assert_eq!(ranges.iter().map(|range| range.middle).collect::<Vec<_>>(), [Some(9.0), Some(9.0)], "2022 is a gap");
    assert!(
        drawn.title.starts_with("9 incidents per 1,000 supervised firms in 2023 (likely between "),
        "{}",
        drawn.title
    );
    assert!(drawn.foot[1].to_text().contains("36 incidents in 1 period without a number"));
}

#[test]
fn years_written_as_days_make_no_season() {
    let row = |text: String| {
        let mut row = RowValues::default();
        row.dates.insert(EventKind::RegulatorNotified, iso(&text));
        row
    };
    let days = (0..240).map(|at| row(format!("{}-{:02}-{:02}", 2018 + at / 48, at % 12 + 1, at % 28 + 1)));
    let honest: Vec<RowValues> = days.collect();
    let mut guessed = honest.clone();
    guessed.extend((0..60).map(|at| row(format!("{}-01-01", 2018 + at % 5))));
    let question = Question { coverage_start: Some(day(2018, 1, 1)), ..question(day(2022, 12, 31)) };
    let season = |rows: &[RowValues]| draw(ChartKey::Season, &frame(rows), &question, &Context::default(), &[]).model;
    assert!(season(&honest).empty.is_none());
    let refused = season(&guessed);
    assert!(refused.empty.expect("a reason").contains("1 January"));
    // Three of the honest days are a 1 January too.
    let said = refused.foot[1].to_text();
    assert!(said.starts_with("63 of 300 days are 1 January, against about 1 by chance"), "{said}");
}
