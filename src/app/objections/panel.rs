//! The panel of the check: each objection with its reason, its records and one click that answers it.

use eframe::egui::{self, CornerRadius, Frame, Label, Margin, RichText};
use lucide_icons::Icon;

use crate::app::charts_page::shelf;
use crate::app::command::{AskCommand, ChartsCommand, Command, FilterCommand, ObjectionsCommand, Page};
use crate::app::icons;
use crate::app::objections::Objected;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};
use crate::chart::honesty::{Caution, Repair, Rule};
use crate::chart::model::ChartKey;
use crate::workspace::edit::{Change, EditBatch};

/// Width of the panel.
const WIDTH: f32 = 392.0;
/// What it takes of a narrow window at most.
const MOST_OF_THE_ROOM: f32 = 0.45;

/// The button that opens and closes the panel.
pub fn button_ui(ui: &mut egui::Ui, view: &View<'_>) {
    let name = view.tr("check-open");
    let words = RichText::new(icons::with(Icon::ShieldCheck, &name)).size(size::TABLE);
    let is_open = view.objections.is_open(view.state.page);
    let response = ui.add(egui::Button::selectable(is_open, words).min_size(egui::vec2(0.0, 30.0)));
    if response.accessible_name(name).on_hover_text(view.tr("check-hint")).clicked() {
        view.send(Command::Objections(ObjectionsCommand::Toggle));
    }
}

/// The panel, while it is open: beside the page, which gives way to it.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    if !view.objections.is_open(view.state.page) || view.state.opened.is_none() {
        return;
    }
    let title = view.tr("check-title");
    let width = WIDTH.min(ui.available_width() * MOST_OF_THE_ROOM);
    let frame = Frame::new().fill(view.tokens.surface).inner_margin(Margin { left: 20, right: 12, top: 14, bottom: 0 });
    let panel = egui::Panel::right("objections").resizable(false).show_separator_line(false).exact_size(width);
    let shown = panel.frame(frame).show(ui, |ui| {
        head_ui(ui, view, &title);
        let scroll = egui::ScrollArea::vertical().auto_shrink([false, false]);
        scroll.show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            found_ui(ui, view);
            ui.add_space(space::L);
        });
    });
    theme::edge_line(ui, shown.response.rect, theme::Edge::Left);
    shown.response.accessible_name(&title);
    let ctx = ui.ctx();
    let is_popup_open = egui::Popup::is_any_open(ctx);
    let escaped = !is_popup_open && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    if escaped {
        view.send(Command::Objections(ObjectionsCommand::Close));
    }
}

fn head_ui(ui: &mut egui::Ui, view: &View<'_>, title: &str) {
    ui.horizontal(|ui| {
        ui.add(Label::new(RichText::new(title).font(theme::bold(size::CARD))));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if button::icon(ui, Icon::X, &view.tr("check-close")).clicked() {
                view.send(Command::Objections(ObjectionsCommand::Close));
            }
        });
    });
}

fn found_ui(ui: &mut egui::Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = space::S;
    let Some(checked) = view.objections.checked() else {
        label::muted(ui, &view.tr("check-looking"), size::TABLE);
        return;
    };
    if view.objections.is_waiting() {
        ui.set_opacity(0.55);
    }
    let count: usize = checked.found.iter().map(|one| one.cautions.len()).sum();
    if count == 0 {
        ui.horizontal_top(|ui| {
            ui.label(RichText::new(icons::glyph(Icon::CircleCheck).to_string()).size(18.0).color(view.tokens.accent));
            ui.add(Label::new(RichText::new(view.tr("check-nothing")).font(theme::bold(size::TEXT))).wrap());
        });
        label::muted(ui, &view.tr("check-looked-at"), size::TABLE);
        rules_ui(ui, view, &[]);
        return;
    }
    label::muted(ui, &view.tr_args("check-count", &[("count", count.into())]), size::TABLE);
    let several = checked.found.len() > 1;
    for one in checked.found.iter().filter(|one| !one.cautions.is_empty()) {
        if several {
            ui.add_space(space::XS);
            ui.add(Label::new(RichText::new(&one.title).font(theme::bold(size::TABLE))).wrap());
        }
        for caution in &one.cautions {
            caution_ui(ui, view, one, caution);
        }
    }
    let objected: Vec<Rule> = checked.found.iter().flat_map(|one| &one.cautions).map(|caution| caution.rule).collect();
    label::muted(ui, &view.tr("check-in-order"), size::TABLE);
    rules_ui(ui, view, &objected);
}

