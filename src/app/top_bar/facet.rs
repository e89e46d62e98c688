//! Filters by the words of a field, and by dataset: lists with counts and a search of their own.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::{Command, FilterCommand};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, field, label, popup};
use crate::chart::describe;
use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::query::language::{self, print, reason_name};
use crate::query::{Expr, Known, Reason, Sure};
use crate::text::number;

/// Width of a list.
const WIDTH: f32 = 260.0;

/// Height of the list of everything that can be filtered.
const HEIGHT: f32 = 420.0;

/// Fields that are offered first; all others with words follow.
const FIELDS: [Field; 8] = [
    Field::Sector,
    Field::Kind,
    Field::Country,
    Field::Region,
    Field::Severity,
    Field::Status,
    Field::DataClass,
    Field::Tag,
];

/// What a list is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Words of a field.
    Words(Field),
    /// Datasets.
    Datasets,
    /// The date of an event.
    Dates(EventKind),
    /// A count.
    Counts(Unit, Effect),
}

/// Passing state of the lists.
#[derive(Default)]
pub struct FacetEditor {
    /// Which list the button "Filter" shows.
    added: Option<Facet>,
    /// What is typed to find a word.
    find: String,
    /// The beginning of a query that is asked for in the field.
    pub wanted: Option<String>,
}

/// The name of a field.
pub fn field_name(view: &View<'_>, field: &Field) -> String {
    let key = match field {
        Field::Sector => "app-field-sector",
        Field::Kind => "app-field-kind",
        Field::Country => "app-field-country",
        Field::Region => "app-field-region",
        Field::Severity => "app-field-severity",
        Field::Status => "app-field-status",
        Field::DataClass => "app-field-data-class",
        Field::Tag => "app-field-tag",
        other => return language::field_name(other, view.lang()),
    };
    view.tr(key)
}

/// A word as it is shown: the empty word stands for records without one.
pub fn shown_word(view: &View<'_>, field: &Field, word: &str) -> String {
    if word.is_empty() { view.tr("app-filter-without-word") } else { describe::named(view.lang(), field, word) }
}

