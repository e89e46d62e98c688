//! Where one incident lies among the others.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::chart::figures::affected::name_of;
use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay_among::{AmongFigure, Place};
use crate::chart::figures::delay_pairs::{Pair, Pairs};
use crate::chart::figures::delay_records::{Between, told};
use crate::chart::findings::disclosure::days_words;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::delay::disclosure::method;
use crate::chart::gallery::delay::parts::{self, DayAxis};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, disclosure};
use crate::chart::model::{
    BandPoint, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, FootLine, FootPart, Legend, Marks, Series,
    Side,
};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, whole_days};
use crate::frame::RecordId;
use crate::frame::cell::CountState;
use crate::model::incident::Incident;
use crate::query::question::Filter;
use crate::query::{Expr, parallel, select};
use crate::text::{self, Lang, tr, tr_args};

/// How many of the latest, and of the largest, are offered.
const OFFERED: usize = 12;
/// Most records that are read one by one for a name.
const MOST_READ: usize = 3_000;
/// Fewest comparable incidents.
const FEWEST: u64 = 5;

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let (question, lang) = (ask.question, ask.context.lang);
    let window = parts::window(ask.options);
    let offered = offered(ask);
    let sought = sought(ask);
    let chosen = sought.found.or(sought.listed).or_else(|| offered.first().map(|(id, _)| *id));
    let mut model = match chosen {
        Some(one) if ask.scope.datasets <= 1 && sought.problem.is_none() => {
            let found = AmongFigure::compute(ask.snapshot, ask.selection, question, ask.scope, (one, window));
            let mut model = build(ask, one, &found, window);
            DayAxis::of(ask.options).apply(&mut model, lang, horizon(&found));
            model
        }
        _ => {
            let pairs = Pairs { total: ask.selection.len() as u64, ..Pairs::default() };
            let why = sought.problem.clone().or_else(|| parts::nothing(ask, &pairs));
            let why = why.unwrap_or_else(|| tr(lang, "chart-delay-none"));
            let subtitle = parts::subtitle(ask, "chart-subtitle-delay", "");
            parts::blank(ask, ChartKey::DelayAmong, subtitle, why, Vec::new())
        }
    };
    parts::conditions_in_foot(&mut model, question, window);
    let [how, caveat] = method(question.mechanism);
    let definition = parts::paragraphs(ask, &["delay-define-among", "delay-define-days", how, caveat], window);
    Drawn { model, panels: Vec::new(), definition, choices: choices(ask, offered, chosen, sought.problem) }
}

/// What was typed or chosen, and why nothing was found.
struct Sought {
    found: Option<RecordId>,
    listed: Option<RecordId>,
    problem: Option<String>,
}

fn sought(ask: &Ask<'_>) -> Sought {
    let listed = ask.options.number("incident").map(RecordId);
    let listed = listed.filter(|id| ask.snapshot.row_of(*id).is_some());
    let text = ask.options.get("find").unwrap_or_default().trim();
    if text.is_empty() {
        return Sought { found: None, listed, problem: None };
    }
    let filter = Filter { expr: Expr::Text(text.to_owned()), ..Filter::default() };
    let question = ask.question;
    let meeting = select(ask.snapshot, &filter, question.date_of, question.measure).and(ask.selection);
    let mut pairs = Pairs::collect(ask.snapshot, &meeting, question).pairs;
    let wanted = text.to_lowercase();
    if pairs.is_empty() && ask.selection.len() <= MOST_READ {
        // Where the frame does not keep names, the records themselves have them.
        pairs = Pairs::collect(ask.snapshot, ask.selection, question).pairs;
        pairs.retain(|pair| name(ask, pair.id).to_lowercase().contains(&wanted));
    }
    // The name in full before a part of one; of several the latest.
    let is_whole = |pair: &&Pair| name(ask, pair.id).to_lowercase() == wanted;
    let whole = pairs.iter().take(200).filter(is_whole).max_by_key(|pair| latest(pair));
    let found = whole.or_else(|| pairs.iter().max_by_key(|pair| latest(pair))).map(|pair| pair.id);
    let problem = found.is_none().then(|| tr_args(ask.context.lang, "delay-among-not-found", &[("text", text.into())]));
    Sought { found, listed, problem }
}

