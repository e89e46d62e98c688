//! What the import page says of fields, reasons, files and values.

use crate::frame::batch::Field;
use crate::import::bytes::document::Document;
use crate::import::error::ImportError;
use crate::import::propose::notes;
use crate::import::propose::proposal::{Certainty, ColumnReason};
use crate::import::propose::say::{event_words, evidence_words, field_words, order_words};
use crate::import::propose::survey::{ColumnSurvey, DateEvidence};
use crate::import::recipe::{ColumnRule, DateOrder, Format, OnBad, Target, Thousands};
use crate::import::report::ImportReport;
use crate::model::affected::{Affected, Amount};
use crate::model::calendar::{Day, DayInterval};
use crate::model::event::{EventKind, When};
use crate::text::{self, Arg, Lang, number, tr, tr_args};

/// Why a file could not be read, as a sentence.
pub fn import_error(lang: Lang, error: &ImportError) -> String {
    let with = |key: &str, what: &str| tr_args(lang, key, &[("what", Arg::Text(what.to_owned()))]);
    match error {
        ImportError::Empty => tr(lang, "importing-error-empty"),
        ImportError::NotText => tr(lang, "importing-error-not-text"),
        ImportError::Workspace => tr(lang, "importing-error-workspace"),
        ImportError::Workbook => tr(lang, "importing-error-workbook"),
        ImportError::Document(document) => match document {
            Document::WebPage => tr(lang, "importing-error-web-page"),
            Document::Xml => tr(lang, "importing-error-xml"),
            Document::Pdf => tr(lang, "importing-error-pdf"),
            Document::Rtf => tr(lang, "importing-error-rtf"),
        },
        ImportError::NoRows => tr(lang, "importing-error-no-rows"),
        ImportError::NoTable => tr(lang, "importing-error-no-table"),
        ImportError::NoRecords => tr(lang, "importing-error-no-records"),
        ImportError::BadJson(fault) => with("importing-error-bad-json", &fault.words(lang)),
        ImportError::Newer(version) => with("importing-error-newer", &version.to_string()),
        ImportError::TooLarge => tr(lang, "importing-error-too-large"),
        ImportError::LongHeader(name) => with("importing-error-long-header", name),
        ImportError::Unended(at) => with("importing-error-unended", &number(lang, *at)),
        ImportError::LongRecord(row) => with("importing-error-long-record", &number(lang, *row)),
        ImportError::TooManyColumns => tr(lang, "importing-error-too-many-columns"),
        ImportError::RowsTooScattered(column) => with("importing-error-rows-too-scattered", column),
        ImportError::TooManyRejected => tr(lang, "importing-error-too-many-rejected"),
        ImportError::Io(what) => with("importing-error-io", what),
        ImportError::Container(error) => error.sentence(lang),
        ImportError::Cancelled => tr(lang, "importing-error-cancelled"),
        ImportError::Sink(what) => with("importing-error-sink", what),
    }
}

/// The name of a field.
pub fn field(lang: Lang, field: &Field) -> String {
    match field {
        Field::Custom(header) => header.clone(),
        other => capitalised(&field_words(other, lang)),
    }
}

/// The name of an event.
pub fn event(lang: Lang, kind: EventKind) -> String {
    event_words(kind, lang)
}

/// Where a column goes.
pub fn target(lang: Lang, target: &Target) -> String {
    match target {
        Target::Ignore => tr(lang, "importing-target-ignore"),
        Target::Text(Field::Custom(_)) | Target::Html(Field::Custom(_)) => tr(lang, "importing-target-custom"),
        Target::Text(known)
        | Target::Html(known)
        | Target::List { field: known, .. }
        | Target::Count { field: known, .. } => field(lang, known),
        Target::Date { event: kind, .. } => event(lang, *kind),
    }
}

/// How sure a proposal is.
pub fn certainty(lang: Lang, certainty: Certainty) -> String {
    capitalised(&certainty.words(lang))
}

/// Why a column goes where it goes, and what stands out in it.
pub fn why(lang: Lang, rule: &ColumnRule, reason: &ColumnReason, survey: &ColumnSurvey) -> String {
    let mut words = capitalised(&reason.why.words(lang));
    for note in notes::of(&rule.target, survey) {
        words.push_str("; ");
        words.push_str(&note.words(lang));
    }
    words
}

