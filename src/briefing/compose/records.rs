//! Records as a table: the largest, or the latest.

use crate::briefing::compose::ground::{Ground, Prepared};
use crate::briefing::compose::plain;
use crate::briefing::deck::{Body, Sheet};
use crate::briefing::document::{PageView, Rank};
use crate::chart::describe;
use crate::chart::figures::affected::name_of;
use crate::chart::gallery::delay::among::incident_name;
use crate::chart::model::{Cell, DataTable, Value};
use crate::chart::words;
use crate::frame::RecordId;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::chunk::Chunk;
use crate::query::{Delay, Direction, SortBy, order};
use crate::text::{self, tr, tr_args};

/// Most rows of such a table.
pub const MOST: u8 = 40;

/// A table of records.
pub fn sheet(view: &PageView, rank: Rank, top: u8, ground: &Ground<'_>) -> Sheet {
    let lang = ground.lang;
    let prepared = ground.prepare(view);
    let question = &prepared.question;
    let by = match rank {
        Rank::Largest => SortBy::Count(question.measure),
        Rank::Latest => SortBy::Date(question.date_of),
    };
    let rows = order(ground.snapshot, &prepared.selection, &by, Direction::Down);
    let wanted = usize::from(top.clamp(1, MOST));
    let shown: Vec<Row> =
        rows.iter().take(wanted).filter_map(|row| Row::of(*row as usize, &prepared, ground)).collect();
    let ranked: Vec<Row> = shown.into_iter().filter(|row| row.is_ranked(rank)).collect();
    let count = ("count", ranked.len().into());
    let headline = tr_args(lang, if rank == Rank::Largest { "briefing-largest" } else { "briefing-latest" }, &[count]);
    let context = ground.context(question);
    let all = text::number(lang, prepared.selection.len() as u64);
    let of = tr_args(lang, "briefing-rows-of", &[("shown", ranked.len().into()), ("all", all.into())]);
    let mut foot = vec![of];
    foot.extend(words::scope_notes(&prepared.scope, &context).into_iter().map(|part| part.text));
    let foot = vec![foot.join(" · "), words::basis(&prepared.scope, &context).to_text()];
    let notes = vec![tr_args(lang, "briefing-notes-finding", &[("finding", (&headline).into())])];
    let body = if ranked.is_empty() {
        let key = if prepared.selection.is_empty() { "briefing-no-record" } else { "briefing-no-rank" };
        Body::Empty(tr(lang, key))
    } else {
        Body::Table(table(&ranked, ground, &prepared))
    };
    Sheet { foot: foot.into_iter().filter(|line| !line.is_empty()).collect(), notes, ..plain(headline, body) }
}

fn table(rows: &[Row], ground: &Ground<'_>, prepared: &Prepared) -> DataTable {
    let (lang, question) = (ground.lang, &prepared.question);
    let unit = words::capital(&tr(lang, &format!("unit-{}", question.measure.0.key())));
    let headers = vec![
        tr(lang, "briefing-column-incident"),
        tr(lang, &format!("event-{}", question.date_of.key())),
        unit,
        words::capital(&words::from_to(lang, question.delay)),
    ];
    let rows = rows.iter().map(|row| {
        let (date, _) = describe::date_cell(lang, row.date);
        let exact = row.date.state == DateState::Date && row.date.lo == row.date.hi;
        let day = if exact { Value::Day(crate::model::calendar::Day(row.date.lo)) } else { Value::Text };
        let number = row.count.state == CountState::Count && row.count.lo == row.count.hi;
        let count = if number { Value::Count(row.count.lo.into()) } else { Value::Text };
        vec![
            Cell { text: row.name.clone(), value: Value::Text },
            Cell { text: date, value: day },
            Cell { text: describe::count_cell(lang, row.count), value: count },
            Cell { text: describe::delay_cell(lang, row.delay), value: delay_value(row.delay) },
        ]
    });
    DataTable { headers, rows: rows.collect() }
}

fn delay_value(delay: Delay) -> Value {
    match delay {
        Delay::Known { min, max: Some(max), .. } if min == max => Value::Count(min.into()),
        _ => Value::Text,
    }
}

/// One record of the table.
struct Row {
    name: String,
    date: DateCell,
    count: CountCell,
    delay: Delay,
}

impl Row {
    fn of(row: usize, prepared: &Prepared, ground: &Ground<'_>) -> Option<Self> {
        let (chunk, index) = ground.snapshot.locate(row)?;
        let question = &prepared.question;
        let date = |kind| chunk.dates(kind).map(|column| column.get(index)).unwrap_or_default();
        let count = chunk.counts(question.measure).map(|column| column.get(index)).unwrap_or_default();
        let delay = Delay::between(date(question.delay.0), date(question.delay.1), question.as_of);
        Some(Self { name: named(ground, chunk, index), date: date(question.date_of), count, delay })
    }

    /// Whether the record has what the table is ordered by.
    fn is_ranked(&self, rank: Rank) -> bool {
        match rank {
            Rank::Largest => self.count.state == CountState::Count,
            Rank::Latest => self.date.state == DateState::Date,
        }
    }
}

fn named(ground: &Ground<'_>, chunk: &Chunk, index: usize) -> String {
    let Some(id) = chunk.id(index) else { return String::new() };
    name(ground, id)
}

/// What a record is called: an organisation, its title, or its number.
pub fn name(ground: &Ground<'_>, id: RecordId) -> String {
    let known = name_of(ground.snapshot, id);
    if !known.trim().is_empty() {
        return known;
    }
    let read = (ground.document)(id).map(|incident| incident_name(&incident)).unwrap_or_default();
    if read.is_empty() { tr_args(ground.lang, "delay-record", &[("id", id.0.to_string().into())]) } else { read }
}