/// By what the latest incidents are found: the day they were told, or began where they are still open.
fn latest(pair: &Pair) -> (i32, Reverse<u64>) {
    (if pair.happened() { pair.end.0 } else { pair.start.0 }, Reverse(pair.id.0))
}

/// The latest and the largest incidents with a delay.
fn offered(ask: &Ask<'_>) -> Vec<(RecordId, String)> {
    let mut pairs = Pairs::collect(ask.snapshot, ask.selection, ask.question).pairs;
    let most = OFFERED.min(pairs.len());
    if pairs.len() > most && most > 0 {
        pairs.select_nth_unstable_by_key(most - 1, |pair| Reverse(latest(pair)));
    }
    let (first, rest) = pairs.split_at_mut(most);
    first.sort_unstable_by_key(|pair| Reverse(latest(pair)));
    let mut ids: Vec<RecordId> = first.iter().map(|pair| pair.id).collect();
    let larger = largest(ask);
    let known: BTreeSet<RecordId> = rest.iter().map(|pair| pair.id).filter(|id| larger.contains(id)).collect();
    ids.extend(larger.into_iter().filter(|id| known.contains(id)));
    ids.into_iter().map(|id| (id, named(ask, id))).collect()
}

/// The records with the largest counts of the measure, largest first.
fn largest(ask: &Ask<'_>) -> Vec<RecordId> {
    let parts = parallel::map_chunks(ask.snapshot, |at, chunk| {
        let Some(column) = chunk.counts(ask.question.measure) else { return Vec::new() };
        let mut found: Vec<(u64, RecordId)> = Vec::new();
        for index in ask.selection.in_chunk(at) {
            let cell = column.get(index);
            if cell.state == CountState::Count
                && let Some(id) = chunk.id(index)
            {
                found.push((cell.lo, id));
            }
        }
        found.sort_unstable_by_key(|(count, id)| (Reverse(*count), *id));
        found.truncate(OFFERED);
        found
    });
    let mut all = parts.concat();
    all.sort_unstable_by_key(|(count, id)| (Reverse(*count), *id));
    all.into_iter().take(OFFERED).map(|(_, id)| id).collect()
}

/// What a record is called: an organisation or its title, from the frame or from the record itself.
pub fn name(ask: &Ask<'_>, id: RecordId) -> String {
    let name = name_of(ask.snapshot, id);
    if !name.trim().is_empty() {
        return name;
    }
    (ask.document)(id).map(|incident| incident_name(&incident)).unwrap_or_default()
}

/// The first organisation that is named, or the title.
pub fn incident_name(incident: &Incident) -> String {
    let organisation = incident.organisations.iter().map(|party| party.name.trim()).find(|name| !name.is_empty());
    organisation.unwrap_or(incident.title.trim()).to_owned()
}

fn named(ask: &Ask<'_>, id: RecordId) -> String {
    let name = name(ask, id);
    if name.is_empty() { tr_args(ask.context.lang, "delay-record", &[("id", id.0.to_string().into())]) } else { name }
}

fn choices(
    ask: &Ask<'_>,
    offered: Vec<(RecordId, String)>,
    chosen: Option<RecordId>,
    problem: Option<String>,
) -> Vec<Choice> {
    let lang = ask.context.lang;
    let mut values: Vec<(String, String)> = offered.into_iter().map(|(id, name)| (id.0.to_string(), name)).collect();
    let current = chosen.map(|id| id.0.to_string()).unwrap_or_default();
    if let Some(id) = chosen.filter(|_| !values.iter().any(|(value, _)| *value == current)) {
        values.insert(0, (current.clone(), named(ask, id)));
    }
    let find = OwnChoice {
        key: "find",
        name: tr(lang, "delay-choice-find"),
        control: Control::Text { hint: tr(lang, "delay-find-hint"), problem },
        current: ask.options.get("find").unwrap_or_default().to_owned(),
    };
    let mut choices = vec![
        Choice::Delay,
        parts::list("incident", tr(lang, "delay-choice-incident"), values, &current),
        Choice::Own(find),
    ];
    choices.extend(parts::window_choice(ask));
    choices.push(parts::axis_choice(ask));
    choices
}

fn horizon(found: &AmongFigure) -> u32 {
    let curve = found.late.as_ref().filter(|late| late.until != u32::MAX).unwrap_or(&found.early);
    let tail = curve.upper_tenth().days.map_or(curve.until, |days| whole_days(days * 1.25) as u32);
    let others = found.window.unwrap_or_else(|| tail.min(curve.until));
    let own = found.own.map_or(0, |own| if own.max == u32::MAX { own.min } else { own.max });
    others.max(own.saturating_add(own / 20)).max(1)
}

