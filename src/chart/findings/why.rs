//! Why a record is in a figure, or is not, in words.

use crate::chart::figures::delay::WINDOW_DAYS;
use crate::chart::figures::why::{Figure, Gap, Note, Standing};
use crate::chart::records::DelayGap;
use crate::import::propose::say::field_words;
use crate::model::affected::{Effect, Unit};
use crate::query::Reason;
use crate::query::language::{self, Known};
use crate::query::question::Question;
use crate::query::unmet::Unmet;
use crate::text::{Lang, tr, tr_args};

/// What a figure is called here: the question that it answers.
pub fn name(lang: Lang, figure: Figure) -> String {
    tr(lang, &format!("why-figure-{}", figure.key()))
}

/// What became of a record, as a sentence without a full stop.
pub fn words(lang: Lang, question: &Question, standing: &Standing) -> String {
    match standing {
        Standing::Counted(note) => tr(lang, counted_key(*note)),
        Standing::LeftOut(gap) => tr_args(lang, "why-left-out", &[("why", reason(lang, question, gap).into())]),
    }
}

/// Why a record is left out, in a few words; how it is counted, where it is not.
pub fn short(lang: Lang, question: &Question, standing: &Standing) -> String {
    match standing {
        Standing::Counted(note) => tr(lang, counted_key(*note)),
        Standing::LeftOut(gap) => reason(lang, question, gap),
    }
}

const fn counted_key(note: Note) -> &'static str {
    match note {
        Note::Plain => "why-counted",
        Note::Coarse => "why-counted-coarse",
        Note::Range => "why-counted-range",
        Note::Unbounded => "why-counted-unbounded",
        Note::Open => "why-counted-open",
    }
}

fn reason(lang: Lang, question: &Question, gap: &Gap) -> String {
    let event = |kind: crate::model::event::EventKind| tr(lang, &format!("event-{}", kind.key()));
    let axis = || ("event", event(question.date_of).into());
    match gap {
        Gap::Unmet(unmet) => {
            let conditions: Vec<String> = unmet.iter().map(|one| condition(lang, one)).collect();
            tr_args(lang, "why-unmet", &[("conditions", conditions.join(", ").into())])
        }
        Gap::Largest => tr(lang, "why-largest"),
        Gap::Undated(why) => tr_args(lang, "why-no-date", &[axis(), ("reason", missing(lang, *why).into())]),
        Gap::Boundless => tr_args(lang, "why-boundless", &[axis()]),
        Gap::OutsideCoverage => tr_args(lang, "why-outside-coverage", &[axis()]),
        Gap::NoNumber(why) => {
            let reason = missing(lang, *why).into();
            tr_args(lang, "why-no-number", &[("measure", measure(lang, question.measure).into()), ("reason", reason)])
        }
        Gap::OtherMeasure(others) => {
            let others: Vec<String> = others.iter().map(|other| measure(lang, *other)).collect();
            tr_args(lang, "why-other-measure", &[("others", others.join("; ").into())])
        }
        Gap::Delay(gap, reasons) => delay(lang, question, *gap, *reasons),
        Gap::SeveralDatasets => tr(lang, "why-several"),
    }
}

fn delay(lang: Lang, question: &Question, gap: DelayGap, [first, second]: [Option<Reason>; 2]) -> String {
    let (from, to) = question.delay;
    let no_date = |kind: crate::model::event::EventKind, why: Option<Reason>| {
        let event = tr(lang, &format!("event-{}", kind.key()));
        let reason = missing(lang, why.unwrap_or(Reason::Blank));
        tr_args(lang, "why-no-date", &[("event", event.into()), ("reason", reason.into())])
    };
    match gap {
        DelayGap::StartMissing => no_date(from, first),
        DelayGap::EndMissing => no_date(to, second),
        DelayGap::BothMissing => format!("{}; {}", no_date(from, first), no_date(to, second)),
        DelayGap::TooRecent | DelayGap::BeyondWindow => {
            tr_args(lang, &format!("why-gap-{}", gap.key()), &[("days", WINDOW_DAYS.into())])
        }
        DelayGap::NotApplicable | DelayGap::Inconsistent | DelayGap::NotYet => {
            tr(lang, &format!("why-gap-{}", gap.key()))
        }
    }
}

fn condition(lang: Lang, unmet: &Unmet) -> String {
    match unmet {
        Unmet::Text => tr(lang, "why-unmet-text"),
        Unmet::Undated => tr(lang, "why-unmet-undated"),
        Unmet::Touching => tr(lang, "why-unmet-touching"),
        Unmet::OutsidePeriod => tr(lang, "why-unmet-period"),
        Unmet::Words(field) => field_words(field, lang),
        Unmet::Datasets => tr(lang, "why-unmet-datasets"),
        Unmet::Expr(expr) => language::print(expr, &Known::default(), lang),
    }
}

fn measure(lang: Lang, (unit, effect): (Unit, Effect)) -> String {
    let (unit, effect) = (tr(lang, &format!("unit-{}", unit.key())), tr(lang, &format!("effect-{}", effect.key())));
    format!("{unit}, {effect}")
}

fn missing(lang: Lang, why: Reason) -> String {
    tr(
        lang,
        match why {
            Reason::Blank => "why-blank",
            Reason::NotYet => "why-not-yet",
            Reason::Unknown => "missing-unknown",
            Reason::NotStated => "missing-not_stated",
            Reason::Withheld => "missing-withheld",
            Reason::NoneIdentified => "missing-none_identified",
            Reason::NotApplicable => "missing-not_applicable",
        },
    )
}
