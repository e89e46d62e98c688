//! Time to disclosure: the share told by each day, by the method that the data allow, with what else can be asked of
//! it: the share within a deadline, where someone stopped being followed, what a plain description would show.

use crate::chart::figures::LEVEL;
use crate::chart::figures::curve::Curve;
use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::delay_deadline::DeadlineFigure;
use crate::chart::figures::delay_pairs::Pairs;
use crate::chart::findings;
use crate::chart::gallery::choice::{Choice, Options};
use crate::chart::gallery::delay::parts::{self, DayAxis};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::disclosure::{self, MOST_STEPS};
use crate::chart::model::{Along, ChartModel, ColourRole, DirectLabel, FootLine, FootPart, Marks, Rule, Series, Side};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, whole_days};
use crate::model::dataset::Mechanism;
use crate::stats::deadline::{Deadline, DeadlineShare};
use crate::text::{self, Arg, Lang, tr, tr_args};

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let (question, lang) = (ask.question, ask.context.lang);
    let window = parts::window(ask.options);
    let figure = DelayFigure::compute_within(ask.snapshot, ask.selection, question, ask.scope, window);
    let mut model = disclosure::chart(&figure, ask.scope, ask.context);
    let deadline = deadline(ask.options);
    if model.empty.is_none() {
        let until = disclosure::horizon(&figure);
        model.series.extend(still_followed(&figure, until, lang));
        let wants_pairs = deadline.is_some() || ask.options.is_on("naive");
        let pairs = wants_pairs.then(|| Pairs::collect(ask.snapshot, ask.selection, question));
        if let (Some(deadline), Some(pairs)) = (deadline, &pairs) {
            let judged = DeadlineFigure::compute(pairs, question, window, deadline);
            put_deadline(&mut model, &judged, &figure, until, lang);
        }
        if let Some(pairs) = pairs.filter(|_| ask.options.is_on("naive")) {
            put_naive(&mut model, &pairs, &figure, until, lang);
        }
        let axis = DayAxis::of(ask.options);
        model.under_x = disclosure::still_open(&figure, lang, &axis.days(lang, until));
        axis.apply(&mut model, lang, until);
    }
    parts::conditions_in_foot(&mut model, question, window);
    Drawn { model, panels: Vec::new(), definition: definition(ask, &figure), choices: choices(ask) }
}

/// Deadlines that are offered: 72 hours, and calendar days.
const DEADLINES: [(&str, Deadline); 5] = [
    ("3", Deadline::Hours(72)),
    ("30", Deadline::Days(30)),
    ("45", Deadline::Days(45)),
    ("60", Deadline::Days(60)),
    ("90", Deadline::Days(90)),
];

fn deadline(options: &Options) -> Option<Deadline> {
    let chosen = options.get("deadline")?;
    DEADLINES.iter().find(|(key, _)| *key == chosen).map(|(_, deadline)| *deadline)
}

/// `72 hours`, `30 days`.
fn limit(lang: Lang, deadline: Deadline) -> String {
    match deadline {
        Deadline::Hours(hours) => tr_args(lang, "delay-hours", &[("hours", hours.into())]),
        Deadline::Days(days) => tr_args(lang, "chart-days", &[("days", days.into())]),
    }
}

/// Strokes on the curve where records that were still open stopped being followed.
fn still_followed(figure: &DelayFigure, until: u32, lang: Lang) -> Option<Series> {
    if figure.mechanism != Mechanism::Register || figure.late.is_some() {
        return None;
    }
    let per_bucket = (until as usize / MOST_STEPS).max(1) as u32;
    let mut at: Vec<[f64; 2]> = Vec::new();
    let mut bucket = u32::MAX;
    for step in figure.early.steps.iter().take_while(|step| step.days <= until) {
        if step.censored > 0 && step.days / per_bucket != bucket {
            at.push([f64::from(step.days), step.share]);
            bucket = step.days / per_bucket;
        }
    }
    (!at.is_empty()).then(|| Series {
        key: "open".to_owned(),
        name: tr(lang, "delay-ticks"),
        role: ColourRole::Data(1),
        marks: Marks::Ticks { at },
        label: None,
    })
}