/// What was looked for and found in order.
fn rules_ui(ui: &mut egui::Ui, view: &View<'_>, objected: &[Rule]) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for rule in Rule::ALL.into_iter().filter(|rule| !objected.contains(rule)) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mark = icons::glyph(Icon::Check).to_string();
            ui.label(RichText::new(mark).size(size::FOOT).color(view.tokens.muted));
            label::foot(ui, &rule.name(view.lang()));
        });
    }
}

fn caution_ui(ui: &mut egui::Ui, view: &View<'_>, of: &Objected, caution: &Caution) {
    let tokens = view.tokens;
    let frame = Frame::new()
        .fill(tokens.caution_ground)
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS + 2.0;
        ui.add(Label::new(RichText::new(&caution.why).size(size::TABLE)).wrap().selectable(true));
        let lists = matches!(&caution.repair, Some((_, Repair::List(_))));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            if let Some((words, repair)) = &caution.repair
                && can(view, repair)
                && button::secondary(ui, words).clicked()
            {
                run(view, of, repair, words);
            }
            if let Some(records) = caution.records.clone().filter(|_| !lists)
                && button::link(ui, &view.tr("app-list-these"), size::TABLE).clicked()
            {
                view.send(Command::ListBehind(records, caution.rule.name(view.lang())));
            }
        });
    });
}

/// Whether a repair can be made here.
fn can(view: &View<'_>, repair: &Repair) -> bool {
    let Some(opened) = &view.state.opened else { return false };
    match repair {
        Repair::AsOf(id, _) | Repair::Mechanism(id, _) => !opened.is_read_only() && opened.dataset(*id).is_some(),
        Repair::Figure(chart) => shelf::family(*chart).is_some(),
        _ => true,
    }
}

/// Makes a repair, as commands like any other.
fn run(view: &View<'_>, of: &Objected, repair: &Repair, words: &str) {
    match repair {
        Repair::Range(from, to) => view.send(Command::Filter(FilterCommand::Period(*from, *to))),
        Repair::Option { key: "naive", value } if view.state.page == Page::Overview => {
            view.send(Command::Ask(AskCommand::Naive(!value.is_empty())));
        }
        Repair::Option { key, value } => {
            let value = Some(value.clone()).filter(|value| !value.is_empty());
            view.send(Command::Charts(ChartsCommand::Choose { chart: of.chart, key, value }));
            open_elsewhere(view, of.chart);
        }
        Repair::DateOf(event) => view.send(Command::Ask(AskCommand::DateOf(*event))),
        Repair::Measure(unit, effect) => view.send(Command::Ask(AskCommand::Measure(*unit, *effect))),
        Repair::Dataset(id) => view.send(Command::Filter(FilterCommand::Datasets(vec![*id]))),
        Repair::AsOf(id, day) => edit(view, *id, |dataset| dataset.complete_to(*day)),
        Repair::Mechanism(id, mechanism) => edit(view, *id, |dataset| dataset.mechanism = *mechanism),
        Repair::Narrow(expr) => view.send(Command::Filter(FilterCommand::Narrow(expr.clone()))),
        Repair::Figure(chart) => {
            if *chart == ChartKey::CompareGroups
                && let Some(opened) = &view.state.opened
            {
                for (field, _) in &opened.question.filter.words {
                    view.send(Command::Filter(FilterCommand::Words(field.clone(), Vec::new())));
                }
            }
            view.send(Command::Charts(ChartsCommand::Open(*chart)));
        }
        Repair::List(key) => view.send(Command::ListBehind(key.clone(), words.to_owned())),
    }
}

/// The choices of a figure are made on the page of charts.
fn open_elsewhere(view: &View<'_>, chart: ChartKey) {
    if view.state.page != Page::Charts {
        view.send(Command::Charts(ChartsCommand::Open(chart)));
    }
}

/// Makes a repair of what is said of a dataset; nothing for any other.
pub fn of_dataset(view: &View<'_>, repair: &Repair) {
    match repair {
        Repair::AsOf(id, day) => edit(view, *id, |dataset| dataset.complete_to(*day)),
        Repair::Mechanism(id, mechanism) => edit(view, *id, |dataset| dataset.mechanism = *mechanism),
        _ => {}
    }
}

fn edit(view: &View<'_>, id: uuid::Uuid, change: impl FnOnce(&mut crate::model::dataset::Dataset)) {
    let Some(dataset) = view.state.opened.as_ref().and_then(|opened| opened.dataset(id)) else { return };
    let mut changed = dataset.clone();
    change(&mut changed);
    let label = view.tr_args("app-dataset-edit", &[("name", (&changed.name).into())]);
    view.send(Command::Edit(EditBatch { label, changes: vec![Change::PutDataset(Box::new(changed))] }));
}
