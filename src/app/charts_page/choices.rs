//! The choices of a figure: those of the question, as on the overview, and its own.

use std::collections::HashMap;

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::{ChartsCommand, Command};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::overview::controls;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, field, label};
use crate::chart::gallery::choice::{Choice, Control, Options, OwnChoice};
use crate::chart::model::ChartKey;

/// More letters than this in all segments together, and a list is easier to read.
const MOST_LETTERS: usize = 64;

/// Width of a field for a typed choice.
const FIELD: f32 = 230.0;

/// What is half typed: by the key of the choice, what was last chosen and what stands there now.
#[derive(Default)]
pub struct Typed {
    chart: Option<ChartKey>,
    texts: HashMap<&'static str, (String, String)>,
}

/// Draws the choices of a figure.
pub fn show(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    chart: ChartKey,
    choices: &[Choice],
    typed: &mut Typed,
) {
    if typed.chart != Some(chart) {
        *typed = Typed { chart: Some(chart), texts: HashMap::new() };
    }
    let is_changed = opened.charts.is_changed(chart);
    let chosen = opened.charts.options(chart);
    if choices.is_empty() && !is_changed {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        ui.spacing_mut().interact_size.y = 28.0;
        for choice in choices {
            match choice {
                Choice::DateOf => controls::date_ui(ui, view, opened),
                Choice::Period(kinds) => controls::period_ui(ui, view, opened, kinds),
                Choice::Delay => controls::delay_ui(ui, view, opened),
                Choice::Measure => controls::measure_ui(ui, view, opened),
                Choice::Own(own) => {
                    if let Some(value) = own_ui(ui, view, &at_once(own, &chosen), typed) {
                        let value = Some(value).filter(|value| !value.is_empty());
                        view.send(Command::Charts(ChartsCommand::Choose { chart, key: own.key, value }));
                    }
                }
            }
        }
        if is_changed && button::quiet(ui, &icons::with(Icon::RotateCcw, &view.tr("charts-reset"))).clicked() {
            view.send(Command::Charts(ChartsCommand::Reset(chart)));
        }
    });
    for own in choices.iter().filter_map(|choice| if let Choice::Own(own) = choice { Some(own) } else { None }) {
        if let Control::Text { problem: Some(problem), .. } = &own.control {
            label::caution(ui, problem);
        }
    }
}

/// A choice with what was chosen just now, before the figure is drawn by it.
pub fn at_once(own: &OwnChoice, chosen: &Options) -> OwnChoice {
    let mut own = own.clone();
    let offers = |value: &str| match &own.control {
        Control::Segments(options) | Control::List(options) => options.iter().any(|(offered, _)| offered == value),
        Control::Number { from, to } => value.parse::<u64>().is_ok_and(|number| (*from..=*to).contains(&number)),
        Control::Switch => true,
        Control::Text { .. } => false,
    };
    if let Some(value) = chosen.get(own.key).filter(|value| offers(value)) {
        own.current = value.to_owned();
    }
    own
}

/// One choice of the figure's own; returns what was chosen, empty for as at first.
pub fn own_ui(ui: &mut egui::Ui, view: &View<'_>, own: &OwnChoice, typed: &mut Typed) -> Option<String> {
    match &own.control {
        Control::Segments(options) => {
            controls::named(ui, &own.name);
            let letters: usize = options.iter().map(|(_, name)| name.chars().count() + 2).sum();
            one_of(ui, own, options, letters <= MOST_LETTERS)
        }
        Control::List(options) => {
            controls::named(ui, &own.name);
            one_of(ui, own, options, false)
        }
        Control::Switch => {
            let mut is_on = own.current == "on";
            let changed = ui.checkbox(&mut is_on, RichText::new(&own.name).size(size::TABLE)).changed();
            changed.then(|| if is_on { "on".to_owned() } else { String::new() })
        }
        Control::Number { from, to } => number_ui(ui, view, own, (*from, *to)),
        Control::Text { hint, .. } => text_ui(ui, own, hint, typed),
    }
}

fn one_of(ui: &mut egui::Ui, own: &OwnChoice, options: &[(String, String)], side_by_side: bool) -> Option<String> {
    let numbered: Vec<(usize, String)> = options.iter().map(|(_, name)| name.clone()).enumerate().collect();
    let current = options.iter().position(|(value, _)| *value == own.current).unwrap_or(usize::MAX);
    let chosen = if side_by_side {
        choice::segments(ui, &own.name, current, &numbered)
    } else {
        choice::drop_down(ui, own.key, &own.name, current, &numbered)
    };
    chosen.and_then(|at| options.get(at)).map(|(value, _)| value.clone())
}

/// A whole number with a step down and a step up.
fn number_ui(ui: &mut egui::Ui, view: &View<'_>, own: &OwnChoice, (from, to): (u64, u64)) -> Option<String> {
    let current = own.current.parse::<u64>().unwrap_or(from).clamp(from, to);
    let mut number = current;
    controls::named(ui, &own.name);
    ui.push_id(own.key, |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let step = |key: &str| view.tr_args(key, &[("name", (&own.name).into())]);
        if ui.add_enabled_ui(number > from, |ui| button::icon(ui, Icon::Minus, &step("charts-fewer"))).inner.clicked() {
            number = number.saturating_sub(1);
        }
        let value = egui::DragValue::new(&mut number).range(from..=to).speed(0.1);
        ui.add(value.update_while_editing(false)).accessible_name(&own.name);
        if ui.add_enabled_ui(number < to, |ui| button::icon(ui, Icon::Plus, &step("charts-more"))).inner.clicked() {
            number += 1;
        }
    });
    let number = number.clamp(from, to);
    (number != current).then(|| number.to_string())
}

/// A field whose text counts once it is left or entered.
fn text_ui(ui: &mut egui::Ui, own: &OwnChoice, hint: &str, typed: &mut Typed) -> Option<String> {
    controls::named(ui, &own.name);
    let (known, text) = typed.texts.entry(own.key).or_insert_with(|| (own.current.clone(), own.current.clone()));
    if *known != own.current {
        known.clone_from(&own.current);
        text.clone_from(&own.current);
    }
    let line = field::line(text, FIELD).hint_text(hint).id_salt(own.key);
    let response = ui.add(line).accessible_name(&own.name);
    (response.lost_focus() && *text != own.current).then(|| text.clone())
}
