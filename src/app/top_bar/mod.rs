//! The top bar: what is looked at, the search, the filters with their chips, "n of N", New record.

pub mod conditions;
pub mod facet;
pub mod period;
pub mod proposals;
pub mod query;
pub mod views;

use eframe::egui::{self, Margin, RichText};

use crate::app::command::{Command, FilterCommand, Page};
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, chip, label};
use crate::frame::batch::Field;

/// Least and usual largest width of the search field; a long query takes whatever the row has.
const SEARCH: (f32, f32) = (220.0, 460.0);

/// The least that the period, a chip and the buttons behind them are given of the row.
const BEHIND_SEARCH: f32 = 310.0;

/// Least width of the title.
const TITLE: f32 = 100.0;

/// The bar's own passing state.
#[derive(Default)]
pub struct TopBar {
    /// The search or query as typed.
    query: query::QueryField,
    /// The conditions of the filter in words.
    conditions: conditions::Conditions,
    /// The menu of named views.
    views: views::ViewsMenu,
    /// What is typed into the editor of the period.
    period: period::PeriodEditor,
    /// What is typed into the lists of words.
    words: facet::FacetEditor,
}

/// A chip of the bar.
enum Chip {
    Words(Field, Vec<String>),
    Datasets,
    WithoutLargest,
    /// A condition of the filter's expression, by its place, with its words.
    Condition(usize, String),
}

impl TopBar {
    /// Shows the top bar.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let frame = egui::Frame::new().fill(view.tokens.surface).inner_margin(Margin::symmetric(20, 12));
        let panel = egui::Panel::top("top").resizable(false).show_separator_line(false).frame(frame);
        let bar = panel.show(ui, |ui| {
            if let Some(opened) = &view.state.opened {
                self.full_ui(ui, view, opened);
            } else {
                ui.set_min_height(size::CONTROL);
                ui.horizontal_centered(|ui| title_ui(ui, &view.tr(view.state.page.text_key()), 460.0));
            }
        });
        theme::edge_line(ui, bar.response.rect, theme::Edge::Bottom);
    }

    fn full_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
        let mut chips = chips_of(opened);
        let words = self.conditions.words(view, opened).iter().enumerate();
        chips.extend(words.map(|(at, words)| Chip::Condition(at, words.clone())));
        let mut later = Vec::new();
        let mut add_below = false;
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            let right = right_width(ui, view);
            let edge = ui.max_rect().right() - right;
            let room = edge - ui.cursor().left();
            let add = facet::add_width(ui, view, opened) + views::width(ui, view, opened);
            // Without a chip the period and the buttons are all that stands there.
            let gaps = space::S + 3.0 * ui.spacing().item_spacing.x;
            let behind = (period::width(ui, view, opened) + add + gaps).max(BEHIND_SEARCH);
            let search = self.search_width(ui, opened, (room, behind));
            // The title takes what the search, a chip and the right side leave.
            title_ui(ui, &opened.title(), (room - search - behind).clamp(TITLE, 460.0));
            ui.add_space(space::S);
            ui.push_id("search", |ui| self.query.show(ui, view, opened, search));
            ui.push_id("period", |ui| self.period.show(ui, view, opened));
            for chip in chips {
                let words = chip_words(view, opened, &chip);
                if later.is_empty() && ui.cursor().left() + chip::width(ui, &words) + add < edge {
                    self.chip_ui(ui, view, opened, &chip, &words);
                } else {
                    later.push((chip, words));
                }
            }
            add_below = ui.cursor().left() + add > edge;
            if !add_below {
                self.add_ui(ui, view, opened);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| right_ui(ui, view, opened));
        });
        if let Some(said) = self.query.said() {
            label::caution(ui, said);
        }
        if let Some(text) = self.words.wanted.take() {
            self.query.edit(opened, None, text);
        }
        if !later.is_empty() || add_below {
            ui.horizontal_wrapped(|ui| {
                for (chip, words) in later {
                    self.chip_ui(ui, view, opened, &chip, &words);
                }
                if add_below {
                    self.add_ui(ui, view, opened);
                }
            });
        }
    }

    /// The query's jobs and what comes of them.
    pub const fn query(&mut self) -> &mut query::QueryField {
        &mut self.query
    }

    /// Width of the search field: it grows with the window, and with a long query as far as the row goes.
    fn search_width(&self, ui: &egui::Ui, opened: &Opened, (room, behind): (f32, f32)) -> f32 {
        let title = ui.painter().layout_no_wrap(opened.title(), theme::bold(size::PAGE), theme::NONE).size().x;
        let both = room - behind;
        // A long title leaves the field its half.
        let usual = (both - title.min(both / 2.0)).clamp(SEARCH.0, SEARCH.1);
        let most = (room - TITLE - behind / 2.0).max(usual);
        self.query.wanted_width(ui).clamp(usual, most)
    }

    /// The button that adds a filter, with an id of its own: a chip that appears before it must not close its list.
    fn add_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
        ui.push_id("add", |ui| self.words.add_ui(ui, view, opened));
        ui.push_id("views", |ui| self.views.show(ui, view, opened));
    }

    fn chip_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, chip: &Chip, words: &str) {
        let remove = view.tr_args("app-filter-remove", &[("filter", words.into())]);
        let id = match chip {
            Chip::Words(field, _) => egui::IdSalt::new(field),
            Chip::Datasets => egui::IdSalt::new("datasets"),
            Chip::WithoutLargest => egui::IdSalt::new("without largest"),
            Chip::Condition(at, _) => conditions::salt(*at),
        };
        let response = ui.push_id(id, |ui| chip::removable(ui, words, &remove)).inner;
        match chip {
            Chip::Words(field, _) => {
                self.words.popup(view, opened, &response.body, &facet::Facet::Words(field.clone()));
                if response.removed {
                    view.send(Command::Filter(FilterCommand::Words(field.clone(), Vec::new())));
                }
            }
            Chip::Datasets => {
                self.words.popup(view, opened, &response.body, &facet::Facet::Datasets);
                if response.removed {
                    view.send(Command::Filter(FilterCommand::Datasets(Vec::new())));
                }
            }
            Chip::WithoutLargest => {
                if response.removed {
                    view.send(Command::Filter(FilterCommand::WithoutLargest(false)));
                }
            }
            Chip::Condition(at, whole) => {
                if whole != words {
                    response.body.clone().on_hover_text(whole);
                }
                conditions::chip_ui(&mut self.query, view, opened, *at, &response);
            }
        }
    }
}

