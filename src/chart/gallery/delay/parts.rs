//! What the figures of delays have in common: the axis of days, the window, the foot, the choices.

use crate::chart::figures::delay::WINDOW_DAYS;
use crate::chart::figures::delay_pairs::Pairs;
use crate::chart::figures::delay_records;
use crate::chart::gallery::Ask;
use crate::chart::gallery::choice::{Choice, Control, Options, OwnChoice};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, ChartKey, ChartModel, Direction, FootLine, FootPart, Grid, Marks, Scale, Series, Tick,
};
use crate::chart::records::{DelayGap, RecordsKey};
use crate::chart::ticks;
use crate::chart::words::{self, Context};
use crate::model::dataset::Mechanism;
use crate::query::question::Question;
use crate::text::{self, Lang, tr, tr_args};

/// How days are laid out on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayAxis {
    /// Every day the same width.
    Linear,
    /// Every tenfold the same width; the day itself, 0, stands where half a day would.
    Log,
}

/// Days that stand under a logarithmic axis.
const LOG_DAYS: [u32; 13] = [0, 1, 3, 7, 30, 90, 365, 730, 1_825, 3_650, 7_300, 18_250, 36_500];

impl DayAxis {
    /// What was chosen.
    pub fn of(options: &Options) -> Self {
        if options.get("axis") == Some("log") { Self::Log } else { Self::Linear }
    }

    /// Where a number of days stands.
    pub fn at(self, days: f64) -> f64 {
        match self {
            Self::Linear => days,
            Self::Log => libm::log10(days.max(0.5)),
        }
    }

    /// The ticks up to a day, at their number of days.
    pub fn days(self, lang: Lang, until: u32) -> Vec<Tick> {
        let tick = |days: u32| Tick { at: f64::from(days), label: text::number(lang, days) };
        match self {
            Self::Linear => ticks::days(lang, until),
            Self::Log => LOG_DAYS.into_iter().filter(|days| *days <= until.max(1)).map(tick).collect(),
        }
    }

    /// The axis from the day itself to `until` days.
    pub fn axis(self, lang: Lang, until: u32) -> Axis {
        let (scale, ticks) = match self {
            Self::Linear => (Scale::Linear, ticks::days(lang, until)),
            Self::Log => {
                let place = |tick: Tick| Tick { at: self.at(tick.at), ..tick };
                (Scale::Log10, self.days(lang, until).into_iter().map(place).collect())
            }
        };
        let hi = self.at(f64::from(until.max(1)));
        Axis { title: tr(lang, "chart-axis-days"), scale, lo: self.at(0.0), hi, ticks, grid: Grid::Off }
    }

    /// Moves everything that stands at a number of days on the horizontal axis.
    pub fn apply(self, model: &mut ChartModel, lang: Lang, until: u32) {
        if self == Self::Linear || model.empty.is_some() {
            return;
        }
        model.x = self.axis(lang, until);
        for series in &mut model.series {
            self.apply_to(series);
        }
        for row in &mut model.under_x {
            row.values.iter_mut().for_each(|(at, _)| *at = self.at(*at));
        }
    }