impl FacetEditor {
    /// The button that adds a filter.
    pub fn add_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
        let offered = offered(opened);
        if offered.is_empty() {
            return;
        }
        let response = button::quiet(ui, &add_words(view));
        if response.clicked() {
            self.added = None;
            self.find.clear();
        }
        popup::panel(&response, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            match self.added.clone() {
                None => {
                    egui::ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| self.offer_ui(ui, view, offered));
                }
                Some(facet) => self.list_ui(ui, view, opened, &facet),
            }
        });
    }

    /// Everything that can be filtered, by kind.
    fn offer_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, offered: Vec<Facet>) {
        let mut section = "";
        for facet in offered {
            let (name, of) = match &facet {
                Facet::Words(field) => (field_name(view, field), "query-menu-words"),
                Facet::Datasets => (view.tr("app-filter-dataset"), "query-menu-words"),
                Facet::Dates(event) => (field_name(view, &Field::Event(*event)), "query-menu-dates"),
                Facet::Counts(unit, effect) => {
                    (field_name(view, &Field::Affected(*unit, *effect)), "query-menu-counts")
                }
            };
            if of != section {
                section = of;
                label::section(ui, &view.tr(of));
            }
            if choice::entry(ui, false, &name, "").clicked() {
                self.added = Some(facet);
            }
        }
    }

    /// Dates and counts: whether there is one, why not, or from which to which.
    fn values_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, field: &Field) {
        label::section(ui, &field_name(view, field));
        let (known, reasons): (Expr, Vec<(Reason, Expr)>) = match field {
            Field::Event(event) => {
                let event = *event;
                let without = |reason| Expr::NoDate { event, reasons: vec![reason] };
                let known = Expr::Date { event, from: None, to: None, how: Sure::Certain };
                (known, Reason::ALL.map(|reason| (reason, without(reason))).to_vec())
            }
            Field::Affected(unit, effect) => {
                let measure = (*unit, *effect);
                let without = |reason| Expr::NoCount { measure, reasons: vec![reason] };
                let known = Expr::Count { measure, from: 0, to: None, how: Sure::Certain };
                let reasons = Reason::ALL.into_iter().filter(|reason| *reason != Reason::NotYet);
                (known, reasons.map(|reason| (reason, without(reason))).collect())
            }
            _ => return,
        };
        if choice::entry(ui, false, &view.tr("query-menu-range"), "").clicked() {
            let text = print(&known, &Known::default(), view.lang());
            // The name alone: what stands behind its sign is for the reader to type.
            let name = text.rsplit_once([':', '>']).map_or(text.as_str(), |(name, _)| name);
            self.wanted = Some(format!("{name}:"));
            ui.close();
        }
        if choice::entry(ui, false, &view.tr("query-says-known"), "").clicked() {
            view.send(Command::Filter(FilterCommand::Narrow(known)));
            ui.close();
        }
        for (reason, expr) in reasons {
            if choice::entry(ui, false, &reason_name(reason, view.lang()), "").clicked() {
                view.send(Command::Filter(FilterCommand::Narrow(expr)));
                ui.close();
            }
        }
    }

    /// The list of a chip, shown while the chip is open.
    pub fn popup(&mut self, view: &View<'_>, opened: &Opened, chip: &egui::Response, facet: &Facet) {
        if chip.clicked() {
            self.find.clear();
        }
        popup::panel(chip, WIDTH, |ui| self.list_ui(ui, view, opened, facet));
    }

    fn list_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, facet: &Facet) {
        match facet {
            Facet::Words(field) => self.words_ui(ui, view, opened, field),
            Facet::Datasets => datasets_ui(ui, view, opened),
            Facet::Dates(event) => self.values_ui(ui, view, &Field::Event(*event)),
            Facet::Counts(unit, effect) => self.values_ui(ui, view, &Field::Affected(*unit, *effect)),
        }
    }

    fn words_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, field: &Field) {
        ui.spacing_mut().item_spacing.y = space::S;
        label::section(ui, &field_name(view, field));
        if view.derived.wants_words(opened, field, &self.find, view.lang()) {
            view.send(Command::CountWords(field.clone(), self.find.clone()));
        }
        let Some(words) = view.derived.words_of(field) else {
            if view.derived.words_are_late() {
                label::foot(ui, &view.tr("app-filter-counting"));
            }
            return;
        };
        let facets = &words.facets;
        if facets.words.len() > 8 {
            let find = field::line(&mut self.find, f32::INFINITY).hint_text(view.tr("app-filter-find"));
            ui.add(find).accessible_name(view.tr("app-filter-find"));
        }
        if view.derived.words_are_late() {
            ui.set_opacity(0.55);
        }
        // Last those without a word. The words themselves are looked at row by row: a field of names has very many.
        let found = words.found.len();
        let without = facets.without > 0 && self.find.trim().is_empty();
        let rows = found + usize::from(without);
        let row = |at: usize| match words.found.get(at) {
            Some(place) => facets.words.get(*place as usize).map(|(word, count)| (word.as_str(), *count)),
            None => Some(("", facets.without)),
        };
        let chosen = opened.question.filter.words.iter().find(|(known, _)| known == field);
        let chosen: Vec<String> = chosen.map(|(_, words)| words.clone()).unwrap_or_default();
        if rows == 0 {
            label::foot(ui, &view.tr("app-filter-none-found"));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = (rows as f32 * 26.0).min(320.0);
        let list = egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        list.auto_shrink([false, true]).show_rows(ui, 26.0, rows, |ui, range| {
            for (word, count) in range.filter_map(row) {
                if word_ui(ui, view, (field, word), count, chosen.iter().any(|known| known == word)) {
                    let mut words = chosen.clone();
                    match words.iter().position(|known| known == word) {
                        Some(at) => drop(words.remove(at)),
                        None => words.push(word.to_owned()),
                    }
                    view.send(Command::Filter(FilterCommand::Words(field.clone(), words)));
                }
            }
        });
    }
}