fn build(ask: &Ask<'_>, one: RecordId, found: &AmongFigure, window: u32) -> ChartModel {
    let lang = ask.context.lang;
    let note = match found.window {
        Some(days) => tr_args(lang, "delay-among-others-window", &[("days", days.into())]),
        None => tr(lang, "delay-among-others"),
    };
    let subtitle = parts::subtitle(ask, "chart-subtitle-delay", &note);
    let foot = foot(ask, one, found, window);
    let blank = |sentence: String| ChartModel {
        foot: foot.clone(),
        ..kinds::blank(ChartKey::DelayAmong, named(ask, one), subtitle.clone(), sentence)
    };
    let (Some(own), Some(place)) = (found.own, found.place) else {
        let key = if found.own.is_none() { "delay-among-no-delay" } else { "delay-among-alone" };
        return blank(tr(lang, key));
    };
    if found.n - found.open < FEWEST {
        return blank(tr_args(lang, "delay-among-few", &[("n", (found.n - found.open).into())]));
    }
    let until = horizon(found);
    let said = said(lang, place);
    let name = words::capital(&named(ask, one));
    let title = tr_args(lang, "delay-among-title", &[("name", name.into()), ("said", said.into())]);
    let sentence = sentence(found, &own, place, lang);
    let mut lines = foot;
    let line = sentence.strip_suffix('.').unwrap_or(&sentence);
    lines.insert(0, FootLine { parts: vec![FootPart::records(line, RecordsKey::One(one))] });
    ChartModel {
        key: ChartKey::DelayAmong,
        alt: words::alt(lang, "chart-alt-curve", &title, &subtitle, &sentence),
        x: DayAxis::Linear.axis(lang, until),
        y: parts::share_axis(lang),
        series: series(found, &own, until, lang),
        annotations: Vec::new(),
        under_x: Vec::new(),
        table: table(found, lang),
        foot: lines,
        title,
        subtitle,
        empty: None,
        legend: Legend::Off,
    }
}

/// Tenths of the others, rounded.
fn tenths(share: f64) -> u64 {
    (share * 10.0).round().clamp(0.0, 10.0) as u64
}

/// Where it lies, in a few words.
fn said(lang: Lang, place: Place) -> String {
    match place {
        Place::Sooner { low, high } => match (tenths(low), tenths(high)) {
            (0, 0) => tr(lang, "delay-among-fastest"),
            (10, 10) => tr(lang, "delay-among-slowest"),
            (low, high) if low == high => tr_args(lang, "delay-among-slower", &[("tenths", low.into())]),
            (low, high) => tr_args(lang, "delay-among-slower-range", &[("low", low.into()), ("high", high.into())]),
        },
        Place::LongerThan { share } => match tenths(share) {
            0 => tr(lang, "delay-among-open-early"),
            10 => tr(lang, "delay-among-open-slowest"),
            tenths => tr_args(lang, "delay-among-open", &[("tenths", tenths.into())]),
        },
        Place::Beyond { days } => tr_args(lang, "delay-among-beyond", &[("days", days.into())]),
    }
}

/// How long it took, and what share of the others was told sooner, with its interval.
fn sentence(found: &AmongFigure, own: &Pair, place: Place, lang: Lang) -> String {
    let percent = |share: f64| text::share(lang, share, 0);
    let high = (own.max != u32::MAX).then(|| u64::from(own.max));
    let took = match (own.happened(), high) {
        (false, _) => tr_args(lang, "delay-among-open-for", &[("days", days_words(lang, own.min.into(), None).into())]),
        (true, None) => {
            tr_args(lang, "delay-among-took-least", &[("days", days_words(lang, own.min.into(), None).into())])
        }
        (true, high) => tr_args(lang, "delay-among-took", &[("days", days_words(lang, own.min.into(), high).into())]),
    };
    let n = ("n", (found.n).into());
    let others = match place {
        Place::Sooner { low, high } if percent(low) != percent(high) => {
            tr_args(lang, "delay-among-range", &[("low", percent(low).into()), ("high", percent(high).into()), n])
        }
        Place::Sooner { low: share, .. } | Place::LongerThan { share } => {
            let before = own.min.checked_sub(1).and_then(|day| found.early.share_by(day)?.band);
            match before.filter(|_| found.late.is_none()) {
                Some((low, high)) => tr_args(
                    lang,
                    "delay-among-share",
                    &[
                        ("share", percent(share).into()),
                        ("low", percent(low).into()),
                        ("high", percent(high).into()),
                        n,
                    ],
                ),
                None => tr_args(lang, "delay-among-share-plain", &[("share", percent(share).into()), n]),
            }
        }
        Place::Beyond { days } => tr_args(lang, "delay-among-beyond-sentence", &[("days", days.into()), n]),
    };
    format!("{took} {others}")
}