    fn apply_to(self, series: &mut Series) {
        if let Some(label) = &mut series.label {
            label.at[0] = self.at(label.at[0]);
        }
        match &mut series.marks {
            Marks::Steps { points, until } => {
                for [x, _] in points {
                    *x = self.at(*x);
                }
                *until = self.at(*until);
            }
            Marks::Band { points, until } => {
                for point in points {
                    point.x = self.at(point.x);
                }
                *until = self.at(*until);
            }
            Marks::Guide { at: [x, _] } => *x = self.at(*x),
            Marks::Ticks { at } => {
                for [x, _] in at {
                    *x = self.at(*x);
                }
            }
            Marks::Rules { rules } => {
                for rule in rules {
                    rule.at = self.at(rule.at);
                }
            }
            Marks::Points { points } => {
                for point in points {
                    point.at[0] = self.at(point.at[0]);
                }
            }
            Marks::Ranges { direction: Direction::Right, ranges } => {
                for range in ranges {
                    for end in [&mut range.lo, &mut range.hi, &mut range.middle].into_iter().flatten() {
                        *end = self.at(*end);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The vertical axis of shares.
pub fn share_axis(lang: Lang) -> Axis {
    Axis {
        title: tr(lang, "chart-axis-share"),
        scale: Scale::Linear,
        lo: 0.0,
        hi: 1.0,
        ticks: ticks::shares(lang),
        grid: Grid::Lines,
    }
}

/// The window that was chosen for a list of disclosures, in days.
pub fn window(options: &Options) -> u32 {
    let chosen = options.number("window").and_then(|days| u32::try_from(days).ok());
    chosen.filter(|days| WINDOWS.contains(days)).unwrap_or(WINDOW_DAYS)
}

/// Windows that are offered.
const WINDOWS: [u32; 4] = [90, 180, 365, 730];

/// The choice of the window, for a list of disclosures.
pub fn window_choice(ask: &Ask<'_>) -> Option<Choice> {
    let lang = ask.context.lang;
    let days = |days: u32| (days.to_string(), tr_args(lang, "chart-days", &[("days", days.into())]));
    (ask.question.mechanism == Mechanism::DisclosureList).then(|| {
        segments(
            "window",
            tr(lang, "delay-choice-window"),
            WINDOWS.map(days).to_vec(),
            &window(ask.options).to_string(),
        )
    })
}

/// The choice of a linear or a logarithmic axis of days.
pub fn axis_choice(ask: &Ask<'_>) -> Choice {
    let lang = ask.context.lang;
    let name = |key: &str, word: &str| (key.to_owned(), tr(lang, word));
    let values = vec![name("linear", "delay-axis-linear"), name("log", "delay-axis-log")];
    let current = if DayAxis::of(ask.options) == DayAxis::Log { "log" } else { "linear" };
    segments("axis", tr(lang, "delay-choice-axis"), values, current)
}

/// A choice of one of a few.
pub fn segments(key: &'static str, name: String, values: Vec<(String, String)>, current: &str) -> Choice {
    Choice::Own(OwnChoice { key, name, control: Control::Segments(values), current: current.to_owned() })
}

/// A choice of one of many.
pub fn list(key: &'static str, name: String, values: Vec<(String, String)>, current: &str) -> Choice {
    Choice::Own(OwnChoice { key, name, control: Control::List(values), current: current.to_owned() })
}

/// Something that is on or off.
pub fn switch(key: &'static str, name: String, options: &Options) -> Choice {
    let current = if options.is_on(key) { "on" } else { "" };
    Choice::Own(OwnChoice { key, name, control: Control::Switch, current: current.to_owned() })
}

/// Puts conditions in the place of keys in a chart's foot, so that each count can become a filter.
pub fn conditions_in_foot(model: &mut ChartModel, question: &Question, window: u32) {
    let parts = model.foot.iter_mut().flat_map(|line| &mut line.parts);
    parts.for_each(|part: &mut FootPart| {
        part.records = part.records.take().map(|key| delay_records::as_condition(key, question, window));
    });
}

/// `12 without the second date`, each leading to its records.
pub fn gap_parts(left_out: &[(DelayGap, u64)], question: &Question, window: u32, lang: Lang) -> Vec<FootPart> {
    let part = |(gap, count): &(DelayGap, u64)| {
        let text = words::counted(lang, &format!("chart-gap-{}", gap.key()), *count);
        FootPart::records(text, delay_records::as_condition(RecordsKey::Delay(*gap), question, window))
    };
    left_out.iter().map(part).collect()
}

/// The subtitle of a share by days: what is measured, and a note.
pub fn subtitle(ask: &Ask<'_>, key: &str, note: &str) -> String {
    let lang = ask.context.lang;
    let (from, to) = words::ends(lang, ask.question.delay);
    let subtitle = tr_args(lang, key, &[("from", from.into()), ("to", to.into())]);
    if note.is_empty() { subtitle } else { format!("{subtitle} · {note}") }
}

/// Why there is nothing to draw before any method is tried: several datasets, or no record at all.
pub fn nothing(ask: &Ask<'_>, pairs: &Pairs) -> Option<String> {
    let lang = ask.context.lang;
    if ask.scope.datasets > 1 {
        Some(tr(lang, "chart-delay-several"))
    } else if pairs.total == 0 {
        Some(crate::chart::findings::incidents::nothing_in(ask.scope, lang))
    } else if pairs.pairs.is_empty() && !pairs.left_out.contains_key(&DelayGap::TooRecent) {
        Some(words::counted(lang, "chart-delay-none-dates", pairs.total))
    } else {
        None
    }
}

/// A figure that is not drawn: the sentence that says why, and the foot.
pub fn blank(ask: &Ask<'_>, key: ChartKey, subtitle: String, sentence: String, mut foot: Vec<FootLine>) -> ChartModel {
    foot.push(words::basis(ask.scope, ask.context));
    let title = tr(ask.context.lang, "chart-delay-none");
    ChartModel { foot, ..kinds::blank(key, title, subtitle, sentence) }
}

/// The paragraphs under these keys, with the two events put in.
pub fn paragraphs(ask: &Ask<'_>, keys: &[&str], days: u32) -> Vec<String> {
    let lang = ask.context.lang;
    let (from, to) = words::ends(lang, ask.question.delay);
    let args = [("from", from.into()), ("to", to.into()), ("days", days.into())];
    keys.iter().map(|key| words::capital(&tr_args(lang, key, &args))).collect()
}

/// The foot of a figure: its own lines, then what the selection leaves out, then the basis.
pub fn foot(mut lines: Vec<FootLine>, ask: &Ask<'_>) -> Vec<FootLine> {
    let context: &Context = ask.context;
    let notes = words::scope_notes(ask.scope, context);
    match lines.last_mut() {
        Some(last) => last.parts.extend(notes),
        None if !notes.is_empty() => lines.push(FootLine { parts: notes }),
        None => {}
    }
    lines.push(words::basis(ask.scope, context));
    lines
}
