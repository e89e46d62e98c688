//! The problems of the file: row, column, what was found, and why it is one.

use std::collections::BTreeMap;

use eframe::egui::{self, RichText};
use egui_extras::{Column, TableBuilder};

use crate::app::import_page::state::Review;
use crate::app::import_page::trial::Trial;
use crate::app::import_page::{ImportPage, words};
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{choice, label};
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{Arg, number};

impl ImportPage {
    pub(super) fn problems_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        if let Some(error) = &review.failed {
            label::caution(ui, &words::import_error(view.lang(), error));
        }
        let Some(trial) = &review.trial else { return };
        if trial.listed.is_empty() {
            label::subtitle(ui, &view.tr("importing-problems-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            self.kind_ui(ui, view, trial);
            self.of_column_ui(ui, view, trial);
        });
        listed_ui(ui, view, trial);
        let is_wanted = |problem: &&Problem| {
            self.kind.is_none_or(|kind| problem.kind == kind)
                && self.of_column.as_ref().is_none_or(|column| problem.column == *column)
        };
        let shown: Vec<&Problem> = trial.listed.iter().filter(is_wanted).collect();
        let wanted = table_ui(ui, view, &shown);
        if let Some(row) = wanted {
            self.show_row(view, review, row);
        }
    }

    /// Which kind is shown.
    fn kind_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, trial: &Trial) {
        let lang = view.lang();
        let words = |words: String, count: u64| format!("{words} ({})", number(lang, count));
        let mut options: Vec<(Option<ProblemKind>, String)> =
            vec![(None, words(view.tr("importing-problems-all"), trial.problems()))];
        for (kind, count) in &trial.report.counts {
            options.push((Some(*kind), words(view.tr(&format!("problem-{}", kind.key())), *count)));
        }
        if self.kind.is_some_and(|kind| !trial.report.counts.contains_key(&kind)) {
            self.kind = None;
        }
        let name = view.tr("importing-problems-kind");
        ui.spacing_mut().combo_width = 250.0;
        if let Some(kind) = choice::drop_down(ui, "kinds", &name, self.kind, &options) {
            self.kind = kind;
        }
    }

    /// Of which column problems are shown.
    fn of_column_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, trial: &Trial) {
        let mut columns: BTreeMap<&str, u64> = BTreeMap::new();
        for problem in &trial.listed {
            *columns.entry(problem.column.as_str()).or_default() += 1;
        }
        if self.of_column.as_ref().is_some_and(|column| !columns.contains_key(column.as_str())) {
            self.of_column = None;
        }
        let mut options: Vec<(Option<&str>, String)> = vec![(None, view.tr("importing-problems-columns"))];
        options.extend(
            columns
                .into_iter()
                .filter(|(column, _)| !column.is_empty())
                .map(|(column, count)| (Some(column), format!("{column} ({})", number(view.lang(), count)))),
        );
        let name = view.tr("importing-problems-column");
        ui.spacing_mut().combo_width = 170.0;
        let chosen = choice::drop_down(ui, "of-column", &name, self.of_column.as_deref(), &options);
        if let Some(column) = chosen {
            self.of_column = column.map(str::to_owned);
        }
    }
}

/// That not all problems are listed, where that is so.
fn listed_ui(ui: &mut egui::Ui, view: &View<'_>, trial: &Trial) {
    let listed = trial.listed.len() as u64;
    if listed < trial.problems() {
        let args = [("count", Arg::Text(number(view.lang(), listed)))];
        label::foot(ui, &view.tr_args("importing-problems-first", &args));
    }
    ui.add_space(space::XS);
}

/// The table; the row of the file that was clicked.
fn table_ui(ui: &mut egui::Ui, view: &View<'_>, shown: &[&Problem]) -> Option<u64> {
    let mut wanted = None;
    let cell = |ui: &mut egui::Ui, words: &str, colour| {
        ui.add(egui::Label::new(RichText::new(words).size(size::TABLE).color(colour)).truncate());
    };
    let tokens = view.tokens;
    TableBuilder::new(ui)
        .id_salt("problems")
        .sense(egui::Sense::click())
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(52.0))
        .column(Column::initial(110.0).at_least(60.0).resizable(true).clip(true))
        .column(Column::initial(116.0).at_least(60.0).resizable(true).clip(true))
        .column(Column::remainder().clip(true))
        .auto_shrink([false, false])
        .header(24.0, |mut header| {
            for key in ["importing-row-head", "importing-column-head", "importing-found-head", "importing-reason-head"]
            {
                header.col(|ui| {
                    ui.label(RichText::new(view.tr(key)).size(size::FOOT).color(tokens.muted));
                });
            }
        })
        .body(|body| {
            body.rows(size::ROW, shown.len(), |mut row| {
                let Some(problem) = shown.get(row.index()) else { return };
                let number = problem.row.map(|row| number(view.lang(), row)).unwrap_or_default();
                let reason = view.tr(&format!("problem-{}", problem.kind.key()));
                row.col(|ui| cell(ui, &number, tokens.muted));
                row.col(|ui| cell(ui, &problem.column, tokens.text));
                row.col(|ui| cell(ui, &problem.found, tokens.text));
                row.col(|ui| cell(ui, &reason, tokens.muted));
                let response = row.response().on_hover_text(&reason);
                let name = format!("{number} {} {} {reason}", problem.column, problem.found);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                if response.clicked() {
                    wanted = problem.row;
                }
            });
        });
    wanted
}
