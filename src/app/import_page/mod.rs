//! The import page: what a file holds, how it is read, and what becomes of it. Nothing enters before it is accepted.
//!
//! The page draws [`state::ImportState`] and sends [`command::ImportCommand`]s. Reading, trying and writing are jobs
//! ([`look`], [`trial`], [`mod@write`]); the page's own state is only what is unfolded, filtered or half typed.

mod about;
pub mod adding;
mod around;
pub mod bring;
mod cards;
mod columns;
pub mod command;
mod dataset;
mod differences;
mod done;
mod drafts;
mod file;
mod footer;
mod numbers;
pub mod look;
mod options;
mod preview;
mod problems;
pub mod recipes;
pub mod row_rules;
mod start;
pub mod state;
mod strip;
mod target;
pub mod trial;
pub mod words;
mod working;
pub mod write;

use std::collections::BTreeMap;

use eframe::egui;

pub use command::ImportCommand;

use crate::app::command::Command;
use crate::app::import_page::cards::{GAP, inside};
use crate::app::import_page::state::{Obstacle, Review, Stage};
use crate::app::reading::Source;
use crate::app::view::View;
use crate::model::problem::ProblemKind;

/// What the left side of the review shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    /// Where each column goes.
    #[default]
    Columns,
    /// About the dataset.
    Dataset,
    /// About the file.
    File,
    /// What is the matter.
    Problems,
}

/// Which rows the preview steps through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Rows {
    /// The first ones of the file.
    #[default]
    All,
    /// Those with something to look at.
    Doubtful,
    /// Those that are set aside.
    Bad,
    /// One further on in the file, read again.
    Fetched,
}

/// The page's own passing state.
#[derive(Default)]
pub struct ImportPage {
    tab: Tab,
    /// The column whose options are unfolded.
    unfolded: Option<String>,
    /// The column to scroll to.
    wanted: Option<String>,
    rows: Rows,
    place: usize,
    kind: Option<ProblemKind>,
    /// Only problems of this column are listed.
    of_column: Option<String>,
    /// What is typed to find a field.
    find: String,
    /// What is typed as a path.
    path: String,
    drafts: drafts::Drafts,
    /// Height of each column's row when it was drawn last.
    heights: BTreeMap<String, f32>,
    /// File of the review shown last: another one starts afresh.
    shown: String,
}

impl ImportPage {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let import = &view.state.import;
        match &import.stage {
            Stage::Reading(work) => working::show(ui, view, work, working::Doing::Reading),
            Stage::Adding(export, None) => adding::show(ui, view, export),
            Stage::Writing(_, work) | Stage::Adding(_, Some(work)) => {
                working::show(ui, view, work, working::Doing::Writing);
            }
            Stage::Review(review) => self.review_ui(ui, view, review),
            Stage::Start => match &import.done {
                Some(done) => done::show(ui, view, done),
                None => start::show(ui, view, &mut self.path),
            },
        }
    }

    fn review_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        if self.shown != review.file.hash {
            *self = Self { shown: review.file.hash.clone(), ..Self::default() };
        }
        self.keys(ui, view, review);
        let room = ui.available_rect_before_wrap();
        let top = room.top() + strip::HEIGHT;
        let bottom = room.bottom() - footer::HEIGHT;
        let middle = room.left() + (room.width() - GAP) * 0.57;
        let rect =
            |left, top, right, bottom| egui::Rect::from_min_max(egui::pos2(left, top), egui::pos2(right, bottom));
        inside(ui, rect(room.left(), room.top(), room.right(), top - GAP), |ui| strip::show(ui, view, review));
        cards::card(ui, rect(room.left(), top, middle, bottom - GAP), |ui| {
            self.tabs_ui(ui, view, review);
            match self.tab {
                Tab::Columns => self.columns_ui(ui, view, review),
                Tab::Dataset => self.dataset_ui(ui, view, review),
                Tab::File => file::show(ui, view, review),
                Tab::Problems => self.problems_ui(ui, view, review),
            }
        });
        cards::card(ui, rect(middle + GAP, top, room.right(), bottom - GAP), |ui| self.preview_ui(ui, view, review));
        inside(ui, rect(room.left(), bottom, room.right(), room.bottom()), |ui| self.footer_ui(ui, view, review));
        ui.advance_cursor_after_rect(room);
    }

    /// F8 goes to the next open question, Ctrl+Enter accepts.
    fn keys(&mut self, ui: &egui::Ui, view: &View<'_>, review: &Review) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(egui::Modifiers::NONE, egui::Key::F8) {
            self.show_obstacle(review);
        }
        if pressed(egui::Modifiers::COMMAND, egui::Key::Enter) && review.obstacle().is_none() {
            view.send(Command::Import(ImportCommand::Accept));
        }
    }

    /// Shows the next thing that stands in the way of accepting.
    fn show_obstacle(&mut self, review: &Review) {
        match review.obstacle() {
            Some(Obstacle::DateOrder(_)) => {
                // The one after the column that is unfolded, round and round.
                let after = self.unfolded.clone().unwrap_or_default();
                let open: Vec<&String> = review.headers.iter().filter(|header| review.open.contains(*header)).collect();
                let at = open.iter().position(|header| **header == after).map_or(0, |at| at + 1);
                if let Some(header) = open.get(at).or_else(|| open.first()) {
                    self.show_column(header);
                }
            }
            Some(Obstacle::NoRecords | Obstacle::Unreadable(_)) => self.tab = Tab::Problems,
            Some(Obstacle::Rows(_)) => {
                self.tab = Tab::Columns;
                self.wanted = review.headers.first().cloned();
            }
            Some(Obstacle::Trying) | None => {}
        }
    }

    fn show_column(&mut self, header: &str) {
        self.tab = Tab::Columns;
        self.unfolded = Some(header.to_owned());
        self.wanted = Some(header.to_owned());
    }

    /// Shows a row of the file in the preview: one of those at hand, or read again.
    fn show_row(&mut self, view: &View<'_>, review: &Review, row: u64) {
        let found = |rows: &[trial::Preview]| rows.iter().position(|preview| preview.row == row);
        let trial = review.trial.as_ref();
        let bad = trial.and_then(|trial| trial.report.rejected.iter().position(|rejected| rejected.row == row));
        let doubtful = trial.and_then(|trial| found(&trial.doubtful_rows));
        let place = bad.map(|at| (Rows::Bad, at)).or(doubtful.map(|at| (Rows::Doubtful, at)));
        if let Some((rows, place)) = place.or_else(|| found(&review.previews).map(|at| (Rows::All, at))) {
            self.rows = rows;
            self.place = place;
        } else {
            self.rows = Rows::Fetched;
            view.send(Command::Import(ImportCommand::Row(row)));
        }
    }
}

/// How a file is opened from this page: with a workspace open it is reviewed, to be added to it; otherwise it is
/// opened like any file.
fn open_command(view: &View<'_>, source: Source) -> Command {
    match (&view.state.opened, source) {
        (None, Source::File(path)) => Command::Open(path),
        (_, source) => Command::Import(ImportCommand::Look(source)),
    }
}