/// What decides the order of day and month.
pub fn order_evidence(lang: Lang, dates: &DateEvidence) -> String {
    capitalised(&evidence_words(dates, lang))
}

/// The name of an order of dates.
pub fn order(lang: Lang, order: DateOrder) -> String {
    capitalised(&order_words(order, lang))
}

/// What becomes of cells that cannot be read.
pub fn on_bad(lang: Lang, on_bad: OnBad) -> String {
    tr(
        lang,
        match on_bad {
            OnBad::RejectRow => "importing-bad-reject",
            OnBad::KeepRow => "importing-bad-keep",
        },
    )
}

/// The mark between thousands.
pub fn thousands(lang: Lang, mark: Thousands) -> String {
    capitalised(&tr(
        lang,
        match mark {
            Thousands::Auto => "import-marks-auto",
            Thousands::Comma => "import-marks-comma",
            Thousands::Point => "import-marks-point",
            Thousands::Space => "import-marks-space",
        },
    ))
}

/// The kind of a file.
pub fn format(lang: Lang, format: &Format) -> String {
    match format {
        Format::Csv { .. } => tr(lang, "importing-format-csv"),
        Format::Json { path, .. } if path.is_empty() => tr(lang, "importing-format-json"),
        Format::Json { path, .. } => tr_args(lang, "importing-format-json-at", &[("path", path.clone().into())]),
        Format::JsonLines { .. } => tr(lang, "importing-format-json-lines"),
        Format::Vigie => tr(lang, "importing-format-vigie"),
    }
}

/// A size in bytes.
pub fn size(lang: Lang, bytes: u64) -> String {
    let (value, key) = match bytes {
        0..1_000 => return tr_args(lang, "importing-size-bytes", &[("count", Arg::Text(number(lang, bytes)))]),
        1_000..1_000_000 => (bytes as f64 / 1e3, "importing-size-kb"),
        1_000_000..1_000_000_000 => (bytes as f64 / 1e6, "importing-size-mb"),
        _ => (bytes as f64 / 1e9, "importing-size-gb"),
    };
    let places = usize::from(value < 100.0);
    tr_args(lang, key, &[("size", Arg::Text(text::decimal(lang, value, places)))])
}

/// A day.
pub fn day(lang: Lang, day: Day) -> String {
    text::day(lang, parts(day))
}

fn parts(day: Day) -> (i32, u8, u8) {
    let (year, month, day) = day.ymd();
    (year, month as u8, day as u8)
}

fn interval(lang: Lang, days: DayInterval) -> String {
    match (days.lo, days.hi) {
        (Some(lo), Some(hi)) => text::day_range(lang, parts(lo), parts(hi)),
        (None, Some(hi)) => tr_args(lang, "importing-until", &[("day", day(lang, hi).into())]),
        (Some(lo), None) => tr_args(lang, "importing-from", &[("day", day(lang, lo).into())]),
        (None, None) => tr(lang, "missing-unknown"),
    }
}

/// When an event took place.
pub fn when(lang: Lang, when: &When) -> String {
    match when {
        When::Date(date) => interval(lang, date.days()),
        When::NotYet => tr(lang, "importing-not-yet"),
        When::Missing(why) => tr(lang, &format!("missing-{}", why.key())),
    }
}

/// How many were affected, in numbers; the unit stands in the name of the line.
pub fn amount(lang: Lang, affected: &Affected) -> String {
    match &affected.amount {
        Amount::Missing(why) => tr(lang, &format!("missing-{}", why.key())),
        Amount::Count(count) => {
            let lo = Arg::Text(number(lang, count.lo));
            match count.hi {
                Some(hi) if hi == count.lo => number(lang, hi),
                Some(hi) => tr_args(lang, "importing-between", &[("lo", lo), ("hi", number(lang, hi).into())]),
                None => tr_args(lang, "importing-at-least", &[("lo", lo)]),
            }
        }
    }
}

/// The first letter as a capital.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Rows of a file that are neither records nor set aside, as an addition to a sentence; nothing when there are none.
pub fn aside(lang: Lang, report: &ImportReport) -> String {
    let mut words = String::new();
    for left_out in &report.left_out {
        words.push(' ');
        words.push_str(&left_out.words(lang));
    }
    if report.joined > 0 {
        words.push(' ');
        words.push_str(&tr_args(lang, "importing-joined", &[("count", Arg::Number(report.joined))]));
    }
    words
}
