//! Reasons, assumptions and open questions in words of both languages.

use serde_json::{Value, json};

use crate::frame::batch::Field;
use crate::import::propose::date_choices::{assumed, span_words};
use crate::import::propose::notes::Note;
use crate::import::propose::proposal::{Assumption, Certainty, MechanismReason, OpenQuestion, Proposal, Why};
use crate::import::propose::repeats::OneRecordPer;
use crate::import::propose::survey::DateEvidence;
use crate::import::recipe::{DateOrder, Placeholder, PlaceholderMeaning, Recipe, Target, Thousands};
use crate::model::calendar::Day;
use crate::model::date::Numbers;
use crate::model::event::EventKind;
use crate::text::{Arg, Lang, day, tr, tr_args};

/// The key of a target: a field's key, or `ignored`.
pub fn target_key(target: &Target) -> String {
    match target {
        Target::Ignore => "ignored".to_owned(),
        Target::Text(field) | Target::Html(field) | Target::List { field, .. } | Target::Count { field, .. } => {
            field.key()
        }
        Target::Date { event, .. } => event.key().to_owned(),
    }
}

/// A field in words: "Organisation", "People told", "People: data exposed".
pub fn field_words(field: &Field, lang: Lang) -> String {
    match field {
        Field::Custom(header) => tr_args(lang, "import-own-header", &[("header", header.into())]),
        Field::Event(kind) => event_words(*kind, lang),
        Field::Affected(unit, effect) => {
            format!("{}: {}", tr(lang, &format!("unit-{}", unit.key())), tr(lang, &format!("effect-{}", effect.key())))
        }
        words => tr(lang, &format!("import-field-{}", words.key())),
    }
}

/// An event in words.
pub fn event_words(kind: EventKind, lang: Lang) -> String {
    tr(lang, &format!("event-{}", kind.key()))
}

/// A number that may be below zero, grouped.
pub fn signed(lang: Lang, number: i64) -> String {
    let digits = crate::text::number(lang, number.unsigned_abs());
    if number < 0 { format!("−{digits}") } else { digits }
}

/// A day in words.
fn day_words(at: Day, lang: Lang) -> String {
    let (year, month, of_month) = at.ymd();
    day(lang, (year, month as u8, of_month as u8))
}

impl Certainty {
    /// In words.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Low => tr(lang, "import-certainty-low"),
            Self::Medium => tr(lang, "import-certainty-medium"),
            Self::High => tr(lang, "import-certainty-high"),
        }
    }
}

impl Why {
    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        let named = |key: &str, column: &str| tr_args(lang, key, &[("column", column.into())]);
        match self {
            Self::Recipe => tr(lang, "import-why-recipe"),
            Self::Renamed { from } => named("import-why-renamed", from),
            Self::HeaderAndContents { words, suit, filled } => tr_args(
                lang,
                "import-why-header-and-contents",
                &[("words", words.into()), ("suit", Arg::Number(*suit)), ("filled", Arg::Number(*filled))],
            ),
            Self::Header { words } => tr_args(lang, "import-why-header", &[("words", words.into())]),
            Self::DatesOfWhat => tr(lang, "import-why-dates-of-what"),
            Self::PartOf { column } => named("import-why-part-of", column),
            Self::UnitOf { column } => named("import-why-unit-of", column),
            Self::Addresses => tr(lang, "import-why-addresses"),
            Self::LongTexts => tr(lang, "import-why-long-texts"),
            Self::Taken { column } => named("import-why-taken", column),
            Self::Nothing => tr(lang, "import-why-nothing"),
            Self::Chosen => tr(lang, "import-why-chosen"),
        }
    }
}

impl MechanismReason {
    /// In words.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Given => tr(lang, "import-mechanism-given"),
            Self::AllDisclosed(kind) => {
                tr_args(lang, "import-mechanism-all-disclosed", &[("event", event_words(kind, lang).into())])
            }
            Self::SomeNotYet => tr(lang, "import-mechanism-some-not-yet"),
            Self::NothingTells => tr(lang, "import-mechanism-nothing-tells"),
        }
    }
}

/// The counts that decide the order of day and month: "913 values can only be month first, 0 only day first".
pub fn evidence_words(evidence: &DateEvidence, lang: Lang) -> String {
    if evidence.numeric() == 0 {
        return tr_args(lang, "import-order-none", &[("dates", Arg::Number(evidence.any_order))]);
    }
    tr_args(
        lang,
        "import-order-evidence",
        &[
            ("month", Arg::Number(evidence.only_month_first)),
            ("day", Arg::Number(evidence.only_day_first)),
            ("either", Arg::Number(evidence.either)),
        ],
    )
}

/// An order of dates in words.
pub fn order_words(order: DateOrder, lang: Lang) -> String {
    match order {
        DateOrder::YearMonthDay => tr(lang, "import-order-ymd"),
        DateOrder::DayMonthYear => tr(lang, "import-order-dmy"),
        DateOrder::MonthDayYear => tr(lang, "import-order-mdy"),
    }
}