/// A word with a box to tick and its count at the right; says whether it was clicked.
fn word_ui(ui: &mut egui::Ui, view: &View<'_>, (field, word): (&Field, &str), count: u64, is_chosen: bool) -> bool {
    let shown = shown_word(view, field, word);
    let count = number(view.lang(), count);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 26.0), egui::Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, ui.is_enabled(), is_chosen, format!("{shown} {count}"))
    });
    if ui.is_rect_visible(rect) {
        let tokens = view.tokens;
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 4.0, tokens.accent_ground);
        }
        let tick = egui::Rect::from_center_size(rect.left_center() + egui::vec2(14.0, 0.0), egui::vec2(16.0, 16.0));
        if is_chosen {
            ui.painter().rect_filled(tick, 4.0, tokens.accent);
            let mark = icons::glyph(Icon::Check);
            ui.painter().text(tick.center(), egui::Align2::CENTER_CENTER, mark, theme::plain(12.0), tokens.on_accent);
        } else {
            let edge = egui::Stroke::new(1.0, tokens.muted);
            ui.painter().rect_stroke(tick, 4.0, edge, egui::StrokeKind::Inside);
        }
        let number = ui.painter().layout_no_wrap(count, theme::plain(size::FOOT), tokens.muted);
        let right = rect.right() - space::S - number.size().x;
        let room = right - rect.left() - 30.0 - space::S;
        let mut job = egui::text::LayoutJob::simple_singleline(shown, theme::plain(size::TABLE), tokens.text);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let words = ui.painter().layout_job(job);
        ui.painter().galley(egui::pos2(rect.left() + 30.0, rect.center().y - words.size().y / 2.0), words, tokens.text);
        ui.painter().galley(egui::pos2(right, rect.center().y - number.size().y / 2.0), number, tokens.muted);
    }
    response.clicked()
}

fn datasets_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    label::section(ui, &view.tr("app-filter-dataset"));
    let chosen = &opened.question.filter.datasets;
    for dataset in &opened.datasets {
        let mut is_chosen = chosen.contains(&dataset.id);
        if ui.checkbox(&mut is_chosen, RichText::new(&dataset.name).size(size::TABLE)).changed() {
            let mut datasets = chosen.clone();
            datasets.retain(|id| *id != dataset.id);
            if is_chosen {
                datasets.push(dataset.id);
            }
            view.send(Command::Filter(FilterCommand::Datasets(datasets)));
        }
    }
}

/// The filters that this data can have.
fn offered(opened: &Opened) -> Vec<Facet> {
    let snapshot = &opened.snapshot;
    let mut fields: Vec<&Field> = snapshot.fields().collect();
    fields.sort_by_key(|field| {
        let first = FIELDS.iter().position(|known| known == *field).unwrap_or(FIELDS.len());
        (first, Field::WORDS.iter().position(|(known, _)| known == *field).unwrap_or(usize::MAX))
    });
    let has_words = |field: &&Field| snapshot.dictionary(field).is_some_and(|words| !words.is_empty());
    let mut offered: Vec<Facet> = fields.into_iter().filter(has_words).cloned().map(Facet::Words).collect();
    if opened.datasets.len() > 1 {
        offered.push(Facet::Datasets);
    }
    offered.extend(snapshot.event_kinds().into_iter().map(Facet::Dates));
    offered.extend(snapshot.measures().into_iter().map(|(unit, effect)| Facet::Counts(unit, effect)));
    offered
}

/// What the button says that adds a filter.
fn add_words(view: &View<'_>) -> String {
    icons::with(Icon::ListFilter, &view.tr("app-filter-add"))
}

/// The width of the button that adds a filter; 0 where there is none.
pub fn add_width(ui: &egui::Ui, view: &View<'_>, opened: &Opened) -> f32 {
    if offered(opened).is_empty() {
        0.0
    } else {
        button::quiet_width(ui, &add_words(view)) + ui.spacing().item_spacing.x
    }
}
