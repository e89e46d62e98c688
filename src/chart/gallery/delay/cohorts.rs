//! Time to disclosure by the period in which it began, or in which it was told: quartiles side by side, curves as lines
//! or as panels. Only periods that were followed long enough stand beside each other.

mod drawing;
mod saying;

use crate::chart::figures::delay::WINDOW_DAYS;
use crate::chart::figures::delay_cohorts::{By, Cohort, CohortsFigure, Cut, FEWEST};
use crate::chart::figures::delay_pairs::Pairs;
use crate::chart::gallery::choice::{Choice, Options};
use crate::chart::gallery::delay::parts::{self, DayAxis};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{ChartKey, ChartModel, FootLine, Legend};
use crate::chart::words;
use crate::model::dataset::Mechanism;
use crate::model::period::PeriodScheme;
use crate::text::{Lang, tr, tr_args};

/// Most periods that are drawn; earlier ones stand in the table.
const MOST: usize = 32;

/// How cohorts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Quartiles,
    Lines,
    Panels,
}

/// What was chosen.
#[derive(Clone, Copy, Debug)]
struct Chosen {
    cut: Cut,
    by: By,
    view: View,
    axis: DayAxis,
}

impl Chosen {
    fn of(options: &Options) -> Self {
        Self {
            cut: match options.get("cut") {
                Some("half") => Cut::Half,
                Some("quarter") => Cut::Quarter,
                _ => Cut::Year,
            },
            by: if options.get("by") == Some("told") { By::Told } else { By::Began },
            view: match options.get("view") {
                Some("lines") => View::Lines,
                Some("panels") => View::Panels,
                _ => View::Quartiles,
            },
            axis: DayAxis::of(options),
        }
    }
}

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let chosen = Chosen::of(ask.options);
    let window = window(ask.options);
    let plan = (chosen.cut, chosen.by, window);
    let found = CohortsFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope, plan);
    let (mut model, mut panels) = build(ask, &found, chosen);
    parts::conditions_in_foot(&mut model, ask.question, window);
    if chosen.view == View::Quartiles || model.empty.is_some() {
        panels.clear();
    }
    let mut keys = vec!["delay-define-days", "delay-define-cohorts"];
    keys.push(match (found.by, found.mechanism) {
        (By::Told, _) => "delay-define-cohorts-told",
        (By::Began, Mechanism::Register) => "delay-define-cohorts-register",
        (By::Began, Mechanism::DisclosureList) => "delay-define-cohorts-list",
        (By::Began, Mechanism::Mixed) => "delay-define-mixed-caveat",
    });
    if found.trend.is_some() {
        keys.push("delay-define-cohorts-trend");
    }
    let definition = parts::paragraphs(ask, &keys, window);
    Drawn { model, panels, definition, choices: choices(ask, chosen) }
}

/// The window that was chosen, for a register as well: its cohorts are compared as far as all were followed.
fn window(options: &Options) -> u32 {
    options.get("window").map_or(WINDOW_DAYS, |_| parts::window(options))
}

fn build(ask: &Ask<'_>, found: &CohortsFigure, chosen: Chosen) -> (ChartModel, Vec<ChartModel>) {
    let lang = ask.context.lang;
    let subtitle = saying::subtitle(ask, found);
    let foot = parts::foot(saying::foot(ask, found), ask);
    // The first few with hardly a record stand in the table only.
    let begin = found.cohorts.iter().position(|cohort| cohort.told() >= FEWEST).unwrap_or(0);
    let shown: Vec<&Cohort> = found.cohorts.iter().skip(begin).rev().take(MOST).rev().collect();
    let blank = |sentence: String, foot: Vec<FootLine>| {
        let title = tr(lang, "chart-delay-none");
        (ChartModel { foot, ..kinds::blank(ChartKey::DelayCohorts, title, subtitle.clone(), sentence) }, Vec::new())
    };
    if let Some(sentence) = nothing(ask, found) {
        return blank(sentence, foot);
    }
    let title = saying::title(ask, found);
    let mut model = ChartModel {
        title: title.clone(),
        alt: words::alt(lang, "delay-alt-cohorts", &title, &subtitle, ""),
        subtitle,
        foot,
        table: saying::table(ask, found),
        empty: None,
        legend: Legend::Above,
        ..kinds::blank(ChartKey::DelayCohorts, String::new(), String::new(), String::new())
    };
    let mut panels = Vec::new();
    match chosen.view {
        View::Quartiles => drawing::quartiles(&mut model, ask, found, &shown, chosen.axis),
        View::Lines => drawing::lines(&mut model, ask, found, chosen.axis),
        View::Panels => panels = drawing::panels(&mut model, ask, found, chosen.axis),
    }
    (model, panels)
}

