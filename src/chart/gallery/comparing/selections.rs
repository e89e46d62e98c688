//! Two selections side by side: the filter's, and all the others or what a query asks for.

mod delay;
mod people;
mod shares;

use crate::chart::figures::comparing::Verdict;
use crate::chart::figures::comparing::selections::{Against, CountDifference, Pair};
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::comparing::fields;
use crate::chart::gallery::comparing::parts::{self, Row};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart};
use crate::chart::records::RecordsKey;
use crate::chart::words;
use crate::model::dataset::Mechanism;
use crate::query::language::{self, Known};
use crate::text::{self, Lang, tr, tr_args};

const KEY: ChartKey = ChartKey::CompareSelections;

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aspect {
    Count,
    Shares,
    People,
    Delay,
}

impl Aspect {
    fn of(ask: &Ask<'_>) -> Self {
        match ask.options.get("show") {
            Some("count") => Self::Count,
            Some("shares") => Self::Shares,
            Some("people") => Self::People,
            _ => Self::Delay,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Shares => "shares",
            Self::People => "people",
            Self::Delay => "delay",
        }
    }
}

/// Both sides with what they are called.
struct Sides<'a> {
    ask: &'a Ask<'a>,
    pair: Pair,
    names: (String, String),
    shared: u64,
}

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let aspect = Aspect::of(ask);
    let text = ask.options.get("against").unwrap_or_default().trim();
    let against = read(ask, text);
    let choices = choices(ask, aspect, text, against.as_ref().err());
    let definition = definition(lang, aspect, ask.question.mechanism);
    let refused = |sentence: String| {
        let blank = kinds::blank(KEY, tr(lang, "comparing-selections-title-none"), String::new(), sentence);
        let model = ChartModel { foot: vec![words::basis(ask.scope, ask.context)], ..blank };
        Drawn { model, panels: Vec::new(), definition: definition.clone(), choices: choices.clone() }
    };
    let against = match against {
        Ok(against) => against,
        Err(problem) => return refused(problem),
    };
    let mut pair = Pair::of(ask.snapshot, ask.question, ask.selection, &against);
    let shared = pair.shared;
    if shared > 0 {
        if !ask.options.is_on("apart") {
            return refused(words::counted(lang, "comparing-shared", shared));
        }
        pair = pair.apart();
    }
    match pair.sizes() {
        (_, 0) if against == Against::Others => return refused(tr(lang, "comparing-everything")),
        (_, 0) => return refused(tr(lang, "comparing-second-empty")),
        (0, _) => return refused(tr(lang, "comparing-first-empty")),
        _ => {}
    }
    let second = match against {
        Against::Others => tr(lang, "comparing-the-others"),
        Against::Meeting(_) => tr_args(lang, "comparing-quoted", &[("word", text.into())]),
    };
    let sides = Sides { ask, pair, names: (tr(lang, "comparing-the-selection"), second), shared };
    let model = match aspect {
        Aspect::Count => sides.count(),
        Aspect::Shares => sides.shares(),
        Aspect::People => sides.people(),
        Aspect::Delay => sides.delay(),
    };
    Drawn { model, panels: Vec::new(), definition, choices }
}

/// What the text under `against` asks for; of nothing, all the others.
fn read(ask: &Ask<'_>, text: &str) -> Result<Against, String> {
    if text.is_empty() {
        return Ok(Against::Others);
    }
    let expr =
        language::parse(text, &Known::of(ask.snapshot, &[])).map_err(|error| error.sentence(ask.context.lang))?;
    Ok(Against::Meeting(expr))
}

fn choices(ask: &Ask<'_>, aspect: Aspect, text: &str, problem: Option<&String>) -> Vec<Choice> {
    let lang = ask.context.lang;
    let values = [
        ("delay", "comparing-show-delay"),
        ("people", "comparing-show-people"),
        ("shares", "comparing-show-shares"),
        ("count", "comparing-show-count"),
    ];
    let mut choices = vec![
        parts::segments(lang, "show", "comparing-choice-measure", &values, aspect.key()),
        Choice::Own(OwnChoice {
            key: "against",
            name: tr(lang, "comparing-choice-against"),
            control: Control::Text { hint: tr(lang, "comparing-the-others"), problem: problem.cloned() },
            current: text.to_owned(),
        }),
        Choice::Own(OwnChoice {
            key: "apart",
            name: tr(lang, "comparing-choice-apart"),
            control: Control::Switch,
            current: if ask.options.is_on("apart") { "on".to_owned() } else { String::new() },
        }),
    ];
    match aspect {
        Aspect::Delay => choices.push(Choice::Delay),
        Aspect::People => choices.push(Choice::Measure),
        Aspect::Count => choices.push(Choice::DateOf),
        Aspect::Shares => {
            if let Some(field) = fields::chosen(ask) {
                choices.push(fields::choice(ask, &field));
                choices.push(fields::top_choice(ask));
            }
        }
    }
    choices
}

fn definition(lang: Lang, aspect: Aspect, mechanism: Mechanism) -> Vec<String> {
    let method = match (aspect, mechanism) {
        (Aspect::Count, _) => "comparing-define-ratio",
        (Aspect::Shares, _) => "comparing-define-shares",
        (Aspect::People, _) => "comparing-define-people",
        (Aspect::Delay, Mechanism::Register) => "comparing-define-delay-register",
        (Aspect::Delay, Mechanism::DisclosureList) => "comparing-define-delay-list",
        (Aspect::Delay, Mechanism::Mixed) => "comparing-define-groups-mixed",
    };
    let mut keys = vec!["comparing-define-selections", method];
    if aspect == Aspect::Shares {
        keys.push("comparing-define-rule");
    }
    keys.push("comparing-define-selections-limits");
    parts::paragraphs(lang, &keys)
}

