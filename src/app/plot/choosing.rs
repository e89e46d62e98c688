//! A chart with everything that can be done with its marks: only these, without these, list them; across an axis.

use eframe::egui::{self, Pos2, RichText};

use crate::app::command::{Command, MarkCommand};
use crate::app::jobs::JobKind;
use crate::app::plot::{self, Act, Look};
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widgets::button;
use crate::chart::model::{ChartKey, ChartModel};
use crate::chart::records::RecordsKey;
use crate::model::affected::{Effect, Unit};
use crate::query::{Expr, Sure};
use crate::text;

/// What the menu of a mark is about.
#[derive(Clone)]
struct Asked {
    key: RecordsKey,
    words: String,
    at: Pos2,
}

/// Draws a chart as wide as there is room, `height` high, and sends what is done with its marks.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, model: &ChartModel, height: f32) {
    let chart = model.key;
    let brush = view.state.opened.as_ref().and_then(|opened| opened.brush(chart));
    let chosen = brush.map(|brush| brush.keys.as_slice()).unwrap_or_default();
    let hint = view.tr("brush-hint");
    // While the pointer moves only as much is asked for as comes back.
    let keeps_up = !view.is_behind() && !view.figures.is_waiting() && !view.jobs.is_running(JobKind::Behind);
    let outcome = plot::show_with(ui, model, height, &Look { hint: &hint, chosen });
    let menu = outcome.response.id.with("menu");
    let mut opens = None;
    match outcome.act {
        Some(Act::Only(keys, words)) if !keys.is_empty() => {
            let words = said(view, words);
            view.send(Command::Mark(MarkCommand::Only { chart, keys, words }));
        }
        Some(Act::Brushing(keys, words)) if !keys.is_empty() && keeps_up => {
            let words = said(view, words);
            view.send(Command::Mark(MarkCommand::Only { chart, keys, words }));
        }
        Some(Act::Stretch { from, to, is_done }) if is_done || keeps_up => {
            let measure = view.state.opened.as_ref().map(|opened| opened.question.measure);
            if let Some((key, words)) = measure.and_then(|measure| stretch(view, chart, measure, (from, to))) {
                view.send(Command::Mark(MarkCommand::Only { chart, keys: vec![key], words }));
            }
        }
        Some(Act::More(key, words, at)) => {
            ui.data_mut(|data| data.insert_temp(menu, Asked { key, words, at }));
            opens = Some(egui::SetOpenCommand::Bool(true));
        }
        Some(Act::Clear) if brush.is_some() => view.send(Command::Mark(MarkCommand::Clear(chart))),
        _ => {}
    }
    menu_ui(ui, view, chart, menu, opens, brush.is_some());
    if let Some(brush) = brush {
        ui.horizontal_wrapped(|ui| {
            let words = view.tr_args("brush-chosen", &[("words", brush.words.as_str().into())]);
            ui.label(RichText::new(words).size(size::FOOT).color(view.tokens.accent));
            if button::link(ui, &view.tr("brush-clear"), size::FOOT).clicked() {
                view.send(Command::Mark(MarkCommand::Clear(chart)));
            }
        });
    }
}

/// One thing, or from the first to the last.
pub fn said(view: &View<'_>, [first, last]: [String; 2]) -> String {
    if first == last {
        return first;
    }
    view.tr_args("brush-from-to", &[("from", first.into()), ("to", last.into())])
}

/// The records of a stretch of a curve's axis, and its words.
pub fn stretch(
    view: &View<'_>,
    chart: ChartKey,
    measure: (Unit, Effect),
    (from, to): (f64, f64),
) -> Option<(RecordsKey, String)> {
    let lang = view.state.lang;
    let number = |value: u64| text::number(lang, value);
    if chart == ChartKey::AffectedCurve {
        let (from, to) = (10_f64.powf(from).round() as u64, 10_f64.powf(to).round() as u64);
        let key = RecordsKey::Where(Expr::Count { measure, from, to: Some(to), how: Sure::Possible });
        let words = view.tr_args("brush-from-to", &[("from", number(from).into()), ("to", number(to).into())]);
        return Some((key, words));
    }
    let (from, to) = (from.ceil().max(0.0) as u32, to.floor().max(0.0) as u32);
    let key = RecordsKey::DelayBetween { from, to: Some(to.max(from)) };
    let arguments = [("from", number(from.into()).into()), ("to", number(to.max(from).into()).into())];
    Some((key, view.tr_args("brush-days", &arguments)))
}

/// The menu of a mark.
fn menu_ui(
    ui: &egui::Ui,
    view: &View<'_>,
    chart: ChartKey,
    menu: egui::Id,
    opens: Option<egui::SetOpenCommand>,
    has_brush: bool,
) {
    let Some(Asked { key, words, at }) = ui.data(|data| data.get_temp::<Asked>(menu)) else { return };
    egui::Popup::new(menu, ui.ctx().clone(), at, ui.layer_id())
        .kind(egui::PopupKind::Menu)
        .open_memory(opens)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .show(|ui| {
            ui.set_min_width(200.0);
            ui.label(RichText::new(&words).size(size::FOOT).color(view.tokens.muted));
            let item = |ui: &mut egui::Ui, key: &str| {
                let words = RichText::new(view.tr(key)).size(size::TEXT);
                ui.add(egui::Button::selectable(false, words).min_size(egui::vec2(188.0, 28.0))).clicked()
            };
            let first = ui.next_auto_id();
            if item(ui, "brush-only") {
                let keys = vec![key.clone()];
                view.send(Command::Mark(MarkCommand::Only { chart, keys, words: words.clone() }));
            }
            if opens.is_some() {
                // The keyboard goes on in the menu that it opened.
                ui.memory_mut(|memory| memory.request_focus(first));
            }
            if item(ui, "brush-without") {
                view.send(Command::Mark(MarkCommand::Without { chart, keys: vec![key.clone()] }));
            }
            if item(ui, "brush-list") {
                view.send(Command::Mark(MarkCommand::List { chart, key: key.clone(), words: words.clone() }));
            }
            if has_brush && item(ui, "brush-clear") {
                view.send(Command::Mark(MarkCommand::Clear(chart)));
            }
        });
}
