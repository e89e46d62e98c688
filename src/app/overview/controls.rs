//! The choices above each chart, here and on the page of charts: which date is the time axis, how long a period, from and to of the delay, what is
//! counted.

use eframe::egui;

use crate::app::answers::Card;
use crate::app::command::{AskCommand, Command, FilterCommand};
use crate::app::opened::{AffectedView, Opened};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::period::FiscalStart;
use crate::query::question::PeriodKind;

/// Room that a control beside its name needs at least.
const CONTROL: f32 = 180.0;

/// Every length of a period.
pub const PERIODS: [PeriodKind; 5] =
    [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::FiscalYear];

/// Draws the choices of a card.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, card: Card) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        ui.spacing_mut().interact_size.y = 28.0;
        match card {
            Card::Incidents => {
                date_ui(ui, view, opened);
                period_ui(ui, view, opened, &PERIODS);
            }
            Card::Affected => affected_ui(ui, view, opened),
            Card::Disclosure => delay_ui(ui, view, opened),
        }
    });
}

/// Every event, those that the data has first.
pub fn event_options(view: &View<'_>, opened: &Opened) -> Vec<(EventKind, String)> {
    // Events the data has come first; all can be chosen.
    let used = opened.snapshot.event_kinds();
    let name = |kind: EventKind| (kind, view.tr(&format!("event-{}", kind.key())));
    let others = EventKind::ALL.into_iter().filter(|kind| !used.contains(kind));
    used.iter().copied().chain(others).map(name).collect()
}

/// Which event's date is the time axis.
pub fn date_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let name = view.tr("app-choice-date");
    named(ui, &name);
    let options = event_options(view, opened);
    if let Some(event) = choice::drop_down(ui, "date-of", &name, opened.question.date_of, &options) {
        view.send(Command::Ask(AskCommand::DateOf(event)));
    }
}

/// The name of a choice, on the line of its control: where there is no room for both, they begin a new line.
pub fn named(ui: &mut egui::Ui, name: &str) {
    let words = ui.painter().layout_no_wrap(name.to_owned(), theme::plain(size::FOOT), theme::NONE).size().x;
    if ui.available_size_before_wrap().x < words + CONTROL {
        ui.end_row();
    }
    let tokens = theme::Tokens::of(ui.ctx());
    let label = egui::Label::new(egui::RichText::new(name).size(size::FOOT).color(tokens.muted)).extend();
    // As high as the control: in the middle of its line also where it begins one.
    ui.add_sized(egui::vec2(words.ceil(), ui.spacing().interact_size.y), label);
}

/// How long a period, of these.
pub fn period_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, kinds: &[PeriodKind]) {
    let name = view.tr("app-choice-period");
    let options = period_options(view, opened, kinds);
    if options.is_empty() {
        return;
    }
    named(ui, &name);
    if let Some(period) = choice::segments(ui, &name, opened.question.period, &options) {
        view.send(Command::Ask(AskCommand::Period(period)));
    }
}

/// Lengths of a period, of these; a fiscal year only where it is not the year.
pub fn period_options(view: &View<'_>, opened: &Opened, kinds: &[PeriodKind]) -> Vec<(PeriodKind, String)> {
    let (month, day) = opened.question.fiscal_start;
    let has_fiscal =
        FiscalStart::new(u32::from(month), u32::from(day)).is_ok_and(|start| start != FiscalStart::NEW_YEAR);
    kinds
        .iter()
        .copied()
        .filter(|kind| *kind != PeriodKind::FiscalYear || has_fiscal)
        .map(|kind| (kind, view.tr(period_key(kind))))
        .collect()
}

/// Key of the words for a length of a period.
pub const fn period_key(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Week => "app-choice-week",
        PeriodKind::Month => "app-choice-month",
        PeriodKind::Quarter => "app-choice-quarter",
        PeriodKind::Year => "app-choice-year",
        PeriodKind::FiscalYear => "app-choice-fiscal-year",
    }
}

/// What is counted as affected.
pub fn measure_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let name = view.tr("app-choice-measure");
    let options = measure_options(view, opened, opened.question.measure);
    if let Some((unit, effect)) = choice::drop_down(ui, "measure", &name, opened.question.measure, &options) {
        view.send(Command::Ask(AskCommand::Measure(unit, effect)));
    }
}

/// What can be counted as affected, and what is.
pub fn measure_options(view: &View<'_>, opened: &Opened, current: (Unit, Effect)) -> Vec<((Unit, Effect), String)> {
    let mut measures = opened.snapshot.measures();
    if !measures.contains(&current) {
        measures.push(current);
    }
    measures.into_iter().map(|measure| (measure, measure_words(view, measure))).collect()
}

fn affected_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    measure_ui(ui, view, opened);
    let views =
        [(AffectedView::Sizes, view.tr("app-choice-sizes")), (AffectedView::Periods, view.tr("app-choice-periods"))];
    if let Some(chosen) = choice::segments(ui, &view.tr("app-choice-affected"), opened.choices.affected, &views) {
        view.send(Command::Ask(AskCommand::Affected(chosen)));
    }
    if opened.choices.affected == AffectedView::Periods {
        date_ui(ui, view, opened);
    }
    without_largest_ui(ui, view, opened);
}

/// With or without the record that has the largest count.
pub fn without_largest_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let mut without = opened.question.filter.without_largest;
    let words = egui::RichText::new(view.tr("app-filter-without-largest")).size(size::TABLE);
    if ui.checkbox(&mut without, words).changed() {
        view.send(Command::Filter(FilterCommand::WithoutLargest(without)));
    }
}

/// "people, data exposed".
pub fn measure_words(view: &View<'_>, (unit, effect): (Unit, Effect)) -> String {
    let unit = view.tr(&format!("unit-{}", unit.key()));
    let effect = view.tr(&format!("effect-{}", effect.key()));
    view.tr_args("app-measure", &[("unit", unit.into()), ("effect", effect.into())])
}

/// From which event to which.
pub fn delay_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    let (from, to) = opened.question.delay;
    let options = event_options(view, opened);
    let name = view.tr("app-choice-from");
    named(ui, &name);
    if let Some(from) = choice::drop_down(ui, "delay-from", &name, from, &options) {
        view.send(Command::Ask(AskCommand::Delay(from, to)));
    }
    let name = view.tr("app-choice-to");
    named(ui, &name);
    if let Some(to) = choice::drop_down(ui, "delay-to", &name, to, &options) {
        view.send(Command::Ask(AskCommand::Delay(from, to)));
    }
}
