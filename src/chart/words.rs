//! Pieces of sentences that several charts need: periods, amounts, days, feet.

use uuid::Uuid;

use crate::chart::figures::Overview;
use crate::chart::figures::compare::Span;
use crate::chart::figures::scope::Scope;
use crate::chart::model::{FootLine, FootPart};
use crate::chart::records::RecordsKey;
use crate::frame::Snapshot;
use crate::model::affected::Unit;
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, DatedNote, Denominator};
use crate::model::event::EventKind;
use crate::model::period::{Period, PeriodLabel, PeriodScheme};
use crate::query::Known;
use crate::query::language::describe_filter;
use crate::query::question::Filter;
use crate::text::{self, Arg, Lang, tr, tr_args};

/// What words need to know beyond the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Language.
    pub lang: Lang,
    /// Who the data comes from: publisher or name of each dataset looked at.
    pub sources: Vec<String>,
    /// A threshold below which incidents are not in the data.
    pub floor: Option<u64>,
    /// Dated remarks of the datasets looked at, drawn on every time chart: "notification law widened, 1 March 2020".
    pub annotations: Vec<DatedNote>,
    /// What incidents can be put in relation to, where the dataset says so.
    pub denominator: Option<Denominator>,
    /// Of no dataset looked at is it known to which day it is complete.
    pub as_of_unknown: bool,
    /// The datasets looked at with their names.
    pub names: Vec<(Uuid, String)>,
    /// The conditions that the records looked at meet, in words: a picture must say them, because it leaves the window
    /// that shows them. `None` where every record is looked at.
    pub chosen: Option<String>,
}

impl Context {
    /// What the words need to know of the datasets that are looked at. The denominator is known where one dataset is:
    /// those of several have no common meaning. The floor is the highest: below it some of the data is not there.
    pub fn of(lang: Lang, datasets: &[&Dataset]) -> Self {
        let mut sources: Vec<String> = Vec::new();
        for dataset in datasets {
            let name = if dataset.publisher.is_empty() { &dataset.name } else { &dataset.publisher };
            if !name.is_empty() && !sources.contains(name) {
                sources.push(name.clone());
            }
        }
        let only = match datasets {
            [only] => Some(only),
            _ => None,
        };
        Self {
            lang,
            sources,
            floor: datasets.iter().filter_map(|dataset| dataset.floor).max(),
            annotations: datasets.iter().flat_map(|dataset| dataset.annotations.iter().cloned()).collect(),
            denominator: only.and_then(|only| only.denominator.clone()),
            as_of_unknown: datasets.iter().all(|dataset| dataset.as_of_unknown),
            names: datasets.iter().map(|dataset| (dataset.id, dataset.name.clone())).collect(),
            chosen: None,
        }
    }

    /// The same with the conditions of a filter in words.
    #[must_use]
    pub fn choosing(&self, filter: &Filter, snapshot: &Snapshot) -> Self {
        let known = Known { datasets: self.names.clone(), headers: Vec::new() };
        Self { chosen: describe_filter(filter, snapshot, &known, self.lang), ..self.clone() }
    }
}

/// Year, month and day for `text/`.
fn ymd(day: Day) -> text::date::Ymd {
    let (year, month, of_month) = day.ymd();
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(of_month).unwrap_or(1))
}

/// A day in full.
pub fn day(lang: Lang, day: Day) -> String {
    text::day(lang, ymd(day))
}

/// A day in short.
pub fn day_short(lang: Lang, day: Day) -> String {
    text::day_short(lang, ymd(day))
}

/// First to last day.
pub fn day_range(lang: Lang, first: Day, last: Day) -> String {
    text::day_range(lang, ymd(first), ymd(last))
}

/// The name of a period: `June 2026`, `T2 2026`, `2024–25`.
pub fn period(lang: Lang, period: Period) -> String {
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    match period.label() {
        PeriodLabel::Week(year, week) => {
            tr_args(lang, "chart-week", &[("week", week.into()), ("year", year.to_string().into())])
        }
        PeriodLabel::Month(year, month) => text::month(lang, (year, small(month))),
        PeriodLabel::Quarter(year, quarter) => text::quarter(lang, (year, small(quarter))),
        PeriodLabel::Year(year) => year.to_string(),
        PeriodLabel::FiscalYear(year) => text::year_span(period.first_day().year(), year),
    }
}

