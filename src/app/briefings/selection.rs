//! What a page looks at: its own selection as chips, the days it covers, and the ways between it and the window.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::briefings::content::view_of;
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::overview::controls;
use crate::app::theme::{size, space};
use crate::app::top_bar::conditions::short;
use crate::app::top_bar::{facet, labelled, period};
use crate::app::view::View;
use crate::app::widgets::{button, chip, choice, label};
use crate::briefing::document::{LastPeriods, PageView};
use crate::frame::Revision;
use crate::query::language::describe;
use crate::query::question::{Filter, PeriodKind};
use crate::query::{Expr, Known};
use crate::text::Lang;

/// Most periods that a page can be about.
const MOST: u16 = 60;

/// What the words of conditions rest on.
type Key = (u64, Revision, Expr, Lang);

/// The words of conditions, kept until they change.
#[derive(Default)]
pub struct Conditions {
    key: Option<Key>,
    words: Vec<String>,
}

impl Conditions {
    /// Draws what a page looks at; returns it as changed.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        looked_at: &PageView,
        can_change: bool,
    ) -> Option<PageView> {
        let mut changed = looked_at.clone();
        label::muted(ui, &view.tr("briefings-looks-at"), size::FOOT);
        ui.add_enabled_ui(can_change, |ui| {
            self.chips_ui(ui, view, opened, &mut changed);
            last_ui(ui, view, opened, &mut changed);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let now = icons::with(Icon::Crosshair, &view.tr("briefings-use-now"));
                let response = button::secondary(ui, &now).accessible_name(view.tr("briefings-use-now"));
                if response.on_hover_text(view.tr("briefings-use-now-why")).clicked() {
                    changed = PageView { last: None, ..view_of(&opened.question) };
                }
            });
        });
        (changed != *looked_at).then_some(changed)
    }

    fn chips_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, changed: &mut PageView) {
        let filter = changed.view.filter.clone();
        let parts: &[Expr] = if filter.expr.is_everything() { &[] } else { filter.expr.parts() };
        let conditions = self.words(view, opened, &filter.expr).to_vec();
        let is_all = filter == (Filter { from: filter.from, to: filter.to, ..Filter::default() });
        let has_days = changed.last.is_none() && (filter.from.is_some() || filter.to.is_some());
        if is_all && !has_days {
            let key = if changed.last.is_some() { "briefings-all-records" } else { "briefings-all-records-days" };
            label::foot(ui, &view.tr(key));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            let mut chip_ui = |words: &str, remove: &mut dyn FnMut(&mut Filter)| {
                let name = view.tr_args("app-filter-remove", &[("filter", words.into())]);
                if chip::removable(ui, &short_of(words), &name).removed {
                    remove(&mut changed.view.filter);
                }
            };
            if !filter.text.is_empty() {
                let words = view.tr_args("briefings-text", &[("text", filter.text.as_str().into())]);
                chip_ui(&words, &mut |filter| filter.text.clear());
            }
            for (field, words) in &filter.words {
                let shown: Vec<String> = words.iter().map(|word| facet::shown_word(view, field, word)).collect();
                let said = labelled(view, &facet::field_name(view, field), &shown);
                chip_ui(&said, &mut |filter| filter.words.retain(|(other, _)| other != field));
            }
            if !filter.datasets.is_empty() {
                let known = filter.datasets.iter().filter_map(|id| opened.dataset(*id));
                let names: Vec<String> = known.map(|dataset| dataset.name.clone()).collect();
                let words = labelled(view, &view.tr("app-filter-dataset"), &names);
                chip_ui(&words, &mut |filter| filter.datasets.clear());
            }
            if filter.without_largest {
                let words = view.tr("app-filter-without-largest");
                chip_ui(&words, &mut |filter| filter.without_largest = false);
            }
            for (at, words) in conditions.iter().enumerate() {
                chip_ui(words, &mut |filter| {
                    let rest = parts.iter().enumerate().filter(|(place, _)| *place != at);
                    filter.expr = Expr::All(rest.map(|(_, part)| part.clone()).collect()).tidied();
                });
            }
            if has_days {
                let words = period::days_words(view.lang(), filter.from, filter.to, view);
                let name = view.tr_args("app-filter-remove", &[("filter", words.as_str().into())]);
                if chip::removable(ui, &short_of(&words), &name).removed {
                    (changed.view.filter.from, changed.view.filter.to) = (None, None);
                }
            }
        });
        if is_all {
            label::foot(ui, &view.tr("briefings-all-records"));
        }
    }

    fn words(&mut self, view: &View<'_>, opened: &Opened, expr: &Expr) -> &[String] {
        let key = (opened.number, opened.snapshot.revision(), expr.clone(), view.lang());
        if self.key.as_ref() != Some(&key) {
            let known = Known::of(&opened.snapshot, &opened.datasets);
            let parts: &[Expr] = if expr.is_everything() { &[] } else { expr.parts() };
            self.words = parts.iter().map(|part| describe(part, &opened.snapshot, &known, view.lang())).collect();
            self.key = Some(key);
        }
        &self.words
    }
}

/// Words that fit the column.
fn short_of(words: &str) -> String {
    let words = short(words);
    if words.chars().count() <= 32 {
        return words;
    }
    words.chars().take(31).chain(['…']).collect()
}

/// The last complete periods in the place of days, so that the page can be shown again next time.
fn last_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, changed: &mut PageView) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        let mut is_on = changed.last.is_some();
        let words = RichText::new(view.tr("briefings-last")).size(size::TABLE);
        if ui.checkbox(&mut is_on, words).on_hover_text(view.tr("briefings-last-why")).changed() {
            changed.last = is_on.then_some(LastPeriods { count: 1, period: changed.view.period });
        }
        let Some(last) = &mut changed.last else { return };
        ui.end_row();
        let count = egui::DragValue::new(&mut last.count).range(1..=MOST).speed(0.1);
        ui.add(count).accessible_name(view.tr("briefings-last-count"));
        let has_fiscal = opened.question.fiscal_start != (1, 1) || last.period == PeriodKind::FiscalYear;
        let kinds = controls::PERIODS.into_iter().filter(|kind| *kind != PeriodKind::FiscalYear || has_fiscal);
        let options: Vec<(PeriodKind, String)> =
            kinds.map(|kind| (kind, view.tr(controls::period_key(kind)))).collect();
        let name = view.tr("app-choice-period");
        if let Some(period) = choice::drop_down(ui, "last period", &name, last.period, &options) {
            last.period = period;
        }
    });
}