/// The key of an order on the command line.
pub const fn order_key(order: DateOrder) -> &'static str {
    match order {
        DateOrder::YearMonthDay => "ymd",
        DateOrder::DayMonthYear => "dmy",
        DateOrder::MonthDayYear => "mdy",
    }
}

/// What rows of one key have in common: "90 rows have 30 different “Id”; where it is the same, only “Type” differs".
pub fn one_record_words(found: &OneRecordPer, lang: Lang) -> String {
    let differ: Vec<String> =
        found.differ.iter().map(|header| tr_args(lang, "import-quoted", &[("text", header.into())])).collect();
    tr_args(
        lang,
        "import-one-record-evidence",
        &[
            ("column", (&found.column).into()),
            ("rows", Arg::Number(found.rows)),
            ("keys", Arg::Number(found.keys)),
            ("differ", differ.join(", ").into()),
        ],
    )
}

impl OpenQuestion {
    /// In words, with the flag of the command line that answers it.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::DateOrder { column, evidence } => tr_args(
                lang,
                "import-open-date-order",
                &[
                    ("column", column.into()),
                    ("evidence", evidence_words(evidence, lang).into()),
                    ("flag", format!("--date-order \"{column}=dmy\" / \"{column}=mdy\"").into()),
                ],
            ),
            Self::OneRecordPer(found) => {
                let flag = format!("--one-record-per \"{}\" / --all-rows", found.column);
                tr_args(
                    lang,
                    "import-open-one-record",
                    &[("evidence", one_record_words(found, lang).into()), ("flag", flag.into())],
                )
            }
            Self::DateNumbers { column, evidence } => tr_args(
                lang,
                "import-open-date-numbers",
                &[
                    ("column", column.into()),
                    ("evidence", span_words(evidence, lang).into()),
                    (
                        "flag",
                        format!(
                            "--date-reading \"{column}={}\" / \"{column}=not-dates\"",
                            match evidence.numbers() {
                                Some((Numbers::EpochSeconds, _)) => "seconds",
                                Some((Numbers::EpochMilliseconds, _)) => "milliseconds",
                                _ => "excel-1900",
                            }
                        )
                        .into(),
                    ),
                ],
            ),
        }
    }
}

impl Proposal {
    /// Everything that is taken for granted when this proposal is applied unseen.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut list = Vec::new();
        for (rule, reason) in self.recipe.columns.iter().zip(&self.columns) {
            list.push(Assumption::Column {
                header: rule.header.clone(),
                target: target_key(&rule.target),
                confidence: reason.confidence,
                why: reason.why.clone(),
            });
            if let (Target::Date { order, reading, .. }, Some(evidence)) = (&rule.target, &reason.dates) {
                let dates = assumed(&rule.header, *order, *reading, evidence);
                list.extend(dates.into_iter().map(Assumption::Dates));
            }
            if let (Target::Date { order, .. }, Some(evidence)) = (&rule.target, &reason.dates)
                && evidence.numeric() > 0
            {
                let (header, evidence) = (rule.header.clone(), evidence.clone());
                list.push(Assumption::Order { header, order: *order, evidence });
            }
            if let Target::Count { placeholders, .. } = &rule.target {
                let header = &rule.header;
                let taken = |rule: &Placeholder| Assumption::Placeholder { header: header.clone(), rule: *rule };
                list.extend(placeholders.iter().map(taken));
            }
            let noted = |note: &Note| Assumption::Note { header: rule.header.clone(), note: note.clone() };
            list.extend(reason.notes.iter().map(noted));
            if let Target::Count { thousands, .. } = rule.target
                && thousands != Thousands::Auto
            {
                list.push(Assumption::Marks { header: rule.header.clone(), thousands });
            }
        }
        list.extend(dataset_assumptions(&self.recipe, self.dataset.mechanism, self.dataset.as_of_event));
        list
    }
}

/// What is taken for granted of the dataset.
pub fn dataset_assumptions(
    recipe: &Recipe,
    mechanism: MechanismReason,
    as_of_event: Option<EventKind>,
) -> Vec<Assumption> {
    let rule = &recipe.dataset;
    let mechanism = rule.mechanism.map(|found| Assumption::Mechanism(found, mechanism));
    let as_of = rule.as_of.map(|day| Assumption::AsOf(day, as_of_event));
    let delay = rule.delay.map(|(from, to)| Assumption::Delay(from, to));
    let left_out = recipe.rows.leaving_out().cloned().map(Assumption::LeftOut);
    let one = recipe.rows.collapse_column().map(|column| Assumption::OneRecord { column: column.to_owned() });
    left_out.chain(one).chain(mechanism).chain(as_of).chain(delay).collect()
}

fn mark_words(thousands: Thousands, lang: Lang) -> String {
    match thousands {
        Thousands::Auto => tr(lang, "import-marks-auto"),
        Thousands::Comma => tr(lang, "import-marks-comma"),
        Thousands::Point => tr(lang, "import-marks-point"),
        Thousands::Space => tr(lang, "import-marks-space"),
    }
}

