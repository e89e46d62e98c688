//! The choices of a page's figure: those of its question and its own.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::charts_page::choices::{Typed, at_once, own_ui};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::overview::controls;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, label};
use crate::briefing::document::FigureSpec;
use crate::chart::gallery::choice::{Choice, Control, Options, OwnChoice};
use crate::chart::model::ChartKey;
use crate::query::view::SavedView;

/// More letters than this in all options together do not fit side by side in the column.
const LETTERS: usize = 32;

/// Which figure: every one of the gallery.
pub fn figure_ui(ui: &mut egui::Ui, view: &View<'_>, spec: &FigureSpec, name: &str) -> Option<FigureSpec> {
    let current = ChartKey::from_key(&spec.chart);
    let all = crate::app::charts_page::shelf::families().into_iter().flat_map(|(_, charts)| charts);
    let mut options: Vec<(Option<ChartKey>, String)> =
        all.map(|chart| (Some(chart), view.tr(&format!("charts-name-{}", chart.key())))).collect();
    if current.is_none() {
        options.push((None, spec.chart.clone()));
    }
    let chosen = choice::drop_down(ui, ("figure", name), name, current, &options)??;
    Some(FigureSpec { chart: chosen.key().to_owned(), options: Options::default(), view: spec.view.clone() })
}

/// Draws the choices of a figure; returns it as changed.
pub fn show(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    spec: &FigureSpec,
    choices: &[Choice],
    typed: &mut Typed,
) -> Option<FigureSpec> {
    let mut changed = spec.clone();
    ui.spacing_mut().interact_size.y = 28.0;
    for choice in choices {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            match choice {
                Choice::Own(own) => {
                    if let Some(value) = own_ui(ui, view, &narrow(at_once(own, &spec.options)), typed) {
                        let options = &mut changed.options.0;
                        if value.is_empty() {
                            options.remove(own.key);
                        } else {
                            options.insert(own.key.to_owned(), value);
                        }
                    }
                }
                asked => asked_ui(ui, view, opened, asked, &mut changed.view.view),
            }
        });
        if let Choice::Own(own) = choice
            && let Control::Text { problem: Some(problem), .. } = &own.control
        {
            label::caution(ui, problem);
        }
    }
    let reset = icons::with(Icon::RotateCcw, &view.tr("charts-reset"));
    if !spec.options.0.is_empty() && button::quiet(ui, &reset).clicked() {
        changed.options = Options::default();
    }
    (changed != *spec).then_some(changed)
}

/// A choice of the question.
pub fn asked_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, choice: &Choice, asked: &mut SavedView) {
    match choice {
        Choice::DateOf => {
            let name = view.tr("app-choice-date");
            name_ui(ui, &name);
            let options = controls::event_options(view, opened);
            if let Some(event) = choice::drop_down(ui, "date-of", &name, asked.date_of, &options) {
                asked.date_of = event;
            }
        }
        Choice::Period(kinds) => {
            let name = view.tr("app-choice-period");
            let options = controls::period_options(view, opened, kinds);
            if options.is_empty() {
                return;
            }
            name_ui(ui, &name);
            if let Some(period) = choice::drop_down(ui, "period", &name, asked.period, &options) {
                asked.period = period;
            }
        }
        Choice::Delay => {
            let options = controls::event_options(view, opened);
            let ends = [("app-choice-from", "delay-from"), ("app-choice-to", "delay-to")];
            for ((key, id), end) in ends.into_iter().zip([&mut asked.delay.0, &mut asked.delay.1]) {
                let name = view.tr(key);
                name_ui(ui, &name);
                if let Some(event) = choice::drop_down(ui, id, &name, *end, &options) {
                    *end = event;
                }
            }
        }
        Choice::Measure => {
            let name = view.tr("app-choice-measure");
            name_ui(ui, &name);
            let options = controls::measure_options(view, opened, asked.measure);
            if let Some(measure) = choice::drop_down(ui, "measure", &name, asked.measure, &options) {
                asked.measure = measure;
            }
        }
        Choice::Own(_) => {}
    }
}

/// A choice whose options do not fit side by side in the column becomes a list.
fn narrow(mut own: OwnChoice) -> OwnChoice {
    if let Control::Segments(options) = &mut own.control
        && options.iter().map(|(_, name)| name.chars().count() + 4).sum::<usize>() > LETTERS
    {
        own.control = Control::List(std::mem::take(options));
    }
    own
}

/// The name of a choice, on a line of its own: the column is narrow.
fn name_ui(ui: &mut egui::Ui, name: &str) {
    label::muted(ui, name, size::FOOT);
    ui.end_row();
}