/// Why there is nothing to draw.
fn nothing(ask: &Ask<'_>, found: &CohortsFigure) -> Option<String> {
    let lang = ask.context.lang;
    let pairs = Pairs { total: found.total, ..Pairs::default() };
    if ask.scope.datasets > 1 || found.total == 0 {
        return parts::nothing(ask, &pairs);
    }
    let plain = found.mechanism == Mechanism::Mixed;
    let enough = |cohort: &&Cohort| cohort.told() >= FEWEST;
    if plain && found.cohorts.iter().any(|cohort| enough(&cohort)) {
        return None;
    }
    if !plain && found.comparable().next().is_some() {
        return None;
    }
    Some(if found.n == 0 && found.cohorts.iter().all(|cohort| cohort.too_recent == 0) {
        words::counted(lang, "chart-delay-none-dates", found.total)
    } else {
        tr_args(lang, "delay-cohorts-none", &[("days", found.window.unwrap_or(0).into())])
    })
}

/// What a cohort is called.
fn name(ask: &Ask<'_>, cut: Cut, cohort: &Cohort) -> String {
    let lang = ask.context.lang;
    match cut {
        Cut::Year => words::period(lang, ask.scope.year.containing(cohort.first)),
        Cut::Quarter => words::period(lang, PeriodScheme::Quarter.containing(cohort.first)),
        Cut::Half => half(lang, "delay-half", cohort),
    }
}

/// The same inside a sentence: `in 2024`.
fn name_in(ask: &Ask<'_>, cut: Cut, cohort: &Cohort) -> String {
    let lang = ask.context.lang;
    match cut {
        Cut::Year => words::in_period(lang, ask.scope.year.containing(cohort.first)),
        Cut::Quarter => words::in_period(lang, PeriodScheme::Quarter.containing(cohort.first)),
        Cut::Half => half(lang, "delay-in-half", cohort),
    }
}

fn half(lang: Lang, key: &str, cohort: &Cohort) -> String {
    let (year, month, _) = cohort.first.ymd();
    let half = if month < 7 { "1" } else { "2" };
    tr_args(lang, key, &[("half", half.into()), ("year", year.to_string().into())])
}

fn choices(ask: &Ask<'_>, chosen: Chosen) -> Vec<Choice> {
    let lang = ask.context.lang;
    let values = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(value, key)| ((*value).to_owned(), tr(lang, key))).collect()
    };
    let cuts = values(&[("year", "delay-cut-year"), ("half", "delay-cut-half"), ("quarter", "delay-cut-quarter")]);
    let cut = match chosen.cut {
        Cut::Year => "year",
        Cut::Half => "half",
        Cut::Quarter => "quarter",
    };
    let views = values(&[
        ("quartiles", "delay-view-quartiles"),
        ("lines", "delay-view-lines"),
        ("panels", "delay-view-panels"),
    ]);
    let view = match chosen.view {
        View::Quartiles => "quartiles",
        View::Lines => "lines",
        View::Panels => "panels",
    };
    let by = if chosen.by == By::Told { "told" } else { "began" };
    let bys = values(&[("began", "delay-by-began"), ("told", "delay-by-told")]);
    let mut choices = vec![
        Choice::Delay,
        parts::segments("cut", tr(lang, "delay-choice-cut"), cuts, cut),
        parts::segments("by", tr(lang, "delay-choice-by"), bys, by),
        parts::segments("view", tr(lang, "delay-choice-view"), views, view),
    ];
    if chosen.by == By::Began {
        choices.extend(parts::window_choice(ask));
    }
    choices.push(parts::axis_choice(ask));
    choices
}