impl Assumption {
    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Recipe { name } => tr_args(lang, "import-assumed-recipe", &[("name", name.into())]),
            Self::Source { licence, note } => {
                tr_args(lang, "import-assumed-source", &[("licence", licence.into()), ("note", note.into())])
            }
            Self::Around(around) => around.words(lang),
            Self::Differs(difference) => difference.words(lang),
            Self::Column { header, target, confidence, why } => {
                let field = Field::from_key(target);
                let target = field.map_or_else(|| tr(lang, "import-left-out"), |field| field_words(&field, lang));
                tr_args(
                    lang,
                    "import-assumed-column",
                    &[
                        ("header", header.into()),
                        ("target", target.into()),
                        ("certainty", confidence.words(lang).into()),
                        ("why", why.words(lang).into()),
                    ],
                )
            }
            Self::Order { header, order, evidence } => tr_args(
                lang,
                "import-assumed-order",
                &[
                    ("header", header.into()),
                    ("order", order_words(*order, lang).into()),
                    ("evidence", evidence_words(evidence, lang).into()),
                ],
            ),
            Self::Dates(assumption) => assumption.words(lang),
            Self::Marks { header, thousands } => {
                let mark = mark_words(*thousands, lang).into();
                tr_args(lang, "import-assumed-marks", &[("header", header.into()), ("mark", mark)])
            }
            Self::Placeholder { header, rule } => {
                let number = ("number", signed(lang, rule.number).into());
                match rule.means {
                    PlaceholderMeaning::Unknown => {
                        tr_args(lang, "import-assumed-unknown", &[("header", header.into()), number])
                    }
                    PlaceholderMeaning::AtLeast(least) => tr_args(
                        lang,
                        "import-assumed-at-least",
                        &[("header", header.into()), number, ("least", Arg::Number(least))],
                    ),
                }
            }
            Self::LeftOut(rule) => tr_args(
                lang,
                "import-assumed-left-out",
                &[("test", rule.test_words(lang).into()), ("reason", rule.reason_words(lang).into())],
            ),
            Self::OneRecord { column } => tr_args(lang, "import-assumed-one-record", &[("column", column.into())]),
            Self::Note { header, note } => {
                tr_args(lang, "import-assumed-note", &[("header", header.into()), ("note", note.words(lang).into())])
            }
            Self::Mechanism(mechanism, reason) => tr_args(
                lang,
                "import-assumed-mechanism",
                &[
                    ("mechanism", tr(lang, &format!("mechanism-{}", mechanism.key())).into()),
                    ("why", reason.words(lang).into()),
                ],
            ),
            Self::AsOf(day, Some(event)) => tr_args(
                lang,
                "import-assumed-as-of-event",
                &[("day", day_words(*day, lang).into()), ("event", event_words(*event, lang).into())],
            ),
            Self::AsOf(day, None) => tr_args(lang, "import-assumed-as-of", &[("day", day_words(*day, lang).into())]),
            Self::Delay(from, to) => tr_args(
                lang,
                "import-assumed-delay",
                &[("from", event_words(*from, lang).into()), ("to", event_words(*to, lang).into())],
            ),
        }
    }

    /// As JSON, with the sentence beside the values.
    pub fn json(&self, lang: Lang) -> Value {
        let mut value = match self {
            Self::Recipe { name } => json!({"kind": "recipe", "recipe": name}),
            Self::Source { licence, note } => json!({"kind": "source", "licence": licence, "note": note}),
            Self::Around(around) => json!({"kind": around.key()}),
            Self::Differs(difference) => difference.json(),
            Self::Column { header, target, confidence, .. } => {
                json!({"kind": "column", "column": header, "target": target, "confidence": confidence.key()})
            }
            Self::Order { header, order, evidence } => json!({
                "kind": "date_order", "column": header, "order": order_key(*order),
                "only_day_first": evidence.only_day_first, "only_month_first": evidence.only_month_first,
                "either": evidence.either,
            }),
            Self::Dates(assumption) => assumption.json(),
            Self::Marks { header, thousands } => json!({"kind": "thousands", "column": header, "mark": thousands}),
            Self::Placeholder { header, rule } => {
                let at_least = match rule.means {
                    PlaceholderMeaning::Unknown => None,
                    PlaceholderMeaning::AtLeast(least) => Some(least),
                };
                json!({"kind": "placeholder", "column": header, "number": rule.number, "at_least": at_least})
            }
            Self::LeftOut(rule) => json!({
                "kind": "left_out", "column": rule.column, "test": rule.when.key(), "value": rule.when.text(),
                "reason": rule.reason,
            }),
            Self::OneRecord { column } => json!({"kind": "one_record", "column": column}),
            Self::Note { header, note } => note.json(header),
            Self::Mechanism(mechanism, _) => json!({"kind": "mechanism", "mechanism": mechanism.key()}),
            Self::AsOf(day, event) => {
                json!({"kind": "as_of", "as_of": day.to_string(), "event": event.map(EventKind::key)})
            }
            Self::Delay(from, to) => json!({"kind": "delay", "from": from.key(), "to": to.key()}),
        };
        if let Some(object) = value.as_object_mut() {
            object.insert("text".to_owned(), Value::String(self.words(lang)));
        }
        value
    }
}