fn foot(ask: &Ask<'_>, one: RecordId, found: &AmongFigure, window: u32) -> Vec<FootLine> {
    let lang = ask.context.lang;
    let n = match found.open {
        0 => tr_args(lang, "chart-n", &[("n", found.n.into())]),
        open => tr_args(lang, "chart-n-open", &[("n", found.n.into()), ("open", open.into())]),
    };
    let others = told(ask.question, window, 0, None);
    let without = Expr::Not(Box::new(Expr::Records(vec![one])));
    let all = if found.open > 0 {
        let open = Between::of(ask.question).open();
        Expr::All(vec![Expr::Any(vec![others, open]), without])
    } else {
        others.and(without)
    };
    let mut parts = vec![FootPart::records(n, RecordsKey::Where(all))];
    parts.extend(parts::gap_parts(&found.left_out, ask.question, window, lang));
    parts::foot(vec![FootLine { parts }], ask)
}

fn series(found: &AmongFigure, own: &Pair, until: u32, lang: Lang) -> Vec<Series> {
    let mut series = Vec::new();
    let mut push = |key: &str, role: ColourRole, marks: Marks, label: Option<DirectLabel>| {
        let name = tr(lang, if role == ColourRole::Data(2) { "delay-series-own" } else { "delay-series-others" });
        series.push(Series { key: key.to_owned(), name, role, marks, label });
    };
    let end = |curve: &Curve| {
        let all = curve.steps.last().is_some_and(|last| last.share >= 1.0);
        f64::from(if all { until } else { curve.until.min(until) })
    };
    let early = &found.early;
    let band = match &found.late {
        Some(late) => disclosure::envelope(early, late, until),
        None => disclosure::band(early, until),
    };
    if !band.is_empty() {
        let until = if found.late.is_some() { f64::from(until) } else { end(early) };
        push("band", ColourRole::Data(1), Marks::Band { points: band, until }, None);
    }
    for (key, curve) in [("early", Some(early)), ("late", found.late.as_ref())] {
        let Some(curve) = curve else { continue };
        let marks = Marks::Steps { points: disclosure::points(curve, until), until: end(curve) };
        push(key, ColourRole::Data(1), marks, None);
    }
    let high = Some(own.max).filter(|max| own.happened() && *max != u32::MAX);
    let share = early.share_by(own.min).map_or(1.0, |step| step.share);
    let at = [f64::from(own.min), share];
    let words = match (own.happened(), high) {
        (false, _) => {
            tr_args(lang, "delay-among-open-label", &[("days", days_words(lang, own.min.into(), None).into())])
        }
        (true, high) => days_words(lang, own.min.into(), high.map(u64::from)),
    };
    let label = Some(DirectLabel { text: words, at, side: Side::BelowRight });
    match high.filter(|high| *high > own.min) {
        Some(high) => {
            let strip = vec![BandPoint { x: f64::from(own.min), lo: 0.0, hi: 1.0 }];
            push("own", ColourRole::Data(2), Marks::Band { points: strip, until: f64::from(high) }, label);
        }
        None => push("own", ColourRole::Data(2), Marks::Guide { at }, label),
    }
    series
}

fn table(found: &AmongFigure, lang: Lang) -> DataTable {
    let headers = ["chart-column-days", "chart-column-share", "chart-column-low", "chart-column-high"];
    let rows = found.early.steps.iter().map(|step| {
        vec![
            kinds::count(lang, step.days),
            kinds::share(lang, Some(step.share)),
            kinds::share(lang, step.band.map(|(low, _)| low)),
            kinds::share(lang, step.band.map(|(_, high)| high)),
        ]
    });
    DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
}