const FIRST: ColourRole = ColourRole::Data(1);
const SECOND: ColourRole = ColourRole::Data(2);

impl Sides<'_> {
    fn lang(&self) -> Lang {
        self.ask.context.lang
    }

    fn records(&self) -> (RecordsKey, RecordsKey) {
        (RecordsKey::All, RecordsKey::Chosen(Box::new(self.pair.second_filter.clone())))
    }

    /// Title from a sentence that names both sides.
    fn sentence(&self, key: &str, one: &str, other: &str, interval: &str) -> String {
        let (a, b) = (self.names.0.as_str(), self.names.1.as_str());
        let args = [
            ("a", a.into()),
            ("b", b.into()),
            ("one", one.into()),
            ("other", other.into()),
            ("interval", interval.into()),
        ];
        words::capital(&tr_args(self.lang(), key, &args))
    }

    fn foot(&self, more: Vec<FootPart>) -> Vec<FootLine> {
        let lang = self.lang();
        let (one, other) = self.records();
        let side = |name: &str, count: u64, records: RecordsKey| {
            let args = [("name", words::capital(name).into()), ("count", count.into())];
            FootPart::records(tr_args(lang, "comparing-side", &args), records)
        };
        let (n, m) = self.pair.sizes();
        let mut found = vec![side(&self.names.0, n, one), side(&self.names.1, m, other)];
        if self.shared > 0 {
            found.push(FootPart::text(words::counted(lang, "comparing-shared-out", self.shared)));
        }
        found.extend(more);
        found.push(FootPart::text(tr(lang, "chart-interval-note")));
        found.extend(words::scope_notes(self.ask.scope, self.ask.context));
        vec![FootLine { parts: found }, words::basis(self.ask.scope, self.ask.context)]
    }

    fn blank(&self, title: String, subtitle: String, sentence: String, foot: Vec<FootPart>) -> ChartModel {
        ChartModel { foot: self.foot(foot), ..kinds::blank(KEY, title, subtitle, sentence) }
    }

    fn headers(&self, names: &[&str]) -> Vec<String> {
        names.iter().map(|name| tr(self.lang(), &format!("chart-column-{name}"))).collect()
    }

    /// How many: both numbers and their ratio.
    fn count(&self) -> ChartModel {
        let (lang, (one, other)) = (self.lang(), self.pair.sizes());
        let subtitle = tr(lang, "comparing-subtitle-count-two");
        let found = CountDifference::of(self.ask.snapshot, &self.pair, self.ask.question, self.ask.scope);
        let times = |value: f64| text::decimal(lang, value, if value < 2.0 { 2 } else { 1 });
        let (n, m) = (words::incidents(lang, one), words::incidents(lang, other));
        let Some(found) = found.filter(|found| found.verdict != Verdict::Few) else {
            let title = self.sentence("comparing-count-few", &n, &m, "");
            return self.blank(title, subtitle, tr(lang, "comparing-count-few-why"), Vec::new());
        };
        let args = [
            ("ratio", times(found.ratio).into()),
            ("low", times(found.interval.0).into()),
            ("high", times(found.interval.1).into()),
        ];
        let ratio = tr_args(lang, "comparing-ratio", &args);
        let key = if found.verdict == Verdict::NotClear { "comparing-count-same" } else { "comparing-count-clear" };
        let title = self.sentence(key, &n, &m, &ratio);
        let (first, second) = self.records();
        let interval = |count: u64| {
            let found = crate::stats::rates::poisson_interval(count, 1.0, crate::chart::figures::LEVEL);
            (Some(found.count_low), Some(found.count_high))
        };
        let row = |name: &str, count: u64, role: ColourRole, records: RecordsKey| Row {
            name: words::capital(name),
            middle: Some(count as f64),
            ends: interval(count),
            label: text::number(lang, count),
            role,
            hover: vec![words::capital(name), words::incidents(lang, count)],
            records,
        };
        let rows = vec![row(&self.names.0, one, FIRST, first), row(&self.names.1, other, SECOND, second)];
        let most = interval(one.max(other)).1.unwrap_or(1.0);
        let axis = crate::chart::model::Axis {
            title: tr(lang, "chart-column-incidents"),
            hi: most * 1.02,
            ticks: crate::chart::ticks::linear(lang, most),
            ..parts::days_axis(lang, 1)
        };
        let clusters = found.dispersion.is_some_and(|index| index > crate::chart::figures::compare::CLUSTERED);
        let mut foot = vec![FootPart::text(tr(lang, "chart-reported"))];
        if clusters {
            foot.push(FootPart::text(tr(lang, "chart-clusters")));
        }
        let cells = |name: &str, count: u64| vec![kinds::words(words::capital(name)), kinds::count(lang, count)];
        let table = DataTable {
            headers: self.headers(&["group", "incidents"]),
            rows: vec![cells(&self.names.0, one), cells(&self.names.1, other)],
        };
        let alt = words::alt(lang, "comparing-alt-ranges", &title, &subtitle, "");
        ChartModel { foot: self.foot(foot), alt, table, ..parts::ranges(KEY, (title, subtitle), rows, axis) }
    }
}