/// The search field's identity.
pub fn search_id() -> egui::Id {
    egui::Id::unique("search")
}

fn title_ui(ui: &mut egui::Ui, words: &str, room: f32) {
    let text = RichText::new(words).font(theme::bold(size::PAGE));
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(egui::Label::new(text).truncate());
    });
}

fn chips_of(opened: &Opened) -> Vec<Chip> {
    let filter = &opened.question.filter;
    let mut chips: Vec<Chip> =
        filter.words.iter().map(|(field, words)| Chip::Words(field.clone(), words.clone())).collect();
    if !filter.datasets.is_empty() {
        chips.push(Chip::Datasets);
    }
    if filter.without_largest {
        chips.push(Chip::WithoutLargest);
    }
    chips
}

fn chip_words(view: &View<'_>, opened: &Opened, chip: &Chip) -> String {
    match chip {
        Chip::Words(field, words) => {
            let shown: Vec<String> = words.iter().map(|word| facet::shown_word(view, field, word)).collect();
            labelled(view, &facet::field_name(view, field), &shown)
        }
        Chip::Datasets => {
            let chosen = &opened.question.filter.datasets;
            let names: Vec<String> =
                chosen.iter().filter_map(|id| opened.dataset(*id)).map(|dataset| dataset.name.clone()).collect();
            labelled(view, &view.tr("app-filter-dataset"), &names)
        }
        Chip::WithoutLargest => view.tr("app-filter-without-largest"),
        Chip::Condition(_, words) => conditions::short(words),
    }
}

/// "Sector: Health, Finance", shortened to "Sector: 5 chosen" where that gets long.
pub fn labelled(view: &View<'_>, name: &str, chosen: &[String]) -> String {
    let joined = chosen.join(", ");
    if joined.chars().count() <= 32 {
        return view.tr_args("app-filter-chip", &[("name", name.into()), ("chosen", joined.into())]);
    }
    view.tr_args("app-filter-chip-many", &[("name", name.into()), ("count", chosen.len().into())])
}

/// "n of N", both of the same records; nothing before the first were chosen.
fn count_words(view: &View<'_>) -> String {
    let Some(selected) = view.derived.selected() else { return String::new() };
    let (shown, all) = (selected.selection.len(), selected.snapshot.len());
    view.tr_args("app-count", &[("shown", shown.into()), ("all", all.into())])
}

fn right_width(ui: &egui::Ui, view: &View<'_>) -> f32 {
    let text = |words: String, font| ui.painter().layout_no_wrap(words, font, theme::NONE).size().x;
    let count = text(count_words(view), theme::plain(size::TABLE));
    let new = text(view.tr("app-action-new-record"), theme::bold(size::TEXT));
    count + new + 28.0 + 3.0 * space::M
}

fn right_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    ui.spacing_mut().item_spacing.x = space::M;
    if !opened.is_read_only() && button::primary(ui, &view.tr("app-action-new-record")).clicked() {
        view.send(Command::NewRecord);
    }
    let colour = view.tokens.muted.gamma_multiply(if view.derived.is_dimmed() { 0.55 } else { 1.0 });
    let response = ui.label(RichText::new(count_words(view)).size(size::TABLE).color(colour));
    if view.state.page == Page::Overview {
        response.on_hover_text(view.tr("app-count-hint"));
    }
}
