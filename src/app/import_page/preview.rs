//! The preview: a record beside the row it was made of, row by row.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::icons;
use crate::app::import_page::cards::line;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::Review;
use crate::app::import_page::trial::{Away, Preview, cells_of};
use crate::app::import_page::{ImportPage, Rows, words};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, label};
use crate::chart::describe;
use crate::frame::batch::Field;
use crate::model::incident::Incident;
use crate::model::problem::Problem;
use crate::text::{Arg, Lang, number, tr};

/// From this width of a side on, names stand at the left of their values; below, above them.
const BESIDE: f32 = 300.0;

impl ImportPage {
    pub(super) fn preview_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let lang = view.lang();
        let trial = review.trial.as_ref();
        let count = |count: u64| Arg::Text(number(lang, count));
        let (doubtful, bad) = trial.map_or((0, 0), |trial| (trial.doubtful, trial.bad()));
        let mut options = vec![
            (Rows::All, view.tr("importing-rows-first")),
            (Rows::Doubtful, view.tr_args("importing-rows-doubtful", &[("count", count(doubtful))])),
            (Rows::Bad, view.tr_args("importing-rows-bad", &[("count", count(bad))])),
        ];
        if let Some((raw, _)) = &review.fetched {
            options.push((Rows::Fetched, view.tr_args("importing-row", &[("row", count(raw.row))])));
        }
        if let Some(rows) = choice::segments(ui, &view.tr("importing-preview"), self.rows, &options) {
            self.rows = rows;
            self.place = 0;
        }
        let length = match self.rows {
            Rows::All => review.previews.len(),
            Rows::Doubtful => trial.map_or(0, |trial| trial.doubtful_rows.len()),
            Rows::Bad => trial.map_or(0, |trial| trial.report.rejected.len()),
            Rows::Fetched => usize::from(review.fetched.is_some()),
        };
        self.place = self.place.min(length.saturating_sub(1));
        if length == 0 {
            ui.add_space(space::S);
            label::subtitle(
                ui,
                &view.tr(match self.rows {
                    Rows::All => "importing-preview-none",
                    Rows::Doubtful => "importing-preview-no-doubtful",
                    Rows::Bad => "importing-preview-no-bad",
                    Rows::Fetched => "importing-preview-fetching",
                }),
            );
            return;
        }
        let rejected;
        let shown = match self.rows {
            Rows::Fetched => review.fetched.as_ref().map(|(_, shown)| shown),
            Rows::All => review.previews.get(self.place),
            Rows::Doubtful => trial.and_then(|trial| trial.doubtful_rows.get(self.place)),
            Rows::Bad => {
                rejected = trial.and_then(|trial| trial.report.rejected.get(self.place)).map(|row| Preview {
                    row: row.row,
                    cells: cells_of(&row.raw),
                    incident: None,
                    problems: row.problems.clone(),
                    away: None,
                });
                rejected.as_ref()
            }
        };
        let Some(shown) = shown else { return };
        self.stepper_ui(ui, view, shown.row, length);
        egui::ScrollArea::vertical().id_salt(("preview", shown.row)).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            problems_ui(ui, view, &shown.problems);
            // Not `columns`, which would justify the text.
            let width = (ui.available_width() - space::M) / 2.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    raw_ui(ui, view, review, shown);
                });
                ui.vertical(|ui| {
                    ui.set_width(width);
                    record_ui(ui, view, shown);
                });
            });
        });
    }

    fn stepper_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, row: u64, length: usize) {
        ui.horizontal(|ui| {
            let last = length.saturating_sub(1);
            let words = view.tr_args("importing-row", &[("row", Arg::Text(number(view.lang(), row)))]);
            ui.label(RichText::new(words).font(theme::bold(size::CARD)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let is_fetched = self.rows == Rows::Fetched;
                let fetch = |row: u64| view.send(Command::Import(ImportCommand::Row(row)));
                let next = button::icon(ui, Icon::ChevronRight, &view.tr("importing-row-next"));
                if next.clicked() && is_fetched {
                    fetch(row + 1);
                } else if next.clicked() {
                    self.place = (self.place + 1).min(last);
                }
                let previous = button::icon(ui, Icon::ChevronLeft, &view.tr("importing-row-previous"));
                if previous.clicked() && is_fetched {
                    fetch(row.saturating_sub(1).max(1));
                } else if previous.clicked() {
                    self.place = self.place.saturating_sub(1);
                }
                if is_fetched {
                    return;
                }
                let at = number(view.lang(), self.place as u64 + 1);
                let of = number(view.lang(), length as u64);
                let words = view.tr_args("importing-row-of", &[("at", at.into()), ("of", of.into())]);
                ui.label(RichText::new(words).size(size::FOOT).color(view.tokens.muted));
            });
        });
    }
}

/// What a problem says.
pub fn problem_words(lang: Lang, problem: &Problem) -> String {
    tr(lang, &format!("problem-{}", problem.kind.key()))
}

fn problems_ui(ui: &mut egui::Ui, view: &View<'_>, problems: &[Problem]) {
    for problem in problems {
        let place = if problem.column.is_empty() { String::new() } else { format!("{}: ", problem.column) };
        let found = if problem.found.is_empty() { String::new() } else { format!("“{}” ", problem.found) };
        label::caution(ui, &format!("{place}{found}{}", problem_words(view.lang(), problem)));
    }
}