fn put_deadline(model: &mut ChartModel, judged: &DeadlineFigure, figure: &DelayFigure, until: u32, lang: Lang) {
    let Some(found) = judged.share else { return };
    let name = limit(lang, judged.deadline);
    let days = match judged.deadline {
        Deadline::Days(days) => days,
        Deadline::Hours(hours) => hours / 24,
    };
    if days <= until {
        model.series.push(Series {
            key: "deadline".to_owned(),
            name: tr(lang, "delay-deadline"),
            role: ColourRole::Muted,
            marks: Marks::Rules { rules: vec![Rule { at: f64::from(days), along: Along::Y, label: name.clone() }] },
            label: None,
        });
    }
    if let Some(title) = deadline_title(judged, found, &name, lang) {
        model.title = title;
    }
    let mut sentence = deadline_sentence(judged, found, lang);
    // Where many are still open, the curve says more than the share among those that can be told.
    let many_open = judged.open * 10 >= judged.tally.n() && figure.late.is_none();
    if let Some(step) = figure.early.share_by(days).filter(|_| many_open) {
        let (low, high) = step.band.unwrap_or((step.share, step.share));
        let args = shares(lang, [("share", step.share), ("low", low), ("high", high)]);
        sentence = format!("{sentence} {}", tr_args(lang, "delay-deadline-curve", &args));
    }
    let said = sentence.strip_suffix('.').unwrap_or(&sentence);
    let args = [("limit", name.into()), ("sentence", said.into())];
    let mut parts = vec![FootPart::text(tr_args(lang, "delay-deadline-line", &args))];
    let counts = [judged.tally.within, judged.tally.late, judged.tally.undetermined];
    let keys = ["delay-within", "delay-late", "delay-undetermined"];
    for ((key, count), records) in keys.into_iter().zip(counts).zip(judged.records.clone()) {
        if count > 0 {
            parts.push(FootPart::records(words::counted(lang, key, count), RecordsKey::Where(records)));
        }
    }
    model.foot.insert(0, FootLine { parts });
    model.alt = format!("{} {sentence}", model.alt);
}