/// The name of a period where there is little room.
pub fn period_short(lang: Lang, found: Period) -> String {
    match found.label() {
        PeriodLabel::Week(year, week) => {
            tr_args(lang, "chart-week-short", &[("week", week.into()), ("year", year.to_string().into())])
        }
        PeriodLabel::Month(year, month) => text::month_short(lang, (year, u8::try_from(month).unwrap_or(0))),
        _ => period(lang, found),
    }
}

/// A period inside a sentence: `in 2024–25`, `au T2 2026`.
pub fn in_period(lang: Lang, found: Period) -> String {
    let key = match found.kind() {
        PeriodScheme::Week => "chart-in-week",
        PeriodScheme::Month => "chart-in-month",
        PeriodScheme::Quarter => "chart-in-quarter",
        PeriodScheme::Year | PeriodScheme::FiscalYear(_) => "chart-in-year",
    };
    tr_args(lang, key, &[("name", period(lang, found).into())])
}

/// Some days inside a sentence: the period's name, or from the first to the last.
pub fn in_span(lang: Lang, span: Span) -> String {
    span.period.map_or_else(
        || {
            let args = [("first", day(lang, span.first).into()), ("last", day(lang, span.last).into())];
            tr_args(lang, "chart-in-days", &args)
        },
        |period| in_period(lang, period),
    )
}

/// The same after "more" and "fewer". French elides before a vowel: `qu’en 2024`, `que du 1er mars`.
pub fn than(lang: Lang, span: Span) -> String {
    let before = in_span(lang, span);
    let elided = before.starts_with(['a', 'e', 'i', 'o', 'u', 'é']);
    tr_args(lang, if elided { "chart-than-vowel" } else { "chart-than" }, &[("before", before.into())])
}

/// What a period is called after "per".
pub fn per(lang: Lang, scheme: PeriodScheme) -> String {
    match scheme {
        PeriodScheme::Week => tr(lang, "chart-period-week"),
        PeriodScheme::Month => tr(lang, "chart-period-month"),
        PeriodScheme::Quarter => tr(lang, "chart-period-quarter"),
        PeriodScheme::Year => tr(lang, "chart-period-year"),
        PeriodScheme::FiscalYear(start) => {
            let name = text::date::month_name(lang, u8::try_from(start.month()).unwrap_or(1));
            let day = if lang == Lang::Fr && start.day() == 1 { "1er".to_owned() } else { start.day().to_string() };
            tr_args(lang, "chart-period-fiscal_year", &[("day", format!("{day} {name}").into())])
        }
    }
}

/// `286 incidents`.
pub fn incidents(lang: Lang, count: u64) -> String {
    tr_args(lang, "chart-incidents", &[("count", count.into())])
}

/// The words for one key that take only a count.
pub fn counted(lang: Lang, key: &str, count: u64) -> String {
    tr_args(lang, key, &[("count", count.into())])
}

/// A number as the reader should see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To two significant digits from 10,000 on.
    Nearest,
    /// The same, never above the number: for "at least".
    Down,
    /// Every digit.
    Exact,
}

/// A number of some unit: `6.5 million people`, `1 compte`, `14 milliards d’enregistrements`.
pub fn amount(lang: Lang, count: u128, unit: Unit, rounding: Rounding) -> String {
    let mut number = match rounding {
        Rounding::Nearest => text::people(lang, count),
        Rounding::Down => text::number::people_floor(lang, count),
        Rounding::Exact => text::number(lang, count),
    };
    // "6,5 millions de personnes", but "6 500 personnes".
    let in_words = number.ends_with(|last: char| last.is_alphabetic());
    let elided = matches!(unit, Unit::Users | Unit::Records | Unit::Organisations);
    if lang == Lang::Fr && in_words {
        number.push_str(if elided { " d’" } else { " de" });
    }
    let key = match unit {
        Unit::People => "chart-amount-people",
        Unit::Users => "chart-amount-users",
        Unit::Accounts => "chart-amount-accounts",
        Unit::Customers => "chart-amount-customers",
        Unit::Records => "chart-amount-records",
        Unit::Organisations => "chart-amount-organisations",
        Unit::Systems => "chart-amount-systems",
    };
    let plural = Arg::Number(u64::try_from(count).unwrap_or(u64::MAX).min(1_000_000));
    tr_args(lang, key, &[("count", plural), ("number", number.into())]).replace("d’ ", "d’")
}

