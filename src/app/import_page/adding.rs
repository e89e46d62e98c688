//! Vigie's own export, added to the open workspace: its records keep their identities, and what is there already
//! stays as it is.

use std::sync::Arc;

use eframe::egui::{self, RichText};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::clock;
use crate::app::command::Command;
use crate::app::icons;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::Work;
use crate::app::import_page::words::import_error;
use crate::app::jobs::{JobError, JobHandle, JobResult};
use crate::app::reading::Source;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, empty, label};
use crate::import::error::ImportError;
use crate::import::report::ImportReport;
use crate::import::vigie_file::{self, Item};
use crate::text::{Arg, Lang, number, tr_args};
use crate::workspace::WorkspaceError;
use crate::workspace::edit::Change;
use crate::workspace::importer::{ImportCounts, ImportPlan, Imported, Importer, OnDuplicate};
use crate::workspace::reader::Reader;

/// Width of the column.
const WIDTH: f32 = 560.0;

/// An export that was looked at beside the open workspace.
#[derive(Clone, Debug)]
pub struct Export {
    /// The file.
    pub source: Source,
    /// Names of its datasets, and whether the workspace has them.
    pub datasets: Vec<(String, bool)>,
    /// Records that the workspace does not have.
    pub fresh: u64,
    /// Records that it has, by their identity: they stay as they are.
    pub there: u64,
    /// What was the matter with the others.
    pub report: Arc<ImportReport>,
    /// Datasets and organisations that the workspace does not have.
    also: Vec<Change>,
}

/// An export that was added.
#[derive(Debug)]
pub struct Added {
    /// Number of the workspace it went into.
    pub opening: u64,
    /// What that workspace is to show.
    pub imported: Imported,
    /// Name of the file.
    pub name: String,
}

/// Looks at an export: what it holds, and what of it is there already.
///
/// # Errors
/// When it is no export, cannot be read, or the work was cancelled.
pub fn look(source: Source, reader: &Reader, work: &Work, handle: &JobHandle) -> Result<Export, ImportError> {
    let watch = work.watch(&source, handle);
    let failed = |error: WorkspaceError| ImportError::Sink(error.to_string());
    let (mut datasets, mut also, mut fresh, mut there) = (Vec::new(), Vec::new(), 0, 0);
    let report = vigie_file::read_vigie(&mut watch.reader(0)?, &watch.progress(0), &mut |item| {
        match item {
            Item::Dataset(dataset) => {
                let is_there = reader.has_dataset(dataset.id).map_err(failed)?;
                datasets.push((dataset.name.clone(), is_there));
                if !is_there {
                    also.push(Change::PutDataset(dataset));
                }
            }
            Item::Organisation(organisation) => {
                if !reader.has_organisation(organisation.id).map_err(failed)? {
                    also.push(Change::PutOrganisation(organisation));
                }
            }
            Item::Incident(incident) => {
                let is_there = reader.has_incident(incident.id).map_err(failed)?;
                *(if is_there { &mut there } else { &mut fresh }) += 1;
            }
        }
        Ok(())
    })?;
    Ok(Export { source, datasets, fresh, there, report: Arc::new(report), also })
}

impl Export {
    /// The plan for the workspace.
    pub fn plan(&self, lang: Lang) -> ImportPlan {
        ImportPlan {
            label: tr_args(lang, "app-import-label", &[("name", Arg::Text(self.source.name().into_owned()))]),
            dataset: None,
            also: self.also.clone(),
            identity: Uuid::new_v4(),
            on_duplicate: OnDuplicate::Skip,
            recipe: String::new(),
            now: clock::now(),
        }
    }

    /// Writes what the workspace of this number does not have, through its importer.
    ///
    /// # Errors
    /// When it could not, or was cancelled: the workspace is as it was.
    pub fn add(self, mut importer: Importer, opening: u64, work: &Work, lang: Lang, handle: &JobHandle) -> JobResult {
        let watch = work.watch(&self.source, handle);
        let failed = |error: ImportError| match error {
            ImportError::Cancelled => JobError::Cancelled,
            error => JobError::Failed(import_error(lang, &error)),
        };
        let mut reader = watch.reader(0).map_err(|error| failed(error.into()))?;
        let progress = watch.progress(0);
        let report = vigie_file::read_vigie(&mut reader, &progress, &mut |item| match item {
            Item::Incident(incident) => {
                importer.push_new_incident(&incident).map_err(|error| ImportError::Sink(error.sentence(lang)))
            }
            Item::Dataset(_) | Item::Organisation(_) => Ok(()),
        })
        .map_err(failed)?;
        if progress.is_cancelled() || handle.is_cancelled() {
            return Err(JobError::Cancelled);
        }
        let imported = importer.finish(ImportCounts::of(&report));
        let imported = imported.map_err(|error| JobError::Failed(error.sentence(lang)))?;
        let added = Added { opening, imported, name: self.source.name().into_owned() };
        Ok(Command::Import(ImportCommand::Added(Box::new(added))))
    }
}

/// Draws what would be added.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, export: &Export) {
    let lang = view.lang();
    let count = |count: u64| Arg::Text(number(lang, count));
    let into = view.state.opened.as_ref().map(super::super::opened::Opened::title).unwrap_or_default();
    let name = export.source.name().into_owned();
    let title = view.tr_args("importing-adding", &[("name", name.into()), ("into", into.into())]);
    empty::show(ui, Icon::FileInput, &title, &view.tr("importing-adding-what"), |ui| {
        let width = WIDTH.min(ui.available_width());
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
            card::show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let fresh = view.tr_args("importing-adding-fresh", &[("count", count(export.fresh))]);
                ui.label(RichText::new(fresh).font(theme::bold(size::TEXT)));
                if export.there > 0 {
                    let there = view.tr_args("importing-adding-there", &[("count", count(export.there))]);
                    ui.add(egui::Label::new(RichText::new(there).size(size::TABLE)).wrap());
                }
                let rejected = export.report.rejected.len() as u64;
                if rejected > 0 {
                    label::caution(ui, &view.tr_args("importing-adding-rejected", &[("count", count(rejected))]));
                }
                for (name, is_there) in &export.datasets {
                    let key = if *is_there { "importing-adding-dataset-there" } else { "importing-adding-dataset" };
                    let words = icons::with(Icon::Database, &view.tr_args(key, &[("name", name.clone().into())]));
                    let words = RichText::new(words).size(size::FOOT).color(view.tokens.muted);
                    ui.add(egui::Label::new(words).wrap());
                }
            });
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let words = view.tr_args("importing-adding-accept", &[("count", Arg::Number(export.fresh))]);
                let can_add = export.fresh > 0 || !export.also.is_empty();
                if ui.add_enabled_ui(can_add, |ui| button::primary(ui, &words)).inner.clicked() {
                    view.send(Command::Import(ImportCommand::Accept));
                }
                if button::secondary(ui, &view.tr("app-cancel")).clicked() {
                    view.send(Command::Import(ImportCommand::Leave));
                }
                if let Some(path) = export.source.path()
                    && button::quiet(ui, &view.tr("importing-adding-open")).clicked()
                {
                    view.send(Command::Import(ImportCommand::Leave));
                    view.send(Command::Open(path.to_owned()));
                }
            });
        });
    });
}