/// Shares as whole percents, for a message.
fn shares<const N: usize>(lang: Lang, shares: [(&'static str, f64); N]) -> [(&'static str, Arg); N] {
    shares.map(|(name, share)| (name, text::share(lang, share, 0).into()))
}

/// The finding of a deadline: where many cannot be told, the range that holds for all; `None` with too few for a
/// share.
fn deadline_title(judged: &DeadlineFigure, found: DeadlineShare, limit: &str, lang: Lang) -> Option<String> {
    let tally = judged.tally;
    let share = found.determined.filter(|_| tally.n_determined() >= 5)?;
    let named = |args: Vec<(&str, Arg)>, key: &str| {
        let args: Vec<_> = args.into_iter().chain([("limit", limit.into())]).collect();
        tr_args(lang, key, &args)
    };
    Some(if tally.undetermined * 20 > tally.n() {
        let args = shares(lang, [("low", found.bounds.0), ("high", found.bounds.1)]);
        named(args.into(), "delay-title-deadline-bounds")
    } else {
        let args = shares(lang, [("share", share.share), ("low", share.wilson.0), ("high", share.wilson.1)]);
        named(args.into(), "delay-title-deadline")
    })
}

fn deadline_sentence(judged: &DeadlineFigure, found: DeadlineShare, lang: Lang) -> String {
    let tally = judged.tally;
    let counts = [("within", Arg::from(tally.within)), ("n", tally.n_determined().into())];
    let sentence = match found.determined {
        Some(share) if tally.n_determined() >= 5 => {
            let args = shares(lang, [("share", share.share), ("low", share.wilson.0), ("high", share.wilson.1)]);
            let args: Vec<_> = counts.into_iter().chain(args).collect();
            tr_args(lang, "delay-deadline-sentence", &args)
        }
        _ => tr_args(lang, "delay-deadline-few", &counts),
    };
    if tally.undetermined == 0 {
        return sentence;
    }
    let bounds = shares(lang, [("low", found.bounds.0), ("high", found.bounds.1)]);
    let args: Vec<_> = bounds.into_iter().chain([("count", tally.undetermined.into())]).collect();
    format!("{sentence} {}", tr_args(lang, "delay-deadline-bounds", &args))
}

/// The plain description, drawn and said beside the figure for whoever wants to see what it would have shown.
fn put_naive(model: &mut ChartModel, pairs: &Pairs, figure: &DelayFigure, until: u32, lang: Lang) {
    let Some(sentence) = findings::disclosure::naive(figure, lang) else { return };
    let days: Vec<u32> = pairs.pairs.iter().filter(|pair| pair.happened()).map(|pair| pair.min).collect();
    let curve = Curve::plain(days, true);
    let end = if curve.until <= until { f64::from(curve.until) } else { f64::from(until) };
    let points = disclosure::points(&curve, until);
    let label = curve.median().days.filter(|days| *days <= f64::from(until)).map(|days| DirectLabel {
        text: tr(lang, "delay-naive-label"),
        at: [days, 0.5],
        side: Side::Right,
    });
    model.series.push(Series {
        key: "naive".to_owned(),
        name: tr(lang, "delay-naive-label"),
        role: ColourRole::Muted,
        marks: Marks::Steps { points, until: end.max(1.0) },
        label,
    });
    let mut line = vec![FootPart::text(sentence)];
    if let (Some(plain), Some(right)) = (curve.median().days, figure.early.median().days)
        && whole_days(plain) != whole_days(right)
    {
        let key = match figure.mechanism {
            Mechanism::Register => "delay-naive-why-register",
            _ => "delay-naive-why-list",
        };
        line.push(FootPart::text(tr(lang, key)));
    }
    model.foot.insert(0, FootLine { parts: line });
}

fn choices(ask: &Ask<'_>) -> Vec<Choice> {
    let lang = ask.context.lang;
    let mut deadlines = vec![(String::new(), tr(lang, "delay-deadline-none"))];
    deadlines.extend(DEADLINES.iter().map(|(key, deadline)| ((*key).to_owned(), limit(lang, *deadline))));
    let chosen = ask.options.get("deadline").filter(|_| deadline(ask.options).is_some()).unwrap_or_default();
    let mut choices = vec![Choice::Delay];
    choices.push(parts::segments("deadline", tr(lang, "delay-deadline"), deadlines, chosen));
    choices.extend(parts::window_choice(ask));
    choices.push(parts::axis_choice(ask));
    if ask.question.mechanism != Mechanism::Mixed {
        choices.push(parts::switch("naive", tr(lang, "delay-choice-naive"), ask.options));
    }
    choices
}

fn definition(ask: &Ask<'_>, figure: &DelayFigure) -> Vec<String> {
    let mut keys = vec!["delay-define-days"];
    keys.extend(method(figure.mechanism));
    if deadline(ask.options).is_some() {
        keys.push("delay-define-deadline");
    }
    if DayAxis::of(ask.options) == DayAxis::Log {
        keys.push("delay-define-log");
    }
    parts::paragraphs(ask, &keys, figure.window.unwrap_or(0))
}

/// The method of a mechanism, and when it misleads.
pub fn method(mechanism: Mechanism) -> [&'static str; 2] {
    match mechanism {
        Mechanism::Register => ["delay-define-register", "delay-define-register-caveat"],
        Mechanism::DisclosureList => ["delay-define-list", "delay-define-list-caveat"],
        Mechanism::Mixed => ["delay-define-mixed", "delay-define-mixed-caveat"],
    }
}

const _: () = assert!(LEVEL == 0.95, "the words say 95 %");