/// A whole number of days out of a quantile; half days round up.
pub fn whole_days(days: f64) -> u64 {
    (days + 0.5).floor().max(0.0) as u64
}

/// From one event to another, two pieces of a sentence.
pub fn ends(lang: Lang, (from, to): (EventKind, EventKind)) -> (String, String) {
    (tr(lang, &format!("chart-from-{}", from.key())), tr(lang, &format!("chart-to-{}", to.key())))
}

/// The same as one piece.
pub fn from_to(lang: Lang, events: (EventKind, EventKind)) -> String {
    let (from, to) = ends(lang, events);
    tr_args(lang, "chart-from-to", &[("from", from.into()), ("to", to.into())])
}

/// A sentence begins with a capital.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Parts of a foot that do not depend on the chart: what else the selection leaves out.
pub fn scope_parts(overview: &Overview, context: &Context) -> Vec<FootPart> {
    scope_notes(&overview.scope, context)
}

/// The same of a scope alone.
pub fn scope_notes(scope: &Scope, context: &Context) -> Vec<FootPart> {
    let lang = context.lang;
    let mut parts = Vec::new();
    let beside = scope.beside.as_deref();
    let listed = |text: String, filter: Option<&Filter>| FootPart {
        text,
        records: filter.map(|filter| RecordsKey::Chosen(Box::new(filter.clone()))),
    };
    if scope.touching > 0 {
        parts.push(listed(counted(lang, "chart-touching", scope.touching), beside.map(|(touching, _)| touching)));
    }
    if scope.undated > 0 {
        parts.push(listed(counted(lang, "chart-undated-more", scope.undated), beside.map(|(_, undated)| undated)));
    }
    if let Some(largest) = scope.largest_left_out {
        parts.push(FootPart::records(tr(lang, "chart-without-largest"), RecordsKey::One(largest)));
    }
    if let Some(floor) = context.floor {
        let floor = text::number(lang, floor);
        parts.push(FootPart::text(tr_args(lang, "chart-floor", &[("floor", floor.into())])));
    }
    parts
}

/// The last line of every foot: which incidents, time covered, as-of date, source, datasets, mechanism.
pub fn basis_line(overview: &Overview, context: &Context) -> FootLine {
    basis(&overview.scope, context)
}

/// The same of a scope alone.
pub fn basis(scope: &Scope, context: &Context) -> FootLine {
    let lang = context.lang;
    let mut parts = Vec::new();
    if let Some(chosen) = &context.chosen {
        parts.push(FootPart::text(tr_args(lang, "chart-chosen", &[("what", chosen.into())])));
    }
    if let Some((first, last)) = scope.covered {
        let args = [("first", day_short(lang, first).into()), ("last", day_short(lang, last).into())];
        parts.push(FootPart::text(tr_args(lang, "chart-covered", &args)));
    }
    parts.push(FootPart::text(if context.as_of_unknown {
        tr(lang, "chart-data-to-unknown")
    } else {
        tr_args(lang, "chart-data-to", &[("day", day_short(lang, scope.as_of).into())])
    }));
    if scope.datasets > 1 {
        parts.push(FootPart::text(counted(lang, "chart-datasets", scope.datasets)));
    }
    parts.push(FootPart::text(tr(lang, &format!("mechanism-{}", scope.mechanism.key()))));
    if !context.sources.is_empty() {
        let source = context.sources.join(", ");
        parts.push(FootPart::text(tr_args(lang, "chart-source", &[("source", source.into())])));
    }
    FootLine { parts }
}

/// The chart in words.
pub fn alt(lang: Lang, shape: &str, title: &str, subtitle: &str, sentence: &str) -> String {
    let mut text = tr(lang, shape);
    for part in [title, subtitle, sentence].into_iter().filter(|part| !part.is_empty()) {
        text.push(' ');
        text.push_str(part);
        if !part.ends_with('.') {
            text.push('.');
        }
    }
    text
}