fn head(ui: &mut egui::Ui, view: &View<'_>, icon: Icon, key: &str) {
    let words = icons::with(icon, &view.tr(key));
    ui.label(RichText::new(words).size(size::FOOT).color(view.tokens.accent));
}

fn record_ui(ui: &mut egui::Ui, view: &View<'_>, shown: &Preview) {
    ui.spacing_mut().item_spacing.y = 3.0;
    head(ui, view, Icon::FileCheck, "importing-as-record");
    let Some(incident) = &shown.incident else {
        let words = match &shown.away {
            Some(Away::LeftOut(rule)) => {
                view.tr_args("importing-row-left-out", &[("reason", rule.reason_words(view.lang()).into())])
            }
            Some(Away::Joined(into)) => {
                view.tr_args("importing-row-joined", &[("row", Arg::Text(number(view.lang(), *into)))])
            }
            None if shown.problems.is_empty() => view.tr("importing-row-blank"),
            None => view.tr("importing-row-aside"),
        };
        label::subtitle(ui, &words);
        return;
    };
    let title = title_of(incident);
    if !title.is_empty() {
        let words = RichText::new(title).font(theme::bold(size::TEXT));
        ui.add(egui::Label::new(words).wrap().selectable(true));
    }
    for (name, value) in lines(view.lang(), incident) {
        pair(ui, &name, &value);
    }
}

fn raw_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review, shown: &Preview) {
    ui.spacing_mut().item_spacing.y = 3.0;
    head(ui, view, Icon::FileText, "importing-as-row");
    let mut empty = 0_u64;
    for (at, cell) in shown.cells.iter().enumerate() {
        if cell.trim().is_empty() {
            empty += 1;
            continue;
        }
        let header = review.headers.get(at).map_or("", String::as_str);
        pair(ui, header, &shortened(cell));
    }
    if empty > 0 {
        let count = Arg::Text(number(view.lang(), empty));
        label::foot(ui, &view.tr_args("importing-empty-cells", &[("count", count)]));
    }
}

/// A name with its value: beside it where there is room, else below it.
fn pair(ui: &mut egui::Ui, name: &str, value: &str) {
    if ui.available_width() >= BESIDE {
        return line(ui, name, 120.0, value);
    }
    let tokens = theme::Tokens::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add(egui::Label::new(RichText::new(name).size(size::TICK).color(tokens.muted)).truncate());
    ui.add(egui::Label::new(RichText::new(value).size(size::TABLE)).wrap().selectable(true));
    ui.add_space(space::XS);
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(240) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn title_of(incident: &Incident) -> &str {
    if incident.title.is_empty() {
        incident.organisations.first().map_or("", |party| party.name.as_str())
    } else {
        &incident.title
    }
}

/// What a record says, as names and values.
fn lines(lang: Lang, incident: &Incident) -> Vec<(String, String)> {
    let field = |key: &str| tr(lang, &format!("import-field-{key}"));
    let mut lines = Vec::new();
    let mut add = |name: String, value: String| {
        if !value.is_empty() {
            lines.push((name, shortened(&value)));
        }
    };
    for party in &incident.organisations {
        let role = match party.role.key() {
            "victim" => "organisation",
            other => other,
        };
        add(field(role), party.name.clone());
        add(field("sector"), describe::named(lang, &Field::Sector, &party.sector));
    }
    let place = &incident.place;
    add(field("country"), describe::named(lang, &Field::Country, &place.country));
    add(field("region"), place.region.clone());
    add(field("city"), place.city.clone());
    add(field("kind"), incident.kinds.join(", "));
    for event in &incident.events {
        add(words::event(lang, event.kind), words::when(lang, &event.when));
    }
    for affected in &incident.affected {
        let name = words::field(lang, &crate::frame::batch::Field::Affected(affected.unit, affected.effect));
        add(name, words::amount(lang, affected));
    }
    add(
        field("severity"),
        incident.severity.map(|one| tr(lang, &format!("severity-{}", one.key()))).unwrap_or_default(),
    );
    add(field("status"), incident.status.map(|one| tr(lang, &format!("status-{}", one.key()))).unwrap_or_default());
    add(field("data_class"), incident.data_classes.items.join(", "));
    add(field("motive"), incident.motives.items.join(", "));
    let actors: Vec<&str> = incident.actors.items.iter().map(|actor| actor.name.as_str()).collect();
    add(field("actor"), actors.join(", "));
    let techniques = incident.techniques.items.iter();
    let techniques: Vec<&str> =
        techniques.map(|one| if one.id.is_empty() { one.name.as_str() } else { one.id.as_str() }).collect();
    add(field("technique"), techniques.join(", "));
    add(field("tag"), incident.tags.join(", "));
    add(field("summary"), incident.summary.clone());
    add(field("description"), incident.description.clone());
    for source in &incident.sources {
        add(field("source"), source.source.clone());
        add(field("source_address"), source.address.clone());
    }
    if let Some(key) = incident.origin.as_ref().and_then(|origin| origin.key.clone()) {
        add(field("key"), key);
    }
    for (header, value) in &incident.custom {
        add(header.clone(), value.clone());
    }
    lines
}
